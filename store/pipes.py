"""Messages with their length before them, in a pipe or a file."""

from __future__ import annotations

from typing import IO

import msgspec


def send(stream: IO[bytes], message: object) -> None:
    """Writes a message: whatever msgspec takes, as MessagePack."""
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(8, "little") + data)


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, encoded, or None where the stream ends."""
    head = stream.read(8)
    size = int.from_bytes(head, "little")
    data = stream.read(size)
    return data if len(head) == 8 and len(data) == size else None
