"""A country's night: what its lead counts as hurt over all of it, and the weapons that were sent there, are one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.eventkinds import STRIKES
from extract.group import Group, absorb, harmed, is_country, of_weapons, same_spot
from extract.nearer import told_of_many

if TYPE_CHECKING:
    from extract.parse import Parsed

#: Paragraphs within which the weapons are counted of what the lead has told.
_REACH = 4


def one_night(parsed: Parsed, groups: list[Group]) -> list[Group]:
    """ "Attacks across the country killed seven over the past day. … Of 71 drones launched overnight, 54 were shot down": one event."""
    out = list(groups)
    for hurt in groups:
        if hurt.kind not in STRIKES or not is_country(hurt) or not harmed(hurt) or of_weapons(hurt):
            continue
        sent = next((g for g in out if g is not hurt and _of_night(hurt, g)), None)
        if sent is not None and told_of_many(parsed, hurt):
            kind = sent.kind
            absorb(hurt, sent)
            hurt.kind, hurt.why = kind, "what a country's night was told by"
            out.remove(sent)
    return out


def _of_night(hurt: Group, sent: Group) -> bool:
    """Are nothing but weapons counted that came to the same country on the day of those hurt, sent by the same side?"""
    if not of_weapons(sent) or harmed(sent) or not same_spot(hurt, sent) or sent.kind not in STRIKES:
        return False
    if hurt.day is None or sent.day is None or hurt.day[1] != sent.day[1]:
        return False
    if hurt.actors and sent.actors and not hurt.actors.keys() & sent.actors.keys():
        return False
    return 0 <= min(sent.paragraphs, default=0) - min(hurt.paragraphs, default=0) <= _REACH
