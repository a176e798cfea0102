"""`conflict-tui check`: is the database whole, and does every figure and quote point at its words?"""

from __future__ import annotations

import click

from tui.cli import common
from tui.cli.errors import BAD, DONE


@click.command(short_help="Check that the database is whole.", context_settings=common.SETTINGS)
@common.output_options
@common.db_option
@click.pass_obj
def check(session: common.Session, form: str | None) -> int:
    """Check the database: the file, its tables, every offset, and the search tables.

    Exit status: 0 all is well, 2 something is wrong.

    \b
    Example:
      conflict-tui check --db archive.db
    """
    from store.check import check_store
    from tui.safe import safe

    rows: list[tuple[str, int, str]] = []
    for finding in check_store(session.path):
        rows.append((finding.name, finding.looked_at, "; ".join(finding.faults) or "ok"))
        if form is None and common.terminal():
            print(f"{finding.looked_at:>9,} {finding.name}: {'ok' if not finding.faults else ''}".rstrip())
            for fault in finding.faults:
                print(f"          {safe(fault)}")
    if form == "jsonl":
        for name, looked_at, said in rows:
            print(common.json_line({"checked": name, "looked_at": looked_at, "result": said}))
    elif form == "csv":
        common.write_csv(("checked", "looked_at", "result"), rows)
    elif not common.terminal():
        common.write_tsv(rows)
    return DONE if all(said == "ok" for _, _, said in rows) else BAD
