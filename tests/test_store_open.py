"""Opening a store: what is not ours, too new, locked or read-only is refused in a sentence and not touched."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from store import annotations, connect, paths, schema
from store.errors import Damaged, Interrupted, Locked, NoStore, NotOurs, ReadOnly, StoreError, TooNew
from store.query import parse_query
from store.search import open_reader
from tests.store_support import ids, lines, put, raid, stored, talks

ROOT = Path(__file__).resolve().parent.parent


def sentence(error: StoreError, path: Path) -> bool:
    """One line that names the file."""
    return "\n" not in str(error) and str(path) in str(error)


def test_a_store_that_is_not_there_is_said_to_be_missing_and_not_made(tmp_path: Path) -> None:
    db = tmp_path / "none.db"
    with pytest.raises(NoStore, match="import a document") as caught:
        open_reader(db)
    assert sentence(caught.value, db)
    with pytest.raises(NoStore):
        annotations.set_star(db, "article", "x", True)
    assert not db.exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    db = tmp_path / "letter.db"
    db.write_text("Dear editor, this is a letter of some length.\n" * 50)
    before = db.read_bytes()
    for act in (lambda: open_reader(db), lambda: put(db, lines(tmp_path / "a.jsonl", raid()))):
        with pytest.raises(NotOurs, match="not a conflict-tui store") as caught:
            act()
        assert sentence(caught.value, db)
    assert db.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    db = tmp_path / "bookmarks.db"
    other = sqlite3.connect(db)
    other.execute("CREATE TABLE articles (id TEXT)")
    other.commit()
    other.close()
    before = db.read_bytes()
    for act in (lambda: open_reader(db), lambda: put(db, lines(tmp_path / "a.jsonl", raid()))):
        with pytest.raises(NotOurs, match="another program's database"):
            act()
    assert db.read_bytes() == before


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    change = sqlite3.connect(db)
    change.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('conflict-tui', 'm999_later', '')"
    )
    change.commit()
    change.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    change.close()
    before = db.read_bytes()
    for act in (lambda: open_reader(db), lambda: put(db, lines(tmp_path / "b.jsonl", talks()))):
        with pytest.raises(TooNew, match="newer conflict-tui") as caught:
            act()
        assert sentence(caught.value, db)
    assert db.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotOurs, match="is a folder"):
        open_reader(tmp_path)


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    db = stored(tmp_path, *(raid(raid().text + f" Night {n}.") for n in range(40)))
    data = bytearray(db.read_bytes())
    data[4096 * 2 :] = b"\x07" * (len(data) - 4096 * 2)
    db.write_bytes(data)
    with pytest.raises(Damaged, match="restore a copy"), open_reader(db) as reader:
        reader.article_rows(reader.article_ids())


def test_a_locked_store_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = stored(tmp_path, raid())
    monkeypatch.setattr(connect, "PATIENCE", 0.05)
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(Locked, match="in use by another program") as caught:
            put(db, lines(tmp_path / "b.jsonl", talks()))
        assert sentence(caught.value, db)
        with pytest.raises(Locked):
            annotations.set_star(db, "article", raid().id, True)
        with open_reader(db) as reader:
            assert ids(reader) == [raid().id]
    finally:
        other.close()
    assert put(db, tmp_path / "b.jsonl").documents == 1


def test_a_writer_waits_until_another_has_finished(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    other = sqlite3.connect(db, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, lambda: other.execute("COMMIT"))
    timer.start()
    annotations.set_star(db, "article", raid().id, True)
    timer.join()
    other.close()
    with open_reader(db) as reader:
        assert ids(reader, "is:starred") == [raid().id]


def test_a_store_that_may_not_be_written_is_read_but_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = stored(tmp_path, raid())
    # The tests may run as a user whom permissions do not stop, so the answer of the system is put in.
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with open_reader(db) as reader:
        assert ids(reader) == [raid().id]
    with pytest.raises(ReadOnly, match="cannot be written") as caught:
        put(db, lines(tmp_path / "b.jsonl", talks()))
    assert sentence(caught.value, db)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    with open_reader(db) as reader, pytest.raises(sqlite3.OperationalError):
        reader.connection.execute("DELETE FROM articles")


def test_a_question_can_be_stopped_from_another_thread(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    with open_reader(db) as reader:
        reader.connection.create_function("stop", 1, lambda value: (reader.interrupt(), value)[1])
        with pytest.raises(Interrupted):
            reader._all(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT stop(i) + 1 FROM n) SELECT count(*) FROM n"
            )
        assert ids(reader) == [raid().id]


def test_a_reader_sees_that_another_connection_wrote(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    with open_reader(db) as reader:
        before = reader.data_version()
        assert reader.data_version() == before
        annotations.set_star(db, "article", raid().id, True)
        assert reader.data_version() != before


def test_the_program_knows_each_migration_by_name(tmp_path: Path) -> None:
    assert tuple(m.name for m in schema.migrations._migrations) == connect.KNOWN
    db = stored(tmp_path, raid())
    connection = sqlite3.connect(db)
    assert connect.applied(connection, db) == set(connect.KNOWN)
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()


def test_a_creation_that_was_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    db.touch()
    assert put(db, lines(tmp_path / "a.jsonl", raid())).articles == 1
    half = tmp_path / "half.db"
    connection = sqlite3.connect(half)
    connection.execute(
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)"
    )
    connection.commit()
    connection.close()
    assert put(half, lines(tmp_path / "a.jsonl", raid())).articles == 1
    with open_reader(half) as reader:
        assert ids(reader) == [raid().id]


def test_views_join_the_tables_for_other_programs(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    connection = sqlite3.connect(db)
    rows = connection.execute(
        "SELECT value, claimant, headline, outlet FROM figure_list WHERE measure = 'launched'"
    ).fetchall()
    assert rows == [(41.0, "Vara's air force", "Raid on Marzan", "City Desk")]
    assert connection.execute("SELECT count(*) FROM article_list WHERE text LIKE '%harbour%'").fetchone() == (
        1,
    )
    assert connection.execute("SELECT speaker FROM quote_list ORDER BY 1").fetchall() == [
        ("Ilka Dorn",),
        ("Pavo Renn",),
    ]
    assert connection.execute("SELECT kind, headline FROM event_list").fetchall() == [
        ("drone_strike", "Raid on Marzan")
    ]
    connection.close()


def test_browsing_imports_neither_sqlite_utils_nor_spacy_nor_msgspec(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    code = (
        "import sys; from store.search import open_reader; from store.query import parse_query\n"
        f"with open_reader({str(db)!r}) as r: r.article_rows(r.article_ids(parse_query('drones')))\n"
        "print([m for m in ('sqlite_utils', 'spacy', 'numpy', 'msgspec', 'extract') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_path_is_the_option_else_the_environment_else_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICT_TUI_DB", str(tmp_path / "env.db"))
    assert paths.database_path("x.db") == Path("x.db")
    assert paths.database_path() == tmp_path / "env.db"
    monkeypatch.delenv("CONFLICT_TUI_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.database_path().name == "conflict.db"
    assert "conflict-tui" in paths.database_path().parts


def test_queries_on_an_empty_store_find_nothing(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    connect.open_for_writing(db).close()
    with open_reader(db) as reader:
        assert list(reader.article_ids(parse_query("drones"))) == []
        assert reader.speaker_names() == []
        assert reader.place_names() == []
        assert reader.stats().articles == 0
        assert reader.stats().first is None
        assert reader.article("x") is None
        assert reader.figure("x") is None
        assert reader.linked_quotes("x") == []
        assert reader.linked_figures("x") == []


def test_threads_that_open_an_older_store_at_once_move_it_forward_once(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from sqlite_utils import Database

    from store.schema import migrations

    db = tmp_path / "s.db"
    old = sqlite3.connect(db)
    old.execute("PRAGMA journal_mode = WAL")
    migrations.apply(Database(old, execute_plugins=False), stop_before="m004_corrections")
    old.close()
    with ThreadPoolExecutor(8) as pool:
        for connection in pool.map(lambda _: connect.open_for_reading(db), range(8)):
            assert connect.applied(connection, db) == set(connect.KNOWN)
            connection.close()


def test_nobody_sees_an_older_store_half_moved_forward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite_utils import Database

    from store import schema_corrections
    from store.schema import migrations

    db = tmp_path / "s.db"
    old = sqlite3.connect(db)
    old.execute("PRAGMA journal_mode = WAL")
    migrations.apply(Database(old, execute_plugins=False), stop_before="m004_corrections")
    before = connect.applied(old, db)
    seen: list[set[str]] = []
    align = schema_corrections.align

    def last_step(connection: sqlite3.Connection) -> None:
        seen.append(connect.applied(old, db))
        align(connection)

    monkeypatch.setattr(schema_corrections, "align", last_step)
    connect.open_for_writing(db).close()
    assert seen == [before]
    assert connect.applied(old, db) == set(connect.KNOWN)
    old.close()
