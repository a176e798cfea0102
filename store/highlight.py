"""Where a query's words stand in a text, as the full-text index sees them."""

from __future__ import annotations

import re

from store.query import Query
from store.text import WORD, fold


def matches(text: str, query: Query) -> list[tuple[int, int]]:
    """Where the wanted words and phrases of `query` stand in `text`, as the full-text index sees them."""
    wanted = [
        ([fold(word) for word in WORD.findall(term.text)], term.prefix)
        for term in query.terms
        if not term.negated
    ]
    for field in query.fields:
        if field.name == "headline" and not field.negated:
            wanted += [(WORD.findall(value), True) for value in field.values]
    wanted = [(words, prefix) for words, prefix in wanted if words]
    if not wanted:
        return []
    tokens: list[re.Match[str]] = list(WORD.finditer(text))
    folded = [fold(token.group()) for token in tokens]
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        longest = 0
        for words, prefix in wanted:
            size = len(words)
            if size > longest and folded[at : at + size - 1] == words[:-1] and at + size <= len(folded):
                last = folded[at + size - 1]
                if last == words[-1] or (prefix and last.startswith(words[-1])):
                    longest = size
        if longest:
            spans.append((tokens[at].start(), tokens[at + longest - 1].end()))
        at += longest or 1
    return spans
