"""Transcripts of talk: who speaks stands before a colon, and no new report begins there."""

from __future__ import annotations

import pytest

from extract.articles import split_document

TALK = (
    "Who shelled the market?\nFebruary 9, 2026 8:03 AM ET\n\nMARA LIND, HOST:\n\n"
    "Nine people were killed in a market on Monday. Our Peter Kyiv joins us.\n\n"
    "PETER KYIV, BYLINE: Hello, Mara.\n\nLIND: What do you know of it by now, Peter?\n\n"
    "KYIV: The governor says that five shells fell on the market shortly before noon, when it was full.\n\n"
    "LIND: And who is blamed for that?\n\n"
    "KYIV: The army across the river, which says that it fired at no market on that day or any other.\n"
)


def test_who_speaks_in_a_transcript_opens_no_report_though_a_place_has_that_name() -> None:
    (piece,) = split_document(TALK)
    assert piece.headline == "Who shelled the market?"
    assert piece.dateline is None
    assert piece.end == len(TALK.rstrip())


def test_two_who_take_turns_are_a_transcript_without_their_roles() -> None:
    talk = TALK.replace(", HOST", "").replace(", BYLINE", "").replace("MARA LIND:", "LIND:")
    assert len(split_document(talk)) == 1


@pytest.mark.parametrize("label", ["BACKGROUND: ", ""])
def test_places_before_a_colon_still_open_reports(label: str) -> None:
    news = "Nine people were killed in a market on Monday when shells fell on it, the governor said in the morning."
    text = f"KYIV: {news}\n\n{label}The market had been shelled before.\n\nBEIRUT: {news}\n"
    assert [piece.dateline for piece in split_document(text)] == ["KYIV", "BEIRUT"]
