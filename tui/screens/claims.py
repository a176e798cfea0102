"""The claims table over the whole screen: who claims what, side by side, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult

from store.claimpages import ORDERS, ClaimTable
from store.claims import ClaimRow
from store.records import FigureRow
from store.search import Reader
from tui.claimwords import cell_words, day_of, label, span, who
from tui.commands import with_keys
from tui.messages import Clicked, Moved, Wanted
from tui.screens.board import TALL, Board, Left, evidence
from tui.widgets.claimgrid import ClaimGrid, ClaimHead, Scrolled
from tui.widgets.rowlist import PAGE

#: More rows than these are not counted by claimant until columns are asked for.
_COUNTED = 20_000
#: Claimants that have a column at most.
_MOST = 200


class ClaimsScreen(Board):
    """Rows are day, place and measure; columns are claimants."""

    board = "claims"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grid = ClaimGrid(id="claims")
        self.grid.active = True
        self.head = ClaimHead(self.grid)
        self.answer: ClaimTable | None = None
        self.order = self.left.order if self.left else ORDERS[0]
        self.rivals = bool(self.left.more[0]) if self.left else False
        #: Columns (True), one after the other (False), or as the number of claimants asks for (None).
        self.wide: bool | None = self.left.more[1] if self.left else None

    def body(self) -> ComposeResult:
        """Names and rows."""
        yield self.head
        yield self.grid

    def lay_out(self) -> None:
        """Names have two lines where there is room."""
        super().lay_out()
        self.head.styles.height = 2 if self.size.height >= TALL and self.grid.wide else 1

    # Reading

    def load(self) -> None:
        """Count the rows, and read those around the cursor."""
        query, order, rivals = self.asked, self.order, self.rivals
        cursor = self.left.cursor if self.left else 0
        columns = self.wide

        def read(reader: Reader) -> tuple[ClaimTable, list[ClaimRow], int, list[str | None]]:
            table = ClaimTable(reader, query, order=order, rivals=rivals)
            first = min(cursor, max(table.total - 1, 0)) // PAGE * PAGE
            rows = table.rows(reader, first, first + PAGE)
            count = columns or (columns is None and table.total <= _COUNTED)
            return table, rows, first, [name for name, _ in table.claimants(reader, _MOST)] if count else []

        self.fetch("claims", read, self._show)

    def _show(self, found: tuple[ClaimTable, list[ClaimRow], int, list[str | None]]) -> None:
        self.answer, rows, first, claimants = found
        self.grid.forget(rows)
        self.grid.set_claimants(claimants, bool(claimants) and self.wide is not False)
        if self.wide is None and not self.grid.all_fit:
            self.grid.set_claimants(claimants, False)
        left, self.left = self.left, None
        at = left.cursor if left else 0
        said = with_keys("No rivals here. {claims_rivals} shows every row.") if self.rivals else None
        self.grid.reset(self.answer.total, at, said=said, first=first, rows=rows)
        if left:
            self.grid.column = left.column
        self.lay_out()
        self._follow()
        self.arrived()

    @on(Wanted)
    def _wanted(self, event: Wanted) -> None:
        answer, generation, first, last = self.answer, event.generation, event.first, event.last
        if answer is None:
            return
        self.ask(
            "claims-rows",
            lambda reader: answer.rows(reader, first, last),
            lambda rows: self.grid.supply(generation, first, rows),
        )

    # Following the cursor

    @on(Moved)
    def _moved(self, event: Moved) -> None:
        if isinstance(event, Scrolled):
            self.head.refresh()
        self.after_rest("detail", self._follow)

    def _follow(self) -> None:
        grid, row = self.grid, self.grid.current
        of = f"{grid.cursor + 1:,} of {grid.total:,}" if grid.total else "0"
        words = ["Claims", of, self.order, "rivals only" if self.rivals else ""]
        self.title_line.words = " · ".join(word for word in words if word)
        self.head.refresh()
        cell = grid.cell
        if row is None or cell is None:
            self.detail.lines = ()
            return
        lines = [(f"{day_of(row)} · {label(row).strip()} — {cell_words(cell)}, {who(cell.claimant)}", "bold")]
        if row.rival:
            others = [
                f"{cell_words(other)} {who(other.claimant)}" for other in row.cells if other is not cell
            ]
            lines.append((f"against: {'; '.join(others)}" + (f" ({span(row)})" if span(row) else ""), "bold"))
        lines += [(f"Σ {check.words}", "") for check in row.sums]
        lines += [(f"later → {cell_words_of(figure)}", "") for figure in row.later]
        for claim in reversed(cell.claims):
            told = evidence(claim.figure)
            if len(claim.reports) > 1:
                told[0] = (f"{told[0][0]} · in {len(claim.reports)} reports: {', '.join(claim.outlets)}", "")
            lines += told
        self.detail.lines = tuple(lines)

    def figures(self) -> Sequence[FigureRow]:
        """Those of the cell, in the order of report."""
        cell = self.grid.cell
        return [figure for claim in cell.claims for figure in claim.reports] if cell is not None else ()

    def leave(self) -> Left:
        """Where the table is left."""
        return Left(self.query_text, self.grid.cursor, self.grid.column, self.order, (self.rivals, self.wide))

    # Keys

    def action_move(self, delta: int) -> None:
        """One row."""
        if not self.recall(-delta) and not self.later("action_move", delta):
            self.grid.move(delta)

    def action_half(self, direction: int) -> None:
        """Half a page."""
        if not self.later("action_half", direction):
            self.grid.half(direction)

    def action_page(self, direction: int) -> None:
        """A page."""
        if not self.later("action_page", direction):
            self.grid.page(direction)

    def action_ends(self, direction: int) -> None:
        """The first row or the last."""
        if not self.later("action_ends", direction):
            self.grid.ends(direction)

    def action_side(self, direction: int) -> None:
        """To the next cell of the row, or the one before."""
        if not self.later("action_side", direction):
            self.grid.side(direction)

    def action_shape(self) -> None:
        """Columns, or claims one after the other."""
        self.wide = not self.grid.wide
        if self.wide and not self.grid.claimants:
            self.left = self.leave()
            self.reload()
            return
        self.grid.set_claimants(self.grid.claimants, self.wide)
        self.lay_out()
        self._follow()

    def action_rivals(self) -> None:
        """Only rows in which claimants differ, or all."""
        self.rivals = not self.rivals
        self.reload()

    def action_sort(self) -> None:
        """The next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.reload()

    @on(Clicked)
    def _clicked(self, event: Clicked) -> None:
        if event.chosen:
            self.action_open()


def cell_words_of(figure: FigureRow) -> str:
    """A figure that revises one of the row on another day."""
    head, sentence = evidence(figure)
    return f"{head[0]} {sentence[0]}"
