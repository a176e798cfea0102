"""What the widgets tell the screen: typed messages, so that no widget knows another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.widgets.rowlist import RowList


class RowMessage(Message):
    """Something happened in a list of rows."""

    def __init__(self, rows: RowList[Any]) -> None:
        self.rows = rows
        super().__init__()

    @property
    def control(self) -> RowList[Any]:
        """The list."""
        return self.rows


class Moved(RowMessage):
    """The cursor stands on another row, or the row under it has just come."""


class Clicked(Message):
    """The mouse was used in a list or the text; `chosen` is a second click on the same row."""

    def __init__(self, body: Widget, chosen: bool) -> None:
        self.body = body
        self.chosen = chosen
        super().__init__()


class Wanted(RowMessage):
    """Rows `first` to `last` (exclusive) of the list's present `generation` are about to be drawn."""

    def __init__(self, rows: RowList[Any], generation: int, first: int, last: int) -> None:
        self.generation = generation
        self.first = first
        self.last = last
        super().__init__(rows)


class QueryTyped(Message):
    """The text of the search changed."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__()


class QueryTabbed(Message):
    """Tab was pressed in the search: complete what is typed, with the next possibility or the one before."""

    def __init__(self, direction: int) -> None:
        self.direction = direction
        super().__init__()


class QueryDone(Message):
    """The search was finished: with enter (`kept`) or left with escape."""

    def __init__(self, kept: bool) -> None:
        self.kept = kept
        super().__init__()


class Answered(Message):
    """A worker has read what the screen asked for; `token` tells a stale answer from the last one."""

    def __init__(self, group: str, token: int, answer: Any, then: Callable[[Any], None]) -> None:
        self.group = group
        self.token = token
        self.answer = answer
        self.then = then
        super().__init__()


class News(Message):
    """Another program has imported; `new` articles are not in the list yet."""

    def __init__(self, new: int) -> None:
        self.new = new
        super().__init__()


class Failed(Message):
    """A worker could not do what the screen asked for; `words` is a sentence for a person."""

    def __init__(self, group: str, token: int, words: str) -> None:
        self.group = group
        self.token = token
        self.words = words
        super().__init__()
