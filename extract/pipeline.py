"""Text in, articles out: the whole extraction, one document or a stream of them.

`extract_document` reads one document; `extract_documents` reads many with one
pipeline over all of them, holding no more than a few articles at a time.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from extract.articles import Slice, split_document
from extract.captionlines import Caption
from extract.ids import article_id
from extract.model import Article, Basis, Candidate

if TYPE_CHECKING:
    from extract.figures import Read
    from extract.frames import Frames
    from extract.model import Quote
    from extract.parse import Parsed
    from extract.setting import Setting


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read. `name` is the file's name; the rest is what the reader of the file knows of it.

    `published` is an ISO day given by the user for every article that states none of its own.
    """

    text: str
    name: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """An article cut out of its document, of which all is known but what its words say.

    `headline_span`, the spans of `skip`, which are not read as news, and the captions among them are offsets
    into its text.
    """

    article: Article
    headline_span: tuple[int, int] | None
    skip: list[tuple[int, int]]
    captions: list[Caption]


def extract_document(
    text: str,
    name: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> list[Article]:
    """The articles of one document, with their figures, quotes and events.

    Raises `extract.parse.ModelMissing` where no language model is installed.
    """
    return next(extract_documents([Document(text, name, published, outlet, url)]))


def extract_documents(documents: Iterable[Document]) -> Iterator[list[Article]]:
    """The articles of each document, in order, as soon as the document is read."""
    sizes: deque[int] = deque()

    def parts() -> Iterator[Part]:
        for document in documents:
            found = cut(document)
            sizes.append(len(found))
            yield from found

    done: list[Article] = []
    for article in extract_parts(parts()):
        while not sizes[0]:
            sizes.popleft()
            yield []
        done.append(article)
        if len(done) == sizes[0]:
            sizes.popleft()
            yield done
            done = []
    for _ in sizes:
        yield []


def cut(document: Document) -> list[Part]:
    """The articles of a document, each with the day that the document tells for it; nothing is parsed."""
    slices = split_document(document.text)
    return [
        Part(
            Article(
                id=article_id(part.text),
                document=document.name,
                start=part.start,
                end=part.end,
                headline=part.headline,
                dateline=part.dateline,
                byline=part.byline,
                outlet=part.outlet or document.outlet,
                url=document.url,
                published=published,
                published_basis=basis,
                published_why=why,
                candidates=candidates,
                text=part.text,
            ),
            part.headline_span,
            list(part.skip),
            list(part.captions),
        )
        for part, (published, basis, why, candidates) in zip(slices, _dates(document, slices), strict=True)
    ]


def extract_parts(parts: Iterable[Part]) -> Iterator[Article]:
    """The article of each part, in order, with its figures, quotes and events.

    Raises `extract.parse.ModelMissing` where no language model is installed.
    """
    from extract.parse import Unparsed, parse_articles

    waiting: deque[Part] = deque()

    def items() -> Iterator[Unparsed]:
        for part in parts:
            waiting.append(part)
            captions = [(caption.start, caption.end, caption.old) for caption in part.captions]
            yield Unparsed(part.article.text, part.skip, part.headline_span, captions)

    for parsed in parse_articles(items()):
        yield _read(waiting.popleft().article, parsed)


def _dates(
    document: Document, slices: list[Slice]
) -> list[tuple[str | None, Basis | None, str | None, list[Candidate]]]:
    from extract.published import date_articles

    found = date_articles(slices, document.text)
    if document.published is None:
        return found
    return [
        dated if dated[1] == "stated" else (document.published, "given", "given with the document", dated[3])
        for dated in found
    ]


def _first_day(setting: Setting, start: int, end: int) -> tuple[str, str | None] | None:
    """The first time words between two offsets and the day they end on."""
    for span in setting.times_in(start, end):
        return span.text, span.date_to.isoformat() if span.date_to else None
    return None


def _read(article: Article, parsed: Parsed) -> Article:
    """The article with what its words and its captions say."""
    from extract.absences import join_events
    from extract.captions import join_caption
    from extract.events import extract_events
    from extract.printed import print_in_full
    from extract.samecounts import days_in_full
    from extract.shared import share
    from extract.sums import find_sums

    article = msgspec.structs.replace(article)  # the part stays as it was, to be read again
    article.quotes, reads, setting, frames = _words(article, parsed, article.dateline)
    article.figures = [read.figure for read in reads]
    told = [read for read in reads if read.figure.high > 0]
    article.events = extract_events(parsed, article.id, setting, told, article.quotes, frames)
    days_in_full(parsed, reads, setting)
    print_in_full(parsed, reads, article.events)
    join_events(article.figures, article.events)
    share(article.events, article.figures)
    article.sums = find_sums(article.id, article.figures)
    for caption in parsed.captions:
        quotes, reads, _, _ = _words(article, caption, None)
        print_in_full(caption, reads)
        join_caption(article, [read.figure for read in reads], quotes, old=caption.old)
    return article


def _words(
    article: Article, parsed: Parsed, dateline: str | None
) -> tuple[list[Quote], list[Read], Setting, Frames]:
    """What the news or a caption says, with the places, times and frames that the events are read with."""
    from extract.figures import extract_figures
    from extract.frames import find_frames
    from extract.ownsides import give_sides
    from extract.quotes import extract_quotes
    from extract.setting import Setting
    from extract.sources import Sources
    from extract.stance import mark_stances
    from extract.tolls import link_revisions

    day = dt.date.fromisoformat(article.published) if article.published else None
    sources = Sources(parsed)
    frames = find_frames(parsed, sources)
    people = [(m.start, m.end) for m in sources.mentions if m.source.kind in ("person", "org")]
    firm = [(m.start, m.end) for m in sources.mentions if m.source.kind == "org" or m.source.role]
    setting = Setting(parsed, frames, day, names=people, firm=firm)
    setting.dateline = dateline
    give_sides(sources, setting, frames, dateline)
    # Quotes come first: they tell the frames which quotations they govern, and so who claims what is inside.
    quotes = extract_quotes(
        parsed, sources, frames, article.id, resolve_when=lambda start, end: _first_day(setting, start, end)
    )
    reads = extract_figures(parsed, article.id, setting, frames)
    link_revisions(parsed, reads)
    mark_stances(parsed, frames, sources, reads)
    return quotes, reads, setting, frames
