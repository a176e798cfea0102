"""Who speaks in an article: persons, bodies and groups, each under one name however they are mentioned.

`Sources` reads the names of a parsed article first (clusters of names, roles,
sides, acronyms) and then resolves the subject of a reporting verb: a name, "he",
"the president", "the ministry". Every answer comes with its reason; what stays
doubtful is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract import cues
from extract.anaphora import PRONOUNS, resolve_body, resolve_pronoun, resolve_role
from extract.appositions import bracketed, set_beside, unread_name
from extract.clusters import Kind, Mention, Registry, Source, gender_of, name_parts
from extract.introduced import known_before, settle_kinds
from extract.nameruns import runs, runs_works
from extract.names import Name, find_names
from extract.oneof import one_of
from extract.phrases import CREWS, Phrase, phrase_of, with_complement
from extract.wordlists import POSSESSIVE, sides, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Parsed, Piece

__all__ = ["Mention", "Source", "Sources"]

_ANYBODY = frozenset(
    {"one", "everyone", "somebody", "someone", "others", "both", "many", "some", "most", "few", "another"}
)
_ANY_GROUP = frozenset({"people", "others", "some", "many", "most", "both", "victims"})
_WHOSE = {"his": "he", "her": "she", "its": "it", "their": "they"}
_MANY = frozenset(
    {"hundreds", "dozens", "thousands", "scores", "crowd", "crowds", "number", "couple", "handful", "pair"}
)


class Sources(Registry):
    """The sources of one article. Built once; `spoke` tells it, in text order, who spoke where."""

    def __init__(self, parsed: Parsed) -> None:
        super().__init__(parsed)
        frames = [paragraph.frame for paragraph in parsed.paragraphs]
        self._sentences = sorted(piece.start(sent[0]) for piece in frames for sent in piece.doc.sents)
        self._spoken: list[tuple[int, Source]] = []
        self.numbers = {id(piece): number for number, piece in enumerate(frames)}
        self.meant: dict[tuple[int, int], Source | None] = {}  # the pronouns asked for by `carried`
        self.asking = 0
        self._starts: list[int] = []
        names = [name for piece in frames for name in find_names(piece)]
        self._read(frames, names)

    def _read(self, frames: Sequence[Piece], names: Sequence[Name]) -> None:
        # Full names first: a surname may stand before the name it belongs to (headlines do that).
        settle_kinds(names)
        people = [name for name in names if name.kind == "person"]
        for name in sorted(people, key=lambda n: -len(name_parts(n.text))):
            self.add_person(name)
        speaking = {
            name.text.casefold()
            for name in names
            if name.first == name.last
            and name.head.dep_ == "nsubj"
            and cues.is_class(name.head.head, "verbs")
        }
        for name in names:
            self._shorten(name)
        for name in names:
            # One capitalised word is a person where the model says so and nothing else claims it.
            doc = name.piece.doc
            owner = name.last + 1 < len(doc) and doc[name.last + 1].text in POSSESSIVE
            by_label = name.kind == "unknown" and doc[name.core].ent_type_ == "PERSON" and not owner
            if by_label or self._acts(name, speaking):
                self.add_person(name).maybe_body |= not by_label and doc[name.last].ent_type_ == "ORG"
        self._read_quoted(names)
        self.persons.sort(key=lambda person: person.first)
        heads = [(piece, token) for piece in frames for token in piece.doc if self.is_body_head(piece, token)]
        for piece, token in heads:
            self.add_body(self.body_phrase(piece, token))
        self.drop_unsided()
        for name in names:
            self.bind(name)
        self._sort()
        for piece, token in heads:
            self._tie_apposition(piece, token)
        for piece, token in heads:
            self.mentions.append(self._mention(piece, token, *resolve_body(self, piece, token)))
        self._sort()
        self._read_groups(frames)
        roles = words("titles", "roles")
        for piece in frames:
            for token in piece.doc:
                if (
                    token.dep_ in ("nsubj", "nsubjpass")
                    and token.lower_ in roles
                    and not runs_works(token)
                    and (id(piece), token.i) not in self.near
                    # "One person was killed, he said": who is counted is not who speaks.
                    and not any(child.pos_ == "NUM" for child in token.children)
                ):
                    source, why = resolve_role(self, piece, token)
                    if source is not None:
                        mention = self._mention(piece, token, source, why)
                        at = bisect_right(self._starts, mention.start)
                        self.mentions.insert(at, mention)
                        self._starts.insert(at, mention.start)

    def _read_groups(self, frames: Sequence[Piece]) -> None:
        """Families of hostages called a march: "they" may be the families."""
        groups = words("organisations", "groups") - _ANY_GROUP
        found = [
            self._mention(piece, token, *self._group(piece, token))
            for piece in frames
            for token in piece.doc
            if token.dep_ in ("nsubj", "nsubjpass")
            and token.tag_ == "NNS"
            and token.lower_ in groups
            # Five residents were killed, they said: who is counted is not who speaks.
            and not any(child.pos_ == "NUM" for child in token.children)
        ]
        self.mentions += found
        self._sort()

    def _read_quoted(self, names: Sequence[Name]) -> None:
        """A surname of the report whose full name only somebody's words have: “the so-called expert Ana Petrescu …”."""
        known = {name.text.casefold() for name in names if name.last > name.core}
        bare = {n.text.casefold() for n in names if n.last == n.core and n.kind in ("person", "unknown")}
        bare -= {text.split()[-1] for text in known if text}
        for piece in (piece for paragraph in self.parsed.paragraphs for piece in paragraph.insides):
            ends = {piece.doc[last].lower_ for first, last in runs(piece) if last > first}
            for name in find_names(piece) if ends & bare else ():
                word = name.head.lower_
                if word in bare and name.core < name.last and name.kind in ("person", "unknown"):
                    bare.discard(word)
                    person = self.add_person(replace(name, role=None))
                    person.name = name.text

    def _shorten(self, name: Name) -> None:
        """Corvane Industries Inc. is Corvane Industries and Corvane from then on."""
        doc, last = name.piece.doc, name.last
        if name.kind != "org" or doc[last].lower_ not in words("organisations", "company_words"):
            return
        full = self.other(name.text, "org", name.role)
        while last > name.core and doc[last].lower_ in words("organisations", "company_words"):
            last -= 1
            short = doc[name.core : last + 1].text.rstrip(" ,&")
            if len(short) > 3 and short.casefold() not in sides():
                self.aliases.setdefault(short.casefold(), full)

    def _acts(self, name: Name, speaking: set[str]) -> bool:
        """Ana Petrescu met …: is an unknown name of two words or more the subject of a verb that people do?"""
        doc = name.piece.doc
        size = name.last - name.core + 1
        if name.kind != "unknown" or not 2 <= size <= 5:
            return False
        tokens = doc[name.core : name.last + 1]
        if not all(
            token.is_alpha or token.text in ("-", ".") or token.text.endswith(".") for token in tokens
        ):
            return False
        not_people = words("reporting", "naming_before") | words("titles", "roles")
        if any(token.lower_ in not_people for token in tokens):
            return False
        head = doc[name.last]
        if head.text.casefold() in speaking:
            return True  # the last word of it speaks elsewhere: Petrescu said
        return (
            head.dep_ == "nsubj"
            and (
                head.head.pos_ == "VERB"
                or (head.head.pos_ == "AUX" and gender_of(name_parts(name.text)) is not None)
            )
            and head.ent_type_ not in ("GPE", "LOC", "EVENT")
        )

    def _tie_apposition(self, piece: Piece, token: Token) -> None:
        """The Harbour Front, an armed group: "the group" is the Front from then on."""
        phrase = self.body_phrase(piece, token)
        doc = piece.doc
        after = phrase.last + 2
        if after < len(doc) and doc[after - 1].text == "," and not doc[phrase.head].text[0].isupper():
            # A local medical network, the Tirab Doctors' Committee, put …
            self._tie_before(piece, phrase, after)
        short = self.named.get((id(piece), bracketed(piece, phrase)))
        if short is not None and short[1].kind == "org":
            return self.same_body(phrase, short[1])
        at = phrase.first - 2
        if (
            at < 0
            or doc[at + 1].text not in (",", "—", "–", "(")
            or phrase.determiner not in ("a", "an", "the")
        ):
            return
        named = self.named.get((id(piece), at))
        if named is not None:
            source = named[1] if named[1].kind == "org" else None
        else:
            before = self.is_body_head(piece, doc[at]) and doc[at].text[:1].isupper()
            source = resolve_body(self, piece, doc[at])[0] if before else None
        ends = phrase.last + 1 < len(doc) and doc[phrase.last + 1].text in (
            ",",
            "—",
            "–",
            ")",
            "in",
            "of",
            "that",
            "which",
            ".",
        )
        if source is not None and ends:
            self.same_body(phrase, source)

    def _tie_before(self, piece: Piece, phrase: Phrase, at: int) -> None:
        doc = piece.doc
        at += doc[at].lower_ == "the"
        first = at
        while at < len(doc) and doc[at].text != "," and at - first < 8:
            named = self.named.get((id(piece), at))
            if named is not None and named[1].kind == "org" and named[0].first == first:
                self.same_body(phrase, named[1])
                return
            capital = all(
                doc[i].text[:1].isupper() or doc[i].text in POSSESSIVE or doc[i].lower_ in ("of", "for")
                for i in range(first, at + 1)
            )
            if capital and self.is_body_head(piece, doc[at]):
                self.same_body(phrase, resolve_body(self, piece, doc[at])[0])
                return
            at += 1

    def _mention(self, piece: Piece, token: Token, source: Source, why: str) -> Mention:
        start, end = self.span_of(piece, token)
        after = piece.doc[token.i + 1] if token.i + 1 < len(piece.doc) else None
        owner = after is not None and after.text in POSSESSIVE
        return Mention(start, end, source, why, token.dep_ in ("nsubj", "nsubjpass"), owner)

    def _sort(self) -> None:
        self.mentions.sort(key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]

    # ------------------------------------------------------------ what stands where

    def spoke(self, offset: int, source: Source) -> None:
        """Tell that `source` spoke at `offset`; told in text order, it settles the pronouns that follow."""
        self._spoken.append((offset, source))

    def spoken_before(self, offset: int) -> list[tuple[int, Source]]:
        """Who spoke before `offset`, the last twelve, in text order."""
        return [item for item in self._spoken[-14:] if item[0] < offset][-12:]

    def last_spoke(self, offset: int) -> tuple[int, Source] | None:
        """Who spoke last before `offset`, and where."""
        before = self.spoken_before(offset)
        return before[-1] if before else None

    def mentions_before(self, offset: int, reach: int = 2500) -> list[Mention]:
        """The mentions in the `reach` characters before `offset`, in text order."""
        return self.mentions[bisect_left(self._starts, offset - reach) : bisect_left(self._starts, offset)]

    def mentions_after(self, offset: int, reach: int = 600) -> list[Mention]:
        """The mentions in the `reach` characters after `offset`, in text order."""
        return self.mentions[bisect_left(self._starts, offset) : bisect_left(self._starts, offset + reach)]

    def sentence(self, offset: int) -> int:
        """The number of the sentence (frames only) that holds `offset`."""
        return bisect_right(self._sentences, offset)

    def together(self, named: list[Source]) -> Source:
        """Several who speak as one: "officials and Ukraine's air force"."""
        return self.other(" and ".join(source.name for source in named), "group", plural=True)

    # ------------------------------------------------------------ resolving

    def resolve(self, piece: Piece, token: Token) -> tuple[Source | None, str]:
        """The source that the noun, name or pronoun `token` stands for, and why."""
        if (one := one_of(self, piece, token)) is not None:
            return one
        if token.lower_ == "one":  # one of them, a teacher
            told = (c for c in token.children if c.dep_ == "appos" and c.lower_ in words("titles", "roles"))
            if (teacher := next(told, None)) is not None:
                return self.resolve(piece, teacher)
        if token.tag_ == "PRP$":
            return resolve_pronoun(self, piece, token, _WHOSE.get(token.lower_, ""))
        if token.lower_ in PRONOUNS:
            return resolve_pronoun(self, piece, token)
        if named := self.named.get((id(piece), token.i)):
            name, source = named
            return source, "named" if source.name == name.text else f"{name.text} is {source.name}"
        if token.lower_ in words("organisations", "blank_heads"):
            after = self.named.get((id(piece), token.i + 1))
            if after and after[0].first == token.i + 1 and after[1].kind == "org":
                return after[1], "named"  # the rights group Witness Now
        if token.lower_ == "old" and token.i > 4 and token.nbor(-2).lower_ == "year":
            if token.nbor(-5).lower_ == "the":
                return resolve_pronoun(self, piece, token, "person")  # the 34-year-old
        near = self.near.get((id(piece), token.i))
        roles, heads = words("titles", "roles"), words("organisations", "heads")
        if near and (token.lower_ in roles or token.lower_ in heads):
            return near[1], f"{token.text} stands beside the name"
        for child in token.children:
            beside = self.named.get((id(piece), child.i)) if child.dep_ == "appos" else None
            person = beside is not None and beside[1].kind == "person" and child.i > token.i
            if beside and (person or token.lower_ in roles or token.lower_ in heads):
                return beside[1], f"{token.text} stands beside the name"
            if beside is None and token.lower_ in roles and (body := set_beside(token, child)) is not None:
                return self.other(body, "org", plural=True), f"{token.text} stands beside the name"
            if beside is None and token.lower_ in roles and (unread := unread_name(piece, token, child)):
                return self.new_person(unread), f"{token.text} stands beside the name"
        if token.lower_ in words("organisations", "groups") or token.lower_ in CREWS:
            return self._group(piece, token)
        if place := self._place(piece, token):
            return place
        if token.lower_ in roles and not runs_works(token):
            return resolve_role(self, piece, token)
        if (
            token.lower_ in heads
            or token.lower_ in words("organisations", "state_heads")
            or (token.lower_ == "tank" and self.is_body_head(piece, token))  # a think tank
        ):
            return resolve_body(self, piece, token)
        return self._unknown(piece, token)

    def span_of(self, piece: Piece, token: Token) -> tuple[int, int]:
        """The mention as printed around `token`: a name without title, a noun with its article, a pronoun."""
        named = self.named.get((id(piece), token.i)) or self.near.get((id(piece), token.i))
        if named:
            name = named[0]
            return piece.span(piece.doc[name.core], piece.doc[name.last])
        if token.pos_ == "PRON":
            return piece.span(token, token)
        if token.pos_ == "PROPN" and token.lower_ not in words("organisations", "heads"):
            first = token.i
            while (
                first and piece.doc[first - 1].dep_ == "compound" and piece.doc[first - 1].head.i <= token.i
            ):
                first -= 1
            return piece.span(piece.doc[first], token)
        phrase = self.body_phrase(piece, token)
        return piece.span(piece.doc[phrase.first], piece.doc[phrase.last])

    def _place(self, piece: Piece, token: Token) -> tuple[Source, str] | None:
        """Kyiv said: a capital or country that speaks."""
        text = phrase_of(piece, token).text
        if text.casefold() in sides() and token.pos_ == "PROPN":
            source = self.other(text, "org")
            source.side = sides()[text.casefold()]
            return source, "named"
        return None

    def _group(self, piece: Piece, token: Token) -> tuple[Source, str]:
        phrase = phrase_of(piece, token)
        if phrase.determiner == "the" and token.tag_ == "NN" and token.lower_ in words("titles", "roles"):
            known = known_before(self, phrase, token, piece.start(token))
            if known is not None and known.head == token.lower_:
                return known, f"“the {phrase.text}” is {known.name}, of whom the text spoke just before"
        official = token.lemma_.casefold() in ("official", "authority")
        after = piece.doc[token.i + 1].lower_ if token.i + 1 < len(piece.doc) else ""
        if after in ("of", "for"):
            phrase = with_complement(phrase)
        plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in _ANYBODY
        kind: Kind = "officials" if official else "group"
        source = self.other(phrase.text, kind, plural=plural)
        if not plural:
            source.head = token.lower_
        return source, "named as printed"

    def _unknown(self, piece: Piece, token: Token) -> tuple[Source | None, str]:
        if token.pos_ == "PRON" and token.lower_ not in _ANYBODY:
            return None, f"{token.text} stands for nobody known"
        start, end = self.span_of(piece, token)
        text = re.sub(r"^(?:the|a|an)\s+", "", self.parsed.text[start:end], flags=re.IGNORECASE)
        if not text:
            return None, "no name"
        parts = name_parts(text)
        if text[:1].isupper() and parts:
            known = self.persons_fitting(parts)
            if known:
                return known[0], f"{text} is {known[0].name}"
        if token.pos_ == "PROPN":
            if len(parts) > 1:
                return self.new_person(text), "named as printed"
            source = self.other(text, "org")
            source.unsure = True
            return source, "named as printed"
        if token.lower_ in _MANY and token.i + 1 < len(piece.doc) and token.nbor(1).lower_ == "of":
            text = with_complement(phrase_of(piece, token)).text  # hundreds of protesters
        paper = token.lemma_ in words("reporting", "documents") and token.tag_ == "NN"
        kind: Kind = "org" if paper else "group"  # an organ of its own, which "it" may mean
        return self.other(text, kind, plural=token.tag_ == "NNS"), "named as printed"
