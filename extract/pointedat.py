"""Which of the events told before a figure's words point at: by their number, a thing, their deed, the town of who speaks.

A report tells several deeds and comes back to one of them without its town or day: "the 20 dead", "in the hotel",
"in that raid", "parents in X said". Such words say more than what was told last.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING

from extract.backrefs import meant_in
from extract.eventkinds import VIOLENT
from extract.group import HARM, TOWNS, WEAPONS, Group, day_of, harmed, here, same_day
from extract.nounwords import classes, unit_noun
from extract.ownplaces import NAMED
from extract.parties import outlaws
from extract.twodeeds import is_item

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

#: How many events back one is looked for.
_RECENT = 24
#: "The first", "the second" are of two.
_PAIR = 2
#: Paragraphs within which people flee from what was told.
_REACH = 3
_HURT = frozenset({"killed", "injured", "casualties"})
_KINDS = VIOLENT | {"abduction", "territory_change", "accident"}


def pointed_at(
    parsed: Parsed,
    groups: list[Group],
    read: Read,
    span: tuple[int, int],
    last: Read | None,
    told: Group | None,
) -> Group | None:
    """The event whose deed or number a figure's words point at; `told` is that of the figure `last` before it."""
    if read.figure.measure in WEAPONS or (read.placed is not None and read.placed.why == NAMED):
        return None
    recent = groups[-_RECENT:]
    return _of_that_deed(parsed, read, span, last, told) or _of_the_number(parsed, recent, read)


_IN_TURN = re.compile(
    r"\b(?:in|by|during|from)\s+the\s+(?P<which>first|second|former|latter)\s+(?:of\s+(?:the|those|these|its|their)\s+)?(?:(?:two|three|\w+ing)\s+)?"
    r"(?:air\s?strikes?|strikes?|attacks?|raids?|blasts?|bombings?|explosions?|incidents?|assaults?|ambush(?:es)?|clash(?:es)?|shelling|shootings?|one)\b"
)


def in_its_turn(parsed: Parsed, groups: list[Group], read: Read, span: tuple[int, int]) -> Group | None:
    """ "A mill in X and a tower in Y were hit. Sixteen were hurt in the first strike": the deed in X.

    Of those with a town that were told last, in one paragraph with the figure or the one before.
    """
    if placed_here(read, span) or (turn := _IN_TURN.search(parsed.text, *span)) is None:
        return None
    near = [
        g
        for g in groups[-_RECENT:]
        if g.kind in _KINDS
        and g.mention is not None
        and g.mention.kind not in ("country", "region", "sea")
        and read.draft.paragraph - max(g.paragraphs, default=-9) <= _PAIR
    ]
    near.sort(key=lambda g: (min(g.sentences), g.mention.start if g.mention is not None else 0))
    if len(near) != _PAIR:
        return None
    return near[turn["which"] in ("second", "latter")]


def placed_here(read: Read, span: tuple[int, int]) -> bool:
    """Does the figure's own sentence name where it was?"""
    placed = read.placed
    if placed is None:
        return False
    return placed.why == NAMED or (placed.mention is not None and span[0] <= placed.mention.start < span[1])


_THAT = re.compile(
    r"\b(?:in|during|of|from|after)\s+(?:that|this|the\s+(?:same|ensuing|subsequent|resulting|latter))\s+((?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*)\b",
    re.IGNORECASE,
)


def _of_that_deed(
    parsed: Parsed, read: Read, span: tuple[int, int], last: Read | None, told: Group | None
) -> Group | None:
    """ "Two volunteers fell in that fight": of the deed told last in the paragraph, whatever else was a fight."""
    if (
        told is None
        or last is None
        or last.draft.paragraph != read.draft.paragraph
        or told.kind not in _KINDS
    ):
        return None
    for match in _THAT.finditer(parsed.text, *span):
        if meant_in(f"the {match[1]}"):
            return told
    return None


_THE_NUMBER = re.compile(r"\b(?:the|those|these|all|its|their)\s+\Z", re.IGNORECASE)
#: From which number on the same number is hardly that of others.
_TELLING = 3


