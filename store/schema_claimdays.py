"""The step of the schema for the whole store's claims and timeline: rows a day are counted as they are written.

`claim_days` follows `claims` by triggers; it says how many rows of the claims
table, how many figures and how many wholes a day has of each measure and family.
`claims_by_kind` holds all that the timeline of one measure reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLE = """
CREATE TABLE claim_days (
    day TEXT NOT NULL, measure TEXT NOT NULL, family TEXT NOT NULL,     -- as in claims
    rows INTEGER NOT NULL,          -- of the claims table: figures that lead one
    figures INTEGER NOT NULL,
    wholes INTEGER NOT NULL,
    PRIMARY KEY (day, measure, family)
) WITHOUT ROWID
"""
_FILL = (
    "INSERT INTO claim_days SELECT day, measure, family, sum(lead), count(*), sum(whole) FROM claims"
    " GROUP BY day, measure, family"
)
_INDEX = (
    "CREATE INDEX claims_by_kind ON claims"
    "(measure, family, day, first, claimant, place, low, high, whole, set_apart, running)"
)
_SAME = "day = OLD.day AND measure = OLD.measure AND family = OLD.family"
_TRIGGERS = (
    "CREATE TRIGGER claim_days_added AFTER INSERT ON claims BEGIN"
    " INSERT INTO claim_days VALUES (NEW.day, NEW.measure, NEW.family, NEW.lead, 1, NEW.whole)"
    " ON CONFLICT DO UPDATE SET rows = rows + excluded.rows, figures = figures + 1,"
    "  wholes = wholes + excluded.wholes; END",
    "CREATE TRIGGER claim_days_gone AFTER DELETE ON claims BEGIN"
    f" UPDATE claim_days SET rows = rows - OLD.lead, figures = figures - 1, wholes = wholes - OLD.whole WHERE {_SAME};"
    f" DELETE FROM claim_days WHERE {_SAME} AND figures = 0; END",
    # The only column of `claims` that is ever changed: another figure leads the row.
    "CREATE TRIGGER claim_days_led AFTER UPDATE OF lead ON claims BEGIN"
    f" UPDATE claim_days SET rows = rows + NEW.lead - OLD.lead WHERE {_SAME}; END",
)


def steps(db: Database) -> None:
    """Moves a store forward by this step."""
    from store.schema_claims import tell_running

    tell_running(db)
    db.execute(_INDEX)
    db.execute(_TABLE.strip())
    db.execute(_FILL)
    for trigger in _TRIGGERS:
        db.execute(trigger)
