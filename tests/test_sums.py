"""The check on sums: parts against their wholes, within one claimant, event and night. Everything is invented."""

from __future__ import annotations

from typing import Any

import pytest

from extract.ids import item_id
from extract.model import Figure, Sum
from extract.pipeline import extract_document
from extract.sums import find_sums, interval

ARTICLE = "a" * 16


def figure(value: float, measure: str, start: int, **more: Any) -> Figure:
    """A figure of the air force's night over Marzan, unless `more` says otherwise."""
    weapon = measure in ("launched", "shot_down", "hit")
    made: dict[str, Any] = {
        "low": value, "high": value, "unit": "drones" if weapon else "people", "claimant": "air force",
        "place": "Marzan", "date_from": "2031-05-01", "date_to": "2031-05-02", "event": "night", **more,
    }  # fmt: skip
    return Figure(
        id=item_id("figure", ARTICLE, start, start + 1), start=start, end=start + 1, text=f"{value:g}",
        value=value, measure=measure, **made,  # type: ignore[arg-type]
    )  # fmt: skip


def said(*figures: Figure) -> list[tuple[str, str, float | None, float | None]]:
    return [(each.kind, each.status, each.low, each.high) for each in find_sums(ARTICLE, figures)]


def read(text: str) -> list[Sum]:
    (article,) = extract_document(text, "report.txt", published="2031-05-02")
    return article.sums


# ---------------------------------------------------------------- fates


@pytest.mark.parametrize(
    ("down", "hit", "status", "rest"),
    [(106, 22, "open", 3), (100, 31, "adds_up", 0), (120, 22, "exceeds", -11)],
)
def test_what_was_launched_is_shot_down_or_hits_or_is_open(
    down: int, hit: int, status: str, rest: int
) -> None:
    launched, one, two = figure(131, "launched", 1), figure(down, "shot_down", 2), figure(hit, "hit", 3)
    assert said(launched, one, two) == [("fates", status, rest, rest)]


def test_the_check_names_its_figures_and_says_it_in_one_sentence() -> None:
    figures = [
        figure(131, "launched", 1),
        figure(106, "shot_down", 2),
        figure(22, "hit", 3),
        figure(15, "locations_hit", 4),
    ]
    (check,) = find_sums(ARTICLE, figures)
    assert (check.whole, check.parts) == (figures[0].id, [figures[1].id, figures[2].id])
    assert (check.claimant, check.event) == ("air force", "night")
    assert check.words == "131 launched; 106 shot down and 22 that hit are accounted for; 3 open"
    assert check.id == find_sums(ARTICLE, figures)[0].id


@pytest.mark.parametrize(
    "other",
    [
        {"claimant": "navy"},
        {"claimant": None},
        {"date_from": "2031-05-02", "date_to": "2031-05-03"},
        {"event": "another"},
        {"scope": "cumulative"},
        {"unit": "missiles"},
    ],
)
def test_other_claimants_nights_events_and_weapons_are_never_mixed(other: dict[str, Any]) -> None:
    assert said(figure(131, "launched", 1), figure(106, "shot_down", 2, **other)) == []
    linked = figure(106, "shot_down", 2, **other, part_of=figure(131, "launched", 1).id)
    if "event" not in other:
        assert said(figure(131, "launched", 1), linked) == []


def test_a_repeat_is_not_counted_twice() -> None:
    down = figure(106, "shot_down", 2)
    again = figure(106, "shot_down", 9, same_as=down.id)
    launched_again = figure(131, "launched", 8, same_as=figure(131, "launched", 1).id)
    assert said(figure(131, "launched", 1), down, launched_again, again) == [("fates", "open", 25, 25)]


def test_two_counts_of_one_end_leave_the_check_unmade() -> None:
    assert said(figure(131, "launched", 1), figure(50, "shot_down", 2), figure(60, "shot_down", 3)) == []


def test_drones_and_missiles_have_checks_of_their_own() -> None:
    drones, missiles = figure(20, "launched", 1), figure(44, "launched", 2, unit="cruise missiles")
    parts = [
        figure(15, "shot_down", 3, part_of=drones.id),
        figure(29, "shot_down", 4, unit="missiles", part_of=missiles.id),
    ]
    assert said(drones, missiles, *parts) == [("fates", "open", 5, 5), ("fates", "open", 15, 15)]


