"""Who killed those whom an armed body or a government counts as its enemies' dead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.nounwords import unit_noun
from extract.parties import body_side, is_allied, named_group, outlaws

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame

_STATES_MEN = frozenset({"soldier", "troop", "policeman", "officer", "serviceman"})


def by_claimant(draft: Draft, frame: Frame | None) -> str | None:
    """ "Twelve militants were killed, the army said": an armed body that counts its enemies' dead killed them."""
    if frame is None or frame.source is None or draft.measure not in ("killed", "captured", "arrested"):
        return None
    if draft.counted is not None and draft.counted.group == "its":
        return None  # "the Front said six of its fighters died"
    source, fallen = frame.source, unit_noun(draft.unit)
    group = named_group(source.name) if source.kind != "person" else None
    if fallen in _STATES_MEN and group is not None and not is_allied(group):
        return group  # "JNIM claimed to have killed 31 soldiers"
    if fallen not in outlaws():
        return None
    if source.name.casefold() in ("military government", "ruling junta", "ruling military"):
        return "military"
    body = body_side(source.name) or (body_side(source.role) if source.role else None)
    if body is None:
        # "The Norvian government said 52 of the attackers were killed"
        return source.side if fallen in _CAME and _RULING.search(source.name) is not None else None
    return source.side or (body if source.kind != "person" else _arm_of(f"{source.name} {source.role or ''}"))


#: Those who came to attack; what a government says of a war's other dead may be of another's doing.
_CAME = frozenset({"attacker", "assailant", "raider", "terrorist", "insurgent"})
_RULING = re.compile(r"\b(?:government|defen[cs]e|interior|security)\b", re.IGNORECASE)


def _arm_of(spokesman: str) -> str | None:
    """ "A junta spokesman": the arm of the state for which he speaks, where it is one by itself."""
    return next(
        (
            arm
            for arm in ("junta", "police", "security forces")
            if re.search(rf"\b{arm}\b", spokesman, re.IGNORECASE)
        ),
        None,
    )
