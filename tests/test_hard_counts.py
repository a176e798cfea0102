"""Counts in the run of war reports that plain grammar hides: modifiers joined by "and", own losses, spans of tolls."""

import pytest

from tests.reading import article_of, figure_of


def rows(text: str) -> list[tuple[float, str, str | None]]:
    return [(f.value, f.measure, f.unit) for f in article_of(text).figures]


def test_two_words_before_the_noun_are_no_noun() -> None:
    text = "Norvian forces attacked with 118 strike and decoy drones, the air force said. It shot down 97 drones."
    figures = article_of(text).figures
    assert [(f.value, f.measure, f.unit) for f in figures] == [
        (118, "launched", "drones"),
        (97, "shot_down", "drones"),
    ]


def test_weapons_that_cross_were_sent_and_who_says_so_is_kept() -> None:
    figure = figure_of(
        "Israel’s military said about 30 projectiles crossed from Lebanon; most were stopped.", 30
    )
    assert (figure.measure, figure.claimant) == ("launched", "Israel's military")


def test_an_army_that_beats_off_an_attack_did_the_killing() -> None:
    text = "The army said it had repelled an attack by the RSF on a base, killing 150 fighters; the RSF put its dead at nine."
    figures = {f.value: (f.measure, f.actor, f.claimant) for f in article_of(text).figures}
    assert figures == {150: ("killed", "army", "army"), 9: ("killed", None, "RSF")}


def test_a_toll_is_of_its_own_span_whatever_day_is_told_besides() -> None:
    text = (
        "The ministry said 61 bodies arrived in the past 24 hours, bringing the toll since October 2023 to 61,330, "
        "with 152,000 wounded."
    )
    days = {f.value: f.date_from for f in article_of(text, "2026-01-05").figures}
    assert (days[61], days[61_330], days[152_000]) == ("2026-01-04", "2023-10-01", "2023-10-01")


def test_a_part_may_be_told_before_its_whole() -> None:
    figures = article_of("Some 38 trucks were allowed in out of 120 that had been cleared.").figures
    assert [(f.value, f.unit) for f in figures] == [(38, "trucks"), (120, "trucks")]
    assert figures[0].part_of == figures[1].id


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Some 26 people fled the town, the UN’s migration agency said.", "UN's migration agency"),
        ("Some 26 people fled the town, the M23 rebel group said.", "M23"),
    ],
)
def test_a_bodys_agency_is_not_the_body(text: str, claimant: str) -> None:
    assert (figure_of(text, 26).claimant or "").replace("’", "'") == claimant


def test_what_another_says_instead_is_the_same_count() -> None:
    figures = article_of("The health ministry said nine people died; the army said five.").figures
    assert [(f.value, f.measure, f.claimant, f.actor) for f in figures] == [
        (9, "killed", "health ministry", None),
        (5, "killed", "army", None),
    ]


def test_cattle_driven_off_are_no_captives() -> None:
    text = "Gunmen attacked the village, making off with some 300 head of cattle and 40 camels."
    assert rows(text) == [(300, "other", "cattle"), (40, "other", "camels")]


def test_outposts_fall_and_who_enters_a_town_and_kills_did_both() -> None:
    assert rows("The Arakan Army said 11 outposts had fallen since January 4.") == [
        (11, "captured", "outposts")
    ]
    text = "At least 52 people were killed when M23 rebels entered the town of Kalehera."
    assert figure_of(text, 52).actor == "M23"
