"""Importing: a file or folder is read in a worker while the person goes on browsing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import key_of
from tui.display import count, number
from tui.pathwords import completed_paths
from tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from store.outcomes import Progress, Summary


class Stopped(Exception):
    """The person leaves while an import runs."""


class Importing(Keeping):
    """The key `i`, and the first run."""

    importing = False
    leaving = False

    def action_import(self) -> None:
        """Ask for a file or folder and import it."""
        from tui.screens.dialogs import PromptScreen

        if self.importing:
            self.say("An import is running; wait for it to end.", "warning")
            return
        self.app.push_screen(
            PromptScreen(
                "Import the file or folder",
                check=wrong_source,
                known=completed_paths,
                said="Texts, conflict-tui jsonl, or CSV. Tab completes the path.",
            ),
            lambda path: self.import_path(Path(path).expanduser()) if path else None,
        )

    def import_path(self, path: Path) -> None:
        """Import in a worker; the last line says how far it is."""
        self.importing = True
        self.key_line.busy = f"Importing {path.name} …"

        def progress(step: Progress) -> None:
            if self.leaving:
                raise Stopped
            share = f" {step.done * 100 // step.total}%" if step.total else ""
            words = f"Importing {step.path}{share} · {count(step.articles, 'article')}"
            self.app.call_from_thread(setattr, self.key_line, "busy", words)

        def work() -> None:
            from store.errors import StoreError
            from store.importer import import_paths

            summary: Summary | None = None
            words = ""
            try:
                # Parsing in this process would hold up every key, and its model would stay in memory.
                summary = import_paths(self.path, [path], progress=progress, jobs=None, apart=True)
            except Stopped:
                return
            except StoreError as error:
                words = str(error)
            except Exception as error:  # a fault of ours must not take the browser down
                self.log.error(repr(error))
                words = f"the import stopped ({type(error).__name__}: {error}); nothing of it was kept"
            if not self.leaving:
                self.app.call_from_thread(self._imported, summary, words)

        self.run_worker(work, thread=True, group="import", exit_on_error=False)

    def _imported(self, summary: Summary | None, words: str) -> None:
        self.importing = False
        self.key_line.busy = ""
        if summary is None:
            self.say(words, "error", 12)
            return
        parts = [
            count(summary.articles, "article"),
            count(summary.figures, "figure"),
            count(summary.quotes, "quote"),
            count(summary.events, "event"),
        ]
        said = ", ".join(parts) + " read."
        if summary.unchanged and not summary.articles:
            said = f"Nothing new: {count(summary.unchanged, 'document')} unchanged."
        if summary.undated_total:
            said += f" {number(summary.undated_total)} without a day; {key_of('date')} sets it."
        for failure in summary.failures[:3]:
            said += f"\n{failure.message}"
        self.say(said, "warning" if summary.failures else "information", 12)
        self.load(self.session.place)


def wrong_source(value: str) -> str | None:
    """A sentence on a path that cannot be imported, or nothing."""
    return None if Path(value).expanduser().exists() else f"There is no file or folder {value}."
