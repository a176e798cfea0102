"""Which body "the group" and "the agency" mean that the text named before: an armed one, or whoever spoke last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.clusters import Source
from extract.parties import last_group, named_group
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece
    from extract.sources import Sources


#: What may be said of an armed group besides its name: "the al Qaeda-linked group", "the jihadist group".
_ARMED = re.compile(
    r"\b(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:[\w-]+[-‑](?:linked|backed|aligned|affiliated|allied|inspired)"
    r"|jihadist|jihadi|militant|armed|rebel|islamist|extremist|insurgent|paramilitary|terror|terrorist|separatist)\s+$",
    re.IGNORECASE,
)
#: Heads that may mean an armed group named before; a network or a charity is none.
_OF_ARMED = frozenset(
    {"group", "militia", "movement", "force", "front", "army", "organisation", "organization", "faction"}
)
#: What no state's army or ministry is called.
_NO_STATES = frozenset({"group", "militia", "movement", "faction"})
#: What a group is called that bears no arms: "the aid group".
_CIVIL = frozenset({"aid", "rights", "relief", "medical", "doctors", "medics", "monitoring", "charity", "humanitarian", "advocacy", "research", "health", "media", "civil", "activist", "women", "refugee"})  # fmt: skip
#: Characters back within which "the group" may be an armed one that no sentence made its subject.
_NEAR = 500


def armed_before(sources: Sources, piece: Piece, token: Token) -> Source | None:
    """ "The al Qaeda-linked group": the armed group that the text named last."""
    offset = piece.start(token)
    if token.lower_ not in _OF_ARMED or not _ARMED.search(piece.text, max(0, offset - 80), offset):
        return None
    if token.i + 1 < len(piece.doc) and token.nbor(1).text[:1].isupper():
        return None  # the jihadist group JNIM
    for mention in reversed(sources.mentions_before(offset, 8000)):
        if named_group(mention.source.name) is not None:
            return mention.source
    name = last_group(piece.text, offset)
    return sources.other(name, "org") if name is not None else None


def last_body(sources: Sources, token: Token, offset: int) -> Source | None:
    """The body that spoke or was a subject last, within three sentences."""
    here = sources.sentence(offset)
    civil = any(child.lower_ in _CIVIL for child in token.children)
    found = [(at, s) for at, s in sources.spoken_before(offset) if s.kind == "org"]
    found += [
        (m.start, m.source) for m in sources.mentions_before(offset) if m.source.kind == "org" and m.subject
    ]
    found = [
        (at, s)
        for at, s in found
        if here - sources.sentence(at) <= 3
        and _is_named(s)
        and ((token.lower_ in _OF_ARMED and not civil) or named_group(s.name) is None)
        and s.name.casefold() not in sides()  # "the agency" is no country
        and not (token.lower_ in _NO_STATES and s.side is not None)
    ]
    if found:
        return max(found, key=lambda item: item[0])[1]
    if token.lower_ in ("group", "militia", "movement") and not civil:
        near = last_group(sources.parsed.text[max(0, offset - _NEAR) : offset], _NEAR)
        return sources.other(near, "org") if near is not None else None
    if token.lower_ not in ("company", "firm"):
        return None
    # Shares of Corvane Inc. fell: no subject, but the only body there is.
    others = [m for m in sources.mentions_before(offset) if m.source.kind == "org" and _is_named(m.source)]
    for reach in (1, 3):
        near_ones = {id(m.source): m.source for m in others if here - sources.sentence(m.start) <= reach}
        if near_ones:
            return next(iter(near_ones.values())) if len(near_ones) == 1 else None
    return None


def _is_named(source: Source) -> bool:
    """Has the body a name, rather than a word that begins a sentence ("Police")?"""
    common = words("organisations", "heads") | words("organisations", "groups")
    return source.name[:1].isupper() and source.name.casefold() not in common
