"""The measure of a deed told by its participle alone: "the number of vessels hit", "five storage tanks destroyed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from extract.model import Measure
from extract.nouns import Counted, counted_as
from extract.triggers import Reading, lemma_rules, verb_of

if TYPE_CHECKING:
    from extract.parse import Piece


def of_a_number(state: str, kind: str) -> Measure | None:
    """The measure of "the number of vessels hit": the state, said of a noun of that class."""
    if (measure := counted_as().get(state)) is not None and kind in ("person", "unknown"):
        return cast(Measure, measure)
    if state == "lost":
        lost: dict[str, Measure] = {
            "person": "killed",
            "equipment": "lost_equipment",
            "air_weapon": "lost_equipment",
        }
        return lost.get(kind)
    lemmas, _ = lemma_rules()
    for rule in lemmas.get(_IRREGULAR.get(state) or verb_of(state, lemmas), ()):
        if rule.role == "object" and kind in rule.nouns:
            return rule.measure
    return None


#: "One worker had been injured and five storage tanks destroyed": the auxiliary stands with the first alone.
_FIRST_DONE = re.compile(
    r"\b(?:was|were|been)\s+[a-z]+(?:\s+and\s+|,\s+(?:and\s+|while\s+)?)(?:(?:at\s+least|more\s+than|about|some|nearly|another)\s+)?$",
    re.IGNORECASE,
)
_THEN_DONE = re.compile(
    r"\s+(?P<done>[a-z]+(?:ed|en|wn|nt|hit))(?=\s*(?:[.,;]|$)|\s+(?:in|by|on|at|when|after|during)\b)",
    re.IGNORECASE,
)


def second_done(piece: Piece, counted: Counted) -> Reading | None:
    """What was done to the second of two whose auxiliary the text prints once, or None."""
    if counted.noun is None:
        return None
    done = _THEN_DONE.match(piece.text, counted.end)
    start = counted.number.phrase_start
    if done is None or _FIRST_DONE.search(piece.text, max(0, start - 60), start) is None:
        return None
    measure = of_a_number(done["done"].casefold(), counted.kind)
    return Reading(measure, 0.4, None, "object") if measure is not None else None


_IRREGULAR = {"slain": "slay", "hit": "hit", "struck": "strike", "sunk": "sink"}
