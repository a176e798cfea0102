"""`conflict-tui import`: documents into the database, with progress and an honest summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import common
from tui.cli.errors import BAD, DONE, say

if TYPE_CHECKING:
    from store.outcomes import Progress, Summary

#: How many undated articles or warnings are named; the rest are counted.
NAMED = 8


@click.command("import", short_help="Read documents into the database.", context_settings=common.SETTINGS)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["auto", "text", "jsonl", "csv"]),
    default="auto",
    show_default=True,
    help="What the files are; auto goes by the file's name and its first line.",
)
@click.option(
    "--date", metavar="DAY", callback=common.day, help="The day of articles that do not state theirs."
)
@click.option("--outlet", metavar="NAME", help="Who published the articles.")
@click.option("--url", metavar="URL", help="Where the articles were published.")
@click.option("--again", is_flag=True, help="Read documents anew though they have not changed.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Processes that parse texts; without it up to 4, as many as the machine has and the texts are worth.",
)
@common.db_option
@click.pass_obj
def import_command(
    session: common.Session,
    paths: tuple[str, ...],
    form: str,
    date: str | None,
    outlet: str | None,
    url: str | None,
    again: bool,
    jobs: int | None,
) -> int:
    """Read documents: text files, folders of them, conflict-tui/1 JSON Lines, or - for stdin.

    Tables in CSV too: of figures, as `conflict-tui export --format csv` writes
    them, and UCDP GED's of events. A document is stored whole or not at all, and importing it again changes
    nothing. Exit status: 0 all is stored, 2 something could not be read.

    \b
    Examples:
      conflict-tui import reports/
      conflict-tui import ged231.csv
      conflict-tui import --date 2025-12-25 --outlet "City Desk" - < report.txt
    """
    return run_import(
        session.path, list(paths), form=form, date=date, outlet=outlet, url=url, again=again, jobs=jobs
    )


def run_import(
    path: Path,
    paths: list[str],
    *,
    form: str = "auto",
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    again: bool = False,
    jobs: int | None = None,
) -> int:
    """Import `paths` with a progress bar on stderr and a summary on stdout; returns the exit status."""
    from store.importer import import_paths

    try:
        with progress_bar() as progress:
            summary = import_paths(
                path,
                paths,
                published=date,
                outlet=outlet,
                url=url,
                format=None if form == "auto" else form,
                progress=progress,
                stdin=sys.stdin.buffer if "-" in paths else None,
                again=again,
                jobs=jobs,
            )
    except KeyboardInterrupt:
        say(
            "stopped; what was read before is stored, document by document. The same command goes on from there"
        )
        raise
    for line in summary_lines(summary):
        print(line)
    for line in failure_lines(summary):
        say(line)
    return BAD if summary.failures else DONE


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None] | None]:
    """What is done, shown on stderr while that is a terminal; nothing at all elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from tui.cli.tables import console
    from tui.safe import clip, one_line

    bar = Bar(
        BarColumn(bar_width=20),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
        console=console(stderr=True),
        transient=True,
    )
    task = bar.add_task("reading …", total=None)

    def moved(step: Progress) -> None:
        name = clip(one_line(Path(step.path).name), 40)
        said = f"{_count(step.articles, 'article')}, {name}"
        bar.update(task, completed=step.done, total=step.total, description=said)

    with bar:
        yield moved


def summary_lines(summary: Summary) -> Iterator[str]:
    """What was read, then the undated articles and what to do about them; each line safe to draw."""
    from tui.safe import clip, one_line

    counts = [
        _count(summary.documents, "document"),
        _count(summary.articles, "article"),
        _count(summary.figures, "figure"),
        _count(summary.quotes, "quote"),
        _count(summary.events, "event"),
    ]
    yield ", ".join(counts)
    if summary.set_apart:
        more = _count(summary.set_apart, "more figure")
        yield f"{more} set apart (money, distances and the like; find --all shows them)"
    if summary.unchanged:
        yield f"{_count(summary.unchanged, 'document')} unchanged since the last import"
    if summary.replaced:
        yield f"{_count(summary.replaced, 'document')} had changed and {_was(summary.replaced)} read anew"
    if summary.undated_total:
        yield (
            f"{_count(summary.undated_total, 'article')} without a day: press d on one in the browser, "
            "or import it again with --date"
        )
        for article in summary.undated[:NAMED]:
            name = clip(one_line(article.title), 60)
            best = f" (perhaps {article.candidate})" if article.candidate else ""
            yield f"  {one_line(article.document)}: {name}{best}"
        if summary.undated_total > NAMED:
            yield f"  and {summary.undated_total - NAMED:,} more: conflict-tui find --articles is:undated"
    for line in (*summary.notices[:NAMED], *summary.warnings[:NAMED]):
        yield one_line(line)
    if len(summary.warnings) > NAMED:
        yield f"and {len(summary.warnings) - NAMED:,} more warnings"


def failure_lines(summary: Summary) -> Iterator[str]:
    """One sentence for each file that could not be read."""
    for failure in summary.failures:
        yield failure.message


def _count(count: int, name: str) -> str:
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
