"""What happened, told without a verb over the number: tolls, deeds as nouns, "among the dead", what was cut off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from extract.model import Measure
from extract.nouns import Counted, counted_as, singular
from extract.parties import outlaws
from extract.relations import reached
from extract.triggers import FEW, Reading

if TYPE_CHECKING:
    from extract.parse import Piece

#: Participles and adjectives that follow the noun they tell of: "three men dead and four wounded".
STATES = frozenset({"dead", "killed", "wounded", "injured", "missing", "hospitalized", "hospitalised"})


_TOLL = re.compile(
    r"\b(?:(?:death|casualty|fatality|overall|total|official|latest|provisional)\s+)*(?P<what>tolls?|bodies|corpses|remains|lives|number\s+of\s+(?:the\s+)?(?P<of>\w+)|count|"
    r"(?P<deaths>deaths|fatalities|killings)|(?P<injuries>injuries)|(?P<casualties>casualties)|losses)\b",
    re.IGNORECASE,
)


#: "Martyrs of the attack on a checkpoint rise to six": a headline whose verb the parse takes for a noun.
_RISE_TO = re.compile(
    r"\b(?:martyrs|dead|victims)\b[^.;:]{0,90}?\b(?:ris(?:e|es|ing|en)|rose|climb(?:s|ed|ing)?|increase[ds]?|grow(?:s|n)?|grew|up|jump(?:s|ed)?)\s+to\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:(?:at\s+least|more\s+than|about|some|nearly|another|the)\s+)*", re.IGNORECASE)


_SUPPLIES: dict[str, Measure] = {
    "power": "without_power", "electricity": "without_power", "blackout": "without_power", "outage": "without_power",
    "water": "without_water", "heating": "without_heat", "heat": "without_heat",
}  # fmt: skip
_CUT = frozenset(
    {"cut", "sever", "disrupt", "interrupt", "knock", "suspend", "halt", "shut", "lose", "disconnect"}
)
_SPREAD = frozenset({"hit", "affect", "leave", "strike", "plunge"})


def by_supply(counted: Counted) -> Reading | None:
    """ "Water was cut to 42,000 residents", "the blackout hit 1.5 million people": what was cut is named beside the verb."""
    if counted.kind not in ("elided", "household", "building", "person", "location", "unknown"):
        return None
    for verb, role, cost in reached(counted.noun if counted.noun is not None else counted.seat):
        lemma = verb.lemma_.casefold()
        # "62,000 lost power; it was restored to 40,000": to some of those who lacked it.
        cut = lemma in _CUT or (lemma == "restore" and counted.kind == "elided")
        to = cut and role in ("prep:to", "prep:for", "prep:in", "prep:across")
        if not to and not (lemma in _SPREAD and role == "object"):
            continue
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.i < counted.first.i:
                for token in (child, *child.children):
                    measure = _SUPPLIES.get(token.lemma_.casefold())
                    if measure is not None and (to or token.lemma_ in ("blackout", "outage")):
                        return Reading(measure, cost, None, "supply")
    return None


#: "While 12,400 were still without it": what they lack was named before.
_WITHOUT_IT = re.compile(
    r"\s+(?:(?!(?:that|which|who)\b)[a-z]+\s+){0,3}?(?:are|were|was|is|remain(?:ed|s)?|left|being)\s+(?:still\s+|yet\s+|now\s+)?without\s+(?:it|them|any|either)\b",
    re.IGNORECASE,
)


def without_it(piece: Piece, counted: Counted) -> Reading | None:
    """ "Power was restored to 47,600 customers, while 12,400 were still without it": the supply named last."""
    if counted.kind not in ("elided", "household", "building", "person", "location", "unknown"):
        return None
    if _WITHOUT_IT.match(piece.text, counted.end) is None:
        return None
    before = re.findall(
        r"[a-z]+", piece.text[max(0, counted.number.start - 240) : counted.number.start].casefold()
    )
    lacked = next((_SUPPLIES[word] for word in reversed(before) if word in _SUPPLIES), None)
    return Reading(lacked, 0.3, None, "supply") if lacked is not None else None


_PUT_AT = re.compile(
    r"\bput\s+(?:it|that|(?:that|the|this)\s+(?:figure|number|count|total))\s+at\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)


#: "The RSF put its dead at nine", "put their own losses at 14".
_PUT_OWN = re.compile(
    r"\bput(?:s|ting)?\s+(?:its|their|his|her|the|(?:the\s+)?[\w’' -]{2,40}?[’']s?)\s+(?:own\s+)?(?P<of>dead|wounded|losses|injured|casualties)\s+at\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
#: "Put the number of dead at 190 and that of the missing at 65".
_THAT_OF = re.compile(
    r"\b(?:that\s+of\s+(?:the\s+)?|the\s+(?=\w+\s+(?:now\s+|then\s+|already\s+)?number))(?P<of>dead|wounded|missing|injured|casualties|losses|killed|displaced|arrested|detained)\s+(?:at|to|is|was|stood\s+at|(?:now\s+|then\s+|already\s+)?number(?:s|ed)?)\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
_COUNTED_BY = re.compile(
    r"\b(?:spoke|spoken|speaks?|talk(?:s|ed)?)\s+of\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$|\b(?:I|we|they|he|she|it)\s+(?:have\s+|had\s+|also\s+|ourselves\s+|myself\s+)?counted\s+(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)


#: "The bodies of 17 people": wherever they are brought, they are the dead.
_BODIES_OF = re.compile(
    r"\b(?:bodies|corpses|remains|body\s+parts)\s+of\s+(?:(?:at\s+least|more\s+than|about|some|nearly|another|the|all|up\s+to|over|around)\s+)*$",
    re.IGNORECASE,
)


def bodies_of(piece: Piece, counted: Counted) -> Reading | None:
    """Those whose bodies are told of: dead, whatever is done with them."""
    start = counted.number.phrase_start
    if (
        counted.kind not in ("person", "elided")
        or _BODIES_OF.search(piece.text, max(0, start - 60), start) is None
    ):
        return None
    return Reading("killed", 0.0, None, "nominal")


_LABELLED = re.compile(
    r"\s*[:–—]\s*(?:(?:at\s+least|more\s+than|about|some|nearly|over|around)\s+)?", re.IGNORECASE
)


def by_head(piece: Piece, counted: Counted) -> Reading | None:
    """ "the deaths of three", "a death toll of 38", "the toll rose to 31 from 28"."""
    if counted.kind not in ("elided", "person", "unknown"):
        return None
    doc = piece.doc
    sent = counted.first.sent
    left = doc[max(sent.start, counted.first.i - 28) : counted.first.i].text
    if (own := _PUT_OWN.search(left + " ") or _THAT_OF.search(left + " ")) is not None:
        word = own["of"].casefold()
        killed = word == "losses" and counted.number.value < FEW
        measure = (
            "killed"
            if killed
            else {"losses": "casualties", "casualties": "casualties"}.get(word) or counted_as()[word]
        )
        return Reading(cast(Measure, measure), 0.9, None, "toll")
    if _RISE_TO.search(left + " "):
        return Reading("killed", 0.9, None, "toll")
    tolls = list(_TOLL.finditer(left))
    if not tolls and (_PUT_AT.search(left + " ") or _COUNTED_BY.search(left + " ")):
        told = list(_TOLL.finditer(piece.text, max(0, counted.number.start - 240), counted.number.start))
        what = told[-1].group().casefold() if told else ""
        killed = any(word in what for word in ("dead", "death", "toll", "killed", "fatalit", "bodies"))
        return Reading("killed", 0.9, None, "toll") if killed else None
    if not tolls:
        return None
    match = tolls[-1]
    between = left[match.end() :]
    if match["what"].casefold() in ("bodies", "corpses", "remains", "lives") and not _OF.fullmatch(between):
        return None
    labelled = _LABELLED.fullmatch(between) is not None  # "Death toll: 12"
    if not labelled and re.search(r"[;:]|\b(?:and|while|as|after)\b.*\b(?:were|was|have|had)\b", between):
        return None
    if not labelled and not re.search(
        r"\b(?:of|to|from|at|by|is|was|stood|stands|reached|total(?:l?ed|s|l?ing)|numbered|comprised|constituted|made\s+up|above|exceeds?|exceeded|passed|surpassed|over|nearly|about)\b[^,]*$",
        between,
    ):
        return None
    what = match.group().casefold()
    if match["injuries"] or "injur" in (match["of"] or "") or "wounded" in (match["of"] or ""):
        measure = "injured"
    elif match["casualties"] or "casualty" in what or "casualties" in (match["of"] or ""):
        measure = "casualties"
    elif match["of"]:
        measure = counted_as().get(match["of"].casefold(), "")
        if not measure:
            measure = {
                "killed": "killed",
                "dead": "killed",
                "victims": "killed",
                "died": "killed",
                "martyrs": "killed",
                "fatalities": "killed",
                "deaths": "killed",
                "arrests": "arrested",
                "displaced": "displaced",
                "missing": "missing",
            }.get(match["of"].casefold(), "")
        if not measure:
            return None
    elif "loss" in what:
        if counted.kind not in ("person", "elided"):
            return None
        measure = "killed" if counted.number.value < FEW else "casualties"
    else:
        measure = "killed"
    return Reading(cast(Measure, measure), 0.9, None, "toll")


#: "With the search continuing for 15 more", "crews are digging for at least 12 others".
_SOUGHT = re.compile(
    r"\b(?:search(?:es|ed|ing)?|hunt(?:s|ed|ing)?|look(?:s|ed|ing)?|dig(?:s|ging)?|dug|comb(?:s|ed|ing)?|scour(?:s|ed|ing)?)\b"
    r"(?:(?!\b(?:and|but|after|while|when|as|who|which|that|found|killed|were|was|had|has|have)\b)[^.;,:]){0,40}?\bfor\s+(?:the\s+|another\s+)?$",
    re.IGNORECASE,
)


def sought(piece: Piece, counted: Counted) -> Reading | None:
    """Those still looked for are missing, not found; who is hunted down is nobody's missing, and so `other`."""
    if counted.kind not in ("person", "elided"):
        return None
    start = counted.number.phrase_start
    if _SOUGHT.search(piece.text, max(0, start - 70), start) is None:
        return None
    hunted = counted.noun is not None and singular(counted.noun.text) in outlaws() | _WANTED
    return Reading("other" if hunted else "missing", 0.3, None, "noun")


