"""Whether a figure's day is that of an event, of the words about it, or no single event's at all."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING

from extract.agents import told_aside
from extract.backrefs import one_deed
from extract.group import TOWNS, day_of
from extract.scopes import of_the_war
from extract.setting import NAMED
from extract.timecues import AFTERWARDS
from extract.timeowners import LASTING
from extract.timing import SAID

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.setting import Setting

_SINCE = re.compile(r"\bsince\b|\bto\s+date\b|\bso\s+far\s+this\b", re.IGNORECASE)


#: "Since it began", "since the fighting broke out": since the deed that is told.
_SINCE_IT_BEGAN = re.compile(
    r"\bsince\s+(?:it|they|(?:the|this|that)\s+(?:[\w-]+\s+)?(?:fighting|clash(?:es)?|attacks?|assault|siege|shelling|raids?|bombardment|battles?|incursion|violence|unrest))"
    r"\s+(?:began|begun|started|erupted|broke\s+out|flared(?:\s+up)?|was\s+launched)\b(?!\s+(?:in\s+)?(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|last|two|three|four|five|six|months?|years?))",
    re.IGNORECASE,
)


_ANOTHER_DEED = re.compile(
    r",?\s+(?:while|whereas|and)\s+(?=(?:an?|another|separate)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:strikes?|air\s?strikes?|attacks?|raids?|blasts?|bombings?|ambush|explosions?|assaults?|shelling|bombs?|mines?|missiles?|drones?|clash(?:es)?)\b)"
)


#: What is done about a deed, and not at its place: arrests, trials, marches.
_ABOUT = r"(?:arrest|detain|charg|sentenc|convict|prosecut|jail|indict|extradit|nabb|apprehend|captur|picked\s+up|held|holding|hunt|question|march|protest|rall(?:y|i)|demonstrat|gather|took\s+to\s+the\s+streets)"
_OVER = (
    r"(?:over|for|in\s+connection\s+with|(?:suspected|accused)\s+of(?:\s+[a-z]+ing(?:\s+out|\s+in)?)?|blamed\s+for|linked\s+to|behind|responsible\s+for|wanted\s+(?:for|over|in)|(?:to|in)\s+protest(?:\s+(?:over|at|against))?|against|to\s+condemn"
    r"|(?:involved|taken\s+part|took\s+part|taking\s+part|participated|participating|complicit)\s+in|carr(?:ied|ying)\s+out|plann(?:ed|ing)|mastermind(?:ed|ing)|staged|staging)"
)
_OF_A_DEED = r"(?:attacks?|strikes?|air\s?strikes?|raids?|blasts?|bombings?|ambush|explosions?|assaults?|massacres?|killings?|murders?|shootings?|abductions?|kidnappings?|shelling|clash(?:es)?|executions?)"
#: "Arrested nine men over | an attack on X in which five died".
_DEED_SPOKEN_OF = re.compile(
    rf"\b{_ABOUT}[^.;]{{0,90}}?(?:\b{_OVER}\s+(?=(?:an?|the|last|this|one|another|\w+day[’']s|[A-Z][\w’'-]+)\s+(?:[\w’'-]+\s+){{0,4}}?{_OF_A_DEED}\b))",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=256)
def _spoken_of_at(sentence: str) -> int | None:
    """Where a sentence about an arrest or a march begins to tell of the deed that it was about, if it counts anything there."""
    found = _DEED_SPOKEN_OF.search(sentence)
    return found.end() if found is not None else None


def sentence_of(setting: Setting, read: Read) -> tuple[int, int] | None:
    """The characters of the figure's sentence, or of that part of it which is of the figure's time."""
    found = read.draft.counted
    if found is None:
        return None
    start, end = setting.sentence(read.draft.piece, found.first)
    # "Fighting in X killed 19 people, while a bomb attack in the east left eight dead": two deeds.
    for match in _ANOTHER_DEED.finditer(setting.parsed.text, start, end):
        if read.figure.start < match.start():
            return start, match.start()
        start = match.end()
    cut = _spoken_of_at(setting.parsed.text[start:end])
    if cut is not None:
        return (start, start + cut) if read.figure.start < start + cut else (start + cut, end)
    return start, end


_NEW_COUNT = re.compile(
    r"\btolls?\b|\b(?:number|count)\s+of\s+(?:the\s+)?(?:dead|deaths|killed|victims|casualties)\b",
    re.IGNORECASE,
)


def is_toll(read: Read) -> bool:
    """Is it a count that grows, as "the toll rose to 31"?"""
    found = read.draft.counted
    if read.figure.scope == "cumulative" and found is not None and _NEW_COUNT.search(found.first.sent.text):
        return read.figure.measure in ("killed", "injured", "casualties", "missing")
    return read.draft.reading is not None and read.draft.reading.role == "toll"


def weak(read: Read) -> bool:
    """Is the figure's day not the event's own: that of a new count, or on which it is said?"""
    said = SAID in (read.figure.date_why or "") or _said_then(read)
    return is_toll(read) or said or of_one_deed(read) or _found_later(read) or _by_the_other(read)


def _by_the_other(read: Read) -> bool:
    """ "Swapped prisoners on Thursday, hours after bombs killed four": the day of the deed that it only helps to place."""
    return read.time is not None and "hour" in read.time.text and told_aside(read.draft)


_FINDS = r"(?:f(?:ound|inding)|recover(?:ed|ing)|retriev(?:ed|ing)|pull(?:ed|ing)|discover(?:ed|ing)|collect(?:ed|ing)|bur(?:ied|ying)|d(?:ug|igging)|exhum(?:ed|ing)|unearth(?:ed|ing)|remov(?:ed|ing))"
_FOUND = re.compile(
    rf"\b(?:bodies|remains|corpses|(?:dead|corpse|body)\s+of)\b[^.;]{{0,80}}?\b(?:{_FINDS}|identified)\b"
    rf"|\b(?:{_FINDS}|counted|(?:t(?:ook|aken|aking)|br(?:ought|inging)|carr(?:ied|ying)|lift(?:ed|ing)))\b[^.;]{{0,60}}?\b(?:bodies|remains|corpses)\b",
    re.IGNORECASE,
)
#: Where those are rescued, on whatever day, whom a deed buried.
_UNDER = re.compile(r"\b(?:rubble|debris|ruins|wreckage|collapsed|beneath|trapped\s+under)\b", re.IGNORECASE)


#: How the hurt still are on a later day.
_NURSED = re.compile(
    r"\b(?:were|are|was|is|remain(?:ed|s)?)\s+(?:still\s+)?(?:being\s+(?:treated|cared\s+for|operated\s+on)|receiving\s+(?:treatment|care)|in\s+(?:hospital|intensive\s+care|surgery|(?:an?\s+)?(?:critical|serious|stable)\s+condition))\b",
    re.IGNORECASE,
)


def _found_later(read: Read) -> bool:
    """ "Five bodies were found the next day": of the deed told before, if the sentence names no place of its own."""
    found = read.draft.counted
    if found is None or (read.placed is not None and read.placed.why == NAMED):
        return False
    told = found.first.sent.text
    if read.figure.measure in ("injured", "hospitalized"):
        return _NURSED.search(told) is not None
    if read.figure.measure == "rescued":
        return _UNDER.search(told) is not None
    return read.figure.measure == "killed" and _FOUND.search(told) is not None


_WEEK = re.compile(r"\b(?:this|last)\s+week\b|\bin\s+recent\s+days\b", re.IGNORECASE)


def of_one_deed(read: Read) -> bool:
    """ "An assault on a town this week killed 17": it happened on one of those days."""
    when, found = read.figure.when, read.draft.counted
    if when is None or found is None or not _WEEK.search(when):
        return False
    return one_deed(found.first.sent.text)


_SAYING = r"(?:said|says|say|reported|announced|confirmed|told\s+[\w\s]{2,30}|added|stated|demanded|called|urged|condemned|denounced|warned|appealed|wrote|posted)"
_SAID_ON = re.compile(rf"\b{_SAYING}\s+(?:(?:late|early)\s+)?(?:on\s+)?(?:\w+day,\s+)?$")
_ON_SAID = re.compile(rf"\s+{_SAYING}\b")
_STATED_ON = re.compile(
    r"\b(?:statement|communiqu[eé]|briefing|interview|address|speech|bulletin)\b[^.;,]{0,50}$"
)
_UNTIL = re.compile(
    r"\b(?:until|by)\s+(?:midnight|dawn|noon|sunset|nightfall|dusk|daybreak)\b", re.IGNORECASE
)


def _said_then(read: Read) -> bool:
    """ "…, a pastor said on Saturday", "the office on Wednesday demanded …": the day of the words, not of the deed."""
    time = read.time
    if time is None or read.figure.when is None:
        return False
    text = read.draft.piece.text
    before = text[max(0, time.start - 60) : time.start]
    if (
        AFTERWARDS.search(before)
        or LASTING.search(before)
        or _SAID_ON.search(before)
        or _STATED_ON.search(before)
        or _UNTIL.match(time.text)
    ):
        return True
    return before.endswith(" on ") and _ON_SAID.match(text, time.end) is not None


_CARRIED_SINCE = re.compile(r"^said earlier in the paragraph: since\b")


#: "Some 1,500 peacekeepers are based in the province", whatever happens there.
_STATIONED = re.compile(
    r"\b(?:is|are)\s+(?:\w+ly\s+|still\s+|already\s+)?(?:based|stationed|garrisoned|quartered)\b",
    re.IGNORECASE,
)
#: So many die in wars and not in single deeds.
_MANY_DEAD = 1000


def of_the_past(read: Read, setting: Setting) -> bool:
    """Is it a count of a war or of months ("since the war began"), and of no single event?"""
    figure = read.figure
    if is_toll(read):
        return _of_a_war(setting, read)
    if read.placed is not None and read.placed.why == "a count of the whole war":
        return True
    carried = (
        _CARRIED_SINCE.search(figure.date_why or "") is not None
    )  # "… since August. Another 90 were hurt"
    day, span = day_of(read), sentence_of(setting, read)
    if read.draft.part_of is None and figure.when is None and span is not None:
        text = setting.parsed.text
        if any(long.search(text, *span) for long in (_OVER_MONTHS, _SINCE_MONTH, _SINCE_TRUCE)):
            return True  # "has killed 600 militants in three months", "since January 310 have died"
    if figure.measure == "deployed" and figure.when is None and span is not None:
        if _STATIONED.search(setting.parsed.text, *span) is not None:
            return True
    if (figure.scope == "event" and not carried) or read.draft.part_of is not None:
        return False
    low = max(span[0], setting.parsed.text.rfind(";", span[0], figure.start) + 1) if span is not None else 0
    if span is not None and figure.scope == "period" and one_deed(setting.parsed.text[low : span[1]]):
        return False  # "in an attack last month": a month tells when, not how long
    if span is not None and _of_a_month(setting, read, span, day):
        return False
    if day is None:
        if span is not None and _SINCE_IT_BEGAN.search(setting.parsed.text, *span) is not None:
            return False
        if figure.scope == "cumulative" and figure.value >= _MANY_DEAD and of_the_war(read.draft):
            return True  # "the conflict in the north has killed 150,000 people"
        return span is not None and _SINCE.search(setting.parsed.text, *span) is not None
    return dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) > dt.timedelta(days=10)


def _of_a_war(setting: Setting, read: Read) -> bool:
    """ "The toll since the attacks resumed on Oct. 9 stood at 1,874": a toll, but not of one deed."""
    day, span = day_of(read), sentence_of(setting, read)
    if day is None or span is None or read.figure.scope == "event":
        return False
    long = dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) > dt.timedelta(days=10)
    return long and _SINCE.search(setting.parsed.text, *span) is not None


_SO_MANY = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a\s+few|a\s+couple\s+of|a|the)"
#: "In three months", "in eight years of war", "over the month".
_OVER_MONTHS = re.compile(
    rf"\b(?:in|over|during|within|throughout)\s+(?:(?:the\s+)?(?:past|last|previous|more\s+than|less\s+than|nearly|almost|some|about|just|over|its|their)\s+){{0,3}}{_SO_MANY}\s+(?:past\s+|full\s+)?(?:months?|years?)\b(?!\s+(?:ago|earlier|before|old|later|in\s+(?:prison|jail))|-)"
    r"|\b(?:over|during|in)\s+the\s+(?:week|quarter|reporting\s+period|period\s+(?:under|covered))\b(?!\s+(?:of|that|when|before|after|in\s+which)\b)"
    r"|\bin\s+the\s+(?:first|second|third|fourth|last)\s+(?:(?:half|quarter|third)|(?:\w+\s+)?(?:months|weeks))\s+of\s+(?:the|this|last|20\d\d|[A-Z])",
    re.IGNORECASE,
)


#: "238 have been killed since the truce took effect".
_SINCE_TRUCE = re.compile(
    r"\b(?:has|have|had|been|were)\s[^.;]{0,60}?\bsince\s+(?:the|a)\s+(?:[\w-]+\s+)?(?:truce|cease-?fire|coup|takeover|uprising|war)\b"
)
_SINCE_MONTH = re.compile(
    r"\bsince\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:(?:more|than|at|least|about|some|over|nearly|almost)\s+){0,2}\d[\d,]*\s+(?!\d)[a-z]"
)


def total_spans(setting: Setting, reads: list[Read]) -> set[tuple[int, int]]:
    """The sentences that count months or a war."""
    spans = (sentence_of(setting, read) for read in reads if of_the_past(read, setting))
    return {span for span in spans if span is not None}


def counted_on(read: Read, past: dict[tuple[str, str] | None, int]) -> bool:
    """ "In October 212 were killed in the region. It also counted 88 attacks": of the month that was counted last, too.

    `past`: the days of such counts, with the paragraphs of the last.
    """
    day, placed = day_of(read), read.placed
    if day is None or read.figure.when is not None or day not in past:
        return False
    long = dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) > dt.timedelta(days=10)
    if not long or read.draft.paragraph - past[day] > 1:
        return False
    return placed is None or placed.why != NAMED


#: Words that count up over the days, and what is told of one town in a month without them.
_COUNTED_UP = re.compile(
    r"\b(?:since|so\s+far|to\s+date|in\s+total|a\s+total|alone|(?<!earlier )(?<!Earlier )this\s+(?:year|month)|between|over\s+the|every|each|monthly|average|record\w*|more\s+than\s+any)\b",
    re.IGNORECASE,
)


#: "The worst since rebels overran the town last month, when | 23 died": what it is compared with is no count.
_WORST_SINCE = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|gravest|fiercest|boldest|first|second|third|fourth|fifth|sixth|seventh)\b[^.;]{0,80}?\bsince\b[^.;]*?,\s+(?:when|in\s+which|where)\b",
    re.IGNORECASE,
)


def _of_a_month(setting: Setting, read: Read, span: tuple[int, int], day: tuple[str, str] | None) -> bool:
    """ "In July, 31 people were killed in clashes in X": what one town saw, though only the month is told."""
    placed = read.placed
    if placed is None or placed.mention is None or day is None or placed.mention.kind not in TOWNS:
        return False
    if placed.why != NAMED and not placed.why.startswith("“"):
        return False  # neither named nor pointed at: "in the same village"
    length = dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0])
    if length > dt.timedelta(days=31):
        return False
    record = _WORST_SINCE.search(setting.parsed.text, span[0], read.figure.start)
    start = record.end() if record is not None else span[0]
    start = max(start, setting.parsed.text.rfind(" that ", start, read.figure.start))  # its own clause
    return _COUNTED_UP.search(setting.parsed.text, start, span[1]) is None


#: A count of hours or days up to the report, which is told beside the single attacks of that time.
_WINDOW = re.compile(
    r"\b(?:earlier\s+)?(?:this|last)\s+(?:week|month)\b|\brecent\s+days\b|\b(?:past|last|previous|preceding)\s+(?:24|48|72|twenty-four)?\s*(?:hours|(?<!previous\s)(?<!preceding\s)day|days|week)\b|\b(?:24|48|72)[\s-]hours?\b",
    re.IGNORECASE,
)


def of_hours(read: Read) -> bool:
    """Does it count over some hours or days up to the report ("in the past 24 hours")?"""
    when = read.figure.when
    return when is not None and _WINDOW.search(when) is not None and not of_one_deed(read)
