"""What an import carries along: what the person said, the file under way, and the growing summary."""

from __future__ import annotations

import json
from dataclasses import dataclass

from extract.model import Article, is_apart
from store.outcomes import Summary, Undated

_NAMED = 200  # undated articles that a summary carries by name


@dataclass(frozen=True, slots=True)
class Options:
    """What the person said about the documents."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    def json(self) -> str:
        """Those that were said, as a JSON object."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__ if getattr(self, name)})


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be stored: what it is, and what the store already knows of it."""

    name: str
    path: str | None
    shown: str
    sha256: str
    size: int
    format: str
    options: Options
    encoding: str = "UTF-8"
    text: str = ""
    known: int | None = None


class Tally(Summary):
    """The summary while it grows."""

    def count(self, article: Article, published: str | None) -> None:
        """Counts an article; `published` is its day in the store."""
        apart = sum(1 for figure in article.figures if is_apart(figure))
        self.articles += 1
        self.figures += len(article.figures) - apart
        self.set_apart += apart
        self.quotes += len(article.quotes)
        self.events += len(article.events)
        if published is None:
            self.undated_total += 1
            if len(self.undated) < _NAMED:
                title = article.headline or article.dateline or article.text[:60].strip()
                best = article.candidates[0].date if article.candidates else None
                self.undated.append(Undated(article.id, title, article.document, best))

    def add(self, other: Tally) -> None:
        """Adds the counts of one document."""
        for name in ("articles", "figures", "set_apart", "quotes", "events", "undated_total"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.undated += other.undated[: _NAMED - len(self.undated)]
