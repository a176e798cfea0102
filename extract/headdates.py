"""The lines of an article's head that tell its day: date lines in the shapes of many houses, titles of a series, time stamps.

Every function takes one line of a document and looks at no more than that.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract.datewords import MONTH, WEEKDAY, WEEKDAY_SHORT, YEAR, Explicit, find_explicit

#: No line of a head is longer.
_WIDTH = 170

_CLOCK = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?"
_ZONE = r"(?:(?:[A-Z]{1,4}T|GMT|UTC|MSK|Z|PT|CT|MT)(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)"
_STAMP = re.compile(
    rf"(?:{WEEKDAY}|{WEEKDAY_SHORT}|(?-i:{_ZONE})|\d{{1,2}}(?:am|pm)|a\.?m\.?|p\.?m\.?"
    r"|at|on|the|of|as|from|local|time|hrs?|hours|today|yesterday|noon|midnight|now|live|[|,.:;/()\[\]•·»–—+-]+)",
    re.I,
)
_LABEL = (
    r"(?:(?:first|originally|last)\s+)?(?:published|publication|posted|issued|released?|created|filed(?:\s+under)?|dated|uploaded)"
    r"(?:\s+(?:date|time|online))?|date(?:\s+of\s+[a-z]+)?(?=\s*:)|no\.?\s*\d[\w/.-]*"
)
_REVISED = r"(?:(?:last|latest)\s+)?(?:updated?|modified|revised|corrected|edited)(?:\s+(?:date|time))?"
#: "Incident date: March 29, 2018": the day of what is reported, not of the report.
_OF_A_DEED = re.compile(
    r"\b(?:incident|event|attack|strike|occurrence|reporting|reference)s?\s+(?:date|period|day)s?\b"
    r"|\bdate\s+of\s+(?:the\s+)?(?:incident|attack|event|strike|occurrence|birth|death)\b|\b(?:occurred|period|when)\s*:",
    re.I,
)
_LABELS = re.compile(rf"\b(?:{_LABEL})\b", re.I)
_REVISIONS = re.compile(rf"\b(?:{_REVISED})\b", re.I)
_AGO = re.compile(r"\b\d+\s?(?:min(?:ute)?s?|hours?|hrs?|h|days?|d|m)\b\.?\s+(?:ago|read)\b", re.I)
_VIEWS = r"\b\d[\d,.]*[KM]?\s+(?:views?|reads?|readers|comments?|shares?)\b"
_FURNITURE = re.compile(
    rf"{_AGO.pattern}|{_VIEWS}|\b(?:{_REVISED}|{_LABEL})\b|\bfor\s+immediate\s+release\b|\(?\b[A-Z][a-z]+\s+time\b\)?",
    re.I,
)
#: Which of a series a report is, and what a release calls itself.
_SERIES = re.compile(
    r"(?<!the )(?<!this )(?<!that )(?<!a )(?<!an )"
    r"\b(?:(?:situation|flash|daily|weekly|monthly|morning|evening|night|operational|humanitarian|press|news|media|joint|official|"
    r"emergency|security|field|displacement|combined|special)\s+){0,3}"
    r"(?:update|report|bulletin|snapshot|overview|brief(?:ing)?|sitrep|alert|communiqu[eé]|dashboard|summary|release|statement|"
    r"advisory|dispatch|information|assessment|digest|round-?up|review|newsletter)\b(?:\s+(?:(?:no\b\.?|number|issue)\s*|#\s*)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b)?",
    re.I,
)
#: So near its beginning a title tells that it is one of a series.
_SERIES_OPENS = 24
_AS_OF = re.compile(r"\bas\s+(?:of|at)\b", re.I)
_HAS_CLOCK = re.compile(
    rf"(?<![\d.,])(?:{_CLOCK}|\d{{4}}\s?(?:hrs?|hours|h|GMT|UTC)\b|\d{{1,2}}\s?[ap]\.?m\b)(?![\d.,]\d)", re.I
)
#: A name, of a house, a place or a person: capitals, and the small words of names.
_NAME = re.compile(
    r"(?:[A-ZÀ-ÞŠŽ@][\w’'`.&@/-]*|(?:al|el|ad|ar|an|ash)-[A-ZÀ-Þ][\w’'-]*|[\w.-]+@[\w.-]+|&)\Z"
)
_SMALL = frozenset({"and", "of", "the", "in", "for", "by", "our", "with", "from", "de", "al", "el", "van", "von", "bin", "da", "di", "du", "la", "le", "staff", "correspondent", "correspondents", "reporter", "reporters", "desk", "agencies", "writer", "writers", "editor", "bureau", "defence", "defense", "foreign", "political", "security", "senior", "chief", "special"})  # fmt: skip
_BREAKS = "|,/•·:;»–—()[]"

_HIJRI = (
    r"Muharram|Safar|Rabi[’'`]?\s(?:al-|ul-)?\w+|Jumada\s(?:al-|ul-)?\w+|Rajab|Sha[’'`]?ban|Ramadan|Shawwal"
    r"|(?:Dhu|Zu|Dhul|Zul)[\s-]?(?:a?l-?|ul-)?\s?(?:Qi|Qa|Hi)[’'`]?\w+"
)
#: Days in shapes that only heads have, told as the reader of days knows them.
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    # "Situation Report No. 14 - 9 February 2026" is no "14 to 9 February"
    (re.compile(r"((?:\bno\b\.?|\bnumber|\bissue|#|report|update|bulletin)\s*\d{1,3}\s)[-–—](?=\s)", re.I), r"\1|"),
    # a page's "9 Feb 20269 Feb 2026", which it printed in two sizes
    (re.compile(rf"((?:19|20)\d\d)(?=\d{{1,2}}(?:\s{MONTH}|:\d\d)|{MONTH})"), r"\1 "),
    (re.compile(r"(?<=[A-Z]{2})(?=(?:Last )?(?:Updated|Modified|Published))"), " "),
    (re.compile(rf"\b(\d{{1,2}})-({MONTH})-({YEAR})"), r"\1 \2 \3"),
    # "July 14 - 2025 KHARTOUM", "Jul 14 '25"
    (re.compile(rf"\b({MONTH}\s\d{{1,2}})\s[-–—]\s(?={YEAR})"), r"\1, "),
    (re.compile(rf"\b({MONTH}\s\d{{1,2}}),?\s[’'](?=2\d\b)"), r"\1, 20"),
    # "February, 17, 2024 - 14:20", "17 February, 2024"
    (re.compile(rf"\b({MONTH})\.?,\s(?=\d{{1,2}},?\s{YEAR}\b)"), r"\1 "),
    (re.compile(rf"\b(\d{{1,2}},?\s{MONTH}),\s(?={YEAR}\b)"), r"\1 "),
    # "25 Dhu al-Qi'dah 1444 AH", beside the day that everybody knows
    (re.compile(rf"(?:\b\d{{1,2}}\s)?\b(?:{_HIJRI})[,\s]+1[34]\d\d\b(?:\s(?:AH|A\.H\.|H|Hijri)\b)?"), ""),
    (re.compile(rf"(?<=\s)({YEAR})\s(?:AD|A\.D\.|CE|C\.E\.)(?!\w)"), r"\1"),
    (re.compile(rf"\b(\d{{1,2}})-({MONTH})-(\d\d)\b"), r"\1 \2 20\3"),
    (re.compile(rf"\b({YEAR})[/.](0[1-9]|1[0-2])[/.](0[1-9]|[12]\d|3[01])\b(?![./]\d)"), r"\1-\2-\3"),
    (re.compile(rf"\b(0?[1-9]|[12]\d|3[01])-(0?[1-9]|1[0-2])-({YEAR})\b"), r"\1/\2/\3"),
    (re.compile(r"(?<![\d.])(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.(2\d)(?![\d.])"), r"\1.\2.20\3"),
    # 091420Z FEB 26: day, hour and minute, zone, month, year
    (re.compile(rf"\b([0-3]\d)([0-2]\d)([0-5]\d)[A-Z]?\s?({MONTH})\s?(?:20)?(2\d)\b"), r"\1 \4 20\5 \2:\3"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeadDay:
    """What a line of a head says of the article's day.

    `revised`: the day of an update only. `labelled`: the line says that it is the day ("Published", "As of").
    `named`: it says other things too, a house, a place, who wrote it. `clock`: it tells the hour. `capitals`: what
    stands behind the day in capitals, mostly the place.
    """

    day: dt.date
    revised: bool = False
    labelled: bool = False
    named: bool = False
    clock: bool = False
    capitals: str = ""


def head_day(line: str) -> HeadDay | None:
    """The day of a line that says nothing but a date, with the house, the place or the writer beside it; or None."""
    if len(line) > _WIDTH or not any(c.isdigit() for c in line):
        return None
    text = _plain(line)
    dates = [found for found in find_explicit(text) if found.year is not None and found.last is None]
    if not dates or _OF_A_DEED.search(text[: dates[0].start]) is not None:
        return None
    named = False
    for gap, before in _gaps(text, dates):
        if (words := _names(gap, before)) is None:
            return None
        if words and not _set_apart(gap, before, _HAS_CLOCK.search(text) is not None):
            return None
        named = named or bool(words)
    chosen = _own_day(text, dates)
    day = chosen.on(chosen.year) if chosen.year is not None else None
    if day is None:
        return None
    head = text[: chosen.start]
    labelled = _LABELS.search(head) is not None or _AS_OF.search(head) is not None
    revised = not labelled and _REVISIONS.search(head) is not None
    behind = text[dates[-1].end :].strip(" ,.|")
    place = behind if named and _in_capitals(_words(behind)) else ""
    return HeadDay(day, revised, labelled or revised, named, _HAS_CLOCK.search(text) is not None, place)


def date_line(line: str) -> dt.date | None:
    """The day of a line that says nothing but a date ("Friday, July 21, 2017", "Updated 6 Feb 2026, 10:15 GMT"), or None."""
    found = head_day(line)
    return found.day if found else None


def series_day(line: str) -> dt.date | None:
    """The day in the title of one of a series: "Flash Update No. 2 (as of 9 February 2026)", "Situation report, 3 May 2024"."""
    if len(line) > _WIDTH or not any(c.isdigit() for c in line):
        return None
    text = _plain(line)
    for found in find_explicit(text):
        if found.year is None or found.last is not None or _words(text[found.end :]):
            continue
        before = text[: found.start]
        asof = list(_AS_OF.finditer(before))
        told = list(_SERIES.finditer(before))
        if (asof and not _words(before[asof[-1].end() :])) or (told and not _words(before[told[-1].end() :])):
            return found.on(found.year)
        # "Report on the progress of the operation (16 November 2021)"
        if told and told[0].start() < _SERIES_OPENS and before.rstrip().endswith("("):
            return found.on(found.year)
    return None


def stamp(line: str) -> bool:
    """Whether a line says nothing but an hour ("14:20 GMT", "Updated 9.15pm", "Posted at 14:20", "10h ago (14:20 GMT)")."""
    if len(line) > 80 or not any(c.isdigit() for c in line):
        return False
    return (_HAS_CLOCK.search(line) or _AGO.search(line)) is not None and not _words(line)


def without_hours(text: str) -> str:
    """A text without the hours and days that it ends with: "Jana Dvorak Today, 2:20 pm"."""
    return re.sub(
        r"[\s,|–—-]*(?:\b(?:today|yesterday)\b)?[\s,|–—-]*\Z", "", _HAS_CLOCK.sub(" ", text), flags=re.I
    )


def _plain(line: str) -> str:
    text = line.replace("\u00a0", " ").replace("\u202f", " ")
    for shape, told in _SHAPES:
        text = shape.sub(told, text)
    return text


def _gaps(text: str, dates: list[Explicit]) -> list[tuple[str, bool]]:
    """What stands before the dates, between and after them, and whether it is what stands before."""
    edges = [0, *(edge for found in dates for edge in (found.start, found.end)), len(text)]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(text[a:b], a == 0) for a, b in pairs]


def _words(text: str) -> list[str]:
    """The words of a text that are neither labels, hours nor signs."""
    text = _HAS_CLOCK.sub(" ", _FURNITURE.sub(" ", text))
    words = (word.strip(",;|()[]•·:»–—-/") for word in text.split())
    return [word for word in words if word and not _STAMP.fullmatch(word)]


def _names(gap: str, before: bool) -> list[str] | None:
    """The words of names in what stands beside a date; None where other words do."""
    words = _words(_SERIES.sub(" ", gap) if before else gap)
    if len(words) > 10 or not all(_NAME.match(w) or w.lower() in _SMALL for w in words):
        return None
    if words and not any(w[0].isupper() or "@" in w or w.lower() == "our" for w in words):
        return None
    return words


def _set_apart(gap: str, before: bool, clock: bool) -> bool:
    """Whether names beside a date are set apart from it, as no sentence's words are."""
    if before:
        gap = re.sub(rf"(?:\s*\b(?:{WEEKDAY}|{WEEKDAY_SHORT}|{_CLOCK}|at|on))+\s*\Z", " ", gap)
    edge = gap.rstrip()[-1:] if before else gap.lstrip()[:1]
    if edge in _BREAKS or re.search(r"\s-\s*\Z" if before else r"\A\s*-\s", gap):
        return True
    if _FURNITURE.search(gap) or re.match(r"\s*(?:by|in|from)\b", gap, re.I):
        return True
    return not before and (clock or _in_capitals(_words(gap)))


def _in_capitals(words: list[str]) -> bool:
    """Whether words are written in capitals, as places beside a day are and no sentence's words."""
    return any(len(w) > 2 for w in words) and all(w.isupper() for w in words)


def _own_day(text: str, dates: list[Explicit]) -> Explicit:
    """The date that the line calls published; else the first, one with its month's name before one in numbers alone."""
    for found in dates:
        before = text[max(0, found.start - 30) : found.start]
        label = list(_LABELS.finditer(before))
        if label and not _REVISIONS.search(before[label[-1].end() :]):
            return found
    spelt = (found for found in dates if any(c.isalpha() for c in text[found.start : found.end]))
    return next(spelt, dates[0])
