"""Numbers that measure something else than the conflict: money, shares, distances, ages.

They are kept with value, bound and unit, but set apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from extract.lexicon import load
from extract.model import Measure
from extract.nounwords import singular, word_class
from extract.numbers import Number
from extract.shares import times_of
from extract.units import money_after, sign_before, symbol_measures, tied_pattern, unit_pattern

_PERCENT = re.compile(
    r"[\s-]?(?P<points>percentage[\s-]points?\b|percent(?:age)?\s+points?\b|pct\.?\s+(?:pts?|points?)\b|ppts?\b|pp\b)"
    r"|[\s-]?(?P<basis>basis[\s-]points?\b|bps\b)|[\s-]?(?:%|per\s?cent\b|percent\b|pc\b|pct\b)",
    re.IGNORECASE,
)
#: "A quarter-point cut", "half-point rise": what rates move by.
_PART_OF_POINT = re.compile(
    r"(?P<point>[\s-]points?)(?:\s+[\w-]+){0,2}\s+(?:cuts?|hikes?|rises?|increases?|reductions?|moves?|steps?)\b",
    re.IGNORECASE,
)
#: Lines of a picture, "1080p".
_LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160, 4320})
_FOLD = re.compile(r"(?:^(?:twice|thrice|double|triple)|fold)$", re.IGNORECASE)
_AGE_RIGHT = re.compile(
    r"[-–\s](?P<unit>year|month|week|day)s?[-–\s]olds?\b|\s+(?P<units>years?|months?|weeks?|days?)\s+(?:old|of\s+age)\b",
    re.IGNORECASE,
)
#: "All under the age of 15, and 48 wounded people": a count behind an age.
_PEOPLE = re.compile(
    r"\s+(?:wounded|injured|dead|other|others|people|women|men|children|civilians|soldiers|patients|bodies)\b"
)
_AGE_LEFT = re.compile(
    r"\b(?:aged|ages?|age\s+of)\s+(?:between\s+|from\s+|of\s+)?(?:under\s+|over\s+|below\s+)?"
    r"(?:[\w-]+(?:,\s*[\w-]+){0,4},?\s+(?:and|to|or)\s+|(?:[\w-]+,\s+){1,4})?$",
    re.IGNORECASE,
)
#: "children under five", "men over 60": no bound of a count, where no noun follows.
_AGE_BOUND = re.compile(
    r"\b(?:(?:children|kids|people|persons|men|women|boys|girls|those|adults|anyone|everyone|all|residents|civilians|citizens|minors|population)"
    r"|of\s+(?:them|whom|those))\s+(?:(?:is|are|was|were)\s+)?(?:aged\s+)?(?:under|over|below|above)\s+(?:the\s+age\s+of\s+)?$",
    re.IGNORECASE,
)
#: "The oldest of the freed men was 61", "the youngest just 17".
_OLDEST = re.compile(
    r"\b(?:oldest|eldest|youngest)\b[^.;:,\d]{0,24}?\s(?:is|was|being|aged|just|only)\s+(?:just\s+|only\s+)?$",
    re.IGNORECASE,
)
#: "14 percent of the patients were over 75", "those who were under 40".
_WHO_ARE = re.compile(
    r"(?:\bwho|\bthey|\bof\s+(?:the|those)\s+(?:[\w,]+\s+){1,2}?|(?:%|\bper\s?cent|\bpercent)\s+of\s+(?:[\w,]+\s+){1,5}?)\s*(?:is|are|was|were)\s+(?:aged\s+)?(?:under|over|below|above)\s+$",
    re.IGNORECASE,
)
#: "At 102, she is the oldest graduate".
_AT_AGE = re.compile(r"(?:^|[.!?“\"\n]\s*)At\s+(?:just\s+|only\s+)?$")
_WHO_IS = re.compile(r",\s+(?:s?he|his|her|[A-Z][\w’'-]+\s+[A-Z])\b")
#: What those of an age do, and no noun that the number counts: "adults over 65 travel free".
_DO = re.compile(
    r"\s+(?:travel|get|die|pay|live|work|vote|must|can|may|should|will|would|do|did|had|has|make|need|use|go|receive|qualify|tend|eat|sleep|drink|think|say)\b"
)
_STRONG = re.compile(r"[-–]strong\b(?:\s+(?:[\w-]+\s+){0,3}?(?P<force>force|garrison|army|unit|contingent|brigade|battalion|mission|militia|"
                     r"division|regiment|corps|detachment|group|guard|column|team))?", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Apart:
    """A number set apart: its measure, its unit and where the phrase ends and begins."""

    measure: Measure
    unit: str
    start: int
    end: int


def set_apart(text: str, number: Number) -> Apart | None:
    """The measure of a number that counts no people, weapons or things, or None."""
    right = text[number.end : number.end + 60]
    if number.high > number.low and (of := _SO_MANY_OF.match(right)):
        vague = replace(number, end=number.end + of.end(), phrase_end=number.end + of.end())
        rest = right[of.end() :]
        return _vague_money(rest, vague) or _unit(text, rest, vague)
    left = text[max(0, number.start - 40) : number.start]
    if (money := _money(left, right, number)) is not None:
        return money
    if number.share:
        return Apart("percent", "%", number.start, number.end)
    if times_of(text[number.start : number.end]) is not None and _FOLD.search(
        text[number.start : number.end]
    ):
        return Apart("other", "times", number.start, number.end)
    if match := _PART_OF_POINT.match(right):
        if number.value in (0.25, 0.5, 0.75):
            return Apart("percent", "percentage points", number.start, number.end + match.end("point"))
    if match := _PERCENT.match(right):
        unit = "percentage points" if match["points"] else "basis points" if match["basis"] else "%"
        return Apart("percent", unit, number.start, number.end + match.end())
    if match := _AGE_RIGHT.match(right):
        unit = (match["unit"] or match["units"]).casefold().rstrip("s") + "s"
        return Apart("age", unit, number.start, number.end + match.end())
    if (age := _age(left, right, number, text)) is not None:
        return age
    if match := _STRONG.match(right):
        measure: Measure = "deployed" if match["force"] else "other"
        return Apart(measure, "people", number.start, number.end + len("-strong"))
    if number.hyphened and (match := tied_pattern().match(right)):
        return Apart("other", match.group()[1:].casefold(), number.start, number.end + match.end())
    return _unit(text, right, number)


#: "Tens of millions of dollars", "dozens of miles".
_SO_MANY_OF = re.compile(r"\s+of(?=\s)")
#: "50 pounds of explosives": a weight; but "50 pounds of debt".
_WEIGHS = re.compile(
    r"\s+of\s+(?!(?:[\w’'-]+\s+){0,2}?(?:aid|damages?|debts?|fund\w*|invest\w*|savings?|cuts?|cash|money|goods|support|spending|revenues?|loss(?:es)?|"
    r"profits?|tax\w*|orders?|jewel\w*|equipment|value|sales|income|loans?|credit|costs?|fines?|bonds?|shares?|assets|benefits?|contracts?|grants?|wages)\b)",
    re.IGNORECASE,
)


def _vague_money(right: str, number: Number) -> Apart | None:
    match = money_after().match(right)
    return _money("", right, number) if match is not None and match["unit"] else None


def _money(left: str, right: str, number: Number) -> Apart | None:
    lexicon = load("units")
    if match := sign_before().search(left):
        code = "NGN" if match["naira"] else match["code"] or lexicon["signs"][match["sign"] or match["late"]]
        return Apart("money", code, number.start - len(match.group()), number.end)
    match = money_after().match(right)
    if match is None:
        return None
    end = number.end + match.end()
    if match["pence"]:
        if number.value in _LINES or not number.digits:
            return None
        return Apart("money", "cent" if match["pence"] == "¢" else "penny", number.start, end)
    if match["code"]:
        return Apart("money", match["code"], number.start, end)
    if match["sign"]:
        return Apart("money", lexicon["signs"][match["sign"]], number.start, end)
    unit = singular(match["unit"])
    if unit == "pound" and not match["country"] and _WEIGHS.match(right, match.end()):
        return None
    if (
        unit in ("won", "real", "rand", "dong", "buck", "pound")
        and not match["unit"].casefold().endswith("s")
        and number.value < 5
    ):
        return None  # "the two won", "one real danger"
    country = re.sub(r"\s+", " ", match["country"] or "").casefold()
    named = lexicon["currencies"].get(unit, unit)
    return Apart("money", lexicon["countries"].get(country, named), number.start, end)


def _age(left: str, right: str, number: Number, text: str) -> Apart | None:
    if number.value >= 125 or number.share:
        return None
    stops = re.match(r"\s?[,;.)]|\s*$|\s+(?:and|or|were|was|are|is|have|who|in|at|from|to|since)\b", right)
    named = number.digits and re.match(r"\s?[,;)]|\s*$", right) and re.search(r"[A-Z][\w’'-]+,\s$", left)
    if (
        (_AGE_LEFT.search(left) and _PEOPLE.match(right) is None)
        or (stops and _OLDEST.search(left))
        or named
        or (_AT_AGE.search(left) and _WHO_IS.match(right))
        or (
            left.endswith(("over ", "under ", "above ", "below "))
            and (
                (stops and _WHO_ARE.search(text, max(0, number.start - 90), number.start))
                or ((stops or _DO.match(right)) and _AGE_BOUND.search(left))
            )
        )
        or (number.digits and _beside_people(left, right, number.value))
    ):
        return Apart("age", "years", number.start, number.end)
    return None


_PEOPLE_BEFORE = re.compile(
    r"\b(?:(?P<count>\d{1,2}|an?|another|one|two|three|four|five|six)|(?P<whose>his|her|their|whose|the))\s+"
    r"(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z-]+)(?:,\s|\s?\()(?P<ages>(?:\d{1,3}(?:,\s(?:and\s)?|\sand\s))*)$",
    re.IGNORECASE,
)
_AGES_AFTER = re.compile(
    r"(?P<ages>(?:(?:,\s(?:and\s)?|\sand\s)\d{1,3}(?!,?\d|\s+(?!and\b|in\b|who\b|was\b|were\b)[a-z]))*)(?P<stop>[,;).]|\s+(?:in|who|was|were)\b|\s*$)"
)
_FEW_WORDS = {"a": 1, "an": 1, "another": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _beside_people(left: str, right: str, value: float) -> bool:
    """ "A man, 38,", "two women, 38 and 41": as many bare numbers after a noun for people as there are people."""
    before, after = _PEOPLE_BEFORE.search(left), _AGES_AFTER.match(right)
    if before is None or after is None or word_class(before["noun"]) != "person" or value < 1:
        return False
    ages = 1 + len(re.findall(r"\d+", before["ages"])) + len(re.findall(r"\d+", after["ages"]))
    if ages == 1 and not (after["stop"] and after["stop"] in ",;)."):
        return False
    count = before["count"]
    if count is not None:
        return ages == _FEW_WORDS.get(count.casefold(), int(count) if count.isdigit() else 0)
    return (singular(before["noun"]) == before["noun"].casefold()) == (ages == 1)


def _unit(text: str, right: str, number: Number) -> Apart | None:
    match = unit_pattern().match(right)
    if match is None:
        return None
    end = number.end + match.end()
    printed = match["symbol"]
    if printed is not None:
        measure = symbol_measures()[printed]
        if (
            printed in ("m", "in", "g", "t", "x", "l", "L", "h", "W", "V", "J", "MP", "ha", "mb", "C", "F")
            and not number.digits
        ):
            return None
        if printed in ("in", "t", "l", "h", "g", "nm", "mb", "x", "C", "F") and right[:1] != printed[0]:
            return None  # "12 in Gaza": a symbol so short must be glued to its digits
        unit = {"x": "times"}.get(printed, printed)
    else:
        measure = next(m for m in ("distance", "area", "duration", "other") if match[m])
        unit = match[measure].casefold()
    if match["square"]:
        measure, unit = (
            "area",
            ("sq " if match["square"].casefold().startswith("sq ") or "." in match["square"] else "square ")
            + unit,
        )
        unit = unit.replace("sq square", "square")
    elif match["cubic"]:
        measure, unit = "other", "cubic " + unit
    if measure == "other" and (
        rate := re.match(
            r"\s+(?:celsius|fahrenheit|centigrade|per\s+(?:day|hour|second|minute|year|month|capita)|a\s+(?:day|year|month)|an\s+hour)\b",
            text[end : end + 20],
            re.IGNORECASE,
        )
    ):
        if not rate.group().casefold().strip().startswith("a"):
            end += rate.end()
            unit += re.sub(r"\s+", " ", rate.group().casefold())
    return Apart(cast(Measure, measure), unit, number.start, end)
