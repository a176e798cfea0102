"""Keys that arrive in one burst, as over a slow line, take effect one after the other."""

from __future__ import annotations

from pathlib import Path

from textual import events

from tests.app_pilot import Hand, browsing


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
