"""Headings and labels that name the place of what stands under them: "Hollen community", "• Hollen: …", "10:40 Hollen: …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.mentions import PlaceMention
from extract.places import Place, country_context, ground_country, table
from extract.placewords import RUN
from extract.wordlists import sides

if TYPE_CHECKING:
    from extract.parse import Parsed

_KINDS = {
    "city": "city", "town": "city", "village": "city", "community": "city", "communities": "city", "settlement": "city", "hamlet": "city",
    "camp": "site", "market": "site", "crossing": "site", "front": "site", "axis": "site", "direction": "site", "island": "site", "valley": "site",
    "district": "region", "region": "region", "area": "region", "province": "region", "state": "region", "governorate": "region", "territory": "region",
    "county": "region", "oblast": "region", "municipality": "region", "commune": "region", "locality": "region", "township": "region", "zone": "region",
    "sub-district": "region", "woreda": "region", "department": "region", "sector": "region",
}  # fmt: skip
#: Kinds that tell what a name is without being a part of it.
_LEFT_OUT = frozenset({"city", "town", "village", "community", "communities", "settlement", "hamlet", "front", "axis", "direction", "sector"})  # fmt: skip
_KIND = "(?:" + "|".join(sorted(_KINDS, key=len, reverse=True)) + ")"
_TIME = (
    r"\d{1,2}[:.h]\d{2}\b(?:\s*(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b(?!:)))?(?:\s*\([^)\n]{1,24}\))?\s*[-–—|:,.]?\s*"
)
_ORNAMENT = r"[\s•▪●◦‣*·#>=_|–—-]*"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ’'-]+){0,3}"
_NAMED = rf"(?:{RUN.pattern}|{_CAPITALS})"
_MORE = rf"(?P<more>(?:(?:,\s+|\s+\(|\s+[/–—-]\s+)(?:in\s+)?(?:the\s+)?{_NAMED}(?:\s+{_KIND}\b)?\)?){{0,2}})"
_OF_KIND = re.compile(rf"\s{_KIND}\b", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?P<mark>{_ORNAMENT})(?P<time>{_TIME})?(?:(?:In|IN|Near|NEAR|Around|AROUND|Outside|OUTSIDE)\s+)?(?:[Tt]he\s+)?(?P<of>(?:[Cc]ity|[Tt]own|[Vv]illage|[Dd]istrict|[Rr]egion|[Pp]rovince)\s+of\s+)?"
    rf"(?P<name>{_NAMED})(?:\s+(?P<kind>(?i:{_KIND}))\b)?{_MORE}"
)
_HEADING_END = re.compile(rf"\s*:?{_ORNAMENT}\Z")
#: After an inline label: a colon, a spaced dash, or, after a word of its kind, a stop.
_GOES_ON = re.compile(
    r"\s*(?P<colon>:)\s+(?![“\"‘'])|\s+(?P<dash>[–—-])\s+(?=[A-Z\d])|(?P<stop>\.)\s+(?=[A-Z\d])"
)
#: A line that opens another entry of a live page.
_OPENS = re.compile(rf"[\[|•]?\s*{_TIME}\]?\s*(?=\Z|[A-Z])")
_BULLET = re.compile(r"[•▪●◦‣*·\d–-]")
_LONGEST_HEADING = 70


@dataclass(frozen=True, slots=True)
class Label:
    """A place that a heading or the opening of an item names, and the paragraphs `[first, last)` that it holds for."""

    mention: PlaceMention
    first: int
    last: int


class Labels:
    """The labels of an article, and which of them a paragraph stands under."""

    def __init__(self, parsed: Parsed, mentions: Sequence[PlaceMention]) -> None:
        self._parsed = parsed
        self._known = {m.name.casefold(): m for m in mentions if not m.inside_name and m.kind != "country"}
        self._opens = [i for i in range(len(parsed.paragraphs)) if self._breaks(i)]
        self.found = sorted(self._find(mentions), key=lambda label: label.first)
        self._by_paragraph: dict[int, Label] = {}
        for label in self.found:  # those told later lie inside those told before
            for index in range(label.first, label.last):
                self._by_paragraph[index] = label

    def over(self, paragraph: int) -> Label | None:
        """The label that a paragraph stands under."""
        return self._by_paragraph.get(paragraph)

    def opened(self, paragraph: int) -> int:
        """The paragraph with which the entry began that `paragraph` belongs to, or 0."""
        at = bisect_right(self._opens, paragraph)
        return self._opens[at - 1] if at else 0

    def _line(self, index: int) -> str:
        paragraph = self._parsed.paragraphs[index]
        return self._parsed.text[paragraph.start : paragraph.end]

    def _breaks(self, index: int) -> bool:
        return _OPENS.match(self._line(index)) is not None

    def _is_heading(self, index: int) -> bool:
        line = self._line(index)
        if _BULLET.match(line) is not None:
            return False
        return len(line) <= _LONGEST_HEADING and re.search(r"[.!?…”\"'’,;]\Z", line) is None

    def _find(self, mentions: Sequence[PlaceMention]) -> Iterator[Label]:
        shapes: dict[str, list[tuple[int, re.Match[str], Place | None]]] = {}
        for index, paragraph in enumerate(self._parsed.paragraphs):
            if paragraph.headline or index == 0:
                continue
            match = _LABEL.match(self._parsed.text, paragraph.start, paragraph.end)
            if match is None:
                continue
            shape = self._shape(match, paragraph.end)
            if shape is not None and not self._ordinary(match):
                shapes.setdefault(shape, []).append((index, match, self._place(match)))
        for shape, found in shapes.items():
            sure = sum(place is not None for _, _, place in found)
            if shape == "–" and len(found) < 2:
                continue  # a dateline
            for index, match, place in found:
                initials = match["name"].isupper() and len(match["name"]) < (4 if shape == "heading" else 6)
                if place is None and (3 * sure < len(found) or initials):
                    continue  # a speaker, a body's initials
                yield self._label(index, match, place, shape)

    def _shape(self, match: re.Match[str], end: int) -> str | None:
        """How the label is set off: a line of its own, or a colon, a dash or a stop before what it is of."""
        text = self._parsed.text
        if (
            _HEADING_END.match(text, match.end(), end) is not None
            and match.end() - match.start() <= _LONGEST_HEADING
        ):
            return "heading"
        goes_on = _GOES_ON.match(text, match.end(), end)
        if goes_on is None and match["name"].isupper():
            goes_on = _GOES_ON.match(text, match.start("more"), end)  # "HOLLEN - Gunmen stormed …"
        if goes_on is None:
            return None
        if goes_on["stop"]:
            return "." if match["kind"] and not match["more"] else None
        return ":" if goes_on["colon"] else "–"

    def _ordinary(self, match: re.Match[str]) -> bool:
        """Is it a word that heads any report ("Background", "Evacuation", "UN")?"""
        words = match["name"].casefold().split()
        plain = load("places")["headings"]
        side = match["name"].casefold() in sides() and table().metonym(match["name"]) is None
        # "The Norvian Casualty Monitor (NCM)": who reports, on a line of its own.
        body = match["kind"] is None and len(words) > 1 and words[-1] in load("organisations")["heads"]
        body = body and " ".join(words) not in self._known
        return side or body or all(word in plain for word in words)

    def _place(self, match: re.Match[str]) -> Place | None:
        """The place that the name is known for: by the word of its kind, by the table, or from the rest of the text."""
        name = self._name(match)
        if (known := self._known.get(name.casefold())) is not None:
            return known.place
        text = self._parsed.text
        codes = [code for code in (ground_country(text), *country_context(text)) if code]
        listed = table().lookup(name, codes)
        if listed is not None and listed.kind != "country" and (not codes or listed.country in codes):
            return listed
        kind = (
            match["kind"]
            or (match["of"] or "").split(" ")[0]
            or ("town" if _OF_KIND.search(match["more"]) else "")
        )
        if kind:
            named = _KINDS[kind.casefold()]
            return Place(
                name,
                "region" if named == "region" else "city",
                codes[0] if codes else None,
                None,
                None,
                None,
                None,
            )
        return None

    def _name(self, match: re.Match[str]) -> str:
        name, kind = match["name"], match["kind"]
        name = name.title() if name.isupper() and len(name) > 3 else name
        head, _, last = name.rpartition(" ")
        if head and kind is None and last.casefold() in _LEFT_OUT:
            return head  # "Hollen Community"
        return name if kind is None or kind.casefold() in _LEFT_OUT else f"{name} {kind}"

    def _label(self, index: int, match: re.Match[str], place: Place | None, shape: str) -> Label:
        name = self._name(match)
        known = self._known.get(name.casefold())
        word = (match["kind"] or "").casefold()
        kind = (
            known.kind
            if known is not None
            else _KINDS.get(word) or (place.kind if place is not None else "city")
        )
        end = match.end("kind") if word and word not in _LEFT_OUT else match.end("name")
        place = place or Place(name, "city", ground_country(self._parsed.text), None, None, None, None)
        small = kind == "region" and word not in ("region", "province", "state", "governorate", "oblast")
        mention = PlaceMention(match.start("name"), end, name, kind, place, small=small)
        return Label(
            mention, index, self._until(index, heading=shape == "heading", timed=bool(match["time"]))
        )

    def _until(self, index: int, *, heading: bool, timed: bool) -> int:
        """The paragraph up to which a label holds: the next heading, the next entry, or the end of its own paragraph."""
        if not heading and not timed:
            return index + 1
        for after in range(index + 1, len(self._parsed.paragraphs)):
            if (heading and self._is_heading(after)) or (timed and self._breaks(after)):
                return after
        return len(self._parsed.paragraphs)
