"""Who goes on speaking, and who is only told of. All officials, towns and attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, plain, quotes_of, speakers_of


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ivan Moroz said an elderly man died in the attack on Marvo. “There is no power,” he said.",
        "Mayor Ivan Moroz said an elderly man and his grandson were killed in Marvo. “There is no power,” he said.",
    ],
    ids=["died", "two"],
)
def test_the_dead_without_a_name_do_not_speak_next(text: str) -> None:
    assert speakers_of(text) == [("There is", "Ivan Moroz")]


def test_who_denies_what_another_did_is_who_calls_it_so() -> None:
    text = "The minister, Omid Karimi, denied that Tehran had supplied the missiles, calling the accusation “baseless and tired”."
    assert [plain(q.speaker) for q in quotes_of(text)] == ["Omid Karimi"]


def test_a_blast_that_claimed_lives_claims_nothing() -> None:
    (figure,) = article_of(
        "Such explosions have claimed more than 600 lives in Angola, according to the Halim Trust."
    ).figures
    assert (figure.measure, figure.claimant) == ("killed", "Halim Trust")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fourteen people were killed as they slept in the town of Marvo, police said.", "Marvo"),
        ("Fourteen people were killed by shells as they queued for bread in the town of Marvo.", "Marvo"),
        ("At least 14 dead as missile hits apartment block in Dnipravka", "Dnipravka"),
        ("Fourteen killed in strike as envoys meet in Muscat", None),
    ],
    ids=["slept", "queued", "a missile in a headline", "a meeting elsewhere"],
)
def test_what_happened_meanwhile_tells_the_place_and_a_meeting_does_not(text: str, place: str | None) -> None:
    figure = article_of(text).figures[0]
    assert figure.place == place


def test_a_group_that_sits_in_a_country_is_no_country() -> None:
    (figure,) = article_of("Yemen's Houthis fired three missiles at Eilat on Monday.", "2026-03-05").figures
    assert figure.actor == "Houthis"
