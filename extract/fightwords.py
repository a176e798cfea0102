"""What a sentence tells of fighting, of those who were fought off, and of deeds that are only spoken of in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: "Troops killed 24 rebels": those in uniform, and men like them who fell.
TROOPS_KILLED = re.compile(
    r"\b(?:troops|soldiers|forces|army|police|fighters|rebels|militia\w*|mission|commandos|rangers|guards)\s+(?:had\s+|have\s+)?(?:killed|eliminated|neutrali[sz]ed|wounded)\s+(?:[\w,-]+\s+){0,5}?"
    r"(?:rebels?|militants?|fighters?|insurgents?|terrorists?|gunmen|militiamen|jihadists?|bandits?|gang\s+members|gangsters|extremists|khawarij|khwarij|assailants|attackers|soldiers?|troops)\b",
    re.IGNORECASE,
)
#: "Repelled an attack, killing 24 rebels": those who attacked died.
REPELLED = re.compile(
    r"\b(?:repel\w*|repuls\w+|thwart\w+|foil\w+|fought\s+off|fend\w+\s+off|ward\w+\s+off|held\s+off|drove\s+(?:off|back)|beat\s+(?:back|off)|beaten\s+(?:back|off))\b[^.;]{0,90}\b(?:attack(?:s|ers)?|assaults?|attempts?|offensive|raid(?:s|ers)?|infiltration|incursion|advance|push|waves?)\b[^.;]{0,90}\b(?:kill\w*|eliminat\w+|neutrali[sz]\w+|dead|died|bodies|lost|losses|fell)\b"
    r"|\b(?:was|were)\s+(?:fought\s+off|repelled|repulsed|beaten\s+(?:back|off)|driven\s+(?:back|off))\b[^.;]{0,90}\b(?:kill\w*|dead|died|bodies|lost)\b"
    r"|\b(?:lost|losing)\s+(?:\w+\s+){1,2}?(?:men|soldiers|troops|policemen|marines)\b[^.;]{0,60}\b(?:kill|eliminat|neutrali[sz])(?:ed|ing)\s+(?:[\w,-]+\s+){0,3}?(?:rebels|militants|fighters|insurgents|terrorists|gunmen|jihadists)\b"
    # … or those who fired on a patrol.
    r"|\b(?:came\s+under\s+(?:fire|attack)|were\s+(?:attacked|ambushed|fired\s+(?:on|upon))|return(?:ed|ing)\s+fire|fired\s+back|shot\s+back)\b[^.;]{0,120}\b(?:kill|eliminat|neutrali[sz])(?:ed|ing)\s+(?:[\w,-]+\s+){0,5}?"
    r"(?:rebels?|militants?|fighters?|insurgents?|terrorists?|gunmen|militiamen|jihadists?|bandits?|gang\s+members|attackers|assailants|extremists)\b",
    re.IGNORECASE,
)
BEATEN_BACK = re.compile(
    r"\b(?:repel\w*|repuls\w+|stopped|fought\s+off|beat(?:en)?\s+(?:back|off)|thwart\w+)\b[^.;]{0,40}\b(?:assaults?|attacks|attempts|offensive\s+actions)\b"
    r"|\b(?:assaults|attacks)\b[^.;]{0,40}\b(?:were|was|been)\s+(?:all\s+)?(?:repel\w*|repuls\w+|stopped|beaten\s+(?:back|off))\b",
    re.IGNORECASE,
)
#: Those in arms who killed or wounded somebody.
KILLED_BY = re.compile(
    r"\b(?:troops|soldiers|forces|army|military|police|fighters|rebels|militia\w*|gunm[ae]n|settlers)\s+(?:[\w-]+\s+){0,4}?(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))\b"
    r"|\b(?:killed|wounded|injured)\s+by\s+(?:[\w-]+\s+){0,3}?(?:troops|soldiers|forces|fire|army|military|police|settlers)\b",
    re.IGNORECASE,
)
#: What is pulled down, and not attacked.
RAZED = re.compile(r"\bbulldoz\w+|\bdemolish\w*|\bdemolitions?\b", re.IGNORECASE)
#: Where a paragraph turns to another deed, with weapons of its own.
NEXT_DEED = re.compile(
    r"(?:\A\s*|(?<=[.!?”\"’]\s))(?=(?:They|It|He|She|The\s+[\w-]+)\s+(?:[\w-]+\s+)?also\b"
    r"|(?:Elsewhere|Meanwhile|Separately|Another|Later|Hours\s+later|In\s+(?:a\s+separate|another))\b)"
)
#: Gunmen who killed, with the guns they have.
BY_GUNMEN = re.compile(
    r"\b(?:gunm[ae]n|bandits?|armed\s+men)\b[^.;,]{0,60}\b(?:kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es))\b",
    re.IGNORECASE,
)
#: Captives whom nobody let go, but others came for.
BY_FORCE = re.compile(
    r"\b(?:troops|soldiers|forces|army|police|commandos|rangers|vigilantes|hunters|operatives|marines|navy)\s+(?:(?:had|have|has|also|later|then)\s+)*(?:rescued|freed|liberated|saved|retrieved|recovered)\b"
    r"|\b(?:rescued|freed|liberated)\s+by\s+(?:[\w-]+\s+){0,3}?(?:troops|soldiers|forces|army|police|commandos|rangers|vigilantes|hunters|marines|navy)\b",
    re.IGNORECASE,
)
_AMBUSH = re.compile(r"ambush", re.IGNORECASE)
#: Before the word of a fight: it is only the time or the reason of what the sentence tells.
_ASIDE = re.compile(
    r"\b(?:amid(?:st)?|after|since|before|despite|during|following|until|from|fle\w+|escap\w+|end(?:ed)?|resum\w+|fear\w*|avoid\w*|prevent\w*|displaced\s+by|driven\s+\w+\s+by)\s+(?:[\w’'-]+\s+){0,5}?\Z",
    re.IGNORECASE,
)
Sign = tuple[str, int, int]


def fight_first(sentence: str, found: list[Sign], violent: frozenset[str], weapon: int | None) -> list[Sign]:
    """ "Troops battled rebels and shelled the hills": where a fight is told before all else, its shots and shells are of it.

    `weapon` is where the sentence first names one.
    """
    fights = [each for each in found if each[0] == "clash" and not _AMBUSH.match(sentence, each[1])]
    others = [each[1] for each in found if each[0] in violent and each not in fights]
    if not fights or not others:
        return found
    first = min(fights, key=lambda each: each[1])
    if min(others) < first[1] or (weapon is not None and weapon < first[1]):
        return found
    if _ASIDE.search(sentence, max(0, first[1] - 80), first[1]):
        return found
    return [first, *(each for each in found if each is not first)]


#: What somebody is sought, held or tried for, or means to do, is not what the sentence tells.
_CHARGED = re.compile(
    r"\b(?:suspected\s+of|accused\s+of|wanted\s+(?:for|over|in)|charged\s+with|convicted\s+of|linked\s+to|involve(?:d|ment)\s+in|on\s+suspicion\s+of|in\s+connection\s+with|plann(?:ed|ing)\s+(?:to|an?|the|attacks?|bombings?)|plott(?:ed|ing)|preparing\s+(?:to|an?|the|for|attacks?))\b(?:(?!\b(?:were|was|are|is|has|have|had)\b)[^.;,]){1,90}",
    re.IGNORECASE,
)


#: "The hostilities erupted after two soldiers stepped on a mine": what a deed set off is not what it was.
_BROKE_OUT = re.compile(
    r"\b(?:fighting|hostilities|clashes|violence|tensions?|unrest|conflict|confrontations?|feud|standoff)\s+(?:[a-z]+\s+){0,4}?(?:erupted|broke\s+out|began|started|resumed|flared|escalated|intensified|worsened|soared|rose|spiked|followed)"
    r"\s+(?:up\s+|again\s+|on\s+\w+\s+){0,2}(?:after|when)\b",
    re.IGNORECASE,
)


def of_the_deed(sentence: str, at: int) -> str:
    """The sentence with such clauses blanked out, except where the figure at an offset stands in one."""
    begun = _BROKE_OUT.search(sentence) if "fter" in sentence or "when" in sentence else None
    if begun is not None and begun.end() <= at:
        sentence = " " * begun.end() + sentence[begun.end() :]
    return _CHARGED.sub(lambda m: m[0] if m.start() <= at < m.end() else " " * len(m[0]), sentence)


#: "In the north, where rebels have fought the army since 2017": the war beside which the news is told.
_OF_THE_WAR = re.compile(
    r"\b(?:where|which|who)\b[^,;.]{0,60}?\b(?:have|has)\s+(?:been\s+)?(?:fought|fighting|battled|battling|waged|waging|clashed|clashing)\b[^,;.]{0,80}?\bsince\s+(?!\w+day\b)[^,;.]*"
)


def without_war(sentence: str) -> str:
    """The sentence with what it says of a war of years left blank, so that all else stands where it stood."""
    if "since" not in sentence:
        return sentence
    return _OF_THE_WAR.sub(lambda told: " " * len(told[0]), sentence)


#: "Opened fire with mortars": shots that are shells.
_WITH_GUNS = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,5}?(?:with|from|using)\s+(?:(?:heavy|large-calib(?:re|er))\s+)?(?:(?:an?|the|its|their|several)\s+)?(?:\d+-?\s?mm\s+)?(?:mortars?|artillery|howitzers?|tanks?|rockets?|guns\b|cannons?|grad|naval)",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\b(?:vessels?|gunboats?|warships?|ships?|tanks?|helicopters?|gunships?|drones?|jets?|artillery)\s+(?:(?:had|have|has|then|later)\s+)?\Z",
    re.IGNORECASE,
)


def shots(sentence: str, matches: Iterator[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
    """The signs of shooting; a warship or a tank that opens fire shells, and so do those who do it with mortars."""
    for match in matches:
        a, b = match.span()
        if _WITH_GUNS.match(sentence, b):
            yield "shelling", a, b
        elif not _HEAVY.search(sentence, max(0, a - 40), a):
            yield "shooting", a, b
