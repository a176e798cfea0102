"""`conflict-tui open ID`: one figure, quote, event or article with its words, its context and where it is from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from tui.cli import common
from tui.cli.errors import DONE, NOTHING

if TYPE_CHECKING:
    from store.records import ArticleFull
    from store.search import Reader
    from store.things import Thing

#: Characters of the text around a sentence that are shown on either side.
AROUND = 300


@click.command("open", context_settings=common.SETTINGS)
@click.argument("ident", metavar="ID")
@click.option("--browse", is_flag=True, help="Open the browser at it.")
@common.output_options
@common.db_option
@click.pass_obj
def open_command(session: common.Session, ident: str, browse: bool, form: str | None) -> int:
    """Show the figure, quote, event or article with this ID.

    The beginning of an ID is enough. Shown are its citation, the sentence in its surroundings, and how it came to be read so. `find`, `claims` and citations copied as a permalink name ids.
    Exit status: 0 found, 1 not found, 2 bad usage.

    \b
    Examples:
      conflict-tui open ab3fef5c
      conflict-tui open --browse ab3fef5c0ae50bde
    """
    from store.search import open_reader
    from store.things import NoSuchId, resolve, thing

    with closing(open_reader(session.path)) as reader:
        try:
            kind, full = resolve(reader, ident)
        except NoSuchId as error:
            from tui.cli.errors import say

            say(str(error))
            return NOTHING
        found = thing(reader, kind, full)
        if found is None:
            print("Nothing found.", file=sys.stderr)
            return NOTHING
        if not browse:
            fields = list(describe(reader, kind, found))
    if browse:
        return _browse(session, kind, full)
    if form == "jsonl":
        from tui.cli.find import record

        print(common.json_line({"type": kind, **_plain(record(found))}))  # type: ignore[arg-type]
    elif form == "csv":
        common.write_csv(("name", "value"), fields)
    elif common.terminal():
        _print(fields)
    else:
        common.write_tsv(fields)
    return DONE


def _browse(session: common.Session, kind: str, ident: str) -> int:
    from tui.memory import starting

    starting()
    from tui.app import refusal, run

    why = refusal()
    if why:
        raise click.ClickException(why)
    return run(session.path, None, session.settings(), arriving=(kind, ident))


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    import dataclasses

    return {
        name: [dataclasses.asdict(each) if dataclasses.is_dataclass(each) and not isinstance(each, type) else each
               for each in value] if isinstance(value, list) else value
        for name, value in record.items()
    }  # fmt: skip


def describe(reader: Reader, kind: str, found: Thing) -> Iterator[tuple[str, str]]:
    """Names and values that say all there is to know of a thing, each value in words."""
    from store.cite import citation, days
    from store.records import ArticleFull, EventRow, FigureRow, QuoteRow
    from tui.claimwords import bounds, what
    from tui.display import published

    yield "kind", kind
    yield "id", found.id
    article = found if isinstance(found, ArticleFull) else reader.article(found.article_id)
    if isinstance(found, FigureRow):
        yield "figure", found.text
        yield "number", bounds(found)
        yield "what", what(found.measure, found.unit or "")
        yield from _some(
            ("place", found.place), ("actor", found.actor), ("target", found.target),
            ("who says so", _why(found.claimant or "the article itself", found.claimant_why)),
            ("channel", found.channel), ("stance", found.stance), ("disputed by", found.disputed_by),
            ("day", _why(days(found.date_from, found.date_to), found.date_why)), ("scope", found.scope),
        )  # fmt: skip
        for name, other in (
            ("part of", found.part_of),
            ("repeats", found.same_as),
            ("revises", found.revises),
        ):
            if other:
                whole = reader.figure(other)
                yield name, f"{whole.text} ({other})" if whole else other
        for check in _sums(reader, found.id):
            yield "sum", check
    elif isinstance(found, QuoteRow):
        yield "words", found.text
        yield from _some(
            ("speaker", _why(found.speaker or found.speaker_text or "not named", found.speaker_why)),
            ("role", found.role), ("channel", found.channel), ("addressee", found.addressee), ("day", found.date),
        )  # fmt: skip
    elif isinstance(found, EventRow):
        yield "event", found.kind.replace("_", " ")
        yield from _some(
            ("place", found.place), ("country", found.country), ("actor", found.actor), ("target", found.target),
            ("day", _why(days(found.date_from, found.date_to), found.why)), ("summary", found.summary),
        )  # fmt: skip
    if not isinstance(found, ArticleFull):
        from tui.cli.corrections import told

        yield from told(reader, kind, found)
    if found.tags:
        yield "tags", ", ".join(found.tags)
    yield "citation", str(citation(found, "figure" if isinstance(found, FigureRow) else "quotation"))
    if article is not None:
        if not isinstance(found, ArticleFull):
            yield "context", _context(article, found)
        yield from _some(
            ("headline", article.headline), ("outlet", article.outlet), ("dateline", article.dateline),
            ("published", _why(published(article), article.published_why)), ("article", article.id),
            ("address", article.url),
        )  # fmt: skip
        for name, start, end in article.documents:
            yield "document", f"{name}, characters {start:,} to {end:,}"
        if isinstance(found, ArticleFull):
            yield "text", article.text
    note = reader.note(kind, found.id)
    if note:
        yield "note", note


def _some(*pairs: tuple[str, str | None]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in pairs if value)


def _why(value: str | None, why: str | None) -> str | None:
    return f"{value} ({why})" if value and why else value


def _sums(reader: Reader, ident: str) -> list[str]:
    """What the checks on sums say in which the figure is the whole or a part."""
    rows = reader._all(
        "SELECT DISTINCT s.words FROM sums s JOIN figures f ON f.article = s.article WHERE f.id = ?1"
        " AND (s.whole = ?1 OR EXISTS (SELECT 1 FROM json_each(s.parts) p WHERE p.value = ?1)) ORDER BY s.rowid",
        (ident,),
    )
    return [row[0] for row in rows]


def _context(article: ArticleFull, found: Thing) -> str:
    """The words in their surroundings, themselves between `»` and `«`."""
    from store.records import EventRow, FigureRow, QuoteRow

    if isinstance(found, (FigureRow, QuoteRow)):
        start, end = found.start, found.end
    elif isinstance(found, EventRow) and found.sentences:
        start, end = found.sentences[0]
    else:
        return ""
    text = article.text
    low, high = max(start - AROUND, 0), min(end + AROUND, len(text))
    # Whole words, and no part of another paragraph's end.
    low = text.rfind("\n", low, start) + 1 or (text.find(" ", low, start) + 1 if low else 0)
    stop = text.find("\n", end, high)
    high = stop if stop >= 0 else (text.rfind(" ", end, high) if high < len(text) else high)
    high = max(high, end)
    before = ("… " if low and text[low - 1] != "\n" else "") + text[low:start]
    after = text[end:high] + (" …" if high < len(text) and text[high] != "\n" else "")
    return f"{before}»{text[start:end]}«{after}"


def _print(fields: list[tuple[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from tui.cli.tables import console
    from tui.safe import safe

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    strong = {"figure", "words", "summary", "citation", "headline"}
    for name, value in fields:
        table.add_row(
            Text(name, style="dim"), Text(safe(value, newlines=True), style="bold" if name in strong else "")
        )
    console().print(table)
