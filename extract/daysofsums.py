"""The days of what an opening sums up: "14 died in two separate raids", and the raids told one by one with their days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.datecalc import NUMBERS
from extract.timewords import ASIDE, is_long

if TYPE_CHECKING:
    from extract.dates import TimeSpan

_DEEDS = (
    r"(?:attacks|(?:air\s?)?strikes|raids|clashes|incidents|ambushes|explosions|blasts|bombings|operations|battles|"
    r"shootings|assaults|gunfights|firefights|encounters|engagements|shellings)"
)
_SEVERAL = re.compile(
    rf"\b(?:(?P<number>two|three|four|five)(?!\s+days\b)|several|multiple|a\s+(?:series|string|wave|spate)\s+of)\s+(?:[\w-]+\s+){{0,2}}?{_DEEDS}\b"
    rf"|\bseparate\s+(?:[\w-]+\s+)?{_DEEDS}\b"
    r"|\b(?P<days>two|three|four|five)\s+days\s+of\s+(?:[\w-]+\s+){0,2}?(?:attacks|fighting|clashes|violence|raids|strikes|shelling|unrest|killings)\b",
    re.IGNORECASE,
)
#: What tells the deeds of a sum one by one.
_FIRST = re.compile(r"\b(?:first|one)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:second|third|another|other|latter|next)\b", re.IGNORECASE)
#: No deeds of one sum lie further apart.
_WEEK = dt.timedelta(days=7)
#: How far on, in characters, the deeds of a sum are told.
_REACH = 1200


def sums_up(sentence: str) -> re.Match[str] | None:
    """Does a sentence count what several deeds or days brought?"""
    return _SEVERAL.search(sentence)


def days_of_sum(text: str, said: re.Match[str], after: int, times: Iterable[TimeSpan]) -> TimeSpan | None:
    """From the first to the last day of the deeds that are told behind `after`; `times` are those of deeds, in text order."""
    number = said["number"] or said["days"]
    wanted = NUMBERS[number.casefold()] if number else 0
    found: list[TimeSpan] = []
    for time in times:
        if time.start > after + _REACH:
            break
        if time.date_from is None or time.date_to is None or is_long(time) or time.kind in ASIDE:
            continue
        if all(time.date_to != t.date_to for t in found):
            found.append(time)
        if len(found) == wanted:
            break
    if len(found) < 2:
        return None
    low = min(t.date_from for t in found if t.date_from is not None)
    high = max(t.date_to for t in found if t.date_to is not None)
    if high - low > _WEEK or not _one_by_one(text, said, after, found):
        return None
    if said["days"] and (high - low).days != wanted - 1:
        return None
    rule = f"from {found[0].rule} to {found[-1].rule}"
    return replace(found[0], date_from=low, date_to=high, precision="range", rule=rule, parts=tuple(found))


def _one_by_one(text: str, said: re.Match[str], after: int, found: list[TimeSpan]) -> bool:
    """Are the days those of the one and of the other: "the first … the second", or told in one sentence?"""
    if said["days"]:
        return True
    gap = text[found[0].end : found[1].start]
    if not re.search(r"[.;!?]\s", gap) and re.search(r"\band\b", gap):
        return True
    first = _FIRST.search(text, after, found[0].end + 200)
    return first is not None and _SECOND.search(text, first.end(), found[1].end + 200) is not None
