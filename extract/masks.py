"""Frames of paragraphs before the parse: each quotation that is a clause gives way to a placeholder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.marks import Quotation

#: What stands for a masked quotation in a frame. Of the words tried, this is the one that the
#: model never takes for a subject: “…,” Peskov said -> Yes, Peskov said.
PLACEHOLDER = "Yes"

_INNER_BREAK = re.compile(r"[.!?…][’'\"”)]*\s+[“‘\"'(\[]?[A-Z]")
_CUE_BEFORE = re.compile(
    r"\b(?:said|says|saying|say|add(?:ed|s|ing)|told|tells|wr(?:ote|ites|iting)|repl(?:ied|ies|ying)|"
    r"asked|asks|stat(?:ed|es|ing)|warn(?:ed|s|ing)|declar(?:ed|es|ing)|continued|continues|post(?:ed|s|ing)|"
    r"tweet(?:ed|s|ing)|insist(?:ed|s|ing)|answer(?:ed|s|ing)|comment(?:ed|ing)|respond(?:ed|s|ing)|"
    r"announc(?:ed|ing)|recall(?:ed|s|ing)|read|reads|(?:shout|chant|yell|scream)(?:ed|s|ing))\b[^.!?“”\"]{0,80}$"
)
_FUNCTION_BEFORE = re.compile(
    r"\b(?:that|the|a|an|of|as|to|in|and|or|its|his|her|their|our|this|these|those|for|with|by|from|on|at|"
    r"what|is|are|was|were|be|been|called|dubbed|named|titled|entitled|so-called)$",
    re.IGNORECASE,
)


def stays_in_frame(text: str, quotation: Quotation, paragraph_start: int) -> bool:
    """Is this quotation a part of the sentence around it, so that its words parse best in place?"""
    inside = text[quotation.start : quotation.end]
    before = text[max(paragraph_start, quotation.outer_start - 200) : quotation.outer_start].rstrip()
    words = len(inside.split())
    if _INNER_BREAK.search(inside):
        return False
    after = text[quotation.outer_end : quotation.outer_end + 2]
    stopped = inside[-1] in ".!?,…—–" or after[:1] in (",", ".", "?", "!")
    if not before or before[-1] in '.!?…”"’':
        # At the head of a sentence: “Massive” strikes … against “We are ready,” he said.
        return not stopped and words < 4
    upper = inside.lstrip("‘'([…. ")[:1].isupper()
    if before[-1] == ":":
        return words < 4 and not upper
    if before[-1] in ",;—–":
        if _CUE_BEFORE.search(before):
            return False
        return not upper or words < 2 or (words < 5 and not stopped)
    if quotation.continues is not None:
        return False
    if _FUNCTION_BEFORE.search(before):
        return True
    long = words >= 3 or inside[-1] in "!?"  # a man yelled “Murderer!”
    return not (upper and long and inside[-1] in ".!?,…" and _CUE_BEFORE.search(before))


@dataclass(slots=True)
class Plan:
    """A piece before it is parsed."""

    kind: Literal["frame", "inside"]
    quotation: int | None
    source: str
    froms: list[int]
    tos: list[tuple[int, int, int | None]]
    breaks: set[int]  # offsets in `source` at which a sentence surely begins
    joins: set[int]  # and at which none does


def inside_plan(text: str, index: int, quotation: Quotation) -> Plan:
    return Plan(
        "inside",
        index,
        text[quotation.start : quotation.end],
        [0],
        [(quotation.start, quotation.end, None)],
        set(),
        set(),
    )


def frame_plan(text: str, start: int, end: int, quotations: Sequence[tuple[int, Quotation, bool]]) -> Plan:
    """The paragraph's frame; `quotations` are (index, quotation, whether it stays in the frame)."""
    parts: list[str] = []
    froms: list[int] = []
    tos: list[tuple[int, int, int | None]] = []
    breaks: set[int] = set()
    joins: set[int] = set()
    length = 0

    def put(source: str, at: int, to: int, quotation: int | None) -> None:
        nonlocal length
        if source:
            parts.append(source)
            froms.append(length)
            tos.append((at, to, quotation))
            length += len(source)

    at = start
    for index, quotation, stays in quotations:
        put(text[at : quotation.outer_start], at, quotation.outer_start, None)
        if stays:
            put(text[quotation.start : quotation.end], quotation.start, quotation.end, None)
        else:
            before = parts[-1].rstrip() if parts else ""
            if before and before[-1] in ".!?…" and not _abbreviated(before):
                breaks.add(length)
            elif before and before[-1] in ",:":
                joins.add(length)
            last = text[quotation.end - 1]
            rest = text[quotation.outer_end : end].lstrip()
            stop = last in ".!?,;…" and (not rest or rest[0] not in ".,;:!?")
            put(PLACEHOLDER, quotation.outer_start, quotation.end - stop, index)
            if stop:
                # A stop inside the marks serves the sentence around them too, unless that goes on.
                goes_on = rest[:1].islower() or last == "," or (last in "?!" and _cue_follows(rest))
                put("," if rest and goes_on else ".", quotation.end - 1, quotation.end, None)
                if not goes_on and rest:
                    breaks.add(length + len(text[quotation.outer_end : end]) - len(rest))
            if quotation.outer_end < end and not text[quotation.outer_end].isspace() and rest[:1].isalnum():
                put(" ", quotation.end, quotation.outer_end, None)
        at = quotation.outer_end
    put(text[at:end], at, end, None)
    source = _LEADING.sub(lambda found: found[0].lower(), "".join(parts))
    if (dateline := _DATELINE.match(source)) is not None:
        breaks.add(dateline.end())
    return Plan("frame", None, source, froms, tos, breaks, joins)


