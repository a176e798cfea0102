"""The last line: the keys that do something where the cursor is, out of the table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.command import Command
from tui.commands import footer_commands
from tui.safe import clip, one_line, width


class KeyLine(Widget):
    """The keys for the pane, most useful first, as many as fit; `?` is always among them."""

    pane: reactive[str] = reactive("list", layout=False)
    #: What the app is busy with (an import), in place of the keys.
    busy: reactive[str] = reactive("", layout=False)

    #: What the query may be completed with, and which of it was taken last; in place of the keys too.
    hints: reactive[tuple[str, ...]] = reactive((), layout=False)
    hint: reactive[int] = reactive(-1, layout=False)

    def render(self) -> RenderResult:
        """One line."""
        cells = self.size.width
        if self.hints:
            return self._completions(cells)
        if self.busy:
            return Content.styled(clip(" " + one_line(self.busy), cells), "bold")
        return key_words(footer_commands(self.pane), cells)

    def _completions(self, cells: int) -> Content:
        parts: list[tuple[str, str]] = [(" tab", "bold"), (" ", "")]
        room = cells - 5
        for at, words in enumerate(self.hints):
            words = one_line(words)
            if width(words) + 2 > room:
                if room < 12 or at:
                    break
                words = clip(words, room - 2)
            parts += [(words, "reverse" if at == self.hint else "" if at else "bold"), ("  ", "")]
            room -= width(words) + 2
        return Content.assemble(*parts)


class CommandLine(Widget):
    """The keys of a screen of its own."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._offered = sorted(filter(attrgetter("footer"), commands), key=attrgetter("footer"))

    def render(self) -> RenderResult:
        """One line."""
        return key_words(self._offered, self.size.width)


def key_words(offered: Sequence[Command], cells: int) -> Content:
    """As many of the keys as fit into `cells`, the first ones first; help is always among them."""
    sure = next((command for command in offered if command.action == "help"), None)
    room = cells - (width(f" {sure.shown} {sure.label} ") if sure is not None else 0)
    kept = []
    for command in offered:
        size = width(f" {command.shown} {command.label} ")
        if command is sure:
            kept.append(command)
        elif size <= room:
            kept.append(command)
            room -= size
        else:
            room = 0
    parts: list[tuple[str, str]] = []
    for command in kept:
        parts += [(f" {command.shown}", "bold"), (f" {command.label} ", "dim")]
    return Content.assemble(*parts)
