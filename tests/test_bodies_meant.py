"""Which body "the group", "the force" and "it" mean, and what bodies are called."""

import pytest
from reading import article_of, claimant_of, figure_of, speakers_of


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        # Names that stand behind the word for what they are.
        ("The rebel group known as K9M admitted the raid but said it had lost only six men.", "six", "K9M"),
        ("A militia calling itself the Lions of Kara said it had freed 12 men.", "12", "Lions of Kara"),
        (
            "The group known as the Red Lance admitted the ambush. The group said it had lost five fighters.",
            "five",
            "Red Lance",
        ),
        # Who watches, and who was only told about.
        (
            "Shells killed two fighters of a pro-Karelvian group. The Valley Rescue Teams say the market was hit. The group says 11 houses burned.",
            "11",
            "Valley Rescue Teams",
        ),
        (
            "Ostria's defense ministry said it had answered. At least 15 fighters have died, the Delta Conflict Record said. The war monitor said eight of them were foreigners.",
            "eight",
            "Delta Conflict Record",
        ),
        (
            "Hamdi forces killed 30 civilians in Sarar, the Emergency Lawyers said. The rights group said 70 others were missing.",
            "70",
            "Emergency Lawyers",
        ),
        (
            "Gunmen killed ten soldiers of the Western Shield Forces at a post, the force said.",
            "ten",
            "Western Shield Forces",
        ),
        # An office of a body, companies that run works.
        (
            "The Western Shield Forces (WSF) raided a town. The WSF media office said in a statement that three men were killed.",
            "three",
            "WSF media office",
        ),
        (
            "Ivan Orlo, who runs the pump house, said four pumps had burned. About 60,000 homes have no water, the municipal water operator said.",
            "60,000",
            "municipal water operator",
        ),
        ("The rail operator Ostrail said the yard was hit. Five stations were shut, it said.", "Five", "Ostrail"),
        (
            "Some 21 people have been killed in Israel, according to its Health Ministry. Its Iranian counterpart says at least 90 people have died.",
            "90",
            "Iran's Health Ministry",
        ),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_name(text: str, word: str, who: str) -> None:
    assert claimant_of(text, word) == who


def test_a_drone_operator_and_a_camera_operator_are_people() -> None:
    text = "A drone operator at the front said six men were hit."
    assert claimant_of(text, "six") == "drone operator at the front"


def test_it_is_who_speaks_and_not_whom_he_speaks_of() -> None:
    text = (
        "The Coast Medics' Network said in a statement on Thursday that two drones of the paramilitary Western Shield "
        "Forces (WSF) had struck the school. Nine children were among the dead, it said, while 37 people were wounded."
    )
    assert claimant_of(text, "37") == "Coast Medics' Network"


def test_a_spokesperson_behind_a_body_and_its_letters_speaks_himself() -> None:
    text = "Ostrian Ground Defense Forces (OGDF) spokesperson Dan Marke Tel said 300 soldiers were sent to the river."
    assert claimant_of(text, "300") == "Dan Marke Tel"


def test_a_commander_is_not_his_call_sign() -> None:
    text = '"We shoot at whatever moves," a company commander with the call sign "Fox" told the agency. He said his men had killed seven.'
    assert claimant_of(text, "seven") == "company commander"
    assert speakers_of(text)[0][1] == "company commander"


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (
            "Five civilians died in the crossfire, witnesses said, and around 2,000 people fled the town, according to the migration agency.",
            "Five",
            "witnesses",
        ),
        (
            "Five civilians died in the crossfire, witnesses said, and around 2,000 people fled the town, according to the migration agency.",
            "2,000",
            "migration agency",
        ),
        (
            "The army also ordered people in six villages to leave, and some 18,000 people have gone north, the migration agency says.",
            "18,000",
            "migration agency",
        ),
        (
            "An official acknowledged that troops had left the town but said six soldiers were missing.",
            "six",
            "official",
        ),
        (
            "Gunmen killed seven members of a council, a mayor said, hours before a drone killed four people in the south.",
            "four",
            None,
        ),
        (
            "Eight people were killed in the village, the Kivu-based Observatory for Peace reported on Friday.",
            "Eight",
            "Kivu-based Observatory for Peace",
        ),
        (
            "At least 43 people, most of them traders, died over the weekend in two attacks blamed on bandits in the center of Mali, military and local sources told the agency.",
            "43",
            "military and local sources",
        ),
    ],
)
def test_each_clause_has_whoever_tells_it(text: str, word: str, who: str | None) -> None:
    got = claimant_of(text, word)
    assert got == who or (who is not None and got is not None and got in who)


