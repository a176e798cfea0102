"""Pictures of every view on the sample reports, wide and narrow, as SVG and PNG, into screenshots/.

The app runs without a terminal and is driven by keys; nothing outside a temporary folder is read or written
but the pictures. `make screenshots` installs what this needs; names after the command take only those pictures.
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


#: Columns and lines of a terminal.
SIZES = {"wide": (120, 40), "narrow": (80, 24)}


@dataclass(frozen=True)
class Picture:
    """One view: its files' name, the query, and the keys pressed first."""

    name: str
    query: str
    keys: tuple[str, ...]


NIGHT = "drones measure:launched on:2025-12-25"
PICTURES = (
    Picture("articles", NIGHT, ("3",)),
    Picture("events", "kyiv", ("v", "j")),
    Picture("speakers", "", ("v", "v", "j")),
    Picture("places", "", (*"vvv", "j")),
    Picture("claimants", "", (*"vvvv", "j")),
    Picture("values", "drones", ("V",)),
    Picture("claims", "drones on:2025-12-25", ("c",)),
    Picture("timeline", "drones", ("t",)),
    Picture("map", "", ("m", "j")),
    Picture("correction", NIGHT, ("3", "e", "j")),
    Picture("search", "drones since:2025-12-24", ("/", *" place:k")),
    Picture("help", "", ("question_mark",)),
)


def portable(svg: str) -> str:
    """The picture with fonts that a machine has: nothing is fetched when it is shown."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return svg.replace("Fira Code", "DejaVu Sans Mono").replace(
        "font-family: arial", "font-family: DejaVu Sans"
    )


async def take(picture: Picture, size: tuple[int, int], database: Path) -> str:
    """Run the app at a size, press the picture's keys, and return the SVG."""
    from tui.app import ConflictApp
    from tui.config import Settings

    # However long the machine takes, no article is read meanwhile: the same run makes the same pictures.
    app = ConflictApp(database, picture.query, settings=Settings(read_after=0))
    async with app.run_test(size=size) as pilot:
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


def main(names: list[str]) -> int:
    """Take the pictures called `names`, or every one; returns the exit status."""
    import resvg_py

    unknown = sorted(set(names) - {picture.name for picture in PICTURES})
    if unknown:
        known = ", ".join(picture.name for picture in PICTURES)
        print(f"No picture is called {', '.join(unknown)}; there are {known}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        # The app's own files (where it was, what was typed) belong to no person here.
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        os.environ.pop("NO_COLOR", None)
        from store.seeds import folder as seeds
        from tui.cli.importing import run_import

        database = Path(folder) / "sample.db"
        if run_import(database, [str(seeds())]):
            return 2
        TARGET.mkdir(exist_ok=True)
        for picture in PICTURES:
            for shape, size in SIZES.items():
                if names and picture.name not in names:
                    continue
                name = f"{picture.name}-{shape}"
                # No picture begins where the one before it left off.
                os.environ["XDG_STATE_HOME"] = f"{folder}/{name}"
                svg = asyncio.run(take(picture, size, database))
                (TARGET / f"{name}.svg").write_text(svg, encoding="utf-8")
                png = resvg_py.svg_to_bytes(svg_string=svg, zoom=1.0, monospace_family="DejaVu Sans Mono")
                (TARGET / f"{name}.png").write_bytes(bytes(png))
                print(f"screenshots/{name}.svg and .png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
