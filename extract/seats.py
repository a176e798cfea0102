"""Which of the events told before a figure is of whose own sentence names no place: the evidence for each, weighed.

A report comes back to a deed by what is known of it: the thing it brought in, the word it was told by, whoever spoke
of it before, what was counted in it. Each of these speaks for one event; that an event was told last speaks for it
too, the less the further back it is. The figure is of the event for which more speaks by a clear margin; where
nothing but the order of telling speaks, other rules decide.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.backrefs import (
    ANY_DEED,
    NOT_OF_IT,
    OTHER,
    VICTIMS,
    is_loose,
    kinds_meant,
    one_deed,
    paragraph_of,
    turns,
)
from extract.figuredays import weak
from extract.group import NEARER, TOWNS, WEAPONS, Group, day_of, here, same_day, same_place
from extract.lexicon import load
from extract.nearer import ANOTHER, of_many, tells_nearer
from extract.nounwords import singular, unit_noun
from extract.parties import named_group
from extract.pointedat import (
    NOT_TELLING,
    may_be,
    news_again,
    of_their_homes,
    of_those_there,
    placed_here,
    things,
)
from extract.recalled import main_event
from extract.wordlists import sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from extract.clusters import Source
    from extract.deeds import Deed
    from extract.figures import Read
    from extract.frames import Frames
    from extract.mentions import PlaceMention
    from extract.parse import Parsed, Piece

#: How many of the events told last are weighed.
_RECENT = 16

# What speaks for an event. The measure of all is _LATE, what speaks for the event of the sentence before.
#: A building or vehicle that only it was told with is spoken of as known: hardly another's.
_THING = 3.0
#: A house of a kind that any town has ("the block", "the office").
_HOUSE = 2.0
#: The very word for the deed ("the blast") that only it was told by, or a word for a deed of its kind alone.
_WORD, _KIND = 3.0, 2.5
#: A deed told with what it was done to or where ("the raid on the depot"), which only it was told with.
_OBJECT = 4.0
#: Any other noun that only it was told with ("the fence"): it may be a chance.
_NOUN = 1.5
#: Someone counts on who spoke only of it before: a mayor speaks of his town; an army of every deed of the day.
_SPEAKER, _BODY = 2.5, 1.0
#: It happened where the one who speaks is said to live, or whence those must have come who fled.
_THERE = 4.0
#: What is counted ("pupils", "stalls") was told of only with it.
_UNIT = 2.0
#: The day that the sentence names is its day alone.
_DAY = 2.0
#: The sentence before, without figures, went back to it.
_SCENE = 3.0
#: It alone is the news, to which a new paragraph goes back after an older deed.
_NEWS = 3.0
#: It was told last: in this paragraph, in the one before, in the one before that.
_LATE = (2.0, 1.0, 0.5)
#: It is that of the figure of which this one was read as a part.
_WHOLE = 1.0
#: So much must speak for it besides the order of telling, and by so much must it be ahead of the next.
_ENOUGH, _AHEAD = 2.0, 1.0


@dataclass(slots=True)
class Case:
    """What speaks for an event: what points at it, and that it was told lately."""

    group: Group
    words: frozenset[str]
    points: float = 0.0
    late: float = 0.0

    @property
    def weight(self) -> float:
        return self.points + self.late


@dataclass(slots=True)
class Seats:
    """What a report has told so far of its events, as far as it helps to know them again."""

    parsed: Parsed
    frames: Frames
    #: The events that those who spoke without figures spoke of.
    heard: dict[int, list[Group]] = field(default_factory=lambda: defaultdict(list))
    #: The event to which a sentence after the last figure went back, and its paragraph.
    scene: Group | None = None
    scene_in: int = -1

    def hear(
        self,
        groups: list[Group],
        piece: Piece,
        span: tuple[int, int],
        last: Read | None,
        told: Group | None,
        named: Sequence[PlaceMention],
    ) -> None:
        """Note to which event a sentence without figures goes back, and who speaks of it there.

        `told` is the event of the figure `last` before it, and `named` are the places that it names.
        """
        paragraph = paragraph_of(self.parsed, span[0])
        if (scene := self._scene(groups, piece, span, told, named)) is not None:
            self.scene, self.scene_in = scene, paragraph
            scene.sentences.append(span)
        beside = last is not None and last.draft.paragraph == paragraph
        spoken_of = self.scene or (told if beside or len(groups) == 1 else None)
        if spoken_of is not None:
            for source in self._speakers(piece, span):
                self.heard[id(source)].append(spoken_of)

    def _speakers(self, piece: Piece, span: tuple[int, int]) -> list[Source]:
        here = [frame for frame in self.frames.of(piece) if span[0] <= frame.offset < span[1]]
        return [frame.source for frame in here if frame.source is not None]

    def _scene(
        self,
        groups: list[Group],
        piece: Piece,
        span: tuple[int, int],
        told: Group | None,
        named: Sequence[PlaceMention],
    ) -> Group | None:
        """The event told before `told` to which a sentence without figures goes back."""
        first = piece.token_at(span[0])
        text = self.parsed.text[span[0] : span[1]]
        if told is None or first is None or ANOTHER.search(text) or turns(text, 0) or one_deed(text):
            return None
        cases = [self._case(g) for g in groups[-_RECENT:]]
        if len(cases) < 2:
            return None
        for case in cases:
            case.late = _LATE[0] * (case.group is told)
        towns = {m.name for m in named if m.kind in TOWNS}
        if towns and not any(same_place(case.group.place, name) for name in towns for case in cases):
            self.scene = None  # what is told here is of another place than all that was told
            return None
        _by_nouns(_known(t for t in first.sent if span[0] <= piece.start(t) < span[1]), told, cases)
        for name in towns:
            _speak(_THERE, [case for case in cases if same_place(case.group.place, name)])
        for source in self._speakers(piece, span):
            self._by_speaker(source, source.name, cases)
        home = _decide(cases)
        return home if home is not told else None

    def of(
        self,
        groups: list[Group],
        read: Read,
        span: tuple[int, int],
        last: Read | None,
        told: Group | None,
        deed: Deed | None,
        whole: Group | None = None,
    ) -> Group | None:
        """The event told before that a figure is clearly of, rather than of `told`, that of the figure `last` before it.

        `whole` is the event of the figure that it was read as a part of.
        """
        text, found = self.parsed.text, read.draft.counted
        if read.figure.measure in WEAPONS or found is None or told is None or last is None:
            return None
        if placed_here(read, span) or (deed is not None and read.draft.paragraph - deed.paragraph <= 1):
            return None  # of what a sentence without figures told since
        if ANOTHER.search(text, *span) or turns(text, span[0]) or one_deed(text[span[0] : span[1]]):
            return None
        if self._since(groups, read, last):
            return None
        cases = [
            self._case(g)
            for g in groups[-_RECENT:]
            if g is told or (may_be(g, read) and min(g.sentences) < span)
        ]
        if len(cases) < 2:
            return None
        main = main_event(self.parsed, [case.group for case in cases], read, told)
        for case in cases:
            case.late = _late(case.group, read, told) * (main is None) + _WHOLE * (case.group is whole)
        _by_nouns(_known(found.first.sent), told, cases)

        self._by_speaker(read.frame.source if read.frame is not None else None, read.figure.claimant, cases)
        _by_count(read, cases)
        among = [case.group for case in cases]
        there = of_those_there(self.parsed, among, read, None) or of_their_homes(
            self.parsed, among, read, told
        )
        news = news_again(self.parsed, groups, read, span, last, told)
        for case in cases:
            group = case.group
            scene = self.scene if self.scene_in == read.draft.paragraph else None
            case.points += (
                _THERE * (group is there)
                + _SCENE * (group is scene)
                + _NEWS * (group is news or group is main)
            )
        home = _decide(cases)
        if home is told and (read.placed is None or here(told, read)):
            return None  # it is told on
        if home is not None and read.placed is not None and here(told, read) and not here(home, read):
            if of_many(self.parsed, home):
                return None  # of one of the deeds that were summed up
        if home is not None and tells_nearer(home, read) and not of_many(self.parsed, home):
            home.narrow(read.figure.place or "", read.placed.mention if read.placed is not None else None)
            home.why = NEARER
        return home

    def _since(self, groups: list[Group], read: Read, last: Read) -> bool:
        """Is a figure placed in a town that was first told of since the figure before it, of a deed without figures?"""
        mention = read.placed.mention if read.placed is not None else None
        town = mention is not None and mention.kind in TOWNS
        if mention is None or not town or mention.start < last.figure.end:
            return False
        return not any(same_place(group.place, mention.name) for group in groups[-_RECENT:])

    def _case(self, group: Group) -> Case:
        """An event with the words, singular and small, of the sentences that it was told by."""
        if group.heard != len(group.sentences):
            told = " ".join(self.parsed.text[a:b] for a, b in group.sentences).casefold()
            group.words = frozenset(singular(word) for word in set(_WORDS.findall(told)))
            group.heard = len(group.sentences)
        return Case(group, group.words)

    def _by_speaker(self, source: Source | None, name: str | None, cases: list[Case]) -> None:
        """Whoever spoke of one event before speaks on."""
        if name is None:
            return
        spoke = self.heard.get(id(source), ())
        body = _bodies().search(name) is not None or _side(name)
        _speak(
            _BODY if body else _SPEAKER,
            [
                case
                for case in cases
                if case.group in spoke or any(r.figure.claimant == name for r in case.group.reads)
            ],
        )
        if not body:
            _speak(_THERE, [case for case in cases if _lives_in(name, case.group)])


def _lives_in(name: str, group: Group) -> bool:
    """ "A trader in Pan Taw": is the event's town in the words for who speaks?"""
    return group.mention is not None and group.mention.kind in TOWNS and f" {group.place}" in name


