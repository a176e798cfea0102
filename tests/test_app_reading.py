"""The browser: lists, text, figures and quotes follow each other."""

from __future__ import annotations

from pathlib import Path

from store import corrections
from store.tags import set_tags
from tests.app_pilot import browsing
from tests.app_store import TALE


def marked(text: str, span: tuple[int, int] | None) -> str:
    assert span is not None
    return text[slice(*span)]


async def test_the_first_article_is_shown_with_its_figures_and_quotes(store: Path) -> None:
    async with browsing(store) as hand:
        assert "Marzan wakes to sirens" in hand.lines[2]
        assert "Forty-one drones were launched" in hand.text
        assert "≥12  people  injured" in hand.text
        assert "“Nobody slept in this city,”" in hand.text
        assert "Ilka Dorn · Mayor · 25 Dec 2025" in hand.text


async def test_figures_show_number_unit_measure_place_claimant_and_day(store: Path) -> None:
    async with browsing(store) as hand:
        line = next(
            line for line in hand.lines if "launched" in line and "Telegram" not in line and "41" in line
        )
        for part in ("41", "drones", "launched", "Marzan", "Vara's air force", "25 Dec"):
            assert part in line


async def test_a_part_is_shown_as_part_of_its_whole(store: Path) -> None:
    async with browsing(store) as hand:
        assert "└30" in hand.text


