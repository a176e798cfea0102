"""Who did it and to whom: the sides named by the predicate of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.nouns import noun_class, singular
from extract.parties import (
    acting,
    attack_nouns,
    attack_verbs,
    body_side,
    named_group,
    noun_phrase,
    outlaws,
    side_in,
)
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.clusters import Source
    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed, Piece


def _agent(verb: Token) -> str | None:
    """The side in "by …" or in the active subject of `verb`."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.text.casefold() == "by"):
            for noun in child.children:
                if side := side_in(noun_phrase(noun)):
                    return side
                for laid in noun.children:  # "by a bomb planted by the Front"
                    if laid.dep_ == "acl" and laid.tag_ == "VBN" and (side := _agent(laid)) is not None:
                        return side
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if not passive:
        for child in verb.children:
            if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP"):
                told = child.lemma_.casefold() in attack_nouns() and _laid_to(child)
                return side_in(noun_phrase(child)) or told or _named(child)
    return None


def _named(subject: Token) -> str | None:
    """A body that no list holds, as printed ("Task Force Harrier destroyed …"), never a person."""
    for child in subject.children:  # "Aircraft of Task Force Harrier struck …"
        if child.lower_ == "of" and noun_class(subject) in ("equipment", "air_weapon", "person"):
            return next((_run(noun) for noun in child.children if noun.pos_ == "PROPN"), None)
    if (
        subject.pos_ != "PROPN"
        or noun_class(subject) != "unknown"
        or subject.ent_type_ in ("PERSON", "DATE", "GPE", "LOC", "FAC")
    ):
        return None
    if subject.head.lemma_ not in attack_verbs():
        return None
    return _run(subject)


def _run(last: Token) -> str:
    """The run of proper nouns that ends at `last`."""
    first = last
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    return str(last.doc[first.i : last.i + 1].text)


def _subject_side(verb: Token) -> str | None:
    """The party that is the active subject of a verb."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return None
    return next(
        (side for c in verb.children if c.dep_ == "nsubj" and (side := side_in(noun_phrase(c)))), None
    )


def _sent_from(verb: Token, counted: Token) -> str | None:
    """ "21 drones launched at Israel from Iran": the land they came from."""
    goals = [n for at in verb.children if at.dep_ == "prep" for n in at.children if n.dep_ == "pobj"]
    for token in (verb, counted, *goals):
        for child in token.children:
            if child.lower_ == "from" and child.dep_ == "prep":
                for noun in child.children:
                    if noun.dep_ == "pobj" and (side := side_in(noun_phrase(noun), common=False)):
                        return side
    return None


def _pronoun_side(verb: Token, frame: Frame | None) -> str | None:
    """ "The army said it had killed six": "it" is the one who speaks, and acts for its side; so do "its jets"."""
    if frame is None or frame.source is None or verb.lemma_ not in attack_verbs():
        return None
    for child in verb.children:
        if child.dep_ != "nsubj":
            continue
        own = any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for c in child.children)
        if child.lower_ in ("it", "they", "we") or (own and child.lemma_.casefold() in acting()):
            return _side_of(frame.source)
    return None


def _side_of(source: Source) -> str | None:
    """For whom a source acts: its country, its armed group, or the armed body itself; None of others."""
    if source.side is not None or source.kind == "person":
        return source.side
    return body_side(source.name)


#: What is done to an attack by those who are attacked.
_FENDED = frozenset(
    {"repel", "repulse", "thwart", "foil", "halt", "stop", "defeat", "prevent", "face", "report", "count"}
)


def _beside(verb: Token) -> str | None:
    """ "Eight were killed when gunmen raided the mine": the subject of the attack told beside it."""
    for child in (c for each in (verb, *verb.conjuncts) for c in each.children):
        if (
            child.dep_ == "advcl"
            and child.lemma_ in attack_verbs()
            and any(c.lower_ in ("when", "after", "as") for c in child.children)
            and (side := _agent(child)) is not None
        ):
            return side
    return None


def _blamed(verb: Token) -> str | None:
    """The side that is blamed for or accused of something."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    for child in verb.children:
        if child.dep_ == ("nsubjpass" if passive else "dobj"):
            return side_in(noun_phrase(child))
    return None


