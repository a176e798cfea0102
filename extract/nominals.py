"""A deed told by its noun: "the killing of 61 soldiers", "the arrest on 4 May in Warda of nine suspects"."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

from extract.lexicon import load
from extract.model import Measure
from extract.triggers import FEW, Reading, Rule

if TYPE_CHECKING:
    from extract.nouns import Counted

#: What a noun that names the deed costs.
BY_NOMINAL = 0.7


def by_nominal(counted: Counted) -> Reading | None:
    """ "the killing of 61 soldiers", "the arrest of at least nine": a noun that names the deed."""
    doc = counted.first.doc
    left = doc[max(counted.first.sent.start, counted.first.i - 20) : counted.first.i].text + " "
    for pattern, rule in _nominals():
        match = pattern.search(left)
        if match and (counted.kind in rule.nouns or counted.kind in ("elided", "unknown")):
            many = rule.measure == "killed" and counted.number.value >= FEW and re.search(r"\bloss", left)
            if rule.measure == "released" and _ASKED_FOR.search(left, 0, match.start()):
                return Reading("abducted", BY_NOMINAL, None, "nominal")  # they are held
            return Reading("casualties" if many else rule.measure, BY_NOMINAL, None, "nominal")
    return None


_ASKED_FOR = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing)?\s+for|urg(?:es|ed|ing)|(?:appeal|plead|ask|press|push|pray|campaign|bargain|negotiat|wait|hop)(?:s|es|ed|ing|e)?\s+for|seek(?:s|ing)?|sought|negotiat(?:e|es|ing))\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


#: What may stand between the deed's noun and "of": its day, its place, who did it.
_WHEN_WHERE = (
    r"(?:(?:on|in|at|by|near|outside|from|during|early|late|last|this|overnight|yesterday|today)\b"
    r"(?:\s+(?!of\b)[\w’'-]+){0,5}?)"
)


@functools.cache
def _nominals() -> list[tuple[re.Pattern[str], Rule]]:
    bound = r"(?:(?:at\s+least|more\s+than|over|about|some|nearly|another|up\s+to|all|the|an?|estimated|around|approximately)\s+)*"
    found = []
    for name, entry in load("measures").items():
        if words := entry.get("nominal", "").split():
            # "the interception, early on Thursday, of six drones", "the arrest on 4 May in Warda of nine"
            pattern = re.compile(
                rf"\b(?:{'|'.join(words)})s?(?:\s*,[^,.;]{{2,50}},|(?:\s+{_WHEN_WHERE}){{0,3}}?)\s+of\s+{bound}$",
                re.IGNORECASE,
            )
            found.append((pattern, Rule(cast(Measure, name), "nominal", frozenset(entry["nouns"]))))
    return found
