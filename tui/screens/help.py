"""The help: every key and how to write a query."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import groups
from tui.safe import width
from tui.screenkeys import screens
from tui.widgets.rowlist import Part, RowList


class HelpLines(RowList[tuple[str, str]]):
    """Help as rows of (key, words); a row without a key is a heading, or goes on the one above."""

    row_height = 1

    def parts(self, row: tuple[str, str], cells: int) -> list[list[Part]]:
        """One line."""
        keys, words = row
        if keys == "#":
            return [[(words, "number")]]
        return [[(f"  {keys}{' ' * max(15 - width(keys), 1)}", "strong"), (words, "")]]


class HelpScreen(ModalScreen[None]):
    """Every key, out of the table of commands, and how to write a query."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "back"),
        Binding("j,down", "rows('move', 1)", "down"),
        Binding("k,up", "rows('move', -1)", "up"),
        Binding("ctrl+d", "rows('half', 1)", "half down"),
        Binding("ctrl+u", "rows('half', -1)", "half up"),
        Binding("pagedown,space", "rows('page', 1)", "page down"),
        Binding("pageup", "rows('page', -1)", "page up"),
        Binding("g,home", "rows('ends', -1)", "top"),
        Binding("G,end", "rows('ends', 1)", "bottom"),
    ]

    def compose(self) -> ComposeResult:
        """Title and lines."""
        with Vertical(classes="dialog wide"):
            yield Static(Content("Keys — esc goes back"), classes="dialog-title", markup=False)
            yield HelpLines(id="help-lines")

    def on_mount(self) -> None:
        """Lay the lines out for the width there is."""
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Lay the lines out again."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        from store.query import FIELDS

        lines = self.query_one(HelpLines)
        room = max(lines.scrollable_content_region.width - 20, 12)
        rows: list[tuple[str, str]] = []
        for name, commands in groups():
            rows.append(("#", name))
            for command in commands:
                rows += _folded(command.shown, command.help, room)
        for name, keys in screens().items():
            rows.append(("#", name))
            for command in keys:
                rows += _folded(command.shown, command.help, room)
        rows.append(("#", "Query fields"))
        for field, meaning in FIELDS.items():
            rows += _folded(field + ":", meaning, room)
        lines.set_rows(rows, lines.cursor)

    def action_rows(self, method: str, amount: int) -> None:
        """Move in the lines."""
        getattr(self.query_one(HelpLines), method)(amount)


def _folded(key: str, words: str, room: int) -> list[tuple[str, str]]:
    """A help line, folded to `room` cells."""
    from textwrap import wrap

    pieces = wrap(words, room) or [""]
    return [(key, pieces[0]), *(("", piece) for piece in pieces[1:])]
