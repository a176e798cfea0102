"""Measures the extraction on annotated texts: `python benchmarks/accuracy.py FOLDER…`, field by field, side by side.

A FOLDER holds annotations (`NAME.json`, as `tests/gold/README.md` describes them) and the texts they are about
(`texts/NAME.txt`). Without one, the project's own two halves are measured. `--misses` lists what was asked and what
was read instead; `--write` writes the summary in docs/accuracy.md anew, and `--check` says whether it still holds.
Exit status: 0 done, 1 the summary is out of date, 2 a folder cannot be measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.sameness import shown  # noqa: E402
from benchmarks.scoring import FIELDS, Gold, Miss, Scores, Tally, score  # noqa: E402

HALVES = (ROOT / "tests" / "gold" / "tuning", ROOT / "tests" / "gold" / "test")
PAGE = ROOT / "docs" / "accuracy.md"
#: What the extraction is held to, on texts that its rules have been tried on; 0.05 less on texts they have not.
MARKS = {
    "figures.recall": 0.96, "figures.precision": 0.95, "figures.measure": 0.95, "figures.unit": 0.96,
    "figures.modifier": 0.97, "figures.claimant": 0.92, "figures.place": 0.90, "figures.actor": 0.90,
    "figures.dates": 0.90, "figures.part_of": 0.95, "figures.whole": 0.85,
    "quotes.span": 0.98, "quotes.speaker": 0.97, "quotes.whole": 0.95,
    "events.recall": 0.85, "events.figures": 0.85, "events.ratio": 1.6,
}  # fmt: skip
#: How far a number may be from the one written down: another processor may parse a sentence another way.
NEAR = 0.01


class Unusable(Exception):
    """A folder that cannot be measured; the message says what and where."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One folder: its name, its annotations by the name of their text, each text's scores, and those of all."""

    name: str
    golds: dict[str, Gold]
    texts: dict[str, Scores]
    total: Scores


def read_folder(folder: Path) -> Iterator[tuple[str, Gold, str]]:
    """Each text's name, annotation and words. A text that is not the annotated one is named and left out."""
    golds = sorted(folder.glob("*.json"))
    if not golds:
        raise Unusable(f"{folder} holds no annotations (*.json)")
    for path in golds:
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            raw = (folder / "texts" / f"{path.stem}.txt").read_bytes()
            text = raw.decode("utf-8")
        except OSError as error:
            print(f"skipped: {path.stem}: {error.filename}: {error.strerror}", file=sys.stderr)
        except ValueError as error:
            print(f"skipped: {path.stem}: {error}", file=sys.stderr)
        else:
            if gold.get("sha256") in (None, hashlib.sha256(raw).hexdigest()):
                yield path.stem, gold, text
            else:
                print(f"skipped: {path.stem}: its text is not the one annotated (sha256)", file=sys.stderr)


def measure(folder: Path) -> Measured:
    """Read every text of the folder with the whole extraction and score it. Raises `Unusable`."""
    from extract.pipeline import Document, extract_documents

    read = list(read_folder(folder))
    if not read:
        raise Unusable(f"{folder} holds no text that belongs to an annotation (texts/NAME.txt)")
    golds, texts, total = {}, {}, Scores()
    documents = (Document(text, f"{name}.txt") for name, _, text in read)
    for (name, gold, text), articles in zip(read, extract_documents(documents), strict=True):
        golds[name] = gold
        texts[name] = score(gold, text, articles)
        total.add(texts[name])
    return Measured(folder.name, golds, texts, total)


def number(tally: Tally) -> str:
    """A share with three decimals, a dash where nothing was asked."""
    return "–" if tally.value is None else f"{tally.value:.3f}"


def table(folders: Sequence[Measured]) -> str:
    """A row a field: for each folder the share that is right, and right answers of those asked for."""
    width = max(len(name) for name in FIELDS)
    heads = [f"{folder.name[:18]:>18}" for folder in folders]
    lines = [" ".join([f"{'field':<{width}}", *heads])]
    for name in FIELDS:
        cells = [folder.total.tallies[name] for folder in folders]
        shares = [f"{number(cell):>7} {f'{cell.right}/{cell.of}':>10}" for cell in cells]
        lines.append(" ".join([f"{name:<{width}}", *shares]))
    return "\n".join(lines)


def miss_line(text: str, miss: Miss) -> str:
    """One miss: text, offsets into it, field, the words there, what was asked and what was read."""
    words = shown(miss.words)
    words = words if len(words) <= 60 else f"{words[:59]}…"
    where = f"{text}:{miss.start}-{miss.end}"
    return f"{where} {miss.field} [{words}] asked: {shown(miss.asked)}; read: {shown(miss.read)}"


