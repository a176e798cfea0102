"""Escape and a key right after it, as a terminal sends them: apart for the app, whatever the key is.

A terminal sends the same bytes for escape and `f` in quick succession (a hasty
hand, a slow line) as for alt and `f`. Textual reads some of these pairs as signs
of a Mac's keyboard or as moves by a word, and of others it drops the escape.
Here every one of them is alt with the key, which `tui.typeahead` then takes apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.driver import Driver


class Parser(XTermParser):
    """Textual's, for which alt with a sign is not the sign alone."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        # Other pairs may be how an arrow or an answer of the terminal begins: they are waited for.
        if len(sequence) == 2 and sequence in ANSI_SEQUENCES_KEYS and sequence[1].isprintable():
            sequence, alt = sequence[1], True
        for event in super()._sequence_to_key_events(sequence, alt=alt):
            if alt and event.is_printable and not event.key.startswith("alt+"):
                event = events.Key(f"alt+{event.key}", event.character)
            yield event


def use_in(driver: type[Driver]) -> None:
    """Have a driver read its terminal by this parser, where it has one of the kind."""
    module = sys.modules[driver.__module__]
    if hasattr(module, "XTermParser"):
        setattr(module, "XTermParser", Parser)  # noqa: B010  (its name in that module)
