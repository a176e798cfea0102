"""Numbers without a noun or a verb of their own, and people told behind what happened to them."""

import pytest
from reading import article_of

RAID = "Gunmen attacked the village of Abu Zirga on Thursday, killing at least 20 people, officials said.\n\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Medics counted 17, among them six children.", [(17, "killed"), (6, "killed")]),
        ("The council had recorded 18 by nightfall.", [(18, "killed")]),
        ("The ministry gave a figure of 45.", [(45, "killed")]),
        ("Witnesses said the number was closer to 60.", [(60, "killed")]),
        ("The army spoke of five dead, residents of 14.", [(5, "killed"), (14, "killed")]),
        ("Eleven were from the same street.", [(11, "killed")]),
        ("Another 12 were in a second car.", [(12, "killed")]),
        ("Only nine have been identified.", [(9, "killed")]),
        ("The rest, 13 in all, were soldiers.", [(13, "killed")]),
        ("He put the army's dead at seven.", [(7, "killed")]),
        ("Eight of them were pupils, three teachers.", [(8, "killed"), (3, "killed")]),
        ("Among them were a teacher, two nurses and three traders.", [(2, "killed"), (3, "killed")]),
        ("Twenty-three of the victims were students.", [(23, "killed")]),
        ("Also wounded were two reporters of a local station.", [(2, "injured")]),
        ("Killed alongside the chief were his driver and two guards.", [(2, "killed")]),
        ("The chief died with two of his aides.", [(2, "killed")]),
        ("A farmer was killed and so were two of his brothers.", [(2, "killed")]),
        ("The toll includes eight patients.", [(8, "killed")]),
        ("Seven children were counted among the wounded.", [(7, "injured")]),
        ("The dead were identified as two brothers and three neighbours.", [(2, "killed"), (3, "killed")]),
    ],
)
def test_a_bare_number_goes_on_counting_the_people_told_last(
    text: str, rows: list[tuple[float, str]]
) -> None:
    figures = article_of(RAID + text + "\n").figures
    assert [(f.value, f.measure) for f in figures if f.start >= len(RAID)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Traders counted 30 trucks of flour at noon.",
        "The station recorded 12 millimetres of rain.",
        "Eleven visitors were from the ministry, the clinic said.",
    ],
)
def test_what_counts_other_things_counts_no_dead(text: str) -> None:
    before = "Rain fell on the town of Warda for a third day, the mayor said.\n\n"
    figures = article_of(before + text + "\n").figures
    assert figures
    assert {f.measure for f in figures} <= {"other", "distance"}


def test_what_was_counted_last_is_what_is_counted_on() -> None:
    figures = article_of(RAID + "Thirty homes were burned. Eleven were in the market quarter.\n").figures
    assert [(f.value, f.measure) for f in figures] == [(20, "killed"), (30, "destroyed")]
