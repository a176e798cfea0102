"""Whom "he", "the president" and "the ministry" mean: candidates, what speaks for each, and the reason."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from extract import lexicon
from extract.callednames import called, counterpart, presented_as
from extract.clusters import Source
from extract.introduced import by_deed, first_after, known_before, named_soon
from extract.lastbodies import OFFICES, armed_before, heard, last_body, nearest, told_apart
from extract.phrases import EMPTY, Phrase, body_of, phrase_of, with_complement
from extract.pronounruns import carried
from extract.wordlists import POSSESSIVE, side_of, sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece
    from extract.sources import Sources

Answer = tuple[Source | None, str]

PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_HIS_OR_HERS = frozenset({"he", "she", "him", "her"})
_SIGN = re.compile(r"\b(?:(?:call|code)[ -]?(?:sign|name)|nickname|nom de guerre)\s*[\"“‘']?$")
#: Two candidates closer than this (in sentences' worth of distance) leave a pronoun undecided.
_MARGIN = 0.35


def resolve_pronoun(sources: Sources, piece: Piece, token: Token, word: str = "") -> Answer:
    """The nearest source that fits by number and gender; speakers and subjects count for more.

    `word` is the pronoun, where it is not the token itself: "person" for one of either gender.
    """
    word = word or token.lower_
    offset = piece.start(token)
    here = sources.sentence(offset)
    text = sources.parsed.text
    paragraph = text.rfind("\n", max(0, offset - 4000), offset)
    scores: dict[int, tuple[float, Source]] = {}
    leaning: list[tuple[float, Source]] = []

    def add(source: Source, score: float, at: int) -> None:
        if word in _HIS_OR_HERS and source.gender is None:
            if source.leaning == "f" and word in ("he", "him"):
                if at < piece.start(token.sent[0]):
                    leaning.append((score, source))
                return
            if source.leaning is None and source.head and at < paragraph:
                score -= 1.2  # "a reporter" asked in between
        if word == "person" and source.head:
            score -= 2.0  # the 34-year-old is somebody whom the text names, not her husband
        if word in _HIS_OR_HERS and source.heard is not None and not _sounds(word, source.heard):
            score -= 4.0  # she asked him: “he” is hardly who was “she” just now
        if word in _HIS_OR_HERS and source.kind == "person" and source.role and not source.head:
            score += 0.5  # a mayor by name rather than "the elder", "a resident"
        if _agrees(word, source) and score > scores.get(id(source), (-99.0, source))[0]:
            scores[id(source)] = (score, source)

    # "Ukraine's army lost 210 men, it said": who speaks at the end is not who is spoken of before.
    trailing_comma = token.i > token.sent.start and token.nbor(-1).text == ","
    trailing = word in ("it", "they") and trailing_comma
    # "Dahl, he added, was a liar": whoever stands right before an interposed frame is not who speaks.
    doc = piece.doc
    interposed = trailing_comma and token.i + 2 < len(doc) and doc[token.i + 2].text == ","
    spoken = sources.spoken_before(offset)
    for mention in sources.mentions_before(offset):
        if interposed and word in ("he", "she") and offset - mention.end <= 2:
            continue
        if word in _HIS_OR_HERS and _SIGN.search(text, max(0, mention.start - 20), mention.start):
            continue  # a commander with the call sign “Fox”
        if trailing and sources.sentence(mention.start) == here:
            continue
        away = here - sources.sentence(mention.start)
        if away > 8 or (word in _HIS_OR_HERS and away <= 2 and _fell(piece, mention.start, mention.end)):
            continue
        score = 3.0 * mention.subject - 0.7 * away - 1.5 * mention.owner
        if mention.topic:
            score += 2.5
        told = trailing and any(
            at < mention.start
            and s is not mention.source
            and sources.sentence(at) == here - 1
            and _agrees(word, s)
            for at, s in spoken
        )
        if away == 1 and (mention.subject or mention.topic) and mention.end > paragraph and not told:
            score += 1.8  # what the sentence before is about outweighs who spoke in another paragraph
        elif away == 1 and mention.end > paragraph and mention.start == mention.source.first:
            score += 3.0  # … until a student, Ana Petrescu, compared it: brought in just now
        if away == 0:
            score += 1.5 if mention.subject else -0.8
        add(mention.source, score, mention.end)
    if word in _HIS_OR_HERS and (chain := carried(sources, piece, token, resolve_pronoun)) is not None:
        add(chain, 4.6, offset)
    for at, source in spoken:
        away = here - sources.sentence(at)
        if away <= 6:
            add(source, (5.2 if away == 0 else 4.5) - 0.7 * away, at)
    ranked = sorted(scores.values(), key=lambda item: -item[0])
    if not ranked and leaning:  # Bala Musa: an ending that tells nothing where nobody else is meant
        return max(leaning, key=lambda item: item[0])[1], f"nobody else before “{token.text}” fits it"
    if not ranked and word in _HIS_OR_HERS | {"person"}:
        named = first_after(sources, offset, lambda source: _agrees(word, source))
        if named is not None:
            return named, f"“{token.text}” is {named.name}, named just after it"
    if not ranked:
        return None, f"nobody before “{token.text}” fits it"
    if (
        len(ranked) > 1
        and ranked[0][0] - ranked[1][0] < _MARGIN
        and not _same_words(ranked[0][1], ranked[1][1])
    ):
        return None, f"“{token.text}” may be {ranked[0][1].name} or {ranked[1][1].name}"
    if word in _HIS_OR_HERS and ranked[0][1].kind == "person":
        ranked[0][1].heard = "f" if word in ("she", "her") else "m"
    return ranked[0][1], f"“{token.text}” is {ranked[0][1].name}, who comes nearest before it"


def _sounds(word: str, gender: str) -> bool:
    return (gender == "f") == (word in ("she", "her"))


def _same_words(first: Source, second: Source) -> bool:
    """ "A police official in the town" is no other than "police official"."""
    names = sorted((first.name.casefold(), second.name.casefold()), key=len)
    return names[1].startswith(names[0] + " ")


def _fell(piece: Piece, start: int, end: int) -> bool:
    """Is it somebody without a name who was killed or hurt ("an elderly man died"), and so hardly speaks next?"""
    token = piece.token_at(end - 1) if piece.start(piece.doc[0]) <= start else None
    if token is None or token.pos_ != "NOUN":
        return False
    verbs = [token.head, *(t.head for t in token.ancestors if t.dep_ == "conj")]
    return token.dep_ in ("nsubj", "nsubjpass", "conj", "dobj") and any(v.lemma_ in _FALLEN for v in verbs)


_FALLEN = frozenset({"die", "kill", "injure", "wound", "hurt", "perish", "drown"})


def _agrees(word: str, source: Source) -> bool:
    if source.unsure:
        return word not in ("they", "them")
    if word in ("he", "she", "him", "her"):
        if source.kind not in ("person", "officials") or source.plural:
            return False
        return source.gender is None or _sounds(word, source.gender)
    if word == "person":
        return source.kind == "person" and not source.plural
    if word == "it":
        # A body's own name may be a plural: "the Northern Emergency Rooms".
        titled = " " in source.name and source.name.istitle()
        return source.kind == "org" and (not source.plural or titled)
    return source.plural or (source.kind == "org" and source.name not in words("reporting", "documents"))


def resolve_body(sources: Sources, piece: Piece, token: Token) -> tuple[Source, str]:
    """The body a noun names; without its side, the nearest one that the words fit."""
    phrase = sources.body_phrase(piece, token)
    body = body_of(phrase)
    offset = piece.start(piece.doc[phrase.begin])
    if (known := called(sources, piece, token)) is not None:
        sources.same_body(phrase, known)
        return known, f"{phrase.text} is called {known.name}"
    alias = sources.aliases.get(body.printed.casefold())
    if alias is not None:
        return alias, "named" if alias.name == body.printed else f"{body.printed} stands for {alias.name}"
    for child in token.children:
        # The company, Golden Valley Resources: its name stands beside it.
        beside = sources.named.get((id(piece), child.i)) if child.dep_ == "appos" else None
        if beside is not None and beside[1].kind == "org" and 0 < beside[0].first - token.i <= 2:
            return beside[1], f"{phrase.text} is {beside[1].name}, named beside it"
        if beside is None and (name := _name_beside(piece, token, child)) is not None:
            source = sources.other(name, "org", phrase.text)
            return source, f"{phrase.text} is {name}, named beside it"
    front = sources.named.get((id(piece), phrase.begin))
    if front is not None and front[1].kind == "org" and token.lower_ in words("organisations", "blank_heads"):
        rest = piece.doc[front[0].last + 1 : phrase.last + 1]
        own = any(word.text in POSSESSIVE for word in rest)  # the UN's migration agency is not the UN
        office = token.lower_ in OFFICES and len(rest) > 1  # the RSF media office speaks by a name of its own
        if front[0].last < token.i and not own and not office and all(word.is_lower for word in rest):
            return front[1], f"{phrase.text} is {front[1].name}"  # the M23 rebel group
    if (armed := armed_before(sources, piece, token)) is not None:
        return armed, f"“the {phrase.text}” is {armed.name}, the armed group named before"
    same = [s for b, s in sources.bodies_with(body.key) if b.side == body.side]
    if body.side or (not body.of_state and len(body.key) > 1 and (body.proper or phrase.determiner != "the")):
        return (same[0] if same else sources.add_body(phrase)), "named"
    if phrase.indefinite or (not phrase.determiner and not body.proper):
        return (same[0] if same else sources.add_body(phrase)), "named as printed"
    exact = [s for b, s in sources.bodies_with(body.key) if b.side]
    longer = [
        s
        for b, s in sources.bodies
        if len(b.key) > len(body.key)
        and (
            b.key[-len(body.key) :] == body.key
            or (len(body.key) > 1 and b.key[: len(body.key)] == body.key)  # the media office of the command
            or (len(body.key) == 1 and body.key[0] in b.key and (b.proper or b.of_state))
        )
    ]
    chosen = nearest(sources, exact, offset) or nearest(sources, longer, offset)
    told = chosen is not None and not heard(sources, chosen, offset)
    if chosen and not told:
        return chosen, f"{phrase.text} is {chosen.name}, named nearest"
    if (
        (token.lower_ in words("organisations", "blank_heads") or token.lower_ == "force")
        and (token.i == 0 or token.nbor(-1).lower_ != "news")  # "the state news agency" is none named before
        and not any(child.dep_ == "acl" and child.i == token.i + 1 for child in token.children)
        and not body.proper
        and not told_apart(phrase, token)
        and not any(
            t.text in POSSESSIVE for t in piece.doc[phrase.begin : phrase.head]
        )  # a governor's office
        and phrase.determiner in ("the", "this", "that")
    ):
        last = last_body(sources, token, offset)
        if last is not None and (chosen is None or heard(sources, last, offset)):
            return last, f"“the {phrase.text}” is {last.name}, the body named before"
    if chosen:
        return chosen, f"{phrase.text} is {chosen.name}, named nearest"
    return (same[0] if same else sources.add_body(phrase)), "named"


def _name_beside(piece: Piece, body: Token, last: Token) -> str | None:
    """The name in apposition to a word that tells only the sort of body: "the company, Golden Valley Resources"."""
    if last.dep_ != "appos" or last.pos_ != "PROPN" or last.ent_type_ in ("GPE", "LOC", "DATE"):
        return None
    if body.lower_ not in words("organisations", "blank_heads"):
        return None
    first = last
    while first.i - 1 > body.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).text[:1].isupper():
        first = first.nbor(-1)
    if last.ent_type_ == "PERSON" and first.i != body.i + 1:
        return None
    if first is last or not all(t.text == "," for t in body.doc[body.i + 1 : first.i]):
        return None
    start, end = piece.span(first, last)
    return " ".join(piece.text[start:end].split())


def resolve_role(sources: Sources, piece: Piece, token: Token) -> Answer:
    """The person behind "the president", "the local mayor", "Ukraine's foreign minister"."""
    doc, token = piece.doc, presented_as(token)
    if (other := counterpart(sources, piece, token)) is not None:
        return other, f"the counterpart is {other.name}"
    while token.i + 2 < len(doc) and doc[token.i + 1].text == "-" and not doc[token.i + 1].whitespace_:
        token = doc[token.i + 2]  # the secretary-general
    phrase = phrase_of(piece, token)
    offset = piece.start(token)
    text = phrase.text
    if not phrase.indefinite and not phrase.owned:
        own = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        holders = _holders(sources, phrase, exactly=own in ("himself", "herself"))
        if holders:
            chosen = _nearest_person(sources, holders, offset)
            if chosen:
                return chosen, f"“{text}” is {chosen.name}, {chosen.role}"
            return None, f"“{text}” fits more than one person"
        if phrase.determiner in ("the", "this"):
            known = known_before(sources, phrase, token, offset)
            if known is not None:
                return known, f"“the {text}” is {known.name}, of whom the text spoke just before"
    if (deed := by_deed(sources, token, offset)) is not None:
        return deed, f"“{text}” is {deed.name}, of whom the text has told that"
    later = _named_later(sources, phrase, offset)
    if later is not None:
        return later, f"“{text}” is {later.name}, {later.role}, named after it"
    if (named := named_soon(sources, phrase, token, offset)) is not None:
        return named, f"“the {text}” is {named.name}, named after it"
    long = with_complement(phrase)
    source = sources.other(long.text, "person", plural=token.tag_ == "NNS")
    source.org = source.org or _org_in(sources, piece, long)
    source.head = source.head or token.lower_
    if token.lower_ in words("titles", "female_words"):
        source.gender = "f"
    elif token.lower_ in words("titles", "male_words"):
        source.gender = "m"
    return source, "named by role only"


def _named_later(sources: Sources, phrase: Phrase, offset: int) -> Source | None:
    """ "Its president" before the name, and "a military spokesman" of the lead: the only one named thereafter.

    The name has to come soon, and nobody else of that role may be named anywhere.
    """
    here = sources.sentence(offset)
    its = phrase.determiner == "its"
    lead = phrase.indefinite and here <= 2 and phrase.begin < phrase.head
    if not (its or lead) or phrase.piece.doc[phrase.begin].like_num:
        return None
    holders = _holders(sources, phrase, exactly=True)
    if len(holders) != 1 or holders[0].plural or holders[0].first < offset:
        return None
    return holders[0] if sources.sentence(holders[0].first) - here <= (3 if its else 5) else None


def _org_in(sources: Sources, piece: Piece, phrase: Phrase) -> Source | None:
    for at in range(phrase.first, phrase.last + 1):
        if at == phrase.head:
            continue
        named = sources.named.get((id(piece), at))
        if named and named[1].kind == "org":
            return named[1]
        if sources.is_body_head(piece, piece.doc[at]):
            return resolve_body(sources, piece, piece.doc[at])[0]
    return None


@functools.cache
def _like(head: str) -> frozenset[str]:
    """The words that may stand for the same role."""
    titles = lexicon.load("titles")
    alike = {word for group in titles["same_role"] if head in group for word in group}
    return frozenset(alike | {word for group in titles["general_role"] if head == group[0] for word in group})


@functools.cache
def _printed_as(head: str) -> frozenset[str]:
    """The other ways to print a title: "col." and "colonel"."""
    return frozenset(
        word for group in lexicon.load("titles")["abbreviated"] if head in group for word in group
    )


@functools.cache
def _role_words(role: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w.-]+", role.casefold().replace("’s", "").replace("'s", "")))


def _holders(sources: Sources, phrase: Phrase, *, exactly: bool = False) -> list[Source]:
    """The persons whose role fits the words; those with the very word before those with one like it.

    `exactly` leaves the latter out.
    """
    doc = phrase.piece.doc
    first = phrase.head
    while first - 2 >= phrase.begin and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
        first -= 2
    head = "".join(doc[i].lower_ for i in range(first, phrase.head + 1))
    tokens = [doc[i] for i in range(phrase.begin, first)]
    side = side_of(" ".join(token.text for token in tokens)) if tokens else None
    wanted = {
        t.lower_ for t in tokens if t.lower_ not in EMPTY and t.lower_ not in sides() and t.pos_ != "NUM"
    }
    like = _like(head)
    exact: list[Source] = []
    alike: list[Source] = []
    for person in sources.persons:
        if not person.role or (side and person.side and person.side != side):
            continue
        role = _role_words(person.role)
        party = head in ("republican", "democrat")  # the Texas Republican: the role says no state
        if wanted and not wanted <= role and not party:
            continue
        if head in role or not role.isdisjoint(_printed_as(head)):
            exact.append(person)
        elif like & role:
            alike.append(person)
    return exact if exactly else exact or alike


def _nearest_person(sources: Sources, holders: list[Source], offset: int) -> Source | None:
    if len(holders) == 1:
        return holders[0]
    wanted = {id(source) for source in holders}
    mentioned = [m for m in sources.mentions_before(offset, 8000) if id(m.source) in wanted and not m.owner]
    spoken = [(at, source) for at, source in sources.spoken_before(offset) if id(source) in wanted]
    if spoken and (
        not mentioned
        or spoken[-1][0] >= mentioned[-1].start
        or sources.sentence(spoken[-1][0]) >= sources.sentence(mentioned[-1].start)
    ):
        return spoken[-1][1]
    return mentioned[-1].source if mentioned else None
