"""`conflict-tui timeline`: figures of a measure by day or week, as bars for a person and rows for a program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING

if TYPE_CHECKING:
    from rich.text import Text

    from store.bars import Bar
    from store.search import Reader
from store.timeline import Line, Timeline

#: The columns in a pipe and in CSV: a row for each bar; where nothing is reported there is none.
COLUMNS = ("from", "to", "measure", "unit", "claimant", "low", "high", "count", "figures")
#: Bars that a person sees when no number is asked for.
SCREENFUL = 60


@click.command(cls=common.QueryCommand, context_settings=common.SETTINGS)
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@click.option(
    "--measure", metavar="NAME", help="What happened: launched, killed …; else the most frequent one."
)
@click.option("--unit", metavar="NAME", help="What is counted: drones, people …; else the most frequent one.")
@click.option("--by", "span", type=click.Choice(["day", "week"]), default="day", show_default=True,
              help="A bar for each day or week.")  # fmt: skip
@click.option(
    "--claimant", "split", is_flag=True, help="A bar for each claimant; else from the least to the most."
)
@click.option("--ascii", "ascii_", is_flag=True, help="Bars of ASCII characters.")
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help="Only the last N days or weeks; 0 for all."
)
@common.output_options
@common.db_option
@click.pass_obj
def timeline(
    session: common.Session,
    words: tuple[str, ...],
    measure: str | None,
    unit: str | None,
    span: str,
    split: bool,
    ascii_: bool,
    limit: int | None,
    form: str | None,
) -> int:
    """Draw the figures of one measure by day or week.

    For what matches QUERY, or everything. Launched is drawn against shot down. Rival claims are never added up: bars
    are solid to the least that is claimed and light from there to the most.
    Parts and repeats are left out; a day of which nothing is reported is no zero.
    Exit status: 0 found, 1 nothing found, 2 bad query or input.

    \b
    Examples:
      conflict-tui timeline --measure launched --by week --claimant
      conflict-tui timeline place:kharkiv --measure killed
      conflict-tui timeline --csv --measure shot_down since:2025-11 > bars.csv
    """
    from store import timeline as store_timeline
    from store.search import open_reader

    query = common.parse_words(words)
    name = measure.strip().lower().replace(" ", "_").replace("-", "_") if measure else None
    for_person = form is None and common.terminal()
    if limit is None:
        limit = SCREENFUL if for_person else 0
    with closing(open_reader(session.path)) as reader, reader.moment():
        made = store_timeline.timeline(reader, query, name, unit, span)
        if made is None:
            print("Nothing found.", file=sys.stderr)
            return NOTHING
        # Rows for programs always name the claimant: they are not drawn over each other.
        lines = made.lines if split or not for_person else made.every
        first = 0
        told = sorted({index for line in lines for index in line.bars})
        if limit and len(told) > limit:
            first = told[-limit]
        if for_person:
            _print(made, lines, first, split, ascii_ or _plain())
            if first:
                print(f"The last {limit} with a report; --limit 0 shows them all.", file=sys.stderr)
        else:
            rows = _rows(reader, made, lines, first)
            if form == "jsonl":
                for row in rows:
                    print(common.json_line(dict(zip(COLUMNS, row, strict=True))))
            else:
                plain = ([*row[:-1], " ".join(row[-1])] for row in rows)
                common.write_csv(COLUMNS, plain) if form == "csv" else common.write_tsv(plain)
    return DONE


def _plain() -> bool:
    """Whether the terminal's characters are ASCII only."""
    try:
        "░█▏·".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeError):
        return True
    from tui.look import draws_ascii

    return draws_ascii()


def _rows(reader: Reader, made: Timeline, lines: tuple[Line, ...], first: int) -> Iterator[list[Any]]:
    """A row for each bar, the earliest first."""
    from store.claims import voice
    from store.timeline import figures_at

    for index in sorted({index for line in lines for index in line.bars if index >= first}):
        begin, end = made.days(index)
        figures = figures_at(reader, made, index)
        for line in lines:
            bar = line.bars.get(index)
            if bar is not None:
                ids = [
                    figure.id for figure in figures
                    if (figure.measure, voice(figure.claimant)) == (line.measure, voice(line.claimant))
                ]  # fmt: skip
                yield [
                    begin,
                    end,
                    line.measure,
                    made.family,
                    line.claimant,
                    bar.low,
                    bar.high,
                    bar.figures,
                    ids,
                ]


def _print(made: Timeline, lines: tuple[Line, ...], first: int, split: bool, ascii_: bool) -> None:
    from tui.claimwords import who
    from tui.cli.tables import console
    from tui.display import words_of
    from tui.safe import clip, width
    from tui.timewords import EVERY, left_out, subject, when

    screen = console()
    cells = screen.width
    shown = [(index, line) for index in range(first, made.length) for line in lines if index in line.bars]
    most = max((line.bars[index].high for index, line in shown), default=0)
    paired = len(made.measures) > 1

    def name(line: Line) -> str:
        said = who(line.claimant) if split else ""
        return " ".join(part for part in (words_of(line.measure) if paired else "", said) if part)

    dates = max((width(when(made, index)) for index, _ in shown), default=0)
    names = min(max((width(name(line)) for _, line in shown), default=0), max(cells // 3, 8))
    stacked = cells < dates + names + 20
    screen.print(_text((subject(made) + ("" if split else f"; {EVERY}"), "bold")), soft_wrap=False)
    before: int | None = None
    for index, line in shown:
        if before is not None and index - before > 1:
            gap = index - before - 1
            words = f"{gap} {made.span}{'s' if gap > 1 else ''} without a report"
            screen.print(_text((clip((". " if ascii_ else "· ") + words, cells), "dim")), soft_wrap=True)
        head = when(made, index) if index != before else ""
        if stacked:
            if head:
                screen.print(_text((clip(head, cells), "bold")), soft_wrap=True)
            _bar(
                screen,
                line.bars[index],
                most,
                f" {clip(name(line), max(cells // 2 - 1, 1), pad=True)} ",
                cells,
                ascii_,
            )
        else:
            left = (
                clip(head, dates, pad=True) + " " + clip(name(line), names, pad=True) + (" " if names else "")
            )
            _bar(screen, line.bars[index], most, left, cells, ascii_)
        before = index
    words = left_out(made)
    if words:
        screen.print(_text((clip(words, cells), "dim")), soft_wrap=True)


def _bar(screen: Any, bar: Bar, most: float, left: str, cells: int, ascii_: bool) -> None:
    from tui.chart import across
    from tui.look import plain
    from tui.safe import clip, width
    from tui.timewords import how_many

    room = max(cells - width(left) - 14, 1)
    solid, light = across(bar, most, room, ascii=ascii_)
    number = how_many(bar)
    if ascii_:
        left, number = plain(left), number.replace("–", "-")
    number = number.rjust(11)
    parts = [(left, ""), (f"{number} ", "bold"), (solid, ""), (light, "dim")]
    line = _text(*parts)
    if line.cell_len > cells:
        line = _text((clip(line.plain, cells), ""))
    screen.print(line, soft_wrap=True)


def _text(*parts: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*parts)
