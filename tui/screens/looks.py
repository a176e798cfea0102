"""The choice of colours and frames, for this run; the settings file keeps one for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.dialogs import Choice, ChoiceScreen

if TYPE_CHECKING:
    from textual.app import App

_WHAT = {
    "terminal": "the terminal's own sixteen colours; the fewest bytes over a slow line",
    "dark": "light letters on a dark ground",
    "light": "dark letters on a light ground",
    "contrast": "pure colours on black, nothing dimmed",
}


def choose(app: App[Any]) -> None:
    """Ask which theme, and take it."""
    from tui.app import ConflictApp

    if not isinstance(app, ConflictApp):
        return
    now, ascii = app.look, app.ascii
    choices = [Choice(name, name, what + (" (now)" if name == now else "")) for name, what in _WHAT.items()]
    choices.append(Choice("ascii", "signs and frames" if ascii else "ascii", _FRAMES[ascii]))

    def chosen(value: str | None) -> None:
        if value == "ascii":
            app.set_look(ascii=not ascii)
        elif value is not None:
            app.set_look(value)

    said = "NO_COLOR is set, or the terminal has no colours: all look the same." if app.no_color else ""
    app.push_screen(ChoiceScreen("Theme", choices, said=said), chosen)


_FRAMES = {
    True: "draw frames and marks with all the signs there are",
    False: "draw frames and marks with ASCII characters only",
}
