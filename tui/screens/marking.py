"""Marking: the keys `T` for tags and `M` to merge and split events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from store.records import EventRow
from store.text import fold
from tui.display import day, tag_words, words_of
from tui.safe import clip, one_line
from tui.screens.keeping import KINDS, Keeping
from tui.typeahead import hold_keys, release_keys

if TYPE_CHECKING:
    from store.search import Reader

#: The event with its words, each linked report's id, words and reason.
Reports = list[tuple[str, str, str]]


class Marking(Keeping):
    """What a person puts together."""

    #: The event that M marked, to be merged with another.
    merging: EventRow | None = None

    # Tags

    def action_tag(self) -> None:
        """Write tags on the row."""
        row = self.need_subject("tag")
        if row is None:
            return
        from store.tags import known_tags, read_tags, set_tags

        kind = KINDS[type(row)]

        def kept(tags: tuple[str, ...]) -> None:
            self._changed(row, tags=tags)
            self.say(f"Tagged {tag_words(tags)}." if tags else "There is no tag any more.")

        def given(words: str | None) -> None:
            if words is not None:
                self.change(lambda: set_tags(self.path, kind, row.id, read_tags(words)), kept)

        def edit(known: list[tuple[str, int]]) -> None:
            from tui.screens.dialogs import PromptScreen

            used = ", ".join(f"{one_line(tag)} ({uses})" for tag, uses in known[:20])
            screen = PromptScreen(
                f"Tags of {self.name_of(row)}", value=", ".join(row.tags), check=wrong_tags, empty=True,
                said=f"In use: {used}" if used else "Tags are words between commas; tag: finds them.",
                known=partial(completed_tags, [tag for tag, _ in known]),
            )  # fmt: skip
            self.app.push_screen(screen, given)
            release_keys(self.app, screen)

        hold_keys(self.app)
        self.ask("tags", known_tags, edit)

    # Merging

    def entitle(self, pane: int, name: str, detail: str, short: str = "") -> None:
        """Say what a pane shows; over the events, also that one of them is marked."""
        if pane == 1 and self.merging is not None and self.view == "events":
            detail = f"{detail} · 1 marked"
        super().entitle(pane, name, detail, short)

    def action_merge(self) -> None:
        """Mark an event, merge it with the one that was marked, or split it from a report it is linked to."""
        row = self.under_cursor()
        if not isinstance(row, EventRow):
            self.say("Go to an event to merge or split it; v lists events.", "warning")
            return
        self.ask("merge", lambda reader: _reports(reader, row.id), partial(self._choose_merge, row))

    def _choose_merge(self, row: EventRow, reports: Reports) -> None:
        from tui.screens.dialogs import Choice, ChoiceScreen

        marked = self.merging
        choices = []
        if marked is not None and marked.id != row.id:
            choices.append(Choice("merge", "merge with the one marked", event_words(marked)))
        if marked is None or marked.id != row.id:
            choices.append(Choice("mark", "mark it", "then press M on the event that is the same one"))
        else:
            choices.append(Choice("unmark", "take the mark away"))
        choices += [Choice(id_, f"split from {words}", f"linked: {why}") for id_, words, why in reports]
        if len(reports) > 1:
            choices.append(Choice("split", "split from all of these"))

        def chosen(value: str | None) -> None:
            if value in ("mark", "unmark"):
                self.merging = row if value == "mark" else None
                self._entitle_list()
                self.say(
                    "Marked. Go to the event that is the same one and press M."
                    if self.merging
                    else "Unmarked."
                )
            elif value == "merge" and marked is not None:
                self._why("merged", lambda why: self._merge(row, marked, why))
            elif value is not None:
                self._why("split", lambda why: self._split(row, None if value == "split" else value, why))

        self.app.push_screen(ChoiceScreen(f"Event: {event_words(row)}", choices), chosen)

    def _why(self, what: str, then: Callable[[str], None]) -> None:
        from tui.screens.dialogs import PromptScreen

        said = "Kept with it and shown as the reason; enter leaves it out."
        self.app.push_screen(
            PromptScreen(f"Why they are {what}", said=said, empty=True),
            lambda why: then(why) if why is not None else None,
        )

    def _merge(self, row: EventRow, marked: EventRow, why: str) -> None:
        from store.merging import merge

        def done(reports: int) -> None:
            self.merging = None
            many = "1 report tells" if reports == 1 else f"{reports} reports tell"
            self.say(f"Merged: {many} of this event now. u undoes it.")
            self.load(row.id)

        self.change(partial(merge, self.path, row.id, marked.id, why or None), done)

    def _split(self, row: EventRow, other: str | None, why: str) -> None:
        from store.merging import split

        def done(count: Any) -> None:
            self.say("Split. u undoes it.")
            self.load(row.id)

        self.change(partial(split, self.path, row.id, other, why or None), done)


def event_words(row: EventRow, most: int = 70) -> str:
    """An event in a few words, `most` cells of them."""
    parts = (
        words_of(row.kind),
        one_line(row.place or ""),
        day(row.date_to or row.date_from),
        row.outlet or row.document,
    )
    return clip(" · ".join(one_line(part) for part in parts if part), most)


def _reports(reader: Reader, event: str) -> Reports:
    found = []
    for link in reader.linked_events(event):
        row = reader.event(link.id)
        if row is not None:
            # Short enough for the reason beside it.
            found.append((link.id, event_words(row, 36), one_line(link.why)))
    return found


def wrong_tags(value: str) -> str | None:
    """A sentence on what cannot be tags, or nothing."""
    from store.errors import StoreError
    from store.tags import read_tags

    try:
        read_tags(value)
    except StoreError as error:
        return str(error)
    return None


def completed_tags(known: Sequence[str], typed: str) -> list[str]:
    """What is typed, its last tag completed by each of those in use that begins so."""
    before, comma, last = typed.rpartition(",")
    space = last[: len(last) - len(last.lstrip())]
    begun = fold(last)
    return [before + comma + space + tag for tag in known if begun and fold(tag).startswith(begun)]
