"""Who stood against whom, where one sentence tells both: "the rebels took the town after clashes with militias"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.nouns import singular
from extract.nounwords import unit_noun
from extract.parties import noun_phrase, side_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.drafts import Draft

_FIGHTS = frozenset(
    {"clash", "fight", "fighting", "battle", "skirmish", "gunfight", "gunbattle", "firefight"}
)
#: Looked for first, since most sentences tell of no fight.
_AGAINST = re.compile(
    r"\b(?:clash|f[io]ught|fight|battl|skirmish|gunfight|gunbattle|firefight)\w*\s+(?:\w+\s+)?(?:with|against)\b"
)


def across(draft: Draft, start: int, end: int) -> str | None:
    """The side that those counted fought: of "clashes with militias that left eight militiamen dead", who clashed."""
    found, unit = draft.counted, unit_noun(draft.unit)
    if found is None or unit is None or _AGAINST.search(draft.piece.text, start, end) is None:
        return None
    for token in found.first.sent:
        if token.lemma_.casefold() not in _FIGHTS:
            continue
        foe = next(
            (
                n
                for c in token.children
                if c.lower_ in ("with", "against")
                for n in c.children
                if n.dep_ == "pobj"
            ),
            None,
        )
        actor = _acting(token)
        if foe is None or actor is None:
            continue
        if _are(unit, foe):
            return side_in(noun_phrase(actor))
        if _are(unit, actor):
            return side_in(noun_phrase(foe))
    return None


def _acting(fight: Token) -> Token | None:
    """The subject of the fight's own verb, or of the first above it."""
    for token in (fight, *fight.ancestors):
        for child in token.children:
            if child.dep_ == "nsubj" and child.i < fight.i:
                return child
            if child.dep_ == "agent" and child.i < fight.i:
                return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _are(unit: str, men: Token) -> bool:
    """Are those counted called by the men's noun: "militiamen" of "militias", "fighters" of "clan fighters"?"""
    noun = singular(men.lower_)
    return noun == unit or unit.removesuffix("man") == noun


#: "Did not mention government losses, but an officer put them at 11".
_OWN_LOSSES = re.compile(
    r"\b(?:government|army|military|police)(?:['’]s)?\s+(?:own\s+)?losses\b|"
    r"\b(?:army|military|government|ministry|police)\b[^.;]{1,80}\b(?:its|their)\s+(?:own\s+)?losses\b",
    re.IGNORECASE,
)
_PUT_AT = re.compile(r"\bput(?:s|ting)?\s+(?:them|these|those)\s+at\s+[^.;]{0,40}$")


def lost_by_state(text: str, start: int, offset: int) -> bool:
    """Is the number before `offset` that of a state's own losses, as a sentence from `start` on puts it?"""
    return (
        _PUT_AT.search(text, max(start, offset - 80), offset) is not None
        and _OWN_LOSSES.search(text, start, offset) is not None
    )
