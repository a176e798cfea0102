"""Texts parsed by several processes: the same store, the same order, and nothing left behind."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from store import importer, workers
from store.check import check_store
from store.errors import StoreError
from store.outcomes import Progress
from tests.store_support import RAID, TALKS, dump, lines, put, raid

#: A process that needs no language model, breaks at some words, and at others ends at once.
STUB = """
import os, sys
sys.path[:] = sys.argv[1:]
from store import parsing, worker
def read(parts):
    for part in parts:
        if "break" in part.article.text:
            raise ValueError("a rule went wrong")
        if "fall dead" in part.article.text:
            os._exit(3)
        if "no model" in part.article.text:
            raise parsing.ModelMissing("no English language model is installed")
        print("what a library says")
        yield part.article
parsing.extract_parts = read
worker.main()
"""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the processes that an import started; each text is a chunk of its own."""
    pids: list[int] = []

    class Noted(workers.Process):
        def __init__(self) -> None:
            super().__init__()
            pids.append(self.pid)

    monkeypatch.setattr(workers, "Process", Noted)
    monkeypatch.setattr(workers, "CHUNK", 1)
    return pids


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch, started: list[int]) -> list[int]:
    monkeypatch.setattr(workers, "START", STUB)
    return started


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def archive(folder: Path) -> Path:
    """Texts, lines and a text of several reports, some of it twice."""
    folder.mkdir()
    (folder / "a.txt").write_text(RAID)
    (folder / "b.txt").write_text(
        "(BELGAR) — Two people died on Tuesday.\n\n(MARZAN) — “We hid,” said Ana Dorn.\n"
    )
    lines(folder / "c.jsonl", raid(document="c.txt"))
    (folder / "d.txt").write_text(TALKS)
    (folder / "e.txt").write_text(RAID)
    (folder / "f.txt").write_text("  \n")
    (folder / "g.txt").write_text(
        "(DORAN) — Twelve drones were shot down over Doran overnight, the army said.\n"
    )
    return folder


def timeless(db: Path) -> list[str]:
    """All that the store holds but the moments of import."""
    return [re.sub(r"'\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^']*'", "'…'", row) for row in dump(db)]


def test_two_processes_store_what_one_stores(tmp_path: Path, started: list[int]) -> None:
    folder = archive(tmp_path / "in")
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    alone = put(one, folder)
    assert not started
    both = put(two, folder, jobs=2)
    assert len(started) == 2
    assert both == alone
    assert alone.documents == 5
    assert alone.unchanged == 1
    assert [Path(failure.path).name for failure in alone.failures] == ["f.txt"]
    assert timeless(one) == timeless(two)
    assert all(map(gone, started))


def test_one_process_apart_stores_the_same(tmp_path: Path, started: list[int]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RAID)
    put(tmp_path / "here.db", path)
    put(tmp_path / "apart.db", path, apart=True)
    assert len(started) == 1
    assert timeless(tmp_path / "here.db") == timeless(tmp_path / "apart.db")


def test_a_text_that_breaks_its_process_or_ends_it_fails_alone(tmp_path: Path, stubbed: list[int]) -> None:
    texts = [RAID, "break", TALKS, "fall dead", RAID + " Later.", TALKS + " Later."]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    summary = put(tmp_path / "s.db", *(tmp_path / f"{number}.txt" for number in range(len(texts))), jobs=2)
    assert summary.documents == 4
    assert [failure.message.split(": ", 1)[1] for failure in summary.failures] == [
        "could not be parsed (ValueError: a rule went wrong); please report it",
        "could not be parsed (the process that read it ended with status 3); please report it",
    ]
    assert all(map(gone, stubbed))


def test_the_texts_beside_one_that_ends_the_process_are_read(
    tmp_path: Path, stubbed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "CHUNK", 100_000)
    for number, text in enumerate([RAID, "fall dead", TALKS]):
        (tmp_path / f"{number}.txt").write_text(text)
    summary = put(tmp_path / "s.db", *(tmp_path / f"{number}.txt" for number in range(3)), jobs=2)
    assert summary.documents == 2
    assert [Path(failure.path).name for failure in summary.failures] == ["1.txt"]


def test_no_language_model_is_said_once_and_nothing_is_left(tmp_path: Path, stubbed: list[int]) -> None:
    (tmp_path / "a.txt").write_text("no model")
    with pytest.raises(StoreError, match="no English language model is installed"):
        put(tmp_path / "s.db", tmp_path / "a.txt", jobs=2)
    assert all(map(gone, stubbed))


def test_an_import_that_is_stopped_leaves_whole_documents_and_no_process(
    tmp_path: Path, stubbed: list[int]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"{RAID}\n\nReport {number}.")
    steps: list[Progress] = []

    def stop(step: Progress) -> None:
        steps.append(step)
        if len(steps) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "s.db", folder, jobs=2, progress=stop)
    assert stubbed
    assert all(map(gone, stubbed))
    assert not any(finding.faults for finding in check_store(tmp_path / "s.db"))
    rest = put(tmp_path / "s.db", folder, jobs=2)
    assert (rest.unchanged, rest.documents) == (5, 25)


def test_documents_are_stored_in_order_whichever_is_read_first(tmp_path: Path, stubbed: list[int]) -> None:
    sizes = [40_000, 10, 10, 20_000, 10, 10, 10, 30_000, 10]
    for number, size in enumerate(sizes):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}. " + "On it went. " * size)
    names: list[str] = []
    put(tmp_path / "s.db", *(tmp_path / f"{number}.txt" for number in range(len(sizes))), jobs=3,
        progress=lambda step: names.append(Path(step.path).name))  # fmt: skip
    assert names == [f"{number}.txt" for number in range(len(sizes))]


def test_a_process_ends_with_its_input() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", workers.START, *sys.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    out, _ = process.communicate(b"")
    assert (process.returncode, out) == (0, b"")


def test_more_processes_are_started_only_for_many_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "cores", lambda: 8)
    asked: list[int] = []

    def parsed(items: object, failed: object, processes: int = 0) -> object:
        asked.append(processes)
        yield from ()

    monkeypatch.setattr(importer, "parsed", parsed)
    path = tmp_path / "a.txt"
    for size, apart in ((100, False), (100, True), (importer.WORTH * 2, False), (importer.WORTH * 50, False)):
        path.write_text("a" * size)
        put(tmp_path / "s.db", path, jobs=None, apart=apart)
    (tmp_path / "b.jsonl").write_text("a" * importer.WORTH * 2)
    put(tmp_path / "s.db", tmp_path / "b.jsonl", jobs=None)
    assert asked == [0, 1, 2, importer.MOST, 0]


def test_no_processes_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="give 1 or more"):
        put(tmp_path / "s.db", tmp_path, jobs=0)
