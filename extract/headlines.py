"""What a line at the top or tail of an article is: header, dateline, byline, credit, junk.

Every function takes one line of a document; offsets are into that line. Nothing here looks at
more than a bounded piece of a line, so a document is classified in time linear in its length.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from extract.datewords import WEEKDAY, WEEKDAY_SHORT, find_explicit, first_full
from extract.headdates import date_line, stamp, without_hours
from extract.lexicon import load

#: A dateline and its dash end within so many characters.
_DATELINE_WIDTH = 130

_HEADER = re.compile(
    r"\s*date:?\s+(?P<date>\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?!\w)[\s:|,–—-]*", re.I
)
_SEPARATOR = re.compile(
    r"(?P<colon>(?<=[\w)]):\s+)|\s+(?:—|–|―|--?|\|)\s*|\s?(?:—|―|--)\s*|(?<=[)\w])\s?\.[-–—]+\s+|(?P<stop>(?<=\s\d{4})\.\s+(?![/\s]))|\s/(?=[A-Z])|(?P<bare>(?<=[A-Z]\))\s+(?=[A-Z\d\"“]))"
)
_PAREN = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,60})[)\]]")
_NAME = re.compile(
    r"(?:(?:[A-ZÀ-ÞŠŽ]|[ad][l]?-|e[dl]-)[\w'’‘`.-]*|al|el|de|del|of|the|la|da|and|le|upon|sur|es|ez)\Z"
)
_NEXT = re.compile(r"[\"'“‘«„(\[]*(?:[A-ZÀ-ÞŠŽ\d$€£]|(?:al|el|ash|ar|an)-)")
_BYLINE_START = re.compile(
    r"(?:(?:Story|Written|Reporting|Reported|Posted|Text|Words|Analysis|Compiled|Exclusive|Edited)\s+by|By|BY)\s*:?\s+(?=\S)"
)
#: The small words in the names of those who write, and what a paper calls them instead of their names.
_SMALL = frozenset({"and", "in", "of", "the", "for", "at", "from", "with", "de", "van", "von", "bin", "al", "el", "&", "da", "di"})  # fmt: skip
_STAFF = frozenset({"a", "our", "staff", "special", "own", "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "agencies", "desk", "newsroom", "bureau", "team", "editors"})  # fmt: skip
#: What stands over a release and beneath its title: what it is, its number, its file.
_RELEASE = re.compile(
    r"\s*(?:(?:for|not for) (?:immediate )?(?:release|publication|distribution)\b.{0,60}|for use of information media.{0,60}"
    r"|(?:(?:press|news|media|official|joint|public) )(?:release|statement|advisory|note|communiqu[eé]|briefing|notice)s?(?: (?:no\.?|number|#) ?\S{1,20})?"
    r"|(?:(?:press |news )?release|statement|communiqu[eé]|bulletin|our ref|ref(?:erence)?|file|index|document)\.? ?(?:no\.?|number|num\.?|#|:)[\s:#]{0,3}[\w./-]{1,30}"
    r"|(?:no|nr)\.? ?\d[\w./-]{0,20}|[A-Z]{1,6}(?:/[A-Z0-9.]{1,10}){1,4}|embargoed.{0,60}|unclassified|(?:media )?contacts?:.{0,120}"
    r"|format:.{0,60}|source:.{0,60}|editor:.{0,40}|filed under:.{0,60}|topics?:.{0,80}|tags?:.{0,120}|exclusive|developing(?: story)?|live|published|posted|updated)\s*\Z",
    re.I,
)
#: Bodies that set their name over what they publish.
_MASTHEAD = re.compile(
    r"\b(?:ministry|command|office|department|staff|forces?|agency|mission|committee|council|embassy|headquarters|authority|service|"
    r"directorate|bureau|government|presidency|army|navy|police|nations|commission|administration|centre|center|affairs)\b",
    re.I,
)
_REPORTING_FROM = re.compile(
    r"(?P<who>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})(?:,| is| was)? reporting (?:from|in) [A-Z]"
)
_CREDIT = re.compile(
    r"[^\n]{0,400}?\b(?:contributed (?:to (?:this|the) (?:report|story|article|dispatch|piece)|reporting|from)"
    r"|(?:wrote|reported) from [A-Z][\w.,’' -]{2,60}[.;]? ?[A-Z][^\n]{0,80} (?:wrote|reported|contributed))\b",
)
_CREDIT_START = re.compile(
    r"\s*[(\[]?(?:(?:Additional|Further) reporting|Reporting and writing|Reporting|Writing|Editing|Edited|Compiled|Translated|"
    r"Production|Associated Press (?:writers?|journalists?|reporters?|producers?|videojournalists?)|With (?:reporting|files|input) "
    r"(?:by|from)|Source:|Sources:|Copyright\b|©|\(c\)|All rights reserved|This (?:story|article) (?:was|has been) (?:originally|updated|"
    r"corrected|first|translated)|Follow (?:the )?AP|Follow [A-Z@]|Our Standards)"
)
_TAIL = re.compile(
    r"(?:\s*__+\s?[A-Z][\w ./'’-]{1,30}|\s*[(\[](?:Reporting|Additional reporting|Writing|Editing|Compiled|END|ENDS|end)\b[^()]{0,300}[)\]])\s*\Z"
)
_END_MARK = re.compile(r"\s*(?:#{2,}|\*{3,}|={3,}|-{3,}|_{3,}|-30-|\(?END(?:S|ITEM)?\)?|\* \* \*|~{3,})\s*\Z")
_JUNK = re.compile(
    r"\s*(?:skip to (?:main )?(?:content|navigation|search)|advertisement|advertising|ad|share(?: this)?(?: article| story)?|listen(?: to this.*)?"
    r"|print|e-?mail|copy link|save|comments?|read more:?.{0,160}|related:?.{0,160}|more:.{0,160}|more on this.{0,60}|watch(?: live| now)?:?"
    r"|live updates?|breaking(?: news)?|sign up (?:for|to).{0,160}|subscribe.{0,120}|click here.{0,120}|follow us.{0,80}|menu|search"
    r"|log ?in|home|world|news|top stories|latest|video|photos?|gallery|\d+ (?:min|minutes?) read|toggle.{0,40}|close|play|loading\.*"
    r"|story highlights|open image in gallery|view image in fullscreen|image source.{0,200}|getty images|reuters/.{0,60}"
    r"|scroll for more.{0,40}|recommended stories|most read|trending|this article is more than.{0,80}|facebook|twitter|whatsapp|telegram|x|"
    r"text size.{0,20}|list of \d+ items.*|end of list)\s*\Z",
    re.I,
)
_TERMINAL = re.compile(r"[.;:,…—–-][\"'”’»)\]]*\s*\Z|[\"'”’»]\s*[,.]\s*\Z")


@cache
def agencies() -> frozenset[str]:
    """Every agency's name as it prints itself."""
    return frozenset(load("agencies")["names"])


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: where it ends and the news begins, and what it says.

    `strong` ones begin an article wherever they stand; weak ones are read only at an article's top.
    """

    start: int
    end: int
    printed: str
    places: tuple[str, ...]
    agency: str | None
    day: dt.date | None
    month_day: tuple[int, int] | None
    strong: bool


def header(line: str) -> tuple[str | None, int] | None:
    """A header line `date 2026-02-06 Headline`: its ISO day (None if there is no such day) and where the headline begins."""
    match = _HEADER.match(line[:80])
    if match is None or (":" in match[0] and date_line(line)):
        return None  # "Date: 09/02/2026, 14:20" says no more than the day
    day = first_full(match["date"])
    return (day.isoformat() if day else None), match.end()


def dateline(line: str) -> Dateline | None:
    """The dateline that this line begins with, or None."""
    lead = len(line) - len(line.lstrip())
    head = line[lead : lead + _DATELINE_WIDTH]
    if not head or not (head[0].isupper() or head[0] in "([" or head[0].isdigit()):
        return None
    for tried, match in enumerate(_SEPARATOR.finditer(head)):
        rest = line[lead + match.end() : lead + match.end() + 12]
        if tried > 3:
            return None
        if match[0].strip() == "/" and match[0].startswith(" "):  # MOSCOW, February 6. /TASS/. Text
            close = re.match(r"([\w .-]{2,30})/[.\s:—–-]*", head[match.end() :])
            if close is None:
                continue
            found = _read(
                f"{head[: match.start()]} ({close[1]})", line, lead, match.end() + close.end(), False
            )
        elif not _NEXT.match(rest):
            continue
        else:
            found = _read(head[: match.start()], line, lead, match.end(), match["colon"] is not None)
            if match["stop"] and found is not None and found.day is None:
                found = None  # "Khartoum 2023. …": no dateline without its day
            if match["bare"] and found is not None and not _signed(found):
                found = None
        if found is not None:
            return found
    return None


def _signed(found: Dateline) -> bool:
    """ "Hollen, Apr 27 (PTI) Ten …": does an agency's sign after the day end it, where no dash does?"""
    return found.agency in agencies() and found.month_day is not None and bool(found.places)


