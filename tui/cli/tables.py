"""Found rows as tables for a person at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tui.safe import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

HEADS = {
    "figures": ("Day", "Figure", "Measure", "Place", "Who says so", "Source"),
    "quotes": ("Day", "Words", "Speaker", "Source"),
    "articles": ("Day", "Headline", "Figures", "Quotes", "Source"),
    "events": ("Day", "Event", "Place", "What the article says", "Source"),
}
#: How the width that days and counts leave is shared.
SHARES = {
    "Figure": 3, "Measure": 2, "Place": 2, "Who says so": 3, "Words": 7, "Speaker": 3,
    "Headline": 6, "Event": 2, "What the article says": 6, "Source": 2,
}  # fmt: skip


def console(stderr: bool = False) -> Console:
    """A console that prints what it is given: no markup, no emoji names, no highlighting."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def print_tables(
    results: Iterable[tuple[str, list[Any]]], limit: int, sums: Callable[[str], Iterable[str]] | None = None
) -> int:
    """Print one table a kind that has rows; returns how many rows were printed.

    Each list may hold one row past `limit`: the sign that there are more. `sums`
    gives the words of the checks on sums that the figure with that id belongs to.
    """
    screen = console()
    printed = 0
    for kind, rows in results:
        shown = rows[:limit] if limit else rows
        if not shown:
            continue
        screen.print(table(kind, shown))
        marked = [row.id for row in shown if sums is not None and kind == "figures" and row.sum_status]
        for words in dict.fromkeys(words for id_ in marked for words in (sums(id_) if sums else ())):
            screen.print(f"  {one_line(words)}", style="dim")
        if len(rows) > len(shown):
            screen.print(f"The first {limit} {kind}; --limit 0 shows them all.", style="italic")
        printed += len(shown)
    return printed


def table(kind: str, rows: list[Any]) -> Table:
    """The rows of one kind as a table: what was said gets the room, the source one line."""
    from rich import box
    from rich.table import Table

    made = Table(
        box=box.SIMPLE_HEAD,
        title=kind.capitalize(),
        title_justify="left",
        title_style="bold",
        pad_edge=False,
        padding=(0, 1),
        expand=True,
    )
    for head in HEADS[kind]:
        if head == "Source":
            made.add_column(head, overflow="ellipsis", no_wrap=True, ratio=SHARES[head])
        elif head in SHARES:
            made.add_column(head, overflow="fold", ratio=SHARES[head])
        else:
            made.add_column(head, justify="left" if head == "Day" else "right", no_wrap=True)
    cells = {"figures": _figure, "quotes": _quote, "articles": _article, "events": _event}[kind]
    for row in rows:
        made.add_row(*cells(row))
    return made


def _text(value: object, style: str = "") -> Text:
    from rich.text import Text

    return Text(one_line(str(value)) if value is not None else "", style=style)


def _day(first: str | None, last: str | None, published: str | None, basis: str | None) -> Text:
    """The day of the row; in brackets where it is only the article's, with ~ where that was worked out."""
    if last:
        return _text(last)
    mark = "~" if basis == "inferred" else ""
    return _text(f"({mark}{published})" if published else "undated", "dim")


def _source(row: Any) -> Text:
    where = row.outlet or row.dateline or row.document
    return _text(f"{where}: {row.headline}" if row.headline else where, "dim")


def _right(row: Any) -> str:
    """What a person set right, after the words."""
    from store.cite import set_right

    words = set_right(row)
    return f" [{words}]" if words else ""


def _figure(row: Any) -> list[Text]:
    from store.cite import sum_sign, who_says

    said = who_says(row, "the article")
    return [
        _day(row.date_from, row.date_to, row.published, row.published_basis),
        _text(row.text + sum_sign(row) + _right(row), "bold"),
        _text(row.measure.replace("_", " ")),
        _text(row.place),
        _text(f"{said}, {row.channel}" if row.channel else said),
        _source(row),
    ]


def _quote(row: Any) -> list[Text]:
    speaker = row.speaker or row.speaker_text or "not named"
    who = f"{speaker}, {row.role}" if row.role else speaker
    who = f"{who}, denying it" if row.stance == "denied" else who
    return [
        _day(row.date, row.date, row.published, row.published_basis),
        # Only words that stood between quotation marks are shown between them.
        _text((row.text if row.kind == "indirect" else f"“{row.text}”") + _right(row)),
        _text(f"{who} ({row.channel})" if row.channel else who),
        _source(row),
    ]


def _article(row: Any) -> list[Text]:
    stated = row.published if row.published_basis != "inferred" else None
    return [
        _day(stated, stated, row.published, row.published_basis),
        _text(row.headline or row.lead, "bold"),
        _text(row.figures),
        _text(row.quotes),
        _text(row.outlet or row.dateline or row.document, "dim"),
    ]


def _event(row: Any) -> list[Text]:
    return [
        _day(row.date_from, row.date_to, row.published, row.published_basis),
        _text(row.kind.replace("_", " ") + _right(row), "bold"),
        _text(row.place),
        _text(row.summary),
        _source(row),
    ]
