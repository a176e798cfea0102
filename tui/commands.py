"""The one table of commands: keys, footer, help, command palette and the README's key table come from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType

#: The panes by number: the list on the left, then the three that follow it.
PANES = ("list", "text", "figures", "quotes")

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
        """What it is called in the settings: its action, or its label where the action takes an argument."""
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
    Command("page(1)", ("pagedown",), "pgdn", "page down", "Move down a page.", "Move"),
    Command("page(-1)", ("pageup",), "pgup", "page up", "Move up a page.", "Move"),
    Command("ends(-1)", ("g", "home"), "g home", "top", "Go to the first row.", "Move"),
    Command("ends(1)", ("G", "end"), "G end", "bottom", "Go to the last row.", "Move"),
    Command("next_pane", ("tab",), "tab", "next pane", "Go to the next pane.", "Panes"),
    Command("previous_pane", ("shift+tab",), "shift+tab", "previous pane", "Go to the pane before.", "Panes"),
    Command(
        "pane(1)", ("1",), "1", "list", "Go to the list of articles, events, speakers or places.", "Panes"
    ),
    Command("pane(2)", ("2",), "2", "text", "Go to the article's text.", "Panes"),
    Command("pane(3)", ("3",), "3", "figures", "Go to the figures.", "Panes"),
    Command("pane(4)", ("4",), "4", "quotes", "Go to the quotes.", "Panes"),
    Command(
        "open",
        ("enter",),
        "enter",
        "open",
        "Go from the list to the text; from a figure or quote to its sentence in the text.",
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
        "edge(1)", ("greater_than_sign",), ">", "wider", "Make the list wider; on a narrow screen, higher.",
        "Panes",
    ),
    Command("floor(-1)", ("left_curly_bracket",), "{", "shorter text", "Make the text shorter.", "Panes"),
    Command("floor(1)", ("right_curly_bracket",), "}", "taller text", "Make the text taller.", "Panes"),
    Command(
        "view", ("v",), "v", "view", "List articles, events, speakers or places, in turn.", "Panes", footer=6
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
    Command("clear", ("F",), "F", "clear", "Clear the search and its filters.", "Find", footer=11),
    Command("sort", ("s",), "s", "sort", "Sort the list another way.", "Find", footer=12),
    Command(
        "set_apart",
        ("full_stop",),
        ".",
        "all figures",
        "Show or hide the figures that are set apart: money, percentages, distances, ages and the like.",
        "Find",
        frozenset({"figures"}),
        8,
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
    Command("copy_as", ("Y",), "Y", "copy as", "Copy in another style, or into a file.", "Keep", footer=13),
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
        "reject", ("r",), "r", "reject", "Reject a figure, quote or event that is none, or take that back.",
        "Keep", _ITEMS, footer=22,
    ),
    Command(
        "undo", ("u",), "u", "undo", "Undo the last correction of the row, then the one before it.",
        "Keep", _ITEMS, footer=23,
    ),
    Command(
        "read", ("U",), "U", "read or not", "Say that the article was read, or that it is to be read.", "Keep",
        frozenset({"list"}), 24,
    ),
    Command(
        "date", ("d",), "d", "date", "Set the day on which the article was published.", "Keep", footer=16
    ),
    Command(
        "export",
        ("x",),
        "x",
        "export",
        "Write what the list shows to a file: .jsonl, .csv or .md.",
        "Keep",
        footer=17,
    ),
    Command(
        "source",
        ("o",),
        "o",
        "source",
        "Open the source: the document at its place in $PAGER, and its address.",
        "Keep",
        footer=18,
    ),
    Command("import", ("i",), "i", "import", "Import a file or a folder.", "Keep", footer=19),
    Command(
        "refresh", ("R",), "R", "refresh",
        "Read the list anew, with what another program has imported; the cursor stays on its row.", "App",
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


_in_use: tuple[Command, ...] = COMMANDS


def table() -> tuple[Command, ...]:
    """The commands with the keys that they have now."""
    return _in_use


def use(commands: tuple[Command, ...]) -> None:
    """Take these commands' keys: the browser's settings say which."""
    global _in_use
    _in_use = commands


def remapped(keys: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """The table with other keys for the commands whose names `keys` has."""

    def changed(command: Command) -> Command:
        other = replace(command, keys=keys[command.name])
        return replace(other, shown=" ".join(other.shown_keys))

    return tuple(changed(command) if command.name in keys else command for command in COMMANDS)


def key_of(name: str) -> str:
    """The first key of the command called `name` as it is printed; its label where it has none."""
    command = next(command for command in table() if command.name == name)
    return command.shown.split()[0] if command.shown else f"“{command.label}”"


def groups() -> Iterator[tuple[str, list[Command]]]:
    """The commands by group, in the table's order."""
    names = list(dict.fromkeys(command.group for command in table()))
    for name in names:
        yield name, [command for command in table() if command.group == name]


def footer_commands(pane: str) -> list[Command]:
    """What the footer offers while `pane` has the cursor, most useful first."""
    offered = [
        command for command in table() if command.footer and command.shown and command.applies(pane)
    ]
    return sorted(offered, key=lambda command: command.footer)


def bindings() -> list[BindingType]:
    """Textual's bindings for the browser: one for each command that has a key."""
    from textual.binding import Binding

    return [
        Binding(",".join(command.keys), command.action, command.label, show=False)
        for command in table()
        if command.keys
    ]


def markdown_table() -> str:
    """The key table for the README, in Markdown, one row a command."""
    rows = ["| key | what it does | name |", "| --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{key}`" for key in command.shown.split())
        rows.append(f"| {keys} | {command.help} | `{command.name}` |")
    return "\n".join(rows) + "\n"