def test_what_is_none_is_no_part() -> None:
    assert said(figure(20, "launched", 1), figure(0, "hit", 2)) == []


# ---------------------------------------------------------------- bounds


@pytest.mark.parametrize(
    ("modifier", "low", "high"),
    [
        (None, 50, 50), ("at least", 50, float("inf")), ("more than", 50, float("inf")), ("or more", 50, float("inf")),
        ("up to", 0, 50), ("fewer than", 0, 50), ("about", 45, 55), ("nearly", 45, 55), ("a whopping", 50, float("inf")),
    ],
)  # fmt: skip
def test_a_printed_bound_makes_an_interval(modifier: str | None, low: float, high: float) -> None:
    made = interval(figure(50, "killed", 1, modifier=modifier))
    assert (made.low, made.high) == (low, high)


def test_a_range_is_what_it_says() -> None:
    made = interval(figure(30, "killed", 1, low=30, high=40))
    assert (made.low, made.high) == (30, 40)


def test_bounds_that_leave_it_undecided_are_unknown() -> None:
    whole = figure(22, "killed", 1, modifier="at least")
    parts = [
        figure(12, "killed", 2, unit="women", part_of=whole.id),
        figure(14, "killed", 3, unit="children", part_of=whole.id),
    ]
    (check,) = find_sums(ARTICLE, [whole, *parts])
    assert (check.status, check.low, check.high) == ("unknown", -4, None)
    assert check.words == "at least 22 killed, of them 12 women and 14 children; how many others is not known"


def test_parts_with_no_top_exceed_only_when_their_least_does() -> None:
    assert said(figure(30, "launched", 1), figure(40, "shot_down", 2, modifier="at least")) == [
        ("fates", "exceeds", None, -10)
    ]
    assert said(figure(30, "launched", 1), figure(20, "shot_down", 2, modifier="at least")) == [
        ("fates", "unknown", None, 10)
    ]


def test_an_open_rest_of_a_range_has_both_ends() -> None:
    (check,) = find_sums(ARTICLE, [figure(50, "launched", 1, low=50, high=60), figure(44, "shot_down", 2)])
    assert (check.status, check.low, check.high) == ("open", 6, 16)
    assert check.words == "50 to 60 launched; 44 shot down are accounted for; 6 to 16 open"


# ---------------------------------------------------------------- parts, lists, casualties


def test_parts_that_may_share_members_are_not_added_up() -> None:
    whole = figure(30, "killed", 1)
    women = figure(20, "killed", 2, unit="women", part_of=whole.id)
    civilians = figure(25, "killed", 3, unit="civilians", part_of=whole.id)
    # Together at least 25, at most 45: nothing contradicts the 30.
    assert said(whole, women, civilians) == [("parts", "unknown", -15, 5)]


def test_parts_that_share_nobody_are_added_up() -> None:
    whole = figure(30, "killed", 1)
    women = figure(20, "killed", 2, unit="women", part_of=whole.id)
    boys = figure(11, "killed", 3, unit="boys", part_of=whole.id)
    assert said(whole, women, boys) == [("parts", "exceeds", -1, -1)]


def test_boys_may_be_among_the_children() -> None:
    whole = figure(30, "killed", 1)
    children = figure(20, "killed", 2, unit="children", part_of=whole.id)
    boys = figure(11, "killed", 3, unit="boys", part_of=whole.id)
    assert said(whole, children, boys) == [("parts", "unknown", -1, 10)]


def test_one_part_is_a_check_only_when_it_is_too_many() -> None:
    whole = figure(22, "injured", 1)
    assert said(whole, figure(2, "injured", 2, unit="children", part_of=whole.id)) == []
    assert said(whole, figure(23, "injured", 2, unit="children", part_of=whole.id)) == [
        ("parts", "exceeds", -1, -1)
    ]


@pytest.mark.parametrize(
    ("counts", "status", "rest"),
    [((26, 10, 22), "adds_up", 0), ((26, 10, 4), "open", 18), ((26, 10, 30), "exceeds", -8)],
)
def test_a_list_by_region_stands_against_its_total(
    counts: tuple[int, int, int], status: str, rest: int
) -> None:
    whole = figure(58, "shot_down", 1)
    parts = [
        figure(count, "shot_down", at, place=place, part_of=whole.id)
        for at, (count, place) in enumerate(zip(counts, ("Dorn region", "Vost", "Brenn"), strict=True), 2)
    ]
    assert said(whole, *parts) == [("places", status, rest, rest)]


