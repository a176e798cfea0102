"""Whether a sentence goes on about the attack told before: "29 were killed in the strike", "the first raid", at one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.agents import has_attack
from extract.drafts import sentence_around
from extract.places import same_area
from extract.setting import NAMED

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.setting import Placed

_BACK = re.compile(
    r"\b(?:the|these|those|this|both)\s+(?:\w+\s+)?(?:attacks?|strikes?|raids?|air\s?strikes?|operations?|bombings?|assaults?|barrages?|shelling|blasts?|explosions?)\b",
    re.IGNORECASE,
)


def at_one_place(before: Placed | None, where: Placed | None, told_again: bool) -> bool:
    """May what is told here have been done by who acted `before`? Of two towns told apart that is not said."""
    if before is None or where is None or where.name == before.name or where.why != NAMED:
        return True
    # "Strikes hit southern Ostra. The first strike killed two in Tell Warda": a town of that area.
    wide, small = before.mention, where.mention
    if wide is None or small is None or not told_again:
        return False
    return wide.kind in ("country", "region") and same_area(small.place, wide.place)


def told_again(draft: Draft, paragraph: int) -> bool:
    """Does the next paragraph go on about the attack in so many words: "the first strike", "the raids"?"""
    return (
        draft.paragraph - paragraph <= 1
        and _BACK.search(draft.piece.text, *sentence_around(draft)) is not None
    )


def points_back(draft: Draft) -> bool:
    """Does the sentence speak of an attack told before ("destroyed in the strike", "29 of the 44 missiles")?"""
    if draft.counted is None:
        return False
    if draft.reading is not None and draft.reading.role == "whole":
        return True
    told = _BACK.search(draft.piece.text, *sentence_around(draft)) is not None
    return told or has_attack(draft.counted.first.sent)
