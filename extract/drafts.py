"""A figure on its way: its number, what it counts, what happened to it; and how drafts stand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.model import Measure
from extract.nouns import Counted
from extract.nounwords import word_class
from extract.numbers import Number
from extract.triggers import Reading

if TYPE_CHECKING:
    from extract.parse import Piece

PEOPLE: frozenset[str] = frozenset(
    [
        "killed",
        "injured",
        "casualties",
        "missing",
        "captured",
        "abducted",
        "arrested",
        "released",
        "displaced",
        "evacuated",
        "rescued",
        "hospitalized",
        "affected",
    ]
)
WEAPONS: frozenset[str] = frozenset({"launched", "shot_down", "hit"})


@dataclass(slots=True, eq=False)
class Draft:
    """A figure on its way: `number` with what it counts (`counted`) and the measure read for it."""

    number: Number
    piece: Piece
    paragraph: int
    counted: Counted | None
    measure: Measure
    unit: str | None
    start: int  # of the whole phrase
    end: int
    reading: Reading | None = None
    part_of: Draft | None = None
    same_as: Draft | None = None
    measured: bool = False  # its unit is one of measurement or money
    told: bool = False  # without a noun, but with a verb of its own: "thousands marched"
    listed: bool = False  # an item of a list whose head gave the measure
    item_of: Draft | None = None  # the total of the printed list that it is an item of
    _sentence: tuple[int, int] | None = None

    @property
    def sentence(self) -> tuple[int, int]:
        """The tokens of its sentence in the piece, `[first, last)`."""
        if self._sentence is None:
            # Kept, since each number asks it of those before.
            sent = self.counted.first.sent if self.counted is not None else self.piece.doc[:]
            self._sentence = sent.start, sent.end
        return self._sentence


#: What introduces a part of something counted before, and what follows the number of such a part.
INCLUDING = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|whom|these|those)|\bof\s+(?:which|whom|them|these|those)|\bthem\b|\bthey\s+included?|\bcomprising|\bsuch\s+as|\bnotably)\b[\s,:—–-]*(?:were\s+|was\s+|are\s+)?(?:(?:those|the\s+bodies|the\s+remains)\s+of\s+)?(?:the\s+)?(?:at\s+least\s+)?$",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"\s+(?:\w+\s+)?of\s+(?:which|whom|them|these|those)\b|\s+(?:[\w-]+\s+){1,3}?among\s+(?:them|these|those)\b|\s*(?:\([^)]*\)\s*)?of\s+whom",
    re.IGNORECASE,
)
#: The same, with people told one by one before it: "including a woman and her three daughters".
_INCLUDING_ONE = re.compile(
    r"\b(?:including|among\s+(?:them|those))\b(?:\s+(?:were\s+|was\s+)?(?:an?|one|the|his|her|their)\s+(?!and\b)[^\W\d][\w’'-]*"
    r"(?:\s+(?!and\b)[^\W\d][\w’'-]*){0,3}(?:,|,?\s+and\b))+\s+(?:(?:his|her|their|another|at\s+least|about)\s+)*$",
    re.IGNORECASE,
)
#: The same, with kinds named before it without a number: "14 targets, including radar sites and two workshops".
_INCLUDING_KINDS = re.compile(
    r"\bincluding\s+(?:(?!(?:who|which|whose|that|and|in|at|on|from|by|when|were|was|have|had)\b)[a-z][\w’'-]*,?\s+){1,6}and\s+(?:(?:at\s+least|about|some)\s+)?$"
)
#: "12 others, three critically": how badly, of some of those just counted.
_BADLY = re.compile(
    r"\s+(?:of\s+them\s+)?(?:critically|seriously|severely|gravely|badly|lightly|slightly)\b"
    r"(?!\s+(?:wounded|injured|hurt|burn\w*|damaged|ill|affected)\b)",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"(?:[,(–—]|\bincluding)\s*(?:(?:at\s+least|about|some)\s+)?$", re.IGNORECASE)
#: A number followed by a place and no noun of its own: "26 over Belgorod".
OVER_PLACE = re.compile(
    r"\s+(?:more\s+)?(?:each\s+)?(?:(?:over|above)\s+the\s+[a-z]"
    # "nine over annexed Crimea", "two on the approach to the capital"
    r"|(?:over|in|from|across|near|at|above|around)\s+(?:the\s+)?(?:(?:\w+ern|central|coastal|nearby|neighbou?ring|annexed|occupied|\w+-(?:annexed|occupied|held|controlled))\s+)*[A-Z]"
    r"|(?:on|near)\s+the\s+(?:approach(?:es)?|outskirts)\s+(?:to|of)\b)"
)


_AND_NEW = re.compile(r",\s+and\s+(?:(?:at\s+least|about|some|another)\s+)?$")
_FINITE = re.compile(r"\s+(?:remain(?:s|ed)?|were|was|are|is|have|has|had|died|went|fled)\b")


def _begins_anew(text: str, draft: Draft) -> bool:
    """ "14 were hurt, among them a boy, and two residents remained missing": a clause of its own."""
    after_comma = _AND_NEW.search(text, max(0, draft.start - 30), draft.start) is not None
    return after_comma and _FINITE.match(text, draft.end) is not None


def introduced(text: str, draft: Draft) -> bool:
    """Do the words beside a number say that it counts some of those counted before?"""
    start, end = draft.start, draft.number.end
    return (
        INCLUDING.search(text, max(0, start - 40), start) is not None
        or OF_THEM.match(text, end) is not None
        or (
            _INCLUDING_ONE.search(text, max(0, start - 100), start) is not None
            and not _begins_anew(text, draft)
        )
        or _INCLUDING_KINDS.search(text, max(0, start - 90), start) is not None
        or told_badly(text, start, end)
    )


def told_badly(text: str, start: int, end: int) -> bool:
    """Is a number set off with how badly they were hurt: "two workers were injured, one seriously"?"""
    return (
        _BADLY.match(text, end) is not None and _SET_OFF.search(text, max(0, start - 24), start) is not None
    )


#: Characters beside a number at which its sentence is still looked at, however long it is.
_BESIDE = 600


def sentence_around(draft: Draft) -> tuple[int, int]:
    """The offsets of the number's sentence, of a very long one the part around it; its phrase where nothing is counted."""
    if draft.counted is None:
        return draft.start, draft.end
    sentence = draft.counted.first.sent
    start, end = draft.piece.span(sentence[0], sentence[-1])
    return max(start, draft.start - _BESIDE), min(end, draft.end + _BESIDE)


