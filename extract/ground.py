"""What the fight for a town cost, where its fall is told beside a strike on it: losses go to the fall, not to the shells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.credit import SOLDIERS
from extract.eventkinds import STRIKES, kinds_in
from extract.group import Group, attacker, same_day, same_print, same_spot
from extract.nounwords import classes, unit_noun
from extract.parties import outlaws

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

_AIMED = STRIKES - {"attack"}
_GROUND = frozenset({"territory_change", "clash"})
#: What only a fight on the ground takes or counts, and what it may cost whoever fights in it.
_TAKEN = frozenset({"lost_equipment", "captured", "attacks"})
_FELL = frozenset({"casualties", "killed", "injured", "destroyed"})
#: How many of the events told before and after one are looked through.
_NEAR = 24


def give_ground(parsed: Parsed, groups: list[Group]) -> None:
    """Give a town's fall, or the fight for it, what was lost in it, from a strike on that town and day.

    "The town was shelled. Troops then captured it. The enemy lost 40 men and two tanks": of the capture.
    """
    order = sorted(groups, key=lambda g: min(g.sentences))
    for at, ground in enumerate(order):
        if ground.kind not in _GROUND or ground.reads:
            continue
        told = min(ground.sentences)
        for strike in order[max(0, at - _NEAR) : at + _NEAR]:
            there = _aimed(strike) and same_spot(strike, ground) and same_day(strike.day, ground.day)
            if there and same_print(strike.printed, ground.printed):
                _move(strike, ground, [r for r in strike.reads if _of_ground(parsed, strike, r, told)])


def _aimed(group: Group) -> bool:
    """Is it a strike from afar, or an attack that is told of as one?"""
    return group.kind in _AIMED or (group.kind == "attack" and bool(group.kinds.keys() & _AIMED))


def _of_ground(parsed: Parsed, strike: Group, read: Read, told: tuple[int, int]) -> bool:
    """Was it lost on the ground: told with the fall or after it, in no sentence that tells of a strike?"""
    start, unit = read.figure.start, unit_noun(read.figure.unit)
    if start < told[0]:
        return False
    armed = unit in SOLDIERS or unit in outlaws() or classes().get(unit) == "equipment"
    fought = read.figure.measure in _TAKEN or (armed and read.figure.measure in _FELL)
    own = next((span for span in strike.sentences if span[0] <= start < span[1]), None)
    return (
        fought
        and own is not None
        and (own == told or not any(kind in _AIMED for kind, _, _ in kinds_in(parsed.text[own[0] : own[1]])))
    )


def _move(strike: Group, ground: Group, lost: list[Read]) -> None:
    """Take figures from the strike to the ground, with the sentences that tell of nothing else."""
    told = min(ground.sentences)
    for read in lost:
        strike.reads.remove(read)
        ground.reads.append(read)
        if (actor := attacker(read)) is not None:
            strike.actors[actor] -= 1
            if told[0] <= read.figure.start < told[1]:
                ground.actors[actor] += 1  # what either side lost afterwards does not tell who took the town
    strike.actors = +strike.actors  # forget who is counted no more
    for span in list(strike.sentences):
        mine, theirs = ([r for r in g.reads if span[0] <= r.figure.start < span[1]] for g in (strike, ground))
        if theirs and not mine and len(strike.sentences) > 1:
            strike.sentences.remove(span)
        if theirs and span not in ground.sentences:
            ground.sentences.append(span)
    ground.paragraphs |= {read.draft.paragraph for read in lost}
