"""A field of several lines: apart from the others, as it is needed late and takes its time to load."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import TextArea

from tui.safe import safe


class SafeTextArea(TextArea):
    """Several lines to type in, drawn safely."""

    def on_mount(self) -> None:
        """A screen at rest sends no bytes."""
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """The line as it is drawn: one character for each of the document's."""
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)
