"""A sentence that tells of two times ("…, three days after a bomb killed six"), cut where the other time begins."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.datecalc import NUMBERS, number_of, shifted_days
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.dates import TimeSpan
    from extract.parse import Piece

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?:\s+of)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_A_DAY = rf"(?:on|last)\s+(?:late\s+|early\s+)?{_WEEKDAY}\b"
_DAY_TOLD = re.compile(rf"\b{_WEEKDAY}\b(?!['’])")
_DAYS = r"(?:[a-z]+day[’']s|last\s+[a-z]+[’']s)\s+"
_A_DEED = (
    r"(?:[\w’'-]+\s+){0,4}?(?:attack|strike|air\s?strike|raid|ambush|bombing|blast|shelling|assault|shooting|barrage)\b"
    r"[^.;]{0,100}?\b(?:killed|killing|wounded|injured)\b"
)
_OTHER_TIME = re.compile(
    rf"\b(?:(?:just|only|barely|less\s+than|more\s+than|about)\s+)*(?:(?P<number>a\s+few|{_NUMBER})\s+)?"
    r"(?P<unit>minute|hour|day|week|month|year)s?\s+(?P<way>after|before)\s+(?=[\w“\"'‘’(-]+\s+\w)"
    r"|\b(?:following|after|before)\s+(?=(?:an?|another|the)\s+(?:similar|previous|earlier|separate)\s+\w)"
    # "Shelled the town on Sunday after rebels killed nine soldiers on Friday"
    rf"|\b(?P<since>after|following)\s+(?=[^.;,]{{8,140}}?\s{_ON_A_DAY})"
    # "… in retaliation for Friday's attack in Marsk that killed 12"
    rf"|\b(?:(?:after|following)\s+(?={_DAYS}{_A_DEED})|in\s+(?:response|retaliation|revenge|reprisal)\s+(?:to|for)\s+(?=(?:an?\s+|{_DAYS}){_A_DEED}))"
    # "…, as the toll from a bombing in the capital on Friday rose to 72": the dead of another deed.
    r"|(?<=,\s)(?:even\s+)?(?:as|while)\s+(?=the\s+(?:[a-z]+\s+)?(?:toll|number\s+of\s+(?:dead|deaths|victims|people\s+killed))\s+(?:from|in|of)\s+(?:an?\s|another\s|yesterday|last\s|earlier\s|[a-z]+day[’'s]))"
    # "…, and it recalled a massacre in December in which 184 died": another deed, whenever that was.
    r"|\b(?:recall(?:ed|ing)|echo(?:ed|ing)|evok(?:ed|ing)|reminiscent\s+of|resembl(?:ed|ing)|mirror(?:ed|ing))\s+(?=(?:an?|the|another)\s+(?:[\w-]+\s+){0,3}?(?:massacres?|attacks?|raids?|assaults?|ambush|bombings?|blasts?|killings?|strikes?|shootings?)\b)"
    # "Arrested two, among them a planner of last Friday's bombing in X": of what they had done before.
    r"|\b(?P<past>(?:planners?|masterminds?|suspects?|perpetrators?|facilitators?|organi[sz]ers?|culprits?|plotters?|wanted|involved|linked|suspected|blamed|responsible)\s+(?:of|in|behind|over|for|to))\s+"
    r"(?=(?:(?:an?|another)|(?:last\s+)?[a-z]+['’]s|the(?=\s+(?:[\w-]+\s+){0,2}?\w+\s+(?:of|in|at|on|near|outside)\s))\s+(?:(?!and\b)[\w-]+\s+){0,3}?(?:massacre|attack|raid|assault|ambush|bombing|blast|explosion|killings?|murder|shooting|abduction|kidnapping)\b)"
    r"|\b(?P<held>(?:arrest|detain|captur|nabb|apprehend)\w*\s+(?:[\w’'-]+\s+){1,10}?(?:over|in\s+connection\s+with))\s+(?=an?\s+(?:[\w-]+\s+){0,3}?(?:massacre|attack|raid|assault|ambush|bombing|blast|explosion|killings?|murder|shooting|abduction|kidnapping)\b)",
    re.IGNORECASE,
)
#: Where what somebody had done before ends, and the sentence goes on.
_PAST_ENDS = re.compile(r",\s|\s+(?:and|while|but)\s+(?=(?:[a-z]+ly\s+)?[a-z]+(?:ed|ing|ot)\b)")
_THE_DAY = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_SIGN = re.compile(
    r"\b(?:after|before|following|toll|number|response|retaliation|revenge|reprisal|recall(?:ed|ing)|echo(?:ed|ing)|evok(?:ed|ing)|reminiscent|resembl(?:ed|ing)|mirror(?:ed|ing)|planners?|masterminds?|suspects?|perpetrators?|facilitators?|organi[sz]ers?|culprits?|plotters?|wanted|involved|linked|suspected|blamed|responsible|over|connection)\b",
    re.IGNORECASE,
)
#: A sentence that begins within so many characters of its other time begins with it.
_OPENS = 5
_COMMA = re.compile(r",\s")


@dataclass(frozen=True, slots=True)
class OtherTime:
    """A part of a sentence that is of another time than the rest.

    `[start, end)` are its characters; `[start, words)` say how far away it is, `days` so many days after the rest,
    negative before it, None where that is not told. `known`: it only points to what was told before ("a day after
    the strike"), from which the rest is counted.
    """

    start: int
    words: int
    end: int
    days: int | None
    known: bool = False


def may_tell_two(text: str, start: int, end: int) -> bool:
    """May a sentence in `[start, end)` tell of two times? A quick look, before its words are."""
    return _SIGN.search(text, start, end) is not None and _OTHER_TIME.search(text, start, end) is not None


def other_time(piece: Piece, sent: Span, text: str) -> OtherTime | None:
    """The part of a sentence that another time begins; `text` is the article's. None where it tells of one time."""
    low, high = piece.start(sent[0]), piece.end(sent[-1])
    if not _SIGN.search(text, low, high):
        return None
    for match in _OTHER_TIME.finditer(text, low, high):
        way = piece.token_at(match.end() - 1) or piece.token_at(text.rfind(" ", low, match.end() - 1) - 1)
        if piece.token_at(match.start()) is None or way is None:
            continue  # inside a quotation
        if match["since"] and not _DAY_TOLD.search(text, low, match.start()):
            continue  # of one day
        end = high
        if match.start() - low <= _OPENS:
            end = _until(piece, _word_before(piece, text, match), high, text)
            if end >= high:
                continue
            return OtherTime(low, match.end(), end, _days(match), _known(text, match.end(), end))
        if match["past"] or match["held"]:
            ends = _PAST_ENDS.search(text, match.end(), high)
            end = ends.start() if ends is not None else high
            return OtherTime(match.end(), match.end(), end, None, _known(text, match.end(), end))
        if high - match.end() > 8:
            return OtherTime(match.start(), match.end(), end, _days(match), _known(text, match.end(), end))
    return None


_POINTS_BACK = re.compile(
    r"(?:the|that|this|these|those|its|their|his|her)\s+(?:[^\W\d][\w’'-]*\s+){0,3}?(?P<noun>strikes?|attacks?|raids?|blasts?|bombings?|explosions?|ambush|assault|massacre|shelling|clash(?:es)?|fighting|battle|offensive"
    r"|incident|abductions?|kidnappings?|shooting|killings?|crash|talks|meeting|summit|deal|truce|ceasefire|agreement|swap|exchange|protests?|arrests?|capture|fall|seizure)\b[^,;\d]{0,24}$"
)
#: By the first letters of such a noun, the words that tell of the deed itself.
_DEED_WORDS = {
    "stri": r"str(?:ikes?|uck)\b|\bhit\b|bomb", "shel": r"shell", "bomb": r"bomb|blast|explo|deton", "blas": r"bomb|blast|explo|deton",
    "expl": r"bomb|blast|explo|deton", "atta": r"attack|storm|raid|assault", "raid": r"raid|storm", "assa": r"assault|storm|attack", "ambu": r"ambush",
    "abdu": r"abduct|kidnap|seized|snatched", "kidn": r"abduct|kidnap|seized|snatched", "shoo": r"sho[ot]", "clas": r"clash|fought|fighting|battle",
    "figh": r"clash|fought|fighting|battle", "batt": r"clash|fought|fighting|battle",
    "kill": r"kill|shot|slain|slaughter|massacre|execut", "mass": r"kill|shot|slain|slaughter|massacre|execut",
}  # fmt: skip


def _known(text: str, start: int, end: int) -> bool:
    """Is it no more than a noun for what was told before?"""
    return _POINTS_BACK.match(text[start:end].strip(" .,")) is not None


def deed_words(text: str, other: OtherTime) -> str | None:
    """The pattern of the words that tell of the deed that such a noun points to, or None."""
    match = _POINTS_BACK.match(text[other.words : other.end].strip(" .,"))
    return _DEED_WORDS.get(match["noun"][:4].casefold()) if match is not None else None


#: What a place was before the deed: "retook the town, which the rebels had held since November".
_HELD = re.compile(
    r"\b(?:held|controlled|occupied|ruled|governed|administered|besieged|(?:in|under)\s+(?:[\w’'-]+\s+){1,3}?(?:control|hands|siege|rule))\s*\Z",
    re.IGNORECASE,
)


def of_a_state(text: str, time: TimeSpan) -> bool:
    """Does a time tell how long things had been as the deed found them?"""
    if time.lead != "since":
        return False
    return _HELD.search(text, max(0, time.phrase_start - 60), time.phrase_start) is not None


def _word_before(piece: Piece, text: str, match: re.Match[str]) -> Token | None:
    """The word "after" itself."""
    return piece.token_at(len(text[: match.end()].rstrip()) - 1)


def _until(piece: Piece, way: Token | None, high: int, text: str) -> int:
    """Where what a sentence opens with ends: with its clause as parsed, else with its first comma."""
    if way is None:
        return high
    top = way.head if way.dep_ == "mark" else way
    end = piece.end(top.right_edge)
    if top.right_edge.i < way.i + 2 or end >= high - 8 or not text.startswith(",", end):
        comma = _COMMA.search(text, piece.end(way), high)
        end = comma.start() if comma is not None else high
    return end


def _days(match: re.Match[str]) -> int | None:
    unit = match["unit"]
    if unit is None:
        return None
    sign = -1 if match["way"].casefold() == "after" else 1
    if match["number"] is None and _THE_DAY.search(match.string, max(0, match.start() - 4), match.start()):
        return sign if unit.casefold() == "day" and match.group().casefold().startswith("day ") else None
    if match["number"] is None or match["number"].casefold().endswith(("few", "several")):
        return 0 if unit.casefold() in ("minute", "hour") else None
    return shifted_days(number_of(match["number"]), unit.casefold(), sign)


def moved(day: dt.date | None, other: OtherTime) -> dt.date | None:
    """The day of the part, from that of the rest of its sentence."""
    if day is None or other.days is None:
        return None
    try:
        return day + dt.timedelta(days=other.days)
    except OverflowError:
        return None


#: What is sent to where something happened, and tells of it.
_SENT = frozenset(
    ["team", "mission", "patrol", "delegation", "commission", "investigator", "monitor", "observer", "expert", "official", "officer", "correspondent",
     "reporter", "journalist", "photographer", "worker", "volunteer", "rescuer", "resident", "witness", "survivor", "relative", "envoy", "inspector", "member", "staff"]
)  # fmt: skip
#: What such people do there.
_WENT = frozenset(
    ["deploy", "send", "dispatch", "visit", "reach", "travel", "arrive", "enter", "go", "inspect", "interview", "speak", "meet", "see", "return",
     "gather", "collect", "conduct", "carry", "tour", "access", "flee", "escape", "contact"]
)  # fmt: skip


#: The same, whatever the parse made of a long one: "According to findings of a team … deployed there the next day, …".
_AS_TOLD_BY = re.compile(
    r"According\s+to\s+[^.;]*?\b(?:teams?|missions?|patrols?|delegations?|investigators|monitors|observers|experts|officers|officials)\b[^.;]*?"
    r"\b(?:deployed|sent|dispatched|who\s+(?:visited|reached|travelled|traveled)|that\s+(?:visited|reached|travelled|traveled))\b[^.;,]{0,50}$"
)


def told_by_those_sent(text: str, start: int, time: TimeSpan) -> bool:
    """Does a time close the words about those whose account opens the sentence at `start`?"""
    if not text.startswith(",", time.end) or not text.startswith("According", start):
        return False
    return _AS_TOLD_BY.match(text[start : time.phrase_start]) is not None


def of_a_source(token: Token) -> bool:
    """ "According to a team that reached the village the next day, nine …": is the time only that of those who tell?"""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    if token.dep_ not in ("acl", "relcl") or token.lemma_ not in _WENT:
        return False
    noun = token.head
    if noun.lemma_ in _SENT:
        subject = noun
    else:
        subject = next((t for t in noun.subtree if t.lemma_ in _SENT and t.i < token.i), noun)
    if subject.lemma_ not in _SENT and noun.lemma_ not in ("information", "finding", "testimony", "evidence"):
        return False
    return _tells_it(noun)


def _tells_it(noun: Token) -> bool:
    """Is it who says what the sentence tells: "according to the findings of …", "… said that"?"""
    for _ in range(8):
        if noun.lower_ == "according":
            return True
        if noun.dep_ == "nsubj":
            return noun.head.lemma_ in words("reporting", "dated_telling")
        if noun.dep_ not in ("pobj", "prep", "agent", "acl", "conj", "poss", "compound") or noun.head == noun:
            return False
        noun = noun.head
    return False


#: What is announced on the day that it is done: "two days after the army announced it had retaken the town".
TOOK = re.compile(
    r"\s+(?:that\s+)?(?:it|they|its\s+\w+|their\s+\w+)\s+(?:had|have|has)\s+(?:\w+ly\s+)?(?:taken|retaken|regained|recaptured|captured|seized|entered|liberated|recovered|lost|withdrawn)\b"
    r"|\s+(?:the\s+)?(?:capture|recapture|fall|liberation|seizure|loss)\s+of\b"
)
#: "…, which the rebels had captured in October".
BY_THEN = re.compile(r",\s+(?:which|that|where|who)\b[^,;.]*\Z")
_HELD_THEN = re.compile(
    r"\b(?:kidnapped|abducted|seized|taken|captured|arrested|detained|held|missing)\b[^,;.]{0,40}\Z"
)
_SET_FREE = re.compile(r"\b(?:freed|released|set\s+free|let\s+go|rescued|handed\s+over|regained)\b")


def when_taken(text: str, other: OtherTime, time: TimeSpan) -> bool:
    """ "A day after 38 farmers kidnapped in August were set free": when they had been taken."""
    held = _HELD_THEN.search(text, other.words, time.start)
    return held is not None and _SET_FREE.search(text, time.end, other.end) is not None
