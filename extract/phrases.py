"""Noun phrases that may be sources: where they begin and end, their modifiers, and the body they name."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.parties import is_group_name
from extract.wordlists import POSSESSIVE, ends_phrase, side_of, sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece

DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "another",
    }
)
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any"})
_OWN = frozenset({"his", "her", "its", "their"})
#: What somebody goes by besides his name.
SIGNS = frozenset({"sign", "callsign", "codename", "nickname", "guerre", "pseudonym", "alias"})
#: Words that tell nothing about which body or person is meant.
EMPTY = DETERMINERS | frozenset(
    {
        "local",
        "own",
        "top",
        "senior",
        "'s",
        "’s",
        "'",
        "’",
        "-",
        "said",
        "same",
        "main",
        "chief",
        "two",
        "regional",
    }
)


@dataclass(slots=True, eq=False)
class Phrase:
    """Tokens `first`..`last` of a noun phrase with its `head`; `begin` is `first` without a determiner."""

    piece: Piece
    first: int
    begin: int
    head: int
    last: int

    @property
    def text(self) -> str:
        """As printed, without its determiner; a capital that only opens the sentence is none of its own."""
        return in_mid_sentence(self.piece, self.begin, self.last)

    @property
    def determiner(self) -> str:
        """The determiner in lower case, or an empty text."""
        return str(self.piece.doc[self.first].lower_) if self.first < self.begin else ""

    @property
    def indefinite(self) -> bool:
        """Is somebody new brought in: "a spokesman", "two officials"?"""
        doc = self.piece.doc
        return self.determiner in _INDEFINITE or bool(doc[self.begin].like_num)

    @property
    def owned(self) -> bool:
        """Is it somebody's whom a pronoun names: "his spokesman"?"""
        return self.determiner in _OWN


#: What a sentence may begin behind.
_OPENING = frozenset("“”\"'‘’«»(—–-:•")


def in_mid_sentence(piece: Piece, first: int, last: int) -> str:
    """The tokens `first` to `last` as they would stand within a sentence: "Local officials" are "local officials"."""
    doc = piece.doc
    start, end = piece.span(doc[first], doc[last])
    text = " ".join(piece.text[start:end].split())
    token = doc[first]
    if not token.text[:1].isupper() or token.text[1:] != token.text[1:].lower() or len(token.text) < 2:
        return text
    if not token.is_sent_start and doc[first - 1].text not in _OPENING:
        return text
    if any(doc[at].text[:1].isupper() for at in range(first + 1, last + 1)):
        return text
    if token.lower_ in sides() or (last > first and doc[first + 1].text in POSSESSIVE):
        return text
    # A word that no list knows may be a name that the model does not know.
    return text[0].lower() + text[1:] if token.lower_ in _common() else text


@functools.cache
def _common() -> frozenset[str]:
    """Words that are no names, whatever the model takes them for at the head of a sentence."""
    lists = [
        words("organisations", key) for key in ("heads", "state_heads", "blank_heads", "groups", "describing")
    ]
    return EMPTY.union(*lists, words("titles", "roles"))


