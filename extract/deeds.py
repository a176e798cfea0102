"""Deeds at a place of their own that a sentence without figures tells, and what the next sentence counts of them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.backrefs import paragraph_of
from extract.eventkinds import VIOLENT
from extract.figuredays import weak
from extract.group import AREAS, HARM, TOWNS, Group, day_of, same_day, same_place
from extract.nearer import deeds_in
from extract.setting import EARLIER, NAMED
from extract.told import where_told

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.mentions import PlaceMention
    from extract.ownplaces import Placed
    from extract.parse import Parsed
    from extract.setting import Setting


#: What becomes of those whom a deed met, on whatever day after it: in the hospital, under the rubble.
AFTERMATH = frozenset({"rescued", "hospitalized", "missing", "evacuated"})
_WEEK = dt.timedelta(days=7)


def days_after(told: tuple[str, str], read: Read) -> bool:
    """ "A drone holed the ship on Wednesday. The crew were lifted off on Friday": in the week after the day that was told."""
    day = day_of(read)
    if read.figure.measure not in AFTERMATH or day is None:
        return False
    return told[0] <= day[0] and dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(told[1]) <= _WEEK


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed at a place of its own that a sentence without figures tells."""

    kind: str
    place: PlaceMention
    day: tuple[str, str] | None
    printed: str | None
    paragraph: int
    span: tuple[int, int]
    #: Is it told as another than what the same place saw before?
    another: bool = False


#: How a sentence opens that tells what happened next.
LATER = re.compile(
    r"\s*(?:(?:(?:[Aa]\s+(?:few|couple\s+of)|[Ss]everal|[Ss]ome|[Tt]wo|[Tt]hree)\s+)?(?:[Hh]ours?|[Mm]inutes|[Mm]oments)\s+(?:later|afterwards?)|(?:[Ll]ater|[Ss]hortly\s+after(?:wards?)?|[Ss]oon\s+after(?:wards?)?)"
    r"(?:\s+(?:that|the\s+same|in\s+the)\s+(?:day|night|evening|afternoon|morning))?|[Tt]he\s+same\s+(?:day|night|evening|morning)|[Tt]hen)\b"
)


def deed_after(parsed: Parsed, last: Group | None, span: tuple[int, int]) -> Deed | None:
    """ "Hours later, gunmen opened fire on a checkpoint in the same area": a deed of another sort at the place told last."""
    if last is None or last.mention is None or last.mention.kind not in TOWNS:
        return None
    if last.kind not in VIOLENT or LATER.match(parsed.text, span[0], span[1]) is None:
        return None
    kind = next((kind for kind, _, _ in deeds_in(parsed, span) if kind in VIOLENT), None)
    if kind is None or kind in ("attack", last.kind):
        return None
    paragraph = paragraph_of(parsed, span[0])
    return Deed(kind, last.mention, last.day, last.printed, paragraph, span, another=True)


def of_the_deed(deed: Deed | None, read: Read, day: tuple[str, str] | None) -> Group | None:
    """ "A bomb hit a minibus on the road to X. All nine passengers died": an event begun by the sentence before, or None."""
    placed = read.placed
    if deed is None or read.draft.paragraph - deed.paragraph > 1:
        return None
    if read.figure.measure not in HARM or weak(read):
        return None
    nearer = placed is not None and placed.mention is not None and placed.mention.start >= deed.span[0]
    own = deed.day or (day if deed.printed is None else None)
    later = own is not None and days_after(own, read)
    there = placed is not None and (
        (later and same_place(placed.name, deed.place.name)) or in_area_of(deed, placed)
    )
    if placed is not None and (placed.why == NAMED or (nearer and placed.why == EARLIER and not there)):
        return None
    if not later and (not same_day(own, day) or read.figure.when is not None):
        return None
    return _begun(deed, own, "what is told right after a deed at a place of its own")


def in_area_of(deed: Deed, placed: Placed | None) -> bool:
    """ "Missiles hit a camp in X, in the province of Y": is the place the Y that the deed was told with?"""
    area = placed.mention if placed is not None else None
    return area is not None and area.kind in AREAS and deed.span[0] <= area.start < deed.span[1]


def _begun(deed: Deed, day: tuple[str, str] | None, why: str) -> Group:
    begun = Group(deed.kind, deed.place.name, deed.place, day, deed.printed, placed=True)
    begun.why, begun.another = why, deed.another
    begun.sentences.append(deed.span)
    begun.paragraphs.add(deed.paragraph)
    begun.kinds[deed.kind] += 1
    return begun


def by_the_way(setting: Setting, span: tuple[int, int]) -> list[Deed]:
    """ "… two days after a strike on the village of X": the deed at a place of its own that a clause without figures tells."""
    deeds = deeds_in(setting.parsed, span)
    found = where_told(setting, span, deeds) if deeds else None
    if found is None or found[1].kind not in ("city", "site", "point", "other"):
        return []
    return [Deed(found[0], found[1], None, None, paragraph_of(setting.parsed, span[0]), span)]


def told_in_passing(
    passing: list[Deed],
    groups: list[Group],
    read: Read,
    day: tuple[str, str] | None,
    spoken: frozenset[str],
) -> Group | None:
    """ "The strike on Thursday killed 13": of the strike that was told by the way, where no event so far is of its kind.

    `spoken` are the kinds of event that the figure's sentence speaks of as known.
    """
    if read.figure.measure not in HARM or (read.placed is not None and read.placed.why == NAMED):
        return None
    deed = next((deed for deed in reversed(passing) if deed.kind in spoken), None)
    if deed is None or any(
        g.kind in spoken or same_place(g.place, deed.place.name) for g in groups[-_RECENT:]
    ):
        return None
    return _begun(deed, day, "what is told on of a deed that was told by the way")


#: How many events back one of the kind is looked for.
_RECENT = 24
