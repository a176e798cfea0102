"""When are two reports about one event? Where kind, last day, place and actor are the same."""

from __future__ import annotations

from store.text import fold

#: Kinds of which one actor may do several on one day and place, so that equal words do not make one event.
NEVER = frozenset({"statement", "other", "sanction", "aid"})


def link_key(
    kind: str, date_from: str | None, date_to: str | None, place: str | None, actor: str | None
) -> str | None:
    """Equal for reports of one event; None where too little is known to say."""
    day = date_to or date_from
    if not (day and place and actor) or kind in NEVER:
        return None
    return "|".join((kind, day, fold(place), fold(actor)))