def test_a_list_by_weapon_stands_against_its_total() -> None:
    whole = figure(64, "launched", 1, unit="weapons")
    parts = [
        figure(count, "launched", at, unit=unit, part_of=whole.id)
        for at, (count, unit) in enumerate([(20, "drones"), (36, "cruise missiles"), (9, "rockets")], 2)
    ]
    (check,) = find_sums(ARTICLE, [whole, *parts])
    assert (check.kind, check.status) == ("kinds", "exceeds")
    assert check.words == "64 launched; 20 drones, 36 cruise missiles and 9 rockets make 65; 1 too many"


@pytest.mark.parametrize(("killed", "status"), [(5, "adds_up"), (4, "open"), (9, "exceeds")])
def test_casualties_are_killed_and_injured(killed: int, status: str) -> None:
    checks = said(figure(30, "casualties", 1), figure(killed, "killed", 2), figure(25, "injured", 3))
    assert [(kind, said_) for kind, said_, *_ in checks] == [("casualties", status)]


def test_casualties_need_both_and_of_the_same_people() -> None:
    assert said(figure(30, "casualties", 1), figure(9, "killed", 2)) == []
    assert (
        said(figure(30, "casualties", 1), figure(9, "killed", 2, unit="soldiers"), figure(25, "injured", 3))
        == []
    )


# ---------------------------------------------------------------- out of texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ostra fired 131 drones at Marzan overnight, of which 106 were shot down and 22 hit 15 locations, the Vara"
            " air force said.",
            "131 launched; 106 shot down and 22 that hit are accounted for; 3 open",
        ),
        (
            "The ministry said its air defenses shot down 58 drones overnight: 26 over Belgorod, 10 over Bryansk and 30"
            " over Kursk.",
            "58 shot down; 26 (Belgorod), 10 (Bryansk) and 30 (Kursk) make 66; 8 too many",
        ),
        (
            "At least 22 people were killed in Marzan, including 12 women and 14 children, the hospital said.",
            "at least 22 killed, of them 12 women and 14 children; how many others is not known",
        ),
        (
            "The blast caused 30 casualties, with 9 killed and 21 injured, the mayor of Marzan said.",
            "30 casualties; 9 killed and 21 injured make 30; it adds up",
        ),
    ],
)
def test_sums_are_read_out_of_a_report(text: str, words: str) -> None:
    assert [check.words for check in read(text)] == [words]


def test_rival_claims_make_no_sum() -> None:
    text = (
        "Ostra said it fired 40 drones at Marzan overnight. The Vara air force said it shot down 45 drones overnight,"
        " none of them over the port."
    )
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Rebels seized 14 vehicles: six tanks, five trucks and three jeeps.",
            "14 lost equipment, of them 6 tanks, 5 trucks and 3 jeeps; no others",
        ),
        (
            "Police arrested 30 people: 12 in Baghdad, 9 in Basra and 5 in Mosul.",
            "30 arrested; 12 (Baghdad), 9 (Basra) and 5 (Mosul) make 26; 4 open",
        ),
        (
            "The shelling of Marzan wounded 20 people, 11 women and 9 men.",
            "20 injured, of them 11 women and 9 men; no others",
        ),
        (
            "The army destroyed nine vehicles — four tanks, three trucks and three jeeps.",
            "9 destroyed, of them 4 tanks, 3 trucks and 3 jeeps; 1 too many",
        ),
    ],
)
def test_a_list_that_a_total_opens_is_its_parts(text: str, words: str) -> None:
    assert [check.words for check in read(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday 12 people were killed in Aleppo, eight in Idlib.",
        "Seven people were killed, 39 injured.",
        "The blast killed 9 soldiers, 4 police officers and 5 civilians.",
        "The strikes killed 12 people in Aleppo, five in Homs and four in Idlib.",
    ],
)
def test_counts_side_by_side_are_no_list(text: str) -> None:
    assert read(text) == []
