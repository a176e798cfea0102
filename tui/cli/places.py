"""`conflict-tui places`: the map in words, every place of an event with its coordinates and counts."""

from __future__ import annotations

import sys
from contextlib import closing

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING

COLUMNS = ("place", "country", "latitude", "longitude", "precision", "events", "figures", "last")


@click.command(
    cls=common.QueryCommand,
    short_help="Say where the events that match QUERY took place.",
    context_settings=common.SETTINGS,
)
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@common.output_options
@common.db_option
@click.pass_obj
def places(session: common.Session, words: tuple[str, ...], form: str | None) -> int:
    """Say where the events that match QUERY took place: what the browser's map shows, in words.

    A place with the most figures comes first. Coordinates are in degrees, the
    precision says what they are the middle of. Exit status: 0 found, 1 nothing
    found, 2 bad query or input.

    \b
    Examples:
      conflict-tui places
      conflict-tui places --csv kind:drone_strike since:2025-12-24 > places.csv
    """
    from store.placed import count_events, placed
    from store.search import open_reader

    query = common.parse_words(words)
    with closing(open_reader(session.path)) as reader:
        found = placed(reader, query)
        elsewhere = count_events(reader, query) - sum(row.events for row in found)
    rows = [
        (row.name, row.country, row.lat, row.lon, row.precision, row.events, row.figures, row.last)
        for row in found
    ]
    if form == "jsonl":
        for row in rows:
            print(common.json_line(dict(zip(COLUMNS, row, strict=True))))
    elif form == "csv":
        common.write_csv(COLUMNS, rows)
    elif common.terminal():
        _table(rows)
    else:
        common.write_tsv(rows)
    if elsewhere:
        print(f"{elsewhere:,} more have no place on the map.", file=sys.stderr)
    if not found:
        print("Nothing found.", file=sys.stderr)
    return DONE if found else NOTHING


def _table(rows: list[tuple[str, str | None, float, float, str | None, int, int, str | None]]) -> None:
    """The rows for a person."""
    from rich.table import Table
    from rich.text import Text

    from tui.cli.tables import console
    from tui.safe import one_line

    if not rows:
        return
    made = Table(box=None, pad_edge=False, header_style="bold")
    for name in COLUMNS:
        made.add_column(name.capitalize(), justify="right" if name in COLUMNS[2:4] + COLUMNS[5:7] else "left")
    for place, country, lat, lon, precision, events, figures, last in rows:
        cells = (place, country, f"{lat:.2f}", f"{lon:.2f}", precision, f"{events:,}", f"{figures:,}", last)
        made.add_row(*(Text(one_line(cell or "")) for cell in cells))
    console().print(made)
