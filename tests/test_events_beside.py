"""Deeds told beside an event, and sentences that tell of two times. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Rebels seized the town of Marsk on 5 March 2026 after heavy fighting that killed nine soldiers.",
            {"territory_change", "clash"},
        ),
        (
            "Gunmen attacked the village of Hollen on 5 March 2026, killing four people, and kidnapped the imam.",
            {"attack", "abduction"},
        ),
        (
            "A missile struck the town of Hollen on 5 March 2026, killing four people and cutting power to homes.",
            {"missile_strike", "outage"},
        ),
        (
            "Drones attacked the port of Hollen on 5 March 2026, injuring two people, before four drones were shot down.",
            {"drone_strike"},
        ),
        (
            "Gunmen attacked the village of Hollen on 5 March 2026, killing four people and abducting 12 girls.",
            {"attack", "abduction"},
        ),
        (
            "A missile struck the town of Hollen on 5 March 2026, killing four people and leaving 300 homes without power.",
            {"missile_strike", "outage"},
        ),
        (
            "Shells hit the town of Hollen on 5 March 2026, killing four people. Soldiers who came later to the town "
            "of Hollen detained nine residents.",
            {"shelling", "arrest"},
        ),
    ],
    ids=[
        "fought for and taken",
        "raided and abducted",
        "struck and dark",
        "attacked and defended",
        "abducted and counted",
        "dark and counted",
        "detained after it",
    ],
)
def test_each_deed_that_a_sentence_tells_is_an_event(text: str, kinds: set[str]) -> None:
    article = article_of(text)
    events = article.events
    assert {event.kind for event in events} == kinds
    assert len({(event.place, event.date_to) for event in events}) == 1
    assert len({figure.event for figure in article.figures}) == 1  # what it left is counted once


@pytest.mark.parametrize(
    "text",
    [
        "Drones hit the town of Hollen on 5 March 2026, killing four people. The army denied that it could be captured.",
        "A strike killed four people in the town of Hollen on 5 March 2026, the largest of those since fighting broke out.",
        "Ukraine's air force said it shot down 40 of 60 drones over Ukraine on 5 March 2026.",
        "A bomb killed four people in the town of Hollen on 5 March 2026. Police arrested six suspects.",
        "A bomb killed four people on 5 March 2026. The blast took place in the town of Hollen.",
        "A strike killed four people in the town of Hollen on 5 March 2026. The bodies of four hostages are held there.",
    ],
    ids=["denied", "since", "a whole country", "arrested for it", "took place", "bodies"],
)
def test_what_is_wished_past_or_of_a_whole_country_is_no_deed_beside(text: str) -> None:
    assert len(article_of(text).events) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Gunmen killed nine soldiers in Hollen on 5 March 2026, three days after a bomb killed six people in Marsk.",
            ("2026-03-05", "2026-03-02"),
        ),
        (
            "Gunmen killed nine soldiers in Hollen on 5 March 2026, hours after a bomb killed six people in Marsk.",
            ("2026-03-05", "2026-03-05"),
        ),
        (
            "Gunmen killed nine soldiers in Hollen on 5 March 2026, months after a bomb killed six people in Marsk.",
            ("2026-03-05", None),
        ),
        (
            "A week after a bomb killed six people in Marsk, gunmen killed nine soldiers in Hollen on 5 March 2026.",
            ("2026-03-05", "2026-02-26"),
        ),
    ],
    ids=["days", "hours", "months", "at the front"],
)
def test_a_sentence_of_two_times_tells_two_events(text: str, days: tuple[str, str | None]) -> None:
    article = article_of(text, "2026-03-06")
    ours, theirs = figure_of(text, 9, "2026-03-06"), figure_of(text, 6, "2026-03-06")
    assert (ours.place, ours.date_to) == ("Hollen", days[0])
    assert (theirs.place, theirs.date_to) == ("Marsk", days[1])
    assert ours.event != theirs.event
    assert {event.place for event in article.events} == {"Hollen", "Marsk"}


def test_the_day_that_the_other_part_names_itself_holds() -> None:
    text = (
        "Gunmen killed nine soldiers in Hollen on 5 March 2026, days after a bomb killed six people in Marsk "
        "on 1 March 2026."
    )
    assert figure_of(text, 6).date_to == "2026-03-01"


def test_one_attack_of_a_month_is_an_event_and_a_months_dead_are_not() -> None:
    text = (
        "Gunmen killed nine soldiers in Hollen on 5 March 2026.\n\n"
        "In February they overran an army camp at Tabakat, killing 40 soldiers.\n\n"
        "At least 300 people have been killed in Hollen this year."
    )
    # The camp's dead are told of the attack and of its fall.
    assert list(
        dict.fromkeys((place, *values) for _, place, values in events_of(text, "2026-03-06") if values)
    ) == [
        ("Hollen", 9),
        ("Tabakat", 40),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They overran an army camp at Tabakat, killing nine soldiers on 5 March 2026.", "Tabakat"),
        ("The army took full control of Tabakat on 5 March 2026.", "Tabakat"),
        ("A fire broke out at a depot in Russia's Verkhodol after a drone attack on 5 March 2026.", "Verkhodol"),
        ("A strike hit a car on the road between Deir Samra and Ain Qadis, killing two on 5 March 2026.", "Deir Samra"),
        ("Residents of Tabakat said shells killed nine people on 5 March 2026.", "Tabakat"),
    ],
    ids=["camp at", "control of", "a country's", "road between", "residents of"],
)  # fmt: skip
def test_a_name_that_no_table_holds_is_a_place_by_the_words_before_it(text: str, place: str) -> None:
    assert place in {(event.place or "").split("; ")[0] for event in article_of(text).events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Militants attacked an army base in Hollen on 5 March 2026, killing nine soldiers, officials said.\n\n"
            "Two suicide car bombs exploded in Hollen before gunmen stormed the base, killing four more.",
            "attack",
        ),
        (
            "Security forces raided a militant hideout in Hollen on 5 March 2026, killing four militants. "
            "Two policemen were killed in the raid.",
            "clash",
        ),
        (
            "Two guards were killed in Hollen on 5 March 2026 when their vehicle drove over a mine.",
            "bombing",
        ),
        (
            "The air force killed nine fighters near Hollen on 5 March 2026, state television said.",
            "air_strike",
        ),
    ],
    ids=["bombs and gunmen", "a raid fought off", "a mine", "the air force"],
)
def test_what_kind_of_deed_it_was(text: str, kind: str) -> None:
    assert article_of(text).events[0].kind == kind


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        (
            "The first clash took place on 5 March 2026 near Dara Samand, a village in the north, the army said.\n\n"
            "During the exchange of fire, nine militants were killed.",
            9,
            "Dara Samand",
        ),
        (
            "Soldiers crossed into the outskirts of Mays al-Rim on 5 March 2026 and seized three shepherds.",
            3,
            "Mays al-Rim",
        ),
        (
            "Government forces retook three hills in the Rahaba area, southwest of Marib, on 5 March 2026. "
            "Eighteen fighters died in the battle.",
            18,
            "Rahaba area",
        ),
    ],
    ids=["the paragraph above", "went in and did", "told by a place beside it"],
)
def test_a_figure_is_placed_where_its_deed_was_told(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_a_strike_on_those_who_attacked_is_an_event_beside_their_attack() -> None:
    text = (
        "Gunmen attacked the village of Hollen on 5 March 2026, killing nine people, officials said.\n\n"
        "The air force killed 30 assailants as they fled, state television said."
    )
    assert [(kind, values) for kind, _, values in events_of(text)] == [("attack", [9]), ("air_strike", [30])]


def test_gunmen_and_the_group_that_says_it_was_there_are_one_side() -> None:
    text = (
        "Jihadists attacked an army post in northern Burkina Faso on 5 March 2026, killing 40 soldiers.\n\n"
        "The group JNIM said on Friday that it had killed 66 soldiers."
    )
    assert [values for kind, _, values in events_of(text, "2026-03-06") if kind == "attack"] == [[40, 66]]


def test_in_the_area_is_where_the_attack_before_was() -> None:
    text = (
        "Militants ambushed a patrol near Hollen, near the border with Mali, on 5 March 2026, killing nine soldiers.\n\n"
        "Troops later carried out raids in the area and arrested 22 suspects, the army said."
    )
    assert figure_of(text, 22).place == "Hollen"


def test_a_resident_is_no_town_of_his_first_name() -> None:
    text = 'Shells fell on a town in Syria on 5 March 2026. "We buried nineteen people," resident Hama Dolo said.'
    assert "Hama" not in {figure.place for figure in article_of(text).figures}


def test_a_day_before_the_strike_is_counted_from_the_strike() -> None:
    text = (
        "A drone strike on a school in Hollen killed 26 people on 18 September 2025, residents said.\n\n"
        "A day before the strike, fighters had briefly taken control of the town of Marsk."
    )
    days = {event.place: event.date_to for event in article_of(text, "2025-09-20").events}
    assert days == {"Hollen": "2025-09-18", "Marsk": "2025-09-17"}


def test_what_is_said_on_a_day_happened_no_later() -> None:
    text = (
        "Clashes killed 19 fighters in Marib on Sunday, military sources said.\n\n"
        "A spokesman said on Saturday that shelling of a village in Hajjah had wounded three children."
    )
    assert figure_of(text, 3, "2022-04-04").date_to == "2022-04-02"


def test_what_comes_a_day_after_an_attack_is_not_that_attack() -> None:
    text = (
        "Warplanes attacked positions in northern Iraq, killing nine people, the ministry said on Saturday, 13 January 2024."
        "\n\nThe strikes came a day after nine soldiers were killed in an attack on a base near Amedi Sufla."
    )
    places = [place for _, place, values in events_of(text, "2024-01-13") if values]
    assert places == ["northern Iraq", "Amedi Sufla"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Gunmen attacked a beach in Hollen on 5 March 2026 and shot dead nine people as they ran.",
            "attack",
        ),
        ("Troops backed by warplanes clashed with rebels in Hollen on 5 March 2026, killing nine.", "clash"),
        ("Nine people were shot dead at a wedding in Hollen on 5 March 2026.", "shooting"),
    ],
    ids=["attacked and shot", "backed by warplanes", "only shot"],
)
def test_shots_and_helpers_do_not_name_the_deed(text: str, kind: str) -> None:
    assert article_of(text).events[0].kind == kind


def test_a_strike_on_a_town_and_its_fall_are_two_events() -> None:
    text = (
        "An airstrike killed nine people in the town of Hollen on 5 March 2026, medics said.\n\n"
        "Rebels captured the town of Hollen on 5 March 2026 and took 14 prisoners there."
    )
    assert {kind for kind, _, _ in events_of(text)} >= {"air_strike", "territory_change"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Clashes killed nine people in Marib province on 5 March 2026, officials said.\n\n"
         "The fighting broke out when gunmen attacked army positions in the Wadi Qasab district.", "Wadi Qasab"),
        ("A rocket landed in Anbar province, near the village of Zawara, on 5 March 2026, wounding two people.", "Zawara"),
        ("A bomb hit a house in the Saltiv Yar district of Kharkiv on 5 March 2026, killing seven people.", "Saltiv Yar district, Kharkiv"),
    ],
    ids=["a district of a province", "near a village", "a district of a city"],
)  # fmt: skip
def test_the_smaller_place_is_the_events(text: str, place: str) -> None:
    assert article_of(text).events[0].place == place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Large parts of the city of Odesa were without power on 5 March 2026 after drone strikes on a power plant.",
            {("outage", "Odesa"), ("drone_strike", "Odesa")},
        ),
        (
            "Jihadists briefly seized Tandara on 5 March 2026 and killed nine members of a militia there.",
            {("attack", "Tandara"), ("territory_change", "Tandara")},
        ),
        (
            "Troops killed 24 rebels and seized nine guns in Tandara on 5 March 2026.",
            {("clash", "Tandara")},
        ),
        (
            "The army has retaken Khartoum's southern district of Jabal Awlam on 5 March 2026, sources said.",
            {("territory_change", "Jabal Awlam, Khartoum")},
        ),
    ],
    ids=["what put out the lights", "a town seized for a while", "guns seized", "a district of a city"],
)
def test_what_else_was_done_there(text: str, found: set[tuple[str, str]]) -> None:
    assert {(event.kind, event.place) for event in article_of(text).events} == found


def test_a_man_shot_dead_where_others_were_detained() -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- A man was shot dead and five others were detained on Wednesday near the village of Tarrin, "
        "their union said. The navy said it had arrested five people and confiscated three boats."
    )
    kinds = {event.kind for event in article_of(text, "2026-03-05").events}
    assert {"shooting", "arrest"} <= kinds
