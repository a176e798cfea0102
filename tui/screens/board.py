"""What the claims table and the timeline share: a search line, a title, evidence to open, citations to copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult, RenderResult
from textual.binding import BindingsMap
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from store.errors import QueryError
from store.query import Query, parse_query
from store.records import FigureRow
from tui.claimwords import bounds, who
from tui.commands import bindings
from tui.display import day, published
from tui.messages import Failed, QueryDone, QueryTyped
from tui.safe import clip, for_clipboard, one_line
from tui.screenkeys import screen_commands
from tui.screens.completing import Completing, History
from tui.typeahead import hold_keys, release_keys
from tui.widgets.footer import KeyLine
from tui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from tui.library import Library

#: Seconds after which a search that is being typed is looked up.
TYPING = 0.15
#: Seconds after which a read shows that it is under way, and between two steps of its sign.
SLOW, STEP = 0.25, 0.2
_TURNS = "⣾⣽⣻⢿⡿⣟⣯⣷"
#: Lines under which what the cursor stands on is not told beneath, and from which it has more room.
LOW, TALL = 12, 20


@dataclass
class Left:
    """Where a board was left, so that it can be gone back to."""

    query: str
    cursor: int = 0
    column: int = 0
    order: str = "newest"
    more: Any = None


class BoardTitle(Widget):
    """The first line: what is shown, and how much."""

    words: reactive[str] = reactive("", layout=False)

    def render(self) -> RenderResult:
        """One line."""
        return Content.styled(clip(f" {one_line(self.words)}", self.size.width), "bold")


class Turning(Widget):
    """The end of the first line: a sign that turns while the store is read; a few bytes a turn."""

    turn: reactive[int] = reactive(-1, layout=False)

    def render(self) -> RenderResult:
        """A sign, or nothing."""
        return Content(_TURNS[self.turn % len(_TURNS)] if self.turn >= 0 else "")


class Detail(Widget):
    """The lines beneath: the evidence for what the cursor stands on."""

    lines: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=False)

    def render(self) -> RenderResult:
        """As many lines as there is room for."""
        from tui.widgets.wrap import wrap

        cells, room = self.size.width - 2, self.size.height
        drawn: list[tuple[str, str]] = []
        for words, style in self.lines:
            safe = one_line(words)
            drawn += [(f" {safe[start:end]}", style) for start, end in wrap(safe, cells)]
        drawn = drawn[:room]
        parts: list[str | tuple[str, str]] = []
        for number, (words, style) in enumerate(drawn):
            parts += ["\n" if number else "", (words, style) if style else words]
        return Content.assemble(*parts)


class Board(Completing):
    """A screen over the browser; it is left with the figure to show there, or with None."""

    AUTO_FOCUS = ""
    #: Its name in `tui.screenkeys`.
    board = ""

    def __init__(
        self, library: Library, query: str, left: Left | None = None, history: History | None = None
    ) -> None:
        super().__init__(library)
        self.history = history or History()
        self._bindings = BindingsMap.from_keys(
            {
                **self._bindings.key_to_bindings,
                **BindingsMap(bindings(screen_commands(self.board))).key_to_bindings,
            }
        )
        self.query_text = query
        self.asked = Query()
        self.left = left if left is not None and left.query == query else None
        self._before = query
        self.search_bar = SearchBar(id="search")
        self.title_line = BoardTitle()
        self.turning = Turning()
        self.detail = Detail()
        self.key_line = KeyLine(id="keys")
        self.key_line.set_reactive(KeyLine.pane, self.board)
        #: Moves made while another answer is read, which are made in that; None while nothing is read.
        self._moves: list[tuple[str, int]] | None = None
        self._spinner: Timer | None = None
        self._reading = 0

    def body(self) -> ComposeResult:
        """What stands between title and detail."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Search line, title, body, evidence, keys."""
        yield self.search_bar
        with Horizontal(id="board-title"):
            yield self.title_line
            yield self.turning
        yield from self.body()
        yield self.detail
        yield self.key_line

    def on_mount(self) -> None:
        """Read what the browser's search finds."""
        self.search_bar.put(self.query_text)
        try:
            self.asked = parse_query(self.query_text)
        except QueryError as error:
            self.search_bar.complain(str(error))
        self.lay_out()
        self.reload()

    def load(self) -> None:
        """Read the answer anew."""
        raise AssertionError("a board says what it loads")  # pragma: no cover

    def reload(self) -> None:
        """Read the answer anew; keys pressed meanwhile are for what comes."""
        self.holding()
        self.load()

    def holding(self) -> None:
        """Hold keys back until `arrived`; after a moment they go on, and moves are made in what comes."""
        hold_keys(self.app)
        self._moves = []

    def arrived(self) -> None:
        """What was read is shown."""
        moves, self._moves = self._moves, None
        for name, amount in moves or ():
            getattr(self, name)(amount)
        if moves is not None:
            release_keys(self.app, self)

    def later(self, name: str, amount: int) -> bool:
        """Whether a move is to wait for what is being read."""
        if self._moves is None:
            return False
        self._moves.append((name, amount))
        return True

    def lay_out(self) -> None:
        """What there is room for."""
        height = self.size.height
        rows = 0 if height < LOW else 7 if height >= TALL else 4
        if height >= 40:
            rows = 10
        self.detail.display = bool(rows)
        self.detail.styles.height = rows
        searching = self.search_bar.field.has_focus
        self.search_bar.display = searching or height >= LOW

    def on_resize(self) -> None:
        """Another size has room for other things."""
        self.lay_out()

    # Reading, with a sign that it takes time

    def fetch(self, group: str, job: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Like `ask`; where the answer takes a while, the title says so. Nothing is drawn when nothing is read."""
        self._reading += 1
        number = self._reading

        def done(answer: Any) -> None:
            if number == self._reading:
                self._still()
            then(answer)

        if self._spinner is None:
            self._spinner = self.set_timer(SLOW, self._spin)
        self.ask(group, job, done)

    def _spin(self) -> None:
        self.turning.turn = 0
        self._spinner = self.set_interval(STEP, self._turn)

    def _turn(self) -> None:
        self.turning.turn += 1

    def _still(self) -> None:
        if self._spinner is not None:
            self._spinner.stop()
            self._spinner = None
        self.turning.turn = -1

    @on(Failed)
    def _could_not(self, event: Failed) -> None:
        self._still()
        self.arrived()

    @property
    def busy(self) -> bool:
        """Whether something is still to be read or drawn."""
        return bool(self._rests) or any(not work.is_finished for work in self.workers)

    # The search line

    def action_search(self) -> None:
        """Type a query."""
        self._before = self.query_text
        self.history.at = -1
        self.search_bar.display = True
        self.set_focus(self.search_bar.field, scroll_visible=False)
        self.search_bar.field.cursor_position = len(self.search_bar.field.value)

    @on(QueryTyped)
    def _typed(self, event: QueryTyped) -> None:
        self.after_rest("typing", lambda: self.set_query(event.text), TYPING)

    @on(QueryDone)
    def _done(self, event: QueryDone) -> None:
        self.no_rest("typing")
        self.forget_completions()
        text = self.search_bar.field.value if event.kept else self._before
        if event.kept:
            self.history.add(text)
        else:
            self.search_bar.put(text)
        self.set_focus(None)
        self.lay_out()
        self.set_query(text)

    def set_query(self, text: str) -> None:
        """Look for `text`; where it is wrong that is said, and what was found before stays."""
        try:
            asked = parse_query(text)
        except QueryError as error:
            self.search_bar.complain(str(error))
            return
        self.search_bar.complain("")
        if asked == self.asked:
            return
        self.query_text, self.asked, self.left = text, asked, None
        self.load()

    def recalled(self, text: str) -> None:
        """Search for what was recalled."""
        self.set_query(text)

    def action_clear(self) -> None:
        """No query."""
        self.search_bar.put("")
        self.set_query("")

    # Evidence

    def figures(self) -> Sequence[FigureRow]:
        """The figures under the cursor."""
        return ()

    def leave(self) -> Left:
        """Where the board is left."""
        return Left(self.query_text)

    def action_open(self) -> None:
        """Show the figure under the cursor in its article; of several, one that is chosen."""
        self.choose("Show", lambda figure: self.dismiss((figure, self.leave())))

    def choose(self, title: str, then: Callable[[FigureRow], Any]) -> None:
        """Have `then` called with the figure under the cursor."""
        from tui.screens.dialogs import Choice, ChoiceScreen

        figures = {figure.id: figure for figure in self.figures()}
        if not figures:
            self.say("There is no figure here.", "warning")
            return
        if len(figures) == 1:
            then(next(iter(figures.values())))
            return
        choices = [
            Choice(ident, f"{bounds(figure)} {one_line(figure.unit or '')}", source(figure))
            for ident, figure in figures.items()
        ]

        def chosen(ident: str | None) -> None:
            if ident is not None:
                then(figures[ident])

        self.app.push_screen(ChoiceScreen(title, choices), chosen)

    def action_copy(self) -> None:
        """Copy citations of the figures under the cursor, in the order of report."""
        from store.cite import citation

        figures = self.figures()
        if not figures:
            self.say("There is no figure here.", "warning")
            return
        text = for_clipboard("\n".join(str(citation(figure, "figure")) for figure in figures))
        self.app.copy_to_clipboard(text)
        self.sent(text)

    # The app

    def action_back(self) -> None:
        """Back to the browser."""
        self.dismiss((None, self.leave()))

    def action_claims(self) -> None:
        """From the timeline to the claims."""
        self.dismiss(("claims", self.leave()))

    def action_timeline(self) -> None:
        """From the claims to the timeline."""
        self.dismiss(("timeline", self.leave()))

    def action_help(self) -> None:
        """Every key."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        """Commands by name."""
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.run_action("leave")


def source(figure: FigureRow) -> str:
    """Who says a figure, who reports it and when: `Ukraine's air force · ABC News · ~25 Dec 2025`."""
    where = figure.outlet or figure.dateline or figure.document
    parts = (who(figure.claimant), one_line(figure.channel or ""), one_line(where), published(figure))
    return " · ".join(part for part in parts if part)


def evidence(figure: FigureRow) -> list[tuple[str, str]]:
    """Lines on one figure: its number and source, then its sentence."""
    said = f"{bounds(figure)} {figure.unit or ''}".strip()
    when = day(figure.date_to or figure.date_from)
    about = " · ".join(part for part in (source(figure), f"of {when}" if when else "", figure.id[:8]) if part)
    return [(f"{said} — {about}", ""), (f"“{figure.sentence}”", "dim")]
