"""Lists of a large store: kept orders, first rows before the rest, values with counts, saved searches."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import saved
from store.annotations import set_published, set_star
from store.errors import QueryError, StoreError
from store.glance import holds
from store.importer import import_paths
from store.order import Order
from store.query import parse_query
from store.search import Reader, open_reader
from store.sorts import ARTICLE_SORTS
from tests.app_store import filler, put_store


@pytest.fixture
def reader(long_store: Path) -> Iterator[Reader]:
    """A reader of 302 articles."""
    with open_reader(long_store) as reader:
        yield reader


def test_an_order_arranges_what_was_found_and_leaves_out_what_it_does_not_know() -> None:
    order = Order(array("q", [7, 3, 9, 4]))
    assert order.arranged([4, 3, 3, 99, 5, 7]).tolist() == [7, 3, 4]
    assert order.arranged([]).tolist() == []


def test_an_order_arranges_many_as_it_does_few() -> None:
    ids = array("q", range(80_000, 0, -1))
    found = [*range(2, 80_001, 2), 0, 90_000, 4]
    assert Order(ids).arranged(found).tolist() == list(range(80_000, 0, -2))


@pytest.mark.parametrize("sort", ARTICLE_SORTS)
def test_a_search_keeps_the_order_of_the_whole_list(reader: Reader, sort: str) -> None:
    every = reader.article_ids(None, sort).tolist()
    carts = reader.article_ids(parse_query("carts"), sort).tolist()
    assert len(every) == 302
    assert len(carts) == 300
    assert carts == [rowid for rowid in every if rowid in set(carts)]


def test_a_kept_order_follows_what_is_written(long_store: Path, tmp_path: Path) -> None:
    with open_reader(long_store) as reader:
        before = reader.article_ids(parse_query("carts"))
        set_star(long_store, "article", "a000", True)
        assert reader.article_ids(parse_query("carts")) == before
        set_published(long_store, "b00000", "2026-01-31")
        after = reader.article_ids(parse_query("carts"))
        assert after[0] == reader.article_rowid("b00000")
        assert sorted(after) == sorted(before)
        more = tmp_path / "more.jsonl"
        more.write_text(json.dumps(filler(900)) + "\n", "utf-8")
        assert not import_paths(long_store, [more]).failures
        assert len(reader.article_ids(parse_query("carts"))) == len(before) + 1


@pytest.mark.parametrize("sort", ["published", "imported", "headline", "figures"])
@pytest.mark.parametrize(
    "words",
    [
        "", "carts", "car", "bridge -sirens", '"over bridge"', "the", "measure:deployed", "measure:dep unit:car",
        "-measure:killed", "dateline:town", "document:many", "headline:car", '-headline:"ferry burns"',
        "carts measure:deployed", "since:2025-10-01", "has:figures", "is:unread", "-place:marzan", "value:>10 unit:cart",
    ],
)  # fmt: skip
def test_the_first_rows_are_those_of_the_whole_list(reader: Reader, words: str, sort: str) -> None:
    query = parse_query(words)
    glance = reader.glance(query, sort, "", 64)
    assert glance is not None
    every = reader.article_ids(query, sort)
    assert glance.ids == every[: len(glance.ids)]
    assert len(glance.ids) >= 40
    assert glance.total == (len(every) if not words else None)


@pytest.mark.parametrize("sort", ["published", "imported"])
@pytest.mark.parametrize("place", ["a000", "a001", "b00004", "b00299"])
def test_the_page_around_an_article_is_that_of_the_whole_list(reader: Reader, place: str, sort: str) -> None:
    glance = reader.glance(parse_query(""), sort, place, 64)
    every = reader.article_ids(None, sort)
    assert glance is not None
    assert every[glance.at] == reader.article_rowid(place)
    assert glance.first == glance.at // 64 * 64
    assert glance.ids == every[glance.first : glance.first + 64]


@pytest.mark.parametrize("sort", ["published", "imported", "headline", "figures"])
@pytest.mark.parametrize("words", ["lamps", "lam", "lamps bridge", "lamps -sirens"])
def test_a_word_of_one_article_in_ten_has_its_first_rows_too(
    long_store: Path, tmp_path: Path, words: str, sort: str
) -> None:
    more = tmp_path / "more.jsonl"
    lines = [json.dumps(filler(number)) for number in range(1000, 1300)]
    lines[::5] = [line.replace("carts", "lamps") for line in lines[::5]]
    more.write_text("\n".join(lines), "utf-8")
    assert not import_paths(long_store, [more]).failures
    with open_reader(long_store) as reader:
        glance = reader.glance(parse_query(words), sort, "", 50)
        every = reader.article_ids(parse_query(words), sort)
        assert len(every) == 60
        if "-" in words:
            assert glance is None
        else:
            assert glance is not None
            assert glance.ids == every[:50]
            assert glance.total is None


def test_what_is_rare_has_no_first_rows(reader: Reader) -> None:
    assert reader.glance(parse_query("sirens"), "published", "", 64) is None
    assert reader.glance(parse_query("carts has:quotes"), "published", "", 64) is None
    assert reader.glance(parse_query("is:starred"), "published", "", 64) is None
    assert reader.glance(parse_query("carts"), "oldest", "", 64) is None


@pytest.mark.parametrize(
    ("words", "headline", "text", "held"),
    [
        ("siren", None, "The sirens wail.", True),
        ("siren x", None, "The sirens wail.", False),
        ("sirens x", "Sirens", "x", True),
        ('"the siren"', None, "The sirens wail.", False),
        ('"the sirens"', None, "The -- sirens wail.", True),
        ('"the sirens"', "the", "sirens", False),
        ("zaporižž", None, "in Zaporižžia", True),
        ("zaporizz", None, "in Zaporižžia", True),
        ("governor's", None, "the governor’s words", True),
        ("wail -sirens", None, "The sirens wail.", False),
        ("wail -siren", None, "The sirens wail.", False),
        ("under_score", None, "under score", True),
    ],
)
def test_a_text_is_looked_at_as_the_index_of_words_does(
    words: str, headline: str | None, text: str, held: bool
) -> None:
    query = parse_query(words)
    assert holds(query)(headline, text) is held
    index = sqlite3.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE f USING fts5(headline, text, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    index.execute("INSERT INTO f VALUES (?, ?)", (headline, text))
    match = "SELECT count(*) FROM f WHERE f MATCH ?"
    found = index.execute(match, (query.match(),)).fetchone()[0] == 1
    unwanted = query.unwanted()
    if unwanted:
        found = found and index.execute(match, (unwanted,)).fetchone()[0] == 0
    assert found is held


def test_values_have_the_number_of_articles_that_a_search_for_them_finds(store: Path) -> None:
    with open_reader(store) as reader:
        for facet, field in (("claimant", "claimant"), ("place", "place"), ("speaker", "speaker"),
                             ("channel", "channel"), ("day", "on"), ("outlet", "outlet")):  # fmt: skip
            found = reader.facet(facet)
            assert found, facet
            for value in found:
                ids = reader.article_ids(parse_query(f'{field}:"{value.value}"'))
                assert len(ids) == value.articles, value


def test_values_are_of_the_figures_that_the_query_asks_for(store: Path) -> None:
    with open_reader(store) as reader:
        assert [
            (each.value, each.articles) for each in reader.facet("claimant", parse_query("measure:launched"))
        ] == [("Vara's air force", 1)]
        assert [each.value for each in reader.facet("measure", parse_query("claimant:dorn"))] == ["injured"]
        assert reader.facet("speaker", parse_query("zebra")) == []
        assert len(reader.facet("claimant", None, 1)) == 1
        with pytest.raises(QueryError, match="there is no facet 'colour'"):
            reader.facet("colour")


def test_values_of_the_whole_store_follow_what_is_written(store: Path, tmp_path: Path) -> None:
    with open_reader(store) as reader:
        assert "Ferry Desk" not in [each.value for each in reader.facet("outlet")]
        more = tmp_path / "more.jsonl"
        more.write_text(json.dumps({**filler(1), "outlet": "Ferry Desk"}) + "\n", "utf-8")
        assert not import_paths(store, [more]).failures
        assert "Ferry Desk" in [each.value for each in reader.facet("outlet")]


def test_a_saved_search_knows_what_came_after_it_was_looked_at(store: Path, tmp_path: Path) -> None:
    saved.save(store, "carts ", "carts")
    saved.save(store, "Raid", "raid")
    more = tmp_path / "more.jsonl"
    more.write_text("".join(json.dumps(filler(number)) + "\n" for number in range(4)), "utf-8")
    assert not import_paths(store, [more]).failures
    with open_reader(store) as reader:
        assert [(each.name, each.found, each.new) for each in saved.saved(reader)] == [
            ("carts", 4, 4), ("Raid", 2, 0),
        ]  # fmt: skip
        saved.visit(store, "carts", 4)
        saved.rename(store, "carts", "by bridge")
        assert [(each.name, each.found, each.new) for each in saved.saved(reader)] == [
            ("by bridge", 4, 0), ("Raid", 2, 0),
        ]  # fmt: skip
        with pytest.raises(StoreError, match="there is a saved search called 'Raid' already"):
            saved.rename(store, "by bridge", "Raid")
        with pytest.raises(StoreError, match="needs a name"):
            saved.save(store, "  ", "raid")
        with pytest.raises(QueryError):
            saved.save(store, "wrong", "measure:frobbed")
        saved.delete(store, "Raid")
        assert [each.name for each in saved.saved(reader)] == ["by bridge"]


def test_a_saved_search_that_cannot_be_read_says_why(store: Path) -> None:
    connection = sqlite3.connect(store)
    with connection:
        connection.execute(
            "INSERT INTO saved_searches (name, query, at) VALUES ('odd', 'colour:red', '2026')"
        )
    connection.close()
    with open_reader(store) as reader:
        (odd,) = saved.saved(reader)
    assert (odd.found, odd.new) == (0, 0)
    assert odd.wrong is not None
    assert "there is no field colour:" in odd.wrong


def test_a_speakers_roles_come_in_the_order_of_their_days(store: Path) -> None:
    with open_reader(store) as reader:
        (role,) = reader.roles_of_speaker("Pavo Renn")
        assert (role.role, role.quotes, role.first, role.last) == ("spokesman", 2, "2025-12-26", "2025-12-26")


def test_every_write_of_what_was_read_is_counted(tmp_path: Path) -> None:
    store = put_store(tmp_path)
    with open_reader(store) as reader:
        before = reader.changes("articles", "figures")
        set_star(store, "article", "a000", True)
        assert reader.changes("articles", "figures") == before
        set_published(store, "a001", "2025-12-28")
        assert reader.changes("articles") > 0
        assert reader.changes("articles", "figures") > before
