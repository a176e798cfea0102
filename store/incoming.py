"""What an import is given: the files behind its paths, and how much there is to read."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import IO

from store import readers
from store.errors import StoreError
from store.tables import is_table

STDIN = "-"
CHUNK = 1 << 20


def files_at(path: Path) -> list[Path]:
    """The file at a path, or those that a folder holds; raises `StoreError` where there is none."""
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


def size_of(files: list[Path | str]) -> int | None:
    """All bytes to be read, or None where a stream is among them."""
    total = 0
    for file in files:
        if isinstance(file, str) or not file.is_file():
            return None
        total += file.stat().st_size
    return total


def text_in(files: list[Path | str]) -> int:
    """Bytes of the files that are texts by their names; streams count nothing."""
    return sum(
        file.stat().st_size
        for file in files
        if isinstance(file, Path)
        and file.is_file()
        and not readers.is_lines(file.name, b"")
        and not is_table(file.name)
    )


def digest(stream: IO[bytes]) -> tuple[str, int]:
    """SHA-256 and size of a stream that can be read again, which is put back to its beginning."""
    found = hashlib.sha256()
    size = 0
    while chunk := stream.read(CHUNK):
        found.update(chunk)
        size += len(chunk)
    stream.seek(0)
    return found.hexdigest(), size


def spooled(stream: IO[bytes]) -> IO[bytes]:
    """A stream that can be read but once, as a file, which is gone when nobody holds it any more."""
    spool: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=8 * CHUNK)  # noqa: SIM115
    while chunk := stream.read(CHUNK):
        spool.write(chunk)
    spool.seek(0)
    return spool
