"""Who did it and to whom: the sides named by the predicate of a figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.agentsides import (
    agent_side,
    attacker_beside,
    blamed_side,
    credited,
    laid_to,
    pronoun_side,
    sent_from,
    subject_side,
    whom_it,
)
from extract.bystanders import LOSES, TELLS, behind_cue, tells_count, tends, told_first
from extract.claimedfoes import by_claimant
from extract.lexicon import load
from extract.mendeeds import MENS_DEEDS, men_as_told, men_of, suffers, whose_clause
from extract.parties import (
    attack_nouns,
    attack_verbs,
    noun_phrase,
    side_in,
)
from extract.sayers import own_deed
from extract.shooters import climb, of_another_deed, shooter, verb_of
from extract.wordlists import countries, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.drafts import Draft
    from extract.frames import Frame
    from extract.parse import Parsed, Piece


#: What those do who bring two sides together.
_BROKERS = frozenset(
    {"mediate", "broker", "facilitate", "arrange", "negotiate", "help", "assist", "oversee", "host"}
)
#: What is done to an attack by those who are attacked.
_FENDED = frozenset(
    {"repel", "repulse", "thwart", "foil", "halt", "stop", "defeat", "prevent", "face", "report", "count"}
)


def _fends(verb: Token) -> bool:
    """ "Shot down", "intercepted", "brought down", "suppressed"."""
    entry = load("measures")["shot_down"]
    if verb.lemma_.casefold() in str(entry["object"]).split():
        return True
    return any(child.lower_ == "down" for child in verb.children) and verb.lemma_ in _DOWN


_DOWN = frozenset({"shoot", "bring", "take", "knock", "gun"})


def told_aside(draft: Draft) -> bool:
    """Is the figure told only to say when the sentence's own deed was done ("hours after a barrage wounded seven")?"""
    if draft.counted is None:
        return False
    seat = draft.counted.seat
    return any(of_another_deed(token) for token in (seat, *seat.ancestors))


#: What those do with weapons in the air who did not send them.
_SEES = frozenset({"detect", "track", "spot", "identify", "register", "log", "count", "observe", "record"})


def actor_of(draft: Draft, frame: Frame | None) -> str | None:
    """Who did what the figure's measure says, as far as its own sentence tells."""
    found = draft.counted
    if found is None:
        return None
    if draft.measure == "launched" and found.noun is not None:
        # "Two missiles and five drones that the rebels launched"; of "Norvia shot down 40 of 52 drones launched by
        # Ostra" those who shot sent none.
        for joined in (found.noun, *found.noun.conjuncts):
            for clause in joined.children:
                if clause.dep_ in ("relcl", "acl") and clause.lemma_ in attack_verbs():
                    if (side := agent_side(clause)) is not None:
                        return side
        if found.noun.head.lemma_ in attack_verbs() and (side := subject_side(found.noun.head)) is not None:
            return side  # "militants fired three rockets from Lebanon": not Lebanon
        verbs = [found.noun.head] if found.noun.head.pos_ == "VERB" else []
        for told in (found.noun, *(c for c in found.noun.children if c.dep_ == "acl"), *verbs):
            if (side := sent_from(told, found.last)) is not None:
                return side
    if draft.reading is not None and draft.reading.role == "whole":
        return None
    if draft.measure == "shot_down":
        return shooter(draft, frame)
    trigger = verb_of(draft) or found.seat
    noun = found.noun
    if noun is not None and (side := _by_whom(noun)) is not None:
        return side
    if (
        draft.measure in ("launched", "hit", "attacks")
        and noun is not None
        # "Hit two rebel trucks": the trucks are not what hit.
        and (draft.measure != "hit" or found.kind == "air_weapon")
        and (side := side_in(noun_phrase(noun), common=False))
    ):
        return side
    if draft.measure == "launched" and (side := sent_from(trigger, found.last)) is not None:
        return side
    if draft.measure == "launched" and trigger.lemma_ in _SEES:
        return None  # "the army detected 40 rockets": others'
    if draft.measure == "attacks" and noun is not None and (side := _own_attacks(noun)) is not None:
        return side
    if frame is not None and frame.piece is draft.piece and (side := own_deed(trigger, frame)) is not None:
        return side
    below = False  # past a noun that the clause is about
    for token in climb(trigger):
        if below and token.lemma_ in words("reporting", "judging"):
            break  # "Norvia condemned the attacks, which killed 40"
        if tells_count(token):
            break  # "an army officer put them at 11 dead", "police put the number of soldiers killed at four"
        if token.lemma_ in _BROKERS and draft.measure == "released":
            break  # who brings two sides together frees nobody
        if token.i != trigger.i and token.lemma_ in TELLS:
            if trigger.tag_ == "VBG" and trigger.i > token.i and (side := told_first(token)) is not None:
                return side
            break  # who speaks of it did not do it: "medics said nine died; the army said five"
        if token.pos_ in ("NOUN", "PROPN") and not any(c.dep_ in ("aux", "nsubj") for c in token.children):
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
        if token is not trigger and token.lemma_ in _LEAVING:
            continue  # "Jets bombed the town as troops retreated, killing 12"
        if (
            token is not trigger
            and token.lemma_ in _HOLDING
            and any(c.dep_ == "auxpass" for c in token.children)
        ):
            continue  # "struck an island that was used by extremists, destroying five boats"
        if token is trigger and token.lemma_ in LOSES and not any(c.dep_ == "nsubj" for c in token.children):
            return None  # "ran into an ambush and lost six": whoever it was, not they
        if draft.measure in ("killed", "injured", "casualties") and tends(token, found):
            continue  # "peacekeepers found the bodies of 14 after a raid by the rebels"
        if suffers(token):  # "Seven soldiers died and 13 were hurt": they did not do it
            if (side := attacker_beside(token)) is not None:
                return side
            continue
        subject = [c for c in token.children if c.dep_ == "nsubj"]
        if subject and found.first in list(subject[0].subtree):
            continue  # those who are counted did not do it
        if token.lemma_ in ("blame", "accuse") and trigger not in token.conjuncts:
            return blamed_side(token)  # "police blamed the group for a bombing"
        if draft.measure == "attacks" and token.lemma_ in _FENDED:
            return None  # "the army repelled 17 attacks": they were another's
        if draft.measure in ("hit", "locations_hit") and token is not trigger and _fends(token):
            continue  # "it shot down 106, while 22 hit": those that hit were another's
        if subject and token is trigger and token.lemma_ in LOSES:
            # "The ministry said the other side's army lost 210 men": to those who say so.
            loser = side_in(noun_phrase(subject[0]), common=False)
            side = frame.source.side if frame is not None and frame.source is not None else None
            foe = loser is not None or subject[0].lemma_.casefold() in (
                "enemy",
                "adversary",
                "foe",
                "opponent",
            )
            return side if side is not None and foe and side != loser else None
        if (side := agent_side(token)) is not None:
            return _its_owner(token, side, frame, trigger) or side
        if (who := whose_clause(token)) is not None:
            return side_in(noun_phrase(who)) or men_of(who)
        if (side := pronoun_side(token, frame, trigger)) is not None:
            return side
        # "Norvia struck the port, killing 25, after Ostran rockets wounded three": the participle is of who struck.
        if not (token.tag_ == "VBG" and token.dep_ == "advcl") and (side := attacker_beside(token)):
            return side
        if token.dep_ == "relcl" and (side := whom_it(token)) is not None:
            return side
    sentence = found.first.sent
    aside = next((t for t in (found.seat, *found.seat.ancestors) if of_another_deed(t)), None)
    for token in aside.subtree if aside is not None else sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.casefold() in attack_nouns():
            if any(c.lower_ == "while" for c in token.head.children):
                continue  # "…, while fire from the Norvian side killed four": another deed
            if side := side_in(noun_phrase(token)) or laid_to(token):
                return side
            head = token.head
            if (
                token.dep_ in ("dobj", "pobj")
                and head.lemma_ in ("claim", "launch", "conduct", "carry", "stage")
                and (side := agent_side(head))
            ):
                return side
    for token in sentence:
        if (
            0 < token.i - found.last.i < 12
            and token.tag_ == "VBN"
            and any(c.dep_ == "agent" for c in token.children)
        ) and (side := agent_side(token)):
            return side
    hands = draft.reading is not None and draft.measure in MENS_DEEDS and not behind_cue(trigger)
    told = men_as_told(trigger) if hands else None
    return told or credited(sentence) or by_claimant(draft, frame)


