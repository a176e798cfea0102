"""What a clause leaves out where a number stands: its verb ("and six in the town"), or its noun ("three of which are schools")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.drafts import OF_THEM, Draft
from extract.nounruns import unit_of
from extract.nouns import Counted, noun_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = r"(?:in|at|near|on|during|outside|inside)"
_AND_SO = re.compile(
    rf"[^.;:]*?\b{_WHERE}\b[^.;:]*?(?:,\s+and|,|\band|\bwhile)\s+(?:(?:at\s+least|more\s+than|about|another)\s+)?",
    re.IGNORECASE,
)
#: How far the two numbers of such a clause stand apart, in characters.
_NEAR = 160
_SO_TOO = re.compile(rf"(?:\s+(?:more|others))?\s+{_WHERE}\s", re.IGNORECASE)


def gapped(text: str, draft: Draft, head: Draft) -> bool:
    """ "Ten were killed in a raid and six in an exchange of fire": the verb goes without saying the second time."""
    found = draft.counted
    if found is None or (head.number.digits and not draft.number.digits and draft.number.value == 1):
        return False
    if (
        draft.start - head.end > _NEAR
        or not _SO_TOO.match(text, draft.number.end)
        or not _AND_SO.fullmatch(text, head.end, draft.start)
    ):
        return False
    for token in found.last.doc[found.last.i + 1 : found.last.sent.end]:
        if token.text in (",", ";", ".", "—", "–") or token.lower_ in ("and", "while", "but"):
            break
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False  # "and six in the town were wounded"
    return head.reading is not None and head.reading.trigger is not None


def of_things(text: str, draft: Draft, previous: Draft) -> bool:
    """ "In five sites, three of which are schools": of the sites, and nobody was displaced there, whoever is counted too."""
    found = draft.counted
    if found is None or found.group != "which" or previous.measure != "other" or previous.measured:
        return False
    if text[previous.end : draft.start] not in (", ", " – ", " — "):
        return False
    kind = _things(found)
    if kind is None:
        return False
    draft.unit, draft.part_of, draft.told = kind, previous, True
    draft.measure, draft.reading = "other", None
    return True


def _things(found: Counted) -> str | None:
    """ "Three of which are schools": what some of the things counted just before are, as a unit."""
    verb = found.seat.head
    if found.seat.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NNS"), None)
    if noun is None or noun_class(noun) == "person":
        return None
    return unit_of(noun, verb.i)


def predicate(found: Counted) -> str | None:
    """ "Two of the dead were emergency workers": the noun that says who they were."""
    head = found.seat.head
    if head.lemma_ != "be":
        return None
    for child in head.children:
        if child.dep_ == "attr" and child.tag_ == "NNS" and noun_class(child) == "person":
            first = child
            while first.i > 0 and first.nbor(-1).tag_ == "NN" and first.nbor(-1).dep_ == "compound":
                first = first.nbor(-1)
            return str(child.doc[first.i : child.i + 1].text.casefold())
    return None


def beside(found: Counted) -> str | None:
    """ "Seven of them children": the noun that stands right beside the pronoun."""
    doc = found.first.doc
    at = found.last.i + 3  # number, "of", "them"
    while at < len(doc) and doc[at].tag_ in ("JJ", "RB", "NN") and at < found.last.i + 6:
        at += 1
    if at < len(doc) and doc[at].tag_ == "NNS" and noun_class(doc[at]) == "person":
        if (
            at + 1 == len(doc)
            or doc[at + 1].text in (",", ".", ";", "—", "–")
            or doc[at + 1].lower_ in ("and", "in", "who", "from", "aged")
            or (doc[at + 1].tag_ == "VBN" and doc[at + 1].dep_ == "acl")
        ):
            return str(doc[at].lower_)
    return None


def is_part(text: str, draft: Draft) -> bool:
    """Is the number set off as one of those counted before it?"""
    if OF_THEM.match(text, draft.number.end):
        return True
    return (
        re.search(
            r"\b(?:including|among\s+them|of\s+(?:which|whom|them))\b[^.;]{0,30}$",
            text[max(0, draft.start - 50) : draft.start],
        )
        is not None
    )


def of_another_subject(last: Draft, draft: Draft) -> bool:
    """ "Rebels kill seven guards in the hills, drone leaves four dead": another deed, of whom the text does not say."""
    found, told = draft.counted, last.counted
    if found is None or told is None or found.noun is not None:
        return False
    seat = found.seat.head if found.seat.dep_ == "nummod" else found.seat
    if seat.dep_ not in ("dobj", "nsubj"):
        return False
    verb = seat.head
    if seat.dep_ == "nsubj" and verb.dep_ in ("ccomp", "oprd", "acomp"):
        verb = verb.head  # "leaves four dead"
    return any(
        child.dep_ == "nsubj" and told.last.i < child.i < found.first.i and child.pos_ in ("NOUN", "PROPN")
        for child in verb.children
    )


def those_meant(found: Counted, kind: str = "person") -> Token | None:
    """ "The raiders turned back. Police said four of them died": the people whom the pronoun takes up, not who tells it."""
    doc = found.first.doc
    start = found.first.sent.start
    start = doc[start - 1].sent.start if start > 0 else start
    meant = [
        noun
        for noun in doc[start : found.first.i]
        if noun.tag_ == "NNS"
        and noun_class(noun) == kind
        and (kind != "person" or noun.dep_ in _ROLES)
        and not (noun.dep_ == "nsubj" and any(c.dep_ == "ccomp" for c in noun.head.children))
    ]
    # Whom the sentence is about, before those named in a clause of it: "Villagers fled when the soldiers came".
    main = [noun for noun in meant if noun.head.dep_ == "ROOT"]
    return next(reversed(main or meant), None)


#: How those stand in their sentence whom the next pronoun takes up.
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
