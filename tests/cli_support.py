"""Helpers for the tests of the command line: small articles as `conflict-tui/1`, and a way to run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

#: Characters that must never reach a terminal: ESC, OSC 52, C1, a direction override, zero width, markup.
EVIL = "\x1b[31m\x1b]52;c;ZXZpbA==\x07\x9b5n\u202eltr\u200b[/nope][red]"


def article(
    ident: str, text: str, figures: list[dict[str, Any]], quotes: list[dict[str, Any]], **rest: Any
) -> dict[str, Any]:
    """An article whose offsets are looked up: a figure's `words` (its number) and a quote's `text`."""
    for number, figure in enumerate(figures):
        words = figure.pop("words")
        figure["start"] = text.index(figure["text"]) + figure["text"].index(words)
        figure["end"] = figure["start"] + len(words)
        figure.setdefault("id", f"{ident}f{number}")
        figure.setdefault("low", figure["value"])
        figure.setdefault("high", figure["value"])
    for number, quote in enumerate(quotes):
        quote["start"] = text.index(quote["text"])
        quote["end"] = quote["start"] + len(quote["text"])
        quote.setdefault("id", f"{ident}q{number}")
    made = {"format": "conflict-tui/1", "id": ident, "start": 0, "end": len(text), "text": text}
    return {**made, "figures": figures, "quotes": quotes, "events": [], **rest}


def samples() -> list[dict[str, Any]]:
    """A dated article with two figures and a quote, and an undated one with a figure that is set apart."""
    first = article(
        "a1",
        "MARLOW — The Marlow coast guard said 131 drones were launched overnight, "
        "of which 106 were shot down.\n\n"
        "“We counted every one of them,” Captain Ines Varga said on the radio.",
        [
            {
                "words": "131", "text": "131 drones", "value": 131, "unit": "drones", "measure": "launched",
                "place": "Marlow", "claimant": "the Marlow coast guard", "cue": "said",
                "date_from": "2025-12-24", "date_to": "2025-12-25", "date_why": "overnight",
            },
            {
                "words": "106", "text": "of which 106", "value": 106, "unit": "drones",
                "measure": "shot_down", "claimant": "the Marlow coast guard", "cue": "said",
                "part_of": "a1f0", "date_from": "2025-12-24", "date_to": "2025-12-25",
            },
        ],
        [
            {
                "text": "We counted every one of them,", "kind": "direct", "speaker": "Ines Varga",
                "role": "Captain", "cue": "said", "channel": "radio", "date": "2025-12-25",
            }
        ],
        document="marlow.txt", headline="Drones over Marlow", dateline="MARLOW", outlet="Harbour Wire",
        published="2025-12-25", published_basis="stated",
    )  # fmt: skip
    second = article(
        "a2",
        "OSTREL — Repairs will cost $1.2 million, the town council said.",
        [{"words": "1.2 million", "text": "$1.2 million", "value": 1.2e6, "unit": "USD", "measure": "money"}],
        [],
        document="ostrel.txt", headline="=SUM(A1:A9)", dateline="OSTREL",
    )  # fmt: skip
    return [first, second]


def evil() -> dict[str, Any]:
    """An article whose every text holds characters that could drive a terminal."""
    text = f"EVIL — At least 7 {EVIL}people were killed.\n\n“{EVIL}we saw it,” {EVIL} said."
    return article(
        "e1",
        text,
        [
            {
                "words": "7", "text": f"At least 7 {EVIL}people", "value": 7, "unit": f"{EVIL}people",
                "measure": "killed", "place": EVIL, "claimant": EVIL, "channel": EVIL,
            }
        ],
        [{"text": f"{EVIL}we saw it,", "kind": "direct", "speaker": EVIL, "role": EVIL, "channel": EVIL}],
        document=f"evil{EVIL}.txt".replace("/", "_"), headline=f"{EVIL} headline", outlet=EVIL, byline=EVIL,
        published="2025-12-25", published_basis="stated",
    )  # fmt: skip


def write_jsonl(path: Path, articles: list[dict[str, Any]]) -> Path:
    """The articles as a file that `import` reads."""
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    return path


def command(*args: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `conflict-tui` as a process of its own, in an environment without a terminal's variables."""
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TERM": "xterm-256color",
        **options.pop("env", {}),
    }
    env.pop("CONFLICT_TUI_DEBUG", None)
    return subprocess.run(
        [sys.executable, "-m", "tui", *args],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, env=env, check=False, **options,
    )  # fmt: skip
