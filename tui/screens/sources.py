"""Opening the source: the document at the article's place in the pager, or its address."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from store.records import ArticleFull
from tui.display import title_of
from tui.safe import for_clipboard, safe
from tui.screens.importing import Importing

#: A pager that ends within so many seconds was not left by a person.
AT_ONCE = 0.3
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


_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
#: Browsers that would draw on the terminal that we draw on.
_TEXT_BROWSERS = frozenset({"www-browser", "links", "elinks", "lynx", "w3m"})


def can_open(address: str) -> bool:
    """Is there a web browser on this very screen, and is it an address of the web and nothing else?"""
    import webbrowser

    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY") or not _ADDRESS.fullmatch(address):
        return False
    try:
        name = getattr(webbrowser.get(), "name", "")
    except webbrowser.Error:
        return False
    return Path(name).name not in _TEXT_BROWSERS


def open_address(address: str) -> bool:
    """Opens an address in the web browser; whether one took it."""
    import webbrowser

    return webbrowser.open(address)


def page(command: list[str]) -> None:
    """Runs a pager on the terminal until it is left."""
    # Ctrl+C is the pager's: it stops a search there, and ends neither it nor the browser that waits for it.
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    began = time.monotonic()
    try:
        subprocess.run(command, check=False, env={**os.environ, "LESSSECURE": "1"})
        if time.monotonic() - began < AT_ONCE and sys.stdin.isatty():
            # It has shown what it shows and is gone (cat; less on a short text where LESS has -F).
            print("\nEnter goes back to the browser. ", end="", flush=True)
            sys.stdin.readline()
    finally:
        signal.signal(signal.SIGINT, before)


class Sources(Importing):
    """The key `o`."""

    def action_source(self) -> None:
        """The article's address, if it has one; else the document in the pager, at the place of what is marked."""
        self.with_article("article", self._address)

    def _address(self, article: ArticleFull) -> None:
        address = (article.url or "").strip()
        if not address:
            self._find_files(article)
            return
        from tui.screens.dialogs import Choice, ChoiceScreen

        choices = [
            Choice("copy", "copy the address"),
            Choice("document", "read the document", "at this place, in the pager"),
        ]
        # Over SSH a browser would open, if at all, where nobody sees it.
        if can_open(address):
            choices.insert(0, Choice("open", "open it in the web browser"))

        def chosen(value: str | None) -> None:
            if value == "open":
                self.change(lambda: open_address(address), self._opened)
            elif value == "copy":
                self.app.copy_to_clipboard(for_clipboard(address))
                self.sent(for_clipboard(address))
            elif value == "document":
                self._find_files(article)

        self.app.push_screen(ChoiceScreen("Source", choices, said=address, numbered=True), chosen)

    def _opened(self, opened: bool) -> None:
        self.say(
            "Opened in the web browser." if opened else "There is no web browser here; copy the address."
        )

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
        if where is None:
            self.say(
                "The document is no longer where it was read; this was the article as stored.", "warning"
            )

    def _page(self, command: list[str], title: str) -> None:
        from textual.app import SuspendNotSupported

        try:
            with self.app.suspend():
                page(command)
        except SuspendNotSupported:
            self.say("This terminal cannot be handed to a pager.", "warning")
        except OSError as error:
            self.say(f"{command[0]} cannot be started: {error.strerror}.", "error")
        self.refresh(layout=True)
