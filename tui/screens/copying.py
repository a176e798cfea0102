"""Copying: the key `Y` copies what the cursor is on in any of several forms, or adds it to a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.clipboard import advice
from tui.pathwords import completed_paths
from tui.safe import for_clipboard
from tui.screens.keeping import KINDS, Keeping, Subject, wrong_folder

if TYPE_CHECKING:
    from store.search import Reader

#: Form, its name, and what it is.
FORMS = (
    ("quotation", "quotation", "exact words, who, channel, day, source"),
    ("sentence", "figure sentence", "number, what, where, when, who says so, source"),
    ("figure", "figure", "number first, then its exact words"),
    ("footnote", "footnote", "source first, for the foot of a page"),
    ("markdown", "Markdown", "with a block quotation"),
    ("bibtex", "BibTeX", "an entry with the words as its note"),
    ("csv", "CSV row", "in the columns of conflict-tui find --csv"),
    ("permalink", "permalink", "the command that opens it: conflict-tui open ID"),
)


class Copying(Keeping):
    """What goes out by the clipboard."""

    #: The file that citations were added to last.
    cited_into = "citations.txt"

    def action_copy_as(self) -> None:
        """Choose a form, and copy."""
        from tui.screens.dialogs import Choice, ChoiceScreen

        row = self.need_subject("cite")
        if row is None:
            return
        choices = [Choice(value, label, detail) for value, label, detail in FORMS]
        choices.append(Choice("file", "to a file …", "add it to a text file instead"))

        def chosen(form: str | None) -> None:
            if form == "file":
                files = ChoiceScreen("Add to a file as", choices[:-1])
                self.app.push_screen(files, lambda form: self._into(row, form) if form else None)
            elif form is not None:
                self.made(row, form, self._send)

        self.app.push_screen(ChoiceScreen("Copy as", choices, said=advice()), chosen)

    def made(self, row: Subject, form: str, then: Callable[[str], None]) -> None:
        """Have `then` called with the row in a form."""
        self.ask("copy", lambda reader: copied(reader, row, form), then)

    def _send(self, text: str) -> None:
        text = for_clipboard(text)
        self.app.copy_to_clipboard(text)
        self.sent(text)

    def _into(self, row: Subject, form: str) -> None:
        from tui.screens.dialogs import PromptScreen

        self.app.push_screen(
            PromptScreen(
                "Add it to the file", value=self.cited_into, check=wrong_folder, known=completed_paths
            ),
            lambda path: self.made(row, form, partial(self._write, path)) if path else None,
        )

    def _write(self, name: str, text: str) -> None:
        path = Path(name).expanduser()
        try:
            with path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(text.rstrip("\n") + "\n\n")
        except OSError as error:
            self.say(f"{name} cannot be written: {error.strerror}.", "error")
        else:
            self.cited_into = name
            self.say(f"Added to {path.absolute()}:\n{text}", seconds=8)


def copied(reader: Reader, row: Subject, form: str) -> str:
    """A row in one of `FORMS`."""
    from store.cite import citation

    if form == "bibtex":
        from store.bibtex import entry

        article = reader.article(getattr(row, "article_id", row.id))
        if article is None:
            from store.errors import StoreError

            raise StoreError("the article is no longer in the store")
        return entry(article, row)
    if form == "permalink":
        return f"conflict-tui open {row.id}"
    if form == "csv":
        from store.export import guarded
        from tui.cli.find import cells

        out = io.StringIO()
        kind = KINDS[type(row)] + "s"
        csv.writer(out, lineterminator="").writerow([guarded(cell) for cell in cells(kind, row)])
        return out.getvalue()
    return str(citation(row, form))
