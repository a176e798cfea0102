"""What kind of event a sentence tells, by its weapon and its deed."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from extract.deedclauses import clauses_of, of_the_blast, taken_first, unmarked
from extract.fightwords import (
    BEATEN_BACK,
    BY_FORCE,
    BY_GUNMEN,
    KILLED_BY,
    NEXT_DEED,
    RAZED,
    REPELLED,
    TROOPS_KILLED,
    fight_first,
    of_the_deed,
    shots,
    without_war,
)
from extract.idlearms import without_idle
from extract.lexicon import load
from extract.openings import Signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.drafts import Draft
    from extract.parse import Parsed

STRIKES = frozenset({"drone_strike", "missile_strike", "air_strike", "shelling", "attack", "bombing"})
#: Kinds that "attack" may turn out to be when more is told.
VIOLENT = STRIKES | {"shooting", "clash"}
_PEOPLE_KINDS = {"released": "prisoner_exchange", "abducted": "abduction", "arrested": "arrest"}
#: "Ten would be freed", "under which 14 are to be released": what is talked of, not what was done.
_WOULD_BE = re.compile(
    r"\b(?:would|will|could|should|(?:is|are|was|were)\s+to|due\s+to|expected\s+to|agreed\s+to)\s+(?:be\s+)?(?:freed?|released?|exchanged?|returned?|handed|hand|let|set)\b",
    re.IGNORECASE,
)
_LOSSES = re.compile(r"\b(?:losses|lost|casualties)\b", re.IGNORECASE)
_JAIL = re.compile(
    r"\b(?:prisons?|jails?|penitentiar(?:y|ies)|detention\s+(?:centres?|centers?|facilit(?:y|ies))|jailbreak|cells?)\b",
    re.IGNORECASE,
)
_STRUCK = frozenset({"killed", "injured", "casualties", "destroyed", "damaged"})
_FELL = _STRUCK | {"captured", "lost_equipment"}
_LEFT = _STRUCK | {"hospitalized", "missing", "rescued"}
_FIGHTS = frozenset({"clash", "territory_change"})
#: How a sentence opens that goes back before what was told.
_EARLIER = re.compile(
    r"\s*(?:(?:[\w-]+\s+){0,3}?(?:days?|weeks?|months?)\s+(?:earlier|before)|(?:On\s+)?[Tt]he\s+(?:previous\s+\w+|(?:day|night|evening)\s+before)|Earlier)\b"
)
#: Kinds of deed in which men are taken who fought.
_GROUND = frozenset({"clash", "territory_change", "abduction", "shooting", "prisoner_exchange"})
#: Kinds that a sentence may tell beside an attack's harm, without being what did the harm.
_BESIDE = frozenset({"talks", "aid", "agreement", "sanction", "protest", "arrest", "outage", "abduction"})


@functools.cache
def _patterns() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str], dict[str, re.Pattern[str]], list[str]]:
    table = load("events")
    weapons = {k: re.compile(v, re.IGNORECASE) for k, v in table["weapons"].items()}
    kinds = {k: re.compile(v, re.IGNORECASE) for k, v in table["kinds"].items()}
    return weapons, re.compile(table["strike"]["match"], re.IGNORECASE), kinds, list(table["order"]["first"])


#: Words for what goes off, however it came there.
_BLAST = re.compile(
    r"(?:blasts?|bombings?|an\s+explosion|explosive(?:s|\s+(?:devices?|charges?)|s?[- ]\w+)|devices?|grenades?|bombs?\s+(?:exploded|went|detonated|blew|tore|ripped)|detonat)\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=256)
def strike_kind(sentence: str) -> str:
    """The weapon that a sentence about an attack names: drones, missiles, aircraft, guns, bombs."""
    found = {kind: first.start() for kind, matches in _weapons_in(sentence) if (first := next(matches, None))}
    if "remnant" in found:
        return "bombing"  # whatever it was fired from in its day
    loose = found.pop("loose", None)  # what exploded without a word of what it was
    if len(found) > 1 and "bombing" in found and _BLAST.match(sentence, found["bombing"]):
        del found["bombing"]  # "an explosives-laden drone", "the blast of a shell": by what brought it
    if "missile_strike" in found and not ("drone_strike" in found and _ITS_MISSILES.search(sentence)):
        return "missile_strike"
    found.pop("missile_strike", None)  # those that a drone carried
    if not found:
        return "attack" if loose is None else "bombing"
    return min(found, key=lambda k: found[k])


#: "A drone fired three missiles", "missiles fired by a drone": the drone struck.
_ITS_MISSILES = re.compile(
    r"\b(?:drones?|uavs?)\b[^.;]{0,80}?\b(?:fired|fires|firing|launched|dropped|released|unleashed)\s+(?:[\w-]+\s+){0,3}?(?:missiles?|rockets?)\b"
    r"|\b(?:missiles?|rockets?)\s+(?:(?:that\s+)?(?:was|were|had\s+been)\s+)?(?:fired|launched|dropped|released)\s+(?:by|from)\s+(?:an?|the|two|three|several|army|military)\s+(?:[\w-]+\s+){0,2}?(?:drones?|uavs?)\b",
    re.IGNORECASE,
)
#: What men do on the ground, whose weapon another clause does not tell.
_ON_GROUND = re.compile(
    r"storm|overr[au]n|ambush|raided|raiding|invaded|assault|massacre|torched|looted", re.IGNORECASE
)


def _weapon_at(sentence: str, at: int) -> str:
    """The weapon of the deed at an offset of a sentence, of which each clause may tell a strike with its own weapon."""
    clauses = clauses_of(sentence)
    if len(clauses) > 1:
        strike = _patterns()[1]
        weapons = [(a, b, strike_kind(sentence[a:b])) for a, b in clauses]
        armed = [(a, b, kind) for a, b, kind in weapons if kind != "attack" and strike.search(sentence, a, b)]
        if armed and _ON_GROUND.match(sentence, at):
            return next((kind for a, b, kind in weapons if a <= at < b), "attack")
        if len(armed) > 1:
            return next((kind for a, b, kind in armed if a <= at < b), strike_kind(sentence))
    return strike_kind(sentence)


def _kind_or_fight(clause: str) -> str | None:
    """ "While forces killed 11 rebels in two operations": a fight, though no word tells one."""
    return kind_of(clause) or ("clash" if TROOPS_KILLED.search(clause) is not None else None)


def _deed_at(sentence: str, at: int) -> str | None:
    """The kind of the deed at an offset of a sentence, where its clauses tell of several."""
    clauses = clauses_of(sentence)
    if len(clauses) == 1:
        return None
    kinds = [(a, b, kind) for a, b in clauses if (kind := _kind_or_fight(sentence[a:b])) in VIOLENT]
    if len(kinds) < 2 or all(kind == "attack" for _, _, kind in kinds):
        return None
    return next((kind for a, b, kind in kinds if a <= at < b), None)


#: Beside the weapons: what a war left lying, and what is one only where no other is named.
_LOOSE = {"remnant": "remnant", "loose": "bombing"}


@functools.cache
def _weapons() -> Signs:
    loose = load("events")["loose"]
    pattern = {kind: re.compile(loose[name], re.IGNORECASE) for kind, name in _LOOSE.items()}
    return Signs(_patterns()[0] | pattern)


@functools.cache
def _kinds() -> Signs:
    _, strike, kinds, order = _patterns()
    return Signs({kind: strike if kind == "strike" else kinds[kind] for kind in order})


def _weapons_in(sentence: str) -> Iterator[tuple[str, Iterator[re.Match[str]]]]:
    """Where a sentence names a weapon of each kind, but for those that only stood behind the deed."""
    return _weapons().found(without_idle(sentence))


#: Those in uniform who take people at a checkpoint, or take those whom they suspect, arrest them.
_BY_FORCES = re.compile(
    r"\b(?:troops|soldiers|police(?:men)?|officers|army|forces|agents|gendarmes|commandos|rangers|guards)\b(?:(?!\b(?:gunmen|abduct\w*|kidnap\w*|hostages?)\b)[^.;]){0,80}?"
    r"\b(?:(?:pulled|took|taken|hauled|dragged|removed|led|ordered)\s+(?:[\w-]+\s+){1,5}?(?:off|from|out\s+of|away)|(?:seized|took|captured|picked\s+up)\s+(?:[\w-]+\s+){0,3}?(?:suspect\w*|members|operatives|fighters|militants|man|men|wom[ae]n|people|residents|villagers|students))\b",
    re.IGNORECASE,
)


#: What makes an explosion one that nobody meant: a leak, a fault, a boiler.
_MISHAP = re.compile(
    r"\b(?:caused\s+by|due\s+to|because\s+of|blamed\s+on|attributed\s+to|put\s+down\s+to|result\s+of|triggered\s+by|set\s+off\s+by)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:leak(?:s|age|ing)?|spark|short[- ]circuit|negligence|carelessness|fault|failure|malfunction|overheating|human\s+error)\b"
    r"|\b(?:gas\s+(?:leaks?|explosions?|blasts?|cylinders?|canisters?|bottles?|pipes?)|boilers?|fireworks?|accidental(?:ly)?)\b"
    r"|\b(?:old|ageing|aging|expired|surplus|obsolete)\s+(?:[\w-]+\s+)?(?:ammunition|shells|munitions|explosives|ordnance|mines|bombs)\b"
    r"|\b(?:ammunition|munitions|shells|explosives|ordnance)\s+(?:that\s+|which\s+)?(?:was\s+|were\s+)?(?:being\s+(?:moved|loaded|unloaded|destroyed|transported|stored|handled)|stored)\b"
    r"|\bwhile\s+(?:[\w-]+\s+){0,2}?(?:handling|moving|loading|unloading|destroying|transporting)\s+(?:[\w-]+\s+){0,2}?(?:ammunition|munitions|shells|explosives|weapons|rockets|mines)\b",
    re.IGNORECASE,
)
_EXPLODED = re.compile(r"explo|bl[eo]w|blast|fire|burn|went\s+off|detonat", re.IGNORECASE)


def is_mishap(sentence: str) -> bool:
    """ "An explosion caused by a gas leak": was it no attack, since nothing is told that was sent or planted?"""
    return _MISHAP.search(sentence) is not None and strike_kind(sentence) in ("attack", "bombing")


@functools.lru_cache(maxsize=256)
def kinds_in(sentence: str) -> tuple[tuple[str, int, int], ...]:
    """(kind, start, end) of every sign of an event in a sentence, the stronger kinds first."""
    found: list[tuple[str, int, int]] = []
    sentence = without_war(unmarked(sentence))
    for kind, matches in _kinds().found(sentence):
        if kind == "strike":
            mishap = is_mishap(sentence)
            for match in matches:
                exploded = mishap and _EXPLODED.search(match[0]) is not None
                found.append(("accident" if exploded else _weapon_at(sentence, match.start()), *match.span()))
        else:
            told = "arrest" if kind == "abduction" and _BY_FORCES.search(sentence) else kind
            if kind == "shooting":
                found += shots(sentence, matches)
                continue
            for match in matches:
                jail = kind == "protest" and match[0][:4].casefold() == "riot" and _JAIL.search(sentence)
                found.append(("clash" if jail else told, *match.span()))
    if len(found) > 1 and any(kind == "accident" for kind, _, _ in found):
        found = of_the_blast(sentence, found, STRIKES)
    if len(found) > 1:
        found = taken_first(sentence, found)
    weapons: list[int] = []
    if len(found) > 1 and any(kind == "clash" for kind, _, _ in found):
        weapons = [m.start() for _, matches in _weapons_in(sentence) if (m := next(matches, None))]
    return tuple(fight_first(sentence, found, VIOLENT, min(weapons, default=None)))  # kept: each figure asks


def kind_of(sentence: str) -> str | None:
    """The kind of event a sentence tells, or None."""
    found = kinds_in(sentence)
    return found[0][0] if found else None


def family(kind: str) -> str:
    """Attacks from afar are one family, whatever their weapon; every other kind is its own."""
    return "strike" if kind in STRIKES else kind


_DROPPED = re.compile(r"\bdropp(?:ed|ing)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\b(?:escap(?:e|ed|es|ing)|fled|flee|broke(?:n)?\s+(?:out|free))\b", re.IGNORECASE)
_STRIKES = re.compile(r"\bstrikes?\b(?!\s+by\b)", re.IGNORECASE)
#: Paragraphs that a list of strikes may stand below the sentence that says what flew them.
_LISTED = 12


def figure_kind(parsed: Parsed, draft: Draft, measure: str, unit: str | None, span: tuple[int, int]) -> str:
    """The kind of event that a figure tells of: by its measure, its sentence `span`, its paragraph, a list's head."""
    kind = _told_here(parsed, draft, measure, unit, span)
    if kind in STRIKES and (
        measure == "lost_equipment" or (measure == "casualties" and _LOSSES.search(parsed.text, *span))
    ):
        signs = {sign for sign, _, _ in kinds_in(parsed.text[span[0] : span[1]])}
        # "The enemy lost 40 troops and two howitzers": what was lost struck nothing.
        return "clash" if "clash" in signs else "attack"
    if kind not in ("attack", "shelling", "missile_strike"):
        return kind
    if not _STRIKES.search(parsed.text, *span):
        return kind
    weapons = _patterns()[0]
    if weapons["air_strike"].search(parsed.text, *span):
        return "air_strike"  # "rocket artillery and fighter aircraft conducted 11 strikes"
    if kind != "attack":
        return kind
    for index in range(draft.paragraph - 1, max(-1, draft.paragraph - 1 - _LISTED), -1):
        above = parsed.paragraphs[index]
        if _STRIKES.search(parsed.text, above.start, above.end):
            told = strike_kind(parsed.text[above.start : above.end])
            if weapons["air_strike"].search(parsed.text, above.start, above.end):
                return "air_strike"
            if told != "attack":
                return told
    return kind


