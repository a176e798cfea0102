"""Finds the reporting frames of an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from extract import cues
from extract.channels import addressee_of, channel_at_end, channel_in, medium_of
from extract.frame import Frame
from extract.layout import (
    antecedent_of,
    content_start,
    core_of,
    core_of_quoting,
    phrase_end,
    quoting,
    reaches,
    reported_tokens,
    resumes,
    says_before,
    touches,
    zones_of,
)
from extract.sources import Source, Sources
from extract.subjects import agent_of, inverted_subject, is_passive, joined, parted, past_relative, subject_of
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Parsed, Piece

_KNOWN_KINDS = ("person", "org", "officials")
_MODALS = frozenset({"to", "would", "could", "should", "must", "might", "may"})
#: Counting verbs that report only a toll or a document, and those that report whatever they take.
_OF_TOLLS = frozenset(
    {"put", "give", "raise", "revise", "release", "publish", "describe", "update", "correct", "adjust"}
)
#: What is done to a toll, and to many another thing.
_LOWERING = frozenset({"lower", "cut", "trim", "reduce", "downgrade"})
#: What a death does to a toll as well as an official.
_CHANGING = _LOWERING | {"raise", "revise", "update", "adjust"}
#: "Of" tells what these are about, and not whose they are, where somebody's name stands before them.
_ABOUT = frozenset({"analysis", "review", "study", "survey", "assessment", "investigation", "tally", "count"})
_TOLLS = frozenset({"toll", "tally", "count", "estimate", "figure"})

#: Who does this with a statement is not who made it: "a statement carried by the state news agency".
_PASSED_ON = frozenset(
    [
        "carry",
        "quote",
        "cite",
        "report",
        "relay",
        "broadcast",
        "air",
        "run",
        "circulate",
        "share",
        "see",
        "obtain",
        "translate",
    ]
)


#: With these a colon brings what somebody came upon, not what he says.
_TAKING = frozenset({"receive", "get", "open", "find", "hear", "see", "discover", "face", "notice", "read"})


_PAPERS = frozenset(
    {
        "statement",
        "release",
        "letter",
        "email",
        "memo",
        "message",
        "communique",
        "communiqué",
        "report",
        "post",
    }
)


class _Who(NamedTuple):
    source: Source | None
    start: int | None
    end: int | None
    why: str
    channel: str | None


def _hear_gender(frame: Frame) -> None:
    """Danjuma Sule said he had hidden: the name's ending need not speak for a woman."""
    source = frame.source
    if source is None or source.leaning is None or frame.content is None:
        return
    first = frame.piece.doc[frame.content : frame.content + 2]
    woman = any(token.lower_ in ("she", "her") for token in frame.cue.sent)  # … said he had told her
    if not woman and any(token.lower_ == "he" for token in first):
        source.leaning = None


