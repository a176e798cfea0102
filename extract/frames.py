"""Reporting frames: who says, with which verb, through which channel, and which words that governs.

A frame is a reporting verb with its source ("Peskov said"), "according to X", a
name with a colon, or a noun ("X's claim that …"). `reported` are the tokens of its
piece that it governs; `claim_of` gives the nearest frame over a token.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract import cues
from extract.channels import addressee_of, channel_in
from extract.phrases import phrase_of
from extract.sources import Source, Sources
from extract.subjects import agent_of, is_passive, joined, subject_of
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Paragraph, Parsed, Piece


@dataclass(slots=True, eq=False)
class Frame:
    """One reporting frame. Offsets are into the article's text; `reported` are token indices of `piece`.

    `core` is the frame's own words (first, last token): the source and the cue.
    `claims` is False for verbs that only name or judge ("called a “massive” attack").
    `paragraphs` are indices of later paragraphs that the frame governs whole
    ("The minister said:" over unmarked paragraphs).
    """

    piece: Piece
    cue: Token
    cue_text: str
    source: Source | None
    source_start: int | None
    source_end: int | None
    channel: str | None
    addressee: str | None
    kind: Literal["verb", "according", "colon", "noun"]
    reported: frozenset[int]
    quotations: list[int]
    negated: bool
    why: str
    core: tuple[int, int]
    claims: bool = True
    content: int | None = None  # the token at which the reported clause on the right begins
    left: bool = False  # the reported words stand before the frame
    when_spans: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: frozenset[int] = frozenset()
    paragraph: int = 0

    @property
    def offset(self) -> int:
        """Where the frame stands in the article's text."""
        return self.piece.start(self.piece.doc[self.core[0]])


_KNOWN_KINDS = ("person", "org", "officials")


