"""What a verb's own subject settles about its measure: men whom soldiers led off, drones that a raid destroyed, a town shelled nine times."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.nouns import Counted, counted_as, held_as, noun_class, singular
from extract.parties import attack_nouns, outlaws
from extract.relations import reached
from extract.triggers import Reading, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.model import Measure

#: Those who arrest where others abduct, as lemmas.
_STATES_MEN = frozenset(
    {
        "soldier", "troop", "police", "policeman", "officer", "force", "army", "navy", "gendarme", "commando", "patrol", "marine", "agent", "authority",
        "trooper", "military", "constable", "detective",
    }
)  # fmt: skip
#: What is done to a town many times over.
_DONE_OFTEN = frozenset(
    {"attack", "shell", "bomb", "bombard", "strike", "raid", "pound", "violate", "breach", "target", "assault", "ambush", "storm", "rocket", "mortar"}
)  # fmt: skip
#: What is attacked on the ground, and what is done there.
_ON_GROUND = frozenset(
    {"strike", "hit", "raid", "bomb", "conduct", "carry", "target", "storm", "pound", "search", "overrun", "shell", "attack", "bombard"}
)  # fmt: skip


def settled(counted: Counted, reading: Reading | None) -> Reading | None:
    """The reading, or what the verb's own subject or object makes of it."""
    if reading is None or reading.trigger is None:
        return (
            _rushed(counted, reading)
            or _troops_move(counted)
            or _grabbed(counted)
            or _moved_by_rescuers(counted, reading)
            or _weapons_deed(counted, reading)
            or _reached_by(counted, reading)
            or reading
        )
    if (
        reading.measure == "abducted"
        and reading.trigger.phrase
        and (_by_state(reading.trigger.token) or _into_custody(reading.trigger))
    ):
        return Reading("arrested", reading.cost, reading.trigger, reading.role)
    if reading.measure == "abducted" and _by_fighting(reading.trigger.token):
        return Reading("displaced", reading.cost, reading.trigger, reading.role)
    named = counted.noun is not None and singular(counted.noun.text) in held_as()
    if not named and reading.trigger.token.lemma_ == "hold" and (kept := _kept_in(reading)) is not None:
        return Reading(kept, reading.cost, reading.trigger, reading.role)
    if reading.measure == "deployed" and _are_hurt(counted):
        return Reading("injured", reading.cost, None, "noun")
    if reading.measure in ("evacuated", "rescued") and _by_outlaws(reading.trigger.token):
        return Reading("abducted", reading.cost, reading.trigger, reading.role)
    if reading.measure == "evacuated" and _from_captivity(reading.trigger.token):
        return Reading("released", reading.cost, reading.trigger, reading.role)
    if reading.measure == "evacuated" and _are_troops(counted) and reading.trigger.token.lemma_ in _POSTED:
        return Reading("deployed", reading.cost, reading.trigger, reading.role)
    if reading.measure == "displaced" and reading.trigger.token.lemma_ not in _RUNS and _troops_move(counted):
        return Reading("deployed", reading.cost, reading.trigger, reading.role)
    noun = counted.noun.lemma_.casefold() if counted.noun is not None else ""
    if reading.measure == "displaced" and held_as().get(noun) not in (None, "displaced"):
        return Reading(
            "released", reading.cost, reading.trigger, reading.role
        )  # prisoners who cross a bridge
    if reading.measure == "evacuated" and noun == "survivor":
        return Reading("rescued", reading.cost, reading.trigger, reading.role)
    if (
        reading.measure in ("captured", "arrested")
        and reading.trigger.token.lemma_ == "hold"
        and noun not in _STATES_MEN
    ):
        if _by_outlaws(reading.trigger.token):
            return Reading("abducted", reading.cost, reading.trigger, reading.role)
    if reading.measure == "deployed" and reading.trigger.token.lemma_ == "dispatch" and noun in outlaws():
        return Reading(
            "killed", reading.cost, reading.trigger, reading.role
        )  # "troops dispatched 18 bandits"
    if reading.measure == "deployed" and reading.trigger.token.lemma_ == "send" and _sent_on(reading):
        return None  # "three of the wounded were sent on to the capital"
    if reading.measure == "abducted" and _is_bomber(reading.trigger.token):
        return Reading(
            "killed", reading.cost, reading.trigger, reading.role
        )  # "the bomber took eight with him"
    if reading.measure == "destroyed" and reading.trigger.token.lemma_ == "explode" and noun in _EXPLOSIVES:
        return None  # a mine that goes off is no loss
    if reading.measure == "shot_down" and reading.trigger.token.lemma_ in _air_verbs():
        if _on_ground(reading.trigger.token):
            return Reading("destroyed", reading.cost, reading.trigger, reading.role)
    return reading


