"""Whether a figure may be of an event: kinds that go together, sides that are opposed, parts of an area's count."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.drafts import same_sentence
from extract.eventkinds import STRIKES, VIOLENT, family
from extract.group import AREAS, HARM, TOWNS, WEAPONS, Group, attacker, day_of, here, lies_in, same_place
from extract.mentions import size_of
from extract.nouns import singular
from extract.nounwords import unit_noun
from extract.parties import named_group, outlaws
from extract.setting import CARRIED, EARLIER, NAMED
from extract.wordlists import countries

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.mentions import PlaceMention

#: Figures of a state of affairs, which belong to an event only where one is told beside them.
STATES = frozenset({"displaced", "affected", "deployed", "missing", "evacuated"})
_HURT = frozenset({"killed", "injured", "casualties"})
_PEACEFUL = frozenset(
    {"talks", "agreement", "prisoner_exchange", "statement", "sanction", "aid", "protest", "arrest"}
)
_UTILITIES = frozenset({"without_power", "without_heat", "without_water"})


def loosely_around(group: Group, read: Read) -> bool:
    """Is the figure's place, which its own sentence does not name, the region around the event's town?"""
    placed = read.placed
    if placed is None or placed.mention is None or placed.why == NAMED or group.mention is None:
        return False
    return placed.mention.kind in AREAS and lies_in(group.mention, placed.mention)


def elsewhere(group: Group, read: Read) -> bool:
    """Does the figure's sentence name a town that is not the event's?"""
    placed = read.placed
    if placed is None or placed.why != NAMED or placed.mention is None or group.mention is None:
        return False
    if here(group, read) or placed.mention.kind not in ("city", "site", "region"):
        return False
    return not lies_in(group.mention, placed.mention) and not lies_in(placed.mention, group.mention)


def fight_at_one(group: Group, kind: str, place: str | None) -> bool:
    """ "At Y, troops exchanged fire with those who had raided X and Y": is it a fight at one of a raid's towns?

    It is a deed of its own: whatever is told of it takes neither the raid's kind nor the raid's dead.
    """
    if kind != "clash" or group.kind not in STRIKES or place is None or group.place is None:
        return False
    towns = group.place.split("; ")
    return len(towns) > 1 and "; " not in place and any(same_place(town, place) for town in towns)


def apart_fight(group: Group, read: Read, kind: str, span: tuple[int, int]) -> bool:
    """Does a figure count what a later sentence tells of such a fight?"""
    return not group.overlaps(span) and fight_at_one(group, kind, read.figure.place)


def away(group: Group, read: Read) -> bool:
    """Is the figure placed in another town, by its words or by who says so, not merely by what was told before?"""
    placed = read.placed
    if placed is None or placed.why in CARRIED or placed.mention is None or placed.mention.kind != "city":
        return False
    return not here(group, read) and not lies_in(placed.mention, group.mention)


def each_its_own(group: Group, read: Read) -> bool:
    """ "Three died in one region and two in another": two places of one size, each with dead of its own."""
    ours, placed = group.mention, read.placed
    if ours is None or placed is None or placed.mention is None or placed.why != NAMED or not group.placed:
        return False
    if read.draft.part_of is not None:
        return False
    towns = {ours.kind, placed.mention.kind} <= TOWNS and not _one_spot(ours, placed.mention)
    towns = towns or _beyond(group, read, ours, placed.mention)
    counted = any(r.figure.measure == read.figure.measure for r in group.reads)
    return towns or (counted and ours.kind == placed.mention.kind and ours.kind in ("city", "region"))


#: Where a sentence goes on to what others did elsewhere.
_WHILE = re.compile(r"[,;]\s+(?:while|whereas|and\s+(?:in|near|at))\b")


def _beyond(group: Group, read: Read, ours: PlaceMention, theirs: PlaceMention) -> bool:
    """ "A bomb killed four near X, while forces killed 11 in Y and Z": does another clause count at a place of its own?"""
    if read.figure.measure not in HARM or same_place(group.place, read.figure.place):
        return False
    before = [r.figure.end for r in group.reads if r.figure.end <= read.figure.start]
    if not before or not ours.end <= read.figure.start <= theirs.start:
        return False
    return _WHILE.search(read.draft.piece.text, max(before[-1], ours.end), read.figure.start) is not None


def in_another_town(group: Group, read: Read) -> bool:
    """ "Fifteen died in one camp. Nine aid workers were among the dead in the other": its own, part though it looks."""
    town = _town_of(read)
    if town is None or group.mention is None or not group.placed or group.mention.kind not in TOWNS:
        return False
    # "A spokesman in X said nine of the dead were children": not where he sits.
    return town.start > read.draft.end and not _one_spot(group.mention, town)


def _one_spot(one: PlaceMention, other: PlaceMention) -> bool:
    """Is the one a part of the other, or the same by another name?"""
    names = {one.name, other.name}
    return len(names) == 1 or (one.within in names or other.within in names) or same_place(*names)


def shared_out(reads: list[Read]) -> set[int]:
    """The ids of the drafts that are shared out among towns by one sentence: "two died in X and one in Y"."""
    found: set[int] = set()
    for one, other in pairwise(reads):
        ours, theirs = _town_of(one), _town_of(other)
        if ours is None or theirs is None or one.figure.measure != other.figure.measure:
            continue
        if same_sentence(one.draft, other.draft) and not _one_spot(ours, theirs):
            found |= {id(one.draft), id(other.draft)}
    return found


def _town_of(read: Read) -> PlaceMention | None:
    """The town that a figure's own sentence names for those it counts the hurt of."""
    placed = read.placed
    if placed is None or placed.why != NAMED or read.figure.measure not in _HURT or placed.mention is None:
        return None
    return placed.mention if placed.mention.kind in TOWNS else None