def _fends(verb: Token) -> bool:
    """ "Shot down", "intercepted", "brought down", "suppressed"."""
    entry = load("measures")["shot_down"]
    if verb.lemma_.casefold() in str(entry["object"]).split():
        return True
    return any(child.lower_ == "down" for child in verb.children) and verb.lemma_ in _DOWN


_DOWN = frozenset({"shoot", "bring", "take", "knock", "gun"})


def _climb(verb: Token) -> Iterable[Token]:
    """The verbs above that may lend their subject, nearest first."""
    seen = 0
    token = verb
    while seen < 5:
        yield token
        if token.dep_ in ("acl", "relcl") and token.head.pos_ in ("NOUN", "PROPN"):
            yield token.head
        if token.head is token or _of_another_deed(token):
            return
        token = token.head
        seen += 1


_OTHER_TIME = frozenset({"after", "before", "following", "since"})


def told_aside(draft: Draft) -> bool:
    """Is the figure told only to say when the sentence's own deed was done ("hours after a barrage wounded seven")?"""
    if draft.counted is None:
        return False
    seat = draft.counted.seat
    return any(_of_another_deed(token) for token in (seat, *seat.ancestors))


def _of_another_deed(token: Token) -> bool:
    """Does it open what was told only to say when: "Norvia struck the port hours after a barrage wounded seven"?

    The one who acts in the main clause did not do that too; "killed ten after storming the town" is one deed.
    """
    if token.dep_ == "pobj" and token.head.lower_ in _OTHER_TIME:
        return bool(token.tag_ != "VBG")
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    return (
        own
        and token.dep_ in ("advcl", "pcomp")
        and (token.head.lower_ in _OTHER_TIME or any(child.lower_ in _OTHER_TIME for child in token.children))
    )


def actor_of(draft: Draft, frame: Frame | None) -> str | None:
    """Who did what the figure's measure says, as far as its own sentence tells."""
    found = draft.counted
    if found is None:
        return None
    if draft.measure == "launched" and found.noun is not None:
        if found.noun.head.lemma_ in attack_verbs() and (side := _subject_side(found.noun.head)) is not None:
            return side  # "militants fired three rockets from Lebanon": not Lebanon
        verbs = [found.noun.head] if found.noun.head.pos_ == "VERB" else []
        for told in (found.noun, *(c for c in found.noun.children if c.dep_ == "acl"), *verbs):
            if (side := _sent_from(told, found.last)) is not None:
                return side
        for joined in found.noun.conjuncts:  # "two missiles and five drones that the rebels launched"
            for clause in joined.children:
                if clause.dep_ in ("relcl", "acl") and clause.lemma_ in attack_verbs():
                    if (side := _agent(clause)) is not None:
                        return side
    if draft.reading is not None and draft.reading.role == "whole":
        return None
    if draft.measure == "shot_down":
        own = _shooter(draft, frame)
        return own
    trigger = (
        draft.reading.trigger.token
        if draft.reading is not None and draft.reading.trigger is not None
        else found.seat
    )
    noun = found.noun
    if (
        draft.measure in ("launched", "hit", "attacks")
        and noun is not None
        # "Hit two rebel trucks": the trucks are not what hit.
        and (draft.measure != "hit" or found.kind == "air_weapon")
        and (side := side_in(noun_phrase(noun), common=False))
    ):
        return side
    if draft.measure == "launched" and (side := _sent_from(trigger, found.last)) is not None:
        return side
    below = False  # past a noun that the clause is about
    for token in _climb(trigger):
        if below and token.lemma_ in words("reporting", "judging"):
            break  # "Norvia condemned the attacks, which killed 40"
        if token.pos_ in ("NOUN", "PROPN"):
            below = True
            if token.lemma_.casefold() in attack_nouns() and (side := side_in(noun_phrase(token))):
                return side
            continue
        if (
            frame is not None
            and frame.cue is not None
            and token.i == frame.cue.i
            and frame.piece is draft.piece
        ):
            break
        subject = [c for c in token.children if c.dep_ == "nsubj"]
        if subject and found.first in list(subject[0].subtree):
            continue  # those who are counted did not do it
        if token.lemma_ in ("blame", "accuse"):
            return _blamed(token)  # "police blamed the group for a bombing"
        if draft.measure == "attacks" and token.lemma_ in _FENDED:
            return None  # "the army repelled 17 attacks": they were another's
        if draft.measure in ("hit", "locations_hit") and token is not trigger and _fends(token):
            continue  # "it shot down 106, while 22 hit": those that hit were another's
        if subject and token is trigger and token.lemma_ in ("lose", "suffer", "sustain", "mourn"):
            # "The ministry said the other side's army lost 210 men": to those who say so.
            lost = side_in(noun_phrase(subject[0]), common=False)
            side = frame.source.side if frame is not None and frame.source is not None else None
            return side if side is not None and lost is not None and side != lost else None
        if (side := _agent(token)) is not None:
            return side
        if (side := _pronoun_side(token, frame) or _beside(token)) is not None:
            return side
    sentence = found.first.sent
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.casefold() in attack_nouns():
            if side := side_in(noun_phrase(token)) or _laid_to(token):
                return side
            head = token.head
            if (
                token.dep_ in ("dobj", "pobj")
                and head.lemma_ in ("claim", "launch", "conduct", "carry", "stage")
                and (side := _agent(head))
            ):
                return side
    for token in sentence:
        if (
            0 < token.i - found.last.i < 12
            and token.tag_ == "VBN"
            and any(c.dep_ == "agent" for c in token.children)
        ) and (side := _agent(token)):
            return side
    return credited(sentence) or _by_claimant(draft, frame)


