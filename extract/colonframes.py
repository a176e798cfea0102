"""Frames without a reporting verb: a colon before the words, a name under them, a source at a headline's end."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from extract import cues
from extract.channels import channel_in
from extract.frame import Frame
from extract.framesources import KNOWN_KINDS, FrameSources
from extract.subjects import subject_of
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Piece

#: With these a colon brings what somebody came upon, not what he says.
TAKING = frozenset({"receive", "get", "open", "find", "hear", "see", "discover", "face", "notice", "read"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
#: What opens an item of a list.
_ITEM = re.compile(r"\s*(?:[•▪●◦‣*·–—-]\s|\d{1,2}[.)]\s|\([a-z\d]\)\s)")
#: Verbs that tell when something set in as well: "since the campaign began:".
_BEGINS = frozenset({"begin", "start", "open", "continue", "go"})
#: Words of a line that names a house, a place and a day, and no more.
_SHORT = 9


@functools.cache
def _common() -> frozenset[str]:
    """Words that many bodies' names share: countries, and what bodies are called."""
    lists = [words("organisations", key) for key in ("heads", "tails", "describing")]
    return frozenset(sides()).union(*lists)


class ColonFrames(FrameSources):
    """Frames told by a colon, a dash or the place of a name alone."""

    def _opens_list(self, piece: Piece) -> Frame | None:
        """The frame of a paragraph that ends in a colon, over those below; a house's own list is in its own voice."""
        if not len(piece.doc) or piece.doc[-1].text != ":" or not self.frames:
            return None
        last = self.frames[-1]
        if last.piece is not piece or last.kind != "verb" or cues.lemma(last.cue) in _BEGINS:
            return None
        return None if self._of_the_house(last) else last

    def _of_the_house(self, frame: Frame) -> bool:
        """Does a line at the head or the foot of the text name who speaks ("Marish Centre: April 20"): its own release?"""
        named = re.findall(r"[\w-]{4,}", frame.source.name if frame.source is not None else "")
        called = {word.casefold() for word in named if word[0].isupper()}
        own = called - _common() or called  # "the Observatory" under "Levant Observatory, 3 May"
        return not own.isdisjoint(self._house)

    @functools.cached_property
    def _house(self) -> frozenset[str]:
        """The words of the short lines at the head and the foot of the text, which may name the house that speaks."""
        lines = self.parsed.text.splitlines()
        short = (
            line
            for line in (*lines[1:6], *lines[-4:])
            if 0 < len(line.split()) <= _SHORT and line.rstrip()[-1] not in ".!?:;”"
        )
        return frozenset(word.casefold() for line in short for word in re.findall(r"[\w-]{4,}", line))

    def _is_item(self, number: int) -> bool:
        """Does a bullet or a number open the paragraph?"""
        paragraph = self.parsed.paragraphs[number]
        return _ITEM.match(self.parsed.text, paragraph.start) is not None

    def _under_colon(self, opening: Frame, number: int) -> Frame | None:
        """Let the frame of "The minister said:" govern this paragraph too, unless somebody else speaks in it.

        Returns the frame while it goes on, None when the paragraph is the article's own.
        """
        paragraph = self.parsed.paragraphs[number]
        if number - 1 in opening.paragraphs and self._is_item(number - 1) and not self._is_item(number):
            return None  # the list is over
        if paragraph.insides:
            # A marked quotation under the colon: only that is governed.
            opening.paragraphs |= {number}
            return None
        for token in paragraph.frame.doc:
            if cues.is_cue(token) and cues.lemma(token) in ("say", "tell", "add"):
                subject = subject_of(paragraph.frame, token)
                if subject is not None and subject.lower_ not in ("i", "we"):
                    return None
        opening.paragraphs |= {number}
        return opening

    def _colon(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        """Name: “…” at the head of a paragraph, without a verb."""
        doc = piece.doc
        if token.i + 1 >= len(doc) or piece.mask(doc[token.i + 1]) is None:
            return None
        before = [doc[i] for i in range(sent.start, token.i)]
        if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before):
            subject = next((t for t in sent.root.children if t.dep_ == "nsubj" and t.i < token.i), None)
            if subject is None and sent.root.pos_ in ("PROPN", "NOUN") and sent.root.i < token.i:
                subject = sent.root  # Ana Petrescu, who runs the clinic: “…”
            return self._told_by_colon(piece, sent, token, subject)
        for noun in before:
            # Her advice to voters: “…”
            if noun.pos_ == "NOUN" and noun.lemma_ in words("reporting", "nouns") and self._owner(noun):
                return self._told_by_colon(piece, sent, token, noun)
        if (posted := self._posted(piece, sent, token, before)) is not None:
            return posted
        if token.i > 9 or not before or before[-1].pos_ not in ("PROPN", "NOUN"):
            return None
        if any(t.pos_ in ("VERB", "AUX") for t in before):
            return None
        who = self._who(piece, before[-1])
        if who.source is None or who.source.kind not in KNOWN_KINDS:
            return None
        return Frame(
            piece, token, ":", who.source, who.start, who.end, who.why, "colon", (0, token.i),
            frozenset(range(token.i + 1, sent.end)), content=token.i + 1,
        )  # fmt: skip

    def _posted(self, piece: Piece, sent: Span, token: Token, before: list[Token]) -> Frame | None:
        """Ana Petrescu, its chair, on Facebook: “…”: a name, perhaps what she is, and where she wrote or spoke."""
        named = self.sources.named.get((id(piece), before[0].i)) if before else None
        verbs = any(t.pos_ in ("VERB", "AUX") for t in before)
        if named is None or verbs or token.i - sent.start > 18 or named[1].kind not in KNOWN_KINDS:
            return None
        last = named[0].last
        way = next(
            (t for t in reversed(before) if t.lower_ in ("on", "in", "via", "to", "at", "from", "by")), None
        )
        if way is None or not last < way.i:
            return None
        beside = any(t.text == "," for t in piece.doc[last + 1 : way.i])
        if way.i != last + 1 and not beside:
            return None
        who = self._who(piece, piece.doc[last])
        return Frame(
            piece, token, ":", who.source, who.start, who.end, who.why, "colon", (sent.start, token.i),
            frozenset(range(token.i + 1, sent.end)), content=token.i + 1, zones=[(way.i, token.i)],
            channel=channel_in(piece, [(way.i, token.i)]),
        )  # fmt: skip

    def _told_by_colon(self, piece: Piece, sent: Span, token: Token, subject: Token | None) -> Frame | None:
        """The senator was blunt: “…”: no verb that reports, and yet the colon gives her the words."""
        if subject is None or piece.mask(subject) is not None or sent.root.lemma_ in TAKING:
            return None
        mask = token.i + 1
        for frame in self.frames[-8:]:
            here = frame.piece is piece and frame.cue.i >= sent.start and mask in frame.reported
            if here and frame.claims and frame.source is not None:
                return None
        who = self._who(piece, subject)
        if who.source is None or who.source.kind not in KNOWN_KINDS:
            return None
        return Frame(
            piece, token, ":", who.source, who.start, who.end, who.why, "colon", (subject.i, token.i),
            frozenset(range(mask, sent.end)), content=mask, zones=[(sent.start, token.i)],
            channel=who.channel or channel_in(piece, [(sent.start, token.i)]),
        )  # fmt: skip

    def _signed(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        """“…” — Name: a quotation with its speaker's name under it."""
        doc = piece.doc
        mask = token.i - 1
        while mask >= 0 and doc[mask].is_punct:
            mask -= 1
        if mask < 0 or piece.mask(doc[mask]) is None or not 0 < len(doc) - token.i - 1 <= 12:
            return None
        if any(t.pos_ in ("VERB", "AUX") for t in doc[token.i + 1 :]):
            return None
        named = [doc[i] for i in range(token.i + 1, len(doc)) if (id(piece), i) in self.sources.named]
        who = self._who(piece, named[0]) if named else None
        if who is None or who.source is None or who.source.kind != "person":
            return None
        return Frame(
            piece, token, "—", who.source, who.start, who.end, who.why, "colon", (token.i, len(doc) - 1),
            frozenset(range(mask, token.i)), left=True,
        )  # fmt: skip

    def _at_head(self, piece: Piece, sent: Span) -> Frame | None:
        """The source at a headline's head: "Interior Ministry: Toll of the attack rises to five"; a land is a heading."""
        doc = piece.doc
        colon = next((i for i in range(1, min(7, len(doc) - 3)) if doc[i].text == ":"), None)
        if sent.start or colon is None or doc[colon + 1].pos_ == "PUNCT":
            return None
        noun = doc[colon - 1]
        heads = (("organisations", "heads"), ("organisations", "groups"), ("titles", "roles"))
        if not any(noun.lower_ in words(*each) for each in heads) or any(
            t.tag_ in _FINITE or t.like_num for t in doc[:colon]
        ):
            return None
        who = self._who(piece, noun)
        if who.source is None or any(t.pos_ == "ADP" and t.lower_ not in ("of", "for") for t in doc[:colon]):
            return None
        return Frame(
            piece, doc[colon], ":", who.source, who.start, who.end, who.why, "colon", (0, colon),
            frozenset(range(colon + 1, len(doc))), content=colon + 1,
        )  # fmt: skip

    def _of_headline(self, piece: Piece, sent: Span) -> Frame | None:
        """The source at a headline's end: "…, Resistance Group Says", "… - governor"."""
        doc = piece.doc
        last = sent.end - 1
        while last > sent.start and doc[last].is_punct:
            last -= 1
        cue = last if doc[last].lower_ in ("say", "says", "said", "report", "reports") else None
        end = last if cue is not None else last + 1
        first = end
        while first > sent.start and doc[first - 1].text not in (",", "-", "–", "—", "--", ":"):
            first -= 1
        dash = first > sent.start and doc[first - 1].text != ","
        if dash and doc[first - 1].text != ":" and not doc[first - 2].whitespace_:
            return None  # "north-west"
        if first == sent.start or not 0 < end - first <= 6 or (cue is None and not dash):
            return None
        if first - sent.start < 4 or any(t.tag_ in ("VBD", "MD") or t.like_num for t in doc[first:end]):
            return None
        who = self._who(piece, doc[end - 1])
        unnamed = (id(piece), end - 1) not in self.sources.named
        by_role = unnamed and doc[end - 1].lower_ in words("titles", "roles")  # whichever of two governors
        if not by_role and (who.source is None or who.source.kind not in (*KNOWN_KINDS, "group")):
            return None
        if by_role or (unnamed and who.source is not None and who.source.kind == "person"):
            role = self.sources.other(doc[first:end].text, "person")  # "- governor": as the headline has it
            who = who._replace(source=role, why="named by role only")
        at = doc[cue if cue is not None else first - 1]
        core = (first - (cue is None), last)
        return Frame(
            piece, at, at.text, who.source, who.start, who.end, who.why, "verb" if cue is not None else "colon", core,
            frozenset(range(sent.start, first - 1)), left=True,
        )  # fmt: skip
