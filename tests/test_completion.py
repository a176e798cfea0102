"""Completing a query: fields by their names, values with how many articles have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.completion import complete
from store.query import field_words, parse_query
from store.search import open_reader
from tests.app_pilot import browsing
from tests.test_app_claims import Board


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cla", ["claimant:"]),
        ("raid pl", ["place:"]),
        ("-pl", ["-place:"]),
        ("place:ma", ["place:Marzan"]),
        ("raid -place:mar", ["-place:Marzan"]),
        ('claimant:"air', ['claimant:"Vara\'s air force"']),
        ("claimant:", ['claimant:"Vara\'s air force"', 'claimant:"Ilka Dorn"', 'claimant:"Pavo Renn"']),
        ("measure:killed,inj", ["measure:killed,injured"]),
        ("is:star", ["is:starred"]),
        ("on:2025-12", ["on:2025-12-25"]),
        ("unit:dr", ["unit:drones"]),
        ("nofield:x", []),
        ('"cla', []),
        ("", []),
        ("raid ", []),
    ],
)
def test_what_is_typed_is_completed(store: Path, text: str, words: list[str]) -> None:
    with open_reader(store) as reader:
        assert [each.words for each in complete(reader, text, len(text))] == words


def test_a_completion_says_how_many_articles_have_it_and_what_it_stands_for(store: Path) -> None:
    with open_reader(store) as reader:
        (found,) = complete(reader, "raid place:mar drones", 14)
    assert (found.words, found.articles, found.start, found.end) == ("place:Marzan", 2, 5, 14)


def test_a_field_as_it_is_written_is_read_as_that_value() -> None:
    for value in ("kharkiv", "air force", "2025-12-25", 'the "Sea" wolves', "shot_down"):
        (field,) = parse_query(field_words("place", value)).fields
        assert field.name == "place"
        assert not parse_query(field_words("place", value)).terms


async def test_tab_completes_and_goes_on_to_the_next_possibility(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("slash")
        await hand.type("clai")
        assert "claimant:" in hand.lines[-1]
        await hand.press("tab")
        assert hand.browser.search_bar.field.value == "claimant:"
        assert 'claimant:"Vara\'s air force" 2' in hand.lines[-1]
        await hand.press("tab")
        assert hand.browser.search_bar.field.value == 'claimant:"Vara\'s air force"'
        assert hand.browser.list.total == 2
        await hand.press("tab")
        assert hand.browser.search_bar.field.value == 'claimant:"Ilka Dorn"'
        assert hand.browser.list.total == 1
        await hand.press("shift+tab")
        assert hand.browser.search_bar.field.value == 'claimant:"Vara\'s air force"'
        await hand.press("enter")
        assert "search" in hand.lines[-1]
        assert hand.browser.pane == 1


async def test_tab_with_nothing_to_complete_stays_in_the_search(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("slash")
        await hand.type("zebra ")
        await hand.press("tab")
        assert hand.browser.search_bar.field.value == "zebra "
        assert hand.browser.search_bar.field.has_focus


@pytest.mark.parametrize("board", ["c", "t"])
async def test_tab_completes_in_the_search_of_claims_and_timeline_too(store: Path, board: str) -> None:
    async with browsing(store) as browsed:
        hand = Board(browsed.pilot, browsed.app)
        await hand.press(board, "slash")
        await hand.type("claimant:air")
        assert 'claimant:"Vara\'s air force" 2' in hand.lines[-1]
        await hand.press("tab")
        assert hand.screen.search_bar.field.value == 'claimant:"Vara\'s air force"'
        await hand.press("enter")
        assert hand.screen.query_text == 'claimant:"Vara\'s air force"'
        assert "search" in hand.lines[-1]


async def test_tab_completes_the_last_tag(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("T")
        await hand.type("front line, to check")
        await hand.press("enter", "j", "T")
        await hand.type("to check, FR")
        await hand.press("tab")
        assert hand.app.focused.value == "to check, front line"
        await hand.press("enter")
        assert hand.browser.list.current.tags == ("front line", "to check")


async def test_tab_completes_the_path_of_an_import(store: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "night.txt").write_text("Night\n", "utf-8")
    async with browsing(store) as hand:
        await hand.press("i")
        await hand.type(str(tmp_path / "rep"))
        await hand.press("tab")
        await hand.type("n")
        await hand.press("tab")
        assert hand.app.focused.value == str(tmp_path / "reports" / "night.txt")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("kind:ind", [("kind:indirect", 0)]),
        ("is:dat", [("is:dated", 1)]),
        ("unit:dr", [("unit:drones", 1)]),
        ("measure:inj", [("measure:injured", 1)]),
    ],
)
def test_values_of_every_kind_of_field_are_counted(
    store: Path, text: str, counted: list[tuple[str, int]]
) -> None:
    with open_reader(store) as reader:
        assert [(each.words, each.articles) for each in complete(reader, text, len(text))] == counted
