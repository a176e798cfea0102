"""Which verbs report: the lists of the lexicon, and what each class needs beside it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece


def lemma(token: Token) -> str:
    """The verb's lemma in lower case, with the model's slips on participles mended."""
    text = str(token.lemma_).casefold()
    return {"saying": "say", "noting": "note", "adding": "add", "telling": "tell", "writing": "write"}.get(
        text, text
    )


def is_cue(token: Token) -> bool:
    """May this token be a reporting verb? (What stands beside it decides.)"""
    verb = token.pos_ in ("VERB", "AUX") or (token.tag_.startswith("VB") and token.pos_ != "ADJ")
    # The Department notes, “…”: the model may take the verb for a noun, and yet gives it a subject.
    mistaken = token.dep_ == "ROOT" and (token.tag_ == "NNS" or (token.tag_ == "NN" and _before_that(token)))
    if not verb and not (mistaken and any(child.dep_ == "nsubj" for child in token.children)):
        return False
    return lemma(token) in _cues() and not _hits_back(token)


#: With what those hit back who answer no question.
_ARMS = frozenset(
    {"strike", "airstrike", "raid", "fire", "gunfire", "rocket", "missile", "barrage", "shell", "shelling", "salvo", "attack", "volley", "artillery", "drone",
     "mortar", "round", "bombardment", "grenade", "bullet", "stone", "gas"}
)  # fmt: skip


def _hits_back(verb: Token) -> bool:
    """ "Warplanes responded with seven strikes": no words are told."""
    if lemma(verb) not in ("respond", "reply", "answer"):
        return False
    with_what = (c for prep in verb.children if prep.lower_ in ("with", "by") for c in prep.children)
    return any(c.lemma_.casefold() in _ARMS for c in with_what if c.dep_ == "pobj")


def _before_that(token: Token) -> bool:
    """The teams estimate that …"""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.lower_ == "that" and bool(after.dep_ == "mark")


@functools.cache
def _cues() -> frozenset[str]:
    keys = ("verbs", "counting", "with_quotation", "with_clause", "denying", "naming")
    return frozenset().union(*(words("reporting", key) for key in keys))


def is_class(token: Token, key: str) -> bool:
    """Is the verb in that list of `reporting.toml`?"""
    return lemma(token) in words("reporting", key)


def is_weak(token: Token) -> bool:
    """Does the verb need a person, a body or a group as its subject to report?"""
    return is_class(token, "weak") or not is_class(token, "verbs")


def clause_of(piece: Piece, verb: Token) -> Token | None:
    """The verb of the clause that is reported on the right of `verb`, or None."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "pcomp") and child.i > verb.i and piece.mask(child) is None:
            if child.dep_ == "xcomp" and (child.tag_ == "VBG" or not is_class(verb, "verbs")):
                continue
            return child
    if lemma(verb) in ("claim", "profess", "boast", "admit"):
        # Claimed in a statement to have destroyed 12 vehicles; boasted of having killed 12.
        parts = ("advcl", "xcomp", "acl", "pcomp")
        later = [c for c in verb.children if c.i > verb.i]
        later += [inner for c in later if c.dep_ == "prep" for inner in c.children]
        for inner in later:
            done = any(aux.dep_ == "aux" and aux.lower_ in ("have", "having") for aux in inner.children)
            if inner.dep_ in parts and done and piece.mask(inner) is None:
                return inner
    if verb.lemma_ == "tell":
        # Told the broadcaster RTNC the rebels had bombed it: the parse hangs the clause on who is told.
        told = (c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i)
        clauses = (c for noun in told for c in noun.children if c.i > noun.i and _told_clause(c))
        return next((c for c in clauses if piece.mask(c) is None), None)
    return None


def _told_clause(clause: Token) -> bool:
    """ "Told “The Hour” she wanted it": a clause, though the parse may take it for one about the programme."""
    if clause.dep_ != "relcl":
        return bool(clause.dep_ == "ccomp")
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    return (
        subject is not None and subject.lower_ in ("he", "she", "they", "it") and clause.left_edge == subject
    )


def is_order(verb: Token) -> bool:
    """ "Told residents to leave": is what somebody is told something to do?"""
    ordered = any(c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > verb.i for c in verb.children)
    return ordered and not has_that(verb)


def has_that(verb: Token) -> bool:
    """Does "that" open a clause soon after the verb?"""
    doc = verb.doc
    for at in range(verb.i + 1, min(verb.i + 26, verb.sent.end)):
        if doc[at].lower_ == "that" and doc[at].pos_ in ("SCONJ", "PRON"):
            if doc[at - 1].dep_ == "cc" and verb.dep_ == "ccomp":
                return False  # said 80 of them were advising the army, and that …: it goes on about what was said
            # Said in a release that it hit …: what was said, though the parse takes it for the release's.
            after = doc[at + 1] if at + 1 < len(doc) else None
            before = doc[at - 1].lower_
            told = before in words("channels", "nouns") or before in words("channels", "platforms")
            if told and after is not None and after.pos_ in ("PRON", "DET", "PROPN", "NUM"):
                return True
            # IN is the word that opens a clause, WDT the one that goes on about a noun.
            return bool(doc[at].tag_ == "IN" or doc[at].dep_ == "mark" or at == verb.i + 1)
        if doc[at].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False


def is_negated(verb: Token) -> bool:
    """Is the reporting denied or a denial: "did not say", "denied that"?"""
    if is_class(verb, "denying"):
        return True
    return any(child.dep_ == "neg" for child in verb.children)
