"""Those who are held for a deed, and what is seized with them: on a later day than the deed that is spoken of."""

from __future__ import annotations

import re

_TAKEN = frozenset({"arrested", "captured", "lost_equipment"})
_ARRESTED = re.compile(
    r"\b(?:arrest\w*|detain\w*|rounded\s+up)\b[^.;]*?\b(?:suspected\s+of|on\s+suspicion\s+of|accused\s+of|in\s+connection\s+with"
    r"|linked\s+to|links?\s+to|involve(?:d|ment)\s+in|wanted\s+(?:for|over)|over|for)\b",
    re.IGNORECASE,
)


def held_over(measure: str | None, sentence: str) -> bool:
    """ "Police arrested nine men suspected of helping the gunmen and seized 13 rifles": not on the day of the gunmen's deed."""
    return measure in _TAKEN and _ARRESTED.search(sentence) is not None
