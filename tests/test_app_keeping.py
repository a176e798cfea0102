"""The browser keeps things: stars, notes, days, citations, exports, sources, imports."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest
from textual.widgets import TextArea

from store.search import open_reader
from tests.app_pilot import browsing
from tests.app_store import TALE, filler, tale


async def test_a_star_is_kept_and_taken_away(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("asterisk")
        assert "★ Marzan wakes to sirens" in hand.text
        with open_reader(store) as reader:
            assert reader.article_rows(reader.article_ids())[0].starred
        await hand.press("asterisk")
        assert "★" not in hand.text


async def test_figures_and_quotes_are_starred_by_themselves(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "asterisk")
        with open_reader(store) as reader:
            assert [row.starred for row in reader.quotes_of("a000")] == [True, False, False]
        await hand.press("3", "G", "asterisk")
        figure = hand.browser.figures.current
        assert figure is not None
        assert figure.starred


async def test_a_speaker_cannot_be_starred_and_it_says_so(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "v", "asterisk")
        assert "Go to an article, figure, quote or event to star it." in hand.said


async def test_a_note_of_several_lines_is_kept_and_shown(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("a")
        hand.app.screen.query_one(TextArea).insert("call the mayor\nask again")
        await hand.press("escape")
        assert "✎ Marzan wakes to sirens" in hand.text
        assert "✎ call the mayor" in hand.text
        with open_reader(store) as reader:
            assert reader.note("article", "a000") == "call the mayor\nask again"
        await hand.press("a", "ctrl+a")
        assert hand.app.screen.query_one(TextArea).text == "call the mayor\nask again"


async def test_leaving_a_note_with_ctrl_x_changes_nothing(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("a")
        hand.app.screen.query_one(TextArea).insert("not this")
        await hand.press("ctrl+x")
        with open_reader(store) as reader:
            assert reader.note("article", "a000") is None


async def test_an_article_is_dated_by_a_candidate_with_its_reason(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("G", "d")
        assert "27 Dec 2025  the day after the mayor's statement" in hand.text
        await hand.press("enter")
        assert "Dated 27 Dec 2025." in hand.said[-1]
        with open_reader(store) as reader:
            article = reader.article("a001")
        assert article is not None
        assert (article.published, article.published_basis) == ("2025-12-27", "given")
        assert hand.browser.list.current.id == "a001"


async def test_a_reason_too_long_for_its_line_is_told_beneath_while_the_cursor_is_on_it(store: Path) -> None:
    from tui.screens.dialogs import Choice, ChoiceScreen

    long = "the Thursday after the feast, " * 4 + "and the day that the hospital's own notice has"
    async with browsing(store) as hand:
        hand.app.push_screen(ChoiceScreen("Day", [Choice("a", "1 May", long), Choice("b", "2 May", "short")]))
        await hand.press()
        assert "hospital's own notice has" in " ".join(hand.text.replace("│", " ").split())
        await hand.press("down")
        assert "own notice has" not in " ".join(hand.text.replace("│", " ").split())


async def test_a_typed_day_must_be_a_day(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("d", "down")
        await hand.type("26 Dec")
        await hand.press("enter")
        assert "“26 Dec” is no day; write it as 2026-02-06." in hand.text
        await hand.press("ctrl+u")
        await hand.type("2025-12-26")
        await hand.press("enter")
        with open_reader(store) as reader:
            article = reader.article("a000")
        assert article is not None
        assert article.published == "2025-12-26"


async def test_a_citation_goes_to_the_terminals_clipboard_and_is_shown(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "y")
        copied = hand.app.clipboard
        for part in ("Nobody slept in this city", "Ilka Dorn", "Mayor", "2025", "Marzan wakes to sirens"):
            assert part in copied
        assert hand.said[-1] == f"Sent to the terminal's clipboard:\n{copied}"


async def test_in_the_text_the_marked_figure_is_cited(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "enter", "y")
        assert "Forty-one drones" in hand.app.clipboard
        assert "Vara's air force" in hand.app.clipboard


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.md", "out.bib"])
async def test_what_the_search_finds_is_exported(store: Path, tmp_path: Path, name: str) -> None:
    async with browsing(store, query="speaker:dorn") as hand:
        await hand.press("x", "ctrl+u")
        await hand.type(str(tmp_path / name))
        await hand.press("enter")
        written = (tmp_path / name).read_text("utf-8")
        assert "Marzan" in written
        assert "Sel Amin" not in written
        unit = "figure" if name.endswith("csv") else "article"
        assert hand.said[-1].startswith(f"Written to {tmp_path / name}: ")
        assert hand.said[-1].rstrip("s.").endswith(unit)
        # Others may read it as any file that is made here.
        (tmp_path / "plain").touch()
        assert (tmp_path / name).stat().st_mode == (tmp_path / "plain").stat().st_mode


async def test_an_export_that_cannot_be_written_is_one_sentence(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("store.export.export", full)
    async with browsing(store) as hand:
        await hand.press("x", "ctrl+u")
        await hand.type(str(tmp_path / "out.csv"))
        await hand.press("enter")
        assert hand.said[-1] == f"{tmp_path / 'out.csv'} cannot be written: No space left on device."
        assert not [file for file in tmp_path.iterdir() if "out" in file.name]


async def test_an_export_asks_before_it_writes_over_a_file(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("mine", "utf-8")
    async with browsing(store) as hand:
        await hand.press("x", "ctrl+u")
        await hand.type(str(file))
        await hand.press("enter")
        assert file.read_text("utf-8") == "mine"
        assert "press enter" in hand.text
        await hand.press("enter")
        assert file.read_text("utf-8") != "mine"


async def test_an_export_of_no_known_kind_is_refused(store: Path, tmp_path: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("x", "ctrl+u")
        await hand.type(str(tmp_path / "out.pdf"))
        await hand.press("enter")
        assert "The name must end in .jsonl, .csv, .md or .bib." in hand.text


async def test_a_file_is_imported_and_appears_in_the_list(store: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps(filler(7)) + "\n", "utf-8")
    async with browsing(store) as hand:
        await hand.press("i")
        await hand.type(str(more))
        await hand.press("enter")
        assert hand.browser.list.total == 3
        assert hand.said[-1].startswith("1 article, 1 figure, 0 quotes, 0 events read.")


async def test_an_import_that_fails_is_a_notice(store: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"format": "conflict-tui/1"\n', "utf-8")
    async with browsing(store) as hand:
        await hand.press("i")
        await hand.type(str(bad))
        await hand.press("enter")
        assert any("bad.jsonl" in words for words in hand.said)
        assert hand.browser.list.total == 2
        assert hand.app.is_running


async def test_a_path_that_is_not_there_is_said_at_once(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("i")
        await hand.type("/nowhere/at/all")
        await hand.press("enter")
        assert "There is no file or folder /nowhere/at/all." in hand.text


def test_the_pager_begins_at_the_line_of_the_mark(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.screens.sources import document_text, pager_command

    pager = tmp_path / "less"
    pager.write_text("#!/bin/sh\n", "utf-8")
    pager.chmod(pager.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PAGER", f"{pager} -S")
    assert pager_command(12, "file") == [str(pager), "-S", "+12", "file"]
    monkeypatch.setenv("PAGER", "cat")
    assert pager_command(12, "file") == ["cat", "file"]
    document = tmp_path / "desk.txt"
    document.write_bytes(("before\r\n" + TALE.replace("\n", "\r\n")).encode())
    with open_reader(store) as reader:
        article = reader.article("a000")
    assert article is not None
    found = document_text(str(document), "utf-8", article)
    assert found is not None
    text, at = found
    assert text[at:].startswith("Marzan wakes")
    assert document_text(str(tmp_path / "gone"), "utf-8", article) is None


async def test_the_source_is_handed_to_the_pager_safe_to_draw(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    shown: list[str] = []

    def page(self: object, command: list[str], title: str) -> None:
        seen.append(command)
        shown.append(Path(command[-1]).read_text("utf-8"))

    monkeypatch.setattr("tui.screens.sources.Sources._page", page)
    monkeypatch.setenv("PAGER", "cat")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with browsing(store) as hand:
        await hand.press("o")
        assert "https://desk.example/marzan" in hand.text
        await hand.press("j", "enter")
        assert shown
        assert "Forty-one drones" in shown[0]
        assert "\x1b" not in shown[0]
    assert not os.path.exists(seen[0][-1])


async def test_an_article_without_an_address_opens_in_the_pager_at_once(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(
        "tui.screens.sources.Sources._page", lambda self, command, title: seen.append(command)
    )
    monkeypatch.setenv("PAGER", "cat")
    async with browsing(store) as hand:
        await hand.press("G", "o")
        assert len(seen) == 1


async def test_an_address_is_copied_over_ssh_and_opened_where_a_browser_is(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.screens.sources.can_open", lambda address: not os.environ.get("SSH_TTY"))
    monkeypatch.setattr("webbrowser.open", lambda address: not opened.append(address))
    async with browsing(store) as hand:
        await hand.press("o", "1")
        assert opened == ["https://desk.example/marzan"]
        assert hand.said[-1] == "Opened in the web browser."
        monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
        await hand.press("o", "1")
        assert hand.app.clipboard == "https://desk.example/marzan"
        assert len(opened) == 1


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/\x1b[31m", "x"]
)
def test_only_addresses_of_the_web_are_ever_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.screens.sources import can_open

    monkeypatch.delenv("SSH_TTY", raising=False)
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    assert not can_open(address)


async def test_digits_are_the_day_that_is_typed_and_no_candidate(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("G", "d", *"1999-01-31", "enter")
        assert "Dated 31 Jan 1999." in hand.said[-1]


async def test_one_key_takes_a_candidate_for_the_day(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("G", "d")
        assert "27 Dec 2025" in hand.text
        await hand.press("enter")
        assert "Dated 27 Dec 2025." in hand.said[-1]
        with open_reader(store) as reader:
            article = reader.article("a001")
        assert article is not None
        assert (article.published, article.published_basis) == ("2025-12-27", "given")


async def test_a_store_that_cannot_be_written_is_a_notice(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.errors import ReadOnly

    def refuse(*_: object) -> None:
        raise ReadOnly("the store cannot be written; check its folder")

    monkeypatch.setattr("store.annotations.set_star", refuse)
    async with browsing(store) as hand:
        await hand.press("asterisk")
        assert "The store cannot be written; check its folder." in hand.said
        assert hand.app.is_running


async def test_a_fault_while_reading_is_a_notice(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken [/nope]")

    async with browsing(store) as hand:
        monkeypatch.setattr("tui.screens.reading.read_row", fail)
        await hand.press("j")
        assert any("broken [/nope]" in words for words in hand.said)
        assert hand.app.is_running


async def test_help_shows_every_key_and_query_field(store: Path) -> None:
    from tui.commands_browser import COMMANDS

    async with browsing(store, size=(120, 90)) as hand:
        await hand.press("question_mark")
        shown = hand.text
        for command in COMMANDS:
            assert command.shown in shown
        assert "measure:" in shown
        await hand.press("escape")
        assert "1 Articles" in hand.text


async def test_the_palette_runs_a_command_by_its_name(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("ctrl+p")
        await hand.type("zoom")
        await hand.pilot.pause(0.3)
        await hand.press("enter")
        await hand.settle()
        assert hand.browser.zoomed


async def test_first_run_offers_the_sample_or_a_file(tmp_path: Path) -> None:
    source = tmp_path / "mine.jsonl"
    source.write_text(json.dumps(tale()) + "\n", "utf-8")
    async with browsing(tmp_path / "new.db") as hand:
        assert "Load the sample reports" in hand.text
        await hand.press("j", "enter")
        await hand.type(str(source))
        await hand.press("enter")
        assert hand.browser.list.total == 1
        assert "Forty-one drones" in hand.text


async def test_first_run_loads_the_sample_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.jsonl").write_text(json.dumps(tale()) + "\n", "utf-8")
    monkeypatch.setattr("store.seeds.folder", lambda: seeds)
    async with browsing(tmp_path / "new.db") as hand:
        await hand.press("enter")
        assert hand.browser.list.total == 1
        assert "1 article, 5 figures" in hand.said[-1] or "1 article, 6 figures" in hand.said[-1]
