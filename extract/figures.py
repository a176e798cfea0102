"""Figures of a parsed article: drafts completed with claimant, place, actor and day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.absences import read_absences
from extract.acting import Doers
from extract.agents import target_of
from extract.carriedclaims import carried_claim
from extract.claimedafter import claim_before
from extract.doubts import reports
from extract.drafts import WEAPONS, Draft
from extract.frames import Frame, Frames, claim_of
from extract.ids import item_id
from extract.lists import link_lists
from extract.loosedays import tell_days
from extract.model import SET_APART, Figure
from extract.numerals import read_drafts
from extract.parts import link_parts, link_repeats
from extract.places import printed_country
from extract.samecounts import as_in_the_text, exact_days
from extract.scopes import of_the_war, scope_of
from extract.setting import NAMED
from extract.timewords import is_long

if TYPE_CHECKING:
    from extract.dates import TimeSpan
    from extract.parse import Parsed
    from extract.setting import Placed, Setting


@dataclass(slots=True, eq=False)
class Read:
    """A draft with all that was read for it, and the figure made of it."""

    draft: Draft
    frame: Frame | None
    claim_why: str | None
    placed: Placed | None
    time: TimeSpan | None
    actor: str | None
    figure: Figure
    arm: str | None = None  # of a state that acted: "security forces"


def extract_figures(parsed: Parsed, article_id: str, setting: Setting, frames: Frames) -> list[Read]:
    """Every figure of the article, in text order."""
    drafts = read_drafts(parsed)
    _set_apart_sources(drafts, frames)
    link_parts(parsed.text, drafts)
    link_lists(parsed.text, drafts)
    link_repeats(drafts, frozenset(i for i, p in enumerate(parsed.paragraphs) if p.headline))
    drafts = sorted([*drafts, *read_absences(parsed, drafts)], key=lambda d: d.number.start)
    claims = _claims(parsed, frames, drafts)
    _link_shot_down(drafts, claims)
    told = setting.tellings = tell_days(setting)
    own_times = {id(d): setting.when(d, claims[id(d)][0]) for d in drafts}
    earlier: list[tuple[Draft, TimeSpan]] = []
    placed: dict[int, Placed | None] = {}
    reads: list[Read] = []
    ids = {id(d): _id(article_id, d) for d in drafts}
    doers = Doers(parsed)
    for draft in drafts:
        frame, why = claims[id(draft)]
        apart = draft.measure in SET_APART
        where = None if apart else setting.place(draft, frame, drafts, placed)
        placed[id(draft)] = where
        if draft.measure == "other" and not draft.measured and draft.unit is not None:
            where = setting.own_place(draft, frame, drafts)  # never handed on to what is told next
        if draft.same_as is not None and _elsewhere(where, placed.get(id(draft.same_as))):
            draft.same_as = None  # three strikes near one town, and three near the next
        time, date_why, own = own_times[id(draft)]
        counts = not apart or (draft.measure == "other" and not draft.measured and draft.unit is not None)
        if counts and (again := told.same_number(draft, own)) is not None:
            time, date_why, own = *again, False
        if time is None and counts and not of_the_war(draft):
            time, date_why = setting.when_around(draft, earlier, told, where)
        if time is not None and (better := told.rather(draft, time, own)) is not None:
            time, date_why, own = *better, False
        if time is not None and time.resolved:
            told.place(draft, where, time)
            if counts and not is_long(time):
                told.count(draft, time)
            time = setting.until_now(draft, time)
        toll = draft.reading is not None and draft.reading.role == "toll"
        if time is not None and time.resolved and own and not toll:
            earlier.append((draft, time))
        actor, arm = (None, None) if apart else doers.of(draft, frame, where)
        reads.append(
            Read(
                draft,
                frame,
                why,
                where,
                time,
                actor,
                _figure(
                    draft,
                    frame,
                    why,
                    where,
                    time,
                    date_why,
                    own,
                    actor,
                    ids,
                    frames.channel_of(frame) if frame is not None else None,
                ),
                arm,
            )
        )
    exact_days(reads, setting.times)
    as_in_the_text(parsed, reads)
    _as_printed(parsed, reads)
    return reads


def _set_apart_sources(drafts: list[Draft], frames: Frames) -> None:
    """ "…, a doctor and two residents said": those who speak are no count of what happened."""
    for draft in drafts:
        if draft.measure in SET_APART or draft.counted is None or draft.counted.noun is None:
            continue
        noun = draft.piece.start(draft.counted.noun)
        if any(
            frame.source_start is not None
            and frame.source_end is not None
            and frame.source_start <= draft.number.start < noun < frame.source_end
            and not _is_deed(draft, frame)  # "600 residents sought refuge" asks for nothing
            for frame in frames.of(draft.piece)
        ):
            draft.measure = "other"


def _is_deed(draft: Draft, frame: Frame) -> bool:
    """Is the verb of the frame the one that tells what was done with those counted?"""
    reading, found = draft.reading, draft.counted
    if reading is None or found is None:
        return False
    if found.seat.dep_ in ("nsubj", "nsubjpass") and found.seat.head.i != frame.cue.i:
        # "43 people died in the middle of Norvia, sources told": the subject of another verb
        return reading.role in ("subject", "object") and reading.cost < 0.5
    return reading.trigger is not None and reading.trigger.phrase and frame.cue.i == reading.trigger.token.i


def _as_printed(parsed: Parsed, reads: list[Read]) -> None:
    """A country is named as this text names it ("Türkiye", not "Turkey")."""
    for read in reads:
        if read.figure.actor is not None:
            read.figure.actor = printed_country(read.figure.actor, parsed.text)


def _id(article_id: str, draft: Draft) -> str:
    # "No deaths or injuries" are two counts at one word.
    more = (draft.measure,) if not draft.number.value and draft.counted and draft.counted.more else ()
    return item_id("figure", article_id, draft.number.start, draft.number.end, *more)


def _elsewhere(here: Placed | None, there: Placed | None) -> bool:
    """Are both told in so many words to have been in two different towns?"""
    if here is None or there is None or here.mention is None or there.mention is None:
        return False
    told = here.why == there.why == NAMED and here.mention.kind == there.mention.kind == "city"
    return told and here.name != there.name


#: Behind who says it, where the report itself goes on to another time.
_A_DAY_AFTER = re.compile(
    r",\s+(?:(?:just|only|barely)\s+)?(?:(?:an?|one|two|three|four|five|several|few|\d\d?)\s+){0,2}(?:hours?|days?|weeks?|months?|years?)\s+after\s"
)


def _told_besides(frame: Frame, draft: Draft) -> bool:
    """ "…, the ministry said, a day after strikes killed 558": what the report recalls in its own voice."""
    if not frame.left or frame.cue is None or frame.piece is not draft.piece:
        return False
    end = draft.piece.end(frame.cue)
    return (
        end < draft.number.start
        and _A_DAY_AFTER.search(draft.piece.text, end, draft.number.start) is not None
    )


def _claims(
    parsed: Parsed, frames: Frames, drafts: list[Draft]
) -> dict[int, tuple[Frame | None, str | None]]:
    claims: dict[int, tuple[Frame | None, str | None]] = {}
    for draft in drafts:
        token = draft.counted.first if draft.counted is not None else draft.piece.token_at(draft.number.start)
        if token is None:
            claims[id(draft)] = (None, None)
            continue
        frame = claim_of(frames, draft.piece, token)
        why = frame.why if frame is not None else None
        if frame is None:
            frame, why = carried_claim(parsed, frames, draft.piece, token)
        if frame is not None and (_claims_the_deed(frame) or not reports(frame, draft.piece, token)):
            frame, why = None, None
        if frame is not None and _told_besides(frame, draft):
            frame, why = None, None
        claims[id(draft)] = (frame, why)
    for draft in drafts:
        # A part that stands after the cue ("…, medics said, nine of them in a school") is claimed with its whole.
        if (
            claims[id(draft)][0] is None
            and draft.part_of is not None
            and draft.part_of.sentence == draft.sentence
            and draft.part_of.paragraph == draft.paragraph
        ):
            frame, _ = claims[id(draft.part_of)]
            claims[id(draft)] = (
                frame,
                "the claimant of the whole it is a part of" if frame is not None else None,
            )
    _go_on(drafts, claims)
    claim_before(parsed, frames, drafts, claims)
    return claims


def _go_on(drafts: list[Draft], claims: dict[int, tuple[Frame | None, str | None]]) -> None:
    """A tally of weapons goes on in the next sentence: "…, the air force said. Two drones hit a depot." """
    told: list[Draft] = []  # the weapons of this sentence or the one before, with a claimant
    for draft in drafts:
        if draft.measure not in WEAPONS and draft.measure != "locations_hit":
            continue
        frame, why = claims[id(draft)]
        if frame is None and draft.piece.kind == "frame":
            last = told[-1] if told else None
            if last is not None and last.piece is draft.piece and _next(last, draft):
                frame, why = claims[id(last)][0], "the tally goes on from the words before"
                claims[id(draft)] = frame, why
        if frame is not None:
            told.append(draft)


def _next(last: Draft, draft: Draft) -> bool:
    """Do two drafts of a piece stand in one sentence or in neighbours?"""
    return last.sentence == draft.sentence or last.sentence[1] == draft.sentence[0]


_DEED = re.compile(
    r"\s*(?:\w+\s+){0,3}?(?:responsibility|attacks?|strikes?|bombings?|raids?|assaults?|killings?)\b",
    re.IGNORECASE,
)


def _claims_the_deed(frame: Frame) -> bool:
    """A group that "claimed responsibility" or "claimed the attack" says that it did it, not how many died."""
    if frame.cue.lemma_.casefold() != "claim":
        return False
    doc = frame.piece.doc
    return _DEED.match(doc[frame.cue.i + 1 : min(len(doc), frame.cue.i + 8)].text) is not None


def _link_shot_down(drafts: list[Draft], claims: dict[int, tuple[Frame | None, str | None]]) -> None:
    """What a force says it shot down is a part of what it says was launched at it."""
    for index, draft in enumerate(drafts):
        if draft.measure != "shot_down" or draft.part_of is not None:
            continue
        frame = claims[id(draft)][0]
        for other in reversed(drafts[:index]):
            if draft.paragraph - other.paragraph > 1:
                break
            theirs = claims[id(other)][0]
            same = frame is not None and theirs is not None and _claimant(frame) == _claimant(theirs)
            alike = (other.unit or "").split(" ")[-1] == (draft.unit or "").split(" ")[-1]
            if (
                other.measure == "launched"
                and same
                and alike
                and other.number.high >= draft.number.value
                and other.part_of is None
            ):
                draft.part_of = other
                break


def _claimant(frame: Frame) -> str | None:
    return frame.source.name if frame.source is not None else None


def _figure(
    draft: Draft,
    frame: Frame | None,
    claim_why: str | None,
    where: Placed | None,
    time: TimeSpan | None,
    date_why: str | None,
    own: bool,
    actor: str | None,
    ids: dict[int, str],
    channel: str | None,
) -> Figure:
    number = draft.number
    claimant = _claimant(frame) if frame is not None else None
    resolved = time is not None and time.resolved
    return Figure(
        id=ids[id(draft)],
        start=number.start,
        end=number.end,
        text=draft.piece.text[draft.start : draft.end],
        value=number.value,
        low=number.low,
        high=number.high,
        modifier=number.modifier,
        unit=draft.unit,
        measure=draft.measure,
        place=where.name if where is not None else None,
        place_why=where.why if where is not None else None,
        actor=actor,
        target=target_of(draft) if draft.measure not in SET_APART else None,
        claimant=claimant,
        claimant_start=frame.source_start if frame is not None and claimant is not None else None,
        claimant_end=frame.source_end if frame is not None and claimant is not None else None,
        claimant_why=claim_why if claimant is not None else None,
        cue=frame.cue_text if frame is not None and claimant is not None else None,
        channel=channel if claimant is not None else None,
        when=time.text if time is not None and own else None,
        date_from=time.date_from.isoformat()
        if resolved and time is not None and time.date_from is not None
        else None,
        date_to=time.date_to.isoformat()
        if resolved and time is not None and time.date_to is not None
        else None,
        date_why=date_why if resolved else None,
        scope=scope_of(draft, time, own),
        part_of=ids.get(id(draft.part_of)) if draft.part_of is not None else None,
        same_as=ids.get(id(draft.same_as)) if draft.same_as is not None else None,
    )
