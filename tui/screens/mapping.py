"""The browser's key `m`: it opens the map, and what is chosen there."""

from __future__ import annotations

from tui.screens.keeping import Keeping


class Mapping(Keeping):
    """The key that opens the map."""

    def action_map(self) -> None:
        """The map of what the search finds."""
        from tui.screens.map import MapScreen

        screen = MapScreen(self.library, self.asked, self.query_text)
        self.app.push_screen(screen, self._from_map)

    def _from_map(self, event_id: str | None) -> None:
        """Open an event of the map: in the list of events, its sentence in the text."""
        if event_id is None:
            return
        self.view = "events"
        self.session.sort = self.sorts[self.view]
        self.go_pane(1)
        self.load(event_id)
