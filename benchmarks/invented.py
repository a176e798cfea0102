"""An invented world for benchmarks: a vocabulary, places, outlets, officials, and what they count.

Everything comes from one seeded generator, so that the same seed makes the same world. How often a
thing is named falls with its rank, as it does in real reporting (Zipf).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

# The commonest words of English in about their order, then words of the trade; made-up ones follow.
_COMMON_WORDS = (
    "the of to and in a that was for on is with as by at he were said from it be his have has had who are an "
    "not they after but which their been more this its one or would we about when up out there than two all "
    "over also into last she people will her first could them some time other new during between no so just "
    "years him many day three before including if can where what while against only most since under week "
    "such because did now may those our through made including down any still since around several being "
    "among another like how four both these even near much then part week should same until him second "
    "city officials military forces army reported killed region attack night drones government ministry "
    "president security air hospital houses homes residents wounded damage power border police villages "
    "statement shelling troops fire missile injured children authorities emergency workers energy defence "
    "building northern southern eastern western overnight morning evening rescue crews early late hit struck "
    "civilians families school bridge road river harbour station supplies water heat electricity market "
    "mayor governor spokesman minister commander council talks ceasefire aid convoy shelter explosion blast"
)
_COMMON = _COMMON_WORDS.split()
_ONSET_WORDS = "b br c ch d dr f fl g gr h j k kr l m n p pl pr r s sh sk sl st t tr v vl w z zh"
_ONSETS = _ONSET_WORDS.split()
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ie", "ou")
_CODAS = ("", "", "", "n", "r", "s", "l", "m", "t", "k", "nd", "rn", "st", "v")

#: Measure, the nouns it counts, the words of its sentence, and the kind of event it belongs to.
MEASURES = (
    ("killed", ("people", "civilians", "soldiers", "children"), "were killed", "shelling"),
    ("injured", ("people", "residents", "children", "workers"), "were injured", "missile_strike"),
    ("launched", ("drones", "missiles", "rockets"), "were launched", "drone_strike"),
    ("shot_down", ("drones", "missiles"), "were shot down", "air_defence"),
    ("damaged", ("houses", "apartment buildings", "schools", "vehicles"), "were damaged", "shelling"),
    ("destroyed", ("houses", "tanks", "depots", "trucks"), "were destroyed", "air_strike"),
    ("displaced", ("people", "families"), "were displaced", "clash"),
    ("without_power", ("households", "people"), "were left without power", "outage"),
    ("captured", ("soldiers", "villages"), "were captured", "clash"),
    ("attacks", ("attacks", "strikes"), "were counted", "clash"),
    ("evacuated", ("people", "patients"), "were evacuated", "shelling"),
    ("abducted", ("villagers", "aid workers"), "were abducted", "abduction"),
    ("released", ("prisoners", "hostages"), "were released", "prisoner_exchange"),
    ("deployed", ("soldiers", "police officers"), "were deployed", "clash"),
    ("missing", ("people", "sailors"), "were missing", "accident"),
    ("hit", ("missiles", "drones"), "reached their targets", "missile_strike"),
)  # fmt: skip
#: Those that are set apart: measure, unit, and how the phrase is written.
APART = (
    ("money", "USD", "${} million"), ("percent", "percent", "{} percent"),
    ("distance", "kilometres", "{} kilometres"), ("duration", "days", "{} days"),
)  # fmt: skip
MODIFIERS = ((None, ""), (None, ""), (None, ""), ("at least", "At least "), ("more than", "More than "),
             ("about", "About "), ("nearly", "Nearly "), ("up to", "Up to "))  # fmt: skip
CHANNELS = (None, None, None, "Telegram", "Telegram", "X", "Facebook", "television", "a briefing")
COUNTRIES = ("Vara", "Ostra", "Lemnia", "Karsk", "Tavria Minor", "Selm")
ROLES = ("Mayor", "Governor", "Spokesman", "Minister", "General", "Doctor", "Ambassador", "Colonel")
BODIES = ("air force", "defence ministry", "emergency service", "interior ministry", "general staff",
          "health ministry", "border guard", "energy ministry", "police", "navy")  # fmt: skip


class Ranked(Generic[Thing]):
    """Things in the order of their frequency: the one at rank r is drawn in proportion to 1 / (r + shift)."""

    def __init__(self, things: Sequence[Thing], shift: float = 2.7, power: float = 1.0) -> None:
        self.things = things
        self.weights = list(accumulate(1 / (rank + shift) ** power for rank in range(len(things))))

    def draw(self, chance: random.Random, count: int) -> list[Thing]:
        """`count` of them."""
        return chance.choices(self.things, cum_weights=self.weights, k=count)


def _names(chance: random.Random, count: int, taken: set[str], syllables: tuple[int, int]) -> list[str]:
    """`count` made-up words, none of them in `taken`, which they join."""
    names: list[str] = []
    while len(names) < count:
        name = "".join(
            chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(*syllables))
        ) + chance.choice(_CODAS)  # fmt: skip
        if name not in taken:
            taken.add(name)
            names.append(name)
    return names


class World:
    """What articles speak of."""

    def __init__(self, seed: int, *, words: int = 40_000) -> None:
        chance = random.Random(f"world {seed}")
        taken = set(_COMMON)
        self.words = Ranked([*dict.fromkeys(_COMMON), *_names(chance, words, taken, (1, 4))])
        towns = [name.capitalize() for name in _names(chance, 2000, taken, (2, 3))]
        #: Name, country, latitude and longitude.
        self.places = Ranked([
            (town, COUNTRIES[min(int(chance.expovariate(0.8)), len(COUNTRIES) - 1)],
             round(chance.uniform(44.5, 52.0), 4), round(chance.uniform(23.0, 40.0), 4))
            for town in towns
        ])  # fmt: skip
        papers = [f"{name.capitalize()} {kind}" for name, kind in zip(
            _names(chance, 60, taken, (1, 2)),
            chance.choices(("News", "Times", "Wire", "Herald", "Post", "Press"), k=60), strict=True)]  # fmt: skip
        self.outlets = Ranked(papers)
        bodies = [f"{country}'s {body}" for body in BODIES for country in COUNTRIES]
        bodies += [f"the {town} {kind}" for town in towns[:400] for kind in ("administration", "police")]
        self.claimants = Ranked(bodies)
        first = [name.capitalize() for name in _names(chance, 300, taken, (1, 2))]
        last = [name.capitalize() for name in _names(chance, 3000, taken, (2, 3))]
        people = list(dict.fromkeys(f"{chance.choice(first)} {chance.choice(last)}" for _ in range(6000)))
        #: Name and the roles held, one after the other.
        self.speakers = Ranked(
            [(name, chance.sample(ROLES, chance.choice((1, 1, 1, 2, 3)))) for name in people]
        )
        self.measures = Ranked(MEASURES)
