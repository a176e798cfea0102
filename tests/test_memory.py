"""When garbage is looked for: not while the browser starts, always afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tui.memory import started, starting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the collector as it was."""
    yield
    gc.unfreeze()
    gc.enable()


def test_no_garbage_is_looked_for_while_starting() -> None:
    starting()
    assert not gc.isenabled()


def test_once_started_garbage_is_looked_for_but_not_among_what_starting_made() -> None:
    starting()
    made: list[list[int]] = [[] for _ in range(100)]
    started()
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made)


def test_without_a_start_nothing_changes() -> None:
    frozen = gc.get_freeze_count()
    started()
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
