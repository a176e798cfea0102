"""Events of an article: figures and sentences grouped by what happened, where, and on which day."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, cast

from extract.beside import told_beside
from extract.credit import lend
from extract.eventkinds import STRIKES, VIOLENT
from extract.figuredays import total_spans
from extract.ground import give_ground
from extract.group import Group, attacker, spans, words_of
from extract.grouping import group_figures
from extract.groupkind import kind_of_group
from extract.ids import item_id
from extract.joining import contained, one_fight
from extract.laterclauses import tell_later_clauses
from extract.mentions import full_name
from extract.model import SET_APART, Event, EventKind, Quote
from extract.narrowed import narrow
from extract.nights import one_night
from extract.places import Place, table
from extract.samecounts import days_of_one_deed
from extract.settling import only_moved, settle
from extract.stretch import lend_settings
from extract.told import tell_without_numbers
from extract.toldcounts import give_wholes

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.frames import Frames
    from extract.parse import Parsed
    from extract.setting import Setting


def extract_events(
    parsed: Parsed,
    article_id: str,
    setting: Setting,
    reads: list[Read],
    quotes: list[Quote],
    frames: Frames,
) -> list[Event]:
    """The article's events in the order of their first sentence; figures and quotes are given their event."""
    told = [r for r in reads if r.figure.measure not in SET_APART]
    groups = group_figures(parsed, setting, told, frames)
    narrow(setting, groups)
    groups = contained(setting, groups)
    tell_without_numbers(parsed, setting, groups, [r for r in reads if r.figure.measure == "other"])
    totals = total_spans(setting, told)
    groups = [group for group in groups if not _of_totals(group, totals)]
    give_wholes(setting, groups, reads)
    tell_later_clauses(parsed, setting, groups)
    groups = one_night(parsed, one_fight(parsed, settle(setting, groups)))
    groups += told_beside(parsed, groups)
    give_ground(parsed, groups)
    _alike(parsed, groups)
    _days_of_the_report(parsed, setting, groups)
    groups = sorted((g for g in groups if not only_moved(g)), key=lambda g: min(g.sentences))
    lend_settings(parsed, groups)
    days_of_one_deed(groups)
    lend(parsed, groups)
    return _finish(parsed, article_id, groups, quotes)


def _of_totals(group: Group, totals: set[tuple[int, int]]) -> bool:
    """Does it tell of no more than what was counted over months: "clashes have killed 310 people since January"?"""
    if any(read.figure.measure != "other" for read in group.reads):
        return False
    long = group.day is None or spans(group.day)
    return long and all(any(a < d and c < b for c, d in totals) for a, b in group.sentences)


_SIMILAR = re.compile(r"\b(?:similar|such|another|second)\s+(?:attacks?|strikes?)\b", re.IGNORECASE)


def _alike(parsed: Parsed, groups: list[Group]) -> None:
    """ "A similar attack in X killed 12": with the weapon of the one told before it."""
    for group in groups:
        start, end = min(group.sentences)
        if kind_of_group(parsed, group) != "attack" or not _SIMILAR.search(parsed.text, start, end):
            continue
        before = [g for g in groups if min(g.sentences) < (start, end) and g.kind in VIOLENT and g.reads]
        if before:
            last = max(before, key=lambda g: max(s for s in g.sentences if s < (start, end)))
            kind = kind_of_group(parsed, last)
            if kind not in ("attack", "clash"):
                group.kinds[kind] += group.kinds["attack"] + 1


#: Between the places of an event that is told of several at once.
JOIN = "; "
#: Paragraphs of news whose events are of the day of the report, where no day is told.
_NEWS = 4


def _days_of_the_report(parsed: Parsed, setting: Setting, groups: list[Group]) -> None:
    """What the first paragraphs tell without a day is news of the day of the report."""
    if setting.published is None:
        return
    day = setting.published.isoformat()
    news = [p for p in parsed.paragraphs if not p.headline][:_NEWS]
    end = news[-1].end if news else 0
    for group in groups:
        if group.day is None and group.printed is None and not group.apart and min(group.sentences)[0] < end:
            group.day = (day, day)
            group.why += "; no day is told: that of the report"


def _id(article_id: str, sentence: tuple[int, int], group: Group, taken: set[str]) -> str:
    """An event's id; two of one kind and place in one sentence, on two days, are told apart by their order."""
    more = [group.place or "", group.kind]
    found = item_id("event", article_id, *sentence, *more)
    while found in taken:
        more.append("again")
        found = item_id("event", article_id, *sentence, *more)
    taken.add(found)
    return found


def _placed_in(group: Group) -> bool:
    """Is the place of a swap told: no country that was worked out for its prisoners, whom two of them exchanged?"""
    country = group.mention is None or group.mention.kind == "country"
    return not country or group.placed


