"""`conflict-tui/1` lines go in and come out without loss, and each fault is named with its line and field."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.ids import article_id
from extract.model import Article, Candidate, Event, Figure, Quote, Sum
from store.export import export
from store.search import open_reader
from tests.store_support import dump, lines, plain, put, raid, stored, talks


def exported(db: Path) -> str:
    out = io.StringIO()
    with open_reader(db) as reader:
        export(reader, None, "jsonl", out)
    return out.getvalue()


def test_what_was_imported_is_exported_the_same_to_the_last_field(tmp_path: Path) -> None:
    first = raid(
        published=None, published_basis=None, url="https://example.org/1", byline="By A. Writer",
        candidates=[Candidate(date="2031-05-03", score=0.7, why="weekday"), Candidate(date="2031-05-10", score=0.1, why="b")],
    )  # fmt: skip
    first.figures[1].part_of = first.figures[0].id
    first.figures[2].same_as = first.figures[1].id
    first.figures[1].revises = first.figures[0].id
    first.figures[0].claimant_start, first.figures[0].claimant_end = 70, 75
    first.quotes[0].utterance = first.quotes[0].id
    second = talks()
    db = stored(tmp_path, first, second)
    back = [msgspec.json.decode(line, type=Article) for line in exported(db).splitlines()]
    assert back == [first, second]


def test_an_export_imported_elsewhere_exports_the_same_bytes(tmp_path: Path) -> None:
    once = exported(stored(tmp_path, raid(), talks()))
    (tmp_path / "once.jsonl").write_text(once, encoding="utf-8")
    other = tmp_path / "other.db"
    assert put(other, tmp_path / "once.jsonl").articles == 2
    assert exported(other) == once


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | any_text


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    ident = article_id(text)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    day = st.none() | st.dates().map(lambda d: d.isoformat())
    figures = [
        Figure(
            id=f"{ident}f", start=start, end=end, text=text[start:end], value=draw(st.floats(0, 1e12)), low=0,
            high=draw(st.floats(0, 1e15)), modifier=draw(maybe), unit=draw(maybe), place=draw(maybe),
            claimant=draw(maybe), claimant_why=draw(maybe), channel=draw(maybe), when=draw(maybe),
            date_to=draw(day), scope=draw(st.sampled_from(["event", "period", "cumulative"])),
            stance=draw(st.sampled_from([None, "claimed", "confirmed", "denied", "disputed", "unverified"])),
            disputed_by=draw(maybe), disputed_start=start, disputed_end=end,
        )
    ]  # fmt: skip
    quotes = [
        Quote(
            id=f"{ident}q", start=start, end=end, text=text[start:end], kind="partial", speaker=draw(maybe),
            role=draw(maybe), date=draw(day), stance=draw(st.sampled_from([None, "denied"])), speaker_start=start, speaker_end=end, speaker_text=text[start:end],
        )
    ]  # fmt: skip
    events = [
        Event(
            id=f"{ident}e", kind="shelling", summary=draw(any_text), place=draw(maybe), actor=draw(maybe),
            lat=draw(st.none() | st.floats(-90, 90)), sentences=[(start, end)], figures=[f"{ident}f"],
        )
    ]  # fmt: skip
    sums = [
        Sum(
            id=f"{ident}s", kind=draw(st.sampled_from(["fates", "casualties", "places", "kinds", "parts"])),
            whole=f"{ident}f", parts=draw(st.sampled_from([[], [f"{ident}f"]])), claimant=draw(maybe),
            event=draw(st.sampled_from([None, f"{ident}e"])), low=draw(st.none() | st.floats(-9, 0)),
            high=draw(st.none() | st.floats(0, 9)), words=draw(any_text),
            status=draw(st.sampled_from(["adds_up", "open", "exceeds", "unknown"])),
        )
    ]  # fmt: skip
    offset = draw(st.integers(0, 10**9))
    published = draw(day)
    return Article(
        id=ident, document=draw(any_text.filter(bool)), start=offset, end=offset + len(text), text=text,
        headline=draw(maybe), dateline=draw(maybe), byline=draw(maybe), outlet=draw(maybe), url=draw(maybe),
        published=published, published_basis="stated" if published else None, published_why=draw(maybe),
        figures=figures, quotes=quotes, events=events, sums=sums,
    )  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles())
def test_any_unicode_goes_round_without_loss(tmp_path: Path, article: Article) -> None:
    db = tmp_path / "any.db"
    for path in tmp_path.glob("any.db*"):
        path.unlink()
    assert not put(db, lines(tmp_path / "any.jsonl", article)).failures
    assert [msgspec.json.decode(line, type=Article) for line in exported(db).split("\n")[:-1]] == [article]


def test_unknown_keys_are_left_out_with_a_warning_that_names_them(tmp_path: Path) -> None:
    spoilt = plain(raid())
    spoilt["colour"] = "red"
    spoilt["figures"][0]["mood"] = 1
    spoilt["figures"][1]["mood"] = 2
    summary = put(tmp_path / "s.db", lines(tmp_path / "a.jsonl", spoilt))
    assert summary.articles == 1
    assert len(summary.warnings) == 2
    assert "'colour'" in summary.warnings[0]
    assert "'figures[].mood'" in summary.warnings[1]
    assert "2×" in summary.warnings[1]
    assert "colour" not in exported(tmp_path / "s.db")


Spoil = Callable[[dict[str, Any]], object]
FAULTS: list[tuple[str, Spoil, str, str]] = [
    ("a wrong type", lambda a: a["figures"][1].update(start="12"), "figures[1].start", "expected int, got str"),
    ("a missing field", lambda a: a.pop("text"), "", "missing required field text"),
    ("an unknown measure", lambda a: a["figures"][0].update(measure="eaten"), "figures[0].measure", "eaten"),
    ("another format", lambda a: a.update(format="conflict-tui/9"), "format", "newer conflict-tui"),
    ("an offset behind the text", lambda a: a["quotes"][0].update(end=99999), "quotes[0].start", "outside the text"),
    ("a negative offset", lambda a: a["figures"][0].update(start=-3), "figures[0].start", "outside the text"),
    ("a sum of nothing", lambda a: a.update(sums=[{"id": "s", "kind": "parts", "whole": "x", "parts": [],
        "status": "open", "words": ""}]), "sums[0].whole", "the id of no figure"),
    ("a quote elsewhere", lambda a: a["quotes"][0].update(start=3, end=9), "quotes[0].start", "not 'Nobody"),
    ("a number elsewhere", lambda a: a["figures"][0].update(start=0, end=2), "figures[0].start", "within '41 drones'"),
    ("a speaker elsewhere", lambda a: a["quotes"][0].update(speaker_start=0, speaker_end=4), "quotes[0].speaker_start", "'Dorn'"),
    ("half a claimant", lambda a: a["figures"][0].update(claimant_start=3), "figures[0].claimant_start", "missing"),
    ("ids twice", lambda a: a["figures"][1].update(id=a["figures"][0]["id"]), "figures[1].id", "twice"),
    ("a part of nothing", lambda a: a["figures"][0].update(part_of="zz"), "figures[0].part_of", "'zz'"),
    ("the same as nothing", lambda a: a["figures"][0].update(same_as="zz"), "figures[0].same_as", "'zz'"),
    ("no such event", lambda a: a["quotes"][0].update(event="zz"), "quotes[0].event", "no event"),
    ("an event of no figure", lambda a: a["events"][0]["figures"].append("zz"), "events[0].figures[2]", "'zz'"),
    ("an event of no quote", lambda a: a["events"][0].update(quotes=["zz"]), "events[0].quotes[0]", "'zz'"),
    ("a sentence outside", lambda a: a["events"][0].update(sentences=[[0, 99999]]), "events[0].sentences[0]", "outside"),
    ("no day", lambda a: a.update(published="2031-02-30"), "published", "not a day"),
    ("a day in words", lambda a: a["figures"][0].update(date_to="Friday"), "figures[0].date_to", "not a day"),
    ("days backwards", lambda a: a["events"][0].update(date_from="2031-06-01"), "events[0].date_to", "before"),
    ("a basis without a day", lambda a: a.update(published=None), "published_basis", "no published day"),
    ("bounds crossed", lambda a: a["figures"][0].update(low=50), "figures[0].low", "more than high"),
    ("a latitude off the earth", lambda a: a["events"][0].update(lat=123.0), "events[0].lat", "between -90"),
    ("another length", lambda a: a.update(end=5), "end", "characters"),
    ("an empty text", lambda a: a.update(text="", end=0), "text", "is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "field", "said"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_is_named_with_its_line_and_field_and_nothing_is_stored(
    tmp_path: Path, spoil: Spoil, field: str, said: str
) -> None:
    db = stored(tmp_path, talks())
    before = dump(db)
    spoilt = plain(raid())
    spoil(spoilt)
    sound = raid(text=raid().text + " Calm followed.")
    summary = put(db, lines(tmp_path / "bad.jsonl", sound, spoilt))
    assert [failure.path for failure in summary.failures] == [str(tmp_path / "bad.jsonl")]
    message = summary.failures[0].message
    assert message.startswith(f"{tmp_path / 'bad.jsonl'}, line 2" + (f", {field}: " if field else ": "))
    assert said in message
    assert "\n" not in message
    assert dump(db) == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": ', "is not JSON"),
        (b"[1, 2]", "expected object, got array"),
        (b"nonsense", "is not JSON"),
        (b'{"id": "\\ud800"}', "is not JSON"),
        (b'{"id": "\xff"}', "is not UTF-8"),
        (b"[" * 5000, "is not"),
    ],
)
def test_what_is_no_json_is_named_with_its_line(tmp_path: Path, line: bytes, said: str) -> None:
    path = lines(tmp_path / "bad.jsonl", raid())
    path.write_bytes(path.read_bytes() + b"\n" + line + b"\n")
    summary = put(tmp_path / "s.db", path)
    assert len(summary.failures) == 1
    assert "line 3" in summary.failures[0].message
    assert said in summary.failures[0].message or "expected object" in summary.failures[0].message


def test_an_id_that_is_another_articles_is_refused(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    other = plain(talks())
    other["figures"][0]["id"] = raid().figures[0].id
    summary = put(db, lines(tmp_path / "b.jsonl", other))
    assert "figures[0].id" in summary.failures[0].message
    assert "another article" in summary.failures[0].message
    taken = plain(talks())
    taken["id"] = raid().id
    summary = put(db, lines(tmp_path / "c.jsonl", taken))
    assert "already the id of an article with other words" in summary.failures[0].message


def test_a_byte_order_mark_blank_lines_and_crlf_do_no_harm(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", raid(), talks())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    assert put(tmp_path / "s.db", path).articles == 2


def test_lines_from_standard_input_are_recognised(tmp_path: Path) -> None:
    stream = io.BytesIO(lines(tmp_path / "a.jsonl", raid()).read_bytes())
    summary = put(tmp_path / "s.db", "-", stdin=stream)
    assert (summary.documents, summary.articles) == (1, 1)
    assert json.loads(exported(tmp_path / "s.db"))["document"] == "raid.txt"


def test_lines_are_imported_without_loading_the_language_model(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", raid())
    code = (
        "import sys; from store.importer import import_paths\n"
        f"import_paths({str(tmp_path / 's.db')!r}, [{str(path)!r}])\n"
        "print([m for m in ('spacy', 'en_core_web_sm') if m in sys.modules])"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
