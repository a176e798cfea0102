"""Those counted who are free again, or dead, though the words behind the number tell how they were held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.nominals import BY_NOMINAL, by_nominal
from extract.triggers import Reading

if TYPE_CHECKING:
    from extract.nouns import Counted

_LET_GO = re.compile(
    r"\b(?:let(?:s|ting)?\s+go(?:\s+of)?|set(?:ting)?\s+free)\s+(?:(?:at\s+least|more\s+than|over|about|some|nearly|another|all|the)\s+)*$",
    re.IGNORECASE,
)
#: How they were held, and behind it what the sentence tells of them.
_WERE_FREED = re.compile(
    r"\s+(?:captured|seized|abducted|kidnapped|taken|held|detained|arrested|jailed|imprisoned)\b[^.;,]{0,60}?\b(?:were|was|are|is|been)\s+(?:\w+ly\s+)?(?:freed|released|exchanged|swapped|repatriated|handed\s+over|set\s+free|let\s+go|returned)\b",
    re.IGNORECASE,
)
#: What was then done to those who were led away, not to others that the sentence counts.
_THEN_KILLED = re.compile(
    r"[^.;]{0,80}?\b(?:and|before\s+being)\s+(?:then\s+|later\s+)?(?:killed|executed|shot(?:\s+dead|\s+to\s+death|\s+and\s+killed)?|beheaded|slaughtered|gunned\s+down|murdered|hacked\s+to\s+death)"
    r"(?=\s+(?:them|by|one\s+by\s+one|at|on|in|after|near|outside)\b|\s*[.,;])",
    re.IGNORECASE,
)
_HELD = frozenset({"abducted", "captured", "arrested", "missing"})


def let_go(text: str, counted: Counted, best: Reading | None) -> Reading | None:
    """ "The release on Sunday of nine villagers held since March": how they were held tells less than that they are free."""
    if best is not None and best.measure == "abducted" and _THEN_KILLED.match(text, counted.end) is not None:
        return Reading("killed", best.cost, best.trigger, best.role)
    if best is None or best.measure not in _HELD or counted.kind not in ("person", "elided"):
        return best
    if (told := by_nominal(counted)) is not None and told.measure == "released":
        return told
    doc = counted.first.doc
    left = doc[max(counted.first.sent.start, counted.first.i - 8) : counted.first.i].text + " "
    freed = _LET_GO.search(left) or _WERE_FREED.match(text, counted.end)
    return Reading("released", BY_NOMINAL, None, "nominal") if freed else best
