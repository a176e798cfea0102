"""Frames whose source stands in a phrase of its own: "according to X", "as X explained", "by X's count", "per X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.channels import channel_in
from extract.colonframes import ColonFrames
from extract.frame import Frame
from extract.layout import phrase_end
from extract.setoff import INVERTED
from extract.subjects import agent_of, joined, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Piece

_ACCORDING = {"according": "according to", "per": "per"}
_RECKONINGS = frozenset(
    {"count", "tally", "estimate", "account", "reckoning", "calculation", "toll", "figure"}
)


def opens_source(token: Token) -> bool:
    """Does "…, per the Red Crescent" or "in the words of" begin here?"""
    if token.lower_ == "from":
        return _emerging(token) is not None
    if token.lower_ == "per":
        return bool(token.dep_ == "prep" and token.i > token.sent.start and token.nbor(-1).text == ",")
    return bool(token.lower_ == "words" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of")


_EMERGING = frozenset(
    {"emerge", "transpire", "appear", "follow", "clear", "apparent", "evident", "learn", "gather"}
)


def _emerging(token: Token) -> tuple[int, int] | None:
    """ "It emerges from the document that 46 died": the first word of that, and the "that"."""
    above = token.head
    if token.dep_ != "prep" or above.lemma_ not in _EMERGING or not above.i < token.i:
        return None
    doc, sent = token.doc, token.sent
    opens = next((t for t in doc[max(sent.start, above.i - 3) : above.i] if t.lower_ in ("it", "we")), None)
    that = next((i for i in range(token.i + 2, sent.end) if doc[i].lower_ == "that" and doc[i].tag_ in ("IN", "WDT")), None)  # fmt: skip
    return (opens.i, that) if opens is not None and that is not None else None


def _teller(to: Token) -> Token | None:
    """ "According to what the mayor told the agency": the mayor."""
    clauses = (child for child in to.children if child.dep_ == "pcomp")
    subjects = (noun for clause in clauses for noun in clause.children if noun.dep_ == "nsubj")
    return next((noun for noun in subjects if noun.pos_ in ("NOUN", "PROPN", "PRON")), None)


class SourceFrames(ColonFrames):
    """Frames whose source no verb of the sentence has for its subject."""

    def _according(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        doc = piece.doc
        if token.lower_ == "from":
            return self._emerges(piece, sent, token)
        to = doc[token.i + 1] if token.lower_ != "per" else token
        noun = next((child for child in to.children if child.dep_ == "pobj"), None) or _teller(to)
        if noun is None:
            at = to.i + 1
            while at < sent.end and doc[at].pos_ in ("DET", "ADJ", "NUM", "PUNCT"):
                at += 1
            if at >= sent.end or doc[at].pos_ not in ("NOUN", "PROPN", "PRON"):
                return None
            noun = doc[at]
        who = self._who(piece, noun)
        last = max(child.i for child in joined(noun)[-1].subtree)
        low = max(part.i for part in joined(noun))
        # What follows the source after a comma is reported too: "according to the army, which blamed …".
        last = next((i for i in range(low + 1, last + 1) if doc[i].text in (",", ";")), last + 1) - 1
        core = (token.i, max(noun.i, min(last, sent.end - 1)))
        reported = frozenset(i for i in range(sent.start, sent.end) if not core[0] <= i <= core[1])
        if not reported:
            return None
        return Frame(
            piece, token, _ACCORDING.get(token.lower_, "in the words of"), who.source, who.start, who.end, who.why, "according", core, reported,
            channel=channel_in(piece, [(to.i, self._past_relative(sent, core[1]))]) or who.channel,
            left=token.i != sent.start,
        )  # fmt: skip

    def _emerges(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        """ "It emerges from the document, of which we have a copy, that 46 died"."""
        around = _emerging(token)
        noun = next((child for child in token.children if child.dep_ == "pobj"), None)
        if around is None or noun is None or not token.i < noun.i < around[1]:
            return None
        first, that = around
        who = self._who(piece, noun)
        if who.source is None:
            return None
        cue = " ".join(t.text for t in piece.doc[token.head.i : token.i + 1])
        return Frame(
            piece, token.head, cue, who.source, who.start, who.end, who.why, "according", (first, that - 1),
            frozenset(range(that + 1, sent.end)), channel=who.channel, content=that + 1,
        )  # fmt: skip

    def _as_said(self, piece: Piece, sent: Span, verb: Token) -> Frame | None:
        """ "As the mayor explained to the agency, 12 died"; "12 died, as was confirmed by the mayor"."""
        opening = (
            c for c in verb.children if c.dep_ in ("mark", "prep") and c.lower_ == "as" and c.i < verb.i
        )
        mark = next(opening, None)
        if mark is None or verb.dep_ != "advcl" or verb.lemma_ not in INVERTED | {"inform", "tell"}:
            return None
        if any(
            c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "dobj" and verb.lemma_ not in ("inform", "tell"))
            for c in verb.children
        ):
            return None
        first, last = mark.i, max(t.i for t in verb.subtree)
        if not (first == sent.start or piece.doc[first - 1].text == ","):
            return None  # they fled as the army said: at that time
        inside = next((c for c in mark.children if c.dep_ == "pobj"), None)
        subject = agent_of(verb) or inside or subject_of(piece, verb)
        reported = frozenset(i for i in range(sent.start, sent.end) if not first <= i <= last)
        if subject is None or subject.head == verb.head or not reported:
            return None
        who = self._who(piece, subject, verb)
        if who.source is None or not self._is_people(who.source, subject):
            return None
        return Frame(
            piece, verb, f"as … {verb.text}", who.source, who.start, who.end, who.why, "according", (first, last), reported,
            channel=channel_in(piece, [(verb.i + 1, last + 1)]) or who.channel, left=first != sent.start,
        )  # fmt: skip

    def _reckoned(self, piece: Piece, sent: Span, noun: Token) -> Frame | None:
        """ "Fire has killed 46 people, by the ministry's count"."""
        by = noun.head
        if noun.lemma_ not in _RECKONINGS or noun.dep_ != "pobj" or by.lower_ not in ("by", "on"):
            return None
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        if owner is None or owner.pos_ == "PRON" or noun.i - by.i > 8:
            return None
        who = self._who(piece, owner)
        core = (by.i, noun.i)
        reported = frozenset(i for i in range(sent.start, sent.end) if not core[0] <= i <= core[1])
        if not reported or who.source is None:
            return None
        return Frame(
            piece, noun, f"by … {noun.text}", who.source, who.start, who.end, who.why, "according", core, reported,
            left=by.i != sent.start,
        )  # fmt: skip

    def _past_relative(self, sent: Span, last: int) -> int:
        """Past "…, who spoke to reporters by video link" after the source's last token, which may tell the channel."""
        doc = sent.doc
        for at in range(last + 1, min(last + 12, sent.end - 2)):
            if doc[at].tag_ in ("VBD", "VBZ", "VBP"):
                break
            if doc[at].lower_ == "who" and doc[at - 1].text == ",":
                verb = doc[at + 1 + (doc[at + 1].pos_ == "AUX")]
                if verb.lemma_ not in ("speak", "talk", "write", "post", "brief", "tell"):
                    break
                return next((i for i in range(at + 1, sent.end) if doc[i].text in (",", ";")), sent.end)
        return phrase_end(sent, last + 1)
