"""Writes the tables of the README and of docs/ from the program, and the manual page.

`docs.py` writes them, `docs.py --check` only says which are out of date (exit status 1).
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlite_utils import Database  # noqa: E402

from store import query, schema  # noqa: E402
from tui import __version__, commands, manpage  # noqa: E402
from tui.cli import find, group  # noqa: E402


def fields_table() -> str:
    """A row for each field of the query language."""
    rows = [f"| `{name}:` | {meaning} |" for name, meaning in query.FIELDS.items()]
    return "\n".join(["| field | what it asks for |", "| --- | --- |", *rows])


def commands_table() -> str:
    """A row for each command of the command line."""
    rows = ["| `conflict-tui [QUERY]` | Browse the articles that match, or all of them. |"]
    for name, target in group.COMMANDS.items():
        rows.append(f"| `conflict-tui {name}` | {group.load(target).get_short_help_str(200)} |")
    return "\n".join(["| command | what it does |", "| --- | --- |", *rows])


def columns() -> str:
    """The columns of a row of `find`."""
    return ", ".join(f"`{name}`" for name in find.COLUMNS) + "."


def views() -> str:
    """The views made for reading, with their columns, as a new store has them."""
    store = Database(memory=True)
    schema.migrations.apply(store)
    lines = []
    for view in store.views:
        if view.name.endswith(("_list", "_links")):
            names = ", ".join(f"`{column.name}`" for column in view.columns)
            lines.append(f"- `{view.name}`: {names}")
    return "\n".join(lines)


#: Each page's generated sections; a section lies between `<!-- name -->` and `<!-- /name -->`.
SECTIONS = {
    "README.md": {
        "fields": fields_table,
        "keys": lambda: commands.markdown_table().strip(),
        "commands": commands_table,
        "columns": columns,
    },
    "docs/store.md": {"views": views},
}


def filled(page: str, text: str) -> str:
    """The page's text with every generated section as the program has it now."""
    for name, make in SECTIONS[page].items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        head, found, rest = text.partition(begin)
        _, ended, tail = rest.partition(end)
        if not (found and ended):
            raise SystemExit(f"{page} has no section <!-- {name} -->")
        text = f"{head}{begin}{make()}\n{end}{tail}"
    return text


def run(args: list[str]) -> int:
    """Write or check the pages; returns the exit status."""
    stale = 0
    manual = ROOT / "docs" / "conflict-tui.1"
    made = manpage.page(__version__)
    if not manual.exists() or manual.read_text(encoding="utf-8") != made:
        if "--check" in args:
            print("docs/conflict-tui.1 is out of date: make docs")
            stale = 1
        else:
            manual.write_text(made, encoding="utf-8")
    for page in SECTIONS:
        path = ROOT / page
        old = path.read_text(encoding="utf-8")
        new = filled(page, old)
        if new != old and "--check" in args:
            print(f"{page} is out of date: make docs")
            stale = 1
        elif new != old:
            path.write_text(new, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
