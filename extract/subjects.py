"""The subject of a reporting verb, wherever the sentence puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract import cues
from extract.pastclauses import past_counted, past_house
from extract.relations import has_have
from extract.setoff import (
    INVERTED,
    NOMINAL,
    after_opening,
    parted,
    set_off_behind,
    speaker_after,
    speaks,
    trailing,
)
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def is_passive(verb: Token) -> bool:
    """Is the verb in the passive voice?"""
    own = any(child.dep_ == "nsubj" and child.lower_ not in _RELATIVES for child in verb.children)
    if main_participle(verb) or (own and verb.dep_ in ("relcl", "acl")):
        return False  # a charge that the governor dismissed
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "relcl") and not has_have(verb):
        return True  # the largest number reported by the ministry
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def main_participle(verb: Token) -> bool:
    """The governor, Ihor Matvienko, posted that …: the sentence's own verb, which the parse takes for a participle."""
    doc, root = verb.doc, verb.sent.root
    if _closing(verb) or _tied(verb):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ == "acl"
        and (verb.head == root or (verb.head.dep_ == "appos" and verb.head.head == root))
        and root.pos_ in ("NOUN", "PROPN")
        and doc[verb.i - 1].text == ","
        and any(t.dep_ == "appos" and root.is_ancestor(t) for t in doc[root.i + 1 : verb.i])
        and agent_of(verb) is None
        and not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[verb.sent.start : verb.i])
    )


def _tied(verb: Token) -> bool:
    """ "A charge that the spokesman, Bako Sule, called “fabricated”": a clause of its own, taken for a participle."""
    doc, who = verb.doc, verb.head
    first = who.left_edge.i
    tied = (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and first > 0 and doc[first - 1].lower_ in ("that", "which")
    )
    beside = doc[verb.i - 1].text == "," or who.i == verb.i - 1
    return tied and beside and speaks(who) and agent_of(verb) is None


def _closing(verb: Token) -> bool:
    """ "12 were hurt, Ana Petrescu, the head of the council, informed.": the sentence's last word, taken for a participle."""
    doc, name = verb.doc, verb.head
    after = doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    day = (
        after is not None
        and after.lower_ in ("on", "in", "late", "early")
        and after.i + 1 < len(doc)
        and after.nbor(1).ent_type_ == "DATE"
    )
    return (
        verb.tag_ == "VBN"
        and verb.dep_ == "acl"
        and agent_of(verb) is None
        and verb.lemma_ in INVERTED | {"inform"}
        and (
            (doc[verb.i - 1].text == "," and (after is None or after.is_punct))
            # "…, the Ostra-based Observatory for Peace reported on Friday."
            or (speaks(name) and (after is None or after.is_punct or after.ent_type_ == "DATE" or day))
        )
        and name.pos_ == "PROPN"
        and doc[name.left_edge.i - 1].text == ","
        and any(t.tag_ in ("VBD", "VBZ", "VBP") for t in doc[verb.sent.start : name.left_edge.i])
    )


