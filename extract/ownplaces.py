"""The place that a claimant speaks for: a governor's region, a ministry's country, the land of the war."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.agents import actor_of
from extract.backrefs import one_deed, paragraph_of
from extract.drafts import PEOPLE
from extract.mentions import PlaceMention
from extract.named import Named
from extract.parties import noun_phrase, side_in
from extract.places import Place, country_context, ground_country, printed_country, table
from extract.speechplaces import spoken_at
from extract.wordlists import sides

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame

_DEFENCES = re.compile(
    r"\bair\s+defen[cs]es?\b(?:\s+\w+){0,4}?\s+(?:shot|destroy|down|intercept|repel|neutrali)", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
#: What a ministry's daily bulletin counts: "over the past 24 hours", "in the last day".
_PAST_DAY = re.compile(
    r"\b(?:over|in|during|within|for)\s+the\s+(?:past|last|previous|preceding)\s+(?:day|(?:24|48|72)\s+hours)\b|\bin\s+(?:its|a|the)\s+daily\s+(?:update|bulletin|report|statement|briefing)\b",
    re.IGNORECASE,
)
_ARRIVED = re.compile(
    r"\b(?:have|has|had)\s+(?:since\s+)?(?:arrived|reached|been\s+(?:registered|received))\b"
)
_DAYS = re.compile(
    r"\b(?:in|over|during|within|for)\s+the\s+(?:past|last)\s+(?:[\w-]+\s+)?(?:days|hours|week)\b"
)
_NAMES_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTHS = re.compile(
    rf"\b(?:last|this|per|each)\s+(?:year|month)\b|\bsince\s+(?:the\s+(?:start|beginning)\s+of\b|(?:early|late|mid-?)?\s*{_NAMES_MONTH}|\d{{4}}|last\s+\w+)"
    rf"|\bin\s+(?:the\s+(?:first|last|past)\s+(?:[\w-]+\s+)?(?:weeks|months|years|half|quarter)|{_NAMES_MONTH}\s+alone)"
    rf"|\b(?:over|during|for)\s+the\s+(?:past|last)\s+(?:[\w-]+\s+)?(?:weeks|months?|years?)|\bso\s+far\s+this\s+year|\ba\s+(?:month|year)\b"
)
#: How long those were held who are counted: no span of the count's own.
_HELD_SINCE = re.compile(
    r"\b(?:held|detained|captive|imprisoned|jailed|kidnapped|abducted|captured|missing|arrested|taken)\s+(?:hostage\s+|captive\s+|prisoner\s+)?(?:since|in|last)\s+(?:the\s+)?[\w-]+(?:\s+\d{4})?"
)
_MONTH = re.compile(rf"\bin\s+{_NAMES_MONTH}\b(?!\s+\d)")
_PERFECT = re.compile(r"\b(?:has|have)\b")
_WAR = re.compile(
    r"\bthe\s+(?:\w+\s+)?(?:war|conflict|insurgency)(?:,[^.;]{0,80},)?\s+(?:has|had|that|which|began|broke)\b|\b(?:in|since|during|(?<!prisoners\s)(?<!prisoner\s)of)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:war|conflict|invasion)\b(?!\s+crimes?)|\bsince\s+(?:the\s+)?(?:fighting|conflict|violence|hostilities|war|exchange\s+of\s+fire)\s+(?:began|broke|erupted|started|resumed|restarted|flared|reignited|escalated)",
    re.IGNORECASE,
)

#: "Syria's war has killed …", "the war in Yemen has killed …".
_WHOSE_WAR = re.compile(
    r"\b(?:(?P<owner>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)[’']s?\s+(?:[\w-]+\s+){0,2}?(?:war|conflict|insurgency)|[Tt]he\s+(?:[\w-]+\s+){0,2}?(?:war|conflict|insurgency)\s+in\s+(?P<land>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?))\s+has\b"
)
#: "The war began in April 2023 with …": what stands beneath it counts the war, if it counts up to now.
_WAR_TOLD = re.compile(
    r"\b[Tt]he\s+(?:[\w’'-]+\s+){0,3}?(?:war|conflict|insurgency|rebellion|uprising)\b[^.;]{0,100}\b(?:began|broke\s+out|erupted|started|flared|ignited|entered|since)\b"
)

#: Why a place holds when it stands in the figure's own sentence.
NAMED = "named in the sentence"
#: Why a place holds that the sentences before in the paragraph name.
EARLIER = "named earlier in the paragraph"
#: Why a place holds that a heading or the opening of an item names.
LABEL = "the heading that it stands under"
#: Why a place holds that was told of something before.
CARRIED = frozenset(
    [
        "that of the figure before",
        "that of the attack told before",
        "named in the lead",
        "named in the headline",
    ]
)
#: Why a place holds that is the claimant's own.
OFFICIAL = "the place of the official who says so"
#: Those who tell of what they saw where they live.
RESIDENTS = re.compile(
    r"\b(?:residents?|villagers?|neighbou?rs?|locals?|elders?|inhabitants?|witness(?:es)?|farmers?|survivors?|relatives?|traders?)\b",
    re.IGNORECASE,
)
#: Those who count the hurt that come to them.
MEDICS = re.compile(
    r"\b(?:doctors?|medics?|hospitals?|clinics?|nurses?|surgeons?|paramedics?|rescuers?|ambulance|medical|health)\b",
    re.IGNORECASE,
)
#: Those who count the hurt of their own country only.
_COUNTS_ITS_OWN = re.compile(
    r"\b(?:authorities|counterpart|health|interior|emergenc(?:y|ies)|civil\s+(?:defen[cs]e|protection)|ambulance|red\s+(?:cross|crescent)|police)\b",
    re.IGNORECASE,
)
_ANY_OFFICIAL = re.compile(
    r"\b(?:an?|one|two|three|some|several|another|other|senior|unnamed)\s+(?:[\w.’'-]+\s+){0,4}?officials?\b"
)
_IN = re.compile(r"\s+(?:in|of|from|at|near)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:of\s+)?")
_HEADS = re.compile(r"\b(?:Gov(?:ernor|\.)|Mayor|[Hh]ead)\b")


@dataclass(frozen=True, slots=True)
class Placed:
    """A place as it is kept, the mention it was read from, and the rule."""

    name: str
    why: str
    mention: PlaceMention | None = None


def national(placed: Placed) -> bool:
    """Is it a whole country's?"""
    return placed.mention is None or placed.mention.kind == "country"


