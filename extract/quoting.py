"""Speakers whom somebody else brings: "quoted a commander as saying", "passengers heard her announcing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_HEARING = frozenset({"hear", "overhear", "recall", "remember", "catch"})


def overheard(verb: Token) -> Token | None:
    """Who is heard in "passengers heard her announcing": she; None where nobody is heard."""
    above = verb.head
    if verb.tag_ != "VBG" or above.lemma_ not in _HEARING or not above.i < verb.i:
        return None
    if verb.dep_ not in ("ccomp", "xcomp", "advcl") or any(c.dep_ == "auxpass" for c in above.children):
        return None
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    own += [c for c in above.children if c.dep_ == "dobj" and above.i < c.i < verb.i]
    return own[0] if own else None


def quoting(verb: Token) -> Token | None:
    """The verb of "quoted a commander as saying", for its "saying"."""
    if overheard(verb) is not None:
        return verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    above = verb.head.head
    return above if above.lemma_ in ("quote", "cite", "report") and above.i < verb.i else None


def core_of_quoting(sent: Span, above: Token, verb: Token) -> tuple[int, int]:
    """The words of "Tasnim quoted a commander as saying", (first, last)."""
    subjects = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < above.i]
    first = min((c.left_edge.i for c in subjects), default=above.i)
    for at in range(above.i, first, -1):
        if sent.doc[at - 1].text in (",", ";", ":"):
            return at, verb.i
    return max(first, sent.start), verb.i
