"""When are two reports about one event? By deed, day or night, place, actor, weapon and shared figures."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from functools import lru_cache

from store.text import WORD, fold

#: Kinds of which one actor may do several on one day and place, so that equal words do not make one event.
NEVER = frozenset({"statement", "other", "sanction", "aid"})
_STRIKES = frozenset(
    {"drone_strike", "missile_strike", "air_strike", "shelling", "bombing", "attack", "air_defence"}
)
#: Words of a place's name that tell nothing of which place it is.
_GENERIC = frozenset(
    [
        "the",
        "of",
        "in",
        "and",
        "region",
        "oblast",
        "province",
        "city",
        "district",
        "state",
        "krai",
        "governorate",
        "area",
        "town",
        "village",
        "port",
        "territory",
        "camp",
        "republic",
        "municipality",
        "county",
    ]
)
#: Points from which two reports are taken to be of one event, and kilometres within which two places are one.
ENOUGH = 4
_NEAR = 15.0


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells of an event. `figures` are (measure, value) of those above 1."""

    kind: str
    date_from: str | None
    date_to: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    actor: str | None
    target: str | None
    figures: frozenset[tuple[str, float]]


def family(kind: str) -> str:
    """Attacks from afar are one family, whatever their weapon."""
    return "strike" if kind in _STRIKES else kind


@lru_cache(maxsize=4096)
def place_words(place: str) -> str:
    """A place's telling words, folded and in one order: "Kharkiv region" and "the Kharkiv oblast" are equal."""
    words = {word for word in WORD.findall(fold(place)) if word not in _GENERIC}
    return " ".join(sorted(words)) or fold(place)


def link_key(
    kind: str, date_from: str | None, date_to: str | None, place: str | None, actor: str | None = None
) -> str | None:
    """The drawer in which reports of one event lie: family, last day, place. None where too little is known.

    `actor` is not part of it: one report may name who did it and another not.
    """
    day = date_to or date_from
    if not (day and place) or kind in NEVER:
        return None
    return "|".join((family(kind), day, place_words(place)))


def drawers(kind: str, day: str | None, place: str | None) -> list[str]:
    """The keys under which another report of the event may lie: its own day, the one before and after."""
    if not (day and place) or kind in NEVER:
        return []
    try:
        middle = datetime.date.fromisoformat(day)
    except ValueError:
        return []
    days = [(middle + datetime.timedelta(days=n)).isoformat() for n in (0, -1, 1)]
    return [key for each in days if (key := link_key(kind, each, each, place)) is not None]


def sameness(one: Told, other: Told) -> str | None:
    """Why two reports are of one event ("same night, same place, same actor, killed 4 in both"), or None.

    Two named actors that differ, two days that do not touch, and two places apart are never one event.
    """
    if family(one.kind) != family(other.kind) or one.kind in NEVER:
        return None
    when = _when(one, other)
    where = _where(one, other)
    if when is None or where is None:
        return None
    points, reasons = when[0] + where[0], [when[1], where[1]]
    if one.actor and other.actor:
        if fold(one.actor) != fold(other.actor):
            return None
        points += 2
        reasons.append("same actor")
    if one.target and other.target and fold(one.target) == fold(other.target):
        points += 1
        reasons.append("same target")
    if one.kind == other.kind and one.kind != "attack":
        points += 1
        reasons.append("same weapon" if one.kind in _STRIKES else "same kind")
    shared = sorted(one.figures & other.figures)[:3]
    if shared:
        points += 1 + len(shared)
        reasons.append(
            ", ".join(f"{measure.replace('_', ' ')} {value:g}" for measure, value in shared) + " in both"
        )
    return ", ".join(reasons) if points >= ENOUGH else None


def _when(one: Told, other: Told) -> tuple[int, str] | None:
    if not one.date_to or not other.date_to:
        return None
    if one.date_to == other.date_to:
        night = one.date_from != one.date_to and one.date_from == other.date_from
        return 1, "same night" if night else "same day"
    first, last = one.date_from or one.date_to, one.date_to
    begins, ends = other.date_from or other.date_to, other.date_to
    # One says "overnight", the other the evening before.
    return (0, "days that touch") if first <= ends and begins <= last else None


def _where(one: Told, other: Told) -> tuple[int, str] | None:
    wide = "country" in (one.precision, other.precision)
    if one.place and other.place and place_words(one.place) == place_words(other.place):
        return (0, "same country") if wide else (1, "same place")
    if wide or None in (one.lat, one.lon, other.lat, other.lon):
        return None
    if one.precision != "city" or other.precision != "city":
        return None
    north = ((one.lat or 0.0) - (other.lat or 0.0)) * 111.2
    east = ((one.lon or 0.0) - (other.lon or 0.0)) * 111.2 * math.cos(math.radians(one.lat or 0.0))
    return (0, "places close by") if math.hypot(north, east) <= _NEAR else None
