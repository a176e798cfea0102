"""What a row of an article, figure, quote or event holds, and the statements that insert rows."""

from __future__ import annotations

from operator import attrgetter

from extract.model import Article, is_apart
from store.text import lead

#: Columns whose values are the fields of the same names.
FIGURE = (
    "id", "start", "end", "text", "value", "low", "high", "modifier", "unit", "measure",
    "place", "place_why", "actor", "target", "claimant", "claimant_start", "claimant_end", "claimant_why",
    "cue", "channel", "stance", "disputed_by", "disputed_start", "disputed_end", "when", "date_from", "date_to",
    "date_why", "scope", "part_of", "same_as", "revises", "event",
)  # fmt: skip
QUOTE = (
    "id", "start", "end", "text", "kind", "speaker", "speaker_text", "speaker_start", "speaker_end",
    "speaker_why", "role", "cue", "channel", "addressee", "stance", "when", "date", "utterance", "event",
)  # fmt: skip
EVENT = (
    "id", "kind", "place", "country", "lat", "lon", "precision", "date_from", "date_to", "actor", "target",
    "summary", "why",
)  # fmt: skip
HEAD = (
    "id", "headline", "dateline", "byline", "outlet", "url", "published", "published_basis", "published_why",
)  # fmt: skip


def insert_into(table: str, columns: tuple[str, ...]) -> str:
    """The statement that inserts a row of these columns; each value is a parameter."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


INSERT_FIGURE = insert_into(
    "figures",
    ("rowid", "article", *FIGURE, "set_apart", "sum_status", "sentence", "sentence_start", "sentence_end"),
)
INSERT_QUOTE = insert_into("quotes", ("rowid", "article", *QUOTE))
INSERT_EVENT = insert_into(
    "events", ("rowid", "article", *EVENT, "figures", "quotes", "sentences", "link_key")
)
INSERT_ARTICLE = insert_into("articles", ("rowid", *HEAD, "document", "lead", "figures", "quotes", "events"))

#: The values of a thing's columns, in their order.
figure_values, quote_values, event_values, _head_of = (
    attrgetter(*names) for names in (FIGURE, QUOTE, EVENT, HEAD)
)


def head(article: Article) -> list[object]:
    """The values of `HEAD`."""
    values: list[object] = list(_head_of(article))
    # A day without a basis came with the file, which so states it.
    if article.published and article.published_basis is None:
        values[HEAD.index("published_basis")] = "stated"
    return values


def told(article: Article) -> tuple[str, int, int, int]:
    """The lead, and how many figures that are not set apart, quotes and events there are."""
    shown = sum(1 for figure in article.figures if not is_apart(figure))
    return lead(article.text, article.headline), shown, len(article.quotes), len(article.events)
