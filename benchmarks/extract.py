"""Speed of the extraction against the bare spaCy pipeline, and how it grows with the text.

    python benchmarks/extract.py [--words 40000] [--rounds 3] [--growth | --no-growth]

The text is that of `tests/gold/*/texts` and `seeds`, its paragraphs in a seeded
random order, as often as need be. Each measurement runs in a process of its own,
in turn: the pipeline over the articles as `spacy.load` gives it, the same as
`extract.parse` loads it (hastened, see `extract.ruler`), `extract_documents` over the documents, and the same
read by one process and by two that an import starts. Times leave out loading the model; medians of the
rounds, processor time for one process (so that other programs matter less) and
wall time beside it; peak memory of the whole process, or of all of them. `ratio`
is each over spaCy's pipeline as it comes, of the same round.

Growth shows seconds at n and 2n of texts that are long or made to be awkward; 2
is linear. What takes under 0.2 s at 2n says nothing about growth.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FOLDERS = ("tests/gold/tuning/texts", "tests/gold/test/texts", "seeds")


def documents(words: int, seed: int = 1) -> list[str]:
    """Reports of at least so many words in all: ours, with the paragraphs below the head reordered."""
    texts = [file.read_text() for folder in FOLDERS for file in sorted((ROOT / folder).glob("*.txt"))]
    order = random.Random(seed)
    found: list[str] = []
    while words > 0:
        order.shuffle(texts)
        for text in texts:
            head, *rest = text.split("\n\n")
            order.shuffle(rest)
            found.append("\n\n".join([head, *rest]))
            words -= len(text.split())
            if words <= 0:
                break
    return found


def peak(who: int) -> float:
    """Peak memory in MB of this process, or of the largest of its children."""
    size = resource.getrusage(who).ru_maxrss
    return size / (1 << 20) if sys.platform == "darwin" else size / 1024


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Wall and processor seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - cpu


def drain(items: Iterator[object]) -> None:
    """Goes through all of them and keeps none."""
    for _ in items:
        pass


def measure(mode: str, words: int) -> dict[str, float]:
    """One measurement, in this process: words a second by wall and processor time, and peak memory."""
    texts = documents(words)
    total = sum(len(text.split()) for text in texts)
    if mode in ("one", "two"):
        return apart(texts, 1 if mode == "one" else 2)
    if mode in ("bare", "loaded"):
        from extract.articles import split_document
        from extract.parse import MODELS, load_model

        if mode == "loaded":
            nlp = load_model()
        else:
            import importlib.util

            import spacy

            nlp = spacy.load(next(name for name in MODELS if importlib.util.find_spec(name)))
        articles = [part.text for text in texts for part in split_document(text)]
        drain(nlp.pipe(articles[:3]))
        wall, cpu = timed(lambda: drain(nlp.pipe(articles)))
    else:
        from extract.pipeline import Document, extract_documents

        stream = [Document(text, f"{index}.txt") for index, text in enumerate(texts)]
        drain(extract_documents(stream[:3]))
        wall, cpu = timed(lambda: drain(extract_documents(stream)))
    return {
        "wall": total / wall,
        "cpu": total / cpu,
        "memory": peak(resource.RUSAGE_SELF),
        "words": total,
    }


def apart(texts: list[str], processes: int) -> dict[str, float]:
    """As `measure`, of processes that an import starts; the clock runs when each has read a chunk."""
    from extract.pipeline import Document, Part, cut
    from store.workers import CHUNK, read_apart

    parts = [part for text in texts for part in cut(Document(text, "a.txt"))]
    first: list[Part] = []
    for number in range(processes):
        size, at = 0, number
        while size < CHUNK:
            first.append(parts[at % len(parts)])
            size += len(first[-1].article.text)
            at += processes
    outcomes = read_apart(iter([*first, *parts]), processes)
    for _ in first:
        next(outcomes)
    wall = timed(lambda: drain(outcomes))[0]
    words = sum(len(part.article.text.split()) for part in parts)
    memory = peak(resource.RUSAGE_SELF) + processes * peak(resource.RUSAGE_CHILDREN)
    return {"wall": words / wall, "cpu": 0.0, "memory": memory, "words": words}


# ---------------------------------------------------------------- growth

_ONE = "Police said the strike killed 12 people and injured 30 in Kharkiv on Tuesday. "


def _cut(text: str, size: int) -> str:
    return text[: text.rfind(" ", 0, size)]


#: What would begin another article: a dateline, a line of capitals, a short line.
_OPENS = re.compile(r"[^\n]{0,90}(?:—|–|--| - )|[A-Z]{5}|[^\n]{0,80}\Z|[^\n]*\n")


def _one_article(size: int) -> str:
    """One article of so many bytes: paragraphs of many reports beneath one dateline."""
    found = ["CAIRO, Jan. 14, 2026 (NPA) — Attacks across the region were reported on Tuesday."]
    for text in documents(size // 4):
        found += [p for p in text.split("\n\n")[1:] if not _OPENS.match(p)]
    return _cut("\n\n".join(found), size)


AWKWARD: dict[str, tuple[int, Callable[[int], str]]] = {
    "reports in one document (bytes)": (
        500_000,
        lambda n: _cut("\n\n".join(documents(n // 5)), n),
    ),
    "one article (bytes)": (200_000, lambda n: _one_article(n)),
    "one-word lines (lines)": (
        50_000,
        lambda n: "\n".join(("strike", "Kharkiv", "killed", "12")[i % 4] for i in range(n)),
    ),
    'marks "': (4_000, lambda n: '"the " ' * n),
    "marks “": (4_000, lambda n: "“he said " * n),
    "marks ”": (4_000, lambda n: "he said” " * n),
    "marks ‘": (4_000, lambda n: "‘he said " * n),
    "marks '": (4_000, lambda n: "'he said " * n),
    "marks ''": (4_000, lambda n: "''he said " * n),
    "marks «": (4_000, lambda n: "«he said " * n),
    "marks “ each in a paragraph": (2_000, lambda n: "“We will go on, he said.\n\n" * n),
    "one sentence over and over": (2_000, lambda n: _ONE * n),
    "one paragraph over and over": (2_000, lambda n: (_ONE + "\n\n") * n),
    "a line without spaces (bytes)": (200_000, lambda n: "абвabc123" * (n // 9)),
    "numbers in one sentence": (
        2_000,
        lambda n: "Officials counted " + "12, 5 and 30 dead, " * n + "they said.",
    ),
    "numbers without words": (4_000, lambda n: "12 " * n),
    "number words": (4_000, lambda n: "twenty two " * n),
    "parentheses": (2_000, lambda n: "(the army " * n + ")" * n),
    "names": (4_000, lambda n: "Gen. John Smith of Kharkiv, " * n),
    "days": (2_000, lambda n: "on Tuesday, Dec. 24, overnight and " * n),
    "attributions": (1_000, lambda n: "“We know,” he said, said the army, according to police, " * n),
    "dots": (100_000, lambda n: "." * n),
    "blanks": (1_000_000, lambda n: "Kharkiv " + " " * n + "\n" * n + "struck."),
    "headers": (2_000, lambda n: "date 2025-12-25 Strike on Kharkiv\n\n" * n),
    "datelines": (2_000, lambda n: "(KYIV) — Twelve people died.\n\n" * n),
}


def seconds(name: str, size: int) -> float:
    """Seconds that one awkward text takes, in this process."""
    from extract.pipeline import extract_document

    text = AWKWARD[name][1](size)
    extract_document("Two people died in Kyiv on Tuesday, police said.", "warm.txt")
    return timed(lambda: extract_document(text, "awkward.txt"))[1]


def child(*arguments: str) -> dict[str, float]:
    """Runs this file with `arguments` in a process of its own; what it measured."""
    done = subprocess.run(
        [sys.executable, __file__, *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    read: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return read


def rates(words: int, rounds: int) -> None:
    """Prints words a second, ratios and peak memory."""
    modes = {
        "bare": "spaCy as it comes",
        "loaded": "spaCy as loaded here",
        "ours": "extraction, in this process",
        "one": "extraction, a process apart",
        "two": "extraction, two processes",
    }
    found: dict[str, list[dict[str, float]]] = {mode: [] for mode in modes}
    for _ in range(rounds):
        for mode, results in found.items():
            results.append(child("--measure", mode, "--words", str(words)))
    print(f"{found['bare'][0]['words']:,.0f} words, medians of {rounds} rounds")
    print(f"{'':28}{'words/s':>9}{'by wall':>9}{'ratio':>8}{'by wall':>9}{'peak MB':>9}")
    for mode, name in modes.items():
        line = f"{name:28}"
        for key in ("cpu", "wall"):
            line += (
                f"{statistics.median(r[key] for r in found[mode]):9,.0f}" if found[mode][0][key] else " " * 9
            )
        for key, width in (("cpu", 8), ("wall", 9)):
            pairs = list(zip(found[mode], found["bare"], strict=True))
            share = statistics.median(one[key] / bare[key] for one, bare in pairs)
            line += f"{share:{width}.2f}" if share else " " * width
        print(line + f"{statistics.median(r['memory'] for r in found[mode]):9,.0f}")
    pairs = zip(found["two"], found["one"], strict=True)
    print(f"two processes against one: {statistics.median(t['wall'] / o['wall'] for t, o in pairs):.2f}")


def growth(only: str) -> None:
    """Prints seconds at n and 2n of each awkward text."""
    print(f"{'':34}{'n':>9}{'at n':>9}{'at 2n':>9}{'growth':>8}")
    for name, (size, _) in AWKWARD.items():
        if only not in name:
            continue
        print(f"{name:34}{size:9,}", end="", flush=True)
        at = [child("--awkward", name, "--size", str(each))["seconds"] for each in (size, 2 * size)]
        print(f"{at[0]:9.2f}{at[1]:9.2f}{at[1] / at[0] if at[0] else 0:8.2f}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--growth", nargs="?", const="", metavar="NAME", help="the growth alone (of one text)"
    )
    parser.add_argument("--no-growth", action="store_true", help="the rates alone")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    parser.add_argument("--awkward", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.words)))
    elif options.awkward:
        print(json.dumps({"seconds": seconds(options.awkward, options.size)}))
    else:
        if options.growth is None:
            rates(options.words, options.rounds)
        if not options.no_growth:
            growth(options.growth or "")


if __name__ == "__main__":
    main()
