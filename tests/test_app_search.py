"""The search line: as you type, errors in words, matches in the text, filters."""

from __future__ import annotations

from pathlib import Path

from tests.app_pilot import browsing
from tests.app_store import TALE


async def test_search_narrows_the_list_while_typing_and_enter_keeps_it(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("slash")
        await hand.type("drones")
        assert hand.browser.list.total == 1
        assert "1 found" in hand.lines[0]
        await hand.press("enter")
        assert hand.browser.pane == 1
        assert hand.browser.query_text == "drones"


async def test_words_typed_in_a_second_search_do_not_stick_to_the_first(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("slash")
        await hand.type("drones")
        await hand.press("enter", "slash")
        await hand.type("said")
        await hand.press("enter")
        assert hand.browser.query_text == "drones said"


async def test_letters_typed_in_the_search_are_no_commands(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("slash")
        await hand.press("q", "j", "x")
        assert hand.browser.search_bar.field.value == "qjx"
        assert hand.app.is_running


async def test_arrows_move_in_the_list_while_typing(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("slash")
        await hand.type("carts")
        await hand.press("down", "down")
        assert hand.browser.list.cursor == 2


async def test_escape_gives_the_search_before_back(store: Path) -> None:
    async with browsing(store, query="drones") as hand:
        await hand.press("slash")
        await hand.type("zzz")
        assert hand.browser.list.total == 0
        await hand.press("escape")
        assert hand.browser.query_text == "drones"
        assert hand.browser.list.total == 1


async def test_a_wrong_query_is_explained_beneath_and_the_list_stays(store: Path) -> None:
    async with browsing(store, query="raid") as hand:
        await hand.press("slash")
        hand.browser.search_bar.field.value = "raid measure:frobbed"
        await hand.settle()
        assert "frobbed" in hand.lines[1]
        assert hand.browser.list.total == 2
        await hand.press("escape")
        assert "frobbed" not in hand.text


async def test_fields_search_too(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("slash")
        await hand.type("speaker:amin")
        assert [row.id for row in hand.browser.list.rows()] == ["a001"]


async def test_the_list_says_how_to_go_on_when_nothing_matches(store: Path) -> None:
    async with browsing(store, query="zebra") as hand:
        assert "No article matches. F clears the search." in hand.text
        assert "Nothing to read." in hand.text
        await hand.press("F")
        assert hand.browser.list.total == 2


async def test_n_steps_through_matches_and_on_to_the_next_article(store: Path) -> None:
    async with browsing(store, query="raid") as hand:
        reader = hand.browser.reader
        await hand.press("n")
        assert TALE[slice(*reader.matches[reader.match_at])] == "raid"
        assert "match 1/1" in hand.text
        await hand.press("n")
        assert hand.browser.list.cursor == 1
        assert reader.match_at == 0
        await hand.press("n")
        assert "No further match." in hand.said
        await hand.press("N")
        assert hand.browser.list.cursor == 0
        assert reader.match_at == 0


async def test_n_without_a_search_says_what_to_do(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("n")
        assert "Nothing is searched for. / searches." in hand.said


async def test_f_filters_by_a_value_of_the_figure_under_the_cursor(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "f")
        await hand.press("j", "enter")
        assert hand.browser.query_text == 'claimant:"Vara\'s air force"'
        assert hand.browser.list.total == 2
        await hand.press("F")
        assert hand.browser.query_text == ""


async def test_a_filter_adds_to_the_search(store: Path) -> None:
    async with browsing(store, query="raid") as hand:
        await hand.press("4", "f", "enter")
        assert hand.browser.query_text == 'raid speaker:"Ilka Dorn"'
        assert hand.browser.list.total == 1


async def test_a_speaker_filters_quotes_of_that_speaker(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "v", "f", "enter")
        assert hand.browser.query_text == 'speaker:"Pavo Renn"'


async def test_f_in_the_text_without_an_article_says_so(store: Path) -> None:
    async with browsing(store, query="zebra") as hand:
        await hand.press("f")
        assert "There is no value here to filter by." in hand.said


async def test_clearing_keeps_the_article_under_the_cursor(long_store: Path) -> None:
    async with browsing(long_store, query="carts") as hand:
        await hand.press("j", "j", "j")
        here = hand.browser.list.current.id
        await hand.press("F")
        assert hand.browser.list.total == 302
        assert hand.browser.list.current.id == here


async def test_the_cursor_stands_on_the_figure_that_a_search_asks_for(store: Path) -> None:
    async with browsing(store) as hand:
        rows = hand.browser.figures.rows()
        last = rows[-1]
        assert hand.browser.figures.cursor == 0
        await hand.press("slash")
        await hand.type(f"measure:{last.measure} value:{last.value:g}")
        await hand.press("enter", "3")
        assert hand.browser.figures.current.id == last.id
        assert hand.browser.evidence.id == last.id
        await hand.press("k")
        await hand.press("1", "R")
        assert hand.browser.figures.current.id == hand.browser.figures.rows()[len(rows) - 2].id


async def test_a_field_without_its_value_yet_is_no_mistake_until_typing_rests(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("slash")
        field = hand.browser.search_bar.field
        field.insert_text_at_cursor("place:")
        await hand.pilot.pause()
        assert "needs a value" not in "\n".join(hand.lines)
        await hand.settle()
        assert "needs a value" in "\n".join(hand.lines)
        await hand.type("marzan")
        assert "needs a value" not in "\n".join(hand.lines)
