"""Kinds of terminals, by what `$TERM` calls them."""

from __future__ import annotations

#: Terminals without colours, and those that do not know the newer questions and modes.
COLOURLESS = frozenset({"vt100", "vt102", "vt220", "vt320", "vt420", "ansi-m", "xterm-mono", "linux-m"})
PLAIN = COLOURLESS | {"linux", "screen", "screen-256color", "ansi", "cons25", "sun", "cygwin"}
