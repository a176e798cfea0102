"""Who claims a figure: frames before a semicolon, "quoted as saying", lost titles, tolls lowered, tallies that go on."""

import pytest
from reading import article_of, claimant_of


def claimants(text: str) -> list[str | None]:
    return [figure.claimant for figure in article_of(text).figures]


def test_what_stands_before_a_frame_and_a_semicolon_is_claimed_by_it() -> None:
    text = "Three firefighters were injured, governor Anton Belkin said; two more were missing."
    assert claimants(text) == ["Anton Belkin", "Anton Belkin"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels killed eight soldiers, Tasnim quoted a Guards commander as saying.", "Guards commander"),
        (
            "Rebels killed eight soldiers, the defence minister was quoted as saying by IRNA.",
            "defence minister",
        ),
    ],
)
def test_who_is_quoted_as_saying_it_at_the_end_claims_it(text: str, who: str) -> None:
    assert claimants(text) == [who]


def test_a_title_after_an_inserted_clause_belongs_to_the_name() -> None:
    text = (
        "A roadside bomb killed six and injured 14 others, including the driver, "
        "provincial police chief Haji Rahim Stana said."
    )
    assert claimants(text) == ["Haji Rahim Stana", "Haji Rahim Stana"]


@pytest.mark.parametrize("verb", ["lowered", "cut", "trimmed", "revised", "raised"])
def test_who_changes_a_toll_claims_it(verb: str) -> None:
    assert claimant_of(f"Officials in Hama {verb} the death toll to 33 from 41.", "33") == "officials"


def test_a_side_named_before_the_noun_makes_the_claim() -> None:
    assert claimant_of("Hamas rejected the Israeli claim that 20 gunmen were killed.", "20") == "Israel"


@pytest.mark.parametrize(
    "second",
    [
        "Another 153 people were wounded.",
        "A further 153 people were wounded.",
        "That brings the toll to 153.",
        "The figures bring the toll to 153.",
    ],
)
def test_a_tally_that_plainly_goes_on_keeps_its_claimant(second: str) -> None:
    text = f"The health ministry said 71 people were killed in Gaza on Monday. {second}"
    assert claimants(text) == ["health ministry", "health ministry"]


def test_the_articles_own_sentence_after_a_claim_is_nobodys() -> None:
    text = "The health ministry said 71 people were killed in Gaza on Monday. The town of Tal Adra lost 12 homes."
    assert claimants(text)[1] is None
