"""Is a store whole? The file, its references, every offset, and the indexes of words."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from store.connect import open_for_reading, plainly
from store.laying import TABLES

_MOST = 20  # faults named for each thing that is looked at


@dataclass(slots=True)
class Finding:
    """One thing that was looked at: its name, how many rows, and what is wrong (empty: nothing)."""

    name: str
    looked_at: int = 0
    faults: list[str] = field(default_factory=list)

    def fault(self, what: str) -> None:
        """Adds a fault; after the first few only their number grows."""
        if len(self.faults) < _MOST:
            self.faults.append(what)


def check_store(path: str | os.PathLike[str]) -> Iterator[Finding]:
    """Looks at the whole store, one finding at a time; raises a `StoreError` when it cannot be opened."""
    with plainly(path):
        connection = open_for_reading(path)
        try:
            yield _pages(connection)
            yield _references(connection)
            yield _figures(connection)
            yield _quotes(connection)
            yield _articles(connection)
            yield _corrections(connection)
            yield from _indexes(connection)
            yield _claims(connection)
        finally:
            connection.close()


def _pages(connection: sqlite3.Connection) -> Finding:
    finding = Finding("pages of the file", connection.execute("PRAGMA page_count").fetchone()[0])
    for (said,) in connection.execute(f"PRAGMA quick_check({_MOST})"):
        if said != "ok":
            finding.fault(said)
    return finding


def _references(connection: sqlite3.Connection) -> Finding:
    finding = Finding("references between tables")
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    finding.looked_at = len(tables)
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        finding.fault(f"row {rowid} of {table} refers to a row of {parent} that is not there")
    return finding


def _figures(connection: sqlite3.Connection) -> Finding:
    finding = Finding("figures at their words")
    rows = connection.execute(
        'SELECT x.id, x.start, x."end", x.text, x.sentence, x.sentence_start, x.claimant_start,'
        " x.claimant_end, t.text FROM figures x JOIN texts t ON t.article = x.article ORDER BY x.article"
    )
    for id_, start, end, phrase, sentence, sentence_start, who, who_end, text in rows:
        finding.looked_at += 1
        at = text.find(phrase, max(0, end - len(phrase)), start + len(phrase))
        if not (phrase and 0 <= at <= start < end <= at + len(phrase)):
            finding.fault(f"figure {id_} does not stand at {start} to {end}")
        elif text[sentence_start : sentence_start + len(sentence)] != sentence:
            finding.fault(f"the sentence of figure {id_} does not stand at {sentence_start}")
        elif who is not None and not 0 <= who <= who_end <= len(text):
            finding.fault(f"the claimant of figure {id_} lies outside the text")
    return finding


def _quotes(connection: sqlite3.Connection) -> Finding:
    finding = Finding("quotes at their words")
    rows = connection.execute(
        'SELECT x.id, x.start, x."end", x.text, x.speaker_text, x.speaker_start, x.speaker_end, t.text'
        " FROM quotes x JOIN texts t ON t.article = x.article ORDER BY x.article"
    )
    for id_, start, end, words, speaker, speaker_start, speaker_end, text in rows:
        finding.looked_at += 1
        if text[start:end] != words:
            finding.fault(f"quote {id_} does not stand at {start} to {end}")
        elif speaker is not None and speaker_start is not None and text[speaker_start:speaker_end] != speaker:
            finding.fault(f"the speaker of quote {id_} does not stand at {speaker_start} to {speaker_end}")
    return finding


def _articles(connection: sqlite3.Connection) -> Finding:
    finding = Finding("articles in a document")
    for id_, texts, sources in connection.execute(
        "SELECT a.id, (SELECT count(*) FROM texts t WHERE t.article = a.rowid),"
        " (SELECT count(*) FROM article_documents d WHERE d.article = a.rowid) FROM articles a"
    ):
        finding.looked_at += 1
        if not texts:
            finding.fault(f"article {id_} has no text")
        if not sources:
            finding.fault(f"article {id_} belongs to no document")
    return finding


def _corrections(connection: sqlite3.Connection) -> Finding:
    """What stands corrected is there, shows the value that was given, and is in the history."""
    finding = Finding("corrections where they belong")
    for kind, id_, name, value in connection.execute(
        "SELECT kind, id, field, value FROM corrections_standing ORDER BY kind, id, field"
    ).fetchall():
        finding.looked_at += 1
        table = TABLES[kind]
        found = [each for each in (table, f"rejected_{table}")
                 if connection.execute(f"SELECT 1 FROM {each} WHERE id = ?", (id_,)).fetchone()]  # fmt: skip
        if len(found) != 1:
            finding.fault(f"{kind} {id_} was corrected and is {'there twice' if found else 'not there'}")
        elif name == "rejected" and found == [table]:
            finding.fault(f"{kind} {id_} was rejected and is shown all the same")
        elif name not in ("rejected", "added") and not name.startswith("same:"):
            shown = connection.execute(f'SELECT "{name}" FROM {found[0]} WHERE id = ?', (id_,)).fetchone()[0]
            if shown != json.loads(value):
                finding.fault(f"{name} of {kind} {id_} is not what it was corrected to")
    return finding


def _indexes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each index of words knows as many rows as its table holds, and none that is gone."""
    for index, table in (
        ("articles_fts", "articles"), ("figures_fts", "figures"),
        ("quotes_fts", "quotes"), ("events_fts", "events"),
    ):  # fmt: skip
        finding = Finding(f"words of {table}")
        finding.looked_at = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        known = f"SELECT id FROM {index}_docsize"
        missing = connection.execute(f"SELECT count(*) FROM {table} WHERE rowid NOT IN ({known})").fetchone()[
            0
        ]
        gone = connection.execute(
            f"SELECT count(*) FROM ({known}) WHERE id NOT IN (SELECT rowid FROM {table})"
        ).fetchone()[0]
        if missing:
            finding.fault(f"{missing} {table} cannot be found by their words")
        if gone:
            finding.fault(f"the index knows {gone} {table} that are gone")
        yield finding


def _claims(connection: sqlite3.Connection) -> Finding:
    """Every figure has its slim row in `claims`, as it is now, and one figure leads each row of the table."""
    from store.schema_claims import KEY, values

    finding = Finding("rows of claims", connection.execute("SELECT count(*) FROM claims").fetchone()[0])
    columns = ", ".join(row[1] for row in connection.execute("PRAGMA table_info(claims)") if row[1] != "lead")
    made = f"SELECT {values('f', 'a.published')} FROM figures f JOIN articles a ON a.rowid = f.article"
    known = f"SELECT {columns} FROM claims"
    for one, other, what in ((made, known, "are missing or differ"), (known, made, "belong to no figure")):
        count = connection.execute(f"SELECT count(*) FROM ({one} EXCEPT {other})").fetchone()[0]
        if count:
            finding.fault(f"{count} rows of claims {what}")
    key = ", ".join(KEY)
    wrong = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM claims GROUP BY {key} HAVING sum(lead) <> 1)"
    ).fetchone()[0]
    if wrong:
        finding.fault(f"{wrong} rows of the claims table are not counted once")
    counted = "SELECT day, measure, family, sum(lead), count(*), sum(whole) FROM claims GROUP BY day, measure, family"
    kept = "SELECT * FROM claim_days"
    for one, other in ((counted, kept), (kept, counted)):
        wrong = connection.execute(f"SELECT count(*) FROM ({one} EXCEPT {other})").fetchone()[0]
        if wrong:
            finding.fault(f"the claims of {wrong} days and measures are not counted as they are")
            break
    return finding
