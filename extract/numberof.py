""" "The number of fighters killed climbed to nine", "bringing to 112 the number of the dead": a toll told with its noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.nounruns import unit_of
from extract.nouns import Counted, counted_as, noun_class, singular

if TYPE_CHECKING:
    from extract.parse import Piece


class NumberOf(NamedTuple):
    """What a number is the number of: the class of the noun, the noun as a unit, what became of them."""

    kind: str
    unit: str
    state: str


_STATES = r"killed|martyred|slain|murdered|executed|eliminated|neutrali[sz]ed|dead|injured|wounded|hurt|missing|displaced|arrested|detained|abducted|kidnapped|captured|freed|released|hit|struck|destroyed|damaged|sunk|seized|intercepted|downed|launched|fired"
#: "Soldiers lost", "the men it says it has lost".
_WHO_HAS = (
    r"(?:(?:that\s+|which\s+)?(?:(?:the|its|their)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,2}\s+(?:has|have|had)\s+)?"
)
#: "The servicemen who have died", "the men that the ministry says were wounded".
_WHO_WERE = r"(?:who|that|which|whom)\s+(?:(?!(?:have|has|had|were|was|are)\b)[\w’'-]+\s+){0,7}?(?:have|has|had|were|was|are)\s+(?:(?:since|so\s+far|been|also|already)\s+)*"
_KNOWN_TO = r"(?:known|believed|thought|feared|confirmed|reported|said|presumed)\s+(?:to\s+have\s+(?:been\s+)?|to\s+be\s+)?"
_LOST = rf"{_KNOWN_TO}(?:died|perished|fallen|{_STATES})|{_WHO_HAS}(?:lost|shot\s+down|{_STATES})|{_WHO_WERE}(?:died|perished|fallen|{_STATES})"
_OF_THEM = r"martyred|martyrs|killed\s+(?:and|or)\s+(?:wounded|injured)|dead\s+(?:and|or)\s+(?:wounded|injured)|casualties|killed|slain|dead|deaths|fatalities|victims|injured|injuries|wounded|missing|displaced|arrested|detained|abducted|hospitali[sz]ed"
_WORDS = r"(?:(?!of\b)[\w-]+\s+){0,3}?"
_WHOSE = r"(?:(?:the|its|their|those|people)\s+)?"
_COMES_TO = (
    r"\b(?:(?!\bnumber\b|\bthat\s+of\b)[^.;:]){0,140}?\b(?:to|at|is|was|reached|stood\s+at|stands\s+at|exceeds?|exceeded|passed)"
    r"\s+(?:(?:at\s+least|more\s+than|about|some|nearly|over|around)\s+)?$"
)
_BEFORE = re.compile(
    rf"\bnumber\s+of\s+{_WHOSE}(?P<noun>{_WORDS}[\w-]+)\s+(?P<state>{_STATES}|{_LOST}){_COMES_TO}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s+the\s+(?:total\s+|overall\s+)?number\s+of\s+{_WHOSE}(?P<noun>{_WORDS}[\w-]+)\s+(?P<state>{_STATES}|{_LOST})\b",
    re.IGNORECASE,
)
#: "Put the number of attackers at around 50": nothing is told of them but how many they were.
_PLAIN = re.compile(
    r"\b(?:put|puts|putting|estimated|estimates|gave|gives|giving|listed|reported)\s+the\s+number\s+of\s+(?:the\s+)?(?P<noun>[a-z]+)(?:\s+[^.;,:]{1,60}?)?\s+(?:at|as)\s+"
    r"(?:(?:at\s+least|more\s+than|about|some|nearly|over|around)\s+)?$",
    re.IGNORECASE,
)
#: "This brings to 131 the number of attacks, which the centre has logged".
_PLAIN_BEHIND = re.compile(
    rf"\s+the\s+(?:total\s+|overall\s+)?number\s+of\s+{_WHOSE}(?P<noun>(?:(?!of\b)[\w-]+\s+){{0,2}}?(?-i:[a-z]+s))\b",
    re.IGNORECASE,
)
_BARE_BEFORE = re.compile(rf"\bnumber\s+(?:of\s+{_WHOSE})?(?P<state>{_OF_THEM}){_COMES_TO}", re.IGNORECASE)
_BARE_BEHIND = re.compile(
    rf"\s+the\s+(?:total\s+|overall\s+)?number\s+(?:of\s+{_WHOSE}(?:[\w-]+\s+(?=deaths|fatalities|injuries|casualties))?)?(?P<state>{_OF_THEM})\b",
    re.IGNORECASE,
)
_SAME = {
    "martyrs": "killed",
    "martyred": "killed",
    "deaths": "killed",
    "fatalities": "killed",
    "victims": "killed",
    "injuries": "injured",
}


def number_of(piece: Piece, counted: Counted) -> NumberOf | None:
    """What the number is told to be the number of, before it or behind it; None where it counts a noun of its own."""
    if counted.noun is not None and counted.noun.i >= counted.first.i:
        return None  # a noun of its own, and not that of "the number of people …"
    text, start, end = piece.text, counted.number.start, counted.number.end
    low = max(0, start - 220)
    told_before = "number" in text[low:start].casefold()
    match = _BEHIND.match(text, end) or (_BEFORE.search(text, low, start) if told_before else None)
    if match is not None:
        first, noun = piece.token_at(match.start("noun")), piece.token_at(match.end("noun") - 1)
        if first is not None and noun is not None and noun.tag_.startswith("NN"):
            state = re.sub(r"^down$", "downed", match["state"].casefold().split()[-1])
            state = re.sub(r"^(?:died|perished|fallen)$", "killed", state)
            return NumberOf(noun_class(noun), unit_of(noun, first.i - 1), state)
    if told_before and (match := _PLAIN.search(text, low, start)) is not None:
        noun = piece.token_at(match.start("noun"))
        if (
            noun is not None
            and (noun.tag_ == "NNS" or noun.lower_ == "aircraft")
            and singular(noun.text) not in counted_as()
        ):
            return NumberOf(noun_class(noun), unit_of(noun, noun.i - 1), "")
    if (match := _PLAIN_BEHIND.match(text, end)) is not None and _BARE_BEHIND.match(text, end) is None:
        first, noun = piece.token_at(match.start("noun")), piece.token_at(match.end("noun") - 1)
        if first is not None and noun is not None and noun.tag_ == "NNS":
            return NumberOf(noun_class(noun), unit_of(noun, first.i - 1), "")
    match = _BARE_BEHIND.match(text, end) or (_BARE_BEFORE.search(text, low, start) if told_before else None)
    if match is None:
        return None
    state = match["state"].casefold()
    if " " in state or state == "casualties":
        return NumberOf("person", "people", "casualty")
    return NumberOf("person", "people", _SAME.get(state, state))
