"""The words and digits that make a number, as one pattern, and the value of what it matched."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from extract.lexicon import load
from extract.shares import FOLDS, SCALE_WORDS, SMALL, fold, in_words, mixed_value, share_of, times_of
from extract.units import money_after, sign_before
from extract.wordlists import alternatives


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The pattern of number words, and the values of its words."""

    master: re.Pattern[str]
    vague: dict[str, tuple[float, float]]
    multiples: dict[str, tuple[float, float]]
    joined: dict[str, float]
    scales: dict[str, float]


@functools.cache
def number_words() -> NumberWords:
    """The pattern and the values, made once from `lexicon/numbers.toml`."""
    lexicon = load("numbers")
    scales = {k: float(v) for k, v in lexicon["scales"].items()}
    scale = alternatives(scales)
    digits = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,3}(?: \d{3}(?!\s?mm\b))+(?!\d)|\d+)(?:\.\d+)?"
    small = "|".join(sorted(SMALL, key=len, reverse=True))
    run = rf"(?:{small}|{'|'.join(SCALE_WORDS)})"
    words = rf"(?:an?\s+)?{run}(?:(?:\s+and\s+|[\s-]+)(?:{run})\b)*"
    part = r"(?:hal(?:f|ves)|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    few = "|".join(SMALL[1:21])
    whole = r"(?!(?:\s+of\s+an?)?[\s-](?:percentage[\s-])?points?\b)"  # "a quarter-point" is no share
    master = (
        rf"(?P<joined>\b(?:{alternatives(lexicon['joined'])})\b(?!\s+and\s+{run}\b|[\s-]+{run}\b))"
        rf"|(?P<share>\b(?:(?:{few}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{few}|(?:an?\s+)?(?:hundred|thousand|million)|\d{{1,3}}(?:,\d{{3}})+|\d+)\b(?!,\d)"
        rf"|(?:(?:one|two|three|four|five|six|seven|eight|nine)[\s-]{part}|an?\s+{part})\b{whole}|half\b(?=\s+(?:of|the|its|their|his|her|our|all|those|these)\b)))"
        rf"|(?P<halves>\b(?:{run}(?:-(?:{run}))?|\d+)[\s-]and[\s-]a[\s-]half\b|\d+\s?½)(?:[\s-](?P<halfscale>{scale})\b)?"
        rf"|(?P<half>(?<!\ba )\bhalf[\s-]an?\b(?=[\s-](?:percent|per\s+cent|point|hour|day|mile|met|kilomet|ton|cent|lit|degree|acre|hectare|century|year|gallon|pound|inch))"
        r"|\b(?:half|(?:a\s+)?quarter|three[\s-]quarters)(?:\s+of\s+an?)?(?=[\s-](?:percentage[\s-])?points?\b))"
        rf"|(?P<fold>\b(?:twice|thrice|double|triple)\b(?=\s+(?:as\s+\w+|the|its|their|his|her|our|that|what|those)\b)|\b(?:{few}|\d+)-?fold\b)"
        rf"|(?P<mixed>(?<![\w.,/:])\d{{1,4}}(?:[\s-][1-7]/[2-8]\b(?!/)|\s?[¼¾]))"
        r"|(?P<single>\ban?\b(?=\s+(?:second|minute|hour|day|week|fortnight|month|year|decade|century|met(?:re|er)|kilomet(?:re|er)|mile|foot|inch|yard|tonne|ton|"
        r"kilogram|kilo|litre|gallon|hectare|acre|degree|percent|percentage\s+point)\b))"
        rf"|(?P<times>\b(?:{alternatives(lexicon['multiples'])})\s+(?P<timesword>hundred|thousand|million|billion|dozen)s?\b)"
        rf"|(?P<vague>\b(?:{alternatives(lexicon['vague'])})\b)"
        rf"|(?P<digits>(?:(?<![\w.,/:])|(?<=Rs\.)|(?<=Rs)|(?<=RM)|(?<=Rp)|(?<=Tk)|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=CHF)|(?<=KSh)|(?<=N)(?<!\wN)(?={digits}\s?(?:{scale}|mn|bn|tn|m)\b|\d{{1,3}},\d{{3}}))(?:(?<![\d])[-−](?=\d)|\bminus\s+(?=\d))?{digits})(?:[\s-](?P<scale>{scale})\b|(?P<glued>mn|bn|tn|m|k|b)\b(?!\s?\d))?"
        rf"|(?P<words>\b{words}\b)(?:\s+(?P<wordscale>dozen|score)\b)?"
    )
    # What no number begins with is passed over at once, and not offered to every alternative.
    listed = [str(word) for name in ("joined", "multiples", "vague") for word in lexicon[name]]
    spelt = (*listed, *SMALL, *SCALE_WORDS, *FOLDS, "half", "quarter", "minus")
    openings = {re.split(r"[\s-]", word)[0][:3] for word in spelt}
    opened = "|".join(re.escape(each) for each in sorted(openings - {"a", "an"}))
    master = rf"(?=[\d−-]|\b(?:an?\s|{opened}))(?:{master})"
    return NumberWords(
        master=re.compile(master, re.IGNORECASE),
        vague={k: (float(a), float(b)) for k, (a, b) in lexicon["vague"].items()},
        multiples={k: (float(a), float(b)) for k, (a, b) in lexicon["multiples"].items()},
        joined={k: float(v) for k, v in lexicon["joined"].items()},
        scales=scales,
    )