def many_times(counted: Counted) -> Reading | None:
    """ "Shelled the town nine times": each time is an attack."""
    noun = counted.noun
    if noun is None or noun.lower_ != "times" or counted.kind != "unknown":
        return None
    verb = noun.head.head if noun.head.pos_ in ("NOUN", "ADV") else noun.head
    under = [t.lemma_ for c in verb.children if c.lower_ == "under" for t in c.children]
    came = verb.lemma_ == "come" and not attack_nouns().isdisjoint(under)  # "came under fire nine times"
    if verb.pos_ == "VERB" and (came or verb.lemma_ in _DONE_OFTEN):
        return Reading("attacks", 0.1, None, "noun")
    return None


def of_a_place(trigger: Trigger, right: int) -> bool:
    """Is it a place that is told to be held or taken, not those counted before it: "an area held by rebels"?"""
    verb = trigger.token
    if trigger.rule.measure not in ("captured", "abducted", "arrested") or trigger.rule.role != "object":
        return False
    whose = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if verb.dep_ == "acl" and verb.head.i > right:
        whose = [verb.head]
    return any(noun_class(noun) in ("location", "building") or noun.ent_type_ == "GPE" for noun in whose)


@functools.cache
def _air_verbs() -> frozenset[str]:
    return frozenset(load("measures")["shot_down"]["object_air"].split())


