"""Time words of news, resolved to days: `find_times` gives spans with their first and last day and the rule.

A night is the interval from the evening's day to the morning's ("overnight" = the day before publication to
the day itself); a named night ("Sunday night") is the day it is named by. Words that need the day of
publication resolve to None without it. Ages and lengths of time are no time words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract import datewords as w
from extract.dategrammar import Context, Precision, Reading, Tense, atom, kind_of, read
from extract.dateguards import names_something, tense_at
from extract.dateyears import of_that_year, year_before
from extract.holidays import holidays
from extract.placenames import words

__all__ = ["Precision", "Tense", "TimeSpan", "find_times", "tense_at"]

#: How far back, in code points, the day spoken of last is looked for.
_ANCHOR_REACH = 300
#: A time word begins at most so many words before one that triggers it, and ends so many code points after.
_HEAD, _TAIL = 7, 100
#: "Thursday, Dec. 15 to Friday, Dec. 16" has four parts; nothing that means anything has more.
_MOST_PARTS = 4

_LEAD = re.compile(
    r"\b(on|in|over|during|from|between|since|by|until|till|through|throughout|as of|before|after|within|around|at|for"
    r"|amid|late on|early on|ahead of|starting|beginning)\s+(?:(?:about|around|just|at least|early|late|only)\s+)?"
    r"(?:the\s+)?\Z",
    re.I,
)
#: "Since the siege began 18 months ago": from what happened then.
_SINCE = re.compile(r"\b(since)\s+(?:(?!(?:that|which|said|say|says)\b)[\w’'-]+\s+){2,9}\Z", re.I)
#: "In the week ending 1 August", "in the week of 26 July": seven days.
_WEEK_TO = re.compile(r"\bweek\s(?:(?:that\s)?(?:ending|ended)(?:\son)?|(?:up\s)?to)\s\Z", re.I)
_WEEK_OF = re.compile(r"\bweek\s(?:(?:beginning|starting|commencing)(?:\son)?|of)\s\Z", re.I)
_JOIN = re.compile(
    r"(?:,\s|,?\s(?:hours\s)?(?:of|the|on the|on)\s|\s)"
    r"(?:(?P<range>(?:and\s)?(?:through\s)?(?:in|on)?to|through(?:\sto)?|until|till|and|-|–|—)\s)?"
    r"(?:the\s|on\s|early\s|late\s)?\Z"
    r"|\s?(?P<dash>[-–—/])\s?\Z"
)
#: An hour beside a day, and "the evening of": "from 6 p.m. on Tuesday to 7:00 a.m. Moscow time on Wednesday".
_CLOCK = (
    r"(?:(?:at\s)?(?:(?:about|around)\s)?(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{4}(?=\s(?:hours|hrs|GMT|UTC))"
    r"|noon|midday|midnight|dawn|sunset|sunrise|dusk)(?:,?\s(?:[A-Z]\w+|local)\stime|\s(?:hours|hrs|GMT|UTC|EST|EDT|EET))?"
    r"|the\s(?:evening|morning|night|afternoon|early\shours)(?=\s(?:of|on)\b))"
)
_AN_HOUR = re.compile(rf"(?<![\w:.]){_CLOCK}(?:,?\s(?:on|of))?(?![\w:])")
_FROM_HOUR = re.compile(rf"\b(?:between|from)\s(?:(?:about|around)\s)?{_CLOCK}(?:,?\s(?:on|of))?\s\Z", re.I)
#: Nothing stands between two days of one expression that is longer, without and with an hour.
_GAP, _HOURLY_GAP = 24, 56
_WORD = re.compile(r"[^\W\d_]+|\d[\d,.]*")
_NIGHT = re.compile(r"night|evening", re.I)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Time words at text[start:end], and the first and last day they mean (None when they cannot be known).

    `lead` is the preposition before them ("since", "by", ""), which begins at `phrase_start`; after "since"
    the last day is that of publication. `parts` are the pieces of a range, as spans of their own.
    """

    start: int
    end: int
    text: str
    date_from: dt.date | None
    date_to: dt.date | None
    precision: Precision
    rule: str
    lead: str = ""
    phrase_start: int = -1
    kind: str = ""
    tense: Tense | None = None
    parts: tuple[TimeSpan, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether the days are known."""
        return self.date_from is not None and self.date_to is not None


@cache
def _triggers() -> frozenset[str]:
    """Words, lower case, of which every time word holds one, or a number."""
    last = {re.split(r"[\s'’-]+", name)[-1] for name in holidays()}
    last |= {name.split()[0] for name in holidays() if not name.startswith("the ")}
    units = {
        unit + s for unit in ("day", "night", "week", "month", "year", "hour", "weekend") for s in ("", "s")
    }
    return frozenset(
        last | units | set(w.MONTHS) | set(w.WEEKDAYS) | {f"{day}s" for day in w.WEEKDAYS}
    ) | words(
        """war invasion conflict fighting offensive hostilities launched invaded began dawn daybreak sunrise noon midday midnight
        sunset dusk nightfall ago overnight evening morning afternoon decade decades century centuries today yesterday tomorrow tonight fortnight
        summer winter spring autumn fall twenties thirties forties fifties sixties seventies eighties nineties minutes minute"""
    )


def _hints(text: str, start: int, stop: int) -> Iterator[tuple[list[int], int]]:
    """Words that may belong to a time word: where those before each begin, its own beginning last, and its end."""
    triggers = _triggers()
    begins: list[int] = []
    for match in _WORD.finditer(text, start, stop):
        begins.append(match.start())
        word = match[0]
        if word[0].isdigit() or word.lower() in triggers:
            yield begins[-_HEAD:], match.end()


def find_times(
    text: str,
    start: int = 0,
    end: int | None = None,
    published: dt.date | None = None,
    *,
    tense: Tense | None = None,
    country: str | None = None,
) -> list[TimeSpan]:
    """Every time word in text[start:end], in order, resolved against the day of publication.

    Offsets are into `text`. What stands before `start` is read only to see which day or year was spoken of
    last. `tense` says what the caller's parse knows of the verb; without it the words around decide. `country`
    (ISO code) settles holidays that differ, such as independence days.
    """
    stop = len(text) if end is None else min(end, len(text))
    return _join(text, _atoms(text, start, stop, published, tense, country, True))


def _atoms(
    text: str,
    start: int,
    stop: int,
    published: dt.date | None,
    tense: Tense | None,
    country: str | None,
    look_back: bool,
) -> list[TimeSpan]:
    """The time words one by one, not yet joined."""
    anchor: dt.date | None = None
    year: int | None = None
    told_month: tuple[int, int] | None = None
    atoms: list[TimeSpan] = []
    at, pattern = start, atom()
    for begins, last in _hints(text, start, stop):
        end = min(stop, last + _TAIL)
        match = next((m for b in begins if b >= at and (m := pattern.match(text, b, end))), None)
        if match is None:
            continue
        at, kind = match.end(), kind_of(match)
        back = kind in _ANCHORED or (kind == "month" and match["mt"] is not None)
        if look_back and anchor is None and back:
            anchor = _anchor_before(text, start, published, country)
        if look_back and year is None and published is None and kind in ("explicit", "month"):
            year = year_before(text, start)
        if country is None and kind in ("warbegin", "holiday"):
            country = _country_of(text)
        here = tense or tense_at(text, match.start(), match.end())
        reading = read(match, Context(published, here, anchor, year, country))
        if kind == "explicit" and reading is not None and reading.date_from is not None:
            reading = of_that_year(text, match, reading, told_month, year)
        if reading is None or (kind == "explicit" and names_something(text, match.end())):
            at = last  # no time word after all
            continue
        atoms.append(_span(text, match.start(), match.end(), reading, kind, here, published))
        if reading.date_to is not None and reading.precision in ("day", "night"):
            anchor = reading.date_to
        if reading.date_from is not None and kind in ("explicit", "month", "year"):
            year = reading.date_from.year
        if kind == "month" and match["my"] and reading.date_from is not None:
            told_month = (reading.date_from.year, reading.date_from.month)
    return atoms


def _span(
    text: str,
    start: int,
    end: int,
    reading: Reading,
    kind: str,
    tense: Tense | None,
    published: dt.date | None,
) -> TimeSpan:
    while text[end - 1] == "." and not re.match(r"\s+[a-z0-9]", text[end : end + 3]):
        end -= 1  # a sentence's full stop, not an abbreviation's
    led = _LEAD.search(text, max(0, start - 40), start)
    lead = " ".join(led[1].lower().split()) if led else ""
    if lead in ("", "on", "in", "at"):
        since = _SINCE.search(text, max(0, start - 90), led.start(1) if led else start)
        led, lead = (since, "since") if since is not None else (led, lead)
    reading = _week(text, start, reading, kind)
    date_to, rule = reading.date_to, reading.rule
    if lead == "since" and published and reading.date_from and reading.date_from <= published:
        date_to, rule = published, f"since {rule}, up to publication"
    return TimeSpan(
        start, end, text[start:end], reading.date_from, date_to, reading.precision, rule, lead,
        led.start(1) if led else start, kind, tense,
    )  # fmt: skip


def _week(text: str, start: int, reading: Reading, kind: str) -> Reading:
    """The seven days that a day ends or begins, where the words before it say so."""
    if (
        kind not in ("explicit", "weekday")
        or reading.date_from is None
        or reading.date_from != reading.date_to
    ):
        return reading
    before, six = text[max(0, start - 24) : start], dt.timedelta(days=6)
    if _WEEK_TO.search(before):
        return Reading(reading.date_from - six, reading.date_to, "week", f"the week up to {reading.rule}")
    if kind == "explicit" and _WEEK_OF.search(before):
        return Reading(reading.date_from, reading.date_from + six, "week", f"the week from {reading.rule}")
    return reading


def _anchor_before(text: str, start: int, published: dt.date | None, country: str | None) -> dt.date | None:
    """The day that the words shortly before `start` spoke of last."""
    low = max(0, start - _ANCHOR_REACH)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    for span in reversed(_atoms(text, low, start, published, None, country, False)):
        if span.date_to is not None and span.precision in ("day", "night"):
            return span.date_to
    return None


def _country_of(text: str) -> str | None:
    """The country that the text names most: it says whose independence day, whose war."""
    from extract.places import country_context  # only few texts ask, and the table of places takes its time

    return next(iter(country_context(text)), None)


def _join(text: str, atoms: list[TimeSpan]) -> list[TimeSpan]:
    """Neighbours that make one expression, joined: "Thursday, Dec. 15", "Wednesday night into Thursday morning"."""
    joined: list[TimeSpan] = []
    for span in atoms:
        before = joined[-1] if joined else None
        if before is not None and span.start - before.end <= _HOURLY_GAP and len(before.parts) < _MOST_PARTS:
            both = _both(text, before, span)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(span)
    return joined


#: What is counted from the day spoken of last.
_ANCHORED = ("anchored", "ordinal", "weekday", "period", "sameday")
_DAYLIKE = ("weekday", "explicit", "relative", "overnight", "holiday", "ordinal")


def _both(text: str, a: TimeSpan, b: TimeSpan) -> TimeSpan | None:
    """The two as one expression, or None."""
    gap = text[a.end : b.start]
    from_hour = _FROM_HOUR.search(text, max(0, a.start - 48), a.start) is not None
    bracketed = from_hour or a.lead in ("between", "from")
    if bracketed and any(c.isdigit() or c == "o" for c in gap):
        gap = re.sub(r"\s+", " ", _AN_HOUR.sub("", gap))  # "from 6 p.m. on Tuesday to 6 a.m. on Wednesday"
    match = _JOIN.match(gap) if len(gap) <= _GAP else None
    if match is None:
        return None
    connector = (match["range"] or match["dash"] or "").strip()
    if not connector:
        return _apposition(text, a, b, gap)
    if a.kind in _DAYLIKE and b.kind in _DAYLIKE and (connector != "and" or bracketed or _consecutive(a, b)):
        return _range(text, a, b, connector)
    months = a.kind == b.kind == "month" and _next_months(a, b)
    if a.kind == b.kind and a.kind in ("month", "year") and (connector != "and" or bracketed or months):
        return _range(text, a, b, connector)
    return None


def _apposition(text: str, a: TimeSpan, b: TimeSpan, gap: str) -> TimeSpan | None:
    """ "Thursday, Dec. 15": the printed date decides, the weekday beside it adds nothing but its part of the day."""
    kinds = {a.kind, b.kind}
    if kinds == {"weekday", "explicit"}:
        fixed, other = (a, b) if a.kind == "explicit" else (b, a)
        if (agreeing := _agreeing(fixed, other)) is not None:
            rule = "the printed day, in the nearest year in which it falls on that weekday"
            return _merged(text, a, b, agreeing, agreeing, fixed.precision, rule, "explicit")
    elif a.kind == "explicit" and _YEAR_OF.fullmatch(b.text):
        return _in_that_year(text, a, b)
    elif a.kind == "overnight" and b.kind in ("weekday", "explicit") and gap.strip() in _NIGHT_OF:
        return _merged(
            text, a, b, b.date_from, b.date_to, b.precision, f"the night of the day: {b.rule}", b.kind
        )
    elif a.kind == "sameday" and b.kind in ("weekday", "explicit", "relative"):
        return _merged(text, a, b, b.date_from, b.date_to, b.precision, b.rule, b.kind)
    elif kinds == {"relative", "weekday"} or (
        a.kind == "relative" and b.kind == "explicit" and "," not in gap
    ):
        fixed, other = (a, b) if a.kind == "relative" and b.kind == "weekday" else (b, a)
    else:
        return None
    rule, named = fixed.rule, re.search(w.WEEKDAY, other.text)
    if fixed.date_from and named and fixed.date_from.weekday() != w.WEEKDAYS[named[0].lower()]:
        rule += "; its weekday is another"
    return _merged(text, a, b, fixed.date_from, fixed.date_to, fixed.precision, rule, "explicit")


#: "Overnight on 3 May", "during the overnight hours of June 25-26".
_NIGHT_OF = ("on", "of", "hours of", "hours on")
#: "April 11 this year", "on 3 May of last year".
_YEAR_OF = re.compile(r"(?:of\s)?(?:this|last)\syear")


def _in_that_year(text: str, a: TimeSpan, b: TimeSpan) -> TimeSpan | None:
    """The day of a date without its year, in the year that is told behind it."""
    found = w.find_explicit(a.text)
    if not found or found[0].year is not None or found[0].last or b.date_from is None:
        return None
    day = found[0].on(b.date_from.year)
    return (
        _merged(text, a, b, day, day, a.precision, f"the printed day, {b.text}", "explicit") if day else None
    )


def _agreeing(fixed: TimeSpan, other: TimeSpan) -> dt.date | None:
    """The day of a date without its year, moved by a year where only so it falls on the weekday beside it."""
    named, found = re.search(w.WEEKDAY, other.text), w.find_explicit(fixed.text)
    if fixed.date_from is None or not named or not found or found[0].year or found[0].last:
        return None
    weekday = w.WEEKDAYS[named[0].lower()]
    for years in (0, 1, -1):
        day = found[0].on(fixed.date_from.year + years)
        if day is not None and day.weekday() == weekday:
            return day if years else None
    return None


def _consecutive(a: TimeSpan, b: TimeSpan) -> bool:
    if a.kind != b.kind or a.kind not in ("weekday", "relative") or a.date_to is None or b.date_from is None:
        return False
    if a.kind == "relative":  # "yesterday and today"
        return (b.date_from - a.date_to).days == 1
    return abs((b.date_from - a.date_to).days) in (1, 6)


def _next_months(a: TimeSpan, b: TimeSpan) -> bool:
    """ "In September and October": one month and the next."""
    if (
        a.date_to is None
        or b.date_from is None
        or a.lead not in ("in", "during", "over", "throughout", "for")
    ):
        return False
    return (b.date_from - a.date_to).days == 1


def _range(text: str, a: TimeSpan, b: TimeSpan, connector: str) -> TimeSpan | None:
    first, last = a.date_from, b.date_to
    if first is not None and last is not None and first > last:
        # Each was read by itself: the first of the two lies before the last.
        if a.kind == "weekday":
            first -= 7 * dt.timedelta(days=1) * (((first - last).days + 6) // 7)
        elif a.kind == "explicit" and not re.search(r"\d{4}", a.text):
            found = w.find_explicit(a.text)
            year = last.year - ((first.month, first.day) > (last.month, last.day))
            first = (found[0].on(year) if found else None) or first
        if first > last:
            return None
    if first is None or last is None:
        first = last = None
    night = _NIGHT.search(a.text) is not None and ("in" in connector or "morning" in b.text.lower())
    rule = f"from {a.rule} to {b.rule}" if a.rule != b.rule else f"from one to the other, each {a.rule}"
    return _merged(text, a, b, first, last, "night" if night else "range", rule, a.kind)


def _merged(
    text: str,
    a: TimeSpan,
    b: TimeSpan,
    first: dt.date | None,
    last: dt.date | None,
    precision: Precision,
    rule: str,
    kind: str,
) -> TimeSpan:
    parts = (*(a.parts or (a,)), *(b.parts or (b,)))
    words = text[a.start : b.end]
    return TimeSpan(
        a.start, b.end, words, first, last, precision, rule, a.lead, a.phrase_start, kind, a.tense, parts
    )
