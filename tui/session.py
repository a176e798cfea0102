"""Where a person was, kept between runs: the query, the view, its order and the article, for each store."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

#: Stores remembered in the one file.
MOST = 40


@dataclass(slots=True)
class Session:
    """One store's session. `place` is the id (or name) of the row under the cursor of `view`.

    `split`, `share` and `reading` are the panes' sizes in percent, 0 as long as nobody has changed them.
    """

    query: str = ""
    view: str = "articles"
    sort: str = ""
    place: str = ""
    pane: int = 1
    #: Queries that were made, the latest first.
    recent: list[str] = field(default_factory=list)
    zoomed: bool = False
    #: The article that is read, and the offset in its text at the top of the pane.
    article: str = ""
    top: int = 0
    split: int = 0
    share: int = 0
    reading: int = 0


def state_file() -> Path:
    """The file that holds the sessions, in the user's state folder."""
    import platformdirs

    return Path(platformdirs.user_state_dir("conflict-tui", appauthor=False)) / "sessions.json"


def _read() -> dict[str, Any]:
    try:
        kept = json.loads(state_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def load(store: Path) -> Session:
    """The session kept for `store`; a new one where there is none that can be read."""
    kept = _read().get(str(store.absolute()))
    session = Session()
    if isinstance(kept, dict):
        for field in fields(Session):
            value = kept.get(field.name)
            if type(value) is type(getattr(session, field.name)):
                setattr(session, field.name, value)
    for size in ("split", "share", "reading"):
        if not 10 <= getattr(session, size) <= 90:
            setattr(session, size, 0)
    return session


def save(store: Path, session: Session) -> None:
    """Keep the session, all of it or nothing; a state folder that cannot be written is no reason to stop."""
    with contextlib.suppress(OSError):
        path = state_file()
        kept = _read()
        name = str(store.absolute())
        kept.pop(name, None)
        kept[name] = asdict(session)
        for old in list(kept)[:-MOST]:
            del kept[old]
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}.new")
        new.write_text(json.dumps(kept, ensure_ascii=True, indent=1), "utf-8")
        new.replace(path)
