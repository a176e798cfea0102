"""Correcting: the keys that correct, reject and undo what was read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.records import ArticleFull, ArticleRow, EventRow, FigureRow, QuoteRow
from tui.display import day, figure_words, words_of
from tui.safe import clip, one_line
from tui.screens.keeping import KINDS, Keeping
from tui.typeahead import hold_keys, release_keys
from tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from store.search import Reader
    from tui.screens.correction import Case

Thing = FigureRow | QuoteRow | EventRow


#: Fields whose values are looked for among another's.
_LIKE = {"target": "actor", "disputed_by": "claimant", "country": "place"}


class Correcting(Keeping):
    """What a person sets right."""

    def need_thing(self, what: str) -> Thing | None:
        """The figure, quote or event under the cursor, or a word about why there is none."""
        row = self.under_cursor()
        if isinstance(row, (FigureRow, QuoteRow, EventRow)):
            return row
        self.say(f"Go to a figure, quote or event to {what} it.", "warning")
        return None

    def action_correct(self) -> None:
        """Correct the row field by field."""
        row = self.need_thing("correct")
        if row is None:
            return
        if row.rejected:
            self.say("This is rejected; r takes that back.", "warning")
            return
        kind = KINDS[type(row)]

        def edit(it: Case) -> None:
            from tui.screens.correction import CorrectScreen

            it.known = self.known
            screen = CorrectScreen(it)
            self.app.push_screen(screen, partial(self._correct, row))
            release_keys(self.app, screen)

        hold_keys(self.app)
        title = f"Correct the {kind}: {self.name_of(row)}"
        self.ask("correct", lambda reader: _about(reader, kind, row, title), edit)

    def known(self, name: str, beginning: str) -> list[str]:
        """The store's values of a field of a figure, quote or event, for completion; called in a thread."""
        field = _LIKE.get(name, name)
        with self.library.reading("known") as reader:
            return reader.values(field, beginning.strip())

    def _correct(self, row: Thing, given: dict[str, Any] | None) -> None:
        if given is None:
            return
        from store.corrections import correct

        kind = KINDS[type(row)]

        def kept(fields: Any) -> None:
            names = ", ".join(words_of(name) for name in fields)
            self.say(f"Corrected: {names}. u undoes it." if fields else "Nothing was changed.")
            self.reread(kind, row.id)

        self.change(partial(correct, self.path, kind, row.id, given["changes"], given["why"]), kept)

    def action_reject(self) -> None:
        """Reject the row, or take that back."""
        row = self.need_thing("reject")
        if row is None:
            return
        from store.corrections import reject

        kind = KINDS[type(row)]
        words = (
            "no longer rejected"
            if row.rejected
            else "rejected: no list or search shows it; r takes that back"
        )

        def done(_: Any) -> None:
            self.say(f"The {kind} is {words}.")
            self.reread(kind, row.id)

        self.change(partial(reject, self.path, kind, row.id, not row.rejected), done)

    def action_undo(self) -> None:
        """Undo the last step on the row."""
        here = self.under_cursor()
        if isinstance(here, (ArticleRow, ArticleFull)) and here.published_basis == "given":
            self._take_day_back(here.id)
            return
        row = self.need_thing("undo the last step on")
        if row is None:
            return
        from store.corrections import undo

        kind = KINDS[type(row)]

        def done(words: str) -> None:
            self.say(words[:1].upper() + words[1:] + ".")
            if "the merge" in words or "the split" in words:
                self.load(row.id)  # the other reports of the event are drawn too
            else:
                self.reread(kind, row.id)

        self.change(partial(undo, self.path, kind, row.id), done)

    def _take_day_back(self, article_id: str) -> None:
        """The day that a person gave is the one step that an article has."""
        from store.annotations import set_published

        def done(_: Any) -> None:
            self.say(
                "The article is dated as it was read. The days of its figures, quotes and events follow."
            )
            self.load(self.session.place)

        self.change(partial(set_published, self.path, article_id, None), done)

    def reread(self, kind: str, id_: str) -> None:
        """Draw a thing as it stands in the store now, wherever it is shown; where it is gone, read all again."""
        from store.history import thing

        def show(row: Thing | None) -> None:
            if row is None:
                self.load(self.session.place)
                return
            self.put_row(row)

        self.ask("reread", lambda reader: thing(reader, kind, id_), show)

    def put_row(self, row: Thing) -> None:
        """Draw `row` in the place of the one with its id."""
        bodies: tuple[RowList[Any], ...] = (self.list, self.figures, self.quotes)
        for body in bodies:
            for index in range(body.total):
                other = body.row(index)
                if type(other) is type(row) and other.id == row.id:
                    body.replace(index, row)
                elif other is None and index > body.cursor:
                    break
        for name in ("_own_figures", "_own_quotes", "_more_figures", "_more_quotes"):
            setattr(self, name, [_instead(row, other) for other in getattr(self, name)])
        if self.evidence is not None and self.evidence.id == row.id and not isinstance(row, EventRow):
            self.evidence = row
            self._mark(row)
        if isinstance(row, FigureRow):
            self.figures.set_rows(self.figures.rows(), self.figures.cursor)


def _instead(row: Any, other: Any) -> Any:
    return row if type(other) is type(row) and other.id == row.id else other


def printed(row: Thing) -> str:
    """The words of the article that a row was read from."""
    if isinstance(row, FigureRow):
        return row.sentence
    return row.text if isinstance(row, QuoteRow) else row.summary


def _about(reader: Reader, kind: str, row: Thing, title: str) -> Case:
    """What the dialog needs to know."""
    from store.fields import FIELDS
    from store.history import history, standing
    from tui.screens.correction import Case

    return Case(
        kind, title, {name: getattr(row, name) for name in FIELDS[kind]}, standing(reader, kind, row.id),
        history(reader, kind, row.id), referred(reader, row.article_id, row.id), printed=printed(row),
    )  # fmt: skip


def referred(reader: Reader, article_id: str, but: str) -> dict[str, list[tuple[str, str]]]:
    """What a field may refer to: the article's figures (all `but` one) and events, each with its words."""
    figures = [
        (figure.id, f"{figure_words(figure)} · {clip(one_line(figure.sentence), 60)}")
        for figure in reader.figures_of(article_id)
        if figure.id != but
    ]
    events = [
        (event.id, f"{words_of(event.kind)} · {one_line(event.place or '')} · {day(event.date_to)}")
        for event in reader.events_of(article_id)
    ]
    return {"figure": figures, "event": events}
