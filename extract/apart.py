"""Numbers that measure something else than the conflict: money, shares, distances, ages.

They are kept with value, bound and unit, but set apart.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from extract.lexicon import load
from extract.model import Measure
from extract.nouns import singular
from extract.numbers import Number

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR"}
_CODES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "hryvnias": "UAH",
    "shekel": "ILS", "yen": "JPY", "yuan": "CNY", "rupee": "INR", "kyat": "MMK", "naira": "NGN", "lira": "TRY", "birr": "ETB",
    "peso": "peso", "dinar": "dinar", "dirham": "dirham", "riyal": "riyal", "rial": "rial", "franc": "franc", "cent": "cent", "won": "KRW",
}  # fmt: skip
_COUNTRY = {"us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "british": "GBP", "egyptian": "EGP",
            "sudanese": "SDG", "syrian": "SYP", "lebanese": "LBP", "colombian": "COP", "mexican": "MXN", "philippine": "PHP",
            "iraqi": "IQD", "swiss": "CHF", "iranian": "IRR", "saudi": "SAR"}  # fmt: skip

_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percent\b|percentage\s+points?\b|pc\b|pct\b)", re.IGNORECASE)
_AGE_RIGHT = re.compile(
    r"[-–\s]year[-–\s]olds?\b|\s+years?\s+(?:old|of\s+age)\b|[-–\s]month[-–\s]olds?\b|\s+months\s+old\b",
    re.IGNORECASE,
)
_AGE_LEFT = re.compile(
    r"\b(?:aged|ages?|age\s+of)\s+(?:between\s+|from\s+)?(?:[\w-]+(?:,\s*[\w-]+){0,4},?\s+(?:and|to|or)\s+|(?:[\w-]+,\s+){1,4})?$",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"[\s-]?(?P<square>square[\s-]|sq\.?[\s-]|cubic[\s-])?(?P<unit>kilomet(?:er|re)s?|km²|km2|km|nautical[\s-]miles?|miles?|mi\b|met(?:er|re)s?|m\b|feet|foot|"
    r"ft\b|yards?|hectares?|acres?|ha\b|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centuries|century|"
    r"kilograms?|kilogrammes?|kg|tonnes?|tons?|barrels?(?!\s+bombs?)|lit(?:er|re)s?|gallons?|megawatts?|MW\b|gigawatts?|GW\b|kilowatts?|kW\b|"
    r"degrees?|mph|kph|km/h)(?![\w])",
)
_LENGTHS = frozenset(
    ["kilometer", "kilometre", "km", "mile", "mi", "meter", "metre", "m", "foot", "ft", "yard", "nautical"]
)
_TIMES = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"])


@dataclass(frozen=True, slots=True)
class Apart:
    """A number set apart: its measure, its unit and where the phrase ends and begins."""

    measure: Measure
    unit: str
    start: int
    end: int


@functools.cache
def _money() -> re.Pattern[str]:
    names = "|".join(sorted(load("nouns")["classes"]["money"].split(), key=len, reverse=True))
    return re.compile(
        rf"\s+(?:(?P<country>[A-Za-z.]+)\s+)?(?P<unit>{names})s?\b|\s?(?P<code>USD|EUR|GBP|UAH|RUB|CHF|ILS)\b",
        re.IGNORECASE,
    )


def set_apart(text: str, number: Number) -> Apart | None:
    """The measure of a number that counts no people, weapons or things, or None."""
    right = text[number.end : number.end + 60]
    left = text[max(0, number.start - 24) : number.start]
    if match := re.search(r"(?:(?P<country>US|A|C|AU|CA|HK)\s?)?(?P<sign>[$€£¥₴₽₹])\s?$", left):
        code = _SIGNS[match["sign"]]
        code = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD"}.get(
            match["country"] or "", code
        )
        return Apart("money", code, number.start - len(match.group()), number.end)
    if match := re.match(r"\s?[€£₴₽]", right):
        return Apart("money", _SIGNS[match.group().strip()], number.start, number.end + match.end())
    if match := _money().match(right):
        if match["code"]:
            return Apart("money", match["code"].upper(), number.start, number.end + match.end())
        country = (match["country"] or "").casefold()
        unit = singular(match["unit"])
        if not country or country in _COUNTRY:
            return Apart(
                "money",
                _COUNTRY.get(country) or _CODES.get(unit, unit),
                number.start,
                number.end + match.end(),
            )
    if match := _PERCENT.match(right):
        return Apart("percent", "%", number.start, number.end + match.end())
    if match := _AGE_RIGHT.match(right):
        return Apart(
            "age",
            "months" if "month" in match.group().casefold() else "years",
            number.start,
            number.end + match.end(),
        )
    if number.value < 125 and (
        _AGE_LEFT.search(left)
        or (number.digits and re.match(r"\s?[,;)]|\s*$", right) and re.search(r"[A-Z][\w’'-]+,\s$", left))
    ):
        return Apart("age", "years", number.start, number.end)
    if match := _MEASURE.match(right):
        unit = match["unit"]
        plain = singular(unit.split()[0].split("-")[0]) if unit.islower() else unit
        end = number.end + match.end()
        if match["square"] or unit in ("km²", "km2") or plain in ("hectare", "acre", "ha"):
            return Apart(
                "area",
                (
                    ("square " if match["square"] and "c" not in match["square"].casefold() else "") + unit
                ).casefold(),
                number.start,
                end,
            )
        if plain in _TIMES:
            return Apart("duration", unit.casefold(), number.start, end)
        if plain in _LENGTHS:
            return Apart("distance", unit.casefold(), number.start, end)
        return Apart("other", unit, number.start, end)
    return None
