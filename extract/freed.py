"""Counts of those who came home in an exchange: how many of them were wounded, or had been missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.group import Group

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

#: Paragraphs within which those freed are told of.
_REACH = 3
_STATES = frozenset({"killed", "injured", "missing", "captured", "hospitalized", "other", "casualties"})
_BACK = r"(?:returned|came\s+(?:home|back)|arrived|(?:were|was|had\s+been)\s+(?:just\s+)?(?:freed|released|returned|exchanged|swapped|handed\s+over|brought\s+(?:home|back)))"
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
    for group in reversed(groups):
        if group.kind in ("prisoner_exchange", "abduction") and group.paragraphs:
            near = read.draft.paragraph - max(group.paragraphs) <= _REACH
            return group if near else None
    return None
