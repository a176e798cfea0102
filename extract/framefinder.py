"""Finds the reporting frames of an article, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract import cues
from extract.channels import addressee_of, channel_at_end, channel_at_head, channel_in, medium_of
from extract.colonframes import TAKING
from extract.copulas import CopulaFrames
from extract.countedclauses import counted_before
from extract.frame import Frame
from extract.framesources import KNOWN_KINDS, Who
from extract.layout import (
    antecedent_of,
    content_start,
    core_of,
    phrase_end,
    reaches,
    reported_tokens,
    resumes,
    says_before,
    touches,
    zones_of,
)
from extract.pastclauses import past_relative
from extract.quoting import core_of_quoting, overheard, quoting
from extract.sourceframes import opens_source
from extract.subjects import agent_of, inverted_subject, is_passive, subject_of
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Piece

_MODALS = frozenset({"to", "would", "could", "should", "must", "might", "may"})
#: Counting verbs that report only a toll or a document, and those that report whatever they take.
_OF_TOLLS = frozenset(
    {"put", "give", "raise", "revise", "release", "publish", "describe", "update", "correct", "adjust"}
)
#: "Reported dead", "confirmed missing": what is said of those before, who say nothing.
_SAID_TO_BE = frozenset({"reported", "confirmed"})
_STATES = frozenset({"dead", "killed", "wounded", "injured", "missing"})
#: Verbs that tell what the speaker himself did: "reported shooting down 44 drones".
_OWNING = frozenset({"report", "acknowledge", "admit", "confirm", "announce"})
#: What is done to a toll, and to many another thing.
_LOWERING = frozenset({"lower", "cut", "trim", "reduce", "downgrade"})
#: What a death does to a toll as well as an official.
_CHANGING = _LOWERING | {"raise", "revise", "update", "adjust"}
_TOLLS = frozenset({"toll", "tally", "count", "estimate", "figure"})


def _hear_gender(frame: Frame) -> None:
    """Danjuma Sule said he had hidden: the name's ending need not speak for a woman."""
    source = frame.source
    if source is None or source.leaning is None or frame.content is None:
        return
    first = frame.piece.doc[frame.content : frame.content + 2]
    woman = any(token.lower_ in ("she", "her") for token in frame.cue.sent)  # … said he had told her
    if not woman and any(token.lower_ == "he" for token in first):
        source.leaning = None


