"""Numbers of a parsed article -> drafts of figures: what is counted and what happened to it.

Who says so, where and when is added later (`setting`, `frames`); `figures` turns
drafts into the model's figures.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from extract.antecedents import (
    being,
    is_negated,
    leave_out,
    more_of_it,
    numbering,
    of_the_same,
    of_those_named,
    some_of_them,
    victims,
    with_antecedent,
)
from extract.apart import set_apart
from extract.barecounts import counts_on, remaining
from extract.borrowed import borrow_units
from extract.bounds import bounded_later
from extract.bywindow import acts, in_crowd
from extract.company import by_company
from extract.done import of_a_number
from extract.drafts import OVER_PLACE, WEAPONS, Draft, told_badly
from extract.getaways import escaped, fate, lost_from_sight, still_held
from extract.listitems import under_a_total
from extract.measures import by_noun, read_measure
from extract.model import SET_APART, Measure
from extract.moreweapons import of_weapons_told
from extract.neighbours import by_list, by_whole, complete_unit
from extract.nouns import APART, Counted, counted, held_as, noun_class, plural, singular, subject_counted
from extract.numberof import number_of
from extract.numbers import Number, find_numbers
from extract.partbeside import died_of_wounds
from extract.triggers import Reading
from extract.unitless import again, as_before, bare, race_time, same_again, shared_unit
from extract.weaponcontext import by_context

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Paragraph, Parsed, Piece


#: How many numbers back a number may look for its noun or its list.
_BACK = 40


def _number_phrases(text: str, paragraph: Paragraph) -> list[Number]:
    return find_numbers(text, paragraph.start, paragraph.end)


def _piece_of(paragraph: Paragraph, number: Number) -> Piece | None:
    for piece in (*paragraph.insides, paragraph.frame):
        token = piece.token_at(number.start)
        if token is not None and piece.mask(token) is None:
            return piece
    return None


def read_drafts(parsed: Parsed) -> list[Draft]:
    """Every number of the article that counts or measures something, in text order."""
    drafts: list[Draft] = []
    for index, paragraph in enumerate(parsed.paragraphs):
        for number in _number_phrases(parsed.text, paragraph):
            piece = _piece_of(paragraph, number)
            if piece is None:
                continue
            draft = _read(parsed.text, piece, index, number, drafts[-_BACK:])
            if draft is not None:
                drafts.append(draft)
    by_company(parsed.text, drafts)
    borrow_units(parsed.text, drafts)
    for draft in drafts:
        if draft.unit is not None and draft.measure not in SET_APART:
            draft.unit = plural(draft.unit)
    return [draft for draft in drafts if _stands(parsed.text, draft)]


def _recent(piece: Piece, paragraph: int, found: Counted, before: list[Draft]) -> frozenset[str]:
    """Classes of the nouns counted shortly before, and of those that the sentence names."""
    kinds = {d.counted.kind for d in before if d.counted is not None and paragraph - d.paragraph <= 1}
    if found.kind == "elided":
        start = found.first.sent.start
        if found.group == "them" and start > 0:  # "Villagers ran for the trees. Two of them were shot."
            start = found.first.doc[start - 1].sent.start
        kinds |= {
            noun_class(t)
            for t in found.first.doc[start : found.first.i]
            if t.tag_ in ("NNS", "NN") and not (_is_means(t) and t.i >= found.first.sent.start)
        }
    return frozenset(kinds)


def _is_means(noun: Token) -> bool:
    """ "Attacked with machine guns and RPGs": what was used is not what is counted next."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ("with", "using")


_TIME_AGO = re.compile(r"\s*(?:ago|earlier|later|since)\b|\s*before\s*[.,;]|\s*on\s*[,.;]", re.IGNORECASE)