#: "-- Near Tel Hadid, four strikes destroyed …": with its capital the model takes the preposition for a part of the name.
_LEADING = re.compile(
    r"^[ \t]*(?:[-–—*•·▪]+[ \t]*)?(?:Near|Outside|Inside|Around|Across|Throughout|Over)(?=[ \t][A-ZÀ-Þ])",
    re.MULTILINE,
)

#: "KYIV, Ukraine (AP) — ": what follows is a sentence of its own.
_DATELINE = re.compile(
    r"(?:\(?[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}(?:[ /][A-ZÀ-Þ’'-]{2,}){0,3}\b[^.!?“\"]{0,50}?(?:\.[^.!?“\"]{0,20})?|[A-ZÀ-Þ][^.!?“\"():]{2,50}?\([A-Za-z/ ]{2,20}\))"
    r"\s?(?:—|–|--?)\s+(?=[A-Z0-9“\"‘'])"
)


_CUE_AFTER = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*,?\s+|\([A-Z][\w.,’' -]*\)\s+|(?:al|el|de|van|von|bin|of|the|later|then|also)[\s-]){1,7}"
    # Ana Petrescu, then head of safety, asked
    r"|(?:[A-Z][\w.’'-]*\s?){1,4},\s[^.!?“”\"\n]{3,90},\s+)"
    r"(?:said|says|asked|asks|added|adds|told|wrote|writes|replied|responded|answered|retorted|countered|shouted|yelled|"
    r"cried|screamed|wondered|exclaimed|pressed|demanded|repeated|insisted|declared|joked|quipped|mused|tweeted|"
    r"continued|recalled|inquired|snapped|pleaded|thundered|remarked|observed|shot\s+back|went\s+on|interjected)\b"
)


def _cue_follows(rest: str) -> bool:
    """“Who did this?” Mayor Ali asked: the sentence goes on after the mark although a capital follows."""
    return _CUE_AFTER.match(rest) is not None


_ABBREVIATION = re.compile(
    r"(?:^|\s)(?:Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Brig|Adm|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|Rev|St|Fr|Hon|Pvt|Pres|"
    r"Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|No|vs)\.$"
)


def _abbreviated(before: str) -> bool:
    return _ABBREVIATION.search(before[-8:]) is not None
