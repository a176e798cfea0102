"""What a sentence counts over a country: weapons that went there together or over its regions, arrests in its provinces."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.drafts import same_sentence
from extract.ownplaces import NAMED, Placed
from extract.placegrammar import WEAPON_MEASURES
from extract.places import demonym

if TYPE_CHECKING:
    from extract.drafts import Draft

#: Between two kinds of weapons of one attack; behind weapons that came down in a place of their own.
_AND_ALSO = re.compile(r"\s*,?\s*(?:and|as\s+well\s+as|along\s+with|plus)\s+(?:[a-z-]+\s+){0,3}")
_OVER = re.compile(r"\s+(?:over|above|in|at|on|near|against|into|towards?|across)\b")
#: A country's regions, behind weapons that were shot down over them.
_LAND = re.compile(
    r"[^.;,:]{0,50}?\b(?:over|across|in|against|on)\s+(?:several\s+|various\s+|\w+\s+)?(?P<whose>[A-Z][a-z]+)\s+"
    r"(?:regions?|territor(?:y|ies)|soil|airspace|provinces)\b"
)


def one_salvo(text: str, draft: Draft, drafts: list[Draft], done: dict[int, Placed | None]) -> Placed | None:
    """ "attacked the country with 103 drones and 17 missiles, killing five in X": sent to one place, both."""
    if draft.measure not in WEAPON_MEASURES:
        return None
    at = bisect_left(drafts, draft.start, key=lambda d: d.start)
    before = drafts[at - 1] if at else None
    if before is None or before.measure != draft.measure or not same_sentence(before, draft):
        return None
    if not _AND_ALSO.fullmatch(text, before.end, draft.start) or _OVER.match(text, draft.end):
        return None
    return done.get(id(before))


def over_land(text: str, draft: Draft) -> Placed | None:
    """ "33 drones were destroyed over Russian regions": over the country."""
    if draft.measure not in WEAPON_MEASURES or draft.counted is None:
        return None
    match = _LAND.match(text, draft.end)
    land = demonym(match["whose"]) if match is not None else None
    return Placed(land.country_name or land.name, NAMED) if land is not None else None


_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens\s+of|various|multiple)"
_NATIONWIDE = re.compile(
    rf"\b(?:nationwide|countrywide|(?:across|in|over)\s+{_NUMBER}\s+(?:[a-z]+\s+)?(?:provinces|states|regions|cities|governorates|oblasts|counties|departments))\b"
)
_WHOSE = re.compile(
    r"\b(?P<whose>[A-Z][a-z]+)\s+(?:[a-z-]+\s+){0,2}?(?:authorities|police|security|prosecutors|intelligence|officials|gendarmes|troops|forces|army)\b"
)


def over_provinces(text: str, draft: Draft, span: tuple[int, int]) -> Placed | None:
    """ "Turkish authorities detained 113 people across 32 provinces": in the country, wherever something was told before."""
    if draft.measure != "arrested" or _NATIONWIDE.search(text, *span) is None:
        return None
    match = _WHOSE.search(text, *span)
    land = demonym(match["whose"]) if match is not None else None
    return (
        Placed(land.country_name or land.name, "the country over which it is counted")
        if land is not None
        else None
    )