def _of_the_number(parsed: Parsed, recent: list[Group], read: Read) -> Group | None:
    """ "Most of the 20 dead were miners": of the deed in which 20 were counted, whatever was told since."""
    figure, start = read.figure, read.draft.number.start
    if figure.value < _TELLING or not _THE_NUMBER.search(parsed.text, max(0, start - 12), start):
        return None
    for group in reversed(recent):
        for other in group.reads:
            if other.figure.value != figure.value or other.figure.start >= figure.start:
                continue
            if other.figure.measure == figure.measure or _one_noun(other, read):
                return group
    return None


def _one_noun(one: Read, other: Read) -> bool:
    ours, theirs = unit_noun(one.figure.unit), unit_noun(other.figure.unit)
    return bool(ours) and ours == theirs


#: Parts of things, and houses to which the hurt of every deed are brought.
NOT_TELLING = frozenset(
    ["hospital", "clinic", "line", "grid", "wall", "roof", "window", "balcony", "door", "main", "bank", "court", "office", "home", "house", "flat", "centre", "center",
     "facility", "infrastructure", "structure", "headquarters", "block", "lock", "track", "storage", "shelter", "complex", "post", "installation", "premise", "well"]
)  # fmt: skip
#: Where people were, and what they were in, that stands in no list of buildings.
_MORE_THINGS = frozenset(
    ["bus", "minibus", "coach", "truck", "lorry", "convoy", "train", "taxi", "van", "ferry", "boat", "ship", "vessel", "tanker", "trawler", "motorcade", "helicopter",
     "funeral", "wedding", "procession", "rally", "parade", "festival", "concert", "match", "slum", "camp", "gymnasium", "seminary", "madrasa", "checkpoint", "checkpost",
     "garrison", "outpost", "crossing", "bazaar", "mine", "quarry", "pass", "forest", "square"]
)  # fmt: skip


@functools.cache
def things() -> frozenset[str]:
    """Singular nouns of things that a deed may bring in, and be known by."""
    return (
        frozenset(noun for noun, kind in classes().items() if kind == "building") - NOT_TELLING | _MORE_THINGS
    )


_WITH_HIM = re.compile(
    r"\s+(?:in|from|of|at)\s+(?:the\s+)?(?:(?:town|village|city|camp|district|area)\s+of\s+)?"
)
#: Those who speak of what others saw, from where they sit.
_SITS = re.compile(
    r"\b(?:spokes\w+|army|military|ministr\w+|government|embassy|diplomats?|analysts?|mission)\b",
    re.IGNORECASE,
)


def of_those_there(parsed: Parsed, recent: list[Group], read: Read, told: Group | None) -> Group | None:
    """ "Parents in X said two more were missing": of the deed told of X, whatever was told since of another town."""
    start, end = read.figure.claimant_start, read.figure.claimant_end
    if start is None or end is None or _SITS.search(parsed.text, start, end):
        return None
    after = _WITH_HIM.match(parsed.text, end)
    if after is None:
        return None
    for group in reversed(recent):
        town = group.mention is not None and group.mention.kind in TOWNS
        if town and group.mention is not None and parsed.text.startswith(group.mention.name, after.end()):
            return group if group is not told and may_be(group, read) else None
    return None


def of_their_homes(parsed: Parsed, recent: list[Group], read: Read, told: Group | None) -> Group | None:
    """ "They raided X. Troops killed 22 of them in a forest. Some 900 people fled": from X, where no outlaw alone was hit."""
    if told is None or read.figure.measure not in ("displaced", "evacuated", "affected"):
        return None
    if not _hit_outlaws_only(told) or read.figure.when is not None or not _pursued(parsed, told):
        return None
    near = [
        g for g in recent if g is not told and read.draft.paragraph - max(g.paragraphs, default=-9) <= _REACH
    ]
    return next((g for g in reversed(near) if may_be(g, read) and not _hit_outlaws_only(g)), None)


_PURSUED = re.compile(
    r"\bpursu\w+|\bchas(?:e|ed|ing)\b|\bcaught\s+up\b|\b(?:set|went)\s+(?:off|out)\s+after\b|\btrack(?:ed|ing)\b|\bon\s+the\s+heels\b|\bcombed\b"
)


