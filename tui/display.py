"""How figures, days and names are written on the screen: short, exact, and safe to draw."""

from __future__ import annotations

from collections.abc import Iterable

from store.cite import stance_words
from store.records import ArticleFull, ArticleRow, EventRow, FigureRow, QuoteRow
from tui.safe import one_line

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

#: Bounds as printed, and the sign that is drawn before the number.
_SIGNS = {
    "at least": "≥",
    "no fewer than": "≥",
    "no less than": "≥",
    "more than": ">",
    "over": ">",
    "fewer than": "<",
    "less than": "<",
    "under": "<",
    "up to": "≤",
    "as many as": "≤",
    "at most": "≤",
    "about": "~",
    "around": "~",
    "approximately": "~",
    "roughly": "~",
    "some": "~",
    "estimated": "~",
    "an estimated": "~",
    "nearly": "≲",
    "almost": "≲",
}


def day(iso: str | None, year: str | None = None) -> str:
    """`2025-12-25` as `25 Dec 2025`, without the year where it is `year`; nothing for no day."""
    if not iso:
        return ""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return one_line(iso)
    short = f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]}"
    return short if parts[0] == year else f"{short} {parts[0]}"


def published(row: ArticleRow | ArticleFull | FigureRow | QuoteRow) -> str:
    """The day of publication; `~` marks one that was worked out, and a missing one is said."""
    if not row.published:
        return "undated"
    return ("~" if row.published_basis == "inferred" else "") + day(row.published)


def number(value: float) -> str:
    """A number with its thousands grouped: `2,600`, `2.5`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def amount(row: FigureRow) -> str:
    """A figure's number with its bound: `≥22`, `40–50`, `~2,600`."""
    if row.low != row.high and row.high > row.low:
        low = number(row.low)
        return f"{low}–{number(row.high)}"
    sign = _SIGNS.get(row.modifier or "", "")
    if not sign and row.modifier:
        sign = "~"
    return sign + number(row.value)


def words_of(name: str) -> str:
    """A vocabulary word for reading: `shot_down` as `shot down`."""
    return one_line(name).replace("_", " ")


def figure_words(row: FigureRow) -> str:
    """A figure in a few words, for titles and messages: `≥22 people killed`."""
    parts = [amount(row), one_line(row.unit or ""), "" if row.set_apart else words_of(row.measure)]
    return " ".join(part for part in parts if part)


def figure_detail(row: FigureRow, others: Iterable[FigureRow] = ()) -> list[str]:
    """What is told of a figure besides who says it: `denied by the army`, `revises 28`, `revised to 31`."""
    told = [one_line(stance_words(row))] if row.stance else []
    for other in others:
        if row.revises == other.id:
            told.append(f"revises {amount(other)}")
        elif other.revises == row.id:
            told.append(f"revised to {amount(other)}")
    return told


def title_of(row: ArticleRow | ArticleFull) -> str:
    """An article's headline, else the first words of its news."""
    return one_line(row.headline or row.lead or row.dateline or row.document)


def source_of(row: ArticleRow | ArticleFull) -> str:
    """Outlet or dateline, else the document."""
    return one_line(row.outlet or row.dateline or row.document)


def count(number_: int, one: str, many: str | None = None) -> str:
    """`1 figure`, `3 figures`."""
    return f"{number_:,} {one if number_ == 1 else many or one + 's'}"


def state_of(row: FigureRow | QuoteRow | EventRow) -> str:
    """What a person did to a row, in a word or two: `rejected`, `corrected`, `added by vera`."""
    words = ["rejected"] if row.rejected else []
    words += [f"added by {one_line(row.added_by)}"] if row.added_by else []
    words += ["corrected"] if row.corrected else []
    return ", ".join(words)


def tag_words(tags: tuple[str, ...]) -> str:
    """Tags as they are shown: `#harbour #later`."""
    return " ".join("#" + one_line(tag) for tag in tags)
