"""Whose an unnamed strike is, where the article tells of one side alone that strikes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.agents import attacks_in
from extract.agentsides import agent_side
from extract.doers import air_side, is_common
from extract.drafts import sentence_around
from extract.places import table
from extract.wordlists import countries, sides

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed
    from extract.setting import Placed

#: What is struck from afar, so that nobody is seen who did it.
_STRIKE = re.compile(
    r"\b(?:(?:air\s?)?strikes?|air\s?raids?|shelling|drones?|missiles?|bombardments?|artillery|(?:war)?planes?|jets?|tanks?\s+(?:fire|shell)\w*|quadcopters?|gunships?)\b",
    re.IGNORECASE,
)
_AIR = re.compile(
    r"\b(?:air\s?strikes?|air\s?raids?|warplanes?|jets?|gunships?|fighter\s+planes?)\b", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"\b(?:unclear|unknown|unidentified|unmarked|not\s+(?:immediately\s+)?clear|no\s+(?:group|one)|nobody|blam\w+|accus\w+|suspected|apparent\w*|mysterious)\b",
    re.IGNORECASE,
)
#: Characters beside a number in which its paragraph is looked at.
_NEAR = 1000
_DEEDS = frozenset(
    {"killed", "injured", "casualties", "destroyed", "damaged", "hit", "locations_hit", "attacks", "launched"}
)
_STRUCK = frozenset({"strike", "shell", "bomb", "bombard", "pound", "hit", "fire", "launch"})


class Strikers:
    """The sides that strike in an article, looked for once."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._told: tuple[int, str | None] | None = None
        self._military: bool | None = None

    def of(self, draft: Draft, frame: Frame | None, where: Placed | None) -> str | None:
        """The one side whose strike it must be; None where several strike, or the text says that it is not known."""
        if draft.counted is None or draft.measure not in _DEEDS or draft.part_of is not None:
            return None
        text = self._parsed.text
        start, end = sentence_around(draft)
        if _STRIKE.search(text, start, end) is None or self._unknown(draft):
            return None
        first, one = self._first()
        if one is None and first < 0:
            one = self._at_home(where) if _AIR.search(text, start, end) else None
        striker = one if first < draft.start else None
        # Nobody tells of his own strike as of one that he answers.
        speaks = frame.source.side if frame is not None and frame.source is not None else None
        return striker if striker is None or striker != speaks else None

    def _unknown(self, draft: Draft) -> bool:
        """Does the paragraph around the number say that nobody knows, or whom somebody blames?"""
        paragraph = self._parsed.paragraphs[draft.paragraph]
        start, end = max(paragraph.start, draft.start - _NEAR), min(paragraph.end, draft.end + _NEAR)
        return _UNKNOWN.search(self._parsed.text, start, end) is not None

    def _first(self) -> tuple[int, str | None]:
        """Where a side is first told to strike (-1 where none is), and the side when no other strikes."""
        if self._told is None:
            told: list[tuple[int, str]] = []
            rivals: set[str] = set()
            for piece in self._parsed.pieces():
                for offset, side in attacks_in(piece):
                    if _STRIKE.match(piece.text, offset) is not None:
                        told.append((offset, side))
                    elif side in countries():
                        rivals.add(side)  # "Norvian attacks on two towns" may have come from the air
                for token in piece.doc:
                    if token.pos_ == "VERB" and token.lemma_ in _STRUCK:
                        striker = agent_side(token)
                        if striker is not None and not is_common(striker):
                            told.append((piece.start(token), striker))
            alone = len({side for _, side in told} | rivals) == 1
            self._told = (min(told)[0], told[0][1] if alone else None) if told else (-1, None)
        return self._told

    def _at_home(self, where: Placed | None) -> str | None:
        """ "An airstrike on a village in Ostra", where "the military" flies them: its own country's."""
        text = self._parsed.text
        if (flown := air_side(text)) is not None:
            return flown
        if self._military is None:
            self._military = _THE_MILITARY.search(text) is not None
        if not self._military or where is None or where.mention is None:
            return None
        land = table().country(where.mention.place.country)
        return sides().get(land.name.casefold()) if land is not None else None


#: Its army answers for the air strikes, or is asked about them.
_THE_MILITARY = re.compile(
    r"\b[Tt]he\s+(?:ruling\s+)?(?:military|junta|army|air\s+force|regime)(?:['’]s\s+\w+)?\b[^.]{0,160}?\b(?:air\s?strikes?|air\s?raids?|struck|bomb\w*|comment\w*|respond\w*|reached|denied)\b"
)
