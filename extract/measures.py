"""What happened to what is counted: the verb or noun that says so, found on the parse.

Each word list of `lexicon/measures.toml` gives triggers with the side of the verb
on which the counted noun stands. Every number takes the nearest trigger that fits
both its place in the sentence and the class of its noun.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from extract.lexicon import load
from extract.model import Measure
from extract.nouns import Counted, counted_as, held_as, singular
from extract.relations import is_passive, reached

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.parse import Piece


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


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure read for a number: how sure (lower cost is surer), by which trigger."""

    measure: Measure
    cost: float
    trigger: Trigger | None
    role: str


@functools.cache
def _rules() -> tuple[
    dict[str, list[Rule]], list[tuple[re.Pattern[str], Rule]], list[tuple[re.Pattern[str], Measure]]
]:
    lemmas: dict[str, list[Rule]] = {}
    phrases: list[tuple[re.Pattern[str], Rule]] = []
    heads: list[tuple[re.Pattern[str], Measure]] = []
    for name, entry in load("measures").items():
        measure = cast(Measure, name)
        nouns = frozenset(entry["nouns"])
        for key, role, classes in (
            ("object", "object", nouns),
            ("object_air", "object", frozenset({"air_weapon"})),
            ("object_place", "object", frozenset({"location"})),
            # "strict": only nouns that a list holds; what is seized is a rifle as often as a man.
            ("object_person", "object", frozenset({"person", "strict"})),
            ("small", "small", nouns),
            ("large", "large", nouns),
            ("subject", "subject", nouns),
            ("struck", "object", frozenset({"equipment", "building"})),
        ):
            for lemma in entry.get(key, "").split():
                lemmas.setdefault(lemma, []).append(Rule(measure, role, classes))
        for phrase in entry.get("phrases", []):
            pattern = re.compile(rf"\b{phrase['match']}", re.IGNORECASE)
            phrases.append((pattern, Rule(measure, phrase["role"], frozenset(phrase.get("nouns", nouns)))))
        for head in entry.get("heads", []):
            heads.append((re.compile(rf"\b{head}\b", re.IGNORECASE), measure))
    return lemmas, phrases, heads


def triggers(doc: Doc) -> list[Trigger]:
    """Every trigger of a parsed piece, in order; kept with the doc, since each number asks again."""
    kept: list[Trigger] | None = doc.user_data.get("triggers")
    if kept is not None:
        return kept
    lemmas, phrases, _ = _rules()
    found: list[Trigger] = []
    for token in doc:
        if (
            token.pos_ in ("VERB", "AUX")
            or token.tag_.startswith("VB")
            or (token.tag_ == "JJ" and token.text.casefold().endswith("ed"))
        ):
            lemma = token.lemma_.casefold()
            if token.tag_ == "JJ":
                lemma = _verb_of(token.text.casefold(), lemmas)
            for rule in lemmas.get(lemma, ()):
                found.append(Trigger(token, rule, token.i + 1))
    if len(doc):
        starts = {token.idx: token for token in doc}
        text = doc.text  # put together anew each time it is asked for
        for pattern, rule in phrases:
            for match in pattern.finditer(text):
                token = starts.get(match.start())
                if token is not None:
                    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
                    found.append(Trigger(token, rule, span.end if span is not None else token.i + 1))
    found.sort(key=lambda t: t.token.i)
    doc.user_data["triggers"] = found
    return found


def _verb_of(adjective: str, lemmas: dict[str, list[Rule]]) -> str:
    """ "wounded" -> wound, "displaced" -> displace: participles that the tagger took for adjectives."""
    for tail, put in (("ed", ""), ("ed", "e"), ("ied", "y")):
        if adjective.endswith(tail) and (lemma := adjective[: -len(tail)] + put) in lemmas:
            return lemma
    return adjective


def _fits(rule: Rule, role: str, value: float = 0) -> bool:
    # An army "lost two men" (dead) or "lost up to 190 troops" (dead and wounded).
    if rule.role in ("small", "large"):
        return role == "object" and (value < _FEW) == (rule.role == "small")
    if rule.role == "either":
        return role in ("object", "subject", "either")
    if rule.role == "with":
        return role in ("prep:with", "prep:using")
    if rule.role == "locative":
        return role in ("prep:across", "prep:at", "prep:in", "prep:on", "prep:over", "object")
    if rule.role.startswith("prep:"):
        return role == rule.role
    if rule.role == "to":
        return role in ("prep:to", "prep:for")
    return rule.role == role


#: Below this an army's "losses" are counted dead; above, its reports mean dead and wounded together.
_FEW = 50


def _takes(rule: Rule, counted: Counted, kind: str, recent: frozenset[str] = frozenset()) -> bool:
    if kind == "elided":
        return "person" in rule.nouns or bool(rule.nouns & recent)
    if kind == "unknown":
        return bool(rule.nouns & {"unknown"}) or rule.nouns <= {"person"}
    return kind in rule.nouns


