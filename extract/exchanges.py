"""Exchanges of prisoners: one told on, and counts of those who came home in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.eventkinds import VIOLENT
from extract.group import Group, absorb, day_of, same_day, same_print
from extract.nouns import held_as, singular
from extract.setting import NAMED

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

#: Paragraphs within which those freed are told of.
_REACH = 3
#: … and those whom an attack took.
_NEXT = 2
#: How many events back they are looked for.
_RECENT = 24
_STATES = frozenset({"killed", "injured", "missing", "captured", "hospitalized", "other", "casualties"})
_BACK = r"(?:returned|came\s+(?:home|back)|arrived|landed|flew\s+(?:home|back|in)|(?:were|was|had\s+been)\s+(?:just\s+)?(?:freed|released|returned|exchanged|swapped|handed\s+over|brought\s+(?:home|back)))"
_FREED = re.compile(
    rf"\bwho\s+(?:have\s+|had\s+|has\s+)?{_BACK}\b"
    r"|\b(?:the|those|of)\s+(?:newly\s+)?(?:freed|released|returned|exchanged|returning|repatriated)\b"
    r"|\b(?:returnees|released\s+prisoners|freed\s+(?:prisoners|hostages|captives|soldiers))\b",
    re.IGNORECASE,
)


def of_the_freed(parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int]) -> Group | None:
    """ "Nine of those who returned were wounded": the exchange told last before, or None."""
    if read.figure.measure not in _STATES or _FREED.search(parsed.text, *span) is None:
        return None
    for group in reversed(groups[-_RECENT:]):
        if group.kind in ("prisoner_exchange", "abduction") and group.paragraphs:
            near = read.draft.paragraph - max(group.paragraphs) <= _REACH
            return group if near else None
    return None


#: What becomes of those who were taken, on whatever day.
_AFTERWARDS = frozenset({"missing", "rescued", "released"})
_TAKEN = frozenset({"abducted", "missing"})


#: What two sides do with their prisoners.
_BY_BOTH = re.compile(
    r"\b(?:exchang(?:ed|ing)|swap(?:ped|ping|s)?|prisoners?\s+of\s+war|POWs?|each\s+(?:side|other|to\s+the\s+other)|both\s+sides|the\s+(?:other|two)\s+sides?)\b"
)


def of_the_taken(groups: list[Group], read: Read, span: tuple[int, int]) -> Group | None:
    """ "38 are missing and 11 were rescued on Tuesday", after an abduction: of the deed told last, in which they were taken."""
    if read.figure.measure not in _AFTERWARDS or (read.placed is not None and read.placed.why == NAMED):
        return None
    found = read.draft.counted
    if read.figure.measure == "released" and found is not None and _BY_BOTH.search(found.first.sent.text):
        return None  # a swap, whomever a fight told before has taken
    held = singular((read.figure.unit or "").split(" ")[-1]) in held_as()
    value = read.figure.value
    for group in reversed(groups[-_RECENT:]):
        far = read.draft.paragraph - max(group.paragraphs, default=-9) > _NEXT
        if far or group.window:
            continue
        day = day_of(read)
        if day is not None and group.day is not None and day[1] < group.day[0]:
            return None  # nobody is freed before he is taken
        taken = [r.figure.value for r in group.reads if r.figure.measure in _TAKEN]
        jailed = [r.figure.value for r in group.reads if r.figure.measure == "arrested"]
        if group.kind == "arrest" and value > max(jailed, default=0):
            continue  # two were detained; 84 prisoners went home in a swap
        if group.overlaps(span) and not taken:
            continue  # "freed five" makes no exchange of its own sentence
        if not taken and group.kind in VIOLENT and read.figure.when is not None:
            if day is not None and not same_day(group.day, day):
                return None  # of another day than the deed, which took nobody
        known = held or value in taken or group.kind == "abduction"
        if known and max(taken, default=value) >= value:
            return group
        if group.kind in VIOLENT or group.kind == "prisoner_exchange":
            return None
    return None


#: How many exchanges back one may be told on.
_LAST = 8


def one_exchange(groups: list[Group]) -> list[Group]:
    """ "212 were freed: 130 were flown from one city and 82 from the other": one exchange, told on."""
    out: list[Group] = []
    exchanges: list[Group] = []
    for group in groups:
        if group.kind != "prisoner_exchange":
            out.append(group)
            continue
        home = next(
            (
                g
                for g in exchanges[-_LAST:]
                if g.paragraphs
                and group.paragraphs
                and min(abs(a - b) for a in g.paragraphs for b in group.paragraphs) <= 1
                and same_day(g.day, group.day)
                and same_print(g.printed, group.printed)
                and not (g.placed and group.placed and not _carried_away(g, group))
            ),
            None,
        )
        if home is None:
            out.append(group)
            exchanges.append(group)
        else:
            absorb(home, group)
            home.why = "one exchange, told on"
    return out


def _carried_away(one: Group, other: Group) -> bool:
    """May the places of two be the ends of one exchange's way?"""
    texts = (one, other)
    return any(
        _FLOWN.search(r.draft.piece.text, r.figure.end, r.figure.end + 60) for g in texts for r in g.reads
    )


_FLOWN = re.compile(r"\b(?:flown|flew|driven|brought|taken|bused|travelled|traveled|transferred|handed)\b")
