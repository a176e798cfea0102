"""Readings of the time words that mean a span: windows up to publication, weeks, months, seasons, years."""

from __future__ import annotations

import datetime as dt
import re

from extract import datewords as w
from extract.datecalc import (
    DAY,
    Context,
    Reading,
    Tense,
    add_months,
    month_span,
    number_of,
    number_word,
    one,
    part_of,
    unknown,
    week_of,
    year_span,
)
from extract.dateguards import month_in_company, year_in_company
from extract.lexicon import load

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: How many units "recent days", "the past few weeks" are taken to be; the reading is marked vague.
_RECENT = {"hour": 1, "day": 3, "week": 3, "month": 3, "year": 3, "decade": 2}


def window(m: re.Match[str], c: Context) -> Reading:
    """ "the previous 24 hours", "recent months", "the next two weeks": up to, or from, publication."""
    p, text = c.published, " ".join(m["window"].lower().split())
    if p is None:
        return unknown("range", f"“{text}”")
    unit = (m["vu"] or m["vu1"] or "hours").lower().rstrip("s")
    number = m["vn"] or m["vn2"] or m["vn3"]
    if unit.startswith("24-hour"):
        unit, number = "hour", "24"
    vague = not m["vu1"] and (number is None or number_word(number) in ("few", "several", "couple"))
    count = 1 if m["vu1"] else number_of(number) if number else _RECENT[unit]
    sign = 1 if (m["vd"] or "").lower() in ("next", "coming", "following") else -1
    try:
        if unit == "hour":
            other = p + sign * (max(1, (count + 12) // 24) if count >= 12 else 0) * DAY
        elif unit in ("day", "week"):
            other = p + sign * count * (7 if unit == "week" else 1) * DAY
        else:
            other = add_months(p, sign * count * {"month": 1, "year": 12, "decade": 120}[unit])
    except (ValueError, OverflowError):
        return Reading(None, None, "vague", f"{text}: out of the calendar")
    rule = f"{text}, {'from' if sign > 0 else 'up to'} publication"
    return Reading(min(p, other), max(p, other), "vague" if vague else "range", rule)


def period(m: re.Match[str], c: Context) -> Reading:
    """ "this week", "last month", "earlier this year", "next weekend"."""
    p, unit, which = c.published, m["pu"].lower(), " ".join(m["pd"].lower().split())
    if p is None:
        return unknown("range", f"{which} {unit}")
    step = (
        -1
        if which in ("this past", "last", "the previous")
        else 1
        if which in ("next", "the following")
        else 0
    )
    if which in ("the previous", "the following") and c.anchor:
        p = c.anchor
    rule = f"{which} {unit}, seen from publication"
    piece = m["pq"] if (m["pq"] or "").lower().endswith("of") else None  # "the first half of this year"
    so_far = step == 0 and (m["pq"] or "").lower() == "earlier"
    if unit == "weekend":
        return weekend(p, step, c.tense, rule)
    if unit == "week":
        first, last = week_of(p + 7 * step * DAY)
        return Reading(first, min(last, p) if so_far else last, "week", rule)
    if unit == "month":
        day = add_months(p, step)
        first, last = part_of(piece, *month_span(day.year, day.month))
        return Reading(first, min(last, p) if so_far else last, "month", rule)
    if unit == "year":
        first, last = part_of(piece, *year_span(p.year + step))
        return Reading(first, min(last, p) if so_far else last, "year", rule)
    if unit == "decade":
        begin = p.year // 10 * 10 + 10 * step
        return Reading(dt.date(begin, 1, 1), dt.date(begin + 9, 12, 31), "decade", rule)
    if unit == "century":
        begin = p.year // 100 * 100 + 100 * step
        return Reading(dt.date(begin, 1, 1), dt.date(begin + 99, 12, 31), "century", rule)
    return season(p, unit, step, rule)


def season(p: dt.date, name: str, step: int, rule: str) -> Reading:
    """A northern season: that of this year (step 0), the last that is over (-1) or the next to come (+1)."""
    spans = []
    for year in range(p.year - 2, p.year + 3):
        end = add_months(dt.date(year, _SEASONS[name], 1), 2)
        spans.append((dt.date(year, _SEASONS[name], 1), month_span(end.year, end.month)[1]))
    if step < 0:
        return Reading(*[s for s in spans if s[1] < p][-1], "season", rule)
    if step > 0:
        return Reading(*next(s for s in spans if s[0] > p), "season", rule)
    running = [s for s in spans if s[0] <= p <= s[1]] or [s for s in spans if s[0].year == p.year]
    return Reading(*running[0], "season", rule)


def weekend(p: dt.date, step: int, tense: Tense | None, rule: str) -> Reading:
    """Saturday and Sunday: this weekend is the running one, or the one just over until Thursday."""
    saturday = week_of(p)[0] + 5 * DAY
    on_it = p.weekday() >= 5
    if step > 0:
        saturday += (7 if on_it else 0) * DAY
    elif step < 0 or (not on_it and (tense == "past" or (tense is None and p.weekday() <= 3))):
        saturday -= 7 * DAY
    return Reading(saturday, saturday + DAY, "weekend", rule)


def the_weekend(m: re.Match[str], c: Context) -> Reading:
    """ "over the weekend"."""
    if c.published is None:
        return unknown("weekend", "the weekend")
    return weekend(c.published, 0, c.tense, "the weekend nearest publication")


def period_edge(m: re.Match[str], c: Context) -> Reading:
    """ "year end", "the end of the month", "the beginning of the year"."""
    p, unit = c.published, m["yu"] or "year"
    begin = (m["yb"] or "end") != "end"
    side = "first" if begin else "last"
    if p is None:
        return unknown("vague", f"the {side} day of the {unit}")
    spans = {"month": month_span(p.year, p.month), "week": week_of(p), "year": year_span(p.year)}
    return one(spans[unit][0 if begin else 1], f"the {side} day of the {unit} of publication", "vague")


def war_begin(m: re.Match[str], c: Context) -> Reading:
    """ "since the war began", "the start of the invasion": the first day of the war that the article's country is in."""
    for war in load("dates")["war"]:
        if c.country in war["countries"]:
            begin = dt.date.fromisoformat(war["start"])
            if c.published is None or begin <= c.published:
                return one(begin, f"the first day of {war['name']}")
    return Reading(None, None, "vague", "the beginning of a war whose day is not known")


def month(m: re.Match[str], c: Context) -> Reading | None:
    """ "October 2023", "in March": the nearest past one, or the next in the future tense."""
    if not (m["my"] or m["mq"] or m["mt"]) and not month_in_company(
        m.string, m.start("mm"), m.end("mm"), m["mm"]
    ):
        return None
    number, printed, p = w.month_number(m["mm"]), m["my"], c.published
    year = int(printed) if printed and printed.isdigit() else None
    rule = "the printed month"
    if m["mt"] and not printed and c.anchor:
        year, rule = c.anchor.year + (number < c.anchor.month), "that month after the day spoken of last"
        return Reading(*part_of(m["mq"], *month_span(year, number)), "month", rule)
    if printed and year is None and p:
        year = p.year + {"last": -1, "this": 0, "next": 1}[printed.split()[0]]
    elif year is None and p is not None:
        ahead = c.tense == "future"
        year = p.year + (number < p.month) if ahead else p.year - (number > p.month)
        rule = f"the printed month, in the year nearest {'after' if ahead else 'before'} publication"
    elif year is None and c.year is not None:
        year, rule = c.year, "the printed month, with the year the text named last"
    if year is None:
        return unknown("month", "a month without its year")
    return Reading(*part_of(m["mq"], *month_span(year, number)), "month", rule)


def decade(m: re.Match[str], c: Context) -> Reading:
    """ "the 1990s"."""
    begin = int(m["de"])
    return Reading(dt.date(begin, 1, 1), dt.date(begin + 9, 12, 31), "decade", "the printed decade")


def named_decade(m: re.Match[str], c: Context) -> Reading:
    """ "the sixties"."""
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    begin = 1920 + 10 * names.index(m["si"])
    rule = "the named decade of the 20th century"
    return Reading(dt.date(begin, 1, 1), dt.date(begin + 9, 12, 31), "decade", rule)


def century(m: re.Match[str], c: Context) -> Reading | None:
    """ "the 20th century", from its year 00 as people say it."""
    begin = 100 * (int(m["ce"]) - 1)
    if not 1 <= begin <= 2900:
        return None
    return Reading(dt.date(begin, 1, 1), dt.date(begin + 99, 12, 31), "century", "the named century")


def year(m: re.Match[str], c: Context) -> Reading | None:
    """ "in 2016", "late 2022"."""
    if not m["yq"] and not year_in_company(m.string, m.start("yy"), m.end("yy")):
        return None
    return Reading(*part_of(m["yq"], *year_span(int(m["yy"]))), "year", "the printed year")
