"""What a command is: one thing that a person can do on a screen, with its keys and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

#: What the names of commands begin with that are on other screens than the browser, by their group.
_PREFIXES = {"Map": "map", "Claims and timeline": "board", "Correct": "correct", "Select words": "select"}
_ANY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can do in the browser, or on another screen.

    `action` is the screen's action (`action_star`, or `pane(2)` with its
    argument); `keys` are Textual's names of keys; `shown` is how they are
    printed. `panes` says in which panes it does something (empty: in all), and
    `footer` its rank there (1 is kept longest, 0 is not shown).
    """

    action: str
    keys: tuple[str, ...]
    shown: str
    label: str
    help: str
    group: str
    panes: frozenset[str] = _ANY
    footer: int = 0

    def applies(self, pane: str) -> bool:
        """Whether the command does something while `pane` has the cursor."""
        return not self.panes or pane in self.panes

    @property
    def name(self) -> str:
        """What it is called in the settings: its action, or its label where the action takes an argument.

        The commands of other screens have the screen's name before their label: `map_nearer`, `timeline_weeks`.
        """
        screen = _PREFIXES.get(self.group)
        if screen:
            screen = next(iter(self.panes)) if len(self.panes) == 1 else screen
            return f"{screen}_{self.label.replace(' ', '_')}"
        return self.label.replace(" ", "_") if "(" in self.action else self.action

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """Each of the keys as it is printed."""
        from tui.keys import shown

        return tuple(shown(key) for key in self.keys)
