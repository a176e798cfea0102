"""A sentence without a figure that tells where the attack was which the lead placed in a region or a country only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.backrefs import OTHER, fits, learn, paragraph_of, turns
from extract.eventkinds import STRIKES, VIOLENT, kinds_in
from extract.fightwords import NEXT_DEED
from extract.group import (
    AREAS,
    HARM,
    NEARER,
    TOWNS,
    Group,
    harmed,
    here,
    lies_in,
    of_weapons,
    same_place,
    spans,
    words_of,
)
from extract.mentions import size_of
from extract.ownplaces import EARLIER, NAMED
from extract.unreal import told_as_fact

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.mentions import PlaceMention
    from extract.model import Figure
    from extract.parse import Parsed
    from extract.setting import Setting

#: Paragraphs within which a lead's attack is told on.
_REACH = 3
#: How many events back it is looked for.
_RECENT = 24
#: Kinds of events that one town may be the place of.
_DEEDS = VIOLENT | {"abduction", "territory_change"}
#: What attackers do before they kill: "gunmen entered the village of X".
_CAME = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|fighters|militants|militiamen|rebels|insurgents|jihadists|bandits|men|they|it|convoy|patrol|bombers?)\b[^.;]{0,60}?"
    r"\b(?:entered|arrived|descended|surrounded|invaded|burst|broke|rode|drove|came|crossed|infiltrated|fell)\b"
    r"|\b(?:troops|soldiers|commandos|forces|helicopters|paratroopers|rangers)\b[^.;]{0,40}?\b(?:landed|swooped|descended|parachuted|burst|broke\s+into|surrounded)\b",
    re.IGNORECASE,
)
#: What a strike leaves where it was: "searched the rubble in X".
_RUBBLE = re.compile(r"\b(?:rubble|ruins|wreckage|debris)\b(?=[^.;,]{0,40}\b(?:in|at|near)\b)", re.IGNORECASE)
#: A deed that is not the one told of before, though no place of it is told.
ANOTHER = re.compile(
    r"\b(?:Separately|Elsewhere)\b(?!\s+(?:said|says|announced|reported|confirmed|claimed|stated|put|counted|told|listed)\b)"
    r"|\b(?:another|(?:an?|in)\s+(?:separate|second|third|similar|earlier|previous))\s+(?:[\w-]+\s+){0,2}?"
    r"(?:strike|air\s?strike|attack|raid|blast|bombing|ambush|explosion|assault|incident|clash|operation|shelling|shooting)(?:e?s)?\b"
    # "Hours later a roadside bomb went off": told with an indefinite article, it is none of what was told before.
    r"|\b(?:hours?|minutes|shortly|later\s+in\s+the\s+day|later\s+that\s+(?:day|night|morning|evening))\s*(?:later|afterwards?)?,?\s+an?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:bomb|mine|device|ied|drone|missile|rocket|shell|mortar|grenade|strike|air\s?strike|attack|raid|blast|ambush|explosion)\s+(?:[a-z]+\s+)?(?:went\s+off|exploded|detonated|blew\s+up|hit|struck|slammed|landed|fell|targeted|ripped|tore|killed|wounded)\b",
    re.IGNORECASE,
)
#: What an event did, or took, that is then told more nearly.
_DONE = HARM | {"abducted"}
#: Deeds in many places at once, which one town of them does not hold.
_MANY = re.compile(
    r"\b(?:across|throughout|parts\s+of|(?:several|multiple|various|different)(?!\s+(?:others?|more|people|persons|civilians|houses|homes|shops|vehicles|hours|minutes|times|dozen|hundred|soldiers|fighters|wounded|injured|of)\b)|(?:two|three|four|five|six|seven|eight|nine|ten|dozen|dozens\s+of|\d+)\s+(?:[\w-]+\s+){0,2}?(?:attacks|strikes|clashes|raids|operations|incidents|blasts|explosions|villages|towns|regions|provinces|cities|districts|settlements|communities|states)"
    r"|(?:series|string|spate|wave|waves|succession)\s+of\s+(?:[\w-]+\s+){0,2}?(?:attacks|strikes|clashes|raids|killings|ambushes|bombings|blasts|explosions|assaults|incidents|shootings)"
    r"|(?:twin|simultaneous|coordinated|co-ordinated|back-to-back|consecutive|successive)\s+(?:[\w-]+\s+){0,2}?(?:attacks|strikes|raids|ambushes|bombings|blasts|explosions|assaults))\b",
    re.IGNORECASE,
)


def told_nearer(
    parsed: Parsed,
    groups: list[Group],
    span: tuple[int, int],
    day: tuple[str, str] | None,
    printed: str | None,
    place: PlaceMention | None,
    kinds: set[str] | None = None,
    named: Sequence[PlaceMention] = (),
) -> Group | None:
    """The event of the area around `place` that the sentence `span` tells on, or None.

    Its sentence tells a deed, and no other attack; the event is the last that was told in the few paragraphs
    before, of one deed, and has no town of its own; `named` are the places that the sentence names.
    """
    if place is None or place.kind not in ("city", "site", "point", "other"):
        return None
    sentence = parsed.text[span[0] : span[1]]
    if OTHER.search(sentence) or turns(parsed.text, span[0], loose=True) or NEXT_DEED.match(sentence):
        return None
    number = paragraph_of(parsed, span[0])
    if _RANKED.match(sentence) is not None:
        return None
    for group in reversed(groups[-_RECENT:]):
        if number - max(group.paragraphs, default=-9) > _REACH:
            continue
        if group.kind not in _DEEDS or not any(r.figure.measure in _DONE for r in group.reads):
            continue
        wide = (
            group.mention is None
            or group.beside
            or (group.mention.kind in AREAS and lies_in(place, group.mention))
        )
        if (group.beside and _opens_another(parsed, group, span)) or _other_region(group, named):
            continue
        if not wide or group.window or (group.day is not None and spans(group.day)):
            continue
        weekend = _in_weekend(group, day)
        if not fits(group, None if weekend else day, printed, place):
            continue
        if of_many(parsed, group):
            return None
        if not by_its_means(sentence, group.kind, kinds or set()):
            continue
        if weekend:
            group.day = day
        return group
    return None


#: How the next of several is told: "The second died in …".
_THE_NEXT = re.compile(
    r"\s*(?:(?:The|A)\s+(?:second|other|third|fourth)|The\s+others|Another|Two\s+others?|Two\s+more)\b(?![^.;]{0,60}\b(?:said|hid|hidden|escaped|survived|fled|jumped|swam|managed|freed|released|rescued|unharmed|unhurt)\b)"
)
#: How many of the figures told next are looked at.
AHEAD = 6
#: A part of so much of the dead tells where all of them were.
_MOST = 0.8


def tells_one_of_several(parsed: Parsed, home: Group, span: tuple[int, int]) -> bool:
    """ "One was shot in X. The second died in Y": is one of several told by the sentence, or the next of them?"""
    several = any(r.figure.measure in HARM and r.figure.value > 1 for r in home.reads)
    return several and any(_THE_NEXT.match(parsed.text, at) is not None for at in span)


def of_some(
    setting: Setting,
    groups: list[Group],
    home: Group | None,
    span: tuple[int, int],
    place: PlaceMention | None,
    ahead: list[Read],
) -> bool:
    """ "Missiles killed four in the country. One hit X. Three died there. In Y …": does the town have some of the dead only?

    Those that are told next, `ahead`, or "the second" of them, after whom another town is told; or a town told since had some.
    """
    if home is None or place is None or home.mention is None:
        return False
    if home.mention.kind not in AREAS:
        return False
    parsed = setting.parsed
    dead = [
        r.figure for r in home.reads if r.figure.measure in ("killed", "injured") and r.draft.part_of is None
    ]
    if not dead:
        return False
    if tells_one_of_several(parsed, home, span):
        return True
    if any(g.placed and _some_of(g, home, dead) for g in groups[-_RECENT:]):
        return True
    number = paragraph_of(parsed, span[0])
    theirs = [
        r.figure
        for r in ahead
        if r.draft.paragraph == number and r.draft.part_of is None and same_place(r.figure.place, place.name)
    ]
    if not any(_fewer(theirs, whole) for whole in dead):
        return False
    end = parsed.paragraphs[min(number + 1, len(parsed.paragraphs) - 1)].end
    return any(
        m.kind in TOWNS and not setting.locates(m) and not same_place(m.name, place.name)
        for m in setting.scene(span[1], end)
    )


def _fewer(some: list[Figure], whole: Figure) -> bool:
    """Do the figures count some of those that the whole counts, not nearly all of them?"""
    return 0 < sum(f.value for f in some if f.measure == whole.measure) < _MOST * whole.value


def _some_of(town: Group, home: Group, dead: list[Figure]) -> bool:
    """Is it a town in the event's area, told since, with some of the event's dead?"""
    if town is home or town.mention is None or town.mention.kind not in TOWNS:
        return False
    if min(town.sentences) <= min(home.sentences) or not lies_in(town.mention, home.mention):
        return False
    return any(_fewer([r.figure for r in town.reads], whole) for whole in dead)


#: How a sentence sets its own scene: "In Jabal Rayyan, a drone …".
_SCENE = re.compile(
    r"(?:[-–—•*]\s*)?(?:And\s+)?(?:In|At|Near|Outside)\s+(?P<where>[^.;:]*?),\s+(?P<who>[\w’'-]+)"
)
#: How the next of several deeds is ranked: "The worst losses came in …".
_RANKED = re.compile(
    r"\s*(?:The|Its|Their)\s+(?:(?:[a-z]+\s+)?(?:worst|deadliest|bloodiest|heaviest|biggest|largest|gravest)|next|other|latest)\b"
)


def own_scene(sentence: str) -> bool:
    """ "In Hollen, gunmen …": does it set the scene of a deed that it tells for the first time?"""
    scene = _SCENE.match(sentence)
    return scene is not None and scene["who"].casefold() not in _KNOWN


#: What speaks of the deed told before, however its sentence opens.
_KNOWN = frozenset({"the", "this", "that", "it", "they", "its", "their"})
_NAME = re.compile(r"[A-Z][\w’'-]+")


def _opens_another(parsed: Parsed, group: Group, span: tuple[int, int]) -> bool:
    """ "A strike near one town killed three. In another, a drone hit …": does it set the scene of a deed of its own?"""
    scene = _SCENE.match(parsed.text, *span)
    if scene is None or scene["who"].casefold() in _KNOWN:
        return False
    named = words_of(" ".join(_NAME.findall(scene["where"])))
    told = " ".join(parsed.text[a:b] for a, b in group.sentences).casefold()
    return bool(named) and not any(word in told for word in named)


def _other_region(group: Group, named: Sequence[PlaceMention]) -> bool:
    """Does a sentence name a region that is not the one in which the event was told to be?"""
    if group.mention is None or group.mention.kind != "region":
        return False
    others = [m for m in named if m.kind == "region" and size_of(m) >= size_of(group.mention)]
    return bool(others) and not any(same_place(m.name, group.place) for m in others)


#: What falls from afar, and what men do where they are.
_FROM_AFAR = frozenset({"drone_strike", "missile_strike", "air_strike", "shelling"})
_ON_GROUND = frozenset({"shooting", "abduction", "clash", "territory_change"})
_MEN = re.compile(
    r"\b(?:gunm[ae]n|attackers|assailants|fighters|militants|militiamen|rebels|insurgents|jihadists|bandits|men)\b"
)

_RAIDED = re.compile(
    r"\b(?:raided|stormed|overran|ambushed|searched\s+(?!(?:through|for)\b)|swept|looted|torched)\b",
    re.IGNORECASE,
)


def by_its_means(sentence: str, kind: str, kinds: set[str]) -> bool:
    """May a sentence that tells `kinds` be of an event of a kind? No gunmen "came on motorcycles" in a drone strike."""
    came = None if _RUBBLE.search(sentence) else _CAME.search(sentence)
    men = bool(kinds & _ON_GROUND) or _RAIDED.search(sentence) is not None
    men = men or (came is not None and _MEN.match(came[0].casefold()) is not None)
    fell = bool(kinds & _FROM_AFAR)
    return not (men and not fell and kind in _FROM_AFAR) and not (fell and not men and kind in _ON_GROUND)


def from_the_rubble(
    parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int], day: tuple[str, str] | None
) -> Group | None:
    """The strike whose rubble a figure's sentence names the place of: "the rubble in X, where 12 were wounded"."""
    if read.placed is None or read.placed.why != NAMED or read.placed.mention is None:
        return None
    if read.figure.measure not in HARM or _RUBBLE.search(parsed.text, *span) is None:
        return None
    home = told_nearer(parsed, groups, span, day, None, read.placed.mention)
    if home is not None:
        learn(parsed, home, span, day, read.placed.mention)
    return home


