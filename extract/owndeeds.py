"""What those who speak did themselves, though they tell it without a doer: "five men were arrested, the army said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.agentsides import side_of_source
from extract.nounwords import unit_noun
from extract.parties import is_allied, named_group, outlaws
from extract.wordlists import countries

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame

#: Those who wage a state's war, and tell of it.
_WAGES_WAR = re.compile(
    r"\b(?:army|military|general\s+staff|armed\s+forces|air\s+force|navy|special\s+operations|intelligence|security\s+(?:service|forces)|"
    r"unmanned\s+systems|defen[cs]e\s+(?:ministry|headquarters)|ministry\s+of\s+defen[cs]e|command|troops)\b",
    re.IGNORECASE,
)
_CAPTIVES = re.compile(
    r"\b(?:captives?|victims?|hostages?|abductees?|passengers|persons?|people|girls|students|villagers|women|children)\b"
)
_ENEMY = re.compile(
    r"\b(?:enem(?:y|ies)|suspects?|members\s+of\s+the\s+(?:cell|gang|group|network|organi[sz]ation))\b"
)
_TAKEN = frozenset({"arrested", "captured", "lost_equipment"})


def are_captives(draft: Draft) -> bool:
    """ "Troops raided a camp. Twelve captives were rescued": freed by those who raided it."""
    return draft.measure == "rescued" and _CAPTIVES.search(draft.unit or "") is not None


def in_their_land(draft: Draft, frame: Frame | None, land: str | None) -> str | None:
    """A state's own force that tells of what burned in its enemy's land: "Norvia's staff said four tanks were destroyed" there."""
    side = _fighting(frame)
    if side is None or land is None or land == side or not {side, land} <= set(countries()):
        return None
    return side if draft.measure in ("destroyed", "damaged", "hit") else None


def told_as_done(draft: Draft, frame: Frame | None) -> str | None:
    """An armed body that tells, without a doer, of its enemies killed, of men arrested or arms seized: it did that itself."""
    trigger = draft.reading.trigger if draft.reading is not None else None
    if trigger is None or frame is None or frame.source is None:
        return None
    verb = trigger.token
    passive = any(
        child.dep_ in ("auxpass", "nsubjpass") for each in (verb, verb.head) for child in each.children
    )
    if not passive or any(child.dep_ == "agent" for child in verb.children):
        return None
    enemies = unit_noun(draft.unit) in outlaws() or _ENEMY.search(draft.unit or "") is not None
    taken = draft.measure in _TAKEN and verb.lemma_ in _BY_FORCE
    if not (enemies and draft.measure in ("killed", "captured", "arrested")) and not taken:
        return None
    return _fighting(frame)


_BY_FORCE = frozenset({"arrest", "seize", "recover", "confiscate", "apprehend", "detain", "nab"})


def _fighting(frame: Frame | None) -> str | None:
    """The side of an armed body of a state, or of one that fights beside it, which speaks; None of a ministry of health."""
    if frame is None or frame.source is None:
        return None
    told = f"{frame.source.name} {frame.source.role or ''}"
    side = side_of_source(frame.source)
    if side is None:
        return None
    if (group := named_group(frame.source.name)) is not None:
        return group  # "the press office of the Guards Corps"
    return side if is_allied(side) or (side in countries() and _WAGES_WAR.search(told)) else None
