"""Helpers of the extraction tests: a text in, its sources, frames, quotes, figures and events out."""

from __future__ import annotations

from extract.carriedclaims import carried_claim
from extract.frames import Frame, claim_of, find_frames
from extract.model import Article, Figure, Quote
from extract.parse import parse_text
from extract.pipeline import extract_document
from extract.quotes import extract_quotes
from extract.sources import Sources


def plain(text: str | None) -> str | None:
    """The text with straight apostrophes."""
    return text.replace("’", "'") if text else text


def quotes_of(text: str, *, indirect: bool = False) -> list[Quote]:
    """The quotes of a text, those without marks only when asked for."""
    parsed = parse_text(text)
    sources = Sources(parsed)
    quotes = extract_quotes(parsed, sources, find_frames(parsed, sources), "article")
    return [quote for quote in quotes if (quote.kind == "indirect") == indirect]


def speakers_of(text: str) -> list[tuple[str, str | None]]:
    """The first two words of each quote, and its speaker."""
    return [(" ".join(quote.text.split()[:2]), plain(quote.speaker)) for quote in quotes_of(text)]


def frames_of(text: str) -> list[Frame]:
    """The reporting frames of a text."""
    parsed = parse_text(text)
    return find_frames(parsed, Sources(parsed))


def claimant_of(text: str, word: str) -> str | None:
    """Who claims what the first `word` of the text says, carried over from the sentence before or not."""
    frame = claim_frame(text, word)
    return plain(frame.source.name) if frame and frame.source else None


def claim_frame(text: str, word: str) -> Frame | None:
    """The frame over the first `word` of the text."""
    parsed = parse_text(text)
    sources = Sources(parsed)
    frames = find_frames(parsed, sources)
    extract_quotes(parsed, sources, frames, "article")
    offset = text.index(word)
    for piece in parsed.pieces():
        token = piece.token_at(offset)
        if token is not None and piece.mask(token) is None:
            frame = claim_of(frames, piece, token)
            return frame or carried_claim(parsed, frames, piece, token)[0]
    raise AssertionError(f"{word!r} is in no piece")


def article_of(text: str, published: str | None = None) -> Article:
    """The one article of a text, fully read."""
    (article,) = extract_document(text, "report.txt", published=published)
    return article


def figure_of(text: str, value: float, published: str | None = None) -> Figure:
    """The first figure of that value."""
    return next(figure for figure in article_of(text, published).figures if figure.value == value)


def events_of(text: str, published: str | None = None) -> list[tuple[str, str | None, list[float]]]:
    """Each event of a text: its kind, its place, and the values of its figures."""
    article = article_of(text, published)
    values = {figure.id: figure.value for figure in article.figures}
    return [(event.kind, event.place, [values[i] for i in event.figures]) for event in article.events]
