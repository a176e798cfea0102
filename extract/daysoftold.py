"""The day of what is told on: which of the sentences that told a deed with its day a later figure goes back to.

A report tells several deeds, each with its day, and comes back to them without it: by a definite noun ("the raid
on the depot"), by their town, or by what was counted there. The day goes with the deed and not with the sentence
that stands nearest before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extract.backrefs import deeds_named, is_loose
from extract.eventkinds import kinds_in
from extract.group import HARM
from extract.heldover import held_over
from extract.nouns import noun_class
from extract.ownplaces import NAMED
from extract.telling import NEXT_SENTENCE, Telling, in_passing
from extract.timewords import is_long

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.dates import TimeSpan
    from extract.drafts import Draft
    from extract.ownplaces import Placed
    from extract.parse import Paragraph
    from extract.setting import Setting

#: Why a day holds of which a figure's own words speak.
SPOKEN_OF = "spoken of"
_HURT = frozenset({"killed", "injured"})
#: How many of the deeds told last are looked at.
_RECENT = 24
#: How many of them back a thing is still known as "the base".
_NEAR = 3
_TOWNS = frozenset({"city", "site", "point"})
#: What opens a sentence that goes on from what was told last, whatever paragraph it opens.
_GOES_ON = re.compile(
    r"\s*[“\"']*(?:(?:about|around|roughly|barely|less\s+than|more\s+than)\s+)?(?:(?:a\s+few|half\s+an|an?|some|several|one|two|three|four|five|\d\d?)\s+)?(?:(?:hours?|minutes)\s+(?:later|earlier|afterwards?|after)|shortly\s+after(?:wards?)?|soon\s+after(?:wards?)?|moments\s+later|within\s+(?:hours|minutes))\b",
    re.IGNORECASE,
)


#: What tells, and the houses to which the wounded of every deed are brought.
_SPEAKS = frozenset(
    [
        "source",
        "statement",
        "report",
        "agency",
        "ministry",
        "organisation",
        "organization",
        "office",
        "union",
        "channel",
        "message",
        "toll",
    ]
)
_WHERE_ALL_GO = _SPEAKS | {"hospital", "clinic", "morgue", "mortuary"}
#: How many sentences before in a paragraph tell what is spoken of.
_SENTENCES = 2
#: "The six", "all three".
_THE_NUMBER = re.compile(r"\b(?:the|those|these|all)\s+$", re.IGNORECASE)
_THERE = re.compile(r"[^.;]{0,60}?\bthere\b(?!\s+(?:is|are|was|were|had|has|have|would|will|may|could)\b)")
#: Words that tell nothing of which deed they are of.
_VICTIMS = frozenset({"dead", "victim", "wounded", "injured", "casualtie", "fatalitie", "death", "killed"})
#: What may stand between two sentences.
_GAP = 4
_STOP = re.compile(r"[.!?][”\"’]?\s")
#: No sentence is longer.
_LONGEST = 400
#: Weapons whose noun is also that of the deed: "71 of the drones" were counted, and nothing told again.
_WEAPONS = frozenset({"drone", "missile", "rocket", "bomb", "mine", "shell"})
#: "Nine of them escaped on Monday", "Four of the wounded died".
_OF_SOME = re.compile(
    r"\s*(?:(?:At\s+least|About|Some|Another|The\s+other)\s+)?(?:[A-Z\d][\w-]*|[a-z]+)\s+(?:more\s+|others\s+)?of\s+(?:them|those|these|the\s+(?:\w+\s+)?(?:dead|wounded|injured|victims|captives|hostages|abducted|kidnapped|missing|survivors|detainees|prisoners|freed|bodies))\b",
)
#: How many deeds on a thing is still spoken of that the opening brought in.
_NEXT = 6
#: "A crowded ferry landing", and "the landing" of which more is told.
_BROUGHT_IN = re.compile(
    r"\b[Aa]n?\s+(?:(?!(?:of|in|on|at|for|and|that|to)\b)[\w-]+\s+){0,3}?([a-z]{4,})(?=\s+(?:of|in|on|at|near|that|which|where|who|as|and|was|were|had|for|by|from|with|carrying|transporting|belonging|outside|beside|where)\b|[,.;])"
)
_KNOWN = re.compile(r"\b[Tt]he\s+(?:[a-z][\w-]*\s+){0,2}?([a-z]{4,})\b")
#: Where a sentence goes on to what another did: ", as the army answered with …".
_CLAUSE = re.compile(r",\s+(?:while|as|whereas|and)\s+(?=(?:the|an?|[\w-]+)\s)")
#: "The strike followed an attack on Monday": the day of the other one.
_BESIDE_ANOTHER = re.compile(
    r"\b(?:follow(?:s|ed)|(?:came|comes|coming)\s+(?:[\w-]+\s+){0,3}?(?:after|before|as|amid)|in\s+(?:response|retaliation|revenge))\b"
)
#: A deed spoken of with no more than a word for it.
_THE_DEED = re.compile(
    r"\s*The\s+(?:operation|attack|assault|strike|raid|incident|blast|explosion|killings?|shooting|attackers|assailants|gunmen|raiders)\b"
)


def _known_by(noun: str, told: str) -> int:
    """How surely a noun with its article means a deed: that was brought in by it ("a bomb"), or only counted so."""
    if noun in _VICTIMS or noun not in told:
        return 0
    return 2 if re.search(rf"\b(?:an?|one)\s+(?:[\w-]+\s+){{0,2}}?{re.escape(noun)}\b", told) else 1


def _before_it(sent: Span) -> list[Span]:
    """The two sentences before one of its piece, the nearest first."""
    found = []
    for _ in range(_SENTENCES):
        if sent.start == 0:
            break
        sent = sent.doc[sent.start - 1].sent
        found.append(sent)
    return found


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
            if dayless is not None and self.towns_in(paragraph.start, paragraph.end):
                dayless = None  # of another town
            self._read(paragraph, paragraph.start if dayless is None else dayless)
            told = len(self.told) > count or not kinds_in(
                setting.parsed.text[paragraph.start : paragraph.end]
            )
            dayless = None if told else paragraph.start
        self._counted: dict[float, tuple[str, TimeSpan]] = {}  # by number: what happened to so many, and when
        self.starts = [telling.start for telling in self.told]
        self._carried: tuple[int, TimeSpan, str] | None = None  # the paragraph, its day, and why

    def _read(self, paragraph: Paragraph, begin: int) -> None:
        """The tellings of a paragraph; its first is also of what is told from `begin` on."""
        setting, first = self.setting, len(self.told)
        for _, (start, end) in setting.clauses(paragraph.frame):
            time = next(iter(setting.deed_times(paragraph, start, end, cut=True)), None)
            if time is not None and self.told and _OF_SOME.match(setting.parsed.text, start, end):
                time = None  # "Nine of them escaped on Monday": no deed of its own
            if time is not None:
                self.told.append(Telling(start, end, time, begin=start if len(self.told) > first else begin))
            if len(self.told) > first:
                last = self.told[-1]
                since = last.begin if last.end == end else start
                last.end = end
                last.kinds |= {kind for kind, _, _ in kinds_in(setting.parsed.text[since:end])}
                last.towns |= self.towns_in(since, end)

    def towns_in(self, start: int, end: int) -> set[str]:
        """The names of the towns in `[start, end)`."""
        return {m.name for m in self.setting.places_in(start, end) if m.kind in _TOWNS}

    def place(self, draft: Draft, where: Placed | None, time: TimeSpan) -> None:
        """Learn where a figure of a telling was placed: its town, though another sentence named it."""
        if where is None or where.mention is None or where.mention.kind not in _TOWNS:
            return
        at = bisect_left(self.starts, draft.end) - 1
        if at < 0 or self.told[at].time != time or draft.start >= self.told[at].end:
            return
        if where.why == NAMED or time.kind != "other time":
            self.told[at].towns.add(where.name)

    def _before(self, offset: int) -> list[Telling]:
        """The deeds told before an offset, the last first."""
        at = bisect_left(self.starts, offset)
        return self.told[max(0, at - _RECENT) : at][::-1]

    def pointed_at(
        self, draft: Draft, where: Placed | None, span: tuple[int, int]
    ) -> tuple[TimeSpan, str] | None:
        """The day of the deed that the figure's sentence `span` names with a definite noun: "the raid on the depot"."""
        town = where.name if where is not None and where.mention is not None else None
        if self._told_here(draft, span) or held_over(
            draft.measure, self.setting.parsed.text[span[0] : span[1]]
        ):
            return None
        best = self._meant(span, town, outcome=draft.measure in HARM)
        return (best.time, f"that of the deed {SPOKEN_OF}: {best.time.rule}") if best else None

    def _told_here(self, draft: Draft, span: tuple[int, int]) -> bool:
        """ "Militants stormed a post in X, killing six. Four of the assailants …": is it the paragraph's own deed, told without a day?"""
        start = self.setting.parsed.paragraphs[draft.paragraph].start
        last = next(iter(self._before(span[0])), None)
        if span[0] <= start or (last is not None and last.end > start):
            return False
        text = self.setting.parsed.text
        told = {kind for kind, _, _ in kinds_in(text[start : span[0]])}
        named = deeds_named(text[span[0] : span[1]], outcome=draft.measure in HARM)
        return (
            bool(named) and all(told & kinds for kinds, _, _ in named) and bool(self.towns_in(start, span[0]))
        )

    def _meant(self, span: tuple[int, int], town: str | None, *, outcome: bool) -> Telling | None:
        """The deed told before that a sentence names with a definite noun."""
        sentence = self.setting.parsed.text[span[0] : span[1]]
        best: tuple[int, Telling] | None = None
        named = self.towns_in(*span)
        for kinds, noun, words in deeds_named(sentence, outcome=outcome):
            for telling in self._before(span[0]):
                if not (telling.kinds & kinds):
                    continue
                told = self.setting.parsed.text[telling.begin : telling.end].casefold()
                score = 2 * sum(word in told for word in words)
                score += _known_by(noun, told)
                score += 3 * bool(named & telling.towns) + (town in telling.towns)
                score -= in_passing(self.setting.parsed.text, telling)
                if best is None or score > best[0]:
                    best = score, telling
        return best[1] if best else None

    def day_of(self, span: tuple[int, int]) -> TimeSpan | None:
        """The day of what a sentence without one tells: that of its paragraph, of the deed that it names, or of its town."""
        paragraphs = self.setting.parsed.paragraphs
        paragraph = paragraphs[bisect_right(paragraphs, span[0], key=lambda p: p.start) - 1]
        if before := self.setting.deed_times(paragraph, paragraph.start, span[0]):
            return before[-1]
        if (meant := self._meant(span, None, outcome=False)) is not None:
            return meant.time
        if (going := self.goes_on(span)) is not None:
            return going[0]
        towns = self.towns_in(*span)
        return next((t.time for t in self._before(span[0]) if t.towns & towns and not is_long(t.time)), None)

    def thing(self, draft: Draft, span: tuple[int, int]) -> tuple[TimeSpan, str] | None:
        """ "The base was overrun": the day of the deed that brought in "a base", spoken of here or before in the paragraph."""
        if draft.counted is None:
            return None
        here = draft.counted.first.sent
        first = self.setting.parsed.paragraphs[draft.paragraph].start
        sents = [here] if draft.piece.kind == "inside" else [here, *_before_it(here)]
        for sent in sents:
            start = min(span[0], draft.piece.start(sent[0]))
            for token in sent:
                if (found := self._brought(token, max(start, first))) is not None:
                    return found
        return None

    def _brought(self, token: Token, start: int) -> tuple[TimeSpan, str] | None:
        """The day of the deed told before `start` that brought in what a definite noun means."""
        place = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "inside", "on")
        if (
            not (place or token.dep_ in ("nsubj", "nsubjpass"))
            or token.tag_ != "NN"
            or is_loose(token.lower_)
        ):
            return None
        if not any(child.lower_ in ("the", "that", "this") for child in token.children):
            return None
        if noun_class(token) == "person" or token.lower_ in (_WHERE_ALL_GO if place else _SPEAKS):
            return None
        brought = re.compile(rf"\b[Aa]n?\s+(?:[\w-]+\s+){{0,3}}?{re.escape(token.lower_)}\b")
        for telling in self._before(start)[:_NEAR]:
            if brought.search(self.setting.parsed.text, telling.begin, telling.end):
                return telling.time, f"that of the {token.lower_} {SPOKEN_OF}: {telling.time.rule}"
        return None

    def told_next(self, span: tuple[int, int]) -> tuple[TimeSpan, str] | None:
        """ "Troops beat off a raid on Hollen, killing six." and then "The raiders came on Monday": Monday."""
        text = self.setting.parsed.text
        first = bisect_left(self.starts, span[1])
        brought = self.brought_in(span)
        for at, telling in enumerate(self.told[first : first + _NEXT]):
            # Its own sentence: "the dead" of those that go on from it are its own, whatever was told before.
            stop = NEXT_SENTENCE.search(text, telling.start, telling.end)
            told = text[telling.start : stop.start() if stop is not None else telling.end]
            if _BESIDE_ANOTHER.search(told):
                continue
            near = at == 0 and (telling.begin <= span[1] or telling.start - span[1] < _GAP)
            why = f"told next, of the same deed: {telling.time.rule}"
            if brought and any(match[1] in brought for match in _KNOWN.finditer(told)):
                return telling.time, why
            if near and _THE_DEED.match(told):
                return telling.time, why
            if near and (kinds := {kind for kind, _, _ in kinds_in(text[span[0] : span[1]])}):
                if any(
                    kinds & meant and noun not in _WEAPONS
                    for meant, noun, _ in deeds_named(told, outcome=False)
                ):
                    return telling.time, why
        return None

    def brought_in(self, span: tuple[int, int]) -> set[str]:
        """The nouns of the things that a sentence brings in: "a crowded ferry landing"."""
        found = _BROUGHT_IN.finditer(self.setting.parsed.text, *span)
        return {match[1] for match in found if not is_loose(match[1])}

    def there(self, draft: Draft, span: tuple[int, int]) -> tuple[TimeSpan, str] | None:
        """ "The raid came a day after drones set a port ablaze. Two men were killed there": when the port was."""
        text = self.setting.parsed.text
        last = next(iter(self._before(span[0])), None)
        if last is None or last.end < span[0] - 3 or _THERE.search(text, draft.end, span[1]) is None:
            return None
        start = self.setting.parsed.paragraphs[draft.paragraph].start
        if last.time.start < start:
            return None
        return last.time, f"that of what was told there: {last.time.rule}"

    def rather(self, draft: Draft, time: TimeSpan, own: bool) -> tuple[TimeSpan, str] | None:
        """A day that holds rather than that of a whole told elsewhere, or of another clause of the sentence."""
        if not own:
            whole = draft.part_of
            if whole is None or whole.paragraph == draft.paragraph:
                return None
            return self.carried(draft.paragraph)
        cut = (
            _CLAUSE.search(self.setting.parsed.text, time.end, draft.start)
            if time.end < draft.start
            else None
        )
        if cut is None or draft.counted is None:
            return None
        return self.told_next((cut.end(), self.setting.sentence(draft.piece, draft.counted.first)[1]))

    def later_in(
        self, where: Placed | None, paragraph: int, span: tuple[int, int]
    ) -> tuple[TimeSpan, str] | None:
        """The day told below for what the opening sums up: its own kind of deed, in its own place."""
        parsed = self.setting.parsed
        news = sum(not p.headline for p in parsed.paragraphs[: paragraph + 1])
        if where is None or where.mention is None or where.mention.kind == "country" or news != 1:
            return None
        kinds = {kind for kind, _, _ in kinds_in(parsed.text[span[0] : span[1]])}
        first = bisect_left(self.starts, span[1])
        for telling in self.told[first : first + _NEXT]:
            if telling.time.kind == "other time":
                continue  # "…, a day after rebels raided a post": no day of what it is told with
            if where.name in parsed.text[telling.begin : telling.end] and kinds & telling.kinds:
                return telling.time, f"told below of {where.name}: {telling.time.rule}"
        return None

    def same_number(self, draft: Draft, own: bool) -> tuple[TimeSpan, str] | None:
        """ "The six were laid on the road", "the three workers": of the day on which so many were counted before."""
        text = self.setting.parsed.text
        if draft.number.value < 2 or draft.part_of is not None:
            return None
        if not _THE_NUMBER.search(text, max(0, draft.number.start - 12), draft.number.start):
            return None
        measure, time = self._counted.get(draft.number.value, (None, None))
        other = measure != draft.measure and (own or (measure in _HURT and draft.measure in _HURT))
        if time is None or other:
            return None  # "The two injured in the region" are not the two killed in a town
        return time, f"that of the same number {SPOKEN_OF}: {time.rule}"

    def count(self, draft: Draft, time: TimeSpan) -> None:
        """Keep the day on which so many were counted."""
        self._counted.setdefault(draft.number.value, (draft.measure, time))

    def carry(self, paragraph: int, time: TimeSpan, why: str) -> tuple[TimeSpan, str]:
        """Keep the day to which a figure of a paragraph went back, for what follows there."""
        self._carried = paragraph, time, why
        return time, why

    def carried(self, paragraph: int) -> tuple[TimeSpan, str] | None:
        """The day to which a figure before in the paragraph went back."""
        if self._carried is None or self._carried[0] != paragraph:
            return None
        return self._carried[1:]

    def goes_on(self, span: tuple[int, int]) -> tuple[TimeSpan, str] | None:
        """ "Hours later, jets struck …": of the day that was told last."""
        if _GOES_ON.match(self.setting.parsed.text, *span) is None:
            return None
        last = next((t for t in self._before(span[0])), None)
        return (last.time, f"hours from what was told before: {last.time.rule}") if last else None

    def in_one(self, first: int, second: int) -> bool:
        """Do two offsets stand in one sentence?"""
        return second - first < _LONGEST and not _STOP.search(self.setting.parsed.text, first, second)

    def in_town(self, where: Placed | None, start: int) -> tuple[TimeSpan, str] | None:
        """The day of what was told last of the figure's town."""
        if where is None or where.mention is None or where.mention.kind not in _TOWNS:
            return None
        before = self._before(start)
        # A month told in passing ("in April a bomb there killed six") is not the day of what is told on.
        for telling in sorted(before, key=lambda t: is_long(t.time)):
            if telling.time.kind == "other time" and self.in_one(telling.time.end, start):
                continue  # "Three days after raiders killed 17 in X, it killed 40 there": another day than the 17's
            if where.name in telling.towns:
                return telling.time, f"that of what was told of {where.name}: {telling.time.rule}"
        return None
