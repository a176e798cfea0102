"""Who is meant by "the attackers", "its forces", "the task force": doers told by a common noun."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from extract.agentsides import credited
from extract.cast import DEFINITE, Cast
from extract.drafts import sentence_around
from extract.lexicon import load
from extract.parties import named_group
from extract.shooters import opening_country
from extract.wordlists import countries, sides

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed


def is_common(actor: str) -> bool:
    """Is the actor a common noun ("gunmen"), not a name?"""
    return actor == actor.casefold()  # "al-Shabab" is a name


#: A country's, but told apart from its army.
_BY_THEMSELVES = frozenset({"police", "security forces", "coast guard"})
#: What flies for a state: whose, the text tells elsewhere.
_AIRCRAFT = frozenset({"jets", "warplanes", "air force"})


def _may_be_named(actor: str) -> bool:
    """Is it a noun behind which a listed group or a state may stand: militants, troops?"""
    words = load("actors")["nouns"]["words"]
    return actor in words or actor.split(" ")[-1] in words


def resolved(
    actor: str, parsed: Parsed, draft: Draft, frame: Frame | None, named: list[str], cast: Cast
) -> str:
    """The name behind a common noun, where the text leaves no doubt; else the noun itself.

    `named` are the actors that the article told before, the last one last.
    """
    words = load("actors")["nouns"]
    if draft.counted is None or not is_common(actor) or actor in words["bodies"] or actor in _BY_THEMSELVES:
        return actor
    if not _may_be_named(actor):
        return actor  # "the state police command", "hooded men"
    sentence = draft.counted.first.sent.text
    irregular = actor not in words["own"]
    its = re.search(rf"\b(?:its|their)\s+(?:\w+\s+)?{re.escape(actor)}\b", sentence)
    if frame is not None and frame.source is not None and (its is not None or not irregular):
        # "The army said its forces had repelled an assault."
        if its is None and actor in _AIRCRAFT and (flown := air_side(parsed.text)) is not None:
            return flown  # an army may speak of another's jets
        if not irregular and frame.source.side:
            return frame.source.side
        if not irregular and (country := opening_country(sentence)) is not None:
            return country
        body = frame.source.kind == "org" or named_group(frame.source.name) is not None
        body = body or (its is not None and its.group().startswith("its"))  # no person's jets are "its"
        if its is not None and (body or (not irregular and frame.source.kind != "person")):
            return frame.source.name
    if irregular:
        return _irregulars(actor, parsed, draft, cast)
    for name in reversed(named):
        if name in countries():
            return name
    if actor in _AIRCRAFT:
        return air_side(parsed.text) or actor
    if parsed.paragraphs[draft.paragraph].headline:
        return _owner_told(actor, parsed.text) or actor
    return actor


def _owner_told(arm: str, text: str) -> str | None:
    """ "Two killed as occupation forces raid a town": of the one country whose forces the report names."""
    owners = re.findall(rf"\b([A-Z][\w.]+)(?:['’]s)?\s+(?:[a-z-]+\s+)?{re.escape(arm)}\b", text)
    told = {side for who in owners if (side := sides().get(who.casefold())) in countries()}
    return told.pop() if len(told) == 1 else None


#: How far after the first words of men without a name their group's name is looked for, in characters.
_SOON = 700


def _irregulars(actor: str, parsed: Parsed, draft: Draft, cast: Cast) -> str:
    """Whom "the militants", or "militia fighters" whose militia is named next, are."""
    if draft.counted is None:
        return actor
    start, end = sentence_around(draft)
    at = parsed.text[start:end].casefold().find(actor)
    if at < 0:
        return actor
    at += start
    if DEFINITE.search(parsed.text, max(start, at - 40), at) is not None:
        if (meant := cast.meant(actor, at)) is not None:
            return meant
    elif (called := cast.called(actor, end, end + _SOON)) is not None:
        return called
    side = credited(draft.counted.first.sent)  # "A jihadist attack that killed 31 was claimed by the Front"
    return side if side is not None and not is_common(side) else actor


_FLOWN = re.compile(
    r"(?P<who>(?:[A-Z][\w.]+\s){0,2}?[A-Z][\w.]+)(?P<own>['’]s?)?\s+(?:(?:military|army|fighter|attack|government|regime|junta)\s+){0,2}"
    r"(?:(?:war)?planes?|jets?|aircraft|bombers?|helicopters?|gunships?|air\s?(?:strikes?|raids?|force)|airstrikes?)\b"
)
_FORCE = re.compile(
    r"(?P<who>(?:[A-Z][\w.]+\s){0,2}?[A-Z][\w.]+)(?P<own>['’]s?)?\s+(?:\w+\s+)?(?:army|military|junta|armed\s+forces|regime)\b"
)


@functools.lru_cache(maxsize=8)
def air_side(text: str) -> str | None:
    """The one country whose aircraft or air strikes a text tells of, else the one whose army it speaks of; None where several are."""
    for pattern, bare in ((_FLOWN, False), (_FORCE, False), (_FLOWN, True)):
        found = set()
        for match in pattern.finditer(text):
            who = match["who"].casefold()
            for name in (who, who.rpartition(" ")[2]):
                country = sides().get(name)
                # A "Mali air strike" fell in Mali; "Mali's" and "Malian" ones are its own.
                if country is not None and country in countries():
                    if bare or match["own"] or country.casefold() != name:
                        found.add(country)
                    break
        if found:
            return found.pop() if len(found) == 1 else None
    return None


#: Characters before a number in which the body's name is looked for: more than an article has.
_REACH = 20_000


def _is_the_group(noun: Token) -> bool:
    """ "The group", "the same movement": no other word says which."""
    beside = [
        child
        for child in noun.children
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "prep")
    ]
    pointed = any(child.lower_ in ("the", "this") for child in beside)
    return noun.lower_ in _GROUPS and pointed and all(child.lower_ in _POINTING for child in beside)


_GROUPS = frozenset({"group", "movement", "faction", "militia"})
_POINTING = frozenset(
    {"the", "this", "same", "armed", "jihadist", "rebel", "militant", "islamist", "extremist"}
)


_FORCES_FIRST = re.compile(r"(?:\A|[.!?]\s+|[—–]\s)(?P<who>(?:[A-Z][\w.-]*\s+){1,2})forces\b")


def _first_forces(parsed: Parsed, draft: Draft) -> str | None:
    """ "Coalition forces, in support of the Front, raided a camp. The forces …": those who acted in the paragraph."""
    start = parsed.paragraphs[draft.paragraph].start
    told = list(_FORCES_FIRST.finditer(parsed.text[start : draft.start]))
    if not told:
        return None
    who = told[-1]["who"].strip().casefold()
    return "coalition" if who.endswith("coalition") else sides().get(who)


def definite(parsed: Parsed, draft: Draft, verb: Token, cast: Cast) -> str | None:
    """ "The task force has conducted 37 strikes": the body named before whose name holds these words."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    # "Aircraft of the task force conducted five strikes."
    subjects += [
        n for s in subjects for of in s.children if of.lower_ == "of" for n in of.children if n.dep_ == "pobj"
    ]
    for child in subjects:
        if child.pos_ != "NOUN":
            continue
        if _is_the_group(child):
            return cast.meant("group", draft.piece.start(child))
        if child.lower_ == "forces" and (first := _first_forces(parsed, draft)) is not None:
            return first
        phrase = [
            t for t in child.subtree if t.i <= child.i and (t is child or t.dep_ in ("det", "compound"))
        ]
        if not phrase or phrase[0].lower_ not in ("the", "that", "this") or len(phrase) < 2:
            continue
        title = r"\s+".join(re.escape(t.text.capitalize()) for t in phrase[1:])
        before = parsed.text[max(0, draft.start - _REACH) : draft.start]
        if re.search(title, before) is None:
            continue  # to look for plain words alone is many times faster
        found = list(re.finditer(rf"(?:[A-Z][\w’'-]+\s+)*\b{title}\b(?:\s+[A-Z][\w’'-]+)*", before))
        if found and (len(phrase) > 2 or " " in found[-1].group()):
            return re.sub(r"^The\s+", "", found[-1].group())
    return None
