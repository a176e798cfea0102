"""Records that the first frame does without: links, statistics, and what an import did.

They are apart from `records` as making a class takes time that browsing would wait for.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Revision:
    """A number that differs where two linked articles otherwise share their words."""

    figure: str
    text: str
    value: float
    other_figure: str
    other_text: str
    other_value: float


@dataclass(frozen=True, slots=True)
class Link:
    """Another article that shares words with this one.

    `kind` is `copy`, `update` or `background`; `score` the share (0 to 1) of the
    shorter one's five-word runs that both hold; `later` says that the other
    article is the later of the two; `revisions` are seen from this article.
    """

    article_id: str
    other_id: str
    kind: str
    score: float
    later: bool
    headline: str | None
    dateline: str | None
    outlet: str | None
    document: str
    published: str | None
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class EventLink:
    """Another article's event that is taken to be the same one; `why` says on what grounds."""

    id: str
    article_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A star or note whose words stand nowhere any more: a snapshot of them is kept.

    `kind` is article, figure, quote or event.
    """

    kind: str
    id: str
    words: str
    context: str
    headline: str | None
    document: str
    starred: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts over the whole store; `figures` without, `set_apart` only, those set apart."""

    documents: int
    articles: int
    figures: int
    set_apart: int
    quotes: int
    speakers: int
    events: int
    places: int
    undated: int
    inferred: int
    stars: int
    notes: int
    kept: int
    links: int
    first: str | None
    last: str | None
    bytes: int
    measures: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """An article without a day after an import, and the best candidate for one."""

    id: str
    title: str
    document: str
    candidate: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not land, and the sentence that says why."""

    path: str
    message: str


@dataclass(slots=True)
class Summary:
    """What an import did; counts are of what the files held, `undated` of what has no day."""

    documents: int = 0
    unchanged: int = 0
    replaced: int = 0
    articles: int = 0
    figures: int = 0
    set_apart: int = 0
    quotes: int = 0
    events: int = 0
    undated_total: int = 0
    undated: list[Undated] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of an import, for a progress bar: `done` of `total` bytes over all files.

    `total` is None when it is not known (standard input).
    """

    path: str
    done: int
    total: int | None
    articles: int
