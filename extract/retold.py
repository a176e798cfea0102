"""Figures whose own words say which of the events told before they are of: a part, a repeated count, "in the attack"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from extract.backrefs import learn, meant_in, names, spoken_of
from extract.deeds import LATER, Deed
from extract.eventkinds import VIOLENT, family
from extract.exchanges import of_the_freed, of_the_taken
from extract.figuredays import weak
from extract.group import (
    HARM,
    NEARER,
    TOWNS,
    WEAPONS,
    Group,
    day_of,
    harmed,
    here,
    lies_in,
    printed_day,
    same_day,
    same_place,
    tells_harm,
)
from extract.likeness import away, elsewhere
from extract.nearer import from_the_rubble, of_many
from extract.nounwords import unit_noun
from extract.pointedat import in_its_turn, pointed_at
from extract.setting import EARLIER, NAMED
from extract.stretch import SEATED, placed_by_noun

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed
    from extract.seats import Seats


#: What else a sentence may count that tells where an event was, and so few weapons that they came down in one town.
_MAY_NARROW = frozenset({"launched", "hit", "released", "abducted", "arrested"})
_FEW = 20
#: How many events back one is looked for.
_RECENT = 24
#: Paragraphs within which the dead are spoken of again.
_REACH = 3


#: Within so many paragraphs.
_TOLD_ON = 2


def repeats(home: Group, read: Read, day: tuple[str, str] | None, beside: list[Read]) -> bool:
    """May a count that was told before be the event's own, told again, by its place and day?

    `beside` are the figures of its sentence: where fewer died than in the event, it only happens to be the same.
    """
    dead = [r.figure.value for r in home.reads if r.figure.measure == "killed"]
    named = read.placed is not None and read.placed.why == NAMED
    if named and dead and read.figure.measure != "killed":
        fewer = [r for r in beside if r.figure.measure == "killed" and r.draft.part_of is None]
        if any(0 < r.figure.value < 0.8 * max(dead) for r in fewer):
            return False
    # What an event near a town was is told on at once, not of another town after others.
    near = read.draft.paragraph - max(home.paragraphs, default=0) <= _TOLD_ON
    return (home.weak_day or weak(read) or same_day(home.day, day)) and (
        (home.beside and ((named and near) or not away(home, read)))
        or not (elsewhere(home, read) or away(home, read))
    )


#: What follows from an attack, wherever it is felt: "the fall of a line during the raids left 14 villages without power".
_FOLLOWS = frozenset({"without_power", "without_water", "without_heat", "displaced", "evacuated"})


def again_in_town(
    parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int], day: tuple[str, str] | None
) -> Group | None:
    """ "Twenty-two were hurt in the attack in the town of X": the attack that was placed in the province so far."""
    placed = read.placed
    if placed is None or placed.why != NAMED or placed.mention is None:
        return None
    if read.figure.measure not in HARM | _MAY_NARROW or (
        read.figure.measure in WEAPONS and read.figure.value > _FEW
    ):
        return None
    if placed.mention.kind not in TOWNS or any(here(group, read) for group in groups[-_RECENT:]):
        return None
    home = spoken_of(parsed, groups, span, day, printed_day(read.figure.when, day), placed.mention)
    if home is None or not lies_in(placed.mention, home.mention) or of_many(parsed, home):
        return None
    learn(parsed, home, span, day, placed.mention)
    home.why = NEARER
    return home


_OF_THEM = re.compile(
    r"\s+of\s+(?:the|those|these)\s+(?:(?!(?:were|was|are|is|had|have|has)\b)[\w-]+\s+){0,2}?(?:dead|killed|slain|victims|fatalities|wounded|injured|hurt|casualties|bodies)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\s+(?:more\s+)?others?\b", re.IGNORECASE)
_HURT = frozenset({"killed", "injured", "casualties", "hospitalized", "missing"})


def of_them(
    parsed: Parsed, groups: list[Group], read: Read, before: Read | None, home: Group | None
) -> Group | None:
    """ "Thirteen of those killed were …", "60 others were wounded": of the event whose dead were told last, or None.

    `before` is the figure told before it, and `home` its event.
    """
    named = read.placed is not None and read.placed.why == NAMED
    if read.figure.measure not in _HURT:
        return None
    after = read.draft.number.end
    if not named and _OTHERS.match(parsed.text, after) and before is not None and home is not None:
        if before.draft.paragraph == read.draft.paragraph and before.figure.measure in _HURT:
            return home
    if not _OF_THEM.match(parsed.text, after):
        return None
    may = [
        group
        for group in reversed(groups[-_RECENT:])
        if read.draft.paragraph - max(group.paragraphs, default=-9) <= _REACH
        and not group.window
        and (not named or here(group, read))
        and any(r.figure.measure in _HURT and r.figure.value >= read.figure.value for r in group.reads)
    ]
    kinds = meant_in(found.first.sent.text) if (found := read.draft.counted) is not None else frozenset()
    # "Four of the soldiers hurt in the bombing": of the bombing, whatever was told since.
    return next((group for group in may if group.kind in kinds), may[0] if may else None)


def of_those_here(parsed: Parsed, read: Read, last: Read | None, told: Group | None, home: Group) -> bool:
    """ "Fourteen died in Y. Eight of the injured …": Y's injured, whom no number counts, and not those counted in X above.

    `home` is the event of the whole that was found, `last` the figure told before, `told` its event. The figure is
    then no part of that whole, and has the place and the day of `told`.
    """
    whole = read.draft.part_of
    if whole is None or last is None or told is None or told is home or told.kind not in VIOLENT:
        return False
    here_told = last.draft.paragraph == read.draft.paragraph > whole.paragraph
    if not here_told or _OF_THEM.match(parsed.text, read.draft.number.end) is None:
        return False
    if told.place is None or same_place(told.place, home.place) or lies_in(told.mention, home.mention):
        return False
    part_of_it(read, told)
    return True


def part_of_it(read: Read, home: Group) -> None:
    """Make a figure a part of what its own event counts of the kind, if anything, with the event's place and day."""
    whole, figure = read.draft.part_of, read.figure
    count = next(
        (
            r
            for r in reversed(home.reads)
            if whole is not None
            and r.figure.measure == whole.measure
            and r.draft.part_of is None
            and r.figure.value > figure.value
        ),
        None,
    )
    read.draft.part_of = count.draft if count is not None else None
    figure.part_of = count.figure.id if count is not None else None
    figure.place, figure.place_why = home.place, SEATED
    if figure.when is None and home.day is not None:
        (figure.date_from, figure.date_to), figure.date_why = home.day, SEATED


