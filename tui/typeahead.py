"""Keys in the order typed: one has done its work before the next is looked at.

Textual hands a key to the widget that has the focus and goes on at once to the
next key. When keys arrive in one burst, as they do over a slow line, the letters
typed after `/` would still go to the list, as commands. Here each key waits
until the one before it has gone all the way.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.timer import Timer

#: A key that has not come through after this many seconds (its widget is gone) holds up no other.
PATIENCE = 0.25


class Through(Message):
    """Goes the way of a key, behind it: when it reaches the app, the key has been dealt with."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class InOrder(App[int]):
    """An app whose keys take effect one after the other."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._waiting: deque[events.Key] = deque()
        self._number = 0
        self._under_way = False
        self._alarm: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while the one before it is under way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._waiting.append(event)
        else:
            await self._send(event)

    async def _send(self, event: events.Key) -> None:
        self._under_way = True
        self._number += 1
        number = self._number
        target = self.focused or self.screen
        await super().on_event(event)
        if not target.post_message(Through(number)):
            await self._next(number)
        else:
            self._alarm = self.set_timer(PATIENCE, lambda: self._next(number))

    @on(Through)
    async def _came_through(self, message: Through) -> None:
        await self._next(message.number)

    async def _next(self, number: int) -> None:
        if number != self._number or not self._under_way:
            return
        self._under_way = False
        if self._alarm is not None:
            self._alarm.stop()
            self._alarm = None
        if self._waiting:
            await self._send(self._waiting.popleft())