def _in_weekend(group: Group, day: tuple[str, str] | None) -> bool:
    """Is the day one of those on which the event is told to have been, "at the weekend"?"""
    if day is None or group.day is None or not group.day[0] <= day[0] <= day[1] <= group.day[1]:
        return False
    return any("weekend" in (r.figure.when or "").casefold() for r in group.reads)


def of_many(parsed: Parsed, group: Group) -> bool:
    """Is an event counted over several places or deeds?"""
    return of_weapons(group) or told_of_many(parsed, group)


def told_of_many(parsed: Parsed, group: Group) -> bool:
    """Does a sentence of the event tell of several places or deeds: "in two regions", "a series of raids on villages"?"""
    return any(_MANY.search(parsed.text, *span) for span in group.sentences)


def deeds_in(parsed: Parsed, span: tuple[int, int]) -> list[tuple[str, int, int]]:
    """(kind, start, end) of the signs of an attack that the sentence `span` tells as one that happened."""
    sentence = parsed.text[span[0] : span[1]]
    signs = [sign for sign in kinds_in(sentence) if sign[0] in _DEEDS]
    signs += [("attack", *match.span()) for match in _CAME.finditer(sentence)]
    signs += [("attack", *match.span()) for match in _RUBBLE.finditer(sentence)]
    return [
        (kind, span[0] + a, span[0] + b) for kind, a, b in signs if told_as_fact(parsed, span[0], span[0] + a)
    ]


