"""What belongs together: a figure and the quotes about it, a quote and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.records import FigureRow, QuoteRow
from store.text import fold

if TYPE_CHECKING:
    from store.search import Reader


def quotes_for(reader: Reader, figure_id: str) -> list[QuoteRow]:
    """See `Reader.linked_quotes`; those of the figure's own article come first."""
    figure = reader.figure(figure_id)
    if figure is None:
        return []
    found = reader.quotes_of_event(figure.event) if figure.event else []
    known = {quote.id for quote in found}
    if figure.claimant:
        claimant = fold(figure.claimant)
        for quote in reader.quotes_of(figure.article_id):
            if quote.id not in known and quote.speaker and fold(quote.speaker) == claimant:
                found.append(quote)
    return sorted(found, key=lambda quote: (quote.article_id != figure.article_id, quote.rowid))


def figures_for(reader: Reader, quote_id: str) -> list[FigureRow]:
    """See `Reader.linked_figures`; those of the quote's own article come first."""
    quote = reader.quote(quote_id)
    if quote is None:
        return []
    found = reader.figures_of_event(quote.event) if quote.event else []
    known = {figure.id for figure in found}
    if quote.speaker:
        speaker = fold(quote.speaker)
        for figure in reader.figures_of(quote.article_id):
            if figure.id not in known and figure.claimant and fold(figure.claimant) == speaker:
                found.append(figure)
    return sorted(found, key=lambda figure: (figure.article_id != quote.article_id, figure.rowid))
