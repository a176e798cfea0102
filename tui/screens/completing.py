"""Completing what is typed in a search line: the names of fields and their values, with counts, by tab."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from store.completion import Completion, complete
from tui.messages import QueryTabbed, QueryTyped
from tui.screens.asking import Asking
from tui.widgets.footer import KeyLine
from tui.widgets.search_bar import SearchBar


class Completing(Asking):
    """A screen with a search line, and a line of keys in which its completions are offered."""

    search_bar: SearchBar
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
