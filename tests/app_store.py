"""A small store for the tests of the app: invented officials, towns and events, in our own sentences."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

#: Text that tries to drive or deceive the terminal, or to be read as markup.
HOSTILE = "\x1b[31mred\x1b]52;c;aGFja2Vk\x07 \x9b5m \u202egpj.exe\u2066 zero\u200bwidth [/nope] [red]x e" + (
    "\u0301" * 30
)

TALE = """Marzan wakes to sirens

VARA (Desk) — Forty-one drones were launched at Marzan overnight into Thursday, the Vara air force said in a statement on Telegram. Its crews shot down 30 of them, including nine over the harbour.

"Nobody slept in this city," Mayor Ilka Dorn told reporters. At least 12 people were injured, Dorn said, and about $3 million of grain burned.

The Ostran ministry denied it. "We hit only military depots," its spokesman Pavo Renn said on Friday, adding that 4 depots were "gone for good" after the raid.
"""


def _at(text: str, words: str, inside: str | None = None) -> tuple[int, int]:
    start = text.index(inside) + inside.index(words) if inside else text.index(words)
    return start, start + len(words)


def _figure(ident: str, text: str, words: str, phrase: str, value: float, **more: Any) -> Json:
    start, end = _at(text, words, phrase)
    who = more.pop("who", None)
    made: Json = {
        "id": ident,
        "start": start,
        "end": end,
        "text": phrase,
        "value": value,
        "low": value,
        "high": value,
    }
    if who:
        made["claimant_start"], made["claimant_end"] = _at(text, who)
    return {**made, **more}


def _quote(ident: str, text: str, words: str, who: str, **more: Any) -> Json:
    start, end = _at(text, words)
    said, until = _at(text, who)
    return {
        "id": ident, "start": start, "end": end, "text": words, "kind": "direct",
        "speaker_text": who, "speaker_start": said, "speaker_end": until, **more,
    }  # fmt: skip


def tale() -> Json:
    """The article that most tests read."""
    text, day = TALE, "2025-12-25"
    force = {
        "claimant": "Vara's air force",
        "who": "the Vara air force",
        "cue": "said",
        "channel": "Telegram",
    }
    raid: Json = {
        "place": "Marzan",
        "date_from": "2025-12-24",
        "date_to": day,
        "when": "overnight into Thursday",
    }
    return {
        "format": "conflict-tui/1", "id": "a000", "document": "desk.txt", "start": 0, "end": len(text),
        "headline": "Marzan wakes to sirens", "dateline": "VARA", "outlet": "Desk", "published": day,
        "published_basis": "stated", "url": "https://desk.example/marzan", "text": text,
        "figures": [
            _figure("f0", text, "Forty-one", "Forty-one drones", 41, unit="drones", measure="launched",
                    actor="Ostra", event="e0", **force, **raid),
            _figure("f1", text, "30", "30 of them", 30, unit="drones", measure="shot_down", part_of="f0",
                    event="e0", **force, **raid),
            _figure("f2", text, "nine", "nine over the harbour", 9, unit="drones", measure="shot_down",
                    part_of="f1", **force, **{**raid, "place": "the harbour"}),
            _figure("f3", text, "12", "At least 12 people", 12, unit="people", measure="injured",
                    modifier="at least", claimant="Ilka Dorn", who="Dorn said", event="e0", **raid),
            _figure("f4", text, "$3 million", "about $3 million", 3_000_000, unit="USD", measure="money",
                    modifier="about"),
            _figure("f5", text, "4", "4 depots", 4, unit="depots", measure="destroyed", claimant="Pavo Renn",
                    who="Pavo Renn"),
        ],
        "quotes": [
            _quote("q0", text, "Nobody slept in this city,", "Mayor Ilka Dorn", speaker="Ilka Dorn", role="Mayor",
                   cue="told", addressee="reporters", date=day, event="e0"),
            _quote("q1", text, "We hit only military depots,", "Pavo Renn", speaker="Pavo Renn", role="spokesman",
                   cue="said", date="2025-12-26", event="e1"),
            _quote("q2", text, "gone for good", "Pavo Renn", speaker="Pavo Renn", role="spokesman", cue="adding",
                   date="2025-12-26", kind="partial"),
        ],
        "events": [
            {"id": "e0", "kind": "drone_strike", "place": "Marzan", "country": "Vara", "date_from": "2025-12-24",
             "date_to": day, "actor": "Ostra", "target": "Vara", "figures": ["f0", "f1", "f3"], "quotes": ["q0"],
             "summary": "Forty-one drones were launched at Marzan overnight into Thursday",
             "sentences": [list(_at(text, "Forty-one drones were launched at Marzan overnight into Thursday"))]},
            {"id": "e1", "kind": "statement", "date_from": "2025-12-26", "date_to": "2025-12-26", "actor": "Ostra",
             "figures": [], "quotes": ["q1"], "summary": "The Ostran ministry denied it.",
             "sentences": [list(_at(text, "The Ostran ministry denied it."))]},
        ],
    }  # fmt: skip


def follow_up() -> Json:
    """A later, undated article whose event is linked to the first one's."""
    text = (
        "LORN (Desk) — Two more people died of their wounds after the raid on Marzan, the Vara air force said on"
        ' Telegram.\n\n"The count will rise," Doctor Sel Amin said.\n'
    )
    raid: Json = {"place": "Marzan", "date_from": "2025-12-24", "date_to": "2025-12-25"}
    return {
        "format": "conflict-tui/1", "id": "a001", "document": "desk.txt", "start": 9000, "end": 9000 + len(text),
        "dateline": "LORN", "outlet": "Desk", "text": text,
        "candidates": [{"date": "2025-12-27", "score": 0.7, "why": "the day after the mayor's statement"}],
        "figures": [
            _figure("g0", text, "Two more", "Two more people", 2, unit="people", measure="killed",
                    claimant="Vara's air force", who="the Vara air force", event="e2", **raid),
        ],
        "quotes": [
            _quote("r0", text, "The count will rise,", "Doctor Sel Amin", speaker="Sel Amin", role="Doctor",
                   event="e2"),
        ],
        "events": [
            {"id": "e2", "kind": "drone_strike", "actor": "Ostra", "figures": ["g0"], "quotes": ["r0"],
             "summary": "Two more people died of their wounds after the raid on Marzan", **raid,
             "sentences": [list(_at(text, "Two more people died of their wounds"))]},
        ],
    }  # fmt: skip


