"""Writes the articles of an invented world: texts, and the figures, quotes and events that point into them."""

from __future__ import annotations

import datetime
import hashlib
import random
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from benchmarks.invented import APART, CHANNELS, MODIFIERS, World

FIRST_DAY = datetime.date(2022, 1, 3)
DAYS = 1461
#: Shares of articles: copied from another, undated, dated by working it out.
COPIED, UNDATED, INFERRED = 0.05, 0.04, 0.10
#: How many an article has on average.
FIGURES, QUOTES, EVENTS = 2.5, 1.5, 0.85


@dataclass(slots=True)
class Draft:
    """One article on its way: its text in pieces, and the rows that point into it (offsets from 0)."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    figures: list[dict[str, Any]] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    def add(self, piece: str) -> int:
        """Adds to the text; where the piece begins."""
        at = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return at


class Newsroom:
    """Writes articles; `chance` is the only source of what they say."""

    def __init__(self, seed: int, articles: int) -> None:
        self.seed = seed
        self.articles = articles
        self.chance = random.Random(f"news {seed}")
        self.world = World(seed)
        self.recent: deque[tuple[dict[str, Any], Draft]] = deque(maxlen=600)
        self.left = {"figures": round(articles * FIGURES), "quotes": round(articles * QUOTES)}
        self.ids = 0

    def id(self) -> str:
        """The next id: sixteen hexadecimal digits."""
        self.ids += 1
        return hashlib.blake2b(f"{self.seed} {self.ids}".encode(), digest_size=8).hexdigest()

    def _count(self, what: str, number: int) -> int:
        """How many of `what` this article has; the last ones have what is left of the whole."""
        after = self.articles - number
        # By what is left, so that the newest articles have as many as the others.
        mean = max(self.left[what] / after, 0)
        if after * 100 <= self.articles or after <= 20:
            count = -(-self.left[what] // after)
        else:
            count = min(int(self.chance.expovariate(1 / (mean + 0.5))), 14, self.left[what])
        return max(count, 0)

    def article(self, number: int) -> tuple[dict[str, Any], Draft, tuple[int, str] | None]:
        """Article `number` (from 0), and what it copies: the other's number and text."""
        chance = self.chance
        at = (number / self.articles) ** 0.75 * DAYS + chance.expovariate(0.5)
        published = FIRST_DAY + datetime.timedelta(days=min(int(at), DAYS))
        early = number * 100 < self.articles * 99
        if early and len(self.recent) > 100 and chance.random() < COPIED:
            return self._copy(number, published)
        draft = Draft()
        world = self.world
        place = world.places.draw(chance, 1)[0]
        outlet = world.outlets.draw(chance, 1)[0] if chance.random() < 0.9 else None
        target = min(max(int(chance.lognormvariate(5.0, 0.42)), 80), 400)
        words = world.words.draw(chance, target + 20)
        headline = " ".join([place[0], *words[: chance.randint(4, 9)]]) if chance.random() < 0.95 else None
        if headline:
            draft.add(headline + "\n\n")
        draft.add(f"{place[0].upper()} ({outlet or 'Desk'}) — ")
        figures = self._count("figures", number)
        quotes = self._count("quotes", number)
        self.left["figures"] -= figures
        self.left["quotes"] -= quotes
        used = self._news(draft, published, place, figures, quotes, words)
        self._fill(draft, words[used : max(target - 14 * figures - 18 * quotes, used + 25)])
        head = self._head(number, published, outlet, place, headline)
        self.recent.append((head, draft))
        return head, draft, None

    def _head(
        self, number: int, published: datetime.date, outlet: str | None, place: tuple[Any, ...],
        headline: str | None,
    ) -> dict[str, Any]:  # fmt: skip
        share = self.chance.random()
        day: str | None = published.isoformat()
        basis, why = "stated", None
        if share < UNDATED:
            day = basis = None  # type: ignore[assignment]
        elif share < UNDATED + INFERRED:
            basis, why = "inferred", "the weekday of its first sentence beside the articles around it"
        return {
            "number": number, "id": self.id(), "headline": headline, "dateline": place[0].upper(),
            "byline": None, "outlet": outlet, "published": day, "published_basis": basis,
            "published_why": why, "near": published.isoformat(),
            "url": f"https://news.example/{number}" if number % 3 else None,
        }  # fmt: skip

    def _fill(self, draft: Draft, words: list[str]) -> None:
        """Sentences of no figure, in paragraphs."""
        chance, at, sentences = self.chance, 0, 0
        while at < len(words):
            size = chance.randint(9, 26)
            piece = " ".join(words[at : at + size])
            sentences += 1
            draft.add(piece[:1].upper() + piece[1:] + (".\n\n" if sentences % 3 == 0 else ". "))
            at += size
        draft.add("\n")

    def _news(
        self, draft: Draft, published: datetime.date, place: tuple[Any, ...], figures: int, quotes: int,
        words: list[str],
    ) -> int:  # fmt: skip
        """The sentences that figures, quotes and events stand in; how many of `words` they took."""
        chance, world = self.chance, self.world
        used = 10
        events = min(int(chance.random() * 2 * EVENTS + 0.5), 2)
        made: list[dict[str, Any]] = []
        measures = world.measures.draw(chance, max(figures, events, 1))
        for index in range(events):
            day = published - datetime.timedelta(days=int(chance.expovariate(1.0)))
            where = place if chance.random() < 0.7 else world.places.draw(chance, 1)[0]
            actor = chance.choice(("Ostra", "Ostra", "Karsk", "Vara", "the Lemnian rebels"))
            night = chance.random() < 0.4
            summary = f"{actor} struck {where[0]} {'overnight' if night else 'by day'}"
            at = draft.add(summary + " as " + " ".join(words[used : used + 8]) + ". ")
            used += 8
            made.append({
                "id": self.id(), "kind": measures[index][3], "place": where[0], "country": where[1],
                "lat": where[2], "lon": where[3], "precision": "city",
                "date_from": (day - datetime.timedelta(days=night)).isoformat(), "date_to": day.isoformat(),
                "actor": actor, "target": where[1], "summary": summary, "why": "the verb and its place",
                "figures": [], "quotes": [], "sentences": [[at, at + len(summary)]],
            })  # fmt: skip
        draft.events = made
        for index in range(figures):
            event = made[index % len(made)] if made and chance.random() < 0.8 else None
            self._figure(draft, measures[index], event, place, published)
            if index % 3 == 2:
                draft.add("\n\n")
        for index in range(quotes):
            event = made[index % len(made)] if made and chance.random() < 0.5 else None
            size = chance.randint(4, 22)
            said = " ".join(words[used : used + size]) or "we stay here"
            used += size
            self._quote(draft, said, event, published)
        return used

    def _figure(
        self, draft: Draft, measure: tuple[Any, ...], event: dict[str, Any] | None, place: tuple[Any, ...],
        published: datetime.date,
    ) -> None:  # fmt: skip
        chance = self.chance
        value = float(int(chance.lognormvariate(2.6, 1.5)) + 1)
        number = f"{value:,.0f}"
        apart = chance.random() < 0.12
        modifier, sign = MODIFIERS[chance.randrange(len(MODIFIERS))]
        start = draft.length
        if apart:
            name, unit, form = chance.choice(APART)
            words = form.format(number)
            phrase, rest = f"{sign}{words}", f" counted in {place[0]}"
            at = start + len(sign)
        else:
            name, units, verb, _ = measure
            unit = chance.choice(units)
            words = number
            phrase, rest = f"{sign}{number} {unit}", f" {verb} in {(event or {}).get('place', place[0])}"
            at = start + len(sign)
        draft.add(phrase)
        draft.add(rest)
        claimant = self.world.claimants.draw(chance, 1)[0] if chance.random() < 0.8 else None
        channel = chance.choice(CHANNELS) if claimant else None
        who = None
        if claimant:
            draft.add(" overnight, ")
            who = draft.add(claimant)
            draft.add(f" said on {channel}" if channel else " said")
        end = draft.add(".") + 1
        draft.add(" ")
        parts = [f for f in draft.figures if f["measure"] == name and f["event"] and not f["part_of"]]
        scope = "event" if event else chance.choice(("event", "event", "cumulative", "period"))
        made = {
            "id": self.id(), "start": at, "end": at + len(words), "text": phrase, "value": value,
            "low": value, "high": value, "modifier": modifier, "unit": unit, "measure": name,
            "place": None if apart else (event or {}).get("place", place[0]), "place_why": None,
            "actor": (event or {}).get("actor"), "target": (event or {}).get("target"),
            "claimant": claimant, "claimant_start": who, "claimant_end": who + len(claimant) if who else None,
            "claimant_why": "subject of said" if who else None, "cue": "said" if who else None,
            "channel": channel, "stance": "denied" if chance.random() < 0.01 else None,
            "when": "overnight" if who else None,
            "date_from": (event or {}).get("date_from", published.isoformat()),
            "date_to": (event or {}).get("date_to", published.isoformat()), "date_why": "the day of the event",
            "scope": scope, "part_of": None, "same_as": None, "event": event["id"] if event else None,
            "set_apart": apart, "sentence": (start, end),
        }  # fmt: skip
        if parts and parts[-1]["value"] > value and chance.random() < 0.4:
            made["part_of"] = parts[-1]["id"]
        if event and not apart:
            event["figures"].append(made["id"])
        draft.figures.append(made)

    def _quote(self, draft: Draft, said: str, event: dict[str, Any] | None, published: datetime.date) -> None:
        chance = self.chance
        name, roles = self.world.speakers.draw(chance, 1)[0]
        held = (published - FIRST_DAY).days * len(roles) // (DAYS + 1)
        role = roles[min(held, len(roles) - 1)]
        draft.add("“")
        start = draft.add(said[:1].upper() + said[1:] + ",")
        draft.add("” ")
        named = chance.random() < 0.95
        who = draft.add(f"{role} {name}" if named else "an official")
        until = draft.length
        channel = chance.choice(CHANNELS)
        draft.add(f" said on {channel}. " if channel else " told reporters. ")
        ident = self.id()
        made = {
            "id": ident, "start": start, "end": start + len(said) + 1, "text": said[:1].upper() + said[1:] + ",",
            "kind": "direct", "speaker": name if named else None,
            "speaker_text": f"{role} {name}" if named else "an official", "speaker_start": who,
            "speaker_end": until, "speaker_why": "subject of said", "role": role if named else None,
            "cue": "said" if channel else "told", "channel": channel,
            "addressee": None if channel else "reporters", "when": None, "date": published.isoformat(),
            "utterance": ident, "event": event["id"] if event else None,
        }  # fmt: skip
        if event:
            event["quotes"].append(ident)
        draft.quotes.append(made)

    def _copy(
        self, number: int, published: datetime.date
    ) -> tuple[dict[str, Any], Draft, tuple[int, str] | None]:
        """Another outlet runs an article of the days before, with sentences of its own beneath."""
        chance = self.chance
        original, theirs = self.recent[-chance.randint(1, 100)]
        draft = Draft(list(theirs.pieces), theirs.length)
        fresh: dict[str, str] = {}
        for name in ("figures", "quotes", "events"):
            for thing in getattr(theirs, name):
                fresh[thing["id"]] = self.id()
        for name in ("figures", "quotes", "events"):
            rows: list[dict[str, Any]] = getattr(draft, name)
            for thing in getattr(theirs, name):
                mine = dict(thing, id=fresh[thing["id"]])
                for key in ("event", "part_of", "utterance"):
                    if mine.get(key):
                        mine[key] = fresh[mine[key]]
                for key in ("figures", "quotes"):
                    if key in mine:
                        mine[key] = [fresh[each] for each in mine[key]]
                rows.append(mine)
        self.left["figures"] -= len(draft.figures)
        self.left["quotes"] -= len(draft.quotes)
        if chance.random() < 0.5:
            self._fill(draft, self.world.words.draw(chance, chance.randint(20, 120)))
        day = max(published, datetime.date.fromisoformat(original["near"]))
        head = self._head(number, day, None, ("", ""), original["headline"])
        head["dateline"] = original["dateline"]
        head["outlet"] = self.world.outlets.draw(chance, 1)[0]
        return head, draft, (original["number"], "".join(theirs.pieces))
