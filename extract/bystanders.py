"""Those who are named beside a deed and did not do it: who says so in the middle of it, who comes for the hurt and the dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.agentsides import agent_side, attacker_beside
from extract.mendeeds import men_as_told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.nouns import Counted

#: Verbs above a deed that only tell of it.
TELLS = frozenset(
    {"say", "tell", "report", "add", "state", "announce", "write", "inform", "explain", "declare", "disclose", "specify"}
)  # fmt: skip
#: The hurt and the dead, and what those do with them who come afterwards.
_TENDED = frozenset(
    {"wounded", "injured", "bodies", "corpses", "casualties", "patients", "dead", "remains", "victims"}
)
_TENDS = frozenset(
    {"evacuate", "treat", "receive", "admit", "rush", "take", "bring", "carry", "fly", "airlift", "transfer", "transport", "find", "recover", "retrieve",
     "discover", "bury", "collect", "count", "see", "pull", "exhume", "unearth", "pick", "hospitalize", "hospitalise", "operate", "identify"}
)  # fmt: skip


#: Verbs of what somebody counts or is told of, and the counts themselves.
_COUNTS = frozenset({"put", "place", "give", "set", "raise", "revise", "bring", "lower", "update"})
_TALLIES = frozenset({"number", "toll", "count", "figure", "total", "tally"})
#: What befalls the subject's own men.
LOSES = frozenset({"lose", "suffer", "sustain", "mourn"})


def tells_count(verb: Token) -> bool:
    """ "Put them at 11", "put the number of those killed at four": is it said how many they are?"""
    if verb.lemma_ not in _COUNTS:
        return False
    if verb.lemma_ == "put" and any(c.dep_ == "prep" and c.lower_ == "at" for c in verb.children):
        return True
    return any(c.dep_ == "dobj" and c.lemma_ in _TALLIES for c in verb.children)


def tends(verb: Token, counted: Counted) -> bool:
    """ "Peacekeepers evacuated 19 wounded", "soldiers found 12 bodies": does the verb tell who came for those counted?"""
    if verb.lemma_ not in _TENDS:
        return False
    words = verb.doc[max(0, counted.first.i - 4) : counted.last.i + 2]
    return any(word.lower_ in _TENDED for word in words)


def behind_cue(trigger: Token) -> bool:
    """Is it a participle that the parse hangs on who says so: "…, residents said, killing 21 and wounding nine"?"""
    while trigger.dep_ == "conj" and trigger.head.tag_ == "VBG":
        trigger = trigger.head
    return trigger.tag_ == "VBG" and trigger.dep_ == "advcl" and trigger.head.lemma_ in TELLS


def told_first(cue: Token) -> str | None:
    """ "Gunmen raided the village, residents said, killing 21": the gunmen, of the clause before who says so."""
    deed = next((c for c in cue.children if c.dep_ == "ccomp" and c.i < cue.i), None)
    if deed is None:
        return None
    return agent_side(deed) or attacker_beside(deed) or men_as_told(deed)
