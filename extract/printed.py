"""Names of places and actors as an article prints them, once nothing has to be told apart by them any more."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extract.agents import done_to
from extract.clusters import first_printed
from extract.drafts import sentence_around
from extract.lexicon import load
from extract.mentions import full_name
from extract.model import Event, Figure
from extract.nounwords import unit_noun
from extract.parties import outlaws
from extract.places import printed_country, table
from extract.wordlists import countries, sides

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

#: What a state's army or police does on the ground; who sent drones or missiles is told by the country alone.
_GROUND = frozenset({"killed", "injured", "casualties", "captured", "arrested", "abducted", "released", "rescued", "lost_equipment", "evacuated", "destroyed", "damaged"})  # fmt: skip


_BARE = frozenset({"security forces", "police"})
_AIRCRAFT = frozenset({"warplanes", "jets"})


def print_in_full(parsed: Parsed, reads: Sequence[Read], events: Iterable[Event] = ()) -> None:
    """Places with the city they are a part of; a state that acts at home with the arm of it that did; groups as printed."""
    _places(reads)
    for read in reads:
        # The two sides of one night are told in one sentence: what stands at the noun itself says which.
        side = done_to(read.draft)
        if side is not None and side in countries() and read.actor in countries() and side != read.actor:
            read.actor = side
            read.figure.actor = printed_country(side, parsed.text)
    _arms(parsed, reads)
    named: list[Figure | Event] = [*(read.figure for read in reads), *events]
    for item in named:
        if item.actor is not None:
            item.actor = first_printed(_group(item.actor, parsed.text), parsed.text)


def _places(reads: Iterable[Read]) -> None:
    for read in reads:
        if read.placed is not None and read.figure.place == read.placed.name:
            read.figure.place = full_name(read.placed.name, read.placed.mention)


# ---------------------------------------------------------------- a state's own arms


def _arms(parsed: Parsed, reads: Sequence[Read]) -> None:
    """ "Pakistan's security forces", where the text says who of Pakistan's did it, in Pakistan or to its rebels."""
    told: Counter[tuple[str, str]] = Counter()
    at_home = [read for read in reads if _at_home(read)]
    for read in at_home:
        read.arm = read.arm or _arm(read)
        read.arm = None if read.arm in _AIRCRAFT else read.arm
        if read.arm is not None and read.actor is not None and _outlawed(read):
            told[read.actor, read.arm] += 1
    # "Security forces killed four militants", whose country the words leave out.
    alone = Counter(r.actor for r in reads if r.actor is not None and r.actor in _BARE and _outlawed(r))
    bare = next((arm for arm, _ in alone.most_common(1)), None)
    arms = {id(read.draft): read.arm for read in at_home}
    for read in at_home:
        figure = read.figure
        usual = next((arm for (side, arm), _ in told.most_common() if side == read.actor), bare)
        arm = read.arm or (usual if _outlawed(read) else None) or _arm(read, spoken=True)
        arm = arm or arms.get(id(read.draft.part_of))  # "police detained 14; two have been released"
        if arm is not None and figure.actor is not None:
            figure.actor = f"{figure.actor}'s {arm}"


def _at_home(read: Read) -> bool:
    figure = read.figure
    if read.actor is None or read.actor not in countries() or figure.measure not in _GROUND:
        return False
    if _outlawed(read):
        return True
    mention = read.placed.mention if read.placed is not None else None
    if mention is not None and mention.place.precision in (None, "country") and " " in (read.arm or ""):
        return True  # whose land an unlisted place is in is only guessed; the arm is told with its country
    land = table().country(mention.place.country) if mention is not None else None
    return land is not None and sides().get(land.name.casefold()) == read.actor


def _outlawed(read: Read) -> bool:
    """Are those counted fighters against a state: militants, rebels?"""
    return unit_noun(read.figure.unit) in outlaws()


def _arm(read: Read, *, spoken: bool = False) -> str | None:
    """The arm of its own country that a figure's sentence names: "Jordanian troops", or, where `spoken`, the one that tells."""
    if read.actor is None:
        return None
    text = read.draft.piece.text
    for match in _owned(read.actor).finditer(text, *sentence_around(read.draft)):
        if spoken or _SPEAKS.match(text, match.end()) is None:
            return match[1].casefold()
    return None


_SPEAKS = re.compile(r"\s+(?:said|says|reported|spokes\w+|sources?|officials?)\b")


@functools.cache
def _owned(country: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in (country, *load("organisations")["sides"][country]))
    arms = sorted(load("actors")["nouns"]["own"], key=len, reverse=True)
    listed = "|".join(re.escape(arm) for arm in arms)
    return re.compile(rf"\b(?:{names})(?:['’]s?)?\s+(?:(?!and\b)[a-z-]+\s+){{0,3}}?((?i:{listed}))\b")


# ---------------------------------------------------------------- groups


@functools.lru_cache(maxsize=64)
def _group(name: str, text: str) -> str:
    """A group in the words of this text: "Houthi rebels" where it never says "Houthis"."""
    forms = _forms().get(name)
    if not forms or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        return name
    for form in forms:
        match = re.search(
            rf"(?<!\w){re.escape(form)}\s+(?:rebels|fighters|forces|militants|militia|movement|group)\b", text
        )
        if match is not None:
            return " ".join(match.group().split())
    own = (form for form in forms if f"{form}s" != name)  # "a Houthi drone" is the Houthis'
    return next((form for form in own if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)), name)


@functools.cache
def _forms() -> dict[str, list[str]]:
    """The name of a group as the list keeps it -> the other ways to print it, longest first."""
    table_: dict[str, list[str]] = {}
    for form, name in load("actors")["groups"].items():
        if form != name and name not in countries():
            table_.setdefault(str(name), []).append(str(form))
    return {name: sorted(forms, key=len, reverse=True) for name, forms in table_.items()}