def agent_of(verb: Token) -> Token | None:
    """Who acts in a passive: "was confirmed by the ministry"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lower_ not in words("channels", "nouns"):  # asked by phone
                    return noun
    return None


def subject_of(piece: Piece, verb: Token, depth: int = 0) -> Token | None:
    """The token that says what `verb` says, or None.

    Goes up conjoined verbs, participles and infinitives to the verb that has a
    subject, from "who said" to the noun before it, and past an inverted verb to
    the words after it.
    """
    if depth > 6:
        return None
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and piece.mask(child) is None]
    own = [child for child in own if child.pos_ in NOMINAL or child.pos_ == "DET"]
    if len(own) > 1:  # an official and a source | both | spoke
        own = [child for child in own if child.lower_ not in ("both", "all", "each")] or own
    if own:
        near = _past_seat(own, _nearest(own, verb))
        if near.lower_ in _RELATIVES and near.tag_ in ("WP", "WDT"):
            return _antecedent(piece, verb, depth)
        if near.lower_ == "what":
            return _past_what(piece, near, verb)
        return (None if depth else parted(piece, verb, near) or set_off_behind(piece, verb, near)) or near
    inverted = _inverted(piece, verb)
    if inverted is not None:
        return inverted
    behind = _behind_what(piece, verb)
    if behind is not None:
        return behind
    asked = _past_question(piece, verb) if not depth else None
    if asked is not None:
        return asked
    lost = (trailing(piece, verb) or after_opening(piece, verb)) if not depth else None
    return (
        (lost and lost[1])
        or _from_head(piece, verb, depth)
        or _taken(piece, verb)
        or (_past_comma(piece, verb) if not depth else None)
        or (_serial(piece, verb) if not depth else None)
    )


def _past_seat(own: list[Token], near: Token) -> Token:
    """ "A medic at a hospital in the capital Oreva said": the medic, where the parse gives the verb the town as well."""
    seat = near.nbor(-1) if near.i and near.pos_ == "PROPN" else None
    if seat is not None and seat.lower_ in _SEATS and seat.dep_ == "pobj":
        who = past_house(seat)
        return who if who.i != seat.i and speaks(who) else near
    before = [token for token in own if token.i < near.i and speaks(token)]
    if not before or near.pos_ != "PROPN" or near.i == 0:
        return near
    first = before[-1]
    between = near.doc[first.i + 1 : near.i]
    town = near.ent_type_ in ("GPE", "LOC", "FAC")
    plain = not any((t.is_punct and t.text != "-") or t.tag_ in ("VBD", "VBZ", "CC") for t in between)
    return first if town and plain and any(t.pos_ == "ADP" for t in between) else near


_SEATS = frozenset({"capital", "city", "town", "village", "province", "district", "region", "port", "camp"})


def _behind_what(piece: Piece, verb: Token) -> Token | None:
    """The one who speaks in "in what a source in the service called", where the parse ties "what" to him."""
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 12) : verb.i]):
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ == "what":
            return _past_what(piece, token, verb)
    return None


def _past_what(piece: Piece, what: Token, verb: Token) -> Token | None:
    """ "In what a source in the intelligence service called “a reply”": who stands between "what" and the verb."""
    for token in verb.doc[what.i + 1 : verb.i]:
        beyond = token.is_punct or token.pos_ in ("VERB", "AUX", "ADP") or piece.mask(token) is not None
        if beyond:
            return None
        after = token.nbor(1)
        if token.pos_ in ("NOUN", "PROPN") and after.pos_ not in ("NOUN", "PROPN", "PART"):
            return token if speaks(token) else None
    return None


def _serial(piece: Piece, verb: Token) -> Token | None:
    """The coalition acknowledged the strike, said … and maintained …: the subject of the first of them."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ != "ROOT" or doc[verb.i - 1].text != ",":
        return None
    first = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and cues.is_cue(c)), None)
    return subject_of(piece, first, 1) if first is not None else None


def _past_comma(piece: Piece, verb: Token) -> Token | None:
    """ "Under pressure, the agency's director, Walter Grange, conceded": the name that ends at the comma before."""
    doc, at = verb.doc, verb.i - 2
    if verb.tag_ not in ("VBD", "VBZ") or at < verb.sent.start or doc[at + 1].text != ",":
        return None
    if doc[at].is_digit and doc[at - 1].text == ",":
        at -= 2  # Dwight Ames, 29, said
    name = doc[at] if at >= verb.sent.start else None
    return name if name is not None and name.pos_ == "PROPN" and piece.mask(name) is None else None


_ASKED = frozenset({"ask", "press", "question", "speak", "challenge", "contact", "reach", "quiz", "tell"})


