"""Reporting frames: who claims which words, in all the places a sentence puts the source."""

from __future__ import annotations

import pytest

from tests.reading import claim_frame, claimant_of, frames_of

CLAIMS = [
    ("At least 31 people were killed in Halim, the health ministry said.", "31", "health ministry"),
    ("The mayor said 31 people were killed. Among them were 12 children.", "12", "mayor"),
    ("Two raids killed 40 people on Monday, according to local health officials.", "40", "local health officials"),
    ("According to the relief council, 2,000 people have fled. Another 500 are trapped.", "2,000", "relief council"),
    ("According to the relief council, 2,000 people have fled. Another 500 are trapped.", "500", "relief council"),
    ("According to the relief council, 2,000 people have fled. In Tal Adra 500 are trapped.", "500", None),
    ("The rebels claimed they took 12 trucks, while the army said it had burned 30 of them.", "12", "rebels"),
    ("The rebels claimed they took 12 trucks, while the army said it had burned 30 of them.", "30", "army"),
    ("Two soldiers died and five were wounded, a military spokesman told a news agency.", "five", "military spokesman"),
    ("Officials put the death toll at 45.", "45", "officials"),
    ("The civil defense agency reported 14 deaths in the strike.", "14", "civil defense agency"),
    ("The toll has risen to 120, the governor of Halim told state television.", "120", "governor of Halim"),
    ("State television said five missiles hit the base. It said three people were hurt.", "three", "state television"),
    ("A strike killed 18 people, the Halim Observatory for Rights said, adding that four were boys.", "four",
     "Halim Observatory for Rights"),
    ("The Veskan air force said it had launched 88 drones, of which 60 were shot down.", "60", "Veskan air force"),
    ("Drones hit 15 sites overnight, the air force in Kyiv said, of which six were bases.", "15", "Ukraine's air force"),
    ("Drones hit 15 sites overnight, the air force in Kyiv said, of which six were bases.", "six", "Ukraine's air force"),
    ("The raid, which the ministry said saw 162 drones sent out, lasted an hour.", "162", "ministry"),
    ("The bombing, which officials said killed 16 people, took place at noon.", "16", "officials"),
    ("The strikes appeared to hit depots as officials said at least 22 people had been hurt.", "22", "officials"),
    ("Rescue workers pulled 9 bodies from the rubble.", "9", None),
    ("The Guards said in a statement carried by the state news agency that 38 missiles hit bases.", "38", "Guards"),
    ("A statement issued by the health ministry said 12 people had died.", "12", "health ministry"),
    ("The defence minister said 80 marines were advising the army, and that 300 soldiers had been trained.", "300", "defence minister"),
    ("Officials warned of floods, and that 40 people were missing.", "40", "officials"),
    ("In a statement, the army said it killed 6 militants.", "6", "army"),
    ("The refugee agency estimates that 1.2 million people have been displaced.", "1.2", "refugee agency"),
    ("The governor said on Telegram that 3 people were hurt. A further 7 were in hospital, he added.", "7", "governor"),
    ("Police said the bomber killed 10 people, but witnesses said at least 25 died.", "10", "police"),
    ("Police said the bomber killed 10 people, but witnesses said at least 25 died.", "25", "witnesses"),
    ("The army's claim that 400 rebels surrendered could not be verified.", "400", "army"),
    ("Hospital director Amina Sowe said 12 bodies were brought in and that 30 people were treated.", "30", "Amina Sowe"),
    ("At least 17 people were reported killed, medics said.", "17", "medics"),
    ("“We have 14 dead,” Mayor Luka Petrovan said.", "14", "Luka Petrovan"),
    ("Rebels seized 3 villages overnight, residents and local officials said.", "3", "residents and local officials"),
    ("The junta said 1,700 had died, though opposition groups put the figure at 2,400.", "2,400", "opposition groups"),
    ("Some 900 inmates escaped, the prison's director, Jo Mbekana, told reporters.", "900", "Jo Mbekana"),
    ("The largest number reported by the ministry in a day was 93.", "largest", "ministry"),
    ("The ministry was quoted as saying that 41 people were missing.", "41", "ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "claimant"), CLAIMS)
def test_the_nearest_governing_frame_claims_the_word(text: str, word: str, claimant: str | None) -> None:
    assert claimant_of(text, word) == claimant


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that 300 of its soldiers had surrendered.",
        "The army did not say that 300 people had died.",
        "The mayor disputed the count of 300 dead.",
        "The ministry rejected a report of 300 dead.",
    ],
)
def test_denials_and_disputes_are_marked(text: str) -> None:
    frame = claim_frame(text, "300") or next(f for f in frames_of(text) if f.negated)
    assert frame.negated


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Gov. Ana Petrescu said in a Telegram post that two people died.", "Telegram"),
        ("“Two died,” Petrescu said in a post on X.", "X"),
        ("“Two died,” Petrescu wrote on social media.", "social media"),
        ("Petrescu told reporters at a briefing on Friday that two people died.", "briefing"),
        ("Petrescu said in her nightly address that two people died.", "nightly address"),
        ("“Two died,” Petrescu said in a Nov. 24 statement.", "statement"),
        ("In a televised speech, Petrescu said two people died.", "televised speech"),
        ("Petrescu told journalists in a WhatsApp chat that two people died.", "WhatsApp"),
        ("A statement from the ministry said two people died.", "statement"),
        ("Two people died, the release said.", "release"),
        ("Petrescu said two people died when a telegram office was hit.", None),
        ("Petrescu said two people died.", None),
    ],
)
def test_the_channel_is_read_beside_the_verb(text: str, channel: str | None) -> None:
    assert frames_of(text)[0].channel == channel


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Petrescu told reporters on Monday that two people died.", "reporters"),
        ("“Two died,” Petrescu told Channel Nine.", "Channel Nine"),
        ("Petrescu said that two people died.", None),
    ],
)
def test_the_addressee_is_whoever_is_told(text: str, addressee: str | None) -> None:
    assert frames_of(text)[0].addressee == addressee


