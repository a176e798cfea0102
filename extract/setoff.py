"""The subject that a sentence sets before its verb by commas: "…, local sources said", where the parse loses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece

#: What a word that says who speaks may be.
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")
#: Verbs after which whoever speaks may stand, and which take nobody for their object.
INVERTED = frozenset({"say", "add", "report", "explain", "confirm", "announce", "recall", "note", "state", "declare", "acknowledge", "reveal", "disclose", "specify", "recount", "relate", "write", "stress", "insist", "claim", "admit", "clarify", "indicate", "assert", "lament", "affirm", "conclude", "remark", "observe"})  # fmt: skip
_CUT = frozenset({",", ";", "—", "–", "-", "--"})
_AFTER = frozenset(
    {"on", "in", "at", "to", "late", "early", "earlier", "after", "when", "today", "yesterday", "by"}
)


def trailing(piece: Piece, verb: Token) -> tuple[int, Token] | None:
    """ "…, local sources said.": the words between the last comma and the verb, where the parse lost them.

    Returns their first token and the one that stands for who speaks. A name set off by
    commas before the verb goes with the words before it: "the director, Ana Petrescu, said".
    """
    doc = verb.doc
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    telling = verb.lemma_ == "tell"
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or not (
        after is None
        or after.is_punct
        or after.lower_ in _AFTER
        or after.ent_type_ in ("DATE", "TIME")
        or (telling and after.pos_ in (*NOMINAL, "DET"))
    ):
        return None
    end = verb.i
    while end > verb.sent.start and (
        doc[end - 1].lower_ in ("has", "have", "had") or doc[end - 1].pos_ == "ADV"
    ):
        end -= 1
    if end == verb.i and doc[end - 1].text == ",":
        return _set_off(piece, verb, end - 1)
    first = _words_before(piece, verb, end)
    if first is None or not _told_before(verb, first):
        return None
    head = _head_of(verb, first, end)
    return None if head is None else (first, head)


def parted(piece: Piece, verb: Token, near: Token) -> Token | None:
    """ "…, a security official and two residents said": the first of two, where the parse gave the verb only the second."""
    doc = verb.doc
    at = near.left_edge.i - 1
    if near.i > verb.i or at <= verb.sent.start or doc[at].lower_ != "and" or doc[at].head == verb:
        return None
    lost = trailing(piece, verb)
    return lost[1] if lost is not None and lost[1].i < at else None


def set_off_behind(piece: Piece, verb: Token, near: Token) -> Token | None:
    """ "They burned six barns, the head of the council, Ihor Lys, told reporters": the barns, to the parse, do the telling."""
    doc = verb.doc
    stop = near.i + 1
    if near.i < verb.i and (unclosed := _unclosed(piece, verb, near)) is not None:
        return unclosed
    told = near.i > 0 and near.nbor(-1).lower_ in (
        "was",
        "were",
    )  # "five were residents of a home, the mayor, …"
    # "… are among 13 people killed in the town, activists say": those who are counted do not say it
    counted = doc[verb.i - 1].text != "," and any(c.dep_ == "nummod" for c in near.children)
    if near.i > verb.i or (speaks(near) and not (told or counted)):
        return None
    if any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i == stop for c in near.children):
        # "A strike killed 18 people, rescuers and a guard told reporters"
        lost = trailing(piece, verb)
        return lost[1] if lost is not None and lost[0] > stop and speaks(lost[1]) else None
    if doc[verb.i - 1].text != "," or (doc[stop].text != "," and not told):
        return None
    lost = _set_off(piece, verb, verb.i - 1)
    if lost is None or doc[lost[0] - 1].text != ",":
        return None
    between = doc[stop : lost[0] - 1]
    return lost[1] if all(t.pos_ not in ("VERB", "AUX", "PUNCT") for t in between) else None


def _unclosed(piece: Piece, verb: Token, near: Token) -> Token | None:
    """ "A jet hit two men in Deir Wadi, the Health Ministry said": to the parse the ministry stands beside the town, but no comma
    closes it before the verb, as one closes what is set off.
    """
    lost = trailing(piece, verb) if verb.doc[verb.i - 1].text != "," else None
    if (
        lost is None
        or lost[0] - 1 <= near.i
        or not speaks(lost[1])
        or not _told_before(verb, near.left_edge.i)
    ):
        return None
    beside = lost[1]
    while beside.dep_ in ("appos", "compound", "poss", "conj") and beside.head.i < verb.i:
        beside = beside.head
    return lost[1] if beside == near else None


def _set_off(piece: Piece, verb: Token, comma: int) -> tuple[int, Token] | None:
    """ "…, the director, Ana Petrescu, said": a role and a name, one set off by commas."""
    second = _words_before(piece, verb, comma)
    if second is None or verb.doc[second - 1].text != ",":
        return None
    first = _words_before(piece, verb, second - 1)
    if first is None or not _told_before(verb, first):
        return None
    heads = [_head_of(verb, first, second - 1), _head_of(verb, second, comma)]
    named = [head for head in heads if head is not None and head.pos_ == "PROPN"]
    if None in heads or not named:
        return None
    return first, named[-1] if verb.doc[first].lower_ == "the" else named[0]


def _words_before(piece: Piece, verb: Token, end: int) -> int | None:
    """The first of the words between a comma and token `end`, where they hold no verb of their own."""
    doc = verb.doc
    first = end
    while (
        first > verb.sent.start
        and (doc[first - 1].text not in _CUT or _hyphen(doc[first - 1]))
        and piece.mask(doc[first - 1]) is None
    ):
        first -= 1
        if end - first > 14 or (
            doc[first].tag_ in ("VBD", "VBZ", "VBP", "VB", "MD", "IN") and doc[first].dep_ == "mark"
        ):
            return None
        if doc[first].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None if first in (verb.sent.start, end) else first


def _hyphen(token: Token) -> bool:
    """The one in "Shifaa al-Amal Hospital", not the dash of an aside."""
    return token.text == "-" and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_


def _told_before(verb: Token, first: int) -> bool:
    """Has something been said before the comma?"""
    return any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD")
        or (t.tag_ == "VBN" and t.dep_ == "acl" and t.head.dep_ == "nsubj")
        # "A strike on a town in the Deir region killed six people, residents said": taken for a participle
        or (t.tag_ == "VBN" and t.dep_ == "ccomp" and t.head == verb)
        for t in verb.doc[verb.sent.start : first]
    )


def _head_of(verb: Token, first: int, end: int) -> Token | None:
    head: Token | None = None
    for token in verb.doc[first:end]:
        modifiers = head is None or (head.tag_ == "NN" and head.left_edge == head)
        if token.lower_ == "and" and modifiers:
            continue  # military and local sources; police and hospital sources
        if token.pos_ == "ADP" or token.lower_ in ("and", "who", "which", "that"):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
    return head


def speaks(noun: Token) -> bool:
    """Is the noun a word for people, or a name?"""
    people = noun.lower_ in words("organisations", "groups") or noun.lower_ in words("titles", "roles")
    return people or noun.pos_ == "PROPN" or noun.lower_ in words("organisations", "heads")


def after_opening(piece: Piece, verb: Token) -> tuple[int, Token] | None:
    """ "In a post on Telegram, the Border Front (BF) said that …": the words between the phrase's comma and the verb."""
    doc, sent = verb.doc, verb.sent
    if verb.tag_ not in ("VBD", "VBZ") or verb.dep_ != "ROOT" or doc[sent.start].pos_ != "ADP":
        return None
    first = _words_before(piece, verb, verb.i)
    if first is None or doc[first - 1].text != ",":
        return None
    head = _head_of(verb, first, verb.i)
    return (first, head) if head is not None and speaks(head) else None


def speaker_after(verb: Token) -> bool:
    """ "…, explained the director of the clinic, Ana Petrescu.": somebody who can speak, and then the sentence's end or a comma."""
    doc = verb.doc
    if verb.lemma_ not in INVERTED:
        return False
    for token in doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]:
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ") or token.lower_ in ("that", "to"):
            return False
        if token.pos_ in ("NOUN", "PROPN"):
            ahead = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if speaks(token) and (ahead is None or ahead.pos_ not in ("NOUN", "PROPN")):
                return True
        elif token.pos_ not in ("DET", "ADJ", "NUM", "PART", "PRON"):
            return False
    return False
