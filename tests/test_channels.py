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


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Six people died, said a doctor at the hospital, who spoke over a satellite link.\n\n“We received 29 bodies,” "
         "the doctor said. Another 37 people were wounded, he added.", "satellite link"),
        ("Gunmen killed six people in Marish, Mayor Ana Petrescu told a station by phone.\n\n“We had paid,” she said."
         "\n\nPetrescu said nine trucks were destroyed.", "phone"),
        ("Three people were killed, Governor Oleg Strizhko said on Telegram.\n\n“Two women died here,” he wrote.",
         "Telegram"),
        ("Reached by telephone, a man presenting himself as a spokesman of the Front says that two fighters died.",
         "telephone"),
        ("An officer reached by phone, who was not authorized to speak, put them at 11 dead and 26 wounded.", "phone"),
    ],
)  # fmt: skip
def test_a_talk_goes_on_through_the_next_words_of_who_speaks(text: str, channel: str) -> None:
    claimed = [figure for figure in article_of(text).figures if figure.claimant is not None]
    assert {figure.channel for figure in claimed} == {channel}


def test_another_who_speaks_has_no_part_in_the_channel() -> None:
    text = "Three people died, the governor said on Telegram. A nurse said four died. He said five houses burned."
    assert list(channels(text).values())[:2] == ["Telegram", None]


def test_who_a_man_says_he_is() -> None:
    text = "A man who identified himself as a commander of the Lions of Marish said six soldiers died. “We won,” he said."
    article = article_of(text)
    assert article.figures[0].claimant == article.quotes[-1].speaker == "commander of the Lions of Marish"
