"""The whole extraction on invented reports: claimants, places, days, actors, events, stable ids and exact offsets."""

import pytest

from extract.ids import article_id
from extract.model import Article, Figure
from extract.pipeline import Document, extract_document, extract_documents

REPORT = """date 2026-03-05 Drones hit port of Marsk

(VELIN) — Vardania launched 60 drones at Ostia overnight, the air force in Velin said, of which 44 were shot down.

At least three people were killed and nine injured in the town of Marsk, Mayor Ilka Dorn said in a post on Telegram. "We will clear the streets by noon," Dorn said.

Two warehouses were destroyed in the village of Hollen, according to rescuers. The power plant cost $2.5 million.
"""


def read(text: str = REPORT, name: str = "report.txt", published: str | None = None) -> Article:
    (article,) = extract_document(text, name, published=published)
    return article


def by_value(article: Article) -> dict[float, Figure]:
    return {figure.value: figure for figure in article.figures}


def test_every_offset_points_at_its_words() -> None:
    article = read()
    assert REPORT[article.start : article.end] == article.text
    assert article.figures
    for figure in article.figures:
        assert article.text[figure.start : figure.end] in figure.text
        assert figure.text in article.text
        if figure.claimant_start is not None:
            assert article.text[figure.claimant_start : figure.claimant_end].strip() != ""
    for quote in article.quotes:
        assert article.text[quote.start : quote.end] == quote.text
    for event in article.events:
        assert event.summary in article.text
        assert all(article.text[a:b].strip() for a, b in event.sentences)


def test_a_figure_knows_its_claimant_place_and_channel() -> None:
    figures = by_value(read())
    assert figures[3].claimant == "Ilka Dorn"
    assert figures[3].channel == "Telegram"
    assert (figures[3].place, figures[3].modifier, figures[3].measure) == ("Marsk", "at least", "killed")
    assert figures[9].claimant == "Ilka Dorn"
    assert (figures[2].place, figures[2].claimant) == ("Hollen", "rescuers")


def test_the_night_ends_on_the_morning_of_publication() -> None:
    figure = by_value(read())[60]
    assert (figure.date_from, figure.date_to) == ("2026-03-04", "2026-03-05")
    assert figure.when == "overnight"
    assert figure.date_why


def test_what_was_shot_down_is_a_part_of_what_was_launched() -> None:
    figures = by_value(read())
    assert figures[44].part_of == figures[60].id
    assert figures[60].part_of is None


def test_money_is_set_apart() -> None:
    figure = by_value(read())[2_500_000]
    assert (figure.measure, figure.unit, figure.event) == ("money", "USD", None)


def test_figures_and_quotes_belong_to_the_event_of_their_place() -> None:
    article = read()
    events = {event.id: event for event in article.events}
    figures = by_value(article)
    marsk = events[figures[3].event or ""]
    assert figures[9].event == marsk.id
    assert marsk.place == "Marsk"
    assert marsk.date_to == "2026-03-05"
    assert figures[2].event != marsk.id
    spoken = next(quote for quote in article.quotes if quote.text.startswith("We will clear"))
    assert (spoken.speaker, spoken.event) == ("Ilka Dorn", marsk.id)
    assert spoken.id in marsk.quotes


def test_every_reference_leads_to_something_in_the_article() -> None:
    article = read()
    figures, quotes = {f.id for f in article.figures}, {q.id for q in article.quotes}
    events = {e.id for e in article.events}
    for figure in article.figures:
        assert {figure.part_of, figure.same_as} - {None} <= figures
        assert {figure.event} - {None} <= events
    for event in article.events:
        assert set(event.figures) <= figures
        assert set(event.quotes) <= quotes


def test_the_same_text_gives_the_same_ids_under_any_name() -> None:
    one, two = read(name="a.txt"), read(name="b.txt")
    assert one.id == two.id == article_id(one.text)
    assert [f.id for f in one.figures] == [f.id for f in two.figures]
    assert [q.id for q in one.quotes] == [q.id for q in two.quotes]
    assert [e.id for e in one.events] == [e.id for e in two.events]


def test_a_day_given_by_hand_counts_only_where_none_is_stated() -> None:
    assert read(published="2026-01-01").published == "2026-03-05"
    undated = read(REPORT.split("\n", 2)[2].lstrip(), published="2026-03-05")
    assert (undated.published, undated.published_basis) == ("2026-03-05", "given")
    assert by_value(undated)[60].date_to == "2026-03-05"


def test_documents_come_out_in_their_order_and_empty_ones_too() -> None:
    documents = [Document(REPORT, "a.txt"), Document("", "b.txt"), Document(REPORT, "c.txt")]
    articles = list(extract_documents(documents))
    assert [[a.document for a in group] for group in articles] == [["a.txt"], [], ["c.txt"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Twelve drones struck the port of Marsk on 5 March 2026.", "drone_strike"),
        ("Missiles killed four people in Marsk on 5 March 2026.", "missile_strike"),
        ("Shelling killed four people in Marsk on 5 March 2026.", "shelling"),
        ("A car bomb killed four people in Marsk on 5 March 2026.", "bombing"),
        ("Gunmen opened fire in Marsk on 5 March 2026, killing four people.", "shooting"),
        ("Gunmen abducted four people in Marsk on 5 March 2026.", "abduction"),
        ("Police arrested four men in Marsk on 5 March 2026.", "arrest"),
        ("Envoys of the two states met in Marsk on 5 March 2026.", "talks"),
    ],
)
def test_the_kind_of_an_event_follows_its_weapon_or_deed(text: str, kind: str) -> None:
    (article,) = extract_document(text, "x.txt")
    (event,) = article.events
    assert (event.kind, event.place, event.date_to) == (kind, "Marsk", "2026-03-05")


def test_a_group_that_claims_an_attack_did_it_and_counts_nothing() -> None:
    (article,) = extract_document("Hamas claimed an attack near Marsk that killed 28 people.", "x.txt")
    (figure,) = article.figures
    assert (figure.claimant, figure.actor) == (None, "Hamas")


def test_two_printed_days_are_two_events() -> None:
    text = "A strike on Jan. 1 killed two guards in Marsk. A strike on Jan. 3 killed five guards in Marsk."
    (article,) = extract_document(text, "x.txt")
    assert [event.date_to for event in article.events] == [None, None]
    assert len({figure.event for figure in article.figures}) == 2
