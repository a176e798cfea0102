"""A pane: a thin title over a list or a text; and the tabs that stand for the titles on a narrow screen."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.safe import clip, one_line, width


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
    """The names of the lists, for a screen that shows one at a time; and of the text, if it is alone."""

    here: reactive[int] = reactive(1, layout=False)
    active: reactive[bool] = reactive(True, layout=False)
    alone: reactive[bool] = reactive(False, layout=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs = {
            1: ("Articles", "", ""), 2: ("Text", "", ""), 3: ("Figures", "", ""), 4: ("Quotes", "", "")
        }  # fmt: skip

    def entitle(self, number: int, name: str, detail: str, short: str) -> None:
        """Say what is behind tab `number`: `detail` while it is seen, `short` while it is not."""
        told = (name, one_line(detail), one_line(short))
        if self._tabs[number] != told:
            self._tabs[number] = told
            self.refresh()

    def render(self) -> RenderResult:
        """One line; the seen list's words have what room the others leave."""
        cells = self.size.width
        shown = {number: tab for number, tab in self._tabs.items() if number != 2 or self.alone}
        tight = cells < 60
        others = {
            number: f" {number} {name[:1] if tight else name}{' ' + short if short and not tight else ''} "
            for number, (name, _, short) in shown.items()
            if number != self.here
        }
        name, detail, _ = shown.get(self.here, ("", "", ""))
        head = f" {self.here} {name} "
        room = cells - width(head) - sum(map(width, others.values()))
        detail = clip(detail, room - 1) + " " if detail and room > 3 else ""
        parts: list[tuple[str, str]] = []
        for number in shown:
            if number == self.here:
                parts.append((head, "reverse bold" if self.active else "bold"))
                parts.append((detail, "" if self.active else "dim"))
            else:
                parts.append((others[number], "dim"))
        used = sum(width(text) for text, _ in parts)
        parts.append(("─" * max(cells - used, 0), "dim"))
        return Content.assemble(*parts).truncate(cells)