def _read(text: str, piece: Piece, paragraph: int, number: Number, before: list[Draft]) -> Draft | None:
    apart = set_apart(text, number) or shared_unit(text, number) or race_time(text, number)
    apart = apart or as_before(text, number, before)
    if apart is not None:
        if apart.measure == "duration" and (
            _TIME_AGO.match(text, apart.end) or text[number.start : number.end].casefold() == "one"
        ):
            return None
        number, end = bounded_later(text, number, apart.end)
        return Draft(
            number, piece, paragraph, counted(piece, number), apart.measure, apart.unit,
            min(apart.start, number.phrase_start), max(end, number.phrase_end), measured=True,
        )  # fmt: skip
    if number.hyphened:
        return None
    found = counted(piece, number)
    if found is None or _is_named(text, found) or is_negated(text, number.start, number.end):
        return None
    found = of_weapons_told(text, numbering(more_of_it(with_antecedent(text, found))))
    if found.kind in APART:
        return Draft(
            number,
            piece,
            paragraph,
            found,
            "other",
            found.unit,
            number.phrase_start,
            max(found.end, number.phrase_end),
        )
    if found.noun is not None and found.noun.lower_ in ("other", "others") and before:
        other = before[-1]
        if other.counted is not None and other.counted.noun is not None and other.piece is piece:
            if (
                other.sentence == (found.first.sent.start, found.first.sent.end)
                and number.start - other.end < 60
            ):
                found.kind = other.counted.kind
    reading = read_measure(piece, found, _recent(piece, paragraph, found, before))
    measure: Measure = reading.measure if reading is not None else "other"
    draft = Draft(
        number,
        piece,
        paragraph,
        found,
        measure,
        found.unit,
        number.phrase_start,
        max(found.end, number.phrase_end),
        reading,
    )
    if reading is None and found.noun is None and (noun := subject_counted(found)) is not None:
        found = replace(found, noun=noun, unit=noun.lower_, kind=noun_class(noun), seat=noun)
        reading = by_noun(found)
        draft.counted, draft.unit, draft.reading = found, found.unit, reading
        draft.measure = reading.measure if reading is not None else "other"
    _of_a_number(draft, before)
    if draft.measure == "other" and found.noun is None and not draft.told:
        again(text, draft, before)
    under_a_total(text, draft, before)
    by_whole(text, draft, before)
    by_list(text, draft, before)
    by_context(draft)
    leave_out(text, draft)
    remaining(text, draft, before)
    being(draft, before)
    of_those_named(draft, before)
    of_the_same(text, draft, before)
    victims(draft, before)
    escaped(draft, before)
    fate(draft, before)
    still_held(draft, before)
    lost_from_sight(draft, before)
    complete_unit(draft, before)
    died_of_wounds(draft, before)
    counts_on(text, draft, before)
    if draft.measure == "other":
        by_deed(text, draft, before)
    if found.noun is not None:
        draft.number, draft.end = bounded_later(text, draft.number, draft.end)
    elif draft.measure == "other" and not draft.told:
        same_again(text, draft, before) or bare(text, draft)
        some_of_them(draft, before)
    return draft


def _of_a_number(draft: Draft, before: list[Draft]) -> None:
    """ "Brought to 18 the number of vessels hit", "put the number of fighters killed at 83": a toll with its noun."""
    found = draft.counted
    told = number_of(draft.piece, found) if found is not None else None
    if found is None or told is None:
        return
    if not told.state:
        draft.measure, draft.unit, draft.reading, draft.told = "other", plural(told.unit), None, True
        # "Two unmanned aircraft came at the base. A first statement gave the number of aircraft as three."
        again = [d for d in before[-8:] if d.measure == "launched" and told.unit in text_of(d)]
        if told.kind == "attack":
            draft.measure = "attacks"
        elif (held := held_as().get(singular(told.unit.split()[-1]))) is not None:
            draft.measure = cast(Measure, held)  # "put the number of hostages at 214"
        if again:
            draft.measure, draft.unit, draft.reading = "launched", again[-1].unit, again[-1].reading
        return
    measure = of_a_number(told.state, told.kind)
    if measure is not None:
        draft.measure, draft.unit, draft.listed = measure, plural(told.unit), True
        draft.reading = Reading(measure, 0.1, None, "toll")


