"""The browser's frame: its panes, which of them are seen at which size, and how it asks the store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from tui.commands import PANES
from tui.library import Library
from tui.messages import Clicked
from tui.screens.asking import Asking
from tui.session import Session, save
from tui.widgets.footer import KeyLine
from tui.widgets.lists import (
    ArticleList,
    ClaimantList,
    EventList,
    FigureList,
    PlaceList,
    QuoteList,
    SpeakerList,
)
from tui.widgets.pane import Pane, Tabs
from tui.widgets.reader import Reader
from tui.widgets.rowlist import RowList
from tui.widgets.search_bar import SearchBar

#: Seconds after which a change of place is written to the session's file.
SAVE_AFTER = 0.3
#: Columns from which list and article stand side by side, and lines under which one pane is seen at a time.
WIDE = 100
TALL = 16
#: Lines under which the search line is only seen while it is used.
ROOMY = 9


class Frame(Asking):
    """Panes 1 to 4: a list, the text, its figures, its quotes."""

    def __init__(self, path: Path, session: Session) -> None:
        super().__init__(Library(path))
        self.path = path
        self.session = session
        self.views: dict[str, RowList[Any]] = {
            "articles": ArticleList(id="articles"),
            "events": EventList(id="events"),
            "speakers": SpeakerList(id="speakers"),
            "places": PlaceList(id="places"),
            "claimants": ClaimantList(id="claimants"),
        }
        self.view = session.view if session.view in self.views else "articles"
        self.reader = Reader(id="reader")
        self.figures = FigureList(id="figure-list")
        self.quotes = QuoteList(id="quote-list")
        self.search_bar = SearchBar(id="search")
        self.key_line = KeyLine(id="keys")
        self.tabs = Tabs(id="tabs")
        self.panes = (
            Pane(1, "Articles", *self.views.values(), id="left"),
            Pane(2, "Text", self.reader, id="text"),
            Pane(3, "Figures", self.figures, id="figures"),
            Pane(4, "Quotes", self.quotes, id="quotes"),
        )
        self.pane = 1
        #: The list that a narrow screen shows over the text.
        self.slot = 1
        self.zoomed = False

    def compose(self) -> ComposeResult:
        """Search line, panes, keys."""
        yield self.search_bar
        with Container(id="body"):
            yield self.tabs
            yield self.panes[0]
            with Vertical(id="right"):
                yield from self.panes[1:]
        yield self.key_line

    @property
    def list(self) -> RowList[Any]:
        """The list of the present view."""
        return self.views[self.view]

    def body_of(self, pane: int) -> RowList[Any] | Reader:
        """The list or the text of a pane."""
        return (self.list, self.reader, self.figures, self.quotes)[pane - 1]

    # Panes

    def go_pane(self, pane: int) -> None:
        """Give the focus to a pane, and show it if it was hidden."""
        self.pane = pane
        if pane != 2:
            self.slot = pane
        if self.focused is not None:
            self.set_focus(None)
        self.lay_out()
        if (self.session.pane, self.session.zoomed) != (pane, self.zoomed):
            self.remember()

    def lay_out(self) -> None:
        """Show the panes that there is room for. Widgets change only where something changed."""
        before = {pane.number for pane in self.panes if pane.display}
        wide, height = self.size.width >= WIDE, self.size.height
        alone = self.zoomed or (not wide and height < TALL)
        together = {1, 2, 3, 4} if wide else {2, self.slot}
        seen = {self.pane} if alone else together
        for view, widget in self.views.items():
            _display(widget, view == self.view)
        _display(self.query_one("#right"), seen != {1})
        for pane in self.panes:
            _display(pane, pane.number in seen)
        self.set_class(alone, "-alone")
        # A zoomed pane on a wide screen has its own title; on a narrow one the tabs stand for it.
        _display(self.tabs, not wide)
        searching = self.search_bar.field.has_focus
        _display(self.search_bar, searching or height >= ROOMY)
        for pane in self.panes:
            pane.title_bar.active = pane.number == self.pane
            body = self.body_of(pane.number)
            if isinstance(body, RowList):
                body.active = pane.number == self.pane
        # Textual does not always tell a widget its size when it is shown right after others were hidden.
        for number in seen - before:
            self.call_after_refresh(self._settle, number)
        self.tabs.alone = alone
        self.tabs.here = self.pane if alone else self.slot
        self.tabs.active = alone or self.pane == self.slot
        self.key_line.pane = PANES[self.pane - 1]

    def _settle(self, number: int, tries: int = 8) -> None:
        """Have a pane that has just come into sight keep its place, as soon as it has a size."""
        body = self.body_of(number)
        if tries and not body.size.height and self.panes[number - 1].display:
            self.set_timer(0.02, lambda: self._settle(number, tries - 1))
        else:
            body.settle()

    def entitle(self, pane: int, name: str, detail: str, short: str = "") -> None:
        """Say what a pane shows; `short` is what its tab says."""
        self.panes[pane - 1].entitle(detail, name)
        self.tabs.entitle(pane, name, detail, short)

    @on(Clicked)
    async def _clicked(self, event: Clicked) -> None:
        """The mouse chooses a pane, and opens a row."""
        for pane in range(1, 5):
            if event.body is self.body_of(pane) and (pane != self.pane or self.focused is not None):
                self.go_pane(pane)
        if event.chosen:
            await self.run_action("open")

    def on_resize(self) -> None:
        """Another size may show other panes."""
        self.lay_out()

    # Remembering

    @property
    def busy(self) -> bool:
        """Whether panes are still to follow: a rest is waited for, or a worker reads."""
        return any(name not in ("save", "read") for name in self._rests) or any(
            not work.is_finished for work in self.workers
        )

    def remember(self) -> None:
        """Keep the session soon."""
        self.after_rest("save", self.save_session, SAVE_AFTER)

    def save_session(self) -> None:
        """Keep the session now."""
        self.session.view = self.view
        self.session.pane = self.pane
        self.session.zoomed = self.zoomed
        save(self.path, self.session)


def _display(widget: Any, shown: bool) -> None:
    if widget.display != shown:
        widget.display = shown
