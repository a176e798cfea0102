"""Whom a text has brought in, or is about to: "the striker" after his name, "he" before it, "the firm" by its name only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.clusters import Source
from extract.phrases import Phrase
from extract.wordlists import POSSESSIVE, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from extract.clusters import Mention
    from extract.names import Name
    from extract.sources import Sources

#: What somebody is called by his age alone: of several, the one whose age the text has told.
_AGES = frozenset({"teenager", "teen", "youngster", "pensioner", "retiree", "schoolboy", "schoolgirl", "pupil", "boy", "girl"})  # fmt: skip
_AGED = re.compile(r",?\s+(?:aged\s+)?\d{1,2}\b(?![,.]?\d)")


def settle_kinds(names: Sequence[Name]) -> None:
    """Let a name be a body's throughout where one of its mentions says so: "the brokerage Tallis Grey"."""
    for name in names:
        # The Montana Courier: no person's name has an article of its own.
        before = name.piece.doc[name.first - 1] if name.first else None
        if before is not None and before.text == "The" and not before.is_sent_start and not name.titled:
            name.kind = "org" if name.kind in ("person", "unknown") else name.kind
        if name.kind in ("person", "unknown") and not name.titled and _of_a_firm(name):
            name.kind, name.role = "org", None
    bodies = {name.text.casefold() for name in names if name.kind == "org" and name.last > name.core}
    for name in names:
        if name.kind in ("person", "unknown") and not name.role and name.text.casefold() in bodies:
            name.kind = "org"


def _of_a_firm(name: Name) -> bool:
    """ "The airline, Atlantic Crest, said"; "Vantor, the chip designer, will cut jobs, the company announced"."""
    doc, at = name.piece.doc, name.core
    if at > 2 and doc[at - 1].text == "," and doc[at - 2].lower_ in words("organisations", "blank_heads"):
        plain = doc[at - 3].lower_ in ("the", "its", "their") or doc[at - 3].pos_ in ("ADJ", "NOUN")
        closed = name.last + 1 < len(doc) and doc[name.last + 1].text == ","
        if plain and closed and doc[at - 2].dep_ not in ("pobj", "poss", "compound"):
            return True
    after = name.last + 1
    if name.last > name.core or after + 2 >= len(doc) or doc[after].text != ",":
        return False
    if doc[after + 1].lower_ not in ("the", "a", "an"):
        return False
    near = doc[after : doc[name.last].sent.end].text
    return _THE_FIRM.search(near) is not None and _OF_ONE.search(near) is None


_THE_FIRM = re.compile(r"\b[Tt]he (?:company|firm|retailer|airline|carmaker|automaker|drugmaker|chipmaker|chain|start-?up|lender|manufacturer|maker)\b")  # fmt: skip
_OF_ONE = re.compile(r"\b(?:he|she|his|her|him|who)\b", re.IGNORECASE)

#: Words that anybody may be called by, known or not.
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "child", "official", "source", "resident"})
#: Who is there by his task, named or not: the judge and the lawyer are not the one on trial, nor is the driver.
_AT_HAND = frozenset({"judge", "magistrate", "prosecutor", "lawyer", "attorney", "solicitor", "barrister", "counsel", "coroner", "bailiff", "clerk", "foreman", "juror", "detective", "officer", "policeman", "policewoman", "constable", "trooper", "spokesman", "spokeswoman", "spokesperson", "aide", "publicist", "agent", "referee", "umpire", "linesman", "interviewer", "reporter", "journalist", "correspondent", "moderator", "presenter", "host", "anchor", "driver", "translator", "interpreter", "caller", "witness", "passenger", "bystander", "neighbour", "neighbor", "doctor", "nurse", "surgeon", "paramedic", "landlord", "manager", "publisher", "editor", "opponent", "rival", "auctioneer", "caretaker", "waiter", "waitress", "colleague", "friend", "relative"})  # fmt: skip
#: Offices of which a report may name another holder, or none: only who was told of just before may hold one.
_OFFICES = frozenset({"president", "premier", "minister", "governor", "mayor", "chancellor", "secretary", "speaker", "king", "queen", "pope", "ambassador", "commissioner", "sheriff", "chief", "director", "chairman", "chairwoman", "chair", "head", "leader", "ceo", "prefect", "dean", "rector", "principal", "commander", "general"})  # fmt: skip


def known_before(sources: Sources, phrase: Phrase, token: Token, offset: int) -> Source | None:
    """ "The spokesman" after "a spokesman for the ministry"; "the Ukrainian leader" after a bare surname."""
    doc = phrase.piece.doc
    if any(doc[at].text in POSSESSIVE for at in range(phrase.begin, phrase.head)):
        return None  # the landlord's lawyer is not the tenant of whom the text spoke just before
    here = sources.sentence(offset)
    mentions = [m for m in sources.mentions_before(offset) if m.source.kind in ("person", "officials")]
    for mention in reversed(mentions):
        if mention.source.head == token.lower_ and mention.source.name.casefold() != phrase.text.casefold():
            return mention.source
    for at, source in reversed(sources.spoken_before(offset)):
        if source.head == token.lower_ and at < offset:
            return source
    likely = [m for m in mentions if not m.source.plural and not m.source.head and _may_be(m.source, token)]
    if token.lower_ in _AGES and (aged := _of_told_age(sources, likely, here)) is not None:
        return aged
    if token.lower_ in _ANYBODY | _AT_HAND:
        return None
    close = [m for m in likely if here - sources.sentence(m.start) <= 2]
    people = {id(m.source): m.source for m in close if m.subject}
    if not any(person.role is None for person in people.values()):
        people = _only_ones(sources, phrase, likely, token)
    if len(people) != 1:
        return None
    person = next(iter(people.values()))
    return person if person.role is None else None


