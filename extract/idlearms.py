"""Weapons that a sentence names and that struck nobody: what stood behind the deed, carried the hurt, or was taken."""

from __future__ import annotations

import re

#: "Troops backed by warplanes": what stands behind those who did it is not what did it.
_BACKED = re.compile(
    r"\b(?:backed|supported|covered|accompanied|aided|enabled|assisted|escorted)\s+by\s+(?:[\w’'-]+\s+){0,4}?(?:warplanes|aircraft|jets|helicopters|drones|artillery|air\s?strikes|missiles|air\s+power|airpower|fire)\b"
    # … nor what those who went were under.
    r"|(?<!came )(?<!come )(?<!coming )\bunder\s+(?:the\s+)?(?:heavy\s+|constant\s+|intense\s+)?(?:(?:drones?|artillery|air|rocket|mortar|tank|sniper|missile)(?:\s+and\s+|,\s+)?){1,3}\s+(?:fire|cover|bombardment)\b",
    re.IGNORECASE,
)


#: "Evacuated 14 wounded by helicopter": what carries the hurt struck nobody.
_CARRIED_BY = re.compile(
    r"\b(?:evacuat|airlift|transport|transfer|ferr|rescu|medevac)\w*\b[^.;]{0,60}?\b(?:by|in|on|aboard|with)\s+(?:an?\s+|the\s+|two\s+|its\s+)?(?:[\w-]+\s+){0,2}?(?:helicopters?|planes?|aircraft)\b"
    r"|\b(?:helicopters?|planes?|aircraft)\s+(?:[a-z]+\s+)?(?:evacuated|airlifted|ferried|transported|rescued)\b",
    re.IGNORECASE,
)


_ARMS = r"(?:howitzers?|mortars?|artillery\s+pieces?|rockets?|missiles?|launchers?|drones?|shells?|mines?|ieds?|grenades?|bombs?|explosives?)"
#: "Seized two howitzers and 40 rockets", "six mortars were recovered": arms that were taken struck nobody.
_TAKEN = re.compile(
    r"\b(?:captur|seiz|recover|confiscat|surrender)(?:ed|ing)\s+(?:(?!(?:in|after|with|by|under|during|amid|from|as|at|when|following|to|on)\b)[\w’',-]+\s+){0,8}?"
    rf"{_ARMS}\b|\b{_ARMS}\b[^.;]{{0,50}}?\b(?:was|were)\s+(?:also\s+)?(?:taken|captured|seized|recovered|confiscated|surrendered)\b",
    re.IGNORECASE,
)


#: "Gangs fired on three passenger jets": what was shot at struck nobody.
_SHOT_AT = re.compile(
    r"\b(?:fired|fire|firing|shot|shooting|shots)\s+(?:on|at|upon)\s+(?:[\w’'-]+\s+){0,4}?(?:jets?|planes?|airliners?|helicopters?|aircraft|warplanes?|gunboats?|drones?)\b",
    re.IGNORECASE,
)


#: What one of the words of `_TAKEN` holds.
_TAKING = ("ized", "izing", "izes", "captur", "recover", "taken", "confiscat", "surrender")


def without_idle(sentence: str) -> str:
    """The sentence with blanks in place of the weapons that did nothing in it."""
    if "by" in sentence or "under" in sentence:
        sentence = _BACKED.sub(_blank, sentence)
    if "helicopter" in sentence or "plane" in sentence or "aircraft" in sentence:
        sentence = _CARRIED_BY.sub(_blank, sentence)
    if any(word in sentence for word in _TAKING):
        sentence = _TAKEN.sub(_blank, sentence)
    if "fir" in sentence or "sho" in sentence:
        sentence = _SHOT_AT.sub(_blank, sentence)
    return sentence


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
