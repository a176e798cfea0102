"""The claims table on the screen: every key, every size, and text that must not drive the terminal."""

from __future__ import annotations

import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.app_pilot import Hand, browsing
from tests.claims_support import FORCE, MINISTRY, claims_store
from tests.cli_support import evil, write_jsonl
from tests.store_support import put
from tui.memory import GONE
from tui.screens.claims import ClaimsScreen


class Board(Hand):
    """A person at a board's keys."""

    @property
    def screen(self) -> Any:
        return self.app.screen

    async def settle(self) -> None:
        calm = 0
        for _ in range(1000):
            await self.pilot.pause(0.01)
            busy = self.browser.busy or getattr(self.app.screen, "busy", False)
            calm = 0 if busy else calm + 1
            if calm == 5:
                return
        raise AssertionError("the board never came to rest")

    def find(self, words: str) -> str:
        """The line that holds `words`."""
        return next(line for line in self.lines if words in line)


@asynccontextmanager
async def claims(
    path: Path, size: tuple[int, int] = (160, 50), query: str | None = None
) -> AsyncIterator[Board]:
    async with browsing(path, size, query) as hand:
        board = Board(hand.pilot, hand.app)
        await board.press("c")
        assert isinstance(board.screen, ClaimsScreen)
        yield board


async def test_earlier_searches_come_back_in_the_search_line_of_every_screen(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), query="drones") as hand:
        await hand.press("slash", "ctrl+u")
        await hand.type("place:vara")
        await hand.press("enter", "escape")
        await hand.press("F", "slash", "up")
        assert hand.browser.search_bar.field.value == "place:vara"
        await hand.press("escape", "t", "slash", "ctrl+u", "up")
        assert hand.screen.search_bar.field.value == "place:vara"
        assert hand.screen.query_text == "place:vara"
        await hand.press("down")
        assert hand.screen.query_text == ""


async def test_rivals_stand_side_by_side(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        head = hand.find("Day ")
        assert all(name in head for name in ("Ilka Dorn", FORCE, MINISTRY, "as reported"))
        launched = hand.find("Vara: drones launched")
        assert launched.split("launched")[1].split() == ["41", "≥60", "41", "to", "≥60"]
        assert "≥4 → ≥6 → ≥7" in hand.find("Marzan: people killed")
        assert "└ Vara: drones shot down" in hand.text


async def test_j_k_g_and_pages_move_the_row(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        grid = hand.screen.grid
        for keys, row in ((("j", "j"), 2), (("k",), 1), (("G",), 5), (("g",), 0), (("ctrl+d",), 5), (("ctrl+u",), 0),
                          (("pagedown",), 5), (("pageup",), 0), (("down",), 1), (("up",), 0), (("end",), 5),
                          (("home",), 0)):  # fmt: skip
            await hand.press(*keys)
            assert grid.cursor == row, keys


async def test_h_and_l_go_from_cell_to_cell_and_the_evidence_follows(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), query="drones") as hand:
        assert hand.screen.grid.cell.claimant == FORCE
        assert "“Vara's air force said 41 drones" in hand.text
        await hand.press("l")
        assert hand.screen.grid.cell.claimant == MINISTRY
        assert "“Ostra's ministry said that at least 60 drones" in hand.text
        assert "against: 41 Vara's air force" in hand.text
        await hand.press("l", "right")
        assert hand.screen.grid.cell.claimant == MINISTRY
        await hand.press("h")
        assert hand.screen.grid.cell.claimant == FORCE
        await hand.press("right", "left")
        assert hand.screen.grid.cell.claimant == FORCE


async def test_enter_opens_the_sentence_in_the_browser_and_c_comes_back_to_the_cell(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), query="drones") as hand:
        await hand.press("l", "enter")
        assert hand.screen is hand.browser
        assert hand.browser.evidence is not None
        assert hand.browser.evidence.id == "n2f0"
        assert hand.browser.article is not None
        assert hand.browser.article.id == "n2"
        assert hand.browser.pane == 2
        assert "at least 60 drones" in hand.text
        await hand.press("c")
        assert hand.screen.grid.cell.claimant == MINISTRY


async def test_of_several_reports_one_is_chosen(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), query="measure:killed") as hand:
        await hand.press("enter")
        assert "Ostrel Post" in hand.text
        await hand.press("j", "j", "j", "enter")
        assert hand.browser.evidence is not None
        assert hand.browser.evidence.id == "t4f0"


async def test_y_copies_every_report_of_the_cell(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), query="measure:killed") as hand:
        await hand.press("y")
        lines = hand.app.clipboard.splitlines()
        assert [line.split(",")[0] for line in lines] == [
            "At least 4 people", "At least 6 people", "At least 7 people", "At least 7 people"
        ]  # fmt: skip
        assert "“Toll in Marzan" in lines[0]


