"""Whose words go on, and who speaks where the parse gives the verb to something else."""

import pytest
from reading import article_of, claimant_of, figure_of, speakers_of


def claims(text: str) -> dict[float, tuple[str | None, str | None]]:
    """Each value, with its claimant and channel."""
    return {f.value: (f.claimant, f.channel) for f in article_of(text, "2026-03-03").figures}


def test_a_count_right_behind_a_sentence_that_somebody_closes_is_his() -> None:
    text = (
        "A couple were killed when a house collapsed after being hit by two drones, governor Ruslan Tkalich said on "
        "Telegram. Nine other people were wounded, among them three rescue workers."
    )
    assert set(claims(text).values()) == {("Ruslan Tkalich", "Telegram")}


@pytest.mark.parametrize(
    "before",
    [
        "The army said both were gunmen; residents said one of them was a baker.",
        "The station was hit by three missiles, according to the prosecutor’s office.",
        "The head of the zone reported that 43 people had been treated.",
    ],
)
def test_a_count_behind_other_frames_is_the_texts_own(before: str) -> None:
    assert claims(f"{before} Seven carriages were burned out.")[7] == (None, None)


def test_some_of_the_victims_told_of_before_are_claimed_with_them() -> None:
    text = (
        "Gang members went from house to house, according to the mission. Eleven of the victims were women."
    )
    assert claims(text)[11][0] == "mission"


def test_residents_and_a_guard_who_tell_it_at_the_end() -> None:
    text = (
        "A military air strike killed at least 18 people, 11 of them children, at a monastery school in the Merin region, "
        "rescuers and a member of a local defence force told reporters on Monday."
    )
    assert claims(text)[18][0] == claims(text)[11][0]
    assert (claims(text)[18][0] or "").startswith("rescuers and member")


def test_a_nurse_at_the_clinic_in_the_village_and_not_the_village() -> None:
    text = (
        "A nurse at the health center in the village, who asked not to be named for fear of reprisals, said the dead "
        "included four women and the militants took two of her colleagues with them."
    )
    assert claimant_of(text, "four") == "nurse at the health center"
    assert figure_of(text, 2).measure == "abducted"


def test_who_wrote_it_on_telegram_behind_a_predicate() -> None:
    text = "Two of the dead were railway workers, administration head Vasyl Horodets wrote on Telegram."
    assert claims(text)[2] == ("Vasyl Horodets", "Telegram")


def test_a_relative_clause_at_the_end_is_no_frame_over_the_sentence() -> None:
    text = "Two of the dead were railway workers, whom the governor praised on Telegram."
    assert claims(text)[2] == (None, None)


def test_three_verbs_of_one_speaker() -> None:
    text = (
        "The coalition, in a statement on Monday, acknowledged hitting a site, said that it had destroyed four drone "
        "workshops and maintained that the prison was not on any target list."
    )
    assert claimant_of(text, "four") == "coalition"


def test_the_state_news_agency_is_no_body_named_before() -> None:
    text = (
        "The Red Star rescue service said five people died. Warplanes dropped 24 bombs on the depot, the state news agency "
        "reported. It put the number of soldiers killed at 21."
    )
    assert claimant_of(text, "24") == "state news agency"
    assert claimant_of(text, "21") == "state news agency"


def test_what_a_spokeswoman_says_her_office_has_counted_is_her_claim() -> None:
    text = (
        "Lina Okonor, a spokeswoman, said the Office had also documented the kidnapping of nine passengers."
    )
    assert claims(text)[9][0] == "Lina Okonor"


def test_the_attackers_also_did_more() -> None:
    text = (
        "Fighters killed at least 16 civilians in a raid on the village, civil society leader Pascal Kombo said. "
        "The attackers also abducted nine people, four of whom escaped on Monday, and burned 22 houses."
    )
    assert {who for who, _ in claims(text).values()} == {"Pascal Kombo"}


def test_a_diplomat_familiar_with_the_talks_speaks_and_not_the_talks() -> None:
    text = (
        "A diplomat familiar with the talks, who asked not to be named, said there had been "
        "“no handshake, but no slammed door either”."
    )
    assert speakers_of(text) == [("no handshake,", "diplomat")]


def test_a_force_with_its_land_and_its_short_name_is_one() -> None:
    text = (
        "The UN stabilisation force in Ostra (UNSFO) said two of its peacekeepers were wounded. "
        "“Such incidents must stop,” it said in a statement."
    )
    assert speakers_of(text) == [("Such incidents", "UNSFO")]


