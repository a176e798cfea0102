"""The keys `c` and `t`: the claims table and the timeline over the browser, and the way back to the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store.records import ArticleFull, EventRow, FigureRow, QuoteRow
from store.things import Thing, thing
from tui.answers import Shown, read_page
from tui.screens.reading import Reading
from tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.screens.board import Board, Left
    from tui.screens.completing import History


class Boards(Reading):
    """Opens the boards, and shows what is chosen there, or by the command line, in its article."""

    history: History

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Where each board was left.
        self._boards: dict[str, Left] = {}
        #: Kind and id of what is shown first.
        self.arriving: tuple[str, str] | None = None

    async def open_board(self, board: Board, back: Callable[[Any], None]) -> None:
        """Show a board; `back` is called with what it is left with."""
        # One picture of the new screen, not one for each step of its making.
        with self.app.batch_update():
            await self.app.push_screen(board, back)

    async def action_claims(self) -> None:
        """Who claims what, side by side."""
        from tui.screens.claims import ClaimsScreen

        left = self._boards.get("claims")
        await self.open_board(
            ClaimsScreen(self.library, self.query_text, left, self.history), self._back_from_claims
        )

    def _back_from_claims(self, result: Any) -> None:
        self._back("claims", result)

    async def action_timeline(self) -> None:
        """A measure by day or week."""
        from tui.screens.timeline import TimelineScreen

        left = self._boards.get("timeline")
        await self.open_board(
            TimelineScreen(self.library, self.query_text, left, self.history), self._back_from_timeline
        )

    def _back_from_timeline(self, result: Any) -> None:
        self._back("timeline", result)

    def _back(self, board: str, result: Any) -> None:
        if result is None:
            return
        chosen, left = result
        self._boards[board] = left
        if chosen == "claims":
            self.call_later(self.action_claims)
        elif chosen == "timeline":
            self.call_later(self.action_timeline)
        elif isinstance(chosen, FigureRow):
            self.show_thing(chosen)

    # Going to a thing

    def arrive(self) -> None:
        """Show what the command line asked for, once the list is there."""
        arriving, self.arriving = self.arriving, None
        if arriving is None:
            return
        kind, ident = arriving

        def show(found: Thing | None) -> None:
            if found is None:
                self.say("That is no longer in the store.", "warning")
            else:
                self.show_thing(found)

        self.ask("arrive", lambda reader: thing(reader, kind, ident), show)

    def show_thing(self, found: Thing) -> None:
        """Bring a thing's article into the panes, with the thing marked in its text."""
        query = self.asked
        article = found.id if isinstance(found, ArticleFull) else found.article_id

        def show(shown: Shown) -> None:
            if shown.article is None:
                self.say("The article is no longer in the store.", "warning")
                return
            if isinstance(found, EventRow) and found.sentences:
                shown.mark = found.sentences[0]
            self._fill(shown)
            for pane, kind in ((3, FigureRow), (4, QuoteRow)):
                body = self.figures if kind is FigureRow else self.quotes
                if isinstance(found, kind):
                    self.go_pane(pane)
                    body.go(next((at for at in range(body.total) if self._is(body, at, found)), 0))
                    self.evidence = found
                    self._mark(found)
            self.go_pane(2)

        self.ask("detail", lambda reader: read_page(reader, article, query), show)

    @staticmethod
    def _is(body: RowList[Any], at: int, found: FigureRow | QuoteRow) -> bool:
        row = body.row(at)
        return row is not None and row.id == found.id
