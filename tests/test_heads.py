"""What stands over the news: the article's own day in the shapes of many houses, and no line of it taken for news."""

from __future__ import annotations

import pytest

from extract.articles import Slice, split_document
from extract.headdates import head_day, series_day, stamp
from extract.published import date_articles

TITLE = "Shells hit two markets in Novo Selo as talks stall"
NEWS = "Nine people were killed when shells hit two markets in Novo Selo on Monday, the mayor said.\n\nThe army denied it.\n"


def only(text: str) -> tuple[Slice, str | None]:
    """The one article of a text, and the day that it states."""
    (piece,) = split_document(text)
    ((day, basis, _, _),) = date_articles([piece], text)
    return piece, day if basis == "stated" else None


@pytest.mark.parametrize(
    "head",
    [
        "NEWS RELEASE\n\nFor Immediate Release\n\nFeb. 9, 2026\n\n{TITLE}\n\n",
        "PRESS RELEASE | 9 February 2026\n\n{TITLE}\n\n",
        "{TITLE}\n\nPRESS RELEASE\nFeb. 9, 2026\nRelease Number 20260209-01\nFOR IMMEDIATE RELEASE\n\nTAMPA, Fla. – ",
        "U.S. Central Command\nPublic Affairs Office\nFOR IMMEDIATE RELEASE\n9 February 2026\n\n{TITLE}\n\n",
        "Press Statement\nIssued on 9 February 2026\n\n{TITLE}\n\n",
        "{TITLE}\n\nIssued: 9 February 2026, 14:30 (EET)\n\n",
        "{TITLE}\n\nNo. 014/26\n09.02.2026\n\n",
        "SC/15644\n9 February 2026\n\n{TITLE}\n\n",
        "SUDAN\n{TITLE}\nFlash Update No. 2 (as of 9 February 2026)\n\nKEY POINTS\n• ",
        "{TITLE}\nPosted 9 Feb 2026 Originally published 9 Feb 2026\n\n",
        "{TITLE}\nFormat: Situation Report\nSource: OCHA\nPosted: 9 Feb 2026\n\n",
        "{TITLE}\n\nL'Aube Liban / By our staff, 9 February 2026 at 19:42\n\nBEIRUT — ",
        "{TITLE}\n\nSlobida.Online, 9 February 2026, 09:15\n\n",
        "{TITLE}\n\nBogotá, 9 February 2026 (EFA).- ",
        "{TITLE}\nBy Jana Dvorak\nUpdated 14:20 GMT, 9 February 2026\n\n",
        "{TITLE}\nUpdated 14:20 GMT\nPublished: 9 February 2026\n\n",
        "{TITLE}\nFebruary, 9, 2026 - 14:20\n\nTEHRAN (PNN) – ",
        "{TITLE}\n9 February, 2026 - 14:20\n\n",
        "{TITLE}\nJana Dvorak\nMonday, 9 February 2026 14:20 EET\n\n",
        "{TITLE}\nBy Jana Dvorak and Petr Maly, CNN\n 4 min read\nPublished 6:14 PM EST, Mon February 9, 2026\n\n",
        "{TITLE}\nToll rises as rescuers dig through the rubble of a market hall\nJana Dvorak in Novo Selo\nMon 9 Feb 2026 14.20 GMT\nLast modified on Tue 10 Feb 2026 09.12 GMT\n\n",
        "{TITLE}\n9 February 2026\nJana Dvorak\nBBC News, Prague\n\n",
        "{TITLE}\nPublished\n9 February 2026\nShare\n\n",
        "{TITLE}\nFebruary 9, 2026 • Jana Dvorak\n\n",
        "{TITLE}\nJana Dvorak | February 9, 2026\n\n",
        "{TITLE}\nby Jana Dvorak February 9, 2026\n\n",
        "{TITLE}\nBy Jana Dvorak, Prague - 9th February 2026\n\n",
        "{TITLE}\nPublished By: Jana Dvorak on Feb 9, 2026 08:12 PM\n\n",
        "{TITLE}\nPublished in Dawn, February 9th, 2026\n\n",
        "{TITLE}\nOur Correspondent Published February 9, 2026 Updated February 9, 2026 08:15am\n\n",
        "{TITLE}\nNews Desk\nFeb 09, 2026\n\n",
        "{TITLE}\nMon Feb 9, 2026 6:12 PM GMT\n\n",
        "{TITLE}\nFebruary 9 - 2026 KHARTOUM / NYALA\n\n",
        "{TITLE}\nFeb 9 '26\n\n",
        "{TITLE}\nMonday 21 Sha'ban 1447 AH, 9 February 2026\n\n",
        "{TITLE}\n9 February 2026, 10:22 — 1,244 views\n\n",
        "{TITLE}\nFebruary 9, 2026 (Norvane) - ",
        "{TITLE}\nErbil, 9 February 2026 (Norvane): ",
        "{TITLE}\nMOSCOW, 9 February 2026, 10:22 – ",
        "{TITLE}\nField News Service\n\nWASHINGTON, Feb. 9, 2026 – ",
        "{TITLE}\nJana Dvorak\n42nd Public Affairs Detachment\n\nWASHINGTON, Feb. 9, 2026 – ",
        "{TITLE}\n\nFebruary 9, 2026 (KHARTOUM) – ",
        "{TITLE}\n\nFebruary 9, 2026 (KHARTOUM/EL OBEID) – ",
        "{TITLE}\n\nGENEVA (9 February 2026) – ",
        "{TITLE}\n\n9 February 2026, Geneva – ",
        "{TITLE}\n\n9 February 2026 – ",
        "{TITLE}\n\nNEW YORK/GENEVA, 9 February 2026 – ",
        "{TITLE}\n\nGeneva (ICRC), 9 February 2026 – ",
        "{TITLE}\n\nGoma/Paris, February 9, 2026 — ",
        "{TITLE}\n\nTehran, Feb 9, 2026, IRNA – ",
        "{TITLE}\n\nMOSCOW, February 9, 2026. /TASS/. ",
        "{TITLE}\n\nKYIV. Feb 9, 2026 (Interfax-Ukraine) - ",
        "{TITLE}\n09.02.2026 14:20\nUkrinform\n\n",
        "{TITLE}\n14:20, 09.02.2026\n\n",
        "{TITLE}\nJana Dvorak — Monday, 9 February 2026, 14:20\n\n",
        "{TITLE}\n2026/02/09 14:20\n\n",
        "{TITLE}\n23/02/2026 - 14:20\n\n",
        "{TITLE}\nIssued on: 09/02/2026 - 14:20 Modified: 09/02/2026 - 15:12\n\n",
        "{TITLE}\nIssued on: 23/02/2026 - 14:20\n\n",
        "{TITLE}\n2026-02-09T14:20:00+02:00\n\n",
        "{TITLE}\n2026-02-09 14:20:31\n\n",
        "{TITLE}\nSource: Xinhua\nEditor: huaxia\n2026-02-09 14:20:31\n\nNOVO SELO, Feb. 9 (Xinhua) -- ",
        "{TITLE}\n09-Feb-2026\n\n",
        "{TITLE}\n9-Feb-26, 14:20 (PKT)\n\n",
        "{TITLE}\n09-02-2026 14:20\n\n",
        "{TITLE}\n091420Z FEB 26\n\n",
        "{TITLE}\n\nBy Hnin Wai\n9 February 2026\n\n",
        "{TITLE}\n\nNOVO SELO\n9 FEBRUARY 2026\n\n",
        "{TITLE}\nBy JANA DVORAK Today, 2:20 pm\n9 February 2026, 2:20 pm\n\n",
        "{TITLE}\nFebruary 09, 2026 2:20 AM\nJana Dvorak\n\n",
        "{TITLE}\nOfficials say the death toll is likely to rise as rescue crews search the rubble.\n\nBy Jana Dvorak and News Agencies\nPublished On 9 Feb 2026\n\n",
        "{TITLE}\nBy Jana Dvorak\n9 Feb 20269 Feb 2026\n\n",
        "{TITLE}\nMiddle East\nFebruary 9, 2026\n\n",
        "Africa\n{TITLE}\nFebruary 9, 2026\n\n",
        "News » Conflict\n{TITLE}\nPosted on February 9, 2026 by Jana Dvorak in Conflict\n\n",
        "{TITLE}\nFiled under: Conflict | 9 February 2026 | 3 minutes read\n\n",
        "{TITLE}\nKyiv, 9 February 2026\n\n",
        "Kyiv, 9 February 2026\n{TITLE}\n\n",
        "Ministry of Defence of Novia\n9 February 2026\n\n{TITLE}\n\n",
        "{TITLE}\nMinistry of Defence, 9 February 2026, 10:00\n\n",
        "{TITLE}\nas of 06:00, 9 February 2026 (Kyiv time)\n\n",
        "{TITLE}\n09.02.26 | 14:20\n\n",
        "{TITLE}\nDate: 09/02/2026 Time: 14:20\nGAZA, Monday, February 9, 2026 (WAFA) - ",
        "{TITLE}\n\nJana Dvorak, Petr Maly |09.02.2026 - Update : 09.02.2026\n\nGAZA CITY, Palestine\n\n",
        "{TITLE}\n\nJana Dvorak, Petr Maly\n09 February 2026•Update: 09 February 2026\n\nGAZA CITY, Palestine / ISTANBUL\n\n",
        "{TITLE}\nFebruary 9, 2026 2:20 am GMT\n\n",
        "{TITLE}\n• 14:20 9 Feb 2026 Jana Dvorak, Maiduguri\n\n",
        "{TITLE}\nOn February 9, 2026\nIn News\nBy Jana Dvorak, Maiduguri\n\n",
        "{TITLE}\nMonday 9th February, 2026\n\n",
        "{TITLE}\nFeb. 9, 2026.\n\n",
        "{TITLE}\nJana Dvorak with AFP, dpa\n02/09/2026February 9, 2026\n\n",
        "{TITLE}\nBy JANA DVORAK\nFEBRUARY 9, 2026 14:20\nUpdated: FEBRUARY 9, 2026 16:02\n\n",
        "{TITLE}\nFebruary 9, 2026 4:20 AM ET\nHeard on Morning Edition\nBy Jana Dvorak\n\n",
    ],
)
def test_the_head_of_a_report_states_its_day_and_is_no_news(head: str) -> None:
    piece, day = only(head.replace("{TITLE}", TITLE) + NEWS)
    assert day in ("2026-02-09", "2026-02-23")
    assert piece.headline == TITLE
    over = piece.text[: piece.text.index("Nine people")]
    for a, b in [*piece.skip, piece.headline_span or (0, 0)]:
        over = over[:a] + " " * (min(b, len(over)) - a) + over[min(b, len(over)) :] if a < len(over) else over
    assert not any(c.isdigit() for c in over)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("SUDAN: Flash Update No. 2 – Hostilities in Umm Sarir (as of 9 February 2026)", "2026-02-09"),
        ("Operational information as of 08:00 on 9 February 2026", "2026-02-09"),
        ("Daily briefing of the border command, 9 February 2026", None),
        ("Humanitarian Situation Report No. 14 - 9 February 2026", "2026-02-09"),
        ("The massacre of 9 February 2026: what we know", None),
        ("Timeline of the war in Novia, 9 February 2026", None),
    ],
)
def test_the_title_of_one_of_a_series_states_its_day(title: str, day: str | None) -> None:
    assert only(f"{title}\n\n{NEWS}")[1] == day


