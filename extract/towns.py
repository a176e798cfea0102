"""Towns that no table holds, by what an article tells of their names: once told for a place, a name is one throughout."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract import placewords as w
from extract.mentions import PlaceMention
from extract.parse import english
from extract.parties import named_group
from extract.placeable import given, may_be_place, no_part, peoples, shaped
from extract.placereader import Reader, reader_of, title_case
from extract.places import Place, table
from extract.townslots import Slot, slot_before, slot_behind
from extract.unlisted import NO_PLACE

if TYPE_CHECKING:
    from extract.parse import Paragraph, Parsed

Span = tuple[int, int]

#: What stands between the names of a list.
_LISTED = re.compile(r",\s|,?\s(?:and|or)\s(?:the\s|in\s|at\s|nearby\s)?|\sas\swell\sas\s")
#: "Three communities, A, B and C", "villages including A and B".
_TOWNS_BEFORE = re.compile(
    r"\b(?:[Vv]illages|[Tt]owns|communities|hamlets|settlements|localities|suburbs|neighbou?rhoods|townships|camps|cities|outposts)\b(?:\s[a-z][^,.;:]{1,40}?)?"
    r"(?:(?:,|:|\s[—–-])\s(?:including\s|among\sthem\s|namely\s|notably\s|those\sof\s)?|\s(?:including|such\sas|like|called|named|are|were|include|included)\s)\Z"
)
#: "X, Y and the hills around them".
_AND_OTHERS = re.compile(
    r",?\s(?:and|as\swell\sas)\s(?:the|other|others|nearby|several|its|their|surrounding|parts|some|at\sleast)\b"
)
#: "Shahed-type", "House-to-house", "Rebel-held": words made with a hyphen that name nothing.
_MADE = re.compile(r".*-[a-z]{4,}\Z")
_LONGEST_LIST = 7


@dataclass(slots=True)
class _Name:
    """A capitalised run that no table and no grammar has for a place yet."""

    start: int
    end: int
    text: str
    before: Slot | None
    behind: Slot | None


@dataclass(slots=True)
class _Told:
    """What an article tells of a name, counted by its mentions."""

    place: int = 0
    maybe: int = 0
    doer: int = 0
    at: list[Span] = field(default_factory=list)


def told_towns(
    parsed: Parsed, found: Sequence[PlaceMention], firm: Sequence[Span], country: str | None
) -> Iterator[PlaceMention]:
    """The mentions of names that the article shows to be places, beside those that were `found`.

    `firm` are the spans of those who speak, hold a role or are bodies: such a name is no town's.
    """
    text = parsed.text
    reader = reader_of(text)
    persons = _names_of(text, firm)
    known = sorted(((m.start, m.end, m) for m in found if not m.inside_name), key=lambda one: one[:2])
    told: defaultdict[str, _Told] = defaultdict(_Told)
    refused: dict[str, bool] = {}
    for paragraph in parsed.paragraphs:
        chain: list[_Name | PlaceMention] = []
        ended = paragraph.start
        closed = text[paragraph.end - 1] in '.”"’'
        titled = not closed and title_case(text, paragraph.start)
        for start, end in () if titled else _runs(reader, paragraph.start, paragraph.end):
            at = bisect_left(known, end, key=lambda one: one[0])
            over = [m for a, b, m in known[max(0, at - 3) : at] if a < end and start < b]
            one: _Name | PlaceMention | None = over[-1] if over else None
            if one is None:
                name = text[start:end]
                if name not in refused:
                    refused[name] = name in persons or not _possible(reader, name)
                if not refused[name] and not _plain_word(paragraph, text, start, name):
                    before = slot_before(text, paragraph.start, start, end)
                    one = _Name(start, end, name, before, slot_behind(text, end))
            if chain and (one is None or not _LISTED.fullmatch(text, ended, one.start)):
                _weigh(text, chain, told)
                chain = []
            if one is not None:
                chain.append(one)
                ended = one.end
        _weigh(text, chain, told)
    for name, all_told in told.items():
        if _is_town(name, all_told):
            for start, end in all_told.at:
                yield _mention(name, start, end, country)


def _mention(name: str, start: int, end: int, country: str | None) -> PlaceMention:
    return PlaceMention(start, end, name, "city", Place(name, "city", country, None, None, None, None))


def _runs(reader: Reader, low: int, high: int) -> Iterator[Span]:
    """The capitalised runs between two offsets, without the words before a name that are none of it."""
    text = reader.text
    for words in reader.runs_in(low, high):
        first = 0
        while first < len(words) and (
            no_part(word := text[slice(*words[first])]) or _MADE.match(word) or word == "Between"
        ):
            first += 1
        if first < len(words):
            yield words[first][0], words[-1][1]


def _plain_word(paragraph: Paragraph, text: str, start: int, name: str) -> bool:
    """Is it a word of the language that only opens a sentence ("Several residents")?"""
    before = text[max(paragraph.start, start - 3) : start].rstrip()[-1:]
    if " " in name or before.isalnum() or before == "," or shaped(name):
        return False
    token = paragraph.frame.token_at(start)
    if token is None or token.tag_.startswith("NNP") or paragraph.frame.mask(token) is not None:
        return False
    return _english(token.lower_) or _english(token.lemma_)


def _english(word: str) -> bool:
    return any(word in words or word.removesuffix("s") in words for words in english())


def _names_of(text: str, firm: Sequence[Span]) -> frozenset[str]:
    """The names of persons and bodies, and the surnames of the former."""
    names = {text[start:end] for start, end in firm}
    return frozenset(names | {name.rsplit(" ", 1)[-1] for name in names if " " in name})


def _possible(reader: Reader, name: str) -> bool:
    """May a name be a town's by its own words?"""
    first = name.split()[0]
    if len(name) < 4 or first in w.STOP or NO_PLACE.match(name) or _MADE.match(name):
        return False
    if name.casefold() in peoples() or (first.casefold() in peoples() and " " in name):
        return False
    if " " in name and not shaped(name) and all(_english(word) for word in name.casefold().split()):
        return False  # "Black Scorpions"
    if table().metonym(name) is not None or table().country_code(name) is not None:
        return False
    return may_be_place(reader, name, apposed=True, elsewhere=True) and named_group(name) is None


