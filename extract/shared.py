"""Figures of two deeds at once: what a strike cost and the lights it put out, a raid and those whom it took."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from extract.eventkinds import VIOLENT
from extract.model import SET_APART, Event, Figure
from extract.places import table

#: Within so many characters two deeds of a region are told as one.
_BREATH = 300
#: What a deed did to people and things of which another kind of event tells by itself.
_OUTAGE = frozenset({"without_power", "without_heat", "without_water"})
_TAKEN = frozenset({"abducted", "arrested", "captured", "released", "rescued", "missing"})
#: Of which kinds of event such counts are, whatever deed they were read with.
_OF: dict[str, frozenset[str]] = {
    "outage": _OUTAGE,
    "abduction": _TAKEN,
    "arrest": _TAKEN,
    "prisoner_exchange": frozenset({"released"}),
    "air_defence": frozenset({"shot_down"}),
}


def share(events: Sequence[Event], figures: Sequence[Figure]) -> None:
    """List a figure with each of two events of one place and day that both are told by it.

    The figure's own `event` stays the one it was read with.
    """
    own: dict[str, list[Figure]] = {event.id: [] for event in events}
    for figure in figures:
        if figure.event in own and figure.measure not in SET_APART:
            own[figure.event].append(figure)
    together: dict[tuple[str, str | None], list[Event]] = {}
    for event in events:
        if event.place is not None:
            together.setdefault((event.place, event.date_to), []).append(event)
    for there in together.values():
        for one, other in permutations(there, 2):
            bare = not own[other.id]
            other.figures += [each.id for each in own[one.id] if _of_both(each, one, other, bare)]


def _of_both(figure: Figure, one: Event, other: Event, bare: bool) -> bool:
    """Does a figure of `one` tell of `other` too, which is `bare` when no figure is its own?"""
    within = any(a <= figure.start < b for a, b in other.sentences)
    if other.kind == "arrest" and figure.measure == "lost_equipment":
        return within  # "seven men were arrested and 26 rifles were seized"
    if other.kind in _OF:
        return figure.measure in _OF[other.kind]
    if other.kind == "territory_change" and figure.measure == "displaced":
        return True
    if one.kind in _OF and figure.measure in _OF[one.kind]:
        return (other.kind in VIOLENT or other.kind == "territory_change") and not _apart(one, other)
    # A deed that has figures of its own has them all.
    return bare and within


def _apart(one: Event, other: Event) -> bool:
    """ "Troops shot two dead in the region. … Across it 22 were arrested": are two deeds of a whole region told apart?"""
    place = table().lookup(one.place, [one.country] if one.country else []) if one.place else None
    if place is None or place.kind not in ("region", "country"):
        return False
    return min(abs(a - b) for a, _ in one.sentences for b, _ in other.sentences) > _BREATH