def _read(head: str, line: str, lead: int, after: int, colon: bool) -> Dateline | None:
    """Read `head`, which stands before a dash, as a dateline; None when it is prose."""
    agency, bracketed = None, False
    text = head.strip()
    if text[:1] in "([" and text[-1:] in ")]" and _PAREN.fullmatch(text):
        text, bracketed = text[1:-1].strip(), True
        if text in agencies() or colon:
            return None
    day, month_day, dated = None, None, False
    for paren in _PAREN.finditer(text):
        inside = paren["inside"]
        if find_explicit(inside):
            inside_day = find_explicit(inside)[0]
            dated = True
            day = inside_day.on(inside_day.year) if inside_day.year else None
            month_day = (inside_day.month, inside_day.day)
            inside = inside[: inside_day.start].strip(" ,/–-")
        if inside and inside[0].isupper() and len(inside) <= 40:
            agency = inside
    text = _PAREN.sub(" ", text)
    dates = find_explicit(text)
    if dates and not text[: dates[0].start].strip():
        # "February 9, 2026 (KHARTOUM) – ", "9 February 2026, Geneva – ": the day before the place.
        first, rest = dates[0], text[dates[0].end :].strip(" ,.|-–—")
        if first.year is None or (text[:1].isdigit() and first.end > 24):
            return None
        if not rest and agency is not None and agency not in agencies() and _a_place(agency):
            rest, agency = agency, None
        if not rest:  # "9 February 2026 (Reuters) - ", "9 February 2026 – "
            return Dateline(
                lead, lead + after, "", (), agency, first.on(first.year), (first.month, first.day), False
            )
        dated, day, month_day, text = True, first.on(first.year), (first.month, first.day), rest
    elif dates:
        last = dates[-1]
        if re.sub(r"[\s.,]|" + WEEKDAY + "|" + WEEKDAY_SHORT, "", without_hours(text[last.end :])):
            tail = text[last.end :].strip(" ,.")
            if tail not in agencies():
                return None
            agency = agency or tail
        dated = True
        day = last.on(last.year) if last.year else None
        month_day = (last.month, last.day)
        text = re.sub(rf"[\s,.]*(?:{WEEKDAY}|{WEEKDAY_SHORT})?[\s,.]*\Z", "", text[: last.start])
    text = text.strip(" ,.")
    parts = [p.strip(" .") for p in text.split(",")]
    if len(parts) > 1 and parts[-1] in agencies():
        agency = agency or parts.pop()
    if not parts[0] or len(parts) > 4 or len(text) > 80:
        return None
    for part in parts:
        words = part.replace("/", " ").split()
        if (
            not words
            or len(words) > 7
            or not all(_NAME.match(w) for w in words)
            or not (words[0][0].isupper() or "-" in words[0])
        ):
            return None
    places = tuple(p.strip() for p in re.split(r"\s+(?:and|AND)\s+|/|;", parts[0]) if p.strip())
    capitals = _capitals(parts[0])
    known = any(_known(p) for p in places) or (len(parts) > 1 and _known(parts[-1]))
    agency_known = agency in agencies() if agency else False
    if colon:
        # "DRC: Flash Update #3" is a headline: prose has to follow.
        prose = len(line) - lead - after > 60 and line.rstrip()[-2:].strip("\"'”’)")[-1:] in (".", "!", "?")
        named = capitals or month_day is not None
        strong = named and any(_known(p) for p in places) and prose
        if not strong:
            return None
    elif bracketed:
        strong = (capitals and (known or len(places) > 1 or dated)) or known
    elif capitals:
        strong = known or agency_known or dated or (agency is not None)
    else:
        strong = (agency_known or dated) and (known or agency_known)
    if not strong and not (known and not colon):
        return None
    if not strong and re.search(r"\s[—–-]{1,2}\s", line[lead + after : lead + after + 160]):
        return None  # "Gaza City — once home to 700,000 — was hit": an aside
    printed = ", ".join([parts[0], *parts[1:]])
    return Dateline(lead, lead + after, printed, places, agency, day, month_day, strong)


