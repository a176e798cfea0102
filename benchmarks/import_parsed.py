"""Import of parsed events against `sqlite-utils insert` of the same file.

    python benchmarks/import_parsed.py [FILE.jsonl | FILE.csv] [--articles 5000] [--rounds 3]

Without a FILE one of so many invented articles is made (see `benchmarks/store.py`).
Both programs run as commands, in turn, into new databases; what it takes each of
them to start is measured with a file of one line and left out. Two readings of
"rows a second", as the two do not do the same work:

lines a second: `sqlite-utils insert` keeps a line as one row, figures and quotes
as JSON in a column, in a table without an index. Ours checks each line, takes it
apart into the rows of a dozen tables, fills four indexes of words and some thirty
others, and looks for near-copies and for reports of the same event.

rows a second: what is written into tables of rows, which is one a line for
`sqlite-utils insert`. Ours are those of articles, texts, article_documents,
figures, quotes, events, sums, candidates, claims, article_links and same_events;
rows of indexes, of words and of the sampled five-word runs are not counted.

A CSV file has the columns of UCDP GED, one event a line. Beside it `sqlite-utils
insert --pk id` with `enable-fts` over headline and text, which is the least that a
search would need. Processor seconds, so that other programs matter less, and wall
time; medians of the rounds.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import msgspec  # noqa: E402

from extract.model import Article, Event, Figure, Quote  # noqa: E402

TOOL = [sys.executable, "-m", "sqlite_utils"]
OURS = [sys.executable, "-c", "from tui.cli import main; main()"]


def run(command: list[str]) -> tuple[float, float]:
    """Wall and processor seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environ)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def made(folder: Path, articles: int) -> Path:
    """A file of so many invented articles."""
    from benchmarks.newsroom import Newsroom

    newsroom = Newsroom(1, articles)
    kept = {struct: set(struct.__struct_fields__) for struct in (Figure, Quote, Event)}
    path = folder / "made.jsonl"
    at = 0
    with path.open("wb") as stream:
        for number in range(articles):
            head, draft, _ = newsroom.article(number)
            text = "".join(draft.pieces)
            things = {
                name: [
                    struct(**{k: v for k, v in each.items() if k in kept[struct]})
                    for each in getattr(draft, name)
                ]
                for name, struct in (("figures", Figure), ("quotes", Quote), ("events", Event))
            }
            fields = {name: head[name] for name in Article.__struct_fields__ if name in head}
            article = Article(
                **fields, **things, document="made.txt", start=at, end=at + len(text), text=text
            )
            at += len(text)
            stream.write(msgspec.json.encode(article) + b"\n")
    return path


def measure(folder: Path, path: Path, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Wall and processor seconds of each round, by what was done; "… one" is of a file of one line."""
    one = folder / f"one{path.suffix}"
    table = path.suffix == ".csv"
    with path.open("rb") as stream:
        one.write_bytes(stream.readline() + (stream.readline() if table else b""))
    kind = "--csv" if table else "--nl"
    words = ("where_description", "source_headline") if table else ("headline", "text")
    found: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds):
        for suffix, file in (("", path), (" one", one)):
            theirs, ours = (str(folder / f"{who}{suffix.strip()}{number}.db") for who in ("theirs", "ours"))
            keyed = str(folder / f"keyed{suffix.strip()}{number}.db")
            commands = {
                "insert": [*TOOL, "insert", theirs, "articles", str(file), kind],
                "keyed": [*TOOL, "insert", keyed, "articles", str(file), kind, "--pk", "id"],
                "fts": [*TOOL, "enable-fts", keyed, "articles", *words],
                "ours": [*OURS, "import", str(file), "--db", ours],
            }
            for name, command in commands.items():
                found.setdefault(name + suffix, []).append(run(command))
    return found


#: Tables of what was read, whose rows count.
TABLES = (
    "articles", "texts", "article_documents", "figures", "quotes", "events", "sums", "candidates", "claims",
    "article_links", "same_events",
)  # fmt: skip


def rows_of(store: Path) -> int:
    """The rows of a store that count."""
    with closing(sqlite3.connect(store)) as connection:
        return sum(int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in TABLES)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = options.file or made(folder, options.articles)
        with path.open(encoding="utf-8", newline="") as stream:
            table = path.suffix == ".csv"
            lines = (
                sum(1 for _ in csv.reader(stream)) - 1 if table else sum(1 for line in stream if line.strip())
            )
        size = path.stat().st_size / 1e6
        found = measure(folder, path, options.rounds)
        rows = rows_of(folder / "ours0.db")
    net = {
        name: [
            statistics.median(at[which] for at in found[name])
            - statistics.median(at[which] for at in found[f"{name} one"])
            for which in (1, 0)
        ]
        for name in ("insert", "keyed", "fts", "ours")
    }
    search = [a + b for a, b in zip(net["keyed"], net["fts"], strict=True)]
    print(f"{lines:,} lines, {size:.1f} MB, {rows:,} rows of ours; medians of {options.rounds} rounds")
    for what, mine in (("lines", lines), ("rows", rows)):
        print(f"\n{what + ' a second':36}{'by processor':>14}{'by wall':>9}{'ours is':>9}{'by wall':>9}")
        for title, count, times in (
            ("sqlite-utils insert", lines, net["insert"]),
            ("insert --pk id, and enable-fts", lines, search),
            ("import", mine, net["ours"]),
        ):
            rates = "".join(f"{count / each:{width},.0f}" for each, width in zip(times, (14, 9), strict=True))
            ratios = [mine / own * each / count for each, own in zip(times, net["ours"], strict=True)]
            print(f"{title:36}{rates}" + "".join(f"{ratio:8.2f}×" for ratio in ratios))


if __name__ == "__main__":
    main()
