"""Numbers whose noun or deed stands elsewhere: "the shells, at least 15 of them", "among 23", "all but three"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.drafts import PEOPLE, Draft
from extract.model import Measure
from extract.nouns import Counted, noun_class, singular
from extract.nounwords import plural
from extract.numbers import find_numbers
from extract.triggers import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUND = r"(?:(?:at\s+least|more\s+than|about|some|nearly|around|up\s+to|almost|over)\s+)?"
_SET_OFF = re.compile(rf"\b[\w-]+\s*[,(—–-]+\s*{_BOUND}$", re.IGNORECASE)
_AMONG = re.compile(rf"\s(?:among|one\s+of)\s+(?:the\s+)?{_BOUND}$", re.IGNORECASE)


def more_of_it(found: Counted) -> Counted:
    """ "Burned 26 houses in the town and the next day 12 more": more of what the verb's object is."""
    if found.noun is not None or not found.more:
        return found
    more = found.seat.head if found.seat.tag_ == "CD" else found.seat
    verb = more.head if more.dep_ in ("advmod", "npadvmod") else None
    if verb is not None and verb.pos_ == "NOUN":
        verb = verb.head  # "the next day 12 more", hung on the day
    if verb is None or verb.pos_ != "VERB":
        return found
    noun = next((c for c in verb.children if c.dep_ == "dobj" and c.i < found.first.i), None)
    if noun is None or noun.tag_ != "NNS" or (kind := noun_class(noun)) == "unknown":
        return found
    return replace(found, kind=kind, unit=noun.lower_)


def numbering(found: Counted) -> Counted:
    """ "The troops, who number about 19,000", "rebels numbering 40": of whom the verb speaks."""
    verb = found.seat.head
    if found.noun is not None or verb.lemma_ != "number" or verb.pos_ != "VERB":
        return found
    who = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    noun = verb.head if verb.dep_ in ("relcl", "acl") and (who is None or who.tag_ in ("WP", "WDT")) else who
    if noun is None or noun.i > found.first.i or (kind := noun_class(noun)) == "unknown":
        return found
    return replace(found, noun=noun, kind=kind, unit=noun.lower_)


def with_antecedent(text: str, found: Counted) -> Counted:
    """`found` with the noun that stands before it, where the text leaves its own out.

    "The shells, at least 15 of them, were fired", "His boat was among 23 that were burned".
    """
    if found.noun is not None:
        return found
    left = text[max(0, found.number.phrase_start - 40) : found.number.start]
    noun: Token | None = None
    doc = found.first.doc
    seat = found.seat
    if found.group == "them" and _SET_OFF.search(left):
        at = found.first.i - 1
        while at > found.first.sent.start and (doc[at].is_punct or doc[at].lower_ in _BOUND_WORDS):
            at -= 1
        token = doc[at]
        whole = any(
            t.like_num and t.i < at and t.head.tag_ == "NNS" for t in doc[found.first.sent.start : at]
        )
        if token.dep_ == "pobj" and token.head.lower_ in _WHERE and (whole or _counts_before(token)):
            return found  # "seven bodies in the streets, five of them in uniform"; "31 killed in attacks, nine of them"
        if token.tag_ == "NNS" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT"):
            if not any(
                c.like_num for c in token.children
            ):  # else it is the whole: "26 people, seven of them"
                noun = seat = token
    elif found.group == "own":
        # "killed 16 soldiers and 22 of their own": the men of the one who acts.
        noun = next(
            (
                t
                for t in found.first.sent
                if t.dep_ == "nsubj" and t.tag_ == "NNS" and noun_class(t) == "person"
            ),
            None,
        )
    elif found.group is None and (match := _BAND_OF.search(left)) and found.first.i > 1:
        noun = next(
            (
                t
                for t in reversed(doc[max(0, found.first.i - 6) : found.first.i])
                if t.lower_ == match[1].casefold()
            ),
            None,
        )
        if noun is not None:
            return replace(found, noun=noun, unit=_BANDS.get(noun.lower_, "people"), kind="person", seat=noun)
    elif found.group is None and _IN_ALL.match(text, found.number.end) and _SET_OFF.search(left):
        noun = seat = _told_before(found.first)  # "the refugees, 900 in all, slept on the quay"
        seat = seat or found.seat
    elif found.group is None and _AMONG.search(left) and seat.dep_ == "pobj":
        verb = seat.head.head
        verb = verb.head if verb.lower_ == "one" else verb  # "was one of 22 launched"
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if (
            verb.lemma_ == "be"
            and subjects
            and subjects[0].tag_ in ("NN", "NNS")
            and subjects[0].i < found.first.i
        ):
            noun = subjects[0]
    if noun is None:
        return found
    return replace(found, noun=noun, unit=plural(noun.lower_), kind=noun_class(noun), seat=seat)


_IN_ALL = re.compile(r"\s+(?:in\s+(?:all|total)|altogether|strong)\b", re.IGNORECASE)


