"""The time words of news, one at a time: what is a time word, and which days it means.

A closed grammar: one regular expression of alternatives (`ATOM`), and for each of them the function that
gives its days relative to the day of publication. `extract.dates` joins neighbours into ranges.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extract import datewords as w
from extract.holidays import Holiday, holidays
from extract.holidays import holiday as holiday_named

Precision = Literal[
    "day", "night", "weekend", "week", "month", "season", "year", "decade", "century", "range", "vague"
]
Tense = Literal["past", "future"]

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """The days that a time word means (None when they cannot be known) and the rule that says so."""

    date_from: dt.date | None
    date_to: dt.date | None
    precision: Precision
    rule: str


@dataclass(frozen=True, slots=True)
class Context:
    """What time words are read against: the day of publication, the tense, the day spoken of last, a year in force."""

    published: dt.date | None
    tense: Tense | None = None
    anchor: dt.date | None = None
    year: int | None = None
    country: str | None = None


_NUMBERS = {
    name: value
    for value, names in enumerate(
        ("", "a an one", "two couple", "three few several", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
    )
    for name in names.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "forty-eight": 48, "twenty-four": 24,
     "seventy-two": 72, "thirty-six": 36}  # fmt: skip
_NUMBER = (
    r"(?:\d{1,3}|\[?(?:"
    + "|".join(sorted((n for n in _NUMBERS if n), key=len, reverse=True))
    + r")\]?(?:\sof)?)"
)
_UNIT = r"(?:minute|hour|day|night|weekend|week|fortnight|month|year|decade|centur(?:y|ie))s?"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|midday|noon|dawn|overnight)"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_END = r"(?=[,.;:!?)\]\"”’'—–-]|\s*\Z|\s(?:in|at|on|by|as|and|but|when|that|with|for|to|from|of|after|before|near|killed|had|was|were)\b)"
_QUARTER = r"(?:early|mid|late|the (?:start|beginning|end|middle) of)[\s-]"
#: Words after a year that make it a count of things after all.
_COUNTED = r"(?!\s(?:people|men|women|children|soldiers|troops|homes|houses|families|drones|civilians|fighters|miles|km|feet|meters|metres|kilometers|kilometres|tons|tonnes|more|other|square)\b)"


@cache
def atom() -> re.Pattern[str]:
    """The grammar's one expression; each alternative is named by its rule."""
    names = sorted({n for n in holidays()}, key=len, reverse=True)
    names_re = "|".join(re.escape(n).replace("'", "['’]").replace(r"\ ", r"\s") for n in names)
    return re.compile(
        rf"""(?<![\w-])(?:
        (?P<overnight>(?:(?:the\s)?night\s(?:of|from|between)\s|[Oo]vernight(?:\s(?:from|between|on|of))?\s)(?P<o1>{w.WEEKDAY})
            (?:\s(?:to|into|and|through)\s(?P<o2>{w.WEEKDAY}))?(?!\s(?:night|evening))
          |[Oo]vernight\s(?:in|on)?to\s(?P<o3>{w.WEEKDAY})(?:\s(?:early\s)?morning)?
          |[Oo]vernight(?!\s(?:{w.MONTH}|{w.WEEKDAY})|\s(?:in|on)?to\s(?:{w.MONTH}|\d))|[Dd]uring\sthe\snight\b|[Tt]hrough(?:out)?\sthe\snight\b)
        |(?P<explicit>{w.EXPLICIT.pattern})
        |(?P<holiday>(?i:{names_re}))(?!\w)(?:\s(?P<hy>{w.YEAR}))?
        |(?P<weekday>(?:(?P<wq>[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater|[Aa]ll(?:\sday)?)\s(?:on\s)?)?
            (?:(?P<wm>[Ll]ast|[Nn]ext|[Tt]his(?:\spast|\scoming)?|[Pp]ast|[Tt]he\s(?:previous|following|past|same)|[Cc]oming)\s)?
            (?P<wd>{w.WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.(?=\s[A-Za-z])|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)s?\b
            (?:\sof\s(?P<ww>last|this|next)\sweek)?
            (?:(?:\s|-)(?:early\s|late\s)?(?P<wp>{_PART}))?)
        |(?P<relative>[Tt]he\sday\sbefore\syesterday|[Tt]he\sday\safter\stomorrow
            |(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s)?(?:[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:\s{_PART})?
            |(?:[Ee]arlier\s|[Ll]ate\s)?(?:[Tt]onight|[Ll]ast\s(?:night|evening)|[Tt]his\s(?:morning|afternoon|evening)))\b
        |(?P<anchored>(?:[Tt]he\s(?P<an>day\sbefore|previous\sday|next\sday|following\sday|day\safter|day\searlier|previous\snight|night\sbefore
              |next\smorning|following\smorning))(?:{_END})
            |(?P<ak>{_NUMBER})\s(?P<au>{_UNIT})\s(?P<aw>earlier|later|before|after|afterwards?|prior|previously)(?:{_END}))
        |(?P<ago>(?P<gn>{_NUMBER}|half\sa)\s(?P<gu>{_UNIT})\sago\b)
        |(?P<window>(?:[Tt]he\s|[Tt]hese\s)?(?P<vd>[Ll]ast|[Pp]ast|[Pp]revious|[Pp]receding|[Rr]ecent|[Nn]ext|[Cc]oming|[Ff]ollowing)\s
            (?:(?P<vn>{_NUMBER})[\s-])?(?P<vu>(?:hour|day|week|month|year|decade)s|24-hour\speriod)\b
          |(?:[Tt]he\s)(?P<vd1>past|last)\s(?P<vu1>day|week|month|year|decade)\b
          |(?P<within>[Ww]ithin\s|[Oo]ver\s|[Ii]n\s(?:just\s)?)(?:the\s)?(?P<vn2>24|48|72)\shours\b
          |[Tt]he\s(?P<vn3>24|48|72)\shours(?=\s(?:to|before|ending|until)\b))
        |(?P<period>(?:(?P<pq>[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s)?
            (?P<pd>[Tt]his\spast|[Tt]his|[Ll]ast|[Nn]ext|[Tt]he\sprevious|[Tt]he\sfollowing|[Tt]he\scurrent)\s
            (?P<pu>weekend|week|month|year|decade|century|spring|summer|autumn|fall|winter)\b(?!-))
        |(?P<weekend>(?:[Tt]he\s)?(?<![-])weekend\b(?=[,.;)’']|\s))
        |(?P<yearend>(?:[Tt]he\s)?(?:year[’']?s?[\s-]end|end\sof\s(?:the|this)\s(?P<yu>year|month|week))\b)
        |(?P<month>(?P<mq>(?i:{_QUARTER}))?(?P<mm>{w.MONTH})(?:,?\s(?:of\s)?(?P<my>{w.YEAR}|last\syear|this\syear|next\syear))?(?!\w|\s?\d))
        |(?P<decade>(?:[Tt]he\s)?(?:(?:early|mid|late)[\s-])?(?P<de>(?:1[89]|20)\d0)[’']?s\b)
        |(?P<sixties>[Tt]he\s(?:(?:early|mid|late)[\s-])?(?P<si>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)
        |(?P<century>(?:[Tt]he\s)?(?P<ce>\d\d)(?:st|nd|rd|th)[\s-]century\b)
        |(?P<year>(?P<yq>(?i:{_QUARTER}))?(?P<yy>{w.YEAR})(?!\w|[,.]\d|%|-\w|\s?(?:km|kg|mm)\b){_COUNTED})
        |(?P<ordinal>[Tt]he\s(?P<on>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?=[,.;)]|\s*\Z|\s(?:and|to|at|when|after|before|that|saw|was|were)\b))
        )""",
        re.X,
    )


