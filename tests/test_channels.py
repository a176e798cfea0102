"""Where something was said: the platform, the statement, the telephone. All speakers are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def channels(text: str) -> dict[str, str | None]:
    """The number words of each figure -> the channel it was said through."""
    article = article_of(text)
    return {article.text[f.start : f.end]: f.channel for f in article.figures}


@pytest.mark.parametrize(
    ("sentence", "channel"),
    [
        ("The army said on its X account that six people were killed in Nyala.", "X"),
        ("Six people were killed in Nyala, the mayor said in an X post.", "X"),
        ("Six people were killed in Nyala, according to a post by the army on X.", "X"),
        ("Six people were killed in Nyala, the mayor wrote on the Max messenger.", "Max"),
        ("Six people were killed in Nyala, Max Ordell, the mayor, said.", None),
        ("The minister told a press conference that six people were killed in Nyala.", "press conference"),
        ("The mayor said six people were killed in Nyala in an interview with CNN.", "interview"),
        ("The army confirmed six people were killed in Nyala in a statement late on Friday.", "statement"),
        ("The army said six people were killed in Nyala in an attack on Friday.", None),
    ],
)
def test_the_sentence_names_the_channel(sentence: str, channel: str | None) -> None:
    assert list(channels(sentence).values()) == [channel]


def test_a_statement_goes_on_with_the_same_source() -> None:
    found = channels(
        "The ministry said in a statement that six people were killed in Nyala. It added that 40 houses "
        "were destroyed. Nine people were wounded, the ministry said."
    )
    assert found == {"six": "statement", "40": "statement", "Nine": "statement"}


def test_a_statement_ends_where_another_speaks_or_the_paragraph_ends() -> None:
    found = channels(
        "The ministry said in a statement that six people were killed in Nyala. A nurse said nine were "
        "wounded. The ministry said 40 houses were destroyed.\n\nThe ministry said 12 people were missing."
    )
    assert found == {"six": "statement", "nine": None, "40": None, "12": None}
