"""Word lists: TOML files beside this one, and a user's own file that adds to them.

`load("titles")` is the table of `titles.toml`. A user's file, at
`$CONFLICT_TUI_LEXICON` or `lexicon.toml` in the user's configuration folder, has
one table for each list it adds to:

    [titles]
    roles = ["wali", "emir"]

Its lists are added to ours, its tables laid over ours; what does not fit is
refused with one clear sentence.
"""

from __future__ import annotations

import functools
import os
import sys
from importlib import resources
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

VARIABLE = "CONFLICT_TUI_LEXICON"


class LexiconError(ValueError):
    """A word list cannot be used; the message says which, where and why."""


def user_file() -> Path | None:
    """The user's own word lists, or None when there are none.

    Raises `LexiconError` when `$CONFLICT_TUI_LEXICON` names no file.
    """
    named = os.environ.get(VARIABLE)
    if named:
        path = Path(named).expanduser()
        if not path.is_file():
            raise LexiconError(f"{VARIABLE} names no file: {path}")
        return path
    import platformdirs

    path = Path(platformdirs.user_config_dir("conflict-tui", appauthor=False)) / "lexicon.toml"
    return path if path.is_file() else None


@functools.cache
def names() -> frozenset[str]:
    """The names of the word lists there are."""
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in resources.files(__name__).iterdir()
        if entry.name.endswith(".toml")
    )


@functools.cache
def _user_tables() -> dict[str, Any]:
    path = user_file()
    if path is None:
        return {}
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path} is not valid TOML: {error}") from error
    except OSError as error:
        raise LexiconError(f"{path} cannot be read: {error.strerror}") from error
    for name, table in tables.items():
        if name not in names():
            raise LexiconError(
                f"{path}: there is no word list {name!r}; there are {', '.join(sorted(names()))}"
            )
        if not isinstance(table, dict):
            raise LexiconError(f"{path}: {name} must be a table, [{name}]")
    return tables


def _kind(value: object) -> str:
    for of, word in ((str, "a text"), (list, "a list"), (dict, "a table"), (bool, "true or false")):
        if isinstance(value, of):
            return word
    return "a number"


def merge(base: dict[str, Any], more: dict[str, Any], where: str) -> dict[str, Any]:
    """`base` with `more` added: lists joined, tables merged, other values replaced.

    `where` names the place for errors. Raises `LexiconError` on a key that `base`
    lacks at its top or on a value of another kind.
    """
    merged = dict(base)
    for key, value in more.items():
        at = f"{where}.{key}"
        if key not in base:
            raise LexiconError(f"{at} is not known here; known are {', '.join(sorted(base))}")
        merged[key] = _joined(base[key], value, at)
    return merged


def _joined(old: Any, new: Any, at: str) -> Any:
    if _kind(old) != _kind(new):
        raise LexiconError(f"{at} must be {_kind(old)}, not {_kind(new)}")
    if isinstance(old, list):
        kinds = {_kind(item) for item in old}
        for item in new:
            if kinds and _kind(item) not in kinds:
                raise LexiconError(f"{at} must hold {' or '.join(sorted(kinds))} in each place, not {item!r}")
        return [*old, *(item for item in new if item not in old)]
    if isinstance(old, dict):
        # Inside a table the keys are words of the language, so that new ones are welcome.
        sample = next(iter(old.values()), None)
        table = dict(old)
        for key, value in new.items():
            if key in old:
                table[key] = _joined(old[key], value, f"{at}.{key}")
            elif sample is not None and _kind(sample) != _kind(value):
                raise LexiconError(f"{at}.{key} must be {_kind(sample)}, not {_kind(value)}")
            else:
                table[key] = value
        return table
    return new


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The word list `name` with the user's additions. Callers must not change it.

    Raises `LexiconError` for an unusable user's file, `KeyError` for a name that is none of ours.
    """
    if name not in names():
        raise KeyError(name)
    text = resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    base: dict[str, Any] = tomllib.loads(text)
    more = _user_tables().get(name)
    return merge(base, more, name) if more else base


def forget() -> None:
    """Read the files anew at the next `load` (after the user's file changed)."""
    load.cache_clear()
    _user_tables.cache_clear()