def test_a_day_that_the_page_calls_published_counts_wherever_it_stands() -> None:
    assert only(f"{TITLE}\n\n{NEWS}\nPublished in The Daybreak, February 9th, 2026\n")[1] == "2026-02-09"
    assert (
        only(f"{TITLE}\nUpdated: 10 February 2026\nPublished: 9 February 2026\n\n{NEWS}")[1] == "2026-02-09"
    )
    assert only(f"{TITLE}\nLast updated: 10 February 2026\n\n{NEWS}")[1] == "2026-02-10"


def test_a_dated_heading_beneath_the_news_is_not_the_articles_day() -> None:
    piece, day = only(f"{TITLE}\n\n{NEWS}\nNovo Selo, 3 February 2026\n\nMore came later, the mayor said.\n")
    assert day is None
    assert not any("3 February" in piece.text[a:b] for a, b in piece.skip)


def test_the_entries_of_a_live_report_are_one_article_and_their_hours_no_news() -> None:
    text = (
        f"{TITLE}\nLive\nMonday, 9 February 2026\n\n14:20 GMT\nRescuers leave the market\n{NEWS}\n13.05 GMT\n"
        "Mayor calls for blood donors\n9 Feb 2026 13:05 GMT\nThe mayor called for blood donors.\n"
    )
    piece, day = only(text)
    assert day == "2026-02-09"
    assert [piece.text[a:b] for a, b in piece.skip][2:4] == ["14:20 GMT", "13.05 GMT"]


