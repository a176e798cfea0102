"""The commands of the map: rows of the table of `tui.commands`."""

from __future__ import annotations

from tui.command import Command

#: The keys of the map, which is a screen of its own.
MAP: tuple[Command, ...] = (
    Command("step(1)", ("j", "n"), "j n", "next", "Go to the next place or event.", "Map", footer=1),
    Command("step(-1)", ("k", "N"), "k N", "before", "Go to the one before.", "Map"),
    Command("page(1)", ("pagedown",), "pgdn", "page down", "Go on by a page of the list.", "Map"),
    Command("page(-1)", ("pageup",), "pgup", "page up", "Go back by a page of the list.", "Map"),
    Command("ends(-1)", ("g",), "g", "top", "Go to the first one.", "Map"),
    Command("ends(1)", ("G",), "G", "bottom", "Go to the last one.", "Map"),
    Command("open", ("enter",), "enter", "open", "List a place's events; open the event.", "Map", footer=2),
    Command("zoom(1)", ("plus", "equals_sign"), "+ =", "nearer", "Go nearer.", "Map", footer=4),
    Command("zoom(-1)", ("minus",), "-", "farther", "Go farther away.", "Map", footer=5),
    Command("pan(-1, 0)", ("left", "h"), "← h", "west", "Move the view to the west.", "Map", footer=6),
    Command("pan(1, 0)", ("right", "l"), "→ l", "east", "Move the view to the east.", "Map", footer=7),
    Command("pan(0, -1)", ("up", "K"), "↑ K", "north", "Move the view to the north.", "Map", footer=8),
    Command("pan(0, 1)", ("down", "J"), "↓ J", "south", "Move the view to the south.", "Map", footer=9),
    Command("fit", ("0",), "0", "all", "Bring every place into view.", "Map", footer=10),
    Command("back", ("escape",), "esc", "back", "Go back: to the places, to the browser.", "Map", footer=3),
    Command("leave", ("q", "m"), "q m", "leave", "Leave the map.", "Map"),
    Command("help", ("question_mark",), "?", "help", "Show every key.", "Map", footer=11),
)
