"""Numbers of a parsed article -> drafts of figures: what is counted and what happened to it.

A draft knows its piece of the parse; who says so, where and when is added by
`circumstances`, and `figures` turns drafts into the model's figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.apart import set_apart
from extract.measures import Reading, read_measure, triggers
from extract.model import SET_APART, Measure
from extract.nouns import APART, Counted, counted, counted_as, noun_class, plain_units, plural
from extract.numbers import Number, find_numbers

if TYPE_CHECKING:
    from extract.parse import Paragraph, Parsed, Piece

PEOPLE: frozenset[str] = frozenset(
    "killed injured casualties missing captured abducted arrested released displaced evacuated rescued hospitalized affected".split()
)
WEAPONS: frozenset[str] = frozenset({"launched", "shot_down", "hit"})


@dataclass(slots=True, eq=False)
class Draft:
    """A figure on its way: `number` with what it counts (`counted`) and the measure read for it."""

    number: Number
    piece: Piece
    paragraph: int
    counted: Counted | None
    measure: Measure
    unit: str | None
    start: int  # of the whole phrase
    end: int
    reading: Reading | None = None
    part_of: Draft | None = None
    same_as: Draft | None = None
    listed: bool = False  # an item of a list whose head gave the measure

    @property
    def sentence(self) -> tuple[int, int]:
        """The tokens of its sentence in the piece, `[first, last)`."""
        if self.counted is None:
            return 0, len(self.piece.doc)
        sent = self.counted.first.sent
        return sent.start, sent.end


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
            draft = _read(parsed.text, piece, index, number, drafts)
            if draft is not None:
                drafts.append(draft)
    _by_company(parsed.text, drafts)
    for draft in drafts:
        if draft.unit is not None and draft.measure not in SET_APART:
            draft.unit = plural(draft.unit)
    return [draft for draft in drafts if _stands(parsed.text, draft)]


_TIME_AGO = re.compile(r"\s*(?:ago|earlier|later|before|after|on\b|since)\b", re.IGNORECASE)


def _read(text: str, piece: Piece, paragraph: int, number: Number, before: list[Draft]) -> Draft | None:
    apart = set_apart(text, number)
    if apart is not None:
        if apart.measure == "duration" and _TIME_AGO.match(text, apart.end):
            return None
        return Draft(
            number, piece, paragraph, counted(piece, number), apart.measure, apart.unit,
            min(apart.start, number.phrase_start), max(apart.end, number.phrase_end),
        )  # fmt: skip
    if number.hyphened:
        return None
    found = counted(piece, number)
    if found is None:
        return None
    if _is_named(text, found):
        return None
    if found.kind in APART:
        return Draft(number, piece, paragraph, found, "other", found.unit, number.phrase_start, max(found.end, number.phrase_end))
    reading = read_measure(piece, found)
    measure: Measure = reading.measure if reading is not None else "other"
    draft = Draft(
        number, piece, paragraph, found, measure, found.unit, number.phrase_start, max(found.end, number.phrase_end), reading
    )
    _by_whole(text, draft, before)
    _by_list(text, draft, before)
    _by_context(draft)
    _complete_unit(draft, before)
    return draft


def _is_named(text: str, found: Counted) -> bool:
    """"one of the biggest", "no one", "one another", "Group of Seven": numbers that count nothing."""
    number = found.number
    word = text[number.start : number.end].casefold()
    left = text[max(0, number.start - 16) : number.start].casefold()
    right = text[number.end : number.end + 40].casefold()
    if word == "one":
        if re.search(r"\b(?:no|any|every|some|each|this|that|which|the|another)\s$", left) and found.noun is None:
            return True
        if found.noun is None and _OVER_PLACE.match(text, number.end):
            return False
        if re.match(r"\s+(?:another\b|day\b|time\b|side\b|hand\b|way\b|thing\b|reason\b|example\b|more\s+time)", right):
            return True
        if re.match(r"\s+of\s+(?:the|its|his|her|their|our|my|your)?\s*(?:\w+\s+)?(?:most|least|\w+est|largest|biggest|few|first|only|main|key|key)\b", right):
            return True
        if found.noun is None and found.group is None and not re.match(r"\s+(?:was|were|killed|injured|wounded|dead|missing|died|more|other)\b", right):
            return True
    if re.search(r"\b(?:group|big|top|the\s+first|the\s+last|the\s+next|chapter)\s(?:of\s)?$", left) and found.noun is None:
        return True
    if found.first.tag_ in ("NNP", "NNPS") and found.noun is None and not found.number.digits:
        return True
    return found.first.tag_ in ("NNP", "NNPS") and found.first.i > found.first.sent.start and text[number.start].isupper() and not text[number.start :].isupper() and (
        found.noun is None or found.noun.tag_ in ("NNP", "NNPS")
    )


def _by_whole(text: str, draft: Draft, before: list[Draft]) -> None:
    """A part says of itself what its whole does, and the whole of "15 of the 20 drones" only that it was sent."""
    found = draft.counted
    if found is None:
        return
    previous = before[-1] if before and before[-1].piece is draft.piece else None
    if previous is not None and previous.counted is not None and previous.counted.group == "number":
        if 0 <= draft.number.start - previous.number.end < 24:
            own = draft.reading is not None and draft.reading.role == "object" and draft.reading.cost < 1 and (
                draft.reading.trigger is not None and draft.reading.trigger.token.i > found.last.i
            )
            if not own:
                draft.measure = "launched" if found.kind == "air_weapon" else "other"
                draft.reading = Reading(draft.measure, 1.0, None, "whole") if found.kind == "air_weapon" else None
            return
    if not _INCLUDING.search(text[max(0, draft.start - 40) : draft.start]) and not _OF_THEM.match(text, draft.number.end):
        return
    reading = draft.reading
    if reading is not None and reading.trigger is not None and reading.role != "window":
        if reading.trigger.token.i > found.last.i and reading.cost < 1.3:
            return
    elif reading is not None and reading.role == "noun":
        return
    wholes = [d for d in before if _same_sentence(d, draft) and d.measure not in SET_APART and d.part_of is None]
    fit = [d for d in wholes if found.kind == "elided" or d.counted is None or found.kind in ("unknown", d.counted.kind, _class(d))]
    if fit:
        draft.measure, draft.reading, draft.listed = fit[-1].measure, fit[-1].reading, True
        if found.noun is None:
            draft.unit = fit[-1].unit


_BESIDES = re.compile(r"\b(?:in\s+addition\s+to|besides|along\s+with|apart\s+from|as\s+well\s+as|together\s+with)\s+(?:the\s+|its\s+|some\s+)?$", re.IGNORECASE)


def _by_company(text: str, drafts: list[Draft]) -> None:
    """"In addition to the 14 tanks, three guns were destroyed": what is named beside takes the same measure."""
    for draft, following in zip(drafts, drafts[1:], strict=False):
        if draft.measure == "other" and _BESIDES.search(text[max(0, draft.start - 30) : draft.start]):
            rule = following.reading.trigger.rule if following.reading is not None and following.reading.trigger is not None else None
            if rule is not None and _same_sentence(draft, following) and draft.counted is not None and draft.counted.kind in rule.nouns:
                draft.measure, draft.reading = following.measure, following.reading


_LIST_ITEM = re.compile(r"(?:[,;]|\band\b|,\s*and\b|;\s*and\b)\s*(?:(?:at\s+least|more\s+than|about|another|nearly|a\s+further)\s+)?$")
_OVER_PLACE = re.compile(r"\s+(?:more\s+)?(?:each\s+)?(?:(?:over|above)\s+the\s+[a-z]|(?:over|in|from|across|near|at|above|around)\s+(?:the\s+)?(?:\w+ern\s+)?[A-Z])")


def _by_list(text: str, draft: Draft, before: list[Draft]) -> None:
    """An item of a list takes its head's measure: "20 drones, 36 cruise missiles", "26 over Belgorod, 10 over Bryansk"."""
    if not before:
        return
    head = before[-1]
    counted_here = draft.counted
    if head.piece is not draft.piece or counted_here is None or head.counted is None or head.sentence != draft.sentence:
        return
    gap = text[head.end : draft.start]
    reading = draft.reading
    weak = reading is None or reading.cost > 1.5 or reading.role == "window"
    if counted_here.kind == "elided":
        # Lists by region: no noun and no verb of its own.
        if _OVER_PLACE.match(text, draft.number.end) and weak and head.measure not in SET_APART and len(gap) < 120:
            draft.measure, draft.unit, draft.reading, draft.listed = head.measure, head.unit, head.reading, True
        return
    if weak and head.reading is not None and len(gap) < 60 and _LIST_ITEM.search(gap):
        between = re.sub(r"\([^)]*\)", "", gap)
        if re.search(r"\b(?:was|were|is|are|has|have|had|who|which|that|but|while)\b", between):
            return
        rule = head.reading.trigger.rule if head.reading.trigger is not None else None
        same = counted_here.kind == head.counted.kind or (rule is not None and counted_here.kind in rule.nouns)
        if same and head.measure not in SET_APART:
            draft.measure, draft.reading, draft.listed = head.measure, head.reading, True


