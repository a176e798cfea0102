"""Whether two events that might be one are two deeds: items of one list, or means of which neither is the other's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.group import Group
    from extract.parse import Parsed

#: How an item of a list begins: a bullet, a dash, a number.
_ITEM = re.compile(r"\s*(?:[•▪●◦‣*·–—-]|\d{1,2}[.)]\s)")
#: What falls from afar, which nothing is that was laid or worn.
_AFAR = frozenset({"drone_strike", "missile_strike", "air_strike", "shelling"})
_MEANS = _AFAR | {"bombing"}


#: "The strikes came hours after bombs fell on X", "the attack followed a raid on Y": what was told, and an earlier deed.
_AFTER_THIS = re.compile(
    r"\s*(?:The|This|These|That|Those)\s+(?:[\w-]+\s+){1,3}?(?:(?:came|comes|happened|occurred|took\s+place)\s+(?:(?:just|only|barely|less\s+than|[\w-]+)\s+){0,3}?after|follow(?:s|ed))\b"
)


def _after_this(parsed: Parsed, group: Group) -> bool:
    """Is it first told as what another deed came after?"""
    start, end = min(group.sentences)
    # The clause alone may be the event's; its sentence begins before it.
    opens = max(parsed.text.rfind(". ", 0, start) + 1, parsed.text.rfind("\n", 0, start) + 1)
    return _AFTER_THIS.match(parsed.text, opens, end) is not None


def is_item(parsed: Parsed, paragraph: int) -> bool:
    """Is a paragraph an item of a list, which tells what it tells by itself?"""
    return _ITEM.match(parsed.text, parsed.paragraphs[paragraph].start) is not None


def two_deeds(parsed: Parsed, one: Group, other: Group) -> bool:
    """Are they two items of a list, a mine and rockets, or one that came after the other?"""
    first, then = min(one.paragraphs, default=0), min(other.paragraphs, default=0)
    if first != then and is_item(parsed, first) and is_item(parsed, then):
        return True
    if any(_after_this(parsed, group) for group in (one, other)):
        return True
    means = [group.kinds.keys() & _MEANS for group in (one, other)]
    if any(g.kinds.keys() == {"shooting"} for g in (one, other)) and any(
        found == {"bombing"} for found in means
    ):
        return True
    return {"bombing"} in means and any(found and found <= _AFAR for found in means)
