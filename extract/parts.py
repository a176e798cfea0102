"""Which figure is a part of which whole, and which repeats an earlier one."""

from __future__ import annotations

import re

from extract.drafts import OF_THEM, Draft, class_of, follows, introduced, same_sentence
from extract.leftout import those_meant
from extract.model import SET_APART
from extract.nouns import counted_as, held_as, singular
from extract.numbers import find_numbers
from extract.partbeside import GO_ON, among_next, goes_on, of_the_band, of_the_toll, own_count, those_who
from extract.partnouns import of_that_noun, people_named_since, stem
from extract.partsent import got_through, sent_before
from extract.partsums import OF_THOSE, link_sums
from extract.triggers import triggers

_WITH = re.compile(r"[,—–]\s*with\s+(?:(?:at\s+least|more\s+than|about|nearly|some)\s+)?$", re.IGNORECASE)


_OF_WHOM = re.compile(
    r"\bof\s+(?:whom|which)\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$", re.IGNORECASE
)
#: What befell some of those told last: "Seven were wounded. Two later died", "two have since been freed".
_LATER = re.compile(
    r"\s+(?:of\s+them\s+)?(?:later|subsequently|eventually|ha(?:ve|d|s)\s+(?:since|later))\b", re.IGNORECASE
)
#: What a sentence counts of those told before it: "Of these, an estimated 200 …".
_OF_THESE = re.compile(
    r"(?:^|[.!?;]\s|\n)(?:of|among)\s+(?:those|them|these|that\s+(?:number|total))(?:\s+(?:freed|released|killed|wounded|injured|abducted|detained|arrested|missing|displaced|evacuated))?,?\s*$",
    re.IGNORECASE,
)


#: "Three of them, two women and a baby, were badly hurt": who those three are.
_ALL_OF_THEM = re.compile(r"\s+of\s+(?:them|those|these|whom)\s*[,(—–]\s*", re.IGNORECASE)


def link_parts(text: str, drafts: list[Draft]) -> None:
    """Set `part_of`: which figure is a part of which whole, and never of anything else."""
    for index, draft in enumerate(drafts):
        if draft.measure in SET_APART and draft.measure != "other":
            continue
        before = [d for d in drafts[max(0, index - 12) : index] if d.measure not in SET_APART]
        whole = _whole(text, draft, before, drafts[index + 1 : index + 2])
        if whole is None:
            counts = [d for d in drafts[max(0, index - 12) : index] if not d.measured]
            whole = _of_the_number(text, draft, counts)
        left = text[max(0, draft.start - 40) : draft.start]
        if whole is None and (OF_THEM.match(text, draft.number.end) or _OF_WHOM.search(left)):
            # "A convoy of 12 vehicles was ambushed, four of them were set ablaze": nothing is told of the twelve.
            idle = [d for d in drafts[max(0, index - 3) : index] if d.measure == "other" and not d.measured]
            if idle and (_one_unit(idle[-1], draft) or _of_them_next(draft, idle[-1], before)):
                whole = idle[-1]
        if whole is None and draft.measure not in SET_APART:
            whole = of_the_band(draft, drafts[max(0, index - 3) : index])
        if (
            whole is not None
            and whole is not draft
            and whole.part_of is not draft
            and whole.number.high >= draft.number.value
        ):
            draft.part_of = whole
    link_sums(drafts)


def _one_unit(idle: Draft, draft: Draft) -> bool:
    if not same_sentence(idle, draft):
        return False
    people = idle.counted is not None and idle.counted.kind == "person" and draft.unit == "people"
    return people or stem(idle.unit) == stem(draft.unit)


def _of_them_next(draft: Draft, idle: Draft, before: list[Draft]) -> bool:
    """ "Three boats carried 22 fishermen. Nine of them were rescued": those told last, of whom nothing was told."""
    if draft.counted is None or draft.piece is not idle.piece or draft.sentence[0] != idle.sentence[1]:
        return False
    opens = draft.counted.first.i <= draft.sentence[0] + 2
    person = idle.counted is not None and idle.counted.kind == "person"
    others = any(class_of(d) == "person" for d in before if draft.sentence[0] == d.sentence[1])
    return opens and person and not others and class_of(draft) == "person"


