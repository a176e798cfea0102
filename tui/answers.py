"""What the panes show, read in a worker's thread: a page of a list, and what a row brings with it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from store.compile import asks_for_rejected
from store.history import rejected_of
from store.query import Query, field_words, parse_query
from store.records import (
    ArticleFull,
    ArticleRow,
    ClaimantRow,
    EventRow,
    FigureRow,
    PlaceRow,
    QuoteRow,
    SpeakerRow,
)
from store.search import Reader
from store.text import fold
from tui.commands import key_of
from tui.display import count, day, published
from tui.safe import one_line
from tui.widgets.reader import Page
from tui.widgets.rowlist import PAGE

#: Figures and quotes of one speaker or place that are shown.
MOST = 2000
#: The lists of names: what reads each.
_NAMES = {"speakers": "speaker_names", "places": "place_names", "claimants": "claimant_names"}


@dataclass(slots=True)
class Listing:
    """A list: `ids` of its rows (None where `rows` is the whole of it), and `rows` from index `first` on.

    `at` is where the cursor belongs; `shown` what that row brings, if that was asked for.
    """

    total: int
    at: int
    ids: array[int] | None
    first: int
    rows: Sequence[Any]
    shown: Shown | None = None
    #: Whether this is all of it: the first rows are shown while the others are still being found.
    whole: bool = True
    #: The article that came last before the list was read (its rowid).
    newest: int = 0


@dataclass(slots=True)
class Shown:
    """What a row of the list brings into the other panes."""

    article: ArticleFull | None = None
    page: Page | None = None
    figures: list[FigureRow] = field(default_factory=list)
    quotes: list[QuoteRow] = field(default_factory=list)
    matches: list[tuple[int, int]] = field(default_factory=list)
    mark: tuple[int, int] | None = None
    #: Ids of the figure and of the quote that the query asks for.
    asked: str | None = None
    asked_quote: str | None = None


def read_page(reader: Reader, article_id: str, query: Query) -> Shown:
    """An article with its figures and quotes, and where the query's words stand in it."""
    article = reader.article(article_id)
    if article is None:
        return Shown()
    figures = _in_order(
        reader.figures_of(article_id, set_apart=True), rejected_of(reader, "figure", article_id)
    )
    quotes = _in_order(reader.quotes_of(article_id), rejected_of(reader, "quote", article_id))
    above: list[tuple[str, str]] = []
    if article.published_basis == "inferred":
        above.append((f"{published(article)}, worked out: {one_line(article.published_why or '')}", "warn"))
    elif not article.published:
        best = f"; perhaps {day(article.candidates[0].date)}" if article.candidates else ""
        above.append((f"No day of publication{best}. {key_of('date')} sets it.", "warn"))
    elif article.published_basis == "given":
        above.append((f"{published(article)}, {one_line(article.published_why or 'given by hand')}", "dim"))
    if article.note:
        above += [(("✎ " if not index else "  ") + one_line(line), "dim")
                  for index, line in enumerate(article.note.splitlines())]  # fmt: skip
    page = Page(
        article.id,
        article.text,
        above,
        [(row.start, row.end) for row in figures if not row.set_apart and not row.rejected],
        [(row.start, row.end) for row in quotes if row.kind != "indirect" and not row.rejected],
    )
    asked = _asked(figures, reader.asked_of("figure", article_id, query), query)
    said = _asked(quotes, reader.asked_of("quote", article_id, query), query)
    matches = reader.matches(article.text, query)
    return Shown(article, page, figures, quotes, matches, asked=asked, asked_quote=said)


def _asked(rows: Sequence[FigureRow | QuoteRow], ids: list[str], query: Query) -> str | None:
    """Which of the rows that a query asks for comes first: one that its words are said of, else any."""
    wanted = [row for row in rows if row.id in ids or (row.rejected and asks_for_rejected(query))]
    words = [fold(term.text) for term in query.terms if not term.negated]
    if not wanted and words:
        # No field asks for a quote: its words do.
        wanted = [
            row for row in rows if isinstance(row, QuoteRow) and all(word in fold(row.text) for word in words)
        ]
    named = (row for row in wanted if any(word in fold(_said(row)) for word in words))
    first = next(named, wanted[0] if wanted else None)
    return first.id if first is not None else None


def _said(row: FigureRow | QuoteRow) -> str:
    return row.text if isinstance(row, QuoteRow) else f"{row.text} {row.unit}"


def _in_order(rows: list[Any], rejected: list[Any]) -> list[Any]:
    """An article's rows with those that were rejected among them, in the order of the text."""
    return sorted([*rows, *rejected], key=lambda row: row.start) if rejected else rows


