"""Whether a name that no table holds may be a place's by its own words: no person's, people's, body's or day's name."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from extract import placewords as w
from extract.holidays import holiday
from extract.lexicon import load

if TYPE_CHECKING:
    from extract.placereader import Reader


#: A city of so many people is meant by its name, wherever it lies.
_LARGE = 300_000


def no_part(word: str) -> bool:
    """Is the word before a name none of it ("The", "Rebel-held")?"""
    return word in w.STOP or w.HELD.match(word) is not None


#: What is held or signed, whatever it is called.
_OCCASIONS = frozenset({"talks", "summit", "accord", "accords", "treaty", "agreement", "truce", "ceasefire", "plan", "conference", "process"})  # fmt: skip


def may_be_place(
    reader: Reader,
    name: str,
    *,
    named_region: bool = False,
    sited: bool = False,
    apposed: bool = False,
    elsewhere: bool = False,
) -> bool:
    """Whether a name that no table holds may be a place's: no person's, people's, body's or day's name.

    `sited`: a crossing or a checkpoint is named, which may be called a post; `apposed`: a village is, in so many
    words, which may be called a centre; `elsewhere`: a town of another land may be called so.
    """
    from extract.places import table as table_of  # it reads this module itself

    table, first = table_of(), name.split()[0]
    if no_part(first) or table.demonym(first) or first in w.NEVER:
        return False
    if table.is_direction(first) and not (named_region and " " in name):
        return False
    if any(word.rstrip(".").lower() in w.TITLES for word in name.split()):
        return False
    if name in reader.persons or name.isupper() or first.casefold() in _body_beginnings():
        return False
    known = table.lookup(name, reader.context)
    if known is not None and not (
        elsewhere and known.kind == "city" and known.population < _LARGE and name not in table.doubtful
    ):
        return False
    if name.split()[-1].lower() in _OCCASIONS or all(word.lower() in reader.plain for word in name.split()):
        return False  # "Peace Talks": words of the language, capitalised
    heads = [
        word.lower()
        for word in name.split()
        if not (sited and word == "Post") and not (apposed and word in ("Centre", "Center"))
    ]
    return (
        name not in _bodies() and holiday(name) is None and not any(word in _body_heads() for word in heads)
    )


@functools.cache
def _bodies() -> frozenset[str]:
    """Names of organisations and of media."""
    return frozenset(
        [*load("organisations")["names"], *load("channels")["platforms"], *load("agencies")["names"]]
    )


@functools.cache
def _body_heads() -> frozenset[str]:
    """Words that make a name a body's."""
    return frozenset(load("organisations")["heads"])


@functools.cache
def _body_beginnings() -> frozenset[str]:
    """With these the names of armed bodies begin ("Jaysh", "Liwa")."""
    return frozenset(load("organisations")["beginnings"])


@functools.cache
def _beginnings() -> frozenset[str]:
    return frozenset(load("places")["beginnings"])


def opens_town(word: str) -> bool:
    """Is it a word, with its capital, that a town's name begins with ("Tell", "Let"), whatever else it may be?"""
    return word[:1].isupper() and word.casefold() in _beginnings()


@functools.cache
def _endings() -> tuple[str, ...]:
    return tuple(load("places")["endings"])


@functools.cache
def _given_names() -> frozenset[str]:
    titles = load("titles")
    return frozenset([*titles["given_names"], *titles["male_names"], *titles["female_names"]]) - {
        "abu",
        "umm",
    }


@functools.cache
def peoples() -> frozenset[str]:
    """Names of peoples and faiths, in small letters."""
    return frozenset(load("places")["peoples"])


def shaped(name: str) -> bool:
    """Does a name begin or end as those of towns and hills do?"""
    lower = name.casefold()
    return (
        lower.split()[0] in _beginnings()
        or lower.startswith(("tin-", "in-", "el-", "novo", "staro"))
        or lower.endswith(_endings())
    )


def given(name: str) -> bool:
    """Does a name begin as a person's does?"""
    first = name.casefold().split()[0]
    return first in _given_names() or first.partition("-")[0] in _given_names()