def _told_before(first: Token) -> Token | None:
    """The noun that a number set off by commas counts: right before it, else the subject of its sentence."""
    at = first.i - 1
    while at > first.sent.start and (first.doc[at].is_punct or first.doc[at].lower_ in _BOUND_WORDS):
        at -= 1
    near = first.doc[at]
    if near.tag_ == "NNS" and noun_class(near) != "unknown":
        return near
    return next(
        (
            t
            for t in first.doc[first.sent.start : first.i]
            if t.tag_ == "NNS"
            and t.dep_ in ("nsubj", "nsubjpass", "ROOT")
            and noun_class(t) in ("person", "household")
        ),
        None,
    )


_WHERE = frozenset({"in", "on", "at", "from", "near", "by", "after", "during", "across"})


def _counts_before(token: Token) -> bool:
    """Does a number with no noun of its own stand before in the sentence: "31 killed in attacks"?"""
    return any(
        t.like_num and t.i + 1 < token.i and t.nbor(1).tag_ in ("VBN", "VBD", "JJ") and t.head.i != token.i
        for t in token.doc[token.sent.start : token.i]
    )


#: "A crew of 14", "a patrol of six": who they are is named before.
_BAND_OF = re.compile(
    rf"\b(crew|patrol|squad|platoon|team|garrison|family|delegation|unit|population|group|gang|band|column|crowd|syndicate|panel|jury|cast|choir)\s+of\s+{_BOUND}$",
    re.IGNORECASE,
)
_BANDS = {
    "crew": "crew",
    "patrol": "soldiers",
    "squad": "soldiers",
    "platoon": "soldiers",
    "garrison": "soldiers",
}


_BOUND_WORDS = frozenset(
    ["at", "least", "more", "than", "about", "some", "nearly", "around", "up", "to", "almost", "over"]
)

