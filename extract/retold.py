"""Figures whose own words say which of the events told before they are of: a part, a repeated count, "in the attack"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.backrefs import learn, spoken_of
from extract.figuredays import weak
from extract.group import HARM, NEARER, Group, here, lies_in, printed_day, same_day
from extract.likeness import elsewhere
from extract.nearer import of_many
from extract.setting import NAMED

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed


def repeats(home: Group, read: Read, day: tuple[str, str] | None) -> bool:
    """May a count that was told before be the event's own, told again, by its place and day?"""
    return (home.weak_day or weak(read) or same_day(home.day, day)) and (
        home.beside or not elsewhere(home, read)
    )


def again_in_town(
    parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int], day: tuple[str, str] | None
) -> Group | None:
    """ "Twenty-two were hurt in the attack in the town of X": the attack that was placed in the province so far."""
    placed = read.placed
    if placed is None or placed.why != NAMED or placed.mention is None or read.figure.measure not in HARM:
        return None
    if placed.mention.kind not in ("city", "site", "point") or any(here(group, read) for group in groups):
        return None
    home = spoken_of(parsed, groups, span, day, printed_day(read.figure.when, day), placed.mention)
    if home is None or not lies_in(placed.mention, home.mention) or of_many(parsed, home):
        return None
    learn(parsed, home, span, day, placed.mention)
    home.why = NEARER
    return home
