"""The bounds printed beside a number: "at least 30", "30 or more", "15 minutes or longer"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from extract.lexicon import load
from extract.ranges import Number
from extract.shares import fold
from extract.units import unit_pattern
from extract.wordlists import alternatives


@dataclass(frozen=True, slots=True)
class _Bounds:
    before: re.Pattern[str]
    after: re.Pattern[str]
    later: re.Pattern[str]
    plain: dict[str, str]


@functools.cache
def _bounds() -> _Bounds:
    listed = load("numbers")["modifiers"]
    before, between = alternatives(listed["before"]), alternatives(listed["between"])
    return _Bounds(
        before=re.compile(
            rf"(?:^|(?<=[\s(“\"'‘—–-]))(?P<bound>{before})(?:\s+(?:{between}))?[\s“\"‘]*(?:(?:(?-i:[A-Z]{{1,3}}))?[$€£¥₴₽₹₩₪₺]|Rs\.?|RM|Rp|(?-i:[A-Z]{{3}}))?\s?$",
            re.IGNORECASE,
        ),
        after=re.compile(
            rf"\s?(?P<bound>{alternatives([*listed['after'], *listed['later']])})\b", re.IGNORECASE
        ),
        later=re.compile(
            rf"\s(?P<bound>{alternatives(listed['later'])})\b(?!\s+(?:the|than)\b)", re.IGNORECASE
        ),
        plain=dict(listed["plain"]),
    )


#: "came under 6,000 attacks": the preposition of a verb is no bound.
_VERB_UNDER = re.compile(
    r"\b(?:c[ao]mes?|coming|put|been|fell|remain(?:s|ed)?|buried|trapped)\s+under$", re.IGNORECASE
)


#: "Fell 20% over three years", "held over two days": how long it took, while "lasted over two hours" bounds.
_TIME = re.compile(
    r"[\s-](?:\w+\s)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?)\b"
)
_LASTS_OVER = re.compile(
    r"\b(?:for|after|in|of|than|with|t[ao]ke[ns]?|took|taking|last(?:ed|s|ing)?|spen[dt]s?|spending|wait(?:ed|s|ing)?|need(?:ed|s)?|be|been|is|are|was|were|"
    r"just|well|and|to|or|had|has|have|every|by|within|until|requir\w+|serv\w+)\s+over$",
    re.IGNORECASE,
)
_RUN_OVER = re.compile(
    r"\b(?:run|running|spread|held|played|staged|contested|phased|spaced|stretch(?:ed|ing)?|averaged|paid|repaid|repayable|built|drawn)\s+over$",
    re.IGNORECASE,
)


#: "Ticked up to 4.1 percent", "went up to 50": a part of the verb.
_VERB_UP = re.compile(
    r"\b(?:tick|edg|inch|creep|crept|go|goes|going|went|gone|jump|push|mov|pick|climb|nudg|bump|add)(?:e?[sd]|ing|ed)?\s+up\s+to$",
    re.IGNORECASE,
)
#: "Can go up to 520 km", "fines may go up to $500": what is possible, and no change told.
_MAY = re.compile(r"\b(?:can|could|may|might)\s+(?:\w+\s+)?(?:go|run|climb|pick)\s+up\s+to$", re.IGNORECASE)


#: "Handed over two workers", "took over three hills": a part of the verb; "took over 200 hostages" bounds.
_VERB_OVER = re.compile(
    r"\b(?:hand(?:ed|s|ing)?|turn(?:ed|s|ing)?|pull(?:ed|s|ing)?|sign(?:ed|ing)?|knock(?:ed|ing)?)\s+over$|\b(?P<few>t[ao]k(?:e|es|en|ing)|took|ran|run|running|w[io]n|winning)\s+over$",
    re.IGNORECASE,
)
#: "Rooms cost from £85", "prices starting from $20": the least that is asked.
_PRICED_FROM = re.compile(
    r"\b(?:costs?|costing|priced?|prices|starts?|starting|begins?|beginning|available|sale|sells?|sold|rooms?|tickets?|fares?|seats?|beds|flights?|trips?|tours?|"
    r"packages?|rates|rents?|fees|charges?|memberships?|menus?|meals?|admission|entry)\s+(?:are\s+)?(?P<bound>from)\s+(?P<money>(?:[A-Z]{1,3})?[$€£¥₹])\s?$",
    re.IGNORECASE,
)
_TO_PRICE = re.compile(r"(?:\s+an?\s+\w+|\s+per\s+\w+)?\s+(?:to|a\s+year|last|in)\b", re.IGNORECASE)
#: Below this a bound "over" is hardly meant.
_SMALL = 20


def _of_verb(bound: str, value: float) -> bool:
    """Is the bound read a part of the verb before the number?"""
    if _VERB_UNDER.search(bound) or (_VERB_UP.search(bound) and not _MAY.search(bound)):
        return True
    over = _VERB_OVER.search(bound)
    return over is not None and (over["few"] is None or value < _SMALL)


def bounded(text: str, number: Number) -> Number:
    """The number with the bound printed before or right after it."""
    words = _bounds()
    left = text[max(0, number.start - 60) : number.start]
    modifier, phrase_start, phrase_end = number.modifier, number.start, number.end
    match = words.before.search(left)
    if (
        match is None
        and number.low == number.high
        and (asked := _PRICED_FROM.search(left))
        and not _TO_PRICE.match(text, number.end)
    ):
        match = asked
    # "fewer than the 40 fired on Monday" compares, and bounds nothing.
    compared = (
        match is not None
        and match["bound"].casefold().endswith("than")
        and re.search(r"\bthe\b", left[match.end("bound") :])
    )
    if match is not None and fold(match["bound"]) == "within" and not unit_pattern().match(text, number.end):
        match = None  # "within two brigades" bounds nothing
    spanned = (
        match is not None
        and match["bound"].casefold() == "over"
        and (
            _RUN_OVER.search(left[: match.end("bound")])
            or (_TIME.match(text, number.end) and not _LASTS_OVER.search(left[: match.end("bound")]))
        )
    )
    if match and not compared and not spanned and not _of_verb(left[: match.end("bound")], number.value):
        folded = fold(match["bound"])
        modifier = words.plain.get(folded, folded) or None
        phrase_start = number.start - len(left) + match.start("bound")
        # "some" before a spelt noun is a quantity of its own; "over" may be a place.
    hyphened = number.hyphened
    if match := words.after.match(text, number.end):
        folded = fold(match["bound"])
        if modifier is None:
            modifier = words.plain.get(folded, folded) or None
        phrase_end = match.end()
        hyphened = hyphened and not folded.startswith("-")  # "300-odd" is tied to its bound alone
    return replace(
        number, modifier=modifier, phrase_start=phrase_start, phrase_end=phrase_end, hyphened=hyphened
    )


def bounded_later(text: str, number: Number, end: int) -> tuple[Number, int]:
    """The number with a bound that follows what it counts, which ends at `end`: "15 minutes or more", "18 and over"."""
    words = _bounds()
    match = words.later.match(text, end)
    if match is None or number.modifier is not None:
        return number, end
    folded = fold(match["bound"])
    return replace(number, modifier=words.plain.get(folded, folded) or None), match.end()
