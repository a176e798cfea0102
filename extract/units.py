"""Units of measurement and names of money, as patterns on the text right and left of a number."""

from __future__ import annotations

import functools
import re

from extract.lexicon import load

#: The measures whose units stand in `lexicon/units.toml`.
_MEASURES = ("distance", "area", "duration", "other")


def _alternatives(words: list[str]) -> str:
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\-", r"[\s-]") for word in ordered)


@functools.cache
def unit_pattern() -> re.Pattern[str]:
    """A unit right after a number; groups `square`, `cubic`, and one group for each measure's words and symbols."""
    lexicon = load("units")
    # Measures in the order in which a symbol is looked up: "km/h" is tried before "km".
    parts = []
    symbols = {s: m for m in _MEASURES for s in lexicon[m]["symbols"].split()}
    symbol = "|".join(re.escape(s) for s in sorted(symbols, key=len, reverse=True))
    for measure in _MEASURES:
        words = _alternatives(lexicon[measure]["words"].split())
        parts.append(rf"(?P<{measure}>(?:{words})s?)")
    return re.compile(
        rf"[\s-]?(?:(?P<square>square[\s-]|sq\.?[\s-]?)|(?P<cubic>cubic[\s-]))?"
        rf"(?:(?P<symbol>(?-i:{symbol}))(?![\w/²])|(?:{'|'.join(parts)})(?!\w)(?!\s+(?:bombs?)\b))",
        re.IGNORECASE,
    )


@functools.cache
def tied_pattern() -> re.Pattern[str]:
    """A noun that a hyphen ties to its number, "-page"; group `single` where it may be one alone: "-goal"."""
    words = load("units")["tied"]
    single = _alternatives(words["single"].split())
    nouns = _alternatives(words["words"].split())
    # "A ten-point plan" is named by its points.
    planned = r"(?:\s+[\w-]+){0,2}\s+(?:plans?|proposals?|program(?:me)?s?|agendas?|strateg\w+|roadmaps?|manifestos?)\b"
    return re.compile(rf"-(?:(?P<single>{single})|(?:{nouns}))\b(?!-)(?!(?<=point){planned})", re.IGNORECASE)


@functools.cache
def symbol_measures() -> dict[str, str]:
    """Symbol -> measure."""
    lexicon = load("units")
    return {s: m for m in reversed(_MEASURES) for s in lexicon[m]["symbols"].split()}


@functools.cache
def glued() -> re.Pattern[str]:
    """Letters that may be glued to digits without making a name of them: "12km", "128GB", "32nd"."""
    symbols = "|".join(re.escape(s) for s in sorted(symbol_measures(), key=len, reverse=True))
    return re.compile(
        rf"(?:{symbols}|mi|lbs?|p|pc|pp|bps|st|nd|rd|th|years?|hours?|minutes?|mins?|secs?|hrs?)(?!\w)"
    )


@functools.cache
def sign_before() -> re.Pattern[str]:
    """A sign or code of money that ends right before a number; groups `sign`, `code`, `late`, and `naira` ("N50 million")."""
    lexicon = load("units")
    signs = "|".join(re.escape(s) for s in sorted(lexicon["signs"], key=len, reverse=True))
    codes = "|".join(lexicon["codes"]["iso"].split())
    return re.compile(
        rf"(?<![A-Za-z])(?:(?P<sign>{signs})|(?P<code>{codes}))\s?$|(?P<late>[$€£¥₴₽₹₩₪₺])\s?$|(?<![\w.])(?P<naira>N)$"
    )


@functools.cache
def money_after() -> re.Pattern[str]:
    """The name, code or sign of money right after a number; groups `country`, `unit`, `code`, `sign`, `pence`."""
    lexicon = load("units")
    names = _alternatives(list(lexicon["currencies"]))
    countries = _alternatives([c.replace(" ", "-") for c in lexicon["countries"]])
    codes = "|".join(lexicon["codes"]["iso"].split())
    return re.compile(
        rf"(?:\s+|-(?!pound))(?:(?P<country>{countries})\s+)?(?P<unit>{names})s?\b(?!-)"
        rf"|\s?(?-i:(?P<code>{codes}))\b|\s?(?P<sign>[€£₴₽₪₺₫₸₹])|(?P<pence>p|¢)(?!\w)",
        re.IGNORECASE,
    )
