"""The manual page, made of the same tables as the help, the keys and the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

from store.query import FIELDS
from tui import commands
from tui.cli import errors, group
from tui.commands_browser import COMMANDS

#: What a person may set in the environment.
VARIABLES = {
    "CONFLICT_TUI_DB": "The database, where --db does not name one.",
    "CONFLICT_TUI_CONFIG": "The file of settings, where --config does not name one.",
    "CONFLICT_TUI_LEXICON": "A file of word lists that adds to the program's own.",
    "NO_COLOR": "When it is set, nothing is drawn in colour.",
    "PAGER": "What shows a source document.",
    "CONFLICT_TUI_DEBUG": "When it is set, an unforeseen error is shown with where it came from.",
}


def escaped(text: str) -> str:
    """Text for roff: nothing in it is a request or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = re.sub(r"(?m)^([.'])", r"\\&\1", text)
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in text)


def _paragraphs(text: str) -> Iterator[str]:
    """A docstring's paragraphs; one after a line with only backspace is kept line by line."""
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines()]
        if lines and lines[0] == "\b":
            yield ".PP\n.nf\n" + "\n".join(escaped(line) for line in lines[1:]) + "\n.fi"
        else:
            yield ".PP\n" + escaped(" ".join(lines))


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if isinstance(param, click.Option) and record is not None:
            yield f".TP\n.B {escaped(record[0])}\n{escaped(record[1])}"


def _pairs(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, meaning in rows:
        yield f".TP\n.B {escaped(name)}\n{escaped(meaning)}"


def _command(name: str, command: click.Command) -> Iterator[str]:
    with click.Context(command, info_name=f"conflict-tui {name}", **command.context_settings) as ctx:
        usage = " ".join(command.collect_usage_pieces(ctx))
        yield f".SS {escaped(f'conflict-tui {name} {usage}')}"
        yield from _paragraphs(command.help or "")
        yield from _options(command, ctx)


def page(version: str) -> str:
    """The whole page, in roff (the macros of man)."""
    top = group.cli
    parts = [
        '.\\" Made by scripts/docs.py out of the program.',
        f'.TH CONFLICT\\-TUI 1 "" "conflict\\-tui {version}" "User Commands"',
        ".SH NAME",
        "conflict\\-tui \\- figures, quotes and events from conflict reporting, in a terminal",
        ".SH SYNOPSIS",
        ".B conflict\\-tui\n[\\fIOPTIONS\\fR] [\\fIQUERY\\fR]...\n.br",
        ".B conflict\\-tui\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGS\\fR]...",
        ".SH DESCRIPTION",
        *_paragraphs(top.help or ""),
        ".SH OPTIONS",
    ]
    with click.Context(top, info_name="conflict-tui", **top.context_settings) as ctx:
        parts += _options(top, ctx)
    parts.append(".SH COMMANDS")
    for name, target in group.COMMANDS.items():
        parts += _command(name, group.load(target))
    parts += [
        ".SH QUERIES",
        ".PP\nWords, \\(dqphrases\\(dq, begin*, \\-leave\\-out, and fields with their values;"
        " several values are joined by commas.",
        *_pairs([(f"{name}:", meaning) for name, meaning in FIELDS.items()]),
        ".SH KEYS",
        ".PP\nThe keys as they come; the settings may give others, by the names in brackets.",
    ]
    for head, rows in commands.groups(COMMANDS):
        parts.append(f".SS {escaped(head)}")
        parts += _pairs([(f"{c.shown or 'no key'} ({c.name})", c.help) for c in rows])
    for head, others in commands.SCREENS.items():
        parts.append(f".SS {escaped(head)}")
        parts += _pairs([(f"{c.shown} ({c.name})", c.help) for c in others])
    parts += [
        ".SH SETTINGS",
        ".PP\nA TOML file, \\fIconfig.toml\\fR in the user's configuration folder:",
        ".PP\n.nf\n" + escaped(EXAMPLE.strip()) + "\n.fi",
        ".SH ENVIRONMENT",
        *_pairs(list(VARIABLES.items())),
        ".SH EXIT STATUS",
        *_pairs([
            (str(errors.DONE), "Found, or done."), (str(errors.NOTHING), "Nothing found."),
            (str(errors.BAD), "Bad usage or input, or something is wrong."),
        ]),
        ".SH SEE ALSO",
        ".BR sqlite3 (1),\n.BR less (1)",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


#: A file of settings with all there is to set.
EXAMPLE = """
[keys]
star = "b"
down = ["j", "down", "ctrl+n"]
export = []
map_nearer = ["+", "i"]

[ui]
theme = "dark"        # terminal, dark, light, contrast
ascii = false         # frames and marks of ASCII characters only
mouse = true
read_after = 1.5      # seconds on an article until it is read; 0 never
"""
