"""Stored text can neither drive nor deceive the terminal: properties of `tui.safe`."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.safe import MAX_MARKS, clip, one_line, safe, safe_text

ANY = st.text(st.characters(codec=None, exclude_categories=()))
NASTY = st.text(
    st.sampled_from(
        "a[]/\x00\x07\x08\t\n\r\x1b\x7f\x85\x9b\x9d\u200b\u200d\u202e\u2066\u2028\ufeff\ud800é漢😀"
    )
    | st.characters(categories=["Mn", "Cf", "Cc", "Cs"])
)


def dangerous(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(ANY | NASTY)
def test_nothing_that_drives_a_terminal_is_left(text: str) -> None:
    assert not [char for char in safe(text) if dangerous(char)]


@given(ANY | NASTY)
def test_with_newlines_only_line_feeds_are_left(text: str) -> None:
    assert {char for char in safe(text, newlines=True) if dangerous(char)} <= {"\n"}


@given(ANY | NASTY)
def test_offsets_hold_in_what_is_drawn(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert len(safe(text, newlines=True)) == len(text)


@given(ANY | NASTY)
def test_safe_text_is_safe_again_unchanged(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(NASTY)
def test_it_can_be_encoded_for_the_terminal(text: str) -> None:
    assert safe(text).encode("utf-8").decode("utf-8") == safe(text)


@given(ANY | NASTY, st.integers(0, 30))
def test_clipping_never_passes_its_width_and_padding_fills_it(text: str, cells: int) -> None:
    assert cell_len(clip(one_line(text), cells)) <= cells
    assert cell_len(clip(one_line(text), cells, pad=True)) == cells


@given(st.text(st.characters(categories=["L", "Nd", "Po", "Zs"], max_codepoint=0x52F)))
def test_ordinary_letters_are_drawn_as_themselves(text: str) -> None:
    assert safe(text).replace("\xa0", " ") == text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("stored", "drawn"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x7fb", "a␡b"),
        ("\x9b31m", "�31m"),
        ("a\u202eb", "a⇄b"),
        ("a\u200bb\ufeff", "a▯b▯"),
        ("\U000e0041x", "▯x"),
        ("\ud83d!", "�!"),
        ("[/nope] [red]x", "[/nope] [red]x"),
        ("a\r\nb", "a␍␊b"),
        ("p\u2028q", "p␤q"),
    ],
)
def test_each_kind_has_its_stand_in(stored: str, drawn: str) -> None:
    assert safe(stored) == drawn


def test_lines_stay_lines_in_running_text() -> None:
    assert safe("one\r\ntwo\tthree", newlines=True) == "one \ntwo three"


def test_a_flood_of_marks_is_capped() -> None:
    flood = safe("e" + "\u0301" * 50)
    assert flood.count("\u0301") == MAX_MARKS
    assert len(flood) == 51


def test_a_mark_without_a_letter_cannot_climb_on_the_border() -> None:
    assert safe("\u0301a") == "◌a"


def test_brackets_are_literal_in_content() -> None:
    content = safe_text("[red]x[/nope] \x1b[0m")
    assert content.plain == "[red]x[/nope] ␛[0m"
    assert not content.spans


def test_one_line_folds_breaks_but_shows_controls() -> None:
    assert one_line("  a\n\n b\t\x1bc ") == "a b ␛c"
