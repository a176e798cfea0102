"""The keys of the claims table, the timeline, the map and the dialogs that correct and select, as they are now.

What a screen shares with the browser has the key that a person gave it there,
and a screen's own command gives way to such a key; a key that a person gave to
the screen's own command stays, and a clash between two is for `tui.config` to refuse.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui import commands
from tui.command import Command
from tui.commands import SCREENS, remapped
from tui.commands_boards import BOARDS
from tui.commands_dialogs import CORRECTING, SELECTING
from tui.commands_map import MAP

Keys = Mapping[str, tuple[str, ...]]
#: The screens that have keys of their own.
NAMES = ("claims", "timeline", "map", "correct", "select")
#: Names of the browser's commands that the boards have too, with the keys that a person gave them.
SHARED = {
    "claims": (
        "down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "top", "bottom", "open",
        "back", "search", "clear", "sort", "copy", "timeline", "redraw", "suspend", "help", "palette", "quit",
    ),
    "timeline": (
        "down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "top", "bottom", "open",
        "back", "search", "clear", "copy", "claims", "redraw", "suspend", "help", "palette", "quit",
    ),
}  # fmt: skip
#: What the footer of a board offers of those, most useful first.
_OFFERED = ("open", "back", "copy", "search", "help", "sort", "timeline", "claims", "quit")
#: The map's actions that are the browser's too, and the names of those.
_ON_THE_MAP = {
    "step(1)": "down", "step(-1)": "up", "page(1)": "page_down", "page(-1)": "page_up", "ends(-1)": "top",
    "ends(1)": "bottom", "open": "open", "back": "back", "help": "help", "leave": "quit",
}  # fmt: skip


def screen_commands(screen: str, keys: Keys | None = None) -> tuple[Command, ...]:
    """The commands of one of `NAMES` with the keys that they have, by what a person chose (None: as in use)."""
    keys = commands.chosen() if keys is None else keys
    if screen == "map":
        return _map(keys)
    if screen in SHARED:
        common = tuple(_shared(screen, keys))
        return common + _giving_way(tuple(c for c in BOARDS if c.applies(screen)), keys, _given(common, keys))
    return remapped(keys, CORRECTING if screen == "correct" else SELECTING)


def _shared(board: str, keys: Keys) -> list[Command]:
    known = {command.name: command for command in remapped(keys)}
    return [known[name] for name in SHARED[board]]


def _given(common: tuple[Command, ...], keys: Keys) -> set[str]:
    """Keys that a person gave to the browser's commands."""
    return {key for command in common if command.name in keys for key in command.keys}


def _giving_way(own: tuple[Command, ...], keys: Keys, taken: set[str]) -> tuple[Command, ...]:
    """Own commands with the keys given to them, or their own less those that the browser's have."""
    rest = {
        command.name: left
        for command in own
        if command.name not in keys and (left := tuple(k for k in command.keys if k not in taken)) != command.keys
    }  # fmt: skip
    return remapped({**rest, **keys}, own)


def _map(keys: Keys) -> tuple[Command, ...]:
    shared = {c.action: keys[name] for c in MAP if (name := _ON_THE_MAP.get(c.action)) and name in keys}
    first = remapped({c.name: shared[c.action] for c in MAP if c.action in shared}, MAP)
    taken = {key for c in MAP if c.action in shared and c.name not in keys for key in shared[c.action]}
    settled = {c.name: c.keys for c in first if c.action in shared}
    return _giving_way(MAP, {**settled, **{n: k for n, k in keys.items() if n.startswith("map_")}}, taken)


def screens() -> dict[str, tuple[Command, ...]]:
    """The own commands of every screen by the group's name, with the keys that they have now."""
    keys = commands.chosen()
    return own_commands(keys)


def own_commands(keys: Keys) -> dict[str, tuple[Command, ...]]:
    """The same with these keys."""
    boards = {c.name: c for board in SHARED for c in screen_commands(board, keys)}
    made = {name: _map(keys) if group is MAP else remapped(keys, group) for name, group in SCREENS.items()}
    made[BOARDS[0].group] = tuple(boards[command.name] for command in BOARDS)
    return made


def listed(keys: Keys) -> tuple[Command, ...]:
    """Every command of every screen with these keys, the browser's first."""
    return remapped(keys) + tuple(command for group in own_commands(keys).values() for command in group)


def offered(board: str) -> list[Command]:
    """What the footer of a board offers, most useful first."""
    everything = screen_commands(board)
    common = {command.name: command for command in everything if command.shown}
    own = sorted(
        (c for c in everything if c.group == BOARDS[0].group and c.footer and c.shown), key=lambda c: c.footer
    )
    first = [common[name] for name in _OFFERED if name in common and name in SHARED[board]]
    return [*first[:3], *own, *first[3:]]
