"""What was not done to those counted: "doctors could not save three", "eleven never returned", "no word of 16 miners"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.relations import reached
from extract.triggers import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.model import Measure
    from extract.nouns import Counted
    from extract.parse import Piece

#: Whoever is not saved is dead; whoever does not come back is missing.
_NOT_SAVED = frozenset({"save", "rescue", "revive", "resuscitate"})
_NOT_SURVIVED = frozenset({"survive", "live", "recover"})
_NOT_FOUND = frozenset({"find", "locate", "trace", "see", "contact", "reach"})
_NOT_BACK = frozenset({"return", "come", "reappear", "resurface", "surface", "answer", "turn", "report"})
#: Verbs and adjectives that say that what follows was not done.
_FAILED = frozenset({"fail", "unable", "powerless", "late", "impossible", "helpless"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor"})
#: "There is still no word of 16 miners", "without news of nine of its men".
_NO_WORD = re.compile(
    r"\b(?:no|without|any|(?:wait|hop|long|ask)(?:s|ed|ing)?\s+for|await(?:s|ed|ing)?)\s+(?:\w+\s+)?(?:word|news|sign|signs|trace|contact|information|signal|sight|radio\s+contact)\s+(?:of|from|on|about|with)\s+(?:(?:the|another|her|his|its|their)\s+)?$"
    r"|\b(?:no\s+one|nobody|not|n[’']t)\s+(?:\w+\s+)?knows?\s+(?:where|what\s+(?:has\s+|had\s+)?(?:become|became|happened)\s+(?:of|to)|the\s+(?:fate|whereabouts)\s+of)\s+(?:the\s+)?(?:other\s+)?$",
    re.IGNORECASE,
)
#: "The patrol came back without four of its men", "two men short".
_BACK_WITHOUT = re.compile(
    r"\b(?:return(?:ed|ing)?|c[ao]me\s+back|back|home)\s+(?:\w+\s+){0,3}?without\s+$", re.IGNORECASE
)


def undone(piece: Piece, counted: Counted) -> Reading | None:
    """The measure that a verb denied gives to those counted, or None."""
    if counted.kind == "air_weapon":
        return _fell_short(counted)
    if counted.kind not in ("person", "elided", "unknown"):
        return None
    start = counted.number.phrase_start
    before = piece.text[max(0, start - 70) : start]
    if _NO_WORD.search(before) or _BACK_WITHOUT.search(before):
        return Reading("missing", 0.2, None, "noun") if counted.kind != "unknown" else None
    for verb, role, cost in reached(counted.seat):
        measure = _of_verb(verb, role)
        if measure is not None and cost < 1.5 and (denied(verb) or _in_vain(verb)):
            return Reading(measure, cost, None, "object" if role == "object" else "subject")
    return None


def _fell_short(counted: Counted) -> Reading | None:
    """ "Six missiles never reached their targets": something stopped them."""
    for verb, role, cost in reached(counted.seat):
        if (
            role == "subject"
            and cost < 1.0
            and verb.lemma_ in ("reach", "hit", "find", "arrive")
            and denied(verb)
        ):
            return Reading("shot_down", cost, None, "subject")
    return None


def _of_verb(verb: Token, role: str) -> Measure | None:
    lemma = verb.lemma_
    if role == "object":
        return "killed" if lemma in _NOT_SAVED else "missing" if lemma in _NOT_FOUND else None
    if role != "subject":
        return None
    if lemma in _NOT_SURVIVED or (lemma == "make" and _has(verb, "it")):
        return "killed"
    if lemma == "pull" and _has(verb, "through"):
        return "killed"
    if lemma in _GO_HOME and _to_homes(verb):
        return "displaced"
    if lemma in _NOT_BACK and (lemma not in ("come", "turn", "report") or _back(verb)):
        return "missing"
    return None


def _has(verb: Token, word: str) -> bool:
    return any(child.lower_ == word for child in verb.children)


_GO_HOME = frozenset({"return", "go", "come", "move"})
_HOMES = frozenset(
    {"home", "house", "village", "town", "farm", "hamlet", "land", "area", "district", "neighbourhood", "neighborhood", "camp", "settlement"}
)  # fmt: skip


def _to_homes(verb: Token) -> bool:
    """ "Return to their villages": who cannot has been driven from there."""
    return any(
        noun.lemma_.casefold() in _HOMES
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "to"
        for noun in child.children
    )


def _back(verb: Token) -> bool:
    """ "Came back", "came home", "turned up", "reported back"."""
    return any(child.lower_ in ("back", "home", "up", "ashore", "out") for child in verb.children)


def denied(verb: Token) -> bool:
    """Is the verb's deed told as not done: "could not save", "failed to save", "were unable to save"?"""
    for _ in range(3):
        if any(child.lower_ in _NEGATIONS for child in verb.children):
            return True
        head = verb.head
        if verb.dep_ not in ("xcomp", "acomp", "advcl") or head is verb:
            return False
        if verb.dep_ == "xcomp" and head.lemma_ in ("have", "be", "remain") and _yet(head):
            return True  # "have yet to be found", "are still to return"
        failing = head.lemma_.casefold() in _FAILED
        failing = failing or any(c.lower_ in ("unable", "powerless", "late") for c in head.children)
        if verb.dep_ == "xcomp" and failing:
            return True
        verb = head
    return False


def _yet(verb: Token) -> bool:
    return any(child.lower_ in ("yet", "still") for child in verb.children)


def _in_vain(verb: Token) -> bool:
    """ "Surgeons fought in vain to save three": tried, and not done."""
    return any(
        child.lower_ == "vain"
        for each in (verb, verb.head)
        for c in each.children
        for child in (c, *c.children)
    )
