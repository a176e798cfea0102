"""Who said what was told before: "Two people were killed. This was announced by the prosecutors", "… the governor said this on Telegram"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.frames import Frame, Frames
    from extract.parse import Parsed

#: A sentence that only says of what stands before it whose word it is.
_OF_THAT = re.compile(
    r"(?:This|That|The\s+(?:information|news|incident|attack))\s+(?:was|has\s+been|is|comes?|came)\s+(?:[a-z]+ly\s+|also\s+|first\s+)?"
    r"(?:reported|announced|stated|said|confirmed|posted|written|published|disclosed|made\s+public|according\s+to|from)\b(?!\s+(?:that|to\s+be|to\s+have)\b)"
)
_SAID_THIS = re.compile(
    r"(?<!who )(?<!which )\b(?:said|announced|reported|stated|wrote|posted|confirmed|disclosed)\s+(?:this|the\s+news)\b(?=\s+(?:on|in|via|at|to|during)\b|\s*[,.])"
)
_WHY = "the sentence behind it says whose word it is"


def claim_before(
    parsed: Parsed,
    frames: Frames,
    drafts: list[Draft],
    claims: dict[int, tuple[Frame | None, str | None]],
) -> None:
    """Give what is told of nobody's word to the one whom the next sentence names for it."""
    for frame in frames:
        if frame.negated or frame.source is None or frame.piece.kind != "frame":
            continue
        sent = frame.cue.sent
        start, end = frame.piece.span(sent[0], sent[-1])
        told = _OF_THAT.match(parsed.text, start, end) or _SAID_THIS.search(parsed.text, start, end)
        # "The governor said this on Telegram, the agency reports": his word, not the agency's.
        if told is None or not told.start() <= frame.piece.start(frame.cue) < told.end():
            continue
        paragraph = parsed.paragraphs[frame.paragraph]
        low, high = paragraph.start, start
        if not parsed.text[low:high].strip() and frame.paragraph:
            above = parsed.paragraphs[frame.paragraph - 1]
            low, high = (above.start, above.end) if not above.headline else (0, 0)
        for draft in drafts:
            if low <= draft.start < high and claims[id(draft)][0] is None:
                claims[id(draft)] = frame, _WHY
