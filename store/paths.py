"""Where the store's file is: the option, else the environment, else the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

#: Names the environment variable that holds the database's path.
VARIABLE = "CONFLICT_TUI_DB"


def database_path(option: str | os.PathLike[str] | None = None) -> Path:
    """The database's path: `option`, else `$CONFLICT_TUI_DB`, else the user data folder."""
    chosen = option or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("conflict-tui", appauthor=False)) / "conflict.db"
