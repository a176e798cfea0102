"""Whom jets, fighters, "the militants" and "the group" mean, where the text plainly says."""

import pytest

from tests.reading import article_of, figure_of


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Jets from Myanmar’s military struck the town of Nam Pyar. The jets killed 30 people in a market.", "Myanmar"),
        ("Sudan’s army pushed into the town on Friday. Warplanes bombed a market, killing 30 people, medics said.", "Sudan"),
        ("Israeli jets hit a depot. Lebanon’s army said warplanes also hit a bridge, killing 30 people.", "Israel"),
        ("JNIM fighters overran Boro Kira on Sunday. The militants killed 30 soldiers, an official said.", "JNIM"),
        ("Fighters from Jaish al-Adl attacked a post. The fighters killed 30 officers.", "Jaish al-Adl"),
        ("Jaish al-Adl wrote on Telegram that its fighters had killed 30 officers.", "Jaish al-Adl"),
        ("Al Shabaab fighters attacked a hotel on Monday. The al Qaeda-linked group said it had killed 30 soldiers.", "al-Shabaab"),
        ("Jihadists raided a village, killing two men. The attackers later killed 30 herders.", "jihadists"),
        ("Police said the Islamic State was active in the hills. The gunmen killed 30 farmers.", "gunmen"),
        ("An attack by militants that killed 30 soldiers was claimed by JNIM.", "JNIM"),
        ("Police killed 30 protesters in Norvian towns, a rights group said.", "police"),
    ],
)  # fmt: skip
def test_a_common_noun_is_the_side_that_the_text_means(text: str, actor: str) -> None:
    assert figure_of(text, 30).actor == actor


def test_jets_of_two_air_forces_stay_jets() -> None:
    text = "Israeli jets hit a depot and Turkish jets a camp. Later, jets bombed a bridge, killing 30 people."
    assert figure_of(text, 30).actor not in ("Turkey", "Türkiye")


@pytest.mark.parametrize(
    "text",
    [
        "Al Shabaab fighters attacked a hotel on Monday. The group said it had killed 30 soldiers.",
        "Al Shabaab attacked a hotel on Monday. The al Qaeda-linked group said it had killed 30 soldiers.",
    ],
)
def test_the_group_that_speaks_is_the_one_named(text: str) -> None:
    claimant = figure_of(text, 30).claimant
    assert claimant is not None
    assert claimant.casefold().replace(" ", "-") == "al-shabaab"


def test_a_network_is_no_armed_group_and_an_agency_no_country() -> None:
    text = "The Rapid Support Forces entered the town. The militia killed 30 people, the network said."
    assert figure_of(text, 30).claimant == "network"
    text = "Israel said it was striking. Jets hit a bridge, killing 30, the agency reported."
    assert figure_of(text, 30).claimant == "agency"


def test_what_follows_a_list_with_a_verb_of_its_own_is_no_item() -> None:
    figures = article_of("The fighters killed five officers, and 20 attackers were involved.").figures
    assert [(f.value, f.measure) for f in figures] == [(5, "killed"), (20, "other")]


def test_a_month_told_later_is_not_the_day_of_what_came_first() -> None:
    text = "Militants stormed a mine, killing 38 people. In February they had killed seven miners in Fankou."
    figures = {f.value: (f.date_from, f.date_to) for f in article_of(text, "2026-03-09").figures}
    assert figures == {38: (None, None), 7: ("2026-02-01", "2026-02-28")}
