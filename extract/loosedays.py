"""Days on which something came of a deed, and the day of the deed that the text tells elsewhere.

"Crews dug through the rubble on Sunday after a missile hit a house, killing 13": Sunday is that of the digging. Where
the text says plainly when the missile struck, the 13 died then; else the Sunday is all that it tells.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract import lexicon
from extract.backrefs import OTHER, deeds_named, turns
from extract.daysoftold import Tellings
from extract.eventkinds import VIOLENT, kinds_in
from extract.nearer import own_scene
from extract.parties import attack_nouns, attack_verbs
from extract.telling import Telling
from extract.timewords import ASIDE, is_long

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.dates import TimeSpan
    from extract.drafts import Draft
    from extract.parse import Parsed, Piece
    from extract.setting import Setting
    from extract.timing import Times

#: Deeds that somebody did on a day, and not what came of them.
_DEEDS = VIOLENT | {"abduction", "arrest", "territory_change", "prisoner_exchange"}
_HARM = re.compile(
    r"\b(?:kill(?:ed|ing|s)|wound(?:ed|ing)|injur(?:ed|ing)|died|dead|deaths?|lives|maimed|bod(?:y|ies)|corpses?|abducted|kidnapped|destroyed|struck|hit|torn|burned|burnt)\b"
)
#: What a deed is told behind, when its sentence is about what came of it.
_BEHIND = frozenset({"after", "following"})
#: What a sentence about the dead counts of the deed itself, wherever it stands.
_OF_IT = frozenset({"killed", "injured", "casualties"})
#: What happens at the time of what it is told with.
_MEANWHILE = frozenset({"when", "as", "while"})
#: How many of the deeds told next, and how many characters on, the day of this one is looked for.
_NEXT, _REACH = 6, 1600
#: As many of the first paragraphs are the opening; behind them it is told at once, if at all.
_OPENING, _AT_ONCE = 2, 400
#: So long after a deed its dead are still looked for.
_LATEST = dt.timedelta(days=4)
_TOWNS = frozenset({"city", "site", "point"})
#: "The strike followed an attack on Monday", "It came after …": the day of the other one.
_OF_ANOTHER = re.compile(
    r"\b(?:follow(?:s|ed|ing)|came|comes|coming)\b[^.;,]{0,40}?\b(?:an?|after|before)\b|\bin\s+(?:response|retaliation|revenge)\b"
)
#: "The labourers …": those of whom the sentence before told.
_KNOWN = re.compile(r"\s*(?:The|These|Those)\s+(?:[a-z][\w-]*\s+)?([a-z]{4,})\b")
_HAD = re.compile(r"\bhad\s+(?:also\s+|already\s+)?(?:been\s+)?\w+(?:ed|en|ck|it|ot)\b")


@functools.cache
def aftermath() -> dict[str, frozenset[str]]:
    """Lemmas of what is done when a deed is over: its verbs, its nouns, and verbs that tell it with such a noun."""
    return {key: frozenset(listed) for key, listed in lexicon.load("dates")["aftermath"].items()}


@dataclass(frozen=True, slots=True)
class Loose:
    """A time of what came of a deed: the `deed`'s own time, and in which parts of its sentence the deed is told.

    `whole`: the rest of the sentence tells no deed that the loose time is the day of.
    """

    deed: TimeSpan
    parts: tuple[tuple[int, int], ...]
    whole: bool

    def counts(self, draft: Draft) -> bool:
        """Is a figure of the sentence one of the deed, and not of what came of it?"""
        if any(a <= draft.start < b for a, b in self.parts):
            return True
        return self.whole and draft.measure in _OF_IT


def loose_days(setting: Times, told: Tellings) -> dict[int, Loose]:
    """The offsets of the times of an article on which only something came of a deed, whose day it tells elsewhere."""
    found: dict[int, Loose] = {}
    news = [p for p in setting.parsed.paragraphs if not p.headline]
    for number, paragraph in enumerate(news):
        reach = _REACH if number < _OPENING else _AT_ONCE
        for sent, span in setting.clauses(paragraph.frame):
            times = [t for t in setting.times_in(*span) if _of_a_day(t)]
            for time in times:
                if setting.of_cue(paragraph.frame, time):
                    continue
                loose = _loose(setting, told, paragraph.frame, sent, span, time, times, reach)
                if loose is not None:
                    found[time.start] = loose
    return found


def _of_a_day(time: TimeSpan) -> bool:
    aside = time.kind in ASIDE or time.lead in ("since", "until")
    return time.resolved and not is_long(time) and not aside and time.precision in ("day", "night", "range")


def _loose(
    setting: Times,
    told: Tellings,
    piece: Piece,
    sent: Span,
    span: tuple[int, int],
    time: TimeSpan,
    beside: list[TimeSpan],
    reach: int,
) -> Loose | None:
    verb = _verb_of(piece, time)
    if verb is None:
        return None
    text = setting.parsed.text
    aftermath = _comes_after(piece, verb, time, text) and _HARM.search(text, *span) is not None
    parts = _parts_behind(piece, sent, verb, time, text, passive=aftermath)
    if not parts and not aftermath:
        return None
    whole = aftermath or not _is_deed(verb)
    part = span if whole else parts[0]
    deed = next(
        (t for t in beside if t is not time and _before(t, time) and any(a <= t.start < b for a, b in parts)),
        None,
    )
    deed = deed or _told_plainly(setting.parsed, told, (*span, reach), part, time)
    return Loose(deed, tuple(parts), whole) if deed is not None else None


def _before(deed: TimeSpan, loose: TimeSpan) -> bool:
    """May what came of it on the loose day have come of a deed of that day?"""
    if deed.date_to is None or loose.date_to is None or deed.date_from is None or loose.date_from is None:
        return False
    if is_long(deed) or loose.date_to - deed.date_to > _LATEST:
        return False
    return (deed.date_from, deed.date_to) < (loose.date_from, loose.date_to) and deed.date_to <= loose.date_to


def _verb_of(piece: Piece, time: TimeSpan) -> Token | None:
    """The verb that the time goes with; None if it goes with the noun of a deed ("in a raid on Tuesday")."""
    token = piece.token_at(time.start)
    while token is not None and token.pos_ not in ("VERB", "AUX"):
        if token.pos_ == "NOUN" and token.lemma_.casefold() in attack_nouns():
            return None
        if token.head == token:
            return None
        token = token.head
    return token


def _parts_behind(
    piece: Piece, sent: Span, verb: Token, time: TimeSpan, text: str, *, passive: bool
) -> list[tuple[int, int]]:
    """The parts of the sentence under a verb that tell a deed as what had been before: "after …", "… killed in …"."""
    found = []
    for token in sent:
        adverbial = token.dep_ in ("advcl", "pcomp") and any(
            c.lower_ in _BEHIND and c.dep_ in ("mark", "advmod") for c in token.children
        )
        behind = token.dep_ == "prep" and token.lower_ in ("after", "following")
        done_to = passive and (token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ == "VBN"))
        if not (adverbial or behind or done_to) or token == verb or not verb.is_ancestor(token):
            continue
        start, end = piece.start(token.left_edge), piece.end(token.right_edge)
        if done_to:
            start = piece.start(token.head.left_edge)
        if start <= time.start < end or not (_HARM.search(text, start, end) or _violent(text[start:end])):
            continue
        found.append((start, end))
    return found


def _violent(text: str) -> bool:
    return any(kind in _DEEDS for kind, _, _ in kinds_in(text))


def _meanwhile(piece: Piece, clause: Token, text: str) -> bool:
    """Does a clause tell a deed of the time of what it stands with?"""
    if not any(c.lower_ in _MEANWHILE for c in clause.children):
        return False
    told = text[piece.start(clause.left_edge) : piece.end(clause.right_edge)]
    return _HARM.search(told) is not None or _violent(told)


def _comes_after(piece: Piece, verb: Token, time: TimeSpan, text: str) -> bool:
    """Is it what is done when a deed is over (digging, burying, mourning), or a toll that rises?"""
    listed = aftermath()
    if any(c.dep_ == "advcl" and _meanwhile(piece, c, text) for c in verb.children):
        return False  # "Mourners were gathering on Friday when a shell fell among them"
    doing = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VBG")]
    if any(c.lemma_.casefold() in listed["verbs"] for c in doing[: 2 if verb.lemma_ == "spend" else 1]):
        return True  # "were digging", "spent Monday digging"
    if _is_deed(verb) and verb.lemma_.casefold() not in listed["bearing"]:
        return False
    token = piece.token_at(time.start)
    while token is not None and token != verb and token.head != token:
        if token.lemma_.casefold() in listed["nouns"]:
            return True
        token = token.head
    near = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    near += [p for c in verb.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    return any(c.lemma_.casefold() in listed["nouns"] for c in near)


def _is_deed(verb: Token) -> bool:
    """Does the verb with its subject and object tell a deed?"""
    if verb.lemma_.casefold() in attack_verbs() or _HARM.search(verb.lower_):
        return True
    near = [verb, *(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "prt"))]
    if any(c.lemma_.casefold() in attack_nouns() for c in near if c.pos_ == "NOUN"):
        return True
    near.sort(key=lambda c: c.i)
    return _violent(" ".join(c.text for c in near))


def _told_plainly(
    parsed: Parsed, told: Tellings, where: tuple[int, int, int], part: tuple[int, int], time: TimeSpan
) -> TimeSpan | None:
    """The day that a sentence told next gives to the deed of a part: "The missile struck on Saturday".

    `where`: the sentence, and how far on it may be told.
    """
    span = where[:2]
    first = bisect_left(told.starts, span[1])
    kinds = {kind for kind, _, _ in kinds_in(parsed.text[part[0] : part[1]])}
    towns, sentence = told.towns_in(*span), parsed.text[span[0] : span[1]]
    brought = told.brought_in(span)
    for telling in told.told[first : first + _NEXT]:
        if telling.start > span[1] + where[2]:
            break
        if _before(telling.time, time) and _one_deed(parsed.text, telling, sentence, kinds, towns, brought):
            return telling.time
    return None


def _one_deed(
    text: str, telling: Telling, before: str, kinds: set[str], towns: set[str], brought: set[str]
) -> bool:
    """May a sentence with a day of its own tell of the deed of the given kinds, towns and things?"""
    end = text.find(". ", telling.start, telling.end)
    sentence = text[telling.start : end if end >= 0 else telling.end]
    if OTHER.search(sentence) or _OF_ANOTHER.search(sentence) or turns(text, telling.start, loose=True):
        return False
    if telling.towns and not towns & telling.towns and (towns or own_scene(sentence)):
        return False
    if any(meant & _DEEDS for meant, _, _ in deeds_named(sentence, outcome=False)):
        return True
    if any(re.search(rf"\b[Tt]he\s+(?:[\w-]+\s+){{0,2}}?{re.escape(noun)}\b", sentence) for noun in brought):
        return True
    opening = _KNOWN.match(sentence)
    if opening and re.search(rf"\b{opening[1]}\b", before) and (_HARM.search(sentence) or _violent(sentence)):
        return True  # "… killed eight labourers", and "The labourers were pulled off a bus on Saturday"
    if _HAD.search(sentence):
        return False
    own = {kind for kind, _, _ in kinds_in(sentence)} & _DEEDS
    return bool(own) and bool(own & kinds or (kinds & _DEEDS and "attack" in own | kinds))


def tell_days(setting: Setting) -> Tellings:
    """The deeds that an article tells with their days, once it is known which days are only of what came of them."""
    told = Tellings(setting)
    setting.loose = loose_days(setting, told)
    return Tellings(setting) if setting.loose else told
