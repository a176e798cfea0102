"""Whom a noun, a pronoun, a paper or "was" means as the speaker. All persons are invented."""

from __future__ import annotations

import pytest

from tests.reading import plain, quotes_of, speakers_of

NOUNS = [
    # the only person of the text, though no subject
    ("Nobody had told Clara Benitez. “I was unblocking a sink,” the novelist said.", [("I was", "Clara Benitez")]),
    ("The premiere of Tobias Klee’s opera ends in silence.\n\nThe composer was pleased. “They stayed,” he said.",
     [("They stayed,", "Tobias Klee")]),
    # who is there by his task is not who is spoken of
    ("John Reed was sentenced to five years. “You are a coward,” the judge told him.", [("You are", "judge")]),
    ("Ana Petrescu was hurt in the crash. “She ran out,” the driver said.", [("She ran", "driver")]),
    ("Ana Petrescu has baked here since 1990. Few know her. “It is a treasure,” the mayor of Halim said.",
     [("It is", "mayor of Halim")]),
    ("A pastor and a nurse were there. The strike hit Nam Pyar on Friday. “We prayed,” the pastor said.", [("We prayed,", "pastor")]),
    # an office before the name
    ("Did the minister know? “Not at all,” Renske Bos insisted. Her critic, the MP Hugo Bax, disagreed. He had proof. It was long.\n\n"
     "“I send forty of those a day,” the minister countered.",
     [("Not at", "Renske Bos"), ("I send", "Renske Bos")]),
    # what the noun says that somebody did
    ("Joan Hale, who succeeded her, nodded. “I framed it,” said her successor.", [("I framed", "Joan Hale")]),
    ("Dora Finch, 40, who founded the choir, wept. “It is over,” the founder said.", [("It is", "Dora Finch")]),
    ("One of them, a mechanic who gave only his first name, Carl, said it was “hard.” “We cried,” he said.",
     [("hard.", "Carl"), ("We cried,", "Carl")]),
    ("Her counterpart across the table, Giles Rennie, smiled. “So is walking out,” he said.", [("So is", "Giles Rennie")]),
    ("Her partner, the Greens, said they were “not surprised” by it.", [("not surprised", "Greens")]),
    ("Marion Tate, whose husband died in the mine, came to court. “It isn’t enough,” the 58-year-old said.",
     [("It isn't", "Marion Tate")]),
    # bodies
    ("Neighbours called Mr. Doyle “quiet.” One of them, Bernice Tolland, had a theory. “He is in love,” she said.",
     [("quiet.", "neighbours"), ("He is", "Bernice Tolland")]),
    ("The airline, Atlantic Crest, said nobody was hurt. The company praised the pilot’s “calm” landing.", [("calm", "Atlantic Crest")]),
    ("Vantor, the chip designer, will cut jobs, the company said, calling it “a reset”.", [("a reset", "Vantor")]),
]  # fmt: skip

PRONOUNS = [
    ("Dan Reed sat still as the lawyer Ishika Dar read it out. She asked him if he had looked. “I had a bad knee,” he said.\n\n"
     "“That isn’t what I asked.”\n\n“No,” he said.",
     [("I had", "Dan Reed"), ("That isn't", "Ishika Dar"), ("No,", "Dan Reed")]),
    ("“They came,” said Imogen Flood, a partner.\n\nThe owner, who asked not to be named, said she was leaving. Pressed, she blamed the seals.\n\n"
     "“They have opinions,” she said.",
     [("They came,", "Imogen Flood"), ("They have", "owner")]),
    ("Is Jameson fit? “No.”", [("No.", None)]),
    ("“Come back!” someone cried.", [("Come back!", None)]),
]  # fmt: skip

FRAMES = [
    ("The manager for Gov. Hal Brody said that the governor would not publish it, calling the demand “a stunt.”",
     [("a stunt.", "manager for Gov. Hal Brody")]),
    ("The Kremlin on Tuesday brushed aside the report as “fiction of the cheapest kind.”", [("fiction of", "Kremlin")]),
    ("Astrid Holm’s last words were “lovely morning up here.”", [("lovely morning", "Astrid Holm")]),
    ("Her answer to the board was: “Never again.”", [("Never again.", None)]),
    ("To prosecutors, he was “the most prolific thief in town.”", [("the most", "prosecutors")]),
    ("For Der Morgen, it was “forty minutes of coughing.”", [("forty minutes", "Der Morgen")]),
    ("“A bar fight in Halim,” Dan Reed would say.", [("A bar", "Dan Reed")]),
    ("The inn, whose menu describes its kitchen as “spotless,” may reopen.", [("spotless,", "inn")]),
    ("A leaked cable describes the minister as “vain and lazy.”", [("vain and", "leaked cable")]),
    ("It is an offer that the mill’s owners had described as “final”.", [("final", "mill's owners")]),
    ("Dan Reed, the copywriter, on X: “I stand by it.”", [("I stand", "Dan Reed")]),
    ("The captain, Ana Petrescu, turned back. “We are landing,” passengers recall her announcing.", [("We are", "Ana Petrescu")]),
    ("A guard overheard the minister telling an aide: “Get me out of here.”", [("Get me", "minister")]),
    ("Her agent confirmed it in a short statement. “We ask for calm,” it read.", [("We ask", "agent")]),
    # papers whose author is named afterwards
    ("“The roof will hold.”\n\nThose words were read out in court. Their author, Malcolm Trench, sat still.", [("The roof", "Malcolm Trench")]),
    ("“We ate the horse,” begins the diary. Its author was 13. Sami Rahal is a lawyer now.", [("We ate", "Sami Rahal")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOUNS + PRONOUNS + FRAMES)
def test_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(plain(words), who) for words, who in speakers_of(text)] == [
        (plain(words), who) for words, who in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The theme of the party was “red and gold”.",
        "In Halim, the bridge was “closed” for a day.",
        "For fun, it was “open” to all.",
    ],
)
def test_what_was_so_is_nobodys_words(text: str) -> None:
    assert quotes_of(text) == []


def test_a_long_run_of_one_pronoun_is_not_followed_to_its_head() -> None:
    assert speakers_of("Dan Reed rose. " + "He ran. He sat. " * 600 + "“No,” he said.") is not None


def test_what_somebody_would_say_if_asked_was_not_said() -> None:
    assert speakers_of("If asked, “Never,” I would say.") == [("Never,", None)]
