"""The time words of an article: what day each tells, and whether of a deed or of its telling."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.clauses import (
    BY_THEN,
    TOOK,
    OtherTime,
    deed_words,
    may_tell_two,
    moved,
    of_a_source,
    of_a_state,
    other_time,
    told_by_those_sent,
    when_taken,
)
from extract.countedfrom import CountedFrom, is_early, is_late
from extract.datecalc import DAY
from extract.dates import TimeSpan
from extract.entries import entries, live, times_of
from extract.timecues import (
    AFTER_HOUR,
    CLAUSE_AFTER,
    DEFINITE,
    EARLIER_COUNT,
    KEPT,
    KNOWN_BY_DAY,
    MADE_IN,
    OF_A_DEED,
    PUT_OUT,
    RECORD,
    SAID_AGAIN,
    SAID_ON,
    SPEAKING,
    THE_DAY,
)
from extract.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from extract.frames import Frame
    from extract.parse import Parsed, Piece

#: An hour without a day: "until midnight", "at dawn".
_HOUR = re.compile(
    r"(?:(?:until|till|at|around|about|before|after|by|towards?|shortly|just|soon)\s+)*(?:midnight|dawn|noon|midday|daybreak|sunrise|sunset|dusk|nightfall)",
    re.IGNORECASE,
)
#: How many of the days told last a deed that is pointed to may be of.
_MEANT = 8
#: Times of something else than what the text tells of.
ASIDE = frozenset({"other time", "earlier count"})
#: Nouns of deeds that are told with those to whom they were done.
_TAKING = words("reporting", "done_to")
#: "Two days after the ministry announced that …".
_ANNOUNCED = re.compile(
    r"(?:[\w’'-]+\s+){1,7}?(?:announced|said|reported|claimed|confirmed|declared|disclosed)\b(?!\s+responsibility)"
)
#: In what something is told.
_TOLD_IN = words("reporting", "told_in")


def is_long(time: TimeSpan) -> bool:
    """Does it span more than three days?"""
    return (
        time.date_from is not None and time.date_to is not None and (time.date_to - time.date_from).days > 2
    )


def _tells(token: Token) -> bool:
    """Is it a verb of telling, whatever else of its sentence was read: "OCHA on Wednesday demanded …"?"""
    return token.pos_ == "VERB" and token.lemma_ in words("reporting", "dated_telling")


def _cut(start: int, end: int, other: OtherTime) -> list[tuple[int, int]]:
    """The parts of a sentence in text order."""
    if other.start <= start:
        return [(start, other.end), (other.end, end)]
    return [(start, other.start), (other.start, end)]


class TimeWords:
    """The time words of a parsed article, in text order."""

    def __init__(
        self, parsed: Parsed, frames: list[Frame], published: dt.date | None, country: str | None = None
    ) -> None:
        self.parsed = parsed
        self.published = published
        #: Of a timeline: where the paragraphs of its entries begin -> the day of each; of a live blog its day.
        self.entries = entries(parsed, published, country)
        self.entry_starts = {time.start for time in self.entries.values()}
        self.live = live(parsed, published)
        self.times = [
            self._so_far(time)
            for time in times_of(parsed, self.entries, published, country)
            if not _HOUR.fullmatch(parsed.text, time.start, time.end) and not self._made_then(time)
        ]
        self.times = [
            replace(time, kind="earlier count") if self._of_a_record(time) else time for time in self.times
        ]
        self._time_starts = [t.start for t in self.times]
        self._cues = {(id(f.piece), f.cue.i) for f in frames if f.cue is not None and f.claims}
        self.lead = self._lead()
        self.times = CountedFrom(parsed, self.times, published).settle(self.of_cue)
        self._time_starts = [t.start for t in self.times]
        self._others: dict[tuple[int, int], OtherTime] = {}
        self._cut_sentences()

    def _of_a_record(self, time: TimeSpan) -> bool:
        """ "Up from 12 last week", "the worst since May": a time with which the news is only compared."""
        text, low = self.parsed.text, max(0, time.start - 90)
        if EARLIER_COUNT.search(text, low, time.start):
            return True
        record = RECORD.search(text, low, time.start)
        return record is not None and (record["way"] == "since" or time.precision not in ("day", "night"))

    def _made_then(self, time: TimeSpan) -> bool:
        """ "A woman born in 1958 was killed": a year of which nothing is told."""
        if KNOWN_BY_DAY.match(self.parsed.text, time.end) is not None:
            return THE_DAY.search(self.parsed.text, max(0, time.start - 16), time.start) is not None
        if time.kind not in ("year", "month", "decade", "sixties"):
            return False
        return MADE_IN.search(self.parsed.text, max(0, time.start - 40), time.start) is not None

    def _lead(self) -> tuple[int, int]:
        news = [p for p in self.parsed.paragraphs if not p.headline]
        return (news[0].start, news[0].end) if news else (0, 0)

    def _so_far(self, time: TimeSpan) -> TimeSpan:
        """ "This year", told of what has happened, ends with the report; so does "this week"."""
        if self.published is None or time.date_from is None or time.date_to is None:
            return time
        long = (time.date_to - time.date_from).days >= 20 or (
            time.precision == "week" and time.tense == "past"
        )
        if time.date_from <= self.published < time.date_to and long:
            return replace(time, date_to=self.published)
        return time

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
                said = _ANNOUNCED.match(self.parsed.text, other.words, other.end)
                if said is not None and TOOK.match(self.parsed.text, said.end(), other.end) is None:
                    continue  # "two days after the army announced that it had killed 18": not its day
                told = [
                    t
                    for t in self.times_in(other.start, other.end)
                    if t.start >= other.words
                    and not of_a_state(self.parsed.text, t)
                    and not (said and BY_THEN.search(self.parsed.text, other.words, t.start))
                    and not when_taken(self.parsed.text, other, t)
                ]
                if any(t.resolved or t.start < other.words for t in told):
                    continue
                span = (piece.start(sent[0]), piece.end(sent[-1]))
                rest = [
                    t
                    for t in self.times_in(*span)
                    if not other.start <= t.start < other.end and t.resolved and not self.of_cue(piece, t)
                ]
                told_then = [
                    t for t in self.times_in(*span) if not other.start <= t.start < other.end and t.resolved
                ]
                # "Three days after raiders killed 17, the army said on Thursday that it …": counted from Thursday.
                opens = told_then and other.start <= span[0]
                day = rest[0].date_to if rest else told_then[0].date_to if opens else self._news_day()
                found = moved(day, other)
                words = self.parsed.text[other.start : other.words].strip()
                if (
                    found
                    and rest
                    and "hour" in words
                    and words.endswith("before")
                    and is_late(self.parsed.text, rest[0])
                ):
                    found += DAY  # "on Monday night, hours before another killed two"
                if (
                    found
                    and rest
                    and "hour" in words
                    and words.endswith("after")
                    and is_early(self.parsed.text, rest[0])
                ):
                    found -= DAY  # "early on Monday, hours after another killed two"
                rule = (
                    f"counted from the day of what it is told with: {day}"
                    if found
                    else "another time, not told"
                )
                added.append(
                    TimeSpan(other.start, other.words, words, found, found, "day", rule, kind="other time")
                )
        if added:
            self.times = sorted([*self.times, *added], key=lambda t: t.start)
            self._time_starts = [t.start for t in self.times]

    def told_aside(self, offset: int) -> tuple[int, int] | None:
        """The part of a sentence that is of another time than the rest ("…, two days after …"), if `offset` lies in one."""
        return next(((o.start, o.end) for o in self._others.values() if o.start <= offset < o.end), None)

    def _since_known(self, piece: Piece, span: tuple[int, int], other: OtherTime) -> list[TimeSpan]:
        """ "A day before the strike, …": time words of the sentence, where it tells no day itself."""
        if any(t.resolved and not self.of_cue(piece, t) for t in self.times_in(*span)):
            return []
        meant = self._day_meant(span[0], other)
        day = meant or self._news_day()
        found = moved(day, replace(other, days=None if other.days is None else -other.days))
        if found and self.published is not None and found > self.published:
            found = None  # so it is not counted from there
        words = self.parsed.text[other.start : other.words].strip()
        of = "deed meant" if meant else "news"
        rule = f"counted from the day of the {of}: {day}" if found else "another time, not told"
        return [TimeSpan(other.start, other.words, words, found, found, "day", rule, kind="other time")]

    def _day_meant(self, before: int, other: OtherTime) -> dt.date | None:
        """ "A day after the shelling": the day told last with words of such a deed."""
        text = self.parsed.text
        signs = deed_words(text, other)
        if signs is None:
            return None
        for time in reversed(self.times[: bisect_left(self._time_starts, before)][-_MEANT:]):
            if not time.resolved or is_long(time) or time.kind in ASIDE:
                continue
            end = text.find(". ", time.end, before)
            start = text.rfind(". ", max(0, time.start - 400), time.start)
            if re.search(
                signs, text[max(start, time.start - 400, 0) : end if end >= 0 else before], re.IGNORECASE
            ):
                return time.date_to
        return None

    def _news_day(self) -> dt.date | None:
        """The day that the opening tells, else that of the report."""
        for paragraph in [p for p in self.parsed.paragraphs if not p.headline][:3]:
            for time in self.times_in(paragraph.start, paragraph.end):
                if time.resolved and not is_long(time) and not self.of_cue(paragraph.frame, time):
                    return time.date_to
        told = [t for t in self.times_in(*self.lead) if t.resolved and not is_long(t)]
        return told[0].date_to if told else self.published

    def entry_at(self, at: int) -> TimeSpan | None:
        """The day of the timeline's entry that stands there."""
        paragraphs = self.parsed.paragraphs
        return self.entries.get(paragraphs[bisect_right(paragraphs, at, key=lambda p: p.start) - 1].start)

    def times_in(self, start: int, end: int) -> list[TimeSpan]:
        """The time words inside `[start, end)`."""
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    # ------------------------------------------------------------ times

    def of_cue(self, piece: Piece, time: TimeSpan) -> bool:
        """Does the time word say when it was said, not when it happened?"""
        if time.kind in ASIDE:
            return False
        token = piece.token_at(time.start)
        # "Through Wednesday, the ministry said …": what opens the sentence is what is told.
        if token is not None and token.i <= token.sent.start + 2:
            return SAID_AGAIN.match(self.parsed.text, time.end) is not None
        if self.parsed.text.startswith(("'s ", "’s "), time.end):
            return False  # "claimed Wednesday's blast"
        kept = time.lead == "since" or KEPT.search(
            self.parsed.text, max(0, time.phrase_start - 90), time.phrase_start
        )
        if self._names_a_deed(time) or (kept and is_long(time)):
            return False  # "has documented 11 raids since May", "recorded 82 deaths in June"
        if AFTER_HOUR.search(self.parsed.text, max(0, time.start - 40), time.start):
            if self.parsed.text.startswith(",", time.end):
                return False
        if self.said_plainly(time):
            if CLAUSE_AFTER.match(self.parsed.text, time.end):
                return True  # "the army said on Thursday it had killed 40"
        if SPEAKING.search(self.parsed.text, max(0, time.phrase_start - 90), time.phrase_start):
            return True
        if PUT_OUT.search(self.parsed.text, max(0, time.phrase_start - 120), time.phrase_start):
            return True
        if self._does_then(piece, time):
            return False
        if token is not None and (
            of_a_source(token)
            or told_by_those_sent(self.parsed.text, piece.start(token.doc[token.sent.start]), time)
        ):
            return True
        hops, most, first = 0, 4, token
        while token is not None and hops < most:
            if (id(piece), token.i) in self._cues or _tells(token):
                done = any(
                    c.dep_ == "dobj" and c.lemma_ in _TAKING and first is not None and c.i < first.i
                    for c in token.children
                )
                return not done and not self._before_speaker(piece, time, token)
            if token.head is token or token.pos_ == "VERB":
                return False
            if token.lemma_ in _TAKING and any(child.lower_ == "of" for child in token.children):
                return False  # "documented the kidnapping of nine people near X on Sunday"
            if token.lemma_ in _TOLD_IN:
                most = 7  # "said in a statement to the agency on Thursday"
            token, hops = token.head, hops + 1
        return False

    def said_plainly(self, time: TimeSpan) -> bool:
        """ "Said on Thursday": does the time stand right behind a verb of saying?"""
        return SAID_ON.search(self.parsed.text, max(0, time.phrase_start - 40), time.phrase_start) is not None

    def _names_a_deed(self, time: TimeSpan) -> bool:
        """ "Condemned the April 13 attack on a clinic": the day is the attack's."""
        text = self.parsed.text
        if DEFINITE.search(text, max(0, time.start - 6), time.start) is None:
            return False
        return OF_A_DEED.match(text, time.end, time.end + 60) is not None

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
