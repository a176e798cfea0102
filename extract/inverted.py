"""What happened to those counted, told before them: "also killed were two guards", "he died with three aides", "and so were two of his sons"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from extract.model import Measure
from extract.nouns import counted_as
from extract.triggers import Reading, Trigger

if TYPE_CHECKING:
    from extract.nouns import Counted
    from extract.parse import Piece

_BOUND = r"(?:(?:at\s+least|more\s+than|about|some|nearly|around|up\s+to|another|the|a\s+further)\s+)*"
_DONE = r"(?P<what>killed|slain|wounded|injured|hurt|arrested|detained|abducted|kidnapped|captured|released|freed|displaced|evacuated|rescued|missing|dead)"
#: "Also killed were two guards", "Killed alongside the commander were his driver and two guards".
_FRONTED = re.compile(
    rf"(?:^|[.!?;:]\s+|\n)(?:also\s+|those\s+|others\s+|still\s+)?{_DONE}\b(?:\s+(?!(?:was|were|is|are|and|when|after|as)\b)[^\s.;:]+){{0,10}}?\s+(?:were|was|are|is)\s+"
    rf"(?:(?:an?|the|his|her|their)\s+[^.;:\d]{{1,50}}?(?:,|\band)\s+)?{_BOUND}$",
    re.IGNORECASE,
)
#: "He died with two aides", "was killed along with three of his men".
_WITH = re.compile(
    rf"(?:\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?{_DONE}|\b(?P<died>died|perished|drowned))\b(?:\s+(?!(?:and|but|when|who|which|after)\b)[^\s.;:,]+){{0,8}}?\s+"
    rf"(?:(?:along|together)\s+with|alongside|with)\s+{_BOUND}$",
    re.IGNORECASE,
)
_SO_WERE = re.compile(rf"\band\s+so\s+(?:were|was|did|had|have)\s+{_BOUND}$", re.IGNORECASE)
#: How a word of `_DONE` is kept where the nouns of counts do not hold it.
_AS = {"slain": "killed", "hurt": "injured", "captured": "captured", "released": "released", "freed": "released",
       "evacuated": "evacuated", "rescued": "rescued", "arrested": "arrested", "detained": "arrested",
       "abducted": "abducted", "kidnapped": "abducted"}  # fmt: skip


def told_before(piece: Piece, counted: Counted, found: list[Trigger]) -> Reading | None:
    """What a verb says of those whom the sentence names behind it; `found` are the triggers of the piece."""
    if counted.kind not in ("person", "elided"):
        return None
    start = counted.number.phrase_start
    low = max(0, start - 150)
    fronted = _FRONTED.search(piece.text, low, start)
    if fronted is not None:
        return _as(fronted["what"])
    if counted.kind == "person" and (beside := _WITH.search(piece.text, low, start)) is not None:
        return _as(beside["what"] or "killed")
    if _SO_WERE.search(piece.text, max(0, start - 40), start) is not None:
        first = counted.first.sent.start
        same = [t for t in found if first <= t.token.i < counted.first.i and "person" in t.rule.nouns]
        if same:
            return Reading(same[-1].rule.measure, 0.5, same[-1], "object")
    return None


def _as(word: str) -> Reading | None:
    word = word.casefold()
    measure = _AS.get(word) or counted_as().get(word)
    return Reading(cast(Measure, measure), 0.3, None, "noun") if measure else None
