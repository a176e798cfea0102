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


def is_item(parsed: Parsed, paragraph: int) -> bool:
    """Is a paragraph an item of a list, which tells what it tells by itself?"""
    return _ITEM.match(parsed.text, parsed.paragraphs[paragraph].start) is not None


def two_deeds(parsed: Parsed, one: Group, other: Group) -> bool:
    """Are they two items of a list, or a mine and rockets?"""
    first, then = min(one.paragraphs, default=0), min(other.paragraphs, default=0)
    if first != then and is_item(parsed, first) and is_item(parsed, then):
        return True
    means = [group.kinds.keys() & _MEANS for group in (one, other)]
    if any(g.kinds.keys() == {"shooting"} for g in (one, other)) and any(
        found == {"bombing"} for found in means
    ):
        return True
    return {"bombing"} in means and any(found and found <= _AFAR for found in means)
