"""Compares what was extracted from a text with its annotation: how often each field is right, and each miss.

Nothing is read or printed here. An annotation is a `NAME.json` as `tests/gold/README.md` describes it.
Every score is a `Tally`, so that the scores of many texts add up: right answers of all answers asked for,
whatever text they stand in. A figure's fields are asked of the figures found, a quote's speaker of the
quotes found; `figures.whole` and `quotes.whole` ask for everything at once and of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from benchmarks.sameness import any_name, same_days, same_modifier, same_name, same_unit, several, share
from extract.model import SET_APART, Article, Event, Figure, Quote

Gold = dict[str, Any]
A = TypeVar("A")
B = TypeVar("B")

#: Every field in the order of the tables, with what it says.
FIELDS = {
    "articles.split": "F1 of the articles' bounds, two characters allowed",
    "articles.published": "the day of publication, or that there is none",
    "articles.basis": "whether that day is stated or inferred",
    "figures.recall": "figures asked for that were found: the number's words and its value",
    "figures.precision": "figures found that the annotation holds; those set apart do not count",
    "figures.measure": "what happened to those counted",
    "figures.unit": "what is counted",
    "figures.modifier": "the bound: at least, about …",
    "figures.place": "where",
    "figures.actor": "who did it",
    "figures.claimant": "who says so, or that the article itself does",
    "figures.channel": "where it was said, when the text tells",
    "figures.dates": "the days, or at least the last of them",
    "figures.part_of": "the figure that it is a part of, or that there is none",
    "figures.whole": "F1 of figures with measure, unit, modifier and claimant all right",
    "quotes.span": "F1 of quotes, four fifths of the words in common",
    "quotes.exact": "quotes found that begin and end exactly there",
    "quotes.speaker": "who said it",
    "quotes.channel": "where it was said, when the text tells",
    "quotes.whole": "F1 of quotes with the right speaker",
    "events.recall": "main events found: article, kind, place and day, each as the annotation gives or allows it",
    "events.figures": "figures of the main events that stand with them",
    "events.recall.first": "main events found by the annotation's first answers alone",
    "events.figures.first": "figures that stand with events found by the first answers alone",
    "events.ratio": "events found for each main event annotated",
}

#: Kinds of event that a careful reader may call by each other's name.
FAMILY = {
    "drone_strike": "strike", "missile_strike": "strike", "air_strike": "strike", "shelling": "strike",
    "attack": "strike", "assassination": "shooting",
}  # fmt: skip
#: How much of a quote must agree.
SAME_QUOTE = 0.8


@dataclass(slots=True)
class Tally:
    """Right answers of those asked for. An F1 is twice the right ones of those asked for and those found."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share that is right; None when nothing was asked."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """One wrong answer: where in its document, the words there, the field, what was asked and what was read."""

    start: int
    end: int
    field: str
    words: str
    asked: str | Sequence[str | None] | None
    read: str | Sequence[str | None] | None