_ALL_BUT = re.compile(
    r"\ball\s+(?:but|except(?:\s+for)?|save)\s+(?:the\s+)?(?:about\s+|some\s+|around\s+)?$", re.IGNORECASE
)
#: What those are who were left out of a deed done to all the others.
_LEFT_OUT: dict[str, Measure] = {"shot_down": "hit", "released": "abducted"}
_MET = re.compile(
    r"[^.;,]{0,80}?\b(?:were|was|had\s+been|have\s+been|being)\s+(?:shot\s+down|intercepted|downed|destroyed|stopped|neutrali[sz]ed)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(rf"\bnot\s+{_BOUND}$", re.IGNORECASE)
_BUT = re.compile(
    r"[^.;,]{0,40},?\s+but\s+(?:\w+\s+){0,3}(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b",
    re.IGNORECASE,
)


def is_negated(text: str, start: int, end: int) -> bool:
    """ "Not 12 but nine": the number that the text takes back is none of its figures."""
    return _NEGATED.search(text, max(0, start - 30), start) is not None and _BUT.match(text, end) is not None


#: What all others have again, and those left out have not: "all but 3,000 homes had their power back".
_SUPPLY = r"(?P<what>power|electricity|light|heat(?:ing)?|water)\b"
_HAVE_BACK = re.compile(
    rf"[^.;]{{0,60}}?\b(?:ha(?:d|ve|s)|got|regained|received)\s+(?:\w+\s+)?{_SUPPLY}(?:\s+supply)?(?:\s+(?:back|again|restored|on))?"
    rf"|[^.;]{{0,60}}?\b(?:reconnected|connected\s+again)\s+to\s+(?:the\s+)?{_SUPPLY.replace('what', 'then')}",
    re.IGNORECASE,
)
_BACK_TO = re.compile(
    rf"\b{_SUPPLY}[^.;]{{0,60}}?\b(?:back|restored|returned|reconnected|resumed|on)\b[^.;]{{0,30}}?\b(?:to|for|in|at)\s+all\s+(?:but|except(?:\s+for)?|save)\s+(?:the\s+)?(?:about\s+|some\s+|around\s+)?$",
    re.IGNORECASE,
)
_LACK: dict[str, Measure] = {"water": "without_water", "heat": "without_heat", "heating": "without_heat"}


def _still_without(text: str, draft: Draft) -> Measure | None:
    """What those lack who are left out where all others have it back."""
    found = draft.counted
    if found is None or found.kind not in ("household", "building", "person", "location", "unknown"):
        return None
    start = draft.number.start
    match = _HAVE_BACK.match(text, draft.end) or _BACK_TO.search(text, max(0, start - 130), start)
    if match is None:
        return None
    what = (match["what"] or match.groupdict().get("then") or "").casefold()
    return _LACK.get(what, "without_power")


def leave_out(text: str, draft: Draft) -> None:
    """ "All but three of the 12 rockets were intercepted": the three are those that were not."""
    start = draft.number.start
    if _ALL_BUT.search(text[max(0, start - 24) : start]) is None:
        return
    if (lack := _still_without(text, draft)) is not None:
        draft.measure, draft.reading = lack, Reading(lack, 0.3, None, "left out")
        return
    if draft.reading is None:
        return
    if draft.measure == "launched" and _MET.match(text, draft.end):
        draft.measure = "shot_down"  # "all but four of the drones fired at the port were shot down"
    draft.measure = _LEFT_OUT.get(draft.measure, "other")
    draft.reading = Reading(draft.measure, draft.reading.cost, None, "left out")


def of_those_named(draft: Draft, before: list[Draft]) -> None:
    """ "The workers, ten of whom are local": some of those counted before under that noun."""
    found = draft.counted
    if (
        found is None
        or found.noun is not None
        or found.group not in ("which", "them")
        or draft.measure != "other"
    ):
        return
    doc, at = found.first.doc, found.first.i - 1
    while at > found.first.sent.start and (doc[at].is_punct or doc[at].lower_ in _BOUND_WORDS):
        at -= 1
    if doc[at].tag_ != "NNS" or any(child.like_num for child in doc[at].children):
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > 2:
            return
        same = other.unit is not None and other.unit.split()[-1] == plural(doc[at].lower_).split()[-1]
        if same and other.part_of is None and other.number.value > draft.number.value and not other.measured:
            draft.unit, draft.part_of, draft.measure = other.unit, other, other.measure
            draft.told = True
            draft.reading = Reading(draft.measure, 1.0, None, "among")
            return


def some_of_them(draft: Draft, before: list[Draft]) -> None:
    """ "Partners had reached 3,400 of them": of the people counted last, whatever was done for those few."""
    found = draft.counted
    if found is None or found.noun is not None or found.group != "them" or draft.measure != "other":
        return
    if draft.number.value < 2:
        return  # "one of them, a teacher, said"
    told = [d for d in before if d.measure in PEOPLE and draft.paragraph == d.paragraph and d.part_of is None]
    if told and draft.unit is None and draft.part_of is None and told[-1].number.value > draft.number.value:
        draft.unit, draft.part_of, draft.told = told[-1].unit, told[-1], True


_OF_THE_NUMBER = re.compile(
    r"\s+of\s+(?:the|those|these)\s+(?=[\w,]+\s+(?:were|was|are|is|had|have|has|came|did)\b)", re.IGNORECASE
)


def of_the_same(text: str, draft: Draft, before: list[Draft]) -> None:
    """ "Five of the nine were under 18": of the nine counted before, under whatever noun."""
    found = draft.counted
    if found is None or found.noun is not None or found.group != "number" or draft.part_of is not None:
        return
    match = _OF_THE_NUMBER.match(text, draft.number.end)
    numbers = find_numbers(text, match.end(), match.end() + 24) if match is not None else []
    if match is None or not numbers or numbers[0].start != match.end():
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > 3:
            return
        if other.number.value == numbers[0].value > draft.number.value and not other.measured and other.unit:
            draft.unit, draft.part_of, draft.told = other.unit, other, True
            if draft.measure == "other":
                draft.measure = other.measure
                draft.reading = Reading(draft.measure, 1.0, None, "among")
            return


def victims(draft: Draft, before: list[Draft]) -> None:
    """ "Eleven of the victims were women": some of those killed who were counted before."""
    found = draft.counted
    if found is None or found.noun is None or found.group != "the" or draft.measure != "other":
        return
    if singular(found.noun.text) != "victim":
        return
    told = [d for d in before if d.measure == "killed" and draft.paragraph - d.paragraph <= 3]
    if any(_may_hold(d, draft) and d.part_of is None for d in told):
        draft.measure = "killed"
        draft.reading = Reading(draft.measure, 1.0, None, "among")


def _may_hold(told: Draft, draft: Draft) -> bool:
    """Is a count large enough for another to be a part of it: "at least 20" may be 30 by now?"""
    least = (told.number.modifier or "") in ("at least", "more than", "over")
    return least or told.number.value > draft.number.value


def being(draft: Draft, before: list[Draft]) -> None:
    """ "Six of them were children": what some of the people counted before were."""
    found = draft.counted
    if found is None or found.noun is not None or draft.measure != "other":
        return
    verb = found.seat.head
    if found.seat.dep_ != "nsubj" or verb.lemma_ != "be" or found.seat.i > verb.i:
        return
    one = draft.number.value == 1 and found.group == "them"  # "one of them was a nurse"
    noun = next(
        (
            c
            for c in verb.children
            if c.dep_ == "attr" and (c.tag_ == "NNS" or c.lower_ == "those" or (one and c.tag_ == "NN"))
        ),
        None,
    )
    if noun is not None and noun.lower_ == "those":
        # "12 were those of women": what those are is told with the whole, "18 bodies".
        of = [t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
        if not of or noun_class(of[0]) != "person":
            return
    elif noun is None or noun_class(noun) != "person":
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > 1:
            return
        if other.measure in PEOPLE and other.part_of is None and other.number.value > draft.number.value:
            unit = other.unit if noun.lower_ == "those" else plural(noun.lower_)
            draft.unit, draft.part_of, draft.measure = unit, other, other.measure
            draft.reading = Reading(draft.measure, 1.0, None, "among")
            return
