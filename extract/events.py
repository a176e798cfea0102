"""Events of an article: figures and sentences grouped by what happened, where, and on which day."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from extract.agents import side_in
from extract.eventkinds import STRIKES, family, kind_of, kinds_in, strike_kind
from extract.ids import item_id
from extract.mentions import PlaceMention
from extract.model import SET_APART, Event, EventKind, Quote
from extract.setting import CARRIED

if TYPE_CHECKING:
    from spacy.tokens import Span

    from extract.figures import Read
    from extract.frames import Frame
    from extract.parse import Parsed, Piece
    from extract.setting import Setting

_PEOPLE_KINDS = {
    "released": "prisoner_exchange",
    "abducted": "abduction",
    "arrested": "arrest",
    "captured": "clash",
}
#: Figures of a state of affairs, which belong to an event only where one is told beside them.
_STATES = frozenset({"displaced", "affected", "deployed", "missing", "evacuated"})


@dataclass(slots=True, eq=False)
class _Group:
    """An event in the making."""

    kind: str
    place: str | None
    mention: PlaceMention | None
    day: tuple[str, str] | None
    #: A day that is printed but cannot be resolved ("Jan. 3" of an undated article).
    printed: str | None = None
    reads: list[Read] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    actors: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    why: str = ""


def _words(name: str | None) -> set[str]:
    generic = {
        "the",
        "of",
        "region",
        "oblast",
        "province",
        "city",
        "district",
        "state",
        "krai",
        "governorate",
        "area",
        "and",
        "town",
        "village",
        "port",
    }
    return set(re.findall(r"[\w’'-]+", (name or "").casefold())) - generic


def _same_place(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return not a and not b
    ours, theirs = a.split("; "), b.split("; ")
    return len(ours) == len(theirs) and all(_words(x) & _words(y) for x, y in zip(ours, theirs, strict=True))


def _same_day(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """One night or day: it ends on the same day; a span of several days holds what falls into it."""
    if a is None or b is None or a[1] == b[1]:
        return True
    return (_long(a) or _long(b)) and a[0] <= b[1] and b[0] <= a[1]


def _long(day: tuple[str, str]) -> bool:
    return dt.date.fromisoformat(day[1]) - dt.date.fromisoformat(day[0]) > dt.timedelta(days=1)


def _same_print(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    ours, theirs = _DAY_WORDS.findall(a), _DAY_WORDS.findall(b)
    return not ours or not theirs or bool(set(ours) & set(theirs))


_DAY_WORDS = re.compile(r"\d+|\w+day\b|today|tomorrow")


def extract_events(
    parsed: Parsed,
    article_id: str,
    setting: Setting,
    reads: list[Read],
    quotes: list[Quote],
    frames: list[Frame],
) -> list[Event]:
    """The article's events in the order of their first sentence; figures and quotes are given their event."""
    groups: list[_Group] = []
    by_draft: dict[int, _Group] = {}
    for read in reads:
        if read.figure.measure in SET_APART:
            continue
        group = _of_figure(parsed, setting, read, groups, by_draft)
        if group is not None:
            by_draft[id(read.draft)] = group
    _from_sentences(parsed, setting, groups)
    groups.sort(key=lambda g: min(g.sentences))
    return _finish(parsed, article_id, groups, quotes)


def _sentence_of(setting: Setting, read: Read) -> tuple[int, int] | None:
    found = read.draft.counted
    return setting.sentence(read.draft.piece, found.first) if found is not None else None


