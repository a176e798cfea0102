"""Fights of several days: the day on which one broke out goes on to the day on which it ended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.dates import TimeSpan

_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
    "7": 7,
}
_N = "|".join(_NUMBERS)
_FIGHT = r"(?:fighting|clashes|violence|battles?|fights?|siege|unrest|hostilities|standoff)"
_BEGAN = re.compile(r"\b(?:broke\s+out|began|begun|erupted|started|flared(?:\s+up)?)\b", re.IGNORECASE)
_LASTED = re.compile(
    rf"\b(?:lasted|continued|went\s+on|raged)\s+(?:for\s+)?(?:(?:about|some|nearly|almost)\s+)?({_N})\s+days\b",
    re.IGNORECASE,
)
#: "They came on Saturday and stayed until Sunday": what one sentence tells from its beginning to its end.
_CAME = re.compile(
    r"\b(?:arrived|came|entered|stormed|attacked|raided|invaded|overran|swept\s+into|rode\s+in(?:to)?|burst\s+into|opened\s+fire)\b",
    re.IGNORECASE,
)
_STAYED = re.compile(
    r"\b(?:stayed|remained|went\s+on|kept|continued|did\s+not\s+leave|left\s+only|held\s+(?:it|out|on))\b[^.;,]{0,40}?\b(?:until|till|into|through|on)\s+(?:the\s+)?(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:lasted|continued|went\s+on|raged|ended|subsided)\s+(?:(?:until|till|into|through|on)\s+)?(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_DAYS_OF = re.compile(
    rf"\b(?:({_N})\s+days\s+of\s+(?:\w+\s+)?|({_N})-day\s+(?:\w+\s+)?){_FIGHT}\b", re.IGNORECASE
)
#: How far on, in characters, a sentence is read.
_REACH = 260


def last_days(
    text: str, times: Sequence[TimeSpan], published: dt.date | None
) -> dict[int, tuple[dt.date, bool]]:
    """The offset of each time on which a fight broke out -> the day on which it ended.

    With it whether the sentence itself says so; else what is told beside the first day ("gunmen killed four
    when it broke out on Saturday") is of that day alone.
    """
    spoken = _DAYS_OF.search(text)
    days = _NUMBERS[(spoken[1] or spoken[2]).casefold()] if spoken is not None else 0
    found = {}
    for at, time in enumerate(times):
        if time.date_from is None or time.date_from != time.date_to:
            continue
        began = _begins(text, time, _BEGAN)
        if not began and not _begins(text, time, _CAME):
            continue
        told = _told_end(text, time, times[at + 1 : at + 4])
        if told is None and not began:
            continue
        end = told or (time.date_from + dt.timedelta(days=days - 1) if days else None)
        if end is not None and end > time.date_from and (published is None or end <= published):
            found[time.start] = end, told is not None
    return found


def _told_end(text: str, time: TimeSpan, following: Sequence[TimeSpan]) -> dt.date | None:
    """The day on which the rest of the sentence has it end."""
    stop = text.find(".", time.end, time.end + _REACH)
    stop = time.end + _REACH if stop < 0 else stop
    lasted = _LASTED.search(text, time.end, stop)
    if lasted is not None and time.date_from is not None:
        return time.date_from + dt.timedelta(days=_NUMBERS[lasted[1].casefold()] - 1)
    for later in following:
        if later.start >= stop or later.date_to is None:
            continue
        if _UNTIL.search(text, time.end, later.start) or _STAYED.search(text, time.end, later.start):
            return later.date_to
    return None


def _begins(text: str, time: TimeSpan, began: re.Pattern[str]) -> bool:
    """Do the words beside the time say that it began then?"""
    start = max(text.rfind(". ", 0, time.start), text.rfind("\n", 0, time.start), time.start - _REACH, 0)
    return began.search(text, start, time.start) is not None
