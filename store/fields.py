"""Which fields of a figure, quote or event a person may correct, and what each of them takes."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from store.errors import StoreError
from store.query import EVENT_KINDS, MEASURES, QUOTE_KINDS, STANCES
from store.validate import is_day

#: A corrected value, as JSON has it.
Value = str | float | None


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `takes` is number, text, day, choice or the kind of thing it refers to.

    `needed` says that it cannot be empty.
    """

    name: str
    takes: str
    choices: tuple[str, ...] = ()
    needed: bool = False


def _texts(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "text") for name in names)


FIELDS: dict[str, dict[str, Field]] = {
    kind: {field.name: field for field in fields}
    for kind, fields in {
        "figure": (
            Field("measure", "choice", MEASURES, needed=True),
            *(Field(name, "number", needed=True) for name in ("value", "low", "high")),
            *_texts("modifier", "unit", "place", "actor", "target", "claimant", "cue", "channel"),
            Field("stance", "choice", STANCES),
            *_texts("disputed_by", "when"),
            Field("date_from", "day"),
            Field("date_to", "day"),
            Field("scope", "choice", ("event", "period", "cumulative"), needed=True),
            Field("part_of", "figure"),
            Field("same_as", "figure"),
            Field("revises", "figure"),
            Field("event", "event"),
        ),
        "quote": (
            *_texts("speaker", "role"),
            Field("kind", "choice", QUOTE_KINDS, needed=True),
            *_texts("cue", "channel", "addressee"),
            Field("stance", "choice", STANCES),
            *_texts("when"),
            Field("date", "day"),
            Field("event", "event"),
        ),
        "event": (
            Field("kind", "choice", EVENT_KINDS, needed=True),
            *_texts("place", "country", "actor", "target"),
            Field("date_from", "day"),
            Field("date_to", "day"),
            Field("lat", "number"),
            Field("lon", "number"),
            Field("precision", "choice", ("point", "city", "region", "country")),
        ),
    }.items()
}
#: Fields of which one is not corrected without a look at the others: they are recorded together.
TOGETHER = (("value", "low", "high"), ("date_from", "date_to"))
_LIMITS = {"lat": 90.0, "lon": 180.0}
_LONGEST = 500


def field_of(kind: str, name: str) -> Field:
    """The field `name` of a `kind`; raises `StoreError` where there is none that can be corrected."""
    if kind not in FIELDS:
        raise StoreError(f"{kind!r} cannot be corrected; figure, quote and event can")
    if name not in FIELDS[kind]:
        raise StoreError(f"the field {name!r} of a {kind} cannot be corrected; {', '.join(FIELDS[kind])} can")
    return FIELDS[kind][name]


def from_words(kind: str, name: str, words: str) -> Value:
    """What a person typed for a field, as a value: empty words mean that the text does not say."""
    field = field_of(kind, name)
    words = " ".join(words.split())
    if not words:
        return checked(kind, name, None)
    if field.takes == "number":
        try:
            return checked(kind, name, float(words.replace(",", "").replace("_", "")))
        except ValueError:
            raise StoreError(f"{name}: {words!r} is not a number; write it like 2600 or 2.5") from None
    return checked(kind, name, words)


def checked(kind: str, name: str, value: object) -> Value:
    """The value, where the field takes it; raises `StoreError` with a sentence where it does not."""
    field = field_of(kind, name)
    if value is None:
        if field.needed:
            raise StoreError(f"{name} cannot be empty; r rejects a {kind} that is none")
        return None
    if field.takes == "number":
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise StoreError(f"{name}: {value!r} is not a number; write it like 2600 or 2.5")
        limit = _LIMITS.get(name)
        if limit is not None and abs(value) > limit:
            raise StoreError(f"{name}: {value:g} is not between {-limit:g} and {limit:g}")
        return float(value)
    if not isinstance(value, str) or not value.strip():
        raise StoreError(f"{name}: {value!r} is not text")
    if field.takes == "day" and not is_day(value):
        raise StoreError(f"{name}: {value!r} is not a day; write it like 2025-12-25")
    if field.takes == "choice" and value not in field.choices:
        raise StoreError(f"{name}: {value!r} is not one of {', '.join(field.choices)}")
    if len(value) > _LONGEST:
        raise StoreError(f"{name}: {len(value)} characters are too many; {_LONGEST} is the most")
    return value


def agree(values: Mapping[str, object], changed: Collection[str] | None = None) -> None:
    """Raises `StoreError` where fields of one thing contradict each other.

    With `changed`, only those that stand together with one of these fields are looked at.
    """
    looked_at = [group for group in TOGETHER if changed is None or not set(group).isdisjoint(changed)]
    if TOGETHER[0] in looked_at:
        value, low, high = (values.get(name) for name in TOGETHER[0])
        if isinstance(low, (int, float)) and isinstance(high, (int, float)):
            if low > high:
                raise StoreError(f"low: {low:g} is more than high, {high:g}")
            if isinstance(value, (int, float)) and not low <= value <= high:
                raise StoreError(f"value: {value:g} is not between low, {low:g}, and high, {high:g}")
    if TOGETHER[1] in looked_at:
        first, last = (values.get(name) for name in TOGETHER[1])
        if isinstance(first, str) and isinstance(last, str) and first > last:
            raise StoreError(f"date_to: {last} is before date_from, {first}")
