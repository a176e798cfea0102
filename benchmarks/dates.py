"""Measures `extract.dates` on hand-resolved time words: `python benchmarks/dates.py FILE.jsonl`.

FILE has one article a line with `text`, and `dates`: `start`, `end` and `when` (2015, 2015-09 or a day), or `from`/`to`, or
`notBefore`/`notAfter` (such as GUM's Wikinews texts). The day of publication is the text's first full date, as
in its date line, else `date_created`. Prints recall of spans, how many of those found resolve to the same days,
and the misses. A span is found when it overlaps one of ours; "exact" asks for the same words too.
"""

from __future__ import annotations

import argparse
import calendar
import datetime as dt
import json
import sys
import time
from collections import Counter
from pathlib import Path

# Before this folder, whose own extract.py would hide the package.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extract.dates import TimeSpan, find_times
from extract.datewords import first_full

Days = tuple[dt.date | None, dt.date | None]


def days_of(value: str, last: bool) -> dt.date:
    """The first or last day of "2015", "2015-09", "2015-09-14" or a moment of a day."""
    parts = [int(p) for p in value.split("T")[0].split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31) if last else dt.date(parts[0], 1, 1)
    if len(parts) == 2:
        return dt.date(*parts, calendar.monthrange(*parts)[1] if last else 1)
    return dt.date(*parts)


def gold_days(entry: dict[str, str]) -> Days:
    """The days that the annotation gives; None where it leaves an end open."""
    first = entry.get("when") or entry.get("from") or entry.get("notBefore")
    last = entry.get("when") or entry.get("to") or entry.get("notAfter")
    return days_of(first, False) if first else None, days_of(last, True) if last else None


def agrees(span: TimeSpan, gold: Days, since: bool) -> bool:
    """Whether a span has the annotated days; after "since" only the first is compared."""
    first = gold[0] is None or span.date_from == gold[0]
    return first and (since or gold[1] is None or span.date_to == gold[1])


def main() -> None:
    """Read the file, print the table and the misses."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--quiet", action="store_true", help="the numbers only")
    args = parser.parse_args()
    count: Counter[str] = Counter()
    misses: list[str] = []
    seconds = 0.0
    try:
        articles = [json.loads(line) for line in args.file.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        parser.error(f"{args.file} is no file of one article a line in JSON: {error}")
    for article in articles:
        text = article["text"]
        published = first_full(text[:400]) or dt.date.fromisoformat(article["date_created"])
        begin = time.perf_counter()
        found = find_times(text, published=published)
        seconds += time.perf_counter() - begin
        pieces = [p for s in found for p in ((*s.parts, s) if s.parts else (s,))]
        count["words"] += len(text.split())
        count["ours"] += len(found)
        used: set[int] = set()
        for entry in article["dates"]:
            count["gold"] += 1
            over = [s for s in pieces if s.start < entry["end"] and entry["start"] < s.end]
            used |= {s.start for s in over}
            words = text[entry["start"] : entry["end"]]
            where = f"{article['id']}: …{text[max(0, entry['start'] - 25) : entry['start']]}[{words}]{text[entry['end'] : entry['end'] + 15]}…".replace(
                "\n", " / "
            )
            if not over:
                misses.append(f"not found    {where}")
                continue
            count["found"] += 1
            best = max(over, key=lambda s: (agrees(s, gold_days(entry), s.lead == "since"), s.text == words))
            count["exact"] += best.text == words
            if agrees(best, gold_days(entry), best.lead == "since"):
                count["right"] += 1
            else:
                wanted = "/".join(str(d) for d in gold_days(entry))
                misses.append(
                    f"other days   {where} wanted {wanted}, got {best.date_from}/{best.date_to} ({best.rule})"
                )
        spare = [s for s in found if not any(s.start <= u < s.end for u in used)]
        count["spare"] += len(spare)
        misses += [
            f"not in gold  {article['id']}: …{text[max(0, s.start - 25) : s.start]}[{s.text}]{text[s.end : s.end + 15]}…".replace(
                "\n", " / "
            )
            for s in spare
        ]
    gold, found_count = count["gold"], count["found"]
    print(f"spans annotated     {gold}")
    print(f"spans found         {found_count}  recall {found_count / gold:.3f}")
    print(f"same words          {count['exact']}  {count['exact'] / gold:.3f}")
    print(
        f"same days           {count['right']}  of found {count['right'] / max(1, found_count):.3f}, of all {count['right'] / gold:.3f}"
    )
    print(f"ours not annotated  {count['spare']} of {count['ours']}")
    print(f"words a second      {count['words'] / seconds:,.0f}")
    if not args.quiet:
        print(*sorted(misses), sep="\n")


if __name__ == "__main__":
    main()
