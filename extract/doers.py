"""Who is meant by "the attackers", "its forces", "the task force": doers told by a common noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.agents import opening_country
from extract.lexicon import load
from extract.wordlists import sides

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed


def is_common(actor: str) -> bool:
    """Is the actor a common noun ("gunmen"), not a name?"""
    return actor == actor.casefold()  # "al-Shabab" is a name


def resolved(actor: str, parsed: Parsed, draft: Draft, frame: Frame | None, named: list[str]) -> str:
    """The name behind a common noun, where the text leaves no doubt; else the noun itself.

    `named` are the actors that the article named before, the last one last.
    """
    words = load("actors")["nouns"]
    if draft.counted is None or not is_common(actor) or actor in words["bodies"]:
        return actor
    sentence = draft.counted.first.sent.text
    if actor in words["own"] and frame is not None and frame.source is not None:
        # "The army said its forces had repelled an assault."
        if frame.source.side:
            return frame.source.side
        if (country := opening_country(sentence)) is not None:
            return country
        its = re.search(rf"\bits\s+(?:\w+\s+)?{re.escape(actor)}\b", sentence)
        if its is not None and frame.source.kind != "person":
            return frame.source.name
    irregular = actor not in words["own"]
    pointed = re.search(rf"\b(?:the|these|those)\s+(?:\w+\s+)?{re.escape(actor)}\b", sentence, re.IGNORECASE)
    if pointed or not irregular:
        countries = set(sides().values())
        for name in reversed(named):
            if irregular != (name in countries):
                return name
    return actor


#: Characters before a number in which the body's name is looked for: more than an article has.
_REACH = 20_000


def definite(parsed: Parsed, draft: Draft, verb: Token) -> str | None:
    """ "The task force has conducted 37 strikes": the body named before whose name holds these words."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    # "Aircraft of the task force conducted five strikes."
    subjects += [
        n for s in subjects for of in s.children if of.lower_ == "of" for n in of.children if n.dep_ == "pobj"
    ]
    for child in subjects:
        if child.pos_ != "NOUN":
            continue
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
