"""Corrected articles as annotations in the form of `tests/gold`, to measure and improve the extraction with.

What a person corrected or added is asked for; what nobody looked at is
`optional`, neither asked for nor counted against; what was rejected is left out,
so that a reader who finds it again is wrong. What the form has no words for is
left out too: statements without quotation marks, figures that count nothing,
and of two that overlap the second; words that the text does not have are null.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from store.history import everything
from store.query import Query
from store.records import ArticleFull, EventRow, FigureRow, QuoteRow
from store.search import Reader

_LONE = re.compile("[\ud800-\udfff]")
_NAME = re.compile(r"[^A-Za-z0-9]+")
#: Marks that a quotation opens with; a text that begins with one has none before it.
_OPENING = tuple("“\"‘'«„")
Row = TypeVar("Row", FigureRow, QuoteRow)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article: the name of its files, its text, and the annotation as plain values."""

    name: str
    text: str
    gold: dict[str, Any]

    def json(self) -> str:
        """The annotation as the file holds it."""
        return json.dumps(self.gold, ensure_ascii=False, indent=1) + "\n"


def annotated(reader: Reader, query: Query | None = None) -> Iterator[Annotated]:
    """The articles that `query` finds and a person corrected, one annotation each."""
    wanted = None if not query else set(reader.article_ids(query))
    touched = everything(reader)
    for article_id in dict.fromkeys(each.article_id for each in touched):
        article = reader.article(article_id)
        if article is not None and (wanted is None or article.rowid in wanted):
            things = {(each.kind, each.id) for each in touched if each.article_id == article_id}
            yield _annotated(reader, article, things)


def _annotated(reader: Reader, article: ArticleFull, touched: set[tuple[str, str]]) -> Annotated:
    # A lone surrogate cannot be written; offsets hold with another character in its place.
    text = _LONE.sub("\ufffd", article.text)
    slug = _NAME.sub("-", (article.headline or article.document).casefold()).strip("-")[:40].strip("-")
    name = f"{slug}-{article.id[:8]}" if slug else article.id
    figures = list(_apart(row for row in reader.figures_of(article.id, set_apart=True) if row.unit))
    whole = {figure.id: figure for figure in figures}
    quotes = _apart(row for row in reader.quotes_of(article.id) if _between_marks(text, row))
    gold = {
        "document": f"{name}.txt",
        "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "style": article.outlet,
        "war": None,
        "cases": [],
        "articles": [
            {
                "start": 0, "end": len(article.text), "headline": _printed(text, article.headline),
                "dateline": _printed(text, article.dateline),
                "published": article.published, "published_basis": article.published_basis,
            }
        ],
        "figures": [
            _figure(text, figure, whole, ("figure", figure.id) in touched) for figure in figures
        ],
        "quotes": [_quote(quote, ("quote", quote.id) in touched) for quote in quotes],
        "events": [
            _event(text, event, figures)
            for event in reader.events_of(article.id)
            if ("event", event.id) in touched
        ],
    }  # fmt: skip
    return Annotated(name, text, gold)


def _apart(rows: Iterable[Row]) -> Iterator[Row]:
    """In the order of the text, none over another: of two that overlap the first."""
    end = 0
    for row in sorted(rows, key=lambda row: row.start):
        if row.start >= end:
            yield row
            end = row.end


def _between_marks(text: str, row: QuoteRow) -> bool:
    """Whether a quote stands behind a quotation mark, as all those of the form do."""
    return row.kind != "indirect" and text[: row.start].rstrip()[-1:] in _OPENING


def _printed(text: str, words: str | None, *, folded: bool = False) -> str | None:
    """Words of an annotation, where the text has them."""
    if not words or words in text:
        return words
    return words if folded and _plain(words) in _plain(text) else None


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _figure(text: str, row: FigureRow, others: dict[str, FigureRow], touched: bool) -> dict[str, Any]:
    dates = [row.date_from or row.date_to, row.date_to or row.date_from]
    part_of = others.get(row.part_of or "")
    return {
        "article": 0, "start": row.start, "end": row.end, "number": text[row.start : row.end],
        "value": _number(row.value), "high": _number(row.high) if row.high > row.value else None,
        "modifier": _printed(text, row.modifier, folded=True), "measure": row.measure, "also_measure": [], "unit": row.unit, "place": row.place,
        "actor": row.actor, "target": row.target, "claimant": row.claimant, "channel": row.channel,
        "when": _printed(text, row.when, folded=True),
        "dates": dates if dates[0] else None,
        "subset_of": text[part_of.start : part_of.end] if part_of else None,
        "optional": not touched or row.set_apart,
    }  # fmt: skip


def _quote(row: QuoteRow, touched: bool) -> dict[str, Any]:
    return {
        "article": 0, "start": row.start, "end": row.end, "text": row.text, "speaker": row.speaker,
        "role": row.role, "cue": row.cue, "channel": row.channel, "kind": row.kind, "optional": not touched,
    }  # fmt: skip


def _event(text: str, row: EventRow, figures: list[FigureRow]) -> dict[str, Any]:
    return {
        "article": 0, "kind": row.kind, "place": row.place, "date": row.date_to, "actor": row.actor,
        "figures": [text[each.start : each.end] for each in figures if each.event == row.id],
    }  # fmt: skip
