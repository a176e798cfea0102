"""Completing the path of a file that is being typed."""

from __future__ import annotations

import os
from pathlib import Path

#: So many names of one folder are looked at.
_MOST = 2000


def completed_paths(typed: str) -> list[str]:
    """What the path may become, folders with a slash behind them; a name that begins with a dot only when asked for."""
    folder, name = os.path.split(typed)
    found: list[str] = []
    try:
        with os.scandir(Path(folder or ".").expanduser()) as entries:
            for _, entry in zip(range(_MOST), entries, strict=False):
                if entry.name.startswith(name) and (name or not entry.name.startswith(".")):
                    found.append(os.path.join(folder, entry.name) + ("/" if entry.is_dir() else ""))
    except OSError:
        return []
    return sorted(found)
