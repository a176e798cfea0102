"""The time words of news, one at a time: a closed grammar, one alternative of one expression for each rule.

`atom()` finds a time word; `read` gives its days by the rule that matched. `extract.dates` joins neighbours
into ranges.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from extract import datedays as d
from extract import dateperiods as p
from extract import datewords as w
from extract.datecalc import NUMBERS, Context, Precision, Reading, Tense
from extract.holidays import holiday_names

__all__ = ["KINDS", "Context", "Precision", "Reading", "Tense", "atom", "kind_of", "read"]


def _cased(pattern: str) -> str:
    """A pattern with each `~<last|next>` written out, with and without a capital: ignoring case is slow to match."""

    def both(match: re.Match[str]) -> str:
        return "(?:" + "|".join(f"{word}|{word[0].upper()}{word[1:]}" for word in match[1].split("|")) + ")"

    return re.sub(r"~<([^<>]*)>", both, pattern)


_NUMBER = rf"(?:\d{{1,3}}|~<{'|'.join(sorted(NUMBERS, key=len, reverse=True))}>\]?(?:\sof)?)"
_UNIT = r"(?:minute|hour|day|night|weekend|week|fortnight|month|year|decade|centur(?:y|ie))s?"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|midday|noon|dawn|overnight)"
#: What may follow "the day before" and "two days later" where no event is named that they count from.
_END = (
    r"(?=[,.;:!?)\]\"”’'—–-]|\s*\Z|\s(?:in|at|on|by|as|and|but|when|that|with|for|to|from|of|after|before|near"
    r"|killed|had|was|were)\b)"
)
_QUARTER = (
    r"(?:~<early|mid|late>|~<the>\s(?:first|second|third|fourth|last)\squarter\sof|~<the>\s(?:start|beginning|end|middle)\sof"
    rf"|~<the>\s(?:first|opening|last|final|closing|second)\s(?:half|(?:{_NUMBER}\s)?(?:days?|weeks?|months?))\sof)[\s-]"
)
#: Words after four digits that make them a count of things after all.
_COUNTED = (
    r"(?!\s(?:people|men|women|children|soldiers|troops|homes|houses|families|drones|civilians|fighters|miles|km|feet"
    r"|meters|metres|kilometers|kilometres|tons|tonnes|more|other|square|rockets|missiles|prisoners|refugees)\b)"
)

_OVERNIGHT = rf"""
    (?:(?:~<the>\s)?night\s(?:of|from|between)\s|~<overnight>(?:\shours)?(?:\s(?:from|between|on|of))?\s)(?P<o1>{w.WEEKDAY})
        (?:\s(?:to|into|and|through)\s(?P<o2>{w.WEEKDAY}))?(?!\s(?:night|evening))
   |~<overnight>\s(?:in|on)?to\s(?P<o3>{w.WEEKDAY})(?:\s(?:early\s)?morning)?
   |~<overnight>(?!\s(?:{w.MONTH}|{w.WEEKDAY})|\s(?:in|on)?to\s(?:{w.MONTH}|\d))
   |~<during|through|throughout>\sthe\snight\b(?!\s(?:of|on|from|between)\b)
   |(?<=\n)At\snight\b(?!\s(?:on|of|in))
