"""Processes that read texts for an import: started anew, fed in order, ended with it.

Each is a fresh interpreter, not a fork, so that it may be started from any thread;
it ends by itself when the import's end of its pipe is gone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock

import msgspec

from extract.model import Article
from extract.pipeline import Part
from store.errors import StoreError
from store.pipes import receive, send

#: Characters that one process reads at a time: some seconds of work, and enough for the parser's batches.
CHUNK = 24_000
#: Chunks for each process that are read and not yet taken, or being read: what bounds the memory.
AHEAD = 3
START = "import sys; sys.path[:] = sys.argv[1:]; from store.worker import main; main()"


class Reply(msgspec.Struct):
    """What became of a chunk's parts, or why none can be read (no language model)."""

    outcomes: list[Article | str]
    missing: str | None = None


_replies = msgspec.msgpack.Decoder(Reply)


def read_apart(parts: Iterator[Part], processes: int) -> Generator[Article | str, None, None]:
    """Each part's article, in order, or what went wrong where it broke the parser; see `parsing.read_here`."""
    pool = Pool(processes)
    pending: deque[Future[list[Article | str]]] = deque()
    try:
        for chunk in _chunks(parts):
            pending.append(pool.submit(chunk))
            while len(pending) > AHEAD * processes or (pending and pending[0].done()):
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    finally:
        pool.close()


def _chunks(parts: Iterator[Part]) -> Iterator[list[Part]]:
    chunk: list[Part] = []
    size = 0
    for part in parts:
        chunk.append(part)
        size += len(part.article.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class Pool:
    """So many processes, each started when it is first needed."""

    def __init__(self, processes: int) -> None:
        # A thread for each process waits for its answers.
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="reading")
        self._lock = Lock()
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._closed = False

    @property
    def pids(self) -> list[int]:
        """The processes that run."""
        with self._lock:
            return [each.pid for each in self._all]

    def submit(self, chunk: list[Part]) -> Future[list[Article | str]]:
        """The outcomes of the chunk's parts, to come."""
        return self._threads.submit(self._read, chunk)

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        with self._lock:
            self._closed = True
            for each in self._all:
                each.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for each in self._all:
            each.end()

    def _read(self, chunk: list[Part]) -> list[Article | str]:
        process = self._take()
        reply = process.ask(chunk)
        if reply is None:
            with self._lock:
                self._all.discard(process)
            status = process.end()
            if self._closed:
                return []
            if len(chunk) > 1:
                # One of them ended the process: each by itself.
                return [outcome for part in chunk for outcome in self._read([part])]
            return [f"the process that read it ended with status {status}"]
        with self._lock:
            self._idle.append(process)
        if reply.missing is not None:
            raise StoreError(reply.missing)
        return reply.outcomes

    def _take(self) -> Process:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            if self._closed:
                raise StoreError("the import was stopped")
            process = Process()
            self._all.add(process)
            return process


class Process:
    """One process and its pipes."""

    def __init__(self) -> None:
        try:
            # A session of its own: ctrl+c in the terminal is the import's to handle.
            self._process = subprocess.Popen(
                [sys.executable, "-c", START, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise StoreError(
                f"no process could be started to read texts ({error.strerror or error}); try --jobs 1"
            ) from error
        self.pid = self._process.pid

    def ask(self, chunk: list[Part]) -> Reply | None:
        """The answer to a chunk, or None where the process has ended."""
        sink, source = self._process.stdin, self._process.stdout
        assert sink is not None
        assert source is not None
        try:
            send(sink, chunk)
            sink.flush()
            data = receive(source)
        except (OSError, ValueError):
            return None
        return None if data is None else _replies.decode(data)

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> int:
        """Waits for its end; its status."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was left to send to it
                    stream.close()
        self._process.kill()
        return self._process.wait()


def cores() -> int:
    """Processors that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
