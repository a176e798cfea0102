"""A picture's caption on a line of its own: its words, between the label before them and the credit behind.

Every function takes one line of a document; offsets are into that line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load

#: A caption is no longer than so many characters.
_LONGEST = 700
#: The credit begins within so many characters of the line's end.
_CREDIT_WIDTH = 140

_LABEL = re.compile(
    r"\s*(?:(?P<old>FILE(?: PHOTO)?|File(?: [Pp]hoto)?)\s*[-–—:]+\s*|(?:PHOTO|Photo|IMAGE|Image|CAPTION|Caption|AP Photo|Photograph):\s*"
    r"|(?:Image|Photo) caption,\s*)"
)
#: Openings by which a caption is known, and which are its own words; a credit alone in brackets has none.
_OPENING = re.compile(
    r"\s*(?:In this (?:file )?(?:photo|image|frame grab|screen ?grab)\b|This (?:photo|image|handout)\b|A (?:handout|screengrab)\b)"
)
_CREDIT_ALONE = re.compile(r"\s*[(\[]Photo\b")
_OLD = re.compile(r"\bfile (?:photo|image)\b|[(\[]\s*File\b|\bFile\s*[)\]]", re.IGNORECASE)
_WHO = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|al|de|el|van|von|bin|da|di))"


@cache
def _credit() -> re.Pattern[str]:
    """The credit at a caption's end: "(AP Photo/Jane Doe)", "[Jane Doe/AFP]", "Photograph: Jane Doe/EPA"."""
    names = sorted(load("agencies")["names"], key=len, reverse=True)
    houses = "|".join(re.escape(name) for name in names)
    house = rf"(?:{houses}|Getty Images|[A-Z]{{2,6}})(?!\w)"
    old = r"(?:AP|Reuters|REUTERS|AFP|EPA|Getty|Anadolu|File|Handout)?"
    return re.compile(
        rf"\s*(?:[(\[]{old}[^()\[\]]{{0,60}}(?:Photo|Images?|via AP|via REUTERS|Handout|File|Pool)[^()\[\]]{{0,60}}[)\]]"
        rf"|[(\[](?:(?:Photo|Credit|File):? )?{_WHO}{{1,3}}\s?/\s?{house}[^()\[\]]{{0,40}}[)\]]"
        r"|(?:Image|Photo|Photograph|Credit|Source): [A-Z][^.\n]{1,60}\.?"
        rf"|(?:(?<=[.!?”\"’] ){_WHO}{{1,3}}\s?/\s?{house}|(?:/|via )(?:Getty Images|AFP|AP|Reuters|REUTERS|EPA|Anadolu|Xinhua))(?:/[\w ]{{2,30}})?)"
        r"\s*\Z"
    )


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of a caption, as offsets into its line; `old` where the picture is of another day (FILE)."""

    start: int
    end: int
    old: bool


def caption(line: str) -> Caption | None:
    """The caption that the line is, or None; without words of its own where only the credit is printed."""
    if len(line) > _LONGEST:
        return None
    label = _LABEL.match(line)
    credit = _credit().search(line, max(label.end() if label else 0, len(line) - _CREDIT_WIDTH))
    alone = _CREDIT_ALONE.match(line) is not None
    if label is None and credit is None and not alone and _OPENING.match(line) is None:
        return None
    start = label.end() if label else len(line) - len(line.lstrip())
    end = len(line.rstrip()) if credit is None else max(start, credit.start())
    old = (label is not None and label["old"] is not None) or _OLD.search(line) is not None
    return Caption(start, start if alone else end, old)
