"""Finding by keys: values with their counts, filters put on and taken off, saved and earlier searches."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app_pilot import Hand, browsing
from tests.app_store import filler, tale
from tui.screens.claims import ClaimsScreen
from tui.screens.facets import FacetScreen
from tui.screens.saved import SavedScreen


def values(hand: Hand) -> list[tuple[str, int]]:
    """The values that the open screen lists."""
    screen = hand.app.screen
    assert isinstance(screen, FacetScreen)
    return [(row.value, row.articles) for row in screen.rows.rows()]


def searches(hand: Hand) -> list[tuple[str, int, int]]:
    """The saved searches that the open screen lists: name, found, new."""
    screen = hand.app.screen
    assert isinstance(screen, SavedScreen)
    return [(row.name, row.found, row.new) for row in screen.rows.rows()]


async def test_values_are_listed_with_how_many_articles_have_them(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("V")
        assert values(hand) == [("Vara's air force", 2), ("Ilka Dorn", 1), ("Pavo Renn", 1)]
        assert "claimant" in hand.text
        await hand.press("tab")
        assert values(hand) == [("Marzan", 2), ("the harbour", 1)]
        await hand.press("shift+tab", "shift+tab")
        assert values(hand) == [("Desk", 2)]


async def test_a_chosen_value_becomes_a_filter(store: Path) -> None:
    async with browsing(store, query="raid") as hand:
        await hand.press("V", "down", "enter")
        assert hand.browser.query_text == 'raid claimant:"Ilka Dorn"'
        assert hand.browser.list.total == 1


async def test_typing_narrows_the_values(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("V")
        await hand.type("dorn")
        assert values(hand) == [("Ilka Dorn", 1)]
        await hand.type("zzz")
        assert values(hand) == []
        assert "No claimant has “dornzzz”." in hand.text
        await hand.press("enter")
        assert isinstance(hand.app.screen, FacetScreen)
        await hand.press("escape")
        assert hand.browser.query_text == ""


async def test_values_are_those_of_what_is_shown(store: Path) -> None:
    async with browsing(store, query="speaker:amin") as hand:
        await hand.press("V")
        assert values(hand) == [("Vara's air force", 1)]


async def test_a_figure_can_be_filtered_by_its_day_and_outlet(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "f")
        shown = hand.text
        assert "25 Dec 2025  day" in shown
        assert "Desk  outlet" in shown
        await hand.press("escape")
        assert hand.browser.query_text == ""


async def test_the_last_filter_is_taken_away_with_backspace(store: Path) -> None:
    async with browsing(store, query='raid place:marzan claimant:"Ilka Dorn"') as hand:
        assert hand.browser.list.total == 1
        await hand.press("backspace")
        assert hand.browser.query_text == "raid place:marzan"
        await hand.press("backspace")
        assert hand.browser.query_text == "raid"
        assert hand.browser.list.total == 2
        await hand.press("backspace")
        assert hand.browser.query_text == "raid"
        assert "There is no filter to take away. F clears the whole search." in hand.said


async def test_any_filter_can_be_chosen_to_be_taken_away(store: Path) -> None:
    async with browsing(store, query='place:marzan raid claimant:"Ilka Dorn"') as hand:
        await hand.press("X")
        assert "Take away" in hand.text
        await hand.press("enter")
        assert hand.browser.query_text == 'raid claimant:"Ilka Dorn"'
        await hand.press("F", "X")
        assert "There is no filter to take away. F clears the whole search." in hand.said


async def test_a_search_is_saved_opened_renamed_and_deleted(store: Path) -> None:
    async with browsing(store, query="drones") as hand:
        await hand.press("S", "s")
        hand.app.screen.query_one("Input").value = "raids"  # type: ignore[attr-defined]
        await hand.press("enter")
        assert searches(hand) == [("raids", 1, 0)]
        await hand.press("escape", "F")
        await hand.press("S", "enter")
        assert hand.browser.query_text == "drones"
        await hand.press("S", "r")
        hand.app.screen.query_one("Input").value = "night raids"  # type: ignore[attr-defined]
        await hand.press("enter")
        assert searches(hand) == [("night raids", 1, 0)]
        await hand.press("d")
        assert searches(hand) == [("night raids", 1, 0)]
        await hand.press("d")
        assert searches(hand) == []
        assert "No search is saved yet." in hand.text


async def test_a_saved_search_says_how_much_is_new_until_it_is_opened(store: Path, tmp_path: Path) -> None:
    from store.importer import import_paths
    from store.saved import save

    save(store, "carts", "carts")
    more = tmp_path / "more.jsonl"
    more.write_text("".join(json.dumps(filler(number)) + "\n" for number in range(3)), "utf-8")
    assert not import_paths(store, [more]).failures
    async with browsing(store) as hand:
        await hand.press("S")
        assert searches(hand) == [("carts", 3, 3)]
        assert "3 new" in hand.text
        await hand.press("enter")
        assert hand.browser.list.total == 3
        await hand.press("S")
        assert searches(hand) == [("carts", 3, 0)]
        await hand.press("escape")
        more = tmp_path / "yet_more.jsonl"
        more.write_text(json.dumps(filler(3)) + "\n", "utf-8")
        assert not import_paths(store, [more]).failures
        # The search that is open already shows what is new in it too.
        await hand.press("S", "enter")
        assert hand.browser.list.total == 4


async def test_saving_nothing_says_so(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("S", "s")
        assert "There is no search to save. / searches." in hand.said
        await hand.press("enter", "r", "d", "q")
        assert hand.app.screen is hand.browser


async def test_up_in_the_empty_search_line_brings_earlier_searches_back(store: Path) -> None:
    async with browsing(store) as hand:
        for words in ("drones", "raid"):
            await hand.press("slash")
            await hand.type(words)
            await hand.press("enter", "F")
        await hand.press("slash", "up")
        assert hand.browser.search_bar.field.value == "raid"
        assert hand.browser.list.total == 2
        await hand.press("up")
        assert hand.browser.search_bar.field.value == "drones"
        await hand.press("up")
        assert hand.browser.search_bar.field.value == "drones"
        await hand.press("down", "down")
        assert hand.browser.search_bar.field.value == ""
        await hand.press("down")
        assert hand.browser.list.cursor == 1


async def test_earlier_searches_are_remembered_from_one_run_to_the_next(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("slash")
        await hand.type("drones")
        await hand.press("enter", "F")
        hand.browser.save_session()
    async with browsing(store) as hand:
        await hand.press("slash", "up")
        assert hand.browser.search_bar.field.value == "drones"


async def test_the_words_found_are_marked_in_the_list_and_filters_in_the_search_line(
    long_store: Path,
) -> None:
    def drawn(hand: Hand, y: int, style: str) -> list[str]:
        strip = hand.app.screen._compositor.render_strips()[y]
        return [segment.text for segment in strip if segment.style and getattr(segment.style, style)]

    async with browsing(long_store, query="carts has:figures") as hand:
        assert "Carts over bridge" in hand.lines[4]
        assert "Carts" in drawn(hand, 4, "underline")
        assert "has:figures" in drawn(hand, 0, "reverse")
        await hand.press("F")
        assert "Carts" not in drawn(hand, 4, "underline")


async def test_v_lists_claimants_too_and_opens_their_figures_side_by_side(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "v", "v", "v")
        assert [(row.name, row.figures, row.articles) for row in hand.browser.list.rows()] == [
            ("Vara's air force", 4, 2),
            ("Ilka Dorn", 1, 1),
            ("Pavo Renn", 1, 1),
        ]
        assert "Claimants" in hand.text
        assert len(hand.browser.figures.rows()) == 4
        await hand.press("s")
        assert hand.browser.list.rows()[0].name == "Ilka Dorn"
        await hand.press("g", "enter")
        assert isinstance(hand.app.screen, ClaimsScreen)
        assert hand.app.screen.query_text == 'claimant:"Ilka Dorn"'
        await hand.press("escape", "v")
        assert hand.browser.view == "articles"


async def test_opening_a_place_shows_its_figures_side_by_side(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "v", "v", "enter")
        assert isinstance(hand.app.screen, ClaimsScreen)
        assert hand.app.screen.query_text == "place:Marzan"
        await hand.press("escape")
        assert hand.browser.query_text == ""


async def test_opening_an_event_goes_to_its_figures_in_every_report(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "j", "enter")
        assert hand.browser.pane == 3
        assert {row.article_id for row in hand.browser.figures.rows()} == {"a000", "a001"}


async def test_a_speaker_of_several_roles_is_shown_with_the_days_of_each(tmp_path: Path) -> None:
    from store.importer import import_paths

    article = tale()
    for quote, role, day in zip(
        article["quotes"][1:], ("spokesman", "minister"), ("2025-12-26", "2025-12-28"), strict=True
    ):
        quote["role"], quote["date"] = role, day
    source = tmp_path / "roles.jsonl"
    source.write_text(json.dumps(article) + "\n", "utf-8")
    assert not import_paths(tmp_path / "roles.db", [source]).failures
    async with browsing(tmp_path / "roles.db") as hand:
        await hand.press("v", "v")
        assert hand.browser.list.current.name == "Pavo Renn"
        assert "spokesman: 1 quote, 26 Dec 2025" in hand.text
        assert "minister: 1 quote, 28 Dec 2025" in hand.text
        await hand.press("enter")
        assert hand.browser.pane == 4
        assert [row.date for row in hand.browser.quotes.rows()] == ["2025-12-26", "2025-12-28"]
