"""When a figure happened: the time words of its sentence, its paragraph, the figure before, the lead."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.clauses import OtherTime, may_tell_two, moved, other_time
from extract.dates import TimeSpan, find_times
from extract.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed, Piece


def _long(time: TimeSpan) -> bool:
    return (
        time.date_from is not None and time.date_to is not None and (time.date_to - time.date_from).days > 2
    )


def _tells(token: Token) -> bool:
    """Is it a verb of telling, whatever else of its sentence was read: "OCHA on Wednesday demanded …"?"""
    return token.pos_ == "VERB" and token.lemma_ in words("reporting", "dated_telling")


#: An hour without a day: "until midnight", "at dawn".
_HOUR = re.compile(
    r"(?:(?:until|till|at|around|about|before|after|by|towards?|shortly|just|soon)\s+)*(?:midnight|dawn|noon|midday|daybreak|sunrise|sunset|dusk|nightfall)",
    re.IGNORECASE,
)


def _since(time: TimeSpan) -> bool:
    """A span up to the report, which holds for the count it stands beside."""
    return _long(time) and (time.rule or "").startswith("since")


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
#: Times of something else than what the text tells of.
_ASIDE = frozenset({"other time", "earlier count"})
_EARLIER_COUNT = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against)\s+(?:[\w,.]+\s+){1,4}?(?:(?:that\s+)?(?:it|they|he|she)\s+(?:had\s+)?)?"
    r"(?:reported|recorded|registered|counted|announced|given)\s+(?:on\s+)?$"
)
#: What goes on after the event, until the time that is told next.
#: What is done for the dead and the wounded afterwards: its day is not that of the deed.
AFTERWARDS = re.compile(
    r"\b(?:buried|burials?|funerals?|laid\s+to\s+rest|recovered|retrieved|dug\s+out|pulled\s+from|identified|treated|treating|discharged)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r",\s+(?:(?:at\s+least|about|some)\s+)?(?:[\w-]+\s+){1,3}?of\s+(?:whom|which|them)\s+[^,;.]{2,60}$",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:still|continued\s+to|remained?)\b[^.;]*$", re.IGNORECASE)


#: How a day is counted that is told by another.
_FROM_LAST = "the day spoken of last"
#: How far on, in characters, the next paragraph still goes on from a deed.
_NEAR_DEED = 250
#: Words that may go on from the day of the telling.
_LATER = re.compile(r"later\b|(?:the\s+)?(?:same|that)\b", re.IGNORECASE)


def _cut(start: int, end: int, other: OtherTime) -> list[tuple[int, int]]:
    """The parts of a sentence in text order."""
    if other.start <= start:
        return [(start, other.end), (other.end, end)]
    return [(start, other.start), (other.start, end)]


class Times:
    """The time words of a parsed article, and which of them hold for a figure."""

    def __init__(
        self, parsed: Parsed, frames: list[Frame], published: dt.date | None, country: str | None = None
    ) -> None:
        self.parsed = parsed
        self.published = published
        self.times: list[TimeSpan] = []
        for paragraph in parsed.paragraphs:
            self.times += find_times(parsed.text, paragraph.start, paragraph.end, published, country=country)
        self.times = [
            self._so_far(time)
            for time in self.times
            if not _HOUR.fullmatch(parsed.text, time.start, time.end)
        ]
        self.times = [
            replace(time, kind="earlier count")
            if _EARLIER_COUNT.search(parsed.text, max(0, time.start - 90), time.start)
            else time
            for time in self.times
        ]
        self._time_starts = [t.start for t in self.times]
        self._cues = {(id(f.piece), f.cue.i) for f in frames if f.cue is not None and f.claims}
        self.lead = self._lead()
        self._count_from_deeds()
        self._others: dict[tuple[int, int], OtherTime] = {}
        self._cut_sentences()

    def _lead(self) -> tuple[int, int]:
        news = [p for p in self.parsed.paragraphs if not p.headline]
        return (news[0].start, news[0].end) if news else (0, 0)

    def sentence(self, piece: Piece, token: Token) -> tuple[int, int]:
        """The characters of the sentence that holds `token`, or of that part of it which is of the token's time."""
        sent = token.sent
        start, end = piece.start(sent[0]), piece.end(sent[-1])
        other = self._others.get((id(piece), sent.start)) if self._others else None
        if other is None:
            return start, end
        at = piece.start(token)
        return next((low, high) for low, high in _cut(start, end, other) if at < high or high == end)

    def clauses(self, piece: Piece) -> Iterator[tuple[Span, tuple[int, int]]]:
        """The sentences of a piece with their characters, those that tell of two times in their parts."""
        for sent in piece.doc.sents:
            start, end = piece.start(sent[0]), piece.end(sent[-1])
            other = self._others.get((id(piece), sent.start)) if self._others else None
            if other is None:
                yield sent, (start, end)
                continue
            for low, high in _cut(start, end, other):
                tokens = [t.i for t in sent if low <= piece.start(t) < high]
                if tokens:
                    yield piece.doc[tokens[0] : tokens[-1] + 1], (low, high)

    def _count_from_deeds(self) -> None:
        """ "… on Sunday, the mission said on Tuesday. … the next morning": counted from Sunday, not from the telling."""
        if not any(t.kind == "sameday" and _FROM_LAST in t.rule for t in self.times):
            return
        deed: dt.date | None = None
        since = 0  # where the deed's day was told
        told: dt.date | None = None  # the day spoken of last, if only something was said then
        for paragraph in self.parsed.paragraphs:
            for time in self.times_in(paragraph.start, paragraph.end):
                at = bisect_left(self._time_starts, time.start)
                near = time.kind == "sameday" and paragraph.start - since <= _NEAR_DEED
                last = near and _FROM_LAST in time.rule
                if last and not _LATER.match(time.text) and time.date_from and time.date_to and told and deed:
                    moved_by = deed - told
                    time = replace(time, date_from=time.date_from + moved_by, date_to=time.date_to + moved_by)
                    self.times[at] = time
                if time.date_to is None or time.precision not in ("day", "night"):
                    continue
                if self.of_cue(paragraph.frame, time):
                    told = time.date_to
                else:
                    deed, told, since = time.date_to, None, time.end

    def _cut_sentences(self) -> None:
        """Find the sentences that tell of two times, and give the second its day: "three days after …"."""
        added: list[TimeSpan] = []
        pieces = [
            piece
            for paragraph in self.parsed.paragraphs
            if may_tell_two(self.parsed.text, paragraph.start, paragraph.end)
            for piece in (paragraph.frame, *paragraph.insides)
        ]
        for piece in pieces:
            for sent in piece.doc.sents:
                other = other_time(piece, sent, self.parsed.text)
                if other is None:
                    continue
                if other.known:
                    added += self._since_known(piece, (piece.start(sent[0]), piece.end(sent[-1])), other)
                    continue
                self._others[id(piece), sent.start] = other
                told = [t for t in self.times_in(other.start, other.end) if t.start >= other.words]
                if any(t.resolved or t.start < other.words for t in told):
                    continue
                span = (piece.start(sent[0]), piece.end(sent[-1]))
                rest = [
                    t
                    for t in self.times_in(*span)
                    if not other.start <= t.start < other.end and t.resolved and not self.of_cue(piece, t)
                ]
                day = rest[0].date_to if rest else self._news_day()
                found = moved(day, other)
                rule = (
                    f"counted from the day of what it is told with: {day}"
                    if found
                    else "another time, not told"
                )
                words = self.parsed.text[other.start : other.words].strip()
                added.append(
                    TimeSpan(other.start, other.words, words, found, found, "day", rule, kind="other time")
                )
        if added:
            self.times = sorted([*self.times, *added], key=lambda t: t.start)
            self._time_starts = [t.start for t in self.times]

    def _since_known(self, piece: Piece, span: tuple[int, int], other: OtherTime) -> list[TimeSpan]:
        """ "A day before the strike, …": time words of the sentence, where it tells no day itself."""
        if any(t.resolved and not self.of_cue(piece, t) for t in self.times_in(*span)):
            return []
        day = self._news_day()
        found = moved(day, replace(other, days=None if other.days is None else -other.days))
        words = self.parsed.text[other.start : other.words].strip()
        rule = f"counted from the day of the news: {day}" if found else "another time, not told"
        return [TimeSpan(other.start, other.words, words, found, found, "day", rule, kind="other time")]

    def _news_day(self) -> dt.date | None:
        """The day that the opening tells, else that of the report."""
        for paragraph in [p for p in self.parsed.paragraphs if not p.headline][:3]:
            for time in self.times_in(paragraph.start, paragraph.end):
                if time.resolved and not _long(time) and not self.of_cue(paragraph.frame, time):
                    return time.date_to
        told = [t for t in self.times_in(*self.lead) if t.resolved and not _long(t)]
        return told[0].date_to if told else self.published

    def times_in(self, start: int, end: int) -> list[TimeSpan]:
        """The time words inside `[start, end)`."""
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    # ------------------------------------------------------------ times

    def of_cue(self, piece: Piece, time: TimeSpan) -> bool:
        """Does the time word say when it was said, not when it happened?"""
        if time.kind in _ASIDE:
            return False
        token = piece.token_at(time.start)
        # "Through Wednesday, the ministry said …": what opens the sentence is what is told.
        if token is not None and token.i <= token.sent.start + 2:
            return False
        if self._does_then(piece, time):
            return False
        hops = 0
        while token is not None and hops < 4:
            if (id(piece), token.i) in self._cues or _tells(token):
                return not self._before_speaker(piece, time, token)
            if token.head is token or token.pos_ == "VERB":
                return False
            token, hops = token.head, hops + 1
        return False

    def _before_speaker(self, piece: Piece, time: TimeSpan, cue: Token) -> bool:
        """ "The camp was overrun late on Monday, one of the sources said": the words before the comma tell the deed."""
        first = piece.token_at(time.start)
        if first is None or cue.i < first.i or self.parsed.text[time.end : time.end + 1] != ",":
            return False
        before = first.doc[first.sent.start : first.i]
        return any(token.tag_ in ("VBD", "VBZ", "VBP") and not _tells(token) for token in before)

    def _does_then(self, piece: Piece, time: TimeSpan) -> bool:
        """ "… said that jets on Tuesday bombarded": the time words stand right before the verb of the deed."""
        then = piece.token_at(time.end + 1)
        if then is None or then.tag_ != "VBD" or _tells(then) or (id(piece), then.i) in self._cues:
            return False
        return any(token.lower_ == "that" for token in then.doc[then.sent.start : then.i])

    def _aside(self, piece: Piece, time: TimeSpan) -> bool:
        """Does the time stand in a relative clause, which tells of something else than its sentence does?"""
        token = piece.token_at(time.start)
        while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        return token is not None and token.dep_ == "relcl"

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
        people = any(child.lower_ in ("who", "whom") for child in token.subtree)
        return people and not token.left_edge.i <= draft.counted.first.i <= token.right_edge.i

    def _said_then(self, piece: Piece, time: TimeSpan) -> bool:
        """As `of_cue`, of the day's other name too: "said on Thursday, Christmas Day"."""
        if self.of_cue(piece, time):
            return True
        at = bisect_left(self._time_starts, time.start)
        before = self.times[at - 1] if at else None
        beside = before is not None and self.parsed.text[before.end : time.start] in (
            ", ",
            " – ",
            " — ",
            " (",
        )
        return before is not None and beside and before.date_to == time.date_to and self.of_cue(piece, before)

    def when(self, draft: Draft, frame: Frame | None) -> tuple[TimeSpan | None, str | None, bool]:
        """(time words, how they were found, whether they stand in the figure's own sentence)."""
        found = draft.counted
        if found is None:
            return None, None, False
        start, end = self.sentence(draft.piece, found.first)
        own = [t for t in self.times_in(start, end) if not self._said_then(draft.piece, t)]
        if draft.piece.kind == "inside":
            own = [t for t in own if draft.piece.token_at(t.start) is not None]
        if (counted := _COUNTED_THEN.match(self.parsed.text, draft.end)) is not None:
            told = [t for t in self.times_in(counted.end(), min(end, counted.end() + 4)) if t.resolved]
            if told:
                return told[0], told[0].rule, True
        own = [t for t in own if t.kind != "earlier count" and not self._of_others(draft, t)]
        if own and self._new_count(draft, own, start):
            return None, None, False
        if len(own) > 1 and any(t.resolved and t.start > draft.end for t in own):
            # "Ten were killed in a raid on Thursday and six in a fight on Friday": Thursday is the ten's.
            own = [t for t in own if t.end > draft.start or not self._ends_before(t, draft)]
        own = [t for t in own if not self._of_some(draft, t)]
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
                )

            best = min(own, key=cost)
            return best, best.rule, True
        if draft.part_of is not None:
            time, why, _ = self.when(draft.part_of, frame)
            return time, why and f"that of the whole: {why}", False
        return None, None, False

    def _of_some(self, draft: Draft, time: TimeSpan) -> bool:
        """ "abducted nine people, four of whom escaped on Tuesday": the day of the four, not of the nine."""
        gap = self.parsed.text[draft.end : time.start] if time.start > draft.end else ""
        return _OF_WHOM.match(gap) is not None

    def _ends_before(self, time: TimeSpan, draft: Draft) -> bool:
        """Does the time close what is told before "and six in …", which has no verb of its own?"""
        gap = self.parsed.text[time.end : draft.start]
        return draft.listed and re.fullmatch(r",?\s+(?:and|while)\s+", gap) is not None

    def _of_toll(self, draft: Draft, time: TimeSpan) -> bool:
        """ "Bringing the toll since May to 61,330, with 152,000 wounded": the span of the toll, whatever day is told besides."""
        if not _since(time) or time.start > draft.start:
            return False
        return _TOLL_OF.search(self.parsed.text, max(0, time.start - 60), time.start) is not None

    def _so_far(self, time: TimeSpan) -> TimeSpan:
        """ "This year", told of what has happened, ends with the report."""
        if self.published is None or time.date_from is None or time.date_to is None:
            return time
        if time.date_from <= self.published < time.date_to and (time.date_to - time.date_from).days >= 20:
            return replace(time, date_to=self.published)
        return time

    def _still(self, time: TimeSpan) -> bool:
        """ "Fires that were still burning on Tuesday": not the day of what set them."""
        return _LASTING.search(self.parsed.text, max(0, time.start - 60), time.start) is not None

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
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]]
    ) -> tuple[TimeSpan | None, str | None]:
        """Where the sentence has no time words: those of the paragraph, the figure before, the lead."""
        time, why = self._told_around(draft, earlier)
        if time is None or time.date_to is None or draft.counted is None:
            return time, why
        for said in self.times_in(*self.sentence(draft.piece, draft.counted.first)):
            # "He said on Saturday that …": no later than Saturday, whatever day the lead is of.
            if said.date_to is not None and said.date_to < time.date_to and self.of_cue(draft.piece, said):
                return said, f"no later than it was said: {said.rule}"
        return time, why

    def _told_around(
        self, draft: Draft, earlier: list[tuple[Draft, TimeSpan]]
    ) -> tuple[TimeSpan | None, str | None]:
        found = draft.counted
        if found is None:
            return None, None
        start, _ = self.sentence(draft.piece, found.first)
        paragraph = self.parsed.paragraphs[draft.paragraph]
        before = [
            t
            for t in self.times_in(paragraph.start, start)
            if not self._said_then(paragraph.frame, t)
            and t.resolved
            and not _since(t)
            and t.kind not in _ASIDE
        ]
        before = [
            t
            for t in before
            if not self._past_for(draft, t) and not self._still(t) and not self.afterwards(t)
        ]
        # "Strikes on Monday started fires that were still burning on Tuesday. Four of the dead …": Monday's.
        before = [t for t in before if not self._aside(paragraph.frame, t)] or before
        if before:
            return before[-1], f"said earlier in the paragraph: {before[-1].rule}"
        for other, time in reversed(earlier):
            if draft.paragraph - other.paragraph > 1 or other.start >= draft.start:
                break
            # A span of days ("since June 13") holds for what it was said of, not for what follows.
            if not _long(time) and not self._past_for(draft, time) and not self.afterwards(time):
                return time, f"that of the figure before: {time.rule}"
            break
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
                and t.kind not in _ASIDE
                and not self._said_then(lead.frame, t)
                and not _since(t)
                and not self._past_for(draft, t)
                and not (
                    _long(t) and t.start > draft.end
                )  # "In May they had killed seven": of those told there
            ]
            if times:
                return times[0], f"said in the {'lead' if index == 0 else 'opening'}: {times[0].rule}"
        for lead in news[:2]:
            # "Israeli raids killed 492 people, the ministry said on Monday": news of that day.
            times = [
                t
                for t in self.times_in(lead.start, lead.end)
                if t.resolved and not _long(t) and t.kind != "earlier count"
            ]
            if times:
                return times[0], f"{SAID}: {times[0].rule}"
        return None, None
