"""Citations to paste: the exact words, who says so, where and when they said it, and the article."""

from __future__ import annotations

import re
from datetime import date

from store.records import ArticleFull, ArticleRow, EventRow, FigureRow, QuoteRow

STYLES = ("quotation", "figure", "sentence", "footnote", "markdown")
Citable = FigureRow | QuoteRow | ArticleRow | ArticleFull | EventRow

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
#: What would drive the terminal that a citation is pasted into, or turn its direction.
_DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~-])")
_INFERRED = " (date inferred)"
#: What a sentence says of those counted.
_VERBS = {
    **{
        measure: f"were {measure.replace('_', ' ')}"
        for measure in (
            "killed", "injured", "missing", "captured", "abducted", "arrested", "released", "displaced", "evacuated",
            "rescued", "hospitalized", "affected", "launched", "shot_down", "destroyed", "damaged", "deployed",
            "without_power", "without_heat", "without_water",
        )
    },
    "casualties": "were killed or injured", "hit": "got through", "locations_hit": "were hit",
    "attacks": "were counted", "lost_equipment": "were lost",
}  # fmt: skip


def citation(row: Citable, style: str = "quotation") -> str:
    """One citation of a figure, quote, article or event, in one of `STYLES`.

    An inferred day is marked "(date inferred)" and a missing one is called
    "undated". Words are exact, but for line breaks (a space) and control
    characters (U+FFFD). Raises `ValueError` for another style.
    """
    if style not in STYLES:
        raise ValueError(f"{style!r} is not a style; it can be {', '.join(STYLES)}")
    words, said = _words(row), _said(row)
    article = _article(row)
    if right := set_right(row):
        article += f" ({right})"
    if style == "markdown":
        who = f"**{markup(said[0])}**" + "".join(f", {markup(part)}" for part in said[1:]) if said else ""
        lines = "; ".join(part for part in (who, markup(article)) if part)
        return f"> {markup(words)}\n>\n> — {lines}" if words else lines
    quoted = f"“{words}”" if words else ""
    if style == "footnote":
        head = ", ".join(said)
        tail = f"{article}: {quoted}" if quoted else f"{article}."
        return f"{head}, in {tail}" if head else tail
    if style == "figure" and isinstance(row, FigureRow):
        about = "; ".join(part for part in (", ".join(said), article) if part)
        return f"{_number(row)} ({about}): {quoted}"
    if style == "sentence" and isinstance(row, FigureRow):
        return _sentence(row, article)
    tail = "; ".join(part for part in (", ".join(said), article) if part)
    return f"{quoted} — {tail}" if quoted else tail


def set_right(row: Citable) -> str:
    """What a person did to what was read: "measure, place corrected", "added by vera"; nothing where nobody did."""
    if isinstance(row, (ArticleRow, ArticleFull)):
        return ""
    words = ["rejected"] if row.rejected else []
    words += [f"added by {plain(row.added_by)}"] if row.added_by else []
    words += (
        [f"{', '.join(name.replace('_', ' ') for name in row.corrected)} corrected"] if row.corrected else []
    )
    return "; ".join(words)


def _sentence(row: FigureRow, article: str) -> str:
    """A figure in a sentence of our own; its number, noun and names are the article's."""
    exact = row.low == row.high and row.unit
    number = f"{row.value:,.0f}" if row.value == int(row.value) else f"{row.value:,}"
    amount = " ".join(part for part in (row.modifier, number, row.unit) if part) if exact else row.text
    verb = _VERBS.get(row.measure, "")
    if row.value == 1:
        verb = verb.replace("were ", "was ", 1)
    doubt = _INFERRED if row.published_basis == "inferred" else ""
    when = days(row.date_from, row.date_to)
    said = who_says(row)
    parts = [
        plain(amount),
        verb,
        f"in {plain(row.place)}" if row.place else "",
        f"on {when}{doubt}" if when else "",
    ]
    sentence = " ".join(part for part in parts if part)
    if said:
        channel = f" on {plain(row.channel)}" if row.channel else ""
        sentence += f", according to {plain(said)}{channel}"
    return f"{sentence[:1].upper()}{sentence[1:]} ({article})."


def plain(text: str) -> str:
    """The text on one line, with nothing in it that could drive a terminal."""
    return _DRIVING.sub("\ufffd", " ".join(text.split()))


