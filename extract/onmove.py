"""People on the move: "60 families have left the village", "2,300 people have reached the city from the hamlets around"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.nounwords import noun_class
from extract.relations import has_have, is_passive, reached
from extract.triggers import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.nouns import Counted

#: Those who live somewhere, and leave it for fear; soldiers, miners and delegates come and go.
_DWELLERS = frozenset(
    {
        "people", "person", "resident", "inhabitant", "villager", "civilian", "woman", "child", "family", "household", "townspeople", "local", "islander",
        "man", "girl", "boy", "citizen", "farmer", "herder", "fisherman", "soul", "dweller", "townsperson", "other", "student", "pupil", "elder", "mother",
    }
)  # fmt: skip
_LEAVES = frozenset({"leave", "quit", "abandon", "desert", "vacate", "depart", "escape", "evacuate"})
_COMES = frozenset(
    {"reach", "arrive", "enter", "come", "cross", "stream", "pour", "flood", "trickle", "trek", "walk", "head", "spill", "move", "descend", "converge", "settle", "make"}
)  # fmt: skip
_ARRIVES = frozenset({"arrive", "reach", "cross", "stream", "pour", "flood"})
#: Those who come anywhere only when they must.
_NO_TRAVELLERS = frozenset(
    {
        "resident",
        "inhabitant",
        "villager",
        "civilian",
        "family",
        "household",
        "townspeople",
        "farmer",
        "herder",
    }
)
#: Below this they may be travellers.
_MANY = 20
#: So many who "have left" a name have left a place, whatever the name is taken for.
_CROWD = 100


def on_the_move(counted: Counted) -> Reading | None:
    """Those who leave the place where they live, or come to another from it."""
    household = counted.kind == "household"
    if not household and not (counted.kind == "person" and counted.number.value >= _MANY):
        return None
    if counted.noun is None or counted.noun.lemma_.casefold() not in _DWELLERS:
        return None
    for verb, role, cost in reached(counted.seat):
        if role != "subject" or cost > 0.8 or is_passive(verb):
            continue
        many = household or (counted.number.value >= _CROWD and has_have(verb))
        if verb.lemma_ in _LEAVES and (_place_left(verb, many) or (household and _perfect(verb))):
            return Reading("displaced", cost + 0.3, None, "subject")
        if (
            verb.lemma_ in _ARRIVES
            and (household or counted.number.value >= _CROWD)
            and has_have(verb)
            and counted.noun.lemma_ in _NO_TRAVELLERS
        ):
            return Reading(
                "displaced", cost + 0.3, None, "subject"
            )  # "6,000 residents have since arrived in the city"
        if verb.lemma_ in _COMES and _has(verb, "from") and (household or counted.number.value >= 2 * _MANY):
            return Reading("displaced", cost + 0.3, None, "subject")
        if verb.lemma_ == "be" and _on_move(verb):
            return Reading("displaced", cost + 0.3, None, "subject")
    return None


def _place_left(verb: Token, many: bool) -> bool:
    """Is what they leave a place: a name, "it", "the hamlet"?"""
    for child in verb.children:
        if many and child.dep_ == "xcomp" and child.text[0].isupper():
            return True  # a name that the parse takes for a verb: "left Tell Warda"
        if child.dep_ == "dobj" or (child.dep_ == "prep" and child.lower_ == "from"):
            inner = (
                child if child.dep_ == "dobj" else next((c for c in child.children if c.dep_ == "pobj"), None)
            )
            if inner is None:
                continue
            if inner.lower_ in ("it", "there", "home") or noun_class(inner) in ("location", "building"):
                return True
            if inner.pos_ == "PROPN" and (many or inner.ent_type_ not in ("PERSON", "ORG", "NORP", "DATE")):
                return True
    return False


def _perfect(verb: Token) -> bool:
    """ "Have left", with nothing that they leave to others."""
    left = any(child.dep_ in ("dobj", "dative") for child in verb.children)
    first = verb.head if verb.dep_ == "conj" else verb
    return not left and any(child.dep_ == "aux" and child.lemma_ == "have" for child in first.children)


def _has(verb: Token, word: str) -> bool:
    """Does the preposition stand with the verb, or with the place that is its object?"""
    beside = [
        *verb.children,
        *(c for child in verb.children if child.dep_ in ("dobj", "prep", "pobj") for c in child.children),
    ]
    beside += [c for child in beside if child.dep_ == "pobj" for c in child.children]
    return any(child.lower_ == word and child.dep_ == "prep" for child in beside)


def _on_move(verb: Token) -> bool:
    """ "Are on the move", "on the road", "on the run"."""
    return any(
        noun.lower_ in ("move", "road", "roads", "run")
        for child in verb.children
        if child.lower_ == "on"
        for noun in child.children
    )
