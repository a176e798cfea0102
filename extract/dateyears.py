"""The year of a printed day that has none: that which was told last."""

from __future__ import annotations

import re

from extract import datewords as w
from extract.datecalc import Reading

#: How far back, in code points, the year spoken of last is looked for.
_YEAR_REACH = 5_000
#: "August 8 of the same year".
_SAME_YEAR = re.compile(r",?\s(?:of\s)?(?:the\ssame|that\ssame|that)\syear\b")


def of_that_year(
    text: str, match: re.Match[str], reading: Reading, month: tuple[int, int] | None, year: int | None
) -> Reading:
    """A printed day without its year, in the year that was told last: "in April 2016 … on April 21", "on 8 May of that year"."""
    found = w.explicit_of(match)
    if found is None or found.year is not None or found.last is not None:
        return reading
    said = _SAME_YEAR.match(text, match.end()) is not None
    same = (year or year_before(text, match.start())) if said else None
    if month is not None and month[1] == found.month:
        same = same or month[0]
    day = found.on(same) if same is not None else None
    if day is None:
        return reading
    return Reading(day, day, reading.precision, "the printed day, in the year that was told last")


def year_before(text: str, start: int) -> int | None:
    """The year of the last full date in the text before `start`."""
    for found in reversed(w.find_explicit(text, max(0, start - _YEAR_REACH), start)):
        if found.year is not None:
            return found.year
    return None
