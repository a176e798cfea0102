"""Panes of the size that a person gives them, kept with the session."""

from __future__ import annotations

from typing import Any

from tui.screens.base import TALL, WIDE, Frame

#: Percent by which a key moves an edge, and how near to the border of the screen it may come.
STEP = 5
LEAST, MOST = 20, 80
#: Where the edges are as long as nobody has moved them, in percent (what `conflict.tcss` gives them).
USUAL = {"split": 40, "share": 40, "reading": 45}


class Resizing(Frame):
    """Keys that move the edges between the panes.

    `split` is the list's share of a wide screen's width, `share` its share of a
    narrow one's height, `reading` the text's share of the right column's height.
    """

    def action_edge(self, delta: int) -> None:
        """Move the edge of the list: to the right or down (1), to the left or up (-1)."""
        self._move_edge("split" if self.size.width >= WIDE else "share", delta)

    def action_floor(self, delta: int) -> None:
        """Move the edge beneath the text: down (1) or up (-1)."""
        if self.size.width >= WIDE:
            self._move_edge("reading", delta)
        else:
            self._move_edge("share", -delta)

    def _move_edge(self, name: str, delta: int) -> None:
        if self.zoomed or (self.size.width < WIDE and self.size.height < TALL):
            self.say("One pane has the whole screen; there is no edge to move.", "warning")
            return
        now = getattr(self.session, name) or USUAL[name]
        setattr(self.session, name, min(max(now + delta * STEP, LEAST), MOST))
        self.remember()
        self.lay_out()

    def lay_out(self) -> None:
        """Show the panes there is room for, in their sizes."""
        super().lay_out()
        wide = self.size.width >= WIDE
        alone = self.zoomed or (not wide and self.size.height < TALL)
        split, share, reading = self.session.split, self.session.share, self.session.reading
        left, text, figures, quotes = self.panes
        _give(left, "width", split if wide and not alone else 0)
        _give(left, "height", share if not wide and not alone else 0)
        _give(text, "height", reading if wide and not alone else 0)
        for pane in (figures, quotes):
            _give(pane, "height", share if not wide and not alone else 0)


def _give(widget: Any, rule: str, percent: int) -> None:
    """A size in percent of what is around the widget; 0 leaves it to the stylesheet."""
    inline = widget.styles.inline
    now = inline.get_rule(rule)
    if not percent:
        if now is not None:
            widget.styles.clear_rule(rule)
            widget.refresh(layout=True)
    elif now is None or round(now.value) != percent:
        setattr(widget.styles, rule, f"{percent}%")
