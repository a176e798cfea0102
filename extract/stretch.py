"""The stretch of a text: what is counted without a place and a day of its own is of the deed that is being told."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from extract.backrefs import one_deed, turns
from extract.daysoftold import SPOKEN_OF
from extract.eventkinds import VIOLENT
from extract.group import AREAS, HARM, TOWNS, WEAPONS, Group, day_of, harmed, here, lies_in
from extract.likeness import STATES, answers, compatible, opposed
from extract.nearer import ANOTHER
from extract.sentenceplaces import HURT
from extract.setting import CARRIED, NAMED, OFFICIAL

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.parse import Parsed

#: Paragraphs over which a deed is told on, past words that are quoted.
_REACH = 2
#: What is told on of a deed, and what of it lasts over the days after it.
_TOLD_ON = HARM | {"affected"}
_LASTING = STATES - {"deployed"} | {
    "without_power",
    "without_water",
    "without_heat",
    "hospitalized",
    "rescued",
}
_WEEK = 7
#: Signs of what a deed led to, rather than of another one.
_LOOSE = frozenset({"other", "attack", "accident", "outage"})
#: Strikes of which the weapons are counted.
_AIMED = frozenset({"drone_strike", "missile_strike", "air_strike", "shelling"})
#: Kinds of deeds that are told over several sentences.
_DEEDS = VIOLENT | {"abduction", "territory_change", "accident"}


def goes_on(
    parsed: Parsed, home: Group | None, last: Read | None, read: Read, span: tuple[int, int], kind: str
) -> bool:
    """Is a figure told of `home`, the event of the figure `last` before it?

    Its own sentence names neither place nor day, none was named since that figure, and no other deed is told.
    """
    if home is None or last is None or home.kind not in _DEEDS or not _struck(home):
        return False
    if home.window or home.answer:
        return False
    if read.figure.measure not in _TOLD_ON or read.draft.part_of is not None:
        return False
    if read.draft.paragraph - last.draft.paragraph > _REACH:
        return False
    lasts = _lasts(home, read)
    if not lasts and (read.figure.when is not None or read.figure.scope == "cumulative"):
        return False
    if _nearer(home, read):
        return False  # the town of who counts, in the area that the event was told of: it tells where it was
    if placed_by_noun(home, read):
        return False
    told = _end(home, span)
    since = read.time is not None and read.time.start >= told and day_of(read) != home.day
    if (since and not lasts) or not (_told_before(read, told) or here(home, read)):
        return False
    if ANOTHER.search(parsed.text, *span) or turns(
        parsed.text, parsed.paragraphs[read.draft.paragraph].start
    ):
        return False
    sentence = parsed.text[span[0] : span[1]]
    if read.draft.paragraph != last.draft.paragraph and one_deed(sentence):
        return False
    town = home.mention is not None and home.mention.kind not in AREAS
    if answers(home, read, kind) or (not town and opposed(home, read, beside=True)):
        return False  # of one town both sides tell what they did to the other
    # A boat that sank, or lights that went out, in an attack that is being told: of the attack.
    return kind in _LOOSE or compatible(home, kind, read.figure.measure, True, read.figure.unit)


#: Weapons that went to a whole land, and not to the one town that was told of.
_WIDELY = re.compile(
    r"\b(?:overnight|across|over|throughout|nationwide|country|airspace|regions|cities|towns|waves?)\b",
    re.IGNORECASE,
)
#: More than these went to no one town.
_SALVO = 60


def of_salvo(
    parsed: Parsed, home: Group | None, last: Read | None, read: Read, span: tuple[int, int], kind: str
) -> bool:
    """ "Rockets hit a farm in X, killing two. About 35 were fired, 26 of which were shot down": told of `home`, X's strike.

    They are counted in the paragraph that tells of the strike, and placed in no more than the land of those who say so.
    """
    if home is None or last is None or read.figure.measure not in WEAPONS or home.window or home.answer:
        return False
    town = home.mention is not None and home.mention.kind in TOWNS
    if not town or kind not in _AIMED or kind not in (home.kind, *home.kinds):
        return False
    if last.draft.paragraph != read.draft.paragraph or read.figure.high > _SALVO:
        return False
    placed = read.placed
    if placed is not None and (placed.why == NAMED or not placed.why.startswith("the country of")):
        return False
    if ANOTHER.search(parsed.text, *span) or _WIDELY.search(parsed.text, *span):
        return False
    return home.day is None or day_of(read) is None or home.day[1] == (day_of(read) or home.day)[1]


def _struck(home: Group) -> bool:
    """Did it do harm, or hit something, rather than only fly or fall to those who shot it down?"""
    town = home.mention is not None and home.mention.kind not in AREAS
    return harmed(home) or (town and any(r.figure.measure in ("hit", "locations_hit") for r in home.reads))


def _lasts(home: Group, read: Read) -> bool:
    """ "Seven are still missing on Wednesday": a state of the days after the deed, whose day is that of the telling."""
    day = day_of(read)
    if read.figure.measure not in _LASTING or day is None or home.day is None:
        return False
    return home.day[0] <= day[0] and dt.date.fromisoformat(day[1]) <= dt.date.fromisoformat(
        home.day[1]
    ) + dt.timedelta(days=_WEEK)


def _end(home: Group, span: tuple[int, int]) -> int:
    """Where the sentence of the event ends that is told last before `span`."""
    return max((end for start, end in home.sentences if start <= span[0]), default=0)


def _told_before(read: Read, told: int) -> bool:
    """Was the place that was worked out for a figure named before the event's last sentence ended?"""
    placed = read.placed
    if placed is None or placed.mention is None:
        return True
    return placed.why != NAMED and placed.mention.start < told


