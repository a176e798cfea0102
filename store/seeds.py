"""The sample documents that come with the program."""

from __future__ import annotations

from pathlib import Path

from store.errors import StoreError


def folder() -> Path:
    """The folder of sample documents: inside the installed package, else the checkout's `seeds/`."""
    here = Path(__file__).resolve().parent
    for place in (here / "_seeds", here.parent / "seeds"):
        if place.is_dir():
            return place
    raise StoreError("the sample documents are missing; install conflict-tui again")
