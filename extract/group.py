"""An event in the making: its figures so far, and when a place or a day is the event's."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.eventkinds import STRIKES
from extract.lexicon import load
from extract.mentions import PlaceMention, size_of
from extract.parties import side_in
from extract.places import same_area

if TYPE_CHECKING:
    from extract.figures import Read

#: What an event leaves behind.
HARM = frozenset(
    ["killed", "injured", "casualties", "hospitalized", "rescued", "missing", "destroyed", "damaged", "without_power", "without_heat",
     "without_water", "captured", "displaced", "evacuated", "lost_equipment"]
)  # fmt: skip
#: Why an event has the smaller of two places told of it.
#: Sorts of places that an event may be told of first, and those that a more exact telling gives it.
AREAS = frozenset({"country", "region"})
TOWNS = frozenset({"city", "site", "point"})
NEARER = "figures of one place and day; the area told first, then the place in it"
WEAPONS = frozenset({"launched", "shot_down", "hit", "locations_hit"})
_DAY_WORDS = re.compile(r"\d+|\w+day\b|today|tomorrow")


@dataclass(slots=True, eq=False)
class Group:
    """An event in the making."""

    kind: str
    place: str | None
    mention: PlaceMention | None
    day: tuple[str, str] | None
    #: A day that is printed but cannot be resolved ("Jan. 3" of an undated article).
    printed: str | None = None
    #: Whether `day` is only that of a new count or of the report ("rose on Tuesday", "said on Tuesday").
    weak_day: bool = False
    #: Whether it counts a span of hours ("over the past 24 hours").
    window: bool = False
    #: Whether it is a strike from the air on those who attacked, told within their attack.
    answer: bool = False
    #: Whether it is told to be of another time than what it is told with ("a day after nine were killed in …").
    apart: bool = False
    #: Whether a sentence of its own names the place; else it was carried over.
    placed: bool = False
    reads: list[Read] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    actors: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    why: str = ""
    #: Whether its place only tells what it was near to ("near the city of X"), so that its own may yet be told.
    beside: bool = False
    #: Whether it is told as another attack than those before ("elsewhere", "in a separate raid").
    another: bool = False
    #: The wider places it was told of by before its own was: "the region", then the town in it.
    areas: list[PlaceMention] = field(default_factory=list)
    #: The words of so many of its sentences, kept for who asks again.
    words: frozenset[str] = frozenset()
    heard: int = 0

    def narrow(self, name: str, mention: PlaceMention | None) -> None:
        """Give it the smaller place that the text then tells."""
        if self.mention is not None:
            self.areas.append(self.mention)
        self.place, self.mention, self.beside = name, mention, False

    def overlaps(self, span: tuple[int, int]) -> bool:
        """Is the sentence, or a part of it, already one of the event's?"""
        return any(a < span[1] and span[0] < b for a, b in self.sentences)


@functools.cache
def _generic() -> frozenset[str]:
    """Words of a place's name that do not tell it from another."""
    return frozenset(load("places")["generic"])


def words_of(name: str | None) -> set[str]:
    """The telling words of a place's name."""
    return set(re.findall(r"[\w’'-]+", (name or "").casefold())) - _generic()


@functools.lru_cache(maxsize=4096)
def same_place(a: str | None, b: str | None) -> bool:
    """Do two names mean the same place or places?

    One has all the telling words of the other: "Tal Warda market" is in "Warda", "Nam Kone" is not "Shwe Pan Kone".
    """
    if not a or not b:
        return not a and not b
    ours, theirs = a.split("; "), b.split("; ")
    return len(ours) == len(theirs) and all(any(_one_name(x, y) for y in theirs) for x in ours)


