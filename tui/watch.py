"""Watches the store for what another program imports, without a byte drawn or read from the disk at rest."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import StoreError

if TYPE_CHECKING:
    from store.search import Reader

#: Seconds between two looks.
EVERY = 2.0


class Watch(threading.Thread):
    """Asks SQLite for its `data_version`, and only when that changed counts the articles that are new.

    `told` is called in this thread with their number whenever it changes. `seen`
    is the newest article that the person's list took in (its rowid).
    """

    def __init__(self, path: Path, told: Callable[[int], object], every: float = EVERY) -> None:
        super().__init__(name="watch", daemon=True)
        self.path = path
        self.seen: int | None = None
        self._told = told
        self._every = every
        self._over = threading.Event()
        self._reader: Reader | None = None
        self._version: int | None = None
        self._counted: tuple[int, int] | None = None

    def stop(self) -> None:
        """Look no more."""
        self._over.set()

    def run(self) -> None:
        """Look, and rest."""
        while not self._over.wait(self._every):
            try:
                self.look()
            except StoreError:
                # Locked, gone or not there yet: the next look may do better.
                self._close()
        self._close()

    def look(self) -> None:
        """One look; raises a `StoreError`."""
        if self.seen is None:
            return
        if self._reader is None:
            if not self.path.exists():
                return
            from store.search import open_reader

            self._reader, self._version = open_reader(self.path), None
        version = self._reader.data_version()
        if version == self._version and self._counted is not None and self._counted[0] == self.seen:
            return
        self._version = version
        counted = (self.seen, self._reader.newer(self.seen))
        if counted != self._counted:
            before, self._counted = self._counted, counted
            if counted[1] or (before is not None and before[1]):
                self._told(counted[1])

    def _close(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()
