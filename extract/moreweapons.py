"""Weapons counted without their noun, beside one that no number tells: "a drone hit a mill; two more were shot down"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.nouns import Counted, noun_class, plural

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What befalls weapons alone, right behind the number.
_OF_WEAPONS = re.compile(
    r"\s+(?:(?:more|others?)\s+)?(?:were|was|had\s+been|have\s+been)\s+(?:also\s+|[a-z]+ly\s+)?"
    r"(?:shot\s+down|brought\s+down|intercepted|downed|jammed|suppressed|neutrali[sz]ed|repelled)\b"
)
#: What is done over a place is done to what flies: "29 were eliminated over the region".
_IN_THE_AIR = re.compile(
    r"\s+(?:(?:more|others?)\s+)?(?:were|was|had\s+been|have\s+been)\s+(?:also\s+|[a-z]+ly\s+)?"
    r"(?:eliminated|destroyed|neutrali[sz]ed|taken\s+out|liquidated|annihilated|hit)\s+(?:over|above|in\s+the\s+(?:sky|skies|airspace|air))\b"
)
#: Sentences back in which the weapon may stand.
_BACK = 2


def of_weapons_told(text: str, found: Counted) -> Counted:
    """`found` with the weapon told last as its noun, where the words behind the number fit no other thing."""
    bare = found.noun is None or found.noun.lower_ in ("others", "other")
    if not bare or found.group is not None:
        return found
    over = _IN_THE_AIR.match(text, found.number.end) is not None
    if not over and _OF_WEAPONS.match(text, found.number.end) is None:
        return found
    weapon = _weapon_before(found.first, counted=over)
    if weapon is None:
        return found
    return replace(found, noun=weapon, unit=plural(weapon.lower_), kind="air_weapon")


def _weapon_before(first: Token, *, counted: bool) -> Token | None:
    """The weapon told last before a number, if nobody and no other thing was counted or did something since.

    `counted`: one that a number tells too.
    """
    doc, start = first.doc, first.sent.start
    for _ in range(_BACK - 1):
        start = doc[start - 1].sent.start if start > 0 else start
    for token in reversed(doc[start : first.i]):
        if token.tag_ not in ("NN", "NNS"):
            continue
        kind = noun_class(token)
        if kind == "air_weapon":
            return None if not counted and any(c.like_num for c in token.children) else token
        if kind != "unknown" and (
            token.dep_ in ("nsubj", "nsubjpass") or any(c.like_num for c in token.children)
        ):
            return None
    return None
