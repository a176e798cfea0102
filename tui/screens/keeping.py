"""Keeping: stars, notes, days, citations, exports, sources and imports."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.records import (
    ArticleFull,
    ArticleRow,
    ClaimantRow,
    EventRow,
    FigureRow,
    PlaceRow,
    QuoteRow,
    SpeakerRow,
)
from tui.display import count, day, figure_words, published, title_of
from tui.drafts import Draft
from tui.pathwords import completed_paths
from tui.safe import clip, for_clipboard, one_line
from tui.screens.reading import Reading
from tui.typeahead import hold_keys, release_keys
from tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    pass

Subject = ArticleRow | ArticleFull | FigureRow | QuoteRow | EventRow

KINDS: dict[type, str] = {
    ArticleRow: "article",
    ArticleFull: "article",
    FigureRow: "figure",
    QuoteRow: "quote",
    EventRow: "event",
}
SUFFIXES = {
    ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown", ".markdown": "markdown", ".bib": "bibtex",
}  # fmt: skip


class Keeping(Reading):
    """What a person does with what was found."""

    def under_cursor(self) -> Any:
        """The row under the cursor; in the text, what is marked there, else its article."""
        body = self.body_of(self.pane)
        return body.current if isinstance(body, RowList) else self.evidence or self.article

    def subject(self) -> Subject | None:
        """What the cursor stands on, if it can be starred, noted and cited."""
        row = self.under_cursor()
        if isinstance(row, (SpeakerRow, PlaceRow, ClaimantRow)):
            return None
        found: Subject | None = row
        return found

    def need_subject(self, what: str) -> Subject | None:
        """The subject, or a word about why there is none."""
        row = self.subject()
        if row is None:
            self.say(f"Go to an article, figure, quote or event to {what} it.", "warning")
        return row

    def change(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Have a worker write to the store, and `then` be called with what it gives."""
        self.ask("change", lambda reader: job(), then)

    # Stars, notes, days

    def action_star(self) -> None:
        """Star the row, or take its star away."""
        row = self.need_subject("star")
        if row is None:
            return
        from store.annotations import set_star

        on = not row.starred
        self.change(
            partial(set_star, self.path, KINDS[type(row)], row.id, on),
            lambda _: self._changed(row, starred=on),
        )

    def _changed(self, row: Subject, **fields: Any) -> None:
        """Draw what was changed wherever it stands."""
        bodies: tuple[RowList[Any], ...] = (self.list, self.figures, self.quotes)
        for body in bodies:
            for index in range(body.total):
                other = body.row(index)
                if other is not None and getattr(other, "id", "") == row.id:
                    body.replace(index, dataclasses.replace(other, **fields))
                    break
                if other is None and index > body.cursor:
                    break
        for name in ("_own_figures", "_own_quotes", "_more_figures", "_more_quotes"):
            rows = [dataclasses.replace(other, **fields) if other.id == row.id else other
                    for other in getattr(self, name)]  # fmt: skip
            setattr(self, name, rows)
        if self.evidence is not None and self.evidence.id == row.id:
            self.evidence = dataclasses.replace(self.evidence, **fields)
        if self.article is not None and self.article.id == row.id:
            self.article = dataclasses.replace(self.article, **fields)

    def name_of(self, row: Subject) -> str:
        """What a row is called in titles and messages."""
        if isinstance(row, FigureRow):
            return figure_words(row)
        if isinstance(row, QuoteRow):
            return f"“{clip(one_line(row.text), 60)}”"
        if isinstance(row, EventRow):
            return clip(one_line(row.summary), 60)
        return clip(title_of(row), 60)

    def action_note(self) -> None:
        """Write a note on the row."""
        from tui.screens.dialogs import NoteScreen

        row = self.need_subject("note")
        if row is None:
            return
        kind = KINDS[type(row)]
        draft = Draft(self.path, kind, row.id, self.name_of(row))

        def write(text: str | None) -> None:
            if text is None:
                draft.drop()
                return
            from store.annotations import set_note

            def kept(_: Any) -> None:
                draft.drop()
                self._changed(row, noted=bool(text))
                self.say("The note is kept." if text else "There is no note any more.")
                if kind == "article" and self.pane < 3:
                    self._follow()

            self.change(partial(set_note, self.path, kind, row.id, text), kept)

        def edit(text: str | None) -> None:
            screen = NoteScreen(f"Note on {self.name_of(row)}", text or "", draft)
            self.app.push_screen(screen, write)
            release_keys(self.app, screen)

        # What is typed meanwhile belongs to the note, not to the list.
        hold_keys(self.app)
        self.ask("note", lambda reader: reader.note(kind, row.id), edit)

    def action_date(self) -> None:
        """Set the article's day: one of the candidates, or one that is typed."""
        self.with_article("date", self._choose_day)

    def with_article(self, group: str, then: Callable[[ArticleFull], None]) -> None:
        """Have `then` called with the article of the row under the cursor, which may not be shown yet."""
        row = self.under_cursor()
        ident = getattr(row, "article_id", None) or getattr(row, "id", None)
        if isinstance(row, (SpeakerRow, PlaceRow, ClaimantRow)):
            ident = self.article.id if self.article is not None else None
        if ident is None:
            self.say("There is no article here.", "warning")
            return

        def read(article: ArticleFull | None) -> None:
            if article is None:
                self.say("The article is no longer in the store.", "warning")
            else:
                then(article)

        self.ask(group, lambda reader: reader.article(ident), read)

    def _choose_day(self, article: ArticleFull) -> None:
        from tui.screens.dialogs import Choice, ChoiceScreen

        choices = [Choice(c.date, day(c.date), one_line(c.why)) for c in article.candidates]
        if article.published_basis == "given":
            choices.append(Choice("-", "as read", "take away the day that you gave"))
        basis = {"stated": "as the text states", "given": "given by hand", "inferred": "worked out"}
        now = f"Now {published(article)}"
        if article.published_basis:
            now += f", {basis[article.published_basis]}"
        if article.published_why:
            now += f": {article.published_why}"

        def choose(value: str | None) -> None:
            if value is None:
                return
            from store.annotations import set_published

            def dated(_: Any) -> None:
                words = "The article is dated as it was read." if value == "-" else f"Dated {day(value)}."
                self.say(words + " The days of its figures, quotes and events follow.")
                self.load(self.session.place)

            self.change(partial(set_published, self.path, article.id, None if value == "-" else value), dated)

        self.app.push_screen(
            ChoiceScreen(
                f"Day of {clip(title_of(article), 60)}", choices, said=now,
                field="another day, as 2026-02-06", check=wrong_day,
            ),
            choose,
        )  # fmt: skip

    # Citations

    def action_copy(self, style: str | None = None) -> None:
        """Copy a citation through the terminal."""
        text = self._citation(style)
        if text is None:
            return
        text = for_clipboard(text)
        self.app.copy_to_clipboard(text)
        self.sent(text)

    def _citation(self, style: str | None) -> str | None:
        row = self.need_subject("cite")
        if row is None:
            return None
        from store.cite import citation

        if style is None:
            style = "figure" if isinstance(row, FigureRow) else "quotation"
        return str(citation(row, style))

    # Exports and sources

    def action_export(self) -> None:
        """Write the articles that the search finds to a file."""
        from tui.screens.dialogs import PromptScreen

        what = f"what “{self.query_text}” finds" if self.query_text.strip() else "every article"
        self.app.push_screen(
            PromptScreen(
                f"Export {what} to", value="export.jsonl", check=wrong_export, known=completed_paths,
                said="The ending chooses: .jsonl (everything), .csv (figures), .md (to read), .bib (articles).",
            ),
            self._export,
        )  # fmt: skip

    def _export(self, name: str | None) -> None:
        if name is None:
            return
        path = Path(name).expanduser()
        query = self.asked
        unit = "figure" if path.suffix.lower() == ".csv" else "article"

        def write(reader: Any) -> int:
            from store.errors import StoreError
            from store.export import export

            # Beside the file and then in its place, so that a failure leaves nothing half-written.
            new = path.with_name(f".{path.name}.{os.getpid()}.part")
            try:
                with open(new, "w", encoding="utf-8", newline="") as out:
                    written = export(reader, query, SUFFIXES[path.suffix.lower()], out)
                new.replace(path)
            except OSError as error:
                raise StoreError(f"{path} cannot be written: {error.strerror or error}") from error
            finally:
                new.unlink(missing_ok=True)
            return written

        self.ask(
            "export",
            write,
            lambda written: self.say(f"Written to {path.absolute()}: {count(written, unit)}."),
        )


def wrong_day(value: str) -> str | None:
    """A sentence on what is no day, or nothing."""
    import datetime

    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return f"“{value}” is no day; write it as 2026-02-06."
    return None


def wrong_folder(value: str) -> str | None:
    """A sentence on a path whose folder is missing, or nothing."""
    path = Path(value).expanduser()
    if path.is_dir():
        return f"{value} is a folder; give a file's name."
    if not path.parent.is_dir():
        return f"There is no folder {path.parent}."
    return None


def wrong_export(value: str) -> str | None:
    """A sentence on a path that cannot take an export, or nothing."""
    path = Path(value).expanduser()
    if path.suffix.lower() not in SUFFIXES:
        return "The name must end in .jsonl, .csv, .md or .bib."
    if path.is_file():
        return f"{value} is there already; to write over it press enter again."
    return wrong_folder(value)
