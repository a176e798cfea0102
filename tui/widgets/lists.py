"""The lists: articles, events, speakers, places, and the figures and quotes of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from store.cite import sum_sign, who_says
from store.records import ArticleRow, ClaimantRow, EventRow, FigureRow, PlaceRow, QuoteRow, SpeakerRow
from tui.display import amount, count, day, published, source_of, state_of, tag_words, title_of, words_of
from tui.safe import clip, one_line, width
from tui.widgets.rowlist import Part, RowList


def _flags(starred: bool, noted: bool) -> list[Part]:
    """The signs of what a person added."""
    signs = ("★" if starred else "") + ("✎" if noted else "")
    return [(signs + " ", "mark")] if signs else []


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


class ArticleList(RowList[ArticleRow]):
    """Articles: the headline, and under it day, source and counts."""

    nothing = "No article matches. {clear} clears the search."

    def parts(self, row: ArticleRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        under = _joined(
            published(row),
            tag_words(row.tags),
            source_of(row),
            count(row.figures, "figure") if row.figures else "",
            count(row.quotes, "quote") if row.quotes else "",
            count(row.sources, "document") if row.sources > 1 else "",
        )
        dated = "dim" if row.published else "mark"
        return [
            [*_flags(row.starred, row.noted), *self.marked(title_of(row))],
            [("  " if row.read else "• ", "dim"), (under, dated if not row.published else "dim")],
        ]


class EventList(RowList[EventRow]):
    """Events: day, kind and place, and under it what happened."""

    nothing = "No event matches. {view} lists others, {clear} clears the search."

    def parts(self, row: EventRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        where = _joined(words_of(row.kind), one_line(row.place or row.country or ""))
        when = (day(row.date_to or row.date_from) or "no day") + "  "
        counts = _joined(
            count(row.figures, "figure") if row.figures else "",
            count(row.quotes, "quote") if row.quotes else "",
            f"{row.reports} reports" if row.reports > 1 else "",
            state_of(row),
            tag_words(row.tags),
        )
        counts = f"  {counts} · " if counts else "  "
        return [
            [*_flags(row.starred, row.noted), (when, "number"), (where, "")],
            [(counts, "dim"), *self.marked(one_line(row.summary), "dim")],
        ]  # fmt: skip


class SpeakerList(RowList[SpeakerRow]):
    """Speakers: the name, and under it their roles, quotes and days."""

    nothing = "No speaker matches. {view} lists others, {clear} clears the search."

    def parts(self, row: SpeakerRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        days = day(row.last) if row.first == row.last else f"{day(row.first)} – {day(row.last)}"
        under = _joined(count(row.quotes, "quote"), count(row.articles, "article"), days, one_line(row.roles))
        return [[(one_line(row.name), "")], [("  " + under, "dim")]]


class PlaceList(RowList[PlaceRow]):
    """Places: the name, and under it what names it."""

    nothing = "No place matches. {view} lists others, {clear} clears the search."

    def parts(self, row: PlaceRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        under = _joined(
            one_line(row.country or ""),
            count(row.figures, "figure"),
            count(row.events, "event"),
            f"last {day(row.last)}" if row.last else "",
        )
        return [[(one_line(row.name), "")], [("  " + under, "dim")]]


class ClaimantList(RowList[ClaimantRow]):
    """Claimants: the name, and under it what is claimed."""

    nothing = "No claimant matches. {view} lists others, {clear} clears the search."

    def parts(self, row: ClaimantRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        under = _joined(count(row.figures, "figure"), count(row.articles, "article"))
        return [[(one_line(row.name), "")], [("  " + under, "dim")]]


class LinkedList:
    """What figures and quotes share: some rows are linked to the one chosen in the other pane."""

    linked: frozenset[str] = frozenset()


#: Cells that the figures' place gets before their claimant gets more than its own.
PLACE, CLAIMANT = 6, 12


class FigureList(RowList[FigureRow], LinkedList):
    """Figures in columns: number, unit, measure, place, claimant, day; as many as fit."""

    row_height = 1
    nothing = "No figures."
    #: Column, widest it may get, and its rank when there is not room for all.
    COLUMNS = (
        ("number", 13, 0),
        ("unit", 22, 1),
        ("measure", 14, 2),
        ("state", 24, 3),
        ("place", 16, 4),
        ("claimant", 28, 3),
        ("day", 11, 5),
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._widths: dict[str, int] = {}
        self._year: str | None = None

    def set_rows(self, rows: Sequence[FigureRow], cursor: int = 0, *, said: str | None = None) -> None:
        """Show these figures, in columns as wide as they need."""
        years = {(row.date_to or row.date_from or "")[:4] for row in rows} - {""}
        self._year = years.pop() if len(years) == 1 else None
        self._widths = {
            name: min(max((width(self._cell(row, name)) for row in rows), default=0), most)
            for name, most, _ in self.COLUMNS
        }
        super().set_rows(rows, cursor, said=said)

    def _cell(self, row: FigureRow, name: str) -> str:
        if name == "number":
            return ("└" if row.part_of else "") + amount(row) + sum_sign(row)
        if name == "measure":
            return "" if row.measure == "other" else words_of(row.measure)
        if name == "claimant":
            return one_line(who_says(row))
        if name == "state":
            return _joined(state_of(row), tag_words(row.tags))
        if name == "day":
            return day(row.date_to or row.date_from, self._year)
        return one_line((row.unit if name == "unit" else row.place) or "")

    def _layout(self, cells: int) -> list[tuple[str, int]]:
        """The columns that fit into `cells`, left to right, with their widths."""
        left = cells - 3
        chosen: dict[str, int] = {}
        for name, _, _ in sorted(self.COLUMNS, key=lambda column: column[2]):
            wide = self._widths.get(name, 0)
            if not wide:
                continue
            if name == "claimant" and self._widths.get("place"):
                # However long a name, the place beside it is not crowded out.
                spare = left - 2 - min(self._widths["place"], PLACE) - 2
                wide = min(wide, max(spare, CLAIMANT))
            if wide + 2 > left:
                if left < 7:
                    break
                wide = left - 2
            chosen[name] = wide
            left -= wide + 2
        return [(name, chosen[name]) for name, _, _ in self.COLUMNS if name in chosen]

    def parts(self, row: FigureRow, cells: int) -> list[list[Part]]:
        """One line."""
        sign = "◆" if row.id in self.linked else "★" if row.starred else "✎" if row.noted else " "
        parts: list[Part] = [(sign + " ", "mark")]
        styles = {"number": "number", "place": "dim", "day": "dim", "claimant": "quote", "state": "mark"}
        if row.rejected:
            styles = dict.fromkeys(styles, "dim")
        for name, wide in self._layout(cells):
            text = self._cell(row, name)
            if name == "number":
                text = " " * max(wide - width(text), 0) + text
            parts.append((clip(text, wide, pad=True) + "  ", styles.get(name, "")))
        return [parts]


class QuoteList(RowList[QuoteRow], LinkedList):
    """Quotes: the words, and under them speaker, what a person did, role, channel and day.

    A quote without a day of its own has that of its article ("pub. 25 Dec 2025"), where that is not plain from the text.
    """

    nothing = "No quotes."
    #: Whether the rows are those of the text beside them, and not a speaker's, place's or claimant's.
    of_text = True
    _one_text = True

    def set_rows(self, rows: Sequence[QuoteRow], cursor: int = 0, *, said: str | None = None) -> None:
        """Show these quotes."""
        self._one_text = self.of_text and len({row.article_id for row in rows}) < 2
        super().set_rows(rows, cursor, said=said)

    def parts(self, row: QuoteRow, cells: int) -> list[list[Part]]:
        """Two lines."""
        signs = "◆" if row.id in self.linked else ""
        words = one_line(row.text)
        if row.kind != "indirect":
            words = f"“{words}”"
        state = _joined(state_of(row), tag_words(row.tags))
        denied = row.stance if row.stance == "denied" else ""
        when = day(row.date)
        if not when and row.published and not self._one_text:
            when = f"pub. {published(row)}"
        role, channel = one_line(row.role or ""), one_line(row.channel or "")
        # Of what is not the text's own, the day tells more than the role, and may not fall off the line's end.
        under = _joined(denied, *((role, channel, when) if self.of_text else (when, channel, role)))
        first = [(signs + " ", "mark")] if signs else []
        return [
            [*first, *_flags(row.starred, row.noted), *self.marked(words, "dim" if row.rejected else "")],
            [("  " + one_line(row.speaker or "speaker not named"), "quote" if row.speaker else "dim"),
             (" · " + state if state else "", "mark"), (" · " + under if under else "", "dim")],
        ]  # fmt: skip
