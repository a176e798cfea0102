"""Is an article sound? Its offsets, ids, references and days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from extract.model import Article, Event, Figure, Quote, Sum

Problem = tuple[str, str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@lru_cache(maxsize=4096)
def is_day(value: str) -> bool:
    """Is it a day of the calendar, written `2025-12-25`?"""
    if not _DAY.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def problem(article: Article) -> Problem | None:
    """The first thing wrong with the article as `(field, what)`, or None when it is sound."""
    return next(_problems(article), None)


def _problems(article: Article) -> Iterator[Problem]:
    if not article.id:
        yield "id", "is empty"
    if not article.document:
        yield "document", "is empty"
    if not article.text:
        yield "text", "is empty"
    if article.start < 0 or article.end < article.start:
        yield "start", f"{article.start} to {article.end} is no span"
    if article.end - article.start != len(article.text):
        yield (
            "end",
            f"start to end is {article.end - article.start} characters but the text has {len(article.text)}",
        )
    yield from _day("published", article.published)
    if article.published is None and article.published_basis is not None:
        yield "published_basis", f"is {article.published_basis} but there is no published day"
    for index, candidate in enumerate(article.candidates):
        yield from _day(f"candidates[{index}].date", candidate.date)
    figures = {figure.id for figure in article.figures}
    quotes = {quote.id for quote in article.quotes}
    events = {event.id for event in article.events}
    for name, ids, things in (
        ("figures", figures, article.figures),
        ("quotes", quotes, article.quotes),
        ("events", events, article.events),
        ("sums", {each.id for each in article.sums}, article.sums),
    ):
        if len(ids) != len(things):
            yield from _twice(name, [thing.id for thing in things])
    for index, figure in enumerate(article.figures):
        for field, what in _figure(figure, article.text, figures, events):
            yield f"figures[{index}].{field}", what
    for index, quote in enumerate(article.quotes):
        for field, what in _quote(quote, article.text, quotes, events):
            yield f"quotes[{index}].{field}", what
    for index, event in enumerate(article.events):
        for field, what in _event(event, len(article.text), figures, quotes):
            yield f"events[{index}].{field}", what
    for index, each in enumerate(article.sums):
        for field, what in _sum(each, figures, events):
            yield f"sums[{index}].{field}", what


def _sum(each: Sum, figures: set[str], events: set[str]) -> Iterator[Problem]:
    if not each.id:
        yield "id", "is empty"
    yield from _refers("whole", each.whole, figures, "figure")
    for index, part in enumerate(each.parts):
        yield from _refers(f"parts[{index}]", part, figures, "figure")
    yield from _refers("event", each.event, events, "event")
    if each.low is not None and each.high is not None and each.low > each.high:
        yield "low", f"{each.low:g} is more than high, {each.high:g}"


def _twice(name: str, ids: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            yield f"{name}[{index}].id", f"{each!r} stands twice in this article"
        seen.add(each)


def _day(field: str, value: str | None) -> Iterator[Problem]:
    if value is not None and not is_day(value):
        yield field, f"{value!r} is not a day written like 2025-12-25"


def _days(first: str | None, last: str | None) -> Iterator[Problem]:
    yield from _day("date_from", first)
    yield from _day("date_to", last)
    if first is not None and last is not None and first > last:
        yield "date_to", f"{last} is before date_from, {first}"


def _span(start: int, end: int, length: int, field: str) -> Iterator[Problem]:
    if not 0 <= start <= end <= length:
        yield field, f"{start} to {end} lies outside the text, which has {length} characters"


def _mention(
    text: str, start: int | None, end: int | None, printed: str | None, field: str
) -> Iterator[Problem]:
    if start is None and end is None:
        return
    if start is None or end is None:
        yield f"{field}_start", f"{field}_start and {field}_end go together, but one of them is missing"
        return
    yield from _span(start, end, len(text), f"{field}_start")
    if printed is not None and text[start:end] != printed:
        yield f"{field}_start", f"{start} to {end} is {_short(text[start:end])}, not {_short(printed)}"


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")


def _refers(field: str, value: str | None, known: set[str], what: str) -> Iterator[Problem]:
    if value is not None and value not in known:
        yield field, f"{value!r} is the id of no {what} of this article"


def _figure(figure: Figure, text: str, figures: set[str], events: set[str]) -> Iterator[Problem]:
    if not figure.id:
        yield "id", "is empty"
    yield from _span(figure.start, figure.end, len(text), "start")
    if not _holds(text, figure):
        yield (
            "start",
            f"{figure.start} to {figure.end} is {_short(text[figure.start : figure.end])},"
            f" which does not stand within {_short(figure.text)}",
        )
    if figure.low > figure.high:
        yield "low", f"{figure.low:g} is more than high, {figure.high:g}"
    yield from _days(figure.date_from, figure.date_to)
    yield from _mention(text, figure.claimant_start, figure.claimant_end, None, "claimant")
    yield from _mention(text, figure.disputed_start, figure.disputed_end, None, "disputed")
    yield from _refers("revises", figure.revises, figures, "figure")
    yield from _refers("part_of", figure.part_of, figures, "figure")
    yield from _refers("same_as", figure.same_as, figures, "figure")
    yield from _refers("event", figure.event, events, "event")


def _holds(text: str, figure: Figure) -> bool:
    """Does the phrase stand in the text around the number words?"""
    if figure.start == figure.end or not figure.text:
        return False
    earliest = max(0, figure.end - len(figure.text))
    at = text.find(figure.text, earliest, figure.start + len(figure.text))
    return 0 <= at <= figure.start and figure.end <= at + len(figure.text)


def _quote(quote: Quote, text: str, quotes: set[str], events: set[str]) -> Iterator[Problem]:
    if not quote.id:
        yield "id", "is empty"
    yield from _span(quote.start, quote.end, len(text), "start")
    here = text[quote.start : quote.end]
    if here != quote.text:
        yield "start", f"{quote.start} to {quote.end} is {_short(here)}, not {_short(quote.text)}"
    yield from _day("date", quote.date)
    yield from _mention(text, quote.speaker_start, quote.speaker_end, quote.speaker_text, "speaker")
    yield from _refers("utterance", quote.utterance, quotes, "quote")
    yield from _refers("event", quote.event, events, "event")


def _event(event: Event, length: int, figures: set[str], quotes: set[str]) -> Iterator[Problem]:
    if not event.id:
        yield "id", "is empty"
    yield from _days(event.date_from, event.date_to)
    if event.lat is not None and not -90 <= event.lat <= 90:
        yield "lat", f"{event.lat:g} is not between -90 and 90"
    if event.lon is not None and not -180 <= event.lon <= 180:
        yield "lon", f"{event.lon:g} is not between -180 and 180"
    for index, each in enumerate(event.figures):
        yield from _refers(f"figures[{index}]", each, figures, "figure")
    for index, each in enumerate(event.quotes):
        yield from _refers(f"quotes[{index}]", each, quotes, "quote")
    for index, (start, end) in enumerate(event.sentences):
        yield from _span(start, end, length, f"sentences[{index}]")
