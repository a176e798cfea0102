"""Shell completion and the manual page: both come from the program's own tables."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.query import FIELDS, MEASURES
from tests.cli_support import ROOT
from tui import __version__, commands
from tui.cli import group
from tui.cli.completing import query_items
from tui.manpage import VARIABLES, page


def asked(shell: str, line: str, **environ: str) -> list[str]:
    """What the program answers to a shell that completes `line`."""
    words = line.split(" ")
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "_CONFLICT_TUI_COMPLETE": f"{shell}_complete", "COMP_LINE": line,
        "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), **environ,
    }  # fmt: skip
    if shell == "fish":
        env["COMP_WORDS"], env["COMP_CWORD"] = " ".join(words[:-1]), words[-1]
    done = subprocess.run([sys.executable, "-m", "tui"], env=env, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_commands_options_fields_and_values_are_completed(shell: str, store: Path) -> None:
    environ = {"CONFLICT_TUI_DB": str(store)}
    for line, wanted in {
        "conflict-tui fi": "find",
        "conflict-tui --th": "--theme",
        "conflict-tui --theme con": "contrast",
        "conflict-tui mea": "measure:",
        "conflict-tui marzan mea": "measure:",
        "conflict-tui find measure:kil": "measure:killed",
        "conflict-tui find place:marz": "place:Marzan",
        "conflict-tui export --format js": "jsonl",
        "conflict-tui completion z": "zsh",
        f"conflict-tui find --db {store} speaker:dorn": "speaker:Ilka Dorn",
    }.items():
        answer = asked(shell, line, **environ)
        assert any(wanted in part.replace("\\:", ":") for part in answer), (line, answer)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("conflict-tui find measure:kil", "killed"),
        ("conflict-tui find mea", "measure:"),
        ("conflict-tui find speaker:dorn", "Ilka\\ Dorn"),
        ("conflict-tui find --db x.db is:unr", "unread"),
        ("conflict-tui find unit:bo", "boats\\;\\ \\$\\(id\\)\\ \\`id\\`"),
    ],
)
def test_bash_completes_what_follows_a_colon(typed: str, wanted: str, store: Path, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(store) as connection:
        connection.execute("INSERT INTO terms VALUES ('unit', ?, 'boats')", ("boats; $(id) `id`",))
    connection.close()
    script = tmp_path / "completion.bash"
    script.write_text(
        subprocess.run(
            [sys.executable, "-m", "tui", "completion", "bash"], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ).stdout
    )  # fmt: skip
    program = tmp_path / "conflict-tui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    code = (
        f'source "{script}"; compopt() {{ :; }}; COMP_WORDBREAKS=$\' \\t\\n:=\'; COMP_LINE="$1"; COMP_POINT=${{#1}};'
        f' _conflict_tui_completion "{program}"; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run(
        ["bash", "-c", code, "bash", typed], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CONFLICT_TUI_DB": str(store)},
    )  # fmt: skip
    assert done.stdout.splitlines() == [wanted]


def items(word: str) -> list[str]:
    with group.cli.make_context("conflict-tui", ["stats"], resilient_parsing=True) as ctx:
        return [str(item.value) for item in query_items(ctx, word)]


def test_every_field_is_offered_and_every_choice_of_a_field() -> None:
    assert items("") == [f"{name}:" for name in FIELDS]
    assert items("measure:") == [f"measure:{name}" for name in MEASURES]
    assert items("-is:star") == ["-is:starred"]
    assert items("nosuch:x") == []


def test_without_a_store_only_what_is_known_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICT_TUI_DB", str(tmp_path / "none.db"))
    assert items("place:od") == []
    (tmp_path / "none.db").write_text("no database")
    assert items("place:od") == []
    assert items("measure:kill") == ["measure:killed"]


def test_no_hostile_name_is_offered_to_a_shell(evil_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICT_TUI_DB", str(evil_store))
    for field in ("place", "speaker", "claimant", "outlet", "unit"):
        for item in items(f"{field}:"):
            assert item.isprintable()
            assert not set(item) & set("\x1b\x07\x9b\u202e\u200b")


# The manual page


def test_the_manual_has_every_command_option_field_key_and_variable() -> None:
    text = page("1.2.3").replace("\\-", "-").replace("\\e", "\\")
    for name in group.COMMANDS:
        assert f".SS conflict-tui {name} " in text or f".SS conflict-tui {name}\n" in text
    for option in ("--db FILE", "--theme NAME", "--config FILE", "--no-mouse", "--jsonl", "-h, --help"):
        assert f".B {option}" in text
    for field in FIELDS:
        assert f".B {field}:" in text
    for command in commands.COMMANDS:
        assert f"({command.name})" in text
    for name in VARIABLES:
        assert f".B {name}" in text
    assert text.isascii()
    assert "conflict-tui 1.2.3" in text


def test_the_manual_in_docs_is_the_programs() -> None:
    assert (ROOT / "docs" / "conflict-tui.1").read_text("utf-8") == page(__version__)


def test_the_manual_holds_no_request_by_accident() -> None:
    known = {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".BR", ".br", ".nf", ".fi", '.\\"'}
    requests = {line.split(" ")[0] for line in page("1").splitlines() if line.startswith((".", "'"))}
    assert requests <= known


@pytest.mark.parametrize("tool", [tool for tool in ("groff", "mandoc") if shutil.which(tool)] or [None])
def test_the_manual_is_read_without_a_warning(tool: str | None, tmp_path: Path) -> None:
    file = tmp_path / "conflict-tui.1"
    file.write_text(page(__version__))
    commands_of = {
        "groff": ["groff", "-man", "-ww", "-z", "-Tutf8"],
        "mandoc": ["mandoc", "-T", "lint", "-W", "error"],
    }
    if tool is not None:
        done = subprocess.run([*commands_of[tool], str(file)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    assert file.read_text().count(".SH ") == 11


def test_the_manual_is_printed_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["man"]) == 0
    assert capsys.readouterr().out == page(__version__)