def same_sentence(a: Draft, b: Draft) -> bool:
    return a.piece is b.piece and a.sentence == b.sentence


def class_of(draft: Draft) -> str:
    if draft.measure in PEOPLE:
        return "person"
    if draft.measure in WEAPONS:
        return "air_weapon"
    if draft.counted is not None and draft.counted.kind == "elided" and draft.unit:
        return word_class(draft.unit.split()[-1])
    return draft.counted.kind if draft.counted is not None else "unknown"


#: What may happen, in the next sentence, to some of those counted in this one.
_AFTERWARDS: dict[str, frozenset[str]] = {
    "abducted": frozenset({"released", "rescued", "killed"}),
    "captured": frozenset({"released", "killed"}),
    "arrested": frozenset({"released"}),
    "missing": frozenset({"rescued"}),
    "injured": frozenset({"hospitalized"}),
    "casualties": frozenset({"hospitalized", "killed", "injured"}),
}


def follows(draft: Draft, near: list[Draft]) -> bool:
    """ "Six aid workers were abducted. Three were released": the three are some of the six."""
    if not near or draft.counted is None:
        return False
    first = draft.counted.first
    if first.i != first.sent.start and first.nbor(-1).text != ";":
        return False
    last = near[-1]
    return draft.measure in _AFTERWARDS.get(last.measure, ()) and draft.number.value <= last.number.value
