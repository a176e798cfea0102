"""The one table of commands: keys, footer, help, command palette and the README's key table come from it.

Its rows are written down by screen: `tui.commands_browser`, `_boards`, `_map` and `_dialogs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from tui.command import Command
from tui.commands_boards import BOARDS
from tui.commands_browser import COMMANDS
from tui.commands_dialogs import CORRECTING, SELECTING
from tui.commands_map import MAP

if TYPE_CHECKING:
    from textual.binding import BindingType

#: The panes by number: the list on the left, then the three that follow it.
PANES = ("list", "text", "figures", "quotes")

#: Screens with keys of their own, in the help and the README after the browser's.
SCREENS: dict[str, tuple[Command, ...]] = {
    commands[0].group: commands for commands in (MAP, BOARDS, CORRECTING, SELECTING)
}

_in_use: tuple[Command, ...] = COMMANDS
_chosen: Mapping[str, tuple[str, ...]] = {}


def table() -> tuple[Command, ...]:
    """The commands with the keys that they have now."""
    return _in_use


def chosen() -> Mapping[str, tuple[str, ...]]:
    """The keys that a person gave, by the names of the commands."""
    return _chosen


def use(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Give the commands of these names these keys, and all others their own: the settings say which."""
    global _in_use, _chosen
    _in_use, _chosen = remapped(keys), keys


def every_command() -> tuple[Command, ...]:
    """The browser's commands and those of all other screens, as they come."""
    return COMMANDS + tuple(command for commands in SCREENS.values() for command in commands)


def remapped(
    keys: Mapping[str, tuple[str, ...]], commands: tuple[Command, ...] = COMMANDS
) -> tuple[Command, ...]:
    """The table with other keys for the commands whose names `keys` has."""

    def changed(command: Command) -> Command:
        other = replace(command, keys=keys[command.name])
        return replace(other, shown=" ".join(other.shown_keys))

    return tuple(changed(command) if command.name in keys else command for command in commands)


def key_of(name: str) -> str:
    """The first key of the command called `name` as it is printed; its label where it has none."""
    from tui.screenkeys import screens

    others = (command for commands in screens().values() for command in commands)
    command = next(command for command in chain(table(), others) if command.name == name)
    return command.shown.split()[0] if command.shown else f"“{command.label}”"


def with_keys(words: str) -> str:
    """Words of ours with `{clear}` and the like as the key that the command of that name has now."""
    return re.sub(r"\{(\w+)\}", lambda found: key_of(found[1]), words)


def groups(commands: tuple[Command, ...] | None = None) -> Iterator[tuple[str, list[Command]]]:
    """The commands (those of the browser with the keys they have now) by group, in the table's order."""
    commands = table() if commands is None else commands
    for name in dict.fromkeys(command.group for command in commands):
        yield name, [command for command in commands if command.group == name]


def footer_commands(pane: str) -> list[Command]:
    """What the footer offers while `pane` (or the claims or timeline) has the cursor, most useful first."""
    if pane not in PANES:
        from tui.screenkeys import SHARED
        from tui.screenkeys import offered as offered_on

        if pane in SHARED:
            return offered_on(pane)
    offered = [command for command in table() if command.footer and command.shown and command.applies(pane)]
    return sorted(offered, key=lambda command: command.footer)


def bindings(commands: tuple[Command, ...] | None = None) -> list[BindingType]:
    """Textual's bindings for the browser, or another screen's commands: one for each that has a key."""
    from textual.binding import Binding

    return [
        Binding(",".join(command.keys), command.action, command.label, show=False)
        for command in (table() if commands is None else commands)
        if command.keys
    ]


def markdown_table() -> str:
    """The key table for the README, in Markdown, one row a command."""
    rows = ["| key | what it does | name |", "| --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{key}`" for key in command.shown.split())
        rows.append(f"| {keys} | {command.help} | `{command.name}` |")
    for name, commands in SCREENS.items():
        for command in commands:
            keys = " ".join(f"`{key}`" for key in command.shown.split())
            rows.append(f"| {keys} | {name}: {command.help} | `{command.name}` |")
    return "\n".join(rows) + "\n"
