"""Dates undated articles: which days an article may have been published, ranked, with the reason for each.

What counts: the weekday on which the story stands (the last one it tells of), holidays just past or ahead,
"day 1,067" of a war, dates printed inside, and a dated neighbour in the same document, which bounds the
days and lends a year but is never inherited. A lone weekday gives candidates, never a date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extract import datewords as w
from extract.articles import Slice
from extract.dates import TimeSpan, find_times, tense_at
from extract.holidays import Days, meant
from extract.lexicon import load
from extract.model import Basis, Candidate
from extract.places import country_context

Dated = tuple[str | None, Basis | None, str | None, list[Candidate]]
#: Takes a day, its score and the reason.
Put = Callable[[dt.date, float, str], None]

_DAY = dt.timedelta(days=1)
#: How far a holiday carries: news speaks of one just past for a week, of one ahead for twelve days.
_PAST_REACH, _AHEAD_REACH = 7, 12
_AHEAD = re.compile(
    r"\b(?:deadline|ahead of|before|by|until|upcoming|coming|in time for|plans? for|will|due|next|approach\w*|run-up to|eve of)\s(?:the\s|a\s)?\Z|"
    r"\A\s(?:deadline|ceasefire deadline|target date)\b",
    re.I,
)
_WAR_DAY = re.compile(
    r"\b(?:[Dd]ay|DAY)\s(?P<n>\d{1,2},\d{3}|\d{1,4})\b(?P<after>[^.\n]{0,80})|\b(?P<nth>\d{1,2},\d{3}|\d{3,4})(?:st|nd|rd|th)\sday\b(?P<after2>[^.\n]{0,80})"
)


@dataclass(slots=True)
class Evidence:
    """What an article's words say about its day."""

    text: str = ""
    weekday: int | None = None
    weekday_why: str = ""
    days: list[tuple[dt.date, str]] = field(default_factory=list)  # printed with their year
    partial: list[tuple[w.Explicit, int | None]] = field(default_factory=list)  # no year; weekday beside it
    holidays: list[tuple[str, bool]] = field(default_factory=list)  # name, ahead
    country: str | None = None  # the one the text names most
    war_days: list[tuple[dt.date, str]] = field(default_factory=list)


def date_articles(slices: Sequence[Slice], document_text: str, today: dt.date | None = None) -> list[Dated]:
    """For each article of a document: (published ISO day, basis, why, candidates), aligned with `slices`.

    Stated dates come out as they are, without candidates.
    """
    stated = [(i, dt.date.fromisoformat(s.published)) for i, s in enumerate(slices) if s.published]
    newest = max(stated, key=lambda s: s[1], default=None)
    dated: list[Dated] = []
    after = 0  # the first stated article that stands after this one
    for i, piece in enumerate(slices):
        if piece.published:
            after += 1
            dated.append((piece.published, "stated", piece.published_why, []))
            continue
        near = {*stated[max(0, after - 1) : after + 1], *([newest] if newest else [])}
        dated.append(infer(piece, [(day, abs(k - i)) for k, day in sorted(near)], today=today))
    return dated


def infer(piece: Slice, neighbours: Sequence[tuple[dt.date, int]], today: dt.date | None = None) -> Dated:
    """The day of an undated article if the words fix it, else None, and the ranked candidates either way.

    `neighbours` are the stated days of other articles in the document with their distance in articles.
    """
    ranked = candidates(piece, neighbours, today=today)
    if ranked and ranked[0].score >= 0.7 and (len(ranked) == 1 or ranked[1].score <= ranked[0].score - 0.1):
        return ranked[0].date, "inferred", ranked[0].why, ranked
    return None, None, None, ranked


