"""The armed parties that an article brings in, in the order it does so, and which of them "the militants" are."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.nouns import singular
from extract.parties import UNLISTED, group_mentions, is_allied, named_group, outlaws

if TYPE_CHECKING:
    from extract.parse import Parsed


@dataclass(frozen=True, slots=True)
class Party:
    """An armed group by its name, or men whom the text brings in by a noun alone ("gunmen")."""

    start: int
    name: str
    named: bool
    #: The nouns beside the name, as singulars ("fighters of the Front", "the CODECO militia").
    men: frozenset[str] = frozenset()
    #: Do the words beside it say that it attacked?
    attacks: bool = False
    #: Does a number stand before it ("six clan fighters")?
    counted: bool = False
    #: Is it only blamed or accused there? Then "the group" may still be it, but not "the gunmen".
    blamed: bool = False


class Cast:
    """The armed parties of an article, in text order."""

    def __init__(self, parsed: Parsed) -> None:
        self.parties: list[Party] = []
        for paragraph in parsed.paragraphs:
            self.parties += _parties(parsed.text, paragraph.start, paragraph.end)
        self.parties.sort(key=lambda party: party.start)
        self._starts = [party.start for party in self.parties]

    def meant(self, noun: str, offset: int) -> str | None:
        """Whom "the militants" at `offset` are: the group named last before, or the men brought in by such a noun."""
        word = _stem(noun)
        for party in reversed(self.parties[: bisect_left(self._starts, offset)]):
            if word in _ANY and not party.attacks:
                continue
            if party.blamed and word != "group":
                continue
            if party.named:
                if word in party.men or (word not in _ANYBODYS and _fits(word, party.name)):
                    return party.name
            elif word in _ANY:
                return party.name
            elif _stem(party.name) == word:
                return None
        # Whoever is meant was brought in before; where one group alone was, it is that one.
        return self._only(offset) if word in _ANY or word in _ANYBODYS else None

    def _only(self, offset: int) -> str | None:
        """The one group that fights against a state and is named before `offset`, where no other is and none unnamed attacked."""
        before = self.parties[: bisect_left(self._starts, offset)]
        if any(party.attacks and not party.named and _stem(party.name) in outlaws() for party in before):
            return None
        groups = [p for p in before if p.named and not p.blamed and not is_allied(p.name)]
        names = _without_initials({p.name for p in groups})
        armed = any(p.attacks or p.men for p in groups)  # not one that is only said to be in the hills
        return names.pop() if armed and len(names) == 1 else None

    def foe(self, start: int, end: int, *, fallen: bool = False) -> str | None:
        """The men or group, enemies of a state, that the text brings in last between two offsets.

        Those of whom it says that they attacked come first; those who are only counted may be the ones who fell,
        and are meant only where both sides lost men (`fallen`).
        """
        within = self.parties[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        foes = [
            p
            for p in within
            if not p.blamed and (not is_allied(p.name) if p.named else _stem(p.name) in outlaws())
        ]
        for ranked in ([p for p in foes if p.attacks], [p for p in foes if fallen or not p.counted]):
            if ranked:
                last = ranked[-1]
                return (
                    last.name if last.named else self._same(last) or self.meant(last.name, end) or last.name
                )
        return None

    def _same(self, party: Party) -> str | None:
        """The one group named before whose men are called by the same noun: "al-Shabab militants", then "militants"."""
        before = self.parties[: bisect_left(self._starts, party.start)]
        names = {other.name for other in before if other.named and _stem(party.name) in other.men}
        return names.pop() if len(names) == 1 else None

    def irregular_groups(self) -> set[str]:
        """The groups of the article that no state fights beside."""
        return _without_initials({p.name for p in self.parties if p.named and not is_allied(p.name)})

    def called(self, noun: str, offset: int, end: int) -> str | None:
        """The group that the text names right after, between the two offsets, by the same noun.

        "Militia fighters attacked the camp. Members of the CODECO militia entered it": the first were theirs.
        """
        word = _stem(noun)
        after = self.parties[bisect_left(self._starts, offset) : bisect_left(self._starts, end)]
        named = _without_initials({party.name for party in after if party.named and not party.blamed})
        told = any(word in party.men for party in after)
        return named.pop() if len(named) == 1 and (told or _of_kind(word, min(named))) else None


#: Nouns that may be said of anybody's men: they are a group's only where it was named with them ("JNIM gunmen").
_ANYBODYS = frozenset({"gunman", "kidnapper", "hijacker", "sniper", "mercenary"})
#: Nouns that say only what they did; any men brought in before may be meant.
_ANY = frozenset({"attacker", "assailant", "raider"})


def _stem(noun: str) -> str:
    return singular(noun.split()[-1].casefold())


@functools.cache
def _kinds() -> dict[str, set[str]]:
    """The name of a group as the list keeps it -> what kinds of group it is."""
    table: dict[str, set[str]] = {}
    for kind, names in load("actors")["kinds"].items():
        for name in names:
            table.setdefault(named_group(str(name)) or str(name), set()).add(kind)
    return table


def _fits(noun: str, name: str) -> bool:
    """May a group be called by the noun? Of a group that no list knows anything may be said."""
    kinds = _kinds().get(name, set())
    only = load("actors")["called"].get(noun)
    return (
        not kinds
        or (only is None and "allied" not in kinds)
        or (only is not None and not kinds.isdisjoint(only))
    )


def _without_initials(names: set[str]) -> set[str]:
    """ "The Rapid Support Forces, or RSF" are one."""
    short = {"".join(word[0] for word in name.split() if word[0].isupper()) for name in names if " " in name}
    return names - short


def _of_kind(noun: str, name: str) -> bool:
    """Is the noun one that such groups alone are called by: "paramilitary forces", the Rapid Support Forces?"""
    only = load("actors")["called"].get(noun)
    few = only and sum(len(load("actors")["kinds"].get(kind, ())) for kind in only) <= _FEW
    return bool(few) and not _kinds().get(name, set()).isdisjoint(only)


#: Of a kind with more groups than these any may be meant.
_FEW = 4


#: "A rebel source", "a jihadist attack": of whom, but nobody new.
_ADJECTIVES = frozenset(
    {"jihadist", "militant", "rebel", "insurgent", "separatist", "paramilitary", "guerrilla"}
)


@functools.cache
def _common() -> re.Pattern[str]:
    nouns = load("actors")["nouns"]
    apart = {*nouns["own"], *nouns["bodies"], *_ADJECTIVES}
    listed = [str(w) for w in nouns["words"] if w not in apart]
    words = "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


DEFINITE = re.compile(
    r"\b(the|these|those|this|that|its|their|his|her|our)\s+(?:(?!(?:when|as|after|before|while|and|or|in|by|to|from|of|on|that|where|if)\s)[a-z][\w-]*\s+){0,2}$",
    re.IGNORECASE,
)
_MEN = r"(members?|fighters?|gunmen|militants?|jihadists?|rebels?|insurgents?|militiam[ae]n|guerrillas?|soldiers?|terrorists?|operatives?|elements?)"
_OF = re.compile(
    rf"\b{_MEN}\s+(?:(?:presumed|thought|believed|said|known|suspected|alleged|reported)\s+to\s+(?:belong\s+to|be\s+(?:from|of|with|members\s+of))|\w+ing\s+to|of|from|with)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:\s+\([^)]*\))?(?:['’]s?)?\s+(?:group\s+|movement\s+|armed\s+|rebel\s+|militia\s+)?(?:{_MEN}|(militias?)|(group))\b",
    re.IGNORECASE,
)
#: Words before a name under which it only stands behind others.
_BEHIND = re.compile(
    r"\b(?:link\w*\s+to|affiliat\w+\s+(?:with|to)|allegiance\s+to|loyal\s+to|backed\s+by|allied\s+(?:with|to))\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:blam\w+|accus\w+|suspect\w*|describ\w+|denie[sd]|attribut\w+)\b[^.;]{0,80}$", re.IGNORECASE
)


def _parties(text: str, start: int, end: int) -> list[Party]:
    found: list[Party] = []
    spans = []
    for at, to, name in group_mentions(text, start, end):
        spans.append((max(start, at - 30), min(end, to + 30)))
        if _BEHIND.search(text, max(start, at - 110), at) is None:
            beside = [_OF.search(text, max(start, at - 60), at), _AFTER.match(text, to, end)]
            men = {_stem(word) for match in beside if match is not None for word in match.groups() if word}
            attacks = _attacks(text, start, at, to, end)
            blamed = _BLAMED.search(text, max(start, at - 110), at) is not None
            blamed &= not (attacks and _SUSPECTED.search(text, max(start, at - 60), at))
            found.append(Party(at, name, True, frozenset(men), attacks, blamed=blamed))
    for match in _common().finditer(text, start, end):
        if any(low <= match.start() < high for low, high in spans):
            continue  # "Islamic State fighters", "rebels of the Front"
        if DEFINITE.search(text, max(start, match.start() - 40), match.start()) is None:
            at, to = match.span()
            attacks = _attacks(text, start, at, to, end)
            counted = _COUNTED.search(text, max(start, at - 40), at) is not None
            if (own := UNLISTED.match(text, to, min(end, to + 120))) is not None:
                found.append(Party(at, own["name"], True, frozenset({_stem(match.group())}), attacks))
                continue
            found.append(Party(at, match.group().casefold(), False, attacks=attacks, counted=counted))
    return found


#: "Suspected fighters of the Front killed six": they are told as those who did it.
_SUSPECTED = re.compile(r"\b[Ss]uspected\s+(?:[\w-]+\s+){0,6}$")
_COUNTED = re.compile(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds|scores)\s+(?:of\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_DONE = r"(?:attack|raid|ambush|strike|assault|shell|bomb|fire|kill|abduct|kidnap|storm|massacre|shot)"
_BY = re.compile(rf"\b{_DONE}\w*\s+(?:\w+\s+)?by\s+(?:[\w-]+\s+){{0,4}}$")
_ATTACKED = re.compile(
    r"(?:\s+\(?[\w’'-]+\)?,?){0,5}?\s(?:attack|storm|raid|ambush|kill|overran|open|fire|shell|burn|torch|abduct|kidnap|shot|seize|launch|bomb|assault|burst|blew|ramm|surround|encircl|loot)(?:ed|d)?\b(?!\s*(?:[,.;]|(?:by|and|in|on|at(?!\s+least)|when|near|as|after)\b))"
)


def _attacks(text: str, start: int, at: int, to: int, end: int) -> bool:
    """Is it said of the words at `at` to `to` that they attacked ("gunmen stormed", "an ambush by gunmen")?"""
    after = _ATTACKED.match(text, to, end)
    if after is not None and re.search(r"\b(?:was|were|been|being|and)\b|[.;]", after.group()) is None:
        return True
    return _BY.search(text, max(start, at - 60), at) is not None
