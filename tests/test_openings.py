"""The words that a pattern can begin with: never one too few."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.deedclauses import unmarked
from extract.eventkinds import is_mishap, kinds_in
from extract.lexicon import load
from extract.openings import Head, Openings, Signs, heads, openings
from extract.triggers import lemma_rules
from tests.store_support import RAID, TALKS

TEXTS = [RAID, TALKS, *(file.read_text() for file in sorted(Path("tests/gold/tuning/texts").glob("*.txt")))]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:laid|lay)\s+to\s+rest", {"laid", "lay"}),
        (r"\b(?:shot\s+(?:and|dead)|(?:cut|hacked)\s+down)\b", {"shot", "cut", "hacked"}),
        (r"lorr(?:y|ies)", {"lorr"}),
        (r"raids?\b", {"raid", "raids"}),
        (r"(?<=being\s)treated\b", {"treated"}),
        (r"(?:a|b)?c", {"ac", "bc", "c"}),
        (r"(?:the\s+)?war", {"the", "war"}),
        (r"(?:(?:an?\s+){0,2}?old\s+)?(?:war|fight)s", {"a", "an", "old", "wars", "fights"}),
        (r"(?:the\s+)?\w+", None),
        (r"(?-i:Shell)(?!\s+of\b)|rockets?", {"shell", "rocket", "rockets"}),
        (r"(?:the|a)\s+war|peace", {"the", "a", "peace"}),
        (r"(?:war|)", None),
        (r"\w+ war", None),
        (r"[ab]c", None),
        (r"a?b", None),
    ],
)
def test_openings_of_a_pattern(pattern: str, words: set[str] | None) -> None:
    assert openings(pattern) == words


def test_heads_say_whether_the_word_ends_and_what_follows_its_blanks() -> None:
    assert heads(r"\b(?:cut|hack\w*)\s+down|in-house") == [
        Head("cut", True, "down"),
        Head("hack", False),
        Head("in", False),
    ]
    assert heads(r"(?:an?\s+)?old\b") == [
        Head("a", True, r"old\b"),
        Head("an", True, r"old\b"),
        Head("old", True),
    ]
    assert heads(r"(?:an?\s+)*old\b") == [Head("a", True), Head("an", True), Head("old", True)]


def test_a_pattern_is_tried_only_where_its_second_word_may_stand_too() -> None:
    found = Openings(
        [r"the\s+(?:war|battles?)\b", r"the\w*", r"(?:this|that)\s+war", r"\w+", r"the\s+\w+|the\s+war"]
    )
    assert found.anywhere == [3]
    numbers = {word: dict(found.by(word)) for word in ("the", "then", "this", "a")}
    assert {word: sorted(each) for word, each in numbers.items()} == {
        "the": [0, 1, 4], "then": [1], "this": [2], "a": [],
    }  # fmt: skip
    assert set(numbers["the"][0] or ()) == {"war", "battle", "battles"}
    assert numbers["the"][1] is None
    assert numbers["the"][4] is None
    assert numbers["this"][2] == ("war",)


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
                first, *behind = re.findall(r"[^\W\d_]+", match.group().casefold())[:2] or [""]
                then = dict(Openings([pattern.pattern]).by(first)).get(0) if begins is not None else None
                assert then is None or behind[0].startswith(then)
    assert found > 100


def test_every_kind_is_found_wherever_its_sign_stands() -> None:
    events = load("events")
    for text in TEXTS:
        for line in text.splitlines():
            kinds = {kind for kind, _, _ in kinds_in(line)}
            for kind in set(events["order"]["first"]) - {"strike"}:
                pattern = events["kinds"][kind]
                found = re.search(pattern, unmarked(line), re.IGNORECASE) is not None
                if kind == "accident":  # an explosion is one by its cause too, and what a strike did is none
                    assert found or is_mishap(line) or kind not in kinds
                elif kind not in ("shooting", "abduction", "arrest"):  # who does these settles which they are
                    assert found == (kind in kinds)


def test_signs_are_found_as_a_search_for_each_finds_them() -> None:
    patterns = {
        "raid": re.compile(r"\b(?:(?:night\s+)?raids?|storm(?:ed|ing))\b", re.IGNORECASE),
        "number": re.compile(r"\b\w*\d\w*\b"),  # may begin anywhere
        "blast": re.compile(r"\b(?:blasts?(?:\s+and\s+blasts?)?)\b", re.IGNORECASE),
    }
    text = "Night raids, BLAST and blast, brainstorming, 3 blasts; they stormed the raiders' night raid of F-16s."
    found = {kind: [match.span() for match in matches] for kind, matches in Signs(patterns).found(text)}
    assert found == {kind: [match.span() for match in each.finditer(text)] for kind, each in patterns.items()}
    assert list(found) == ["raid", "number", "blast"]
    assert [len(spans) for spans in found.values()] == [3, 2, 2]


def test_no_sign_has_to_be_looked_for_everywhere() -> None:
    events = load("events")
    patterns = {**events["kinds"], **events["weapons"], "strike": events["strike"]["match"]}
    assert [name for name, pattern in patterns.items() if openings(pattern) is None] == []
