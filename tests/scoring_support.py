"""A small annotated text, a reading of it without fault, and the scores of that, counted by hand."""

from __future__ import annotations

from typing import Any

from benchmarks import scoring
from extract.model import Article, Event, Figure, Quote

TEXT = (
    "Ostia launched 20 drones at Marsk on Tuesday, the air force said. Of these, 12 were shot down. "
    "At least four people were killed in Marsk. “We will rebuild,” Mayor Ilka Dorn said on Telegram. "
    "The “Iron Wall” cost $3 million."
)


def at(words: str) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def asked_figure(number: str, value: float, measure: str, unit: str, **rest: Any) -> dict[str, Any]:
    start, end = at(number)
    figure = {"article": 0, "start": start, "end": end, "number": number, "value": value, "high": None}
    return {**figure, "measure": measure, "also_measure": [], "unit": unit, **rest}


def asked_quote(words: str, speaker: str | None, **rest: Any) -> dict[str, Any]:
    start, end = at(words)
    return {
        "article": 0,
        "start": start,
        "end": end,
        "text": words,
        "speaker": speaker,
        "kind": "direct",
        **rest,
    }


def annotation() -> dict[str, Any]:
    """The annotation of the text: three figures and a spare one, a quote and a scare quote, one event."""
    return {
        "style": "invented", "war": "invented", "cases": ["part"],
        "articles": [{"start": 0, "end": len(TEXT), "published": None, "published_basis": None}],
        "figures": [
            asked_figure(
                "20", 20, "launched", "drones", place="Marsk", actor="Ostia", claimant="air force",
                dates=["2025-03-03", "2025-03-04"],
            ),
            asked_figure("12", 12, "shot_down", "drones", claimant="air force", subset_of="20"),
            asked_figure("four", 4, "killed", "people", place="Marsk", modifier="at least", claimant=None),
            asked_figure("3 million", 3e6, "money", "USD", optional=True),
        ],
        "quotes": [
            asked_quote("We will rebuild,", "Ilka Dorn", channel="Telegram"),
            asked_quote("Iron Wall", None, kind="scare"),
        ],
        "events": [
            {"article": 0, "kind": "drone_strike", "place": "Marsk", "date": "2025-03-04", "figures": ["20", "12"]}
        ],
    }  # fmt: skip


def figure(ident: str, number: str, value: float, **rest: Any) -> Figure:
    start, end = at(number)
    return Figure(id=ident, start=start, end=end, text=number, value=value, low=value, high=value, **rest)


def reading() -> Article:
    """What a reader without fault extracts from the text."""
    start, end = at("We will rebuild,")
    quote = Quote(
        id="q1", start=start, end=end, text="We will rebuild,", kind="direct", speaker="Mayor Ilka Dorn",
        channel="Telegram",
    )  # fmt: skip
    event = Event(
        id="e1", kind="missile_strike", place="Marsk", date_from="2025-03-03", date_to="2025-03-04",
        summary=TEXT[:20], figures=["f1", "f2"],
    )  # fmt: skip
    figures = [
        figure(
            "f1", "20", 20, measure="launched", unit="drones", place="Marsk", actor="Ostia",
            claimant="the air force", date_from="2025-03-03", date_to="2025-03-04",
        ),
        figure("f2", "12", 12, measure="shot_down", unit="drones", claimant="air force", part_of="f1"),
        figure("f3", "four", 4, measure="killed", unit="people", place="Marsk", modifier="at least"),
        figure("f4", "3 million", 3e6, measure="money", unit="USD"),
    ]  # fmt: skip
    return Article(
        id="a", document="a.txt", start=0, end=len(TEXT), text=TEXT,
        figures=figures, quotes=[quote], events=[event],
    )  # fmt: skip


def tallies(scores: scoring.Scores) -> dict[str, tuple[int, int]]:
    return {name: (tally.right, tally.of) for name, tally in scores.tallies.items()}


#: Right answers and answers asked for, counted by hand; twice each where the score is an F1.
FAULTLESS = {
    "articles.split": (2, 2), "articles.published": (1, 1), "articles.basis": (1, 1),
    "figures.recall": (3, 3), "figures.precision": (3, 3), "figures.measure": (3, 3), "figures.unit": (3, 3),
    "figures.modifier": (3, 3), "figures.place": (2, 2), "figures.actor": (1, 1), "figures.claimant": (3, 3),
    "figures.channel": (0, 0), "figures.dates": (1, 1), "figures.part_of": (3, 3), "figures.whole": (6, 6),
    "quotes.span": (2, 2), "quotes.exact": (1, 1), "quotes.speaker": (1, 1), "quotes.channel": (1, 1),
    "quotes.whole": (2, 2), "events.recall": (1, 1), "events.figures": (2, 2), "events.ratio": (1, 1),
    "events.recall.first": (1, 1), "events.figures.first": (2, 2),
}  # fmt: skip


def moved(article: Article, name: str, **values: Any) -> None:
    """Change fields of the figure, quote or event with this id."""
    everything: list[Any] = [*article.figures, *article.quotes, *article.events]
    (item,) = [item for item in everything if item.id == name]
    for key, value in values.items():
        setattr(item, key, value)