def _finish(parsed: Parsed, article_id: str, groups: list[Group], quotes: list[Quote]) -> list[Event]:
    events: list[Event] = []
    taken: set[str] = set()
    for group in groups:
        group.sentences.sort()
        first = _best_sentence(group)
        kind = kind_of_group(parsed, group)
        place: Place | None = None
        if kind == "prisoner_exchange" and not _placed_in(group):
            group.place = group.mention = None
        if group.mention is not None:
            place = group.mention.place
        elif group.place:  # a country that was worked out and not named there
            place = table().country(table().country_code(group.place))
        country = place.country if place is not None else None
        if group.place is not None and JOIN in group.place:
            # Several places have no one point, and two countries no one code.
            place, country = None, _common_country(group.place, country)
        event = Event(
            id=_id(article_id, first, group, taken),
            kind=cast(EventKind, kind),
            place=full_name(group.place, group.mention) if group.place else None,
            country=country,
            lat=place.lat if place is not None else None,
            lon=place.lon if place is not None else None,
            precision=place.precision if place is not None else None,
            date_from=group.day[0] if group.day else None,
            date_to=group.day[1] if group.day else None,
            actor=_actor(group, kind),
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


def _actor(group: Group, kind: str) -> str | None:
    """Who did it: of a strike from afar whoever is told of first, else the one told of most often.

    "A drone strike killed three. Fighters then wounded seven soldiers there": more of the fighters, whose drone it was not.
    """
    if kind in STRIKES - {"attack"}:
        in_order = sorted(group.reads, key=lambda r: r.figure.start)
        first = next((who for r in in_order if (who := attacker(r)) is not None), None)
        if first in group.actors:
            return first
    return group.actors.most_common(1)[0][0] if group.actors else None


def _common_country(places: str, first: str | None) -> str | None:
    """The country in which all of several joined places lie; `first` is that of the first one."""
    known = [table().lookup(name, [first] if first else []) for name in places.split(JOIN)]
    return first if all(place is None or place.country == first for place in known) else None


def _best_sentence(group: Group) -> tuple[int, int]:
    """The sentence that tells most of the event: the one with most of its figures, the first of equals."""
    counts: Counter[tuple[int, int]] = Counter()
    spans = sorted(group.sentences)
    starts = [start for start, _ in spans]
    #: How far the sentences up to each of them reach: a part of one may be listed beside the whole.
    reach = list(itertools.accumulate((end for _, end in spans), max))
    for read in group.reads:
        at = bisect_right(starts, read.figure.start) - 1
        while at >= 0 and read.figure.start < reach[at]:
            counts[spans[at]] += read.figure.start < spans[at][1]
            at -= 1
    return max(group.sentences, key=lambda s: (counts[s], -s[0]))


def _give_quotes(parsed: Parsed, groups: list[Group], events: list[Event], quotes: list[Quote]) -> None:
    """A quotation belongs to the event told beside it, else to the one its speaker gave figures of."""
    starts = [p.start for p in parsed.paragraphs]

    def paragraph_of(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        return at if at >= 0 and offset < parsed.paragraphs[at].end else -1

    told_in: dict[int, set[int]] = {}  # the groups of each paragraph
    begins: list[list[int]] = []  # of each group's sentences
    claimants: list[set[str | None]] = []
    for index, group in enumerate(groups):
        begins.append(sorted(a for a, _ in group.sentences))
        claimants.append({read.figure.claimant for read in group.reads})
        for a in begins[-1]:
            told_in.setdefault(paragraph_of(a), set()).add(index)
    for quote in quotes:
        here = paragraph_of(quote.start)
        near: list[tuple[int, int]] = []
        # Groups told further away are nobody's, so that they need no look.
        about = sorted(set().union(*(told_in.get(i, ()) for i in range(here - 3, here + 4))))
        for index in about:
            group = groups[index]
            claims = quote.speaker is not None and quote.speaker in claimants[index]
            distance = min(abs(i - here) for i in range(here - 3, here + 4) if index in told_in.get(i, ()))
            if distance == 0:
                at = bisect_right(begins[index], quote.start)
                beside = begins[index][max(0, at - 1) : at + 1]
                near.append((min(abs(a - quote.start) for a in beside), index))
            elif claims and distance <= 3:
                near.append((1000 * distance, index))
            elif group.place and words_of(group.place) & words_of(quote.text) and distance <= 2:
                near.append((2000 * distance, index))
        if not near:
            # The lead's event, for what is said of it in the next paragraphs by an official of the same place.
            tight = [
                (3000, i) for i in about if (g := groups[i])
                and quote.role and g.place and words_of(g.place) & words_of(quote.role) and abs(paragraph_of(g.sentences[0][0]) - here) <= 3
            ]  # fmt: skip
            near = tight
        if near:
            _, index = min(near)
            quote.event = events[index].id
            events[index].quotes.append(quote.id)
