"""Finds the places that a text names, by the words alone: the longest name first, regions with their word of kind."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract import places
from extract import placewords as w
from extract.holidays import holiday
from extract.lexicon import load

#: A city of so many people says of itself which country a text speaks of.
_TELLING = 200_000


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
class _Reader:
    """What one text says as a whole: its countries, and the names in it that are persons'."""

    text: str
    context: tuple[str, ...]
    persons: frozenset[str]
    #: The words that stand in it in small letters.
    plain: frozenset[str]
    #: Places that no table holds, by name, where the text marks them as such somewhere.
    unlisted: dict[str, places.Place]
    #: The country in which the text places things; None where it names none, or several alike.
    ground: str | None = None


def _runs(text: str, start: int, stop: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of capitalised words, as word spans; a possessive ends a run."""
    for run in w.RUN.finditer(text, start, stop):
        words: list[tuple[int, int]] = []
        for match in w.WORD.finditer(run[0]):
            word = match[0]
            begin, end = run.start() + match.start(), run.start() + match.end()
            bare = w.POSSESSIVE.sub("", word)
            words.append((begin, begin + len(bare)))
            if bare != word or text.startswith(("’ ", "' "), end):
                yield words
                words = []
        if words:
            yield words


def country_context(text: str) -> tuple[str, ...]:
    """ISO codes of the countries that a text names or whose adjectives it uses, the most named first."""
    return _reader(text).context


@functools.lru_cache(maxsize=8)
def _reader(text: str) -> _Reader:
    table = places.table()
    count: Counter[str] = Counter()
    where: Counter[str] = Counter()
    attackers = False
    persons: set[str] = set()
    placed: set[str] = set()
    for run in _runs(text, 0, len(text)):
        names = [text[a:b] for a, b in run]
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
                if town is not None and town.country and town.population >= _TELLING:
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
    reader = _Reader(
        text,
        context,
        frozenset(persons - placed),
        frozenset(w.PLAIN.findall(text)),
        {},
        most[0][0] if sure else None,
    )
    for run in _runs(text, 0, len(text)):
        for i in range(len(run)):
            mention = _unlisted(reader, run, i)
            if mention is not None and mention.place.kind == "city":
                reader.unlisted.setdefault(mention.text, mention.place)
                break
    return reader


#: A noun of places after a people's adjective: "the Lebanese town of", "Yemeni waters".
_GROUND = re.compile(
    r"\s+(?:\w+\s+)?(?:town|village|city|province|region|district|port|capital|border|coast|countryside|soil|territory|waters|desert|mountains|governorate|side)\b"
)
_ATTACKING = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:air\s?strikes?|strikes?|drones?|jets?|warplanes?|missiles?|forces|troops|fired|launched|attacked|struck|hit|bombed|shelled|killed)\b"
)
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


def find_places(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    context: Sequence[str] | None = None,
    adjectives: bool = False,
) -> list[Mention]:
    """The places named in text[start:end], in order; offsets are into `text`.

    `context` are the ISO codes of the article's countries (read from the whole text when None). With
    `adjectives`, words like "Russian" are given too.
    """
    reader = _reader(text)
    if context is not None:
        reader = replace(reader, context=tuple(context))
    found: list[Mention] = []
    for run in _runs(text, start, len(text) if end is None else end):
        found.extend(_in_run(reader, run, adjectives))
    return _lists(text, _within(text, found), reader.context)


def _in_run(reader: _Reader, run: list[tuple[int, int]], adjectives: bool) -> list[Mention]:
    table, text = places.table(), reader.text
    found: list[Mention] = []
    i = 0
    while i < len(run):
        mention = None
        for size in range(min(5, len(run) - i), 0, -1):
            start, end = run[i][0], run[i + size - 1][1]
            name = text[start:end]
            if size > 1 and name.startswith("The ") and table.lookup(name[4:]) is not None:
                continue
            if size == 1 and (name in w.STOP or (people := table.demonym(name)) is not None):
                if name not in w.STOP and adjectives and people is not None:
                    mention = Mention(start, end, name, people, adjective=True)
                break
            place = table.lookup(name, reader.context)
            if place is None and (place := reader.unlisted.get(name)) is not None:
                mention = Mention(start, end, name, place, inside_name=i + size < len(run))
                break
            if place is not None and (mention := _judge(reader, run, i, size, name, place)) is not None:
                break
        if mention is None:
            mention = _unlisted(reader, run, i)
        if mention is not None:
            found.append(mention)
            while i < len(run) and run[i][0] < mention.end:
                i += 1
        else:
            i += 1
    return found


def _judge(
    reader: _Reader, run: list[tuple[int, int]], i: int, size: int, name: str, place: places.Place
) -> Mention | None:
    """Whether the name is a place here, and how far its phrase reaches ("Kharkiv region", "northern Syria")."""
    table, text, context = places.table(), reader.text, reader.context
    start, end = run[i][0], run[i + size - 1][1]
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    previous = text[slice(*run[i - 1])] if i else ""
    following = text[slice(*run[i + size])] if i + size < len(run) else ""
    if previous.casefold() in w.PLACE_LEADS:  # "In Sumy, two were hurt"
        before = f"{text[max(0, start - 60) : run[i - 1][0]]}{previous.casefold()} "
        lead = w.LEAD.search(before)
    else:
        lead = None if previous else w.LEAD.search(before)
    kind = w.KIND_AFTER.match(after)
    word = kind["kind"] if kind else ""
    # "Kharkiv region", "Krasnodar Krai", but not "Russia state media".
    region_after = table.is_region_word(word) and not (
        place.kind == "country" and word in ("state", "states", "area", "areas")
    )
    city_after = table.is_city_word(word) and word[0].islower()
    kind_before = w.KIND_BEFORE.search(before) is not None
    comma = w.COMMA_PLACE.match(after) is not None
    led = lead is not None and lead["prep"] in w.PLACE_LEADS
    strong = region_after or city_after or kind_before
    ruled = following.rstrip(".").lower() in ("mayor", "gov", "governor")  # "Kherson Gov. Petro Vilkha"
    evidence = strong or led or comma or ruled
    if previous and not _may_precede(previous):
        return None
    inside = False
    if (
        following
        and not region_after
        and following.rstrip(".").lower() not in w.TITLES
        and not table.demonym(following)
    ):
        inside = True
        if place.kind == "city" and place.population < 300_000 and not (led and name not in table.doubtful):
            return None
    if place.kind != "country" or name in ("Georgia", "Jordan", "Chad", "Mali"):
        if name in reader.persons and not strong and not (comma and led):
            return None
        if (
            name in table.doubtful
            and not (strong or (led and not inside))
            and place.country not in context[:2]
        ):
            return None
        if name in table.doubtful and place.kind == "city" and not (strong or led):
            return None
    if place.kind == "city" and not evidence and not _weighty(place, context, lead is not None, before):
        return None
    if len(name) <= 3 and not name.isupper() and not evidence:
        return None
    return _phrase(text, start, end, place, kind if region_after else None, inside, context)


def _may_precede(word: str) -> bool:
    """Whether a capitalised word before a name leaves it a place's ("Northern Gaza", "In Kyiv", "Ukrainian Odesa")."""
    table = places.table()
    if word.rstrip(".").lower() in w.TITLES:
        return False
    return word in w.STOP or table.is_direction(word) or table.demonym(word) is not None or word.endswith(",")


def _weighty(place: places.Place, context: tuple[str, ...], some_lead: bool, before: str) -> bool:
    """Whether a city is known well enough to be taken without a word of place beside it."""
    if place.country in context:
        return place.population >= (100_000 if w.SENTENCE_START.search(before) and not some_lead else 15_000)
    return place.population >= 1_000_000


def _phrase(
    text: str,
    start: int,
    end: int,
    place: places.Place,
    kind: re.Match[str] | None,
    inside: bool,
    context: tuple[str, ...],
) -> Mention:
    """The mention with its word of kind or direction."""
    table = places.table()
    if kind is not None:
        full = text[start : end + kind.end("kind")]
        wider = table.lookup(full, context)
        if wider is not None:
            return Mention(start, end + kind.end("kind"), full, replace(wider, name=full), inside)
    if w.INITIALS.search(text[start:end]) and text.startswith(".", end):
        end += 1
    direction = re.search(r"\b((?:\w+-)?[\w-]+)\s\Z", text[max(0, start - 30) : start])
    if direction and place.kind == "country" and table.is_direction(direction[1]):
        start -= len(direction[0])
        return Mention(
            start, end, text[start:end], replace(place, name=text[start:end], kind="region"), inside
        )
    return Mention(start, end, text[start:end], replace(place, name=text[start:end]), inside)


def _unlisted(reader: _Reader, run: list[tuple[int, int]], i: int) -> Mention | None:
    """A name that no table holds but the grammar marks.

    "in X, northern Syria", "in X in southern Iraq", "X, a town in …", "the village of X", "X district", "in X".
    """
    table, text = places.table(), reader.text
    if len(run) - i > 3 or (i and text[slice(*run[i - 1])] not in w.STOP):
        return None
    start, end = run[i][0], run[-1][1]
    name = text[start:end]
    if not _may_be_place(reader, name):
        return None
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    kind_before, kind_after, wider = (
        w.KIND_BEFORE.search(before),
        w.KIND_AFTER.match(after),
        w.WIDER.match(after),
    )
    word, of_kind = "", kind_before is not None and before.endswith("of ")
    if kind_before and of_kind:
        word = kind_before["kind"]
    elif kind_after and kind_after["kind"] not in w.LOOSE_KINDS:
        word = kind_after["kind"]
    marked = of_kind or table.is_region_word(word) or table.is_city_word(word) or word in w.LANDFORMS
    country = None
    if wider:
        near = table.lookup(wider["name"], reader.context) or table.lookup(
            wider["name"].split()[0], reader.context
        )
        country = near.country if near is not None and near.kind in ("country", "region") else None
    if not marked and not (country and w.IN.search(before)) and not w.APPOSED.match(after):
        # "in X" alone: a place where nothing else is known of the name.
        if (
            not (w.PLACED.search(before) or w.STRUCK.search(before))
            or text.startswith(("’s", "'s"), end)
            or len(name) < 4
        ):
            return None
        if (kind_after and kind_after["kind"][0].isupper()) or _title_case(text, start):
            return None
    country = country or reader.ground
    region = marked and (table.is_region_word(word) or word in w.LANDFORMS)
    if region and kind_after and word == kind_after["kind"]:
        end += kind_after.end() + (len(" range") if after.startswith(" mountain range") else 0)
    whole = table.country(country)
    place = places.Place(
        text[start:end], "region" if region else "city", country, whole.country_name if whole else None,
        whole.lat if whole else None, whole.lon if whole else None, "country" if whole else None,
    )  # fmt: skip
    return Mention(start, end, text[start:end], place)


def _title_case(text: str, at: int) -> bool:
    """Whether the line is a headline whose every longer word has a capital: there capitals mark nothing."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[begin : begin + 250 if end < 0 else min(end, begin + 250)]
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)


def _may_be_place(reader: _Reader, name: str) -> bool:
    """Whether a name that no table holds may be a place's: no person's, people's, body's or day's name."""
    table, first = places.table(), name.split()[0]
    if first in w.STOP or table.demonym(first) or table.is_direction(first) or first in w.NEVER:
        return False
    if name in reader.persons or name.isupper() or table.lookup(name, reader.context) is not None:
        return False
    if all(word.lower() in reader.plain for word in name.split()):
        return False  # "Peace Talks": words of the language, capitalised
    return (
        name not in _bodies()
        and holiday(name) is None
        and not any(word.lower() in _body_heads() for word in name.split())
    )


@functools.cache
def _bodies() -> frozenset[str]:
    """Names of organisations and of media."""
    return frozenset(
        [*load("organisations")["names"], *load("channels")["platforms"], *load("agencies")["names"]]
    )


@functools.cache
def _body_heads() -> frozenset[str]:
    """Words that make a name a body's."""
    return frozenset(load("organisations")["heads"])


def _within(text: str, found: list[Mention]) -> list[Mention]:
    """Names settled by what follows after a comma: "Tripoli, Lebanon", "Woodbridge, Virginia"."""
    table = places.table()
    for i in range(len(found) - 1):
        here, wider = found[i], found[i + 1]
        code = wider.place.country
        if here.place.kind != "city" or wider.place.kind not in ("country", "region") or not code:
            continue
        if (
            text[here.end : wider.start] not in (", ", ", the ", " in ", " in the ")
            or here.place.country == code
        ):
            continue
        other = table.lookup(here.text, (code,))
        if other is not None and other.country == code:
            found[i] = replace(here, place=other)
    return found


def _lists(text: str, found: list[Mention], context: tuple[str, ...]) -> list[Mention]:
    """In "Chernihiv, Sumy and Odesa regions" each name is a region."""
    table = places.table()
    single = ""
    for i in range(len(found) - 1, -1, -1):
        here = found[i]
        gap = text[here.end : found[i + 1].start] if i + 1 < len(found) else ""
        if not single or not re.fullmatch(r",\s|,?\s(?:and|or)\s(?:the\s)?", gap):
            head, _, last = here.text.rpartition(" ")
            single = (
                last.removesuffix("s") if head and last.endswith("s") and table.is_region_word(last) else ""
            )
            if single:
                found[i] = replace(here, place=replace(here.place, name=f"{head} {single}"))
            continue
        wider = table.lookup(f"{here.text} {single}", context) if here.place.kind == "city" else None
        if wider is None:
            single = ""
        else:
            found[i] = replace(here, place=replace(wider, name=f"{here.text} {single}"))
    return found
