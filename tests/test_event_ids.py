"""Ids of events: as many as there are events, and the same whenever the text is read."""

from __future__ import annotations

from extract.pipeline import extract_document

#: Two strikes of one kind on one place in one sentence, on two days.
TWICE = (
    "date 2031-03-12 Two nights\n\n"
    "Shelling of Ostrel wounded three people on Sunday and shelling of Ostrel killed nine people on Monday, officials said.\n"
)


def test_every_event_has_an_id_of_its_own() -> None:
    (article,) = extract_document(TWICE, "a.txt")
    ids = [event.id for event in article.events]
    assert len(ids) >= 2
    assert len(set(ids)) == len(ids)


def test_ids_are_the_same_when_the_text_is_read_again() -> None:
    first, again = extract_document(TWICE, "a.txt")[0], extract_document(TWICE, "b.txt")[0]
    assert [event.id for event in first.events] == [event.id for event in again.events]
