"""What is told of two deeds stays two events: items of a list, a mine and rockets, a village and the next. All of it is invented."""

from __future__ import annotations

from tests.reading import article_of


def _told(text: str) -> list[tuple[str, str | None, list[float]]]:
    article = article_of(text, "2026-03-05")
    values = {figure.id: figure.value for figure in article.figures}
    return [(e.kind, e.place, [values[f] for f in e.figures if f in values]) for e in article.events]


def test_items_of_a_list_are_not_one_event() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- The monitor counted these deaths on Tuesday:\n\n"
        "• Six soldiers were killed in an ambush on a convoy in the east of Homs province.\n\n"
        "• One man was killed by an old landmine near the village of Tell Hollen."
    )
    assert ("bombing", "Tell Hollen", [1.0]) in told
    assert [6.0] in [values for _, _, values in told]


def test_a_bomb_in_the_area_and_rockets_on_a_town_are_two() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- One soldier was killed on Tuesday by an explosive device in northern Israel, the army said.\n\n"
        "Late on Tuesday militants fired seven rockets at the town of Kfar Hollen, of which six were intercepted."
    )
    assert ("bombing", "northern Israel", [1.0]) in told
    assert [7.0, 6.0] in [values for _, _, values in told]


def test_a_blast_told_of_the_region_and_then_of_its_town_is_one() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Nine people were killed by a car bomb in the Kirkuk province of Iraq on Tuesday, police said.\n\n"
        "The blast hit a market in the town of Tell Hollen, killing nine and wounding 14, a medic said."
    )
    assert [values for kind, place, values in told if place == "Tell Hollen"] == [[9.0, 9.0, 14.0]]


def test_a_village_told_with_near_is_where_it_was() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- A strike on a car near the village of Tell Hollen killed three people on Tuesday. "
        "In Jabal Varn, a drone fired at a family and wounded a man."
    )
    assert ("Tell Hollen", [3.0]) in [(place, values) for _, place, values in told]
    assert "Jabal Varn" in [place for _, place, _ in told]


def test_what_fell_in_another_region_is_not_told_nearer() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- A drone killed four people on a bus in the Belgorod Region on Tuesday, the governor said.\n\n"
        "In the Bryansk Region, debris fell on a depot in the town of Varn. Two workers were burned."
    )
    assert [values for _, place, values in told if place == "Belgorod Region"] == [[4.0]]


def test_a_label_in_capitals_names_the_place_of_its_item() -> None:
    told = _told(
        "FACTBOX - Security developments in Iraq, March 5\n\n"
        "March 5, 2026 (XNA) - Security developments reported in Iraq on Thursday:\n\n"
        "* KIRKUK - Gunmen shot dead two policemen at a checkpoint on Tuesday, police said.\n\n"
        "NEAR SAMAWA - A roadside bomb hit a convoy on Tuesday, wounding three drivers, police said.\n\n"
        "* MOSUL - Police arrested nine men on Tuesday, a source said."
    )
    found = {(place or "").casefold(): values for _, place, values in told}
    assert found == {"kirkuk": [2.0], "samawa": [3.0], "mosul": [9.0]}


def test_a_fight_told_later_at_one_of_a_raids_towns_is_its_own() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Rebels attacked the villages of Tell Hollen and Wadi Saran on Tuesday, killing 22 people, seven of them women.\n\n"
        "In Tell Hollen, 48 houses were burned.\n\n"
        "Soldiers came to Wadi Saran before dawn, exchanged fire with the assailants and drove them back. One soldier was wounded."
    )
    assert ("attack", "Tell Hollen; Wadi Saran", [22.0, 7.0, 48.0]) in told
    assert ("clash", "Wadi Saran", [1.0]) in told


def test_what_is_counted_of_such_a_fight_is_not_of_the_raid() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Gunmen killed 33 people in Tell Hollen and Wadi Saran on Tuesday, police said.\n\n"
        "Residents of Wadi Saran skirmished with the gunmen until noon, and three of them were wounded."
    )
    assert ("attack", "Tell Hollen; Wadi Saran", [33.0]) in told
    assert ("clash", "Wadi Saran", [3.0]) in told


def test_a_fight_at_all_the_towns_of_an_attack_is_of_it() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Fourteen people were killed in Tell Hollen on Tuesday, police said.\n\n"
        "Heavy clashes between soldiers and rebels had broken out in Tell Hollen at dawn."
    )
    assert [(place, values) for _, place, values in told] == [("Tell Hollen", [14.0])]


def test_the_battle_is_the_one_told_last() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- At least 14 people were killed on Tuesday when gunmen stormed the market in Tell Hollen, medics said.\n\n"
        "Troops and rebels also clashed in Wadi Saran. Nine soldiers died in the fighting there, a spokesman said."
    )
    assert ("attack", "Tell Hollen", [14.0]) in told
    assert ("clash", "Wadi Saran", [9.0]) in told


def test_a_clinic_whose_wall_was_brought_down_was_struck() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Fourteen people were killed on Tuesday when jets hit the market in Tell Hollen, medics said.\n\n"
        "An hour later, a second strike brought down the wall of a clinic in Wadi Saran. Five people were killed."
    )
    assert [(place, values) for _, place, values in told] == [("Tell Hollen", [14.0]), ("Wadi Saran", [5.0])]


def test_a_bomb_that_went_off_hours_later_at_the_site_is_a_second_deed() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Seven soldiers were killed on Tuesday when jihadists attacked an outpost near the village of Tell Hollen.\n\n"
        "A medical source in Saran put the toll at eight.\n\n"
        "Hours later a roadside bomb went off as reinforcements were heading to the site, wounding five policemen."
    )
    assert ("attack", "Tell Hollen", [7.0, 8.0]) in told
    assert ("bombing", "Tell Hollen", [5.0]) in told


def test_the_ends_of_the_road_are_not_where_it_happened() -> None:
    for where in (
        "at Tell Hollen, on the road to Saran,",
        "at Tell Hollen on the road between Saran and Korat",
    ):
        told = _told(
            f"HOLLEN, March 5 (XNA) -- Gunmen ambushed a minibus {where} on Tuesday, killing three traders."
        )
        assert told == [("attack", "Tell Hollen", [3.0])]


def test_where_people_walked_to_is_not_where_others_died() -> None:
    for went in ("had walked to the town of Wadi Saran by Wednesday", "reached Wadi Saran on foot"):
        told = _told(
            "HOLLEN, March 5 (XNA) -- Gunmen raided the village of Tell Hollen on Monday, burning 70 houses, a group said. "
            f"Nine villagers were killed and 1,200 people {went}, it said."
        )
        assert told[0][1] == "Tell Hollen"
        assert told[0][2][:2] == [70.0, 9.0]
        assert len(told) == 1


def test_where_those_who_died_had_come_to_is_where_it_happened() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- A strike on Tuesday killed nine people who had reached Wadi Saran, medics said."
    )
    assert [(place, values) for _, place, values in told] == [("Wadi Saran", [9.0])]


def test_those_of_a_raided_town_who_fought_the_raiders_off_fought_there() -> None:
    told = _told(
        "HOLLEN, March 5 (XNA) -- Herdsmen raided the communities of Tell Hollen and Wadi Saran on Tuesday, killing 16 farmers.\n\n"
        "Youths of Wadi Saran fought off the herdsmen at dawn on Tuesday, and two of the youths were killed."
    )
    assert told == [("attack", "Tell Hollen; Wadi Saran", [16.0]), ("clash", "Wadi Saran", [2.0])]
