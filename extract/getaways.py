"""What got away: captives who escaped, and weapons that were "lost" on their way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.drafts import WEAPONS, Draft
from extract.nouns import Counted, held_as, singular
from extract.nounwords import unit_noun
from extract.relations import is_passive, reached
from extract.triggers import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.model import Measure

_ESCAPES = frozenset({"escape", "flee", "abscond"})
_HELD: frozenset[Measure] = frozenset({"abducted", "captured", "arrested"})
#: How far above a number those held may have been counted, in paragraphs.
_BACK = 4


_COMES = frozenset({"come", "return", "reach", "arrive", "get", "make", "walk"})
_HOME = frozenset({"home", "back"})


#: "Slipped away during the march", "ran off": who gets away, by the verb and its particle.
_AWAY = frozenset({"slip", "run", "break", "get", "sneak", "crawl", "wriggle"})
_OFF = frozenset({"away", "off", "free"})


def _is_escape(verb: Token) -> bool:
    particles = {c.lower_ for c in verb.children}
    if verb.lemma_ in _ESCAPES or (verb.lemma_ in _COMES and particles & _HOME):
        return True
    return verb.lemma_ in _AWAY and bool(particles & _OFF)


def _escapes(found: Counted) -> bool:
    return any(
        _is_escape(verb) and role == "subject" and cost < 1.5 for verb, role, cost in reached(found.seat)
    )


def escaped(draft: Draft, before: list[Draft]) -> None:
    """ "Nine of the 87 escaped", "at least 60 inmates escaped": who was held and is held no more is free."""
    found = draft.counted
    if found is None or draft.measure not in ("other", "displaced", *_HELD) or not _escapes(found):
        return
    if found.noun is not None and singular(found.noun.text) in held_as():
        draft.measure, draft.reading = "released", Reading("released", 0.5, None, "noun")
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > _BACK:
            return
        if found.noun is not None and found.noun.lower_ not in ("others", "people", "captives"):
            if found.group != "the" or unit_noun(other.unit) != singular(found.noun.text):
                continue  # "three of the farmers came home": of the farmers who were taken
        if other.measure in _HELD and other.part_of is None and other.number.value > draft.number.value:
            draft.measure, draft.unit, draft.part_of = "released", other.unit, other
            draft.reading = Reading("released", 0.5, None, "noun")
            return


_STILL_HELD = re.compile(
    r"\s+(?:of\s+(?:them|those|whom)\s+)?(?:are|is|were|was|remain(?:s|ed)?|(?:have|has)\s+been)\s+(?:(?:still|now|being|yet|reportedly)\s+)*"
    r"(?:held|kept|detained|captive|in\s+(?:captivity|custody|detention|captive\s+hands|the\s+hands\s+of)|behind\s+bars)\b",
    re.IGNORECASE,
)


def still_held(draft: Draft, before: list[Draft]) -> None:
    """ "Rebels seized ten guards. Six are still being held": held as those are of whom they are the rest."""
    found = draft.counted
    if found is None or found.noun is not None or draft.measure not in ("other", *_HELD):
        return
    if not _STILL_HELD.match(draft.piece.text, draft.number.end):
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > 1:
            return
        if other.measure in _HELD and other.part_of is None and other.number.value > draft.number.value:
            draft.measure, draft.unit, draft.part_of = other.measure, other.unit, other
            draft.reading = Reading(other.measure, 0.5, None, "noun")
            return


#: What is said of those who were held: "were later found dead", "have since been freed", "died in custody".
_FATE = re.compile(
    r"\s+(?:(?:were|was|have|has|had|are|is|been|being|reportedly)\s+){0,3}(?:"
    r"(?:(?:later|since|subsequently|eventually|afterwards?)\s+)(?:been\s+)?\w+|found\s+(?:dead|murdered|executed|decapitated)|executed|beheaded"
    r"|(?:released|freed|let\s+go|ransomed|let\s+off|set\s+free)|(?:died|killed|tortured|beaten)\s+in\s+(?:captivity|custody|detention|their\s+hands))\b",
    re.IGNORECASE,
)


def fate(draft: Draft, before: list[Draft]) -> None:
    """ "Soldiers detained 18 travellers. Two were later found dead; 13 were released": some of those who were held."""
    found = draft.counted
    if found is None or found.noun is not None or draft.part_of is not None or draft.measure not in _FATES:
        return
    if _FATE.match(draft.piece.text, draft.number.end) is None:
        return
    for other in reversed(before):
        if draft.paragraph - other.paragraph > 1:
            return
        if other.measure in _HELD and other.part_of is None and other.number.value > draft.number.value:
            draft.part_of = other
            draft.unit = other.unit if draft.unit in (None, "people") else draft.unit
            return


_FATES = frozenset({"killed", "released", "injured", "rescued", "missing"})
_MARKED = re.compile(r"[“\"'‘](?:\w+\s+)?lost[,.]?[”\"'’]")


def lost_from_sight(draft: Draft, before: list[Draft]) -> None:
    """ "60 drones were shot down and 19 were “lost”": jammed, as those who count them say; never men, and no loss of theirs."""
    found, reading = draft.counted, draft.reading
    if found is None or reading is None or found.kind not in ("elided", "air_weapon"):
        return
    verb = reading.trigger.token if reading.trigger is not None else None
    if verb is None or verb.lower_ != "lost" or verb.i < found.last.i:
        return
    if not is_passive(verb) and verb.head.lemma_ != "be" and verb.nbor(-1).lemma_ != "be":
        return
    marked = _MARKED.search(draft.piece.text, draft.end, draft.end + 60) is not None
    near = [d for d in before if d.piece is draft.piece and d.measure in WEAPONS and d.unit is not None]
    if near and draft.sentence[0] - near[-1].sentence[1] <= 0:
        draft.measure, draft.unit = "shot_down", near[-1].unit
    elif marked:
        draft.measure = "shot_down" if found.kind == "air_weapon" else "other"
