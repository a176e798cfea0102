"""Quotations that other quotations explain: one that goes on later, one that the report's opening takes from below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.said import Said, like_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.frame import Frame

_LATER = frozenset({"then", "later", "again", "minutes", "minute", "hours", "hour", "moments", "moment", "seconds"})  # fmt: skip


def touches_frame(said: Said, frame: Frame) -> bool:
    """Does the frame begin right behind the quotation, or end right before it?"""
    doc, last = said.piece.doc, said.last.i
    first, end = frame.core
    if first > last:
        return all(doc[i].is_punct for i in range(last + 1, first))
    return bool(said.first.i - 2 <= end < said.first.i)


def goes_on_later(said: Said, previous: Said) -> bool:
    """Minutes later: “…”: nothing but time between the statement before and this one, in a paragraph."""
    if previous.paragraph != said.paragraph:
        return False
    doc, sent = said.piece.doc, said.first.sent
    before = doc[sent.start : said.first.i]
    if not 1 < len(before) <= 6 or before[-1].text != ":":
        return False
    return all(
        t.pos_ in ("ADV", "DET", "NUM", "CCONJ", "ADJ", "PUNCT")
        or t.lower_ in _LATER
        or t.ent_type_ in ("DATE", "TIME")
        for t in before
    )


def give_echoes(text: str, found: Sequence[Said]) -> None:
    """ "‘Heartbroken’ owner to close": give a word of the report's opening to whom the words below have say it."""
    for said in found:
        if said.paragraph > 1:
            break
        words = text[said.quotation.start : said.quotation.end].rstrip(".,").casefold()
        taken = said.masked or said.frame is not None or not said.scare
        if taken or len(words) < 4 or like_name(text, said):
            continue
        pattern = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
        for other in found[said.position + 1 :]:
            if other.source is None or other.scare:
                continue
            if pattern.search(text, other.quotation.start, other.quotation.end):
                said.scare, said.source = False, other.source
                said.why = f"the words are {other.source.name}'s, told below"
                break
