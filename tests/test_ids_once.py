"""No two things of an article have one id: a document with such a pair could not be stored."""

from collections import Counter

from extract.pipeline import extract_document


def test_a_clause_that_two_cues_reach_is_one_quote() -> None:
    (article,) = extract_document(
        "Marzan fired 40 missiles and about 60 drones at Belgar on Monday, the Belgar military said, adding that"
        " nine of the missiles and all but two of the drones were intercepted.",
        "report.txt",
    )
    spans = Counter((quote.start, quote.end) for quote in article.quotes)
    assert spans
    assert max(spans.values()) == 1
    assert [quote.cue for quote in article.quotes if quote.text.startswith("nine")] == ["adding"]


def test_ids_stand_once_in_texts_of_repeated_sentences() -> None:
    line = "Police said the strike killed 12 people, adding that 5 of them were children. “We hid,” said Ana Dorn. "
    for article in extract_document((line * 4 + "\n\n") * 3, "report.txt"):
        for things in (article.figures, article.quotes, article.events, article.sums):
            assert max(Counter(each.id for each in things).values(), default=1) == 1
