"""The browser corrects, rejects and undoes, field by field, with what was read beneath."""

from __future__ import annotations

from pathlib import Path

from store import corrections
from store.search import open_reader
from tests.app_pilot import browsing
from tests.app_store import HOSTILE


def measure_of(store: Path, id_: str = "f0") -> str | None:
    with open_reader(store) as reader:
        found = reader.figure(id_)
    return found.measure if found else None


async def test_a_measure_is_corrected_field_by_field_and_undone(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "e")
        assert "Correct the figure: 41 drones launched" in hand.text
        await hand.press("enter")
        assert "Measure, now launched" in hand.text
        await hand.press(*["j"] * 16, "enter")
        assert "was launched" in hand.text
        assert measure_of(store) == "launched"
        await hand.press("escape")
        assert measure_of(store) == "locations_hit"
        assert "corrected" in hand.text
        assert hand.said[-1] == "Corrected: measure. u undoes it."
        await hand.press("e")
        assert "read launched · corrected by" in hand.text
        await hand.press("escape", "u")
        assert hand.said[-1].startswith("Undone: the correction of measure by")
        assert measure_of(store) == "launched"
        await hand.press("u")
        assert "there is nothing to undo on this figure" in hand.said[-1]


async def test_a_value_that_does_not_fit_is_said_in_the_dialog(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "e", "j", "enter")
        await hand.type("many")
        await hand.press("enter")
        assert "value: 'many' is not a number" in hand.text
        await hand.press("escape", "j", "enter")
        await hand.type("99")
        await hand.press("enter", "escape")
        assert "low: 99 is more than high, 41" in hand.text
        await hand.press("ctrl+x")
        with open_reader(store) as reader:
            figure = reader.figure("f0")
        assert figure is not None
        assert (figure.low, figure.corrected) == (41, ())


async def test_a_rejected_figure_stays_in_sight_until_the_list_is_read_again(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "r")
        assert measure_of(store) is None
        assert "rejected" in hand.text
        assert "r takes that back" in hand.said[-1]
        await hand.press("r")
        assert measure_of(store) == "launched"
        await hand.press("r", "1", "j", "k", "3")
        assert hand.browser.figures.current is not None
        assert hand.browser.figures.current.id == "f1"
        await hand.press("full_stop", "g")
        assert hand.browser.figures.current.rejected
        await hand.press("u")
        assert measure_of(store) == "launched"


async def test_quotes_and_events_are_corrected_and_rejected_too(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "e", "enter", "j")
        await hand.type("Ilka Dorn the younger")
        await hand.press("enter", "escape")
        with open_reader(store) as reader:
            assert reader.quotes_of("a000")[0].speaker == "Ilka Dorn the younger"
        assert "corrected" in hand.text
        await hand.press("r")
        with open_reader(store) as reader:
            assert [quote.id for quote in reader.quotes_of("a000")] == ["q1", "q2"]
        await hand.press("1", "v", "e", "G", "g", "j", "enter", "j")
        await hand.type("Lorn")
        await hand.press("enter", "escape")
        with open_reader(store) as reader:
            event = reader.event(hand.browser.list.current.id)
        assert event is not None
        assert event.place == "Lorn"


async def test_articles_and_speakers_are_not_corrected_and_it_says_so(store: Path) -> None:
    async with browsing(store) as hand:
        for key, what in (("e", "correct"), ("r", "reject"), ("u", "undo the last step on")):
            await hand.press(key)
            assert hand.said[-1] == f"Go to a figure, quote or event to {what} it."


async def test_hostile_words_in_a_correction_are_drawn_safely(evil_store: Path) -> None:
    corrections.correct(
        evil_store, "figure", "h0", {"claimant": HOSTILE[:400], "unit": "[/red] huts"}, HOSTILE
    )
    async with browsing(evil_store, query="huts") as hand:
        await hand.press("3", "e", "G")
        assert "\x1b" not in hand.text
        assert "\u202e" not in hand.text
        assert "[/red] huts" in hand.text


async def test_the_dialog_is_whole_on_a_small_screen(store: Path) -> None:
    for size in ((80, 24), (40, 12), (20, 5)):
        async with browsing(store, size=size) as hand:
            await hand.press("3", "e", "j", "j")
            assert all(len(line) <= size[0] for line in hand.lines)
            await hand.press("ctrl+x")
            assert hand.app.is_running
