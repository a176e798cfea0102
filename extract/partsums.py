"""Numbers of one sentence that make up another: "19 …, 14 … and 11" of 44."""

from __future__ import annotations

import itertools
import re

from extract.drafts import Draft, class_of, same_sentence
from extract.model import SET_APART

#: Smaller sums meet by chance, where another paragraph tells them.
_TELLING = 7
#: "Four of those killed were women"
OF_THOSE = re.compile(r"\s+of\s+those\s+(?P<done>[a-z]+)\b", re.IGNORECASE)


def link_sums(drafts: list[Draft]) -> None:
    """Items of one sentence that make up exactly a number told before are its parts: "19 …, 14 … and 11" of 44."""
    index = 0
    while index < len(drafts):
        first = drafts[index]
        end = index + 1
        while end < len(drafts) and same_sentence(drafts[end], first) and alike(drafts[end], first):
            end += 1
        items = drafts[index:end]
        loose = all(
            d.part_of is None and d.number.modifier is None and d.number.low == d.number.high for d in items
        )
        if len(items) > 1 and loose and first.measure not in SET_APART:
            total = sum(d.number.value for d in items)
            # As far back as wholes are sought elsewhere, so that a text of numbers stays linear.
            for at in range(index - 1, max(-1, index - 13), -1):
                other = drafts[at]
                if first.paragraph - other.paragraph > 2:
                    break
                if first.paragraph != other.paragraph and total < _TELLING:
                    continue  # "four people died" in one raid, and "three rebels and one soldier" in the next
                if alike(other, first) and other.number.value == total and other.part_of is None:
                    for item in items:
                        item.part_of = other
                    break
        index = end
    for one, two in itertools.pairwise(drafts):
        # "At least 31 of the victims were shot, and 25 died in shelling", of 56: the rest of the same whole.
        whole = one.part_of
        if whole is not None and two.part_of is None and same_sentence(one, two) and alike(one, two):
            rest = one.number.value + two.number.value == whole.number.value
            if whole is not two and (rest or _and_were(two, one, whole)):
                two.part_of = whole


_AND = re.compile(r"[^.;]{0,80}\band\s+(?:(?:at\s+least|about)\s+)?", re.IGNORECASE)
_WERE = re.compile(r"\s+(?:were|are)\s+(?:[\w-]+\s+)?[a-z]+(?:s|en|people)\b")


def _and_were(two: Draft, one: Draft, whole: Draft) -> bool:
    """ "13 of those killed were fighters and six were civilians": both say what some of one whole were."""
    text = two.piece.text
    bare = two.counted is not None and two.counted.noun is None and OF_THOSE.match(text, one.number.end)
    fits = one.number.value + two.number.value < whole.number.high
    told = (
        _AND.fullmatch(text, one.end, two.start) is not None and _WERE.match(text, two.number.end) is not None
    )
    return bool(bare) and fits and told


def alike(one: Draft, other: Draft) -> bool:
    return one.measure == other.measure and class_of(one) == class_of(other)
