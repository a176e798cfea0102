"""What was read from a text as rows that say why: every field a figure, quote, event or sum has, in its own order.

The fields come from the types themselves: one that is added to them is shown
too. `X_why` is the reason of the field `X`, `X_start` and `X_end` are where the
words stand that it was taken from, and an id is shown as the words it names.
Nothing here is safe to draw yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.cli.common import number

if TYPE_CHECKING:
    from extract.model import Article

#: The lists of an article in the order shown, and what one of each is called.
KINDS = {"figures": "figure", "quotes": "quote", "events": "event", "sums": "sum"}

#: Two fields shown as one: the first's name, the second's, and what they are called together.
TOGETHER = {
    "low": ("high", "range"),
    "date_from": ("date_to", "dates"),
    "lat": ("lon", "coordinates"),
}
#: Where the reason of a field stands, when not in the field of the same name with `_why`.
_REASONS = {"dates": "date_why", "kind": "why"}
#: Where the words behind a field stand, when not in the fields of the same name with `_start` and `_end`.
_PLACES = {"disputed_by": "disputed"}
#: What an empty field means where that is an answer too.
_EMPTY = {("figure", "claimant"): "the article itself", ("quote", "speaker"): "nobody that the text names"}
#: Said elsewhere: in the heading, or with the field they belong to.
_ELSEWHERE = {"id", "start", "end", "text", "summary", "words", "high", "date_to", "lon", "speaker_text"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One field: its name and value for people, and the reason where it was worked out."""

    name: str
    value: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure, quote, event or sum: where it stands (line and column from 1), its words, its fields."""

    kind: str
    line: int
    column: int
    words: str
    reasons: list[Reason]
    item: Any


class Positions:
    """Lines and columns of a text, both from 1; columns count code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        end = text.find("\n")
        while end >= 0:
            self._starts.append(end + 1)
            end = text.find("\n", end + 1)

    def of(self, offset: int) -> tuple[int, int]:
        """The line and column of one offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Explained:
    """One article's entries; `positions` are those of its document."""

    def __init__(self, article: Article, positions: Positions) -> None:
        self.article = article
        self._positions = positions
        self._named = {item.id: item for kind in KINDS for item in getattr(article, kind, ())}

    def entries(self, kinds: list[str]) -> Iterator[Entry]:
        """The entries of the lists asked for, each list in the order of the text."""
        for kind in kinds:
            items = list(getattr(self.article, kind, ()))
            for item in sorted(items, key=lambda item: self.start(item)):
                line, column = self.place(self.start(item))
                reasons = list(self._reasons(item, KINDS[kind]))
                yield Entry(KINDS[kind], line, column, self.words(item), reasons, item)

    def dating(self) -> Iterator[Reason]:
        """What the article says of itself, its day with the reason, and the days it may have."""
        article = self.article
        for name in ("dateline", "byline", "outlet", "url"):
            if getattr(article, name):
                yield Reason(name, getattr(article, name))
        if article.published:
            said = f"{article.published}, {article.published_basis}"
        else:
            said = "on a day that the text does not tell"
        yield Reason("published", said, article.published_why)
        for candidate in article.candidates:
            yield Reason("candidate", f"{candidate.date}, score {candidate.score:.2f}", candidate.why)

    def start(self, item: Any) -> int:
        """Where an item begins in the article's text: an event with its first sentence, a sum with its whole."""
        if hasattr(item, "start"):
            return int(item.start)
        if getattr(item, "sentences", None):
            return int(min(item.sentences)[0])
        whole = self._named.get(getattr(item, "whole", ""))
        return int(getattr(whole, "start", 0))

    def words(self, item: Any) -> str:
        """An item's words: those printed, an event's summary, a sum's sentence."""
        for name in ("text", "summary", "words"):
            if hasattr(item, name):
                return str(getattr(item, name))
        return ""

    def place(self, offset: int) -> tuple[int, int]:
        """The document's line and column of an offset into the article."""
        return self._positions.of(self.article.start + offset)

    def _reasons(self, item: Any, kind: str) -> Iterator[Reason]:
        values = {name: getattr(item, name) for name in item.__struct_fields__}
        for name, value in values.items():
            if name in _ELSEWHERE or name.endswith(("_why", "_start", "_end")) or name == "why":
                continue
            if value == item.id:  # the first piece of a statement names itself
                continue
            label = name
            if name in TOGETHER:
                other, label = TOGETHER[name]
                label = "rest" if kind == "sum" else label
                shown = self._pair(name, value, values[other], values)
            elif name == "sentences":
                shown = "; ".join(self._at(start) for start, _ in value)
            else:
                shown = self._value(value)
            why = values.get(_REASONS.get(label, f"{label}_why"))
            shown = shown or _EMPTY.get((kind, name), "")
            if shown:
                yield Reason(label.replace("_", " "), shown + self._where(name, values), why)

    def _pair(self, name: str, first: Any, second: Any, values: dict[str, Any]) -> str:
        """Two fields as one; nothing where they say no more than another field."""
        if name == "low":
            if first is second is None or first == second == values.get("value"):
                return ""
            bounds = ["no bound" if end is None else number(end) for end in (first, second)]
            return " to ".join(dict.fromkeys(bounds))
        if name == "lat":
            return "" if first is None else f"{first:g}, {second:g}"
        ends = [str(end) for end in (first, second) if end is not None]
        return " to ".join(dict.fromkeys(ends))

    def _value(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, (list, tuple)):
            return "; ".join(self._value(part) for part in value)
        if isinstance(value, float):
            return number(value)
        named = self._named.get(value)
        if named is not None:
            return f"{self._at(self.start(named))} “{_short(self.words(named))}”"
        return str(value)

    def _where(self, name: str, values: dict[str, Any]) -> str:
        """Where the words behind a field stand, and the words."""
        base = _PLACES.get(name, name)
        start, end = values.get(f"{base}_start"), values.get(f"{base}_end")
        if start is None or end is None:
            return ""
        return f", at {self._at(start)} “{_short(self.article.text[start:end])}”"

    def _at(self, offset: int) -> str:
        line, column = self.place(offset)
        return f"{line}:{column}"


def _short(words: str, most: int = 50) -> str:
    """The beginning of long words, cut between two of them."""
    plain = " ".join(words.split())
    if len(plain) <= most:
        return plain
    return f"{plain[:most].rsplit(' ', 1)[0]} …"