def _a_place(name: str) -> bool:
    """Whether a name in brackets behind a day is a place and no agency: "9 February 2026 (KHARTOUM) - "."""
    return any(_capitals(part) or _known(part) for part in re.split(r"\s*/\s*|,\s*", name) if part)


def _capitals(name: str) -> bool:
    letters = [
        c for c in re.sub(r"\b(?:and|of|the|al|el|de|ez|es|ed|ash|ar|an|Mc)\b", "", name) if c.isalpha()
    ]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def _known(name: str) -> bool:
    from extract.places import table  # the table is built only when a text is parsed

    return table().lookup(name.title() if name.isupper() else name) is not None


def list_item(line: str) -> bool:
    """Whether a line is an item of a list by places: "* HOLLEN - Gunmen stormed …", "NEAR HOLLEN - A bomb hit …"."""
    return _ITEM.match(line) is not None


_ITEM = re.compile(
    r"\s*(?:[*•·–—-]+\s*[A-Z][A-Z'’-]+|[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)*)(?: [A-Z][A-Z'’-]+)*\s[-–—]{1,2}\s[A-Z]"
)


def place_line(line: str) -> str | None:
    """The place of a line that says nothing but one in capitals ("ANKARA", "KHIRBET NADDAF, Syria"), or None."""
    text = line.strip()
    if len(text) > 60 or not _PLACE_LINE.fullmatch(text):
        return None
    parts = [part.strip() for part in re.split(r"[,/]", text)]
    return text if _capitals(parts[0]) and any(_known(part) for part in parts) else None


