"""`conflict-tui keys`: every command of the browser with its keys and its name, as they are now."""

from __future__ import annotations

import click

from tui.cli import common
from tui.cli.errors import DONE
from tui.screenkeys import listed


@click.command(short_help="Say the browser's keys, as they are now.", context_settings=common.SETTINGS)
@common.output_options
@common.config_option
@click.pass_obj
def keys(session: common.Session, form: str | None) -> int:
    """Say the browser's keys as they are now, each with the name that `config.toml` knows it by.

    \b
    Examples:
      conflict-tui keys
      conflict-tui keys --config other.toml
    """
    rows = [
        (" ".join(command.shown_keys), command.name, command.group, command.help)
        for command in listed(session.settings().keys)
    ]
    columns = ("keys", "name", "group", "help")
    if form == "jsonl":
        for row in rows:
            print(common.json_line(dict(zip(columns, row, strict=True))))
    elif form == "csv":
        common.write_csv(columns, rows)
    elif common.terminal():
        from textwrap import wrap

        width = max(len(row[0]) for row in rows) + 1
        named = max(len(row[1]) for row in rows) + 1
        for shown, name, _, words in rows:
            lines = wrap(words, max(100 - width - named, 30))
            print(f"{shown:<{width}} {name:<{named}} {lines[0]}")
            for line in lines[1:]:
                print(" " * (width + named + 2) + line)
    else:
        common.write_tsv(rows)
    return DONE
