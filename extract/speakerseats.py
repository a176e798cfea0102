"""How far a speaker's words of himself reach: "Colonel X, a spokesman in Y, said" tells where he sits, not what happened there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.frames import Frame

_SITS = re.compile(
    r"\s(?:in|of)\s(?:the\s)?(?:[a-z][\w-]*\s){0,3}?(?:(?:city|town|village|capital|port)(?:\sof\s|,\s))?(?=[A-ZÀ-Þ])"
)
#: What stands between a name and its verb: ", an army spokesman in X, ", ", who confirmed this to newsmen in X, ".
_ASIDE = re.compile(
    r",\s+(?:an?|the|who(?:se)?|which|one\s+of|speaking|reached|contacted|reporting|based|deputy|chief|head|"
    r"(?:[a-z-]+\s+){0,4}?(?:spokes\w+|commander|chairman|coordinator|director|leader|secretary|officer|member|representative|administrator|chief|official))\b[^.;“”\"]{0,160},\s+(?:[a-z]+ly\s+|also\s+)?"
)
#: An aside that tells of the deed itself: ", whose patrol was attacked in X, ".
_OF_DEED = re.compile(
    r"\b(?:was|were|had\s+been|been|is|are)\s+(?:attacked|ambushed|raided|shelled|bombed|hit|struck|targeted|killed|wounded|injured|captured|abducted|kidnapped|burned|stormed)\b"
    r"|\b(?:witnessed|saw|survived|escaped|fled|lost|lives?|living)\b",
    re.IGNORECASE,
)


def reach_of(text: str, frame: Frame) -> int:
    """Where the words end that tell who speaks in `frame`, and where he sits."""
    end = frame.source_end or 0
    reach = end + _sits(text, end)
    if frame.cue is None or not end < (cue := frame.piece.start(frame.cue)) <= end + 200:
        return reach
    aside = _ASIDE.fullmatch(text, end, cue)
    if aside is None or _OF_DEED.search(text, end, cue) is not None:
        return reach
    return max(reach, cue)


def _sits(text: str, end: int) -> int:
    """How many characters behind a source still tell where it sits: "a nurse in the nearby town of X said"."""
    match = _SITS.match(text, end)
    if match is not None:
        return match.end() - end + 1
    return 12 if text.startswith((" in ", " of "), end) else 0
