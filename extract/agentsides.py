"""The side that a verb or a noun names: as its subject, after "by" or "from", or as the one it is laid to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.nouns import noun_class
from extract.parties import (
    UNLISTED_NAME,
    acting,
    attack_nouns,
    attack_verbs,
    body_side,
    group_mentions,
    is_group_name,
    noun_phrase,
    side_in,
)
from extract.wordlists import sides

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.clusters import Source
    from extract.frames import Frame


#: What kills without being anybody's deed.
_WARS = frozenset({"war", "conflict", "insurgency", "uprising", "rebellion", "crisis"})


def agent_side(verb: Token) -> str | None:
    """The side in "by …" or in the active subject of `verb`."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.text.casefold() == "by"):
            for noun in child.children:
                if side := side_in(noun_phrase(noun)):
                    return side
                if noun.pos_ == "PROPN":
                    if (group := _group_from(noun)) is not None:
                        return group
                    if UNLISTED_NAME.fullmatch(_run(noun)) is not None:
                        return _run(noun)
                for laid in noun.children:  # "by a bomb planted by the Front"
                    if laid.dep_ == "acl" and laid.tag_ == "VBN":
                        if (side := agent_side(laid) or _fired_from(laid)) is not None:
                            return side
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if not passive:
        for child in verb.children:
            if child.dep_ == "csubj" and child.lemma_ in attack_verbs():
                return agent_side(child)  # "Shelling by the rebels killed three"
            if child.dep_ == "nsubj" and child.lemma_ in _WARS:
                return None  # "Syria's war has killed …"
            if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP"):
                told = child.lemma_.casefold() in attack_nouns() and laid_to(child)
                side = side_in(noun_phrase(child))
                own = side is not None and side in load("actors")["nouns"]["own"]
                return (named_body(child) if own else None) or side or told or named_body(child)
        if (
            verb.dep_ == "acl"
            and verb.tag_ == "VBN"
            and verb.lemma_ in attack_verbs()
            and verb.head.i < verb.i
        ):
            # "Foreign-backed rebels executed 19 villagers": no participle that is said of the rebels has an object.
            if any(c.dep_ == "dobj" for c in verb.children):
                return side_in(noun_phrase(verb.head))
    return None


def _fired_from(verb: Token) -> str | None:
    """ "Damaged by shells fired from the Norvian side"."""
    if verb.lemma_ not in ("fire", "launch", "lob", "shoot"):
        return None
    return sent_from(verb, verb)


def _group_from(noun: Token) -> str | None:
    """ "The Group for the Support of …": the name goes on where the parse ends the phrase."""
    words = str(noun.doc[noun.i : noun.i + 9].text)
    return next((name for start, _, name in group_mentions(words, 0, len(words)) if start == 0), None)


def named_body(subject: Token) -> str | None:
    """A body that no list holds, as printed ("Task Force Harrier destroyed …"), never a person."""
    for child in subject.children:  # "Aircraft of Task Force Harrier struck …"
        things = noun_class(subject) in ("equipment", "air_weapon", "person")
        if child.lower_ == "of" and (things or subject.lower_ in load("actors")["nouns"]["own"]):
            runs = (_run(noun) for noun in child.children if noun.pos_ == "PROPN")
            return next((run for run in runs if not run.startswith("Operation")), None)
    if subject.lemma_.casefold() in _MEN_OF_BODY:  # "FSB officers detained two men"
        body = next(
            (c for c in subject.children if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), None
        )
        return _run(body) if body is not None and body.text.isupper() and len(body.text) > 2 else None
    if (
        subject.pos_ != "PROPN"
        or noun_class(subject) != "unknown"
        or subject.ent_type_ in ("PERSON", "DATE", "GPE", "LOC", "FAC")
    ):
        return None
    if subject.head.lemma_ not in attack_verbs():
        return None
    return _run(subject)


#: The men of a body that stands before them by its letters.
_MEN_OF_BODY = frozenset(
    {"officer", "agent", "operative", "employee", "commando", "personnel", "investigator"}
)


def _run(last: Token) -> str:
    """The run of proper nouns that ends at `last`."""
    first = last
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    return str(last.doc[first.i : last.i + 1].text)


