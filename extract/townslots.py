"""What the words right beside a name tell of it: a place, perhaps a place, somebody who acts, or a body or a person."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from extract.lexicon import load
from extract.placenames import words as word_set
from extract.placewords import SORT_OF_TOWN

#: "doer" by what the bearer does, "body" by a noun that makes the name a body's or a person's.
Slot = Literal["place", "maybe", "doer", "body"]

#: How far before and behind a name its words are read.
_BEFORE, _AFTER = 48, 64

_FEW = r"(?:(?!shot\b|fired\b|shooting\b|firing\b|aimed\b|and\b|or\b|but\b|of\b|to\b|from\b|on\b|at\b|in\b|by\b|with\b|for\b)[\w’'-]+\s){0,2}?"
_TOWN = r"(?:towns?|villages?|hamlets?|settlements?|city|suburbs?|slums?|shantytown|locality|localities|districts?|neighbou?rhoods?|quarter|port|crossing|camp|island|outpost|stronghold|bastion)"
#: "X, a village elder": a person after all.
_OF_TOWN = r"(?:\s(?:head|chief|elder|mayor|official|leader|council|resident|doctor|teacher|administrator|guard)|['’]s)"
#: Between a name and the verb it is the subject of: "X, a town of 3,000, fell".
_ASIDE = r"(?:,[^,.;]{1,50},)?"
_IS = (
    r"\s(?:was|were|is|lay|has\sbeen|had\sbeen|remains?|remained|stayed|being)\s"
    r"(?:(?:now|also|still|partly|largely|later|again|then|completely|first|mostly|heavily|all\sbut)\s)?"
)
_SOME = r"(?:(?:about|some|just|around|nearly|roughly|barely|less\sthan|more\sthan)\s)?"
_WAYS = r"\b(?:road|highway|line|route|way|border|train|bus|convoy|column|vehicles|patrol|travell?ing|driving|moving|out)\s"
#: "The ambush of 9 October at X".
_DAY = r"(?:the\s)?(?:[A-Z]\w+(?:\s\d{1,2})?|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]\w+)(?:,?\s\d{4})?"
_RAIDS = (
    r"\b(?i:attacks?|strikes?|airstrikes?|raids?|assaults?|offensive|fire|bombs?|blasts?|explosions?)\s(?:[a-z]+\s){0,2}"
    r"(?:on|in|at|around|across)\s\Z"
)
#: Behind the object of a verb these words go on with the sentence; another noun makes the name tell whose it is.
_ON = word_set(
    """in on at from after before with for by to near and or as while when where late early overnight during without this last again today
