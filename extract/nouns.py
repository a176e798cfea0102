"""Which noun a number counts, and what class of thing that noun is.

The parse is asked first for what stands right of the number; the classes come
from `lexicon/nouns.toml`, so that a measure can be held to nouns that fit it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.nounruns import HAPPENED, take_noun, unit_of
from extract.nounwords import counted_as as counted_as
from extract.nounwords import crowd_verbs as crowd_verbs
from extract.nounwords import held_as as held_as
from extract.nounwords import noun_class as noun_class
from extract.nounwords import plain_units as plain_units
from extract.nounwords import plural as plural
from extract.nounwords import singular as singular
from extract.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece

#: Classes of nouns that are set apart from the conflict's own figures.
APART = frozenset({"time", "length", "surface", "money", "weight", "matter"})


@dataclass(slots=True)
class Counted:
    """A number in its sentence.

    `first`,`last` are the number's own tokens; `seat` is the token that stands for
    the counted group in the parse; `noun` the noun counted, or None where the text
    leaves it out. `group` names what an "of" points back at: `which`, `them`, or the
    noun of a larger number ("15 of the 20 drones").
    """

    number: Number
    first: Token
    last: Token
    seat: Token
    noun: Token | None
    unit: str | None
    kind: str
    end: int  # of the counted phrase, in the article's text
    group: str | None = None
    more: bool = False
    words: list[str] = field(default_factory=list)  # the words between number and noun


_PRONOUNS = {
    "which": "which",
    "whom": "which",
    "them": "them",
    "those": "them",
    "these": "them",
    "us": "them",
    "whose": "which",
}


def counted(piece: Piece, number: Number) -> Counted | None:
    """What `number` counts, or None where no token of this piece holds it."""
    first = piece.token_at(number.start)
    last = piece.token_at(number.end - 1)
    if first is None or last is None or piece.mask(first) is not None:
        return None
    doc = piece.doc
    end_of_sentence = last.sent.end
    # An abbreviation ("sq. km") may break the sentence in the middle of the counted phrase.
    tail = list(doc[last.i + 1 : min(len(doc), max(end_of_sentence, last.i + 2))])
    while tail and number.phrase_end > number.end and piece.start(tail[0]) < number.phrase_end:
        tail = tail[1:]  # "200 or so fighters"
    seat = _seat(first, last)
    group: str | None = None
    more = False
    rest = tail
    if rest and rest[0].text.casefold() in ("more", "further", "additional", "other", "others", "extra"):
        more = True
        if rest[0].text.casefold() != "others":
            rest = rest[1:]
    if len(rest) > 2 and rest[0].lower_ == "out" and rest[1].lower_ == "of" and _counts(rest[2:5]):
        rest = rest[1:]  # "87 out of 112 drones"
    if rest and rest[0].text.casefold() == "of":
        inner = rest[1:]
        if inner and inner[0].text.casefold() in _PRONOUNS and not _names_them(inner):
            group = _PRONOUNS[inner[0].text.casefold()]
            return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, group, more)
        own = [t.lower_ for t in inner[:2]]
        if own in (["their", "own"], ["its", "own"]) and (
            len(inner) == 2 or inner[2].is_punct or inner[2].lower_ == "and"
        ):
            return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, "own", more)
        determined = False
        their = bool(inner) and inner[0].tag_ == "PRP$"  # "three of its officers": of no number told before
        owner = next((i for i, t in enumerate(inner[:5]) if t.tag_ == "POS"), None)
        if owner is not None:
            inner, determined = inner[owner + 1 :], True  # "fourteen of the city's 36 hospitals"
        while inner and (
            inner[0].tag_ in ("DT", "PRP$", "PDT")
            or inner[0].text.casefold() in ("some", "about", "at", "least", "more", "than", "nearly")
        ):
            determined = True
            inner = inner[1:]
        if (inner and inner[0].tag_ == "CD") or (inner and inner[0].like_num):
            noun, passed = take_noun(inner[1:])
            group = "number"
        else:
            noun, passed = take_noun(inner, determined)
            group = "its" if their else "the" if determined else None
        if noun is None:
            return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, group, more)
        return Counted(
            number,
            first,
            last,
            seat,
            noun,
            unit_of(noun, last.i),
            noun_class(noun),
            piece.end(noun),
            group,
            more,
            passed,
        )
    if len(rest) > 2 and rest[0].lower_ == "head" and rest[1].lower_ == "of":
        rest = rest[2:]  # 300 head of cattle
    noun, passed = take_noun(rest)
    if (
        noun is not None
        and number.value >= 2
        and noun.tag_ == "NN"
        and passed[-1:]
        and passed[-1].endswith("ed")
    ):
        if plural(noun.lower_) != noun.lower_:
            noun = None  # "22 abandoned ship": what they did, not what they are
    befell = bool(rest) and rest[0].lower_ in HAPPENED  # "casualties (12 killed and 25 injured)"
    if noun is None and not befell and (named := _named_before(first)) is not None:
        return Counted(
            number,
            first,
            last,
            named,
            named,
            unit_of(named, -1),
            noun_class(named),
            number.phrase_end,
            None,
            more,
        )
    if noun is None:
        return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, None, more)
    if noun.i > last.i and seat.i <= last.i and seat.head is noun:
        seat = noun
    return Counted(
        number, first, last, noun if seat.i <= last.i and seat.dep_ in ("nummod", "quantmod", "compound", "amod", "det", "nmod") else seat,
        noun, unit_of(noun, last.i), noun_class(noun), piece.end(noun), None, more, passed,
    )  # fmt: skip


def _counts(words: list[Token]) -> bool:
    """Does a number stand first, past an article or a bound: "the 20", "some 112"?"""
    counts = next((t for t in words if t.tag_ not in ("DT", "PRP$", "RB", "IN")), None)
    return counts is not None and (counts.tag_ == "CD" or counts.like_num)


def _names_them(inner: list[Token]) -> bool:
    """Does a noun follow the pronoun: "15 of those games"?"""
    noun = take_noun(inner[1:])[0] if inner[0].lower_ in ("those", "these") else None
    return noun is not None and noun.tag_ == "NNS" and noun.head.pos_ != "VERB" and noun.i == inner[0].i + 1


_CHANGES = frozenset(
    [
        "rise",
        "fall",
        "climb",
        "drop",
        "increase",
        "decrease",
        "grow",
        "jump",
        "soar",
        "reach",
        "total",
        "number",
        "stand",
        "hit",
        "exceed",
        "surpass",
        "top",
        "be",
        "average",
        "amount",
        "come",
        "go",
        "dip",
        "plunge",
        "surge",
        "swell",
        "decline",
        "double",
    ]
)


def subject_counted(found: Counted) -> Token | None:
    """The noun that a bare number counts over a verb of change: "Cases rose to 4,500", "the wounded number 40"."""
    seat = found.seat
    if found.group is not None:
        return None  # "partners reached 3,400 of them"
    verb = (
        seat.head.head
        if seat.dep_ == "pobj" and seat.head.lower_ in ("to", "by", "at", "from", "above", "below")
        else seat.head
    )
    if verb.lemma_ not in _CHANGES or seat.dep_ not in ("pobj", "dobj", "attr", "npadvmod", "acomp"):
        return None
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i < found.first.i:
            if child.lower_ == "number":
                inner = [
                    t for c in child.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"
                ]
                child = inner[0] if inner else child
            if child.tag_ == "NNS" or child.lower_ in ("dead", "wounded", "injured", "missing", "displaced"):
                return child  # "the dead numbered 25"
    return None


def _named_before(first: Token) -> Token | None:
    """The noun that a number set off by a dash or bracket counts: "air strikes — eight in two days"."""
    if first.i < 2 or first.nbor(-1).text not in ("--", "—", "–", "(", "-"):
        return None
    noun = first.nbor(-2)
    return noun if noun.tag_ == "NNS" and noun_class(noun) != "unknown" else None


def _seat(first: Token, last: Token) -> Token:
    """The token of the number itself that the rest of the sentence hangs on."""
    for token in first.doc[first.i : last.i + 1]:
        if not first.i <= token.head.i <= last.i or token.head is token:
            return token
    return last
