"""What the words before a place say of it: where weapons came from, where people were taken, where the hurt lie.

What is asked again and again of one place, by its figures, events and mentions, is kept.
"""

from __future__ import annotations

import functools
import re

from extract.firedfrom import whence
from extract.hearsay import told_from
from extract.places import table

#: How far before a place its phrase is looked for, in characters.
REACH = 90
_GROUNDS = re.compile(
    r"\b(?:in\s+(?:response|reaction|reply)\s+to|in\s+(?:retaliation|revenge|reprisal)\s+for|(?:retaliat\w+|reveng\w+)\s+for|to\s+avenge|avenging)\b[^.;]*\Z"
)
#: "In revenge for a strike in X which killed 11": that is told, too.
_TOLD_OF_IT = re.compile(
    r"[^.;,]{2,40}(?:,\s[A-Z][^.;,]{1,40})?,?\s(?:which|that)\s(?:had\s)?(?:killed|wounded|injured|left|claimed|cost)\b"
)
_FROM = r"\s+(?:[^\s.;]+\s+){0,4}?from\s+(?:(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:in|of|at|near)\s+|(?:near|around|outside|inside|within|behind|beyond)\s+)?(?:the\s+)?(?:(?:\w+ern|neighbou?ring|nearby|adjacent|adjoining|neighbou?r)\s+)?\Z"
_FIRED = re.compile(
    rf"(?<!prepared to )(?<!prepared to be )(?<!ready to )(?<!about to )\b(?:launch(?:ed|es|ing)?|fir(?:ed?|es|ing)|lobb?(?:ed|s|ing)?){_FROM}"
)
_FLEW = re.compile(
    rf"\b(?:sent|flown|flew|flying|coming|came|arriving|arrived|originating|crossed|crossing|infiltrated){_FROM}"
)
_CAME = re.compile(
    rf"\b(?:coming|came|come|arriving|arrived|crossed|crossing|infiltrated|returned|returning){_FROM}"
)
_TAKEN = re.compile(
    r"\b(?:flown|taken|transferred|evacuated|airlifted|rushed|moved|shifted|brought|deported|transported|carried|relocated|returned|fled|flee|fleeing|crossed|escaped)"
    r"\b[^.;]{0,60}?\b(?:to|into|toward|towards|for)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+|capital,\s+)?\Z"
    # … but those "handed over to the Red Cross in X" were freed there.
    r"|\bhanded\s+over\b[^.;]{0,60}?\bto\s+(?:the\s+)?(?:(?!(?:in|at|near|outside)\b)[\w-]+\s+){0,3}(?:of\s+)?\Z"
    r"|\b(?:sent|referred|ran|running|walked|trekked|hurried|made\s+(?:it|their\s+way))\s+(?:\w+\s+){0,2}?to\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
    # Those who leave the place of the deed, which is told before: "until the attackers withdrew towards X".
    r"|\b(?:withdr[ae]w\w*|retreat(?:ed|ing|s)?|pull(?:ed|ing)\s+(?:back|out)|f[ae]ll(?:ing)?\s+back|head(?:ed|ing)\s+(?:off|back)|made\s+off|drove\s+off|rode\s+off|went\s+back|getting\s+away|got\s+away|vanished|disappeared)"
    r"\b[^.;]{0,60}?\b(?:to|into|towards?|in\s+the\s+direction\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?\Z"
    r"|\b(?:left|leaving|departed|departing|set(?:ting)?\s+(?:out|off)|headed|heading)\s+for\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: Attackers who go on with it elsewhere: "from there they moved on to X".
_MOVED_ON = re.compile(
    r"(?<!be )(?<!were )(?<!was )(?<!been )\b(?:(?:moved|went|gone|pressed|pushed|marched|rode|drove|walked|carried|swept|rampaged)\s+on|proceeded|continued\s+on)\s+(?:in)?to\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:of\s+)?\Z"
)
#: Those who got away, beside others who died: "nine were killed and 1,200 people had walked to X", "300 families reached X".
_GOT_AWAY = re.compile(
    r"\b(?:and|while)\s+(?:[\w,]+\s+){0,4}?(?:people|residents|inhabitants|families|households|villagers|survivors|civilians|women|children|others|townspeople|locals|refugees)\s+"
    r"(?:(?:have|had|has|then|later|also|since|already)\s+){0,3}(?:(?:walked|trekked|hiked|trudged|streamed|poured|flocked|made\s+(?:it|their\s+way))\b[^.;]{0,40}?\b(?:to|into|towards?|for)|reached"
    r"|(?:arrived|(?:sought|found|took|taken)\s+(?:refuge|shelter|safety))\s+(?:in|at))\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: "The wounded were flown to X", whose hospital goes without saying.
_FLOWN_HURT = re.compile(
    r"\b(?:wounded|injured|casualties|bodies|victims|survivors|dead|them|patients|him|her)\s+(?:[a-z]+\s+){0,3}?(?:flown|taken|evacuated|transferred|airlifted|rushed|moved|shifted|brought|transported|driven|ferried|referred)\s+(?:by\s+\w+\s+)?to\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z",
    re.IGNORECASE,
)
#: "A dozen were being treated in X": where the hurt lie.
_NURSED = re.compile(
    r"\b(?:treated|hospitali[sz]ed|operated\s+on|cared\s+for|nursed|convalescing|recovering|in\s+intensive\s+care|(?:undergoing|receiving|under)\s+(?:[a-z]+\s+)?(?:treatment|surgery|care))\s+"
    r"(?:(?:elsewhere|locally)\s+)?(?:in|at)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z",
    re.IGNORECASE,
)
#: Those on their way: "a convoy on its way back to X hit a mine".
_ON_WAY = re.compile(
    r"\b(?:on\s+(?:the|its|their|his|her)\s+way(?:\s+(?:back|home|home\s+from\s+work))?|en\s+route|returning|travell?ing|heading|headed|bound|going|driving|riding|advancing|marching|fleeing|escaping)"
    r"\s+(?:back\s+|home\s+)?(?:from\s+[^.;,]{1,40}?\s+)?(?:to|for|towards?)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?\Z"
)
#: Where those set out from who came to the deed, and both ends of their way: "a ship that had left X", "on its way from X to Y".
_SET_OUT = re.compile(
    r"\b(?:(?:had|which|that|who|after)\s+(?:left|leaving)|departed(?:\s+from)?|departing(?:\s+from)?|sailed\s+from|sailing\s+from|(?:set|setting)\s+(?:out|off|sail)\s+from"
    r"|(?:took|taken|taking)\s+off\s+from|driven\s+(?:\w+\s+)?from|based\s+(?:in|at)|from\s+a\s+(?:battalion|brigade|base|unit|garrison)\s+(?:based\s+)?(?:in|at)"
    r"|(?:sent|dispatched|rushed|deployed)\s+from|on\s+(?:the|its|their|his|her)\s+way\s+(?:back\s+|home\s+)?from|en\s+route\s+from|(?:travell?ing|travell?ed|returning|returned|came\s+back|driving|going|heading|marching|moving|walking|riding|coming)\s+(?:back\s+|home\s+)?from)"
    r"\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: Who came from a town and did something elsewhere: "a patrol from X", "the attacker, from the town of X, was shot".
_FROM_THERE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Tt]wo|[Tt]hree|[Pp]olice|[Aa]rmy|[Rr]escue|[Rr]elief)\s+(?:[a-z-]+\s+){0,2}?(?:force|patrol|team|unit|squad|column|contingent|crew|convoy|delegation|brigade|reinforcements?|helicopters?)\s+from"
    r"\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
    r"|\b[a-z]+,\s+(?:all\s+|both\s+|each\s+|who\s+(?:is|was|are|were)\s+)?from\s+(?:the\s+)?(?:[A-Za-z][\w-]*\s+){0,3}?(?:(?:town|village|city|district|camp|region|province)\s+of\s+)?\Z"
)
#: Where somebody goes to see or to speak: "on a visit to X".
_VISIT = re.compile(
    r"\b(?:(?:on|during|after)\s+(?:an?|the|his|her|their)\s+(?:[a-z-]+\s+){0,2}?(?:visit|trip|tour|journey)\s+(?:to|of|in)|visiting|touring)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
#: "Nine people who had fled X", "families fleeing X came under fire": where they were before.
_FLED = re.compile(
    r"\b(?i:(?:who|which|that|after)\s+(?:(?:had|have|were|was)\s+)?(?:fled|fleeing|escaped|escaping|quit)"
    r"|(?:people|families|residents|civilians|villagers|men|women|those|refugees|soldiers|troops|crowds?|survivors)\s+(?:fleeing|escaping|leaving))"
    r"\s+(?:from\s+)?(?:the\s+)?(?:(?:nearby|neighbou?ring|(?:town|village|city|camp|district|area)s?\s+of)\s+)?\Z"
)
#: What flies to a place is aimed at it.
_AIMED = re.compile(
    r"\b(?:drones?|missiles?|rockets?|shells?|jets?|warplanes?)\b[^.;]{0,60}\Z", re.IGNORECASE
)
#: Those who live or shelter in a place, by where they had come from: "a school housing families displaced from X".
_NATIVES = re.compile(
    r"(?:\b(?:displaced|uprooted|evacuees|refugees|displaced\s+(?:people|persons|families|civilians|residents|villagers)|(?:housing|sheltering|hosting)\s+[^.;,]{0,40}?"
    r"|(?:people|families|residents|villagers|civilians)\s+(?:who\s+)?(?:had\s+)?(?:fled|escaped|come)|originally|hailing|hailed)\s+from|\bnatives?\s+of)"
    r"\s+(?:the\s+)?(?:(?:town|village|city|district|area|camp|suburb|neighbou?rhood|region|province)s?\s+of\s+|(?:nearby|neighbou?ring|northern|southern|eastern|western)\s+)?\Z"
)
_FLOWN_OUT = re.compile(
    r"\b(?:flew|ferried|rushed|airlifted|drove)\b[^.;]{0,60}?\bto\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?\Z"
)
_TOWARDS = re.compile(
    r"\b(?:to|into|toward|towards|for|reached|reaching|reach)\s+(?:the\s+)?(?:(?!in\b|at\b|near\b)[\w’'-]+\s+){0,3}(?:of\s+)?\Z"
)
#: Towns in one list with the one looked at: "hospitals in X and Y", "in X and Y's Z province".
_WITH_OTHERS = r"(?-i:(?:[A-Z][\w’'-]*\s+){0,2}[A-Z][\w’'-]*(?:,\s+|,?\s+and\s+)(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?)?){0,2}(?-i:[A-Z]\w*[’']s?\s+)?"
_IN_HOSPITAL = rf"(?:hospitals?|clinics?|morgues?|mortuar(?:y|ies)|medical\s+cent(?:er|re)s?)\s+(?:in|at|near)\s+(?:the\s+)?(?:\w+\s+){{0,2}}(?:of\s+)?{_WITH_OTHERS}"
_TO_HOSPITAL = re.compile(
    rf"\b(?:died|dead|succumbed|passed\s+away|treated|treating|admitted|taken|rushed|transferred|brought(?!\s+down)|received|moved|shifted|referred|evacuated|drove|driven|carried(?!\s+out\s+an?\b)|ferried|flown|airlifted|transported)\b[^.;]{{0,50}}?\b{_IN_HOSPITAL}\Z",
    re.IGNORECASE,
)
_AT_HOSPITAL = re.compile(rf"\b{_IN_HOSPITAL}\Z", re.IGNORECASE)
#: What is done to a hospital that takes nobody in: "drones struck a clinic in X, a doctor said".
_STRUCK_IT = re.compile(
    r"\b(?:struck|hit|bombed|shelled|attacked|targeted|destroyed|damaged|raided|stormed|burned|burnt|(?:attack|strike|raid|assault|blast|explosion|fire|shelling|bombing|rockets?|missiles?|drones?|shells?|bombs?|landed|fell|exploded)s?\s+(?:on|at|against|near))\s+(?:an?|the|two|three|several)\s+(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
#: "A nurse at a hospital in X, who declined to be named because …, said": the relative clause tells nothing of the place.
_RECEIVED = re.compile(
    r"(?:,\s+who(?:se)?\b[^.;]{0,120}?,\s|[^.;]{0,30}?)\b(?:received|receiving|receives|treated|treating|treats|admitted|took\s+in|said|say|reported)\b"
)
#: "The X hospital", whose doctors speak or to which the hurt came.
_NAMED_HOSPITAL = re.compile(
    r"\s+(?:[A-Za-z][\w’'-]*\s+){0,2}?(?:[Hh]ospitals?|[Cc]linics?|[Mm]orgue|[Mm]edical\s+(?:[Cc]ent(?:er|re)|[Cc]omplex))\b"
)
_CAME_TO = re.compile(
    r"\b(?:(?:doctors?|surgeons?|nurses?|medics?|physicians?|directors?|heads?|managers?|officials?|spokes\w+|sources?|staff|administrators?|paramedics?|superintendent|attendants?)\s+(?:at|of|from|in|with)"
    r"|(?:died|passed\s+away|succumbed|treated|treating|admitted|taken|rushed|transferred|brought|received|moved|shifted|referred|evacuated|carried|airlifted|flown|arrived|reached|sent)\b[^.;]{0,40}?\b(?:to|at|in|by))\s+(?:an?\s+|the\s+)?(?:[a-z][\w-]*\s+){0,2}\Z",
    re.IGNORECASE,
)
#: Measures of weapons on their way.
WEAPON_MEASURES = frozenset({"launched", "shot_down", "hit", "locations_hit"})
_HURT = frozenset({"killed", "injured", "casualties", "hospitalized", "missing"})
_DONE = _HURT | {
    "destroyed",
    "damaged",
    "abducted",
    "captured",
    "arrested",
    "lost_equipment",
    "released",
    "rescued",
}


def of_grounds(text: str, start: int) -> bool:
    """Does the place at `start` belong to what an attack was said to answer ("in response to the killing in X")?"""
    if _GROUNDS.search(text, max(0, start - 110), start) is None:
        return False
    return _TOLD_OF_IT.match(text, start) is None


_MEDIATORS = r"(?:(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*(?:,\s+|,?\s+and\s+))*(?:the\s+)?"
_MEDIATED = re.compile(
    rf"\b(?:(?:brokered|mediated|facilitated|sponsored|negotiated)\s+by|mediation\s+(?:by|of|from)|(?:with|under)\s+the\s+mediation\s+of)\s+{_MEDIATORS}\Z"
)
_WITH = re.compile(rf"\bwith\s+{_MEDIATORS}\Z")
_MEDIATING = re.compile(
    r"(?:(?:,\s+|,?\s+and\s+)(?:the\s+)?[A-Z][\w.’'-]*)*\s+(?:mediating|brokering|facilitating|(?:acting|serving)\s+as|as\s+(?:an?\s+|the\s+)?(?:mediators?|intermediar))"
)


def of_mediator(text: str, start: int, end: int) -> bool:
    """Does the place name who brought two sides together ("with the UAE mediating", "a deal brokered by Qatar")?"""
    low = max(0, start - REACH)
    if _MEDIATED.search(text, low, start) is not None:
        return True
    return _MEDIATING.match(text, end) is not None and _WITH.search(text, low, start) is not None


#: "Three of the wounded died on Friday in X", where they had been brought.
_DIED_LATER = re.compile(
    r"\b(?:wounded|injured|hurt|injur(?:y|ies)|wounds|burns)\b[^.;]{0,60}?\b(?:died|passed\s+away|succumbed)\b[^.;]{0,40}?\b(?:in|at)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}?(?:of\s+)?\Z"
    r"|\b(?:died|passed\s+away|succumbed)\s+(?:later\s+)?(?:of|from|to)\s+(?:their|his|her|the)\s+(?:[a-z]+\s+)?(?:wounds|injur(?:y|ies)|burns)\b[^.;]{0,40}?\b(?:in|at)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}?(?:of\s+)?\Z"
)


def nursed_at(text: str, start: int) -> bool:
    """Does the place at `start` say where the hurt lie, in a sentence that counts other things?"""
    low = max(0, start - REACH)
    return _NURSED.search(text, low, start) is not None or _TO_HOSPITAL.search(text, low, start) is not None


@functools.lru_cache(maxsize=512)
def of_hospital(text: str, start: int, end: int) -> bool:
    """Does the place say where the hospital stands to which the hurt came, not one that was struck?"""
    low = max(0, start - REACH)
    if _DIED_LATER.search(text, low, start) is not None:
        return True
    if _TO_HOSPITAL.search(text, low, start) is not None or _NURSED.search(text, low, start) is not None:
        return True
    if _NAMED_HOSPITAL.match(text, end) is not None and _CAME_TO.search(text, low, start) is not None:
        return True
    at = _AT_HOSPITAL.search(text, low, start)
    if at is None or _RECEIVED.match(text, end) is None:
        return False
    return (
        _STRUCK_IT.search(text, low, at.start()) is None or _CAME_TO.search(text, low, at.start()) is not None
    )


#: "At the burial held on Monday in X"; a funeral that is attacked is told with "a".
_BURIED = re.compile(
    r"\b(?:(?:the|their|his|her|its|whose|a\s+mass)\s+(?:burials?|funerals?|funeral\s+\w+)|(?:was|were|been|be)\s+(?:buried|laid\s+to\s+rest|interred))\b[^.;,]{0,40}?\b(?:in|at)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z"
)
_ON_IT = re.compile(
    r"\b(?:attack\w*|str[iu]\w*|hit|bomb\w*|shell\w*|target\w*|fire[sd]?|raid\w*|blast|explo\w+)\b[^.;,]{0,20}\Z",
    re.IGNORECASE,
)


def of_burial(text: str, start: int) -> bool:
    """Does the place at `start` say where the dead were buried?"""
    match = _BURIED.search(text, max(0, start - REACH), start)
    return match is not None and _ON_IT.search(text, max(0, match.start() - 40), match.start()) is None


@functools.lru_cache(maxsize=512)
def not_there(text: str, start: int, end: int) -> bool:
    """Does the place say where the hurt were taken, or whence those came who did it, rather than where it happened?"""
    return of_burial(text, start) or (
        of_hospital(text, start, end)
        or whence(text, start, end)
        or _FLOWN_HURT.search(text, max(0, start - REACH), start) is not None
    )


_OF_TWO = re.compile(
    r"\b(?:disputed|contested|divided|split|shared|agreement|deal|talks|negotiations|relations|ties|tensions?|truce|cease-?fire|disputes?|treaty|accord|contacts?|understanding)\s+(?:by|between)\s+(?:the\s+)?(?:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}\s+and\s+(?:the\s+)?)?\Z"
)


@functools.lru_cache(maxsize=512)
def no_scene(text: str, start: int, end: int) -> bool:
    """Does the place name a mediator, or one of two sides ("land disputed between X and Y", "a truce between X and Y")?"""
    return of_mediator(text, start, end) or _OF_TWO.search(text, max(0, start - REACH), start) is not None


def struck_it(text: str, noun: int) -> bool:
    """Is the hospital whose noun stands at `noun` told as struck ("the attack on a maternity clinic in X")?"""
    return _STRUCK_IT.search(text, max(0, noun - REACH), noun) is not None


_WENT_IN = re.compile(
    r"\b(?:crossed|pushed|advanced|moved|infiltrated|went|drove|burst|broke|marched|swept|rode|headed|proceeded|continued|returned|turned|pressed|retreated|withdrew)\s+(?:over\s+|back\s+)?(?:in|on|on\s+)?to\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?\Z"
)
_AND_DID = re.compile(
    r"[^.;]{0,30}?(?:(?:\s+and|,)\s+(?:\w+ly\s+)?\w+(?:ed|ing|ook|ot|ew|eld)\b|,\s+where\s)"
)


def went_in(text: str, start: int, end: int) -> bool:
    """Does the place say where those who went there then did something ("crossed into X and seized three")?"""
    low = max(0, start - REACH)
    return _WENT_IN.search(text, low, start) is not None and _AND_DID.match(text, end) is not None


def of_other_end(text: str, start: int, measure: str) -> bool:
    """Is the place at `start` the other end of a way: where weapons came from, where people went?"""
    low = max(0, start - REACH)
    if (measure in WEAPON_MEASURES or measure in _HURT) and _FIRED.search(text, low, start) is not None:
        return True
    if measure in _DONE and _CAME.search(text, low, start) is not None:
        return not told_from(text, start)
    if measure in WEAPON_MEASURES and _FLEW.search(text, low, start) is not None:
        return True
    if measure == "displaced":
        return _TOWARDS.search(text, max(0, start - 40), start) is not None
    if measure not in WEAPON_MEASURES and _ON_WAY.search(text, low, start) is not None:
        return True  # drones on their way to a town are aimed at it
    if measure in _HURT - {"hospitalized"} and (
        _FLOWN_OUT.search(text, low, start) is not None or _GOT_AWAY.search(text, low, start) is not None
    ):
        return True
    return taken_to(text, start)


@functools.lru_cache(maxsize=512)
def of_home(text: str, start: int) -> bool:
    """Does the place say where those had set out from, or are at home, who are told of ("a patrol sent from X", "families displaced from X")?"""
    low = max(0, start - REACH)
    home = any(how.search(text, low, start) is not None for how in (_SET_OUT, _NATIVES, _FROM_THERE, _FLED))
    return home and not told_from(text, start)


@functools.lru_cache(maxsize=512)
def of_way(text: str, start: int, end: int) -> bool:
    """Is the place an end of a way or a home, or was fired from, and not where those who went there then did something?"""
    low = max(0, start - REACH)
    way = _ON_WAY.search(text, low, start)
    if way is not None and not _AIMED.search(text, low, way.start()):
        return True
    if any(how.search(text, low, start) is not None for how in (_FIRED, _CAME, _VISIT)):
        return not told_from(text, start)
    return of_home(text, start) or (taken_to(text, start) and not went_in(text, start, end))


def called_so(text: str, start: int, end: int, what: str) -> bool:
    """Is the place named as a town, a governorate …? In "X, a village in Y township", X is the village."""
    near = text[max(0, start - 14) : start].casefold()
    own = text[start:end].casefold().split()[-1:] == [what]
    return (
        own
        or what in text[end : end + 14].casefold()
        or (what in near and re.search(rf"\b{what}\s+(?:in|near|outside)\s", near) is None)
    )


@functools.lru_cache(maxsize=512)
def taken_to(text: str, start: int) -> bool:
    """ "The wounded were evacuated to X": is the place at `start` one to which people were taken or fled?"""
    low = max(0, start - REACH)
    return _TAKEN.search(text, low, start) is not None and _MOVED_ON.search(text, low, start) is None


def goes_on(text: str, told: int, source: int | None, start: int) -> bool:
    """Is it one sentence from the place that ends at `told` over who speaks at `source` to the next, at `start`?"""
    if source is None or not told < source < start:
        return False
    return re.search(r"[.!?]\s+[A-Z“]", text[told:start].strip()) is None


def wider(name: str, what: str) -> bool:
    """Is the place by its name a county or a state, when a town is spoken of?"""
    return what in ("city", "town", "village") and table().is_region_word(name.split()[-1])


_ACTS = re.compile(
    r"\s+(?:(?:has|have|had|also|again|then|later|reportedly)\s+){0,2}(?:fired|launched|sent|struck|hit|attacked|shelled|bombed|bombarded|used|dropped|unleashed|carried\s+out|conducted|targeted|"
    r"shot|downed|intercepted|deployed|directed|flew|hurled|rained|pounded|mounted|staged)\b"
)


def acting(text: str, end: int) -> bool:
    """ "Overnight, Russia fired 96 drones": a country that acts, and not that of a town before the comma?"""
    return _ACTS.match(text, end) is not None
