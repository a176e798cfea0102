"""How the claims table is written, on the screen and on the command line: short, exact, safe to draw."""

from __future__ import annotations

from store.claims import Cell, Claim, ClaimRow
from store.records import FigureRow
from tui.display import amount, day, number, state_of, words_of
from tui.safe import one_line

#: The column of what articles say in their own voice.
OWN_VOICE = "as reported"
#: Stances that are said beside a number; "claimed" is what every number with a claimant is.
_SAID = frozenset({"denied", "disputed", "unverified", "confirmed"})


def who(claimant: str | None) -> str:
    """The name at the head of a column."""
    return one_line(claimant) if claimant else OWN_VOICE


def what(measure: str, family: str) -> str:
    """What is counted and what happened to it: `drones launched`, `locations hit`, `people killed`."""
    happened, counted = words_of(measure), one_line(family)
    if not counted or counted in happened.split():
        return happened
    return f"{counted} {happened}"


def label(row: ClaimRow) -> str:
    """The head of a row: `Ukraine: drones launched`; a part has `└` before it."""
    place = one_line(row.place) if row.place else "no place"
    return (
        "  " * max(row.depth - 1, 0)
        + ("└ " if row.depth else "")
        + f"{place}: {what(row.measure, row.family)}"
    )


def day_of(row: ClaimRow, year: str | None = None) -> str:
    """The row's day; in brackets where it is only its articles'."""
    if not row.day:
        return "no day"
    return day(row.day, year) if row.dated else f"({day(row.day, year)})"


def bounds(figure: FigureRow) -> str:
    """A figure's number with its bound, and what else is said of it: `≥141`, `5 (denied)`, `7 (corrected)`."""
    words = [figure.stance or ""] if figure.stance in _SAID else []
    words += [state_of(figure)] if state_of(figure) else []
    return amount(figure) + (f" ({', '.join(words)})" if words else "")


def claim_words(claim: Claim) -> str:
    """A claim in its cell; one that is a part of another in the same cell says so."""
    words = bounds(claim.figure)
    unit = one_line(claim.figure.unit or "")
    if unit in {"women", "men", "civilians", "elderly", "wounded"}:
        words += f" {unit}"
    return f"(incl. {words})" if claim.inside else words


def cell_words(cell: Cell | None) -> str:
    """All that a claimant says: `4 → 6 → 7` in the order of report, `4 / 6` where both came on one day."""
    if cell is None:
        return ""
    words = ""
    for claim in cell.claims:
        joint = "" if not words else " " if claim.inside else " → " if claim.after else " / "
        words += joint + claim_words(claim)
    return words


def span(row: ClaimRow) -> str:
    """The least and the most that anyone claims, as printed; nothing where all agree."""
    if row.low is None or row.high is None:
        return ""
    least = amount(row.low) if row.low.low >= row.low.high else number(row.low.low)
    most = amount(row.high) if row.high.low >= row.high.high else number(row.high.high)
    return f"{least} to {most}"


def reports(claim: Claim) -> str:
    """Who reports it: `ABC News`, `ABC News +2`."""
    first, *others = claim.outlets
    return one_line(first) + (f" +{len(others)}" if others else "")
