"""One of several who spoke before: "one of the officials", "the second officer", "the other witness"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.nounwords import singular

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.clusters import Source
    from extract.parse import Piece
    from extract.sources import Sources

_ORDINALS = frozenset({"first", "second", "third", "fourth", "other", "latter", "former"})
_COUNTS = frozenset({"several", "some", "many", "both", "multiple", "various", "local", "other"})


def one_of(sources: Sources, piece: Piece, token: Token) -> tuple[Source, str] | None:
    """Him whom "one of the officials" or "the second official" means, by the words that brought them in."""
    which = ""
    noun: Token | None = token
    if token.lower_ in ("one", "another"):
        noun = _of_whom(token)
    else:
        given = [c.lower_ for c in token.children if c.i < token.i]
        which = next((word for word in given if word in _ORDINALS), "")
        if not which or "the" not in given or token.tag_ != "NN":
            return None
    several = _told_of(sources, piece, noun) if noun is not None else None
    if several is None or noun is None:
        return None
    words = [w for w in several.name.split() if w.casefold() not in _COUNTS and not _is_number(w)]
    at = next((i for i, w in enumerate(words) if singular(w.casefold()) == singular(noun.lower_)), None)
    if at is None:
        return None
    name = " ".join([*([which] if which not in ("", "first") else []), *words[:at], singular(words[at])])
    source = sources.other(name, "officials" if noun.lemma_ == "official" else "person")
    source.head = singular(noun.lower_)
    return source, f"one of the {several.name}"


def _of_whom(token: Token) -> Token | None:
    """The plural behind "one of the"."""
    given = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "of")
    noun = next((n for c in given for n in c.children if n.dep_ == "pobj"), None)
    definite = noun is not None and any(c.lower_ in ("the", "these", "those") for c in noun.children)
    return noun if definite and noun is not None and noun.tag_ == "NNS" else None


def _told_of(sources: Sources, piece: Piece, noun: Token) -> Source | None:
    """Several of that word who spoke before."""
    word = singular(noun.lower_)
    for _, source in reversed(sources.spoken_before(piece.start(noun))):
        if source.plural and any(singular(w.casefold()) == word for w in source.name.split()):
            return source
    return None


def _is_number(word: str) -> bool:
    return word.isdigit() or word.casefold() in {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens",
    }  # fmt: skip