def subject_of(verb: Token) -> Token | None:
    """Who does it: the subject, "by …", or the subject of the verb that it is joined to."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
            if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP"):
                return child
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
            return None
        if verb.dep_ not in ("conj", "advcl", "xcomp") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _by_state(verb: Token) -> bool:
    who = subject_of(verb)
    return who is not None and who.lemma_.casefold() in _STATES_MEN


def _are_hurt(counted: Counted) -> bool:
    """ "Sent nine wounded to the rear", "four wounded soldiers crossed the river": they are on no mission."""
    if counted.noun is not None and any(c.lower_ in ("wounded", "injured") for c in counted.noun.children):
        return True
    word = counted.noun or (counted.last.nbor(1) if counted.last.i + 1 < len(counted.last.doc) else None)
    return word is not None and counted_as().get(singular(word.text)) == "injured"


_GRABS = frozenset({"grab", "catch", "take", "lift", "keep", "carry", "pick", "seize", "corner", "hold"})


def _grabbed(counted: Counted) -> Reading | None:
    """ "Kidnappers grabbed five girls", "soldiers caught two infiltrators": by who laid hands on them."""
    if counted.kind != "person" or counted.noun is None:
        return None
    for verb, role, cost in reached(counted.seat):
        if role != "object" or cost > 0.8 or verb.lemma_ not in _GRABS:
            continue
        if any(child.dep_ == "dative" for child in verb.children):
            continue
        if _by_outlaws(verb):
            return Reading("abducted", cost, None, "object")
        if _by_state(verb) and verb.lemma_ in ("grab", "catch", "corner", "seize", "lift"):
            return Reading("arrested", cost, None, "object")
    return None


_FIGHTING = frozenset({"fighting", "violence", "war", "conflict", "unrest", "hostility", "flood", "fire"})


def _by_fighting(verb: Token) -> bool:
    """ "Shelling drove 5,000 villagers into the forest": nobody took them there."""
    who = subject_of(verb)
    return who is not None and who.lemma_.casefold() in attack_nouns() | _FIGHTING


def _kept_in(reading: Reading) -> Measure | None:
    """ "The camp holds 12,000 people", "the prison holds 400 men": by what holds them."""
    who = subject_of(reading.trigger.token) if reading.trigger is not None else None
    if who is None or reading.role != "object":
        return None
    lemma = who.lemma_.casefold()
    if lemma in ("prison", "jail", "gaol", "cell"):
        return "arrested"
    return "displaced" if lemma in ("camp", "shelter", "school", "church", "monastery") else None


def _into_custody(trigger: Trigger) -> bool:
    """ "Bundled into a police van": whose it is tells who took them."""
    words = trigger.token.doc[trigger.token.i : trigger.end]
    return any(token.lower_ in ("police", "army", "military", "gendarmerie") for token in words)


def _sent_on(reading: Reading) -> bool:
    """ "Sent on", "sent home", "sent back": no posting of troops."""
    verb = reading.trigger.token if reading.trigger is not None else None
    return verb is not None and any(child.lower_ in ("on", "home", "back", "off") for child in verb.children)


_EXPLOSIVES = frozenset({"mine", "landmine", "ied", "explosive", "device", "belt", "vest", "detonator"})


def _is_bomber(verb: Token) -> bool:
    who = subject_of(verb)
    return who is not None and who.lemma_.casefold() == "bomber"


def _rushed(counted: Counted, reading: Reading | None) -> Reading | None:
    """ "6,000 troops have been rushed to the border"."""
    if reading is not None or not _are_troops(counted):
        return None
    for verb, role, cost in reached(counted.seat):
        if (
            role == "object"
            and cost < 0.6
            and verb.lemma_ in _POSTED | {"rush", "fly", "ship", "ferry", "airlift"}
        ):
            return Reading("deployed", cost, None, "object")
    return None


#: How an army's men come somewhere, and what they come in; who runs from there is on no mission.
_MARCHES = frozenset(
    {
        "arrive", "enter", "advance", "march", "descend", "come", "move", "push", "cross", "roll", "pour", "land", "head", "reach", "occupy", "encamp",
        "camp", "patrol", "storm", "sweep", "surround", "besiege", "set", "drive", "approach", "fan", "take", "be", "number", "guard", "man",
    }
)  # fmt: skip
_RUNS = frozenset({"flee", "escape", "seek", "run", "scatter", "bolt", "leave", "abandon", "desert"})
_BODIES = frozenset(
    {
        "column", "force", "reinforcement", "contingent", "garrison", "detachment", "convoy", "expedition", "regiment", "battalion", "brigade", "company",
        "platoon", "squad", "unit", "patrol", "group", "deployment", "presence",
    }
)  # fmt: skip


def _troops_move(counted: Counted) -> Reading | None:
    """ "Sixty peacekeepers arrived", "a column of 120 troops entered the town", "reinforcements of 200 men"."""
    noun = counted.noun
    if noun is None or _are_hurt(counted):
        return None
    troops = _are_troops(counted)
    for verb, role, cost in reached(counted.seat):
        if role == "prep:of" and verb.lemma_.casefold() in _BODIES:
            if troops or (
                noun.lemma_ in ("man", "vehicle") and verb.lemma_.casefold() not in ("group", "convoy")
            ):
                return Reading("deployed", cost, None, "subject")
        if troops and role == "object" and verb.lemma_ == "number":
            return Reading("deployed", cost, None, "object")  # "troops numbering 400"
        if troops and role == "subject" and cost < 0.8 and verb.lemma_ in _MARCHES:
            if verb.lemma_ != "be" or any(child.lower_ == "on" for child in verb.children):
                return Reading("deployed", cost, None, "subject")
    return None


def _from_captivity(verb: Token) -> bool:
    """ "Brought home 230 soldiers from captivity": they had been held."""
    return any(t.lower_ in ("captivity", "swap", "exchange") for t in verb.subtree)


#: What an army does with its own men.
_POSTED = frozenset({"move", "send", "transfer", "shift", "bring", "relocate"})


def _are_troops(counted: Counted) -> bool:
    noun = counted.noun
    return noun is not None and noun.lemma_.casefold() in _TROOPS


_TROOPS = frozenset(
    {
        "soldier", "troop", "policeman", "serviceman", "commando", "marine", "paratrooper", "reinforcement", "peacekeeper", "gendarme", "guardsman",
        "mercenary", "conscript", "reservist", "trooper", "helmet", "legionnaire", "ranger", "infantryman",
    }
)  # fmt: skip


def _by_outlaws(verb: Token) -> bool:
    """ "Rebels took 30 villagers to their camp": no rescue."""
    who = subject_of(verb)
    return who is not None and who.lemma_.casefold() in outlaws()


def _on_ground(verb: Token) -> bool:
    """ "Struck the launch sites, destroying four drones", "the strikes destroyed four drones": nothing was in the air."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child.lemma_.casefold() in attack_nouns() and child.lemma_ not in ("fire", "operation")
    head = verb.head
    if verb.dep_ not in ("advcl", "conj") or head.lemma_ not in _ON_GROUND:
        return False
    things = " ".join(
        token.lower_ for child in head.children if child.dep_ in ("dobj", "prep") for token in child.subtree
    )
    return not any(word in things.split() for word in ("drones", "missiles", "rockets", "swarm", "uavs"))


