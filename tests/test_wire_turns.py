"""Turns of phrase of the wire that hide who says it, what was counted, or of what it is a part."""

import pytest
from reading import article_of, figure_of, plain

from extract.model import Figure


def figures(text: str) -> dict[float, Figure]:
    return {figure.value: figure for figure in article_of(text, "2026-03-03").figures}


def wholes(text: str) -> dict[float, float | None]:
    """Each value, and the value of the figure it is a part of."""
    found = article_of(text, "2026-03-03").figures
    values = {figure.id: figure.value for figure in found}
    return {figure.value: values[figure.part_of] if figure.part_of else None for figure in found}


# ---------------------------------------------------------------- who says it


def test_medics_claim_the_deaths_whose_verb_the_parse_took_for_a_participle() -> None:
    text = (
        "MERAN, March 3 (Reuters) - Israeli airstrikes killed at least 14 Palestinians, among them five children, "
        "in the central Gaza town of Bir Tarma on Tuesday, medics said."
    )
    assert {value: figure.claimant for value, figure in figures(text).items()} == {14: "medics", 5: "medics"}


@pytest.mark.parametrize("hearer", ["WAFA", "reporters"])
def test_a_role_and_a_name_behind_the_object_are_who_tells(hearer: str) -> None:
    text = (
        "Settlers torched four vehicles and uprooted about 150 olive trees, the head of the village council, "
        f"Ghassan Merhi, told {hearer}."
    )
    assert {figure.claimant for figure in figures(text).values()} == {"Ghassan Merhi"}


def test_a_station_that_is_told_is_the_channel() -> None:
    text = "The mayor, Jean Dorvelan, told Radio Kessara that 12 residents were killed in the attack."
    assert figure_of(text, 12).channel == "Radio Kessara"
    assert figure_of(text.replace("Radio Kessara", "Agence Kessara"), 12).channel is None


# ---------------------------------------------------------------- what was counted


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The attackers, riding in three pick-ups, opened fire on the checkpoint.", 3, "pick-ups"),
        ("Police in the town reported 12 break-ins after the raid.", 12, "break-ins"),
        ("They seized four pick-up trucks in the raid.", 4, "trucks"),
    ],
)
def test_a_noun_made_of_a_verb_and_its_particle_is_kept_whole(text: str, value: float, unit: str) -> None:
    assert figure_of(text, value).unit == unit


def test_regions_over_which_drones_are_destroyed_are_not_destroyed() -> None:
    found = figures("Air defences destroyed 97 drones over seven regions overnight, the ministry said.")
    assert (found[97].measure, found[7].measure) == ("shot_down", "other")


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("According to the army, 14 militants were sent to hell in the operation.", 14, "killed"),
        (
            "The spokesman said 27 of the injured had been shifted to the district hospital.",
            27,
            "hospitalized",
        ),
        ("He said two of his daughters were among those taken.", 2, "abducted"),
        ("Villagers said nine herders were among the kidnapped.", 9, "abducted"),
    ],
)
def test_what_happened_to_them(text: str, value: float, measure: str) -> None:
    assert figure_of(text, value).measure == measure


def test_those_said_to_be_among_the_dead_after_others_without_a_number() -> None:
    text = (
        "Norvia exchanged 146 prisoners of war on Tuesday, the ministry said.\n\n"
        "Its envoy said those freed included soldiers, border guards and eight civilians.\n"
    )
    assert figure_of(text, 8).measure == "released"
    assert wholes(text) == {146: None, 8: 146}


def test_a_family_of_six_among_the_dead() -> None:
    text = "Eleven people were killed in the shelling of Wad Tarma. The group said the dead included a family of six."
    six = figure_of(text, 6)
    assert (six.measure, six.unit) == ("killed", "people")
    assert wholes(text)[6] == 11


# ---------------------------------------------------------------- of what it is a part


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The air force said 113 drones were launched. It said 89 of the drones had been shot down, "
            "with 24 hitting targets in nine locations.",
            {113: None, 89: 113, 24: 113, 9: None},
        ),
        (
            "Eleven people were wounded in Givat Tamar. Three of them, two women and a baby, "
            "were in serious condition.",
            {11: None, 3: 11, 2: 3},
        ),
        (
            "Clashes in Qanat Merza have left more than 350 people dead, the monitor said. They include "
            "79 fighters and 55 civilians, 27 of whom were summarily executed, it said.",
            {350: None, 79: 350, 55: 350, 27: 55},
        ),
    ],
)
def test_parts_and_their_wholes(text: str, parts: dict[float, float | None]) -> None:
    assert wholes(text) == parts