def phrase_of(piece: Piece, head: Token) -> Phrase:
    """The noun phrase around `head`: the words before it that belong to it, by their parts of speech."""
    doc = piece.doc
    at = head.i
    begins = head.sent.start
    while at > begins:
        token = doc[at - 1]
        if piece.mask(token) is not None or token.is_space:
            break
        if token.text in POSSESSIVE or token.lower_ in ("’s", "'s"):
            at -= 1
        elif token.text == "-" and not (at >= 2 and doc[at - 2].whitespace_):
            at -= 1  # "vice-president", but not "nine killed - governor"
        elif token.lower_ in DETERMINERS or token.tag_ == "PRP$":
            at -= 1
            break
        elif token.lower_ in words("names", "times"):
            break
        elif (
            token.lower_ in ("for", "of")
            and head.text[:1].islower()
            and at - 2 >= begins
            and doc[at].text[:1].isupper()
            and doc[at - 2].text[:1].isupper()
            and doc[at - 2].lower_ in words("organisations", "heads")
        ):
            at -= 1  # a Department for Transport spokesperson
        elif token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") or token.tag_ in ("VBN", "VBG", "JJ"):
            if head.text[:1].isupper() and token.pos_ == "NOUN" and token.text[:1].islower():
                break  # the aid group | Mercy Watch
            led = at - 2 >= 0 and (
                doc[at - 2].pos_ in ("DET", "ADJ", "PROPN")
                or (doc[at - 2].text == "-" and head.text.islower())
            )
            if token.pos_ == "VERB" and not led:
                break
            if token.lower_ in ("said", "says", "told"):
                break
            if token.pos_ == "NOUN" and doc[at].pos_ == "NUM" and doc[at].is_alpha:
                break  # a decision | one councillor called slow
            if head.dep_ == "compound" and token.dep_ == "amod" and token.head.i > head.i:
                break  # an initial | army statement
            if (
                token.pos_ == "NOUN"
                and doc[at].text != "-"
                and token.dep_ in ("nsubj", "dobj", "pobj", "ROOT", "attr")
                and token.head.i > head.i
            ):
                break  # terms | critics say: a noun of its own
            at -= 1
        else:
            break
    # A word beside the noun that is a subject or time of its own is no part of it: "Wednesday night officials".
    while at < head.i and (doc[at].text in POSSESSIVE or doc[at].text == "-"):
        at += 1
    begin = at
    while begin < head.i and (doc[begin].lower_ in DETERMINERS or doc[begin].tag_ == "PRP$"):
        begin += 1
    return Phrase(piece, at, begin, head.i, head.i)


def with_complement(phrase: Phrase) -> Phrase:
    """The phrase with "of …", "for …" after it: "a spokesman for the ministry", "head of the hospital"."""
    doc = phrase.piece.doc
    last = phrase.last
    at = last + 1
    while at < len(doc) and doc[at].lower_ in ("of", "for", "at", "from", "in", "with", "on", "to"):
        end = at + 1
        while end < len(doc) and (
            doc[end].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
            or doc[end].text in POSSESSIVE
            or doc[end].text == "-"
        ):
            verb = doc[end].dep_ == "ROOT" and doc[end - 1].pos_ in ("NOUN", "PROPN")
            if verb or doc[end].lower_ in words("names", "times"):
                break  # teams of the agency | estimate that …
            end += 1
        if end == at + 1 or doc[end - 1].lower_ in DETERMINERS:
            break
        if any(token.lower_ in SIGNS for token in doc[at + 1 : at + 4]):
            break  # a commander | with the call sign “Fox”
        if doc[at].lower_ not in ("of", "for") and last != phrase.last:
            break
        if (
            end + 1 < len(doc)
            and doc[end].lower_ == "and"
            and doc[end - 1].pos_ == "PROPN" == doc[end + 1].pos_
        ):
            end += 2  # the presidents of Poland and Lithuania
        last = end - 1
        at = end
    return Phrase(phrase.piece, phrase.first, phrase.begin, phrase.head, last)


#: Parts of a body, which say little without it: "the media office", "the armed wing".
_PARTS = frozenset(
    {
        "office", "service", "department", "bureau", "directorate", "wing", "arm", "branch", "centre", "center", "unit", "division",
        "committee", "council", "command", "headquarters", "secretariat", "leadership", "section", "desk", "ministry", "cell",
    }
)  # fmt: skip


#: People of a body who report what they found: "field teams of the agency estimate that …".
CREWS = frozenset({"teams", "crews"})
#: Bodies that the people they are made of tell apart: "a team of UN investigators".
_OF_PEOPLE = frozenset(
    {"team", "teams", "group", "groups", "committee", "committees", "network", "panel", "delegation"}
)


def with_body(phrase: Phrase) -> Phrase:
    """ "The media office of the Northern Command": a part with the body it belongs to; a country gives only its side."""
    doc = phrase.piece.doc
    at = phrase.head + 1
    word = doc[phrase.head].lower_
    if word not in _PARTS | _OF_PEOPLE or at + 1 >= len(doc) or doc[at].lower_ not in ("of", "for"):
        return phrase
    whole = with_complement(phrase)
    if word in _OF_PEOPLE and doc[whole.last].lower_ in words("organisations", "groups"):
        return whole
    if word not in _PARTS:
        return phrase
    begin = at + 1 + (doc[at + 1].lower_ in DETERMINERS)
    start, end = phrase.piece.span(doc[begin], doc[max(begin, whole.last)])
    if phrase.piece.text[start:end].casefold() in sides():
        return phrase
    definite = doc[at + 1].lower_ in ("the", "its", "their") or doc[at + 1].text[:1].isupper()
    return whole if definite or word == "ministry" else phrase


