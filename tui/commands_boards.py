"""The commands of the claims table and the timeline: rows of the table of `tui.commands`."""

from __future__ import annotations

from tui.command import Command

_BOARDS = "Claims and timeline"
_BOTH, _CLAIMS, _TIMELINE = frozenset({"claims", "timeline"}), frozenset({"claims"}), frozenset({"timeline"})

#: What the claims table and the timeline have besides (`tui.screenkeys` says which of the browser's).
BOARDS: tuple[Command, ...] = (
    Command(
        "side(1)", ("l", "right"), "l →", "right",
        "Go to the next claimant's cell; in the timeline to the next day or week.", _BOARDS, _BOTH,
    ),
    Command(
        "side(-1)", ("h", "left"), "h ←", "left",
        "Go to the claimant's cell before; in the timeline to the day or week before.", _BOARDS, _BOTH,
    ),
    Command(
        "shape", ("w",), "w", "wide",
        "Claims: a column for each claimant, or each row's claims one after the other.", _BOARDS, _CLAIMS, 2,
    ),
    Command("rivals", ("r",), "r", "rivals", "Show only rows in which claimants differ, or all.", _BOARDS, _CLAIMS, 3),
    Command("days", ("d",), "d", "days", "Timeline: by day.", _BOARDS, _TIMELINE, 3),
    Command("weeks", ("w",), "w", "weeks", "Timeline: by week.", _BOARDS, _TIMELINE, 2),
    Command(
        "measure(1)", ("right_square_bracket", "m"), "] m", "measure", "Timeline: the next measure.", _BOARDS,
        _TIMELINE, 1,
    ),
    Command(
        "measure(-1)", ("left_square_bracket",), "[", "measure before", "Timeline: the measure before.", _BOARDS,
        _TIMELINE,
    ),
    Command(
        "claimants", ("b",), "b", "by claimant", "Timeline: a strip for each claimant, or one from the least to the most.", _BOARDS,
        _TIMELINE, 4,
    ),
)  # fmt: skip
