"""What changes by itself: news from another program's import, what was read, and what a dropped line leaves."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from store.annotations import set_read
from store.importer import import_paths
from store.query import parse_query
from store.search import open_reader
from tests.app_pilot import Hand, browsing
from tests.app_store import filler
from tests.test_app_terminal import Terminal
from tui import drafts, watch
from tui.config import Settings
from tui.session import load


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EVERY", 0.05)


def more(store: Path, first: int, last: int) -> None:
    """Import articles as another program would."""
    source = store.parent / f"more-{first}.jsonl"
    source.write_text("".join(json.dumps(filler(number)) + "\n" for number in range(first, last)), "utf-8")
    assert not import_paths(store, [source]).failures


async def until(hand: Hand, words: str) -> None:
    """Wait until the screen says `words`."""
    for _ in range(400):
        await hand.pilot.pause(0.02)
        if words in hand.text:
            return
    raise AssertionError(hand.text)


async def test_news_is_said_and_taken_in_without_moving_the_cursor(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press(*"jjjjj")
        here, lines = hand.browser.list.current, hand.lines
        text = [line[48:] for line in lines]
        more(long_store, 900, 912)
        await until(hand, "12 new — press R")
        assert hand.browser.list.current == here
        assert [line[48:] for line in hand.lines][3:] == text[3:]
        more(long_store, 912, 913)
        await until(hand, "13 new — press R")
        row = next(at for at, line in enumerate(hand.lines) if "▌" in line)
        await hand.press("R")
        assert "new — press" not in hand.text
        assert hand.browser.list.total == 315
        assert hand.browser.list.current.id == here.id
        assert next(at for at, line in enumerate(hand.lines) if "▌" in line) == row


async def test_a_refresh_leaves_the_reader_at_its_line(store: Path) -> None:
    async with browsing(store, size=(110, 24)) as hand:
        await hand.press("2", "j", "j")
        top = hand.browser.reader.scroll_y
        assert top > 0
        more(store, 5, 6)
        await until(hand, "1 new — press R")
        await hand.press("R")
        assert hand.browser.reader.scroll_y == top


async def test_news_names_the_key_that_a_person_chose(store: Path) -> None:
    async with browsing(store, settings=Settings(keys={"refresh": ("f5",)})) as hand:
        more(store, 5, 8)
        await until(hand, "3 new — press f5")
        await hand.press("f5")
        assert hand.browser.list.total == 5


async def test_ones_own_stars_are_no_news(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("asterisk")
        await hand.pilot.pause(0.4)
        assert "new —" not in hand.text


async def test_an_article_that_was_taken_away_leaves_the_others_in_their_places(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        connection = sqlite3.connect(long_store)
        connection.execute("PRAGMA foreign_keys = 1")
        with connection:
            connection.execute("DELETE FROM articles WHERE id = 'b00200'")
        connection.close()
        await hand.press("G")
        assert hand.browser.list.current.id == "a001"  # undated, so the last
        ids = [getattr(hand.browser.list.row(at), "id", None) for at in range(200, 301)]
        gone = ids.index(None)
        assert ids[gone - 1 : gone + 2 : 2] == ["b00172", "b00228"]  # by day


def test_a_watch_outlives_a_store_that_is_not_there(tmp_path: Path) -> None:
    told: list[int] = []
    looking = watch.Watch(tmp_path / "none.db", told.append)
    looking.look()
    looking.seen = 0
    looking.look()
    assert told == []


# What was read


async def test_an_article_one_stays_with_is_read(store: Path) -> None:
    async with browsing(store, settings=Settings(read_after=60)) as hand:
        assert hand.text.count("• ") == 2
    async with browsing(store, settings=Settings(read_after=0.1)) as hand:
        await until_read(hand, "a000")
        assert hand.text.count("• ") == 1
    async with browsing(store, settings=Settings(read_after=0)) as hand:
        assert hand.browser.list.row(0).read
        await hand.press("j")
        await hand.pilot.pause(0.2)
        assert not hand.browser.list.current.read


async def until_read(hand: Hand, article: str) -> None:
    for _ in range(300):
        await hand.pilot.pause(0.02)
        row = next(row for row in hand.browser.list.rows() if row.id == article)
        if row.read:
            await hand.settle()
            return
    raise AssertionError(article)


async def test_opening_an_article_is_reading_it_and_a_key_takes_that_back(store: Path) -> None:
    async with browsing(store, settings=Settings(read_after=60)) as hand:
        await hand.press("enter")
        assert hand.browser.list.current.read
        await hand.press("U")
        assert not hand.browser.list.current.read
        await hand.press("U", "v", "v", "U")
        assert "Go to the list of articles" in hand.said[-1]
    with open_reader(store) as reader:
        assert [row.id for row in reader.article_rows(reader.article_ids(parse_query("is:read")))] == ["a000"]
        assert [row.id for row in reader.article_rows(reader.article_ids(parse_query("is:unread")))] == [
            "a001"
        ]
        assert [row.id for row in reader.article_rows(reader.article_ids(parse_query("-is:read")))] == [
            "a001"
        ]
        assert reader.article("a000").read


def test_what_was_read_stays_read_when_it_is_imported_again(tmp_path: Path, store: Path) -> None:
    set_read(store, "a000", True)
    set_read(store, "a000", True)
    from tests.app_store import tale

    source = tmp_path / "again.jsonl"
    source.write_text(json.dumps({**tale(), "headline": "Marzan wakes to sirens again"}), "utf-8")
    assert not import_paths(store, [source]).failures
    with open_reader(store) as reader:
        assert reader.article("a000").read
    set_read(store, "a000", False)
    with open_reader(store) as reader:
        assert not reader.article("a000").read


async def test_a_store_that_cannot_be_written_is_read_without_a_word(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store import annotations
    from store.errors import ReadOnly

    def refuse(*args: object) -> None:
        raise ReadOnly("it cannot be written")

    monkeypatch.setattr(annotations, "set_read", refuse)
    async with browsing(store, settings=Settings(read_after=0.05)) as hand:
        await hand.pilot.pause(0.4)
        await hand.settle()
        assert hand.said == []
        await hand.press("U")
        assert "It cannot be written." in hand.said[-1]


# A dropped line


async def test_reading_goes_on_at_the_line_where_it_ended(store: Path) -> None:
    async with browsing(store, size=(80, 24)) as hand:
        await hand.press("2", "j", "j", "j")
        top = hand.browser.reader.top
        assert top > 0
        await hand.press("q")
    assert (load(store).article, load(store).top) == ("a000", top)
    async with browsing(store, size=(110, 30)) as hand:
        assert hand.browser.pane == 2
        assert hand.browser.reader.top <= top
        assert hand.browser.reader.scroll_y > 0
        await hand.press("1", "j")
        assert hand.browser.reader.scroll_y == 0


def test_a_killed_browser_has_kept_everything(long_store: Path) -> None:
    terminal = Terminal(long_store)
    terminal.until(b"Forty-one")
    for key in (b"/", b"carts", b"\r", b"s", b"j", b"j", b"j", b">", b"2", b"z"):
        os.write(terminal.fd, key)
        terminal.rest(0.3)
    for _ in range(100):
        if load(long_store).zoomed:
            break
        time.sleep(0.05)
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    kept = load(long_store)
    assert (kept.query, kept.view, kept.sort, kept.pane) == ("carts", "articles", "oldest", 2)
    assert (kept.zoomed, kept.split) == (True, 45)
    assert kept.place.startswith("b")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
async def test_a_note_that_was_being_written_goes_on_in_the_next_session(
    store: Path, number: signal.Signals
) -> None:
    terminal = Terminal(store)
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"a")
    terminal.rest()
    os.write(terminal.fd, b"call the mayor")
    terminal.rest(1.0)
    os.kill(terminal.pid, number)
    terminal.rest(1.0)
    os.close(terminal.fd)
    os.waitpid(terminal.pid, 0)
    with open_reader(store) as reader:
        assert reader.note("article", "a000") is None
    async with browsing(store) as hand:
        assert any("A note on Marzan wakes to sirens was not finished; a on it" in said for said in hand.said)
        await hand.press("a")
        assert "call the mayor" in hand.text
        assert "begun in a session that ended" in hand.text
        await hand.press("escape")
    with open_reader(store) as reader:
        assert reader.note("article", "a000") == "call the mayor"
    async with browsing(store) as hand:
        assert hand.said == []
        await hand.press("a")
        await hand.pilot.press("x")
        await hand.pilot.pause(0.5)
        assert drafts.unfinished(store) == ["Marzan wakes to sirens"]
        await hand.press("ctrl+x")
        assert drafts.unfinished(store) == []


@pytest.mark.parametrize("kept", ["", "{", "{}", '[{"store": 3}]', "[7]"])
def test_drafts_that_cannot_be_read_are_no_obstacle(store: Path, kept: str) -> None:
    file = drafts.drafts_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kept, "utf-8")
    draft = drafts.Draft(store, "article", "a000", "x")
    assert draft.text() is None
    draft.keep("words \ud800")
    assert draft.text() == "words \ud800"
    draft.drop()
    assert drafts.unfinished(store) == []


def test_a_stop_and_a_resize_leave_terminal_and_data_whole(long_store: Path) -> None:
    import fcntl
    import struct
    import termios

    terminal = Terminal(long_store)
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"j")
    terminal.rest()
    os.kill(terminal.pid, signal.SIGTSTP)
    assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
    terminal.rest()
    assert terminal.drawn.rindex(b"\x1b[?1049l") > terminal.drawn.rindex(b"\x1b[?1049h")
    mark = len(terminal.drawn)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until(b"\x1b[?1049h")
    terminal.rest()
    assert b"Articles" in terminal.drawn[mark:]
    for lines, columns in ((5, 20), (24, 80), (3, 10), (40, 120)):
        fcntl.ioctl(terminal.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        terminal.rest(0.5)
        os.write(terminal.fd, b"j")
        terminal.rest(0.3)
    mark = len(terminal.drawn)
    os.write(terminal.fd, b"1")
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0
    assert load(long_store).place == "b00298" or load(long_store).place.startswith("b")
    with open_reader(long_store) as reader:
        assert reader.stats().articles == 302
