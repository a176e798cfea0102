"""Queries to SQL: conditions over articles, figures, quotes and events.

A field of a figure (measure, claimant, unit, value) asks for one figure that
satisfies all of the query's figure fields; so with the fields of quotes and of
events. `place`, `actor` and `channel` join whichever of them the query names,
and stand for any of them when it names none.
"""

from __future__ import annotations

import re

from store.query import EVENT_KINDS, QUOTE_KINDS, Field, Query

Params = list[object]

_OWN = {
    "figure": {"measure", "claimant", "unit", "value", "stance", "sum"},
    "quote": {"speaker"},
    "event": set[str](),
}
_SHARED = {
    "figure": {"place", "actor", "channel"},
    "quote": {"channel"},
    "event": {"place", "actor"},
}
_TABLE = {"figure": "figures", "quote": "quotes", "event": "events"}


class Where:
    """Conditions joined by AND, with their parameters."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.params: Params = []

    def add(self, sql: str, *params: object) -> None:
        """Adds one condition."""
        self.parts.append(sql)
        self.params.extend(params)

    def merge(self, other: Where, form: str = "{}") -> None:
        """Adds another's conditions as one, inside `form`."""
        self.parts.append(form.format(other.sql()))
        self.params.extend(other.params)

    def alone(self) -> str | None:
        """Where all that is asked is that `a.rowid` is one of a SELECT's: that SELECT, whose rows may repeat."""
        asked = "a.rowid IN ("
        if len(self.parts) == 1 and self.parts[0].startswith(asked):
            return self.parts[0][len(asked) : -1]
        return None

    def sql(self) -> str:
        """The condition (`1` when there is none)."""
        return " AND ".join(self.parts) or "1"


def _named(column: str, field: str, values: tuple[str, ...]) -> tuple[str, Params]:
    """A column holds a name that contains one of `values` (found through the small table of names)."""
    tests = " OR ".join("instr(folded, ?)" for _ in values)
    return f"{column} IN (SELECT value FROM terms WHERE field = ? AND ({tests}))", [field, *values]


def _any(count: int) -> str:
    return "(" + ", ".join("?" * count) + ")"


def _one(kind: str, field: Field) -> tuple[str, Params]:
    """One field as a condition on an alias `x` of the kind's table."""
    name, values = field.name, field.values
    if name == "measure":
        return f"x.measure IN {_any(len(values))}", list(values)
    if name in ("stance", "sum"):
        column = "x.sum_status" if name == "sum" else "x.stance"
        # Said so, a figure without one is not of it, rather than neither.
        return f"({column} IS NOT NULL AND {column} IN {_any(len(values))})", list(values)
    if name == "kind":
        wanted = [v for v in values if v in (EVENT_KINDS if kind == "event" else QUOTE_KINDS)]
        return f"x.kind IN {_any(len(wanted))}", list(wanted)
    if name == "value":
        tests: list[str] = []
        params: Params = []
        if field.low is not None:
            tests.append("x.value > ?" if field.low_open else "x.value >= ?")
            params.append(field.low)
        if field.high is not None:
            tests.append("x.value < ?" if field.high_open else "x.value <= ?")
            params.append(field.high)
        return "(" + " AND ".join(tests) + ")", params
    if name == "place" and kind == "event":
        place, params = _named("x.place", "place", values)
        country, more = _named("x.country", "country", values)
        return f"({place} OR {country})", [*params, *more]
    return _named(f"x.{name}", name, values)


