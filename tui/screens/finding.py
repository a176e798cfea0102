"""Finding: filters and their values, saved searches, and the searches made before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store.query import field_words
from store.records import (
    ArticleFull,
    ArticleRow,
    ClaimantRow,
    EventRow,
    FigureRow,
    PlaceRow,
    QuoteRow,
    SpeakerRow,
)
from tui.commands import key_of
from tui.display import day, words_of
from tui.safe import one_line
from tui.screens.boards import Boards
from tui.screens.completing import Completing, History
from tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from store.saved import Saved


class Finding(Completing, Boards, Keeping):
    """What narrows the list, and what brings an earlier search back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.history = History(self.session.recent, self.remember)

    def add_filter(self, words: str | None) -> None:
        """Keep only what has `words` too."""
        if words is not None and words not in self.query_text:
            self.set_query(f"{self.query_text} {words}".strip())

    def action_filter(self) -> None:
        """Choose one value of the row under the cursor, and keep only what has it."""
        from tui.screens.dialogs import Choice, ChoiceScreen

        row = self.under_cursor()
        names = {
            ArticleRow: ("outlet", "dateline", "document", "published"),
            ArticleFull: ("outlet", "dateline", "document", "published"),
            FigureRow: ("measure", "claimant", "place", "unit", "actor", "channel", "date_to", "outlet"),
            QuoteRow: ("speaker", "channel", "kind", "date", "outlet"),
            EventRow: ("kind", "place", "actor", "date_to", "outlet"),
        }.get(type(row), ())
        pairs = [(name, getattr(row, name)) for name in names]
        if isinstance(row, SpeakerRow):
            pairs = [("speaker", row.name), ("claimant", row.name)]
        elif isinstance(row, PlaceRow):
            pairs = [("place", row.name)]
        elif isinstance(row, ClaimantRow):
            pairs = [("claimant", row.name), ("speaker", row.name)]
        choices = []
        for name, value in pairs:
            if value and name in ("published", "date", "date_to"):
                choices.append(Choice(field_words("on", value), day(value), "day"))
            elif value:
                shown = words_of(value) if name in ("measure", "kind") else one_line(value)
                choices.append(Choice(field_words(name, value), shown, name))
        if not choices:
            self.say("There is no value here to filter by.", "warning")
            return
        self.app.push_screen(ChoiceScreen("Keep only what has", choices), self.add_filter)

    def action_values(self) -> None:
        """The values of what is shown, field by field."""
        from tui.screens.facets import FacetScreen

        facet = {"speakers": "speaker", "places": "place"}.get(self.view, "claimant")
        self.app.push_screen(FacetScreen(self.library, self.asked, facet), self.add_filter)

    def action_open(self) -> None:
        """A place's and a claimant's figures side by side; an event's beside its text; else the text."""
        row = self.list.current if self.pane == 1 else None
        if isinstance(row, (PlaceRow, ClaimantRow)):
            from tui.screens.claims import ClaimsScreen

            words = field_words("place" if isinstance(row, PlaceRow) else "claimant", row.name)
            query = self.query_text if words in self.query_text else f"{self.query_text} {words}".strip()
            self.app.push_screen(
                ClaimsScreen(self.library, query, history=self.history), self._back_from_claims
            )
        elif isinstance(row, EventRow) and row.figures:
            self.go_pane(3)
        else:
            super().action_open()

    # Taking filters away

    def filters(self) -> list[tuple[int, int]]:
        """Where the fields of the query stand in it."""
        return [(field.start, field.end) for field in self.asked.fields]

    def drop_filter(self, start: int, end: int) -> None:
        """Search without the words from `start` to `end`; the cursor stays on its row."""
        text = self.query_text
        place = self.session.place
        self.set_query(" ".join((text[:start] + " " + text[end:]).split(" ")).strip())
        self.load(place)

    def action_unfilter(self) -> None:
        """Take the last filter away."""
        found = self.filters()
        if found:
            self.drop_filter(*found[-1])
        else:
            self.say(f"There is no filter to take away. {key_of('clear')} clears the whole search.")

    def action_filters(self) -> None:
        """Choose the filter that is to be taken away."""
        from tui.screens.dialogs import Choice, ChoiceScreen

        found = self.filters()
        if not found:
            self.say(f"There is no filter to take away. {key_of('clear')} clears the whole search.")
            return
        choices = [
            Choice(str(at), one_line(self.query_text[start:end])) for at, (start, end) in enumerate(found)
        ]

        def chosen(at: str | None) -> None:
            if at is not None:
                self.drop_filter(*found[int(at)])

        self.app.push_screen(ChoiceScreen("Take away", choices), chosen)

    # Saved searches

    def action_saved(self) -> None:
        """Open, save, rename or delete a search."""
        from tui.screens.saved import SavedScreen

        self.app.push_screen(SavedScreen(self.path, self.library, self.query_text), self._open_saved)

    def _open_saved(self, chosen: Saved | None) -> None:
        if chosen is None:
            return
        from store.saved import visit

        if self.query_text == chosen.query:
            self.load()  # what is new in it is shown too
        else:
            self.set_query(chosen.query)
        self.remember_query(chosen.query)
        self.ask("visit", lambda reader: visit(self.path, chosen.name, chosen.found), lambda _: None)

    # Searches made before

    def remember_query(self, text: str) -> None:
        """Keep a search that was made, the latest first."""
        self.history.add(text)

    def recalled(self, text: str) -> None:
        """Search for what was recalled."""
        self.set_query(text)

    def action_move(self, delta: int) -> None:
        """One row or line; in the empty search line, the search made before."""
        if not self.recall(-delta):
            self.body_of(1 if self.search_bar.field.has_focus else self.pane).move(delta)

    def begin_search(self) -> None:
        """Let the person type."""
        self.history.at = -1
        self.forget_completions()
        super().begin_search()

    def go_pane(self, pane: int) -> None:
        """To a pane: nothing is being typed any more."""
        self.forget_completions()
        super().go_pane(pane)
