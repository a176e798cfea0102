"""Quotes in the manners of the general press: campaigns, hearings, courts, business, local news."""

from __future__ import annotations

import pytest

from extract.parse import parse_text
from extract.sources import Sources
from tests.reading import claimant_of, frames_of, plain, quotes_of, speakers_of

NAMES = [
    ("Homeowner Carla Estes wept.", "Carla Estes", "Homeowner"),
    ("State Auditor Audrey Ruiz wept.", "Audrey Ruiz", "State Auditor"),
    ("House Majority Whip Josephine Ward wept.", "Josephine Ward", "House Majority Whip"),
    ("Chief Executive Marta Lindqvist wept.", "Marta Lindqvist", "Chief Executive"),
    ("Sheriff Mark Delgado wept.", "Mark Delgado", "Sheriff"),
    ("Dean Baker Ashworth wept.", "Dean Baker Ashworth", None),
]


@pytest.mark.parametrize(("text", "name", "role"), NAMES)
def test_any_word_for_what_people_are_is_a_title_before_a_full_name(
    text: str, name: str, role: str | None
) -> None:
    (person,) = Sources(parse_text(text)).persons
    assert (person.name, person.role) == (name, role)


def test_party_and_state_after_a_name_are_no_name() -> None:
    text = "Rep. Ann Lowell, D-Calif., met Sen. Tom Brandt (R-Texas)."
    assert [person.name for person in Sources(parse_text(text)).persons] == ["Ann Lowell", "Tom Brandt"]


