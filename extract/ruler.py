"""spaCy's own work done sooner: its products of matrices, its entities, its rules of parts of speech and of lemmas.

The products, which are most of the parse, are left to numpy, whose library of
them is several times as fast as spaCy's on many machines. The attribute ruler tries some two hundred patterns on every token, all but a
few of which look at one token's own tag, word and dependency alone. What those
say of such a kind of token is kept. The lemmatizer keeps the lemmas that it
worked out by rules, and now the others too. The result is the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from extract.entities import hasten_entities

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: What a pattern may ask of a token for its answer to be kept.
_OWN = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_MOST = 200_000  # kinds that are kept

Match = tuple[int, int, int, int]  # the rule's number, its id, first token, token after the last


def hasten(nlp: Language) -> None:
    """Makes the pipeline multiply by numpy, read entities by batches, and answer again as it did before.

    The last holds of its ruler and its lemmatizer.
    """
    _multiply_by_numpy(nlp)
    hasten_entities(nlp)
    if "attribute_ruler" in nlp.pipe_names:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        if getattr(ruler, "patterns", None) and hasattr(ruler, "match"):
            ruler.match = _Answers(nlp, ruler.patterns).match
    if "lemmatizer" in nlp.pipe_names:
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        if getattr(lemmatizer, "mode", None) == "rule":
            lemmatizer.lemmatize = _remembered(lemmatizer.lemmatize)
            # The words of each part of speech come as a list, which is searched from the front for every form.
            index = lemmatizer.lookups.get_table("lemma_index", {})
            for part, words in list(index.items()):
                index[part] = frozenset(words)


def _multiply_by_numpy(nlp: Language) -> None:
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if type(node.ops) is NumpyOps:  # not one that a machine's own package has put there
                node.ops = ops


def _remembered(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    kept: dict[tuple[int, int, int], list[str]] = {}

    def remembered(token: Token) -> list[str]:
        kind = token.orth, token.pos, token.morph.key
        found = kept.get(kind)
        if found is None:
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[kind] = lemmatize(token)
        return found

    return remembered


def _words(tokens: list[dict[str, Any]]) -> tuple[str, ...] | None:
    """The words, lower case, of which a pattern asks whether a token is one of them, or none.

    None for a pattern whose answer cannot be kept: of several tokens, by other attributes, by a word's letters.
    """
    if len(tokens) != 1 or not _OWN.issuperset(tokens[0]):
        return None
    asked = tokens[0].get("LOWER", {})
    if isinstance(asked, str):
        return (asked,)
    return (
        tuple(word for some in asked.values() for word in some) if asked.keys() <= {"IN", "NOT_IN"} else None
    )


class _Openings:
    """What a token must be for one of the other patterns to begin with it: a word, or a dependency."""

    def __init__(self, nlp: Language) -> None:
        self.strings = nlp.vocab.strings
        self.words: set[int] = set()
        self.arcs: set[int] = set()
        self.forms: list[re.Pattern[str]] = []
        self.any = False  # a pattern begins with a token asked about in yet another way
        self.read: set[int] = set()  # words that the forms have been asked about

    def add(self, tokens: list[dict[str, Any]]) -> None:
        """Take in one pattern."""
        first = tokens[0]
        word = first.get("LOWER")
        if isinstance(word, str):
            self.words.add(self.strings.add(word))
        elif isinstance(word, dict) and word.keys() == {"IN"}:
            self.words.update(map(self.strings.add, word["IN"]))
        elif isinstance(word, dict) and word.keys() == {"REGEX"}:
            self.forms.append(re.compile(word["REGEX"]))
        elif isinstance(first.get("DEP"), str):
            self.arcs.add(self.strings.add(first["DEP"]))
        else:
            self.any = True

    def among(self, words: list[int], arcs: list[int]) -> bool:
        """Whether one of the patterns may begin with a token of these words and dependencies."""
        new = set(words) - self.read
        if new:
            if len(self.read) >= _MOST:
                self.read.clear()
            self.read |= new
            self.words.update(each for each in new if any(f.search(self.strings[each]) for f in self.forms))
        return self.any or not (self.words.isdisjoint(words) and self.arcs.isdisjoint(arcs))


class _Answers:
    def __init__(self, nlp: Language, rules: list[dict[str, Any]]) -> None:
        from spacy.matcher import Matcher

        self.strings = nlp.vocab.strings
        self.openings = _Openings(nlp)
        self.own = Matcher(nlp.vocab, validate=False)
        self.wide = Matcher(nlp.vocab, validate=False)
        #: The words that one of the first asks for: to them all other words are one.
        self.asked: set[int] = set()
        for number, rule in enumerate(rules):
            asked = [_words(tokens) for tokens in rule["patterns"]]
            (self.wide if None in asked else self.own).add(str(number), rule["patterns"])
            if None not in asked:
                self.asked.update(self.strings.add(word) for words in asked for word in words or ())
            else:
                for tokens in rule["patterns"]:
                    self.openings.add(tokens)
        self.kept: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """The rules that hold of the doc, in the order of the rules."""
        tags, words, arcs, blanks = doc.to_array(["TAG", "LOWER", "DEP", "IS_SPACE"]).T.tolist()
        found: list[Match] = []
        if self.openings.among(words, arcs):
            found = self._numbered(self.wide(doc, allow_missing=True, as_spans=False))
        asked = self.asked
        words = [word if word in asked else 0 for word in words]
        for at, kind in enumerate(zip(tags, words, arcs, blanks, strict=True)):
            rules = self.kept.get(kind)
            if rules is None:
                if len(self.kept) >= _MOST:
                    self.kept.clear()
                matches = self.own(doc[at : at + 1], allow_missing=True, as_spans=False)
                rules = self.kept[kind] = [each[:2] for each in self._numbered(matches)]
            found += [(number, id_, at, at + 1) for number, id_ in rules]
        found.sort()
        return found

    def _numbered(self, matches: list[tuple[int, int, int]]) -> list[Match]:
        return [(int(self.strings[id_]), id_, start, end) for id_, start, end in matches]
