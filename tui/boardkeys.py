"""The keys of the claims table and the timeline: those of the browser that mean the same there, and their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import BOARDS, Command, table

if TYPE_CHECKING:
    from textual.binding import BindingType

#: Names of the browser's commands that are there too, with the keys that a person gave them.
SHARED = {
    "claims": (
        "down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "top", "bottom", "open",
        "back", "search", "clear", "sort", "copy", "timeline", "help", "palette", "quit",
    ),
    "timeline": (
        "down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "top", "bottom", "open",
        "back", "search", "clear", "copy", "claims", "help", "palette", "quit",
    ),
}  # fmt: skip
#: What the footer offers of those, most useful first.
_OFFERED = ("open", "back", "copy", "search", "help", "sort", "timeline", "claims", "quit")


def shared(board: str) -> list[Command]:
    """The browser's commands that `board` has too, with the keys that they have now."""
    known = {command.name: command for command in table()}
    return [known[name] for name in SHARED[board] if name in known]


def board_commands(board: str) -> list[Command]:
    """Every command of a board. A key that a person gave to a shared one is taken from the board's own."""
    common = shared(board)
    taken = {key for command in common for key in command.keys}
    own = [command for command in BOARDS if command.applies(board) and not taken.issuperset(command.keys)]
    return common + own


def board_bindings(board: str) -> list[BindingType]:
    """Textual's bindings for a board."""
    from textual.binding import Binding

    common = shared(board)
    taken = {key for command in common for key in command.keys}
    made: list[BindingType] = []
    for command in board_commands(board):
        keys = command.keys if command in common else tuple(key for key in command.keys if key not in taken)
        if keys:
            made.append(Binding(",".join(keys), command.action, command.label, show=False))
    return made


def offered(board: str) -> list[Command]:
    """What the footer of a board offers, most useful first."""
    common = {command.name: command for command in shared(board) if command.shown}
    own = sorted((c for c in BOARDS if c.footer and c.applies(board)), key=lambda command: command.footer)
    first = [common[name] for name in _OFFERED if name in common]
    return [*first[:3], *own, *first[3:]]