def _puts_down(verb: Token) -> bool:
    """ "Put the delay down to “teething trouble”": names the cause, and no toll."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)]]
    return "down" in after and after[after.index("down") + 1 :][:1] == ["to"]


def _closes_report(verb: Token) -> bool:
    """ "Said that he would not, calling it “a stunt”": the participle is who said so, not who would not."""
    inner = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or inner.dep_ != "ccomp" or verb.i == 0:
        return False
    return (
        verb.nbor(-1).text == "," and cues.is_class(inner.head, "verbs") and not cues.is_class(inner, "verbs")
    )


def _says_only(verb: Token) -> bool:
    """ "Would say only that there was “no vacancy”": what somebody does say."""
    return any(t.lower_ == "only" for t in verb.doc[max(verb.sent.start, verb.i - 1) : verb.i + 3])


def _used_to_say(piece: Piece, verb: Token) -> bool:
    """ "“A bar fight,” he would say": what somebody said again and again, or was to say later."""
    doc, at = verb.doc, verb.i - 1
    aux = [c for c in verb.children if c.dep_ == "aux"]
    if len(aux) != 1 or aux[0].lower_ != "would" or any(c.dep_ == "neg" for c in verb.children):
        return False
    while at > verb.sent.start and not doc[at].is_punct:
        at -= 1
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    others = subject is not None and subject.lower_ not in ("i", "you", "we", "who", "anyone", "nobody")
    return others and verb.i - at <= 5 and at > 0 and piece.mask(doc[at - 1]) is not None


#: What a war or a blast claims.
_TAKEN = frozenset({"life", "lives", "victim", "victims"})


def _could_confirm(verb: Token) -> bool:
    """ "The agency could only confirm 16 deaths": which it does."""
    could = any(child.dep_ == "aux" and child.lower_ == "could" for child in verb.children)
    return could and cues.lemma(verb) == "confirm" and not cues.is_negated(verb)


class FrameFinder(CopulaFrames):
    """Finds the frames of one article, in text order, and tells `sources` who spoke where."""

    def find(self) -> list[Frame]:
        """The frames."""
        opening: Frame | None = None  # the frame whose colon ended the paragraph before
        for number, paragraph in enumerate(self.parsed.paragraphs):
            piece = paragraph.frame
            if opening is not None and not paragraph.headline:
                opening = self._under_colon(opening, number)
                if opening is not None:
                    continue
            for sent in piece.doc.sents:
                # One by one: "he" in the next frame may be who spoke in this one.
                for frame in self._of_sentence(piece, sent, headline=paragraph.headline):
                    frame.paragraph = number
                    _hear_gender(frame)
                    if frame.source is not None and (frame.claims or self._holds_words(frame)):
                        self.sources.spoke(frame.offset, frame.source)
            opening = self._opens_list(piece)
        return self.frames

    def _holds_words(self, frame: Frame) -> bool:
        """ "Accused his colleagues of “wishful thinking”": are there words in marks under a verb that only names?"""
        if frame.kind != "verb" or not frame.reported:
            return False
        doc, quotations = frame.piece.doc, self.parsed.quotations
        low, high = frame.piece.start(doc[min(frame.reported)]), frame.piece.end(doc[max(frame.reported)])
        at = bisect_left(quotations, low, key=lambda quotation: quotation.start)
        return at < len(quotations) and quotations[at].start < high

    def _of_sentence(self, piece: Piece, sent: Span, *, headline: bool) -> Iterator[Frame]:
        found = False
        for frame in self._sentence(piece, sent):
            found = True
            yield frame
        if headline and not found and (above := self._of_headline(piece, sent) or self._at_head(piece, sent)):
            self.frames.append(above)
            yield above

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
                frame = self._reckoned(piece, sent, token) or self._noun(piece, token)
            elif token.lemma_ == "be" and token.pos_ in ("AUX", "VERB"):
                frame = self._being(piece, sent, token)
            elif opens_source(token):
                frame = self._according(piece, sent, token)
            elif token.text == ":" and token.i:
                frame = self._colon(piece, sent, token)
            elif token.text in ("—", "–", "-", "--") and token.i:
                frame = self._signed(piece, sent, token)
            if frame is not None:
                self.frames.append(frame)
                yield frame

    # ------------------------------------------------------------ verbs

    def _verb(self, piece: Piece, sent: Span, verb: Token) -> Frame | None:
        doc = piece.doc
        if verb.dep_ != "xcomp" and any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children):
            only_says = cues.lemma(verb) == "say" and _says_only(verb)
            if not (only_says or _used_to_say(piece, verb) or _could_confirm(verb)):
                return None
        if verb.lower_ in _SAID_TO_BE and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in _STATES:
            return None  # 21 soldiers reported dead
        beside = past_relative(piece, verb)
        if beside is None:
            beside = inverted_subject(piece, verb)
        passive = beside is None and is_passive(verb)
        if cues.lemma(verb) == "claim" and (passive or any(c.lower_ in _TAKEN for c in verb.children)):
            return None  # an attack claimed by a group; a blast that has claimed nine lives
        if any(cues.is_cue(c) and overheard(c) is not None for c in verb.children):
            return None  # passengers heard her announcing: her words
        if self._tells_of_the_deed(verb):
            return None
        if (said := self._as_said(piece, sent, verb)) is not None:
            return said
        kept = counted_before(verb)
        which = kept or antecedent_of(verb)
        if verb.tag_ == "VBG" and cues.lemma(verb) in _CHANGING and not cues.is_class(verb.head, "verbs"):
            return None  # four more died, raising the toll to 127
        subject = overheard(verb) or beside or (which and which[1]) or subject_of(piece, verb)
        subject = agent_of(verb) if passive else subject
        if subject is None or any(child.lower_ == "no" for child in subject.children):
            return None  # no one claimed the bombing, which killed 22 people
        subject = self._outer(piece, verb, subject)
        clause = None if passive else cues.clause_of(piece, verb)
        core = core_of(piece, sent, verb, subject)
        above = quoting(verb)
        if above is not None:
            core = core_of_quoting(sent, above, verb)
        masks = piece.masks(sent.start, sent.end)
        after = next((i for i in masks if i > verb.i and reaches(piece, verb.i, i)), None)
        before = next((i for i in reversed(masks) if i < core[0] and reaches(piece, i, core[0])), None)
        if verb.dep_ == "relcl" and resumes(verb):
            before = None  # “…,” the woman, who feared for her safety, told …: told has it
        # "The minister said:" at the end of a paragraph: what is said stands in the next one.
        opens = doc[len(doc) - 1].text == ":" and sent.end == len(doc) and verb.i >= len(doc) - 25
        day = verb.i + 1  # A, the army said | on Monday |, of which B
        while day < min(verb.i + 4, sent.end) and (doc[day].ent_type_ == "DATE" or doc[day].lower_ == "on"):
            day += 1
        aside = day < sent.end and doc[day].text in (",", ";")
        left = says_before(sent, verb if above is None else above, core[0], before) and not opens
        left = left and after is None and (clause is None or aside)
        touching = before is not None and touches(piece, before, core[0])
        left = left or touching
        content = content_start(sent, verb, clause, after)
        quoted = after is not None or opens or (before is not None and left)
        colon = after is not None and doc[after - 1].text == ":"
        if colon and cues.lemma(verb) in TAKING and any(child.dep_ == "dobj" for child in verb.children):
            return None
        claims = True if colon or kept else self._admit(verb, content is not None, left, quoted, passive)
        if claims is None:
            return None
        who = self._who(piece, subject, verb)
        if (verb.tag_ == "VBG" and (who.source is None or who.source.kind == "group")) or _closes_report(
            verb
        ):
            who = self._chained(sent, piece, verb, who)
        if (unvoiced := self._unvoiced(subject, verb)) is not None:
            who = Who(None, None, None, unvoiced, None)
        elif cues.is_weak(verb) and not touching and not self._is_people(who.source, subject):
            return None
        zones = zones_of(sent, verb, core, left, content)
        stop = sent.end if content is None else content
        addressee = addressee_of(piece, verb, stop)
        reported = reported_tokens(
            sent, verb, core, left or passive, claims, content, touching and after is None
        )
        if which is not None:
            reported |= frozenset(range(which[0], core[0]))
        if not claims:
            zones = zones[1:]  # what follows "called" is about the thing named, not about the naming
        return Frame(
            piece, verb, verb.text, who.source, who.start, who.end, who.why, "verb", core,
            reported,
            channel=channel_in(piece, zones) or who.channel or medium_of(addressee) or (None if left else channel_at_end(piece, sent) or channel_at_head(piece, sent)),
            addressee=addressee,
            negated=cues.is_negated(verb),
            claims=claims, content=content, left=left, zones=zones, antecedent=which is not None,
        )  # fmt: skip

    def _unvoiced(self, subject: Token, verb: Token) -> str | None:
        """ "A sign read", "the old jingle went": why nobody is told to have said it, or None."""
        if cues.lemma(verb) == "read" and subject.lemma_ in words("reporting", "written_on"):
            return f"written on the {subject.lemma_}"
        if subject.pos_ not in ("NOUN", "PROPN") or subject.lemma_ not in words("reporting", "voiceless"):
            return None
        owned = any(child.dep_ == "poss" for child in subject.children)
        return None if owned else f"the {subject.lemma_} is nobody's in particular"

    def _tells_of_the_deed(self, verb: Token) -> bool:
        """ "One died in hospital, which raises the toll to six": what was told, and not the hospital, raises it."""
        if cues.lemma(verb) not in _CHANGING | {"bring", "put"} or verb.dep_ != "relcl" or verb.i == 0:
            return False
        noun = verb.head
        return (
            verb.nbor(-1).lower_ == "which"
            and noun.dep_ == "pobj"
            and noun.head.lower_ in ("in", "at", "on", "from")
        )

    def _outer(self, piece: Piece, verb: Token, subject: Token) -> Token:
        """She said a truce was reached but warned: not the truce, on whose clause the parse hangs the verb, but she."""
        inner = verb
        while inner.dep_ == "conj":
            inner = inner.head
        above = inner.head
        if (
            inner is verb
            or inner.dep_ != "ccomp"
            or not above.i < subject.i < verb.i
            or not cues.is_cue(above)
        ):
            return subject
        turned = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in verb.head.children)
        turned = turned and verb.dep_ == "conj" and not cues.is_cue(inner)
        if not turned and self._is_people(self._who(piece, subject).source, subject):
            return subject  # … that the troops had left but said: who acknowledged it
        return subject_of(piece, above) or subject

    def _chained(self, sent: Span, piece: Piece, verb: Token, who: Who) -> Who:
        """The attack drew condemnation from X, who accused …, saying …: a participle after another's frame."""
        for frame in reversed(self.frames[-6:]):
            here = frame.piece is piece and sent.start <= frame.cue.i < verb.i
            if here and frame.source is not None and self._is_people(frame.source, frame.cue):
                return Who(frame.source, frame.source_start, frame.source_end, frame.why, None)
        return who

    def _admit(self, verb: Token, clause: bool, left: bool, quoted: bool, passive: bool) -> bool | None:
        """None when the verb reports nothing here; else whether it makes a claim (naming does not)."""
        counting, speaking = cues.is_class(verb, "counting"), cues.is_class(verb, "verbs")
        if passive:
            done = verb.dep_ == "acl" and cues.is_class(verb, "weak")  # troops advised by soldiers
            return True if (counting or speaking) and not (done and not clause) else None
        if cues.lemma(verb) == "tell" and not (left or quoted) and cues.is_order(verb):
            return False  # the military told residents to leave
        if cues.lemma(verb) == "put" and _puts_down(verb):
            return False
        if speaking and (clause or left or quoted):
            return True
        if quoted and cues.is_class(verb, "with_quotation"):
            return True
        if (clause or left) and any(
            cues.is_class(verb, key) for key in ("with_clause", "denying", "counting")
        ):
            return True
        right = [child for child in verb.children if child.i > verb.i]
        objects = [child for child in right if child.dep_ in ("dobj", "oprd", "attr")]
        beside = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]]
        higher = cues.lemma(verb) == "put" and (
            "toll" in beside or beside[:2] in (["it", "at"], ["that", "at"], ["them", "at"], ["these", "at"])
        )
        if counting and higher:
            return True  # put the toll higher, at 58
        if cues.lemma(verb) in ("accuse", "blame") and any(
            t.lower_ in ("of", "for") and any(inner.like_num for inner in t.subtree)
            for child in right
            for t in child.subtree
        ):
            return True  # accused them of firing 120 shells
        if cues.lemma(verb) == "speak" and any(
            child.lower_ == "of" and child.i == verb.i + 1 and any(t.like_num for t in child.subtree)
            for child in right
        ):
            return True  # an army statement had spoken of four dead
        if cues.lemma(verb) == "say" and any(
            t.like_num for child in objects for t in (child, *child.children)
        ):
            # "The army said five"; "said 30 shells fell": a clause whose verb the parse took for a participle.
            return True
        if cues.lemma(verb) in _OWNING and any(c.dep_ == "xcomp" and c.tag_ == "VBG" for c in right):
            return True  # the ministry reported shooting down 44 drones
        if objects and counting:
            tolls = words("reporting", "toll_nouns") | words("reporting", "nouns")
            if cues.lemma(verb) in _LOWERING:
                if any(child.lemma_.casefold() in _TOLLS for child in objects):
                    return True
            elif cues.lemma(verb) not in _OF_TOLLS or any(
                child.lemma_.casefold() in tolls or child.lower_ in tolls for child in objects
            ):
                return True
        if cues.is_class(verb, "denying") and (objects or any(child.dep_ == "xcomp" for child in right)):
            return True
        if cues.is_class(verb, "naming") or cues.is_class(verb, "denying"):
            return False
        governs = any(child.dep_ in ("prep", "dobj", "oprd", "acomp", "advcl") for child in right)
        return False if speaking and governs else None

    # ------------------------------------------------------------ nouns

    def _noun(self, piece: Piece, noun: Token) -> Frame | None:
        """X's claim that …: a noun with its owner and a clause."""
        clauses = [
            child for child in noun.children if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i
        ]
        clause = next(
            (c for c in clauses if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)), None
        )
        owner = self._owner(noun)
        if clause is None or owner is None:
            return None
        who = self._who(piece, owner)
        if owner.dep_ == "amod":
            side = self.sources.other(sides()[owner.lower_], "org")
            who = who._replace(source=side, why=f"the {owner.text} {noun.lower_}")
        if who.source is None or not (who.source.kind in KNOWN_KINDS or who.source.kind == "group"):
            return None
        reported = frozenset(token.i for token in clause.subtree)
        reported |= frozenset(range(max(reported) + 1, phrase_end(noun.sent, max(reported) + 1)))
        channel = noun.lower_ if noun.lower_ in words("channels", "nouns") else None
        return Frame(
            piece, noun, noun.text, who.source, who.start, who.end, who.why, "noun", (noun.i, noun.i), reported,
            channel=channel,
            negated=noun.lemma_ == "denial", content=min(reported),
        )  # fmt: skip
