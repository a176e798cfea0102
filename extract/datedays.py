"""Readings of the time words that mean a day or a night."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from extract import datewords as w
from extract.datecalc import (
    DAY,
    Context,
    Precision,
    Reading,
    add_months,
    month_span,
    nearest_weekday,
    number_of,
    one,
    unknown,
    week_of,
    weekday_of,
    year_span,
)
from extract.holidays import meant
from extract.lexicon import load
from extract.placenames import words

#: Under the future tense a day without its year is the next one, unless that is so far off that the last is meant.
_FAR = 240


def overnight(m: re.Match[str], c: Context) -> Reading:
    """ "overnight", "overnight into Thursday", "the night of Wednesday"."""
    p = c.published
    if p is None:
        return unknown("night", "overnight")
    if m["o3"] or m["o2"]:
        morning = nearest_weekday(p, weekday_of(m["o3"] or m["o2"]), c.tense)
        return Reading(
            morning - DAY, morning, "night", f"the night into {morning:%A}, on or before publication"
        )
    if m["o1"]:
        day = nearest_weekday(p, weekday_of(m["o1"]), c.tense)
        if day == p and c.tense != "future":
            return Reading(day - DAY, day, "night", f"overnight on {day:%A}, the day of publication")
        return Reading(day, day + DAY, "night", f"the night that began on {day:%A}")
    if c.tense == "future":
        return Reading(p, p + DAY, "night", "the night after publication")
    return Reading(p - DAY, p, "night", "the night before the morning of publication")


def explicit(m: re.Match[str], c: Context) -> Reading | None:
    """A printed date; one without its year is the nearest past one (or the next, in the future tense)."""
    found = w.explicit_of(m)
    if found is None:
        return None
    year, rule = found.year, "the printed date"
    if year is None and (known := _known_year(m, found, c)) is not None:
        year, rule = known
    elif year is None and c.published is not None:
        year, side = _nearest_year(found, c)
        rule = f"the printed day, in the year nearest {side} publication"
    elif year is None and c.year is not None:
        year, rule = c.year, "the printed day, with the year the text named last"
    first = found.on(year) if year is not None else None
    if first is None:
        return unknown("day", "a day without its year")
    if found.last is None:
        return one(first, rule)
    last = min(found.last, calendar.monthrange(first.year, first.month)[1])
    return Reading(first, first.replace(day=last), "range", rule)


def _known_year(m: re.Match[str], found: w.Explicit, c: Context) -> tuple[int, str] | None:
    """The year of a day that the text prints in full elsewhere, or that is known by its event ("the Oct. 7 attack")."""
    printed = _printed_years(m.string).get((found.month, found.day))
    if printed is not None and (c.published is None or printed <= c.published.year):
        return printed, "the printed day, with the year that the text gives it elsewhere"
    for known in load("dates")["known_day"]:
        if known["day"] != f"{found.month:02}-{found.day:02}" or (
            c.published and known["year"] > c.published.year
        ):
            continue
        after = m.string[m.end() : m.end() + 40]
        nouns = "|".join(map(re.escape, known["nouns"]))
        if re.match(rf",?\s(?:[\w-]+[\s-]){{0,2}}(?:{nouns})s?\b", after):
            return known["year"], f"the day of {known['name']}"
    return None


@lru_cache(maxsize=16)
def _printed_years(text: str) -> dict[tuple[int, int], int]:
    """The years of the days that a text prints in full (its first part, if it is very long)."""
    years: dict[tuple[int, int], int] = {}
    for found in w.find_explicit(text, 0, min(len(text), 50_000)):
        if found.year is not None and found.last is None:
            years.setdefault((found.month, found.day), found.year)
    return years


def _nearest_year(found: w.Explicit, c: Context) -> tuple[int | None, str]:
    p = c.published
    assert p is not None
    days = [d for year in range(max(1, p.year - 8), p.year + 9) if (d := found.on(year))]
    # A printed day may be a day ahead of the publication's, around midnight and the world.
    before = [d for d in days if d <= p + DAY]
    later = [d for d in days if d >= p]
    if c.tense == "future" and later and not (before and (later[0] - p).days > _FAR):
        return later[0].year, "after"
    return (before[-1].year if before else None), "before"


def named_day(m: re.Match[str], c: Context) -> Reading | None:
    """A holiday by its name; a name of a person ("Johnnie Christmas") is none."""
    name = m["holiday"]
    if m["hy"]:
        name = name[: -len(m["hy"])].strip()
    found = meant(name, m.string, c.country)
    before = re.search(r"([A-Z][a-z]+)\s\Z", m.string[max(0, m.start() - 20) : m.start()])
    if found is None or not any(ch.isupper() for ch in name) or (before and before[1] not in _BEFORE_HOLIDAY):
        return None
    p, span = c.published, None
    if m["hy"]:
        span = next(iter(found.in_year(int(m["hy"]), c.country)), None)
    elif p is not None:
        near = found.near(p, c.country)
        ahead = [s for s in near if s[1] >= p]
        behind = [s for s in near if s[0] <= p + DAY]
        picked = ahead if c.tense == "future" else behind if c.tense == "past" else near
        span = picked[0] if picked else None
    if span is None:
        return unknown("day", found.name)
    precision: Precision = "vague" if found.approximate else "day" if span[0] == span[1] else "range"
    about = "about " if found.approximate else ""
    return Reading(span[0], span[1], precision, f"{about}{found.name} of {span[0].year}")


#: Capitalised words after which a holiday's name is one still; other names before it make it a person's.
_BEFORE_HOLIDAY = words(
    """On During At Over Before After By This That Last Since Until Till Orthodox Catholic Western Eastern Merry Happy
    The Even Every Despite For In As Around Throughout Through From Between And But Or When While Our Their Its His Her
    Julian Gregorian Early Late Christian Muslim Jewish Ukrainian Russian American Ahead Past Next Celebrating Marking"""
)


#: "The first Sunday of Advent", "the last Friday of the month": by a calendar that nobody looks up.
_OF_A_SEASON = re.compile(r"\sof\s(?:Advent|Lent|Ramadan|Easter|the\s(?:month|year)|[Ee]ach|[Ee]very)\b")
#: "Every Monday evening": on no day of which anything is told.
_EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach)\s(?:other\s|second\s|single\s)?\Z")


def weekday(m: re.Match[str], c: Context) -> Reading | None:
    """A weekday: the day itself on that day, else the one before publication, or after it in the future tense."""
    if _EVERY.search(m.string, max(0, m.start() - 20), m.start()) or _OF_A_SEASON.match(m.string, m.end()):
        return None
    p, number = c.published, weekday_of(m["wd"])
    precision: Precision = "night" if m["wp"] in ("night", "evening") else "day"
    if p is None:
        return unknown(precision, "a weekday")
    modifier = " ".join((m["wm"] or "").lower().split())
    if m["ww"]:
        day = week_of(p)[0] + {"last": -7, "this": 0, "next": 7}[m["ww"]] * DAY + number * DAY
        return one(day, f"{m['wd']} of {m['ww']} week", precision)
    if modifier in ("the following", "the previous") and c.anchor:
        p = c.anchor
    if modifier in ("next", "this coming", "coming", "the following"):
        return one(nearest_weekday(p + DAY, number, "future"), f"the next {m['wd']}", precision)
    if modifier == "this":
        day = week_of(p)[0] + number * DAY
        day -= (7 if c.tense == "past" and day > p else 0) * DAY
        return one(day, f"{m['wd']} of the week of publication", precision)
    if modifier in ("last", "this past", "past", "the past", "the previous"):
        day = nearest_weekday(p - DAY, number, None)
        return one(day, f"the last {m['wd']} before publication", precision)
    day = nearest_weekday(p, number, c.tense)
    if m["wp"] == "overnight":
        span = (day - DAY, day) if day == p else (day, day + DAY)
        return Reading(*span, "night", f"overnight on {m['wd']}")
    side = "on or after" if c.tense == "future" else "on or before"
    return one(day, f"{day:%A} {side} publication", precision)


def relative(m: re.Match[str], c: Context) -> Reading:
    """ "today", "yesterday", "last night", "the day before yesterday"."""
    text, p = " ".join(m["relative"].lower().split()), c.published
    if p is None:
        return unknown("day", f"“{text}”")
    if "day before yesterday" in text:
        return one(p - 2 * DAY, "two days before publication")
    if "day after tomorrow" in text:
        return one(p + 2 * DAY, "two days after publication")
    precision: Precision = "night" if re.search("night|evening", text) else "day"
    if text.endswith(("last night", "last evening")):
        return Reading(p - DAY, p, "night", "the night before the morning of publication")
    if "yesterday" in text:
        return one(p - DAY, "the day before publication", precision)
    if "tomorrow" in text:
        return one(p + DAY, "the day after publication", precision)
    return one(p, "the day of publication", precision)


def shifted(base: dt.date, number: int, unit: str, sign: int, about: str) -> Reading:
    """The day, week, month or year that is so many units before (-1) or after (+1) a day."""
    unit = unit.lower().rstrip("s")
    rule = f"{number} {unit}{'s' if number != 1 else ''} {'before' if sign < 0 else 'after'} {about}"
    try:
        if unit in ("minute", "hour"):
            return one(base + sign * ((number + 12) // 24 if unit == "hour" else 0) * DAY, rule)
        if unit in ("day", "night"):
            return one(base + sign * number * DAY, rule)
        if unit == "week" and number == 1:
            return one(base + sign * 7 * DAY, rule)
        if unit in ("week", "fortnight", "weekend"):
            day = base + sign * number * (14 if unit == "fortnight" else 7) * DAY
            return Reading(*week_of(day), "week", rule)
        if unit == "month":
            day = add_months(base, sign * number)
            return Reading(*month_span(day.year, day.month), "month", rule)
        years = number * {"decade": 10, "century": 100, "centurie": 100}.get(unit, 1)
        return Reading(*year_span(base.year + sign * years), "year", rule)
    except (ValueError, OverflowError):
        return Reading(None, None, "vague", f"{rule}: out of the calendar")


def anchored(m: re.Match[str], c: Context) -> Reading:
    """ "the day before", "a week earlier": counted from the day spoken of last, else from publication."""
    base = c.anchor or c.published
    about = "the day spoken of last" if c.anchor else "publication"
    if base is None:
        return unknown("vague" if m["ak"] else "day", f"“{' '.join(m['anchored'].lower().split())}”")
    if m["ak"]:
        sign = -1 if m["aw"].startswith(("earlier", "before", "prior", "previous")) else 1
        return shifted(base, number_of(m["ak"]), m["au"], sign, about)
    words = (m["an"] or m["anc"]).split()
    back = bool({"before", "previous", "preceding", "earlier"} & set(words))
    if words[0] in ("week", "month", "year"):
        return shifted(base, 1, words[0], -1, about)
    side = "before" if back else "after"
    return one(
        base + (-1 if back else 1) * DAY,
        f"the day {side} {about}",
        "night" if {"night", "evening"} & set(words) else "day",
    )


_FIRST_DAY = re.compile(r"\b(?:first|opening)\b")


def same_day(m: re.Match[str], c: Context) -> Reading | None:
    """ "later in the day", "that night", "before dawn": the day spoken of last, else that of publication."""
    if c.anchor is None and _FIRST_DAY.search(m["sameday"]):
        return None
    day = c.anchor or c.published
    if day is None:
        return unknown("day", f"“{' '.join(m['sameday'].lower().split())}”")
    night = "night" in m["sameday"].lower() or "evening" in m["sameday"].lower()
    return one(
        day, "the day spoken of last" if c.anchor else "the day of publication", "night" if night else "day"
    )


def ago(m: re.Match[str], c: Context) -> Reading:
    """ "two days ago", "five months ago"."""
    if c.published is None:
        return unknown("vague", f"“{' '.join(m['ago'].lower().split())}”")
    if m["gn"] == "half a":
        return Reading(None, None, "vague", "half a unit ago: no day is meant")
    return shifted(c.published, number_of(m["gn"]), m["gu"], -1, "publication")


def _in_month(m: re.Match[str], c: Context) -> Reading | None:
    """ "the second of this month", "the 2nd of last month", "the ninth of June"."""
    number, p = w.day_number(m["om"]), c.published
    if m["oh"]:
        found = w.Explicit(m.start(), m.end(), None, w.month_number(m["oh"]), number, None)
        year = int(m["oy"]) if m["oy"] else _nearest_year(found, c)[0] if p is not None else c.year
    else:
        which = m["ot"].lower().split()
        base = c.anchor if "same" in which or which == ["the", "month"] else p
        base = base or p
        if base is None:
            return unknown("day", "a day of the month")
        month = add_months(base.replace(day=1), -1 if {"last", "past", "previous"} & set(which) else 0)
        found = w.Explicit(m.start(), m.end(), None, month.month, number, None)
        year = month.year
    if year is None:
        return unknown("day", "a day without its year")
    day = found.on(year)
    return one(day, "the printed day of the month") if day is not None else None


def ordinal(m: re.Match[str], c: Context) -> Reading | None:
    """ "the 23rd": of the month spoken of, or the one before; "the ninth of June"."""
    if m["om"]:
        return _in_month(m, c)
    number, base = w.day_number(m["on"]), c.anchor or c.published
    if base is None:
        return unknown("day", "a day of the month")
    for back in range(12):
        month = add_months(base.replace(day=1), -back)
        if number > calendar.monthrange(month.year, month.month)[1]:
            continue
        found = month.replace(day=number)
        if c.published is None or found <= c.published + DAY or c.tense == "future":
            return one(found, "that day of the month spoken of, on or before publication")
    return None