SPEAKERS = [
    # the verb stands past names set off by commas, which the parse mistakes
    ("Pressed by Rep. Ana Molina, D-Calif., the agency’s acting director, Walter Grange, conceded that they “missed things.”",
     [("missed things.", "Walter Grange")]),
    ("The regional governor, Ihor Matvan, posted on Telegram that crews worked “under threat of a second strike”.",
     [("under threat", "Ihor Matvan")]),
    # a question mark inside the marks does not end the sentence that asks
    ("Sen. Ana Molina sat down. “Do you have any number?” Molina pressed.", [("Do you", "Ana Molina")]),
    ("“Is it closed?” Rep. Ann Lowell (R-Ky.) demanded.", [("Is it", "Ann Lowell")]),
    # a colon gives the words to the subject, whatever its verb
    ("Ricky Vanter, a radio host, followed up an hour later: “Potholes are the new normal!”", [("Potholes are", "Ricky Vanter")]),
    ("The mayor, Jihad Moukan, shrugged: “We will rebuild it again.”", [("We will", "Jihad Moukan")]),
    ("Sen. Ana Molina had advice. Her advice to voters: “Bring a coat, and a chair.”", [("Bring a", "Ana Molina")]),
    ("Tom Brandt opened the letter: “You have been dismissed.”", [("You have", None)]),
    # the sentence before is about somebody named in an apposition
    ("His former partner, Maya Trent, sees it otherwise. “He sold what was not his. He always leaves that out.”",
     [("He sold", "Maya Trent")]),
    # the sentence after names who it was
    ("“You cannot burn down the house and then complain about the smoke.” That was Bill Toomey, the ranking member.",
     [("You cannot", "Bill Toomey")]),
    ("“Irresponsible and sad.” That is how Asha Greer, the budget director, put it.", [("Irresponsible and", "Asha Greer")]),
    # papers
    ("The complaint describes the plan as “detailed and imminent.”", [("detailed and", "complaint")]),
    ("Dwight Amory was held. He said he was “tired.” The indictment says he acted “knowingly and willfully.”",
     [("tired.", "Dwight Amory"), ("knowingly and", "indictment")]),
    ("The Alder Foundation announced her departure late Friday. “We thank her and wish her well,” read the statement.",
     [("We thank", "Alder Foundation")]),
    ("Protesters carried signs that read “No cuts, no excuses.”", [("No cuts,", None)]),
    # who did the finding, and whose dismissal it is
    ("State Auditor Audrey Ruiz, in a report released the same day, found “a pattern of carelessness” but no theft.",
     [("a pattern", "Audrey Ruiz")]),
    ("The Harbour Front said it took the garrison, a claim the army dismissed as “a fantasy for the cameras”.",
     [("a fantasy", "army")]),
    # one person under other words
    ("Singer Marcus Halden is back. “You can’t write when every hour is sold,” the 34-year-old said.",
     [("You can’t", "Marcus Halden")]),
    ("“There is no time to count the children,” said a villager who gave her name only as Ma Htay.", [("There is", "Ma Htay")]),
    ("A Defense spokesman came, and Air Force Col. Laura Hindle, with Karl Voss, a British officer. Voss spoke. The colonel called it “uneven.”",
     [("uneven.", "Laura Hindle")]),
    ("Hanabe Steel will close two furnaces, a step its president called “painful”.\n\n“We must shrink,” said its president, Kenji Moritani.",
     [("painful", "Kenji Moritani"), ("We must", "Kenji Moritani")]),
    ("She told her supervisor, Hal Brandt, and Brandt left. She was told by her supervisor, Hal Brandt, to “keep quiet.”",
     [("keep quiet.", "Hal Brandt")]),
    # bodies
    ("Shares of Corvan Industries Inc. fell. The company said it “expects conditions to remain hard.” Corvan was “sorry,” it said.",
     [("expects conditions", "Corvan Industries Inc."), ("sorry,", "Corvan Industries Inc.")]),
    ("The paramilitary Rapid Harbour Forces said they had “liberated” the garrison.", [("liberated", "Rapid Harbour Forces")]),
    ("A Department for Roads spokesperson said: “We are committed to every road in it.”",
     [("We are", "Department for Roads spokesperson")]),
    ("Hundreds of protesters marched, chanting “Whose streets? Our streets!”", [("Whose streets?", "Hundreds of protesters")]),
    # party, article, owner of the subject
    ("Rep. Ann Lowell, R-Ky., met Sen. Bob Tarn (D-N.Y.). “I am here,” the Kentucky Republican said. “No,” the Democrat said.",
     [("I am", "Ann Lowell"), ("No,", "Bob Tarn")]),
    ("Republican Arlo Pickens trails. “Nine points is nothing,” said Suzette Marin.\n\nPickens’s pitch is simpler. “Vote for the guy who shows up,” he tells crowds.",
     [("Nine points", "Suzette Marin"), ("Vote for", "Arlo Pickens")]),
    ("In an interview with The Montana Courier, Tobias Renkist was asked for his secret. “Open early,” he replied.",
     [("Open early,", "Tobias Renkist")]),
    ("Contacted by AFP, the Halimi army said its troops “fired warning shots”.", [("fired warning", "Halimi army")]),
    ("The union representing 4,000 Sunny Mills workers said it was “watching closely.”", [("watching closely.", "union")]),
    ("Lord Justice Harcort said it was “a shame”, and other judges condemned the “lamentable” case.",
     [("a shame", "Harcort"), ("lamentable", "other judges")]),
    ("A current official put it starkly. “We have a map of the fires,” the official said.", [("We have", "current official")]),
    ("The Harbour rebel group said it was asked in “by the people”.", [("by the", "Harbour rebel group")]),
    ("The M23 rebel group said it was asked in “by the people”. M23 called it “calm.”", [("by the", "M23"), ("calm.", "M23")]),
    # a statement that goes on later, and one that another's deed cuts off
    ("“She has been wrong about everything,” wrote Gov. Lyle Amory. Minutes later: “Shame!”", [("She has", "Lyle Amory"), ("Shame!", "Lyle Amory")]),
    ("Jimmy Pasko claimed his men were “protecting the streets.” Mireille Dorvan laughs at that. “From whom?”",
     [("protecting the", "Jimmy Pasko"), ("From whom?", "Mireille Dorvan")]),
    # a full name that only a quotation has
    ("“The so-called expert Mara Stellan has been wrong,” wrote Gov. Lyle Amory.\n\nStellan responded with two words: “Still waiting.”",
     [("The so-called", "Lyle Amory"), ("Still waiting.", "Mara Stellan")]),
    ("An internal memo warns that pipes are “near collapse.” It blames a freeze that it calls “self-made.”",
     [("near collapse.", "internal memo"), ("self-made.", "internal memo")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(plain(words), who) for words, who in speakers_of(text)] == [
        (plain(words), who) for words, who in expected
    ]


def test_he_is_never_a_woman_by_name_where_a_man_is_near() -> None:
    text = (
        "Olena Podolan spoke with Ihor Matvan, the governor, at the plant. “We stay,” he said.\n\n"
        "Sabah al-Obaidan, an elder, told reporters that tunnels were left. “We know the holes,” he said."
    )
    assert speakers_of(text) == [("We stay,", "Ihor Matvan"), ("We know", "Sabah al-Obaidan")]


def test_the_words_that_name_the_speaker_are_kept_where_no_verb_reports() -> None:
    (quote,) = quotes_of("Victor Stahlin, the founder, was unrepentant. “I would sell it again tomorrow.”")
    assert (quote.speaker, quote.speaker_text) == ("Victor Stahlin", "Victor Stahlin")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Three people were killed in Kursivo, the governor said.", "governor"),
        ("Three people were wounded in Khan Yasir, a medic said.", "medic"),
        ("The toll has risen since 1 May, its spokesperson said on Friday.", "spokesperson"),
        ("Three people were killed in Marvo, the mayor wrote on X.", "mayor"),
        ("Three people were killed, Ana Petrescu, the governor, said.", "Ana Petrescu"),
    ],
)
def test_a_place_or_a_month_before_who_speaks_is_not_who_speaks(text: str, claimant: str) -> None:
    (frame,) = frames_of(text)
    assert frame.source is not None
    assert frame.source.name == claimant


