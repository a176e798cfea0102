"""Bars out of block characters: solid up to the least that is claimed, light from there to the most."""

from __future__ import annotations

from store.bars import Bar

UPWARD = " ▁▂▃▄▅▆▇█"
ACROSS = " ▏▎▍▌▋▊▉█"
LIGHT = "░"
#: The same in ASCII; each is darker than the one before.
ASCII_UPWARD = " .,:;+*%#"
ASCII_LIGHT = "'"
#: What stands where nothing is reported, and where zero is.
GAP, ASCII_GAP, ZERO = "·", ".", "0"


def column(bar: Bar | None, most: float, height: int, *, ascii: bool = False) -> list[tuple[str, str]]:
    """`height` characters with their styles, from the bottom up, for a bar on a scale up to `most`.

    No report is a dot and zero is a 0. A number that is not zero is seen, however small.
    """
    if bar is None:
        return [(ASCII_GAP if ascii else GAP, "dim"), *[(" ", "")] * (height - 1)]
    if bar.high <= 0:
        return [(ZERO, "dim"), *[(" ", "")] * (height - 1)]
    levels, light = (ASCII_UPWARD, ASCII_LIGHT) if ascii else (UPWARD, LIGHT)
    solid = _eighths(bar.low, most, height)
    top = max(_eighths(bar.high, most, height), solid)
    made: list[tuple[str, str]] = []
    for cell in range(height):
        filled = min(max(solid - 8 * cell, 0), 8)
        if filled or 8 * cell >= top:
            made.append((levels[filled], "number" if filled else ""))
        else:
            made.append((light, "light"))
    return made


def across(bar: Bar, most: float, width: int, *, ascii: bool = False) -> tuple[str, str]:
    """A lying bar on a scale up to `most`: its solid part and its light part."""
    solid = _eighths(bar.low, most, width)
    top = max(_eighths(bar.high, most, width), solid)
    if ascii:
        cells = -(-solid // 8)
        return "#" * cells, "." * max(-(-top // 8) - cells, 0)
    full, rest = divmod(solid, 8)
    words = ACROSS[8] * full + (ACROSS[rest] if rest else "")
    return words, LIGHT * max(-(-top // 8) - len(words), 0)


def _eighths(value: float, most: float, cells: int) -> int:
    if value <= 0 or most <= 0:
        return 0
    return min(max(round(value / most * cells * 8), 1), cells * 8)
