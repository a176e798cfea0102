"""The person's own settings: other keys everywhere, looks, and one clear sentence on what does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app_pilot import browsing
from tests.app_store import put_store
from tui import commands, config, keys, screenkeys
from tui.cli import group
from tui.commands_browser import COMMANDS
from tui.config import ConfigError, Settings, load


def written(folder: Path, text: str) -> str:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return str(file)


def test_without_a_file_everything_is_as_it_comes() -> None:
    assert load() == Settings()
    assert load().commands == COMMANDS


def test_the_file_in_the_configuration_folder_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = config.default_file()
    path.parent.mkdir(parents=True)
    path.write_text('[ui]\ntheme = "dark"\nascii = true\nmouse = false\nread_after = 3\n')
    assert load() == Settings(theme="dark", ascii=True, mouse=False, read_after=3.0)
    other = written(tmp_path, '[ui]\ntheme = "16"\n')
    monkeypatch.setenv(config.VARIABLE, other)
    assert load().theme == "terminal"
    third = tmp_path / "third.toml"
    third.write_text('[ui]\ntheme = "light"\n')
    assert load(str(third)).theme == "light"


def test_a_command_gets_other_keys(tmp_path: Path) -> None:
    table = {c.name: c for c in load(written(tmp_path, '[keys]\nstar = "b"\ndown = ["PgDn+"]\n'.replace("PgDn+", "ctrl+n")
    )).commands}  # fmt: skip
    assert table["star"].keys == ("b",)
    assert table["star"].shown == "b"
    assert table["down"].keys == ("ctrl+n",)
    assert table["up"].keys == ("k", "up")


def test_two_commands_may_change_places_and_one_may_lose_its_key(tmp_path: Path) -> None:
    text = '[keys]\nsort = "o"\nsource = "s"\nimport = []\n'
    table = {c.name: c for c in load(written(tmp_path, text)).commands}
    assert (table["sort"].shown, table["source"].shown, table["import"].shown) == ("o", "s", "")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[keys]\nstar = "o"\n', 2, "o would be both star and source"),
        ('[keys]\n\nstar = "b"\nnote = "b"\n', 4, "b would be both star and note"),
        ('[keys]\nstart = "b"\n', 2, "there is no command start; did you mean star?"),
        ('[keys]\nstar = "ctrl+escap"\n', 2, "star: 'ctrl+escap' is no key; did you mean 'escape'?"),
        ('[keys]\nstar = "ctl+b"\n', 2, "'ctl' is none of ctrl"),
        ("[keys]\nstar = 3\n", 2, "star must be a key"),
        ('[keys]\nstar = "Ctrl+Q"\n', 2, "star: Ctrl+Q cannot be given to a command; it leaves the program"),
        (
            '[keys]\nstar = ["b", "ctrl+i"]\n',
            2,
            "star: ctrl+i cannot be given to a command; a terminal sends tab",
        ),
        ('[keys]\nstar = "ctrl+["\n', 2, "a terminal sends esc for it"),
        ('[keys]\nstar = [""]\n', 2, "an empty text is no key"),
        ('[ui]\ntheme = "sepia"\n', 2, "there is no theme sepia; there are terminal, dark, light, contrast"),
        ('[ui]\n# x\nascii = "yes"\n', 3, "ascii must be true or false"),
        ("[ui]\nread_after = -1\n", 2, "read_after must be a number of seconds"),
        ("[ui]\nmuose = true\n", 2, "there is no setting muose; did you mean mouse?"),
        ("[kyes]\nstar = 'b'\n", 1, "there is no table [kyes]; did you mean keys?"),
        ("keys = 3\n", 1, "keys must be a table, [keys]"),
        ('keys.star = "o"\n', 1, "o would be both star and source"),
    ],
)
def test_what_does_not_fit_is_one_sentence_with_its_line(
    text: str, line: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}, line {line}: ")
    assert said in str(raised.value)
    assert group.run(["keys", "--config", path]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"conflict-tui: {raised.value}\n"


def test_a_file_that_is_missing_or_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--config names no file"):
        load(str(tmp_path / "none.toml"))
    with pytest.raises(ConfigError, match=r"is not valid TOML: .*line 1"):
        load(written(tmp_path, "[keys\n"))
    (tmp_path / "latin.toml").write_bytes(b"[ui]\ntheme = '\xff'\n")
    with pytest.raises(ConfigError, match="is not valid TOML"):
        load(str(tmp_path / "latin.toml"))


def test_a_key_may_be_written_in_any_usual_way() -> None:
    for word, key in {
        "*": "asterisk", "esc": "escape", "PgDn": "pagedown", "Ctrl+D": "ctrl+d", "?": "question_mark",
        "shift+g": "G", "↓": "down", "ctrl++": "ctrl+plus", "asterisk": "asterisk", "space": "space", " ": "space",
    }.items():  # fmt: skip
        assert keys.key_called(word) == key
    assert [keys.shown(key) for key in ("asterisk", "tab", "shift+tab", "ctrl+plus", "space", "f5", "escape")] == [
        "*", "tab", "shift+tab", "ctrl++", "space", "f5", "esc",
    ]  # fmt: skip


def test_every_key_of_the_table_reads_back_as_itself() -> None:
    for command in COMMANDS:
        assert tuple(keys.key_called(shown) for shown in command.shown_keys) == command.keys
        assert " ".join(command.shown_keys) == command.shown, command.name


def test_names_of_commands_are_unique() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))


def test_keys_are_listed_as_they_are_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["keys", "--config", written(tmp_path, '[keys]\nstar = ["b", "ctrl+b"]\n')]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert ["b ctrl+b", "star"] in [row[:2] for row in rows]
    assert len(rows) == len(commands.every_command())


async def test_a_remapped_key_works_and_is_shown_everywhere(store: Path) -> None:
    settings = Settings(keys={"star": ("b",), "zoom": ("Z",), "sort": (), "view": ("ctrl+v",)})
    async with browsing(store, size=(160, 50), settings=settings) as hand:
        await hand.press("asterisk")
        assert not hand.browser.list.current.starred
        await hand.press("b")
        assert hand.browser.list.current.starred
        footer = hand.lines[-1]
        assert " b star" in footer
        assert " Z zoom" in footer
        assert "* star" not in footer
        assert "sort" not in footer
        await hand.press("question_mark")
        assert "  ctrl+v         List articles" in hand.text
        await hand.press("escape")
        await hand.press("ctrl+p")
        await hand.pilot.press(*"star")
        await hand.pilot.pause(0.5)
        assert "b: Star the row" in hand.text
    async with browsing(store) as hand:
        await hand.press("asterisk")
        assert not hand.browser.list.current.starred


def test_the_readmes_and_the_manuals_settings_are_good_ones(tmp_path: Path) -> None:
    from tests.cli_support import ROOT
    from tui.manpage import EXAMPLE

    readme = (ROOT / "README.md").read_text("utf-8").split("```toml\n")[1].split("```")[0]
    for text in (readme, EXAMPLE):
        settings = load(written(tmp_path, text))
        assert settings.theme == "dark"
        wanted = {"star": ("b",), "down": ("j", "down", "ctrl+n"), "export": (), "map_nearer": ("plus", "i")}
        assert settings.keys == wanted


def test_doctor_says_which_settings_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    group.run(["doctor"])
    assert "settings\tnone (" in capsys.readouterr().out
    path = written(tmp_path, '[keys]\nstar = "b"\n[ui]\ntheme = "light"\nascii = true\n')
    group.run(["doctor", "--config", path])
    assert f"settings\t{path}: keys of 1 changed, theme light, ASCII\t" in capsys.readouterr().out
    assert group.run(["doctor", "--config", written(tmp_path, "[ui]\ntheme = 3\n")]) == 2
    assert "needed: " in capsys.readouterr().out


async def test_what_is_said_names_the_keys_as_they_are(store: Path) -> None:
    settings = Settings(keys={"clear": ("C",), "set_apart": ("A",), "date": ("D",), "linked": ("L",)})
    async with browsing(store, query="zebra", settings=settings) as hand:
        assert "No article matches. C clears the search." in hand.text
        await hand.press("C", "3", "3")
        await hand.press("1", "L")
        assert "L jumps between them" in hand.said[-1]
        await hand.press("j")
        assert "D sets it." in hand.text


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[keys]\nmap_nearer = "j"\n', 2, "j would be both map_next and map_nearer"),
        ('[keys]\nclaims_wide = "y"\n', 2, "y would be both copy and claims_wide"),
        ('[keys]\ntimeline_weeks = "d"\n', 2, "d would be both timeline_days and timeline_weeks"),
        ('[keys]\ncorrect_keep = "ctrl+x"\n', 2, "ctrl+x would be both correct_keep and correct_as_it_was"),
        ('[keys]\nmap_neerer = "i"\n', 2, "there is no command map_neerer; did you mean map_nearer?"),
    ],
)
def test_keys_of_other_screens_that_clash_are_refused(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        load(written(tmp_path, text))
    assert f"line {line}: {said}" in str(raised.value)


def test_a_screens_own_command_gives_way_to_a_key_given_to_the_browsers(tmp_path: Path) -> None:
    chosen = load(written(tmp_path, '[keys]\ndown = "w"\nmap_next = "z"\ncopy = "h"\n')).keys
    claims = {c.name: c.keys for c in screenkeys.screen_commands("claims", chosen)}
    assert claims["down"] == ("w",)
    assert claims["claims_wide"] == ()
    assert claims["board_left"] == ("left",)
    assert {c.name: c.keys for c in screenkeys.screen_commands("map", chosen)}["map_next"] == ("z",)


def test_every_command_of_every_screen_has_a_name_of_its_own() -> None:
    names = [command.name for command in commands.every_command()]
    assert len(names) == len(set(names))
    assert all(name.replace("_", "").isalnum() for name in names)


async def test_the_keys_of_claims_timeline_and_map_can_be_given_away(tmp_path: Path) -> None:
    text = (
        '[keys]\nclaims_rivals = "p"\nboard_right = "ctrl+o"\ntimeline_weeks = ["p"]\nmap_nearer = "i"\n'
        'map_back = "b"\ncorrect_change = "o"\n'
    )
    settings = load(written(tmp_path, text))
    async with browsing(put_store(tmp_path), settings=settings) as hand:
        await hand.press("c")
        await hand.pilot.pause(0.3)
        assert " p rivals " in hand.lines[-1]
        claims = hand.app.screen
        await hand.press("r")
        assert not claims.rivals
        await hand.press("p")
        assert claims.rivals
        await hand.press("escape", "t")
        await hand.pilot.pause(0.3)
        assert " p weeks " in hand.lines[-1]
        await hand.press("p")
        assert hand.app.screen.span == "week"
        await hand.press("escape", "m")
        await hand.pilot.pause(0.3)
        assert " i nearer " in hand.lines[-1]
        await hand.press("escape")
        assert hand.app.screen is not hand.browser
        await hand.press("b")
        assert hand.app.screen is hand.browser
        await hand.press("3", "e")
        assert "o changes" in hand.text
        await hand.press("escape", "question_mark")
        await hand.press("G")
    assert next(c.name for c in screenkeys.listed({}) if c.name.startswith("map_")) == "map_next"


def test_the_list_of_keys_names_every_screens_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["keys", "--csv"]) == 0
    said = capsys.readouterr().out
    assert "timeline_weeks" in said
    assert "map_nearer" in said
