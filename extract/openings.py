"""Which words a pattern can begin with, so that hundreds of patterns are tried only where one may stand."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[A-Za-z]+")
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")


def openings(pattern: str) -> frozenset[str] | None:
    r"""The letters, in lower case, one of which each match of `pattern` begins with; None where any may.

    `(?:laid|lay)\s+to\s+rest` begins with "laid" or "lay". Only plain words and
    groups of them are understood; of anything else nothing is claimed.
    """
    rest = pattern.removeprefix(r"\b")
    while rest.startswith(_AROUND):
        rest = rest[_close(rest) :]
    if rest.startswith("(?:"):
        end = _close(rest)
        if rest[end : end + 1] in ("?", "*", "{"):
            return None
        alternatives = _alternatives(rest[3 : end - 1])
    else:
        alternatives = _alternatives(rest)
        if len(alternatives) == 1:
            return _letters(rest)
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