_TOWNSHIP = re.compile(r"\s(?:[Tt]ownship|[Cc]ounty|[Mm]unicipality|[Ll]ocality|[Dd]istrict)\Z")


def next_in_township(small: Group, wide: Group) -> bool:
    """A township's attack, and what fell on a village of which the next paragraph tells, with no harm of its own."""
    if wide.mention is None or small.mention is None or harmed(small):
        return False
    if not wide.mention.small and _TOWNSHIP.search(wide.mention.name) is None:
        return False
    village = small.mention.kind not in ("country", "region", "sea")
    first = min(small.paragraphs)
    return village and any(0 <= first - told <= 1 for told in wide.paragraphs)


_FALLING = frozenset(
    {"bombs", "missiles", "rockets", "shells", "drones", "projectiles", "mortars", "rounds", "munitions"}
)


def fell_on(wide: Group, small: Group) -> bool:
    """May what fell on a town, without harm there, be what did an area's harm? No rockets are of a planted bomb."""
    if wide.kind not in STRIKES:
        return False
    bombed = wide.kind == "bombing"
    if (
        small.kind == wide.kind
        and not bombed
        and any(r.figure.measure in ("hit", "locations_hit") for r in small.reads)
    ):
        return True
    return any(_fell(r) and (not bombed or (r.figure.unit or "").endswith("bombs")) for r in small.reads)