_STATES_MEN = frozenset({"soldier", "troop", "policeman", "officer", "serviceman"})


def _by_claimant(draft: Draft, frame: Frame | None) -> str | None:
    """ "Twelve militants were killed, the army said": an armed body that counts its enemies' dead killed them."""
    if frame is None or frame.source is None or draft.measure not in ("killed", "captured", "arrested"):
        return None
    source, fallen = frame.source, singular((draft.unit or "").split(" ")[-1].casefold())
    if fallen in _STATES_MEN and source.kind != "person" and named_group(source.name) is not None:
        return named_group(source.name)  # "JNIM claimed to have killed 31 soldiers"
    if fallen not in outlaws():
        return None
    body = body_side(source.name) or (body_side(source.role) if source.role else None)
    if body is None:
        return None
    return source.side or (body if source.kind != "person" else None)


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
            if side := _agent(token):
                return side
        if lemma in ("blame", "attribute") and (side := _laid_on(token)):
            return side
        if lemma in ("blame", "accuse") and (side := _blamed(token)):
            return side
    if _CLAIMED.search(sentence.text):
        for token in sentence:
            if token.lemma_.casefold() == "claim" and (side := _agent(token)):
                return side
    return None


def _laid_on(verb: Token) -> str | None:
    """ "Blamed on the rebels", "attributed to the group": the side after the preposition."""
    for child in verb.children:
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


def _laid_to(attack: Token) -> str | None:
    """ "A strike blamed on the rebels", "an ambush claimed by the group": whose it is said to be."""
    for child in attack.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            if side := _laid_on(child) if child.lemma_ in ("blame", "attribute") else _agent(child):
                return side
    return None


def has_attack(sentence: Iterable[Token]) -> bool:
    """Does the sentence speak of attacks that may have been told before ("Tuesday's raids"), not of "a bomb" or "another"?"""
    return any(
        t.pos_ == "NOUN"
        and t.lemma_.casefold() in attack_nouns()
        and not any(c.lower_ in ("a", "an", "another") for c in t.children)
        for t in sentence
    )


