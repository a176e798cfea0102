"""The person's own settings, out of `config.toml`: other keys for the commands, and how the browser looks.

    [keys]
    star = "b"
    down = ["j", "down", "ctrl+n"]
    export = []                # no key: only in the palette

    [ui]
    theme = "dark"             # terminal, dark, light, contrast
    ascii = false              # frames and marks of ASCII characters only
    mouse = true
    read_after = 1.5           # seconds on an article after which it counts as read; 0 never

The file is `--config FILE`, else `$CONFLICT_TUI_CONFIG`, else `config.toml` in the
user's configuration folder. Whatever does not fit is refused with one sentence
that names the file and the line.
"""

from __future__ import annotations

import difflib
import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.command import Command
from tui.commands import every_command, remapped
from tui.keys import key_called

VARIABLE = "CONFLICT_TUI_CONFIG"
THEMES = ("terminal", "dark", "light", "contrast")


class ConfigError(ValueError):
    """The settings cannot be used; the message says what is wrong, and in which line of which file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen. `keys` gives a command's keys by its name; other commands keep theirs."""

    theme: str = "terminal"
    ascii: bool = False
    mouse: bool = True
    read_after: float = 1.5
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The table of commands with these keys."""
        return remapped(self.keys)


def config_file(option: str | None = None) -> Path | None:
    """The file of settings, None when there is none; raises `ConfigError` when a named one is missing."""
    named = option or os.environ.get(VARIABLE)
    if named:
        path = Path(named).expanduser()
        if not path.is_file():
            raise ConfigError(f"{'--config' if option else VARIABLE} names no file: {path}")
        return path
    path = default_file()
    return path if path.is_file() else None


def default_file() -> Path:
    """Where the settings are looked for when nothing else is said."""
    import platformdirs

    return Path(platformdirs.user_config_dir("conflict-tui", appauthor=False)) / "config.toml"


def load(option: str | None = None) -> Settings:
    """The settings of the file that `option` names, or of the person's own; raises `ConfigError`."""
    path = config_file(option)
    if path is None:
        return Settings()
    # Only now: most start without a file of settings, and the first frame waits for every import.
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from error
    return _Reading(path, text).settings(tables)


class _Reading:
    """One file while it is read: knows in which line a value stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def _wrong(self, table: str, name: str, words: str) -> ConfigError:
        line = self._line(table, name)
        return ConfigError(f"{self.path}{f', line {line}' if line else ''}: {words}")

    def _line(self, table: str, name: str) -> int:
        """The line of `name` in `[table]` (of the table itself for no name), 0 when it is not found."""
        here = ""
        for number, line in enumerate(self.lines, 1):
            head = re.match(r"\s*\[\s*\"?([^]\"]+?)\"?\s*\]", line)
            if head:
                here = head[1]
                if here == table and not name:
                    return number
            key = re.match(r"\s*[\"']?([^=\"']+?)[\"']?\s*=", line)
            if key and (here, key[1]) == (table, name):
                return number
            if key and not here and (key[1] == f"{table}.{name}" or (not name and key[1] == table)):
                return number
        return 0

    def settings(self, tables: dict[str, Any]) -> Settings:
        """The file's tables as settings."""
        for name, value in tables.items():
            if name not in ("keys", "ui"):
                raise self._wrong(name, "", f"there is no table [{name}]{_near(name, ('keys', 'ui'))}")
            if not isinstance(value, dict):
                raise self._wrong(name, "", f"{name} must be a table, [{name}]")
        return Settings(**self._ui(tables.get("ui", {})), keys=self._keys(tables.get("keys", {})))

    def _ui(self, table: dict[str, Any]) -> dict[str, Any]:
        kinds = {"theme": str, "ascii": bool, "mouse": bool, "read_after": float}
        for name, value in table.items():
            if name not in kinds:
                raise self._wrong("ui", name, f"there is no setting {name}{_near(name, kinds)}")
            if name == "theme":
                try:
                    table = {**table, "theme": theme_called(value)}
                except ConfigError as error:
                    raise self._wrong("ui", name, str(error)) from None
            elif kinds[name] is bool and not isinstance(value, bool):
                raise self._wrong("ui", name, f"{name} must be true or false")
            elif kinds[name] is float:
                if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1e6:
                    raise self._wrong("ui", name, f"{name} must be a number of seconds, such as 1.5")
                table = {**table, name: float(value)}
        return table

    def _keys(self, table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        names = {command.name: command for command in every_command()}
        chosen: dict[str, tuple[str, ...]] = {}
        for name, value in table.items():
            if name not in names:
                raise self._wrong("keys", name, f"there is no command {name}{_near(name, names)}")
            words = [value] if isinstance(value, str) else value
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise self._wrong(
                    "keys",
                    name,
                    f'{name} must be a key such as "b", or a list of keys such as ["b", "ctrl+b"]',
                )
            keys: list[str] = []
            for word in words:
                try:
                    keys.append(key_called(word))
                except ValueError as error:
                    raise self._wrong("keys", name, f"{name}: {error}") from None
            chosen[name] = tuple(dict.fromkeys(keys))
        from tui.screenkeys import NAMES, screen_commands

        self._clash(remapped(chosen), chosen)
        if chosen:
            for screen in NAMES:
                self._clash(screen_commands(screen, chosen), chosen)
        return chosen

    def _clash(self, commands: Iterable[Command], chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Refuses a key that two commands of one screen would have."""
        owners: dict[str, str] = {}
        for command in commands:
            for key, shown in zip(command.keys, command.shown_keys, strict=True):
                other = owners.setdefault(key, command.name)
                if other != command.name:
                    at = command.name if command.name in chosen else other
                    raise self._wrong(
                        "keys", at,
                        f"{shown} would be both {other} and {command.name}; give one of them another key, or []",
                    )  # fmt: skip


def theme_called(name: object) -> str:
    """The theme that a word means; raises `ConfigError`. `16` is the terminal's own sixteen colours."""
    word = str(name).strip().lower()
    word = {
        "16": "terminal",
        "16-colour": "terminal",
        "16-color": "terminal",
        "high-contrast": "contrast",
    }.get(word, word)
    if word not in THEMES:
        raise ConfigError(f"there is no theme {name}; there are {', '.join(THEMES)}")
    return word


def _near(name: str, known: Iterable[str]) -> str:
    """What may have been meant, or all there is when that is little."""
    known = list(known)
    close = difflib.get_close_matches(name, known, 1)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; there are {', '.join(known)}" if len(known) < 9 else "; `conflict-tui keys` names them all"
