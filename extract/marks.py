"""Quotation marks: which opens, which closes, and which quotation a new paragraph carries on.

Marks are paired paragraph by paragraph. Only the outer quotations are returned:
marks inside them belong to the words quoted. A quotation left open at the end of
a paragraph is carried on by the next one when that begins with a mark of its own
(the custom of newspapers) or holds the missing closing mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outer quotation: `start`,`end` inside the marks, `outer_start`,`outer_end` with them.

    All four are offsets into the article's text. `style` is `double` or `single`.
    `continues` is the index, in the list it came in, of the quotation of the
    paragraph before that this one carries on.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    style: str
    opened_unclosed: bool = False
    continues: int | None = None


class _Mark(NamedTuple):
    start: int
    end: int
    way: str  # "o" opens, "c" closes, "?" either
    glyph: str


_DOUBLE = re.compile(r"[“”„‟«»\"＂〝〞]|''|``|‘‘|’’")
_SINGLE = re.compile(r"[‘’'‚‛‹›`]")
_OPENERS = frozenset("“„‟«〝‘‚‛‹`")
_CLOSERS = frozenset("”»〞’›")
_BEFORE_OPEN = frozenset("([{<—–-/…=>")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…’'”")

# A cue that ends a quotation whose closing mark was forgotten: “We are ready, he said.
_LOST_CLOSE = re.compile(
    r"[,?!]\s+(?=(?:[\w.’'-]+\s+){0,5}"
    r"(?:said|says|added|adds|told|wrote|stated|explained|warned|continued|insisted|replied)\b)"
)


def _way(text: str, start: int, end: int, low: int, high: int) -> str:
    """Which way a mark faces by what stands beside it, within the paragraph `low`..`high`."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    glyph = text[start]
    open_before = before.isspace() or before in _BEFORE_OPEN or before in "“‘\"'«"
    close_after = after.isspace() or after in _AFTER_CLOSE
    if glyph in "«»":
        # French style has spaces inside; German style turns the marks round.
        if before.isalnum() or after.isalnum():
            return "o" if after.isalnum() and not before.isalnum() else "c"
        return "o" if glyph == "«" else "c"
    if open_before and not close_after:
        return "o"
    if close_after and not open_before:
        return "c"
    if glyph in "„〝":
        return "o"
    if glyph == "“":
        return "o" if not close_after or open_before else "c"
    if glyph in _CLOSERS:
        return "c"
    if text.startswith("``", start):
        return "o"
    if open_before and not after.isspace():
        return "o"
    return "?"


def _double_marks(text: str, low: int, high: int) -> list[_Mark]:
    marks = []
    for found in _DOUBLE.finditer(text, low, high):
        start, end = found.span()
        way = _way(text, start, end, low, high)
        if text[start] in "\"'＂" and start > low and text[start - 1].isdigit() and way != "c":
            continue  # inches and seconds
        marks.append(_Mark(start, end, way, found.group()[0]))
    return marks


def _single_marks(text: str, low: int, high: int) -> list[_Mark]:
    """Single marks that may bound speech: apostrophes inside words are left out."""
    marks = []
    for found in _SINGLE.finditer(text, low, high):
        start, end = found.span()
        before = text[start - 1] if start > low else " "
        after = text[end] if end < high else " "
        if (before in "'‘’`" and before == text[start]) or (after in "'‘’`" and after == text[start]):
            continue  # half of a double mark
        if before.isalnum() and after.isalnum():
            continue  # don't
        opens = (before.isspace() or before in '([{—–-/…“"') and not after.isspace()
        if opens and (after.isdigit() or text[start] == "’"):
            continue  # '90s, ’tis
        if opens and text[start] != "›":
            marks.append(_Mark(start, end, "o", text[start]))
        elif not before.isspace() and not after.isalnum() and text[start] not in "‘‚‹`":
            marks.append(_Mark(start, end, "c" if not before.isalnum() else "?", text[start]))
    return marks


def _single_pairs(text: str, marks: Sequence[_Mark]) -> list[tuple[_Mark, _Mark]]:
    """Opening and closing single marks; a plural's apostrophe closes only when nothing better does."""
    pairs: list[tuple[_Mark, _Mark]] = []
    index = 0
    while index < len(marks):
        opening = marks[index]
        index += 1
        if opening.way != "o":
            continue
        closing: _Mark | None = None
        after = index
        while after < len(marks) and marks[after].way != "o":
            mark = marks[after]
            after += 1
            plural = (
                mark.way == "?" and text[mark.start - 1] in "sSzZ" and text[mark.end : mark.end + 1] == " "
            )
            if closing is None or not plural:
                if closing is not None and mark.way == "?":
                    continue
                closing = mark
                if not plural:
                    break
        if closing is not None and closing.start > opening.end:
            pairs.append((opening, closing))
            index = after
    return pairs


class _Span(NamedTuple):
    start: int
    end: int
    outer_start: int
    outer_end: int
    style: str
    open_end: bool
    lost_start: bool  # a closing mark whose opening one is missing


