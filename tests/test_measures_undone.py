"""What was not done to those counted, who is on the move, and deeds told in clauses that the parse hangs elsewhere."""

import pytest
from reading import article_of


def rows(text: str) -> list[tuple[float, str | None, str]]:
    return [(f.value, f.unit, f.measure) for f in article_of(text).figures if f.measure != "age"]


def parts(text: str) -> dict[float, float | None]:
    found = article_of(text).figures
    values = {f.id: f.value for f in found}
    return {f.value: values.get(f.part_of or "") for f in found}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Surgeons in Warda could not save three of the wounded.", (3, "wounded", "killed")),
        ("Four of the injured did not survive the night.", (4, "people", "killed")),
        ("Medics fought in vain to save two boys pulled from the rubble.", (2, "boys", "killed")),
        ("Nine patients did not make it to the clinic.", (9, "patients", "killed")),
        ("Eleven fishermen who put out on Sunday never returned.", (11, "fishermen", "missing")),
        ("Six reservists failed to come back from the patrol.", (6, "reservists", "missing")),
        ("There was no word of 16 miners.", (16, "miners", "missing")),
        ("The navy has had no contact with 22 sailors since Friday.", (22, "sailors", "missing")),
        ("The patrol returned without four of its men.", (4, "men", "missing")),
        ("Rescuers were unable to find five of the passengers.", (5, "passengers", "missing")),
    ],
)
def test_a_deed_denied_says_what_befell_them(text: str, row: tuple[float, str, str]) -> None:
    assert row in [(v, row[1] if row[1] in ("wounded", "people") else u, m) for v, u, m in rows(text)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("More than 70 families have left Tell Warda since the ambush.", (70, "families", "displaced")),
        ("Around 1,400 people, for the most part women, have reached the city of Goma from nearby villages since Monday.", (1400, "people", "displaced")),
        ("Since March more than 3,100 residents have left it.", (3100, "residents", "displaced")),
        ("Forty families have packed up and left.", (40, "families", "displaced")),
        ("More than 70,000 people are on the move, the agency said.", (70000, "people", "displaced")),
        ("Two glide bombs flattened a row of shops.", (2, "glide bombs", "hit")),
        ("Two died in Balka, where three drones tore the roof off a mill.", (3, "drones", "hit")),
        ("Two more die of their wounds in Idlib", (2, "people", "killed")),
        ("The video shows five men whom the group says it took prisoner.", (5, "men", "captured")),
        ("The four workers of a road company who were kidnapped in May arrived in Bamako after being released.", (4, "workers", "released")),
        ("The army had killed 12 fighters and taken three prisoner, it said.", (3, "fighters", "captured")),
        ("Firefighters pulled six tenants from a collapsed stairwell.", (6, "tenants", "rescued")),
        ("The bodies of 14 people have been recovered and eight are still missing.", (14, "people", "killed")),
        ("The general staff spoke of seven military dead in a note.", (7, "people", "killed")),
        ("Since Oct. 3, 17 people have been killed in Norvia.", (17, "people", "killed")),
        ("At least 26 people were killed in two attacks in the north.", (2, "attacks", "attacks")),
        ("At least 43 people died in two raids in the centre of Mali, local sources told the agency.", (43, "people", "killed")),
        ("Among the dead in Balka, in the Donetsk region, were three siblings, whose mother was pulled alive from the ruins.", (3, "siblings", "killed")),
    ],
)  # fmt: skip
def test_deeds_are_read_wherever_the_clause_hangs(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)


def test_soldiers_and_guests_who_leave_are_not_displaced() -> None:
    for text in ("200 peacekeepers left the base for the airport.", "Thirty people arrived from Paris."):
        assert all(measure != "displaced" for _, _, measure in rows(text))


def test_the_other_two_are_told_of_by_their_own_verb() -> None:
    text = (
        "The army said five drones flew at the base. Three were shot down, while the other two hit the mess."
    )
    assert (2, "drones", "hit") in rows(text)


