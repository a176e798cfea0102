"""Holidays by name: the days of a year on which they fall, by the rules in `lexicon/dates.toml`.

Easter is computed in both calendars. The Islamic calendar is the tabular one, so a day there may be
one or two off what was declared; `Holiday.approximate` says so.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load

Days = tuple[dt.date, dt.date]

_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_DAY = dt.timedelta(days=1)


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the eastern churches (Meeus), as a Gregorian day; right for 1900-2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + 13 * _DAY


def islamic(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a day of the tabular Islamic calendar."""
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948055
    return dt.date.fromordinal(julian - 1721425)


def _hebrew_elapsed(year: int) -> int:
    """Days from the calendar's start to 1 Tishri of the Hebrew year."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _rosh_hashanah(hebrew_year: int) -> int:
    before, here, after = (_hebrew_elapsed(hebrew_year + k) for k in (-1, 0, 1))
    correction = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return here + correction - 1373429 + 2  # ordinal of dt.date


def hebrew(gregorian_year: int, month: int, day: int) -> dt.date:
    """The day, in that Gregorian year, of a Hebrew month (Nisan is 1) and day; months 1-6 and 7-9 only."""
    new_year = _rosh_hashanah(gregorian_year + 3761)
    if month <= 6:
        offset = -177 + sum((30, 29, 30, 29, 30, 29)[: month - 1])
    else:
        length = _rosh_hashanah(gregorian_year + 3762) - new_year
        offset = sum((30, 30 if length % 10 == 5 else 29, 30)[: month - 7])
    return dt.date.fromordinal(new_year + offset + day - 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    """The nth (from 1; -1 the last) weekday (Monday 0) of a month."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY
    last = dt.date(year + month // 12, month % 12 + 1, 1) - _DAY
    return last - ((last.weekday() - weekday) % 7) * _DAY


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: `name` as the lexicon prints it first, and the rule of its days."""

    name: str
    rule: str

    @property
    def approximate(self) -> bool:
        """Whether its days may be one or two off, being declared by the sight of the moon."""
        return self.rule.startswith("islamic")

    def in_year(self, year: int, country: str | None = None) -> list[Days]:
        """The spans of days of this holiday that begin in that year; empty when the rule gives none."""
        if not 1583 <= year <= 9000:
            return []
        try:
            return _days(self.rule, year, country)
        except (ValueError, KeyError, OverflowError):
            return []

    def near(self, day: dt.date, country: str | None = None) -> list[Days]:
        """Its spans in the year of `day`, the year before and the year after, nearest first."""
        spans = [s for year in (day.year - 1, day.year, day.year + 1) for s in self.in_year(year, country)]
        return sorted(spans, key=lambda s: abs((s[0] - day).days))


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _days(rule: str, year: int, country: str | None) -> list[Days]:
    if rule == "country":
        day = load("dates")["independence"].get(country or "")
        return _days(day, year, None) if day else []
    if rule.startswith(("easter", "orthodox")):
        ends = []
        for part in rule.split("/"):
            kind, offset = re.split(r"(?=[+-])", part, maxsplit=1)
            ends.append((easter if kind == "easter" else orthodox_easter)(year) + int(offset) * _DAY)
        return [(ends[0], ends[-1])]
    if rule.startswith("islamic"):
        first, _, last = rule.split(" ")[1].partition("/")
        spans = []
        for islamic_year in range((year - 622) * 33 // 32, (year - 622) * 33 // 32 + 3):
            begin = islamic(islamic_year, *_month_day(first))
            if begin.year == year:
                spans.append((begin, islamic(islamic_year, *_month_day(last)) if last else begin))
        return spans
    if rule.startswith("hebrew"):
        first, _, last = rule.split(" ")[1].partition("/")
        begin = hebrew(year, *_month_day(first))
        if not last:
            return [(begin, begin)]
        month, day = _month_day(last)
        if month == 10:  # Hanukkah ends eight days on; the length of Kislev does not matter so
            return [(begin, begin + 7 * _DAY)]
        return [(begin, hebrew(year, month, day))]
    words = rule.split()
    if len(words) > 1:
        found = nth_weekday(year, int(words[0]), int(words[1]), _WEEKDAYS[words[2]])
        found += (int(words[3]) if len(words) > 3 else 0) * _DAY
        return [(found, found)]
    first, _, last = rule.partition("/")
    begin = dt.date(year, *_month_day(first))
    return [(begin, dt.date(year, *_month_day(last)) if last else begin)]


@cache
def holidays() -> dict[str, Holiday]:
    """Every holiday by each of its names, lower case, typographic apostrophes made straight."""
    table = {}
    for entry in load("dates")["holiday"]:
        holiday = Holiday(entry["names"][0], entry["rule"])
        for name in entry["names"]:
            table[key(name)] = table[key(name).removeprefix("the ")] = holiday
    return table


def holiday_names() -> list[str]:
    """The names as the lexicon prints them, apostrophes made straight."""
    return [name.replace("’", "'") for entry in load("dates")["holiday"] for name in entry["names"]]


def key(name: str) -> str:
    """A holiday's name as `holidays()` keys it."""
    return " ".join(name.replace("’", "'").casefold().split())


def holiday(name: str) -> Holiday | None:
    """The holiday of that name, in any case, or None."""
    return holidays().get(key(name)) or holidays().get(key(name).removeprefix("the "))


_EASTERN = re.compile(r"\b(?:Orthodox|Coptic|Copts|Julian calendar|Ethiopian (?:Church|Christians))\b")


def meant(name: str, text: str, country: str | None) -> Holiday | None:
    """The holiday of that name as a text of a country means it: Easter, by the calendar of the church it speaks of."""
    found = holiday(name)
    if found is not None and found.rule.startswith("easter"):
        eastern = country in load("dates")["easter"]["orthodox"] or _EASTERN.search(text) is not None
        if eastern:
            return Holiday(f"Orthodox {found.name}", found.rule.replace("easter", "orthodox"))
    return found
