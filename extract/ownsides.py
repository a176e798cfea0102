"""Whose "the air force" is where the article names none: by where it shot down, else by where the report is from."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.clusters import body_name
from extract.phrases import Body
from extract.places import country_context, table
from extract.shooters import opening_country
from extract.wordlists import phrases, sides

if TYPE_CHECKING:
    from extract.frames import Frame
    from extract.mentions import PlaceMention
    from extract.setting import Setting
    from extract.sources import Sources

_DEFENDED = re.compile(
    r"\b(?:shot\s+down|shoot(?:s|ing)?\s+down|downed|destroyed|intercept\w+|suppress\w+|jammed|brought\s+down|air\s+defen[cs]es?)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:over|above)\s+(?:the\s+|both\s+)?(?:\w+\s+(?:and\s+)?){0,3}$", re.IGNORECASE)
_ATTACKED = r"\s+(?:had\s+|has\s+)?(?:used|launched|fired|sent|attacked|struck|unleashed)\b"


def give_sides(sources: Sources, setting: Setting, frames: Sequence[Frame], dateline: str | None) -> None:
    """Gives each body of a state that the article names without its country that country, where something tells it.

    The reason stands with the body's frames. A dateline of two countries tells none.
    """
    for body, source in sources.bodies:
        if source.side is not None or source.kind != "org" or not _of_one_country(body):
            continue
        spoken = [frame for frame in frames if frame.source is source]
        if not spoken:
            continue
        side, why = _opening(setting, spoken)
        if side is None:
            side, why = _where_it_defended(setting, spoken)
        if side is None:
            side, why = _where_from(setting, spoken, dateline)
        if side is not None:
            body.side = source.side = side
            source.name = body_name(body)
            for frame in spoken:
                frame.why = f"{frame.why}; {why}"


def _of_one_country(body: Body) -> bool:
    """Is it a body of which a country has one: an air force, a defence ministry?"""
    return bool(body.of_state) and any(
        body.key[-len(parts) :] == parts for parts in phrases("organisations", "of_a_country").get(body.key[-1], ())
    ) and len(body.key) <= 3  # fmt: skip


def _opening(setting: Setting, frames: Sequence[Frame]) -> tuple[str | None, str]:
    """ "In Ostra, the defence ministry said …": its country is the first word."""
    told = {opening_country(setting.parsed.text[slice(*_sentence(frame))]) for frame in frames} - {None}
    side = next(iter(told)) if len(told) == 1 else None
    return side, f"{side}'s, as the sentence begins with it"


def _where_it_defended(setting: Setting, frames: Sequence[Frame]) -> tuple[str | None, str]:
    """The country over which it says to have shot down, where that is one."""
    found: dict[str, str] = {}
    text = setting.parsed.text
    for frame in frames:
        start, end = _sentence(frame)
        if _DEFENDED.search(text, start, end) is None:
            continue
        for mention in setting.places_in(start, end):
            side = _country_of(mention)
            if side is not None and _OVER.search(text, max(start, mention.start - 60), mention.start):
                found.setdefault(side, f"{side}'s, as it shot down over {mention.name}")
    return next(iter(found.items())) if len(found) == 1 else (None, "")


def _where_from(setting: Setting, frames: Sequence[Frame], dateline: str | None) -> tuple[str | None, str]:
    """The country that the report is from, unless the body says that this country attacks."""
    places = [place for place in re.split(r",|;|\band\b", dateline or "") if place.strip()]
    told = {side for place in places if (side := _country(place.strip())) is not None}
    if len(told) != 1:
        return None, ""
    (side,) = told
    # A report from a neighbouring capital tells of other countries than its own.
    told_of = country_context(setting.parsed.text.replace(dateline or "", "", 1))[:2]
    if side not in map(_side_of_code, told_of):
        return None, ""
    for frame in frames:
        start, end = _sentence(frame)
        if re.search(re.escape(side) + _ATTACKED, setting.parsed.text[start:end]):
            return None, ""
        if any(
            (other := _country_of(mention)) and other != side and setting.names_place(mention)
            for mention in setting.places_in(start, end)
        ):
            return None, ""
    return side, f"{side}'s, as the report is from {dateline}"


def _country_of(mention: PlaceMention) -> str | None:
    return sides().get((mention.place.country_name or "").casefold())


@functools.lru_cache(maxsize=1000)
def _country(place: str) -> str | None:
    """The country, among those that are sides, in which a dateline's place lies."""
    found = table().lookup(place.title() if place.isupper() else place)
    return sides().get((found.country_name or "").casefold()) if found is not None else None


def _side_of_code(code: str) -> str | None:
    found = table().country(code)
    return sides().get((found.country_name or "").casefold()) if found is not None else None


def _sentence(frame: Frame) -> tuple[int, int]:
    """The offsets of the sentence in which a frame's source stands."""
    sentence = frame.cue.sent
    return frame.piece.span(sentence[0], sentence[-1])
