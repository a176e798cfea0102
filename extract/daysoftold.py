"""The day of what is told on: which of the sentences that told a deed with its day a later figure goes back to.

A report tells several deeds, each with its day, and comes back to them without it: by a definite noun ("the raid
on the depot"), by their town, or by what was counted there. The day goes with the deed and not with the sentence
that stands nearest before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.backrefs import deeds_named, is_loose
from extract.eventkinds import kinds_in
from extract.group import HARM
from extract.ownplaces import NAMED

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.drafts import Draft
    from extract.ownplaces import Placed
    from extract.parse import Paragraph
    from extract.setting import Setting

#: How many of the deeds told last are looked at.
_RECENT = 24
#: How many of them back a thing is still known as "the base".
_NEAR = 3
_TOWNS = frozenset({"city", "site", "point"})
#: What opens a sentence that goes on from what was told last, whatever paragraph it opens.
_GOES_ON = re.compile(
    r"\s*[“\"']*(?:(?:a\s+few|some|several|two|three)\s+)?(?:(?:hours|minutes)\s+(?:later|earlier|afterwards?|after)|shortly\s+after(?:wards?)?|soon\s+after(?:wards?)?|moments\s+later|within\s+(?:hours|minutes))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Telling:
    """A sentence that tells a deed with its day, and those of its paragraph that go on from it."""

    start: int
    end: int
    time: TimeSpan
    kinds: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    begin: int = 0  # of what was told of it before its day was


class Tellings:
    """The deeds that an article tells with their days, in text order."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.told: list[Telling] = []
        dayless: int | None = None  # where the paragraph before begins, if it tells no day
        for paragraph in setting.parsed.paragraphs:
            if paragraph.headline:
                continue
            count = len(self.told)
            self._read(paragraph, paragraph.start if dayless is None else dayless)
            dayless = paragraph.start if len(self.told) == count else None
        self._starts = [telling.start for telling in self.told]

    def _read(self, paragraph: Paragraph, begin: int) -> None:
        """The tellings of a paragraph; its first is also of what is told from `begin` on."""
        setting, first = self.setting, len(self.told)
        for _, (start, end) in setting.clauses(paragraph.frame):
            time = next(iter(setting.deed_times(paragraph, start, end)), None)
            if time is not None:
                self.told.append(Telling(start, end, time, begin=start if len(self.told) > first else begin))
            if len(self.told) > first:
                last = self.told[-1]
                since = last.begin if last.end == end else start
                last.end = end
                last.kinds |= {kind for kind, _, _ in kinds_in(setting.parsed.text[since:end])}
                last.towns |= {m.name for m in setting.places_in(since, end) if m.kind in _TOWNS}

    def place(self, draft: Draft, where: Placed | None, time: TimeSpan) -> None:
        """Learn where a figure of a telling was placed: its town, though another sentence named it."""
        if where is None or where.mention is None or where.mention.kind not in _TOWNS:
            return
        at = bisect_left(self._starts, draft.end) - 1
        if at >= 0 and self.told[at].time == time and draft.start < self.told[at].end:
            self.told[at].towns.add(where.name)

    def _before(self, offset: int) -> list[Telling]:
        """The deeds told before an offset, the last first."""
        at = bisect_left(self._starts, offset)
        return self.told[max(0, at - _RECENT) : at][::-1]

    def pointed_at(
        self, draft: Draft, where: Placed | None, span: tuple[int, int]
    ) -> tuple[TimeSpan, str] | None:
        """The day of the deed that the figure's sentence `span` names with a definite noun: "the raid on the depot"."""
        sentence = self.setting.parsed.text[span[0] : span[1]]
        best: tuple[int, Telling] | None = None
        town = where.name if where is not None and where.mention is not None else None
        for kinds, words in deeds_named(sentence, outcome=draft.measure in HARM):
            for telling in self._before(span[0]):
                if not (telling.kinds & kinds):
                    continue
                told = self.setting.parsed.text[telling.begin : telling.end].casefold()
                score = 2 * sum(word in told for word in words)
                if town is not None and town in telling.towns:
                    score += 3 if where is not None and where.why == NAMED else 1
                if best is None or score > best[0]:
                    best = score, telling
        return (best[1].time, f"that of the deed spoken of: {best[1].time.rule}") if best else None

    def thing(self, draft: Draft, start: int) -> tuple[TimeSpan, str] | None:
        """ "The base was overrun": the day of the deed that brought in "a base"."""
        if draft.counted is None:
            return None
        for token in draft.counted.first.sent:
            if token.dep_ not in ("nsubj", "nsubjpass") or token.tag_ != "NN" or is_loose(token.lower_):
                continue
            if not any(child.lower_ in ("the", "that", "this") for child in token.children):
                continue
            brought = re.compile(rf"\b[Aa]n?\s+(?:[\w-]+\s+){{0,3}}?{re.escape(token.lower_)}\b")
            for telling in self._before(start)[:_NEAR]:
                if brought.search(self.setting.parsed.text, telling.begin, telling.end):
                    return telling.time, f"that of the {token.lower_} spoken of: {telling.time.rule}"
        return None

    def told_next(self, draft: Draft, span: tuple[int, int]) -> tuple[TimeSpan, str] | None:
        """ "Troops beat off a raid on Hollen, killing six." and then "The raiders came on Monday": Monday."""
        at = bisect_left(self._starts, span[1])
        if at >= len(self.told) or self.told[at].begin > span[1]:
            return None
        telling, parsed = self.told[at], self.setting.parsed
        sentence = parsed.text[telling.start : telling.end]
        kinds = {kind for kind, _, _ in kinds_in(parsed.text[span[0] : span[1]])}
        if any(kinds & meant for meant, _ in deeds_named(sentence, outcome=False)):
            return telling.time, f"told next, of the same deed: {telling.time.rule}"
        return None

    def goes_on(self, span: tuple[int, int]) -> tuple[TimeSpan, str] | None:
        """ "Hours later, jets struck …": of the day that was told last."""
        if _GOES_ON.match(self.setting.parsed.text, *span) is None:
            return None
        last = next((t for t in self._before(span[0])), None)
        return (last.time, f"hours from what was told before: {last.time.rule}") if last else None

    def in_town(self, where: Placed | None, start: int) -> tuple[TimeSpan, str] | None:
        """The day of what was told last of the figure's town."""
        if where is None or where.mention is None or where.mention.kind not in _TOWNS:
            return None
        for telling in self._before(start):
            if where.name in telling.towns:
                return telling.time, f"that of what was told of {where.name}: {telling.time.rule}"
        return None
