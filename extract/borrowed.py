"""Units printed once for several numbers: "hold 9 and 14 seats", "1,204 houses, 86 fewer than …", "…, or 267,000 a day".

Only numbers that count nothing of their own, set apart from the conflict's figures, borrow the unit of another one
of their sentence. It is done when all are read, since the unit may stand after the number as well as before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.drafts import OVER_PLACE, Draft, same_sentence
from extract.model import SET_APART
from extract.nouns import noun_class, plural, singular
from extract.nounwords import classes
from extract.unitless import ends

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Between two numbers that share the noun after the second: "9 and 14 seats", "from 26 to 23 players".
_SHARED = re.compile(
    r",?\s+(?:and|or|but|to|versus|against)\s+|\s+out\s+of\s+(?:(?:the|his|her|its|their)\s+)?|-\s+(?:and|or|to)\s+",
    re.IGNORECASE,
)
#: Between the items before the last two: "12, 9 and 4 seats".
_COMMA = re.compile(r",\s+")

#: Numbers before this one that are looked at for a unit.
_BACK = 5
#: Characters of a sentence before its number that are looked at.
_OPENING = 120


def borrow_units(text: str, drafts: Sequence[Draft]) -> None:
    """Sets the unit of numbers whose noun is printed once, with another number of the sentence."""
    lenders: set[int] = set()
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts), strict=False):
        if _shares(text, draft, following, lenders):
            _take(draft, following)
            lenders.add(id(draft))
    for index, draft in enumerate(drafts):
        if _lacks(draft) or _loses_again(draft):
            _look_back(text, draft, drafts[max(0, index - _BACK) : index])
        elif draft.unit == "people" and draft.counted is not None and draft.counted.noun is None:
            noun = _of_all(text, draft)
            if noun is not None and classes().get(singular(noun)) == "person":
                draft.unit = noun


def _lacks(draft: Draft) -> bool:
    """Is nothing known of what a number counts, nor of what happened?"""
    found = draft.counted
    return (
        draft.measure == "other"
        and (draft.unit is None or not draft.told)  # a unit is guessed where nothing tells it
        and not draft.measured
        and found is not None
        and found.noun is None
    )


def _loses_again(draft: Draft) -> bool:
    """ "Won 21 games and lost nine": no deaths, if the verb before has an object of another kind."""
    reading, found = draft.reading, draft.counted
    if reading is None or reading.trigger is None or reading.trigger.token.lemma_ != "lose":
        return False
    return found is not None and found.noun is None and found.seat.head.dep_ == "conj"


def _take(draft: Draft, lender: Draft) -> None:
    draft.unit, draft.told = lender.unit, True
    if draft.measure != "other":
        draft.measure, draft.reading = "other", None
    if lender.measured:
        draft.measure, draft.measured = lender.measure, True
    elif _done_to_both(draft, lender):
        draft.measure, draft.reading, draft.listed = lender.measure, lender.reading, True


def _done_to_both(draft: Draft, lender: Draft) -> bool:
    """ "Shot down 12 and 30 drones": does the verb stand before both numbers?"""
    reading, found = lender.reading, draft.counted
    if reading is None or reading.trigger is None or found is None or reading.role != "object":
        return False
    return lender.measure not in SET_APART and reading.trigger.token.i < found.first.i


def _shares(text: str, draft: Draft, following: Draft, lenders: set[int]) -> bool:
    """ "9 and 14 seats": does the noun after the next number serve this one as well?"""
    if not _lacks(draft) or following.unit is None or following.measured:
        return False
    if not same_sentence(draft, following):
        return False
    gap = text[draft.number.end : following.start]
    return bool(_SHARED.fullmatch(gap) or (id(following) in lenders and _COMMA.fullmatch(gap)))


# ---------------------------------------------------------------- from a number before

#: "86 fewer than a year earlier", "300,000 above its target".
_THAN = re.compile(
    r"\s+(?:(?P<many>more|fewer)\s+than|(?:less|longer|shorter|higher|lower|taller|heavier|lighter|faster|slower|larger|smaller)\s+than"
    r"|(?:above|below|short\s+of|shy\s+of)\s+(?:its|the|their|last|that|what|target|forecast\w*|expect\w*|average))\b",
    re.IGNORECASE,
)
#: "…, or about 267,000 a day".
_OR = re.compile(r"\bor\s+$", re.IGNORECASE)
_EACH = re.compile(
    r"\s+(?:an?|per|each|every)\s+(?:second|minute|hour|day|night|week|month|quarter|season|year|game|match|head|person|household|pupil|employee|resident|share)\b",
    re.IGNORECASE,
)
#: "118,500 tonnes on Friday, down about 4,000 on the week".
_UP_DOWN = re.compile(r"[,(—–]\s*(?:up|down)\s+(?:by\s+)?$", re.IGNORECASE)
#: "It is now around 420", "the old one held 1.8 million".
_NOW = re.compile(
    r"\b(?:now|today)\s+(?:[a-z]+\s+){0,3}$|\b(?:it|they|this|that|the\s+(?:figure|number|total|rate|level|average))\s+"
    r"(?:is|was|are|were|has|had|stands?|stood)\s+(?:[a-z]+\s+){0,2}$|\bthe\s+\w+\s+one\s+(?:[a-z]+\s+){1,2}$",
    re.IGNORECASE,
)
#: "2,310 tickets were sold, 400 online", "1,200 jobs will go, 300 in Norvia".
_SET_OFF = re.compile(r"(?:,|\band)\s+(?:including\s+|among\s+them\s+)?$", re.IGNORECASE)
_THERE = re.compile(
    r"\s+(?:online|abroad|overseas|elsewhere|domestically|at\s+home|on\s+site)\b", re.IGNORECASE
)
#: "4,200 carats in 2019 and 3,900 in 2020": the same count of the next span of time.
_NEXT_TIME = re.compile(
    r"\s+(?:in|on|at|during|for|last|this)\s+[^.;:]{1,40}?,?\s+(?:and|but|then|and\s+then)\s+(?:just\s+|only\s+)?$",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\s+(?:in|during)\s+(?:(?:19|20)\d\d\b|(?:the|its|his|her|their|a)\s+(?:[a-z]+\s+)?(?:second|third|morning|afternoon|evening|day|week|month|quarter|half|season|summer|winter|year|decade)\b)"
    r"|\s+(?:last|this)\s+(?:week|month|quarter|season|year)\b|\s+a\s+year\s+(?:later|earlier|before|ago)\b",
    re.IGNORECASE,
)
#: "366 metres long and 51 wide".
_ACROSS = re.compile(r"\s+(?:wide|long|high|tall|deep|thick|across)\b", re.IGNORECASE)
#: "12 planes and five more on order".
_MORE = re.compile(
    r"\s+more\s+(?:on|in|under|by|at|are|were|was|is|will|have|had|to)\b|\s+more\s*[,.;]", re.IGNORECASE
)
#: "31 in favour and 12 against".
_FOR_AGAINST = re.compile(r"\s+(?:in\s+favou?r\b|against\s*[,.;]|abstained\b|abstentions\b)", re.IGNORECASE)
#: "Of the patients, between three and six may need surgery".
_OF_ALL = re.compile(
    r"(?:out\s+)?of\s+(?:the|its|his|her|their|our|these|those)\s+(?:[\w-]+\s+)?(?P<noun>[a-z-]+s)"
    r"(?:\s+\w+ed)?,\s+(?:between\s+|only\s+|just\s+)?$",
    re.IGNORECASE,
)


def _look_back(text: str, draft: Draft, before: Sequence[Draft]) -> None:
    found = draft.counted
    if found is None:
        return
    told = [d for d in before if same_sentence(d, draft) and d.measure != "age" and d.measure in SET_APART]
    counts = [d for d in told if d.unit is not None and not d.measured]
    left, end = text[max(0, draft.start - 40) : draft.start], draft.number.end
    if found.group in ("which", "them"):
        if counts:
            _take(draft, counts[-1])
        return
    if found.group is not None:
        return
    if draft.measure != "other":
        lender = _same_verb(draft, counts)
    else:
        lender = _lender(text, left, end, draft, told, counts)
    if lender is not None:
        _take(draft, lender)
        return
    if _UP_DOWN.search(left) and ends(text, end) and draft.number.digits:
        draft.told = True  # "closed at 7,412, down 35"
        return
    if _FOR_AGAINST.match(text, end) and "vote" in _opening(text, draft).casefold():
        draft.unit, draft.told = "votes", True
    elif not told and (noun := _of_all(text, draft)) is not None:
        draft.unit, draft.told = noun, True


def _of_all(text: str, draft: Draft) -> str | None:
    """ "Of the patients, between three and six …": what those are of whom the sentence opens."""
    match = _OF_ALL.fullmatch(_opening(text, draft))
    return plural(match["noun"].casefold()) if match is not None else None


def _opening(text: str, draft: Draft) -> str:
    """The words of the sentence before its number, of a long one the last of them."""
    assert draft.counted is not None
    start = draft.piece.start(draft.counted.first.sent[0])
    return text[max(start, draft.start - _OPENING) : draft.start]


def _lender(
    text: str, left: str, end: int, draft: Draft, told: list[Draft], counts: list[Draft]
) -> Draft | None:
    """The number of the sentence whose unit this one has too."""
    units = [d for d in told if d.unit is not None and d.measure != "money"]
    if match := _THAN.match(text, end):
        fit = (counts if match["many"] else units) or units
        return fit[-1] if fit else None
    if _OR.search(left) and _EACH.match(text, end):
        return units[-1] if units else None
    near = told[-1:] if told and told[-1].unit is not None and told[-1].measure != "money" else []
    if near and _IN_TIME.match(text, end) and _NEXT_TIME.fullmatch(text[near[0].end : draft.start]):
        return near[0]
    if counts and _MORE.match(text, draft.number.end) and draft.start - counts[-1].end < 60:
        return counts[-1]
    if _set_off(text, left, end) and counts:
        return counts[-1] if draft.number.value < counts[-1].number.high or counts[-1].told else None
    if _ACROSS.match(text, end):
        return next((d for d in reversed(told) if d.measure == "distance"), None)
    if not ends(text, end):
        return None
    if counts and (other := _same_verb(draft, counts)) is not None:
        return other
    spans = [d for d in units if d.measure != "duration"]
    if _UP_DOWN.search(left):
        return spans[-1] if spans and draft.number.value < spans[-1].number.high else None
    return spans[-1] if spans and _NOW.search(left) else None


def _set_off(text: str, left: str, end: int) -> bool:
    placed = OVER_PLACE.match(text, end) or _THERE.match(text, end)
    return placed is not None and _SET_OFF.search(left) is not None


def _same_verb(draft: Draft, counts: list[Draft]) -> Draft | None:
    """ "Opened 35 stores and closed 12": the object of a second verb has the noun of the first verb's."""
    found = draft.counted
    if found is None or found.seat.dep_ != "dobj" or found.seat.head.dep_ != "conj":
        return None
    verbs, verb = set(), found.seat.head
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
        verbs.add(verb.i)
    for other in reversed(counts):
        seat = other.counted.seat if other.counted is not None else None
        if seat is not None and seat.dep_ == "dobj" and seat.head.i in verbs:
            return other if draft.measure == "other" or _is_matter(other) else None
    return None


def _is_matter(draft: Draft) -> bool:
    """Are seats, games or jobs counted, which nobody can kill?"""
    noun = draft.counted.noun if draft.counted is not None else None
    return noun is not None and noun_class(noun) == "matter"
