"""The words of calendar days: months, weekdays, and explicit dates with or without their year."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip

#: A month's name, capitalised as names are, or all in capitals. `May`, `March` are months only in company.
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY_SHORT = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d(?!\d)"
_DASH = r"\s?(?:-|–|—|to|until|till|through)\s?"
_SPACE = r"[ \u00a0\u202f]"
_GAP = rf"(?:\.?{_SPACE}?|{_SPACE})"

#: Explicit dates. Groups: y year, m month name, d day, d2 second day of a range (`Dec. 11-13`), and the numeric
#: forms iy/im/id (ISO), na/nb/ny (3/2/2026). Never matches inside a longer number.
EXPLICIT = re.compile(
    rf"""
    (?<![\w/.])(?<![^\W\d]-)(?:
      (?P<iy>{YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01])(?!\d|-)(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\w)
     |(?P<na>0?[1-9]|[12]\d|3[01])(?P<sep>[/.])(?P<nb>0?[1-9]|[12]\d|3[01])(?P=sep)(?P<ny>{YEAR}|\d\d(?![\d/.]))(?![\w/])
     |(?P<m1>{MONTH}){_GAP}(?:the{_SPACE})?(?P<d1>{DAY})(?!,\d\d\d|\.\d|%|:\d)
        (?:(?:{_DASH}|{_SPACE}and{_SPACE}(?={DAY}(?:[,;)]|\.(?!\d)|{_SPACE}(?:as|when|after|that|according)\b)))(?P<e1>{DAY})(?!,\d\d\d|\.\d|%|:\d))?
        (?:,?{_SPACE}+(?:of{_SPACE})?(?P<y1>{YEAR})(?!\d|,\d\d\d))?
     |(?P<d2>{DAY})(?:(?:{_DASH}|/|{_SPACE}and{_SPACE})(?P<e2>{DAY}))?{_SPACE}(?:of{_SPACE})?(?P<m2>{MONTH})(?:,?{_SPACE}+(?P<y2>{YEAR})(?!\d|,\d\d\d))?
    )
    """,
    re.X,
)


class Explicit(NamedTuple):
    """A date as printed. `year` is None when the text does not give it; `last` is the second day of a range."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    last: int | None

    def on(self, year: int) -> dt.date | None:
        """The day in a given year, or None when that year has no such day."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


#: "First" to "thirty-first", for days of a month.
ORDINALS = {
    name: number
    for number, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
}


def month_number(name: str) -> int:
    """1-12 for a month's name or abbreviation."""
    return MONTHS[name.rstrip(".").lower()]


def day_number(text: str) -> int:
    """The number in "14", "14th", "02", "fourteenth"."""
    spelt = ORDINALS.get(text.lower())
    return spelt or int(re.match(r"\d+", text)[0])  # type: ignore[index]


def explicit_of(match: re.Match[str]) -> Explicit | None:
    """What an `EXPLICIT` match says, or None when there is no such day (31 June, 30/30/2020)."""
    get = match.group
    last = None
    year: int | None
    if get("iy"):
        year, month, day = int(get("iy")), int(get("im")), int(get("id"))
    elif get("na"):
        first, second = int(get("na")), int(get("nb"))
        # Day first, as most of the world writes, unless only the other order is a date.
        day, month = (first, second) if second <= 12 else (second, first)
        if month > 12:
            return None
        year = int(get("ny"))
        if year < 100:
            if get("sep") == ".":
                return None
            year += 2000
    elif get("m1"):
        month, day = month_number(get("m1")), day_number(get("d1"))
        year = int(get("y1")) if get("y1") else None
        last = day_number(get("e1")) if get("e1") else None
    else:
        month, day = month_number(get("m2")), day_number(get("d2"))
        year = int(get("y2")) if get("y2") else None
        last = day_number(get("e2")) if get("e2") else None
        if last is not None:
            day, last = day, last
    try:
        dt.date(year or 2024, month, day)  # 2024 is a leap year: 29 February may be meant
        if last is not None:
            dt.date(year or 2024, month, last)
    except ValueError:
        return None
    if last is not None and last <= day:
        last = None
    return Explicit(match.start(), match.end(), year, month, day, last)


def find_explicit(text: str, start: int = 0, end: int | None = None) -> list[Explicit]:
    """Every explicit date in text[start:end], in order."""
    found = []
    for match in EXPLICIT.finditer(text, start, len(text) if end is None else end):
        date = explicit_of(match)
        if date is not None:
            found.append(date)
    return found


def first_full(text: str) -> dt.date | None:
    """The first date of the text that gives its year."""
    for found in find_explicit(text):
        if found.year is not None:
            return found.on(found.year)
    return None