def text_of(draft: Draft) -> str:
    """The words of a draft's phrase, in small letters."""
    return draft.piece.text[draft.start : draft.end].casefold()


_OF_THE = re.compile(r"(?:^|[.;:!?\n]\s*)(?:out\s+)?of\s+(?:the|its|those|these)\s+", re.IGNORECASE)


def by_deed(text: str, draft: Draft, before: list[Draft]) -> None:
    """A number alone with a verb of which nothing is kept: "thousands marched", "of the 12, two missed"."""
    found = draft.counted
    if found is None or found.noun is not None:
        return
    if in_crowd(found):
        draft.unit, draft.told = "people", True
    elif acts(found):
        opening = text[draft.piece.start(found.first.sent[0]) : draft.start]
        same = [d for d in before if d.piece is draft.piece and d.sentence == draft.sentence]
        if same and _OF_THE.match(opening) and same[0].number.high >= draft.number.value:
            draft.unit, draft.told = same[0].unit, True


#: Verbs whose object is one of the people harmed.
_HARMING = re.compile(
    r"\b(?:(?:kill|wound|injur|abduct|arrest|captur|detain|rescu|destroy|intercept|down|neutrali[sz])(?:ed|ing|s|es)?|(?:shot|shooting|brought|bringing)\s+down)\s$"
)


def _is_named(text: str, found: Counted) -> bool:
    """ "one of the biggest", "no one", "one another", "Group of Seven": numbers that count nothing."""
    number = found.number
    word = text[number.start : number.end].casefold()
    left = text[max(0, number.start - 16) : number.start].casefold()
    right = text[number.end : number.end + 40].casefold()
    if word == "one":
        if (
            re.search(
                r"\b(?:no|any|every|some|each|this|that|which|the|another|(?:small|larg|bigg|old|new|young|short|long)er|latter|former)\s$",
                left,
            )
            and found.noun is None
        ):
            return True
        if found.noun is None and (
            OVER_PLACE.match(text, number.end) or told_badly(text, number.start, number.end)
        ):
            return False
        head = found.first.head
        if found.noun is None and found.first.dep_ == "conj" and (head.like_num or head.pos_ == "VERB"):
            return False  # "four died at the scene and one in hospital"
        if found.noun is None and found.first.dep_ in ("nsubj", "nsubjpass") and head.pos_ == "VERB":
            if any(t.like_num and t.i < found.first.i for t in found.first.sent):
                return False  # "Of the remaining two, one crashed"
        if found.noun is None and _HARMING.search(left):
            return False  # "struck the town, killing one"
        if re.search(r"\b(?:no|any|every|each)\s$", left) and right.startswith(" of "):
            return True  # "every one of these deaths"
        if re.match(
            r"\s+(?:another\b|day\b|time\b|side\b|hand\b|way\b|thing\b|reason\b|example\b|more\s+time)", right
        ):
            return True
        if re.match(
            r"\s+of\s+(?:the|its|his|her|their|our|my|your)?\s*(?:[\w’'-]+\s+){0,3}?(?:most|least|\w+est|largest|biggest|few|first|last|only|main|key|key)\b(?!\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)",
            right,
        ):
            return True
        if (
            found.noun is None
            and found.group is None
            and not re.match(
                r"\s+(?:was|were|had|has|have|killed|injured|wounded|dead|missing|died|more|other|remain(?:s|ed)?|later|struck|hit|landed|exploded|crashed|fell|sank|"
                r"escaped|survived|drowned|suffered|surrendered)\b",
                right,
            )
        ):
            return True
    if (
        re.search(r"\b(?:big|top|the\s+first|the\s+last|the\s+next|chapter)\s(?:of\s)?$|\bgroup\s$", left)
        and found.noun is None
    ) or text[max(0, number.start - 9) : number.start] == "Group of ":
        return True
    named = re.search(
        r"(?<!\w)(?:[A-Z][a-z]+|[a-z]+[A-Z]\w*|[A-Z]{2,6})\s$", text[max(0, number.start - 16) : number.start]
    )
    if number.digits and named and _is_numbered(found) and _counts_no_noun(found):
        return True
    if text[max(0, number.start - 4) : number.start] == "Big " and text[number.start].isupper():
        return True  # the Big Four
    if re.search(r"\b(?:father|mother|parent|grandmother|grandfather)\s+of\s$", left):
        return True
    if (
        found.first.tag_ in ("NNP", "NNPS")
        and found.noun is None
        and not found.number.digits
        and not _title_case(found)
        and not (found.first.is_sent_start and found.first.dep_ in ("nsubj", "nsubjpass"))  # "Seven, …, died"
    ):
        return True
    return (
        found.first.tag_ in ("NNP", "NNPS")
        and found.first.i > found.first.sent.start
        and text[number.start].isupper()
        and not text[number.start :].isupper()
        and not (_title_case(found) and found.noun is None)
        and (found.noun is None or found.noun.tag_ in ("NNP", "NNPS"))
    ) or _is_capital_name(text, found)


