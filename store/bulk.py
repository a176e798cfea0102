"""A large document on its way in: what each row would bring about by itself is done for many rows at once.

Everything here runs inside the document's transaction, which takes triggers and
indexes away and puts them back: nobody else ever sees the store without them,
and a document that fails leaves them as they were.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from store.schema_claims import add_many

#: Bytes of a document from which on it is large.
LARGE = 1 << 20
#: A store of so many times the document's size keeps its indexes: to make them anew would cost more than it spares.
_TIMES = 4
_TABLES = ("articles", "figures", "quotes", "events", "article_documents", "claims")
#: Indexes that the import itself looks into.
_KEPT = ("figures_by_article", "quotes_by_article", "events_by_article", "events_by_link")
#: Triggers whose work `Bulk.added` does. Others are left to fire.
_TRIGGERS = ("claims_added", "articles_added", "figures_added", "quotes_added", "events_added")
_COUNTED = ("articles", "figures", "quotes", "events")
#: Bytes that an index of words gathers before it writes them out, and what SQLite does by itself.
_GATHERED, _DEFAULT = 8 << 20, 1 << 20


class Bulk:
    """From its making to `finish`, rows are added by `INSERT` and told to `added`."""

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        """`size` of the document in bytes."""
        self._connection = connection
        run = connection.execute
        pages, page = (run(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        kinds = ("trigger", "index") if pages * page <= _TIMES * size else ("trigger",)
        #: Statements that put back what is taken away.
        self._put_back: list[str] = []
        for kind, name, table, sql in run(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall():
            taken = name in _TRIGGERS if kind == "trigger" else table in _TABLES and name not in _KEPT
            # A unique index says what may be stored.
            if kind in kinds and taken and not sql.upper().startswith("CREATE UNIQUE"):
                run(f"DROP {kind} {name}")
                self._put_back.append(sql)
        self._gather(_GATHERED)

    def added(self, first: Mapping[str, int], following: Mapping[str, int]) -> None:
        """Rows from `first` up to, but not with, `following` were added: rowids, by table."""
        run = self._connection.execute
        for table in _COUNTED:
            count = following[table] - first[table]
            run("UPDATE changes SET times = times + ? WHERE thing = ?", (count, table))
        add_many(self._connection, first["figures"], following["figures"])

    def finish(self) -> None:
        """Puts triggers and indexes back."""
        for statement in self._put_back:
            self._connection.execute(statement)
        self._gather(_DEFAULT)

    def _gather(self, size: int) -> None:
        for index in _COUNTED:
            self._connection.execute(
                f"INSERT INTO {index}_fts ({index}_fts, rank) VALUES ('hashsize', ?)", (size,)
            )
