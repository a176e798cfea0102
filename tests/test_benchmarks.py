"""Each benchmark is a command that starts from any folder and says what it measures."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = sorted(
    path.name
    for path in (ROOT / "benchmarks").glob("*.py")
    if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
)


def help_of(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / command), "--help"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_benchmark_starts_from_any_folder(command: str, tmp_path: Path) -> None:
    done = help_of(command, tmp_path)
    if command == "tui.py" and importlib.util.find_spec("pyte") is None:
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "requirements-benchmarks.lock" in done.stderr
        return
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: {command}")
    assert not list(tmp_path.iterdir())


def test_the_folder_holds_the_benchmarks_that_are_documented() -> None:
    assert {"accuracy.py", "dates.py", "extract.py", "import_parsed.py", "store.py", "tui.py"} <= set(
        COMMANDS
    )