def read(match: re.Match[str], context: Context) -> Reading | None:
    """The days that an `atom()` match means; None when it is no time word here."""
    rule = (
        match.lastgroup
        if match.lastgroup in _READERS
        else next((n for n in _READERS if match.group(n)), None)
    )
    return _READERS[rule](match, context) if rule else None


def _unknown(precision: Precision, rule: str) -> Reading:
    return Reading(None, None, precision, f"{rule}; the day of publication is not known")


def _one(day: dt.date, rule: str, precision: Precision = "day") -> Reading:
    return Reading(day, day, precision, rule)


def _number(text: str | None) -> int:
    word = (text or "a").strip("[]").lower().removesuffix(" of").strip("[]")
    return int(word) if word.isdigit() else _NUMBERS[word]


def weekday_of(name: str) -> int:
    """Monday 0 … Sunday 6."""
    return w.WEEKDAYS[name.rstrip(".").lower()]


def nearest_weekday(published: dt.date, weekday: int, tense: Tense | None) -> dt.date:
    """The day itself when it is that weekday, else the one before (or, in the future tense, after)."""
    back = (published.weekday() - weekday) % 7
    return published + ((7 - back) % 7) * DAY if tense == "future" else published - back * DAY


def month_span(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The Monday and the Sunday around a day."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def _add_months(day: dt.date, months: int) -> dt.date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _overnight(m: re.Match[str], c: Context) -> Reading:
    p = c.published
    if p is None:
        return _unknown("night", "overnight")
    if m["o3"] or m["o2"]:
        morning = nearest_weekday(p, weekday_of(m["o3"] or m["o2"]), c.tense)
        evening = morning - DAY
        return Reading(evening, morning, "night", f"the night into {morning:%A}, on or before publication")
    if m["o1"]:
        day = nearest_weekday(p, weekday_of(m["o1"]), c.tense)
        if day == p and c.tense != "future":
            return Reading(day - DAY, day, "night", f"overnight on {day:%A}, the day of publication")
        return Reading(day, day + DAY, "night", f"the night that began on {day:%A}")
    if c.tense == "future":
        return Reading(p, p + DAY, "night", "the night after publication")
    return Reading(p - DAY, p, "night", "the night before the morning of publication")


def _explicit(m: re.Match[str], c: Context) -> Reading | None:
    found = w.explicit_of(m)
    return explicit_reading(found, c) if found else None


def explicit_reading(found: w.Explicit, c: Context) -> Reading:
    """The days of an explicit date; one without a year is the nearest past one (or future, in that tense)."""
    year, rule = found.year, "the printed date"
    if year is None and c.published is not None:
        year, rule = _nearest_year(found, c), "the printed day, in the year nearest before publication"
        if c.tense == "future":
            rule = "the printed day, in the year nearest after publication"
    elif year is None and c.year is not None:
        year, rule = c.year, "the printed day, with the year the text named last"
    first = found.on(year) if year is not None else None
    if year is None or first is None:
        return Reading(None, None, "day", "a day without its year; the day of publication is not known")
    if found.last is None:
        return _one(first, rule)
    return Reading(first, replace_day(first, found.last), "range", rule)


def replace_day(first: dt.date, last: int) -> dt.date:
    """The day `last` of the same month."""
    return first.replace(day=min(last, calendar.monthrange(first.year, first.month)[1]))


def _nearest_year(found: w.Explicit, c: Context) -> int | None:
    p = c.published
    assert p is not None
    days = [d for year in range(p.year - 4, p.year + 5) if (d := found.on(year))]
    if c.tense == "future":
        later = [d for d in days if d >= p]
        return later[0].year if later else None
    # A printed day may be a day ahead of the publication's, around midnight and the world.
    before = [d for d in days if d <= p + DAY]
    return before[-1].year if before else None


def _holiday(m: re.Match[str], c: Context) -> Reading | None:
    name = m["holiday"]
    if m["hy"]:
        name = name[: -len(m["hy"])].strip()
    if not any(ch.isupper() for ch in name):
        return None
    found: Holiday | None = holiday_named(name)
    if found is None:
        return None
    p = c.published
    days = None
    if m["hy"]:
        days = next(iter(found.in_year(int(m["hy"]), c.country)), None)
    elif p is not None:
        near = found.near(p, c.country)
        ahead = [s for s in near if s[1] >= p]
        behind = [s for s in near if s[0] <= p + DAY]
        picked = ahead if c.tense == "future" else behind if c.tense == "past" else near
        days = picked[0] if picked else None
    if days is None:
        return Reading(None, None, "day", f"{found.name}; the year is not known")
    about = "about " if found.approximate else ""
    return Reading(days[0], days[1], "vague" if found.approximate else "day" if days[0] == days[1] else "range",
                   f"{about}{found.name} of {days[0].year}")  # fmt: skip


def _weekday(m: re.Match[str], c: Context) -> Reading:
    p, weekday = c.published, weekday_of(m["wd"])
    precision: Precision = "night" if m["wp"] in ("night", "evening") else "day"
    if p is None:
        return _unknown(precision, "a weekday")
    modifier = (m["wm"] or "").lower()
    if m["ww"]:
        monday = week_of(p)[0] + {"last": -7, "this": 0, "next": 7}[m["ww"]] * DAY
        return _one(monday + weekday * DAY, f"{m['wd']} of {m['ww']} week", precision)
    if modifier in ("next", "this coming", "coming", "the following"):
        if modifier == "the following" and c.anchor:
            p = c.anchor
        return _one(nearest_weekday(p + DAY, weekday, "future"), f"the next {m['wd']}", precision)
    if modifier == "this":
        monday = week_of(p)[0]
        day = monday + weekday * DAY
        if c.tense == "past" and day > p:
            day -= 7 * DAY
        return _one(day, f"{m['wd']} of the week of publication", precision)
    if modifier in ("last", "this past", "past", "the past", "the previous"):
        if modifier == "the previous" and c.anchor:
            p = c.anchor
        return _one(
            nearest_weekday(p - DAY, weekday, None), f"the last {m['wd']} before publication", precision
        )
    day = nearest_weekday(p, weekday, c.tense)
    if m["wp"] == "overnight":
        span = (day - DAY, day) if day == p else (day, day + DAY)
        return Reading(*span, "night", f"overnight on {m['wd']}")
    side = "on or after" if c.tense == "future" else "on or before"
    return _one(day, f"{day:%A} {side} publication", precision)


def _relative(m: re.Match[str], c: Context) -> Reading:
    text, p = m["relative"].lower(), c.published
    if p is None:
        return _unknown("day", text)
    if "day before yesterday" in text:
        return _one(p - 2 * DAY, "two days before publication")
    if "day after tomorrow" in text:
        return _one(p + 2 * DAY, "two days after publication")
    precision: Precision = "night" if re.search("night|evening", text) else "day"
    if "yesterday" in text or text.endswith(("last night", "last evening")):
        return _one(p - DAY, "the day before publication", precision)
    if "tomorrow" in text:
        return _one(p + DAY, "the day after publication", precision)
    return _one(p, "the day of publication", precision)


def shifted(base: dt.date, number: int, unit: str, sign: int, about: str) -> Reading:
    """The day, week, month, year … that is so many units before (-1) or after (+1) a day."""
    unit = unit.lower().rstrip("s")
    rule = f"{number} {unit}{'s' if number != 1 else ''} {'before' if sign < 0 else 'after'} {about}"
    try:
        if unit in ("minute", "hour"):
            return _one(base + sign * ((number + 12) // 24 if unit == "hour" else 0) * DAY, rule)
        if unit in ("day", "night"):
            return _one(base + sign * number * DAY, rule)
        if unit in ("week", "fortnight", "weekend"):
            day = base + sign * number * (14 if unit == "fortnight" else 7) * DAY
            if unit == "week" and number == 1:
                return _one(day, rule)
            return Reading(*week_of(day), "week", rule)
        if unit == "month":
            day = _add_months(base, sign * number)
            return Reading(*month_span(day.year, day.month), "month", rule)
        years = number * {"decade": 10, "century": 100, "centurie": 100}.get(unit, 1)
        year = base.year + sign * years
        return Reading(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", rule)
    except (ValueError, OverflowError):
        return Reading(None, None, "vague", f"{rule}: out of the calendar")


def _anchored(m: re.Match[str], c: Context) -> Reading | None:
    base = c.anchor or c.published
    about = "the day spoken of last" if c.anchor else "publication"
    if m["an"]:
        if base is None:
            return _unknown("day", m["anchored"].lower())
        back = any(word in m["an"] for word in ("before", "previous", "earlier"))
        sign, side = (-1, "before") if back else (1, "after")
        return _one(base + sign * DAY, f"the day {side} {about}", "night" if "night" in m["an"] else "day")
    if base is None:
        return _unknown("vague", m["anchored"].lower())
    sign = -1 if m["aw"].startswith(("earlier", "before", "prior", "previous")) else 1
    return shifted(base, _number(m["ak"]), m["au"], sign, about)


def _ago(m: re.Match[str], c: Context) -> Reading:
    if c.published is None:
        return _unknown("vague", m["ago"].lower())
    if m["gn"] == "half a":
        return Reading(None, None, "vague", "half a unit ago: no day is meant")
    return shifted(c.published, _number(m["gn"]), m["gu"], -1, "publication")


def _window(m: re.Match[str], c: Context) -> Reading:
    p = c.published
    text = " ".join(m["window"].lower().split())
    if p is None:
        return _unknown("range", text)
    unit = (m["vu"] or m["vu1"] or "hours").lower().rstrip("s")
    number = m["vn"] or m["vn2"] or m["vn3"]
    ahead = (m["vd"] or "").lower() in ("next", "coming", "following")
    if unit.startswith("24-hour"):
        unit, number = "hour", "24"
    vague = number is None or _number_word(number) in ("few", "several", "couple")
    count = (
        _number(number)
        if number
        else {"hour": 1, "day": 3, "week": 3, "month": 3, "year": 3, "decade": 2}[unit]
    )
    if m["vu1"]:
        count, vague = 1, False
    try:
        if unit == "hour":
            far = (max(1, (count + 12) // 24) if not (number is None or count < 12) else 0) * DAY
            other = p + far if ahead else p - far
        elif unit in ("day", "week"):
            other = p + (1 if ahead else -1) * count * (7 if unit == "week" else 1) * DAY
        else:
            other = _add_months(
                p, (1 if ahead else -1) * count * {"month": 1, "year": 12, "decade": 120}[unit]
            )
    except (ValueError, OverflowError):
        return Reading(None, None, "vague", f"{text}: out of the calendar")
    span = (p, other) if ahead else (other, p)
    rule = f"{text}, {'from' if ahead else 'up to'} publication"
    return Reading(*span, "vague" if vague else "range", rule)


def _number_word(number: str) -> str:
    return number.strip("[]").lower().removesuffix(" of")


def _period(m: re.Match[str], c: Context) -> Reading:
    p, unit, which = c.published, m["pu"], m["pd"].lower()
    if p is None:
        return _unknown("range", f"{which} {unit}")
    step = {"this past": -1, "this": 0, "last": -1, "next": 1, "the previous": -1, "the following": 1}.get(
        which, 0
    )
    if which in ("the previous", "the following") and c.anchor:
        p = c.anchor
    rule = f"{which} {unit}, seen from publication"
    if unit == "weekend":
        return weekend(p, step, c.tense, rule)
    if unit == "week":
        monday, sunday = week_of(p + 7 * step * DAY)
        if step == 0 and (m["pq"] or "").lower() == "earlier":
            sunday = min(sunday, p)
        return Reading(monday, sunday, "week", rule)
    if unit == "month":
        day = _add_months(p, step)
        first, last = month_span(day.year, day.month)
        return Reading(first, min(last, p) if (m["pq"] or "").lower() == "earlier" else last, "month", rule)
    if unit == "year":
        year = p.year + step
        return Reading(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", rule)
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        year = p.year // size * size + step * size
        return Reading(
            dt.date(year, 1, 1), dt.date(year + size - 1, 12, 31), "decade" if size == 10 else "century", rule
        )
    return season(p, unit, step, rule)


def season(p: dt.date, name: str, step: int, rule: str) -> Reading:
    """A northern season: the one of this year (step 0), the last that began before (-1) or the next (+1)."""
    spans = []
    for year in range(p.year - 2, p.year + 3):
        first = dt.date(year, _SEASONS[name], 1)
        end = _add_months(first, 2)
        spans.append((first, month_span(end.year, end.month)[1]))
    over = [s for s in spans if s[1] < p]
    coming = [s for s in spans if s[0] > p]
    here = [s for s in spans if s[0] <= p <= s[1]]
    same_year = [s for s in spans if s[0].year == p.year]
    span = over[-1] if step < 0 else coming[0] if step > 0 else (here or same_year)[0]
    return Reading(*span, "season", rule)


def weekend(p: dt.date, step: int, tense: Tense | None, rule: str) -> Reading:
    """Saturday and Sunday: this weekend is the running one, or the one just over until Thursday."""
    saturday = week_of(p)[0] + 5 * DAY
    if step > 0:
        saturday += 7 * DAY if p.weekday() >= 5 else 0 * DAY
    elif step < 0 or tense == "past" or (tense is None and p.weekday() <= 3):
        saturday -= 7 * DAY if p.weekday() < 5 or step < 0 else 0 * DAY
    return Reading(saturday, saturday + DAY, "weekend", rule)


def _weekend(m: re.Match[str], c: Context) -> Reading:
    if c.published is None:
        return _unknown("weekend", "the weekend")
    return weekend(c.published, 0, c.tense, "the weekend nearest publication")


def _yearend(m: re.Match[str], c: Context) -> Reading:
    p = c.published
    if p is None:
        return _unknown("day", "the end of the year")
    day = {"month": month_span(p.year, p.month)[1], "week": week_of(p)[1]}.get(
        m["yu"] or "", dt.date(p.year, 12, 31)
    )
    return _one(day, f"the last day of the {m['yu'] or 'year'} of publication", "vague")


def _month(m: re.Match[str], c: Context) -> Reading | None:
    from extract.dates import month_in_company

    if not m["my"] and not m["mq"] and not month_in_company(m.string, m.start("mm"), m.end("mm"), m["mm"]):
        return None
    month, printed = w.month_number(m["mm"]), m["my"]
    year = int(printed) if printed and printed.isdigit() else None
    rule = "the printed month"
    p = c.published
    if printed and year is None and p:
        year = p.year + {"last": -1, "this": 0, "next": 1}[printed.split()[0]]
    if year is None and p is not None:
        if c.tense == "future":
            year = p.year + (month < p.month)
        else:
            year = p.year - (month > p.month)
        rule = f"the printed month, in the year nearest {'after' if c.tense == 'future' else 'before'} publication"
    elif year is None and c.year is not None:
        year, rule = c.year, "the printed month, with the year the text named last"
    if year is None:
        return Reading(None, None, "month", "a month without its year; the day of publication is not known")
    first, last = month_span(year, month)
    first, last = _part_of(m["mq"], first, last)
    return Reading(first, last, "month", rule)


def _part_of(quarter: str | None, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The early, middle or late third of a span of days."""
    word = (quarter or "").lower().strip(" -")
    third = ((last - first).days + 1) // 3 * DAY
    if word.startswith(("early", "the start", "the beginning")):
        return first, first + third
    if word.startswith(("mid", "the middle")):
        return first + third, last - third
    return (last - third, last) if word.startswith(("late", "the end")) else (first, last)


def _decade(m: re.Match[str], c: Context) -> Reading:
    year = int(m["de"])
    return Reading(dt.date(year, 1, 1), dt.date(year + 9, 12, 31), "decade", "the printed decade")


def _sixties(m: re.Match[str], c: Context) -> Reading:
    words = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    year = 1920 + 10 * words.index(m["si"])
    return Reading(
        dt.date(year, 1, 1), dt.date(year + 9, 12, 31), "decade", "the named decade of the 20th century"
    )


def _century(m: re.Match[str], c: Context) -> Reading | None:
    year = 100 * (int(m["ce"]) - 1)
    if not 1 <= year <= 2900:
        return None
    return Reading(dt.date(year, 1, 1), dt.date(year + 99, 12, 31), "century", "the named century")


def _year(m: re.Match[str], c: Context) -> Reading | None:
    from extract.dates import year_in_company

    if not m["yq"] and not year_in_company(m.string, m.start("yy"), m.end("yy")):
        return None
    year = int(m["yy"])
    first, last = _part_of(m["yq"], dt.date(year, 1, 1), dt.date(year, 12, 31))
    return Reading(first, last, "year", "the printed year")


def _ordinal(m: re.Match[str], c: Context) -> Reading | None:
    day = w.day_number(m["on"])
    base = c.anchor or c.published
    if base is None:
        return _unknown("day", "a day of the month")
    for back in range(12):
        month = _add_months(base.replace(day=1), -back)
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if c.published is None or found <= c.published + DAY or c.tense == "future":
            return _one(found, "that day of the month spoken of, on or before publication")
    return None


_READERS = {
    "overnight": _overnight, "explicit": _explicit, "holiday": _holiday, "weekday": _weekday, "relative": _relative,
    "anchored": _anchored, "ago": _ago, "window": _window, "period": _period, "weekend": _weekend, "yearend": _yearend,
    "month": _month, "decade": _decade, "sixties": _sixties, "century": _century, "year": _year, "ordinal": _ordinal,
}  # fmt: skip
__all__ = ["Context", "Precision", "Reading", "Tense", "atom", "read", "replace"]
