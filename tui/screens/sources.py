"""Opening the source: the document at the article's place in the pager, or its address."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from store.records import ArticleFull
from tui.display import title_of
from tui.safe import safe
from tui.screens.importing import Importing

#: Pagers that can begin at a line, as `less +12 FILE`.
_AT_LINE = frozenset({"less", "more", "most"})


def pager_command(line: int, file: str) -> list[str] | None:
    """The command that shows `file` from `line` on: `$PAGER`, else less or more; None when there is none."""
    words = shlex.split(os.environ.get("PAGER", ""))
    if not words or shutil.which(words[0]) is None:
        found = next((name for name in ("less", "more") if shutil.which(name)), None)
        if found is None:
            return None
        words = [found]
    at = [f"+{line}"] if Path(words[0]).name in _AT_LINE else []
    return [*words, *at, file]


def document_text(path: str | None, encoding: str | None, article: ArticleFull) -> tuple[str, int] | None:
    """The document's text and the offset of the article in it; None when the file is gone or has changed."""
    if not path:
        return None
    try:
        text = Path(path).read_bytes().decode(encoding or "utf-8")
    except (OSError, ValueError, LookupError):
        return None
    at = text.find(article.text)
    if at < 0:
        text = text.replace("\r\n", "\n")
        at = text.find(article.text.replace("\r\n", "\n"))
    return (text, at) if at >= 0 else None


class Sources(Importing):
    """The key `o`."""

    def action_source(self) -> None:
        """The document in the pager, at the place of what is marked; its address is said."""
        self.with_article("article", self._find_files)

    def _find_files(self, article: ArticleFull) -> None:
        self.ask(
            "source", lambda reader: reader.files_of(article.id), lambda files: self._open(article, files)
        )

    def _open(self, article: ArticleFull, files: list[tuple[str | None, str | None]]) -> None:
        where = next((found for found in (document_text(*file, article) for file in files) if found), None)
        text, at = where or (article.text, 0)
        if self.evidence is not None and self.evidence.article_id == article.id:
            at += self.evidence.start
        line = text.count("\n", 0, at) + 1
        with tempfile.TemporaryDirectory(prefix="conflict-tui-") as folder:
            # What the pager gets is safe to draw: a pager may pass on whatever a document holds.
            file = Path(folder) / "source.txt"
            file.write_text(safe(text, newlines=True), "utf-8")
            command = pager_command(line, str(file))
            if command is None:
                self.say("There is no pager here; set PAGER to one.", "warning")
                return
            self._page(command, title_of(article))
        if article.url:
            self.say(f"Its address: {article.url}", seconds=12)
        if where is None:
            self.say(
                "The document is no longer where it was read; this was the article as stored.", "warning"
            )

    def _page(self, command: list[str], title: str) -> None:
        from textual.app import SuspendNotSupported

        try:
            with self.app.suspend():
                subprocess.run(command, check=False, env={**os.environ, "LESSSECURE": "1"})
        except SuspendNotSupported:
            self.say("This terminal cannot be handed to a pager.", "warning")
        except OSError as error:
            self.say(f"{command[0]} cannot be started: {error.strerror}.", "error")
        self.refresh(layout=True)
