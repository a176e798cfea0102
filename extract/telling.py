"""A sentence that tells a deed with its day, and whether it tells it only to say what had been before the news."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.dates import TimeSpan

NEXT_SENTENCE = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])")
#: A sentence of what had been before what is told.
_HAD_BEEN = re.compile(
    r"\s*(?:It|They|He|She|The\s+[a-z]+(?:\s+[a-z]+)?)\s+had\s+(?:\w+ly\s+|already\s+|first\s+)?\w+"
)
_COST = re.compile(r"\b(?:kill|wound|injur|died|dead\b|abduct|kidnap)")


@dataclass(slots=True)
class Telling:
    """A sentence that tells a deed with its day, and those of its paragraph that go on from it."""

    start: int
    end: int
    time: TimeSpan
    kinds: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    begin: int = 0  # of what was told of it before its day was


def in_passing(text: str, telling: Telling) -> bool:
    """ "…, two days after it had fallen", "It had been taken on Monday": told only to say what had been before."""
    end = telling.end
    if (stop := NEXT_SENTENCE.search(text, telling.start, end)) is not None:
        end = stop.start()
    before = telling.time.kind == "other time" or _HAD_BEEN.match(text, telling.start, end) is not None
    return (
        before and _COST.search(text, telling.start, end) is None
    )  # "… after raiders killed 57": more may be told of it
