"""Reading: the lists, the search, and what follows the list's cursor into the other panes."""

from __future__ import annotations

from array import array
from typing import Any

from textual import on

from store.errors import QueryError
from store.query import Query, parse_query
from store.records import ArticleRow, EventRow
from store.sorts import ARTICLE_SORTS, CLAIMANT_SORTS, EVENT_SORTS, PLACE_SORTS, SPEAKER_SORTS
from tui.answers import Listing, Shown, read_glance, read_list, read_row, read_rows
from tui.commands import key_of
from tui.messages import Failed, Moved, QueryDone, QueryTyped, Wanted
from tui.screens.evidence import EvidencePanes

SORTS = {
    "articles": tuple(ARTICLE_SORTS),
    "events": tuple(EVENT_SORTS),
    "speakers": tuple(SPEAKER_SORTS),
    "places": tuple(PLACE_SORTS),
    "claimants": tuple(CLAIMANT_SORTS),
}
NAMES = {"articles": "Articles", "events": "Events", "speakers": "Speakers", "places": "Places",
         "claimants": "Claimants"}  # fmt: skip

#: Seconds of rest after a letter of a query, before the text follows; and before the rest of a list is found.
TYPED, WHOLE = 0.25, 0.15
#: Seconds of rest after which is said what is wrong with a query that is being typed.
COMPLAINT = 0.4
#: The same for a single letter, with which most words begin: a second one is on its way.
LETTER = 0.6


