"""Items of a printed list under a total: "the number of people killed rises to 163: – 74 civilians – 20 soldiers"."""

from __future__ import annotations

import itertools
import re

from extract.drafts import OVER_PLACE, PEOPLE, WEAPONS, Draft, class_of

#: What opens an item, at the beginning of its line.
_BULLET = re.compile(
    r"[ \t]*[-–—•*·▪◦●]\s*(?:(?:at\s+least|about|some|more\s+than|nearly)\s+)?", re.IGNORECASE
)
#: Between a total and its list.
_HEAD = re.compile(r"[^.;!?\n]{0,80}:[ \t]*\n")
#: A list longer than this (characters) is no longer looked through.
_LONGEST = 1_500


def under_a_total(text: str, draft: Draft, before: list[Draft]) -> None:
    """What a list's head counts and the item does not say of itself, with the head as its whole."""
    found = draft.counted
    if draft.measure != "other" or found is None or not before or not _opens_item(text, draft.start):
        return
    near = itertools.takewhile(lambda d: draft.start - d.end <= _LONGEST, reversed(before))
    head = next((d for d in near if not _in_item(text, d.start)), None)
    if head is None or not _lists(text, head.end, draft.start):
        return
    if found.kind == "elided":
        fits = head.measure in WEAPONS and OVER_PLACE.match(text, draft.number.end) is not None
        draft.unit = head.unit if fits else draft.unit
    else:
        fits = head.measure in PEOPLE and found.kind == class_of(head)
    if fits:
        draft.measure, draft.reading, draft.listed = head.measure, head.reading, True
        if head.number.high > draft.number.value:
            draft.item_of = head


def _in_item(text: str, start: int) -> bool:
    """Does the line of the number begin with a bullet?"""
    line = text.rfind("\n", max(0, start - _LONGEST), start) + 1
    return line > 0 and _BULLET.match(text, line) is not None


def _opens_item(text: str, start: int) -> bool:
    """Does the number open its line, behind a bullet?"""
    line = text.rfind("\n", max(0, start - 40), start) + 1
    return line > 0 and _BULLET.fullmatch(text, line, start) is not None


def _lists(text: str, head: int, item: int) -> bool:
    """Is there nothing between the head's number and the item but a colon and other items?"""
    opened = _HEAD.match(text, head)
    if opened is None or opened.end() > item:
        return False
    lines = text[opened.end() : text.rfind("\n", 0, item) + 1].splitlines()
    return all(not line.strip() or _BULLET.match(line) for line in lines)