async def test_w_changes_between_columns_and_one_after_the_other(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), query="measure:launched") as hand:
        assert MINISTRY in hand.find("Day ")
        await hand.press("w")
        assert "Who claims how many" in hand.text
        assert "41 Vara's air force   ≥60 Ostra's ministry" in hand.find("drones launched")
        await hand.press("l")
        assert hand.screen.grid.cell.claimant == MINISTRY
        await hand.press("w")
        assert MINISTRY in hand.find("Day ")


async def test_r_shows_only_rivals(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        await hand.press("r")
        assert hand.screen.grid.total == 2
        assert "rivals only" in hand.text
        await hand.press("r")
        assert hand.screen.grid.total == 6


async def test_s_sorts(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        for order in ("oldest", "place", "newest"):
            await hand.press("s")
            assert f"of 6 · {order}" in hand.lines[1]
            assert hand.screen.grid.total == 6


async def test_slash_searches_and_escape_takes_it_back(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        await hand.press("slash")
        await hand.type("measure:killed")
        assert hand.screen.grid.total == 1
        await hand.press("enter", "slash")
        await hand.type(" place:nowhere")
        assert "No figure matches" in hand.text
        await hand.press("escape")
        assert hand.screen.query_text == "measure:killed"
        assert hand.screen.grid.total == 1
        await hand.press("slash")
        await hand.type(" measur:x")
        assert "there is no field measur:" in hand.text
        await hand.press("escape", "F")
        assert hand.screen.grid.total == 6


async def test_escape_goes_back_and_help_says_the_keys(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        await hand.press("question_mark")
        assert "Keys" in hand.text
        await hand.press("escape", "escape")
        assert hand.screen is hand.browser


async def test_q_leaves_and_the_palette_opens(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        await hand.press("ctrl+p")
        assert hand.screen is not hand.browser
        await hand.press("escape")
        assert isinstance(hand.screen, ClaimsScreen)
        await hand.pilot.press("q")
        await hand.pilot.pause(0.05)
        assert hand.app.return_code == 0


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (40, 12), (20, 5), (6, 3)])
async def test_every_size_draws_and_moves(tmp_path: Path, size: tuple[int, int]) -> None:
    async with claims(claims_store(tmp_path), size) as hand:
        for key in ("j", "l", "w", "j", "G", "h", "g", "w"):
            await hand.press(key)
        assert hand.screen.grid.cursor == 0
        assert all(len(line) <= size[0] for line in hand.lines)
        await hand.pilot.resize_terminal(100, 30)
        await hand.settle()
        assert "Marzan: people killed" in hand.text


async def test_a_narrow_screen_keeps_the_cell_under_the_cursor_in_sight(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path), (46, 24), query="measure:launched") as hand:
        await hand.press("l")
        assert "≥60" in hand.find("Vara: dr")


async def test_a_long_table_is_read_by_pages(tmp_path: Path) -> None:
    from tests.claims_support import toll

    days = [
        f"203{year}-0{month}-{day:02}" for year in range(2) for month in range(1, 8) for day in range(1, 28)
    ]
    path = claims_store(
        tmp_path, *(toll(f"x{at}", day, at + 1, "Wire", on=day) for at, day in enumerate(days))
    )
    async with claims(path, (100, 30)) as hand:
        assert hand.screen.grid.total == len(days)
        await hand.press("G")
        assert "≥1" in hand.find("▌")
        await hand.press("k")
        assert "≥2" in hand.find("▌")


async def test_hostile_text_is_drawn_as_text(tmp_path: Path) -> None:
    path = tmp_path / "evil.db"
    put(path, write_jsonl(tmp_path / "evil.jsonl", [evil()]))
    for size in ((160, 50), (60, 20)):
        async with claims(path, size) as hand:
            assert "[/nope][red]" in hand.text
            await hand.press("w", "y")
            drawn = hand.text + hand.app.clipboard
            assert not set(drawn) & set("\x1b\x07\x9b\u202e")
            await hand.press("enter")
            assert hand.screen is hand.browser


async def test_nothing_is_drawn_while_nothing_is_read(tmp_path: Path) -> None:
    async with claims(claims_store(tmp_path)) as hand:
        assert hand.screen._spinner is None
        assert hand.screen.turning.turn == -1


@pytest.mark.parametrize("key", ["c", "t", "m"])
async def test_a_screen_that_was_left_is_gone_with_all_that_it_read(tmp_path: Path, key: str) -> None:
    async with browsing(claims_store(tmp_path), (120, 40), None) as hand:
        board = Board(hand.pilot, hand.app)
        await board.press(key)
        left, drawn = weakref.ref(board.screen), weakref.ref(board.screen._styles_cache)
        assert left() is not hand.browser
        await board.press("escape")
        assert board.screen is hand.browser
        await board.pilot.pause(2 * GONE)
        # It and its widgets know each other; nothing else may.
        gc.collect()
        assert left() is None
        assert drawn() is None
