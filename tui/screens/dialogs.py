"""Small screens over the browser: a choice, a line to type, and a note to write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from store.text import fold
from tui.drafts import Draft
from tui.messages import Clicked, Moved
from tui.safe import safe, safe_text, width
from tui.widgets.inputs import SafeInput
from tui.widgets.rowlist import Part, RowList
from tui.widgets.text_area import SafeTextArea

#: How wide a dialog is, where there is room.
DIALOG = 76


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what is returned, its label and a dimmer word beside it (safe to draw)."""

    value: str
    label: str
    detail: str = ""


class ChoiceList(RowList[Choice]):
    """The choices, one a line."""

    row_height = 1

    def parts(self, row: Choice, cells: int) -> list[list[Part]]:
        """One line."""
        return [[(row.label, "strong"), ("  " + row.detail if row.detail else "", "dim")]]


class Known(Suggester):
    """Completes what is typed with a value that the store has; `→` takes it."""

    def __init__(self, known: Callable[[str], Sequence[str]]) -> None:
        """`known` gives values that begin with some words, the likeliest first; it is called in a thread."""
        super().__init__(case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The likeliest value that goes on with just these letters."""
        found = await asyncio.to_thread(self._known, value) if value.strip() else ()
        # What must not be drawn as it is cannot be offered.
        likely = (
            each
            for each in found
            if len(each) > len(value) and fold(each).startswith(fold(value)) and safe(each) == each
        )
        other = next(likely, None)
        return other


class Completed(ModalScreen[str | None]):
    """A dialog whose field offers what its words may become; `→` takes it, and so does tab."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take", "take what is offered", show=False)]

    def action_take(self) -> None:
        """Put what is offered behind the cursor into the field."""
        if isinstance(self.focused, Input):
            self.focused.action_end()
            self.focused.action_cursor_right()
        else:
            self.focus_next()


