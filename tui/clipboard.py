"""The way to the clipboard: OSC 52, which tmux passes on when told to, and GNU screen only in pieces."""

from __future__ import annotations

import base64
import os

#: Characters of one piece that GNU screen hands through.
_PIECE = 76


def in_screen() -> bool:
    """Is it GNU screen that draws on the terminal?"""
    return not os.environ.get("TMUX") and (
        bool(os.environ.get("STY")) or os.environ.get("TERM", "").startswith("screen")
    )


def through_screen(text: str) -> str:
    """OSC 52 with `text` as GNU screen hands it on to the terminal: in strings of its own, each short enough."""
    coded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    pieces = [coded[at : at + _PIECE] for at in range(0, len(coded), _PIECE)]
    return "\x1bP\x1b]52;c;" + "\x1b\\\x1bP".join(pieces) + "\x07\x1b\\"


def advice() -> str:
    """What stands between this terminal and the clipboard, and what lets a copy through; nothing where nothing does."""
    if os.environ.get("TMUX"):
        return "In tmux, `set -s set-clipboard on` lets it through."
    if in_screen():
        return "GNU screen hands it on; if pasting gives nothing, write it to a file."
    return ""
