"""What the opening leaves out of a count that the text tells again: its place, its day, and who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.fightdays import last_days
from extract.figuredays import of_one_deed
from extract.group import Group, day_of, spans
from extract.model import SET_APART
from extract.setting import NAMED
from extract.timewords import is_long

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.figures import Read
    from extract.parse import Parsed
    from extract.timing import Times


def as_in_the_text(parsed: Parsed, reads: list[Read]) -> None:
    """A headline's figure has the place and the actor of the same count in the text."""
    headlines = {i for i, p in enumerate(parsed.paragraphs) if p.headline}
    for read in reads:
        if read.figure.measure not in SET_APART and read.draft.paragraph in headlines:
            _complete(read, reads, headlines)


def exact_days(reads: list[Read], times: list[TimeSpan]) -> None:
    """ "A bomb that killed 31 people two decades ago", and further on "On February 14, 2003, … Thirty-one people died": then."""
    later: dict[tuple[float, str], list[Read]] = {}
    for read in reads:
        time = read.time
        if time is not None and time.resolved and not is_long(time) and read.figure.date_to is not None:
            later.setdefault(_count(read)[:2], []).append(read)
    for read in reads:
        time = read.time
        if time is None or time.date_from is None or time.date_to is None or time.kind not in _VAGUE:
            continue
        if not is_long(time) or time.lead == "since" or read.figure.value < _TELLING:
            continue
        for other in later.get(_count(read)[:2], ()):
            then = other.time
            assert then is not None
            assert then.date_to is not None
            if other.draft.start > read.draft.start and time.date_from <= then.date_to <= time.date_to:
                _day_of(read, other)
                read.time = then
                break
        else:
            # "An attack seven years ago in which 22 died. … on the night of March 6, 2015": that day
            exact = next((t for t in times if t.start > read.draft.end and _within(t, time)), None)
            if exact is not None and time.kind == "ago" and read.figure.when is not None:
                read.figure.date_from, read.figure.date_to = map(str, (exact.date_from, exact.date_to))
                read.figure.date_why = f"the day that is told of it below: {exact.rule}"
                read.time = exact


def _within(exact: TimeSpan, vague: TimeSpan) -> bool:
    """Is it a day that is printed with its year, and lies in a time that was told more loosely?"""
    if exact.kind != "explicit" or exact.date_from is None or exact.date_to is None or is_long(exact):
        return False
    if vague.date_from is None or vague.date_to is None or not _YEAR.search(exact.text):
        return False
    return vague.date_from <= exact.date_to <= vague.date_to


def _day_of(read: Read, other: Read) -> None:
    """Give a figure the day of the same count, and its town where it has none of its own."""
    figure, theirs = read.figure, other.figure
    figure.date_from, figure.date_to = theirs.date_from, theirs.date_to
    figure.date_why = f"that of the same count in the text: {theirs.date_why}"
    if figure.place_why != NAMED and theirs.place is not None:
        figure.place, figure.place_why = theirs.place, "that of the same count in the text"
        read.placed = other.placed


def days_in_full(parsed: Parsed, reads: list[Read], times: Times) -> None:
    """Once the events are found: the lead's counts have the day that the text tells, and a fight's all its days."""
    lead = next((i for i, p in enumerate(parsed.paragraphs) if not p.headline), -1)
    later: dict[_Count, Read] = {}
    for read in reads:
        if read.draft.paragraph > lead and read.figure.date_to is not None:
            later.setdefault(_count(read), read)
    for read in reads:
        plain = read.figure.when is None and read.draft.part_of is None and read.figure.value >= _TELLING
        if plain and read.draft.paragraph == lead and read.figure.measure not in SET_APART:
            if (other := later.get(_count(read))) is not None:
                _day_told_later(read, other)
            elif read.draft.counted is not None:
                span = times.sentence(read.draft.piece, read.draft.counted.first)
                if (days := times.summed(read.draft, span, of_days=True)) is not None:
                    read.figure.date_from, read.figure.date_to = map(str, (days.date_from, days.date_to))
                    read.figure.date_why = f"told below, day by day: {days.rule}"
    ends = last_days(parsed.text, times.times, times.published)
    for read in reads:
        figure, time = read.figure, read.time
        if time is None or figure.date_from is None or figure.date_from != figure.date_to:
            continue
        end, said = ends.get(time.start, (None, False))
        if end is not None and time.date_to is not None and figure.date_to == time.date_to.isoformat():
            if said or figure.when is None:
                figure.date_to = end.isoformat()
                figure.date_why = f"{figure.date_why}; to the day on which it ended"


def days_of_one_deed(groups: Iterable[Group]) -> None:
    """ "A raid on a base this week killed 29", and the raid was on Wednesday: so were its dead."""
    for group in groups:
        if group.day is None or group.weak_day or spans(group.day):
            continue
        for read in group.reads:
            day = day_of(read)
            if day is not None and spans(day) and day[0] <= group.day[1] <= day[1] and of_one_deed(read):
                (read.figure.date_from, read.figure.date_to) = group.day
                read.figure.date_why = f"{read.figure.date_why}; the day of its deed"


def _complete(read: Read, reads: list[Read], headlines: set[int]) -> None:
    figure = read.figure
    for other in reads:
        theirs = other.figure
        if (
            other.draft.paragraph in headlines
            or theirs.value != figure.value
            or theirs.measure != figure.measure
        ):
            continue
        if figure.place is None and theirs.place is not None:
            figure.place, figure.place_why = theirs.place, "that of the same count in the text"
            read.placed = other.placed
        if figure.actor is None:
            figure.actor = theirs.actor
        return


#: From which number on two equal counts are of one thing.
_TELLING = 3
_Count = tuple[float, str, "str | None"]
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: Words of a time so long that a day in it may be meant.
_VAGUE = frozenset({"ago", "year", "month", "period", "window"})
#: Why a day is that of what stands right before.
_OWN_DAY = ("said earlier in the paragraph", "that of the deed spoken of")


def _count(read: Read) -> _Count:
    return read.figure.value, read.figure.measure, read.figure.unit


def _day_told_later(read: Read, other: Read) -> None:
    """ "… while a bomb left eight soldiers dead", and further on "The blast killed eight soldiers" with its day and town."""
    theirs = other.figure
    if theirs.when is None and not (theirs.date_why or "").startswith(_OWN_DAY):
        return
    _day_of(read, other)
