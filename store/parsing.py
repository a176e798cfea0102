"""Texts to articles: one parse over many of them, and those that break it by themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain

from extract.model import Article
from extract.parse import ModelMissing
from extract.pipeline import Document, extract_document, extract_documents
from store.errors import StoreError
from store.jobs import Job


def parsed(jobs: Iterator[Job], failed: Callable[[str, str], None]) -> Iterator[tuple[Job, list[Article]]]:
    """Each job with its articles, in order; batches of the parse are shared between texts.

    A text that breaks the parser is told to `failed` (its path and a sentence),
    and the rest go on. Raises `StoreError` where no language model is installed.
    """
    waiting: deque[Job] = deque()

    def documents(first: Job) -> Iterator[Document]:
        for job in chain([first], jobs):
            waiting.append(job)
            said = job.options
            yield Document(job.text, job.name, said.published, said.outlet, said.url)

    # The language model is loaded when there is a text to parse, and not for JSON lines alone.
    while (first := next(jobs, None)) is not None:
        try:
            for articles in extract_documents(documents(first)):
                yield waiting.popleft(), articles
        except ModelMissing as error:
            raise StoreError(str(error)) from error
        except StoreError:
            raise
        except Exception:
            if not waiting:
                raise
            # One of those under way broke the parse: each by itself, then on with the rest.
            while waiting:
                yield from _alone(waiting.popleft(), failed)


def _alone(job: Job, failed: Callable[[str, str], None]) -> Iterator[tuple[Job, list[Article]]]:
    said = job.options
    try:
        articles = extract_document(
            job.text, job.name, published=said.published, outlet=said.outlet, url=said.url
        )
    except Exception as error:
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        failed(job.shown, f"{job.shown}: could not be parsed ({what}); please report it")
        return
    yield job, articles
