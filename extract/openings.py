"""Which words a pattern can begin with, so that hundreds of patterns are tried only where one may stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_LETTERS = re.compile(r"[A-Za-z]+")
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")

#: How a group begins, also one whose letters' case tells.
_GROUP = re.compile(r"\(\?(?:-i)?:")
#: What stands behind a group that need not be there.
_MAYBE = re.compile(r"(?:[?*]|\{[^}]*\})[?+]?")


class Head(NamedTuple):
    """How a match may begin: with a word or with its first letters, and what the pattern says behind that word."""

    letters: str  # in lower case
    whole: bool  # the word has no more letters
    rest: str = ""  # the pattern of what stands behind the blanks that follow; "" says nothing of it


def openings(pattern: str) -> frozenset[str] | None:
    r"""The letters, in lower case, one of which each match of `pattern` begins with; None where any may.

    `(?:laid|lay)\s+to\s+rest` begins with "laid" or "lay". Only plain words and
    groups of them are understood; of anything else nothing is claimed.
    """
    found = heads(pattern)
    return None if found is None else frozenset(head.letters for head in found)


def heads(pattern: str) -> list[Head] | None:
    """The ways a match of `pattern` may begin, none left out; None where it may begin with anything."""
    rest = pattern.removeprefix(r"\b")
    while rest.startswith(_AROUND):
        rest = rest[_close(rest) :]
    alternatives = _alternatives(rest)
    if len(alternatives) == 1:
        group = _GROUP.match(rest)
        if group is None:
            return _word(rest)
        end = _close(rest)
        alternatives = _alternatives(rest[group.end() : end - 1])
        maybe = _MAYBE.match(rest, end)
        behind = rest[maybe.end() if maybe else end :]
        # What may stand there again and again says nothing of what follows it.
        if maybe[0].startswith("?") if maybe else not behind.startswith("+"):
            alternatives = [f"{each}{behind}" for each in alternatives]
        if maybe:
            alternatives.append(behind)  # the group may be left out
    found: list[Head] = []
    for each in alternatives:
        own = heads(each)
        if own is None:
            return None
        found += own
    return found


def _word(rest: str) -> list[Head] | None:
    run = _LETTERS.match(rest)
    if run is None:
        return None
    letters, behind = run.group().casefold(), rest[run.end() :]
    forms = [letters]
    if behind.startswith(("?", "*", "{")):
        if len(letters) == 1:
            return None
        forms, behind = ([letters[:-1], letters], behind[1:]) if behind[0] == "?" else ([letters[:-1]], "")
    if behind.startswith(r"\s+"):
        return [Head(form, True, behind[3:]) for form in forms]
    return [Head(form, behind.startswith(r"\b")) for form in forms]


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


#: The beginnings that the next word must have, or None where anything may follow.
Then = tuple[str, ...] | None


class Openings:
    """Which of many patterns may begin with a word, and what must follow there."""

    def __init__(self, patterns: Iterable[str]) -> None:
        #: The numbers of the patterns that may begin with any word.
        self.anywhere: list[int] = []
        self._whole: dict[str, dict[int, set[str] | None]] = {}
        self._begun: dict[str, dict[int, set[str] | None]] = {}
        for number, pattern in enumerate(patterns):
            found = heads(pattern)
            if found is None:
                self.anywhere.append(number)
            for letters, whole, rest in found or ():
                kept = (self._whole if whole else self._begun).setdefault(letters, {})
                then = openings(rest) if rest else None
                kept[number] = _either(kept.get(number, set()), then)
        self._longest = max(map(len, self._begun), default=0)

    def by(self, word: str) -> tuple[tuple[int, Then], ...]:
        """The numbers of the patterns that may begin with a word in lower case, in their order, and what follows."""
        found: dict[int, set[str] | None] = dict(self._whole.get(word, ()))
        for size in range(1, min(len(word), self._longest) + 1):
            for number, then in self._begun.get(word[:size], {}).items():
                found[number] = _either(found.get(number, set()), then)
        return tuple(
            (number, None if then is None else tuple(then)) for number, then in sorted(found.items())
        )


def _either(one: set[str] | None, other: Iterable[str] | None) -> set[str] | None:
    return None if one is None or other is None else one.union(other)


class Signs:
    """Patterns by what they are signs of, each beginning with a word: tried only where such a word stands."""

    #: Words of which it is kept what they open.
    _MOST = 50_000

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._signs = list(patterns.items())
        self._openings = Openings(pattern.pattern for pattern in patterns.values())
        self._anywhere = frozenset(self._openings.anywhere)
        self._opened: dict[str, tuple[tuple[int, Then], ...]] = {}

    def found(self, text: str) -> Iterator[tuple[str, Iterator[re.Match[str]]]]:
        """Each sign that `text` may hold, in the order of the patterns, and its matches, none over another."""
        at: dict[int, list[int]] = {}
        words = [(word.start(), word[0].casefold()) for word in _LETTERS.finditer(text)]
        words.append((len(text), ""))
        for (start, word), (_, behind) in itertools.pairwise(words):
            for number, then in self._opened_by(word):
                if then is None or behind.startswith(then):
                    at.setdefault(number, []).append(start)
        for number, (sign, pattern) in enumerate(self._signs):
            if number in self._anywhere:
                yield sign, pattern.finditer(text)
            elif number in at:
                yield sign, _matches_at(pattern, text, at[number])

    def _opened_by(self, word: str) -> tuple[tuple[int, Then], ...]:
        opened = self._opened.get(word)
        if opened is None:
            if len(self._opened) >= self._MOST:
                self._opened.clear()
            opened = self._opened[word] = self._openings.by(word)
        return opened


def _matches_at(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            yield match
            end = match.end()
