"""What changes by itself: articles that another program imports, and which ones have been read."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from textual import on

from store.errors import StoreError
from store.records import ArticleRow
from tui import watch
from tui.answers import Listing
from tui.commands import key_of
from tui.drafts import unfinished
from tui.messages import News
from tui.screens.keeping import Keeping


class Watching(Keeping):
    """Says when there is news, takes it in when asked to, and remembers what was read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Articles that came since the list was read.
        self.news = 0
        self._watch = watch.Watch(self.path, lambda new: self.post_message(News(new)), watch.EVERY)
        #: Where the cursor's row stood on the screen, and the text, before a refresh.
        self._stood: tuple[int, str | None, float] | None = None
        #: The article that was read last, and the offset at the top of it, until that is shown again.
        self._to_resume: tuple[str, int] | None = (self.session.article, self.session.top)

    def on_mount(self) -> None:
        """Begin to watch, and say what was begun and not finished."""
        self._watch.start()
        self.watch(self.reader, "scroll_y", self._scrolled, init=False)
        for title in unfinished(self.path)[-3:]:
            self.say(f"A note on {title} was not finished; {key_of('note')} on it goes on.", seconds=10)

    def on_unmount(self) -> None:
        """Watch no more."""
        self._watch.stop()

    # The place in the text

    def _scrolled(self) -> None:
        """Where the person reads is kept, too."""
        if self.article is not None and self.pane == 2:
            self.remember()

    def save_session(self) -> None:
        """Keep the session now."""
        if self._to_resume is None and self.article is not None:
            self.session.article, self.session.top = self.article.id, self.reader.top
        super().save_session()

    def _resume(self) -> None:
        """Go on reading where the last session ended."""
        if self._to_resume is None or self.article is None:
            return
        (article, top), self._to_resume = self._to_resume, None
        if article == self.article.id:
            self.call_after_refresh(self.reader.go_to, top)

    # What another program imports

    @on(News)
    def _told(self, event: News) -> None:
        self.news = event.new
        self._entitle_list()

    def entitle(self, pane: int, name: str, detail: str, short: str = "") -> None:
        """Say what a pane shows; over the list, also how much is new."""
        if pane == 1 and self.news:
            detail = f"{self.news:,} new — press {key_of('refresh')} · {detail}"
            short = f"{short} +{self.news:,}"
        super().entitle(pane, name, detail, short)

    def action_refresh(self) -> None:
        """Read the list anew; the cursor stays on its row, and the row where it was on the screen."""
        rows = self.list
        top = rows.cursor * rows.row_height - round(rows.scroll_y)
        reading = self.article.id if self.article is not None else None
        self._stood = (top, reading, self.reader.scroll_y)
        self.load(self.session.place)

    def show_list(self, listing: Listing) -> None:
        """Show a list, which holds all that was new."""
        stood, self.news = self._stood, 0
        super().show_list(listing)
        self._watch.seen = listing.newest
        if stood is not None and self.list.total:
            self.list.scroll_to(
                y=max(self.list.cursor * self.list.row_height - stood[0], 0), animate=False, force=True
            )
        self._begin_reading()

    def _show_page(self, shown: Any) -> None:
        stood, self._stood = self._stood, None
        super()._show_page(shown)
        self._resume()
        if stood is not None and self.article is not None and stood[1] == self.article.id:
            self.reader.scroll_to(y=stood[2], animate=False, force=True)

    # What was read

    def _follow(self) -> None:
        super()._follow()
        self._begin_reading()

    def _begin_reading(self) -> None:
        """The article under the cursor counts as read once the person has stayed with it."""
        row = self.list.current
        after = self.read_after
        if isinstance(row, ArticleRow) and not row.read and after and self.panes[1].display:
            self.after_rest("read", partial(self._rested, row.id), after)
        else:
            self.no_rest("read")

    @property
    def read_after(self) -> float:
        """Seconds on an article after which it counts as read; 0 never."""
        settings = getattr(self.app, "settings", None)
        return settings.read_after if settings is not None else 0.0

    def _rested(self, article_id: str) -> None:
        row = self.list.current
        if isinstance(row, ArticleRow) and row.id == article_id and not row.read:
            self._set_read(article_id, True, quietly=True)

    def action_open(self) -> None:
        """Going to the text is reading it."""
        super().action_open()
        row = self.list.current
        if self.pane == 2 and self.read_after and isinstance(row, ArticleRow) and not row.read:
            self.no_rest("read")
            self._set_read(row.id, True, quietly=True)

    def action_read(self) -> None:
        """The article was read, or is to be read again."""
        row = self.list.current if self.view == "articles" else None
        if not isinstance(row, ArticleRow):
            self.say("Go to the list of articles to say which one was read.", "warning")
            return
        self.no_rest("read")
        self._set_read(row.id, not row.read)

    def _set_read(self, article_id: str, on: bool, *, quietly: bool = False) -> None:
        from store.annotations import set_read

        def write(_: Any) -> bool:
            try:
                set_read(self.path, article_id, on)
            except StoreError:
                # A store that cannot be written is still good to read.
                if not quietly:
                    raise
                return False
            return True

        self.ask("read", write, lambda done: self._show_read(article_id, on) if done else None)

    def _show_read(self, article_id: str, on: bool) -> None:
        rows, here = self.list, self.list.cursor
        # The cursor may have gone on by a few rows meanwhile.
        for index in (here, *(at for by in range(1, 40) for at in (here - by, here + by))):
            row = rows.row(index) if index >= 0 else None
            if isinstance(row, ArticleRow) and row.id == article_id:
                rows.replace(index, dataclasses.replace(row, read=on))
                return
