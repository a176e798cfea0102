"""Small frozen records: the answers that the store gives to the screen and the command line.

Days are ISO strings, offsets are code points into the article's `text`, and
`published_basis` is `stated`, `given`, `inferred` or None (undated). Fields of
figures, quotes and events have the names and meanings of `extract.model`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day on which an undated article may have been published, best first."""

    date: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list.

    `figures` counts those that are not set apart, `sources` the documents that
    hold the article, `lead` is the first words of the news text, on one line.
    """

    rowid: int
    id: str
    headline: str | None
    dateline: str | None
    outlet: str | None
    byline: str | None
    document: str
    published: str | None
    published_basis: str | None
    figures: int
    quotes: int
    events: int
    starred: bool
    noted: bool
    sources: int
    lead: str
    tags: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFull:
    """A whole article: the list line's fields, its text and how it came to be dated.

    `documents` are `(name, start, end)`: every document that holds it, offsets into that document.
    """

    rowid: int
    id: str
    headline: str | None
    dateline: str | None
    outlet: str | None
    byline: str | None
    document: str
    published: str | None
    published_basis: str | None
    figures: int
    quotes: int
    events: int
    starred: bool
    noted: bool
    sources: int
    lead: str
    text: str
    url: str | None = None
    published_why: str | None = None
    candidates: list[Candidate] = field(default_factory=list)
    documents: list[tuple[str, int, int]] = field(default_factory=list)
    note: str | None = None
    tags: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with what is needed to show and cite it; `sentence` is the text around it.

    `sum_status` is `exceeds` or `open` where it belongs to a check on sums that does
    not add up or leaves a rest worth a look, else None.
    """

    rowid: int
    id: str
    article_id: str
    start: int
    end: int
    text: str
    value: float
    low: float
    high: float
    modifier: str | None
    unit: str | None
    measure: str
    place: str | None
    place_why: str | None
    actor: str | None
    target: str | None
    claimant: str | None
    claimant_start: int | None
    claimant_end: int | None
    claimant_why: str | None
    cue: str | None
    channel: str | None
    stance: str | None
    disputed_by: str | None
    disputed_start: int | None
    disputed_end: int | None
    when: str | None
    date_from: str | None
    date_to: str | None
    date_why: str | None
    scope: str
    part_of: str | None
    same_as: str | None
    revises: str | None
    event: str | None
    set_apart: bool
    sum_status: str | None
    sentence: str
    sentence_start: int
    sentence_end: int
    published: str | None
    published_basis: str | None
    headline: str | None
    dateline: str | None
    outlet: str | None
    document: str
    starred: bool
    noted: bool
    #: Fields that a person corrected, the login name of who added it, and whether it was rejected.
    corrected: tuple[str, ...] = ()
    added_by: str | None = None
    rejected: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with what is needed to show and cite it."""

    rowid: int
    id: str
    article_id: str
    start: int
    end: int
    text: str
    kind: str
    speaker: str | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_why: str | None
    role: str | None
    cue: str | None
    channel: str | None
    addressee: str | None
    stance: str | None
    when: str | None
    date: str | None
    utterance: str | None
    event: str | None
    published: str | None
    published_basis: str | None
    headline: str | None
    dateline: str | None
    outlet: str | None
    document: str
    starred: bool
    noted: bool
    #: Fields that a person corrected, the login name of who added it, and whether it was rejected.
    corrected: tuple[str, ...] = ()
    added_by: str | None = None
    rejected: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as one article tells it; `reports` counts the articles linked to it, itself included."""

    rowid: int
    id: str
    article_id: str
    kind: str
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    date_from: str | None
    date_to: str | None
    actor: str | None
    target: str | None
    summary: str
    why: str | None
    figures: int
    quotes: int
    sentences: tuple[tuple[int, int], ...]
    published: str | None
    published_basis: str | None
    headline: str | None
    dateline: str | None
    outlet: str | None
    document: str
    starred: bool
    noted: bool
    reports: int
    corrected: tuple[str, ...] = ()
    added_by: str | None = None
    rejected: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SumRow:
    """A check on sums: `whole` and `parts` are ids of figures, `low`,`high` bound the rest (None: no bound).

    `status` is `adds_up`, `open`, `exceeds` or `unknown`; `words` say it in one sentence.
    """

    id: str
    article_id: str
    kind: str
    whole: str
    parts: tuple[str, ...]
    claimant: str | None
    event: str | None
    low: float | None
    high: float | None
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker: `roles` as printed, joined by "; ", and the first and last day of a quote."""

    name: str
    roles: str
    quotes: int
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, with how many figures and events name it and the last day of either."""

    name: str
    country: str | None
    figures: int
    events: int
    last: str | None


@dataclass(frozen=True, slots=True)
class ClaimantRow:
    """Who claims figures, how many, in how many articles; those of money, distances and the like count too."""

    name: str
    figures: int
    articles: int


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a speaker was quoted in, how often, and the first and last day of it (None: no day known)."""

    role: str
    quotes: int
    first: str | None
    last: str | None
