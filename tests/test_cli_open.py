"""`conflict-tui open`: a thing by its id or the beginning of one, in words, in rows, in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.search import open_reader
from store.things import KINDS, NoSuchId, UnclearId, resolve, thing
from tests.app_pilot import Hand
from tests.claims_support import claims_store, toll
from tests.cli_support import command, evil, samples, write_jsonl
from tests.store_support import put
from tui.app import ConflictApp


def sample_store(folder: Path) -> Path:
    path = folder / "open.db"
    put(path, write_jsonl(folder / "open.jsonl", samples()))
    return path


def run(path: Path, *args: str) -> dict[str, str]:
    done = command("--db", str(path), "open", *args)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


def test_a_figure_says_its_citation_context_and_reasons(tmp_path: Path) -> None:
    said = run(claims_store(tmp_path), "n1f1")
    assert said["kind"] == "figure"
    assert said["number"] == "30"
    assert said["part of"] == "41 drones (n1f0)"
    assert "of which »30« were shot down" in said["context"]
    assert said["citation"].startswith("of which 30, shot down, in Vara (Vara's air force")
    assert said["document"].startswith("n1.txt, characters 0 to ")


def test_a_quote_and_an_article_too(tmp_path: Path) -> None:
    path = sample_store(tmp_path)
    said = run(path, "a1q0")
    assert (said["kind"], said["speaker"], said["role"]) == ("quote", "Ines Varga", "Captain")
    assert "»We counted every one of them,«" in said["context"]
    # An id stands for itself, though others begin with it.
    path = claims_store(tmp_path, toll("t100", "2031-05-02", 4, "Wire"))
    assert run(path, "t100")["kind"] == "article"
    assert run(path, "t100f")["kind"] == "figure"


def test_jsonl_has_every_field(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    for ident, kind in (("n1f0", "figure"), ("n1", "article")):
        done = command("--db", str(path), "open", ident, "--jsonl")
        record = json.loads(done.stdout)
        assert (record["type"], record["id"]) == (kind, ident)
        assert "rowid" not in record


def test_what_is_not_there_and_what_is_unclear_have_their_own_statuses(tmp_path: Path) -> None:
    path = claims_store(
        tmp_path, toll("tale1", "2031-05-02", 4, "Wire"), toll("tale2", "2031-05-02", 5, "Wire")
    )
    for ident, status, words in (
        ("nowhere", 1, "nothing has the id 'nowhere'"), ("%%%%", 1, "nothing has the id"), ("ta", 2, "too short"),
        ("tale", 2, "tale1f0 (figure), tale2f0 (figure), tale1 (article)"), ("tale1", 0, ""), ("tale2f", 0, ""),
    ):  # fmt: skip
        done = command("--db", str(path), "open", ident)
        assert done.returncode == status, ident
        assert words in done.stderr


def test_every_kind_is_found_by_its_id(tmp_path: Path) -> None:
    told = samples()
    told[0]["events"] = [{"id": "a1e0", "kind": "attack", "summary": "131 drones were launched", "figures": ["a1f0"],
                          "quotes": [], "sentences": [[10, 40]]}]  # fmt: skip
    path = tmp_path / "kinds.db"
    put(path, write_jsonl(tmp_path / "kinds.jsonl", told))
    with open_reader(path) as reader:
        for ident, kind in (("a1f0", "figure"), ("a1q0", "quote"), ("a1e0", "event"), ("a1", "article")):
            assert resolve(reader, ident) == (kind, ident)
            found = thing(reader, kind, ident)
            assert found is not None
            assert found.id == ident
            assert thing(reader, kind, "gone") is None
        assert set(KINDS) == {"figure", "quote", "event", "article"}
        with pytest.raises(NoSuchId):
            resolve(reader, "a1f0\0")
        with pytest.raises(UnclearId):
            resolve(reader, "")
    assert "»" in run(path, "a1e0")["context"]


def test_hostile_text_is_said_as_text(tmp_path: Path) -> None:
    path = tmp_path / "evil.db"
    put(path, write_jsonl(tmp_path / "evil.jsonl", [evil()]))
    for args in (("e1f0",), ("e1q0",), ("e1f0", "--jsonl"), ("e1f0", "--csv")):
        done = command("--db", str(path), "open", *args)
        assert done.returncode == 0
        if "--csv" not in args:
            assert not set(done.stdout) & set("\x1b\x07\x9b\u202e\u200b")


def test_browse_needs_a_terminal(tmp_path: Path) -> None:
    done = command("--db", str(claims_store(tmp_path)), "open", "--browse", "n1f0")
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


@pytest.mark.parametrize(
    ("kind", "ident", "words"),
    [
        ("figure", "n2f0", "at least 60 drones"),
        ("quote", "q1q0", "We saw the smoke"),
        ("event", "q1e0", "The harbour burned"),
        ("article", "n2", "at least 60 drones"),
    ],
)
async def test_the_browser_begins_at_the_thing(tmp_path: Path, kind: str, ident: str, words: str) -> None:
    from tests.claims_support import night
    from tests.cli_support import article

    fire = article("q1", "BRENN — The harbour burned. “We saw the smoke,” Ilka Dorn said.", [],
                   [{"text": "We saw the smoke,", "kind": "direct", "speaker": "Ilka Dorn"}],
                   document="q.txt", published="2031-06-01", published_basis="stated")  # fmt: skip
    fire["events"] = [{"id": "q1e0", "kind": "attack", "summary": "The harbour burned", "figures": [], "quotes": [],
                       "sentences": [[8, 27]]}]  # fmt: skip
    app = ConflictApp(claims_store(tmp_path, fire, *night()))
    app.browser.arriving = (kind, ident)
    async with app.run_test(size=(120, 40)) as pilot:
        hand = Hand(pilot, app)
        await hand.settle()
        assert hand.browser.article is not None
        assert hand.browser.article.id == ident[:2]
        assert hand.browser.pane == 2
        assert words in hand.text
        if kind in ("figure", "quote"):
            assert hand.browser.evidence is not None
            assert hand.browser.evidence.id == ident
