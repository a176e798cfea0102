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
#: "Monday: …", "TUESDAY - …": an entry of a week, from day to day.
_OF_WEEK = re.compile(
    rf"[\s\W]{{0,6}}(?:On\s+)?(?P<day>{WEEKDAY}|{WEEKDAY.upper()})(?:\s+(?:morning|night|evening|afternoon))?(?:\s*:\s|\s[-–—]{{1,2}}\s|\s*\Z)"
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
        if not (any(c.isdigit() for c in head) or ("day" in head[:20].casefold())):
            continue
        if paragraph.end - paragraph.start <= _HEADER and (year := _YEAR_LINE.match(head)):
            last = dt.date(int(year[1]), 12, 31)
            base = min(last, published) if published else last
            continue
        opening = _OPENING.match(head) or _OF_WEEK.match(head)
        if opening is None:
            continue
        end = paragraph.start + opening.end("day")
        times = find_times(text, paragraph.start, end, base, tense="past", country=country)
        if not times and opening.re is _OF_WEEK and base is not None:
            times = find_times(text.title(), paragraph.start, end, base, tense="past")  # in capitals
        if times and times[-1].resolved and times[-1].end >= end - 1:
            alone = paragraph.start + opening.end() >= paragraph.end
            openings.append((number, times[-1], alone))
    if len(openings) < _SEVERAL:
        return {}
    openings = _in_order(openings)
    ends = [number for number, _, _ in openings[1:]]
    # Behind the last entry the report goes on: nothing tells where it ends.
    ends.append(openings[-1][0] + (2 if openings[-1][2] else 1))
    for (number, time, _), end in zip(openings, ends, strict=True):
        for each in range(number, min(end, number + _PARAGRAPHS, len(parsed.paragraphs))):
            found[parsed.paragraphs[each].start] = time
    return found


def _in_order(openings: list[tuple[int, TimeSpan, bool]]) -> list[tuple[int, TimeSpan, bool]]:
    """ "Monday: … Tuesday: …", on a Monday: the first is that of the week before, as the next days are."""
    for at in range(len(openings) - 2, -1, -1):
        number, time, alone = openings[at]
        then = openings[at + 1][1]
        if time.kind != "weekday" or time.date_to is None or then.kind != "weekday" or then.date_to is None:
            continue
        if dt.timedelta(0) < time.date_to - then.date_to < dt.timedelta(days=8):
            day = time.date_to - dt.timedelta(days=7)
            openings[at] = (number, replace(time, date_from=day, date_to=day), alone)
    return openings


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
        # … but those of a week's entries from that of the report: "Friday: … were freed on Sunday".
        own = entry is not None and entry.kind != "weekday"
        day = entry.date_to if entry is not None and own else published
        found += find_times(parsed.text, start, paragraph.end, day, country=country)
    return found
