"""Fields to type in: what is pasted into them is drawn as safely as what is stored."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Input, TextArea

from tui.safe import safe


class SafeInput(Input):
    """A line to type in. Its value stays exact; its drawing goes through `safe`, character for character."""

    @property
    def _value(self) -> Text:
        return Text(safe(self.value), no_wrap=True, overflow="ignore", end="")


class SafeTextArea(TextArea):
    """Several lines to type in, drawn safely."""

    def get_line(self, line_index: int) -> Text:
        """The line as it is drawn: one character for each of the document's."""
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)
