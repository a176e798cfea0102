"""Whether a deed is told as one that happened, or as one that is wished, feared, denied or quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.figures import Read
    from extract.parse import Parsed

_UNREAL = re.compile(
    r"\b(?:would|could|(?-i:may)|might|must|should|if|whether|will|calls?\s+for|call\s+for|called\s+for|threat\w*|plans?\s+to|continue\s+to|continues\s+to|aimed\s+at|commitment|struggle|condemn\w*|denounc\w+|deplor\w+|decried|mourn\w+|lament\w+|(?:call(?:ed|s|ing)|describ(?:ed|es|ing)|brand(?:ed|s|ing)|blam(?:ed|es|ing)|prais(?:ed|es|ing))\s+the(?!\s+(?:police|army|government))|cease|halt)\b",
    re.IGNORECASE,
)
#: "Two days before the strike", "since the truce took effect": what another deed's day is counted from.
_COUNTED_FROM = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?:before|after)\s+(?:the|that|this)\s+(?:[\w-]+\s+){0,2}\Z"
    r"|\b(?:(?:ever\s+)?since|until)\s+(?:the|that|this|a|an)\s+(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
#: How far before a deed such a word stands.
_REACH = 40
#: Characters of a quotation that is a phrase, not a report.
_PHRASE = 90


def unreal(before: str, reach: int = _REACH) -> bool:
    """Does a word of wishing, fearing or planning stand within `reach` characters of the end of `before`?"""
    return _UNREAL.search(before[-reach:]) is not None


def quoted(parsed: Parsed, offset: int) -> bool:
    """Do the words stand in a short quotation: how somebody puts it, not what is told to have happened?"""
    at = bisect_right(parsed.quotations, offset, key=lambda q: q.start) - 1
    if at < 0:
        return False
    quotation = parsed.quotations[at]
    return quotation.start <= offset < quotation.end and quotation.end - quotation.start < _PHRASE


#: "Negotiators will meet in X", "talks are due next week": what follows the noun says that it is still to come.
_TO_COME = re.compile(
    r"[^.;,]{0,60}?\b(?:will|would|(?:is|are|was|were)\s+(?:due|set|scheduled|expected|planned|to|likely|about)\b(?!\s+(?:have|blame))|next\s+(?:week|month))\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:talks|negotiat(?:ions?|ors?)|summit|meeting|consultations|mediators?|protests?|demonstrations?|rally|delegations?|envoys)\b",
    re.IGNORECASE,
)


def to_come(text: str, start: int, end: int) -> bool:
    """Is the noun of a meeting at `start` one of which the clause up to `end` says that it is still to be?"""
    noun = _NOUN.match(text, start, end)
    return noun is not None and _TO_COME.match(text, noun.end(), end) is not None


def only_meant(read: Read) -> bool:
    """ "Plans to evacuate 60,000", "threatened to kill 30 hostages", "200,000 could be displaced": is it yet to be done to those counted?"""
    trigger = read.draft.reading.trigger if read.draft.reading is not None else None
    if trigger is None or read.figure.measure == "missing" or trigger.token.lemma_ in ("be", "remain"):
        return False  # "eight people could be under the rubble"
    if trigger.token.lemma_.casefold() in load("dates")["aftermath"]["verbs"]:
        return False  # "12 will be buried": they are dead
    return _yet_to_be(trigger.token)


#: Modal verbs of what is not so yet; with "have" all but "would" tell what seems to have been.
_MODALS = frozenset({"would", "could", "may", "might", "will", "'ll", "’ll", "shall", "should"})
#: Those of them that go on with "have" to tell what has happened, as far as is known.
_SEEMS = frozenset({"may", "might", "could"})
#: What is said of the deed that follows with "to": "promised to free", "are to be evacuated", "are expected to return".
_MEANT = frozenset(
    ["plan", "promise", "pledge", "vow", "threaten", "intend", "aim", "offer", "want", "hope", "prepare", "agree", "undertake", "commit", "propose", "wish", "seek", "expect", "schedule", "set",
     "due", "ready", "willing", "prepared", "likely", "poised", "be", "refuse", "decline", "urge", "ask", "warn", "consider", "mull", "contemplate", "decide", "volunteer", "need", "demand"]
)  # fmt: skip


def _yet_to_be(verb: Token) -> bool:
    """Is the deed of a verb told as one still to be done, or one that would be?"""
    for _ in range(3):
        aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if "not" in aux or any(child.dep_ == "neg" for child in verb.children):
            return False
        modal = aux & _MODALS
        if modal and not ("have" in aux and modal & _SEEMS):
            return True
        head = verb.head
        if "to" in aux and verb.dep_ in ("xcomp", "advcl", "acl", "ccomp"):
            return head.lemma_.casefold() in _MEANT
        if verb.dep_ != "conj" or head is verb:
            return False
        verb = head
    return False


def told_as_fact(parsed: Parsed, low: int, start: int) -> bool:
    """Is the deed at `start`, of a sentence from `low`, told as one that happened?"""
    before = parsed.text[max(low, start - 60) : start]
    if to_come(parsed.text, start, min(len(parsed.text), start + 100)):
        return False
    return not unreal(before) and not _COUNTED_FROM.search(before) and not quoted(parsed, start)
