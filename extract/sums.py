"""A check on sums: do the parts of a claim go into its whole, and what is left open?

Only figures of one claimant, one event (or one place and night) and one kind of
thing counted are ever put together. Printed bounds make every number an
interval; parts that may share members (women among civilians) make together no
less than the largest of them and no more than all. What does not add up is
recorded and shown, never corrected.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from extract.ids import item_id
from extract.lexicon import load
from extract.model import SET_APART, Sum, SumKind, SumStatus
from extract.nouns import singular

#: A number printed as "about" or "nearly" so many is taken to lie within this share of it.
NEAR = 0.1


class Counts(Protocol):
    """What is asked of a figure, read just now or stored."""

    @property
    def id(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def modifier(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def measure(self) -> str: ...
    @property
    def place(self) -> str | None: ...
    @property
    def claimant(self) -> str | None: ...
    @property
    def date_from(self) -> str | None: ...
    @property
    def date_to(self) -> str | None: ...
    @property
    def scope(self) -> str: ...
    @property
    def part_of(self) -> str | None: ...
    @property
    def same_as(self) -> str | None: ...
    @property
    def event(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Interval:
    """The least and the most that a number may be; `inf` where nothing bounds it."""

    low: float
    high: float

    def plus(self, other: Interval) -> Interval:
        """Both together, when they share no member."""
        return Interval(self.low + other.low, self.high + other.high)

    def beside(self, other: Interval) -> Interval:
        """Both together, when they may share members."""
        return Interval(max(self.low, other.low), self.high + other.high)

    def less(self, other: Interval) -> Interval:
        """What is left of this when the other is taken away."""
        return Interval(self.low - other.high, self.high - other.low)


def interval(figure: Counts) -> Interval:
    """What the printed number and its bound allow: "at least 22" is 22 or more, "30 to 40" what it says."""
    low, high = figure.low, max(figure.high, figure.low)
    printed = (figure.modifier or "").casefold()
    if not printed:
        return Interval(low, high)
    if printed in bounds("most"):
        return Interval(0 if low == high else low, high)
    if printed in bounds("near"):
        # Rounded first: a tenth has no exact double, and 55.00000000000001 is not 56.
        return Interval(math.floor(round(low * (1 - NEAR), 6)), math.ceil(round(high * (1 + NEAR), 6)))
    # A bound that no list holds is a bound all the same: nothing is claimed about the most.
    return Interval(low, math.inf)


@functools.cache
def bounds(key: str) -> frozenset[str]:
    """The printed bounds of one sense, lower case."""
    return frozenset(load("sums")["bounds"][key])


@functools.cache
def _table(name: str) -> dict[str, str]:
    return {word: key for key, listed in reversed(load("sums")[name].items()) for word in str(listed).split()}


def find_sums(article: str, figures: Sequence[Counts]) -> list[Sum]:
    """Every check that the figures of the article with this id allow, in the order of their wholes."""
    told = [f for f in figures if f.same_as is None and f.measure not in SET_APART and f.high > 0]
    by_id = {figure.id: figure for figure in told}
    inside: dict[str, list[Counts]] = defaultdict(list)
    for figure in told:
        whole = by_id.get(figure.part_of or "")
        if whole is not None and _one_claim(whole, figure) and _one_kind(whole, figure):
            inside[whole.id].append(figure)
    found: list[Sum] = []
    for whole in told:
        parts = inside.get(whole.id, [])
        if whole.measure in _FATES:
            ends = _ends(whole, parts, told)
            if ends:
                kind: SumKind = "fates" if whole.measure == "launched" else "casualties"
                found.append(_sum(article, kind, whole, ends, _plus(interval(f) for f in ends)))
            parts = [part for part in parts if part.measure == whole.measure]
        for kind, listed in (("places", _by_place(whole, parts)), ("kinds", _by_weapon(whole, parts))):
            if listed:
                found.append(_sum(article, kind, whole, listed, _plus(interval(f) for f in listed)))
                parts = [part for part in parts if part not in listed]
        if parts:
            check = _sum(article, "parts", whole, parts, _union(whole, parts))
            # One part that is not too many says no more than that it is a part.
            if len(parts) > 1 or check.status == "exceeds":
                found.append(check)
    return found


#: What becomes of those that a measure counts; no one of them comes to two of these ends.
_FATES = {"launched": ("shot_down", "hit"), "casualties": ("killed", "injured")}


def _ends(whole: Counts, parts: list[Counts], told: list[Counts]) -> list[Counts]:
    """The figures that say what became of the whole; none where it is not plain which they are."""
    alone = not any(
        other is not whole and other.measure == whole.measure and other.part_of is None
        and _one_claim(whole, other) and _one_event(whole, other) and _one_kind(whole, other)
        for other in told
    )  # fmt: skip
    found: list[Counts] = []
    for measure in _FATES[whole.measure]:
        ends = [part for part in parts if part.measure == measure]
        if not ends and alone and whole.part_of is None:
            ends = [
                f for f in told
                if f.measure == measure and f.part_of is None and f.id != whole.id
                and _one_claim(whole, f) and _one_event(whole, f) and _same_kind(whole, f)
            ]  # fmt: skip
            if len(ends) > 1:
                return []  # two counts of one end, and nothing says how they stand to each other
        if not ends and whole.measure == "casualties":
            return []
        found += ends
    return sorted(found, key=lambda f: f.start)


def _one_claim(whole: Counts, part: Counts) -> bool:
    """Are both said by one claimant, of one night, and of one stretch of time?"""
    ours, theirs = (whole.date_from, whole.date_to), (part.date_from, part.date_to)
    dated = None not in ours and None not in theirs
    return whole.claimant == part.claimant and whole.scope == part.scope and (not dated or ours == theirs)


def _one_event(whole: Counts, part: Counts) -> bool:
    """Do both belong to one event, or without events to one place and day?"""
    if whole.event is not None or part.event is not None:
        return whole.event == part.event
    return whole.place is not None and (whole.place, whole.date_to) == (part.place, part.date_to)


def _one_kind(whole: Counts, part: Counts) -> bool:
    """May what the part counts be among what the whole counts: drones among drones or weapons?"""
    ours, theirs = _weapon(whole), _weapon(part)
    return ours is None or theirs is None or ours == theirs or ours == "any"


def _same_kind(whole: Counts, part: Counts) -> bool:
    """Do both, told apart from each other, count all of one kind, and not only the soldiers among people?"""
    if _weapon(whole) is not None or _weapon(part) is not None:
        return _weapon(whole) == _weapon(part)
    return _noun(part) in ("people", _noun(whole))


def _noun(figure: Counts) -> str:
    """The counted noun, singular: "cruise missiles" -> missile."""
    return singular(figure.unit.split(" ")[-1]) if figure.unit else ""


def _weapon(figure: Counts) -> str | None:
    """The family of weapons that is counted, `any` for weapons of whatever kind, None for other things."""
    return _table("weapons").get(_noun(figure))


# ---------------------------------------------------------------- what parts make together


def _by(parts: Iterable[Counts], key: Callable[[Counts], str]) -> Iterator[Interval]:
    """Parts that may share members, one interval for each value of `key`."""
    found: dict[str, list[Interval]] = defaultdict(list)
    for part in parts:
        found[key(part)].append(interval(part))
    for intervals in found.values():
        yield functools.reduce(Interval.beside, intervals)


def _plus(intervals: Iterable[Interval]) -> Interval:
    return functools.reduce(Interval.plus, intervals)


def _by_place(whole: Counts, parts: list[Counts]) -> list[Counts]:
    """Parts that list the whole by region: two or more, each with a place of its own."""
    # The first of the regions may have been taken for the whole's own place too.
    listed = [f for f in parts if f.place and _noun(f) in (_noun(whole), "")]
    places = [str(f.place).casefold() for f in listed]
    apart = all(a not in b for a in places for b in places if a is not b)
    return listed if len(listed) > 1 and apart and len(set(places)) == len(places) else []


def _by_weapon(whole: Counts, parts: list[Counts]) -> list[Counts]:
    """Parts that list the whole by weapon: two or more, each of a kind of its own."""
    listed = [f for f in parts if _weapon(f) and f.unit != whole.unit]
    return listed if len(listed) > 1 and len({f.unit for f in listed}) == len(listed) else []


def _union(whole: Counts, parts: list[Counts]) -> Interval:
    """Any parts together: women and children share no member, women and civilians may."""
    families: dict[str, list[Counts]] = defaultdict(list)
    for part in parts:
        member = _table("members").get(_noun(part))
        family = _table("groups").get(member or "")
        if family is None:
            plain = part.measure == whole.measure and _noun(part) not in ("", _noun(whole))
            family = "listed" if plain else part.id
        families[family].append(part)

    def member_of(part: Counts) -> str:
        return _table("members").get(_noun(part), _noun(part))

    return functools.reduce(Interval.beside, (_plus(_by(family, member_of)) for family in families.values()))


def _sum(article: str, kind: SumKind, whole: Counts, parts: list[Counts], together: Interval) -> Sum:
    from extract.sumwords import sentence

    rest = interval(whole).less(together)
    status: SumStatus = "unknown"
    if rest.high < 0:
        status = "exceeds"
    elif rest.low == rest.high == 0:
        status = "adds_up"
    elif rest.low > 0:
        status = "open"
    return Sum(
        id=item_id("sum", article, whole.start, whole.end, kind),
        kind=kind,
        whole=whole.id,
        parts=[part.id for part in parts],
        claimant=whole.claimant,
        event=whole.event,
        low=rest.low if math.isfinite(rest.low) else None,
        high=rest.high if math.isfinite(rest.high) else None,
        status=status,
        words=sentence(kind, whole, parts, together, rest, status),
    )
