"""Men whom no list names as those who did it: "hooded men shot dead five"; and verbs whose subject is the one harmed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.nounwords import noun_class
from extract.settled import subject_of
from extract.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What men do to others with their own hands.
MENS_DEEDS = frozenset(
    {"killed", "injured", "casualties", "abducted", "destroyed", "damaged", "captured", "lost_equipment"}
)
_VERBS = frozenset(
    {
        "kill", "shoot", "wound", "injure", "murder", "execute", "massacre", "slaughter", "behead", "lynch", "stab", "hack", "beat", "burn", "torch",
        "raze", "loot", "ransack", "abduct", "kidnap", "seize", "snatch", "take", "capture", "ambush", "attack", "gun", "destroy", "demolish", "set",
        "blow", "bomb", "steal", "rob", "storm", "vandalise", "vandalize", "pick", "whisk", "march", "herd", "drag",
    }
)  # fmt: skip
#: Crowds that no list of persons holds.
_CROWDS = frozenset({"mob", "crowd", "vigilante", "gunman", "gang"})
#: Of these it is told what befell them, or nothing.
_ANYBODY = frozenset(
    {"people", "others", "person", "victims", "civilians", "dead", "wounded", "injured", "rescuers"}
)
#: Words beside them that say only that they are not known.
_NOT_SAID = frozenset(
    {"suspected", "unknown", "unidentified", "alleged", "several", "some", "other", "many", "dozens", "armed"}
)
#: What befalls the subject itself.
_BEFALLS = frozenset({"killed", "injured", "missing"})


def men_as_told(verb: Token) -> str | None:
    """The men, as printed, who are the active subject of a deed of hands ("hooded men", "a mob"); None of others."""
    beside = list(verb.children)
    if verb.lemma_ not in _VERBS or any(c.dep_ in ("auxpass", "nsubjpass") for c in beside):
        return None
    if verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in beside):
        return None  # "six others injured"
    who = subject_of(verb)
    return men_of(who) if who is not None else None


def whose_clause(verb: Token) -> Token | None:
    """ "Bandits who had kidnapped 21": the people of whom a relative clause tells what they did."""
    if verb.dep_ != "relcl" or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return None
    who = any(c.dep_ == "nsubj" and c.lower_ in ("who", "that", "which") for c in verb.children)
    noun = verb.head
    people = noun_class(noun) == "person" or noun.lemma_.casefold() in _CROWDS
    return noun if who and people and not suffers(verb) else None


def men_of(who: Token) -> str | None:
    """The men as printed ("hooded men"), where the noun is that of people who may have done it."""
    if who.pos_ != "NOUN" or suffers(who.head) or who.lower_ in _ANYBODY:
        return None
    if any(c.dep_ == "nummod" for c in who.children):
        return None  # counted themselves
    if noun_class(who) != "person" and who.lemma_.casefold() not in _CROWDS:
        return None
    told = [
        c.lower_
        for c in who.children
        if c.dep_ in ("amod", "compound") and c.i < who.i and c.lower_ not in _NOT_SAID
    ]
    return " ".join([*told, who.lower_])


@functools.cache
def _dying() -> frozenset[str]:
    listed = load("measures")
    return frozenset(str(listed["killed"]["subject"]).split()) - {"drown"}


def _done_to_it(verb: Token) -> bool:
    """ "Seven soldiers martyred in attack": a passive as headlines print it, without its auxiliary."""
    if verb.lemma_ not in ("kill", "martyr", "wound", "injure", "hurt") or verb.tag_ not in ("VBN", "VBD"):
        return False
    return not any(
        c.dep_ in ("dobj", "agent", "auxpass") for each in (verb, *verb.conjuncts) for c in each.children
    )


#: What men go into who are attacked, and what their car goes over.
_TRAPS = frozenset(
    {
        "ambush",
        "trap",
        "attack",
        "fire",
        "gunfire",
        "crossfire",
        "shelling",
        "minefield",
        "bombardment",
        "hail",
    }
)
_LAID = frozenset({"mine", "landmine", "bomb", "device", "explosive", "ied", "tripwire", "charge"})
_GOES = frozenset({"fall", "run", "walk", "drive", "come", "stumble", "ride", "go", "step", "tread", "roll"})
_TOUCHES = frozenset({"hit", "strike", "trigger", "detonate"})


def _into_harm(verb: Token) -> bool:
    """ "Fell into an ambush", "came under fire", "ran over a mine", "struck a roadside bomb"."""
    if verb.lemma_ in _TOUCHES:
        return any(c.dep_ == "dobj" and c.lemma_.casefold() in _LAID for c in verb.children)
    if verb.lemma_ not in _GOES:
        return False
    under = [c for c in verb.children if c.lower_ in ("into", "under", "over", "on", "onto")]
    return any(n.lemma_.casefold() in _TRAPS | _LAID for c in under for n in c.children)


def suffers(verb: Token) -> bool:
    """Does the verb tell what befell its own subject: died, embraced martyrdom, came away with burns?"""
    if verb.lemma_ in _dying() or _done_to_it(verb) or _into_harm(verb):
        return True
    return any(
        trigger.token.i == verb.i
        and trigger.phrase
        and trigger.rule.role == "subject"
        and trigger.rule.measure in _BEFALLS
        for trigger in triggers(verb.doc)
    )
