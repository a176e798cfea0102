"""Names gathered into sources: all the ways in which an article prints one person or one body."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract import lexicon
from extract.names import Name
from extract.phrases import Body, Phrase, body_of, phrase_of, with_body
from extract.wordlists import POSSESSIVE, side_of, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Parsed, Piece

Kind = Literal["person", "org", "officials", "group"]
Parts = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Source:
    """Somebody who may speak; `name` is the same for every mention in the article.

    `side` is a country's name, `org` the body a person speaks for.
    """

    name: str
    kind: Kind
    role: str | None = None
    side: str | None = None
    org: Source | None = None
    gender: Literal["f", "m"] | None = None
    leaning: Literal["f"] | None = None  # what the first name's ending speaks for, which may be wrong
    heard: Literal["f", "m"] | None = None  # the pronoun that it went by before
    plural: bool = False
    parts: list[Parts] = field(default_factory=list, repr=False)  # the ways it is named, lower case
    first: int = 0  # where it is first mentioned
    unsure: bool = False  # one unknown word, which may be a person or a body
    maybe_body: bool = False  # taken for a person by what it does, though the model has it for a body
    head: str = ""  # for a source known by its role only, that role's word


@dataclass(slots=True, eq=False)
class Mention:
    """Where a source is named; `subject` when it is what the clause is about."""

    start: int
    end: int
    source: Source
    why: str
    subject: bool = False
    owner: bool = False  # only owns something: "Trump's team"
    topic: bool = False  # owns the subject: "Pickett's pitch is simpler"


def name_parts(text: str) -> Parts:
    """The words of a name in lower case, without nicknames between marks and joining dashes."""
    text = re.sub(r"[“\"‘'(][^”\"’')]*[”\"’')]\s?", "", text) or text
    return tuple(part for part in re.split(r"[\s\-‑]+", text.casefold().strip(" .,")) if part)


def fits(short: Parts, long: Parts) -> bool:
    """Can one name be another way to print the other? "J. Smith" and "John Smith", "Kim" and "Kim Jong Un"."""
    if len(short) > len(long):
        short, long = long, short
    rest = iter(long)
    for part in short:
        initial = part[0] if len(part) == 2 and part[1] == "." else ""
        for other in rest:
            if part == other or (initial and other.startswith(initial)):
                break
        else:
            return False
    return len(short) > 1 or short[0] not in words("names", "particles")


def gender_of(parts: Parts) -> Literal["f", "m"] | None:
    """A guess by the first name, used only to tell candidates apart; None when nothing speaks for one."""
    if len(parts) < 2:
        return None
    first = parts[0]
    if first in words("titles", "female_names"):
        return "f"
    if first in words("titles", "male_names"):
        return "m"
    return None


def leaning_of(parts: Parts) -> Literal["f"] | None:
    """Svetlana, Olena, Fatima: an ending that speaks for a woman in most of the countries written about."""
    if len(parts) < 2 or gender_of(parts) is not None:
        return None
    return "f" if parts[0].endswith(("a", "ette", "elle", "een")) and len(parts[0]) > 3 else None


@functools.cache
def _same_bodies() -> dict[str, frozenset[str]]:
    """A body's name in lower case -> its other names."""
    table = {}
    for group in lexicon.load("organisations")["same"]:
        lower = frozenset(str(name).casefold() for name in group)
        for name in lower:
            table[name] = lower - {name}
    return table


@functools.lru_cache(maxsize=64)
def first_printed(name: str, text: str) -> str:
    """The name of a body that `text` prints first of all that it has ("Rapid Support Forces" for "RSF"); else `name`."""
    others = _same_bodies().get(name.casefold())
    if not others:
        return name
    found = []
    for form in (name.casefold(), *others):
        short = len(form) < 6  # an abbreviation is a name only in capitals
        match = re.search(
            rf"\b{re.escape(form.upper() if short else form)}\b", text, 0 if short else re.IGNORECASE
        )
        if match is not None:
            found.append((match.start(), match.group()))
    return min(found)[1] if found else name


