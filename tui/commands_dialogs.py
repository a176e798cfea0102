"""The commands of the dialogs that select words and correct: rows of the table of `tui.commands`."""

from __future__ import annotations

from tui.command import Command

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