"""
_WEEKDAY = rf"""
    (?:(?P<wq>~<early|late|earlier|later|all\sday|all>)\s(?:on\s)?)?
    (?:(?P<wm>~<last|next|this\spast|this\scoming|this|past|the\sprevious|the\sfollowing|the\spast|the\ssame|coming>)\s)?
    (?P<wd>{w.WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.(?=\s[A-Za-z])|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)s?\b
    (?:\s(?:of\s)?(?P<ww>last|this|next)\sweek)?
    (?:[\s-](?:early\s|late\s)?(?P<wp>{_PART}))?
"""
_RELATIVE = rf"""
    (?:~<the\sday\sbefore\syesterday|the\sday\safter\stomorrow>
   |(?:~<earlier|later|late|early>\s)?~<yesterday|today|tomorrow>(?:\s{_PART})?
   |(?:~<earlier|late>\s)?~<tonight|last\snight|last\sevening|this\smorning|this\safternoon|this\sevening>)\b
"""
_ANCHORED = rf"""
    ~<the>\s(?P<an>(?:previous|preceding|next|following)\s(?:day|night|morning|afternoon|evening)
        |(?:day|night|morning|afternoon|evening)\s(?:before|earlier|after)|(?:week|month|year)\s(?:before|earlier)){_END}
   |The\s(?P<anc>(?:next|following)\s(?:day|night|morning|afternoon|evening))(?=\s(?!of\b)[A-Za-z])
   |(?P<ak>{_NUMBER})\s(?P<au>(?:day|night|week|fortnight|month|year|decade)s?)
        \s(?P<aw>earlier\b|later\b|(?:before|after|afterwards?|prior|previously){_END})
"""
_WINDOW = rf"""
    (?:~<the|these>\s)?(?P<vd>~<last|past|previous|preceding|recent|next|coming|following>)\s
        (?:(?P<vn>{_NUMBER})[\s-])?(?P<vu>(?:hour|day|week|month|year|decade)s|24-hour\speriod)\b
   |~<the>\s(?P<vd1>past|last)\s(?P<vu1>day|week|month|year|decade)\b(?!\sof\s(?:{w.MONTH}|{w.YEAR}))
   |~<within|over|in|in\sjust>\s(?:the\s)?(?P<vn2>24|48|72)\shours\b(?!\sago)
   |~<the>\s(?P<vn3>24|48|72)\shours(?=\s(?:to|before|ending|until)\b)
"""
_PERIOD = r"""
    (?:(?P<pq>~<earlier|later|late|early>|~<the>\s(?:first|opening|last|final|second)\s(?:half|(?:NUMBER\s)?(?:days?|weeks?|months?))\sof)\s)?
    (?P<pd>~<this\spast|this|last|next|the\sprevious|the\sfollowing|the\scurrent>)\s
    (?P<pu>~<weekend|week|month|year|decade|century|spring|summer|autumn|fall|winter>)s?\b(?!-)
""".replace("NUMBER", _NUMBER)
_MONTH = rf"""
    (?P<mt>(?<!said\s)(?<!says\s)(?<!added\s)(?<!reported\s)~<that>\s)?(?P<mq>{_QUARTER})?(?P<mm>{w.MONTH})
    (?:,?\s(?:of\s)?(?P<my>{w.YEAR}|last\syear|this\syear|next\syear))?(?!\w|\s?\d)
"""
_YEAR = rf"""
    (?P<yq>{_QUARTER})?(?P<yy>{w.YEAR})(?!\w|[,.]\d|%|-(?!(?:19|20)\d\d\b)\w|\s?(?:km|kg|mm)\b){_COUNTED}
"""
_ORDINAL = (
    r"""
    ~<the>\s(?P<on>(?:3[01]|[12]?\d)(?:st|nd|rd|th))
    (?=[,.;)]|\s*\Z|\s(?:and|to|at|when|after|before|that|saw|was|were)\b)
   |~<the>\s(?P<om>(?:3[01]|[12]?\d)(?:st|nd|rd|th)|ORDINALS)\s(?:day\s)?of\s
    (?:(?P<ot>(?:this|last|the(?:\s(?:current|present|same|past|previous))?)\smonth)(?![\w’'-])|(?P<oh>MONTH)(?:,?\s(?P<oy>YEAR))?(?![\w’']))
""".replace("ORDINALS", "|".join(sorted(w.ORDINALS, key=len, reverse=True)))
    .replace("MONTH", w.MONTH)
    .replace("YEAR", w.YEAR)
)

_SAME_DAY = r"""
    (?:~<earlier|later|early|late>\s(?:in\sthe\s|that\s|the\ssame\s)|~<that|the\ssame>\s)(?:same\s)?
        (?:day|night|morning|afternoon|evening)\b(?!\s(?:of|when|after|before))
   |(?<=on\s)the\s(?:first|opening)\sday\b(?!\s(?:of|in|since|that|when|after))
   |~<before|at|by|around|until|shortly\sbefore|just\sbefore>\s(?:dawn|daybreak|sunrise|noon|midday|midnight|sunset|dusk|nightfall)\b
   |~<since>\s(?:early\s|late\s)?(?:dawn|daybreak|sunrise|midnight|noon|midday|(?:this\s|the\s)?(?:morning|afternoon|evening))\b
   |(?:~<in>\s)?~<the>\searly\s(?:morning\s)?hours(?:\sof\sthe\smorning)?\b
