"""Roles beside a name: "Sergey Lavrov, Russia's foreign minister", "the army's spokesman, Adm. Hagari"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.wordlists import POSSESSIVE, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece
    from extract.phrases import Phrase


def printed(piece: Piece, first: int, last: int) -> str:
    """The words from token `first` to token `last` as printed, on one line."""
    start, end = piece.span(piece.doc[first], piece.doc[last])
    return " ".join(piece.text[start:end].split())


#: What opens a clause or a phrase of its own, and is no part of the role after it.
_BEYOND = frozenset({"that", "and", "but", "what", "who", "until", "till", "before", "after", "because", "when", "as", "than"})  # fmt: skip
_STOP_ROLE = frozenset([",", ".", ";", ":", "—", "–", "--", "(", ")", "?", "!"])


def role_after(piece: Piece, last: int) -> tuple[str | None, int]:
    """The role that stands after a name, between commas or dashes, and the last token it covers.

    "Sergey Lavrov, Russia's foreign minister," gives "Russia's foreign minister".
    """
    doc = piece.doc
    at = last + 1
    if at + 1 >= len(doc) or doc[at].text not in (",", "—", "–", "--", "("):
        return None, last
    at += 1
    if doc[at].like_num and at + 2 < len(doc) and doc[at + 1].text == ",":
        at += 2  # , 42,
    if at + 2 < len(doc) and doc[at].lower_ == "who" and doc[at + 1].lemma_ in ("be", "serve"):
        at += 3 if doc[at + 2].lower_ == "as" else 2
    begin = at
    if doc[begin].lower_ in ("and", "but", "while", "as"):
        return None, last  # code-named Open Furrow, and an army spokeswoman said
    while begin < len(doc) and doc[begin].lower_ in ("the", "a", "an", "its", "their", "one", "his", "her"):
        begin += 1
    roles = words("titles", "roles") | words("organisations", "heads")
    head: int | None = None
    end = begin
    while end < len(doc) and end - begin < 25:
        token = doc[end]
        if token.text in _STOP_ROLE or piece.mask(token) is not None:
            break
        if (
            token.pos_ in ("VERB", "AUX")
            and token.tag_ in ("VBD", "VBZ", "VBP", "MD")
            and token.lower_ not in roles
        ):
            break
        if token.lower_ in ("who", "which", "that", "whose", "when", "where"):
            break
        if token.pos_ == "ADP" and head is None and end > begin and token.lower_ not in ("-",):
            break
        if token.lower_ in roles and (
            head is None or not any(doc[i].pos_ == "ADP" for i in range(head, end))
        ):
            head = end
        end += 1
    if head is None or end <= begin:
        return None, last
    if end < len(doc) and doc[end].tag_ in ("VBD", "VBZ", "VBP", "MD") and doc[end].lower_ not in roles:
        return None, last  # … in Kursk, the governor said: who speaks, not what Kursk is
    # The head must close its group of words: "Russia's foreign minister", not "minister-level talks".
    if (
        head + 1 < end
        and doc[head + 1].pos_ in ("NOUN", "PROPN")
        and doc[head + 1].lower_ not in roles
        and doc[head].lower_ not in words("titles", "before_name")
    ):
        return None, last
    return printed(piece, begin, end - 1), end - 1


def role_before(piece: Piece, first: int) -> tuple[str | None, int]:
    """The role before a name and a comma, and its first token: "the army's spokesman, Adm. Hagari"."""
    doc = piece.doc
    if first > 2 and doc[first - 1].lower_ == "the" and doc[first - 2].text == "," and doc[first].is_lower:
        first -= 1  # her husband, the cellist Piet Maes
    if first < 2 or doc[first - 1].text not in (",", "—", "–"):
        return None, first
    at = first - 2
    if at > 0 and doc[at].lower_ in ("there", "here"):
        at -= 1  # a surgeon there, Hisham Qadri
    begin = at
    while (
        begin >= 0
        and first - begin < 16
        and doc[begin].text not in _STOP_ROLE
        and piece.mask(doc[begin]) is None
    ):
        if doc[begin].pos_ in ("VERB", "AUX", "SCONJ") or doc[begin].lower_ in _BEYOND:
            break
        begin -= 1
    begin += 1
    roles = words("titles", "roles") | words("organisations", "heads")
    head = None
    start = begin
    for i in range(begin, at + 1):
        if doc[i].pos_ == "ADP" and head is None:
            start = i + 1  # in the city, its mayor, ...
        elif doc[i].lower_ in roles and (
            head is None or not any(doc[j].pos_ == "ADP" for j in range(head, i))
        ):
            head = i
    if head is None:
        return None, first
    if head < at and doc[head + 1].pos_ != "ADP":
        return None, first
    if doc[start].lower_ in ("a", "an", "the", "its", "his", "her", "their", "one", "another"):
        start += 1
    elif (
        not any(doc[i].text in POSSESSIVE or doc[i].pos_ == "PROPN" for i in range(start, head + 1))
        and first - 2 - start > 0
    ):
        return None, first
    return (printed(piece, start, at), start) if start <= at else (None, first)


def is_person_role(role: str) -> bool:
    people = words("titles", "roles")
    head = _BEFORE_PREPOSITION.split(role.casefold(), maxsplit=1)[0].split()
    return bool(head) and any(word.strip(",") in people for word in head[-2:])


_BEFORE_PREPOSITION = re.compile(
    r" (?:of|for|to|in|at|on|with|from|across|opposite|behind|under|against|since|near|inside|outside) "
)


def bracketed(piece: Piece, phrase: Phrase) -> int:
    """The token of the short name behind a body's land ("the UN force in Lebanon (UNIFIL)"), or -1."""
    doc, at = piece.doc, phrase.last + 1
    if at + 3 >= len(doc) or doc[at].lower_ not in ("in", "for") or phrase.determiner != "the":
        return -1
    at += 1
    while at < len(doc) and at - phrase.last < 7 and doc[at].pos_ in ("PROPN", "DET"):
        at += 1
    if at + 2 >= len(doc) or doc[at].text != "(" or doc[at + 2].text != ")" or not doc[at + 1].is_upper:
        return -1
    return at + 1


def set_beside(role: Token, last: Token) -> str | None:
    """ "Her coalition partner, the Greens, …": a party or a body, as what a word for a person stands for."""
    doc, first = role.doc, last.i - 1
    if last.dep_ != "appos" or last.ent_type_ not in ("NORP", "ORG") or first <= role.i:
        return None
    plain = doc[first].lower_ == "the" and last.text[:1].isupper()
    return str(last.text) if plain and doc[first - 1].text == "," else None


def unread_name(piece: Piece, role: Token, last: Token) -> str | None:
    """ "Its representative abroad, Ana Petrescu, …": two words of a name in apposition to a role, which nothing else tells for one."""
    doc = piece.doc
    first = last.i
    while first - 1 > role.i and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[:1].isupper():
        first -= 1
    apart = last.dep_ == "appos" and last.pos_ == "PROPN" and doc[first - 1].text == ","
    if not apart or last.i == first or last.ent_type_ == "DATE":
        return None
    start, end = piece.span(doc[first], last)
    return " ".join(piece.text[start:end].split())
