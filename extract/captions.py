"""Captions of an article: read each on its own, so that nothing of theirs is taken for the news around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import SET_APART

if TYPE_CHECKING:
    from extract.model import Article, Event, Figure, Quote


def join_caption(article: Article, figures: list[Figure], quotes: list[Quote], *, old: bool) -> None:
    """Add a caption's figures and quotes to its article; `old` where the picture is of another day.

    What the text counts too is the same figure, and of its event; a caption makes no event of its own.
    """
    told = [f for f in article.figures if f.measure not in SET_APART]
    for figure in figures:
        if not old and (same := _same(figure, told)) is not None:
            _take_over(figure, same, article.events)
    article.figures = sorted([*article.figures, *figures], key=lambda f: (f.start, f.end))
    article.quotes = sorted([*article.quotes, *quotes], key=lambda q: (q.start, q.end))


def _same(figure: Figure, told: list[Figure]) -> Figure | None:
    """The figure of the text that the caption's repeats."""
    if figure.measure in SET_APART or figure.value < 3:
        return None
    for other in told:
        alike = (other.low, other.high, other.measure) == (figure.low, figure.high, figure.measure)
        if alike and _one_unit(figure, other) and _one_day(figure, other):
            return other
    return None


def _one_unit(figure: Figure, other: Figure) -> bool:
    ours, theirs = ((f.unit or "people").split(" ")[-1].rstrip("s") for f in (figure, other))
    return ours == theirs or "people" in (ours, theirs)


def _one_day(figure: Figure, other: Figure) -> bool:
    if figure.date_from is None or figure.date_to is None or other.date_from is None or other.date_to is None:
        return True
    return figure.date_from <= other.date_to and other.date_from <= figure.date_to


def _take_over(figure: Figure, same: Figure, events: list[Event]) -> None:
    """Place, actor, day and event of the same count in the text."""
    figure.same_as = same.id
    if figure.place is None and same.place is not None:
        figure.place, figure.place_why = same.place, "that of the same count in the text"
    figure.actor = figure.actor or same.actor
    if figure.date_from is None and same.date_from is not None:
        figure.date_from, figure.date_to = same.date_from, same.date_to
        figure.date_why = f"that of the same count in the text: {same.date_why}"
    for event in events:
        if event.id == same.event:
            figure.event = event.id
            event.figures.append(figure.id)