def markup(text: str) -> str:
    """The text as Markdown that shows exactly it."""
    escaped = _MARKUP.sub(r"\\\1", plain(text))
    # A line that begins "1." would begin a list.
    return re.sub(r"^(\d+)\.", r"\1\\.", escaped).replace("&", "&amp;")


def day(value: str) -> str:
    """`2025-12-25` as "25 December 2025"."""
    read = date.fromisoformat(value)
    return f"{read.day} {_MONTHS[read.month - 1]} {read.year}"


def days(first: str | None, last: str | None) -> str | None:
    """An interval of ISO days in words: "24–25 December 2025"; None when neither is known."""
    if first is None or last is None or first == last:
        known = last or first
        return day(known) if known else None
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    if (one.year, one.month) == (two.year, two.month):
        return f"{one.day}–{day(last)}"
    if one.year == two.year:
        return f"{one.day} {_MONTHS[one.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _words(row: Citable) -> str:
    if isinstance(row, QuoteRow):
        return plain(row.text)
    if isinstance(row, FigureRow):
        return plain(row.sentence)
    if isinstance(row, EventRow):
        return plain(row.summary)
    return "" if row.headline else plain(row.lead)


def _said(row: Citable) -> list[str]:
    """Who says it, in what role, over what channel, and of what day."""
    parts: list[str | None] = []
    # A day worked out from an inferred day of publication is no surer than that.
    doubt = _INFERRED if row.published_basis == "inferred" else ""
    if isinstance(row, QuoteRow):
        parts = [row.speaker or row.speaker_text or "speaker not named", row.role]
        # Between the marks stand words of the article; the speaker's they are not.
        parts.append("in the article's words" if row.kind == "indirect" else None)
        parts.append("who denies it" if row.stance == "denied" else None)
        parts.append(f"on {row.channel}" if row.channel else None)
        parts.append(day(row.date) + doubt if row.date else None)
    elif isinstance(row, FigureRow):
        parts = [who_says(row), f"on {row.channel}" if row.channel else None]
        when = days(row.date_from, row.date_to)
        parts.append(when + doubt if when else None)
    elif isinstance(row, EventRow):
        when = days(row.date_from, row.date_to)
        parts = [row.place, when + doubt if when else None]
    return [plain(part) for part in parts if part]


def stance_words(row: FigureRow) -> str:
    """How the text stands to a figure: "denied by the army", "confirmed"; nothing where it is plainly reported."""
    if row.stance is None:
        return ""
    if not row.disputed_by or row.stance in ("claimed", "confirmed"):
        return row.stance
    return f"{'not verified' if row.stance == 'unverified' else row.stance} by {row.disputed_by}"


def who_says(row: FigureRow, own: str = "") -> str:
    """The claimant and the stance: "the army (disputed by the rebels)"; `own` for the article's own voice."""
    words, claimant = stance_words(row), row.claimant or own
    # Who denies a figure does not claim it.
    if row.stance in ("denied", "disputed", "unverified") and row.disputed_by == row.claimant:
        return words
    return f"{claimant} ({words})" if words and claimant else words or claimant


def sum_sign(row: FigureRow) -> str:
    """After a figure's number: `≠` where its sum does not add up, `…` where it leaves a rest."""
    return {"exceeds": "≠", "open": "…"}.get(row.sum_status or "", "")


def _number(row: FigureRow) -> str:
    words = [plain(row.text)]
    if row.measure not in ("other", "money", "percent", "distance", "area", "duration", "age"):
        words.append(row.measure.replace("_", " "))
    if row.place:
        words.append(f"in {plain(row.place)}")
    return ", ".join(words)


def _article(row: Citable) -> str:
    """Outlet or dateline, headline, and the day of publication."""
    parts: list[str] = []
    if row.outlet or row.dateline:
        parts.append(plain(row.outlet or row.dateline or ""))
    if row.headline:
        parts.append(f"“{plain(row.headline)}”")
    if not parts:
        parts.append(plain(row.document))
    if row.published is None:
        parts.append("undated")
    else:
        parts.append(day(row.published) + (_INFERRED if row.published_basis == "inferred" else ""))
    return ", ".join(parts)
