"""Texts to articles: one parse over many of them, here or in other processes, in the order of the import."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from typing import IO

import msgspec

from extract.model import Article
from extract.parse import ModelMissing
from extract.pipeline import Document, Part, cut, extract_parts
from store.errors import StoreError
from store.jobs import Job
from store.pipes import receive, send

#: What is to be done between two texts, when all before it is stored.
Turn = Callable[[], None]
_KEPT = 64  # articles of one text that are held in memory
_articles = msgspec.msgpack.Decoder(Article)


class Held:
    """The articles of one text until all of them are read: the first few in memory, more in a file."""

    def __init__(self) -> None:
        self._first: list[Article] = []
        self._rest: IO[bytes] | None = None

    def append(self, article: Article) -> None:
        if len(self._first) < _KEPT:
            self._first.append(article)
            return
        if self._rest is None:
            self._rest = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `close`)
        send(self._rest, article)

    def __iter__(self) -> Iterator[Article]:
        yield from self._first
        if self._rest is not None:
            self._rest.seek(0)
            while (data := receive(self._rest)) is not None:
                yield _articles.decode(data)

    def close(self) -> None:
        if self._rest is not None:
            self._rest.close()


@dataclass(slots=True)
class _Waiting:
    """A text or turn whose time has not come: `left` parts of it are still to be read."""

    item: Job | Turn
    left: int = 0
    broken: str | None = None
    articles: Held = field(default_factory=Held)


def parsed(
    items: Iterable[Job | Turn], failed: Callable[[str, str], None], processes: int = 0
) -> Generator[tuple[Job, Held] | tuple[Turn, None], None, None]:
    """Each text with its articles, and each turn, in their order; batches of the parse are shared between texts.

    With `processes`, so many of them read the texts, else this one does. A text that
    breaks the parser is told to `failed` (its path and a sentence), and the rest go on.
    The articles of a text last until the next one is asked for. Raises `StoreError`
    where no language model is installed.
    """
    waiting: deque[_Waiting] = deque()

    def parts() -> Iterator[Part]:
        for item in items:
            entry = _Waiting(item)
            found: list[Part] = []
            if isinstance(item, Job):
                said = item.options
                try:
                    found = cut(Document(item.text, item.name, said.published, said.outlet, said.url))
                except Exception as error:
                    entry.broken = _what(error)
            entry.left = len(found)
            waiting.append(entry)
            yield from found

    def ready() -> Iterator[tuple[Job, Held] | tuple[Turn, None]]:
        while waiting and not waiting[0].left:
            entry = waiting.popleft()
            with closing(entry.articles):
                if not isinstance(entry.item, Job):
                    yield entry.item, None
                elif entry.broken is None:
                    yield entry.item, entry.articles
                else:
                    shown = entry.item.shown
                    failed(shown, f"{shown}: could not be parsed ({entry.broken}); please report it")

    if processes:
        from store.workers import read_apart

        outcomes = read_apart(parts(), processes)
    else:
        outcomes = read_here(parts())
    with closing(outcomes):
        for outcome in outcomes:
            yield from ready()
            entry = waiting[0]
            entry.left -= 1
            if isinstance(outcome, Article):
                entry.articles.append(outcome)
            else:
                entry.broken = entry.broken or outcome
            yield from ready()
    yield from ready()


def read_here(parts: Iterator[Part]) -> Generator[Article | str, None, None]:
    """Each part's article, in order, or what went wrong where it broke the parser.

    The language model is loaded when there is something to read. Raises `StoreError`
    where none is installed.
    """
    under_way: deque[Part] = deque()

    def pulled(first: Part) -> Iterator[Part]:
        for part in chain([first], parts):
            under_way.append(part)
            yield part

    while (first := next(parts, None)) is not None:
        try:
            for article in extract_parts(pulled(first)):
                under_way.popleft()
                yield article
        except ModelMissing as error:
            raise StoreError(str(error)) from error
        except StoreError:
            raise
        except Exception:
            if not under_way:
                raise
            # One of those under way broke the parse: each by itself, then on with the rest.
            while under_way:
                yield _alone(under_way.popleft())


def _alone(part: Part) -> Article | str:
    try:
        return next(extract_parts([part]))
    except Exception as error:
        return _what(error)


def _what(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
