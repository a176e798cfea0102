"""The map of what the search finds: places on the left, or above, and the same in words beside it."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Container, Vertical

from store.placed import PlacedRow, count_events, event_ids_at, placed
from store.records import EventRow
from tui.commands import bindings
from tui.display import count, day
from tui.messages import Clicked, Moved, Wanted
from tui.safe import one_line
from tui.screenkeys import screen_commands
from tui.screens.asking import Asking
from tui.widgets.footer import CommandLine
from tui.widgets.lists import EventList
from tui.widgets.pane import PaneTitle
from tui.widgets.rowlist import PAGE, Part, RowList
from tui.widgets.worldmap import WorldMap

if TYPE_CHECKING:
    from store.query import Query
    from store.search import Reader
    from tui.library import Library

#: Places, and the number of events that have none.
Taken = tuple[list[PlacedRow], int]
#: How far a key moves the view, in shares of it, and how much nearer it goes.
PAN, NEARER = 0.2, 0.6


def coordinates(row: PlacedRow) -> str:
    """`49.99° N 36.23° E`, and what they are the middle of when that is more than a town."""
    north, east = "N" if row.lat >= 0 else "S", "E" if row.lon >= 0 else "W"
    of = f" ({row.precision})" if row.precision in ("region", "country") else ""
    return f"{abs(row.lat):.2f}° {north} {abs(row.lon):.2f}° {east}{of}"


class PlacedList(RowList[PlacedRow]):
    """Places on the map: the name, and under it what is told of it and where it is."""

    nothing = "No event that matches has a place on the map."

    def parts(self, row: PlacedRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        of = f", {one_line(row.country)}" if row.country and row.country != row.name else ""
        told = [
            count(row.figures, "figure"),
            count(row.events, "event"),
            coordinates(row),
            f"last {day(row.last)}" if row.last else "",
        ]
        return [
            [(one_line(row.name), ""), (of, "dim")],
            [("  " + " · ".join(filter(None, told)), "dim")],
        ]


class MapScreen(Asking):
    """Gives back the id of the event to open, None for none."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-roomy")]  # noqa: RUF012

    def __init__(self, library: Library, query: Query, words: str) -> None:
        super().__init__(library)
        self.asked = query
        self._words = words
        self.map = WorldMap(id="world")
        self.places = PlacedList(id="placed")
        self.events = EventList(id="placed-events")
        self.events.display = False
        self.places.active = True
        self.places.said = "Reading …"
        self.title_bar = PaneTitle(1, "Map")
        self.list_title = PaneTitle(2, "Places")
        commands = screen_commands("map")
        self.key_line = CommandLine(commands)
        # Not the class's own: a person may have given the commands other keys.
        self._bindings = BindingsMap.from_keys(
            {**self._bindings.key_to_bindings, **BindingsMap(bindings(commands)).key_to_bindings}
        )
        self._ids: array[int] = array("q")
        self._at: PlacedRow | None = None
        self._rows: list[PlacedRow] = []
        self._elsewhere = 0
        self._ready = False
        self._taken: Taken | None = None

    def compose(self) -> ComposeResult:
        """The map, the list, the keys."""
        with Container(id="map-body"):
            with Vertical(id="map-left"):
                yield self.title_bar
                yield self.map
            with Vertical(id="map-right"):
                yield self.list_title
                yield self.places
                yield self.events
        yield self.key_line

    def on_mount(self) -> None:
        """Show the places, if they have come."""
        self.map.ascii = bool(getattr(self.app, "ascii", False))
        self._ready = True
        if self._taken is not None:
            self.take(self._taken)

    @staticmethod
    def read(reader: Reader, query: Query) -> Taken:
        """What the map shows: the places, and how many events have none. The browser asks for it at once."""
        rows = placed(reader, query)
        return rows, count_events(reader, query) - sum(row.events for row in rows)

    def take(self, taken: Taken) -> None:
        """Show what was read, as soon as there is a screen to show it on."""
        self._taken = taken
        if not self._ready:
            return
        self._rows, self._elsewhere = taken
        self.places.set_rows(self._rows)
        if self.map.size:
            self._draw_map()
        else:
            # Not before it has its room: it would be drawn twice.
            self.call_after_refresh(self._draw_map)

    def _draw_map(self) -> None:
        self.map.show(self._rows)
        self.map.choose(self.places.current)
        self._entitle()

    def _entitle(self) -> None:
        seen = len(self.map.in_view())
        words = f" · “{self._words}”" if self._words.strip() else ""
        self.title_bar.detail = f"{seen:,} of {count(len(self._rows), 'place')} in view{words}"
        if self._at is not None:
            self.list_title.name_ = "Events"
            self.list_title.detail = f"{self.events.cursor + 1:,}/{self.events.total:,} at {self._at.name}"
        else:
            left = f" · {count(self._elsewhere, 'event')} on no map" if self._elsewhere else ""
            here = f"{self.places.cursor + 1:,}/{self.places.total:,}" if self.places.total else "0"
            self.list_title.name_, self.list_title.detail = "Places", here + left

    # Stepping

    @property
    def rows(self) -> RowList[Any]:
        """The list that the keys go to."""
        return self.events if self._at is not None else self.places

    def action_step(self, delta: int) -> None:
        """The next row of the list, or the one before."""
        self.rows.move(delta)

    def action_page(self, direction: int) -> None:
        """A page of the list."""
        self.rows.page(direction)

    def action_ends(self, direction: int) -> None:
        """The first row or the last."""
        self.rows.ends(direction)

    @on(Moved)
    def _moved(self, event: Moved) -> None:
        if event.rows is self.places and self._at is None:
            self.map.choose(self.places.current)
        self._entitle()

    @on(Clicked)
    def _clicked(self, event: Clicked) -> None:
        if event.chosen:
            self.action_open()

    # The view

    def action_pan(self, right: int, down: int) -> None:
        """Move the view."""
        self.map.move(right * PAN, down * PAN)
        self._entitle()

    def action_zoom(self, direction: int) -> None:
        """Nearer (1) or farther (-1)."""
        self.map.zoom(NEARER if direction > 0 else 1 / NEARER)
        self._entitle()

    def action_fit(self) -> None:
        """Everything in view."""
        self.map.fit()
        self._entitle()

    # Opening

    def action_open(self) -> None:
        """From a place to its events; from an event to its article."""
        row = self.rows.current
        if isinstance(row, PlacedRow):
            query = self.asked

            def read(reader: Reader) -> tuple[array[int], list[EventRow]]:
                ids = event_ids_at(reader, row, query)
                return ids, reader.event_rows(ids[:PAGE])

            self.ask("map", read, lambda found: self._enter(row, *found))
        elif isinstance(row, EventRow):
            self.dismiss(row.id)

    def _enter(self, place: PlacedRow, ids: array[int], rows: list[EventRow]) -> None:
        self._at, self._ids = place, ids
        self.events.reset(len(ids), 0, rows=rows)
        self._swap()

    def _swap(self) -> None:
        inside = self._at is not None
        self.places.display, self.events.display = not inside, inside
        self.places.active, self.events.active = not inside, inside
        self.call_after_refresh(self.rows.settle)
        self._entitle()

    @on(Wanted)
    def _wanted(self, event: Wanted) -> None:
        if event.rows is not self.events:
            return
        ids, generation, first = self._ids[event.first : event.last], event.generation, event.first
        self.ask(
            "map-rows",
            lambda reader: reader.event_rows(ids),
            lambda found: self.events.supply(generation, first, found),
        )

    def action_back(self) -> None:
        """From the events to the places, from the places to the browser."""
        if self._at is not None:
            self._at = None
            self._swap()
        else:
            self.dismiss(None)

    def action_help(self) -> None:
        """Every key."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Back to the browser at once."""
        self.dismiss(None)