def _of_figure(
    parsed: Parsed, setting: Setting, read: Read, groups: list[_Group], by_draft: dict[int, _Group]
) -> _Group | None:
    figure = read.figure
    span = _sentence_of(setting, read)
    if span is None:
        return None
    day = (figure.date_from, figure.date_to) if figure.date_from and figure.date_to else None
    whole = by_draft.get(id(read.draft.part_of)) if read.draft.part_of is not None else None
    text = parsed.text[span[0] : span[1]]
    if whole is not None:
        _add(whole, read, span)
        return whole
    if read.draft.same_as is not None and (first := by_draft.get(id(read.draft.same_as))) is not None:
        _add(first, read, span)
        return first
    kind = _kind_of_figure(parsed, read, text)
    # A figure joins the event of its own sentence first: one attack, told with all its numbers.
    best: tuple[int, _Group] | None = None
    for group in groups:
        if not _same_print(group.printed, _printed(read.figure.when, day)):
            continue
        if not _same_day(group.day, day) or not _compatible(group.kind, kind, figure.measure):
            continue
        same_sentence = span in group.sentences
        score = 0
        if _same_place(group.place, figure.place):
            score = 3 + same_sentence
        elif same_sentence and (not figure.place or not group.place or figure.measure in _HARM):
            score = 2
        elif (
            group is groups[-1]
            and figure.measure in _HARM
            and read.placed is not None
            and read.placed.why in CARRIED
        ):
            score = 1  # a place that was only carried over: the attack just told of
        if _opposed(group, read):
            score = 0
        if score and (best is None or score >= best[0]):
            best = (score, group)
    if best is not None:
        _add(best[1], read, span, kind)
        return best[1]
    if figure.measure in _STATES and kind in ("other", "attack"):
        kind = "other"
    group = _Group(kind, figure.place, read.placed.mention if read.placed is not None else None, day)
    group.printed = _printed(figure.when, day)
    group.why = "figures of one place and day" if figure.place else "figures of one day"
    groups.append(group)
    _add(group, read, span, kind)
    return group


def _printed(when: str | None, day: tuple[str, str] | None) -> str | None:
    """The printed date of an event whose day is not known, so that two dates stay two events."""
    return (
        when.casefold() if when is not None and day is None and _DAY_WORDS.search(when.casefold()) else None
    )


def _opposed(group: _Group, read: Read) -> bool:
    """Do two sides of one night's exchange stand against each other?"""
    if not group.actors or not read.figure.actor:
        return False
    return _attacker(read) not in group.actors and _attacker(read) is not None


def _attacker(read: Read) -> str | None:
    """Who attacked: who launched, and for what was shot down whose drones they were, never the shooter."""
    if read.figure.measure != "shot_down":
        return read.figure.actor
    found = read.draft.counted
    if found is None or found.noun is None:
        return None
    return side_in([t for t in found.noun.subtree if t.i < found.noun.i], common=False)


#: Kinds that "attack" may turn out to be when more is told.
_VIOLENT = STRIKES | {"shooting", "clash"}
_HARM = frozenset(
    ["killed", "injured", "casualties", "hospitalized", "rescued", "missing", "destroyed", "damaged", "without_power", "without_heat",
     "without_water", "captured", "displaced", "evacuated"]
)  # fmt: skip


def _compatible(kind: str, other: str, measure: str) -> bool:
    if family(kind) == family(other):
        return True
    if "attack" in (kind, other) and kind in _VIOLENT and other in _VIOLENT:
        return True
    if measure == "released" and kind == "abduction":
        return True
    if measure in _HARM or measure in _STATES:
        return other in ("other", "attack", "outage") or (kind in _VIOLENT and other in _VIOLENT)
    return other == "other"


def _kind_of_figure(parsed: Parsed, read: Read, sentence: str) -> str:
    measure = read.figure.measure
    if measure in _PEOPLE_KINDS and measure != "captured":
        return _PEOPLE_KINDS[measure]
    if measure in ("launched", "shot_down", "hit", "locations_hit", "attacks"):
        kind = strike_kind(f"{read.figure.unit or ''} {sentence}")
        if kind == "attack":
            kind = strike_kind(_paragraph(parsed, read))
        return kind
    told = kind_of(sentence)
    if told is None and measure in _HARM and (weapon := strike_kind(sentence)) != "attack":
        return weapon  # "Missiles killed four people": the weapon tells of the strike
    if measure.startswith("without_"):
        return told if told in STRIKES else "outage"
    if told is None or told in ("talks", "aid", "agreement", "sanction", "protest", "arrest", "outage"):
        near = strike_kind(_paragraph(parsed, read)) if kind_of(_paragraph(parsed, read)) in STRIKES else None
        if near is not None and measure in (
            "killed",
            "injured",
            "casualties",
            "destroyed",
            "damaged",
            "hospitalized",
            "missing",
            "rescued",
        ):
            return near
        if told is None:
            return (
                "attack"
                if measure in ("killed", "injured", "casualties", "destroyed", "damaged")
                else "other"
            )
    return told or "other"


def _paragraph(parsed: Parsed, read: Read) -> str:
    paragraph = parsed.paragraphs[read.draft.paragraph]
    return parsed.text[paragraph.start : paragraph.end]


