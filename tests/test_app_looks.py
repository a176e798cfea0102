"""How the browser looks: themes, no colours, ASCII, old terminals, sizes of panes, in a terminal of its own."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tests.app_pilot import browsing
from tests.test_app_terminal import Terminal
from tui import look
from tui.config import Settings
from tui.look import Ascii, Themed
from tui.session import Session, load, save

BLACK = Color(0, 0, 0)


def codes(drawn: bytes) -> set[int]:
    """The numbers of every SGR sequence."""
    return {int(part or 0) for found in re.findall(rb"\x1b\[([0-9;]*)m", drawn) for part in found.split(b";")}


def run(store: Path, *keys: bytes, settings: str = "", **environ: str) -> bytes:
    """What the browser draws from its start to its end."""
    terminal = Terminal(store, settings=settings, **environ)
    terminal.until(b"Forty-one")
    for key in keys:
        os.write(terminal.fd, key)
        terminal.rest(0.15)
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0
    return terminal.drawn


def chrome(drawn: bytes) -> str:
    """Every character that is neither ASCII nor a letter nor a mark on one."""
    text = drawn.decode("utf-8")
    return "".join(sorted({char for char in text if not char.isascii() and not char.isalnum()}))


def test_no_color_draws_no_colour_whatever_the_theme(store: Path) -> None:
    drawn = run(store, b"3", b"j", b"4", b"?", b"\x1b", settings="theme='dark'", NO_COLOR="1")
    assert codes(drawn) <= {0, 1, 2, 3, 4, 7}
    assert 7 in codes(drawn)


@pytest.mark.parametrize(
    ("theme", "wanted"),
    [("dark", b"48;2;22;24;29"), ("light", b"48;2;251;250;247"), ("contrast", b"48;2;0;0;0")],
)
def test_a_theme_draws_its_own_ground_and_nothing_of_the_terminals_sixteen(
    store: Path, theme: str, wanted: bytes
) -> None:
    drawn = run(store, b"3", b"j", settings=f"theme='{theme}'", COLORTERM="truecolor")
    assert wanted in drawn
    named = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}
    plain = re.sub(rb"[34]8;2;\d+;\d+;\d+", b"", drawn)
    assert not codes(plain) & named
    if theme == "contrast":
        assert 2 not in codes(plain)


def test_the_terminals_theme_keeps_to_its_sixteen_colours(store: Path) -> None:
    drawn = run(store, b"3", b"j", settings="theme='terminal'", COLORTERM="truecolor")
    assert not codes(drawn) & {38, 48}


def test_ascii_draws_no_sign_that_is_not_ascii(store: Path) -> None:
    keys = (
        b"*",
        b"3",
        b"j",
        b"4",
        b"?",
        b"\x1b",
        b"v",
        b"v",
        b"v",
        b"/",
        b"zzz",
        b"\x1b",
        b"f",
        b"\x1b",
        b"\x10",
        b"\x1b",
    )
    assert chrome(run(store, *keys, settings="ascii=True")) == ""


def test_without_the_mouse_no_mouse_is_asked_for(store: Path) -> None:
    modes = rb"\x1b\[\?(?:9|1000|1002|1003|1005|1006|1015|1016)h"
    assert not re.findall(modes, run(store, b"3", settings="mouse=False"))
    assert re.findall(modes, run(store, b"3"))


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
def test_each_kind_of_terminal_shows_the_browser_and_is_left_as_it_was(store: Path, term: str) -> None:
    drawn = run(
        store, b"3", b"j", b"4", b"?", b"\x1b", b"z", b"z", b"/", b"nobody", b"\r", TERM=term, COLORTERM=""
    )
    assert b"Nobody" in drawn
    assert drawn.rindex(b"\x1b[?1049l") > drawn.rindex(b"\x1b[?1049h")
    assert drawn.rindex(b"\x1b[?25h") > drawn.rindex(b"\x1b[?25l")
    assert drawn.rindex(b"\x1b[?7h") > drawn.rindex(b"\x1b[?7l")
    # Nothing that an old terminal would print as text.
    asked = re.findall(rb"\x1b\[\?[0-9]+\$p|\x1b\[>[0-9]+u", drawn)
    assert bool(asked) is (term in {"xterm-256color", "tmux-256color"})
    if term == "vt100":
        assert codes(drawn) <= {0, 1, 2, 3, 4, 7}
        assert chrome(drawn) == ""


def shown(line: str, cells: int | None = None) -> str:
    """A line as the ASCII filter draws it."""
    made = Ascii().apply([Segment(line, Style(bold=True))], BLACK)
    assert sum(segment.cell_length for segment in made) == (cells or len(line))
    return "".join(segment.text for segment in made)


def test_an_ascii_line_is_as_wide_as_it_was() -> None:
    assert shown("│ ≥22  people │") == "| >=22 people |"
    assert shown("≥22 ≤5 abc…") == ">=22 <=5 a"[: len("≥22 ≤5 abc…")] + "b"
    assert shown("└─ 4 → 6") == "+- 4 > 6"
    assert shown("Київ é 東京", 11) == "Київ é 東京"
    assert shown("⣿⠁ ") == "@. "


def test_every_sign_that_the_program_draws_has_a_stand_in() -> None:
    import ast

    from tests.cli_support import ROOT

    others: set[str] = set()
    for path in (ROOT / "tui").rglob("*.py"):
        if path.name in {"look.py", "safe.py", "keys.py"} or path.parent.name == "cli":
            continue  # these look for signs, or do not draw on the browser's screen
        tree = ast.parse(path.read_text("utf-8"))
        said = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                others |= {char for char in node.value if not look.plain(char).isascii()}
    assert others <= {"Σ"}  # which is a letter too, and is told apart where it is drawn
    assert shown("Σ 131  of") == "sum 131 of"[:9]
    assert shown("ΣΥΡ") == "ΣΥΡ"
    assert shown("50.00° N") == "50.00 N "


def test_a_theme_gives_every_cell_its_colours() -> None:
    themed = Themed()
    themed.theme = look.THEMES["contrast"]
    dim, plain = themed.apply([Segment("a", Style(dim=True)), Segment("b", None)], BLACK)
    assert dim.style == plain.style
    assert plain.style is not None
    assert str(plain.style) == "not dim #ffffff on #000000"


async def test_the_theme_is_chosen_in_the_palette(store: Path) -> None:
    async with browsing(store) as hand:
        await hand.pilot.press("ctrl+p")
        await hand.pilot.press(*"theme")
        await hand.pilot.pause(0.5)
        await hand.press("enter")
        assert "pure colours on black" in hand.text
        await hand.press("j", "j", "j", "enter")
        assert hand.app.look == "contrast"
        await hand.browser.run_action("theme")
        await hand.settle()
        assert "pure colours on black, nothing dimmed (now)" in hand.text
        await hand.press(*"jjjj", "enter")
        assert hand.app.ascii
        assert "─" not in hand.text


async def test_edges_move_and_are_kept(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        before = hand.browser.panes[0].size.width
        await hand.press("greater_than_sign", "greater_than_sign", "right_curly_bracket")
        assert hand.browser.panes[0].size.width == before + 12
        height = hand.browser.panes[1].size.height
        await hand.press("left_curly_bracket")
        assert hand.browser.panes[1].size.height == height - 2
        for _ in range(20):
            await hand.pilot.press("less_than_sign")
        await hand.settle()
        assert hand.browser.panes[0].size.width >= 24
        for _ in range(5):
            await hand.pilot.press("greater_than_sign")
        await hand.settle()
        wide = hand.browser.panes[0].size.width
        await hand.press("q")
    async with browsing(long_store) as hand:
        assert hand.browser.panes[0].size.width == wide
        await hand.press("z")
        assert hand.browser.panes[0].size.width == 120
        await hand.press("less_than_sign")
        assert "no edge to move" in hand.said[-1]


async def test_edges_move_on_a_narrow_screen(store: Path) -> None:
    async with browsing(store, size=(80, 24)) as hand:
        before = hand.browser.panes[0].size.height
        await hand.press("greater_than_sign", "greater_than_sign")
        assert hand.browser.panes[0].size.height > before
        await hand.press("3")
        assert hand.browser.panes[2].size.height >= before
        await hand.press("left_curly_bracket")
        assert hand.browser.session.share == 55


async def test_zoom_pane_and_place_come_back(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("j", "3", "z")
        await hand.pilot.pause(0.5)
    async with browsing(long_store) as hand:
        assert hand.browser.zoomed
        assert hand.browser.pane == 3
        assert hand.browser.list.cursor == 1
    async with browsing(long_store, query="carts") as hand:
        assert not hand.browser.zoomed
        assert hand.browser.pane == 1


def test_sizes_that_cannot_be_are_not_taken(store: Path) -> None:
    save(store, Session(split=99, share=-3, reading=50))
    assert (load(store).split, load(store).share, load(store).reading) == (0, 0, 50)


async def test_settings_reach_the_browser(store: Path) -> None:
    async with browsing(store, settings=Settings(theme="light", ascii=True)) as hand:
        assert (hand.app.look, hand.app.ascii) == ("light", True)


async def test_a_notice_waits_for_the_dialog_that_it_would_cover(store: Path) -> None:
    async with browsing(store, (80, 24)) as hand:
        hand.browser.say("Starred long ago.", seconds=30)
        await hand.press("3", "e")
        hand.browser.say("The harbour import is done.", seconds=30)
        await hand.press("j")
        assert hand.said == ["Starred long ago."]
        await hand.press("escape")
        assert hand.said == ["Starred long ago.", "The harbour import is done."]