_WANTED = frozenset(
    {"suspect", "accomplice", "volunteer", "recruit", "worker", "witness", "donor", "translator"}
)


_AMONG = re.compile(
    r"(?:,\s+(?:aged?\s|ages\s|both\s|all\s|each\s|including\s|among\s|\d)[^.;]{1,40},)?\s*(?:(?!\b(?:whose|who|which|that)\b)[^.;,]){0,60}?\b(?:is|are|was|were|being)\s+(?:reportedly\s+|believed\s+to\s+be\s+|(?:counted|listed|named|numbered|found)\s+)?among\s+(?:the\s+|those\s+)?(?:(?:at\s+least|about|some|nearly)\s+)?(?:[\w,]+\s+)?(?:people\s+)?(?:who\s+(?:were\s+)?)?(?P<what>dead|died|killed|slain|fallen|deceased|martyred|victims|fatalities|"
    r"wounded|injured|casualties|missing|displaced|arrested|detained|abducted|kidnapped|captured|taken|seized|released|freed|evacuated|rescued)\b",
    re.IGNORECASE,
)


def among(piece: Piece, counted: Counted) -> Reading | None:
    """ "seven soldiers were among the dead"."""
    if counted.kind not in ("person", "elided", "unknown"):
        return None
    match = _AMONG.match(piece.text, counted.end)
    return _among_as(match["what"]) if match is not None else None


