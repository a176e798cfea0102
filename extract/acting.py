"""Who did what a figure tells: its own sentence first, then whoever the text told of before."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.agents import actor_of, attacker_before, told_aside
from extract.agentsides import agent_side, arm_of, of_first
from extract.cast import Cast
from extract.claimedfoes import by_claimant
from extract.clusters import first_printed
from extract.credit import (
    DEEDS,
    at_home,
    by_others,
    loses,
    lost_men,
    of_long,
    of_mines,
    of_whole,
    own_loss,
    sent_by,
    taken_from_outlaws,
)
from extract.doers import definite, is_common, resolved
from extract.drafts import Draft, same_sentence, sentence_around
from extract.lexicon import load
from extract.nouns import singular
from extract.nounwords import unit_noun
from extract.opponents import is_their_side, last_force, opponent
from extract.owndeeds import are_captives, in_their_land, told_as_done
from extract.parties import attack_verbs, is_allied, outlaws
from extract.places import table
from extract.pointback import at_one_place, points_back, told_again
from extract.sayers import of_the_other, own_of_sayer
from extract.strikers import Strikers
from extract.wordlists import countries, sides

if TYPE_CHECKING:
    from extract.frames import Frame
    from extract.parse import Parsed, Piece
    from extract.setting import Placed


class Doers:
    """The actors of an article's figures, asked in text order: each may be the one told of before."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._cast = Cast(parsed)
        self._named: list[str] = []
        self._actors: dict[int, str | None] = {}
        #: Who acted last, the paragraph that goes on with it, where it was, and the draft whose sentence names it.
        self._last: tuple[str, int, Placed | None, Draft] | None = None
        self._strikers = Strikers(parsed)
        self._deeds: dict[int, list[tuple[int, str, str | None]]] = {}
        #: The arm of the state whose deed, told before, was found for the figure asked about.
        self._arm: str | None = None
        #: The same for the figures after it in the paragraph: whose arm it is, the paragraph, the arm.
        self._armed: tuple[str, int, str] | None = None
        self._lands: set[tuple[str, str | None]] = set()
        self._fell: tuple[Draft, str | None] | None = None

    def of(self, draft: Draft, frame: Frame | None, where: Placed | None) -> tuple[str | None, str | None]:
        """Who did it, and the arm of the state that did where the text has only that noun ("the troops")."""
        self._arm = None
        actor = actor_of(draft, frame)
        if actor is None or is_common(actor):
            actor = _body(self._parsed, draft, self._cast) or actor
        noun = actor if actor is not None and is_common(actor) else None
        if noun is not None:
            actor = resolved(noun, self._parsed, draft, frame, self._named, self._cast)
            if noun in _ARMIES or (is_common(actor) and _its_planes(draft, noun)):
                actor = self._army_there(actor, where)
            elif draft.measure == "arrested" and actor in countries():
                actor = self._force_told(draft, where) or actor
        if actor is not None and (not self._named or self._named[-1] != actor):
            self._named.append(actor)
        actor = self._with_whole(draft, actor and first_printed(actor, self._parsed.text))
        if (_fell_of_their_own(draft, actor) and by_claimant(draft, frame) != actor) or _lost_own(
            draft, actor
        ):
            actor = None
        if by_others(draft):
            actor = None
        elif draft.measure != "shot_down":
            actor = self._carried(draft, frame, where, actor) or self._struck(draft, frame, where)
            actor = actor or told_as_done(draft, frame)
        if actor is not None:
            told, actor = actor, of_the_other(self._parsed, draft, frame, actor, self._named, self._cast)
            if actor is not None and actor != told:
                self._last = (
                    actor,
                    draft.paragraph,
                    where,
                    draft,
                )  # whose missiles the next ones were hurt by
        if actor is not None and where is not None:
            self._lands.add((actor, _land_of(where)))
        if _lost_own(draft, actor):
            actor = None  # "18 Front fighters were killed", told after what the Front did
        self._actors[id(draft)] = actor
        return actor, noun or self._arm_told(actor, draft) if actor in countries() else None

    def _arm_told(self, actor: str | None, draft: Draft) -> str | None:
        """The arm of the state that the deed told before names ("Iraqi security forces cleared …. Seven men were arrested")."""
        if actor is not None and self._arm is not None:
            self._armed = (actor, draft.paragraph, self._arm)
        if self._armed is None or self._armed[:2] != (actor, draft.paragraph):
            return None
        return self._armed[2]

    def _army_there(self, actor: str | None, where: Placed | None) -> str | None:
        """ "The army", of the country told of last, unless that has not acted in this land: then of the land's own."""
        land = _land_of(where)
        if land is None or (actor in countries() and (actor, land) in self._lands):
            return actor
        return land

    def _force_told(self, draft: Draft, where: Placed | None) -> str | None:
        """ "Soldiers arrested six": the land's own, where its army was told of in the paragraph, whoever else acted."""
        land = _land_of(where)
        start = self._parsed.paragraphs[draft.paragraph].start
        return (
            land if land is not None and land == last_force(self._parsed.text, start, draft.start) else None
        )

    def _with_whole(self, draft: Draft, actor: str | None) -> str | None:
        if draft.part_of is None:
            return actor
        sender = self._actors.get(id(draft.part_of))
        if draft.part_of.measure == "shot_down" and draft.measure == "hit":
            sender = sent_by(draft.part_of)  # "47 Norvian drones were shot down; one of them hit a school"
        if actor is None:
            return sender if draft.measure in ("launched", "hit") else of_whole(draft, sender)
        if draft.measure == "shot_down" and draft.part_of.measure == "launched":
            return actor if actor != sender else None  # nobody shoots down what he has sent
        return actor

    def _carried(
        self, draft: Draft, frame: Frame | None, where: Placed | None, actor: str | None
    ) -> str | None:
        """`actor`, or the one told of before where the sentence goes on about that deed."""
        if actor is None and (foe := self._opponent(draft)) is not None:
            return foe
        if actor is None and (own := in_their_land(draft, frame, _land_of(where))) is not None:
            self._last = (own, draft.paragraph, where, draft)
            return own
        if actor is None and draft.measure in _NOT_HIS:
            return self._freed_by(draft)
        if actor is None and taken_from_outlaws(draft):
            state = self._state_before(draft, frame)
            if state is not None or self._last is None or _is_outlaw(self._last[0]):
                return state
        if actor is None and not told_aside(draft):
            actor = attacker_before(self._parsed, draft)
            if self._at_home(actor, where) or (actor is not None and loses(draft, frame, actor)):
                actor = None
        if actor is not None:
            self._last = (actor, draft.paragraph, where, draft)
            return actor
        if lost_men(draft):
            return None
        if self._unlikely(draft):
            return None
        if (doer := self._deed_before(draft, frame)) is not None:
            if self._at_home(doer, where) or _own_men(draft, doer, where):
                return None
            self._last = (doer, draft.paragraph, where, draft)
            return doer
        if self._last is None:
            return None
        last, paragraph, there, told_in = self._last
        goes_on = paragraph == draft.paragraph or (
            points_back(draft)
            and not of_long(draft)
            and at_one_place(there, where, told_again(draft, paragraph))
        )
        if not goes_on or self._at_home(last, where) or _own_men(draft, last, where):
            return None
        if told_in.measure in _HELPS and draft.measure in _HURT and unit_noun(draft.unit) not in outlaws():
            return None  # "a frigate picked up 19 of the crew. Three of them had burns"
        if same_sentence(told_in, draft) and told_aside(draft):
            return None
        self._last = (last, draft.paragraph, there, told_in)
        # "Militants overran a mine. … The group, the Front, … The attack left seven dead."
        return (self._cast.meant(last, draft.start) if last in _LED else None) or last

    def _freed_by(self, draft: Draft) -> str | None:
        """ "Troops raided a camp. Twelve captives were rescued": by those of a state who acted last in the paragraph."""
        if self._last is None or self._last[1] != draft.paragraph or not are_captives(draft):
            return None
        return self._last[0] if _of_state(self._last[0]) else None

    def _at_home(self, actor: str | None, where: Placed | None) -> bool:
        """Would a country have struck its own land, where the text tells that it, or others, strike across a border?"""
        if actor is None or where is None or actor not in countries() or _land_of(where) != actor:
            return False
        abroad = any(who == actor and land not in (None, actor) for who, land in self._lands)
        return abroad or at_home(actor, where.mention, self._named)

    def _unlikely(self, draft: Draft) -> bool:
        """Is it a strike from the air, where men on foot acted last: "Gunmen …. Separately, an airstrike killed nine"?"""
        last = self._last
        if of_mines(draft):
            return True
        if last is None or not is_common(last[0]) or not _is_outlaw(last[0]):
            return False
        return _FROM_AIR.search(draft.piece.text, *sentence_around(draft)) is not None

    def _deed_before(self, draft: Draft, frame: Frame | None) -> str | None:
        """Whose attack the paragraph told last before the number, where that is later than the last figure's deed.

        "The army struck a depot in Warda, causing a fire. One fireman was injured."
        """
        found, piece = draft.counted, draft.piece
        if found is None or draft.measure not in DEEDS | _TAKEN:
            return None
        low = self._last[3].start if self._last is not None and self._last[1] == draft.paragraph else -1
        deeds = self._deeds_in(piece)
        at = bisect_left(deeds, found.first.i, key=lambda deed: deed[0]) - 1
        if at < 0:
            return None
        token, side, arm = deeds[at]
        start = piece.start(piece.doc[token])
        if start < low:
            return None
        if not is_common(side):
            self._arm = arm
            return side
        if side in load("actors")["nouns"]["bodies"]:
            return side  # "Coalition aircraft struck a camp": a body of its own, never the group it struck
        if side in load("actors")["nouns"]["own"]:
            return resolved(side, self._parsed, draft, frame, self._named, self._cast)
        return self._cast.meant(side, start) or side

    def _deeds_in(self, piece: Piece) -> list[tuple[int, str, str | None]]:
        """The tokens of a piece that tell an attack, each with whose it was, and which arm of that state."""
        if id(piece) not in self._deeds:
            self._deeds[id(piece)] = [
                (token.i, side, arm_of(token, side))
                for token in piece.doc
                if token.pos_ == "VERB"
                and token.lemma_ in _ATTACKS
                and (side := own_of_sayer(token) or agent_side(token) or of_first(token)) is not None
            ]
        return self._deeds[id(piece)]

    def _state_before(self, draft: Draft, frame: Frame | None) -> str | None:
        """Who acted against outlaws last: weapons that are seized after a raid are in the hands of those who raided."""
        last = self._last
        recent = [last[0], *reversed(self._named)] if last is not None and last[1] == draft.paragraph else []
        states = (name for name in recent if _of_state(name))
        deed = self._deed_before(draft, frame)
        return deed if deed is not None and _of_state(deed) else next(states, None)

    def _struck(self, draft: Draft, frame: Frame | None, where: Placed | None) -> str | None:
        striker = self._strikers.of(draft, frame, where)
        return None if self._at_home(striker, where) else striker

    def _opponent(self, draft: Draft) -> str | None:
        """The other side of the fight; of "nine fighters were killed and 16 wounded" the same for both."""
        foe = opponent(self._parsed, draft, self._cast)
        fell = self._fell
        if fell is not None and fell[0].unit == draft.unit and same_sentence(fell[0], draft):
            return fell[1]
        self._fell = (draft, foe) if foe is not None else None
        return foe


