"""The one who speaks behind a relative clause that stands before the verb: "a nurse, who saw it, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract import cues
from extract.setoff import trailing
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece


#: Those who are somebody's, and speak for themselves.
_OF_SOMEBODY = frozenset(
    {"relative", "mother", "father", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt", "cousin", "widow", "friend",
     "neighbor", "neighbour", "colleague", "lawyer", "grandmother", "grandfather", "nephew", "niece", "relatives", "friends", "neighbors",
     "neighbours", "colleagues", "survivor", "resident", "member", "spokesman", "spokeswoman", "spokesperson"}
)  # fmt: skip


def past_house(noun: Token) -> Token:
    """A nurse at the town's hospital, who …, said: the nurse."""
    here = noun
    for _ in range(3):  # a nurse at the clinic in the village
        at = here.head
        if here.dep_ == "pobj" and at.head.pos_ == "ADJ" and at.head.head.lower_ in words("titles", "roles"):
            return at.head.head  # a diplomat familiar with the talks
        posted = here.dep_ == "pobj" and at.head.tag_ == "VBN" and at.head.dep_ == "acl"
        if posted and (
            at.head.head.lower_ in words("titles", "roles")
            or at.head.head.lower_ in words("organisations", "groups")
        ):
            return at.head.head  # an officer posted in the region
        whence = (
            here.dep_ == "pobj" and at.lower_ in ("at", "in", "from", "of") and here.ent_type_ != "PERSON"
        )
        if whence and at.head.pos_ == "PROPN" and at.head.ent_type_ == "PERSON":
            return at.head  # Dr. Ana Petrescu of Halim, who …, said
        if whence and at.lower_ == "of" and at.head.lower_ in _OF_SOMEBODY:
            return at.head  # a relative of one of the men, who …, said
        one = at.head.lower_ == "one" and at.head.dep_ == "pobj"
        if not whence or (at.lower_ == "of" and not one):
            break
        here = at.head
        if here.lower_ in words("titles", "roles"):
            return here
    return noun


def past_relative(piece: Piece, verb: Token) -> Token | None:
    """Borrell, who is visiting Kyiv, posted …: the noun before the relative clause that ends before the verb."""
    doc = verb.doc
    at = verb.i - 1
    if at <= verb.sent.start or doc[at].text != "," or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    for i in range(at - 1, max(verb.sent.start, at - 30), -1):
        if piece.mask(doc[i]) is not None:
            return None
        if doc[i].lower_ in ("who", "which", "whose") and doc[i - 1].text == ",":
            if any(child.dep_ == "nsubj" and i < child.i < verb.i for child in verb.children):
                return None  # … a charge that the governor, Ana Petrescu, dismissed
            noun = past_house(doc[i - 2]) if i - 2 >= verb.sent.start else None
            if doc[i].lower_ == "which" and trailing(piece, verb) is not None:
                return None  # … died in hospital, which raises the toll to six, the town's mayor, Ana Petrescu, said
            finite = any(doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD") for k in range(i + 1, at))
            return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN") and finite else None
    return None


def past_counted(verb: Token) -> Token | None:
    """ "The spokesman said 22 soldiers were killed, and put his own losses at seven": the verb whose subject said both.

    Those whom a number counts and whom something befell speak of nothing.
    """
    if verb.dep_ != "conj":
        return None
    head = verb.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    befell = [child for child in head.children if child.dep_ == "nsubjpass"]
    if head.dep_ != "ccomp" or not any(c.dep_ == "nummod" for noun in befell for c in noun.children):
        return None
    return head.head if cues.is_cue(head.head) else None
