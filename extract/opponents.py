"""Who killed those who fell in a fight, where the text names both sides: each side's dead are the other's doing."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from extract.drafts import sentence_around
from extract.fightsides import across, lost_by_state
from extract.lexicon import load
from extract.nouns import singular
from extract.nounwords import unit_noun
from extract.parties import group_mentions, is_allied, named_group, outlaws
from extract.places import table
from extract.wordlists import countries, sides

if TYPE_CHECKING:
    from extract.cast import Cast
    from extract.drafts import Draft
    from extract.parse import Parsed

#: Men of a state, as singulars.
STATES_MEN = frozenset(
    {"soldier", "troop", "policeman", "police", "officer", "serviceman", "personnel", "marine", "ranger", "gendarme", "guard", "commando", "conscript", "paratrooper"}
)  # fmt: skip
_FALLEN = frozenset({"killed", "injured", "casualties", "captured"})
#: Words of a fight in which men stand against men.
_FIGHT = re.compile(
    r"\b(?:clash(?:es|ed)?|(?:exchange|exchanges)\s+of\s+(?:gun)?fire|gun\s?fights?|gun\s?battles?|firefights?|fighting|fought|battles?|"
    r"raid(?:s|ed)?|storm(?:ed|s)?|ambush(?:ed|es)?|assault(?:s|ed)?|offensive|attack(?:s|ed)?|overr[au]n|operations?|encounter|opened\s+fire|return(?:ed)?\s+fire|cross-?fire|shootout)\b",
    re.IGNORECASE,
)
_TWO_SIDED = re.compile(
    r"\b(?:clash(?:es|ed)?|exchanges?\s+of\s+(?:gun)?fire|gun\s?fights?|gun\s?battles?|firefights?|fighting|fought|battles?|raid|operation)\b",
    re.IGNORECASE,
)
#: A fight that is brought in here has nothing to do with those told of before.
_ANOTHER = re.compile(
    r"\b(?:an?|another|separate)\s+(?:[\w-]+\s+){0,2}(?:clash|attack|raid|ambush|assault|operation|gun\s?fight|gun\s?battle|firefight|battle|shootout|encounter)\b",
    re.IGNORECASE,
)
#: "Fighters were killed in clashes between the two": whose they were is not told.
_BETWEEN = re.compile(r"\bbetween\b[^.;]{1,80}\band\b")
#: Who may fall beside soldiers: "eleven soldiers and six clan fighters".
_BESIDE = frozenset({"fighter", "militiaman", "volunteer"})
_AND_SOLDIERS = re.compile(
    r"\b(?:soldiers|troops|policemen|officers|servicemen)\s+and\s+(?:at\s+least\s+)?$", re.IGNORECASE
)
#: What kills without anybody there, and what kills one's own.
_UNSEEN = re.compile(
    r"\b(?:bombs?|bombing|mines?|landmines?|ied|explosives?|explosions?|blasts?|crash\w*|accident|friendly|mistake\w*|suicide|drones?|missiles?|air\s?strikes?|shelling|rockets?|poison\w*|mutin\w*|stray)\b",
    re.IGNORECASE,
)
#: Characters before the sentence in which the other side is looked for.
_NEAR = 500


def opponent(parsed: Parsed, draft: Draft, cast: Cast) -> str | None:
    """The other side of the fight in which those counted fell; None where the text tells of none or of several."""
    if draft.counted is None or draft.measure not in _FALLEN or draft.part_of is not None:
        return None
    text = parsed.text
    start, end = sentence_around(draft)
    if (side := across(draft, start, end)) is not None:
        return side
    if lost_by_state(text, start, draft.start):
        return cast.foe(_begin(parsed, draft, start), end)
    low = start if _ANOTHER.search(text, start, end) else _begin(parsed, draft, start)
    if _UNSEEN.search(text, start, end) or not _FIGHT.search(text, low, end):
        return None
    unit = unit_noun(draft.unit)
    men = unit in STATES_MEN or unit in outlaws() or unit == "member"
    own = _side_of_those(text, draft, end) if men else None
    outlaw = unit in outlaws() or (unit in _MEN_OF and _of_outlaws(draft.unit))
    beside = (
        unit in _BESIDE and _AND_SOLDIERS.search(text, max(start, draft.start - 40), draft.start) is not None
    )
    if own is None and (unit in STATES_MEN or beside):
        both = _TWO_SIDED.search(text, start, end) is not None
        return _the_men(text, start, end, cast) or cast.foe(low, end, fallen=both)
    if own is None and outlaw and _BETWEEN.search(text, start, end) is None:
        return _force(text, low, draft.start) or _force(text, draft.end, end, behind=True)
    others = {side for side in _sides_in(text, low, end) if side != own}
    if own is not None and len(others) == 1:
        return others.pop()
    if own is not None and (own in countries() or is_allied(own)) and not others:
        return cast.foe(low, end)
    return None


#: What those are called who belong to a band: "gang members", "rebel commanders".
_MEN_OF = frozenset({"member", "leader", "commander", "chief", "operative", "suspect", "element"})


def _of_outlaws(unit: str | None) -> bool:
    return any(singular(word) in outlaws() for word in (unit or "").split()[:-1])


def _begin(parsed: Parsed, draft: Draft, start: int) -> int:
    """Where the words begin that may tell the other side: in the paragraph, or in the one before."""
    before = max(0, draft.paragraph - 1)
    first = draft.paragraph if parsed.paragraphs[before].headline else before
    return max(parsed.paragraphs[first].start, start - _NEAR)


def _the_men(text: str, start: int, end: int, cast: Cast) -> str | None:
    """ "Six soldiers were killed when the militants fought back": those of the sentence itself."""
    for match in _THE_MEN.finditer(text, start, end):
        noun = match[1].casefold()
        if singular(noun) in outlaws():
            return cast.meant(noun, match.start()) or noun
    return None


_THE_MEN = re.compile(r"\bthe\s+([a-z]+(?:s|men))\s+(?!were\b|was\b)")


def side_of_those(draft: Draft) -> str | None:
    """The side of those who fell, by the words at their noun; None of weapons and things, which are sent."""
    if draft.measure not in _FALLEN or draft.counted is None:
        return None
    toll = draft.reading is not None and draft.reading.role == "toll"
    if draft.counted.kind != "person" and not toll:
        return None
    return _side_of_those(draft.piece.text, draft, draft.end)


def is_their_side(draft: Draft, actor: str | None) -> bool:
    """Do those who fell bear the actor's name: "al-Shabab fighters"?"""
    theirs = side_of_those(draft) if actor is not None else None
    if theirs is None or actor is None:
        return False
    # "One U.S. service member was wounded", told after what the U.S. Central Command did.
    return theirs.casefold() == actor.casefold() or (is_allied(actor) and _state_of(actor) == theirs)


