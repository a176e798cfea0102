"""`conflict-tui completion`: the lines that let a shell complete commands, options and queries."""

from __future__ import annotations

import click

from tui.cli import common
from tui.cli.errors import DONE


@click.command(context_settings=common.SETTINGS)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print a shell's completion script.

    It completes commands, options, and a query's fields with their values.

    \b
    Examples:
      conflict-tui completion bash >> ~/.bashrc
      conflict-tui completion zsh >> ~/.zshrc
      conflict-tui completion fish > ~/.config/fish/completions/conflict-tui.fish
    """
    from tui.cli.completing import CLASSES
    from tui.cli.group import cli

    print(CLASSES[shell](cli, {}, "conflict-tui", "_CONFLICT_TUI_COMPLETE").source())
    return DONE