#: "22 others, among them five infants, are missing": the state stands behind what is inserted.
_INSERTED = re.compile(
    r"(?:\s+and\s+(?:\d[\d,]*|[a-z-]+)(?:\s+[\w-]+){1,3}?)?\s*,\s+(?:among\s+(?:them|whom)|including|mostly|many\s+of|most\s+of|some\s+of)\s+[^;.]{2,70}?,\s+(?:(?:are|is|were|was|remain(?:s|ed)?|ha(?:ve|d|s)(?:\s+been)?)\s+)?"
    r"(?:still\s+|also\s+|reported(?:ly)?\s+|feared\s+|presumed\s+|believed\s+)*(?P<what>dead|killed|wounded|injured|missing|unaccounted|hospitali[sz]ed|died|perished|buried|executed|arrested|detained|abducted|kidnapped|captured|released|freed|"
    r"evacuated|rescued|displaced|lost\s+(?:their|his|her)\s+li(?:ves|fe))\b",
    re.IGNORECASE,
)
#: "Dozens more with injuries", "60 others with burns and shrapnel wounds".
_WITH_WOUNDS = re.compile(
    r"(?:\s+(?:more|others?))?(?:\s+(?:were|was|are|had\s+been|have\s+been|being)\s+(?:brought|taken|carried|rushed|admitted)(?:\s+in)?)?\s+(?:with|suffering(?:\s+from)?|bear(?:ing)?|bore|nurs(?:e|ing)|carr(?:y|ied|ying))\s+(?:[\w-]+(?:,)?\s+(?:and\s+)?){0,4}?(?:injur(?:y|ies)|wounds|burns|fractures|concussions?)\b",
    re.IGNORECASE,
)