@dataclass(slots=True, eq=False)
class Body:
    """A body as one phrase names it: its own words, the side they give, and whether it is a state's."""

    key: tuple[str, ...]  # lower case, without side and determiner
    words: str  # as printed, without side and determiner
    printed: str  # as printed, without determiner
    side: str | None
    of_state: bool
    proper: bool  # has a capital of its own


def _is_state(piece: Piece, begin: int, last: int) -> bool:
    doc = piece.doc
    for at in range(last, begin - 1, -1):
        if ends_phrase(doc, at, begin, "organisations", "state_heads") is not None and at == last:
            return True
        if (
            at < last
            and doc[at].lower_ in ("ministry", "department", "office")
            and doc[at + 1].lower_ == "of"
        ):
            return True
    return False


def body_of(phrase: Phrase) -> Body:
    """The body that the phrase names. "The Ukrainian air force" has the side Ukraine and the key (air, force)."""
    piece, doc = phrase.piece, phrase.piece.doc
    begin = phrase.begin
    if doc[phrase.head].text[:1].isupper():
        # The paramilitary Rapid Support Forces: what the body is stands before its name.
        at = begin
        while at < phrase.head and doc[at].text.islower() and doc[at].is_alpha and doc[at + 1].text != "-":
            at += 1
        if at < phrase.head and doc[at].text[:1].isupper():
            begin = at
    called = begin
    named = in_mid_sentence(piece, begin, phrase.last)
    # "Syrian Democratic Forces": a group's own name, not a country's forces.
    of_state = _is_state(piece, begin, phrase.last) and not is_group_name(named)
    side = None
    for at in range(phrase.head, begin - 1, -1):
        if doc[at].text in POSSESSIVE:
            owner = " ".join(doc[i].text for i in range(begin, at))
            owner_side = sides().get(owner.casefold()) or (side_of(owner) if of_state else None)
            if owner_side and at < phrase.head:
                side, begin = owner_side, at + 1
            break
    if side is None and of_state:
        for size in (3, 2, 1):
            if begin + size <= phrase.head:
                found = sides().get(" ".join(doc[i].lower_ for i in range(begin, begin + size)))
                if found:
                    side, begin = found, begin + size
                    if begin < phrase.head and doc[begin].text == "-":
                        begin -= size  # Saudi-led coalition
                        side = None
                    break
    if side is None and of_state:
        side = _side_after(phrase)
    tokens = [doc[i] for i in range(begin, phrase.last + 1)]
    while (
        len(tokens) > 1
        and tokens[0].lower_ in ("local", "own", "regional", "national", "federal")
        and of_state
        and not tokens[0].text[0].isupper()
    ):
        tokens = tokens[1:]
    own = in_mid_sentence(piece, tokens[0].i, tokens[-1].i)
    key = tuple(token.lower_ for token in tokens if token.lower_ not in EMPTY or len(tokens) == 1)
    proper = any(token.text[:1].isupper() for token in tokens)
    printed = Phrase(piece, called, called, phrase.head, phrase.last).text
    return Body(key or (tokens[-1].lower_,), own, printed, side, of_state, proper)


def _side_after(phrase: Phrase) -> str | None:
    """The side in "the air force in Kyiv", "the ministry of Iran"."""
    doc = phrase.piece.doc
    at = phrase.last + 1
    if at + 1 < len(doc) and doc[at].lower_ in ("in", "of"):
        at += 2 if doc[at + 1].lower_ == "the" else 1
        for size in (3, 2, 1):
            if at + size <= len(doc):
                found = sides().get(" ".join(doc[i].lower_ for i in range(at, at + size)))
                if found:
                    return found
    return None