def attacker_before(parsed: Parsed, draft: Draft) -> str | None:
    """The side of the attack told earlier in the paragraph ("Another Russian air attack. Six regions …")."""
    found = draft.counted
    if found is None:
        return None
    paragraph = parsed.paragraphs[draft.paragraph]
    best: tuple[int, str] | None = None
    for piece in (paragraph.frame, *paragraph.insides):
        for offset, side in reversed(attacks_in(piece)):
            if offset < draft.start:
                if best is None or offset > best[0]:
                    best = (offset, side)
                break
    return best[1] if best is not None else None


def attacks_in(piece: Piece) -> list[tuple[int, str]]:
    """Where attacks with a side are named; kept with the doc, since each number asks again."""
    kept: list[tuple[int, str]] | None = piece.doc.user_data.get("attacks")
    if kept is None:
        kept = [
            (piece.start(token), side)
            for token in piece.doc
            if token.pos_ in ("NOUN", "PROPN")
            and token.lemma_.casefold() in attack_nouns()
            and (side := side_in(noun_phrase(token), common=False))
        ]
        piece.doc.user_data["attacks"] = kept
    return kept


def _shooter(draft: Draft, frame: Frame | None) -> str | None:
    trigger = (
        draft.reading.trigger.token
        if draft.reading is not None and draft.reading.trigger is not None
        else None
    )
    if trigger is not None:
        # Of a passive ("of which 106 were shot down") only "by …" says who did it.
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in trigger.children)
        for token in [trigger] if passive else _climb(trigger):
            for child in token.children:
                if child.dep_ in ("nsubj", "agent") and token.pos_ in ("VERB", "AUX"):
                    words = noun_phrase(child) if child.dep_ == "nsubj" else list(child.subtree)
                    text = " ".join(t.text.casefold() for t in words)
                    if re.search(r"drone|missile|rocket", text):
                        continue
                    if side := side_in(words, common=child.dep_ == "agent") or _named(child):
                        return side
                    if (
                        re.search(r"forces|defen[cs]e|units|crews|systems|it\b|they\b", text)
                        and frame is not None
                        and frame.source is not None
                    ):
                        own = frame.source.name if frame.source.kind != "person" else None  # who only speaks
                        return frame.source.side or opening_country(token.sent.text) or own
            if (
                frame is not None
                and frame.cue is not None
                and frame.piece is draft.piece
                and token.i == frame.cue.i
            ):
                break
    if frame is not None and frame.source is not None and frame.source.side:
        return frame.source.side
    return None


def opening_country(sentence: str) -> str | None:
    """ "In Russia, the defence ministry said …": whose ministry it is."""
    opening = re.match(r"In\s+((?:[A-Z]\w+\s?){1,3}),", sentence)
    return sides().get(opening[1].strip().casefold()) if opening is not None else None


def target_of(draft: Draft) -> str | None:
    """What was attacked: "at", "on", "against", "into" a side, or whose things were destroyed."""
    found = draft.counted
    if found is None:
        return None
    if draft.measure in ("launched", "attacks", "hit"):
        for token in found.first.sent:
            if (
                token.text.casefold() in ("into", "at", "on", "against", "toward", "towards")
                and token.dep_ == "prep"
                and token.i > found.first.i - 30
            ):
                for child in token.children:
                    if (
                        child.pos_ == "PROPN"
                        and child.ent_type_ != "DATE"
                        and (side := side_in(noun_phrase(child), common=False))
                    ):
                        return side
        return None
    if found.noun is not None and draft.reading is not None and draft.reading.trigger is not None:
        verb = draft.reading.trigger.token
        if verb.lemma_ == "lose":  # "the ministry said Norvia lost 40 tanks"
            for child in verb.children:
                if child.dep_ == "nsubj" and (side := side_in(noun_phrase(child), common=False)):
                    return side
    if found.noun is not None:
        return side_in([t for t in noun_phrase(found.noun) if t is not found.noun], common=False)
    return None
