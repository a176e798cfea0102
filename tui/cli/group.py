"""Where the command starts: the group of commands, and the one place that turns errors into sentences."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from tui import __version__
from tui.cli.common import SETTINGS, Session, browser_options, db_option, mark_words, unmark
from tui.cli.errors import report

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: Each command's module and name there; a module is read only when its command or help is asked for.
COMMANDS = {
    "import": "tui.cli.importing:import_command",
    "find": "tui.cli.find:find",
    "claims": "tui.cli.claims:claims",
    "timeline": "tui.cli.timeline:timeline",
    "open": "tui.cli.open:open_command",
    "explain": "tui.cli.explain:explain",
    "export": "tui.cli.exporting:export_command",
    "corrections": "tui.cli.corrections:corrections",
    "stats": "tui.cli.stats:stats",
    "check": "tui.cli.check:check",
    "doctor": "tui.cli.doctor:doctor",
    "places": "tui.cli.places:places",
    "keys": "tui.cli.keys:keys",
    "completion": "tui.cli.completion:completion",
    "man": "tui.cli.man:man",
}
#: What runs when the first word is no command.
BROWSE = "tui.cli.browse:browse"


def load(target: str) -> click.Command:
    """The command object that `module:name` names."""
    from importlib import import_module

    module, _, name = target.partition(":")
    command: click.Command = getattr(import_module(module), name)
    return command


class DefaultGroup(click.Group):
    """A group whose other words are a query to browse with, and whose commands are read when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None when it is no command's name."""
        target = COMMANDS.get(cmd_name)
        return load(target) if target else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Like a group's, but a query may begin with `-word`, and with an option that only browsing has."""
        return super().parse_args(ctx, mark_words(self.get_params(ctx), args))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The first word's command; without one, browsing with every word as the query."""
        command = self.get_command(ctx, args[0])
        if command is not None:
            return args[0], command, [unmark(arg) for arg in args[1:]]
        return "browse", load(BROWSE), args  # still marked: after -- a word may even look like an option

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Commands, options, and the fields of a query."""
        from tui.cli.completing import query_items

        found = super().shell_complete(ctx, incomplete)
        return found if incomplete.startswith("-") else [*found, *query_items(ctx, incomplete)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Two lines: a query browses, a command does something else."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [QUERY]…")
        formatter.write_usage(ctx.command_path, "[OPTIONS] COMMAND [ARGS]…", prefix="       ")


@click.group(
    cls=DefaultGroup,
    invoke_without_command=True,
    context_settings=SETTINGS,
)
@db_option
@browser_options
@click.version_option(__version__, prog_name="conflict-tui", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> int | None:
    """Figures, quotes and events from conflict reporting: who says what, in which words, on what day.

    Without a command it opens the browser on the articles that match QUERY.

    \b
    Examples:
      conflict-tui import reports/
      conflict-tui odesa measure:killed since:2025-12-24
      conflict-tui find speaker:kiper
    """
    ctx.ensure_object(Session)
    if ctx.invoked_subcommand is None:
        status: int = ctx.invoke(load(BROWSE), words=())
        return status
    return None


def run(args: list[str]) -> int:
    """Run the command line with `args`; returns the exit status, with any error said on stderr."""
    try:
        with cli.make_context("conflict-tui", args) as ctx:
            result = cli.invoke(ctx)
        sys.stdout.flush()
    except BaseException as error:
        return report(error)
    return result if isinstance(result, int) else 0


def main() -> NoReturn:
    """The `conflict-tui` command."""
    for stream in (sys.stdout, sys.stderr):
        # A locale that lacks a character shows its number, and nothing fails.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if "_CONFLICT_TUI_COMPLETE" in os.environ:
        from tui.cli.completing import register

        register()
        cli.main(prog_name="conflict-tui")
    status = run(sys.argv[1:])
    sys.exit(status)