yesterday twice once earlier under between amid but because since until which that who if for over around against into about despite hours
days weeks minutes within back itself too also then following via through the a an of off along whose next was were is are has had have did
would will could several many"""
)


#: Behind a name these tell of a body's limbs, a person's home or a person's flight.
_HIMSELF = (
    r"\sas\s(?:he|she)\b|,\swho\b|\s(?:in|at|near|from|outside|inside)\s(?:his|her)\b"
    r"|\sin\sthe\s(?:leg|head|chest|arm|back|neck|face|foot|stomach|shoulder|abdomen|eye|hand|throat|thigh|legs|arms)\b"
)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


class _Before(NamedTuple):
    """What a name tells that one of `words` stands before, where the words before that one fit; `verb`: it is its object."""

    words: frozenset[str]
    slot: Slot
    pattern: re.Pattern[str]
    verb: bool = False


@functools.cache
def _slots() -> dict[str, list[str]]:
    slots: dict[str, list[str]] = load("places")["slots"]
    return slots


@functools.cache
def _before() -> tuple[_Before, ...]:
    slots = _slots()

    def led(prepositions: str, key: str, slot: Slot = "place") -> _Before:
        far = key in ("from_place", "to_place")
        few = _FEW.replace("{0,2}", "{0,4}").replace(r"of\b|", "") if far else _FEW
        pattern = re.compile(rf"\b(?i:{_any(slots[key])})\s{few}(?:{prepositions})\s\Z")
        return _Before(frozenset(prepositions.split("|")), slot, pattern)

    return (
        led("of|over", "of_place"),
        led("of", "may_of_place", "maybe"),
        led("from", "from_place"),
        _Before(
            frozenset(["from", "at", "between"]),
            "maybe",
            re.compile(r"(?:\A|[.!?“\"]\s?)(?:From|At|Between)\s\Z"),
        ),
        led("to|towards|toward", "to_place"),
        led("on|upon", "on_place"),
        led("at", "at_place"),
        led("through", "through_place"),
        led("for", "for_place"),
        _Before(frozenset(["into", "near", "outside", "via"]), "place", re.compile(r"\w\s\w+\s\Z")),
        _Before(
            frozenset(["between"]),
            "maybe",
            re.compile(rf"(?:\b{_any(slots['at_place'])}\s{_FEW}|{_WAYS}{_FEW}|[a-z],\s)between\s\Z"),
        ),
        _Before(frozenset(["down"]), "place", re.compile(r"\bburn(?:ed|t|ing)\sdown\s\Z"), verb=True),
        _Before(
            frozenset(["at"]), "place", re.compile(rf"\b{_any(slots['at_place'])}\s(?:of|on)\s{_DAY}\sat\s\Z")
        ),
        _Before(
            frozenset(["to", "and", "with"]),
            "maybe",
            re.compile(
                r"\b(?:from|between|linking|connecting)\s[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}\s(?:to|and|with)\s\Z"
            ),
        ),
        _Before(frozenset(["both"]), "maybe", re.compile(r"\b(?:in|near|around|from|at)\sboth\s\Z")),
        _Before(
            frozenset(slots["takes_place"]),
            "place",
            re.compile(r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)\b\w+\s\Z"),
            verb=True,
        ),
        _Before(frozenset(slots["may_take_place"]), "maybe", re.compile(r"\w+\s\Z"), verb=True),
        _Before(frozenset(["on", "in", "at", "around", "across"]), "maybe", re.compile(_RAIDS)),
    )


@functools.cache
def _doers_end() -> frozenset[str]:
    return frozenset(word.rsplit(" ", 1)[-1] for word in _slots()["before_doer"])


@functools.cache
def _gate() -> frozenset[str]:
    return _doers_end().union(*(one.words for one in _before()))


@functools.cache
def _doer_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_any(_slots()['before_doer'])})\s(?:the\s)?\Z")


@functools.cache
def _object_ends() -> re.Pattern[str]:
    works = _any([*_slots()["works"], *_slots()["houses"]])
    return re.compile(
        rf"\Z|[^\s\w’']|['’](?!s)|\s(?:[^\s\w]|[A-Z\d]|\w+(?:ing|ly)\b|{_any(_ON)}\b)|(?:['’]s)?\s(?:{_TOWN}|{works})\b"
    )


@functools.cache
def _behind() -> tuple[tuple[Slot, re.Pattern[str]], ...]:
    s = _slots()
    works, folk, people = _any(s["works"]), _any(s["folk"]), _any(load("titles")["roles"])
    place = (
        rf"\s{folk}\b",
        rf"['’]s\s{_FEW}(?:mayor|residents|inhabitants|villagers|population|streets|outskirts|{works})\b",
        rf"(?:{_IS}|,\s)(?:an?|the|one\sof\sthe|home\sto)\s(?:[\w’'-]+\s){{0,4}}?{_TOWN}\b(?!{_OF_TOWN})",
        rf"{_ASIDE}\s(?:lies|sits|straddles|changed\shands|(?:has|had)\sfallen|is\s(?:located|situated)|lay\s(?:in|on|near))\b",
        rf"{_ASIDE}\sfell\s(?:at|to|after|without|overnight|within|hours|days|last|this|when|on\s[A-Z]|(?:late|early)\son)\b",
        rf"{_ASIDE}\s(?:came|comes|coming)\sunder\s(?:\w+\s)?(?:fire|attack|shelling|bombardment|siege|control)\b",
        rf"{_ASIDE}{_IS}{_any(s['befalls_place'])}\b",
        rf"{_ASIDE}{_IS}(?:under|in)\s(?:the\s)?(?:[\w’'-]+\s){{0,3}}?(?:control|hands|siege|ruins|flames)\b",
        rf",?\s\(?{_SOME}\d[\d,.]*\s?-?(?:km|kms|kilomet(?:er|re)s?|miles?|mi)\b",
        r"\shas\s(?:no|about|some|around|only|\d[\d,]*)\s(?:\w+\s){0,2}?(?:families|people|inhabitants|residents|houses|homes|hospital|clinic|doctor|school|market|network|electricity|water|road)\b",
        r"\s\((?:in\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:['’]s)?\s(?:district|province|region|state|county|territory|governorate|oblast|department|township|woreda|zone|commune|area)\)",
        rf"\s(?:massacre|front\s?line|outskirts|waterfront|town\shall|{_TOWN})\b(?!{_OF_TOWN})",
        r",\swhere\b|\s\(pop(?:ulation\b|\.)",
    )
    body = (
        r",\s(?:aged\s)?\d\d\b(?!\s(?:km|miles|kilomet))",
        rf"\s(?!(?:of|from|by|in|on|to|and|as|after|with|when|or|for|at|near|while|but|where|before|against)\b)(?:[a-z]+\s)?{_any(s['of_body'])}\b",
        rf",\s(?:an?|the|one\sof\sthe|its|his|their)\s(?:[\w’'-]+\s){{0,4}}?{people}\b",
        rf",\s(?:an?|the|one\sof\sthe)\s(?:[\w’'-]+\s){{0,4}}?{_any(s['of_person'])}\b",
        r"\s\([A-Z]{2,6}\)",
        r"\sand\s(?:his|her)\b",
        _HIMSELF,
        r"['’]s\s(?:son|daughter|wife|widow|husband|brother|sister|father|mother|family|house|home|men|forces|fighters|troops|body|death|killing|lawyer|convoy|car|office|deputy|leader|commander)\b",
    )
    doer = (rf"\s{_any(s['of_doer'])}\b", r",\s(?:who|whose|said|says|told)\b")
    maybe = (
        rf"\s(?:{works}|{_any(s['deeds'])}|area|community|communities)\b(?![’'])",
        rf"{_ASIDE}{_IS}{_any(s['may_befall_place'])}\b",
        r"\s(?:suffered\sthe|reported\s(?:explosions|shelling|strikes|clashes|fire)|woke\sto|saw\s(?:the|heavy|fierce|clashes|fighting)|lost\sits)\b",
    )
    told: tuple[tuple[Slot, tuple[str, ...]], ...] = (
        ("place", place),
        ("body", body),
        ("doer", doer),
        ("maybe", maybe),
    )
    return tuple((slot, re.compile("|".join(patterns))) for slot, patterns in told)


def slot_before(text: str, low: int, start: int, end: int) -> Slot | None:
    """What the words between `low` and the name at text[start:end] tell of it."""
    before = text[max(low, start - _BEFORE) : start]
    words = before.split()
    last = words[-1].casefold() if words and before[-1].isspace() else ""
    if last not in _gate():
        return None
    for one in _before():
        if last in one.words and one.pattern.search(before) is not None:
            if one.verb and _object_ends().match(text[end : end + _AFTER]) is None:
                return None  # "hit Wagner convoys"
            return one.slot
    return "doer" if last in _doers_end() and _doer_before().search(before) is not None else None


@functools.cache
def _himself() -> re.Pattern[str]:
    return re.compile(_HIMSELF)


def of_somebody(text: str, low: int, start: int, end: int) -> bool:
    """Do the words beside a name make it a person's or a body's ("loyal to X", "they fired at X as he fled")?"""
    if _himself().match(text, end) is not None:
        return True
    last = text[max(low, start - _BEFORE) : start].rsplit(None, 1)[-1:]
    return bool(last) and last[0].casefold() in _doers_end() and slot_before(text, low, start, end) == "doer"


def slot_behind(text: str, end: int) -> Slot | None:
    """What the words behind the name that ends at `end` tell of it."""
    after = text[end : end + _AFTER]
    if SORT_OF_TOWN.match(after) is not None:
        return "body"  # "the Andean city of X"
    return next((slot for slot, pattern in _behind() if pattern.match(after) is not None), None)
