"""Near-copies: texts that share runs of five words, and the numbers that changed between them."""

from __future__ import annotations

import datetime
import difflib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
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


def runs(text: str) -> list[int]:
    """A hash of every run of five words, in order (one of all words for a shorter text); not to be changed."""
    # An article is compared with those of its days, which are compared with each other.
    return _recent_runs(text) if len(text) <= _LONG else _runs(text)


@lru_cache(maxsize=256)
def _recent_runs(text: str) -> list[int]:
    return _runs(text)


def _runs(text: str) -> list[int]:
    words = WORD.findall(text.lower())
    if not words:
        return []
    line = " ".join(words)
    joined = line.encode("utf-8", "replace")
    if len(words) <= RUN:
        return [zlib.crc32(joined)]
    lengths = map(len, words)
    if not line.isascii():
        lengths = (len(word.encode("utf-8", "replace")) for word in words)  # type: ignore[assignment]
    # Where each word begins, and behind the last one where the next would.
    starts = list(accumulate((length + 1 for length in lengths), initial=0))
    pieces = [
        joined[start:stop] for start, stop in zip(starts, (end - 1 for end in starts[RUN:]), strict=False)
    ]
    return list(map(zlib.crc32, pieces))


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
    published: str | None = connection.execute(
        "SELECT published FROM articles WHERE rowid = ?", (article,)
    ).fetchone()[0]
    seen: Counter[int] = Counter()
    for each in sample(hashes):
        seen.update(
            row[0]
            for row in connection.execute(
                "SELECT article FROM shingles WHERE hash = ? ORDER BY article DESC LIMIT ?", (each, _LOOK)
            )
        )
    del seen[article]
    if not seen:
        return
    mine = set(hashes)
    for other, _ in seen.most_common(_TRY):
        (other_published,) = connection.execute(
            "SELECT published FROM articles WHERE rowid = ?", (other,)
        ).fetchone()
        if _far(published, other_published):
            continue
        (other_text,) = connection.execute("SELECT text FROM texts WHERE article = ?", (other,)).fetchone()
        theirs = runs(other_text)
        score = containment(mine, set(theirs))
        if score < CONTAINMENT:
            continue
        later, earlier = (article, text, hashes), (other, other_text, theirs)
        if (published or "9999", article) < (other_published or "9999", other):
            later, earlier = earlier, later
        connection.execute(
            "INSERT OR REPLACE INTO article_links (article, other, kind, score) VALUES (?, ?, ?, ?)",
            (later[0], earlier[0], kind_of(earlier[2], later[2]), round(score, 4)),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO revisions (article, other, figure, other_figure) VALUES (?, ?, ?, ?)",
            [(later[0], earlier[0], *pair) for pair in _revised(connection, later[:2], earlier[:2])],
        )


def link_again(connection: sqlite3.Connection, article: int) -> None:
    """Links an article anew, after its day or its figures changed."""
    connection.execute("DELETE FROM article_links WHERE article = ?1 OR other = ?1", (article,))
    (text,) = connection.execute("SELECT text FROM texts WHERE article = ?", (article,)).fetchone()
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
