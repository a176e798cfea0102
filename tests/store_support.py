"""Articles for the tests of the store: invented officials, towns and events, in our own sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from extract.ids import article_id, item_id
from extract.model import Article, Event, Figure, Quote
from store.importer import import_paths
from store.outcomes import Summary
from store.query import Query, parse_query
from store.search import Reader, open_reader

RAID = (
    "Raid on Marzan\n\nVARA — Ostra launched 41 drones at Marzan overnight, the Vara air force said on Telegram. "
    "At least 12 people were injured in the harbour, Mayor Ilka Dorn said. "
    "“Nobody slept in this city,” Dorn told reporters. About $3 million of grain burned."
)
#: The same report a day later, with one number changed.
RAID_LATER = RAID.replace("At least 12 people", "At least 15 people")
TALKS = (
    "Envoys meet in Brenn\n\nBRENN — Two delegations met in Brenn on Friday. “We agreed on nothing,” said Pavo Renn, "
    "a spokesman. Some 300 soldiers were released by Ostra in March."
)


def figure(text: str, article: str, phrase: str, words: str, value: float, **more: Any) -> Figure:
    """The figure whose number words `words` stand in `phrase`."""
    start = text.index(phrase) + phrase.index(words)
    end = start + len(words)
    made: dict[str, Any] = {"low": value, "high": value, **more}
    return Figure(
        id=item_id("figure", article, start, end), start=start, end=end, text=phrase, value=value, **made
    )


def quote(text: str, article: str, words: str, speaker: str, printed: str, **more: Any) -> Quote:
    """The quote of `words`, whose speaker stands in the text as `printed`."""
    start, said = text.index(words), text.index(printed)
    return Quote(
        id=item_id("quote", article, start, start + len(words)), start=start, end=start + len(words), text=words,
        kind="direct", speaker=speaker, speaker_text=printed, speaker_start=said, speaker_end=said + len(printed),
        **more,
    )  # fmt: skip


def raid(
    text: str = RAID, document: str = "raid.txt", day: str | None = "2031-05-02", **more: Any
) -> Article:
    """Four figures (one set apart), a quote and an event."""
    ident = article_id(text)
    before = "2031-05-01" if day else None
    injured = text[text.index("At least") : text.index(" were injured")]
    launched = figure(
        text, ident, "41 drones", "41", 41, unit="drones", measure="launched", place="Marzan", actor="Ostra",
        claimant="Vara's air force", channel="Telegram", cue="said", when="overnight",
        date_from=before, date_to=day,
    )  # fmt: skip
    hurt = figure(
        text, ident, injured, injured.split()[2], float(injured.split()[2]), unit="people", measure="injured",
        modifier="at least", place="Marzan", claimant="Ilka Dorn", cue="said", date_from=before, date_to=day,
    )  # fmt: skip
    money = figure(
        text, ident, "About $3 million", "3 million", 3e6, unit="USD", measure="money", modifier="about"
    )
    said = quote(
        text, ident, "Nobody slept in this city,", "Ilka Dorn", "Dorn", role="Mayor", cue="told",
        addressee="reporters", date=day,
    )  # fmt: skip
    event = Event(
        id=item_id("event", ident, 0, 0), kind="drone_strike", place="Marzan", country="Vara", actor="Ostra",
        date_from=before, date_to=day, summary="Ostra launched 41 drones at Marzan overnight",
        figures=[launched.id, hurt.id], quotes=[said.id], lat=1.5, lon=-2.5, precision="city",
        sentences=[(0, 14)],
    )  # fmt: skip
    launched.event = hurt.event = said.event = event.id
    fields: dict[str, Any] = {
        "headline": "Raid on Marzan", "dateline": "VARA", "outlet": "City Desk", "published": day,
        "published_basis": "stated" if day else None, **more,
    }  # fmt: skip
    return Article(
        id=ident, document=document, start=0, end=len(text), text=text, figures=[launched, hurt, money],
        quotes=[said], events=[event], **fields,
    )  # fmt: skip


def talks(document: str = "talks.txt", day: str | None = "2031-06-10", **more: Any) -> Article:
    """One figure and one quote, without an event."""
    ident = article_id(TALKS)
    return Article(
        id=ident, document=document, start=0, end=len(TALKS), text=TALKS, headline="Envoys meet in Brenn",
        dateline="BRENN", published=day, published_basis="stated" if day else None,
        figures=[
            figure(TALKS, ident, "Some 300 soldiers", "300", 300, unit="soldiers", measure="released", actor="Ostra")
        ],
        quotes=[quote(TALKS, ident, "We agreed on nothing,", "Pavo Renn", "Pavo Renn", role="spokesman", date=day)],
        **more,
    )  # fmt: skip


def lines(path: Path, *articles: Article | dict[str, Any]) -> Path:
    """A `conflict-tui/1` file of these articles."""
    path.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in articles))
    return path


def plain(article: Article) -> dict[str, Any]:
    """The article as plain JSON values, to be spoilt by a test."""
    made: dict[str, Any] = json.loads(msgspec.json.encode(article))
    return made


def stored(folder: Path, *articles: Article | dict[str, Any]) -> Path:
    """A store that holds these articles, all from one file."""
    path = folder / "store.db"
    assert not put(path, lines(folder / "all.jsonl", *articles)).failures
    return path


def put(db: Path, *paths: Path | str, **more: Any) -> Summary:
    """Imports into `db`."""
    return import_paths(db, list(paths), **more)


def ids(reader: Reader, query: str = "", sort: str = "published") -> list[str]:
    """The headlines (or leads) of the articles that a query finds, in order."""
    found = reader.article_rows(reader.article_ids(asked(query), sort))
    return [row.id for row in found]


def asked(query: str) -> Query | None:
    """The parsed query."""
    return parse_query(query) if query else None


def dump(db: Path) -> list[str]:
    """Everything the store holds, as SQL."""
    import sqlite3

    connection = sqlite3.connect(db)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


__all__ = [
    "RAID", "RAID_LATER", "TALKS", "asked", "dump", "figure", "ids", "lines", "open_reader", "plain", "put", "quote",
    "raid", "stored", "talks",
]  # fmt: skip