def _state_of(command: str) -> str | None:
    """The state whose a command is ("CENTCOM", "U.S. Central Command")."""
    seat = table().metonym(command)
    if seat is not None:
        return sides().get((seat.country_name or seat.name).casefold())
    first = command.split()[0].casefold()
    return sides().get(first) or sides().get(first.rstrip("."))


def _side_of_those(text: str, draft: Draft, end: int) -> str | None:
    """The side of those counted: "nine Taliban fighters", "two SDF members"."""
    phrase_end = min(end, draft.end)
    for _, _, name in group_mentions(text, _number_of(text, draft), phrase_end):
        return name
    words = text[draft.number.end : phrase_end].split()
    for word in words:
        if (
            word[:1].isupper()
            and (side := sides().get(re.sub(r"['’]s?$", "", word).casefold())) in countries()
        ):
            return side
    return None


def _number_of(text: str, draft: Draft) -> int:
    """Where the counted phrase begins: of "put the number of dead SDF members at nine", before the number."""
    if draft.reading is None or draft.reading.role != "toll":
        return draft.start
    told = _NUMBER_OF.search(text, max(0, draft.start - 80), draft.start)
    return told.start() if told is not None else draft.start


_NUMBER_OF = re.compile(
    r"\b(?:number|count|toll)\s+of\s+(?:[\w’'-]+\s+){1,6}(?:at|to|was|is|as)\s+(?:[a-z]+\s+){0,2}$"
)


@functools.cache
def _forces() -> re.Pattern[str]:
    own = load("actors")["nouns"]["own"]
    arms = "|".join(
        re.escape(arm)
        for arm in sorted(own, key=len, reverse=True)
        if arm not in ("jets", "warplanes", "regime")
    )
    return re.compile(
        rf"(?:(?P<who>(?:[A-Z][\w.]+\s)?[A-Z][\w.]+)(?:['’]s?)?\s+)?(?:[a-z-]+\s+)?\b(?P<arm>(?i:{arms}))\b"
        r"(?!['’]|\s+(?:wing|officers?|stations?|posts?|bases?|checkpoints?|vehicles?|convoys?|patrols?|spokes\w+|chiefs?|commanders?|sources?|officials?|said|says)\b)"
    )


def _force(text: str, start: int, end: int, *, behind: bool = False) -> str | None:
    """The state's force named last in a text, else first `behind` the number: its country where that is told, else the noun."""
    told = None
    for match in _forces().finditer(text, start, end):
        if _of_no_state(match["who"], match["arm"]):
            continue
        if _NUMBERED.search(text, max(start, match.start() - 20), match.start("arm")) is None:
            told = match
            if behind:
                break
    if told is None:
        return None
    who = told["who"] or ""
    country = sides().get(who.casefold()) or sides().get(who.casefold().rpartition(" ")[2])
    return country or named_group(who) or told["arm"].casefold()


def _of_no_state(who: str | None, arm: str) -> bool:
    """ "The Oak National Army": a body's name, and no state's army."""
    if not who or not arm[:1].isupper() or who in ("The", "Its", "Their"):
        return False
    known = sides().get(who.casefold()) or sides().get(who.casefold().rpartition(" ")[2])
    return known is None and named_group(who) is None and who.split()[0] != "The"


def last_force(text: str, start: int, end: int) -> str | None:
    """The country whose force, speaking or acting, is named last with its country between two offsets."""
    pattern = re.compile(rf"\b([A-Z][\w.]+)(?:['’]s?)?\s+(?:[a-z-]+\s+)?(?:{_STANDS}|Army|Forces)\b")
    told = [side for m in pattern.finditer(text, start, end) if (side := sides().get(m[1].casefold()))]
    return told[-1] if told else None


_NUMBERED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?\s+of|hundreds\s+of))\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_STANDS = r"(?:forces|troops|soldiers|army|military|police|border\s+(?:posts?|guards?|forces)|positions|posts|fighters|militants)"


def _sides_in(text: str, start: int, end: int) -> set[str]:
    """The countries and groups whose men or posts a text names."""
    found = {name for _, _, name in group_mentions(text, start, end)}
    for match in re.compile(rf"\b([A-Z][\w.]+)(?:['’]s?)?\s+(?:[a-z-]+\s+)?{_STANDS}\b").finditer(
        text, start, end
    ):
        side = sides().get(match[1].casefold())
        if side in countries():
            found.add(str(side))
    return found
