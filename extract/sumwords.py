"""A check on sums in one sentence, for people: "131 launched; 106 shot down and 22 that hit …; 3 open"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.model import SumKind, SumStatus

if TYPE_CHECKING:
    from extract.sums import Counts, Interval

_ENDS = {"hit": "that hit"}


def sentence(
    kind: SumKind,
    whole: Counts,
    parts: Sequence[Counts],
    together: Interval,
    rest: Interval,
    status: SumStatus,
) -> str:
    """The whole, its parts and what is left, in the words of the figures."""
    head = f"{printed(whole)} {_measure(whole)}"
    listed = _joined([_part(kind, whole, part) for part in parts])
    if kind == "fates":
        middle = f"; {listed} {'is' if len(parts) == 1 and parts[0].value == 1 else 'are'} accounted for"
    elif kind == "parts":
        middle = f", of them {listed}"
    else:
        middle = f"; {listed} make {_span(together)}"
    return f"{head}{middle}; {_rest(rest, status, 'others' if kind == 'parts' else 'open')}"


def number(value: float) -> str:
    """A number with its thousands grouped."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def printed(figure: Counts) -> str:
    """The figure's number with its bound as printed: "at least 22", "30 to 40"."""
    told = number(figure.low)
    if figure.high > figure.low:
        told = f"{told} to {number(figure.high)}"
    if not figure.modifier:
        return told
    after = figure.modifier.startswith(("or ", "and ", "-")) or figure.modifier in ("plus", "odd")
    return f"{told} {figure.modifier}" if after else f"{figure.modifier} {told}"


def _measure(figure: Counts) -> str:
    return figure.measure.replace("_", " ")


def _part(kind: SumKind, whole: Counts, part: Counts) -> str:
    told = printed(part)
    if kind in ("fates", "casualties"):
        return f"{told} {_ENDS.get(part.measure, _measure(part))}"
    if kind == "places":
        return f"{told} ({part.place})"
    if kind == "kinds" or part.unit != whole.unit:
        told = f"{told} {part.unit}" if part.unit else told
    if part.measure != whole.measure:
        told = f"{told} {_measure(part)}"
    elif part.place and part.place != whole.place:
        told = f"{told} ({part.place})"
    return told


def _joined(told: list[str]) -> str:
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _span(interval: Interval) -> str:
    if math.isinf(interval.high):
        return f"{number(interval.low)} or more"
    if interval.low == interval.high:
        return number(interval.low)
    return f"{number(interval.low)} to {number(interval.high)}"


def _rest(rest: Interval, status: SumStatus, called: str) -> str:
    if status == "adds_up":
        return "it adds up" if called == "open" else "no others"
    if status == "exceeds":
        low, high = -rest.high, -rest.low
        more = f"{number(low)} or more" if math.isinf(high) else number(low)
        return f"{more if low == high or math.isinf(high) else f'{more} to {number(high)}'} too many"
    if status == "unknown":
        return f"how many {'are open' if called == 'open' else 'others'} is not known"
    return f"{_span(rest)} {called}"