def _whole(text: str, draft: Draft, before: list[Draft], after: list[Draft]) -> Draft | None:
    found = draft.counted
    if found is None:
        return None
    left = text[max(0, draft.start - 40) : draft.start]
    # "15 of the 20 drones": the whole follows.
    if (
        found.group == "number"
        and after
        and after[0].piece is draft.piece
        and not after[0].measured
        and after[0].start - draft.number.end < 24
    ):
        return after[0]
    inline = [d for d in before if same_sentence(d, draft)]
    if (
        not inline
        and before
        and before[-1].piece is draft.piece
        and text[before[-1].end : draft.start].strip() == ":"
    ):
        inline = [before[-1]]
    wholes = [d for d in inline if _of_one_kind(d, draft) and d.part_of is None]
    if (of_those := OF_THOSE.match(text, draft.number.end)) is not None and (
        state := _done_with([of_those["done"].casefold()])
    ) is not None:
        return _told(before, state, draft)
    if (
        found.group == "the"
        and found.noun is not None
        and (said := _victims_of(draft, found.noun.text) or _done_with(found.words))
        and (whole := _told(before, said, draft)) is not None
    ):
        return whole
    if inline and text[inline[-1].end : draft.start].strip() == ":" and _of_one_kind(inline[-1], draft):
        if inline[-1].number.value > draft.number.value and not inline[-1].measured:
            return inline[-1]  # "four people: two fighters, a driver and a nurse"
    if after and same_sentence(after[0], draft) and among_next(text, draft, after[0]):
        return after[0]
    if draft.reading is not None and draft.reading.role == "among":
        # "The dead include 30 conscripts and seven medics": side by side, no part of each other.
        beside = [d for d in inline if d.reading is not None and d.reading.role == "among"]
        return _told([d for d in before if d not in beside], draft.measure, draft)
    if OF_THEM.match(text, draft.number.end) and before and before[-1].paragraph < draft.paragraph:
        if people_named_since(draft):
            return None
    if found.kind == "elided" and (not inline or left.rstrip().endswith(";")) and follows(draft, before):
        return before[-1]
    if not inline and (sent := sent_before(draft, before)) is not None:
        return sent
    if found.group == "the" and found.noun is not None:
        return of_that_noun(text, draft, before)
    if (set_out := _of_the_number(text, draft, before)) is not None:
        return set_out
    if (through := got_through(draft, inline)) is not None:
        return through
    if (toll_of := of_the_toll(text, draft, inline)) is not None:
        return toll_of
    if _OF_THESE.search(left):
        told = [d for d in before if draft.paragraph - d.paragraph <= 2 and d.part_of is None]
        large = [d for d in told if class_of(d) == class_of(draft) and d.number.high >= draft.number.value]
        return large[-1] if large else None
    if (
        inline
        and _ALL_OF_THEM.fullmatch(text, inline[-1].number.end, draft.start)
        and GO_ON.match(text, draft.end)
    ):
        return inline[-1]
    if (whole := those_who(text, draft, inline)) is not None or (
        whole := _some_later(text, draft, before)
    ) is not None:
        return whole
    some = introduced(text, draft)
    toll = draft.reading is not None and draft.reading.role == "toll"  # as somebody else counts them
    if draft.listed and found.kind == "elided" and not some and not toll:
        for other in reversed(inline):
            if other.measure != draft.measure or other.listed or other is draft:
                continue
            if _OF_THESE.search(text, max(0, other.start - 40), other.start):
                return other.part_of  # "Of these, 29 were downed over one region, 21 over the next"
            between = text[other.end : draft.start]
            opened = re.search(r":|\bincluding\b|\bof\s+(?:which|whom|them)\b|\s[—–-]\s", between)
            return other if opened else None
        previous = [
            d
            for d in before
            if d.paragraph == draft.paragraph
            and d.measure == draft.measure
            and d.number.value > draft.number.value
        ]
        return previous[-1] if previous and not inline else None
    if some:
        told = [d for d in inline if _of_one_kind(d, draft) and d.number.value > draft.number.value]
        if (
            OF_THEM.match(text, draft.number.end)
            and told
            and draft.start - told[-1].end < 60
            and told[-1].part_of is not None
        ):
            adjacent = text[told[-1].end : draft.start] == ", "  # "79 fighters and 55 civilians, 27 of whom"
            if not told[-1].listed or adjacent:
                # "Fourteen of the wounded were hospitalized, five of them in serious condition"
                return told[-1]
        if wholes:
            return _likest(wholes, draft)
        near = [
            d
            for d in before
            if d.paragraph == draft.paragraph and class_of(d) == class_of(draft) and d.part_of is None
        ]
        if near and re.search(
            r"\b(?:of\s+(?:which|whom|them|those)|among\s+(?:them|those)|they\s+included?)\b",
            text[draft.start - 40 if draft.start > 40 else 0 : draft.end + 12],
            re.IGNORECASE,
        ):
            return _likest(near, draft)
        if (
            not near
            and found.first.is_sent_start
            and re.match(r"\s+of\s+(?:them|those)\b", text[draft.number.end : draft.number.end + 12])
        ):
            far = [
                d
                for d in before
                if draft.paragraph - d.paragraph <= 2 and class_of(d) == class_of(draft) and d.part_of is None
            ]
            if far and those_meant(found) is not None and draft.paragraph - far[-1].paragraph > 1:
                return None  # "took away the shepherds. Five of them …": of nobody counted far above
            return _likest(far, draft) if far else None
        return None
    # Another item of the same enumeration: "including two children and three women".
    if inline and inline[-1].part_of is not None and draft.measure == inline[-1].measure:
        gap = text[inline[-1].end : draft.start]
        if re.fullmatch(r"[\s,]*(?:and|as\s+well\s+as)?\s*(?:(?:at\s+least|a|an|the)\s+)?", gap) or (
            len(gap) < 40
            and re.fullmatch(r"[^.;]*?(?:,|\band\b)\s*", gap)
            and not triggers_between(draft, inline[-1])
        ):
            whole = inline[-1].part_of
            if class_of(draft) != "air_weapon" or stem(whole.unit) == stem(draft.unit):
                return whole
            alike = [
                d
                for d in wholes
                if stem(d.unit) == stem(draft.unit)
                and d is not draft
                and d.number.value >= draft.number.value
            ]
            return alike[-1] if alike else None
    if _WITH.search(left) and draft.measure in ("hospitalized", "missing") and wholes:
        return wholes[-1] if draft.measure == "hospitalized" or wholes[-1].measure != "killed" else None
    return goes_on(text, draft, inline)