def test_two_short_reports_stay_two() -> None:
    text = f"{TITLE}\n\n{NEWS}\nTruce holds in the hills for a third day\n\nBy Jana Dvorak\n9 February 2026\n\nIt held, monitors said on Monday."
    first, second = split_document(text)
    assert (first.published, second.published) == (None, "2026-02-09")
    assert second.headline == "Truce holds in the hills for a third day"


@pytest.mark.parametrize(
    "line",
    [
        "The report of 3 May 2024",
        "In 2024, 12 towns were hit",
        "Drone strikes kill 5 in Novo Selo, 9 May 2024",
        "The town fell on 9 May 2024",
        "Officials met in Geneva on 9 May 2024.",
        "2 to 9 May 2024",
        "Nine killed, 9 May 2024",
    ],
)
def test_a_line_that_tells_more_than_a_day_is_no_date_line(line: str) -> None:
    assert head_day(line) is None


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("14:20 GMT", True),
        ("Updated 9.15pm", True),
        ("10h ago (14:20 GMT)", True),
        ("Posted at 14:20", True),
        ("[14:20]", True),
        ("1420 hrs", True),
        ("At 14:20 the siren fell silent", False),
        ("14 killed", False),
        ("2,400", False),
    ],
)
def test_an_hour_alone_is_a_stamp(line: str, yes: bool) -> None:
    assert stamp(line) is yes


