"""Events joined after their figures were grouped: an area with its town, the deeds of one fight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.backrefs import meant_in, turns
from extract.eventkinds import VIOLENT
from extract.exchanges import one_exchange
from extract.group import (
    WEAPONS,
    Group,
    absorb,
    harmed,
    is_country,
    lies_in,
    of_weapons,
    same_day,
    same_night,
    same_place,
    same_print,
    same_spot,
    spans,
)
from extract.mentions import size_of
from extract.nearer import fell_on, next_in_township, of_many, settle_by_clause, settle_by_parts, told_of_many
from extract.setting import NAMED, OFFICIAL
from extract.twodeeds import two_deeds

if TYPE_CHECKING:
    from extract.parse import Parsed
    from extract.setting import Setting

# Events told first by their wide area, then by their town


def contained(setting: Setting, groups: list[Group]) -> list[Group]:
    """Join what the lead tells of an area with the one town inside it that the text then tells of."""
    out = list(groups)
    for wide in out:
        settle_by_parts(wide)
        settle_by_clause(wide)
    for wide in list(groups):
        if wide not in out or not (wide.kind in VIOLENT or _raided(wide)) or not harmed(wide):
            continue
        if of_weapons(wide):
            continue
        inside = [
            g for g in out
            if g is not wide and g.apart == wide.apart and g.kind in VIOLENT and (harmed(g) or fell_on(wide, g)) and _within(setting, g, wide)
            # "107 have died since Sunday": of all those days, and not of one town on one of them.
            and (wide.day is None or g.day is None or not spans(wide.day) or spans(g.day))
            # A day's count of a whole region or front has no town of another day in it.
            and (same_night(g.day, wide.day) or ((wide.weak_day or g.weak_day) and not wide.window))
            and same_print(g.printed, wide.printed)
        ]  # fmt: skip
        # The evening on which a night began is told of that night, where nothing else is told of its morning.
        inside = [g for g in inside if wide.weak_day or g.weak_day or same_day(g.day, wide.day)] or inside
        if _is_sum(setting, wide, inside):
            continue
        inside = [
            g for g in inside if _may_be_one(setting, wide, g) and not two_deeds(setting.parsed, wide, g)
        ]
        home = _the_one(wide, inside) or _told_before(setting, wide, out)
        if home is not None:
            absorb(home, wide)
            out.remove(wide)
    return out


#: One attack, whose dead are not those of several.
_ONE_ATTACK = re.compile(
    r"\b(?:an?|the|one)\s+(?:[\w-]+\s+){0,3}?(?:strike|attack|raid|air\s?strike|blast|bombing|ambush|explosion|assault|drone|missile|shell|massacre)\b",
    re.IGNORECASE,
)


def _raided(wide: Group) -> bool:
    """ "The guards broke up a gang in the province, killing five of it and arresting two": no mere arrest?"""
    return wide.kind == "arrest" and any(r.figure.measure == "killed" for r in wide.reads)


def _is_sum(setting: Setting, wide: Group, inside: list[Group]) -> bool:
    """Is what is counted in an area the sum of several attacks: "strikes across the region killed nine"?"""
    if any(r.draft.reading is not None and r.draft.reading.role == "toll" for r in wide.reads):
        return False
    if of_many(setting.parsed, wide) and not any(
        _values(g, "killed") & _values(wide, "killed") for g in inside
    ):
        return True
    some = [
        g for g in inside
        if _some_of(wide, g) and (not g.actors or not wide.actors or set(g.actors) & set(wide.actors))
    ]  # fmt: skip
    if not some or wide.mention is None:
        return False
    spread = rf"\b(?:across|throughout)\s+(?:the\s+)?(?:\w+\s+)?{re.escape(wide.mention.name)}"
    told = [setting.parsed.text[a:b] for a, b in wide.sentences]
    if any(re.search(spread, text) for text in told):
        return True
    return len(inside) > 1 and not any(_ONE_ATTACK.search(text) for text in told)


def _told_before(setting: Setting, wide: Group, groups: list[Group]) -> Group | None:
    """What an official of the province then counts, without a place: of the one town in it that was told of."""
    if wide.window or any(r.placed is None or r.placed.why != OFFICIAL for r in wide.reads):
        return None
    near = [
        g for g in groups
        if g is not wide and g.kind in VIOLENT | {"territory_change"} and g.placed and _within(setting, g, wide)
        and same_day(g.day, wide.day) and same_print(g.printed, wide.printed)
        and 0 < min(wide.paragraphs) - max(p for p in g.paragraphs) <= 2
    ]  # fmt: skip
    return near[0] if len(near) == 1 else None


#: Strikes that take no town: a fight for it is another deed.
_FROM_AFAR = frozenset({"drone_strike", "missile_strike", "air_strike", "bombing"})
#: What may be told of one and the same fight: who was driven out, taken, lost, beside who was killed.
_ONE_FIGHT = VIOLENT | {"territory_change", "abduction", "arrest", "other"}


def one_fight(parsed: Parsed, groups: list[Group]) -> list[Group]:
    """Join what one place saw on one day in several deeds: a raid that killed and abducted, a town fought for and taken."""
    out: list[Group] = []
    groups = one_exchange(_placeless(parsed, _one_count(groups)))
    for group in sorted(groups, key=lambda g: min(g.sentences)):
        home = next((g for g in out if _same_fight(g, group)), None)
        if home is None:
            out.append(group)
            continue
        kind = _fights_kind(home, group)
        absorb(home, group)
        home.kind, home.why = kind, "what one place saw on one day"
    return out


#: From here on a count that is told twice, with the same days and not round, is hardly another's that only equals it.
_TELLING, _ROUND = 500, 500


def _one_count(groups: list[Group]) -> list[Group]:
    """ "Attacks around the town displaced 9,200. Some 9,200 fled three villages": one attack, by its number and days."""
    homes: dict[tuple[float, str, tuple[str, str]], Group] = {}
    out: list[Group] = []
    for group in groups:
        told = [
            (r.figure.value, r.figure.measure, group.day)
            for r in group.reads
            if group.day is not None
            and r.figure.value >= _TELLING
            and r.figure.value % _ROUND
            and r.figure.measure not in WEAPONS
        ]
        home = next((homes[key] for key in told if key in homes), None)
        if home is None:
            out.append(group)
        else:
            kind = home.kind if home.kind in VIOLENT else group.kind
            absorb(home, group)
            home.kind = kind
        homes.update((key, home or group) for key in told)
    return out


def _placeless(parsed: Parsed, groups: list[Group]) -> list[Group]:
    """What is counted without a place ("23 killed", at a list's head) is of the fight that is told next to it."""
    out = list(groups)
    for group in groups:
        if (
            group.place is not None
            or group.kind not in VIOLENT
            or not harmed(group)
            or group.window
            or group.another
            or told_of_many(parsed, group)
        ):
            continue
        near = [
            g
            for g in out
            if g is not group
            and g.place is not None
            and g.kind in VIOLENT | {"territory_change"}
            and same_day(g.day, group.day)
            and same_print(g.printed, group.printed)
            and (g.paragraphs or g.sentences)
            and min(abs(a - b) for a in _told_in(g) for b in _told_in(group)) <= 1200
        ]
        if near:
            home = min(near, key=lambda g: min(abs(a - b) for a in _told_in(g) for b in _told_in(group)))
            if len(near) > 1 and _some_dead(home, group):
                continue  # "At least 12 died along the border. Six were killed in X and three in Y": their sum
            absorb(home, group)
            out.remove(group)
    return out


def _some_dead(town: Group, whole: Group) -> bool:
    """Has the town dead of its own, fewer than are counted in all?"""
    ours, all_of_them = _values(town, "killed"), _values(whole, "killed")
    return bool(ours and all_of_them) and max(ours) < 0.8 * max(all_of_them)


def _same_fight(one: Group, other: Group) -> bool:
    if one.kind == other.kind:
        return _told_twice(one, other)
    if not {one.kind, other.kind} <= _ONE_FIGHT:
        return False
    if not same_spot(one, other) or is_country(one) or one.answer or other.answer or other.another:
        return False
    if one.window != other.window and one.reads and other.reads:
        return False
    kinds = {one.kind, other.kind}
    if "arrest" in kinds and _is_province(one) and not one.paragraphs & other.paragraphs:
        return False  # "Troops shot two dead in the region. … Across the region 22 were arrested"
    if "territory_change" in kinds and kinds & _FROM_AFAR:
        return False
    if one.day is None or other.day is None:
        return _one_breath(one, other)
    # Who fled or is missing is told of the days after, too.
    overlap = one.day[0] <= other.day[1] and other.day[0] <= one.day[1]
    if spans(one.day) != spans(other.day) and not {one.kind, other.kind} & {"other", "territory_change"}:
        return False  # weeks of fighting, and one deed of them
    if one.day[1] != other.day[1] and not (
        overlap and {"other", "territory_change"} & {one.kind, other.kind}
    ):
        return False
    if "abduction" in (one.kind, other.kind) and not {one.kind, other.kind} & (VIOLENT | {"other"}):
        return False
    reach = 4000 if "other" in (one.kind, other.kind) else 1500
    near = min(abs(a - b) for a in _told_in(one) for b in _told_in(other)) <= reach
    return near and not _weapons_only(one) and not _weapons_only(other)


def _told_twice(one: Group, other: Group) -> bool:
    """Has an attack on a town that was first told of its region met the same attack told of the town?"""
    if not same_spot(one, other) or one.day is None or one.day != other.day:
        return False
    if one.kind not in VIOLENT or is_country(one) or not (one.areas or other.areas):
        return False
    return not any(g.another or g.answer or g.window for g in (one, other))


#: Characters within which one thing is told of a place in one breath.
_BREATH = 500


def _one_breath(one: Group, other: Group) -> bool:
    """Are two told next to each other, where at least one of them has no day: ground taken, and what it cost?"""
    if one.printed != other.printed and None not in (one.printed, other.printed):
        return False
    # Those taken in a raid are told with it, though no day is.
    raid = "abduction" in (one.kind, other.kind) and bool(one.paragraphs & other.paragraphs)
    if (
        not (raid or {"territory_change", "arrest"} & {one.kind, other.kind})
        or _weapons_only(one)
        or _weapons_only(other)
    ):
        return False
    return min(abs(a - b) for a in _told_in(one) for b in _told_in(other)) <= _BREATH


def _told_in(group: Group) -> list[int]:
    return [start for start, _ in group.sentences]


def _weapons_only(group: Group) -> bool:
    return bool(group.reads) and all(r.figure.measure in WEAPONS for r in group.reads)


#: What is counted of things taken, beside the people who had them.
_SEIZED = frozenset({"lost_equipment", "other"})


def _is_province(group: Group) -> bool:
    return group.mention is not None and group.mention.kind == "region" and not group.mention.small


def _fights_kind(first: Group, then: Group) -> str:
    """Ground that changed hands tells most; else what was told first, unless that tells nothing."""
    kinds = [first.kind, then.kind]
    if "territory_change" in kinds:
        # … but a fight for a town, told first with its dead, is the fight in which a bridge of it was retaken.
        fought = first.kind == "clash" or (first.kind == "attack" and "clash" in first.kinds)
        return "clash" if fought and harmed(first) else "territory_change"
    if "arrest" in kinds and all(
        r.figure.measure in _SEIZED for g in (first, then) if g.kind != "arrest" for r in g.reads
    ):
        return "arrest"  # weapons taken from those who were detained
    vague = first.kind == "attack" and not first.reads and then.kind in VIOLENT
    return then.kind if vague or first.kind in ("other", "arrest") else first.kind


def _values(group: Group, measure: str) -> set[float]:
    return {r.figure.value for r in group.reads if r.figure.measure == measure}


def _the_one(wide: Group, inside: list[Group]) -> Group | None:
    """Of the places told of inside an area, the one that the area's own numbers are told of.

    Of several towns with dead of their own, none is: the area's number is their sum.
    """
    if len(inside) == 1:
        return inside[0]
    first = min(inside, key=lambda g: min(g.sentences), default=None)
    if (
        first is not None
        and not any(_values(first, harm) for harm in ("killed", "injured", "casualties"))
        and min(first.paragraphs) - min(wide.paragraphs) <= 2
    ):
        return first  # what is told next of the same, without a count of its own
    for group in inside:
        if _values(group, "killed") & _values(wide, "killed"):
            return group
    counted = [g for g in inside if _values(g, "killed")]
    return counted[0] if len(counted) == 1 else None


def _within(setting: Setting, small: Group, wide: Group) -> bool:
    """Is the one place inside the other, as far as the names and the table tell?"""
    if same_spot(small, wide):
        return False
    if not lies_in(small.mention, wide.mention):
        return next_in_township(small, wide)
    if wide.mention is None or wide.mention.kind != "region":
        return True
    begins = setting.parsed.paragraphs[min(small.paragraphs)].start if small.paragraphs else None
    if (
        begins is not None
        and turns(setting.parsed.text, begins)
        and min(small.paragraphs) not in wide.paragraphs
    ):
        return False  # "In the east of the country, … in the town": somewhere else
    # "In the Sumy region, … in the town": no town of the region told before.
    at = (
        setting.parsed.paragraphs[min(small.paragraphs)].start
        if small.paragraphs
        else min(small.sentences)[0]
    )
    opening = (at, min(small.sentences)[0])  # "In the region of X, a shell hit the village. Two were hurt"
    named = [m for span in (opening, *small.sentences) for m in setting.places_in(*span)]
    if any(same_place(m.name, wide.place) for m in named):
        return True  # "… of X, the governor of the region said"
    lands = {m.place.country for m in named if m.kind == "country"}
    if lands and wide.mention.place.country not in (None, *lands):
        return False  # "In Thailand's south, meanwhile, …": no town of Papua's
    others = [
        m
        for m in named
        if m.kind == "region" and size_of(m) == size_of(wide.mention) and setting.names_place(m)
    ]
    return not others


def _may_be_one(setting: Setting, wide: Group, small: Group) -> bool:
    """May both be told of one attack: the numbers of the area no smaller than the town's, one attacker?"""
    if wide.actors and small.actors and not set(wide.actors) & set(small.actors):
        named = [a for a in (*wide.actors, *small.actors) if a[:1].isupper()]
        if len(set(named)) > 1:
            return False
    if _some_of(wide, small) and not _speaks_of(setting, wide, small):
        return False
    ours = [r.figure.high for r in wide.reads if r.figure.measure == "killed"]
    theirs = [r.figure.low for r in small.reads if r.figure.measure == "killed" and r.draft.part_of is None]
    if ours and theirs and max(theirs) > max(ours) * 1.5 + 1:
        return False
    return min(wide.sentences) <= min(small.sentences) and min(small.paragraphs) - min(wide.paragraphs) <= 4


def _speaks_of(setting: Setting, wide: Group, small: Group) -> bool:
    """ "The dead in the town included five pupils": the area's dead, with the town they died in."""
    first = min(small.sentences)
    return wide.kind in meant_in(setting.parsed.text[first[0] : first[1]])


def _some_of(wide: Group, small: Group) -> bool:
    """ "Eight died in the valley. Six were killed in one village": the village's are some of the valley's."""
    more = _values(wide, "killed")
    return any(
        r.figure.measure == "killed"
        and r.placed is not None
        and (r.placed.why == NAMED or r.placed.why.startswith("“there"))
        and (r.draft.part_of is None or any(r.draft.part_of is w.draft for w in wide.reads))
        and r.figure.value < 0.8 * max(more)
        for r in small.reads
        if more
    )
