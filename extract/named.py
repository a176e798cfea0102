"""What a place named in the text stands for: where something happened, who spoke, or who owns what."""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from extract.called import called_places
from extract.housenames import of_a_house, of_press
from extract.labels import Labels
from extract.lexicon import load
from extract.mentions import PlaceMention, read_places, size_of
from extract.placegrammar import acting, no_scene, not_there, of_grounds, of_home, of_way
from extract.placejoins import (
    IN_BRACKETS,
    IN_IT,
    JOINED,
    LIES,
    LISTED,
    NEAR_IN,
    NEXT_TO,
    NUMBERED_ROAD,
    ON_THE,
    ROAD_FROM,
    SHORE,
    SPOTS,
    TO_THE_OTHER,
    alike_listed,
)
from extract.places import table
from extract.speakerseats import reach_of
from extract.speechplaces import spoken_at
from extract.timing import Times
from extract.wordlists import sides

if TYPE_CHECKING:
    from extract.frames import Frame
    from extract.parse import Parsed


@functools.cache
def _before_place() -> frozenset[str]:
    """Prepositions, and verbs whose object is the place itself ("shelled Kharkiv", "fled Zamzam")."""
    words = load("events")["setting"]
    return frozenset(words["prepositions"]) | frozenset(words["verbs"])


#: The kinds of place that a common noun may stand for, the likeliest first.
KIND_OF: dict[str, tuple[str, ...]] = {"country": ("country",), "region": ("region",), "oblast": ("region",), "province": ("region",), "state": ("region",),
            "governorate": ("region",), "territory": ("region", "country"), "strip": ("region",), "enclave": ("region", "city"),
            "city": ("city",), "town": ("city", "site"), "village": ("city", "site"), "settlement": ("city", "site"), "capital": ("city",),
            "port": ("city",), "camp": ("site", "city"), "district": ("region", "city", "site"), "area": ("region", "city", "site"),
            "base": ("site", "city"), "post": ("site", "city"), "outpost": ("site", "city"), "prison": ("site", "city"), "mine": ("site", "city"), "crossing": ("site", "city"),
            "department": ("region",), "municipality": ("city", "region", "site"), "county": ("region",), "township": ("city", "region"), "commune": ("city", "region"), "locality": ("city", "region"),
            "valley": ("region", "site"), "hamlet": ("city", "site"), "slum": ("city", "site"), "shantytown": ("city", "site"), "regency": ("region",), "tehsil": ("region",), "airport": ("site", "city"), "site": ("site", "city"), "island": ("site", "region", "city")}  # fmt: skip


_FAR_FROM = re.compile(
    r"\b(?:miles|km|kilomet(?:er|re)s|hours?|minutes)\)?\s+(?:[\w-]+\s+){0,2}(?:of|from)\s+(?:the\s+)?(?:\w+\s+)?(?:capital,?\s+)?(?:(?:city|town|village|port)\s+of\s+)?$",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|while|when|after|since|that|but|because|before|though|although)\s+\Z")

_PART_OF_PLACE = re.compile(
    r"['’]s?\s+(?:\w+ern\s+|[a-z]+\s+)?(?:suburbs?|outskirts|districts?|neighbou?rhoods?|quarters?|cent(?:er|re)|downtown|port|airport|harbou?r|old\s+city|countryside|coast|border|provinces?|regions?|governorates?|states?|islands?)\b(?!-)"
)

#: "X was attacked at dawn", "X camp, home to thousands, came under fire": the subject is where it was.
_UNDER_FIRE = re.compile(
    r"(?:\s+(?:village|town|city|camp|district|area|market))?(?:,(?:[^,.;]|,\d){1,60},)?\s+(?:came\s+under\s+(?:[a-z]+\s+){0,2}?(?:fire|attack|shelling|bombardment)"
    r"|(?:was|were|has\s+been|had\s+been)\s+(?:(?:also|first|then|later|again|heavily|repeatedly|next)\s+)?(?:attacked|raided|shelled|bombed|bombarded|pounded|stormed|overrun|hit|struck|targeted|burned|burnt|looted|torched|razed|besieged|emptied|ransacked))\b"
)
#: Short names, which are their own adjectives, and what they then tell the owner of.
_SHORT = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,3}")
_WHAT_IS_OWNED = re.compile(
    r"\s+(?:[a-z][\w-]*\s+){0,2}?(?:air\s?strikes?|strikes?|raids?|attacks?|bombings?|bombardment|drones?|missiles?|jets?|warplanes?|aircraft|helicopters?|forces|troops|soldiers|custody|operations?|sanctions)\b"
)


_LOSES = re.compile(
    r"\s+(?:(?:has|had|have|also|later|then)\s+){0,2}(?:lost|suffered|sustained|denied|confirmed|admitted|acknowledged|retaliated)\b"
)


