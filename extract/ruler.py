"""spaCy's rules of parts of speech, asked once for each kind of token instead of for every token.

The attribute ruler tries some two hundred patterns on every token, all but a
few of which look at one token's own tag, word and dependency alone. What those
say of such a kind of token is kept; the result is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: What a pattern may ask of a token for its answer to be kept.
_OWN = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_MOST = 200_000  # kinds that are kept

Match = tuple[int, int, int, int]  # the rule's number, its id, first token, token after the last


def hasten(nlp: Language) -> None:
    """Makes the pipeline's attribute ruler, where it has one, answer from what it answered before."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler: Any = nlp.get_pipe("attribute_ruler")
    if getattr(ruler, "patterns", None) and hasattr(ruler, "match"):
        ruler.match = _Answers(nlp, ruler.patterns).match


class _Answers:
    def __init__(self, nlp: Language, rules: list[dict[str, Any]]) -> None:
        from spacy.matcher import Matcher

        self.strings = nlp.vocab.strings
        self.own = Matcher(nlp.vocab, validate=False)
        self.wide = Matcher(nlp.vocab, validate=False)
        for number, rule in enumerate(rules):
            alone = all(len(tokens) == 1 and _OWN.issuperset(tokens[0]) for tokens in rule["patterns"])
            (self.own if alone else self.wide).add(str(number), rule["patterns"])
        self.kept: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """The rules that hold of the doc, in the order of the rules."""
        found = self._numbered(self.wide(doc, allow_missing=True, as_spans=False))
        for at, kind in enumerate(map(tuple, doc.to_array(["TAG", "LOWER", "DEP"]).tolist())):
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
