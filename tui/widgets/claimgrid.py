"""The claims table on the screen: rows by the page, and a cursor that goes from cell to cell."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from store.claims import Cell, ClaimRow, voice
from tui.claimwords import cell_words, day_of, label, span, who
from tui.messages import Moved
from tui.safe import clip, width
from tui.widgets.rowlist import RowList

#: The narrowest column of a claimant and the widest, and cells of the day.
NARROW, BROAD = 9, 18


class ClaimGrid(RowList[ClaimRow]):
    """One line a row. Wide: a column for each claimant. Narrow: each row's cells one after the other."""

    row_height = 1
    nothing = "No figure matches. {clear} clears the search."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        #: Claimants in the order of their columns.
        self.claimants: list[str | None] = []
        self.wide = True
        #: The column (wide) or cell (narrow) that the cursor wants; a row that lacks it takes the nearest.
        self.column = 0
        self._first = 0  # the first column that is seen
        #: Whether any row that has come shows the least and the most, and the longest head of a row.
        self.spans = False
        self._longest = 0

    # Where things stand

    @property
    def day_cells(self) -> int:
        """Cells of the day: with its year where there is room."""
        # A day that was worked out stands in brackets.
        return 14 if self._cells >= 70 else 9 if self._cells >= 34 else 0

    @property
    def head_cells(self) -> int:
        """Cells of what a row counts."""
        share = self._cells * 2 // 5 if self._cells < 100 else 44
        return max(min(share, self._longest + 1, self._cells - self.day_cells - NARROW - 3), 6)

    @property
    def _cells(self) -> int:
        return max(self.scrollable_content_region.width - 1, 1)

    @property
    def column_cells(self) -> int:
        """Cells of one claimant's column: as wide as shows them all, between bounds."""
        room = self._cells - self.day_cells - self.head_cells
        return min(max(room // max(len(self.claimants) + self.spans, 1) - 1, NARROW), BROAD)

    @property
    def shown(self) -> int:
        """How many claimants' columns are seen at a time; the span has the last place."""
        room = self._cells - self.day_cells - self.head_cells
        return max(room // (self.column_cells + 1) - self.spans, 1)

    @property
    def all_fit(self) -> bool:
        """Whether every claimant's column is seen at once."""
        return len(self.claimants) <= self.shown

    @property
    def first_column(self) -> int:
        """The first claimant that is seen."""
        return min(self._first, max(len(self.claimants) - self.shown, 0))

    def place(self, row: ClaimRow | None) -> int | None:
        """Index of the cell of `row` that the cursor stands on: the wanted one, or the nearest."""
        if row is None or not row.cells:
            return None
        if not self.wide:
            return min(self.column, len(row.cells) - 1)
        places = [self._columns.get(voice(cell.claimant), len(self.claimants)) for cell in row.cells]
        return min(range(len(places)), key=lambda at: (abs(places[at] - self.column), places[at]))

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor."""
        row = self.current
        at = self.place(row)
        return row.cells[at] if row is not None and at is not None else None

    # What the screen gives

    def set_claimants(self, claimants: Sequence[str | None], wide: bool) -> None:
        """Whose columns there are, and whether they are drawn."""
        self.claimants = list(claimants)
        self._columns = {voice(claimant): at for at, claimant in enumerate(self.claimants)}
        self.wide = wide
        self.column = self._first = 0
        self.refresh()

    _columns: dict[str, int] = {}  # noqa: RUF012  (replaced, never changed)

    def _put(self, first: int, rows: Sequence[ClaimRow]) -> None:
        super()._put(first, rows)
        self._measure(rows)

    def _measure(self, rows: Sequence[ClaimRow]) -> None:
        """Columns are as wide as what has come needs."""
        self.spans = self.spans or any(span(row) for row in rows)
        self._longest = max([self._longest, *(width(label(row)) for row in rows)])

    def forget(self, rows: Sequence[ClaimRow]) -> None:
        """Another table comes, which begins with these rows."""
        self.spans, self._longest = False, 0
        self._measure(rows)

    # Moving

    def side(self, direction: int) -> None:
        """To the next cell of the row that says something, or to the one before."""
        row = self.current
        at = self.place(row)
        if row is None or at is None:
            return
        if self.wide:
            places = sorted(
                self._columns.get(voice(cell.claimant), len(self.claimants)) for cell in row.cells
            )
            here = self._columns.get(voice(row.cells[at].claimant), len(self.claimants))
            onward = [place for place in places if (place - here) * direction > 0]
            if not onward:
                return
            self.column = min(onward, key=lambda place: abs(place - here))
            self._show_column()
        else:
            other = at + direction
            if not 0 <= other < len(row.cells):
                return
            self.column = other
        self._refresh_row(self.cursor)
        self.post_message(Moved(self))

    def go(self, index: int) -> None:
        """To another row; its cell is brought into sight."""
        super().go(index)
        self._show_column()

    def _show_column(self) -> None:
        """Scroll sideways so that the cell under the cursor is seen."""
        row = self.current
        at = self.place(row)
        if not self.wide or row is None or at is None:
            return
        here = self._columns.get(voice(row.cells[at].claimant))
        if here is None:
            return
        first = self.first_column
        if here < first:
            first = here
        elif here >= first + self.shown:
            first = here - self.shown + 1
        if first != self._first:
            self._first = first
            self.refresh()
            self.post_message(Scrolled(self))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row."""
        index = round(self.scroll_y) + y
        row = self.row(index) if index < self.total else None
        if row is None:
            return super().render_line(y)
        cells = self.scrollable_content_region.width
        here = index == self.cursor
        before = self.row(index - 1) if y and index else None
        line = _Line(cells, Style.null())
        line.add("▌" if here else " ", 1, self.style("gutter") if here else Style())
        if self.day_cells:
            year = None if self.day_cells > 9 else row.day[:4]
            said = day_of(row, year)
            same = before is not None and (before.day, before.dated) == (row.day, row.dated)
            line.add("" if same else said, self.day_cells, self.style("dim"))
        line.add(label(row), self.head_cells, Style(bold=here))
        at = self.place(row) if here else None
        if self.wide:
            self._wide(line, row, at)
        else:
            self._narrow(line, row, at)
        return line.strip()

    def _wide(self, line: _Line, row: ClaimRow, at: int | None) -> None:
        size, first = self.column_cells, self.first_column
        for claimant in self.claimants[first : first + self.shown]:
            cell = row.cell(claimant)
            marked = at is not None and cell is row.cells[at] and cell is not None
            style = self.style("cursor") if marked else self.style("number") if row.rival else Style()
            line.add(" ", 1)
            line.add(cell_words(cell), size, style, right=True)
        most = span(row)
        if most:
            line.add(" ", 1)
            line.add(most, line.room, self.style("mark" if row.rival else "dim"))

    def _narrow(self, line: _Line, row: ClaimRow, at: int | None) -> None:
        line.add(" ", 1)
        # The cell under the cursor is always among those that fit.
        pieces = [(cell_words(cell), who(cell.claimant)) for cell in row.cells]
        first = 0
        if at is not None:
            taken = [width(words) + width(name) + 4 for words, name in pieces]
            while first < at and sum(taken[first : at + 1]) > line.room - 2 * bool(first):
                first += 1
        if first:
            line.add("… ", 2, self.style("dim"))
        for number, (words, name) in enumerate(pieces[first:], first):
            marked = number == at
            style = self.style("cursor") if marked else self.style("number")
            line.add(words, min(width(words), line.room), style)
            line.add(" ", 1)
            line.add(
                name, min(width(name), line.room), self.style("cursor") if marked else self.style("quote")
            )
            line.add("   ", min(3, line.room))


class Scrolled(Moved):
    """Other columns are seen than before."""


class _Line:
    """A line of the screen, filled from the left."""

    def __init__(self, cells: int, base: Style) -> None:
        self.cells = cells
        self.room = cells
        self.base = base
        self.segments: list[Segment] = []

    def add(self, words: str, cells: int, style: Style | None = None, *, right: bool = False) -> None:
        """`words` in just so many cells, as far as there is room."""
        cells = min(cells, self.room)
        if cells <= 0:
            return
        words = clip(words, cells)
        gap = cells - width(words)
        if right and gap:
            self.segments.append(Segment(" " * gap, self.base))
            gap = 0
        self.segments.append(Segment(words, self.base + (style or Style())))
        if gap:
            self.segments.append(Segment(" " * gap, self.base))
        self.room -= cells

    def strip(self) -> Strip:
        """The line, filled up."""
        if self.room > 0:
            self.segments.append(Segment(" " * self.room, self.base))
        return Strip(Segment.simplify(self.segments), self.cells)


class ClaimHead(Widget):
    """The names over the columns: on two lines where there is room."""

    def __init__(self, grid: ClaimGrid) -> None:
        super().__init__(id="claim-head")
        self.grid = grid

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        grid, height = self.grid, self.size.height
        bold = Style(bold=True)
        line = _Line(self.size.width, Style.null())
        last = y == height - 1
        line.add(" ", 1)
        if grid.day_cells:
            line.add("Day" if last else "", grid.day_cells, bold)
        line.add("What" if last else "", grid.head_cells, bold)
        if not grid.wide:
            line.add(" Who claims how many" if last else "", line.room, bold)
            return line.strip()
        first, behind = grid.first_column, grid.first_column + grid.shown
        cell = grid.cell
        for claimant in grid.claimants[first:behind]:
            words = _two_lines(who(claimant), grid.column_cells) if height > 1 else [who(claimant)]
            line.add(" ", 1)
            here = cell is not None and voice(cell.claimant) == voice(claimant)
            said = words[y - height] if height - y <= len(words) else ""
            line.add(said, grid.column_cells, Style(bold=True, underline=here and bool(said)), right=True)
        more = len(grid.claimants) - behind
        words_last = f" +{more} more →" if more > 0 else " least to most" if grid.spans else ""
        line.add(words_last if last else "", line.room, bold)
        return line.strip()


def _two_lines(words: str, cells: int) -> list[str]:
    """A name on one line or two, broken between its words."""
    if width(words) <= cells:
        return [words]
    first, *others = words.split(" ")
    while others and width(f"{first} {others[0]}") <= cells:
        first = f"{first} {others.pop(0)}"
    return [first, " ".join(others)] if others else [first]
