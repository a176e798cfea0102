"""`conflict-tui corrections`: what people set right, as a list, and as annotations for the extraction."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING

if TYPE_CHECKING:
    from store.history import Corrected
    from store.query import Query
    from store.records import EventRow, FigureRow, QuoteRow
    from store.search import Reader

COLUMNS = (
    "at", "who", "kind", "field", "read", "value", "why", "words", "headline", "document", "article", "id", "state",
)  # fmt: skip


@click.group("corrections", short_help="What people set right: list it, or export it as annotations.",
             context_settings=common.SETTINGS, subcommand_metavar="COMMAND [ARGS]…")  # fmt: skip
@click.pass_context
def corrections(ctx: click.Context) -> None:
    """What people corrected, rejected, added, merged and split.

    \b
    Examples:
      conflict-tui corrections list measure:killed
      conflict-tui corrections export annotations/
    """


@corrections.command("list", cls=common.QueryCommand, context_settings=common.SETTINGS)
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@click.option(
    "--all", "every", is_flag=True, help="Every step, also undone ones and those whose words are gone."
)
@common.output_options
@common.db_option
@click.pass_obj
def list_command(session: common.Session, words: tuple[str, ...], every: bool, form: str | None) -> int:
    """List what stands corrected, newest first.

    In the articles that match QUERY, or all of them. One row a field: what was read, what a person gave, who and when. Exit
    status: 0 found, 1 nothing found, 2 bad query or input.
    """
    from store.search import open_reader

    with closing(open_reader(session.path)) as reader:
        found = wanted(reader, common.parse_words(words), every)
    if form == "jsonl":
        for each in found:
            print(common.json_line(dict(zip(COLUMNS, cells(each, exact=True), strict=True))))
    elif form == "csv":
        common.write_csv(COLUMNS, (cells(each) for each in found))
    elif common.terminal():
        show(found)
    else:
        common.write_tsv(cells(each) for each in found)
    if not found:
        print("Nothing found.", file=sys.stderr)
    return DONE if found else NOTHING


def wanted(reader: Reader, query: Query | None, every: bool) -> list[Corrected]:
    """What stands in the articles that a query finds, or every step on them."""
    from store.history import everything, steps

    found = steps(reader) if every else everything(reader)
    if query:
        rows = reader.article_rows(reader.article_ids(query))
        inside = {row.id for row in rows}
        found = [each for each in found if each.article_id in inside]
    return found


def cells(each: Corrected, exact: bool = False) -> Sequence[Any]:
    """One row in the columns of `COLUMNS`; `exact` keeps values as JSON has them."""
    values = [each.read, each.value] if exact else [plain(each.read), plain(each.value)]
    return [
        each.at, each.who, each.kind, each.field, *values, each.why, each.words, each.headline, each.document,
        each.article_id, each.id, each.state,
    ]  # fmt: skip


def plain(value: Any) -> common.Cell:
    """A value as a cell: true and false in words, no value empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, (str, int, float)) else None


def show(found: list[Corrected]) -> None:
    """Lines for a person."""
    from tui.safe import one_line

    for each in found:
        read, value = plain(each.read), plain(each.value)
        what = f"{each.field.replace('_', ' ')}: {words_of(read)} → {words_of(value)}"
        if each.field == "rejected":
            what = "rejected"
        elif each.field == "added":
            what = "added"
        elif each.field.startswith("same:"):
            what = ("merged with " if each.value else "split from ") + each.field[5:]
        why = f" ({each.why})" if each.why else ""
        print(one_line(f"{each.at[:16].replace('T', ' ')} {each.who}: {each.kind} “{each.words}”"))
        print("    " + one_line(what + why + ("" if each.state == "stands" else f" — {each.state}")))
        print("    " + one_line(f"{each.headline or each.document} · {each.id}"))


def words_of(value: common.Cell) -> str:
    """A value in words."""
    if value is None:
        return "—"
    return common.number(value) if isinstance(value, (int, float)) else value


def told(reader: Reader, kind: str, row: FigureRow | QuoteRow | EventRow) -> Iterator[tuple[str, str]]:
    """Names and values that say what people set right in a thing, with what was read, who, when and why."""
    from store.history import standing

    for field, each in standing(reader, kind, row.id).items():
        by = f"by {each.who}, {each.at[:16].replace('T', ' ')}" + (f": {each.why}" if each.why else "")
        if field in row.corrected:
            read = words_of(plain(each.read))
            yield "corrected", f"{field.replace('_', ' ')}, read as {read}, {by}"
        elif field in ("rejected", "added"):
            yield field, by


@corrections.command("export", cls=common.QueryCommand, context_settings=common.SETTINGS)
@click.argument("folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@common.db_option
@click.pass_obj
def export_command(session: common.Session, folder: Path, words: tuple[str, ...]) -> int:
    """Write corrected articles to FOLDER as annotations.

    Those that match QUERY, or all of them. NAME.json annotates texts/NAME.txt, in the form of the project's own
    annotated reports. What was corrected or added is asked for, what nobody
    looked at is optional, what was rejected is left out.
    """
    from store.goldform import annotated
    from store.search import open_reader
    from tui.cli.exporting import whole_file

    query = common.parse_words(words)
    count = 0
    with closing(open_reader(session.path)) as reader:
        for made in annotated(reader, query):
            try:
                (folder / "texts").mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise click.ClickException(f"{folder} cannot be made: {error.strerror or error}") from error
            with whole_file(folder / "texts" / f"{made.name}.txt") as file:
                file.write(made.text)
            with whole_file(folder / f"{made.name}.json") as file:
                file.write(made.json())
            count += 1
    if not count:
        print("Nothing found.", file=sys.stderr)
        return NOTHING
    print(f"{count} {'article' if count == 1 else 'articles'} written to {folder}", file=sys.stderr)
    return DONE
