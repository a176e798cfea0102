"""Parts told right beside their whole: "six, saying two had died on the way", "two among 13 killed", "a group of six"."""

from __future__ import annotations

import re

from extract.drafts import Draft, class_of, same_sentence
from extract.nouns import counted_as, singular

#: Who raises a toll says by whom: "put the toll at nine, saying two had died on the way", "rose to six after two died".
_ADDED = re.compile(
    r"(?:\s+(?:on|late|early|by)\s+[^.;,]{1,30}?)?(?:,\s+(?:saying|adding|explaining|noting)\s+(?:that\s+)?|,?\s+(?:after|when|as)\s+)(?:another\s+|a\s+further\s+)?$",
    re.IGNORECASE,
)
#: "A family of six are among 11 people killed", "two children among 12 dead".
_ARE_AMONG = re.compile(
    r"\s+(?:(?:were|was|are|is)\s+)?(?:also\s+)?among\s+(?:the\s+|those\s+)?(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|than)\s+$", re.IGNORECASE)
_WITH = re.compile(
    r",\s+(?:[^.;,]{3,60}\s+(?:said|says),\s+)?with\s+(?:(?:at\s+least|about|some)\s+)?$", re.IGNORECASE
)
_NEXT = re.compile(r"(?:\s+[a-z]+)?(?:,|,?\s+and)\s+(?:(?:at\s+least|about|some)\s+)?$")


def of_the_toll(text: str, draft: Draft, inline: list[Draft]) -> Draft | None:
    """The toll that a number of the same sentence is plainly a part of, or None."""
    whole = next((d for d in reversed(inline) if d.part_of is None), None)
    if whole is None or class_of(whole) != "person" or whole.number.value <= draft.number.value:
        return None
    between = text[whole.end : draft.start]
    toll = whole.reading is not None and whole.reading.role == "toll" and whole.measure == draft.measure
    toll = toll and _FROM.search(text, max(0, whole.start - 12), whole.start) is None  # "34, up from 29"
    if toll and _ADDED.fullmatch(between):
        return whole
    if whole.measure != "casualties" or draft.measure not in ("killed", "injured"):
        return None
    if inline[-1].part_of is whole:  # "with nine killed and 31 injured"
        rest = inline[-1].number.value + draft.number.value <= whole.number.high
        return whole if rest and _NEXT.fullmatch(text, inline[-1].end, draft.start) else None
    return whole if _WITH.fullmatch(between) else None


def among_next(text: str, some: Draft, whole: Draft) -> bool:
    """ "Three policemen were among nine dead": does the number right behind tell those among whom these are?"""
    alike = class_of(whole) == class_of(some) == "person" and whole.measure == some.measure
    more = whole.number.value > some.number.value
    return alike and more and _ARE_AMONG.fullmatch(text, some.end, whole.start) is not None


def died_of_wounds(draft: Draft, before: list[Draft]) -> None:
    """ "The number of guards killed rose to six after two of the wounded died": the two are guards, of the six."""
    found = draft.counted
    if found is None or found.noun is None or found.group != "the" or draft.measure != "killed" or not before:
        return
    toll = before[-1]
    raised = toll.reading is not None and toll.reading.role == "toll" and toll.measure == "killed"
    hurt = counted_as().get(singular(found.noun.text)) == "injured"
    if not (raised and hurt and same_sentence(toll, draft)) or toll.number.value <= draft.number.value:
        return
    if _ADDED.fullmatch(draft.piece.text, toll.end, draft.start):
        draft.part_of, draft.unit = toll, toll.unit


#: "Three personnel, a contractor and two marines, were wounded": one and two, who are those three.
_ONE_AND = re.compile(
    r"\s*,\s+(?:an?|one)\s+[^,;()]{2,40}?\s+and\s+(?:(?:his|her|their|its)\s+)?", re.IGNORECASE
)
#: "Three personnel, two marines and a contractor, were wounded".
_AND_ONE = re.compile(r"\s+and\s+(?:an?|one|his|her|their)\s+[^,;()]{2,40}?(?=\s*[,)—–])", re.IGNORECASE)

GO_ON = re.compile(
    r"[^.;:]{0,60}?\s*[,)—–]\s+(?:were|are|was|is|had|have|has|died|remain(?:ed)?|later|suffered|lost)\b",
    re.IGNORECASE,
)


def those_who(text: str, draft: Draft, inline: list[Draft]) -> Draft | None:
    """The number before, which one and this one make up between commas: "three men, a guard and two drivers, were hurt"."""
    whole = inline[-1] if inline else None
    if whole is None or whole.number.value != draft.number.value + 1 or class_of(whole) != class_of(draft):
        return None
    end = draft.end
    if _ONE_AND.fullmatch(text, whole.end, draft.start) is None:
        behind = _AND_ONE.match(text, end) if text[whole.end : draft.start] == ", " else None
        if behind is None:
            return None
        end = behind.end()
    return whole if GO_ON.match(text, end) is not None else None


def own_count(draft: Draft) -> bool:
    """Is it no part of others, or the wounded of all casualties?"""
    return draft.part_of is None or draft.part_of.measure == "casualties"


#: What stands between two that befell some of one whole: "three of the attackers were killed and one …".
_AND = re.compile(r"[^.;:,]{0,60},?\s+and\s+(?:another\s+)?$", re.IGNORECASE)


def goes_on(text: str, draft: Draft, inline: list[Draft]) -> Draft | None:
    """ "Three of the attackers were killed and one was captured", of six: what befell others of the same whole."""
    found, last = draft.counted, inline[-1] if inline else None
    if found is None or last is None or last.counted is None or last.part_of is None:
        return None
    if found.noun is not None or found.group is not None:
        return None
    if last.counted.group not in ("the", "them", "which") and not _is_band(last.part_of):
        return None
    fits = last.number.value + draft.number.value <= last.part_of.number.high and draft.unit == last.unit
    return last.part_of if fits and _AND.fullmatch(text, last.end, draft.start) else None


#: Those who come as one: "a group of six tried to cross".
_BANDS = frozenset({"group", "team", "gang", "band", "squad", "patrol", "crew", "cell", "column"})


def _is_band(draft: Draft) -> bool:
    """Is the number that of a band named before it: "a group of six"?"""
    found = draft.counted
    if found is None or found.noun is None or found.noun.i > found.first.i:
        return False
    return found.noun.lower_ in _BANDS


def of_the_band(draft: Draft, before: list[Draft]) -> Draft | None:
    """ "A group of six came over the border. Three of the attackers were killed": of the six."""
    found, band = draft.counted, before[-1] if before else None
    if found is None or band is None or not _is_band(band):
        return None
    opens = found.first.i <= draft.sentence[0] + 1 and found.group in ("the", "them", None)
    near = draft.piece is band.piece and draft.sentence[0] == band.sentence[1]
    some = found.noun is None or found.group == "the"
    return band if opens and near and some and class_of(draft) == "person" else None
