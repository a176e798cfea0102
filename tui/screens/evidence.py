"""Evidence: the text with its figures and quotes, the one of them that is marked, and what it is linked to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from store.compile import asks_for_rejected
from store.query import Query
from store.records import ArticleFull, FigureRow, QuoteRow, SumRow
from tui.answers import Shown, read_page
from tui.commands import key_of
from tui.display import figure_detail, figure_words, published, title_of
from tui.safe import clip, one_line
from tui.screens.base import Frame

Evidence = FigureRow | QuoteRow


class EvidencePanes(Frame):
    """Fills the panes beside the list, and follows the cursor from a figure or quote to its words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = Query()
        self.shown = Shown()
        self.article: ArticleFull | None = None
        #: The figure or quote that is marked in the text.
        self.evidence: Evidence | None = None
        self.set_apart_shown = False
        #: Whether the cursor goes on to what is linked as soon as that is known.
        self.jumping = False
        self._own_figures: Sequence[FigureRow] = ()
        self._own_quotes: Sequence[QuoteRow] = ()
        #: Rows of other articles that are linked to the one under the cursor; they stand beneath its own.
        self._more_figures: Sequence[FigureRow] = ()
        self._more_quotes: Sequence[QuoteRow] = ()
        self._match_from: int | None = None
        self._figure_count = ("", "")

    # The text

    def _show_page(self, shown: Shown) -> None:
        self.article = shown.article
        self.reader.show(shown.page, "" if self.list.total else "Nothing to read.")
        if shown.matches or self._match_from is not None:
            at = -1
            if self._match_from is not None and shown.matches:
                at = 0 if self._match_from > 0 else len(shown.matches) - 1
            self._match_from = None
            self.reader.set_matches(shown.matches, at)
        self._entitle_text()

    def _entitle_text(self) -> None:
        article = self.article
        if article is None:
            self.entitle(2, "Text", "")
            return
        found = ""
        if self.reader.matches:
            found = f"match {self.reader.match_at + 1}/{len(self.reader.matches)} · "
        where = article.dateline or article.outlet or ""
        self.entitle(2, "Text", f"{found}{published(article)} · {where} · {title_of(article)}")

    # Its figures and quotes

    def is_seen(self, row: Evidence) -> bool:
        """Whether a row is shown: what is set apart or rejected only when asked for."""
        if row.rejected and not asks_for_rejected(self.asked):
            return self.set_apart_shown
        return self.set_apart_shown or not (isinstance(row, FigureRow) and row.set_apart)

    def _show_figures(self, cursor: int | None = None) -> None:
        own = [row for row in self._own_figures if self.is_seen(row)]
        hidden = len(self._own_figures) - len(own)
        rows = [*own, *self._more_figures]
        said = f"No figures but {hidden} set apart; {key_of('set_apart')} shows them." if hidden else None
        here = self.figures.current
        self.figures.set_rows(rows, _index(rows, here) if cursor is None else cursor, said=said)
        linked = len(self.figures.linked)
        words = f"{len(rows)}" + (f" · {linked} linked" if linked else "")
        self._figure_count = (words + (f" · {hidden} set apart" if hidden else ""), str(len(rows)))
        self._entitle_figures()

    def _asked_row(self, own: Sequence[Evidence], asked: str | None) -> int | None:
        """Where the figure or quote stands that a new query asks for."""
        rows = [row.id for row in own if self.is_seen(row)]
        return rows.index(asked) if asked in rows else None

    def _entitle_figures(self, sums: Sequence[SumRow] = ()) -> None:
        """Say over the figures how many there are, and what is told of the one under the cursor."""
        words, short = self._figure_count
        row = self.evidence
        if isinstance(row, FigureRow):
            words = " · ".join(
                [*figure_detail(row, self._own_figures), *(each.words for each in sums), words]
            )
        self.entitle(3, "Figures", words, short)

    def _show_quotes(self, cursor: int | None = None) -> None:
        rows = [row for row in (*self._own_quotes, *self._more_quotes) if self.is_seen(row)]
        here = self.quotes.current
        self.quotes.set_rows(rows, _index(rows, here) if cursor is None else cursor)
        linked = len(self.quotes.linked)
        words = f"{len(rows)}" + (f" · {linked} linked" if linked else "")
        self.entitle(4, "Quotes", words, str(len(rows)))

    # Evidence: the figure or quote under the cursor

    def show_evidence(self) -> None:
        """Mark the row under the cursor in its text, and show what it is linked to."""
        self.no_rest("evidence")
        row: Evidence | None = None
        if self.pane in (3, 4):
            row = self.figures.current if self.pane == 3 else self.quotes.current
        if row is None:
            return
        self.evidence = row
        if self.article is not None and self.article.id == row.article_id:
            self._mark(row)
        else:
            query = self.asked

            def show(shown: Shown) -> None:
                self._show_page(shown)
                self._mark(row)

            self.ask("text", lambda reader: read_page(reader, row.article_id, query), show)
        if isinstance(row, FigureRow):
            self.ask("linked", lambda reader: reader.linked_quotes(row.id), self._link_quotes)
            self.drop("sums")
            self._entitle_figures()
            if row.sum_status:
                self.ask("sums", lambda reader: reader.sums_of_figure(row.id), self._entitle_figures)
        else:
            self.ask("linked", lambda reader: reader.linked_figures(row.id), self._link_figures)

    def _mark(self, row: Evidence) -> None:
        if isinstance(row, FigureRow):
            who, around = (row.claimant_start, row.claimant_end), (row.sentence_start, row.sentence_end)
        else:
            who, around = (row.speaker_start, row.speaker_end), (row.start, row.end)
        said_by = (who[0], who[1]) if who[0] is not None and who[1] is not None else None
        self.reader.mark((row.start, row.end), said_by, around)

    def _link_quotes(self, linked: list[QuoteRow]) -> None:
        self.quotes.linked = frozenset(row.id for row in linked)
        self.figures.linked = frozenset()
        own = {row.id for row in self._own_quotes}
        self._more_quotes = [row for row in linked if row.id not in own]
        rows = [row for row in (*self._own_quotes, *self._more_quotes) if self.is_seen(row)]
        self._show_quotes(next((at for at, row in enumerate(rows) if row.id in self.quotes.linked), 0))
        self.figures.refresh()
        self._jump(4, bool(linked))

    def _link_figures(self, linked: list[FigureRow]) -> None:
        linked = [row for row in linked if self.set_apart_shown or not row.set_apart]
        self.figures.linked = frozenset(row.id for row in linked)
        self.quotes.linked = frozenset()
        own = {row.id for row in self._own_figures}
        self._more_figures = [row for row in linked if row.id not in own]
        rows = [*(row for row in self._own_figures if self.is_seen(row)), *self._more_figures]
        self._show_figures(next((at for at, row in enumerate(rows) if row.id in self.figures.linked), 0))
        self.quotes.refresh()
        self._jump(3, bool(linked))

    def _jump(self, pane: int, linked: bool) -> None:
        """Go on to the other pane, if that is what was asked for."""
        jumping, self.jumping = self.jumping, False
        if not jumping or self.pane != 7 - pane:
            return
        if linked:
            self.go_pane(pane)
            # What led here stays linked until the cursor moves: a second jump goes back from here.
            self.show_evidence()
        else:
            self.say(
                "No quote is linked to this figure." if pane == 4 else "No figure is linked to this quote."
            )

    def evidence_words(self) -> str:
        """What is marked, in a few words."""
        row = self.evidence
        if isinstance(row, FigureRow):
            return figure_words(row)
        return f"“{clip(one_line(row.text), 40)}”" if row is not None else ""


def _index(rows: Sequence[Evidence], wanted: object) -> int:
    """Where the row with the same id as `wanted` stands, else 0."""
    if not isinstance(wanted, (FigureRow, QuoteRow)):
        return 0
    return next((at for at, row in enumerate(rows) if row.id == wanted.id), 0)
