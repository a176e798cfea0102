"""The values of what is shown, field by field, with how many articles have each: one is chosen to filter by."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.facets import FIELDS, Value, beginning
from store.query import Query, field_words
from tui.display import day
from tui.library import Library
from tui.messages import Clicked
from tui.safe import clip, one_line, width
from tui.screens.asking import Asking
from tui.widgets.inputs import SafeInput
from tui.widgets.rowlist import Part, RowList


class ValueList(RowList[Value]):
    """Values, one a line: how many articles, and the value."""

    row_height = 1
    nothing = "No value."

    def parts(self, row: Value, cells: int) -> list[list[Part]]:
        """One line."""
        name = day(row.value) if row.facet == "day" else one_line(row.value)
        return [[(f"{row.articles:>9,}  ", "number"), (clip(name, max(cells - 11, 1)), "")]]


class FacetScreen(Asking, ModalScreen[str | None]):
    """Returns the chosen value as it is written in a query."""

    AUTO_FOCUS = "Input"
    #: Notices are shown over it: it has no field that they would cover.
    SAYS = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back"),
        Binding("tab,right", "facet(1)", "next field", priority=True),
        Binding("shift+tab,left", "facet(-1)", "field before", priority=True),
        Binding("down", "rows('move', 1)", "down", priority=True),
        Binding("up", "rows('move', -1)", "up", priority=True),
        Binding("pagedown", "rows('page', 1)", "page down", priority=True),
        Binding("pageup", "rows('page', -1)", "page up", priority=True),
    ]

    def __init__(self, library: Library, query: Query, facet: str = "claimant") -> None:
        super().__init__(library)
        self.query_ = query
        self.facet = facet
        #: The values of the present facet, all of them.
        self.found: list[Value] = []
        self.rows = ValueList(id="values")
        self.rows.active = True

    def compose(self) -> ComposeResult:
        """The fields, what is typed to narrow, the values."""
        with Vertical(classes="dialog wide"):
            yield Static("", classes="dialog-title", id="facet-names", markup=False)
            yield SafeInput(placeholder="type to narrow", compact=True, id="narrow")
            yield self.rows
            yield Static(
                "enter keeps only what has the value · tab the next field · esc back",
                classes="dialog-said",
                markup=False,
            )

    def on_mount(self) -> None:
        """Count the first field."""
        self.load()

    def load(self) -> None:
        """Count the values of the present facet."""
        facet, query = self.facet, self.query_
        self._entitle()
        self.found = []
        self.rows.set_rows([], said="Counting …")
        self.ask("facet", lambda reader: reader.facet(facet, query), self._show)

    def _entitle(self) -> None:
        parts: list[tuple[str, str]] = []
        room = self.app.size.width - 8
        # On a narrow screen the names after the present one come first.
        names = list(FIELDS)
        while sum(width(name) + 2 for name in names) > room and names[0] != self.facet:
            names.append(names.pop(0))
        for name in names:
            parts.append((f" {name} ", "reverse bold" if name == self.facet else "dim"))
        self.query_one("#facet-names", Static).update(Content.assemble(*parts).truncate(max(room, 8)))

    def _show(self, found: list[Value]) -> None:
        self.found = found
        self._narrow()

    def _narrow(self) -> None:
        typed = self.query_one("#narrow", Input).value
        said = f"No {self.facet} has “{one_line(typed)}”." if typed.strip() else f"No {self.facet} here."
        self.rows.set_rows(beginning(self.found, typed), said=said)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.found:
            self._narrow()

    @on(Input.Submitted)
    def _chosen(self, event: Input.Submitted) -> None:
        event.stop()
        self.choose()

    @on(Clicked)
    def _clicked(self, event: Clicked) -> None:
        if event.chosen:
            self.choose()

    def choose(self) -> None:
        """Return the value under the cursor."""
        value = self.rows.current
        if value is not None:
            self.dismiss(field_words(FIELDS[value.facet], value.value))

    def action_facet(self, direction: int) -> None:
        """The next field, or the one before."""
        names = list(FIELDS)
        self.facet = names[(names.index(self.facet) + direction) % len(names)]
        field = self.query_one("#narrow", Input)
        with field.prevent(Input.Changed):
            field.value = ""
        self.load()

    def action_rows(self, method: str, amount: int) -> None:
        """Move in the values."""
        getattr(self.rows, method)(amount)