def _its_owner(verb: Token, side: str, frame: Frame | None, deed: Token) -> str | None:
    """ "The task force said its jets had struck a camp": whose the jets are, where `side` is no more than their noun."""
    if side not in load("actors")["nouns"]["own"] or frame is None or frame.source is None:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or not any(
        c.dep_ == "poss" and c.lower_ in ("its", "their") for c in subject.children
    ):
        return None
    own = pronoun_side(verb, frame, deed)
    if own in countries():
        return None  # the arm of a state is printed with it
    return own or (frame.source.name if frame.source.kind == "org" or frame.source.maybe_body else None)


_LEAVING = frozenset({"retreat", "flee", "withdraw", "escape", "leave", "arrive"})
_HOLDING = frozenset(
    {"use", "hold", "control", "run", "own", "man", "operate", "back", "support", "guard", "share"}
)
_HARM = frozenset({"killed", "injured", "casualties", "destroyed", "damaged"})


def _by_whom(noun: Token) -> str | None:
    """ "21,396 kidnappings by the Front": who did the deeds that are counted."""
    if noun.lemma_.casefold() not in attack_nouns() | _DEEDS_COUNTED or noun.i + 1 >= len(noun.doc):
        return None
    by = noun.nbor(1)
    if by.lower_ != "by":
        return None
    return next((side for c in by.children if c.dep_ == "pobj" and (side := side_in(noun_phrase(c)))), None)


_DEEDS_COUNTED = frozenset(
    {"arrest", "death", "execution", "detention", "violation", "murder", "disappearance"}
)


def _own_attacks(noun: Token) -> str | None:
    """ "The Front announced nine operations against Norvia": those who announce or claim attacks made them."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in ("announce", "claim", "declare", "boast"):
        return None
    return subject_side(verb)


def done_to(draft: Draft) -> str | None:
    """ "Five people killed by a Norvian missile", "21 soldiers reported dead in a Norvian attack": right behind the noun."""
    found = draft.counted
    if found is None or found.noun is None or draft.measure not in _HARM:
        return None
    for clause in found.noun.children:
        if clause.dep_ != "acl" or clause.tag_ != "VBN":
            continue
        if (side := agent_side(clause)) is not None:
            return side
        for token in clause.subtree:
            if token.dep_ == "pobj" and token.lemma_.casefold() in attack_nouns():
                return side_in(noun_phrase(token), common=False)
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
        nouns = {piece.doc.vocab.strings[pos] for pos in ("NOUN", "PROPN")}
        kept = [
            (piece.start(token), side)
            for token in piece.doc
            if token.pos in nouns
            and token.lemma_.casefold() in attack_nouns()
            and (side := side_in(noun_phrase(token), common=False))
        ]
        piece.doc.user_data["attacks"] = kept
    return kept


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
