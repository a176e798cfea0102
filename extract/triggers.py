"""The words of `lexicon/measures.toml` as they stand in a sentence: which verb says what, of nouns of which class."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from extract.lexicon import load
from extract.model import Measure
from extract.nouns import Counted, held_as, singular
from extract.openings import Openings, Then

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Rule:
    """One trigger of the lexicon: its measure, the role of the counted noun, the classes it takes."""

    measure: Measure
    role: str
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule at a token: the verb (or noun) that the parse is asked about."""

    token: Token
    rule: Rule
    end: int  # token after the last one of its words
    phrase: bool = False  # a phrase of the lexicon, which says more than its verb alone


#: A phrase's number, its pattern, its rule, and how the second word must begin.
_Phrase = tuple[int, re.Pattern[str], Rule, Then]


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure read for a number: how sure (lower cost is surer), by which trigger."""

    measure: Measure
    cost: float
    trigger: Trigger | None
    role: str


@functools.cache
def lemma_rules() -> tuple[dict[str, list[Rule]], list[tuple[re.Pattern[str], Rule]]]:
    lemmas: dict[str, list[Rule]] = {}
    phrases: list[tuple[re.Pattern[str], Rule]] = []
    for name, entry in load("measures").items():
        measure = cast(Measure, name)
        nouns = frozenset(entry["nouns"])
        for key, role, classes in (
            ("object", "object", nouns),
            ("object_air", "object", frozenset({"air_weapon"})),
            ("object_place", "object", frozenset({"location", "building"})),
            # "strict": only nouns that a list holds; what is seized is a rifle as often as a man.
            ("object_person", "object", frozenset({"person", "strict"})),
            ("object_named", "object", frozenset({"person", "strict", "named"})),
            ("small", "small", nouns),
            ("large", "large", nouns),
            ("subject", "subject", nouns),
            ("struck", "object", frozenset({"equipment"})),
            ("object_building", "object", frozenset({"building"})),
        ):
            for lemma in entry.get(key, "").split():
                lemmas.setdefault(lemma, []).append(Rule(measure, role, classes))
        for phrase in entry.get("phrases", []):
            pattern = re.compile(rf"\b{phrase['match']}", re.IGNORECASE)
            phrases.append((pattern, Rule(measure, phrase["role"], frozenset(phrase.get("nouns", nouns)))))
    return lemmas, phrases


#: What each word opens, by the word's number, which is the same for every model; so many words are kept.
_OPENED: dict[int, tuple[_Phrase, ...]] = {}
_MOST = 50_000


def _opened_by(word: str) -> tuple[_Phrase, ...]:
    """The phrases that can begin with a word, numbered, with what must follow: of some five hundred, mostly none."""
    phrases = lemma_rules()[1]
    found = _openings()
    numbers = sorted([*found.by(word), *((number, None) for number in found.anywhere)])
    return tuple((number, *phrases[number], then) for number, then in numbers)


@functools.cache
def _openings() -> Openings:
    return Openings(pattern.pattern for pattern, _ in lemma_rules()[1])


#: A comma or stop within a number, which the phrases shall not take for the end of a clause.
_IN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")


def triggers(doc: Doc) -> list[Trigger]:
    """Every trigger of a parsed piece, in order; kept with the doc, since each number asks again."""
    kept: list[Trigger] | None = doc.user_data.get("triggers")
    if kept is not None:
        return kept
    lemmas, _ = lemma_rules()
    found: list[Trigger] = []
    if not len(doc):
        return found
    # All that is asked of every word is asked of the array: a `Token` each costs more than the questions.
    words, starts, arcs, parts, tags = doc.to_array(["LOWER", "IDX", "DEP", "POS", "TAG"]).T.tolist()
    helped = {doc[at].head.i for at, arc in enumerate(arcs) if arc == _symbols().aux}
    for at, kind in enumerate(zip(parts, tags, strict=True)):
        verbal = _verbal(kind, doc.vocab)
        if verbal == "no" and at not in helped:
            continue
        token = doc[at]
        if (
            verbal == "yes"
            or (verbal == "participle" and token.text.casefold().endswith("ed"))
            or (at in helped and token.pos_ == "NOUN")  # "had overrun"
        ):
            lemma = token.lemma_.casefold()
            if lemma not in lemmas:
                lemma = verb_of(token.text.casefold(), lemmas)
            for rule in lemmas.get(lemma, ()):
                found.append(Trigger(token, rule, at + 1))
    text: str = doc.user_data.get("text") or doc.text  # the latter is put together anew each time
    text = _IN_NUMBER.sub("0", text)  # "sent 12,000 people fleeing": that comma ends no clause
    after: dict[int, int] = {}  # where the last match of a phrase ends
    strings, opened = doc.vocab.strings, _OPENED
    if len(opened) > _MOST:
        opened.clear()
    for at, (word, start) in enumerate(zip(words, starts, strict=True)):
        phrases = opened.get(word)
        if phrases is None:
            phrases = opened[word] = _opened_by(strings[word])
        for number, pattern, rule, then in phrases:
            if then is not None and at + 1 < len(words):
                behind = strings[words[at + 1]]
                if not behind.startswith(then) and not behind.isspace():
                    continue
            if after.get(number, 0) <= start and (match := pattern.match(text, start)):
                after[number] = match.end()
                span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
                found.append(Trigger(doc[at], rule, span.end if span is not None else at + 1, True))
    found.sort(key=lambda t: t.token.i)
    doc.user_data["triggers"] = found
    return found


@functools.cache
def _symbols() -> Any:
    from spacy import symbols

    return symbols


@functools.lru_cache(maxsize=4_000)
def _verbal(kind: tuple[int, int], vocab: Vocab) -> Literal["yes", "participle", "no"]:
    """Whether words of a part of speech and a tag are verbs, or may be participles that the tagger took for more."""
    part, tag = kind
    if part in (_symbols().VERB, _symbols().AUX) or vocab.strings[tag].startswith("VB"):
        return "yes"
    return "participle" if vocab.strings[tag] == "JJ" else "no"


def verb_of(adjective: str, lemmas: dict[str, list[Rule]]) -> str:
    """ "wounded" -> wound, "gutted" -> gut: participles that the tagger took for adjectives, or whose verb it missed."""
    for tail in ("ed", "ing"):
        stem = adjective[: -len(tail)]
        if adjective.endswith(tail) and len(stem) > 2:
            for lemma in (stem, stem + "e", stem[:-1] + "y", stem[:-1]):
                if lemma in lemmas and (lemma != stem[:-1] or stem[-1] == stem[-2]):
                    return lemma
    return adjective


def fits(rule: Rule, role: str, value: float = 0) -> bool:
    # An army "lost two men" (dead) or "lost up to 190 troops" (dead and wounded).
    if rule.role in ("small", "large"):
        return role == "object" and (value < FEW) == (rule.role == "small")
    if rule.role == "either":
        return role in ("object", "subject", "either")
    if rule.role == "with":
        return role in ("prep:with", "prep:using")
    if rule.role == "site":
        return role in ("prep:across", "prep:at", "prep:in", "prep:on", "prep:over")
    if rule.role == "locative":
        return role in ("prep:across", "prep:at", "prep:in", "prep:on", "prep:over", "object")
    if rule.role.startswith("prep:"):
        return role == rule.role
    if rule.role == "to":
        return role in ("prep:to", "prep:for")
    return rule.role == role


#: Below this an army's "losses" are counted dead; above, its reports mean dead and wounded together.
FEW = 50


#: Those who are counted as households are people where something befalls them ("shot dead four customers").
_PEOPLE_TOO = frozenset({"customer", "consumer", "user", "subscriber"})


def takes(rule: Rule, counted: Counted, kind: str, recent: frozenset[str] = frozenset()) -> bool:
    noun = singular(counted.noun.text) if counted.noun is not None else ""
    if "held" in rule.nouns:
        return noun in held_as()  # "captives slipped away", not any men who walked out
    if kind == "household" and noun in _PEOPLE_TOO and "person" in rule.nouns:
        return True
    if kind == "elided":
        if "named" in rule.nouns:
            return "person" in recent  # "23 that were burned": boats as soon as men
        return "person" in rule.nouns or bool(rule.nouns & recent)
    if kind == "unknown":
        return bool(rule.nouns & {"unknown"}) or rule.nouns <= {"person"}
    return kind in rule.nouns
