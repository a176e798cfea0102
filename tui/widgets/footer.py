"""The last line: the keys that do something where the cursor is, out of the table of commands."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.commands import footer_commands
from tui.safe import clip, one_line, width


class KeyLine(Widget):
    """The keys for the pane, most useful first, as many as fit; `?` is always among them."""

    pane: reactive[str] = reactive("list", layout=False)
    #: What the app is busy with (an import), in place of the keys.
    busy: reactive[str] = reactive("", layout=False)

    def render(self) -> RenderResult:
        """One line."""
        cells = self.size.width
        if self.busy:
            return Content.styled(clip(" " + one_line(self.busy), cells), "bold")
        offered = footer_commands(self.pane)
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
