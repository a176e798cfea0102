"""Number words of a text: their value, range and bound, exact to the character.

`find_numbers` reads characters only, no parse. It leaves out what is no count
at all: dates and clock times, ordinals, the names of weapons, plants, roads,
units and resolutions, "28-point".
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from extract.countless import is_no_count
from extract.lexicon import load
from extract.ranges import Number as Number
from extract.ranges import join_ranges
from extract.shares import SCALE_WORDS, SMALL, fold, in_words, is_share, plain_value, share_of
from extract.units import money_after, sign_before


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
    part = r"(?:hal(?:f|ves)|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    few = "|".join(SMALL[1:21])
    master = (
        rf"(?P<joined>\b(?:{_alternatives(lexicon['joined'])})\b(?!\s+and\s+{run}\b|[\s-]+{run}\b))"
        rf"|(?P<share>\b(?:(?:{few}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{few}|hundred|\d{{1,3}})\b"
        rf"|(?:(?:one|two|three|four|five|six|seven|eight|nine)[\s-]{part}|an?\s+{part})\b|half\b(?=\s+(?:of|the|its|their|his|her|our|all|those|these)\b)))"
        rf"|(?P<halves>\b(?:{run}(?:-(?:{run}))?|\d+)[\s-]and[\s-]a[\s-]half\b|\d+\s?½)(?:[\s-](?P<halfscale>{scale})\b)?"
        rf"|(?P<half>(?<!\ba )(?<!\band )\bhalf[\s-]an?\b(?=[\s-](?:percent|per\s+cent|point|hour|day|mile|met|kilomet|ton|cent|lit|degree|acre|hectare|century|year|gallon|pound|inch)))"
        rf"|(?P<times>\b(?:{_alternatives(lexicon['multiples'])})\s+(?P<timesword>hundred|thousand|million|billion|dozen)s?\b)"
        rf"|(?P<vague>\b(?:{_alternatives(lexicon['vague'])})\b)"
        rf"|(?P<digits>(?:(?<![\w.,/:])|(?<=Rs\.)|(?<=Rs)|(?<=RM)|(?<=Rp)|(?<=Tk)|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=CHF)|(?<=KSh))(?:(?<![\d])[-−](?=\d))?{digits})(?:[\s-](?P<scale>{scale})\b|(?P<glued>mn|bn|tn|m|k|b)\b(?!\s?\d))?"
        rf"|(?P<words>\b{words}\b)(?:\s+(?P<wordscale>dozen|score)\b)?"
    )
    # What no number begins with is passed over at once, and not offered to every alternative.
    listed = [str(word) for name in ("joined", "multiples", "vague") for word in lexicon[name]]
    openings = {re.split(r"[\s-]", word)[0][:3] for word in (*listed, *SMALL, *SCALE_WORDS, "half")}
    opened = "|".join(re.escape(each) for each in sorted(openings - {"a", "an"}))
    master = rf"(?=[\d−-]|\b(?:an?\s|{opened}))(?:{master})"
    before = _alternatives(lexicon["modifiers"]["before"])
    between = _alternatives(lexicon["modifiers"]["between"])
    return _Words(
        master=re.compile(master, re.IGNORECASE),
        vague={k: (float(a), float(b)) for k, (a, b) in lexicon["vague"].items()},
        multiples={k: (float(a), float(b)) for k, (a, b) in lexicon["multiples"].items()},
        joined={k: float(v) for k, v in lexicon["joined"].items()},
        scales=scales,
        before=re.compile(
            rf"(?:^|(?<=[\s(“\"'‘—–-]))(?P<bound>{before})(?:\s+(?:{between}))?[\s“\"‘]*(?:(?:(?-i:[A-Z]{{1,3}}))?[$€£¥₴₽₹₩₪₺]|Rs\.?|RM|Rp|(?-i:[A-Z]{{3}}))?\s?$",
            re.IGNORECASE,
        ),
        after=re.compile(rf"\s?(?P<bound>{_alternatives(lexicon['modifiers']['after'])})\b", re.IGNORECASE),
        plain=dict(lexicon["modifiers"]["plain"]),
    )


def _read(match: re.Match[str], words: _Words) -> tuple[float, float, float] | None:
    """(value, low, high) of one match of the master pattern."""
    if match["share"]:
        return share_of(match["share"])
    if text := match["halves"]:
        whole = re.sub(r"[\s-]and[\s-]a[\s-]half$|\s?½$", "", text, flags=re.IGNORECASE)
        spelt = float(whole) if whole.isdigit() else in_words(whole)
        if spelt is None:
            return None
        value = (spelt + 0.5) * words.scales.get((match["halfscale"] or "").casefold(), 1)
        return value, value, value
    if match["half"]:
        return 0.5, 0.5, 0.5
    if text := match["joined"]:
        value = words.joined[fold(text)]
        return value, value, value
    if text := match["vague"]:
        low, high = words.vague[fold(text)]
        return low, low, high
    if match["times"]:
        scale = words.scales[match["timesword"].casefold()]
        head = fold(match["times"][: match.start("timesword") - match.start()]).strip()
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
        if unit and not (match["glued"] in ("m", "M") and _is_metres(match)):
            value = round(value * words.scales[unit.casefold()], 6)
        return value, value, value
    spelt = in_words(match["words"])
    if spelt is None:
        return None
    if match["wordscale"]:
        spelt *= words.scales[match["wordscale"].casefold()]
    return spelt, spelt, spelt


_LONG = re.compile(
    r"\s*(?:[-.,;)]|$)|\s+(?:high|long|wide|deep|tall|thick|away|apart|above|below|from|north|south|east|west|up|down|underground|offshore|inland|off|into|"
    r"behind|ahead|runway|race|sprint|hurdles|freestyle|butterfly|backstroke|relay|dash|pool|waves?|wall|fence|tower|drop|stretch|radius|buffer|crater|perimeter|barrier)\b",
    re.IGNORECASE,
)


def _is_metres(match: re.Match[str]) -> bool:
    """ "200m away" are metres, "£200m" and "2m people" millions."""
    left, right = (
        match.string[max(0, match.start() - 8) : match.start()],
        match.string[match.end() : match.end() + 40],
    )
    if sign_before().search(left) or money_after().match(right):
        return False
    return _LONG.match(right) is not None


#: "came under 6,000 attacks": the preposition of a verb is no bound.
_VERB_UNDER = re.compile(
    r"\b(?:c[ao]mes?|coming|put|been|fell|remain(?:s|ed)?|buried|trapped)\s+under$", re.IGNORECASE
)


def _bounded(text: str, number: Number, words: _Words) -> Number:
    left = text[max(0, number.start - 60) : number.start]
    modifier, phrase_start, phrase_end = number.modifier, number.start, number.end
    match = words.before.search(left)
    # "fewer than the 40 fired on Monday" compares, and bounds nothing.
    compared = (
        match is not None
        and match["bound"].casefold().endswith("than")
        and re.search(r"\bthe\b", left[match.end("bound") :])
    )
    if match and not compared and not _VERB_UNDER.search(left[: match.end("bound")]):
        folded = fold(match["bound"])
        modifier = words.plain.get(folded, folded) or None
        phrase_start = number.start - len(left) + match.start("bound")
        # "some" before a spelt noun is a quantity of its own; "over" may be a place.
    if match := words.after.match(text, number.end):
        folded = fold(match["bound"])
        if modifier is None:
            modifier = words.plain.get(folded, folded) or None
        phrase_end = match.end()
    return replace(number, modifier=modifier, phrase_start=phrase_start, phrase_end=phrase_end)


_ISO_DATE = re.compile(
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|(?:\+\d|\b\d{3,4}-)[\d -]{7,}\b|https?://\S+|\b[\w.]+@[\w.]+"
)


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
        if match["glued"] in ("m", "M") and _is_metres(match):
            b = match.start("glued")
        if digits and text[a] in "-−" and (a > 0 and not text[a - 1].isspace()):
            a += 1
        read = _read(match, words)
        if read is None:
            # "three five" or "forty-two hundred": fall back to the first word alone.
            first = re.match(r"[A-Za-z]+", text[a:b])
            if first is None or (value := in_words(first.group())) is None:
                continue
            b = a + first.end()
            position = b
            read = (value, value, value)
        hyphened = b < len(text) and text[b] in "-–" and b + 1 < len(text) and text[b + 1].isalpha()
        if match["share"] and not is_share(text, a, b):
            # Not a share: the first number alone, and what follows is read on its own.
            first = re.match(r"(?:an?\s+)?(?:[A-Za-z]+|\d+)", text[a:b])
            value = plain_value(first.group().casefold()) if first is not None else None
            if first is None or value is None or re.match(r"an?\s|half\b", text[a:b], re.IGNORECASE):
                continue
            b = position = a + first.end()
            read = (value, value, value)
            digits = text[a].isdigit()
            share = False
        else:
            share = bool(match["share"])
        ranged = bool(raw) and text[raw[-1].end : a] in ("-", "–")
        if not share and is_no_count(text, a, b, read[0], digits, ranged):
            continue
        raw.append(Number(a, b, *read, None, a, b, digits, hyphened, share))
    return [_bounded(text, number, words) for number in join_ranges(text, raw)]
