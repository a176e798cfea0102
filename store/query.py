"""The query language that `find`, `export` and the app's search share (words, phrases, `field:value`)."""

from __future__ import annotations

import datetime
import difflib
import re
from dataclasses import dataclass

from store.errors import QueryError
from store.text import WORD, fold

#: The same words as `extract.model.Measure`, which browsing does not import (a test compares them).
MEASURES = (
    "killed", "injured", "casualties", "missing", "captured", "abducted", "arrested", "released",
    "displaced", "evacuated", "rescued", "hospitalized", "affected",
    "launched", "shot_down", "hit", "locations_hit", "attacks",
    "destroyed", "damaged", "lost_equipment",
    "without_power", "without_heat", "without_water",
    "deployed",
    "money", "percent", "distance", "area", "duration", "age", "other",
)  # fmt: skip
SET_APART = ("money", "percent", "distance", "area", "duration", "age", "other")
EVENT_KINDS = (
    "drone_strike", "missile_strike", "air_strike", "shelling", "bombing", "shooting", "clash",
    "attack", "air_defence", "territory_change", "abduction", "arrest", "prisoner_exchange", "talks",
    "agreement", "statement", "aid", "sanction", "protest", "outage", "accident", "other",
)  # fmt: skip
QUOTE_KINDS = ("direct", "partial", "indirect")
STATES = (
    "starred",
    "noted",
    "corrected",
    "rejected",
    "added",
    "read",
    "unread",
    "undated",
    "dated",
    "stated",
    "given",
    "inferred",
)
STANCES = ("claimed", "confirmed", "denied", "disputed", "unverified")
SUMS = ("exceeds", "open")
HOLDINGS = ("figures", "quotes", "events", "links")

#: Field -> what it means, for help and completion.
FIELDS = {
    "measure": "what happened to those counted: killed, launched, shot_down …",
    "claimant": "who says the figure",
    "unit": "what a figure counts: drones, people …",
    "value": "the number: 131, >100, <=5, 5..10",
    "stance": "how the text stands to the figure: claimed, confirmed, denied, disputed or unverified",
    "sum": "figures of a sum that does not add up (exceeds) or leaves a rest (open)",
    "speaker": "who said the quote",
    "channel": "where it was said: Telegram …",
    "kind": "kind of event (drone_strike, talks …) or of quote (direct, partial, indirect)",
    "place": "where",
    "actor": "who did it",
    "outlet": "who published the article",
    "document": "the document's name",
    "dateline": "the article's dateline",
    "headline": "words of the headline",
    "since": "from this day on: 2025-12-24, 2025-12 or 2025",
    "until": "up to this day",
    "on": "on this day, in this month or year",
    "tag": "tags that a person gave",
    "note": "words of a note that a person wrote",
    "is": "starred, noted, corrected, rejected, added, read, unread, undated, dated, stated, given or inferred",
    "has": "figures, quotes, events or links",
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "measure": MEASURES,
    "stance": STANCES,
    "sum": SUMS,
    "kind": (*EVENT_KINDS, *QUOTE_KINDS),
    "is": STATES,
    "has": HOLDINGS,
}


def choices(field: str) -> tuple[str, ...]:
    """The words that a field can have, none for one whose values are names, numbers or days."""
    return tuple(dict.fromkeys(_CHOICES.get(field, ())))


