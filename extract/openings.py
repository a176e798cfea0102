"""Which words a pattern can begin with, so that hundreds of patterns are tried only where one may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_LETTERS = re.compile(r"[A-Za-z]+")
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")

#: How a group begins, also one whose letters' case tells.
_GROUP = re.compile(r"\(\?(?:-i)?:")
#: What stands behind a group that need not be there.
_MAYBE = re.compile(r"(?:[?*]|\{[^}]*\})[?+]?")


def openings(pattern: str) -> frozenset[str] | None:
    r"""The letters, in lower case, one of which each match of `pattern` begins with; None where any may.

    `(?:laid|lay)\s+to\s+rest` begins with "laid" or "lay". Only plain words and
    groups of them are understood; of anything else nothing is claimed.
    """
    rest = pattern.removeprefix(r"\b")
    while rest.startswith(_AROUND):
        rest = rest[_close(rest) :]
    alternatives = _alternatives(rest)
    if len(alternatives) == 1:
        group = _GROUP.match(rest)
        if group is None:
            return _letters(rest)
        end = _close(rest)
        alternatives = _alternatives(rest[group.end() : end - 1])
        if maybe := _MAYBE.match(rest, end):
            alternatives.append(rest[maybe.end() :])  # the group may be left out
    found: set[str] = set()
    for each in alternatives:
        own = openings(each)
        if own is None:
            return None
        found |= own
    return frozenset(found)


def _letters(rest: str) -> frozenset[str] | None:
    run = _LETTERS.match(rest)
    if run is None:
        return None
    letters = run.group()
    if rest[run.end() : run.end() + 1] in ("?", "*", "{"):
        letters = letters[:-1]
    return frozenset([letters.casefold()]) if letters else None


def _close(rest: str) -> int:
    """Behind the parenthesis that closes the one at the beginning of `rest`."""
    depth = 0
    for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])*\]|[()]", rest, re.DOTALL):
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    return len(rest)


def _alternatives(inside: str) -> list[str]:
    """`inside`, split at the bars that stand in no group of their own."""
    parts: list[str] = []
    depth = begin = 0
    for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", inside, re.DOTALL):
        mark = found.group()
        depth += {"(": 1, ")": -1}.get(mark, 0)
        if mark == "|" and depth == 0:
            parts.append(inside[begin : found.start()])
            begin = found.end()
    return [*parts, inside[begin:]]


class Signs:
    """Patterns by what they are signs of, each beginning with a word: tried only where such a word stands."""

    #: Words of which it is kept what they open.
    _MOST = 50_000

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._signs = {
            kind: (pattern, None if (begins := openings(pattern.pattern)) is None else tuple(begins))
            for kind, pattern in patterns.items()
        }
        self._opened: dict[str, tuple[str, ...]] = {}

    def found(self, text: str) -> Iterator[tuple[str, Iterator[re.Match[str]]]]:
        """Each sign that `text` may hold, in the order of the patterns, and its matches, none over another."""
        at: dict[str, list[int]] = {}
        for word in _LETTERS.finditer(text):
            for kind in self._opened_by(word[0].casefold()):
                at.setdefault(kind, []).append(word.start())
        for kind, (pattern, begins) in self._signs.items():
            if begins is None:
                yield kind, pattern.finditer(text)
            elif kind in at:
                yield kind, _matches_at(pattern, text, at[kind])

    def _opened_by(self, word: str) -> tuple[str, ...]:
        kinds = self._opened.get(word)
        if kinds is None:
            if len(self._opened) >= self._MOST:
                self._opened.clear()
            kinds = self._opened[word] = tuple(
                kind
                for kind, (_, begins) in self._signs.items()
                if begins is not None and word.startswith(begins)
            )
        return kinds


def _matches_at(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            yield match
            end = match.end()