def test_one_of_those_launched() -> None:
    text = (
        "The missile was one of 22 launched at Norvia overnight, 15 of which were intercepted, the army said."
    )
    found = figures(text)
    assert [(found[v].measure, plain(found[v].unit)) for v in (22, 15)] == [
        ("launched", "missiles"),
        ("shot_down", "missiles"),
    ]
    assert wholes(text)[15] == 22


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The force struck 14 rebel targets in Korda, including radar sites and two drone workshops, it said.",
            {14: None, 2: 14},
        ),
        (
            "Norvia and Ostra exchanged 146 prisoners of war on Tuesday.\n\n"
            "Norvia’s office for prisoners said 98 of the returned servicemen had been held since 2022.\n",
            {146: None, 98: 146},
        ),
    ],
)
def test_more_parts_and_their_wholes(text: str, parts: dict[float, float | None]) -> None:
    assert wholes(text) == parts


# ---------------------------------------------------------------- what is left out


def test_a_verb_told_once_holds_for_the_second_place_and_day() -> None:
    text = (
        "Guards killed 16 militants, the army said. Ten were killed in a raid in the district of Zarkan late on Sunday "
        "and six in an exchange of fire in Manrat on Monday morning, it said."
    )
    found = figures(text)
    assert (found[6].measure, found[6].place) == ("killed", "Manrat")
    assert (found[10].date_to, found[6].date_to) == ("2026-03-01", "2026-03-02")
    assert wholes(text) == {16: None, 10: 16, 6: 16}


def test_a_second_number_with_a_verb_of_its_own_is_not_carried_along() -> None:
    found = figures("Ten were killed in Korda and six in the village were wounded, medics said.")
    assert found[6].measure == "injured"


def test_what_is_lacked_may_be_named_before() -> None:
    text = (
        "More than 60,000 homes lost electricity. The governor said power had been restored to 47,600 customers, "
        "while 12,400 were still without it."
    )
    assert (figure_of(text, 12_400).measure, figure_of(text, 12_400).unit) == ("without_power", "customers")


def test_sites_of_which_some_are_schools() -> None:
    text = "Some 1,850 people have taken refuge in five sites, three of which are schools."
    three = figure_of(text, 3)
    assert (three.measure, three.unit) == ("other", "schools")
    assert wholes(text) == {1850: None, 5: None, 3: 5}


def test_the_state_of_a_second_pair_stands_behind_both() -> None:
    text = "At least 13 guards were martyred and 10 soldiers and 19 civilians injured in the attack."
    assert [(f.value, f.measure) for f in article_of(text).figures] == [
        (13, "killed"),
        (10, "injured"),
        (19, "injured"),
    ]


def test_the_number_of_drones_it_had_shot_down() -> None:
    found = figure_of("The army said that brought to 190 the number of drones it had shot down.", 190)
    assert (found.measure, found.unit) == ("shot_down", "drones")


# ---------------------------------------------------------------- kept apart


def test_naira_and_the_oldest_are_no_counts() -> None:
    money = figure_of("The bandits are demanding N50 million for the girls.", 50_000_000)
    assert (money.measure, money.unit) == ("money", "NGN")
    assert figure_of("They sent N950,000 to the town.", 950_000).measure == "money"
    assert not article_of("Rebels cut the N12 road to the town.").figures
    age = figure_of("The oldest of the freed men was 61, the ministry said.", 61)
    assert (age.measure, age.unit) == ("age", "years")


# ---------------------------------------------------------------- when and where


def test_an_earlier_count_is_of_the_day_on_which_it_was_reported() -> None:
    text = "The agency said 24,000 people had crossed the border since Saturday, up from 10,000 reported on Monday."
    found = figures(text)
    assert (found[10_000].date_from, found[10_000].date_to) == ("2026-03-02", "2026-03-02")
    assert found[24_000].date_from == "2026-02-28"


def test_overnight_on_a_day_is_that_day() -> None:
    text = (
        "Armed men killed at least 31 civilians in an attack on a camp in Ituri province, the mission said on Tuesday.\n\n"
        "The attack took place overnight on 28 February in the village of Lobara.\n"
    )
    assert figures(text)[31].date_to == "2026-02-28"


def test_a_number_that_has_risen_is_a_running_count() -> None:
    text = "The number of people wounded in the attack on Korda has risen to nine, the governor said."
    assert (figure_of(text, 9).measure, figure_of(text, 9).scope) == ("injured", "cumulative")


@pytest.mark.parametrize(
    "how",
    [
        "with the UAE mediating",
        "with Qatar and Egypt mediating",
        "in a deal brokered by Qatar",
        "after mediation by Qatar",
    ],
)
def test_who_mediates_is_not_where_it_happened(how: str) -> None:
    text = (
        f"The army of Sudan and the rebels freed 146 prisoners on Tuesday {how}, the ministry in Sudan said."
    )
    assert figure_of(text, 146).place == "Sudan"


# ---------------------------------------------------------------- frames of the daily tally


def test_a_long_title_behind_the_tally_claims_it() -> None:
    text = (
        "Over the past day, the Russian army carried out 543 strikes on 16 settlements in the region, killing three "
        "people and injuring eight, Head of the Regional Military Administration Ivan Fedorchak said on Telegram."
    )
    found = figures(text)
    assert {(f.claimant, f.channel) for f in found.values()} == {("Ivan Fedorchak", "Telegram")}
    assert found[16].measure == "locations_hit"


