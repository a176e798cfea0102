"""Numbers that count nothing: dates, times, ordinals, names of weapons, plants, roads, units and resolutions."""

from __future__ import annotations

import re

from extract.units import glued, sign_before, tied_pattern, unit_pattern

MONTHS = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|"
    "sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:resolution|article|section|chapter|paragraph|clause|route|highway|road|unit|brigade|battalion|regiment|division|"
    r"group|no\.|nos\.|number|phase|room|flight|boeing|airbus|channel|level|page|camp|gate|line|sector|zone|area|point|task\s+force|"
    r"camp|hospital\s+no\.|school\s+no\.|block|protocol|annex|covid|g|version|type|model|mark|mk|tel|phone|formula|track|(?<!next\s)(?<!same\s)(?<!following\s)(?<!other\s)(?<!second\s)(?<!that\s)(?<!previous\s)day|magnitude|category|apollo|"
    r"grade|season|episode|volume|vol\.?|stage|tier|scale|interstate|pier|platform|suite|apartment|apt|ward|precinct|verse|psalm|(?-i:Windows|Galaxy)|"
    r"iphone|playstation|runway|world\s+war|super\s+bowl|wrestlemania|"
    r"(?-i:Bus|Tram|Bill|Act|Game|Lot|Court|Row|Seat|Studio|Proposition|Prop\.|Measure|Initiative|Rule|Form|Round|Week|Race|Heat|Exhibit|Patient|Case|Juror|"
    r"Wave|Table|Figure|Windows|Galaxy|Falcon|Expo|Title|Amendment|Lane|Tower|Hall|Year|Matchday|Lesson|Step|Scene)|"
    r"hill|height|section|ranked|ranking|rank|no)\s*[-–]?|#|№\s?)$",
    re.IGNORECASE,
)
_CALIBRE = re.compile(
    r"[\s-]?(?:(?:mm|millimet(?:er|re)s?)(?!\s+(?:of\s+(?:rain|snow|water|precipitation)|in\s+an?\s|per\s))|cal(?:iber|ibre)?\b\.?|x\d)",
    re.IGNORECASE,
)
#: What a gun's bore measures, in millimetres; other millimetres are rain or thickness.
_BORES = frozenset([5.45, 5.56, 7.62, 9, 12.7, 14.5, 20, 23, 25, 30, 35, 37, 40, 57, 60, 73, 75, 76, 76.2, 80, 81, 82, 85, 88, 90, 100, 105, 106,
                    107, 115, 120, 122, 125, 127, 130, 140, 150, 152, 155, 160, 180, 203, 210, 220, 227, 230, 240, 280, 300, 302, 333, 400, 610])  # fmt: skip
