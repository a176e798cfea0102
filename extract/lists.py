"""Lists under a total: "14 vehicles: six tanks, five trucks and three jeeps", "12 strikes, eight in Syria and …"."""

from __future__ import annotations

import re

from extract.drafts import OVER_PLACE, Draft, class_of, same_sentence
from extract.lexicon import load
from extract.model import SET_APART
from extract.nouns import singular

#: Between a total and the first item: a colon, a dash or a bracket; or a comma, after a verb at most.
_OPENED = re.compile(r"[^.;:,]{0,30}?\s*(?::|\s[—–-]{1,2}\s|\()\s*(?:at\s+least\s+|about\s+)?$")
_APPOSED = re.compile(
    r"(?:\s+(?:against|on|by|of|from)\s+[^.;:,]{1,40}?)?\s*(?:(?:were|was|(?:have|has|had)\s+been)\s+\w+\s*)?"
    # … and the time of the night's count.
    r"(?:(?:(?:over|during|in)\s+the\s+)?(?:overnight|(?:last|that|past)\s+night|night|morning|past\s+day|on\s+[A-Z][a-z]+day)\s*)?,\s*$"
)
#: Between two items.
_NEXT = re.compile(
    r"[^.;:]{0,60}?(?:,\s*(?:and\s+|as\s+well\s+as\s+)?|\s+and\s+|\s+as\s+well\s+as\s+)(?:at\s+least\s+|about\s+)?$"
)


def link_lists(text: str, drafts: list[Draft]) -> None:
    """Sets `part_of` of the items of a list that a total opens.

    After a comma the items must be counted over places, or make the total exactly:
    what stands side by side is no list ("12 were killed in one town, eight in another").
    """
    for index, whole in enumerate(drafts):
        if whole.measure in SET_APART or whole.counted is None or whole.number.value < 2:
            continue
        items = _items(text, whole, drafts[index + 1 : index + 13])
        if len(items) < 2:
            continue
        between = text[whole.end : items[0].start]
        total = sum(item.number.value for item in items)
        exact = total == whole.number.value and not _is_group(whole)
        opened = _OPENED.fullmatch(between) is not None
        placed = all(OVER_PLACE.match(text, item.number.end) for item in items)
        if (
            exact
            or (opened and (placed or total < 2 * whole.number.value))
            or (placed and _APPOSED.fullmatch(between))
        ):
            for item in items:
                item.part_of = whole
    for item in drafts:
        if item.item_of is not None and item.part_of is None and item.item_of.part_of is not item:
            item.part_of = item.item_of


def _is_group(whole: Draft) -> bool:
    """ "9 soldiers, 4 officers and 5 civilians": soldiers are beside the others, not over them."""
    noun = singular((whole.unit or "").split(" ")[-1])
    return any(noun in str(listed).split() for listed in load("sums")["members"].values())


def _items(text: str, whole: Draft, after: list[Draft]) -> list[Draft]:
    """The counts that follow the total as a list of its kind, none of them linked yet."""
    items: list[Draft] = []
    for draft in after:
        alike = draft.measure == whole.measure and class_of(draft) in (class_of(whole), "unknown")
        if (
            not (same_sentence(draft, whole) or _runs_on(text, whole, draft))
            or not alike
            or draft.part_of is not None
        ):
            break
        if draft.number.value >= whole.number.value or draft.same_as is not None:
            break
        between = text[(items[-1] if items else whole).end : draft.start]
        fits = _NEXT if items else _OPENED
        if not (fits.fullmatch(between) or (not items and _APPOSED.fullmatch(between))):
            break
        items.append(draft)
    return items


def _runs_on(text: str, whole: Draft, draft: Draft) -> bool:
    """The parser may end a sentence at the colon before the list."""
    return draft.piece is whole.piece and re.search(r"[.!?]\s", text[whole.end : draft.start]) is None
