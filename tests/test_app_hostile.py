"""Hostile text reaches no widget, notice, title or field as anything but visible signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input, TextArea

from tests.app_pilot import Hand, browsing, screen_lines
from tests.app_store import HOSTILE
from tui.safe import for_clipboard


def dangers(lines: Iterable[str]) -> list[str]:
    return [char for line in lines for char in line if unicodedata.category(char) in {"Cc", "Cf", "Cs"}]


def check(hand: Hand) -> None:
    lines = hand.lines
    assert not dangers(lines)
    assert {cell_len(line) for line in lines} == {hand.app.size.width}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (20, 5)])
async def test_every_list_and_pane_draws_it_as_signs(evil_store: Path, size: tuple[int, int]) -> None:
    async with browsing(evil_store, size=size) as hand:
        for _ in range(4):
            while hand.browser.article is None or hand.browser.article.id != "ahos":
                await hand.press("j")
            check(hand)
            for pane in "234":
                await hand.press(pane)
                check(hand)
            await hand.press("v")


async def test_markup_is_shown_as_it_stands(evil_store: Path) -> None:
    async with browsing(evil_store) as hand:
        await hand.press("j", "2")
        assert "[/nope] [red]x" in hand.text
        assert "␛[31mred␛]52;c;aGFja2Vk␇" in hand.text


async def test_dialogs_show_it_as_signs(evil_store: Path) -> None:
    async with browsing(evil_store) as hand:
        await hand.press("j")
        for keys in (("f",), ("d",), ("a",), ("3", "f"), ("3", "a"), ("4", "f"), ("Y",), ("x",), ("i",)):
            await hand.press("1", *keys)
            assert len(hand.app.screen_stack) == 2
            check(hand)
            await hand.press("escape")


async def test_notices_show_it_as_signs(evil_store: Path) -> None:
    async with browsing(evil_store) as hand:
        await hand.press("j", "y")
        hand.browser.say(HOSTILE)
        hand.browser.say(HOSTILE, "error")
        await hand.settle()
        assert len(hand.said) == 3
        assert not dangers(line for words in hand.said for line in words.split("\n"))
        check(hand)


async def test_fields_show_what_is_pasted_as_signs(evil_store: Path) -> None:
    async with browsing(evil_store) as hand:
        await hand.press("slash")
        hand.browser.search_bar.field.value = HOSTILE
        await hand.settle()
        check(hand)
        await hand.press("escape", "i")
        hand.app.screen.query_one(Input).value = HOSTILE
        await hand.settle()
        check(hand)
        await hand.press("enter")
        check(hand)
        await hand.press("escape", "a")
        hand.app.screen.query_one(TextArea).insert(HOSTILE)
        await hand.settle()
        check(hand)
        await hand.press("escape")
        check(hand)


async def test_a_hostile_query_on_the_command_line_is_shown_as_signs(evil_store: Path) -> None:
    async with browsing(evil_store, query=f"zzz {HOSTILE} measure:\x1b[31m") as hand:
        check(hand)


async def test_a_failure_with_hostile_words_is_shown_as_signs(
    evil_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(HOSTILE)

    async with browsing(evil_store) as hand:
        monkeypatch.setattr("tui.screens.reading.read_row", fail)
        await hand.press("j")
        assert hand.said
        check(hand)


async def test_the_palette_is_guarded_too(evil_store: Path) -> None:
    async with browsing(evil_store) as hand:
        await hand.press("ctrl+p")
        hand.app.screen.query_one(Input).value = HOSTILE
        await hand.pilot.pause(0.3)
        assert not dangers(screen_lines(hand.app))


async def test_what_is_copied_cannot_drive_the_terminal_it_is_pasted_into(evil_store: Path) -> None:
    async with browsing(evil_store) as hand:
        await hand.press("j", "4", "y")
        copied = hand.app.clipboard
        assert "is lost" in copied
        assert not [char for char in copied if char != "\n" and unicodedata.category(char) in {"Cc", "Cs"}]


def test_the_clipboard_keeps_letters_that_scripts_need() -> None:
    assert for_clipboard("می\u200cخواهم\n\x1b[0m\u202e") == "می\u200cخواهم\n␛[0m⇄"
