"""What kind of event a sentence tells, by its weapon and its deed."""

from __future__ import annotations

import functools
import re

from extract.lexicon import load

STRIKES = frozenset({"drone_strike", "missile_strike", "air_strike", "shelling", "attack", "bombing"})


@functools.cache
def _patterns() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str], dict[str, re.Pattern[str]], list[str]]:
    table = load("events")
    weapons = {k: re.compile(v, re.IGNORECASE) for k, v in table["weapons"].items()}
    kinds = {k: re.compile(v, re.IGNORECASE) for k, v in table["kinds"].items()}
    return weapons, re.compile(table["strike"]["match"], re.IGNORECASE), kinds, list(table["order"]["first"])


def strike_kind(sentence: str) -> str:
    """The weapon that a sentence about an attack names: drones, missiles, aircraft, guns, bombs."""
    weapons, _, _, _ = _patterns()
    found = {kind: match.start() for kind, pattern in weapons.items() if (match := pattern.search(sentence))}
    if "missile_strike" in found:
        return "missile_strike"
    return min(found, key=lambda k: found[k]) if found else "attack"


def kinds_in(sentence: str) -> list[tuple[str, int, int]]:
    """(kind, start, end) of every sign of an event in a sentence, the stronger kinds first."""
    _, strike, kinds, order = _patterns()
    found: list[tuple[str, int, int]] = []
    for kind in order:
        if kind == "strike":
            found += [(strike_kind(sentence), *match.span()) for match in strike.finditer(sentence)]
        else:
            found += [(kind, *match.span()) for match in kinds[kind].finditer(sentence)]
    return found


def kind_of(sentence: str) -> str | None:
    """The kind of event a sentence tells, or None."""
    found = kinds_in(sentence)
    return found[0][0] if found else None


def family(kind: str) -> str:
    """Attacks from afar are one family, whatever their weapon; every other kind is its own."""
    return "strike" if kind in STRIKES else kind
