"""Reporting frames: who says what, over which words.

A frame is a reporting verb with its source ("Peskov said"), "according to X", a
name with a colon, or a noun ("X's claim that …"). `claim_of` gives the nearest
frame over a token, `carried_claim` the one that a sentence goes on reporting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extract import cues
from extract.frame import Frame
from extract.framefinder import FrameFinder
from extract.sources import Sources

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.clusters import Source
    from extract.parse import Parsed, Piece

__all__ = ["Frame", "Frames", "carried_claim", "claim_of", "find_frames"]


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


def carried_claim(parsed: Parsed, frames: Frames, piece: Piece, token: Token) -> tuple[Frame | None, str]:
    """The frame of an earlier sentence that a sentence without its own plainly goes on reporting, and why.

    "Of those, five were hit." after "…, the air force said." Returns (None, "") otherwise.
    """
    over = frames.over_paragraph(piece)
    if over is not None:
        return over, "the paragraph stands under the colon before it"
    if piece.kind != "frame":
        return None, ""
    sent = token.sent
    if sent.start == 0:
        return None, ""
    before = piece.doc[sent.start - 1].sent
    if not _goes_on(sent):
        if not (_counts_on(sent) or _also(sent)):
            return None, ""
        for _ in range(_FAR):
            last = _claiming(frames.of(piece), before)
            if last and _closed_by(before, last[-1]):
                return last[-1], "the count goes on from the sentence before"
            if last or before.start == 0 or not _counts_on(before):
                break  # a count of those counted before: "Two were monks. More than 30 people were hurt."
            before = piece.doc[before.start - 1].sent
        return None, ""
    for _ in range(_FAR):
        own = _claiming(frames.of(piece), before)
        if own:
            return own[-1], "the sentence goes on from the one before"
        if before.start == 0 or not _goes_on(before):
            break
        before = piece.doc[before.start - 1].sent
    return None, ""


#: How many sentences on end may each lean on the one before.
_FAR = 4


def _claiming(frames: Sequence[Frame], sent: Span) -> list[Frame]:
    here = [f for f in frames if f.claims and f.source is not None and sent.start <= f.core[0] < sent.end]
    # "…, said Ana Petrescu, an activist who documents raids": who speaks, not what he does besides
    return [f for f in here if not any(g.core[0] < f.core[0] and f.core[1] <= g.core[1] for g in here)]


_MANY = frozenset({"dozens", "dozen", "scores", "hundreds", "thousands", "people"})


def _closed_by(sent: Span, frame: Frame) -> bool:
    """Is the whole sentence what the frame at its end reports ("…, the governor said on Telegram.") or the one at its head?

    Nobody goes on behind his own words in quotation marks: then the text does.
    """
    if frame.kind == "according":  # the deed, of which the next sentence tells what came of it
        counted = any(t.dep_ == "nummod" and t.ent_type_ not in ("DATE", "TIME", "QUANTITY") for t in sent)
        return frame.core[0] == sent.start and not counted
    if frame.kind != "verb" or not frame.left or _only_quoted(sent, frame):
        return False
    end = _of_who(sent, frame.core[1] + 1)
    rest = [t for t in sent.doc[frame.core[1] + 1 : end] if not t.is_punct]
    return len(rest) <= 8 and not any(t.pos_ == "VERB" for t in rest)


def _only_quoted(sent: Span, frame: Frame) -> bool:
    """“We lost them,” he said: is a quotation all that stands before the frame?"""
    said = [t for t in sent.doc[sent.start : frame.core[0]] if not t.is_punct]
    return len(said) == 1 and frame.piece.mask(said[0]) is not None


def _of_who(sent: Span, at: int) -> int:
    """ "…, said Ana Petrescu, a nurse who treats the wounded": where the words about who spoke begin, else the end."""
    doc = sent.doc
    if at >= sent.end - 2 or doc[at].text != ",":
        return int(sent.end)
    apart = (
        doc[at + 1].lower_ in ("a", "an", "the", "who", "whose") or doc[at + 2].lower_ == "of"
    )  # most of whom
    return at if apart and not any(t.text == "," for t in doc[at + 1 : sent.end]) else int(sent.end)


#: Those told of before: "eleven of the victims".
_THE_SAME = frozenset(
    {"victims", "dead", "killed", "wounded", "injured", "casualties", "fatalities", "missing", "hurt"}
)


def _of_the_same(sent: Span) -> bool:
    """ "Eleven of the victims were women": some of those told of just before."""
    words = [token.lower_ for token in sent[:4]]
    return len(words) == 4 and sent[0].pos_ == "NUM" and words[1:3] == ["of", "the"] and words[3] in _THE_SAME


def _also(sent: Span) -> bool:
    """ "The attackers also abducted nine people": the deed goes on."""
    words = [token.lower_ for token in sent[:4]]
    return (
        words[:1] in (["the"], ["they"]) and "also" in words and not any(t.pos_ == "PROPN" for t in sent[:4])
    )


def _counts_on(sent: Span) -> bool:
    """ "Nine other people were wounded": a sentence whose subject is a count, with nothing before it."""
    subject = next((t for t in sent if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None)
    if subject is None or subject.i > sent.start + 6:
        return False
    counted = subject.pos_ == "NUM" or any(child.dep_ == "nummod" for child in subject.children)
    if subject.lower_ == "total":  # a total of 131 blasts were recorded
        counted = any(t.like_num for t in subject.sent.doc[subject.i + 1 : subject.i + 4])
    opening = sent.doc[sent.start : subject.i + 1]
    return counted and not any(token.text == "," for token in opening)


def _goes_on(sent: Span) -> bool:
    """Does the sentence lean on the one before: "Of those, …", "Among them …", "They included …"?"""
    first = [token.lower_ for token in sent[:3]]
    if len(first) < 2:
        return False
    if first[0] == "of":
        return first[1] in ("those", "these", "them", "which", "the")
    if first[0] == "among":
        return first[1] in ("those", "them", "the", "these")
    if first[0] == "another" or first[:2] in (["a", "further"], ["some", "others"]):
        return len(first) > 2 and (sent[1].like_num or sent[2].like_num or first[2] in _MANY)
    if first[0] in ("that", "this") or first[:2] in (
        ["the", "figures"],
        ["the", "numbers"],
        ["the", "deaths"],
    ):
        return any(t.lemma_ in ("bring", "raise", "take") for t in sent[1:4])
    if sent[0].pos_ == "NUM" and sent[1].pos_ in ("AUX", "VERB"):
        return True  # Two were killed in the town and one in the village.
    if _of_the_same(sent):
        return True
    return first[0] == "they" and first[1] in ("include", "included", "were", "are")