def test_a_sentence_ends_at_the_network_x() -> None:
    text = "Three people were killed in Marvo, the mayor wrote on X. Two more were wounded, police said."
    assert claimant_of(text, "Three") == "mayor"
    assert claimant_of(text, "Two") == "police"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sheikh Adel al-Masran said a truce had been reached but cautioned: “Nobody trusts it.”", "Adel al-Masran"),
        ("The mediator said talks had resumed but warned: “Time is short.”", "mediator"),
        ("The army said nine of its men had died and claimed that it had “won the valley.”", "army"),
    ],
)  # fmt: skip
def test_a_truce_or_a_number_never_speaks_for_whoever_reports_it(text: str, speaker: str) -> None:
    assert quotes_of(text)[-1].speaker == speaker


def test_two_who_speak_after_an_opening_phrase() -> None:
    text = "In a joint statement, France, Germany and Britain urged both sides to “step back from the brink”."
    assert speakers_of(text) == [("step back", "France and Germany and Britain")]


def test_what_something_is_known_as_is_no_quote() -> None:
    assert quotes_of("The army said it had closed the crossing known as “the Gate”.") == []


def test_they_may_be_a_group_that_has_acted_but_not_one_that_was_counted() -> None:
    text = "The office said so. Families of the hostages called a march. “Every day is a danger,” they said."
    assert speakers_of(text) == [("Every day", "families of the hostages")]
    text = "Medics said the ward was full. Five residents were treated there. “We had no beds,” they said."
    assert speakers_of(text) == [("We had", "medics")]


def test_who_stands_beside_the_source_and_not_beside_the_number() -> None:
    text = "Five of the dead were children, according to medics, who said that 17 people were wounded."
    assert claimant_of(text, "17") == "medics"


MORE = [
    # titles of several words, appositions and relative clauses around the verb
    ("“We are able to respond,” said the Deputy Humanitarian Coordinator for Halim, Ayaan Brekkan.", [("We are", "Ayaan Brekkan")]),
    ("“There was flour on everything,” one of them, a teacher who asked not to be named, said.", [("There was", "teacher")]),
    ("The group Rahbandi, which is based abroad, reported that two died, a charge that the governor, Ali Mokhtar, dismissed as “nonsense”.",
     [("nonsense", "Ali Mokhtar")]),
    ("It began an operation, code-named “Open Furrow”, and a spokeswoman, Maj. Sitan Diarran, promised: “A child will be able to walk it.”",
     [("A child", "Sitan Diarran")]),
    ("Ana Petrescu, governor of the province, asked both sides to “let the ambulances pass”.", [("let the", "Ana Petrescu")]),
    # he, where two men are named
    ("Omar Haddan and Naim Jassan traded charges. “There was no order,” Haddan told parliament. Jassan, he added, was “looking for a flag”.",
     [("There was", "Omar Haddan"), ("looking for", "Omar Haddan")]),
    ("A surgeon there, Dr Hisham Qadran, told The Halim Courier that many were children. “I have stopped asking,” he said.",
     [("I have", "Hisham Qadran")]),
    ("A police spokesman promised to “restore calm”.\n\nOne villager, Danjuma Sulan, said he had hidden. “I could see them,” he said.",
     [("restore calm", "police spokesman"), ("I could", "Danjuma Sulan")]),
    ("Lou Castell said he won. “On points,” he said. Gov. Nina Priory smiled. “Lou, I was against it.”",
     [("On points,", "Lou Castell"), ("Lou, I", "Nina Priory")]),
    ("“The president has been told,” Mary Stokan said.\n\n“That is not the same thing,” a reporter said.\n\n“No,” she allowed, “it is shorter.”",
     [("The president", "Mary Stokan"), ("That is", "reporter"), ("No,", "Mary Stokan"), ("it is", "Mary Stokan")]),
    ("Kara Fenwin, who worked for the chef, said in an interview that he had told her she was “too slow.”", [("too slow.", None)]),
    # the statement is whose it was, not the last man's quoted
    ("The Harbour Command said in a release that it hit six targets. “We will go on,” said Maj. Gen. Mark Tredan. The strikes were “precise,” the statement said.",
     [("We will", "Mark Tredan"), ("precise,", "Harbour Command")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_speakers_of_reports(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert speakers_of(text) == expected


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("It is “a drought,” according to Lukas Brandt, the head of mission, who spoke to reporters by video link.", "video link"),
        ("“Our aim is simple,” Col. Darren Whitlow told reporters by videoconference.", "videoconference"),
        ("The group claimed in a leaflet that it had “won the road”.", "leaflet"),
    ],
)  # fmt: skip
def test_channels(text: str, channel: str) -> None:
    (quote,) = quotes_of(text)
    assert quote.channel == channel