def _counts_no_noun(found: Counted) -> bool:
    """Does nothing follow that so many could be counted of: "Flight 17", "the ISO 9001 certificate"?"""
    noun, value = found.noun, found.number.value
    if noun is None:
        return True
    single = noun.tag_ == "NN" and noun.i == found.last.i + 1 and plural(noun.lower_) != noun.lower_
    return single and value >= 2 and value == int(value) and noun_class(noun) in ("unknown", "matter")


def _is_numbered(found: Counted) -> bool:
    """ "Ridge 402", "Flight 17": the number is a part of the name before it."""
    if found.first.i == found.first.sent.start or _title_case(found):
        return False
    before = found.first.nbor(-1)
    return (
        (before.tag_ in ("NNP", "NNPS") or (before.is_upper and len(before) > 1 and before.is_alpha))
        and before.i > before.sent.start
        and before.ent_type_ not in ("DATE", "TIME")
    )


def _is_capital_name(text: str, found: Counted) -> bool:
    """ "The Four Seasons": a spelt number with a capital amid a sentence, and the word after it with one too."""
    noun, start, doc = found.noun, found.number.start, found.first.doc
    return (
        noun is not None
        and found.first.i > found.first.sent.start
        and found.last.i + 1 < len(doc)
        and not found.number.digits
        and text[start].isupper()
        and not text[start : start + 3].isupper()
        and doc[found.last.i + 1].text[:1].isupper()
        and (noun.i == found.last.i + 1 or found.first.nbor(-1).lower_ == "the")
        and found.first.nbor(-1).is_alpha
        and not _title_case(found)
    )


def _title_case(found: Counted) -> bool:
    """Is the sentence printed as a headline, with capitals throughout?"""
    words = [t for t in found.first.sent if t.is_alpha and len(t) > 3]
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _stands(text: str, draft: Draft) -> bool:
    """Is the number worth keeping: does it count a noun, or something that happened?"""
    if draft.measure != "other":
        return not (draft.unit is None and draft.measure in WEAPONS)
    found = draft.counted
    if draft.measured:
        return True
    if found is not None and found.noun is not None and found.noun.tag_ == "NNP" and found.noun.is_upper:
        return found.kind != "unknown"  # "737 MAX"
    if found is None or found.noun is None:
        return draft.told
    return text[draft.number.start : draft.number.end].casefold() not in (
        "one",
        "two",
        "a pair of",
    ) or found.noun.tag_ in ("NN", "NNS", "NNPS")
