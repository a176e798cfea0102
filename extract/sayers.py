"""What those who speak say that they did themselves: "claimed to have killed 12", "its own drones struck a depot", "14 aircraft had dropped bombs"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.agentsides import side_of_source
from extract.parties import acting, attack_verbs, noun_phrase, side_in
from extract.wordlists import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.cast import Cast
    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed

_TELLS = frozenset(
    {
        "say",
        "claim",
        "announce",
        "report",
        "add",
        "state",
        "declare",
        "write",
        "confirm",
        "acknowledge",
        "boast",
        "admit",
    }
)
#: What an armed body flies and sails; drones are as often its enemy's.
_CRAFT = frozenset(
    {
        "aircraft",
        "jet",
        "warplane",
        "plane",
        "helicopter",
        "gunship",
        "frigate",
        "warship",
        "destroyer",
        "ship",
        "sortie",
    }
)


#: What only those do who hold others: a body that says it did so is the one, whatever it is.
_CATCHES = frozenset({"detain", "arrest", "apprehend", "capture", "seize", "nab"})


def own_deed(verb: Token, frame: Frame | None) -> str | None:
    """The side of the one who speaks, where the deed is told as its own."""
    if (
        frame is None
        or frame.source is None
        or frame.cue is None
        or verb.lemma_ not in attack_verbs() | {"have"} | _CATCHES
    ):
        return None
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return None
    if verb.dep_ == "xcomp" and verb.head.i == frame.cue.i and verb.head.lemma_ in ("claim", "boast"):
        return side_of_source(frame.source)  # "claimed on its channel to have killed 12"
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None and subject.lower_ == "it" and _has_fired(verb) and frame.source.kind != "person":
        return (
            side_of_source(frame.source) or frame.source.name
        )  # "an unknown group said it had launched six"
    caught = verb.lemma_ in _CATCHES and subject is not None and subject.lower_ in ("it", "they")
    if caught and frame.source.kind == "org" and frame.piece.start(verb) > (frame.source_start or 0):
        return side_of_source(frame.source) or frame.source.name  # "the FSB said it had detained four"
    if (
        subject is not None
        and subject.lemma_.casefold() in _CRAFT
        and side_in(noun_phrase(subject), common=False) is None
    ):
        return side_of_source(frame.source)  # "the military said 14 aircraft had dropped bombs"
    return None


def _has_fired(verb: Token) -> bool:
    """ "Had launched", "had fired": what a body says of itself, since only "it fired" may be said of a plane."""
    if verb.lemma_ not in ("launch", "fire"):
        return False
    if not any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return False
    # "The monitor said Norvia attacked and that it had launched 40": then "it" may be another.
    before = [t for t in verb.sent if t.i < verb.i and t.dep_ == "nsubj" and t.tag_ != "WDT"]
    return all(t.head.i in (verb.i, verb.head.i) for t in before)


def own_of_sayer(verb: Token) -> str | None:
    """ "The general staff of Norvia said its own drones struck a depot": Norvia."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.dep_ not in ("ccomp", "xcomp") or verb.head.lemma_ not in _TELLS:
        return None
    owned = any(
        child.dep_ == "poss" and child.lower_ in ("its", "their", "our") for child in subject.children
    )
    if not (subject.lower_ in ("it", "they", "we") or (owned and subject.lemma_.casefold() in acting())):
        return None
    speaker = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    return side_in(noun_phrase(speaker)) if speaker is not None else None


def of_the_other(
    parsed: Parsed, draft: Draft, frame: Frame | None, actor: str, named: list[str], cast: Cast
) -> str | None:
    """Whose weapons were sent, where `actor` is the land they came from, or the one who counts what was fired at it."""
    if draft.measure not in ("launched", "hit") or actor not in countries():
        return actor
    source = side_of_source(frame.source) if frame is not None and frame.source is not None else None
    if actor == source and _told_as_suffered(draft):
        return next((name for name in reversed(named) if name != actor and name[:1].isupper()), None)
    if _from_land(draft, actor):
        groups = cast.irregular_groups()
        if len(groups) == 1 and actor not in named[:-1]:
            return groups.pop()  # "35 rockets were fired from Norvia", where the Front sits
    return actor


def _told_as_suffered(draft: Draft) -> bool:
    """ "The army said 46 missiles were fired": a passive, with nobody who fired them."""
    trigger = draft.reading.trigger if draft.reading is not None else None
    found = draft.counted
    if found is None or found.group == "its" or found.kind not in ("air_weapon", "elided"):
        return False
    if draft.reading is not None and draft.reading.role == "left out":
        return True  # "all but three of the missiles were intercepted"
    if trigger is None:
        return False
    verb = trigger.token
    if any(child.dep_ == "agent" for child in verb.children):
        return False
    struck = draft.measure == "hit" and trigger.rule.role == "subject"
    return struck or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _from_land(draft: Draft, actor: str) -> bool:
    after = draft.piece.text[draft.end : draft.end + 70]
    return re.search(rf"\bfrom\s+(?:\w+ern\s+)?{re.escape(actor)}\b", after) is not None
