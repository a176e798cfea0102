"""Long and awkward texts: the work grows with the length of the text, not with its square."""

import sys

import pytest

from extract.parse import LONGEST, LONGEST_SENTENCE, parse_text, split_paragraphs
from extract.pipeline import extract_document


def steps(text: str) -> int:
    """How many functions are called to extract the text."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        extract_document(text, "awkward.txt")
    finally:
        sys.setprofile(None)
    return count


AWKWARD = {
    "one-word lines": "strike\nBelgar\nkilled\n12\n",
    "opening marks": "“he said ",
    "closing marks": "he said” ",
    "straight marks": '"he said ',
    "apostrophes": "'he said ",
    "guillemets": "«he said ",
    "marks in paragraphs": "“We will go on, he said.\n\n",
    "one sentence": "Police said the strike killed 12 people in Belgar on Tuesday. ",
    "numbers": "12, 5 and 30 dead, ",
    "number words": "twenty two ",
    "parentheses": "(the army ",
    "names": "Gen. John Smith of Belgar, ",
    "days": "on Tuesday, Dec. 24, overnight and ",
    "attributions": "“We know,” he said, said the army, according to police, ",
    "headers": "date 2025-12-25 Strike on Belgar\n\n",
    "datelines": "(BELGAR) — Twelve people died.\n\n",
    "no spaces": "абвabc123",
    "dots": ".",
    "line ends": "\n",
}


@pytest.mark.parametrize("name", AWKWARD)
def test_twice_the_text_takes_no_more_than_twice_the_steps(name: str) -> None:
    unit = AWKWARD[name]
    extract_document(unit, "warm.txt")
    # So long that a sentence of it would go beyond what one sentence may be.
    times = LONGEST_SENTENCE // len(unit) + 1
    once, twice = steps(unit * times), steps(unit * (2 * times))
    assert twice <= 2.5 * once


def test_a_sentence_that_never_ends_is_parsed_in_parts() -> None:
    text = "strikes on the town, shelling of the port and " * 300
    parsed = parse_text(text)
    assert len(parsed.paragraphs) > 5
    assert all(part.end - part.start <= LONGEST_SENTENCE for part in parsed.paragraphs)
    assert "".join(text[p.start : p.end] for p in parsed.paragraphs).replace(" ", "") == text.replace(" ", "")


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "Police said that the strike killed twelve people in the town of Belgar on Tuesday."
    text = " ".join([sentence] * 400)
    parts = split_paragraphs(text)
    assert len(parts) > 1
    assert all(end - start <= LONGEST and text[start:end].endswith("Tuesday.") for start, end in parts)
    assert all(text[start:].startswith("Police") for start, _ in parts)


def test_a_sentence_of_common_length_stays_whole() -> None:
    text = "Officials named the villages of " + ", ".join(f"Belgar-{i}" for i in range(150)) + "."
    assert len(text) < LONGEST_SENTENCE
    assert split_paragraphs(text) == [(0, len(text))]
