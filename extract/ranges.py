"""Numbers that are the two ends of one: "30 to 40", "five or six", "between 30 and 40"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.units import sign_before


@dataclass(frozen=True, slots=True)
class Number:
    """Number words `text[start:end]`; `phrase_start`..`phrase_end` take in the bound beside them."""

    start: int
    end: int
    value: float
    low: float
    high: float
    modifier: str | None
    phrase_start: int
    phrase_end: int
    digits: bool
    #: The number is tied to what follows by a hyphen: "42-year-old", "500-kilometre".
    hyphened: bool = False
    #: A share of a whole, "two-thirds", "one in three", "half of": the value is in percent.
    share: bool = False


#: "raised from 2.5 to 3 percent": two numbers of a change, not the ends of a range.
_MOVES = (
    r"\b(?:r[oi]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|increas\w+|decreas\w+|drop\w*|declin\w+|climb\w*|jump\w*|soar\w*|slip\w*|slid|cut|"
    r"rais\w+|lower\w*|reduc\w+|went|go|goes|up|down|doubl\w+|expand\w+|shr[aiu]nk|swell\w*|surg\w+|plung\w+|dip\w*|edg\w+|eas\w+|accelerat\w+|slow\w*|"
    r"widen\w*|narrow\w*|revis\w+|boost\w*|mov\w+|chang\w+|shift\w*|updat\w+|upgrad\w+|downgrad\w+|lift\w*|hik(?:e[sd]?|ing)|trim\w*|slash\w*|"
    r"shorten\w*|lengthen\w*|extended|halv\w+|push\w*|creep\w*|crept|improv\w+|worsen\w*|sw[iu]ng\w*|promot\w+)\b"
)
_CHANGE = re.compile(_MOVES + r"[^.;]{0,60}\bfrom\s+(?:\w+\s+)?[$€£]?$", re.IGNORECASE)
_CHANGED = re.compile(
    _MOVES + r"\s+(?:by\s+)?(?:(?:about|around|some|nearly|another)\s+)?[$€£]?$", re.IGNORECASE
)
_UNIT_WITHIN = r"(?:\s?(?:%|per\s?cent|percent|°C?|km|kg|m|mm|cm|years?|hours?|days?))?"
_RANGE = re.compile(
    rf"{_UNIT_WITHIN}\s*(?:-|–|—)\s*|(?:{_UNIT_WITHIN}|-)\s+(?:to|or)\s+(?:[$€£]\s?)?|-(?:to|or)-|\s*[-–]\s*[$€£]\s?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|some\s+|[$€£]\s?)?$", re.IGNORECASE)
_AND = re.compile(rf"{_UNIT_WITHIN}\s+and\s+(?:[$€£]\s?)?", re.IGNORECASE)


def _alike(text: str, first: Number, second: Number) -> bool:
    """May both be ends of one range? "climbed 8% to $4.3bn" measures two things."""
    if first.low != first.high or first.share or second.share:
        return False
    gap = text[first.end : second.start]
    within = re.match(r"\s?(%|per\s?cent|percent|°)", gap, re.IGNORECASE)
    if within and not text[second.end :][:12].lstrip().casefold().startswith(within[1].casefold()[:3]):
        return False
    return (
        not re.search(r"[$€£]", gap)
        or sign_before().search(text[max(0, first.start - 8) : first.start]) is not None
    )


def _scale(text: str, first: Number, second: Number) -> float:
    """ "5 to 7 million": the scale stands once, for both ends."""
    spelt = re.search(r"[a-z]", text[second.start : second.end])
    if not spelt or first.value >= 1000 or second.high < 1000 * first.value:
        return 1.0
    return next((s for s in (1e9, 1e6, 1e3) if second.high >= s), 1.0)


def join_ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Join "30 to 40", "five or six", "between 30 and 40" into one number with both ends."""
    out: list[Number] = []
    index = 0
    while index < len(numbers):
        first = numbers[index]
        if index + 1 < len(numbers):
            second = numbers[index + 1]
            gap = text[first.end : second.start]
            before = text[max(0, first.start - 100) : first.start]
            between = _AND.fullmatch(gap) and _BETWEEN.search(before)
            # "rose from 28 to 31" is two counts, an earlier and a later one.
            joined = (
                _RANGE.fullmatch(gap)
                and not _CHANGE.search(before)
                # "fell by 46,000 to 781,000": by how much, and to what
                and not (
                    second.value > 4 * first.value * _scale(text, first, second) and _CHANGED.search(before)
                )
            )
            if (between or joined) and first.value < second.value and _alike(text, first, second):
                low, high = first.value, second.high
                low *= _scale(text, first, second)
                out.append(
                    replace(
                        first,
                        end=second.end,
                        value=low,
                        low=low,
                        high=high,
                        phrase_end=second.end,
                        hyphened=second.hyphened,
                    )
                )
                index += 2
                continue
            if gap in ("-", "–") and not (first.share or second.share):  # a score, "2-1", counts nothing
                index += 2
                continue
        out.append(first)
        index += 1
    return out
