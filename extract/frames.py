"""Reporting frames: who says what, over which words.

A frame is a reporting verb with its source ("Peskov said"), "according to X", a
name with a colon, or a noun ("X's claim that …"). `claim_of` gives the nearest
frame over a token; the claim that a later sentence goes on with is in `carriedclaims`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract import cues
from extract.frame import Frame
from extract.framefinder import FrameFinder
from extract.sources import Sources

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.clusters import Source
    from extract.parse import Parsed, Piece

__all__ = ["Frame", "Frames", "claim_of", "find_frames"]


#: A channel holds for the same speaker's next words this many paragraphs long.
_CHANNEL_REACH = 2


class Frames(list[Frame]):
    """The frames of an article in text order, with those of one piece at hand."""

    def __init__(self, frames: Iterable[Frame], parsed: Parsed) -> None:
        super().__init__(frames)
        self._of: dict[int, list[Frame]] = defaultdict(list)
        for frame in self:
            self._of[id(frame.piece)].append(frame)
        self._numbers = {
            id(piece): number
            for number, paragraph in enumerate(parsed.paragraphs)
            for piece in (paragraph.frame, *paragraph.insides)
        }
        self._telling = sorted(
            (f for f in self if f.source is not None and (f.claims or f.channel)), key=lambda f: f.offset
        )
        self._offsets = [frame.offset for frame in self._telling]
        self._quoted: dict[int, Frame] = {}
        self._over: dict[int, Frame] = {}
        for frame in self:
            for number in frame.paragraphs:
                self._over.setdefault(number, frame)

    def of(self, piece: Piece) -> list[Frame]:
        """The frames of that piece."""
        return self._of.get(id(piece), [])

    def over_paragraph(self, piece: Piece) -> Frame | None:
        """The frame of an earlier paragraph that governs this piece's whole paragraph."""
        number = self._numbers.get(id(piece))
        return None if number is None else self._over.get(number)

    def of_quotation(self, index: int | None) -> Frame | None:
        """The frame that governs the quotation of that index (known after `extract_quotes`)."""
        return None if index is None else self._quoted.get(index)

    def channel_of(self, frame: Frame) -> str | None:
        """The frame's channel, else that of the same source's words just before, while nobody else has spoken.

        "The ministry said in a statement that … It added that …": one statement goes on.
        """
        if frame.channel is not None:
            return frame.channel
        return self.channel_before(frame.source, frame.offset, frame.paragraph)

    def channel_before(self, source: Source | None, offset: int, paragraph: int) -> str | None:
        """The channel of the same speaker's words just before, while nobody else has spoken."""
        at = bisect_left(self._offsets, offset)
        for earlier in reversed(self._telling[max(0, at - 12) : at]):
            if earlier.source is not source or paragraph - earlier.paragraph > _CHANNEL_REACH:
                return None
            if earlier.channel is not None:
                return earlier.channel
        return None

    def govern(self, frame: Frame, index: int) -> None:
        """Note that `frame` governs the quotation of that index."""
        frame.quotations.append(index)
        self._quoted[index] = frame


def find_frames(parsed: Parsed, sources: Sources) -> Frames:
    """The reporting frames of an article, in text order; tells `sources` who spoke where."""
    return Frames(FrameFinder(parsed, sources).find(), parsed)


def claim_of(frames: Frames, piece: Piece, token: Token) -> Frame | None:
    """The nearest frame that claims what `token` says, or None in the article's own voice.

    For a token inside a quotation that is the frame of the quotation.
    """
    if piece.kind == "inside":
        return frames.of_quotation(piece.quotation)
    over = [frame for frame in frames.of(piece) if frame.claims and token.i in frame.reported]
    over = [frame for frame in over if not _own_count(frame, over)] or over
    if len(over) > 1:
        over = _of_its_clause(over, token)
    # "The army denied that …, a spokesman said": what stands before a verb is the whole sentence.
    return min(over, key=lambda frame: (frame.left, len(frame.reported)), default=None)


def _of_its_clause(over: list[Frame], token: Token) -> list[Frame]:
    """ "A, residents said, and B, according to the agency": of several who tell what stands before them, the next one.

    "The army ordered A to leave, and B, the agency says": B is no more of the order.
    """
    closing = [frame for frame in over if frame.left and frame.core[0] > token.i]
    if not closing:
        return over
    near = min(closing, key=lambda frame: frame.core[0])
    ahead = [frame for frame in over if not frame.left]
    if not ahead:
        return [near]
    first = max(frame.cue.i for frame in ahead)
    between = token.doc[first + 1 : token.i]
    orders = all(cues.is_order(frame.cue) for frame in ahead)
    return [near] if orders and any(_opens_clause(t) for t in between) else over


def _opens_clause(token: Token) -> bool:
    """Does ", and" open a clause with a subject and a verb of its own?"""
    if token.lower_ not in ("and", "but", "while") or not token.i or token.nbor(-1).text != ",":
        return False
    return any(
        t.dep_ in ("nsubj", "nsubjpass") and t.head.i > t.i
        for t in token.doc[token.i + 1 : min(token.i + 9, token.sent.end)]
    )


def _own_count(frame: Frame, over: list[Frame]) -> bool:
    """She said the Office had also documented 40 deaths: what a spokeswoman says that her own body has counted is hers."""
    if frame.cue.lemma_ not in ("document", "record", "register", "count", "log") or frame.cue.tag_ != "VBN":
        return False
    outer = frame.cue.head
    who = next((f.source for f in over if f.cue == outer and f.piece is frame.piece), None)
    return frame.cue.dep_ == "ccomp" and who is not None and who.kind == "person"