_ATTACK = re.compile(
    r"\b(?:attack(?:s|ed|ing)?|strikes?|struck|barrages?|waves?|assaults?|raids?|bombardments?|salvos?|swarms?|airstrikes?|bombing|shelling|offensive|launched|fired)\b",
    re.IGNORECASE,
)


_WEAPONS_CAME = re.compile(
    r"\b(?:drones?|uavs?|missiles?|rockets?|bombs?|shells?|debris)\b[^.;]*\b(?:hits?|struck|impact\w*|through|fell|landed|crashed|recorded)\b"
    r"|\b(?:hits?|strikes?|impacts?|debris|explosions?)\b[^.;]*\b(?:recorded|registered|reported|confirmed|fell)\b",
    re.IGNORECASE,
)


def _by_context(draft: Draft) -> None:
    """Weapons counted in a sentence about an attack were launched, whatever its verb."""
    found = draft.counted
    if found is None or draft.measure != "other":
        return
    sent = found.first.sent.text
    if found.kind == "location" and found.first.i > 0 and _WEAPONS_CAME.search(sent):
        before = found.first.nbor(-1).text.casefold()
        if before in ("at", "across", "in", "on"):
            draft.measure, draft.reading = "locations_hit", Reading("locations_hit", 3.0, None, "context")
        return
    if found.kind == "air_weapon" and _ATTACK.search(sent):
        draft.measure = "launched"
        draft.reading = Reading("launched", 4.0, None, "context")


