"""The browser's key `m`: it opens the map, and what is chosen there."""

from __future__ import annotations

from tui.screens.keeping import Keeping


class Mapping(Keeping):
    """The key that opens the map."""

    async def action_map(self) -> None:
        """The map of what the search finds."""
        from tui.screens.map import MapScreen

        query = self.asked
        screen = MapScreen(self.library, query, self.query_text)
        # While the screen comes, the places are read.
        self.ask("map", lambda reader: MapScreen.read(reader, query), screen.take)
        # One picture of the new screen, not one for each step of its making.
        with self.app.batch_update():
            await self.app.push_screen(screen, self._from_map)

    def _from_map(self, event_id: str | None) -> None:
        """Open an event of the map: in the list of events, its sentence in the text."""
        self.drop("map")
        if event_id is None:
            return
        self.view = "events"
        self.session.sort = self.sorts[self.view]
        self.go_pane(1)
        self.load(event_id)