class _Finder:
    """Finds the frames of one article, in text order."""

    def __init__(self, parsed: Parsed, sources: Sources) -> None:
        self.parsed = parsed
        self.sources = sources
        self.frames: list[Frame] = []

    def find(self) -> list[Frame]:
        opening: Frame | None = None  # the frame whose colon ended the paragraph before
        for number, paragraph in enumerate(self.parsed.paragraphs):
            piece = paragraph.frame
            if opening is not None and not paragraph.headline:
                opening = self._under_colon(opening, number)
                if opening is not None:
                    continue
            for sent in piece.doc.sents:
                for frame in self._sentence(piece, sent):
                    frame.paragraph = number
                    self.frames.append(frame)
                    if frame.source is not None and frame.claims:
                        self.sources.spoke(frame.offset, frame.source)
            if (
                len(piece.doc)
                and piece.doc[-1].text == ":"
                and self.frames
                and self.frames[-1].piece is piece
            ):
                opening = self.frames[-1] if self.frames[-1].kind == "verb" else None
        return self.frames

    def _under_colon(self, opening: Frame, number: int) -> Frame | None:
        """Let the frame of "The minister said:" govern this paragraph too, unless somebody else speaks in it.

        Returns the frame while it goes on, None when the paragraph is the article's own.
        """
        paragraph = self.parsed.paragraphs[number]
        doc = paragraph.frame.doc
        if paragraph.insides:
            # A marked quotation under the colon: only that is governed.
            opening.paragraphs |= {number}
            return None
        reported = [
            token for token in doc if cues.is_cue(token) and cues.lemma(token) in ("say", "tell", "add")
        ]
        if any(subject_of(paragraph.frame, token) is not None for token in reported):
            return None
        opening.paragraphs |= {number}
        return opening

    def _sentence(self, piece: Piece, sent: Span) -> Iterator[Frame]:
        for token in sent:
            frame = None
            if piece.mask(token) is not None:
                continue
            if token.lower_ == "according" and token.i + 1 < len(piece.doc) and token.nbor(1).lower_ == "to":
                frame = self._according(piece, sent, token)
            elif cues.is_cue(token):
                frame = self._verb(piece, sent, token)
            elif token.pos_ == "NOUN" and token.lemma_ in words("reporting", "nouns"):
                frame = self._noun(piece, sent, token)
            elif token.text == ":" and token.i:
                frame = self._colon(piece, sent, token)
            if frame is not None:
                yield frame

    # ------------------------------------------------------------ according to

    def _according(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        doc = piece.doc
        to = doc[token.i + 1]
        noun = next((child for child in to.children if child.dep_ == "pobj"), None)
        if noun is None:
            at = to.i + 1
            while at < sent.end and doc[at].pos_ in ("DET", "ADJ", "NUM", "PUNCT"):
                at += 1
            if at >= sent.end or doc[at].pos_ not in ("NOUN", "PROPN", "PRON"):
                return None
            noun = doc[at]
        source, start, end, why, channel = self._source(piece, noun)
        last = max(child.i for child in noun.subtree)
        # What follows the source after a comma is the sentence again.
        for at in range(to.i + 1, last + 1):
            if doc[at].text in (",", ";") and at > noun.i and token.i == sent.start:
                last = at - 1
                break
        core = (token.i, max(noun.i, min(last, sent.end - 1)))
        reported = frozenset(i for i in range(sent.start, sent.end) if not core[0] <= i <= core[1])
        if not reported:
            return None
        channel = channel or channel_in(piece, [(to.i, core[1] + 1)])
        return Frame(
            piece,
            token,
            "according to",
            source,
            start,
            end,
            channel,
            None,
            "according",
            reported,
            [],
            False,
            why,
            core,
            left=token.i != sent.start,
        )

    # ------------------------------------------------------------ verbs

    def _verb(self, piece: Piece, sent: Span, verb: Token) -> Frame | None:
        doc = piece.doc
        if (
            any(
                child.dep_ == "aux"
                and child.lower_ in ("to", "would", "could", "should", "must", "might", "may")
                for child in verb.children
            )
            and verb.dep_ != "xcomp"
        ):
            return None
        passive = is_passive(verb)
        subject = agent_of(verb) if passive else subject_of(piece, verb)
        if subject is None:
            return None
        if passive and not cues.is_class(verb, "counting") and not cues.is_class(verb, "verbs"):
            return None
        masks = [token.i for token in sent if piece.mask(token) is not None]
        clause = cues.clause_of(piece, verb) if not passive else None
        first, last = self._core(piece, sent, verb, subject)
        right_mask = next((i for i in masks if i > verb.i and self._reaches(piece, verb.i, i)), None)
        left_mask = next((i for i in reversed(masks) if i < first and self._reaches(piece, i, first)), None)
        # "The minister said:" at the end of a paragraph: what is said stands in the next one.
        opens = doc[len(doc) - 1].text == ":" and sent.end == len(doc) and verb.i >= len(doc) - 25
        left = (
            self._left_content(piece, sent, verb, first, last, left_mask)
            and not opens
            and right_mask is None
            and clause is None
        )
        touching = left_mask is not None and self._touches(piece, left_mask, first)
        left = left or touching
        that = cues.has_that(verb)
        content = self._content(piece, sent, verb, clause, right_mask, that)
        has_object = any(
            child.dep_ in ("dobj", "oprd", "attr") and child.i > verb.i for child in verb.children
        )
        claims = self._admit(
            piece,
            verb,
            clause is not None or that,
            left,
            right_mask is not None or opens or (left_mask is not None and left),
            has_object,
            passive,
        )
        if claims is None:
            return None
        source, start, end, why, channel = self._source(piece, subject)
        if source is None and why == "":
            return None
        if (
            cues.is_weak(verb)
            and not touching
            and (source is None or source.kind not in _KNOWN_KINDS)
            and not self._group(subject)
        ):
            return None
        reported = self._reported(piece, sent, verb, (first, last), left or passive, content, claims)
        zones = self._zones(sent, verb, (first, last), left, content)
        channel = channel_in(piece, zones) or channel
        stop = content if content is not None else sent.end
        return Frame(
            piece,
            verb,
            verb.text,
            source,
            start,
            end,
            channel,
            addressee_of(piece, verb, stop),
            "verb",
            reported,
            [],
            cues.is_negated(verb),
            why,
            (first, last),
            claims,
            content,
            left,
            zones,
        )

    def _group(self, subject: Token) -> bool:
        """Is the subject people, where the source's kind does not say so?"""
        people = words("organisations", "groups") | words("titles", "roles")
        # A name that the model takes for a plural: "Sanders dismissed the poll".
        return subject.lower_ in people or (subject.is_sent_start and subject.tag_ in ("NNS", "NNP"))

    def _admit(
        self,
        piece: Piece,
        verb: Token,
        clause: bool,
        left: bool,
        quotation: bool,
        has_object: bool,
        passive: bool,
    ) -> bool | None:
        """None when the verb reports nothing here; else whether it makes a claim (naming does not)."""
        if cues.is_class(verb, "verbs") and (clause or left or quotation):
            return True
        if quotation and cues.is_class(verb, "with_quotation"):
            return True
        if (clause or left) and (cues.is_class(verb, "with_clause") or cues.is_class(verb, "denying")):
            return True
        if passive:
            return True if cues.is_class(verb, "counting") or cues.is_class(verb, "verbs") else None
        if has_object:
            if cues.is_class(verb, "counting"):
                objects = {child.lemma_.casefold() for child in verb.children if child.dep_ == "dobj"}
                tolls = words("reporting", "toll_nouns") | words("reporting", "nouns")
                if cues.lemma(verb) in (
                    "put",
                    "give",
                    "raise",
                    "revise",
                    "release",
                    "publish",
                    "cite",
                    "describe",
                    "outline",
                    "identify",
                ):
                    return (
                        True
                        if objects & tolls or cues.lemma(verb) in ("identify", "cite", "outline")
                        else False
                        if cues.is_class(verb, "naming")
                        else None
                    )
                return True
            if cues.is_class(verb, "denying"):
                return True
        if cues.is_class(verb, "naming") or cues.is_class(verb, "denying"):
            return False
        if cues.is_class(verb, "verbs") and verb.i + 1 < len(verb.doc):
            return (
                False
                if any(
                    child.dep_ in ("prep", "dobj", "oprd", "acomp", "advcl") and child.i > verb.i
                    for child in verb.children
                )
                else None
            )
        return None

    def _core(self, piece: Piece, sent: Span, verb: Token, subject: Token) -> tuple[int, int]:
        if abs(subject.i - verb.i) > 40 or subject.sent.start != sent.start:
            return verb.i, verb.i
        if subject.i < verb.i and any(piece.mask(piece.doc[i]) is not None for i in range(subject.i, verb.i)):
            return verb.i, verb.i  # the subject is on the other side of a quotation
        if subject.i < verb.i and not self._direct(verb, subject):
            return verb.i, verb.i
        first = min(subject.left_edge.i, verb.i)
        phrase = phrase_of(piece, subject)
        first = min(first, phrase.first) if subject.i < verb.i else verb.i
        low = max(
            (
                i + 1
                for i in range(sent.start, min(subject.i, verb.i))
                if piece.mask(piece.doc[i]) is not None
            ),
            default=sent.start,
        )
        while low < verb.i and piece.doc[low].is_punct:
            low += 1
        last = max(verb.i, subject.i)
        if subject.i > verb.i:
            last = subject.right_edge.i if subject.right_edge.i < sent.end else subject.i
            for i in range(subject.i + 1, last + 1):
                if piece.mask(piece.doc[i]) is not None:
                    last = i - 1
                    break
        for i in range(subject.i, first - 1, -1):
            # The left edge may reach over a clause that the parse hung on the subject.
            if subject.i < verb.i and (
                piece.doc[i].text in (";", ":") or piece.mask(piece.doc[i]) is not None
            ):
                first = i + 1
                break
        return max(first, low), last

    def _direct(self, verb: Token, subject: Token) -> bool:
        return (
            subject.head is verb
            or verb.i - subject.i <= 3
            or any(child.i == subject.i for child in verb.children)
            or (verb.dep_ in ("relcl", "acl") and verb.head is subject)
        )

    def _reaches(self, piece: Piece, low: int, high: int) -> bool:
        """Is there no other reporting verb with a subject between two tokens?"""
        doc = piece.doc
        for i in range(low + 1, high):
            if piece.mask(doc[i]) is not None:
                return True
            if (
                cues.is_cue(doc[i])
                and cues.is_class(doc[i], "verbs")
                and doc[i].tag_ in ("VBD", "VBZ", "VBP", "VBG")
            ):
                return False
        return True

    def _touches(self, piece: Piece, mask: int, first: int) -> bool:
        return all(piece.doc[i].is_punct or piece.doc[i].pos_ in ("ADV",) for i in range(mask + 1, first))

    def _left_content(
        self, piece: Piece, sent: Span, verb: Token, first: int, last: int, left_mask: int | None
    ) -> bool:
        """Do the words before the frame say what is reported: "A, X said" ?"""
        if verb.dep_ in ("relcl", "acl", "advcl", "pcomp") and left_mask is None:
            return False
        if verb.tag_ == "VBG" and left_mask is None:
            return False
        doc = piece.doc
        if left_mask is not None:
            return True
        at = first - 1
        if at < sent.start or doc[at].text not in (",", "—", "–", "--", "-"):
            return False
        if any(
            child.dep_ in ("ccomp", "parataxis") and child.i < first for child in verb.children
        ) or verb.dep_ in ("parataxis",):
            return True
        if verb.head is not verb and verb.head.i < first and verb.dep_ in ("ccomp", "conj", "dep"):
            return (
                any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(sent.start, at))
                and verb.dep_ != "conj"
            )
        return (
            any(
                doc[i].tag_ in ("VBD", "VBZ", "VBP") and doc[i].dep_ not in ("advcl", "relcl", "acl")
                for i in range(sent.start, at)
            )
            and verb.dep_ == "ROOT"
        )

    def _content(
        self, piece: Piece, sent: Span, verb: Token, clause: Token | None, mask: int | None, that: bool
    ) -> int | None:
        """The token at which what is reported begins on the right of the verb."""
        doc = piece.doc
        found: list[int] = [] if mask is None else [mask]
        if that:
            found.append(next(i for i in range(verb.i + 1, sent.end) if doc[i].lower_ == "that"))
        elif clause is not None:
            subjects = [
                child
                for child in clause.children
                if child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj", "mark") and child.i > verb.i
            ]
            begin = min(
                (child.left_edge.i for child in subjects), default=max(clause.left_edge.i, verb.i + 1)
            )
            found.append(max(begin, verb.i + 1))
        return min(found, default=None)

    def _reported(
        self,
        piece: Piece,
        sent: Span,
        verb: Token,
        core: tuple[int, int],
        left: bool,
        content: int | None,
        claims: bool,
    ) -> frozenset[int]:
        doc = piece.doc
        own = (
            set(range(core[0], core[1] + 1))
            if not left or content is None
            else set(range(core[0], core[1] + 1))
        )
        if not claims:
            high = max((token.i for token in verb.subtree), default=verb.i) + 1
            return frozenset(i for i in range(verb.i + 1, min(high, sent.end)) if i not in own or i > verb.i)
        if left:
            return frozenset(i for i in range(sent.start, sent.end) if i not in own)
        low = verb.i + 1
        high = sent.end
        if verb.dep_ in ("relcl", "acl", "advcl", "pcomp") and self._resumes(sent, verb):
            high = max(token.i for token in verb.subtree) + 1
        # "what the mayor called": the object stands before the verb only as "what".
        return frozenset(i for i in range(low, high) if i not in own or i > max(verb.i, core[1]))

    def _resumes(self, sent: Span, verb: Token) -> bool:
        """Does the main clause go on after the clause of this verb?"""
        head = verb.head
        while head.dep_ not in ("ROOT",) and head.head is not head:
            if head.tag_ in ("VBD", "VBZ", "VBP") and head.i > verb.i:
                return True
            head = head.head
        return head.i > verb.i

    def _zones(
        self, sent: Span, verb: Token, core: tuple[int, int], left: bool, content: int | None
    ) -> list[tuple[int, int]]:
        """The tokens that may tell channel and time: beside the frame, outside what is reported."""
        doc = sent.doc
        zones = []
        stop = content if content is not None else sent.end
        if left and content is None:
            stop = next(
                (
                    i
                    for i in range(core[1] + 1, sent.end)
                    if doc[i].text in (",", ";") and not doc[i - 1].like_num
                ),
                sent.end,
            )
        if left is False and content is None:
            stop = min(stop, sent.end)
        zones.append((verb.i + 1, stop))
        if not left:
            low = (
                sent.start
                if core[0] - sent.start < 16 and verb.dep_ in ("ROOT", "conj", "ccomp")
                else core[0]
            )
            zones.append((low, verb.i))
        return zones

    # ------------------------------------------------------------ nouns and colons

    def _noun(self, piece: Piece, sent: Span, noun: Token) -> Frame | None:
        """X's claim that …; a statement from X: “…”."""
        clause = next(
            (
                child
                for child in noun.children
                if child.dep_ in ("acl", "ccomp", "relcl")
                and child.i > noun.i
                and any(c.lower_ == "that" and c.dep_ == "mark" for c in child.children)
            ),
            None,
        )
        owner = self._owner(piece, noun)
        if clause is None or owner is None:
            return None
        source, start, end, why, _ = self._source(piece, owner)
        if source is None or source.kind not in (*_KNOWN_KINDS, "group"):
            return None
        reported = frozenset(token.i for token in clause.subtree)
        negated = noun.lemma_ == "denial"
        return Frame(
            piece,
            noun,
            noun.text,
            source,
            start,
            end,
            None,
            None,
            "noun",
            reported,
            [],
            negated,
            why,
            (noun.i, noun.i),
            content=min(reported),
        )

    def _owner(self, piece: Piece, noun: Token) -> Token | None:
        for child in noun.children:
            if child.dep_ == "poss":
                return child
        for child in noun.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by", "of"):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return inner
            if child.dep_ in ("acl",) and child.tag_ == "VBN":
                agent = agent_of(child)
                if agent is not None:
                    return agent
        for child in noun.children:
            if (
                child.dep_ in ("compound", "nmod")
                and child.i < noun.i
                and (child.pos_ == "PROPN" or child.lower_ in words("organisations", "heads"))
            ):
                return child
        return None

    def _colon(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        """Name: “…” at the head of a paragraph, without a verb."""
        doc = piece.doc
        if token.i > 9 or token.i + 1 >= len(doc) or piece.mask(doc[token.i + 1]) is None:
            return None
        before = [doc[i] for i in range(token.i)]
        if any(t.pos_ in ("VERB", "AUX") for t in before) or before[-1].pos_ not in ("PROPN", "NOUN"):
            return None
        source, start, end, why, _ = self._source(piece, before[-1])
        if source is None or source.kind not in _KNOWN_KINDS:
            return None
        return Frame(
            piece,
            token,
            ":",
            source,
            start,
            end,
            None,
            None,
            "colon",
            frozenset(range(token.i + 1, sent.end)),
            [],
            False,
            why,
            (0, token.i),
            content=token.i + 1,
        )

    # ------------------------------------------------------------ sources

    def _source(
        self, piece: Piece, subject: Token
    ) -> tuple[Source | None, int | None, int | None, str, str | None]:
        """The source a subject stands for: (source, start, end, why, channel)."""
        channel = None
        if subject.pos_ == "NOUN" and (
            subject.lemma_ in words("reporting", "nouns") or subject.lower_ in words("channels", "nouns")
        ):
            owner = self._owner(piece, subject)
            if subject.lower_ in words("channels", "nouns"):
                channel = subject.lower_
            if owner is not None:
                subject = owner
            else:
                offset = piece.start(subject)
                spoken = self.sources.last_spoke(offset)
                definite = any(child.lower_ in ("the", "this") for child in subject.children)
                if (
                    definite
                    and spoken
                    and self.sources.sentence(offset) - self.sources.sentence(spoken[0]) <= 3
                ):
                    start, end = self.sources.span_of(piece, subject)
                    return (
                        spoken[1],
                        start,
                        end,
                        f"the {subject.lower_} is by {spoken[1].name}, who spoke before",
                        channel,
                    )
        parts = joined(subject)
        source, why = self.sources.resolve(piece, subject)
        start, end = self.sources.span_of(piece, subject)
        if len(parts) > 1 and source is not None:
            others = [self.sources.resolve(piece, part)[0] for part in parts[1:]]
            named = [source, *(other for other in others if other is not None and other is not source)]
            if len(named) > 1:
                end = max(end, self.sources.span_of(piece, parts[-1])[1])
                source = self.sources.together(named)
        return source, start, end, why, channel


def find_frames(parsed: Parsed, sources: Sources) -> list[Frame]:
    """The reporting frames of an article, in text order; tells `sources` who spoke where."""
    return _Finder(parsed, sources).find()


def frames_by_piece(frames: Sequence[Frame]) -> dict[int, list[Frame]]:
    """The frames of each piece, by the piece's identity."""
    table: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        table[id(frame.piece)].append(frame)
    return table


def claim_of(frames: Sequence[Frame], piece: Piece, token: Token) -> Frame | None:
    """The nearest frame that claims what `token` says, or None in the article's own voice.

    For a token inside a quotation that is the frame of the quotation.
    """
    if piece.kind == "inside":
        own = [frame for frame in frames if piece.quotation in frame.quotations]
        return own[0] if own else None
    over = [frame for frame in frames if frame.piece is piece and frame.claims and token.i in frame.reported]
    return min(over, key=lambda frame: len(frame.reported), default=None)


_GO_ON = frozenset({"among", "of", "they", "another", "it", "those", "these", "the"})


def carried_claim(
    parsed: Parsed, frames: Sequence[Frame], piece: Piece, token: Token
) -> tuple[Frame | None, str]:
    """The frame of an earlier sentence that a sentence without its own plainly goes on reporting, and why.

    "Of those, five were hit." after "…, the air force said." Returns (None, "") otherwise.
    """
    paragraph = _paragraph_of(parsed, piece)
    if paragraph is None:
        return None, ""
    number = parsed.paragraphs.index(paragraph)
    for frame in frames:
        if number in frame.paragraphs:
            return frame, "the paragraph stands under the colon before it"
    if piece.kind != "frame":
        return None, ""
    sent = token.sent
    if sent.start == 0 or not _goes_on(sent):
        return None, ""
    before = piece.doc[sent.start - 1].sent
    over = [
        f
        for f in frames
        if f.piece is piece and f.claims and f.source is not None and before.start <= f.core[0] < before.end
    ]
    if not over:
        return None, ""
    return over[-1], "the sentence goes on from the one before"


def _goes_on(sent: Span) -> bool:
    """Does the sentence lean on the one before: "Of those, …", "Among them …", "They included …"?"""
    first = [token.lower_ for token in sent[:4]]
    if first[:1] == ["of"] and len(first) > 1 and first[1] in ("those", "these", "them", "which", "the"):
        return True
    if first[:1] == ["among"] and len(first) > 1 and first[1] in ("those", "them", "the", "these"):
        return True
    return first[:1] == ["they"] and len(first) > 1 and first[1] in ("include", "included", "were", "are")


def _paragraph_of(parsed: Parsed, piece: Piece) -> Paragraph | None:
    for paragraph in parsed.paragraphs:
        if paragraph.frame is piece or piece in paragraph.insides:
            return paragraph
    return None
