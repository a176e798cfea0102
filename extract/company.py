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
