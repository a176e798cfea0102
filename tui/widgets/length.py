"""How long a scrolled list or text is, told without laying the whole screen out again."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


def set_length(view: ScrollView, lines: int) -> None:
    """Make `view` scroll over `lines` lines.

    Textual lays all of the screen out anew whenever that number changes, which takes
    as long as drawing it; it need only where the scrollbar comes or goes.
    """
    size, room = Size(1, lines), view.container_size.height
    if room and view.show_vertical_scrollbar == (lines > room or view.styles.overflow_y == "scroll"):
        view.set_reactive(Widget.virtual_size, size)
        view._scroll_update(size)
    else:
        view.virtual_size = size