def _weigh(text: str, chain: list[_Name | PlaceMention], told: dict[str, _Told]) -> None:
    """Count what is told of the names of a list, or of a name alone: what is told of one of a list is told of each."""
    if not chain:
        return
    names = [one for one in chain if isinstance(one, _Name)]
    if not names:
        return
    listed = 1 < len(chain) <= _LONGEST_LIST and (
        any(
            " and " in text[a.end : b.start] or " or " in text[a.end : b.start]
            for a, b in itertools.pairwise(chain)
        )
        or _AND_OTHERS.match(text, chain[-1].end) is not None
    )
    places = [one for one in chain if isinstance(one, PlaceMention) and one.kind != "country"]
    lands = len(chain) - len(names) - len(places)
    first, last = chain[0], chain[-1]
    shared: Slot | None = None
    if listed and not lands:
        shared = first.before if isinstance(first, _Name) else slot_before(text, 0, first.start, first.end)
        if shared is None and isinstance(last, _Name) and last.behind != "body":
            shared = last.behind  # "A, B and C reported explosions"
        if len(places) > 1 or (places and shared == "place"):
            shared = "place"
        elif places and shared != "doer":
            shared = "maybe"
    if isinstance(first, _Name) and _TOWNS_BEFORE.search(text, max(0, first.start - 90), first.start):
        shared = "place"
    for name in names:
        tally = told[name.text]
        tally.at.append((name.start, name.end))
        before = shared if listed or name is first else name.before
        before = before or name.before
        if "body" in (name.behind, before) or before == "doer" or (name.behind == "doer" and before is None):
            tally.doer += 1
        elif "place" in (before, name.behind):
            tally.place += 1
        elif "maybe" in (before, name.behind):
            tally.maybe += 1


def _is_town(name: str, told: _Told) -> bool:
    """Does what is told of a name make a town's of it?"""
    if given(name) and not shaped(name):
        return told.place > 0 and not told.doer
    if told.place:
        return told.place >= told.doer
    return told.maybe > 0 and not told.doer
