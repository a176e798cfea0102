"""Which event of the text a figure of its headline tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.group import HARM, Group, day_of, here, same_day
from extract.setting import NAMED

if TYPE_CHECKING:
    from extract.figures import Read

#: What a headline may count of people without their number.
_TAKEN = frozenset({"abducted", "arrested", "captured", "released"})


def of_headline(read: Read, groups: list[Group]) -> Group | None:
    """The event that repeats a headline's figure, else the first of its town, else of its day, that it may be told of."""
    for group in groups:
        if any(_repeated(read, other) for other in group.reads):
            return group
    # "… kill 17, abduct dozens", of whom the text counts 40; two who died in a town are of that town's attack.
    measure = read.figure.measure
    kind = {measure} if measure in _TAKEN else HARM
    may = [g for g in groups if measure in kind and any(r.figure.measure in kind for r in g.reads)]
    same = [g for g in may if same_day(g.day, day_of(read))]
    if read.placed is not None and read.placed.why == NAMED:
        there = [g for g in (same if read.figure.when is not None else may) if here(g, read)]
        same = there or same
    return same[0] if same else None


def _repeated(read: Read, other: Read) -> bool:
    ours, theirs = read.figure, other.figure
    return ours.value == theirs.value and (
        ours.measure == theirs.measure
        or _alike(ours.unit, theirs.unit)
        or read.draft.same_as is other.draft
        or other.draft.same_as is read.draft
    )


def _alike(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a.split()[-1] == b.split()[-1]
