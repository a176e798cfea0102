"""Bare numbers that go on counting the people told last: "medics counted 17", "nine were in the bus", "residents of 14"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from extract.drafts import PEOPLE, Draft, introduced, same_sentence
from extract.model import SET_APART, Measure
from extract.nouns import held_as, singular
from extract.triggers import Reading
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUND = r"(?:(?:at\s+least|more\s+than|fewer\s+than|about|some|nearly|around|up\s+to|almost|over|only|just|as\s+many\s+as)\s+)*"
#: Paragraphs over which a count is told on.
_FAR = 2
#: "Medics counted 17", "the council had recorded 18".
_COUNTED = re.compile(
    r"\b(?:count|register|record|document|tally|tallie|log|list|confirm|verif(?:y|ie)|report|mention|acknowledge|admit|announce|cite|estimate|give|gave|g[ai]ves|publish(?:e)?)(?:d|ed|ged|ted|s)?\s+"
    rf"(?:as\s+many\s+as\s+)?{_BOUND}$",
    re.IGNORECASE,
)
#: "A figure of 45", "the number was closer to 60", "the total was 26".
_FIGURE = re.compile(
    r"\b(?:an?|the|that|this|its|their|his|her|whose)\s+(?:[a-z-]+\s+)?(?:figure|number|total|count|tally|toll)\s+(?:of|at|was|is|stood\s+at|stands\s+at|came\s+to|comes\s+to|had\s+reached|has\s+reached|may\s+be|might\s+be|could\s+be"
    rf"|(?:was|is|may\s+be|might\s+be|could\s+be)\s+(?:closer|nearer|near|close|as\s+high\s+as)(?:\s+to)?)\s+{_BOUND}$",
    re.IGNORECASE,
)
#: What may follow a number that counts no noun of its own.
_ENDS = re.compile(
    r"\s*(?:[.;:,)]|[”\"’]|—|–|$)|\s+(?:by|so\s+far|in|at|there|as\s+of|and\s+(?:said|warned|feared)|but|while|on|since|overnight|before|after|from|last|this)\b",
    re.IGNORECASE,
)
#: Between a count and that of somebody else: "spoke of five dead, residents of 14".
_ANOTHER_SAYS = re.compile(
    rf"(?:\s+(?:dead|killed|deaths|fatalities|people|victims|wounded|injured))?\s*[,;]\s+(?:(?:and|but|while)\s+)?(?:an?\s+|the\s+|some\s+)?(?:[\w’'-]+\s+){{0,4}}?(?P<who>[\w’'-]+)\s+(?:of\s+|at\s+|to\s+)?{_BOUND}$",
    re.IGNORECASE,
)
#: "Of them were pupils, ": what stands between the first of several kinds of people and the next.
_ITEM = re.compile(
    rf"(?:\s+of\s+(?:them|those|these|the\s+[a-z]+))?\s+(?:were|are|was|is)\s+(?:[\w-]+\s+){{0,2}}[\w-]+(?:,|,?\s+and)\s+{_BOUND}$",
    re.IGNORECASE,
)
#: What is said of some of those counted, and counts nobody anew.
_KNOWN = frozenset({"identify", "bury", "name", "recognise", "recognize", "trace"})
#: Where people are or whence they were, and how: what "nine were …" goes on with.
_BEING = frozenset(
    {
        "from",
        "in",
        "on",
        "at",
        "inside",
        "aboard",
        "under",
        "of",
        "among",
        "outside",
        "near",
        "between",
        "below",
        "with",
    }
)
#: What "were in …" tells of the state of those told, and not of who they were.
_STATE = frozenset(
    {
        "condition",
        "hospital",
        "custody",
        "hands",
        "care",
        "captivity",
        "prison",
        "jail",
        "detention",
        "surgery",
    }
)


def counts_on(text: str, draft: Draft, before: list[Draft]) -> None:
    """Give a number without a noun or a verb of its own the measure of the people counted last."""
    found = draft.counted
    if found is None or draft.measure != "other" or draft.told or not before:
        return
    if found.noun is not None:
        _of_several(text, draft, before[-1])
        _in_other_terms(text, draft, before[-1])
        return
    if draft.number.value < 2 and not draft.number.digits and found.group is None:
        return
    if found.kind != "elided":
        return
    left, start = max(0, draft.start - 90), draft.number.start
    low = text.rfind("\n", left, start) + 1
    said = _ENDS.match(text, draft.number.end) is not None and found.group is None
    if said and (_COUNTED.search(text, max(low, left), start) or _FIGURE.search(text, max(low, left), start)):
        _take(draft, _people_told(text, draft, before), whole=False)
    elif said and same_sentence(before[-1], draft) and before[-1].measure in PEOPLE:
        other = _ANOTHER_SAYS.fullmatch(text, before[-1].number.end, start)
        if other is not None and other["who"].casefold() in _speakers():
            _take(draft, before[-1], whole=False)
    elif found.group in (None, "them", "the") and _were(found.seat):
        told = _people_told(text, draft, before)
        if told is not None and told.number.high >= draft.number.value:
            _take(draft, told, whole=not found.more)


def _speakers() -> frozenset[str]:
    return (
        words("organisations", "groups")
        | words("organisations", "heads")
        | words("organisations", "blank_heads")
    )


def _people_told(text: str, draft: Draft, before: list[Draft]) -> Draft | None:
    """The count of people that was told last, of the dead and the hurt of one sentence the dead."""
    for other in reversed(before):
        if draft.paragraph - other.paragraph > _FAR:
            return None
        if other.measured or introduced(text, other) or other.part_of is not None:
            continue
        if other.measure in SET_APART:
            if other.counted is not None and other.counted.kind == "person":
                return None  # of others, of whom nothing was told
            continue
        if other.measure not in PEOPLE:
            return None
        beside = (
            d for d in before if same_sentence(d, other) and d.measure == "killed" and not introduced(text, d)
        )
        return next(beside, other)
    return None


def _take(draft: Draft, told: Draft | None, whole: bool) -> None:
    if told is None:
        return
    draft.measure, draft.unit = told.measure, told.unit
    draft.reading = Reading(told.measure, 1.0, None, "among" if whole else "toll")
    if whole and told.number.value > draft.number.value:
        draft.part_of = told


def _were(seat: Token) -> bool:
    """ "Nine were in the bus", "only six have been identified": is it said where they were, or that they are known?"""
    verb = seat.head
    if seat.dep_ not in ("nsubj", "nsubjpass") or seat.i > verb.i:
        return False
    if seat.dep_ == "nsubjpass":
        return verb.lemma_.casefold() in _KNOWN
    if verb.lemma_ != "be" or any(child.dep_ in ("attr", "acomp", "neg") for child in verb.children):
        return False
    places = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in _BEING]
    return bool(places) and not any(t.lower_ in _STATE for prep in places for t in prep.children)


def _of_several(text: str, draft: Draft, last: Draft) -> None:
    """ "Eight of them were pupils, three teachers": the next kind of people among those told."""
    found = draft.counted
    if found is None or found.kind != "person" or last.counted is None or last.counted.noun is not None:
        return
    if last.measure not in PEOPLE or last.reading is None or last.reading.role != "among":
        return
    if same_sentence(last, draft) and _ITEM.fullmatch(text, last.number.end, draft.number.start):
        draft.measure, draft.reading, draft.part_of = last.measure, last.reading, last.part_of


#: Between a count and the same in other terms: "700 households, or 3,500 people", "3,500 people (700 households)".
_THAT_IS = re.compile(
    r"\s*(?:,\s+or|,\s+that\s+is,?|,\s+representing|,\s+comprising|\()\s*(?:(?:about|some|around|nearly|roughly|over|more\s+than|an\s+estimated)\s+)?",
    re.IGNORECASE,
)


def _in_other_terms(text: str, draft: Draft, last: Draft) -> None:
    """ "700 households, or 3,500 people, had reached the town": what befell the households befell the people."""
    found, other = draft.counted, last.counted
    if found is None or other is None or {found.kind, other.kind} != {"person", "household"}:
        return
    if (
        last.measure in PEOPLE
        and same_sentence(last, draft)
        and _THAT_IS.fullmatch(text, last.end, draft.start)
    ):
        draft.measure, draft.reading = last.measure, last.reading


_FOUND_DEAD = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been)\s+(?:later\s+)?(?:found\s+dead|killed|executed|shot(?:\s+dead)?|beheaded)|(?:have\s+|had\s+)?died)\b",
    re.IGNORECASE,
)


def _tells_itself(draft: Draft) -> bool:
    """ "The other two hit the mess": the verb says what became of those."""
    reading = draft.reading
    if reading is None or reading.trigger is None or reading.cost > 1.0:
        return False
    return reading.role in ("subject", "object") and reading.measure in (
        "hit",
        "shot_down",
        "killed",
        "injured",
    )


_REMAINING = re.compile(
    r"\bthe\s+(?:remaining\s+|other\s+|(?:rest|others|remainder)\s*[,(—–]\s*)$", re.IGNORECASE
)


def remaining(text: str, draft: Draft, before: list[Draft]) -> None:
    """ "Of the remaining four, one had died": the rest of those counted before, and what they still are."""
    found = draft.counted
    if found is None or found.noun is not None:
        return
    if not _REMAINING.search(text[max(0, draft.number.start - 20) : draft.number.start]):
        return
    told = [d for d in before if draft.paragraph - d.paragraph <= 2 and not d.measured]
    near = [d for d in told if draft.paragraph - d.paragraph <= 1]
    # "Seized 11. Nine were freed, the other two …": the eleven, which the nine and the two make up.
    made_up = [
        d
        for d in told
        if any(
            e.number.value + draft.number.value == d.number.value
            for e in near
            if e.number.start > d.number.start
        )
    ]
    for other in reversed(made_up or near):
        if other.part_of is None and other.unit is not None and other.number.value > draft.number.value:
            held = held_as().get(singular(other.unit.split()[-1]))
            draft.unit, draft.part_of = other.unit, other
            if _FOUND_DEAD.match(text, draft.end):
                held = "killed"
            if _tells_itself(draft):
                return
            draft.measure = cast(Measure, held or other.measure)
            draft.reading = Reading(draft.measure, 1.0, None, "remaining")
            return
