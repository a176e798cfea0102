"""Plain text documents: encodings, folders, standard input, and what happens when they come again."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extract.model import Article
from extract.pipeline import Document, Part
from store import parsing, readers
from store.errors import BadInput, StoreError
from store.outcomes import Progress
from store.query import parse_query
from store.search import open_reader
from tests.store_support import RAID, TALKS, dump, ids, lines, put, raid, talks


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without a byte order mark"),
        ("utf-16-be", "UTF-16 without a byte order mark"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_each_encoding_is_read_and_named(encoding: str, said: str) -> None:
    text = "“Nobody slept,” said Mayor Ilka Dorn of Márzan — a café owner was hurt."
    assert readers.decode(text.encode(encoding), "a.txt") == (text, said)


def test_cyrillic_utf16_without_a_mark_is_read() -> None:
    text = "Никто не спал в этом городе, сказала она.\nВчера."
    assert readers.decode(text.encode("utf-16-le"), "a.txt")[0] == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_are_all_made_alike(newline: str) -> None:
    assert (
        readers.decode(newline.join(["one", "two", "", "three"]).encode(), "a.txt")[0] == "one\ntwo\n\nthree"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (bytes(range(256)) * 4, "binary"),
        (b"text\0with\0zeros\0here and there, at odd and even places", "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\0...", "database"),
        ("Он сказал, что в городе никто не спал этой ночью.".encode("cp1251"), "cannot be told"),
        ("“One” and “two” are whole, ".encode() + b"\xe2\x80 is not", "broken in this line"),
        (b"\xff\xfea\x00b", "says it is"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        readers.decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt")
    assert "\n" not in str(caught.value)


def test_a_broken_byte_is_named_by_its_line() -> None:
    data = "first\nsecond “whole”\n".encode() + b"third \xe2\x80\n"
    with pytest.raises(BadInput) as caught:
        readers.decode(data, "a.txt")
    assert caught.value.line == 3


def test_a_text_lands_whole_with_its_exact_words(tmp_path: Path) -> None:
    path = write(tmp_path / "raid.txt", RAID.replace("\n", "\r\n"))
    db = tmp_path / "s.db"
    summary = put(db, path)
    assert (summary.documents, summary.articles, summary.failures) == (1, 1, [])
    assert summary.undated_total == 1
    assert summary.undated[0].document == "raid.txt"
    with open_reader(db) as reader:
        (row,) = reader.article_rows(reader.article_ids())
        article = reader.article(row.id)
        assert article is not None
        assert article.text == RAID
        assert article.documents == [("raid.txt", 0, len(RAID))]
        figures = reader.figures_of(row.id, set_apart=True)
        assert {f.text[f.text.index(RAID[f.start : f.end]) :][: f.end - f.start] for f in figures} >= {"41"}
        assert all(RAID[q.start : q.end] == q.text for q in reader.quotes_of(row.id))


def test_what_the_person_says_of_a_document_is_marked_as_given_and_holds(tmp_path: Path) -> None:
    path = write(tmp_path / "raid.txt", RAID)
    db = tmp_path / "s.db"
    put(db, path, published="2031-05-02", outlet="City Desk", url="https://example.org/r")
    with open_reader(db) as reader:
        (row,) = reader.article_rows(reader.article_ids())
        assert (row.published, row.published_basis, row.outlet) == ("2031-05-02", "given", "City Desk")
    write(path, RAID + " Calm followed.")
    assert put(db, path).replaced == 1
    with open_reader(db) as reader:
        (row,) = reader.article_rows(reader.article_ids())
        assert (row.published, row.published_basis, row.outlet) == ("2031-05-02", "given", "City Desk")


def test_the_same_bytes_again_change_nothing_and_the_summary_says_so(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    path = write(tmp_path / "raid.txt", RAID)
    put(db, path)
    before = dump(db)
    summary = put(db, path)
    assert (summary.unchanged, summary.documents, summary.articles) == (1, 0, 0)
    copy = write(tmp_path / "copy.txt", RAID)
    summary = put(db, copy)
    assert summary.unchanged == 1
    assert "same bytes as raid.txt" in summary.notices[0]
    assert dump(db) == before


def test_a_document_that_moved_is_known_at_its_new_place(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    path = write(tmp_path / "raid.txt", RAID)
    put(db, path)
    moved = tmp_path / "new" / "raid.txt"
    moved.parent.mkdir()
    path.rename(moved)
    put(db, moved)
    write(moved, RAID + " Calm followed.")
    assert put(db, moved).replaced == 1
    with open_reader(db) as reader:
        assert len(reader.article_ids()) == 1


def test_a_folder_is_searched_deeply_and_hidden_files_are_skipped(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    write(folder / "a.txt", RAID)
    write(folder / "deep" / "er" / "b.TXT", TALKS)
    write(folder / ".hidden.txt", RAID + " hidden")
    write(folder / ".git" / "c.txt", RAID + " hidden too")
    write(folder / "notes.md", "not a report")
    lines(folder / "deep" / "c.jsonl", talks(document="c.txt"))
    assert [path.name for path in readers.find(folder)] == ["a.txt", "c.jsonl", "b.TXT"]
    summary = put(tmp_path / "s.db", folder)
    assert (summary.documents, summary.articles, summary.failures) == (3, 3, [])
    with open_reader(tmp_path / "s.db") as reader:
        assert [row.sources for row in reader.article_rows(reader.article_ids(parse_query("envoys")))] == [2]


def test_in_a_batch_the_sound_ones_land_and_each_failure_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    paths = [
        write(tmp_path / "a.txt", RAID),
        tmp_path / "missing.txt",
        write(tmp_path / "blank.txt", "  \n"),
        tmp_path / "empty",
        write(tmp_path / "bad.jsonl", "{nope"),
        write(tmp_path / "b.txt", TALKS),
    ]
    summary = put(tmp_path / "s.db", *paths)
    assert summary.documents == 2
    assert {Path(failure.path).name: failure.message.split(": ", 1)[1] for failure in summary.failures} == {
        "missing.txt": "there is no such file or folder",
        "empty": "the folder holds no .txt or .jsonl files",
        "blank.txt": "is empty",
        "bad.jsonl": "is not JSON (JSON is malformed: object keys must be strings (byte 1))",
    }


def test_bad_input_alone_makes_no_store(tmp_path: Path) -> None:
    db = tmp_path / "deep" / "s.db"
    assert len(put(db, tmp_path / "missing.txt", write(tmp_path / "blank.txt", "")).failures) == 2
    assert not db.exists()


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    summary = put(tmp_path / "s.db", "-", stdin=io.BytesIO(RAID.encode()))
    assert summary.articles == 1
    with open_reader(tmp_path / "s.db") as reader:
        assert reader.article_rows(reader.article_ids())[0].document == "stdin"
    assert put(tmp_path / "s.db", "-", stdin=io.BytesIO(RAID.encode())).unchanged == 1
    assert "nothing to read" in put(tmp_path / "s.db", "-").failures[0].message


def test_a_text_that_breaks_the_parser_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(parts: Iterable[Part]) -> Iterator[Article]:
        for part in parts:
            if "break" in part.article.text:
                raise ValueError("a rule went wrong")
            name = part.article.document
            yield raid(document=name) if "Marzan" in part.article.text else talks(document=name)

    monkeypatch.setattr(parsing, "extract_parts", read)
    paths = [
        write(tmp_path / "1.txt", RAID),
        write(tmp_path / "2.txt", "break"),
        write(tmp_path / "3.txt", TALKS),
    ]
    summary = put(tmp_path / "s.db", *paths)
    assert summary.documents == 2
    assert [failure.path for failure in summary.failures] == [str(paths[1])]
    assert "could not be parsed (ValueError: a rule went wrong)" in summary.failures[0].message


def test_a_text_that_cannot_be_cut_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(document: Document) -> list[Part]:
        if "break" in document.text:
            raise ValueError("a rule went wrong")
        return []

    monkeypatch.setattr(parsing, "cut", cut)
    paths = [write(tmp_path / "1.txt", "break"), write(tmp_path / "2.txt", TALKS)]
    summary = put(tmp_path / "s.db", *paths)
    assert summary.documents == 1
    assert [failure.path for failure in summary.failures] == [str(paths[0])]


def test_no_lock_is_held_while_a_text_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from store.annotations import set_star

    db = tmp_path / "s.db"
    put(db, lines(tmp_path / "a.jsonl", raid()))
    starred: list[str] = []

    def read(parts: Iterable[Part]) -> Iterator[Article]:
        for part in parts:
            set_star(db, "article", raid().id, True)
            starred.append(part.article.document)
            yield talks(document=part.article.document)

    monkeypatch.setattr(parsing, "extract_parts", read)
    assert not put(db, write(tmp_path / "t.txt", TALKS)).failures
    assert starred == ["t.txt"]
    with open_reader(db) as reader:
        assert len(ids(reader, "is:starred")) == 1


def test_progress_tells_of_every_file_and_ends_at_the_total(tmp_path: Path) -> None:
    steps: list[Progress] = []
    paths = [lines(tmp_path / "a.jsonl", raid()), lines(tmp_path / "b.jsonl", talks())]
    put(tmp_path / "s.db", *paths, tmp_path / "missing.txt", progress=steps.append)
    total = sum(path.stat().st_size for path in paths)
    assert [Path(step.path).name for step in steps] == ["a.jsonl", "b.jsonl"]
    assert steps[-1].done == steps[-1].total == total
    assert steps[-1].articles == 2


def test_a_day_or_format_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="'Friday' is not a day"):
        put(tmp_path / "s.db", tmp_path / "a.txt", published="Friday")
    with pytest.raises(StoreError, match="'pdf' is not a format"):
        put(tmp_path / "s.db", tmp_path / "a.txt", format="pdf")
    assert not (tmp_path / "s.db").exists()


def test_the_format_can_be_said_against_the_files_name(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.txt", raid())
    assert put(tmp_path / "s.db", path, format="jsonl").figures == 2


def test_a_file_whose_name_is_no_text_is_imported_all_the_same(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(RAID.encode())
    assert put(tmp_path / "s.db", path).failures == []
    with open_reader(tmp_path / "s.db") as reader:
        assert reader.article_rows(reader.article_ids())[0].document == "caf\\xe9.txt"
    assert put(tmp_path / "s.db", path).unchanged == 1


def test_a_file_named_twice_in_one_batch_is_one_document(tmp_path: Path) -> None:
    path, copy = write(tmp_path / "a.txt", RAID), write(tmp_path / "b.txt", RAID)
    summary = put(tmp_path / "s.db", path, path, copy, tmp_path)
    assert (summary.documents, summary.unchanged, summary.failures) == (1, 4, [])


def test_a_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    feeder = threading.Thread(target=lambda: pipe.write_bytes(RAID.encode()))
    feeder.start()
    assert put(tmp_path / "s.db", pipe).articles == 1
    feeder.join()


def test_a_name_that_no_system_takes_is_a_failure_not_a_crash(tmp_path: Path) -> None:
    (failure,) = put(tmp_path / "s.db", tmp_path / ("x" * 5000)).failures
    assert "too long" in failure.message or "no such file" in failure.message
    with pytest.raises(StoreError):
        open_reader(tmp_path / ("x" * 5000))
