"""Finds the places that a text names, by the words alone: the longest name first, regions with their word of kind."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract import places

_PARTICLE = r"(?:al|el|ar|as|ash|at|ad|an|az|ez|ed|es|er|et|de|del|la|le|les|los|las|du|of|sur|upon)"
#: A run of capitalised words, joined by the particles that names have inside them.
_RUN = re.compile(
    rf"(?<![\w@#])(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]r|[Ee]z|[Aa]sh|[Aa]n|[Aa]t)-)?[A-ZÀ-ÞŠŽİ][\w]*(?:['’ʼ‘`.-](?=[\w])[\w]+)*"
    rf"(?:[ \u00a0](?:{_PARTICLE}[ -])?(?:(?:al|el|ar|as|ash|at|ad|an|az|ez|ed)-)?[A-ZÀ-ÞŠŽİ][\w]*(?:['’ʼ‘`.-](?=[\w])[\w]+)*)*"
)
_WORD = re.compile(r"[^\s]+")
_BEFORE = re.compile(
    r"\b(?P<prep>in|near|at|from|to|into|over|around|outside|across|toward|towards|inside|of|on|against|between|through|beyond|and|or|for|leaving|reached|entered|"
    r"targeting|hit|struck|bombed|shelled|captured|seized|liberated|attacked|besieged)\s+(?:the\s+)?(?P<kind>(?:[\w-]+\s+){0,3})\Z",
    re.I,
)
_AFTER_KIND = re.compile(r"[’']?s?\s+(?:(?P<kind>[a-z][\w-]*|[A-Z][a-z]+)(?:\s(?P<kind2>[a-z]+))?)")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "brig",
        "adm",
        "gov",
        "sen",
        "rep",
        "president",
        "minister",
        "secretary",
        "mayor",
        "governor",
        "general",
        "colonel",
        "commander",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "ambassador",
        "king",
        "prince",
        "sheikh",
        "sheik",
        "imam",
        "pope",
        "rabbi",
        "sir",
        "lord",
        "chief",
        "director",
        "journalist",
        "reporter",
        "correspondent",
        "private",
        "sergeant",
        "captain",
    ]
)
_STOP = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "He",
        "She",
        "It",
        "They",
        "We",
        "I",
        "But",
        "And",
        "Or",
        "As",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "This",
        "That",
        "These",
        "Those",
        "His",
        "Her",
        "Their",
        "Its",
        "Our",
        "My",
        "Your",
        "There",
        "Here",
        "What",
        "Who",
        "Why",
        "How",
        "Not",
        "No",
        "Yes",
        "So",
        "Then",
        "Now",
        "Even",
        "Also",
        "Both",
        "Each",
        "Every",
        "Many",
        "Some",
        "Most",
        "All",
        "Any",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "For",
        "From",
        "To",
        "Of",
        "By",
        "With",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at text[start:end]. `inside_name`: it is a part of a longer name ("Gaza Health Ministry").

    `adjective`: an adjective or a people, which says a country without naming it ("Russian").
    """

    start: int
    end: int
    text: str
    place: places.Place
    inside_name: bool = False
    adjective: bool = False


@functools.lru_cache(maxsize=64)
def country_context(text: str) -> tuple[str, ...]:
    """ISO codes of the countries that a text names or whose adjectives it uses, the most named first."""
    table = places.table()
    count: Counter[str] = Counter()
    for match in _RUN.finditer(text):
        words = match[0].split()
        for i, word in enumerate(words):
            word = re.sub(r"['’]s\Z", "", word)
            found = table.demonym(word)
            code = found.country if found else table.country_code(word)
            if code is None and i + 1 < len(words):
                code = table.country_code(f"{word} {words[i + 1]}")
            if code is not None:
                count[code] += 2
            elif place := table.metonym(word):
                if place.country:
                    count[place.country] += 1
    return tuple(code for code, _ in count.most_common(6))


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
    stop = len(text) if end is None else end
    known = tuple(context) if context is not None else country_context(text)
    found: list[Mention] = []
    for run in _RUN.finditer(text, start, stop):
        found.extend(_in_run(text, run.start(), run.end(), known, adjectives, stop))
    return _lists(text, _within(text, found), known)


def _in_run(
    text: str, a: int, b: int, context: tuple[str, ...], adjectives: bool, stop: int
) -> list[Mention]:
    table = places.table()
    words = [(a + m.start(), a + m.end()) for m in _WORD.finditer(text[a:b])]
    found: list[Mention] = []
    i = 0
    while i < len(words):
        mention = None
        for size in range(min(5, len(words) - i), 0, -1):
            s, e = words[i][0], words[i + size - 1][1]
            name = re.sub(r"['’]s?\Z", "", text[s:e])
            if size == 1 and name in _STOP:
                break
            if size == 1 and (place := table.demonym(name)) is not None and name not in ("Georgia",):
                if adjectives:
                    mention = Mention(s, s + len(name), name, place, adjective=True)
                break
            place = table.lookup(name, context)
            if place is None or (size > 1 and _loose(name)):
                continue
            mention = _judge(text, words, i, size, name, place, context, stop)
            if mention is not None:
                break
        if mention is None:
            mention = _marked(text, words, i, context, stop)
        if mention is not None:
            found.append(mention)
            while i < len(words) and words[i][0] < mention.end:
                i += 1
        else:
            i += 1
    return found


