"""What happened to what is counted: the verb or noun that says so, found on the parse.

Each word list of `lexicon/measures.toml` gives triggers with the side of the verb
on which the counted noun stands. Every number takes the nearest trigger that fits
both its place in the sentence and the class of its noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extract.bywindow import BY_WINDOW, by_window
from extract.done import second_done
from extract.inverted import told_before
from extract.letgo import let_go
from extract.model import Measure
from extract.nominals import BY_NOMINAL, by_nominal
from extract.nouns import Counted, counted_as, held_as, singular
from extract.onmove import on_the_move
from extract.relations import reached
from extract.settled import many_times, settled
from extract.tellings import (
    STATES,
    among,
    among_before,
    behind,
    bodies_of,
    by_head,
    by_supply,
    either,
    sought,
    without_it,
)
from extract.triggers import Reading, Trigger, fits, lemma_rules, takes, triggers, verb_of
from extract.undone import undone

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece


#: Costs at which the next kind of evidence is believed.
BY_NOUN = 1.6
_BY_HELD = 1.7


def read_measure(piece: Piece, counted: Counted, recent: frozenset[str]) -> Reading | None:
    """The measure of a number, or None where nothing says what happened.

    `recent` are the classes of nouns counted shortly before, which a number
    without a noun of its own may count again.
    """
    return (
        many_times(counted)
        or undone(piece, counted)
        or let_go(piece.text, counted, settled(counted, _read(piece, counted, recent)))
    )


def _read(piece: Piece, counted: Counted, recent: frozenset[str]) -> Reading | None:
    doc = piece.doc
    found = triggers(doc)
    at: dict[int, list[Trigger]] = {}
    for trigger in found:
        at.setdefault(trigger.token.i, []).append(trigger)
    best: Reading | None = None
    seats = [counted.seat]
    if counted.noun is not None and counted.noun.i != counted.seat.i:
        seats.append(counted.noun)
    for seat in seats:
        for verb, role, cost in reached(seat):
            if abs(verb.i - counted.first.i) > 60 or any(c.dep_ == "neg" for c in verb.children):
                continue
            for trigger in at.get(verb.i, ()):
                if fits(trigger.rule, role, counted.number.value) and takes(
                    trigger.rule, counted, counted.kind, recent
                ):
                    if counted.kind == "unknown" and "unknown" not in trigger.rule.nouns and cost > 1.0:
                        continue
                    total = cost + 0.01 * abs(verb.i - counted.first.i)
                    # "64 drones were intercepted. Twenty-nine were eliminated over the coast": no men
                    men = counted.kind == "elided" and "person" in trigger.rule.nouns
                    total += 0.1 * (men and "air_weapon" in recent and "person" not in recent)
                    total += 0.8 * (trigger.token.lemma_ == "leave")  # what they were left as is nearer
                    total -= 0.05 * (trigger.end - trigger.token.i > 1)  # a longer phrase says more
                    total -= 0.03 * trigger.phrase
                    # "shot down three drones and one missile fired by the rebels": whose they were
                    total += 0.5 * (trigger.rule.measure == "launched" and verb.dep_ == "acl")
                    # "Nine killed in the town, 12 injured": the participle at the number itself
                    own_word = counted.noun is None and verb.i == counted.last.i + 1 and verb.tag_ == "VBN"
                    total -= 2.0 * (own_word and verb.dep_ == "acl")
                    if best is None or total < best.cost:
                        best = Reading(trigger.rule.measure, total, trigger, role)
    beside = _right_beside(counted, found)
    if beside is not None and (best is None or beside.cost < best.cost):
        best = beside
    own = by_noun(counted)
    elliptic = second_done(piece, counted)
    if elliptic is not None and (best is None or best.cost > 0.5):
        best = elliptic
    looked_for = (
        bodies_of(piece, counted)
        or sought(piece, counted)
        or without_it(piece, counted)
        or either(piece, counted)
    )
    if looked_for is not None:
        return looked_for
    if own is not None and own.measure == "arrested" and best is not None and best.measure == "released":
        own = None  # "swapped 12 soldiers for 90 detainees"
    if own is not None and own.measure in ("injured", "casualties") and counted.group == "the":
        if best is not None and best.measure == "killed" and best.cost < 1.0:
            own = None  # "two of the injured have since died"
    if own is not None and counted.noun is not None and singular(counted.noun.text) in _BODIES:
        return own  # whatever was done with them, they are the dead
    state = behind(piece, counted)
    if state is not None and (best is None or state.cost < best.cost or best.measure in _OPPOSITE):
        best = state
    told = among(piece, counted)  # whatever is told of others behind it
    one_of = told or among_before(piece, counted)
    if one_of is not None and (best is None or told is not None or one_of.cost < best.cost):
        best = one_of
    if own is not None and (best is None or own.cost < best.cost):
        best = own
    turned = told_before(piece, counted, found) if best is None or best.cost > 0.6 else None
    best = turned or best
    if best is None or best.cost > 1.0:
        best = _by_headline(counted) or best
    if best is None or best.cost > 0.6:
        best = _by_plain_verb(counted) or best
    sent = best is not None and best.measure == "launched" and best.role != "nominal"
    if best is None or best.cost > BY_NOMINAL or best.measure == "affected" or sent:
        other = by_nominal(counted) or by_supply(counted)
        # "The interception of six drones that the rebels had launched"
        if other is not None and (not sent or other.measure == "shot_down"):
            best = other
    if best is None or best.cost > 0.6 or best.measure == "affected":
        best = on_the_move(counted) or best
    if best is None or best.cost > BY_NOUN:
        other = by_head(piece, counted)
        if other is not None and (best is None or other.cost < best.cost):
            best = other
    if (best is None or best.cost > _BY_HELD) and counted.noun is not None and counted.group != "number":
        held = held_as().get(singular(counted.noun.text))
        if held is not None:
            best = Reading(cast(Measure, held), _BY_HELD, None, "noun")
    if best is None or best.cost > BY_WINDOW:
        other = by_window(counted, found, recent)
        if other is not None and (best is None or other.cost < best.cost):
            best = other
    return best


def _right_beside(counted: Counted, found: list[Trigger]) -> Reading | None:
    """ "4,000 homes without electricity and 300 blocks without heating": what follows each noun is its own."""
    after = (counted.noun or counted.last).i + 1
    for trigger in found:
        if trigger.token.i == after and trigger.phrase and trigger.token.lower_ == "without":
            # A phrase of that word alone looks for what the next noun lacks.
            if trigger.end > after + 1 and takes(trigger.rule, counted, counted.kind):
                return Reading(trigger.rule.measure, 0.0, trigger, "subject")
    return None


def _by_headline(counted: Counted) -> Reading | None:
    """ "Raid Kills Dozens", "12 Villagers Abducted": capitals throughout hide the verb from the parse."""
    doc = counted.first.doc
    words = [t for t in counted.first.sent if t.is_alpha and len(t) > 3]
    if len(words) < 3 or sum(t.text[0].isupper() for t in words) <= 0.7 * len(words):
        return None
    lemmas, _ = lemma_rules()
    start = doc[counted.first.i]
    at = start.i - 1
    while at >= start.sent.start and doc[at].lower_ in _BOUND_WORDS:
        at -= 1
    end = (counted.noun or counted.last).i + 1
    if at >= start.sent.start:
        low = doc[at].lower_
        for lemma in (low, low.removesuffix("s"), low.removesuffix("es"), verb_of(low, lemmas)):
            for rule in lemmas.get(lemma, ()):
                if rule.role == "object" and takes(rule, counted, counted.kind):
                    return Reading(rule.measure, 1.0, None, "headline")
    while end < counted.first.sent.end and doc[end].lower_ in (
        "were",
        "are",
        "reported",
        "feared",
        "others",
        "more",
    ):
        end += 1
    if end < counted.first.sent.end and doc[end].lower_.endswith(("ed", "en", "wn")):
        for rule in lemmas.get(verb_of(doc[end].lower_, lemmas), ()):
            if rule.role == "object" and takes(rule, counted, counted.kind):
                return Reading(rule.measure, 1.0, None, "headline")
    return None


def _by_plain_verb(counted: Counted) -> Reading | None:
    """ "Blast kills 32, wounds dozens": a verb right before the number that the model took for a noun."""
    at = counted.first.i - 1
    if at < counted.first.sent.start:
        return None
    before = counted.first.nbor(-1)
    if before.lower_ == "down" and counted.kind == "air_weapon":
        return Reading("shot_down", 0.6, None, "headline")  # "Air defences down 44 drones"
    joined = at > counted.first.sent.start and before.nbor(-1).lower_ in (",", "and")  # "kill 16, maim 40"
    if not (before.tag_ in ("NNS", "NNPS") or (joined and before.tag_ in ("NN", "JJ"))):
        return None
    if counted.kind not in ("elided", "person"):
        return None
    lemmas, _ = lemma_rules()
    for rule in lemmas.get(before.lower_.removesuffix("s"), ()):
        if rule.role == "object" and "person" in rule.nouns and "named" not in rule.nouns:
            return Reading(rule.measure, 0.6, None, "headline")
    return None


_BOUND_WORDS = frozenset(
    [
        "at",
        "least",
        "more",
        "than",
        "nearly",
        "about",
        "over",
        "some",
        "up",
        "to",
        "around",
        "almost",
        "another",
    ]
)


_PASSED_OVER = frozenset(
    {
        "more",
        "others",
        "other",
        "additional",
        "as",
        "were",
        "are",
        "was",
        "remain",
        "remains",
        "remained",
        "still",
    }
)


def by_noun(counted: Counted) -> Reading | None:
    """ "three deaths", "17 wounded": the noun says it by itself."""
    if counted.noun is not None:
        word = singular(counted.noun.text)
        measure = counted_as().get(word)
        if measure is not None:
            # "Recorded 27 hits": whatever is done with them, they are what got through.
            cost = {"attacks": 0.9, "hit": -0.1}.get(measure, 0.05)
            return Reading(cast(Measure, measure), cost, None, "noun")
        # "22 injured people", "nine dead soldiers"
        state = _after(counted.noun)
        if counted.kind == "person" and state in counted_as() and state in STATES:
            return Reading(cast(Measure, counted_as()[state]), 0.15, None, "noun")
        for passed in counted.words:
            if passed in ("dead", "wounded", "injured", "missing", "displaced"):
                return Reading(cast(Measure, counted_as()[passed]), 0.2, None, "noun")
        return None
    after = counted.last.nbor(1) if counted.last.i + 1 < len(counted.last.doc) else None
    if (
        after is not None
        and after.lower_ == "of"
        and after.i + 2 < len(after.doc)
        and counted.group in ("them", "which")
    ):
        after = after.nbor(2)  # "61 people, two of them dead"
        after = after if after.lower_ in STATES else None
    while after is not None and after.text.casefold() in _PASSED_OVER and after.i + 1 < len(after.doc):
        after = after.nbor(1)
    if after is not None and (measure := counted_as().get(after.text.casefold())) is not None:
        return Reading(cast(Measure, measure), 0.25, None, "noun")
    if after is not None and after.pos_ == "NOUN" and after.lower_ in ("die", "perish", "drown", "succumb"):
        return Reading("killed", 0.25, None, "noun")  # "Two more die", the verb taken for a noun
    return None


def _after(noun: Token) -> str:
    if noun.i + 1 >= len(noun.doc):
        return ""
    nearest = noun.nbor(1)
    if (
        nearest.text.casefold() in STATES
        and noun.i + 3 < len(noun.doc)
        and nearest.nbor(1).text.casefold() in ("or", "and/or")
    ):
        return ""  # "killed or wounded" is one measure
    return str(nearest.text.casefold())


#: What those are not who are "left with injuries" or "are missing", whatever verb the parse reaches.
_OPPOSITE = frozenset({"killed", "rescued", "released"})
#: Nouns for the dead themselves: pulled from rubble, counted or handed over, they stay the dead.
_BODIES = frozenset({"body", "corpse", "dead", "death", "fatality", "remains", "cadaver", "martyr"})
