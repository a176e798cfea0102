"""The paragraphs of a text: its lines, joined where they are broken at one width, cut where they are too long."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

#: A frame longer than this (characters) is cut at the end of a sentence: the parser's memory grows with it.
LONGEST = 6_000
#: So is a sentence longer than this: every word of it may be looked at for each of its numbers and verbs.
LONGEST_SENTENCE = 2_000

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Is the text broken into lines of a fixed width, with blank lines between paragraphs?"""
    if len(lines) < 4 or not re.search(r"\n[ \t]*\r?\n", text):
        return False
    joined = broken = 0
    for (_, end), (start, _) in itertools.pairwise(lines):
        if text.count("\n", end, start) == 1:
            joined += 1
            broken += text[end - 1] not in ".!?:”\"’'" and (text[start].islower() or text[start].isdigit())
    widest = max(end - start for start, end in lines)
    return joined > 0 and widest <= 100 and broken * 4 >= joined


def split_paragraphs(text: str, skip: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The paragraphs of `text` without the spans of `skip`, as `(start, end)` pairs without outer blanks."""
    lines = [_trimmed(text, *found.span()) for found in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    if _is_wrapped(text, lines):
        joined: list[tuple[int, int]] = []
        for start, end in lines:
            if joined and text.count("\n", joined[-1][1], start) == 1:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        lines = joined
    found_paragraphs = []
    cuts = sorted(skip)
    first = 0
    for start, end in lines:
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        at = start
        for cut_start, cut_end in cuts[first:]:
            if cut_start >= end:
                break
            if at < cut_start:
                found_paragraphs.append(_trimmed(text, at, cut_start))
            at = max(at, cut_end)
        if at < end:
            found_paragraphs.append(_trimmed(text, at, end))
    return [part for start, end in found_paragraphs if start < end for part in _cut_long(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph in parts no longer than `LONGEST`, without a sentence longer than `LONGEST_SENTENCE`."""
    if end - start <= LONGEST_SENTENCE:
        yield start, end
        return
    begin = stop = start  # of the part; of the last sentence that fits it
    stops = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    for each in (*stops, end):
        if each - begin > LONGEST and stop > begin:
            yield from _part(text, begin, stop)
            begin = stop
        while each - stop > LONGEST_SENTENCE:
            stop = _inside(text, stop, stop + LONGEST_SENTENCE)
            yield from _part(text, begin, stop)
            begin = stop
        stop = each
    yield from _part(text, begin, end)


def _part(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = _trimmed(text, start, end)
    if part[0] < part[1]:
        yield part


def _inside(text: str, start: int, end: int) -> int:
    """Where to cut a sentence that goes on too long: after its last comma, blank or character that fits."""
    middle = (start + end) // 2
    for mark in (";", ":", ",", " "):
        at = text.rfind(mark, middle, end)
        if at >= 0:
            return at + 1
    return end
