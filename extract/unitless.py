"""Numbers whose unit stands with another number, or nowhere: "from 50 to 30 km/h", "to close at 38,204.17"."""

from __future__ import annotations

import re

from extract.apart import Apart, set_apart
from extract.drafts import Draft, introduced, same_sentence
from extract.model import SET_APART
from extract.numbers import Number, find_numbers

#: Between numbers that share the unit after the last: "from 50 to 30 km/h", "12, 18 and 31 km", "55 x 40 x 20cm".
_LINK = re.compile(
    r"-?\s+(?P<to>to)\s+(?=[\w$€£])|-?,?\s+(?:and|or)\s+|(?P<comma>-?,\s+)|(?P<by>\s?[x×]\s?|\s+by\s+)(?=\d)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
#: "Killing five and 20 km away": what was done to those counted first, and then another thing.
_HARMED = re.compile(
    r"\b(?:kill|wound|injur|abduct|arrest|captur|detain|rescu|destroy|damag|dead|died|dies|shot|hurt|hit|struck|launch|fir(?:ed|ing))\w*"
    r"\s+(?:(?!(?:at|in|from|within|by|of|to|on|for)\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(r"\s+(?:ago|later|earlier|before|after|away)\b", re.IGNORECASE)
#: Numbers looked at after this one for the unit of all.
_SERVED = 5


def shared_unit(text: str, number: Number) -> Apart | None:
    """The unit of "from 50 to 30 km/h", "12, 18 and 31 km", printed once, for a number before the last."""
    link = _LINK.match(text, number.end)
    if link is None:
        return None
    for other in find_numbers(text, link.end(), min(len(text), link.end() + 60))[:_SERVED]:
        if other.start - link.end() > 12:
            return None
        apart = set_apart(text, other)
        if apart is not None:
            serves = _serves(text, number, other, apart, link)
            return Apart(apart.measure, apart.unit, number.start, number.end) if serves else None
        link = _LINK.match(text, other.end)
        if link is None:
            return None
    return None


def _serves(text: str, number: Number, other: Number, apart: Apart, link: re.Match[str]) -> bool:
    """Is the unit of the last number that of the one before, by the words between and beside them?"""
    left = text[max(0, number.start - 48) : number.start]
    hangs = text[number.end : number.end + 1] == "-"  # "two- and three-year terms"
    if hangs or apart.measure == "age":
        return hangs and not link["comma"]
    if link["to"]:
        return _FROM.search(left) is not None
    if apart.start < other.start or other.phrase_start - link.end() > 1:
        return False  # "9 and $14"
    if link["by"]:
        return apart.measure == "distance" and number.digits and other.digits
    if link["comma"] or number.digits != other.digits or _HARMED.search(left):
        return False
    return apart.measure != "duration" or _TIME_AFTER.match(text, apart.end) is None


_AS_BEFORE = re.compile(
    r"\bfrom\b.{0,40}\bto\s+$|\bor\s+$|\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\s+(?:a|an|in|on|at|by|per|last|this|for|and|but|before|after|over|under|the|when|since|with|if)\b",
    re.IGNORECASE,
)


def as_before(text: str, number: Number, before: list[Draft]) -> Apart | None:
    """ "From 90 minutes to 25", "900 naira, up from 300": the unit stands with the number before."""
    if not before or not before[-1].measured:
        return None
    if (money := _money_again(text, number, before[-3:])) is not None or number.start - before[-1].end > 16:
        return money
    if not _AS_BEFORE.search(text[max(0, number.start - 60) : number.start]):
        return None
    if re.match(r"\s+[a-z]", text[number.end : number.end + 3]) and not _STOPS.match(text, number.end):
        return None
    last = before[-1]
    return Apart(last.measure, last.unit or "", number.start, number.end)


_SCALED = re.compile(r"(?:million|billion|trillion|bn|tn|m)$", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:at|to|from|against|than|with)\s+(?:(?:about|around|some|just|nearly|only)\s+)?$", re.IGNORECASE
)


def _money_again(text: str, number: Number, before: list[Draft]) -> Apart | None:
    """ "1.9 billion euros, on revenues 2 percent higher at 6.3 billion": the currency of the sentence."""
    if not _SCALED.search(text, number.start, number.end) or not ends(text, number.end):
        return None
    if not _AT.search(text, max(0, number.start - 16), number.start):
        return None
    for draft in reversed(before):
        gap = text[draft.end : number.start]
        if draft.measure == "money" and len(gap) < 120 and not re.search(r"[.;!?]\s|\n", gap):
            return Apart("money", draft.unit or "", number.start, number.end)
    return None


_RUN = re.compile(
    r"\b(?:time\s+of|clock(?:ed|s|ing)|timed\s+at|(?:won|ran|finish\w*|swam|sprint\w*|race|final|heat|record|metres|hurdles|freestyle|butterfly|seconds)\b[^.;:]{0,60}?\bin)"
    r"\s+(?:just\s+|only\s+)?(?:an?\s+[a-z-]+\s+)?$",
    re.IGNORECASE,
)
_HUNDREDTHS = re.compile(r"\d{1,2}\.\d\d")


def race_time(text: str, number: Number) -> Apart | None:
    """ "She won the final in 10.81": seconds, that nobody has to print."""
    if not _HUNDREDTHS.fullmatch(text, number.start, number.end) or not ends(text, number.end):
        return None
    if not _RUN.search(text, max(0, number.start - 90), number.start):
        return None
    return Apart("duration", "seconds", number.start, number.end)


#: What sets the same count of another time, place or side beside the one before.
_AGAIN = re.compile(
    r"\b(?:(?:compared|compares)\s+(?:with|to)|(?:up|down)\s+from|against|versus|vs\.?|instead\s+of|rather\s+than|(?:rising|falling|dropping|climbing|rose|fell|grew)\s+to|from|another|a\s+further)"
    r"\s+(?:just\s+|only\s+|about\s+|some\s+|around\s+|nearly\s+|the\s+)?$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\bout\s+of\s+(?:the\s+|some\s+|a\s+total\s+of\s+)?$", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"\bof\s+(?:which|whom|these|those|them)\s*,?\s+(?:just\s+|only\s+|between\s+)?$", re.IGNORECASE
)
_VOTES = re.compile(r"\s+(?:to|against|versus)\s+")

#: "1,800 flights were cancelled and a further 5,400 delayed".
_FURTHER = re.compile(
    r"[^.:\d]{0,40}(?:[,;]|\b(?:and|while|with|but))\s+(?:and\s+)?(?:a\s+further\s+|another\s+|some\s+|only\s+)?",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\s+(?:(?:were|was|are|is|remain|remained|had\s+been|have\s+been)\s+(?:still\s+|also\s+|yet\s+)?[a-z]+\b|[a-z]+ed\b)"
)


def same_again(text: str, draft: Draft, before: list[Draft]) -> bool:
    """ "Sold 90 cars, compared with 310 a year before", "nine votes to four": the unit of the number before."""
    found = draft.counted
    if found is None or not before:
        return False
    last = before[-1]
    if (
        found.group in ("which", "them")
        and same_sentence(last, draft)
        and last.unit is not None
        and not last.measured
    ):
        if last.measure in SET_APART and len(text[last.end : draft.start]) < 60:
            draft.unit, draft.told = last.unit, True  # 11 vessels, seven of them in the gulf
        return draft.told
    if (
        found.group is not None
        or last.piece is not draft.piece
        or last.sentence != draft.sentence
        or last.unit is None
    ):
        return False
    gap = text[last.end : draft.start]
    if _OF_WHICH.search(gap) and len(gap) < 80 and last.measure in SET_APART and not last.measured:
        draft.unit, draft.told = last.unit, True
        return True
    if _OUT_OF.search(gap) and len(gap) < 60 and not last.measured:
        draft.unit, draft.told = last.unit, True
        if last.part_of is None and draft.number.value >= last.number.value:
            last.part_of = draft  # 38 trucks were allowed in out of 120
        return True
    if _FURTHER.fullmatch(gap) and _DONE.match(text, draft.number.end) and not last.measured:
        draft.unit, draft.told = last.unit, True
        return True
    if not ends(text, draft.number.end) or len(gap) > 80 or last.measured or last.measure not in SET_APART:
        return False
    if _VOTES.fullmatch(gap) or _AGAIN.search(gap):
        draft.unit, draft.told = last.unit, True
    return draft.told


_NUMBER_AT = re.compile(
    r"\b(?:put|puts|putting|placed|gave|gives|set)\s+(?:the|that|this|its|their)\s+(?:number|figure|count|total|tally)\s+(?:at|as)\s+$",
    re.IGNORECASE,
)


#: "The number was later revised to seven", "police raised the figure to 11", "so we are at eight".
_REVISED = re.compile(
    r"\b(?:the|that|this|its|their)\s+(?:number|figure|count|total|tally|toll)\s+(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:[a-z]+\s+)?"
    r"(?:revised|raised|corrected|updated|lowered|amended|increased|reduced|changed|rose|climbed)\s+(?:up\s+|down\s+|upwards?\s+|downwards?\s+)?to\s+$"
    r"|\b(?:revis|rais|correct|lower|updat|amend|reduc|chang)(?:ed|ing|es|s)\s+(?:the|that|this|its|their)\s+(?:number|figure|count|total|tally)\s+(?:[a-z]+\s+)?to\s+$"
    r"|\b(?:(?:we\s+are|we[’']re)\s+(?:now\s+)?(?:at|up\s+to)|(?:which|that)\s+makes|brings\s+us\s+to)\s+$",
    re.IGNORECASE,
)


#: "Medics said nine people died; the army said five."
_SAID_ONLY = re.compile(
    r"\b(?:said|says|reported|claimed)\s+(?:it\s+was\s+|only\s+|just\s+|there\s+were\s+)?$", re.IGNORECASE
)
#: "A lawyers' group has a lower number, 37", "the opposition gave a higher figure: 19".
_RIVAL = re.compile(
    r"\b(?:ha(?:s|ve|d)|g[ai]ve[sn]?|giving|reports?|reported|offer(?:s|ed)|cit(?:es|ed)|publish(?:es|ed))\s+(?:an?|its\s+own|their\s+own)\s+(?:(?:much|slightly|far|somewhat)\s+)?"
    r"(?:lower|higher|different|smaller|larger|similar|greater)\s+(?:number|figure|count|tally|estimate|toll)\s*(?:,|:|of|at|—|–)\s*(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)


_SAID_END = re.compile(r"\s*(?:[.;]|,?[”\"’]|,\s+(?:and|but|while|(?:he|she|it|they)\s+said)\b|$)")


def again(text: str, draft: Draft, before: list[Draft]) -> None:
    """ "Police put the number at 42": the count told last, as somebody else has it."""
    left = max(0, draft.start - 40)
    said = _SAID_ONLY.search(text, left, draft.start) is not None and _SAID_END.match(text, draft.number.end)
    revised = _REVISED.search(text, max(0, draft.start - 90), draft.start) and _SAID_END.match(
        text, draft.number.end
    )
    rival = _RIVAL.search(text, max(0, draft.start - 100), draft.start) and _SAID_END.match(
        text, draft.number.end
    )
    if not said and not revised and not rival and not _NUMBER_AT.search(text, left, draft.start):
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > 2:
            return
        if other.measure not in SET_APART and other.part_of is None and not introduced(text, other):
            draft.measure, draft.unit, draft.reading = other.measure, other.unit, other.reading
            return


#: Words before a number in digits that has no noun: what it comes to, or what it is the number of.
_COMES_TO = re.compile(
    r"\b(?:to|at|of|from|by|near|reach(?:ed|es|ing)?|hits?|hitting|was|were|is|are|be|been|total(?:l?ed|l?ing|s)?|numbers?|numbered|average[ds]?|averaging|"
    r"exceed(?:ed|s|ing)?|top(?:ped|s)|between|employ(?:s|ed|ing)?|toward|towards|past|half\s+the|the|than|with|against|scor(?:ed|es|ing)|below|above)\s+$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:[,;.!?)”\"—–]|$)|\s+(?:a|an|in|on|at|by|per|last|this|next|for|and|but|or|before|after|over|under|the|when|while|since|from|to|as|it|they|he|she|we|"
    r"against|during|earlier|each|off|with|among|across|compared|so|now|today|is|was|were|are|had|has|have|out|which|who|than|between|up|down)\b",
    re.IGNORECASE,
)
_PEOPLE_IN = re.compile(
    r"\b(?:crowds?|population|headcount|workforce|attendance|audience|staff|membership|turnout|congregation|enrolment|enrollment|readership)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


#: "It had 110 aboard".
_ABOARD = re.compile(r"\s+(?:(?:were|was|had\s+been)\s+)?(?:aboard|on\s+board)\b")
#: "12 per 1,000 live births".
_PER_SO_MANY = re.compile(r"\s+per\s+\d")


def bare(text: str, draft: Draft) -> bool:
    """ "Closed at 38,204.17", "a crowd of 61,204": a number that has no noun and is plainly an amount."""
    number = draft.number
    if draft.counted is not None and number.value >= 2 and _ABOARD.match(text, number.end):
        draft.unit, draft.told = "people", True
        return True
    printed = text[number.start : number.end]
    if not number.digits or draft.counted is None or not ends(text, number.end):
        return False
    amount = re.search(r"\d,\d{3}|\.\d|[a-z]$|\d\d\d", printed) is not None
    if not amount and number.modifier is None and not _PER_SO_MANY.match(text, number.end):
        return False
    left = text[max(0, draft.start - 40) : draft.start]
    before = _COMES_TO.search(left)
    if before is None:
        found = draft.counted
        draft.told = (
            found.seat.dep_ == "dobj" and found.seat.head.pos_ == "VERB" and found.seat.head.i < found.first.i
        )
        return draft.told
    draft.told = True
    if _PEOPLE_IN.search(left[: before.start()]) or before.group().casefold().startswith("employ"):
        draft.unit = "people"
    return True


def ends(text: str, end: int) -> bool:
    """Does nothing follow that the number could count?"""
    return _GOES_ON.match(text, end) is not None
