"""Events told without a number of harm: what is taken, who talks, what is struck. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of


@pytest.mark.parametrize(
    ("text", "places", "actor"),
    [
        ("The army captured the town of Hollen on 5 March 2026, a spokesman said.", ["Hollen"], "army"),
        ("Rebels seized the villages of Hollen and Marsk on 5 March 2026.", ["Hollen", "Marsk"], "rebels"),
        ("The army seized the strategic town of Hollen on 5 March 2026.", ["Hollen"], "army"),
        (
            "Government troops recaptured the nearby village of Umm Darra on 5 March 2026, a commander said.",
            ["Umm Darra"],
            "government troops",
        ),
    ],
)
def test_each_place_that_is_taken_is_an_event(text: str, places: list[str], actor: str) -> None:
    events = article_of(text).events
    assert [(event.kind, event.place) for event in events] == [
        ("territory_change", place) for place in places
    ]
    assert {event.actor for event in events} == {actor}
    assert {event.date_to for event in events} == {"2026-03-05"}


@pytest.mark.parametrize(
    "text",
    [
        "The army said it would capture the town of Hollen.",
        "The rebels plan to capture the town of Hollen.",
        "The army could attack the town of Hollen.",
        "The mayor called for talks in the city of Marsk.",
        "Strikes in Syria went on, the army said.",
        "Rescuers came to the town of Hollen on 5 March 2026.",
    ],
    ids=["would", "plan to", "could", "called for", "a whole country", "nothing happened"],
)
def test_what_is_only_meant_or_says_too_little_is_no_event(text: str) -> None:
    assert article_of(text).events == []


@pytest.mark.parametrize(
    "text",
    [
        "President Ivo Marden spoke by telephone with President Lena Orsk on 5 March 2026.",
        "The ministers held a phone call on 5 March 2026, the office said.",
    ],
)
def test_a_call_is_talks_without_a_place(text: str) -> None:
    (event,) = article_of(text).events
    assert (event.kind, event.place, event.date_to) == ("talks", None, "2026-03-05")


def test_a_call_beside_talks_in_a_town_is_of_those_talks() -> None:
    text = (
        "Envoys met in the town of Velin on 5 March 2026.\n\n"
        "President Ivo Marden spoke by telephone with President Lena Orsk on 6 March 2026."
    )
    assert events_of(text) == [("talks", "Velin", [])]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A missile hit a school in the town of Hollen on 5 March 2026, killing four people. "
            "It was struck again on 7 March 2026.",
            ["2026-03-05", "2026-03-07"],
        ),
        (
            "Shells killed two people in the town of Hollen on 5 March 2026. "
            "Jets bombed it once more on 6 March 2026, witnesses said.",
            ["2026-03-05", "2026-03-06"],
        ),
        (
            "Shells killed two people in the town of Hollen on Jan. 3. "
            "Jets bombed it once more on Jan. 5, witnesses said.",
            [None, None],
        ),
    ],
    ids=["again", "once more", "days without a year"],
)
def test_a_second_strike_on_another_day_is_another_event(text: str, days: list[str | None]) -> None:
    first, second = article_of(text).events
    assert [first.date_to, second.date_to] == days
    assert (first.place, second.place) == ("Hollen", "Hollen")
    assert second.why == "a strike on what was told of before, on another day"


def test_a_second_strike_on_the_same_day_is_of_the_same_event() -> None:
    text = (
        "Shells killed two people in the town of Hollen on 5 March 2026. "
        "Jets bombed it once more on 5 March 2026, witnesses said."
    )
    assert [place for _, place, _ in events_of(text)] == ["Hollen"]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed in an attack in southern Syria on 5 March 2026.\n\n"
        "The men died in the village of Umm Darra, residents said.",
        "A drone attack killed two soldiers in eastern Syria on 5 March 2026.\n\n"
        "The soldiers were killed near the village of Umm Darra, a medic said.",
        "A drone attack killed two soldiers in eastern Syria on 5 March 2026.\n\n"
        "The drone hit a post in an attack near the village of Umm Darra, residents said.",
    ],
    ids=["died in", "killed near", "the attack itself"],
)
def test_a_town_that_is_told_later_places_the_attack(text: str) -> None:
    ((_, place, values),) = events_of(text)
    assert (place, values) == ("Umm Darra", [2])


@pytest.mark.parametrize(
    ("text", "kind", "place", "value"),
    [
        (
            "A convoy of 40 trucks carrying aid entered the town of Hollen on 5 March 2026.",
            "aid",
            "Hollen",
            40,
        ),
        (
            "Thirty aid trucks reached the camp of Hollen on 5 March 2026, the agency said.",
            "aid",
            "Hollen",
            30,
        ),
        ("Some 2,000 people protested in Marsk on 5 March 2026.", "protest", "Marsk", 2000),
        (
            "About 500 protesters gathered in the city of Marsk on 5 March 2026.",
            "protest",
            "Marsk",
            500,
        ),
    ],
)
def test_trucks_of_aid_and_people_in_the_street_are_counts_of_their_event(
    text: str, kind: str, place: str, value: float
) -> None:
    assert events_of(text) == [(kind, place, [value])]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Fighting broke out near the town of Hollen on 5 March 2026.", "clash", None),
        ("Gunmen opened fire in the town of Hollen on 5 March 2026.", "shooting", "gunmen"),
        ("Israel bombed the town of Hollen on 5 March 2026.", "attack", "Israel"),
        (
            "Russian drones attacked the port of Hollen on 5 March 2026, the mayor said.",
            "drone_strike",
            "Russia",
        ),
        ("Police detained an editor in the city of Hollen on 5 March 2026.", "arrest", None),
        (
            "The sides exchanged prisoners near the town of Hollen on 5 March 2026.",
            "prisoner_exchange",
            None,
        ),
        (
            "The two sides signed a ceasefire agreement in the town of Hollen on 5 March 2026.",
            "agreement",
            None,
        ),
    ],
)
def test_a_deed_at_a_named_place_is_an_event(text: str, kind: str, actor: str | None) -> None:
    (event,) = article_of(text).events
    assert (event.kind, event.place, event.actor) == (kind, "Hollen", actor)
    assert event.why == "an event told without numbers"


def test_the_same_deed_told_twice_is_one_event_with_both_sentences() -> None:
    text = "Rebels shelled the town of Hollen on 5 March 2026, the mayor said. Shells fell on the town of Hollen at dawn."
    (event,) = article_of(text).events
    assert [text[a:b] for a, b in event.sentences] == [
        "Rebels shelled the town of Hollen on 5 March 2026, the mayor said.",
        "Shells fell on the town of Hollen at dawn.",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 3 May 2026, a drone hit a fuel depot in Hollen, officials said.", ("drone_strike", "Hollen")),
        ("Three bombs exploded in the city of Hollen on 5 March 2026.", ("bombing", "Hollen")),
        ("Gang members set fire to a hospital in the town of Hollen on 5 March 2026.", ("attack", "Hollen")),
        ("A delegation met the intelligence chief in Cairo on 5 March 2026.", ("talks", "Cairo")),
        ("An aid convoy of 12 trucks reached Tabakat on 5 March 2026.", ("aid", "Tabakat")),
        ("The envoys held a meeting at the Ghulam crossing on 5 March 2026.", ("talks", "Ghulam")),
    ],
    ids=["in May", "bombs", "set fire", "met", "reached", "meeting at"],
)
def test_what_a_sentence_without_harm_tells(text: str, found: tuple[str, str]) -> None:
    assert [(event.kind, event.place) for event in article_of(text).events] == [found]


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ("Hundreds of people rallied in the town on Monday to demand protection.", "protest"),
        ("There were no casualties, but the town was left without electricity.", "outage"),
    ],
)
def test_what_the_town_saw_is_told_of_the_town_named_before(then: str, kind: str) -> None:
    text = f"A drone hit a fuel depot in the town of Hollen on 1 March 2026, officials said.\n\n{then}"
    events = article_of(text, "2026-03-03").events
    assert [(event.kind, event.place) for event in events] == [("drone_strike", "Hollen"), (kind, "Hollen")]


def test_of_two_days_in_a_sentence_the_one_beside_the_deed_is_its_day() -> None:
    text = (
        "Between 2 and 5 May 2026, some 46,000 people fled Hollen town, West Kordofan, after rebels attacked and "
        "took control of the town on 1 May 2026."
    )
    days = {event.kind: event.date_to for event in article_of(text).events}
    assert days["territory_change"] == "2026-05-01"


def test_the_first_since_a_year_tells_of_no_attack_in_that_year() -> None:
    text = (
        "Gunmen ambushed a truck in the town of Hollen on 5 March 2026, killing four soldiers.\n\n"
        "The attack is the first since a deal between the two sides was signed in 2014."
    )
    assert {event.date_to for event in article_of(text).events} == {"2026-03-05"}


def test_talks_before_an_exchange_in_the_same_village_are_told_too() -> None:
    text = (
        "The truce was reached on 4 March 2026 after talks in the village of Tell Samaq, where the government handed "
        "over 18 detainees on 5 March 2026 in return for seven captured soldiers."
    )
    assert {(event.kind, event.place) for event in article_of(text).events} == {
        ("prisoner_exchange", "Tell Samaq"),
        ("talks", "Tell Samaq"),
    }


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "Government forces raided a compound near the village of Tell Hamra on 5 March 2026 and captured the "
            "planner and three of his associates. One soldier was wounded in the raid.",
            "arrest",
            "Tell Hamra",
        ),
        (
            "Six people were killed in shelling of a tent camp west of al-Jumara on 5 March 2026, medics said.",
            "shelling",
            "al-Jumara",
        ),
        (
            "Members of a militia entered the Avuba site in Ituri province on 5 March 2026, killing 34 people.",
            "attack",
            "Avuba",
        ),
    ],
    ids=["seized in a raid", "west of", "a site"],
)
def test_more_places_and_deeds_are_told_by_the_words_beside_them(text: str, kind: str, place: str) -> None:
    event = article_of(text).events[0]
    assert (event.kind, event.place) == (kind, place)


def test_a_port_named_again_is_not_where_the_fighting_was() -> None:
    text = (
        "Israeli strikes on the port of Ras Qutab in Yemen killed nine people on 4 March 2026.\n\n"
        "In the province of Marib, 13 fighters were killed on 5 March 2026 when they attacked positions near Hajr Abda."
        "\n\nThe United Nations, which brings food through Ras Qutab, said it was alarmed by the strikes."
    )
    assert {place for _, place, values in events_of(text) if values} == {"Ras Qutab", "Hajr Abda"}


def test_the_hurt_of_another_town_are_not_of_the_strike_before() -> None:
    text = (
        "A firefighter was killed and two were injured in a strike in Ukraine's Sumy region on 5 March 2026.\n\n"
        "In Kyiv, three people were hospitalized after drone fragments fell on a building."
    )
    assert {place for _, place, values in events_of(text) if 3 in values} == {"Kyiv"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked the villages of Tandara and Kwanar Lafi on 5 March 2026.", "Tandara; Kwanar Lafi"),
        ("A convoy was attacked on the N380 road near Makomia on 5 March 2026; one driver died.", "Makomia"),
        ("In the Shebin district, the settlement of Krasny Yar was shelled on 5 March 2026, wounding four.", "Krasny Yar"),
        ("Militants ambushed a truck in the southern Philippines on 5 March 2026, killing four soldiers.", "southern Philippines"),
    ],
    ids=["two villages", "a numbered road", "a settlement of a district", "a country that is no people"],
)  # fmt: skip
def test_where_it_was_is_told_whole(text: str, place: str) -> None:
    assert article_of(text).events[0].place == place


def test_the_morning_is_that_of_the_attack_and_not_of_what_was_said() -> None:
    text = (
        "Fighters attacked a camp in Tandara on Sunday, killing 34 people, the mission said on Tuesday.\n\n"
        "They came in the early hours of the morning, burning 210 shelters."
    )
    article = article_of(text, "2026-03-03")
    assert {figure.date_to for figure in article.figures} == {"2026-03-01"}


def test_a_similar_attack_had_the_same_weapon() -> None:
    text = (
        "A bomb exploded in a mosque in Imam Sahel on 22 April 2022, killing 33 people.\n\n"
        "A similar attack on a mosque in Mazar Kohna on 21 April 2022 killed 12 people."
    )
    assert [event.kind for event in article_of(text).events] == ["bombing", "bombing"]


def test_an_attack_that_was_repelled_is_a_clash() -> None:
    text = "Troops repelled an attack by rebels in Tandara on 5 March 2026, killing 24 of them."
    assert article_of(text).events[0].kind == "clash"


def test_a_raid_told_next_places_the_abduction_of_the_lead() -> None:
    text = (
        "Gunmen kidnapped 303 pupils from a school in central Nigeria on 21 November 2025.\n\n"
        "The raid on the boarding school in Papiri Kogo came early on 21 November 2025."
    )
    assert events_of(text)[0][1:] == ("Papiri Kogo", [303])


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("A drone fell on a well in the town of Hollen on 5 March 2026, officials said.", "drone_strike", "Hollen"),
        ("An explosion ripped through a mosque in Hollen on 5 March 2026, killing eight people.", "bombing", "Hollen"),
        ("A truck bomb near an air base in the city of Hollen left 18 people dead on 5 March 2026.", "bombing", "Hollen"),
        ("Agencies have flown 12 tonnes of medical supplies to the town of Hollen on 5 March 2026.", "aid", "Hollen"),
        ("The attack happened on 5 March 2026 in the remote Unguwan Mantar community in the Malum area of Katsina state, "
         "and killed 27 people.", "attack", "Unguwan Mantar"),
    ],
    ids=["fell", "explosion", "truck bomb", "flown", "community"],
)  # fmt: skip
def test_deeds_told_by_words_of_their_own(text: str, kind: str, place: str) -> None:
    event = article_of(text).events[0]
    assert (event.kind, event.place) == (kind, place)


def test_what_is_said_on_a_day_to_have_been_taken_is_of_that_day() -> None:
    text = (
        "Drones struck the city of Hollen on Thursday, killing nine people, the governor said.\n\n"
        "The defence ministry said on Tuesday that its troops had captured the village of Verkhni Sad."
    )
    days = {event.place: event.date_to for event in article_of(text, "2021-10-14").events}
    assert days == {"Hollen": "2021-10-14", "Verkhni Sad": "2021-10-12"}


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("In Port-au-Prince, five people died on 5 March 2026 when a drone hit a house in the Ravine Clair neighbourhood.",
         "Ravine Clair", 5),
        ("Jets struck an island in Lake Chad known as Kwatan Dawa on 5 March 2026, killing three fishermen.",
         "Kwatan Dawa", 3),
        ("The Guards spoke of the bombing of a depot near the city of Sangab on 5 March 2026. Jets dropped 24 bombs on "
         "the site.", "Sangab", 24),
    ],
    ids=["a neighbourhood", "known as", "the site"],
)  # fmt: skip
def test_the_exact_place_of_what_is_counted(text: str, place: str, value: float) -> None:
    figure = next(figure for figure in article_of(text).figures if figure.value == value)
    assert (figure.place or "").split(", ")[0] == place


def test_jihadists_who_shoot_people_dead_attack() -> None:
    text = "Jihadists shot dead three oil workers at a checkpoint in Bir Salim on 5 March 2026."
    assert article_of(text).events[0].kind == "attack"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On 5 March 2026, a landmine killed two people on the road linking Golwe Hoose to Bulo Mare.", "Golwe Hoose"),
        ("The attack on 5 March 2026 killed 60 people in Nyoto Centre, a village in the Lubero territory.", "Nyoto Centre"),
        ("Nine people were killed on 5 March 2026 in shelling of El-Obaid Sharq's central market.", "El-Obaid Sharq"),
        ("Agencies flew 12 tonnes of medical supplies to Tabakat on 5 March 2026.", "Tabakat"),
    ],
    ids=["linking", "a centre", "its market", "supplies to"],
)  # fmt: skip
def test_names_in_more_settings_are_places(text: str, place: str) -> None:
    assert (article_of(text).events[0].place or "").split("; ")[0] == place


def test_captives_of_gunmen_who_come_free_are_of_the_abduction() -> None:
    text = (
        "Thirty-four soldiers who were held by villagers in the town of Hollen were released on 5 March 2026."
    )
    assert article_of(text).events[0].kind == "abduction"


def test_a_festival_ahead_is_no_day_of_what_was_done() -> None:
    text = "Police detained 115 suspects last week over plans to attack Christmas celebrations in Hollen."
    assert (figure_of(text, 115, "2025-12-29").date_to or "") <= "2025-12-29"


def test_a_fight_in_which_shells_fell_is_still_a_fight() -> None:
    text = (
        "Clashes in the town of Ras Kamb have forced 4,000 people to flee since Monday, the office said.\n\n"
        "At least eight people were killed in the town on Wednesday and 30 wounded. A hospital was hit by mortar fire."
    )
    kinds = {event.kind for event in article_of(text, "2024-12-11").events if event.figures}
    assert "clash" in kinds
    assert "shelling" not in kinds


def test_militants_of_a_group_with_an_unknown_name_are_counted() -> None:
    text = "Troops killed at least 40 suspected Boko Haram militants in the town of Hollen on 5 March 2026."
    figure = figure_of(text, 40)
    assert (figure.measure, (figure.unit or "").split()[-1]) == ("killed", "militants")


def test_what_air_defences_shot_down_fell_on_the_land_of_the_dateline() -> None:
    text = (
        "MOSCOW, February 18, 2021. /RTN/. Russian forces liberated the settlement of Novye Sady, the Defense Ministry "
        "reported.\n\nAir defenses shot down nine rockets and 144 drones over the past day, it said."
    )
    assert figure_of(text, 144).place == "Russia"
