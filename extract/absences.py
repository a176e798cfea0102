"""Counts of nothing: "no injuries were reported", "nobody was hurt", "none of the 20 drones got through".

They become figures of value 0 with the measure that did not happen. They make no
events and enter no sums; the store keeps them apart from the counts.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from extract.drafts import WEAPONS, Draft
from extract.model import Event, Figure, Measure
from extract.nouns import Counted, counted_as, noun_class, plain_units, singular
from extract.numbers import Number
from extract.relations import is_passive
from extract.triggers import triggers
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Parsed, Piece

#: Measures that a noun of `counted_as` may deny: "no casualties", not "no attacks".
_OF_PEOPLE = frozenset({"killed", "injured", "casualties", "missing", "hospitalized"})
#: What a verb may say happened to nobody: "nobody was sent" counts nothing.
_HAPPENINGS = frozenset(
    {"killed", "injured", "missing", "captured", "abducted", "hospitalized", "hit", "damaged", "destroyed"}
)
#: Classes of nouns to which nothing may have happened.
_THINGS = frozenset({"person", "air_weapon", "equipment", "building"})


@functools.cache
def _words() -> frozenset[str]:
    """The words that a count of nothing begins with."""
    return words("absences", "alone") | words("absences", "before")


def read_absences(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Drafts of value 0, in text order; what "none of the 20 drones" counts is no longer what happened."""
    found: list[Draft] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        for piece in (*paragraph.insides, paragraph.frame):
            for token in piece.doc:
                if token.lower_ in _words() and piece.mask(token) is None:
                    found += _of_token(piece, number, token, drafts)
    taken = {(d.number.start, d.number.end) for d in drafts}
    return sorted(
        (d for d in found if (d.number.start, d.number.end) not in taken), key=lambda d: d.number.start
    )


def _of_token(piece: Piece, paragraph: int, token: Token, drafts: list[Draft]) -> Iterator[Draft]:
    word = token.lower_
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if word == "no" and after is not None and after.lower_ == "one":
        yield from _happened(piece, paragraph, token, after, after, "people")
    elif word == "none" and after is not None and after.lower_ == "of":
        yield from _none_of(piece, paragraph, token, drafts)
    elif word in words("absences", "alone"):
        yield from _happened(piece, paragraph, token, token, token, "people")
    elif word in words("absences", "before"):
        noun = _noun(token)
        if noun is None:
            return
        named = [noun, *(child for child in noun.conjuncts if child.i > noun.i)]
        said = [(t, counted_as().get(singular(t.text))) for t in named]
        for index, (each, measure) in enumerate(said):
            if measure in _OF_PEOPLE and not _reports(noun):
                unit = plain_units().get(singular(each.text), "people")
                yield _draft(piece, paragraph, token, token, each, cast(Measure, measure), unit, index)
        if not any(measure for _, measure in said) and noun_class(noun) in _THINGS:
            yield from _happened(piece, paragraph, token, token, noun, noun.lower_)


def _noun(first: Token) -> Token | None:
    """The noun that "no" stands before, past words like "civilian" and "immediate"."""
    at = first.i + 1
    doc = first.doc
    while at < first.sent.end and at - first.i < 5:
        token = doc[at]
        if token.tag_ in ("NNS", "NN", "NNPS") and token.lower_ not in words("absences", "between"):
            while at + 1 < first.sent.end and doc[at + 1].tag_ in ("NNS", "NN"):
                at += 1  # "no crew members"
            return doc[at]
        if token.lower_ not in words("absences", "between") and token.tag_ not in ("JJ", "NN", "NNP"):
            return None
        at += 1
    return None


def _reports(noun: Token) -> bool:
    """ "no reports of casualties" says that nobody reported any, which is no count."""
    return noun.lower_ in words("stances", "reports")


