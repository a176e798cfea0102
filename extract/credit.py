"""Who did it, where a figure's own sentence does not say: its event's other figures, a claim, a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.agents import attacks_in
from extract.agentsides import credited, fighters_of, side_of_source
from extract.drafts import Draft, sentence_around
from extract.eventkinds import STRIKES, VIOLENT
from extract.group import Group, attacker
from extract.nouns import singular
from extract.nounwords import unit_noun
from extract.opponents import is_their_side
from extract.parties import is_allied, noun_phrase, outlaws, side_in
from extract.places import table
from extract.wordlists import countries, sides

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.frames import Frame
    from extract.mentions import PlaceMention
    from extract.parse import Parsed

#: What the one who attacks does to those attacked.
DEEDS = frozenset(
    {"killed", "injured", "casualties", "destroyed", "damaged", "locations_hit", "hit", "abducted"}
)
#: Parts of these are done by whoever did the whole.
_SAME_HAND = frozenset({"killed", "injured", "casualties", "hospitalized"})
#: Kinds of events in which one side acts; in a fight for ground both do.
_ONE_SIDED = STRIKES | {"shooting", "abduction"}


def of_whole(draft: Draft, whole: str | None) -> str | None:
    """The actor of a part is that of its whole, where one deed did both ("killed 12, three of them children")."""
    if whole is None or draft.part_of is None:
        return None
    theirs = draft.part_of.measure
    same = draft.measure == theirs or {draft.measure, theirs} <= _SAME_HAND
    return whole if same and theirs != "shot_down" else None


def sent_by(draft: Draft) -> str | None:
    """Whose the weapons are that are counted: "47 Norvian drones"."""
    found = draft.counted
    if found is None or found.noun is None:
        return None
    return side_in([t for t in found.noun.subtree if t.i < found.noun.i], common=False)


def at_home(actor: str | None, mention: PlaceMention | None, actors: Iterable[str]) -> bool:
    """Would a country have struck its own land, although the text tells of another country that strikes?"""
    if actor is None or mention is None or actor not in countries():
        return False
    land = table().country(mention.place.country)
    if land is None or sides().get(land.name.casefold()) != actor:
        return False
    return any(other != actor and other in countries() for other in actors)


def lend(parsed: Parsed, groups: list[Group]) -> None:
    """Give the figures of an event the actor that its other figures or the text around it tell."""
    told = {who for g in groups for r in g.reads for who in (attacker(r), r.figure.actor)}
    rivals = frozenset(who for who in told if who is not None)
    for group in groups:
        _share(group, rivals)
    _from_claims(parsed, groups)
    _from_headline(parsed, groups)


def _named(group: Group) -> set[str]:
    """Who did the event's harm; whoever killed the attackers did not do what they did."""
    return {
        r.figure.actor
        for r in group.reads
        if r.figure.actor
        and r.figure.measure in _lent(r.figure.actor)
        and unit_noun(r.figure.unit) not in outlaws()
    }


def _lent(actor: str) -> frozenset[str]:
    """What an actor's deeds in one event may be: "gunmen" killed and wounded; who burned the houses is not told."""
    return _SAME_HAND if actor == actor.casefold() else DEEDS


def _share(group: Group, rivals: frozenset[str]) -> None:
    """All of an event's harm was done by the one who is told to have done some of it."""
    named = _named(group)
    if group.kind not in _ONE_SIDED or len(named) != 1:
        return
    actor = named.pop()
    if not at_home(actor, group.mention, rivals):
        _give(group, actor)


def _give(group: Group, actor: str) -> None:
    given = False
    for read in group.reads:
        figure = read.figure
        lost = _own_loss(read, actor) or by_others(read.draft) or lost_men(read.draft)
        lost = lost or (taken_from_outlaws(read.draft) and actor not in countries() and not is_allied(actor))
        if figure.actor is None and figure.measure in _lent(actor) and not lost:
            figure.actor = read.actor = actor
            given = True
    if given:
        group.actors[actor] += 1


def by_others(draft: Draft) -> bool:
    """Is it what hunger did, or what the other side gave in return: nobody's that the sentence names?"""
    text = draft.piece.text
    before = max(0, draft.start - 40)
    if _IN_RETURN.search(text, before, draft.start) or _OWN_DEAD.search(text, before, draft.start):
        return True
    if draft.measure == "released" and _GOT_AWAY.search(text, draft.end, draft.end + 40):
        return True  # they freed themselves
    return _NOBODYS.search(text, draft.start, draft.end + 40) is not None


def lost_men(draft: Draft) -> bool:
    """ "The assailants lost ten men": those who fell on the side of who is told of, by a hand not told."""
    trigger = draft.reading.trigger if draft.reading is not None else None
    return trigger is not None and trigger.token.lemma_ in ("lose", "suffer", "mourn")


def loses(draft: Draft, frame: Frame | None, attacker: str) -> bool:
    """ "The rebels said they had lost six men": those who speak or are told of are themselves the attackers."""
    if not lost_men(draft) or draft.reading is None or draft.reading.trigger is None:
        return False
    verb = draft.reading.trigger.token
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.lower_ not in ("it", "they", "we"):
        own = side_in(noun_phrase(subject))
    elif frame is not None and frame.source is not None:
        own = side_of_source(frame.source) or fighters_of(frame.source.name)
    else:
        own = None
    state = attacker in countries() or is_allied(attacker)
    return own is not None and (own == attacker or (singular(own.split()[-1]) in outlaws() and not state))


