"""Transcripts of talk: "HOLLEN: And who was it?" names who speaks, and no place that a report comes from."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.heads import Line

#: Who speaks, in capitals before a colon, with what he is at first: "MARA LIND, HOST:", "LIND:", "(Soundbite) LIND:".
_LABEL = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?P<name>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]*){0,4})"
    r"(?P<role>,\s(?:CO-)?(?:HOST|BYLINE|ANCHOR|CORRESPONDENT|PRESENTER|REPORTER|MODERATOR|GUEST))?\s?:(?=\s|\Z)"
)


def unlabel(lines: list[Line]) -> None:
    """Make datelines with a colon lines of text where the document is a transcript.

    It is one if a role stands with a label, or if two names that are no places take turns.
    """
    told = [line for line in lines if line.dateline is not None and _mere(line)]
    if not told:
        return
    labels = [match for line in lines if (match := _LABEL.match(line.text)) is not None]
    turns = Counter(match["name"] for match in labels)
    for line in told:
        match = _LABEL.match(line.text)
        if match is not None:
            turns.pop(match["name"], None)
    if any(match["role"] for match in labels) or sum(n for n in turns.values() if n > 1) > 1:
        for line in told:
            line.kind, line.dateline = "text", None


def _mere(line: Line) -> bool:
    """Is a dateline no more than a name before a colon, without day or agency?"""
    told = line.dateline
    return (
        told is not None and told.day is None and told.agency is None and _LABEL.match(line.text) is not None
    )
