"""Entries of a timeline, which open with their day: "July 30, 2023 - A suicide bomber …", or stand under it.

Of a live blog, whose entries open with the hour, only the hours are found: they are all of the day of the report.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.dates import TimeSpan, find_times
from extract.datewords import EXPLICIT, MONTH, WEEKDAY, WEEKDAY_SHORT, YEAR
from extract.headdates import stamp

if TYPE_CHECKING:
    from extract.parse import Parsed

_WEEKDAY = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}),?\s+)?"
#: The opening of an entry up to its day, and what sets the day apart from what is told of it.
_OPENING = re.compile(
    rf"[\s\W]{{0,6}}(?:(?:In|On)\s+)?{_WEEKDAY}(?P<day>{EXPLICIT.pattern}|{MONTH}(?:,?\s+{YEAR}))"
    rf"(?:,?\s*\(?{_WEEKDAY[:-4]}\)?)?(?P<rest>\s*(?:\Z|:\s|[|»]\s*|\s[-–—]{{1,2}}\s|[–—]\s*|\.\s+(?=[A-Z])))",
    re.X,
)
#: "2022", "In 2022:": a year over the entries that print none.
_YEAR_LINE = re.compile(rf"\W{{0,6}}(?:In\s+)?({YEAR})\W{{0,4}}\Z")
#: A line that may say nothing but an hour.
_SHORT_LINE = re.compile(r"^[^\n]{4,40}$", re.M)
#: So many make a timeline, or a live blog.
_SEVERAL = 2
#: An entry under its day, or one told in several paragraphs, is no longer.
_PARAGRAPHS = 8
_HEADER = 60


def entries(parsed: Parsed, published: dt.date | None, country: str | None) -> dict[int, TimeSpan]:
    """Where each paragraph of a timeline's entries begins -> the time words of its day."""
    text, found = parsed.text, {}
    openings: list[tuple[int, TimeSpan, bool]] = []
    base = published
    for number, paragraph in enumerate(parsed.paragraphs):
        if paragraph.headline:
            continue
        head = text[paragraph.start : min(paragraph.end, paragraph.start + _HEADER)]
        if not any(c.isdigit() for c in head):
            continue
        if paragraph.end - paragraph.start <= _HEADER and (year := _YEAR_LINE.match(head)):
            last = dt.date(int(year[1]), 12, 31)
            base = min(last, published) if published else last
            continue
        opening = _OPENING.match(head)
        if opening is None:
            continue
        end = paragraph.start + opening.end("day")
        times = find_times(text, paragraph.start, end, base, tense="past", country=country)
        if times and times[-1].resolved and times[-1].end >= end - 1:
            alone = paragraph.start + opening.end() >= paragraph.end
            openings.append((number, times[-1], alone))
    if len(openings) < _SEVERAL:
        return {}
    ends = [number for number, _, _ in openings[1:]]
    # Behind the last entry the report goes on: nothing tells where it ends.
    ends.append(openings[-1][0] + (2 if openings[-1][2] else 1))
    for (number, time, _), end in zip(openings, ends, strict=True):
        for each in range(number, min(end, number + _PARAGRAPHS, len(parsed.paragraphs))):
            found[parsed.paragraphs[each].start] = time
    return found


def live(parsed: Parsed, published: dt.date | None) -> TimeSpan | None:
    """The day of the entries of a live blog, as the first of their hours; None where it is none."""
    if published is None:
        return None
    hours = [
        line
        for line in _SHORT_LINE.finditer(parsed.text)
        if any(c.isdigit() for c in line[0][:12]) and stamp(line[0])
    ]  # they are no paragraphs of the news
    if len(hours) < _SEVERAL:
        return None
    start, end = hours[0].span()
    return TimeSpan(
        start, end, hours[0][0], published, published, "day", "the day of the live report", kind="live"
    )


def times_of(
    parsed: Parsed, days: Mapping[int, TimeSpan], published: dt.date | None, country: str | None
) -> list[TimeSpan]:
    """The time words of every paragraph; those of an entry are counted from its day."""
    found: list[TimeSpan] = []
    for paragraph in parsed.paragraphs:
        entry = days.get(paragraph.start)
        start = paragraph.start
        if entry is not None and start <= entry.start < paragraph.end:
            found.append(replace(entry, lead=""))
            start = entry.end
        day = entry.date_to if entry is not None else published
        found += find_times(parsed.text, start, paragraph.end, day, country=country)
    return found
