"""What a reading of time words is, and the arithmetic of days that the readings share."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from extract import datewords as w

Precision = Literal[
    "day", "night", "weekend", "week", "month", "season", "year", "decade", "century", "range", "vague"
]
Tense = Literal["past", "future"]

DAY = dt.timedelta(days=1)

#: Number words before units of time; "few" and "several" are read as three.
NUMBERS = {"forty-eight": 48, "twenty-four": 24, "seventy-two": 72, "thirty-six": 36} | {
    name: value
    for value, names in {
        1: "a an one", 2: "two couple", 3: "three few several", 4: "four", 5: "five", 6: "six", 7: "seven",
        8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen",
        15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty",
        30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 90: "ninety",
    }.items()
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """The days that a time word means (None when they cannot be known) and the rule that says so."""

    date_from: dt.date | None
    date_to: dt.date | None
    precision: Precision
    rule: str


@dataclass(frozen=True, slots=True)
class Context:
    """What time words are read against.

    `published` is the day of publication, `anchor` the day spoken of last, `year` the year named last (used
    without a day of publication only), `country` an ISO code for holidays that differ.
    """

    published: dt.date | None
    tense: Tense | None = None
    anchor: dt.date | None = None
    year: int | None = None
    country: str | None = None


def unknown(precision: Precision, what: str) -> Reading:
    """A reading without days, for want of the day of publication."""
    return Reading(None, None, precision, f"{what}; the day of publication is not known")


def one(day: dt.date, rule: str, precision: Precision = "day") -> Reading:
    """A reading of a single day."""
    return Reading(day, day, precision, rule)


def number_word(text: str) -> str:
    """ "a couple of", "[Ten]" without what stands around them, lower case."""
    return text.strip("[]").lower().removesuffix(" of").strip("[]")


def number_of(text: str) -> int:
    """The number of "24", "two", "a couple of"."""
    word = number_word(text)
    return int(word) if word.isdigit() else NUMBERS[word]


def weekday_of(name: str) -> int:
    """Monday 0 … Sunday 6."""
    return w.WEEKDAYS[name.rstrip(".").lower()]


def nearest_weekday(published: dt.date, weekday: int, tense: Tense | None) -> dt.date:
    """The day itself when it is that weekday, else the one before (or, in the future tense, after)."""
    back = (published.weekday() - weekday) % 7
    return published + ((7 - back) % 7) * DAY if tense == "future" else published - back * DAY


def year_span(year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def month_span(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The Monday and the Sunday around a day."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_PIECE = re.compile(
    r"the (first|opening|last|final|closing|second) (?:(half)|(?:(.+?) )?(days?|weeks?|months?)) of"
)


def _piece_of(piece: re.Match[str], first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """ "The first two weeks of" a span of days, "the second half of" it."""
    if piece[2] and (last - first).days > 360:  # of a year: by its months
        return (
            (first, add_months(first, 6) - DAY)
            if piece[1] in ("first", "opening")
            else (add_months(first, 6), last)
        )
    half = (last - first).days // 2 * DAY
    if piece[2]:
        return (first, first + half) if piece[1] in ("first", "opening") else (first + half + DAY, last)
    count, unit = number_of(piece[3]) if piece[3] else 1, piece[4].rstrip("s")
    if piece[1] in ("last", "final", "closing"):
        begin = add_months(last, -count) + DAY if unit == "month" else last - (count * _LONG[unit] - 1) * DAY
        return max(first, begin), last
    skipped = count if piece[1] == "second" else 0
    if unit == "month":
        begin, end = add_months(first, skipped), add_months(first, skipped + count) - DAY
    else:
        begin = first + skipped * _LONG[unit] * DAY
        end = begin + (count * _LONG[unit] - 1) * DAY
    return (begin, min(end, last)) if begin <= last else (first, last)


_LONG = {"day": 1, "week": 7}


def part_of(quarter: str | None, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The early, middle or late third of a span of days, or all of it."""
    word = (quarter or "").lower().strip(" -")
    if "quarter" in word and (last - first).days > 360:
        number = {"first": 0, "second": 1, "third": 2}.get(word.split()[1], 3)
        return add_months(first, 3 * number), add_months(first, 3 * number + 3) - DAY
    if (piece := _PIECE.fullmatch(word)) is not None:
        return _piece_of(piece, first, last)
    third = ((last - first).days + 1) // 3 * DAY
    if word.startswith(("early", "the start", "the beginning")):
        return first, first + third
    if word.startswith(("mid", "the middle")):
        return first + third, last - third
    return (last - third, last) if word.startswith(("late", "the end")) else (first, last)


def shifted_days(number: int, unit: str, sign: int) -> int | None:
    """So many days are `number` minutes, hours, days or weeks; None for months and years, which tell no day."""
    per = {"minute": 0, "hour": 0, "day": 1, "week": 7}.get(unit)
    if per is None:
        return None
    return sign * (per * number if per else (number + 12) // 24 if unit == "hour" else 0)