def candidates(
    piece: Slice, neighbours: Sequence[tuple[dt.date, int]], today: dt.date | None = None
) -> list[Candidate]:
    """The days on which the article may have been published, best first; scores from 0 to 1.

    A score of 0.7 and more means that independent signs agree on the day.
    """
    signs = evidence(piece)
    upper = _upper(neighbours, today)
    scored: dict[dt.date, tuple[float, str]] = {}

    def put(day: dt.date, score: float, why: str) -> None:
        if upper is not None and day > upper[0]:
            return
        if day not in scored or scored[day][0] < score:
            scored[day] = score, why

    for day, why in signs.war_days:
        put(day, 0.9, why)
    _from_printed(signs, put)
    near = min(neighbours, key=lambda n: n[1])[0] if neighbours else None
    if near is not None:
        _from_holidays(signs, near, put)
        _from_partial(signs, near, put)
        if not scored and signs.weekday is not None:
            back = (near.weekday() - signs.weekday) % 7
            for k in range(3):
                day = near - (back + 7 * k) * _DAY
                put(
                    day,
                    0.35 - 0.1 * k,
                    f"{signs.weekday_why}; nearest such day not after {near}, the day of a neighbour in the document",
                )
    else:
        _from_dateless(signs, today, put)
    ranked = sorted(scored.items(), key=lambda item: (-item[1][0], -item[0].toordinal()))
    return [
        Candidate(date=day.isoformat(), score=round(score, 3), why=why) for day, (score, why) in ranked[:6]
    ]


def _upper(neighbours: Sequence[tuple[dt.date, int]], today: dt.date | None) -> tuple[dt.date, str] | None:
    """No article is younger than the newest date that its document states, nor than today."""
    days = [d for d, _ in neighbours]
    if days:
        return max(days), "the newest date stated in the document"
    return (today, "today") if today else None


def _from_printed(signs: Evidence, put: Put) -> None:
    if not signs.days:
        return
    latest, why = max(signs.days, key=lambda d: d[0])
    if signs.weekday is None:
        put(latest, 0.5, f"{why} is the latest day it names")
        put(latest + _DAY, 0.4, f"the day after {why}, the latest day it names")
        return
    ahead = (signs.weekday - latest.weekday()) % 7
    day = latest + ahead * _DAY
    if ahead <= 2:
        put(
            day,
            0.8 - 0.02 * ahead,
            f"{signs.weekday_why}; {why} is the latest day it names"
            + ("" if not ahead else f", {ahead} days before"),
        )
    else:
        put(day, 0.5, f"{signs.weekday_why}, after {why}, the latest day it names")


def _from_holidays(signs: Evidence, near: dt.date, put: Put) -> None:
    for name, ahead in signs.holidays:
        found = meant(name, signs.text, signs.country)
        if found is None:
            continue
        for year in range(near.year + 1, near.year - 4, -1):
            for span in found.in_year(year, signs.country):
                years_off = abs((span[0] - near).days) / 365
                for day in _around(span, ahead):
                    if signs.weekday is not None and day.weekday() != signs.weekday:
                        continue
                    off = max(0, (day - span[1]).days, (span[0] - day).days)
                    side = (
                        f"{off} days {'before' if ahead else 'after'} {found.name}"
                        if off
                        else f"{found.name}"
                    )
                    sure = 0.88 if signs.weekday is not None else 0.45
                    score = sure - 0.02 * off - 0.2 * min(years_off, 3) - (0.1 if found.approximate else 0)
                    if off and span[0] != span[1]:
                        score -= 0.12  # a holiday of many days is spoken of while it lasts
                    reason = f"{signs.weekday_why}; " if signs.weekday is not None else ""
                    put(
                        day,
                        score,
                        f"{reason}{side} of {span[0].year}, the nearest to {near}, the day of a neighbour in the document",
                    )


def _around(span: Days, ahead: bool) -> list[dt.date]:
    first, last = span
    if ahead:
        return [first - k * _DAY for k in range(1, _AHEAD_REACH + 1)]
    return [first + k * _DAY for k in range((last - first).days + _PAST_REACH + 1)]


def _from_partial(signs: Evidence, near: dt.date, put: Put) -> None:
    for found, weekday in signs.partial:
        for year in range(near.year + 1, near.year - 4, -1):
            day = found.on(year)
            if day is None or (weekday is not None and day.weekday() != weekday):
                continue
            off = abs((day - near).days) / 365
            if signs.weekday is not None:
                ahead = (signs.weekday - day.weekday()) % 7
                score = (0.82 if weekday is not None else 0.72) - 0.02 * ahead - 0.2 * min(off, 3)
                put(
                    day + ahead * _DAY,
                    score,
                    f"{signs.weekday_why} on or after {day:%d %B %Y}, in the year nearest {near}, a neighbour's day",
                )
            else:
                put(
                    day,
                    0.4 - 0.1 * min(off, 3),
                    f"{day:%d %B} is named; the year is the one nearest {near}, a neighbour's day",
                )


