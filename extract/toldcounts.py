"""Counts of other things that an event's sentences tell: trucks of a convoy, what was seized, parts of its people."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.eventkinds import STRIKES

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.group import Group
    from extract.setting import Setting

#: Kinds of events whose own counts measure nothing that was done: trucks, people in the street.
_COUNTED = frozenset({"aid", "protest", "sanction"})
#: What aid comes in.
_LOADS = re.compile(
    r"\b(?:trucks?|lorr(?:y|ies)|vehicles?|tonnes?|tons?|flights?|planes?|ships?|rations|parcels)\b"
)
#: What an attack is flown or fired with, counted in its own sentence.
_SENT = re.compile(
    r"(?:[\w-]+\s+)*(?:aircraft|jets?|warplanes?|planes|helicopters|gunships|drones?|missiles?|rockets|bombs|shells|salvos?|volleys|waves|sorties)",
    re.IGNORECASE,
)
#: Herds, and what raiders do with them.
_HERD = re.compile(
    r"\b(?:cattle|cows|livestock|animals|sheep|goats|camels|donkeys|herd|head\s+of)\b", re.IGNORECASE
)
_DRIVEN = re.compile(
    r"\b(?:dr(?:ove|iven|iving)\s+(?:off|away)|took|taken|taking|rustl\w+|raid(?:ed|ing)|rounded\s+up)\b",
    re.IGNORECASE,
)
_TONNES = re.compile(r"(?:metric\s+)?(?:tonnes?|tons?)")
_SEIZED = re.compile(
    r"\b(?:seiz\w+|confiscat\w+|found|recover\w+|discover\w+|intercept\w+|impound\w+|carrying|made\s+off\s+with|hijacked|commandeered|stopped|looted|stole|captured)\b",
    re.IGNORECASE,
)


def give_counts(setting: Setting, groups: list[Group], others: list[Read]) -> None:
    """Counts of other things that an event's sentence tells: trucks of a convoy, what was seized, parts of its people."""
    homes = {id(read.draft): group for group in groups for read in group.reads}
    told = sorted(
        ((a, b, at) for at, group in enumerate(groups) for a, b in group.sentences), key=lambda s: s[:2]
    )
    for read in others:
        found = read.draft.counted
        if found is None or not read.figure.unit or id(read.draft) in homes:
            continue
        if read.draft.measured and not _TONNES.fullmatch(read.figure.unit):
            continue
        home = homes.get(id(read.draft.part_of)) if read.draft.part_of is not None else None
        if home is None:
            span = setting.sentence(read.draft.piece, found.first)
            at = bisect_left(told, span[1], key=lambda s: s[0])
            near = [(a, b, groups[which]) for a, b, which in told[max(0, at - 6) : at]]
            home = next((g for a, b, g in near if b > span[0] and _counts(setting, g, read, span)), None)
            home = home or _just_before(setting, near, read, span)
            after = [(a, groups[which]) for a, _, which in told[at : at + 3]]
            home = home or _just_after(setting, after, read, span)
        if home is not None:
            home.reads.append(read)
            homes[id(read.draft)] = home


def _counts(setting: Setting, group: Group, read: Read, span: tuple[int, int]) -> bool:
    """Does a sentence of the event count it as a thing of the event's?"""
    if group.kind in _COUNTED:
        loads = _LOADS.search(read.figure.unit or "") is not None
        return loads or not any(r.figure.measure != "other" for r in group.reads)
    if group.kind in STRIKES and _SENT.fullmatch(read.figure.unit or ""):
        return True
    return _took(setting, read, span)


def _took(setting: Setting, read: Read, span: tuple[int, int]) -> bool:
    """Do the words before the number say that it was taken?"""
    text, start = setting.parsed.text, read.figure.start
    if _SEIZED.search(text, span[0], start) is not None:
        return True
    herd = _HERD.search(f"{read.figure.unit} {text[read.figure.end : read.figure.end + 20]}") is not None
    return herd and _DRIVEN.search(text, span[0], start) is not None


def _just_before(
    setting: Setting, near: list[tuple[int, int, Group]], read: Read, span: tuple[int, int]
) -> Group | None:
    """ "Rockets landed near the airport. Police found a launcher with six rockets": of what was told just before."""
    if not _took(setting, read, span):
        return None
    return next((g for _, b, g in near if 0 <= span[0] - b <= 3), None)


def _just_after(
    setting: Setting, later: list[tuple[int, Group]], read: Read, span: tuple[int, int]
) -> Group | None:
    """ "A team searched a dhow and seized 80 crates. Fourteen men were detained": of the arrest told next."""
    if _SEIZED.search(setting.parsed.text, span[0], read.figure.start) is None:
        return None
    return next((g for a, g in later if g.kind == "arrest" and 0 <= a - span[1] <= 3), None)