def page(folders: Sequence[Measured]) -> str:
    """The summary for docs/: what the texts are, and the table with the marks."""
    texts = [
        "| | " + " | ".join(folder.name for folder in folders) + " |",
        "| --- |" + " ---: |" * len(folders),
    ]
    for name, counts in _counts(folders):
        texts.append(f"| {name} | " + " | ".join(str(count) for count in counts) + " |")
    rows = [
        "| field | what is asked | " + " | ".join(folder.name for folder in folders) + " | mark |",
        "| --- | --- |" + " ---: |" * (len(folders) + 1),
    ]
    for name, meaning in FIELDS.items():
        shares = [number(folder.total.tallies[name]) for folder in folders]
        mark = f"{'≤' if name == 'events.ratio' else '≥'} {MARKS[name]:.2f}" if name in MARKS else ""
        rows.append(f"| `{name}` | {meaning} | " + " | ".join(shares) + f" | {mark} |")
    wars = sorted({gold["war"] for folder in folders for gold in folder.golds.values()})
    return HEAD.format(wars=", ".join(wars), texts="\n".join(texts), fields="\n".join(rows))


HEAD = """# Accuracy

Written by `make accuracy`, which reads every annotated report in `tests/gold/` with the whole extraction and compares
figures, quotes and events with what a person marked. All of them were written for this project in the manner of
agencies and aid bodies (see [their page](../tests/gold/README.md)): `tuning` is read while rules are made, `test` is
only ever measured. The wars: {wars}.

{texts}

A number is the share of right answers among all that were asked for, over all texts of a half; F1 where both what is
missing and what is too much count. The fields of a figure are asked of the figures found, the speaker and channel of
the quotes found. The mark is what `tuning` is held to; `test` may be 0.05 below it.

{fields}

`python benchmarks/accuracy.py FOLDER…` measures any folder of texts annotated in the same way, and with `--misses`
lists every answer that is not the one asked for.
"""


def _counts(folders: Sequence[Measured]) -> Iterator[tuple[str, list[int]]]:
    """What the folders hold: a name, and a count a folder."""
    golds = [list(folder.golds.values()) for folder in folders]
    yield "reports", [len(each) for each in golds]
    yield "agencies and bodies whose manner they have", [len({g["style"] for g in each}) for each in golds]
    yield "wars", [len({g["war"] for g in each}) for each in golds]
    yield "hard cases", [len({case for g in each for case in g["cases"]}) for each in golds]
    for kind, skip in (("figures", "optional"), ("quotes", ""), ("events", "")):
        asked = [
            [x for g in each for x in g[kind] if not x.get(skip) and x.get("kind") != "scare"]
            for each in golds
        ]
        yield kind, [len(each) for each in asked]


_NUMBER = re.compile(r"\d+\.\d+|\d+")


def stale(old: str, new: str) -> str | None:
    """The first line of the old page that the new one contradicts; None when it still holds."""
    before, after = old.splitlines(), new.splitlines()
    for was, now in zip(before, after, strict=False):
        if _NUMBER.sub("#", was) != _NUMBER.sub("#", now):
            return was
        pairs = zip(_NUMBER.findall(was), _NUMBER.findall(now), strict=True)
        if any(abs(float(a) - float(b)) > NEAR + 1e-9 for a, b in pairs):
            return was
    if len(before) != len(after):
        return max(before, after, key=len)[min(len(before), len(after))]
    return None


def main(args: Sequence[str] | None = None) -> int:
    """Measure, then print, write or check; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folders", metavar="FOLDER", nargs="*", type=Path, help="annotations beside their texts/"
    )
    parser.add_argument("--misses", action="store_true", help="list every miss of the folders")
    parser.add_argument(
        "--write", metavar="FILE", nargs="?", const=PAGE, type=Path, help=f"default {PAGE.name}"
    )
    parser.add_argument(
        "--check", metavar="FILE", nargs="?", const=PAGE, type=Path, help=f"default {PAGE.name}"
    )
    given = parser.parse_args(args)
    if given.folders and (given.write or given.check):
        parser.error("--write and --check are about the project's own texts; name no FOLDER with them")
    try:
        folders = [measure(folder) for folder in given.folders or HALVES]
    except Unusable as error:
        print(f"accuracy.py: {error}", file=sys.stderr)
        return 2
    if given.check:
        old = given.check.read_text(encoding="utf-8") if given.check.exists() else ""
        line = stale(old, page(folders))
        if line is None:
            return 0
        print(f"{given.check.name} is out of date (make accuracy): {line}")
        return 1
    if given.misses:
        for folder in folders:
            for name, scores in folder.texts.items():
                for miss in scores.misses:
                    print(miss_line(name, miss))
    print(table(folders))
    if given.write:
        given.write.write_text(page(folders), encoding="utf-8")
    return 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # a reader such as `head` may leave early
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