def test_parts_behind_a_colon_and_after_attacks() -> None:
    assert parts("A raid killed four people: two fighters, a driver and a nurse.")[2] == 4
    assert parts("Medics say 31 killed in air attacks, nine of them in a queue")[9] == 31
    text = "Fourteen people were wounded, among them a boy, and two residents remained unaccounted for."
    assert parts(text)[2] is None


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Troops dispatched 18 bandits in an operation near Katuma.", (18, "bandits", "killed")),
        ("A suicide bomber took eight recruits with him.", (8, "recruits", "killed")),
        ("Ten people were lined up and shot, survivors said.", (10, "people", "killed")),
        ("Gangs put 40 people to the knife in the Wharf district.", (40, "people", "killed")),
        ("The militia said 13 of its men had ascended in the defence of the hill.", (13, "men", "killed")),
        ("The front claimed to have put 60 soldiers out of action.", (60, "soldiers", "casualties")),
        ("Air defence crews accounted for 19 drones overnight.", (19, "drones", "shot_down")),
        ("Nearly 6,000 troops have been rushed to the border.", (6000, "troops", "deployed")),
        ("A fire left 9,000 households with neither light nor heating.", (9000, "households", "without_power")),
        ("Three fuel tankers exploded after the drone dived into the depot.", (3, "fuel tankers", "destroyed")),
        ("The refugees, 900 in all, spent the night in the open.", (900, "refugees", "displaced")),
        ("The minister put the number of dead at 190 and that of the missing at 65.", (65, "people", "missing")),
    ],
)  # fmt: skip
def test_more_words_of_what_befell_them(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)


def test_mines_that_explode_are_not_destroyed() -> None:
    assert all(measure != "destroyed" for _, _, measure in rows("Two landmines exploded under the convoy."))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Rescue teams have brought out 26 survivors from the wreck of the hotel.", (26, "survivors", "rescued")),
        ("Kidnappers are holding five tourists on a boat.", (5, "tourists", "abducted")),
        ("Militia fighters retook four villages south of Tumal.", (4, "villages", "captured")),
        ("Twin blasts kill 16, maim 40 in Katuma bazaar", (40, "people", "injured")),
        ("Norvian peacekeepers evacuated 55 staff of the mission by helicopter.", (55, "staff", "evacuated")),
        ("A drone crashed into flats, sending seven residents to hospital.", (7, "residents", "hospitalized")),
        ("Over 300 homes lost their roofs in the shock wave.", (300, "homes", "damaged")),
        ("The troops killed or captured some 60 jihadists in a week.", (60, "jihadists", "casualties")),
        ("Six monks were found with their throats cut.", (6, "monks", "killed")),
        ("The boat carried 61 people, two of them dead.", (2, "people", "killed")),
        ("Both sides traded 190 prisoners apiece.", (190, "prisoners", "released")),
        ("Gunmen freed three of the 11 teachers.", (11, "teachers", "abducted")),
    ],
)  # fmt: skip
def test_the_verb_its_subject_and_what_stands_behind(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)


def test_who_is_taken_off_a_train_is_not_killed() -> None:
    assert all(m != "killed" for _, _, m in rows("Hundreds of passengers were taken off two trains."))


def test_of_another_deed_the_text_does_not_say_who_they_were() -> None:
    text = "Islamic State kills seven SDF fighters in Deir ez-Zor, Turkish drone leaves four dead near Kobane"
    assert (4, "people", "killed") in rows(text)


def test_what_became_of_those_sent_is_a_part_of_them() -> None:
    assert parts("The army said five drones flew at the base. Three were shot down over a lake.")[3] == 5


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Gunmen seized a theatre and were holding about 700 people inside, police said.",
            (700, "people", "abducted"),
        ),
        (
            "Norvian drones reached two refineries, the regional head said.",
            (2, "refineries", "locations_hit"),
        ),
        ("The general said 85 commandos had been flown in.", (85, "commandos", "deployed")),
        ("Guerrillas ambushed a column: six soldiers fell and eleven were hurt.", (6, "soldiers", "killed")),
    ],
)
def test_who_holds_what_reaches_who_falls(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)