def _loose(name: str) -> bool:
    """Whether a name of many words is held together by "and" alone ("Kyiv and Moscow" is two)."""
    return re.search(r"\s(?:and|of the)\s", name) is not None


def _judge(
    text: str,
    words: list[tuple[int, int]],
    i: int,
    size: int,
    name: str,
    place: places.Place,
    context: tuple[str, ...],
    stop: int,
) -> Mention | None:
    """Whether the name is a place here, and how far its phrase reaches ("Kharkiv region", "northern Syria")."""
    table = places.table()
    s = words[i][0]
    e = s + len(name)
    before = text[max(0, s - 60) : s]
    after = text[e : e + 40]
    previous = text[words[i - 1][0] : words[i - 1][1]] if i else ""
    following = (
        text[words[i + size][0] : words[i + size][1]]
        if i + size < len(words) and text[e : e + 2] not in ("’s", "'s")
        else ""
    )
    lead = _BEFORE.search(before) if not previous else None
    marked = lead is not None
    kind = _AFTER_KIND.match(after)
    kind_word = kind["kind"] if kind else ""
    region_after = bool(kind_word) and table.is_region_word(kind_word) and not after.startswith(("’s", "'s"))
    if (
        region_after
        and not kind_word[0].isupper()
        and kind_word in ("state", "states", "area", "areas")
        and place.kind == "country"
    ):
        region_after = False
    city_after = (
        bool(kind_word)
        and table.is_city_word(kind_word)
        and kind_word[0].islower()
        and not after.startswith(("’s", "'s"))
    )
    named_kind = (
        lead is not None
        and any(table.is_city_word(w) or table.is_region_word(w) for w in lead["kind"].split())
    ) or re.search(
        r"\b(?:city|town|village|province|region|port|camp|district|state|governorate)\s(?:of\s)?\Z", before
    ) is not None
    comma = re.match(r",\s(?:(?:north|south|east|west|central)[\w-]*\s)?[A-Z]", after) is not None
    evidence = marked or region_after or city_after or named_kind or comma
    clean = previous.strip(".,").casefold()
    inside = False
    if previous and clean in _TITLES:
        return None
    if previous and not (table.is_direction(previous) or previous in _STOP or table.demonym(previous)):
        if not (region_after or city_after) or (previous[0].isupper() and not table.is_direction(previous)):
            # "Oleh Kharkiv": a piece of a longer name, unless a place stands before it.
            return None
    if (
        following
        and not region_after
        and not (following.rstrip(".").casefold() in _TITLES or table.demonym(following))
    ):
        inside = True
        if place.kind == "city" and place.population < 300_000 and not marked and name not in table.doubtful:
            return None
    if name in table.doubtful and not (
        region_after or city_after or named_kind or (marked and not following and _place_lead(lead))
    ):
        if not (place.kind == "country" and not inside and name != "Georgia"):
            return None
    if place.kind == "city" and place.country not in context and place.population < 40_000 and not evidence:
        return None
    if place.kind == "city" and not evidence and place.population < 15_000:
        return None
    if len(name) <= 3 and not name.isupper() and not evidence:
        return None
    if region_after and kind:
        e2 = e + kind.end("kind")
        full = text[s:e2]
        wider = table.lookup(full, context)
        if wider is not None:
            return Mention(*_with_direction(text, s, e2), full, replace(wider, name=full), inside)
    if (
        place.kind == "country"
        and (direction := re.search(r"\b((?:[\w]+-)?[\w-]+)\s\Z", before))
        and table.is_direction(direction[1])
    ):
        begin = s - (len(before) - direction.start(1))
        full = text[begin:e]
        return Mention(begin, e, full, replace(place, name=full, kind="region"), inside)
    return Mention(s, e, text[s:e], replace(place, name=name), inside)


def _with_direction(text: str, s: int, e: int) -> tuple[int, int]:
    return s, e


def _place_lead(lead: re.Match[str] | None) -> bool:
    return lead is not None and lead["prep"].lower() in (
        "in", "near", "at", "from", "into", "over", "around", "outside", "across", "inside", "toward", "towards",
    )  # fmt: skip


