"""What kind of event a group of figures and sentences tells, once all of them are known."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from extract.credit import SOLDIERS
from extract.deedclauses import clauses_of
from extract.eventkinds import STRIKES, VIOLENT, kinds_in
from extract.likeness import STATES
from extract.nounwords import unit_noun
from extract.parties import outlaws

if TYPE_CHECKING:
    from extract.group import Group
    from extract.parse import Parsed


def kind_of_group(parsed: Parsed, group: Group) -> str:
    """The kind told most often; "attack" only where nothing more exact is told."""
    if group.kind not in VIOLENT and not _harmed_unnamed(group):
        return group.kind
    exact = {
        kind: n for kind, n in group.kinds.items() if kind not in ("attack", "other") and kind in VIOLENT
    }
    first = min(group.sentences)
    opened = {kind for kind, _, _ in kinds_in(parsed.text[first[0] : first[1]])}
    stormed = any(
        _STORMED.search(parsed.text, *own) for span in group.sentences for own in _own(parsed, group, span)
    )
    if stormed and "bombing" in exact and not exact.keys() & (STRIKES - {"bombing"}):
        exact.pop("bombing")  # a car bomb opened the way for gunmen
        if exact.keys() <= {"shooting"} or "attack" in opened:
            return "attack"
    if exact.keys() == {"shooting"} and _BY_HAND.search(parsed.text, *first):
        return "attack"  # whoever did it was shot
    if exact.keys() == {"air_strike"} and "air_strike" not in opened and _ON_FOOT.search(parsed.text, *first):
        return "attack"  # men on the ground, whom a strike from the air was the answer to
    armed = any(_ARMED.search(parsed.text, *span) for span in group.sentences)
    raided = armed or any(_ATTACKED.search(parsed.text, *span) for span in group.sentences)
    if exact.keys() == {"shooting"} and raided and not _ONE_SHOT.search(parsed.text, *first):
        return "attack"  # gunmen who raid a village shoot at people
    if exact.keys() == {"shooting"} and not raided and not stormed and _each_lost(group):
        return "clash"  # "troops shot dead four smugglers; two soldiers were wounded"
    if "attack" in opened and not opened & exact.keys():
        # Told as an attack at first: a firefight or shots that are told later are of it.
        exact = {
            kind: n
            for kind, n in exact.items()
            if kind in STRIKES or (kind == group.kind and not stormed) or n > group.kinds["attack"]
        }
    if exact:
        told = list(group.kinds)  # of two told as often, what the event is told by first
        fight = "clash" in opened and group.kind in ("clash", "other")  # a fight, whatever was fired in it
        return max(
            exact, key=lambda k: (exact[k] + 2 * (fight and k == "clash"), k in opened, -told.index(k))
        )
    if group.kind == "attack" and _seized_by_raid(parsed, group):
        return "arrest"
    if group.kind == "attack" and (_both_sides_died(group) or _raid_fought_off(parsed, group)):
        return "clash"
    fired = any(_TROOPS_FIRED.search(parsed.text, *span) for span in group.sentences)
    if group.kind == "attack" and fired and not stormed:  # whom those stormed may have shot
        return "shooting"
    return "attack" if "attack" in group.kinds else group.kind


def _own(parsed: Parsed, group: Group, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The clauses of a sentence that count for the event, where another counts for another: "a bomb …, while gunmen …"."""
    cuts = clauses_of(parsed.text[span[0] : span[1]])
    if len(cuts) == 1:
        return [span]
    clauses = [(span[0] + a, span[0] + b) for a, b in cuts]
    own = [(a, b) for a, b in clauses if any(a <= read.figure.start < b for read in group.reads)]
    return own or [span]


def _harmed_unnamed(group: Group) -> bool:
    """Was it begun by a count that tells of no deed, as of the gunmen who came, and does it hold the harm of one?"""
    if group.kind != "other" or not group.kinds.keys() & VIOLENT:
        return False
    first = min(group.reads, key=lambda r: r.figure.start, default=None)
    harmed = any(r.figure.measure in ("killed", "injured", "casualties") for r in group.reads)
    return harmed and first is not None and first.figure.measure in STATES


#: Those in uniform who fire on a car or a crowd shoot at it; gunmen who do attack it.
_TROOPS_FIRED = re.compile(
    r"\b(?:troops|soldiers|forces|police(?:men)?|officers|guards|settlers?|snipers?|army|military|paramilitar(?:y|ies)|gendarmes|commandos)\s+(?:[a-z]+\s+){0,5}?(?:opened\s+fire|fired)\s+(?:on|at|into)\b"
    r"|\b(?:shot|gunned\s+down)\s+(?:[a-z]+\s+){0,2}?by\s+(?:[\w-]+\s+){0,3}?(?:troops|soldiers|forces|police(?:men)?|officers|guards|settlers?|snipers?|paramilitaries)\b",
    re.IGNORECASE,
)
#: What makes an attack one by men on the ground, whatever they brought with them.
_STORMED = re.compile(
    r"\b(?:storm(?:s|ed|ing)?|overran|raided|assault(?:ed)?|gunm[ae]n\s+(?:[\w-]+\s+){0,4}?(?:attacked|entered|opened|burst|shot|fired|went|got|followed|killed|came|moved|rushed|sprayed)|(?:by|and|as|after|for)\s+(?:[\w-]+\s+)?gunmen|(?:insurgents|rebels|jihadists|terrorists|militants|fighters)\s+(?:armed\s+)?with\s+(?:[\w-]+\s+){0,2}?(?:guns|rifles)|fighters\s+(?:attacked|entered)|militants\s+(?:attacked|entered)|attackers\s+(?:stormed|entered|opened))\b",
    re.IGNORECASE,
)
#: An attack with a knife or a car.
_BY_HAND = re.compile(r"\b(?:stabb(?:ed|ing)|ramm(?:ed|ing))\b", re.IGNORECASE)
#: Attacks of men on the ground alone.
_ON_FOOT = re.compile(
    r"\bambush\w*|\b(?:gunmen|jihadists?|militants|insurgents|rebels|bandits|militiamen)\s+(?:[\w-]+\s+){0,3}?(?:attacked|stormed|raided|overran|assaulted)\b",
    re.IGNORECASE,
)
_FALLEN = frozenset({"killed", "injured", "casualties", "captured"})


