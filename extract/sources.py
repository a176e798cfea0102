"""Who speaks in an article: persons, bodies and groups, each under one name however they are mentioned.

`Sources` reads the names of a parsed article first (clusters of names, roles,
sides, acronyms) and then resolves the subject of a reporting verb: a name, "he",
"the president", "the ministry". Every answer comes with its reason; what stays
doubtful is None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract import lexicon
from extract.names import Name, find_names
from extract.phrases import EMPTY, Body, Phrase, body_of, phrase_of, with_complement
from extract.wordlists import side_of, sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Parsed, Piece

Kind = Literal["person", "org", "officials", "group"]


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
    plural: bool = False
    parts: list[tuple[str, ...]] = field(default_factory=list)  # the ways it is named, lower case
    first: int = 0  # where it is first mentioned


@dataclass(slots=True, eq=False)
class Mention:
    """Where a source is named; `subject` when it is what the clause is about."""

    start: int
    end: int
    source: Source
    why: str
    subject: bool = False
    owner: bool = False  # only owns something: "Trump's team"


def _parts(text: str) -> tuple[str, ...]:
    """The words of a name, without nicknames between marks and without joining dashes."""
    text = re.sub(r"[“\"‘'(][^”\"’')]*[”\"’')]\s?", "", text) or text
    return tuple(part for part in re.split(r"[\s\-‑]+", text.casefold().strip(" .,")) if part)


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Can `short` be another way to print the name `long`?"""
    if len(short) > len(long):
        short, long = long, short
    rest = iter(long)
    if not all(
        any(
            part == other or (len(part) == 2 and part[1] == "." and other.startswith(part[0]))
            for other in rest
        )
        for part in short
    ):
        return False
    weak = words("names", "particles")
    return len(short) > 1 or (short[0] not in weak and short[0] in (long[-1], long[0], *long[1:]))


