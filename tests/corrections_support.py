"""What the tests of corrections share: the raid's figures, reports beside it, one correction of every kind."""

from __future__ import annotations

from pathlib import Path

from extract.model import Article
from store import additions, corrections, merging
from store.records import FigureRow
from store.search import open_reader
from tests.store_support import RAID, raid, talks

LAUNCHED, HURT, MONEY = raid().figures
SAID = raid().quotes[0]
EVENT = raid().events[0]


def row(db: Path, id_: str = LAUNCHED.id) -> FigureRow:
    """The figure of that id as the lists show it."""
    with open_reader(db) as reader:
        found = reader.figure(id_)
    assert found is not None
    return found


def reports_of(db: Path, event: str) -> list[str]:
    """The ids of the events that are linked to this one."""
    with open_reader(db) as reader:
        return [link.id for link in reader.linked_events(event)]


def far_raid() -> Article:
    """A report of another night, which no rule links to the first one."""
    other = raid(RAID + " It rained.", "other.txt", "2031-07-09")
    other.events[0].place = "Lorn"
    return other


def bare_raid(text: str = RAID) -> Article:
    """The report as a reader gives it that missed the grain and the mayor's words."""
    article = raid(text)
    article.figures.pop()
    article.quotes.clear()
    article.events[0].quotes.clear()
    return article


def add_money(db: Path, article: Article, kind: str = "figure", words: str = "$3 million of grain") -> str:
    """Add those words of the article, and return the id of what was added."""
    start = article.text.index(words)
    made = additions.read_words(article.text, start, start + len(words), kind)
    return additions.add(db, kind, article.id, {**made, "measure": "destroyed", "place": "Marzan"})


def all_set_right(db: Path) -> None:
    """One of every kind of correction on the report and its neighbour."""
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"}, "first thought")
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "damaged", "claimant": "Vara air force"})
    corrections.correct(db, "figure", LAUNCHED.id, {"value": 44.0})
    corrections.undo(db, "figure", LAUNCHED.id)
    corrections.correct(db, "figure", HURT.id, {"event": None, "date_to": None})
    corrections.correct(db, "quote", SAID.id, {"speaker": "The mayor's office"})
    corrections.reject(db, "quote", SAID.id, True, "it is [/nope] \x1b[31m not said")
    corrections.correct(db, "event", EVENT.id, {"place": "Lorn", "kind": "air_strike"})
    corrections.reject(db, "figure", talks().figures[0].id, True)
    add_money(db, raid(), "quote", "grain burned.")
    merging.merge(db, EVENT.id, far_raid().events[0].id, "the same night")
