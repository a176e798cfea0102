"""What is copied with Y, or exported as BibTeX: right, whole, and safe whatever the text holds."""

from __future__ import annotations

import base64
import csv
import io
import re
from pathlib import Path

import pytest

from store import corrections
from store.bibtex import entry, escaped, key
from store.cite import citation
from store.export import export
from store.records import ArticleFull, FigureRow
from store.search import open_reader
from tests.app_pilot import browsing
from tests.app_store import HOSTILE, hostile
from tests.store_support import raid, stored, talks
from tui.cli.find import COLUMNS
from tui.cli.group import run
from tui.clipboard import through_screen
from tui.screens.copying import FORMS


def full(db: Path, id_: str) -> ArticleFull:
    with open_reader(db) as reader:
        found = reader.article(id_)
    assert found is not None
    return found


def figures(db: Path) -> list[FigureRow]:
    with open_reader(db) as reader:
        return reader.figures_of(raid().id)


def fields_of(text: str) -> dict[str, str]:
    """The fields of one entry, read as BibTeX does: by braces that balance."""
    head = re.match(r"@misc\{([A-Za-z0-9-]+),\n", text)
    assert head, text
    depth, made, name, value = 0, {}, "", ""
    for char in text[head.end() :]:
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return made
        if depth == 0 and char == ",":
            made[name.strip()] = value.strip()
            name = value = ""
        elif depth == 0 and char == "=" and not value:
            value = " "
        elif value:
            value += char
        else:
            name += char
    raise AssertionError("the entry never ends")


