"""`conflict-tui explain`: every figure, quote and event of a text with its place and its reasons."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from extract.model import Article, Event, Figure, Quote
from tests.cli_support import EVIL, command
from tui.cli import common, explain, group, reasons
from tui.cli.reasons import KINDS, Explained, Positions, Reason

REPORT = """date 2026-03-05 Drones hit port of Marsk

VELIN, March 5 — The air force said 60 drones were launched at Ostia overnight, of which 44 were shot down.

At least three people were killed in the town of Marsk, Mayor Ilka Dorn said in a post on Telegram. "We will clear the streets by noon," she said.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def explained(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, Any]]:
    """What `explain --jsonl` prints."""
    assert group.run(["explain", "--jsonl", *args]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def entry(text: str, head: str) -> dict[str, str]:
    """The fields under the first heading that holds `head`, by their names."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if head in line)
    fields = {}
    for line in lines[start + 1 :]:
        if not line:
            break
        fields[line[4:16].strip()] = line[17:]
    return fields


def test_every_entry_stands_at_its_line_and_column(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = explained(capsys, str(report))
    lines = REPORT.splitlines()
    assert rows[0]["type"] == "article"
    checked = set()
    for row in rows:
        if row["type"] in {"figure", "quote"}:
            here = lines[row["line"] - 1][row["column"] - 1 :]
            words = row["text"] if row["type"] == "quote" else REPORT[row["start"] : row["end"]]
            assert here.startswith(words)
            checked.add(words)
    assert {"60", "44", "three", "We will clear the streets by noon,"} <= checked


def test_a_figure_is_shown_with_who_says_so_and_every_reason(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["explain", str(report)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("1:1 report.txt: Drones hit port of Marsk\n")
    assert "  published    2026-03-05, stated (" in out
    fields = entry(out, "figure “At least three people”")
    (killed,) = [row for row in explained(capsys, str(report)) if row.get("value") == 3]
    assert fields["modifier"] == "at least"
    assert fields["measure"] == "killed"
    assert fields["place"] == f"Marsk ({killed['place_why']})"
    assert fields["claimant"] == f"Ilka Dorn, at 5:63 “Ilka Dorn” ({killed['claimant_why']})"
    assert fields["channel"] == "Telegram"
    assert f"({killed['date_why']})" in fields["dates"]
    assert "“At least three people were killed" in fields["event"]


def test_a_part_names_its_whole_by_its_place_and_words(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["explain", "--figures", str(report)]) == 0
    fields = entry(capsys.readouterr().out, "figure “44”")
    assert fields["part of"] == f"3:{REPORT.splitlines()[2].index('60') + 1} “60 drones”"


def test_a_pronoun_is_shown_with_whom_it_means_and_why(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["explain", "--quotes", str(report)]) == 0
    out = capsys.readouterr().out
    assert " figure " not in out
    assert " event " not in out.replace("    event ", "")
    fields = entry(out, "quote “We will clear the streets by noon,”")
    assert fields["speaker"].startswith("Ilka Dorn, at 5:138 “she” (")
    assert fields["kind"] == "direct"
    assert "utterance" not in fields


def test_an_indirect_statement_stands_between_no_marks(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["explain", "--quotes", str(report)]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if " quote " in line]
    assert [head for head in heads if "“" in head] == [
        line for line in heads if "We will clear the streets" in line
    ]
    assert len(heads) > 1


def test_plain_text_has_no_tabs_no_colours_and_nothing_that_drives_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "evil.txt"
    text = f"At least 12 people were killed in Marsk{EVIL}\tby night, police said. “We saw{EVIL} it all,” Ilka Dorn said."
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    for seen in (False, True):
        monkeypatch.setattr(common, "terminal", lambda seen=seen: seen)
        for form in ([], ["--csv"], ["--jsonl"]):
            assert group.run(["explain", *form, str(path)]) == 0
            out = capsys.readouterr().out
            assert "12" in out
            if seen or form != ["--csv"]:
                assert not set(out) & set("\x1b\x07\x9b\u202e\u200b\t")
    assert "[/nope]" in out


def test_on_a_terminal_long_fields_go_on_below_themselves(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    assert group.run(["explain", "--figures", str(report)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 60
    (place,) = [number for number, line in enumerate(lines) if "“Ilka Dorn”" in line]
    assert lines[place].startswith("    claimant     Ilka Dorn, at 5:63")


def test_standard_input_takes_a_day_and_an_outlet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"Shells hit Marsk\n\nFour people were killed on Tuesday, police said.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    article, *rows = explained(capsys, "--date", "2026-03-05", "--outlet", "Harbour Wire", "-")
    assert (article["document"], article["outlet"]) == ("stdin", "Harbour Wire")
    assert (article["published"], article["published_basis"]) == ("2026-03-05", "given")
    (killed,) = [row for row in rows if row["type"] == "figure"]
    assert killed["date_to"] == "2026-03-03"
    assert killed["article"] == article["id"]


def test_an_undated_article_is_shown_with_the_days_it_may_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.txt"
    path.write_text(
        "date 2026-02-06 Bridge hit in border town\n(PRAGUE) — Shells fell on Friday, the mayor said.\n"
        "(PRAGUE) — Six people were killed early Saturday in two towns, officials said.\n"
        "Earlier this week, on Christmas Eve, a market had burned.\n",
        encoding="utf-8",
    )
    articles = [row for row in explained(capsys, str(path)) if row["type"] == "article"]
    assert group.run(["explain", str(path)]) == 0
    head, told = capsys.readouterr().out.split("\n\n3:1 two.txt: ")
    assert "candidate" not in head
    assert "  published    2025-12-27, inferred (" in told
    lines = [line for line in told.splitlines() if line.startswith("  candidate ")]
    assert len(lines) == len(articles[1]["candidates"]) > 1
    first = articles[1]["candidates"][0]
    assert lines[0] == f"  candidate    {first['date']}, score {first['score']:.2f} ({first['why']})"


def test_csv_has_a_row_a_field(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["explain", "--csv", str(report)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(rows[0]) == explain.COLUMNS
    (claimant,) = [
        row for row in rows if row["field"] == "claimant" and row["words"] == "At least three people"
    ]
    assert claimant["value"] == "Ilka Dorn, at 5:63 “Ilka Dorn”"
    assert claimant["why"]


def test_nothing_is_stored(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert group.run(["explain", str(report), "--jsonl"]) == 0
    assert sorted(tmp_path.rglob("*")) == before
    capsys.readouterr()


def test_nothing_found_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("It rained in the hills.\n", encoding="utf-8")
    assert group.run(["explain", "--figures", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.err == "Nothing found.\n"
    assert captured.out.startswith("1:1 calm.txt: ")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.txt", None, "No such file"),
        ("empty.txt", b" \n", "is empty"),
        ("paper.txt", b"%PDF-1.7", "is a PDF file; save its text first"),
        ("rows.jsonl", b'{"format":"conflict-tui/1"}\n', "holds JSON lines"),
        (".", None, "is a folder"),
    ],
)
def test_a_file_that_cannot_be_read_is_status_2_and_one_sentence(
    name: str, data: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert group.run(["explain", str(tmp_path / name)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert captured.err.count("\n") == 1


def test_a_day_that_is_none_and_word_lists_that_are_wrong_are_status_2(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["explain", str(report), "--date", "soon"]) == 2
    assert "soon is no day; write it like 2025-12-25" in capsys.readouterr().err
    words = tmp_path / "lexicon.toml"
    words.write_text("[frobs]\n", encoding="utf-8")
    done = command("explain", str(report), env={"CONFLICT_TUI_LEXICON": str(words)})
    assert done.returncode == 2
    assert done.stderr.startswith(f"conflict-tui: {words}: there is no word list 'frobs'")
    assert done.stdout == ""


def test_positions_are_lines_and_columns_from_1() -> None:
    positions = Positions("ab\n\nc")
    assert [positions.of(offset) for offset in range(6)] == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)]


def made() -> Article:
    """An article with fields of every kind, at offset 4 of its document."""
    text = "Dozens of homes burned, the mayor said; the army denied it."
    burned = Figure(
        id="f1", start=0, end=6, text="Dozens of homes", value=12, low=12, high=99, unit="homes",
        measure="destroyed", claimant="Ilka Dorn", claimant_start=24, claimant_end=33, claimant_why="one mayor",
        stance="denied", date_from="2026-03-04", date_to="2026-03-04",
    )  # fmt: skip
    fire = Event(
        id="e1", kind="attack", summary=text, lat=50.5, lon=36.0, why="figures of one place", figures=["f1"],
        sentences=[(0, len(text))],
    )  # fmt: skip
    quote = Quote(id="q1", start=24, end=33, text="the mayor", kind="partial", utterance="q1", event="e1")
    return Article(
        id="a", document="a.txt", start=4, end=4 + len(text), text=text,
        figures=[burned], quotes=[quote], events=[fire],
    )  # fmt: skip


def test_fields_are_shown_as_people_say_them() -> None:
    article = made()
    figure, quote, event = Explained(article, Positions("\n\n\n\n" + article.text)).entries(list(KINDS))
    assert (figure.line, figure.column) == (5, 1)
    assert figure.reasons == [
        Reason("value", "12"),
        Reason("range", "12 to 99"),
        Reason("unit", "homes"),
        Reason("measure", "destroyed"),
        Reason("claimant", "Ilka Dorn, at 5:25 “the mayor”", "one mayor"),
        Reason("stance", "denied"),
        Reason("dates", "2026-03-04"),
        Reason("scope", "event"),
    ]
    assert quote.reasons == [
        Reason("kind", "partial"),
        Reason("speaker", "nobody that the text names"),
        Reason("event", "5:1 “Dozens of homes burned, the mayor said; the army …”"),
    ]
    assert event.reasons == [
        Reason("kind", "attack", "figures of one place"),
        Reason("coordinates", "50.5, 36"),
        Reason("figures", "5:1 “Dozens of homes”"),
        Reason("sentences", "5:1"),
    ]


@pytest.mark.parametrize("kind", [Figure, Quote, Event])
def test_every_field_of_the_model_is_shown_or_said_elsewhere(kind: type[msgspec.Struct]) -> None:
    names = [field.name for field in msgspec.structs.fields(kind)]
    reasons_of = {name for name in names if name.endswith("_why") or name == "why"}
    where = {name for name in names if name.endswith(("_start", "_end"))}
    for name in reasons_of:
        base = name.removesuffix("_why")
        assert base in names or name in reasons._REASONS.values(), name
    for name in where:
        base = name.removesuffix("_start").removesuffix("_end")
        assert base in names or base in reasons._PLACES.values(), name
