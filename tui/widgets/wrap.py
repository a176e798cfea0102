"""Breaks an article's text into lines that fit, each known by its offsets into the text."""

from __future__ import annotations

from bisect import bisect_right

from rich.cells import get_character_cell_size


def _fill(text: str, start: int, end: int, width: int) -> int:
    """The offset before which `width` cells of `text[start:end]` are full."""
    piece = text[start : min(end, start + width)]
    if piece.isascii():
        return start + len(piece)
    used = 0
    for offset in range(start, end):
        used += get_character_cell_size(text[offset])
        if used > width:
            return max(offset, start + 1)
    return end


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Lines of `text`, at most `width` cells wide, as `(start, end)` offsets; lines break at line feeds too.

    The blank at which a line is broken belongs to no line. `text` is safe to draw.
    """
    width = max(width, 2)
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        place = start
        while True:
            full = _fill(text, place, end, width)
            if full >= end:
                lines.append((place, end))
                break
            cut = full if text[full] == " " else text.rfind(" ", place, full)
            if cut <= place:
                cut = full
            lines.append((place, cut))
            place = cut
            while place < end and text[place] == " ":
                place += 1
            if place >= end:
                break
        start = end + 1
    return lines


def line_at(lines: list[tuple[int, int]], offset: int) -> int:
    """The index of the line that holds `offset`."""
    return max(bisect_right(lines, (offset, float("inf"))) - 1, 0)
