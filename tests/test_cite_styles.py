"""Citations: exact words, who says so, in what role and channel, on what day, and in which article."""

from __future__ import annotations

import dataclasses

import pytest

from store.cite import STYLES, citation, day, days, markup, plain
from store.query import parse_query
from store.records import FigureRow, QuoteRow
from store.search import Reader, open_reader
from tests.store_support import RAID, raid, stored, talks


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return open_reader(stored(tmp_path_factory.mktemp("cite"), raid(), talks(day=None)))


@pytest.fixture
def drones(reader: Reader) -> FigureRow:
    return reader.figures_of(raid().id)[0]


@pytest.fixture
def slept(reader: Reader) -> QuoteRow:
    return reader.quotes_of(raid().id)[0]


def test_a_quote_is_cited_with_its_exact_words_speaker_role_and_article(slept: QuoteRow) -> None:
    assert citation(slept) == (
        "“Nobody slept in this city,” — Ilka Dorn, Mayor, 2 May 2031; City Desk, “Raid on Marzan”, 2 May 2031"
    )
    assert slept.text in RAID


def test_a_figure_is_cited_with_its_sentence_claimant_channel_and_night(drones: FigureRow) -> None:
    sentence = "“Ostra launched 41 drones at Marzan overnight, the Vara air force said on Telegram.”"
    source = "Vara's air force, on Telegram, 1–2 May 2031"
    assert citation(drones) == f"{sentence} — {source}; City Desk, “Raid on Marzan”, 2 May 2031"
    assert citation(drones, "figure") == (
        f"41 drones, launched, in Marzan ({source}; City Desk, “Raid on Marzan”, 2 May 2031): {sentence}"
    )
    assert citation(drones, "footnote") == f"{source}, in City Desk, “Raid on Marzan”, 2 May 2031: {sentence}"


def test_an_inferred_day_is_marked_wherever_it_shows(slept: QuoteRow, drones: FigureRow) -> None:
    for row in (slept, drones):
        inferred = dataclasses.replace(row, published_basis="inferred")
        for style in STYLES:
            said = citation(inferred, style).replace("\\", "")
            assert said.count("(date inferred)") == 2
            assert "(date inferred)" not in citation(row, style)


def test_an_undated_article_is_called_undated_and_the_dateline_stands_for_the_outlet(reader: Reader) -> None:
    (quote,) = reader.quotes_of(talks().id)
    assert citation(quote) == (
        "“We agreed on nothing,” — Pavo Renn, spokesman; BRENN, “Envoys meet in Brenn”, undated"
    )


def test_a_quote_without_a_speaker_says_so(slept: QuoteRow) -> None:
    nobody = dataclasses.replace(slept, speaker=None, speaker_text=None, role=None)
    assert "speaker not named" in citation(nobody)


def test_articles_and_events_are_cited_too(reader: Reader) -> None:
    article = reader.article(raid().id)
    assert article is not None
    assert citation(article) == "City Desk, “Raid on Marzan”, 2 May 2031"
    assert citation(article, "footnote") == "City Desk, “Raid on Marzan”, 2 May 2031."
    (event,) = reader.events_of(raid().id)
    assert citation(event).startswith(
        "“Ostra launched 41 drones at Marzan overnight” — Marzan, 1–2 May 2031; "
    )


def test_markdown_shows_markup_as_text(slept: QuoteRow) -> None:
    evil = dataclasses.replace(slept, text="*bold* [a](http://x) <b>\n# head | `code`", speaker="_Dorn_")
    said = citation(evil, "markdown")
    assert said.splitlines()[0] == "> \\*bold\\* \\[a\\]\\(http://x\\) \\<b\\> \\# head \\| \\`code\\`"
    assert "**\\_Dorn\\_**" in said
    assert markup("1. first & last") == "1\\. first &amp; last"


def test_nothing_in_a_citation_drives_a_terminal(slept: QuoteRow) -> None:
    evil = dataclasses.replace(slept, text="a\x1b]52;c;eA==\x07b\x9b31m\u202ec\r\nd\x00")
    for style in STYLES:
        said = citation(evil, style)
        assert not set(said) & set("\x1b\x07\x9b\u202e\r\x00")
    assert plain("a \n\n b\tc") == "a b c"


def test_days_are_written_so_that_no_reader_takes_day_for_month() -> None:
    assert day("2031-05-02") == "2 May 2031"
    assert days("2031-05-01", "2031-05-02") == "1–2 May 2031"
    assert days("2031-04-30", "2031-05-01") == "30 April – 1 May 2031"
    assert days("2030-12-31", "2031-01-01") == "31 December 2030 – 1 January 2031"
    assert days(None, "2031-05-02") == "2 May 2031"
    assert days("2031-05-02", "2031-05-02") == "2 May 2031"
    assert days(None, None) is None


def test_an_unknown_style_is_refused(slept: QuoteRow) -> None:
    with pytest.raises(ValueError, match="it can be quotation, figure, sentence, footnote, markdown"):
        citation(slept, "apa")


def test_a_statement_without_marks_is_not_passed_off_as_the_speakers_words(slept: QuoteRow) -> None:
    told = dataclasses.replace(slept, kind="indirect")
    for style in STYLES:
        assert "Ilka Dorn" in citation(told, style)
        assert "in the article's words" in citation(told, style).replace("\\", "")
        assert "in the article's words" not in citation(slept, style).replace("\\", "")


def test_an_article_in_markdown_has_no_empty_quotation(reader: Reader) -> None:
    (article,) = reader.article_rows(reader.article_ids(parse_query("harbour")))
    assert citation(article, "markdown") == "City Desk, “Raid on Marzan”, 2 May 2031"
