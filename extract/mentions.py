"""The places that an article's news names: those of the table, and those that only the grammar marks."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.groupnames import in_group_name
from extract.lexicon import load
from extract.places import Place, country_context, find_places, ground_country, table
from extract.placewords import RUN, SHIP, SHIP_NAME
from extract.unlisted import unlisted_places

if TYPE_CHECKING:
    from extract.parse import Parsed

_KINDS = {"point": 0, "site": 0, "city": 1, "region": 2, "country": 3, "sea": 2, "other": 4}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text: `name` as printed, `kind` city, region, country, sea, site or other.

    `within` is the city that the text names for a part of it ("the Tal Amara neighbourhood of Gaza City").
    """

    start: int
    end: int
    name: str
    kind: str
    place: Place
    inside_name: bool = False
    within: str | None = None
    #: Whether it is called a district, an area or a commune: a part of a province.
    small: bool = False


def read_places(parsed: Parsed, spoken: Sequence[tuple[int, int]] = ()) -> list[PlaceMention]:
    """The places that the article's news names, in text order, without adjectives and peoples.

    `spoken` are the spans of those who speak: a name in them is no unlisted place.
    """
    found = [
        PlaceMention(
            m.start, m.end, re.sub(r"['’]s?$", "", m.place.name), m.place.kind, m.place, m.inside_name
        )
        for paragraph in parsed.paragraphs
        for m in find_places(parsed.text, paragraph.start, paragraph.end, adjectives=True)
        if not m.adjective or _at_border(parsed.text, m.start, m.end) or _in_part(parsed.text, m.start, m.end)
    ]
    people = set(spoken)
    found = _long_names(parsed, found)
    taken = sorted([(m.start, m.end) for m in found if not m.inside_name] + list(spoken))
    starts = [a for a, _ in taken]
    context = country_context(parsed.text)
    country = ground_country(parsed.text) or (context[0] if len(context) == 1 else None)
    for piece in parsed.pieces():
        for start, end, kind, sure in unlisted_places(piece):
            at = bisect_left(starts, end)
            over = [(a, b) for a, b in taken[max(0, at - 4) : at] if a < end and start < b]
            if over and not (sure and all(each in people for each in over)):
                continue
            if found and (found[-1].start, found[-1].end) == (start, end):
                continue
            name = parsed.text[start:end]
            place = Place(name, "city" if kind == "city" else "region" if kind == "region" else "other",
                          country, None, None, None, None)  # fmt: skip
            found.append(PlaceMention(start, end, name, kind, place))
    found += _listed(parsed.text, found, country)
    found = sorted((_border(parsed.text, _as_called(parsed.text, m)) for m in found), key=lambda m: m.start)
    # "Tal" in "Tal Amara": the longer name is the place.
    found = [
        m for at, m in enumerate(found)
        if not (m.inside_name and any(o.start <= m.start and m.end < o.end for o in found[max(0, at - 1) : at + 2]))
    ]  # fmt: skip
    text = parsed.text
    found = [m for m in found if m.kind == "country" or not in_group_name(text, m.start, m.end)]
    found = [m for m in found if SHIP_NAME.match(m.name) is None]
    return _quarters(text, [m for m in found if SHIP.search(text, max(0, m.start - 40), m.start) is None])


_LISTED = re.compile(
    r"\b(?:villages|towns|hamlets|settlements|outposts|posts|camps|suburbs|communities|localities|neighbou?rhoods|islands|farms|checkpoints|bases)\s(?:of|at|in|near|around|outside)\s"
    rf"(?:the\s)?(?P<names>{RUN.pattern}(?:,\s{RUN.pattern})*,?\sand\s{RUN.pattern})"
)


def _listed(text: str, found: list[PlaceMention], country: str | None) -> list[PlaceMention]:
    """ "the villages of A, B and C": each of them, where one at least is known for a place by other words."""
    taken = sorted((m.start, m.end) for m in found)
    out: list[PlaceMention] = []
    for match in _LISTED.finditer(text):
        names = list(RUN.finditer(text, *match.span("names")))
        near = taken[bisect_left(taken, (match.start(),)) : bisect_left(taken, (match.end(),))]
        if not near:
            continue
        for name in names:
            if not any(a < name.end() and name.start() < b for a, b in near):
                place = Place(name[0], "city", country, None, None, None, None)
                out.append(PlaceMention(name.start(), name.end(), name[0], "city", place))
    return out


_QUARTER = r"(?:neighbou?rhood|quarter|suburb|district|area|market|camp)"
_OF_CITY = re.compile(
    rf"\s+{_QUARTER}\s+(?:of|in|inside)\s+(?:the\s+)?(?:[\w-]+(?:ern|al)\s+)?(?:(?:city|town|capital)(?:\s+of|,)?\s+)?"
)
_IN_CITY = re.compile(r"['’]s?\s+(?:the\s+)?(?:[\w-]+(?:ern|al)\s+)?")
#: "Khartoum's southern district of X".
_ITS_QUARTER = re.compile(rf"['’]s?\s+(?:[\w-]+\s+)?{_QUARTER}\s+of\s+(?:the\s+)?")
_IS_QUARTER = re.compile(rf"\s+{_QUARTER}\b")


def _quarters(text: str, found: list[PlaceMention]) -> list[PlaceMention]:
    """ "the Tal Amara neighbourhood of Gaza City", "Kyiv's Lisovyi district": a part of the city, and where it is."""
    for at in range(len(found) - 1):
        first, then = found[at], found[at + 1]
        gap = text[first.end : then.start]
        if then.kind == "city" and first.kind in ("city", "region", "other", "site"):
            # "the Safat district in Khartoum": a district that the name holds already.
            held = re.search(rf"\s+{_QUARTER}$", first.name)
            if _OF_CITY.fullmatch(gap if held is None else held.group() + gap):
                found[at] = _part_of(first, then)
                continue
        if first.kind == "city" and then.kind in ("city", "region", "other"):
            named = re.search(rf"{_IS_QUARTER.pattern}$", then.name) or _IS_QUARTER.match(text, then.end)
            if (named and _IN_CITY.fullmatch(gap)) or _ITS_QUARTER.fullmatch(gap):
                found[at + 1] = _part_of(then, first)
    return found


