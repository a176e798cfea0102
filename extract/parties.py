"""Parties to a fight as words name them: a country, an armed group, a common noun; and words of attacks.

A party is a country (by its name or adjective: "Russian drones"), an armed group,
or, when nothing better is near, a common noun ("militants").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.nouns import singular
from extract.wordlists import countries, sides
from extract.wordlists import words as listed_words

if TYPE_CHECKING:
    from spacy.tokens import Token


@functools.cache
def attack_nouns() -> frozenset[str]:
    """Nouns that tell of an attack or of what it was made with, as lemmas."""
    return frozenset(load("actors")["attacks"]["nouns"])


@functools.cache
def attack_verbs() -> frozenset[str]:
    """What an armed body does itself, as lemmas."""
    return frozenset(load("actors")["attacks"]["verbs"])


#: After a side's name these say whom it stands behind: "al-Qaeda-linked rebels" are not al-Qaeda.
_ONLY_BACKS = "backed|linked|affiliated|aligned|allied|inspired|held|controlled|occupied|besieged"


@functools.cache
def _groups() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    table = load("actors")
    names = {str(k).casefold().replace("’", "'"): str(v) for k, v in table["groups"].items()}
    printed = sorted((str(k).replace("’", "'") for k in table["groups"]), key=len, reverse=True)
    # Abbreviations only as they are printed: "IS" is a group, "is" is not.
    # "al-Shabaab", "Al Shabaab": a hyphen and a blank are the same.
    pattern = "|".join(
        re.escape(n) if n.isupper() else "(?i:" + re.escape(n).replace("\\-", "[- ]") + ")" for n in printed
    )
    return (
        re.compile(rf"(?<![\w])(?:{pattern})(?![\w]|[-‑](?:{_ONLY_BACKS})\b)"),
        names,
        frozenset(table["nouns"]["words"]),
    )


@functools.cache
def acting() -> frozenset[str]:
    """Lemmas of what a state's own arm or an attack is made of: "its jets", "their forces"."""
    own = load("actors")["nouns"]["own"]
    return (
        attack_nouns()
        | frozenset(word.removesuffix("s") for word in own)
        | frozenset(own)
        | {
            "fighter",
            "unit",
            "aircraft",
            "man",
            "soldier",
            "troop",
            "force",
            "militant",
            "combatant",
            "mujahideen",
            "commando",
            "brigade",
            "warrior",
            "gunman",
            "guerrilla",
            "partisan",
            "crew",
            "gunner",
            "pilot",
            "sniper",
            "patrol",
            "squad",
            "team",
            "operative",
            "agent",
            "serviceman",
            "boat",
            "ship",
            "vessel",
            "frigate",
            "destroyer",
            "submarine",
            "gun",
            "howitzer",
            "battery",
            "bomber",
        }
    )


@functools.cache
def _armed() -> re.Pattern[str]:
    words = [*load("actors")["nouns"]["own"], *_ARMED]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


_ARMED = ["armed forces", "brigades", "brigade", "battalion", "regiment", "battlegroup", "garrison", "front", "command", "group", "militia", "coalition", "border guard", "national guard",
          "gendarmerie", "rebels", "fighters", "task force", "junta", "resistance", "alliance"]  # fmt: skip


def named_group(name: str) -> str | None:
    """The armed group that a name means, as the list writes it."""
    match = _groups()[0].search(name.replace("’", "'"))
    return None if match is None else _listed(match)


def _listed(match: re.Match[str]) -> str:
    """The name of a group as the list writes it, of what the pattern of all of them found."""
    names, said = _groups()[1], match.group().casefold()
    return str(names.get(said) or names[said.replace(" ", "-")])


def last_group(text: str, end: int) -> str | None:
    """The armed group named last in `text[:end]`, as the list writes it; "al-Qaeda-linked" names none."""
    before = text[max(0, end - _REACH) : end].replace("’", "'")
    last = None
    for match in _groups()[0].finditer(before):
        if _NO_MEMBER.match(before, match.end()) is None:
            last = match
    return None if last is None else _listed(last)