def value_of(match: re.Match[str], words: NumberWords) -> tuple[float, float, float] | None:
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
    if text := match["half"]:
        if _AND_A_HALF.search(match.string, max(0, match.start() - 16), match.start()):
            return None  # "two and half an hour"
        value = 0.75 if fold(text).startswith("three") else 0.25 if "quarter" in fold(text) else 0.5
        return value, value, value
    if match["single"]:
        return 1.0, 1.0, 1.0
    if text := match["fold"]:
        if fold(text) in ("double", "triple") and not _SO_MUCH.search(
            match.string, max(0, match.start() - 12), match.start()
        ):
            return None  # a verb, "to double the size"
        named = times_of(text)
        return (named, named, named) if named is not None else None
    if text := match["mixed"]:
        value = mixed_value(text)
        return value, value, value
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
        plain = re.sub(r"(?i:minus)|−", "-", re.sub(r"[,\s]", "", text))
        try:
            value = float(plain)
        except ValueError:  # digits of another script that float() does not read
            return None
        unit = match["scale"] or {"m": "million", "k": "thousand", "b": "billion"}.get(
            (match["glued"] or "").casefold(), match["glued"]
        )
        if unit and not (match["glued"] in ("m", "M") and is_metres(match)):
            value = round(value * words.scales[unit.casefold()], 6)
        return value, value, value
    spelt = in_words(match["words"])
    if spelt is None:
        return None
    if match["wordscale"]:
        spelt *= words.scales[match["wordscale"].casefold()]
    return spelt, spelt, spelt


_AND_A_HALF = re.compile(rf"(?:\d|\b(?:{'|'.join(SMALL[1:])}))\s+and\s+$", re.IGNORECASE)
#: "At double the rate": after these words "double" multiplies.
_SO_MUCH = re.compile(
    r"(?:\b(?:at|is|was|are|were|nearly|almost|about|than|roughly|now|for|or|of)\s+|[,–—(]\s*)$",
    re.IGNORECASE,
)
#: After "250m" these words make metres of it.
_LONG = re.compile(
    r"-|\s?[x×]\s?\d|\s+by\s+\d|\s+(?:high|across|long|wide|deep|tall|thick|away|apart|above|below|from|north|south|east|west|up|down|underground|offshore|inland|off|into|"
    r"behind|ahead|runway|race|sprint|hurdles|freestyle|butterfly|backstroke|relay|dash|pool|waves?|wall|fence|tower|drop|stretch|radius|buffer|crater|perimeter|barrier)\b",
    re.IGNORECASE,
)


#: Before "1.2m" and the end of a clause these words make metres of it; else it is a count in millions.
_MEASURED = re.compile(
    r"\b(?:deep|depths?|high|heights?|long|length|wide|widths?|tall|metres?|meters?|km|away|distance|jump\w*|leap\w*|threw|throws?|"
    r"clear(?:ed|ing|s)?|vault\w*|sprint|swim|waves?|river|tide|tidal|water|levels?|sea|snow\w*|flood\w*|div(?:e|ed|ing)|dug|"
    r"trench|tunnel|walls?|fence|tower|ditch|crater|hole|pit|measur\w+|within|range|radius|altitude|advanc\w+|retreat\w*|stood|stands|"
    r"metres|standing|feet|foot|ft|mast|statue|shaft|cliff|ladder|exploded|detonated|flew|flying|elevation|thick\w*|over\s+the)\b",
    re.IGNORECASE,
)


_THROWN = re.compile(
    r"\b(?:depth|height|length|width|throw|threw|jump(?:ed)?|leap(?:ed)?|leapt|vault(?:ed)?|cleared|waves?|measur\w+|distance)\b(?!.*\b(?:people|customers|viewers|users)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:was|were|is|and|for|in|on|at|to|from|after|before|with)\b")


def is_metres(match: re.Match[str]) -> bool:
    """ "200m away" are metres, "£200m", "2m people" and "customers doubled to 1.2m." millions."""
    left, right = (
        match.string[max(0, match.start() - 8) : match.start()],
        match.string[match.end() : match.end() + 40],
    )
    if sign_before().search(left) or money_after().match(right):
        return False
    if _LONG.match(right):
        return True
    clause = re.split(r"[.;!?]\s", match.string[max(0, match.start() - 80) : match.start()])[-1]
    if _GOES_ON.match(right):
        return _THROWN.search(clause) is not None  # her throw of 68.43m was enough
    if not re.match(r"\s*(?:[.,;)]|$)", right):
        return False
    return "." not in match["digits"] or _MEASURED.search(clause) is not None
