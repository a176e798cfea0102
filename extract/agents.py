"""Who did it and to whom: the sides named by the predicate of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.agentsides import (
    agent_side,
    attacker_beside,
    blamed_side,
    credited,
    laid_to,
    named_body,
    pronoun_side,
    sent_from,
    subject_side,
    whom_it,
)
from extract.bystanders import TELLS, behind_cue, tends, told_first
from extract.claimedfoes import by_claimant
from extract.lexicon import load
from extract.mendeeds import MENS_DEEDS, men_as_told, suffers
from extract.parties import (
    attack_nouns,
    attack_verbs,
    noun_phrase,
    side_in,
)
from extract.sayers import own_deed
from extract.wordlists import sides, words

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


#: What the sentence's own deed was, of what somebody else did: "in response to an attack that killed six".
_ANSWERED = frozenset({"response", "retaliation", "revenge", "reprisal", "reaction", "retaliate"})


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
    if token.dep_ == "pobj" and token.head.head.lemma_ in _ANSWERED and token.head.lower_ in ("to", "for"):
        return True
    if token.dep_ == "pobj" and token.head.lower_ in _OTHER_TIME:
        return bool(token.tag_ != "VBG")
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    return (
        own
        and token.dep_ in ("advcl", "pcomp")
        and (token.head.lower_ in _OTHER_TIME or any(child.lower_ in _OTHER_TIME for child in token.children))
    )


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
        return _shooter(draft, frame)
    trigger = _verb_of(draft) or found.seat
    noun = found.noun
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
    for token in _climb(trigger):
        if below and token.lemma_ in words("reporting", "judging"):
            break  # "Norvia condemned the attacks, which killed 40"
        if token.lemma_ == "put" and any(c.dep_ == "prep" and c.lower_ == "at" for c in token.children):
            break  # "an army officer put them at 11 dead"
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
        if draft.measure in ("killed", "injured", "casualties") and tends(token, found):
            return None
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
        lost = token is trigger and token.lemma_ in ("lose", "suffer", "sustain", "mourn")
        if lost and not subject and token.dep_ == "conj" and draft.measure in _HARM:
            return None  # "the patrol gave chase and lost six men"
        if subject and lost:
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
            return side
        if (side := pronoun_side(token, frame, trigger) or attacker_beside(token)) is not None:
            return side
        if token.dep_ == "relcl" and (side := whom_it(token)) is not None:
            return side
    sentence = found.first.sent
    aside = next((t for t in (found.seat, *found.seat.ancestors) if _of_another_deed(t)), None)
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


_LEAVING = frozenset({"retreat", "flee", "withdraw", "escape", "leave", "arrive"})
_HOLDING = frozenset(
    {"use", "hold", "control", "run", "own", "man", "operate", "back", "support", "guard", "share"}
)
_HARM = frozenset({"killed", "injured", "casualties", "destroyed", "damaged"})


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


def _verb_of(draft: Draft) -> Token | None:
    """The verb or noun that says what happened."""
    return draft.reading.trigger.token if draft.reading is not None and draft.reading.trigger else None


def _shooter(draft: Draft, frame: Frame | None) -> str | None:
    trigger = _verb_of(draft)
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
                    if side := side_in(words, common=child.dep_ == "agent") or named_body(child):
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
    if draft.reading is not None and draft.reading.role == "nominal" and draft.counted is not None:
        # "The coalition announced the interception of six drones"
        return _announced(draft.counted.seat)
    return None


def _announced(counted: Token) -> str | None:
    """The party that is the subject of the verb over a deed's noun, or stands behind it after "by"."""
    noun = next((t for t in counted.ancestors if t.pos_ == "NOUN"), None)
    verb = next((t for t in counted.ancestors if t.pos_ == "VERB"), None)
    own = agent_side(noun) if noun is not None else None
    return own or (agent_side(verb) if verb is not None else None)


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
