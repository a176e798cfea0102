"""What words point back at: "the town", "the area", "there", "the base", whose place was told before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.backrefs import paragraph_of
from extract.mentions import PlaceMention
from extract.model import SET_APART
from extract.named import KIND_OF
from extract.ownplaces import NAMED, Placed
from extract.placegrammar import (
    called_so,
    not_there,
    of_home,
    of_hospital,
    struck_it,
    taken_to,
    wider,
)
from extract.places import ground_country, table
from extract.sentenceplaces import HURT, SentencePlaces
from extract.speechplaces import sits_in, spoken_at

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame

#: "The next town" is another one than that told before.
_OTHER = r"(?!(?:next|nearby|neighbou?ring|adjacent|adjoining|other|another|surrounding|closest|nearest|international)\s)"
_ANAPHOR = re.compile(
    rf"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+{_OTHER}(?:[a-z][\w-]*\s+)?(?P<what>city|town|village|settlement|region|oblast|province|district|area|state|governorate|country|territory|capital|strip|enclave|hamlet|camp|port|base|post|outpost|prison|mine|crossing|airport|island|site)\b(?!\s+of\b|\s+[A-Z]|\s+(?:police|media|television|tv|news|radio|broadcaster|agency|government|governor|security|department|run|owned|council|authorit|administrat|hospital|hall)"
    # "Two people died there, according to the region's governor": whose he is, not where they died.
    r"|['’]s\s+(?:(?:acting|deputy|military|police|top|chief|appointed|installed)\s+)*(?:governor|mayor|head|chief|prosecutor|commissioner|administration|administrator|police|spokes\w+)\b)"
    r"|\b(?:in|within|across|throughout|around|outside|from|of|near|into)\s+(?:the|that|this)\s+(?P<part>department|municipality|county|township|commune|locality|valley|hamlet|slum|shantytown|regency|tehsil)\b(?!\s+of\b|\s+[A-Z])"
)
#: "Two gunmen were killed there", but not "there were two".
_THERE = re.compile(
    r"(?<!\bfrom )(?<!\bout )(?<!\bover )\b[Tt]here\b(?!['’]s|\s+(?:were|was|are|is|had|has|have|been|be|being|will|would|may|might|could|can|must|should|appears?|appeared|seems?|seemed|remains?|remained|exists?|came|comes)\b)"
)
#: What stands in a place, and is told again by its noun alone: "the base", "the school".
_STANDING = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:[A-Za-z][\w’'-]*\s+)?(?P<what>base|post|outpost|checkpoint|checkpost|garrison|barracks|camp|prison|jail|market|bazaar|school|university|mosque|church|temple|hospital|clinic|station|depot|warehouse|factory|refinery|plant|mine|bridge|dam|port|harbou?r|airport|airfield|crossing|landing|shelter|hotel|restaurant|tower|building|compound|terminal|pipeline|farm|orphanage|convent|monastery|seminary|madrasa)\b(?!\s+(?:of|in|at|near)\b|\s+[A-Z])"
)
_TREATING = frozenset({"hospital", "clinic"})
_TO_IT = re.compile(
    r"\b(?:died|succumb\w*|treated|taken|brought|rushed|transferred|moved|admitted|reached|received|bodies|doctors?|nurses?|medics?|director|staff|official)\b[^.;]*\Z"
)
_TOWNS = frozenset({"city", "town", "village", "settlement", "hamlet"})
#: What no capital is called.
_SMALL = _TOWNS - {"city"}
#: Parts of a province: none of them is called a province itself.
_PARTS = frozenset(
    {
        "district",
        "area",
        "locality",
        "municipality",
        "township",
        "commune",
        "hamlet",
        "slum",
        "shantytown",
        "regency",
        "tehsil",
        *_TOWNS,
    }
)
_PROVINCE = re.compile(r"\b(?:region|province|state|governorate|oblast|krai)\b", re.IGNORECASE)
_ITS_HOSPITAL = re.compile(r"(?:['’]s?)?\s+(?:[A-Za-z-]+\s+){0,2}?(?:[Hh]ospital|[Cc]linic|[Mm]orgue)\b")
_THAT = re.compile(r"(?:\w+\s+)?[Tt]h(?:at|is)\s")
#: "… across the region", "… in the oblast as a whole": of all of it, with no other count between.
_WHOLE = re.compile(
    r"[^.;:\d“”\"]{0,60}?(?P<whole>\b(?:in|across|throughout|over|around|within)\s+the\s+(?:same\s+|entire\s+|whole\s+|wider\s+)?(?:region|oblast|province|governorate|state|department|prefecture|county|territory|district)\b)(?!\s+of\b|\s+[A-Z])"
)
#: "The spokesman of the governorate".
_SERVES = re.compile(
    r"\b(?:spokes\w+|officials?|officers?|administrators?|secretary(?:-general)?|representatives?|members?|director|adviser|advisor|source|office|council|assembly|deputy)\s+(?:of|for)\s+the\s+(?:[a-z][\w-]*\s+)?\Z"
)
#: How far back a place is looked for that is pointed at, in characters, and how many tellings of a noun.
_BACK, _TELLINGS = 2500, 6
#: So near behind a name, the noun belongs to it: "the X army base".
_OWN_NOUN = 12
_IN_THE_AREA = re.compile(
    r"\b(?:in|around|across|throughout|of)\s+(?:the|that)\s+(?:same\s+|surrounding\s+|wider\s+)?areas?\b(?!\s+(?:of|around|near|controlled|held|under|where)\b)"
)
#: Where a sentence ends.
_STOP = re.compile(r"[.!?][”’»\"]?\s+(?=[A-ZÀ-Þ“«\"])")
#: Nouns for which a place of the first kind is meant, wherever it was named, before any of the others.
_EXACT = frozenset({"territory", "enclave"})

#: Words for Gaza, beside which the other Palestinian land is told of.
#: What lies beside such and is none.
_NO_ENCLAVES = frozenset({"West Bank"})
_CUT_OFF = frozenset({"enclave", "strip", "territory"})


def handed_on(draft: Draft, done: dict[int, Placed | None]) -> Placed | None:
    """The place that a figure lends to what is told next: a part ("and two in the west") lends that of its whole."""
    own = done.get(id(draft))
    if own is None or draft.part_of is None or not (own.why == NAMED or own.why.startswith("“")):
        return own
    return done.get(id(draft.part_of)) or own


def sentence_span(text: str, offset: int, low: int, high: int) -> tuple[int, int]:
    """Where the sentence around `offset` begins and ends in the paragraph `[low, high)`, by its stops alone."""
    for stop in _STOP.finditer(text, low, high):
        if stop.end() > offset:
            return low, stop.end()
        low = stop.end()
    return low, high


class Pointers(SentencePlaces):
    """Places that a figure's sentence points at without naming them."""

    def _capital(self) -> PlaceMention | None:
        """The capital of the country in which things happen, where the article names it."""
        land = ground_country(self.parsed.text)
        for mention in self.mentions:
            seat = table().metonym(mention.name) if mention.kind == "city" else None
            if seat is not None and seat.country == mention.place.country and land in (None, seat.country):
                return mention
        return None

    def _there(
        self, draft: Draft, start: int, end: int, drafts: list[Draft], done: dict[int, Placed | None]
    ) -> Placed | None:
        """ "Troops carried out raids in the area": around the town where what was told last happened."""
        if not _IN_THE_AREA.search(self.parsed.text, start, end):
            return None
        low = self.parsed.paragraphs[draft.paragraph].start
        here = [
            m
            for m in self.places_in(low, start)
            if m.kind in ("city", "site", "point") and self.names_place(m)
        ]
        here = [m for m in here if not (self.locates(m) or self.owns(m))]
        if here and not any(d.paragraph == draft.paragraph and d.start < start for d in drafts):
            exact = self._most_specific(here[-1])
            return Placed(self._name(exact), "“the area”, named before", exact)
        for other in reversed(drafts):
            if other.start >= draft.start or other.start >= start:
                continue
            if draft.paragraph - other.paragraph > 2:
                return None
            kept = handed_on(other, done)
            if kept is not None and kept.mention is not None and other.measure not in SET_APART:
                town = kept.mention.kind in ("city", "site", "point")
                return (
                    Placed(kept.name, "“the area”, of what was told before", kept.mention) if town else None
                )
        return None

    def _pointed_at(self, draft: Draft, start: int, end: int, frame: Frame | None) -> Placed | None:
        """ "the city", "the region", "the country", "there", "the base": the last such place that was named."""
        text = self.parsed.text
        for match in _ANAPHOR.finditer(text, start, end):
            what, at = match["what"] or match["part"], max(match.start("what"), match.start("part"))
            if self._modifies(draft, at) or spoken_at(text, at):
                continue  # "the state vigilante corps", "a spokesman said in the capital"
            if draft.measure != "displaced" and taken_to(text, at):
                continue  # "ten wounded were evacuated to the capital"
            if (stood := self._standing(draft, match.start(), match.end(), start)) is not None:
                return stood
            kinds = KIND_OF[what]
            serves = (
                self._inside_source(match.start())
                or sits_in(text, at)
                or _SERVES.search(text, max(start, at - 60), at)
            )
            if "region" in kinds and serves:
                continue  # "the police spokesman in the state said": where the speaker serves
            if what == "capital":
                if "provincial" in match.group() or (seat := self._capital()) is None:
                    continue
                return Placed(seat.name, f"“{match.group()}”, the country's", seat)
            if what == "country" and (own := self._claimant_country(frame)) is not None:
                return own
            if (
                (own := self._claimant_place(frame)) is not None
                and own.mention is not None
                and own.mention.kind in kinds
            ):
                return own
            if (mention := self._last_called(draft, what, match.start(), start)) is not None:
                return Placed(self._name(mention), f"“{match.group()}”, named before", mention)
        return self._standing(draft, start, end, start) or self._right_there(draft, start, end, frame)

    def _over_whole(self, draft: Draft, named: Placed | None, frame: Frame | None) -> Placed | None:
        """ "Two died in X and one in Y; six more were hurt across the region": the region, behind another's town."""
        if named is None or named.mention is None or named.mention.start > draft.start:
            return None
        wide = _WHOLE.match(self.parsed.text, draft.end)
        if wide is None or named.mention.kind in ("country", "region"):
            return None
        if any(m.kind != "country" for m in self.places_in(draft.end, wide.end())):
            return None
        found = self._pointed_at(draft, wide.start("whole"), wide.end(), frame)
        return (
            found
            if found is not None and found.mention is not None and found.mention.kind == "region"
            else None
        )

    def _last_called(self, draft: Draft, what: str, at: int, start: int) -> PlaceMention | None:
        """The place that "the `what`" at `at` means: the paragraph's own town, else one called so, else the last."""
        text, kinds = self.parsed.text, KIND_OF[what]
        before = list(reversed(self.places_in(max(0, start - _BACK), at)))
        before = [m for m in before if not of_home(text, m.start)]  # "a force from X later searched the site"
        # "They were evacuated to X. In the town …": not the town to which they were taken.
        stayed = [m for m in before if not (taken_to(text, m.start) or wider(m.name, what))]
        stayed = [m for m in stayed if not not_there(text, m.start, m.end)] or stayed
        if what == "site":  # of what happened, not where a source of it sits
            stayed = [m for m in stayed if not sits_in(text, m.start)] or stayed
        if what not in _PARTS and "region" in KIND_OF[what]:
            # … no district is a province, but what is called a county is one
            stayed = [m for m in stayed if not m.small or called_so(text, m.start, m.end, what)] or stayed
        if what in _PARTS:
            stayed = [m for m in stayed if _PROVINCE.search(m.name) is None] or stayed
        if what in _SMALL:
            stayed = [m for m in stayed if table().metonym(m.name) is None] or stayed
        called = [m for m in stayed if called_so(text, m.start, m.end, what)]
        told = [m for m in stayed if what in _TOWNS and self._told_here(draft, m)]
        that = _THAT.match(text, at) is not None
        low = self.parsed.paragraphs[draft.paragraph].start
        last = [m for m in stayed if that and m.start >= low]  # "in that department": the one told last
        for group in [(kind,) for kind in kinds] if what in _EXACT else [kinds]:
            for mention in (*last, *told, *called, *stayed, *before):
                near = (
                    mention.kind == "country" or not self._of_source(mention) or start - mention.start < 600
                )
                if mention.kind in group and near and not (what in _CUT_OFF and mention.name in _NO_ENCLAVES):
                    return mention
        return None

    def _told_here(self, draft: Draft, mention: PlaceMention) -> bool:
        """Does the figure's own paragraph say that something happened there, in no capital?"""
        paragraph = self.parsed.paragraphs[draft.paragraph]
        return (
            mention.start >= paragraph.start
            and self.names_place(mention)
            and not self.locates(mention)
            and table().metonym(mention.name) is None
        )

    def _modifies(self, draft: Draft, offset: int) -> bool:
        """Does the word at `offset` only tell what the noun after it is of ("the state police command")?"""
        if draft.counted is None:
            return False
        for token in draft.counted.first.sent:
            if draft.piece.start(token) == offset:
                return bool(token.dep_ in ("compound", "amod", "nmod"))
        return False

    def _standing(self, draft: Draft, low: int, end: int, start: int) -> Placed | None:
        """ "the base", "the school" in `[low, end)`: the place that a sentence before `start` told with that noun."""
        text = self.parsed.text
        for match in _STANDING.finditer(text, low, end):
            what = match["what"]
            if self._modifies(draft, match.start("what")):
                continue
            told = list(re.finditer(rf"\b{what}(?:s|es)?\b", text[max(0, start - _BACK) : start]))
            if what in _TREATING and draft.measure in HURT:
                if _TO_IT.search(text, max(low, match.start() - 40), match.start()) is not None:
                    continue  # "died at the hospital"
                told = [t for t in told if struck_it(text, max(0, start - _BACK) + t.start())]
            for earlier in reversed(told[-_TELLINGS:]):
                if (mention := self._beside(max(0, start - _BACK) + earlier.start())) is not None:
                    return Placed(self._name(mention), f"“{match.group()}”, named before", mention)
        return None

    def _beside(self, offset: int) -> PlaceMention | None:
        """The place that the sentence around `offset` tells for what stands there: that after it, else before it."""
        text = self.parsed.text
        paragraph = self.parsed.paragraphs[paragraph_of(self.parsed, offset)]
        low, high = sentence_span(text, offset, paragraph.start, paragraph.end)
        named = [
            m for m in self.places_in(low, high) if self.names_place(m) and m.kind not in ("country", "sea")
        ]
        found = next((m for m in named if m.start <= offset <= m.end + _OWN_NOUN), None)
        found = found or next((m for m in named if m.start > offset), None) or (named[-1] if named else None)
        return self._most_specific(found) if found is not None else None

    def _right_there(self, draft: Draft, start: int, end: int, frame: Frame | None) -> Placed | None:
        """ "Troops killed two there": where the sentences before say, in the paragraph or the one above it."""
        for match in _THERE.finditer(self.parsed.text, start, end):
            if self._inside_source(match.start()):
                continue
            if (land := self._speaking_land(frame, start, match.start())) is not None:
                return land
            if (meant := self._called_before(draft, start)) is not None:
                return meant
            if (own := self._in_sentence(start, match.start())) is not None:
                return Placed(self._name(own), "“there”, named before", own)
            low = self.parsed.paragraphs[max(0, draft.paragraph - 1)].start
            named = [m for m in self.places_in(low, start) if m.kind in ("city", "site", "point", "region")]
            named = [
                m
                for m in named
                if self._prepositioned(m) and not self.locates(m) and not self._inside_source(m.start)
            ]
            if draft.measure in HURT:  # "from X's main hospital. A doctor there said five …"
                named = [m for m in named if _ITS_HOSPITAL.match(self.parsed.text, m.end) is None]
                told = self.places_in(low, match.start())
                if told and of_hospital(self.parsed.text, told[-1].start, told[-1].end):
                    continue  # "a nurse at a hospital in X said nine bodies had been brought there"
            if named:
                low = sentence_span(self.parsed.text, named[-1].start, low, start)[0]
                towns = [m for m in named if m.kind != "region" and m.start >= low]
                exact = self._most_specific(
                    towns[-1] if towns else named[-1]
                )  # not the region in which it lies
                return Placed(self._name(exact), "“there”, named before", exact)
        return None

    def _in_sentence(self, start: int, there: int) -> PlaceMention | None:
        """ "They pursued them as far as X and killed dozens there": the last town that the sentence itself names before."""
        own = [
            m
            for m in self.places_in(start, there)
            if m.kind in ("city", "site", "point")
            and not (self._of_source(m) or self.locates(m) or not_there(self.parsed.text, m.start, m.end))
            and not sits_in(self.parsed.text, m.start)
        ]
        return self._most_specific(own[-1]) if own else None

    def _speaking_land(self, frame: Frame | None, start: int, end: int) -> Placed | None:
        """ "Norvia says rockets have killed nine there": in the country that speaks, before all named earlier."""
        if frame is None or frame.source is None or frame.source_start is None:
            return None
        named = table().country(table().country_code(frame.source.name))
        if named is None or not start <= frame.source_start < end:
            return None
        return Placed(frame.source.name, "“there”, in the country that says so")

    def _called_before(self, draft: Draft, start: int) -> Placed | None:
        """ "The second attack on the hamlet in days. They uprooted 70 trees there": the place that the noun means.

        Only where the paragraph names no place before, which "there" would then be.
        """
        low = self.parsed.paragraphs[draft.paragraph].start
        if any(self.names_place(m) and m.kind != "country" for m in self.places_in(low, start)):
            return None
        for match in reversed(list(_ANAPHOR.finditer(self.parsed.text, low, start))):
            what, at = match["what"] or match["part"], max(match.start("what"), match.start("part"))
            if what in ("country", "capital") or sits_in(self.parsed.text, at):
                continue
            if (mention := self._last_called(draft, what, match.start(), match.start())) is not None:
                return Placed(self._name(mention), f"“{match.group()}”, named before", mention)
        return None
