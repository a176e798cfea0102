"""Pictures of the app on the sample reports, wide and narrow, as SVG and PNG, into screenshots/.

The app runs without a terminal and is driven by keys; nothing outside a temporary folder is read or written
but the pictures. `make screenshots` installs what this needs.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "screenshots"
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Picture:
    """One picture: its file's name, the terminal's size, the query, and the keys pressed first."""

    name: str
    size: tuple[int, int]
    query: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("wide", (120, 40), "drones measure:launched on:2025-12-25", ("3", *"jjjjjj")),
    Picture("narrow", (80, 24), "drones measure:launched on:2025-12-25", ("3", *"jjjjjj")),
    Picture("events", (120, 40), "kyiv", ("v",)),
)


def portable(svg: str) -> str:
    """The picture with fonts that a machine has: nothing is fetched when it is shown."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return svg.replace("Fira Code", "DejaVu Sans Mono").replace(
        "font-family: arial", "font-family: DejaVu Sans"
    )


async def take(picture: Picture, database: Path) -> str:
    """Run the app at the picture's size, press its keys, and return the SVG."""
    from tui.app import ConflictApp

    app = ConflictApp(database, picture.query)
    async with app.run_test(size=picture.size) as pilot:
        await settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
        await settle(pilot)
        return portable(app.export_screenshot(title="conflict-tui"))


async def settle(pilot: object) -> None:
    """Wait until the workers have answered and the panes have followed."""
    for _ in range(4):
        await pilot.app.workers.wait_for_complete()  # type: ignore[attr-defined]
        await pilot.pause(0.3)  # type: ignore[attr-defined]


def main() -> int:
    """Take every picture; returns the exit status."""
    import resvg_py

    with tempfile.TemporaryDirectory() as folder:
        # The app's own files (where it was, what was typed) belong to no person here.
        for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        os.environ.pop("NO_COLOR", None)
        from store.seeds import folder as seeds
        from tui.cli.importing import run_import

        database = Path(folder) / "sample.db"
        if run_import(database, [str(seeds())]):
            return 2
        TARGET.mkdir(exist_ok=True)
        for picture in PICTURES:
            svg = asyncio.run(take(picture, database))
            (TARGET / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            png = resvg_py.svg_to_bytes(svg_string=svg, zoom=1.0, monospace_family="DejaVu Sans Mono")
            (TARGET / f"{picture.name}.png").write_bytes(bytes(png))
            print(f"screenshots/{picture.name}.svg and .png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
