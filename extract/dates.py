"""Time words of news, resolved to days: `find_times` gives spans with their first and last day and the rule.

A night is the interval from the evening's day to the morning's ("overnight" = the day before publication to
the day itself); a named night ("Sunday night") is the day it is named by. Words that need the day of
publication resolve to None without it. Ages and lengths of time are no time words.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract import datewords as w
from extract.dategrammar import Context, Precision, Reading, Tense, atom, read

__all__ = ["Precision", "Tense", "TimeSpan", "find_times", "month_in_company", "tense_at", "year_in_company"]

_TRIGGER = re.compile(
    r"\d|day|[Oo]vernight|night|Christmas|Easter|Eid|Ramadan|[Ww]eek|[Mm]onth|[Yy]ear|ago\b|hours|evening|morning|afternoon|decade|century"
    r"|tomorrow|earlier|later|January|February|March|April|May|June|July|August|September|October|November|December|Thanksgiving"
    r"|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat)\b"
    r"|Nowruz|Newroz|Passover|Hanukkah|Ashura|Ashoura|Arbaeen|Arba|Sukkot|Kippur|Rosh|Mawlid|Juneteenth|Halloween|Pentecost|Epiphany|ties\b"
    r"|summer|winter|spring|autumn|fall|Torah|Shavuot|Tisha|Islamic|Jewish|Persian|Fourth|Palm|DAY\b"
)
_LEAD = re.compile(
    r"\b(on|in|over|during|from|between|since|by|until|till|through|throughout|as of|before|after|within|around|at|for|amid|late on|"
    r"early on|ahead of|starting|beginning)\s+(?:about\s+|around\s+|just\s+|at least\s+|early\s+|late\s+|only\s+)?(?:the\s+)?\Z",
    re.I,
)
_JOIN = re.compile(
    r"(?:,\s|,?\s(?:of|the|on the)\s|\s)(?:(?P<range>(?:and\s)?(?:through\s)?(?:in|on)?to|through(?:\sto)?|until|till|and|-|–|—)\s)?(?:the\s|on\s|early\s|late\s)?\Z"
    r"|\s?(?P<dash>[-–—/])\s?\Z"
)
_FUTURE = re.compile(
    r"\b(?:will|won[’']t|shall|[’']ll|going to|is to|are to|set to|set for|due (?:to|on|in|for)|scheduled|plan(?:s|ned)? (?:to|for)|expected|expects|slated|"
    r"upcoming|coming|would|deadline|ahead of|by the end|to be held|to begin|to start|launches|begins|starts|opens|takes effect|expires?)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:said|told|was|were|had|has|have|did|wrote|added|began|took|came|saw|hit|struck|went|left|shot|fell|rose|lost|met|held|"
    r"killed|since|according|\w{3,}ed)\b",
    re.I,
)
_BOUND = re.compile(r"[.!?;\n“”\"](?:\s|\Z)|\n")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|to|through|during|of|before|after|between|and|or|over|for|late|early|mid|the|around|circa|year|"
    r"back in|as of|as in|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)[\s-]|[(–-]\s?|\d{4}\s?[-–/]\s?)\Z",
    re.I,
)
_NOT_YEAR_LEAD = re.compile(
    r"\b(?:resolution|route|highway|road|no|number|page|unit|flight|law|decree|brigade|regiment|room|section|article|order|form|than|least|"
    r"about|some|nearly|almost|most|over|estimated|roughly|approximately|another|all|those|these|those|its|his|her)\.?\s\Z",
    re.I,
)
_YEAR_NOUN = re.compile(r"\s[a-z]")
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|from|to|through|during|of|before|after|between|and|last|next|this|early|late|mid|every|each|around|for)[\s-]\Z",
    re.I,
)


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
    last. `tense` says what the caller's parse knows of the verb; without it the words around decide.
    """
    stop = len(text) if end is None else min(end, len(text))
    if not _TRIGGER.search(text, start, stop):
        return []
    anchor = year = None
    atoms: list[TimeSpan] = []
    at = start
    pattern = atom()
    while match := pattern.search(text, at, stop):
        if match.end() == match.start():
            at = match.end() + 1
            continue
        at = match.end()
        kind = (
            match.lastgroup if match.lastgroup in _KINDS else next((k for k in _KINDS if match.group(k)), "")
        )
        if kind in ("anchored", "ordinal", "weekday") and anchor is None and start > 0:
            anchor = _anchor_before(text, start, published)
        if kind in ("explicit", "month") and year is None and published is None and start > 0:
            year = _year_before(text, start)
        here = tense or tense_at(text, match.start(), match.end())
        reading = read(match, Context(published, here, anchor, year, country))
        if reading is None:
            at = match.start() + 1
            while at < stop and (text[at].isalnum() or text[at] == "_"):
                at += 1
            continue
        atoms.append(_span(text, match.start(), match.end(), reading, kind, here, published))
        if reading.date_from is not None and reading.precision in ("day", "night"):
            anchor = reading.date_to
        if reading.date_from is not None and kind in ("explicit", "month", "year"):
            year = reading.date_from.year
    return _join(text, atoms, published)