def _whose(text: str, mention: PlaceMention) -> bool:
    """ "In U.S. air strikes on a depot in Y": those who struck, not where."""
    return bool(_SHORT.fullmatch(mention.name)) and _WHAT_IS_OWNED.match(text, mention.end) is not None


#: "Hollen shelling kills four": the town that was hit, before the word for it.
_ITS_ATTACK = re.compile(
    r"\s+(?:(?!and\b|or\b)[a-z]+\s+)?(?:attacks?|blasts?|shelling|bombings?|massacre|clash(?:es)?|raid|siege|explosions?|ambush|killings?|shooting|fire|market|mosque|hospital|school)\s+(?:kills?|claims?|leaves?|injures?|wounds?|hurts?|killed|claimed|left|injured|wounded)\b"
)


_NEXT_CLAUSE = re.compile(r"(?:\s+in\s+(?:[A-Z][\w’'-]*\s?)+?)?\s+(?:was|came|fell|has)\b")


#: Before and behind a place in an official's title that his name follows.
_OFFICE_OF = re.compile(
    r"\b(?:governor|mayor|chief|head|commander|spokes\w+|director|prosecutor|commissioner|administrator|official|lawmaker)\s+(?:of|for|in)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?\Z"
)
_HIS_NAME = re.compile(r"(?:\s+[a-z]+)?,\s+[A-ZÀ-Þ][\w’'-]+\s+(?:[a-z-]+\s+)?[A-ZÀ-Þ]")


