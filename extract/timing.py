"""When a figure happened: the time words of its sentence, its paragraph, the figure before, the lead."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from extract.daysofsums import days_of_sum, sums_up
from extract.listdays import days_of_lists
from extract.newsdays import IN_A_PLACE, NewsDays
from extract.timeowners import is_since
from extract.timewords import ASIDE, is_long

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.dates import TimeSpan
    from extract.daysoftold import Tellings
    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.loosedays import Loose
    from extract.ownplaces import Placed
    from extract.parse import Paragraph

#: Why a day holds that is only the one on which something was said.
SAID = "the day on which the lead has it said"
_NEW_TOLL = re.compile(
    r"\btoll\b[^.]{0,160}\b(?:rose|risen|rises|climbed|climbs|reached|jumped|grew|stood)\b", re.IGNORECASE
)
#: "Up from 10,000 reported on Monday": the day of that count.
_COUNTED_THEN = re.compile(
    r"\s+(?:(?:that\s+)?(?:it|they|he|she)\s+(?:had\s+)?)?(?:reported|recorded|registered|counted|announced|given)\s+(?:on\s+)?"
)
#: "… have fled since the attack", "… have been without water since".
_SINCE_THEN = re.compile(
    r"[^.;]*?\b(?:have|has)\b[^.;]*?\bsince\b(?=\s*[,.;]|\s+(?:then|that|the\s+(?:[\w-]+\s+){0,2}?(?:attack|strike|raid|assault|blast|explosion|shelling|bombing|massacre|ambush|killings?|clash|clashes|fighting)\b))"
)
#: How far on, in characters, what the opening sums up is told.
_BELOW = 1200
#: Where a clause begins that has a time of its own: "…, recalling that 14 had died there in March".
_CLAUSE_OF_ITS_OWN = re.compile(r"\b(?:that|how|when|where|which|while|whereas)\b|;")
_GOES_ON = re.compile(r"[,;]|\b(?:and|that|when|which|who|while)\b")
_NEXT_CLAUSE = re.compile(r"[,;]\s+(?:and|but|while|as|who|which)\s")


def _within(time: TimeSpan, wide: TimeSpan) -> bool:
    """Does a time lie inside a much wider one?"""
    if time is wide or not time.date_from or not time.date_to or not wide.date_from or not wide.date_to:
        return False
    much = 3 * (time.date_to - time.date_from).days < (wide.date_to - wide.date_from).days
    return much and wide.date_from <= time.date_from and time.date_to <= wide.date_to


class Times(NewsDays):
    """The time words of a parsed article, and which of them hold for a figure."""

    #: The times of what came of a deed, by their offset, and the day of the deed that the text tells elsewhere.
    loose: Mapping[int, Loose] = MappingProxyType({})

    def when(self, draft: Draft, frame: Frame | None) -> tuple[TimeSpan | None, str | None, bool]:
        """(time words, how they were found, whether they stand in the figure's own sentence)."""
        time, why, own = self._when(draft, frame)
        loose = self.loose.get(time.start) if time is not None and own else None
        if loose is None or not loose.counts(draft):
            return time, why, own
        return loose.deed, f"the day told of the deed: {loose.deed.rule}", False

    def deeds_day(self, time: TimeSpan) -> TimeSpan:
        """The time, or that of the deed where it is only of what came of one."""
        loose = self.loose.get(time.start)
        return loose.deed if loose is not None and loose.whole else time

    def _when(self, draft: Draft, frame: Frame | None) -> tuple[TimeSpan | None, str | None, bool]:
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
        if (count := self.earlier_count(draft, own)) is not None:
            return count, count.rule, True
        own = [self.until_when(draft, t) for t in own]
        own = [t for t in own if t.kind != "earlier count" and not self._of_others(draft, t)]
        own = [t for t in own if not self._of_another(draft, t) and not self._when_found(draft, t)]
        own = [t for t in own if not self.as_of(draft, t)]
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
                    # "In April 110 died in four days of fighting, from April 2 to April 5".
                    + 60 * (is_long(t) and any(_within(other, t) for other in own))
                    + 100 * gap.count(";")
                    # "Freed on Wednesday two men it had seized on August 30".
                    + 150 * (self._aside(draft.piece, t, found.first) or self._when_taken(draft, t))
                    # "Where raiders took 50 people in March, five were found on Tuesday".
                    + 150 * self._outside(draft, t)
                    # "Ten died on Sunday, residents said, recalling that 14 had been killed there in March".
                    + 150 * (len(own) > 1 and self._behind_another(t, draft, own))
                    # "Broke out on Friday and lasted until Sunday, leaving 14 dead".
                    + (150 if t.lead in ("until", "till") else 0)
                )

            best = min(own, key=cost)
            return best, best.rule, True
        entry = self.entries.get(self.parsed.paragraphs[draft.paragraph].start)
        if entry is not None and not self._apart(draft, end):
            paragraph = self.parsed.paragraphs[draft.paragraph]
            told = self.deed_times(paragraph, paragraph.start, start)
            return told[-1], f"of the entry under its day: {told[-1].rule}", True
        later = self._apart(draft, end) or self._told_since(draft, start)
        if draft.part_of is not None and not later:
            time, why, _ = self.when(draft.part_of, frame)
            return time, why and f"that of the whole: {why}", False
        return None, None, False

    def _behind_another(self, time: TimeSpan, draft: Draft, own: list[TimeSpan]) -> bool:
        """Does a clause begin between the time and the figure that tells a time of its own right behind the figure?"""
        text = self.parsed.text
        if time.end > draft.start or _CLAUSE_OF_ITS_OWN.search(text, time.end, draft.start) is None:
            return False
        behind = next((t for t in own if t.start >= draft.end and t.resolved), None)
        return behind is not None and _GOES_ON.search(text, draft.end, behind.start) is None

    def _told_since(self, draft: Draft, start: int) -> bool:
        """Has the paragraph told a day of its own, before which the whole was counted?"""
        if draft.part_of is None or draft.part_of.paragraph == draft.paragraph:
            return False
        paragraph = self.parsed.paragraphs[draft.paragraph]
        return bool(self.deed_times(paragraph, paragraph.start, start))

    def summed(self, draft: Draft, span: tuple[int, int], *, of_days: bool) -> TimeSpan | None:
        """ "14 died in two separate raids", in the opening: the days of the one and of the other, told below.

        `of_days`: of "three days of clashes", which are one deed.
        """
        if not self.lead[0] <= draft.start < self.lead[1]:
            return None
        said = sums_up(self.parsed.text[span[0] : span[1]])
        if said is None or (said["days"] is not None) != of_days:
            return None
        below = [p for p in self.parsed.paragraphs if p.end > span[1] and p.start < span[1] + _BELOW]
        times = (t for p in below for t in self.deed_times(p, max(p.start, span[1]), p.end))
        return days_of_sum(self.parsed.text, said, span[1], times)

    @cached_property
    def _listed(self) -> dict[int, TimeSpan]:
        return days_of_lists(self.parsed, self._over_list)

    def _over_list(self, paragraph: Paragraph) -> list[TimeSpan]:
        """The days of deeds that the words over a list tell; "documented the death of 14 men yesterday: …" too."""
        done = self.deed_times(paragraph, paragraph.start, paragraph.end)
        if done:
            return done
        return [
            t
            for t in self.times_in(paragraph.start, paragraph.end)
            if t.resolved and not is_long(t) and t.kind not in ASIDE and not self.said_plainly(t)
        ]

    def _since_told(self, draft: Draft, start: int, end: int) -> tuple[TimeSpan | None, str | None]:
        """ "Police arrested 14 men on Aug. 4. Two have since been released": from that day up to the report."""
        if not self._have_since(draft, end) or self.published is None:
            return None, None
        paragraph = self.parsed.paragraphs[draft.paragraph]
        before = self.deed_times(paragraph, paragraph.start, start)
        if not before and draft.part_of is not None and draft.part_of.paragraph != draft.paragraph:
            whole, _, _ = self.when(draft.part_of, None)
            before = [whole] if whole is not None and whole.resolved else []
        if not before or before[-1].date_to is None or before[-1].date_to > self.published:
            return None, None
        rule = f"after {before[-1].rule}, up to publication"
        return replace(before[-1], date_to=self.published, precision="range", rule=rule), rule

    def until_now(self, draft: Draft, time: TimeSpan) -> TimeSpan:
        """ "Have fled since the attack", "have been without water since": from that day up to the report."""
        if draft.counted is None or self.published is None or time.date_to is None:
            return time
        if is_since(time):
            return self.said_until(draft, time)
        start, end = self.sentence(draft.piece, draft.counted.first)
        if time.date_to < self.published and self._died_since(draft, start, end):
            return replace(time, date_to=self.published)
        if time.date_to >= self.published or "since" not in self.parsed.text[draft.end : end]:
            return time
        since = _SINCE_THEN.search(self.parsed.text, draft.end, end)
        if since is None or _NEXT_CLAUSE.search(since.group()):
            return time
        return replace(time, date_to=self.published)

    def when_around(
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]], told: Tellings, where: Placed | None
    ) -> tuple[TimeSpan | None, str | None]:
        """Where the sentence has no time words: those of the deed it names, the paragraph, the town, the figure before, the lead."""
        time, why = self._told_around(draft, earlier, told, where)
        if time is None and self.live is not None and draft.start >= self.live.start:
            return self.live, self.live.rule
        if time is None and (counted := self._counted_by(draft)) is not None:
            return counted, f"the day on which they had been counted: {counted.rule}"
        if time is None or time.date_to is None or draft.counted is None:
            return time, why
        for said in self.times_in(*self.sentence(draft.piece, draft.counted.first)):
            # "He said on Saturday that …": no later than Saturday, whatever day the lead is of.
            if said.date_to is not None and said.date_to < time.date_to and self.of_cue(draft.piece, said):
                return said, f"no later than it was said: {said.rule}"
        return time, why

    def _counted_by(self, draft: Draft) -> TimeSpan | None:
        """The day on which they had been counted, where nothing tells when it happened."""
        if draft.counted is None:
            return None
        times = self.times_in(*self.sentence(draft.piece, draft.counted.first))
        return next(
            (t for t in times if t.resolved and t.lead in ("by", "as of") and self.as_of(draft, t)), None
        )

    def deed_times(self, paragraph: Paragraph, start: int, end: int, *, cut: bool = False) -> list[TimeSpan]:
        """The days in `[start, end)` of a paragraph on which something was done, and not said, counted or still going on.

        `cut`: it is a clause, cut where another time begins, and the day told for it holds.
        """
        found = [
            self.deeds_day(t)
            for t in self.times_in(start, end)
            if not self._said_then(paragraph.frame, t)
            and t.resolved
            and not is_since(t)
            and t.kind not in (ASIDE - {"other time"} if cut else ASIDE)
            and t.lead not in ("until", "till", "as of")
            and not self._still(t)
            and not self.afterwards(t)
        ]
        # "Strikes on Monday started fires that were still burning on Tuesday. Four of the dead …": Monday's.
        found = [t for t in found if not self._aside(paragraph.frame, t)] or found
        entry = self.entries.get(start)
        return found if entry is None else [entry, *(t for t in found if t.start != entry.start)]

    def _next_item(self, draft: Draft, other: Draft, time: TimeSpan) -> bool:
        """ "In the next region, troops shelled 19 villages", in a digest of a night or a day: of all of that time again."""
        if draft.paragraph == other.paragraph:
            return False
        paragraph = self.parsed.paragraphs[draft.paragraph]
        opening = IN_A_PLACE.match(self.parsed.text, paragraph.start, paragraph.end)
        before = self.parsed.paragraphs[other.paragraph]
        if opening is None or opening[1] in self.parsed.text[before.start : before.end]:
            return False
        return any(
            t.date_from is not None
            and t.date_to is not None
            and time.date_from is not None
            and t.date_from < t.date_to
            and (t.date_from <= time.date_from <= t.date_to)
            and not is_long(t)
            for t in self.times_in(*self.lead)
        )

    def _news_since(self, draft: Draft) -> TimeSpan | None:
        """ "… killed 43 on Thursday." then "On Friday, forces fought for X." and then "In Y, shells fell": on Friday."""
        if draft.paragraph == 0:
            return None
        above = self.parsed.paragraphs[draft.paragraph - 1]
        told = [] if above.headline else self.deed_times(above, above.start, above.end)
        lead = [t for t in self.times_in(*self.lead) if t.resolved and not is_long(t) and t.kind not in ASIDE]
        if not told or not lead or is_long(told[-1]) or told[-1].date_to is None or lead[0].date_to is None:
            return None
        return told[-1] if told[-1].date_to > lead[0].date_to else None

    def _told_around(
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]], told: Tellings, where: Placed | None
    ) -> tuple[TimeSpan | None, str | None]:
        found = draft.counted
        if found is None:
            return None, None
        start, end = self.sentence(draft.piece, found.first)
        if self._apart(draft, end):
            return self._since_told(draft, start, end)
        span = (start, end)
        paragraph = self.parsed.paragraphs[draft.paragraph]
        before = [
            t for t in self.deed_times(paragraph, paragraph.start, start) if not self._past_for(draft, t)
        ]
        if not before and (listed := self._listed.get(draft.paragraph)) is not None:
            return listed, f"said over the list: {listed.rule}"
        if (pointed := told.pointed_at(draft, where, span)) is not None:
            return told.carry(draft.paragraph, *pointed)
        if (there := told.there(draft, span)) is not None:
            return told.carry(draft.paragraph, *there)
        if (since := self.lasting_since(draft, paragraph, start)) is not None:
            return since, f"said earlier in the paragraph: {since.rule}"
        if before:
            before = before[:-1] if self._of_what_led_to_it(before) else before
            return before[-1], f"said earlier in the paragraph: {before[-1].rule}"
        if (summed := self.summed(draft, span, of_days=False)) is not None:
            return summed, f"told below, one by one: {summed.rule}"
        going = told.goes_on(span) or told.thing(draft, span) or told.in_town(where, start)
        if (going := going or told.carried(draft.paragraph) or told.told_next(span)) is not None:
            return told.carry(draft.paragraph, *going)
        for other, time in reversed(earlier):
            if draft.paragraph - other.paragraph > 1 or other.start >= draft.start:
                break
            if self._next_item(draft, other, time) or self._turned(draft, other, time, where):
                break
            if time.kind == "other time" and (
                other.paragraph != draft.paragraph or told.in_one(time.end, start)
            ):
                continue  # "…, a day after a strike left six dead": the next paragraph goes on from what was told first
            # A span of days ("since June 13") holds for what it was said of, not for what follows.
            set_aside = self._past_for(draft, time) or self.afterwards(time) or self._still(time)
            if not is_long(time) and not set_aside:
                return self._past_midnight(time, start, end), f"that of the figure before: {time.rule}"
            break
        if (going_on := self._news_since(draft)) is not None:
            return going_on, f"that of the paragraph before: {going_on.rule}"
        if (later := told.later_in(where, draft.paragraph, span)) is not None:
            return later
        news = [p for p in self.parsed.paragraphs if not p.headline][:3]
        opening = list(enumerate(news))
        toll = _NEW_TOLL.search(self.parsed.text, news[0].start, news[0].end) if news else None
        if toll is not None and self.told_aside(toll.start()) is None:
            # "The toll rose to 19 on Wednesday": the day of the count; that of the attack is told next.
            opening = [*opening[1:], opening[0]]
        for index, lead in opening:
            times = [
                self.deeds_day(t)
                for t in self.times_in(lead.start, lead.end)
                if t.resolved
                and t.kind not in ASIDE
                and not self._said_then(lead.frame, t)
                and not is_since(t)
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
