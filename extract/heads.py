"""What stands over an article's news: its titles, its day, who wrote it, and where that ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract import headlines as h
from extract.captionlines import Caption
from extract.headdates import HeadDay

#: A head has no more lines, and a line of it before the news is no longer.
_HEAD_LINES, _DECK = 14, 260
_LIVE = re.compile(r"\blive\b|\bas it happened\b", re.I)


@dataclass(slots=True)
class Line:
    """A line of a document, and what it is."""

    start: int
    end: int
    blank: int  # line breaks between this line and the one before
    kind: str  # header dateline date byline credit mark junk caption text
    text: str
    prose: bool
    dateline: h.Dateline | None = None
    day: HeadDay | None = None
    caption: Caption | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the news: the line past its last, its headline's, whether it is of a running account of a day."""

    end: int
    headline: int | None
    live: bool


def head(lines: list[Line], at: int) -> Head:
    """The head of the article that begins at the line `at`: its titles, and what it says of its day and its writers."""
    titles: list[int] = []
    told: int | None = None  # the last line that tells the day or who wrote it
    i = at
    while i < min(len(lines), at + _HEAD_LINES):
        line = lines[i]
        if line.kind in ("date", "byline") or (line.kind == "header" and i == at) or _is_place(lines, at, i):
            told = i
        elif line.kind == "text" and _is_title(lines, i) and len(titles) < 5:
            titles.append(i)
        elif line.kind != "junk" and not (line.kind == "text" and titles and _is_deck(lines, i)):
            break
        i += 1
    over = [k for k in titles if told is not None and k < told]
    if told is not None and lines[told].kind == "date" and told == at and i == at + 1 and _unsure(lines, at):
        return Head(at, None, live=False)
    end = at if told is None else told + 1
    if lines[at].kind == "header":
        return Head(end, None, live=False)
    # A ministry's name over the date, and the title under it; or a title, and a section's name under the date.
    named = [k for k in over if h.headline_like(lines[k].text)]
    own = next((k for k in named if not h.masthead(lines[k].text) and len(lines[k].text.split()) > 3), None)
    if own is None:
        below = next((k for k in range(end, min(i + 1, len(lines))) if is_headline(lines, k)), None)
        if below is not None and all(_is_kicker(lines, k) for k in range(end, below)):
            own, end = below, below + 1
    own = named[0] if own is None and named else own
    live = any(_LIVE.search(lines[k].text) is not None for k in range(at, min(i, len(lines))))
    return Head(end, own, live)


def _is_title(lines: list[Line], i: int) -> bool:
    """Whether a line of text may be a title: no sentence, and short."""
    text = lines[i].text.strip()
    return h.headline_like(text) or _is_kicker(lines, i)


def _is_place(lines: list[Line], at: int, i: int) -> bool:
    """A place in capitals beneath a title."""
    return i > at and lines[i].kind == "text" and h.place_line(lines[i].text) is not None


def _is_kicker(lines: list[Line], i: int) -> bool:
    """A word or two over a title: "SUDAN", "Middle East"."""
    text = lines[i].text.strip()
    return not lines[i].prose and len(text) <= 40 and text[:1].isupper() and text[-1:] not in ":,;"


def _is_deck(lines: list[Line], i: int) -> bool:
    """A sentence under the title that sums up the report: a line that tells the day or the writer follows at once."""
    after = next((line for line in lines[i + 1 : i + 4] if line.kind != "junk"), None)
    return len(lines[i].text) <= _DECK and after is not None and after.kind in ("date", "byline")


def _unsure(lines: list[Line], at: int) -> bool:
    """A first line that names much besides a date, and the news right under it: its own title."""
    day = lines[at].day
    follows = lines[at + 1] if at + 1 < len(lines) else None
    return day is not None and day.named and follows is not None and not _is_title(lines, at + 1)


def is_headline(lines: list[Line], i: int) -> bool:
    """Whether the line `i`, at an article's top, is its headline: news, a byline or a dateline follows."""
    line = lines[i]
    if line.kind != "text" or not h.headline_like(line.text) or i + 1 >= len(lines):
        return False
    after = lines[i + 1]
    if after.kind in ("byline", "date", "dateline", "junk", "caption"):
        return True
    if after.kind != "text":
        return False
    if over_dateline(lines, i + 1):
        return True
    long_enough = after.prose or (i + 2 < len(lines) and lines[i + 2].prose)
    if after.blank > 1:
        return long_enough
    # No blank line between: not the first of lines that are broken at one width.
    return after.prose and len(after.text) > max(100, 1.3 * len(line.text))


def over_dateline(lines: list[Line], i: int) -> bool:
    """Whether a line says no more than who wrote the report that begins with its dateline right beneath."""
    for line in lines[i : i + 3]:
        if line.kind == "dateline" and line.dateline is not None:
            return line.dateline.strong and line.dateline.month_day is not None
        if line.kind != "text" or not (h.label_line(line.text) or h.masthead(line.text)):
            return False
    return False