class Plan:
    """Which of a query's fields ask about figures, quotes, events, and the article itself."""

    def __init__(self, query: Query) -> None:
        self.of: dict[str, list[Field]] = {"figure": [], "quote": [], "event": []}
        self.article: list[Field] = []
        self.dates: list[Field] = []
        shared: list[Field] = []
        for field in query.fields:
            if field.name in ("since", "until", "on"):
                self.dates.append(field)
            elif field.name == "kind":
                for kind, kinds in (("event", EVENT_KINDS), ("quote", QUOTE_KINDS)):
                    if any(value in kinds for value in field.values):
                        self.of[kind].append(field)
                        break
            elif field.name in ("place", "actor", "channel"):
                shared.append(field)
            else:
                for kind, own in _OWN.items():
                    if field.name in own:
                        self.of[kind].append(field)
                        break
                else:
                    self.article.append(field)
        #: Shared fields that no kind of its own takes: any kind may satisfy them.
        self.loose: list[Field] = []
        named = [kind for kind, fields in self.of.items() if fields]
        for field in shared:
            takers = [kind for kind in named if field.name in _SHARED[kind]]
            for kind in takers:
                self.of[kind].append(field)
            if not takers:
                self.loose.append(field)


def _entity(kind: str, fields: list[Field], *, negate_all: bool = False) -> Where:
    where = Where()
    for field in fields:
        sql, params = _one(kind, field)
        where.add(f"NOT coalesce({sql}, 0)" if field.negated and not negate_all else sql, *params)
    return where


def _among(article: str, selects: list[str], few: bool) -> str:
    """The article is one of those of `selects`, each of which takes more conditions at its end.

    Of a `few` articles each is looked up by itself; of many all that satisfy are gathered first.
    """
    if few:
        # Left to itself SQLite may read through all figures of a measure for each article.
        each = [re.sub(r"FROM (\w+) x", r"FROM \1 x INDEXED BY \1_by_article", select) for select in selects]
        return "(" + " OR ".join(f"EXISTS ({select} AND x.article = {article})" for select in each) + ")"
    return f"{article} IN ({' UNION ALL '.join(selects)})"


def _holding(where: Where, kind: str, fields: list[Field], article: str, few: bool = False) -> None:
    """The article holds one `kind` that satisfies all of `fields`."""
    if not fields:
        return
    select = f"SELECT x.article FROM {_TABLE[kind]} x WHERE "
    if all(field.negated for field in fields):
        # Nothing but "not": no figure of the article may be such a one.
        for field in fields:
            sql, params = _one(kind, field)
            where.add(f"NOT {_among(article, [select + sql], few)}", *params)
        return
    inner = _entity(kind, fields)
    where.add(_among(article, [select + inner.sql()], few), *inner.params)


def _loosely(where: Where, fields: list[Field], article: str, few: bool = False) -> None:
    """The article holds something of some kind that satisfies the shared `fields`."""
    if not fields:
        return
    wanted = [field for field in fields if not field.negated]
    if wanted:
        names = {field.name for field in wanted}
        choices: list[str] = []
        params: Params = []
        for kind in _TABLE:
            if names <= _SHARED[kind]:
                inner = _entity(kind, wanted)
                choices.append(f"SELECT x.article FROM {_TABLE[kind]} x WHERE {inner.sql()}")
                params.extend(inner.params)
        where.add(_among(article, choices, few), *params)
    for field in fields:
        if field.negated:
            for kind in _TABLE:
                if field.name in _SHARED[kind]:
                    _holding(where, kind, [field], article, few)


_MARKED = (
    "(a.id IN (SELECT id FROM {0} WHERE kind = 'article')"
    " OR a.rowid IN (SELECT article FROM figures WHERE id IN (SELECT id FROM {0} WHERE kind = 'figure'))"
    " OR a.rowid IN (SELECT article FROM quotes WHERE id IN (SELECT id FROM {0} WHERE kind = 'quote'))"
    " OR a.rowid IN (SELECT article FROM events WHERE id IN (SELECT id FROM {0} WHERE kind = 'event')))"
)
_STATE = {
    "read": "a.id IN (SELECT id FROM articles_read)",
    "unread": "a.id NOT IN (SELECT id FROM articles_read)",
    "undated": "a.published IS NULL",
    "dated": "a.published IS NOT NULL",
    "stated": "a.published_basis = 'stated'",
    "given": "a.published_basis = 'given'",
    "inferred": "a.published_basis = 'inferred'",
}
_HAS = {
    "figures": "a.figures > 0",
    "quotes": "a.quotes > 0",
    "events": "a.events > 0",
    "links": "a.rowid IN (SELECT article FROM article_links UNION SELECT other FROM article_links)",
}