def _body(parsed: Parsed, draft: Draft, cast: Cast) -> str | None:
    """The body that the verb's "the task force" stands for."""
    if draft.reading is None or draft.reading.trigger is None or draft.measure == "shot_down":
        return None
    token = draft.reading.trigger.token
    verbs = [token, token.head] if token.head.pos_ == "VERB" else [token]
    return next(
        (
            body
            for verb in verbs
            if verb.lemma_ in attack_verbs() and (body := definite(parsed, draft, verb, cast))
        ),
        None,
    )


#: What those do for people who did not harm them.
_HELPS = frozenset({"rescued", "evacuated", "released", "hospitalized"})
_HURT = frozenset({"killed", "injured", "casualties", "missing"})


def _own_men(draft: Draft, actor: str, where: Placed | None) -> bool:
    """Are those who fell the actor's own? Soldiers who fell in another land than a country's are that land's."""
    if not own_loss(draft.unit, actor):
        return False
    land = _land_of(where)
    return actor not in countries() or land is None or land == actor


_FROM_AIR = re.compile(
    r"\b(?:air\s?-?(?:strikes?|raids?)|drone\s+(?:strikes?|attacks?)|warplanes?|jets?|helicopters?|gunships?)\b",
    re.IGNORECASE,
)


def _fell_of_their_own(draft: Draft, actor: str | None) -> bool:
    """ "Twelve terrorists were killed when militants stormed the post": not by the militants."""
    trigger = draft.reading.trigger if draft.reading is not None else None
    if (
        actor is None
        or trigger is None
        or not _is_outlaw(actor)
        or actor in load("actors")["nouns"]["bodies"]
    ):
        return False
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in trigger.token.children)
    agent = any(child.dep_ == "agent" for child in trigger.token.children)
    return passive and not agent and own_loss(draft.unit, actor)


