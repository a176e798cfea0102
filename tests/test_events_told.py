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


def test_a_similar_attack_had_the_same_weapon() -> None:
    text = (
        "A bomb exploded in a mosque in Imam Sahel on 22 April 2022, killing 33 people.\n\n"
        "A similar attack on a mosque in Mazar Kohna on 21 April 2022 killed 12 people."
    )
    assert [event.kind for event in article_of(text).events] == ["bombing", "bombing"]


def test_an_attack_that_was_repelled_is_a_clash() -> None:
    text = "Troops repelled an attack by rebels in Tandara on 5 March 2026, killing 24 of them."
    assert article_of(text).events[0].kind == "clash"


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


def test_jihadists_who_shoot_people_dead_attack() -> None:
    text = "Jihadists shot dead three oil workers at a checkpoint in Bir Salim on 5 March 2026."
    assert article_of(text).events[0].kind == "attack"


def test_soldiers_whom_villagers_held_come_free_in_a_deed_of_its_own() -> None:
    text = (
        "Thirty-four soldiers who were held by villagers in the town of Hollen were released on 5 March 2026."
    )
    assert article_of(text).events[0].kind == "prisoner_exchange"


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


def test_an_ambush_and_the_air_strike_that_answered_it_are_two_events() -> None:
    text = (
        "Jihadists ambushed an army convoy near the town of Diourana on Sunday, killing 23 soldiers and burning 11 vehicles.\n\n"
        "The army put the toll at nine dead and 17 wounded, and said that it had killed 40 attackers in air strikes carried out "
        "afterwards. The militants said that they had captured five soldiers."
    )
    assert events_of(text, "2026-02-09") == [
        ("attack", "Diourana", [23, 11, 9, 17, 5]),
        ("air_strike", "Diourana", [40]),
    ]


@pytest.mark.parametrize(
    ("after", "value"),
    [
        ("Police said 28 people were missing and that nine others had been rescued on Thursday.", 28),
        ("Police said 28 people were missing and that nine others had been rescued on Thursday.", 9),
        ("Soldiers pursuing the men freed six hostages on Thursday, the army said.", 6),
    ],
)
def test_what_becomes_of_those_who_were_taken_is_of_the_deed_that_took_them(after: str, value: float) -> None:
    text = (
        "A bomb killed seven people in Marsk on Thursday, 5 March 2026.\n\n"
        "On Tuesday, gunmen stopped two buses near Hollen. A union said 52 people were taken, including 19 students.\n\n"
        + after
    )
    article = article_of(text)
    taken = next(f for f in article.figures if f.value == 52)
    assert taken.measure == "abducted"
    assert next(f for f in article.figures if f.value == value).event == taken.event


def test_the_attack_in_the_province_is_the_one_told_last() -> None:
    text = (
        "Nine people were killed on Thursday, 5 March 2026, when drones struck a clinic in the Sudanese town of Umm Darra, a union said.\n\n"
        "The attack in White Nile state wounded 21 others, it said."
    )
    article = article_of(text)
    assert len({f.event for f in article.figures}) == 1


def test_a_market_that_a_blast_tore_through_is_where_it_was() -> None:
    text = (
        "A suicide bomber killed at least 24 people at a fish market in Nigeria's Borno state on Thursday, 5 March 2026, police said.\n\n"
        "The blast ripped through Kubwala market at about 10 a.m., when traders had come to sell their catch."
    )
    assert events_of(text) == [("bombing", "Kubwala", [24])]


def test_what_fell_on_a_village_of_the_township_is_of_the_township_s_attack() -> None:
    text = (
        "Nine villagers were killed when a military paramotor bombed a hall in Sagaing Region’s Ayadaw Township on Monday night, 2 March 2026, a group said.\n\n"
        "The paraglider passed over Nyaung Bin Thar village twice and dropped six mortar bombs on the hall, an officer said."
    )
    article = article_of(text)
    assert len({f.event for f in article.figures}) == 1
    assert article.events[0].place == "Nyaung Bin Thar"
