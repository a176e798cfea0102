"""The one table of commands: keys, footer, help, command palette and the README's key table come from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType

#: The panes by number: the list on the left, then the three that follow it.
PANES = ("list", "text", "figures", "quotes")

#: What the names of commands begin with that are on other screens than the browser, by their group.
_PREFIXES = {"Map": "map", "Claims and timeline": "board", "Correct": "correct", "Select words": "select"}
_ANY = frozenset[str]()
_ITEMS = frozenset({"list", "figures", "quotes"})
_EVIDENCE = frozenset({"figures", "quotes"})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can do in the browser.

    `action` is the screen's action (`action_star`, or `pane(2)` with its
    argument); `keys` are Textual's names of keys; `shown` is how they are
    printed. `panes` says in which panes it does something (empty: in all), and
    `footer` its rank there (1 is kept longest, 0 is not shown).
    """

    action: str
    keys: tuple[str, ...]
    shown: str
    label: str
    help: str
    group: str
    panes: frozenset[str] = _ANY
    footer: int = 0

    def applies(self, pane: str) -> bool:
        """Whether the command does something while `pane` has the cursor."""
        return not self.panes or pane in self.panes

    @property
    def name(self) -> str:
        """What it is called in the settings: its action, or its label where the action takes an argument.

        The commands of other screens have the screen's name before their label: `map_nearer`, `timeline_weeks`.
        """
        screen = _PREFIXES.get(self.group)
        if screen:
            screen = next(iter(self.panes)) if len(self.panes) == 1 else screen
            return f"{screen}_{self.label.replace(' ', '_')}"
        return self.label.replace(" ", "_") if "(" in self.action else self.action

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """Each of the keys as it is printed."""
        from tui.keys import shown

        return tuple(shown(key) for key in self.keys)


