"""The sentence around a span, as figures and marks are shown with it."""

from __future__ import annotations

import pytest

from store.text import Sentences, lead, sentence_around

NEWS = (
    "VARA (Desk) — Gen. Ostra spoke at 9 a.m. on Monday. Twenty people died in Marzan! “We lost 12 boats,” he said. "
    "It rained…\n\n40 houses burned"
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Monday", "Gen. Ostra spoke at 9 a.m. on Monday."),
        ("Twenty people", "Twenty people died in Marzan!"),
        ("Marzan!", "Twenty people died in Marzan!"),
        ("12", "“We lost 12 boats,” he said."),
        ("We", "“We lost 12 boats,” he said."),
        ("rained…", "It rained…"),
        ("40", "40 houses burned"),
        ("died in Marzan! “We", "Twenty people died in Marzan! “We lost 12 boats,” he said."),
    ],
)
def test_a_span_is_shown_with_its_own_sentence_wherever_it_stands_in_it(words: str, sentence: str) -> None:
    start = NEWS.index(words)
    span = start, start + len(words)
    begin, end = sentence_around(NEWS, *span)
    assert NEWS[begin:end] == sentence
    assert Sentences(NEWS).around(*span) == (begin, end)


def test_a_sentence_without_an_end_is_cut_at_a_distance() -> None:
    text = "word " * 5000
    begin, end = sentence_around(text, 12000, 12004)
    assert (begin, end) == Sentences(text).around(12000, 12004)
    assert 10000 <= begin <= 12000 <= end <= 14004


@pytest.mark.parametrize(
    "dateline",
    [
        "(VARA and BRENN) — ",
        "VARA, Ostra (NPA) — ",
        "VARA, May 2, 2031 (News Desk) - ",
        "VARA, May 2 (NPA) -- ",
    ],
)
def test_no_sentence_and_no_lead_begins_with_a_dateline(dateline: str) -> None:
    text = f"{dateline}Twelve boats sank - all of them - at Marzan. It rained."
    assert text[slice(*sentence_around(text, text.index("sank"), text.index(" at")))] == (
        "Twelve boats sank - all of them - at Marzan."
    )
    assert lead(text, None) == "Twelve boats sank - all of them - at Marzan. It rained."
    assert lead(f"A headline\n\n{text}", "A headline").startswith("Twelve boats")
    assert lead("NATO (again) sent 12 boats", None).startswith("NATO")