_MARKED_BEFORE = re.compile(
    r"\b(?:(?:in|near|at|outside|around|on)\s(?:the\s)?(?:[\w-]+\s){0,2})?(?P<kind>village|town|city|settlement|hamlet|neighbou?rhood|suburb|district|province|region|"
    r"governorate|oblast|camp|municipality|villages|towns|locality|township|port city)\s(?:of\s)\Z",
    re.I,
)
_MARKED_AFTER = re.compile(
    r"\s(?P<kind>village|town|city|neighbou?rhood|suburb|district|province|region|governorate|oblast|krai|Oblast|Krai|Province|District|Governorate|refugee camp|settlement|township|"
    r"municipality|raion|county|County)\b"
)
_COMMA_COUNTRY = re.compile(
    r",\s(?:(?P<dir>[a-z]+(?:-[a-z]+)?)\s)?(?P<name>[A-ZÀ-Þ][\w’'.-]+(?:\s(?:and\s)?[A-Z][\w-]+)?)"
)
_IN = re.compile(r"\b(?:in|near|at|outside|around|from)\s(?:the\s(?:[\w-]+\s){1,3}(?:of\s)?)?\Z")


def _marked(
    text: str, words: list[tuple[int, int]], i: int, context: tuple[str, ...], stop: int
) -> Mention | None:
    """A name that no table holds but the grammar marks: "in X, northern Syria", "the village of X", "X district"."""
    table = places.table()
    if i and text[words[i - 1][0] : words[i - 1][1]] not in _STOP:
        return None
    s, e = words[i][0], words[-1][1]
    if len(words) - i > 3:
        return None
    name = re.sub(r"['’]s?\Z", "", text[s:e])
    e = s + len(name)
    if name in _STOP or not name or name.split()[0] in _STOP:
        return None
    before, after = text[max(0, s - 60) : s], text[e : e + 50]
    kind_before, kind_after = _MARKED_BEFORE.search(before), _MARKED_AFTER.match(after)
    comma = _COMMA_COUNTRY.match(after)
    country = None
    if comma:
        near = table.lookup(comma["name"], context) or table.lookup(comma["name"].split()[0], context)
        if near is not None and near.kind in ("country", "region"):
            country = near.country
    if kind_before or kind_after:
        country = country or (context[0] if context else None)
    elif country is None or not _IN.search(before):
        return None
    word = (kind_before or kind_after)["kind"].casefold() if kind_before or kind_after else ""  # type: ignore[index]
    whole = table.country(country)
    region = table.is_region_word(word)
    if kind_after and region:
        e += kind_after.end()
    name = text[s:e]
    place = places.Place(
        name, "region" if region else "city", country, whole.country_name if whole else None,
        whole.lat if whole else None, whole.lon if whole else None, "country" if whole else None,
    )  # fmt: skip
    return Mention(s, e, name, place)


def _within(text: str, found: list[Mention]) -> list[Mention]:
    """Names settled by what follows after a comma: "Tripoli, Lebanon", "Woodbridge, Virginia"."""
    table = places.table()
    for i in range(len(found) - 1):
        here, wider = found[i], found[i + 1]
        if (
            here.place.kind != "city"
            or wider.place.kind not in ("country", "region")
            or not wider.place.country
        ):
            continue
        if (
            text[here.end : wider.start] in (", ", ", the ", " in ", " in the ")
            and here.place.country != wider.place.country
        ):
            other = table.lookup(here.text, (wider.place.country,))
            if other is not None and other.country == wider.place.country:
                found[i] = replace(here, place=other)
    return found


def _lists(text: str, found: list[Mention], context: tuple[str, ...]) -> list[Mention]:
    """In "Chernihiv, Sumy and Odesa regions" each name is a region."""
    table = places.table()
    for i in range(len(found) - 1, 0, -1):
        after, here = found[i], found[i - 1]
        if not re.fullmatch(r",\s|,?\s(?:and|or)\s(?:the\s)?", text[here.end : after.start]):
            continue
        word = after.text.split()[-1].casefold()
        if not word.endswith("s") and not (
            after.place.name.split()[-1].casefold() == word.rstrip("s") and after.text != after.place.name
        ):
            word = (
                after.place.name.split()[-1].casefold()
                if " " in after.place.name and i < len(found)
                else word
            )
        single = {"counties": "county", "territories": "territory"}.get(word, word.removesuffix("s"))
        plural = word != single or (
            after.place.name.casefold().endswith(f" {single}")
            and after.text == after.place.name.rsplit(" ", 1)[0]
        )
        if plural and table.is_region_word(single) and here.place.kind == "city":
            wider = table.lookup(f"{here.text} {single}", context)
            if wider is not None:
                found[i - 1] = replace(here, place=replace(wider, name=f"{here.text} {single}"))
                if word != single:
                    found[i] = replace(
                        after, place=replace(after.place, name=f"{after.text.rsplit(' ', 1)[0]} {single}")
                    )
    return found
