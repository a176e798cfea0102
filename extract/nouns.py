"""Which noun a number counts, and what class of thing that noun is.

The parse is asked first for what stands right of the number; the classes come
from `lexicon/nouns.toml`, so that a measure can be held to nouns that fit it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.nounwords import counted_as as counted_as
from extract.nounwords import held_as as held_as
from extract.nounwords import is_uav
from extract.nounwords import noun_class as noun_class
from extract.nounwords import plain_units as plain_units
from extract.nounwords import plural as plural
from extract.nounwords import singular as singular
from extract.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece

#: Classes of nouns that are set apart from the conflict's own figures.
APART = frozenset({"time", "length", "surface", "money", "weight"})


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


_SKIP_TAGS = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "VBN",
        "VBG",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "HYPH",
        "POS",
        "CD",
        "AFX",
        "FW",
        "``",
        "''",
        "PRP$",
    }
)
_STOP_WORDS = frozenset(
    {
        "am",
        "pm",
        "lack",
        "need",
        "face",
        "flee",
        "flew",
        "overnight",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "including",
        "according",
        "following",
        "during",
    }
)
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_PRONOUNS = {
    "which": "which",
    "whom": "which",
    "them": "them",
    "those": "them",
    "these": "them",
    "us": "them",
    "whose": "which",
}
#: What those counted are made: "took 18 passengers hostage".
_BECOME = frozenset({"hostage", "captive", "prisoner", "alive", "dead"})
#: Participles that say what happened to the noun left out: "17 injured", "with 12 killed".
_HAPPENED = frozenset(
    [
        "killed",
        "injured",
        "wounded",
        "missing",
        "dead",
        "hurt",
        "displaced",
        "hospitalized",
        "hospitalised",
        "arrested",
        "detained",
        "captured",
        "abducted",
        "evacuated",
        "rescued",
        "released",
        "shot",
        "downed",
        "intercepted",
        "destroyed",
        "damaged",
        "launched",
        "fired",
        "unaccounted",
    ]
)


_BORE = frozenset({"mm", "-mm", "millimetre", "millimeter", "cm", "-", "kg", "lb"})


def _hyphened(tokens: list[Token], index: int) -> bool:
    """Is the token joined by a hyphen to the one before it or after it?"""
    return any(
        0 <= at < len(tokens) and tokens[at].text in ("-", "–") and not tokens[at].whitespace_
        for at in (index - 1, index + 1)
    )


def _take_noun(doc_tokens: list[Token], nominal: bool = False) -> tuple[Token | None, list[str]]:
    """The head noun of the run of tokens right of a number, and the words passed on the way."""
    noun: Token | None = None
    passed: list[str] = []
    for index, token in enumerate(doc_tokens):
        low = token.text.casefold()
        if token.tag_ == "VBZ" and noun is not None and noun.tag_ == "NN" and noun_class(token) != "unknown":
            return token, passed  # "attack drones", whose noun the model took for a verb
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") and _hyphened(doc_tokens, index):
            passed.append(low)  # "one-way", "fixed-wing", "500-pound"
            continue
        after = [t.tag_ for t in doc_tokens[index + 1 : index + 3]]
        if (
            token.tag_ == "RB"
            and len(after) == 2
            and after[0] in ("VBN", "JJ", "VBD")
            and after[1].startswith("NN")
        ):
            continue  # "seriously wounded prisoners"
        if (
            token.tag_ == "CD"
            and noun is None
            and index + 1 < len(doc_tokens)
            and doc_tokens[index + 1].lower_ in _BORE
        ):
            continue  # "one 60 mm mortar"
        if token.tag_ not in _SKIP_TAGS or low in _STOP_WORDS or low in _DAYS:
            if (
                low in ("and", "or", ",")
                and noun is None
                and index > 0
                and index + 1 < len(doc_tokens)
                and doc_tokens[index + 1].tag_.startswith("JJ")
            ):
                continue  # "two large, heavily guarded depots"
            break
        if token.tag_ == "CD" and noun is not None:
            break
        if token.tag_ == "CD" and not any(c.isalpha() for c in token.text):
            break
        is_noun = token.tag_ in ("NN", "NNS", "NNP", "NNPS") or low in (
            "others",
            "dead",
            "wounded",
            "injured",
        )
        if (
            noun is not None
            and noun.tag_ in ("NNS", "NNPS")
            and token.tag_ not in ("NN", "NNS", "POS", "HYPH")
        ):
            break
        if noun is not None and noun.tag_ in ("NNS", "NNPS") and token.tag_ in ("NN", "NNS"):
            # "people Thursday" is no compound; "sports halls" is.
            if noun_class(noun) != "unknown" and noun.dep_ != "compound":
                break
        if token.tag_ in ("VBN", "VBG") or low in _HAPPENED:
            following = doc_tokens[index + 1] if index + 1 < len(doc_tokens) else None
            describes = following is not None and following.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
            if nominal and noun is None and not describes and low in counted_as():
                noun = token  # "five of the dead"
                break
            if not describes or token.dep_ not in ("amod", "compound", "nmod"):
                break
        if is_noun:
            if noun is not None and noun.tag_ == "NNS" and low in _BECOME:
                break  # "took 18 passengers hostage"
            noun = token
        else:
            passed.append(low)
    return noun, passed


def _unit(noun: Token, floor: int) -> str:
    """The noun with the common nouns joined to it ("apartment buildings"), as printed, lower case."""
    first = noun
    while (
        first.i - 1 > floor
        and (before := first.nbor(-1)).tag_ == "NN"
        and before.dep_ in ("compound", "nmod")
        and before.text.islower()
    ):
        if before.i > floor + 1 and before.nbor(-1).tag_ == "HYPH":
            break  # "long-range drone strikes" are drone strikes
        first = before
    unit = noun.doc[first.i : noun.i + 1].text.casefold()
    if (
        noun.i + 2 < len(noun.doc)
        and noun.nbor(1).text.casefold() == "of"
        and noun.nbor(2).text.casefold() == "war"
    ):
        return f"{unit} of war"
    return "drones" if is_uav(noun) else str(unit)


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
    seat = _seat(first, last)
    group: str | None = None
    more = False
    rest = tail
    if rest and rest[0].text.casefold() in ("more", "further", "additional", "other", "others", "extra"):
        more = True
        if rest[0].text.casefold() != "others":
            rest = rest[1:]
    if rest and rest[0].text.casefold() == "of":
        inner = rest[1:]
        if inner and inner[0].text.casefold() in _PRONOUNS:
            group = _PRONOUNS[inner[0].text.casefold()]
            return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, group, more)
        own = [t.lower_ for t in inner[:2]]
        if own in (["their", "own"], ["its", "own"]) and (
            len(inner) == 2 or inner[2].is_punct or inner[2].lower_ == "and"
        ):
            return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, "own", more)
        determined = False
        while inner and (
            inner[0].tag_ in ("DT", "PRP$", "PDT")
            or inner[0].text.casefold() in ("some", "about", "at", "least", "more", "than", "nearly")
        ):
            determined = True
            inner = inner[1:]
        if (inner and inner[0].tag_ == "CD") or (inner and inner[0].like_num):
            noun, passed = _take_noun(inner[1:])
            group = "number"
        else:
            noun, passed = _take_noun(inner, determined)
            group = "the" if determined else None
        if noun is None:
            return Counted(number, first, last, seat, None, None, "elided", number.phrase_end, group, more)
        return Counted(
            number,
            first,
            last,
            seat,
            noun,
            _unit(noun, last.i),
            noun_class(noun),
            piece.end(noun),
            group,
            more,
            passed,
        )
    noun, passed = _take_noun(rest)
    if (
        noun is not None
        and number.value >= 2
        and noun.tag_ == "NN"
        and passed[-1:]
        and passed[-1].endswith("ed")
    ):
        if plural(noun.lower_) != noun.lower_:
            noun = None  # "22 abandoned ship": what they did, not what they are
    if noun is None and (named := _named_before(first)) is not None:
        return Counted(
            number,
            first,
            last,
            named,
            named,
            _unit(named, -1),
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
        noun, _unit(noun, last.i), noun_class(noun), piece.end(noun), None, more, passed,
    )  # fmt: skip


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
            if child.tag_ == "NNS":
                return child
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
