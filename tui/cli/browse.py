"""`conflict-tui [QUERY]`: the browser, which is what runs when no command is named."""

from __future__ import annotations

import sys

import click

from tui.cli.common import SETTINGS, QueryCommand, Session, browser_options, db_option, query_text
from tui.cli.errors import NOTHING


def near_command(words: tuple[str, ...]) -> str | None:
    """The command that the first word may have been meant for, None when it is near none."""
    from difflib import get_close_matches

    from tui.cli.group import COMMANDS

    found = get_close_matches(words[0].lower(), list(COMMANDS), n=1, cutoff=0.75) if words else []
    return found[0] if found else None


@click.command(cls=QueryCommand, context_settings=SETTINGS)
@click.argument("words", metavar="[QUERY]…", nargs=-1)
@browser_options
@db_option
@click.pass_obj
def browse(session: Session, words: tuple[str, ...]) -> int:
    """Browse the articles that match QUERY, or all of them.

    \b
    Example:
      conflict-tui odesa measure:killed since:2025-12-24
    """
    from tui.memory import starting

    starting()
    from tui.app import refusal, run

    why = refusal()
    if why:
        near = near_command(words)
        hint = f"{words[0]} is no command; did you mean conflict-tui {near}?" if near else why
        raise click.ClickException(hint)
    settings = session.settings()
    text = query_text(words)
    path = session.path
    if text.strip():
        from store.query import parse_query

        query = parse_query(text)
        near = near_command(words) if len(words) == 1 else None
        if near and path.exists():
            from store.search import open_reader

            with open_reader(path) as reader:
                if not len(reader.article_ids(query)):
                    print(f"Nothing matches “{words[0]}”. Did you mean conflict-tui {near}?", file=sys.stderr)
                    return NOTHING
    if session.sample:
        load_sample(session)
    return run(path, text or None, settings)


def load_sample(session: Session) -> None:
    """Import the sample reports when the database holds no article yet; says so on stderr."""
    from store.errors import NoStore
    from store.search import open_reader

    try:
        with open_reader(session.path) as reader:
            if reader.stats().articles:
                return
    except NoStore:
        pass
    from store.seeds import folder
    from tui.cli.importing import run_import
    from tui.memory import started

    started()  # an import leaves much behind that is needed no more

    print("The database is empty: loading the sample reports …", file=sys.stderr)
    run_import(session.path, [str(folder())])