def _last_weapon(before: str) -> str | None:
    """The weapon that was named last in a paragraph before a sentence."""
    last = [
        (match.start(), kind)
        for kind, matches in _weapons_in(before)
        if kind not in _LOOSE
        for match in matches
    ]
    return max(last)[1] if last else None


def _sentence_end(draft: Draft) -> int:
    """The end of the whole sentence that counts, of which the figure's own part may be the first."""
    if draft.counted is None:
        return draft.start
    sent = draft.counted.first.sent
    return draft.piece.span(sent[0], sent[-1])[1]


#: What flies with men aboard, and falls on nobody when it is shot down.
_FLOWN = frozenset(
    {"jet", "jets", "warplanes", "bombers", "helicopters", "gunships", "planes", "aircraft", "balloons"}
)


#: What the hurt are carried in: no helicopter that struck.
_AIRLIFT = re.compile(
    r"\b(?:by|in|aboard|on|with)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:helicopters?|aircraft|planes?)\b",
    re.IGNORECASE,
)


def _told_here(parsed: Parsed, draft: Draft, measure: str, unit: str | None, span: tuple[int, int]) -> str:
    sentence = of_the_deed(parsed.text[span[0] : span[1]], draft.start - span[0])
    paragraph = parsed.paragraphs[draft.paragraph]
    # Of a sentence that tells of two times, the other part is of another deed.
    before = parsed.text[paragraph.start : span[0]]
    after = parsed.text[max(span[1], _sentence_end(draft)) : paragraph.end]
    around = f"{before}{sentence}{NEXT_DEED.split(after, maxsplit=1)[0]}"
    if measure == "released" and "abduction" in {kind for kind, _, _ in kinds_in(before)}:
        return "abduction"  # some of those whose abduction was told
    if measure == "captured" and draft.counted is not None and draft.counted.kind == "place":
        return "territory_change"
    if measure == "released" and _JAIL.search(sentence):
        raid = next((kind for kind, _, _ in kinds_in(sentence) if kind in VIOLENT), None)
        if raid is not None:
            return raid  # "blasted a wall of the prison and let out 281 inmates": no swap
    if measure == "released" and _WOULD_BE.search(sentence):
        signs = {kind for kind, _, _ in (*kinds_in(sentence), *kinds_in(around))}
        return next((kind for kind in ("agreement", "talks") if kind in signs), "prisoner_exchange")
    if measure == "released" and _ESCAPED.search(sentence):
        return kind_of(sentence) or "other"  # nobody handed them over
    if measure == "abducted" and _BY_FORCES.search(sentence):
        return "arrest"
    if measure in ("released", "rescued") and BY_FORCE.search(sentence):
        signs = {kind for kind, _, _ in (*kinds_in(sentence), *kinds_in(around))}
        if "clash" in signs:
            return "clash"  # "troops freed 19 captives in a firefight"
        if measure == "rescued":
            return next((kind for kind, _, _ in kinds_in(sentence) if kind in VIOLENT), "other")
    if measure in ("arrested", "captured") and "prisoner_exchange" in {k for k, _, _ in kinds_in(sentence)}:
        return "prisoner_exchange"  # "freed four in return for 12 jailed fighters"
    if measure in _PEOPLE_KINDS:
        return _PEOPLE_KINDS[measure]
    if measure == "attacks" and kind_of(unit or "") == "clash":
        return "clash"  # "143 clashes along the line"
    if measure == "attacks" and BEATEN_BACK.search(sentence):
        return "clash"  # "repelled 27 of 31 assaults"
    if measure in ("launched", "shot_down", "hit", "locations_hit", "attacks"):
        last = unit.casefold().split()[-1] if unit else ""
        if last in ("bullet", "bullets", "shots"):
            return "shooting"
        if measure == "shot_down" and last in _FLOWN:
            return "air_defence"
        kind = strike_kind(f"{unit or ''} {sentence}")
        if kind == "shelling" and _DROPPED.search(sentence):
            kind = strike_kind(sentence)  # mortar bombs that were dropped came from what flew
        return _last_weapon(before) or strike_kind(around) if kind == "attack" else kind
    if measure.startswith("without_"):
        # "… without water since a shell hit the pumps": by what did it, where the sentence tells.
        cause = next((kind for kind, _, _ in kinds_in(sentence) if kind in STRIKES), None)
        weapon = strike_kind(sentence)
        return weapon if weapon != "attack" else cause or "outage"
    told = kind_of(sentence)
    if told in VIOLENT:
        told = _deed_at(sentence, draft.start - span[0]) or told
    if told == "bombing" and _patterns()[0]["bombing"].search(sentence) is None:
        told = _last_weapon(before) or told  # "the third attack by jets; a bomb killed four"
    trigger = draft.reading.trigger if draft.reading is not None else None
    taken = trigger is not None and trigger.token.lemma_ in ("capture", "seize", "nab", "round", "apprehend")
    if (
        taken
        and measure == "captured"
        and not any(end <= draft.start - span[0] or kind in _GROUND for kind, _, end in kinds_in(sentence))
        and draft.counted is not None
        and draft.counted.kind == "person"
    ):
        return "arrest"
    aided = _AIRLIFT.sub(" ", sentence) if measure in ("rescued", "hospitalized") else sentence
    if told is None and measure in _LEFT and (weapon := strike_kind(aided)) != "attack":
        return weapon  # "Missiles killed four people": the weapon tells of the strike
    if told is None and measure in _STRUCK and TROOPS_KILLED.search(sentence):
        return "clash"  # "troops killed 24 rebels"
    if told in (None, "attack") and measure in _STRUCK and REPELLED.search(sentence):
        return "clash"
    apart = _EARLIER.match(sentence) is not None
    if told is None and measure in _FELL and not apart and (fought := kind_of(before)) in _FIGHTS:
        return fought  # "the town is in rebel hands. They counted 33 dead soldiers and 19 prisoners"
    if told is None and measure in _LEFT and kind_of(before) == "accident":
        return "accident"  # "A boat capsized. Nine people are missing"
    if told is None and measure == "injured" and kind_of(before) == "protest":
        return "protest"  # "Crowds burned flags. Police said 12 were hurt in scuffles"
    if told == "accident" and measure in _LEFT and kind_of(before) in STRIKES:
        return _last_weapon(before) or strike_kind(around)  # "three boats sank" in the strike just told
    if told is None and measure in ("destroyed", "damaged") and RAZED.search(sentence):
        return "other"  # whoever sent the bulldozers
    if told is None and measure in _STRUCK and BY_GUNMEN.search(sentence):
        return "attack"  # with the guns they have, whatever weapon is told beside it
    if told is None or told in _BESIDE:
        near = None
        if kind_of(around) in STRIKES:
            near = _last_weapon(before) or strike_kind(around)
        if near is not None and measure in _LEFT:
            return near
        if told == "aid" and measure in ("killed", "injured") and KILLED_BY.search(sentence):
            return "attack"  # "troops killed 45 people waiting for aid"
        if told == "abduction" and measure in _STRUCK:  # by the weapon of the deed that is told beside it
            return next((kind for kind, _, _ in kinds_in(sentence) if kind in STRIKES), "attack")
        if told is None:
            return "attack" if measure in _STRUCK else "other"
    return told