def subject_side(verb: Token) -> str | None:
    """The party that is the active subject of a verb."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return None
    return next(
        (side for c in verb.children if c.dep_ == "nsubj" and (side := side_in(noun_phrase(c)))), None
    )


def of_first(verb: Token) -> str | None:
    """ "Troops, advised by the coalition, cleared a cave": the subject of the first of two verbs, where the second has none."""
    if verb.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None
    return subject_side(verb.head)


def arm_of(verb: Token, side: str) -> str | None:
    """The arm of a state that is the subject of a verb, as printed: of "Iraqi Security Forces" the "security forces"."""
    own = load("actors")["nouns"]["own"]
    for child in (c for token in (verb, verb.head) for c in token.children if c.dep_ == "nsubj"):
        words = sorted(noun_phrase(child), key=lambda t: t.i)
        at = next((n for n, t in enumerate(words) if sides().get(t.text.casefold()) == side), None)
        if at is None:
            continue
        arm = "".join(t.text_with_ws for t in words[at + 1 :]).strip()
        if arm.casefold() in own:
            return arm.casefold()
        if _ARM.fullmatch(arm) is not None:
            return arm
    return None


#: "Counter Terrorism Service", "Border Guard": a force of a state's own, by its name.
_ARM = re.compile(
    r"(?:[A-Z][\w-]*\s+){1,4}(?:Service|Command|Guards?|Corps|Police|Bureau|Regiment|Brigade|Division|Battalion|Units?|Forces?)"
)


def sent_from(verb: Token, counted: Token) -> str | None:
    """ "21 drones launched at Israel from Iran": the land they came from."""
    goals = [n for at in verb.children if at.dep_ == "prep" for n in at.children if n.dep_ == "pobj"]
    for token in (verb, counted, *goals):
        for child in token.children:
            if child.lower_ == "from" and child.dep_ == "prep":
                for noun in child.children:
                    if noun.dep_ == "pobj" and (side := side_in(noun_phrase(noun), common=False)):
                        return side
    return None


#: What the attacked do: "it had repelled an attack, killing 150".
_BEATEN_OFF = frozenset({"repel", "repulse", "thwart", "foil"})


def pronoun_side(verb: Token, frame: Frame | None, deed: Token | None = None) -> str | None:
    """ "The army said it had killed six": "it" is the one who speaks, and acts for its side; so do "its jets"."""
    if frame is None or frame.source is None:
        return None
    # "It had lost 23 men and killed 200": the second verb has the subject of the first.
    joined = deed is not None and deed in verb.conjuncts and deed.lemma_ in attack_verbs()
    if verb.lemma_ not in attack_verbs() | _BEATEN_OFF and not joined:
        return None
    for child in verb.children:
        if child.dep_ != "nsubj":
            continue
        own = any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for c in child.children)
        if child.lower_ == "they" and frame.piece.start(child) < (frame.source_start or 0):
            continue  # "They seized 21 rifles, officials said": those told of before
        if child.lower_ == "it" and (other := _named_before(child, frame)) is not None:
            return other
        if child.lower_ in ("it", "they", "we") or (own and child.lemma_.casefold() in acting()):
            return side_of_source(frame.source) or fighters_of(frame.source.name)
    return None


def fighters_of(name: str) -> str | None:
    """ "Syrian rebels": what they are, of a source that is no more than armed men of a sort."""
    last = name.split(" ")[-1].casefold()
    nouns = load("actors")["nouns"]
    return last if last in nouns["words"] and last not in nouns["own"] else None


def _named_before(pronoun: Token, frame: Frame) -> str | None:
    """ "The Front is active in the hills, where it has killed 29, according to the army": the Front, not the army."""
    if frame.source_start is None or frame.piece.start(pronoun) > frame.source_start:
        return None
    for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            return side_in(noun_phrase(token), common=False)
    return None


def side_of_source(source: Source) -> str | None:
    """For whom a source acts: its country, its armed group, or the armed body itself; None of others."""
    if source.side is not None:
        return source.side
    if source.kind == "person" and not is_group_name(source.name):
        return None  # a group's name may be taken for a man's: "Al Shabaab said its men …"
    return body_side(source.name)


#: "Tried to storm the post": an attack all the same.
_TRY = frozenset({"try", "attempt", "seek", "begin", "start", "want"})


def attacker_beside(verb: Token) -> str | None:
    """ "Eight were killed when gunmen raided the mine": the subject of the attack told beside it."""
    if any(c.dep_ == "nsubj" and c.lemma_.casefold() in attack_nouns() for c in verb.children):
        return None  # "A strike killed nine as gunmen seized a bus": two deeds
    for child in (c for each in (verb, *verb.conjuncts) for c in each.children):
        tried = child.lemma_ in _TRY and any(
            c.dep_ == "xcomp" and c.lemma_ in attack_verbs() for c in child.children
        )
        if (
            child.dep_ == "advcl"
            and (tried or child.lemma_ in attack_verbs() | {"enter", "overtake", "fight"})
            and any(c.lower_ in ("when", "after", "as") for c in child.children)
            and not any(c.dep_ == "npadvmod" and c.i < child.i for c in child.children)  # "hours after"
            and (side := agent_side(child)) is not None
        ):
            return side
    return None


def blamed_side(verb: Token) -> str | None:
    """The side that is blamed for or accused of something."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    for child in verb.children:
        if child.dep_ == ("nsubjpass" if passive else "dobj"):
            return side_in(noun_phrase(child))
    return None