_ONE_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4}(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})?"
_PLACE_LINE = re.compile(rf"{_ONE_PLACE}(?: / {_ONE_PLACE}){{0,3}}")


def byline(line: str) -> str | None:
    """The names of a byline ("By NAME and NAME", "NAME reporting from Odesa"), or None."""
    text = line.strip()
    if len(text) > 160:
        return None
    match = _BYLINE_START.match(text)
    if match:
        who = text[match.end() :].strip()
        if day := byline_day(text):
            who = text[match.end() : day[1]].strip(" ,|-–—•·")
        words = re.sub(r"[,|/•·()]", " ", without_hours(who)).split()
        if (
            not words
            or len(words) > 16
            or (re.search(r"[.!?]\s*\Z", who) and not re.search(r"\b[A-Z]\.\Z|Jr\.\Z", who))
        ):
            return None
        if words[0].lower() in _STAFF or words[0][0].isupper():
            named = all(
                w[0].isupper() or w.lower() in _SMALL or w.lower() in _STAFF or "@" in w for w in words
            )
            return who if named else None
        return None
    match = _REPORTING_FROM.match(text)
    if match and len(text) < 110 and not re.search(r"\b(?:said|told|that|who)\b", text):
        return match["who"]
    return None


def byline_day(line: str) -> tuple[dt.date, int] | None:
    """The full date that a byline ends with ("By NAME  MAY 5, 2024 10:12"), and where it begins; None without one."""
    for found in find_explicit(line):
        day = found.on(found.year) if found.year else None
        if day is not None and _BYLINE_START.match(line.lstrip()) and date_line(line[found.start :]):
            return day, found.start
    return None


