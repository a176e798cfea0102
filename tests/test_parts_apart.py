"""Which number a number is a part of: of two counts the last, of a band its members, never one's own men of another's."""

import pytest
from reading import article_of


def parts(text: str) -> list[tuple[float, float | None]]:
    figures = article_of(text).figures
    values = {figure.id: figure.value for figure in figures}
    return [(f.value, values[f.part_of] if f.part_of else None) for f in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three personnel, a contractor and two marines, were wounded.", [(3, None), (2, 3)]),
        ("The coalition conducted 27 operations against the group, 18 in Norvia and nine in Ostra.", [(27, None), (18, 27), (9, 27)]),
        ("Seven soldiers were wounded on Friday. Two later died in hospital.", [(7, None), (2, 7)]),
        ("Gunmen abducted 48 worshippers and killed nine. A team rescued six of the victims on Monday.", [(48, None), (9, None), (6, 48)]),
        ("Rebels killed 23 soldiers, as a raid killed 17 civilians. Ten of those killed were women.", [(23, None), (17, None), (10, 17)]),
        ("Gunmen killed four officers. The police said three of its officers had died.", [(4, None), (3, None)]),
        ("Three soldiers, a driver and two nurses were wounded.", [(3, None), (2, None)]),
    ],
)  # fmt: skip
def test_parts_are_told_from_what_stands_beside(
    text: str, expected: list[tuple[float, float | None]]
) -> None:
    assert parts(text) == expected
