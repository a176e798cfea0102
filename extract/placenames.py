"""Folding of place names, so that the spellings of agencies meet: Dayr az-Zawr, Deir ez-Zor, DEIR EL-ZOUR."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"['’‘`ʿʾʼ\"“”.]")
_ARTICLE = re.compile(r"\b(?:al|el|ar|as|ash|at|ad|an|az|ez|ed|es|esh|er|et|en|ul)(?=[ -])")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_SPACES = re.compile(r"[\s\-–_/]+")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The key of a place name: lower case, no accents, no Arabic article, no doubled consonants, hyphens as spaces.

    `fold("Deir al-Balah") == fold("Deir el Balah") == "deir balah"`; `fold("Lattakia") == fold("Latakia")`.
    """
    text = name.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("đ", "d")
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = _MARKS.sub("", text)
    text = _DOUBLED.sub(r"\1", text)
    bare = _SPACES.sub(" ", _ARTICLE.sub(" ", text)).strip()
    return bare or _SPACES.sub(" ", text).strip()


def words(text: str) -> frozenset[str]:
    """The words of a text, for word lists that are part of the code."""
    return frozenset(text.split())
