"""Completing a query: names of fields and their values, with how many articles have each, for what is being typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.query import FIELDS, choices, field_words
from store.text import fold

if TYPE_CHECKING:
    from store.search import Reader

#: The last piece of what is typed so far: a word, or a field with the beginning of its value.
_PIECE = re.compile(
    r'(?:^|(?<=\s))(?P<minus>-?)(?:(?P<field>[^\W\d_]+):)?(?P<before>(?:[^\s",]*,)*)(?P<value>"[^"]*|[^\s"]*)$'
)


@dataclass(frozen=True, slots=True)
class Completion:
    """`words` may stand for the query's characters from `start` to `end`; `articles` have it (None: not counted)."""

    words: str
    articles: int | None
    start: int
    end: int


def complete(reader: Reader, text: str, cursor: int, most: int = 8) -> list[Completion]:
    """What the piece of `text` before `cursor` may become, the likeliest first."""
    piece = _PIECE.search(text[:cursor])
    if piece is None:
        return []
    value = piece["value"].lstrip('"')
    if piece["field"] is None:
        if not value or piece["before"] or piece["value"].startswith('"'):
            return []
        names = [name for name in FIELDS if name.startswith(fold(value))]
        return [Completion(f"{piece['minus']}{name}:", None, piece.start(), cursor) for name in names[:most]]
    name = fold(piece["field"])
    found: list[tuple[str, int | None]]
    facet = "day" if name == "on" else name
    from store import facets

    if facet in facets.FIELDS:
        shown = facets.beginning(reader.facet(facet), value)
        found = [(each.value, each.articles) for each in shown[:most]]
    elif choices(name):
        begun = fold(value).replace("-", "_")
        found = reader.counted(name, [each for each in choices(name) if each.startswith(begun)])
    elif name in FIELDS:
        found = reader.counted(name, reader.values(name, value, most))
    else:
        return []
    before = f"{piece['minus']}{name}:{piece['before']}"
    made: list[Completion] = []
    for each, articles in found[:most]:
        words = field_words(name, each)
        # One of several values cannot be a quoted one.
        if piece["before"] and '"' in words:
            continue
        made.append(Completion(before + words[len(name) + 1 :], articles, piece.start(), cursor))
    return made
