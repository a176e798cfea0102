"""Number words of a text: their value, range and bound, exact to the character.

`find_numbers` reads characters only, no parse. It leaves out what is no count
at all: dates and clock times, ordinals, the names of weapons, plants, roads,
units and resolutions, "28-point".
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from extract.lexicon import load

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fourty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion")
MONTHS = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|"
    "sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """Number words `text[start:end]`; `phrase_start`..`phrase_end` take in the bound beside them."""

    start: int
    end: int
    value: float
    low: float
    high: float
    modifier: str | None
    phrase_start: int
    phrase_end: int
    digits: bool
    #: The number is tied to what follows by a hyphen: "42-year-old", "500-kilometre".
    hyphened: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    master: re.Pattern[str]
    vague: dict[str, tuple[float, float]]
    multiples: dict[str, tuple[float, float]]
    joined: dict[str, float]
    scales: dict[str, float]
    before: re.Pattern[str]
    after: re.Pattern[str]
    plain: dict[str, str]


def _alternatives(words: object) -> str:
    # Longest first, so that "hundreds of thousands" is not read as "hundreds".
    ordered = sorted((str(w) for w in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@functools.cache
def _words() -> _Words:
    lexicon = load("numbers")
    scales = {k: float(v) for k, v in lexicon["scales"].items()}
    scale = _alternatives(scales)
    digits = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
    small = "|".join(sorted(SMALL, key=len, reverse=True))
    run = rf"(?:{small}|{'|'.join(SCALE_WORDS)})"
    words = rf"(?:an?\s+)?{run}(?:(?:\s+and\s+|[\s-]+)(?:{run})\b)*"
    master = (
        rf"(?P<joined>\b(?:{_alternatives(lexicon['joined'])})\b(?!\s+and\s+{run}\b|[\s-]+{run}\b))"
        rf"|(?P<times>\b(?:{_alternatives(lexicon['multiples'])})\s+(?P<timesword>hundred|thousand|million|billion|dozen)s?\b)"
        rf"|(?P<vague>\b(?:{_alternatives(lexicon['vague'])})\b)"
        rf"|(?P<digits>(?<![\w.,/:])(?:(?<![\d])[-−](?=\d))?{digits})(?:[\s-](?P<scale>{scale})\b|(?P<glued>mn|bn|tn|m|k|b)\b(?!\s?\d))?"
        rf"|(?P<words>\b{words}\b)(?:\s+(?P<wordscale>dozen|score)\b)?"
    )
    before = _alternatives(lexicon["modifiers"]["before"])
    between = _alternatives(lexicon["modifiers"]["between"])
    return _Words(
        master=re.compile(master, re.IGNORECASE),
        vague={k: (float(a), float(b)) for k, (a, b) in lexicon["vague"].items()},
        multiples={k: (float(a), float(b)) for k, (a, b) in lexicon["multiples"].items()},
        joined={k: float(v) for k, v in lexicon["joined"].items()},
        scales=scales,
        before=re.compile(
            rf"(?:^|(?<=[\s(“\"'‘—–-]))(?P<bound>{before})(?:\s+(?:{between}))?[\s“\"‘]*(?:US)?[$€£¥₴₽₹]?$",
            re.IGNORECASE,
        ),
        after=re.compile(rf"\s?(?P<bound>{_alternatives(lexicon['modifiers']['after'])})\b", re.IGNORECASE),
        plain=dict(lexicon["modifiers"]["plain"]),
    )


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


def _in_words(text: str) -> float | None:
    """The value of spelt number words, or None when they make no number ("three five")."""
    from text_to_num import text2num

    folded = _fold(text).replace("fourty", "forty")
    folded = re.sub(r"^an?\s+", "", folded)
    if folded in SCALE_WORDS and folded == _fold(text):
        return None  # a bare "hundred" is the tail of something else
    if folded.split(" ")[0] in SCALE_WORDS:
        folded = "one " + folded
    try:
        return float(text2num(folded, "en"))
    except ValueError:
        return None


def _read(match: re.Match[str], words: _Words) -> tuple[float, float, float] | None:
    """(value, low, high) of one match of the master pattern."""
    if text := match["joined"]:
        value = words.joined[_fold(text)]
        return value, value, value
    if text := match["vague"]:
        low, high = words.vague[_fold(text)]
        return low, low, high
    if match["times"]:
        scale = words.scales[match["timesword"].casefold()]
        head = _fold(match["times"][: match.start("timesword") - match.start()]).strip()
        low, high = words.multiples[head]
        return low * scale, low * scale, high * scale
    if text := match["digits"]:
        plain = re.sub(r"[,\u00a0\u202f ]", "", text).replace("−", "-")
        try:
            value = float(plain)
        except ValueError:  # digits of another script that float() does not read
            return None
        unit = match["scale"] or {"m": "million", "k": "thousand", "b": "billion"}.get(
            (match["glued"] or "").casefold(), match["glued"]
        )
        if unit:
            value = round(value * words.scales[unit.casefold()], 6)
        return value, value, value
    spelt = _in_words(match["words"])
    if spelt is None:
        return None
    if match["wordscale"]:
        spelt *= words.scales[match["wordscale"].casefold()]
    return spelt, spelt, spelt


_NOT_BEFORE = re.compile(
    r"(?:\b(?:resolution|article|section|chapter|paragraph|clause|route|highway|road|unit|brigade|battalion|regiment|division|"
    r"group|no\.|nos\.|number|phase|room|flight|boeing|airbus|channel|level|page|camp|gate|line|sector|zone|area|point|task\s+force|"
    r"camp|hospital\s+no\.|school\s+no\.|block|protocol|annex|covid|g|version|type|model|mark|mk|tel|phone|formula|track|day)\s*[-–]?|#|№\s?)$",
    re.IGNORECASE,
)
_CALIBRE = re.compile(r"[\s-]?(?:mm|millimet(?:er|re)s?|cal(?:iber|ibre)?\b\.?|x\d)", re.IGNORECASE)
_CLOCK = re.compile(
    r"[:.]\d\d\b(?:\s?(?:a\.?m|p\.?m|gmt|utc|local|hours))?|\s?(?:a\.?m\b|p\.?m\b|o['’]clock|gmt|utc|hrs\b)",
    re.IGNORECASE,
)
_MONTH_LEFT = re.compile(
    rf"\b(?:{MONTHS})\s+(?:the\s+)?(?:\d{{1,2}}\s*(?:-|–|and|or|,|to)\s*)?$", re.IGNORECASE
)
_MONTH_RIGHT = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:-|–|and|or|to)\s*\d{{1,2}})?\s+(?:of\s+)?(?:{MONTHS})(?![\w])", re.IGNORECASE
)
_YEAR_LEFT = re.compile(
    rf"(?:\b(?:in|since|until|of|by|from|to|early|late|mid|during|after|before|year|spring|summer|autumn|fall|winter|christmas|and|"
    rf"(?:{MONTHS})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?)[\s-]+|[\d]{{1,2}},\s+|[-–/]|\()$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|[\s-]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|"
    r"hundredth|thousandth|millionth)\b",
    re.IGNORECASE,
)


def _is_no_count(text: str, start: int, end: int, value: float, digits: bool, ranged: bool) -> bool:
    """Dates, times, ordinals, names and other numbers that count nothing; `ranged`: ends "5-7"."""
    left, right = text[max(0, start - 40) : start], text[end : end + 40]
    if digits:
        if (
            not ranged
            and re.search(r"[^\W\d_][-–]?$|\d[-–/]$|[/:]$", left)
            and not re.search(r"(?:US|C|A|between)\s?[$€£]?$", left)
        ):
            return True  # Su-34, S-300, 24/7
        if re.match(r"[^\W\d_]", right) and not re.match(
            r"(?:km|kg|m|mi|ft|mm|cm|lbs?|pc|th|st|nd|rd)\b", right
        ):
            return True  # 5S, 9K720
        if re.match(r"[/:]\d", right):
            return True
        if _ORDINAL.match(right) and re.match(r"(?:st|nd|rd|th)\b", right, re.IGNORECASE):
            return True
        if _MONTH_LEFT.search(left) and value < 32:
            return True
        if _MONTH_RIGHT.match(right) and value < 32:
            return True
        if 1000 <= value <= 2100 and value == int(value) and "," not in text[start:end]:
            if _YEAR_LEFT.search(left) and not re.match(
                r"\s+(?:people|homes|drones|troops|soldiers|families|civilians|houses)", right
            ):
                return True
            if (
                re.match(
                    r"\s*(?:[,.;:)]|$|war\b|invasion|election|attack\b|agreement|deal|conflict|and \d{4})",
                    right,
                )
                and value >= 1900
                and re.search(r"[A-Za-z]\s*\(?$", left)
            ):
                return True
            if (
                value >= 1900
                and re.search(r"\b(?:the|a)\s+$", left, re.IGNORECASE)
                and re.match(r"\s+[A-Za-z]+", right)
            ):
                return True
        if re.match(r"['’]?s\b", right) and value >= 10:  # the 1990s
            return True
    if _CALIBRE.match(right):
        return True
    if re.match(
        r"[-–](?!(?:year|month|week|day|hour|minute|km|kilomet|mile|meter|metre|foot|percent|odd|plus|strong)s?)[A-Za-z]",
        right,
    ):
        return True  # 28-point, five-storey, two-state
    if _CLOCK.match(right) and value <= 2400 and digits:
        return True
    if re.match(r"\s*o['’]clock|\s+(?:a\.m|p\.m)", right, re.IGNORECASE):
        return True
    if not digits and _ORDINAL.match(right):
        return True
    return bool(_NOT_BEFORE.search(left)) and not re.match(
        r"\s+(?:people|civilians|drones|soldiers)\b", right
    )


#: "came under 6,000 attacks": the preposition of a verb is no bound.
_VERB_UNDER = re.compile(
    r"\b(?:c[ao]mes?|coming|put|been|fell|remain(?:s|ed)?|buried|trapped)\s+under$", re.IGNORECASE
)


def _bounded(text: str, number: Number, words: _Words) -> Number:
    left = text[max(0, number.start - 60) : number.start]
    modifier, phrase_start, phrase_end = number.modifier, number.start, number.end
    match = words.before.search(left)
    if match and not _VERB_UNDER.search(left[: match.end("bound")]):
        folded = _fold(match["bound"])
        modifier = words.plain.get(folded, folded) or None
        phrase_start = number.start - len(left) + match.start("bound")
        # "some" before a spelt noun is a quantity of its own; "over" may be a place.
    if match := words.after.match(text, number.end):
        folded = _fold(match["bound"])
        if modifier is None:
            modifier = words.plain.get(folded, folded) or None
        phrase_end = match.end()
    return replace(number, modifier=modifier, phrase_start=phrase_start, phrase_end=phrase_end)


_ISO_DATE = re.compile(
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|(?:\+\d|\b\d{3,4}-)[\d -]{7,}\b|https?://\S+|\b[\w.]+@[\w.]+"
)
_RANGE = re.compile(r"\s*(?:-|–|—)\s*|\s+(?:to|or)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:about\s+|around\s+|[$€£]\s?)?$", re.IGNORECASE)


_CHANGED_FROM = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|climb\w*|increas\w+|jump\w*|gr[eo]w\w*|went|gone|go(?:es|ing)|rais\w+|revis\w+|lower\w*|cut|"
    r"reduc\w+|drop\w*|fall\w*|fell|up|down|surg\w+)\b[^.;]{0,40}\bfrom\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


def _ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Join "30 to 40", "five or six", "between 30 and 40" into one number with both ends."""
    out: list[Number] = []
    index = 0
    while index < len(numbers):
        first = numbers[index]
        if index + 1 < len(numbers):
            second = numbers[index + 1]
            gap = text[first.end : second.start]
            between = gap.strip() == "and" and _BETWEEN.search(text[max(0, first.start - 30) : first.start])
            joined = _RANGE.fullmatch(gap) or re.fullmatch(r"\s*(?:-|–|to|or)\s*(?:[$€£]\s?)", gap)
            # "rose from 28 to 31" is two counts, an earlier and a later one.
            if gap.strip() == "to" and _CHANGED_FROM.search(text[max(0, first.start - 60) : first.start]):
                joined = None
            if (between or joined) and first.value < second.value and first.low == first.high:
                low, high = first.value, second.high
                # "5 to 7 million": the scale stands once, for both ends.
                if high >= 1000 * low and re.search(r"[a-z]", text[second.start : second.end]) and low < 1000:
                    scale = next((s for s in (1e9, 1e6, 1e3) if high >= s), 1.0)
                    low *= scale
                out.append(
                    replace(
                        first,
                        end=second.end,
                        value=low,
                        low=low,
                        high=high,
                        phrase_end=second.end,
                        hyphened=second.hyphened,
                    )
                )
                index += 2
                continue
            if gap in ("-", "–"):  # a score, "2-1", counts nothing
                index += 2
                continue
        out.append(first)
        index += 1
    return out


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers in `text[start:end]`, in order; offsets are into `text`."""
    words = _words()
    raw: list[Number] = []
    stop = len(text) if end is None else end
    position = start
    dates = [m.span() for m in _ISO_DATE.finditer(text, start, stop)]
    while match := words.master.search(text, position, stop):
        position = match.end() if match.end() > match.start() else match.end() + 1
        a, b = match.span()
        while dates and dates[0][1] <= a:
            dates.pop(0)
        if dates and dates[0][0] < b:
            position = dates[0][1]
            continue
        if match["words"] and match["words"].casefold().startswith(("a ", "an ")):
            a += len(match["words"].split()[0]) + 1 if match["words"].split()[1].casefold() in SMALL else 0
        digits = bool(match["digits"])
        if digits and text[a] in "-−" and (a > 0 and not text[a - 1].isspace()):
            a += 1
        read = _read(match, words)
        if read is None:
            # "three five" or "forty-two hundred": fall back to the first word alone.
            first = re.match(r"[A-Za-z]+", text[a:b])
            if first is None or (value := _in_words(first.group())) is None:
                continue
            b = a + first.end()
            position = b
            read = (value, value, value)
        hyphened = b < len(text) and text[b] in "-–" and b + 1 < len(text) and text[b + 1].isalpha()
        ranged = bool(raw) and text[raw[-1].end : a] in ("-", "–")
        if _is_no_count(text, a, b, read[0], digits, ranged):
            continue
        raw.append(Number(a, b, *read, None, a, b, digits, hyphened))
    return [_bounded(text, number, words) for number in _ranges(text, raw)]
