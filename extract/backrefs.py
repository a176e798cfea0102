"""Sentences that speak of an event told before: "the strike hit …", "the dead included …", "the bus was stopped …".

A definite noun of an attack, of its victims, or of a thing that the event's own sentences brought in tells
which event is meant. What such a sentence adds, a town or a day, is the event's.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.eventkinds import STRIKES, VIOLENT, kinds_in
from extract.group import AREAS, Group, lies_in, of_weapons, same_day, same_print, same_spot
from extract.lexicon import load
from extract.nouns import singular
from extract.placejoins import on_road
from extract.wordlists import countries

if TYPE_CHECKING:
    from extract.mentions import PlaceMention
    from extract.parse import Parsed

#: Paragraphs within which an event is spoken of again without its name.
_REACH = 6
#: How many of the events told last are looked at.
_RECENT = 24


#: Keys of the word list that stand for several kinds.
_CLASSES = {
    "strikes": STRIKES,
    "fights": frozenset({"clash", "attack", "shooting", "territory_change"}),
    "attacks": VIOLENT | {"abduction", "territory_change"},
    "victims": VIOLENT | {"abduction", "accident"},
}


@functools.cache
def _meant() -> dict[str, frozenset[str]]:
    """Singular noun -> the kinds of event that it may mean with an article."""
    found: dict[str, set[str]] = {}
    for kind, nouns in load("events")["meant"].items():
        for noun in nouns:
            found.setdefault(singular(str(noun)), set()).update(_CLASSES.get(str(kind), {str(kind)}))
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


_DEFINITE = re.compile(
    r"\b(?:the|this|these|those|that|(?:[a-z]+day|last\s+night)['’]s)\s+((?:[a-z][\w-]*\s+){0,2}?)([a-z][\w-]*)\b",
    re.IGNORECASE,
)
#: "In a separate attack", "another strike", "the second blast": not the one told of.
OTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|other|second|third|similar|latest|previous|earlier|same\s+day|elsewhere)\b",
    re.IGNORECASE,
)


#: "Hours before the attack", "in response to the strike": told of to place something else.
_BESIDE = re.compile(
    r"\b(?:before|after|since|to|for|following|amid|against|despite|until|from|over|about|with|condemn\w+|denied|deny|claim\w*)\s+$",
    re.IGNORECASE,
)


_DEED = r"(?:air\s?strike|strike|attack|raid|blast|bombing|ambush|explosion|assault|massacre|crash|shooting|clash|battle|kidnapping|abduction|shelling|bombardment)"
_ONE_DEED = re.compile(
    rf"\b(?:an?|one|another)\s+(?:(?!(?:the|this|that|after|before|since|during)\b)[\w-]+\s+){{0,3}}?{_DEED}\b"
    r"|\b(?:overran|stormed|ambushed|raided|massacred|abducted|kidnapped|torched|capsized|exploded|detonated|gunned\s+down|blew\s+(?:up|himself|herself))\b"
    r"|\b(?:attacked|bombed|shelled|hit|struck)\s+(?:an?|the|one)\s"
    # "at least 16 were killed when a convoy was fired on"
    r"|\b(?:killed|wounded|injured|died|dead|hurt|drowned|burned|burnt|lives)\b[^.;]{0,50}\bwhen\s+(?:an?|one|gunmen|militants|rebels|troops|soldiers|police|fighters|jihadists|bandits|raiders|insurgents|warplanes|it)\s"
    # "the deadliest, in January at X, claimed six lives"
    r"|\bthe\s+(?:(?:single|most|second|by\s+far)\s+)?(?:deadliest|bloodiest|worst|heaviest|deadly|serious)\b(?!\s+(?:[a-z]+\s+)?(?:months?|years?|weeks?|period|toll|phase|quarter|spell|stretch)\b)",
    re.IGNORECASE,
)
#: "In the heaviest loss for the army since the coup": with what one deed is compared.
_COMPARED = re.compile(
    r"\b(?:deadliest|bloodiest|worst|heaviest|biggest|largest|gravest|fiercest|boldest|first|second|third|fourth|fifth)\b[^.;]{0,80}?\bsince\b",
    re.IGNORECASE,
)
#: A count over several deeds, or of months up to now.
_MANY_DEEDS = re.compile(
    rf"\b{_DEED}s\b|\bclashes\b|\bfighting\b|\boffensive\b|\bha(?:s|ve)\s+(?:\w+\s+)?(?:been\s+)?(?:killed|died|wounded|injured|displaced|arrested|abducted)"
    r"|\b(?:so\s+far|since|in\s+total|a\s+total\s+of|alone)\b",
    re.IGNORECASE,
)


@functools.cache
def _turns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, opening = load("events")["turns"], r"\s*[“\"•]?\s*"
    plain = re.compile(f"{opening}{words['match']}")
    return plain, re.compile(f"{opening}(?:{words['match']}|{words['loose']})")


#: "The bombardment came after rebels seized X", "It followed a raid on Y": where another deed was.
AFTER_ANOTHER = re.compile(
    r"\b(?:(?:came|comes|coming)\s+(?:[\w-]+\s+){0,3}?(?:after|before|as|amid)|follow(?:s|ed)|in\s+(?:response|retaliation|revenge|reprisal)\s+(?:to|for))\b"
)


def turns(text: str, start: int, *, loose: bool = False) -> bool:
    """Does what begins at `start` open with a turn to another deed: "Elsewhere", "In the neighbouring province"?

    With `loose`, also a word that may go on with what was told: "Meanwhile".
    """
    return _turns()[loose].match(text, start) is not None


def one_deed(sentence: str) -> bool:
    """ "An attack there last month killed 75": one thing that happened, though no day is told."""
    if _ONE_DEED.search(sentence) is None:
        return False
    return _MANY_DEEDS.search(_COMPARED.sub(" ", sentence) if "since" in sentence else sentence) is None


_THE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Tt]hat)((?:\s+[\w-]+){1,4})(?:\s+(?:on|at|in|against|near|of)((?:\s+[\w’'-]+){1,3}))?"
)
_NO_PHRASE = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "for",
        "by",
        "and",
        "or",
        "who",
        "that",
        "which",
        "from",
        "to",
        "with",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
        "as",
        "when",
        "where",
    ]
)
#: What was before the deed, or did not come of it.
NOT_OF_IT = re.compile(r"\b(?:before|until|to|against|despite|ahead\s+of|prior\s+to)\s+$", re.IGNORECASE)
_SAYS_MORE = re.compile(r"[a-z]{4,}")


def deeds_named(sentence: str, *, outcome: bool) -> list[tuple[frozenset[str], str, frozenset[str]]]:
    """(kinds, the noun without its plural, what tells it from others) of each deed that a sentence names with a definite noun: "the raid on the depot".

    `outcome`: what is asked about came of the deed, so that "after the raid", "since the raid" name it too.
    """
    found = []
    beside = NOT_OF_IT if outcome else _BESIDE
    for match in _THE.finditer(sentence):
        if beside.search(sentence, 0, match.start()):
            continue
        words = match[1].split()
        for at, word in enumerate(words):
            if word in _NO_PHRASE:
                break
            kinds = _meant().get(singular(word.casefold()))
            if kinds and not OTHER.search(" ".join(words[:at])):
                more = " ".join([*words[:at], *words[at + 1 :], match[2] or ""]).casefold()
                found.append((kinds, word.casefold().removesuffix("s"), frozenset(_SAYS_MORE.findall(more))))
                break
    return found


#: Who is left of any deed, and words for any attack, of which the one told last is meant.
VICTIMS = frozenset({"dead", "victim", "wounded", "injured", "body", "casualty"})
ANY_DEED = frozenset(
    {
        "attack",
        "assault",
        "incident",
        "violence",
        "killing",
        "attacker",
        "assailant",
        "fighting",
        "strike",
        "raid",
        "clash",
    }
)


def kinds_meant(noun: str) -> frozenset[str]:
    """The kinds of event that a singular noun may mean with an article; none of a noun that names no deed."""
    return _meant().get(noun, frozenset())


_OF_ANY = re.compile(r"\s+of\s+(?:an?|another|some|several|two|three|four|five|unidentified|unknown)\b")


def meant_in(sentence: str) -> frozenset[str]:
    """The kinds of event that a sentence speaks of with a definite noun, as of one told before."""
    found: set[str] = set()
    for match in _DEFINITE.finditer(sentence):
        if _OF_ANY.match(sentence, match.end()):
            continue  # "in the explosion of an old mine": told for the first time
        if not OTHER.search(match[1]) and not _BESIDE.search(sentence, 0, match.start()):
            found |= _meant().get(singular(match[2].casefold()), frozenset())
    return frozenset(found)


#: Nouns that name no single thing.
_LOOSE = frozenset(
    ["people", "group", "army", "military", "government", "ministry", "region", "city", "town", "area", "country", "state", "province", "village", "district", "war",
     "police", "force", "official", "president", "minister", "time", "day", "night", "week", "month", "year", "number", "report", "statement", "war", "capital", "border",
     "north", "south", "east", "west", "side", "weapon", "drone", "missile", "man", "woman", "child", "civilian", "soldier", "fighter", "person", "spokesman", "mayor"]
)  # fmt: skip
_OPENING = re.compile(r"(?:The|This|That|These|Those|Its|Their)\s+((?:[a-z][\w-]*\s+){0,2}?)([a-z][\w-]*)\b")


def is_loose(noun: str) -> bool:
    """Does a singular noun name no single thing that a deed may bring in?"""
    return noun in _LOOSE or noun in _meant()


def _thing_in(sentence: str) -> str:
    """The thing that a sentence opens with as known: "The bus, with 41 people aboard, …"; else ""."""
    opening = _OPENING.match(sentence)
    thing = singular(opening[2].casefold()) if opening and not OTHER.search(opening[1]) else ""
    return "" if is_loose(thing) else thing


def refers(sentence: str) -> bool:
    """May a sentence speak of something told before?"""
    return bool(meant_in(sentence) or _thing_in(sentence))


def _brought_in(parsed: Parsed, group: Group, noun: str) -> bool:
    """Did a sentence of the event bring in what is now spoken of: "a bus", "two barges"?"""
    pattern = re.compile(
        rf"\b(?:an?|two|three|four|several|some|one)\s+(?:[\w-]+\s+){{0,3}}?{re.escape(noun)}s?\b",
        re.IGNORECASE,
    )
    return any(pattern.search(parsed.text, *span) for span in group.sentences)


def paragraph_of(parsed: Parsed, offset: int) -> int:
    """The number of the paragraph at an offset."""
    return bisect_right(parsed.paragraphs, offset, key=lambda p: p.start) - 1


#: "The strikes", "these attacks": more than the one in a town.
_SEVERAL = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose)\s+(?:[a-z-]+\s+)?(?:strikes|attacks|raids|bombings|clashes|air\s?strikes|blasts|explosions)\b"
)


def in_area(group: Group) -> bool:
    """Is it told of a region or a country?"""
    return group.mention is not None and group.mention.kind in AREAS


def spoken_of(
    parsed: Parsed,
    groups: list[Group],
    span: tuple[int, int],
    day: tuple[str, str] | None,
    printed: str | None,
    place: PlaceMention | None,
) -> Group | None:
    """The event told before that the sentence `span` speaks of, or None.

    `day`, `printed` and `place` are what the sentence itself names; they may be narrower than the event's,
    never another's.
    """
    sentence = parsed.text[span[0] : span[1]]
    kinds, thing = meant_in(sentence), _thing_in(sentence)
    if not kinds and not thing:
        return None
    number = paragraph_of(parsed, span[0])
    ends = {end: start for g in groups for start, end in g.sentences}
    many = _SEVERAL.search(sentence) is not None
    # "Strikes killed 34 across the land, 19 of them in X. The strike …": rather the one on X.
    last = sorted(groups, key=lambda g: (-_told_at(parsed, g, span, ends), not many and in_area(g)))
    last = last[:_RECENT]
    if place is not None:  # "the raids on the valley": rather those that were told with its name
        last.sort(key=lambda g: not names(parsed, g, place))
    for group in last:
        told = [s for s in group.sentences if s[0] < span[0]]
        if not told or number - paragraph_of(parsed, max(told)[0]) > _REACH or group.window:
            continue
        named = group.kind in kinds or (group.kind == "other" and kinds & STRIKES)
        if not named and not (thing and _brought_in(parsed, group, thing)):
            continue
        if fits(group, day, printed, place):
            return group
    return None


def _told_at(parsed: Parsed, group: Group, span: tuple[int, int], ends: dict[int, int]) -> int:
    """Where an event was told last before `span`; what a sentence told beside its own deed, before that deed.

    "Rebels shelled X, hours after a bomb killed nine in Y. The attack …": rather on X. `ends` has the start of each
    part of a sentence by its end.
    """
    at = max((s for s in group.sentences if s[0] < span[0]), default=(0, 0))[0]
    aside = at in ends and not parsed.text.startswith(",", at)
    return ends[at] - 1 if aside else at


def names(parsed: Parsed, group: Group, place: PlaceMention) -> bool:
    """Does a sentence of the event name the place?"""
    return any(parsed.text.find(place.name, *span) >= 0 for span in group.sentences)


#: A name that is of a part of a town.
_OF_A_TOWN = re.compile(
    r"\b(?:neighbou?rhoods?|districts?|quarters?|suburbs?|streets?|avenues?|squares?|roundabouts?|junctions?|towers?|buildings?)$",
    re.IGNORECASE,
)


def fits(group: Group, day: tuple[str, str] | None, printed: str | None, place: PlaceMention | None) -> bool:
    """May a day and a place be those of the event, or tell them more exactly?"""
    if not (group.weak_day or same_day(group.day, day)) or not same_print(group.printed, printed):
        return False
    if place is None or group.mention is None:
        return True
    there = Group("", place.name, place, None)
    if not group.placed and place.kind != "country":
        return True  # its place was only carried over: here its own is told
    if group.beside and place.kind != "country":
        return True
    if group.mention.kind == "city" and (place.small or _OF_A_TOWN.search(place.name)):
        return True  # "the shelling hit two districts", of the city
    return same_spot(group, there) or lies_in(place, group.mention) or lies_in(group.mention, place)


def learn(
    parsed: Parsed,
    group: Group,
    span: tuple[int, int],
    day: tuple[str, str] | None,
    place: PlaceMention | None,
) -> None:
    """Give the event the sentence, and what it tells more exactly than was known."""
    if place is not None and group.placed and on_road(parsed.text, place.end):
        place = None  # "The bus was hit on the X-Y highway": no nearer than "near Hollen"
    if span not in group.sentences:
        group.sentences.append(span)
    group.paragraphs.add(paragraph_of(parsed, span[0]))
    if group.kind == "attack" and any(
        kind == "clash" for kind, _, _ in kinds_in(parsed.text[span[0] : span[1]])
    ):
        group.kinds["clash"] += 1
    if day is not None and (group.day is None or group.weak_day):
        group.day, group.weak_day, group.printed = day, False, None
    wide = group.mention is None or (place is not None and (lies_in(place, group.mention) or group.beside))
    if place is not None and (wide or not group.placed) and not _over_a_land(group, place):
        group.narrow(place.name, place)
        group.placed = True
        group.why = "the place told where the text speaks of it again"


def _over_a_land(group: Group, place: PlaceMention) -> bool:
    """Were weapons counted that a whole country was attacked with? "The strike left one region dark" tells of some of them."""
    if place.kind != "region":
        return False
    land = group.mention.kind == "country" if group.mention is not None else group.place in countries()
    return land and of_weapons(group)
