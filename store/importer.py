"""Documents into the store: each one in a transaction of its own, whole or not at all.

Texts are parsed before their transaction begins, so that no lock is held
meanwhile; JSON lines are read and written one by one, so that memory does not
grow with the file. What is stored, and its order, is the same however many
processes parse. The same bytes twice change nothing.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

from extract.model import Article
from store import readers
from store.bulk import LARGE, Bulk
from store.connect import open_for_reading, open_for_writing, plainly, transaction
from store.dating import Moves, apply_day, reread
from store.documents import day_of, give, rowid_of, write_document
from store.errors import BadInput, Locked, NoStore, ReadOnly, StoreError
from store.incoming import STDIN, digest, files_at, size_of, spooled, text_in
from store.jobs import Job, Options, Tally
from store.laying import articles_of, lay, lift, relay_all
from store.marktravel import receive_marks
from store.near import link_again
from store.outcomes import Failure, Progress, Summary
from store.parsing import Held, Turn, parsed
from store.reattach import marks_on, reattach
from store.tables import Table, is_table
from store.travel import receive
from store.validate import is_day
from store.workers import cores
from store.writer import Clash, Writer

#: Processes that are started at most unless more are asked for: each holds a language model.
MOST = 4
#: Bytes of text that are worth one more process, which has a model to load.
WORTH = 40_000

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
    jobs: int | None = 1,
    apart: bool = False,
) -> Summary:
    """Imports files, folders (`*.txt`, `*.jsonl` in them, recursively) and `-` for `stdin`.

    `published` (a day), `outlet` and `url` hold for articles whose own words do
    not say. `format` is `text`, `jsonl` or `csv`, else the file's name and
    beginning tell. `again` reads documents anew that have not changed. `jobs` processes
    parse the texts (None: as many as pay off), and with `apart` even a single one
    is a process of its own; what is stored is the same. A file that cannot
    be imported is named in the summary's `failures`, and the others still land;
    a store that cannot be written raises a `StoreError` and is unchanged.
    """
    if published is not None and not is_day(published):
        raise StoreError(f"{published!r} is not a day; write it like 2025-12-25")
    if format not in (None, "text", "jsonl", "csv"):
        raise StoreError(f"{format!r} is not a format; it can be text, jsonl or csv")
    if jobs is not None and jobs < 1:
        raise StoreError(f"{jobs} processes cannot read anything; give 1 or more")
    work = _Import(
        Path(db_path), Options(published, outlet, url), progress, stdin, format, again, jobs, apart
    )
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
        jobs: int | None,
        apart: bool,
    ) -> None:
        self.db_path = db_path
        self.options = options
        self.progress = progress
        self.stdin = stdin
        self.format = format
        self.again = again
        self.jobs = jobs
        self.apart = apart
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
            # 64 MB: what is written goes into many indexes, all over the file.
            self._connection.execute("PRAGMA cache_size = -64000")
        return self._connection

    def run(self, paths: list[str]) -> Summary:
        # A file that is not ours, or too new, is refused before anything is read.
        with suppress(NoStore):
            open_for_reading(self.db_path).close()
        files = self._files(paths)
        self.total = size_of(files)
        self._run(files, self._processes(files))
        return self.tally

    def _run(self, files: list[Path | str], processes: int = 0) -> None:
        with closing(parsed(self._texts(files), self._fail, processes)) as items:
            for item, articles in items:
                if isinstance(item, Job):
                    self._try(item.shown, partial(self._store_text, item, articles or Held()))
                    self._step(item.shown, item.size)
                else:
                    item()

    def _processes(self, files: list[Path | str]) -> int:
        """Processes to start for the texts; none where this one reads them."""
        jobs = self.jobs
        if jobs is None:
            jobs = min(MOST, cores(), max(1, text_in(files) // WORTH))
        return 0 if not sys.executable or (jobs == 1 and not self.apart) else jobs

    def _files(self, paths: list[str]) -> list[Path | str]:
        files: list[Path | str] = []
        for given in paths:
            if given == STDIN:
                files.append(STDIN)
                continue
            shown = readers.shown(given)
            try:
                files += files_at(Path(given))
            except StoreError as error:
                self._fail(shown, f"{shown}: {error}")
            except OSError as error:
                self._fail(shown, f"{shown}: cannot be read ({error.strerror or error})")
        return files

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

    def _texts(self, files: list[Path | str]) -> Iterator[Job | Turn]:
        """For each file the text to be parsed, or what is to be done with it when its turn comes."""
        for file in files:
            shown = "standard input" if file == STDIN else readers.shown(file)
            try:
                yield self._open(file, shown)
            except Exception as error:
                yield partial(self._try, shown, partial(_again, error))

    def _open(self, file: Path | str, shown: str) -> Job | Turn:
        if isinstance(file, Path):
            name = readers.shown(file.name)
            with file.open("rb") as stream:
                if not file.is_file():
                    return self._read(spooled(stream), name, None, shown)
                path = readers.shown(file.resolve())
                if self._form(stream, name) == "text":
                    return self._read(stream, name, path, shown)
            # Read and written at once, line by line.
            return partial(self._try, shown, partial(self._store_file, file, name, path, shown))
        if self.stdin is None:
            raise BadInput("there is nothing to read", path=shown)
        return self._read(spooled(self.stdin), "stdin", None, shown)

    def _form(self, stream: IO[bytes], name: str) -> str:
        """`text`, `jsonl` or `csv`."""
        if self.format is not None:
            return self.format
        beginning = stream.read(4096)
        stream.seek(0)
        if readers.is_lines(name, beginning):
            return "jsonl"
        return "csv" if is_table(name) else "text"

    def _read(self, stream: IO[bytes], name: str, path: str | None, shown: str) -> Job | Turn:
        if self._form(stream, name if path else "") != "text":
            return partial(self._try, shown, partial(self._store_lines, stream, name, path, shown))
        sha256, size = digest(stream)
        job = Job(name, path, shown, sha256, size, "text", self.options)
        known = self._known(job, look=True)
        if known is None:
            return partial(self._unchanged, job)
        text, encoding = readers.decode(stream.read(), shown)
        return replace(known, text=text, encoding=encoding)

    def _known(self, job: Job, *, look: bool = False) -> Job | None:
        """The job with the stored document it replaces, or None when it would change nothing.

        The second case is counted, unless it is but looked at ahead of its turn.
        """
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
        if look:
            return None
        self.tally.unchanged += 1
        if moved is not None and job.path is not None:
            if moved[5] is not None and not os.path.exists(moved[5]):
                with transaction(self.connection):
                    run("UPDATE documents SET path = ? WHERE rowid = ?", (job.path, rowid))
            self.tally.notices.append(f"{job.shown}: has the same bytes as {moved[4]}, which is stored")
        return None

    # --- storing

    def _store_text(self, job: Job, articles: Held) -> None:
        # Texts are read ahead of their parse: an equal one may have been stored in the meantime.
        known = self._known(job)
        if known is not None:
            if job.encoding not in ("UTF-8", "UTF-8 with a byte order mark"):
                self.tally.notices.append(f"{job.shown}: read as {job.encoding}")
            self._store(known, articles)

    def _unchanged(self, job: Job) -> None:
        if self._known(job) is None:
            self._step(job.shown, job.size)
        elif job.path is not None:
            # The document that held the same bytes has been read anew since.
            self._run([Path(job.path)])

    def _store_file(self, file: Path, name: str, path: str, shown: str) -> None:
        with file.open("rb") as stream:
            self._store_lines(stream, name, path, shown)

    def _store_lines(self, stream: IO[bytes], name: str, path: str | None, shown: str) -> None:
        form = self._form(stream, name if path else "")
        sha256, size = digest(stream)
        known = self._known(Job(name, path, shown, sha256, size, form, self.options))
        if known is not None:
            lines = readers.Lines(stream, shown) if form == "jsonl" else Table(stream, shown, name)
            self._store(known, lines)
        self._step(shown, size)

    def _store(self, job: Job, articles: Iterable[Article]) -> None:
        """Writes one document; on any error the store is as before."""
        tally = Tally()
        connection = self.connection
        moves = self._moves(articles) if isinstance(articles, Held) else {}
        with transaction(connection):
            source = write_document(connection, job)
            marks = marks_on(connection, source)
            lines = articles if isinstance(articles, readers.Lines) else None
            large = lines is not None and job.known is None and job.size >= LARGE
            writer = Writer(
                connection,
                source,
                Bulk(connection, job.size) if large else None,
                copies=lines is None or lines.copies,
            )
            try:
                for rowid, article in writer.write(
                    _given(articles, job), lambda: None if lines is None else lines.line
                ):
                    if article.corrections:
                        receive(connection, article)
                    if article.stars or article.notes or article.tags:
                        receive_marks(connection, article)
                    tally.count(article, day_of(connection, rowid, article))
                    if tally.articles % 200 == 0 and lines is not None:
                        self._tell(job.shown, self.done + lines.offset, tally.articles)
            except Clash as clash:
                field_name, what, line = clash.args
                raise BadInput(what, path=job.shown, line=line, field=field_name) from None
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
                link_again(connection, rowid_of(connection, article_id))
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

    def _moves(self, articles: Held) -> dict[str, Moves | None]:
        """What days given by hand change in these articles, worked out before their transaction."""
        moves: dict[str, Moves | None] = {}
        for article in articles:
            row = self.connection.execute(
                "SELECT published FROM dates_given WHERE article_id = ?", (article.id,)
            ).fetchone()
            if row:
                moves[article.id] = reread(article.text, article.document, row[0])
        return moves


def _given(articles: Iterable[Article], job: Job) -> Iterator[Article]:
    """The articles of a document, with what the person said about it."""
    for article in articles:
        if job.format != "text":
            give(article, job.options)
        yield article


def _again(error: Exception) -> None:
    raise error


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= 60 else line[:60] + '…'}”"
