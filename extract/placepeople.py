"""Places where people met, marched together or had been taken captive, which are not where the deed was."""

from __future__ import annotations

import re

#: How far before a place its phrase is looked for, in characters.
REACH = 90
_TALKS = re.compile(
    r"\b(?:talks|negotiations|meetings?|met|meet|summit|consultations|conference)(?:\s+[\w-]+){0,3}?\s+(?:in|at)\s+(?:the\s+)?(?:[\w-]+\s+(?:city|capital)\s+(?:of\s+)?)?\Z"
)


_GATHERED = re.compile(
    r"\b(?:protest\w*|rall(?:y|ies|ied)|march(?:ed|es)?|demonstrat\w+|vigils?|gathered|sit-ins?)(?:\s+[\w-]+){0,3}?\s+(?:in|at|outside)\s+(?:the\s+)?\Z"
)


#: Where captives had been taken or had fought before.
_CAPTURED = re.compile(
    r"\b(?:captured|seized|surrendered|imprisoned|taken\s+(?:prisoner|captive|hostage)|fought|served|defend(?:ed|ing|ers\s+of))\s+(?:[a-z]+\s+){0,3}?(?:in|at|near|around|during|from)?\s*(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)


def of_talks(text: str, start: int) -> bool:
    """Does the place at `start` say where people met?"""
    return _TALKS.search(text, max(0, start - REACH), start) is not None


def of_capture(text: str, start: int) -> bool:
    """Does the place at `start` say where captives had been taken?"""
    return _CAPTURED.search(text, max(0, start - REACH), start) is not None


def of_gathering(text: str, start: int) -> bool:
    """Does the place at `start` say where people marched or stood together?"""
    return _GATHERED.search(text, max(0, start - REACH), start) is not None
