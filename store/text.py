"""Small work on text: folding for comparison, the sentence around a span, the first words of the news."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache

#: What the full-text index takes for a word: letters and digits, with the marks that stand on them.
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})
#: It begins with a set of characters, which the machine of `re` runs to at full speed.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)(?:\s*\n)?|(?<!\n)[.!?…]*[\"'”’)\]»]*(?=\s+[\"'“‘(\[«]*[^\W_]))")
#: A full stop after one of these, or after one capital letter, does not end a sentence.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|St|No|vs|etc|approx|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*|\b[ap]\.m)\.$"
)
#: "(KYIV and LONDON) — ", "KYIV, Ukraine (AP) — ", "VARA, May 2 (Xinhua) - ", which no sentence begins with.
_DATELINE = re.compile(
    r"(?:(?:\([A-Z][^()\n]{1,60}\)|[A-Z]{3,}[^\n—–]{0,50}?)\s(?:—|–|--)|[A-Z]{3,}[^\n—–]{0,70}?\)\s-)\s+"
)
_REACH = 2000  # a sentence is looked for no further than this on either side


@lru_cache(maxsize=20000)
def fold(text: str) -> str:
    """Case, diacritics, typographic apostrophes and runs of spaces taken away, for comparing names."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def alike(one: str, other: str) -> float:
    """The share of two texts' words that both hold."""
    mine, theirs = set(WORD.findall(fold(one))), set(WORD.findall(fold(other)))
    return len(mine & theirs) / max(1, len(mine | theirs))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The `(start, end)` of the sentence or sentences that hold `text[start:end]`, without outer spaces."""
    return _around(text, _ends(text, max(0, start - _REACH), min(len(text), end + _REACH)), start, end)


class Sentences:
    """`sentence_around` for many spans of one text, which is looked through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = _ends(text, 0, len(text))

    def around(self, start: int, end: int) -> tuple[int, int]:
        """As `sentence_around` of the text."""
        return _around(self._text, self._ends, start, end)


def _ends(text: str, low: int, high: int) -> list[int]:
    return [stop.end() for stop in _STOP.finditer(text, low, high) if not _is_short(text, stop)]


def _around(text: str, ends: list[int], start: int, end: int) -> tuple[int, int]:
    before = bisect_right(ends, start)
    begin = max(0, start - _REACH, ends[before - 1] if before else 0)
    after = bisect_left(ends, end)
    finish = min(len(text), end + _REACH, ends[after] if after < len(ends) else len(text))
    while begin < start and text[begin].isspace():
        begin += 1
    if begin == 0 or text[begin - 1] == "\n":
        dateline = _DATELINE.match(text, begin, start)
        begin = dateline.end() if dateline else begin
    while finish > end and text[finish - 1].isspace():
        finish -= 1
    return begin, finish


def _is_short(text: str, stop: re.Match[str]) -> bool:
    return stop.group() == "." and bool(_SHORT.search(text, max(0, stop.start() - 12), stop.end()))


def lead(text: str, headline: str | None, length: int = 120) -> str:
    """The first `length` or so characters of the news text behind its dateline, on one line, cut between words."""
    begin = 0
    if headline:
        at = text.find(headline, 0, len(headline) + 200)
        if at >= 0:
            begin = at + len(headline)
    while begin < len(text) and text[begin].isspace():
        begin += 1
    dateline = _DATELINE.match(text, begin)
    if dateline:
        begin = dateline.end()
    words = " ".join(text[begin : begin + 3 * length].split())
    if not words:
        words = " ".join(text[: 3 * length].split())
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0] + "…"
