"""Keys in the order typed: one has done its work before the next is looked at.

Textual hands a key to the widget that has the focus and goes on at once to the
next key. When keys arrive in one burst, as they do over a slow line, the letters
typed after `/` would still go to the list, as commands. Here each key waits
until the one before it has gone all the way; and a key that acts on a row waits
for the rows that were asked for, so that nothing is cited that was there before.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

#: A key that has not come through after this many seconds (its widget is gone) holds up no other.
PATIENCE = 0.5
#: How often the way is gone behind a key on which a field sends word to its screen, and that word another.
ROUNDS = 3


#: A key that is for what is still being read waits; so often, and so many seconds apart, that is looked after.
LOOKS, LOOK = 150, 0.02
#: Where one types, these move by a word, as in a shell.
WORDWISE = {"alt+f": "ctrl+right", "alt+b": "ctrl+left"}


def _typed_in(widget: Widget | None) -> bool:
    """Is it a field that text is typed in?"""
    from textual.widgets import TextArea  # not on the way to the first frame: it is large

    return isinstance(widget, (Input, TextArea))


class Through(Message):
    """Goes the way of a key, behind it: when it reaches the app, the key has been dealt with."""

    def __init__(self, number: int, target: MessagePump, rounds: int) -> None:
        super().__init__()
        self.number = number
        self.target = target
        self.rounds = rounds


class InOrder(App[int]):
    """An app whose keys take effect one after the other."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._waiting: deque[events.Key] = deque()
        self._number = 0
        #: How often it was looked whether what the next key is for has come.
        self._looked = 0
        self._under_way = False
        self._held = False
        self._ticks = 0
        self._alarm: Timer | None = None
        self._seen: Screen[object] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while the one before it is under way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        first, *others = self._apart(event)
        if self._under_way:
            self._waiting.append(first)
        else:
            await self._send(first)
        # Behind the first, which is still on its way.
        self._waiting.extend(others)

    def _apart(self, event: events.Key) -> list[events.Key]:
        """Escape and a key right after it, which a terminal cannot tell from alt and the key: two keys again.

        A key with alt that means something where the cursor is stays one.
        """
        if not event.key.startswith("alt+") or event.key in self.screen.active_bindings:
            return [event]
        if event.key in WORDWISE and _typed_in(self.focused):
            return [events.Key(WORDWISE[event.key], None)]
        letter = event.character
        name = letter if letter and letter.isalnum() else event.key.removeprefix("alt+")
        return [events.Key("escape", "\x1b"), events.Key(name, letter)]

    def hold_keys(self) -> None:
        """Hold further keys back: something that is still being read will want them."""
        self._held = self._under_way

    async def release_keys(self) -> None:
        """Let the keys that were held back go on."""
        if self._held:
            self._held = False
            await self._next(self._number)

    async def _send(self, event: events.Key) -> None:
        self._under_way = True
        self._number += 1
        number = self._number
        waits = getattr(self.screen, "waits_for", None)
        if waits is not None and self.focused is None and self._looked < LOOKS and waits(event.key):
            self._looked += 1
            self.set_timer(LOOK, lambda: self._send(event))
            return
        self._looked = 0
        target = self.focused or self.screen
        self._seen = self.screen
        in_field = isinstance(target, Input) and not event.is_printable
        self._ticks = 0
        self._alarm = self.set_interval(LOOK, lambda: self._watch(number, target))
        await super().on_event(event)
        if not target.post_message(Through(number, target, ROUNDS if in_field else 1)):
            await self._next(number)

    @on(Through)
    async def _came_through(self, message: Through) -> None:
        more = message.rounds - 1
        if not more or not message.target.post_message(Through(message.number, message.target, more)):
            await self._next(message.number)

    async def _watch(self, number: int, target: MessagePump) -> None:
        """Wait no longer for a key whose widget went with its dialog, or for one that does not come through."""
        self._ticks += 1
        if not target.is_attached or self._ticks * LOOK >= PATIENCE:
            if number == self._number and self._alarm is not None:
                self._alarm.stop()
            await self._overdue(number)

    async def _overdue(self, number: int) -> None:
        if number == self._number and self.screen_stack:
            self._held, self._seen = False, self.screen
            await self._next(number)

    async def _next(self, number: int) -> None:
        if number != self._number or not self._under_way or self._held:
            return
        if not self.screen_stack:
            return  # the app is ending
        if self._seen is not self.screen:
            # A screen has just come: its field has the focus once it is drawn.
            self._seen = self.screen
            self.screen.call_after_refresh(self._next, number)
            return
        self._under_way = False
        if self._alarm is not None:
            self._alarm.stop()
            self._alarm = None
        if self._waiting:
            await self._send(self._waiting.popleft())


def hold_keys(app: App[Any]) -> None:
    """Hold further keys back until `release_keys`, or for a moment."""
    if isinstance(app, InOrder):
        app.hold_keys()


def release_keys(app: App[Any], screen: Screen[Any]) -> None:
    """Let the keys go on once `screen`, which has just been pushed, is drawn."""
    if isinstance(app, InOrder):
        screen.call_after_refresh(app.release_keys)
