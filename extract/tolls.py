"""A toll that takes the place of an earlier one: "rose to 31 from 28", "26, down from 31", "an earlier toll of 12"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.model import SET_APART

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

_EARLIER = (
    r"(?:earlier|previous(?:ly)?|initial(?:ly)?|preliminary|prior|original(?:ly)?|first|provisional|former)"
)
_TOLLS = r"(?:toll|count|figure|tally|number|estimate|total|report|death\s+toll|casualty\s+(?:toll|count|figure))s?"
#: Words that say that a count is a toll, which grows, and no count of one night beside another's.
_TOLD_AS_TOLL = re.compile(
    r"\b(?:tolls?|tall(?:y|ies)|(?:death|body|casualty|victim)\s+counts?|revis\w+|updat\w+|correct(?:ed|s|ing)|"
    r"numbers?\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:dead|killed|deaths|fatalities|injured|wounded|missing|victims|casualties|displaced|people)|"
    r"confirmed\s+(?:dead|deaths|killed)|previously|earlier|initially)\b",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:ris(?:e|es|en|ing)|rose|climb\w*|increas\w+|jump\w*|grow\w*|grew|went|gone|go(?:es|ing)|rais\w+|revis\w+|"
    r"lower\w*|cut|reduc\w+|drop\w*|fall\w*|fell|adjust\w*|correct\w*|updat\w+|chang\w+|surg\w+|doubl\w+|mov\w+)"
)
_CHANGED = re.compile(rf"\b{_CHANGE}\b", re.IGNORECASE)
#: Between the new count and the earlier one after it.
_FROM = re.compile(
    rf"[^.;:]{{0,40}}?(?P<way>\b(?:up|down|revised|raised|increased|lowered|corrected|updated|adjusted)\b[^.;]{{0,20}}?)?\bfrom\s+"
    rf"(?:(?:an?|the|its|their)\s+)?(?:{_EARLIER}\s+)*(?:{_TOLLS}\s+)?(?:of\s+)?(?:the\s+)?(?:{_EARLIER}\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
#: Between an earlier count and the new one after it: "from 28 to 31".
_TO = re.compile(r"[\s\w’'-]{0,30}?\bto\s+(?:\w+\s+)?$", re.IGNORECASE)
_AN_EARLIER = re.compile(
    rf"[^.;]{{0,60}}\b(?:(?:than|of|from|not|instead\s+of|(?:replac|revis|correct|updat)\w+|above|over|after|against)\s+(?:an?|the|its|their)\s+{_EARLIER}\s+(?:{_TOLLS}\s+)?(?:of\s+)?"
    rf"|{_EARLIER}\s+{_TOLLS}\s+(?:of|was|were|stood\s+at|put\s+at)\s+)$",
    re.IGNORECASE | re.DOTALL,
)
#: Left of an earlier count whose new one follows: "revised an earlier toll of 12, saying …".
_REVISED = re.compile(
    rf"\b{_CHANGE}\s+(?:an?|the|its|their)\s+{_EARLIER}\s+{_TOLLS}\s+of\s+(?:[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"[^.;]{0,60}\b(?:compared\s+(?:with|to)|against)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_HAD_SAID = re.compile(
    rf"^(?:{_EARLIER}\b[^.]{{0,60}}\b(?:put|gave|said|reported|counted|toll|count|tally)|[^.]{{0,40}}\b(?:had\s+{_EARLIER}|{_EARLIER}\s+had|{_EARLIER})\s+(?:put|said|reported|given|counted))",
    re.IGNORECASE,
)


def link_revisions(parsed: Parsed, reads: list[Read]) -> None:
    """Sets `revises` of figures that take the place of an earlier one; both are cumulative."""
    text = parsed.text
    told = [read for read in reads if read.draft.measure not in SET_APART and read.draft.counted is not None]
    for one, two in pairwise(told):
        if one.draft.measure != two.draft.measure or one.draft.piece is not two.draft.piece:
            continue
        pair = _revision(text, one, two)
        if pair is None:
            continue
        new, old = pair
        if new.figure.value == old.figure.value and new.figure.modifier == old.figure.modifier:
            continue
        new.figure.revises = old.figure.id
        _leave_day(text, new, old)
        for each in (new, old):
            each.figure.scope = "cumulative"
            each.figure.part_of = (
                None if each.figure.part_of in (one.figure.id, two.figure.id) else each.figure.part_of
            )


_UP = re.compile(r",\s*(?:up|down|revised|raised|increased|lowered|compared)\b", re.IGNORECASE)


def _leave_day(text: str, new: Read, old: Read) -> None:
    """ "21, up from 17 on Monday": the day behind the earlier count is only that one's."""
    figure, end = new.figure, old.draft.end
    if figure.when is None or new.draft.end > end or not _UP.match(text, new.draft.end):
        return
    if text.find(figure.when, end, end + len(figure.when) + 8) >= 0:
        figure.when = figure.date_from = figure.date_to = figure.date_why = None


def _revision(text: str, one: Read, two: Read) -> tuple[Read, Read] | None:
    """The newer and the earlier of two neighbours, or None where neither revises the other."""
    first, second = one.draft.counted, two.draft.counted
    if first is None or second is None:
        return None
    sent = first.first.sent
    start = one.draft.piece.start(sent[0])
    between = text[one.draft.end : two.draft.start]
    if second.first.sent != sent:
        if two.draft.paragraph == one.draft.paragraph and second.first.sent.start == sent.end:
            begins = text[two.draft.piece.start(second.first.sent[0]) : two.draft.start]
            if _HAD_SAID.match(begins) and _one_place(one, two):
                return one, two
        return None
    left = text[start : one.draft.start]
    whole = text[start : two.draft.piece.end(sent[-1])]
    if not _TOLD_AS_TOLL.search(whole):
        return None
    if _AN_EARLIER.match(between) or _COMPARED.fullmatch(between):
        return one, two
    if _REVISED.search(left):
        return two, one
    match = _FROM.fullmatch(between)
    if match and (match["way"] or _CHANGED.search(left)):
        return one, two
    if _TO.fullmatch(between) and re.search(
        rf"\b{_CHANGE}\b.*\bfrom\s+(?:[\w-]+\s+){{0,4}}$", left, re.IGNORECASE | re.DOTALL
    ):
        return two, one
    return None


def _one_place(one: Read, two: Read) -> bool:
    places = {read.figure.place for read in (one, two)} - {None}
    return len(places) < 2
