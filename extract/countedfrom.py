"""Days that are counted from others: "the same day", "two days later", "the month before", "after three days of fighting"."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.datecalc import DAY, NUMBERS, add_months, month_span, number_of
from extract.recallwords import RECALLED
from extract.timecues import AFTERWARDS, BROUGHT

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.parse import Paragraph, Parsed, Piece

#: How a day is counted that is told by another, and one for which no other was told near before.
_FROM_LAST = "the day spoken of last"
_FROM_REPORT = re.compile(r"\b(?:of|before|after) publication\Z")
#: Words that may go on from the day of the telling.
_LATER = re.compile(r"later\b|(?:the\s+)?(?:same|that)\b", re.IGNORECASE)
#: Words that mean a day told before, however far.
_THAT_DAY = re.compile(r"\b(?:same|that)\b", re.IGNORECASE)
#: How far on, in characters, the next paragraph still goes on from a deed.
_NEAR_DEED = 250
#: What closes a dateline; its day is that of the report.
_DATELINE = re.compile(r"[\w.,’' /-]{1,50}(?:\([\w ./-]{2,24}\)\s*)?(?:[-–—]{1,2}|:)\s")
_MONTH_BEFORE = re.compile(
    r"(?:the\s+)?(?:(?P<m>month)|(?P<y>year))\s+(?:before|earlier)|the\s+previous\s+(?:(?P<pm>month)|(?P<py>year))|(?:a|one)\s+(?:(?P<am>month)|(?P<ay>year))\s+(?:before|earlier)",
    re.IGNORECASE,
)
#: "In the same period of 2020", "in the same month last year": what the text spoke of last, in another year.
_SAME_PERIOD = re.compile(
    r"\bthe\s+(?:same|corresponding)\s+(?:period|time|timeframe|span|months?|weeks?|days|quarter)\s+(?:(?:of|in|during)\s+)?(?:the\s+year\s+)?$",
    re.IGNORECASE,
)
#: How far back, in characters, that stands.
_SPOKEN_OF = 600
_SUM = "|".join(sorted(NUMBERS, key=len, reverse=True))
#: "It had retaken the town after three days of fighting".
_AFTER_DAYS = re.compile(
    rf"\b(?:after|following|ending|ended)\s+(?:(?:more\s+than|about|nearly|almost|some)\s+)?(?:(?:a\s+)?(?P<n>\d|{_SUM})-day|(?P<d>\d|{_SUM})\s+days\s+of)\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:fighting|clashes|battles?|fights?|siege|combat|assaults?|offensive|shelling|bombardment|gunfights?|hostilities|operation|attacks?)\b",
    re.IGNORECASE,
)
#: "And a second blast hit the post a few hours later": after a night, on the next day.
_HOURS_LATER = re.compile(
    r"\b(?<!24 )(?<!48 )(?<!72 )hours\s+(?:later|afterwards?|(?P<back>earlier|before(?=[.,])))\b",
    re.IGNORECASE,
)
_EARLY = re.compile(r"\bearly\b|\bdawn\b|\bdaybreak\b|\bmidnight\b|\bsunrise\b", re.IGNORECASE)
_LATE = re.compile(r"\blate\b|\bnight\b|\bevening\b|\bmidnight\b", re.IGNORECASE)
#: How far back in a sentence the words are looked for from which hours are counted.
_SENTENCE = 300

#: A longer fight is told by its weeks.
_LONGEST = 14

OfCue = Callable[["Piece", "TimeSpan"], bool]


def is_late(text: str, time: TimeSpan) -> bool:
    """ "Late on Monday", "on Wednesday night": what is hours from there is on the next day."""
    around = text[max(0, time.start - 12) : time.end]
    return time.date_to is not None and (time.precision == "night" or _LATE.search(around) is not None)


def is_early(text: str, time: TimeSpan) -> bool:
    """ "In the early hours of Thursday", "before dawn on Monday": what was hours before was on the day before."""
    return _EARLY.search(text[max(0, time.start - 24) : time.end]) is not None


class CountedFrom:
    """Sets the times of an article right that are counted from others; `times` in text order."""

    def __init__(self, parsed: Parsed, times: list[TimeSpan], published: dt.date | None) -> None:
        self.parsed, self.times, self.published = parsed, times, published
        self._starts = [t.start for t in times]

    def settle(self, of_cue: OfCue) -> list[TimeSpan]:
        """The times, those counted from others with their days, and those that were told by their length alone."""
        self._from_deeds(of_cue)
        self._of_the_month_before()
        self._of_the_same_period()
        return sorted([*self.times, *self._spans(), *self._next_days(of_cue)], key=lambda t: t.start)

    def _from_deeds(self, of_cue: OfCue) -> None:
        """ "… on Sunday, the mission said on Tuesday. … the next morning": counted from Sunday, not from the telling."""
        if not any(t.kind in ("sameday", "anchored") for t in self.times):
            return
        deed: dt.date | None = None
        since = 0  # where the deed's day was told
        told: dt.date | None = None  # the day spoken of last, if only something was said then
        for paragraph in self.parsed.paragraphs:
            low, high = bisect_left(self._starts, paragraph.start), bisect_left(self._starts, paragraph.end)
            for at in range(low, high):
                time = self.times[at]
                if time.kind in ("sameday", "anchored"):
                    if not self._before_telling(paragraph, at, of_cue):
                        time = self._moved(time, deed, told, near=paragraph.start - since <= _NEAR_DEED)
                    self.times[at] = time
                if time.date_to is None or time.precision not in ("day", "night"):
                    continue
                if self._in_dateline(paragraph, time):
                    continue
                if of_cue(paragraph.frame, time):
                    told = time.date_to
                elif deed is not None and (self._recalled(paragraph, time, deed) or self._came_of_it(time)):
                    told, since = (
                        time.date_to,
                        time.end,
                    )  # "flown out on Tuesday. Three days earlier, rebels …"
                else:
                    deed, told, since = time.date_to, None, time.end

    def _recalled(self, paragraph: Paragraph, time: TimeSpan, deed: dt.date) -> bool:
        """ "… after an earlier strike there on March 21": a day of what is only recalled, from which nothing is counted."""
        if time.date_to is None or time.date_to >= deed:
            return False
        low = self.parsed.text.rfind(". ", paragraph.start, time.start) + 1 or paragraph.start
        return RECALLED.search(self.parsed.text, low, time.start) is not None

    def _came_of_it(self, time: TimeSpan) -> bool:
        """Is it the day on which the dead were buried, or the wounded brought away?"""
        before = max(0, time.phrase_start - 90), time.phrase_start
        return (
            AFTERWARDS.search(self.parsed.text, *before) or BROUGHT.search(self.parsed.text, *before)
        ) is not None

    def _before_telling(self, paragraph: Paragraph, at: int, of_cue: OfCue) -> bool:
        """ "The army said on Friday that it had shelled the camp earlier in the day", or "the previous day": counted from Friday."""
        time, said = self.times[at], self._in_sentence(self.times[at].start)
        if said is None or said.date_to is None or time.date_to is None or _FROM_LAST not in time.rule:
            return False
        back = dt.timedelta(0) <= said.date_to - time.date_to <= DAY
        return back and said.start >= paragraph.start and of_cue(paragraph.frame, said)

    def _moved(self, time: TimeSpan, deed: dt.date | None, told: dt.date | None, *, near: bool) -> TimeSpan:
        """A time counted from the day of the telling or of the report, counted from that of the deed told last."""
        if time.date_from is None or time.date_to is None:
            return time
        base, single = None, time.precision in ("day", "night")
        if _FROM_LAST in time.rule and near and not _LATER.match(time.text):
            base = told
        elif (
            _FROM_REPORT.search(time.rule)
            and single
            and (time.kind == "anchored" or _THAT_DAY.search(time.text))
        ):
            base = self.published
        if base is not None and deed is not None:
            rule = _FROM_REPORT.sub(lambda m: m.group().replace("publication", _FROM_LAST), time.rule)
            moved_by = deed - base
            time = replace(
                time, date_from=time.date_from + moved_by, date_to=time.date_to + moved_by, rule=rule
            )
        ahead = self.published is not None and time.date_to is not None and time.date_to > self.published
        if ahead and time.kind == "anchored" and time.tense != "future":
            return replace(time, date_from=None, date_to=None, rule="counted from a day that is not told")
        return time

    def _in_dateline(self, paragraph: Paragraph, time: TimeSpan) -> bool:
        """ "JUBA, March 10 (Agency) -- ": the day of the report, on which nothing was done."""
        if time.start - paragraph.start > 40 or time.date_to != self.published:
            return False
        line = _DATELINE.match(self.parsed.text, paragraph.start, paragraph.end)
        return line is not None and time.end < line.end()

    def _of_the_month_before(self) -> None:
        """ "184 died in September, up from 151 the month before": in August."""
        for at, time in enumerate(self.times[1:], 1):
            if time.kind != "earlier count" or (match := _MONTH_BEFORE.fullmatch(time.text)) is None:
                continue
            last = self.times[at - 1]
            if last.kind == "earlier count" and at > 1:
                last = self.times[at - 2]
            if last.precision not in ("month", "year") or last.date_from is None or last.date_to is None:
                continue
            if time.start - last.end > _SENTENCE or (last.precision == "year" and not match.lastgroup):
                continue
            months = 1 if match["m"] or match["pm"] or match["am"] else 12
            day = add_months(last.date_from, -months)
            first, end = (
                month_span(day.year, day.month)
                if last.precision == "month"
                else (
                    day,
                    add_months(last.date_to, -months),
                )
            )
            self.times[at] = replace(
                time,
                date_from=first,
                date_to=end,
                precision="month",
                rule=f"{months} months before {last.rule}",
            )

    def _of_the_same_period(self) -> None:
        """ "19 operations in July. In the same period of 2020 it held 31": in July 2020."""
        for at, time in enumerate(self.times):
            if time.precision != "year" or time.date_from is None:
                continue
            if not _SAME_PERIOD.search(self.parsed.text, max(0, time.start - 50), time.start):
                continue
            low = max(0, at - 6)
            for told in reversed(self.times[low:at]):
                if told.date_from is None or told.date_to is None or time.start - told.end > _SPOKEN_OF:
                    continue
                if told.date_from < told.date_to and told.date_from.year == told.date_to.year:
                    years = time.date_from.year - told.date_from.year
                    first = add_months(told.date_from, 12 * years)
                    last = add_months(told.date_to, 12 * years)
                    if told.precision == "month" and (told.date_to + DAY).day == 1:
                        last = month_span(last.year, last.month)[1]
                    rule = f"the same days as {told.rule}, in {first.year}"
                    self.times[at] = replace(
                        time, date_from=first, date_to=last, precision=told.precision, rule=rule
                    )
                    break

    def _spans(self) -> list[TimeSpan]:
        """ "The army said on Monday that it had retaken the town after three days of fighting": the days up to Monday."""
        found = []
        for match in _AFTER_DAYS.finditer(self.parsed.text):
            last = self._in_sentence(match.start())
            if last is None or last.date_to is None or last.date_from != last.date_to:
                continue
            days = number_of(match["n"] or match["d"])
            if not 1 < days <= _LONGEST:
                continue
            first = last.date_to - (days - 1) * DAY
            rule = f"{days} days up to {last.rule}"
            found.append(
                replace(
                    last, start=match.start(), end=match.end(), text=match.group(), date_from=first, precision="range",
                    rule=rule, lead="after", phrase_start=match.start(), kind="fight", parts=(),
                )
            )  # fmt: skip
        return found

    def _next_days(self, of_cue: OfCue) -> list[TimeSpan]:
        """ "A bomb went off late on Tuesday, and a second one hit the police a few hours later": on Wednesday."""
        found = []
        for match in _HOURS_LATER.finditer(self.parsed.text):
            last = self._in_sentence(match.start())
            if last is None or last.date_to is None or last.date_from != last.date_to:
                continue
            paragraph = self.parsed.paragraphs[
                bisect_right(self.parsed.paragraphs, last.start, key=lambda p: p.start) - 1
            ]
            back = match["back"] is not None
            turns = is_early(self.parsed.text, last) if back else is_late(self.parsed.text, last)
            said = of_cue(paragraph.frame, last)
            if said != (back and not turns):
                continue  # "said on Tuesday that it had clashed with them hours earlier": on Tuesday
            day = last.date_to + (dt.timedelta(0) if said else -DAY if back else DAY)
            if self.published is not None and day > self.published:
                continue
            found.append(
                replace(
                    last, start=match.start(), end=match.end(), text=match.group(), date_from=day, date_to=day,
                    rule=f"hours {'before' if said else 'before the morning of' if back else 'after the night of'} {last.rule}", precision="day", lead="", phrase_start=match.start(),
                    kind="anchored", parts=(),
                )
            )  # fmt: skip
        return found

    def _in_sentence(self, start: int) -> TimeSpan | None:
        """The day that the sentence tells before `start`."""
        text = self.parsed.text
        low = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - _SENTENCE)
        at = bisect_left(self._starts, start)
        if at and self.times[at - 1].start > low and self.times[at - 1].date_to is not None:
            return self.times[at - 1]
        return None
