"""Pictures of the main views, wide and narrow: a change of look is a change of these."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.app_pilot import Hand
from tests.claims_support import claims_store, night, tolls
from tests.test_app_claims import Board
from tests.test_map import placed_articles
from tui.app import ConflictApp
from tui.config import Settings

VIEWS: dict[str, list[str]] = {
    "articles": [],
    "figures": ["3", "j"],
    "quotes": ["4", "j"],
    "events": ["v", "j"],
    "speakers": ["v", "v"],
    "filter": ["3", "f"],
    "help": ["question_mark"],
}
#: Nothing changes with time: no article is read by being shown for long.
STILL = Settings(read_after=0)
#: The claims, the timeline, the map and the values, on stores that have something to show there.
BOARDS = {"claims": "c", "timeline": "t", "map": "m", "values": "V"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
@pytest.mark.parametrize("view", VIEWS)
def test_view(snap_compare: Any, long_store: Path, size: tuple[int, int], view: str) -> None:
    app = ConflictApp(long_store, settings=STILL)

    async def go(pilot: Any) -> None:
        hand = Hand(pilot, app)
        await hand.settle()
        await hand.press(*VIEWS[view])

    assert snap_compare(app, terminal_size=size, run_before=go)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
@pytest.mark.parametrize("board", BOARDS)
def test_board(snap_compare: Any, tmp_path: Path, size: tuple[int, int], board: str) -> None:
    articles = placed_articles() if board == "map" else night() + tolls()
    app = ConflictApp(claims_store(tmp_path, *articles), settings=STILL)

    async def go(pilot: Any) -> None:
        hand = Board(pilot, app)
        await hand.settle()
        await hand.press(BOARDS[board])

    assert snap_compare(app, terminal_size=size, run_before=go)


def test_first_run(snap_compare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert snap_compare(ConflictApp(Path("new.db")), terminal_size=(80, 24))
