"""Pages of the claims table: which days it has and how many rows each, then only the rows that are shown.

A block is one day (a place of it, where the order is by place or no day is
known). How many rows a block has is counted in the clustered table `claims`;
its figures are read when one of its rows is wanted.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from sys import intern
from typing import TYPE_CHECKING, Any

from store import compile as sql
from store.claims import ClaimRow, Key, Sum, arrange, rival
from store.errors import QueryError
from store.query import SET_APART, Query
from store.records import FigureRow
from store.schema_claims import values

if TYPE_CHECKING:
    from store.search import Reader

ORDERS = ("newest", "oldest", "place")
_KEY = "day, dated, place, measure, family"
_COLUMNS = f"{_KEY}, figure, first, claimant, low, high, whole, set_apart, running"
#: Fields that hold for all figures of a row or for none; and those of them that `claim_days` can answer.
_OF_ROWS = {"measure", "place", "since"}
_OF_DAYS = {"measure", "since"}
_COUNTED = f"x.measure NOT IN ({', '.join(repr(name) for name in SET_APART)})"
#: Blocks whose rows are kept.
_KEPT = 16
_RIVAL = (
    " HAVING min(lower(coalesce(claimant, ''))) < max(lower(coalesce(claimant, '')))"
    " AND (min(low) < max(low) OR min(high) < max(high))"
)
#: The same of rows taken whole, in a third of the time: each figure that leads none is held against the one that leads
#: its row (with a bound on `figure`, SQLite finds that one by the table's own order).
_LEAD = (
    " CROSS JOIN claims l ON l.day = x.day AND l.dated = x.dated AND l.place = x.place AND l.measure = x.measure"
    " AND l.family = x.family AND l.figure > 0 AND l.lead"
)
_RIVAL_OF_LEAD = (
    " GROUP BY x.day, x.dated, x.place, x.measure, x.family"
    " HAVING max(lower(coalesce(x.claimant, '')) <> lower(coalesce(l.claimant, '')))"
    " AND max(x.low <> l.low OR x.high <> l.high)"
)


class Found:
    """The figures that a query finds, as rows of `claims` under the alias `x`."""

    def __init__(self, reader: Reader, query: Query) -> None:
        slim = sql.claims(query)
        #: The figures' rowids in order; None where `claims` alone can tell.
        self.ids: array[int] | None = None
        apart = any(field.name == "measure" and not field.negated for field in query.fields)
        if slim is None:
            where = sql.figures(query)
            if not apart:
                # By measure, as in `claims`: "no injuries" is a claim too, though set apart in the lists.
                where.add(_COUNTED)
            self.ids = reader._ids(
                "SELECT x.rowid FROM figures x JOIN articles a ON a.rowid = x.article"
                f" WHERE {where.sql()} ORDER BY x.rowid",
                where.params,
            )
            self._with = (
                f"WITH x({_COLUMNS}) AS (SELECT {values('f', 'a.published')} FROM json_each(?) j"
                " JOIN figures f ON f.rowid = j.value JOIN articles a ON a.rowid = f.article) "
            )
            self._from, self._where = "x", "1"
            self._params: list[object] = [json.dumps(self.ids.tolist())]
            self.by_row = self.by_day = False
        else:
            #: Whether the counts of `claim_days` answer it, and what it asks of them.
            self.by_day = {field.name for field in query.fields} <= _OF_DAYS
            self._of_days = slim.sql() + ("" if apart else f" AND {_COUNTED}")
            if not apart:
                slim.add("NOT x.set_apart")
            self._with, self._from, self._where = "", "claims x", slim.sql()
            self._params = slim.params
            #: Whether the query takes rows whole: then each is counted by the one figure that leads it.
            self.by_row = {field.name for field in query.fields} <= _OF_ROWS

    def all(
        self, reader: Reader, select: str, tail: str = "", params: Sequence[object] = (), join: str = ""
    ) -> list[Any]:
        """`select` (with a `{x}` where the rows come from) over these rows; `tail` goes behind the WHERE, `join` before."""
        return list(self.each(reader, select, tail, params, join))

    def each(
        self, reader: Reader, select: str, tail: str = "", params: Sequence[object] = (), join: str = ""
    ) -> Iterator[Any]:
        """Like `all`, row by row."""
        statement = f"{self._with}{select.replace('{x}', f'{self._from}{join} WHERE {self._where}{tail}')}"
        return reader._each(statement, [*self._params, *params])

    def days(self, reader: Reader, select: str, tail: str = "", params: Sequence[object] = ()) -> list[Any]:
        """Like `all` over the rows of `claim_days`; only where `by_day` says that they answer the query."""
        assert self.by_day
        return reader._all(
            select.replace("{x}", f"claim_days x WHERE {self._of_days}{tail}"), [*self._params, *params]
        )

    def has(self, rowid: int) -> bool:
        """Is this figure among them? Only where `ids` are known."""
        assert self.ids is not None
        at = bisect_left(self.ids, rowid)
        return at < len(self.ids) and self.ids[at] == rowid

    def of(self, reader: Reader, tail: str, params: Sequence[object]) -> list[Any]:
        """Keys and rowids of those in one block."""
        if self.ids is None:
            return self.all(reader, f"SELECT {_KEY}, figure FROM {{x}} ORDER BY figure", tail, params)
        found = reader._all(f"SELECT {_KEY}, figure FROM claims x WHERE 1{tail} ORDER BY figure", params)
        return [row for row in found if self.has(row[5])]


class ClaimTable:
    """The answer to one query: `total` rows in `order`, read by pages.

    With `rivals`, only rows in which claimants differ. Made and read in a
    worker's thread; it holds no connection.
    """

    def __init__(
        self, reader: Reader, query: Query | None = None, *, order: str = "newest", rivals: bool = False
    ) -> None:
        if order not in ORDERS:
            raise QueryError(f"cannot sort by {order!r}; it can be {', '.join(ORDERS)}", possible=ORDERS)
        self.order, self.rivals = order, rivals
        self.found = Found(reader, query or Query())
        blocks = self._blocks(reader)
        self._days = [intern(row[0]) for row in blocks]
        self._places = [row[1] if row[1] is None else intern(row[1]) for row in blocks]
        #: Index of each block's first row, and behind the last one the number of rows.
        self._starts: array[int] = array("q", accumulate((row[2] for row in blocks), initial=0))
        self._kept: dict[int, list[ClaimRow]] = {}

    def _blocks(self, reader: Reader) -> list[Any]:
        """Day, place (None for the whole day) and number of rows of each block, in order."""
        join = ""
        if self.rivals and self.found.by_row:
            narrow, join = " AND NOT x.lead", _LEAD
            inner = f"SELECT x.day AS day, x.place AS place FROM {{x}}{_RIVAL_OF_LEAD}"
        elif self.rivals:
            narrow, inner = "", f"SELECT {_KEY} FROM {{x}} GROUP BY {_KEY}{_RIVAL}"
        elif self.found.by_row:
            narrow, inner = " AND x.lead", f"SELECT {_KEY} FROM {{x}}"
        else:
            narrow, inner = "", f"SELECT DISTINCT {_KEY} FROM {{x}}"

        def counted(part: str, only: str = "") -> list[Any]:
            group = "day" if part == "NULL" else "day, part"
            select = f"SELECT day, {part} AS part, count(*) FROM ({inner}) GROUP BY {group}"
            return self.found.all(reader, select, narrow + only, join=join)

        if self.order == "place":
            blocks = sorted(counted("place"), key=lambda row: str(row[0]), reverse=True)
            return sorted(blocks, key=lambda row: (row[1] == "", row[1]))
        if self.found.by_day and not self.rivals:
            every = self.found.days(
                reader, "SELECT day, NULL, sum(rows) FROM {x} GROUP BY day", " AND x.day > ''"
            )
        else:
            every = counted("NULL", " AND x.day > ''")
        dated = sorted(every, reverse=self.order == "newest")
        return dated + counted("place", " AND x.day = ''")

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._starts[-1]

    @property
    def days(self) -> int:
        """How many different days."""
        return len({day for day in self._days if day})

    def rows(self, reader: Reader, first: int, last: int) -> list[ClaimRow]:
        """The rows from index `first` to `last` (exclusive)."""
        first, last = max(first, 0), min(last, self.total)
        made: list[ClaimRow] = []
        block = bisect_right(self._starts, first) - 1
        while first < last:
            start, end = self._starts[block], self._starts[block + 1]
            made += self._block(reader, block)[first - start : last - start]
            first, block = end, block + 1
        return made

    def claimants(self, reader: Reader, limit: int = 200) -> list[tuple[str | None, int]]:
        """Who speaks in these rows and in how many figures, most first; None is the articles' own voice."""
        found = self.found.all(
            reader, "SELECT max(claimant), count(*) FROM {x} GROUP BY lower(claimant) ORDER BY 2 DESC, 1 LIMIT ?",
            params=[limit],
        )  # fmt: skip
        return [(row[0], row[1]) for row in found]

    def index_of(self, day: str) -> int:
        """The index of the first row on `day`, else of the row nearest to it (0 in the order by place)."""
        if self.order == "place":
            return 0
        known = [at for at, each in enumerate(self._days) if each]
        for at in known:
            here = self._days[at]
            if here == day or (here < day) == (self.order == "newest"):
                return self._starts[at]
        return max(self.total - 1, 0)

    def _block(self, reader: Reader, block: int) -> list[ClaimRow]:
        kept = self._kept.get(block)
        if kept is not None:
            return kept
        day, place = self._days[block], self._places[block]
        tail, params = " AND x.day = ?", [day]
        if place is not None:
            tail, params = " AND x.day = ? AND x.dated IN (0, 1) AND x.place = ?", [day, place]
        keys = {row[5]: Key(row[0], bool(row[1]), *row[2:5]) for row in self.found.of(reader, tail, params)}
        figures = reader.figure_rows(keys)
        keyed = [(keys[row.rowid], row) for row in figures]
        made = arrange(keyed, *_around(reader, figures))
        if self.rivals:
            made = [row for row in made if rival(row.figures)]
        wanted = self._starts[block + 1] - self._starts[block]
        # The store may have changed since the rows were counted: what is gone leaves an empty row.
        gone = [ClaimRow(day, True, place or "", "", "")] * (wanted - len(made))
        if len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[block] = made[:wanted] + gone
        return self._kept[block]


