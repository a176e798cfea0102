"""Counts told with who keeps them: "the number of blasts which the monitor has recorded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What those do who keep a count.
_KEEPS = frozenset({"document", "record", "register", "log", "count", "verify", "tally", "list"})
#: What a new case does to a count: "this brings to 44 the number of …".
_ADDS = frozenset({"bring", "raise", "take", "push", "lift"})


def counted_before(verb: Token) -> tuple[int, Token] | None:
    """The first word of what is counted before the clause of who counts it, and who that is; else None."""
    if verb.dep_ != "relcl" or cues.lemma(verb) not in _KEEPS:
        return None
    which = any(c.dep_ == "dobj" and c.lower_ in ("which", "that") for c in verb.children)
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if not which or who is None or who.lower_ in ("who", "which", "that"):
        return None
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "NUM"):
        noun = noun.head.head
    if noun.dep_ == "dobj" and noun.head.lemma_ in _ADDS:
        noun = noun.head
    first = max(noun.left_edge.i, verb.sent.start)
    return (first, who) if first < who.left_edge.i else None