def taken_from_outlaws(draft: Draft) -> bool:
    """ "Forty rifles were seized": those who fight outlaws take their arms, whoever acted last in the telling."""
    trigger = draft.reading.trigger if draft.reading is not None else None
    if draft.measure == "destroyed" and _LAIRS.search(draft.unit or "") is not None:
        return True
    taken = trigger is not None and trigger.token.lemma_ in ("seize", "recover", "confiscate", "find")
    return (
        taken
        and draft.measure in ("lost_equipment", "captured")
        and _ARMS.search(draft.unit or "") is not None
    )


_MINES = re.compile(
    r"\b(?:land\s?mines?|roadside\s+bombs?|unexploded|(?:on|over|hit|struck|by)\s+an?\s+(?:[\w-]+\s+)?mine|mines?\s+(?:exploded|blew|went\s+off|detonated))\b",
    re.IGNORECASE,
)


def of_mines(draft: Draft) -> bool:
    """ "A landmine killed three": laid by nobody knows whom, whoever acted last in the telling."""
    start, end = sentence_around(draft)
    text = draft.piece.text
    if (
        "mine" not in text[start:end]
        and "bomb" not in text[start:end]
        and "unexploded" not in text[start:end]
    ):
        return False
    return _MINES.search(text, start, end) is not None


_LONG = re.compile(
    r"\b(?:(?:this|last)\s+year|since\s+(?!then)\w+|so\s+far|in\s+\d{4}|over\s+the\s+(?:past|last))\b",
    re.IGNORECASE,
)


def of_long(draft: Draft) -> bool:
    """ "Mines have killed 26 this year": of many deeds, not of the one told before."""
    return _LONG.search(draft.piece.text, *sentence_around(draft)) is not None


_LAIRS = re.compile(r"\b(?:hideouts?|caches|cache|tunnels?|dens|lairs?|strongholds?)$")
_ARMS = re.compile(
    r"\b(?:rifles?|guns?|weapons?|grenades?|firearms?|pistols?|launchers?|mortars?|rounds|explosives|vests|devices)$"
)


_IN_RETURN = re.compile(r"\bin\s+(?:exchange|return)\s+for\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")
#: "The front put its dead at nine": its own.
_OWN_DEAD = re.compile(
    r"\bput(?:s|ting)?\s+(?:its|their)\s+(?:own\s+)?(?:dead|losses|wounded|casualties)\s+at\s+(?:[\w-]+\s+){0,2}$"
)
_GOT_AWAY = re.compile(r"\b(?:escap(?:e|ed|ing)|fled|flee|broke\s+(?:out|free))\b")
_NOBODYS = re.compile(
    r"\b(?:died|dead|deaths?)\s+(?:of|from)\s+(?:hunger|starvation|malnutrition|cholera|disease|cold|thirst|measles|hypothermia)\b"
)


def _own_loss(read: Read, actor: str) -> bool:
    """Are the dead the attackers' own: gunmen killed in what gunmen did, soldiers in what an army did?"""
    return own_loss(read.figure.unit, actor) or is_their_side(read.draft, actor)


def own_loss(counted: str | None, actor: str) -> bool:
    """Are those counted the actor's own people, who were not killed by their side?"""
    unit = unit_noun(counted)
    if actor.islower() and unit not in ("", "people") and unit == unit_noun(actor):
        return True  # "vigilantes", of the vigilantes who fell
    if unit in outlaws():
        return actor not in countries() and actor not in _STATES_OWN and not is_allied(actor)
    return unit in SOLDIERS and (actor in countries() or unit in actor or actor in _STATES_OWN)


#: Bodies of a state's own, as actors are printed.
_STATES_OWN = frozenset(
    {
        "army",
        "military",
        "troops",
        "soldiers",
        "forces",
        "security forces",
        "police",
        "navy",
        "coast guard",
        "air force",
    }
)
SOLDIERS = frozenset(
    {"soldier", "troop", "policeman", "officer", "serviceman", "gendarme", "marine", "commando", "ranger"}
)


# ---------------------------------------------------------------- claims

_CREDIT = re.compile(
    r"\bclaim(?:ed|s|ing)\s+(?:\w+\s+)?(?:responsibility|the\s+(?:attack|blast|bombing|strike|raid))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no\s+(?:group|one)|nobody|not?\s+immediately|denied|denies|deny)\b", re.IGNORECASE
)


def _from_claims(parsed: Parsed, groups: list[Group]) -> None:
    """ "The Front claimed responsibility": for the attack told last before, where nobody else is said to have done it."""
    open_ = [g for g in groups if g.kind in STRIKES | {"shooting"} and not g.actors and g.reads]
    if not open_:
        return
    for number, paragraph in enumerate(parsed.paragraphs):
        if paragraph.headline or not _CREDIT.search(parsed.text, paragraph.start, paragraph.end):
            continue
        piece = paragraph.frame
        for sent in piece.doc.sents:
            if not _CREDIT.search(sent.text) or _NOBODY.search(sent.text):
                continue
            at = piece.start(sent[0])
            before = [g for g in groups if g.kind in VIOLENT and min(g.sentences)[0] <= at]
            last = max(before, key=lambda g: max(s for s in g.sentences if s[0] <= at), default=None)
            if last is None or last not in open_ or number - max(last.paragraphs, default=number) > 4:
                continue
            if (side := credited(sent)) is not None:
                _give(last, side)


# ---------------------------------------------------------------- headline


def _from_headline(parsed: Parsed, groups: list[Group]) -> None:
    """ "Norvian strikes kill nine": the first strike of the text is Norvia's."""
    first = next((g for g in groups if g.kind in STRIKES and g.reads), None)
    if first is None or first.actors:
        return
    sides_ = {side for p in parsed.paragraphs if p.headline for _, side in attacks_in(p.frame)}
    if len(sides_) == 1:
        _give(first, sides_.pop())
