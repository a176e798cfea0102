"""The map: its geometry, its outlines, what it reads from the store, its keys, and the same in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract import outlines
from store.importer import import_paths
from store.placed import count_events, event_ids_at, placed
from store.query import parse_query
from store.search import open_reader
from tests.app_pilot import Hand, browsing
from tests.app_store import HOSTILE, put_store
from tui.cli import group
from tui.config import Settings
from tui.mapdraw import Canvas, View, clipped, drawn, fitted
from tui.screens.map import MapScreen, coordinates

#: Invented towns at real coordinates: name, country, latitude, longitude, precision, events, figures each.
TOWNS = (
    ("Marzan", "Vara", 50.0, 36.2, "city", 3, 2),
    ("Lorn", "Vara", 46.5, 30.7, "city", 2, 1),
    ("the Sel region", "Ostra", 53.0, 33.4, "region", 1, 0),
)


def placed_articles() -> list[dict[str, Any]]:
    """Articles whose events stand on the map, and one whose event does not."""
    made: list[dict[str, Any]] = []
    for town, country, lat, lon, precision, events, figures in TOWNS:
        for number in range(events):
            text = f"{town} (Desk) — 7 carts and 8 boats burned in {town} on day {number}, the warden said.\n"
            ident = f"{town[-4:]}{number}"
            made.append({
                "format": "conflict-tui/1", "id": f"p{ident}", "document": "map.txt", "start": 0, "end": len(text),
                "headline": f"Carts burn in {town}", "published": f"2025-12-0{number + 1}",
                "published_basis": "stated", "text": text,
                "figures": [
                    {"id": f"f{ident}{at}", "start": text.index(words), "end": text.index(words) + 1,
                     "text": f"{words} {unit}", "value": int(words), "low": int(words), "high": int(words),
                     "unit": unit, "measure": "destroyed", "place": town, "event": f"e{ident}"}
                    for at, (words, unit) in enumerate([("7", "carts"), ("8", "boats")][:figures])
                ],
                "quotes": [],
                "events": [
                    {"id": f"e{ident}", "kind": "shelling", "place": town, "country": country, "lat": lat, "lon": lon,
                     "precision": precision, "date_from": f"2025-12-0{number + 1}",
                     "date_to": f"2025-12-0{number + 1}", "summary": f"7 carts and 8 boats burned in {town}",
                     "figures": [f"f{ident}{at}" for at in range(figures)], "quotes": [],
                     "sentences": [[0, len(text) - 1]]},
                ],
            })  # fmt: skip
    return made


@pytest.fixture
def mapped(tmp_path: Path) -> Path:
    """A store with events in three places, and two events in none."""
    path = put_store(tmp_path)
    source = tmp_path / "map.jsonl"
    source.write_text("".join(json.dumps(article) + "\n" for article in placed_articles()), "utf-8")
    assert not import_paths(path, [source]).failures
    return path


# Geometry


def test_a_point_in_the_middle_is_drawn_in_the_middle_and_north_is_up() -> None:
    view = View(30, 50, 0.1, 40, 20)
    assert view.dot(30, 50) == (40, 40)
    assert view.dot(30, 51) == (40, 30)
    x, y = view.dot(31, 50)
    assert 46 < x < 47  # ten dots a degree at the equator, fewer at 50 degrees north
    assert y == 40
    west, south, east, north = view.box()
    assert (round((west + east) / 2, 6), round((south + north) / 2, 6)) == (30, 50)
    assert view.holds(west + 0.01, north - 0.01)
    assert not view.holds(east + 0.01, 50)


def test_moving_and_zooming_stay_on_the_map() -> None:
    view = View(170, 80, 0.5, 40, 20)
    assert view.moved(5, -5).lon == 180
    assert view.moved(5, -5).lat == 84
    assert view.zoomed(1e-9).scale == 0.002
    assert view.zoomed(1e9).scale == 2.0
    assert view.moved(0.25, 0).lon > 170
    assert view.moved(0, 0.25).lat < 80


def test_a_view_of_another_size_shows_about_as_much() -> None:
    view = View(30, 50, 0.1, 40, 20)
    other = view.sized(20, 10)
    assert (other.lon, other.lat, other.cells, other.rows) == (30, 50, 20, 10)
    assert abs(other.box()[3] - view.box()[3]) < 0.01


def test_the_first_view_holds_every_place_and_leaves_out_what_weighs_little() -> None:
    near = [(36.2, 50.0, 10.0), (30.7, 46.5, 5.0), (33.4, 53.0, 5.0)]
    view = fitted(near, 60, 20)
    assert all(view.holds(lon, lat) for lon, lat, _ in near)
    far = [*near * 20, (-120.0, -30.0, 1.0)]
    assert not fitted(far, 60, 20).holds(-120, -30)
    assert fitted([], 60, 20).holds(15, 20)
    assert fitted([(36.2, 50.0, 1.0)], 60, 20).holds(36.2, 50.0)


def test_dots_and_lines_stay_on_the_grid() -> None:
    canvas = Canvas(2, 1)
    canvas.line(-10, -10, 10, 10)
    assert [bits for row in canvas.cells for bits in row] == [0x01 | 0x10, 0x04 | 0x80]
    canvas = Canvas(2, 1)
    canvas.dot(4, 0)
    canvas.dot(0, -1)
    canvas.disc(1, 1, 1.0)
    assert sum(bin(bits).count("1") for row in canvas.cells for bits in row) == 5
    assert clipped(-5, 1, 20, 1, 9, 3) == pytest.approx((0, 1, 9, 1))
    assert clipped(-5, -1, -2, 7, 9, 3) is None
    assert clipped(3, 5, 3, 9, 9, 3) is None


def test_a_line_over_the_edge_of_the_world_is_not_drawn_through_it() -> None:
    view = View(0, 0, 1.5, 100, 20)
    canvas = Canvas(view.cells, view.rows)
    drawn(canvas, view, (178, -178), (0, 0))
    assert not any(any(row) for row in canvas.cells)
    drawn(canvas, view, (10, 40), (0, 0))
    assert any(any(row) for row in canvas.cells)


# Outlines


@pytest.mark.parametrize("fine", [False, True])
def test_the_outlines_are_of_this_world(fine: bool) -> None:
    lines = outlines.lines(fine=fine)
    assert len(lines) > (1900 if fine else 500)
    assert min(line.west for line in lines) >= -180
    assert max(line.east for line in lines) <= 180
    assert max(line.north for line in lines) < 84
    assert {line.border for line in lines} == {False, True}
    assert all(len(line.lons) == len(line.lats) >= 2 for line in lines)
    # The coast near Odesa, and the Rhine between France and Germany.
    near = 0.5
    for lon, lat, border in ((30.7, 46.4, False), (7.6, 48.2, True)):
        assert any(
            abs(x - lon) < near and abs(y - lat) < near
            for line in lines
            if line.border is border
            for x, y in zip(line.lons, line.lats, strict=True)
        )


def test_the_outlines_say_where_they_come_from() -> None:
    page = (Path(outlines.__file__).parent / "README.md").read_text("utf-8")
    assert "Natural Earth is in the\npublic domain" in page or "Natural Earth is in the public domain" in page


# The store


def test_places_are_counted_and_those_with_most_figures_come_first(mapped: Path) -> None:
    with open_reader(mapped) as reader:
        rows = placed(reader)
        assert [(row.name, row.events, row.figures, row.last) for row in rows] == [
            ("Marzan", 3, 6, "2025-12-03"), ("Lorn", 2, 2, "2025-12-02"), ("the Sel region", 1, 0, "2025-12-01"),
        ]  # fmt: skip
        assert count_events(reader) - sum(row.events for row in rows) == 3
        days = [row.date_to for row in reader.event_rows(event_ids_at(reader, rows[0]))]
        assert days == ["2025-12-03", "2025-12-02", "2025-12-01"]
        some = parse_query("until:2025-12-01")
        assert [(row.name, row.events) for row in placed(reader, some)] == [
            ("Marzan", 1), ("Lorn", 1), ("the Sel region", 1),
        ]  # fmt: skip
        assert len(event_ids_at(reader, rows[0], some)) == 1
        assert placed(reader, parse_query("place:nowhere")) == []


def test_the_map_of_everything_is_read_from_its_index_alone(mapped: Path) -> None:
    with open_reader(mapped) as reader:
        asked: list[str] = []
        reader.connection.set_trace_callback(asked.append)
        placed(reader)
        reader.connection.set_trace_callback(None)
        statement = next(each for each in asked if "FROM events" in each)
        plan = " ".join(row[3] for row in reader._all(f"EXPLAIN QUERY PLAN {statement}"))
    assert "events_placed" in plan
    assert "TEMP B-TREE" not in plan


# In words


def test_the_same_in_words(mapped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["places", "--db", str(mapped)]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[0] == "Marzan\tVara\t50\t36.2\tcity\t3\t6\t2025-12-03"
    assert captured.err == "3 more have no place on the map.\n"
    assert group.run(["places", "--jsonl", "--db", str(mapped), "place:lorn"]) == 0
    assert json.loads(capsys.readouterr().out)["longitude"] == 30.7
    assert group.run(["places", "--csv", "--db", str(mapped)]) == 0
    assert (
        capsys.readouterr().out.splitlines()[0]
        == "place,country,latitude,longitude,precision,events,figures,last"
    )
    assert group.run(["places", "--db", str(mapped), "place:nowhere"]) == 1
    assert capsys.readouterr().err == "Nothing found.\n"


def test_a_table_of_places_for_a_person(
    mapped: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.cli.common.terminal", lambda: True)
    assert group.run(["places", "--db", str(mapped)]) == 0
    out = capsys.readouterr().out
    assert "Latitude" in out
    assert out.index("Marzan") < out.index("Lorn") < out.index("the Sel")


# The screen


async def opened(hand: Hand) -> MapScreen:
    """The map, drawn."""
    await hand.pilot.press("m")
    for _ in range(300):
        await hand.pilot.pause(0.02)
        screen = hand.app.screen
        if isinstance(screen, MapScreen) and screen.places.known:
            await hand.pilot.pause(0.1)
            return screen
    raise AssertionError(hand.text)


async def press(hand: Hand, *keys: str) -> None:
    """Press keys on the map and wait for what they ask."""
    await hand.pilot.press(*keys)
    for _ in range(6):
        await hand.pilot.pause(0.03)
        await hand.app.screen.workers.wait_for_complete()
    await hand.pilot.pause(0.05)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_map_shows_places_and_says_the_same_beside_it(mapped: Path, size: tuple[int, int]) -> None:
    async with browsing(mapped, size=size) as hand:
        screen = await opened(hand)
        assert "3 of 3 places in view" in hand.text
        assert "3 events on no map" in hand.text
        assert "6 figures · 3 events · 50.00° N 36.20° E" in hand.text
        drawing = "\n".join("".join(text for text, _ in line) for line in screen.map.picture())
        assert "Marzan" in drawing
        assert "Lorn" in drawing
        assert sum(0x2800 < ord(char) < 0x2900 for char in drawing) > 100
        names = {name for line in screen.map.picture() for _, name in line}
        assert {"coast", "border", "place", "name", "here"} <= names


async def test_every_key_of_the_map(mapped: Path) -> None:
    async with browsing(mapped) as hand:
        screen = await opened(hand)
        whole = screen.map.view
        await press(hand, "j")
        assert screen.places.current.name == "Lorn"
        assert screen.map.chosen.name == "Lorn"
        await press(hand, "n", "N", "k")
        assert screen.places.current.name == "Marzan"
        await press(hand, "G")
        assert screen.places.current.name == "the Sel region"
        await press(hand, "g", "pagedown", "pageup")
        assert screen.places.current.name == "Marzan"
        await press(hand, "plus")
        assert screen.map.view.scale < whole.scale
        assert round(screen.map.view.lon, 1) == 36.2
        await press(hand, "minus", "minus")
        assert screen.map.view.scale > whole.scale
        await press(hand, "0")
        assert screen.map.view == whole
        for key, back in (("right", "h"), ("l", "left"), ("up", "J"), ("K", "down")):
            await press(hand, key)
            assert screen.map.view != whole, key
            await press(hand, back)
            assert abs(screen.map.view.lon - whole.lon) + abs(screen.map.view.lat - whole.lat) < 0.01
        await press(hand, *["equals_sign"] * 6)
        assert "1 of 3 places in view" in hand.text
        await press(hand, "j")
        assert screen.map.view.holds(30.7, 46.5)
        await press(hand, "question_mark")
        assert hand.app.screen is not screen
        await press(hand, "escape")
        assert hand.app.screen is screen
        await press(hand, "q")
        assert hand.app.screen is hand.browser
        await opened(hand)
        await press(hand, "m")
        assert hand.app.screen is hand.browser


async def test_the_map_has_the_keys_that_a_person_gave_the_browser(mapped: Path) -> None:
    settings = Settings(keys={"down": ("n", "down"), "next_match": ("ctrl+n",), "quit": ("l",)})
    async with browsing(mapped, settings=settings) as hand:
        screen = await opened(hand)
        assert " n ↓ next " in hand.lines[-1]
        await press(hand, "j")
        assert screen.places.current.name == "Marzan"
        await press(hand, "down")
        assert screen.places.current.name == "Lorn"
        before = screen.map.view
        await press(hand, "right")
        assert screen.map.view != before
        await press(hand, "l")
        assert hand.app.screen is hand.browser


async def test_enter_lists_a_places_events_and_opens_one(mapped: Path) -> None:
    async with browsing(mapped) as hand:
        screen = await opened(hand)
        await press(hand, "enter")
        assert screen.events.total == 3
        assert "1/3 at Marzan" in hand.text
        await press(hand, "escape")
        assert screen.places.display
        await press(hand, "enter", "j")
        assert "2/3 at Marzan" in hand.text
        wanted = screen.events.current.id
        await press(hand, "enter")
        await hand.settle()
        assert hand.app.screen is hand.browser
        assert hand.browser.view == "events"
        assert hand.browser.list.current.id == wanted
        assert hand.browser.article.headline == "Carts burn in Marzan"
        await opened(hand)
        await press(hand, "escape")
        assert hand.app.screen is hand.browser


async def test_the_map_is_of_what_the_search_finds(mapped: Path) -> None:
    async with browsing(mapped, query="place:lorn") as hand:
        screen = await opened(hand)
        assert [row.name for row in screen.places.rows()] == ["Lorn"]
        assert "place:lorn" in hand.text
    async with browsing(mapped, query="place:nowhere") as hand:
        await opened(hand)
        assert "No event that matches has a place on the map." in hand.text
        await press(hand, "j", "enter", "plus", "right", "0")


async def test_the_map_in_ascii(mapped: Path) -> None:
    async with browsing(mapped, settings=Settings(ascii=True)) as hand:
        screen = await opened(hand)
        assert all(text.isascii() for line in screen.map.picture() for text, _ in line)
        names = [text for line in screen.map.picture() for text, name in line if name == "place"]
        assert names
        assert hand.text.replace("°", "").isascii()


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (40, 10), (200, 60)])
async def test_the_map_lives_at_any_size(mapped: Path, size: tuple[int, int]) -> None:
    async with browsing(mapped, size=size) as hand:
        await opened(hand)
        await press(hand, "j", "plus", "enter", "escape")
        await hand.pilot.resize_terminal(80, 24)
        await press(hand, "j")
        await hand.pilot.resize_terminal(*size)
        await press(hand, "k", "q")
        assert hand.app.screen is hand.browser


async def test_a_hostile_name_is_drawn_safely(tmp_path: Path) -> None:
    path = put_store(tmp_path)
    source = tmp_path / "map.jsonl"
    article = placed_articles()[0]
    article["events"][0]["place"] = HOSTILE
    source.write_text(json.dumps(article) + "\n", "utf-8")
    assert not import_paths(path, [source]).failures
    async with browsing(path) as hand:
        screen = await opened(hand)
        text = "".join(text for line in screen.map.picture() for text, _ in line) + hand.text.replace(
            "\n", ""
        )
        assert text.isprintable()


def test_coordinates_are_said_with_what_they_are_the_middle_of(mapped: Path) -> None:
    with open_reader(mapped) as reader:
        rows = placed(reader)
    assert coordinates(rows[0]) == "50.00° N 36.20° E"
    assert coordinates(rows[2]) == "53.00° N 33.40° E (region)"
