"""Drives the browser in tests: starts it, waits until its panes have followed, and reads the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from tui.app import ConflictApp
from tui.config import Settings
from tui.screens.browser import Browser


class Hand:
    """A person at the keys."""

    def __init__(self, pilot: Pilot[Any], app: ConflictApp) -> None:
        self.pilot = pilot
        self.app = app
        self.browser: Browser = app.browser

    async def settle(self) -> None:
        """Wait until nothing is being read and no pane is still to follow."""
        calm = 0
        for _ in range(1000):
            await self.pilot.pause(0.01)
            calm = 0 if self.browser.busy else calm + 1
            if calm == 5:
                return
        raise AssertionError("the browser never came to rest")

    async def press(self, *keys: str) -> None:
        """Press keys, and wait."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Paste text into the field that has the focus, and wait."""
        field = self.app.focused
        assert isinstance(field, Input), field
        field.replace(text, *sorted(field.selection))
        await self.settle()

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return screen_lines(self.app)

    @property
    def text(self) -> str:
        """What the screen shows, in one string."""
        return "\n".join(self.lines)

    @property
    def said(self) -> list[str]:
        """The notices on the screen."""
        return [notification.message for notification in self.app._notifications]


def screen_lines(app: App[Any]) -> list[str]:
    """The lines that the compositor draws for the present screen."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


@asynccontextmanager
async def browsing(
    path: Path,
    size: tuple[int, int] = (120, 40),
    query: str | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Hand]:
    """The browser on a store, at rest."""
    app = ConflictApp(path, query, settings=settings)
    async with app.run_test(size=size) as pilot:
        hand = Hand(pilot, app)
        await hand.settle()
        yield hand
