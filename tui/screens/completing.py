"""Completing what is typed in a search line: fields and their values, with counts, by tab; earlier searches by ↑."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from textual import on

from store.completion import Completion, complete
from tui.messages import QueryTabbed, QueryTyped
from tui.screens.asking import Asking
from tui.widgets.footer import KeyLine
from tui.widgets.search_bar import SearchBar

#: Searches remembered for each store.
RECENT = 30


def _nothing() -> None:
    """Nobody is to be told."""


@dataclass(slots=True)
class History:
    """The searches made before, the latest first, which the screens of one store share.

    `at` is how far back in them the search line stands, -1 while it does not; `changed` is called when one is added.
    """

    kept: list[str] = field(default_factory=list)
    changed: Callable[[], None] = _nothing
    at: int = -1

    def add(self, text: str) -> None:
        """Keep a search that was made."""
        text = text.strip()
        if text:
            self.kept[:] = [text, *(other for other in self.kept if other != text)][:RECENT]
            self.changed()


class Completing(Asking):
    """A screen with a search line, and a line of keys in which its completions are offered."""

    search_bar: SearchBar
    #: The searches that the line recalls.
    history: History
    key_line: KeyLine
    #: What the search line may be completed with, and its text once one of them was taken.
    _completions: Sequence[Completion] = ()
    _taken: str | None = None

    @on(QueryTyped)
    def _look_ahead(self, event: QueryTyped) -> None:
        """Have the completions of what is typed read, when the typing rests for a moment."""
        if self._taken is not None and event.text == self._taken and not event.text.endswith(":"):
            return  # tab goes on to the next one
        self.forget_completions(keep=True)
        self.after_rest("hints", self._read_completions)

    def _read_completions(self) -> None:
        field = self.search_bar.field
        if not field.has_focus:
            return
        text, cursor = field.value, field.cursor_position

        def show(found: list[Completion]) -> None:
            if field.has_focus and field.value == text:
                self._completions = found
                self.key_line.hint = -1
                self.key_line.hints = tuple(
                    each.words + (f" {each.articles:,}" if each.articles is not None else "")
                    for each in found
                )

        self.ask("hints", lambda reader: complete(reader, text, cursor), show)

    def forget_completions(self, *, keep: bool = False) -> None:
        """There is nothing to complete; with `keep`, the line stays until the next ones are known."""
        self._completions, self._taken = [], None
        if not keep:
            self.no_rest("hints")
            self.drop("hints")
            self.key_line.hints = ()

    @on(QueryTabbed)
    def _complete_query(self, event: QueryTabbed) -> None:
        """Take the next completion, or the one before."""
        field, found = self.search_bar.field, self._completions
        if not found:
            return
        line = self.key_line
        before = found[line.hint] if line.hint >= 0 else found[0]
        line.hint = (
            (line.hint + event.direction) % len(found)
            if line.hint >= 0 or event.direction > 0
            else len(found) - 1
        )
        taken = found[line.hint]
        end = taken.start + len(before.words) if self._taken is not None else taken.end
        self._taken = field.value[: taken.start] + taken.words + field.value[end:]
        field.value = self._taken
        field.cursor_position = taken.start + len(taken.words)

    # Searches made before

    def recalled(self, text: str) -> None:
        """Search for what was recalled."""

    def recall(self, direction: int) -> bool:
        """Put the search before (1) or after (-1) into the search line, if that was empty; False if it was not."""
        field, recent = self.search_bar.field, self.history.kept
        here = recent[self.history.at] if 0 <= self.history.at < len(recent) else ""
        if not field.has_focus or field.value != here or not recent:
            self.history.at = -1
            return False
        at = self.history.at + direction
        if at >= len(recent):
            return True
        if at < -1:
            return False
        self.history.at = at
        text = recent[at] if at >= 0 else ""
        self.recalled(text)
        self.search_bar.put(text)
        return True
