"""What is told on of an attack without a place of its own: the other side's claim, officials' counts, who fled, what was seized."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.backrefs import paragraph_of
from extract.eventkinds import VIOLENT
from extract.group import WEAPONS, Group, absorb, lies_in, same_day, same_place, same_print, spans
from extract.setting import EARLIER, NAMED

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.setting import Setting

#: Kinds of what may be told on of an attack.
_LOOSE = VIOLENT | {"abduction", "arrest", "other", "accident", "territory_change"}
#: Kinds of attacks of which more is told.
_ANCHORS = VIOLENT | {"abduction", "territory_change"}
#: Paragraphs in which an attack is told on.
_REACH = 2
#: What a side loses, and the words that say so.
_LOST = frozenset({"casualties", "lost_equipment", "captured", "destroyed"})
_LOSSES = re.compile(r"\b(?:loss(?:es)?|lost|casualties)\b", re.IGNORECASE)
#: How many sentences of events back one is looked for.
_RECENT = 24
#: A new attack, though no place of it is told.
_NEW = re.compile(
    r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}?(?:strike|air\s?strike|attack|raid|blast|bombing|ambush|explosion|assault|missile|shelling)\b",
    re.IGNORECASE,
)


def settle(setting: Setting, groups: list[Group]) -> list[Group]:
    """Give what is told without a place of its own to the attack on a town that was told last before it."""
    out = sorted(groups, key=lambda g: min(g.sentences))
    #: Every sentence told so far, with its event, in text order.
    told = sorted(
        ((span, at) for at, group in enumerate(out) for span in group.sentences), key=lambda s: s[0]
    )
    gone: dict[int, int] = {}  # events that turned out to be another
    for at, loose in enumerate(out):
        talked, told_on, moved = _talked_of(loose), _told_on(setting, loose), only_moved(loose)
        if not talked and not told_on and not moved:
            continue
        first = bisect_left(told, min(loose.sentences), key=lambda s: s[0])
        before = [(span, gone.get(which, which)) for span, which in told[max(0, first - _RECENT) : first]]
        near = [(span, out[which]) for span, which in before if which != at]
        home = (_talks_before(setting, loose, near) if talked else None) or (
            _told_last(setting, loose, near) if told_on else None
        )
        home = home or (_driven_out(setting, loose, near) if moved else None)
        if home is not None:
            kind = home.kind
            absorb(home, loose)
            home.kind, home.why = kind, "what is told on, without a place of its own"
            gone[at] = next(which for span, which in reversed(before) if out[which] == home)
    return [group for at, group in enumerate(out) if at not in gone]


_MOVED = frozenset({"displaced", "evacuated", "affected"})


#: Those who got away from what was just told, wherever they came to.
_REACHED = re.compile(
    r"\b(?:(?:have|has|had|only)\s+(?:[\w,]+\s+){0,4}?)?(?:reached|made\s+it\s+to|walked\s+to|trekked\s+to|fled\s+(?:to|into|towards?)|arrived\s+(?:in|at)|escaped\s+to|(?:sought|found|taken|took)\s+(?:refuge|shelter)\s+(?:in|at))\b"
)


def only_moved(group: Group) -> bool:
    """Is it no deed, but only where people went whom another drove out, or whom it left without something?"""
    moved = bool(group.reads) and all(r.figure.measure in _MOVED for r in group.reads)
    return group.kind == "other" and moved


def _driven_out(setting: Setting, loose: Group, near: list[tuple[tuple[int, int], Group]]) -> Group | None:
    """ "The raid killed nine. Some 2,000 families have left the town": of the deed told right before, or of that place."""
    if any(r.figure.when is not None or r.figure.scope != "event" for r in loose.reads) or loose.another:
        return None
    first = min(loose.sentences)[0]
    at = paragraph_of(setting.parsed, first)
    carried = all(_loose(r) for r in loose.reads)
    fled = any(_REACHED.search(setting.parsed.text, *span) for span in loose.sentences)
    for span, group in reversed(near):
        if group.kind not in _ANCHORS or not group.reads or group.window:
            continue
        beside = carried and first - span[1] <= 3 and paragraph_of(setting.parsed, span[0]) == at
        reached = fled and not group.answer and at - paragraph_of(setting.parsed, span[0]) <= 1
        if beside or reached or (loose.place is not None and same_place(group.place, loose.place)):
            return group
    return None


#: Captives who are talked of, and the deeds that they may be talked of in.
_HELD = frozenset({"captured", "abducted", "released", "missing"})
_TALKS = frozenset({"talks", "agreement"})


def _talked_of(group: Group) -> bool:
    """ "Hamas is holding 22 hostages; 10 of them would be freed in a truce": captives, of whom nothing has happened?"""
    return group.kind == "other" and all(r.figure.measure in _HELD for r in group.reads)


def _talks_before(setting: Setting, loose: Group, near: list[tuple[tuple[int, int], Group]]) -> Group | None:
    """The talks told last before captives are talked of."""
    at = paragraph_of(setting.parsed, min(loose.sentences)[0])
    for span, group in reversed(near):
        if group.kind in _TALKS and at - paragraph_of(setting.parsed, span[0]) <= 2 * _REACH:
            return group
    return None


def _told_on(setting: Setting, group: Group) -> bool:
    """Has none of its figures a place that its own sentence names for it?"""
    if group.kind not in _LOOSE or not group.reads or group.another or group.answer:
        return False
    if _losses(setting, group):
        # "Units took X. The enemy lost 40 troops": of the town just taken, not of one told before.
        here = (
            group.mention is not None
            and paragraph_of(setting.parsed, group.mention.start) in group.paragraphs
        )
        taken = here and group.kind == "territory_change"
        return not (taken or (group.placed and group.kind in ("territory_change", "clash")))
    if group.window:
        return False
    if group.day is not None and spans(group.day):
        return False
    if any(r.figure.measure in WEAPONS | {"attacks"} or not _loose(r) for r in group.reads):
        return False
    return not any(_NEW.search(setting.parsed.text, *span) for span in group.sentences)


def _loose(read: Read) -> bool:
    return read.placed is None or read.placed.why not in (NAMED, EARLIER)


def _told_last(setting: Setting, loose: Group, near: list[tuple[tuple[int, int], Group]]) -> Group | None:
    """The attack on a town told last; `near` are the sentences told before, with their events."""
    # Whom those who attacked took with them, no strike from the air that answered them has taken.
    taken = all(r.figure.measure in ("captured", "abducted") for r in loose.reads)
    fits = (at for at in range(len(near) - 1, -1, -1) if not (taken and near[at][1].answer))
    last = next((at for at in fits if _anchors(near[at][1])), None)
    if last is None:
        return None
    span, home = near[last]
    if _losses(setting, loose):
        # "The enemy lost 40 troops there": in the fight for what was taken, before any other attack.
        ground = [
            pair for pair in near if pair[1].kind in ("territory_change", "clash") and _anchors(pair[1])
        ]
        span, home = ground[-1] if ground else near[last]
        last = near.index((span, home))
    # "Units took the villages of X and Y. The enemy lost 40 troops": told of the first of them.
    home = next((g for told, g in near[:last] if told == span and g.kind == home.kind), home)
    away = paragraph_of(setting.parsed, min(loose.sentences)[0]) - paragraph_of(setting.parsed, span[0])
    if away > _REACH:
        return None
    if not (loose.weak_day or same_day(home.day, loose.day)) or not same_print(home.printed, loose.printed):
        return None
    if any(group.placed and same_place(group.place, loose.place) for _, group in near[last + 1 :]):
        return None  # told of that place itself
    return home if _around(loose, home) or (away <= 1 and _losses(setting, loose)) else None


def _anchors(group: Group) -> bool:
    """Is it an attack on a town, of which more may be told?"""
    place = group.mention
    return group.kind in _ANCHORS and place is not None and place.kind not in ("country", "region", "sea")


def _losses(setting: Setting, loose: Group) -> bool:
    """Is it what a side lost in men and arms, at no place of its own?"""
    return all(
        r.figure.measure in _LOST
        and (r.placed is None or r.placed.why != NAMED)
        and _LOSSES.search(r.draft.piece.text, max(0, r.draft.start - 160), r.draft.start) is not None
        for r in loose.reads
    )


def _around(loose: Group, home: Group) -> bool:
    """May the place that was worked out for the figures be the event's, or hold it?"""
    if loose.place is not None and "; " in loose.place and home.place in loose.place.split("; "):
        return True
    if loose.mention is None or same_place(loose.place, home.place) or lies_in(home.mention, loose.mention):
        return True
    if any(same_place(area.name, loose.place) for area in home.areas):
        return True
    return all(r.placed is not None and r.placed.why.startswith("“the area") for r in loose.reads)