def _around(
    reader: Reader, figures: Sequence[FigureRow]
) -> tuple[dict[str, str], dict[str, list[Sum]], dict[str, list[FigureRow]]]:
    """What these figures revise, the sums they are the whole of, and what revises them elsewhere."""
    ids = json.dumps([row.rowid for row in figures])
    articles = "(SELECT DISTINCT article FROM figures WHERE rowid IN (SELECT value FROM json_each(?)))"
    revised = dict(
        reader._all(f"SELECT figure, other_figure FROM revisions WHERE article IN {articles}", [ids])
    )
    newer = reader._all(
        "SELECT r.other_figure, x.rowid FROM article_links l"
        " JOIN revisions r ON r.article = l.article AND r.other = l.other"
        f" JOIN figures x ON x.id = r.figure WHERE l.other IN {articles}"
        f" UNION SELECT revises, rowid FROM figures WHERE revises IS NOT NULL AND article IN {articles}",
        [ids, ids],
    )
    new = {row.rowid: row for row in reader.figure_rows(row[1] for row in newer)}
    later: dict[str, list[FigureRow]] = {}
    for old, rowid in newer:
        if rowid in new:
            later.setdefault(old, []).append(new[rowid])
    sums: dict[str, list[Sum]] = {}
    for row in reader._all(
        "SELECT id, kind, whole, parts, low, high, status, words FROM sums"
        f" WHERE article IN {articles} ORDER BY rowid",
        [ids],
    ):
        parts = tuple(json.loads(row[3]))
        check = Sum(row[0], row[1], row[2], parts, row[4], row[5], row[6], row[7])
        sums.setdefault(check.whole, []).append(check)
    return revised, sums, later
