"""Nouns as words: their class, their singular and plural, and what they say by themselves."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from extract.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token


@functools.cache
def classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in load("nouns")["classes"].items():
        for word in words.split():
            found.setdefault(word, name)
    return found


@functools.cache
def counted_as() -> dict[str, str]:
    """Noun -> the measure it says by itself ("deaths" -> killed)."""
    return {word: measure for measure, words in load("nouns")["counted_as"].items() for word in words.split()}


@functools.cache
def held_as() -> dict[str, str]:
    """Noun -> the measure it says where no verb says another ("hostages" -> abducted)."""
    return {word: measure for measure, words in load("nouns")["held_as"].items() for word in words.split()}


@functools.cache
def crowd_verbs() -> frozenset[str]:
    """Verbs of which a number alone is the subject only where it counts people ("thousands marched")."""
    return frozenset(load("nouns")["crowds"]["verbs"].split())


@functools.cache
def plain_units() -> dict[str, str]:
    """Noun -> the unit it is kept as ("deaths" -> people)."""
    return dict(load("nouns")["units"])


_IRREGULAR = {"people": "people", "children": "child", "women": "woman", "men": "man", "lives": "life", "policemen": "policeman",
              "feet": "foot", "servicemen": "serviceman", "servicewomen": "servicewoman", "aircraft": "aircraft",
              "personnel": "personnel", "police": "police", "schoolchildren": "schoolchild", "bodies": "body",
              "buses": "bus", "infantrymen": "infantryman", "gunmen": "gunman", "militiamen": "militiaman",
              "tribesmen": "tribesman", "fishermen": "fisherman", "wounded": "wounded", "injured": "injured",
              "martyrs": "martyr", "wives": "wife", "knives": "knife", "youths": "youth", "crewmen": "crewman", "airmen": "airman",
              "grandchildren": "grandchild", "mujahideen": "mujahid", "corps": "corps", "remains": "remains", "premises": "premise",
              "cameramen": "cameraman", "newsmen": "newsman", "spies": "spy", "passersby": "passerby", "passers-by": "passer-by", "pows": "pow", "spokesmen": "spokesman"}  # fmt: skip


@functools.lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The singular of an English noun, lower case, by its ending."""
    word = word.casefold().replace("’", "'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in classes():
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("s") and word[:-1] in classes():
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for tail in ("sses", "shes", "ches", "xes", "zes"):
        if word.endswith(tail):
            return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def unit_noun(unit: str | None) -> str:
    """The noun of what is counted, in the singular and small letters: "wounded soldiers" is `soldier`; "" for None."""
    return singular((unit or "").split(" ")[-1].casefold())


def word_class(word: str) -> str:
    """The class of a noun by itself; `unknown` where no list holds it."""
    return classes().get(singular(word), "unknown")


def noun_class(noun: Token) -> str:
    """The class of a noun token; `unknown` where no list holds it, `person` for peoples ("Syrians")."""
    known = classes()
    last = singular(noun.text)
    before = noun.nbor(-1).text.casefold() if noun.i > 0 else ""
    if is_uav(noun):
        return "air_weapon"
    if before == "-" and (joined := joined_of(noun)) is not None:
        return known.get(joined, known.get(joined.replace("-", ""), "unknown"))
    if f"{before}-{last}" in known:
        return known[f"{before}-{last}"]
    if "-" in last and last not in known:
        last = singular(last.rsplit("-", 1)[-1])
    if last in known:
        return known[last]
    if len(last) > 5 and last.endswith(("man", "woman")) and last not in ("human", "talisman", "ottoman"):
        return "person"  # "boatmen", "linesmen": men of any trade
    if len(last) > 6 and last.endswith(("eer", "ist", "ician")):
        return "person"  # "mutineers", "machinists": whoever is named by what he does
    if noun.ent_type_ == "NORP" or (noun.tag_ == "NNPS" and noun.text.endswith(("ns", "is", "ese", "s"))):
        return "person"
    return "unknown"


#: What no noun is by itself: "pick-ups", "break-ins", "stand-offs".
_PARTICLES = frozenset({"up", "in", "off", "out", "down", "over", "on", "by", "back", "away"})


def joined_of(noun: Token) -> str | None:
    """The singular of a noun that a hyphen makes of a verb and its particle ("pick-ups" -> pick-up), or None."""
    single = noun.text.casefold().removesuffix("s")
    if noun.i < 2 or single not in _PARTICLES:
        return None
    hyphen, verb = noun.nbor(-1), noun.nbor(-2)
    glued = hyphen.text in ("-", "‑") and not hyphen.whitespace_ and not verb.whitespace_
    doer = verb.lower_.removesuffix("s") if verb.lower_.endswith("ers") else verb.lower_  # "passers-by"
    return f"{doer}-{single}" if glued and verb.is_alpha else None


def is_uav(noun: Token) -> bool:
    """ "Aerial vehicles", "unmanned aircraft": drones by another name."""
    lemma, before = noun.lemma_.casefold(), noun.nbor(-1).lower_ if noun.i > 0 else ""
    if lemma in ("aircraft", "plane", "airplane"):
        return before in ("unmanned", "uncrewed", "unpiloted", "pilotless")
    return lemma in ("vehicle", "system") and before in ("aerial", "air", "aircraft")


_PLURALS = {"person": "people", "passerby": "passersby", "passer-by": "passers-by", "child": "children", "woman": "women", "man": "men", "aircraft": "aircraft", "craft": "craft",
            "personnel": "personnel", "police": "police", "life": "lives", "people": "people", "staff": "staff", "crew": "crew", "bus": "buses", "body": "bodies",
            "peshmerga": "peshmerga", "mujahid": "mujahideen", "mujahidin": "mujahidin", "fedayeen": "fedayeen", "fidayeen": "fidayeen",
            "khawarij": "khawarij", "khwarij": "khwarij", "basij": "basij"}  # fmt: skip


def plural(unit: str) -> str:
    """The unit under which singular and plural are one: "person" -> people, "tank" -> tanks."""
    head, _, last = unit.rpartition(" ")
    single = singular(last)
    if last.endswith("s") and last != single:
        return unit
    if single in _PLURALS:
        put = _PLURALS[single]
    elif last.endswith(("man", "woman")):
        put = last[:-2] + "en"
    elif last.endswith(("s", "x", "ch", "sh")):
        put = last if last.endswith("s") else last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        put = last[:-1] + "ies"
    elif last.isalpha() and last in classes() and not last.endswith("ese"):
        put = last + "s"
    else:
        put = last
    return f"{head} {put}".strip()
