"""Adding what was not read: a figure or quote at words of the text, and what can be told from these words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.ids import item_id
from store.annotations import Path, writing
from store.corrections import About, new_step, record
from store.errors import StoreError
from store.fields import FIELDS, agree, checked
from store.laying import TABLES, relay
from store.text import alike, sentence_around

_LONGEST = {"figure": 400, "quote": 5000}
_AROUND = 160
_MARKS = "\"'“”‘’«»„‚"
_DEFAULTS: dict[str, dict[str, Any]] = {
    "figure": {"measure": "other", "scope": "event"},
    "quote": {"kind": "direct"},
}


def read_words(text: str, start: int, end: int, kind: str) -> dict[str, Any]:
    """What a selection `text[start:end]` says by itself, as the values of a new figure or quote.

    A figure keeps the whole selection as its phrase and its number words as
    `start`,`end`; quotation marks around a quote are left out of it, and one without
    marks is `indirect`. Raises
    `StoreError` where the words are none of the text's or hold no number.
    """
    if not 0 <= start < end <= len(text):
        raise StoreError(f"{start} to {end} are no words of the text, which has {len(text)} characters")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST[kind]:
        raise StoreError(f"{end - start} characters are too many for a {kind}; select fewer words")
    if start == end:
        raise StoreError("there are no words in the selection")
    if kind == "quote":
        return _quote(text, start, end)
    from extract.numbers import find_numbers

    numbers = [
        number for number in find_numbers(text, start, end) if start <= number.start and number.end <= end
    ]
    if not numbers:
        raise StoreError(f"there is no number in {_short(text[start:end])}; select the words with the number")
    if len(numbers) > 1:
        raise StoreError(
            f"there are {len(numbers)} numbers in {_short(text[start:end])}; select the words of one of them"
        )
    number = numbers[0]
    after = text[number.end : end].strip(" ,.;:\n").removeprefix("of ")
    return {
        **_DEFAULTS["figure"], "start": number.start, "end": number.end, "text": text[start:end],
        "value": number.value, "low": number.low, "high": number.high, "modifier": number.modifier,
        "unit": " ".join(after.split()) or None,
    }  # fmt: skip


def _quote(text: str, start: int, end: int) -> dict[str, Any]:
    from extract.marks import find_quotations, quotation_at
    from extract.paragraphs import split_paragraphs

    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if start == end:
        raise StoreError("there are no words in the selection")
    # Words that nobody put between marks are told in the article's own words.
    within = quotation_at(find_quotations(text, split_paragraphs(text)), start)
    return {
        "kind": "indirect" if within is None else "direct",
        "start": start,
        "end": end,
        "text": text[start:end],
    }


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= 40 else line[:40] + '…'}”"


def add(path: Path, kind: str, article_id: str, values: Mapping[str, Any], why: str | None = None) -> str:
    """Adds a figure or quote at words of an article; its id, which is the one a reader would give it.

    `values` are those of `read_words`, with fields that a person set. Raises
    `StoreError` where the words do not stand at `start` to `end`, or where it is there already.
    """
    if kind not in _DEFAULTS:
        raise StoreError(f"{kind!r} cannot be added; a figure or quote can")
    made = {**_DEFAULTS[kind], **values}
    for name in FIELDS[kind]:
        made[name] = checked(kind, name, made.get(name))
    agree(made)
    with writing(path) as connection:
        row = connection.execute(
            "SELECT a.rowid, t.text, a.headline, a.document FROM articles a JOIN texts t ON t.article = a.rowid"
            " WHERE a.id = ?",
            (article_id,),
        ).fetchone()
        if row is None:
            raise StoreError(
                f"there is no article {article_id} in the store; it may have been read again since"
            )
        article, text, headline, document = row
        start, end = made["start"], made["end"]
        made["phrase"] = _stands(text, start, end, made["text"], kind)
        id_ = item_id(kind, article_id, start, end)
        table = TABLES[kind]
        if connection.execute(
            f'SELECT 1 FROM {table} WHERE article = ? AND start < ? AND "end" > ?', (article, end, start)
        ).fetchone():
            raise StoreError(
                f"a {kind} stands at these words already; correct that one (e), or reject it first (r)"
            )
        if connection.execute(f"SELECT 1 FROM rejected_{table} WHERE id = ?", (id_,)).fetchone():
            raise StoreError(f"this {kind} was rejected; take that back (r or u) instead of adding it")
        low, high = sentence_around(text, max(0, start - _AROUND), min(len(text), end + _AROUND))
        it = About(article_id, article, (made["text"], text[low:high], headline, document))
        record(connection, new_step(), kind, id_, it, {"added": made}, why)
        relay(connection, article)
    return id_


def _stands(text: str, start: object, end: object, words: object, kind: str) -> int:
    """Where the phrase begins; nothing is added that is not in the text."""
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(words, str) or not words:
        raise StoreError(f"a {kind} to be added needs start, end and text")
    at = (
        text.find(words, max(0, end - len(words)), start + len(words))
        if 0 <= start < end <= len(text)
        else -1
    )
    if (
        at < 0
        or not (at <= start and end <= at + len(words))
        or (kind == "quote" and text[start:end] != words)
    ):
        raise StoreError(
            f"{_short(words)} does not stand at {start} to {end}; only words of the text can be added"
        )
    return at


def find_again(text: str, made: Mapping[str, Any], context: str) -> dict[str, Any] | None:
    """The added thing in another version of its text: at the same words, where what stands around is alike."""
    words, best = made["text"], (0.0, -1)
    inside = made["start"] - made["phrase"]
    at = text.find(words)
    while at >= 0:
        low, high = sentence_around(text, max(0, at - _AROUND), min(len(text), at + len(words) + _AROUND))
        likeness = alike(context, text[low:high])
        if likeness > best[0]:
            best = (likeness, at)
        at = text.find(words, at + 1)
    if best[0] < 0.5:
        return None
    start = best[1] + inside
    return {**made, "phrase": best[1], "start": start, "end": start + made["end"] - made["start"]}
