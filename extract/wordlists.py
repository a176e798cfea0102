"""The word lists of the lexicon as sets, and the countries that words stand for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: What stands after a noun that owns something.
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])


def alternatives(listed: Iterable[str]) -> str:
    """A pattern of the phrases, longest first, so that "hundreds of thousands" is not read as "hundreds"."""
    ordered = sorted(listed, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


@functools.cache
def words(name: str, key: str) -> frozenset[str]:
    """The lower-case words of a list of the lexicon."""
    return frozenset(str(word).casefold() for word in lexicon.load(name)[key])


@functools.cache
def sides() -> dict[str, str]:
    """What stands for a country (its name, adjectives, capital), lower case -> the country's name."""
    table: dict[str, str] = {}
    for country, others in lexicon.load("organisations")["sides"].items():
        for word in [country, *others]:
            table[str(word).casefold()] = country
    return table


@functools.cache
def countries() -> frozenset[str]:
    """The names of the countries that are sides."""
    return frozenset(sides().values())


@functools.cache
def place_names() -> frozenset[str]:
    """The lower-case names of countries and capitals, without their adjectives."""
    table = lexicon.load("organisations")["sides"]
    return frozenset(
        [country.casefold() for country in table]
        + [word.casefold() for others in table.values() for word in others[1:] if not word.endswith("s")]
    )


@functools.cache
def phrases(name: str, key: str) -> dict[str, list[tuple[str, ...]]]:
    """The list's phrases by their last word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.load(name)[key]:
        parts = tuple(str(phrase).casefold().replace("-", " - ").split())
        table.setdefault(parts[-1], []).append(parts)
    for phrases in table.values():
        phrases.sort(key=len, reverse=True)
    return table


def ends_phrase(doc: Doc, last: int, low: int, name: str, key: str) -> int | None:
    """Where the longest phrase of the list begins that ends at token `last`, not before `low`, or None."""
    for parts in phrases(name, key).get(doc[last].lower_, ()):
        first = last - len(parts) + 1
        if first >= low and all(doc[first + at].lower_ == part for at, part in enumerate(parts)):
            return first
    return None


def side_of(text: str) -> str | None:
    """The country that the words of `text` name first, by its name, an adjective or its capital."""
    table = sides()
    found = table.get(text.casefold())
    if found:
        return found
    parts = text.replace("’s", "").replace("'s", "").casefold().split()
    for at in range(len(parts)):
        for size in (3, 2, 1):
            country = table.get(" ".join(parts[at : at + size]).strip(",()"))
            if country and at + size <= len(parts):
                return country
    return None
