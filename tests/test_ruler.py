"""The hastened attribute ruler and lemmatizer say what spaCy's own say."""

from __future__ import annotations

import pytest

from extract.parse import load_model
from tests.store_support import RAID, TALKS


@pytest.mark.parametrize(
    "text",
    [
        RAID,
        TALKS,
        "There is a man who ain't gonna go; let's say y'all gotta. There are two. It's hers, isn't it?",
        "What she has done, they do not have.\n\n  I saw it, and it saw me; you have had enough, ca n't you?",
        "They heard nuthin' and c'm on, he said. They left the town at dawn.",
        "They left the town at dawn.",
        " \n ",
    ],
)
def test_the_same_rules_hold_in_the_same_order(text: str) -> None:
    ruler = load_model().get_pipe("attribute_ruler")
    doc = load_model()(text)
    expected = type(ruler).match(ruler, doc)
    # Asked twice: the first time it is worked out, the second it is remembered.
    assert [ruler.match(doc), ruler.match(doc)] == [expected, expected]


def test_lemmas_are_those_that_the_lemmatizer_works_out() -> None:
    lemmatizer = load_model().get_pipe("lemmatizer")
    doc = load_model()(
        f"{RAID} {TALKS} They were seen running to the burning houses, and best of all he ran."
    )
    assert [lemmatizer.lemmatize(token) for token in doc] == [
        lemmatizer.rule_lemmatize(token) for token in doc
    ]


def test_an_empty_text_has_no_tokens_to_rule() -> None:
    assert len(load_model()("")) == 0
