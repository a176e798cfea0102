"""What a number takes from the numbers beside it: the measure of its list or whole, the noun left out."""

from __future__ import annotations

import re
from typing import cast

from extract.drafts import (
    INCLUDING,
    OVER_PLACE,
    PEOPLE,
    WEAPONS,
    Draft,
    class_of,
    follows,
    introduced,
    same_sentence,
)
from extract.leftout import beside, gapped, is_part, of_another_subject, of_things, predicate, those_meant
from extract.model import SET_APART, Measure
from extract.nouns import counted_as, held_as, noun_class, plain_units, singular
from extract.nounwords import unit_noun
from extract.partbeside import among_next
from extract.triggers import Reading

_AMONG_THEM = re.compile(r"[^.;]{0,60}?\b(?:were|was|are|is)\s+among\s+(?:them|those)\s*[,.]", re.IGNORECASE)


_AMONG_THEM_WERE = re.compile(
    r"(?:(?:^|[.!?;]\s|\n)(?:among|of)\s+(?:them|those|these)(?:,)?\s+(?:were|are|was|is)|\bthey\s+included?)\s+(?:(?:an?|the|his|her|their|one)\s+[^.;:\d]{1,40}?(?:,|,?\s+and)\s+){0,3}(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)


#: What is said of a number in the next word, whatever its whole met.
_OWN_STATE = re.compile(r"\s+(?:killed|dead|wounded|injured|missing|detained|arrested|captured)\b", re.I)

#: What a relative clause may say of those harmed: "including three women who were sheltering there".
_ASIDE = frozenset({"displaced", "affected", "deployed", "evacuated"})


#: "Five were killed, two of them civilians hit by bullets, and 17 were wounded": the verb of the 17 alone.
_OTHERS = re.compile(
    r",\s+(?:and|while|but)\s+(?:(?:at\s+least|about|some|another)\s+)?(?:\d[\d,]*|[a-z]+)\s+(?:[a-z]+\s+)?(?:were|was|are|had\s+been)\s+$",
    re.IGNORECASE,
)


def _of_others(draft: Draft, reading: Reading) -> bool:
    """Is the verb that was read that of the next clause, which counts others?"""
    if reading.trigger is None:
        return False
    verb = draft.piece.start(reading.trigger.token)
    return _OTHERS.search(draft.piece.text, draft.end, max(draft.end, verb)) is not None


def by_whole(text: str, draft: Draft, before: list[Draft]) -> None:
    """A part says of itself what its whole does, and the whole of "15 of the 20 drones" only that it was sent."""
    found = draft.counted
    if found is None:
        return
    previous = before[-1] if before and before[-1].piece is draft.piece else None
    if previous is not None and previous.counted is not None and previous.counted.group == "number":
        if 0 <= draft.number.start - previous.number.end < 24:
            own = (draft.reading is not None and draft.reading.role in ("noun", "among")) or (
                draft.reading is not None
                and draft.reading.role == "object"
                and draft.reading.cost < 1
                and (draft.reading.trigger is not None and draft.reading.trigger.token.i > found.last.i)
                # "61 of 77 drones were downed": done to the 61; "15 of 20 drones launched at night" tells it of the 20.
                and draft.reading.trigger.token.dep_ in ("acl", "relcl", "amod")
            )
            if not own:
                freed = (
                    previous.measure == "released" and found.kind == "person"
                )  # "three of the 11 teachers"
                held = held_as().get(singular(found.noun.text)) if found.noun is not None else None
                held = held or ("abducted" if freed else None)
                draft.measure = cast(Measure, "launched" if found.kind == "air_weapon" else held or "other")
                draft.reading = (
                    Reading(draft.measure, 1.0, None, "whole") if draft.measure != "other" else None
                )
            return
    if (
        (match := _AMONG_THEM.match(text, draft.end)) is not None
        and draft.measure == "other"
        and found.kind == "person"
    ):
        told = [
            d
            for d in before
            if d.measure in PEOPLE and d.part_of is None and draft.paragraph - d.paragraph <= 1
        ]
        if told and "\n" not in match.group():
            draft.measure = told[-1].measure
            draft.reading = Reading(draft.measure, 1.0, None, "among")
        return
    if not introduced(text, draft):
        return
    if previous is not None and of_things(text, draft, previous):
        return
    if found.noun is None and _OWN_STATE.match(text, draft.number.end):
        return  # "37 casualties (12 killed and 25 injured)"
    reading, how = draft.reading, False
    if reading is not None and reading.trigger is not None and reading.role != "window":
        # "Five were killed, two of them civilians hit by bullets"
        how = reading.measure == "injured" and reading.trigger.phrase and reading.trigger.token.dep_ == "acl"
        aside = how or _of_others(draft, reading)
        aside = aside or (
            reading.measure in _ASIDE and reading.trigger.token.dep_ in ("relcl", "acl", "conj")
        )
        if reading.trigger.token.i > found.last.i and reading.cost < 1.3 and not aside:
            return
        if (
            reading.role == "object"
            and found.seat.dep_ == "dobj"
            and found.seat.head.i == reading.trigger.token.i
        ):
            return  # "freed one of them"
    elif reading is not None and reading.role == "noun":
        return
    wholes = [
        d for d in before if same_sentence(d, draft) and d.measure not in SET_APART and d.part_of is None
    ]
    if not wholes and _AMONG_THEM_WERE.search(text, max(0, draft.start - 110), draft.start):
        # "1,860 were killed. Among them were 994 children": what the sentence before counts.
        wholes = [
            d
            for d in before
            if d.measure in PEOPLE and d.part_of is None and draft.paragraph - d.paragraph <= 1
        ][-1:]
    fit = [
        d
        for d in wholes
        if found.kind == "elided"
        or d.counted is None
        or found.kind in ("unknown", d.counted.kind, class_of(d))
    ]
    if fit and (not how or fit[-1].measure == "killed"):
        draft.measure, draft.reading, draft.listed = fit[-1].measure, fit[-1].reading, True
        if found.noun is None:
            draft.unit = fit[-1].unit


_LIST_ITEM = re.compile(
    r"(?:[,;]|\band\b|,\s*and\b|;\s*and\b)\s*(?:(?:at\s+least|more\s+than|about|another|nearly|a\s+further)\s+)?$"
)


#: What is set off between two items of a list: "16 worshippers, most of them old men, and two boys".
_SET_OFF = re.compile(
    r"\([^)]*\)|,\s+(?:most|many|some|all|several|half)\s+of\s+(?:them|whom|those)\s+[^,;.]{1,40}(?=,)",
    re.IGNORECASE,
)
#: "Killed five, and 20 attackers were involved": what follows is told of those alone.
_OWN_VERB = re.compile(r"\s+(?:was|were|is|are|has|have|had)\b")
#: "…, compared with nine a year before": the same count of another time.
_COMPARED = re.compile(r"\b(?:compared\s+(?:with|to)|versus|(?:up|down)\s+from|against)\s+$", re.IGNORECASE)
_TO_PLACE = re.compile(r"\s+(?:to|for|into|by|on|towards?)\s+(?:the\s+)?[A-Z]")


def by_list(text: str, draft: Draft, before: list[Draft]) -> None:
    """An item of a list takes its head's measure: "20 drones, 36 cruise missiles", "26 over Belgorod, 10 over Bryansk"."""
    if not before:
        return
    head = before[-1]
    counted_here = draft.counted
    gap = text[head.end : draft.start]
    if head.piece is not draft.piece or counted_here is None or head.counted is None:
        return
    if head.sentence != draft.sentence and not gap.strip().endswith(":"):
        return
    reading = draft.reading
    weak = reading is None or reading.cost > 1.5 or reading.role == "window"
    if counted_here.kind == "elided" and weak and len(gap) < 80 and _COMPARED.search(gap):
        if head.measure not in SET_APART:
            draft.measure, draft.unit, draft.reading = head.measure, head.unit, head.reading
        return
    if counted_here.kind == "elided" and weak and head.measure not in SET_APART and gapped(text, draft, head):
        draft.measure, draft.unit, draft.reading, draft.listed = head.measure, head.unit, head.reading, True
        return
    if counted_here.kind == "elided":
        # Lists by region: no noun and no verb of its own.
        if (
            (
                OVER_PLACE.match(text, draft.number.end)
                or ((":" in gap or head.listed) and _TO_PLACE.match(text, draft.number.end))
            )
            and (weak or ":" in gap or (reading is not None and reading.measure == head.measure))
            and head.unit is not None
            and len(gap) < 120
        ):
            draft.measure, draft.unit, draft.reading, draft.listed = (
                head.measure,
                head.unit,
                head.reading,
                True,
            )
        return
    own_clause = gap.strip() in (", and", "; and", "and") and _OWN_VERB.match(text, draft.end) is not None
    if (
        weak
        and not own_clause
        and head.reading is not None
        and len(_SET_OFF.sub("", gap)) < 60
        and _LIST_ITEM.search(gap)
    ):
        between = _SET_OFF.sub("", gap)
        if re.search(r"\b(?:was|were|is|are|has|have|had|who|which|that|but|while)\b", between):
            return
        rule = head.reading.trigger.rule if head.reading.trigger is not None else None
        same = counted_here.kind == head.counted.kind or (
            rule is not None and counted_here.kind in rule.nouns
        )
        if (
            counted_here.kind == "equipment"
            and head.reading.role == "toll"
            and head.measure in ("killed", "casualties")
        ):
            # "Losses amounted to 340 troops, four trucks and two howitzers"
            draft.measure, draft.reading, draft.listed = "lost_equipment", head.reading, True
        elif counted_here.kind == "equipment" and head.measure == "shot_down":
            # "Shooting down 44 drones and six unmanned boats"
            draft.measure, draft.reading, draft.listed = "destroyed", head.reading, True
        elif (counted_here.kind == "equipment" and head.measure == "lost_equipment") or (
            same and head.measure not in SET_APART
        ):
            draft.measure, draft.reading, draft.listed = head.measure, head.reading, True


_OF_WHOM_LEFT = re.compile(r"\bof\s+whom\s+$", re.IGNORECASE)


#: What was done to others than those hurt in a clause of its own: "free 212 prisoners hours after shelling kills four".
_DONE_TO = frozenset({"released", "captured", "arrested", "abducted", "rescued", "evacuated"})
_ELSEWHERE = re.compile(r"\b(?:after|as|when|while|before|hours|days)\b", re.IGNORECASE)


def complete_unit(draft: Draft, before: list[Draft]) -> None:
    """The noun where it is left out: "17 were injured", "of which 106", "nine of them"."""
    found = draft.counted
    if found is None:
        return
    if found.noun is not None:
        if found.noun.text.casefold() == "others" or (
            found.noun.text.casefold() in plain_units() and found.group is None
        ):
            joined = [
                d
                for d in before
                if d.piece is draft.piece
                and d.sentence == draft.sentence
                and (
                    d.measure in PEOPLE
                    or (d.counted is not None and d.counted.kind == found.kind != "person")
                )
                and d.part_of is None
                and INCLUDING.search(d.piece.text, max(0, d.start - 40), d.start) is None
            ]
            if (
                found.noun.text.casefold() == "others"
                and joined
                and joined[-1].unit is not None
                and draft.start - joined[-1].end < 60
            ):
                draft.unit = joined[-1].unit
                return
        if found.noun.text.casefold() in plain_units() and (named := predicate(found)) is not None:
            draft.unit = named
            return
        draft.unit = plain_units().get(
            found.noun.lemma_.casefold(), plain_units().get(found.noun.text.casefold(), draft.unit)
        )
        return
    if (
        (
            found.group in ("which", "them")
            or _OF_WHOM_LEFT.search(draft.piece.text[max(0, draft.start - 12) : draft.start])
        )
        and draft.measure in PEOPLE
        and (named := predicate(found) or beside(found)) is not None
    ):
        draft.unit = named
        return
    if draft.unit is not None or draft.listed:
        return
    near = [d for d in before if draft.paragraph - d.paragraph <= 1 and d.unit is not None]
    same_sentence = [d for d in near if d.piece is draft.piece and d.sentence == draft.sentence]
    if draft.measure in PEOPLE:
        plain = [
            d
            for d in same_sentence
            if d.measure in PEOPLE and d.part_of is None and not is_part(draft.piece.text, d)
        ]
        afterwards = not plain and follows(draft, near)
        if afterwards:
            plain = near[-1:]
        if draft.reading is not None and draft.reading.role == "toll":
            plain = []  # a toll counts people, whoever was counted before it
        near_enough = (
            plain
            and (afterwards or draft.start - plain[-1].end < 60)
            and not (
                plain[-1].measure in _DONE_TO
                and _ELSEWHERE.search(draft.piece.text[plain[-1].end : draft.start])
            )
        )
        # Bodies are the dead: "six bodies were found, with the search going on for 15 more".
        bodies = draft.measure != "killed" and near_enough and _are_dead(plain[-1].unit)
        bodies = bodies or (near_enough and of_another_subject(plain[-1], draft))
        bodies = bodies or (near_enough and among_next(draft.piece.text, plain[-1], draft))
        draft.unit = plain[-1].unit if near_enough and not bodies else "people"
        told = [d for d in near if class_of(d) == "person" and draft.sentence[0] <= d.sentence[1]]
        if found.group == "them" and not near_enough and not told and (noun := those_meant(found)):
            draft.unit = noun.lower_
        held = near and draft.measure in ("captured", "abducted", "arrested") and found.group is None
        if held and draft.unit == "people" and unit_noun(near[-1].unit) in held_as():
            draft.unit = near[-1].unit  # "it would free ten hostages. It holds about 50"
        return
    if draft.reading is not None and draft.reading.role == "supply":
        users = [d for d in near if class_of(d) in ("household", "building", "person")]
        draft.unit = users[-1].unit if users else None
        return
    fit = [
        d
        for d in near
        # A unit of measurement is told beside its number, or not at all.
        if (d.measure == draft.measure and not d.measured)
        or (d.measure in WEAPONS and draft.measure in WEAPONS)
    ]
    if draft.reading is not None and draft.reading.trigger is not None:
        nouns = draft.reading.trigger.rule.nouns
        fit = fit or [d for d in near if d.counted is not None and d.counted.kind in nouns]
    if not fit and found.more:  # "six houses were razed and three more damaged"
        fit = [d for d in same_sentence if not d.measured][-1:]
    if fit:
        draft.unit = fit[-1].unit
    elif draft.measure in WEAPONS:
        # "Most of the projectiles were intercepted; four hit homes"
        shot = [
            t
            for t in found.first.sent
            if t.i < found.first.i and t.tag_ == "NNS" and noun_class(t) == "air_weapon"
        ]
        after = found.last.nbor(1).lower_ if found.last.i + 1 < len(found.last.doc) else ""
        does = found.seat.dep_ in ("nsubj", "nsubjpass") or after in ("hit", "struck", "fell", "landed")
        draft.unit = shot[-1].lower_ if shot and does else None
        if draft.unit is None and found.group == "them" and (noun := those_meant(found, "air_weapon")):
            draft.unit = noun.lower_  # "They came with drones. Four of them hit the hospital."


def _are_dead(unit: str | None) -> bool:
    return counted_as().get(singular((unit or "").split(" ")[-1])) == "killed"