def alike_counted(whole: Read, part: Read) -> bool:
    """Does a part count what its whole counts, over the same days?"""
    weapons = whole.figure.measure in WEAPONS | {"attacks"}
    return (weapons or whole.figure.measure == part.figure.measure) and day_of(part) == day_of(whole)


#: The size of a part of a country, after which its provinces come.
_WIDE = 2.5


def of_one_place(group: Group, read: Read) -> bool:
    """ "Russia launched 74 drones at Ukraine, killing two people in one region": the dead are that region's."""
    placed, wide = read.placed, group.mention
    if placed is None or placed.why != NAMED or placed.mention is None or read.figure.measure not in HARM:
        return False
    # A part of a country ("northern Israel") is as wide.
    country = size_of(wide) >= _WIDE if wide is not None else group.place in countries()
    if not country or any(r.figure.measure in HARM for r in group.reads):
        return False
    return placed.mention.kind in ("region", "city", "site") and placed.name != group.place


def part_elsewhere(group: Group, read: Read) -> bool:
    """ "Five died in the region. … Three of them were killed when a car was hit near a town": the town's own."""
    placed, wide = read.placed, group.mention
    if (
        placed is None
        or placed.why not in (NAMED, EARLIER)
        or placed.mention is None
        or read.figure.measure not in HARM
    ):
        return False
    if placed.why == EARLIER:  # of a deed that its own paragraph told
        return read.draft.part_of is not None and placed.mention.kind in TOWNS and not here(group, read)
    if wide is None:  # "At least 12 died. Six of them were killed in X …": wherever the others did
        whole = read.draft.part_of
        some = whole is not None and read.figure.value <= _HALF * whole.number.value
        return group.place is None and some and not _of_one_sentence(read)
    if wide.kind not in AREAS:
        return elsewhere(group, read) and not _of_one_sentence(read)
    if not lies_in(placed.mention, wide) or placed.mention.kind == "region" == wide.kind:
        return False
    whole = read.draft.part_of
    # "Strikes killed 34 across the strip, 19 of them in X": the 19 are those of X, in one sentence as in two.
    return whole is not None and read.figure.value < _MOST * whole.number.value


#: What a weapon told of the whole makes of a part of which no other is told.
_UNTOLD = frozenset({"attack", "bombing"})


def kind_of_part(whole: Group, kind: str) -> str:
    """ "Guided bombs killed four. Three died in X, where a bomb hit a house": by what the whole was."""
    return whole.kind if whole.kind in _WEAPONED and kind in _UNTOLD else kind


def some_of_sum(group: Group, read: Read) -> bool:
    """ "Strikes killed 31, nine of them in a queue. … The nine were shot near a town": the town's own, told again."""
    placed, earlier = read.placed, read.draft.same_as
    whole = earlier.part_of if earlier is not None else None
    if placed is None or placed.why != NAMED or whole is None or read.figure.measure not in HARM:
        return False
    return not here(group, read) and read.figure.value < _MOST * whole.number.value


def _of_one_sentence(read: Read) -> bool:
    whole = read.draft.part_of
    return whole is not None and same_sentence(whole, read.draft)


def other_weapons(group: Group, read: Read, kind: str) -> bool:
    """Are other weapons counted than those that hit a town, in a later paragraph and at no place of their own?"""
    if read.figure.measure not in ("launched", "shot_down") or kind not in _WEAPONED:
        return False
    town = group.mention is not None and group.mention.kind in TOWNS
    told = [each for each in group.kinds if each in _WEAPONED]
    if not town or not told or kind in told or (read.placed is not None and read.placed.why == NAMED):
        return False
    return read.draft.paragraph not in group.paragraphs


