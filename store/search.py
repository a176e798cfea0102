"""Questions to the store: a `Reader` holds one read-only connection and answers with small records.

It imports neither sqlite-utils nor spaCy, so that browsing starts fast. A
reader may be used in any one thread at a time; `interrupt` may be called from
another one while a question runs.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from store import articles, evidence, rows
from store.connect import open_for_reading, said
from store.errors import QueryError
from store.highlight import matches
from store.query import Query
from store.records import (
    ArticleFull,
    ArticleRow,
    ClaimantRow,
    EventRow,
    FigureRow,
    PlaceRow,
    QuoteRow,
    Role,
    SpeakerRow,
    SumRow,
)
from store.sorts import CLAIMANT_SORTS, PLACE_SORTS, SPEAKER_SORTS, sorted_by
from store.text import fold

if TYPE_CHECKING:
    from store.facets import Value
    from store.glance import Glance
    from store.outcomes import EventLink, Kept, Link, Stats

_NOTHING = Query()


def open_reader(path: str | os.PathLike[str]) -> Reader:
    """A reader of the store at `path`; raises a `StoreError` (`NoStore` where there is no file yet)."""
    return Reader(path)


class Reader:
    """One read-only connection to a store; use it as a context manager, or call `close`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = path
        self.connection = open_for_reading(path)
        self.connection.create_function("folded", 1, fold, deterministic=True)

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; the reader answers nothing after that."""
        self.connection.close()

    def interrupt(self) -> None:
        """Stops the question that runs in another thread; that one raises `Interrupted`."""
        self.connection.interrupt()

    def _all(self, statement: str, params: Sequence[object] = ()) -> list[Any]:
        try:
            return self.connection.execute(statement, params).fetchall()
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    def _each(self, statement: str, params: Sequence[object] = ()) -> Iterator[Any]:
        """The rows one by one, for answers that need not be held whole."""
        try:
            yield from self.connection.execute(statement, params)
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    def _one(self, statement: str, params: Sequence[object] = ()) -> Any:
        found = self._all(statement, params)
        return found[0] if found else None

    def _ids(self, statement: str, params: Sequence[object]) -> array[int]:
        """The one column of many rows. As a JSON list it comes in a third of the time of rows."""
        listed = f"WITH found(id) AS ({statement}) SELECT json_group_array(id) FROM found"
        return rows.listed(self._one(listed, params)[0])

    def _by_rowid(self, select: str, alias: str, rowids: Iterable[int]) -> list[Sequence[Any]]:
        try:
            return rows.by_rowid(self.connection, select, alias, rowids)
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Inside it every answer is of one moment, whatever others write meanwhile."""
        self._all("BEGIN")
        try:
            yield
        finally:
            self._all("COMMIT")

    # --- articles

    def article_ids(self, query: Query | None = None, sort: str = "published") -> array[int]:
        """The rowids of the articles that satisfy `query`, in the order `sort` (see `store.sorts.ARTICLE_SORTS`).

        The array may be shared: it is not to be changed.
        """
        return articles.ids(self, query, sort)

    def glance(self, query: Query, sort: str, place: str, page: int) -> Glance | None:
        """The first rows before all is found, or the page around the article `place`; see `store.glance`."""
        from store.glance import articles as first_rows

        return first_rows(self, self._all, query, sort, place, page)

    def article_rows(self, rowids: Iterable[int]) -> list[ArticleRow]:
        """The articles with these rowids, in that order; ones that are gone are left out."""
        return [rows.article(row) for row in self._by_rowid(rows.ARTICLE, "a", rowids)]

    def article_rowid(self, article_id: str) -> int | None:
        """The rowid of the article with this id."""
        row = self._one("SELECT rowid FROM articles WHERE id = ?", (article_id,))
        return row[0] if row else None

    def article(self, article_id: str) -> ArticleFull | None:
        """The whole article, or None when there is none with this id."""
        return articles.whole(self, article_id)

    def files_of(self, article_id: str) -> list[tuple[str | None, str | None]]:
        """Path and encoding of each document that holds the article, as it was read."""
        return articles.files_of(self, article_id)

    def links_of(self, article_id: str) -> list[Link]:
        """Articles that share words with this one (copies, updates, background), strongest first."""
        from store.near import links_of

        return links_of(self._all, article_id)

    # --- figures and quotes

    def figures_of(self, article_id: str, *, set_apart: bool = False) -> list[FigureRow]:
        """The article's figures in text order; those set apart (money, age …) only when asked for."""
        more = "" if set_apart else " AND NOT x.set_apart"
        found = self._all(f"{rows.FIGURE} WHERE a.id = ?{more} ORDER BY x.start", (article_id,))
        return [rows.figure(row) for row in found]

    def asked_of(self, kind: str, article_id: str, query: Query) -> list[str]:
        """Ids of the article's figures or quotes that the query's fields on that kind ask for, in text order.

        None where it has no such field.
        """
        return evidence.asked_of(self, kind, article_id, query)

    def quotes_of(self, article_id: str) -> list[QuoteRow]:
        """The article's quotes in text order."""
        found = self._all(f"{rows.QUOTE} WHERE a.id = ? ORDER BY x.start", (article_id,))
        return [rows.quote(row) for row in found]

    def figure(self, figure_id: str) -> FigureRow | None:
        """The figure with this id."""
        row = self._one(f"{rows.FIGURE} WHERE x.id = ?", (figure_id,))
        return rows.figure(row) if row else None

    def quote(self, quote_id: str) -> QuoteRow | None:
        """The quote with this id."""
        row = self._one(f"{rows.QUOTE} WHERE x.id = ?", (quote_id,))
        return rows.quote(row) if row else None

    def figure_ids(
        self, query: Query | None = None, set_apart: bool = False, limit: int | None = None, offset: int = 0
    ) -> array[int]:
        """The rowids of the figures that `find_figures` finds, in its order."""
        return evidence.figure_ids(self, query, set_apart, limit, offset)

    def figure_rows(self, rowids: Iterable[int]) -> list[FigureRow]:
        """The figures with these rowids, in that order; ones that are gone are left out."""
        return [rows.figure(row) for row in self._by_rowid(rows.FIGURE, "x", rowids)]

    def find_figures(
        self, query: Query | None = None, limit: int | None = None, set_apart: bool = False, offset: int = 0
    ) -> list[FigureRow]:
        """Figures that satisfy `query` (words: their phrase, sentence, headline, or what
        the rules found: who, where, on what day), newest day first.

        Asking for a measure that is set apart (`measure:money`) shows it.
        """
        return self.figure_rows(self.figure_ids(query, set_apart, limit, offset))

    def quote_ids(self, query: Query | None = None, limit: int | None = None, offset: int = 0) -> array[int]:
        """The rowids of the quotes that `find_quotes` finds, in its order."""
        return evidence.quote_ids(self, query, limit, offset)

    def quote_rows(self, rowids: Iterable[int]) -> list[QuoteRow]:
        """The quotes with these rowids, in that order; ones that are gone are left out."""
        return [rows.quote(row) for row in self._by_rowid(rows.QUOTE, "x", rowids)]

    def find_quotes(
        self, query: Query | None = None, limit: int | None = None, offset: int = 0
    ) -> list[QuoteRow]:
        """Quotes that satisfy `query` (words: the quote, its speaker or role), newest day first."""
        return self.quote_rows(self.quote_ids(query, limit, offset))

    def linked_quotes(self, figure_id: str) -> list[QuoteRow]:
        """Quotes of the figure's event (as any article tells it), and of its claimant in its article."""
        from store.linked import quotes_for

        return quotes_for(self, figure_id)

    def linked_figures(self, quote_id: str) -> list[FigureRow]:
        """Figures of the quote's event (as any article tells it), and those its speaker claims beside it."""
        from store.linked import figures_for

        return figures_for(self, quote_id)

    # --- checks on sums

    def sums_of(self, article_id: str) -> list[SumRow]:
        """The article's checks on sums, in the order of their wholes."""
        from store.sums import of_article

        return of_article(self, article_id)

    def sums_of_event(self, event_id: str) -> list[SumRow]:
        """The checks on the event's sums, as every linked article gives them."""
        from store.sums import of_event

        return of_event(self, event_id)

    def sums_of_figure(self, figure_id: str) -> list[SumRow]:
        """The checks on sums that the figure is the whole or a part of."""
        from store.sums import of_figure

        return of_figure(self, figure_id)

    # --- events

    def event_ids(self, query: Query | None = None, sort: str = "date") -> array[int]:
        """The rowids of the events that satisfy `query`, in the order `sort` (see `store.sorts.EVENT_SORTS`)."""
        from store.events import ids

        return ids(self, query, sort)

    def event_rows(self, rowids: Iterable[int]) -> list[EventRow]:
        """The events with these rowids, in that order; ones that are gone are left out."""
        return [rows.event(row) for row in self._by_rowid(rows.EVENT, "x", rowids)]

    def event(self, event_id: str) -> EventRow | None:
        """The event with this id."""
        row = self._one(f"{rows.EVENT} WHERE x.id = ?", (event_id,))
        return rows.event(row) if row else None

    def events_of(self, article_id: str) -> list[EventRow]:
        """The article's events in the order of the text."""
        found = self._all(f"{rows.EVENT} WHERE a.id = ? ORDER BY x.rowid", (article_id,))
        return [rows.event(row) for row in found]

    def linked_events(self, event_id: str) -> list[EventLink]:
        """The same event in other articles, with the reason why it is taken to be the same."""
        from store.events import linked

        return linked(self, event_id)

    def figures_of_event(self, event_id: str) -> list[FigureRow]:
        """The event's figures as every linked article gives them; its own article's first."""
        from store.events import figures

        return figures(self, event_id)

    def quotes_of_event(self, event_id: str) -> list[QuoteRow]:
        """The event's quotes in every linked article; its own article's first."""
        from store.events import quotes

        return quotes(self, event_id)

    # --- speakers and places

    def speaker_names(
        self, query: Query | None = None, sort: str = "quotes", limit: int | None = None, offset: int = 0
    ) -> list[SpeakerRow]:
        """Speakers of the quotes that satisfy `query`, in the order `sort` (see `store.sorts.SPEAKER_SORTS`)."""
        from store.names import speakers

        return speakers(self._all, query, sorted_by(SPEAKER_SORTS, sort), limit, offset)

    def quotes_of_speaker(self, name: str, limit: int | None = None) -> list[QuoteRow]:
        """Everything quoted of this speaker (or the first `limit` of it), by day."""
        return evidence.of_speaker(self, name, limit)

    def roles_of_speaker(self, name: str) -> list[Role]:
        """The roles that this speaker was quoted in, the earliest first."""
        from store.names import roles

        return roles(self._all, name)

    def claimant_names(
        self, query: Query | None = None, sort: str = "figures", limit: int | None = None, offset: int = 0
    ) -> list[ClaimantRow]:
        """Claimants of the figures that satisfy `query`, in the order `sort` (see `store.sorts.CLAIMANT_SORTS`)."""
        from store.names import claimants

        return claimants(self._all, query, sorted_by(CLAIMANT_SORTS, sort), limit, offset)

    def place_names(
        self, query: Query | None = None, sort: str = "figures", limit: int | None = None, offset: int = 0
    ) -> list[PlaceRow]:
        """Places of the figures and events that satisfy `query`, in the order `sort` (`PLACE_SORTS`)."""
        from store.names import places

        return places(self._all, query, sorted_by(PLACE_SORTS, sort), limit, offset)

    def figures_of_place(self, name: str, limit: int | None = None) -> list[FigureRow]:
        """The figures of this place (not those set apart), newest day first; at most `limit`."""
        return evidence.of_place(self, name, limit)

    # --- what people add, and the store itself

    def note(self, kind: str, thing_id: str) -> str | None:
        """The note on an article, figure, quote or event."""
        row = self._one("SELECT text FROM notes WHERE kind = ? AND id = ?", (kind, thing_id))
        return row[0] if row else None

    def kept(self) -> list[Kept]:
        """Stars and notes whose words stand in no document any more, with the words as they were."""
        from store.names import kept

        return kept(self._all)

    def values(self, field: str, beginning: str = "", limit: int = 20) -> list[str]:
        """Values of a query field that hold `beginning`, for completion."""
        found = self._all(
            "SELECT value FROM terms WHERE field = ? AND instr(folded, ?)"
            " ORDER BY instr(folded, ?), value LIMIT ?",
            (field, fold(beginning), fold(beginning), limit),
        )
        return [row[0] for row in found]

    def facet(self, facet: str, query: Query | None = None, most: int | None = None) -> list[Value]:
        """The values of a facet (claimant, place, measure, speaker, channel, day, outlet) with how many of the
        articles that satisfy `query` have each; those of most articles first, days newest first.
        """
        from store.facets import FIELDS, MOST, values

        if facet not in FIELDS:
            raise QueryError(
                f"there is no facet {facet!r}; it can be {', '.join(FIELDS)}", possible=tuple(FIELDS)
            )
        return values(self, self._all, facet, query or _NOTHING, MOST if most is None else most)

    def counted(self, field: str, words: Sequence[str]) -> list[tuple[str, int | None]]:
        """Values of a field that is no facet, with how many articles each finds; None where counting takes long."""
        from store.facets import counted

        return counted(self, self._all, field, words)

    def matches(self, text: str, query: Query | None) -> list[tuple[int, int]]:
        """Where the query's words stand in `text`: `(start, end)` spans in order, none overlapping."""
        return matches(text, query) if query else []

    def stats(self) -> Stats:
        """Counts over the whole store."""
        from store.names import stats

        return stats(self._all, self.path)

    def newest(self) -> int:
        """The rowid of the article that came last, 0 when there is none."""
        return int(self._one("SELECT coalesce(max(rowid), 0) FROM articles")[0])

    def newer(self, rowid: int) -> int:
        """How many articles came after the one with this rowid."""
        return int(self._one("SELECT count(*) FROM articles WHERE rowid > ?", (rowid,))[0])

    def changes(self, *tables: str) -> int:
        """How often rows of `articles`, `figures`, `quotes` or `events` were written: it only ever grows."""
        marks = ", ".join("?" * len(tables))
        return int(self._one(f"SELECT sum(times) FROM changes WHERE thing IN ({marks})", tables)[0])

    def data_version(self) -> int:
        """A number that changes when another connection has written to the store."""
        return int(self._one("PRAGMA data_version")[0])
