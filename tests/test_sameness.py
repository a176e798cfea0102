"""When two answers are the same to the scorer: names, units, bounds and days."""

from __future__ import annotations

import pytest

from benchmarks.sameness import same_days, same_modifier, same_name, same_unit


@pytest.mark.parametrize(
    ("asked", "read", "same"),
    [
        ("Ukraine's air force", "the Ukrainian Air Force", True),
        ("Kharkiv region", "Kharkiv Oblast", True),
        ("Donetsk region", "Kharkiv region", False),
        ("Russia", "Russian officials", False),
        ("Ukraine", "Ukraine", True),
        ("Médecins", "medecins", True),
        (None, "Ostia", False),
        ("Ostia", None, False),
        (None, None, True),
    ],
)
def test_names_are_the_same_by_their_telling_words(asked: str | None, read: str | None, same: bool) -> None:
    assert same_name(asked, read) is same


@pytest.mark.parametrize(
    ("asked", "read", "same"),
    [
        ("apartment buildings", "building", True),
        ("attack drones", "drones shot down", True),
        ("people", "civilians", True),
        ("children", "people", False),
        ("missiles", "drones", False),
        ("people", None, False),
    ],
)
def test_units_are_the_same_by_their_noun(asked: str, read: str | None, same: bool) -> None:
    assert same_unit(asked, read) is same


def test_bounds_and_days() -> None:
    assert same_modifier("at least", "At least")
    assert same_modifier("estimated", "about")
    assert same_modifier(None, None)
    assert not same_modifier("about", "more than")
    assert not same_modifier(None, "about")
    night = ["2025-03-03", "2025-03-04"]
    assert same_days(night, "2025-03-03", "2025-03-04")
    assert same_days(night, "2025-03-04", None)
    assert not same_days(night, "2025-03-03", None)
    assert not same_days(night, None, None)
