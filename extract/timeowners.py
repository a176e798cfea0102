"""Whose a time word of a sentence is: that of a figure, or of something else that the sentence tells beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.datecalc import month_span
from extract.numbers import find_numbers
from extract.timecues import AFTERWARDS, WITH_IT
from extract.timewords import ASIDE, TimeWords, is_long

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.dates import TimeSpan
    from extract.drafts import Draft
    from extract.parse import Paragraph, Piece

_ROSE = re.compile(
    r"\btoll\b[^.;]{0,80}\b(?:rose|risen|rises|climbed|increased|grew|grown)\s+to\s+$", re.IGNORECASE
)
_TOLL_OF = re.compile(r"\b(?:tolls?|totals?|number|tally|count)\b[^.;]*$", re.IGNORECASE)
#: "…, four of whom escaped on", "… were hurt and one of them died on".
_OF_WHOM = re.compile(
    r"(?:,|\b(?:and|but|while))\s+(?:(?:at\s+least|about|some)\s+)?(?:[\w-]+\s+){1,3}?of\s+(?:whom|which|them|those|these)\s+[^,;.]{2,60}$",
    re.IGNORECASE,
)
#: "At least 21 reported dead in an earlier attack": not on the day that the sentence tells.
_EARLIER_DEED = re.compile(
    r"[^.;]{0,60}?\b(?:in|during|by|from|after)\s+(?:an?|another)\s+(?:earlier|previous|prior|separate\s+earlier)\s+(?:[\w-]+\s+){0,3}?[a-z]+",
    re.IGNORECASE,
)
#: "Two have since been freed": on a day after that of the others.
_HAVE_SINCE = re.compile(r"[^.;]{0,50}?\b(?:have|has|had)\s+since\s+(?:been\s+)?[a-z]+", re.IGNORECASE)
#: "Two of the wounded succumbed to their injuries", and the toll that rose by them.
_OF_THE_WOUNDED = re.compile(
    r"\s+of\s+(?:the|those|its)\s+(?:[\w-]+\s+){0,2}?(?:wounded|injured|hurt|casualties)\b[^.;,]{0,30}?\b(?:died|succumbed|passed\s+away)\b"
)
_HAS_RISEN = re.compile(
    r"\b(?:rose|risen|rises|climbed|increased|grew|grown|raised|gone\s+up)\s+(?:from\s+[\w-]+\s+)?to\b[^.;]{0,60}\b(?:after|as|when)\s+(?:at\s+least\s+)?$"
)
#: "Two of the wounded died overnight": not the day on which they were wounded.
_DIED_LATER = re.compile(
    r"\b(?:wounded|injured|survivors)\b[^.;,]{0,40}?\b(?:died|succumbed|passed\s+away)\b[^.;,]{0,50}$"
)
#: Bodies that were found, and the dead who were buried: they had died before.
_FOUND_DEAD = re.compile(
    r"\b(?:pulled|recovered|retrieved|dug|found|unearthed|removed|brought\s+out)\b[^.;]{0,40}\bbod(?:y|ies)\b(?!\s+of\b)[^.;,]{0,30}$"
)
_BURIED_BY = re.compile(
    r"\b(?:(?:had|have|has)\s+been|were|was)\s+(?:already\s+)?(?:buried|laid\s+to\s+rest)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
#: "The number was revised the following day": the day of the count alone.
_COUNT_AFTER = re.compile(
    r",?\s+(?:the|that|its|their|this)\s+(?:[\w-]+\s+){0,2}?(?:number|toll|count|figure|tally|total)\s+(?:was|were|had\s+been|has\s+been)\s+(?:revised|raised|corrected|put|lowered|updated)\b"
)
_THAT_PERIOD = re.compile(
    r"\b(?:in|over|during|for|within|throughout)\s+(?:the\s+same|that|this)\s+(?:period|time|timeframe|time\s+span|stretch|span)\b(?!\s+(?:of|in|last|a\s+year|the\s+year|during)\b)|\bsince\s+(?P<then>then)\b"
    r"|\b(?:that|the\s+same)\s+(?P<month>month)\b(?!\s+(?:of|in|last|as|a\s+year)\b)",
    re.IGNORECASE,
)
#: Where somebody goes on speaking: what is told behind it has a time of its own.
_ADDING = re.compile(
    r",\s+(?:adding|noting|stating|explaining)\s+(?:that\s+)?|,?\s+and\s+(?:added|noted)\s+(?:that\s+)?"
)
#: "Another 21 were hurt, he said, and two died overnight".
_SAID_AND = re.compile(
    r",\s+[^,;.]{1,60}\b(?:said|says|added|reported|told)\b[^,;.]{0,40},\s+(?:and|but|while)\s"
)
#: "Said 15 were wounded and that two had died there a week earlier".
_AND_THAT = re.compile(r"\b(?:and|but)\s+that\b[^.;]*$")
#: "Including Thursday's dead, 19 have been killed": a day that goes into the count.
_INCLUDING_DAY = re.compile(
    r"\b(?:including|counting|with|besides|excluding|not\s+counting)\s+$", re.IGNORECASE
)
#: What goes on after the event, until the time that is told next.
LASTING = re.compile(r"\b(?:still|continued\s+to|remained?)\b[^.;]*$", re.IGNORECASE)


def is_since(time: TimeSpan) -> bool:
    """A span up to the report, which holds for the count it stands beside."""
    return is_long(time) and (time.rule or "").startswith("since")


def _month_of(time: TimeSpan) -> TimeSpan | None:
    """ "The massacre of August … 21 died that month": the month in which a time lies or begins."""
    if time.date_from is None:
        return None
    first, last = month_span(time.date_from.year, time.date_from.month)
    return replace(
        time, date_from=first, date_to=last, precision="month", lead="in", rule=time.rule.removeprefix("since ").removesuffix(", up to publication")
    )  # fmt: skip


#: A sentence that opens with a deed told before.
_THE_DEED = re.compile(
    r"\s*(?:The|That|This|Those|These)\s+(?:[\w’'-]+\s+){0,4}?(?:attacks?|strikes?|raids?|blasts?|bombs?|bombings?|explosions?|ambush|assaults?|shelling|massacre|clash(?:es)?|shooting|crash|missiles?|drones?)\b(?!\s+(?:that|which|on)\b)"
)
#: How many days back something that goes on began lately.
_LATELY = 21
#: "Fighting broke out on Friday. … have been killed".
_BEGAN = re.compile(
    r"\b(?:broke\s+out|began|erupted|started|resumed|intensified|escalated|flared(?:\s+up)?|surged)\b[^.;]{0,50}$"
)
#: "Up from 151", "compared with 12".
_COMPARED = re.compile(
    r"\b(?:from|with|to|against|than)\s+(?:(?:about|some|at\s+least|just|only)\s+)?$", re.IGNORECASE
)


#: A count that somebody had made by then: "the number of dead stood at nine overnight".
_TOLL_WORD = r"(?:toll|tally|count|(?:number|figure)\s+(?:of|for)\s+(?:the\s+)?(?:[\w-]+\s+)?(?:dead|deaths|killed|victims|casualties|wounded|injured))"
_COUNTED_THEN = re.compile(
    rf"\b(?:put|placed|gave|given|revised|raised|lowered|updated)\b[^.;]{{0,40}}\b{_TOLL_WORD}\b[^.;]*$"
    rf"|\b{_TOLL_WORD}\b[^.;]{{0,80}}\b(?:stood|stands|standing|was|been|put|placed|revised|raised|rose|risen|rises|climbed|climbs|reached|jumped|grown|grew)\b[^.;]*$",
    re.IGNORECASE,
)
_COUNTS = frozenset({"killed", "injured", "casualties", "hospitalized"})
#: Words of a deed that a day beside them is of: "the toll from Wednesday's strike".
_DEED_NEAR = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:attacks?|strikes?|raids?|blasts?|bombings?|explosions?|ambush|assaults?|shelling|massacre|clash(?:es)?|shooting|crash)\b"
)
_FROM_A_DEED = re.compile(
    r"\b(?:attacks?|strikes?|raids?|blasts?|bombings?|explosions?|ambush|assaults?|shelling|massacre|clash(?:es)?|shooting|crash)\b(?:\s+(?:on|in|at|near|of|against)\s+(?:the\s+)?[\w’'-]+){0,2}\s*$"
)


class TimeOwners(TimeWords):
    """The time words of a parsed article, and of which of its figures they are not."""

    def _aside(self, piece: Piece, time: TimeSpan, counted: Token | None = None) -> bool:
        """Does the time stand in a relative clause, which tells of something else than its sentence (or what is counted) does?"""
        token = piece.token_at(time.start)
        while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        while token is not None and token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
            token = token.head  # "a clash that began on Tuesday and ended on Wednesday"
        if token is None or token.dep_ != "relcl":
            return False
        return counted is None or not token.left_edge.i <= counted.i <= token.right_edge.i

    def _outside(self, draft: Draft, time: TimeSpan) -> bool:
        """Does the figure stand in a relative clause, and the time behind it, in what the clause belongs to?"""
        if draft.counted is None or time.start < draft.end:
            return False
        token = draft.counted.first
        while token.head != token and token.dep_ != "relcl":
            token = token.head
        return token.dep_ == "relcl" and draft.piece.end(token.right_edge) <= time.start

    def earlier_count(self, draft: Draft, own: list[TimeSpan]) -> TimeSpan | None:
        """ "Up from 151 the month before": the day of that count."""
        for time in own:
            if time.kind == "earlier count" and time.start >= draft.end:
                gap = self.parsed.text[draft.end : time.start]
                before = self.parsed.text[max(0, draft.start - 24) : draft.start]
                if len(gap) < 60 and _COMPARED.search(before) and not re.search(r"[,;.]", gap):
                    return time
        return None

    def until_when(self, draft: Draft, time: TimeSpan) -> TimeSpan:
        """ "The first such attack since April, when 13 died": the 13 died in April."""
        if time.lead != "since" or time.date_from is None or draft.start < time.end:
            return time
        if not self.parsed.text.startswith((", when ", " when "), time.end):
            return time
        first = time.date_from
        last = (
            month_span(first.year, first.month)[1] if first.day == 1 and time.precision == "month" else first
        )
        return replace(time, date_to=last, lead="in", kind="", rule=time.rule.removeprefix("since "))

    def lasting_since(self, draft: Draft, paragraph: Paragraph, start: int) -> TimeSpan | None:
        """ "Fighting has emptied the town since Thursday. 4,000 people crossed the river": since Thursday too."""
        times = [t for t in self.times_in(paragraph.start, start) if t.resolved and t.kind not in ASIDE]
        if not times or draft.counted is None or self.published is None:
            return None
        last = times[-1]
        if last.date_from is None or self.of_cue(paragraph.frame, last):
            return None
        days = (self.published - last.date_from).days
        perfect = any(
            t.lower_ in ("has", "have") and t.dep_ in ("aux", "auxpass") for t in draft.counted.first.sent
        )
        if is_since(last) and (perfect or days <= _LATELY):
            return last
        began = _BEGAN.search(self.parsed.text, max(paragraph.start, last.start - 80), last.phrase_start)
        if perfect and began is not None and last.date_from < self.published and days <= _LATELY:
            return replace(last, date_to=self.published, rule=f"since {last.rule}, up to publication")
        return None

    def _new_count(self, draft: Draft, own: list[TimeSpan], start: int) -> bool:
        """ "… on Sunday, killing seven. The toll rose to eight on Wednesday": they died in what was on Sunday."""
        text, paragraph = self.parsed.text, self.parsed.paragraphs[draft.paragraph]
        if _ROSE.search(text, start, draft.start) is None or any(t.start < draft.start for t in own):
            return False
        return any(
            t.resolved and not self._said_then(paragraph.frame, t)
            for t in self.times_in(paragraph.start, start)
        )

    def _of_others(self, draft: Draft, time: TimeSpan) -> bool:
        """ "Abducted nine people, four of whom escaped on Tuesday, and burned 22 houses": the day of the four alone."""
        token = draft.piece.token_at(time.start)
        while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        if token is None or token.dep_ != "relcl" or draft.counted is None:
            return False
        told_by = draft.reading.trigger if draft.reading is not None else None
        if told_by is not None and token.left_edge.i <= told_by.token.i <= token.right_edge.i:
            return False  # "eight herders who were shot dead on Saturday"
        if WITH_IT.match(self.parsed.text[draft.piece.end(token.right_edge) : draft.start]) is not None:
            return False  # "dissidents, who a day earlier had shelled a base, injuring five"
        people = any(child.lower_ in ("who", "whom") for child in token.subtree)
        # "Taken to a hospital, which had been shelled on Saturday": what had happened before.
        before = any(c.dep_ == "aux" and c.lower_ == "had" for c in token.children)
        return (people or before) and not token.left_edge.i <= draft.counted.first.i <= token.right_edge.i

    def _apart(self, draft: Draft, end: int) -> bool:
        """Do the words behind the figure say that it is of another day, which they do not tell?"""
        text = self.parsed.text
        behind = _EARLIER_DEED.match(text, draft.end, end) or _HAVE_SINCE.match(text, draft.end, end)
        return behind is not None and not any(mark in behind.group() for mark in (" and ", ", "))

    def _have_since(self, draft: Draft, end: int) -> bool:
        """ "Two have since been freed"."""
        return _HAVE_SINCE.match(self.parsed.text, draft.end, end) is not None

    def _died_since(self, draft: Draft, start: int, end: int) -> bool:
        """ "The toll rose to five after two of the wounded succumbed": some time up to the report."""
        text = self.parsed.text
        if draft.measure != "killed" or _OF_THE_WOUNDED.match(text, draft.number.end, end) is None:
            return False
        return _HAS_RISEN.search(text, start, draft.start) is not None

    def as_of(self, draft: Draft, time: TimeSpan) -> bool:
        """ "The toll stood at nine overnight", "46 had died by Monday": when they had been counted, not when they died."""
        if draft.measure not in _COUNTS or time.lead == "since" or draft.counted is None:
            return False
        if time.lead in ("by", "as of"):
            return True
        text = self.parsed.text
        start, end = self.sentence(draft.piece, draft.counted.first)
        if _COUNTED_THEN.search(text, start, draft.start) is None:
            return False
        return not (
            _DEED_NEAR.match(text, time.end, end) or _FROM_A_DEED.search(text, start, time.phrase_start)
        )

    def said_until(self, draft: Draft, time: TimeSpan) -> TimeSpan:
        """ "It said on Tuesday that 310 families had left since the start of the month": up to Tuesday."""
        if draft.counted is None or time.date_from is None or time.date_to != self.published:
            return time
        for said in self.times_in(*self.sentence(draft.piece, draft.counted.first)):
            day = said.date_to
            if day is None or time.date_to is None or not time.date_from <= day < time.date_to:
                continue
            if said.start != time.start and not is_long(said) and self.of_cue(draft.piece, said):
                return replace(
                    time, date_to=day, rule=time.rule.replace("publication", "the day it was said")
                )
        return time

    def _when_found(self, draft: Draft, time: TimeSpan) -> bool:
        """ "17 people had been buried by Monday noon", "pulled two more bodies on Thursday": they died before."""
        if _COUNT_AFTER.match(self.parsed.text, time.end, time.end + 90):
            return True  # "the following day, the number was revised to seven"
        if draft.measure not in ("killed", "other") or time.lead == "since":
            return False
        text = self.parsed.text
        before = max(0, time.phrase_start - 90), time.phrase_start
        if time.lead == "by" and _BURIED_BY.search(text, *before):
            return True
        return _FOUND_DEAD.search(text, *before) is not None

    def _when_taken(self, draft: Draft, time: TimeSpan) -> bool:
        """ "Let go of 12 men detained in the town on Friday": the day on which they had been taken, and not let go."""
        verb = draft.piece.token_at(time.start)
        while verb is not None and verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        if verb is None or verb.dep_ != "acl" or verb.tag_ != "VBN" or draft.reading is None:
            return False
        trigger = draft.reading.trigger
        return draft.measure == "released" and (trigger is None or trigger.token.i != verb.i)

    def _that_period(self, start: int, end: int, draft: Draft) -> TimeSpan | None:
        """ "In that period", "since then": the span spoken of last, or from the day told last up to now."""
        match = _THAT_PERIOD.search(self.parsed.text, start, end)
        if match is None or self.published is None:
            return None
        low = self.parsed.paragraphs[max(0, draft.paragraph - 1)].start
        before = [t for t in self.times_in(low, match.start()) if t.resolved and t.kind not in ASIDE]
        spans = [t for t in before if is_long(t)]
        if match["month"] is not None:
            return _month_of(before[-1]) if before else None
        if match["then"] is None:
            return spans[-1] if spans else None
        last = next(
            (t for t in reversed(before) if t.lead == "since" or not self._said_then(draft.piece, t)), None
        )
        return replace(last, date_to=self.published) if last is not None else None

    def _of_another(self, draft: Draft, time: TimeSpan) -> bool:
        """Does the sentence tell the time of something else that it tells: a state, a later count, what another said?"""
        if self._of_a_state(draft, time) or self._goes_into(time):
            return True
        if time.start < draft.end or draft.counted is None:
            return False
        if _ADDING.search(self.parsed.text, draft.end, time.start):
            return True
        if time.kind == "anchored" and ";" in self.parsed.text[draft.end : time.start]:
            return True
        if time.kind == "anchored" and _AND_THAT.search(self.parsed.text, draft.end, time.start):
            return True
        apart = (
            is_since(time)
            or self._of_a_deed(draft)
            or _SAID_AND.search(self.parsed.text, draft.end, time.start) is not None
        )
        return apart and self._other_verb(draft, time)

    def _of_a_deed(self, draft: Draft) -> bool:
        """ "The Makhmur attack left two cars burned, and two bodies were found on Thursday": the cars burned in the attack."""
        assert draft.counted is not None
        start, _ = self.sentence(draft.piece, draft.counted.first)
        return _THE_DEED.match(self.parsed.text, start, draft.start) is not None

    def _other_verb(self, draft: Draft, time: TimeSpan) -> bool:
        """ "Shops were looted and 3,000 people have fled since Sunday": the verb of "since" has a subject of its own."""
        verb = draft.piece.token_at(time.start)
        while verb is not None and verb.head != verb and verb.pos_ != "VERB":
            verb = verb.head
        if verb is None or verb.dep_ != "conj" or draft.counted is None:
            return False
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        return bool(subjects) and draft.counted.first.i < min(c.left_edge.i for c in subjects)

    def _of_a_state(self, draft: Draft, time: TimeSpan) -> bool:
        """ "Put the wounded at 26 and said seven were still missing on Wednesday": Wednesday is that of the seven alone."""
        if draft.counted is None or not self._still(time) or draft.piece.token_at(time.start) is None:
            return False
        last = LASTING.search(self.parsed.text, max(0, time.start - 60), time.start)
        if last is None or not find_numbers(self.parsed.text, draft.end, last.start()):
            return False
        token = draft.piece.token_at(last.start())
        while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        return token is not None and not token.left_edge.i <= draft.counted.first.i <= token.right_edge.i

    def _goes_into(self, time: TimeSpan) -> bool:
        text = self.parsed.text
        if not text.startswith(("'s", "’s"), time.end):
            return False
        return _INCLUDING_DAY.search(text, max(0, time.start - 20), time.start) is not None

    def _of_some(self, draft: Draft, time: TimeSpan) -> bool:
        """ "abducted nine people, four of whom escaped on Tuesday": the day of the four, not of the nine."""
        gap = self.parsed.text[draft.end : time.start] if time.start > draft.end else ""
        return _OF_WHOM.search(gap) is not None

    def _ends_before(self, time: TimeSpan, draft: Draft) -> bool:
        """Does the time close what is told before "and six in …", which has no verb of its own?"""
        gap = self.parsed.text[time.end : draft.start]
        return draft.listed and re.fullmatch(r",?\s+(?:and|while)\s+", gap) is not None

    def _of_toll(self, draft: Draft, time: TimeSpan) -> bool:
        """ "Bringing the toll since May to 61,330, with 152,000 wounded": the span of the toll, whatever day is told besides."""
        if not is_since(time) or time.start > draft.start:
            return False
        return _TOLL_OF.search(self.parsed.text, max(0, time.start - 60), time.start) is not None

    def _still(self, time: TimeSpan) -> bool:
        """ "Fires that were still burning on Tuesday": not the day of what set them."""
        return LASTING.search(self.parsed.text, max(0, time.start - 60), time.start) is not None

    def afterwards(self, time: TimeSpan) -> bool:
        """ "21 bodies were buried on Wednesday morning": not the day on which they died."""
        if _COUNT_AFTER.match(self.parsed.text, time.end, time.end + 90):
            return True
        before = max(0, time.phrase_start - 90), time.phrase_start
        if _FOUND_DEAD.search(self.parsed.text, *before) or _DIED_LATER.search(self.parsed.text, *before):
            return True
        if time.kind == "anchored" and _COUNTED_THEN.search(self.parsed.text, *before):
            return True  # "it raised the toll to 54 six days later"
        return AFTERWARDS.search(self.parsed.text, max(0, time.start - 70), time.start) is not None

    def _past_for(self, draft: Draft, time: TimeSpan) -> bool:
        """Is the time long past, while the figure is told of the present ("53 remain", "has killed 55,000")?"""
        if draft.counted is None or time.date_to is None or self.published is None:
            return False
        if (self.published - time.date_to).days <= 30 or time.start in self.entry_starts:
            return False
        verb = draft.counted.first.sent.root
        return verb.tag_ in ("VBZ", "VBP") or any(
            child.dep_ in ("aux", "auxpass") and child.lower_ in ("has", "have", "is", "are")
            for child in verb.children
        )
