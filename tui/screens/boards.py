"""The keys `c` and `t`: the claims table and the timeline over the browser, and the way back to the evidence."""

from __future__ import annotations

from typing import Any

from store.records import FigureRow
from tui.answers import Shown, read_page
from tui.screens.board import Left
from tui.screens.reading import Reading


class Boards(Reading):
    """Opens the boards, and shows the figure that is chosen there in its article."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Where each board was left.
        self._boards: dict[str, Left] = {}

    def action_claims(self) -> None:
        """Who claims what, side by side."""
        from tui.screens.claims import ClaimsScreen

        left = self._boards.get("claims")
        self.app.push_screen(ClaimsScreen(self.library, self.query_text, left), self._back_from_claims)

    def _back_from_claims(self, result: Any) -> None:
        self._back("claims", result)

    def action_timeline(self) -> None:
        """A measure by day or week."""
        from tui.screens.timeline import TimelineScreen

        left = self._boards.get("timeline")
        self.app.push_screen(TimelineScreen(self.library, self.query_text, left), self._back_from_timeline)

    def _back_from_timeline(self, result: Any) -> None:
        self._back("timeline", result)

    def _back(self, board: str, result: Any) -> None:
        if result is None:
            return
        chosen, left = result
        self._boards[board] = left
        if chosen == "claims":
            self.action_claims()
        elif chosen == "timeline":
            self.action_timeline()
        elif isinstance(chosen, FigureRow):
            self.show_figure(chosen)

    def show_figure(self, figure: FigureRow) -> None:
        """Bring a figure's article into the panes, with the figure marked in its sentence."""
        query = self.asked

        def show(shown: Shown) -> None:
            if shown.article is None:
                self.say("The article is no longer in the store.", "warning")
                return
            self._fill(shown)
            at = next((at for at in range(self.figures.total) if self._is(at, figure)), None)
            self.go_pane(3)
            if at is not None:
                self.figures.go(at)
            self.evidence = figure
            self._mark(figure)
            self.go_pane(2)

        self.ask("detail", lambda reader: read_page(reader, figure.article_id, query), show)

    def _is(self, at: int, figure: FigureRow) -> bool:
        row = self.figures.row(at)
        return row is not None and row.id == figure.id
