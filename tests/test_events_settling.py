"""Which event a figure goes to that its own sentence does not place. All attacks, towns and officials are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of

PUBLISHED = "2025-05-14"


def first_event(text: str) -> tuple[str, str | None, list[float]]:
    return events_of(text, PUBLISHED)[0]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "The attackers came on motorcycles late on Tuesday and opened fire on worshippers in Gidan Dutse, residents said.",
            "Gidan Dutse",
        ),
        (
            "Gunmen entered the village of Gidan Dutse around 9 p.m. and went from house to house.",
            "Gidan Dutse",
        ),
        ("The convoy, which was taking food to Sokoto, came under attack near Tungar Kade.", "Tungar Kade"),
    ],
    ids=["opened fire in", "entered", "under attack near, not where it went"],
)
def test_the_town_told_without_a_number_is_the_event_of_the_region(told: str, place: str) -> None:
    text = (
        "At least 21 people were killed in an attack in Katsina state on Tuesday, residents said.\n\n"
        f"{told}\n\nThirty-four houses were burned."
    )
    assert first_event(text) == ("attack", place, [21, 34])


def test_the_town_of_one_of_several_attacks_is_not_the_place_of_all() -> None:
    text = (
        "Nineteen people were killed in two separate attacks in Katsina state on Tuesday, police said.\n\n"
        "Gunmen raided the village of Gidan Dutse at night."
    )
    assert ("attack", "Katsina state", [19, 2]) in events_of(text, PUBLISHED)


def test_the_town_that_the_lead_was_only_near_to_gives_way_to_the_village() -> None:
    text = (
        "Shelling killed four people near the city of Marib on Tuesday, medics said.\n\n"
        "The shells struck a brick factory in the district of Wadi Humaira, west of Marib, before dawn.\n\n"
        "Four labourers were killed and 11 wounded, according to the medics."
    )
    assert first_event(text) == ("shelling", "Wadi Humaira", [4, 4, 11])


@pytest.mark.parametrize(
    ("told_on", "values"),
    [
        ("The army said it had killed eight attackers and freed 13 hostages.", [8, 13]),
        ("A spokesman for the province said 27 militiamen had been captured.", [27]),
        ("The rebels said that more than 60 soldiers had been killed.", [60]),
        ("Some 4,300 people have fled, the administrator of the territory said.", [4300]),
    ],
)
def test_what_is_told_on_without_a_place_is_of_the_attack_told_last(
    told_on: str, values: list[float]
) -> None:
    text = (
        "Nine people were killed on Tuesday in an attack on a police post in the town of Chah Morgh in the "
        f"province of Kerman, officials said.\n\n{told_on}"
    )
    assert first_event(text)[1:] == ("Chah Morgh", [9, *values])


def test_what_is_told_of_another_attack_stays_with_that_one() -> None:
    text = (
        "Nine people were killed on Tuesday in an attack on a police post in the town of Chah Morgh, officials said.\n\n"
        "Elsewhere in the country, four soldiers were killed in another attack, the army said."
    )
    assert first_event(text) == ("attack", "Chah Morgh", [9])


def test_an_army_post_that_is_overrun_is_attacked() -> None:
    text = "Forty soldiers were killed on Tuesday when fighters overran an army post near Toulpagou, sources said."
    assert first_event(text) == ("attack", "Toulpagou", [40])


def test_the_day_of_a_burial_is_not_that_of_the_attack() -> None:
    text = (
        "At least 21 people were killed in an attack on the village of Gidan Dutse on Tuesday, residents said.\n\n"
        "Twenty-one bodies were buried on Wednesday morning. Another nine people were being treated for gunshot wounds."
    )
    assert events_of(text, PUBLISHED) == [("attack", "Gidan Dutse", [21, 21, 9])]


def test_a_part_with_a_strike_of_its_own_is_that_town_s() -> None:
    text = (
        "Drone attacks killed five people in southern Lebanon on Tuesday, the ministry said.\n\n"
        "Three of them died when a car was hit near Kfar Doubeh."
    )
    assert [(place, values) for _, place, values in events_of(text, PUBLISHED)] == [
        ("southern Lebanon", [5]),
        ("Kfar Doubeh", [3]),
    ]


def test_parts_in_towns_of_their_own_are_the_towns() -> None:
    text = (
        "Shelling killed five people in the Donetsk region on Tuesday, the governor said. "
        "Three were killed in Kruta Balka and two in Verbna Dolyna."
    )
    assert [(place, values) for _, place, values in events_of(text, PUBLISHED)] == [
        ("Donetsk region", [5]),
        ("Kruta Balka", [3]),
        ("Verbna Dolyna", [2]),
    ]


def test_what_the_drones_sent_at_a_country_killed_in_one_region_is_that_region_s() -> None:
    text = (
        "Russia launched 74 drones at Ukraine overnight, killing two people in the Mykolaiv region, officials said on "
        "Wednesday.\n\nThe governor of the Mykolaiv region said a drone crashed into a house in the village of Stara "
        "Hreblia. Three neighbours were injured."
    )
    assert events_of(text, PUBLISHED) == [
        ("drone_strike", "Ukraine", [74]),
        ("drone_strike", "Stara Hreblia", [2, 3]),
    ]


def test_two_kinds_of_weapons_of_one_attack_went_to_one_place() -> None:
    text = (
        "Russia attacked Ukraine with 103 drones and 17 missiles overnight, killing five people in the city of "
        "Zelenyi Mist, officials said on Wednesday."
    )
    assert {place: values for _, place, values in events_of(text, PUBLISHED)} == {
        "Ukraine": [103, 17],
        "Zelenyi Mist": [5],
    }


def test_those_who_came_home_wounded_are_of_the_exchange() -> None:
    text = (
        "Ukraine and Russia exchanged 60 prisoners of war each on the border with Belarus on Tuesday, officials said.\n\n"
        "A missile killed three people in the town of Zelenyi Mist on Tuesday, the governor said.\n\n"
        "Nine of the soldiers who returned were wounded, the headquarters said."
    )
    assert ("missile_strike", "Zelenyi Mist", [3]) in events_of(text, PUBLISHED)
    assert first_event(text)[2] == [60, 9]


@pytest.mark.parametrize(
    "told_on",
    [
        "The enemy lost up to 220 troops there, the ministry said.",
        "The other army said that its soldiers had repelled nine attacks near the village.",
    ],
)
def test_ground_that_changed_hands_and_what_it_cost_are_one_event(told_on: str) -> None:
    text = f"Troops captured the village of Kruta Balka, the defence ministry said on Tuesday. {told_on}"
    (event,) = events_of(text, PUBLISHED)
    assert event[:2] == ("territory_change", "Kruta Balka")
    assert len(event[2]) == 1


def test_the_town_where_a_nurse_works_is_not_the_place_of_those_brought_to_her() -> None:
    text = (
        "Gunmen stormed an army base at Ceel Garas on Wednesday, killing 11 soldiers, officials said.\n\n"
        "A nurse in the nearby town of Jowhar told reporters that 24 wounded soldiers had been brought to the hospital."
    )
    assert events_of(text, PUBLISHED) == [("attack", "Ceel Garas", [11, 24])]


def test_the_dead_of_a_month_in_one_town_are_an_event_and_those_since_then_none() -> None:
    assert events_of("In March, 31 people were killed in clashes in Rasm al-Dib.", PUBLISHED) == [
        ("clash", "Rasm al-Dib", [31])
    ]
    assert events_of("Since March, 31 people have been killed in Rasm al-Dib.", PUBLISHED) == []


def test_what_a_boarding_team_seized_is_of_the_arrest_told_next() -> None:
    text = (
        "A boarding team searched a dhow off Ras Sumeir on Tuesday and seized more than 80 crates of rocket parts, "
        "12 engines for unmanned boats and some 3,000 fuses. Fourteen crew members were detained."
    )
    assert events_of(text, PUBLISHED) == [("arrest", "Ras Sumeir", [80, 12, 3000, 14])]


def test_in_x_a_village_in_y_township_the_village_is_x() -> None:
    text = (
        "Jets bombed Nat Gyi Kone, a village in Pauk township, on Tuesday, killing 17 people, residents said.\n\n"
        "Thirty-one people were wounded in the village."
    )
    assert events_of(text, PUBLISHED) == [("air_strike", "Nat Gyi Kone", [17, 31])]


def test_the_attack_in_the_town_is_that_of_the_province() -> None:
    text = (
        "Nine people were killed in an attack in the province of Kerman on Tuesday, officials said.\n\n"
        "Twenty-two people were injured in the attack in the town of Chah Morgh.\n\n"
        "The police chief of the province said that three of the attackers were shot dead."
    )
    assert events_of(text, PUBLISHED) == [("attack", "Chah Morgh", [9, 22, 3])]


@pytest.mark.parametrize(
    ("told_on", "values"),
    [
        ("Thirteen of those killed were civilians who had been buried by Monday.", [13]),
        ("Five others were wounded when a shell fell on Monday.", [5]),
    ],
)
def test_the_dead_and_others_are_those_told_of_before(told_on: str, values: list[float]) -> None:
    text = f"Twenty-three people were killed in clashes in Ain Jarada on Saturday, a monitor said. {told_on}"
    assert first_event(text) == ("clash", "Ain Jarada", [23, *values])


def test_a_count_that_happens_to_be_the_same_is_another_strike_s() -> None:
    text = (
        "Drone attacks killed five people and wounded nine in southern Lebanon on Tuesday, the ministry said.\n\n"
        "A drone hit a workshop in Ain Turmus, killing two workers and wounding nine people, it added."
    )
    assert ("drone_strike", "Ain Turmus", [2, 9]) in events_of(text, PUBLISHED)


def test_what_is_told_right_after_a_deed_at_a_place_of_its_own_is_of_that_deed() -> None:
    text = (
        "Mortar shells struck a camp in the town of Galmareeg on 1 May, killing seven people. In a separate incident "
        "on the same day, a roadside bomb hit a minibus near Mogadishu. All nine passengers died."
    )
    assert {place: values for _, place, values in events_of(text, PUBLISHED)} == {
        "Galmareeg": [7],
        "Mogadishu": [9],
    }


def test_what_was_damaged_in_the_strike_is_of_the_strike() -> None:
    text = (
        "Clashes broke out in the town of Umm Shalil on 4 May. Twenty-six people were killed.\n\n"
        "On 6 May, a drone strike hit a market in Al Sereif Gharb, killing 11 people.\n\n"
        "Two health facilities in the town were damaged in the strike, according to the ministry."
    )
    assert ("drone_strike", "Al Sereif Gharb", [11, 2]) in events_of(text, PUBLISHED)


def test_captives_who_are_talked_of_are_of_the_talks() -> None:
    text = (
        "Mediators resumed talks in Cairo on Tuesday.\n\nHamas is holding 22 hostages in Gaza, officials say. "
        "Under the latest draft, 10 of them would be freed in the first week of a truce."
    )
    assert events_of(text, PUBLISHED) == [("talks", "Cairo", [22, 10])]


def test_what_a_town_cost_is_of_its_fall() -> None:
    text = (
        "On 9 May, fighters seized the town of Garas Gaduud after a brief clash in which nine members of a militia "
        "were killed, elders said."
    )
    assert {kind: values for kind, _, values in events_of(text, PUBLISHED)} == {
        "territory_change": [9],
        "clash": [9],
    }


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("An agency delivered 85 tonnes of flour to Kampala on 8 May.", [85]),
        (
            "On 7 May, armed men stopped five trucks on the road to Kampala and abducted three drivers.",
            [5, 3],
        ),
    ],
    ids=["tonnes of aid", "trucks that were stopped"],
)
def test_what_a_convoy_carried_is_of_its_event(text: str, values: list[float]) -> None:
    (event,) = events_of(text, PUBLISHED)
    assert event[1:] == ("Kampala", values)


def test_an_assault_of_this_week_is_that_of_the_day_told_next() -> None:
    text = (
        "Gang members killed at least 17 people in an assault on a farming town in the Artibonite department this week, "
        "officials said on Friday.\n\n"
        "The attack on the town of Petite-Savane began before dawn on Wednesday, the mission said.\n\n"
        "The town's mayor said that 21 people were missing."
    )
    assert events_of(text, "2025-05-16")[0] == ("attack", "Petite-Savane", [17, 21])


def test_the_town_spoken_of_is_not_the_one_to_which_the_wounded_were_taken() -> None:
    text = (
        "Fighting erupted in the town of Khor Adar on 12 May, killing 31 people. Nineteen of the wounded were evacuated to "
        "the town of Wath-Deng.\n\nTwo boreholes in the town were destroyed."
    )
    assert {place: values for _, place, values in events_of(text, PUBLISHED)} == {"Khor Adar": [31, 19, 2]}


def test_what_the_enemy_lost_is_of_the_first_town_that_was_taken() -> None:
    text = (
        "Units have liberated the settlements of Rozivka-Druha and Stepove over the past day, the defence ministry said on "
        "Wednesday.\n\n“The enemy's losses amounted to over 410 troops, two tanks and three artillery guns,” it said."
    )
    assert ("territory_change", "Rozivka-Druha", [410, 2, 3]) in events_of(text, PUBLISHED)


def test_drones_over_a_country_s_regions_are_the_country_s() -> None:
    text = (
        "Four people were wounded when a drone hit a minibus in the town of Velyka Krynytsia on Tuesday.\n\n"
        "Overnight, 33 drones were destroyed over Russian regions, the ministry said on Wednesday."
    )
    assert ("drone_strike", "Russia", [33]) in events_of(text, PUBLISHED)


def test_the_missiles_that_a_drone_fired_at_a_road_tell_where_its_strike_was() -> None:
    text = (
        "Three militia members were killed in a drone strike in the Sinjar region of Iraq on Tuesday, sources said.\n\n"
        "The drone fired two missiles at a car near the town of Khana Sur-Zher, the service said."
    )
    assert events_of(text, PUBLISHED) == [("drone_strike", "Khana Sur-Zher", [3, 2])]


def test_the_drones_of_a_country_are_not_those_of_the_strike_in_its_south() -> None:
    text = (
        "Drones struck port buildings in southern Ukraine overnight, injuring six people, officials said on Wednesday.\n\n"
        "The attack on the port of Novi Berehy lasted three hours.\n\n"
        "Ukraine's air force said Russia fired 44 drones overnight."
    )
    assert [44] in [values for _, place, values in events_of(text, PUBLISHED) if place == "Ukraine"]


def test_where_people_were_wounded_is_the_place_just_named() -> None:
    text = (
        "One person was killed in the town of Bint al-Wadi on Tuesday and another in a raid near the town of Shmistar, "
        "where four people were wounded."
    )
    assert (
        next(figure.place for figure in article_of(text, PUBLISHED).figures if figure.value == 4)
        == "Shmistar"
    )


def test_two_deeds_of_one_sentence_have_their_own_dead() -> None:
    text = (
        "Fighting between gunmen and tribesmen in Sweida province killed 19 people on Tuesday, a monitor said, while a "
        "bomb attack in the east left eight soldiers dead."
    )
    assert [(kind, values) for kind, _, values in events_of(text, PUBLISHED)] == [
        ("clash", [19]),
        ("bombing", [8]),
    ]


def test_who_fled_a_town_on_the_days_after_is_of_what_happened_there() -> None:
    text = (
        "Clashes in the village of Rimat al-Jawz killed 19 people on Tuesday, a monitor said.\n\n"
        "Three soldiers were killed near the town of Bir Salam on Monday.\n\n"
        "Some 1,300 families have fled the village of Rimat al-Jawz."
    )
    assert first_event(text) == ("clash", "Rimat al-Jawz", [19, 1300])


def test_the_soldiers_hurt_in_the_bombing_are_of_the_bombing_whatever_was_told_since() -> None:
    text = (
        "A bombing in the town of Tell Shannan killed eight soldiers and wounded 15 on Tuesday.\n\n"
        "An airstrike killed 20 people in the town of Bir Salam on Monday.\n\n"
        "Four of the soldiers hurt in the bombing were in critical condition."
    )
    assert first_event(text) == ("bombing", "Tell Shannan", [8, 15, 4])


def test_the_day_of_those_who_escaped_is_not_that_of_all_who_were_taken() -> None:
    text = (
        "Gunmen killed 16 people in the village of Mangubwe on Sunday. They also abducted nine people, four of whom "
        "escaped on Tuesday."
    )
    assert next(f.date_to for f in article_of(text, PUBLISHED).figures if f.value == 9) == "2025-05-11"


def test_a_town_told_by_the_governor_of_the_region_is_the_region_s() -> None:
    text = (
        "Russia launched 118 drones at Ukraine overnight, killing four people in the southern Odesa region, officials said "
        "on Wednesday.\n\nIn the Danube river town of Stara Kosa, a house was hit by a drone, Odesa governor Ruslan Tkach "
        "said. Nine people were wounded."
    )
    assert ("drone_strike", "Stara Kosa", [4, 9]) in events_of(text, PUBLISHED)


def test_losses_of_the_past_day_are_of_the_ground_that_was_taken_not_of_the_attack_told_before() -> None:
    text = (
        "Three people were killed by shelling in the town of Krasny Yar on Tuesday, the governor said.\n\n"
        "Battlegroup North units liberated the settlement of Vesnyanka over the past day, the defence ministry said on "
        "Wednesday.\n\n“The enemy's losses in the past day amounted to up to 180 servicemen and six motor vehicles,” it said."
    )
    assert ("territory_change", "Vesnyanka", [180, 6]) in events_of(text, PUBLISHED)
