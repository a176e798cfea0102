"""The pages say what the program does: tables, commands, options, fields and names are compared with it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from sqlite_utils import Database

from extract import model
from store import schema
from store.query import parse_query
from tui.cli import common, group

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
STORE = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")


def blocks(page: str) -> list[str]:
    """The lines of the page's indented examples."""
    return [line.strip() for line in page.splitlines() if line.startswith("    ")]


def test_generated_tables_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.parametrize("line", [line for line in blocks(README) if line.startswith("conflict-tui")])
def test_every_example_of_the_readme_can_be_parsed(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    target = group.COMMANDS.get(words[0]) if words else None
    command = group.load(target or group.BROWSE)
    with command.make_context("command", words[1:] if target else words, obj=common.Session()) as made:
        text = common.query_text(made.params.get("words") or ())
    assert parse_query(text) is not None


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make (\w+)`|^ {4}make (\w+)", README, re.M))))
def test_every_make_target_that_the_readme_names_exists(target: tuple[str, str]) -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(rf"^{''.join(target)}:", makefile, re.M)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(((?!http)[^)]+)\)", README))))
def test_every_file_that_the_readme_links_to_exists(path: str) -> None:
    assert (ROOT / path).is_file()


def test_every_table_and_view_that_the_pages_name_exists() -> None:
    store = Database(memory=True)
    schema.migrations.apply(store)
    known = set(store.table_names()) | set(store.view_names())
    named = set(re.findall(r"`(\w+)`", STORE.split("## Tables")[1])) | {"stars", "notes", "dates_given"}
    assert named <= known
    shown = {name for name in known if not re.search(r"_fts_|^_|^sqlite_|_text$", name)}
    assert shown <= set(re.findall(r"`(\w+)`", STORE))


@pytest.mark.parametrize(
    "statement", re.findall(r"(?s)select .*?(?:;|\"$)", "\n".join(blocks(STORE) + blocks(README)), re.M)
)
def test_every_sql_example_runs(statement: str) -> None:
    store = Database(memory=True)
    schema.migrations.apply(store)
    assert store.execute(statement.strip('";')).fetchall() == []


@pytest.mark.parametrize(
    "kind",
    [model.Article, model.Figure, model.Quote, model.Event, model.Correction, model.Sum, model.Candidate],
)
def test_every_field_of_the_format_is_described(kind: type[msgspec.Struct]) -> None:
    described = set(re.findall(r"`(\w+)`", FORMAT))
    assert {field.encode_name for field in msgspec.structs.fields(kind)} <= described


def test_every_measure_and_kind_of_event_is_described() -> None:
    from typing import get_args

    described = set(re.findall(r"`(\w+)`", FORMAT))
    assert set(get_args(model.Measure)) | set(get_args(model.EventKind)) <= described
    assert (
        set(get_args(model.Stance)) | set(get_args(model.SumKind)) | set(get_args(model.SumStatus))
        <= described
    )


def test_pages_name_no_machine_and_no_package_index() -> None:
    for page in (README, FORMAT, STORE, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")):
        assert not re.findall(r"/(?:home|root|work|tmp)/|index-url|find-links", page)
