"""What a text says of places as a whole: its countries, the names that are persons', the names no table holds."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract import places
from extract import placewords as w
from extract.parties import named_group
from extract.placeable import given, may_be_place, no_part, shaped
from extract.townslots import of_somebody

#: A city of so many people says of itself which country a text speaks of.
TELLING = 200_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at text[start:end].

    `inside_name`: it is a part of a longer name ("Gaza Health Ministry"). `adjective`: an adjective or a people,
    which says a country without naming it ("Russian").
    """

    start: int
    end: int
    text: str
    place: places.Place
    inside_name: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What one text says as a whole: its countries, and the names in it that are persons'."""

    text: str
    context: tuple[str, ...]
    persons: frozenset[str]
    #: The words that stand in it in small letters.
    plain: frozenset[str]
    #: Places that no table holds, by name, where the text marks them as such somewhere.
    marked: dict[str, places.Place]
    #: The runs of capitalised words of the whole text, and where each begins.
    runs: list[list[tuple[int, int]]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    #: The country in which the text places things; None where it names none, or several alike.
    ground: str | None = None

    def runs_in(self, low: int, high: int) -> Iterator[list[tuple[int, int]]]:
        """The runs of capitalised words between two offsets, as word spans."""
        for run in self.runs[max(0, bisect_right(self.starts, low) - 1) : bisect_left(self.starts, high)]:
            if low <= run[0][0] and run[-1][1] <= high:
                yield run
            elif inside := [word for word in run if low <= word[0] and word[1] <= high]:
                yield inside


def runs(text: str, start: int, stop: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of capitalised words, as word spans; a possessive ends a run."""
    for run in w.RUN.finditer(text, start, stop):
        words: list[tuple[int, int]] = []
        for match in w.WORD.finditer(run[0]):
            word = match[0]
            begin, end = run.start() + match.start(), run.start() + match.end()
            bare = w.POSSESSIVE.sub("", word)
            if words and (
                word in ("at", "as", "an") or (word == "of" and w.NO_NAME_OF.search(text, *words[-1]))
            ):
                yield words
                words = []
                continue
            words.append((begin, begin + len(bare)))
            if bare != word or text.startswith(("’ ", "' "), end):
                yield words
                words = []
        if words:
            yield words


def country_context(text: str) -> tuple[str, ...]:
    """ISO codes of the countries that a text names or whose adjectives it uses, the most named first."""
    return reader_of(text).context


def ground_country(text: str) -> str | None:
    """The ISO code of the one country in which a text places things; None where that is open."""
    return reader_of(text).ground


@functools.lru_cache(maxsize=8)
def reader_of(text: str) -> Reader:
    table = places.table()
    count: Counter[str] = Counter()
    where: Counter[str] = Counter()
    attackers = False
    persons: set[str] = set()
    placed: set[str] = set()
    found = list(runs(text, 0, len(text)))
    for run in found:
        names = [text[a:b] for a, b in run]
        if (land := _land_of_region(text, names, run[-1][1])) is not None:
            count[land] += 2
            where[land] += 2
        for i, name in enumerate(names):
            pair = f"{name} {names[i + 1]}" if i + 1 < len(names) else ""
            demonym = table.demonym(name)
            code = demonym.country if demonym else table.country_code(pair) or table.country_code(name)
            if code is not None:
                count[code] += 2
                attackers |= demonym is not None or _ATTACKING.match(text, run[i][1]) is not None
                where[code] += _placing(text, run[i], demonym is not None)
            elif (seat := table.metonym(name)) is not None and seat.country:
                count[seat.country] += 1
            elif i == 0 and w.PLACED.search(text, max(0, run[0][0] - 12), run[0][0]):
                town = table.lookup(pair) or table.lookup(name)
                if town is not None and town.country and town.population >= TELLING:
                    count[town.country] += 1
                    where[town.country] += 2
        if len(names) > 1 and _is_person(names):
            persons.add(names[-1])
        elif w.PLACED.search(text, max(0, run[0][0] - 12), run[0][0]):
            placed.add(names[0])
    context = tuple(code for code, _ in count.most_common(6))
    most = where.most_common(2)
    if len(count) == 1 and not any(where.values()) and not attackers:
        where = Counter(count.keys())  # "Syria said the village was shelled": the only country there is
        most = where.most_common(2)
    sure = bool(most) and most[0][1] > 0 and (len(most) == 1 or most[0][1] > most[1][1])
    reader = Reader(
        text,
        context,
        frozenset(persons - placed),
        frozenset(w.PLAIN.findall(text)),
        {},
        found,
        [run[0][0] for run in found],
        most[0][0] if sure else None,
    )
    for run in found:
        for i in range(len(run)):
            mention = unlisted(reader, run, i)
            if mention is not None and mention.place.kind == "city":
                reader.marked.setdefault(mention.text, mention.place)
                break
    return reader


#: A noun of places after a people's adjective: "the Lebanese town of", "Yemeni waters".
_GROUND = re.compile(
    r"\s+(?:\w+\s+)?(?:town|village|city|province|region|district|port|capital|border|coast|countryside|soil|territory|waters|desert|mountains|governorate|side)\b"
)

_ATTACKING = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:air\s?strikes?|strikes?|drones?|jets?|warplanes?|missiles?|forces|troops|fired|launched|attacked|struck|hit|bombed|shelled|killed)\b"
)

_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")

_OWN_PLACE = re.compile(
    r"['’]s?\s+(?:(?:\w+ern|central|\w+-held|occupied|southern-most)\s+)?(?:[A-Z]|province|region|capital|city|coast|border|north|south|east|west)"
)


def _placing(text: str, run: tuple[int, int], adjective: bool) -> int:
    """How much a country's name says that things happen there: "in northern Iraq", never "Israeli strikes"."""
    start, end = run
    if adjective:
        return 2 if _GROUND.match(text, end) else 0
    before = text[max(0, start - 30) : start]
    if re.search(
        r"\b(?:in|across|inside|into|throughout|within)\s+(?:the\s+)?(?:(?:\w+ern|central|north|south|east|west|far|war-\w+|\w+-held)\s+)*$",
        before,
    ):
        return 3
    if re.search(r"\w,\s$", before) and not text.startswith(("'s", "’s"), end):
        return 2  # "in Idlib, Syria"
    return 1 if _OWN_PLACE.match(text, end) else 0


def _land_of_region(text: str, names: list[str], end: int) -> str | None:
    """The country of a region that is called one: "Chin State", "in Katsina state"."""
    table = places.table()
    if not table.is_region_word(names[-1]):
        kind = _NEXT_WORD.match(text, end)
        if kind is None or not table.is_region_word(kind[1]):
            return None
        names = [*names, kind[1]]
    if len(names) < 2 or table.is_direction(names[-2]) or names[-2].lower() in w.TITLES:
        return None
    region = table.lookup(" ".join(names[-3:])) or table.lookup(" ".join(names[-2:]))
    return region.country if region is not None and region.kind == "region" else None


def _is_person(names: list[str]) -> bool:
    """Whether a run ends in two names that are a person's: no place, kind, direction or body among them."""
    table = places.table()
    first, last = names[-2], names[-1]
    if table.metonym(last):
        return False
    if not first.isalpha() or not last[0].isupper() or first in w.STOP or last.lower() in w.TITLES:
        return False
    if (
        table.demonym(first)
        or table.country_code(first)
        or table.is_direction(first)
        or table.is_region_word(last)
    ):
        return False
    if (
        table.is_city_word(last)
        or table.is_region_word(first)
        or first in ("New", "Old", "San", "Saint", "Port", "El", "Al")
    ):
        return False
    return table.lookup(f"{first} {last}") is None and (
        first.lower() in w.TITLES or table.lookup(first) is None
    )


def unlisted(reader: Reader, run: list[tuple[int, int]], i: int) -> Mention | None:
    """A name that no table holds but the grammar marks.

    "in X, northern Syria", "in X in southern Iraq", "X, a town in …", "the village of X", "X district", "in X".
    """
    table, text = places.table(), reader.text
    if len(run) - i > 4 or (i and not no_part(text[slice(*run[i - 1])])):
        return None
    start, end = run[i][0], run[-1][1]
    name = text[start:end]
    if (house := _house(reader, run, i, name)) is not None:
        return house
    if len(run) - i > 3:
        return None
    before, after = _NEARBY.sub("", text[max(0, start - 60) : start]), text[end : end + 60]
    part = w.IN_PART.search(before)
    before = before[: part.start("part")] if part else before
    if not may_be_place(
        reader,
        name,
        named_region=_REGION_AFTER.match(after) is not None,
        sited=_SITE_AFTER.match(after) is not None,
        apposed=w.APPOSED.match(after) is not None,
    ):
        return None
    kind_before, kind_after, wider = (
        w.KIND_BEFORE.search(before),
        w.KIND_AFTER.match(after),
        w.WIDER.match(after),
    )
    if w.SORT_OF_TOWN.match(after):
        return None
    word, of_kind = "", kind_before is not None and before.endswith("of ")
    if kind_before and of_kind:
        word = kind_before["kind"]
    elif kind_after and (
        kind_after["kind"] not in w.LOOSE_KINDS
        or (kind_after["kind"] in w.LED_KINDS and w.LED.search(before) and not w.NUMBERED.search(name))
    ):
        word = kind_after["kind"]
    marked = of_kind or table.is_region_word(word) or table.is_city_word(word) or word in w.LANDFORMS
    country = None
    if wider:
        kinds = [f"{wider['name']} {kind[1]}"] if (kind := _NEXT_WORD.match(after, wider.end())) else []
        names = [*kinds, wider["name"], wider["name"].split()[0]]
        near = next((found for name in names if (found := table.lookup(name, reader.context))), None)
        country = near.country if near is not None and near.kind in ("country", "region") else None
    placed = w.IN.search(before) or (w.HIT.search(before) and after.startswith((",", " in ")))
    if not marked and not part and not (country and placed) and not w.APPOSED.match(after):
        # "in X" alone: a place where nothing else is known of the name.
        if (
            (
                not told_a_place(before)
                and not (w.IN_WIDER.match(after) and w.LEAD.search(before))
                and not _owned(reader, run, i, before)
            )
            or (text.startswith(("’s", "'s"), end) and not _ITS_SITE.match(text, end))
            or len(name) < 4
            # "They fired at Hamid Zurayq", "an attack on Fano", "they shot at X as he fled"
            or (
                not w.PLACED.search(before)
                and (
                    (given(name) and not shaped(name))
                    or named_group(name)
                    or of_somebody(text, 0, start, end)
                )
            )
        ):
            return None
        if (kind_after and kind_after["kind"][0].isupper()) or title_case(text, start):
            return None
    country = country or reader.ground
    region = marked and (table.is_region_word(word) or word in w.LANDFORMS) and not word.startswith("suburb")
    if w.NUMBERED.search(name) and (number := _NUMBER.match(after)):
        end += number.end()  # "Highway 65"
    if region and kind_after and word == kind_after["kind"]:
        end += kind_after.end() + (len(" range") if after.startswith(" mountain range") else 0)
    region = region or part is not None or (len(run) - i > 1 and table.is_region_word(name.split()[-1]))
    place = only_named(text[start:end], country)
    return Mention(start, end, text[start:end], replace(place, kind="region") if region else place)


_KNOWN_CITY = 100_000
_STRUCK_HOUSE = re.compile(
    rf"(?:{w.STRUCK.pattern[:-2]}(?:the\s)?|\b(?:hit|struck|shelled|bombed|attacked|targeted|pounded|stormed|raided|overran|destroyed|damaged|torched)\s(?:the\s)?"
    r"|\b(?:attacks?|strikes?|raids?|explosions?|blasts?|shelling|ambush|clash(?:es)?)\s(?:at|near|outside|in)\s(?:the\s)?)\Z"
)


def _house(reader: Reader, run: list[tuple[int, int]], i: int, name: str) -> Mention | None:
    """ "A drone strike on Wad Hollen Rural Hospital": a house or works that was struck, by its name."""
    table, text, start = places.table(), reader.text, run[i][0]
    words = name.split()
    if len(words) < 2 or words[-1].casefold() not in w.HOUSES:
        return None
    first = words[0]
    if first in w.NEVER or table.demonym(first) or title_case(text, start):
        return None
    known = table.lookup(first, reader.context)
    if known is not None and known.population >= _KNOWN_CITY:
        return None  # "Kharkiv Central Hospital": the city is known
    if _STRUCK_HOUSE.search(text, max(0, start - 60), start) is None:
        return None
    return Mention(start, run[-1][1], name, only_named(name, reader.ground))


def told_a_place(before: str) -> bool:
    """Do the words before a name say that it is a place ("fled to X", "the road linking X", "an attack on X")?"""
    return any(mark.search(before) for mark in (w.PLACED, w.STRUCK, w.MOVED, w.HELD_BY))


_OWNED = re.compile(
    r"(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Aa]t|[Oo]n|of|from|to)\s(?:the\s)?(?P<land>[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?)['’]s?\s\Z"
)


def _owned(reader: Reader, run: list[tuple[int, int]], i: int, before: str) -> bool:
    """ "In Russia's X": a name that a country has, after a preposition of place."""
    match = _OWNED.search(before)
    return match is not None and i == 0 and places.table().country_code(match["land"]) is not None


def only_named(name: str, country: str | None) -> places.Place:
    """A place of which only the name is known, and perhaps the country."""
    whole = places.table().country(country)
    if whole is None:
        return places.Place(name, "city", country, None, None, None, None)
    return places.Place(name, "city", country, whole.country_name, whole.lat, whole.lon, "country")


def title_case(text: str, at: int) -> bool:
    """Whether the line is a headline whose every longer word has a capital: there capitals mark nothing."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[begin : begin + 250 if end < 0 else min(end, begin + 250)]
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)


#: "Shelling of X's central market".
_ITS_SITE = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}?(?:[Mm]arket|[Hh]ospital|[Aa]irport|[Pp]ort|[Dd]istrict|suburbs?|neighbou?rhood|[Ss]chool|[Uu]niversity|prison|mosque|church|outskirts|station|bazaar)\b"
)
_NUMBER = re.compile(r"\s\d+\b")
#: "In nearby X": as if it were not said.
_NEARBY = re.compile(r"\b(?:nearby|neighbou?ring)\s\Z")
_SITE_AFTER = re.compile(r"\s(?:border\s)?(?:crossing|checkpoint|checkpost)s?\b")

#: "North Shewa zone", "West Gojjam": a name that begins with a direction, where a word of kind follows.
_REGION_AFTER = re.compile(r"\s(?:zone|woreda|province|region|district|state|governorate|county|oblast)\b")
