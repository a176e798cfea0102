"""Which figures tell of one event: those of one kind of deed, one place and one day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.backrefs import AFTER_ANOTHER, learn, meant_in, paragraph_of, refers, spoken_of
from extract.deeds import (
    AFTERMATH,
    Deed,
    by_the_way,
    deed_after,
    in_area_of,
    of_the_deed,
    told_in_passing,
)
from extract.eventkinds import STRIKES, figure_kind
from extract.figuredays import counted_on, of_hours, of_the_past, sentence_of, weak
from extract.group import (
    HARM,
    Group,
    day_of,
    here,
    near_only,
    printed_day,
    same_day,
    same_place,
    same_print,
    spans,
    tells_harm,
)
from extract.headlined import of_headline
from extract.likeness import (
    STATES,
    alike_counted,
    answers,
    apart_fight,
    away,
    breaks_down,
    compatible,
    each_its_own,
    elsewhere,
    in_another_town,
    kind_of_part,
    loosely_around,
    of_one_place,
    opposed,
    other_weapons,
    part_elsewhere,
    shared_out,
    some_of_sum,
)
from extract.nearer import AHEAD, ANOTHER, deeds_in, of_many, of_some, tells_where, told_nearer
from extract.retold import fled_from, of_those_here, part_of_it, repeats, told_again
from extract.seated import add, before_it, fits, keep, take
from extract.seats import Seats
from extract.setting import EARLIER, NAMED
from extract.stretch import goes_on, of_salvo
from extract.told import where_told
from extract.unreal import only_meant

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.frames import Frames
    from extract.parse import Parsed, Piece
    from extract.setting import Setting

#: What is agreed on or talked of, and so still to be done.
_SETTLED = frozenset({"talks", "agreement"})
#: How well a figure fits that is one of those that an event's figure is made up of.
_PART = 1.5
#: How many of the events told last a figure may be of.
_RECENT = 64


@dataclass(slots=True)
class Course:
    """What has been told so far, while the figures are gone through in text order."""

    parsed: Parsed
    setting: Setting
    #: The figures of each sentence.
    beside: dict[tuple[int, int], list[Read]]
    seats: Seats
    #: Deeds told by the way, without figures, of which more may be told.
    passing: list[Deed] = field(default_factory=list)
    #: The drafts that one sentence shares out among several towns.
    shared: set[int] = field(default_factory=set)
    groups: list[Group] = field(default_factory=list)
    #: The event of each draft.
    homes: dict[int, Group] = field(default_factory=dict)
    #: The days of counts of months or of a war, with the paragraph in which each was told last.
    past: dict[tuple[str, str] | None, int] = field(default_factory=dict)
    #: The figure told last, and the deed told after it, which no event so far is.
    last: Read | None = None
    deed: Deed | None = None


def group_figures(parsed: Parsed, setting: Setting, reads: list[Read], frames: Frames) -> list[Group]:
    """The events that the figures tell of; a figure of the whole war, or of no event, is in none."""
    beside: dict[tuple[int, int], list[Read]] = {}
    for read in reads:
        if (span := sentence_of(setting, read)) is not None:
            beside.setdefault(span, []).append(read)
    course = Course(parsed, setting, beside, Seats(parsed, frames))
    groups, homes = course.groups, course.homes
    by_draft = {id(read.draft): read for read in reads}
    headlines = {i for i, p in enumerate(parsed.paragraphs) if p.headline}
    body = [r for r in reads if r.draft.paragraph not in headlines]
    course.shared = shared_out(body)
    waiting: list[Read] = []
    bare = deque(_bare_sentences(parsed, setting, body))
    for at, read in enumerate(body):
        while bare and bare[0][1][0] < read.figure.start:
            _told_more(course, *bare.popleft(), body[at : at + AHEAD])
        whole = by_draft.get(id(read.draft.part_of))
        if whole is not None and id(whole.draft) not in homes and whole in body:
            _seat(course, whole)
        if whole is not None and alike_counted(whole, read) and of_the_past(whole, setting):
            continue  # "since March 1,316 strikes, of which 790 were in Iraq": nor is the part of one event
        if id(read.draft) not in homes:
            _seat(course, read)
        course.last, course.deed = read, None
        course.seats.scene = None
    for piece, span in bare:
        _told_more(course, piece, span, [])
    course.last = course.deed = course.seats.scene = None
    # A headline tells of what the text tells: its figures come to the events of the text.
    for read in reads:
        if read.draft.paragraph not in headlines or (span := sentence_of(setting, read)) is None:
            continue
        if (home := of_headline(read, groups)) is None:
            waiting.append(read)
        else:
            add(home, read, span, settles=False)
            homes[id(read.draft)] = home
    for read in waiting:
        _seat(course, read)
    return groups


def _bare_sentences(
    parsed: Parsed, setting: Setting, reads: list[Read]
) -> Iterator[tuple[Piece, tuple[int, int]]]:
    """The sentences of the news that hold no figure of an event, in text order."""
    told = {
        setting.sentence(read.draft.piece, found.first)
        for read in reads
        if (found := read.draft.counted) is not None
    }
    for paragraph in parsed.paragraphs:
        if paragraph.headline:
            continue
        piece = paragraph.frame
        for _, span in setting.clauses(piece):
            if span not in told:
                yield piece, span


def _told_more(course: Course, piece: Piece, span: tuple[int, int], ahead: list[Read]) -> None:
    """ "The strike hit the town on Friday night": where and when the event told before was, more exactly.

    `ahead` are the figures that are told next.
    """
    parsed, setting, groups = course.parsed, course.setting, course.groups
    again = refers(parsed.text[span[0] : span[1]])
    last = course.homes.get(id(course.last.draft)) if course.last is not None else None
    named = setting.scene(*span)
    other = AFTER_ANOTHER.search(parsed.text, *span) if again else None
    if other is not None:
        named = [m for m in named if m.start < other.end()]
    course.seats.hear(groups, piece, span, course.last, last, named)
    place = setting.most_specific(named[0]) if named and not setting.locates(named[0]) else None
    times = [t for t in setting.times_in(*span) if not setting.of_cue(piece, t)]
    after = None if named else deed_after(parsed, last, span)
    if after is not None:
        course.deed = after
        return
    if times and times[0].kind == "other time":
        course.passing += by_the_way(setting, span)
        return  # "a day after a suicide attack in X": another than what was told
    day, printed = None, None
    if times and times[0].date_from is not None and times[0].date_to is not None:
        day = (times[0].date_from.isoformat(), times[0].date_to.isoformat())
    elif times:
        printed = printed_day(times[0].text, None)
    home = spoken_of(parsed, groups, span, day, printed, place) if again and (day or place) else None
    if of_some(setting, groups, home, span, place, ahead):
        home = None
    if home is None and (deeds := deeds_in(parsed, span)):
        found = where_told(setting, span, deeds)
        place = found[1] if found is not None else None
        kinds = {kind for kind, _, _ in deeds}
        if other is None or place is None or place.start < other.end():
            home = told_nearer(parsed, groups, span, day, printed, place, kinds, named)
        if of_some(setting, groups, home, span, place, ahead):
            home = None
        if home is None and found is not None and found[1].kind in ("city", "site", "point", "other"):
            course.deed = Deed(found[0], found[1], day, printed, paragraph_of(parsed, span[0]), span)
    if home is None or (
        place is not None and any(g is not home and same_place(g.place, place.name) for g in groups)
    ):
        return  # nothing was told before, or something else was there
    learn(parsed, home, span, day, place)


def _seat(course: Course, read: Read) -> None:
    """Find the event of one figure, or begin a new one."""
    parsed, setting, groups = course.parsed, course.setting, course.groups
    homes, last = course.homes, course.last
    figure = read.figure
    span = sentence_of(setting, read)
    if span is None or of_the_past(read, setting) or counted_on(read, course.past):
        course.past[day_of(read)] = read.draft.paragraph
        return
    day = day_of(read)
    spoken = meant_in(parsed.text[span[0] : span[1]])
    told = homes.get(id(last.draft)) if last is not None else None
    own = id(read.draft) in course.shared  # a part with a place of its own
    for earlier in (read.draft.part_of, read.draft.same_as):
        home = homes.get(id(earlier)) if earlier is not None else None
        if home is not None and earlier is read.draft.part_of:
            if told is not None and of_those_here(parsed, read, last, told, home):
                return take(homes, told, read, span)
            other = course.seats.of(groups, read, span, last, told, course.deed, home)
            if earlier is not None and other not in (None, home) and read.draft.paragraph > earlier.paragraph:
                part_of_it(read, other)
                return take(homes, other, read, span)
            since = course.deed is not None and course.deed.paragraph == read.draft.paragraph
            told_on = home.kind in spoken and not since and not of_many(parsed, home)
            shared = (id(read.draft) in course.shared and not here(home, read)) or in_another_town(home, read)
            told_there = read.placed is not None and (
                read.placed.why == EARLIER or bool(deeds_in(parsed, span))
            )
            if shared or (not told_on and told_there and part_elsewhere(home, read)):
                own = True
                continue
            if elsewhere(home, read) and figure.when is not None and not same_day(home.day, day):
                continue  # another town on another day, whatever it looks like a part of
        elif home is not None and some_of_sum(home, read):
            own = True
            continue
        if home is not None and (
            earlier is read.draft.part_of or repeats(home, read, day, course.beside[span])
        ):
            add(home, read, span, settles=figure.measure not in STATES)
            homes[id(read.draft)] = home
            tells_where(home, read, home.kind in spoken)
            return
    window = of_hours(read)
    again = (
        fled_from(groups, read)
        if window
        else told_again(course.seats, groups, read, span, day, last, told, course.deed)
    )
    if again is not None and before_it(again, read, day):
        again = None
    if again is not None and told is not None and told.overlaps(span):
        if here(told, read) and not here(again, read):
            again = told  # what the sentence counted before, in the same town
    just_told = course.deed is not None and (
        same_place(course.deed.place.name, figure.place) or in_area_of(course.deed, read.placed)
    )
    if again is not None and not (just_told and course.deed is not None and fits(course.deed.kind, spoken)):
        return take(homes, again, read, span)  # … unless "the battle" is the one told last, without figures
    begun = of_the_deed(course.deed, read, day) or told_in_passing(course.passing, groups, read, day, spoken)
    if begun is not None:
        groups.append(begun)
        return take(homes, begun, read, span)
    kind = figure_kind(parsed, read.draft, figure.measure, figure.unit, span)
    if own and (of := homes.get(id(read.draft.part_of))) is not None:
        kind = kind_of_part(of, kind)
    if (figure.value == 0 and figure.high == 0) or (kind not in _SETTLED and only_meant(read)):
        return  # "no casualties" makes no event, nor does what is planned, unless it was agreed on
    if (
        course.deed is None
        and told is not None
        and not apart_fight(told, read, kind, span)
        and (goes_on(parsed, told, last, read, span, kind) or of_salvo(parsed, told, last, read, span, kind))
    ):
        return take(homes, told, read, span)
    toll = weak(read)
    unplaced = read.placed is None or read.placed.why != NAMED
    another = unplaced and ANOTHER.search(parsed.text, *span) is not None
    # Of two deeds of one sentence, each has its own figures, and its own place or none.
    whole = setting.sentence(read.draft.piece, read.draft.counted.first) if read.draft.counted else span
    cut = whole != span and (whole[0] < span[0] or whole[1] > span[1])
    best: tuple[float, Group] | None = None
    answer = False
    apart = read.time is not None and read.time.kind == "other time"
    fight = course.deed.kind if course.deed is not None and just_told else kind
    for group in groups[-_RECENT:]:
        if (
            apart != group.apart
            and not group.overlaps(span)
            and (apart or read.placed is None or not here(group, read))
        ):
            continue
        if (another or (cut and group.overlaps(whole))) and not group.overlaps(span):
            continue
        if not same_print(group.printed, printed_day(figure.when, day)):
            continue
        beside = group.overlaps(span)
        if not (toll or group.weak_day or same_day(group.day, day)) or not compatible(
            group, kind, figure.measure, beside, figure.unit
        ):
            continue
        if of_one_place(group, read) or (own and not here(group, read)) or other_weapons(group, read, kind):
            continue
        if apart_fight(group, read, fight, span):
            continue
        if answers(group, read, kind):
            answer = True
            continue
        if opposed(group, read, beside) or (
            window != group.window and not beside and figure.when is not None
        ):
            continue
        if group.window and not (beside or window) and {kind, group.kind} <= STRIKES and kind != group.kind:
            if group.kind != "attack" or figure.when is not None or day != group.day:
                continue  # a day's shelling that is counted up, and the drones of a night of it
        if not beside and figure.when is not None and day and group.day and spans(day) != spans(group.day):
            continue  # one day's dead, and those of the week that it lies in
        score = 0.0
        near = read.draft.paragraph - max(group.paragraphs) <= 1
        if here(group, read):
            score = 3.0 + beside
        elif near and group.placed and read.figure.measure in HARM and loosely_around(group, read):
            score = 2.5
        elif (
            beside
            and (not figure.place or not group.place or figure.measure in HARM)
            and not each_its_own(group, read)
        ):
            score = 2
        elif (
            figure.measure in AFTERMATH
            and not elsewhere(group, read)
            and not away(group, read)
            and tells_harm(group)
            and read.draft.paragraph - max(group.paragraphs) <= 1
        ):
            score = 1
        elif breaks_down(group, read):
            score = _PART
        if score and group.kind == "other" and kind != "other":
            score -= 0.5  # rather the attack than what is told of its place besides
        if score and (best is None or score >= best[0]):
            best = (score, group)
    if best is not None:
        counted = any(r.figure.measure == figure.measure for r in best[1].reads)
        add(best[1], read, span, kind, settles=best[0] != _PART and figure.measure not in STATES)
        if not counted and not of_many(parsed, best[1]) and read.draft.part_of is None:
            tells_where(best[1], read, False)
        keep(homes, read, best[1])
        return
    if figure.measure in STATES and kind in ("other", "attack"):
        kind = "other"
    mention = read.placed.mention if read.placed is not None else None
    group = Group(kind, figure.place, mention, day)
    if (
        cut
        and mention is not None
        and whole[0] <= mention.start < whole[1]
        and not span[0] <= mention.start < span[1]
    ):
        group.place = group.mention = None
        another = True
    group.weak_day, group.answer, group.another = toll or group.mention != mention, answer, another
    group.apart = apart
    group.beside = near_only(parsed.text, group.mention)
    group.printed, group.window = printed_day(figure.when, day), window
    group.why = "figures of one place and day" if figure.place else "figures of one day"
    groups.append(group)
    keep(homes, read, group)
    add(group, read, span, kind, settles=group.place == figure.place)
