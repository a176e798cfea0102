"""Documents into the store: each one in a transaction of its own, whole or not at all.

Texts are parsed before their transaction begins, so that no lock is held
meanwhile; JSON lines are read and written one by one, so that memory does not
grow with the file. The same bytes twice change nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from extract.model import Article
from store import readers
from store.annotations import now
from store.connect import open_for_reading, open_for_writing, plainly, transaction
from store.dating import Moves, apply_day, reread
from store.errors import BadInput, Locked, NoStore, ReadOnly, StoreError
from store.jobs import Job, Options, Tally
from store.laying import articles_of, lay, lift, relay_all
from store.near import link_again
from store.outcomes import Failure, Progress, Summary
from store.parsing import parsed
from store.reattach import marks_on, reattach
from store.travel import receive
from store.validate import is_day
from store.writer import Clash, Writer

STDIN = "-"
_CHUNK = 1 << 20

Callback = Callable[[Progress], None]


def import_paths(
    db_path: str | os.PathLike[str],
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    progress: Callback | None = None,
    stdin: IO[bytes] | None = None,
    format: str | None = None,
    again: bool = False,
) -> Summary:
    """Imports files, folders (`*.txt`, `*.jsonl` in them, recursively) and `-` for `stdin`.

    `published` (a day), `outlet` and `url` hold for articles whose own words do
    not say. `format` is `text` or `jsonl`, else the file's name and beginning
    tell. `again` reads documents anew that have not changed. A file that cannot
    be imported is named in the summary's `failures`, and the others still land;
    a store that cannot be written raises a `StoreError` and is unchanged.
    """
    if published is not None and not is_day(published):
        raise StoreError(f"{published!r} is not a day; write it like 2025-12-25")
    if format not in (None, "text", "jsonl"):
        raise StoreError(f"{format!r} is not a format; it can be text or jsonl")
    work = _Import(Path(db_path), Options(published, outlet, url), progress, stdin, format, again)
    try:
        return work.run([os.fspath(path) for path in paths])
    finally:
        work.close()


class _Import:
    """One call of `import_paths`."""

    def __init__(
        self,
        db_path: Path,
        options: Options,
        progress: Callback | None,
        stdin: IO[bytes] | None,
        format: str | None,
        again: bool,
    ) -> None:
        self.db_path = db_path
        self.options = options
        self.progress = progress
        self.stdin = stdin
        self.format = format
        self.again = again
        self.tally = Tally()
        self.done = 0
        self.total: int | None = 0
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """Opened when there is something to write, so that bad input alone makes no store."""
        if self._connection is None:
            self._connection = open_for_writing(self.db_path)
        return self._connection

    def run(self, paths: list[str]) -> Summary:
        try:
            # A file that is not ours, or too new, is refused before anything is read.
            open_for_reading(self.db_path).close()
        except NoStore:
            pass
        else:
            self.connection.execute("PRAGMA cache_size = -64000")
        files = self._files(paths)
        self.total = self._size(files)
        for job, articles in parsed(self._texts(files), self._fail):
            self._try(job.shown, lambda job=job, articles=articles: self._store_text(job, articles))  # type: ignore[misc]
            self._step(job.shown, job.size)
        return self.tally.summary()

    @staticmethod
    def _size(files: list[Path | str]) -> int | None:
        """All bytes to be read, or None where a stream is among them."""
        total = 0
        for file in files:
            if isinstance(file, str) or not file.is_file():
                return None
            total += file.stat().st_size
        return total

    def _files(self, paths: list[str]) -> list[Path | str]:
        files: list[Path | str] = []
        for given in paths:
            if given == STDIN:
                files.append(STDIN)
                continue
            shown = readers.shown(given)
            try:
                files += self._at(Path(given))
            except StoreError as error:
                self._fail(shown, f"{shown}: {error}")
            except OSError as error:
                self._fail(shown, f"{shown}: cannot be read ({error.strerror or error})")
        return files

    @staticmethod
    def _at(path: Path) -> list[Path]:
        if path.is_dir():
            inside = readers.find(path)
            if not inside:
                raise StoreError("the folder holds no .txt or .jsonl files")
            return inside
        if path.is_file() or path.is_fifo():
            return [path]
        if path.exists():
            raise StoreError("is neither a file nor a folder")
        raise StoreError("there is no such file or folder")

    def _fail(self, path: str, message: str) -> None:
        self.tally.failures.append(Failure(path, message))

    def _step(self, path: str, size: int) -> None:
        self.done += size
        self._tell(path, self.done)

    def _tell(self, path: str, done: int, more: int = 0) -> None:
        if self.progress is not None:
            self.progress(Progress(path, done, self.total, self.tally.articles + more))

    def _try(self, shown: str, act: Callable[[], None]) -> None:
        """Runs one document's work; what goes wrong with it alone is a failure, not the end."""
        try:
            with plainly(self.db_path):
                act()
        except BadInput as error:
            self._fail(shown, str(error))
        except (Locked, ReadOnly) as error:
            if not self.tally.documents:
                raise
            self._fail(shown, f"{shown}: was not stored, as {error}")
        except OSError as error:
            self._fail(shown, f"{shown}: cannot be read ({error.strerror or error})")

    # --- reading

    def _texts(self, files: list[Path | str]) -> Iterator[Job]:
        """The texts to be parsed; JSON lines are stored on the way, as they need no parsing."""
        for file in files:
            jobs: list[Job] = []
            shown = "standard input" if file == STDIN else readers.shown(file)
            self._try(shown, lambda file=file, shown=shown, jobs=jobs: self._open(file, shown, jobs))  # type: ignore[misc]
            yield from jobs

    def _open(self, file: Path | str, shown: str, jobs: list[Job]) -> None:
        if isinstance(file, Path):
            name = readers.shown(file.name)
            with file.open("rb") as stream:
                if file.is_file():
                    self._read(stream, name, readers.shown(file.resolve()), shown, jobs)
                else:
                    self._spool(stream, name, shown, jobs)
        elif self.stdin is None:
            raise BadInput("there is nothing to read", path=shown)
        else:
            self._spool(self.stdin, "stdin", shown, jobs)

    def _spool(self, stream: IO[bytes], name: str, shown: str, jobs: list[Job]) -> None:
        """A stream that can be read but once, as a file."""
        with tempfile.SpooledTemporaryFile(max_size=8 * _CHUNK) as spool:
            while chunk := stream.read(_CHUNK):
                spool.write(chunk)
            spool.seek(0)
            self._read(spool, name, None, shown, jobs)

    def _read(self, stream: IO[bytes], name: str, path: str | None, shown: str, jobs: list[Job]) -> None:
        beginning = stream.read(4096)
        stream.seek(0)
        lines = (
            readers.is_lines(name if path else "", beginning)
            if self.format is None
            else self.format == "jsonl"
        )
        digest = hashlib.sha256()
        size = 0
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
        stream.seek(0)
        job = Job(name, path, shown, digest.hexdigest(), size, "jsonl" if lines else "text", self.options)
        known = self._known(job)
        if known is None:
            self._step(shown, size)
            return
        if lines:
            self._store(known, readers.Lines(stream, shown))
            self._step(shown, size)
        else:
            text, encoding = readers.decode(stream.read(), shown)
            if encoding not in ("UTF-8", "UTF-8 with a byte order mark"):
                self.tally.notices.append(f"{shown}: read as {encoding}")
            jobs.append(replace(known, text=text, encoding=encoding))

    def _known(self, job: Job) -> Job | None:
        """The job with the stored document it replaces, or None when it would change nothing."""
        if self._connection is None and not self.db_path.exists():
            return job
        run = self.connection.execute
        row = run(
            "SELECT rowid, sha256, options, format FROM documents WHERE path = ?", (job.path,)
        ).fetchone()
        moved = None
        if row is None:
            row = moved = run(
                "SELECT rowid, sha256, options, format, name, path FROM documents WHERE sha256 = ? LIMIT 1",
                (job.sha256,),
            ).fetchone()
        if row is None:
            return job
        rowid, sha256, options, form = row[:4]
        before = Options(**json.loads(options))
        # What was said about a document at an earlier import holds until something else is said.
        now_said = Options(
            *(getattr(job.options, name) or getattr(before, name) for name in Options.__slots__)
        )
        job = replace(job, options=now_said, known=rowid)
        if sha256 != job.sha256 or form != job.format or now_said != before or self.again:
            return job
        self.tally.unchanged += 1
        if moved is not None and job.path is not None:
            if moved[5] is not None and not os.path.exists(moved[5]):
                with transaction(self.connection):
                    run("UPDATE documents SET path = ? WHERE rowid = ?", (job.path, rowid))
            self.tally.notices.append(f"{job.shown}: has the same bytes as {moved[4]}, which is stored")
        return None

    # --- storing

    def _store_text(self, job: Job, articles: list[Article]) -> None:
        # Texts are read ahead of their parse: an equal one may have been stored in the meantime.
        known = self._known(job)
        if known is not None:
            self._store(known, articles)

    def _store(self, job: Job, articles: Iterable[Article]) -> None:
        """Writes one document; on any error the store is as before."""
        tally = Tally()
        connection = self.connection
        moves = self._moves(articles) if isinstance(articles, list) else {}
        with transaction(connection):
            source = self._document(job)
            marks = marks_on(connection, source)
            writer = Writer(connection, source)
            for article in articles:
                if job.format == "jsonl":
                    self._given(article, job.options)
                try:
                    rowid = writer.put(article)
                except Clash as clash:
                    field_name, what = clash.args
                    line = articles.line if isinstance(articles, readers.Lines) else None
                    raise BadInput(what, path=job.shown, line=line, field=field_name) from None
                if article.corrections:
                    receive(connection, article)
                tally.count(article, self._day_of(connection, rowid, article))
                if tally.articles % 200 == 0 and isinstance(articles, readers.Lines):
                    self._tell(job.shown, self.done + articles.offset, tally.articles)
            writer.finish()
            # Laid first, so that marks on what a person added find it; what moved is laid again at the end.
            relay_all(connection, articles_of(connection, source))
            lost = reattach(connection, marks, source)
            corrected = articles_of(connection, source)
            for rowid in corrected:
                lift(connection, rowid)
            for article_id, day in connection.execute(
                "SELECT article_id, published FROM dates_given WHERE article_id IN"
                " (SELECT a.id FROM articles a JOIN article_documents d ON d.article = a.rowid"
                "  WHERE d.source = ?)",
                (source,),
            ).fetchall():
                apply_day(connection, article_id, day, moves.get(article_id))
                link_again(connection, self._rowid_of(connection, article_id))
            for rowid in corrected:
                lay(connection, rowid)
        self.tally.add(tally)
        if job.known is None:
            self.tally.documents += 1
        else:
            self.tally.documents += 1
            self.tally.replaced += 1
        if isinstance(articles, readers.Lines):
            self.tally.warnings += articles.warnings
        for mark in lost:
            self.tally.warnings.append(
                f"{job.shown}: the {mark.kind} you marked, {_short(mark.words)}, no longer stands there;"
                " your mark is kept with its words"
            )

    @staticmethod
    def _rowid_of(connection: sqlite3.Connection, article_id: str) -> int:
        rowid: int = connection.execute("SELECT rowid FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
        return rowid

    def _moves(self, articles: list[Article]) -> dict[str, Moves | None]:
        """What days given by hand change in these articles, worked out before their transaction."""
        given = {
            article.id: self.connection.execute(
                "SELECT published FROM dates_given WHERE article_id = ?", (article.id,)
            ).fetchone()
            for article in articles
        }
        return {
            article.id: reread(article.text, article.document, row[0])
            for article in articles
            if (row := given[article.id])
        }

    @staticmethod
    def _given(article: Article, said: Options) -> None:
        """What the person said, where the line does not say better."""
        if said.published and article.published_basis not in ("stated", "given"):
            article.published, article.published_basis = said.published, "given"
            article.published_why = "given at import"
        article.outlet = said.outlet if article.outlet is None else article.outlet
        article.url = said.url if article.url is None else article.url

    @staticmethod
    def _day_of(connection: sqlite3.Connection, rowid: int, article: Article) -> str | None:
        if article.published is not None:
            return article.published
        row = connection.execute(
            "SELECT coalesce(a.published, g.published) FROM articles a"
            " LEFT JOIN dates_given g ON g.article_id = a.id WHERE a.rowid = ?",
            (rowid,),
        ).fetchone()
        day: str | None = row[0]
        return day

    def _document(self, job: Job) -> int:
        values = (
            job.name, job.path, job.sha256, job.size, job.encoding, job.format, job.options.json(), now(),
        )  # fmt: skip
        if job.known is not None:
            self.connection.execute(
                "UPDATE documents SET name = ?, path = ?, sha256 = ?, bytes = ?, encoding = ?, format = ?,"
                " options = ?, imported_at = ? WHERE rowid = ?",
                (*values, job.known),
            )
            return job.known
        inserted = self.connection.execute(
            "INSERT INTO documents (name, path, sha256, bytes, encoding, format, options, imported_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        assert inserted.lastrowid is not None
        return inserted.lastrowid


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= 60 else line[:60] + '…'}”"