#: Those who bring people out of harm's way, and how they do it.
_RESCUERS = frozenset(
    {
        "firefighter", "fireman", "rescuer", "paramedic", "medic", "lifeguard", "neighbour", "neighbor", "volunteer", "bystander", "crew", "team",
        "diver", "fisherman", "lifeboat", "ambulance", "brigade", "service", "passer-by",
    }
)  # fmt: skip
_BRINGS = frozenset(
    {
        "pull",
        "dig",
        "free",
        "bring",
        "carry",
        "lift",
        "drag",
        "take",
        "lead",
        "get",
        "help",
        "cut",
        "haul",
        "hoist",
        "lower",
        "extract",
    }
)


def _moved_by_rescuers(counted: Counted, reading: Reading | None) -> Reading | None:
    """ "Firefighters pulled seven residents from a stairwell": whatever they were pulled from."""
    if counted.kind not in ("person", "elided") or (reading is not None and reading.cost < 0.6):
        return None
    for verb, role, cost in reached(counted.seat):
        if role != "object" or verb.lemma_ not in _BRINGS or cost > 0.6:
            continue
        who = subject_of(verb)
        out = any(child.lower_ in ("from", "out", "off", "down") for child in verb.children)
        if out and who is not None and who.lemma_.casefold() in _RESCUERS:
            return Reading("rescued", cost, None, "object")
    return None


def _reached_by(counted: Counted, reading: Reading | None) -> Reading | None:
    """ "Drones reached two refineries"."""
    if counted.kind not in ("building", "location") or reading is not None:
        return None
    for verb, role, cost in reached(counted.seat):
        who = (
            subject_of(verb)
            if role == "object" and cost < 0.6 and verb.lemma_ in ("reach", "find", "meet")
            else None
        )
        if who is not None and noun_class(who) == "air_weapon":
            return Reading("locations_hit", cost, None, "object")
    return None


#: What bombs and drones do to what they meet.
_WEAPONS_DEEDS = frozenset(
    {
        "flatten", "destroy", "level", "demolish", "damage", "gut", "wreck", "set", "kill", "wound", "injure", "shatter", "cut", "sink", "cripple", "punch",
        "blow", "tear", "rip", "raze", "ignite", "obliterate", "bring", "shear", "sever", "collapse", "claim", "knock", "maim", "rock", "shake", "pound",
        "target", "scorch", "splinter", "dig", "gouge", "crater", "engulf", "light", "turn", "reduce", "bury", "trap", "cause", "spark", "leave", "find",
    }
)  # fmt: skip


def _weapons_deed(counted: Counted, reading: Reading | None) -> Reading | None:
    """ "Two guided bombs flattened a row of houses": what does harm has hit, whatever the verb."""
    if counted.kind != "air_weapon" or (reading is not None and reading.cost < 0.6):
        return None
    for verb, role, cost in reached(counted.seat):
        harms = verb.lemma_ in _WEAPONS_DEEDS and any(c.dep_ == "dobj" for c in verb.children)
        if role == "subject" and harms and cost < 0.8:
            return Reading("hit", cost, None, "subject")
    return None