def _one_name(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or _same_words(_names_in(one), _names_in(other))


def _same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


@functools.lru_cache(maxsize=4096)
def _names_in(name: str) -> frozenset[str]:
    """The telling words of a place's name that are names: those with a capital, where there are any."""
    words = re.findall(r"[\w’'-]+", name)
    named = {word.casefold() for word in words if not word.islower()} - _generic()
    return frozenset(named or words_of(name))


def same_day(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """One night or day: it ends on the same day; a span of several days holds what falls into it."""
    if a is None or b is None or a[1] == b[1]:
        return True
    return (_long(a) or _long(b)) and a[0] <= b[1] and b[0] <= a[1]


def same_night(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """One night or day, or a night and the evening on which it began."""
    return same_day(a, b) or (a is not None and b is not None and a[0] == b[0] and not (_long(a) or _long(b)))


def spans(day: tuple[str, str]) -> bool:
    """Does it tell of more than a night and the day after?"""
    return dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) > dt.timedelta(days=2)


def _long(day: tuple[str, str]) -> bool:
    return dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) > dt.timedelta(days=1)


def same_print(a: str | None, b: str | None) -> bool:
    """Do two printed times, neither of which can be resolved, agree?"""
    if a is None or b is None:
        return True
    ours, theirs = _DAY_WORDS.findall(a), _DAY_WORDS.findall(b)
    return not ours or not theirs or bool(set(ours) & set(theirs))


def printed_day(when: str | None, day: tuple[str, str] | None) -> str | None:
    """The printed date of an event whose day is not known, so that two dates stay two events."""
    return (
        when.casefold() if when is not None and day is None and _DAY_WORDS.search(when.casefold()) else None
    )


def lies_in(small: PlaceMention | None, wide: PlaceMention | None) -> bool:
    """May the one place lie in the other, a region or a country?"""
    if small is None or wide is None:
        return False
    if small.within is not None and same_place(small.within, wide.name):
        return True
    if wide.kind not in ("country", "region") or wide.small:
        return False  # which villages lie in a district, no table tells
    if small.kind in ("country", "sea") or (small.kind == wide.kind and size_of(small) >= size_of(wide)):
        return False
    return same_area(small.place, wide.place)


_NEAR = re.compile(
    r"\b(?:near|outside|close\s+to|not\s+far\s+from|(?:north|south|east|west)(?:-?(?:east|west))?\s+of|(?:suburbs?|outskirts|countryside|surroundings|environs|hinterland|rural\s+(?:parts|areas?))\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:(?:city|town|village|port)\s+of\s+|capital,?\s+)?\Z"
)


def near_only(text: str, mention: PlaceMention | None) -> bool:
    """ "near the city of X": does the text name the place only to tell what is not far from it?"""
    if mention is None or mention.kind not in ("city", "region"):
        return False
    return _NEAR.search(text, max(0, mention.start - 50), mention.start) is not None


def here(group: Group, read: Read) -> bool:
    """Is the figure's place the event's? Gaza City is not the Gaza Strip, though both are named Gaza."""
    ours, theirs = group.mention, read.placed.mention if read.placed is not None else None
    if ours is not None and ours.within is not None and same_place(ours.within, read.figure.place):
        return theirs is None or theirs.kind not in AREAS  # the city, of a part of it that was told of
    country = theirs.kind == "country" if theirs is not None else read.figure.measure in WEAPONS
    for area in group.areas:
        # A country's drones are not those of "the south of" it, which an event was told of by.
        if country and area.kind != "country" and read.figure.measure in WEAPONS:
            continue
        if same_place(area.name, read.figure.place) and (theirs is None or theirs.kind in AREAS):
            return True
    if not same_place(group.place, read.figure.place):
        # "Rockets were fired at two towns. One hit a bus in the first": told of the salvo, unless each has its dead.
        counted = any(r.figure.measure == read.figure.measure for r in group.reads)
        several = [] if counted else (group.place or "").split("; ")
        return len(several) > 1 and any(same_place(name, read.figure.place) for name in several)
    if ours is None or theirs is None or ours.name == theirs.name:
        return True
    return (ours.kind in AREAS) == (theirs.kind in AREAS)


def same_spot(one: Group, other: Group) -> bool:
    """Are two events told of one place, not of a city and of the area that is named like it?"""
    if one.place is None or not same_place(one.place, other.place):
        return False
    if one.mention is None or other.mention is None or one.mention.name == other.mention.name:
        return True
    return (one.mention.kind in AREAS) == (other.mention.kind in AREAS)


def day_of(read: Read) -> tuple[str, str] | None:
    """The first and the last day of a figure."""
    figure = read.figure
    return (figure.date_from, figure.date_to) if figure.date_from and figure.date_to else None


def attacker(read: Read) -> str | None:
    """Who attacked: who launched, and for what was shot down whose drones they were, never the shooter."""
    if read.figure.measure != "shot_down":
        return read.figure.actor
    found = read.draft.counted
    if found is None or found.noun is None:
        return None
    return side_in([t for t in found.noun.subtree if t.i < found.noun.i], common=False)


def is_country(group: Group) -> bool:
    """Is it told of a whole country?"""
    return group.mention is not None and group.mention.kind == "country"


def of_weapons(group: Group) -> bool:
    """Are weapons counted among what it is told by?"""
    return any(r.figure.measure in WEAPONS for r in group.reads)


def harmed(group: Group) -> bool:
    """Does anything of the event tell of what it did, rather than of weapons alone?"""
    return any(r.figure.measure in HARM for r in group.reads)


def tells_harm(group: Group) -> bool:
    return any(r.figure.measure in ("killed", "injured", "casualties") for r in group.reads)


def absorb(home: Group, other: Group) -> None:
    """Give all that an event is told by to the one it turns out to be."""
    home.reads = sorted([*other.reads, *home.reads], key=lambda r: r.figure.start)
    home.sentences += [s for s in other.sentences if s not in home.sentences]
    home.paragraphs |= other.paragraphs
    home.actors.update(other.actors)
    home.targets.update(other.targets)
    home.kinds.update(other.kinds)
    if home.day is None or (home.weak_day and not other.weak_day):
        home.day, home.weak_day = other.day or home.day, other.weak_day
    home.why = NEARER
    if home.kind == "attack" and other.kind in STRIKES:
        home.kind = other.kind
