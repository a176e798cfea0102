"""Whose "the air force" is where the article does not say. All officials and attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, plain

KYIV = "KYIV, Ukraine (Wire) — Russia attacked Ukraine again on 5 March 2026.\n\n"


@pytest.mark.parametrize(
    ("text", "value", "claimant", "why"),
    [
        (
            KYIV + "The air force said Russia used 61 drones overnight, of which it had shot down 46.",
            46,
            "Ukraine's air force",
            "Ukraine's, as the report is from KYIV, Ukraine",
        ),
        (
            "LONDON — Drones crossed the border both ways. The defense ministry said it shot down 41 drones,"
            " nine of them over the Bryansk region.",
            41,
            "Russia's defense ministry",
            "Russia's, as it shot down over Bryansk region",
        ),
        (
            KYIV + "In Russia, the defence ministry said 41 drones were destroyed.",
            41,
            "Russia's defence ministry",
            "Russia's, as the sentence begins with it",
        ),
    ],
    ids=["dateline", "shot down over", "sentence"],
)
def test_a_body_without_its_country_is_given_the_one_that_the_text_tells_with_the_reason(
    text: str, value: float, claimant: str, why: str
) -> None:
    figure = next(each for each in article_of(text).figures if each.value == value)
    assert plain(figure.claimant) == claimant
    assert figure.claimant_why.endswith(why)


@pytest.mark.parametrize(
    "text",
    [
        "LONDON — Russia and Ukraine fought on. The air force said 46 drones were lost from radar.",
        "BANGKOK — Shelling went on in Myanmar's Sagaing region. The military said 46 fighters were killed in Myanmar.",
        KYIV + "The air force said Ukraine launched 46 drones at Crimea.",
        "KYIV and MOSCOW — Russia and Ukraine fought on. The air force said 46 drones were lost from radar.",
    ],
    ids=["from elsewhere", "from a neighbour", "its country attacks", "from two countries"],
)
def test_where_nothing_tells_its_country_a_body_has_none(text: str) -> None:
    figure = next(each for each in article_of(text).figures if each.value == 46)
    assert figure.claimant in ("air force", "military")


def test_what_gets_through_a_defence_is_not_the_defenders() -> None:
    text = (
        KYIV
        + "Ukraine's air force said Russia used 61 drones, of which it had shot down 46, while 12 drones hit 5 towns."
    )
    actors = {each.value: each.actor for each in article_of(text).figures}
    assert (actors[61], actors[46], actors[12], actors[5]) == ("Russia", "Ukraine", "Russia", "Russia")
