"""When two answers mean the same: names by their telling words, units by their last word, days by the morning."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

#: Words that two different names may share: alone they make nothing the same.
GENERIC = frozenset({
    "the", "a", "an", "of", "in", "and", "s", "region", "oblast", "krai", "province", "city", "area", "state",
    "russia", "russian", "ukraine", "ukrainian", "regional", "local", "officials", "official",
})  # fmt: skip
#: Nouns that "people" may stand for.
PERSONS = frozenset({"person", "child", "woman", "man", "civilian", "resident", "soldier", "troop"})
_PLURALS = {"people": "person", "children": "child", "women": "woman", "men": "man"}
_TAILS = (("ies", "y"), ("ses", "s"), ("s", ""))


def words(text: str | None) -> list[str]:
    """The words of `text` in lower case, without accents and without the `'s` of an owner."""
    plain = unicodedata.normalize("NFKD", (text or "").replace("’", "'")).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return [re.sub(r"'s?$", "", word) for word in re.findall(r"[\w']+", bare)]


def same_name(asked: str | None, read: str | None) -> bool:
    """Do two names share a telling word, or is one made of the other's? Two missing names are the same."""
    if not asked or not read:
        return not asked and not read
    a, b = set(words(asked)), set(words(read))
    return bool((a & b) - GENERIC) or a <= b or b <= a


def any_name(asked: list[str], read: list[str]) -> bool:
    """Is one of the names read the same as one of those asked for?"""
    return any(same_name(a, b) for a in asked for b in read)


def several(names: str | list[str] | None) -> list[str]:
    """One name, a list of them, or names joined by `; `, as a list."""
    given = names if isinstance(names, list) else [names]
    return [name for joined in given if joined for name in joined.split("; ")]


def stem(word: str) -> str:
    """A noun's singular, roughly."""
    for tail, put in _TAILS:
        if word.endswith(tail) and len(word) > 3:
            return word[: -len(tail)] + put
    return _PLURALS.get(word, word)


def same_unit(asked: str, read: str | None) -> bool:
    """Do two units end in the same noun, both name drones, or is one "people" and the other a kind of them?"""
    a, b = [stem(word) for word in words(asked)], [stem(word) for word in words(read)]
    if not a or not b:
        return False
    return a[-1] == b[-1] or ("drone" in a and "drone" in b) or (a[-1] == "person" and b[-1] in PERSONS)


def same_modifier(asked: str | None, read: str | None) -> bool:
    """Is the bound the same, or held in what was read? "About" is as good as "estimated"."""
    a, b = (asked or "").casefold(), (read or "").casefold()
    return a == b or bool(a and a in b) or (a, b) == ("estimated", "about")


def same_days(asked: list[str], first: str | None, last: str | None) -> bool:
    """Are the two days those asked for, or at least the last of them, which is a night's morning?"""
    return [first, last] == asked or (last or first) == asked[1]


def share(a: tuple[int, int], b: tuple[int, int]) -> float:
    """How much of what two spans cover together both of them cover, from 0 to 1."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    together = max(a[1], b[1]) - min(a[0], b[0])
    return max(0, both) / together if together else 0.0


def shown(answer: Any) -> str:
    """An answer as a list of misses prints it."""
    if isinstance(answer, (list, tuple)):
        return ", ".join(shown(part) for part in answer) if answer else "nothing"
    return "nothing" if answer is None or answer == "" else " ".join(str(answer).split())
