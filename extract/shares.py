"""Spelt numbers and shares of a whole: "forty-two", "two-thirds", "one in three", "half of"."""

from __future__ import annotations

import functools
import re

from extract.nounwords import word_class

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fourty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion")


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


@functools.lru_cache(maxsize=5_000)
def in_words(text: str) -> float | None:
    """The value of spelt number words, or None when they make no number ("three five")."""
    from text_to_num import text2num

    folded = fold(text).replace("fourty", "forty")
    folded = re.sub(r"^an?\s+", "", folded)
    if folded in SCALE_WORDS and folded == fold(text):
        return None  # a bare "hundred" is the tail of something else
    if folded.split(" ")[0] in SCALE_WORDS:
        folded = "one " + folded
    try:
        return float(text2num(folded, "en"))
    except ValueError:
        return None


_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip


def share_of(text: str) -> tuple[float, float, float] | None:
    """The percent of "one in three", "two-thirds", "a quarter"; None where the words are no share."""
    folded = fold(text).replace("-", " ")
    words = folded.split()
    if len(words) == 1:
        return 50.0, 50.0, 50.0
    named = _PARTS.get(words[-1], _PARTS.get(words[-1].removesuffix("s")))
    top = 1.0 if words[0] in ("a", "an") else plain_value(words[0])
    whole = float(named) if named else plain_value(words[-1])
    if top is None or not whole or top >= whole:
        return None
    value = round(100 * top / whole, 2 if top > 0.01 * whole else 6)
    return value, value, value


def plain_value(word: str) -> float | None:
    plain = word.replace(",", "")
    return float(plain) if plain.isdigit() else _ROUND.get(word) or in_words(word)


_ROUND = {"hundred": 100.0, "thousand": 1000.0, "million": 1000000.0}


#: Words that multiply: "twice as many".
FOLDS = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0}


def times_of(text: str) -> float | None:
    """By how much "twice", "tenfold", "3-fold" multiplies."""
    word = re.sub(r"-?fold$", "", fold(text))
    return FOLDS[word] if word in FOLDS else plain_value(word)


def mixed_value(text: str) -> float:
    """The value of "6-1/2", "2 3/4", "1¾"."""
    whole = re.match(r"\d+", text)
    assert whole is not None
    over = re.search(r"(\d)/(\d)$", text)
    part = int(over[1]) / int(over[2]) if over else 0.25 if text.endswith("¼") else 0.75
    return int(whole.group()) + part


#: After these a share is meant; elsewhere "a third" ranks and "two in three" counts.
_SHARED = re.compile(
    r"\s+(?:of\b|less\b|more\b|fewer\b|lower\b|higher\b|larger\b|smaller\b|cheaper\b|(?:were|are|have|had|live|lived|lives|said|say)\b)|\s*[.;]|\s*$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\bof\s+(?:whom|which|them|those|these)\s+(?:\w+\s+){0,2}$|\bby\s+(?:\w+\s+){0,2}$|\b(?:up|down)\s+(?:(?:by|about|almost|nearly|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
_NO_HALF = re.compile(
    r"\b(?:first|second|latter|other|better|northern|southern|eastern|western|upper|lower|top|bottom|final|next|last|this|that|each|and\s+a|a|the|front|back)[\s-]+$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\s+(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|games?|matches|rounds?|attacks?|separate|different)\b",
    re.IGNORECASE,
)
_SHARES_OF = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|persons|adults|children|women|men|girls|boys|households|families|residents|[A-Z][a-z]+s|of)\b"
)

_PLURAL_AFTER = re.compile(r"\s+(?:[a-z-]+\s+){0,3}?([a-z-]+s)\b(?!\s+[a-z]+s\b)")
#: What is counted of these is told: "four in ten villages", "three out of 10 drones".
_NO_SHARED = frozenset({"time", "location", "attack", "building", "air_weapon", "equipment"})
#: Where a sentence or clause begins, "three in four firms" is its subject and no tail of a deed.
_OPENS = re.compile(
    r"(?:^|[.!?:;,—–“\"(\n]\s*|\b(?:that|and|but|while|for|of|about|around|nearly|almost|roughly|than|some|by|with|"
    r"says?|said|shows?|showed|found|finds?|estimates?|suggests?|reckons?|thinks?|believes?|reports?|reported)\s+)$",
    re.IGNORECASE,
)


def is_share(text: str, start: int, end: int) -> bool:
    """Does this "one in three", "a third", "half" measure a share, or rank, count or divide?"""
    words = fold(text[start:end]).replace("-", " ").split()
    left, right = text[max(0, start - 40) : start], text[end : end + 40]
    if words[0] == "half":
        return not _NO_HALF.search(left)
    if "in" in words or "of" in words:
        if _SPAN.match(right):
            return False
        if words[0] in ("one", "1") and "in" in words:
            return True
        round_whole = words[-1] in ("10", "ten", "100", "hundred", "1000")
        if _SHARES_OF.match(right):
            return round_whole or "in" in words
        noun = _PLURAL_AFTER.match(right)
        if noun is None or word_class(noun[1]) in _NO_SHARED:
            return False
        return round_whole or ("in" in words and _OPENS.search(left) is not None)
    if words[0] in ("a", "an"):
        return bool(_SHARED.match(right) or _OF_WHOM.search(left)) and not _NO_HALF.search(left)
    return not re.match(r"[\s-]+(?:finals?|majority|day)\b", right)
