"""The words that a pattern can begin with: never one too few."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.eventkinds import is_mishap, kinds_in
from extract.lexicon import load
from extract.openings import openings
from extract.triggers import lemma_rules
from tests.store_support import RAID, TALKS

TEXTS = [RAID, TALKS, *(file.read_text() for file in sorted(Path("tests/gold/tuning/texts").glob("*.txt")))]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:laid|lay)\s+to\s+rest", {"laid", "lay"}),
        (r"\b(?:shot\s+(?:and|dead)|(?:cut|hacked)\s+down)\b", {"shot", "cut", "hacked"}),
        (r"lorr(?:y|ies)", {"lorr"}),
        (r"raids?\b", {"raid"}),
        (r"(?<=being\s)treated\b", {"treated"}),
        (r"(?:a|b)?c", None),
        (r"(?:the\s+)?war", None),
        (r"(?:war|)", None),
        (r"\w+ war", None),
        (r"[ab]c", None),
        (r"a?b", None),
    ],
)
def test_openings_of_a_pattern(pattern: str, words: set[str] | None) -> None:
    assert openings(pattern) == words


def test_whatever_the_lists_find_begins_with_an_opening() -> None:
    events = load("events")
    patterns = [pattern for pattern, _ in lemma_rules()[1]]
    patterns += [
        re.compile(each, re.IGNORECASE) for each in (*events["kinds"].values(), events["strike"]["match"])
    ]
    found = 0
    for pattern in patterns:
        begins = openings(pattern.pattern)
        for text in TEXTS:
            for match in pattern.finditer(text):
                found += 1
                assert begins is None or match.group().casefold().startswith(tuple(begins))
    assert found > 100


def test_every_kind_is_found_wherever_its_sign_stands() -> None:
    events = load("events")
    for text in TEXTS:
        for line in text.splitlines():
            kinds = {kind for kind, _, _ in kinds_in(line)}
            for kind in set(events["order"]["first"]) - {"strike"}:
                pattern = events["kinds"][kind]
                found = re.search(pattern, line, re.IGNORECASE) is not None
                if kind == "accident":  # an explosion is one by its cause too
                    found = found or is_mishap(line)
                if kind not in ("shooting", "abduction", "arrest"):  # who does these settles which they are
                    assert found == (kind in kinds)