#: "The attack in the province wounded nine": one deed, told again with the land around its town.
_IN_ONE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:[a-z-]+\s+)?(?:attack|strike|air\s?strike|raid|blast|bombing|explosion|shelling|bombardment)\s+(?:in|on)\b"
)


#: Strikes in which no attackers fall.
_NO_MEN = frozenset({"drone_strike", "missile_strike", "air_strike", "shelling"})
_MEN = frozenset({"attacker", "assailant", "intruder", "raider", "gunman"})


def in_the_attack(
    parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int], day: tuple[str, str] | None
) -> Group | None:
    """ "Two clinics in the town were damaged in the strike": of the strike told last, wherever the town was found."""
    placed = read.placed
    if read.figure.measure not in HARM or weak(read) or read.figure.scope == "cumulative":
        return None
    named = placed.mention if placed is not None and placed.why == NAMED else None
    region = named is not None and named.kind == "region" and _IN_ONE.search(parsed.text, *span) is not None
    if named is not None and read.figure.measure not in _FOLLOWS and not region:
        return None
    if read.figure.when is None and read.figure.measure in _FOLLOWS:
        day = None  # a day that was only carried tells nothing against it
    home = spoken_of(parsed, groups, span, day, printed_day(read.figure.when, day), named)
    if named is not None and home is not None and not names(parsed, home, named):
        if not region or not lies_in(home.mention, named):
            return None
    if home is not None and home.kind in _NO_MEN and unit_noun(read.figure.unit) in _MEN:
        return None
    fits = home is not None and harmed(home) and (family(home.kind) == "strike" or home.kind == "clash")
    return home if fits else None


#: How a sentence opens that speaks of the attack just told, by the area that it was in.
_IN_AREA = re.compile(
    r"(?:The|That|This)\s+(?:[a-z-]+\s+){0,2}?(?:attack|strike|airstrike|raid|blast|explosion|bombing|shelling|assault|ambush|massacre|incident)s?\s+(?:in|across)\s+(?:the\s+)?(?:(?:north|south|east|west|central)[a-z-]*\s+)?\Z"
)


