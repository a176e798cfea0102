"""Notes that are being written, kept as they are typed: a line that drops in the middle of one loses nothing."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

#: Drafts remembered in the one file.
MOST = 100


def drafts_file() -> Path:
    """The file that holds the drafts, beside the sessions'."""
    from tui.session import state_file

    return state_file().with_name("drafts.json")


def _read() -> list[dict[str, str]]:
    try:
        kept = json.loads(drafts_file().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    wanted = ("store", "kind", "id", "title", "text")
    return [
        one
        for one in (kept if isinstance(kept, list) else [])
        if isinstance(one, dict) and all(isinstance(one.get(name), str) for name in wanted)
    ]


def _write(drafts: list[dict[str, Any]]) -> None:
    """All of it or nothing; a state folder that cannot be written is no reason to stop."""
    with contextlib.suppress(OSError):
        path = drafts_file()
        if not drafts and not path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}.new")
        new.write_text(json.dumps(drafts[-MOST:], ensure_ascii=True, indent=1), "utf-8")
        new.replace(path)


class Draft:
    """The note on one thing (by its kind and id) of one store, while it is written."""

    def __init__(self, store: Path, kind: str, thing: str, title: str) -> None:
        self.key = {"store": str(store.absolute()), "kind": kind, "id": thing}
        self.title = title

    def _is(self, one: dict[str, str]) -> bool:
        return all(one[name] == value for name, value in self.key.items())

    def text(self) -> str | None:
        """What was typed in a session that ended before the note was kept, None when there is nothing."""
        return next((one["text"] for one in _read() if self._is(one)), None)

    def keep(self, text: str) -> None:
        """Keep what is typed so far."""
        _write(
            [*(one for one in _read() if not self._is(one)), {**self.key, "title": self.title, "text": text}]
        )

    def drop(self) -> None:
        """The note is kept, or given up."""
        drafts = _read()
        left = [one for one in drafts if not self._is(one)]
        if len(left) < len(drafts):
            _write(left)


def unfinished(store: Path) -> list[str]:
    """The titles of what notes were begun on and never finished."""
    name = str(store.absolute())
    return [one["title"] for one in _read() if one["store"] == name]
