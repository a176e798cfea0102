"""Deeds of another kind that an event's sentences tell beside it: a fight for a town and its fall, a raid and its captives."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extract.eventkinds import STRIKES, VIOLENT, family, kinds_in, strike_kind
from extract.group import TOWNS, Group, same_day, same_print, same_spot
from extract.groupkind import kind_of_group
from extract.unreal import told_as_fact

if TYPE_CHECKING:
    from extract.parse import Parsed

#: The strike that put out the lights, whatever its weapon.
_CAUSE = "strike"
#: How many of the events told before and after one may be what it tells beside itself.
_NEAR = 24
#: Which deeds may be told beside an event of a kind.
_FIGHT = frozenset({"territory_change", "abduction", "clash", "arrest"})
_BESIDE: dict[str, frozenset[str]] = {
    **{kind: _FIGHT | {"outage"} for kind in STRIKES},
    "bombing": _FIGHT | {"attack", "outage"},
    "shooting": _FIGHT | {"attack"},
    "clash": (_FIGHT | {"attack"}) - {"clash"},
    "territory_change": frozenset({"clash", "arrest", "attack", _CAUSE}),
    "abduction": frozenset({"attack", "clash"}),
    "arrest": frozenset({"clash", "shooting"}),
    "outage": frozenset({_CAUSE}),
    "prisoner_exchange": frozenset({_CAUSE}),
}
#: Signs that tell of a deed of its own; those of `kinds_in` hold for the rest.
_SIGNS = {
    "abduction": re.compile(
        r"\b(?:abduct|kidnap)\w*|\b(?:taken|taking|took|seized|seizing)\s+(?:[^.;]{0,40}\s)?(?:hostages?|captive)\b(?![^.;]*\b(?:exchange|swap|deal|truce|return\s+for)\b)"
        r"|\b(?:took|taken|led|drove|marched)\s+(?:[\w-]+\s+){1,5}?(?:with\s+them|away|into\s+the\s+(?:bush|forest|desert))\b"
        r"|\btook\s+(?:at\s+least\s+|about\s+|some\s+|more\s+than\s+)?[\w,-]+\s+(?:villagers|passengers|students|pupils|girls|boys|women|worshippers|workers|miners|hostages|men|fishermen|farmers|travell?ers)\b(?!\s+(?:to|by|from)\b)"
        r"|\b(?:hours?|days?|weeks?|months?|years?)\s+after\s+(?:(?:seizing|capturing|snatching)\s+(?:them|him|her)|(?:they|he|she)\s+(?:was|were)\s+(?:seized|captured|snatched|taken))\b"
        r"|\b(?:seized|snatched)\s+(?:[\w-]+\s+){1,4}?(?:people|villagers|passengers|students|pupils|girls|boys|women|worshippers|workers|miners|hostages|men|shepherds|fishermen|farmers|travell?ers)\b",
        re.IGNORECASE,
    ),
    "arrest": re.compile(
        # Whom the police take for a deed that was told belongs to that deed, unless they raid a place for them.
        r"\b(?:raid\w*|operation|searched|stormed|swept|killed|killing|shot\s+dead)\b[^.;]{0,140}?\b(?:arrest(?:ed|ing)|detain(?:ed|ing))\b"
        r"|\b(?:arrest(?:ed|ing)|detain(?:ed|ing)|rounded\s+up|taken\s+into\s+custody)\b(?!\s+(?:[\w-]+\s+){0,3}?(?:suspects?|in\s+connection|over\s+(?:the|it)|for\s+(?:the|it))\b)"
        r"|\b(?:arrests|detentions)\s+of\b",
        re.IGNORECASE,
    ),
    "clash": re.compile(
        r"\b(?:clashes|clashed|(?:heavy|fierce|intense|hours\s+of|days\s+of)\s+(?:\w+\s+)?(?:fighting|battles?|clashes)|gun\s?-?battles?|gun\s?-?fights?|fire\s?fights?|shoot-?outs?"
        r"|exchang\w+\s+(?:of\s+)?(?:heavy\s+)?(?:gun)?fire|traded\s+fire|fought\s+(?:back|with|against)|fighting\s+(?:with|between|broke|erupted|raged))\b"
        # … and those who went after the attackers, and what they did to them.
        r"|\b(?:pursu(?:ed|ing|it)|chased|gave\s+chase|hunted\s+down|went\s+after|caught\s+up\s+with)\b[^.;]{0,120}?\b(?:kill|neutrali[sz]|eliminat|shot\s+dead|exchang|wound)\w*"
        r"|\b(?:kill|neutrali[sz]|eliminat)\w*\b[^.;]{0,60}?\bin\s+(?:a|the|hot)\s+(?:\w+\s+)?(?:pursuit|chase)\b"
        r"|\b(?:driven|drove|pushed|chased)\s+(?:the\s+)?(?:attackers|assailants|gunmen|raiders|bandits|militants|rebels|jihadists)\s+(?:out|off|back|away)\b[^.;]{0,120}?\b(?:kill|neutrali[sz]|eliminat|wound)\w*",
        re.IGNORECASE,
    ),
    "attack": re.compile(
        r"\b(?:attack(?:ed|ing)|storm(?:ed|ing)|raid(?:ed|ing)|ambush(?:ed|ing)|assault(?:ed|ing)|overran)\b",
        re.IGNORECASE,
    ),
    "outage": re.compile(
        r"\bwithout\s+(?:electricity|power|heat(?:ing)?|water)\b|\b(?:black-?outs?|power\s+(?:cuts?|outages?))\b|\b(?:knock\w*|cut\w*|lost|losing)\s+(?:out\s+|off\s+)?(?:the\s+)?(?:power|electricity)\b",
        re.IGNORECASE,
    ),
}


def told_beside(parsed: Parsed, groups: list[Group]) -> list[Group]:
    """The deeds of another kind that events tell with them, each an event of its own without figures."""
    found: list[Group] = []
    order = sorted(groups, key=lambda g: min(g.sentences))
    for at, group in enumerate(order):
        if group.place is None or group.mention is None or group.mention.kind == "country":
            continue
        settled = kind_of_group(parsed, group)
        for kind in sorted(_BESIDE.get(group.kind, ())):
            if family(kind) == family(settled):
                continue
            span = _told_in(parsed, group, kind)
            if span is not None and kind == _CAUSE:
                kind = strike_kind(parsed.text[span[0] : span[1]])
                if kind == "attack" and group.kind != "outage":
                    continue  # no weapon is told
            near = (*order[max(0, at - _NEAR) : at + _NEAR], *found[-_NEAR:])
            if span is None or any(
                _same(other, group, kind) or _of_clause(other, span, kind) for other in near
            ):
                continue
            if (kind, group.kind) == ("territory_change", "attack") and _fell_only(parsed, group):
                group.kind, group.kinds = kind, Counter({kind: 1})
                break  # "retook X after a long siege in which 17 soldiers died": nothing but its fall is told
            other = Group(kind, group.place, group.mention, group.day, group.printed)
            other.weak_day, other.placed = group.weak_day, group.placed
            other.why = "told beside another deed of one place and day"
            other.sentences.append(span)
            other.kinds[kind] += 1
            _divide(group, other)
            found.append(other)
    return found


def _of_clause(other: Group, span: tuple[int, int], kind: str) -> bool:
    """Is such a deed told by a later clause of the sentence, at another place: "…, as clashes raged in Y"?"""
    alike = family(other.kind) == family(kind)
    return alike and any(span[0] < a and b <= span[1] for a, b in other.sentences)


def _divide(group: Group, other: Group) -> None:
    """Give what a fight for a town cost to its fall, where one sentence tells both."""
    if (other.kind, group.kind) == ("territory_change", "clash") and _of_town(group, other.sentences[0]):
        # Ground that changed hands tells most: the figures are told of its fall.
        group.kind, other.kind = other.kind, group.kind
        other.kinds, other.why, group.why = group.kinds, group.why, other.why
        group.kinds = Counter({group.kind: 1})


#: How a fall and what it cost are told as one, and not "seized X and killed nine there".
_COST = re.compile(
    r"\b(?:battles?|siege|offensive|fighting|operation)\b|,\s+(?:killing|leaving)\b|\bin\s+which\b",
    re.IGNORECASE,
)


def _fell_only(parsed: Parsed, group: Group) -> bool:
    """Do its sentences tell of no attack, but of what a fall cost alone?"""
    texts = [parsed.text[slice(*span)] for span in group.sentences]
    return any(map(_COST.search, texts)) and not any(
        kind in VIOLENT for text in texts for kind, _, _ in kinds_in(text)
    )


def _of_town(group: Group, span: tuple[int, int]) -> bool:
    """Is it a fight for a town, all of whose figures stand in the sentence that tells of its fall?"""
    if group.mention is None or group.mention.kind not in TOWNS:
        return False
    return bool(group.reads) and all(span[0] <= r.figure.start < span[1] for r in group.reads)


#: Posts that fell: "had overrun a garrison".
_OVERRUN = re.compile(
    r"\b(?:captured|seized|overran|overrun|retook|recaptured|occupied)\s+(?:an?|the|two|three|four|five|six|several|its|their)\s+(?:[\w-]+\s+){0,2}?(?:garrison|base|post|outpost|camp|barracks|position|checkpoint|airfield|airport|bridge|hill|island|village|town|junction)s?\b",
    re.IGNORECASE,
)
#: A town that fell, told of before: "captured it", "took control of it".
_TOOK_IT = re.compile(
    r"\b(?:captured|seized|overran|retook|recaptured|occupied|(?:took|taking|seized|gained|regained)\s+(?:full\s+)?control\s+of)\s+it\b",
    re.IGNORECASE,
)
#: How those were attacked who were then taken.
_FIRED = re.compile(r"\b(?:opened\s+fire|blew\s+up|shot\s+(?:at|dead|them|him|her))\b", re.IGNORECASE)
#: What is told of months, in which other deeds lie.
_SINCE = re.compile(
    r"\bsince\b(?!\s+(?:launching|then|the\s+(?:offensive|attack|assault))\b)|\bin\s+recent\s+(?:weeks|months|years)\b",
    re.IGNORECASE,
)


_TAKING = re.compile(r"\b(?:seized|captured|retook|recaptured|overran|liberated|took)\b")


def _told_in(parsed: Parsed, group: Group, kind: str) -> tuple[int, int] | None:
    """The first sentence of an event that tells of such a deed, too."""
    heads = {p.start for p in parsed.paragraphs if p.headline}
    for span in sorted(group.sentences):
        text = parsed.text[span[0] : span[1]]
        if span[0] in heads and len(group.sentences) > 1:
            continue  # a headline tells of several deeds in one breath: the text tells where each was
        if _SINCE.search(text):
            continue
        pattern = _SIGNS.get(kind)
        signs = (
            [match.span() for match in pattern.finditer(text)]
            if pattern is not None
            else [
                (a, b)
                for each, a, b in kinds_in(text)
                if each == kind or (kind == _CAUSE and each in STRIKES)
            ]
        )
        if kind in ("abduction", "outage"):
            signs = [*signs, *((a, b) for each, a, b in kinds_in(text) if each == kind)]
        if kind == "territory_change":
            signs = [*signs, *(match.span() for match in _OVERRUN.finditer(text))]
        if kind == "attack" and group.kind == "abduction":
            signs = [*signs, *(match.span() for match in _FIRED.finditer(text))]
        taking = kind == "territory_change" and group.mention is not None and _TAKING.search(text)
        if taking and group.mention is not None and group.mention.name in text:
            # Compiled where the name stands only: an article of many towns would compile one for each.
            taken = rf"\b(?:seized|captured|retook|recaptured|overran|liberated|took)\s+(?:(?!(?:in|near|at|from|on|to)\b)[\w’'-]+\s+){{0,4}}?{re.escape(group.mention.name)}\b"
            signs = [*signs, *(match.span() for match in re.finditer(taken, text))]
        if kind == "territory_change" and group.mention is not None:
            if group.mention.kind in TOWNS:
                signs = [*signs, *(match.span() for match in _TOOK_IT.finditer(text))]
        if any(told_as_fact(parsed, span[0], span[0] + a) for a, _ in signs):
            return span
    return None


def _same(other: Group, group: Group, kind: str) -> bool:
    """Is such a deed an event already: there and then?"""
    alike = family(other.kind) == family(kind)
    there = same_spot(other, group) or other.place is None
    return alike and there and same_day(other.day, group.day) and same_print(other.printed, group.printed)