def attack_in_area(
    parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int], day: tuple[str, str] | None
) -> Group | None:
    """ "The attack in the province wounded 21 others": of the attack on a town that was told right before."""
    placed = read.placed
    if placed is None or placed.mention is None or placed.mention.kind != "region":
        return None
    if placed.why == NAMED and not _IN_AREA.match(parsed.text, span[0], placed.mention.start):
        return None
    if read.figure.measure not in HARM or placed.why not in (NAMED, EARLIER):
        return None
    home = spoken_of(parsed, groups, span, day, printed_day(read.figure.when, day), None)
    if home is None or home.mention is None or not harmed(home) or home.mention.kind == "region":
        return None
    near = read.draft.paragraph - max(home.paragraphs) <= 1
    return home if near and lies_in(home.mention, placed.mention) else None


#: How another source counts the same dead.
_COUNTS = re.compile(
    r"\bput\s+(?:the|its|their|that)\s+(?:[a-z]+\s+){0,3}?(?:dead|deaths|killed|toll|wounded|injured|casualties)\b[^.;,]{0,30}?\bat\b"
    r"|\b(?:gave|given|giving|reported|cited)\s+(?:a|another)\s+(?:[a-z]+\s+){0,2}?toll\s+of\b"
)
_LONG = re.compile(r"\b(?:since|overall|in\s+all|so\s+far|war|conflict|total|offensive|campaign)\b")
#: How far behind those words a count of the toll may stand.
_BESIDE = 40
_TOLD_OF = frozenset({"killed", "injured", "casualties"})
#: So many times as many as were counted before are those of more than the one deed.
_MANY = 5


def counted_by_another(parsed: Parsed, read: Read, span: tuple[int, int], told: Group | None) -> Group | None:
    """ "Another group put the number of dead at 36": of the event that was counted right before, wherever they are."""
    if told is None or read.figure.measure not in _TOLD_OF or not harmed(told) or told.window:
        return None
    counts = _COUNTS.search(parsed.text, *span)
    if counts is None or read.figure.when is not None or _LONG.search(parsed.text, *span):
        return None
    between = parsed.text[counts.end() : read.figure.start]
    if read.figure.start < counts.end() or len(between) > _BESIDE or "," in between or "said" in between:
        return None  # of another clause: "put the toll at nine, and said that it had killed 40"
    placed = read.placed
    named = placed.mention if placed is not None and placed.why == NAMED else None
    if (named is not None and named.start > counts.start()) or placed_by_noun(told, read):
        return None  # "put the toll there at 12": of the town that "there" means
    dead = [r.figure.value for r in told.reads if r.figure.measure in _TOLD_OF]
    near = read.draft.paragraph - max(told.paragraphs, default=-9) <= 1
    return told if near and read.figure.value <= _MANY * max(dead, default=0) else None


_WOUNDED = re.compile(r"\b(?:wounded|injured|hurt)\b", re.IGNORECASE)


#: How the wounded are brought to where they are treated, and how near to their number that stands.
_CARRIED = re.compile(
    r"\b(?:took|taken|flew|flown|airlifted|evacuated|transported|transferred|ferried|carried|moved|shifted|referred|brought)\b[^.;]*\b(?:to|by|into)\b"
)
_CARRY = 60


def taken_to_care(
    parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int], told: Group | None
) -> Group | None:
    """ "The mission flew out nine wounded": of the deed told last that wounded as many, not of a fight told since without any."""
    if told is None or read.draft.part_of is not None:
        return None
    around = parsed.text[max(span[0], read.draft.start - _CARRY) : min(span[1], read.draft.end + _CARRY)]
    carried = read.figure.measure == "injured" and _CARRIED.search(around) is not None
    if not carried and read.figure.measure not in ("evacuated", "hospitalized"):
        return None
    if _WOUNDED.search(parsed.text, read.draft.start, read.draft.end) is None:
        return None
    if read.placed is not None and read.placed.why == NAMED and any(here(g, read) for g in groups[-_RECENT:]):
        return None
    for group in reversed(groups[-_RECENT:]):
        near = read.draft.paragraph - max(group.paragraphs, default=-9) <= _REACH
        if near and any(
            r.figure.measure in ("injured", "casualties") and r.figure.high >= read.figure.value
            for r in group.reads
        ):
            return group
    brought = read.placed is not None and read.placed.why == NAMED and read.placed.mention is not None
    last = brought and read.draft.paragraph - max(told.paragraphs, default=-9) <= 1
    return told if last and told.kind in VIOLENT and tells_harm(told) else None


