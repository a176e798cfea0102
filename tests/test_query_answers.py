"""What queries find: articles, figures, quotes, events, speakers and places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import annotations
from store.errors import QueryError
from store.query import parse_query
from store.search import Reader, open_reader
from tests.store_support import RAID, ids, raid, stored, talks

R, T = raid().id, talks().id


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = stored(tmp_path_factory.mktemp("query"), raid(), talks())
    annotations.set_star(path, "figure", raid().figures[0].id, True)
    annotations.set_note(path, "article", T, "ask again")
    return path


@pytest.fixture
def reader(db: Path) -> Reader:
    return open_reader(db)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [T, R]),
        ("marzan", [R]),
        ("MARZÁN ", [R]),
        ("harb", [R]),
        ("harb ", []),
        ("brenn marzan", []),
        ('"two delegations"', [T]),
        ('"delegations two"', []),
        ("-marzan", [T]),
        ('-"two delegations"', [R]),
        ("measure:launched", [R]),
        ("measure:launched,released", [T, R]),
        ("measure:launched value:>12", [R]),
        ("measure:launched value:12", []),
        ("measure:injured value:12", [R]),
        ("value:>100", [T, R]),
        ("value:200..400", [T]),
        ("claimant:force", [R]),
        ('claimant:"AIR Force"', [R]),
        ("claimant:force measure:injured", []),
        ("unit:drone", [R]),
        ("actor:ostra", [T, R]),
        ("actor:ostra measure:launched", [R]),
        ("speaker:dorn", [R]),
        ("speaker:dorn,renn", [T, R]),
        ("kind:direct", [T, R]),
        ("kind:drone_strike", [R]),
        ("kind:partial", []),
        ("channel:telegram", [R]),
        ("place:marzan", [R]),
        ("place:vara", [R]),
        ("place:vara measure:launched", []),
        ("outlet:desk", [R]),
        ("document:talks", [T]),
        ("dateline:brenn", [T]),
        ("headline:raid", [R]),
        ("headline:drones", []),
        ("since:2031-05-03", [T]),
        ("until:2031-05", [R]),
        ("on:2031-05-02", [R]),
        ("on:2031", [T, R]),
        ("is:starred", [R]),
        ("is:noted", [T]),
        ("is:dated", [T, R]),
        ("is:undated", []),
        ("is:stated", [T, R]),
        ("-is:starred", [T]),
        ("has:events", [R]),
        ("has:figures has:quotes", [T, R]),
        ("-has:events", [T]),
        ("-measure:launched", [T]),
        ("measure:injured -claimant:dorn", []),
        ("measure:launched -claimant:dorn", [R]),
        ("-speaker:dorn", [T]),
        ("-place:marzan", [T]),
        ("-outlet:desk", [T]),
        ("-on:2031-05", [T]),
        ("marzan measure:launched speaker:dorn kind:drone_strike since:2031-05-01", [R]),
    ],
)
def test_articles_that_a_query_finds(reader: Reader, query: str, found: list[str]) -> None:
    assert ids(reader, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {41.0, 12.0, 300.0}),
        ("drones", {41.0}),
        ("overnight", {41.0}),
        ("thursday friday overnight drones", {41.0}),
        ("injured 2 may 2031", {12.0}),
        ("soldiers released ostra", {300.0}),
        ("raid", {41.0, 12.0}),
        ("measure:money", {3e6}),
        ("claimant:dorn", {12.0}),
        ("is:starred", {41.0}),
        ("-is:starred", {12.0, 300.0}),
        # What is said of an article is said of all that stands in it.
        ("is:noted", {300.0}),
        ("note:again", {300.0}),
        ("-note:again", {41.0, 12.0}),
        ("speaker:renn", {300.0}),
        ("-claimant:dorn place:marzan", {41.0}),
        ("place:marzan", {41.0, 12.0}),
        ("until:2031-05-01", {41.0, 12.0}),
        ("since:2031-06-01", {300.0}),
        ("channel:telegram", {41.0}),
        ("headline:envoys", {300.0}),
    ],
)
def test_figures_that_a_query_finds(reader: Reader, query: str, found: set[float]) -> None:
    assert {row.value for row in reader.find_figures(parse_query(query))} == found
    assert {row.value for row in reader.figure_rows(reader.figure_ids(parse_query(query)))} == found


def test_figures_set_apart_are_hidden_until_asked_for(reader: Reader) -> None:
    assert len(reader.find_figures(parse_query("raid"), set_apart=True)) == 3
    assert [f.measure for f in reader.figures_of(R)] == ["launched", "injured"]
    assert [f.measure for f in reader.figures_of(R, set_apart=True)] == ["launched", "injured", "money"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Pavo Renn", "Ilka Dorn"]),
        ("slept", ["Ilka Dorn"]),
        ("dorn", ["Ilka Dorn"]),
        ("spokesman", ["Pavo Renn"]),
        ("measure:launched", ["Ilka Dorn"]),
        ("on:2031-06-10", ["Pavo Renn"]),
        ("place:marzan", ["Ilka Dorn"]),
        ("is:starred", []),
    ],
)
def test_quotes_that_a_query_finds(reader: Reader, query: str, found: list[str]) -> None:
    assert [row.speaker for row in reader.find_quotes(parse_query(query))] == found
    assert [row.speaker for row in reader.quote_rows(reader.quote_ids(parse_query(query)))] == found


def test_a_figure_comes_with_its_sentence_and_its_exact_words(reader: Reader) -> None:
    (row,) = reader.find_figures(parse_query("drones"))
    assert RAID[row.start : row.end] == "41"
    assert row.sentence == RAID[row.sentence_start : row.sentence_end]
    assert (
        row.sentence == "Ostra launched 41 drones at Marzan overnight, the Vara air force said on Telegram."
    )
    assert (row.article_id, row.headline, row.published, row.starred, row.noted) == (
        R, "Raid on Marzan", "2031-05-02", True, False,
    )  # fmt: skip


def test_events_with_their_figures_and_quotes(reader: Reader) -> None:
    (event,) = reader.event_rows(reader.event_ids(parse_query("marzan kind:drone_strike")))
    assert (event.figures, event.quotes, event.reports) == (2, 1, 1)
    assert event.sentences == ((0, 14),)
    assert reader.event(event.id) == event
    assert reader.events_of(R) == [event]
    assert [f.value for f in reader.figures_of_event(event.id)] == [41, 12]
    assert [q.speaker for q in reader.quotes_of_event(event.id)] == ["Ilka Dorn"]
    assert list(reader.event_ids(parse_query("brenn"))) == []


def test_what_is_linked_to_a_figure_and_to_a_quote(reader: Reader) -> None:
    figures, quotes = reader.figures_of(R), reader.quotes_of(R)
    assert [q.id for q in reader.linked_quotes(figures[0].id)] == [quotes[0].id]
    assert [f.id for f in reader.linked_figures(quotes[0].id)] == [figures[0].id, figures[1].id]


def test_speakers_and_places_are_counted(reader: Reader) -> None:
    assert [(s.name, s.roles, s.quotes, s.articles, s.last) for s in reader.speaker_names()] == [
        ("Ilka Dorn", "Mayor", 1, 1, "2031-05-02"),
        ("Pavo Renn", "spokesman", 1, 1, "2031-06-10"),
    ]
    assert [s.name for s in reader.speaker_names(parse_query("speaker:renn"))] == ["Pavo Renn"]
    assert [s.name for s in reader.speaker_names(sort="last")] == ["Pavo Renn", "Ilka Dorn"]
    assert [s.name for s in reader.speaker_names(limit=1, offset=1)] == ["Pavo Renn"]
    assert [(p.name, p.country, p.figures, p.events, p.last) for p in reader.place_names()] == [
        ("Marzan", "Vara", 2, 1, "2031-05-02")
    ]
    assert [q.text for q in reader.quotes_of_speaker("Ilka Dorn")] == ["Nobody slept in this city,"]
    assert [f.value for f in reader.figures_of_place("Marzan")] == [41, 12]


def test_each_order_of_each_list(reader: Reader) -> None:
    assert ids(reader, sort="published") == [T, R]
    assert ids(reader, sort="oldest") == [R, T]
    assert ids(reader, sort="imported") == [T, R]
    assert ids(reader, sort="headline") == [T, R]
    assert ids(reader, sort="figures") == [R, T]
    for sort in ("date", "oldest", "kind", "place", "imported"):
        assert len(reader.event_ids(None, sort)) == 1
    with pytest.raises(QueryError, match="it can be published, oldest"):
        reader.article_ids(None, "colour")


def test_undated_articles_come_last(tmp_path: Path) -> None:
    path = stored(tmp_path, raid(day=None), talks())
    with open_reader(path) as reader:
        assert ids(reader) == [T, R]
        assert ids(reader, sort="oldest") == [T, R]
        assert ids(reader, "is:undated") == [R]


def test_events_of_one_night_place_actor_and_kind_are_linked_and_can_be_split(tmp_path: Path) -> None:
    other = raid(
        RAID.replace("Nobody slept in this city,", "Nobody slept in this city, nobody,"), document="b.txt"
    )
    other.quotes.clear()
    other.events[0].quotes.clear()
    path = stored(tmp_path, raid(), other, talks())
    mine, theirs = raid().events[0].id, other.events[0].id
    with open_reader(path) as reader:
        (link,) = reader.linked_events(mine)
        assert (link.id, link.article_id) == (theirs, other.id)
        assert link.why == "same night, same place, same actor, same weapon, injured 12, launched 41 in both"
        assert [f.article_id for f in reader.figures_of_event(mine)] == [R, R, other.id, other.id]
        assert [q.article_id for q in reader.linked_quotes(other.figures[0].id)] == [R]
        annotations.set_merge(path, mine, theirs, same=False)
        assert reader.linked_events(mine) == []
        assert len(reader.figures_of_event(mine)) == 2
        annotations.set_merge(path, theirs, mine, same=True, why="both name the pier")
        assert {link.why for link in reader.linked_events(theirs)} >= {"both name the pier"}
        annotations.set_merge(path, mine, theirs, same=None)
        assert len(reader.linked_events(mine)) == 1


def test_matches_are_where_the_words_stand(reader: Reader) -> None:
    def found(query: str, text: str = RAID) -> list[str]:
        return [text[a:b] for a, b in reader.matches(text, parse_query(query))]

    assert found("marzan ") == ["Marzan", "Marzan"]
    assert found("dro") == ["drones"]
    assert found('"air force" -drones') == ["air force"]
    assert found("cafe ", "A café, CAFÉ and cafe\u0301 but cafes") == ["café", "CAFÉ", "cafe\u0301"]
    assert found("headline:raid measure:killed") == ["Raid"]
    assert found("-marzan") == []
    assert reader.matches(RAID, None) == []


def test_values_of_a_field_for_completion(reader: Reader) -> None:
    assert reader.values("speaker", "re") == ["Pavo Renn"]
    assert reader.values("claimant") == ["Ilka Dorn", "Vara's air force"]


HOSTILE = [
    '"', '""', "'", "*", "**", "a*b", "(", ")", "NEAR", "NEAR(a b)", "AND", "OR NOT", "a AND b", "^a", "{a}", "a:b",
    '"a:b"', "-", "--", "+", "a + b", "\\", ";", "'; DROP TABLE articles; --", '"a" "b', "x\0y", "%", "_", "\ud800",
    "headline : x", "🚀", "\u0301", "-*", '-"*"', "a.b-c/d", "ß", "İ",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_sign_of_the_index_is_syntax_to_a_person(reader: Reader, text: str) -> None:
    for field in ("", "headline:", "speaker:", "place:"):
        try:
            query = parse_query(field + text)
        except QueryError:
            continue
        everything = set(reader.article_ids(None))
        assert set(reader.article_ids(query)) <= everything
        assert all(row.id for row in (*reader.find_figures(query), *reader.find_quotes(query)))
        assert set(reader.event_ids(query)) <= set(reader.event_ids(None))
        assert all(0 <= a < b <= len(RAID) for a, b in reader.matches(RAID, query))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from('abc "*:()-^{}+\\\0é'), max_size=20))
def test_any_text_can_be_searched_for(reader: Reader, text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    assert set(reader.article_ids(query)) <= set(reader.article_ids(None))
    assert len(reader.find_figures(query, limit=5)) <= 5


def test_searches_and_lists_use_indexes_and_read_no_whole_table(reader: Reader) -> None:
    from store import compile as sql
    from store.sorts import ARTICLE_SORTS

    def plan(statement: str, params: list[object]) -> str:
        return "\n".join(
            row[3] for row in reader.connection.execute("EXPLAIN QUERY PLAN " + statement, params)
        )

    for sort in ("published", "imported", "headline", "figures"):
        assert "USE TEMP B-TREE" not in plan(
            f"SELECT a.rowid FROM articles a ORDER BY {ARTICLE_SORTS[sort]}", []
        )
    where = sql.articles(parse_query("marzan"))
    assert "VIRTUAL TABLE INDEX" in plan(f"SELECT a.rowid FROM articles a WHERE {where.sql()}", where.params)
    for query in ("measure:killed value:>100", "claimant:force", "place:marzan measure:hit", "speaker:dorn"):
        where = sql.articles(parse_query(query))
        steps = plan(f"SELECT a.rowid FROM articles a WHERE {where.sql()}", where.params)
        assert "SCAN x\n" not in steps + "\n"
        assert "SEARCH x USING " in steps