def _happened(
    piece: Piece, paragraph: int, first: Token, last: Token, noun: Token, unit: str
) -> Iterator[Draft]:
    """The subject of a verb that says what happened to nobody: "nobody was hurt", "no soldiers died"."""
    kind = "person" if noun.lower_ in ("one", "nobody", "none") else noun_class(noun)
    for trigger in triggers(piece.doc):
        verb = trigger.token
        if not first.i < verb.i <= first.i + 12 or verb.sent != first.sent or kind not in trigger.rule.nouns:
            continue
        role = "object" if is_passive(verb) else "subject"
        if (
            trigger.rule.measure not in _HAPPENINGS
            or trigger.rule.role not in (role, "either")
            or not _subject(verb, (first, last, noun))
        ):
            continue
        yield _draft(piece, paragraph, first, last, noun, trigger.rule.measure, unit, 0)
        return


def _subject(verb: Token, of: tuple[Token, ...]) -> bool:
    """Is one of these tokens the subject of the verb, or of the verb that it is joined to?"""
    at = verb
    for _ in range(3):
        subjects = [c for c in at.children if c.dep_ in ("nsubj", "nsubjpass")]
        if subjects:
            return any(subject in of for subject in subjects)
        if at.dep_ not in ("conj", "xcomp", "acl"):
            return False
        at = at.head
    return False


def _none_of(piece: Piece, paragraph: int, none: Token, drafts: list[Draft]) -> Iterator[Draft]:
    """ "None of the 20 drones got through": nothing hit, and the 20 are only what was launched."""
    start = piece.start(none)
    whole = next(
        (d for d in drafts if d.piece is piece and start < d.number.start < start + 40 and d.measure != "other"), None
    )  # fmt: skip
    stretch = none.doc[none.i : min(none.sent.end, none.i + 16)].text.casefold()
    through = any(f" {phrase}" in stretch for phrase in words("absences", "arriving"))
    if whole is not None and whole.counted is not None and whole.counted.first.sent == none.sent:
        between = piece.text[piece.end(none) : whole.number.start].split()
        if len(between) > 3 or whole.part_of is not None:
            return
        measure: Measure = "hit" if through and whole.measure in WEAPONS else whole.measure
        unit = whole.unit or "people"
        whole.measure = "launched" if whole.measure in WEAPONS else "other"
        made = _draft(piece, paragraph, none, none, whole.counted.noun or none, measure, unit, 0)
        made.part_of = whole
        yield made
        return
    of = none.nbor(1)
    noun = next((c for c in of.children if c.dep_ == "pobj"), None)
    if noun is None:
        return
    if through and noun_class(noun) == "air_weapon":
        yield _draft(piece, paragraph, none, none, noun, "hit", noun.lower_, 0)
    elif noun_class(noun) in ("person", "air_weapon"):
        for made in _happened(piece, paragraph, none, none, none, noun.lower_):
            yield made


def _draft(
    piece: Piece,
    paragraph: int,
    first: Token,
    last: Token,
    noun: Token,
    measure: Measure,
    unit: str,
    order: int,
) -> Draft:
    start, end = piece.span(first, last)
    number = Number(start, end, 0.0, 0.0, 0.0, None, start, end, False, False)
    stop = max(end, piece.end(noun)) if noun.sent == first.sent else end
    counted = Counted(number, first, last, noun, noun, unit, noun_class(noun), stop, more=order > 0)
    return Draft(number, piece, paragraph, counted, measure, unit, start, stop)


def join_events(figures: list[Figure], events: list[Event]) -> None:
    """Gives counts of nothing the event that their sentence, or the one before it, tells of."""
    for figure in figures:
        if figure.high > 0:
            continue
        near = [
            (figure.start - start, event)
            for event in events
            for start, _ in event.sentences
            if 0 <= figure.start - start <= 600
            and (figure.place is None or event.place is None or figure.place == event.place)
        ]
        if near:
            event = min(near, key=lambda pair: pair[0])[1]
            figure.event = event.id
            event.figures.append(figure.id)
