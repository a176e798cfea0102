"""Near-copies: texts that share runs of five words, and the numbers that changed between them."""

from __future__ import annotations

import datetime
import difflib
import json
import sqlite3
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from store.outcomes import Link, Revision
from store.text import WORD

RUN = 5
#: Share of the shorter text's runs that both hold, from which on two articles are linked.
CONTAINMENT = 0.4
DAYS = 3
_LOOK = 64  # articles looked at for one run: common phrases stand in thousands
_TRY = 12  # candidates compared in full
_COPY = 0.8
_LONG = 20_000  # characters of a text whose runs are not kept
_OPENING = 40  # runs that count as an article's opening
#: Marks that most English texts without other letters have; with these away they are ASCII.
_MARKS = "—–“”‘’…\u00a0"
#: ASCII letters in lower case, digits, and a space for everything else.
_LETTERS = bytes(ord(chr(c).lower()) if c < 128 and chr(c).isalnum() else 32 for c in range(256))


def runs(text: str) -> list[int]:
    """A hash of every run of five words, in order (one of all words for a shorter text); not to be changed."""
    # An article is compared with those of its days, which are compared with each other.
    return _recent_runs(text) if len(text) <= _LONG else _runs(text)


@lru_cache(maxsize=256)
def _recent_runs(text: str) -> list[int]:
    return _runs(text)


def _runs(text: str) -> list[int]:
    words = _words(text)
    if len(words) <= RUN:
        return [zlib.crc32(b" ".join(words))] if words else []
    # Each run is put together by itself: that costs less than to find where it begins and ends in the whole.
    alongside = zip(*(islice(words, at, None) for at in range(RUN)), strict=False)
    return list(map(zlib.crc32, map(b" ".join, alongside)))


def _words(text: str) -> list[bytes]:
    """The words that `WORD` finds, in lower case, as UTF-8."""
    plain = text
    if not text.isascii():
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
    if plain.isascii():
        return plain.encode().translate(_LETTERS).split()
    return [word.encode("utf-8", "replace") for word in WORD.findall(text.lower())]


def sample(hashes: list[int]) -> set[int]:
    """The hashes that are kept to find a text by: every eighth of a long text, more of a short one."""
    size = len(hashes)
    step = 8 if size >= 64 else 4 if size >= 32 else 2 if size >= 16 else 1
    return {each for each in hashes if not each % step}


def containment(one: set[int], other: set[int]) -> float:
    """The share of the smaller set that both hold."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def kind_of(earlier: list[int], later: list[int]) -> str:
    """What the later text is to the earlier one.

    `copy`: nearly all of either; `update`: the later one opens with the same words, or
    half of it is the earlier one's; `background`: other news above what is shared.
    """
    one, other = set(earlier), set(later)
    shared = one & other
    if len(shared) / max(len(one), len(other)) >= _COPY:
        return "copy"
    opening = later[:_OPENING]
    if sum(each in shared for each in opening) * 4 >= len(opening) or len(shared) * 2 >= len(other):
        return "update"
    return "background"


def _far(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return abs(_day(one) - _day(other)) > DAYS


@lru_cache(maxsize=4096)
def _day(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def link(connection: sqlite3.Connection, article: int, text: str, hashes: list[int]) -> None:
    """Finds the near-copies of an article that is stored with its sample, and stores the links.

    `hashes` are the `runs` of its `text`.
    """
    seen: Counter[int] = Counter()
    for each in sample(hashes):
        seen.update(
            row[0]
            for row in connection.execute(
                "SELECT article FROM shingles WHERE hash = ? ORDER BY article DESC LIMIT ?", (each, _LOOK)
            )
        )
    likely = _likely(seen, article)
    if likely:
        _link(connection, article, text, hashes, likely, _days(connection, [article, *likely]), {})


class Fresh:
    """Articles that were just stored, in the order of their rowids: their samples are stored, then each is linked."""

    def __init__(self, connection: sqlite3.Connection, articles: list[tuple[int, str]]) -> None:
        """`articles` are (rowid, text)."""
        self._connection = connection
        self._articles = articles
        self._runs = {rowid: _runs(text) for rowid, text in articles}
        self._samples = {rowid: sample(hashes) for rowid, hashes in self._runs.items()}

    def add(self) -> None:
        """Stores the samples."""
        rows = [(each, rowid) for rowid, mine in self._samples.items() for each in mine]
        # Of one hash the rowids are in order already.
        rows.sort(key=itemgetter(0))
        self._connection.executemany("INSERT OR IGNORE INTO shingles VALUES (?, ?)", rows)

    def link(self, before: Mapping[int, list[int]]) -> dict[int, list[int]]:
        """Links each with the near-copies of lower rowids; the `runs` of all, which `before` holds of others."""
        holders = self._holders()
        found: dict[int, list[int]] = {}
        for rowid, _ in self._articles:
            seen: Counter[int] = Counter()
            for each in self._samples[rowid]:
                others = holders.get(each)
                if others is not None:
                    last = bisect_right(others, rowid)
                    # The latest first: of those seen equally often the first is tried.
                    seen.update(others[max(last - _LOOK, 0) : last][::-1])
            likely = _likely(seen, rowid)
            if likely:
                found[rowid] = likely
        days = _days(self._connection, {*found, *chain.from_iterable(found.values())})
        known = {**before, **self._runs}
        for rowid, text in self._articles:
            if rowid in found:
                _link(self._connection, rowid, text, self._runs[rowid], found[rowid], days, known)
        return self._runs

    def _holders(self) -> dict[int, list[int]]:
        """Articles by the hashes that several have: the latest of them, as far as any of ours looks, in order."""
        far = _LOOK + len(self._articles)
        # Most hashes are of one article alone.
        return {
            each: sorted(map(int, listed.split(",")))
            for each, listed in self._connection.execute(
                "SELECT j.value, (SELECT group_concat(article) FROM"
                "  (SELECT article FROM shingles s WHERE s.hash = j.value ORDER BY article DESC LIMIT ?))"
                " FROM json_each(?) j WHERE (SELECT count(*) FROM"
                "  (SELECT 1 FROM shingles s WHERE s.hash = j.value LIMIT 2)) = 2",
                (far, json.dumps(list(set().union(*self._samples.values())))),
            )
        }


def _likely(seen: Counter[int], article: int) -> list[int]:
    """The articles that are worth a comparison, by how many of the article's hashes each has."""
    del seen[article]
    return [other for other, _ in seen.most_common(_TRY)] if seen else []


