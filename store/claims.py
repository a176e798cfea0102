"""Who claims what, side by side: the rows of the claims table, as small frozen records.

A row is a day, a place, a measure and a family of units; its cells are what each
claimant says, in the order of report. Nothing is averaged or merged: equal
figures of one claimant stand once, with every report that holds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.query import MEASURES
from store.records import FigureRow

_RANK = {name: at for at, name in enumerate(MEASURES)}
#: Sorts behind every ISO day.
_LATE = "9999"


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def voice(claimant: str | None) -> str:
    """What tells claimants apart: "Officials" and "officials" are one; '' is the articles' own voice.

    The same as SQLite's `lower`, which knows the letters of ASCII only.
    """
    return (claimant or "").translate(_LOWER)


class Key(NamedTuple):
    """What makes a row; `day` and `place` are '' where they are not known."""

    day: str
    dated: bool
    place: str
    measure: str
    family: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A check on sums: `whole` and `parts` are ids of figures, `words` says in a sentence what is left open."""

    id: str
    kind: str
    whole: str
    parts: tuple[str, ...]
    low: float | None
    high: float | None
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of one claimant, with every report of it, the earliest first.

    `inside`: it is a part of another figure of the same row. `after`: it was
    reported later than the claim before it in the cell, or revises it.
    """

    reports: tuple[FigureRow, ...]
    inside: bool = False
    after: bool = False

    @property
    def figure(self) -> FigureRow:
        """The figure of the earliest report."""
        return self.reports[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The figures' ids, in the order of report."""
        return tuple(row.id for row in self.reports)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it: outlets, else datelines or documents, each once."""
        return tuple(dict.fromkeys(row.outlet or row.dateline or row.document for row in self.reports))


@dataclass(frozen=True, slots=True)
class Cell:
    """What one claimant says in a row; `claimant` None is the articles' own voice."""

    claimant: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row of the table.

    `dated` False: no figure says its day, it is the article's. `depth` 1 and more:
    parts, under the row of their whole. `low` and `high` are the figures with the
    least and the most that anyone claims, where claims differ. `rival`: more than
    one claimant, and not all of one mind. `later` revise a figure of this row and
    stand in a row of another day.
    """

    day: str
    dated: bool
    place: str
    measure: str
    family: str
    depth: int = 0
    cells: tuple[Cell, ...] = ()
    low: FigureRow | None = None
    high: FigureRow | None = None
    rival: bool = False
    later: tuple[FigureRow, ...] = ()
    sums: tuple[Sum, ...] = ()

    def cell(self, claimant: str | None) -> Cell | None:
        """What this claimant says here, if anything."""
        wanted = voice(claimant)
        return next((cell for cell in self.cells if voice(cell.claimant) == wanted), None)

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """Every figure of the row."""
        return tuple(row for cell in self.cells for claim in cell.claims for row in claim.reports)


def arrange(
    keyed: Sequence[tuple[Key, FigureRow]],
    revised: Mapping[str, str] | None = None,
    sums: Mapping[str, Sequence[Sum]] | None = None,
    later: Mapping[str, Sequence[FigureRow]] | None = None,
) -> list[ClaimRow]:
    """The rows of these figures: one for each key, parts beneath their wholes.

    `revised` leads from a figure's id to the id of the one it revises, `sums`
    from a whole's id to its checks, `later` from an id to what revises it elsewhere.
    """
    groups: dict[Key, list[FigureRow]] = {}
    for key, figure in keyed:
        groups.setdefault(key, []).append(figure)
    home = {figure.id: key for key, figure in keyed}
    parents = _parents(groups, home)
    rows = {
        key: _row(key, figures, home, revised or {}, sums or {}, later or {})
        for key, figures in groups.items()
    }
    weight = Counter(key.place for key, _ in keyed)
    beneath: dict[Key | None, list[Key]] = {}
    for key in sorted(rows, key=lambda key: _order(key, weight)):
        beneath.setdefault(parents.get(key), []).append(key)
    made: list[ClaimRow] = []
    waiting = [(key, 0) for key in reversed(beneath.get(None, []))]
    while waiting:
        key, depth = waiting.pop()
        made.append(_deep(rows[key], depth))
        waiting += [(part, depth + 1) for part in reversed(beneath.get(key, []))]
    return made


def rival(figures: Iterable[FigureRow]) -> bool:
    """Do more claimants than one speak, and not with one number? (The same test as the SQL of the pages.)"""
    rows = list(figures)
    return len({voice(row.claimant) for row in rows}) > 1 and (
        len({row.low for row in rows}) > 1 or len({max(row.low, row.high) for row in rows}) > 1
    )


def _order(key: Key, weight: Mapping[str, int]) -> tuple[object, ...]:
    """Places with most figures first, those unnamed last; measures in the vocabulary's order."""
    return (
        not key.dated, key.place == "", -weight[key.place], key.place,
        _RANK.get(key.measure, len(_RANK)), key.measure, key.family,
    )  # fmt: skip


