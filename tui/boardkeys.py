"""The keys of the claims table and the timeline: those of the browser that mean the same there, and their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import Command, table

if TYPE_CHECKING:
    from textual.binding import BindingType

GROUP = "Claims and timeline"
_BOTH = frozenset({"claims", "timeline"})
_CLAIMS, _TIMELINE = frozenset({"claims"}), frozenset({"timeline"})

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

BOARDS: tuple[Command, ...] = (
    Command(
        "side(1)", ("l", "right"), "l →", "right",
        "Go to the next claimant's cell; in the timeline to the next day or week.", GROUP, _BOTH,
    ),
    Command(
        "side(-1)", ("h", "left"), "h ←", "left",
        "Go to the claimant's cell before; in the timeline to the day or week before.", GROUP, _BOTH,
    ),
    Command(
        "shape", ("w",), "w", "wide",
        "Claims: a column for each claimant, or each row's claims beside each other. Timeline: by week.",
        GROUP, _BOTH, 2,
    ),
    Command("rivals", ("r",), "r", "rivals", "Show only rows in which claimants differ, or all.", GROUP, _CLAIMS, 3),
    Command("days", ("d",), "d", "days", "Timeline: by day.", GROUP, _TIMELINE, 3),
    Command(
        "measure(1)", ("right_square_bracket", "m"), "] m", "measure", "Timeline: the next measure.", GROUP,
        _TIMELINE, 1,
    ),
    Command(
        "measure(-1)", ("left_square_bracket",), "[", "measure before", "Timeline: the measure before.", GROUP,
        _TIMELINE,
    ),
    Command(
        "claimants", ("b",), "b", "by claimant", "Timeline: a line for each claimant, or one for all.", GROUP,
        _TIMELINE, 4,
    ),
)  # fmt: skip


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


def markdown_table() -> str:
    """The table of the boards' own keys for the README."""
    rows = ["| key | what it does |", "| --- | --- |"]
    for command in BOARDS:
        keys = " ".join(f"`{key}`" for key in command.shown.split())
        rows.append(f"| {keys} | {command.help} |")
    return "\n".join(rows) + "\n"
