"""What stands beside a verb that denies, disputes or verifies: who, what, and whether it is done at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.cues import lemma
from extract.model import Stance
from extract.nouns import counted_as, singular
from extract.subjects import subject_of
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.frame import Frame
    from extract.parse import Piece

POINTING = frozenset({"the", "this", "that", "these", "those", "all", "both", "such"})
WITHOUT = re.compile(r"\bwithout\b(?:\s+\w+){0,4}\s+\w+$")
NAMING = frozenset({"call", "describe", "label", "brand", "term", "deem", "consider", "dub"})
#: Verbs under which a denial is no denial: "refused to deny", "could not rule out".
_WISHES = frozenset({"refuse", "decline", "fail", "want", "hope", "try", "ask", "urge", "expect"})


def is_unmade(verb: Token) -> bool:
    """Is the denial itself not made: "declined to deny", "would reject"?"""
    if any(
        child.dep_ == "aux" and child.lower_ in ("would", "could", "might", "may") for child in verb.children
    ):
        return True
    return verb.dep_ == "xcomp" and lemma(verb.head) in _WISHES


def is_unable(verb: Token) -> bool:
    """Is the check one that nobody could make: "unable to verify", "impossible to verify", "failed to confirm"?"""
    at: Token = verb
    for _ in range(3):
        if at.dep_ not in ("xcomp", "csubj", "ccomp", "acl", "advcl", "csubjpass") or at.head.i == at.i:
            break
        at = at.head
        beside = [at, *(c for c in at.children if c.dep_ in ("acomp", "attr", "oprd") or c.lower_ == "yet")]
        if any(word in words("stances", "unable") for t in beside for word in (t.lower_, lemma(t))):
            return True
        refused = any(child.dep_ == "neg" or child.lower_ == "no" for t in beside for child in t.children)
        if refused and any(t.lower_ in ("possible", "able", "way", "means") for t in beside):
            return True
    return False


def doer_of(piece: Piece, verb: Token) -> Token | None:
    """Who does what the verb says, also where the verb hangs on an adjective ("was unable to verify")."""
    if verb.pos_ == "NOUN":
        return next((c for c in verb.children if c.dep_ == "compound"), None)
    found = subject_of(piece, verb)
    if found is None and verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        found = next((c for c in verb.head.head.children if c.dep_ == "nsubj"), None)
    return found


def is_negated(verb: Token) -> bool:
    """Has the verb a "not", its own or that of the verb it is joined to ("did not confirm or deny")?"""
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    joined = verb.dep_ == "conj" and any(child.lower_ in ("or", "nor") for child in verb.head.children)
    return joined and any(child.dep_ == "neg" for child in verb.head.children)


def is_aside(token: Token, verb: Token) -> bool:
    """Does the token stand in a clause that only says more of a thing: "denied shelling the camp, where 12 died"?"""
    if any(below.lower_ in ("whom", "which") for below in token.subtree):
        return True  # "denies targeting civilians, 300 of whom died"
    at = token
    while at.i != verb.i and at.head.i != at.i:
        if (
            at.dep_ == "relcl"
            and at.head.lower_ not in words("stances", "reports")
            and at.left_edge.i > verb.i
        ):
            return True
        at = at.head
    return False


def is_told(token: Token, verb: Token) -> bool:
    """Is the token part of what the verb's object tells, not of a thing it is done to ("dismissed 12 officers")?"""
    at = token
    while at.i != verb.i and at.head.i != at.i:
        if at.dep_ in ("ccomp", "xcomp", "pcomp", "csubj") or at.lower_ in words("stances", "reports"):
            return True
        if singular(at.lower_) in counted_as():
            return True
        at = at.head
    return bool(at.i != verb.i)


def stance_of(frame: Frame | None) -> Stance | None:
    """What the reporting verb (or noun) itself says of what it reports."""
    if frame is None:
        return None
    cue = lemma(frame.cue)
    negated = is_negated(frame.cue)
    if frame.kind == "noun":
        if frame.negated:
            return "denied"
        return "claimed" if cue in words("stances", "claim_nouns") else None
    if frame.kind != "verb":
        return None
    for key, stance in _OF_VERBS:
        if cue in words("stances", key):
            if not negated:
                return stance
            return "unverified" if stance == "confirmed" else None
    return "unverified" if negated else None


_OF_VERBS: tuple[tuple[str, Stance], ...] = (
    ("denying", "denied"), ("disputing", "disputed"), ("confirming", "confirmed"), ("claiming", "claimed"),
)  # fmt: skip


def reports(frame: Frame, piece: Piece, token: Token) -> bool:
    """Does a frame that denies or disputes speak of this token at all?"""
    denying = words("stances", "denying") | words("stances", "disputing")
    if frame.kind != "verb" or frame.piece is not piece or lemma(frame.cue) not in denying:
        return True
    return is_told(token, frame.cue) and not is_aside(token, frame.cue)


def objects_of(verb: Token, passive: bool) -> list[Token]:
    """The tokens whose phrases are what is denied, disputed or not verified."""
    if passive:
        return [c for c in verb.children if c.dep_ in ("nsubjpass", "csubjpass", "nsubj")]
    found = []
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("dobj", "ccomp", "pcomp", "xcomp", "oprd", "attr"):
            found.append(child)
        elif child.i > verb.i and child.dep_ == "prep" and child.lower_ in ("on", "upon", "as", "over"):
            found += [inner for inner in child.children if inner.dep_ in ("pobj", "pcomp", "dobj")]
    if not found:
        # "did not confirm or deny the report": the last verb has the object of both
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB":
                found += objects_of(child, False)
    for child in list(found):
        # "cast doubt on the toll"
        found += [
            inner for prep in child.children if child.lower_ in ("doubt", "doubts") and prep.dep_ == "prep"
            for inner in prep.children if inner.dep_ == "pobj"
        ]  # fmt: skip
    return found


def only_names(preposition: Token) -> bool:
    """Does the prepositional phrase only name somebody or nobody: "the claim by the army"?"""
    return preposition.lower_ in ("by", "from") and all(
        t.pos_ not in ("VERB", "NUM") for t in preposition.subtree
    )


def holds_number(head: Token) -> bool:
    return any(t.pos_ == "NUM" or t.like_num for t in head.subtree)