_FOUND_ALIVE = re.compile(
    r"\s+(?:were|was|had\s+been|have\s+been)\s+(?:later\s+)?found\s+alive\b", re.IGNORECASE
)
#: "At least 21 soldiers reported dead"
_REPORTED = re.compile(
    r"\s+(?:reported|confirmed|presumed|feared|found|left)\s+(?P<what>dead|killed|wounded|injured|missing)\b(?!\s+(?:and|or)\b)",
    re.IGNORECASE,
)
#: "13 guards were killed and 10 soldiers and 19 civilians injured": the state of the second pair stands behind it.
_SECOND_OF = re.compile(r"\b(?:killed|martyred|dead|died|wounded|injured)\s+and\s+$", re.IGNORECASE)
_AND_BOTH = re.compile(
    r"\s+and\s+(?:\d[\d,]*|[a-z]+)\s+(?:[\w-]+\s+){1,2}?(?:were\s+|was\s+)?(?P<what>killed|wounded|injured|missing|arrested|hospitali[sz]ed)\b(?!\s+and\b)",
    re.IGNORECASE,
)


#: "It had killed or wounded 45 soldiers": both, whichever verb stands nearer.
_EITHER = re.compile(
    r"\b(?:killed|killing|kill)\s+or\s+(?:wounded|wounding|wound|injured|injuring|injure|captured|capturing|capture|detained|arrested)\s+(?:\w+\s+){0,2}[“\"]?$",
    re.IGNORECASE,
)


def either(piece: Piece, counted: Counted) -> Reading | None:
    """Those "killed or wounded", of whom the text does not say how many were either."""
    if counted.kind not in ("person", "elided", "unknown"):
        return None
    start = counted.number.start
    found = _EITHER.search(piece.text, max(0, start - 60), start)
    return Reading("casualties", 0.0, None, "object") if found is not None else None


def behind(piece: Piece, counted: Counted) -> Reading | None:
    """ "22 others, among them five infants, are missing", "60 others with burns": a state printed behind the noun."""
    if _FOUND_ALIVE.match(piece.text, counted.end):
        return Reading("rescued", 0.0, None, "noun")
    if counted.kind not in ("person", "elided"):
        return None
    match = _INSERTED.match(piece.text, counted.end)
    if match is not None:
        what = match["what"].casefold()
        dead = what in ("died", "perished", "buried", "executed") or what.startswith("lost")
        return _state_as("dead" if dead else {"unaccounted": "missing"}.get(what, what))
    start = counted.number.phrase_start
    both = _AND_BOTH.match(piece.text, counted.end)
    if both is not None and _SECOND_OF.search(piece.text, max(0, start - 24), start) is not None:
        return _state_as(both["what"])
    reported = _REPORTED.match(piece.text, counted.end)
    if reported is not None:
        return _state_as(reported["what"])
    if _WITH_WOUNDS.match(piece.text, counted.end):
        return Reading("injured", 0.5, None, "noun")
    return None


def _state_as(word: str) -> Reading | None:
    """A state printed behind those counted: of themselves, and of none told before."""
    found = _among_as(word)
    return replace(found, role="noun") if found is not None else None


