"""A pane: a thin title over a list or a text; and the tabs that stand for the titles on a narrow screen."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.safe import clip, one_line, safe, width


class PaneTitle(Widget):
    """`1 Articles 240 ─────`: number, name, count and detail on a rule. The focus shows here."""

    name_: reactive[str] = reactive("", layout=False)
    detail: reactive[str] = reactive("", layout=False)
    active: reactive[bool] = reactive(False, layout=False)

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.number = number
        self.set_reactive(PaneTitle.name_, name)

    def render(self) -> RenderResult:
        """One line; only its words look different when the pane is active."""
        cells = self.size.width
        head = f" {self.number} {self.name_} "
        detail = one_line(self.detail)
        room = cells - width(head) - 1
        detail = clip(detail, max(room - 1, 0))
        if detail:
            detail += " "
        rule = "─" * max(cells - width(head) - width(detail), 0)
        return Content.assemble(
            (head, "reverse bold" if self.active else "bold"),
            (detail, "" if self.active else "dim"),
            (rule, "dim"),
        )


class Pane(Vertical):
    """A titled widget, or several of which one is seen (the lists on the left)."""

    def __init__(self, number: int, name: str, *bodies: Widget, id: str) -> None:
        super().__init__(id=id, classes="pane")
        self.number = number
        self.title_bar = PaneTitle(number, name)
        self.bodies = bodies

    def compose(self) -> ComposeResult:
        """The title and what it stands over."""
        yield self.title_bar
        yield from self.bodies

    def entitle(self, detail: str, name: str | None = None) -> None:
        """Say in the title what the pane shows. `detail` may be stored text."""
        if name is not None:
            self.title_bar.name_ = name
        self.title_bar.detail = detail


class Tabs(Widget):
    """The names of the panes on the right, for a screen that shows one of them at a time."""

    here: reactive[int] = reactive(2, layout=False)
    active: reactive[bool] = reactive(False, layout=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs: dict[int, tuple[str, str]] = {2: ("Text", ""), 3: ("Figures", ""), 4: ("Quotes", "")}

    def entitle(self, number: int, name: str, detail: str) -> None:
        """Say what is behind tab `number`; `detail` is short."""
        if self._tabs[number] != (name, detail):
            self._tabs[number] = (name, detail)
            self.refresh()

    def render(self) -> RenderResult:
        """One line."""
        cells = self.size.width
        short = cells < 44
        parts: list[tuple[str, str]] = []
        used = 0
        for number, (name, detail) in self._tabs.items():
            text = f" {number} {name[:1] if short and number != self.here else name}"
            text += f" {safe(detail)} " if detail else " "
            here = number == self.here
            style = ("reverse bold" if self.active else "bold underline") if here else "dim"
            if used + width(text) > cells:
                break
            parts.append((text, style))
            used += width(text)
        parts.append(("─" * max(cells - used, 0), "dim"))
        return Content.assemble(*parts)
