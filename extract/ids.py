"""Stable ids: the same text gives the same ids on every machine and every import."""

from __future__ import annotations

from hashlib import blake2b


def stable_id(*parts: object) -> str:
    """Sixteen hex digits out of the parts' text, which no other parts are likely to give."""
    joined = "\x1f".join(str(part) for part in parts)
    # Lone surrogates cannot be encoded strictly, and may come in through JSON.
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def article_id(text: str) -> str:
    """The id of an article: its text alone, so that it is one article wherever it stands."""
    return stable_id("article", text)


def item_id(kind: str, article: str, start: int, end: int, *more: object) -> str:
    """The id of a figure, quote or event inside the article `article`."""
    return stable_id(kind, article, start, end, *more)