class Reading(EvidencePanes):
    """Fills the panes: what is asked, and what is done with the answers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query_text = ""
        self._before_search = ""
        self._ids: array[int] = array("q")
        #: Whether all of the list is known, or only its first rows yet.
        self._whole = True
        self.sorts = {view: orders[0] for view, orders in SORTS.items()}
        if self.session.sort in SORTS[self.view]:
            self.sorts[self.view] = self.session.sort
        #: How many lists were asked for, and which of them is shown.
        self._lists_asked, self._list_shown = 0, -1
        #: The query and the row for which the other panes were filled.
        self._filled_for: tuple[Query, str | None] | None = None
        #: For which query the cursors went to which figure and quote.
        self._asked_for: tuple[Query, str | None, str | None] = (Query(), None, None)

    # The list

    def set_query(self, text: str, *, typed: bool = False) -> None:
        """Search for `text`. A query that is wrong is said so, and what was found before stays."""
        try:
            asked = parse_query(text)
        except QueryError as error:
            words = str(error)
            if typed:
                # A field has no value yet when its colon is typed: it is on its way.
                self.after_rest("complaint", lambda: self.search_bar.complain(words), COMPLAINT)
            else:
                self.search_bar.complain(words)
            return
        self.no_rest("complaint")
        self.search_bar.complain("")
        if not typed:
            self.search_bar.put(text)
        same = asked == self.asked
        self.query_text, self.asked = text, asked
        self.session.query = text
        if not same:
            self.load()

    def load(self, place: str = "") -> None:
        """Read the list of the present view, and put the cursor on the row called `place` if it is in it."""
        view, query, sort = self.view, self.asked, self.sorts[self.view]
        self.remember()
        self._lists_asked += 1
        self.no_rest("whole")
        self.ask("list", lambda reader: read_glance(reader, view, query, sort, place), self.show_list)

    def show_list(self, listing: Listing) -> None:
        """Show a list that was read, and what its row brings if that was read too."""
        self._list_shown = self._lists_asked
        said = None if self.query_text.strip() else f"No {self.view} yet. {key_of('import')} imports a file."
        if listing.ids is None:
            self.list.set_rows(listing.rows, listing.at, said=said)
        else:
            self._ids = listing.ids
            self.list.reset(listing.total, listing.at, said=said, first=listing.first, rows=listing.rows)
        self._whole = listing.whole
        for rows in (*self.views.values(), self.quotes):
            rows.query_ = self.asked
        if self.list.current is not None:
            self._keep_place(self.list.current)
        self._say_found()
        if listing.shown is not None:
            self._filled_for = (self.asked, self._row_name())
            self._fill(listing.shown)
        elif listing.total and self.search_bar.field.has_focus:
            # The text follows when the typing rests: its lines are most of what is drawn.
            self.after_rest("list", self._follow, TYPED)
        elif listing.total:
            self._follow()
        else:
            self.drop("detail")
            self._fill(Shown())
        if not listing.whole:
            # Not at once: the next letter may make it worthless, and the first screen is to be drawn before.
            words = self.asked.terms
            slow = bool(words) and words[-1].prefix and len(words[-1].text) == 1
            self.after_rest("whole", lambda: self._read_whole(listing), LETTER if slow else WHOLE)

    def _read_whole(self, first: Listing) -> None:
        view, query, sort = self.view, self.asked, self.sorts[self.view]
        self.ask(
            "list",
            lambda reader: read_list(reader, view, query, sort),
            lambda every: self._complete(first, every),
        )

    def _complete(self, first: Listing, listing: Listing) -> None:
        """All of the list is known now, whose first rows are shown already."""
        ids = listing.ids
        if ids is None or first.ids is None or ids[first.first : first.first + len(first.ids)] != first.ids:
            # The store was written to in between.
            here = self.list.current
            if ids and isinstance(here, ArticleRow) and here.rowid in ids:
                listing.at = ids.index(here.rowid)
            self.show_list(listing)
            return
        self._ids, self._whole = ids, True
        self.list.grow(listing.total)
        self._say_found()

    def _say_found(self) -> None:
        """How long the list is; of one that is still being found nobody knows."""
        self._entitle_list()
        words = f"{self.list.total:,} found" if self._whole else "…"
        self.search_bar.say(words if self.query_text.strip() else "")

    def _keep_place(self, row: Any) -> None:
        self.session.place = row.id if isinstance(row, (ArticleRow, EventRow)) else row.name
        self.remember()

    def _entitle_list(self) -> None:
        total = self.list.total
        every = f"{total:,}" if self._whole or not self.query_text.strip() else "…"
        at = f"{self.list.cursor + 1:,}/{every}" if total else "0"
        self.entitle(1, NAMES[self.view], f"{at} by {self.sorts[self.view]}", every)

    @on(Wanted)
    def _wanted(self, event: Wanted) -> None:
        rows, generation, first = event.rows, event.generation, event.first
        if not self._whole:
            return  # asked for again when the rest of the list is known
        ids = self._ids[first : event.last]
        view = self.view
        self.ask(
            f"rows-{rows.id}",
            lambda reader: read_rows(reader, view, ids),
            lambda found: rows.supply(generation, first, found),
        )

    # Following the cursor

    @on(Moved)
    def _moved(self, event: Moved) -> None:
        if event.rows is self.list:
            self.after_rest("list", self._follow)
        elif event.rows is self.body_of(self.pane):
            self.after_rest("evidence", self.show_evidence)

    def _follow(self) -> None:
        """The list's cursor rests: bring its row into the other panes."""
        row = self.list.current
        if row is None:
            return
        self._entitle_list()
        query, apart = self.asked, self.set_apart_shown
        self._keep_place(row)
        name = self._row_name()

        def fill(shown: Shown) -> None:
            self._filled_for = (query, name)
            self._fill(shown)

        self.ask("detail", lambda reader: read_row(reader, row, query, apart), fill)

    def _row_name(self) -> str | None:
        """What tells the list's row under the cursor from others."""
        row = self.list.current
        return getattr(row, "id", None) or getattr(row, "name", None)

    @property
    def list_comes(self) -> bool:
        """Whether another list is being read than the one that is shown."""
        return self._list_shown != self._lists_asked

    @property
    def panes_come(self) -> bool:
        """Whether the other panes do not yet show what belongs to the list's row."""
        return self.list_comes or (self.list.total > 0 and self._filled_for != (self.asked, self._row_name()))

    @on(Failed)
    def _came_to_nothing(self, event: Failed) -> None:
        """What could not be read is not waited for."""
        self._list_shown = self._lists_asked
        self._filled_for = (self.asked, self._row_name())

    def _fill(self, shown: Shown) -> None:
        self.shown = shown
        self.evidence = None
        self.drop("linked")
        self.figures.linked = self.quotes.linked = frozenset()
        self._own_figures, self._own_quotes = shown.figures, shown.quotes
        self._more_figures, self._more_quotes = (), ()
        self.quotes.of_text = self.view in ("articles", "events")
        self._show_page(shown)
        if shown.mark is not None:
            self.reader.mark(shown.mark)
        new, self._asked_for = self._asked_for != (at := (self.asked, shown.asked, shown.asked_quote)), at
        self._show_figures(self._asked_row(self._own_figures, shown.asked) if new else None)
        self._show_quotes(self._asked_row(self._own_quotes, shown.asked_quote) if new else None)

    # The search line

    def begin_search(self) -> None:
        """Let the person type."""
        self._before_search = self.query_text
        self.go_pane(1)
        # At once, not after what is queued: the next key typed already belongs to the field.
        self.set_focus(self.search_bar.field, scroll_visible=False)
        self.search_bar.field.cursor_position = len(self.search_bar.field.value)
        self.lay_out()

    @on(QueryTyped)
    def _typed(self, event: QueryTyped) -> None:
        self.set_query(event.text, typed=True)

    @on(QueryDone)
    def _done(self, event: QueryDone) -> None:
        if not event.kept:
            self.set_query(self._before_search)
        else:
            self.remember_query(self.query_text)
        self.go_pane(1)

    def remember_query(self, text: str) -> None:
        """Keep a search that was made."""

    def action_open(self) -> None:
        """From the list to the text; from a figure or quote to its sentence."""
        if self.pane > 2:
            self.show_evidence()
        if self.pane != 2:
            self.go_pane(4 if self.pane == 1 and self.view == "speakers" else 2)

    # Matches

    def step_match(self, direction: int) -> None:
        """To the next match in the text, and on into the next article."""
        if not self.query_text.strip():
            self.say(f"Nothing is searched for. {key_of('search')} searches.")
        elif self.reader.step(direction):
            self._entitle_text()
        else:
            at = self.list.cursor + direction
            if 0 <= at < self.list.total:
                self._match_from = direction
                self.list.go(at)
            else:
                self.say("No further match." if direction > 0 else "No earlier match.")