class Sources:
    """The sources of one article. Built once; `spoke` tells it, in text order, who spoke where."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.mentions: list[Mention] = []
        self.persons: list[Source] = []
        self.bodies: list[tuple[Body, Source]] = []
        self._spoken: list[tuple[int, Source]] = []
        self._sentences: list[int] = []
        self._named: dict[tuple[int, int], tuple[Name, Source]] = {}
        self._near: dict[tuple[int, int], tuple[Name, Source]] = {}
        self._aliases: dict[str, Source] = {}
        self._printed: dict[str, Source] = {}
        self._read()

    # ------------------------------------------------------------ reading

    def _read(self) -> None:
        frames = [paragraph.frame for paragraph in self.parsed.paragraphs]
        self._sentences = sorted(piece.start(sent[0]) for piece in frames for sent in piece.doc.sents)
        names = [
            (name, paragraph.headline)
            for paragraph in self.parsed.paragraphs
            for name in find_names(paragraph.frame)
        ]
        # Full names first: a surname may stand before the name it belongs to (headlines do that).
        people = [name for name, _ in names if name.kind == "person"]
        for name in sorted(people, key=lambda n: -len(_parts(n.text))):
            self._person(name)
        self.persons.sort(key=lambda person: person.first)
        for piece in frames:
            self._read_bodies(piece)
        # "The Defense Ministry" beside "Russia's Defense Ministry" is no third body.
        sided = {body.key for body, _ in self.bodies if body.side}
        self.bodies = [(body, source) for body, source in self.bodies if body.side or body.key not in sided]
        for name, _ in names:
            self._bind(name)
        heads = words("organisations", "heads") | words("organisations", "state_heads")
        for piece in frames:
            for token in piece.doc:
                if token.lower_ in heads and self._is_body_head(piece, token):
                    self._mention_body(piece, token)
        self.mentions.sort(key=lambda mention: mention.start)

    def _person(self, name: Name) -> Source:
        parts = _parts(name.text)
        for person in self.persons:
            if any(_fits(parts, known) for known in person.parts):
                break
        else:
            person = Source(name.text, "person", parts=[parts], first=name.offset)
            self.persons.append(person)
        if parts not in person.parts:
            person.parts.append(parts)
        person.first = min(person.first, name.offset)
        self._describe(person, name)
        return person

    def _describe(self, person: Source, name: Name) -> None:
        if name.role:
            known = person.role.split("; ") if person.role else []
            new = [role for role in name.role.split("; ") if role not in known]
            courtesy = words("titles", "courtesy")
            person.role = (
                "; ".join(sorted([*known, *new], key=lambda role: role.casefold() in courtesy)) or None
            )
            person.side = person.side or side_of(name.role)
            lower = set(re.findall(r"[\w.’'-]+", name.role.casefold()))
            if lower & words("titles", "female_words"):
                person.gender = "f"
            elif lower & words("titles", "male_words"):
                person.gender = person.gender or "m"
        if person.gender is None:
            person.gender = _gender(_parts(name.text))

    def _read_bodies(self, piece: Piece) -> None:
        heads = words("organisations", "heads") | words("organisations", "state_heads")
        for token in piece.doc:
            if token.lower_ in heads and self._is_body_head(piece, token):
                self._body(self._body_phrase(piece, token))

    def _is_body_head(self, piece: Piece, token: Token) -> bool:
        """Is the word the head of a body's name, and not a part of "the air force commander"?"""
        doc = piece.doc
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or piece.mask(token) is not None:
            return False
        if token.i + 1 == len(doc):
            return True
        after = doc[token.i + 1]
        return not (
            after.pos_ in ("NOUN", "PROPN")
            and not after.is_sent_start
            and after.lower_ not in words("names", "times")
            and after.text[0].isupper() == token.text[0].isupper()
        )

    def _mention_body(self, piece: Piece, token: Token) -> None:
        source, why = self._resolve_body(piece, token)
        start, end = self.span_of(piece, token)
        after = piece.doc[token.i + 1] if token.i + 1 < len(piece.doc) else None
        owner = after is not None and after.text in ("'s", "’s", "’", "'")
        self.mentions.append(Mention(start, end, source, why, token.dep_ in ("nsubj", "nsubjpass"), owner))

    def _body_phrase(self, piece: Piece, head: Token) -> Phrase:
        phrase = phrase_of(piece, head)
        doc = piece.doc
        # Ministry of Health; but "the military of" nobody capitalised.
        at = head.i + 1
        if head.text[0].isupper() and at + 1 < len(doc) and doc[at].lower_ in ("of", "for"):
            end = at + (2 if doc[at + 1].lower_ == "the" and at + 2 < len(doc) else 1)
            while (
                end < len(doc)
                and (
                    doc[end].text[:1].isupper()
                    or (doc[end].lower_ == "and" and end + 1 < len(doc) and doc[end + 1].text[:1].isupper())
                )
                and doc[end].lower_ not in words("names", "times")
            ):
                end += 1
            if doc[end - 1].text[:1].isupper():
                phrase.last = end - 1
        elif head.lower_ == "ministry" and at + 1 < len(doc) and doc[at].lower_ == "of":
            phrase = with_complement(phrase)
        return phrase

    def _body(self, phrase: Phrase) -> Source:
        """The body the phrase names, made when it is new."""
        body = body_of(phrase)
        start, end = phrase.piece.span(phrase.piece.doc[phrase.begin], phrase.piece.doc[phrase.last])
        same = [(b, s) for b, s in self.bodies if b.key == body.key]
        for known, source in same:
            if known.side == body.side:
                return source
        source = Source(_body_name(body), "org", side=body.side, parts=[body.key], first=start)
        if phrase.head < phrase.last or body.proper:
            source.parts.append(tuple(body.printed.casefold().split()))
        self.bodies.append((body, source))
        self._acronym(phrase, source, end)
        return source

    def _acronym(self, phrase: Phrase, source: Source, end: int) -> None:
        """State Emergency Service (SES): the letters in brackets stand for the name."""
        found = re.match(r"\s*\(([A-Z][A-Za-z.&\-]{1,9})\)", self.parsed.text[end : end + 16])
        if found:
            self._aliases.setdefault(found.group(1).casefold(), source)
        body_words = [word for word in re.split(r"[\s\-]+", body_of(phrase).printed) if word[:1].isupper()]
        if len(body_words) >= 3:
            self._aliases.setdefault("".join(word[0] for word in body_words).casefold(), source)

    def _bind(self, name: Name) -> None:
        """Tie a name in the text to its source, and note the mention."""
        source, why = self._source_of(name)
        if source is None:
            return
        piece, doc = name.piece, name.piece.doc
        for at in range(name.core, name.last + 1):
            self._named[id(piece), at] = (name, source)
        for at in range(name.reach[0], name.reach[1] + 1):
            self._near.setdefault((id(piece), at), (name, source))
        start, end = piece.span(doc[name.core], doc[name.last])
        owner = name.last + 1 < len(doc) and doc[name.last + 1].text in ("'s", "’s", "’", "'")
        subject = any(doc[i].dep_ in ("nsubj", "nsubjpass") for i in range(name.first, name.reach[1] + 1))
        self.mentions.append(Mention(start, end, source, why, subject, owner))

    def _source_of(self, name: Name) -> tuple[Source | None, str]:
        parts = _parts(name.text)
        if name.kind == "org":
            alias = self._aliases.get(name.text.casefold())
            if alias:
                return alias, "the letters stand for the name"
            heads = words("organisations", "heads") | words("organisations", "state_heads")
            if any(name.piece.doc[i].lower_ in heads for i in range(name.core, name.last + 1)):
                return None, ""  # read with the words around it, which may tell its side
            return self._other(name.text, "org", name.role), "named"
        fits = [p for p in self.persons if any(_fits(parts, known) for known in p.parts)]
        if len(fits) > 1:
            surname = [p for p in fits if any(parts[-1] == known[-1] for known in p.parts)]
            fits = surname or fits
        if len(fits) > 1:
            before = [m.source for m in self.mentions if m.start < name.offset and m.source in fits]
            fits = before[-1:] or fits[:1]
        if fits:
            return fits[0], "named" if parts in fits[0].parts[:1] else f"{name.text} is {fits[0].name}"
        if name.kind == "place":
            return None, ""
        alias = self._aliases.get(name.text.casefold())
        if alias:
            return alias, "the letters stand for the name"
        return None, ""

    def _other(self, text: str, kind: Kind, role: str | None = None, plural: bool = False) -> Source:
        """A source known only by its printed name."""
        source = self._printed.get(text.casefold())
        if source is None:
            source = Source(text, kind, role, side_of(text), plural=plural)
            self._printed[text.casefold()] = source
        source.role = source.role or role
        return source

    def together(self, named: list[Source]) -> Source:
        """Several who speak as one: "officials and Ukraine's air force"."""
        source = self._other(" and ".join(source.name for source in named), "group", plural=True)
        return source

    # ------------------------------------------------------------ speaking

    def spoke(self, offset: int, source: Source) -> None:
        """Tell that `source` spoke at `offset`; told in text order, it settles the pronouns that follow."""
        self._spoken.append((offset, source))

    def last_spoke(self, offset: int) -> tuple[int, Source] | None:
        """Who spoke last before `offset`, and where."""
        before = [item for item in self._spoken[-12:] if item[0] < offset]
        return before[-1] if before else None

    def sentence(self, offset: int) -> int:
        """The number of the sentence (frames only) that holds `offset`."""
        return bisect_right(self._sentences, offset)

    # ------------------------------------------------------------ resolving

    def resolve(self, piece: Piece, token: Token) -> tuple[Source | None, str]:
        """The source that the noun, name or pronoun `token` stands for, and why."""
        if token.pos_ == "PRON" and token.lower_ in _PRONOUNS:
            return self._pronoun(piece, token)
        named = self._named.get((id(piece), token.i))
        if named:
            name, source = named
            return source, "named" if source.name == name.text else f"{name.text} is {source.name}"
        near = self._near.get((id(piece), token.i))
        if near and (
            token.lower_ in words("titles", "roles") or token.lower_ in words("organisations", "heads")
        ):
            return near[1], f"{token.text} stands beside the name"
        if token.lower_ in words("organisations", "groups"):
            return self._group(piece, token)
        place = self._place(piece, token)
        if place:
            return place
        if token.lower_ in words("titles", "roles"):
            return self._role(piece, token)
        if token.lower_ in words("organisations", "heads") | words("organisations", "state_heads"):
            return self._resolve_body(piece, token)
        return self._unknown(piece, token)

    def span_of(self, piece: Piece, token: Token) -> tuple[int, int]:
        """The mention as printed around `token`: a name without title, a noun with its article, a pronoun."""
        named = self._named.get((id(piece), token.i)) or self._near.get((id(piece), token.i))
        if named:
            name = named[0]
            return piece.span(piece.doc[name.core], piece.doc[name.last])
        if token.pos_ == "PRON":
            return piece.span(token, token)
        if token.pos_ == "PROPN" and token.lower_ not in words("organisations", "heads"):
            first = token.i
            while (
                first
                and piece.doc[first - 1].dep_ == "compound"
                and piece.doc[first - 1].head.i in range(first, token.i + 1)
            ):
                first -= 1
            return piece.span(piece.doc[first], token)
        phrase = self._body_phrase(piece, token)
        return piece.span(piece.doc[phrase.first], piece.doc[phrase.last])

    def _place(self, piece: Piece, token: Token) -> tuple[Source, str] | None:
        """Kyiv said: a capital or country that speaks."""
        phrase = phrase_of(piece, token)
        text = phrase.text
        if text.casefold() in sides() and token.pos_ == "PROPN":
            source = self._other(text, "org")
            source.side = sides()[text.casefold()]
            return source, "named"
        return None

    def _group(self, piece: Piece, token: Token) -> tuple[Source, str]:
        phrase = phrase_of(piece, token)
        if phrase.head == phrase.begin and token.lower_ in ("some", "many", "others", "both", "most"):
            return self._other(phrase.text, "group", plural=True), "named as printed"
        kind: Kind = "officials" if token.lemma_.casefold() in ("official", "authority") else "group"
        if token.lower_ in _WITH_COMPLEMENT:
            phrase = with_complement(phrase)
        return self._other(phrase.text, kind, plural=token.tag_ in ("NNS", "NNPS")), "named as printed"

    def _unknown(self, piece: Piece, token: Token) -> tuple[Source | None, str]:
        if token.pos_ == "PRON" and token.lower_ not in (
            "one",
            "everyone",
            "somebody",
            "someone",
            "others",
            "both",
        ):
            return None, f"{token.text} stands for nobody known"
        start, end = self.span_of(piece, token)
        text = re.sub(r"^(?:the|a|an)\s+", "", self.parsed.text[start:end], flags=re.IGNORECASE)
        if not text:
            return None, "no name"
        parts = _parts(text)
        if text[:1].isupper():
            for person in self.persons:
                if any(_fits(parts, known) for known in person.parts):
                    return person, f"{text} is {person.name}"
        if token.pos_ == "PROPN":
            source = self._other(text, "person" if len(parts) > 1 else "org")
            if len(parts) > 1:
                source.parts = [parts]
                source.gender = _gender(parts)
                self.persons.append(source)
            return source, "named as printed"
        return self._other(text, "group", plural=token.tag_ == "NNS"), "named as printed"

    # -------- bodies

    def _resolve_body(self, piece: Piece, token: Token) -> tuple[Source, str]:
        phrase = self._body_phrase(piece, token)
        body = body_of(phrase)
        offset = piece.start(piece.doc[phrase.begin])
        full = [s for b, s in self.bodies if b.key == body.key and b.side == body.side]
        if body.side or not body.of_state and len(body.key) > 1:
            return (full[0] if full else self._body(phrase)), "named"
        # "the ministry", "the air force": the nearest body that the words fit, best one whose side is known.
        candidates = [
            (b, s)
            for b, s in self.bodies
            if b.key[-len(body.key) :] == body.key
            or (len(body.key) == 1 and body.key[0] in b.key and (b.proper or b.of_state))
        ]
        if phrase.indefinite or (not phrase.determiner and not body.proper):
            return (full[0] if full else self._body(phrase)), "named as printed"
        exact = [(b, s) for b, s in candidates if b.key == body.key and b.side]
        longer = [(b, s) for b, s in candidates if len(b.key) > len(body.key)]
        chosen = self._nearest([s for _, s in exact], offset) or self._nearest([s for _, s in longer], offset)
        if chosen:
            return chosen, f"{phrase.text} is {chosen.name}, named nearest"
        return (full[0] if full else self._body(phrase)), "named"

    def _nearest(self, sources: list[Source], offset: int) -> Source | None:
        """The one mentioned last before `offset`, else the only one mentioned after."""
        if not sources:
            return None
        spoken = [(at, s) for at, s in self._spoken if at < offset and s in sources]
        mentioned = [(m.start, m.source) for m in self.mentions if m.start < offset and m.source in sources]
        first = [(s.first, s) for s in sources if s.first < offset]
        before = [*spoken, *mentioned, *first]
        if before:
            return max(before, key=lambda item: item[0])[1]
        return sources[0] if len(set(map(id, sources))) == 1 else None

    # -------- roles

    def _role(self, piece: Piece, token: Token) -> tuple[Source | None, str]:
        phrase = phrase_of(piece, token)
        offset = piece.start(token)
        text = phrase.text
        if not phrase.indefinite and not phrase.owned:
            fits = self._holders(phrase)
            if fits:
                chosen = self._nearest_person(fits, offset)
                if chosen:
                    return chosen, f"“{text}” is {chosen.name}, {chosen.role}"
                return None, f"“{text}” fits more than one person"
        long = with_complement(phrase)
        source = self._other(long.text, "person", plural=token.tag_ == "NNS")
        source.org = source.org or self._org_in(piece, long)
        lower = token.lower_
        source.gender = (
            "f"
            if lower in words("titles", "female_words")
            else "m"
            if lower in words("titles", "male_words")
            else None
        )
        return source, "named by role only"

    def _org_in(self, piece: Piece, phrase: Phrase) -> Source | None:
        heads = words("organisations", "heads")
        for at in range(phrase.first, phrase.last + 1):
            if at == phrase.head:
                continue
            named = self._named.get((id(piece), at))
            if named and named[1].kind == "org":
                return named[1]
            if piece.doc[at].lower_ in heads:
                return self._resolve_body(piece, piece.doc[at])[0]
        return None

    def _holders(self, phrase: Phrase) -> list[Source]:
        """The persons whose role fits the words, those with the very word before those with one like it."""
        doc = phrase.piece.doc
        head = doc[phrase.head].lower_
        tokens = [doc[i] for i in range(phrase.begin, phrase.head)]
        side = side_of(" ".join(t.text for t in tokens)) if tokens else None
        wanted = {
            t.lower_ for t in tokens if t.lower_ not in EMPTY and t.lower_ not in sides() and t.pos_ != "NUM"
        }
        wanted -= {"former", "then", "late", "57", "old"}
        like = (
            set().union(
                *(
                    group
                    for group in lexicon.load("titles")["same_role"]
                    if head in group[:1] or head in group
                )
            )
            if head
            else set()
        )
        exact: list[Source] = []
        alike: list[Source] = []
        for person in self.persons:
            if not person.role:
                continue
            role = set(re.findall(r"[\w.-]+", person.role.casefold().replace("’s", "").replace("'s", "")))
            if side and person.side and person.side != side:
                continue
            if wanted and not wanted <= role:
                continue
            if head in role:
                exact.append(person)
            elif like & role:
                alike.append(person)
        return exact or alike

    def _nearest_person(self, fits: list[Source], offset: int) -> Source | None:
        if len(fits) == 1:
            return fits[0]
        best: tuple[int, Source] | None = None
        for mention in self._before(offset):
            if mention.source in fits and not mention.owner and (best is None or mention.start >= best[0]):
                best = (mention.start, mention.source)
        spoken = [(at, source) for at, source in self._spoken if at < offset and source in fits]
        if spoken and (
            best is None or spoken[-1][0] >= best[0] or self.sentence(spoken[-1][0]) >= self.sentence(best[0])
        ):
            best = spoken[-1]
        return best[1] if best else None

    # -------- pronouns

    def _before(self, offset: int, reach: int = 2500) -> Iterator[Mention]:
        for mention in self.mentions:
            if mention.start >= offset:
                break
            if mention.start >= offset - reach:
                yield mention

    def _pronoun(self, piece: Piece, token: Token) -> tuple[Source | None, str]:
        word = token.lower_
        offset = piece.start(token)
        here = self.sentence(offset)
        scores: dict[int, tuple[float, Source]] = {}

        def allow(source: Source) -> bool:
            if word in ("he", "she", "him", "her"):
                if source.kind != "person" or source.plural:
                    return False
                return source.gender is None or (source.gender == "f") == (word in ("she", "her"))
            if word == "it":
                return source.kind == "org" and not source.plural
            return source.plural or source.kind != "person"

        def add(source: Source, score: float) -> None:
            if allow(source) and score > scores.get(id(source), (-9.0, source))[0]:
                scores[id(source)] = (score, source)

        for mention in self._before(offset):
            away = here - self.sentence(mention.start)
            if away > 8:
                continue
            score = 3.0 * mention.subject - 0.7 * away - 1.5 * mention.owner
            if away == 0 and not mention.subject:
                score -= 0.8
            add(mention.source, score)
        for at, source in self._spoken[-12:]:
            away = here - self.sentence(at)
            if at < offset and away <= 6:
                add(source, 4.5 - 0.7 * away)
        ranked = sorted(scores.values(), key=lambda item: -item[0])
        if not ranked:
            return None, f"nobody before “{token.text}” fits it"
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.35:
            return None, f"“{token.text}” may be {ranked[0][1].name} or {ranked[1][1].name}"
        return ranked[0][1], f"“{token.text}” is {ranked[0][1].name}, who comes nearest before it"


_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_WITH_COMPLEMENT = frozenset(
    {
        "members",
        "relatives",
        "families",
        "people",
        "supporters",
        "residents",
        "representatives",
        "source",
        "sources",
        "leaders",
        "presidents",
        "ministers",
        "victims",
        "critics",
    }
)


def _gender(parts: tuple[str, ...]) -> Literal["f", "m"] | None:
    """A guess by the first name, used only to tell two candidates apart."""
    if len(parts) < 2:
        return None
    first = parts[0]
    if first in words("titles", "female_names"):
        return "f"
    if first in words("titles", "male_names") or first in ("abu", "abdul", "abdel"):
        return "m"
    return None


def _body_name(body: Body) -> str:
    """The canonical name of a body: "Ukraine's air force", "Hamas", "State Emergency Service"."""
    if body.side and body.of_state and (len(body.key) <= 3 or not body.proper):
        front = lexicon.load("organisations")["possessive"].get(body.side)
        own = body.words
        if re.search(r"\bof\b", own) and body.side in own:
            return own
        return f"{front} {own}" if front else f"{body.side}'s {own}"
    return body.words if body.proper and len(body.key) > 2 and body.side else body.printed
