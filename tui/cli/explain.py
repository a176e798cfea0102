"""`conflict-tui explain`: every figure, quote and event of one text with the reasons behind it; nothing is stored."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING
from tui.cli.reasons import KINDS, Entry, Explained, Positions, Reason

if TYPE_CHECKING:
    from extract.model import Article

#: The columns of `--csv`: a row a field.
COLUMNS = ("kind", "line", "column", "words", "field", "value", "why")
#: What is left of a line for a field's name.
LABEL = 12


@click.command(
    short_help="Say why each figure, quote and event of a text is read as it is.",
    context_settings=common.SETTINGS,
)
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--figures", "kinds", flag_value="figures", multiple=True, help="Figures.")
@click.option("--quotes", "kinds", flag_value="quotes", multiple=True, help="Quotes.")
@click.option("--events", "kinds", flag_value="events", multiple=True, help="Events.")
@click.option("--sums", "kinds", flag_value="sums", multiple=True, help="Checks on sums.")
@click.option(
    "--date", metavar="DAY", callback=common.day, help="The day of articles that do not state theirs."
)
@click.option("--outlet", metavar="NAME", help="Who published the articles.")
@click.option("--url", metavar="URL", help="Where the articles were published.")
@common.output_options
@click.pass_obj
def explain(
    _session: common.Session,
    file: str,
    kinds: tuple[str, ...],
    date: str | None,
    outlet: str | None,
    url: str | None,
    form: str | None,
) -> int:
    """Say why each figure, quote and event of FILE (- for stdin) is read as it is.

    Each stands at its line and column with its exact words, then what was read
    from them: who says so, where, when, and the reason of all that was worked
    out. Nothing is stored. Exit status: 0 something was read, 1 nothing, 2 the
    file cannot be read.

    \b
    Examples:
      conflict-tui explain report.txt
      conflict-tui explain --quotes --date 2025-12-25 - < report.txt
    """
    text, name = read(file)
    wanted = [kind for kind in KINDS if kind in kinds] or list(KINDS)
    positions = Positions(text)
    found = [Explained(article, positions) for article in articles(text, name, date, outlet, url)]
    if form == "jsonl":
        count = write_jsonl(found, wanted)
    elif form == "csv":
        count = write_csv(found, wanted)
    else:
        count = write_text(found, wanted)
    if not count:
        print("Nothing found.", file=sys.stderr)
    return DONE if count else NOTHING


def read(file: str) -> tuple[str, str]:
    """The text of the file, or of standard input, and its name. Raises `BadInput` and `OSError`."""
    from store import readers
    from store.errors import BadInput

    if file == "-":
        data, name, shown = sys.stdin.buffer.read(), "stdin", "standard input"
    else:
        shown = readers.shown(file)
        if Path(file).is_dir():
            raise BadInput("is a folder; name one text in it", path=shown)
        data, name = Path(file).read_bytes(), readers.shown(Path(file).name)
    if readers.is_lines("" if file == "-" else name, data[:4096]):
        raise BadInput("holds JSON lines, which are read already; name a plain text", path=shown)
    text, encoding = readers.decode(data, shown)
    if not encoding.startswith("UTF-8"):
        from tui.safe import one_line

        print(f"{one_line(shown)}: read as {encoding}", file=sys.stderr)
    return text, name


def articles(text: str, name: str, date: str | None, outlet: str | None, url: str | None) -> list[Article]:
    """What is read from the text. Raises `StoreError` where there is no language model, `LexiconError`."""
    from extract.parse import ModelMissing
    from extract.pipeline import extract_document
    from store.errors import StoreError

    try:
        return extract_document(text, name, published=date, outlet=outlet, url=url)
    except ModelMissing as error:
        raise StoreError(str(error)) from error


def write_jsonl(found: list[Explained], kinds: list[str]) -> int:
    """One object an article and one for each entry, with every field; returns how many entries there were."""
    from msgspec import to_builtins

    count = 0
    for one in found:
        line, column = one.place(0)
        told: dict[str, Any] = to_builtins(one.article)
        for name in ("text", *KINDS):
            told.pop(name, None)
        print(common.json_line({"type": "article", "line": line, "column": column, **told}))
        for entry in one.entries(kinds):
            where = {"line": entry.line, "column": entry.column, "article": one.article.id}
            print(common.json_line({"type": entry.kind, **where, **to_builtins(entry.item)}))
            count += 1
    return count


def write_csv(found: list[Explained], kinds: list[str]) -> int:
    """A row a field; returns how many entries there were."""
    count = 0

    def rows() -> Iterator[tuple[common.Cell, ...]]:
        nonlocal count
        for one in found:
            title = one.article.headline or one.article.document
            for reason in one.dating():
                yield ("article", *one.place(0), title, reason.name, reason.value, reason.why)
            for entry in one.entries(kinds):
                count += 1
                for reason in entry.reasons:
                    head = (entry.kind, entry.line, entry.column, entry.words)
                    yield (*head, reason.name, reason.value, reason.why)

    common.write_csv(COLUMNS, rows())
    return count


def write_text(found: list[Explained], kinds: list[str]) -> int:
    """For people: a heading for each article and entry with its fields below; returns how many there were."""
    show = on_screen if common.terminal() else in_pipe
    count = 0
    for place, one in enumerate(found):
        if place:
            print()
        line, column = one.place(0)
        article = one.article
        show(f"{line}:{column} {article.document}: {article.headline or 'no headline'}", one.dating(), 2)
        for entry in one.entries(kinds):
            print()
            show(heading(entry), entry.reasons, 4)
            count += 1
    return count


def heading(entry: Entry) -> str:
    """Where an entry stands, what it is, and its words; those that nobody is quoted with have no marks."""
    bare = entry.kind == "sum" or getattr(entry.item, "kind", "") == "indirect"
    words = entry.words if bare else f"“{entry.words}”"
    return f"  {entry.line}:{entry.column} {entry.kind} {words}"


def told(reason: Reason) -> str:
    """A field's value with its reason."""
    return f"{reason.value} ({reason.why})" if reason.why else reason.value


def in_pipe(head: str, reasons: Iterable[Reason], indent: int) -> None:
    """Lines of plain text without tabs, one a field."""
    from tui.safe import one_line

    print(" " * (len(head) - len(head.lstrip())) + one_line(head))
    for reason in reasons:
        print(f"{'':<{indent}}{reason.name:<{LABEL}} {one_line(told(reason))}")


def on_screen(head: str, reasons: Iterable[Reason], indent: int) -> None:
    """The same with what is long going on below itself."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from tui.cli.tables import console
    from tui.safe import one_line

    screen = console()
    screen.print(Padding(Text(one_line(head), style="bold"), (0, 0, 0, len(head) - len(head.lstrip()))))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, min_width=LABEL)
    grid.add_column(overflow="fold")
    for reason in reasons:
        grid.add_row(Text(reason.name, style="dim"), Text(one_line(told(reason))))
    screen.print(Padding(grid, (0, 0, 0, indent)))
