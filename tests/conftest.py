"""Fixtures that tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the folders of the person who runs it, nor heeds their colours and pager."""
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    for name in ("NO_COLOR", "PAGER", "TMUX", "CONFLICT_TUI_DB", "CONFLICT_TUI_CONFIG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A small store: one dated article with figures, quotes and events, and its undated follow-up."""
    from tests.app_store import put_store

    return put_store(tmp_path)


@pytest.fixture
def long_store(tmp_path: Path) -> Path:
    """The same with 300 more articles, all alike."""
    from tests.app_store import put_store

    return put_store(tmp_path, fillers=300)


@pytest.fixture
def evil_store(tmp_path: Path) -> Path:
    """The same with an article all of whose strings are hostile."""
    from tests.app_store import put_store

    return put_store(tmp_path, evil=True)