COMMANDS: tuple[Command, ...] = (
    Command("move(1)", ("j", "down"), "j ↓", "down", "Move down one row, or one line of the text.", "Move"),
    Command("move(-1)", ("k", "up"), "k ↑", "up", "Move up one row, or one line of the text.", "Move"),
    Command("half(1)", ("ctrl+d",), "ctrl+d", "half page down", "Move down half a page.", "Move"),
    Command("half(-1)", ("ctrl+u",), "ctrl+u", "half page up", "Move up half a page.", "Move"),
    Command("page(1)", ("pagedown", "space"), "pgdn space", "page down", "Move down a page.", "Move"),
    Command("page(-1)", ("pageup",), "pgup", "page up", "Move up a page.", "Move"),
    Command("ends(-1)", ("g", "home"), "g home", "top", "Go to the first row.", "Move"),
    Command("ends(1)", ("G", "end"), "G end", "bottom", "Go to the last row.", "Move"),
    Command("next_pane", ("tab",), "tab", "next pane", "Go to the next pane.", "Panes"),
    Command("previous_pane", ("shift+tab",), "shift+tab", "previous pane", "Go to the pane before.", "Panes"),
    Command(
        "pane(1)",
        ("1",),
        "1",
        "list",
        "Go to the list of articles, events, speakers, places or claimants.",
        "Panes",
    ),
    Command("pane(2)", ("2",), "2", "text", "Go to the article's text.", "Panes"),
    Command("pane(3)", ("3",), "3", "figures", "Go to the figures.", "Panes"),
    Command("pane(4)", ("4",), "4", "quotes", "Go to the quotes.", "Panes"),
    Command(
        "open",
        ("enter",),
        "enter",
        "open",
        "Go from the list to the text, from a speaker to the quotes, from a place or claimant to its figures side by"
        " side; from a figure or quote to its sentence in the text.",
        "Panes",
        _ITEMS,
        2,
    ),
    Command("back", ("escape",), "esc", "back", "Leave the zoom, or go back to the list.", "Panes"),
    Command(
        "zoom", ("z",), "z", "zoom", "Give the pane the whole screen, and give it back.", "Panes", footer=10
    ),
    Command(
        "edge(-1)",
        ("less_than_sign",),
        "<",
        "narrower",
        "Make the list narrower; on a narrow screen, lower.",
        "Panes",
    ),
    Command(
        "edge(1)",
        ("greater_than_sign",),
        ">",
        "wider",
        "Make the list wider; on a narrow screen, higher.",
        "Panes",
    ),
    Command("floor(-1)", ("left_curly_bracket",), "{", "shorter text", "Make the text shorter.", "Panes"),
    Command("floor(1)", ("right_curly_bracket",), "}", "taller text", "Make the text taller.", "Panes"),
    Command(
        "view",
        ("v",),
        "v",
        "view",
        "List articles, events, speakers, places or claimants, in turn.",
        "Panes",
        footer=6,
    ),
    Command(
        "linked",
        ("l",),
        "l",
        "linked",
        "Jump from a figure to the next quote of its event or claimant, and from"
        " a quote to the next figure of its event.",
        "Panes",
        _EVIDENCE,
        3,
    ),
    Command(
        "search",
        ("slash",),
        "/",
        "search",
        'Search as you type: words, "a phrase", -not, and fields such as'
        " measure:killed speaker:kiper place:kharkiv since:2025-12-24 value:>100 is:starred.",
        "Find",
        footer=1,
    ),
    Command(
        "match(1)",
        ("n",),
        "n",
        "next match",
        "Go to the next word found in the text, then to the next article.",
        "Find",
        footer=9,
    ),
    Command(
        "match(-1)",
        ("N",),
        "N",
        "match before",
        "Go to the word found before, then to the article before.",
        "Find",
    ),
    Command(
        "filter",
        ("f",),
        "f",
        "filter",
        "Keep only what has a value of the row under the cursor.",
        "Find",
        _ITEMS,
        7,
    ),
    Command(
        "values",
        ("V",),
        "V",
        "values",
        "Choose among the values of what is shown, each with how many articles have it: claimant, place,"
        " measure, speaker, channel, day, outlet.",
        "Find",
        footer=27,
    ),
    Command("unfilter", ("backspace",), "backspace", "last filter off", "Take the last filter away.", "Find"),
    Command("filters", ("X",), "X", "a filter off", "Choose the filter that is to be taken away.", "Find"),
    Command(
        "saved",
        ("S",),
        "S",
        "saved",
        "Saved searches, with how much is new in each since it was last opened: open, save, rename, delete.",
        "Find",
        footer=28,
    ),
    Command("clear", ("F",), "F", "clear", "Clear the search and its filters.", "Find", footer=11),
    Command("sort", ("s",), "s", "sort", "Sort the list another way.", "Find", footer=12),
    Command(
        "set_apart",
        ("full_stop",),
        ".",
        "all figures",
        "Show or hide the figures that are set apart (money, percentages, distances, ages), and what was rejected.",
        "Find",
        frozenset({"figures"}),
        8,
    ),
    Command(
        "claims",
        ("c",),
        "c",
        "claims",
        "Show who claims what, side by side, for the figures that the search finds.",
        "Find",
        footer=7,
    ),
    Command(
        "timeline",
        ("t",),
        "t",
        "timeline",
        "Draw the figures of a measure by day or week, for what the search finds.",
        "Find",
        footer=7,
    ),
    Command(
        "map",
        ("m",),
        "m",
        "map",
        "Show where the events that the search finds took place.",
        "Find",
        footer=18,
    ),
    Command(
        "copy",
        ("y",),
        "y",
        "copy",
        "Copy a citation through the terminal (OSC 52): exact words, who said them, channel, day, source.",
        "Keep",
        footer=4,
    ),
    Command(
        "copy_as",
        ("Y",),
        "Y",
        "copy as",
        "Copy as a quotation, sentence, footnote, Markdown, BibTeX, CSV row or permalink, or into a file.",
        "Keep",
        footer=13,
    ),
    Command("star", ("asterisk",), "*", "star", "Star the row, or take its star away.", "Keep", footer=14),
    Command("note", ("a",), "a", "note", "Write a note on the row.", "Keep", footer=15),
    Command(
        "correct",
        ("e",),
        "e",
        "correct",
        "Correct the figure, quote or event field by field; what was read is kept beneath.",
        "Keep",
        _ITEMS,
        footer=21,
    ),
    Command(
        "reject",
        ("r",),
        "r",
        "reject",
        "Reject a figure, quote or event that is none, or take that back.",
        "Keep",
        _ITEMS,
        footer=22,
    ),
    Command(
        "add",
        ("plus",),
        "+",
        "add",
        "Add a figure or quote that was not read: select its words in the text.",
        "Keep",
        footer=24,
    ),
    Command("tag", ("T",), "T", "tags", "Write tags on the row; tag: finds them.", "Keep", footer=25),
    Command(
        "merge",
        ("M",),
        "M",
        "merge",
        "Mark an event, merge another with it, or split linked reports.",
        "Keep",
        frozenset({"list"}),
        footer=26,
    ),
    Command(
        "undo",
        ("u",),
        "u",
        "undo",
        "Undo the last correction of the row, then the one before it; of an article, the day that was given.",
        "Keep",
        _ITEMS,
        footer=23,
    ),
    Command(
        "read",
        ("U",),
        "U",
        "read or not",
        "Say that the article was read, or that it is to be read.",
        "Keep",
        frozenset({"list"}),
        24,
    ),
    Command(
        "date", ("d",), "d", "date", "Set the day on which the article was published.", "Keep", footer=16
    ),
    Command(
        "export",
        ("x",),
        "x",
        "export",
        "Write what the list shows to a file: .jsonl, .csv, .md or .bib.",
        "Keep",
        footer=17,
    ),
    Command(
        "source",
        ("o",),
        "o",
        "source",
        "Open the source: its address if it has one, else the document at its place in $PAGER.",
        "Keep",
        footer=18,
    ),
    Command("import", ("i",), "i", "import", "Import a file or a folder.", "Keep", footer=19),
    Command(
        "refresh",
        ("R",),
        "R",
        "refresh",
        "Read the list anew, with what another program has imported; the cursor stays on its row.",
        "App",
    ),
    Command(
        "redraw",
        ("ctrl+l",),
        "ctrl+l",
        "redraw",
        "Draw the screen anew, where another program has written over it.",
        "App",
    ),
    Command(
        "suspend",
        ("ctrl+z",),
        "ctrl+z",
        "suspend",
        "Leave for the shell; fg comes back to where you were.",
        "App",
    ),
    Command("help", ("question_mark",), "?", "help", "Show every key.", "App", footer=5),
    Command("theme", (), "", "theme", "Choose the colours, or frames of ASCII, for this run.", "App"),
    Command("palette", ("ctrl+p",), "ctrl+p", "commands", "Find a command by its name.", "App"),
    Command(
        "quit",
        ("q",),
        "q",
        "quit",
        "Leave; the place in the list is kept for the next time.",
        "App",
        footer=20,
    ),
)


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
_WORDS = "Select words"
_FIELDS = "Correct"
#: The keys with which words are selected, to add a figure or quote.
SELECTING: tuple[Command, ...] = (
    Command("word(1)", ("l", "right", "w"), "l → w", "next word", "Go to the next word.", _WORDS),
    Command("word(-1)", ("h", "left", "b"), "h ← b", "word before", "Go to the word before.", _WORDS),
    Command("line(1)", ("j", "down"), "j ↓", "down", "Go down a line.", _WORDS),
    Command("line(-1)", ("k", "up"), "k ↑", "up", "Go up a line.", _WORDS),
    Command("line(10)", ("ctrl+d", "pagedown"), "ctrl+d pgdn", "further down", "Go down ten lines.", _WORDS),
    Command("line(-10)", ("ctrl+u", "pageup"), "ctrl+u pgup", "further up", "Go up ten lines.", _WORDS),
    Command("ends(-1)", ("g", "home"), "g home", "top", "Go to the first word.", _WORDS),
    Command("ends(1)", ("G", "end"), "G end", "bottom", "Go to the last word.", _WORDS),
    Command("begin", ("space", "v"), "space v", "begin", "Begin the selection here, or drop it.", _WORDS),
    Command("other_end", ("o",), "o", "other end", "Go to the other end of the selection.", _WORDS),
    Command("trim(-1)", ("left_square_bracket",), "[", "less", "Take a character off the end.", _WORDS),
    Command("trim(1)", ("right_square_bracket",), "]", "more", "Add a character to the end.", _WORDS),
    Command(
        "choose", ("enter",), "enter", "take", "Take the selection, or the word under the cursor.", _WORDS
    ),
    Command("back", ("escape", "q"), "esc q", "back", "Drop the selection; without one, leave.", _WORDS),
)
#: The keys of the dialog that corrects, and that describes what is added.
CORRECTING: tuple[Command, ...] = (
    Command("move(1)", ("j", "down"), "j ↓", "down", "Go to the next field.", _FIELDS),
    Command("move(-1)", ("k", "up"), "k ↑", "up", "Go to the field before.", _FIELDS),
    Command("ends(-1)", ("g", "home"), "g home", "top", "Go to the first field.", _FIELDS),
    Command("ends(1)", ("G", "end"), "G end", "bottom", "Go to the end of the history.", _FIELDS),
    Command("choose", ("enter",), "enter", "change", "Give the field another value.", _FIELDS),
    Command(
        "leave", ("escape", "q"), "esc q", "back", "Leave: a correction is kept, an addition is not.", _FIELDS
    ),
    Command(
        "keep", ("ctrl+s", "plus"), "ctrl+s +", "keep", "Keep the correction, or add what is new.", _FIELDS
    ),
    Command("dismiss(None)", ("ctrl+x",), "ctrl+x", "as it was", "Leave everything as it was.", _FIELDS),
)

#: Screens with keys of their own, in the help and the README after the browser's.
SCREENS: dict[str, tuple[Command, ...]] = {
    "Map": MAP,
    _BOARDS: BOARDS,
    _FIELDS: CORRECTING,
    _WORDS: SELECTING,
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
