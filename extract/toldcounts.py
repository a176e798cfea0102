"""Counts of other things that tell of an event: who came and with what, whom it struck, what was seized or lost, who was aboard."""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.credit import SOLDIERS
from extract.cues import is_cue
from extract.eventkinds import STRIKES, VIOLENT
from extract.figuredays import of_the_past, sentence_of
from extract.group import Group, here
from extract.lexicon import load
from extract.nearer import ANOTHER
from extract.nouns import singular
from extract.parties import outlaws
from extract.relations import reached
from extract.setting import NAMED

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.figures import Read
    from extract.nouns import Counted
    from extract.setting import Setting

#: Kinds of events whose own counts measure nothing that was done: trucks, people in the street.
_COUNTED = frozenset({"aid", "protest", "sanction"})
#: Kinds of deeds that are told by who came, whom they struck and what they took.
_DEEDS = VIOLENT | {"abduction", "arrest", "territory_change", "accident", "air_defence"}
#: What aid comes in.
_LOADS = re.compile(
    r"\b(?:trucks?|lorr(?:y|ies)|vehicles?|tonnes?|tons?|flights?|planes?|ships?|rations|parcels)\b"
)
#: What an attack is flown or fired with, counted in its own sentence.
_SENT = re.compile(
    r"(?:[\w-]+\s+)*(?:aircraft|jets?|warplanes?|planes|helicopters|gunships|drones?|missiles?|rockets|bombs|shells|salvos?|volleys|waves|sorties)",
    re.IGNORECASE,
)
#: Herds, and what raiders do with them.
_HERD = re.compile(
    r"\b(?:cattle|cows|livestock|animals|sheep|goats|camels|donkeys|herd|head\s+of)\b", re.IGNORECASE
)
_DRIVEN = re.compile(
    r"\b(?:dr(?:ove|iven|iving)\s+(?:off|away)|took|taken|taking|rustl\w+|raid(?:ed|ing)|rounded\s+up|(?:carried|carted|herded|led|chased|marched)\s+(?:off|away)|made\s+(?:off|away)\s+with|st(?:ole|olen|ealing)|loot(?:ed|ing))\b",
    re.IGNORECASE,
)
#: Weights that may be seized or lost.
_LOAD = re.compile(
    r"(?:metric\s+)?(?:tonnes?|tons?|kilogram(?:me)?s?|kilos?|kgs?|pounds|barrels|lit(?:re|er)s|gallons|bushels|quintals)"
)
_OF_A_BOMB = re.compile(
    r"[\s-]?[a-z]+[\s-](?:[a-z-]+\s+)?(?:bomb|warhead|charge|device|shell|missile|payload|truck|load)s?\b"
)
_SEIZED = re.compile(
    r"\b(?:seiz\w+|confiscat\w+|found|recover\w+|discover\w+|intercept\w+|impound\w+|carrying|made\s+off\s+with|hijacked|commandeered|stopped|looted|stole|captured|turned\s+up|uncover\w+|unearth\w+)\b",
    re.IGNORECASE,
)
#: What is counted of no deed: where it was, who its parties are, how long it took.
_NOT_ITS = frozenset({"location", "place", "time", "length", "surface", "money", "household", "attack"})
_PARTIES = frozenset({"side", "direction", "front", "party", "phase", "stage", "story", "storey", "bed"})
_ABOARD = re.compile(
    r"(?:(?!\b(?:and|were|was|are|is|had|have|who|which)\b)\s+[a-z][\w-]*){0,3}?\s+(?:(?:were|was|are)\s+)?(?:aboard|on\s+board|inside(?!\s+(?:the|an?|its|their)\b)|on\s+(?:it|them|that\s+\w+)\b)"
)
_CARRYING = re.compile(
    r"\b(?:carry(?:ing)?|carried|transport(?:ing|ed)|ferr(?:ying|ied)|packed\s+with|crew\s+of)\s+(?:(?:at\s+least|more\s+than|about|some|nearly|around|up\s+to|over|an\s+estimated)\s+)*$"
)
#: "The bus had 41 passengers".
_HAD = re.compile(r"\bhad\s+(?:(?:at\s+least|more\s+than|about|some|nearly|around)\s+)*$")
_ON_IT = frozenset(
    {"passenger", "crew", "crewman", "sailor", "rider", "occupant", "pilgrim", "traveller", "traveler"}
)
#: "The hoodlums, over 70 in number", "gunmen numbering about 100".
_IN_NUMBER = re.compile(r"\s+in\s+(?:number|all)\b|[\s-]strong\b")
_NUMBERING = re.compile(
    r"\bnumbering\s+(?:(?:at\s+least|more\s+than|about|some|nearly|around|up\s+to|over)\s+)*$"
)
#: "Several hundred diggers came out unhurt".
_UNHURT = re.compile(
    r"[^.;,]{0,60}?\b(?:unhurt|unharmed|uninjured|unscathed|(?:was|were|are|all)\s+(?:safe|fine|well)|safely)\b"
)
_PASSENGERS = frozenset({"person", "elided", "unknown"})
#: Characters between two sentences of one paragraph, and those over which an event is told on.
_BESIDE, _TOLD_ON = 3, 250
#: How far a verb may be from what is counted to be told of it.
_SURE = 1.4


