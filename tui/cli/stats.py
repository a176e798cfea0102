"""`conflict-tui stats`: what the database holds, in numbers."""

from __future__ import annotations

import dataclasses
from contextlib import closing

import click

from tui.cli import common
from tui.cli.errors import DONE

#: How each count is called, in the order shown.
NAMES = {
    "documents": "documents",
    "articles": "articles",
    "undated": "articles without a day",
    "inferred": "articles whose day was worked out",
    "figures": "figures",
    "set_apart": "figures set apart (money, distances …)",
    "quotes": "quotes",
    "speakers": "speakers",
    "events": "events",
    "places": "places",
    "links": "links between articles",
    "stars": "stars",
    "notes": "notes",
    "kept": "stars and notes whose words are gone",
    "first": "first day",
    "last": "last day",
    "bytes": "bytes in the file",
}


@click.command(context_settings=common.SETTINGS)
@common.output_options
@common.db_option
@click.pass_obj
def stats(session: common.Session, form: str | None) -> int:
    """Say how much the database holds.

    \b
    Example:
      conflict-tui stats
    """
    from store.search import open_reader

    with closing(open_reader(session.path)) as reader:
        held = dataclasses.asdict(reader.stats())
    measures: tuple[tuple[str, int], ...] = held.pop("measures")
    counts: dict[str, common.Cell] = {**held, **{f"measure.{name}": count for name, count in measures}}
    if form == "jsonl":
        print(common.json_line(counts))
    elif form == "csv":
        common.write_csv(("name", "value"), counts.items())
    elif common.terminal():
        from rich.table import Table

        from tui.cli.tables import console
        from tui.safe import safe

        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(justify="right")
        table.add_column()
        for name, value in counts.items():
            shown = common.number(value) if isinstance(value, (int, float)) else safe(value or "none")
            table.add_row(
                shown,
                NAMES.get(name) or name.replace("measure.", "  ").replace("_", " "),
                style="bold" if name in {"articles", "figures"} else "",
            )
        screen = console()
        screen.print(safe(str(session.path)))
        screen.print(table)
    else:
        common.write_tsv(counts.items())
    return DONE
