"""`conflict-tui export`: everything, or what a query finds, as a file for others."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING


@click.command("export", cls=common.QueryCommand, context_settings=common.SETTINGS)
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "markdown", "bibtex"]),
    default="jsonl",
    show_default=True,
    help="jsonl is conflict-tui/1 and loses nothing; csv is one figure a row; markdown is for "
    "reading; bibtex has one entry an article.",
)
@click.option("--output", "-o", metavar="FILE", help="Write FILE, whole or not at all, instead of stdout.")
@common.db_option
@click.pass_obj
def export_command(session: common.Session, words: tuple[str, ...], form: str, output: str | None) -> int:
    """Write the articles that match QUERY, or all of them.

    \b
    Examples:
      conflict-tui export > all.jsonl
      conflict-tui export --format csv -o drones.csv measure:launched
    """
    from store.export import export
    from store.search import open_reader

    query = common.parse_words(words)
    with closing(open_reader(session.path)) as reader:
        if query and not len(reader.article_ids(query)):
            print("Nothing found.", file=sys.stderr)
            return NOTHING
        target = whole_file(Path(output)) if output and output != "-" else standard_output(form)
        with target as file:
            export(reader, query, form, file)
    return DONE


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A file that takes its name only when everything is written; otherwise nothing has changed."""
    if path.is_dir():
        raise click.ClickException(f"{path} is a folder; name a file to write")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


class Shown(io.TextIOBase):
    """A text file on a terminal: what is written is made safe to draw first."""

    def __init__(self, file: TextIO, json: bool) -> None:
        self.file = file
        self.json = json

    def write(self, text: str) -> int:
        """Write `text` with nothing in it that could drive the terminal."""
        from tui.safe import safe

        return self.file.write(common.json_safe(text) if self.json else safe(text, newlines=True))

    def flush(self) -> None:
        """Pass on what is buffered."""
        self.file.flush()


@contextmanager
def standard_output(form: str) -> Iterator[TextIO]:
    """Standard output in UTF-8 whatever the locale; exact in a pipe, safe to draw on a terminal."""
    if common.terminal():
        yield Shown(sys.stdout, json=form == "jsonl")  # type: ignore[misc]
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="")
    yield sys.stdout
    sys.stdout.flush()