#: Days within which those are counted who fled from a deed: "this week", "since Friday".
_DAYS = 8


def _fled_then(group: Group, read: Read) -> bool:
    """Are the days over which those who fled are counted the ones of the event and after it?"""
    day = day_of(read)
    if day is None or group.day is None or not day[0] <= group.day[1] <= day[1]:
        return False
    return dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) < dt.timedelta(days=_DAYS)


def fled_from(groups: list[Group], read: Read) -> Group | None:
    """ "Some 1,300 families have fled X": of what was told last of X, though they fled on the days after."""
    if read.figure.measure not in ("displaced", "evacuated"):
        return None
    if read.placed is None or read.placed.why != NAMED:
        return None
    for group in reversed(groups[-_RECENT:]):
        if group.kind in VIOLENT | {"territory_change"} and harmed(group) and not group.window:
            if read.figure.when is not None and not _fled_then(group, read):
                continue
            away = read.draft.paragraph - max(group.paragraphs, default=-9)
            if here(group, read) and away <= 2 * _REACH:
                return group
            if away == 0 and read.placed.mention is not None and lies_in(read.placed.mention, group.mention):
                # "Fighting in the region killed 16. Families fled the village of X": where it was.
                group.narrow(read.placed.name, read.placed.mention)
                return group
    return None


#: How those are told of who came elsewhere: what stands there is not where they were driven out.
_CAME_TO = re.compile(
    r"\b(?:arrived|crossed|reached|flocked|poured|streamed|(?:fled|fleeing|flee|moved|walked|escaped|headed)\s+(?:[\w-]+\s+){0,3}?(?:to|towards?|into|across|for)"
    r"|(?:sought|took|taken|found|seeking)\s+(?:refuge|shelter)|sheltering|gathered)\b"
)


def driven_out(parsed: Parsed, groups: list[Group], read: Read) -> Group | None:
    """ "Since Sunday 12,000 have arrived in Y": of the deed of that day, or the last told, wherever they came to."""
    placed = read.placed
    if read.figure.measure != "displaced" or read.draft.part_of is not None or placed is None:
        return None
    if placed.why != NAMED or placed.mention is None or placed.mention.start < read.figure.start:
        return None
    came = _CAME_TO.search(parsed.text, read.figure.end, placed.mention.start)
    if came is None or any(here(group, read) for group in groups[-_RECENT:]):
        return None
    when = read.figure.when is not None
    may = [
        group
        for group in groups[-_RECENT:]
        if group.kind in VIOLENT | {"territory_change"}
        and harmed(group)
        and not group.window
        and read.draft.paragraph - max(group.paragraphs, default=-9) <= 2 * _REACH
        and (not when or group.day is None or _fled_then(group, read))
    ]
    first = (read.figure.date_from or "") if when else ""
    return max(
        may, key=lambda g: (when and g.day is not None and g.day[0] == first, max(g.sentences)), default=None
    )


def told_again(
    seats: Seats,
    groups: list[Group],
    read: Read,
    span: tuple[int, int],
    day: tuple[str, str] | None,
    last: Read | None,
    told: Group | None,
    deed: Deed | None,
) -> Group | None:
    """The event told before that the words of a figure's sentence go back to; `told` is that of the figure `last` before it."""
    parsed = seats.parsed
    goes_on = LATER.match(parsed.text, span[0], span[1]) is not None  # from what was told last
    return (
        of_the_freed(parsed, groups, read, span)
        or in_its_turn(parsed, groups, read, span)
        or (None if goes_on else seats.of(groups, read, span, last, told, deed))
        or of_the_taken(groups, read, span)
        or of_them(parsed, groups, read, last, told)
        or pointed_at(parsed, groups, read, span, last, told)
        or again_in_town(parsed, groups, read, span, day)
        or in_the_attack(parsed, groups, read, span, day)
        or counted_by_another(parsed, read, span, told)
        or attack_in_area(parsed, groups, read, span, day)
        or fled_from(groups, read)
        or driven_out(parsed, groups, read)
        or taken_to_care(parsed, groups, read, span, told)
        or from_the_rubble(parsed, groups, read, span, day)
    )
