"""Lines of the reader: every character in its place, none too wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.safe import safe
from tui.widgets.wrap import line_at, wrap

TEXTS = st.text(st.sampled_from("ab  \n—é漢😀e\u0301") | st.characters(categories=["L", "Zs"]), max_size=200)


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    drawn = safe(text, newlines=True)
    assert all(cell_len(drawn[start:end]) <= width for start, end in wrap(drawn, width))


@given(TEXTS, st.integers(2, 40))
def test_only_blanks_and_line_feeds_lie_between_lines(text: str, width: int) -> None:
    drawn = safe(text, newlines=True)
    place = 0
    for start, end in wrap(drawn, width):
        assert place <= start <= end
        assert not drawn[place:start].strip(" \n")
        place = end
    assert not drawn[place:].strip(" \n")


@given(TEXTS, st.integers(2, 40))
def test_every_letter_is_found_on_its_line(text: str, width: int) -> None:
    drawn = safe(text, newlines=True)
    lines = wrap(drawn, width)
    for offset, char in enumerate(drawn):
        if char not in " \n":
            start, end = lines[line_at(lines, offset)]
            assert start <= offset < end


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "one two three\nfour"
    assert [text[start:end] for start, end in wrap(text, 8)] == ["one two", "three", "four"]


def test_a_word_too_long_is_cut() -> None:
    assert [("abcdefgh")[start:end] for start, end in wrap("abcdefgh", 3)] == ["abc", "def", "gh"]
