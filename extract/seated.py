"""A figure given to its event: what the event learns from it, and which it cannot be of."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from extract.eventkinds import VIOLENT
from extract.figuredays import weak
from extract.group import Group, attacker, day_of
from extract.setting import NAMED

if TYPE_CHECKING:
    from extract.figures import Read


def fits(kind: str, spoken: Collection[str]) -> bool:
    """May the words mean a deed of that kind: "the fighting" also the one in which a town was taken?"""
    return kind in spoken or (kind == "territory_change" and "clash" in spoken)


def before_it(group: Group, read: Read, day: tuple[str, str] | None) -> bool:
    """ "In August 14 others died there": is the figure told with a time of its own, and that before the event's?"""
    if day is None or group.day is None or group.weak_day or read.figure.when is None or weak(read):
        return False
    return day[1] < group.day[0] and read.figure.measure in ("killed", "injured", "casualties", "abducted")


def take(homes: dict[int, Group], group: Group, read: Read, span: tuple[int, int]) -> None:
    """Give a figure to the event that the words around it tell, whatever place and day were worked out for it."""
    add(group, read, span, settles=False)
    keep(homes, read, group)


def keep(homes: dict[int, Group], read: Read, group: Group) -> None:
    """Remember a figure's event, also for the headline's figure that it repeats, which others may repeat too."""
    homes[id(read.draft)] = group
    if read.draft.same_as is not None:
        homes.setdefault(id(read.draft.same_as), group)


def add(
    group: Group, read: Read, span: tuple[int, int], kind: str | None = None, *, settles: bool = True
) -> None:
    """Give a figure to an event, which learns from it what it did not know.

    `settles` is False for a figure of some place in the event's, which does not tell where it was.
    """
    if group.kind == "other" and kind in VIOLENT and all(r.figure.measure == "deployed" for r in group.reads):
        group.kind = (
            kind  # "some thirty gunmen came; 31 villagers were killed": those who came were the attack
        )
    group.reads.append(read)
    group.paragraphs.add(read.draft.paragraph)
    if span not in group.sentences:
        group.sentences.append(span)
    if (actor := attacker(read)) is not None:
        group.actors[actor] += 1
    if read.figure.target is not None:
        group.targets[read.figure.target] += 1
    if kind is not None:
        group.kinds[kind] += 1
    named = read.placed is not None and read.placed.why == NAMED
    if (
        settles
        and read.figure.place
        and (group.place is None or (named and not group.placed and read.draft.part_of is None))
    ):
        group.place, group.mention = (
            read.figure.place,
            read.placed.mention if read.placed is not None else None,
        )
    group.placed = group.placed or named
    if not weak(read) and (group.day is None or group.weak_day) and (day := day_of(read)) is not None:
        group.day, group.weak_day = day, False
