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
    from extract.phrases import Phrase
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
#: Who counts what others do, whatever stands before the word.
_WATCHERS = frozenset({"monitor", "watchdog", "charity", "ngo", "nonprofit", "observatory"})
#: What a body is called by only if its name says so, unless that is letters: "the coalition" is no broadcaster.
_OWN_WORDS = frozenset({"coalition", "council", "commission", "committee", "institute", "union"})
#: What a state's bodies are called, which are no group, no agency and no company.
_STATE_BODIES = frozenset({"ministry", "army", "military", "government", "police", "parliament", "court", "presidency", "navy", "junta"})  # fmt: skip
_FORCES = frozenset({"force", "forces", "corps", "guard", "guards", "brigade", "brigades", "front", "legion", "army", "militia", "fighters", "battalion", "gendarmerie"})  # fmt: skip
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
    if token.lower_ == "force":
        return _last_force(sources, offset, here)
    civil = any(child.lower_ in _CIVIL for child in token.children)
    watches = civil or token.lower_ in _WATCHERS
    found = [(at, s) for at, s in sources.spoken_before(offset) if s.kind == "org"]
    found += [
        (m.start, m.source)
        for m in sources.mentions_before(offset)
        if m.source.kind == "org" and m.subject and m.end <= offset
    ]
    found = [
        (at, s)
        for at, s in found
        if here - sources.sentence(at) <= 3
        and _is_named(s)
        and ((token.lower_ in _OF_ARMED and not civil) or named_group(s.name) is None)
        and s.name.casefold() not in sides()  # "the agency" is no country
        and not (token.lower_ in _NO_STATES and s.side is not None)
        and _may_be(token.lower_, watches, s)
    ]
    if found:
        return max(found, key=lambda item: item[0])[1]
    if (mistaken := _body_taken_for_person(sources, token, offset)) is not None:
        return mistaken
    if token.lower_ in ("group", "militia", "movement") and not civil:
        near = last_group(sources.parsed.text[max(0, offset - _NEAR) : offset], _NEAR)
        return sources.other(near, "org") if near is not None else None
    if token.lower_ not in _TRADES | {"company", "firm"}:
        return None
    # Shares of Corvane Inc. fell: no subject, but the only body there is.
    others = [m for m in sources.mentions_before(offset) if m.source.kind == "org" and _is_named(m.source)]
    for reach in (1, 3):
        near_ones = {id(m.source): m.source for m in others if here - sources.sentence(m.start) <= reach}
        if near_ones:
            return next(iter(near_ones.values())) if len(near_ones) == 1 else None
    return None


def _body_taken_for_person(sources: Sources, token: Token, offset: int) -> Source | None:
    """ "Transport Scotia confirmed it. The agency said …": a body, though what it did made it look a person."""
    spoken = sources.last_spoke(offset)
    source = spoken[1] if spoken is not None else None
    if source is None or not source.maybe_body or source.role or source.gender or source.side:
        return None
    if spoken is None or sources.sentence(offset) - sources.sentence(spoken[0]) > 3:
        return None
    if token.lower_ not in words("organisations", "blank_heads"):
        return None
    source.kind = "org"
    return source


def _last_force(sources: Sources, offset: int, here: int) -> Source | None:
    """ "Gunmen killed seven members of the Western Shield Forces, the force said": those that are called forces."""
    for mention in reversed(sources.mentions_before(offset)):
        own = {part.casefold() for part in mention.source.name.split()}
        if here - sources.sentence(mention.start) > 3:
            break
        letters = mention.source.name.isupper() and "F" in mention.source.name  # the KFOR, the RSF
        if mention.source.kind == "org" and (own & _FORCES or letters) and _is_named(mention.source):
            return mention.source
    return None


def _may_be(word: str, watches: bool, source: Source) -> bool:
    """May the word mean that body? "The war monitor" is no ministry, "the rights group" are no forces."""
    own = {part.casefold() for part in source.name.replace("-", " ").split()}
    names = source.name.split()
    if word in _OWN_WORDS and word not in own and not source.name.isupper():
        return False
    people = source.side is None and len(names) > 1 and all(part[:1].isupper() for part in names)
    ours = people and names[-1] == "Army"  # the Arak People's Army may be "the group"
    if own & _STATE_BODIES and word not in own and not ours:
        return False
    return not (watches and (own & _FORCES or named_group(source.name) is not None))


def _is_named(source: Source) -> bool:
    """Has the body a name, rather than a word that begins a sentence ("Police")?"""
    common = words("organisations", "heads") | words("organisations", "groups")
    capital = source.name[:1].isupper() or any(char.isupper() for char in source.name[1:3])  # 3R
    return capital and source.name.casefold() not in common


#: What is a part of the body that stands before it: "the M23 political bureau".
OFFICES = frozenset(
    {"office", "agency", "service", "council", "commission", "committee", "institute", "union", "network"}
)
#: Bodies of which a report tells only one by these words; "the aid group" may be any of those named.
_ANY_BODY = frozenset({"group", "organization", "organisation", "body", "network", "movement", "charity", "watchdog", "monitor", "militia", "faction", "party", "alliance", "ngo", "nonprofit", "agency", "service", "force"})  # fmt: skip


#: What a firm is called by its trade, whatever it makes or sells: "the frozen-meal maker".
_TRADES = frozenset({"maker", "carmaker", "automaker", "drugmaker", "chipmaker", "retailer", "lender", "brokerage", "brewer", "supermarket", "startup", "manufacturer", "insurer", "conglomerate"})  # fmt: skip


def heard(sources: Sources, source: Source, offset: int) -> bool:
    """Has the body spoken before, rather than been told about: fighters of "a pro-Iranian group"?"""
    return any(s is source for _, s in sources.spoken_before(offset))


def told_apart(phrase: Phrase, token: Token) -> bool:
    """ "The electricity company", "the civil aviation office", "the unit there": no body that was named before by another trade."""
    doc = phrase.piece.doc
    own = [t for t in doc[phrase.begin : phrase.head] if t.pos_ in ("NOUN", "PROPN")]
    if phrase.determiner == "this" and token.lower_ in ("newspaper", "outlet", "broadcaster"):
        return True  # who writes the report
    return bool(own) and token.lower_ not in _ANY_BODY | _TRADES


def nearest(sources: Sources, among: list[Source], offset: int) -> Source | None:
    """The one mentioned or heard last before `offset`, else the only one there is."""
    if not among:
        return None
    wanted = {id(source) for source in among}
    before = [(at, s) for at, s in sources.spoken_before(offset) if id(s) in wanted]
    before += [
        (m.start, m.source)
        for m in sources.mentions_before(offset, 8000)
        if id(m.source) in wanted and m.end <= offset
    ]
    before += [(s.first, s) for s in among if s.first < offset]
    if before:
        return max(before, key=lambda item: item[0])[1]
    return among[0] if len(wanted) == 1 else None
