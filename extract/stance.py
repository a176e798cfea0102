"""How the text stands to each figure: claimed, confirmed, denied, disputed or unverified, and by whom.

The frame that a figure stands in tells first ("denied that 40 people died"). Then
come the words about somebody else's claim: "rejected Y's claim that …", "the toll
could not be verified", and, in a later sentence, "the army disputed the figure".
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.cues import lemma
from extract.doubts import (
    NAMING,
    POINTING,
    WITHOUT,
    doer_of,
    holds_number,
    is_aside,
    is_negated,
    is_told,
    is_unable,
    is_unmade,
    objects_of,
    only_names,
    stance_of,
)
from extract.model import SET_APART, Stance
from extract.subjects import agent_of, is_passive, subject_of
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.figures import Read
    from extract.frames import Frames
    from extract.parse import Parsed, Piece
    from extract.sources import Source, Sources

#: A word on "the claim" may stand so many sentences after it; one on "it" in the next.
_REACH = 3
#: Of two words on one figure the stronger one stands.
_STRENGTH: dict[Stance | None, int] = {
    None: 0, "confirmed": 1, "claimed": 2, "unverified": 3, "disputed": 4, "denied": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A word on a claim: what it says, who says so, and the tokens that it speaks of.

    `before` is a token: of the sentence's figures, those left of it are meant when `over` holds none.
    `left` is where the word on the claim begins: a claim told before may stand left of it.
    `claimant` is whose figure it is ("questioned the opposition's estimate of"), with the noun that says so.
    `back` is how many sentences back the claim may stand that it speaks of, `owner`'s when that is named.
    """

    stance: Stance
    by: Source | None
    start: int | None
    end: int | None
    over: frozenset[int]
    before: int = 0
    back: int = 0
    left: int = 0
    owner: Source | None = None
    claimant: tuple[Source, int, int, Token] | None = None


def mark_stances(parsed: Parsed, frames: Frames, sources: Sources, reads: list[Read]) -> None:
    """Sets `stance` of each figure, and who denies, disputes or cannot verify it."""
    for read in reads:
        stance = stance_of(read.frame)
        read.figure.stance = stance
        if stance in ("denied", "disputed", "unverified") and read.frame is not None and read.frame.source:
            _by(read, read.frame.source, read.frame.source_start, read.frame.source_end)
    at: dict[int, list[tuple[int, Read]]] = {}
    for read in reads:
        token = read.draft.piece.token_at(read.draft.number.start)
        if token is not None and read.draft.measure not in SET_APART:
            at.setdefault(id(read.draft.piece), []).append((token.i, read))
    if not at:
        return
    finder = _Finder(frames, sources, reads)
    for paragraph in parsed.paragraphs:
        for piece in (paragraph.frame, *paragraph.insides):
            here = at.get(id(piece), [])
            for sent in piece.doc.sents:
                for doubt in finder.doubts(piece, sent):
                    spoken_of = [read for i, read in here if i in doubt.over]
                    if not spoken_of and doubt.before:
                        spoken_of = [read for i, read in here if sent.start <= i < doubt.before]
                    if not spoken_of and doubt.back:
                        left = [read for i, read in here if sent.start <= i < doubt.left]
                        spoken_of = [read for read in left if _is_others(read, doubt)]
                        spoken_of = spoken_of or finder.told_before(piece, sent, doubt)
                    for read in spoken_of:
                        _mark(read, doubt)


def _is_others(read: Read, doubt: _Doubt) -> bool:
    """Nobody disputes what he says himself; who gave no proof is the one who claims."""
    claimant = read.frame.source if read.frame is not None else None
    return claimant is not None and (claimant is doubt.owner if doubt.owner else claimant is not doubt.by)


def _mark(read: Read, doubt: _Doubt) -> None:
    figure = read.figure
    if _STRENGTH[doubt.stance] < _STRENGTH[figure.stance]:
        return
    figure.stance = doubt.stance
    if doubt.claimant is not None and doubt.by is not None and figure.claimant == doubt.by.name:
        source, figure.claimant_start, figure.claimant_end, noun = doubt.claimant
        figure.claimant, figure.cue = source.name, noun.text
        figure.claimant_why = f"it is the {noun.lower_} of {source.name}"
    if doubt.stance != "claimed":
        _by(read, doubt.by, doubt.start, doubt.end)