async def test_moving_in_the_list_brings_the_other_article_after_a_rest(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("j")
        assert "The count will rise" in hand.text
        assert "Sel Amin · Doctor" in hand.text
        await hand.press("k")
        assert "Nobody slept" in hand.text


async def test_keys_pressed_faster_than_the_rest_read_only_the_last_article(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        read: list[str] = []
        show = hand.browser._fill
        hand.browser._fill = lambda shown: (read.append(shown.article.id), show(shown))[1]  # type: ignore[method-assign]
        for _ in range(9):
            hand.browser.list.move(1)
        await hand.settle()
        assert len(read) == 1
        assert read[-1] == hand.browser.list.current.id


async def test_moving_in_figures_marks_the_exact_characters_and_the_claimant(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "j", "j", "j")
        reader = hand.browser.reader
        assert marked(TALE, reader.marked) == "12"
        assert marked(TALE, reader.who) == "Dorn said"
        assert "12 people were injured" in marked(TALE, reader.around)


async def test_moving_in_quotes_marks_the_words_and_the_speaker(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "j")
        reader = hand.browser.reader
        assert marked(TALE, reader.marked) == "We hit only military depots,"
        assert marked(TALE, reader.who) == "Pavo Renn"


async def test_the_reader_scrolls_to_a_mark_that_is_out_of_sight(store: Path) -> None:
    async with browsing(store, size=(40, 14)) as hand:
        await hand.press("4", "G", "enter")
        assert hand.browser.pane == 2
        assert '" after the raid.' in hand.text
        assert hand.browser.reader.scroll_y > 0


async def test_figures_set_apart_are_hidden_until_asked_for(store: Path) -> None:
    async with browsing(store) as hand:
        assert "3,000,000" not in hand.text
        assert "1 set apart" in hand.text
        await hand.press("3", "full_stop")
        assert "~3,000,000  USD" in hand.text
        await hand.press("full_stop")
        assert "3,000,000" not in hand.text


async def test_a_figure_is_linked_to_the_quotes_of_its_event_in_other_articles_too(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3")
        assert {"q0", "r0"} <= hand.browser.quotes.linked
        assert "The count will rise" in hand.text


async def test_space_goes_on_by_a_page_as_in_a_pager(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("pagedown")
        at = hand.browser.list.cursor
        await hand.press("pageup", "space")
        assert hand.browser.list.cursor == at > 5


async def test_the_cursor_stands_on_the_quote_that_was_asked_for(store: Path) -> None:
    for query, words in (
        ("speaker:renn", "We hit only"),
        ("gone good", "gone for good"),
        ("tag:later", "gone for"),
    ):
        set_tags(store, "quote", "q2", ("later",))
        async with browsing(store, query=query) as hand:
            await hand.press("4")
            assert hand.browser.quotes.current is not None
            assert hand.browser.quotes.current.text.startswith(words)


async def test_a_quote_without_a_day_shows_its_articles_among_those_of_a_speaker(store: Path) -> None:
    corrections.correct(store, "quote", "q1", {"date": None})
    async with browsing(store, query="speaker:renn") as hand:
        assert "pub." not in hand.text
        await hand.press("v", "v")
        assert "pub. 25 Dec 2025 · spokesman" in hand.text


async def test_what_was_linked_stays_while_more_figures_are_shown(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3")
        shown = [row.id for row in hand.browser.quotes.rows()]
        assert "r0" in shown
        await hand.press("full_stop")
        assert [row.id for row in hand.browser.quotes.rows()] == shown


async def test_l_jumps_from_a_figure_to_its_quote_and_back_to_a_figure(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "l")
        assert hand.browser.pane == 4
        assert hand.browser.quotes.current is not None
        assert hand.browser.quotes.current.id == "q0"
        assert {"f0", "f1", "f3", "g0"} == hand.browser.figures.linked
        await hand.press("l")
        assert hand.browser.pane == 3
        assert hand.browser.figures.current is not None
        assert hand.browser.figures.current.id == "f0"


async def test_l_without_a_link_says_so(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "G")
        while hand.browser.quotes.current is not None and hand.browser.quotes.current.id != "q1":
            await hand.press("k")
        await hand.press("l")
        assert hand.browser.pane == 3 or "No figure is linked to this quote." in hand.said


async def test_a_quote_of_another_article_opens_that_article(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3")
        await hand.press("4", "G")
        quote = hand.browser.quotes.current
        assert quote is not None
        assert quote.id == "r0"
        assert hand.browser.article is not None
        assert hand.browser.article.id == "a001"
        assert "Two more people died" in hand.text


async def test_events_show_their_figures_and_quotes_from_every_report(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v")
        while hand.browser.list.current.id != "e0":
            await hand.press("j")
        assert "drone strike · Marzan" in hand.text
        assert [row.id for row in hand.browser.figures.rows()] == ["f0", "f1", "f3", "g0"]
        assert [row.id for row in hand.browser.quotes.rows()] == ["q0", "r0"]
        assert marked(TALE, hand.browser.reader.marked).startswith("Forty-one drones")


async def test_speakers_show_everything_they_said(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "v")
        assert hand.browser.list.current.name == "Pavo Renn"
        assert [row.id for row in hand.browser.quotes.rows()] == ["q1", "q2"]
        assert [row.id for row in hand.browser.figures.rows()] == ["f5"]
        await hand.press("enter")
        assert hand.browser.pane == 4


async def test_places_show_their_figures_and_v_comes_round_to_articles(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("v", "v", "v")
        assert hand.browser.list.current.name == "Marzan"
        assert {row.id for row in hand.browser.figures.rows()} == {"f0", "f1", "f3", "g0"}
        await hand.press("v", "v")
        assert hand.browser.view == "articles"


async def test_an_undated_article_says_so_and_which_key_dates_it(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("G")
        assert "undated" in hand.text
        assert "No day of publication; perhaps 27 Dec 2025. d sets it." in hand.text


async def test_sorting_goes_through_the_orders_and_keeps_the_article(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("j", "j")
        here = hand.browser.list.current.id
        assert "by published" in hand.text
        await hand.press("s")
        assert "by oldest" in hand.text
        assert hand.browser.list.current.id == here


async def test_ends_and_pages_of_a_long_list(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        rows = hand.browser.list
        await hand.press("G")
        assert rows.cursor == rows.total - 1 == 301
        assert rows.current is not None
        await hand.press("ctrl+u")
        assert rows.cursor < 301
        await hand.press("g")
        assert rows.cursor == 0
        await hand.press("pagedown")
        assert rows.cursor == rows.visible_rows
        await hand.press("ctrl+d", "pageup", "home")
        assert rows.cursor == 0
        assert "Marzan" in hand.lines[2]


async def test_the_text_scrolls_with_the_same_keys(store: Path) -> None:
    async with browsing(store, size=(40, 12)) as hand:
        reader = hand.browser.reader
        await hand.press("2", "j", "j")
        assert reader.scroll_y == 2
        await hand.press("G")
        assert reader.scroll_y == reader.max_scroll_y > 2
        await hand.press("ctrl+u", "g")
        assert reader.scroll_y == 0


async def test_tab_and_shift_tab_go_round_the_panes(store: Path) -> None:
    async with browsing(store) as hand:
        seen = []
        for _ in range(4):
            await hand.press("tab")
            seen.append(hand.browser.pane)
        assert seen == [2, 3, 4, 1]
        await hand.press("shift+tab")
        assert hand.browser.pane == 4


async def test_enter_opens_and_escape_goes_back(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("enter")
        assert hand.browser.pane == 2
        await hand.press("escape")
        assert hand.browser.pane == 1
        await hand.press("3", "j", "enter")
        assert hand.browser.pane == 2
        assert marked(TALE, hand.browser.reader.marked) == "30"


async def test_zoom_gives_a_pane_the_screen_and_gives_it_back(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "z")
        assert "3 Figures" not in hand.text
        assert "4 Quotes" in hand.text
        await hand.press("escape")
        assert "3 Figures" in hand.text
        assert hand.browser.pane == 4


async def test_the_mouse_chooses_a_row_and_a_pane(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.pilot.click("#articles", offset=(5, 2))
        await hand.settle()
        assert hand.browser.list.cursor == 1
        await hand.pilot.click("#quote-list", offset=(5, 0))
        await hand.settle()
        assert hand.browser.pane == 4
