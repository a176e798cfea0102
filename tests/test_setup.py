"""The set-up that `make` begins with: done once, done anew when something changed, never half done."""

from __future__ import annotations

import importlib.util
import subprocess
import threading
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "setup.py"


class Checkout:
    """A checkout in which pip only notes what it was asked, and can be made to fail."""

    def __init__(self, root: Path, setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.setup = setup
        self.asked: list[str] = []
        self.failing = False
        self.pause: threading.Event | None = None
        (root / "requirements.lock").write_text("one==1\n")
        (root / "pyproject.toml").write_text("[project]\n")
        for name, value in {
            "ROOT": root,
            "VENV": root / ".venv",
            "PYTHON": root / ".venv" / "bin" / "python",
            "LOCK": root / "requirements.lock",
            "pip": self.pip,
            "runs": lambda: (root / ".venv" / "bin" / "python").exists(),
        }.items():
            monkeypatch.setattr(setup, name, value)
        monkeypatch.setattr(setup.venv, "create", self.create)

    def create(self, path: Path, **_: object) -> None:
        (path / "bin").mkdir(parents=True)
        (path / "bin" / "python").touch()

    def pip(self, *args: str) -> None:
        self.asked.append("project" if "-e" in args else Path(args[-1]).name)
        if self.pause:
            self.pause.wait()
        if self.failing:
            raise subprocess.CalledProcessError(1, "pip")

    def stamps(self) -> set[str]:
        return {path.name for path in (self.root / ".venv").glob("*.json")}


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIREMENT"):
        monkeypatch.delenv(name, raising=False)  # the script drops them; afterwards they are as they were
    spec = importlib.util.spec_from_file_location("project_setup", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    setup = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(setup)
    return Checkout(tmp_path, setup, monkeypatch)


def test_set_up_is_done_once(checkout: Checkout) -> None:
    assert checkout.setup.main([]) == 0
    assert checkout.asked == ["requirements.lock", "project"]
    assert checkout.setup.main([]) == 0
    assert checkout.asked == ["requirements.lock", "project"]


def test_whether_all_is_ready_can_be_asked(checkout: Checkout) -> None:
    assert checkout.setup.main(["--ready"]) == 1
    checkout.setup.main([])
    assert checkout.setup.main(["--ready"]) == 0
    (checkout.root / "more.lock").write_text("two==1\n")
    assert checkout.setup.main(["--ready", "more.lock"]) == 1
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert checkout.setup.main(["--ready"]) == 1
    assert checkout.asked == ["requirements.lock", "project"]


def test_a_changed_lock_makes_the_environment_anew(checkout: Checkout) -> None:
    checkout.setup.main([])
    (checkout.root / ".venv" / "left-over").touch()
    (checkout.root / "requirements.lock").write_text("one==2\n")
    assert checkout.setup.main([]) == 0
    assert checkout.asked[2:] == ["requirements.lock", "project"]
    assert not (checkout.root / ".venv" / "left-over").exists()


def test_changed_project_settings_install_only_the_project(checkout: Checkout) -> None:
    checkout.setup.main([])
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert checkout.setup.main([]) == 0
    assert checkout.asked[2:] == ["project"]


def test_a_failed_set_up_is_not_believed_ready(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.failing = True
    assert checkout.setup.main([]) == 2
    assert "Run the same command again" in capsys.readouterr().err
    assert checkout.stamps() == set()
    checkout.failing = False
    assert checkout.setup.main([]) == 0
    assert checkout.stamps() == {"requirements.json", "project.json"}


def test_an_environment_left_without_its_stamp_is_made_anew(checkout: Checkout) -> None:
    checkout.create(checkout.root / ".venv")
    (checkout.root / ".venv" / "half-made").touch()
    assert checkout.setup.main([]) == 0
    assert not (checkout.root / ".venv" / "half-made").exists()


def test_a_moved_checkout_is_set_up_anew(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout.setup.main([])
    moved = checkout.root.parent / "moved"
    checkout.root.rename(moved)
    for name, value in {
        "ROOT": moved,
        "VENV": moved / ".venv",
        "PYTHON": moved / ".venv" / "bin" / "python",
        "LOCK": moved / "requirements.lock",
    }.items():
        monkeypatch.setattr(checkout.setup, name, value)
    assert checkout.setup.main([]) == 0
    assert checkout.asked[2:] == ["requirements.lock", "project"]


def test_of_two_at_once_the_second_waits_and_finds_the_work_done(checkout: Checkout) -> None:
    checkout.pause = threading.Event()
    statuses: list[int] = []
    both = [threading.Thread(target=lambda: statuses.append(checkout.setup.main([]))) for _ in range(2)]
    for one in both:
        one.start()
    checkout.pause.set()
    for one in both:
        one.join()
    assert statuses == [0, 0]
    assert checkout.asked == ["requirements.lock", "project"]


def test_further_locks_are_installed_beside_the_first(checkout: Checkout) -> None:
    (checkout.root / "more.lock").write_text("two==1\n")
    assert checkout.setup.main(["more.lock"]) == 0
    assert checkout.setup.main(["more.lock"]) == 0
    assert checkout.asked == ["requirements.lock", "project", "more.lock"]


def test_a_chosen_python_of_another_version_makes_the_environment_anew(checkout: Checkout) -> None:
    checkout.setup.main([])
    stamp = checkout.root / ".venv" / "requirements.json"
    other = "3.9" if "3.9" not in stamp.read_text() else "3.8"
    version = "{}.{}".format(*checkout.setup.sys.version_info[:2])
    stamp.write_text(stamp.read_text().replace(f'"{version}"', f'"{other}"'))
    assert checkout.setup.main([]) == 0
    assert checkout.asked[2:] == []
    assert checkout.setup.main(["--chosen"]) == 0
    assert checkout.asked[2:] == ["requirements.lock", "project"]
