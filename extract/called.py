"""Places that a phrase beside the name calls so: "one of them, Hollen", "Hollen, a river crossing in …", "the river Hollen"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extract.mentions import PlaceMention
from extract.places import Place, ground_country
from extract.placewords import RUN, SHIP_NAME
from extract.towns import told_towns
from extract.unlisted import NO_PLACE

if TYPE_CHECKING:
    from extract.parse import Parsed

_TOWNS = "villages?|towns?|city|cities|hamlets?|settlements?|suburbs?|slums?|shantytowns?|localit(?:y|ies)|communit(?:y|ies)|districts?|neighbou?rhoods?"
_SITES = "camps?|crossing|outposts?|checkpoints?|islands?|ports?|harbou?r|bases?|airfield|oasis|valley|pass|ford|well|mine|quarry|landing|ridge|hill|quarter|market"
_PLAIN = r"(?:(?!in\b|of\b|at\b|for\b|from\b|to\b|by\b|with\b|and\b|who\b|that\b|which\b|near\b)[a-z][a-z-]*\s+){0,4}?"
#: "In one of them, X", "one of the villages, X".
_ONE_OF = re.compile(
    rf"\bone\s+of\s+(?:them|these|those|the\s+(?:{_TOWNS}|{_SITES})),\s+(?P<name>{RUN.pattern})(?=[,.;]|\s+(?:on|in|at|near)\b)"
)
#: "X, a hill town in …", "X, an island off …": whatever stands before it.
_IS_A = re.compile(
    rf"(?P<name>{RUN.pattern}),\s+(?:an?|the|one\s+of\s+the)\s+{_PLAIN}(?:(?P<town>{_TOWNS})|{_SITES})"
    r"(?=\s+(?:in|of|near|inside|outside|on|off|about|some|around|between|along|just|held|that|where|\d)\b|[,.;])"
)
#: "A town called X".
_NAMED = re.compile(
    rf"\b(?:an?|the|another)\s+{_PLAIN}(?:{_TOWNS}|{_SITES})\s+(?:called|named|known\s+(?:locally\s+)?as)\s+(?P<name>{RUN.pattern})"
)
#: "In general area X", as armies write.
_AREA = re.compile(
    rf"\bgeneral\s+areas?\s+(?:of\s+)?(?P<name>{RUN.pattern})(?=[,.;]|\s+(?:of|in|on|at|and|during|along|district)\b)"
)
#: "The attack on X Post": works, whose name ends with what they are.
_WORKS = re.compile(
    rf"\b(?:attacks?|raids?|assaults?|strikes?|storming|siege|ambush)\s+(?:on|at|of)\s+(?:the\s+)?(?P<name>{RUN.pattern})"
    r"(?:(?<= Post)|(?<= Base)|(?<= Camp)|(?<= Fort)|(?<= Garrison)|(?<= Checkpost)|(?<= Outpost)|(?<= Cantonment))"
    r"(?=[,.;]|\s+(?:in|on|at|by|that|which|late|early|last)\b)"
)
#: "At X, Y County": a town and what it lies in, each by a name that no table holds.
_NAME = r"[A-ZÀ-ÞŠŽİ][\w’'-]+(?:[ -][A-ZÀ-ÞŠŽİ][\w’'-]+){0,2}"
_IN_COUNTY = re.compile(
    rf"\b(?:in|at|near|outside|around)\s+(?P<name>{_NAME}),\s+(?=(?P<county>{_NAME}\s+(?:County|[Dd]istrict|[Pp]rovince|[Tt]ownship|[Tt]erritory|[Oo]blast|[Gg]overnorate|[Mm]unicipality|[Ww]oreda)\b))"
)
_LEFT = re.compile(rf"\b(?:emptied|emptying)\s+(?P<name>{RUN.pattern})(?=[,.;]|\s+[a-z])")
#: "The attack of 26 February on X".
_OF_DAY = re.compile(
    rf"\b(?:attacks?|raids?|assaults?|strikes?|ambush|bombings?|massacre|killings?)\s+of\s+(?:\d{{1,2}}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{{1,2}})(?:,?\s+\d{{4}},?)?\s+(?:on|in|at|against)\s+(?:the\s+)?(?P<name>{_NAME})"
)
_STREET = re.compile(
    r"\b(?:on|along|near|at|in)\s+(?P<name>(?:Route|Rue|Avenue|Boulevard|Calle|Carretera)\s+(?:(?:de|des|du|del|la|las|los|le)\s+){0,2}[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)"
)
_RIVER = re.compile(rf"\b(?:river|lake|mount|wadi)\s+(?P<name>{RUN.pattern})")
#: "Rebels seized Kamanyo Centre": a town's own middle, which may look like a body's name.
_CENTRE = re.compile(r"(?<![Tt]he )(?<![\w-])[A-Z][a-zà-þ’'-]+ Cent(?:re|er)\Z")
#: What no place is called, and what tells that the name is a person's.
_NO_NAME = re.compile(
    r"(?:The|An?|In|On|At|He|She|They|It|But|And|Its|Their|Mr|Mrs|Ms|Dr|Col|Gen|Lt|Capt|Maj|General|Colonel|Major|Captain|President|Minister|Governor|Mayor)\b"
)


def called_places(
    parsed: Parsed, found: list[PlaceMention], firm: Sequence[tuple[int, int]]
) -> list[PlaceMention]:
    """The places called so, and the other tellings of names that are a place's elsewhere in the text.

    `firm` are the spans of those who speak, have a role or are bodies.
    """
    country = ground_country(parsed.text)
    firm = [span for span in firm if _CENTRE.search(parsed.text, *span) is None]
    taken = sorted((m.start, m.end) for m in found)
    out = list(_new(parsed, taken, country))  # the model takes many a village for a person
    out += told_towns(parsed, [*found, *out], firm, country)
    taken = sorted([*taken, *((m.start, m.end) for m in out), *firm])
    out = [m for m in out if SHIP_NAME.match(m.name) is None]
    return [*out, *_again(parsed, taken, [m for m in (*found, *out) if _unlisted(m)])]


def _new(parsed: Parsed, taken: list[tuple[int, int]], country: str | None) -> Iterator[PlaceMention]:
    for paragraph in parsed.paragraphs:
        for pattern in (_ONE_OF, _IS_A, _NAMED, _AREA, _WORKS, _IN_COUNTY, _OF_DAY, _STREET, _RIVER, _LEFT):
            for match in pattern.finditer(parsed.text, paragraph.start, paragraph.end):
                start, end = match.span("name")
                if _over(taken, start, end) or _NO_NAME.match(match["name"]) or NO_PLACE.match(match["name"]):
                    continue
                kind = (
                    "city"
                    if pattern in (_ONE_OF, _NAMED, _AREA, _IN_COUNTY, _OF_DAY, _LEFT)
                    or (pattern is _IS_A and match["town"])
                    else "site"
                )
                place = Place(
                    match["name"], "city" if kind == "city" else "other", country, None, None, None, None
                )
                yield PlaceMention(start, end, match["name"], kind, place)
                if pattern is _IN_COUNTY and not _over(taken, *match.span("county")):
                    county = Place(match["county"], "region", country, None, None, None, None)
                    yield PlaceMention(*match.span("county"), match["county"], "region", county, small=True)


def _unlisted(mention: PlaceMention) -> bool:
    """Is it a place that no table holds, with a name long enough to be told by?"""
    return (
        mention.place.precision is None
        and mention.kind in ("city", "site", "region")
        and len(mention.name) > 3
    )


def _again(parsed: Parsed, taken: list[tuple[int, int]], known: list[PlaceMention]) -> Iterator[PlaceMention]:
    """A name that is a place's in one sentence is so in the others."""
    names = {m.name: m for m in reversed(known)}
    if not names:
        return
    tellings = re.compile(
        r"(?<![\w’'-])(?<![A-Z][a-z]\s)(?:"
        + "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        + r")(?![\w-])(?!\s[A-ZÀ-Þ])"
    )
    for paragraph in parsed.paragraphs:
        for match in tellings.finditer(parsed.text, paragraph.start, paragraph.end):
            if not _over(taken, *match.span()):
                first = names[match.group()]
                yield PlaceMention(
                    match.start(), match.end(), first.name, first.kind, first.place, small=first.small
                )


def _over(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end,))
    return any(a < end and start < b for a, b in taken[max(0, at - 4) : at])