def _side(name: str) -> bool:
    """Is it a side of the war that speaks, which speaks of all that it does?"""
    return named_group(name) is not None or name.casefold() in sides()


def _decide(cases: list[Case]) -> Group | None:
    """The event for which clearly more speaks than for any other."""
    first, second = sorted(cases, key=lambda case: -case.weight)[:2]
    if first.points < _ENOUGH or first.weight < second.weight + _AHEAD:
        return None
    return first.group


def _late(group: Group, read: Read, told: Group) -> float:
    """How lately an event was told: only the last one is told on."""
    if group is not told:
        return 0.0
    back = read.draft.paragraph - max(group.paragraphs, default=0)
    return _LATE[back] if 0 <= back < len(_LATE) else 0.0


def _speak(weight: float, of: list[Case]) -> bool:
    """Let something speak for the one event of which it holds; of several it tells nothing. Does it hold of any?"""
    if len(of) == 1:
        of[0].points += weight
    return bool(of)


_WORDS = re.compile(r"[a-z][a-z-]{2,}")
_THE = frozenset({"the", "that", "this", "these", "those"})


@functools.cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load("events")["known"][key].split())


@functools.cache
def _bodies() -> re.Pattern[str]:
    return re.compile(load("events")["known"]["bodies"], re.IGNORECASE)