#: What a person set right, by the field under which it stands in `corrections_standing`.
_SET_RIGHT = {
    "corrected": "field NOT IN ('rejected', 'added') AND field NOT LIKE 'same:%'",
    "rejected": "field = 'rejected'",
    "added": "field = 'added'",
}


def _marks_of_articles() -> dict[str, str]:
    marked = {"starred": _MARKED.format("stars"), "noted": _MARKED.format("notes")}
    for state, test in _SET_RIGHT.items():
        marked[state] = f"a.id IN (SELECT article_id FROM corrections_standing WHERE {test})"
    return marked


def _marks_of(kind: str, rejected: bool) -> dict[str, str]:
    # What is said of an article is said of all that stands in it.
    mark = (
        f"(x.id IN (SELECT id FROM {{0}} WHERE kind = '{kind}')"
        " OR a.id IN (SELECT id FROM {0} WHERE kind = 'article'))"
    )
    marked = {"starred": mark.format("stars"), "noted": mark.format("notes")}
    for state, test in _SET_RIGHT.items():
        marked[state] = f"x.id IN (SELECT id FROM corrections_standing WHERE kind = '{kind}' AND {test})"
    # What is rejected lies in a table of its own, which is asked by itself.
    return {**marked, "rejected": "1" if rejected else "0"}


def _added_words(field: Field, kind: str | None) -> tuple[str, Params]:
    """Tags or notes that hold one of the values, on the things of a kind or their article.

    Without a kind: on an article, or on something within it.
    """
    table, words = ("tags", "folded(tag)") if field.name == "tag" else ("notes", "folded(text)")
    tests = " OR ".join(f"instr({words}, ?)" for _ in field.values)
    if kind is not None:
        found = f"SELECT id FROM {table} WHERE kind = '{{}}' AND ({tests})"
        sql = f"(x.id IN ({found.format(kind)}) OR a.id IN ({found.format('article')}))"
        return sql, [*field.values] * 2
    return _MARKED.format(f"(SELECT kind, id FROM {table} WHERE {tests})"), [*field.values] * 4


def _article_field(
    field: Field, marked: dict[str, str], kind: str | None, few: bool = False
) -> tuple[str, Params]:
    if field.name in ("tag", "note"):
        return _added_words(field, kind)
    if field.name == "is":
        return "(" + " OR ".join(marked.get(v) or _STATE[v] for v in field.values) + ")", []
    if field.name == "has":
        return "(" + " OR ".join(_HAS[value] for value in field.values) + ")", []
    if field.name == "document":
        sql, params = _named("document", "document", field.values)
        if few:
            return f"EXISTS (SELECT 1 FROM article_documents WHERE article = a.rowid AND {sql})", params
        return f"a.rowid IN (SELECT article FROM article_documents WHERE {sql})", params
    if field.name == "headline":
        words = ['headline : "' + value.replace('"', '""') + '" *' for value in field.values]
        return "a.rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)", [" OR ".join(words)]
    return _named(f"a.{field.name}", field.name, field.values)


def _article_fields(
    where: Where, fields: list[Field], marked: dict[str, str], kind: str | None = None, few: bool = False
) -> None:
    for field in fields:
        sql, params = _article_field(field, marked, kind, few)
        where.add(f"NOT coalesce({sql}, 0)" if field.negated else sql, *params)


def _days(where: Where, fields: list[Field], first: str, last: str) -> None:
    """The days from `first` to `last` (SQL) touch those of the fields."""
    for field in fields:
        tests: list[str] = []
        params: Params = []
        if field.day_from:
            tests.append(f"{last} >= ?")
            params.append(field.day_from)
        if field.day_to:
            tests.append(f"{first} <= ?")
            params.append(field.day_to)
        sql = "(" + " AND ".join(tests) + ")"
        where.add(f"NOT coalesce({sql}, 0)" if field.negated else sql, *params)


