"""The browser corrects, rejects and undoes, field by field, with what was read beneath."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, TextArea

from store import corrections
from store.fields import FIELDS
from store.query import parse_query
from store.search import open_reader
from tests.app_pilot import Hand, browsing
from tests.app_store import HOSTILE, TALE
from tui.screens.dialogs import ChoiceList


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
        await hand.press(*["j"] * 3, "enter")
        assert "measure      locations hit" in hand.text
        assert "was launched" in hand.text
        assert measure_of(store) == "launched"
        await hand.press("escape")
        assert measure_of(store) == "locations_hit"
        assert "corrected" in hand.text
        assert hand.said[-1] == "Corrected: measure. u undoes it."
        await hand.press("e")
        assert "read launched · corrected by" in hand.text
        await hand.press("enter")
        assert "launched  as it was read" in hand.text
        await hand.press("escape")
        await hand.press("escape", "u")
        assert hand.said[-1].startswith("Undone: the correction of measure by")
        assert measure_of(store) == "launched"
        await hand.press("u")
        assert "There is nothing to undo on this figure" in hand.said[-1]


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


async def test_a_field_opens_with_its_value_and_its_words_in_sight(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "e")
        assert "Forty-one drones were launched at Marzan overnight into Thursday" in hand.text
        at_place = ["j"] * list(FIELDS["figure"]).index("place")
        await hand.press(*at_place, "enter", "enter")
        assert "was Marzan" not in hand.text
        await hand.press("enter", "end", *" jkq", "enter")
        assert "Marzan jkq" in hand.text
        await hand.press("enter", "backspace", "enter", "escape")
        with open_reader(store) as reader:
            figure = reader.figure("f0")
        assert figure is not None
        assert (figure.place, figure.value) == (None, 41)
        await hand.press("e", "j", "enter", "backspace", "enter")
        assert "value cannot be empty" in hand.text
        await hand.press("up", "k", "escape", "ctrl+x")


async def test_a_rejected_figure_leaves_the_places_of_the_others_in_sight(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "r")
        (launched,) = [line for line in hand.lines if "41  drones" in line]
        assert "rejected" in launched
        assert "Marzan" in launched


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
        await hand.press("4", "e", "enter")
        await hand.type("Ilka Dorn the younger")
        await hand.press("enter", "escape")
        with open_reader(store) as reader:
            assert reader.quotes_of("a000")[0].speaker == "Ilka Dorn the younger"
        assert "corrected" in hand.text
        await hand.press("r")
        with open_reader(store) as reader:
            assert [quote.id for quote in reader.quotes_of("a000")] == ["q1", "q2"]
        await hand.press("1", "v", "e", "G", "g", "j", "enter")
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


async def to_word(hand: Hand, word: str) -> None:
    """Move the selection's cursor on to a word."""
    for _ in range(120):
        if f": {word}" in hand.text:
            return
        await hand.press("l")
    raise AssertionError(f"{word} was never reached")


async def test_a_missing_figure_is_added_by_its_words(store: Path) -> None:
    corrections.reject(store, "figure", "f3", True)
    async with browsing(store) as hand:
        await hand.press("2", "plus", "g")
        await to_word(hand, "least")
        await hand.press("space", "l", "l")
        assert "Selected: least 12 people" in hand.text
        await hand.press("o", "h")
        assert "Selected: At least 12 people" in hand.text
        await hand.press("enter")
        assert "at least 12 people" in hand.text
        await hand.press("enter")
        assert "Add the figure: “At least 12 people”" in hand.text
        await hand.press("enter", "j", "enter", "plus")
        assert hand.said[-1] == "The figure is added. u undoes it."
        with open_reader(store) as reader:
            (added,) = reader.find_figures(parse_query("is:added"))
        assert (added.text, added.value, added.modifier, added.unit, added.measure) == (
            "At least 12 people", 12, "at least", "people", "injured",
        )  # fmt: skip
        assert TALE[added.start : added.end] == "12"
        assert hand.browser.figures.current is not None
        assert hand.browser.figures.current.id == added.id
        assert "added by" in hand.text
        await hand.press("u")
        with open_reader(store) as reader:
            assert reader.find_figures(parse_query("is:added")) == []


