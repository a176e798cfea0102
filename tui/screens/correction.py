"""The dialog of `e`: a figure, quote or event field by field, what was read beneath, and the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from store.errors import StoreError
from store.fields import FIELDS, Value, agree, field_of, from_words
from store.history import Change, Standing
from tui.commands import bindings, with_keys
from tui.display import day, words_of
from tui.messages import Clicked
from tui.safe import clip, one_line, safe_text, width
from tui.screenkeys import screen_commands
from tui.screens.dialogs import Choice, ChoiceScreen, PromptScreen
from tui.widgets.rowlist import Part, RowList

_NAMES = 12
#: What may be typed for a field, by what it takes.
_HINTS = {"text": "As the text has it", "number": "A number", "day": "A day, as 2025-12-25"}
#: Stands for "the text does not say" among choices.
NOTHING = "\0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the dialog: a field with its value, or (without a field) what stands beneath it."""

    field: str
    words: str
    style: str = ""
    #: Whether the cursor stops here.
    stop: bool = True


@dataclass(slots=True)
class Case:
    """What the dialog is about: its values now, what was read, and what fields may refer to.

    `refers` gives (id, words) of the article's figures and events.
    """

    kind: str
    title: str
    values: dict[str, Any]
    standing: Mapping[str, Standing]
    history: Sequence[Change]
    refers: Mapping[str, Sequence[tuple[str, str]]]
    #: The article's words that it was read from.
    printed: str = ""
    #: Whether it is still to be added: then leaving adds nothing.
    new: bool = False
    #: The store's values of a field that begin with some words; called in a thread.
    known: Callable[[str, str], Sequence[str]] | None = None


class FieldLines(RowList[Line]):
    """The fields, one a line, with what was read beneath those that a person gave."""

    row_height = 1

    def parts(self, row: Line, cells: int) -> list[list[Part]]:
        """One line."""
        if row.style == "head":
            return [[(row.words, "number")]]
        name = clip(words_of(row.field), _NAMES, pad=True) if row.field else " " * _NAMES
        return [[(name + " ", "dim" if row.field else ""), (clip(row.words, cells - _NAMES - 1), row.style)]]

    def step(self, delta: int) -> None:
        """To the next line that is a field or of the history."""
        at = self.cursor + delta
        while 0 <= at < self.total:
            line = self.row(at)
            if line is not None and line.stop:
                self.go(at)
                return
            at += delta


