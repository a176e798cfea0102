"""Quotes: their words, their speakers, and what is no quote at all."""

from __future__ import annotations

import pytest

from extract.frames import find_frames
from extract.parse import parse_text
from extract.quotes import extract_quotes
from extract.sources import Sources
from tests.reading import plain, quotes_of, speakers_of

SPEAKERS = [
    # inverted, with apposition, age, relative clause
    ("“We will not stop,” said Brig. Gen. Amit Hallor, the chief spokesman. “Not now.”",
     [("We will", "Amit Hallor"), ("Not now.", "Amit Hallor")]),
    ("\"They fired at us,\" said Umm Khalan, a 43-year-old mother who fled.", [("They fired", "Umm Khalan")]),
    ("“I heard it,” said Olenka, 34, holding her cat.", [("I heard", "Olenka")]),
    ("“We hid,” a resident, who asked not to be named, said by telephone.", [("We hid,", "resident")]),
    # asked, replied, conjoined, participial
    ("Asked whether a truce was close, spokesman Nasser al-Farhan replied: \"Not yet.\"", [("Not yet.", "Nasser al-Farhan")]),
    ("Mayor Ali Haddan said he was “ready,” but added he would “wait.”", [("ready,", "Ali Haddan"), ("wait.", "Ali Haddan")]),
    ("The president, Ivo Marden, criticized allies, saying they had “shown no thanks” and noting that “trade goes on.”",
     [("shown no", "Ivo Marden"), ("trade goes", "Ivo Marden")]),
    ("The raid drew anger from the deputy speaker, Rima Khalid, who accused the army of “lying” and warning of “war”.",
     [("lying", "Rima Khalid"), ("war", "Rima Khalid")]),
    ("Minister Hakim Fadan met envoy Abbas Rahan. Rahan was “ready for talks”, he said, while Fadan urged “calm.”",
     [("ready for", "Abbas Rahan"), ("calm.", "Hakim Fadan")]),
    # according to, colon, dash, in the words of
    ("According to Hanan Sabban, a doctor, \"there were bodies everywhere.\"", [("there were", "Hanan Sabban")]),
    ("Salim Rantan: \"The wounded are lying on the floor.\"", [("The wounded", "Salim Rantan")]),
    ("“It was a long night for all of us here.” — Mayor Ana Petrescu", [("It was", "Ana Petrescu")]),
    ("It was, in the words of the mayor, Ana Petrescu, “a long night”.", [("a long", "Ana Petrescu")]),
    # partial
    ("Four died in what the local mayor called a “massive” attack.\n\nMayor Ihor Terekan was there.", [("massive", "Ihor Terekan")]),
    ("The minister, Ali Haddan, condemned what he called a “cowardly” raid and vowed “a crushing response.”",
     [("cowardly", "Ali Haddan"), ("a crushing", "Ali Haddan")]),
    ("Clearing mines and “large-scale repair” of bridges will come first, Ana Petrescu said.", [("large-scale repair", "Ana Petrescu")]),
    ("Gov. Oleh Kipar said the raid hit the “port and rail lines,” killing one.", [("port and", "Oleh Kipar")]),
    # he, she, it, the president, the spokesman, the group
    ("Ana Petrescu met Gen. Omar Dahl. “We agree,” the general said. “We do not,” said Petrescu.",
     [("We agree,", "Omar Dahl"), ("We do", "Ana Petrescu")]),
    ("The army said it hit 40 sites. “All went to plan,” it said in a statement.", [("All went", "army")]),
    ("Asked if it was true, the coordinator, Mari Stroudt, laughed. ‘My hands are full,’ she said.", [("My hands", "Mari Stroudt")]),
    ("A spokesman for the mission said two died. “More are missing,” the spokesman added.",
     [("More are", "spokesman for the mission")]),
    ("The Harbour Front, an armed group, denied it. “These are lies,” the group said.", [("These are", "Harbour Front")]),
    ("Capt. Ben Osan and Mayor Clara Ruan came. Osan said the man acted “alone.” Ruan called it “the darkest day”.",
     [("alone.", "Ben Osan"), ("the darkest", "Clara Ruan")]),
    # bodies, groups, nobody
    ("“The killing must stop,” said a joint statement by the foreign ministers of Veska and Halim.",
     [("The killing", "foreign ministers of Veska and Halim")]),
    ("Witnesses said soldiers shouted “Get out!” before opening fire.", [("Get out!", "soldiers")]),
    ("“No one,” she said, “can live like this.”", [("No one,", None), ("can live", None)]),
    # marks
    ("‘We have no water,’ said Hala Nassan. ‘The children are dying.’", [("We have", "Hala Nassan"), ("The children", "Hala Nassan")]),
    ("«We stay», said Hala Nassan.", [("We stay", "Hala Nassan")]),
    ("''We stay,'' said Hala Nassan.", [("We stay,", "Hala Nassan")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_the_speaker_is_found(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert speakers_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The film “Burning Fields” won a prize.",
        "Operation “Swords of Dawn” began at midnight, the army said.",
        "Col. John “J.D.” Dorran left the town.",
        "He grew up as Ibrahim “the Fox” Danso in the hills.",
        "The so-called “safe corridor” out of the town has been closed.",
        "Asked whether the president still considered them “ungrateful,” Ana Petrescu left.",
        "Its fighters had fired a “Yasin 105” shell, the group said.",
        "The resolution, which “demands an immediate ceasefire,” passed.",
        "They added the words “and rescue” to the sign.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_not_returned(text: str) -> None:
    assert quotes_of(text) == []


def test_kinds_tell_a_clause_from_a_phrase() -> None:
    quotes = quotes_of("“We are ready,” Petrescu said. She called it a “massive” raid.")
    assert [quote.kind for quote in quotes] == ["direct", "partial"]


def test_pieces_of_one_statement_share_the_utterance_of_the_first() -> None:
    quotes = quotes_of("“We are ready,” Petrescu said, “to go.” “Now,” she added. “At once.”")
    assert [quote.utterance == quotes[0].id for quote in quotes] == [True, True, False, False]
    assert quotes[3].utterance == quotes[2].id
    assert [quote.cue for quote in quotes] == ["said", "said", "added", None]


def test_a_quotation_over_two_paragraphs_has_one_speaker_and_one_utterance() -> None:
    first, second = quotes_of("“We want the roads open.\n\n“We want our sons back,” said Umm Jihan, a widow.")
    assert (first.speaker, second.speaker) == ("Umm Jihan", "Umm Jihan")
    assert first.utterance == second.utterance


def test_a_paragraph_of_a_quotation_alone_goes_on_with_the_speaker_before() -> None:
    text = "“We saw it,” Ana Petrescu said.\n\n“It came from the north and hit the school.”\n\nThe road is closed."
    assert [speaker for _, speaker in speakers_of(text)] == ["Ana Petrescu", "Ana Petrescu"]


def test_marked_words_under_a_colon_belong_to_who_said_so() -> None:
    text = "Foreign Secretary Clara Holm spoke. The Foreign Secretary said:\n\n“This was an indefensible attack.”"
    assert speakers_of(text) == [("This was", "Clara Holm")]


def test_the_fields_of_a_quote_come_from_its_frame() -> None:
    text = "“It is calm,” Odesa Gov. Oleh Kipar told reporters in a post on Telegram on Friday."
    (quote,) = quotes_of(text)
    assert quote.speaker == "Oleh Kipar"
    assert (quote.speaker_start, quote.speaker_end) == (text.index("Oleh"), text.index(" told"))
    assert quote.speaker_text == "Oleh Kipar"
    assert quote.role == "Odesa Gov."
    assert (quote.cue, quote.channel, quote.addressee) == ("told", "Telegram", "reporters")
    assert quote.speaker_why


def test_the_channel_of_a_statement_holds_for_the_same_speakers_next_words() -> None:
    text = "Ana Petrescu said on Telegram that two died. “It was dark,” she said.\n\n“Very,” said Omar Dahl."
    assert [quote.channel for quote in quotes_of(text)] == ["Telegram", None]


def test_time_words_beside_the_cue_give_the_day_of_the_quote() -> None:
    text = "“It is calm,” Ana Petrescu said on Friday."
    parsed = parse_text(text)
    sources = Sources(parsed)
    asked: list[str] = []

    def resolve(start: int, end: int) -> tuple[str, str | None] | None:
        asked.append(text[start:end])
        return ("Friday", "2021-03-05") if "Friday" in text[start:end] else None

    (quote,) = extract_quotes(parsed, sources, find_frames(parsed, sources), "article", resolve_when=resolve)
    assert (quote.when, quote.date) == ("Friday", "2021-03-05")
    assert all("calm" not in words for words in asked)


def test_a_reported_clause_without_marks_is_an_indirect_quote() -> None:
    text = "Gov. Oleh Kipar said on Telegram that two people died in the raid, adding that three were hurt."
    first, second = quotes_of(text, indirect=True)
    assert first.text == "two people died in the raid"
    assert second.text == "three were hurt"
    assert {first.speaker, second.speaker} == {"Oleh Kipar"}
    assert text[first.start : first.end] == first.text


@pytest.mark.parametrize(
    "text",
    [
        "The attack suggests that two people died.",
        "Kipar said “two people died in the raid.”",
        "Two people died in the raid.",
        "According to Kipar, two people died.",
    ],
)
def test_indirect_quotes_are_kept_sober(text: str) -> None:
    assert quotes_of(text, indirect=True) == []


def test_offsets_and_ids_are_exact_and_stable() -> None:
    text = "🚀 “Done,” he said. “Ça va,” said Mayor Zoë Müllan; «Oui», added Müllan. ‘It’s 𝔸.’"
    quotes = quotes_of(text)
    assert [text[quote.start : quote.end] for quote in quotes] == [quote.text for quote in quotes]
    assert [quote.id for quote in quotes] == [quote.id for quote in quotes_of(text)]
    assert len({quote.id for quote in quotes}) == len(quotes) >= 3


@pytest.mark.parametrize(
    "text", ["", "“", "“”", "said said said", "he said:", "” he said “", "“a” — ", ": “x”", "“A” “B” “C”"]
)
def test_scraps_do_no_harm(text: str) -> None:
    for quote in quotes_of(text):
        assert text[quote.start : quote.end] == quote.text
        assert plain(quote.text)