def test_a_ministry_that_reports_shooting_down_drones_claims_them() -> None:
    text = "Norvia’s Defense Ministry reported shooting down 44 drones and six unmanned boats on Monday."
    found = figures(text)
    assert {plain(f.claimant) for f in found.values()} == {"Norvia's Defense Ministry"}
    assert (found[44].measure, found[6].measure) == ("shot_down", "destroyed")


def test_who_tells_journalists_by_video_link_from_afar_claims_what_stands_before() -> None:
    text = (
        "The food agency had to suspend deliveries for 250,000 people, more than a third of whom are children, its "
        "country director, Laurent Bukano, told journalists in Merano by video link from Port Selva."
    )
    figure = figure_of(text, 250_000)
    assert (figure.claimant, figure.channel) == ("Laurent Bukano", "video link")


def test_it_is_the_media_cell_that_spoke_and_not_the_group_that_was_struck() -> None:
    text = (
        "Jets carried out three strikes on an Islamic State hideout, killing six militants, the Security Media Cell said "
        "in a statement. Two of the dead were wearing explosive belts, it said."
    )
    assert {figure.claimant for figure in figures(text).values()} == {"Security Media Cell"}


def test_a_think_tank_counts_the_dead() -> None:
    assert (
        figure_of("A think tank put the number of deaths in the valley at 1,870.", 1_870).claimant
        == "think tank"
    )


@pytest.mark.parametrize(
    ("text", "value", "measure", "unit"),
    [
        ("The air force recorded 27 direct hits at 12 locations.", 27, "hit", "hits"),
        (
            "He put the number of attackers at around 50, after the kidnapping of two.",
            50,
            "other",
            "attackers",
        ),
        ("The raiders made off with two trucks.", 2, "lost_equipment", "trucks"),
        ("Troops sent to the site found a cache holding 14 rockets.", 14, "lost_equipment", "rockets"),
        ("The group said it had killed or wounded 45 soldiers.", 45, "casualties", "soldiers"),
        ("The hospital said it had received 17 patients.", 17, "hospitalized", "patients"),
        (
            "Rebels hijacked the train, holding more than 350 passengers hostage.",
            350,
            "abducted",
            "passengers",
        ),
        ("A convoy of 32 Red Crescent trucks entered the city.", 32, "other", "trucks"),
    ],
)
def test_what_became_of_them(text: str, value: float, measure: str, unit: str) -> None:
    figure = figure_of(text, value)
    assert (figure.measure, figure.unit) == (measure, unit)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The observatory said three boats carrying 22 fishermen had been attacked. Nine of them were rescued.",
            {3: None, 22: None, 9: 22},
        ),
        (
            "Residents said seven civilians were caught in the crossfire and two of them died.",
            {7: None, 2: 7},
        ),
        (
            "An estimated 9,800 people fled the town. Partners had reached 3,400 of them with food.",
            {9800: None, 3400: 9800},
        ),
        (
            "At least nine protesters have been killed, a group said.\n\nIt said five of the nine were under 18.\n",
            {9: None, 5: 9, 18: None},
        ),
        ("A hospital received 17 patients, three of whom were dead on arrival.", {17: None, 3: 17}),
        ("Two workers were injured in the town of Korda, one seriously.", {2: None, 1: 2}),
    ],
)
def test_still_more_parts_and_their_wholes(text: str, parts: dict[float, float | None]) -> None:
    assert wholes(text) == parts


def test_the_day_of_an_earlier_toll_is_not_that_of_the_new_one() -> None:
    text = (
        "The toll of a week of violence has risen to 1,120, the monitor said on Tuesday, up from the 940 it reported "
        "a day earlier."
    )
    found = figures(text)
    assert found[940].date_to == "2026-03-02"
    assert found[1120].date_to != "2026-03-02"


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("The doctor said 33 people had been brought in with burns and crush injuries.", 33, "injured"),
        (
            "The strike left five dead in Korda and at least 21 soldiers reported dead in the west.",
            21,
            "killed",
        ),
        ("The mayor said 180 people were moved to hotels.", 180, "evacuated"),
        ("Nineteen sailors were taken off the vessel by a passing tanker.", 19, "rescued"),
        ("The governor said one worker had been injured and five storage tanks destroyed.", 5, "destroyed"),
        ("The governor said one tank had been destroyed and five workers injured.", 5, "injured"),
    ],
)
def test_more_of_what_became_of_them(text: str, value: float, measure: str) -> None:
    assert figure_of(text, value).measure == measure


def test_of_those_freed_and_of_those_killed() -> None:
    text = "The two sides freed 212 prisoners on Monday.\n\nOf those freed, 130 were flown to Ader, the charity said.\n"
    assert wholes(text)[130] == 212
    text = "A missile killed 12 people.\n\nIt hit a hall.\n\nThe health office said four of those killed were women.\n"
    assert wholes(text)[4] == 12
