"""How the day of the news is kept from paragraph to paragraph: where it turns elsewhere, past midnight, or to what led to it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.backrefs import turns
from extract.countedfrom import is_late
from extract.datecalc import DAY
from extract.timeowners import TimeOwners
from extract.timewords import ASIDE, is_long

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.drafts import Draft
    from extract.ownplaces import Placed

#: Between the day of a deed and that of another, after which it was.
_LED_TO = re.compile(r"(?:\s+[a-z]+)?,?\s+(?:after|following)\s(?:(?!\b(?:and|until|till|but)\b)[^.;,])*")
_AFTER_MIDNIGHT = re.compile(
    r"\b(?:after\s+midnight|past\s+midnight|before\s+dawn|at\s+dawn|in\s+the\s+early\s+hours)\b"
)
#: "Hours after the soldiers rolled in": after what the news is about.
_HOURS_AFTER = re.compile(r"\s*(?:Just\s+|A\s+few\s+)?[Hh]ours\s+after\s+(?:the|their|its)\s")
#: An item of a digest that opens with its place.
IN_A_PLACE = re.compile(r"\s*(?:In|Across|Over)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}?([A-Z][\w’'-]+)")


class NewsDays(TimeOwners):
    """The time words of a parsed article, and which of them are the news's."""

    def _of_what_led_to_it(self, times: list[TimeSpan]) -> bool:
        """ "Fighting erupted on Sunday after gunmen seized three men on Friday. It left 30 dead": of Sunday."""
        if len(times) < 2 or times[-1].start < times[-2].end:
            return False
        return _LED_TO.fullmatch(self.parsed.text, times[-2].end, times[-1].start) is not None

    def _past_midnight(self, time: TimeSpan, start: int, end: int) -> TimeSpan:
        """ "… late on Saturday." and then "A patrol was hit after midnight": on Sunday."""
        if time.date_to is None or _AFTER_MIDNIGHT.search(self.parsed.text, start, end) is None:
            return time
        if (
            not is_late(self.parsed.text, time)
            or time.date_to == self.published
            or time.date_from != time.date_to
        ):
            return time
        return replace(time, date_from=time.date_to + DAY, date_to=time.date_to + DAY)

    def _turned(self, draft: Draft, other: Draft, time: TimeSpan, where: Placed | None) -> bool:
        """ "…, which was hit on Sunday." and then "In the West Bank, forces arrested 22": of the day of the news again."""
        if draft.paragraph == other.paragraph or where is None or where.mention is None:
            return False
        start = self.parsed.paragraphs[draft.paragraph].start
        if where.mention.start < start:
            return False
        opening = next((p.frame for p in self.parsed.paragraphs if p.start <= self.lead[0] < p.end), None)
        lead = [
            t
            for t in self.times_in(*self.lead)
            if t.resolved and not is_long(t) and t.kind not in ASIDE
            and not (opening is not None and self._said_then(opening, t))
        ]  # fmt: skip
        if not lead or lead[0].date_to is None or time.date_to is None or lead[0].date_to <= time.date_to:
            return False  # nor is what the news goes on to, on the day after
        text = self.parsed.text
        return turns(text, start) or any(opening.match(text, start) for opening in (IN_A_PLACE, _HOURS_AFTER))
