"""What is counted after a deed, of those who fled it, lie in hospital or are counted in other terms, is of the deed."""

import pytest
from reading import article_of

CLASH = "Norvian rebels and the army clashed in the town of Warda in Congo on Thursday, killing 20 people, officials said.\n\n"


def events_of(text: str) -> dict[float, tuple[str, str | None] | None]:
    article = article_of("GOMA, May 12, 2023 (ANW) - " + CLASH + text)
    homes = {ident: (event.kind, event.place) for event in article.events for ident in event.figures}
    return {figure.value: homes.get(figure.id) for figure in article.figures}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fighting has displaced 15,000 people since it began, the United Nations said.", 15000),
        ("More than 6,000 residents have since arrived in the city of Bukama, aid workers said.", 6000),
        ("About 700 households, or 3,500 people, had reached Bukama by Friday, aid workers said.", 3500),
        ("On Friday 31 people were still being treated, the hospital said.", 31),
    ],
)
def test_what_came_of_the_clash_is_told_with_it(text: str, value: float) -> None:
    assert events_of(text)[value] == ("clash", "Warda")


def test_those_who_are_based_in_a_land_are_of_no_event() -> None:
    assert events_of("About 1,500 peacekeepers are based in the province.")[1500] is None


def test_households_and_people_are_one_count() -> None:
    article = article_of("About 700 households, or 3,500 people, had fled the town by Friday.")
    assert {(f.value, f.measure) for f in article.figures} == {(700, "displaced"), (3500, "displaced")}
