"""Places of the world by name: countries, regions, cities and waters, with coordinates.

The table comes from GeoNames (see `extract/geonames`) and from `lexicon/places.toml`. `find_places` reads
the places out of a text; `table().lookup` answers for one name.
"""

from __future__ import annotations

import functools
import gzip
import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import resources
from typing import Literal

from extract.lexicon import load
from extract.model import Precision
from extract.placenames import fold

__all__ = [
    "Mention",
    "Place",
    "PlaceTable",
    "country_context",
    "demonym",
    "find_places",
    "ground_country",
    "printed_country",
    "same_area",
    "table",
]

Kind = Literal["city", "region", "country", "sea", "other"]


#: What it is worth, in powers of ten of people, that a text speaks of the country, from the most named on.
_CONTEXT_WEIGHTS = (3.0, 2.2, 1.8, 1.5, 1.2, 1.0)


@dataclass(frozen=True, slots=True)
class Place:
    """A place: `name` as it was asked for, `country` its ISO code, `country_name` in English.

    `lat`,`lon` are degrees, the middle of what `precision` says; None when only the name is known.
    """

    name: str
    kind: Kind
    country: str | None
    country_name: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    #: People living there, 0 when unknown; the larger of two places of one name is meant, all else equal.
    population: int = 0


@dataclass(frozen=True, slots=True)
class _Country:
    code: str
    name: str
    capital: str
    lat: float | None
    lon: float | None


def _folder(name: str) -> bytes:
    return resources.files("extract.geonames").joinpath(name).read_bytes()


class PlaceTable:
    """Every place there is a name for. Made once, by `table()`."""

    def __init__(self) -> None:
        words = load("places")
        self._lines = gzip.decompress(_folder("places.tsv.gz")).split(b"\n")
        self._countries: dict[str, _Country] = {}
        for line in _folder("countries.tsv").decode("utf-8").splitlines():
            code, name, capital, lat, lon = line.split("\t")
            self._countries[code] = _Country(
                code, name, capital, float(lat) if lat else None, float(lon) if lon else None
            )
        self._country_names = {fold(c.name): c.code for c in self._countries.values()}
        self._country_names |= {fold(name): code for name, code in words["countries"].items()}
        self._regions = {fold(name): where for name, where in words["regions"].items()}
        self._cities = {fold(name): where for name, where in words["cities"].items()}
        self._waters = {fold(name): where for name, where in words["waters"].items()}
        self._demonyms = {name.casefold(): code for name, code in words["demonyms"].items()}
        self._capitals = {fold(c.capital): c.code for c in self._countries.values() if c.capital}
        self._metonyms = {fold(name): code for name, code in words["metonyms"].items()}
        self._region_words = frozenset(words["region_words"])
        self._city_words = frozenset(words["city_words"])
        self._directions = frozenset(words["directions"])
        self._territories = frozenset(fold(name) for name in words["territories"])
        self.doubtful = frozenset(words["doubtful"])
        self._cached = functools.lru_cache(maxsize=20_000)(self._lookup)

    def lookup(self, name: str, context_countries: Sequence[str] = ()) -> Place | None:
        """The place of that name, or None. `context_countries` are ISO codes, the likeliest first.

        Words of kind and direction are understood: "Kharkiv region", "northern Syria", "province of Idlib".
        """
        return self._cached(" ".join(name.replace("’", "'").split()), tuple(context_countries[:6]))

    def country(self, code: str | None) -> Place | None:
        """The country of an ISO code."""
        found = self._countries.get(code or "")
        if found is None:
            return None
        return Place(found.name, "country", found.code, found.name, found.lat, found.lon, "country")

    def region(self, name: str) -> Place | None:
        """The region that the table has by that very name ("northern Gaza")."""
        where = self._regions.get(fold(name))
        return self._place(name, "region", where, "region") if where else None

    def country_code(self, name: str) -> str | None:
        """The ISO code of a country by one of its names."""
        return self._country_names.get(fold(name.replace("’", "'").removeprefix("the ").removeprefix("The ")))

    def metonym(self, name: str) -> Place | None:
        """The country that a capital or a seat of power stands for ("Kyiv said", "the Kremlin")."""
        key = fold(name)
        return self.country(self._metonyms.get(key) or self._capitals.get(key))

    def demonym(self, word: str) -> Place | None:
        """The country of an adjective or a people ("Ukrainian", "Russians")."""
        key = word.replace("’s", "").replace("'s", "").casefold().strip()
        code = self._demonyms.get(key) or self._demonyms.get(key.removesuffix("s"))
        return self.country(code)

    def is_region_word(self, word: str) -> bool:
        """Whether the word says that a name is a region's ("oblast", "province")."""
        return word.casefold() in self._region_words

    def is_city_word(self, word: str) -> bool:
        """Whether the words say that a name is a town's ("village", "refugee camp")."""
        return word.casefold() in self._city_words

    def is_direction(self, word: str) -> bool:
        """Whether the word is a direction ("northern", "central")."""
        return word.casefold() in self._directions

    def _place(self, name: str, kind: Kind, where: str, precision: Precision) -> Place:
        parts = where.split()
        code = parts[0] if len(parts) == 3 and parts[0] != "-" else None
        country = self._countries.get(code or "")
        lat, lon = float(parts[-2]), float(parts[-1])
        return Place(name, kind, code, country.name if country else None, lat, lon, precision, 50_000)

    def _lookup(self, name: str, context: tuple[str, ...]) -> Place | None:
        words = name.split()
        if not words:
            return None
        bare = name
        if words[0].casefold() == "the" and len(words) > 1:
            bare = " ".join(words[1:])
        key = fold(bare)
        if code := self._country_names.get(key):
            found = self.country(code)
            return replace(found, name=name) if found else None
        if where := self._waters.get(key):
            return self._place(name, "sea", where, "region")
        region = self._regions.get(key)
        city = self._city(name, key, context)
        own_city = city and region and city.country == region.split()[0] and city.population >= 20_000
        if region and city and (key in self._territories or not own_city):
            return self._place(name, "region", region, "region")
        if city:
            return city
        if region:
            return self._place(name, "region", region, "region")
        return self._marked(name, bare, context)

    def _marked(self, name: str, bare: str, context: tuple[str, ...]) -> Place | None:
        """A name with a word of kind or direction around it."""
        words = bare.split()
        if len(words) < 2:
            return None
        last, first = words[-1].casefold(), words[0].casefold()
        if first in self._directions and (inner := self._cached(" ".join(words[1:]), context)):
            return replace(inner, name=name, kind="region" if inner.kind == "country" else inner.kind)
        if (
            len(words) > 2
            and words[1].casefold() == "of"
            and (first in self._region_words or first in self._city_words)
        ):
            return self._region_or_city(name, " ".join(words[2:]), first in self._region_words, context)
        if last in self._region_words:
            return self._region_or_city(name, " ".join(words[:-1]), True, context)
        if last in self._city_words:
            return self._region_or_city(name, " ".join(words[:-1]), False, context)
        return None

    def _region_or_city(self, name: str, inner: str, region: bool, context: tuple[str, ...]) -> Place | None:
        key = fold(inner)
        if region and key in self._regions:
            return self._place(name, "region", self._regions[key], "region")
        found = (self._city(inner, key, context) if not region else None) or self._cached(inner, context)
        if found is None:
            return None
        return (
            replace(found, name=name, kind="region", precision="region")
            if region
            else replace(found, name=name)
        )

    def _city(self, name: str, key: str, context: tuple[str, ...]) -> Place | None:
        if where := self._cities.get(key):
            return self._place(name, "city", where, "city")
        best: tuple[float, Place] | None = None
        for entry in self._entries(key):
            _, code, lat, lon, people, rank = entry.split("|")
            if key in self._metonyms and rank != "0":
                continue  # "White House" is no town, though a city is called so in some tongue
            population = int(people)
            score = math.log10(population + 1) - 1.5 * int(rank)
            if code in context:
                score += _CONTEXT_WEIGHTS[context.index(code)]
            if best is None or score > best[0]:
                country = self._countries.get(code)
                best = (
                    score,
                    Place(
                        name,
                        "city",
                        code,
                        country.name if country else None,
                        float(lat),
                        float(lon),
                        "city",
                        population,
                    ),
                )
        return best[1] if best else None

    def _entries(self, key: str) -> list[str]:
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        at = bisect_left(self._lines, wanted)
        if at < len(self._lines) and self._lines[at].startswith(wanted):
            return self._lines[at].decode("utf-8").split("\t")[1:]
        return []


