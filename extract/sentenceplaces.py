"""The place that a figure's own sentence names for it, and the places in it that are not the figure's."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.firedfrom import whence
from extract.group import lies_in
from extract.mentions import PlaceMention
from extract.model import SET_APART
from extract.ownplaces import NAMED, OwnPlaces, Placed
from extract.placegrammar import (
    WEAPON_MEASURES,
    no_scene,
    nursed_at,
    of_burial,
    of_home,
    of_hospital,
    of_other_end,
    went_in,
)
from extract.placepeople import of_capture, of_gathering, of_talks

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame

#: What stands between a figure and a place that is not the figure's: the rest, "here and three in", another clause, "as envoys meet in …".
THE_REST = re.compile(r"\b(?:the\s+(?:rest|others?|remainder)|remaining|here)\b", re.IGNORECASE)
NEW_CLAUSE = re.compile(
    r";\s+(?:[\w’'-]+\s+){1,4}?(?:said|says|was|were|had|has|is|are|told|reported|added)\b"
)
AS_WHEN = re.compile(
    r"\bas\s+(?!(?:they|he|she|it|we|many|well|few|much|high)\b)(?:[\w’'-]+\s+){1,3}?(?:meet|meets|met|gather\w*|convene\w*|talk\w*|visit\w*|arriv\w+|prepar\w+|vow\w*"
    r"|say|says|said|warn\w*|call\w*|urg\w+|push\w*|seek\w*|mull\w*|weigh\w*|discuss\w*|negotiat\w+|begin\w*|began|open\w*|resum\w+|head\w*|mark\w*|celebrat\w+|rall(?:y|ied)|protest\w*)\b"
)
_CONTRAST = re.compile(r",\s+(?:while|whereas|but)\s")
#: Measures of people who are held or were, and of those who were hurt.
HELD = frozenset({"abducted", "captured", "released", "arrested", "missing"})
HURT = frozenset({"killed", "injured", "casualties", "hospitalized"})
_AFTER_ANOTHER = re.compile(
    r"\b(?:after|following|amid|in\s+(?:response|retaliation|reply)\s+(?:to|for))\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:salvos?|attacks?|strikes?|barrages?|raids?|rockets?|shelling|bombings?|clashes|blasts?)\b"
)
#: "Toll in X rises to 13, drones hit a base near Y": the second news of a headline.
_NEXT_NEWS = re.compile(
    r"[,;]\s+(?:(?!in\b|during\b|and\b|after\b|with\b|including\b|from\b|by\b|as\b|when\b|who\b|which\b|for\b|on\b|amid\b|at\b)[\w’'-]+\s+){1,4}?(?:hits?|strikes?|struck|kills?|attacks?|shells?|bombs?|targets?|storms?|raids?|seizes?|captures?|destroys?|leaves?|claims?|fires?|launch(?:es)?|pounds?|raze[sd]?|torch(?:es)?|down|downs|shoots?)\b"
)
#: "Nine killed, soldiers say, in X": who tells it, no other news.
_GOES_ON = re.compile(r"\b(?:says?|said|reports?|tells?)\b|[,;]\s+(?:leaves?|kills?|killing|leaving)\b")
#: "A strike in X killed six and another in Y two": another deed begins.
_AND_ANOTHER = re.compile(
    r"\band\s+another\s+(?:on|in|at|near|outside|(?:air\s?)?strike|attack|raid|blast|bomb|drone|missile|shell|explosion|bombing|ambush)\b"
)
#: "They freed 52 prisoners, while in the hamlet of X they killed …": the place opens another clause.
_OPENS_NEXT = re.compile(
    r"[,;]\s+(?:while|whereas|but|and)\s+(?:in|at|near|outside|on)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,4}\Z"
)
#: Within so many characters numbers stand that are told "respectively".
_TURN = 60
_BORDER = re.compile(r"\bborder(?:\s+(?:strip|area|zone))?\b")
_WHERE = re.compile(r",?\s+where\b")
_AND = re.compile(r"^,?\s+and\s|,\s+and\s+$")
_BROUGHT = frozenset(
    {"bodies", "corpses", "remains", "dead", "wounded", "injured", "casualties", "patients", "victims"}
)
_QUARTER = re.compile(r"\s+(?:neighbou?rhood|district|quarter|suburb)\b", re.IGNORECASE)
#: Those of a place who are told of in another clause than the figure's.
_FOLK_OF = re.compile(
    r"(?:,|\band|\bwhile)\s[^,;]{0,30}?\b(?:residents|villagers|people|inhabitants|families|youths|elders|traders|farmers|townspeople)\s(?:of|from|in)\s(?:the\s)?(?:[a-z]+\s)?\Z"
)
_TO_IT = re.compile(r"\bto\s+(?:the\s+)?\Z")
#: What sets the next count off from the one before, which is then told of more than one place.
_SET_OFF = re.compile(r"[,;:—–(]|\b(?:but|while|including|among)\b")
_WHEN = re.compile(
    r"[^;:“”\"]{0,60}?\b(?:when|after|in\s+an?\s+(?:[\w-]+\s+)?(?:attack|strike|raid|ambush|blast|explosion)"
    r"|in\s+(?:(?:\w+\s+(?:days|hours|weeks)\s+of|the|an?)\s+)?(?:[a-z-]+\s+)?(?:shelling|fighting|clash(?:es)?|attacks?|strikes?|raids?|bombardment|explosions?|shoot-?outs?|gun\s?battles?))\b[^;:“”\"]*$"
)


def next_news(gap: str) -> bool:
    """Does the second news of a headline stand between: "Three killed in raids on villages, rebels fire at Hollen"?"""
    return _NEXT_NEWS.search(gap) is not None and _GOES_ON.search(gap) is None


class SentencePlaces(OwnPlaces):
    """The places of a figure's own sentence, each weighed by how near it stands to the figure."""

    #: The figures that were asked about last, and (start, index) of each in the order of their starts.
    _drafts: list[Draft] | None = None
    _order: list[tuple[int, int]]

    def _between(self, drafts: list[Draft], start: int, end: int) -> list[Draft]:
        """Those of the figures that begin in `[start, end)`, in their order."""
        if self._drafts is not drafts:
            self._drafts, self._order = drafts, sorted((d.start, at) for at, d in enumerate(drafts))
        first, last = bisect_left(self._order, (start, -1)), bisect_left(self._order, (end, -1))
        return [drafts[at] for at in sorted(at for _, at in self._order[first:last])]

    def _inside(self, draft: Draft, start: int, end: int) -> list[PlaceMention]:
        """The places of the figure's sentence that may be its own; what a quotation names is of that alone."""
        return [
            m
            for m in self.places_in(start, end)
            if not self._of_source(m) and not (draft.piece.kind == "frame" and self.quoted(m))
        ]

    def own_place(self, draft: Draft, frame: Frame | None, drafts: list[Draft]) -> Placed | None:
        """The place that the figure's own sentence names for it, or None."""
        found = draft.counted
        if found is None:
            return None
        text = self.parsed.text
        start, end = self.sentence(draft.piece, found.first)
        inside = self._inside(draft, start, end)
        if (each := self._respective(draft, inside, drafts, end)) is not None:
            return Placed(self._name(each), NAMED, each)
        best: tuple[float, PlaceMention] | None = None
        cue = (
            frame.piece.start(frame.cue)
            if frame is not None and frame.cue is not None and frame.piece is draft.piece
            else None
        )
        others = [d for d in self._between(drafts, start, end) if d is not draft]
        told_first = any(m.end <= draft.start and m.kind != "country" and self.names_place(m) for m in inside)
        headline = self.parsed.paragraphs[draft.paragraph].headline
        for mention in inside:
            where = mention.end <= draft.start and _WHERE.match(text, mention.end) is not None
            where = where and not no_scene(text, mention.start, mention.end)
            # "In the X region, where a missile hit a hostel in the town of Y, five died": in Y.
            where = where and not any(
                m.kind in ("city", "site") and mention.end < m.start < draft.start and self.names_place(m)
                for m in inside
            )
            if not (where or self._prepositioned(mention)) or self.owns(mention):
                continue
            if self._is_goal(draft, mention) or self.locates(mention):
                continue
            if draft.listed and found.noun is None and mention.start < draft.start:
                continue  # an item of a list by region names its own, or none
            if mention.start >= draft.end:
                gap = text[draft.end : mention.start]
                if AS_WHEN.search(gap) and draft.paragraph == 0:
                    continue  # "11 killed in a strike as envoys meet in Muscat"
                if headline and next_news(gap):
                    continue  # "Three killed in raids on villages, rebels fire rockets at Hollen"
                if THE_REST.search(gap) or self._of_contrast(draft, mention, others):
                    continue  # "47 drones: 21 over one region, with the rest falling in another"
                if self._of_part(draft, mention, others):
                    continue  # "141 drones, nine of which over the Moscow region": the place of the nine
                crossed = sum(1 for d in others if draft.end <= d.start < mention.start)
                if _OPENS_NEXT.search(gap) and text[mention.end : mention.end + 1] not in (".", ";"):
                    continue
                if NEW_CLAUSE.search(gap):
                    continue  # "38 were killed; it said an attack at the prison had been repelled"
                cost = 0.06 * len(gap.split()) + 0.5 * crossed + 1.2 * gap.count(";")
                cost += 0.8 * (_AND_ANOTHER.search(gap) is not None)
                cost += 0.5 * len(
                    re.findall(r",\s+(?:and|while|but|with|as)\b|\b(?:while|but|after|when)\b", gap)
                )
            else:
                gap = text[mention.end : draft.start]
                crossed = sum(1 for d in others if mention.end <= d.start < draft.start)
                cost = 0.7 + 0.05 * len(gap.split()) + 0.45 * crossed + 1.2 * gap.count(";")
                cost -= 1.2 * where  # "in X, where four were wounded"
                cost += 0.5 * (_AND.search(gap) is not None)  # "three over the sea and one in the country"
            if (
                mention.start >= draft.end
                and told_first
                and (_AFTER_ANOTHER.search(gap) or (headline and _NEXT_NEWS.search(gap)))
            ):
                cost += 0.8  # "A strike on X kills 14 after rockets fired on Y"
            if mention.start >= draft.end and told_first and _FOLK_OF.search(gap):
                cost += 0.8  # "The attack on X killed nine, and residents of Y fled"
            sent = draft.measure in HURT | HELD and mention.start >= draft.end and told_first
            if sent and _TO_IT.search(text, max(0, mention.start - 8), mention.start):
                cost += 0.8  # "In X, police held three men suspected of sending money to Y"
            cost += {"country": 0.7, "region": 0.3, "sea": 0.6, "other": 0.5}.get(mention.kind, 0.0)
            if cue is not None and min(draft.end, mention.end) <= cue < max(draft.start, mention.start):
                cost += 0.8  # "… said on Thursday, Independence Day in Congo": the far side of who says so
            if best is None or cost < best[0]:
                best = (cost, mention)
        if best is not None:
            found_in = self._nearer_in(draft, best[1], inside, others)
            exact = self._most_specific(self._first_of_list(found_in))
            return Placed(self._name(exact), NAMED, exact)
        return None

    def _respective(
        self, draft: Draft, inside: list[PlaceMention], drafts: list[Draft], end: int
    ) -> PlaceMention | None:
        """ "They hit a mill in X and a tower in Y, killing six and two people respectively": the place in its turn."""
        word = self.parsed.text.find("respectively", draft.end, min(end, draft.end + _TURN))
        if word < 0:
            return None
        start = draft.start - _TURN
        alike = [d for d in self._between(drafts, max(0, start), word) if d.measure == draft.measure]
        towns = [m for m in inside if m.end <= alike[0].start and self.names_place(m) and not self.locates(m)]
        towns = [m for m in towns if m.kind == towns[-1].kind]
        return towns[alike.index(draft)] if len(towns) == len(alike) > 1 else None

    def _nearer_in(
        self, draft: Draft, wide: PlaceMention, inside: list[PlaceMention], others: list[Draft]
    ) -> PlaceMention:
        """ "killed in Thailand when rockets hit a shop in one district": the narrower place told of the same deed."""
        text = self.parsed.text
        if wide.kind == "city" and wide.end <= draft.start:
            for mention in inside:
                quarter = _QUARTER.match(text, mention.end) or _QUARTER.search(mention.name)
                if mention.start > draft.end and quarter and _WHEN.match(text[draft.end : mention.start]):
                    return mention  # "In Port-au-Prince, five died when a drone hit a house in the X neighbourhood"
        if wide.kind not in ("country", "region") or draft.start <= wide.start < draft.end:
            return wide
        opens = wide.end <= draft.start  # "In the province of X, 13 died when … near Y"
        for mention in inside:
            if mention.start <= max(wide.end, draft.end) or not lies_in(mention, wide):
                continue
            gap = text[max(wide.end, draft.end) : mention.start]
            if opens and self.locates(mention):
                return wide
            between = [
                d for d in others if draft.end <= d.start < mention.start and d.measure not in SET_APART
            ]
            # "Three died and nine were hurt in shelling of X": of one deed, unless the nine are set off.
            counts = any(d.part_of is not None or _SET_OFF.search(text, draft.end, d.start) for d in between)
            if counts or not _WHEN.match(gap):
                return wide
            if self.names_place(mention) and not self._is_goal(draft, mention) and not self.owns(mention):
                return mention
        return wide

    def _is_goal(self, draft: Draft, mention: PlaceMention) -> bool:
        """Is the place the other end of a way, or where the hurt were taken or others met?"""
        mention = self._first_of_list(mention)  # "launched from the X and Y directions"
        text, start = self.parsed.text, mention.start
        if draft.measure in HURT and text[draft.end : start].strip() == "from":
            # "two peacekeepers from Zambia", but "it received 142 bodies from X"
            return (
                draft.counted is None
                or draft.counted.noun is None
                or draft.counted.noun.lower_ not in _BROUGHT
            )
        if start < draft.start and draft.measure not in WEAPON_MEASURES and went_in(text, start, mention.end):
            return False  # "soldiers crossed into X and seized three": those who went did it there
        if draft.measure == "displaced" and _BORDER.search(mention.name):
            return False  # "fled towards the Burundian border": there they are counted
        if whence(text, start, mention.end):
            return True  # "artillery positioned in X shelled Y"
        if draft.measure not in ("displaced", "evacuated", "affected") and of_home(text, start):
            return True  # "police sent from X killed eight gunmen"
        beside = len(text[draft.end : start].split()) == 1  # "nine were flown out: four to Goma"
        if of_other_end(text, start, draft.measure) and not (beside and draft.measure not in WEAPON_MEASURES):
            return True
        if draft.measure in HURT:  # "two died in a hospital in Bouar", "… after talks in Doha"
            return of_hospital(text, start, mention.end) or of_talks(text, start) or of_burial(text, start)
        if draft.measure == "released" and of_capture(text, start):
            return True  # "the soldiers freed include those captured in Mariupol"
        if draft.measure in ("destroyed", "damaged") and start > draft.end and nursed_at(text, start):
            return True  # "200 houses were razed, and 27 people are being treated in X"
        if draft.measure in HELD and of_gathering(text, start):
            return True  # "families of the 20 hostages called a protest in Tel Aviv"
        return draft.measure in WEAPON_MEASURES and of_talks(text, start)

    def _of_contrast(self, draft: Draft, mention: PlaceMention, others: list[Draft]) -> bool:
        """ "11 were shot down, while four hit a depot in X": a place of the clause that counts others."""
        text = self.parsed.text
        return any(
            draft.end <= d.start < mention.start and _CONTRAST.search(text, draft.end, d.start)
            for d in others
        )

    def _of_part(self, draft: Draft, mention: PlaceMention, others: list[Draft]) -> bool:
        """Does a part that is told between the figure and the place own the place?

        "Five villages: three in the countryside and two in the province", but not
        "41 people, among them 13 children, drowned off the coast".
        """
        for other in others if mention.kind != "country" else ():  # "18 in Norvia and nine in Ostra"
            if draft.end <= other.start < mention.start and other.part_of is not None:
                if other.part_of is not draft and other.part_of.start < draft.start:
                    continue
                if "," not in self.parsed.text[other.end : mention.start]:
                    return True
        return False
