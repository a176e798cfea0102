"""The search line: the query, how much it finds, and what is wrong with it in words."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from store.query import FIELDS
from tui.messages import QueryDone, QueryTabbed, QueryTyped
from tui.safe import safe_text, width
from tui.widgets.inputs import SafeInput

#: A field with its value, as it stands in a query.
_FILTER = re.compile(r'(?<!\S)-?(?P<field>[^\W\d_]+):(?:"[^"]*"?|\S+)')

#: Cells for how much was found ("400,000 found"), on a screen that has so many.
COUNT, WIDE = 15, 60


class QueryInput(SafeInput):
    """Where the query is typed; enter keeps it, escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("tab", "complete(1)", "complete", show=False),
        Binding("shift+tab", "complete(-1)", "complete", show=False),
    ]

    def on_focus(self) -> None:
        """What is typed next is a word of its own, whatever stands there already."""
        if self.value and self.value[-1] not in ' :"(':
            with self.prevent(Input.Changed):
                self.value += " "
            self.cursor_position = len(self.value)

    @property
    def _value(self) -> Text:
        """What is typed; each filter in it stands out as one piece."""
        drawn = super()._value
        for piece in _FILTER.finditer(self.value):
            if piece["field"].casefold() in FIELDS:
                drawn.stylize("reverse", *piece.span())
        return drawn

    def action_complete(self, direction: int) -> None:
        """Complete what is typed."""
        self.post_message(QueryTabbed(direction))

    def action_leave(self) -> None:
        """Leave the field as it is."""
        self.post_message(QueryDone(False))


class SearchBar(Vertical):
    """One line at the top of the screen, and a second one for an error."""

    #: What is said of how much was found, the cells there are for it, and what is said to be wrong.
    _said = ""
    _room = 0
    _complaint = ""

    def compose(self) -> ComposeResult:
        """The field between its sign and its count."""
        with Horizontal(id="search-line"):
            yield Static("/", id="search-sign")
            yield QueryInput(
                id="query",
                compact=True,
                select_on_focus=False,
                placeholder='words, "a phrase", measure:killed, speaker:…, place:…, since:2025-12-24',
            )
            yield Static("", id="search-count", markup=False)
        yield Static("", id="search-error", markup=False)

    @property
    def field(self) -> QueryInput:
        """Where the query is typed."""
        return self.query_one(QueryInput)

    def say(self, text: str) -> None:
        """Say how much was found.

        Laid out anew, which draws every pane again, only where the words have no room yet.
        """
        if text == self._said:
            return
        self._said = text
        count, needed = self.query_one("#search-count", Static), width(text) + 2
        if text and needed <= self._room:
            count.update(safe_text(text), layout=False)
            return
        self._room = 0 if not text else needed if self.size.width < WIDE else max(needed, COUNT)
        count.styles.width = self._room or "auto"
        count.update(safe_text(text))

    def complain(self, words: str) -> None:
        """Say in words what is wrong with the query; nothing takes the line away."""
        if words == self._complaint:
            return
        self._complaint = words
        error = self.query_one("#search-error", Static)
        error.update(safe_text(words))
        error.display = bool(words)

    def put(self, text: str) -> None:
        """Show a query that was not typed, without telling the screen of it."""
        with self.field.prevent(Input.Changed):
            self.field.value = text
        self.field.cursor_position = len(text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(QueryTyped(event.value))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(QueryDone(True))