def _by(read: Read, source: Source | None, start: int | None, end: int | None) -> None:
    figure = read.figure
    figure.disputed_by = source.name if source is not None else None
    figure.disputed_start = start if source is not None else None
    figure.disputed_end = end if source is not None else None


@functools.cache
def _telling() -> frozenset[str]:
    """Every word that may say something of a claim."""
    keys = (
        "denying",
        "disputing",
        "verifying",
        "false",
        "doubtful",
        "verification",
        "unverified",
        "evidence",
    )
    return frozenset({"cast"}).union(*(words("stances", key) for key in keys))


class _Finder:
    """Finds the words on claims, sentence by sentence."""

    def __init__(self, frames: Frames, sources: Sources, reads: list[Read]) -> None:
        self.frames = frames
        self.sources = sources
        self.reads = reads
        self.starts = [read.figure.start for read in reads]

    def told_before(self, piece: Piece, sent: Span, doubt: _Doubt) -> list[Read]:
        """The figures of the nearest sentence before that somebody else claims."""
        offset = piece.start(piece.doc[sent.start])
        here = self.sources.sentence(offset)
        found: list[Read] = []
        for at in range(bisect_left(self.starts, offset) - 1, -1, -1):
            read = self.reads[at]
            draft = read.draft
            if draft.measure in SET_APART:
                continue
            there = self.sources.sentence(draft.number.start)
            if here - there > doubt.back or (
                found and there != self.sources.sentence(found[0].draft.number.start)
            ):
                break
            if _is_others(read, doubt):
                found.append(read)
        return found

    def doubts(self, piece: Piece, sent: Span) -> Iterator[_Doubt]:
        """What a sentence says of claims, in text order."""
        for token in sent:
            if piece.mask(token) is not None:
                continue
            word = token.lower_
            if word not in _telling() and lemma(token) not in _telling():
                continue
            # "a figure that the army disputes": the model may take the verb of a relative clause for a noun.
            mistaken = token.dep_ == "relcl" and any(
                child.lower_ in ("that", "which") for child in token.lefts
            )
            if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB") or mistaken:
                stance = self._of_verb(token)
                if stance is not None:
                    yield from self._verb(piece, sent, token, stance)
            if word in words("stances", "false"):
                yield from self._said_of(piece, sent, token, "denied")
            elif word in words("stances", "doubtful"):
                yield from self._said_of(piece, sent, token, "disputed")
            elif word in words("stances", "verification"):
                yield from self._no_verification(piece, sent, token)
            elif word in words("stances", "unverified"):
                yield from self._unverified(piece, sent, token)
            elif word in words("stances", "evidence"):
                yield from self._no_evidence(piece, sent, token)

    # ------------------------------------------------------------ verbs

    def _of_verb(self, verb: Token) -> Stance | None:
        word = lemma(verb)
        negated = is_negated(verb)
        if word in words("stances", "verifying") and (negated or is_unable(verb)):
            return "unverified"
        if negated or is_unmade(verb):
            return None
        if word in words("stances", "denying"):
            return "denied"
        if word in words("stances", "disputing"):
            return "disputed"
        if word == "cast" and any(child.lower_ in ("doubt", "doubts") for child in verb.children):
            return "disputed"
        return None

    def _verb(self, piece: Piece, sent: Span, verb: Token, stance: Stance) -> Iterator[_Doubt]:
        passive = is_passive(verb)
        who = agent_of(verb) if passive else doer_of(piece, verb)
        by, start, end = self._who(piece, verb, who)
        targets = objects_of(verb, passive)
        over = frozenset(
            t.i for target in targets for t in target.subtree if not is_aside(t, verb) and is_told(t, verb)
        )
        if verb.dep_ in ("relcl", "acl") and not any(t.pos_ in ("NOUN", "NUM", "PROPN") for t in targets):
            # "a figure that the army disputes", "…, a claim denied by the army"; "which Russia denies"
            head = verb.head
            inside = frozenset(t.i for t in head.subtree) - frozenset(t.i for t in verb.subtree)
            if head.lower_ in words("stances", "reports") or head.pos_ in ("VERB", "NUM", "NOUN", "AUX"):
                yield _Doubt(stance, by, start, end, inside, before=verb.left_edge.i)
            return
        back, owner = self._back(piece, targets)
        claimant = self._owner(piece, targets)
        left = min(verb.i, who.i) if who is not None else verb.i
        yield _Doubt(stance, by, start, end, over, back=back, left=left, owner=owner, claimant=claimant)

    def _who(
        self, piece: Piece, verb: Token, who: Token | None
    ) -> tuple[Source | None, int | None, int | None]:
        frame = next((f for f in self.frames.of(piece) if f.cue.i == verb.i and f.kind == "verb"), None)
        if frame is not None and frame.source is not None:
            return frame.source, frame.source_start, frame.source_end
        if who is None or (who.lower_ in ("it", "which", "that", "what") and is_passive(verb)):
            return None, None, None
        source, _ = self.sources.resolve(piece, who)
        if source is None:
            return None, None, None
        return source, *self.sources.span_of(piece, who)

    def _owner(self, piece: Piece, targets: list[Token]) -> tuple[Source, int, int, Token] | None:
        """Whose estimate is disputed: "the opposition's estimate of 1,000 dead"."""
        for target in targets:
            owner = next((child for child in target.children if child.dep_ == "poss"), None)
            if owner is None or target.lower_ not in words("stances", "reports"):
                continue
            source, _ = self.sources.resolve(piece, owner)
            if source is not None:
                return source, *self.sources.span_of(piece, owner), target
        return None

    def _back(self, piece: Piece, targets: list[Token]) -> tuple[int, Source | None]:
        """How far back the targets point at a claim told before ("the claim", "those figures", "Kyiv's toll", "it")."""
        for target in targets:
            if target.lower_ in ("it", "this", "that", "them", "these", "those", "either") and target.pos_ in (
                "PRON", "DET",
            ):  # fmt: skip
                return 1, None
            if target.lower_ not in words("stances", "reports"):
                continue
            if any(child.dep_ in ("acl", "relcl", "ccomp", "prep") for child in target.children):
                if not any(
                    child.dep_ == "prep" and child.lower_ in ("by", "from", "of") and only_names(child)
                    for child in target.children
                ):
                    continue
            owner = next((c for c in target.children if c.dep_ == "poss"), None)
            if owner is None:
                owner = next(
                    (inner for child in target.children if child.lower_ in ("by", "from") for inner in child.children
                     if inner.dep_ == "pobj"), None,
                )  # fmt: skip
            if owner is not None:
                source, _ = self.sources.resolve(piece, owner)
                if source is None and owner.lower_ not in ("its", "their", "his", "her"):
                    continue
                return _REACH, source
            if any(child.dep_ == "det" and child.lower_ in POINTING for child in target.children) or (
                target.lower_.endswith("s") and not list(target.lefts)
            ):
                return _REACH, None
        return 0, None

    # ------------------------------------------------------------ words said of a report

    def _said_of(self, piece: Piece, sent: Span, word: Token, stance: Stance) -> Iterator[_Doubt]:
        """ "reports that 25 had died were false", "called the figure of 300 exaggerated", "false reports that"."""
        if any(child.dep_ == "neg" for child in (*word.children, *word.head.children)):
            return
        head = word.head
        if word.dep_ == "amod" and head.lower_ in words("stances", "reports"):
            over = frozenset(t.i for t in head.subtree)
            if any(child.dep_ in ("acl", "relcl", "ccomp") for child in head.children) or holds_number(head):
                by = self._speaker(piece, head)
                yield _Doubt(stance, *by, over)
            return
        named = next((a for a in word.ancestors if a.lower_ in words("stances", "reports")), None)
        clause = next((t for t in (word, *word.ancestors) if t.dep_ == "relcl" and t.head == named), None)
        if named is not None and clause is not None and clause.i > named.i:
            # "…, a claim the army called baseless", "…, a figure Israel says is inflated"
            who = subject_of(piece, clause)
            by = self._who(piece, clause, who if who is not None and who.i > named.i else None)
            yield _Doubt(stance, *by, frozenset(), before=named.left_edge.i)
            return
        if named is not None and named.i < word.i and named.dep_ == "dobj" and lemma(named.head) in NAMING:
            # "called the figure of 300 dead exaggerated": the model reads it into the figure.
            by = self._who(piece, named.head, subject_of(piece, named.head))
            yield _Doubt(stance, *by, frozenset(t.i for t in named.subtree))
            return
        verb = head
        while verb.dep_ in ("prep", "conj", "advmod", "amod") and verb.head.i != verb.i:
            verb = verb.head
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i < word.i]
        for subject in subjects:
            if subject.lower_ not in words("stances", "reports"):
                continue
            over = frozenset(t.i for t in subject.subtree)
            back, owner = self._back(piece, [subject])
            naming = next((a for a in (verb, *verb.ancestors) if lemma(a) in NAMING), None)
            who = subject_of(piece, naming or verb) if naming is not None or subject.dep_ == "dobj" else None
            verb = naming or verb
            by = self._who(piece, verb, who) if who is not None else self._speaker(piece, word)
            yield _Doubt(stance, *by, over, back=back, owner=owner)

    def _speaker(self, piece: Piece, token: Token) -> tuple[Source | None, int | None, int | None]:
        """Who says what `token` is a word of."""
        over = [f for f in self.frames.of(piece) if f.claims and token.i in f.reported]
        frame = min(over, key=lambda f: len(f.reported), default=None)
        naming = next((a for a in token.ancestors if lemma(a) in NAMING), None)
        if naming is not None and (frame is None or frame.cue.i < naming.i):
            return self._who(piece, naming, subject_of(piece, naming))
        if frame is None or frame.source is None:
            return None, None, None
        return frame.source, frame.source_start, frame.source_end

    def _no_verification(self, piece: Piece, sent: Span, noun: Token) -> Iterator[_Doubt]:
        """ "There was no independent confirmation of the toll of 26"."""
        if (
            not any(child.lower_ in ("no", "without") for child in noun.children)
            and noun.head.lower_ != "without"
        ):
            return
        targets = [inner for child in noun.children if child.dep_ == "prep" for inner in child.children]
        over = frozenset(t.i for target in targets for t in target.subtree)
        yield _Doubt("unverified", None, None, None, over, back=_REACH)

    def _unverified(self, piece: Piece, sent: Span, word: Token) -> Iterator[_Doubt]:
        """ "unconfirmed reports of 30 dead", "the claim remains unverified"."""
        head = word.head
        if word.dep_ == "amod" and head.lower_ in words("stances", "reports"):
            over = frozenset(t.i for t in head.subtree)
            frames = [f for f in self.frames.of(piece) if f.core[0] <= head.i <= f.core[1]]
            over |= frozenset(i for f in frames for i in f.reported)
            if head.dep_ in ("nsubj", "pobj"):
                # "Unconfirmed reports said …", "according to unverified reports"
                over |= frozenset(t.i for t in sent)
            yield _Doubt("unverified", None, None, None, over)
            return
        subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.lower_ in words("stances", "reports"):
            back, owner = self._back(piece, [subject])
            over = frozenset(t.i for t in subject.subtree)
            yield _Doubt("unverified", None, None, None, over, back=back, owner=owner)

    def _no_evidence(self, piece: Piece, sent: Span, noun: Token) -> Iterator[_Doubt]:
        """ "claimed, without providing evidence, that"; "It offered no proof."."""
        at = noun.i
        left = piece.doc[max(sent.start, at - 8) : at + 1].text.casefold()
        if WITHOUT.search(left):
            yield _Doubt("claimed", None, None, None, frozenset(t.i for t in sent), back=_REACH)
            return
        verb = noun.head
        none = any(child.lower_ in ("no", "little", "scant") for child in noun.children)
        told = [c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") or c.lower_ in ("of", "for")]
        if none and told:
            # "no evidence to support claims that 17 died"
            by = self._who(piece, verb, subject_of(piece, verb))
            yield _Doubt("unverified", *by, frozenset(t.i for each in told for t in each.subtree))
            return
        refused = any(child.dep_ == "neg" for child in verb.children)
        if lemma(verb) not in words("stances", "giving"):
            return
        if refused or none:
            who = subject_of(piece, verb)
            by = self._who(piece, verb, who)
            yield _Doubt(
                "claimed", None, None, None, frozenset(), before=verb.left_edge.i, back=_REACH, owner=by[0]
            )
