"""Names that are only a part of an armed group's name: the land in "Islamic State West Africa Province"."""

from __future__ import annotations

import functools

from extract.lexicon import load
from extract.parties import group_mentions

#: The longest of their names, in characters.
_REACH = 50


@functools.cache
def _ends() -> frozenset[str]:
    names = [str(name).casefold().split() for name in load("actors")["groups"]]
    return frozenset(word for words in names if len(words) > 2 for word in words[1:])


def in_group_name(text: str, start: int, end: int) -> bool:
    """Is text[start:end] only a part of a listed group's name?"""
    if text[start:end].split()[-1].casefold() not in _ends():
        return False
    around = group_mentions(text, max(0, start - _REACH), min(len(text), end + _REACH))
    return any(first < start and end <= last for first, last, _ in around)
