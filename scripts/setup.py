"""Makes the checkout's .venv ready: the locked packages, then the project itself, in place.

Only the standard library is used. The stamp is written last, under a lock that
dies with its process: an interrupted set-up leaves no stamp and is begun anew,
and of two at once the second waits and finds the work done.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"


def digest(path: Path) -> str:
    """The sha256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_stamp(name: str) -> dict[str, str]:
    """What a stamp of `.venv` says; empty when there is none or it cannot be read."""
    try:
        stamp = json.loads((VENV / name).read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(name: str, stamp: dict[str, str]) -> None:
    """Put a stamp in place whole."""
    part = VENV / f"{name}.part"
    part.write_text(json.dumps(stamp))
    part.replace(VENV / name)


def pip(*args: str) -> None:
    """Run the environment's own pip; its progress is shown only to a person."""
    quiet = [] if sys.stderr.isatty() else ["-q"]
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *args[:1], *quiet, *args[1:]]
    subprocess.run(command, cwd=ROOT, check=True, close_fds=False)


def runs() -> bool:
    """Does the environment's Python still start (its base may have been removed)?"""
    return PYTHON.exists() and subprocess.run([str(PYTHON), "-c", ""], capture_output=True).returncode == 0


def wanted(lock: Path) -> dict[str, str]:
    """The stamp of a lock file whose packages are all installed here."""
    return {"lock": digest(lock), "root": str(ROOT)}


def stamp_of(lock: Path) -> str:
    """The name of a lock file's stamp."""
    return f"{lock.stem}.json"


def project() -> dict[str, str]:
    """The stamp of the project itself, installed in place."""
    return {"pyproject": digest(ROOT / "pyproject.toml")}


def ready(extras: list[Path]) -> bool:
    """Is there nothing to do? (Asked by the environment's own Python, so that one runs.)"""
    locks = all(wanted(lock).items() <= read_stamp(stamp_of(lock)).items() for lock in (LOCK, *extras))
    return locks and read_stamp("project.json") == project()


def install_packages(chosen: bool) -> None:
    """The locked packages, with every hash checked, into a new environment unless it is there already."""
    version = "{}.{}".format(*sys.version_info[:2])
    want = {**wanted(LOCK), "python": version}
    have = read_stamp(stamp_of(LOCK))
    # Without a choice, a ready environment is kept whichever Python made it.
    same = have == want if chosen else wanted(LOCK).items() <= have.items()
    if same and runs():
        return
    print(f"Setting up .venv with Python {version} ({LOCK.name}); this is done once …", file=sys.stderr)
    if VENV.exists():
        shutil.rmtree(VENV)
    venv.create(VENV, with_pip=True, symlinks=True)
    pip("install", "--require-hashes", "--no-deps", "-r", str(LOCK))
    write_stamp(stamp_of(LOCK), want)


def install_project() -> None:
    """The project itself, in place, so that its command stands in `.venv/bin`."""
    if read_stamp("project.json") != project():
        pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", ".")
        write_stamp("project.json", project())


def install_extra(lock: Path) -> None:
    """A further lock file's packages, beside the others."""
    if read_stamp(stamp_of(lock)) != wanted(lock):
        pip("install", "--require-hashes", "--no-deps", "-r", str(lock))
        write_stamp(stamp_of(lock), wanted(lock))


def main(args: list[str]) -> int:
    """Set up; the arguments are further lock files, and one of two switches.

    `--chosen`: this Python was asked for. `--ready`: only say by the exit status whether all is ready.
    """
    chosen = "--chosen" in args
    extras = [ROOT / name for name in args if not name.startswith("--")]
    if "--ready" in args:
        return 0 if ready(extras) else 1
    # pip would otherwise lay the packages elsewhere, or refuse hashes it was told to ignore.
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIREMENT"):
        os.environ.pop(name, None)
    with open(ROOT / ".venv.lock", "w") as guard:
        # pip inherits the lock: should this process be killed, the lock lasts until pip has ended too.
        os.set_inheritable(guard.fileno(), True)
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up is at work here; waiting for it …", file=sys.stderr)
            fcntl.flock(guard, fcntl.LOCK_EX)
        try:
            install_packages(chosen)
            install_project()
            for lock in extras:
                install_extra(lock)
        except subprocess.CalledProcessError:
            print("Set-up failed; the reason stands above. Run the same command again.", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            print("Set-up was interrupted; run the same command again.", file=sys.stderr)
            return 130
        except OSError as error:
            print(f"Set-up failed: {error}. Mend that and run the same command again.", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
