"""`conflict-tui find`: the browser's queries without the screen."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING

if TYPE_CHECKING:
    from store.query import Query
    from store.records import ArticleRow, EventRow, FigureRow, QuoteRow
    from store.search import Reader

    Row = FigureRow | QuoteRow | ArticleRow | EventRow

#: What a person sees when no number is asked for; a pipe gets everything.
SCREENFUL = 50
KINDS = ("figures", "quotes", "articles", "events")
#: The fields that only figures, or only quotes, have.
OWN_FIELDS = {"figures": {"measure", "claimant", "unit", "value", "stance", "sum"}, "quotes": {"speaker"}}
#: The columns of every row in a pipe and in CSV, whatever its kind.
COLUMNS = (
    "kind", "day", "value", "unit", "measure", "who", "role", "place", "channel", "text",
    "headline", "outlet", "document", "article", "id", "corrected",
)  # fmt: skip


@click.command(cls=common.QueryCommand, context_settings=common.SETTINGS)
@click.argument("words", metavar="QUERY…", nargs=-1, required=True)
@click.option("--figures", "kinds", flag_value="figures", multiple=True, help="Figures.")
@click.option("--quotes", "kinds", flag_value="quotes", multiple=True, help="Quotes.")
@click.option("--articles", "kinds", flag_value="articles", multiple=True, help="Articles.")
@click.option("--events", "kinds", flag_value="events", multiple=True, help="Events.")
@click.option(
    "--all", "set_apart", is_flag=True, help="Also figures set apart: money, percentages, distances …"
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N of each kind; 0 for all.")
@common.output_options
@common.db_option
@click.pass_obj
def find(
    session: common.Session,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    set_apart: bool,
    limit: int | None,
    form: str | None,
) -> int:
    """Find the figures and quotes that match QUERY.

    A table on a terminal, tab-separated rows in a pipe. Exit status: 0 found,
    1 nothing found, 2 bad query or input.

    \b
    Examples:
      conflict-tui find drones measure:launched since:2025-12-24
      conflict-tui find --quotes --jsonl speaker:kiper
      conflict-tui find --csv 'claimant:"air force" value:>100' > rows.csv
    """
    from store.search import open_reader

    query = common.parse_words(words)
    for_person = form is None and common.terminal()
    if limit is None:
        limit = SCREENFUL if for_person else 0
    wanted = [kind for kind in KINDS if kind in kinds] or kinds_asked_for(query)
    found = 0
    with closing(open_reader(session.path)) as reader:
        results = (
            (kind, rows_of(reader, query, kind, limit + 1 if limit else 0, set_apart)) for kind in wanted
        )
        if for_person:
            from tui.cli.tables import print_tables

            found = print_tables(
                results, limit, lambda id_: (each.words for each in reader.sums_of_figure(id_))
            )
        else:
            plain = ((kind, row) for kind, rows in results for row in (rows[:limit] if limit else rows))
            found = write_rows(plain, form)
    if not found:
        print("Nothing found.", file=sys.stderr)
    return DONE if found else NOTHING


def kinds_asked_for(query: Query | None) -> list[str]:
    """Figures and quotes, unless the query's fields ask about only one of them."""
    names = {field.name for field in query.fields if not field.negated} if query else set()
    asked = [kind for kind, fields in OWN_FIELDS.items() if names & fields]
    return asked or list(OWN_FIELDS)


def rows_of(reader: Reader, query: Query | None, kind: str, limit: int, set_apart: bool) -> list[Any]:
    """The rows of one kind, all of them when `limit` is 0."""
    if kind == "figures":
        return list(reader.find_figures(query, limit or None, set_apart))
    if kind == "quotes":
        return list(reader.find_quotes(query, limit or None))
    if kind == "events":
        events = reader.event_ids(query)
        return list(reader.event_rows(events[:limit] if limit else events))
    articles = reader.article_ids(query)
    return list(reader.article_rows(articles[:limit] if limit else articles))


def write_rows(rows: Iterator[tuple[str, Row]], form: str | None) -> int:
    """Write rows for a program; returns how many there were."""
    count = 0

    def counted() -> Iterator[tuple[str, Row]]:
        nonlocal count
        for kind, row in rows:
            count += 1
            yield kind, row

    if form == "jsonl":
        for kind, row in counted():
            print(common.json_line({"type": kind[:-1], **record(row)}))
    elif form == "csv":
        common.write_csv(COLUMNS, (cells(kind, row) for kind, row in counted()))
    else:
        common.write_tsv(cells(kind, row) for kind, row in counted())
    return count


def record(row: Row) -> dict[str, Any]:
    """A row's fields under their own names; the database's row numbers stay inside."""
    fields = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    fields.pop("rowid")
    return fields


def cells(kind: str, row: Any) -> list[common.Cell]:
    """The row in the columns that all kinds share (`COLUMNS`)."""
    from store.cite import set_right

    source = (row.headline, row.outlet, row.document)
    if kind == "figures":
        return [
            "figure", row.date_to or row.published, row.value, row.unit, row.measure, row.claimant, None,
            row.place, row.channel, row.text, *source, row.article_id, row.id, set_right(row) or None,
        ]  # fmt: skip
    if kind == "quotes":
        return [
            "quote", row.date or row.published, None, None, row.kind, row.speaker or row.speaker_text,
            row.role, None, row.channel, row.text, *source, row.article_id, row.id, set_right(row) or None,
        ]  # fmt: skip
    if kind == "events":
        return [
            "event", row.date_to or row.published, None, None, row.kind, row.actor, None,
            row.place, None, row.summary, *source, row.article_id, row.id, set_right(row) or None,
        ]  # fmt: skip
    return [
        "article", row.published, None, None, row.published_basis, row.byline, None,
        row.dateline, None, row.lead, *source, row.id, row.id, None,
    ]  # fmt: skip
