"""Stance: what a text denies, disputes, confirms or cannot verify, and who does. Officials and events are invented."""

from __future__ import annotations

import pytest

from extract.model import Article, Figure
from extract.pipeline import extract_document


def read(text: str) -> Article:
    (article,) = extract_document(f"Night in Marzan\n\n{text}\n", "report.txt", published="2031-05-02")
    return article


def figure_of(text: str, value: float) -> Figure:
    return next(figure for figure in read(text).figures if figure.value == value)


def row(text: str, value: float) -> tuple[str | None, str | None, str | None]:
    figure = figure_of(text, value)
    return figure.claimant, figure.stance, figure.disputed_by


@pytest.mark.parametrize(
    ("text", "value", "by"),
    [
        ("The ministry denied that 40 people were killed in the raid.", 40, "ministry"),
        ("The mayor denied reports that 14 people had died.", 14, "mayor"),
        ("The minister dismissed as false a report that 12 soldiers had been captured.", 12, "minister"),
        ("The spokesman said reports that 25 soldiers had been killed were false.", 25, "spokesman"),
        ("The foreign ministry called reports of 300 casualties “fake news”.", 300, "foreign ministry"),
        ("The army refuted a report of 300 dead.", 300, "army"),
        ("The army denied killing 25 civilians in the market.", 25, "army"),
        ("The group said it shot down 3 drones, a claim the army called baseless.", 3, "army"),
    ],
)
def test_a_figure_that_is_denied_says_by_whom(text: str, value: float, by: str) -> None:
    assert row(text, value)[1:] == ("denied", by)


@pytest.mark.parametrize(
    ("text", "value", "claimant", "by"),
    [
        (
            "The general staff rejected the rebels' claim that 50 tanks were destroyed.",
            50,
            "rebels",
            "general staff",
        ),
        ("Ostra rejected claims by Vara that it had lost 1,200 soldiers.", 1200, "Vara", "Ostra"),
        ("The rebels said 60 soldiers died, a figure that the army disputes.", 60, "rebels", "army"),
        ("The rebels said they killed 60 soldiers. The army disputed those figures.", 60, "rebels", "army"),
        ("The army disputed the figure of 300 dead in the town.", 300, "army", "army"),
        ("The ministry questioned the opposition's estimate of 1,000 dead.", 1000, "opposition", "ministry"),
        ("Vara put the death toll at 412, a figure Ostra says is inflated.", 412, "Vara", "Ostra"),
        (
            "A UN official said 60 civilians were killed, but the government rejected that number.",
            60,
            "UN official",
            "government",
        ),
    ],
)
def test_a_figure_that_is_disputed_keeps_its_claimant(
    text: str, value: float, claimant: str, by: str
) -> None:
    assert row(text, value) == (claimant, "disputed", by)


@pytest.mark.parametrize(
    ("text", "claimant", "by"),
    [
        ("Vara's air force said it shot down 60 drones, which Ostra denies.", "Vara's air force", "Ostra"),
        ("The rebels said 60 soldiers died, a claim denied by the army.", "rebels", "army"),
        ("The rebels said they killed 60 soldiers. The army denied the claim.", "rebels", "army"),
    ],
)
def test_a_claim_that_somebody_else_denies_keeps_its_claimant(text: str, claimant: str, by: str) -> None:
    assert row(text, 60) == (claimant, "denied", by)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The news agency could not independently verify the toll of 26.", "news agency"),
        ("The report of 26 dead could not be independently verified.", None),
        ("The army said it could not confirm reports that 26 people died.", "army"),
        ("Officials have not confirmed that 26 people died.", "officials"),
        ("The ministry did not confirm or deny the report that 26 soldiers were captured.", "ministry"),
        ("The rebels said they killed 26 soldiers. The claim could not be independently verified.", None),
        (
            "The rebels said they killed 26 soldiers. It was not immediately possible to verify the claim.",
            None,
        ),
        ("The health ministry said 26 people were killed. Reuters was unable to verify the toll.", "Reuters"),
        ("There was no independent confirmation of the toll of 26.", None),
        ("State media reported 26 dead; the ministry has yet to confirm the toll.", "ministry"),
        ("The ministry said it had no evidence to support claims that 26 civilians died.", "ministry"),
        ("Unconfirmed reports said 26 people were killed.", None),
    ],
)
def test_what_nobody_could_verify_is_unverified(text: str, by: str | None) -> None:
    assert row(text, 26)[1:] == ("unverified", by)


@pytest.mark.parametrize(
    "text",
    [
        "The militia claimed, without providing evidence, that it killed 80 soldiers.",
        "The rebels said they killed 80 soldiers. They provided no evidence.",
        "The army claimed that 80 rebels were killed.",
        "The group's claim that 80 soldiers surrendered came on Friday.",
    ],
)
def test_a_claim_kept_at_a_distance_is_claimed(text: str) -> None:
    assert row(text, 80)[1:] == ("claimed", None)


@pytest.mark.parametrize(
    "text",
    [
        "The governor confirmed that nine people were killed.",
        "The toll of nine was confirmed by the governor.",
        "The governor confirmed nine deaths.",
    ],
)
def test_a_figure_that_is_confirmed_says_so(text: str) -> None:
    assert row(text, 9) == ("governor", "confirmed", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The governor said 12 people were hurt.", 12),
        ("Twelve people were hurt in the raid.", 12),
        ("The governor did not deny that 12 people were hurt.", 12),
        ("The ministry said 12 people died. The army denied attacking the camp.", 12),
        ("The army denied shelling the camp, where 12 people died.", 12),
        ("The group denied responsibility for the attack, which killed 12 people.", 12),
        ("Police questioned 12 suspects on Friday.", 12),
        ("The president dismissed 12 officers.", 12),
        ("Ostra denies targeting civilians, 12 of whom have been killed.", 12),
        ("The mayor denied reports that 14 people had died, saying 12 were hurt.", 12),
    ],
)
def test_a_plain_report_has_no_stance(text: str, value: float) -> None:
    assert row(text, value)[1:] == (None, None)


def test_who_disputes_points_at_its_words() -> None:
    article = read("The rebels said they killed 60 soldiers. The defense ministry denied the claim.")
    (figure,) = article.figures
    assert figure.disputed_start is not None
    assert figure.disputed_end is not None
    assert article.text[figure.disputed_start : figure.disputed_end] == "The defense ministry"


def test_a_later_word_reaches_only_the_nearest_sentence_with_claims() -> None:
    article = read(
        "Vara said 20 drones were shot down. The rebels said they killed 60 soldiers. The army denied the claim."
    )
    assert {figure.value: figure.stance for figure in article.figures} == {20: None, 60: "denied"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry denied that its forces had shelled the market on Friday.", "denied"),
        ("Mayor Ana Petrescu denied saying “the bridge will never be rebuilt here”.", "denied"),
        ("The minister denied having said “we will burn it all down” on Monday.", "denied"),
        ("The governor confirmed that the bridge had been hit in the night.", "confirmed"),
        ("The general denied it: “Our guns do not look at camps.”", None),
        ("The mayor said that the bridge had been hit in the night.", None),
    ],
)
def test_quotes_say_whether_they_are_denied(text: str, stance: str | None) -> None:
    (quote,) = read(text).quotes
    assert quote.stance == stance
