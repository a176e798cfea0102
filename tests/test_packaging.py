"""What is installed: the wheel's files, the sample reports inside it, and the lock that pins the rest."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tui import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-screenshots.lock", "requirements-benchmarks.lock")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as the build backend makes it from this tree."""
    folder = tmp_path_factory.mktemp("dist")
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return folder / done.stdout.strip().splitlines()[-1]


def test_the_wheel_holds_the_three_packages_their_data_and_the_sample(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    info, data = f"conflict_tui-{__version__}.dist-info", f"conflict_tui-{__version__}.data"
    assert {name.split("/")[0] for name in names} == {"extract", "store", "tui", info, data}
    assert [name for name in names if name.startswith(data)] == [f"{data}/data/share/man/man1/conflict-tui.1"]
    for folder in ("extract", "store", "tui"):
        here = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
            and "__pycache__" not in path.parts
            and path.suffix in {".py", ".toml", ".tcss", ".typed", ".bin", ".gz", ".tsv"}
        }
        assert here <= names
        assert f"{folder}/py.typed" in names
    seeds = {f"store/_seeds/{path.name}" for path in (ROOT / "seeds").iterdir()}
    assert seeds <= names
    assert f"{info}/licenses/LICENSE" in names
    assert not [name for name in names if "test" in name.lower() or name.endswith((".pyc", ".db"))]


def test_the_wheel_has_the_command_and_says_which_pythons_it_is_for(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    info = f"conflict_tui-{__version__}.dist-info"
    assert "conflict-tui = tui.cli:main" in archive.read(f"{info}/entry_points.txt").decode()
    metadata = archive.read(f"{info}/METADATA").decode()
    assert "Requires-Python: <3.14,>=3.10" in metadata
    assert "License-Expression: MIT" in metadata


def test_an_unpacked_wheel_runs_and_finds_its_sample(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    code = "from store.seeds import folder; print(folder())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "site" / "store" / "_seeds")
    version = subprocess.run(
        [sys.executable, "-m", "tui", "--version"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert version.stdout == f"conflict-tui {__version__}\n"


@pytest.mark.parametrize("name", LOCKS)
def test_each_locked_package_has_a_version_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.findall(
        r"https?:|file:|--(?:index|extra|find|trusted)|\s@\s|/(?:home|root|tmp|opt|work)/", text
    )
    entries = re.split(r"\n(?=\S)", "\n".join(line for line in text.splitlines() if not line.startswith("#")))
    assert len(entries) >= 1
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==[^\s;]+( ; [^\\]+)? \\\n", entry), entry[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry[:80]


def test_the_lock_holds_every_dependency_that_the_project_names() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    section = (
        project.split("\ndependencies = [")[1].split("]")[0] + project.split("\ndev = [")[1].split("]")[0]
    )
    wanted = {re.sub(r"[._]", "-", name.lower()) for name in re.findall(r'"([A-Za-z0-9._-]+)', section)}
    locked = set(re.findall(r"(?m)^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text()))
    assert wanted <= locked


def set_up(path: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    """Run the set-up script in a checkout of its own with nothing but `path` as the PATH."""
    scripts = path.parent / "checkout" / "scripts"
    if not scripts.exists():
        shutil.copytree(ROOT / "scripts", scripts)
    dirname = path / "dirname"  # all that the script itself calls
    if not dirname.exists():
        dirname.symlink_to(str(shutil.which("dirname")))
    return subprocess.run(
        ["/bin/sh", scripts / "setup"],
        env={"PATH": str(path), "PYTHON": python}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A PATH's only folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def test_set_up_says_clearly_when_no_python_suits(path: Path) -> None:
    done = set_up(path)
    assert done.returncode == 2
    assert "No Python 3.10, 3.11, 3.12 or 3.13 was found" in done.stderr
    old = path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = set_up(path, python=str(old))
    assert done.returncode == 2
    assert "is not a working Python 3.10 to 3.13" in done.stderr
    assert done.stderr.count("\n") == 1


def test_set_up_says_what_to_install_when_venv_is_missing(path: Path) -> None:
    bare = path / "python3"
    bare.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    bare.chmod(0o755)
    done = set_up(path)
    assert done.returncode == 2
    assert "python3-venv" in done.stderr
