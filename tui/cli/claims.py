"""`conflict-tui claims`: who claims what, side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING
from tui.cli.find import SCREENFUL

if TYPE_CHECKING:
    from store.claimpages import ClaimTable
    from store.claims import Claim, ClaimRow
    from store.records import FigureRow
    from store.search import Reader

#: Rows that are read at a time.
_PAGE = 200
#: The columns of every claim in a pipe and in CSV.
COLUMNS = (
    "day", "dated", "place", "measure", "unit", "depth", "claimant", "bounds", "low", "high", "after", "inside",
    "stance", "rival", "least", "most", "published", "outlets", "reports", "figures", "articles", "sums",
)  # fmt: skip


@click.command(cls=common.QueryCommand, context_settings=common.SETTINGS)
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@click.option("--rivals", is_flag=True, help="Only where claimants differ.")
@click.option(
    "--sort", "order", type=click.Choice(["newest", "oldest", "place"]), default="newest", show_default=True,
    help="Order of the rows.",
)  # fmt: skip
@click.option("--columns", "shape", flag_value="columns", default=None, help="A column for each claimant.")
@click.option("--list", "shape", flag_value="list", help="A line for each claim.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N rows; 0 for all.")
@common.output_options
@common.db_option
@click.pass_obj
def claims(
    session: common.Session,
    words: tuple[str, ...],
    rivals: bool,
    order: str,
    shape: str | None,
    limit: int | None,
    form: str | None,
) -> int:
    """Show who claims what, side by side.

    For the figures that match QUERY, or all of them. Rows are a day, a place and what was counted; each claimant's numbers stand
    with their bounds as printed. 4 → 6 → 7 is a count in the order of report;
    what is indented is a part of the row above it and never added to it. Nothing
    is averaged or merged. Exit status: 0 found, 1 nothing found, 2 bad query or input.

    \b
    Examples:
      conflict-tui claims on:2025-12-25
      conflict-tui claims --rivals measure:killed,injured place:kharkiv
      conflict-tui claims --csv measure:launched since:2025-11 > claims.csv
    """
    from store.claimpages import ClaimTable
    from store.search import open_reader

    query = common.parse_words(words)
    for_person = form is None and common.terminal()
    if limit is None:
        limit = SCREENFUL if for_person else 0
    with closing(open_reader(session.path)) as reader, reader.moment():
        table = ClaimTable(reader, query, order=order, rivals=rivals)
        rows = _rows(reader, table, limit)
        if not table.total:
            print("Nothing found.", file=sys.stderr)
            return NOTHING
        if for_person:
            from tui.cli.claimtable import print_claims

            print_claims(list(rows), shape)
            if limit and table.total > limit:
                print(
                    f"The first {limit} of {table.total:,} rows; --limit 0 shows them all.", file=sys.stderr
                )
        elif form == "jsonl":
            for row in rows:
                print(common.json_line(record(row)))
        elif form == "csv":
            common.write_csv(COLUMNS, (line for row in rows for line in lines(row)))
        else:
            common.write_tsv(line for row in rows for line in lines(row))
    return DONE


def _rows(reader: Reader, table: ClaimTable, limit: int) -> Iterator[ClaimRow]:
    last = min(limit or table.total, table.total)
    for first in range(0, last, _PAGE):
        yield from table.rows(reader, first, min(first + _PAGE, last))


def lines(row: ClaimRow) -> Iterator[list[common.Cell]]:
    """A line for each claim of the row, in the columns `COLUMNS`."""
    from tui.claimwords import bounds
    from tui.display import amount

    sums = "; ".join(check.words for check in row.sums)
    least, most = (amount(figure) if figure else None for figure in (row.low, row.high))
    for cell in row.cells:
        for claim in cell.claims:
            figure = claim.figure
            yield [
                row.day, int(row.dated), row.place, row.measure, row.family, row.depth, cell.claimant,
                bounds(figure), figure.low, max(figure.low, figure.high), int(claim.after), int(claim.inside),
                figure.stance, int(row.rival), least, most, figure.published, "; ".join(claim.outlets),
                len(claim.reports), " ".join(claim.ids),
                " ".join(dict.fromkeys(report.article_id for report in claim.reports)), sums,
            ]  # fmt: skip


def record(row: ClaimRow) -> dict[str, Any]:
    """A row under the names of its fields, each claim with the figures it was read from."""
    import dataclasses

    return {
        "day": row.day or None,
        "dated": row.dated,
        "place": row.place or None,
        "measure": row.measure,
        "unit": row.family or None,
        "depth": row.depth,
        "rival": row.rival,
        "least": row.low.id if row.low else None,
        "most": row.high.id if row.high else None,
        "cells": [
            {"claimant": cell.claimant, "claims": [_claim(claim) for claim in cell.claims]}
            for cell in row.cells
        ],
        "later": [_report(figure) for figure in row.later],
        "sums": [dataclasses.asdict(check) for check in row.sums],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    from tui.claimwords import bounds

    figure = claim.figure
    return {
        "bounds": bounds(figure), "low": figure.low, "high": max(figure.low, figure.high),
        "modifier": figure.modifier, "unit": figure.unit, "stance": figure.stance, "after": claim.after,
        "inside": claim.inside, "reports": [_report(report) for report in claim.reports],
    }  # fmt: skip


def _report(figure: FigureRow) -> dict[str, Any]:
    return {
        "figure": figure.id, "article": figure.article_id, "text": figure.text, "sentence": figure.sentence,
        "channel": figure.channel, "published": figure.published, "published_basis": figure.published_basis,
        "outlet": figure.outlet, "headline": figure.headline, "document": figure.document,
    }  # fmt: skip