async def test_a_missing_quote_is_added_and_leaving_adds_nothing(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("2", "plus", "g")
        await to_word(hand, "Marzan")
        await hand.press("space", "j", "k", "enter")
        assert "There is no number" in hand.text or "a figure" in hand.text
        await hand.press("G", "enter", "escape")
        with open_reader(store) as reader:
            assert reader.find_quotes(parse_query("is:added")) == []
        await hand.press("plus", "g")
        await to_word(hand, "denied")
        await hand.press(
            "space", "l", "right_square_bracket", "left_square_bracket", "left_square_bracket", "enter"
        )
        await hand.press("enter", "j", "j", "ctrl+s")
        with open_reader(store) as reader:
            (added,) = reader.find_quotes(parse_query("is:added"))
        assert (added.text, added.kind) == ("denied it", "indirect")
        # What is said beside it, in the same paragraph, is offered for the speaker.
        assert added.speaker == "Pavo Renn"


async def test_words_that_hold_nothing_to_add_are_said_so(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("2", "plus", "g", "space", "G", "enter")
        assert "too many for a figure" in hand.text
        await hand.press("escape", "escape")
        await hand.press("plus", "escape")
        assert "1 Articles" in hand.text


async def test_selecting_is_whole_on_a_small_screen(store: Path) -> None:
    for size in ((80, 24), (40, 12), (20, 5)):
        async with browsing(store, size=size) as hand:
            await hand.press("2", "plus", "G", "space", "k", "ctrl+u", "ctrl+d")
            assert all(len(line) <= size[0] for line in hand.lines)
            await hand.press("escape", "escape")
            assert hand.app.is_running


async def test_tags_are_written_shown_found_and_taken_away(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("T")
        await hand.type("harbour, call back")
        await hand.press("enter")
        assert hand.said[-1] == "Tagged #call back #harbour."
        assert "#harbour" in hand.text
        await hand.press("3", "T")
        assert "In use: call back (1), harbour (1)" in hand.text
        await hand.type("...")
        await hand.press("enter")
        assert "no letter or digit" in hand.text
        await hand.press("escape", "slash")
        await hand.type("tag:harb")
        await hand.press("enter")
        assert hand.browser.list.total == 1
        await hand.press("T", "ctrl+u", "enter")
        assert hand.said[-1] == "There is no tag any more."
        with open_reader(store) as reader:
            assert reader.article_rows(reader.article_ids())[0].tags == ()


async def test_events_are_merged_and_split_and_that_is_undone(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("M")
        assert "Go to an event to merge or split it" in hand.said[-1]
        await hand.press("v")
        mine = hand.browser.list.current.id
        await hand.press("M", "enter")
        assert "Marked." in hand.said[-1]
        assert "1 marked" in hand.lines[1]
        other = None
        for _ in range(3):
            await hand.press("j")
            other = hand.browser.list.current.id
            with open_reader(store) as reader:
                if mine not in [link.id for link in reader.linked_events(other)]:
                    break
        await hand.press("M", "enter")
        await hand.type("the desk says [so] \x1b[31m")
        await hand.press("enter")
        assert "reports tell of this event now" in hand.said[-1]
        assert "marked" not in hand.lines[1]
        with open_reader(store) as reader:
            why = {link.id: link.why for link in reader.linked_events(mine)}
        assert why[other] == "the desk says [so] \x1b[31m"
        await hand.press("M")
        assert "\x1b" not in hand.text
        await hand.press("j", "enter", "enter")
        assert hand.said[-1] == "Split. u undoes it."
        await hand.press("u", "u")
        with open_reader(store) as reader:
            assert other not in [link.id for link in reader.linked_events(mine)]


async def test_a_note_of_hostile_words_is_drawn_safely_and_found(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "a")
        hand.app.screen.query_one(TextArea).insert(f"first line\n{HOSTILE} mayor [/nope]")
        await hand.press("escape")
        assert "\x1b" not in hand.text
        await hand.press("slash")
        await hand.type("note:mayor")
        await hand.press("enter")
        assert hand.browser.list.total == 1
        await hand.press("3", "a")
        assert hand.app.screen.query_one(TextArea).text == f"first line\n{HOSTILE} mayor [/nope]"
        assert "\x1b" not in hand.text
        assert "\u202e" not in hand.text


async def test_what_was_rejected_is_searched_for_in_every_list(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("4", "r", "1", "v", "r")
        rejected = hand.browser.list.current.id
        await hand.press("slash")
        await hand.type("is:rejected")
        await hand.press("enter")
        assert [row.id for row in hand.browser.list.rows()] == [rejected]
        assert "rejected" in hand.text
        await hand.press("u")
        assert hand.browser.list.current.rejected is False
        with open_reader(store) as reader:
            assert reader.event(rejected) is not None
        await hand.press("v", "v", "v")
        while hand.browser.view != "articles":
            await hand.press("v")
        assert hand.browser.list.total == 1
        await hand.press("4")
        assert hand.browser.quotes.current is not None
        assert hand.browser.quotes.current.rejected


async def test_undo_on_an_article_takes_the_given_day_back(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("G", "d", "enter")
        assert f"27 Dec 2025, given by {corrections.login()}" in hand.text
        await hand.press("u")
        assert "dated as it was read" in hand.said[-1]
        with open_reader(store) as reader:
            article = reader.article("a001")
        assert article is not None
        assert article.published is None


async def test_the_choice_begins_at_the_present_value_and_what_is_typed_is_completed(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.press("3", "e", "enter")
        choices = hand.app.screen.query_one(ChoiceList)
        assert choices.current is not None
        assert choices.current.value == "launched"
        await hand.press("escape")
        names = list(FIELDS["figure"])
        await hand.press(*["j"] * names.index("claimant"), "enter")
        field = hand.app.screen.query_one("#other", Input)
        assert field.has_focus
        await hand.type("pavo")
        for _ in range(100):
            await hand.pilot.pause(0.02)
            if field._suggestion:
                break
        await hand.press("right", "enter")
        assert "Pavo Renn" in hand.text
        await hand.press("escape")
        with open_reader(store) as reader:
            figure = reader.figure("f0")
        assert figure is not None
        assert figure.claimant == "Pavo Renn"