def _pursued(parsed: Parsed, told: Group) -> bool:
    """Is it told as the pursuit of those who did something before?"""
    about = (parsed.paragraphs[number] for number in told.paragraphs)
    return any(_PURSUED.search(parsed.text, p.start, p.end) for p in about)


def _hit_outlaws_only(group: Group) -> bool:
    fallen = [unit_noun(r.figure.unit) for r in group.reads if r.figure.measure in _HURT]
    return bool(fallen) and fallen[0] in outlaws() | {"attacker", "assailant"}


_NAMES_DAY = re.compile(
    r"\d|day\b|weekend|tomorrow|week\b|month\b|year\b|tonight|last\s+night|(?-i:[A-Z])", re.IGNORECASE
)


def may_be(group: Group, read: Read) -> bool:
    """May a figure be of an event whose town its sentence does not name: by kind, harm and day?"""
    if group.kind not in _KINDS or group.window or not harmed(group):
        return False
    if read.figure.measure not in HARM | {"affected", "abducted", "arrested", "released"}:
        return False
    when = read.figure.when
    no_day = when is None or _NAMES_DAY.search(when) is None  # "through the night": whichever it was
    return no_day or group.weak_day or same_day(group.day, day_of(read)) or here(group, read)


#: So many days older than the news, a deed is told in passing.
_OLD = 6
#: What is told on of an older time.
_BACK_THEN = re.compile(r"\bhad\b|\bat\s+the\s+time\b|\bthen\b|\bback\s+then\b")


def news_again(
    parsed: Parsed,
    groups: list[Group],
    read: Read,
    span: tuple[int, int],
    last: Read | None,
    told: Group | None,
) -> Group | None:
    """The news that a new paragraph goes back to after an older deed that was told in passing, or None."""
    if told is None or last is None or told.day is None or read.draft.paragraph == last.draft.paragraph:
        return None
    if read.figure.when is not None or read.draft.part_of is not None or read.figure.scope == "cumulative":
        return None
    if read.figure.measure not in HARM or is_item(parsed, read.draft.paragraph):
        return None
    if _BACK_THEN.search(parsed.text, *span) or meant_in(parsed.text[slice(*span)]) & {told.kind}:
        return None
    first = next((g for g in groups if g.day is not None and g is not told), None)
    if first is None or first.kind not in _KINDS or not harmed(first) or first.window:
        return None
    if first.day is None or _days(told.day[1], first.day[0]) < _OLD:
        return None
    # Of several deeds of the news, the one told last before the older one.
    news = [g for g in groups if g.day == first.day and g.kind in _KINDS and harmed(g)]
    return news[-1] if len(news) == 1 else None


def _days(a: str, b: str) -> int:
    return (dt.date.fromisoformat(b) - dt.date.fromisoformat(a)).days


#: "Hundreds rallied in the town", "the city was left without power": a place told of before.
_THE_TOWN_SAID = re.compile(
    r"\b(?:the|that)\s+(?:same\s+)?(?:town|city|village|settlement|camp|hamlet|neighbou?rhood|port|area|district)\b(?!\s+of\b|['’])|\bthere\b(?!\s+(?:was|were|is|are|has|have|had)\b)"
)
#: What is told of such a place as an event of its own; a strike on it is rather the one told of.
_OWN_DEEDS = (
    "clash",
    "outage",
    "protest",
    "arrest",
    "abduction",
    "aid",
    "territory_change",
    "talks",
    "prisoner_exchange",
)
_SPOKEN_NEAR = 1500


def spoken_there(
    parsed: Parsed, groups: list[Group], span: tuple[int, int], kinds: set[str]
) -> tuple[str, Group] | None:
    """(kind, event) where a sentence without a name tells of the place of the event told last."""
    kind = next((kind for kind in _OWN_DEEDS if kind in kinds), None)
    if kind is None or _THE_TOWN_SAID.search(parsed.text, *span) is None:
        return None
    before = [
        (max(end for _, end in g.sentences if end <= span[0]), g)
        for g in groups
        if g.mention is not None
        and g.mention.kind in TOWNS
        and any(span[0] - _SPOKEN_NEAR <= end <= span[0] for _, end in g.sentences)
    ]
    if not before:
        return None
    _, last = max(before, key=lambda each: each[0])
    return None if last.kind == kind else (kind, last)