def _complete_unit(draft: Draft, before: list[Draft]) -> None:
    """The noun where it is left out: "17 were injured", "of which 106", "nine of them"."""
    found = draft.counted
    if found is None:
        return
    if found.noun is not None:
        if found.noun.text.casefold() == "others" or (found.noun.text.casefold() in plain_units() and found.group is None):
            joined = [d for d in before if d.piece is draft.piece and d.sentence == draft.sentence and d.measure in PEOPLE and d.part_of is None]
            if found.noun.text.casefold() == "others" and joined and joined[-1].unit is not None and draft.start - joined[-1].end < 40:
                draft.unit = joined[-1].unit
                return
        if found.noun.text.casefold() in plain_units() and (named := _predicate(found)) is not None:
            draft.unit = named
            return
        draft.unit = plain_units().get(found.noun.lemma_.casefold(), plain_units().get(found.noun.text.casefold(), draft.unit))
        return
    if draft.unit is not None or draft.listed:
        return
    near = [d for d in before if draft.paragraph - d.paragraph <= 1 and d.unit is not None]
    same_sentence = [d for d in near if d.piece is draft.piece and d.sentence == draft.sentence]
    if draft.measure in PEOPLE:
        plain = [d for d in same_sentence if d.measure in PEOPLE and d.part_of is None and not _is_part(draft.piece.text, d)]
        if not plain and _follows(draft, near):
            plain = near[-1:]
        draft.unit = plain[-1].unit if plain else "people"
        return
    fit = [d for d in near if d.measure == draft.measure or (d.measure in WEAPONS and draft.measure in WEAPONS)]
    if draft.reading is not None and draft.reading.trigger is not None:
        nouns = draft.reading.trigger.rule.nouns
        fit = fit or [d for d in near if d.counted is not None and d.counted.kind in nouns]
    if fit:
        draft.unit = fit[-1].unit
    elif draft.measure in WEAPONS:
        draft.unit = None


