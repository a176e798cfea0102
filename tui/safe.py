"""Makes stored text safe to draw: every character that could drive or deceive a terminal gets a stand-in.

Articles come from anywhere, and no character of them may reach the terminal as
a command. `safe` puts one visible character in the place of each dangerous one,
so that offsets into the text stay offsets into what is drawn. Text goes to
widgets as `safe_text`, which is literal: square brackets mean themselves.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size

if TYPE_CHECKING:
    from textual.content import Content

#: Marks that may stand on one letter; the fifth and later get a stand-in (Hebrew and Vietnamese need four).
MAX_MARKS = 4

#: Stands for a direction control: embedding, override, isolate, mark.
DIRECTION = "⇄"
#: Stands for a character that draws nothing: zero-width, byte order mark, tag, variation selector, filler.
INVISIBLE = "▯"
#: Stands for what is no character: C1 controls, lone surrogates, unassigned and private code points.
UNKNOWN = "�"
#: Stands for a combining mark that has no letter to stand on, or one too many.
MARK = "◌"

# Text made only of these needs no look at each character; nearly all reporting is.
_PLAIN = re.compile(r"[ -~\xa1-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*")
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters by category that draw nothing all the same.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_BLANKS = re.compile(r"[ \t\r\n]+")


@lru_cache(maxsize=4096)
def _stand_in(char: str) -> str:
    """What is drawn for one character; a combining mark comes back as the empty string."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if char in _DIRECTIONS:
        return DIRECTION
    if char in _FILLERS or 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF:
        return INVISIBLE
    category = unicodedata.category(char)
    if category in {"Cc", "Cs", "Co", "Cn"}:
        return UNKNOWN
    if category == "Cf":
        return INVISIBLE
    if category in {"Zl", "Zp"}:
        return "␤"
    if category == "Zs":
        return char if get_character_cell_size(char) == 2 else " "
    if category in {"Mn", "Me"} or get_character_cell_size(char) <= 0:
        return ""
    return char


def safe(text: str, *, newlines: bool = False) -> str:
    r"""`text` with a visible stand-in for each character that must not reach a terminal.

    The result has exactly as many characters as `text`: offsets hold in both.
    With `newlines`, line feeds stay and a carriage return before one becomes a
    space; without, they are drawn as control pictures. A tab becomes a space.
    """
    if _PLAIN.fullmatch(text):
        return text
    drawn: list[str] = []
    marks = MAX_MARKS  # as if full: a mark at the beginning has no letter
    for index, char in enumerate(text):
        if " " <= char <= "~":
            drawn.append(char)
            marks = 0
            continue
        if char == "\n" and newlines:
            drawn.append(char)
            marks = MAX_MARKS
            continue
        if char == "\t" or (char == "\r" and newlines and text[index + 1 : index + 2] == "\n"):
            drawn.append(" ")
            marks = MAX_MARKS
            continue
        shown = _stand_in(char)
        if shown == "":
            shown = char if marks < MAX_MARKS else MARK
            marks += 1
        else:
            marks = 0 if shown == char else MAX_MARKS
        drawn.append(shown)
    return "".join(drawn)


def one_line(text: str) -> str:
    """`text` safe to draw on one line: line breaks and runs of blanks become single spaces."""
    return safe(_BLANKS.sub(" ", text).strip())


def safe_text(text: str, style: str = "", *, newlines: bool = False) -> Content:
    """`text` as literal Textual content: brackets mean themselves. `style` is ours, never stored text."""
    from textual.content import Content

    return Content.styled(safe(text, newlines=newlines), style)


def for_clipboard(text: str) -> str:
    """`text` to leave the program: its letters stay exact, only what would drive a terminal is replaced.

    A citation is pasted into another terminal as often as into a letter. Line
    feeds stay; invisible characters, which some scripts need, stay too.
    """
    return "".join(
        _stand_in(char)
        if char in _DIRECTIONS or (char != "\n" and unicodedata.category(char) in {"Cc", "Cs"})
        else char
        for char in text
    )


def width(text: str) -> int:
    """Terminal cells that safe text takes."""
    return cell_len(text)


def clip(text: str, cells: int, *, pad: bool = False) -> str:
    """Safe text cut to `cells` terminal cells, the cut shown by `…`; with `pad`, filled up to them."""
    if cells <= 0:
        return ""
    taken = cell_len(text)
    if taken > cells:
        room = cells - 1
        used = 0
        end = 0
        for char in text:
            size = get_character_cell_size(char)
            if used + size > room:
                break
            used += size
            end += 1
        text = text[:end] + "…"
        taken = cell_len(text)
    return text + " " * (cells - taken) if pad else text
