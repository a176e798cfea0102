"""Cuts a document, which may hold many articles simply concatenated, into its articles.

An article begins at a header line, a dateline, or a headline that a byline or a date line follows.
What stands around the news (header, dateline, byline, credits, captions, page furniture) stays in the
text and is told as `skip`, so that it is not parsed as news; the words of a caption are told besides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract import headlines as h
from extract.captionlines import Caption, caption
from extract.headdates import HeadDay, head_day, series_day
from extract.heads import Line, head, is_headline, over_dateline
from extract.transcripts import unlabel

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\u2028\u2029]")
#: Prose is at least so long, or ends a sentence.
_PROSE = 60

Span = tuple[int, int]


@dataclass(slots=True)
class Slice:
    """One article of a document. `start`,`end` are offsets into the document; the rest are into `text`.

    `header_end` is where the news begins; `captions` are the words of the captions, which `skip` holds too. `published` is an ISO day that is printed as the article's own
    (`published_why` says where), `dateline_day` a dateline's (month, day) whose year is not printed.
    """

    start: int
    end: int
    text: str
    headline: str | None = None
    headline_span: Span | None = None
    dateline: str | None = None
    dateline_places: tuple[str, ...] = ()
    dateline_day: tuple[int, int] | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_why: str | None = None
    revised: bool = False  # `published` is the day of an update
    header_end: int = 0
    skip: list[Span] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)


def split_document(text: str) -> list[Slice]:
    """The articles of a document in order; empty when it holds no word. Linear in the text's length."""
    lines = _classify(text)
    if not lines:
        return []
    starts = _starts(lines)
    return [_read(text, lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _classify(text: str) -> list[Line]:
    lines: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        blank = len(_BREAK.findall(text, last_end, match.start()))
        last_end = match.end()
        found = Line(match.start(), match.end(), blank, "text", line, _is_prose(line))
        lines.append(found)
        if h.header(line):
            found.kind = "header"
        elif h.end_mark(line):
            found.kind = "mark"
        elif h.byline(line):
            found.kind = "byline"
            dated = h.byline_day(line)
            found.day = HeadDay(dated[0]) if dated else None
        elif day := head_day(line):
            found.kind, found.day = "date", day
        elif h.junk(line) or (len(lines) > 1 and _of_byline(lines[-2], line)):
            found.kind = "junk"
        elif h.credit(line):
            found.kind = "credit"
        elif words := caption(line):
            found.kind, found.caption = "caption", words
        else:
            found.dateline = h.dateline(line)
            if found.dateline:
                found.kind = "dateline"
    unlabel(lines)
    return lines


def _of_byline(before: Line, line: str) -> bool:
    """ "By Ana Petrescu" and below it "BBC News, Kyiv": for whom and where who wrote it works."""
    return before.kind == "byline" and h.outlet_in(line) is not None and h.label_line(line)


def _is_prose(line: str) -> bool:
    end = line.rstrip()[-3:]
    return len(line) >= _PROSE or any(c in ".!?" for c in end)


def _starts(lines: list[Line]) -> list[int]:
    """Indices of the lines with which articles begin; always holds 0."""
    starts = [0]
    top = head(lines, 0)
    last = max((i for i, line in enumerate(lines) if line.prose), default=0)
    body = ended = False  # has the current article any news yet; did it come to its end
    listed = False  # does it list what happened by places
    for i, line in enumerate(lines):
        begin: int | None = None
        if line.kind == "header":
            begin = i
        elif i < top.end:
            continue
        elif (
            line.kind == "dateline"
            and line.dateline
            and line.dateline.strong
            and body
            and not (listed and line.dateline.month_day is None and line.dateline.agency is None)
            and _paragraph_start(lines, i)
        ):
            begin = _look_back(lines, i, starts[-1])
        elif (
            line.kind in ("date", "byline")
            and body
            and i < last
            and not (top.live and line.day and line.day.clock)
        ):
            back = _look_back(lines, i, starts[-1])
            if lines[back].kind == "text":  # it found a headline
                begin = back
        elif line.kind == "text" and body and (ended or line.blank >= 3) and h.headline_like(line.text):
            follows = lines[i + 1] if i + 1 < len(lines) else None
            if (
                follows
                and follows.blank >= 2
                and (follows.prose or follows.kind in ("dateline", "byline", "date"))
            ):
                begin = i
        if begin is not None and begin > starts[-1]:
            starts.append(begin)
            top = head(lines, begin)
            body = ended = listed = False
            if i < top.end:
                continue
        listed = listed or (body and line.kind == "text" and h.list_item(line.text))
        if line.kind in ("credit", "mark") or (
            line.kind in ("text", "dateline") and h.tail(line.text) is not None
        ):
            ended = body or ended
        elif line.kind == "dateline":
            body, ended = True, False
        elif line.kind == "text" and i > starts[-1] and line.prose and not is_headline(lines, i):
            body, ended = True, ended and not _paragraph_start(lines, i)
        elif line.kind == "text" and i == starts[-1] and not is_headline(lines, i):
            body = True
    return starts


def _paragraph_start(lines: list[Line], i: int) -> bool:
    """Whether a line can begin a paragraph: the one before is set off, ends a sentence, or is no news."""
    if i == 0 or lines[i].blank > 1 or lines[i - 1].kind != "text":
        return True
    before = lines[i - 1]
    return (
        not before.prose
        or before.text.rstrip()[-3:].strip("\"'”’»)]_")[-1:] in ".!?…"
        or h.tail(before.text) is not None
    )


def _look_back(lines: list[Line], i: int, floor: int) -> int:
    """The first line of the head that the line `i` belongs to: bylines, dates and furniture over it, and a headline."""
    j = i
    while j - 1 > floor and lines[j - 1].kind in ("byline", "date", "junk"):
        j -= 1
    if (
        j - 1 > floor
        and lines[j - 1].kind == "text"
        and h.headline_like(lines[j - 1].text)
        and h.tail(lines[j - 1].text) is None
    ):
        before = lines[j - 2]
        if lines[j - 1].blank > 1 or before.kind != "text" or before.text.rstrip()[-1:] in '.”"!?':
            j -= 1
            while j - 1 > floor and lines[j - 1].kind == "junk":
                j -= 1
    return j


def _read(document: str, lines: list[Line]) -> Slice:
    start, end = lines[0].start, lines[-1].end
    found = Slice(start, end, document[start:end])
    top = head(lines, 0)
    still = True
    for i, line in enumerate(lines):
        a, b = line.start - start, line.end - start
        over = i < top.end
        if line.kind == "header":
            _read_header(found, line, a, b)
        elif line.kind == "dateline" and line.dateline:
            # Of a chronicle's days, one to each paragraph, none is the day of the report.
            if still and (line.dateline.printed or not any(_placeless(later) for later in lines[i + 1 :])):
                _read_dateline(found, line.dateline, a)
            still = False
            _skip_tail(found, line, a)
        elif line.kind == "text" or (line.kind == "date" and not over and not _own_date(line)):
            if i < _TITLES and not line.prose:
                _day_of_title(found, line)
            if i == top.headline or (still and not over and found.headline is None and is_headline(lines, i)):
                found.headline, found.headline_span = line.text.strip(), _stripped(line, a)
                _day_of_title(found, line)
                continue
            if (
                (over or still)
                and found.headline
                and found.dateline is None
                and (place := h.place_line(line.text))
            ):
                found.dateline = place
                found.skip.append((a, b))
                continue
            if over and (h.label_line(line.text) or (top.headline is not None and i < top.headline)):
                found.skip.append((a, b))
                continue
            if still and found.headline and over_dateline(lines, i):
                found.skip.append((a, b))
                continue
            if still and not over:
                found.header_end = a
                still = False
            _skip_tail(found, line, a)
        else:
            found.skip.append((a, b))
            _read_furniture(found, line, a, still)
    if still:
        found.header_end = found.skip[-1][1] if found.skip else 0
    elif found.published is None and (signed := _signed(lines)) is not None and (day := signed.day):
        found.published, found.published_why = day.day.isoformat(), "the date under its last words"
    return found


#: Among so many lines the title of a release may stand, under the name of the body.
_TITLES = 4


def _signed(lines: list[Line]) -> Line | None:
    """The date under a statement: its last line, or the last but one, over the name of the body that signs it."""
    foot = [line for line in lines[-6:] if line.kind not in ("credit", "mark", "junk")]
    for line in reversed(foot[-2:]):
        if line.kind == "date" and line.day is not None and not line.day.revised:
            return line
        if line.prose or not (h.label_line(line.text) or h.masthead(line.text)):
            return None
    return None


def _placeless(line: Line) -> bool:
    return line.dateline is not None and not line.dateline.printed


def _own_date(line: Line) -> bool:
    """A date line beneath the news is the article's own where it says so; one that names more may be a heading."""
    return line.day is not None and (line.day.labelled or not line.day.named)


def _day_of_title(found: Slice, line: Line) -> None:
    """ "Flash Update No. 2 (as of 9 February 2026)": the title of one of a series tells its day."""
    day = series_day(line.text) if found.published is None else None
    if day is not None:
        found.published, found.published_why = day.isoformat(), "the day in its title"


def _read_furniture(found: Slice, line: Line, a: int, still: bool) -> None:
    """What a line that is no news says of the article: a caption's words, a day, who wrote it."""
    if (words := line.caption) is not None and words.start < words.end:
        found.captions.append(Caption(a + words.start, a + words.end, words.old))
    day = line.day
    if (
        day is not None
        and (still or day.labelled)
        and (found.published is None or (found.revised and not day.revised))
    ):
        found.published, found.revised = day.day.isoformat(), day.revised
        kind = "byline" if line.kind == "byline" else "date line"
        found.published_why = f"the {kind} “{line.text.strip()}”"
    if day is not None and found.dateline is None and still and "/" in day.capitals:
        found.dateline = day.capitals
    elif day is not None and found.dateline is None and still:
        found.dateline = h.place_line(day.capitals)
    if line.kind == "byline" and found.byline is None:
        found.byline = line.text.strip()
        found.outlet = found.outlet or h.outlet_in(line.text)
    elif line.kind == "credit" or (line.kind == "junk" and still):
        found.outlet = found.outlet or h.outlet_in(line.text)


def _stripped(line: Line, a: int) -> Span:
    lead = len(line.text) - len(line.text.lstrip())
    return a + lead, a + lead + len(line.text.strip())


def _read_header(found: Slice, line: Line, a: int, b: int) -> None:
    day, rest_at = h.header(line.text) or (None, 0)
    if day:
        found.published, found.published_why = day, "the header line's date"
    rest = line.text[rest_at:].strip()
    if rest and not h.junk(rest):
        offset = a + line.text.index(rest, rest_at)
        found.headline, found.headline_span = rest, (offset, offset + len(rest))
        found.skip.append((a, offset))
    else:
        found.skip.append((a, b))


def _read_dateline(found: Slice, line: h.Dateline, a: int) -> None:
    found.dateline, found.dateline_places, found.dateline_day = (
        line.printed or None,
        line.places,
        line.month_day,
    )
    found.outlet = found.outlet or line.agency
    found.header_end = a + line.end
    found.skip.append((a + line.start, a + line.end))
    if line.day and found.published is None:
        found.published, found.published_why = line.day.isoformat(), "the dateline's date"


def _skip_tail(found: Slice, line: Line, a: int) -> None:
    cut = h.tail(line.text)
    if cut is not None:
        found.skip.append((a + cut, a + len(line.text)))
        found.outlet = found.outlet or h.outlet_in(line.text[cut:].strip(" _"))
