"""The measure of a deed told by its participle alone: "the number of vessels hit", "five storage tanks destroyed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from extract.model import Measure
from extract.nouns import Counted, counted_as, noun_class
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
    if counted.noun is None and not counted.more:
        return None
    end = counted.end
    if counted.noun is None and (more := _MORE.match(piece.text, end)) is not None:
        end = more.end()  # "six houses were razed and three more damaged"
    done = _THEN_DONE.match(piece.text, end)
    start = counted.number.phrase_start
    if done is None or _FIRST_DONE.search(piece.text, max(0, start - 60), start) is None:
        return None
    kinds = [counted.kind]
    if counted.noun is None:  # more of those counted first
        said = counted.first.doc[counted.first.sent.start : counted.first.i]
        kinds = [noun_class(token) for token in reversed(said) if token.tag_ == "NNS"]
    found = (of_a_number(done["done"].casefold(), kind) for kind in kinds)
    measure = next((measure for measure in found if measure is not None), None)
    return Reading(measure, 0.4, None, "object") if measure is not None else None


_MORE = re.compile(r"\s+(?:more|others?)\b", re.IGNORECASE)
_IRREGULAR = {"slain": "slay", "hit": "hit", "struck": "strike", "sunk": "sink"}