_PIECE = re.compile(
    r"""(?P<minus>-?)
    (?:(?P<field>[^\W\d_]+):)?
    (?:"(?P<quoted>[^"]*)(?P<close>"?)|(?P<bare>\S*))""",
    re.VERBOSE,
)
_NUMBER = r"\d[\d,_]*(?:\.\d+)?"
_VALUE = re.compile(
    rf"(?P<sign>>=|<=|>|<|=)?(?P<low>{_NUMBER})(?P<a>[kKmM]?)(?:\.\.(?P<high>{_NUMBER})(?P<b>[kKmM]?))?"
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_SCALE = {"": 1.0, "k": 1e3, "m": 1e6}


def field_words(name: str, value: str) -> str:
    """A field as it is written in a query: `place:kharkiv`, `claimant:"air force"`."""
    value = value.replace('"', " ").strip()
    return f"{name}:{value}" if re.fullmatch(r"[\w-]+", value) else f'{name}:"{value}"'


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase; `prefix` matches longer words that begin with it."""

    text: str
    phrase: bool
    prefix: bool
    negated: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """One `name:value`.

    `values` are alternatives (folded for names, exact for choices); `low`,`high`
    bound a `value:` (each with its `open` flag) and `day_from`,`day_to` are the
    ISO days that `since:`, `until:` and `on:` mean.
    """

    name: str
    values: tuple[str, ...]
    negated: bool
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    day_from: str | None = None
    day_to: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: every term and every field must hold."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    fields: tuple[Field, ...] = ()

    def __bool__(self) -> bool:
        """Does it ask for anything?"""
        return bool(self.terms or self.fields)

    def match(self) -> str | None:
        """The FTS5 expression of the wanted words, or None when there are none."""
        return " AND ".join(_fts(term) for term in self.terms if not term.negated) or None

    def unwanted(self) -> str | None:
        """The FTS5 expression of the words that must not stand, or None."""
        return " OR ".join(_fts(term) for term in self.terms if term.negated) or None


def _fts(term: Term) -> str:
    # As a string, nothing in it is FTS5 syntax.
    return '"' + term.text.replace('"', '""') + '"' + (" *" if term.prefix else "")


def parse_query(text: str) -> Query:
    """Reads a query; raises `QueryError` (and nothing else) with the position of what is wrong."""
    # A terminal may hand over bytes that are no text, and FTS5 stops reading at a zero.
    text = re.sub("[\0\ud800-\udfff]", "\ufffd", text)
    terms: list[Term] = []
    fields: list[Field] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _PIECE.match(text, at)
        if piece is None or piece.end() == at:  # pragma: no cover - the pattern takes any character
            at += 1
            continue
        end = piece.end()
        quoted = piece["quoted"]
        if quoted is not None and not piece["close"] and piece["field"] is None and not quoted.strip():
            at = end
            continue
        if piece["field"] is not None:
            fields.append(_field(piece))
        else:
            term = _term(piece, last=end == len(text))
            if term is not None:
                terms.append(term)
        at = end
    return Query(text, tuple(terms), tuple(fields))


def _term(piece: re.Match[str], *, last: bool) -> Term | None:
    words = piece["quoted"] if piece["quoted"] is not None else piece["bare"]
    phrase = piece["quoted"] is not None
    prefix = not phrase and (last or words.endswith("*"))
    # What holds no letter or digit is nothing to search for.
    if not WORD.search(words):
        return None
    return Term(
        words.rstrip("*") if not phrase else words, phrase, prefix, bool(piece["minus"]), *piece.span()
    )


def _field(piece: re.Match[str]) -> Field:
    name = fold(piece["field"])
    if name not in FIELDS:
        guess = difflib.get_close_matches(name, FIELDS, 1)
        hint = f"; did you mean {guess[0]}:?" if guess else f"; fields are {', '.join(FIELDS)}"
        start = piece.start("field")
        raise QueryError(
            f"there is no field {piece['field']}:{hint}",
            start,
            piece.end("field"),
            possible=tuple(FIELDS),
            suggestion=guess[0] if guess else None,
        )
    quoted = piece["quoted"] is not None
    value = piece["quoted"] if quoted else piece["bare"]
    start, end = piece.span("quoted") if quoted else piece.span("bare")
    if not value.strip():
        raise QueryError(
            f"{name}: needs a value, for example {_example(name)}", piece.start(), piece.end(),
            possible=_CHOICES.get(name, ()),
        )  # fmt: skip
    negated = bool(piece["minus"])
    if name == "value":
        return _number(value, negated, start, end)
    if name in ("since", "until", "on"):
        return _day(name, value, negated, start, end)
    parts = [value] if quoted else [part for part in value.split(",") if part.strip()]
    if name in _CHOICES:
        values = tuple(choice for part in parts for choice in _choose(name, part, start, end))
    else:
        values = tuple(folded for part in parts if (folded := fold(part)))
    if not values:
        raise QueryError(f"{name}: needs a value, for example {_example(name)}", start, end)
    return Field(name, values, negated, piece.start(), piece.end())


def _example(name: str) -> str:
    examples = {
        "measure": "measure:killed", "claimant": 'claimant:"air force"', "value": "value:>100",
        "since": "since:2025-12-24", "until": "until:2025-12-27", "on": "on:2025-12-25",
        "stance": "stance:denied", "sum": "sum:exceeds",
        "is": "is:starred", "has": "has:quotes", "kind": "kind:drone_strike", "speaker": "speaker:kiper",
    }  # fmt: skip
    return examples.get(name, f"{name}:odesa")


def _choose(name: str, part: str, start: int, end: int) -> tuple[str, ...]:
    """The choices that `part` names: itself, or while it is being typed those that begin with it."""
    choices = _CHOICES[name]
    wanted = fold(part).replace("-", "_").replace(" ", "_")
    if wanted in choices:
        return (wanted,)
    begun = tuple(dict.fromkeys(choice for choice in choices if choice.startswith(wanted)))
    if begun:
        return begun
    guess = difflib.get_close_matches(wanted, choices, 1)
    hint = f"did you mean {guess[0]}?" if guess else f"it can be {', '.join(dict.fromkeys(choices))}"
    raise QueryError(
        f"{name}: has no value {part!r}; {hint}",
        start,
        end,
        possible=tuple(dict.fromkeys(choices)),
        suggestion=guess[0] if guess else None,
    )


def _number(value: str, negated: bool, start: int, end: int) -> Field:
    read = _VALUE.fullmatch(value.strip())
    if read is None or (read["sign"] and read["high"]):
        raise QueryError(
            f"value: cannot read {value!r}; write a number, >100, <=5 or 5..10", start, end,
            possible=(">100", ">=100", "<100", "<=100", "5..10", "131"),
        )  # fmt: skip
    number = _float(read["low"]) * _SCALE[read["a"].casefold()]
    low: float | None = number
    high: float | None = number
    sign = read["sign"]
    if read["high"]:
        high = _float(read["high"]) * _SCALE[read["b"].casefold()]
    elif sign in (">", ">="):
        high = None
    elif sign in ("<", "<="):
        low = None
    return Field(
        "value", (value,), negated, start, end,
        low=low, high=high, low_open=sign == ">", high_open=sign == "<",
    )  # fmt: skip


def _float(digits: str) -> float:
    return float(digits.replace(",", "").replace("_", ""))


def _days(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


def _day(name: str, value: str, negated: bool, start: int, end: int) -> Field:
    read = _DAY.fullmatch(value.strip())
    try:
        if read is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in read.groups())
        assert year is not None
        first = datetime.date(year, month or 1, day or 1)
        last_month = month or 12
        last = datetime.date(year, last_month, day or _days(year, last_month))
    except ValueError:
        raise QueryError(
            f"{name}: cannot read the day {value!r}; write it as 2025-12-24, 2025-12 or 2025", start, end,
            possible=("2025-12-24", "2025-12", "2025"),
        ) from None  # fmt: skip
    return Field(
        name, (value,), negated, start, end,
        day_from=None if name == "until" else first.isoformat(),
        day_to=None if name == "since" else last.isoformat(),
    )  # fmt: skip
