"""The timeline's bars on the screen: a strip for each claimant and measure, over the same days or weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from store.timeline import Line, Timeline
from tui.chart import column
from tui.claimwords import who
from tui.display import number, words_of
from tui.messages import Clicked
from tui.safe import clip, width
from tui.timewords import when

#: The widest column of names, the tallest strip, and the widest slot of a bar.
NAMES, TALLEST, SLOT = 30, 6, 4


class Chart(Widget):
    """Strips of bars with a cursor on one bar of one strip."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--number", "chart--other", "chart--light", "chart--dim", "chart--cursor"
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.lines: Sequence[Line] = ()
        #: Whether each line is one claimant's; else it is all claimants', from the least to the most.
        self.split = True
        self.ascii = False
        self.said = ""
        #: The bar and the strip under the cursor.
        self.index = 0
        self.line = 0
        self._first = 0
        self._top = 0
        self._most = 0.0

    def show(
        self, timeline: Timeline | None, *, split: bool, index: int | None = None, line: int = 0
    ) -> None:
        """Show a timeline; the cursor stands on its last bar unless `index` says otherwise."""
        self.timeline, self.split = timeline, split
        self.lines = () if timeline is None else timeline.lines if split else timeline.every
        self._most = max((each.most for each in self.lines), default=0)
        self.line = min(max(line, 0), max(len(self.lines) - 1, 0))
        last = timeline.length - 1 if timeline is not None else 0
        self.index = last if index is None else min(max(index, 0), last)
        self._keep_in_sight()
        self.refresh()

    # Room

    @property
    def names(self) -> int:
        """Cells of the names."""
        return min(NAMES, self.size.width // 3) if self.size.width >= 24 else 0

    @property
    def strip_height(self) -> int:
        """Rows of a strip."""
        room = max(self.size.height - 1, 1)
        return min(max(room // max(len(self.lines), 1), 1 if room < 8 else 2), TALLEST, room)

    @property
    def strips(self) -> int:
        """How many strips are seen at a time."""
        return max((self.size.height - 1) // self.strip_height, 1)

    @property
    def slot(self) -> int:
        """Cells of a bar and the gap behind it."""
        length = self.timeline.length if self.timeline is not None else 1
        return min(max((self.size.width - self.names - 1) // max(length, 1), 1), SLOT)

    @property
    def slots(self) -> int:
        """How many bars are seen at a time."""
        return max((self.size.width - self.names - 1) // self.slot, 1)

    # Moving

    def side(self, delta: int) -> bool:
        """Other bars; whether the cursor moved."""
        if self.timeline is None:
            return False
        index = min(max(self.index + delta, 0), self.timeline.length - 1)
        moved, self.index = index != self.index, index
        return self._moved(moved)

    def move(self, delta: int) -> bool:
        """Other strips; whether the cursor moved."""
        line = min(max(self.line + delta, 0), max(len(self.lines) - 1, 0))
        moved, self.line = line != self.line, line
        return self._moved(moved)

    def told(self, direction: int) -> int | None:
        """The next bar, from the cursor on, of which something is reported in any strip."""
        every = self.timeline.every if self.timeline is not None else ()
        known = {index for line in every for index in line.bars}
        onward = [index for index in known if (index - self.index) * direction > 0]
        return min(onward, key=lambda index: abs(index - self.index), default=None)

    def _moved(self, moved: bool) -> bool:
        if moved:
            self._keep_in_sight()
            self.refresh()
        return moved

    def _keep_in_sight(self) -> None:
        if self.timeline is None or not self.size.width:
            return
        slots, strips = self.slots, self.strips
        limit = max(self.timeline.length - slots, 0)
        if not self._first <= self.index < self._first + slots:
            # By half of what is seen, since every scroll draws all of it again.
            self._first = self.index - slots // 2
        self._first = min(max(self._first, 0), limit)
        if not self._top <= self.line < self._top + strips:
            self._top = self.line - strips // 2
        self._top = min(max(self._top, 0), max(len(self.lines) - strips, 0))

    def on_resize(self) -> None:
        """Another size shows other bars."""
        self._keep_in_sight()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the bar that was clicked."""
        index = self._first + (event.x - self.names - 1) // self.slot
        line = self._top + event.y // self.strip_height
        chosen = (index, line) == (self.index, self.line) and event.chain > 1
        if self.timeline is not None and 0 <= index < self.timeline.length and 0 <= line < len(self.lines):
            self.index, self.line = index, line
            self.refresh()
        self.post_message(Clicked(self, chosen))

    # Drawing

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"chart--{name}", partial=True) if name else Style()

    def render_line(self, y: int) -> Strip:
        """One line: a row of a strip, or the days beneath them all."""
        cells = self.size.width
        if self.timeline is None:
            return _strip([(clip(f" {self.said}", cells) if not y else "", self._style("dim"))], cells)
        if y == self.size.height - 1:
            return self._days(self.timeline, cells)
        strip, row = divmod(y, self.strip_height)
        at = self._top + strip
        if strip >= self.strips or at >= len(self.lines):
            return Strip.blank(cells)
        line = self.lines[at]
        height = self.strip_height
        parts: list[tuple[str, Style]] = []
        here = at == self.line
        if self.names:
            parts.append(
                (self._named(line, row, here), Style(bold=here) if row == height - 1 else self._style("dim"))
            )
        colour = "number" if line.measure == self.timeline.measure else "other"
        for index in range(self._first, min(self._first + self.slots, self.timeline.length)):
            char, style = column(line.bars.get(index), self._most, height, ascii=self.ascii)[height - 1 - row]
            wide = max(self.slot - 1, 1)
            # A gap and a zero are one sign, not as many as a bar is wide.
            words = char * wide if style in ("number", "light") else char + " " * (wide - 1)
            drawn = self._style(colour if style == "number" else style)
            if index == self.index:
                if not here:
                    drawn = drawn + Style(underline=row == height - 1, bold=True)
                elif style in ("number", "light"):
                    # Not reversed: a full block would be a hole, and the room above it a bar.
                    drawn = drawn + self._style("cursor")
                elif row == height - 1:
                    drawn = drawn + Style(reverse=True)
            parts.append((words, drawn))
            parts.append((" " * (self.slot - wide), Style()))
        return _strip(parts, cells)

    def _named(self, line: Line, row: int, here: bool) -> str:
        height = self.strip_height
        name = who(line.claimant) if self.split else "all claimants"
        words = [f"{words_of(line.measure)} {name}"]
        if height > 1:
            words = [f"{words_of(line.measure)}, up to {number(line.most)}", name]
        at = row - (height - len(words))
        sign = "▌" if here and row == height - 1 else " "
        return sign + clip(words[at] if at >= 0 else "", self.names - 1, pad=True) + " "

    def _days(self, timeline: Timeline, cells: int) -> Strip:
        """Days under the bars: the cursor's, and others as there is room."""
        drawn = [" "] * cells
        start = self.names + 1 if self.names else 0

        def put(index: int) -> tuple[int, int] | None:
            words = when(timeline, index).rsplit(" ", 1)[0] if index != self.index else when(timeline, index)
            at = min(start + (index - self._first) * self.slot, max(cells - width(words), 0))
            end = at + len(words)
            if end > cells or any(char != " " for char in drawn[max(at - 1, 0) : end + 1]):
                return None
            drawn[at:end] = words
            return at, end

        mark = put(self.index)
        step = max(16 // self.slot, 1)
        for index in range(self._first, min(self._first + self.slots, timeline.length), step):
            put(index)
        words = "".join(drawn)
        if mark is None:
            return _strip([(words, self._style("dim"))], cells)
        begin, end = mark
        return _strip(
            [
                (words[:begin], self._style("dim")),
                (words[begin:end], Style(bold=True)),
                (words[end:], self._style("dim")),
            ],
            cells,
        )


def _strip(parts: Sequence[tuple[str, Style]], cells: int) -> Strip:
    segments, used = [], 0
    for words, style in parts:
        words = clip(words, cells - used)
        if words:
            segments.append(Segment(words, style))
            used += width(words)
    if used < cells:
        segments.append(Segment(" " * (cells - used), Style()))
    return Strip(Segment.simplify(segments), cells)