def printed_country(name: str, text: str) -> str:
    """A country's name in the form that `text` uses, where that is another one; else `name`."""
    if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        return name
    code = table().country_code(name)
    if code is None:
        return name
    others = [other for other, of in load("places")["countries"].items() if of == code and len(other) > 3]
    return next((other for other in others if re.search(rf"\b{re.escape(other)}\b", text)), name)


#: Kilometres from a region's middle within which a town may lie in it.
_REACH = 300.0


#: People from whom on a town is taken to be the one of the table.
_KNOWN = 20_000


def same_area(small: Place, wide: Place) -> bool:
    """May `small` lie in `wide`, a country or a region? True where the table does not know better."""
    known = small.population >= _KNOWN
    if known and small.country is not None and wide.country is not None and small.country != wide.country:
        return False
    ours, theirs = (small.lat, small.lon), (wide.lat, wide.lon)
    # A village's name is often borne by another one far away, which the table knows instead.
    if wide.kind == "country" or None in (*ours, *theirs) or not known:
        return True
    own, other = table().region(small.name), table().region(re.sub(r"\s.*", "", wide.name))
    if own is not None and other is not None and wide.precision == "region" and own.name != other.name:
        return False  # Kyiv has a region of its own: it lies in no other
    north = ((ours[0] or 0.0) - (theirs[0] or 0.0)) * 111.2
    east = ((ours[1] or 0.0) - (theirs[1] or 0.0)) * 111.2 * math.cos(math.radians(theirs[0] or 0.0))
    return math.hypot(north, east) <= _REACH


@functools.cache
def table() -> PlaceTable:
    """The one table of places."""
    return PlaceTable()


def demonym(word: str) -> Place | None:
    """The country of an adjective or a people ("Russian", "Israelis"), or None."""
    return table().demonym(word)


from extract.placefinder import Mention, country_context, find_places, ground_country  # noqa: E402  (it needs `table`)
