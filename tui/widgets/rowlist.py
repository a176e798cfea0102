"""A list of rows of any length, drawn line by line out of pages that the screen fetches when wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.highlight import matches
from store.query import Query
from tui.commands import with_keys
from tui.messages import Clicked, Moved, Wanted
from tui.safe import clip, one_line, width
from tui.widgets.length import set_length

Row = TypeVar("Row")

#: A piece of a drawn line: text that is safe to draw, and the name of its style ("" is the plain one).
Part = tuple[str, str]

PAGE = 64
KEPT_PAGES = 12


class RowList(ScrollView, Generic[Row], can_focus=False):
    """The base of every list. It keeps a window of rows; their number may be in the hundreds of thousands.

    A list never takes Textual's focus, whose every change draws the whole screen
    again: the screen has the keys, and tells the list of the pane in use that it
    is `active`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--dim",
        "row--strong",
        "row--number",
        "row--mark",
        "row--quote",
        "row--cursor",
        "row--gutter",
        "row--match",
    }

    #: Whether the keys go to this list: its row under the cursor stands out.
    active: reactive[bool] = reactive(False, repaint=False)
    #: Lines that a row takes.
    row_height = 2
    #: What is said when there is nothing.
    nothing = "Nothing here."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self.total = 0
        self.generation = 0
        self.known = False
        self.said = with_keys(self.nothing)
        self._pages: dict[int, Sequence[Row]] = {}
        self._pending: tuple[int, int] | None = None
        self._styles_seen: dict[str, Style] = {}
        #: Whose words are marked in the rows.
        self.query_ = Query()

    # What a list of its own kind overrides

    def parts(self, row: Row, cells: int) -> list[list[Part]]:
        """The lines of `row`, each within `cells` cells; at most `row_height` of them."""
        return [[(one_line(str(row)), "")]]

    def marked(self, text: str, style: str = "") -> list[Part]:
        """`text`, safe to draw, in pieces: the query's words stand out."""
        spans = matches(text, self.query_) if self.query_ else []
        parts: list[Part] = []
        at = 0
        for start, end in spans:
            parts += [(text[at:start], style), (text[start:end], "match")]
            at = end
        return [part for part in [*parts, (text[at:], style)] if part[0]]

    # What the screen gives

    def reset(
        self,
        total: int,
        cursor: int = 0,
        *,
        said: str | None = None,
        first: int = 0,
        rows: Sequence[Row] = (),
    ) -> None:
        """Show a new list of `total` rows: `rows` from index `first` on, the others still to come."""
        self.generation += 1
        self.known = True
        self.said = said or with_keys(self.nothing)
        self.total = total
        self._pages.clear()
        self._pending = None
        self._put(first, rows)
        self.cursor = min(max(cursor, 0), max(total - 1, 0))
        set_length(self, total * self.row_height)
        self._show_cursor()
        self._want()
        self.refresh()

    def grow(self, total: int) -> None:
        """The list goes on: it has `total` rows, the first of which are those that are shown."""
        self.total = total
        self._pending = None
        set_length(self, total * self.row_height)
        self._want()

    def set_rows(self, rows: Sequence[Row], cursor: int = 0, *, said: str | None = None) -> None:
        """Show these rows, which are the whole list."""
        self.reset(len(rows), cursor, said=said, rows=rows)

    def supply(self, generation: int, first: int, rows: Sequence[Row]) -> None:
        """Take rows that were wanted, from index `first`; those of an older list are dropped."""
        if generation != self.generation:
            return
        self._put(first, rows)
        self._pending = None
        if len(self._pages) > KEPT_PAGES:
            here = self.cursor // PAGE
            for page in sorted(self._pages, key=lambda page: abs(page - here))[KEPT_PAGES:]:
                del self._pages[page]
        top = round(self.scroll_y) // self.row_height
        # Rows out of sight came before they are needed: nothing is drawn again for them.
        if first <= top + self.visible_rows and first + len(rows) > top:
            self.refresh()
        if first <= self.cursor < first + len(rows):
            self.post_message(Moved(self))

    def _put(self, first: int, rows: Sequence[Row]) -> None:
        for offset in range(0, len(rows), PAGE):
            self._pages[(first + offset) // PAGE] = rows[offset : offset + PAGE]

    def replace(self, index: int, row: Row) -> None:
        """Draw `row` in the place of the one at `index` (its star changed, say)."""
        page = list(self._pages.get(index // PAGE, ()))
        if index % PAGE < len(page):
            page[index % PAGE] = row
            self._pages[index // PAGE] = page
            self._refresh_row(index)

    # What the screen asks

    def row(self, index: int) -> Row | None:
        """The row at `index`, if it has come."""
        page = self._pages.get(index // PAGE)
        return page[index % PAGE] if page is not None and 0 <= index % PAGE < len(page) else None

    @property
    def current(self) -> Row | None:
        """The row under the cursor, if it has come."""
        return self.row(self.cursor) if self.total else None

    def rows(self) -> list[Row]:
        """Every row that is held, in order."""
        return [row for page in sorted(self._pages) for row in self._pages[page]]

    # Moving

    @property
    def visible_rows(self) -> int:
        """How many whole rows fit."""
        return max(self.size.height // self.row_height, 1)

    def move(self, delta: int) -> None:
        """Move the cursor by `delta` rows, as far as the list goes."""
        self.go(self.cursor + delta)

    def half(self, direction: int) -> None:
        """Move by half of what is seen."""
        self.move(direction * max(self.visible_rows // 2, 1))

    def page(self, direction: int) -> None:
        """Move by what is seen."""
        self.move(direction * self.visible_rows)

    def ends(self, direction: int) -> None:
        """Move to the first row (-1) or the last (1)."""
        self.go(0 if direction < 0 else self.total - 1)

    def go(self, index: int) -> None:
        """Put the cursor on row `index`, or on the nearest there is."""
        index = min(max(index, 0), max(self.total - 1, 0))
        if index == self.cursor:
            return
        before, self.cursor = self.cursor, index
        self._refresh_row(before)
        self._refresh_row(index)
        self._show_cursor()
        self._want()
        self.post_message(Moved(self))

    def _show_cursor(self) -> None:
        """Scroll so that the cursor is seen: by half a screen, since each scroll repaints the whole list."""
        height = self.size.height
        if not height:
            return
        top = self.cursor * self.row_height
        seen = round(self.scroll_y)
        if seen <= top and top + self.row_height <= seen + height:
            return
        limit = max(self.total * self.row_height - height, 0)
        rows = self.visible_rows
        # A quarter of the rows stays in sight behind the cursor, whichever way it goes.
        behind = rows // 4 if top > seen else rows - 1 - rows // 4
        if abs(top - seen) > 2 * height:
            behind = rows // 2
        first = top - behind * self.row_height
        self.scroll_to(y=min(max(first, 0), limit), animate=False, force=True)

    # Drawing

    def _refresh_row(self, index: int) -> None:
        # Not `refresh_lines`, which draws the scrollbar again too.
        top = index * self.row_height - round(self.scroll_y)
        self.refresh(Region(0, top, self.scrollable_content_region.width, self.row_height))

    def _want(self) -> None:
        """Ask for the pages around what is seen that have not come."""
        if not self.total or not self.size.height:
            return
        top = round(self.scroll_y) // self.row_height
        first = max(min(top, self.cursor) - PAGE // 2, 0) // PAGE
        last = min(max(top + self.visible_rows, self.cursor) + PAGE // 2, self.total - 1) // PAGE
        if last - first > KEPT_PAGES // 2:
            first = last = self.cursor // PAGE
        missing = [page for page in range(first, last + 1) if page not in self._pages]
        if not missing:
            return
        wanted = (missing[0] * PAGE, min((missing[-1] + 1) * PAGE, self.total))
        if wanted != self._pending:
            self._pending = wanted
            self.post_message(Wanted(self, self.generation, *wanted))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fetch what comes into sight when the list is scrolled with the mouse."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        """Another height shows other rows."""
        self.settle()

    def settle(self) -> None:
        """Keep the cursor in sight."""
        self._show_cursor()
        self._want()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles that were worked out: the focus or the theme changed."""
        self._styles_seen.clear()
        super().notify_style_update()

    def watch_active(self) -> None:
        """Only the row under the cursor looks different in the pane in use."""
        self._refresh_row(self.cursor)

    def style(self, name: str) -> Style:
        """The style called `name` ("" is the plain one)."""
        style = self._styles_seen.get(name)
        if style is None:
            style = self.get_component_rich_style(f"row--{name}", partial=True) if name else Style()
            self._styles_seen[name] = style
        return style

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        cells = self.scrollable_content_region.width
        plain = Style.null()
        index, line = divmod(round(self.scroll_y) + y, self.row_height)
        if not self.total:
            words = self.said if y == 0 and self.known else ""
            return Strip([Segment(clip(" " + words, cells, pad=True), plain + self.style("dim"))], cells)
        if index >= self.total:
            return Strip.blank(cells, plain)
        row = self.row(index)
        here = index == self.cursor
        parts: list[Part] = []
        if row is not None:
            lines = self.parts(row, max(cells - 1, 1))
            parts = lines[line] if line < len(lines) else []
        elif line == 0:
            parts = [("…", "dim")]
        segments = [Segment("▌" if here else " ", plain + self.style("gutter") if here else plain)]
        base = plain
        if here:
            base = self.style("cursor") if self.active else Style(bold=line == 0)
        used = 1
        for text, name in parts:
            text = clip(text, cells - used)
            if not text:
                continue
            # On the cursor's row only weight speaks: colours on its background could not be read.
            style = base if here and self.active else base + self.style(name)
            segments.append(Segment(text, style))
            used += width(text)
        if used < cells:
            segments.append(Segment(" " * (cells - used), base))
        return Strip(Segment.simplify(segments), cells)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse was clicked; a second click opens the row."""
        index = (round(self.scroll_y) + event.y) // self.row_height
        chosen = index == self.cursor and event.chain > 1
        if 0 <= index < self.total:
            self.go(index)
        self.post_message(Clicked(self, chosen))
