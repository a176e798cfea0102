"""Finds the places that a text names, by the words alone: the longest name first, regions with their word of kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract import places
from extract import placewords as w
from extract.parties import named_group
from extract.placereader import (
    TELLING,
    Mention,
    Reader,
    country_context,
    ground_country,
    only_named,
    reader_of,
    told_a_place,
    unlisted,
)

__all__ = ["Mention", "country_context", "find_places", "ground_country"]


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
    reader = reader_of(text)
    if context is not None:
        reader = replace(reader, context=tuple(context))
    found: list[Mention] = []
    for run in reader.runs_in(start, len(text) if end is None else end):
        found.extend(_in_run(reader, run, adjectives))
    return _lists(text, _within(text, found), reader.context)


def _in_run(reader: Reader, run: list[tuple[int, int]], adjectives: bool) -> list[Mention]:
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
            if size == 1 and (
                name in w.STOP
                or ((people := table.demonym(name)) is not None and not table.country_code(name))
            ):
                if name not in w.STOP and adjectives and people is not None:
                    mention = Mention(start, end, name, people, adjective=True)
                break
            place = table.lookup(name, reader.context)
            if place is None and (place := reader.marked.get(name)) is not None:
                mention = Mention(start, end, name, place, inside_name=i + size < len(run))
                break
            if place is not None and (mention := _judge(reader, run, i, size, name, place)) is not None:
                break
        if mention is None or _other_land(reader, mention):
            mention = _longer(run, unlisted(reader, run, i), mention)
        if mention is not None:
            found.append(mention)
            while i < len(run) and run[i][0] < mention.end:
                i += 1
        else:
            i += 1
    return found


def _longer(run: list[tuple[int, int]], longer: Mention | None, mention: Mention | None) -> Mention | None:
    """The longer name in place of its first word, without the noun behind it ("the Tarsin Kuka area")."""
    if longer is None or mention is None:
        return longer or mention
    end = run[-1][1]
    name = longer.text[: end - longer.start]
    kind: places.Kind = "city" if longer.text.endswith((" area", " areas")) else longer.place.kind
    return Mention(longer.start, end, name, replace(longer.place, name=name, kind=kind))


def _other_land(reader: Reader, mention: Mention) -> bool:
    """Is it a town of a land that the text never names, as the first word of a longer name ("Dajin Kuka")?"""
    return (
        mention.inside_name and mention.place.kind == "city" and mention.place.country not in reader.context
    )


def _judge(
    reader: Reader, run: list[tuple[int, int]], i: int, size: int, name: str, place: places.Place
) -> Mention | None:
    """Whether the name is a place here, and how far its phrase reaches ("Kharkiv region", "northern Syria")."""
    table, text, context = places.table(), reader.text, reader.context
    start, end = run[i][0], run[i + size - 1][1]
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    previous = text[slice(*run[i - 1])] if i else ""
    following = text[slice(*run[i + size])] if i + size < len(run) else ""
    if w.HELD.match(previous):  # "in rebel-held X"
        before, previous = text[max(0, start - 60) : run[i - 1][0]], ""
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
    if region_after and word[0].isupper() and i + size + 1 < len(run):
        # "Golden Valley Resources" is a company, "Kharkiv Region Governor" no longer name
        third = text[slice(*run[i + size + 1])].rstrip(".").lower()
        region_after = third in w.TITLES
    city_after = table.is_city_word(word) and word[0].islower()
    if place.kind == "sea" and w.SORT_OF_TOWN.match(after):
        return None
    kind_before = w.KIND_BEFORE.search(before) is not None
    comma = w.COMMA_PLACE.match(after) is not None
    led = lead is not None and lead["prep"] in w.PLACE_LEADS
    strong = region_after or city_after or kind_before
    # "drones hit Eilat": an object of war, where the table knows a town of some size
    struck = lead is not None and lead["prep"] in w.STRIKING and place.population >= 10_000
    struck |= lead is not None and lead["prep"] == "to" and place.population >= 100_000
    ruled = following.rstrip(".").lower() in ("mayor", "gov", "governor")  # "Kherson Gov. Petro Vilkha"
    evidence = strong or led or comma or ruled or struck
    if previous and not _may_precede(previous):
        return None
    if place.kind == "city" and place.country not in context and w.PEOPLE_AFTER.match(after):
        return None  # "farmers from the X minority"
    if place.kind == "city" and not strong and named_group(name) is not None and not w.PLACED.search(before):
        return None  # "at war with Fano"
    if following and not previous and w.PERSON_BEFORE.search(before):
        return None
    inside = False
    if (
        following
        and not region_after
        and following.rstrip(".").lower() not in w.TITLES
        and not table.demonym(following)
    ):
        inside = (
            text[slice(*run[-1])].casefold() not in w.HOUSES
        )  # "Kharkiv Central Hospital" stands in Kharkiv
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
        if previous or inside or not told_a_place(before):
            return None
        if place.country not in context:  # a village of the land told of, and of another's town's name
            place = only_named(name, reader.ground)
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


_REPUBLIC = re.compile(r"['’]s\s+Republic\b")


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
    if text.endswith("St. ", 0, start):
        start -= len("St. ")  # "St. Petersburg"
    if text.endswith("People", start, end) and (republic := _REPUBLIC.match(text, end)) is not None:
        end = republic.end()  # "the Donetsk People's Republic", whose possessive ends a run of capitals
    if kind is not None:
        full = text[start : end + kind.end("kind")]
        wider = table.lookup(full, context)
        if wider is not None:
            return Mention(start, end + kind.end("kind"), full, replace(wider, name=full), inside)
    if w.INITIALS.search(text[start:end]) and text.startswith(".", end):
        end += 1
    direction = re.search(r"\b((?:\w+-)?[\w-]+)\s\Z", text[max(0, start - 30) : start])
    if direction and place.kind in ("country", "region") and table.is_direction(direction[1]):
        low = start - len(direction[0])
        # A part of a region is a place of its own only where the table has it ("northern Gaza").
        part = place if place.kind == "country" else table.region(text[low:end])
        if part is not None:
            return Mention(low, end, text[low:end], replace(part, name=text[low:end], kind="region"), inside)
    return Mention(start, end, text[start:end], replace(place, name=text[start:end]), inside)


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
        elif here.place.population < TELLING:
            # A town that no table holds, and of whose name it knows one in another land.
            found[i] = replace(here, place=only_named(here.place.name, code))
    return found


_HALF = re.compile(r"\b(?P<half>North|South|East|West|Upper|Lower|Central)\s+and\s+\Z")


def _halves(text: str, found: list[Mention]) -> list[Mention]:
    """In "North and South Kivu" both are named."""
    table, out = places.table(), []
    for here in found:
        first, _, rest = here.text.partition(" ")
        half = _HALF.search(text, max(0, here.start - 14), here.start) if rest else None
        if half is not None and table.is_direction(first):
            other = table.lookup(
                f"{half['half']} {rest}", (here.place.country,) if here.place.country else ()
            )
            if other is not None and other.kind == here.place.kind:
                out.append(Mention(half.start(), half.end("half"), half["half"], other))
        out.append(here)
    return out


_SINGLE = re.compile(r"(ie)?s$")


def _one(plural: re.Match[str]) -> str:
    return "y" if plural[1] else ""


def _lists(text: str, found: list[Mention], context: tuple[str, ...]) -> list[Mention]:
    """In "Chernihiv, Sumy and Odesa regions" each name is a region."""
    table = places.table()
    single = ""
    found = _halves(text, found)
    for i in range(len(found) - 1, -1, -1):
        here = found[i]
        gap = text[here.end : found[i + 1].start] if i + 1 < len(found) else ""
        if not single or not re.fullmatch(r",\s|,?\s(?:and|or)\s(?:the\s)?", gap):
            head, _, last = here.text.rpartition(" ")
            single = (
                _SINGLE.sub(_one, last) if head and last.endswith("s") and table.is_region_word(last) else ""
            )
            if single:
                found[i] = replace(here, place=replace(here.place, name=f"{head} {single}"))
            continue
        wider = None
        if here.place.kind in ("city", "region") and not table.is_region_word(here.text.rpartition(" ")[2]):
            wider = table.lookup(f"{here.text} {single}", context) or replace(here.place, kind="region")
        if wider is None:
            single = ""
        else:
            found[i] = replace(here, place=replace(wider, name=f"{here.text} {single}"))
    return found