#: Costs at which the next kind of evidence is believed.
BY_NOUN, BY_WINDOW = 1.6, 3.0
_BY_HELD = 1.7


def read_measure(piece: Piece, counted: Counted, recent: frozenset[str]) -> Reading | None:
    """The measure of a number, or None where nothing says what happened.

    `recent` are the classes of nouns counted shortly before, which a number
    without a noun of its own may count again.
    """
    doc = piece.doc
    found = triggers(doc)
    at: dict[int, list[Trigger]] = {}
    for trigger in found:
        at.setdefault(trigger.token.i, []).append(trigger)
    best: Reading | None = None
    seats = [counted.seat]
    if counted.noun is not None and counted.noun.i != counted.seat.i:
        seats.append(counted.noun)
    for seat in seats:
        for verb, role, cost in reached(seat):
            if abs(verb.i - counted.first.i) > 60:
                continue
            for trigger in at.get(verb.i, ()):
                if _fits(trigger.rule, role, counted.number.value) and _takes(
                    trigger.rule, counted, counted.kind, recent
                ):
                    if counted.kind == "unknown" and "unknown" not in trigger.rule.nouns and cost > 1.0:
                        continue
                    total = cost + 0.01 * abs(verb.i - counted.first.i)
                    total += 0.8 * (trigger.token.lemma_ == "leave")  # what they were left as is nearer
                    total -= 0.05 * (trigger.end - trigger.token.i > 1)  # a longer phrase says more
                    if best is None or total < best.cost:
                        best = Reading(trigger.rule.measure, total, trigger, role)
    by_noun = _by_noun(counted)
    if by_noun is not None and by_noun.measure == "attacks" and counted.number.value < 3:
        by_noun = None  # "in two separate attacks": a way of telling, not a count of the war
    among = _among(piece, counted)
    if among is not None and (best is None or among.cost < best.cost):
        best = among
    if by_noun is not None and (best is None or by_noun.cost < best.cost):
        best = by_noun
    if best is None or best.cost > BY_NOUN:
        other = _by_head(piece, counted)
        if other is not None and (best is None or other.cost < best.cost):
            best = other
    if (best is None or best.cost > _BY_HELD) and counted.noun is not None and counted.group != "number":
        held = held_as().get(singular(counted.noun.text))
        if held is not None:
            best = Reading(cast(Measure, held), _BY_HELD, None, "noun")
    if best is None or best.cost > BY_WINDOW:
        other = _by_window(counted, found, recent)
        if other is not None and (best is None or other.cost < best.cost):
            best = other
    return best


def _by_noun(counted: Counted) -> Reading | None:
    """ "three deaths", "17 wounded": the noun says it by itself."""
    if counted.noun is not None:
        word = singular(counted.noun.text)
        measure = counted_as().get(word)
        if measure is not None:
            return Reading(cast(Measure, measure), 0.9 if measure == "attacks" else 0.05, None, "noun")
        # "22 injured people", "nine dead soldiers"
        state = _after(counted.noun)
        if counted.kind == "person" and state in counted_as() and state in _STATES:
            return Reading(cast(Measure, counted_as()[state]), 0.15, None, "noun")
        for passed in counted.words:
            if passed in ("dead", "wounded", "injured", "missing", "displaced"):
                return Reading(cast(Measure, counted_as()[passed]), 0.2, None, "noun")
        return None
    after = counted.last.nbor(1) if counted.last.i + 1 < len(counted.last.doc) else None
    while (
        after is not None
        and after.text.casefold() in ("more", "others", "other", "additional", "as", "were", "are", "was")
        and after.i + 1 < len(after.doc)
    ):
        after = after.nbor(1)
    if after is not None and (measure := counted_as().get(after.text.casefold())) is not None:
        return Reading(cast(Measure, measure), 0.25, None, "noun")
    return None


#: Participles and adjectives that follow the noun they tell of: "three men dead and four wounded".
_STATES = frozenset({"dead", "killed", "wounded", "injured", "missing", "hospitalized", "hospitalised"})


def _after(noun: Token) -> str:
    if noun.i + 1 >= len(noun.doc):
        return ""
    nearest = noun.nbor(1)
    if (
        nearest.text.casefold() in _STATES
        and noun.i + 3 < len(noun.doc)
        and nearest.nbor(1).text.casefold() in ("or", "and/or")
    ):
        return ""  # "killed or wounded" is one measure
    return str(nearest.text.casefold())


_TOLL = re.compile(
    r"\b(?:(?:death|casualty|fatality|overall|total|official|latest|provisional)\s+)*(?P<what>tolls?|bodies|corpses|remains|lives|number\s+of\s+(?:the\s+)?(?P<of>\w+)|count|"
    r"(?P<deaths>deaths|fatalities|killings)|(?P<injuries>injuries)|(?P<casualties>casualties)|losses)\b",
    re.IGNORECASE,
)


