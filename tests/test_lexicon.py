"""Word lists: ours load, a user's own file adds to them, and a bad one is refused with a clear sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import lexicon


@pytest.fixture
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "words.toml"
    monkeypatch.setenv(lexicon.VARIABLE, str(path))
    lexicon.forget()
    yield path
    lexicon.forget()


@pytest.mark.parametrize("name", sorted(lexicon.names()))
def test_every_list_of_ours_loads(name: str) -> None:
    assert lexicon.load(name)


def test_a_users_words_are_added_to_ours(own_file: Path) -> None:
    own_file.write_text('[titles]\nroles = ["wali"]\n[organisations.sides]\nAtlantis = ["Atlantean"]\n')
    assert lexicon.load("titles")["roles"][-1] == "wali"
    assert "president" in lexicon.load("titles")["roles"]
    assert lexicon.load("organisations")["sides"]["Atlantis"] == ["Atlantean"]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[nonsense]\na = 1\n", "no word list 'nonsense'"),
        ("[titles]\nrules = []\n", "titles.rules is not known"),
        ('[titles]\nroles = "wali"\n', "titles.roles must be a list, not a text"),
        ("[titles]\nroles = [1]\n", "titles.roles must hold a text"),
        ("titles = 3\n", "titles must be a table"),
        ("[titles\n", "not valid TOML"),
    ],
)
def test_a_bad_file_is_refused_by_name(own_file: Path, content: str, named: str) -> None:
    own_file.write_text(content)
    with pytest.raises(lexicon.LexiconError, match=named.replace("[", r"\[").replace("(", r"\(")):
        lexicon.load("titles")


def test_a_named_file_that_is_not_there_is_an_error(own_file: Path) -> None:
    with pytest.raises(lexicon.LexiconError, match="names no file"):
        lexicon.load("titles")