#: "Among the dead in the town, in the Norvian region, were three siblings": what stands between is no count.
_AMONG_FAR = re.compile(
    r"\bamong\s+(?:the\s+|those\s+|its\s+|their\s+)?(?P<among>dead|killed|slain|fallen|deceased|martyred|victims|martyrs|fatalities|wounded|injured|casualties|missing|displaced|arrested|detained|"
    r"hostages|abducted|released|freed|evacuated|rescued)\b[^.;:\d]{0,90}?\b(?:were|was|are|is)\s+(?:also\s+)?(?:(?:at\s+least|more\s+than|about|some)\s+)?$",
    re.IGNORECASE,
)
_AMONG_LEFT = re.compile(
    r"(?:\bamong\s+(?:the\s+|those\s+|its\s+|their\s+)?(?:[\w,.]+\s+)?(?P<among>[a-z]+\s+who\s+returned|dead|killed|slain|fallen|deceased|martyred|victims|martyrs|fatalities|wounded|injured|"
    r"casualties|missing|displaced|arrested|detained|detainees|hostages|abducted|released|freed|evacuated|rescued)\b(?:\s+in\s+[\w\s-]{1,30}?)?\s*,?\s*(?:(?:were|was|are|is)\s+(?:(?:an?|the|his|her|their|one)\s+(?:(?!\b(?:who|which|that|was|were)\b)[^.;:\d]){1,50}?(?:,|\band)\s+)?)?"
    r"|\b(?:the|those|its)\s+(?:[\d,.]+\s+)?(?P<what>dead|killed|slain|fallen|deceased|martyred|victims|martyrs|fatalities|wounded|injured|casualties|missing|displaced|arrested|detained|"
    r"detainees|abducted|released|freed|evacuated|rescued)(?:\s+(?:in|at|on|from)\s+[\w’' -]{1,40}?)?\s+(?:include[ds]?|including|comprised?|(?:(?:were|have\s+been|had\s+been)\s+)?(?:identified|named|listed)\s+as|were|are)\s+(?:(?:an?|one|the|his|her|their)\s+[^.;:]{1,50}?\band\s+|(?:(?<=include\s)|(?<=includes\s)|(?<=included\s))(?:(?!(?:who|whom|whose|which|that|from|were|was)\b)[a-z’'-]+,?\s+){1,8}?and\s+)?(?:his\s+|her\s+|their\s+)?)(?P<bound>(?:at\s+least|more\s+than|about|some|nearly|up\s+to)\s+)?(?P<band>(?:an?|the|one)\s+(?:entire\s+|whole\s+)?(?:family|crew|patrol|team)\s+of\s+)?$",
    re.IGNORECASE,
)


#: "The toll includes eight patients".
_TOLL_HOLDS = re.compile(
    r"\btoll\s+(?:now\s+|also\s+)?(?:includes?|included|counts)\s+(?:(?:an?|the|his|her)\s+[^.;:\d]{1,40}?(?:,|\band)\s+)?(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)


def among_before(piece: Piece, counted: Counted) -> Reading | None:
    """ "Among the dead were 17 women", "The victims included four children"."""
    if counted.kind not in ("person", "elided", "unknown"):
        return None
    start = counted.number.start
    if _TOLL_HOLDS.search(piece.text, max(0, start - 90), start) is not None:
        return _among_as("dead")
    match = _AMONG_LEFT.search(piece.text, max(0, start - 90), start)
    if match is None and (far := _AMONG_FAR.search(piece.text, max(0, start - 150), start)) is not None:
        return _among_as(far["among"])
    if match is None or match.end() != counted.number.start:
        return None
    after = counted.last.nbor(1).lower_ if counted.last.i + 1 < len(counted.last.doc) else ""
    return None if after in STATES else _among_as(match["among"] or match["what"])


def _among_as(word: str) -> Reading | None:
    word = word.casefold().split()[-1]
    measure = {
        "victims": "killed",
        "martyrs": "killed",
        "martyred": "killed",
        "fallen": "killed",
        "deceased": "killed",
        "fatalities": "killed",
        "casualties": "casualties",
        "arrested": "arrested",
        "detained": "arrested",
        "detainees": "arrested",
        "hostages": "abducted",
        "abducted": "abducted",
        "kidnapped": "abducted",
        "taken": "abducted",
        "seized": "abducted",
        "captured": "captured",
        "released": "released",
        "returned": "released",
        "freed": "released",
        "evacuated": "evacuated",
        "rescued": "rescued",
    }.get(word) or counted_as().get(word)
    return Reading(cast(Measure, measure), 0.1, None, "among") if measure else None
