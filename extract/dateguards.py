"""Whether words are time words here, and in which tense: what stands around them decides."""

from __future__ import annotations

import re

from extract.datecalc import Tense

_FUTURE = re.compile(
    r"\b(?:will|won[’']t|shall|[’']ll|going to|is to|are to|set to|set for|due (?:to|on|in|for)|scheduled|slated"
    r"|plan(?:s|ned)? (?:to|for)|expected|expects|upcoming|coming|would|deadline|ahead of|to be held|to begin|to start"
    r"|launches|begins|starts|opens|runs|lasts|takes effect|expires?)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:said|told|was|were|had|has|have|did|wrote|added|began|took|came|saw|hit|struck|went|left|shot|fell|rose|lost"
    r"|met|held|killed|since|according|\w{3,}ed)\b",
    re.I,
)
#: "Sunday will remain a black day": a day of which what happened is known.
_KEPT_IN_MIND = re.compile(
    r"\s+(?:will|would)\s+(?:(?:long|always|forever|never)\s+)?(?:remain|haunt|live\s+on|go\s+down|stay\s+(?:in|with)|be\s+(?:(?:long|always|forever|never)\s+)?(?:remembered|forgotten|etched|recalled))\b"
)
_PARTICIPLE = re.compile(r"\b(?:be|have|been|to)\s(?:\w+ly\s)?\Z")
_BOUND = re.compile(r"[.!?;\n“”\"](?:\s|\Z)|\n")

_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|to|through|during|of|before|after|between|and|or|over|for|late|early|mid|the"
    r"|around|circa|year|back in|as of|as in|spring|summer|autumn|fall|winter|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)[\s-]|[(–-]\s?|\d{4}\s?[-–/]\s?)\Z",
    re.I,
)
#: What makes four digits a number of something, or a rough count.
_NOT_YEAR_LEAD = re.compile(
    r"\b(?:resolution|route|highway|road|no|number|page|unit|flight|law|decree|brigade|regiment|room|section|article"
    r"|order|form|than|least|about|some|nearly|almost|most|estimated|roughly|approximately|another|those|these|its"
    r"|his|her)\.?\s\Z",
    re.I,
)
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|from|to|through|during|of|before|after|between|and|last|next|this|early|late|mid"
    r"|every|each|around|for)[\s-]\Z",
    re.I,
)
#: The months that are other words too, or are short forms.
_SLIPPERY = frozenset(
    ["may", "march", "mar", "sep", "sept", "dec", "jan", "jun", "jul", "oct", "nov", "feb", "apr", "aug"]
)
_MODAL = re.compile(r"\s(?:be|have|God|Allah|they|he|she|we|not|the)\b")


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Whether the words around a time word speak of what is to come or of what was; None when they do not say.

    The nearest verb before it in its clause decides; a time word that begins its sentence looks ahead.
    """
    low = max(0, start - 120)
    for bound in _BOUND.finditer(text, low, start):
        low = bound.end()
    before = text[low:start]
    future = past = None
    for match in _FUTURE.finditer(before):
        future = match
    for match in _PAST.finditer(before):
        past = match
    if future and (not past or future.end() >= past.start() or _governs(before, future, past)):
        return "future"
    if past:
        return "past"
    stop = min(len(text), end + 90)
    after_bound = _BOUND.search(text, end, stop)
    after = text[end : after_bound.start() if after_bound else stop]
    if _KEPT_IN_MIND.match(after) is not None:
        return "past"
    ahead, behind = _FUTURE.search(after), _PAST.search(after)
    if ahead and (not behind or ahead.start() < behind.start()):
        return "future"
    return "past" if behind else None


def _governs(before: str, future: re.Match[str], past: re.Match[str]) -> bool:
    """Whether the "past" word is a participle under the future one ("will be held on Monday")."""
    between = before[future.end() : past.start()]
    return len(between) < 25 and _PARTICIPLE.search(between) is not None


_NAMED_FOR_A_DAY = re.compile(
    r"[’']?s?\s+(?:Movement|Revolution|Brigades?|Battalion|Square|Street|Avenue|University|Hospital|Stadium|Bridge|Alliance|Forces?)\b"
)


def names_something(text: str, end: int) -> bool:
    """Does a name go on after the day: "the March 23 Movement", "July 14 Square"?"""
    return _NAMED_FOR_A_DAY.match(text, end) is not None


def month_in_company(text: str, start: int, end: int, name: str) -> bool:
    """Whether a bare month name is a month here: "in March", not "March on the capital" nor "May God"."""
    lower = name.rstrip(".").lower()
    if lower not in _SLIPPERY:
        # "April Jones": a person.
        return not re.match(r"\s[A-Z]\w+\s(?:said|told|of)\b", text[end : end + 30])
    led = _MONTH_LEAD.search(text, max(0, start - 12), start) is not None
    if lower == "may":
        return led and not _MODAL.match(text, end, end + 12)
    return led or text.startswith(("’s ", "'s "), end)


def year_in_company(text: str, start: int, end: int) -> bool:
    """Whether four digits from 1900 to 2099 are a year here rather than a count or a number of something."""
    before, after = text[max(0, start - 24) : start], text[end : end + 12]
    if _NOT_YEAR_LEAD.search(before):
        return False
    if _YEAR_LEAD.search(before) or re.match(r"\s?[-–]\s?(?:19|20)\d\d\b", after):
        return True
    # "Expo 2016 in Toronto", "from file, 2008.": after a name or a comma, and no noun to count behind it.
    named = re.search(r"(?:\b[A-Z][\w.]*|,|—|–)\s\Z", before) is not None
    return named and (
        not re.match(r"\s[a-z]", after) or re.match(r"\s(?:in|at|on|and|by|to|with|for)\b", after) is not None
    )