def _days(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[int, str | None]:
    """The articles' days."""
    asked = json.dumps(list(articles))
    select = "SELECT rowid, published FROM articles WHERE rowid IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(select, (asked,)).fetchall())


def _link(
    connection: sqlite3.Connection,
    article: int,
    text: str,
    hashes: list[int],
    likely: list[int],
    days: Mapping[int, str | None],
    known: Mapping[int, list[int]],
) -> None:
    """Compares an article with the `likely` ones, and stores the links; `known` has the runs of some of them."""
    published = days[article]
    near = [other for other in likely if not _far(published, days[other])]
    mine = set(hashes) if near else set()
    for other in near:
        theirs = known.get(other)
        if theirs is None:
            theirs = runs(_text(connection, other))
        score = containment(mine, set(theirs))
        if score < CONTAINMENT:
            continue
        later, earlier = (article, text, hashes), (other, _text(connection, other), theirs)
        if (published or "9999", article) < (days[other] or "9999", other):
            later, earlier = earlier, later
        connection.execute(
            "INSERT OR REPLACE INTO article_links (article, other, kind, score) VALUES (?, ?, ?, ?)",
            (later[0], earlier[0], kind_of(earlier[2], later[2]), round(score, 4)),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO revisions (article, other, figure, other_figure) VALUES (?, ?, ?, ?)",
            [(later[0], earlier[0], *pair) for pair in _revised(connection, later[:2], earlier[:2])],
        )


def _text(connection: sqlite3.Connection, article: int) -> str:
    return str(connection.execute("SELECT text FROM texts WHERE article = ?", (article,)).fetchone()[0])


def link_again(connection: sqlite3.Connection, article: int) -> None:
    """Links an article anew, after its day or its figures changed."""
    connection.execute("DELETE FROM article_links WHERE article = ?1 OR other = ?1", (article,))
    text = _text(connection, article)
    link(connection, article, text, runs(text))


def _revised(
    connection: sqlite3.Connection, later: tuple[int, str], earlier: tuple[int, str]
) -> list[tuple[str, str]]:
    """Pairs of figure ids that stand at the same place of shared words but have other values."""
    ours, theirs = _Words(connection, *later), _Words(connection, *earlier)
    if not ours.figures or not theirs.figures:
        return []
    pairs: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        # A number alone is exchanged: longer replacements are other sentences.
        if tag != "replace" or last - first > 4 or other_last - other_first > 4:
            continue
        for index in range(first, last):
            for other_index in range(other_first, other_last):
                one, other = ours.figures.get(index), theirs.figures.get(other_index)
                if one and other and one[2:] == other[2:] and one[1] != other[1]:
                    pairs.append((one[0], other[0]))
    return pairs


class _Words:
    """An article's words, and its figures by the index of their first word: (id, value, measure, unit)."""

    def __init__(self, connection: sqlite3.Connection, article: int, text: str) -> None:
        tokens = list(WORD.finditer(text))
        self.words = [token.group().lower() for token in tokens]
        at = {token.start(): index for index, token in enumerate(tokens)}
        self.figures = {
            at[start]: (id_, value, measure, unit)
            for id_, start, value, measure, unit in connection.execute(
                "SELECT id, start, value, measure, unit FROM figures WHERE article = ?", (article,)
            )
            if start in at
        }


def links_of(ask: Callable[..., list[Any]], article_id: str) -> list[Link]:
    """The links of an article in either direction; see `Reader.links_of`."""
    links: list[Link] = []
    for rowid, other, kind, score, later, other_id, *rest in ask(
        "WITH me AS (SELECT rowid AS r FROM articles WHERE id = ?),"
        " pairs AS (SELECT article AS me, other AS them, kind, score, 0 AS later FROM article_links, me"
        "   WHERE article = me.r UNION ALL"
        "   SELECT other, article, kind, score, 1 FROM article_links, me WHERE other = me.r)"
        " SELECT pairs.me, pairs.them, kind, score, later, a.id, a.headline, a.dateline, a.outlet,"
        " a.document, a.published FROM pairs JOIN articles a ON a.rowid = pairs.them"
        " ORDER BY score DESC, a.rowid",
        (article_id,),
    ):
        pair = (other, rowid) if later else (rowid, other)
        revisions = [
            Revision(*(row[3:] + row[:3] if later else row))
            for row in ask(
                "SELECT f.id, f.text, f.value, o.id, o.text, o.value FROM revisions r"
                " JOIN figures f ON f.id = r.figure JOIN figures o ON o.id = r.other_figure"
                " WHERE r.article = ? AND r.other = ? ORDER BY f.start",
                pair,
            )
        ]
        values: list[Any] = [article_id, other_id, kind, score, bool(later), *rest, tuple(revisions)]
        links.append(Link(*values))
    return links
