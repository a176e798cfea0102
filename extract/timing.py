"""When a figure happened: the time words of its sentence, its paragraph, the figure before, the lead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.numbers import find_numbers
from extract.timewords import ASIDE, TimeWords, is_long

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.dates import TimeSpan
    from extract.daysoftold import Tellings
    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.ownplaces import Placed
    from extract.parse import Paragraph, Piece

#: Why a day holds that is only the one on which something was said.
SAID = "the day on which the lead has it said"
_NEW_TOLL = re.compile(
    r"\btoll\b[^.]{0,160}\b(?:rose|risen|rises|climbed|climbs|reached|jumped|grew|stood)\b", re.IGNORECASE
)
_ROSE = re.compile(
    r"\btoll\b[^.;]{0,80}\b(?:rose|risen|rises|climbed|increased|grew|grown)\s+to\s+$", re.IGNORECASE
)
_TOLL_OF = re.compile(r"\b(?:tolls?|totals?|number|tally|count)\b[^.;]*$", re.IGNORECASE)
#: "Up from 10,000 reported on Monday": the day of that count.
_COUNTED_THEN = re.compile(
    r"\s+(?:(?:that\s+)?(?:it|they|he|she)\s+(?:had\s+)?)?(?:reported|recorded|registered|counted|announced|given)\s+(?:on\s+)?"
)
#: What is done for the dead and the wounded afterwards: its day is not that of the deed.
AFTERWARDS = re.compile(
    r"\b(?:(?<!bomb )(?<!bombs )(?<!mine )(?<!mines )(?<!device )(?<!explosives )buried|burials?|laid\s+to\s+rest|operated\s+on"
    # who was at a funeral on a day, not what was done to one ("an ambush on a funeral convoy on Monday")
    r"|(?:attend(?:ed|ing)?|held|mourned|the)\s+(?:[\w-]+\s+){0,2}?funerals?(?!\s+(?:convoy|procession|tent|party|gathering))|funerals?\s+(?:of|for|was|were|took)"
    r"|recovered|retrieved|dug\s+out|pulled\s+from|identified|treated|treating|discharged)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
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
#: "… have fled since the attack", "… have been without water since".
_SINCE_THEN = re.compile(
    r"[^.;]*?\b(?:have|has)\b[^.;]*?\bsince\b(?=\s*[,.;]|\s+(?:then|that|the\s+(?:[\w-]+\s+){0,2}?(?:attack|strike|raid|assault|blast|explosion|shelling|bombing|massacre|ambush|killings?|clash|clashes|fighting)\b))"
)
_THAT_PERIOD = re.compile(
    r"\b(?:in|over|during|for|within|throughout)\s+(?:the\s+same|that|this)\s+(?:period|time|timeframe|time\s+span|stretch|span)\b|\bsince\s+(?P<then>then)\b",
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
_NEXT_CLAUSE = re.compile(r"[,;]\s+(?:and|but|while|as|who|which)\s")
#: "Including Thursday's dead, 19 have been killed": a day that goes into the count.
_INCLUDING_DAY = re.compile(
    r"\b(?:including|counting|with|besides|excluding|not\s+counting)\s+$", re.IGNORECASE
)
#: What goes on after the event, until the time that is told next.
LASTING = re.compile(r"\b(?:still|continued\s+to|remained?)\b[^.;]*$", re.IGNORECASE)


def _since(time: TimeSpan) -> bool:
    """A span up to the report, which holds for the count it stands beside."""
    return is_long(time) and (time.rule or "").startswith("since")


class Times(TimeWords):
    """The time words of a parsed article, and which of them hold for a figure."""

    def _aside(self, piece: Piece, time: TimeSpan, counted: Token | None = None) -> bool:
        """Does the time stand in a relative clause, which tells of something else than its sentence (or what is counted) does?"""
        token = piece.token_at(time.start)
        while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        if token is None or token.dep_ != "relcl":
            return False
        return counted is None or not token.left_edge.i <= counted.i <= token.right_edge.i

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
        people = any(child.lower_ in ("who", "whom") for child in token.subtree)
        return people and not token.left_edge.i <= draft.counted.first.i <= token.right_edge.i

    def when(self, draft: Draft, frame: Frame | None) -> tuple[TimeSpan | None, str | None, bool]:
        """(time words, how they were found, whether they stand in the figure's own sentence)."""
        found = draft.counted
        if found is None:
            return None, None, False
        start, end = self.sentence(draft.piece, found.first)
        own = [t for t in self.times_in(start, end) if not self._said_then(draft.piece, t)]
        if draft.piece.kind == "inside":
            own = [t for t in own if draft.piece.token_at(t.start) is not None]
        if (period := self._that_period(start, end, draft)) is not None:
            return period, f"the time spoken of: {period.rule}", True
        if (counted := _COUNTED_THEN.match(self.parsed.text, draft.end)) is not None:
            told = [t for t in self.times_in(counted.end(), min(end, counted.end() + 4)) if t.resolved]
            if told:
                return told[0], told[0].rule, True
        own = [t for t in own if t.kind != "earlier count" and not self._of_others(draft, t)]
        own = [t for t in own if not self._of_another(draft, t)]
        if self._apart(draft, end):
            own = [t for t in own if t.start > draft.end and not t.lead]
        if own and self._new_count(draft, own, start):
            return None, None, False
        if len(own) > 1 and any(t.resolved and t.start > draft.end for t in own):
            # "Ten were killed in a raid on Thursday and six in a fight on Friday": Thursday is the ten's.
            own = [t for t in own if t.end > draft.start or not self._ends_before(t, draft)]
        own = [t for t in own if not self._of_some(draft, t) and (t.resolved or t.kind != "anchored")]
        if own:

            def cost(t: TimeSpan) -> float:
                gap = self.parsed.text[min(t.end, draft.end) : max(t.start, draft.start)]
                return (
                    len(gap)
                    + (30 if t.start < draft.start and not self._of_toll(draft, t) else 0)
                    + (60 if not t.resolved else 0)
                    # "Detained over plans to attack Christmas markets": what is counted has happened.
                    + (120 if self.published and t.date_from and t.date_from > self.published else 0)
                    # Of two that fit, the one that says the day more exactly.
                    + min(
                        120,
                        40 * max(0, (t.date_to - t.date_from).days - 1)
                        if t.date_from and t.date_to and not self._of_toll(draft, t)
                        else 0,
                    )
                    + 50 * gap.count(";")
                    # "Freed on Wednesday two men it had seized on August 30".
                    + 150 * self._aside(draft.piece, t, found.first)
                )

            best = min(own, key=cost)
            return best, best.rule, True
        later = self._apart(draft, end) or self._told_since(draft, start)
        if draft.part_of is not None and not later:
            time, why, _ = self.when(draft.part_of, frame)
            return time, why and f"that of the whole: {why}", False
        return None, None, False

    def _apart(self, draft: Draft, end: int) -> bool:
        """Do the words behind the figure say that it is of another day, which they do not tell?"""
        text = self.parsed.text
        behind = _EARLIER_DEED.match(text, draft.end, end) or _HAVE_SINCE.match(text, draft.end, end)
        return behind is not None and not any(mark in behind.group() for mark in (" and ", ", "))

    def _that_period(self, start: int, end: int, draft: Draft) -> TimeSpan | None:
        """ "In that period", "since then": the span spoken of last, or from the day told last up to now."""
        match = _THAT_PERIOD.search(self.parsed.text, start, end)
        if match is None or self.published is None:
            return None
        low = self.parsed.paragraphs[max(0, draft.paragraph - 1)].start
        before = [t for t in self.times_in(low, match.start()) if t.resolved and t.kind not in ASIDE]
        spans = [t for t in before if is_long(t)]
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
        if time.kind == "anchored" and _AND_THAT.search(self.parsed.text, draft.end, time.start):
            return True
        apart = _since(time) or _SAID_AND.search(self.parsed.text, draft.end, time.start) is not None
        return apart and self._other_verb(draft, time)

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

    def until_now(self, draft: Draft, time: TimeSpan) -> TimeSpan:
        """ "Have fled since the attack", "have been without water since": from that day up to the report."""
        if draft.counted is None or self.published is None or time.date_to is None or _since(time):
            return time
        _, end = self.sentence(draft.piece, draft.counted.first)
        since = _SINCE_THEN.search(self.parsed.text, draft.end, end)
        if since is None or time.date_to >= self.published or _NEXT_CLAUSE.search(since.group()):
            return time
        return replace(time, date_to=self.published)

    def _goes_into(self, time: TimeSpan) -> bool:
        text = self.parsed.text
        if not text.startswith(("'s", "’s"), time.end):
            return False
        return _INCLUDING_DAY.search(text, max(0, time.start - 20), time.start) is not None

    def _told_since(self, draft: Draft, start: int) -> bool:
        """Has the paragraph told a day of its own, before which the whole was counted?"""
        if draft.part_of is None or draft.part_of.paragraph == draft.paragraph:
            return False
        paragraph = self.parsed.paragraphs[draft.paragraph]
        return bool(self.deed_times(paragraph, paragraph.start, start))

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
        if not _since(time) or time.start > draft.start:
            return False
        return _TOLL_OF.search(self.parsed.text, max(0, time.start - 60), time.start) is not None

    def _still(self, time: TimeSpan) -> bool:
        """ "Fires that were still burning on Tuesday": not the day of what set them."""
        return LASTING.search(self.parsed.text, max(0, time.start - 60), time.start) is not None

    def afterwards(self, time: TimeSpan) -> bool:
        """ "21 bodies were buried on Wednesday morning": not the day on which they died."""
        return AFTERWARDS.search(self.parsed.text, max(0, time.start - 70), time.start) is not None

    def _past_for(self, draft: Draft, time: TimeSpan) -> bool:
        """Is the time long past, while the figure is told of the present ("53 remain", "has killed 55,000")?"""
        if draft.counted is None or time.date_to is None or self.published is None:
            return False
        if (self.published - time.date_to).days <= 30:
            return False
        verb = draft.counted.first.sent.root
        return verb.tag_ in ("VBZ", "VBP") or any(
            child.dep_ in ("aux", "auxpass") and child.lower_ in ("has", "have", "is", "are")
            for child in verb.children
        )

    def when_around(
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]], told: Tellings, where: Placed | None
    ) -> tuple[TimeSpan | None, str | None]:
        """Where the sentence has no time words: those of the deed it names, the paragraph, the town, the figure before, the lead."""
        time, why = self._told_around(draft, earlier, told, where)
        if time is None or time.date_to is None or draft.counted is None:
            return time, why
        for said in self.times_in(*self.sentence(draft.piece, draft.counted.first)):
            # "He said on Saturday that …": no later than Saturday, whatever day the lead is of.
            if said.date_to is not None and said.date_to < time.date_to and self.of_cue(draft.piece, said):
                return said, f"no later than it was said: {said.rule}"
        return time, why

    def deed_times(self, paragraph: Paragraph, start: int, end: int, *, cut: bool = False) -> list[TimeSpan]:
        """The days in `[start, end)` of a paragraph on which something was done, and not said, counted or still going on.

        `cut`: it is a clause, cut where another time begins, and the day told for it holds.
        """
        found = [
            t
            for t in self.times_in(start, end)
            if not self._said_then(paragraph.frame, t)
            and t.resolved
            and not _since(t)
            and t.kind not in (ASIDE - {"other time"} if cut else ASIDE)
            and t.lead not in ("until", "till")
            and not self._still(t)
            and not self.afterwards(t)
        ]
        # "Strikes on Monday started fires that were still burning on Tuesday. Four of the dead …": Monday's.
        return [t for t in found if not self._aside(paragraph.frame, t)] or found

    def _told_around(
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]], told: Tellings, where: Placed | None
    ) -> tuple[TimeSpan | None, str | None]:
        found = draft.counted
        if found is None:
            return None, None
        start, end = self.sentence(draft.piece, found.first)
        if self._apart(draft, end):
            return None, None
        span = (start, end)
        if (pointed := told.pointed_at(draft, where, span)) is not None:
            return told.carry(draft.paragraph, *pointed)
        paragraph = self.parsed.paragraphs[draft.paragraph]
        before = [
            t for t in self.deed_times(paragraph, paragraph.start, start) if not self._past_for(draft, t)
        ]
        if before:
            return before[-1], f"said earlier in the paragraph: {before[-1].rule}"
        going = told.goes_on(span) or told.thing(draft, span) or told.in_town(where, start)
        if (going := going or told.carried(draft.paragraph) or told.told_next(span)) is not None:
            return told.carry(draft.paragraph, *going)
        for other, time in reversed(earlier):
            if draft.paragraph - other.paragraph > 1 or other.start >= draft.start:
                break
            if time.kind == "other time" and other.paragraph != draft.paragraph:
                continue  # "…, a day after a strike left six dead": the next paragraph goes on from what was told first
            # A span of days ("since June 13") holds for what it was said of, not for what follows.
            set_aside = self._past_for(draft, time) or self.afterwards(time) or self._still(time)
            if not is_long(time) and not set_aside:
                return time, f"that of the figure before: {time.rule}"
            break
        if (later := told.later_in(where, draft.paragraph, span)) is not None:
            return later
        news = [p for p in self.parsed.paragraphs if not p.headline][:3]
        opening = list(enumerate(news))
        if news and _NEW_TOLL.search(self.parsed.text, news[0].start, news[0].end):
            # "The toll rose to 19 on Wednesday": the day of the count; that of the attack is told next.
            opening = [*opening[1:], opening[0]]
        for index, lead in opening:
            times = [
                t
                for t in self.times_in(lead.start, lead.end)
                if t.resolved
                and t.kind not in ASIDE
                and not self._said_then(lead.frame, t)
                and not _since(t)
                and not self._past_for(draft, t)
                and not (
                    is_long(t) and t.start > draft.end
                )  # "In May they had killed seven": of those told there
            ]
            if times:
                return times[0], f"said in the {'lead' if index == 0 else 'opening'}: {times[0].rule}"
        for lead in news[:2]:
            # "Israeli raids killed 492 people, the ministry said on Monday": news of that day.
            times = [
                t
                for t in self.times_in(lead.start, lead.end)
                if t.resolved and not is_long(t) and t.kind != "earlier count"
            ]
            if times:
                return times[0], f"{SAID}: {times[0].rule}"
        return None, None
