"""The timeline on the screen: every key, every size, and text that must not drive the terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app_pilot import browsing
from tests.claims_support import FORCE, MINISTRY, claims_store, night, toll
from tests.cli_support import evil, write_jsonl
from tests.store_support import put
from tests.test_app_claims import Board
from tui.screens.claims import ClaimsScreen
from tui.screens.timeline import TimelineScreen


@asynccontextmanager
async def timeline(
    path: Path, size: tuple[int, int] = (120, 40), query: str | None = None
) -> AsyncIterator[Board]:
    async with browsing(path, size, query) as hand:
        board = Board(hand.pilot, hand.app)
        await board.press("t")
        assert isinstance(board.screen, TimelineScreen)
        yield board


def days(folder: Path) -> Path:
    """Tolls of four days of two weeks, and a night of drones."""
    told = [toll(f"d{value}", day, value, "Wire", on=day)
            for day, value in (("2031-05-05", 8), ("2031-05-06", 4), ("2031-05-08", 0), ("2031-05-13", 2))]  # fmt: skip
    return claims_store(folder, *told, *night())


async def test_a_strip_for_each_claimant_launched_against_shot_down(tmp_path: Path) -> None:
    async with timeline(claims_store(tmp_path), query="drones") as hand:
        assert "drones launched against shot down, by day" in hand.lines[1]
        assert hand.text.count("shot down, up to") == 2
        assert FORCE in hand.text
        assert MINISTRY in hand.text
        assert "60 launched, Ostra's ministry; 20–25 shot down, Ostra's ministry; 41 launched" in hand.text


async def test_h_and_l_go_from_day_to_day_and_a_gap_is_no_zero(tmp_path: Path) -> None:
    async with timeline(days(tmp_path), query="measure:killed") as hand:
        chart = hand.screen.chart
        assert "13 May 2031 — 2, Ilka Dorn" in hand.text
        await hand.press("h")
        assert "12 May 2031 — nothing reported" in hand.text
        await hand.press("g")
        assert chart.index == 0
        assert "5 May 2031 — 8, Ilka Dorn" in hand.text
        assert "“At least 8 people were killed" in hand.text
        await hand.press("l", "right", "l")
        assert "8 May 2031 — 0, Ilka Dorn" in hand.text
        await hand.press("left", "h", "ctrl+d")
        assert chart.index == 3
        await hand.press("ctrl+d", "ctrl+u", "ctrl+u")
        assert chart.index == 1
        await hand.press("G")
        assert chart.index == 8
        await hand.press("home", "end", "pageup")
        assert chart.index == 0
        await hand.press("pagedown")
        assert chart.index == 8
        row = next(line for line in hand.lines if "Ilka Dorn" in line)
        assert "·" in row
        assert "0" in row


async def test_w_and_d_change_between_weeks_and_days(tmp_path: Path) -> None:
    async with timeline(days(tmp_path), query="measure:killed") as hand:
        await hand.press("w")
        assert "by week" in hand.lines[1]
        assert "12–18 May 2031 — 2, Ilka Dorn" in hand.text
        await hand.press("h")
        assert "5–11 May 2031 — 8, Ilka Dorn" in hand.text
        await hand.press("d")
        assert "by day" in hand.lines[1]
        assert "11 May 2031 — nothing reported" in hand.text


async def test_brackets_and_m_go_through_the_measures(tmp_path: Path) -> None:
    async with timeline(days(tmp_path)) as hand:
        assert "people killed" in hand.lines[1]
        await hand.press("right_square_bracket")
        assert "drones launched" in hand.lines[1]
        await hand.press("left_square_bracket")
        assert "people killed" in hand.lines[1]
        seen = []
        for _ in range(4):
            await hand.press("m")
            seen.append(hand.lines[1].split("·")[1].split(",")[0].strip())
        assert seen[-1] == "drones hit" or "people injured" in seen


async def test_b_shows_all_claimants_from_the_least_to_the_most(tmp_path: Path) -> None:
    async with timeline(claims_store(tmp_path), query="drones") as hand:
        await hand.press("b")
        assert "least to most" in hand.text
        assert "41–60 launched; 20–30 shot down" in hand.text
        assert "░" in hand.text
        await hand.press("b")
        assert FORCE in hand.text


async def test_j_and_k_choose_the_strip_whose_figures_are_told(tmp_path: Path) -> None:
    async with timeline(claims_store(tmp_path), query="drones") as hand:
        assert hand.screen.figures()[0].id == "n2f0"
        await hand.press("j")
        assert [row.id for row in hand.screen.figures()] == ["n2f1"]
        await hand.press("down", "j", "j")
        assert [row.id for row in hand.screen.figures()] == ["n1f1"]
        await hand.press("k", "up")
        assert [row.id for row in hand.screen.figures()] == ["n2f1"]


async def test_enter_opens_the_figure_and_t_comes_back(tmp_path: Path) -> None:
    async with timeline(claims_store(tmp_path), query="drones") as hand:
        await hand.press("j", "enter")
        assert hand.screen is hand.browser
        assert hand.browser.evidence is not None
        assert hand.browser.evidence.id == "n2f1"
        await hand.press("t")
        assert [row.id for row in hand.screen.figures()] == ["n2f1"]


async def test_y_copies_the_figures_of_the_bar(tmp_path: Path) -> None:
    async with timeline(claims_store(tmp_path), query="measure:killed") as hand:
        await hand.press("y")
        assert len(hand.app.clipboard.splitlines()) == 4


async def test_slash_searches_f_clears_and_c_and_t_change_over(tmp_path: Path) -> None:
    async with timeline(days(tmp_path)) as hand:
        await hand.press("slash")
        await hand.type("nowhere")
        assert "nothing found" in hand.lines[1]
        await hand.press("enter", "y")
        assert any("no figure" in words for words in hand.said)
        await hand.press("slash", "escape", "F")
        assert "people killed" in hand.lines[1]
        await hand.press("c")
        assert isinstance(hand.screen, ClaimsScreen)
        await hand.press("t")
        assert isinstance(hand.screen, TimelineScreen)
        await hand.press("question_mark", "escape", "escape")
        assert hand.screen is hand.browser


async def test_q_leaves(tmp_path: Path) -> None:
    async with timeline(days(tmp_path)) as hand:
        await hand.pilot.press("q")
        await hand.pilot.pause(0.05)
        assert hand.app.return_code == 0


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (40, 12), (20, 5), (6, 3)])
async def test_every_size_draws_and_moves(tmp_path: Path, size: tuple[int, int]) -> None:
    async with timeline(days(tmp_path), size) as hand:
        for key in ("h", "j", "w", "b", "l", "d", "m", "g", "k"):
            await hand.press(key)
        assert all(len(line) <= size[0] for line in hand.lines)
        await hand.pilot.resize_terminal(100, 30)
        await hand.settle()
        assert "Timeline" in hand.text


async def test_ascii_bars_on_a_terminal_that_has_no_others(tmp_path: Path) -> None:
    async with browsing(claims_store(tmp_path), query="drones") as hand:
        hand.app.set_look(ascii=True)
        board = Board(hand.pilot, hand.app)
        await board.press("t", "b")
        strips = [line for line in board.lines if "all claimants" in line]
        assert strips
        assert all(line.replace("▌", "").isascii() for line in strips)


async def test_hostile_text_is_drawn_as_text(tmp_path: Path) -> None:
    path = tmp_path / "evil.db"
    put(path, write_jsonl(tmp_path / "evil.jsonl", [evil()]))
    for size in ((160, 50), (60, 20)):
        async with timeline(path, size) as hand:
            await hand.press("y")
            drawn = hand.text + hand.app.clipboard
            assert not set(drawn) & set("\x1b\x07\x9b\u202e")
            assert "people killed" in hand.lines[1]
