"""`conflict-tui completion`: the lines that let a shell complete commands and options."""

from __future__ import annotations

import click

from tui.cli import common
from tui.cli.errors import DONE


@click.command(context_settings=common.SETTINGS)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print SHELL's completion script.

    \b
    Examples:
      conflict-tui completion bash >> ~/.bashrc
      conflict-tui completion fish > ~/.config/fish/completions/conflict-tui.fish
    """
    from click.shell_completion import get_completion_class

    from tui.cli.group import cli

    made = get_completion_class(shell)
    if made is None:
        raise click.ClickException(f"no completion is known for {shell}")
    print(made(cli, {}, "conflict-tui", "_CONFLICT_TUI_COMPLETE").source())
    return DONE