def test_who_tells_a_named_broadcaster_after_a_semicolon_speaks_for_himself() -> None:
    text = (
        "Rebel spokesperson Willy Ngamo wrote on X that an army drone “flew from Kisanda”; Maj. Gen. Sylvain Ekeno, the "
        "army spokesman, told state broadcaster RTOC the rebels had “bombed their own people.”"
    )
    found = article_of(text).quotes
    assert [(q.speaker, q.channel) for q in found if q.kind != "indirect"] == [
        ("Willy Ngamo", "X"),
        ("Sylvain Ekeno", None),
    ]


def test_what_somebody_is_told_to_do_is_no_claim() -> None:
    text = (
        "Warplanes struck buildings on Monday after the military told residents to leave, wounding 19 people, among them "
        "journalists, the health ministry said."
    )
    assert claims(text)[19][0] == "health ministry"


def test_another_who_denies_it_behind_while_leaves_the_claim_to_those_before() -> None:
    text = (
        "At least 16 pupils and two teachers were killed on Monday when a jet bombed a school in the village, a teacher "
        "and the shadow government said, while the junta denied carrying out any air strike in the area."
    )
    assert {(who or "nobody").split()[0] for who, _ in claims(text).values()} == {"teacher"}


def test_the_channel_may_stand_before_a_second_verb() -> None:
    text = "A tribal leader, Amr bin Habrash, accused it of “theft under a flag” in an audio message and vowed to retake them."
    assert article_of(text).quotes[0].channel == "audio message"


def test_debris_at_the_head_of_a_sentence_is_nobody() -> None:
    text = (
        "Mayor Sergei Sobolsk reported that 12 drones had been downed. Debris fell on a car park, he wrote on Telegram, "
        "damaging eight vehicles."
    )
    assert claims(text)[8] == ("Sergei Sobolsk", "Telegram")


LIST = (
    "{head}The Marish activists have documented the death of 14 people on Monday. Details are as follows:\n\n"
    "• Six soldiers were killed in an ambush. Two tankers were burnt.\n\n"
    "• Three civilians were killed when artillery shelled the village.\n\n"
    "Also on Monday, jets carried out 22 strikes on the desert.\n"
)


def test_a_list_under_a_colon_is_over_where_its_items_are() -> None:
    found = claims(LIST.format(head=""))
    assert {found[value][0] for value in (14, 6, 2, 3)} == {"Marish activists"}
    assert found[22] == (None, None)


def test_a_house_tells_its_own_list_in_its_own_voice() -> None:
    head = "Daily toll of the dead\n\nMarish Centre for Records: April 20, 2021\n\n"
    found = claims(LIST.format(head=head))
    assert found[14][0] == "Marish activists"
    assert {found[value][0] for value in (6, 2, 3, 22)} == {None}


def test_unmarked_paragraphs_under_a_colon_go_on_until_somebody_else_speaks() -> None:
    text = (
        "The ministry said in a statement:\n\nOur forces destroyed 12 tanks.\n\nThey killed 40 fighters.\n\n"
        "A local journalist was arrested with three others, her newspaper said.\n\nNine buses burned.\n"
    )
    found = claims(text)
    assert (found[12], found[40]) == (("ministry", "statement"), ("ministry", "statement"))
    assert (found[3][0], found[9][0]) == ("newspaper", None)


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        ("Two boys were hurt, said Ana Petrescu, a nurse who documents raids in the area. Fourteen sheep were killed.",
         14, "Ana Petrescu"),
        ("The mayor spoke. Eleven men were hurt, he said, most of whom have gone home. Three women were killed.", 3,
         "mayor"),
        ("According to residents, gunmen entered the village and opened fire. Nineteen people were killed and 26 were "
         "hurt. More than 140 huts were burned.", 19, "residents"),
        ("According to residents, gunmen entered the village and opened fire. Nineteen people were killed and 26 were "
         "hurt. More than 140 huts were burned.", 140, "residents"),
        # Another deed beside those counted, and the text's own words behind a quotation.
        ("According to residents, 53 houses burned. Six women were abducted.", 6, None),
        ("The mayor spoke. “We lost them all,” he said. Six people remain in hospital.", 6, None),
    ],
)  # fmt: skip
def test_what_came_of_it_is_told_by_who_told_the_deed(text: str, value: float, who: str | None) -> None:
    assert claims(text)[value][0] == who
