"""Reports of one event in several articles: what links them, what keeps them apart, and the reason given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.same import Told, link_key, place_words, sameness

ONE = Told(
    kind="drone_strike", date_from="2031-03-01", date_to="2031-03-02", place="Ostrel", country="XX", lat=10.0, lon=20.0,
    precision="city", actor="Vardania", target=None, figures=frozenset({("killed", 4.0), ("injured", 17.0)}),
)  # fmt: skip


def test_the_reason_names_all_that_two_reports_share() -> None:
    assert (
        sameness(ONE, ONE) == "same night, same place, same actor, same weapon, injured 17, killed 4 in both"
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, actor="Lomar"),
        replace(ONE, date_from="2031-03-03", date_to="2031-03-03"),
        replace(ONE, place="Belvec", lat=14.0),
        replace(ONE, kind="talks"),
        replace(ONE, place="Velia", precision="country", figures=frozenset()),
    ],
    ids=["another actor", "another day", "another town", "another deed", "only a country"],
)
def test_reports_of_other_events_are_kept_apart(other: Told) -> None:
    assert sameness(ONE, other) is None


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(ONE, actor=None, figures=frozenset({("killed", 4.0)})), "killed 4 in both"),
        (replace(ONE, kind="attack", figures=frozenset()), "same actor"),
        (replace(ONE, date_from="2031-03-01", date_to="2031-03-01"), "days that touch"),
        (replace(ONE, place="the city of Ostrel"), "same place"),
        (replace(ONE, place="Ostrel-West", lat=10.05), "places close by"),
    ],
    ids=["no actor named", "no weapon named", "the evening before", "another form of the name", "a suburb"],
)
def test_reports_that_differ_in_words_are_linked(other: Told, reason: str) -> None:
    why = sameness(ONE, other)
    assert why is not None
    assert reason in why
    assert sameness(other, ONE) is not None


def test_a_whole_countrys_nights_are_linked_only_by_what_they_count() -> None:
    night = replace(ONE, place="Velia", precision="country")
    assert sameness(night, replace(night, actor=None)) is not None
    assert sameness(night, replace(night, figures=frozenset(), actor=None)) is None


def test_two_reports_that_share_only_place_and_day_are_not_enough() -> None:
    bare = replace(ONE, kind="attack", actor=None, figures=frozenset())
    assert sameness(bare, bare) is None


def test_kinds_of_which_many_happen_on_one_day_are_never_linked() -> None:
    assert sameness(replace(ONE, kind="aid"), replace(ONE, kind="aid")) is None
    assert link_key("aid", None, "2031-03-02", "Ostrel") is None


def test_names_of_places_are_compared_by_their_telling_words() -> None:
    assert place_words("the Ostrel region") == place_words("Ostrel oblast") == "ostrel"
    assert place_words("Camp") == "camp"
