"""What is told on of an attack without a place of its own: the other side's claim, officials' counts, who fled, what was seized."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.eventkinds import VIOLENT
from extract.group import WEAPONS, Group, lies_in, same_day, same_place, same_print, spans
from extract.joining import absorb
from extract.ownplaces import NAMED

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.setting import Setting

#: Kinds of what may be told on of an attack.
_LOOSE = VIOLENT | {"abduction", "arrest", "other", "accident", "territory_change"}
#: Kinds of attacks of which more is told.
_ANCHORS = VIOLENT | {"abduction", "territory_change"}
#: Paragraphs in which an attack is told on.
_REACH = 2
#: A new attack, though no place of it is told.
_NEW = re.compile(
    r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}?(?:strike|air\s?strike|attack|raid|blast|bombing|ambush|explosion|assault|missile|shelling)\b",
    re.IGNORECASE,
)


def settle(setting: Setting, groups: list[Group]) -> list[Group]:
    """Give what is told without a place of its own to the attack on a town that was told last before it."""
    out = sorted(groups, key=lambda g: min(g.sentences))
    for loose in list(out):
        if not _told_on(setting, loose):
            continue
        home = _told_last(setting, loose, out)
        if home is not None:
            kind = home.kind
            absorb(home, loose)
            home.kind, home.why = kind, "what is told on, without a place of its own"
            out.remove(loose)
    return out


def _told_on(setting: Setting, group: Group) -> bool:
    """Has none of its figures a place that its own sentence names for it?"""
    if group.kind not in _LOOSE or not group.reads or group.window or group.another or group.answer:
        return False
    if group.day is not None and spans(group.day):
        return False
    if any(r.figure.measure in WEAPONS or not _loose(r) for r in group.reads):
        return False
    return not any(_NEW.search(setting.parsed.text, *span) for span in group.sentences)


def _loose(read: Read) -> bool:
    return read.placed is None or read.placed.why not in (NAMED, "named earlier in the paragraph")


def _told_last(setting: Setting, loose: Group, groups: list[Group]) -> Group | None:
    at = min(loose.sentences)
    before = [
        (max(s for s in g.sentences if s < at), g)
        for g in groups
        if g is not loose and g.kind in _ANCHORS and min(g.sentences) < at and g.mention is not None
        and g.mention.kind not in ("country", "region", "sea")
    ]  # fmt: skip
    if not before:
        return None
    last, home = max(before, key=lambda pair: pair[0])
    if _paragraph(setting, at[0]) - _paragraph(setting, last[0]) > _REACH:
        return None
    if not (loose.weak_day or same_day(home.day, loose.day)) or not same_print(home.printed, loose.printed):
        return None
    if any(last < max(g.sentences) < at and g.placed and same_place(g.place, loose.place) for g in groups):
        return None  # told of that place itself
    return home if _around(loose, home) else None


def _around(loose: Group, home: Group) -> bool:
    """May the place that was worked out for the figures be the event's, or hold it?"""
    if loose.mention is None or same_place(loose.place, home.place) or lies_in(home.mention, loose.mention):
        return True
    if any(same_place(area.name, loose.place) for area in home.areas):
        return True
    return all(r.placed is not None and r.placed.why.startswith("“the area") for r in loose.reads)


def _paragraph(setting: Setting, offset: int) -> int:
    return bisect_right(setting.parsed.paragraphs, offset, key=lambda p: p.start) - 1