class FrameFinder:
    """Finds the frames of one article, in text order, and tells `sources` who spoke where."""

    def __init__(self, parsed: Parsed, sources: Sources) -> None:
        self.parsed = parsed
        self.sources = sources
        self.frames: list[Frame] = []

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

    def _of_sentence(self, piece: Piece, sent: Span, *, headline: bool) -> Iterator[Frame]:
        found = False
        for frame in self._sentence(piece, sent):
            found = True
            yield frame
        if headline and not found and (above := self._of_headline(piece, sent)) is not None:
            self.frames.append(above)
            yield above

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
        if who.source is None or who.source.kind not in (*_KNOWN_KINDS, "group"):
            return None
        if who.source.kind == "person" and (id(piece), end - 1) not in self.sources.named:
            role = self.sources.other(doc[first:end].text, "person")  # "- governor": as the headline has it
            who = who._replace(source=role, why="named by role only")
        at = doc[cue if cue is not None else first - 1]
        core = (first - (cue is None), last)
        return Frame(
            piece, at, at.text, who.source, who.start, who.end, who.why, "verb" if cue is not None else "colon", core,
            frozenset(range(sent.start, first - 1)), left=True,
        )  # fmt: skip

    def _under_colon(self, opening: Frame, number: int) -> Frame | None:
        """Let the frame of "The minister said:" govern this paragraph too, unless somebody else speaks in it.

        Returns the frame while it goes on, None when the paragraph is the article's own.
        """
        paragraph = self.parsed.paragraphs[number]
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
                frame = self._noun(piece, token)
            elif token.lower_ == "words" and token.i + 1 < len(piece.doc) and token.nbor(1).lower_ == "of":
                frame = self._according(piece, sent, token)
            elif token.text == ":" and token.i:
                frame = self._colon(piece, sent, token)
            elif token.text in ("—", "–", "-", "--") and token.i:
                frame = self._signed(piece, sent, token)
            if frame is not None:
                self.frames.append(frame)
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
        who = self._who(piece, noun)
        last = max(child.i for child in joined(noun)[-1].subtree)
        low = max(part.i for part in joined(noun))
        # What follows the source after a comma is reported too: "according to the army, which blamed …".
        last = next((i for i in range(low + 1, last + 1) if doc[i].text in (",", ";")), last + 1) - 1
        core = (token.i, max(noun.i, min(last, sent.end - 1)))
        reported = frozenset(i for i in range(sent.start, sent.end) if not core[0] <= i <= core[1])
        if not reported:
            return None
        return Frame(
            piece, token, "according to" if token.lower_ == "according" else "in the words of", who.source, who.start, who.end, who.why, "according", core, reported,
            channel=channel_in(piece, [(to.i, self._past_relative(sent, core[1]))]) or who.channel,
            left=token.i != sent.start,
        )  # fmt: skip

    def _past_relative(self, sent: Span, last: int) -> int:
        """Past "…, who spoke to reporters by video link" after the source's last token, which may tell the channel."""
        doc = sent.doc
        for at in range(last + 1, min(last + 12, sent.end - 2)):
            if doc[at].tag_ in ("VBD", "VBZ", "VBP"):
                break
            if doc[at].lower_ == "who" and doc[at - 1].text == ",":
                verb = doc[at + 1 + (doc[at + 1].pos_ == "AUX")]
                if verb.lemma_ not in ("speak", "talk", "write", "post", "brief", "tell"):
                    break
                return next((i for i in range(at + 1, sent.end) if doc[i].text in (",", ";")), sent.end)
        return phrase_end(sent, last + 1)

    # ------------------------------------------------------------ verbs

    def _verb(self, piece: Piece, sent: Span, verb: Token) -> Frame | None:
        doc = piece.doc
        if verb.dep_ != "xcomp" and any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children):
            return None
        beside = past_relative(piece, verb)
        if beside is None:
            beside = inverted_subject(piece, verb)
        passive = beside is None and is_passive(verb)
        if passive and cues.lemma(verb) == "claim":
            return None  # an attack claimed by a group
        which = antecedent_of(verb)
        if verb.tag_ == "VBG" and cues.lemma(verb) in _CHANGING and not cues.is_class(verb.head, "verbs"):
            return None  # four more died, raising the toll to 127
        subject = agent_of(verb) if passive else beside or (which and which[1]) or subject_of(piece, verb)
        if subject is None:
            return None
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
        aside = verb.i + 1 < sent.end and doc[verb.i + 1].text in (",", ";")  # A, the army said, of which B
        left = says_before(sent, verb if above is None else above, core[0], before) and not opens
        left = left and after is None and (clause is None or aside)
        touching = before is not None and touches(piece, before, core[0])
        left = left or touching
        content = content_start(sent, verb, clause, after)
        quoted = after is not None or opens or (before is not None and left)
        colon = after is not None and doc[after - 1].text == ":"
        if colon and cues.lemma(verb) in _TAKING and any(child.dep_ == "dobj" for child in verb.children):
            return None
        claims = True if colon else self._admit(verb, content is not None, left, quoted, passive)
        if claims is None:
            return None
        who = self._who(piece, subject, verb)
        if verb.tag_ == "VBG" and (who.source is None or who.source.kind == "group"):
            who = self._chained(sent, piece, verb, who)
        if cues.lemma(verb) == "read" and subject.lemma_ in words("reporting", "written_on"):
            who = _Who(None, None, None, f"written on the {subject.lemma_}", None)
        elif cues.is_weak(verb) and not touching and not self._is_people(who.source, subject):
            return None
        zones = zones_of(sent, verb, core, left, content)
        stop = sent.end if content is None else content
        addressee = addressee_of(piece, verb, stop)
        reported = reported_tokens(sent, verb, core, left or passive, claims, content)
        if which is not None:
            reported |= frozenset(range(which[0], core[0]))
        if not claims:
            zones = zones[1:]  # what follows "called" is about the thing named, not about the naming
        return Frame(
            piece, verb, verb.text, who.source, who.start, who.end, who.why, "verb", core,
            reported,
            channel=channel_in(piece, zones) or who.channel or medium_of(addressee) or (channel_at_end(piece, sent) if not left else None),
            addressee=addressee,
            negated=cues.is_negated(verb),
            claims=claims, content=content, left=left, zones=zones, antecedent=which is not None,
        )  # fmt: skip

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
        if self._is_people(self._who(piece, subject).source, subject):
            return subject
        return subject_of(piece, above) or subject

    def _chained(self, sent: Span, piece: Piece, verb: Token, who: _Who) -> _Who:
        """The attack drew condemnation from X, who accused …, saying …: a participle after another's frame."""
        for frame in reversed(self.frames[-6:]):
            here = frame.piece is piece and sent.start <= frame.cue.i < verb.i
            if here and frame.source is not None and self._is_people(frame.source, frame.cue):
                return _Who(frame.source, frame.source_start, frame.source_end, frame.why, None)
        return who

    def _is_people(self, source: Source | None, subject: Token) -> bool:
        """Is the subject somebody who can speak, rather than an attack that suggests something?"""
        if source is not None and source.kind in _KNOWN_KINDS:
            return True
        word = subject.lower_
        lists = (("organisations", "groups"), ("titles", "roles"), ("reporting", "documents"))
        if any(word in words(*each) for each in lists):
            return True
        if subject.pos_ == "PROPN" and subject.text.casefold() in sides():
            return True  # France, Germany and Britain urged
        # A name that the model takes for a plural: "Sanders dismissed the poll".
        return subject.is_sent_start and subject.tag_ in ("NNS", "NNP")

    def _admit(self, verb: Token, clause: bool, left: bool, quoted: bool, passive: bool) -> bool | None:
        """None when the verb reports nothing here; else whether it makes a claim (naming does not)."""
        counting, speaking = cues.is_class(verb, "counting"), cues.is_class(verb, "verbs")
        if passive:
            return True if counting or speaking else None
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
            "toll" in beside or beside[:2] in (["it", "at"], ["that", "at"])
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

    # ------------------------------------------------------------ nouns and colons

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
        if who.source is None or not (who.source.kind in _KNOWN_KINDS or who.source.kind == "group"):
            return None
        reported = frozenset(token.i for token in clause.subtree)
        return Frame(
            piece, noun, noun.text, who.source, who.start, who.end, who.why, "noun", (noun.i, noun.i), reported,
            negated=noun.lemma_ == "denial", content=min(reported),
        )  # fmt: skip

    def _owner(self, noun: Token) -> Token | None:
        """Whose statement it is: "the ministry's", "from the ministry", "issued by the ministry"."""
        for child in noun.children:
            if child.dep_ == "poss":
                return child
        for child in noun.children:
            if noun.lemma_ in _ABOUT and child.dep_ == "compound" and child.pos_ == "PROPN":
                return child  # an MBC News analysis of air force data
        for child in noun.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by", "of"):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return inner
            made = child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ not in _PASSED_ON
            agent = agent_of(child) if made else None
            if agent is not None:
                return agent
        for child in noun.children:
            body = child.pos_ == "PROPN" or child.lower_ in words("organisations", "heads")
            if child.dep_ in ("compound", "nmod") and child.i < noun.i and body:
                return child
            if child.dep_ == "amod" and child.i == noun.i - 1 and child.text[:1].isupper():
                return child if child.lower_ in sides() else None  # the Israeli claim that …
        return None

    def _colon(self, piece: Piece, sent: Span, token: Token) -> Frame | None:
        """Name: “…” at the head of a paragraph, without a verb."""
        doc = piece.doc
        if token.i + 1 >= len(doc) or piece.mask(doc[token.i + 1]) is None:
            return None
        before = [doc[i] for i in range(sent.start, token.i)]
        if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before):
            subject = next((t for t in sent.root.children if t.dep_ == "nsubj" and t.i < token.i), None)
            return self._told_by_colon(piece, sent, token, subject)
        for noun in before:
            # Her advice to voters: “…”
            if noun.pos_ == "NOUN" and noun.lemma_ in words("reporting", "nouns") and self._owner(noun):
                return self._told_by_colon(piece, sent, token, noun)
        if token.i > 9 or not before or before[-1].pos_ not in ("PROPN", "NOUN"):
            return None
        if any(t.pos_ in ("VERB", "AUX") for t in before):
            return None
        who = self._who(piece, before[-1])
        if who.source is None or who.source.kind not in _KNOWN_KINDS:
            return None
        return Frame(
            piece, token, ":", who.source, who.start, who.end, who.why, "colon", (0, token.i),
            frozenset(range(token.i + 1, sent.end)), content=token.i + 1,
        )  # fmt: skip

    def _told_by_colon(self, piece: Piece, sent: Span, token: Token, subject: Token | None) -> Frame | None:
        """The senator was blunt: “…”: no verb that reports, and yet the colon gives her the words."""
        if subject is None or piece.mask(subject) is not None or sent.root.lemma_ in _TAKING:
            return None
        mask = token.i + 1
        for frame in self.frames[-8:]:
            here = frame.piece is piece and frame.cue.i >= sent.start and mask in frame.reported
            if here and frame.claims and frame.source is not None:
                return None
        who = self._who(piece, subject)
        if who.source is None or who.source.kind not in _KNOWN_KINDS:
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

    # ------------------------------------------------------------ sources

    def _who(self, piece: Piece, subject: Token, verb: Token | None = None) -> _Who:
        """The source a subject stands for; a statement's source is who made it, and it is the channel."""
        channel = None
        medium = subject.lower_ in words("channels", "nouns")
        if subject.pos_ == "NOUN" and (medium or subject.lemma_ in words("reporting", "nouns")):
            channel = subject.lower_ if medium else None
            owner = self._owner(subject)
            if owner is None:
                spoken = self._speaker_of(piece, subject)
                if spoken is not None:
                    start, end = self.sources.span_of(piece, subject)
                    return _Who(
                        spoken,
                        start,
                        end,
                        f"the {subject.lower_} is by {spoken.name}, who spoke before",
                        channel,
                    )
            else:
                subject = owner
        parts = joined(subject)
        if verb is not None and len(parts) == 1 and subject.head != verb:
            # The second of two, which is all that the parse left to the verb.
            parts = [
                *parts,
                *(c for c in verb.children if c.dep_ == "nsubj" and parted(piece, verb, c) == subject),
            ]
        bare = not any(child.dep_ == "det" for child in subject.children)
        beside = len(parts) == 2 and (id(piece), parts[1].i) in self.sources.named
        if beside and bare and subject.lower_ in words("titles", "roles"):
            parts = parts[1:]  # American academic and professor Ana Petrescu
            subject = parts[0]
        source, why = self.sources.resolve(piece, subject)
        start, end = self.sources.span_of(piece, subject)
        if len(parts) > 1 and source is not None:
            others = [self.sources.resolve(piece, part)[0] for part in parts[1:]]
            named = [source, *(other for other in others if other is not None and other is not source)]
            if len(named) > 1:
                end = max(end, self.sources.span_of(piece, parts[-1])[1])
                source = self.sources.together(named)
        return _Who(source, start, end, why, channel)

    def _speaker_of(self, piece: Piece, statement: Token) -> Source | None:
        """Whose "the statement" is: who spoke last, no more than three sentences before."""
        if not any(child.lower_ in ("the", "this") for child in statement.children):
            return None
        offset = piece.start(statement)
        here = self.sources.sentence(offset)
        spoken = self.sources.last_spoke(offset)
        word = statement.lower_
        for frame in reversed(self.frames[-12:] if word in _PAPERS else ()):
            # The command said in a release … The strikes, the statement said: not whom it quotes in between.
            last = (frame.channel or "").split(" ")[-1]
            if last in _PAPERS and (last == word or word == "statement") and frame.source is not None:
                return frame.source if here - self.sources.sentence(frame.offset) <= 8 else None
        if spoken is not None and here - self.sources.sentence(spoken[0]) <= 3:
            return spoken[1]
        for frame in reversed(self.frames[-4:]):
            # The foundation announced her departure. … read the statement.
            near = here - self.sources.sentence(frame.offset) <= 3
            if near and frame.source is not None and cues.is_class(frame.cue, "verbs"):
                return frame.source
        return None