class CorrectScreen(ModalScreen[dict[str, Any] | None]):
    """Choose a field, give it a value. Leaving keeps what was changed, as one step."""

    AUTO_FOCUS = ""

    def __init__(self, it: Case) -> None:
        super().__init__()
        self._bindings = BindingsMap.merge(
            [self._bindings, BindingsMap(bindings(screen_commands("correct")))]
        )
        self.it = it
        self.changed: dict[str, Any] = {}
        self.why: str | None = None

    def compose(self) -> ComposeResult:
        """Title, fields, what is wrong, and how to leave."""
        with Vertical(classes="dialog wide"):
            yield Static(safe_text(self.it.title), classes="dialog-title", markup=False)
            if self.it.printed:
                # The dialog lies over the text, and a field is judged by its words.
                yield Static(safe_text(one_line(self.it.printed)), classes="dialog-printed", markup=False)
            yield FieldLines(id="fields")
            yield Static("", classes="dialog-error", markup=False)
            yield Static(
                with_keys(
                    "{correct_change} changes · {correct_keep} adds it · {correct_back} leaves without"
                    if self.it.new
                    else "{correct_change} changes · {correct_back} keeps · {correct_as_it_was} leaves it as it was"
                ),
                classes="dialog-said", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        """Show the fields."""
        lines = self.query_one(FieldLines)
        lines.active = True
        self._fill()

    def _fill(self, at: str = "") -> None:
        rows = self.lines()
        lines = self.query_one(FieldLines)
        cursor = next((index for index, row in enumerate(rows) if at and row.field == at), 0)
        lines.set_rows(rows, cursor)

    def lines(self) -> list[Line]:
        """What the dialog shows."""
        rows: list[Line] = []
        for name in FIELDS[self.it.kind]:
            stands = self.it.standing.get(name)
            value = self.changed.get(name, self.it.values.get(name))
            mark = "mark" if name in self.changed or stands else ""
            rows.append(Line(name, self.words(name, value), mark))
            if name in self.changed:
                rows.append(Line("", f"was {self.words(name, self.it.values.get(name))}", "dim", stop=False))
            if stands is not None:
                by = f"corrected by {one_line(stands.who)}, {stamp(stands.at)}"
                rows.append(Line("", f"read {self.words(name, stands.read)} · {by}", "dim", stop=False))
        rows.append(Line("why", self.why or "—", "mark" if self.why else ""))
        told = [
            change for change in self.it.history if change.field in FIELDS[self.it.kind] or _about(change)
        ]
        if told:
            rows.append(Line("", "History", "head", stop=False))
        rows += [Line("", self.step_words(change), "dim") for change in reversed(told)]
        return rows

    def words(self, name: str, value: Any) -> str:
        """A value as it is shown; a dash where the text does not say."""
        if value is None:
            return "—"
        if name in FIELDS[self.it.kind]:
            takes = field_of(self.it.kind, name).takes
            if takes == "number":
                return f"{value:,g}" if abs(value) < 1e6 else f"{value:,.0f}"
            if takes == "choice":
                return words_of(str(value))
            if takes in self.it.refers:
                return next(
                    (words for id_, words in self.it.refers[takes] if id_ == value), one_line(str(value))
                )
        return one_line(str(value))

    def step_words(self, change: Change) -> str:
        """A step of the history in words."""
        what = _about(change) or (
            f"{words_of(change.field)}: {self.words(change.field, change.before)}"
            f" → {self.words(change.field, change.value)}"
        )
        undone = ", undone" if change.undone else ""
        why = f" ({one_line(change.why)})" if change.why else ""
        return f"{stamp(change.at)} {one_line(change.who)}: {what}{why}{undone}"

    # Keys

    def action_move(self, delta: int) -> None:
        """To the next field, or the one before."""
        self.query_one(FieldLines).step(delta)

    def action_ends(self, direction: int) -> None:
        """To the first field or the end of the history."""
        self.query_one(FieldLines).ends(direction)

    @on(Clicked)
    async def _clicked(self, event: Clicked) -> None:
        if event.chosen:
            self.action_choose()

    def action_choose(self) -> None:
        """Give the field under the cursor another value."""
        line = self.query_one(FieldLines).current
        if line is None or not line.field:
            return
        name = line.field
        if name == "why":
            self.app.push_screen(
                PromptScreen("Why", value=self.why or "", said="Kept with the correction."),
                lambda words: self._because(words),
            )
            return
        field = field_of(self.it.kind, name)
        title = f"{words_of(name).capitalize()}, now {self.words(name, self.changed.get(name, self.it.values.get(name)))}"
        choices = [Choice(value, words_of(value)) for value in field.choices]
        if field.takes in self.it.refers:
            choices = [Choice(id_, words) for id_, words in self.it.refers[field.takes]]
        if not field.needed:
            choices.append(Choice(NOTHING, "—", "the text does not say"))
        stands = self.it.standing.get(name)
        if stands is not None and stands.read is not None:
            # Just before the present value, on which the cursor begins: in sight, however long the list.
            here = next((at for at, choice in enumerate(choices) if choice.value == self._now(name)), 0)
            choices.insert(here, Choice(str(stands.read), self.words(name, stands.read), "as it was read"))
        typed = field.takes in ("text", "number", "day")
        now = self.changed.get(name, self.it.values.get(name))
        empty = "" if field.needed else "; empty, the text does not say"
        self.app.push_screen(
            ChoiceScreen(
                title, choices, said=_HINTS[field.takes] + empty if typed else "",
                field="" if typed else None, check=self._check(name) if typed else None,
                at=self._now(name), value=_typed(now) if typed else None, empty=None if field.needed else NOTHING,
                known=partial(self.it.known, name) if self.it.known is not None else None,
            ),
            lambda words: self._given(name, words),
        )  # fmt: skip

    def _now(self, name: str) -> str:
        """The choice that is the field's present value; of what is new, "other" says nothing yet."""
        now = self.changed.get(name, self.it.values.get(name))
        if self.it.new and name not in self.changed and now == "other":
            return ""
        return NOTHING if now is None else str(now)

    def _check(self, name: str) -> Callable[[str], str | None]:
        def check(words: str) -> str | None:
            try:
                from_words(self.it.kind, name, words)
            except StoreError as error:
                return str(error)
            return None

        return check

    def _because(self, words: str | None) -> None:
        if words is not None:
            self.why = words
            self._fill("why")

    def _given(self, name: str, words: str | None) -> None:
        if words is None:
            return
        value: Value = None
        if words != NOTHING:
            value = from_words(self.it.kind, name, words)
        if value == self.it.values.get(name):
            self.changed.pop(name, None)
        else:
            self.changed[name] = value
            # A number that had no range has none after it either.
            if name == "value" and self.it.values.get("low") == self.it.values.get("high"):
                self.changed["low"] = self.changed["high"] = value
        self.query_one(".dialog-error", Static).update("")
        self._fill(name)

    def action_leave(self) -> None:
        """Leave: what was changed is kept, what is new is not added."""
        if self.it.new:
            self.dismiss(None)
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Return what was changed, unless its parts contradict each other."""
        try:
            agree({**self.it.values, **self.changed}, None if self.it.new else self.changed)
        except StoreError as error:
            self.query_one(".dialog-error", Static).update(safe_text(str(error)))
            return
        self.dismiss({"changes": self.changed, "why": self.why} if self.changed or self.it.new else None)


def _typed(value: Any) -> str:
    """A value as a person would type it."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return "" if value is None else str(value)


def stamp(at: str) -> str:
    """A moment in UTC as day and time: `24 Nov 2031 14:03`."""
    return f"{day(at[:10])} {at[11:16]}" if width(at) == 20 else one_line(at)


def _about(change: Change) -> str:
    """A step that is no field's, in words."""
    if change.field == "rejected":
        return "rejected" if change.value else "no longer rejected"
    if change.field == "added":
        return "added"
    if change.field.startswith("same:"):
        return {True: "merged with", False: "split from", None: "as the rules say with"}[change.value] + (
            f" {one_line(change.field[5:])}"
        )
    return ""
