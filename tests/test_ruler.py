"""The hastened attribute ruler says what spaCy's own says."""

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
        " \n ",
    ],
)
def test_the_same_rules_hold_in_the_same_order(text: str) -> None:
    ruler = load_model().get_pipe("attribute_ruler")
    doc = load_model()(text)
    expected = type(ruler).match(ruler, doc)
    # Asked twice: the first time it is worked out, the second it is remembered.
    assert [ruler.match(doc), ruler.match(doc)] == [expected, expected]