def test_a_figure_sentence_says_number_place_days_and_who(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    drones, hurt = figures(db)
    source = "City Desk, “Raid on Marzan”, 2 May 2031"
    assert citation(hurt, "sentence") == (
        f"At least 12 people were injured in Marzan on 1–2 May 2031, according to Ilka Dorn ({source})."
    )
    assert citation(drones, "sentence") == (
        "41 drones were launched in Marzan on 1–2 May 2031, according to Vara's air force on Telegram"
        f" ({source})."
    )


def test_a_citation_says_what_was_corrected_and_added(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", figures(db)[0].id, {"measure": "shot_down", "date_to": "2031-05-03"})
    row = figures(db)[0]
    for style in ("quotation", "figure", "sentence", "footnote", "markdown"):
        assert "(measure, date to corrected)" in citation(row, style).replace("\\", "")
    assert "were shot down" in citation(row, "sentence")


def test_an_entry_has_the_articles_fields(tmp_path: Path) -> None:
    db = stored(
        tmp_path,
        raid(byline="By Ann Varga and Tom Reed", url="https://desk.example/a b{c}%20d"),
        talks(day=None),
    )
    fields = fields_of(entry(full(db, raid().id)))
    assert fields["title"] == "{{Raid on Marzan}}"
    assert fields["author"] == "{{Ann Varga and Tom Reed}}"
    assert (fields["year"], fields["month"], fields["date"]) == ("{2031}", "may", "{2031-05-02}")
    assert "url" not in fields  # an address with a blank in it is none
    undated = fields_of(entry(full(db, talks().id)))
    assert undated["note"] == "{undated}"
    assert "year" not in undated
    assert key(full(db, talks().id)) == key(full(db, talks().id))


@pytest.mark.parametrize(
    "words", ["}", "{", "\\", "a}, note = {b", "100% & $5 #1 a_b ~ ^", "\x1b[31m\n\n@misc{x,"]
)
def test_whatever_a_headline_holds_the_entry_is_whole(tmp_path: Path, words: str) -> None:
    db = stored(tmp_path, raid(headline=words, byline=words, outlet=words, url=words))
    fields = fields_of(entry(full(db, raid().id)))
    assert set(fields) == {"author", "title", "howpublished", "address", "year", "month", "day", "date"}
    assert fields["title"] == "{{" + escaped(words) + "}}"
    assert "\x1b" not in entry(full(db, raid().id))
    assert "\n" not in fields["title"]


def test_every_article_is_exported_as_an_entry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = stored(tmp_path, raid(), talks())
    out = io.StringIO()
    with open_reader(db) as reader:
        assert export(reader, None, "bibtex", out) == 2
    assert out.getvalue().count("@misc{") == 2
    assert run(["export", "--format", "bibtex", "--db", str(db), "brenn"]) == 0
    assert capsys.readouterr().out == entry(full(db, talks().id)) + "\n\n"


async def test_every_form_is_copied_from_a_figure(store: Path) -> None:
    async with browsing(store) as hand:
        seen: dict[str, str] = {}
        await hand.press("3", "j", "j", "j")
        for index, (form, _, _) in enumerate(FORMS):
            await hand.press("Y", *["j"] * index, "enter")
            seen[form] = hand.app.clipboard
        assert seen["sentence"].startswith("At least 12 people were injured in Marzan on 24–25 December 2025")
        assert seen["permalink"] == "conflict-tui open f3"
        (row,) = csv.reader([seen["csv"]])
        assert dict(zip(COLUMNS, row, strict=True))["text"] == "At least 12 people"
        assert "At least 12 people were injured" in fields_of(seen["bibtex"])["note"]
        assert seen["markdown"].startswith("> ")
        assert len(set(seen.values())) == len(FORMS)


async def test_every_form_is_copied_from_quotes_events_and_articles(store: Path) -> None:
    async with browsing(store) as hand:
        for keys in (("4",), ("1",), ("v",)):
            await hand.press(*keys)
            for index in range(len(FORMS)):
                hand.app.copy_to_clipboard("nothing yet")
                await hand.press("Y", *["j"] * index, "enter")
                assert hand.app.clipboard not in ("", "nothing yet"), FORMS[index]
                assert hand.said[-1].startswith("Sent to the terminal's clipboard:")


async def test_a_copy_goes_to_a_file_that_is_named(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with browsing(store) as hand:
        await hand.press("4", "Y", "G", "k", *["j"] * len(FORMS), "enter")
        assert "Add to a file as" in hand.text
        await hand.press("j", "j", "j", "enter", "enter")
        assert f"Added to {tmp_path / 'citations.txt'}:" in hand.said[-1]
    written = (tmp_path / "citations.txt").read_text("utf-8")
    assert written.startswith("Ilka Dorn, Mayor")
    assert "Nobody slept in this city" in written


async def test_hostile_text_is_copied_without_what_drives_a_terminal(evil_store: Path) -> None:
    assert "\x1b" in HOSTILE
    async with browsing(evil_store, query="huts") as hand:
        assert hand.browser.article is not None
        assert hand.browser.article.id == hostile()["id"]
        for pane in ("1", "3", "4"):
            await hand.press(pane)
            for index, (form, _, _) in enumerate(FORMS):
                await hand.press("Y", *["j"] * index, "enter")
                assert not set("\x1b\x07\x9b\u202e\u2066") & set(hand.app.clipboard), form


async def test_the_dialog_says_what_keeps_a_copy_from_the_clipboard(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    async with browsing(store) as hand:
        await hand.press("Y")
        assert "In tmux, `set -s set-clipboard on` lets it through." in hand.text
    monkeypatch.delenv("TMUX")
    monkeypatch.setenv("STY", "1.pts")
    async with browsing(store) as hand:
        await hand.press("Y")
        assert "GNU screen hands it on" in hand.text


async def test_a_copy_goes_through_screen_in_pieces_that_it_hands_on(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "“Nobody slept”" * 60
    sent = through_screen(text)
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sent, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == sent
    assert max(map(len, pieces)) < 100
    coded = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]+)\x07", "".join(pieces))
    assert coded
    assert base64.b64decode(coded[1]).decode() == text
    monkeypatch.setenv("STY", "1.pts")
    written: list[str] = []
    async with browsing(store) as hand:
        assert hand.app._driver is not None
        monkeypatch.setattr(hand.app._driver, "write", written.append)
        hand.app.copy_to_clipboard("words")
    assert written[:2] == ["\x1b]52;c;d29yZHM=\a", through_screen("words")]