def _both_sides_died(group: Group) -> bool:
    """Are fighters counted in one breath with soldiers: "13 rebels and six soldiers were killed"?"""
    fallen = [r for r in group.reads if r.figure.measure in _FALLEN and r.draft.counted is not None]
    for one, then in itertools.pairwise(fallen[:3]):  # what the event is told by, not its aftermath
        if one.draft.sentence == then.draft.sentence and one.draft.piece is then.draft.piece:
            units = {unit_noun(r.figure.unit) for r in (one, then)}
            if units & outlaws() and units & SOLDIERS:
                return True
    return False


def _each_lost(group: Group) -> bool:
    """Are both outlaws and those in uniform among the fallen, wherever they are counted?"""
    units = {unit_noun(r.figure.unit) for r in group.reads if r.figure.measure in _FALLEN}
    return bool(units & outlaws()) and bool(units & SOLDIERS)


_ATTACKED = re.compile(
    r"\b(?:attacked|stormed|storming|raided|ambush(?:ed)?|assault|massacre|rampage)\b|\b(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:attack|raid)\b"
    r"|\b(?:held\s+up|waylaid|flagged\s+down|blocked|intercepted|stopped)\s+(?:an?|the|two|three|four|several|their)\s+(?:[\w-]+\s+){0,3}?(?:convoys?|bus(?:es)?|minibus(?:es)?|trucks?|lorr(?:y|ies)|vehicles?|cars?|taxis?|motorcycles?|boats?|barges?|trains?|travellers|travelers|passengers|traders)\b"
    r"|\b(?:attackers?|assailants?|gunmen|militants|bombers?)\b[^.;]{0,60}\b(?:was|were)\s+(?:\w+ly\s+)?shot\b",
    re.IGNORECASE,
)
#: Those whose shooting of people is an attack of their war.
_ARMED = re.compile(
    r"\b(?:jihadists?|militants|insurgents|rebels|terrorists|extremists|militiamen|bandits|fighters)\s+(?:[\w-]+\s+){0,3}?(?:shot|opened\s+fire|gunned)\b"
    # … and of men who come into a village for it.
    r"|\b(?:fighters|gunm[ae]n|attackers|assailants|raiders|men|militants|rebels|bandits|allies|jihadists?|they)\s+(?:[\w-]+\s+){0,5}?(?:(?:drove|rode|burst|poured|swept|came|went|stormed|moved)\s+(?:on\s+\w+day\s+)?into|entered|invaded|descended\s+on)\s+(?:the\s+|an?\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}?(?:villages?|towns?|camps?|settlements?|hamlets?|communit(?:y|ies)|market|grounds|compound|schools?|college|seminary|mosque|church|clinic|hospital)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ONE_SHOT = re.compile(r"\bwas\s+(?:\w+ly\s+)?shot\b")
_RAID = re.compile(
    r"\b(?:forces|troops|soldiers|police|army|commandos|rangers|officers)\s+(?:\w+ed\s+out\s+)?(?:had\s+)?(?:raid(?:ed|s)?|storm(?:ed|s)?|search(?:ed)?|surround(?:ed)?|conduct(?:ed)?|carried)\b"
    r"|\b(?:raid|operation)s?\s+(?:on|against|in)\s+(?:[\w-]+\s+){0,4}?(?:hideouts?|militants?|rebels?|insurgents?|terrorists?|fighters)\b",
    re.IGNORECASE,
)


def _raid_fought_off(parsed: Parsed, group: Group) -> bool:
    """Did forces raid fighters, and both sides lose some: "troops raided a hideout … two policemen were killed"?"""
    if not any(_RAID.search(parsed.text, *span) for span in group.sentences):
        return False
    return _each_lost(group)


def _seized_by_raid(parsed: Parsed, group: Group) -> bool:
    """Did forces raid a place to seize people, and kill none: "raided a compound and captured three"?"""
    if any(r.figure.measure == "killed" for r in group.reads):
        return False
    return any(_RAIDED.search(parsed.text, *span) for span in group.sentences)


_RAIDED = re.compile(
    r"\b(?:forces|troops|soldiers|police|army|commandos|rangers|officers|SDF)\b[^.;]{0,60}?\b(?:raid(?:ed|s)?|stormed|searched|swooped)\b[^.;]{0,160}?\b(?:captur|arrest|detain)"
    r"|\braid\s+by\s+(?:[\w-]+\s+){0,3}?(?:forces|troops|soldiers|police|army|commandos|rangers|officers|agents)\b[^.;]{0,160}?\b(?:captur|arrest|detain)",
    re.IGNORECASE,
)
