"""Keys that arrive in one burst, as over a slow line, take effect one after the other."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.constants import ESCAPE_DELAY

from store.errors import ReadOnly
from tests.app_pilot import Hand, browsing
from tests.claims_support import claims_store
from tui.escapes import Parser
from tui.screens import reading
from tui.screens.claims import ClaimsScreen


async def burst(hand: Hand, *keys: tuple[str, str | None]) -> None:
    """Send keys to the app all at once, without waiting for what any of them does."""
    for name, character in keys:
        hand.app.post_message(events.Key(name, character))
    await hand.settle()


def typed(text: str) -> list[tuple[str, str | None]]:
    """The keys that type `text`."""
    return [(char, char) for char in text]


async def test_letters_after_the_search_key_are_the_query_and_no_commands(store: Path) -> None:
    async with browsing(store) as hand:
        await burst(hand, ("slash", "/"), *typed("dqax"))
        assert hand.browser.search_bar.field.value == "dqax"
        assert hand.app.screen is hand.browser
        assert hand.browser.query_text == "dqax"


async def test_what_follows_a_query_is_a_command_again(store: Path) -> None:
    async with browsing(store) as hand:
        await burst(hand, ("slash", "/"), *typed("drones"), ("enter", "\r"), ("3", "3"))
        assert hand.browser.query_text == "drones"
        assert hand.browser.pane == 3


async def test_letters_after_a_key_that_asks_go_to_its_question(store: Path) -> None:
    async with browsing(store) as hand:
        place = hand.browser.session.place
        await burst(hand, ("a", "a"), *typed("jjq"))
        assert hand.app.screen is not hand.browser
        assert "jjq" in hand.text
        assert hand.browser.session.place == place


async def test_a_burst_moves_as_many_rows_as_it_has_keys(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await burst(hand, *typed("jjjjjjjjjj"))
        assert "11/" in hand.lines[1]


async def test_a_letter_right_after_escape_is_no_letter_with_alt(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await burst(hand, ("slash", "/"), *typed("carts"), ("alt+j", "j"))
        assert not hand.browser.search_bar.field.has_focus
        assert hand.browser.search_bar.field.value == ""
        await hand.press("z", "2")
        await burst(hand, ("alt+shift+g", "G"))
        assert hand.browser.pane == 1 or not hand.browser.zoomed
        await burst(hand, ("alt+shift+g", "G"))
        assert hand.browser.list.cursor == hand.browser.list.total - 1


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1bv", ["alt+v"]),
        ("\x1bf", ["alt+f"]),
        ("\x1b3", ["alt+3"]),
        ("\x1b-", ["alt+minus"]),
        ("\x1b/", ["alt+slash"]),
        ("\x1b*", ["alt+asterisk"]),
        ("\x1bG", ["alt+shift+g"]),
        ("\x1b[Aj", ["up", "j"]),
        ("\x1bOP3", ["f1", "3"]),
        ("\xa3¡f3", ["pound_sign", "inverted_exclamation_mark", "f", "3"]),
        ("\x1b", ["escape"]),
        ("\x1b\x7f", ["ctrl+w"]),
    ],
)
def test_escape_and_the_key_behind_it_are_both_read(sent: str, keys: list[str]) -> None:
    parser = Parser()
    read = [*parser.feed(sent)]
    time.sleep(ESCAPE_DELAY * 1.5)
    read += [*parser.tick(), *parser.feed("")]
    assert [event.key for event in read if isinstance(event, events.Key)] == keys


async def test_any_key_right_after_escape_is_a_key_of_its_own(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("2")
        await burst(hand, ("alt+3", "3"))
        assert hand.browser.pane == 3
        await hand.press("slash")
        await hand.type("two words")
        await burst(hand, ("alt+b", "b"))
        assert hand.browser.search_bar.field.cursor_position == 4
        await burst(hand, ("alt+slash", "/"))
        assert hand.browser.search_bar.field.value == ""
        assert hand.browser.search_bar.field.has_focus


async def test_keys_after_one_that_reads_the_claims_anew_are_for_what_comes(tmp_path: Path) -> None:
    async with browsing(claims_store(tmp_path), (160, 50)) as hand:
        await burst(hand, *typed("cG"))
        screen = hand.app.screen
        assert isinstance(screen, ClaimsScreen)
        assert screen.grid.cursor == screen.grid.total - 1 > 0
        await burst(hand, *typed("gsG"))
        assert screen.grid.cursor == screen.grid.total - 1
        await burst(hand, *typed("grG"))
        assert screen.rivals
        assert screen.grid.cursor == screen.grid.total - 1 > 0


async def test_a_move_while_a_slow_answer_is_read_is_made_in_it(tmp_path: Path) -> None:
    async with browsing(claims_store(tmp_path), (160, 50)) as hand:
        await burst(hand, ("c", "c"))
        screen = hand.app.screen
        assert isinstance(screen, ClaimsScreen)
        screen.action_sort()
        screen.action_ends(1)
        assert screen.grid.cursor == 0
        await hand.settle()
        await hand.pilot.pause(0.2)
        assert screen.grid.cursor == screen.grid.total - 1


async def test_a_key_that_acts_on_a_row_waits_for_the_rows_that_were_asked_for(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(store) as hand:
        await burst(hand, ("slash", "/"), *typed("claimant:renn"), ("enter", "\r"))
        await hand.press("3")
        await hand.press("y")
        wanted = hand.app.clipboard
        assert "Pavo Renn" in wanted
    for name in ("read_row", "read_glance"):
        usual = getattr(reading, name)

        def slow(*args: Any, usual: Any = usual, **how: Any) -> Any:
            time.sleep(0.3)
            return usual(*args, **how)

        monkeypatch.setattr(reading, name, slow)
    async with browsing(store, query="") as hand:
        await burst(hand, ("slash", "/"), *typed("claimant:renn"), ("enter", "\r"), ("3", "3"), ("y", "y"))
        await hand.settle()
        assert hand.app.clipboard == wanted


async def test_a_key_for_what_could_not_be_read_is_not_held_for_ever(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(store) as hand:

        def broken(*args: Any, **how: Any) -> Any:
            raise ReadOnly("the disk is gone")

        monkeypatch.setattr(reading, "read_glance", broken)
        await burst(hand, ("slash", "/"), *typed("zebra"), ("enter", "\r"))
        assert not hand.browser.list_comes
        await hand.press("1", "asterisk")
        assert hand.browser.list.current.starred