class Named(Times):
    """The places that a parsed article names, and how each stands in its sentence."""

    def __init__(
        self,
        parsed: Parsed,
        frames: list[Frame],
        published: dt.date | None,
        country: str | None = None,
        names: Sequence[tuple[int, int]] = (),
        firm: Sequence[tuple[int, int]] = (),
    ) -> None:
        super().__init__(parsed, frames, published, country)
        spoken = [
            (f.source_start, f.source_end)
            for f in frames
            if f.source_start is not None and f.source_end is not None
        ]
        read = read_places(parsed, [*spoken, *names])
        self.mentions = [m for m in read if not of_a_house(parsed.text, m) and not of_press(parsed.text, m)]
        self.mentions = sorted(
            [*self.mentions, *called_places(parsed, self.mentions, [*spoken, *firm])], key=lambda m: m.start
        )
        self.labels = Labels(parsed, self.mentions)
        #: Where those of the mentions begin that are headings or labels.
        self._labelled = {label.mention.start for label in self.labels.found}
        self.mentions = self._with_labels(self.mentions)
        self._starts = [m.start for m in self.mentions]
        self._quotes = [q.outer_start for q in parsed.quotations]
        # "the air force in Kyiv said": where the speaker sits is not where it happened.
        self.sources = sorted(
            (f.source_start, reach_of(parsed.text, f))
            for f in frames
            if f.source_start is not None and f.source_end is not None
        )
        self._source_starts = [start for start, _ in self.sources]
        #: How far the sources up to each of them reach.
        self._reach = list(accumulate((end for _, end in self.sources), max))

    def _with_labels(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """The mentions with those of headings and labels, which the grammar of a sentence does not mark."""
        named = {label.mention.start: label.mention for label in self.labels.found}
        kept = {m.start: m for m in mentions if m.start not in named or m.end > named[m.start].end}
        return sorted({**named, **kept}.values(), key=lambda m: m.start)

    def headed(self, offset: int) -> list[PlaceMention]:
        """The place of the heading or label that the words at `offset` stand under, if any."""
        label = self.labels.over(bisect_right(self.parsed.paragraphs, offset, key=lambda p: p.start) - 1)
        return [label.mention] if label is not None and label.mention.start < offset else []

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """The place mentions inside `[start, end)`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def names_place(self, mention: PlaceMention) -> bool:
        """Does the mention say where something happened, rather than who spoke or acted?"""
        if not_there(self.parsed.text, mention.start, mention.end):
            return False  # "the bodies were taken to a hospital in X"
        return not self._of_source(mention) and self._prepositioned(mention)

    def scene(self, start: int, end: int) -> list[PlaceMention]:
        """The places named in `[start, end)` that a deed may have been at: no owners, no ends of a way."""
        return [
            m
            for m in self.places_in(start, end)
            if self.names_place(m) and not self.owns(m) and not of_way(self.parsed.text, m.start, m.end)
        ]

    def most_specific(self, mention: PlaceMention) -> PlaceMention:
        """The smallest of the places that a mention stands with ("Idlib province, Syria")."""
        return self._most_specific(mention)

    def listed(self, mention: PlaceMention) -> str:
        """The name with those that it stands in one list with: "the villages of A and B" are "A; B"."""
        return self._name(mention)

    def locates(self, mention: PlaceMention) -> bool:
        """ "in the Abu Darra camp near Nyala": a place that only tells where the one before it is."""
        index = bisect_left(self._starts, mention.start)
        before = self.mentions[index - 1] if index else None
        if before is None or before.kind not in ("city", "site", "point", "region", "country"):
            return False
        gap = self.parsed.text[before.end : mention.start]
        if gap == IN_BRACKETS and mention.kind in ("region", "country") and before.kind in ("city", "site"):
            return self.names_place(before)
        if mention.kind in ("region", "country") and JOINED.fullmatch(gap) and self.locates(before):
            return True  # "X, a town in the Y zone of the Z region": Z is told of X as Y is
        if before.kind in ("region", "country") and not before.name.casefold().endswith(SPOTS):
            return False
        if gap in TO_THE_OTHER and ROAD_FROM.search(
            self.parsed.text, max(0, before.start - 24), before.start
        ):
            return self.locates(before)  # "at X, on the road between Y and Z"
        if before.kind in ("city", "site") and ON_THE.fullmatch(gap) is not None and self.names_place(before):
            if mention.kind == "sea" or SHORE.match(self.parsed.text, mention.end) is not None:
                return True
        near = NEXT_TO.fullmatch(gap) or (before.kind != "region" and LIES.fullmatch(gap)) or None
        return len(gap) < 60 and near is not None and self.names_place(before)

    def quoted(self, mention: PlaceMention) -> bool:
        """Does the place stand inside a quotation?"""
        at = bisect_right(self._quotes, mention.start) - 1
        return at >= 0 and mention.start < self.parsed.quotations[at].outer_end

    def _of_source(self, mention: PlaceMention) -> bool:
        return (
            mention.inside_name
            or self._inside_source(mention.start)
            or self.in_title(mention)
            or spoken_at(self.parsed.text, mention.start)
            or (of_grounds(self.parsed.text, mention.start) and self.told_aside(mention.start) is None)
            or re.match(r"\s+(?:local\s+)?time\b", self.parsed.text[mention.end : mention.end + 14])
            is not None
        )

    def _inside_source(self, offset: int) -> bool:
        before = bisect_right(self._source_starts, offset)
        return before > 0 and offset < self._reach[before - 1]

    def in_title(self, mention: PlaceMention) -> bool:
        """Is the place a part of an official's title ("Kyiv Mayor")?"""
        after = self.parsed.text[mention.end : mention.end + 28]
        if _HIS_NAME.match(after) and _OFFICE_OF.search(
            self.parsed.text, max(0, mention.start - 48), mention.start
        ):
            return True  # "said the deputy governor of X province, Y Z"
        return (
            re.match(
                r"(?:['’]s)?\s+(?:\w+\s+)?(?:Gov(?:ernor|\.)|Mayor|President|Prime\s+Minister|Defen[cs]e\s+Ministry)"
                r"|\s+(?:state\s+|regional\s+|provincial\s+)?(?:governor|mayor|officials?|authorities|spokes\w+|lawmaker|commissioner)\b"
                r"|['’]s\s+(?:[\w-]+\s+){0,2}(?:ministry|minister|government|army|military|air\s+force|navy|police|foreign\s+office|spokes\w+)\b",
                after,
            )
            is not None
        )

    def owns(self, mention: PlaceMention) -> bool:
        """ "Russia's latest attack": an owner, not a place, unless what it owns is a place."""
        after = self.parsed.text[mention.end : mention.end + 40]
        if _PART_OF_PLACE.match(after):
            return False  # "Beirut's southern suburbs"
        if mention.kind == "country" and _whose(self.parsed.text, mention):
            return True
        return after[:1] in ("'", "’") and self._most_specific(mention) is mention

    def aside(self, mention: PlaceMention) -> bool:
        """ "60 km from the border", "… as Moscow kept up its campaign": told to place something else, or who acted."""
        low = max(0, mention.start - 48)
        if _FAR_FROM.search(self.parsed.text, low, mention.start) or self._sends(mention):
            return True
        return (
            table().metonym(mention.name) is not None
            and _AS.search(self.parsed.text, low, mention.start) is not None
        )

    def _sends(self, mention: PlaceMention) -> bool:
        """ "Kyiv drones", "Moscow fired", "Kiev lost 430 troops": is it a capital that stands for its state?"""
        text, end = self.parsed.text, mention.end
        if table().metonym(mention.name) is None:
            return False
        does = _WHAT_IS_OWNED.match(text, end) or _LOSES.match(text, end)
        return does is not None or acting(text, end)

    def _prepositioned(self, mention: PlaceMention) -> bool:
        if mention.start in self._labelled:
            return True
        before = self.parsed.text[max(0, mention.start - 48) : mention.start]
        if _FAR_FROM.search(before) or no_scene(self.parsed.text, mention.start, mention.end):
            return False  # "180 km north of Baghdad"
        if mention.kind != "country" and _UNDER_FIRE.match(self.parsed.text, mention.end):
            return not of_home(self.parsed.text, mention.start)  # "families fleeing X came under fire"
        if mention.kind == "city" and _ITS_ATTACK.match(self.parsed.text, mention.end):
            return table().metonym(mention.name) is None  # a capital's strike may be one that it made
        words = re.findall(r"[\w’']+|[,;.]", before)
        for word in reversed(words[-6:]):
            if word in (",", ";", "."):
                acts = (mention.kind == "country" and acting(self.parsed.text, mention.end)) or self._sends(
                    mention
                )
                return bool(words) and words[-1] == "," and not acts
            if word.casefold() in _before_place():
                return True
            if not (
                word.casefold()
                in ("the", "a", "an", "both", "and", "nearby", "occupied", "besieged", "war-torn")
                or word.casefold().endswith(
                    (
                        "ern",
                        "al",
                        "’s",
                        "'s",
                        "ous",
                        "boring",
                        "bouring",
                        "ed",
                        "held",
                        "controlled",
                        "run",
                        "ic",
                        "ant",
                        "torn",
                        "hit",
                    )
                )
                or word[:1].isupper()
                or word.casefold() in KIND_OF
                or word.casefold() in sides()
            ):
                return False
        return False

    def _name(self, mention: PlaceMention) -> str:
        """As the text gives it, with what is joined to it ("Kyiv and Mykolaiv" are two places)."""
        text = self.parsed.text
        joined, run = [mention.name], [mention.name]
        index = bisect_left(self._starts, mention.start)
        for other in self.mentions[index + 1 : index + 6]:
            gap = text[mention.end : other.start]
            listed = re.fullmatch(LISTED, gap)
            if listed is None or not alike_listed(other, mention, listed):
                break
            if gap.startswith(", and ") and _NEXT_CLAUSE.match(text, other.end):
                break  # "killed in X, Samar, and the village of Y was shelled"
            run.append(other.name)
            mention = other
            if "and" in gap:
                joined = list(run)  # a list of places ends with "and"; "Kherson, Ukraine" is no list
        return "; ".join(dict.fromkeys(joined))

    def _first_of_list(self, mention: PlaceMention) -> PlaceMention:
        """ "in Borno and Yobe": the first of the places that are told in one list."""
        text = self.parsed.text
        index = bisect_left(self._starts, mention.start)
        first, last, joined = mention, mention, False
        for other in reversed(self.mentions[max(0, index - 5) : index]):
            if text[other.end : last.start] in TO_THE_OTHER and ROAD_FROM.search(
                text, max(0, other.start - 24), other.start
            ):
                return other  # "the road linking X to Y"
            gap = re.fullmatch(LISTED, text[other.end : last.start])
            if gap is None or not (joined or gap["and"]) or not alike_listed(other, mention, gap):
                break
            if self.owns(other) or self._of_source(other):
                break
            joined, last = True, other
            if self._prepositioned(other):
                first = other
        return first

    def _most_specific(self, mention: PlaceMention) -> PlaceMention:
        """ "in Idlib province, Syria", "Ukraine's northeastern city of Kharkiv": the smaller of neighbours."""
        text = self.parsed.text
        best = next_one = mention
        index = bisect_left(self._starts, mention.start)
        # "in X, in Ethiopia's Oromia region": what stands before is told by what follows it, one after the other.
        for other in reversed(self.mentions[max(0, index - 4) : index]):
            gap = text[other.end : next_one.start]
            if gap != IN_BRACKETS and not JOINED.fullmatch(gap) and not LIES.fullmatch(gap):
                break
            # "in Wadi Raybah district, Hodeidah governorate": of two alike the first lies in the second.
            within = re.match(r",|\s+(?:in|of)\b" if other.kind == "region" else ",", gap) is not None
            within |= IN_IT.search(gap) is not None and self._prepositioned(
                other
            )  # not "100 km north of X in Y"
            alike = within and size_of(other) == size_of(best)
            if size_of(other) < size_of(best) or alike:
                best = other
            next_one = other
        for other in self.mentions[index + 1 : index + 3]:
            if self.in_title(other):
                continue  # "in Donetsk region, Moscow's defence ministry said"
            if self._sends(other):
                break  # "… kills seven in Ukraine, Kyiv drones set a refinery ablaze"
            gap = text[mention.end : other.start]
            if gap in (" known as ", " called "):
                return other
            road = NUMBERED_ROAD.fullmatch(mention.name)
            near = (
                (mention.kind == "region" or road)
                and other.kind in ("city", "site")
                and NEAR_IN.fullmatch(gap)
            )
            if (JOINED.fullmatch(gap) or near) and (road or size_of(other) < size_of(best)):
                best = other
        return best
