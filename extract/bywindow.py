"""The measure of a number by the words near it in its sentence, where the parse tells nothing: the least sure way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.nouns import Counted, crowd_verbs
from extract.relations import after_which, has_object, is_passive
from extract.settled import of_a_place
from extract.triggers import Reading, Trigger, takes

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The cost at which such evidence begins to be believed.
BY_WINDOW = 3.0


def _is_perfect(verb: Token) -> bool:
    """ "have moved out": a perfect of the active, whose form is the passive's."""
    return not is_passive(verb) and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def acts(counted: Counted) -> bool:
    """Is a number without its noun the subject of a verb in the active: "five missed their targets"?"""
    seat = counted.seat
    if counted.noun is not None or seat.dep_ != "nsubj" or seat.i > seat.head.i:
        return False
    verb = seat.head
    return in_crowd(counted) or (
        verb.pos_ == "VERB" and not is_passive(verb) and (verb.tag_ != "VBN" or has_object(verb))
    )


def in_crowd(counted: Counted) -> bool:
    """ "Thousands marched": only people do that."""
    seat = counted.seat
    return counted.noun is None and seat.dep_ == "nsubj" and seat.head.lemma_.casefold() in crowd_verbs()


_DONE_OVER = frozenset({"destroyed", "damaged"})


def _is_where(counted: Counted) -> bool:
    """ "Destroyed 97 drones over seven regions": the regions are where it happened, and stand."""
    before = counted.first.nbor(-1).lower_ if counted.first.i else ""
    return before in ("over", "across", "above", "in", "near", "from", "between", "through")


def by_window(counted: Counted, found: list[Trigger], recent: frozenset[str]) -> Reading | None:
    """The nearest trigger of the sentence that fits, where the parse gave none: the least sure way."""
    best: Reading | None = None
    doc = counted.first.doc
    sent = counted.first.sent
    opening = [t.lower_ for t in doc[sent.start : counted.first.i]]
    if acts(counted) or opening in (["of", "the"], ["out", "of", "the"]):
        return None  # "Of the 12 rockets, nine were intercepted": that is told of the nine
    # "Killed five, and 20 attackers were involved": the noun has a verb of its own.
    verb_of_own = (
        counted.noun is not None and counted.seat.dep_ == "nsubjpass" and counted.seat.head.dep_ == "conj"
    )
    who = after_which(counted.seat)
    own_clause = verb_of_own and doc[counted.first.i - 1].lower_ == "and" and counted.first.i > sent.start
    anchor_left, anchor_right = counted.first.i, (counted.noun or counted.last).i
    for trigger in found:
        i = trigger.token.i
        if not sent.start <= i < sent.end or trigger.rule.role in ("with", "to"):
            continue
        if (
            not takes(trigger.rule, counted, counted.kind, recent)
            or counted.kind == "unknown"
            or trigger.rule.role in ("small", "large")
        ):
            continue
        if counted.kind == "location" and trigger.rule.measure in _DONE_OVER and _is_where(counted):
            continue
        if i > anchor_right:
            between = doc[anchor_right + 1 : i]
            if any(c.dep_ == "neg" for c in trigger.token.children):
                continue
            if any(t.lower_ == "whom" for t in between):
                continue  # "people, of whom a third live in tents"
            verb = trigger.token.head if trigger.token.dep_ in ("aux", "auxpass") else trigger.token
            own = trigger.rule.role == "object" or (trigger.rule.role == "subject" and verb.tag_ != "VBG")
            if own and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > anchor_right for c in verb.children):
                continue  # a verb with a subject of its own
            if who and trigger.rule.role == "object" and not is_passive(verb):
                continue
            if of_a_place(trigger, anchor_right):
                continue  # "home to three million people, is an area held by rebels"
            passive = (
                trigger.token.tag_ == "VBN"
                and not has_object(trigger.token)
                and not _is_perfect(trigger.token)
            )
            if trigger.rule.role == "object" and not passive:
                continue
            if trigger.rule.role == "subject" and passive and not any(t.lemma_ == "have" for t in between):
                continue
        else:
            between = doc[i + 1 : anchor_left]
            if trigger.rule.role == "subject" or own_clause:
                continue
            if trigger.rule.role == "object" and trigger.token.tag_ == "VBN" and is_passive(trigger.token):
                continue
        cost = BY_WINDOW + 0.12 * len(between)
        cost += 1.0 * sum(
            1
            for t in between
            if t.text in (";", ":", "—", "–") or (t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.lemma_ != "be")
        )
        cost += 0.4 * sum(1 for t in between if t.text == "," or t.text.casefold() in ("and", "but", "while"))
        phrased = (
            best is not None and cost == best.cost and trigger.phrase
        )  # "holding 350 passengers hostage"
        if cost < BY_WINDOW + 2.2 and (best is None or cost < best.cost or phrased):
            best = Reading(trigger.rule.measure, cost, trigger, "window")
    return best
