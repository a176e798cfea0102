"""What happened to those counted, told beside the verb: states behind an insertion, the number of those killed, what is left."""

import pytest
from reading import article_of


def rows(text: str) -> list[tuple[float, str | None, str]]:
    return [(f.value, f.unit, f.measure) for f in article_of(text).figures if f.measure != "age"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Rescuers pulled 14 people from the rubble, but at least 22 others, among them five infants, are missing.", (22, "people", "missing")),
        ("A blast killed 26 worshippers and left 60 others with burns and shrapnel wounds.", (60, "worshippers", "injured")),
        ("The attack left 12 people dead and dozens more with injuries.", (12, "people", "injured")),
        ("The number of people killed in the attack climbed to nine after two of the injured died.", (9, "people", "killed")),
        ("The strike brings to 18 the number of vessels hit since early September.", (18, "vessels", "hit")),
        ("The minister put the number of rebel fighters killed at 83.", (83, "fighters", "killed")),
        ("Gunmen seized 11 fishermen. Nine were later freed and the other two were found dead.", (2, "fishermen", "killed")),
        ("The navy conducted four strikes against seven cruise missiles.", (7, "cruise missiles", "destroyed")),
        ("Fighters set fire to hundreds of shelters.", (100, "shelters", "damaged")),
        ("Some 200 or so fighters were killed.", (200, "fighters", "killed")),
        ("The dead included a man, 61, and his two granddaughters.", (2, "granddaughters", "killed")),
        ("The hospital received 18 bodies, and 12 were those of women.", (12, "bodies", "killed")),
        ("He said four women were among the dead and eight of the wounded were in critical condition.", (4, "women", "killed")),
        ("The dead in Tell Mahjar included five pupils.", (5, "pupils", "killed")),
        ("Two of the officers have broken ribs.", (2, "officers", "injured")),
        ("About 2,000 families have left villages along the frontier.", (2000, "families", "displaced")),
        ("The dhow's crew of 14 were detained.", (14, "crew", "arrested")),
        ("Residents put the toll higher. I counted 18 in front of the mosque.", (18, "people", "killed")),
        ("Yemen's foes free 212 prisoners hours after shelling kills four.", (4, "people", "killed")),
        ("Most of the projectiles were intercepted; four hit homes.", (4, "projectiles", "hit")),
        ("The union said gunmen seized 33 miners and that three had escaped.", (3, "miners", "released")),
        ("The office demanded the release of 16 aid workers.", (16, "aid workers", "abducted")),
        ("They found 760 107 mm rockets.", (760, "rockets", "other")),
        ("The official said the number of killed and wounded was higher, at around 75.", (75, "people", "casualties")),
        ("Four more people died of hunger, raising the number of such deaths to 127.", (4, "people", "killed")),
    ],
)  # fmt: skip
def test_the_words_beside_a_number_tell_what_happened(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)


def test_the_number_put_by_somebody_else_counts_the_same() -> None:
    text = "At least 87 people were abducted from Kurfa, residents said. Police put the number at 42, of whom 15 were children."
    figures = article_of(text).figures
    assert [(f.value, f.unit, f.measure, f.claimant) for f in figures] == [
        (87, "people", "abducted", "residents"),
        (42, "people", "abducted", "police"),
        (15, "children", "abducted", "police"),
    ]
    assert figures[1].part_of is None
    assert figures[2].part_of == figures[1].id


def test_places_hit_are_no_part_of_the_drones() -> None:
    figures = article_of(
        "Of the 131 drones launched, 106 were shot down and 22 hit targets in 15 locations."
    ).figures
    whole = figures[0].id
    assert [f.part_of for f in figures] == [None, whole, whole, None]


def test_the_rest_of_a_whole_is_its_part() -> None:
    figures = article_of(
        "The killing of 56 civilians is documented. At least 31 of the victims were killed by gunmen, and 25 died in shelling."
    ).figures
    assert [f.part_of for f in figures] == [None, figures[0].id, figures[0].id]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The war has killed tens of thousands of people and uprooted nearly 13 million.", ["cumulative", "cumulative"]),
        ("The conflict, now in its third year, has displaced 12 million people.", ["cumulative"]),
        ("A drone strike killed four aid workers, bringing to 21 the number of staff killed this year.", ["event", "cumulative"]),
        ("The strike has killed 12 people.", ["event"]),
        ("Some 150,000 people have died in the war.", ["cumulative"]),
        ("Tens of thousands were killed in the war, which has uprooted 12 million others.", ["cumulative", "cumulative"]),
    ],
)  # fmt: skip
def test_a_war_counts_up_to_now_and_an_event_does_not(text: str, scopes: list[str]) -> None:
    assert [f.scope for f in article_of(text).figures] == scopes


def test_what_a_whole_war_did_has_not_the_day_of_the_news_before() -> None:
    text = "Shelling killed six people in Tal Adra on 13 April 2025. The war has killed tens of thousands of people."
    assert [f.date_to for f in article_of(text).figures] == ["2025-04-13", None]


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        (
            "Gunmen abducted 16 aid workers. The workers, ten of whom are local, were travelling with vaccines.",
            (16, "abducted"),
            (10, "abducted"),
        ),
        ("The navy stopped 11 vessels, seven of them in the gulf.", (11, "other"), (7, "other")),
    ],
)
def test_some_of_those_named_before_are_their_part(
    text: str, whole: tuple[float, str], part: tuple[float, str]
) -> None:
    one, two = article_of(text).figures
    assert [(f.value, f.measure) for f in (one, two)] == [whole, part]
    assert two.part_of == one.id
    assert two.unit == one.unit
