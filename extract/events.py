"""Events of an article: figures and sentences grouped by what happened, where, and on which day."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING, cast

from extract.agents import side_in
from extract.eventkinds import STRIKES, VIOLENT, family, kinds_in
from extract.grouping import (
    HARM,
    Group,
    group_figures,
    lies_in,
    printed_day,
    same_day,
    same_place,
    same_print,
    words_of,
)
from extract.ids import item_id
from extract.mentions import PlaceMention
from extract.model import SET_APART, Event, EventKind, Quote

if TYPE_CHECKING:
    from spacy.tokens import Span

    from extract.figures import Read
    from extract.frames import Frame
    from extract.parse import Parsed, Piece
    from extract.setting import Setting


def extract_events(
    parsed: Parsed,
    article_id: str,
    setting: Setting,
    reads: list[Read],
    quotes: list[Quote],
    frames: list[Frame],
) -> list[Event]:
    """The article's events in the order of their first sentence; figures and quotes are given their event."""
    groups = group_figures(parsed, setting, [r for r in reads if r.figure.measure not in SET_APART])
    _from_sentences(parsed, setting, groups)
    groups.sort(key=lambda g: min(g.sentences))
    return _finish(parsed, article_id, groups, quotes)


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


def _from_sentences(parsed: Parsed, setting: Setting, groups: list[Group]) -> None:
    """Events told without a number: an attack on a named place, talks in a city, a shooting."""
    for paragraph in parsed.paragraphs:
        if paragraph.headline:
            continue
        piece = paragraph.frame
        for sent in piece.doc.sents:
            span = (piece.start(sent[0]), piece.end(sent[-1]))
            if span[0] < span[1] and not any(group.overlaps(span) for group in groups):
                _from_sentence(parsed, setting, groups, piece, sent, span)


def _from_sentence(
    parsed: Parsed, setting: Setting, groups: list[Group], piece: Piece, sent: Span, span: tuple[int, int]
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
            and same_place(g.place, mention.name)
            and same_day(g.day, day)
            and same_print(g.printed, printed)
        ),
        None,
    )
    if home is None and (wide := _told_widely(groups, kind, mention, day, printed)) is not None:
        # The lead told of the region; here stands the town.
        wide.place, wide.mention, home = mention.name, mention, wide
        wide.why = "figures of one day; the area told first, then the place in it"
    if home is None:
        if kind in STRIKES and mention.kind == "country":
            return  # "strikes in Syria" without a number or a town says too little
        if kind == "talks" and any(g.kind == "talks" for g in groups):
            return
        home = Group(kind, mention.name, mention, day, printed, why="an event told without numbers")
        groups.append(home)
    home.sentences.append(span)
    home.kinds[kind] += 1
    if side := _actor_in(sent, kind):
        home.actors[side] += 1


def _told_widely(
    groups: list[Group], kind: str, mention: PlaceMention, day: tuple[str, str] | None, printed: str | None
) -> Group | None:
    """The one attack that is so far placed in the region around `mention` only."""
    if kind not in VIOLENT or mention.kind not in ("city", "site", "point", "other"):
        return None
    wide = [
        g
        for g in groups
        if g.kind in VIOLENT
        and lies_in(mention, g.mention)
        and same_day(g.day, day)
        and same_print(g.printed, printed)
        and any(r.figure.measure in HARM for r in g.reads)
    ]
    towns = [
        g for g in groups if g.reads and g.mention is not None and g.mention.kind not in ("country", "region")
    ]
    if len(wide) != 1 or (wide[0].mention is not None and wide[0].mention.kind == "country" and towns):
        return None
    return wide[0]


def _day_of(
    setting: Setting, piece: Piece, span: tuple[int, int]
) -> tuple[tuple[str, str] | None, str | None]:
    """The day of a sentence's event, else the lead's; or how it is printed when it cannot be known."""
    told = [t for t in setting.times_in(*span) if not setting.of_cue(piece, t)]
    times = [t for t in told if t.resolved]
    if times:
        return _iso(times[0].date_from, times[0].date_to), None
    printed = printed_day(told[0].text, None) if told else None
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


def _finish(parsed: Parsed, article_id: str, groups: list[Group], quotes: list[Quote]) -> list[Event]:
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


def _kind_of_group(group: Group) -> str:
    """The kind told most often; "attack" only where nothing more exact is told."""
    exact = [
        (n, kind) for kind, n in group.kinds.items() if kind not in ("attack", "other") and kind in VIOLENT
    ]
    if group.kind in VIOLENT and exact:
        return max(exact)[1]
    return group.kind


def _best_sentence(group: Group) -> tuple[int, int]:
    """The sentence that tells most of the event: the one with most of its figures, the first of equals."""
    counts: Counter[tuple[int, int]] = Counter()
    for read in group.reads:
        for span in group.sentences:
            if span[0] <= read.figure.start < span[1]:
                counts[span] += 1
    return max(group.sentences, key=lambda s: (counts[s], -s[0]))


def _give_quotes(parsed: Parsed, groups: list[Group], events: list[Event], quotes: list[Quote]) -> None:
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
            elif group.place and words_of(group.place) & words_of(quote.text) and distance <= 2:
                near.append((2000 * distance, index))
        if not near:
            # The lead's event, for what is said of it in the next paragraphs by an official of the same place.
            tight = [
                (3000, i) for i, g in enumerate(groups)
                if quote.role and g.place and words_of(g.place) & words_of(quote.role) and abs(paragraph_of(g.sentences[0][0]) - here) <= 3
            ]  # fmt: skip
            near = tight
        if near:
            _, index = min(near)
            quote.event = events[index].id
            events[index].quotes.append(quote.id)
