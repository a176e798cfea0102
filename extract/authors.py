"""Words read out of a paper whose author the text names afterwards: "Their author, Ana Petrescu, sat in court"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.said import Said
    from extract.sources import Source, Sources

#: Behind the words, within this many characters, and so near behind that the name.
_REACH, _NEXT = 700, 40
_AUTHOR = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Ww]hose) (?:anonymous |unknown |young |then )?(?:author|writer|sender|diarist|signatory)\b"
    r"(?! of\b)(?:,| was| is)"
    r"|\b(?:signed|written|penned|typed|scrawled) by\b"
)


def give_authors(sources: Sources, text: str, said: Sequence[Said]) -> None:
    """Give words alone, or those of a paper of which nobody is told to have written it, to whom the text then names."""
    for item in said:
        paper = item.source is not None and item.source.name in words("reporting", "documents")
        orphan = item.masked and item.source is None and item.frame is None
        if item.scare or not (paper or orphan):
            continue
        author = _named_behind(sources, text, item.quotation.outer_end)
        if author is not None:
            item.source, item.why = author, f"the text names {author.name} as the author"


def _named_behind(sources: Sources, text: str, low: int) -> Source | None:
    for match in _AUTHOR.finditer(text, low, low + _REACH):
        for mention in sources.mentions_after(match.end(), _NEXT):
            if mention.source.kind == "person" and not mention.source.head:
                return mention.source
    return None
