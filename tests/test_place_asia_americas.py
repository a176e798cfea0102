"""Places, days and doers as papers of South Asia and the Americas tell them. All deeds and towns are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        # What stands before a sort of town only says what sort it is.
        ("Three people died in the Pacific port of Monterilla when gunmen fired at a bar.", 3, "Monterilla"),
        ("In the Andean city of Cuencal, 44 guards were held by inmates.", 44, "Cuencal"),
        # Where the hurt were shifted is not where they were hurt.
        ("A bomb wounded five workers near Mandoral, two of whom were shifted to Peshawar.", 2, "Mandoral"),
        # A slum is a place.
        ("A gang leader had 29 people killed in the slum of Bel Mashe.", 29, "Bel Mashe"),
        # A place that opens the next clause is that one's.
        ("Gunmen stormed the city of Mirabel and freed 52 inmates, while in the nearby hamlet of Morne Pal they "
         "shot dead 19 residents.", 52, "Mirabel"),
    ],
)  # fmt: skip
def test_the_place_of_a_count(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_an_agencys_sign_ends_a_dateline_that_no_dash_does() -> None:
    article = article_of(
        "Six forest guards killed in blast\n\nHollen, Oct 19, 2023 (PTI) Six forest guards were killed on "
        "Wednesday when Naxalites blew up their van near Tongal village, an official said.\n"
    )
    assert (article.published, article.dateline) == ("2023-10-19", "Hollen")
    assert {(f.date_to, f.actor) for f in article.figures[1:]} == {("2023-10-18", "Naxalites")}


def _events(text: str, published: str = "2024-06-19") -> list[tuple[str, str | None, list[str]]]:
    """Kind, place and number words of each event."""
    article = article_of(text, published)
    words = {f.id: article.text[f.start : f.end] for f in article.figures}
    return [(e.kind, e.place, [words[i] for i in e.figures if i in words]) for e in article.events]


def test_those_who_seized_a_base_were_not_seized() -> None:
    text = (
        "The army lost the Hpa Lar Tong base, which some 400 rebels seized on Sunday. The rebels said 31 soldiers "
        "were killed. Two howitzers and 60 small arms were also taken."
    )
    article = article_of(text, "2024-06-19")
    assert [f.measure for f in article.figures] == ["other", "killed", "lost_equipment", "lost_equipment"]
    assert "abduction" not in {e.kind for e in article.events}
    assert "shelling" not in {e.kind for e in article.events}


def test_one_killed_by_gunmen_is_an_event_without_a_number() -> None:
    text = "Gunmen on motorcycles killed a teacher and his wife in Khok Sabar on Wednesday."
    assert [(kind, place) for kind, place, _ in _events(text)] == [("shooting", "Khok Sabar")]


def test_what_was_a_day_before_lends_the_lead_neither_day_nor_town() -> None:
    text = (
        "JAKARTA, August 9 - Gunmen shot dead four workers in the Papua region, police said Friday, a day after "
        "rebels raided a post in a neighbouring district.\n\nThe workers were building a road in Yalbir on Thursday "
        "morning, police said.\n\nIn Wednesday's raid, on an outpost at Wagemur, two soldiers were killed.\n"
    )
    found = [(e.place, e.date_to) for e in article_of(text, "2024-08-09").events]
    assert sorted(found) == [("Wagemur", "2024-08-07"), ("Yalbir", "2024-08-08")]


def test_another_clause_counts_at_a_place_of_its_own() -> None:
    text = (
        "A roadside bomb killed four policemen near Mandoral on Tuesday, while security forces killed 11 terrorists in "
        "operations in South Waziristan and Bannu, officials said.\n\nThe first operation was conducted in Shahi Kotar. "
        "Eight of them were killed, the army said.\n"
    )
    found = _events(text, "2025-03-12")
    assert ("bombing", "Mandoral", ["four"]) in found
    assert [figures[-1] for _, place, figures in found if place == "Shahi Kotar"] == ["Eight"]


def test_a_clash_outside_a_capital_is_that_of_the_village_told_next() -> None:
    text = (
        "Soldiers killed nine gunmen in a shootout Tuesday on the outskirts of the state capital, Culiacan.\n\nA patrol "
        "came under fire in the community of Llano Verdal. One soldier was wounded.\n"
    )
    assert ("clash", "Llano Verdal", ["nine", "One"]) in _events(text, "2024-09-18")


def test_what_set_off_a_conflict_is_told_by_its_own_means() -> None:
    text = "The hostilities erupted after two soldiers lost a foot on Sunday to a landmine near Don Yair."
    assert _events(text) == [("bombing", "Don Yair", ["two"])]


def test_a_town_of_another_country_is_not_the_leads() -> None:
    text = (
        "Rebels shot dead four workers in the Papua region on Thursday.\n\nIn Thailand's south, meanwhile, a bomb "
        "exploded in Ban Kolar on Thursday, wounding six people.\n"
    )
    assert [each[1:] for each in _events(text, "2024-08-09")] == [
        ("Papua region", ["four"]),
        ("Ban Kolar", ["six"]),
    ]


def test_the_dead_are_of_the_deed_that_was_told_last() -> None:
    text = (
        "Rebels attacked an army post at Shwe Pyi Nor on Monday. Seven soldiers died, a spokesman said.\n\nThe next "
        "morning, two jets dropped bombs on Nat Mawr, a village across the river. Four of the dead were women, a pastor "
        "said, and 13 people were injured.\n"
    )
    found = _events(text, "2025-05-06")
    assert [(place, figures[-2:]) for _, place, figures in found] == [
        ("Shwe Pyi Nor", ["Seven"]),
        ("Nat Mawr", ["Four", "13"]),
    ]


def test_a_ranked_loss_is_another_deed() -> None:
    text = (
        "At least 33 people were killed across Norvia on Sunday.\n\nOutside Hollen, officers fired at a march, "
        "killing 14 people.\n\nThe worst losses for the police came in Trava, where a crowd stormed the "
        "police station. Nine policemen were beaten to death.\n"
    )
    found = _events(text, "2024-03-11")
    assert ("shooting", "Hollen", ["14"]) in found
    assert ["Nine"] in [figures for _, _, figures in found]


def test_a_riot_in_a_jail_is_a_fight() -> None:
    assert _events("A feud left 12 inmates dead in a riot at Machalar prison on Wednesday.") == [
        ("clash", "Machalar", ["12"])
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Sonakandi, a river port near Narayanganj, gunmen shot dead 14 people.", "Sonakandi"),
        ("Assailants dynamited three towers at Cerro Huamar, cutting power to 1,800 homes.", "Cerro Huamar"),
    ],
)
def test_a_town_by_the_words_beside_it(text: str, place: str) -> None:
    assert {f.place for f in article_of(text, "2024-08-05").figures} == {place}


def test_those_counted_speak_of_nothing() -> None:
    text = (
        "The spokesperson said 22 soldiers were killed and 31 taken prisoner, among them a captain, and put the "
        "group's own losses at seven dead."
    )
    assert {f.claimant for f in article_of(text).figures} == {"spokesperson"}


def test_what_was_found_on_a_day_is_not_of_another_towns_deed() -> None:
    text = (
        "The bodies of 13 guards kidnapped by miners were recovered on Sunday from a tunnel in the northern province of "
        "Patar, police said.\n\nIn Callar, hitmen opened fire on a bus last Friday, wounding four musicians.\n"
    )
    assert article_of(text, "2025-05-06").figures[0].date_to == "2025-05-04"
