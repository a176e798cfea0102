"""Whose words a frame's subject brings: who speaks, and behind "the statement" whoever made it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extract import cues
from extract.callednames import before_callsign
from extract.papers import holder_of, paper_before
from extract.phrases import CREWS
from extract.setoff import parted
from extract.sources import Source, Sources
from extract.subjects import agent_of, joined
from extract.wordlists import sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.frame import Frame
    from extract.parse import Parsed, Piece

KNOWN_KINDS = ("person", "org", "officials")

#: "Of" tells what these are about, and not whose they are, where somebody's name stands before them.
_ABOUT = frozenset({"analysis", "review", "study", "survey", "assessment", "investigation", "tally", "count"})

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

#: What a statement does, and hardly who made it.
_PAPERS_DO = frozenset({"read", "begin", "end", "conclude", "open", "close", "go", "say", "continue"})
#: Whoever speaks so is not told of at all.
_NOBODY = frozenset({"someone", "somebody", "anyone", "anybody"})

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
        "bulletin",
        "document",
        "text",
        "paper",
    }
)


class Who(NamedTuple):
    """Who speaks and why it is thought so; `start`, `end` are where he is printed, as offsets into the article."""

    source: Source | None
    start: int | None
    end: int | None
    why: str
    channel: str | None


#: With these a paper comes "from" those who say what stands in it.
_COMING = frozenset(
    {"receive", "obtain", "collect", "gather", "compile", "draw", "take", "get", "glean", "source"}
)


def _given_by(verb: Token) -> Token | None:
    """ "Information received from the authorities of the district": the authorities."""
    if verb.lemma_ not in _COMING:
        return None
    given = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "from")
    return next((noun for child in given for noun in child.children if noun.dep_ == "pobj"), None)


#: What broadcasts or prints, and may have a name of its own.
_MEDIA = frozenset(
    {"television", "tv", "radio", "channel", "station", "broadcaster", "network", "newspaper", "daily", "website", "outlet"}
)  # fmt: skip
#: Words that point at a paper told of before, whatever it was called then.
_POINTING = frozenset({"statement", "document", "text", "paper"})


def _named_medium(noun: Token, owner: Token) -> bool:
    """ "The rebels' Al-Nahda television": does a medium's own name stand between it and whose it is?"""
    between = noun.doc[owner.i + 1 : noun.i]
    return noun.lower_ in _MEDIA and any(t.pos_ == "PROPN" for t in between)