def hostile() -> Json:
    """An article all of whose strings are hostile."""
    text = f"{HOSTILE} town (Desk) — Seven huts burned, said Envoy {HOSTILE}.\n\n“All {HOSTILE} is lost,” he said.\n"
    return {
        "format": "conflict-tui/1", "id": "ahos", "document": f"{HOSTILE}.txt", "start": 0, "end": len(text),
        "headline": HOSTILE, "dateline": HOSTILE, "outlet": HOSTILE, "byline": HOSTILE, "url": HOSTILE,
        "published": "2025-11-01", "published_basis": "inferred", "published_why": HOSTILE, "text": text,
        "candidates": [{"date": "2025-11-01", "score": 0.5, "why": HOSTILE}],
        "figures": [
            _figure("h0", text, "Seven", "Seven huts", 7, unit=HOSTILE, measure="destroyed", place=HOSTILE,
                    claimant=HOSTILE, who="Envoy", channel=HOSTILE, modifier=HOSTILE, event="eh"),
        ],
        "quotes": [
            _quote("hq", text, f"All {HOSTILE} is lost,", "he said", speaker=HOSTILE, role=HOSTILE,
                   channel=HOSTILE, event="eh"),
        ],
        "events": [
            {"id": "eh", "kind": "other", "place": HOSTILE, "country": HOSTILE, "actor": HOSTILE,
             "target": HOSTILE, "summary": HOSTILE, "figures": ["h0"], "quotes": ["hq"],
             "sentences": [[0, len(HOSTILE)]]},
        ],
    }  # fmt: skip


def filler(number: int) -> Json:
    """One of many short articles, all alike but for a number."""
    text = f"TOWN {number} (Desk) — {number} carts crossed the bridge, the warden said.\n"
    return {
        "format": "conflict-tui/1", "id": f"b{number:05}", "document": "many.txt", "start": number * 100,
        "end": number * 100 + len(text), "headline": f"Carts over bridge {number}", "dateline": f"TOWN {number}",
        "published": f"2025-10-{1 + number % 28:02}", "published_basis": "stated", "text": text,
        "figures": [
            _figure(f"c{number}", text, str(number), f"{number} carts", number, unit="carts", measure="deployed")
        ],
        "quotes": [], "events": [],
    }  # fmt: skip


def make_store(folder: Path, *, fillers: int = 0, evil: bool = False) -> Path:
    """A store in `folder` with the tale, its follow-up and what else is asked for."""
    articles = [tale(), follow_up(), *([hostile()] if evil else []), *map(filler, range(fillers))]
    source = folder / "desk.jsonl"
    source.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    path = folder / "conflict.db"
    from store.importer import import_paths

    summary = import_paths(path, [source])
    assert not summary.failures, summary.failures
    return path


@lru_cache
def store_bytes(fillers: int = 0, evil: bool = False) -> bytes:
    """The bytes of such a store, made once for all tests."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = make_store(Path(folder), fillers=fillers, evil=evil)
        import sqlite3

        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return path.read_bytes()


def put_store(folder: Path, *, fillers: int = 0, evil: bool = False) -> Path:
    """A copy of such a store in `folder`."""
    path = folder / "conflict.db"
    path.write_bytes(store_bytes(fillers, evil))
    return path