def _words(where: Where, query: Query, table: str, rowid: str) -> None:
    for expression, test in ((query.match(), "IN"), (query.unwanted(), "NOT IN")):
        if expression:
            where.add(f"{rowid} {test} (SELECT rowid FROM {table} WHERE {table} MATCH ?)", expression)


def articles(query: Query, few: bool = False) -> Where:
    """Conditions on an alias `a` of `articles`.

    For a `few` of them, by way of their own figures; words, in the headline too, are then left out.
    """
    where, plan = Where(), Plan(query)
    if not few:
        _words(where, query, "articles_fts", "a.rowid")
    own = [field for field in plan.article if not (few and field.name == "headline")]
    _article_fields(where, own, _marks_of_articles(), few=few)
    _days(where, plan.dates, "a.published", "a.published")
    for kind, fields in plan.of.items():
        _holding(where, kind, fields, "a.rowid", few)
    _loosely(where, plan.loose, "a.rowid", few)
    return where


def _things(query: Query, kind: str, fts: str, first: str, last: str, rejected: bool) -> Where:
    """Conditions on an alias `x` of the kind's table, joined with `a`; of what was rejected, words are no part."""
    where, plan = Where(), Plan(query)
    if not rejected:
        _words(where, query, fts, "x.rowid")
    _article_fields(where, plan.article, _marks_of(kind, rejected), kind)
    _days(where, plan.dates, first, last)
    mine = plan.of[kind] + [field for field in plan.loose if field.name in _SHARED[kind]]
    if mine:
        where.merge(_entity(kind, mine))
    for other, fields in plan.of.items():
        if other != kind:
            # A shared field that this kind takes itself is not asked of the other ones again.
            _holding(where, other, fields, "x.article")
    _loosely(where, [field for field in plan.loose if field.name not in _SHARED[kind]], "x.article")
    return where


def asks_for_rejected(query: Query | None) -> bool:
    """Does a query ask for what was rejected?"""
    return query is not None and any(
        field.name == "is" and "rejected" in field.values and not field.negated for field in query.fields
    )


def own_fields(query: Query, kind: str) -> Where:
    """What the query asks of one `kind` (figure, quote, event) itself, on an alias `x` of the kind's table."""
    return _entity(kind, Plan(query).of[kind])


def figures(query: Query, rejected: bool = False) -> Where:
    """Conditions on aliases `x` of `figures` and `a` of `articles`."""
    return _things(
        query, "figure", "figures_fts",
        "coalesce(x.date_from, x.date_to, a.published)", "coalesce(x.date_to, x.date_from, a.published)",
        rejected,
    )  # fmt: skip


def quotes(query: Query, rejected: bool = False) -> Where:
    """Conditions on aliases `x` of `quotes` and `a` of `articles`."""
    return _things(
        query,
        "quote",
        "quotes_fts",
        "coalesce(x.date, a.published)",
        "coalesce(x.date, a.published)",
        rejected,
    )


def events(query: Query, rejected: bool = False) -> Where:
    """Conditions on aliases `x` of `events` and `a` of `articles`."""
    return _things(
        query, "event", "events_fts",
        "coalesce(x.date_from, x.date_to, a.published)", "coalesce(x.date_to, x.date_from, a.published)",
        rejected,
    )  # fmt: skip


#: Fields that the slim rows of `claims` can answer by themselves.
_SLIM = {"measure", "claimant", "place", "since", "until", "on"}


def claims(query: Query) -> Where | None:
    """Conditions on an alias `x` of `claims` alone; None where the query asks for more than it holds."""
    if query.terms or not {field.name for field in query.fields} <= _SLIM:
        return None
    where, plan = Where(), Plan(query)
    _days(where, plan.dates, "nullif(x.first, '')", "x.day")
    mine = plan.of["figure"] + plan.loose
    if mine:
        where.merge(_entity("figure", mine))
    return where