_OF = re.compile(r"\s+of\s+(?:(?:at\s+least|more\s+than|about|some|nearly|another|the)\s+)*", re.IGNORECASE)


def _by_head(piece: Piece, counted: Counted) -> Reading | None:
    """ "the deaths of three", "a death toll of 38", "the toll rose to 31 from 28"."""
    if counted.kind not in ("elided", "person", "unknown"):
        return None
    doc = piece.doc
    sent = counted.first.sent
    left = doc[max(sent.start, counted.first.i - 28) : counted.first.i].text
    tolls = list(_TOLL.finditer(left))
    if not tolls:
        return None
    match = tolls[-1]
    between = left[match.end() :]
    if match["what"].casefold() in ("bodies", "corpses", "remains", "lives") and not _OF.fullmatch(between):
        return None
    if re.search(r"[;:]|\b(?:and|while|as|after)\b.*\b(?:were|was|have|had)\b", between):
        return None
    if not re.search(
        r"\b(?:of|to|from|at|by|is|was|stood|stands|reached|above|exceeds?|exceeded|passed|surpassed|over|nearly|about)\b[^,]*$",
        between,
    ):
        return None
    what = match.group().casefold()
    if match["injuries"] or "injur" in (match["of"] or "") or "wounded" in (match["of"] or ""):
        measure = "injured"
    elif match["casualties"] or "casualty" in what or "casualties" in (match["of"] or ""):
        measure = "casualties"
    elif match["of"]:
        measure = counted_as().get(match["of"].casefold(), "")
        if not measure:
            measure = {
                "killed": "killed",
                "dead": "killed",
                "victims": "killed",
                "displaced": "displaced",
                "missing": "missing",
            }.get(match["of"].casefold(), "")
        if not measure:
            return None
    elif "loss" in what:
        if counted.kind != "person":
            return None
        measure = "killed" if counted.number.value < _FEW else "casualties"
    else:
        measure = "killed"
    return Reading(cast(Measure, measure), 0.9, None, "toll")


_AMONG = re.compile(
    r"\s*(?:(?!\b(?:whose|who|which|that)\b)[^.;,]){0,60}?\b(?:is|are|was|were|being)\s+(?:reportedly\s+|believed\s+to\s+be\s+)?among\s+(?:the\s+|those\s+)?(?P<what>dead|killed|victims|fatalities|"
    r"wounded|injured|casualties|missing|displaced|arrested|detained)\b",
    re.IGNORECASE,
)


def _among(piece: Piece, counted: Counted) -> Reading | None:
    """ "seven soldiers were among the dead"."""
    if counted.kind not in ("person", "elided", "unknown"):
        return None
    match = _AMONG.match(piece.text, counted.end)
    if match is None:
        return None
    word = match["what"].casefold()
    measure = {
        "victims": "killed",
        "fatalities": "killed",
        "casualties": "casualties",
        "arrested": "arrested",
        "detained": "arrested",
    }.get(word) or counted_as().get(word)
    return Reading(cast(Measure, measure), 0.1, None, "among") if measure else None


def _by_window(counted: Counted, found: list[Trigger], recent: frozenset[str]) -> Reading | None:
    """The nearest trigger of the sentence that fits, where the parse gave none: the least sure way."""
    best: Reading | None = None
    doc = counted.first.doc
    sent = counted.first.sent
    anchor_left, anchor_right = counted.first.i, (counted.noun or counted.last).i
    for trigger in found:
        i = trigger.token.i
        if not sent.start <= i < sent.end or trigger.rule.role in ("with", "to"):
            continue
        if (
            not _takes(trigger.rule, counted, counted.kind, recent)
            or counted.kind == "unknown"
            or trigger.rule.role in ("small", "large")
        ):
            continue
        if i > anchor_right:
            between = doc[anchor_right + 1 : i]
            passive = trigger.token.tag_ == "VBN"
            if trigger.rule.role == "object" and not passive:
                continue
            if trigger.rule.role == "subject" and passive and not any(t.lemma_ == "have" for t in between):
                continue
        else:
            between = doc[i + 1 : anchor_left]
            if trigger.rule.role == "subject":
                continue
            if trigger.rule.role == "object" and trigger.token.tag_ == "VBN" and is_passive(trigger.token):
                continue
        cost = BY_WINDOW + 0.12 * len(between)
        cost += 1.0 * sum(
            1
            for t in between
            if t.text in (";", ":", "—", "–") or (t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.lemma_ != "be")
        )
        cost += 0.4 * sum(1 for t in between if t.text == "," or t.text.casefold() in ("and", "but", "while"))
        if cost < BY_WINDOW + 2.2 and (best is None or cost < best.cost):
            best = Reading(trigger.rule.measure, cost, trigger, "window")
    return best