def _own_name(noun: Token) -> tuple[Token, Token] | None:
    """The first and the last word of a medium's name behind those whose it is: "the rebels' | Al-Nahda television"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None or not _named_medium(noun, owner):
        return None
    return next(t for t in noun.doc[owner.i + 1 : noun.i] if t.pos_ == "PROPN"), noun


class FrameSources:
    """The sources of one article's frames, which are found in text order."""

    def __init__(self, parsed: Parsed, sources: Sources) -> None:
        self.parsed = parsed
        self.sources = sources
        self.frames: list[Frame] = []
        self._issued: list[tuple[int, Source, str]] | None = None

    def _who(self, piece: Piece, subject: Token, verb: Token | None = None) -> Who:
        """The source a subject stands for; a statement's source is who made it, and it is the channel."""
        channel = None
        medium = subject.lower_ in words("channels", "nouns")
        told = medium or not words("reporting", "nouns").isdisjoint((subject.lemma_, subject.lower_))
        if subject.pos_ == "NOUN" and told:
            channel = subject.lower_ if medium else None
            owner = self._owner(subject)
            if owner is None and (name := _own_name(subject)) is not None:
                start, end = piece.span(*name)
                house = self.sources.resolve(piece, subject)[0] or self.sources.other(
                    piece.text[start:end], "org"
                )
                house.name = piece.text[start:end]
                return Who(house, start, end, "named", None)
            elif owner is None:
                spoken, called = self._speaker_of(piece, subject)
                channel = called or channel
                if spoken is not None:
                    start, end = self.sources.span_of(piece, subject)
                    return Who(
                        spoken,
                        start,
                        end,
                        f"the {subject.lower_} is by {spoken.name}, who spoke before",
                        channel,
                    )
            else:
                subject = owner
        elif subject.lower_ == "it" and (paper := paper_before(self.parsed, piece, subject)) is not None:
            return self._of_paper(*paper)
        elif subject.lower_ == "it" and verb is not None and cues.lemma(verb) in _PAPERS_DO:
            if (made := self._in_paper(piece, subject)) is not None:
                return made
        elif subject.pos_ == "NOUN" and subject.lemma_ in words("reporting", "documents"):
            subject = self._whose(subject)
        if subject.lower_ in _NOBODY:
            return Who(None, None, None, f"{subject.lower_} is nobody in particular", channel)
        subject = before_callsign(subject)
        if verb is not None:
            name = self._name_before(piece, subject, verb)
            subject = name if name is not None else self._named_for(piece, subject, verb) or subject
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
        return Who(source, start, end, why, channel)

    def _whose(self, paper: Token) -> Token:
        """ "The inn, whose menu says", "her memoir describes": the inn, she; the paper itself where nobody owns it."""
        owner = next((c for c in paper.children if c.dep_ == "poss"), None)
        if owner is None or owner.tag_ != "WP$":
            return owner or paper
        clause = paper.head
        return clause.head if clause.dep_ == "relcl" else paper

    def _in_paper(self, piece: Piece, it: Token) -> Who | None:
        """ "Her agent confirmed it in a short statement. “We are glad,” it read": who made it known so."""
        for frame in reversed(self.frames[-3:]):
            if self.sources.sentence(piece.start(it)) - self.sources.sentence(frame.offset) > 2:
                return None
            own = [t for t in frame.cue.sent if t.dep_ == "pobj" and t.lemma_ in _PAPERS]
            if own and frame.source is not None and frame.cue.i < own[-1].i:
                start, end = piece.span(it, it)
                why = f"“it” is the {own[-1].lower_} of {frame.source.name}"
                return Who(frame.source, start, end, why, own[-1].lower_)
        return None

    def _of_paper(self, piece: Piece, paper: Token) -> Who:
        """ "Her will is brief. “They know why,” it says": who wrote the letter, the note, the will; None where nobody is told to."""
        owner = self._owner(paper) or agent_of(paper.head)
        source, _ = self.sources.resolve(piece, owner) if owner is not None else (None, "")
        start, end = piece.span(paper, paper)
        if source is None:
            return Who(None, None, None, f"nobody is told to have written the {paper.lower_}", paper.lower_)
        return Who(source, start, end, f"“it” is the {paper.lower_} of {source.name}", paper.lower_)

    def _name_before(self, piece: Piece, subject: Token, verb: Token) -> Token | None:
        """ "The Deputy Director, Army Press, Maj. Ali Sule, said": of titles set side by side by commas, the name that closes them."""
        doc, at = verb.doc, verb.i - 1
        while at > subject.left_edge.i and (doc[at].text == "," or doc[at].pos_ in ("ADV", "AUX")):
            at -= 1
        named = self.sources.named.get((id(piece), at))
        if named is None or named[1].kind != "person" or at == verb.i - 1 or not subject.i < named[0].first:
            return None
        front = named[0].first - 1
        while front > subject.i and (
            doc[front].text.endswith(".") or doc[front].lower_ in words("titles", "roles")
        ):
            front -= 1  # Maj. Ali Sule
        if doc[front].text != ",":
            return None  # Ana Petrescu, the head of Dan Marke, said
        between = doc[subject.left_edge.i : named[0].first]
        titles = all(
            t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "ADP", "PART", "ADV", "PRON")
            and t.lower_ not in ("and", "or", "who", "which", "whose", "that")
            for t in between
        )
        return doc[at] if titles and any(t.text == "," for t in between) else None

    def _named_for(self, piece: Piece, body: Token, verb: Token) -> Token | None:
        """ "Ostra Defense Forces (ODF) spokesperson Dan Marke said": not the forces, to which the parse gives the verb, but their spokesperson."""
        doc, at = verb.doc, verb.i - 1
        while at > body.i and doc[at].pos_ in ("ADV", "AUX"):
            at -= 1
        named = self.sources.named.get((id(piece), at))
        if named is None or named[1].kind != "person" or named[0].core - 1 <= body.i or body.i > verb.i:
            return None
        between = doc[body.i + 1 : named[0].core]
        plain = not any(
            t.text in (",", ";", "—", "–") or t.pos_ in ("VERB", "AUX", "CCONJ", "ADP") for t in between
        )
        return doc[at] if plain and between[-1].lower_ in words("titles", "roles") else None

    def _owner(self, noun: Token) -> Token | None:
        """Whose statement it is: "the ministry's", "from the ministry", "issued by the ministry"."""
        for child in noun.children:
            if child.dep_ == "poss":
                return None if _named_medium(noun, child) else child
        for child in noun.children:
            if noun.lemma_ in _ABOUT and child.dep_ == "compound" and child.pos_ == "PROPN":
                return child  # an MBC News analysis of air force data
        for child in noun.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by", "of"):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return holder_of(inner)
            made = child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ not in _PASSED_ON
            agent = agent_of(child) if made else None
            if agent is None and child.dep_ == "acl" and child.tag_ == "VBN":
                agent = _given_by(child)
            if agent is not None:
                return agent
        doc, at = noun.doc, noun.i + 2
        if at < len(doc) and doc[at - 1].text == "," and doc[at].lower_ in ("by", "from"):
            # The report, by the National Audit Office, says: the parse may hang "by" on the verb.
            for inner in doc[at].children:
                if inner.dep_ == "pobj" and inner.i + 1 < len(doc) and inner.nbor(1).text == ",":
                    return inner
        for child in reversed(list(noun.children)):
            body = child.pos_ == "PROPN" or child.lower_ in words("organisations", "heads")
            if child.dep_ in ("compound", "nmod") and child.i < noun.i and body:
                # Al-Masirah TV is a name of its own; Hezbollah TV is Hezbollah's.
                return child if noun.text.islower() or child.lower_ in sides() else None
            if child.dep_ == "amod" and child.i == noun.i - 1 and child.text[:1].isupper():
                return child if child.lower_ in sides() else None  # the Israeli claim that …
        return None

    def _speaker_of(self, piece: Piece, statement: Token) -> tuple[Source | None, str | None]:
        """Whose "the statement" is: who spoke last, no more than three sentences before; and what paper it is."""
        if not any(child.lower_ in ("the", "this") for child in statement.children):
            return None, None
        offset = piece.start(statement)
        here = self.sources.sentence(offset)
        spoken = self.sources.last_spoke(offset)
        word = statement.lower_
        for frame in reversed(self.frames[-12:] if word in _PAPERS else ()):
            # The command said in a release … The strikes, the statement said: not whom it quotes in between.
            last = (frame.channel or "").split(" ")[-1]
            if last in _PAPERS and (last == word or word in _POINTING) and frame.source is not None:
                near = here - self.sources.sentence(frame.offset) <= 8
                return (
                    (frame.source, frame.channel if word != "statement" else None) if near else (None, None)
                )
        issued = self._issued_before(offset) if word in _PAPERS else None
        if issued is not None:
            return issued[1], issued[2] if word in _POINTING else None
        if spoken is not None and here - self.sources.sentence(spoken[0]) <= 3:
            return spoken[1], None
        for frame in reversed(self.frames[-4:]):
            # The foundation announced her departure. … read the statement.
            near = here - self.sources.sentence(frame.offset) <= 3
            if near and frame.source is not None and cues.is_class(frame.cue, "verbs"):
                return frame.source, None
        return None, None

    def _issued_before(self, offset: int) -> tuple[int, Source, str] | None:
        """The last paper brought in before `offset`: where, whose it is, and what it is called."""
        if self._issued is None:
            self._issued = [
                found
                for paragraph in self.parsed.paragraphs
                for token in paragraph.frame.doc
                if token.lower_ in _PAPERS and (found := self._issue(paragraph.frame, token)) is not None
            ]
        at = bisect_left(self._issued, offset, key=lambda found: found[0])
        return self._issued[at - 1] if at else None

    def _issue(self, piece: Piece, paper: Token) -> tuple[int, Source, str] | None:
        """ "The staff took stock, in a communiqué dated Monday, of …": whose paper it is that is brought in here."""
        first = paper.left_edge.lower_
        if paper.pos_ != "NOUN" or first not in ("a", "an", "its", "their", "his", "her"):
            return None
        verb = paper.head
        while verb.dep_ != "ROOT" and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        owner = self._owner(paper)
        if owner is None or owner.tag_ == "PRP$":
            owner = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < paper.i), None)
        if owner is None or owner.pos_ == "PRON":
            return None
        source = self._who(piece, owner).source
        known = source is not None and (source.kind in KNOWN_KINDS or source.name[:1].isupper())
        return (piece.start(paper), source, paper.lower_) if known and source is not None else None

    def _is_people(self, source: Source | None, subject: Token) -> bool:
        """Is the subject somebody who can speak, rather than an attack that suggests something?"""
        if source is not None and source.kind in KNOWN_KINDS:
            return True
        word = subject.lower_
        if word in CREWS or word in _PAPERS or (source is not None and word in ("he", "she", "they")):
            return True
        if word in words("reporting", "nouns") and self._owner(subject) is not None:
            return True  # information gathered by the monitors indicates that …
        if subject.tag_ == "NNS" and subject.lemma_ in words("titles", "roles"):
            return True  # the mill's owners
        lists = (("organisations", "groups"), ("titles", "roles"), ("reporting", "documents"))
        if any(word in words(*each) for each in lists):
            return True
        if subject.pos_ == "PROPN" and subject.text.casefold() in sides():
            return True  # France, Germany and Britain urged
        # A name that the model takes for a plural: "Sanders dismissed the poll".
        return subject.is_sent_start and subject.tag_ in ("NNS", "NNP")
