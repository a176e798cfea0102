"""The day on which a deed was that a sentence tells without a number."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.clauses import of_a_state
from extract.group import printed_day

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.parse import Piece
    from extract.setting import Setting

#: Where another clause of a sentence begins, with a time of its own.
_CUT = re.compile(
    r"[;:]\s|\.\s+[A-Z]|,\s+(?:and|but|while|whereas)\s+(?=[^,;.]{1,60}\s(?:was|were|had|has|have)\b)"
)


#: Before the day of what somebody had done before.
_WHO_HAD = re.compile(r"\b(?:who|which)\s+had\b[^,;.]*\Z")


def day_told(
    setting: Setting, piece: Piece, span: tuple[int, int], deed: int | None = None
) -> tuple[tuple[str, str] | None, str | None]:
    """The day of a sentence's event, else the lead's; or how it is printed when it cannot be known.

    Of several days that a sentence tells, the one told nearest to the `deed` is meant.
    """
    told = [
        t
        for t in setting.times_in(*span)
        if not setting.of_cue(piece, t) and not of_a_state(setting.parsed.text, t)
    ]
    if len(told) > 1:  # "Killed a teacher who had fled the town two days earlier on Sunday"
        text = setting.parsed.text
        now = [t for t in told if _WHO_HAD.search(text, max(span[0], t.start - 60), t.start) is None]
        told = now or told
    if deed is not None:
        text = setting.parsed.text
        # … and rather one of its own clause: "was looted on Sunday; patients had left the day before".
        own = {t.start: not _CUT.search(text, min(t.end, deed), max(t.start, deed)) for t in told}
        told.sort(
            key=lambda t: (not own[t.start], t.start - deed if t.start >= deed else 20 + deed - t.start)
        )
    times = [t for t in told if t.resolved]
    if times:
        day = setting.deeds_day(times[0])
        return iso(day.date_from, day.date_to), None
    printed = printed_day(told[0].text, None) if told else None
    if printed is not None:
        return None, printed
    if setting.entries and (entry := setting.entry_at(span[0])) is not None:
        return iso(entry.date_from, entry.date_to), None
    if setting.tellings is not None and (told_day := setting.tellings.day_of(span)) is not None:
        return iso(told_day.date_from, told_day.date_to), None
    lead = [setting.deeds_day(t) for t in setting.times_in(*setting.lead) if t.resolved]
    return (iso(lead[0].date_from, lead[0].date_to) if lead else None), None


def said_on(setting: Setting, span: tuple[int, int]) -> tuple[str, str] | None:
    """ "The ministry said on Tuesday that its troops had captured X": Tuesday, where no other day is told."""
    at = bisect_right(setting.parsed.paragraphs, span[0], key=lambda p: p.start) - 1
    piece = setting.parsed.paragraphs[at].frame
    times = [t for t in setting.times_in(*span) if t.resolved and of_a_day(t)]
    if not times or any(not setting.of_cue(piece, t) for t in times):
        return None
    return iso(times[0].date_from, times[0].date_to)


def of_a_day(time: TimeSpan) -> bool:
    """Does it tell of one day, and not of months?"""
    return (
        time.date_from is not None and time.date_to is not None and (time.date_to - time.date_from).days <= 2
    )


def iso(a: dt.date | None, b: dt.date | None) -> tuple[str, str] | None:
    return (a.isoformat(), b.isoformat()) if a is not None and b is not None else None
