"""Letters and the like, which say what somebody wrote: the paper that "it" is, and whose the address is that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.backrefs import paragraph_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Parsed, Piece

#: Papers that one writes for oneself or to another, and that do not speak for a body of their own.
_PERSONAL = frozenset({"letter", "note", "card", "postcard", "will", "diary", "telegram", "email", "e-mail", "message", "text"})  # fmt: skip
#: From where a message comes, which is somebody's.
_ADDRESSES = frozenset({"address", "account", "number", "phone", "handle", "desk"})


def paper_before(parsed: Parsed, piece: Piece, it: Token) -> tuple[Piece, Token] | None:
    """The letter, the note, the will that the sentence before is about: "The letter arrived. “Sirs,” it began"."""
    doc, end = piece.doc, it.sent.start
    for _ in range(2):
        if end == 0:
            at = paragraph_of(parsed, piece.start(doc[0])) - 1
            if at < 0 or parsed.paragraphs[at].headline:
                return None
            piece = parsed.paragraphs[at].frame
            doc, end = piece.doc, len(piece.doc)
        if end == 0:
            return None
        sent = doc[end - 1].sent
        subject = next((t for t in sent if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None)
        if subject is not None:
            return (piece, subject) if subject.lemma_ in _PERSONAL and subject.pos_ == "NOUN" else None
        end = sent.start
    return None


def holder_of(place: Token) -> Token:
    """ "A reply from an address belonging to the finance chief": the chief; else the word itself."""
    if place.lemma_ not in _ADDRESSES:
        return place
    for child in place.children:
        if child.dep_ == "poss":
            return child
        if child.lemma_ in ("belong", "register", "use") or child.lower_ == "of":
            for inner in (child, *child.children):
                held = next((t for t in inner.children if t.dep_ == "pobj"), None)
                if held is not None:
                    return held
    return place
