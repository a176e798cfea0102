"""The browser at every size: wide, 80x24, and as small as 20x5, and while the size changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app_pilot import browsing


async def test_wide_shows_list_text_figures_and_quotes_together(store: Path) -> None:
    async with browsing(store, size=(120, 40)) as hand:
        for title in ("1 Articles", "2 Text", "3 Figures", "4 Quotes"):
            assert title in hand.text


async def test_narrow_shows_one_list_over_the_text_with_tabs(store: Path) -> None:
    async with browsing(store, size=(80, 24)) as hand:
        assert "1 Articles 1/2 by published  3 Figures 5  4 Quotes 3" in hand.lines[1]
        assert "Forty-one drones" in hand.text
        assert "injured   " not in hand.text
        await hand.press("3", "j")
        assert "└30  drones  shot down" in hand.text
        assert "Its crews shot" in hand.text
        await hand.press("4")
        assert "“gone for good”" in hand.text


async def test_low_shows_one_pane_at_a_time(store: Path) -> None:
    async with browsing(store, size=(80, 12)) as hand:
        assert "Forty-one" not in hand.text
        await hand.press("enter")
        assert "Forty-one" in hand.text
        assert "2 Text" in hand.lines[1]


@pytest.mark.parametrize("size", [(20, 5), (5, 5), (30, 3), (200, 4), (12, 60)])
async def test_every_key_lives_at_any_size(store: Path, size: tuple[int, int]) -> None:
    async with browsing(store, size=size) as hand:
        await hand.press("j", "3", "j", "l", "4", "enter", "G", "escape", "v", "j", "z", "z", "s", "n", "y")
        await hand.press("question_mark", "G", "escape", "slash", "x", "escape", "Y", "escape", "d", "escape")
        await hand.press("a", "escape", "f", "escape", "x", "escape", "i", "escape", "tab", "ctrl+d")
        assert hand.app.is_running
        assert hand.app.return_code is None
        assert all(cell_len(line) <= size[0] for line in hand.lines)


async def test_the_smallest_size_still_reads(store: Path) -> None:
    async with browsing(store, size=(20, 5)) as hand:
        assert "Marzan wakes" in hand.text
        await hand.press("enter", "j")
        assert "sirens" in hand.text
        await hand.press("3")
        assert "41" in hand.text


async def test_down_to_20_by_5_and_back_keeps_the_place(store: Path) -> None:
    async with browsing(store, size=(120, 40)) as hand:
        await hand.press("3", "j", "j")
        for size in ((80, 24), (20, 5), (3, 2), (20, 5), (120, 40)):
            await hand.pilot.resize_terminal(*size)
            await hand.settle()
        assert hand.browser.pane == 3
        assert hand.browser.figures.cursor == 2
        for title in ("1 Articles", "2 Text", "3 Figures", "4 Quotes"):
            assert title in hand.text


async def test_the_footer_always_offers_help(store: Path) -> None:
    for width in (20, 40, 80, 120):
        async with browsing(store, size=(width, 20)) as hand:
            assert "? help" in hand.lines[-1]


async def test_the_cursor_stays_in_sight_when_the_screen_shrinks(long_store: Path) -> None:
    async with browsing(long_store, size=(120, 40)) as hand:
        for _ in range(15):
            hand.browser.list.move(1)
        await hand.settle()
        await hand.pilot.resize_terminal(80, 24)
        await hand.settle()
        assert any(line.startswith("▌") for line in hand.lines)