@functools.cache
def _verbs() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed) for key, listed in load("events")["counts"].items()}


def give_counts(setting: Setting, groups: list[Group], others: list[Read]) -> None:
    """Counts of other things that an event's sentence tells: trucks of a convoy, what was seized, parts of its people."""
    homes = {id(read.draft): group for group in groups for read in group.reads}
    told = sorted(
        ((a, b, at) for at, group in enumerate(groups) for a, b in group.sentences), key=lambda s: s[:2]
    )
    past: set[int] = set()
    for read in others:
        found = read.draft.counted
        if found is None or id(read.draft) in homes:
            continue
        if read.draft.measured and not _is_load(read):
            continue
        if id(read.draft.part_of) in past or of_the_past(read, setting):
            past.add(id(read.draft))  # "since June 11 ships have been stopped, seven of them in the gulf"
            continue
        home = homes.get(id(read.draft.part_of)) if read.draft.part_of is not None else None
        if home is None:
            span = sentence_of(setting, read) or setting.sentence(read.draft.piece, found.first)
            at = bisect_left(told, span[1], key=lambda s: s[0])
            near = [(a, b, groups[which]) for a, b, which in told[max(0, at - 6) : at]]
            own = [g for a, b, g in near if b > span[0]]
            home = _nearest([g for g in own if _counts(setting, g, read, span)], read)
            if home is None and not own:
                home = _just_before(setting, near, read, span)
            after = [(a, groups[which]) for a, _, which in told[at : at + 3]]
            home = home or _just_after(setting, after, read, span)
        if home is not None:
            home.reads.append(read)
            homes[id(read.draft)] = home


#: "18 of the 22", "three of the district's seven".
_OF_SO_MANY = re.compile(
    r"(?:\s+[a-z]+)?\s+of\s+(?:(?:the|its|their|his|those|some|about|around|nearly|roughly|an\s+estimated|at\s+least|more\s+than|over|all|[\w’'-]+[’']s?)\s+){1,4}"
)


def give_wholes(setting: Setting, groups: list[Group], reads: list[Read]) -> None:
    """ "Released 18 of the 22 guards held since May": how many there were is told with those of the event."""
    homes = {id(read.draft): group for group in groups for read in group.reads}
    for part, whole in itertools.pairwise(reads):
        home = homes.get(id(part.draft))
        if home is None or id(whole.draft) in homes or part.draft.piece is not whole.draft.piece:
            continue
        if _OF_SO_MANY.fullmatch(setting.parsed.text, part.draft.number.end, whole.figure.start):
            home.reads.append(whole)
            homes[id(whole.draft)] = home


def _is_load(read: Read) -> bool:
    """ "18 tons of food", not the "250kg bombs" that weigh so much."""
    text, end = read.draft.piece.text, read.draft.number.end
    return _LOAD.fullmatch(read.figure.unit or "") is not None and not _OF_A_BOMB.match(text, end)


