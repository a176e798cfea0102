"""What is named beside a count: "in addition to the 14 tanks, three guns were destroyed"."""

from __future__ import annotations

import itertools
import re

from extract.drafts import Draft, same_sentence

_BESIDES = re.compile(
    r"\b(?:in\s+addition\s+to|besides|along\s+with|apart\s+from|as\s+well\s+as|together\s+with)\s+(?:the\s+|its\s+|some\s+)?$",
    re.IGNORECASE,
)


def by_company(text: str, drafts: list[Draft]) -> None:
    """ "In addition to the 14 tanks, three guns were destroyed": what is named beside takes the same measure."""
    for before, draft in itertools.pairwise(drafts):
        _beside_the_hurt(text, before, draft)
    for draft, following in itertools.pairwise(drafts):
        if draft.measure == "other" and _BESIDES.search(text[max(0, draft.start - 30) : draft.start]):
            rule = (
                following.reading.trigger.rule
                if following.reading is not None and following.reading.trigger is not None
                else None
            )
            if (
                rule is not None
                and same_sentence(draft, following)
                and draft.counted is not None
                and draft.counted.kind in rule.nouns
            ):
                draft.measure, draft.reading = following.measure, following.reading


_WELL = re.compile(
    r",?\s+(?:as\s+well\s+as|along\s+with|together\s+with)\s+(?:at\s+least\s+|some\s+|about\s+)?$"
)
_HURT = frozenset({"killed", "injured", "casualties", "abducted", "arrested", "missing"})


def _beside_the_hurt(text: str, before: Draft, draft: Draft) -> None:
    """ "The dead include 64 villagers, among them two women, as well as 52 soldiers": dead as the others."""
    if draft.measure != "other" or before.measure not in _HURT or draft.counted is None:
        return
    if draft.counted.kind != "person" or not same_sentence(before, draft):
        return
    if _WELL.search(text[before.end : draft.start]) is not None:
        draft.measure, draft.reading = before.measure, before.reading