def credit(line: str) -> bool:
    """Whether the line names who worked on the report: it ends an article."""
    if _CREDIT_START.match(line):
        return len(line) < 500 and not re.match(
            r"\s*(?:Reporting|Writing|Source|Sources|Production|Editing)\b(?! by|:| and)", line
        )
    return len(line) <= 500 and "contribut" in line and _CREDIT.match(line) is not None


def outlet_in(text: str) -> str | None:
    """The agency named at the start of a credit or at the end of a byline, or None."""
    text = re.sub(r"^\W+", "", text.strip())
    words = text.split()
    for size in (4, 3, 2, 1):
        first = re.sub(r"[’']s?\Z|[.,:;]\Z", "", " ".join(words[:size]))
        last = " ".join(words[-size:]).strip(" .()[]_|,")
        for name in (first, last):
            if name in agencies():
                return name
    return None


def tail(line: str) -> int | None:
    """Where a credit tail at the line's end begins ("__VOA News", "(Reporting by …)"), or None."""
    cut = max(line.rfind("__"), line.rfind("("), line.rfind("["))
    if cut < 0:
        return None
    while cut > 0 and line[cut - 1] in "_ ":
        cut -= 1
    match = _TAIL.match(line, cut)
    return match.start() if match else None


def end_mark(line: str) -> bool:
    """Whether the line is only a mark that a text ends ("###", "-30-", "(END)", "* * *")."""
    return len(line) < 90 and _END_MARK.match(line) is not None


def junk(line: str) -> bool:
    """Whether the line is a web page's or a release's furniture, or says nothing but an hour."""
    return len(line) <= 220 and (
        _JUNK.match(line) is not None or _RELEASE.match(line) is not None or stamp(line)
    )


def masthead(line: str) -> bool:
    """Whether a line of a head is the name of the body that publishes: capitals and small words, a ministry's or a command's."""
    words = line.split()
    named = all(w[:1].isupper() or w.lower() in _SMALL or not w[:1].isalpha() for w in words)
    return named and len(words) <= 10 and _MASTHEAD.search(line) is not None


def label_line(line: str) -> bool:
    """Whether a short line is only names: a section's ("Peace and Security"), who wrote it ("Jana Dvorak, Petr Maly")."""
    words = re.sub(r"[,|/•·()»–—]", " ", line).split()
    if not words or len(words) > 9 or len(line) > 70 or re.search(r"[.!?:;]\s*\Z|\d", line):
        return False
    small = [w for w in words if not (w[0].isupper() or w[0] in "@&+")]
    return words[0][0].isupper() and all(w.lower() in _SMALL or w.lower() in _STAFF for w in small)


def headline_like(line: str) -> bool:
    """Whether the line could be a headline: short, capitalised, no sentence's end."""
    text = line.strip()
    if (
        not 8 <= len(text) <= 200
        or _TERMINAL.search(text[-12:])
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘«$€£")
    ):
        return False
    return len(text.split(None, 3)) >= 3
