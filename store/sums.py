"""Checks on sums as they are read: those of an article, of an event, of a figure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store import rows
from store.records import SumRow

if TYPE_CHECKING:
    from store.search import Reader


def of_article(reader: Reader, article_id: str) -> list[SumRow]:
    """See `Reader.sums_of`."""
    return _sums(reader, "a.id = ?", (article_id,))


def of_event(reader: Reader, event_id: str) -> list[SumRow]:
    """See `Reader.sums_of_event`."""
    return _sums(
        reader,
        f"s.event IN (SELECT ?1 UNION SELECT id FROM (WITH linked(id, why) AS ({rows.LINKED_EVENTS})"
        " SELECT id FROM linked))",
        (event_id,),
    )


def of_figure(reader: Reader, figure_id: str) -> list[SumRow]:
    """See `Reader.sums_of_figure`."""
    return _sums(
        reader,
        "s.article = (SELECT article FROM figures WHERE id = ?1)"
        " AND (s.whole = ?1 OR EXISTS (SELECT 1 FROM json_each(s.parts) WHERE value = ?1))",
        (figure_id,),
    )


def _sums(reader: Reader, where: str, params: Sequence[object]) -> list[SumRow]:
    found = reader._all(
        "SELECT s.id, a.id, s.kind, s.whole, s.parts, s.claimant, s.event, s.low, s.high, s.status, s.words"
        f" FROM sums s JOIN articles a ON a.rowid = s.article WHERE {where} ORDER BY s.article, s.rowid",
        params,
    )
    return [
        SumRow(id_, article, kind, whole, tuple(json.loads(parts)), *rest)
        for id_, article, kind, whole, parts, *rest in found
    ]
