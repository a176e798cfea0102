"""Bodies by the names that a text gives them: "the group known as 3R", "a militia calling itself the Lions of Kara"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.clusters import body_name
from extract.phrases import SIGNS
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.clusters import Source
    from extract.parse import Piece
    from extract.sources import Sources

#: What stands between a word for a body and its name.
_CALLED = (
    ("known", "as"),
    ("known", "locally", "as"),
    ("better", "known", "as"),
    ("called",),
    ("dubbed",),
    ("named",),
    ("calling", "itself"),
    ("that", "calls", "itself"),
    ("which", "calls", "itself"),
)
#: Small words within a name: "Lions of Kara".
_WITHIN = frozenset({"of", "for", "the", "de", "al", "-"})


def called(sources: Sources, piece: Piece, token: Token) -> Source | None:
    """The body that a common noun is said to be called, or None: "the rebel group known as 3R"."""
    doc, at = piece.doc, token.i + 1
    at += at < len(doc) and doc[at].text == ","
    for link in _CALLED:
        if tuple(t.lower_ for t in doc[at : at + len(link)]) == link:
            return _named_at(sources, piece, at + len(link), token.sent.end)
    return None


def _named_at(sources: Sources, piece: Piece, at: int, stop: int) -> Source | None:
    doc = piece.doc
    at += at < stop and doc[at].lower_ == "the"
    last = at - 1
    for i in range(at, min(at + 8, stop)):
        if piece.mask(doc[i]) is not None:
            return None
        if any(char.isupper() for char in doc[i].text):
            last = i
        elif doc[i].lower_ not in _WITHIN:
            break
    if last < at:
        return None
    start, end = piece.span(doc[at], doc[last])
    return sources.other(" ".join(piece.text[start:end].split()), "org")


def before_callsign(token: Token) -> Token:
    """ "A platoon commander with the call sign “Fox” said": the commander, not the fox."""
    doc, at = token.doc, token.i - 1
    while at > token.sent.start and doc[at].is_punct:
        at -= 1
    if doc[at].lower_ not in SIGNS:
        return token
    for i in range(at - 1, max(token.sent.start, at - 7), -1):
        if doc[i].lower_ in ("with", "by", "under", "using", "who", "whose"):
            noun = doc[i - 1 - (doc[i - 1].text == ",")]
            return noun if noun.lower_ in words("titles", "roles") else token
    return token


#: With these somebody tells who he is: "a man presenting himself as a spokesman of the Front".
_PRESENTING = frozenset({"present", "identify", "introduce", "describe", "claim"})


def presented_as(token: Token) -> Token:
    """The role in which a man who is not named presents himself; the token itself where he does not."""
    words_after = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
    told = next((t for t in words_after if t.lemma_ in _PRESENTING), None)
    if told is None or told.i + 2 >= len(token.doc) or told.nbor(2).lower_ != "as":
        return token
    if told.nbor(1).lower_ not in ("himself", "herself", "themselves"):
        return token
    roles = (t for t in token.doc[told.i + 3 : told.i + 8] if t.lower_ in words("titles", "roles"))
    return next(roles, token)


def counterpart(sources: Sources, piece: Piece, token: Token) -> Source | None:
    """ "According to Ostra's Health Ministry … Its Iranian counterpart says": Iran's Health Ministry."""
    adjective = next(
        (c for c in token.children if c.dep_ in ("amod", "compound") and c.lower_ in sides()), None
    )
    its = any(c.lower_ == "its" for c in token.children)
    if token.lower_ != "counterpart" or adjective is None or not its:
        return None
    spoken = [source for _, source in sources.spoken_before(piece.start(token))]
    for source in reversed(spoken[-2:]):
        body = next((b for b, s in sources.bodies if s is source and b.of_state), None)
        if body is not None:
            other = sources.other(body_name(replace(body, side=sides()[adjective.lower_])), "org")
            other.side = sides()[adjective.lower_]
            return other
    return None
