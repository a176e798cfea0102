"""The shared parse: masks, pieces, and the way back from every token to the text."""

from __future__ import annotations

import pytest

from extract.masks import PLACEHOLDER
from extract.parse import Parsed, Unparsed, parse_articles, parse_text, split_paragraphs

SAMPLES = [
    "“We are ready,” Gov. Ana Petrescu said. “The bridge is open.”",
    'Troops hit the “port and rail lines,” damaging 12 cranes, the navy said. "Two died," it added.',
    "Headline here\n\n🚀 “Who did this?” Mayor Ali Dahir asked. ‘Nobody knows’, said Lt. Col. Ben Osei.",
    "“One paragraph.\n\n“Another,” she said, “and more.”",
    "No quotations at all, only 3 words.",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_every_token_points_at_its_own_characters(text: str) -> None:
    parsed = parse_text(text)
    for piece in parsed.pieces():
        for token in piece.doc:
            start, end = piece.start(token), piece.end(token)
            index = piece.mask(token)
            if index is not None:
                quotation = parsed.quotations[index]
                assert quotation.outer_start <= start < end <= quotation.outer_end
            elif not token.is_punct:
                assert text[start:end] == token.text


@pytest.mark.parametrize("text", SAMPLES)
def test_token_at_finds_the_token_back(text: str) -> None:
    for piece in parse_text(text).pieces():
        for token in piece.doc:
            found = piece.token_at(piece.start(token))
            assert found is not None
            assert found.i == token.i


def frame_texts(parsed: Parsed) -> list[str]:
    return [paragraph.frame.doc.text for paragraph in parsed.paragraphs]


def test_a_clause_in_marks_is_masked_and_gets_an_inside() -> None:
    parsed = parse_text("“We are ready,” Petrescu said. “The bridge is open.”")
    assert frame_texts(parsed) == [f"{PLACEHOLDER}, Petrescu said. {PLACEHOLDER}."]
    assert [piece.doc.text for piece in parsed.paragraphs[0].insides] == [
        "We are ready,",
        "The bridge is open.",
    ]
    assert [piece.quotation for piece in parsed.paragraphs[0].insides] == [0, 1]


def test_a_phrase_in_marks_stays_in_the_frame_without_them() -> None:
    parsed = parse_text("The navy hit the “port and rail lines,” damaging 12 cranes.")
    assert frame_texts(parsed) == ["The navy hit the port and rail lines, damaging 12 cranes."]
    assert parsed.paragraphs[0].insides == []
    assert len(parsed.quotations) == 1


def test_the_subject_of_the_reporting_verb_survives_the_mask() -> None:
    for text in (
        "“We are ready,” Petrescu said.",
        "“We are ready,” said Petrescu.",
        "Petrescu replied, “No.”",
    ):
        doc = parse_text(text).paragraphs[0].frame.doc
        verb = next(token for token in doc if token.lemma_ in ("say", "reply"))
        assert [child.text for child in verb.children if child.dep_ == "nsubj"] == ["Petrescu"]


def test_an_abbreviated_title_does_not_end_the_sentence() -> None:
    doc = parse_text("The town fell, Lt. Gen. Omar Dahl said.").paragraphs[0].frame.doc
    assert len(list(doc.sents)) == 1


def test_spans_to_leave_out_and_the_headline_are_kept_apart() -> None:
    text = "Bridge falls\n(LONDON) — The bridge fell.\nA reporter contributed."
    start = text.index("A reporter")
    dateline = (text.index("(LONDON"), text.index("The bridge"))
    (parsed,) = parse_articles([Unparsed(text, [dateline, (start, len(text))], (0, 12))])
    assert [(text[p.start : p.end], p.headline) for p in parsed.paragraphs] == [
        ("Bridge falls", True),
        ("The bridge fell.", False),
    ]


def test_lines_of_a_fixed_width_are_joined_into_paragraphs() -> None:
    text = "The ministry said on Monday that\nthree towns had been hit\nand two people killed.\n\nIt gave no\nnames.\n"
    assert [text[a:b].split("\n")[0] for a, b in split_paragraphs(text)] == [
        "The ministry said on Monday that",
        "It gave no",
    ]


def test_articles_come_out_in_order_with_their_own_text() -> None:
    texts = ["One. “Yes,” he said.", "", "Two.\nThree.", "   "]
    parsed = list(parse_articles([Unparsed(text) for text in texts]))
    assert [item.text for item in parsed] == texts
    assert [len(item.paragraphs) for item in parsed] == [1, 0, 2, 0]


def test_a_very_long_line_is_cut_without_losing_a_character_of_its_words() -> None:
    text = "The army fired again. " * 3000
    paragraphs = split_paragraphs(text)
    assert len(paragraphs) > 1
    assert " ".join(text[a:b] for a, b in paragraphs).split() == text.split()
