"""Who claims a figure: frames before a semicolon, "quoted as saying", lost titles, tolls lowered, tallies that go on."""

import pytest
from reading import article_of, claimant_of, figure_of


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


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The company, Golden Valley Resources, said 10 of its men were missing.", "10", "Golden Valley Resources"),
        ("Residents who had helped to bury the dead put the toll higher, at 58.", "58", "residents"),
        ("An initial army statement had spoken of four dead.", "four", "army"),
        ("Russia launched 4,816 drones, according to an MBC News analysis of air force data.", "4,816", "MBC News"),
        ("Of those freed, 130 were flown to Aden, said Elke Vandamme, who leads the charity.", "130", "Elke Vandamme"),
        (
            "The group attacked a post on Tuesday, killing three soldiers, according to security sources, "
            "who said that the assailants lost ten men.",
            "ten",
            "security sources",
        ),
        (
            "The M23 said it held the town. In Ituri the toll rose to 34, the provincial governor's office said.",
            "34",
            "provincial governor's office",
        ),
        ('An official and a security source both spoke of "at least 15" dead.', "15", "official and security source"),
    ],
)  # fmt: skip
def test_who_is_printed_beside_the_verb_claims_it(text: str, word: str, who: str) -> None:
    assert claimant_of(text, word) == who


def test_deaths_that_raise_a_toll_are_nobodys_claim() -> None:
    assert claimants("Four more people died of hunger, raising the toll to 127.") == [None, None]


def test_who_accuses_others_of_firing_so_many_claims_it() -> None:
    text = "The Darfur Doctors Network accused the rebels of firing more than 120 shells at the camp."
    assert claimants(text) == ["Darfur Doctors Network"]


def test_a_group_named_right_behind_its_sort_claims_by_its_name() -> None:
    assert claimants("The research group Sahel Observatory counted 64 attacks on mines.") == [
        "Sahel Observatory"
    ]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("According to the information received from the authorities of the district, 16 shells fell there.", "16",
         "authorities of the district"),
        ("According to data obtained from the health directorate, 16 people died.", "16", "health directorate"),
        ("According to figures compiled from hospitals, 16 people died.", "16", "hospitals"),
        ("Information gathered by the monitors indicates that 16 people died.", "16", "monitors"),
        ("According to what the mayor told the agency, 16 people died.", "16", "mayor"),
        ("The mission said in a statement that it had cleared 16 devices from the road.", "16", "mission"),
        # Teams and committees are told apart by those they belong to and those they are made of.
        ("Field teams of the Marish Relief Agency found that 690 households had fled.", "690",
         "Field teams of the Marish Relief Agency"),
        ("A team of UN investigators said 690 people had been killed.", "690", "team of UN investigators"),
        ("A local committee of volunteers gave a higher figure, saying 17 people died.", "17",
         "local committee of volunteers"),
        # A clock's land ends no sentence.
        ("The bus was hit with 14 people inside at 6:40 a.m. Ostria time on Monday, the crisis center told the agency.",
         "14", "crisis center"),
    ],
)  # fmt: skip
def test_who_gave_it_stands_behind_the_word_for_what_was_given(text: str, word: str, who: str) -> None:
    assert claimant_of(text, word) == who


def test_a_headline_names_its_source_by_role_whichever_of_two_it_may_be() -> None:
    text = (
        "Death toll in attack on bus in Zhok Region rises to nine — governor\n\nZHOK, March 11, 2021. Three people were "
        "hurt, Zhok Region Governor Oleg Strizhko said. Marish Region Governor Ivan Dahl said two had died.\n"
    )
    figure = article_of(text).figures[0]
    assert (figure.value, figure.claimant) == (9, "governor")


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Interior Ministry: Toll of attack on checkpoint rises to five", "Interior Ministry"),
        ("Officials: Five killed in raid on camp", "officials"),
        ("Ostria war: Family of five killed in raid on camp", None),
        ("Attack on hospital: five killed in raid on camp", None),
    ],
)
def test_a_headline_may_name_its_source_before_a_colon(headline: str, who: str | None) -> None:
    text = f"{headline}\n\nZHOK, March 11, 2021. Nine men fled.\n"
    assert figure_of(text, 5).claimant == who


def test_troops_that_others_advise_report_nothing() -> None:
    text = "Special forces, advised by Ostrian soldiers, detained five suspects. The number given by police was nine."
    assert claimants(text)[0] is None
    assert claimant_of(text, "nine") == "police"
