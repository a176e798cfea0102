"""Where and when a figure belongs: places and time words of its sentence, its paragraph, the lead.

Every answer comes with the rule that gave it; where nothing says, the answer is None.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.agents import side_in
from extract.dates import TimeSpan, find_times
from extract.mentions import PlaceMention, read_places, size_of
from extract.places import country_context, demonym, table
from extract.wordlists import sides

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed, Piece

_PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "on",
        "over",
        "into",
        "near",
        "around",
        "across",
        "inside",
        "outside",
        "from",
        "to",
        "toward",
        "towards",
        "above",
        "against",
        "within",
        "throughout",
        "along",
        "off",
        "of",
        "between",
    ]
)
_ANAPHOR = re.compile(
    r"\b(?:the|that|this)\s+(?:[a-z]\w*\s+)?(?P<what>city|town|village|settlement|region|oblast|province|district|area|state|governorate|country|territory|capital|strip|enclave|camp|port)\b(?!\s+of\b|\s+[A-Z])",
)
_KIND_OF = {"country": {"country"}, "region": {"region"}, "oblast": {"region"}, "province": {"region"}, "state": {"region"},
            "governorate": {"region"}, "territory": {"region", "country"}, "strip": {"region"}, "enclave": {"region", "city"},
            "city": {"city"}, "town": {"city", "site"}, "village": {"city", "site"}, "settlement": {"city", "site"}, "capital": {"city"},
            "port": {"city"}, "camp": {"site", "city"}, "district": {"region", "city", "site"}, "area": {"region", "city", "site"}}  # fmt: skip


_FORCES = re.compile(
    r"\b(?:air force|defen[cs]e ministry|ministry of defen[cs]e|general staff|military|armed forces|air defen[cs]es?)\b",
    re.IGNORECASE,
)
_FAR_FROM = re.compile(
    r"\b(?:miles|km|kilomet(?:er|re)s|hours?|minutes)\s+(?:[\w-]+\s+){0,2}(?:of|from)\s+(?:the\s+)?(?:\w+\s+)?(?:capital\s+)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
#: Why a place holds when it stands in the figure's own sentence.
NAMED = "named in the sentence"
#: Why a place holds that was told of something before.
CARRIED = frozenset(["that of the figure before", "named in the lead", "named in the headline"])
_WEAPON_MEASURES = frozenset({"launched", "shot_down", "hit", "locations_hit"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A place as it is kept, the mention it was read from, and the rule."""

    name: str
    why: str
    mention: PlaceMention | None = None


