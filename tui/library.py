"""The store as the workers see it: one read connection for each worker thread, and a way to stop a read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.search import Reader


class Library:
    """Readers of one store. A thread opens its own on first use and keeps it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        self._lock = threading.Lock()
        self._running: dict[str, Reader] = {}

    @contextmanager
    def reading(self, group: str) -> Iterator[Reader]:
        """This thread's reader, known by `group` for as long as the block lasts."""
        reader: Reader | None = getattr(self._own, "reader", None)
        if reader is None:
            from store.search import open_reader

            reader = open_reader(self.path)
            self._own.reader = reader
        with self._lock:
            self._running[group] = reader
        try:
            yield reader
        finally:
            with self._lock:
                if self._running.get(group) is reader:
                    del self._running[group]

    def stop(self, group: str) -> None:
        """Stop the read that `group` is busy with, if any: its answer is no longer wanted."""
        with self._lock:
            reader = self._running.get(group)
            if reader is not None:
                reader.interrupt()
