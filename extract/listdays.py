"""The day of a list: "In operations on Monday:" and, beneath it, one item to each of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.parse import Paragraph, Parsed

_ITEM = re.compile(r"\s*(?:[-–—]{1,2}|[•▪●◦‣*·»>+]|\(?(?:\d{1,2}|[a-z])[.)])\s*(?=[^\s-])")
_OPENS = re.compile(r":\s*\Z")
#: A heading is no longer, unless it ends with a colon.
_HEADING = 70


def days_of_lists(parsed: Parsed, days: Callable[[Paragraph], list[TimeSpan]]) -> dict[int, TimeSpan]:
    """The items of lists, by the number of their paragraph -> the day that the words over their list tell.

    `days` gives those of a paragraph on which something was done. A list's words end with a colon, or are a heading.
    """
    found: dict[int, TimeSpan] = {}
    over: TimeSpan | None = None
    for number, paragraph in enumerate(parsed.paragraphs):
        text = parsed.text[paragraph.start : paragraph.end]
        if _ITEM.match(text):
            if over is not None:
                found[number] = over
            continue
        opens = _OPENS.search(text[-8:]) is not None or (len(text) <= _HEADING and text[-1:] not in ".!?")
        told = days(paragraph) if opens else []
        over = told[-1] if told else None
    return found
