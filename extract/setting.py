"""Where and when a figure belongs: places and time words of its sentence, its paragraph, the lead.

Every answer comes with the rule that gave it; where nothing says, the answer is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.agents import actor_of
from extract.backrefs import turns
from extract.carrying import ATTACKED, FOUGHT, THE_ATTACK, Carrying
from extract.drafts import same_sentence
from extract.group import lies_in
from extract.mentions import PlaceMention
from extract.model import SET_APART
from extract.ownplaces import (
    CARRIED,
    EARLIER,
    LABEL,
    MEDICS,
    NAMED,
    OFFICIAL,
    RESIDENTS,
    Placed,
    national,
)
from extract.placegrammar import WEAPON_MEASURES, goes_on, of_hospital
from extract.places import demonym, table
from extract.pointers import handed_on
from extract.salvos import one_salvo, over_land, over_provinces
from extract.sentenceplaces import AS_WHEN, HELD, HURT, NEW_CLAUSE, THE_REST, next_news
from extract.wordlists import countries

if TYPE_CHECKING:
    from extract.daysoftold import Tellings
    from extract.drafts import Draft
    from extract.frames import Frame

__all__ = ["CARRIED", "EARLIER", "NAMED", "OFFICIAL", "Placed", "Setting"]

#: How far another sentence is looked at, in characters.
_NEAR = 600
_FORCES = re.compile(
    r"\b(?:air force|defen[cs]e ministry|ministry of defen[cs]e|general staff|military|armed forces|air defen[cs]es?)\b",
    re.IGNORECASE,
)
_AIR_DEFENCES = re.compile(r"\bair\s+defen[cs]es?\b", re.IGNORECASE)
_BOTH_SIDES = re.compile(
    r"\bheld\s+(?:\w+\s+)?by\s+(?:the\s+two|both|each|either)\s+(?:sides?|part(?:y|ies))\b", re.IGNORECASE
)
_PRISONERS = re.compile(r"\b(?:prisoners?|detainees?|pows?)\b", re.IGNORECASE)

_OF_THEM = re.compile(r"[\w-]+\s+of\s+(?:them|whom|those)\b")
#: What makes of a town's name that of a road.
_ON_ROAD = re.compile(r"\s+(?:road|highway|motorway|railway|route|line)\b")


class Setting(Carrying):
    """Places and times of a parsed article, and which of them hold for a figure."""

    #: The deeds that it tells with their days, once its figures are read.
    tellings: Tellings | None = None

    def place(
        self, draft: Draft, frame: Frame | None, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """Where the figure belongs: its phrase, else sentence, claimant, paragraph, lead, dateline."""
        if draft.counted is None:
            return None
        if (whole := self._of_whole_beside(draft, done)) is not None:
            return whole
        named = (
            one_salvo(self.parsed.text, draft, drafts, done)
            or over_land(self.parsed.text, draft)
            or self.own_place(draft, frame, drafts)
        )
        if named is not None:
            return self._over_whole(draft, named, frame) or named
        found = self._labelled_place(draft, self._unnamed(draft, frame, drafts, done))
        if found is not None and draft.measure in HURT and (own := self.other_land(frame, found)) is not None:
            return own
        return found

    def _of_whole_beside(self, draft: Draft, done: dict[int, Placed | None]) -> Placed | None:
        """ "Five workers were wounded, one of them seriously": where those are of whom it is said right behind them."""
        whole = draft.part_of
        if whole is None or whole.start > draft.start or not same_sentence(whole, draft):
            return None
        placed, text = done.get(id(whole)), self.parsed.text
        if (
            placed is None
            or self.places_in(whole.end, draft.start)
            or _OF_THEM.match(text, draft.start) is None
        ):
            return None
        if draft.counted is None or self.places_in(
            draft.end, self.sentence(draft.piece, draft.counted.first)[1]
        ):
            return None  # "…, two of them in X"
        return Placed(placed.name, "that of the whole it is a part of", placed.mention)

    def _labelled_place(self, draft: Draft, found: Placed | None) -> Placed | None:
        """The place of the heading or label that the figure stands under, rather than one told before that."""
        label = self.labels.over(draft.paragraph)
        if label is None or label.mention.start > draft.start:
            return found
        under = Placed(self._name(label.mention), LABEL, label.mention)
        if found is None:
            return under if draft.measure not in SET_APART else None
        if found.why == OFFICIAL:
            return under if lies_in(label.mention, found.mention) else found
        told = found.mention is not None and found.mention.start >= label.mention.start
        if told or found.why not in CARRIED | {EARLIER}:
            return found
        return under

    def _unnamed(
        self, draft: Draft, frame: Frame | None, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """What is pointed at or told around the figure, where its own sentence does not name it plainly."""
        if draft.counted is None:
            return None
        text = self.parsed.text
        start, end = self.sentence(draft.piece, draft.counted.first)
        inside = self._inside(draft, start, end)
        others = [d for d in drafts if d is not draft and start <= d.start < end]
        wide = self._exchanged(draft) or over_provinces(text, draft, (start, end))
        if wide is not None:
            return wide
        if not inside and (town := self.of_that_attack(start)) is not None:
            return Placed(self._name(town), "that of the attack told before", town)
        if (pointed := self._there(draft, start, end, drafts, done)) is not None:
            return pointed
        if (pointed := self._pointed_at(draft, start, end, frame)) is not None:
            return pointed
        for mention in inside:
            if self._of_part(draft, mention, others) or AS_WHEN.search(text[draft.end : mention.start]):
                continue
            gap = text[draft.end : mention.start]
            if self._is_goal(draft, mention) or THE_REST.search(gap) or NEW_CLAUSE.search(gap):
                continue
            if self.aside(mention) or (self.parsed.paragraphs[draft.paragraph].headline and next_news(gap)):
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
        """What the words around the sentence tell, and at last where the hospital stands that counted."""
        found = self._before(draft, frame, drafts, done, start)
        if found is not None or draft.measure not in HURT or draft.counted is None:
            return found
        if (own := self._witness_place(frame, MEDICS)) is not None:
            return own
        for mention in self.places_in(*self.sentence(draft.piece, draft.counted.first)):
            if of_hospital(self.parsed.text, mention.start, mention.end):
                return Placed(self._name(mention), "the place of the hospital", mention)
        return None

    def _before(
        self,
        draft: Draft,
        frame: Frame | None,
        drafts: list[Draft],
        done: dict[int, Placed | None],
        start: int,
    ) -> Placed | None:
        paragraph, text = self.parsed.paragraphs[draft.paragraph], self.parsed.text
        if draft.part_of is not None and (whole := done.get(id(draft.part_of))) is not None:
            if (town := self._of_one_of_several(draft, whole, start)) is not None:
                return Placed(self._name(town), EARLIER, town)
            return Placed(whole.name, "that of the whole it is a part of", whole.mention)
        if draft.counted is not None and draft.counted.noun is not None:
            people = demonym(draft.counted.noun.text)
            printed = people is not None and f"{people.country_name or people.name}" in self.parsed.text
            land = people.country_name or people.name if people is not None else ""
            # … but of foreigners killed in a town that the paragraph told of, that town
            abroad = any(
                m.kind in ("city", "site") and m.place.country not in (None, table().country_code(land))
                for m in self.places_in(paragraph.start, start)
            )
            if people is not None and printed and draft.counted.kind == "person" and not abroad:
                return Placed(land, "the country of those counted")
        if (whole_country := self._of_the_war(draft, frame) or self._along_the_front(draft)) is not None:
            return whole_country
        earlier = [
            m
            for m in self.places_in(paragraph.start, start)
            if m.kind != "country" and self.names_place(m) and not self.locates(m)
        ]
        earlier = [m for m in earlier if not self._is_goal(draft, m)]
        earlier = [m for m in earlier if not self._by_the_way(m, drafts)] or earlier
        # "At a checkpoint in X, on the Y road": the road only says which X.
        earlier = [m for m in earlier if not _ON_ROAD.match(self.parsed.text, m.end)] or earlier
        alone = not earlier or (
            not FOUGHT.search(self.parsed.text, max(paragraph.start, start - 2 * _NEAR), start)
            and not any(d.paragraph == draft.paragraph and d.start < start for d in drafts)
        )
        if alone and (told := self._told_before(draft, drafts, done)) is not None:
            return told
        weapon = draft.measure in WEAPON_MEASURES
        # "The army said it struck 100 targets": what a force does itself falls on others.
        own_deed = (
            draft.measure != "shot_down"
            and frame is not None
            and frame.source is not None
            and actor_of(draft, frame) == frame.source.side
        )
        if weapon and not own_deed and (own := self._claimant_country(frame)) is not None:
            return own
        if weapon and frame is not None and frame.source is not None and _FORCES.search(frame.source.name):
            # "The air force said Russia used 131 drones": a whole country's count, never a town's.
            if (attacked := self._other_side(draft)) is not None:
                return attacked
            return self._same_count(draft, frame, drafts, done) or self._defended(draft)
        if weapon and not earlier and (own := self._defended(draft)) is not None:
            return own
        if (own := self._claimant_place(frame)) is not None and not weapon:
            # "A house was hit in X, the governor of the region said. Nine people were wounded": in X.
            town = self._most_specific(earlier[-1]) if earlier else None
            source = frame.source_start if frame is not None else None
            if town is not None and town.kind in ("city", "site") and goes_on(text, town.end, source, start):
                return Placed(self._name(town), EARLIER, town)
            if (town := self._town_of_seat(draft, own, earlier)) is not None:
                return Placed(self._name(town), EARLIER, town)
            return self._not_of_seat(draft, own, drafts, done) or own
        if not weapon and not earlier and (own := self._witness_place(frame, RESIDENTS)) is not None:
            return own
        if earlier:
            last = self._most_specific(self._first_of_list(earlier[-1]))
            last = self._of_region(draft, earlier, drafts, done) or last
            return Placed(self._name(last), EARLIER, last)
        entry = self.entries.get(paragraph.start)  # of a timeline: nothing of it was where the one before was
        elsewhere = turns(self.parsed.text, paragraph.start, loose=True) or (
            entry is not None and entry.start >= paragraph.start
        )
        if (country := self._of_months(draft)) is not None:
            return self._counted_before(draft, drafts, done) or country
        if (freed := self._of_exchange(draft, drafts, done)) is not None:
            return freed
        if (carried := self._carried(draft, drafts, done, elsewhere=elsewhere)) is not None:
            return carried
        if elsewhere:
            return None
        if (country := self._of_days_of_flight(draft)) is not None:
            return country
        here = self.sentence(draft.piece, draft.counted.first) if draft.counted is not None else (0, 0)
        for low, high, why in ((*self.lead, "named in the lead"), (0, self.lead[0], "named in the headline")):
            named = [
                m
                for m in self.places_in(low, high)
                if not self._of_source(m)
                and self._prepositioned(m)
                and not self._is_goal(draft, m)
                and not here[0] <= m.start < here[1]
                and not self._told_of_others(draft, here[1], m, drafts)
                and not any(d.part_of is draft and d.start < m.start for d in drafts)
            ]
            if named:
                exact = self._most_specific(next((m for m in named if m.kind != "country"), named[0]))
                return Placed(self._name(exact), why, exact)
        return self.from_dateline

    def _by_the_way(self, mention: PlaceMention, drafts: list[Draft]) -> bool:
        """ "Gunmen attacked X, two days after a bomb went off in Y. Five died": Y, of which nothing is counted, is not where."""
        span = self.told_aside(mention.start)
        return span is not None and not any(
            span[0] <= d.start < span[1] and d.measure not in (*SET_APART, "other") for d in drafts
        )

    def _of_exchange(
        self, draft: Draft, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """Prisoners that two sides free go where no place is told: the place of those freed before, else the land."""
        if draft.measure not in HELD or draft.counted is None:
            return None
        if _BOTH_SIDES.search(draft.counted.first.sent.text):
            return self._land("the country in which they were held")  # "1,800 are held by the two sides"
        if draft.measure != "released":
            return None
        for other in reversed(drafts):
            kept = done.get(id(other))
            if other.start >= draft.start or other.measure != "released" or other.part_of is not None:
                continue
            if kept is not None:
                return Placed(kept.name, "that of the figure before", kept.mention)
        freed = _PRISONERS.search(f"{draft.unit or ''} {draft.counted.first.sent.text}") is not None
        return self._land("the country in which they were held") if freed else None

    def _told_of_others(self, draft: Draft, end: int, mention: PlaceMention, drafts: list[Draft]) -> bool:
        """Does a later sentence name the place for a count of its own ("In the next region, one woman died")?"""
        if mention.start < end or self.parsed.paragraphs[draft.paragraph].headline:
            return False
        if mention.start - end > _NEAR:
            return True
        for other in drafts[bisect_left(drafts, end, key=lambda d: d.start) :]:
            if other.start > mention.start + _NEAR:
                break
            if other.measure in SET_APART or other.counted is None:
                continue
            low, high = self.sentence(other.piece, other.counted.first)
            if low <= mention.start < high and draft not in (other.part_of, other.same_as):
                return other.number.value != draft.number.value
        return False

    def _told_before(
        self, draft: Draft, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """ "The clashes erupted when …", "the strike had killed 40": the place of what was told before."""
        if draft.counted is None or not THE_ATTACK.search(draft.counted.first.sent.text):
            return None
        if (told := self._told_above(draft, drafts)) is not None:
            return told
        for other in reversed(drafts):
            if other.start >= draft.start or same_sentence(other, draft):
                continue
            if other.paragraph < draft.paragraph and self._recalled(other):
                continue
            if draft.paragraph - other.paragraph > 3:
                return None
            kept = handed_on(other, done)
            if kept is not None and other.measure not in SET_APART | WEAPON_MEASURES:
                return Placed(kept.name, "that of the attack told before", kept.mention)
        return None

    def _defended(self, draft: Draft) -> Placed | None:
        """ "MOSCOW. … Air defenses shot down nine rockets, the Defense Ministry said": over the land of the dateline."""
        if draft.measure != "shot_down" or draft.counted is None:
            return None
        if not _AIR_DEFENCES.search(draft.counted.first.sent.text):
            return None
        if (did := actor_of(draft, None)) in countries():  # "Norvia's air defences downed 38 drones"
            return Placed(did or "", "the country of the air defences")
        if not self.dateline:
            return None
        seat = table().metonym(self.dateline.partition(",")[0].strip().title())
        name = (seat.country_name or seat.name) if seat is not None else None
        return Placed(name, "the country of the air defences") if name is not None else None

    def _told_above(self, draft: Draft, drafts: list[Draft]) -> Placed | None:
        """ "The first clash took place near X." and below "During the fighting, nine were killed": near X."""
        if draft.paragraph == 0 or any(
            d.paragraph == draft.paragraph - 1 and d.measure not in SET_APART for d in drafts
        ):
            return None
        above = self.parsed.paragraphs[draft.paragraph - 1]
        if above.headline or not ATTACKED.search(self.parsed.text, above.start, above.end):
            return None
        towns = [
            m
            for m in self.places_in(above.start, above.end)
            if m.kind in ("city", "site", "point")
            and self.names_place(m)
            and not self.owns(m)
            and not self.locates(m)
        ]
        if not towns:
            return None
        return Placed(self._name(towns[0]), "that of the attack told before", towns[0])

    def _same_count(
        self, draft: Draft, frame: Frame, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """The force that counted the drones launched goes on counting: the place of the figure before."""
        for other in reversed(drafts):
            if other.start < draft.start and draft.paragraph - other.paragraph <= 1:
                kept = done.get(id(other))
                if other.measure in WEAPON_MEASURES and kept is not None and national(kept):
                    return Placed(kept.name, "that of the figure before", kept.mention)
        return None