#: "Dumped 150 millimetres in 24 hours".
_RAIN = re.compile(
    r"\b(?:rain\w*|snow\w*|hail|precipitation|downpours?|dump\w*|sea\s+levels?|thick\w*|diameter|wide|deep)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[:.]\d\d\b(?:\s?(?:a\.?m|p\.?m|gmt|utc|local|hours))?|\s?(?:a\.?m\b|p\.?m\b|o['’]clock|gmt|utc|hrs\b)",
    re.IGNORECASE,
)
_MONTH_LEFT = re.compile(
    rf"\b(?:{MONTHS})\s+(?:the\s+)?(?:\d{{1,2}}\s*(?:-|–|and|or|,|to)\s*)?$", re.IGNORECASE
)
#: "Since Oct. 3, 21 people were killed": a day, and then a count.
_DAY_BEFORE = re.compile(r"\d,\s*$")
_NOUN = re.compile(r"\s+(?!(?:and|or|to|the|in|at|on|of|when|as)\b)[a-z-]{3,}")
_MONTH_RIGHT = re.compile(
    r"\s+(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|"
    rf"(?:st|nd|rd|th)?(?:\s*(?:-|–|and|or|to)\s*\d{{1,2}})?\s+(?:of\s+)?(?:{MONTHS})(?![\w])",
    re.IGNORECASE,
)
_YEAR_LEFT = re.compile(
    rf"(?:\b(?:in|since|until|of|by|from|to|early|late|mid|during|after|before|year|spring|summer|autumn|fall|winter|christmas|and|"
    rf"(?:{MONTHS})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?)[\s-]+|[\d]{{1,2}},\s+|[-–/]|\()$",
    re.IGNORECASE,
)
#: "Built in 1887", "the act of 1872".
_OLD_YEAR = re.compile(
    r"\b(?:in|since|year|until|circa|before|(?:acts?|laws?|treat(?:y|ies)|code|charter|constitution|war|battle|siege|revolution|revolt|uprising|famine|floods?|fire|"
    r"earthquake|plague|congress|convention|crash|panic|summer|spring|autumn|winter|census|statute|edition|map|settlement)\s+of)\s+$",
    re.IGNORECASE,
)
#: "112 for 4", "all out for 245": runs and wickets are a score.
_WICKETS = re.compile(
    r"\s+for\s+(?:\d|10|no\s+loss)(?=\s*[,.;)]|\s+(?:at|in|when|after|off|from|declared)\b|$)", re.IGNORECASE
)
_ALL_OUT = re.compile(r"\b(?:all|bowled|skittled)\s+out\s+for\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
#: Numbers to call: "call 999".
_CALLED = frozenset({101, 111, 112, 911, 988, 999})
_DIAL = re.compile(
    r"\b(?:call(?:ed|ing|s)?|dial(?:l?ed|l?ing|s)?|r[iau]ng|ringing|phon(?:e[ds]?|ing)|text)\s+$",
    re.IGNORECASE,
)
#: A month, after which four digits are the year and no count: "on 5 March 2026 injured two".
_DATE_LEFT = re.compile(rf"\b(?:{MONTHS})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+$", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|[\s-]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|"
    r"hundredth|thousandth|millionth)\b",
    re.IGNORECASE,
)


_PER = re.compile(r"\b(?:per|(?:of|for|in)\s+(?:each|every))\s+$", re.IGNORECASE)
#: What a hyphen may tie to a number that still measures or counts: "500-kilometre", "300-odd", "5,000-strong".
_TIED = re.compile(
    r"[-–](?:(?:odd|plus|strong|percent|per\s?cent|pct|basis[\s-]point|percentage[\s-]point|point[\s-](?:cut|hike|rise)|year|month|week|day|hour|minute|second)s?\b|(?:square|cubic|sq)\b)",
    re.IGNORECASE,
)
#: Deeds that may follow a day with its year as well as a count.
_DEED = re.compile(r"\s+(?:injured|wounded|killed)\b", re.IGNORECASE)
#: Nouns after four digits that make a count of what might be a year.
_COUNTED = re.compile(
    r"\s+(?:(?:more|other|additional|new|of)\s+)?(?:people|persons|homes|drones|troops|soldiers|servicemen|families|civilians|houses|households|fighters|militants|"
    r"prisoners|hostages|detainees|villagers|residents|refugees|migrants|children|women|men|workers|personnel|missiles|rockets|shells|bombs|buildings|"
    r"trucks|tanks|vehicles|injured|wounded|dead|killed|victims|casualties|strikes|attacks|airstrikes|tonnes|tons|km|kilomet\w+|miles|metres|meters|feet|"
    r"dollars|euros|MW|jobs|students|cases|deaths|police|officers|patients|passengers)\b",
    re.IGNORECASE,
)


def is_tied(number: str, right: str) -> bool:
    """Does a hyphen tie the number to a noun that it counts: "40-page", "one-goal"; but not "one-party"?"""
    match = tied_pattern().match(right)
    return match is not None and (number.casefold() != "one" or match["single"] is not None)


def is_no_count(text: str, start: int, end: int, value: float, digits: bool, ranged: bool) -> bool:
    """Dates, times, ordinals, names and other numbers that count nothing; `ranged`: ends "5-7"."""
    left, right = text[max(0, start - 40) : start], text[end : end + 40]
    if _PER.search(left):
        return True  # "340 cases per 100,000 people"
    if digits:
        if (
            not ranged
            and re.search(r"[^\W\d_][-–]?$|\d[-–/]$|[/:]$", left)
            and not sign_before().search(left)
            and not left.endswith("between")
        ):
            return True  # Su-34, S-300, 24/7
        if re.match(r"[^\W\d_]", right) and not glued().match(right):
            return True  # 5S, 9K720
        if re.match(r"[/:]\d", right) or (value in _CALLED and _DIAL.search(left)):
            return True
        if (_WICKETS.match(right) and value < 1000 and not sign_before().search(left)) or _ALL_OUT.search(
            left
        ):
            return True
        if _ORDINAL.match(right) and re.match(r"(?:st|nd|rd|th)\b", right, re.IGNORECASE):
            return True
        if _MONTH_LEFT.search(left) and value < 32 and not (_DAY_BEFORE.search(left) and _NOUN.match(right)):
            return True
        if _MONTH_RIGHT.match(right) and value < 32:
            return True
        if 1000 <= value <= 2100 and value == int(value) and "," not in text[start:end]:
            old = value >= 1900 or _OLD_YEAR.search(left)
            if _YEAR_LEFT.search(left) and old and not _COUNTED.match(right):
                return True
            if old and _DEED.match(right) and _DATE_LEFT.search(left):
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
                and not _COUNTED.match(right)
            ):
                return True
        if re.match(r"['’]?s\b", right) and value >= 10:  # the 1990s
            return True
    bore = _CALIBRE.match(right)
    if bore and ("m" not in bore.group().casefold() or (value in _BORES and not _RAIN.search(left))):
        return True
    if (
        re.match(r"[-–](?!(?:to|or)-)[A-Za-z]", right)  # "four-to-five hours"
        and not (_TIED.match(right) or unit_pattern().match(right) or is_tied(text[start:end], right))
        and not (digits and sign_before().search(left))
    ):
        return True  # 28-point, five-storey, two-state
    if _CLOCK.match(right) and value <= 2400 and digits:
        return True
    if re.match(r"\s*o['’]clock|\s+(?:a\.m|p\.m)", right, re.IGNORECASE):
        return True
    if not digits and _ORDINAL.match(right):
        return True
    if digits and value < 10000 and _ADDRESS.match(right):
        return True
    if digits and value in (4000, 5000, 8000) and text[start:end][1:] in ("K", "k") and _PICTURE.match(right):
        return True
    return bool(_NOT_BEFORE.search(left)) and not (
        re.match(r"\s+(?:people|civilians|drones|soldiers)\b", right) or _measures(text[start:end], right)
    )


#: "14 Baker Street": the house, not how many streets; but "32 Red Crescent trucks".
_ADDRESS = re.compile(
    r"[A-D]?\s+(?!Red\s+Crescent\b)(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Drive|Boulevard|Blvd\.|Terrace|Crescent|Gardens|Way)(?!\w)"
)
_PICTURE = re.compile(
    r"[\s-](?:[\w-]+\s)?(?:panels?|displays?|tvs?|televisions?|videos?|resolution|screens?|cameras?|footage|monitors?)\b",
    re.IGNORECASE,
)
_FAR = re.compile(r"\s?(?:%|per\s?cent\b|percent\b)")


def _measures(number: str, right: str) -> bool:
    """ "A point 12 km away", "at a level 3 metres above": a unit follows, and the noun before is no name's."""
    match = unit_pattern().match(right)
    if match is None:
        return _FAR.match(right) is not None
    # A symbol as short as "m" must be glued to its digits.
    symbol = match["symbol"]
    return symbol is None or not (len(symbol) == 1 or symbol == "in") or not right[:1].isspace()
