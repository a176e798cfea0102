"""Sources: one name for all the ways a person or a body is mentioned, and whom a pronoun means."""

from __future__ import annotations

import pytest

from extract.parse import parse_text
from extract.sources import Sources
from tests.reading import claimant_of, frames_of, plain


def speaker(text: str, number: int = -1) -> str | None:
    """The canonical name behind the last (or that) frame of a text."""
    source = frames_of(text)[number].source
    return plain(source.name) if source else None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Halim Gov. Ana Petrescu spoke.", "Ana Petrescu", "Halim Gov."),
        ("Veska’s Deputy Prime Minister Oleks Dahl spoke.", "Oleks Dahl", "Veska’s Deputy Prime Minister"),
        ("Serg Lavan, Veska’s foreign minister, spoke.", "Serg Lavan", "Veska’s foreign minister"),
        ("Svet Petran, the committee’s spokesperson, spoke.", "Svet Petran", "committee’s spokesperson"),
        ("U.S. Secretary of State Alan Brockman spoke.", "Alan Brockman", "U.S. Secretary of State"),
        (
            "The army's chief spokesman, Rear Adm. Dan Hagaro, spoke.",
            "Dan Hagaro",
            "army's chief spokesman; Rear Adm.",
        ),
        ("Union foreign policy chief Jose Borral spoke.", "Jose Borral", "Union foreign policy chief"),
        ("Gen. Abdel Rahim al-Burhani spoke.", "Abdel Rahim al-Burhani", "Gen."),
        (
            "Col. John “J.D.” Dorran, the force spokesman, spoke.",
            "John “J.D.” Dorran",
            "force spokesman; Col.",
        ),
    ],
)
def test_titles_and_appositions_give_names_and_roles(text: str, name: str, role: str) -> None:
    (person,) = Sources(parse_text(text)).persons
    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The air force in Kyiv said two drones fell.", "Ukraine's air force"),
        ("The Ukrainian air force said two drones fell.", "Ukraine's air force"),
        (
            "Russia’s Defense Ministry spoke. The Defense Ministry said two drones fell.",
            "Russia's Defense Ministry",
        ),
        ("Russia’s Defense Ministry spoke. The ministry said two drones fell.", "Russia's Defense Ministry"),
        ("The State Rescue Service (SRS) came. The SRS said two people died.", "State Rescue Service"),
        ("The U.S. military said two drones fell.", "U.S. military"),
        ("The Ministry of Health in Halim said two people died.", "Ministry of Health"),
        (
            "The Committee for Justice of Veska met. The committee said two people died.",
            "Committee for Justice of Veska",
        ),
        ("Veskenergo — the state-owned power company — said two plants stopped.", "Veskenergo"),
        ("The Harbour Front, an armed group, left. The group said two people died.", "Harbour Front"),
        ("Local officials said two people died.", "local officials"),
        ("Kyiv said two people died.", "Kyiv"),
    ],
)
def test_bodies_have_one_name_with_their_side(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ihor Terekan met aid workers. He said two people died.", "Ihor Terekan"),
        ("Ana Petrescu, the governor, met Gen. Omar Dahl. She said two people died.", "Ana Petrescu"),
        ("The army denied it. It said two people died.", "army"),
        (
            "Foreign Minister Hakim Fadan met his guest, Minister Abbas Rahan. Rahan said two people died.",
            "Abbas Rahan",
        ),
        (
            "President Ivo Marden and President Lena Orsk met. Orsk left. The president said two people died.",
            "Lena Orsk",
        ),
        (
            "Veskan President Ivo Marden met Halian President Lena Orsk. The Veskan president said two died.",
            "Ivo Marden",
        ),
        ("It was what the local mayor called a raid. Mayor Ihor Terekan left.", "Ihor Terekan"),
        ("A spokesman for the mission spoke. Two died, the spokesman said.", "spokesman for the mission"),
        ("Defense Secretary Ash Carrow spoke. The secretary said two people died.", "Ash Carrow"),
        ("Press Secretary Peter Crook spoke. The press secretary said two people died.", "Peter Crook"),
        ("Kim Jong Dal, the leader, came. Kim said two people died.", "Kim Jong Dal"),
        ("Dr. Samira Nassan came. The doctor said two people died.", "Samira Nassan"),
        ("Oleks Dahl spoke first. Dahl said two people died.", "Oleks Dahl"),
    ],
)
def test_pronouns_roles_and_surnames_lead_to_the_full_name(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "He said two people died.",
        "It was raining. They said two people died.",
        "Gov. Ivo Marden was met by Gov. Oleks Dahl. In the hall, where Gov. Marden and Gov. Dahl sat, the lights went out.",
    ],
)
def test_nobody_is_guessed_where_nobody_fits(text: str) -> None:
    assert [frame.source for frame in frames_of(text) if frame.claims] in ([], [None])


def test_a_woman_is_not_he() -> None:
    assert speaker("Spokeswoman Iva Lund spoke. He said two people died.") is None


def test_who_is_counted_in_the_same_sentence_is_not_he() -> None:
    text = (
        "Ole Kipre, governor of the Halim region, said in a post on Telegram that ports had been hit.\n\n"
        "Depots were damaged, at least one person was killed and two others were injured, he said."
    )
    assert speaker(text) == "Ole Kipre"


def test_the_side_and_the_body_a_person_speaks_for_are_kept() -> None:
    frame = frames_of("A spokesman for Russia’s Defense Ministry said two people died.")[-1]
    assert frame.source is not None
    assert frame.source.org is not None
    assert plain(frame.source.org.name) == "Russia's Defense Ministry"
    frame = frames_of("Russian President Ivo Marden said two people died.")[-1]
    assert frame.source is not None
    assert frame.source.side == "Russia"


def test_every_mention_points_at_its_words_and_has_a_reason() -> None:
    text = "Odesa Gov. Oleh Kipar spoke. Kipar left. The Ukrainian air force said the SES was late."
    sources = Sources(parse_text(text))
    assert {text[m.start : m.end] for m in sources.mentions} >= {
        "Oleh Kipar",
        "Kipar",
        "The Ukrainian air force",
    }
    assert all(mention.why for mention in sources.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officials said 4 people were hurt.", "officials"),
        ("“Four people were hurt.” Local officials said 4 people were hurt.", "local officials"),
        ("KYIV, Ukraine (Wire) — Police said 4 people were hurt.", "police"),
        ("Hospital staff said 4 people were hurt.", "hospital staff"),
        ("Ukrainian officials said 4 people were hurt.", "Ukrainian officials"),
        ("Hamas officials said 4 people were hurt.", "Hamas officials"),
        ("Health Ministry officials said 4 people were hurt.", "Health Ministry officials"),
        ("State Emergency Service said 4 people were hurt.", "State Emergency Service"),
    ],
)
def test_a_capital_that_only_opens_the_sentence_is_not_part_of_a_name(text: str, name: str) -> None:
    assert claimant_of(text, "4") == name


def test_a_manner_of_address_is_no_role() -> None:
    frames = frames_of("Mr Dahl, the mayor of Veska, said that it was over. Ms Petran said that it was not.")
    assert [(f.source.name, f.source.role) for f in frames if f.source] == [
        ("Dahl", "mayor of Veska"),
        ("Petran", None),
    ]
