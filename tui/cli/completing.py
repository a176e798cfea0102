"""What a shell may complete: commands, options, and in a query the fields and their values out of the store.

Click writes the scripts and finds the commands; here is what it lacks. In bash a
colon breaks words, so that `measure:ki` comes as three; and after a field's
colon no blank may follow.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click import shell_completion
from click.shell_completion import CompletionItem, split_arg_string

if TYPE_CHECKING:
    from store.search import Reader

    _Text = click.ParamType[str]
else:  # older versions of click know no type arguments
    _Text = click.ParamType

Found = TypeVar("Found")
#: Values of a field that are offered at most.
MOST = 40
#: The kind of item after which the shell adds no blank: there is more to type.
OPEN = "open"

_BASH = r"""%(complete_func)s() {
    local IFS=$'\n' line="${COMP_LINE:0:COMP_POINT}" response kind value
    local typed="${line##*[[:space:]]}" prefix="" word="${COMP_WORDS[COMP_CWORD]}"
    # Where a colon breaks words, only what follows the last one is completed.
    if [[ $COMP_WORDBREAKS == *:* && $typed == *:* ]]; then
        prefix="${typed%%"${typed##*:}"}"
    fi
    response=$(env COMP_LINE="$line" %(complete_var)s=bash_complete "$1")
    COMPREPLY=()
    for completion in $response; do
        IFS=',' read -r kind value <<< "$completion"
        case $kind in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            open) compopt -o nospace; COMPREPLY+=("${value#"$prefix"}") ;;
            # Quoted: a name out of an article is no command.
            plain)
                # Where a quotation is open already, only its kind of marks counts in it.
                if [[ $word == \'* && $word != \'*\'* ]]; then
                    [[ ${COMP_WORDS[COMP_CWORD-1]} == : ]] && value="${value#*:}"
                    value="${value//\'/\'\\\'\'}"
                elif [[ $word == \"* && $word != \"*\"* ]]; then
                    [[ ${COMP_WORDS[COMP_CWORD-1]} == : ]] && value="${value#*:}"
                    value="${value//\\/\\\\}" value="${value//\"/\\\"}"
                    value="${value//\$/\\\$}" value="${value//\`/\\\`}"
                else
                    printf -v value %%q "${value#"$prefix"}"
                fi
            COMPREPLY+=("$value") ;;
        esac
    done
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_ZSH_OPEN = """        elif [[ "$type" == "open" ]]; then
            open+=("$key")
        elif [[ "$type" == "dir" ]]; then"""


class Bash(shell_completion.BashComplete):
    """Bash, with words that hold colons."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one to complete, and that one."""
        line = os.environ.get("COMP_LINE")
        if line is None:  # the script that click writes says it otherwise
            return super().get_completion_args()
        words = split_arg_string(line)[1:]
        if not line[-1:].strip():
            return words, ""
        return words[:-1], words[-1] if words else ""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """One line of the answer."""
        return f"{item.type},{item.value}"


class Zsh(shell_completion.ZshComplete):
    """Zsh, without a blank after a field's colon."""

    source_template = (
        shell_completion.ZshComplete.source_template.replace(
            "    local -a response\n", "    local -a response\n    local -a open\n"
        )
        .replace('        elif [[ "$type" == "dir" ]]; then', _ZSH_OPEN)
        .replace(
            '    if [ -n "$completions" ]; then',
            "    if (( $#open )); then\n        compadd -U -S '' -V unsorted -a open\n    fi\n\n"
            '    if [ -n "$completions" ]; then',
        )
    )

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Three lines of the answer."""
        if item.type == OPEN:
            return f"{OPEN}\n{item.value}\n_"
        return super().format_completion(item)


class Fish(shell_completion.FishComplete):
    """Fish, which by itself adds no blank after a colon."""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """The answer's lines for one item."""
        if item.type == OPEN:
            item = CompletionItem(item.value, help=item.help)
        return super().format_completion(item)


CLASSES: dict[str, type[shell_completion.ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def register() -> None:
    """Have click use these classes."""
    for name, shell in CLASSES.items():
        shell_completion.add_completion_class(shell, name)


class QueryWords(_Text):
    """A word of a query: any text, whose fields and values can be completed."""

    name = "text"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """Fields while their name is typed, then their values."""
        return query_items(ctx, incomplete)


def query_items(ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
    """What a word of a query may become, or the last word of several between quotation marks."""
    from store.query import FIELDS

    minus = "-" if incomplete.startswith("-") else ""
    name, colon, begun = incomplete.removeprefix("-").partition(":")
    found: list[CompletionItem[str]] = []
    if not colon:
        found = [
            CompletionItem(f"{minus}{field}:", type=OPEN, help=meaning)
            for field, meaning in FIELDS.items()
            if field.startswith(name)
        ]
    elif name in FIELDS:
        found = [
            CompletionItem(f"{minus}{name}:{value}") for value in values_of(ctx, name, begun.lstrip('"'))
        ]
    if not found and re.search(r"[\s,]", incomplete):
        found = [
            CompletionItem(words, type=OPEN if words.endswith(":") else "plain")
            for words in _last_of(ctx, incomplete)
        ]
    return found


def _last_of(ctx: click.Context, typed: str) -> list[str]:
    """What is typed, its last word, or the last of a field's values, completed."""
    from store.completion import complete

    found = _asked(ctx, lambda reader: complete(reader, typed, len(typed), MOST))
    return [typed[: each.start] + each.words for each in found if _fit(each.words)]


def _asked(ctx: click.Context, ask: Callable[[Reader], list[Found]]) -> list[Found]:
    """What the store answers; nothing when there is none."""
    from store.errors import StoreError
    from store.search import open_reader
    from tui.cli.common import Session

    session: Any = ctx.find_object(Session) or Session()
    try:
        if not session.path.exists():
            return []
        with open_reader(session.path) as reader:
            return ask(reader)
    except StoreError:
        return []


def _fit(value: str) -> bool:
    """A shell draws what it offers: only what is safe to draw."""
    from tui.safe import one_line

    return value == one_line(value) and value.isprintable()


def values_of(ctx: click.Context, field: str, begun: str) -> list[str]:
    """Values of a field that begin as what is typed, or for names that hold it; none when there is no store."""
    from store.query import choices

    fixed = choices(field)
    if fixed:
        return [value for value in fixed if value.startswith(begun)]
    found = _asked(ctx, lambda reader: list(reader.values(field, begun, MOST)))
    return [value for value in found if _fit(value) and '"' not in value]
