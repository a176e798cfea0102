"""Quotation marks: pairing, continuation, and what is no quotation at all."""

from __future__ import annotations

import pytest

from extract.marks import find_quotations, quotation_at
from extract.parse import split_paragraphs


def insides(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we go" and left. "Yes," she said.', ["we go", "Yes,"]),
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ("« Nous sommes là », he said. «Ready», she said.", ["Nous sommes là", "Ready"]),
        ("„Wir gehen“, he said. „Ready,” she said.", ["Wir gehen", "Ready,"]),
        ("``We are here,'' he said. ''Ready,'' she said.", ["We are here,", "Ready,"]),
        ("‘We are ready’, said the soldiers’ commander, who doesn’t sleep.", ["We are ready"]),
        ("'We can't go,' he said. The soldiers' homes burned. 'Never!'", ["We can't go,", "Never!"]),
        ('“opened curly, closed straight," he said.', ["opened curly, closed straight,"]),
        ("“What is this?“ he asked.", ["What is this?"]),
        ("the (“massive”) attack", ["massive"]),
    ],
)
def test_each_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert insides(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I heard ‘go away’ from them,” he said.", ["I heard ‘go away’ from them,"]),
        ("‘I heard “go away” from them,’ he said.", ["I heard “go away” from them,"]),
        ("“He said “go” and left,” Ali said.", ["He said “go” and left,"]),
        ('“The council said "no" and left,” he said.', ['The council said "no" and left,']),
        ("He spoke of a “‘leadership’ without thanks” today.", ["‘leadership’ without thanks"]),
    ],
)
def test_only_the_outer_quotation_of_nested_ones_is_returned(text: str, expected: list[str]) -> None:
    assert insides(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' homes and the rebels' camp don't burn.",
        'He is 5\'10" tall and the gun is 9" long.',
        "In the ’90s, ’tis said, rock ’n’ roll came.",
        "A closing mark” without its opening one.",
        "",
    ],
)
def test_apostrophes_inches_and_stray_marks_are_no_quotations(text: str) -> None:
    assert insides(text) == []


def test_a_quotation_left_open_is_carried_on_by_the_next_paragraph_that_opens_with_a_mark() -> None:
    text = "“First paragraph.\n\n“Second paragraph,” he said.\n\nNo marks."
    first, second = find_quotations(text, split_paragraphs(text))
    assert first.opened_unclosed
    assert second.continues == 0
    assert text[second.start : second.end] == "Second paragraph,"


def test_a_quotation_may_close_in_the_next_paragraph_without_a_new_opening_mark() -> None:
    text = "He said: “one, two.\nthree, four” and left."
    first, second = find_quotations(text, split_paragraphs(text))
    assert text[first.start : first.end] == "one, two."
    assert text[second.start : second.end] == "three, four"
    assert second.continues == 0


def test_a_forgotten_closing_mark_ends_the_quotation_at_the_cue() -> None:
    text = "“We are ready, the mayor said. Then he left.\nNothing here."
    assert insides(text) == ["We are ready,"]


def test_a_quotation_left_open_does_not_swallow_the_next_paragraph() -> None:
    text = "“Opened and never closed.\nPlain text follows here.\nAnd “here” again."
    quotations = find_quotations(text, split_paragraphs(text))
    assert [text[q.start : q.end] for q in quotations] == ["Opened and never closed.", "here"]
    assert [q.continues for q in quotations] == [None, None]


def test_offsets_hold_with_characters_outside_the_basic_plane() -> None:
    text = "🚀🚀 “Done,” he said. 𝔸 “Yes.”"
    assert insides(text) == ["Done,", "Yes."]


def test_outer_offsets_hold_the_marks() -> None:
    text = 'He said "go" twice.'
    (quotation,) = find_quotations(text, [(0, len(text))])
    assert text[quotation.outer_start : quotation.outer_end] == '"go"'


def test_the_quotation_at_an_offset_is_found() -> None:
    text = "“One,” he said. “Two.”"
    quotations = find_quotations(text, [(0, len(text))])
    assert quotation_at(quotations, text.index("One")) == 0
    assert quotation_at(quotations, text.index("Two")) == 1
    assert quotation_at(quotations, text.index("he said")) is None


@pytest.mark.parametrize("pattern", ["“", '"', "‘a ", "' ", "“a” ‘b ", "'a b' ", "” ", "“‘"])
def test_unbalanced_marks_by_the_thousand_give_quotations_inside_the_text(pattern: str) -> None:
    text = pattern * 3000
    for quotation in find_quotations(text, [(0, len(text))]):
        assert 0 <= quotation.outer_start <= quotation.start < quotation.end <= len(text)
        assert quotation.end <= quotation.outer_end <= len(text)
