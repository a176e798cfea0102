"""The timeline over the whole screen: a measure by day or week, a strip of bars for each claimant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult

from store.claims import voice
from store.records import FigureRow
from store.search import Reader
from store.timeline import Timeline, figures_at, kinds, timeline
from tui.claimwords import what, who
from tui.commands import with_keys
from tui.display import words_of
from tui.messages import Clicked
from tui.screens.board import Board, Left, evidence
from tui.timewords import EVERY, how_many, left_out, subject, when
from tui.widgets.chart import Chart

#: Figures whose sentences are told beneath.
_TOLD = 6


class TimelineScreen(Board):
    """Bars over days; the bar under the cursor tells its figures."""

    board = "timeline"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chart = Chart(id="chart")
        self.answer: Timeline | None = None
        self.measure: str | None = None
        self.family: str | None = None
        self.split = True
        self.span = self.left.order if self.left else "day"
        if self.left:
            self.measure, self.family, self.split = self.left.more
        #: Measures with what they count, most figures first; for the keys that go through them.
        self.kinds: list[tuple[str, str]] = []
        self._figures: list[FigureRow] = []

    def body(self) -> ComposeResult:
        """The bars."""
        yield self.chart

    # Reading

    def load(self, *, keep: bool = False) -> None:
        """Read the bars; with `keep`, the cursor stays on its day."""
        query, measure, family, span = self.asked, self.measure, self.family, self.span
        day = self.answer.days(self.chart.index)[1] if keep and self.answer is not None else None

        def read(reader: Reader) -> Timeline | None:
            found = timeline(reader, query, measure, family, span)
            # What another query counted may not be among what this one finds.
            return found or (timeline(reader, query, None, None, span) if measure and not keep else None)

        self.fetch("timeline", read, lambda found: self._show(found, day))
        if not keep:
            self.kinds = []

    def _know(self, found: list[tuple[str, str, int]]) -> None:
        self.kinds = [(measure, family) for measure, family, _ in found]

    def _show(self, found: Timeline | None, day: str | None) -> None:
        self.answer = found
        if found is not None:
            self.measure, self.family = found.measure, found.family
        left, self.left = self.left, None
        index = left.cursor if left else None
        if found is not None and day is not None:
            index = next((at for at in range(found.length) if found.days(at)[1] >= day), None)
        self.chart.ascii = bool(getattr(self.app, "ascii", False))
        self.chart.said = with_keys("No figure with a day matches. {clear} clears the search.")
        line = left.column if left else self.chart.line if day else 0
        self.chart.show(found, split=self.split, index=index, line=line)
        self._follow()
        self.arrived()
        if not self.kinds:
            # Only now, so that counting does not hold the bars up.
            query = self.asked
            self.ask("kinds", lambda reader: kinds(reader, query), self._know)

    # Following the cursor

    def _follow(self) -> None:
        """Tell what is under the cursor: at once what the bars say, soon what the figures say."""
        found, chart = self.answer, self.chart
        if found is None:
            self.title_line.words = "Timeline · nothing found"
            self.detail.lines = ()
            self._figures = []
            return
        words = [f"Timeline · {subject(found)}", "" if self.split else EVERY, left_out(found)]
        self.title_line.words = " · ".join(word for word in words if word)
        index = chart.index
        bars = [(line, line.bars[index]) for line in chart.lines if index in line.bars]
        paired = len(found.measures) > 1
        told = [
            f"{how_many(bar)}{' ' + words_of(line.measure) if paired else ''}"
            + (f", {who(line.claimant)}" if self.split else "")
            for line, bar in bars
        ]
        head = f"{when(found, index)} — {'; '.join(told) if told else 'nothing reported'}"
        self.detail.lines = ((head, "bold"),)
        self._figures = []
        if bars:
            self.after_rest("figures", self._fetch_figures)

    def _fetch_figures(self) -> None:
        found, index = self.answer, self.chart.index
        if found is None:
            return
        self.ask(
            "figures", lambda reader: figures_at(reader, found, index), lambda rows: self._tell(index, rows)
        )

    def _tell(self, index: int, figures: list[FigureRow]) -> None:
        if index != self.chart.index:
            return
        self._figures = figures
        lines = [self.detail.lines[0]] if self.detail.lines else []
        for figure in self.figures()[:_TOLD]:
            lines += evidence(figure)
        self.detail.lines = tuple(lines)

    def figures(self) -> Sequence[FigureRow]:
        """Those of the strip's bar under the cursor; where it has none, those of the day or week."""
        chart = self.chart
        if not chart.lines or chart.line >= len(chart.lines):
            return ()
        line = chart.lines[chart.line]
        own = [
            row for row in self._figures
            if row.measure == line.measure and (not self.split or voice(row.claimant) == voice(line.claimant))
        ]  # fmt: skip
        return own or self._figures

    def leave(self) -> Left:
        """Where the timeline is left."""
        more = (self.measure, self.family, self.split)
        return Left(self.query_text, self.chart.index, self.chart.line, self.span, more)

    # Keys

    def action_side(self, direction: int) -> None:
        """The next day or week, or the one before."""
        if not self.later("action_side", direction) and self.chart.side(direction):
            self._follow()

    def action_move(self, delta: int) -> None:
        """The next strip, or the one before."""
        if not self.recall(-delta) and not self.later("action_move", delta) and self.chart.move(delta):
            self._tell(self.chart.index, self._figures)

    def action_half(self, direction: int) -> None:
        """On to the next bar of which something is reported."""
        index = None if self.later("action_half", direction) else self.chart.told(direction)
        if index is not None:
            self.action_side(index - self.chart.index)

    def action_page(self, direction: int) -> None:
        """On by what is seen."""
        if not self.later("action_page", direction):
            self.action_side(direction * self.chart.slots)

    def action_ends(self, direction: int) -> None:
        """To the first day or week, or the last."""
        if not self.later("action_ends", direction) and self.answer is not None:
            self.action_side(direction * self.answer.length)

    def action_weeks(self) -> None:
        """By week."""
        self._by("week")

    def action_days(self) -> None:
        """By day."""
        self._by("day")

    def _by(self, span: str) -> None:
        if span != self.span:
            self.span = span
            self.holding()
            self.load(keep=True)

    def action_claimants(self) -> None:
        """A strip for each claimant, or one for all."""
        self.split = not self.split
        self.chart.show(self.answer, split=self.split, index=self.chart.index)
        self._follow()

    def action_measure(self, direction: int) -> None:
        """The next measure, or the one before."""
        if not self.kinds:
            self.say("The measures are still being counted." if self.answer else "There is no measure here.")
            return
        here = (self.measure or "", self.family or "")
        at = self.kinds.index(here) if here in self.kinds else -direction
        self.measure, self.family = self.kinds[(at + direction) % len(self.kinds)]
        self.say(what(self.measure, self.family).capitalize(), seconds=2)
        self.holding()
        self.load(keep=True)

    @on(Clicked)
    def _clicked(self, event: Clicked) -> None:
        self._follow()
        if event.chosen:
            self.action_open()
