"""Who goes on speaking, and who is only told of. All officials, towns and attacks are invented."""

from __future__ import annotations

import pytest

from extract.parse import parse_text
from extract.sources import Sources
from tests.reading import article_of, claimant_of, plain, quotes_of, speakers_of


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


INTRODUCED = [
    # a role, another one and the name
    ("Pavel Orsk left school at 12. His son, the architect Jan Orsk, remembers otherwise. He said his father “read like a man starving.”",
     [("read like", "Jan Orsk")]),
    ("“Mind the step,” is what his mother, Edna, shouted after him, says Colin Marsh.", [("Mind the", "Edna")]),
    # by what name somebody goes
    ("The rapper known as Lil Quartz has apologised for “a night I don’t remember.” “I was not myself,” he wrote on X.",
     [("a night", "Lil Quartz"), ("I was", "Lil Quartz")]),
    ("“We were lost,” said the man who drew it, Marc Tol of the Survey. Until a student, Wen Lau, read it, nobody had. “I turned it round,” she said.",
     [("We were", "Marc Tol"), ("I turned", "Wen Lau")]),
    # the one who has been named, or is named next
    ("Joe Tarrant scored twice. The winger was modest. “I just ran,” he said.", [("I just", "Joe Tarrant")]),
    ("Nina Holt, 30, won again. Behind her came Elsa Marek, 17.\n\n“I did not look,” said the teenager.", [("I did", "Elsa Marek")]),
    ("“I lost,” he said, smiling. Owen Hart had just conceded the race.", [("I lost,", "Owen Hart")]),
    ("Rita Calder is a tenant. The landlord’s lawyer called that “a fairy tale.”", [("a fairy", "landlord's lawyer")]),
    # bodies that look like persons, and what they are
    ("The sailing will stop on 1 November, Transport Velm confirmed. “We are sorry,” the agency said in a statement.",
     [("We are", "Transport Velm")]),
    ("They fined the brokerage Tallow Reese. Tallow Reese denied it. The firm said it had been “careless”.", [("careless", "Tallow Reese")]),
    ("One employee described the mood as “funereal.” Friends remembered Joel Fine as “a man of few words.”",
     [("funereal.", "One employee"), ("a man", "friends")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_whom_a_text_brings_in_speaks_by_the_name_it_gives(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(plain(words), who) for words, who in speakers_of(text)] == [
        (plain(words), who) for words, who in expected
    ]


def test_who_was_named_to_a_post_is_not_who_named_her() -> None:
    persons = Sources(parse_text("The mayor named Ana Petrescu to the post.")).persons
    assert all(person.role is None for person in persons)


def test_a_source_beside_a_body_is_not_the_body() -> None:
    text = "A military source informed EFZ. According to the source, the Houthis seized three hills."
    assert claimant_of(text, "three") == "military source"
