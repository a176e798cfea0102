"""Starting the command: help, version, options, refusals, and errors as sentences."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_support import ROOT, command, samples, write_jsonl
from tui import __version__
from tui.cli import browse, errors, group

HEAVY = ("spacy", "numpy", "sqlite_utils", "textual", "rich", "msgspec", "sqlite3")


@pytest.mark.parametrize("name", ["", *group.COMMANDS])
def test_help_of_each_command_shows_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run([name, "--help"] if name else ["--help"]) == 0
    out = capsys.readouterr().out
    assert "Example" in out
    assert f"  conflict-tui {name}".rstrip() in out


@pytest.mark.parametrize("args", [["--help"], ["import", "--help"], ["--version"], ["completion", "bash"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys\nfrom tui.cli.group import run\n"
        f"status = run({args!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], status, file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stderr.strip() == "[] 0"


def test_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["--version"]) == 0
    assert capsys.readouterr().out == f"conflict-tui {__version__}\n"


def test_the_database_may_be_named_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", samples())
    assert group.run(["--db", str(tmp_path / "one.db"), "import", str(source)]) == 0
    assert group.run(["import", str(source), "--db", str(tmp_path / "two.db")]) == 0
    assert (tmp_path / "one.db").exists()
    assert (tmp_path / "two.db").exists()
    capsys.readouterr()
    assert group.run(["--db", str(tmp_path / "none.db"), "stats", "--db", str(tmp_path / "two.db")]) == 0
    assert "articles\t2\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["find"], "Missing argument"),
        (["find", "--nosuch", "odesa"], "--nosuch"),
        (["import"], "Missing argument"),
        (["import", "--date", "25.12.2025", "x.txt"], "write it like 2025-12-25"),
        (["export", "--format", "pdf"], "jsonl"),
        (["completion", "tcsh"], "bash"),
        (["--nosuch"], "--nosuch"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    args: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("conflict-tui: ")
    assert said in captured.err


def test_a_misspelt_option_names_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--qoutes", "odesa"]) == 2
    assert "--quotes" in capsys.readouterr().err


@pytest.mark.parametrize(
    "args", [[], ["odesa"], ["odesa", "measure:killed"], ["--no-mouse"], ["-odesa"], ["-shot", "-who"]]
)
def test_browsing_without_a_terminal_points_at_find(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(args) == 2
    captured = capsys.readouterr()
    assert "conflict-tui find" in captured.err
    assert captured.out == ""


def test_a_dumb_terminal_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert group.run(["odesa"]) == 2
    err = capsys.readouterr().err
    assert "TERM=dumb" in err
    assert "conflict-tui find" in err


def test_a_word_near_a_command_is_hinted_at_only_when_browsing_is_not_possible(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert group.run(["exprot"]) == 2
    assert "did you mean conflict-tui export?" in capsys.readouterr().err
    assert browse.near_command(("odesa",)) is None
    assert browse.near_command(("finde", "odesa")) == "find"


def test_errors_are_sentences_with_their_own_status(capsys: pytest.CaptureFixture[str]) -> None:
    from store.errors import StoreError

    assert errors.report(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == ""
    assert errors.report(StoreError("the \x1b[31mfile is gone")) == 2
    assert capsys.readouterr().err == "conflict-tui: the ␛[31mfile is gone\n"
    assert errors.report(FileNotFoundError(2, "No such file or directory", "x\x9by.txt")) == 2
    assert capsys.readouterr().err == "conflict-tui: x�y.txt: No such file or directory\n"


def test_an_unforeseen_error_is_a_sentence_and_the_variable_shows_where(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CONFLICT_TUI_DEBUG", raising=False)
    assert errors.report(ValueError("seven")) == 2
    assert "ValueError: seven" in capsys.readouterr().err
    monkeypatch.setenv("CONFLICT_TUI_DEBUG", "1")
    with pytest.raises(ValueError, match="seven"):
        errors.report(ValueError("seven"))


def test_ctrl_c_stops_with_status_130_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.search.open_reader", stop)
    assert group.run(["find", "odesa", "--db", str(tmp_path / "x.db")]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_completion_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["completion", shell]) == 0
    assert "_CONFLICT_TUI_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("conflict-tui exp", "export"),
        ("conflict-tui find --js", "--jsonl"),
        ("conflict-tui export --format mark", "markdown"),
    ],
)
def test_the_shell_completes_commands_options_and_choices(words: str, expected: str) -> None:
    env = {
        "_CONFLICT_TUI_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    done = command(env=env)
    assert f"plain,{expected}" in done.stdout.splitlines()
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("find 'raid measure:inj", "raid measure:injured"),
        ("find 'raid mea", "raid measure:"),
        ("find 'raid claimant:air", 'raid claimant:"Vara\'s air force"'),
        ("find measure:killed,inj", "measure:killed,injured"),
        ("find claimant:Vara's\\ air", "claimant:Vara's air force"),
    ],
)
def test_the_shell_completes_the_last_of_several_words_and_values(
    store: Path, typed: str, expected: str
) -> None:
    line = f"conflict-tui {typed}"
    done = command(
        env={
            "_CONFLICT_TUI_COMPLETE": "bash_complete",
            "COMP_LINE": line.replace("Vara's\\ air", "\"Vara's air"),
            "CONFLICT_TUI_DB": str(store),
        }
    )
    assert expected in [answer.split(",", 1)[1] for answer in done.stdout.splitlines()]


@pytest.mark.parametrize("mark", ["", "'", '"'])
@pytest.mark.parametrize("name", ["Tovin's crew", 'the "Sea" $(touch ran) `id`', "a\\b", "plain"])
def test_bash_takes_a_completed_name_as_it_is_and_runs_none_of_it(
    tmp_path: Path, mark: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["completion", "bash"]) == 0
    program = tmp_path / "conflict-tui"
    program.write_text("#!/bin/sh\ncat answer\n", "utf-8")
    program.chmod(0o755)
    (tmp_path / "answer").write_text(f"plain,place:{name}\n", "utf-8")
    (tmp_path / "script").write_text(capsys.readouterr().out, "utf-8")
    script = """
        source ./script
        COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
        COMP_WORDS=(conflict-tui find place : "$1x") COMP_CWORD=4
        COMP_LINE="conflict-tui find place:$1x" COMP_POINT=${#COMP_LINE}
        _conflict_tui_completion ./conflict-tui
        eval "set -- place:$1${COMPREPLY[0]}$1"
        printf %s "$1"
    """
    done = subprocess.run(
        ["bash", "-c", script, "bash", mark], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (done.stdout, done.stderr) == (f"place:{name}", "")
    assert not (tmp_path / "ran").exists()