def _parents(groups: Mapping[Key, Sequence[FigureRow]], home: Mapping[str, Key]) -> dict[Key, Key]:
    """From the row of parts to the row of their whole; never in a circle."""
    parents: dict[Key, Key] = {}
    for key, figures in groups.items():
        for figure in figures:
            whole = home.get(figure.part_of) if figure.part_of else None
            if whole is None or whole == key:
                continue
            above: Key | None = whole
            while above is not None and above != key:
                above = parents.get(above)
            if above is None:
                parents[key] = whole
                break
    return parents


def _deep(row: ClaimRow, depth: int) -> ClaimRow:
    from dataclasses import replace

    return replace(row, depth=depth) if depth else row


def _when(figure: FigureRow) -> tuple[str, int]:
    """The order of report."""
    return (figure.published or _LATE, figure.rowid)


def _row(
    key: Key,
    figures: Sequence[FigureRow],
    home: Mapping[str, Key],
    revised: Mapping[str, str],
    sums: Mapping[str, Sequence[Sum]],
    later: Mapping[str, Sequence[FigureRow]],
) -> ClaimRow:
    spoken: dict[str, list[FigureRow]] = {}
    for figure in sorted(figures, key=_when):
        spoken.setdefault(voice(figure.claimant), []).append(figure)
    cells = [
        Cell(said[0].claimant, _claims(key, said, home, revised))
        for name, said in sorted(spoken.items(), key=lambda item: (not item[0], _when(item[1][0])))
    ]
    counted = [
        claim.figure for cell in cells for claim in cell.claims
        if not claim.inside and claim.figure.stance != "denied"
    ]  # fmt: skip
    low = min(counted, key=lambda row: row.low, default=None)
    high = max(counted, key=lambda row: (max(row.low, row.high), row.modifier is not None), default=None)
    differ = low is not None and high is not None and low.low != max(high.low, high.high) and low is not high
    own = {row.id for row in figures}
    return ClaimRow(
        *key,
        cells=tuple(cells),
        low=low if differ else None,
        high=high if differ else None,
        rival=rival(figures),
        later=tuple(
            new for row in figures for new in later.get(row.id, ()) if new.id not in own
        ),
        # Two reports of one claim are checked alike: it is said once.
        sums=tuple({check.words: check for row in figures for check in sums.get(row.id, ())}.values()),
    )  # fmt: skip


def _claims(
    key: Key, said: Sequence[FigureRow], home: Mapping[str, Key], revised: Mapping[str, str]
) -> tuple[Claim, ...]:
    """One claimant's figures, in the order of report; equal ones and repeats stand together."""
    heaps: dict[tuple[object, ...], list[FigureRow]] = {}
    heap_of: dict[str, tuple[object, ...]] = {}
    for figure in said:
        inside = figure.part_of is not None and home.get(figure.part_of) == key
        # Drones are also called craft; of people it matters whether women or civilians are counted.
        noun = (figure.unit or "").casefold() if key.family == "people" else ""
        heap: tuple[object, ...] = (
            inside, figure.low, figure.high, (figure.modifier or "").casefold(), figure.stance, noun,
        )  # fmt: skip
        if figure.same_as in heap_of and not inside:
            heap = heap_of[figure.same_as]
        heap_of[figure.id] = heap
        heaps.setdefault(heap, []).append(figure)
    made: list[Claim] = []
    for heap, reports in heaps.items():
        before = made[-1] if made else None
        after = False
        if before is not None and not heap[0] and not before.inside:
            earlier, now = before.figure.published, reports[0].published
            stood = {ident for claim in made for ident in claim.ids}
            revises = {revised.get(reports[0].id), reports[0].revises} - {None}
            after = bool(revises & stood) or bool(earlier and now and earlier < now)
        made.append(Claim(tuple(reports), inside=bool(heap[0]), after=after))
    return tuple(made)