def _some_later(text: str, draft: Draft, before: list[Draft]) -> Draft | None:
    """The number that a sentence goes back to with "two later died"."""
    found, whole = draft.counted, before[-1] if before else None
    while whole is not None and whole.part_of is not None:
        whole = whole.part_of
    if found is None or whole is None or found.noun is not None or found.group is not None:
        return None
    if found.first.i != draft.sentence[0] or _LATER.match(text, draft.number.end) is None:
        return None
    fits = class_of(whole) == "person" and whole.number.value > draft.number.value
    return whole if fits and draft.paragraph == whole.paragraph else None


def _of_one_kind(one: Draft, other: Draft) -> bool:
    """May one be counted with the other: of one class, or targets of any, "14 targets, including two workshops"?"""
    return class_of(one) == class_of(other) or one.measure == other.measure == "locations_hit"


#: "Rescued six of the victims": those who were taken, not those who died.
_VICTIMS_LIVE = frozenset({"rescued", "released"})


def _victims_of(draft: Draft, noun: str) -> str | None:
    if singular(noun) == "victim" and draft.measure in _VICTIMS_LIVE:
        return "abducted"
    return _said(noun)


def _said(noun: str) -> str | None:
    """What those called so were told to have met: "the dead", "the victims", "the hostages"."""
    word = singular(noun)
    return "killed" if word == "victim" else counted_as().get(word) or held_as().get(word)


