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
        ("A gang leader had 184 people killed in the slum of Warf Solay.", 184, "Warf Solay"),
        # A place that opens the next clause is that one's.
        ("Gunmen stormed the city of Mirabel and freed 52 inmates, while in the nearby hamlet of Morne Pal they "
         "shot dead 19 residents.", 52, "Mirabel"),
    ],
)  # fmt: skip
def test_the_place_of_a_count(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_an_agencys_sign_ends_a_dateline_that_no_dash_does() -> None:
    article = article_of(
        "Ten police personnel killed in blast\n\nRaipur, Apr 27, 2023 (PTI) Ten police personnel were killed on "
        "Wednesday when Naxalites blew up their van near Tongal village, an official said.\n"
    )
    assert (article.published, article.dateline) == ("2023-04-27", "Raipur")
    assert {(f.date_to, f.actor) for f in article.figures[1:]} == {("2023-04-26", "Naxalites")}
