"""A field to type in: what is pasted into it is drawn as safely as what is stored."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Input

from tui.safe import safe


class SafeInput(Input):
    """A line to type in. Its value stays exact; its drawing goes through `safe`, character for character."""

    def on_mount(self) -> None:
        """Over a slow line every blink costs bytes, and a screen at rest sends none."""
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        return Text(safe(self.value), no_wrap=True, overflow="ignore", end="")