def read_list(
    reader: Reader, view: str, query: Query, sort: str, place: str = "", *, apart: bool | None = None
) -> Listing:
    """The list of `view`, with its page around the row called `place`; with `apart`, what that row brings."""
    newest = reader.newest()
    if view in ("articles", "events"):
        ids = reader.article_ids(query, sort) if view == "articles" else reader.event_ids(query, sort)
        at = 0
        if place:
            event = reader.event(place) if view == "events" else None
            rowid = reader.article_rowid(place) if view == "articles" else event.rowid if event else None
            at = ids.index(rowid) if rowid is not None and rowid in ids else 0
        first = at // PAGE * PAGE
        listing = Listing(len(ids), at, ids, first, read_rows(reader, view, ids[first : first + PAGE]))
    else:
        read: Any = getattr(reader, _NAMES[view])
        rows = read(query, sort)
        at = next((index for index, named in enumerate(rows) if named.name == place), 0)
        listing = Listing(len(rows), at, None, 0, rows)
    if apart is not None and listing.total:
        listing.shown = read_row(reader, listing.rows[at - listing.first], query, apart)
    listing.newest = newest
    return listing


def read_glance(
    reader: Reader, view: str, query: Query, sort: str, place: str = "", *, apart: bool | None = None
) -> Listing:
    """Like `read_list`, but where that takes its time only the page that is seen first (`whole` is False)."""
    glance = reader.glance(query, sort, place, PAGE) if view == "articles" else None
    if glance is None:
        return read_list(reader, view, query, sort, place, apart=apart)
    rows = read_rows(reader, view, glance.ids)
    total = len(rows) if glance.total is None else glance.total
    listing = Listing(total, glance.at, glance.ids, glance.first, rows, whole=False)
    listing.newest = reader.newest()
    if apart is not None and rows:
        listing.shown = read_row(reader, rows[glance.at - glance.first], query, apart)
    return listing


def read_rows(reader: Reader, view: str, ids: Sequence[int]) -> Sequence[Any]:
    """The rows with these ids; None stands for one that another program has taken away meanwhile."""
    rows: Sequence[Any] = reader.article_rows(ids) if view == "articles" else reader.event_rows(ids)
    if len(rows) < len(ids):
        found = {row.rowid: row for row in rows}
        rows = [found.get(rowid) for rowid in ids]
    return rows


def read_row(reader: Reader, row: object, query: Query, apart: bool) -> Shown:
    """What a row of any list brings into the other panes."""
    if isinstance(row, ArticleRow):
        return read_page(reader, row.id, query)
    if isinstance(row, EventRow):
        shown = read_page(reader, row.article_id, query)
        shown.figures, shown.quotes = reader.figures_of_event(row.id), reader.quotes_of_event(row.id)
        shown.mark = row.sentences[0] if row.sentences else None
        return shown
    if isinstance(row, SpeakerRow):
        quotes = reader.quotes_of_speaker(row.name, MOST)
        figures = reader.find_figures(_only("claimant", row.name), MOST, True)
    elif isinstance(row, PlaceRow):
        figures = reader.figures_of_place(row.name, MOST)
        quotes = reader.find_quotes(_only("place", row.name), MOST)
    elif isinstance(row, ClaimantRow):
        figures = reader.find_figures(_only("claimant", row.name), MOST, True)
        quotes = reader.quotes_of_speaker(row.name, MOST)
    else:
        return Shown()
    first = (quotes or figures or [None])[0]
    shown = read_page(reader, first.article_id, query) if first is not None else Shown()
    shown.figures, shown.quotes = figures, quotes
    shown.mark = (first.start, first.end) if first is not None else None
    if isinstance(row, SpeakerRow) and shown.page is not None:
        shown.page.above[:0] = _roles(reader, row)
    return shown


def _roles(reader: Reader, row: SpeakerRow) -> list[tuple[str, str]]:
    """Lines on who the speaker was and when, where there is more than one role to tell apart."""
    held = reader.roles_of_speaker(row.name)
    if len(held) < 2:
        return []
    lines = [(f"{one_line(row.name)} was quoted as", "dim")]
    for role in held:
        days = day(role.first) if role.first == role.last else f"{day(role.first)} – {day(role.last)}"
        lines.append(
            (f"  {one_line(role.role)}: {count(role.quotes, 'quote')}{', ' if days else ''}{days}", "dim")
        )
    return lines


def _only(name: str, value: str) -> Query:
    """The query for one field's value."""
    return parse_query(field_words(name, value))