def _from_dateless(signs: Evidence, today: dt.date | None, put: Put) -> None:
    """Without a dated neighbour: the years in which a printed weekday and day of the month meet."""
    if today is None:
        return
    for found, weekday in signs.partial:
        if weekday is None:
            continue
        years = [
            y
            for y in range(today.year, today.year - 15, -1)
            if (d := found.on(y)) and d.weekday() == weekday and d <= today
        ]
        for k, year in enumerate(years):
            day = found.on(year)
            if day is not None:
                put(day, 0.3 - 0.05 * k, f"{day:%A} {day:%d %B} falls so in {year}")


def evidence(piece: Slice) -> Evidence:
    """The signs of its day in an article's words."""
    text = piece.text
    signs = Evidence(text)
    spans = find_times(text, piece.header_end, len(text))
    skipped = [s for s in spans if not any(a <= s.start < b for a, b in piece.skip)]
    pieces = [p for s in skipped for p in (s.parts or (s,))]
    signs.weekday, signs.weekday_why = _latest_weekday(text, pieces)
    for span in pieces:
        if span.kind == "holiday":
            signs.holidays.append((span.text, _is_ahead(text, span)))
        elif span.kind == "explicit":
            for found in w.find_explicit(text, span.start, span.end):
                # of "2 to 9 February 2026" the last
                day = found._replace(day=found.last or found.day).on(found.year) if found.year else None
                if day is not None and span.tense != "future":
                    signs.days.append((day, f"“{text[found.start : found.end]}”"))
                elif found.year is None and span.tense != "future":
                    signs.partial.append((found, _weekday_beside(text, found)))
    if piece.dateline_day:
        month, day_number = piece.dateline_day
        signs.partial.insert(0, (w.Explicit(0, 0, None, month, day_number, None), None))
    countries = country_context(text)
    signs.country = next(iter(countries), None)
    signs.war_days = _war_days(text, countries)
    return signs


def _is_ahead(text: str, span: TimeSpan) -> bool:
    return (
        _AHEAD.search(text[max(0, span.start - 40) : span.start]) is not None
        or _AHEAD.search(text[span.end : span.end + 40]) is not None
        or tense_at(text, span.start, span.end) == "future"
    )


def _weekday_beside(text: str, found: w.Explicit) -> int | None:
    match = re.search(rf"({w.WEEKDAY}),?\s(?:the\s)?\Z", text[max(0, found.start - 20) : found.start])
    return w.WEEKDAYS[match[1].lower()] if match else None


def _latest_weekday(text: str, spans: Sequence[TimeSpan]) -> tuple[int | None, str]:
    """The weekday on which the story stands: the last of those it tells of, round the week.

    The weekdays named lie within a few days before publication; the widest gap between them round the week
    follows the last. Days to come do not count.
    """
    named: dict[int, int] = {}
    for span in spans:
        if span.kind not in ("weekday", "overnight") or span.tense == "future":
            continue
        match = re.search(w.WEEKDAY, span.text)
        if match is None or re.match(r"(?:last|next|previous|following)\b", span.text, re.I):
            continue
        named.setdefault(w.WEEKDAYS[match[0].lower()], span.start)
    if not named:
        return None, ""
    days = sorted(named)
    gaps = [((days[(k + 1) % len(days)] - day) % 7 or 7, day) for k, day in enumerate(days)]
    widest = max(gap for gap, _ in gaps)
    last = [day for gap, day in gaps if gap == widest]
    chosen = last[0] if len(last) == 1 else min(last, key=lambda d: named[d])
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[chosen]
    return chosen, f"{name} is the last day it tells of"


def _war_days(text: str, countries: Sequence[str]) -> list[tuple[dt.date, str]]:
    found = []
    for match in _WAR_DAY.finditer(text):
        number = int((match["n"] or match["nth"]).replace(",", ""))
        after = match["after"] or match["after2"] or ""
        if number < 2 or not re.search(
            r"\b(?:war|invasion|conflict|offensive|fighting|assault|genocide)\b",
            after + text[max(0, match.start() - 60) : match.start()],
        ):
            continue
        wars = [war for war in load("dates")["war"] if set(war["countries"]) & set(countries[:2])]
        for war in wars[:1]:
            day = dt.date.fromisoformat(str(war["start"])) + (number - 1) * _DAY
            found.append((day, f"day {number} of {war['name']}"))
    return found