"""
_EDGE = r"""
    (?:~<the>\s)?(?:year[’']?s?[\s-]end|(?P<yb>end|start|beginning)\sof\s(?:the|this)\s(?P<yu>year|month|week))\b
"""
_CONFLICT = r"(?:(?:full-scale|current|latest|ongoing|Russian|Israel-Hamas|civil)\s)*(?:war|invasion|conflict|fighting|offensive|hostilities)"
_WAR_BEGIN = rf"""
    ~<the>\s(?:start|beginning|outbreak|onset)\sof\s(?:the|its|Russia[’']s|Israel[’']s)\s{_CONFLICT}\b
   |(?<=since\s)(?:the|Russia[’']s|Israel[’']s|its)\s{_CONFLICT}(?:\s(?:in|on|against|with)\s(?:the\s)?[A-Z]\w+)?
        \s(?:began|started|broke\sout|erupted)\b
   |(?<=since\s)Russia\s(?:launched\sits|invaded|began\sits)\b(?:\s(?:full-scale\sinvasion|Ukraine|invasion))?
"""

_Rule = Callable[[re.Match[str], Context], "Reading | None"]
_RULES: dict[str, tuple[str, _Rule]] = {
    "overnight": (_OVERNIGHT, d.overnight),
    "explicit": (w.EXPLICIT.pattern, d.explicit),
    "holiday": ("", d.named_day),
    "weekday": (_WEEKDAY, d.weekday),
    "relative": (_RELATIVE, d.relative),
    "anchored": (_ANCHORED, d.anchored),
    "sameday": (_SAME_DAY, d.same_day),
    "ago": (rf"(?P<gn>{_NUMBER}|half\sa)\s(?P<gu>{_UNIT})\sago\b", d.ago),
    "window": (_WINDOW, p.window),
    "period": (_PERIOD, p.period),
    "weekend": (r"(?:~<the>\s)?(?<!-)weekend\b", p.the_weekend),
    "warbegin": (_WAR_BEGIN, p.war_begin),
    "yearend": (_EDGE, p.period_edge),
    "month": (_MONTH, p.month),
    "decade": (r"(?:~<the>\s)?(?:(?:early|mid|late)[\s-])?(?P<de>(?:1[89]|20)\d0)[’']?s\b", p.decade),
    "sixties": (
        r"~<the>\s(?:(?:early|mid|late)[\s-])?(?P<si>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b",
        p.named_decade,
    ),
    "century": (r"(?:~<the>\s)?(?P<ce>\d\d)(?:st|nd|rd|th)[\s-]century\b", p.century),
    "year": (_YEAR, p.year),
    "ordinal": (_ORDINAL, d.ordinal),
}
#: The rules' names, in the order in which they are tried.
KINDS = tuple(_RULES)


@cache
def atom() -> re.Pattern[str]:
    """The grammar's one expression; each alternative is a group with its rule's name."""
    names = sorted({h[4:] if h.startswith("the ") else h for h in holiday_names()}, key=len, reverse=True)
    named = "|".join(re.escape(n).replace("'", "['’]").replace(r"\ ", r"\s") for n in names)
    holiday = rf"(?:~<the>\s)?(?:{named})(?!\w)(?:\s(?P<hy>{w.YEAR}))?"
    rules = "|".join(f"(?P<{name}>{_cased(pattern or holiday)})" for name, (pattern, _) in _RULES.items())
    return re.compile(rf"(?<!\w)(?<![^\W\d]-)(?:{rules})", re.X)


def kind_of(match: re.Match[str]) -> str:
    """The name of the rule that an `atom()` match came by."""
    assert match.lastgroup is not None  # a rule's group holds all others of it, so it is the last to close
    return match.lastgroup


def read(match: re.Match[str], context: Context) -> Reading | None:
    """The days that an `atom()` match means; None when it is no time word here."""
    try:
        return _RULES[kind_of(match)][1](match, context)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return Reading(None, None, "vague", "out of the calendar")
