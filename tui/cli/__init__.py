"""The command line: `conflict-tui` and its subcommands."""

from __future__ import annotations

from tui.cli.group import main

__all__ = ["main"]