def test_a_chain_of_counts_goes_on_from_who_closed_the_first_sentence() -> None:
    text = "The jet hit the landing, residents said. Ten of those killed were women. More than 30 people were injured."
    assert claimant_of(text, "30") == "residents"


def test_what_read_a_note_out_is_where_it_was_told() -> None:
    text = "The General Staff spoke of nine dead in a note read on state radio."
    assert [f.channel for f in article_of(text, "2026-03-03").figures] == ["state radio"]


def test_the_group_that_spoke_is_not_one_that_was_only_told_about() -> None:
    text = (
        "The army and fighters of Ostra's Lance Group took the town back, a spokesman said. The rebel group known as K9M "
        "admitted the raid but said it had lost four men. The group said it had acted to avenge eight herders who, it said, were shot dead by the Lance Group."
    )
    assert claimant_of(text, "eight") == "K9M"


def test_the_coalition_is_no_broadcaster_and_the_group_may_be_an_army_of_a_people() -> None:
    coalition = (
        "The Saudi-led coalition flew 19 raids. The Houthi channel Sawt al-Bahr reported that seven people had died. "
        "The coalition said it had shot down six drones."
    )
    assert claimant_of(coalition, "six") == "Saudi-led coalition"
    people = "The Arak People's Army said it had overrun a base. Soldiers left behind 30 bodies, the group claimed."
    assert claimant_of(people, "30") == "Arak People's Army"


def test_nobody_who_claims_a_bombing_counts_its_dead() -> None:
    text = "No one claimed the bombing, which killed 22 people, according to the mayor's office."
    assert claimant_of(text, "22") == "mayor's office"


def test_an_ending_tells_nothing_where_nobody_else_is_meant() -> None:
    text = "Police spokesperson Inspector Bala Musa confirmed that eight men had been abducted. He said two had escaped."
    assert claimant_of(text, "two") == "Bala Musa"


def test_who_called_it_so_behind_what_and_words_of_a_sentence_that_goes_on() -> None:
    reply = (
        "The raid came a day after drones set ablaze an oil terminal in Temna Kosa, a port in the southern Marin region, "
        'in what a source in Ostra\'s military intelligence called "a reply in kind".'
    )
    assert "source" in str(speakers_of(reply)[0][1])
    damage = (
        "Missiles hit a warehouse late on Wednesday, Ostra's defence ministry says. Two soldiers were wounded and there "
        'was "some material damage".'
    )
    assert speakers_of(damage) == [("some material", "Ostra's defence ministry")]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        # A day between the verb and the comma that ends the claim.
        (
            "Gunmen freed 20 of the girls, their parents said Monday, a week after others were taken from a dormitory.",
            "20",
            "parents",
        ),
        (
            "A mine killed a family of five near Kuma, the mine clearance charity Safe Steps said. The charity has removed many this year.",
            "five",
            "Safe Steps",
        ),
        (
            "The United Nations children's fund, UNICEF, says many schools are shut. It estimates that 700,000 pupils are at home.",
            "700,000",
            "UNICEF",
        ),
    ],
)
def test_a_name_behind_its_kind_closes_the_sentence(text: str, word: str, who: str) -> None:
    assert claimant_of(text, word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (
            "According to a statement released on Monday by the public relations department of the Border Guards' Karun Base, two men died.",
            "two",
            "public relations department of the Border Guards' Karun Base",
        ),
        (
            "The press service of the Marish Brigade said six men died. It said that 12 others were hurt.",
            "12",
            "press service of the Marish Brigade",
        ),
        (
            "Six men died, the armed wing of the Marish Front said. The armed wing said five tanks burned.",
            "five",
            "armed wing of the Marish Front",
        ),
        (
            "The prosecutor's office said seven died. The office of the UN High Commissioner for Rivers said nine died.",
            "nine",
            "office of the UN High Commissioner for Rivers",
        ),
        ("The health department of the Marish Authority said six died. The department said 12 were hurt.", "12",
         "health department of the Marish Authority"),
    ],
)  # fmt: skip
def test_a_part_of_a_body_is_named_with_the_body(text: str, word: str, who: str) -> None:
    assert claimant_of(text, word) == who


def test_a_press_office_is_not_who_bombed() -> None:
    text = "Jets carried out seven air strikes, the press office of the Northern Command said on Monday."
    assert figure_of(text, 7).actor != "Northern Command"


def test_letters_in_brackets_behind_a_name_before_another_noun_stand_for_it() -> None:
    text = "Two men died when Islamic State (IS) militants hit a bus. IS, on Telegram, claimed to have killed 22 soldiers."
    assert claimant_of(text, "22") == "Islamic State"