def _laid_on(verb: Token) -> str | None:
    """ "Blamed on the rebels", "attributed to the group": the side after the preposition."""
    things = [
        child for child in verb.children if child.dep_ == "dobj"
    ]  # "attributing the attack to the group"
    for child in (c for each in (verb, *things) for c in each.children):
        if child.lower_ not in ("on", "to"):
            continue
        for noun in child.children:
            if noun.dep_ != "pobj":
                continue
            words = noun_phrase(noun)
            if noun.pos_ == "ADJ":  # "on the paramilitary Rapid Support Forces": the name goes on
                words += [t for t in noun.sent[noun.i + 1 - noun.sent.start :][:4] if t.pos_ == "PROPN"]
            if side := side_in(words, common=False) or side_in(words):
                return side
    return None


def laid_to(attack: Token) -> str | None:
    """ "A strike blamed on the rebels", "an ambush claimed by the group": whose it is said to be."""
    for child in attack.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            if side := _laid_on(child) if child.lemma_ in ("blame", "attribute") else agent_side(child):
                return side
    return None


_CREDIT = re.compile(r"\b(?:blam|accus|claim|attribut)\w+", re.IGNORECASE)
_CLAIMED = re.compile(r"claim\w*\s+(?:responsibility|dual|the\s+attack)")


def credited(sentence: Span) -> str | None:
    """Whom a sentence says the deed to be of: "claimed by the group", "blamed on the rebels", "blaming Norvia"."""
    if _CREDIT.search(sentence.text) is None:
        return None
    for token in sentence:
        lemma = token.lemma_.casefold()
        # "The attack, which wounded scores, was claimed by the group".
        if lemma == "claim" and any(c.dep_ == "agent" for c in token.children):
            if side := agent_side(token):
                return side
        if lemma in ("blame", "attribute") and (side := _laid_on(token)):
            return side
        if lemma in ("blame", "accuse") and (side := blamed_side(token)):
            return side
    if _CLAIMED.search(sentence.text):
        for token in sentence:
            if token.lemma_.casefold() == "claim" and (side := agent_side(token)):
                return side
    return None


def whom_it(verb: Token) -> str | None:
    """ "Norvia had released ten fishermen whom it had captured": "it" is the subject of the clause before."""
    if not any(c.dep_ == "nsubj" and c.lower_ in ("it", "they") for c in verb.children):
        return None
    if verb.lemma_ not in attack_verbs():
        return None
    before = [t for t in verb.sent if t.i < verb.head.i and t.dep_ == "nsubj" and t.pos_ in ("PROPN", "NOUN")]
    return side_in(noun_phrase(before[-1])) if before else None
