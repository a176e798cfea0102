"""A night told by several outlets, in invented towns: rival counts, a toll that grows, parts, copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli_support import article, write_jsonl
from tests.store_support import put

FORCE, MINISTRY = "Vara's air force", "Ostra's ministry"
NIGHT: dict[str, Any] = {"date_from": "2031-05-01", "date_to": "2031-05-02", "when": "overnight"}


def figure(words: str, text: str, value: float, measure: str, unit: str, **more: Any) -> dict[str, Any]:
    """A figure as `conflict-tui/1` has it, its offsets still to be looked up."""
    return {"words": words, "text": text, "value": value, "measure": measure, "unit": unit, **more}


def toll(
    ident: str, day: str | None, value: int, outlet: str, *, on: str | None = "2031-05-02", **more: Any
) -> dict[str, Any]:
    """An article with one number of people killed in Marzan."""
    text = (
        f"MARZAN — At least {value} people were killed in Marzan, Mayor Ilka Dorn said ({outlet}, {ident})."
    )
    one = figure(
        str(value), f"At least {value} people", value, "killed", "people", modifier="at least", place="Marzan",
        claimant="Ilka Dorn", cue="said", date_from=on, date_to=on, scope="cumulative",
    )  # fmt: skip
    return article(
        ident, text, [{**one, **more}], [], document=f"{ident}.txt", headline=f"Toll in Marzan, {ident}",
        outlet=outlet, published=day, published_basis="stated" if day else None,
    )  # fmt: skip


def night() -> list[dict[str, Any]]:
    """One article of the air force's count and its parts, one with the ministry's rival count."""
    force = {"claimant": FORCE, "cue": "said", **NIGHT}
    first = article(
        "n1",
        "VARA — Vara's air force said 41 drones were launched overnight, of which 30 were shot down, nine of them"
        " over the harbour, and that 10 craft hit their targets. Some 12 people were injured in Marzan.",
        [
            figure("41", "41 drones", 41, "launched", "drones", place="Vara", **force),
            figure("30", "of which 30", 30, "shot_down", "drones", place="Vara", part_of="n1f0", **force),
            figure("nine", "nine of them", 9, "shot_down", "drones", place="the harbour", part_of="n1f1", **force),
            figure("10", "10 craft", 10, "hit", "craft", place="Vara", **force),
            figure("12", "Some 12 people", 12, "injured", "people", modifier="some", place="Marzan", **NIGHT),
        ],
        [], document="n1.txt", headline="Drones over Vara", outlet="Harbour Wire", published="2031-05-02",
        published_basis="stated",
    )  # fmt: skip
    second = article(
        "n2",
        "OSTREL — Ostra's ministry said that at least 60 drones had been launched at Vara and between 20 and 25 of"
        " them were lost. Repairs cost 5 million dollars.",
        [
            figure("60", "at least 60 drones", 60, "launched", "drones", place="Vara", modifier="at least",
                   claimant=MINISTRY, cue="said", **NIGHT),
            figure("20 and 25", "between 20 and 25 of them", 20, "shot_down", "drones", low=20, high=25,
                   place="Vara", claimant=MINISTRY, cue="said", **NIGHT),
            figure("5 million", "5 million dollars", 5e6, "money", "USD"),
        ],
        [], document="n2.txt", headline="Ostra counts sixty", outlet="Ostrel Post", published="2031-05-03",
        published_basis="stated",
    )  # fmt: skip
    return [first, second]


def tolls() -> list[dict[str, Any]]:
    """A toll in order of report: 4, then 6, then 7, the last of them by two outlets."""
    return [
        toll("t3", "2031-05-04", 7, "Harbour Wire"),
        toll("t1", "2031-05-02", 4, "Harbour Wire"),
        toll("t2", "2031-05-03", 6, "Harbour Wire"),
        toll("t4", "2031-05-05", 7, "Ostrel Post"),
    ]


def claims_store(folder: Path, *articles: dict[str, Any]) -> Path:
    """A store of these articles, else of the night and the tolls."""
    path = folder / "claims.db"
    assert not put(path, write_jsonl(folder / "claims.jsonl", list(articles) or night() + tolls())).failures
    return path