#: What was done to those called so: "the returned servicemen", "the abducted girls".
_DONE_WITH = {
    "killed": "killed", "hurt": "injured", "returned": "released", "freed": "released", "released": "released", "exchanged": "released", "abducted": "abducted",
    "kidnapped": "abducted", "captured": "captured", "detained": "arrested", "arrested": "arrested", "evacuated": "evacuated",
    "rescued": "rescued", "displaced": "displaced", "wounded": "injured", "injured": "injured", "missing": "missing",
}  # fmt: skip


def _done_with(words: list[str]) -> str | None:
    return next((_DONE_WITH[word] for word in words if word in _DONE_WITH), None)


_OF_THE = re.compile(
    r"(?:^|(?<=[.;:!?]\s)|(?<=[.;:!?]\n)|(?<=\n)|(?<=, ))(?:(?:of|among|from)\s+(?:the|those|these|its|all)\s+|out\s+of\s+(?:the\s+)?|of\s+(?=\d))(?P<rest>[^.;:]*)$",
    re.IGNORECASE,
)


def _of_the_number(text: str, draft: Draft, before: list[Draft]) -> Draft | None:
    """ "Of the eleven rockets fired, nine were intercepted and two fell": all that follow are parts of the eleven."""
    match = _OF_THE.search(text, max(0, draft.start - 160), draft.start)
    if match is None or "," not in match["rest"] or draft.counted is None:
        return None
    places = ("location", "building")  # "22 hit targets in 15 locations": no part of the drones
    before = [
        d
        for d in before
        if (class_of(d) == "person") == (class_of(draft) == "person")
        and not (class_of(draft) in places and class_of(d) == "air_weapon")
    ]
    numbers = find_numbers(match["rest"])
    if not numbers or numbers[0].start > 24 or "," in match["rest"][: numbers[0].start]:
        return None
    at = match.start("rest") + numbers[0].start
    for other in reversed(before):
        if other.number.start == at:
            return other
        if (
            other.number.start < at
            and other.number.value == numbers[0].value
            and draft.paragraph - other.paragraph <= 2
        ):
            return other
    return None


def _told(before: list[Draft], measure: str, draft: Draft) -> Draft | None:
    """The last count of that measure which is large enough; of "risen to 31 from 28", the 31.

    Of "23 soldiers were killed, and a raid killed 17 civilians", the 17.
    """
    told = [
        d for d in before if d.measure == measure and own_count(d) and d.number.value > draft.number.value
    ]
    if not told:
        return None
    last = told[-1]
    same = [d for d in told if same_sentence(d, last) and stem(d.unit) in (stem(last.unit), "", "people")]
    return max([*same, last], key=lambda d: d.number.value)


def _likest(wholes: list[Draft], draft: Draft) -> Draft:
    """The whole of the same unit that is large enough, else the nearest."""
    large = [d for d in wholes if d.number.high >= draft.number.value] or wholes
    alike = [d for d in large if stem(d.unit) == stem(draft.unit)]
    return (alike or large)[-1]


def triggers_between(draft: Draft, other: Draft) -> bool:
    """Does a verb that says what happened stand between two drafts of one sentence?"""
    if draft.counted is None or other.counted is None:
        return True
    low, high = other.counted.last.i, draft.counted.first.i
    return any(low < trigger.token.i < high for trigger in triggers(draft.piece.doc))


def link_repeats(drafts: list[Draft], headlines: frozenset[int] = frozenset()) -> None:
    """Set `same_as`: an earlier figure with the same value, unit and measure in another sentence.

    `headlines` are the paragraphs that are headlines: what they count is told again below, with its noun.
    """
    seen: dict[tuple[float, float, str, str], Draft] = {}
    for draft in drafts:
        if draft.measure in SET_APART:
            continue
        number = draft.number
        key = (number.low, number.high, draft.measure, stem(draft.unit))
        untold = (number.low, number.high, str(draft.measure), "headline")
        first = seen.get(key) or seen.get(untold)
        if first is None:
            seen[key] = draft
            if draft.paragraph in headlines:
                seen[untold] = draft
        elif number.value >= 3 and not same_sentence(first, draft):
            draft.same_as = first