class Setting:
    """Places and times of a parsed article, and which of them hold for a figure."""

    def __init__(
        self,
        parsed: Parsed,
        frames: list[Frame],
        published: dt.date | None,
        country: str | None = None,
        names: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.parsed = parsed
        spoken = [
            (f.source_start, f.source_end)
            for f in frames
            if f.source_start is not None and f.source_end is not None
        ]
        self.mentions = read_places(parsed, [*spoken, *names])
        self._starts = [m.start for m in self.mentions]
        # "the air force in Kyiv said": where the speaker sits is not where it happened.
        self.sources = sorted(
            (
                f.source_start,
                f.source_end + (12 if parsed.text[f.source_end :].startswith((" in ", " of ")) else 0),
            )
            for f in frames
            if f.source_start is not None and f.source_end is not None
        )
        self.times: list[TimeSpan] = []
        for paragraph in parsed.paragraphs:
            self.times += find_times(parsed.text, paragraph.start, paragraph.end, published, country=country)
        self._time_starts = [t.start for t in self.times]
        self._cues = {(id(f.piece), f.cue.i) for f in frames if f.cue is not None}
        self.lead = self._lead()

    # ------------------------------------------------------------ spans

    def _lead(self) -> tuple[int, int]:
        news = [p for p in self.parsed.paragraphs if not p.headline]
        return (news[0].start, news[0].end) if news else (0, 0)

    def sentence(self, piece: Piece, token: Token) -> tuple[int, int]:
        """The characters of the sentence that holds `token`."""
        sent = token.sent
        return piece.start(sent[0]), piece.end(sent[-1])

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """The place mentions inside `[start, end)`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def times_in(self, start: int, end: int) -> list[TimeSpan]:
        """The time words inside `[start, end)`."""
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def names_place(self, mention: PlaceMention) -> bool:
        """Does the mention say where something happened, rather than who spoke or acted?"""
        return not self._of_source(mention) and self._prepositioned(mention)

    def most_specific(self, mention: PlaceMention) -> PlaceMention:
        """The smallest of the places that a mention stands with ("Idlib province, Syria")."""
        return self._most_specific(mention)

    def _of_source(self, mention: PlaceMention) -> bool:
        return (
            mention.inside_name
            or any(a <= mention.start < b for a, b in self.sources)
            or self.in_title(mention)
        )

    def in_title(self, mention: PlaceMention) -> bool:
        """Is the place a part of an official's title ("Kyiv Mayor")?"""
        after = self.parsed.text[mention.end : mention.end + 28]
        return (
            re.match(
                r"(?:['’]s)?\s+(?:\w+\s+)?(?:Gov(?:ernor|\.)|Mayor|President|Prime\s+Minister|Defen[cs]e\s+Ministry)",
                after,
            )
            is not None
        )

    def owns(self, mention: PlaceMention) -> bool:
        """ "Russia's latest attack": an owner, not a place, unless what it owns is a place."""
        after = self.parsed.text[mention.end : mention.end + 3]
        return after[:1] in ("'", "’") and self._most_specific(mention) is mention

    def _prepositioned(self, mention: PlaceMention) -> bool:
        before = self.parsed.text[max(0, mention.start - 48) : mention.start]
        if _FAR_FROM.search(before):
            return False  # "180 km north of Baghdad"
        words = re.findall(r"[\w’']+|[,;.]", before)
        for word in reversed(words[-6:]):
            if word in (",", ";", "."):
                return bool(words) and words[-1] == ","
            if word.casefold() in _PLACE_PREPOSITIONS:
                return True
            if not (
                word.casefold()
                in ("the", "a", "an", "both", "and", "nearby", "occupied", "besieged", "war-torn")
                or word.casefold().endswith(("ern", "al", "’s", "'s"))
                or word[:1].isupper()
                or word.casefold() in _KIND_OF
                or word.casefold() in sides()
            ):
                return False
        return False

    # ------------------------------------------------------------ places

    def place(
        self, draft: Draft, frame: Frame | None, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """Where the figure belongs: its phrase, else sentence, claimant, paragraph, lead, dateline."""
        found = draft.counted
        if found is None:
            return None
        text = self.parsed.text
        start, end = self.sentence(draft.piece, found.first)
        inside = [m for m in self.places_in(start, end) if not self._of_source(m)]
        best: tuple[float, PlaceMention] | None = None
        others = [d for d in drafts if d is not draft and start <= d.start < end]
        for mention in inside:
            if not self._prepositioned(mention) or self.owns(mention):
                continue
            if draft.listed and found.noun is None and mention.start < draft.start:
                continue  # an item of a list by region names its own, or none
            if mention.start >= draft.end:
                gap = text[draft.end : mention.start]
                if any(draft.end <= d.start < mention.start and d.part_of is draft for d in others):
                    continue  # "141 drones, nine of which over the Moscow region": the place of the nine
                crossed = sum(1 for d in others if draft.end <= d.start < mention.start)
                cost = 0.06 * len(gap.split()) + 0.5 * crossed + 1.2 * gap.count(";")
                cost += 0.5 * len(
                    re.findall(r",\s+(?:and|while|but|with|as)\b|\b(?:while|but|after|when)\b", gap)
                )
            else:
                gap = text[mention.end : draft.start]
                crossed = sum(1 for d in others if mention.end <= d.start < draft.start)
                cost = 0.7 + 0.05 * len(gap.split()) + 0.45 * crossed + 1.2 * gap.count(";")
            cost += {"country": 0.7, "region": 0.1}.get(mention.kind, 0.0)
            if best is None or cost < best[0]:
                best = (cost, mention)
        if best is not None:
            exact = self._most_specific(best[1])
            return Placed(self._name(exact), NAMED, exact)
        if (both := self._exchanged(draft)) is not None:
            return both
        if (pointed := self._pointed_at(start, end, frame)) is not None:
            return pointed
        for mention in inside:
            if any(draft.end <= d.start < mention.start and d.part_of is draft for d in others):
                continue
            if mention.kind in ("city", "region", "site", "point"):
                return Placed(self._name(mention), NAMED, mention)
        return self._around(draft, frame, drafts, done, start)

    def _exchanged(self, draft: Draft) -> Placed | None:
        """ "Russia and Ukraine exchanged hundreds of strikes": they fell on both."""
        trigger = (
            draft.reading.trigger.token
            if draft.reading is not None and draft.reading.trigger is not None
            else None
        )
        if trigger is None or trigger.lemma_ not in ("exchange", "trade") or draft.measure != "launched":
            return None
        named = [
            m
            for m in self.places_in(*self.sentence(draft.piece, trigger))
            if m.kind == "country" and m.start < draft.start
        ]
        if len(named) != 2:
            return None
        return Placed("; ".join(m.name for m in named), "the two sides of the exchange", named[0])

    def _around(
        self,
        draft: Draft,
        frame: Frame | None,
        drafts: list[Draft],
        done: dict[int, Placed | None],
        start: int,
    ) -> Placed | None:
        paragraph = self.parsed.paragraphs[draft.paragraph]
        if draft.part_of is not None and (whole := done.get(id(draft.part_of))) is not None:
            return Placed(whole.name, "that of the whole it is a part of", whole.mention)
        if draft.counted is not None and draft.counted.noun is not None:
            people = demonym(draft.counted.noun.text)
            if people is not None and draft.counted.kind == "person":
                return Placed(people.country_name or people.name, "the country of those counted")
        weapon = draft.measure in _WEAPON_MEASURES
        if weapon and (own := self._claimant_country(frame)) is not None:
            return own
        if weapon and frame is not None and frame.source is not None and _FORCES.search(frame.source.name):
            # "The air force said Russia used 131 drones": a whole country's count, never a town's.
            return self._other_side(draft)
        if (own := self._claimant_place(frame)) is not None and not weapon:
            return own
        earlier = [
            m
            for m in self.places_in(paragraph.start, start)
            if not self._of_source(m) and m.kind != "country" and self._prepositioned(m)
        ]
        if earlier:
            return Placed(
                self._name(self._most_specific(earlier[-1])), "named earlier in the paragraph", earlier[-1]
            )
        for other in reversed(drafts):
            if (
                other.start < draft.start
                and draft.paragraph - other.paragraph <= 1
                and (kept := done.get(id(other))) is not None
            ) and (draft.paragraph == other.paragraph or (draft.measure == other.measure)):
                return Placed(kept.name, "that of the figure before", kept.mention)
        for low, high, why in ((*self.lead, "named in the lead"), (0, self.lead[0], "named in the headline")):
            named = [
                m
                for m in self.places_in(low, high)
                if not self._of_source(m)
                and self._prepositioned(m)
                and not any(d.part_of is draft and d.start < m.start for d in drafts)
            ]
            if named:
                exact = [m for m in named if m.kind != "country"] or named
                return Placed(self._name(self._most_specific(exact[0])), why, exact[0])
        return None

    def _pointed_at(self, start: int, end: int, frame: Frame | None) -> Placed | None:
        """ "the city", "the region", "the country": the last such place that was named."""
        text = self.parsed.text
        for match in _ANAPHOR.finditer(text, start, end):
            kinds = _KIND_OF[match["what"].casefold()]
            if match["what"] == "country" and (own := self._claimant_country(frame)) is not None:
                return own
            if (
                (own := self._claimant_place(frame)) is not None
                and own.mention is not None
                and own.mention.kind in kinds
            ):
                return own
            for mention in reversed(self.places_in(max(0, start - 2500), match.start())):
                if mention.kind in kinds and (
                    mention.kind == "country" or not self._of_source(mention) or start - mention.start < 600
                ):
                    return Placed(self._name(mention), f"“{match.group()}”, named before", mention)
        return None

    def _other_side(self, draft: Draft) -> Placed | None:
        """The one other country of an article about two, where the sentence names the attacker's."""
        if draft.counted is None:
            return None
        codes = country_context(self.parsed.text)[:2]
        names = [found.country_name for code in codes if (found := table().country(code)) is not None]
        told = side_in(draft.counted.first.sent, common=False)
        if len(names) != 2 or told not in names:
            return None
        other = names[1 - names.index(told)]
        return Placed(other, f"the other side of an attack by {told}") if other is not None else None

    def _claimant_country(self, frame: Frame | None) -> Placed | None:
        """The country of the claimant's own forces, for weapons that came down on it."""
        if frame is None or frame.source is None or not frame.source.side:
            return None
        if frame.source.kind not in ("org", "person", "officials"):
            return None
        if not re.search(
            r"air force|defen[cs]e|military|army|general staff|air command|forces|president|minister|government",
            f"{frame.source.name} {frame.source.role or ''}",
            re.IGNORECASE,
        ):
            return None
        return Placed(frame.source.side, "the country of the forces that say so")

    def _claimant_place(self, frame: Frame | None) -> Placed | None:
        """A governor's region, a mayor's city: what they speak of when they name no place."""
        if frame is None or frame.source_start is None or frame.source is None:
            return None
        if not re.search(
            r"\b(?:gov|mayor|governor|head|police|administration|council|authorit|official|prefect|wali|commissioner)",
            f"{frame.source.role or ''} {frame.source.name}",
            re.IGNORECASE,
        ):
            return None
        spans = [(frame.source_start - 60, (frame.source_end or frame.source_start) + 60)]
        for low, high in spans:
            for mention in self.places_in(max(0, low), high):
                if mention.kind in ("city", "region", "site") and self._of_source(mention):
                    return Placed(self._name(mention), "the place of the official who says so", mention)
        role = frame.source.role or ""
        for mention in self.mentions:
            if mention.kind in ("city", "region") and re.search(rf"\b{re.escape(mention.name)}\b", role):
                return Placed(self._name(mention), "the place of the official who says so", mention)
        # The title may stand where the official was first named.
        last = frame.source.name.split()[-1]
        for match in re.finditer(
            rf"\b(?:Gov(?:ernor|\.)|Mayor|[Hh]ead)\b[^.]{{0,40}}\b{re.escape(last)}\b", self.parsed.text
        ):
            near = self.places_in(max(0, match.start() - 30), match.start())
            if near:
                return Placed(self._name(near[-1]), "the place of the official who says so", near[-1])
        return None

    def _name(self, mention: PlaceMention) -> str:
        """As the text gives it, with what is joined to it ("Kyiv and Mykolaiv" are two places)."""
        text = self.parsed.text
        joined = [mention.name]
        index = bisect_left(self._starts, mention.start)
        for other in self.mentions[index + 1 : index + 4]:
            if (
                re.fullmatch(r",?\s+and\s+(?:the\s+)?(?:\w+\s+of\s+)?", text[mention.end : other.start])
                and other.kind == mention.kind
            ):
                joined.append(other.name)
                mention = other
            else:
                break
        return "; ".join(dict.fromkeys(joined))

    def _most_specific(self, mention: PlaceMention) -> PlaceMention:
        """ "in Idlib province, Syria", "Ukraine's northeastern city of Kharkiv": the smaller of neighbours."""
        text = self.parsed.text
        best = mention
        index = bisect_left(self._starts, mention.start)
        for other in (*self.mentions[max(0, index - 2) : index], *self.mentions[index + 1 : index + 3]):
            low, high = (other, mention) if other.start < mention.start else (mention, other)
            gap = text[low.end : high.start]
            if re.fullmatch(
                r"(?:['’]s?)?(?:,|\s+\([^)]*\))?\s*(?:(?:in|of|the|city|town|village|province|region|district|state|port|northern|southern|eastern|western|central|\w+ern|nearby)\s+)*",
                gap,
            ):
                if size_of(other) < size_of(best):
                    best = other
        return best

    # ------------------------------------------------------------ times

    def of_cue(self, piece: Piece, time: TimeSpan) -> bool:
        """Does the time word say when it was said, not when it happened?"""
        token = piece.token_at(time.start)
        # "Through Wednesday, the ministry said …": what opens the sentence is what is told.
        if token is not None and token.i <= token.sent.start + 2:
            return False
        hops = 0
        while token is not None and hops < 4:
            if (id(piece), token.i) in self._cues:
                return True
            if token.head is token or token.pos_ == "VERB":
                return False
            token, hops = token.head, hops + 1
        return False

    def when(self, draft: Draft, frame: Frame | None) -> tuple[TimeSpan | None, str | None, bool]:
        """(time words, how they were found, whether they stand in the figure's own sentence)."""
        found = draft.counted
        if found is None:
            return None, None, False
        start, end = self.sentence(draft.piece, found.first)
        own = [t for t in self.times_in(start, end) if not self.of_cue(draft.piece, t)]
        if draft.piece.kind == "inside":
            own = [t for t in own if draft.piece.token_at(t.start) is not None]
        if own:

            def cost(t: TimeSpan) -> float:
                gap = self.parsed.text[min(t.end, draft.end) : max(t.start, draft.start)]
                return (
                    len(gap)
                    + (30 if t.start < draft.start else 0)
                    + (60 if not t.resolved else 0)
                    # Of two that fit, the one that says the day more exactly.
                    + min(
                        120,
                        40 * max(0, (t.date_to - t.date_from).days - 1) if t.date_from and t.date_to else 0,
                    )
                    + 50 * gap.count(";")
                )

            best = min(own, key=cost)
            return best, best.rule, True
        if draft.part_of is not None:
            time, why, _ = self.when(draft.part_of, frame)
            return time, why and f"that of the whole: {why}", False
        return None, None, False

    def when_around(
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]]
    ) -> tuple[TimeSpan | None, str | None]:
        """Where the sentence has no time words: those of the paragraph, the figure before, the lead."""
        found = draft.counted
        if found is None:
            return None, None
        start, _ = self.sentence(draft.piece, found.first)
        paragraph = self.parsed.paragraphs[draft.paragraph]
        before = [
            t
            for t in self.times_in(paragraph.start, start)
            if not self.of_cue(paragraph.frame, t) and t.resolved
        ]
        if before:
            return before[-1], f"said earlier in the paragraph: {before[-1].rule}"
        for other, time in reversed(earlier):
            if draft.paragraph - other.paragraph <= 1 and other.start < draft.start:
                return time, f"that of the figure before: {time.rule}"
            break
        news = [p for p in self.parsed.paragraphs if not p.headline][:3]
        for index, lead in enumerate(news):
            times = [
                t
                for t in self.times_in(lead.start, lead.end)
                if t.resolved and not self.of_cue(lead.frame, t)
            ]
            if times:
                return times[0], f"said in the {'lead' if index == 0 else 'opening'}: {times[0].rule}"
        return None, None
