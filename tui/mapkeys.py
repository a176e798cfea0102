"""The map's keys as they are now: what it shares with the browser has the keys that a person gave it there."""

from __future__ import annotations

from dataclasses import replace

from tui.commands import COMMANDS, MAP, Command, table

#: The map's actions that are the browser's too, and the names of those.
SHARED = {
    "step(1)": "down", "step(-1)": "up", "page(1)": "page_down", "page(-1)": "page_up", "ends(-1)": "top",
    "ends(1)": "bottom", "open": "open", "back": "back", "help": "help", "leave": "quit",
}  # fmt: skip


def map_commands() -> tuple[Command, ...]:
    """The commands of the map; another one's key gives way to a key that a person chose."""
    usual = {command.name: command.keys for command in COMMANDS}
    chosen = {command.name: command.keys for command in table() if command.keys != usual[command.name]}
    taken = {key for name in SHARED.values() for key in chosen.get(name, ())}
    made: list[Command] = []
    for command in MAP:
        own = chosen.get(SHARED.get(command.action, ""))
        keys = own if own is not None else tuple(key for key in command.keys if key not in taken)
        if keys == command.keys:
            made.append(command)
        else:
            other = replace(command, keys=keys)
            made.append(replace(other, shown=" ".join(other.shown_keys)))
    return tuple(made)
