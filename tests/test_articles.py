"""A document of many articles falls into its articles, each with its head."""

from __future__ import annotations

import pytest

from extract.articles import split_document
from extract.captionlines import caption
from extract.headdates import date_line
from extract.headlines import byline, credit, dateline, junk

FIRST = "(PRAGUE) — The bridge at Novo Selo was hit on Friday, the mayor said, and two guards were hurt."
SECOND = "(KYIV and PRAGUE) — A depot burned through the night, officials said on Saturday."


def test_a_header_line_and_the_dateline_under_it_are_one_article() -> None:
    text = f" date 2026-02-06 Bridge hit in border town, mayor says\n{FIRST}\nNobody was arrested.\n{SECOND}\nIt was out by noon.\n"
    first, second = split_document(text)
    assert (first.headline, first.dateline, first.published) == (
        "Bridge hit in border town, mayor says",
        "PRAGUE",
        "2026-02-06",
    )
    assert (second.headline, second.dateline, second.published) == (None, "KYIV and PRAGUE", None)
    assert second.dateline_places == ("KYIV", "PRAGUE")
    assert (first.start, first.end, second.start, second.end) == (
        0,
        text.index("\n(KYIV"),
        text.index("(KYIV"),
        len(text) - 1,
    )


def test_every_slice_is_the_exact_piece_of_the_document() -> None:
    text = f"\n\n  date 2026-02-06 Skip to content\r\nMayor says: “Čekáme”\r\n\r\n{FIRST}\r\n\r\n{SECOND}\r\n\r\n"
    slices = split_document(text)
    assert [s.headline for s in slices] == ["Mayor says: “Čekáme”", None]
    for piece in slices:
        assert text[piece.start : piece.end] == piece.text
        for a, b in piece.skip:
            assert 0 <= a <= b <= len(piece.text)
        if piece.headline_span:
            assert piece.text[slice(*piece.headline_span)] == piece.headline


@pytest.mark.parametrize(
    ("line", "printed", "agency", "month_day"),
    [
        ("(LONDON) — The army said two were hurt.", "LONDON", None, None),
        ("KYIV, Ukraine (AP) — Two were hurt.", "KYIV, Ukraine", "AP", None),
        ("PHNOM PENH, May 27 (Xinhua) -- Two were hurt.", "PHNOM PENH", "Xinhua", (5, 27)),
        ("DUBAI, March 3 (Reuters) - Two were hurt.", "DUBAI", "Reuters", (3, 3)),
        ("GAZA CITY, Gaza Strip — Two were hurt.", "GAZA CITY, Gaza Strip", None, None),
        ("BEIRUT — Two were hurt.", "BEIRUT", None, None),
        ("KHARTOUM, Sudan | Two were hurt.", "KHARTOUM, Sudan", None, None),
        ("MOSCOW, February 6. /TASS/. Two were hurt.", "MOSCOW", "TASS", (2, 6)),
        ("GENEVA/NEW YORK, 6 February 2026 – Two were hurt.", "GENEVA/NEW YORK", None, (2, 6)),
        ("DEIR EL-BALAH, Gaza Strip (AP) — Two were hurt.", "DEIR EL-BALAH, Gaza Strip", "AP", None),
        ("Damascus, Feb. 6 (SANA) - Two were hurt.", "Damascus", "SANA", (2, 6)),
    ],
)
def test_datelines_of_many_agencies_are_read(
    line: str, printed: str, agency: str | None, month_day: tuple[int, int] | None
) -> None:
    found = dateline(line)
    assert found is not None
    assert found.strong
    assert (found.printed, found.agency, found.month_day) == (printed, agency, month_day)
    assert line[found.end :].startswith("T")


@pytest.mark.parametrize(
    "line",
    [
        "Ukrenergo — the state grid operator — said power was cut.",
        "Gaza — home to two million people — was without power.",
        "NATO — the alliance of thirty-two — met on Monday.",
        "Kyiv says it shot down all drones - and more were coming.",
        "UPDATE: The toll has risen to nine, the mayor said in the evening.",
        "DRC: Flash Update #3 – Displacement in the east",
        "Odesa Gov. Petro Vilkha said - without proof - that it was over.",
    ],
)
def test_prose_with_a_dash_is_no_dateline(line: str) -> None:
    found = dateline(line)
    assert found is None or not found.strong


def test_an_aside_after_a_place_does_not_split_an_article() -> None:
    text = f"{FIRST}\nGaza — home to two million people — was without power.\nUkrenergo — the operator — said so."
    assert len(split_document(text)) == 1


def test_a_first_line_without_full_stop_before_prose_is_the_headline() -> None:
    text = "Shells Hit Two Border Towns\n\nTwo border towns were shelled on Monday, the governor said.\n\nNobody was hurt.__VOA News\n"
    (piece,) = split_document(text)
    assert (piece.headline, piece.outlet, piece.header_end) == ("Shells Hit Two Border Towns", "VOA News", 29)
    assert piece.text[slice(*piece.skip[-1])] == "__VOA News"


