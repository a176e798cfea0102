"""Who said each quotation: its own frame, the statement it goes on, or the words around it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from extract import cues
from extract.authors import give_authors
from extract.carriedclaims import carried_claim
from extract.echoes import give_echoes, goes_on_later, touches_frame
from extract.frames import Frame, Frames
from extract.said import Said, like_name, like_title, set_off_title
from extract.sources import Source, Sources

if TYPE_CHECKING:
    from spacy.tokens import Span

    from extract.parse import Paragraph, Parsed, Piece

_CALLING = frozenset(
    [
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
    ]
)
_ASIDE = frozenset({"while", "whereas", "though", "although", "as", "but"})


class Attributor:
    """Attributes the quotations of one article, in text order."""

    def __init__(self, parsed: Parsed, sources: Sources, frames: Frames) -> None:
        self.parsed = parsed
        self.sources = sources
        self.frames = frames
        self.said = self._locate()
        self._by_index = {said.index: said for said in self.said}
        self._last_in: dict[int, list[Said]] = {}

    def attribute(self) -> list[Said]:
        """The quotations with their frames and sources; scare quotes are marked, not left out."""
        for said in self.said:
            if said.masked:
                self._attribute_masked(said)
            else:
                self._attribute_partial(said)
            self._last_in.setdefault(said.paragraph, []).append(said)
        self._from_after()
        give_authors(self.sources, self.parsed.text, self.said)
        give_echoes(self.parsed.text, self.said)
        for said in self.said:
            nobodys = said.masked and said.frame is None and said.source is None
            if nobodys and like_title(self.parsed.text, said):
                said.scare = True
        return self.said

    def _locate(self) -> list[Said]:
        found: list[Said] = []
        at = 0
        quotations = self.parsed.quotations
        for number, paragraph in enumerate(self.parsed.paragraphs):
            piece = paragraph.frame
            held = (piece.doc[i] for i in piece.masks(0, len(piece.doc)))
            masks = {index: token for token in held if (index := piece.mask(token)) is not None}
            while at < len(quotations) and quotations[at].outer_start < paragraph.end:
                quotation = quotations[at]
                mask = masks.get(at)
                first = mask if mask is not None else piece.token_at(quotation.start)
                last = mask if mask is not None else piece.token_at(quotation.end - 1)
                if first is not None and last is not None:
                    found.append(
                        Said(at, len(found), quotation, number, piece, first, last, mask is not None)
                    )
                at += 1
        return found

    # ------------------------------------------------------------ quotations of a clause or more

    def _attribute_masked(self, said: Said) -> None:
        frame = self._frame_of_mask(said)
        if set_off_title(self.parsed.text, said) and (frame is None or not touches_frame(said, frame)):
            said.scare = True
            return
        if frame is not None:
            said.frame, said.own_cue = frame, True
            said.source, said.why = frame.source, frame.why
            said.joins = self._same_statement(said, frame)
            return
        continued = said.quotation.continues
        if continued is not None and continued in self._by_index:
            self._join(said, self._by_index[continued], "the quotation goes on from the paragraph before")
            return
        opening = self.frames.over_paragraph(said.piece)
        if opening is not None:
            said.frame, said.own_cue = opening, True
            said.source, said.why = opening.source, f"the words stand under “{opening.cue_text}:”"
            return
        if self._alone(said):
            self._attribute_alone(said)
        elif said.position and goes_on_later(said, self.said[said.position - 1]):
            self._join(said, self.said[said.position - 1], "the statement goes on later")

    def _join(self, said: Said, other: Said, why: str) -> None:
        said.joins = other
        said.frame, said.named_at = other.frame, other.named_at
        said.source = other.source
        said.why = why if other.source is None else f"{why} ({other.source.name})"

    def _frame_of_mask(self, said: Said) -> Frame | None:
        """The frame in the mask's own sentence that governs it: the one right after it, else the nearest before."""
        doc, token = said.piece.doc, said.first
        own = self.frames.of(said.piece)
        here = [f for f in own if token.i in f.reported and f.kind != "noun"]
        after = sorted((f for f in here if f.core[0] > token.i), key=lambda f: f.core[0])
        for frame in after:
            between = range(token.i + 1, frame.core[0])
            if any(said.piece.mask(doc[i]) is not None for i in between):
                break
            if all(doc[i].tag_ not in ("VBD", "VBZ", "VBP", "MD") for i in between):
                return frame
        earlier = [f for f in here if token.sent.start <= f.core[0] and f.core[1] < token.i]
        if earlier:
            return max(earlier, key=lambda f: (f.claims, f.cue.i))
        if after:
            return after[0]
        # The model may have cut the sentence between the quotation and its cue.
        at, comma = token.i + 1, False
        while at < len(doc) and doc[at].is_punct:
            comma = comma or doc[at].text in (",", "?", "!")
            at += 1
        return next((f for f in own if comma and f.core[0] <= at <= f.core[1] and f.content is None), None)

    def _same_statement(self, said: Said, frame: Frame) -> Said | None:
        """An earlier piece under the same frame, or under a chained one of the same sentence and speaker."""
        for other in reversed(self.said[: said.position]):
            if other.paragraph != said.paragraph:
                break
            if other.frame is None or other.scare:
                continue
            if other.frame is frame:
                return other
            chained = "VBG" in (frame.cue.tag_, other.frame.cue.tag_)
            if chained and other.source is frame.source and other.first.sent.start == said.first.sent.start:
                return other
        return None

    def _alone(self, said: Said) -> bool:
        """Is the quotation a sentence of its own?"""
        return all(said.piece.mask(t) is not None or t.is_punct or t.is_space for t in said.first.sent)

    def _attribute_alone(self, said: Said) -> None:
        """A quotation whose sentence has no cue: whose statement goes on here?"""
        previous = next((s for s in reversed(self.said[: said.position]) if not s.scare), None)
        if (
            previous is not None
            and previous.paragraph == said.paragraph
            and self._undisturbed(previous, said)
            and not self._another_acts(previous, said)
        ):
            self._join(said, previous, "the statement goes on after the cue")
            return
        before = self._sentence_before(said)
        intro = self._intro(said, before) if before is not None else None
        if intro is not None and intro.source is not None:
            said.frame, said.source = intro, intro.source
            said.why = f"the sentence before is {intro.source.name}'s"
            return
        about = self._subject_of(said.piece, before) if before is not None else None
        if about is not None:
            said.source, said.named_at = about
            said.why = f"the sentence before is about {about[0].name}"
            return
        if (
            before is None
            and said.paragraph > 0
            and self._only_quotation(self.parsed.paragraphs[said.paragraph])
        ):
            asker = self._takes_turns(said)
            last = asker or self._last_of(said.paragraph - 1)
            if last is None and (about := self._about_before(said)) is not None:
                said.source, said.named_at = about
                said.why = f"the paragraph before is about {about[0].name}"
            elif last is not None and asker is not None:
                said.frame, said.source, _ = last
                said.why = f"question and answer: {last[1].name}'s turn"
            elif last is not None:
                said.frame, said.source, said.joins = last
                said.why = f"the paragraph is a quotation alone, after {last[1].name}'s words"

    def _takes_turns(self, said: Said) -> tuple[Frame | None, Source, Said | None] | None:
        """ "“Of whom?”" "“Of him.”": of two who ask and answer by paragraphs, the one whose turn it is."""
        if (asked := self._asked_before(said.paragraph - 1)) is not None:
            return asked
        if said.paragraph < 2:
            return None
        last, other = self._last_of(said.paragraph - 1), self._last_of(said.paragraph - 2)
        if last is None or other is None or last[1] is other[1] or last[2] is None:
            return None
        asks = [self.parsed.text[s.quotation.start : s.quotation.end].endswith("?") for s in (last[2], said)]
        return other if asks[0] != asks[1] else None

    def _asked_before(self, number: int) -> tuple[Frame | None, Source, Said | None] | None:
        """ "She asked him if he had seen it. “No,” he said." and then words alone: hers, who goes on asking."""
        last = self._last_of(number)
        if last is None or last[2] is None or last[0] is None:
            return None
        framed = [f for f in self.frames.of(self.parsed.paragraphs[number].frame) if f.source is not None]
        at = framed.index(last[0]) if last[0] in framed else 0
        asker = framed[at - 1] if at else None
        if asker is None or asker.source is None or asker.source is last[1] or asker.source.kind != "person":
            return None
        return (asker, asker.source, None) if cues.lemma(asker.cue) in ("ask", "press") else None

    def _about_before(self, said: Said) -> tuple[Source, tuple[int, int]] | None:
        """The person whom the last sentence of the paragraph before, which quotes nobody, is about."""
        paragraph = self.parsed.paragraphs[said.paragraph - 1]
        if paragraph.headline or paragraph.insides or not len(paragraph.frame.doc):
            return None
        return self._subject_of(paragraph.frame, paragraph.frame.doc[-1].sent)

    def _undisturbed(self, previous: Said, said: Said) -> bool:
        """Does nobody else speak between two quotations of a paragraph?"""
        low, high = previous.quotation.outer_end, said.quotation.outer_start
        return not any(
            low <= f.offset < high and f is not previous.frame and f.source is not previous.source
            for f in self.frames.of(said.piece)
        )

    def _another_acts(self, previous: Said, said: Said) -> bool:
        """Dorval laughs at that. “…”: is the sentence between two quotations about another person by name?"""
        before = self._sentence_before(said)
        if before is None or previous.last.i >= before.start or previous.source is None:
            return False
        about = self._subject_of(said.piece, before)
        return about is not None and about[0] is not previous.source

    def _sentence_before(self, said: Said) -> Span | None:
        start = said.first.sent.start
        return said.first.doc[start - 1].sent if start else None

    def _intro(self, said: Said, before: Span) -> Frame | None:
        """The frame of the sentence right before, in the same paragraph."""
        own = [
            f
            for f in self.frames.of(said.piece)
            if before.start <= f.cue.i < before.end and f.source is not None
        ]
        return next((f for f in own if f.claims), own[0] if own else None)

    def _subject_of(self, piece: Piece, sent: Span) -> tuple[Source, tuple[int, int]] | None:
        if sent[-1].text == "?":
            return None  # Is Jameson fit? “No.”
        for token in sent:
            first = token.is_sent_start and len(sent) > 1 and token.nbor(1).tag_ in ("VBD", "VBZ")
            subject = token.dep_ == "nsubj" or (first and token.pos_ == "PROPN")
            if subject and token.head.dep_ == "ROOT" and piece.mask(token) is None:
                source, _ = self.sources.resolve(piece, token)
                if source is not None and source.kind == "person":
                    return source, self.sources.span_of(piece, token)
        return None

    def _only_quotation(self, paragraph: Paragraph) -> bool:
        piece = paragraph.frame
        return all(piece.mask(token) is not None or token.is_punct for token in piece.doc)

    def _last_of(self, number: int) -> tuple[Frame | None, Source, Said | None] | None:
        """Who spoke last in a paragraph: (frame, source, the quotation)."""
        paragraph = self.parsed.paragraphs[number]
        if paragraph.headline:
            return None
        quoted = [s for s in self._last_in.get(number, ()) if s.source is not None and not s.scare]
        framed = [f for f in self.frames.of(paragraph.frame) if f.source is not None and f.claims]
        last = quoted[-1] if quoted else None
        frame = framed[-1] if framed else None
        if (
            last is not None
            and frame is not None
            and last.frame is not frame
            and last.quotation.start < frame.offset
        ):
            last = None  # somebody spoke after the paragraph's last quotation
        if last is not None and last.source is not None:
            return last.frame, last.source, last
        if frame is not None and frame.source is not None:
            return frame, frame.source, None
        return None

    def _named_after(self, said: Said) -> bool:
        """ "“…” That was Ana Petrescu, the committee's chair": the sentence after names who said it."""
        doc, at = said.piece.doc, said.first.sent.end
        if at + 2 >= len(doc) or doc[at].lower_ not in ("that", "those", "this", "so"):
            return False
        if doc[at + 1].lemma_ not in ("be", "go", "run", "say"):
            return False
        for token in doc[at + 2 : min(at + 9, doc[at].sent.end)]:
            named = self.sources.named.get((id(said.piece), token.i))
            if named is not None and named[1].kind == "person":
                said.source, said.named_at = named[1], self.sources.span_of(said.piece, token)
                said.why = f"the sentence after says that it is {named[1].name}'s"
                return True
        return False

    def _from_after(self) -> None:
        """A quotation alone before its cue: the words after it tell who speaks."""
        if self.said and self.said[-1].masked and self.said[-1].source is None and self._alone(self.said[-1]):
            self._named_after(self.said[-1])
        for said, following in reversed(list(itertools.pairwise(self.said))):
            if said.masked and said.source is None and following.quotation.continues == said.index:
                said.frame, said.source = following.frame, following.source
                said.why = f"the quotation goes on in the next paragraph ({following.why})"
                following.joins = said
                continue
            if not said.masked or said.source is not None or said.frame is not None or not self._alone(said):
                continue
            if self._named_after(said):
                continue
            frame = following.frame
            if not following.own_cue or following.source is None or following.scare or frame is None:
                continue
            same = following.paragraph == said.paragraph
            if same or (
                following.paragraph == said.paragraph + 1 and cues.lemma(frame.cue) in ("add", "continue")
            ):
                said.frame, said.source = frame, following.source
                said.why = f"the words after it are {following.source.name}'s"
                if same and following.joins is None:
                    following.joins = said

    # ------------------------------------------------------------ quotations inside a sentence

    def _attribute_partial(self, said: Said) -> None:
        if like_name(self.parsed.text, said):
            said.scare = True
            return
        at = said.first.i
        over = [
            f for f in self.frames.of(said.piece) if at in f.reported and not f.core[0] <= at <= f.core[1]
        ]
        frame = min((f for f in over if f.claims), key=_width, default=None)
        named = min((f for f in over if not f.claims), key=_width, default=None)
        if named is not None and (frame is None or self._own_words(named, frame)):
            frame = named
        if frame is None and not over and " " in self.parsed.text[said.quotation.start : said.quotation.end]:
            frame, _ = carried_claim(self.parsed, self.frames, said.piece, said.first)
        if frame is None or frame.source is None or self._questioned(frame):
            scare = frame is None or frame.kind == "according" or self._questioned(frame)
            if scare:
                said.scare = True
                return
        assert frame is not None
        said.frame, said.own_cue = frame, True
        said.source, said.why = frame.source, frame.why
        said.joins = self._same_statement(said, frame)

    def _questioned(self, frame: Frame) -> bool:
        """Asked whether the president considered them “ungrateful”: the question's words, not the president's."""
        doc, cue = frame.piece.doc, frame.cue
        for i in range(cue.i - 1, cue.sent.start - 1, -1):
            if doc[i].lower_ in ("whether", "if"):
                return True
            if doc[i].text == "," and i < frame.core[0]:
                return False  # asked if she would run, Nora Flint would say only …
            if cues.is_cue(doc[i]) and cues.is_class(doc[i], "verbs"):
                return False
        return False

    def _own_words(self, named: Frame, frame: Frame) -> bool:
        """Are the words under a naming verb its own subject's, although another frame is over it too?"""
        if len(named.reported) >= len(frame.reported):
            return False
        if cues.lemma(named.cue) in _CALLING:
            return True
        before = [token for token in named.cue.children if token.lower_ == "as" and token.dep_ == "prep"]
        if before and named.source is not frame.source and named.cue.dep_ in ("relcl", "acl"):
            return True  # a claim that the army dismissed as “fantasy”
        # "Rahimi said …, while Fadel urged “calm”": a clause beside what Rahimi said.
        marks = {child.lower_ for child in named.cue.children if child.dep_ in ("mark", "cc")}
        beside = bool(marks & _ASIDE) or named.cue.dep_ == "conj"
        return beside and named.source is not frame.source and named.core[0] != named.cue.i


def _width(frame: Frame) -> tuple[int, int]:
    """How near a frame is to the words under it: the narrower the nearer, the later the nearer."""
    return len(frame.reported), -frame.cue.i
