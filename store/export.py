"""What a query finds, as a file: `conflict-tui/1` lines, a table of figures, or Markdown to read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from store.cite import citation, day, days, markup, set_right, sum_sign, who_says
from store.errors import StoreError
from store.query import Query
from store.records import ArticleRow, FigureRow
from store.search import Reader

FORMATS = ("jsonl", "csv", "markdown", "bibtex")
_PAGE = 200

#: Columns of the CSV table: fields of `FigureRow`.
COLUMNS = (
    "value", "low", "high", "modifier", "unit", "measure", "text", "place", "actor", "target", "claimant",
    "cue", "channel", "stance", "disputed_by", "when", "date_from", "date_to", "scope", "part_of", "same_as", "revises", "event",
    "sentence", "published", "published_basis", "headline", "dateline", "outlet", "document", "article_id",
    "id", "sum_status", "corrected", "added_by",
)  # fmt: skip


def export(reader: Reader, query: Query | None, format: str, out: TextIO) -> int:
    """Writes what `query` finds (None: everything) to `out`; how many articles, or figures for `csv`.

    `jsonl` has one line for each article and document that holds it, and loses
    nothing; `csv` one figure a row, with cells guarded against formulas. All of
    it is from one moment, whatever is imported meanwhile.
    """
    if format not in FORMATS:
        raise StoreError(f"{format!r} is not a format; it can be {', '.join(FORMATS)}")
    with reader.moment():
        if format == "csv":
            return _csv(reader, query, out)
        if format == "markdown":
            return _markdown(reader, query, out)
        if format == "bibtex":
            return _bibtex(reader, query, out)
        return _jsonl(reader, query, out)


def _jsonl(reader: Reader, query: Query | None, out: TextIO) -> int:
    import msgspec

    from store.load import articles

    encoder = msgspec.json.Encoder()
    count = 0
    for rowid in sorted(reader.article_ids(query, "imported")):
        count += 1
        for article in articles(reader.connection, rowid):
            out.write(encoder.encode(article).decode("utf-8"))
            out.write("\n")
    return count


def guarded(value: object) -> object:
    """A cell that a spreadsheet will not take for a formula."""
    if isinstance(value, str) and value.lstrip(" ")[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, tuple):
        return " ".join(value) or None
    return value


class _Rows:
    """Ends rows with a line feed; the writer itself quotes a lone `\\r` only where it ends them with `\\r\\n`."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def write(self, row: str) -> int:
        return self.out.write(row[:-2] + "\n")


def _csv(reader: Reader, query: Query | None, out: TextIO) -> int:
    table = csv.writer(_Rows(out), lineterminator="\r\n")
    table.writerow((*COLUMNS, "sums"))
    ids = reader.figure_ids(query)
    for at in range(0, len(ids), _PAGE):
        for figure in reader.figure_rows(ids[at : at + _PAGE]):
            sums = reader.sums_of_figure(figure.id) if figure.sum_status else []
            cells = [getattr(figure, name) for name in COLUMNS]
            table.writerow(
                [guarded(cell) for cell in (*cells, "; ".join(each.words for each in sums) or None)]
            )
    return len(ids)


def _markdown(reader: Reader, query: Query | None, out: TextIO) -> int:
    ids = reader.article_ids(query)
    for at in range(0, len(ids), _PAGE):
        for article in reader.article_rows(ids[at : at + _PAGE]):
            if at or article.rowid != ids[0]:
                out.write("\n")
            out.writelines(f"{line}\n" for line in _article(reader, article))
    return len(ids)


def _bibtex(reader: Reader, query: Query | None, out: TextIO) -> int:
    from store.bibtex import entry

    ids = reader.article_ids(query)
    for at in range(0, len(ids), _PAGE):
        for row in reader.article_rows(ids[at : at + _PAGE]):
            article = reader.article(row.id)
            if article is not None:
                out.write(entry(article) + "\n\n")
    return len(ids)


def _article(reader: Reader, article: ArticleRow) -> Iterator[str]:
    yield f"# {markup(article.headline or article.lead or article.document)}"
    yield ""
    about = [article.outlet, article.dateline, day(article.published) if article.published else "undated"]
    line = ", ".join(markup(part) for part in about if part)
    inferred = " (date inferred)" if article.published_basis == "inferred" else ""
    yield f"{line}{inferred}. Document: {markup(article.document)}."
    figures = reader.figures_of(article.id)
    if figures:
        yield ""
        yield "## Figures"
        yield ""
        yield "| figure | measure | place | claimant | day |"
        yield "| --- | --- | --- | --- | --- |"
        for figure in figures:
            yield "| " + " | ".join(markup(cell) for cell in _cells(figure)) + " |"
        marked = [each for each in reader.sums_of(article.id) if each.status in ("exceeds", "open")]
        listed = {figure.id for figure in figures if figure.sum_status}
        words = [each.words for each in marked if each.whole in listed]
        if words:
            yield ""
            yield from (f"- {markup(each)}" for each in words)
    quotes = reader.quotes_of(article.id)
    if quotes:
        yield ""
        yield "## Quotes"
        for quote in quotes:
            yield ""
            yield citation(quote, "markdown")


def _cells(figure: FigureRow) -> tuple[str, ...]:
    return (
        figure.text + sum_sign(figure) + (f" ({right})" if (right := set_right(figure)) else ""),
        figure.measure.replace("_", " "),
        figure.place or "",
        who_says(figure) + (f" ({figure.channel})" if figure.channel else ""),
        days(figure.date_from, figure.date_to) or "",
    )