def _add(group: _Group, read: Read, span: tuple[int, int], kind: str | None = None) -> None:
    group.reads.append(read)
    if span not in group.sentences:
        group.sentences.append(span)
    if (actor := _attacker(read)) is not None:
        group.actors[actor] += 1
    if read.figure.target is not None:
        group.targets[read.figure.target] += 1
    if kind is not None:
        group.kinds[kind] += 1
    if group.place is None and read.figure.place:
        group.place, group.mention = (
            read.figure.place,
            read.placed.mention if read.placed is not None else None,
        )
    if group.day is None and read.figure.date_from and read.figure.date_to:
        group.day = (read.figure.date_from, read.figure.date_to)


_STRONG = frozenset(
    {
        "shooting",
        "talks",
        "territory_change",
        "agreement",
        "prisoner_exchange",
        "abduction",
        "arrest",
        "clash",
        *STRIKES,
    }
)
_UNREAL = re.compile(
    r"\b(?:would|could|may|might|must|should|if|whether|will|calls?\s+for|call\s+for|called\s+for|threat\w*|plans?\s+to|continue\s+to|continues\s+to|aimed\s+at|commitment|struggle)\b",
    re.IGNORECASE,
)


def _from_sentences(parsed: Parsed, setting: Setting, groups: list[_Group]) -> None:
    """Events told without a number: an attack on a named place, talks in a city, a shooting."""
    for paragraph in parsed.paragraphs:
        if paragraph.headline:
            continue
        piece = paragraph.frame
        for sent in piece.doc.sents:
            span = (piece.start(sent[0]), piece.end(sent[-1]))
            if span[0] < span[1] and not any(span in group.sentences for group in groups):
                _from_sentence(parsed, setting, groups, piece, sent, span)


def _from_sentence(
    parsed: Parsed, setting: Setting, groups: list[_Group], piece: Piece, sent: Span, span: tuple[int, int]
) -> None:
    text = parsed.text[span[0] : span[1]]
    signs = [
        (kind, span[0] + a, span[0] + b)
        for kind, a, b in kinds_in(text)
        if kind in _STRONG and not _UNREAL.search(text[max(0, a - 40) : a])
    ]
    found = _where(setting, span, signs)
    if found is None:
        return
    kind, mention = found
    day, printed = _day_of(setting, piece, span)
    home = next(
        (
            g
            for g in groups
            if family(g.kind) == family(kind)
            and _same_place(g.place, mention.name)
            and _same_day(g.day, day)
            and _same_print(g.printed, printed)
        ),
        None,
    )
    if home is None:
        if kind in STRIKES and mention.kind == "country":
            return  # "strikes in Syria" without a number or a town says too little
        if kind == "talks" and any(g.kind == "talks" for g in groups):
            return
        home = _Group(kind, mention.name, mention, day, printed, why="an event told without numbers")
        groups.append(home)
    home.sentences.append(span)
    home.kinds[kind] += 1
    if side := _actor_in(sent, kind):
        home.actors[side] += 1


def _day_of(
    setting: Setting, piece: Piece, span: tuple[int, int]
) -> tuple[tuple[str, str] | None, str | None]:
    """The day of a sentence's event, else the lead's; or how it is printed when it cannot be known."""
    told = [t for t in setting.times_in(*span) if not setting.of_cue(piece, t)]
    times = [t for t in told if t.resolved]
    if times:
        return _iso(times[0].date_from, times[0].date_to), None
    printed = _printed(told[0].text, None) if told else None
    if printed is not None:
        return None, printed
    lead = [t for t in setting.times_in(*setting.lead) if t.resolved]
    return (_iso(lead[0].date_from, lead[0].date_to) if lead else None), None


def _actor_in(sent: object, kind: str) -> str | None:
    if kind not in STRIKES:
        return None
    from extract.agents import _np, attack_nouns

    for token in sent:  # type: ignore[attr-defined]
        if (
            token.lemma_.casefold() in attack_nouns()
            and token.pos_ in ("NOUN", "PROPN")
            and (side := side_in(_np(token), common=False))
        ):
            return side
        if (
            token.dep_ == "nsubj"
            and token.head.lemma_
            in (
                "attack",
                "strike",
                "hit",
                "launch",
                "shell",
                "bomb",
                "target",
                "fire",
                "pound",
                "seize",
                "capture",
            )
            and (side := side_in(_np(token)))
        ):
            return side
    return None


def _iso(a: dt.date | None, b: dt.date | None) -> tuple[str, str] | None:
    return (a.isoformat(), b.isoformat()) if a is not None and b is not None else None