def since(sentence: str) -> bool:
    """Does the sentence count what happened over a span of its own ("since the truce", "so far this year")?"""
    return any(span.search(sentence) for span in (_SINCE, _MONTHS, _WAR))


def up_to_now(sentence: str) -> bool:
    """Does the sentence count up to now ("has killed", "have fled")?"""
    return _PERFECT.search(sentence) is not None


#: A front as a whole, of which no town was told.
_FRONT = re.compile(
    r"\b(?:along|on|across|at)\s+the\s+(?:(?:entire|whole|\d[\d,]*-?\s?(?:km|kilomet(?:er|re))|eastern|southern)\s+)?(?:front(?:\s?-?line)?s?|line\s+of\s+(?:combat\s+)?(?:contact|engagement))\b(?!\s+(?:town|city|village|near|in|of|at|position)\b)"
)


class OwnPlaces(Named):
    """Places told by who speaks or by the dateline, where no place is named for what is told."""

    #: As printed: "HOLLEN, Syria", "KYIV and LONDON"; None where there is none.
    dateline: str | None = None

    @functools.cached_property
    def _titles(self) -> list[int]:
        """Where governors, mayors and heads of districts are named."""
        return [m.start() for m in _HEADS.finditer(self.parsed.text)]

    @functools.cached_property
    def from_dateline(self) -> Placed | None:
        """The town of the dateline, where the lead names no place; a capital is where reporters sit."""
        if not self.dateline or any(m.kind != "country" for m in self.places_in(*self.lead)):
            return None
        town, _, wider = (part.strip() for part in self.dateline.partition(","))
        start = self.parsed.text.find(town)
        if not town or start < 0 or re.search(r"/| and ", town):
            return None
        name = town.title() if town.isupper() else town
        land = table().country_code(wider.title() if wider.isupper() else wider) if wider else None
        place = table().lookup(name, (land,) if land else country_context(self.parsed.text))
        if place is not None and (place.kind == "country" or table().metonym(name) is not None):
            return None
        if place is None or (land and place.country != land):
            place = Place(name, "city", land, wider or None, None, None, None)
        return Placed(name, "the dateline", PlaceMention(start, start + len(town), name, place.kind, place))

    def _of_ministry(self, frame: Frame) -> Placed | None:
        """A national ministry's count is of its country, an authority's of its territory."""
        if frame.source is None:
            return None
        told = f"{frame.source.name} {frame.source.role or ''}"
        if not re.search(r"\b(?:ministry|minister|ministerial|government|presidency)\b", told, re.IGNORECASE):
            return None
        for mention in self.mentions:
            if mention.kind in ("country", "region") and re.search(rf"\b{re.escape(mention.name)}\b", told):
                return Placed(mention.name, "the place of the ministry that says so", mention)
        if frame.source.side and f"{frame.source.side}" in self.parsed.text:
            return Placed(frame.source.side, "the country of the ministry that says so")
        return None

    def other_land(self, frame: Frame | None, found: Placed) -> Placed | None:
        """A health ministry counts the hurt of its own country, whatever town of another was named before; else None."""
        if frame is None or frame.source is None or found.mention is None:
            return None
        # "The Israeli ambulance service": a body that stands in no list, by the word before it.
        side = frame.source.side or sides().get(frame.source.name.split()[0].casefold())
        if side is None:
            return None
        if _COUNTS_ITS_OWN.search(f"{frame.source.name} {frame.source.role or ''}") is None:
            return None
        code, there = table().country_code(side), found.mention.place.country
        if code is None or there is None or code == there:
            return None
        return Placed(printed_country(side, self.parsed.text), "the country of those who count its hurt")

    def _of_the_war(self, draft: Draft, frame: Frame | None) -> Placed | None:
        """ "150,000 have died since the war began": a count of the whole country's, never of the town told of."""
        if draft.counted is None or draft.measure not in PEOPLE:
            return None
        sentence = draft.counted.first.sent.text
        if (whose := _WHOSE_WAR.search(sentence)) is not None:
            land = table().country(table().country_code(whose["owner"] or whose["land"]))
            if land is not None:
                return Placed(printed_country(land.name, self.parsed.text), "a count of the whole war")
        if _WAR.search(sentence) is None and not self._in_war(draft, sentence):
            if frame is None or frame.source is None:
                return None
            # A health ministry's day is its country's; a defence ministry's is that of the front it tells of.
            daily = _PAST_DAY.search(sentence) and _COUNTS_ITS_OWN.search(frame.source.name)
            return self._of_ministry(frame) if daily or _SINCE.search(sentence) else None
        own = frame is not None and frame.source is not None and _COUNTS_ITS_OWN.search(frame.source.name)
        return (self._of_ministry(frame) if own and frame is not None else None) or self._land(
            "a count of the whole war"
        )

    def _in_war(self, draft: Draft, sentence: str) -> bool:
        """ "The war began in 2023. It has killed more than 40,000 people": does the paragraph open with the war?"""
        paragraph = self.parsed.paragraphs[draft.paragraph]
        if _WAR_TOLD.search(self.parsed.text, paragraph.start, draft.start) is None:
            return False
        return _PERFECT.search(sentence) is not None and not one_deed(sentence)

    def _of_months(self, draft: Draft) -> Placed | None:
        """ "31 aid workers were killed last year": a count of months is of the country, never of the town told of."""
        if draft.counted is None or draft.measure not in PEOPLE or draft.part_of is not None:
            return None
        if draft.reading is not None and draft.reading.role == "toll":
            return None
        sentence = _HELD_SINCE.sub("", draft.counted.first.sent.text)
        if one_deed(sentence):
            return None
        if _MONTHS.search(sentence) is None and not (_MONTH.search(sentence) and _PERFECT.search(sentence)):
            return None
        return self._land("a count of months in the whole country")

    def _of_days_of_flight(self, draft: Draft) -> Placed | None:
        """ "Some 45,000 have gone north in the past three days", told of no town: they left all over the country."""
        if draft.counted is None or draft.measure != "displaced" or draft.part_of is not None:
            return None
        sentence = draft.counted.first.sent.text
        if _ARRIVED.search(sentence) is not None:
            return None  # "640 families have arrived since Monday": where they came to
        if self.parsed.text[draft.end : draft.end + 30].lstrip().startswith(("from ", "in ", "around ")):
            return None  # "11,000 people from 14 villages on both banks"
        if draft.paragraph < 3 or not up_to_now(sentence) or not (since(sentence) or _DAYS.search(sentence)):
            return None
        return self._land("a count of days of flight in the whole country")

    def _along_the_front(self, draft: Draft) -> Placed | None:
        """ "Along the front line, 142 clashes took place": in the country, wherever something was told before."""
        if draft.counted is None or draft.measure not in ("attacks", "casualties", "lost_equipment"):
            return None
        front = "front" in draft.counted.first.sent.text or "contact" in draft.counted.first.sent.text
        if not front or _FRONT.search(draft.counted.first.sent.text) is None:
            return None
        return self._land("the country of the front")

    def _land(self, why: str) -> Placed | None:
        """The country in which the article places things, else the one it names most."""
        codes = [ground_country(self.parsed.text), *country_context(self.parsed.text)[:1]]
        place = next((found for code in codes if (found := table().country(code)) is not None), None)
        return Placed(printed_country(place.name, self.parsed.text), why) if place is not None else None

    def _other_side(self, draft: Draft) -> Placed | None:
        """The one other country of an article about two, where the sentence names the attacker's."""
        if draft.counted is None:
            return None
        codes = country_context(self.parsed.text)[:2]
        names = [found.country_name for code in codes if (found := table().country(code)) is not None]
        # "Norvia shot down 40 of 52 drones launched by Ostra": whoever sent them, not the one named first.
        did = actor_of(draft, None) if draft.measure in ("launched", "shot_down") else None
        told = did if did in names else side_in(draft.counted.first.sent, common=False)
        if len(names) != 2 or told is None or told not in names:
            return None
        noun = draft.counted.noun
        own = side_in(noun_phrase(noun), common=False) if noun is not None else None
        if own in names and draft.measure in ("shot_down", "launched", "hit"):
            told = (
                own  # "air defences destroyed 54 Norvian drones": those who sent them, over the other's land
            )
        elif did is not None and did == told and draft.measure == "shot_down":
            return Placed(told, "the country of those who shot them down")
        elif draft.measure in ("shot_down", "launched") and _DEFENCES.search(draft.counted.first.sent.text):
            return Placed(told, "the country of the air defences")
        other = names[1 - names.index(told)]
        return Placed(other, f"the other side of an attack by {told}") if other is not None else None

    def _witness_place(self, frame: Frame | None, who: re.Pattern[str]) -> Placed | None:
        """ "Residents of X said", "doctors in X said": the place of those who saw, or who took in the hurt."""
        if frame is None or frame.source_start is None or frame.source is None:
            return None
        low, end = frame.source_start, frame.source_end or frame.source_start
        if not who.search(self.parsed.text, low, end):
            return None
        for mention in self.places_in(low, end + 40):
            gap = self.parsed.text[end : mention.start] if mention.start > end else ""
            if mention.kind == "country" or (gap and not _IN.fullmatch(gap)):
                continue
            return Placed(self._name(mention), "the place of those who say so", mention)
        return None

    def _claimant_country(self, frame: Frame | None) -> Placed | None:
        """The country of the claimant's own forces, for weapons that came down on it."""
        if frame is None or frame.source is None or not frame.source.side:
            return None
        if frame.source.kind not in ("org", "person", "officials"):
            return None
        low = frame.source_start or 0
        if _ANY_OFFICIAL.search(self.parsed.text[max(0, low - 12) : low + 60]):
            return None  # "a U.S. defence official" may speak of any war
        if frame.source.kind == "org" and table().metonym(frame.source.name) is not None:
            return Placed(frame.source.side, "the country of the forces that say so")  # "Moscow said"
        if not re.search(
            r"air force|defen[cs]e|military|army|general staff|air command|forces|president|minister|government",
            f"{frame.source.name} {frame.source.role or ''}",
            re.IGNORECASE,
        ):
            return None
        return Placed(frame.source.side, "the country of the forces that say so")

    def _of_next_source(self, mention: PlaceMention, frame: Frame) -> bool:
        """ "…, an official said. The police chief in X …": does the place belong to whoever speaks after?"""
        at = bisect_right(self._source_starts, mention.start) - 1
        return at >= 0 and self._source_starts[at] > (frame.source_end or frame.source_start or 0)

    def _claimant_place(self, frame: Frame | None) -> Placed | None:
        """A governor's region, a mayor's city: what they speak of when they name no place."""
        if frame is None or frame.source_start is None or frame.source is None:
            return None
        if not re.search(
            r"\b(?:gov|mayor|governor|head\b|police|administration|council|authorit|official|prefect|wali|commissioner)",
            f"{frame.source.role or ''} {frame.source.name}",
            re.IGNORECASE,
        ):
            return None
        # What another item of a list or the next paragraph names is not the official's.
        around = self.parsed.paragraphs[paragraph_of(self.parsed, frame.source_start)]
        spans = [(frame.source_start - 60, (frame.source_end or frame.source_start) + 60)]
        for low, high in spans:
            for mention in self.places_in(max(around.start, low), min(around.end, high)):
                if spoken_at(self.parsed.text, mention.start) or self._of_next_source(mention, frame):
                    continue
                if mention.kind in ("city", "region", "site") and self._of_source(mention):
                    return Placed(self._name(mention), OFFICIAL, mention)
        role, at = frame.source.role or "", frame.source_start
        called = [m for m in self.mentions if m.kind in ("city", "region") and m.name in role]
        for mention in sorted(called, key=lambda m: abs(m.start - at)):
            if re.search(rf"\b{re.escape(mention.name)}\b", role):
                return Placed(self._name(mention), OFFICIAL, mention)
        # The title may stand where the official was first named.
        last = frame.source.name.split()[-1]
        for start in self._titles:
            if last not in self.parsed.text[start : start + 60 + len(last)]:
                continue
            named = re.compile(rf"\w+\b[^.]{{0,40}}\b{re.escape(last)}\b")
            if named.match(self.parsed.text, start) is None:
                continue
            near = self.places_in(max(0, start - 30), start)
            if near and self.aside(near[-1]):  # "in X, a village 60 km from the border, Mayor Y told …"
                near = [m for m in self.places_in(max(0, start - 160), start) if m.kind == "city"]
            if near:
                return Placed(self._name(near[-1]), OFFICIAL, near[-1])
        return None
