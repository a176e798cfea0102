"""Where the guns or men stood who did it: "artillery positioned in X shelled Y", "fired from the direction of X"."""

from __future__ import annotations

import functools
import re

#: How far before a place its phrase is looked for, in characters.
_REACH = 90
#: "From the direction of X": whence they came, whatever they did.
_FROM_SIDE = re.compile(
    r"\bfrom\s+the\s+(?:general\s+)?(?:direction|side)\s+of\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: "Artillery positioned in X shelled Y", "fired from positions in X": where the guns or men stood who did it.
_POSTED = re.compile(
    r"\b(?:artillery|guns?|batter(?:y|ies)|howitzers?|mortars?|tanks?|launchers?|snipers?|soldiers|troops|forces|warships?|units?|gunmen|fighters|militants)\s+"
    r"(?:(?:which|that|who)\s+(?:is|are|was|were)\s+)?(?:positioned|stationed|deployed|based|placed|emplaced|entrenched|dug\s+in|posted|sited|massed)"
    r"\s+(?:in|at|on|near|around|atop|along|outside)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
    # … "howitzers at the X base shelled the monastery"
    r"|\b(?:artillery|batter(?:y|ies)|howitzers?|(?:rocket|missile)\s+launchers?|gunboats?)\s+(?:in|at|on|from)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
    r"|\b[Ff]rom\s+(?:[a-z]+\s+){0,2}?positions?\s+(?:in|at|on|near|around|atop|along|outside)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
_THEN_FIRED = re.compile(
    r"(?:(?!\b(?:was|were|been|died)\b)[^.;]){0,60}?\s(?:shell|struck|hit|fired|bombard|pound|target|opened|shot|attack|launch|bomb|kill|damag|destroy|wound|injur|ambush|raid|storm|rain)\w*\b"
)


@functools.lru_cache(maxsize=512)
def whence(text: str, start: int, end: int) -> bool:
    """Does the place say where those came from or stood who did it ("artillery positioned in X shelled Y", "from the direction of X")?"""
    posted = _POSTED.search(text, max(0, start - _REACH), start)
    if posted is None:
        return _FROM_SIDE.search(text, max(0, start - _REACH), start) is not None
    return posted.group()[1:].startswith("rom") or _THEN_FIRED.match(text, end) is not None
