"""Keys by name: what a person writes for them in the settings, and how they are printed."""

from __future__ import annotations

import difflib
import unicodedata
from functools import cache

_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
#: What people call keys, and Textual's names for them.
_OTHER_NAMES = {
    "esc": "escape", "return": "enter", "pgdn": "pagedown", "pgdown": "pagedown", "page_down": "pagedown",
    "pgup": "pageup", "page_up": "pageup", "del": "delete", "ins": "insert", "bs": "backspace",
    "↑": "up", "↓": "down", "←": "left", "→": "right", " ": "space", "control": "ctrl",
}  # fmt: skip
_SHOWN = {
    "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "delete": "del", "insert": "ins",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
_PLAIN = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"),
    *("enter", "escape", "tab", "space", *(f"f{number}" for number in range(1, 25))),
)
#: Textual's names of characters where they are not the characters' Unicode names.
_REPLACED = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip

#: Keys that nothing else can have, and why.
_TAKEN = {
    "ctrl+q": "it leaves the program, wherever you are",
    "ctrl+c": "it says how to leave",
    "ctrl+i": "a terminal sends tab for it",
    "ctrl+m": "a terminal sends enter for it",
    "ctrl+h": "a terminal sends backspace for it",
    "ctrl+left_square_bracket": "a terminal sends esc for it",
}


@cache
def _character(char: str) -> str:
    """Textual's name for the key that types `char`."""
    if char.isalnum():
        return char
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return _REPLACED.get(name, name)


_ASCII = {_character(chr(code)): chr(code) for code in range(0x21, 0x7F)}


def key_called(word: str) -> str:
    """Textual's name for the key that `word` means: `*`, `ctrl+d`, `PgDn`; raises `ValueError`."""
    text = word if len(word) == 1 else word.strip()
    if not text:
        raise ValueError("an empty text is no key")
    if len(text) == 1:
        name = _OTHER_NAMES.get(text) or _character(text)
        if name and text.isprintable():
            return name
        raise ValueError(f"{text!a} is no key")
    *before, last = text.split("+") if not text.endswith("+") else [*text[:-2].split("+"), "+"]
    modifiers = [_OTHER_NAMES.get(part.lower(), part.lower()) for part in before]
    for modifier in modifiers:
        if modifier not in _MODIFIERS:
            raise ValueError(f"{word!r} is no key: {modifier!r} is none of {', '.join(_MODIFIERS)}")
    if len(last) == 1:
        name = _OTHER_NAMES.get(last) or _character(last)
    else:
        name = _OTHER_NAMES.get(last.lower(), last.lower())
        known = name in _PLAIN or _typed_by(name) is not None
        if not known:
            close = difflib.get_close_matches(name, _PLAIN, 1)
            raise ValueError(f"{word!r} is no key" + (f"; did you mean {close[0]!r}?" if close else ""))
    if "ctrl" in modifiers and len(name) == 1:
        name = name.lower()
    # A letter with shift is the capital letter.
    if modifiers == ["shift"] and len(name) == 1 and name.isalpha():
        return name.upper()
    key = "+".join([*sorted(set(modifiers), key=_MODIFIERS.index), name])
    if key in _TAKEN:
        raise ValueError(f"{word} cannot be given to a command; {_TAKEN[key]}")
    return key


def _typed_by(name: str) -> str | None:
    """The character that the key called `name` types, None when there is none."""
    if name in _ASCII:
        return _ASCII[name]
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None


def shown(key: str) -> str:
    """A key as it is printed: `ctrl+d`, `*`, `pgdn`, `↓`."""
    *modifiers, name = key.split("+")
    if len(name) > 1:
        name = _SHOWN.get(name) or (name if name in _PLAIN else _typed_by(name)) or name
    return "+".join([*modifiers, name])
