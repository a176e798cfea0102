"""Spelt numbers and shares of a whole: "forty-two", "two-thirds", "one in three", "half of"."""

from __future__ import annotations

import re

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
    value = round(100 * top / whole, 1)
    return value, value, value


def plain_value(word: str) -> float | None:
    return float(word) if word.isdigit() else 100.0 if word == "hundred" else in_words(word)


#: After these a share is meant; elsewhere "a third" ranks and "two in three" counts.
_SHARED = re.compile(
    r"\s+(?:of\b|less\b|more\b|fewer\b|lower\b|higher\b|larger\b|smaller\b|cheaper\b|(?:were|are|have|had|live|lived|lives|said|say)\b)|\s*[.;]|\s*$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\bof\s+(?:whom|which|them|those|these)\s+(?:\w+\s+){0,2}$|\bby\s+(?:\w+\s+){0,2}$", re.IGNORECASE
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
        return bool(_SHARES_OF.match(right)) and (
            words[-1] in ("10", "ten", "100", "hundred", "1000") or "in" in words
        )
    if words[0] in ("a", "an"):
        return bool(_SHARED.match(right) or _OF_WHOM.search(left)) and not _NO_HALF.search(left)
    return not re.match(r"[\s-]+(?:finals?|majority|day)\b", right)
