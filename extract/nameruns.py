"""Runs of capitalised words: where one begins and ends, what belongs to it, and what kind of name it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.wordlists import POSSESSIVE, ends_phrase, sides, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.parse import Piece

# A capital at the head of a sentence tells nothing about these parts of speech.
_FUNCTION_POS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "ADV", "INTJ", "NUM"})


def _capital(token: Token) -> bool:
    return bool(token.text[:1].isupper()) and token.lower_ not in words("names", "times")


def _starts(token: Token) -> bool:
    if not _capital(token):
        return (
            token.lower_ in ("al", "el", "ash", "as")
            and token.i + 2 < len(token.doc)
            and token.nbor(1).text == "-"
            and not token.whitespace_
            and token.nbor(2).text[:1].isupper()
        )
    if token.lower_ in words("names", "sentence_starters") or (
        token.pos_ in _FUNCTION_POS and token.ent_type_ not in ("PERSON", "ORG", "GPE")
    ):
        return False
    return not token.is_punct


def _title_of(doc: Doc, at: int) -> int | None:
    """Past the end of a title like "Secretary of State" whose "of" stands at token `at`, before a name."""
    if doc[at].lower_ != "of":
        return None
    for last in range(at + 1, min(at + 4, len(doc) - 1)):
        first = ends_phrase(doc, last, max(0, at - 3), "titles", "before_name")
        if first is not None and first < at and doc[last + 1].text[:1].isupper():
            return last + 1
    return None


def runs(piece: Piece) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, as (first, last) token indices."""
    doc = piece.doc
    size = len(doc)
    at = 0
    while at < size:
        if not _starts(doc[at]) or piece.mask(doc[at]) is not None:
            at += 1
            continue
        end = at + 1
        while end < size:
            token = doc[end]
            glued = not doc[end - 1].whitespace_
            inside = _title_of(doc, end)
            if inside:
                end = inside
            elif _capital(token) and not token.is_punct and not token.is_sent_start:
                end += 1
            elif (
                token.text == "-"
                and glued
                and not token.whitespace_
                and end + 1 < size
                and doc[end + 1].is_alpha
            ):
                end += 2
            elif (
                token.lower_ in words("names", "particles")
                and end + 1 < size
                and (_capital(doc[end + 1]) or (doc[end + 1].text == "-" and not token.whitespace_))
                and token.lower_ not in ("as", "at", "an", "y")
            ) or (token.text in ("&", "/") and end + 1 < size and _capital(doc[end + 1])):
                end += 1
            else:
                break
        yield at, end - 1
        at = end


_PREPOSITIONS = frozenset(["of", "for", "on", "against", "to"])


def extended(doc: Doc, first: int, last: int) -> int:
    """The last token of a body's name that goes on after a preposition: Ministry -> Ministry of Health."""
    heads = words("organisations", "heads")
    if not any(doc[i].lower_ in heads for i in range(first, last + 1)):
        return last
    at = last + 1
    while at + 1 < len(doc) and doc[at].lower_ in _PREPOSITIONS:
        nxt = at + 1
        if doc[nxt].lower_ == "the" and nxt + 1 < len(doc):
            nxt += 1
        if not _capital(doc[nxt]) or doc[nxt].is_punct:
            break
        while nxt + 1 < len(doc) and (
            (_capital(doc[nxt + 1]) and not doc[nxt + 1].is_punct)
            or (
                doc[nxt + 1].lower_ in ("and", "&")
                and nxt + 2 < len(doc)
                and _capital(doc[nxt + 2])
                and nxt - at < 3
            )
        ):
            nxt += 1
        if doc[at].lower_ in ("on", "against", "to"):
            break
        last = nxt
        at = last + 1
    return last


def left_of_title(doc: Doc, first: int) -> int:
    """Where the words before a title begin that belong to the role: "Ukraine's deputy", "the army's"."""
    modifiers = words("titles", "modifiers")
    at = first
    while at > 0:
        token = doc[at - 1]
        if token.is_sent_start and token.pos_ in _FUNCTION_POS:
            break
        if token.is_punct and token.text != "-":
            break
        if token.text in POSSESSIVE or token.text == "-":
            at -= 1
        elif token.pos_ in ("PROPN", "NOUN", "ADJ") or token.lower_ in modifiers or _capital(token):
            if (
                token.lower_ in words("names", "times")
                or token.lower_ in words("names", "sentence_starters")
                or token.pos_ in ("VERB", "AUX")
            ):
                break
            at -= 1
        else:
            break
    while at < first and (doc[at].text in POSSESSIVE or doc[at].text == "-"):
        at += 1
    return at


def _is_place(doc: Doc, first: int, last: int) -> bool:
    text = " ".join(doc[i].lower_ for i in range(first, last + 1))
    if text in sides():
        return True
    before = doc[first - 1].lower_ if first else ""
    if before == "of" and first > 1 and doc[first - 2].lower_ in words("places", "city_words"):
        return True  # the village of X, whatever the model takes it for
    labels = {doc[i].ent_type_ for i in range(first, last + 1)}
    return before in ("in", "near", "at", "from", "over", "around", "across", "outside") and bool(
        labels & {"GPE", "LOC", "FAC"}
    )


def kind_of(doc: Doc, first: int, last: int) -> str:
    """Whose name the run is: "person", "org", "place", or "unknown" where neither words nor labels tell."""
    text = " ".join(doc[i].text for i in range(first, last + 1)).replace(" - ", "-")
    known = words("organisations", "names")
    if text.casefold() in known:
        return "org"
    heads = words("organisations", "heads")
    lower = [doc[i].lower_ for i in range(first, last + 1)]
    size = last - first + 1
    strong = heads - words("names", "weak_heads")
    if lower[-1] in heads or (size > 1 and any(word in strong for word in lower)):
        return "org"
    if size > 1 and lower[-1] in words("organisations", "company_words") | words("organisations", "tails"):
        return "org"
    if _is_place(doc, first, last):
        return "place"
    if (
        size == 1
        and lower[0] not in words("titles", "roles")
        and text.isupper()
        and 2 <= len(text) <= 7
        and text.isalpha()
    ):
        return "org"
    if lower[-1] in words("names", "place_words"):
        return "place"
    labels = [doc[i].ent_type_ for i in range(first, last + 1)]
    if size >= 2 and labels.count("PERSON") * 2 > size:
        return "person"
    if all(label in ("GPE", "LOC", "FAC", "NORP") for label in labels) and size == 1:
        return "place"
    return "unknown"


#: What such a thing is, where a word for people who run it stands: "the power grid operator" is a company.
_WORKS = frozenset({"grid", "power", "water", "electricity", "energy", "gas", "rail", "railway", "network", "port", "transmission", "distribution", "system", "telecom", "telecoms", "pipeline", "utility", "plant", "tram", "metro", "bus", "transport", "airport", "refinery", "terminal", "state", "public", "national", "heating", "sewage", "phone", "internet", "mine"})  # fmt: skip


def runs_works(token: Token) -> bool:
    """Is an "operator" or a "broadcaster" a company rather than somebody at a switch: "the national grid operator"?"""
    if token.lower_ not in words("organisations", "heads") or token.lower_ not in words("titles", "roles"):
        return False
    return any(
        child.i < token.i
        and child.dep_ in ("compound", "amod", "nmod", "poss")
        and child.lower_.rsplit("-", 1)[-1] in _WORKS
        for child in token.children
    )