def _part_of(part: PlaceMention, city: PlaceMention) -> PlaceMention:
    """The part of a city, placed where the city is when no table knows it."""
    place = part.place
    if place.lat is None or place.precision in (None, "country"):
        place = replace(city.place, name=place.name, kind=place.kind)
    return replace(part, kind="site", place=place, within=city.name, small=False)


@functools.cache
def _of_the() -> re.Pattern[str]:
    names = [name for name in load("places")["countries"] if " of the " in name]
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")


def _long_names(parsed: Parsed, found: list[PlaceMention]) -> list[PlaceMention]:
    """ "the Democratic Republic of the Congo" is one name, and what lies in it is none."""
    for match in _of_the().finditer(parsed.text):
        place = table().lookup(match.group())
        if place is not None:
            found = [m for m in found if m.end <= match.start() or m.start >= match.end()]
            found.append(PlaceMention(match.start(), match.end(), match.group(), place.kind, place))
    return found


def _as_called(text: str, mention: PlaceMention) -> PlaceMention:
    """ "the southern province of Daraa": the province, not the town of that name."""
    before = text[max(0, mention.start - 40) : mention.start]
    if mention.kind == "region":
        small = _PART.search(mention.name) or _PART.match(text, mention.end) or _PART_OF_IT.search(before)
        return replace(mention, small=True) if small else mention
    if mention.kind != "city" or not _PROVINCE_OF.search(before) or _NAMED_PART_OF.search(before):
        return mention
    return replace(mention, kind="region", small=_PART_OF_IT.search(before) is not None)


_PARTS = r"(?:districts?|sub-?districts?|areas?|locality|county|commune|municipality|suburbs?|sector|tehsil|woreda|township)"
_PART = re.compile(rf"\s+{_PARTS}\b", re.IGNORECASE)
_PART_OF_IT = re.compile(rf"\b{_PARTS}\s+of\s+(?:the\s+)?$")
#: "The Safat district of Kharkiv": Kharkiv is the city that it is a part of.
_NAMED_PART_OF = re.compile(rf"\b[A-Z][\w’'-]+\s+{_PARTS}\s+of\s+$")


_PROVINCE_OF = re.compile(
    r"\b(?:province|region|governorate|state|oblast|department|prefecture|county|district)\s+of\s+(?:the\s+)?$"
)


#: "The Malian border": an adjective that names a place after all.
_BORDER_OF = re.compile(
    r"(?:-[A-Z]\w+)?\s+border\b(?!\s+(?:guards?|police|officials?|forces?|troops|crossings?|towns?|villages?|posts?|security|officers?|areas?|regions?|districts?|provinces?|city|cities|communities))"
)


_AT_BORDER = re.compile(r"\b(?:along|on|near|at|to|towards?|reached)\s+(?:the\s+)?\Z")


def _at_border(text: str, start: int, end: int) -> bool:
    """ "Near the Malian border"; "towards the border" is where one goes."""
    return (
        _BORDER_OF.match(text, end) is not None
        and _AT_BORDER.search(text, max(0, start - 14), start) is not None
    )


#: "Against the Saudi south": an adjective and a direction name a part of a land.
_SIDE = re.compile(
    r"\s+(?:north|south|east|west|far\s+north|deep\s+south)(?:-?(?:east|west))?\b(?!\s+of\b|-)"
)
_IN_THE = re.compile(r"\b(?:in|on|at|against|over|across|into|towards?|through|throughout|from)\s+the\s+\Z")


def _in_part(text: str, start: int, end: int) -> bool:
    return _SIDE.match(text, end) is not None and _IN_THE.search(text, max(0, start - 16), start) is not None


def _border(text: str, mention: PlaceMention) -> PlaceMention:
    """ "the border with Syria", "the Belarus border": the border is the place, not the country."""
    if mention.kind != "country":
        return mention
    if before := re.search(
        r"\bborder\s+with\s+(?:the\s+)?$", text[max(0, mention.start - 24) : mention.start]
    ):
        start = mention.start - len(before.group())
        return replace(mention, start=start, name=" ".join(text[start : mention.end].split()), kind="region")
    if _in_part(text, mention.start, mention.end) and (side := _SIDE.match(text, mention.end)):
        return replace(mention, end=side.end(), name=text[mention.start : side.end()], kind="region")
    if after := _BORDER_OF.match(text, mention.end):
        end = after.end()
        return replace(mention, end=end, name=" ".join(text[mention.start : end].split()), kind="region")
    return mention


def full_name(name: str, mention: PlaceMention | None) -> str:
    """The name with the city that it is a part of, the most specific first: "Tal Amara, Gaza City"."""
    if mention is None or mention.within is None or mention.name != name:
        return name
    return f"{name}, {mention.within}"


def size_of(mention: PlaceMention) -> float:
    """How large a place is by its kind; a part of a country ("northern Syria") is nearly the country."""
    if mention.small:
        return 1.5
    if mention.kind == "region" and re.match(
        r"(?:the\s+)?(?:\w+-)?\w+ern\b|(?:the\s+)?(?:north|south|east|west|central)\b",
        mention.name,
        re.IGNORECASE,
    ):
        return 2.5
    return _KINDS.get(mention.kind, 4)