def _nearest(own: list[Group], read: Read) -> Group | None:
    """Of the events that a sentence tells, the one of the figure's place, then that of the figure beside it."""

    def far(group: Group) -> tuple[bool, int]:
        there = read.figure.place is not None and here(group, read)
        start = read.figure.start
        return not there, min((abs(r.figure.start - start) for r in group.reads), default=1 << 30)

    return min(own, key=far, default=None)


def _counts(setting: Setting, group: Group, read: Read, span: tuple[int, int]) -> bool:
    """Does a sentence of the event count it as a thing of the event's?"""
    unit = read.figure.unit or ""
    if group.kind in _COUNTED:
        loads = _LOADS.search(unit) is not None
        return bool(unit) and (loads or not any(r.figure.measure != "other" for r in group.reads))
    if group.kind in STRIKES and _SENT.fullmatch(unit):
        return True
    if unit and _took(setting, read, span):
        return True
    if group.kind == "prisoner_exchange":
        return _went(read) or _LOADS.search(unit) is not None
    return group.kind in _DEEDS and _of_deed(setting, read)


def _went(read: Read) -> bool:
    """ "130 were flown to the capital and 82 made the journey the other way": those exchanged, by how they went."""
    found = read.draft.counted
    if found is None or found.kind not in _PASSENGERS:
        return False
    sure = [
        verb for verb, role, cost in reached(found.seat) if cost <= _SURE and role in ("subject", "object")
    ]
    if found.seat.dep_ == "attr":
        sure.append(found.seat.head)  # "the other way went 76 fighters"
    return any(verb.lemma_.casefold() in _verbs()["freed"] for verb in sure)


def _took(setting: Setting, read: Read, span: tuple[int, int]) -> bool:
    """Do the words before the number say that it was taken?"""
    text, start = setting.parsed.text, read.figure.start
    if read.draft.counted is not None and read.draft.counted.kind in _NOT_ITS:
        return False  # "seized power, and hold fewer than 100 townships"
    if _SEIZED.search(text, span[0], start) is not None:
        return True
    herd = _HERD.search(f"{read.figure.unit} {text[read.figure.end : read.figure.end + 20]}") is not None
    return herd and _DRIVEN.search(text, span[0], start) is not None


def _of_deed(setting: Setting, read: Read) -> bool:
    """Does the number count those who came or what they came with, whom they struck, what was lost, who was aboard?"""
    found = read.draft.counted
    if found is None:
        return False
    text, number = setting.parsed.text, read.draft.number
    if found.kind in _PASSENGERS and (
        _ABOARD.match(text, number.end)
        or (
            found.kind != "unknown" and _CARRYING.search(text, max(0, number.phrase_start - 60), number.start)
        )
    ):
        return True
    if (
        found.noun is not None
        and singular(found.noun.text) in _ON_IT
        and _HAD.search(text, max(0, number.phrase_start - 30), number.start)
    ):
        return True
    if _NUMBERING.search(text, max(0, number.start - 50), number.start) or _IN_NUMBER.match(text, number.end):
        return True
    if found.kind in ("person", "elided") and (_UNHURT.match(text, number.end) or _of_a_band(found)):
        return True
    noun = singular(found.noun.text) if found.noun is not None else ""
    if found.kind in _NOT_ITS or noun in _PARTIES:
        return False
    if found.group in ("the", "them") and found.kind == "person" and number.value >= 2:
        return not any(
            is_cue(verb) for verb, _, cost in reached(found.seat) if cost < 1
        )  # "nine of the women were …"
    if any(cost <= _SURE and _makes(found, noun, verb, role) for verb, role, cost in reached(_band(found))):
        return True
    over = found.seat.head.head if found.seat.dep_ == "pobj" and found.seat.head.dep_ == "prep" else None
    riders = over is not None and over.pos_ == "NOUN" and found.kind in ("equipment", "animal")
    return riders and any(  # "300 fighters on 150 motorcycles attacked"
        cost <= _SURE and role == "subject" and verb.lemma_.casefold() in _verbs()["came"]
        for verb, role, cost in reached(over)
    )


