"""Where an event was: those who struck are no place, and a later paragraph may name the town. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


@pytest.mark.parametrize(
    "strikers",
    ["U.S. air strikes", "U.K. missile strikes", "U.S. drone attacks", "U.S. raids"],
)
def test_a_short_name_before_what_it_launched_is_no_place(strikers: str) -> None:
    article = article_of(
        f"Twelve people were killed in {strikers} on a fuel depot in the Yemeni port city of al-Hollen "
        "on 4 March 2025, officials said."
    )
    assert [event.place for event in article.events] == ["al-Hollen"]
    assert [figure.place for figure in article.figures] == ["al-Hollen"]


def test_a_short_name_by_itself_is_a_place() -> None:
    article = article_of("Twelve people were killed by a bomb in the U.S. on 4 March 2025, officials said.")
    assert [event.place for event in article.events] == ["U.S."]