def _pair_doubles(marks: Sequence[_Mark], low: int, high: int) -> list[_Span]:
    spans: list[_Span] = []
    opening: _Mark | None = None
    depth = 0
    for index, mark in enumerate(marks):
        if opening is None:
            if mark.way == "c":
                if not spans:
                    spans.append(_Span(low, mark.start, low, mark.end, "double", False, True))
                continue
            opening, depth = mark, 1
            continue
        if mark.way == "o":
            ahead = [m.way for m in marks[index + 1 : index + 3]]
            if ahead == ["c", "c"] or (depth == 1 and mark.glyph != opening.glyph and ahead[:1] == ["c"]):
                following = [m.way for m in marks[index + 1 : index + 4]]
                if ahead == ["c", "c"] or following[:2] == ["c", "?"]:
                    depth += 1
                    continue
            # The mark before this one was never closed.
            spans.append(_Span(opening.end, mark.start, opening.start, mark.start, "double", True, False))
            opening, depth = mark, 1
            continue
        depth -= 1
        if depth <= 0:
            spans.append(_Span(opening.end, mark.start, opening.start, mark.end, "double", False, False))
            opening = None
    if opening is not None:
        spans.append(_Span(opening.end, high, opening.start, high, "double", True, False))
    return spans


def _paragraph_spans(text: str, low: int, high: int) -> list[_Span]:
    doubles = _pair_doubles(_double_marks(text, low, high), low, high)
    singles = _single_marks(text, low, high)
    if not any(mark.way == "o" for mark in singles):
        return doubles
    pairs = [
        _Span(a.end, b.start, a.start, b.end, "single", False, False) for a, b in _single_pairs(text, singles)
    ]
    if not doubles:
        return [*pairs, *_left_open(text, low, high, singles, pairs)]
    if not pairs:
        return doubles
    # Whichever begins first is the outer one; an unclosed double never swallows what is paired.
    kept: list[_Span] = []
    for span in sorted([*doubles, *pairs], key=lambda s: (s.outer_start, -s.outer_end)):
        if kept and span.outer_start < kept[-1].outer_end:
            if kept[-1].style == "single" and span.outer_end > kept[-1].outer_end:
                kept[-1] = span  # crossing: the double mark is the surer one
            continue
        kept.append(span)
    return kept


def _left_open(
    text: str, low: int, high: int, singles: Sequence[_Mark], pairs: Sequence[_Span]
) -> Iterator[_Span]:
    """The single mark that opens a quotation which the paragraph does not close, if one surely does."""
    after = pairs[-1].outer_end if pairs else low
    for mark in singles:
        if mark.way == "o" and mark.start >= after:
            before = text[low : mark.start].rstrip()
            if not before or before[-1] in ":,":
                yield _Span(mark.end, high, mark.start, high, "single", True, False)
            return


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _mend(text: str, span: _Span) -> _Span:
    """End an unclosed quotation where the reporting cue after it begins, if there is one."""
    if not span.open_end:
        return span
    found = _LOST_CLOSE.search(text, span.start, span.end)
    if found is None:
        return span
    return span._replace(end=found.start() + 1, outer_end=found.start() + 1)


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The outer quotations of `text`, in its order; none reaches beyond its own paragraph.

    `paragraphs` are `(start, end)` pairs in ascending order. Runs in time linear in the text.
    """
    found: list[Quotation] = []
    carried: int | None = None  # the quotation left open by the paragraph before
    all_spans = [_paragraph_spans(text, low, high) for low, high in paragraphs]
    for number, (low, _high) in enumerate(paragraphs):
        spans = all_spans[number]
        head, _ = _trim(text, low, _high)
        continuing = carried
        carried = None
        for order, span in enumerate(spans):
            first = order == 0
            if span.lost_start and (continuing is None or not first):
                continue
            last = order == len(spans) - 1 and span.open_end and span.outer_end >= _high
            follows = (
                last
                and number + 1 < len(paragraphs)
                and _carries_on(text, paragraphs[number + 1], all_spans[number + 1])
            )
            if not follows:
                span = _mend(text, span)
            start, end = _trim(text, span.start, span.end)
            if start >= end:
                continue
            found.append(
                Quotation(
                    start=start,
                    end=end,
                    outer_start=span.outer_start,
                    outer_end=max(end, span.outer_end),
                    style=span.style,
                    opened_unclosed=span.open_end,
                    continues=continuing if first and span.outer_start <= head else None,
                )
            )
            if follows:
                carried = len(found) - 1
    return found


def _carries_on(text: str, paragraph: tuple[int, int], spans: Sequence[_Span]) -> bool:
    if not spans:
        return False
    head, _ = _trim(text, *paragraph)
    return spans[0].lost_start or spans[0].outer_start <= head


def quotation_at(quotations: Sequence[Quotation], offset: int) -> int | None:
    """The index of the quotation whose inside holds `offset`, or None."""
    index = bisect_left(quotations, offset + 1, key=lambda q: q.outer_start) - 1
    if index >= 0 and quotations[index].start <= offset < quotations[index].end:
        return index
    return None
