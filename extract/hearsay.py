"""Those who tell what they fled from: "families arriving in X from Y told us that armed men had entered it": it was in Y."""

from __future__ import annotations

import re

_REACH = 110
_FOLK = (
    r"\b(?i:people|families|residents|villagers|civilians|survivors|refugees|evacuees|witnesses|women|men|mothers|patients|those|inhabitants"
    r"|(?:newly\s+)?displaced(?:\s+(?:people|persons|families|civilians|residents|villagers))?|arrivals|relatives|farmers|herders|traders)\b"
)
#: "Families arriving in X", "survivors who reached X", "refugees now sheltering in X".
_ARRIVED = re.compile(
    _FOLK + r"(?:\s+who)?(?:\s+(?:had|have|has|were|are|was|is|recently|newly|now|just|later|since))*\s+"
    r"(?:(?:arriv(?:ed|ing)|shelter(?:ed|ing)|camped|staying|living|housed|hosted|treated|interviewed|registered|(?:taken|taking|took|sought|seeking|found)\s+(?:refuge|shelter))\s+(?:[a-z]+\s+)?(?:in|at)"
    r"|(?:fled|fleeing|escaped|walked|came|crossed)\s+(?:[a-z]+\s+)?(?:to|into)|reach(?:ed|ing))\s+"
    r"(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: "… from the village of Y".
_FROM = re.compile(
    _FOLK + r"(?:\s+(?!was\b|were\b|killed\b|injured\b|while\b|and\b|believed\b)[\w’'-]+){0,8}?\s+from\s+"
    r"(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: … told what they had seen: the verb is theirs.
_TELL = re.compile(
    r"(?:[\w’'-]+\s+){1,3}?(?:(?<=\s)from\s+(?:the\s+)?(?:[\w’'-]+\s+){1,6}?|(?<=\s)on\s+\w+day\s+)?(?:(?<=,\s)[^,.;]{1,40},\s+)?"
    r"(?:(?:have|had|also|later)\s+)*(?:told|said|say|tell|described?|recounted?|reported?|spoke)\b"
)


def arrived_in(text: str, start: int) -> bool:
    """Does the place at `start` say where those are by now who tell of it?"""
    if _ARRIVED.search(text, max(0, start - _REACH), start) is None:
        return False
    return _TELL.match(text, start) is not None


def told_from(text: str, start: int) -> bool:
    """Is the place at `start` the one that those who tell of it came from, where it happened?"""
    if _FROM.search(text, max(0, start - _REACH), start) is None:
        return False
    return _TELL.match(text, start) is not None
