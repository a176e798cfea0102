"""Selecting words of an article, word by word, to add a figure or quote that was not read."""

from __future__ import annotations

import re
from bisect import bisect_right

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import bindings, with_keys
from tui.safe import clip, one_line, safe_text
from tui.screenkeys import screen_commands
from tui.widgets.reader import Page, Reader, Span

_WORD = re.compile(r"\S+")


class SelectScreen(ModalScreen[Span | None]):
    """The article with a cursor of one word; space begins a selection that the cursor then stretches."""

    AUTO_FOCUS = ""

    def __init__(self, page: Page, at: int) -> None:
        """`at` is the offset near which the cursor begins."""
        super().__init__()
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings(screen_commands("select")))])
        self.page = page
        self.words: list[Span] = [match.span() for match in _WORD.finditer(page.text)]
        self.cursor = min(
            max(bisect_right([start for start, _ in self.words], at) - 1, 0), len(self.words) - 1
        )
        self.begun: int | None = None
        #: Characters that the end was moved by.
        self.trimmed = 0

    def compose(self) -> ComposeResult:
        """What is selected, the text, and the keys."""
        with Vertical(classes="dialog whole"):
            yield Static("", id="selected", classes="dialog-title", markup=False)
            yield Reader(id="selecting")
            yield Static(
                with_keys(
                    "{select_word_before} {select_down} {select_up} {select_next_word} move · {select_begin} begins"
                    " · {select_less} {select_more} a character · {select_take} takes · {select_back} leaves"
                ),
                classes="dialog-said", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        """Show the text with the cursor in it."""
        self.query_one(Reader).show(self.page)
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.call_after_refresh(self._show)

    @property
    def span(self) -> Span:
        """What is selected: the word under the cursor, or all from where the selection began."""
        first, last = sorted((self.cursor, self.cursor if self.begun is None else self.begun))
        start, end = self.words[first][0], self.words[last][1]
        return start, min(max(end + self.trimmed, start + 1), len(self.page.text))

    def _show(self) -> None:
        start, end = self.span
        reader = self.query_one(Reader)
        reader.mark((start, end))
        reader.reveal(self.words[self.cursor])
        words = one_line(self.page.text[start:end])
        said = "Selected: " if self.begun is not None else "At: "
        self.query_one("#selected", Static).update(safe_text(clip(said + words, max(self.size.width - 6, 8))))

    def _to(self, cursor: int) -> None:
        self.cursor = min(max(cursor, 0), len(self.words) - 1)
        self.trimmed = 0
        self._show()

    # Keys

    def action_word(self, delta: int) -> None:
        """To the next word, or the one before."""
        self._to(self.cursor + delta)

    def action_line(self, delta: int) -> None:
        """To the word that stands some lines beneath, or above."""
        at = self.query_one(Reader).offset_beneath(self.words[self.cursor][0], delta)
        starts = [start for start, _ in self.words]
        found = max(bisect_right(starts, at) - 1, 0)
        # A line may hold no word: go on to the next that does.
        self._to(found if found != self.cursor else self.cursor + (1 if delta > 0 else -1))

    def action_ends(self, direction: int) -> None:
        """To the first word or the last."""
        self._to(0 if direction < 0 else len(self.words) - 1)

    def action_begin(self) -> None:
        """Begin the selection here, or drop it."""
        self.begun = self.cursor if self.begun is None else None
        self.trimmed = 0
        self._show()

    def action_other_end(self) -> None:
        """Move the cursor to the other end of the selection."""
        if self.begun is not None:
            self.begun, self.cursor = self.cursor, self.begun
            self._show()

    def action_trim(self, delta: int) -> None:
        """Move the end by a character."""
        self.trimmed += delta
        self._show()

    def action_back(self) -> None:
        """Drop the selection; without one, leave."""
        if self.begun is not None:
            self.action_begin()
        else:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Return the selection."""
        self.dismiss(self.span)
