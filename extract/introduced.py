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
    bodies = {name.text.casefold() for name in names if name.kind == "org" and name.last > name.core}
    for name in names:
        if name.kind in ("person", "unknown") and not name.role and name.text.casefold() in bodies:
            name.kind = "org"


#: Words that anybody may be called by, known or not.
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "child", "official", "source", "resident"})


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
    close = [m for m in likely if here - sources.sentence(m.start) <= 2]
    people = {id(m.source): m.source for m in close if m.subject}
    if len(people) != 1 or token.lower_ in _ANYBODY:
        return None
    person = next(iter(people.values()))
    return person if person.role is None else None


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