def test_prose_broken_at_one_width_has_no_headline() -> None:
    text = "Two border towns were shelled on Monday by President\nNovak's army, the governor said, and nobody was\nhurt in them."
    (piece,) = split_document(text)
    assert piece.headline is None


def test_a_headline_and_its_byline_begin_a_new_article_in_the_middle() -> None:
    text = (
        f"{FIRST}\n\nPolice found nothing.\n\nTruce holds in the hills for a third day\n\nBy Jana Dvorak and Petr Maly\n\n"
        "The truce held on Sunday, monitors said."
    )
    first, second = split_document(text)
    assert first.text.endswith("found nothing.")
    assert (second.headline, second.byline) == (
        "Truce holds in the hills for a third day",
        "By Jana Dvorak and Petr Maly",
    )


def test_a_headline_and_a_date_line_state_the_day() -> None:
    text = f"{FIRST}\n\nTruce holds in the hills\n\nFriday, July 21, 2017\n\nThe truce held on Thursday, monitors said."
    _, second = split_document(text)
    assert (second.headline, second.published) == ("Truce holds in the hills", "2017-07-21")


def test_a_dateline_with_its_year_states_the_day() -> None:
    (piece,) = split_document("GENEVA, 6 February 2026 – Nine trucks crossed the border on Thursday.")
    assert (piece.published, piece.published_why) == ("2026-02-06", "the dateline's date")


@pytest.mark.parametrize(
    "line",
    [
        "By JANA DVORAK  MAY 5, 2024 10:12",
        "Published On 5 May 2024",
        "Sun 5 May 2024 12.03 BST",
        "May 5, 2024",
    ],
)
def test_a_byline_or_a_line_of_its_own_states_the_day(line: str) -> None:
    (piece,) = split_document(f"Truce holds in the hills\n{line}\nThe truce held on Saturday, monitors said.")
    assert (piece.headline, piece.published) == ("Truce holds in the hills", "2024-05-05")


def test_credits_bylines_and_captions_are_skipped_and_kept() -> None:
    text = (
        f"{FIRST}\nBy JANA DVORAK\nA burned truck near the bridge. (AP Photo/Jana Dvorak)\nPolice found nothing.\n"
        "ABC News’ Jana Dvorak and Petr Maly contributed to this report."
    )
    (piece,) = split_document(text)
    skipped = [piece.text[a:b] for a, b in piece.skip]
    assert skipped[0] == "(PRAGUE) — "
    assert skipped[-1].endswith("contributed to this report.")
    assert len(skipped) == 4
    assert piece.outlet == "ABC News"


def test_a_reporting_tail_in_brackets_is_skipped() -> None:
    line = "Nobody was hurt. (Reporting by Jana Dvorak in Prague; Editing by Petr Maly)"
    (piece,) = split_document(f"PRAGUE, May 3 (Reuters) - Shells fell on Monday.\n\n{line}")
    assert piece.text[slice(*piece.skip[-1])].strip().startswith("(Reporting by")
    assert piece.outlet == "Reuters"


@pytest.mark.parametrize(
    ("check", "line", "yes"),
    [
        (junk, "Skip to content", True),
        (junk, "Advertisement", True),
        (junk, "The advertisement was torn down by soldiers.", False),
        (
            credit,
            "The Associated Press writers Jana Dvorak in Prague and Petr Maly in Brno contributed to this report.",
            True,
        ),
        (credit, "Norway contributed to the fund on Monday.", False),
        (caption, "FILE - Soldiers stand near a bridge in Novo Selo.", True),
        (caption, "Soldiers stood near the bridge all day.", False),
        (byline, "By Jana Dvorak, Reuters", True),
        (byline, "Jana Dvorak reporting from Odesa", True),
        (byline, "By Monday the town was empty.", False),
        (byline, "By the river, Jana waited.", False),
        (date_line, "Updated 6 Feb 2026, 10:15 GMT", True),
        (date_line, "Flash Update No. 2 (As of 3 November 2025)", True),
        (date_line, "Situation Report #14, 2 May 2024", True),
        (date_line, "The report of 3 May 2024", False),
        (date_line, "In 2024, 12 towns were hit", False),
    ],
)
def test_lines_around_the_news_are_told_from_news(check: object, line: str, yes: bool) -> None:
    assert callable(check)
    assert bool(check(line)) is yes


@pytest.mark.parametrize(
    "text", ["", "\n\n \n", "\ufeff", "word", "a\n" * 50, "(" * 500, "— " * 500, "\x00\x1b[31m\n" * 20]
)
def test_any_text_is_split_without_loss(text: str) -> None:
    slices = split_document(text)
    for piece in slices:
        assert text[piece.start : piece.end] == piece.text
    inside = "".join(text[s.start : s.end] for s in slices)
    assert inside.split() == text.split()
