"""A process of an import: reads parts of texts from its standard input, writes their articles, ends with it."""

from __future__ import annotations

import os
import signal
import sys

import msgspec

from extract.pipeline import Part
from store.errors import StoreError
from store.parsing import read_here
from store.pipes import receive, send
from store.workers import Reply


def main() -> None:
    """Answers chunk after chunk until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source = sys.stdin.buffer
    # Nothing but answers may reach the pipe, whatever a library prints.
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    chunks = msgspec.msgpack.Decoder(list[Part])
    while (data := receive(source)) is not None:
        try:
            reply = Reply(list(read_here(iter(chunks.decode(data)))))
        except StoreError as error:
            reply = Reply([], str(error))
        try:
            send(sink, reply)
            sink.flush()
        except BrokenPipeError:
            break
    # Whoever asked may be gone: what is left in the pipe is nobody's.
    os._exit(0)
