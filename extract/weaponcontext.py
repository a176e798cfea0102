"""Weapons that a sentence counts without a verb of theirs: sent, struck, found in a cache, come down in so many places."""

from __future__ import annotations

import re

from extract.drafts import Draft
from extract.triggers import Reading

_ATTACK = re.compile(
    r"\b(?:attack(?:s|ed|ing)?|strikes?|struck|barrages?|waves?|assaults?|raids?|bombardments?|salvos?|swarms?|airstrikes?|bombing|shelling|offensive|launched|fired)\b",
    re.IGNORECASE,
)


_WEAPONS_CAME = re.compile(
    r"\b(?:drones?|uavs?|missiles?|rockets?|bombs?|shells?|debris)\b[^.;]*\b(?:hits?|struck|impact\w*|through|fell|landed|crashed|recorded)\b"
    r"|\b(?:hits?|strikes?|impacts?|debris|explosions?)\b[^.;]*\b(?:recorded|registered|reported|confirmed|fell)\b",
    re.IGNORECASE,
)


#: "Found a cache holding 14 rockets": weapons that nobody fired.
_KEPT_IN = re.compile(
    r"\b(?:found|discovered|uncovered|unearthed|located|seized|recovered)\b[^.;]{0,40}\b(?:caches?|depots?|stash|arsenal|hideouts?|warehouse|tunnel)\b[^.;]{0,30}"
    r"\b(?:holding|containing|with|of|including|stored)\s+(?:[^.;]{0,30}(?:,|\band)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
#: "Strikes against seven missiles": they were struck, and by nobody fired.
_STRUCK_AT = re.compile(
    r"\b(?:strikes?|attacks?|raids?|sorties|airstrikes?)\s+(?:against|on)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def by_context(draft: Draft) -> None:
    """Weapons counted in a sentence about an attack were launched, whatever its verb."""
    found = draft.counted
    if found is None:
        return
    weak = draft.reading is None or draft.reading.cost > 1.5
    kept = _KEPT_IN.search(draft.piece.text, max(0, draft.start - 90), draft.start)
    if found.kind == "air_weapon" and weak and kept is not None:
        draft.measure, draft.reading = "lost_equipment", Reading("lost_equipment", 3.0, None, "context")
    if draft.measure != "other":
        return
    sent = found.first.sent.text
    if found.kind == "location" and found.first.i > 0 and _WEAPONS_CAME.search(sent):
        before = found.first.nbor(-1).text.casefold()
        if before in ("at", "across", "in", "on"):
            draft.measure, draft.reading = "locations_hit", Reading("locations_hit", 3.0, None, "context")
        return
    if found.kind == "air_weapon" and _STRUCK_AT.search(
        draft.piece.text[max(0, draft.start - 60) : draft.start]
    ):
        draft.measure, draft.reading = "destroyed", Reading("destroyed", 3.0, None, "context")
        return
    out_of = re.search(
        r"\b(?:out\s+)?of\s+(?:the\s+)?$",
        draft.piece.text[max(0, draft.start - 12) : draft.start],
        re.IGNORECASE,
    )
    after = draft.piece.text[draft.end : draft.end + 12].split()
    came = bool(after) and after[0] in ("crossed", "entered", "came", "flew", "headed")
    if found.kind == "air_weapon" and (came or _ATTACK.search(sent) or out_of):
        draft.measure = "launched"
        draft.reading = Reading("launched", 4.0, None, "context")
