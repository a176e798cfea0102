"""Figures that two events of one place and day list. All attacks, towns and officials are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def listed(text: str) -> dict[str, list[str]]:
    """The number words that each kind of event lists."""
    article = article_of(text)
    words = {figure.id: article.text[figure.start : figure.end] for figure in article.figures}
    return {event.kind: [words[each] for each in event.figures] for event in article.events}


@pytest.mark.parametrize(
    ("text", "kind", "other", "shared"),
    [
        (
            "Gunmen attacked the village of Hollen on 5 March 2026, killing four people and abducting 12 girls.",
            "attack",
            "abduction",
            ["12"],
        ),
        (
            "A missile struck the town of Hollen on 5 March 2026, killing four people and leaving 300 homes without power.",
            "missile_strike",
            "outage",
            ["300"],
        ),
        (
            "Rebels seized the town of Marsk on 5 March 2026 after heavy fighting that killed nine soldiers.",
            "territory_change",
            "clash",
            ["nine"],
        ),
    ],
    ids=["those taken", "the lights", "the fight for it"],
)
def test_what_tells_of_both_deeds_stands_with_both(
    text: str, kind: str, other: str, shared: list[str]
) -> None:
    found = listed(text)
    assert [each for each in found[kind] if each in found[other]] == shared


def test_the_dead_of_a_raid_are_not_those_whom_it_took() -> None:
    found = listed(
        "Gunmen attacked the village of Hollen on 5 March 2026, killing four people and abducting 12 girls."
    )
    assert found["abduction"] == ["12"]
    assert found["attack"] == ["four", "12"]


def test_a_figure_stays_with_the_event_that_it_was_read_with() -> None:
    article = article_of(
        "Gunmen attacked the village of Hollen on 5 March 2026, killing four people and abducting 12 girls."
    )
    for figure in article.figures:
        assert [event.id for event in article.events if figure.id in event.figures].count(
            figure.event or ""
        ) == 1


def test_events_of_two_towns_share_nothing() -> None:
    found = article_of(
        "Gunmen attacked the village of Hollen on 5 March 2026, killing four people. On the same day gunmen abducted "
        "12 girls in the town of Marsk."
    )
    every = [each for event in found.events for each in event.figures]
    assert len(every) == len(set(every)) == 2


@pytest.mark.parametrize("seized", ["seizing 14 rifles", "and recovered 14 mortar rounds"])
def test_arms_seized_with_an_arrest_stand_with_it(seized: str) -> None:
    found = listed(
        f"Soldiers raided the village of Hollen on 5 March 2026, killing four fighters, arresting seven men {seized}."
    )
    assert "14" in found["arrest"]
    assert "four" not in found["arrest"]
