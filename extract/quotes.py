"""Quotes out of reporting frames: the words, who said them, how, and which pieces are one statement.

A masked quotation (a clause or more) is `direct`; one that stayed in its sentence
is `partial` when a frame governs it and nothing but a scare quote, title or
nickname when none does. A clause that a frame reports without marks is `indirect`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract import cues
from extract.attribution import Attributor
from extract.doubts import stance_of
from extract.frames import Frame, Frames
from extract.ids import item_id
from extract.model import Quote
from extract.parse import Parsed
from extract.said import Said
from extract.sources import Sources
from extract.wordlists import words

#: Given the start and end of a stretch of the article's text: its first time words and the day they
#: resolve to (ISO, or None when they do not resolve), or None when it holds none.
ResolveWhen = Callable[[int, int], "tuple[str, str | None] | None"]

#: Between a denial and the words that are denied.
_DENIED = re.compile(r"\s+(?:that|\w+ing)\b[^:,;]{0,60}", re.DOTALL)
#: A clause shorter than this (tokens) is not worth an indirect quote.
_SHORTEST_CLAUSE = 3


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
    said = [item for item in Attributor(parsed, sources, frames).attribute() if not item.scare]
    for item in said:
        if item.frame is not None:
            frames.govern(item.frame, item.index)
    maker = _Maker(parsed, frames, article_id, resolve_when)
    found = [*maker.marked(said), *maker.indirect()]
    return sorted(found, key=lambda quote: (quote.start, quote.end))


class _Maker:
    """Makes `Quote` records."""

    def __init__(
        self, parsed: Parsed, frames: Frames, article_id: str, resolve_when: ResolveWhen | None
    ) -> None:
        self.parsed = parsed
        self.frames = frames
        self.article_id = article_id
        self.resolve_when = resolve_when
        self.claiming = [f for f in frames if f.source is not None and f.claims]

    def marked(self, said: list[Said]) -> list[Quote]:
        """The quotes between marks."""
        made: dict[int, Quote] = {}
        for item in said:
            start, end = item.quotation.start, item.quotation.end
            quote = Quote(
                id=item_id("quote", self.article_id, start, end),
                start=start,
                end=end,
                text=self.parsed.text[start:end],
                kind="direct" if item.masked else "partial",
                speaker_why=item.why,
            )
            first = made.get(id(item.joins)) if item.joins is not None else None
            quote.utterance = first.utterance if first else quote.id
            if item.source is not None:
                quote.speaker, quote.role = item.source.name, item.source.role
            if item.frame is not None:
                self._describe(quote, item.frame, item.own_cue)
            elif item.named_at is not None:
                quote.speaker_start, quote.speaker_end = item.named_at
                quote.speaker_text = self.parsed.text[slice(*item.named_at)]
            if quote.channel is None:
                quote.channel = (
                    first.channel
                    if first and first.channel
                    else self.frames.channel_before(item.source, item.quotation.start, item.paragraph)
                )
            made[id(item)] = quote
        return list(made.values())

    def _describe(self, quote: Quote, frame: Frame, own_cue: bool) -> None:
        if frame.source_start is not None and frame.source_end is not None:
            quote.speaker_start, quote.speaker_end = frame.source_start, frame.source_end
            quote.speaker_text = self.parsed.text[frame.source_start : frame.source_end]
        if own_cue:
            quote.cue = frame.cue_text
        quote.channel = frame.channel
        quote.addressee = frame.addressee
        stance = stance_of(frame)
        if quote.kind != "indirect":
            stance = "denied" if self._denies(quote, frame) else None
        quote.stance = stance
        if self.resolve_when is None:
            return
        doc = frame.piece.doc
        for low, high in frame.zones:
            if low < high:
                when = self.resolve_when(*frame.piece.span(doc[low], doc[high - 1]))
                if when is not None:
                    quote.when, quote.date = when
                    return

    def _denies(self, quote: Quote, frame: Frame) -> bool:
        """ "denied saying “…”", not "denied it: “…”", where the words are the denial."""
        said, head = frame.cue, frame.cue.head
        if said.dep_ in ("xcomp", "pcomp") and cues.lemma(head) in words("stances", "denying"):
            return not any(child.dep_ == "neg" for child in head.children)
        between = self.parsed.text[frame.piece.end(frame.cue) : quote.start]
        return stance_of(frame) == "denied" and _DENIED.fullmatch(between) is not None

    def indirect(self) -> list[Quote]:
        """The full clauses that a frame reports without marks."""
        found: dict[tuple[int, int], Quote] = {}
        for frame in self.claiming:
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
            # “X said …, adding that Y”: both cues reach Y, and the nearer one has it.
            found[span] = quote
        return list(found.values())

    def _quotes_in(self, span: tuple[int, int]) -> bool:
        return any(span[0] <= each.start < span[1] for each in self.parsed.quotations)

    def _clause(self, frame: Frame) -> tuple[int, int] | None:
        """The clause, as offsets; None when it is not surely a full one."""
        if frame.kind != "verb" or frame.quotations or frame.antecedent:
            return None  # "the $40m the agency says it needs": no clause without its object
        if stance_of(frame) == "denied":
            if frame.content is None or frame.piece.doc[frame.content].lower_ != "that":
                return None
        elif frame.negated or not cues.is_class(frame.cue, "verbs") or cues.is_weak(frame.cue):
            return None
        if self.parsed.paragraphs[frame.paragraph].headline:
            return None
        piece, doc, sent = frame.piece, frame.piece.doc, frame.cue.sent
        others = [f for f in self.frames.of(piece) if f is not frame]
        if frame.content is not None:
            low = frame.content + (doc[frame.content].lower_ == "that")
            cuts = [f.core[0] for f in others if low < f.core[0] < sent.end and _turns(frame, f)]
            high = min(cuts, default=sent.end)
        elif frame.left:
            low, high = sent.start, frame.core[0]
        else:
            return None
        while high > low and (doc[high - 1].is_punct or doc[high - 1].lower_ in _TURNS):
            high -= 1
        while low < high and (doc[low].is_punct or doc[low].is_space):
            low += 1
        inside = range(low, high)
        if len(inside) < _SHORTEST_CLAUSE or any(piece.mask(doc[i]) is not None for i in inside):
            return None
        if any(f.core[0] < low <= f.core[1] for f in others):
            return None
        if stance_of(frame) == "denied" and self._quotes_in(piece.span(doc[low], doc[high - 1])):
            return None  # the marked words are a quote of their own
        if not any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in inside):
            return None
        return self._closed(*piece.span(doc[low], doc[high - 1]))

    def _closed(self, start: int, end: int) -> tuple[int, int]:
        """The span with the closing mark of a word in marks that ends it."""
        for each in self.parsed.quotations:
            if start <= each.outer_start and each.start < end < each.outer_end and each.end <= end:
                return start, each.outer_end
        return start, end


#: Words between two speakers of one sentence.
_TURNS = frozenset({"and", "but", "while", "whereas"})


def _turns(frame: Frame, other: Frame) -> bool:
    """Does the sentence turn at `other` from what `frame` reports: to the next verb of the same, or to another?"""
    if other.source is frame.source:
        return True
    doc, at = other.piece.doc, other.core[0] - 1
    if doc[at].lower_ in _TURNS - {"and"}:
        return str(doc[at - 1].text) == ","
    return str(doc[at].text) == ";"
