"""The annotated reports are sound: offsets, checksums, words of the vocabulary, references."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from extract.model import EventKind, Measure

GOLD = Path(__file__).parent / "gold"
HALVES = ("tuning", "test")
FILES = sorted(path for half in HALVES for path in (GOLD / half).glob("*.json"))


def read(path: Path) -> tuple[dict[str, Any], str]:
    """An annotation and the text that it is about."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    return gold, (path.parent / "texts" / gold["document"]).read_bytes().decode("utf-8")


def numbers_of(gold: dict[str, Any], article: int) -> set[str]:
    """The number words annotated in one article."""
    return {f["number"] for f in gold["figures"] if f["article"] == article}


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def annotated(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str]:
    return read(request.param)


def test_text_is_the_one_that_was_annotated(annotated: tuple[dict[str, Any], str]) -> None:
    gold, text = annotated
    assert hashlib.sha256(text.encode()).hexdigest() == gold["sha256"]


def test_articles_follow_each_other_and_hold_their_headlines(annotated: tuple[dict[str, Any], str]) -> None:
    gold, text = annotated
    end = 0
    for article in gold["articles"]:
        assert end <= article["start"] < article["end"] <= len(text)
        assert not text[end : article["start"]].strip()
        here = text[article["start"] : article["end"]]
        assert (article["headline"] or "") in here
        assert (article["dateline"] or "") in here
        assert (article["published"] is None) == (article["published_basis"] is None)
        if article["published"]:
            date.fromisoformat(article["published"])
        end = article["end"]
    assert not text[end:].strip()


def test_figures_point_at_their_number_words(annotated: tuple[dict[str, Any], str]) -> None:
    gold, text = annotated
    end = 0
    for figure in gold["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["number"]
        assert end <= figure["start"], "figures stand in text order and never overlap"
        end = figure["end"]
        article = gold["articles"][figure["article"]]
        assert article["start"] <= figure["start"] < figure["end"] <= article["end"]


def test_figures_use_the_vocabulary_and_words_of_the_text(annotated: tuple[dict[str, Any], str]) -> None:
    gold, text = annotated
    plain = text.casefold().replace("’", "'")
    for figure in gold["figures"]:
        assert {figure["measure"], *figure["also_measure"]} <= set(get_args(Measure))
        assert figure["unit"]
        assert figure["high"] is None or figure["high"] >= figure["value"]
        for field in ("modifier", "when"):
            assert (figure[field] or "").casefold().replace("’", "'") in plain
        if figure["dates"]:
            first, last = map(date.fromisoformat, figure["dates"])
            assert first <= last


def test_parts_name_a_number_of_their_own_article(annotated: tuple[dict[str, Any], str]) -> None:
    gold, _ = annotated
    for figure in gold["figures"]:
        wholes = {figure[key] for key in ("subset_of", "implicit_subset_of") if figure.get(key)}
        assert wholes <= numbers_of(gold, figure["article"])


def test_quotes_point_inside_their_marks(annotated: tuple[dict[str, Any], str]) -> None:
    gold, text = annotated
    end = 0
    for quote in gold["quotes"]:
        here = text[quote["start"] : quote["end"]]
        assert here == quote["text"] == here.strip()
        assert text[: quote["start"]].rstrip()[-1] in "“\"‘'«„"
        assert end <= quote["start"]
        end = quote["end"]
        assert quote["kind"] in {"direct", "partial", "scare"}
        assert quote["kind"] != "scare" or quote["speaker"] is None


def test_events_name_figures_of_their_own_article(annotated: tuple[dict[str, Any], str]) -> None:
    gold, _ = annotated
    for event in gold["events"]:
        assert {event["kind"], *event.get("also_kind", [])} <= set(get_args(EventKind))
        assert event["kind"] not in event.get("also_kind", [])
        assert set(event["figures"]) <= numbers_of(gold, event["article"])
        for day in (event["date"], *event.get("also_date", [])):
            assert day is None or date.fromisoformat(day)


def test_no_text_stands_in_both_halves() -> None:
    names = Counter(path.stem for path in FILES)
    checksums = Counter(read(path)[0]["sha256"] for path in FILES)
    assert set(names.values()) == set(checksums.values()) == {1}


def test_every_hard_case_stands_in_three_reports_and_in_both_halves() -> None:
    halves = {half: Counter[str]() for half in HALVES}
    for path in FILES:
        halves[path.parent.name].update(read(path)[0]["cases"])
    for case in halves["tuning"] | halves["test"]:
        assert min(halves["tuning"][case], halves["test"][case]) >= 1, case
        assert halves["tuning"][case] + halves["test"][case] >= 3, case


def test_styles_and_wars_are_many() -> None:
    golds = [read(path)[0] for path in FILES]
    assert len({gold["style"] for gold in golds}) >= 8
    assert len({gold["war"] for gold in golds}) >= 5