_KINDS = (
    "overnight", "explicit", "holiday", "weekday", "relative", "anchored", "ago", "window", "period", "weekend", "yearend", "month",
    "decade", "sixties", "century", "year", "ordinal",
)  # fmt: skip


def _span(
    text: str,
    start: int,
    end: int,
    reading: Reading,
    kind: str,
    tense: Tense | None,
    published: dt.date | None,
) -> TimeSpan:
    while (
        text[end - 1] == "."
        and kind in ("month", "weekday")
        and not re.match(r"\s+[a-z0-9]", text[end : end + 3])
    ):
        end -= 1  # a sentence's full stop, not an abbreviation's
    lead_match = _LEAD.search(text, max(0, start - 40), start)
    lead = lead_match[1].lower() if lead_match else ""
    date_to, rule = reading.date_to, reading.rule
    if lead == "since" and published and reading.date_from and reading.date_from <= published:
        date_to, rule = published, f"since {rule}, up to publication"
    return TimeSpan(
        start, end, text[start:end], reading.date_from, date_to, reading.precision, rule, lead,
        lead_match.start(1) if lead_match else start, kind, tense,
    )  # fmt: skip


def _anchor_before(text: str, start: int, published: dt.date | None) -> dt.date | None:
    """The day that the words shortly before `start` spoke of last."""
    before = max(0, start - 300)
    for span in reversed(find_times(text[:start], before, start, published) if before or start else []):
        if span.date_to is not None and span.precision in ("day", "night"):
            return span.date_to
    return None


