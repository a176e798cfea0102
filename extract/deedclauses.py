"""The clauses of a sentence that tell of one deed each, and what in a clause came of the deed told in it."""

from __future__ import annotations

import itertools
import re

#: Where a sentence goes on to another deed: ", and in the evening drones hit …", "and hours later missiles struck …".
_GOES_ON = re.compile(
    r"[,;]\s+(?:and|while|but|whereas)\s+|,\s+as\s+(?=(?:[a-z]+\s+)?(?:clashes|fighting|battles|strikes|shelling|drones|missiles|troops|forces|fighters|rebels|militants)\b)|,?\s+(?:and\s+)?(?:hours|minutes|days)\s+(?:later\b|(?:before|after)\s+(?=an?\s))|,?\s+and\s+(?=(?:then|later)\b)"
)


def clauses_of(sentence: str) -> list[tuple[int, int]]:
    """The `[start, end)` of the clauses in which a sentence goes on from one deed to another."""
    cuts = [0, *(match.end() for match in _GOES_ON.finditer(sentence)), len(sentence)]
    return list(itertools.pairwise(cuts))


#: What an explosion does to a train, a ship or a house, which is then no mishap of theirs.
_BY_BLAST = re.compile(r"derail|collaps|sank|overturn|plunged|capsiz", re.IGNORECASE)


def of_the_blast(
    sentence: str, found: list[tuple[str, int, int]], strikes: frozenset[str]
) -> list[tuple[str, int, int]]:
    """ "An explosion derailed 19 cars": what came of a strike told in the same clause is no accident."""
    struck = [a for kind, a, _ in found if kind in strikes]
    clauses = clauses_of(sentence) if struck else []
    blown = {
        sign
        for sign in found
        if sign[0] == "accident" and _BY_BLAST.match(sentence, sign[1])
        for low, high in clauses
        if low <= sign[1] < high and any(low <= a < high for a in struck)
    }
    return [sign for sign in found if sign not in blown]


#: What those do on the way who take a place.
_ON_THE_WAY = re.compile(r"destroyed|torched|looted|burn", re.IGNORECASE)


def taken_first(sentence: str, found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """ "Took the village and destroyed nine tanks": the taking is the deed, of which the rest is told."""
    taken = next((sign for sign in found if sign[0] == "territory_change"), None)
    if taken is None or found[0][0] != "attack":
        return found
    attacks = [sign for sign in found if sign[0] == "attack"]
    if any(a < taken[1] or not _ON_THE_WAY.match(sentence, a) for _, a, _ in attacks):
        return found
    return [taken, *(sign for sign in found if sign is not taken)]


_IN_MARKS = re.compile(r"[“\"](\w+)[”\"]")


def unmarked(sentence: str) -> str:
    """ "Its troops had “liberated” the village": one word in marks is the deed all the same."""
    return _IN_MARKS.sub(r" \1 ", sentence) if '"' in sentence or "“" in sentence else sentence
