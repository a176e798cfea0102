"""Who speaks, wherever a report of another house puts it: after the clause, behind a title, in a phrase of its own."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of, plain, speakers_of


@pytest.mark.parametrize(
    ("text", "number", "claimant"),
    [
        (
            "The figure rose after 12 of the injured died in the clinic, explained the director of the clinic, Ana Petrescu.",
            12,
            "Ana Petrescu",
        ),
        ("Gunmen came at dawn and killed 12 people, recalled a resident.", 12, "resident"),
        (
            "Nine were injured and one of them died in hospital, which raises the death toll to 12, the town's mayor, Ana Petrescu, confirmed.",
            12,
            "Ana Petrescu",
        ),
        (
            "The Acting Deputy Director, Army Press Relations, Maj. Bako Sule, disclosed that 12 fighters were killed.",
            12,
            "Bako Sule",
        ),
        (
            "In a statement on Facebook, the Novian National Defense Force (NNDF) said that it had conducted an operation in which 12 rebels were killed.",
            12,
            "Novian National Defense Force",
        ),
        (
            "In the hilly province of Wadi, 12 rebels, among them a commander, have lost their lives in combat around Jabal Sahl, a military source informed the agency.",
            12,
            "military source",
        ),
        ("Shells have killed 12 people since May, by the Health Ministry's count.", 12, "Health Ministry"),
        (
            "The command knows of a statement by health officials in the port that 9 civilians were killed and 12 wounded.",
            12,
            "health officials",
        ),
        ("As the mayor of Tambo, Luis Prado, explained to the agency, 12 people died.", 12, "Luis Prado"),
        ("12 people died, as explained by the mayor of Tambo, Luis Prado.", 12, "Luis Prado"),
        ("12 people died, as the regional ministry confirmed.", 12, "regional ministry"),
        (
            "A military officer posted in the region, who requested anonymity, told the agency 12 soldiers had died.",
            12,
            "military officer",
        ),
        ("12 people remain missing, per the Red Crescent.", 12, "Red Crescent"),
        ("The rebels claimed in a statement on Sunday to have destroyed 12 vehicles.", 12, "rebels"),
        (
            "In a message, the group's spokesman, Abu Walid, boasted of having killed 12 soldiers.",
            12,
            "Abu Walid",
        ),
        ("The mayor of Tambo, Luis Prado, lamented on local radio that 12 people died.", 12, "Luis Prado"),
        ("Data from the monitoring group Conflict Watch shows 12 attacks since May.", 12, "Conflict Watch"),
        ("According to preliminary information from the rescuers, 12 people were trapped.", 12, "rescuers"),
        (
            "After the shelling 12 people were injured, Oleh Tkach, the head of the council, informed.",
            12,
            "Oleh Tkach",
        ),
    ],
)
def test_who_counts_is_found_wherever_the_sentence_puts_it(text: str, number: int, claimant: str) -> None:
    found = plain(figure_of(text, number).claimant)
    assert found is not None
    assert claimant in found


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "A convoy was robbed, the World Grain Program said.\n\nA plane was hit by 12 bullets, the civil aviation office said.",
            "civil aviation office",
        ),
        (
            "Israel's ambulance service said nobody was hurt. The local electricity company said 12 homes were without power.",
            "local electricity company",
        ),
        (
            "The Border Police said it was over. Some 12 people have died since May, according to a count kept by this newspaper.",
            "newspaper",
        ),
    ],
)
def test_a_body_of_another_trade_is_not_the_one_named_before(text: str, claimant: str) -> None:
    assert plain(figure_of(text, 12).claimant) == claimant


def test_the_group_is_still_the_one_named_before() -> None:
    text = "The charity Kadu Relief said six had died. The aid group said 12 were missing."
    assert plain(figure_of(text, 12).claimant) == "Kadu Relief"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“He is sixteen. What do they want from him?” the boy's aunt, Zeina Khoury, asked by phone.",
            "Zeina Khoury",
        ),
        (
            "“We open roads; we do not close them,” its representative abroad, Kumsa Galan, wrote on X.",
            "Kumsa Galan",
        ),
        (
            "The army claimed that the elder led a unit, which Mayor Nahla Sabri rejected. “They sold amperes to us,” she told the paper.",
            "Nahla Sabri",
        ),
        (
            "“They killed two people here,” Bello Gora, the village head of Gidan Tofa, told the agency.",
            "Bello Gora",
        ),
    ],
)
def test_the_name_beside_a_role_speaks(text: str, speaker: str) -> None:
    assert [who for _, who in speakers_of(text)][-1] == speaker


def test_whoever_is_accused_does_not_speak() -> None:
    text = "The relief committee said on Telegram that nine names had been struck out, accused the government of lying and warned that the road “may stay shut”."
    assert speakers_of(text)[-1][1] == "relief committee"


def test_a_television_channel_and_a_statement_are_channels() -> None:
    text = "Col. Bako Sule, a spokesman, told the army's television channel that 12 rebels had died."
    assert plain(figure_of(text, 12).channel) == "army's television channel"
    asked = article_of("“Who are they?” the boy's aunt, Zeina Khoury, asked by phone.").quotes[0]
    assert asked.channel == "phone"


@pytest.mark.parametrize(
    "text",
    [
        "12 people died as the mayor spoke to reporters.",
        "Prices rose to 12 dinars per kilo.",
        "The army showed 12 captured rifles, as the general announced a curfew.",
    ],
)
def test_what_only_stands_beside_a_count_does_not_claim_it(text: str) -> None:
    assert all(f.claimant in (None, "army") for f in article_of(text).figures)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Nine people died, the army said on Monday, while a bomb in the port left 12 soldiers dead.", None),
        ("Nine people were killed, the army said, while 12 others were wounded.", "army"),
        ("Nine people died, the army said, adding that 12 were missing.", "army"),
    ],
)
def test_what_is_told_beside_a_claim_is_the_reports_own(text: str, claimant: str | None) -> None:
    assert figure_of(text, 12).claimant == claimant


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Samir Qadri, who runs the clinic: “We have no fuel for it.”", "Samir Qadri"),
        ("Olena Kravets was sweeping glass when we met. “It is the third time,” she said.", "Olena Kravets"),
        (
            "The group spoke of murder, a charge that the junta’s spokesman, Zaw Lin, called “fabricated”.",
            "Zaw Lin",
        ),
    ],
)
def test_names_that_the_parse_hides_speak(text: str, speaker: str) -> None:
    assert speakers_of(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "A strike early on Tuesday killed 12 men in Deir Qasr al-Wadi, Lebanon's Health Ministry said.",
            "Ministry",
        ),
        (
            "Of the 30 families that left, 12 remain in schools and rented rooms in Wadi, the disaster unit there said Monday.",
            "disaster unit",
        ),
        (
            "The rebels and the Houthi movement freed 12 prisoners, the aid group that carried them said.",
            "aid group",
        ),
    ],
)
def test_a_place_before_the_speaker_does_not_speak(text: str, claimant: str) -> None:
    found = plain(figure_of(text, 12).claimant)
    assert found is not None
    assert claimant in found


def test_a_total_goes_on_from_the_sentence_before() -> None:
    text = (
        "Troops shelled the district 9 times, the council reported. A total of 12 explosions were recorded."
    )
    assert figure_of(text, 12).claimant == "council"