def _of_a_band(found: Counted) -> bool:
    """ "Led the column of 200", "a group of six": how many they were who did it, or to whom it was done?"""
    seat = found.seat
    if found.noun is not None and found.noun.i < found.first.i:
        return found.noun.lemma_.casefold() in _verbs()["bands"]
    if seat.dep_ != "pobj" or seat.head.lower_ != "of" or found.group is not None:
        return False
    return seat.head.head.lemma_.casefold() in _verbs()["bands"]


def _band(found: Counted) -> Token:
    """ "A group of 60 gunmen", "a force made up of eight vehicles": the noun that stands for those counted."""
    first = found.seat
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ == "of":
        above = first.head.head
        if above.lemma_.casefold() in _verbs()["bands"]:
            return above
        if above.dep_ == "prt":
            above = above.head
        if above.dep_ == "acl":
            return above.head
    return found.seat


def _makes(found: Counted, noun: str, told: Token, role: str) -> bool:
    """Does a verb with those counted in a role tell of the deed?"""
    verbs, verb = _verbs(), told.lemma_.casefold()
    thing = found.kind in ("equipment", "air_weapon", "animal")
    if role == "subject":
        armed = outlaws() | SOLDIERS | verbs["comers"] | verbs["bands"]
        comers = noun in armed or thing or _band(found) is not found.seat
        there = verb in verbs["survived"] or (verb in verbs["present"] and _then(told))
        return (verb in verbs["came"] and comers) or (there and (thing or found.kind == "person"))
    if role == "object":
        return verb in verbs["struck"] or (verb in verbs["taken"] and found.kind != "person")
    if role == "prep:with" and verb in verbs["came"] and noun in outlaws() | verbs["comers"]:
        return True  # "struck the town with 300 men"
    if role == "prep:on" and verb in ("fire", "open", "shoot"):
        return True
    if role == "prep:by" and verb in verbs["struck"] and found.kind != "person":
        return True
    means = role in ("prep:in", "prep:on", "prep:with", "prep:aboard", "prep:by", "prep:using")
    return means and thing and verb in verbs["came"]


def _then(verb: Token) -> bool:
    """Is it told of the time of the deed, and not of now: "were travelling", "had gathered", "those waiting to board"?"""
    past = any(child.lower_ in ("was", "were", "had") for child in verb.children)
    return past or verb.tag_ == "VBD" or verb.dep_ == "acl"


def _just_before(
    setting: Setting, near: list[tuple[int, int, Group]], read: Read, span: tuple[int, int]
) -> Group | None:
    """ "Rockets landed near the airport. Police found a launcher with six rockets": of what was told just before."""
    gap, last = next(((span[0] - b, g) for _, b, g in reversed(near) if b <= span[0]), (_TOLD_ON, None))
    if last is None or gap >= _TOLD_ON or ANOTHER.search(setting.parsed.text, *span):
        return None
    if gap <= _BESIDE and read.figure.unit and _took(setting, read, span):
        return last
    if read.placed is not None and read.placed.why == NAMED and not here(last, read):
        return None
    named = (m for m in setting.places_in(*span) if setting.names_place(m) and not setting.owns(m))
    if gap > _BESIDE and any(m.kind != "country" for m in named):
        return None  # of what was told a sentence or two before, but not of another town
    if last.kind == "prisoner_exchange":
        freed = read.draft.counted is not None and read.draft.counted.group == "the"  # "nine of the women"
        return last if gap <= _BESIDE and (_went(read) or freed) else None
    return last if last.kind in _DEEDS and _of_deed(setting, read) else None


def _just_after(
    setting: Setting, later: list[tuple[int, Group]], read: Read, span: tuple[int, int]
) -> Group | None:
    """ "A team searched a dhow and seized 80 crates. Fourteen men were detained": of the arrest told next."""
    if not read.figure.unit or _SEIZED.search(setting.parsed.text, span[0], read.figure.start) is None:
        return None
    return next((g for a, g in later if g.kind == "arrest" and 0 <= a - span[1] <= 3), None)
