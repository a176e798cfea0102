"""CSV tables of parsed events to documents: `export --format csv` of our own, and UCDP's Georeferenced Event Dataset."""

from __future__ import annotations

import codecs
import csv
import math
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import msgspec

from extract.ids import article_id, item_id
from extract.model import Article, Figure
from extract.sums import find_sums
from store import ged
from store.errors import BadInput
from store.readers import Lines
from store.validate import problem

SUFFIXES = (".csv", ".tsv")
#: Columns by which the table of figures that `export --format csv` writes is known.
_OURS = frozenset({"id", "article_id", "document", "sentence", "text", "value", "low", "high", "measure"})
#: Columns of it that are no figure's own: the article's, or found anew from the figures.
_FIELDS = frozenset(Figure.__struct_fields__) - {"id", "event", "start", "end"}
_NUMBERS = ("value", "low", "high")
_REFERENCES = ("part_of", "same_as", "revises")
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
#: A quotation mark before a cell that a spreadsheet would take for a formula, as our own export puts it.
_GUARDED = re.compile(r"'(?= *[=+\-@\t\r])")

Row = dict[str, str]


def is_table(name: str) -> bool:
    """Is the file a table, by its suffix?"""
    return Path(name).suffix.lower() in SUFFIXES


class Table(Lines):
    """The articles of a table, one at a time; as `Lines` are of a file of JSON lines."""

    def __init__(self, stream: IO[bytes], path: str, name: str) -> None:
        """`name` of the document, where the table does not name it."""
        super().__init__(stream, path)
        self._name = name
        self._table = self._rows()
        self._header = next(self._table, (1, []))[1]
        # What rows of events have in common is the form of the table.
        self.copies = not set(self._header).issuperset(ged.COLUMNS)

    def __iter__(self) -> Iterator[Article]:
        """Raises `BadInput` naming the line and the column of the first thing that is wrong."""
        if not self._header:
            raise BadInput("is empty", path=self.path)
        if not self.copies:
            articles = self._events(self._named())
        elif set(self._header).issuperset(_OURS):
            articles = self._ours(self._named())
        else:
            raise BadInput(
                "is no table that can be read; it takes the columns of `conflict-tui export --format csv`,"
                " or those of UCDP GED, named in the first line",
                path=self.path,
                line=1,
            )
        empty = True
        for line, article in articles:
            empty = False
            self.line = line
            wrong = problem(article)
            if wrong is not None:
                raise self._bad(line, *wrong)
            yield article
        if empty:
            raise BadInput("has no rows below its header", path=self.path, line=1)

    def _bad(self, line: int, field: str | None, what: str) -> BadInput:
        return BadInput(what, path=self.path, line=line, field=field)

    def _text(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        for number, raw in enumerate(self._stream, 1):
            self.offset += len(raw)
            try:
                yield decoder.decode(raw)
            except UnicodeDecodeError:
                raise BadInput("is not UTF-8; save the table as UTF-8", path=self.path, line=number) from None

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not empty, with the line each begins in."""
        text = self._text()
        first = next(text, "")
        delimiter = max(",;\t", key=first.count)

        def lines() -> Iterator[str]:
            yield first
            yield from text

        table = csv.reader(lines(), delimiter=delimiter, strict=True)
        begins = 1
        try:
            for row in table:
                if any(row):
                    yield begins, row
                begins = table.line_num + 1
        except csv.Error as error:
            raise self._bad(begins, None, f"is not CSV ({error})") from None

    def _named(self) -> Iterator[tuple[int, Row]]:
        columns = len(self._header)
        for line, cells in self._table:
            if len(cells) != columns:
                what = f"has {len(cells)} cells where the header names {columns} columns"
                raise self._bad(line, None, what)
            yield line, dict(zip(self._header, cells, strict=True))

    def _events(self, rows: Iterator[tuple[int, Row]]) -> Iterator[tuple[int, Article]]:
        at = 0
        for line, row in rows:
            try:
                article = ged.article(row, at, self._name)
            except ged.Wrong as wrong:
                raise self._bad(line, *wrong.args) from None
            at = article.end + 1
            yield line, article

    def _ours(self, rows: Iterator[tuple[int, Row]]) -> Iterator[tuple[int, Article]]:
        unguarded = (
            (
                line,
                {
                    name: _GUARDED.sub("", cell, count=1) if cell[:1] == "'" else cell
                    for name, cell in row.items()
                },
            )
            for line, row in rows
        )
        for _, group in groupby(unguarded, key=lambda each: (each[1]["article_id"], each[1]["document"])):
            yield self._reported(list(group))

    def _reported(self, rows: list[tuple[int, Row]]) -> tuple[int, Article]:
        """One article's figures: its text is what the table has of it, the headline and their sentences."""
        first_line, first = rows[0]
        headline = first.get("headline") or None
        sentences = "\n".join(dict.fromkeys(row["sentence"] for _, row in rows))
        text = f"{headline}\n\n{sentences}" if headline else sentences
        ident = article_id(text)
        figures: list[Figure] = []
        ids: dict[str, str] = {}
        begins: dict[tuple[str, str], int] = {}
        for line, row in rows:
            figure = self._figure(line, row, text, ident, begins)
            ids[row["id"]] = figure.id
            figures.append(figure)
        for figure in figures:
            for name in _REFERENCES:
                # A whole that the query did not find is not in the table.
                setattr(figure, name, ids.get(getattr(figure, name) or ""))
        try:
            article = msgspec.convert(
                {
                    **{name: first.get(name) or None for name in ("dateline", "outlet", "published", "published_basis")},
                    "format": "conflict-tui/1", "id": ident, "headline": headline, "text": text,
                    "document": first["document"] or self._name, "start": 0, "end": len(text),
                },
                Article,
            )  # fmt: skip
        except msgspec.ValidationError as error:
            raise self._wrong_cell(first_line, error) from None
        article.figures = figures
        article.sums = find_sums(ident, figures)
        return first_line, article

    def _figure(
        self, line: int, row: Row, text: str, ident: str, begins: dict[tuple[str, str], int]
    ) -> Figure:
        sentence, phrase = row["sentence"], row["text"]
        inside = sentence.find(phrase, begins.get((sentence, phrase), 0))
        if inside < 0:
            inside = sentence.find(phrase)
        if inside < 0 or not phrase:
            raise self._bad(line, "text", "does not stand in the sentence")
        begins[sentence, phrase] = inside + 1
        number = _DIGITS.search(phrase)
        low, high = number.span() if number else (0, len(phrase))
        at = text.index(sentence) + inside
        cells: dict[str, Any] = {name: row.get(name) or None for name in _FIELDS}
        for name in _NUMBERS:
            cells[name] = self._number(line, name, row[name])
        cells["scope"] = cells["scope"] or "event"
        for name in _FIELDS:
            if name.endswith(("_start", "_end")):
                cells[name] = None  # where a claimant stands is not in the table
        cells |= {"start": at + low, "end": at + high, "id": item_id("figure", ident, at + low, at + high)}
        try:
            return msgspec.convert(cells, Figure)
        except msgspec.ValidationError as error:
            raise self._wrong_cell(line, error) from None

    def _number(self, line: int, name: str, cell: str) -> float:
        try:
            value = float(cell)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self._bad(line, name, f"{cell!r} is no number")
        return value

    def _wrong_cell(self, line: int, error: Exception) -> BadInput:
        bad = self._wrong(error)
        return self._bad(line, bad.field, bad.reason)
