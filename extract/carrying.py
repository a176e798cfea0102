"""The place that is carried on: of the figure before, or of the last sentence that told of an attack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.mentions import PlaceMention
from extract.ownplaces import NAMED, Placed, national, since, up_to_now
from extract.pointers import Pointers, handed_on, sentence_span
from extract.recallwords import PASSING, RECALLED, RECALLS
from extract.speechplaces import sits_in

if TYPE_CHECKING:
    from extract.drafts import Draft

#: Words of an attack.
ATTACKED = re.compile(
    r"\b(?:attack|str[iu]ck|strike|hit|shell|bomb|ambush|raid|storm|fire[ds]?|explo|clash|fight|fought|kill|assault|overran|overrun|blast)\w*",
    re.IGNORECASE,
)
#: Those and what else tells of a deed that leaves people or things behind.
FOUGHT = re.compile(
    rf"{ATTACKED.pattern}|\b(?:captur|seiz|retook|retak|recaptur|liberat|advanc|abduct|kidnap|detain|arrest|collaps|burn|torch|crash|captive|took\s+control|taken\s+control)\w*",
    re.IGNORECASE,
)
#: What an attack leaves behind, which is told in one paragraph after the other.
_LEFT_BEHIND = frozenset(
    ["killed", "injured", "casualties", "destroyed", "damaged", "hospitalized", "rescued", "without_power", "without_water", "without_heat", "abducted", "captured",
     "lost_equipment", "missing", "arrested"]
)  # fmt: skip
#: What tells of an attack for the first time, rather than of "the attack".
_NEW_ATTACK = re.compile(
    r"\b(?:(?<!the )(?<!that )(?<!this )(?:attacks?|strikes?|shelling|bombing|ambush|raids?|explosion|clash(?:es)?|blast|air\s?strikes?)"
    r"|gunmen|attacked|str[iu]ck|hit|shelled|bombed|ambushed|raided|stormed|opened\s+fire|fired|exploded|clashed)\b",
    re.IGNORECASE,
)
#: "In X Oblast, …", "X province: …": how a paragraph opens that is a region's.
_OPENS = re.compile(
    r"(?:[-–—•*]\s*)?(?:(?:And\s+|Meanwhile,\s+)?(?:In|Across|Over|Throughout)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?)?"
)
#: What is counted over a day, or all over a region, in a sentence that names no town.
_WIDELY = re.compile(
    r"\b(?:(?:in|across|throughout|around)\s+the\s+(?:[a-z]+\s+)?(?:region|oblast|province)\b|(?:[Oo]ver|[Dd]uring|[Tt]hroughout)\s+the\s+(?:(?:past|last)\s+)?(?:day|night|24\s+hours)|front-?\s?line\s+(?:areas|communities|towns|villages|settlements)|from\s+the\s+front\s?line)\b"
)
#: Over how many paragraphs a place is carried on where none of them tells of another.
_PARAGRAPHS = 3
#: How far before its sentence "that attack" was told.
_ASIDE = 160


#: A deed spoken of as known.
THE_ATTACK = re.compile(
    r"\b(?:the|these|those|this|that(?!\s+(?:\w+\s+)?(?:clashes|attacks|strikes|raids|blasts|bombings|explosions|assaults|battles)\b))\s+(?:\w+\s+)?(?:clash(?:es)?|fighting|attacks?|strikes?|raids?|blasts?|bombings?|ambush|shelling|explosions?|assaults?|massacre|battles?|exchange\s+of\s+(?:gun)?fire|gun\s?-?battles?|gun\s?-?fights?|fire\s?-?fights?|shoot-?outs?|operation|bombardment|stampede|crash)\b",
    re.IGNORECASE,
)


class Carrying(Pointers):
    """Places told before that hold for a figure whose own sentence names none."""

    def _not_of_seat(
        self, draft: Draft, own: Placed, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """ "A police officer in X put the number of wounded at 14": of the attack told before, which X need not rule."""
        if own.mention is None or not sits_in(self.parsed.text, own.mention.start) or draft.counted is None:
            return None
        if _NEW_ATTACK.search(draft.counted.first.sent.text):
            return None  # "a police officer in X said gunmen had attacked a bus"
        told = self._carried(draft, drafts, done, elsewhere=False)
        if told is None and (lead := self._scene(draft, None, 0)) is not None:
            return Placed(self._name(lead), "named in the lead", lead)
        return told if told is not None and not national(told) else None

    def _town_of_seat(self, draft: Draft, own: Placed, earlier: list[PlaceMention]) -> PlaceMention | None:
        """ "Drones hit a depot in X in the Samar region. Samar governor Y said two were hurt": of X, not all the region."""
        if own.mention is None or not earlier or draft.counted is None:
            return None
        area, town = earlier[-1], self._most_specific(earlier[-1])
        if town is area or town.kind not in ("city", "site") or area.name.split()[0] != own.name.split()[0]:
            return None
        return None if _WIDELY.search(draft.counted.first.sent.text) is not None else town

    def _recalled(self, other: Draft) -> bool:
        """Is a figure of an earlier time, which the report only recalls ("Last month 11 died in X")?"""
        if other.counted is None:
            return False
        paragraph = self.parsed.paragraphs[other.paragraph]
        if paragraph.end - paragraph.start < PASSING and RECALLS.match(
            self.parsed.text, paragraph.start, paragraph.end
        ):
            return True
        return RECALLED.search(other.counted.first.sent.text) is not None

    def _counted_before(
        self, draft: Draft, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """ "The war has killed 6,812 in X. In November alone 900 fled": of the land that the count before it was of."""
        for other in reversed(drafts):
            if other.paragraph != draft.paragraph or other.start >= draft.start or other.counted is None:
                continue
            kept = done.get(id(other))
            wide = kept is not None and (kept.mention is None or kept.mention.kind in ("country", "region"))
            told = other.counted.first.sent.text
            if kept is not None and wide and (since(told) or up_to_now(told)):
                return Placed(kept.name, "that of the figure before", kept.mention)
        return None

    def _of_region(
        self, draft: Draft, earlier: list[PlaceMention], drafts: list[Draft], done: dict[int, Placed | None]
    ) -> PlaceMention | None:
        """The region that opens the paragraph, for a count that goes on after the towns of it were told apart.

        "In X Oblast, two people died in A and one in B. Six were wounded." "… Over the day 300 people were evacuated."
        """
        first, start = earlier[0], self.parsed.paragraphs[draft.paragraph].start
        if first.kind != "region" or draft.counted is None or first is earlier[-1]:
            return None
        if _OPENS.fullmatch(self.parsed.text, start, first.start) is None:
            return None
        if _WIDELY.search(draft.counted.first.sent.text) is not None:
            return first
        before = self._between(drafts, start, self.sentence(draft.piece, draft.counted.first)[0])
        last = [d for d in before if before[-1].sentence == d.sentence and d.measure in _LEFT_BEHIND]
        told = {kept.name for d in last if (kept := done.get(id(d))) is not None and kept.why == NAMED}
        return first if len(told) > 1 else None

    def _carried(
        self, draft: Draft, drafts: list[Draft], done: dict[int, Placed | None], *, elsewhere: bool
    ) -> Placed | None:
        """The place that was told last: by a figure of the same deed, or by a sentence that tells of an attack."""
        last: Draft | None = None
        spanning = draft.counted is not None and since(draft.counted.first.sent.text)
        for before in reversed(drafts):
            apart = draft.paragraph - before.paragraph
            if apart > (1 if spanning else _PARAGRAPHS) or (elsewhere and apart):
                break
            if before.start >= draft.start or done.get(id(before)) is None:
                continue
            if apart and self._recalled(before):
                continue
            left = draft.measure in _LEFT_BEHIND and before.measure in _LEFT_BEHIND
            if not apart or left or (draft.measure == before.measure and apart == 1):
                last = before
                break
        if not (elsewhere or spanning) and (last is None or last.paragraph < draft.paragraph):
            scene = self._scene(draft, last)
            if scene is not None:
                return Placed(self._name(scene), "that of the attack told before", scene)
        kept = handed_on(last, done) if last is not None else None
        return Placed(kept.name, "that of the figure before", kept.mention) if kept is not None else None

    def _scene(self, draft: Draft, last: Draft | None, top: int = 1) -> PlaceMention | None:
        """The place of the last sentence above the figure's paragraph that tells of an attack, after the figure `last`."""
        if draft.measure not in _LEFT_BEHIND:
            return None
        text = self.parsed.text
        for index in range(draft.paragraph - 1, max(top - 1, draft.paragraph - 1 - _PARAGRAPHS), -1):
            above = self.parsed.paragraphs[index]
            low = above.start if last is None else max(above.start, last.end)
            if above.headline or low >= above.end:
                return None
            if above.end - above.start < PASSING and RECALLS.match(text, above.start, above.end):
                continue
            told = [
                m
                for m in self.places_in(low, above.end)
                if m.kind in ("city", "site", "point")
                and self.names_place(m)
                and not (self.owns(m) or self.locates(m) or self.quoted(m) or self._is_goal(draft, m))
                and not RECALLED.search(text, *sentence_span(text, m.start, above.start, above.end))
                and FOUGHT.search(text, *sentence_span(text, m.start, above.start, above.end))
            ]
            if told:
                sentence = sentence_span(text, told[-1].start, above.start, above.end)
                first = next(m for m in told if m.start >= sentence[0])
                return self._most_specific(self._first_of_list(first))
        return None

    def _of_one_of_several(self, draft: Draft, whole: Placed, start: int) -> PlaceMention | None:
        """ "Eleven died in operations in X and Y. … The first operation was in Hollen. Eight of them …": Hollen."""
        paragraph = self.parsed.paragraphs[draft.paragraph]
        if draft.part_of is None or draft.part_of.paragraph == draft.paragraph:
            return None
        # "The next morning jets bombed Hollen. Four of the dead were women": Hollen, too.
        deed = THE_ATTACK if "; " in whole.name else ATTACKED
        if deed.search(self.parsed.text, paragraph.start, start) is None:
            return None
        towns = [
            m
            for m in self.places_in(paragraph.start, start)
            if m.kind in ("city", "site", "point") and self.names_place(m) and not self.locates(m)
        ]
        return towns[-1] if towns and not self._is_goal(draft, towns[-1]) else None

    def of_that_attack(self, start: int) -> PlaceMention | None:
        """ "They held a planner of Friday's bombing in Hollen. That attack killed seven": Hollen, of what was told last."""
        if not self.parsed.text.startswith(("That ", "This "), start):
            return None
        last = next(reversed(self.places_in(max(0, start - _ASIDE), start)), None)
        if last is None or self.told_aside(last.start) is None:
            return None
        return self._most_specific(last)
