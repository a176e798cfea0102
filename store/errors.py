"""What can go wrong with a store: each error is one clear sentence for a person."""

from __future__ import annotations

from collections.abc import Sequence


class StoreError(Exception):
    """One clear sentence that says what went wrong, where, and what to do."""


class NoStore(StoreError):
    """There is no store at that path yet."""


class NotOurs(StoreError):
    """The file is not a conflict-tui store (not SQLite at all, or another program's)."""


class TooNew(StoreError):
    """The store was written by a newer conflict-tui than this one."""


class ReadOnly(StoreError):
    """The store, or its folder, cannot be written."""


class Locked(StoreError):
    """Another program has held the store for longer than we wait."""


class Damaged(StoreError):
    """SQLite says that the file is damaged."""


class Interrupted(StoreError):
    """The question was stopped because a newer one took its place."""


class BadInput(StoreError):
    """A file that cannot be imported.

    `path` is the file's name, `line` its line (from 1) where that is known, and
    `field` the path of the value inside the line (`figures[0].start`).
    """

    def __init__(self, message: str, *, path: str, line: int | None = None, field: str | None = None) -> None:
        where = path if line is None else f"{path}, line {line}"
        if field:
            where += f", {field}"
        super().__init__(f"{where}: {message}")
        self.path = path
        self.line = line
        self.field = field
        self.reason = message


class QueryError(StoreError):
    """A query that cannot be read; `start`,`end` are offsets of the bad part in the query's text.

    `possible` lists what could stand there instead, `suggestion` the closest of them.
    """

    def __init__(
        self,
        message: str,
        start: int = 0,
        end: int = 0,
        *,
        possible: Sequence[str] = (),
        suggestion: str | None = None,
    ) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.possible = tuple(possible)
        self.suggestion = suggestion
