"""Quotes out of reporting frames: the words, who said them, how, and which pieces are one statement.

A masked quotation (a clause or more) is `direct`; one that stayed in its sentence
is `partial` when a frame governs it and nothing but a scare quote, title or
nickname when none does. A clause that a frame reports without marks is `indirect`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract import cues
from extract.frames import Frame, Frames
from extract.ids import item_id
from extract.model import Quote
from extract.sources import Source, Sources
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.marks import Quotation
    from extract.parse import Paragraph, Parsed, Piece

#: Given the start and end of a stretch of the article's text: its first time words and the day they
#: resolve to (ISO, or None when they do not resolve), or None when it holds none.
ResolveWhen = Callable[[int, int], tuple[str, str | None] | None]


@dataclass(slots=True, eq=False)
class _Said:
    """A quotation on its way to a `Quote`."""

    index: int
    quotation: Quotation
    paragraph: int
    piece: Piece
    first: Token
    last: Token
    masked: bool
    frame: Frame | None = None
    own_cue: bool = False
    source: Source | None = None
    why: str | None = None
    joins: _Said | None = None  # the piece of the same statement before this one
    scare: bool = False


def extract_quotes(
    parsed: Parsed,
    sources: Sources,
    frames: Frames,
    article_id: str,
    *,
    resolve_when: ResolveWhen | None = None,
) -> list[Quote]:
    """The quotes of an article, in text order.

    Also tells each frame which quotations it governs (`Frame.quotations`), so that
    `frames.claim_of` knows who claims what stands inside them.
    """
    return _Quoter(parsed, sources, frames, article_id, resolve_when).quotes()


class _Quoter:
    def __init__(
        self,
        parsed: Parsed,
        sources: Sources,
        frames: Frames,
        article_id: str,
        resolve_when: ResolveWhen | None,
    ) -> None:
        self.parsed = parsed
        self.sources = sources
        self.frames = frames
        self.article_id = article_id
        self.resolve_when = resolve_when
        self.said: list[_Said] = []

    def quotes(self) -> list[Quote]:
        self.said = self._locate()
        by_index: dict[int, _Said] = {}
        for said in self.said:
            self._attribute(said, by_index)
            by_index[said.index] = said
        self._fill_from_after()
        kept = [said for said in self.said if not said.scare]
        for said in kept:
            if said.frame is not None and said.index not in said.frame.quotations:
                said.frame.quotations.append(said.index)
        found = self._direct(kept) + self._indirect()
        return sorted(found, key=lambda quote: (quote.start, quote.end))

    # ------------------------------------------------------------ where the quotations stand

    def _locate(self) -> list[_Said]:
        found: list[_Said] = []
        numbers = {}
        at = 0
        for number, paragraph in enumerate(self.parsed.paragraphs):
            masks = {}
            for token in paragraph.frame.doc:
                index = paragraph.frame.mask(token)
                if index is not None:
                    masks[index] = token
            while at < len(self.parsed.quotations) and self.parsed.quotations[at].outer_start < paragraph.end:
                quotation = self.parsed.quotations[at]
                numbers[at] = number
                token = masks.get(at)
                if token is not None:
                    found.append(_Said(at, quotation, number, paragraph.frame, token, token, True))
                else:
                    first = paragraph.frame.token_at(quotation.start)
                    last = paragraph.frame.token_at(quotation.end - 1)
                    if first is not None and last is not None:
                        found.append(_Said(at, quotation, number, paragraph.frame, first, last, False))
                at += 1
        return found

    # ------------------------------------------------------------ who said it

    def _attribute(self, said: _Said, before: dict[int, _Said]) -> None:
        if not said.masked:
            self._attribute_partial(said)
            return
        frame = self._frame_of_mask(said)
        if frame is not None:
            said.frame, said.own_cue = frame, True
            said.source, said.why = frame.source, frame.why
            said.joins = self._same_statement(said, frame)
            return
        continued = said.quotation.continues
        if continued is not None and continued in before:
            self._join(said, before[continued], "the quotation goes on from the paragraph before")
            return
        for opening in self.frames:
            if said.paragraph in opening.paragraphs:
                said.frame, said.own_cue = opening, True
                said.source, said.why = opening.source, f"the words stand under “{opening.cue_text}:”"
                return
        self._attribute_alone(said)

    def _join(self, said: _Said, other: _Said, why: str) -> None:
        said.joins = other
        said.frame = other.frame
        said.source = other.source
        said.why = why if other.source is None else f"{why} ({other.source.name})"

    def _frame_of_mask(self, said: _Said) -> Frame | None:
        """The frame in the mask's own sentence that governs it: the one right after it, else the nearest before."""
        doc = said.piece.doc
        own = self.frames.of(said.piece)
        token = said.first
        sent = token.sent
        here = [f for f in own if token.i in f.reported and f.kind != "noun"]
        after = [f for f in here if f.core[0] > token.i]
        for frame in sorted(after, key=lambda f: f.core[0]):
            between = range(token.i + 1, frame.core[0])
            if any(said.piece.mask(doc[i]) is not None for i in between):
                break
            if all(doc[i].tag_ not in ("VBD", "VBZ", "VBP", "MD") for i in between):
                return frame
        earlier = [f for f in here if f.core[1] < token.i and sent.start <= f.core[0]]
        if earlier:
            return max(earlier, key=lambda f: (f.claims, f.cue.i))
        if after:
            return min(after, key=lambda f: f.core[0])
        # The model may have cut the sentence between the quotation and its cue.
        at = token.i + 1
        comma = False
        while at < len(doc) and doc[at].is_punct:
            comma = comma or doc[at].text in (",", "?", "!")
            at += 1
        if comma:
            for frame in own:
                if frame.core[0] <= at <= frame.core[1] and frame.content is None:
                    return frame
        return None

    def _same_statement(self, said: _Said, frame: Frame) -> _Said | None:
        """An earlier piece under the same frame, or under a chained one of the same sentence and speaker."""
        for other in reversed(self.said[: self.said.index(said)]):
            if other.paragraph != said.paragraph:
                break
            if other.frame is None or other.scare:
                continue
            if other.frame is frame:
                return other
            chained = frame.cue.tag_ == "VBG" or other.frame.cue.tag_ == "VBG"
            if chained and other.source is frame.source and other.first.sent.start == said.first.sent.start:
                return other
        return None

    def _attribute_alone(self, said: _Said) -> None:
        """A quotation whose sentence has no cue: whose statement goes on here?"""
        previous = self._previous(said)
        paragraph = self.parsed.paragraphs[said.paragraph]
        if previous is not None and previous.paragraph == said.paragraph:
            if not self._other_speaker_between(previous, said):
                self._join(said, previous, "the statement goes on after the cue")
                return
        intro = self._intro(said)
        if intro is not None:
            said.frame, said.source = intro, intro.source
            said.why = f"the sentence before is {intro.source.name}'s" if intro.source else intro.why
            return
        about = self._subject_before(said)
        if about is not None:
            said.source, said.why = about, f"the sentence before is about {about.name}"
            return
        if self._only_quotation(paragraph) and said.paragraph > 0:
            last = self._last_of(said.paragraph - 1)
            if last is not None:
                said.frame, said.source, said.joins = last[0], last[1], last[2]
                said.why = f"the paragraph is {last[1].name}'s words alone, after the same speaker's"

    def _previous(self, said: _Said) -> _Said | None:
        position = self.said.index(said)
        for other in reversed(self.said[:position]):
            if not other.scare:
                return other
        return None

    def _other_speaker_between(self, previous: _Said, said: _Said) -> bool:
        low, high = previous.quotation.outer_end, said.quotation.outer_start
        for frame in self.frames.of(said.piece):
            if (
                low <= frame.offset < high
                and frame is not previous.frame
                and frame.source is not previous.source
            ):
                return True
        return False

    def _intro(self, said: _Said) -> Frame | None:
        """The last frame of the sentence right before, in the same paragraph."""
        token = said.first
        start = token.sent.start
        if start == 0:
            return None
        before = token.doc[start - 1].sent
        own = [f for f in self.frames.of(said.piece) if before.start <= f.cue.i < before.end]
        own = [f for f in own if f.source is not None]
        main = [f for f in own if f.claims] or own
        return main[0] if main else None

    def _subject_before(self, said: _Said) -> Source | None:
        token = said.first
        start = token.sent.start
        if start == 0:
            return None
        before = token.doc[start - 1].sent
        for subject in before:
            if subject.dep_ == "nsubj" and subject.head.dep_ == "ROOT" and said.piece.mask(subject) is None:
                source, _ = self.sources.resolve(said.piece, subject)
                if source is not None and source.kind == "person":
                    return source
        return None

    def _only_quotation(self, paragraph: Paragraph) -> bool:
        piece = paragraph.frame
        return all(piece.mask(token) is not None or token.is_punct for token in piece.doc)

    def _last_of(self, number: int) -> tuple[Frame | None, Source, _Said | None] | None:
        """Who spoke last in a paragraph: (frame, source, the quotation)."""
        paragraph = self.parsed.paragraphs[number]
        if paragraph.headline:
            return None
        quoted = [s for s in self.said if s.paragraph == number and s.source is not None and not s.scare]
        framed = [f for f in self.frames.of(paragraph.frame) if f.source is not None and f.claims]
        if quoted and (
            not framed or quoted[-1].quotation.start > framed[-1].offset or quoted[-1].frame is framed[-1]
        ):
            last = quoted[-1]
            assert last.source is not None
            return last.frame, last.source, last
        if framed and framed[-1].source is not None:
            return framed[-1], framed[-1].source, None
        return None

    def _fill_from_after(self) -> None:
        """A quotation that opens a paragraph before its cue: the words after it tell who speaks."""
        for said, following in zip(self.said, self.said[1:], strict=False):
            if said.masked and said.source is None and said.frame is None and following.own_cue:
                if following.source is None or following.scare:
                    continue
                near = following.paragraph == said.paragraph or (
                    following.paragraph == said.paragraph + 1
                    and cues.lemma(following.frame.cue) in ("add", "continue")
                    if following.frame
                    else False
                )
                if near:
                    said.frame, said.source = following.frame, following.source
                    said.why = f"the words after it are {following.source.name}'s"
                    following.joins = following.joins or (
                        said if following.paragraph == said.paragraph else None
                    )
        for said in self.said:
            if said.masked and said.source is None and said.frame is None and self._like_title(said):
                said.scare = True

    # ------------------------------------------------------------ partial quotations

    def _attribute_partial(self, said: _Said) -> None:
        if self._like_name(said):
            said.scare = True
            return
        over = [
            f
            for f in self.frames.of(said.piece)
            if said.first.i in f.reported and not (f.core[0] <= said.first.i <= f.core[1])
        ]
        claims = [f for f in over if f.claims]
        naming = [f for f in over if not f.claims]
        frame = min(claims, key=lambda f: (len(f.reported), -f.cue.i), default=None)
        named = min(naming, key=lambda f: (len(f.reported), -f.cue.i), default=None)
        if named is not None and (frame is None or self._own_words(named, frame)):
            frame = named
        if frame is None or (frame.kind == "according" and frame.source is None):
            said.scare = True
            return
        said.frame, said.own_cue = frame, True
        said.source, said.why = frame.source, frame.why
        said.joins = self._same_statement(said, frame)

    def _own_words(self, named: Frame, frame: Frame) -> bool:
        """Are the words under a naming verb its own subject's, although another frame is over it too?"""
        if len(named.reported) >= len(frame.reported):
            return False
        if cues.lemma(named.cue) in _CALLING:
            return True
        # "Rahimi said …, while Fadel urged “calm”": a clause beside what Rahimi said.
        marks = {child.lower_ for child in named.cue.children if child.dep_ in ("mark", "cc")}
        beside = marks & {"while", "whereas", "though", "although", "as", "but"} or named.cue.dep_ == "conj"
        return bool(beside) and named.source is not frame.source and named.core[0] != named.cue.i

    def _like_name(self, said: _Said) -> bool:
        """Is the quotation a nickname, a title or a term rather than somebody's words?"""
        doc = said.piece.doc
        before = doc[said.first.i - 1] if said.first.i else None
        after = doc[said.last.i + 1] if said.last.i + 1 < len(doc) else None
        text = said.quotation
        inside = self.parsed.text[text.start : text.end]
        tokens = [t for t in doc[said.first.i : said.last.i + 1] if t.is_alpha]
        if (
            before is not None
            and before.pos_ == "PROPN"
            and after is not None
            and after.pos_ == "PROPN"
            and not inside.endswith((".", ","))
        ) or (
            before is not None
            and after is not None
            and before.text[:1].isupper()
            and after.text[:1].isupper()
            and before.pos_ == "PROPN"
            and len(tokens) <= 2
            and inside[:1].isupper()
        ):
            return True
        named = before is not None and before.lower_ in words("reporting", "naming_before")
        if named and before is not None and before.pos_ != "VERB" and inside[:1].isupper():
            return True
        if (
            before is not None
            and before.lower_
            in ("titled", "entitled", "nicknamed", "codenamed", "dubbed", "named", "so", "called")
            and before.tag_ == "VBN"
        ):
            return True
        capital = [t for t in tokens if t.text[0].isupper()]
        small = [
            t for t in tokens if not t.text[0].isupper() and t.pos_ not in ("ADP", "DET", "CCONJ", "PART")
        ]
        numbered = len(capital) == 1 and any(ch.isdigit() for ch in inside) and inside[:1].isupper()
        return (len(capital) >= 2 or numbered) and not small

    def _like_title(self, said: _Said) -> bool:
        inside = self.parsed.text[said.quotation.start : said.quotation.end]
        parts = [word for word in inside.split() if word[:1].isalpha()]
        return inside[-1:] not in ".!?,…" and (
            len(parts) <= 3 or all(word[0].isupper() or len(word) <= 3 for word in parts)
        )

    # ------------------------------------------------------------ making quotes

    def _direct(self, kept: list[_Said]) -> list[Quote]:
        found: list[Quote] = []
        ids: dict[int, Quote] = {}
        channels: dict[int, tuple[int, str]] = {}
        for said in kept:
            quotation = said.quotation
            root = said
            while root.joins is not None and id(root.joins) in ids:
                root = root.joins
            frame = said.frame
            text = self.parsed.text[quotation.start : quotation.end]
            quote = Quote(
                id=item_id("quote", self.article_id, quotation.start, quotation.end),
                start=quotation.start,
                end=quotation.end,
                text=text,
                kind="direct" if said.masked else "partial",
                speaker_why=said.why,
            )
            first = ids.get(id(root)) if root is not said else None
            quote.utterance = first.utterance if first else quote.id
            if said.source is not None:
                quote.speaker = said.source.name
                quote.role = said.source.role
            if frame is not None:
                self._describe(quote, frame, said.own_cue)
            if quote.channel is None and first is not None:
                quote.channel = first.channel
            self._carry_channel(quote, said, channels)
            ids[id(said)] = quote
            found.append(quote)
        return found

    def _describe(self, quote: Quote, frame: Frame, own_cue: bool) -> None:
        if frame.source_start is not None and frame.source_end is not None:
            quote.speaker_start, quote.speaker_end = frame.source_start, frame.source_end
            quote.speaker_text = self.parsed.text[frame.source_start : frame.source_end]
        if own_cue:
            quote.cue = frame.cue_text
        quote.channel = frame.channel
        quote.addressee = frame.addressee
        if self.resolve_when is not None:
            for low, high in frame.zones:
                if low >= high:
                    continue
                start, end = frame.piece.span(frame.piece.doc[low], frame.piece.doc[high - 1])
                when = self.resolve_when(start, end)
                if when is not None:
                    quote.when, quote.date = when
                    break

    def _carry_channel(self, quote: Quote, said: _Said, channels: dict[int, tuple[int, str]]) -> None:
        """A channel holds for the same speaker's next words, while nobody else speaks, two paragraphs long."""
        if said.source is None:
            return
        frames = [f for f in self.frames if f.offset < quote.start and f.source is not None and f.claims]
        if quote.channel is None:
            for frame in reversed(frames):
                if frame.source is not said.source or said.paragraph - frame.paragraph > 2:
                    break
                if frame.channel is not None:
                    quote.channel = frame.channel
                    break

    def _indirect(self) -> list[Quote]:
        found = []
        for frame in self.frames:
            span = self._clause(frame)
            if span is None or frame.source is None:
                continue
            start, end = span
            quote = Quote(
                id=item_id("quote", self.article_id, start, end, "indirect"),
                start=start,
                end=end,
                text=self.parsed.text[start:end],
                kind="indirect",
                speaker=frame.source.name,
                speaker_why=frame.why,
                role=frame.source.role,
            )
            quote.utterance = quote.id
            self._describe(quote, frame, True)
            found.append(quote)
        return found

    def _clause(self, frame: Frame) -> tuple[int, int] | None:
        """The full clause that a frame reports without marks, as offsets; None when it is not surely one."""
        if (
            frame.kind != "verb"
            or not frame.claims
            or frame.quotations
            or frame.negated
            or frame.source is None
        ):
            return None
        if (
            self.parsed.paragraphs[frame.paragraph].headline
            or not cues.is_class(frame.cue, "verbs")
            or cues.is_weak(frame.cue)
        ):
            return None
        doc = frame.piece.doc
        sent = frame.cue.sent
        if frame.content is not None:
            low = frame.content
            if doc[low].lower_ == "that":
                low += 1
            high = sent.end
            for other in self.frames.of(frame.piece):
                if (
                    other is not frame
                    and low < other.core[0] < high
                    and other.source is frame.source
                    and other.paragraph == frame.paragraph
                ):
                    high = other.core[0]
        elif frame.left:
            low, high = sent.start, frame.core[0]
        else:
            return None
        while high > low and (
            doc[high - 1].is_punct or doc[high - 1].is_space or doc[high - 1].lower_ in ("and", "but")
        ):
            high -= 1
        while low < high and (doc[low].is_punct or doc[low].is_space):
            low += 1
        if high - low < 4 or any(frame.piece.mask(doc[i]) is not None for i in range(low, high)):
            return None
        if any(f.core[0] < low <= f.core[1] for f in self.frames.of(frame.piece) if f is not frame):
            return None
        if not any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(low, high)):
            return None
        return frame.piece.span(doc[low], doc[high - 1])


_CALLING = frozenset(
    {
        "call",
        "describe",
        "label",
        "brand",
        "dub",
        "term",
        "deem",
        "refer",
        "characterize",
        "characterise",
        "portray",
    }
)
