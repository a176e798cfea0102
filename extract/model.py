"""What is extracted: articles, their figures, quotes, events and sums (`conflict-tui/1`).

Offsets are Unicode code points. An article's `start`/`end` point into its
document; every other offset points into the article's own `text`. Days are ISO
strings (`2025-12-25`); a night is the interval from the evening's day
(`date_from`) to the morning's (`date_to`). Null means "the text does not say".
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

FORMAT: Literal["conflict-tui/1"] = "conflict-tui/1"

#: What happened to the people or things counted; the last seven are set apart (see `SET_APART`).
Measure = Literal[
    "killed", "injured", "casualties", "missing", "captured", "abducted", "arrested", "released",
    "displaced", "evacuated", "rescued", "hospitalized", "affected",
    "launched", "shot_down", "hit", "locations_hit", "attacks",
    "destroyed", "damaged", "lost_equipment",
    "without_power", "without_heat", "without_water",
    "deployed",
    "money", "percent", "distance", "area", "duration", "age", "other",
]  # fmt: skip

#: Measures of figures that are kept but hidden until asked for.
SET_APART = frozenset({"money", "percent", "distance", "area", "duration", "age", "other"})

EventKind = Literal[
    "drone_strike", "missile_strike", "air_strike", "shelling", "bombing", "shooting", "clash",
    "attack", "air_defence", "territory_change", "abduction", "arrest", "prisoner_exchange", "talks",
    "agreement", "statement", "aid", "sanction", "protest", "outage", "accident", "other",
]  # fmt: skip

QuoteKind = Literal["direct", "partial", "indirect"]
Scope = Literal["event", "period", "cumulative"]
Basis = Literal["stated", "given", "inferred"]
Precision = Literal["point", "city", "region", "country"]
#: How the text stands to what is claimed; null where it is plainly reported.
Stance = Literal["claimed", "confirmed", "denied", "disputed", "unverified"]
SumKind = Literal["fates", "casualties", "places", "kinds", "parts"]
SumStatus = Literal["adds_up", "open", "exceeds", "unknown"]


# `gc=False`: these hold strings, numbers and lists of such, never each other; the collector need not look at them.
class Figure(msgspec.Struct, kw_only=True, gc=False):
    """One number of the text, with what it counts and who says so.

    `start`,`end` hold the number words only; `text` is the phrase as printed and
    contains them. `claimant_start`,`claimant_end` point at where the claimant
    stands in the article's text (the nearest mention, "the ministry").
    """

    id: str
    start: int
    end: int
    text: str
    value: float
    low: float
    high: float
    modifier: str | None = None
    unit: str | None = None
    measure: Measure = "other"
    place: str | None = None
    place_why: str | None = None
    actor: str | None = None
    target: str | None = None
    claimant: str | None = None
    claimant_start: int | None = None
    claimant_end: int | None = None
    claimant_why: str | None = None
    cue: str | None = None
    channel: str | None = None
    stance: Stance | None = None
    #: Who denies, disputes or cannot verify it, and where that stands.
    disputed_by: str | None = None
    disputed_start: int | None = None
    disputed_end: int | None = None
    when: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    date_why: str | None = None
    scope: Scope = "event"
    part_of: str | None = None
    same_as: str | None = None
    #: The earlier figure that this one takes the place of ("rose to 31 from 28").
    revises: str | None = None
    event: str | None = None


def is_apart(figure: Figure) -> bool:
    """Is the figure kept apart from the conflict's counts: money, ages, and "no injuries" (value 0)?"""
    return figure.measure in SET_APART or figure.high <= 0


class Quote(msgspec.Struct, kw_only=True, gc=False):
    """Words between quotation marks (or a reported clause, `indirect`), with who said them."""

    id: str
    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_why: str | None = None
    role: str | None = None
    cue: str | None = None
    channel: str | None = None
    addressee: str | None = None
    #: `denied` where the speaker denies having said it, or that it is so.
    stance: Stance | None = None
    when: str | None = None
    date: str | None = None
    #: Pieces of one statement share it: the id of the statement's first piece.
    utterance: str | None = None
    event: str | None = None


class Event(msgspec.Struct, kw_only=True, gc=False):
    """Something that happened, with the figures and quotes that speak of it.

    `lat`,`lon` are degrees; `precision` says what they are the middle of.
    `sentences` are `[start, end]` pairs into the article's text.
    """

    id: str
    kind: EventKind
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    date_from: str | None = None
    date_to: str | None = None
    actor: str | None = None
    target: str | None = None
    summary: str
    why: str | None = None
    figures: list[str] = []
    quotes: list[str] = []
    sentences: list[tuple[int, int]] = []


class Sum(msgspec.Struct, kw_only=True, gc=False):
    """A check on sums: do the parts of one claim go into its whole?

    `whole` and `parts` are ids of figures. `low`,`high` bound the rest, whole less
    parts, in the unit counted; null is no bound. Nothing is ever corrected by it.
    """

    id: str
    kind: SumKind
    whole: str
    parts: list[str]
    claimant: str | None = None
    event: str | None = None
    low: float | None = None
    high: float | None = None
    status: SumStatus
    #: The check in one sentence, for people.
    words: str


class Candidate(msgspec.Struct, kw_only=True, gc=False):
    """A day on which an undated article may have been published, and why."""

    date: str
    score: float
    why: str


class Correction(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One change that a person made to a figure, quote or event of the article: part of a step of its history.

    `field` is a field's name, or `rejected`, `added`, or `same:ID` for an event
    that is (or is not) the one called ID. Where the change `stands`, the object
    holds `value`, and `read` is what was read beneath (for `rejected` the whole
    object, which is in no list). Without a `step` it is no change of its own but
    follows from others.
    """

    step: str = ""
    kind: Literal["figure", "quote", "event"]
    id: str
    field: str
    value: Any = None
    why: str | None = None
    #: The login name, and the moment in UTC.
    who: str = ""
    at: str = ""
    #: When the step was undone.
    undone: str | None = None
    stands: bool = False
    read: Any = None
    #: What the thing's words were, and what stood around them.
    words: str = ""
    context: str = ""


class Star(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A person's star on the article, or on a figure, quote or event of it."""

    kind: Literal["article", "figure", "quote", "event"]
    id: str
    #: The moment in UTC.
    at: str = ""
    #: What the thing's words were, and what stood around them.
    words: str = ""
    context: str = ""


class Note(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A person's note on one of the same, of any number of lines."""

    kind: Literal["article", "figure", "quote", "event"]
    id: str
    text: str
    at: str = ""
    words: str = ""
    context: str = ""


class Tag(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A tag that a person put on one of the same."""

    kind: Literal["article", "figure", "quote", "event"]
    id: str
    tag: str
    #: The login name.
    who: str = ""
    at: str = ""
    words: str = ""
    context: str = ""


class Article(msgspec.Struct, kw_only=True):
    """One article: the exact slice `text` of its document, and what was found in it."""

    format: Literal["conflict-tui/1"] = FORMAT
    id: str
    document: str
    start: int
    end: int
    headline: str | None = None
    dateline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: Basis | None = None
    published_why: str | None = None
    #: Ranked, best first; only for articles whose day is not stated or given.
    candidates: list[Candidate] = []
    text: str
    figures: list[Figure] = []
    quotes: list[Quote] = []
    events: list[Event] = []
    sums: list[Sum] = []
    #: What people set right, oldest first.
    corrections: list[Correction] = []
    #: What people marked, oldest first; see `Star`.
    stars: list[Star] = []
    notes: list[Note] = []
    tags: list[Tag] = []