def _only_ones(
    sources: Sources, phrase: Phrase, likely: Sequence[Mention], token: Token
) -> dict[int, Source]:
    """ "Nobody had told Ana Petrescu. The candidate said": those of whom no role is told, no subjects though they are.

    Of an office only who is named after it: "Did the minister know? Ana Petrescu says not. … The minister said".
    """
    offset = phrase.piece.start(token)
    told = [
        *(m.source for m in sources.mentions_before(offset)),
        *(s for _, s in sources.spoken_before(offset)),
    ]
    text = sources.parsed.text
    anew = re.compile(
        rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}?{re.escape(token.lower_)}\b", re.IGNORECASE
    )
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if after in ("of", "for", "at", "from", "in", "who") or anew.search(text, max(0, offset - 2500), offset):
        return {}  # "a pastor", brought in before, is "the pastor"
    if token.lower_ not in _OFFICES and any(source.head == token.lower_ for source in told):
        return {}
    likely = [m for m in likely if _WHERE.search(text, max(0, m.start - 16), m.start) is None]
    found = {id(m.source): m.source for m in likely if m.source.role is None}
    full = {key: person for key, person in found.items() if " " in person.name}
    found = full or found  # "Third" may be the title of a work
    if token.lower_ in _OFFICES and after not in ("himself", "herself"):
        office = re.compile(rf"\b[Tt]he {re.escape(token.lower_)}\b(?! of\b)")
        found = {
            k: p for k, p in found.items() if office.search(text, max(0, p.first - 2500), p.first) is not None
        }
    return found


#: Behind these stands a place, or an outlet, that may look like a name: "in Nam Pyar", "told the Ledger Abeba".
_WHERE = re.compile(
    r"\b(?:in|at|near|from|around|outside|to|the|towards?|into|over|across)\s$", re.IGNORECASE
)


def by_deed(sources: Sources, token: Token, offset: int) -> Source | None:
    """ "Her successor", after "Ana Petrescu, who succeeded her": whoever did what the noun says."""
    word = token.lower_
    if not word.endswith(("er", "or")) or len(word) < 6:
        return None
    for mention in reversed(sources.mentions_before(offset)):
        if mention.source.kind == "person" and (did := _WHO_DID.match(sources.parsed.text, mention.end)):
            if did["verb"][:4] == word[:4]:
                return mention.source
    return None


_WHO_DID = re.compile(
    r",(?:\s+\d\d,)?\s+who\s+(?:had\s+|has\s+|have\s+|later\s+|first\s+)?(?P<verb>[a-z]{4,})\b"
)


def named_soon(sources: Sources, phrase: Phrase, token: Token, offset: int) -> Source | None:
    """ "The health secretary would say only …" in the lead, and then, with no word of who that is: "Julian Marsh told the BBC".

    A full name that nothing is told of, and that begins a paragraph, belongs to whom the lead has told of.
    """
    if phrase.determiner != "the" or token.tag_ != "NN" or sources.sentence(offset) > 3:
        return None
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("of", "for", "at", "in", "from"):
        return None
    for mention in sources.mentions_after(offset):
        person = mention.source
        if person.kind != "person" or person.head:
            continue
        alone = person.first == mention.start and person.role is None and " " in person.name
        opens = sources.parsed.text[mention.start - 1 : mention.start] == "\n"
        return person if alone and opens and mention.subject and _may_be(person, token) else None
    return None


def _may_be(source: Source, token: Token) -> bool:
    """An actress is no man by name."""
    if source.gender is None:
        return True
    return token.lower_ not in words("titles", "male_words" if source.gender == "f" else "female_words")


def _of_told_age(sources: Sources, mentions: Sequence[Mention], here: int) -> Source | None:
    """ "The teenager": whoever's age the text told last, "Aurelio Sanz, 19"."""
    for mention in reversed(mentions):
        if here - sources.sentence(mention.start) > 4:
            break
        if _AGED.match(sources.parsed.text, mention.end):
            return mention.source
    return None


def first_after(sources: Sources, offset: int, fits: Callable[[Source], bool]) -> Source | None:
    """ "“I lost,” he said. Owen Hart had just conceded": the first to be named, soon, where nobody was before."""
    here = sources.sentence(offset)
    for mention in sources.mentions_after(offset):
        if sources.sentence(mention.start) - here > 2:
            break
        if mention.source.kind == "person" and mention.subject and not mention.source.head:
            return mention.source if fits(mention.source) else None
    return None
