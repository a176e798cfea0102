"""People who had left a place, and power that went out, as reports word them. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("The aid office said about 3,400 people had left Hollen since Monday.", 3400, "displaced"),
        ("Some 2,700 residents had already left for the border when the fighting began.", 2700, "displaced"),
        (
            "Power to 6,400 customers in the district went out on Monday after the strike.",
            6400,
            "without_power",
        ),
        ("Power to 6,400 customers was restored on Monday.", 6400, "other"),
        ("A bomb left 12 people dead in Hollen on Monday.", 12, "killed"),
    ],
)
def test_who_left_and_whose_power_went_out(text: str, value: float, measure: str) -> None:
    found = next(f for f in article_of(text, "2026-03-05").figures if f.value == value)
    assert found.measure == measure
