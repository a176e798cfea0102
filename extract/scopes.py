"""Over what a figure counts: one event, a period, or all since the war began."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from extract.model import Scope

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.drafts import Draft

_CUMULATIVE = re.compile(
    r"\b(?:number\s+of\s+[^.;,]{1,100}?\b(?:rose|risen|climbed|increased|grew|grown|gone\s+up)\s+to\b|death\s+toll|toll\s+(?:\w+\s+){0,3}(?:rose|risen|climbed|reached|stands|to)|since\s+(?:the\s+|a\s+|last\s+)?(?:war|start|beginning|outbreak|conflict|fighting|invasion|truce|cease-?fire|coup|takeover|uprising|\w+\s+\d|"
    r"\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|last)|so\s+far|to\s+date|in\s+total\s+since|overall\s+toll)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:over|in|during|within|for)\s+the\s+(?:past|last|previous)\s+(?!\d?\d\s+hours|night)|\b(?:this|last)\s+(?:week|month|year)\b|\bper\s+(?:day|week|month)\b|\bin\s+recent\b",
    re.IGNORECASE,
)
#: "The war has killed …": what a whole war did, up to the day of writing.
_WAR_LONG = re.compile(
    r"\b(?:wars?|conflicts?|insurgency|invasion|uprising|rebellion|crisis|genocide|hostilities|fighting)\b(?:,[^,;.]{1,80},|[^,;.]{0,60}?)(?:,?\s+(?:which|that))?\s+(?:has|have)\s+"
    r"(?:\w+ly\s+|also\s+|now\s+|already\s+|since\s+)?[a-z]+(?:ed|en|wn|ft|de|st)\b[^.;]*$",
    re.IGNORECASE,
)
#: Behind these a sum is told that the count before goes into: "killed 12, bringing the toll since Monday to 40".
_BRINGS = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|rais(?:es|ed|ing)|tak(?:es|ing)|took|put(?:s|ting)?|push(?:es|ed|ing))\b",
    re.IGNORECASE,
)


#: "Killed 16, as the toll from Friday's bombing rose to 72": the toll is another deed's.
_OTHERS_TOLL = re.compile(r",\s+(?:even\s+)?(?:as|while)\s+the\s", re.IGNORECASE)
_IN_THE_WAR = re.compile(
    r"[^.;]{0,40}\b(?:killed|died|dead|perished|displaced|uprooted|wounded|injured)\s+(?:so\s+far\s+)?(?:in|by|during|since)\s+the\s+(?:[\w-]+\s+){0,2}?(?:war|conflict|insurgency|invasion)\b(?!\s+(?:zone|crime|in\s+which))",
    re.IGNORECASE,
)


def of_the_war(draft: Draft) -> bool:
    """Is it told of the whole war: "The war has killed tens of thousands"?"""
    if draft.counted is None:
        return False
    # No farther back than a long sentence, so that one of ten thousand numbers stays linear.
    start = max(draft.piece.start(draft.counted.first.sent[0]), draft.number.start - 400)
    text = draft.piece.text
    if _WAR_LONG.search(text, start, draft.number.start) is not None:
        return True
    # "Some 150,000 people have died in the war"
    return draft.number.value >= 100 and _IN_THE_WAR.match(text, draft.number.end) is not None


def scope_of(draft: Draft, time: TimeSpan | None, own: bool) -> Scope:
    """The scope of a draft; `time` is the time read for it, `own` whether its own words tell it."""
    if draft.counted is None:
        return "event"
    if draft.reading is not None and draft.reading.role == "toll":
        return "cumulative"
    if not own and of_the_war(draft):
        return "cumulative"
    sent = draft.counted.first.sent
    start, end = draft.piece.start(sent[0]), draft.piece.end(sent[-1])
    if _told(_CUMULATIVE, draft, start, end):
        return "cumulative"
    if (
        own
        and time is not None
        and time.date_from is not None
        and time.date_to is not None
        and (time.date_to - time.date_from).days > 1
    ):
        return "period"
    return "period" if _told(_PERIOD, draft, start, end) else "event"


def _told(pattern: re.Pattern[str], draft: Draft, start: int, end: int) -> bool:
    """Do the words stand in the sentence, and not with a sum that the draft only goes into?"""
    text = draft.piece.text
    for match in itertools.islice(pattern.finditer(text, start, end), 8):
        if match.start() < draft.end:
            return True
        gap = (draft.end, match.start() + 1)
        if not _BRINGS.search(text, *gap) and not _OTHERS_TOLL.search(text, *gap):
            return True
    return False
