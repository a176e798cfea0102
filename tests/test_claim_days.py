"""The whole store's claims and timeline come from counts kept beside the figures: the same as counted plainly."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from store import corrections, merging
from store.additions import add, read_words
from store.annotations import set_published
from store.claimpages import ORDERS, ClaimTable, Found
from store.connect import open_for_writing
from store.query import Query, parse_query
from store.search import Reader, open_reader
from store.timeline import kinds, timeline
from tests.claims_support import claims_store, figure
from tests.cli_support import article, write_jsonl
from tests.store_support import put

MEASURES = ["killed", "injured", "launched", "shot_down", "destroyed", "money"]
DAYS = [None, "2031-04-28", "2031-05-01", "2031-05-02", "2031-05-09"]
#: No article has this word: a query that finds everything, by way of the figures themselves.
PLAINLY = "-zwyxq"


def invented(seed: int, names: str = "a") -> list[dict[str, Any]]:
    """Articles of random figures: parts, repeats, denials, longer periods, letters large and small."""
    chance = random.Random(seed)
    articles = []
    for number in range(40):
        ident = f"{names}{number}"
        figures, words = [], []
        for at in range(chance.randint(1, 6)):
            value = number * 10 + at
            words.append(f"{value} people")
            first, last = sorted((chance.choice(DAYS[1:]), chance.choice(DAYS[1:])))
            dated = chance.random() < 0.7
            figures.append(figure(
                str(value), f"{value} people", value, chance.choice(MEASURES),
                chance.choice(["people", "drones", "children", "homes"]),
                place=chance.choice([None, "Vara", "Brenn", "Brenn region"]),
                claimant=chance.choice([None, "police", "Police", "the army"]),
                date_from=(last if chance.random() < 0.7 else first) if dated else None,
                date_to=last if dated else None,
                stance=chance.choice([None, None, None, "denied"]),
                scope=chance.choice(["event", "event", "cumulative"]),
                part_of=f"{ident}f{chance.randrange(at)}" if at and chance.random() < 0.4 else None,
                same_as=f"{ident}f{chance.randrange(at)}" if at and chance.random() < 0.1 else None,
            ))  # fmt: skip
        day = chance.choice([None, "2031-05-01", "2031-05-03"])
        articles.append(article(ident, " ".join(words), figures, [], document=f"{names}.txt", outlet="Wire",
                                published=day, published_basis="stated" if day else None))  # fmt: skip
    return articles


def rows(reader: Reader, query: str, **more: Any) -> list[Any]:
    made = ClaimTable(reader, parse_query(query), **more)
    return made.rows(reader, 0, made.total)


def rivals_alike(path: Path) -> bool:
    """Whether the rows in which claimants differ are those that the figures themselves give; fails where not."""
    with open_reader(path) as reader:
        for asked in (
            "",
            "place:brenn",
            "place:vara measure:killed,injured",
            "claimant:police",
            "until:2031-05-02",
        ):
            for order in ORDERS:
                more: dict[str, Any] = {"rivals": True, "order": order}
                assert rows(reader, asked, **more) == rows(reader, f"{asked} {PLAINLY}", **more)
        return bool(rows(reader, "", rivals=True))


def counted_alike(path: Path) -> bool:
    """Whether the kept counts answer as the figures themselves do; fails where they do not."""
    with open_reader(path) as reader:
        plain = (
            "SELECT day, measure, family, sum(lead), count(*), sum(whole) FROM claims"
            " GROUP BY day, measure, family ORDER BY 1, 2, 3"
        )
        assert reader._all("SELECT * FROM claim_days ORDER BY 1, 2, 3") == reader._all(plain)
        for asked in ("", "measure:killed", "-measure:killed", "since:2031-05-01", "measure:launched,money"):
            assert Found(reader, parse_query(asked)).by_day
            plainly = f"{asked} {PLAINLY}"
            assert not Found(reader, parse_query(plainly)).by_day
            for more in ({}, {"order": "oldest"}, {"rivals": True}):
                assert rows(reader, asked, **more) == rows(reader, plainly, **more)
            assert kinds(reader, parse_query(asked)) == kinds(reader, parse_query(plainly))
            for measure in MEASURES:
                for span in ("day", "week"):
                    one = timeline(reader, parse_query(asked), measure, span=span)
                    assert one == timeline(reader, parse_query(plainly), measure, span=span)
        most = timeline(reader, Query())
        assert most is not None
        assert most == timeline(reader, parse_query(PLAINLY), most.measure, most.family)
    return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return claims_store(tmp_path, *invented(3))


def test_they_answer_as_the_figures_do(path: Path) -> None:
    assert counted_alike(path)
    assert rivals_alike(path)


def test_what_a_person_corrects_rejects_and_undoes_is_followed(path: Path) -> None:
    with open_reader(path) as reader:
        ids = [row.id for row in reader.find_figures(set_apart=True)][:30]
    for at, ident in enumerate(ids):
        changes: list[dict[str, Any]] = [
            {"value": 977.0}, {"measure": "injured"}, {"unit": "children"}, {"claimant": "the mayor"},
            {"place": "Vara"}, {"date_to": "2031-06-01", "date_from": "2031-06-01"}, {"scope": "cumulative"},
        ]  # fmt: skip
        if at % 3 == 2:
            corrections.reject(path, "figure", ident, True)
        else:
            corrections.correct(path, "figure", ident, changes[at % len(changes)])
    assert counted_alike(path)
    assert rivals_alike(path)
    for at, ident in enumerate(ids[:15]):
        if at % 3 == 2:
            corrections.reject(path, "figure", ident, False)
        else:
            corrections.undo(path, "figure", ident)
    assert counted_alike(path)


def test_a_figure_that_a_person_adds_is_counted(tmp_path: Path) -> None:
    text = "Police said 12 people were killed in Vara and 31 people were displaced."
    at = text.index("31 people")
    one = figure("12", "12 people", 12, "killed", "people", place="Vara", claimant="police")
    path = claims_store(tmp_path, *invented(3), article("p1", text, [one], [], document="p.txt",
                        published="2031-05-02", published_basis="stated"))  # fmt: skip
    made = read_words(text, at, at + len("31 people"), "figure")
    ident = add(path, "figure", "p1", {**made, "measure": "displaced"})
    with open_reader(path) as reader:
        assert [row.id for row in rows(reader, "measure:displaced")[0].figures] == [ident]
        assert ("displaced", "people", 1) in kinds(reader)
    assert counted_alike(path)


def test_days_given_to_articles_move_their_figures(path: Path) -> None:
    for number in range(0, 40, 3):
        set_published(path, f"a{number}", "2031-05-20")
    assert counted_alike(path)
    set_published(path, "a3", None)
    assert counted_alike(path)


def test_articles_read_again_and_gone_are_counted_as_they_are_now(path: Path, tmp_path: Path) -> None:
    put(path, write_jsonl(tmp_path / "claims.jsonl", invented(4)[:25]))
    put(path, write_jsonl(tmp_path / "more.jsonl", invented(5, "b")))
    assert counted_alike(path)
    assert rivals_alike(path)


def test_merged_events_change_no_count(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    with open_reader(path) as reader:
        events = [row.id for row in reader.event_rows(reader.event_ids())]
    if len(events) > 1:
        merging.merge(path, events[0], events[1])
    assert counted_alike(path)


def test_a_store_made_before_them_is_counted_when_it_is_opened(path: Path) -> None:
    connection = open_for_writing(path)
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm015_claim_days'")
    for name in ("added", "gone", "led"):
        connection.execute(f"DROP TRIGGER claim_days_{name}")
    connection.execute("DROP TABLE claim_days")
    connection.execute("DROP INDEX claims_by_kind")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'claims_%'").fetchall():
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    connection.execute("ALTER TABLE claims DROP COLUMN running")
    connection.close()
    assert counted_alike(path)


@pytest.mark.parametrize(
    ("most", "other", "differ"), [(12, "the army", 0), (15, "the army", 1), (15, "POLICE", 0)]
)
def test_rivals_differ_in_the_claimant_and_in_the_least_or_the_most(
    tmp_path: Path, most: float, other: str, differ: int
) -> None:
    day = {"date_from": "2031-05-01", "date_to": "2031-05-01"}
    articles = [
        article(
            ident, "In Vara 12 people were killed.",
            [figure("12", "12 people", 12, "killed", "people", place="Vara", claimant=name, high=high, **day)], [],
            document=f"{ident}.txt",
        )
        for ident, name, high in (("p1", "police", 12.0), ("p2", other, most))
    ]  # fmt: skip
    path = claims_store(tmp_path, *articles)
    with open_reader(path) as reader:
        for asked in ("", PLAINLY):
            assert len(rows(reader, asked, rivals=True)) == differ
