"""Opening the store's file: is it there, is it ours, is it as new as the program, may it be written?"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from store.errors import Damaged, Interrupted, Locked, NoStore, NotOurs, ReadOnly, StoreError, TooNew

#: Names of the migrations that this program knows, oldest first (checked against `schema` by a test).
KNOWN = (
    "m001_tables", "m002_what_people_add", "m003_search_and_views", "m004_corrections", "m005_claims", "m006_sums",
    "m007_read", "m008_counting", "m009_saved_visits", "m010_placed", "m011_claims_led", "m012_same_events",
    "m013_who_dated", "m014_sums_of_old", "m015_claim_days",
)  # fmt: skip
#: How long a writer waits for another one, in seconds.
PATIENCE = 5.0


def said(error: sqlite3.Error, path: str | os.PathLike[str]) -> StoreError:
    """SQLite's error as one of ours, with a sentence that says what to do."""
    text = str(error).lower()
    if "interrupted" in text:
        return Interrupted("the search was stopped")
    if "locked" in text or "busy" in text:
        return Locked(f"{path} is in use by another program; wait until that has finished, then try again")
    if "not a database" in text or "file is encrypted" in text:
        return NotOurs(f"{path} is not a conflict-tui store; name another file with --db")
    if "readonly" in text or "read-only" in text:
        return ReadOnly(f"{path} cannot be written; change its permissions or name another file with --db")
    if "malformed" in text or "corrupt" in text:
        return Damaged(f"{path} is damaged ({error}); restore a copy, or import into a new file with --db")
    if "unable to open" in text:
        return StoreError(f"{path} cannot be opened; check that it and its folder may be read")
    if "disk is full" in text or "full" in text:
        return StoreError(f"there is no room left to write {path}; free some space, then try again")
    return StoreError(f"{path}: {error}")


@contextmanager
def plainly(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turns SQLite's errors inside the block into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise said(error, path) from error


def _uri(path: Path, query: str) -> str:
    return f"file:{quote(str(path.absolute()))}?{query}"


def applied(connection: sqlite3.Connection, path: str | os.PathLike[str]) -> set[str]:
    """The migrations the file has been through; raises `NotOurs` or `TooNew`, empty for an empty file."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return set()
    names: set[str] = set()
    if "_sqlite_migrations" in tables:
        rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'conflict-tui'")
        names = {row[0] for row in rows}
    # Only a creation that was cut short leaves the bare table of migrations.
    if not names and tables != {"_sqlite_migrations"}:
        raise NotOurs(f"{path} is another program's database; name another file with --db")
    if names - set(KNOWN):
        raise TooNew(f"{path} was written by a newer conflict-tui; install that version to open it")
    return names


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise StoreError(f"{path} cannot be opened ({error.strerror})") from error


def _present(path: Path) -> None:
    if not _exists(path):
        raise NoStore(f"there is no store at {path} yet; import a document to make one")
    if path.is_dir():
        raise NotOurs(f"{path} is a folder, not a store; name a file with --db")


def open_for_reading(path: str | os.PathLike[str]) -> sqlite3.Connection:
    """A read-only connection to a store that is ours and as new as the program.

    An older one is moved forward first. Raises a `StoreError`.
    """
    path = Path(path)
    _present(path)
    with plainly(path):
        connection = _readable(path)
        try:
            behind = applied(connection, path) != set(KNOWN)
        except BaseException:
            connection.close()
            raise
        if behind:
            connection.close()
            open_for_writing(path).close()
            connection = _readable(path)
        connection.execute("PRAGMA cache_size = -1000")
        connection.execute("PRAGMA query_only = 1")
    return connection


def _readable(path: Path) -> sqlite3.Connection:
    def opened(query: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            _uri(path, query), uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    try:
        return opened("mode=ro")
    except sqlite3.OperationalError as error:
        # On a read-only medium SQLite cannot make the side files of WAL; without them nothing is pending.
        if Path(f"{path}-wal").exists() or "locked" in str(error):
            raise
        return opened("mode=ro&immutable=1")


def open_for_writing(path: str | os.PathLike[str]) -> sqlite3.Connection:
    """A connection that may write, to a store that is made or moved forward as need be.

    Transactions are the caller's (autocommit otherwise); a lock is waited for up
    to `PATIENCE` seconds. Raises a `StoreError`; a file that is not ours is not touched.
    """
    path = Path(path)
    new = not _exists(path)
    if not new:
        _present(path)
    else:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReadOnly(f"the folder {path.parent} cannot be made ({error.strerror})") from error
        if not os.access(path.parent, os.W_OK):
            raise ReadOnly(f"{path} cannot be made, as its folder cannot be written; use another --db")
    with plainly(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            if applied(connection, path) != set(KNOWN):
                _move_forward(connection, path)
            elif not os.access(path, os.W_OK):
                raise ReadOnly(f"{path} cannot be written; change its permissions or use another --db")
            connection.execute("PRAGMA foreign_keys = 1")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            if new and path.exists() and path.stat().st_size == 0:
                path.unlink()
            raise
    return connection


def _move_forward(connection: sqlite3.Connection, path: Path) -> None:
    from sqlite_utils import Database

    from store.schema import migrations
    from store.schema_corrections import align

    connection.execute("PRAGMA journal_mode = WAL")
    # Under one lock from before the first look to the last step: another thread or program may be at it too.
    with transaction(connection):
        if applied(connection, path) != set(KNOWN):
            migrations.apply(Database(connection, execute_plugins=False))
            align(connection)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block's writes, or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
