"""Frames whose verb is only "be": "Her last words were “…”", "To her rivals she was “…”", "“…” was his answer"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.frame import Frame
from extract.framesources import KNOWN_KINDS
from extract.sourceframes import SourceFrames
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Piece

#: How many words may stand between the verb and the quotation: "was simply “…”".
_NEAR = 3
#: Who calls somebody something, by a phrase: "to prosecutors, he was “…”", "for the critics it was “…”".
_FOR = frozenset({"to", "for"})


class CopulaFrames(SourceFrames):
    """Frames told by "be": a noun of speech with its owner, or for whom somebody is what the words say."""

    def _being(self, piece: Piece, sent: Span, verb: Token) -> Frame | None:
        """The frame of "Her last words were “…”", "For Der Abend, it was “…”" or "“…” was his answer"."""
        if verb.dep_ not in ("ROOT", "conj"):
            return None
        at = self._quotation_after(piece, sent, verb)
        if at is not None:
            return self._words_were(piece, sent, verb, at) or self._for_whom(piece, sent, verb, at)
        return self._was_the_answer(piece, sent, verb)

    def _quotation_after(self, piece: Piece, sent: Span, verb: Token) -> int | None:
        """The token at which a quotation begins right behind the verb."""
        quotations = self.parsed.quotations
        for at in range(verb.i + 1, min(verb.i + 2 + _NEAR, sent.end)):
            start = piece.start(piece.doc[at])
            number = bisect_left(quotations, start, key=lambda quotation: quotation.start)
            begins = number < len(quotations) and quotations[number].start == start
            if begins or piece.mask(piece.doc[at]) is not None:
                return at
            if piece.doc[at].pos_ in ("VERB", "NOUN", "PROPN"):
                return None
        return None

    def _words_were(self, piece: Piece, sent: Span, verb: Token, at: int) -> Frame | None:
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if subject is None or (subject.lemma_ not in _said() and subject.lower_ not in _said()):
            return None
        owner = self._owner(subject)
        if owner is None or piece.mask(owner) is not None:
            return None
        whose = owner.pos_ in ("PROPN", "PRON") or owner.dep_ == "poss" or self._is_people(None, owner)
        if not whose:
            return None  # claims of fun are “charming”
        return self._by_being(piece, verb, owner, (subject.i, verb.i), frozenset(range(at, sent.end)), at)

    def _for_whom(self, piece: Piece, sent: Span, verb: Token, at: int) -> Frame | None:
        to = sent[0]
        if to.lower_ not in _FOR or to.head != verb:
            return None
        noun = next((c for c in to.children if c.dep_ == "pobj"), None)
        if noun is not None and noun.pos_ != "PROPN" and not self._is_people(None, noun):
            return None  # for fun, it was “…”
        comma = noun is not None and any(t.text == "," for t in piece.doc[noun.i : verb.i])
        if noun is None or not comma or noun.ent_type_ in ("DATE", "TIME", "GPE"):
            return None
        core = (to.i, noun.right_edge.i)
        return self._by_being(piece, verb, noun, core, frozenset(range(at, sent.end)), at)

    def _was_the_answer(self, piece: Piece, sent: Span, verb: Token) -> Frame | None:
        mask = next((i for i in reversed(piece.masks(sent.start, verb.i))), None)
        if mask is None or any(not piece.doc[i].is_punct for i in range(mask + 1, verb.i)):
            return None
        noun = next((c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.i > verb.i), None)
        if noun is None or noun.lemma_ not in _said():
            return None
        owner = self._owner(noun)
        if owner is None:
            return None
        return self._by_being(piece, verb, owner, (verb.i, noun.i), frozenset([mask]), None)

    def _by_being(
        self, piece: Piece, verb: Token, who_said: Token, core: tuple[int, int], reported: frozenset[int], content: int | None,
    ) -> Frame | None:  # fmt: skip
        who = self._who(piece, who_said)
        if who.source is None or who.source.kind not in (*KNOWN_KINDS, "group"):
            return None
        return Frame(
            piece, verb, verb.text, who.source, who.start, who.end, who.why, "colon", core,
            reported, content=content, left=content is None,
        )  # fmt: skip


def _said() -> frozenset[str]:
    return words("reporting", "nouns") | words("reporting", "sayings")
