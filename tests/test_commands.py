"""The table of commands: every key once, every command explained, everywhere from one place."""

from __future__ import annotations

import re

from tui.commands import PANES, SCREENS, footer_commands, groups, markdown_table
from tui.commands_browser import COMMANDS


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.label
        assert command.help.endswith(".")
        assert command.shown or not command.keys


def test_the_keys_of_the_design_are_there() -> None:
    shown = {key for command in COMMANDS for key in command.shown.split()}
    wanted = "j k ↑ ↓ g G ctrl+d ctrl+u tab shift+tab 1 2 3 4 enter"
    wanted += " esc / n N f F s v z * a d y Y x o i ? ctrl+p q"
    assert set(wanted.split()) <= shown


def test_the_footer_offers_only_what_applies() -> None:
    assert "linked" in {command.label for command in footer_commands("figures")}
    assert "linked" not in {command.label for command in footer_commands("list")}
    for pane in PANES:
        assert "help" in {command.label for command in footer_commands(pane)}


def test_groups_hold_every_command_once() -> None:
    assert [command for _, commands in groups() for command in commands] == list(COMMANDS)


def test_the_readme_table_has_a_row_for_every_command() -> None:
    rows = markdown_table().splitlines()
    assert len(rows) == len(COMMANDS) + sum(map(len, SCREENS.values())) + 2
    assert all(re.fullmatch(r"\|.+\|.+\|", row) for row in rows)