@dataclass(slots=True)
class Scores:
    """The tallies of one text or of many, and the misses of one text."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    misses: list[Miss] = field(default_factory=list)

    def count(self, name: str, right: int, of: int = 1) -> None:
        """Add `right` answers of `of` to one field."""
        tally = self.tallies[name]
        tally.right += int(right)
        tally.of += of

    def f1(self, name: str, right: int, asked: int, found: int) -> None:
        """Add to a field whose score is an F1."""
        self.count(name, 2 * right, asked + found)

    def add(self, other: Scores) -> None:
        """Add another text's tallies."""
        for name, tally in other.tallies.items():
            self.count(name, tally.right, tally.of)


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure or quote with its offsets in the document rather than in its article."""

    start: int
    end: int
    item: Any


def score(gold: Gold, text: str, articles: Sequence[Article]) -> Scores:
    """Compare the articles read from the document `text` with its annotation."""
    scores = Scores()
    _articles(scores, gold, text, articles)
    _figures(scores, gold, text, articles)
    _quotes(scores, gold, text, articles)
    _events(scores, gold, text, articles)
    scores.misses.sort(key=lambda miss: (miss.start, miss.end, miss.field))
    return scores


def match(
    asked: Sequence[A], read: Sequence[B], likeness: Callable[[A, B], float]
) -> tuple[list[tuple[A, B]], list[A], list[B]]:
    """Pairs of what was asked and what was read, the likest first and each but once; then what is left of both.

    A likeness of 0 is no match.
    """
    ranked = sorted(
        ((likeness(a, b), i, j) for i, a in enumerate(asked) for j, b in enumerate(read)), reverse=True
    )
    pairs, taken, used = [], set(), set()
    for like, i, j in ranked:
        if like > 0 and i not in taken and j not in used:
            pairs.append((asked[i], read[j]))
            taken.add(i)
            used.add(j)
    missed = [a for i, a in enumerate(asked) if i not in taken]
    extra = [b for j, b in enumerate(read) if j not in used]
    return pairs, missed, extra


def _placed(articles: Iterable[Article], kind: str) -> list[Placed]:
    return [
        Placed(article.start + item.start, article.start + item.end, item)
        for article in articles
        for item in getattr(article, kind)
    ]


def _span(gold: Gold) -> tuple[int, int]:
    return gold["start"], gold["end"]


def _articles(scores: Scores, gold: Gold, text: str, articles: Sequence[Article]) -> None:
    found = 0
    for asked in gold["articles"]:
        start, end = _span(asked)
        words = text[start:end].lstrip()
        if any(abs(a.start - start) <= 2 and abs(a.end - end) <= 2 for a in articles):
            found += 1
        else:
            scores.misses.append(Miss(start, end, "articles.split", words, "an article here", None))
        near = min(articles, key=lambda a: abs(a.start - start), default=None)
        for name, key in (("articles.published", "published"), ("articles.basis", "published_basis")):
            read = getattr(near, key) if near else None
            right = near is not None and read == asked[key]
            scores.count(name, right)
            if not right:
                scores.misses.append(Miss(start, end, name, words, asked[key], read))
    scores.f1("articles.split", found, len(gold["articles"]), len(articles))


def _figures(scores: Scores, gold: Gold, text: str, articles: Sequence[Article]) -> None:
    found = _placed(articles, "figures")
    asked = [figure for figure in gold["figures"] if not figure.get("optional")]
    spare = [figure for figure in gold["figures"] if figure.get("optional")]
    pairs, missed, extra = match(asked, found, _same_figure)
    _, _, extra = match(spare, extra, lambda g, p: share(_span(g), (p.start, p.end)))
    extra = [placed for placed in extra if placed.item.measure not in SET_APART]
    held = len(pairs) + len(extra)
    scores.count("figures.recall", len(pairs), len(asked))
    scores.count("figures.precision", len(pairs), held)
    by_id = {placed.item.id: placed.item for placed in found}
    whole = 0
    for figure, placed in pairs:
        checks = _figure_checks(figure, placed.item, by_id.get(placed.item.part_of or ""))
        for name, (right, wanted, read) in checks.items():
            scores.count(f"figures.{name}", right)
            if not right:
                miss = Miss(*_span(figure), f"figures.{name}", figure["number"], wanted, read)
                scores.misses.append(miss)
        whole += all(checks[name][0] for name in ("measure", "unit", "modifier", "claimant"))
    scores.f1("figures.whole", whole, len(asked), held)
    for figure in missed:
        said = f"{figure['measure']} {figure['unit']}"
        scores.misses.append(Miss(*_span(figure), "figures.recall", figure["number"], said, None))
    for placed in extra:
        words = text[placed.start : placed.end]
        said = f"{placed.item.measure} {placed.item.unit or ''}".strip()
        scores.misses.append(Miss(placed.start, placed.end, "figures.precision", words, None, said))


def _same_figure(asked: Gold, placed: Placed) -> float:
    figure: Figure = placed.item
    agree = {asked["value"], asked.get("high")} & {figure.value, figure.low, figure.high}
    return float(bool(agree) and share(_span(asked), (placed.start, placed.end)) > 0)


#: One field of a figure: is it right, what was asked, what was read.
Check = tuple[bool, Any, Any]


def _figure_checks(asked: Gold, read: Figure, parent: Figure | None) -> dict[str, Check]:
    """The fields of a figure that the annotation asks about."""
    measures = [asked["measure"], *asked.get("also_measure", [])]
    units = [asked["unit"], *several(asked.get("also_unit"))]
    checks: dict[str, Check] = {
        "measure": (read.measure in measures, asked["measure"], read.measure),
        "unit": (any(same_unit(unit, read.unit) for unit in units), asked["unit"], read.unit),
        "modifier": (
            same_modifier(asked.get("modifier"), read.modifier),
            asked.get("modifier"),
            read.modifier,
        ),
        "claimant": (same_name(asked.get("claimant"), read.claimant), asked.get("claimant"), read.claimant),
    }
    if asked.get("place"):
        places = [*several(asked["place"]), *several(asked.get("also_place"))]
        right = any(same_name(place, read.place) for place in places)
        right = right or bool(asked.get("place_optional") and not read.place)
        checks["place"] = (right, asked["place"], read.place)
    if asked.get("actor"):
        right = any_name(asked["actor"].split("; "), (read.actor or "").split("; "))
        right = right or bool(asked.get("actor_optional") and not read.actor)
        checks["actor"] = (right, asked["actor"], read.actor)
    if asked.get("channel"):
        checks["channel"] = (same_name(asked["channel"], read.channel), asked["channel"], read.channel)
    if asked.get("dates"):
        days = (read.date_from, read.date_to)
        checks["dates"] = (same_days(asked["dates"], *days), asked["dates"], days)
    whole, maybe = asked.get("subset_of"), asked.get("implicit_subset_of")
    if whole:
        right = parent is not None and whole in parent.text
    else:
        right = parent is None or bool(maybe and maybe in parent.text)
    checks["part_of"] = (right, whole, parent.text if parent else None)
    return checks


def _quotes(scores: Scores, gold: Gold, text: str, articles: Sequence[Article]) -> None:
    found = [placed for placed in _placed(articles, "quotes") if placed.item.kind != "indirect"]
    # Scare quotes, and what nobody looked at, count neither way.
    spare = [quote for quote in gold["quotes"] if quote.get("kind") == "scare" or quote.get("optional")]
    asked = [quote for quote in gold["quotes"] if quote not in spare]
    pairs, missed, extra = match(asked, found, _same_quote)
    _, _, extra = match(spare, extra, _same_quote)
    right = 0
    for quote, placed in pairs:
        read: Quote = placed.item
        start, end = _span(quote)
        words = text[start:end]
        exact = (start, end) == (placed.start, placed.end)
        spoken = same_name(quote["speaker"], read.speaker)
        checks: dict[str, Check] = {
            "exact": (exact, f"{start}-{end}", f"{placed.start}-{placed.end}"),
            "speaker": (spoken, quote["speaker"], read.speaker),
        }
        if quote.get("channel"):
            told = same_name(quote["channel"], read.channel)
            checks["channel"] = (told, quote["channel"], read.channel)
        for name, (good, wanted, got) in checks.items():
            scores.count(f"quotes.{name}", good)
            if not good:
                scores.misses.append(Miss(start, end, f"quotes.{name}", words, wanted, got))
        right += spoken
    held = len(pairs) + len(extra)
    scores.f1("quotes.span", len(pairs), len(asked), held)
    scores.f1("quotes.whole", right, len(asked), held)
    for quote in missed:
        start, end = _span(quote)
        said = f"a quote of {quote['speaker'] or 'nobody named'}"
        scores.misses.append(Miss(start, end, "quotes.span", text[start:end], said, None))
    for placed in extra:
        said = f"a quote of {placed.item.speaker or 'nobody named'}"
        scores.misses.append(Miss(placed.start, placed.end, "quotes.span", placed.item.text, None, said))


def _same_quote(asked: Gold, placed: Placed) -> float:
    like = share(_span(asked), (placed.start, placed.end))
    return like if like >= SAME_QUOTE else 0.0


def _events(scores: Scores, gold: Gold, text: str, articles: Sequence[Article]) -> None:
    found = [(article, event) for article in articles for event in article.events]
    asked = gold["events"]
    scores.count("events.ratio", len(found), len(asked))
    pairs, missed = _met(scores, gold, found, "")
    for wanted, (article, event) in pairs:
        need, have = set(wanted.get("figures", [])), _numbers(article, event)
        if need - have:
            bounds = _span(gold["articles"][wanted["article"]])
            miss = Miss(*bounds, "events.figures", _event_name(wanted), sorted(need), sorted(have))
            scores.misses.append(miss)
    for wanted in missed:
        bounds = _span(gold["articles"][wanted["article"]])
        read = [
            f"{event.kind} {event.place} {event.date_from}/{event.date_to}"
            for article, event in found
            if bounds[0] - 2 <= article.start < bounds[1]
        ]
        scores.misses.append(Miss(*bounds, "events.recall", _event_name(wanted), "an event", read))
    strict = [{key: value for key, value in event.items() if not key.startswith("also_")} for event in asked]
    _met(scores, {**gold, "events": strict}, found, ".first")


def _met(
    scores: Scores, gold: Gold, found: Sequence[tuple[Article, Event]], form: str
) -> tuple[list[tuple[Gold, tuple[Article, Event]]], list[Gold]]:
    """Count the events found and their figures; the events with what they were found as, and the others."""

    def likeness(wanted: Gold, read: tuple[Article, Event]) -> float:
        return _same_event(gold["articles"][wanted["article"]], wanted, *read)

    pairs, missed, _ = match(gold["events"], found, likeness)
    scores.count(f"events.recall{form}", len(pairs), len(gold["events"]))
    for wanted, (article, event) in pairs:
        need = set(wanted.get("figures", []))
        scores.count(f"events.figures{form}", len(need & _numbers(article, event)), len(need))
    for wanted in missed:
        scores.count(f"events.figures{form}", 0, len(set(wanted.get("figures", []))))
    return pairs, missed


def _event_name(wanted: Gold) -> str:
    return f"{wanted['kind']} {wanted['place']} {wanted.get('date') or 'on no day'}"


def _numbers(article: Article, event: Event) -> set[str]:
    """The number words of an event's figures."""
    by_id = {figure.id: figure for figure in article.figures}
    figures = [by_id[ident] for ident in event.figures if ident in by_id]
    return {article.text[figure.start : figure.end] for figure in figures}


def _same_event(bounds: Gold, wanted: Gold, article: Article, event: Event) -> float:
    """0 unless article, kind, place and day agree; then 1 and one more for each figure in common."""
    if not bounds["start"] - 2 <= article.start < bounds["end"]:
        return 0.0
    kinds = {FAMILY.get(kind, kind) for kind in (wanted["kind"], *wanted.get("also_kind", []))}
    places = [*several(wanted["place"]), *several(wanted.get("also_place"))] or [None]
    days = {day for day in (wanted.get("date"), *wanted.get("also_date", [])) if day}
    if FAMILY.get(event.kind, event.kind) not in kinds:
        return 0.0
    if not any(same_name(place, event.place) for place in places):
        return 0.0
    if wanted.get("date") and not days & {event.date_from, event.date_to}:
        return 0.0
    return 1.0 + len(_numbers(article, event) & set(wanted.get("figures", [])))
