"""`conflict-tui man`: the manual page."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import click

from tui import __version__
from tui.cli import common
from tui.cli.errors import DONE


@click.command(context_settings=common.SETTINGS)
def man() -> int:
    """Show the manual page; in a pipe, print it in roff.

    \b
    Examples:
      conflict-tui man
      conflict-tui man > conflict-tui.1
    """
    from tui.manpage import page

    text = page(__version__)
    if not (common.terminal() and shutil.which("man")):
        print(text, end="")
        return DONE
    with tempfile.TemporaryDirectory(prefix="conflict-tui-") as folder:
        file = Path(folder) / "conflict-tui.1"
        file.write_text(text, "utf-8")
        shown = subprocess.run(["man", str(file)], check=False)
    return shown.returncode