def _fell(read: Read) -> bool:
    """Are bombs or missiles counted that fell: "two jets dropped four bombs on the monastery"?"""
    unit = (read.figure.unit or "").split(" ")[-1]
    return read.figure.measure in ("launched", "hit") and unit in _FALLING


def tells_where(home: Group, read: Read, spoken: bool) -> None:
    """ "Eight died in the region. … hit a market in the town, killing eight": the town of the same count."""
    placed = read.placed
    # "The dead in the town included …": a part that tells where all of them died.
    if placed is None or not (read.draft.part_of is None or spoken):
        return
    earlier = placed.why == EARLIER and read.draft.part_of is None
    if placed.why == NAMED or earlier:
        if lies_in(placed.mention, home.mention) or (home.beside and not here(home, read)):
            home.narrow(placed.name, placed.mention)
            home.why = NEARER


def settle_by_parts(wide: Group) -> None:
    """ "Seven died in the province. The clashes in one town left four and three dead": all seven, in the town."""
    if wide.mention is None or wide.mention.kind != "region":
        return
    for whole in wide.reads:
        parts = [
            r
            for r in wide.reads
            if r.draft.part_of is whole.draft and r.figure.measure == whole.figure.measure
        ]
        if not parts or sum(r.figure.value for r in parts) != whole.figure.value:
            continue
        mentions = [r.placed.mention for r in parts if r.placed is not None and r.placed.mention is not None]
        named = {m.name for m in mentions}
        if len(mentions) == len(parts) and len(named) == 1 and lies_in(mentions[0], wide.mention):
            wide.narrow(mentions[0].name, mentions[0])
            return


def settle_by_clause(wide: Group) -> None:
    """ "In the province of Marib, 13 fighters and six soldiers died when … near Hajr": all of them, near Hajr."""
    if wide.mention is None or wide.mention.kind != "region":
        return
    for span in wide.sentences:
        here = [r for r in wide.reads if span[0] <= r.figure.start < span[1] and r.draft.part_of is None]
        named = {
            r.placed.mention.name: r.placed.mention
            for r in here
            if r.placed is not None and r.placed.mention is not None and r.placed.why == NAMED
        }
        inner = [m for m in named.values() if lies_in(m, wide.mention) and size_of(m) < size_of(wide.mention)]
        if len(here) > 1 and len(inner) == 1 and len(named) == 2 and len(wide.sentences) == 1:
            wide.narrow(inner[0].name, inner[0])
            return


def tells_nearer(home: Group, read: Read) -> bool:
    """ "The outpost", which tells the town that the deed of the province was in."""
    placed = read.placed
    if read.figure.measure not in HARM:
        return False
    return placed is not None and placed.why.startswith("“") and lies_in(placed.mention, home.mention)