def test_a_colon_at_the_end_of_a_paragraph_governs_the_unmarked_paragraphs_under_it() -> None:
    text = (
        "Foreign Secretary Clara Holm welcomed the report.\n\nThe Foreign Secretary said:\n\n"
        "The strike killed at least ten people and destroyed vital aid.\n\n"
        "Over half a million people are still besieged there."
    )
    assert claimant_of(text, "ten") == "Clara Holm"
    assert claimant_of(text, "half") == "Clara Holm"
    assert claimant_of(text, "report") is None


def test_a_colon_stops_governing_where_somebody_else_speaks() -> None:
    text = "The Foreign Secretary said:\n\nThe strike killed ten people.\n\nThe army said 12 had died.\n\nIt hit 3 trucks."
    assert claimant_of(text, "ten") == "Foreign Secretary"
    assert claimant_of(text, "12") == "army"
    assert claimant_of(text, "3") is None


@pytest.mark.parametrize(
    "text",
    [
        "The attack suggests that 300 fighters took part.",
        "Trump-era rules would say otherwise.",
        "The shell hit 4 houses and a school.",
        "Soldiers are expected to report to 3 bases.",
    ],
)
def test_what_nobody_says_has_no_claimant(text: str) -> None:
    assert all(frame.source is None or not frame.claims for frame in frames_of(text))


def test_frames_stand_in_text_order_with_their_reasons() -> None:
    frames = frames_of("The army said one died. Two were hurt, it added. According to medics, three fled.")
    assert [frame.cue_text for frame in frames] == ["said", "added", "according to"]
    assert [frame.offset for frame in frames] == sorted(frame.offset for frame in frames)
    assert all(frame.why for frame in frames)