def _past_question(piece: Piece, verb: Token) -> Token | None:
    """ "Ms. Brand, asked if it would open by Easter, replied": who was asked, past the question."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.i == 0 or doc[verb.i - 1].text != ",":
        return None
    for i in range(verb.i - 2, max(verb.sent.start + 1, verb.i - 30), -1):
        if piece.mask(doc[i]) is not None:
            return None
        if doc[i].lemma_ in _ASKED and doc[i].tag_ in ("VBD", "VBN", "VBG") and doc[i - 1].text == ",":
            noun = doc[i - 2]
            return noun if noun.dep_ == "nsubj" and noun.pos_ in ("NOUN", "PROPN") else None
    return None


def _taken(piece: Piece, verb: Token) -> Token | None:
    """The head, in a text headed so, denied it: the subject that the parse gave to a participle before the verb."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    for token in verb.doc[verb.sent.start : verb.i]:
        if piece.mask(token) is not None:
            return None
        if (
            token.dep_ == "nsubj"
            and token.head.tag_ in ("VBN", "VBG")
            and token.head.dep_ in ("advcl", "acl")
        ):
            return token
    return None


def _nearest(tokens: list[Token], verb: Token) -> Token:
    return min(tokens, key=lambda token: (abs(token.i - verb.i), token.i))


def _antecedent(piece: Piece, verb: Token, depth: int) -> Token | None:
    # The noun before "who", past a comma.
    relative = next((child for child in verb.children if child.lower_ in _RELATIVES), None)
    at = relative.i - 1 if relative is not None else -1
    while at >= verb.sent.start and verb.doc[at].is_punct:
        at -= 1
    near = verb.doc[at] if at >= verb.sent.start and verb.doc[at].pos_ in NOMINAL else None
    if verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL:
        # Five were children, according to medics, who said …: the parse hangs it on the five.
        return near if near is not None and speaks(near) and not speaks(verb.head) else verb.head
    if verb.dep_ == "conj":
        # … killing three, according to security sources, who said …
        apart = relative is not None and relative.lower_ == "who" and verb.doc[relative.i - 1].text == ","
        return (
            near if apart and near is not None and speaks(near) else subject_of(piece, verb.head, depth + 1)
        )
    return near


def _inverted(piece: Piece, verb: Token) -> Token | None:
    """“…,” said John Smith: the words after the verb that the parse took for something else."""
    doc = verb.doc
    before = verb.i - 1
    while before >= 0 and (doc[before].is_punct or doc[before].pos_ == "ADV"):
        before -= 1
    tags = ("VBD", "VBZ", "VBP", "VBN") if verb.lower_ != "read" else ("VBD", "VBN", "VB")
    if before < 0 or verb.tag_ not in tags or (piece.mask(doc[before]) is None and not _said_after(verb)):
        return None
    at = verb.i + 1
    if at >= len(doc) or doc[at].pos_ not in (*NOMINAL, "DET") or doc[at].is_sent_start:
        return None
    if doc[at].lower_ in words("reporting", "hearers") or (verb.lemma_ == "tell"):
        return None
    head = doc[at]
    while head.head.i > verb.i and head.head != head and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    return head


def _said_after(verb: Token) -> bool:
    """ "82 went the other way, said Ana Petrescu, who …": a clause, its comma, and the one who said it."""
    doc = verb.doc
    if verb.lemma_ not in INVERTED or verb.i + 1 >= len(doc) or doc[verb.i - 1].text != ",":
        return False
    after = doc[verb.i + 1]
    if after.pos_ not in ("PROPN", "NOUN", "ADJ", "DET") or after.ent_type_ in ("DATE", "TIME"):
        return False
    if after.pos_ != "PROPN" and not speaker_after(verb):
        return False
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[verb.sent.start : verb.i - 1])


