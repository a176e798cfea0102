"""The browser: what each key does, and the first run."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from textual.binding import BindingsMap

from store.errors import QueryError, StoreError
from store.query import parse_query
from tui.answers import Listing, read_glance
from tui.commands import bindings, key_of, table
from tui.screens.adding import Adding
from tui.screens.boards import Boards
from tui.screens.copying import Copying
from tui.screens.finding import Finding
from tui.screens.mapping import Mapping
from tui.screens.marking import Marking
from tui.screens.reading import SORTS
from tui.screens.resizing import Resizing
from tui.screens.sources import Sources
from tui.screens.watching import Watching
from tui.session import Session

#: Commands that act on the row under the cursor, and those that move among the rows.
ON_ROWS = frozenset(
    {"copy", "copy_as", "star", "note", "correct", "reject", "add", "tag", "merge", "undo", "read", "date",
     "source", "filter", "linked"}
)  # fmt: skip
AMONG_ROWS = frozenset(
    {"down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "top", "bottom", "open", "next_match",
     "match_before"}
)  # fmt: skip


class Browser(Finding, Boards, Mapping, Watching, Resizing, Adding, Marking, Copying, Sources):
    """The one main screen. Its keys come from the table of commands."""

    AUTO_FOCUS = ""

    def __init__(self, path: Path, session: Session, query: str | None = None) -> None:
        super().__init__(path, session)
        # Not the class's own: a person may have given the commands other keys.
        self._bindings = BindingsMap.from_keys(
            {**self._bindings.key_to_bindings, **BindingsMap(bindings()).key_to_bindings}
        )
        self._names = {key: command.name for command in table() for key in command.keys}
        self._start = session.query if query is None else query
        # Read while Textual starts, so that the first frame has something to read in it.
        self._early: Future[Listing] | None = None
        if path.exists():
            self._early = Future()
            Thread(target=self._read_early, args=(self._early,), daemon=True).start()

    def waits_for(self, key: str) -> bool:
        """Whether a key is for what is still being read: one that acts on a row is not for the rows before."""
        name = self._names.get(key)
        if name in ON_ROWS:
            return self.list_comes if self.pane == 1 else self.panes_come
        return name in AMONG_ROWS and (self.list_comes or (self.pane != 1 and self.panes_come))

    def _read_early(self, early: Future[Listing]) -> None:
        try:
            asked = parse_query(self._start)
        except QueryError:
            asked = parse_query("")
        try:
            with self.library.reading("early") as reader:
                place, sort = self.session.place, self.sorts[self.view]
                early.set_result(read_glance(reader, self.view, asked, sort, place, apart=False))
        except BaseException as error:  # it is raised again where the answer is waited for
            early.set_exception(error)

    def on_mount(self) -> None:
        """Begin where the person was."""
        try:
            self.query_text, self.asked = self._start, parse_query(self._start)
            self.search_bar.put(self._start)
        except QueryError as error:
            self.query_text = ""
            self.search_bar.put(self._start)
            self.search_bar.complain(str(error))
        # A query of one's own begins with what it finds, not with the pane that was left.
        kept = self._start == self.session.query and 1 <= self.session.pane <= 4
        self.zoomed = kept and self.session.zoomed
        self.session.query = self.query_text
        self.go_pane(self.session.pane if kept else 1)
        self.begin()

    def begin(self) -> None:
        """Look whether there is anything to browse, and read the list."""
        early = self._early
        if early is None:
            self.first_run()
        elif early.done() and early.exception() is None:
            self._begun(early.result())
        else:
            self.ask("list", lambda reader: early.result(), self._begun)

    def _begun(self, listing: Listing) -> None:
        self.show_list(listing)
        if not listing.total and not self.asked and self.view == "articles":
            self.first_run()
        self.arrive()

    def first_run(self) -> None:
        """Nothing to browse yet: offer the sample, or a file."""
        self._list_shown = self._lists_asked
        if self.app.screen is not self:
            return

        def chosen(value: str | None) -> None:
            if value == "sample":
                from store.seeds import folder

                try:
                    self.import_path(folder())
                except StoreError as error:
                    self.say(str(error), "error")
            elif value == "import":
                self.action_import()
            elif value == "quit":
                self.action_quit()

        from tui.screens.dialogs import Choice, ChoiceScreen

        self.app.push_screen(
            ChoiceScreen(
                "Nothing to read yet",
                [
                    Choice("sample", "Load the sample reports", "a dozen short ones, to look around in"),
                    Choice("import", "Import a file or a folder", "texts, conflict-tui jsonl, or CSV"),
                    Choice("quit", "Quit"),
                ],
                said=f"{self.path} holds no article.",
            ),
            chosen,
        )

    # Moving

    def _target(self) -> int:
        return 1 if self.search_bar.field.has_focus else self.pane

    def action_half(self, direction: int) -> None:
        """Half a page."""
        self.body_of(self._target()).half(direction)

    def action_page(self, direction: int) -> None:
        """A page."""
        self.body_of(self._target()).page(direction)

    def action_ends(self, direction: int) -> None:
        """The first row or the last."""
        self.body_of(self._target()).ends(direction)

    # Panes

    def action_pane(self, pane: int) -> None:
        """To the pane with that number."""
        self.go_pane(pane)
        if pane > 2:
            self.after_rest("evidence", self.show_evidence)

    def action_next_pane(self) -> None:
        """To the next pane, and from the last to the first."""
        self.action_pane(self._target() % 4 + 1)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self.action_pane((self._target() - 2) % 4 + 1)

    def action_back(self) -> None:
        """Out of the zoom, else to the list."""
        if self.zoomed:
            self.action_zoom()
        elif self.pane != 1:
            self.go_pane(1)

    def action_zoom(self) -> None:
        """One pane on the whole screen, or all of them again."""
        self.zoomed = not self.zoomed
        self.go_pane(self.pane)

    def action_view(self) -> None:
        """The next of articles, events, speakers and places."""
        views = list(self.views)
        self.view = views[(views.index(self.view) + 1) % len(views)]
        self.session.sort = self.sorts[self.view]
        self.go_pane(1)
        self.load()

    def action_sort(self) -> None:
        """The next order of the list."""
        orders = SORTS[self.view]
        self.sorts[self.view] = orders[(orders.index(self.sorts[self.view]) + 1) % len(orders)]
        self.session.sort = self.sorts[self.view]
        self.load(self.session.place)

    def action_linked(self) -> None:
        """To the first linked row of the other pane."""
        if self.pane not in (3, 4):
            self.say(f"Go to a figure or quote first: {key_of('linked')} jumps between them.")
            return
        self.jumping = True
        self.show_evidence()

    # Finding

    def action_search(self) -> None:
        """Type a query."""
        self.begin_search()

    def action_match(self, direction: int) -> None:
        """The next match, or the one before."""
        self.step_match(direction)

    def action_clear(self) -> None:
        """No query."""
        place = self.session.place
        self.search_bar.complain("")
        self.search_bar.put("")
        self.query_text, self.asked = "", parse_query("")
        self.session.query = ""
        self.load(place)

    def action_set_apart(self) -> None:
        """Show or hide the figures that are set apart."""
        self.set_apart_shown = not self.set_apart_shown
        self._show_figures()
        self._show_quotes()

    # The app

    def action_help(self) -> None:
        """Every key."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_theme(self) -> None:
        """Choose the colours, or frames of ASCII."""
        from tui.screens.looks import choose

        choose(self.app)

    def action_palette(self) -> None:
        """Commands by name."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.leaving = True
        self.save_session()
        self.app.exit(0)