@functools.cache
def _called(noun: str) -> frozenset[str]:
    """What a thing that goes by a noun may also be called."""
    lists = [frozenset(names.split()) for names in load("events")["known"]["one_thing"]]
    return next((names for names in lists if noun in names), frozenset({noun}))


def _known(tokens: Iterable[Token]) -> Iterator[tuple[str, list[str]]]:
    """The nouns that a sentence speaks of as known, singular, each with what it is told of: "the raid on the depot"."""
    seen = set()
    for token in tokens:
        noun, doc = token.head, token.doc
        if token.dep_ != "det" or token.lower_ not in _THE or noun.tag_ not in ("NN", "NNS"):
            continue
        if OTHER.search(doc[token.i : noun.i].text):
            continue
        if NOT_OF_IT.search(doc[max(token.sent.start, token.i - 3) : token.i].text + " "):
            continue
        before = [t for t in doc[token.i + 1 : noun.i] if t.dep_ == "compound"]
        of = [t.lower_ for t in before if t.tag_ in ("NNP", "NNPS")]
        of += [
            t.lower_
            for prep in noun.children
            if prep.dep_ == "prep" and prep.lower_ in _ON
            for t in prep.children
            if t.dep_ == "pobj"
        ]
        for part in (*(t for t in before if t.tag_ in ("NN", "NNS")), noun):
            word = singular(part.lower_)
            if word not in seen:  # "the school compound": the school, too
                seen.add(word)
                yield word, [singular(each) for each in of if len(each) > _SHORT]


_ON = frozenset({"on", "at", "in", "against", "of", "near", "outside"})
#: The words of an event are longer.
_SHORT = 2


def _by_nouns(nouns: Iterator[tuple[str, list[str]]], told: Group, cases: list[Case]) -> None:
    """Things and deeds that the sentence speaks of as known."""
    for noun, of in nouns:
        kinds = kinds_meant(noun)
        named = [word for word in of if any(word in case.words for case in cases)] if kinds else []
        if named:
            _speak(_OBJECT, [case for case in cases if not case.words.isdisjoint(named)])
            continue
        if noun in VICTIMS or (told.kind in kinds and noun in ANY_DEED):
            continue
        if noun in _listed("houses"):
            _speak(_HOUSE, [case for case in cases if noun in case.words])
            continue
        thing = noun in things() or noun in _listed("vehicles")
        if not (kinds or thing) and (
            is_loose(noun) or noun in NOT_TELLING or noun in _listed("anywhere") or _bodies().search(noun)
        ):
            continue
        if thing:
            names = _called(noun)
            _speak(_THING, [case for case in cases if not names.isdisjoint(case.words)])
            continue
        weight = _WORD if kinds else _NOUN
        if not _speak(weight, [case for case in cases if noun in case.words]) and kinds:
            _speak(_KIND, [case for case in cases if case.group.kind in kinds])


#: What is counted on later days, too.
_AFTER = frozenset(
    {"missing", "rescued", "released", "hospitalized", "displaced", "evacuated", "affected", "arrested"}
)


def _by_count(read: Read, cases: list[Case]) -> None:
    """What is counted was told of in one event, or the day that is named is that of one."""
    unit, day = unit_noun(read.figure.unit), day_of(read)
    if unit and unit not in _listed("anywhere"):
        _speak(_UNIT, [case for case in cases if unit in case.words])
    if (
        read.figure.when is not None
        and day is not None
        and read.figure.measure not in _AFTER
        and not weak(read)
    ):
        _speak(_DAY, [case for case in cases if case.group.day is not None and same_day(case.group.day, day)])
