"""Captions: their words are read, and nothing of theirs is taken for the news around them."""

import pytest

from extract.captionlines import caption
from tests.reading import article_of

LEAD = (
    "TAL MARWA, Syria (AP) — A strike on a market killed nine people and wounded 14 on Saturday, medics said."
)


def _with(line: str) -> str:
    return f"Market in ruins after strike\n\n{line}\n\n{LEAD}\n\nThe dead were buried on Sunday."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "Rescuers carry a body in Tal Marwa on Jan. 3. (Jane Doe/NPA)",
            "Rescuers carry a body in Tal Marwa on Jan. 3.",
        ),
        ("A burned truck near the bridge. (AP Photo/Jana Dvorak)", "A burned truck near the bridge."),
        ("Men search a house in Tal Marwa [Jana Dvorak/AFP]", "Men search a house in Tal Marwa"),
        ("Men search a house. Photograph: Jana Dvorak/EPA", "Men search a house."),
        ("Men search a house in Tal Marwa. Jana Dvorak/Getty Images", "Men search a house in Tal Marwa."),
        ("Caption: Four people were hurt.", "Four people were hurt."),
        ("Image: Four people were hurt.", "Four people were hurt."),
        ("Image caption, Four people were hurt", "Four people were hurt"),
        ("FILE - Soldiers stand near a bridge.", "Soldiers stand near a bridge."),
        (
            "In this photo provided by the army, troops stand near a bridge.",
            "In this photo provided by the army, troops stand near a bridge.",
        ),
        ("(Photo by Jana Dvorak)", ""),
    ],
)
def test_a_captions_words_stand_between_label_and_credit(line: str, words: str) -> None:
    found = caption(line)
    assert found is not None
    assert line[found.start : found.end] == words


@pytest.mark.parametrize(
    "line",
    [
        "The poll was made in May by two firms (Reuters/Ipsos).",
        "They fled to two camps (Bab Hara/Bab Sira) on Monday",
        "File that under things nobody saw.",
        "Images showed the bridge in ruins.",
    ],
)
def test_news_is_no_caption(line: str) -> None:
    assert caption(line) is None


def test_a_captions_count_is_that_of_the_text() -> None:
    article = article_of(
        _with("Rescuers carry a body after a strike that killed nine. (Jane Doe/NPA)"), "2026-01-05"
    )
    shown, told = (f for f in article.figures if f.value == 9)
    assert (shown.same_as, told.same_as) == (told.id, None)
    assert (shown.place, shown.claimant, shown.date_from) == ("Tal Marwa", None, "2026-01-03")
    assert len(article.events) == 1
    assert shown.event == told.event == article.events[0].id
    assert shown.id in article.events[0].figures


def test_a_count_that_only_a_caption_has_makes_no_event() -> None:
    article = article_of(
        _with("A blast killed six people in Qarat Wadi on Friday. (Jane Doe/NPA)"), "2026-01-05"
    )
    six = next(f for f in article.figures if f.value == 6)
    assert (six.measure, six.place, six.date_from, six.event) == ("killed", "Qarat Wadi", "2026-01-02", None)
    assert [event.place for event in article.events] == ["Tal Marwa"]


def test_a_picture_from_the_files_is_of_another_day() -> None:
    article = article_of(
        _with(
            "FILE - Smoke rises after an attack that killed nine people on March 5, 2025. (NPA Photo/John Roe)"
        ),
        "2026-01-05",
    )
    shown, told = (f for f in article.figures if f.value == 9)
    assert (shown.date_from, shown.same_as, shown.event) == ("2025-03-05", None, None)
    assert (told.date_from, told.same_as) == ("2026-01-03", None)


def test_a_caption_lends_nothing_to_the_news() -> None:
    line = "Gov. Salim Haddad visits wounded soldiers in Qarat Wadi, Iraq, on May 2, 2025. (Jane Doe/NPA)"
    plain = article_of(_with("").replace("\n\n\n", "\n"), "2026-01-05")
    with_caption = article_of(_with(line), "2026-01-05")
    told = [(f.value, f.place, f.claimant, f.date_from, f.actor) for f in plain.figures]
    assert [(f.value, f.place, f.claimant, f.date_from, f.actor) for f in with_caption.figures] == told


def test_words_quoted_in_a_caption_are_read_and_those_around_it_go_on() -> None:
    text = (
        f"{LEAD}\n\n“We heard two blasts,” said Salim Haddad, a baker. “Then everyone ran.\n\n"
        "Caption: Rana Tahan, who runs a camp near Idlib, says “nobody has come to help us”.\n\n“It was dark.”"
    )
    quotes = [(q.text, q.speaker) for q in article_of(text, "2026-01-05").quotes if q.kind != "indirect"]
    assert quotes == [
        ("We heard two blasts,", "Salim Haddad"),
        ("Then everyone ran.", "Salim Haddad"),
        ("nobody has come to help us", "Rana Tahan"),
        ("It was dark.", "Salim Haddad"),
    ]