_WEAPONED = frozenset({"air_strike", "drone_strike", "missile_strike", "shelling"})
#: A part of so much of its whole tells where the whole was.
_MOST = 0.8
#: A part of no more than this of its whole tells nothing of where the whole was.
_HALF = 0.6


def breaks_down(group: Group, read: Read) -> bool:
    """ "Three were killed in the region. Two died in one town and one in another": some of the three."""
    if group.mention is None or group.mention.kind not in AREAS or read.figure.when is not None:
        return False
    found, placed = read.draft.counted, read.placed
    if found is not None and (found.more or "other" in found.words):
        return False  # "Two other people died in the next city"
    if placed is not None and placed.mention is not None and not lies_in(placed.mention, group.mention):
        return False
    whole = [r for r in group.reads if r.figure.measure == read.figure.measure]
    return (
        bool(whole)
        and whole[-1].draft.paragraph == read.draft.paragraph
        and (
            0 < read.figure.value < whole[0].figure.value
            and read.draft.unit in (None, "people", whole[0].draft.unit)
        )
    )


_FROM_THE_AIR = frozenset({"air_strike", "drone_strike", "missile_strike"})
_ON_THE_GROUND = frozenset({"attack", "clash", "shooting", "abduction", "territory_change"})


def answers(group: Group, read: Read, kind: str) -> bool:
    """ "The air force killed 30 assailants as they fled": a strike on those who attacked, not of their attack."""
    if kind not in _FROM_THE_AIR or group.kind not in _ON_THE_GROUND:
        return False
    if read.figure.measure not in ("killed", "injured", "casualties") or not group.reads:
        return False
    unit = unit_noun(read.figure.unit)
    attackers = unit in outlaws() | {"attacker", "assailant"}
    others = (read.figure.actor or "") not in ("", *group.actors)
    if kind in group.kinds:
        # "It put its dead at nine and said that it had killed 40 attackers in air strikes afterwards": one sentence.
        return attackers and others
    return attackers or others


def _one_side(who: str, group: Group) -> bool:
    """May gunmen without a name and a named armed group be the same?"""
    bare, named = ([who], [*group.actors]) if who[:1].islower() else ([*group.actors], [who])
    outlaw = any(singular(name.split(" ")[-1].casefold()) in outlaws() for name in bare if name[:1].islower())
    return outlaw and any(named_group(name) is not None for name in named)


def opposed(group: Group, read: Read, beside: bool) -> bool:
    """Do two sides of one night's exchange stand against each other?"""
    if not group.actors or not read.figure.actor:
        return False
    who = attacker(read)
    if who is None or who in group.actors:
        return False
    if _one_side(who, group):
        return False  # "jihadists killed 40 … the group JNIM said it had killed 66"
    if _shot_back(group, read):
        return False
    # In one town on one day, an exchange is told only of weapons sent from either side.
    town = group.mention is not None and group.mention.kind not in AREAS
    if town and read.figure.measure not in WEAPONS and here(group, read):
        return False
    return (who[:1].isupper() and any(a[:1].isupper() for a in group.actors)) or not beside


def _shot_back(group: Group, read: Read) -> bool:
    """Are those counted the attackers of the event themselves ("three of the attackers were shot dead by police")?"""
    fallen = unit_noun(read.draft.unit)
    attackers = any(singular(a.split(" ")[-1]) in outlaws() for a in group.actors)
    return fallen in ("attacker", "assailant") and attackers


def compatible(group: Group, other: str, measure: str, beside: bool, unit: str | None = None) -> bool:
    kind = group.kind
    if measure in _UTILITIES:
        # The lights that went out are the strike's that is told beside, else an event of their own.
        return kind == "outage" or family(kind) == "strike"
    if kind == "outage":
        return other == "outage"
    if family(kind) == family(other):
        return True
    if (
        beside
        and measure in ("abducted", "captured", "arrested", "released")
        and (kind in VIOLENT or kind in ("abduction", "prisoner_exchange", "arrest"))
    ):
        return True
    if beside and kind == "abduction" and measure in HARM:
        return True
    if "attack" in (kind, other) and kind in VIOLENT and other in VIOLENT:
        return True
    if measure == "released" and kind == "abduction":
        return True
    if measure == "released" and unit in ("hostages", "captives") and kind in VIOLENT:
        return True  # those held in the attack
    if any(r.figure.measure == measure for r in group.reads):
        return True
    if measure in ("released", "rescued") and any(r.figure.measure == "abducted" for r in group.reads):
        return True
    if kind in _PEACEFUL and measure in HARM and measure not in ("captured", "lost_equipment"):
        return beside
    if measure in HARM and {kind, other} <= {"clash", "territory_change", "attack"}:
        return True
    if measure in HARM or measure in STATES:
        return other in ("other", "attack", "outage") or (kind in VIOLENT and other in VIOLENT)
    return other == "other"
