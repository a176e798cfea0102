"""Deeds that a report only recalls beside its own: "The attack came a week after a strike on X killed three"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.backrefs import paragraph_of
from extract.recallwords import PASSING, RECALLED, RECALLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.figures import Read
    from extract.group import Group
    from extract.parse import Parsed


_HAD = re.compile(r"\bhad\s+(?:\w+ly\s+|already\s+)?(?:been|[a-z]+ed)\b")
#: What is only recalled is told with no more figures.
_FEW = 2


def recalled(parsed: Parsed, group: Group) -> bool:
    """Was the event told first in a sentence or a paragraph that recalls what was before the news?"""
    first = min(group.sentences)
    paragraph = parsed.paragraphs[paragraph_of(parsed, first[0])]
    short = paragraph.end - paragraph.start < PASSING
    if short and RECALLS.match(parsed.text, paragraph.start, paragraph.end) is not None:
        return True
    return RECALLED.search(parsed.text, *first) is not None


def main_event(parsed: Parsed, groups: Sequence[Group], read: Read, told: Group) -> Group | None:
    """The event of the news to which a new paragraph goes back, where the last one only recalled `told`."""
    last = max(told.paragraphs, default=-1)
    if (
        len(told.reads) > _FEW
        or read.draft.paragraph <= last
        or last != min(told.paragraphs)
        or not recalled(parsed, told)
    ):
        return None
    found = read.draft.counted
    if read.figure.claimant is None and found is not None and _HAD.search(found.first.sent.text):
        return None  # "Two pupils had been missing for weeks": before both
    before = [g for g in groups if g is not told and g.paragraphs and min(g.paragraphs) < last]
    return next((g for g in reversed(before) if not recalled(parsed, g)), None)
