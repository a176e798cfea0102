"""What the commands share: the database option, queries from words, and rows for people and programs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.cli.completing import QueryWords

if TYPE_CHECKING:
    from store.query import Query
    from tui.config import Settings

F = TypeVar("F", bound=Callable[..., Any])
Cell = str | int | float | None

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@dataclass
class Session:
    """What was said before the command's name."""

    db: str | None = None
    sample: bool = False
    config: str | None = None
    #: How the browser looks, where it is said on the command line: `theme`, `ascii`, `mouse`.
    look: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The database's path."""
        from store.paths import database_path

        return database_path(self.db)

    def settings(self) -> Settings:
        """The person's settings, with what the command line says laid over them."""
        from dataclasses import replace

        from tui import config

        try:
            settings = config.load(self.config)
            if "theme" in self.look:
                self.look["theme"] = config.theme_called(self.look["theme"])
        except config.ConfigError as error:
            raise click.ClickException(str(error)) from None
        return replace(settings, **self.look)


def _keep_db(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Session).db = value


def db_option(function: F) -> F:
    """`--db FILE`, which may stand before the command's name or after it."""
    option = click.option(
        "--db",
        metavar="FILE",
        expose_value=False,
        is_eager=True,
        callback=_keep_db,
        type=click.Path(),
        help="The database; else $CONFLICT_TUI_DB, else conflict.db in the user's data folder.",
    )
    return option(function)


def _keep_config(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Session).config = value


def config_option(function: F) -> F:
    """`--config FILE`."""
    option = click.option(
        "--config",
        metavar="FILE",
        expose_value=False,
        callback=_keep_config,
        type=click.Path(),
        help="Keys and looks; else $CONFLICT_TUI_CONFIG, else config.toml in the user's configuration folder.",
    )
    return option(function)


def browser_options(function: F) -> F:
    """How the browser looks; like the database, it may be said before the command's name or after it."""

    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        session = ctx.ensure_object(Session)
        if not value:
            return
        if param.name == "sample":
            session.sample = True
        elif param.name == "no_mouse":
            session.look["mouse"] = False
        else:
            session.look[param.name or ""] = value

    options: tuple[tuple[str, dict[str, Any]], ...] = (
        (
            "--theme",
            {
                "metavar": "NAME",
                "shell_complete": _themes,
                "help": "Colours: terminal (its own 16), dark, light or contrast.",
            },
        ),
        ("--ascii", {"is_flag": True, "help": "Frames and marks of ASCII characters only."}),
        ("--no-mouse", {"is_flag": True, "help": "Leave the mouse to the terminal."}),
        ("--sample", {"is_flag": True, "help": "Load the sample reports first when the database is empty."}),
    )
    for name, how in reversed(options):
        function = click.option(name, expose_value=False, callback=keep, **how)(function)
    return config_option(function)


def _themes(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    from tui.config import THEMES

    return [name for name in THEMES if name.startswith(begun)]


#: Goes before a `-word` so that the option parser leaves it alone; no shell can pass it.
_WORD = "\0"


def mark_words(params: Sequence[click.Parameter], args: Sequence[str]) -> list[str]:
    """`args` with each `-word` that is no option marked as a word: `-shot` must not be read as `-s -h …`."""
    options = [param for param in params if isinstance(param, click.Option)]
    names = {name for option in options for name in option.opts}
    takes = {name for option in options if not (option.is_flag or option.count) for name in option.opts}
    marked: list[str] = []
    value = False
    for place, arg in enumerate(args):
        if arg == "--" and not value:
            rest = args[place + 1 :]
            return [*marked, "--", *(_WORD + word if word.startswith("-") else word for word in rest)]
        plain = value or arg in names or arg == "-" or not arg.startswith("-") or arg.startswith("--")
        marked.append(arg if plain else _WORD + arg)
        value = not value and arg in takes
    return marked


def unmark(word: str) -> str:
    """A word as it was typed."""
    return word.removeprefix(_WORD)


class QueryCommand(click.Command):
    """A command whose words are a query: `-word` is a word to leave out, not an option."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for param in self.params:
            if param.name == "words":
                param.type = QueryWords()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Like a command's, but a word may begin with a hyphen."""
        rest = super().parse_args(ctx, mark_words(self.get_params(ctx), args))
        if ctx.params.get("words"):
            ctx.params["words"] = tuple(unmark(word) for word in ctx.params["words"])
        return rest


def query_text(words: Sequence[str]) -> str:
    """The query that the shell's words make.

    A single word is the query as it stands. Among several, one that holds blanks
    had quotation marks that the shell took away: `claimant:"air force"`.
    """
    if len(words) == 1:
        return words[0]
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    if '"' in word or not re.search(r"\s", word):
        return word
    field = re.match(r"-?(?:[a-z_]+:)?", word)
    head = field.group() if field else ""
    return f'{head}"{word[len(head) :]}"'


def parse_words(words: Sequence[str]) -> Query | None:
    """The words' query, None when there are none. Raises `QueryError`."""
    from store.query import parse_query

    text = query_text(words)
    return parse_query(text) if text.strip() else None


def output_options(function: F) -> F:
    """`--jsonl` and `--csv`: rows for programs."""
    for name, text in (("csv", "Rows as CSV with a header."), ("jsonl", "One JSON object a line.")):
        function = click.option(
            f"--{name}", "form", flag_value=name, type=click.UNPROCESSED, default=None, help=text
        )(function)
    return function


def day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """A day given as an option, in ISO form."""
    import datetime

    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value} is no day; write it like 2025-12-25") from None


# Control, zero-width and direction characters: JSON can say them without being driven by them.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def json_line(record: dict[str, Any]) -> str:
    """One JSON object on a line, exact, with no character in it that could drive a terminal."""
    import json

    return json_safe(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def json_safe(text: str) -> str:
    """JSON with its control, zero-width and direction characters spelled as escapes; it means the same."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def number(value: float) -> str:
    """A number as people write it: no decimal point where there is nothing behind it."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Rows as CSV on stdout: exact in a pipe, safe to draw on a terminal."""
    import csv

    from store.export import guarded
    from tui.safe import safe

    shown = terminal()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [guarded(_exact(cell)) for cell in row]
        writer.writerow([safe(cell) if shown and isinstance(cell, str) else cell for cell in cells])


def _exact(cell: Cell) -> Cell:
    return int(cell) if isinstance(cell, float) and cell == int(cell) else cell


def write_tsv(rows: Iterable[Sequence[Cell]]) -> None:
    """Plain tab-separated rows on stdout: one line a row, whatever the text holds."""
    from tui.safe import one_line

    for row in rows:
        cells = ("" if cell is None else one_line(str(_exact(cell))) for cell in row)
        print("\t".join(cells))


def terminal() -> bool:
    """Does a person read what we print?"""
    return sys.stdout.isatty()