class ChoiceScreen(Completed):
    """Choose one of a few with j, k and enter, or type another value in the field beneath."""

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "back"),
        Binding("j,down", "move(1)", "down"),
        Binding("k,up", "move(-1)", "up"),
        Binding("enter", "choose", "choose"),
        *(Binding(str(digit), f"pick({digit})", show=False) for digit in range(10)),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        said: str = "",
        field: str | None = None,
        check: Callable[[str], str | None] | None = None,
        numbered: bool = False,
        at: str | None = None,
        known: Callable[[str], Sequence[str]] | None = None,
        value: str | None = None,
        empty: str | None = None,
    ) -> None:
        """`at` is the value of the choice that the cursor begins on; `known` completes what is typed.

        `field` is what the field says while it is empty; `check` gives a sentence on a wrong value. With `value` the
        keys go to the field first, which holds it selected; `empty` is returned for a field that is emptied.

        The first nine of `numbered` choices have a digit each, which takes them at once.
        """
        super().__init__()
        if numbered:
            choices = [
                replace(choice, label=f"{at} {choice.label}") if at < 10 else choice
                for at, choice in enumerate(choices, 1)
            ]
        self._numbered = numbered
        self._at = next((index for index, choice in enumerate(choices) if choice.value == at), 0)
        self._known = known
        self._value = value
        self._empty = empty
        self._title = title
        self._choices = choices
        self._said = said
        self._field = field
        self._check = check

    def compose(self) -> ComposeResult:
        """Title, choices, field, and what is wrong."""
        with Vertical(classes="dialog"):
            yield Static(safe_text(self._title), classes="dialog-title", markup=False)
            if self._said:
                yield Static(safe_text(self._said), classes="dialog-said", markup=False)
            if self._choices:
                yield ChoiceList(id="choices")
            if self._clipped():
                yield Static("", id="detail", classes="dialog-said", markup=False)
            if self._field is not None:
                suggester = Known(self._known) if self._known is not None else None
                yield SafeInput(
                    self._value, placeholder=self._field, compact=True, id="other", suggester=suggester
                )
                yield Static("", classes="dialog-error", markup=False)

    @property
    def _cells(self) -> int:
        """How much a line of the dialog holds."""
        return min(self.app.size.width, DIALOG) - 4

    def _clipped(self) -> list[Choice]:
        """The choices that do not fit on their line."""
        return [each for each in self._choices if width(f"{each.label}  {each.detail}") > self._cells]

    @on(Moved)
    def _tell_whole(self) -> None:
        """The whole detail of the choice under the cursor, where its line is too short for it."""
        for line in self.query("#detail").results(Static):
            chosen = self.query_one(ChoiceList).current
            line.update(safe_text(chosen.detail) if chosen in self._clipped() else "")

    def on_mount(self) -> None:
        """Fill the list."""
        for line in self.query("#detail"):
            # High enough for the longest, so that nothing moves with the cursor.
            lines = max(-(-width(each.detail) // self._cells) for each in self._clipped())
            line.styles.height = min(lines + 1, 4)
        if self._choices:
            rows = self.query_one(ChoiceList)
            rows.styles.height = min(len(self._choices), 14)
            rows.set_rows(self._choices, self._at)
            rows.active = self._value is None
            self._tell_whole()
        if self._field is not None and (self._value is not None or not self._choices):
            self.query_one("#other", Input).focus()

    def action_move(self, delta: int) -> None:
        """Move in the list; past its end, into the field."""
        rows = self.query_one(ChoiceList) if self._choices else None
        field = self.query_one("#other", Input) if self._field is not None else None
        if rows is None:
            return
        if field is not None and rows.active and delta > 0 and rows.cursor == rows.total - 1:
            field.focus()
            rows.active = False
        elif field is not None and field.has_focus:
            if delta < 0:
                self.set_focus(None)
                rows.active = True
        else:
            rows.move(delta)

    @on(Clicked)
    def _clicked(self, event: Clicked) -> None:
        if event.chosen:
            self.action_choose()

    def action_pick(self, number: int) -> None:
        """Return the choice with that number; with a field, the digit is the first of what is typed."""
        if self._field is not None:
            field = self.query_one("#other", Input)
            field.select_on_focus = False  # or the next digit would replace this one
            field.focus()
            field.insert_text_at_cursor(str(number))
            if self._choices:
                self.query_one(ChoiceList).active = False
        elif self._numbered and 0 < number <= len(self._choices):
            self.dismiss(self._choices[number - 1].value)

    def action_choose(self) -> None:
        """Return the choice under the cursor."""
        chosen = self.query_one(ChoiceList).current if self._choices else None
        if chosen is not None:
            self.dismiss(chosen.value)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        value = event.value.strip()
        wrong = None
        if self._check is not None and (value or self._empty is None):
            wrong = self._check(value)
        if wrong:
            self.query_one(".dialog-error", Static).update(safe_text(wrong))
        elif value or self._empty is not None:
            self.dismiss(value or self._empty)


class PromptScreen(Completed):
    """One line to type: a path, say. Enter accepts it if it will do, escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back")]

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        said: str = "",
        check: Callable[[str], str | None] | None = None,
        empty: bool = False,
        select: bool = False,
        known: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        """`empty` says that nothing is an answer too; with `select` the first key typed replaces the value.

        `known` completes what is typed.
        """
        super().__init__()
        self._known = known
        self._empty = empty
        self._select = select
        self._title = title
        self._value = value
        self._said = said
        self._check = check
        self._warned = ""

    def compose(self) -> ComposeResult:
        """Title, hint, field, and what is wrong."""
        with Vertical(classes="dialog"):
            yield Static(safe_text(self._title), classes="dialog-title", markup=False)
            if self._said:
                yield Static(safe_text(self._said), classes="dialog-said", markup=False)
            suggester = Known(self._known) if self._known is not None else None
            yield SafeInput(self._value, compact=True, select_on_focus=self._select, suggester=suggester)
            yield Static("", classes="dialog-error", markup=False)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        value = event.value.strip()
        wrong = self._check(value) if self._check is not None and value else None
        # A warning that ends in "again" is a question: the same answer once more is a yes.
        if wrong and not (wrong.endswith("again.") and self._warned == value):
            self._warned = value
            self.query_one(".dialog-error", Static).update(safe_text(wrong))
        elif value or self._empty:
            self.dismiss(value)


class NoteScreen(ModalScreen[str | None]):
    """A note to write. Leaving keeps it, so that nothing typed is lost; an emptied note is taken away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "keep", "keep", priority=True),
        Binding("ctrl+x", "dismiss(None)", "leave as it was", priority=True),
    ]

    def __init__(self, title: str, text: str, draft: Draft | None = None) -> None:
        """`draft` keeps what is typed; what it holds from before stands instead of `text`."""
        super().__init__()
        self._title = title
        begun = draft.text() if draft is not None else None
        self._begun = begun is not None and begun != text
        self._text = text if begun is None else begun
        self._kept = self._text
        self._draft = draft
        self._rest: Timer | None = None

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(0.3, self.keep_draft)

    def keep_draft(self) -> None:
        """Keep what is typed so far, for the case that the line drops."""
        text = self.query_one(SafeTextArea).text
        if self._draft is not None and text != self._kept:
            self._kept = text
            self._draft.keep(text)

    def compose(self) -> ComposeResult:
        """Title and editor."""
        with Vertical(classes="dialog wide"):
            yield Static(safe_text(self._title), classes="dialog-title", markup=False)
            yield SafeTextArea(self._text, soft_wrap=True, compact=True, tab_behavior="focus")
            yield Static(
                "esc keeps the note · ctrl+x leaves it as it was"
                + (" · begun in a session that ended" if self._begun else ""),
                classes="dialog-said",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        editor = self.query_one(SafeTextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    def action_keep(self) -> None:
        """Return the text."""
        self.dismiss(self.query_one(SafeTextArea).text.strip())