def _year_before(text: str, start: int) -> int | None:
    """The year of the last full date in the text before `start`."""
    for found in reversed(w.find_explicit(text, max(0, start - 5000), start)):
        if found.year is not None:
            return found.year
    return None


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Whether the words around a time word speak of what is to come or of what was; None when they do not say.

    The nearest verb before it in its clause decides; a time word that begins its sentence looks ahead.
    """
    low = max(0, start - 120)
    bounds = [m.end() for m in _BOUND.finditer(text, low, start)]
    before = text[bounds[-1] if bounds else low : start]
    future = past = None
    for future in _FUTURE.finditer(before):  # noqa: B007 - the last one counts
        pass
    for past in _PAST.finditer(before):  # noqa: B007
        pass
    if future and (not past or future.end() >= past.start() or _governs(before, future, past)):
        return "future"
    if past:
        return "past"
    bound = _BOUND.search(text, end, min(len(text), end + 90))
    after = text[end : bound.start() if bound else end + 90]
    ahead, behind = _FUTURE.search(after), _PAST.search(after)
    if ahead and (not behind or ahead.start() < behind.start()):
        return "future"
    return "past" if behind else None


def _governs(before: str, future: re.Match[str], past: re.Match[str]) -> bool:
    """Whether the "past" word is a participle under the future one ("will be held on Monday")."""
    between = before[future.end() : past.start()]
    return len(between) < 25 and bool(re.search(r"\b(?:be|have|been|to)\s(?:\w+ly\s)?\Z", between))


def month_in_company(text: str, start: int, end: int, name: str) -> bool:
    """Whether a bare month name is a month here: "in March", not "March on the capital" nor "May God"."""
    before = text[max(0, start - 12) : start]
    if name.rstrip(".").lower() in (
        "may",
        "march",
        "mar",
        "sep",
        "sept",
        "dec",
        "jan",
        "jun",
        "jul",
        "oct",
        "nov",
        "feb",
        "apr",
        "aug",
    ):
        lead = _MONTH_LEAD.search(before)
        if name.lower() == "may":
            return lead is not None and not re.match(
                r"\s(?:be|have|God|Allah|they|he|she|we|not|the)\b", text[end : end + 12]
            )
        return lead is not None or bool(re.match(r"[’']s\b", text[end : end + 3]))
    return not re.match(r"\s(?:[A-Z]\w+\s)?(?:Jones|Ryan|Haskins|Fulbright)\b", text[end : end + 30])


def year_in_company(text: str, start: int, end: int) -> bool:
    """Whether four digits from 1900 to 2099 are a year here rather than a count or a number of something."""
    before = text[max(0, start - 24) : start]
    if _NOT_YEAR_LEAD.search(before) and not re.search(r"\b(?:over|all|of)\s\Z", before, re.I):
        return False
    after = text[end : end + 12]
    if _YEAR_LEAD.search(before):
        return True
    if re.match(r"\s?[-–]\s?(?:19|20)\d\d\b", after):
        return True
    # "Expo 2016 in Toronto", "from file, 2008.": after a name or a comma, and no noun to count behind it.
    named = re.search(r"(?:\b[A-Z][\w.]*|,|—|–)\s\Z", before) is not None
    return named and (
        not _YEAR_NOUN.match(after) or re.match(r"\s(?:in|at|on|and|by|to|with|for)\b", after) is not None
    )


def _join(text: str, atoms: list[TimeSpan], published: dt.date | None) -> list[TimeSpan]:
    """Neighbours that make one expression, joined: "Thursday, Dec. 15", "Wednesday night into Thursday morning"."""
    joined: list[TimeSpan] = []
    for span in atoms:
        before = joined[-1] if joined else None
        if before is not None and span.start - before.end <= 24:
            gap = text[before.end : span.start]
            both = _both(text, before, span, gap, published)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(span)
    return joined


_DAYLIKE = ("weekday", "explicit", "relative", "overnight", "holiday", "ordinal")


def _both(text: str, a: TimeSpan, b: TimeSpan, gap: str, published: dt.date | None) -> TimeSpan | None:
    match = _JOIN.match(gap)
    if match is None:
        return None
    connector = (match["range"] or match["dash"] or "").strip()
    if not connector:
        same = {a.kind, b.kind}
        if (
            same == {"weekday", "explicit"}
            or (a.kind == "relative" and b.kind == "explicit")
            or same == {"weekday", "relative"}
        ):
            # The printed date decides; the weekday beside it adds nothing but its part of the day.
            fixed, other = (
                (a, b) if a.kind == "explicit" or (a.kind == "relative" and b.kind == "weekday") else (b, a)
            )
            if fixed.kind == "relative" and "," in gap:
                return None
            rule = fixed.rule
            day = fixed.date_from
            if (
                day is not None
                and other.kind == "weekday"
                and other.text.split()[-1].rstrip("s.").lower() in w.WEEKDAYS
                and (day.weekday() != w.WEEKDAYS[other.text.split()[-1].rstrip("s.").lower()])
            ):
                rule += "; its weekday is another"
            return _merged(text, a, b, fixed.date_from, fixed.date_to, fixed.precision, rule, "explicit")
        if a.kind == "weekday" and b.kind == "overnight" and gap == " ":
            return None
        return None
    if (
        a.kind in _DAYLIKE
        and b.kind in _DAYLIKE
        and (connector != "and" or a.lead in ("between", "from") or _consecutive(a, b))
    ):
        return _range(text, a, b, connector)
    if a.kind == b.kind and a.kind in ("month", "year") and connector != "and":
        return _range(text, a, b, connector)
    if a.kind == b.kind and a.kind in ("month", "year") and a.lead == "between":
        return _range(text, a, b, connector)
    return None


def _consecutive(a: TimeSpan, b: TimeSpan) -> bool:
    return (
        a.kind == b.kind == "weekday" and a.date_to is not None and b.date_from is not None
        and abs((b.date_from - a.date_to).days) in (1, 6)
    )  # fmt: skip


def _range(text: str, a: TimeSpan, b: TimeSpan, connector: str) -> TimeSpan | None:
    first, last = a.date_from, b.date_to
    night = (bool(re.search(r"night|evening|overnight", a.text)) and "in" in connector) or bool(
        re.search(r"night|evening|overnight", a.text) and re.search(r"morning", b.text)
    )
    if first is not None and last is not None and first > last:
        if a.kind == "weekday":
            first -= 7 * dt.timedelta(days=1) * (((first - last).days + 6) // 7)
        elif a.kind == "explicit" and not re.search(r"\d{4}", a.text):
            first = w.find_explicit(a.text)[0].on(last.year - (1 if first.month > last.month else 0)) or first
        if first > last:
            return None
    if first is None or last is None:
        first = last = None
    precision: Precision = "night" if night else "range"
    rule = f"from {a.rule} to {b.rule}" if a.rule != b.rule else f"from one to the other, each {a.rule}"
    return _merged(text, a, b, first, last, precision, rule, a.kind)


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
    return TimeSpan(
        a.start,
        b.end,
        text[a.start : b.end],
        first,
        last,
        precision,
        rule,
        a.lead,
        a.phrase_start,
        kind,
        a.tense,
        parts,
    )