def test_a_series_is_no_sentence_on_a_report() -> None:
    assert series_day("The report of 9 February 2026") is None
    assert series_day("Situation report of 9 February 2026") is not None


def test_who_wrote_it_and_where_stand_over_the_news_without_by() -> None:
    piece, _ = only(
        f"date 2026-02-09 {TITLE}\n\nJana Dvorak, Petr Maly\n\nGAZA CITY, Palestine / ISTANBUL\n\n{NEWS}"
    )
    assert piece.dateline == "GAZA CITY, Palestine / ISTANBUL"
    assert "Jana Dvorak, Petr Maly" in [piece.text[a:b] for a, b in piece.skip]


@pytest.mark.parametrize(
    "line",
    [
        "UPDATED ON: FEB 9, 2026 2:20 PM EST / KBS/AFP",
        "February 9, 20262:20 PM UTCUpdated 3 hours ago",
        "Monday, February 9, 2026 / 14:20 Beirut time",
        "Feb. 9, 2026, 2:20 PM GMT+2 / Source: Reuters",
        "Mon, 09 Feb 2026 14:20:00 +0200",
        "Date of issue: 9 February 2026",
        "Statement No. 14 | 9 February 2026",
        "The Daily Lantern, Monday 9 February 2026",
        "Jana Dvorak, defence correspondent | 9 February 2026",
        "[9 February 2026, Novo Selo]",
        "From our correspondent in Novo Selo, 9 February 2026",
        "9 FEBRUARY 2026 | STORY | PEACE AND SECURITY",
        "9 February 2026 2 minute read",
    ],
)
def test_a_line_under_the_title_states_the_day_in_many_shapes(line: str) -> None:
    piece, day = only(f"{TITLE}\n{line}\n\n{NEWS}")
    assert (day, piece.headline) == ("2026-02-09", TITLE)


def test_a_chronicle_has_no_day_of_its_own() -> None:
    entries = (
        "9 February 2026 – A drone hit Novo Selo.\n\n10 February 2026 – The army took the hill above it.\n"
    )
    assert only(f"{TITLE}\n\n{entries}")[1] is None


@pytest.mark.parametrize(
    "foot",
    [
        "Ministry of Foreign Affairs\nBaghdad\n9 February 2026",
        "Spokesperson of the Ministry\n9 February 2026",
        "Baghdad, Monday 9 February 2026",
        "Damascus – 9 February 2026",
        "Monday, 9 February 2026\nThe Political Bureau",
        "Press Office\n09-02-2026\n(END)",
        "Media Office\n21 Sha'ban 1447 AH\n9 February 2026 AD",
    ],
)
def test_a_statement_is_dated_under_its_last_words(foot: str) -> None:
    piece, day = only(
        f"Press Statement\n\nThe Ministry condemns the shelling of the town today.\n\n{NEWS}\n{foot}\n"
    )
    assert (day, piece.published_why) == ("2026-02-09", "the date under its last words")


def test_a_day_inside_the_news_is_no_date_under_it() -> None:
    _, day = only(
        f"Press Statement\n\n{NEWS}\n9 February 2026\n\nThe army shelled the town again, it said.\n"
    )
    assert day is None


def test_the_places_in_capitals_behind_the_day_are_its_dateline() -> None:
    assert only(f"{TITLE}\nFebruary 9 - 2026 KHARTOUM / NYALA\n\n{NEWS}")[0].dateline == "KHARTOUM / NYALA"


def test_a_list_by_places_is_one_article() -> None:
    items = "* DOLNI LHOTA - Gunmen killed nine men in the town, police said.\n\nMOSUL - Police found six bodies in a well, a source said.\n\nBAGHDAD - Soldiers arrested 26 men on Monday, the ministry said.\n"
    piece, day = only(
        f"FACTBOX - Security developments, Feb 9\n\nFeb 9, 2026 (Norvane) - Reported up to 1700 GMT:\n\n{items}"
    )
    assert (day, piece.dateline) == ("2026-02-09", None)
