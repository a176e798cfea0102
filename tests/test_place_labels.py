"""Places that headings, items and entries name for what stands under them."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

_HEAD = (
    "Shelling goes on across the Varde region for a second day\n\n"
    "The Varde region came under fire 54 times over the past day, wounding 11 people, its administration said.\n\n"
)


def test_a_heading_gives_its_place_to_what_stands_under_it() -> None:
    text = (
        f"{_HEAD}Hollen community\n\nA woman was killed in her yard. Four houses were damaged.\n\n"
        "“We heard nothing,” a neighbour said.\n\nA further 62 residents were evacuated.\n\n"
        "Tarsk community\n\nMortars wounded three men at about 3 p.m.\n\n"
        "Evacuation\n\nSince Friday, 143 people have left."
    )
    article = article_of(text)
    places = {figure.value: figure.place for figure in article.figures}
    assert (places[4.0], places[62.0], places[3.0]) == ("Hollen", "Hollen", "Tarsk")
    assert places[143.0] not in ("Hollen", "Tarsk", "Evacuation")
    assert {"Hollen", "Tarsk"} <= {event.place for event in article.events}


@pytest.mark.parametrize(
    "heading",
    ["— TARSK —", "Tarsk district", "Tarsk, Pelm district", "In Tarsk district:", "* Tarsk (Pelm region) *"],
)
def test_a_heading_in_other_dress(heading: str) -> None:
    text = (
        f"{_HEAD}Hollen district\n\nA shell killed two people.\n\n{heading}\n\nDrones hit a bus, injuring five passengers."
        "\n\nGorvel district\n\nNine men were hurt."
    )
    assert (figure_of(text, 5).place or "").split(" ")[0] == "Tarsk"
    assert (figure_of(text, 9).place or "").split(" ")[0] == "Gorvel"


def test_items_with_a_place_before_a_colon() -> None:
    text = (
        f"{_HEAD}The incidents of the week:\n\n"
        "• Hollen: Gunmen killed seven farmers and burned 40 houses on Monday.\n"
        "• Tarsk market: A bomb went off at noon on Tuesday, wounding 12 people. Three stalls burned.\n"
        "• Gorvel, Pelm district: On Thursday two soldiers were killed when their truck hit a mine."
    )
    places = [figure_of(text, value).place for value in (7, 40, 12, 3, 2)]
    assert places == ["Hollen", "Hollen", "Tarsk market", "Tarsk market", "Gorvel"]


def test_entries_of_a_live_page_that_open_with_a_place() -> None:
    text = (
        "Sudan live: fighting spreads to new towns\n\nPublished On 4 May 2023\n\n"
        "16:20 Hollen: Nine people were killed when a shell hit a bus station, doctors say.\n\n"
        "They say 31 others were wounded.\n\n"
        "14:05 Al Tarsk: Two clinics have closed. The army says it killed 30 fighters.\n\n"
        "10:40 KHARTOUM: Smoke rises over the airport. At least four people were injured."
    )
    places = [figure_of(text, value).place for value in (9, 31, 30, 4)]
    assert places == ["Hollen", "Hollen", "Al Tarsk", "Khartoum"]


def test_the_kind_before_a_stop_opens_a_paragraph() -> None:
    text = (
        "Clashes went on in two territories this week, partners say.\n\n"
        "Hollen territory: At least 17 civilians were killed. Some 4,300 people have fled their homes.\n\n"
        "Tarsk territory. Armed men looted two clinics. Nine people were abducted on the road."
    )
    assert [figure_of(text, value).place for value in (4300, 9)] == ["Hollen territory", "Tarsk territory"]


@pytest.mark.parametrize(
    "line",
    [
        "Background",
        "UNICEF: Some schools have opened again.",
        "Border security",
        "Malm: “We shall answer.”",
        "In Pelm region, Gov. Ilo Dorn said that the night was calm.",
    ],
)
def test_what_heads_any_report_is_no_place(line: str) -> None:
    text = f"Gunmen killed two people in the town of Hollen on Monday.\n\n{line}\n\nNine people were hurt in the attack."
    assert figure_of(text, 9).place == "Hollen"


def test_a_dateline_is_no_label() -> None:
    text = "Aid convoy reaches camp\n\nNAIROBI – Gunmen shot at a convoy in the town of Hollen on Monday. Two drivers died."
    assert figure_of(text, 2).place == "Hollen"
