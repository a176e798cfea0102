"""The reader: an article's text, wrapped, with what was found in it marked to the exact character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.messages import Clicked
from tui.safe import safe, width
from tui.widgets.length import set_length
from tui.widgets.wrap import line_at, wrap

Span = tuple[int, int]

#: Longer lines are hard to read.
MEASURE = 88


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader shows: the lines above the text, the text, and where figures and quotes stand in it.

    `above` holds (line, style name) pairs, safe to draw; offsets are into `text`.
    """

    article_id: str
    text: str
    above: list[tuple[str, str]] = field(default_factory=list)
    figures: list[Span] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)


class Reader(ScrollView, can_focus=False):
    """Shows one article. Marks are layers: what is found, then search matches, then what is chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--dim",
        "reader--warn",
        "reader--figure",
        "reader--quote",
        "reader--match",
        "reader--match-here",
        "reader--mark",
        "reader--who",
        "reader--gutter",
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: Page | None = None
        self.said = ""
        self.matches: list[Span] = []
        self.match_at = -1
        self.marked: Span | None = None
        self.who: Span | None = None
        self.around: Span | None = None
        self._drawn = ""
        self._lines: list[Span] = []
        self._above: list[tuple[str, str]] = []
        self._wrapped = 0
        self._styles_seen: dict[str, Style] = {}

    # What the screen gives

    def show(self, page: Page | None, said: str = "") -> None:
        """Show an article from its top, or nothing."""
        self.article = page
        self.said = said
        self.matches = []
        self.match_at = -1
        self.marked = self.who = self.around = None
        self._drawn = safe(page.text, newlines=True) if page else ""
        self._wrapped = 0
        self._wrap()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def mark(self, span: Span | None, who: Span | None = None, around: Span | None = None) -> None:
        """Mark the exact characters of `span`, and of `who` says so; scroll to them if they are out of sight.

        `around` is the sentence: a bar stands beside its lines.
        """
        before = (self.marked, self.who, self.around)
        self.marked, self.who, self.around = span, who, around or span
        if before != (self.marked, self.who, self.around):
            self._refresh_spans(*before)
            self._refresh_spans(span, who, self.around)
        if span is not None:
            self._reveal(span)

    def set_matches(self, matches: Sequence[Span], at: int = -1) -> None:
        """Mark what the search found; `at` is the one that n goes on from."""
        self.matches = list(matches)
        self.match_at = -1
        self.refresh()
        if at >= 0:
            self.go_match(at)

    def go_match(self, index: int) -> None:
        """Go to the match at `index`."""
        before = self.matches[self.match_at] if 0 <= self.match_at < len(self.matches) else None
        self.match_at = index
        self._refresh_spans(before, self.matches[index])
        self._reveal(self.matches[index])

    def step(self, direction: int) -> bool:
        """Go to the next match (or the one before); False when there is none in this article."""
        index = self.match_at + direction
        if self.match_at < 0 and direction < 0:
            index = len(self.matches) - 1
        if not 0 <= index < len(self.matches):
            return False
        self.go_match(index)
        return True

    @property
    def top(self) -> int:
        """The offset at which the first line in sight begins."""
        line = round(self.scroll_y) - len(self._above)
        return self._lines[min(max(line, 0), len(self._lines) - 1)][0] if self._lines else 0

    def offset_beneath(self, offset: int, lines: int) -> int:
        """The offset that stands `lines` lines beneath `offset` (above it when below 0), in the same column."""
        if not self._lines:
            return offset
        line = line_at(self._lines, offset)
        start, end = self._lines[min(max(line + lines, 0), len(self._lines) - 1)]
        return min(start + offset - self._lines[line][0], max(end - 1, start))

    def reveal(self, span: Span) -> None:
        """Scroll so that the span is in sight."""
        self._reveal(span)

    # Moving

    def move(self, delta: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_y + delta)

    def half(self, direction: int) -> None:
        """Scroll by half a page."""
        self.move(direction * max(self.size.height // 2, 1))

    def page(self, direction: int) -> None:
        """Scroll by a page; one line stays in sight."""
        self.move(direction * max(self.size.height - 1, 1))

    def ends(self, direction: int) -> None:
        """Scroll to the top (-1) or the bottom (1)."""
        self._scroll(0 if direction < 0 else self.virtual_size.height)

    def _scroll(self, y: float) -> None:
        limit = max(self.virtual_size.height - self.size.height, 0)
        self.scroll_to(y=min(max(y, 0), limit), animate=False, force=True)

    def go_to(self, offset: int) -> None:
        """Bring the line of an offset to the top."""
        self._wrap()
        if self._lines and offset > 0:
            self._scroll(self._line_of(offset))

    # Lines

    @property
    def _cells(self) -> int:
        """Cells for the text: two go to the gutter and one stays free on the right."""
        return max(min(self.scrollable_content_region.width - 3, MEASURE), 2)

    def _wrap(self) -> None:
        """Break the text for the present width, unless that is done."""
        cells = self._cells
        if self._wrapped == cells:
            return
        self._wrapped = cells
        self._above = []
        self._lines = []
        if self.article is not None:
            for text, name in self.article.above:
                self._above += [(text[start:end], name) for start, end in wrap(text, cells)]
            if self._above:
                self._above.append(("", ""))
            self._lines = wrap(self._drawn, cells)
        set_length(self, len(self._above) + len(self._lines))

    def _line_of(self, offset: int) -> int:
        return len(self._above) + line_at(self._lines, offset)

    def _refresh_spans(self, *spans: Span | None) -> None:
        for span in spans:
            if span is not None and self._lines:
                first = self._line_of(span[0])
                self.refresh_lines(first, self._line_of(max(span[1] - 1, span[0])) - first + 1)

    def _reveal(self, span: Span) -> None:
        """Scroll so that the span's lines are in sight, a third from the top when they were not."""
        height = self.size.height
        if not height or not self._lines:
            return
        first, last = self._line_of(span[0]), self._line_of(max(span[1] - 1, span[0]))
        top = round(self.scroll_y)
        if first < top or last >= top + height:
            self._scroll(first - min(height // 3, max(height - 1 - (last - first), 0)))

    def on_resize(self) -> None:
        """Another width breaks the text elsewhere."""
        self.settle()

    def settle(self) -> None:
        """Wrap again, and keep the first line, or what is marked, in sight."""
        top = round(self.scroll_y) - len(self._above)
        at = self._lines[top][0] if 0 <= top < len(self._lines) else None
        self._wrap()
        if self.marked is not None:
            self._reveal(self.marked)
        elif at is not None:
            self._scroll(self._line_of(at))
        self.refresh()

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the styles that were worked out."""
        self._styles_seen.clear()
        super().notify_style_update()

    def style(self, name: str) -> Style:
        """The style called `name` ("" is the plain one)."""
        style = self._styles_seen.get(name)
        if style is None:
            style = self.get_component_rich_style(f"reader--{name}", partial=True) if name else Style()
            self._styles_seen[name] = style
        return style

    def _layers(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """What is marked between two offsets, cut to them, lowest layer first."""
        layers: list[tuple[int, int, str]] = []

        def add(span: Span | None, name: str) -> None:
            if span is not None and span[0] < end and span[1] > start:
                layers.append((max(span[0], start), min(span[1], end), name))

        if self.article is not None:
            for span in self.article.quotes:
                add(span, "quote")
            for span in self.article.figures:
                add(span, "figure")
        for index, span in enumerate(self.matches):
            add(span, "match-here" if index == self.match_at else "match")
        add(self.marked, "mark")
        add(self.who, "who")
        return layers

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        cells = self.scrollable_content_region.width
        plain = Style.null()
        self._wrap()
        index = round(self.scroll_y) + y
        if self.article is None:
            words = " " + self.said if y == 0 else ""
            return Strip([Segment(words, plain + self.style("dim"))]).adjust_cell_length(cells, plain)
        if index < len(self._above):
            text, name = self._above[index]
            return Strip([Segment("  " + text, plain + self.style(name))]).adjust_cell_length(cells, plain)
        index -= len(self._above)
        if index >= len(self._lines):
            return Strip.blank(cells, plain)
        start, end = self._lines[index]
        inside = self.around is not None and self.around[0] < max(end, start + 1) and self.around[1] > start
        gutter = Segment("▎ ", plain + self.style("gutter")) if inside else Segment("  ", plain)
        segments = [gutter]
        layers = self._layers(start, end)
        cuts = sorted({start, end, *(cut for layer in layers for cut in layer[:2])})
        for left, right in pairwise(cuts):
            style = plain
            for low, high, name in layers:
                if low <= left and right <= high:
                    style += self.style(name)
            segments.append(Segment(self._drawn[left:right], style))
        used = 2 + width(self._drawn[start:end])
        if used < cells:
            segments.append(Segment(" " * (cells - used), plain))
        return Strip(Segment.simplify(segments)).adjust_cell_length(cells, plain)

    def on_click(self) -> None:
        """The mouse chooses the pane."""
        self.post_message(Clicked(self, False))