#: What may happen, in the next sentence, to some of those counted in this one.
_AFTERWARDS: dict[str, frozenset[str]] = {
    "abducted": frozenset({"released", "rescued", "killed"}),
    "captured": frozenset({"released", "killed"}),
    "arrested": frozenset({"released"}),
    "missing": frozenset({"rescued"}),
    "injured": frozenset({"hospitalized"}),
    "casualties": frozenset({"hospitalized", "killed", "injured"}),
}


def _follows(draft: Draft, near: list[Draft]) -> bool:
    """"Six aid workers were abducted. Three were released": the three are some of the six."""
    if not near or draft.counted is None or draft.counted.first.i != draft.counted.first.sent.start:
        return False
    last = near[-1]
    return draft.measure in _AFTERWARDS.get(last.measure, ()) and draft.number.value <= last.number.value


def _predicate(found: Counted) -> str | None:
    """"Two of the dead were emergency workers": the noun that says who they were."""
    head = found.seat.head
    if head.lemma_ != "be":
        return None
    for child in head.children:
        if child.dep_ == "attr" and child.tag_ == "NNS" and noun_class(child) == "person":
            first = child
            while first.i > 0 and first.nbor(-1).tag_ == "NN" and first.nbor(-1).dep_ == "compound":
                first = first.nbor(-1)
            return child.doc[first.i : child.i + 1].text.casefold()
    return None


def _is_part(text: str, draft: Draft) -> bool:
    return re.search(r"\b(?:including|among\s+them|of\s+(?:which|whom|them))\b[^.;]{0,30}$", text[max(0, draft.start - 50) : draft.start]) is not None


def _stands(text: str, draft: Draft) -> bool:
    """Is the number worth keeping: does it count a noun, or something that happened?"""
    if draft.measure != "other":
        if draft.unit is None and draft.measure in WEAPONS:
            return False
        return True
    found = draft.counted
    if found is None or found.noun is None:
        return False
    return text[draft.number.start : draft.number.end].casefold() not in ("one", "two", "a pair of") or found.noun.tag_ in ("NN", "NNS")


# ---------------------------------------------------------------- parts and repeats

_INCLUDING = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|whom|these|those)|\bof\s+(?:which|whom|them|these|those)|\bthem\b|\bcomprising|\bsuch\s+as|\bnotably)\b[\s,:—–-]*(?:were\s+|was\s+|are\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+(?:\w+\s+)?of\s+(?:which|whom|them|these|those)\b|\s*(?:\([^)]*\)\s*)?of\s+whom", re.IGNORECASE)
_WITH = re.compile(r"[,—–]\s*with\s+(?:(?:at\s+least|more\s+than|about|nearly|some)\s+)?$", re.IGNORECASE)


def link_parts(text: str, drafts: list[Draft]) -> None:
    """Set `part_of`: which figure is a part of which whole, and never of anything else."""
    for index, draft in enumerate(drafts):
        if draft.measure in SET_APART and draft.measure != "other":
            continue
        before = [d for d in drafts[max(0, index - 12) : index] if d.measure not in SET_APART]
        whole = _whole(text, draft, before, drafts[index + 1 : index + 2])
        if whole is not None and whole is not draft and whole.part_of is not draft and whole.number.high >= draft.number.value:
            draft.part_of = whole


def _same_sentence(a: Draft, b: Draft) -> bool:
    return a.piece is b.piece and a.sentence == b.sentence


def _class(draft: Draft) -> str:
    if draft.measure in PEOPLE:
        return "person"
    if draft.measure in WEAPONS:
        return "air_weapon"
    return draft.counted.kind if draft.counted is not None else "unknown"


