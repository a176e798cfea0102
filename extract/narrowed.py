"""The town of a thing that an area's event was first told of: "took a base in the township … The base at X was manned by …"."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.eventkinds import VIOLENT
from extract.group import AREAS, TOWNS
from extract.lexicon import load

if TYPE_CHECKING:
    from extract.group import Group
    from extract.mentions import PlaceMention
    from extract.setting import Setting

#: What is done to a thing that stands somewhere.
_DONE = VIOLENT | {"territory_change", "accident", "abduction", "arrest", "outage"}
#: Paragraphs within which a report says where it was.
_SOON = 6
_BEFORE = 80


@functools.cache
def _things() -> str:
    slots = load("places")["slots"]
    nouns = {*slots["works"], *slots["houses"], *slots["things"]}
    return "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))


@functools.cache
def _a_thing() -> re.Pattern[str]:
    """ "A busy cattle market", one of its sort."""
    return re.compile(rf"\ban?\s+(?:[a-z][\w’'-]*\s+){{0,3}}?(?P<thing>{_things()})\b")


@functools.cache
def _at() -> re.Pattern[str]:
    """ "The base at", "the market, in the village of", right before a name."""
    return re.compile(
        rf"\b[Tt]he\s+(?:[\w’'-]+\s+){{0,2}}?(?P<thing>{_things()}),?\s+(?:at|in|near|outside|of)\s+(?:the\s+)?"
        r"(?:(?:[a-z-]+\s+){0,2}?(?:town|village|city|hamlet|settlement|district|area)\s+of\s+)?\Z"
    )


#: Where the hurt of every deed are brought.
_TAKEN_TO = frozenset({"hospital", "clinic", "morgue"})


@functools.cache
def _own_thing() -> re.Pattern[str]:
    """ "The Tahlia crossroads": what the name itself says that it is."""
    return re.compile(rf"(?:[A-Z][\w’'-]*\s+(?:(?:al|el|de|of)\s+)?){{1,4}}?(?P<thing>{_things()})\b")


#: "The attack took place at the post of", right before a name.
_HAPPENED = re.compile(
    r"\b(?:The|This)\s+(?:[a-z-]+\s+)?(?:attack|strike|air\s?strike|raid|ambush|blast|explosion|incident|shooting|assault|bombing|shelling|clash(?:es)?|fighting|crash|abduction|kidnapping)\s+(?:took\s+place|happened|occurred|came(?!\s+(?:[\w-]+\s+){0,3}?(?:after|before|as|amid|when|while|since|following|despite)\b)|hit|struck|targeted)"
    r"\b(?:[^.;]|\b[ap]\.m\.){0,60}?\b(?:at|in|near|outside|on)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:of\s+)?\Z"
)


def narrow(setting: Setting, groups: list[Group]) -> None:
    """Give each event of an area the town that the text then names for it."""
    _by_deed(setting, groups)
    _by_thing(setting, groups)


def _name(group: Group, town: PlaceMention, why: str) -> None:
    group.narrow(town.name, town)
    group.placed, group.why = True, why


def _by_deed(setting: Setting, groups: list[Group]) -> None:
    """ "The attack took place at the post of X": where the event of an area was that was told last before it."""
    parsed = setting.parsed
    told = sorted((g for g in groups if g.kind in _DONE), key=lambda g: min(g.sentences))
    starts = [min(g.sentences)[0] for g in told]
    for paragraph in parsed.paragraphs:
        for mention in setting.places_in(paragraph.start, paragraph.end):
            if mention.kind not in TOWNS:
                continue
            happened = _HAPPENED.search(parsed.text, max(paragraph.start, mention.start - 140), mention.start)
            if happened is None:
                continue
            at = bisect_left(starts, happened.start()) - 1
            group = told[at] if at >= 0 else None
            wide = group.mention if group is not None else None
            if group is None or (wide is not None and wide.kind not in AREAS):
                continue
            _name(group, mention, "the place where it is told to have happened")


def _by_thing(setting: Setting, groups: list[Group]) -> None:
    """Give each event of an area the town that the text names for the one thing that it was told to have met there."""
    parsed = setting.parsed
    heads = [paragraph for paragraph in parsed.paragraphs if paragraph.headline]
    for group in groups:
        if group.kind not in _DONE or group.mention is None or group.mention.kind not in AREAS:
            continue
        told = sorted(group.sentences)
        first = next((s for s in told if not any(p.start <= s[0] < p.end for p in heads)), told[0])
        things = {match["thing"].casefold() for match in _a_thing().finditer(parsed.text, *first)}
        if things and (town := _town_of(setting, things, first[1], max(group.paragraphs, default=0))):
            _name(group, town, "the place told for the thing that it was told of")


def _town_of(setting: Setting, things: set[str], start: int, paragraph: int) -> PlaceMention | None:
    parsed = setting.parsed
    last = parsed.paragraphs[min(len(parsed.paragraphs) - 1, paragraph + _SOON)]
    for mention in setting.places_in(start, last.end):
        if mention.kind not in TOWNS:
            continue
        told = _at().search(parsed.text, max(start, mention.start - _BEFORE), mention.start)
        told = told or _own_thing().match(parsed.text, mention.start)
        if told is not None and told["thing"].casefold() in things - _TAKEN_TO:
            return mention
    return None
