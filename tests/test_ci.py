"""The accuracy gate of continuous integration: it passes at the marks and names what is under them."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

CI = Path(__file__).resolve().parent.parent / ".ci"
MARKS: dict[str, float] = runpy.run_path(str(CI / "accuracy"))["MARKS"]


def gate(rows: dict[str, float]) -> subprocess.CompletedProcess[str]:
    text = "".join(f"{name} {value:.3f}\n" for name, value in rows.items()) + "MISS a line that is no row\n"
    return subprocess.run(
        [sys.executable, CI / "accuracy"], input=text, capture_output=True, text=True, check=False
    )


def test_scores_at_their_marks_pass() -> None:
    done = gate(MARKS)
    assert done.returncode == 0
    assert f"all {len(MARKS)} marks are reached" in done.stdout


@pytest.mark.parametrize("name", MARKS)
def test_a_score_under_its_mark_fails_and_is_named(name: str) -> None:
    done = gate({**MARKS, name: MARKS[name] - 0.01})
    assert done.returncode == 1
    assert f"{name} is {MARKS[name] - 0.01:g}, under its mark {MARKS[name]:g}" in done.stdout


@pytest.mark.parametrize("name", MARKS)
def test_a_score_that_is_not_there_fails_and_is_named(name: str) -> None:
    done = gate({other: value for other, value in MARKS.items() if other != name})
    assert done.returncode == 1
    assert f"{name} is not among the scores" in done.stdout


def test_every_step_of_the_run_must_succeed() -> None:
    run = CI / "run"
    assert "set -euo pipefail" in run.read_text()
    assert run.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", run], check=False).returncode == 0