def _lost_own(draft: Draft, actor: str | None) -> bool:
    """ "Soldiers went in, and two soldiers were killed": not by those who are told to have acted, or whose name they bear."""
    if is_their_side(draft, actor):
        return True
    if actor is None or not actor.islower():
        return False
    unit = unit_noun(draft.unit)
    return unit not in ("", "people") and unit == unit_noun(actor)


def _its_planes(draft: Draft, noun: str) -> bool:
    """ "The army answered. Its warplanes bombed a depot": those of the army told of before."""
    start, _ = sentence_around(draft)
    before = draft.piece.text[max(0, start - 160) : draft.start]
    own = re.search(rf"\b[Ii]ts\s+{noun}\b", before) is not None
    return own and re.search(r"\b[Tt]he\s+(?:army|military|junta|air\s+force)\b", before) is not None


#: Men who may be those of a group that is named later.
_LED = frozenset({"militants", "fighters", "rebels", "insurgents", "jihadists", "militiamen", "extremists"})
#: The arms of which a country has one.
_ARMIES = frozenset({"army", "military", "navy", "air force"})


def _of_state(name: str) -> bool:
    """Does the actor act for a state: a country, its ally, its police?"""
    return name in countries() or is_allied(name) or name in load("actors")["nouns"]["own"]


def _is_outlaw(actor: str) -> bool:
    """Does the actor fight against a state?"""
    if is_common(actor):
        return singular(actor.split(" ")[-1]) in outlaws()
    return actor not in countries() and not is_allied(actor)


def _land_of(where: Placed | None) -> str | None:
    """The side in whose land a place lies."""
    if where is None or where.mention is None:
        return None
    land = table().country(where.mention.place.country)
    return sides().get(land.name.casefold()) if land is not None else None


#: What those who attacked do not do to those attacked.
_NOT_HIS = frozenset({"rescued", "evacuated", "missing", "displaced", "affected", "deployed"})


_ATTACKS = frozenset(
    {"drop", "strike", "attack", "shell", "bomb", "raid", "storm", "hit", "ambush", "pound", "bombard", "assault", "torch", "overrun", "clear", "comb"}
)  # fmt: skip
#: What those take who raid a place or clear it.
_TAKEN = frozenset({"lost_equipment", "captured", "arrested"})
