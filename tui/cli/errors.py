"""Errors as one sentence on stderr with an exit status; never a traceback."""

from __future__ import annotations

import errno
import os
import sys

import click

#: Exit statuses: found or done, nothing found, usage or bad input, stopped by ctrl+c, reader gone.
DONE, NOTHING, BAD, STOPPED, GONE = 0, 1, 2, 130, 141


def say(message: str) -> None:
    """One line on stderr, safe to draw whatever it quotes."""
    from tui.safe import safe

    print(f"conflict-tui: {safe(message, newlines=True)}", file=sys.stderr)


def report(error: BaseException) -> int:
    """Say `error` on stderr as a sentence; returns the exit status that goes with it.

    With `CONFLICT_TUI_DEBUG` set, an unforeseen error is raised again instead.
    """
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, EOFError, click.Abort)):
        return STOPPED
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else BAD
    if isinstance(error, BrokenPipeError) or (isinstance(error, OSError) and error.errno == errno.EPIPE):
        # The reader has left; what is still buffered must not fail a second time at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GONE
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path.removesuffix(" browse") if error.ctx else "conflict-tui"
        message = error.format_message()
        say(f"{message if message.endswith(('.', '?')) else message + '.'} See {path} --help.")
        return BAD
    if isinstance(error, click.ClickException):
        say(error.format_message())
        return BAD
    from extract.lexicon import LexiconError
    from store.errors import QueryError, StoreError

    if isinstance(error, QueryError) and error.suggestion:
        say(f"{str(error).rstrip('.')}. Did you mean {error.suggestion}?")
    elif isinstance(error, (StoreError, LexiconError)):
        say(str(error))
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}")
    elif os.environ.get("CONFLICT_TUI_DEBUG"):
        raise error
    else:
        say(
            f"something unforeseen went wrong ({type(error).__name__}: {error}); "
            "run it again with CONFLICT_TUI_DEBUG=1 to see where, and please report that"
        )
    return BAD