def _whole(text: str, draft: Draft, before: list[Draft], after: list[Draft]) -> Draft | None:
    found = draft.counted
    if found is None:
        return None
    left = text[max(0, draft.start - 40) : draft.start]
    # "15 of the 20 drones": the whole follows.
    if found.group == "number" and after and after[0].piece is draft.piece and after[0].start - draft.number.end < 24:
        return after[0]
    inline = [d for d in before if _same_sentence(d, draft)]
    wholes = [d for d in inline if _class(d) == _class(draft) and d.part_of is None]
    if found.group == "the" and found.noun is not None and (said := counted_as().get(found.noun.text.casefold())):
        told = [d for d in before if d.measure == said and d.part_of is None]
        return told[-1] if told else None
    if draft.reading is not None and draft.reading.role == "among":
        told = [d for d in before if d.measure == draft.measure and d.part_of is None and d.number.value > draft.number.value]
        return told[-1] if told else None
    if found.kind == "elided" and not inline and _follows(draft, before):
        return before[-1]
    if draft.listed and found.kind == "elided":
        for other in reversed(inline):
            if other.counted is not None and other.counted.kind != "elided" and other.measure == draft.measure:
                return other
        previous = [d for d in before if d.paragraph == draft.paragraph and d.measure == draft.measure and d.number.value > draft.number.value]
        return previous[-1] if previous and not inline else None
    if _INCLUDING.search(left) or _OF_THEM.match(text, draft.number.end):
        if wholes:
            return _likest(wholes, draft)
        near = [d for d in before if d.paragraph == draft.paragraph and _class(d) == _class(draft) and d.part_of is None]
        if near and re.search(r"\b(?:of\s+(?:which|whom|them|those)|among\s+(?:them|those))\b", text[draft.start - 40 if draft.start > 40 else 0 : draft.end + 12], re.IGNORECASE):
            return _likest(near, draft)
        return None
    # Another item of the same enumeration: "including two children and three women".
    if inline and inline[-1].part_of is not None and draft.measure == inline[-1].measure:
        gap = text[inline[-1].end : draft.start]
        if re.fullmatch(r"[\s,]*(?:and|as\s+well\s+as)?\s*(?:(?:at\s+least|a|an|the)\s+)?", gap) or (
            len(gap) < 40 and re.fullmatch(r"[^.;]*?(?:,|\band\b)\s*", gap) and not triggers_between(draft, inline[-1])
        ):
            whole = inline[-1].part_of
            if _class(draft) != "air_weapon" or _stem(whole.unit) == _stem(draft.unit):
                return whole
            alike = [d for d in wholes if _stem(d.unit) == _stem(draft.unit) and d is not draft and d.number.value >= draft.number.value]
            return alike[-1] if alike else None
    if _WITH.search(left) and draft.measure in ("hospitalized", "missing") and wholes:
        return wholes[-1]
    return None


def _stem(unit: str | None) -> str:
    return (unit or "").split(" ")[-1].rstrip("s")


def _likest(wholes: list[Draft], draft: Draft) -> Draft:
    """The whole of the same unit that is large enough, else the nearest."""
    large = [d for d in wholes if d.number.high >= draft.number.value] or wholes
    alike = [d for d in large if _stem(d.unit) == _stem(draft.unit)]
    return (alike or large)[-1]


def triggers_between(draft: Draft, other: Draft) -> bool:
    """Does a verb that says what happened stand between two drafts of one sentence?"""
    if draft.counted is None or other.counted is None:
        return True
    low, high = other.counted.last.i, draft.counted.first.i
    return any(low < trigger.token.i < high for trigger in triggers(draft.piece.doc))


def link_repeats(drafts: list[Draft]) -> None:
    """Set `same_as`: an earlier figure with the same value, unit and measure in another sentence."""
    seen: dict[tuple[float, float, str, str], Draft] = {}
    for draft in drafts:
        if draft.measure in SET_APART:
            continue
        key = (draft.number.low, draft.number.high, draft.measure, (draft.unit or "").split(" ")[-1].rstrip("s"))
        first = seen.setdefault(key, draft)
        if first is not draft and draft.number.value >= 3 and not (first.piece is draft.piece and first.sentence == draft.sentence):
            draft.same_as = first
