"""Saved searches: each with how many articles it finds and how many are new since it was last opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store import saved
from store.saved import Saved
from tui.library import Library
from tui.messages import Clicked
from tui.safe import one_line
from tui.screens.asking import Asking
from tui.screens.dialogs import PromptScreen
from tui.widgets.rowlist import Part, RowList


class SavedList(RowList[Saved]):
    """Searches: the name and how much is new, and under it the query."""

    nothing = "No search is saved yet. s saves the present one."

    def parts(self, row: Saved, cells: int) -> list[list[Part]]:
        """Two lines."""
        new = f"  {row.new:,} new" if row.new else ""
        under = one_line(row.wrong) if row.wrong else f"{row.found:,} found · {one_line(row.query)}"
        return [[(one_line(row.name), "strong"), (new, "mark")], [("  " + under, "dim")]]


class SavedScreen(Asking, ModalScreen[Saved | None]):
    """Returns the search that is to be opened."""

    AUTO_FOCUS = ""
    #: Notices are shown over it: it has no field that they would cover.
    SAYS = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "back"),
        Binding("j,down", "move(1)", "down"),
        Binding("k,up", "move(-1)", "up"),
        Binding("enter", "choose", "open"),
        Binding("s", "save", "save the present search"),
        Binding("r", "rename", "rename"),
        Binding("d", "delete", "delete"),
    ]

    def __init__(self, path: Path, library: Library, query: str) -> None:
        super().__init__(library)
        self.path = path
        #: The search of the browser beneath, which `s` saves.
        self.present = query
        self.rows = SavedList(id="saved")
        self.rows.active = True
        self._doomed = ""

    def compose(self) -> ComposeResult:
        """Title, searches, keys."""
        with Vertical(classes="dialog wide"):
            yield Static(Content("Saved searches"), classes="dialog-title", markup=False)
            yield self.rows
            yield Static(
                "enter opens · s saves the present search · r renames · d deletes · esc back",
                classes="dialog-said",
                markup=False,
            )

    def on_mount(self) -> None:
        """Count."""
        self.load()

    def load(self, name: str = "") -> None:
        """Read the searches, with the cursor on the one called `name`."""

        def show(found: list[Saved]) -> None:
            at = next((index for index, row in enumerate(found) if row.name == name), self.rows.cursor)
            self.rows.set_rows(found, at)

        self.ask("saved", saved.saved, show)

    def _write(self, job: Any, name: str = "") -> None:
        self.ask("change", lambda reader: job(), lambda _: self.load(name))

    def action_move(self, delta: int) -> None:
        """Move in the list."""
        self._doomed = ""
        self.rows.move(delta)

    @on(Clicked)
    def _clicked(self, event: Clicked) -> None:
        if event.chosen:
            self.action_choose()

    def action_choose(self) -> None:
        """Return the search under the cursor."""
        row = self.rows.current
        if row is not None and row.wrong:
            self.say(row.wrong, "warning")
        elif row is not None:
            self.dismiss(row)

    def action_save(self) -> None:
        """Keep the present search under a name."""
        query = self.present.strip()
        if not query:
            self.say("There is no search to save. / searches.", "warning")
            return

        def named(name: str | None) -> None:
            if name:
                self._write(lambda: saved.save(self.path, name, query), name)

        taken = {row.name for row in self.rows.rows()}

        def wrong(name: str) -> str | None:
            return (
                f"“{name}” is there already; to write over it press enter again." if name in taken else None
            )

        screen = PromptScreen("Save the search as", value=query, said=query, check=wrong, select=True)
        self.app.push_screen(screen, named)

    def action_rename(self) -> None:
        """Another name for the search under the cursor."""
        row = self.rows.current
        if row is None:
            return

        def named(name: str | None) -> None:
            if name and name != row.name:
                self._write(lambda: saved.rename(self.path, row.name, name), name)

        screen = PromptScreen("Rename the search", value=row.name, said=row.query, select=True)
        self.app.push_screen(screen, named)

    def action_delete(self) -> None:
        """Forget the search under the cursor, when asked twice."""
        row = self.rows.current
        if row is None:
            return
        if self._doomed != row.name:
            self._doomed = row.name
            self.say(f"To delete “{one_line(row.name)}” press d again.", "warning")
            return
        self._doomed = ""
        self._write(lambda: saved.delete(self.path, row.name))
