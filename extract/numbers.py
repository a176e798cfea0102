"""Number words of a text: their value, range and bound, exact to the character.

`find_numbers` reads characters only, no parse. It leaves out what is no count
at all: dates and clock times, ordinals, the names of weapons, plants, roads,
units and resolutions, "28-point".
"""

from __future__ import annotations

import re

from extract.bounds import bounded
from extract.countless import is_no_count
from extract.numberwords import is_metres, number_words, value_of
from extract.ranges import Number as Number
from extract.ranges import join_ranges
from extract.shares import SMALL, in_words, is_share, plain_value

_ISO_DATE = re.compile(
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|(?:\+\d|\b\d{3,4}-)[\d -]{7,}\b|https?://\S+|\b[\w.]+@[\w.]+"
)


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers in `text[start:end]`, in order; offsets are into `text`."""
    words = number_words()
    raw: list[Number] = []
    stop = len(text) if end is None else end
    position = start
    dates = [m.span() for m in _ISO_DATE.finditer(text, start, stop)]
    while match := words.master.search(text, position, stop):
        position = match.end() if match.end() > match.start() else match.end() + 1
        a, b = match.span()
        while dates and dates[0][1] <= a:
            dates.pop(0)
        if dates and dates[0][0] < b:
            position = dates[0][1]
            continue
        if match["words"] and match["words"].casefold().startswith(("a ", "an ")):
            a += len(match["words"].split()[0]) + 1 if match["words"].split()[1].casefold() in SMALL else 0
        digits = bool(match["digits"])
        if match["glued"] in ("m", "M") and is_metres(match):
            b = match.start("glued")
        if digits and text[a] in "-−" and (a > 0 and not text[a - 1].isspace()):
            a += 1
        read = value_of(match, words)
        if read is None:
            # "three five" or "forty-two hundred": fall back to the first word alone.
            first = re.match(r"[A-Za-z]+", text[a:b])
            if first is None or (value := in_words(first.group())) is None:
                continue
            b = a + first.end()
            position = b
            read = (value, value, value)
        hyphened = b < len(text) and text[b] in "-–" and b + 1 < len(text) and text[b + 1].isalpha()
        if match["share"] and not is_share(text, a, b):
            # Not a share: the first number alone, and what follows is read on its own.
            first = re.match(r"(?:an?\s+)?(?:[A-Za-z]+|\d+)", text[a:b])
            value = plain_value(first.group().casefold()) if first is not None else None
            if first is None or value is None or re.match(r"an?\s|half\b", text[a:b], re.IGNORECASE):
                continue
            b = position = a + first.end()
            read = (value, value, value)
            digits = text[a].isdigit()
            share = False
        else:
            share = bool(match["share"])
        ranged = bool(raw) and text[raw[-1].end : a] in ("-", "–")
        if not share and is_no_count(text, a, b, read[0], digits, ranged):
            continue
        raw.append(Number(a, b, *read, None, a, b, digits, hyphened, share))
    found = [bounded(text, number) for number in join_ranges(text, raw)]
    # "Under an hour" measures, "an hour" does not.
    return [
        n
        for n in found
        if n.modifier not in (None, "within") or text[n.start : n.end].casefold() not in ("a", "an")
    ]