def _from_head(piece: Piece, verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head == verb:
        return _beside(piece, verb)
    if verb.tag_ == "VBG" and verb.dep_ == "conj" and head.tag_ != "VBG" and not _progressive(verb):
        # "saying A and noting that B": the parse joins "noting" to the verb of A.
        above = head
        while above.head != above and above.tag_ != "VBG":
            above = above.head
        return subject_of(piece, above, depth + 1)
    if verb.dep_ in ("conj", "advcl", "xcomp", "dep", "ccomp", "parataxis", "cc") and head.pos_ in (
        "VERB",
        "AUX",
    ):
        if verb.dep_ in ("ccomp", "parataxis") and verb.tag_ not in ("VBG", "VB"):
            return _beside(piece, verb)
        if verb.dep_ == "xcomp" and verb.tag_ == "VB":
            told = [child for child in head.children if child.dep_ in ("dobj", "dative")]
            if told and head.lemma_ not in ("promise", "go", "continue"):
                return told[0] if head.lemma_ in ("urge", "ask", "tell", "order", "force") else None
        if verb.tag_ in ("VBD", "VBZ") and verb.dep_ == "advcl" and not depth:
            near = _beside(piece, verb)  # "43 died in the middle of Norvia, local sources told the agency"
            if near is not None and speaks(near):
                return near
        if verb.tag_ == "VBG" and verb.dep_ == "advcl" and head.dep_ == "ccomp" and not cues.is_cue(head):
            if cues.is_cue(head.head) and verb.doc[verb.i - 1].text == ",":
                return subject_of(piece, head.head, depth + 1)  # denied that X had …, calling it “…”
        return subject_of(piece, past_counted(verb) or head, depth + 1)
    if verb.dep_ in ("acl", "relcl", "amod") and head.pos_ in NOMINAL:
        return past_house(head) if verb.tag_ in ("VBD", "VBZ") and verb.dep_ == "acl" else head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return _from_preposition(piece, head, depth)
    if verb.dep_ == "conj":
        return subject_of(piece, head, depth + 1) if head.pos_ == "VERB" else None
    return _beside(piece, verb)


def _from_preposition(piece: Piece, preposition: Token, depth: int) -> Token | None:
    """Quoted as saying, after saying, in saying."""
    above = preposition.head
    if above.pos_ not in ("VERB", "AUX"):
        return None
    if preposition.lower_ == "as" and above.lemma_ in ("quote", "cite", "report"):
        passive = [child for child in above.children if child.dep_ == "nsubjpass"]
        if passive:
            return passive[0]
        objects = [child for child in above.children if child.dep_ == "dobj"]
        return objects[0] if objects else subject_of(piece, above, depth + 1)
    return subject_of(piece, above, depth + 1)


def _progressive(verb: Token) -> bool:
    return any(child.dep_ == "aux" for child in verb.children)


def _beside(piece: Piece, verb: Token) -> Token | None:
    """The noun right before the verb (an adverb may come between) that the parse attached elsewhere."""
    doc = verb.doc
    at = verb.i - 1
    low = verb.sent.start
    while at >= low and (doc[at].pos_ in ("ADV", "AUX") or doc[at].lower_ in ("also", "later")):
        at -= 1
    if at > low + 1 and doc[at].lower_ == "old" and doc[at - 2].lower_ == "year":
        return doc[at]  # the 34-year-old said
    if at < low or doc[at].pos_ not in ("NOUN", "PROPN", "PRON") or piece.mask(doc[at]) is not None:
        return None
    token = doc[at]
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or token.lower_ in _RELATIVES:
        return None
    # Up to the head of the words since the last stop: the Ministry of Public Health says.
    while (
        at > low
        and not doc[at - 1].is_punct
        and doc[at - 1].pos_ in ("NOUN", "PROPN", "ADP", "DET", "ADJ", "PART")
    ):
        at -= 1
    while token.head.i in range(at, token.i) and token.head.pos_ in ("NOUN", "PROPN", "ADP"):
        token = token.head
    if token.pos_ == "ADP":
        return doc[token.i + 1] if token.i + 1 < verb.i else None
    return token


def inverted_subject(piece: Piece, verb: Token) -> Token | None:
    """“…”, added the agency: the subject after a verb that the model takes for a participle."""
    return _inverted(piece, verb) if verb.tag_ == "VBN" else None


def joined(subject: Token) -> list[Token]:
    """The subject and what is joined to it by "and": officials and the air force."""
    found = [subject]
    at = 0
    while at < len(found):
        ors = any(child.lower_ in ("or", "but", "nor") for child in found[at].children if child.dep_ == "cc")
        if not ors:
            found.extend(
                child
                for child in found[at].children
                if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")
            )
        at += 1
    return found