class Registry:
    """The persons and bodies of one article, and the tokens that name them."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.mentions: list[Mention] = []
        self.persons: list[Source] = []
        self.bodies: list[tuple[Body, Source]] = []
        self.named: dict[tuple[int, int], tuple[Name, Source]] = {}
        self.near: dict[tuple[int, int], tuple[Name, Source]] = {}
        self.aliases: dict[str, Source] = {}
        self._printed: dict[str, Source] = {}
        self._by_word: dict[str, list[Source]] = {}
        self._by_key: dict[Parts, list[tuple[Body, Source]]] = {}

    # ------------------------------------------------------------ persons

    def persons_fitting(self, parts: Parts) -> list[Source]:
        """The persons whom a name may mean; those with that surname before those with that first name."""
        seen: dict[int, Source] = {}
        for part in parts:
            for person in self._by_word.get(part, ()):
                if any(fits(parts, known) for known in person.parts):
                    seen[id(person)] = person
        found = list(seen.values())
        surname = [person for person in found if any(parts[-1] == known[-1] for known in person.parts)]
        return surname or found

    def add_person(self, name: Name) -> Source:
        """The person named, made when new; the name's role and side are added to what is known."""
        parts = name_parts(name.text)
        known = self.persons_fitting(parts)
        if known:
            person = known[0]
        else:
            person = Source(name.text, "person", first=name.offset)
            self.persons.append(person)
        self._note_parts(person, parts)
        person.first = min(person.first, name.offset)
        self._describe(person, name)
        return person

    def new_person(self, text: str) -> Source:
        """A person known by a printed name alone."""
        parts = name_parts(text)
        person = Source(text, "person", gender=gender_of(parts), leaning=leaning_of(parts))
        self.persons.append(person)
        self._note_parts(person, parts)
        return person

    def _note_parts(self, person: Source, parts: Parts) -> None:
        if parts not in person.parts:
            person.parts.append(parts)
            for part in parts:
                holders = self._by_word.setdefault(part, [])
                if person not in holders:
                    holders.append(person)

    def _describe(self, person: Source, name: Name) -> None:
        if name.role:
            known = person.role.split("; ") if person.role else []
            # "Mr" tells no more of who somebody is than the name does.
            address = words("titles", "address")
            new = [r for r in name.role.split("; ") if r not in known and r.casefold() not in address]
            weak = words("titles", "courtesy") | words("titles", "ranks")
            person.role = "; ".join(sorted([*known, *new], key=lambda role: role.casefold() in weak)) or None
            person.side = person.side or side_of(name.role)
            lower = set(re.findall(r"[\w.’'-]+", name.role.casefold()))
            if lower & words("titles", "female_words"):
                person.gender = "f"
            elif lower & words("titles", "male_words"):
                person.gender = "m"
        if person.gender is None:
            parts = name_parts(name.text)
            person.gender, person.leaning = gender_of(parts), person.leaning or leaning_of(parts)

    # ------------------------------------------------------------ bodies

    def is_body_head(self, piece: Piece, token: Token) -> bool:
        """Is the word the head of a body's name, and not a part of "the air force commander"?"""
        word = token.lower_
        if word == "tank" and token.i and token.nbor(-1).lower_ == "think":
            word = "think tank"
        if word not in words("organisations", "heads") and word not in words("organisations", "state_heads"):
            return False
        doc = piece.doc
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or piece.mask(token) is not None:
            return False
        if token.i + 1 == len(doc):
            return True
        after = doc[token.i + 1]
        return not (
            after.pos_ in ("NOUN", "PROPN")
            and not after.is_sent_start
            and piece.mask(after) is None
            and after.lower_ not in words("names", "times")
            and after.text[0].isupper() == token.text[0].isupper()
        )

    def body_phrase(self, piece: Piece, head: Token) -> Phrase:
        """The noun phrase of a body, with "of Health" where that is part of its name, or the body it is a part of."""
        phrase = phrase_of(piece, head)
        doc = piece.doc
        at = head.i + 1
        if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "for"):
            return phrase
        if not head.text[0].isupper():
            return with_body(phrase)
        while at + 1 < len(doc) and doc[at].lower_ in ("of", "for"):
            end = at + (2 if doc[at + 1].lower_ == "the" and at + 2 < len(doc) else 1)
            while end < len(doc) and doc[end].lower_ not in words("names", "times"):
                joins = (
                    doc[end].lower_ in ("and", "&") and end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
                )
                if not doc[end].text[:1].isupper() and not joins:
                    break
                end += 1
            if not doc[end - 1].text[:1].isupper():
                break
            phrase.last, at = end - 1, end
        return phrase

    def bodies_with(self, key: Parts) -> list[tuple[Body, Source]]:
        """The bodies with exactly that key."""
        return self._by_key.get(key, [])

    def add_body(self, phrase: Phrase) -> Source:
        """The body the phrase names, made when it is new."""
        body = body_of(phrase)
        for known, source in self.bodies_with(body.key):
            if known.side == body.side:
                return source
        doc = phrase.piece.doc
        start, end = phrase.piece.span(doc[phrase.begin], doc[phrase.last])
        source = Source(body_name(body), "org", side=body.side, parts=[body.key], first=start)
        source.plural = doc[phrase.head].tag_ in ("NNS", "NNPS") and not body.proper
        self.bodies.append((body, source))
        self._by_key.setdefault(body.key, []).append((body, source))
        self._acronym(body, source, end)
        return source

    def same_body(self, phrase: Phrase, source: Source) -> None:
        """Let the phrase, an apposition ("Hamas, an armed group"), name `source` rather than a body of its own."""
        body = body_of(phrase)
        own = [(b, s) for b, s in self.bodies_with(body.key) if b.side == body.side]
        if any(s is source for _, s in own):
            return
        self.bodies = [(b, s) for b, s in self.bodies if (b, s) not in own]
        self.bodies.append((body, source))
        self._by_key[body.key] = [(b, s) for b, s in self.bodies if b.key == body.key]

    def drop_unsided(self) -> None:
        """Forget "the Defense Ministry" where "Russia's Defense Ministry" is known: it is no third body."""
        sided = {body.key for body, _ in self.bodies if body.side}
        self.bodies = [(body, source) for body, source in self.bodies if body.side or body.key not in sided]
        self._by_key = {}
        for body, source in self.bodies:
            self._by_key.setdefault(body.key, []).append((body, source))

    def _acronym(self, body: Body, source: Source, end: int) -> None:
        """State Emergency Service (SES): the letters in brackets stand for the name, and so may its initials."""
        self._letters(source, end)
        initials = [word[0] for word in re.split(r"[\s\-]+", body.printed) if word[:1].isupper()]
        if len(initials) >= 3:
            self.aliases.setdefault("".join(initials).casefold(), source)
        for other in _same_bodies().get(body.printed.casefold(), ()):
            self.aliases.setdefault(other, source)

    def _letters(self, source: Source, end: int) -> None:
        """Islamic State (IS) militants: the letters in brackets behind a name stand for it."""
        found = re.match(r"\s*\(([A-Z][A-Za-z.&\-]{1,9})\)", self.parsed.text[end : end + 16])
        if found:
            self.aliases.setdefault(found.group(1).casefold(), source)

    # ------------------------------------------------------------ names in the text

    def other(self, text: str, kind: Kind, role: str | None = None, plural: bool = False) -> Source:
        """A source known only by its printed name, the same for each printing."""
        source = self.aliases.get(text.casefold()) if kind == "org" else None
        source = source or self._printed.get(text.casefold())
        if source is None:
            source = Source(text, kind, role, side_of(text), plural=plural)
            self._printed[text.casefold()] = source
            for same in _same_bodies().get(text.casefold(), ()):
                self.aliases.setdefault(same, source)
        source.role = source.role or role
        return source

    def bind(self, name: Name) -> None:
        """Tie a name in the text to its source, and note the mention."""
        source, why = self._source_of(name)
        if source is None:
            return
        piece, doc = name.piece, name.piece.doc
        for at in range(name.core, name.last + 1):
            self.named[id(piece), at] = (name, source)
        for at in range(name.reach[0], name.reach[1] + 1):
            self.near.setdefault((id(piece), at), (name, source))
        start, end = piece.span(doc[name.core], doc[name.last])
        if source.kind == "org":
            self._letters(source, end)
        owner = name.last + 1 < len(doc) and doc[name.last + 1].text in POSSESSIVE
        covered = range(name.reach[0], name.reach[1] + 1)
        subject = any(doc[i].dep_ in ("nsubj", "nsubjpass") and doc[i].head.i not in covered for i in covered)
        # The governor, Ihor Dahl, posted that …: the parse may make the whole sentence hang on the noun.
        subject = subject or any(doc[i].dep_ == "ROOT" for i in covered)
        subjects = ("nsubj", "nsubjpass")
        # One of them, Ana Petrescu, had a theory.
        beside = doc[name.last]
        one = beside.dep_ == "appos" and beside.head.dep_ in subjects and beside.head.lower_ == "one"
        subject = subject or (one and source.kind == "person")
        topic = owner and doc[name.last].dep_ == "poss" and doc[name.last].head.dep_ in subjects
        self.mentions.append(Mention(start, end, source, why, subject, owner, topic))

    def _source_of(self, name: Name) -> tuple[Source | None, str]:
        alias = self.aliases.get(name.text.casefold())
        if alias is not None:
            return alias, f"{name.text} stands for {alias.name}"
        if name.kind == "org":
            heads = words("organisations", "heads") | words("organisations", "state_heads")
            if any(name.piece.doc[i].lower_ in heads for i in range(name.core, name.last + 1)):
                return None, ""  # read with the words around it, which may tell its side
            return self.other(name.text, "org", name.role), "named"
        parts = name_parts(name.text)
        found = self.persons_fitting(parts)
        if len(found) > 1:
            before = [m.source for m in self.mentions[-40:] if m.start < name.offset and m.source in found]
            found = before[-1:] or found[:1]
        if found:
            full = found[0].name == name.text
            return found[0], "named" if full else f"{name.text} is {found[0].name}"
        return None, ""


def body_name(body: Body) -> str:
    """The canonical name of a body: "Ukraine's air force", "Hamas", "State Emergency Service"."""
    if body.side and body.of_state and (len(body.key) <= 3 or not body.proper):
        if re.search(r"\bof\b", body.words) and body.side in body.words:
            return body.words
        front = lexicon.load("organisations")["possessive"].get(body.side)
        return f"{front} {body.words}" if front else f"{body.side}'s {body.words}"
    return body.words if body.proper and len(body.key) > 2 and body.side else body.printed
