"""The claims table for a person at a terminal: a column a claimant where they fit, else a line a claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from store.claims import voice
from tui.claimwords import bounds, cell_words, claim_words, day_of, label, reports, span, who
from tui.cli.tables import console
from tui.display import day
from tui.safe import clip, one_line, width

if TYPE_CHECKING:
    from rich.text import Text

    from store.claims import ClaimRow

#: The narrowest column of a claimant, the widest, and the column of what a row counts.
NARROW, BROAD, HEAD = 9, 18, 30
#: Cells from which columns of claimants are readable, and under which a row's head has a line of its own.
ROOMY, STACKED = 50, 36
#: Characters of a figure's id that are shown; `open` takes the beginning of an id.
ID = 8
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Piece = tuple[str, int, str, str]  # words, cells, alignment, style


def print_claims(rows: Sequence[ClaimRow], shape: str | None = None) -> None:
    """Print the rows; `shape` is `columns`, `list`, or None for what fits."""
    screen = console()
    claimants = Counter(voice(cell.claimant) for row in rows for cell in row.cells)
    names = {voice(cell.claimant): cell.claimant for row in rows for cell in row.cells}
    columns = [names[claimant] for claimant, _ in claimants.most_common()]
    fit = _fit(columns, screen.width)
    if screen.width < STACKED or (shape == "columns" and screen.width < ROOMY):
        shape = "list"
    elif shape is None:
        shape = "columns" if len(fit) == 1 else "list"
    lines = _matrix(rows, fit, screen.width) if shape == "columns" else _list(rows, screen.width)
    for line in lines:
        screen.print(line, soft_wrap=True)


def _fit(columns: list[str | None], cells: int) -> list[list[str | None]]:
    """The claimants in as many blocks as it takes for each to have a readable column."""
    a_block = max((cells - HEAD - 12) // (NARROW + 4), 1)
    return [columns[at : at + a_block] for at in range(0, len(columns), a_block)]


def _matrix(rows: Sequence[ClaimRow], blocks: list[list[str | None]], cells: int) -> Iterator[Text]:
    spans = any(span(row) for row in rows)
    told: set[int] = set()  # rows whose sums have been shown
    for number, block in enumerate(blocks):
        last = spans and number == len(blocks) - 1
        # Without room for two columns the head of the row gives way.
        head = min(HEAD, max(cells - 14 - len(block) * (NARROW + 2), 12))
        each = (cells - 12 - head - 2) // (len(block) + last) - 2
        each = min(max(each, NARROW), BROAD)
        if number:
            yield _line([])
        names = [who(claimant) for claimant in block] + (["least to most"] if last else [])
        yield from _wrapped([("Day", 11, "<", "bold"), ("What", head, "<", "bold"),
                             *((name, each, ">", "bold") for name in names)])  # fmt: skip
        shown = ""
        for row in rows:
            said = [cell_words(row.cell(claimant)) for claimant in block]
            if not any(said) and not (last and span(row)):
                continue  # what this block's claimants say nothing of
            style = "bold" if row.rival else ""
            said += [span(row)] if last else []
            today = day_of(row)
            yield from _wrapped([
                ("" if today == shown else today, 11, "<", "dim"), (label(row), head, "<", ""),
                *((words, each, ">", style) for words in said),
            ])  # fmt: skip
            shown = today
            if id(row) not in told:
                told.add(id(row))
                yield from _beneath(row, cells)


def _list(rows: Sequence[ClaimRow], cells: int) -> Iterator[Text]:
    wide = cells >= 60
    every = [(row, cell, claim) for row in rows for cell in row.cells for claim in cell.claims]

    def longest(words: Iterable[str], most: int) -> int:
        return min(max(map(width, words), default=0), most)

    # Each column as wide as it needs to be, as far as there is room; names get what is left.
    number = longest([*(claim_words(claim) + "  " for _, _, claim in every), *map(span, rows)], 16)
    source = longest((reports(claim) for _, _, claim in every), max(cells // 6, 9)) if wide else 0
    head = longest((label(row) for row, _, _ in every), max(cells * 2 // 5, 12))
    room = cells - 3 - number - (source + ID + 2 if wide else 0)
    name = longest((who(cell.claimant) for _, cell, _ in every), max(room - head, 8))
    head = longest((label(row) for row, _, _ in every), max(room - name, 12))
    for today, group in groupby(rows, key=_long_day):
        yield _line([(today, cells, "<", "bold underline")])
        for row in group:
            left = label(row)
            if cells < STACKED:
                yield from _stacked(row, cells)
                continue
            for cell in row.cells:
                for claim in cell.claims:
                    sign = "→ " if claim.after else ""
                    pieces: list[Piece] = [
                        (left, head, "<", ""), (sign + claim_words(claim), number, ">", "bold"),
                        (who(cell.claimant), name, "<", "dim" if cell.claimant is None else ""),
                    ]  # fmt: skip
                    if wide:
                        pieces += [
                            (reports(claim), source, "<", "dim"), (one_line(claim.figure.id)[:ID], ID, "<", "dim")
                        ]  # fmt: skip
                    yield from _wrapped(pieces, indent=1)
                    left = ""
            if span(row):
                pieces = [
                    ("", head, "<", ""),
                    (span(row), number, ">", "bold"),
                    ("least to most", name, "<", "italic"),
                ]
                yield from _wrapped(pieces, indent=1)
            yield from _beneath(row, cells)


def _stacked(row: ClaimRow, cells: int) -> Iterator[Text]:
    yield from _wrapped([(label(row), cells - 1, "<", "")], indent=1)
    for cell in row.cells:
        for claim in cell.claims:
            words = f"{'→ ' if claim.after else ''}{claim_words(claim)} {who(cell.claimant)}"
            yield from _wrapped([(words, cells - 3, "<", "bold")], indent=3)
    if span(row):
        yield from _wrapped([(f"{span(row)}, least to most", cells - 3, "<", "")], indent=3)
    yield from _beneath(row, cells)


def _beneath(row: ClaimRow, cells: int) -> Iterator[Text]:
    """Under a row: sums that were checked, and what revises it on another day."""
    for check in row.sums:
        words = f"Σ {one_line(check.words)}"
        yield from _wrapped(
            [("", 2, "<", ""), (words, cells - 4, "<", "" if check.status == "adds_up" else "bold")]
        )
    for figure in row.later:
        when = day(figure.date_to or figure.date_from or figure.published)
        words = f"later → {bounds(figure)}, {when} ({one_line(figure.id)[:ID]})"
        yield from _wrapped([("", 2, "<", ""), (words, cells - 4, "<", "dim")])


def _long_day(row: ClaimRow) -> str:
    import datetime

    if not row.day:
        return "No day"
    try:
        named = f"{_DAYS[datetime.date.fromisoformat(row.day).weekday()]} {day(row.day)}"
    except ValueError:
        named = one_line(row.day)
    return named if row.dated else f"{named} (the day of the article)"


def _wrapped(pieces: Sequence[Piece], indent: int = 0) -> Iterator[Text]:
    """The pieces as columns, each folded to its width."""
    folded = [_fold(words, cells) for words, cells, _, _ in pieces]
    for parts in zip_longest(*folded, fillvalue=""):
        yield _line(
            [
                (part, cells, align, style)
                for part, (_, cells, align, style) in zip(parts, pieces, strict=True)
            ],
            indent,
        )


def _line(pieces: Sequence[Piece], indent: int = 0) -> Text:
    from rich.text import Text

    line = Text(" " * indent)
    for number, (words, cells, align, style) in enumerate(pieces):
        words = clip(words, cells)
        gap = " " * max(cells - width(words), 0)
        line.append(" " if number else "")
        line.append(f"{gap}{words}" if align == ">" else f"{words}{gap}", style=style)
    line.rstrip()
    return line


def _fold(words: str, cells: int) -> list[str]:
    """Words folded between blanks to `cells`; a longer word is cut where it must be."""
    lines, line = [], ""
    indent = len(words) - len(words.lstrip(" "))
    for word in words.split():
        while width(word) > cells:
            if line:
                lines.append(line)
                line = ""
            cut = len(clip(word, cells)) - 1
            lines.append(word[: max(cut, 1)])
            word = word[max(cut, 1) :]
        if line and width(line) + 1 + width(word) > cells:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else (" " * min(indent, cells // 3) + word if not lines else word)
    return [*lines, line] if line or not lines else lines
