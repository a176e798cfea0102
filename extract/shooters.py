"""Who shot down what a figure counts; and the verbs above a deed that may lend it their subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.agentsides import agent_side, named_body
from extract.parties import noun_phrase, side_in
from extract.wordlists import sides

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.drafts import Draft
    from extract.frames import Frame


def climb(verb: Token) -> Iterable[Token]:
    """The verbs above that may lend their subject, nearest first."""
    seen = 0
    token = verb
    while seen < 5:
        yield token
        if token.dep_ in ("acl", "relcl") and token.head.pos_ in ("NOUN", "PROPN"):
            yield token.head
        if token.head is token or of_another_deed(token):
            return
        token = token.head
        seen += 1


_OTHER_TIME = frozenset({"after", "before", "following", "since"})
#: What the sentence's own deed was, of what somebody else did: "in response to an attack that killed six".
_ANSWERED = frozenset({"response", "retaliation", "revenge", "reprisal", "reaction", "retaliate"})


def of_another_deed(token: Token) -> bool:
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


def shooter(draft: Draft, frame: Frame | None) -> str | None:
    """Who shot down what was counted: the subject or agent of the verb, else the side of whoever says so."""
    trigger = verb_of(draft)
    if trigger is not None:
        # Of a passive ("of which 106 were shot down") only "by …" says who did it.
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in trigger.children)
        for token in [trigger] if passive else climb(trigger):
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


def verb_of(draft: Draft) -> Token | None:
    """The verb or noun that says what happened."""
    return draft.reading.trigger.token if draft.reading is not None and draft.reading.trigger else None