def placed_by_noun(home: Group, read: Read) -> bool:
    """ "The depot", which another town told of before has: told of that town again, not of what was told last."""
    placed, town = read.placed, home.mention
    if placed is None or placed.mention is None or town is None or not placed.why.startswith("“"):
        return False
    towns = TOWNS
    return placed.mention.kind in towns and town.kind in towns and not here(home, read)


def _nearer(home: Group, read: Read) -> bool:
    placed = read.placed
    return placed is not None and placed.why == OFFICIAL and lies_in(placed.mention, home.mention)


#: Why a figure has the place and the day of the event that it was found to be of.
SEATED = "that of its event"
_OF_WHOLE = "that of the whole"
#: How a sentence opens that tells of what happened in another place.
_OPENS_IN = re.compile(r"\s*(?:In|At|Near|Outside|Around|Over|Across)\s")
#: A span that tells no day of a single deed.
_MONTH = dt.timedelta(days=20)


def lend_settings(parsed: Parsed, groups: list[Group]) -> None:
    """Give figures whose place or day was only carried over those of the event they stand in."""
    for group in groups:
        for read in group.reads:
            if read.figure.measure in HARM:
                _lend_place(parsed.text, group, read)
                _lend_day(group, read)


def _lend_place(text: str, group: Group, read: Read) -> None:
    placed, figure = read.placed, read.figure
    if group.place is None or figure.place == group.place:
        return
    whole = read.draft.part_of
    if whole is not None and (placed is None or placed.why.startswith(_OF_WHOLE)):
        theirs = next((r for r in group.reads if r.draft is whole), None)
        if theirs is not None and theirs.figure.place_why == SEATED:
            figure.place, figure.place_why = theirs.figure.place, SEATED
    elif placed.why in CARRIED if placed is not None else not _told_apart(text, group, read):
        figure.place, figure.place_why = group.place, SEATED


def _told_apart(text: str, group: Group, read: Read) -> bool:
    """ "Debris hurt five people. In the X region, one woman died": does the sentence open with a place for its own hurt?"""
    if group.mention is None:
        return False
    for low, high in group.sentences:
        if read.figure.start < low <= group.mention.start < high and _OPENS_IN.match(text, low):
            return any(r.figure.measure in HURT and low <= r.figure.start < high for r in group.reads)
    return False


def _lend_day(group: Group, read: Read) -> None:
    figure, day = read.figure, day_of(read)
    if group.day is None or group.weak_day or figure.when is not None or figure.scope == "cumulative":
        return
    if SPOKEN_OF in (figure.date_why or ""):
        return  # its own words say which deed's day it has
    if day is None and dt.date.fromisoformat(group.day[1]) - dt.date.fromisoformat(group.day[0]) > _MONTH:
        return  # "In February they had killed seven": of those, whoever else died there
    if day is not None and day[0] <= group.day[1] and group.day[0] <= day[1]:
        return  # one of the days of a fight that lasted several
    if read.draft.part_of is None:
        figure.date_from, figure.date_to = group.day
        figure.date_why = SEATED