def _where(
    setting: Setting, span: tuple[int, int], signs: list[tuple[str, int, int]]
) -> tuple[str, PlaceMention] | None:
    """The sign of an event and the place named nearest to it, rather after it than before."""
    best: tuple[float, str, PlaceMention] | None = None
    for mention in setting.places_in(*span):
        if not setting.names_place(mention) or setting.owns(mention):
            continue
        for rank, (kind, start, end) in enumerate(signs):
            gap = mention.start - end if mention.start >= end else 60 + start - mention.end
            cost = gap + 0.5 * rank + (40 if mention.kind == "country" else 0)
            if gap < 160 and (best is None or cost < best[0]):
                best = (cost, kind, setting.most_specific(mention))
    if best is not None:
        return best[1], best[2]
    # "The mayor of X said a tower was hit": the official's own place.
    titled = [m for m in setting.places_in(*span) if m.kind in ("city", "region") and setting.in_title(m)]
    return (signs[0][0], titled[0]) if signs and titled else None


def _finish(parsed: Parsed, article_id: str, groups: list[_Group], quotes: list[Quote]) -> list[Event]:
    events: list[Event] = []
    for group in groups:
        group.sentences.sort()
        first = _best_sentence(group)
        kind = _kind_of_group(group)
        place = group.mention.place if group.mention is not None else None
        event = Event(
            id=item_id("event", article_id, first[0], first[1], group.place or "", group.kind),
            kind=cast(EventKind, kind),
            place=group.place,
            country=place.country if place is not None else None,
            lat=place.lat if place is not None else None,
            lon=place.lon if place is not None else None,
            precision=place.precision if place is not None else None,
            date_from=group.day[0] if group.day else None,
            date_to=group.day[1] if group.day else None,
            actor=group.actors.most_common(1)[0][0] if group.actors else None,
            target=group.targets.most_common(1)[0][0] if group.targets else None,
            summary=parsed.text[first[0] : first[1]],
            why=group.why,
            figures=[read.figure.id for read in sorted(group.reads, key=lambda r: r.figure.start)],
            sentences=list(group.sentences),
        )
        for read in group.reads:
            read.figure.event = event.id
        events.append(event)
    _give_quotes(parsed, groups, events, quotes)
    return events


def _kind_of_group(group: _Group) -> str:
    """The kind told most often; "attack" only where nothing more exact is told."""
    exact = [
        (n, kind) for kind, n in group.kinds.items() if kind not in ("attack", "other") and kind in _VIOLENT
    ]
    if group.kind in _VIOLENT and exact:
        return max(exact)[1]
    return group.kind


def _best_sentence(group: _Group) -> tuple[int, int]:
    """The sentence that tells most of the event: the one with most of its figures, the first of equals."""
    counts: Counter[tuple[int, int]] = Counter()
    for read in group.reads:
        for span in group.sentences:
            if span[0] <= read.figure.start < span[1]:
                counts[span] += 1
    return max(group.sentences, key=lambda s: (counts[s], -s[0]))


def _give_quotes(parsed: Parsed, groups: list[_Group], events: list[Event], quotes: list[Quote]) -> None:
    """A quotation belongs to the event told beside it, else to the one its speaker gave figures of."""
    bounds = [(p.start, p.end) for p in parsed.paragraphs]

    def paragraph_of(offset: int) -> int:
        return next((i for i, (a, b) in enumerate(bounds) if a <= offset < b), -1)

    for quote in quotes:
        here = paragraph_of(quote.start)
        near: list[tuple[int, int]] = []
        for index, group in enumerate(groups):
            claims = quote.speaker is not None and any(
                r.figure.claimant == quote.speaker for r in group.reads
            )
            distances = [abs(paragraph_of(a) - here) for a, _ in group.sentences]
            distance = min(distances)
            if distance == 0:
                near.append((min(abs(a - quote.start) for a, _ in group.sentences), index))
            elif claims and distance <= 3:
                near.append((1000 * distance, index))
            elif group.place and _words(group.place) & _words(quote.text) and distance <= 2:
                near.append((2000 * distance, index))
        if not near:
            # The lead's event, for what is said of it in the next paragraphs by an official of the same place.
            tight = [
                (3000, i) for i, g in enumerate(groups)
                if quote.role and g.place and _words(g.place) & _words(quote.role) and abs(paragraph_of(g.sentences[0][0]) - here) <= 3
            ]  # fmt: skip
            near = tight
        if near:
            _, index = min(near)
            quote.event = events[index].id
            events[index].quotes.append(quote.id)