#: "An al-Qaeda affiliate" is another group.
_NO_MEMBER = re.compile(
    r"['’]s?\s+(?:local\s+)?(?:affiliate|branch)|\s+(?:affiliate|offshoot|branch|franchise)", re.IGNORECASE
)
#: Characters before a word in which a group's name is looked for: more than an article has.
_REACH = 20_000


def group_mentions(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where a listed armed group is named between two offsets: start, end and its name as the list writes it."""
    for match in _groups()[0].finditer(text[start:end].replace("’", "'")):
        if _NO_MEMBER.match(text, start + match.end()) is None:
            yield start + match.start(), start + match.end(), _listed(match)


def is_allied(name: str) -> bool:
    """Does the group or command fight beside a state, against its rebels?"""
    return name in _allied()


@functools.cache
def _allied() -> frozenset[str]:
    return frozenset(named_group(str(name)) or str(name) for name in load("actors")["kinds"]["allied"])


def is_group_name(name: str) -> bool:
    """Is the whole name that of a listed armed group, whatever country it begins with ("Syrian Democratic Forces")?"""
    return _groups()[0].fullmatch(name.replace("’", "'")) is not None


#: Parts of a body that speak for it and do not fight.
_DESKS = ("office", "service", "department", "bureau", "directorate", "centre", "center", "desk", "section")


def body_side(name: str) -> str | None:
    """The side that an armed body acts for: its group, or the body itself; None of a hospital."""
    if name[:1].islower() and " of " in name:
        part, _, name = name.partition(" of ")
        name = name.removeprefix("the ")
        if part.endswith(_DESKS):
            return named_group(name)  # the media office of a command flies no jets
    if (group := named_group(name)) is not None:
        return group
    if name.casefold() in load("actors")["nouns"]["own"]:
        return name.casefold()  # "Police said they …"
    return name if _armed().search(name) else None


@functools.cache
def outlaws() -> frozenset[str]:
    """Those who fight against a state, as singular nouns: militants, gunmen."""
    words = load("actors")["nouns"]
    own = {singular(word) for word in words["own"]}
    return (
        frozenset(singular(w) for w in words["words"] if " " not in w)
        - own
        - {"settler", "herder", "coalition", "peacekeeper", "vigilante", "hunter"}
    )


#: A country and what joins it to the group that sits there.
_OWNED = re.compile(r"[\w. ]+'s?\s+(?:[\w-]+\s+){0,2}")


#: People of a country who act for themselves: "Israeli settlers", "Indian fishermen".
_NO_STATE = re.compile(
    r"[A-Z]\w+\s+(?:\w+\s+)?(?:settlers?|herders|farmers|civilians|protesters|fishermen|villagers|residents)\b"
)


#: Those who fight against their own country's state.
_ITS_REBELS = re.compile(
    r"[A-Z][\w.]+(?:'s?)?\s+(?:[a-z-]+\s+){0,1}(?:rebels?|paramilitar(?:y|ies)|insurgents?|separatists?|guerrillas?|breakaway|opposition\s+(?:forces|fighters)"
    r"|gangs?|gangsters|cartels?|bandits|militias?|militia(?:men|man)|vigilantes|mob|kidnappers|pirates|smugglers|traffickers|jihadists?|extremists?|militants?|gunm[ae]n|terrorists?|robbers|armed\s+groups?|tribes(?:men|man)|factions?)\b"
)


def side_in(tokens: Iterable[Token], *, common: bool = True) -> str | None:
    """The first side that the tokens name: a country, its adjective, an armed group, a common noun."""
    ordered = sorted(tokens, key=lambda t: t.i)
    if not ordered:
        return None
    among = {t.i for t in ordered}
    if any(t.lower_ in listed_words("actors", "civil") and t.head.i not in among - {t.i} for t in ordered):
        return None  # "France's top court has sentenced two men for an attack that killed 12"
    text = "".join(t.text_with_ws for t in ordered).replace("’", "'").strip()
    pattern, _, nouns = _groups()
    best: tuple[int, str] | None = None
    match = pattern.search(text)
    if match is not None:
        best = (match.start(), _listed(match))
    table = sides()
    words = [(m.start(), m.group()) for m in re.finditer(r"[\w.]+(?:['-][\w]+)*", text)]
    for at, (start, _) in enumerate(words):
        if best is not None and start >= best[0]:
            break
        if not words[at][1][0].isupper():
            continue
        for size in (3, 2, 1):
            phrase = " ".join(word for _, word in words[at : at + size])
            phrase = re.sub(r"'s?$", "", phrase)
            if (
                at + size <= len(words)
                and phrase[:1].isupper()
                and (country := table.get(phrase.casefold().rstrip(".")))
            ) or (
                at + size <= len(words) and phrase[:1].isupper() and (country := table.get(phrase.casefold()))
            ):
                # "U.S." stays as printed; adjectives become the country.
                best = (start, phrase if re.fullmatch(r"(?:[A-Z]\.?){2,4}", phrase) else country)
                break
        if best is not None and best[0] == start:
            break
    if best is not None:
        settlers = _NO_STATE.match(text, best[0])
        if settlers is not None and best[1] in countries():
            return settlers.group()  # no deed of the state
        if match is not None and match.start() > best[0] and _OWNED.fullmatch(text[best[0] : match.start()]):
            return _listed(match)  # "Yemen's Houthis", "Lebanon's Hezbollah movement"
        if best[1] in countries() and _ITS_REBELS.match(text, best[0]) is not None:
            ordered = [t for t in ordered if not t.text[:1].isupper()]  # "Sudan's paramilitary forces"
        else:
            return best[1]
    if not common:
        return None
    arms, bodies = load("actors")["nouns"]["own"], load("actors")["nouns"]["bodies"]
    if any(t.text.casefold() in arms for t in ordered):
        body = next((t.text.casefold() for t in ordered if t.text.casefold() in bodies), None)
        if body not in (None, "junta", "regime"):
            return str(body)  # "warplanes of the Norvian-led coalition"
    for token in ordered:
        low: str = token.text.casefold()
        if low in ("regime", "junta") and (owner := _owner(token)):
            return owner
        before = token.nbor(-1).text.casefold() if token.i else ""
        if f"{before} {low}" in nouns:
            return f"{before} {low}"
        if low == "fighters" and before == "jet":
            return "jets"
        if low in nouns:
            # "the paramilitary Rapid Support Forces": the name goes on where the parse ends the phrase.
            after = token.doc[token.i + 1 : token.i + 7].text.replace("’", "'")
            if (match := pattern.match(after)) is not None:
                return _listed(match)
            return named_behind(token, own=low in arms) or _band_before(token) or low
        if low == "government" and token.i + 1 < len(token.doc):
            # "A government drone strike", "government forces"; "the government said" tells of no deed.
            after = token.nbor(1)
            if after.lower_ in nouns:
                return f"{low} {after.lower_}"
            if after.lower_ in ("air", "drone") or after.lemma_.casefold() in attack_nouns():
                return low
    return None


_UNLISTED = r"(?:[A-Z][\w’'-]+\s+){1,5}(?:Army|Front|Movement|Forces?|Brigades?|Group|Union|Militia|Alliance|Council|Resistance|Battalions?|Fighters|Guards?|Party)"
#: "Rebels of the Popular Front of X": a group that no list holds, by the word for such bodies at its end.
UNLISTED = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:from|of|belonging\s+to|with)\s+)(?:the\s+)?(?:[a-z-]+\s+){0,2}?"
    rf"(?P<name>{_UNLISTED})\b"
)
#: Such a name alone.
UNLISTED_NAME = re.compile(_UNLISTED)


#: "Gunmen believed to be from X", "a bomber sent by X", "forces loyal to X": whose they are, behind them.
_WHOSE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,?\s*(?:who\s+(?:are|were)\s+)?(?:suspected|believed|thought|said|alleged|presumed|reported)\s+to\s+(?:be\s+|belong\s+|come\s+|have\s+come\s+)?)?"
    r"(?:(?:fighters|members|elements)\s+)?(?:from|of|to|belonging\s+to|loyal\s+to|(?:sent|dispatched|deployed|hired|armed)\s+by|answering\s+to|under\s+the\s+command\s+of)\s+(?:the\s+)?"
)
#: What a name that no list holds is followed by, where it is that of a band or a people.
_BAND = re.compile(
    r"(?P<name>(?:\d+\s+)?(?:[A-Z][\w’'-]+\s+){1,4})(?:(?:armed|rebel|jihadist|militant|ethnic|self-defence|self-defense)\s+)?(?:gang|militia|group|faction|cartel|clan|tribe|community|people|movement)\b"
)
_LOYAL = re.compile(r"\b(?:loyal\s+to|answering\s+to|under\s+the\s+command\s+of)\s+(?:the\s+)?\Z")
_PERSON = re.compile(r"(?:[a-z-]+\s+){0,2}(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})")


def named_behind(token: Token, *, own: bool = False) -> str | None:
    """The name of the group or people whose men `token` are, where it stands behind them.

    A state's own ("troops", "police") are another's only where they are loyal to him.
    """
    text = str(token.doc[token.i + 1 : token.i + 16].text).replace("’", "'")
    if not own and (body := UNLISTED.match(text)) is not None:
        return str(body["name"])
    whose = _WHOSE.match(text)
    if whose is None or (own and _LOYAL.search(whose.group()) is None):
        return None
    if (match := _groups()[0].match(text, whose.end())) is not None:
        return _listed(match)
    if (band := _BAND.match(text, whose.end())) is not None:
        return str(band["name"]).strip()
    if _LOYAL.search(whose.group()) and (leader := _PERSON.match(text, whose.end())) is not None:
        return str(leader["name"])
    return None


def _band_before(token: Token) -> str | None:
    """ "The 400 Mawozo gang": the name that stands before the word for a band."""
    first = token
    while first.i > token.sent.start and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    if first is token or token.lower_ not in load("actors")["nouns"]["bands"]:
        return None
    if first.i > token.sent.start and first.nbor(-1).like_num:
        first = first.nbor(-1)
    if first.i == token.sent.start:
        return None  # the capital of the sentence may be all that makes it a name
    name = str(token.doc[first.i : token.i].text)
    return None if name.casefold() in sides() else name  # "a Haiti gang" is not Haiti


def _owner(token: Token) -> str | None:
    """ "the regime": the one named before it in the same piece ("the Asad regime")."""
    before = token.doc[: token.i].text
    found = re.findall(rf"\b([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+{re.escape(token.text)}\b", before)
    return f"{found[-1]} {token.text}" if found else None


def noun_phrase(token: Token) -> list[Token]:
    """The noun phrase under `token`, without its relative clauses and appositions."""
    out = [token]
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and token.lemma_.casefold() in attack_nouns() and before.head is not token:
        if before.text[:1].isupper() and sides().get(before.text.casefold(), before.text) != before.text:
            out.append(before)  # "in Norvian shelling", which the parse may split
    for child in token.children:
        if child.text == "-" and not child.whitespace_:
            out.append(child)  # "al-Shabab"
        if child.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl"):
            continue
        if (
            child.dep_ in ("compound", "nmod")
            and token.lemma_.casefold() in attack_nouns()
            and sides().get(child.text.casefold()) == child.text
        ):
            continue  # a "Mali ambush" was laid in Mali; "Mali's ambush" by it
        out += (
            noun_phrase(child)
            if child.dep_ in ("compound", "amod", "poss", "det", "nmod", "case", "nummod", "npadvmod")
            else []
        )
        if child.dep_ in ("prep", "agent") and child.text.casefold() in ("by", "of", "from"):
            # The words below, not what stands after them: "an ambush by gunmen in Mali" is not Mali's.
            for noun in child.children:
                out += noun_phrase(noun) if noun.dep_ == "pobj" else list(noun.subtree)
    return out
