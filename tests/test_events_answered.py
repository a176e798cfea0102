"""What a deed answered or came after, and what is told right after a deed without figures. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

#: A Friday.
PUBLISHED = "2021-11-05"


def told(text: str) -> list[tuple[str, str | None, str | None, list[float]]]:
    article = article_of(text, PUBLISHED)
    by_id = {figure.id: figure for figure in article.figures}
    return [
        (event.kind, event.place, event.date_to, [by_id[i].value for i in event.figures if i in by_id])
        for event in article.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets struck a depot in Hollen on Thursday, killing three people, in retaliation for a rocket attack on "
            "Marsk that killed 12 children.\n\nThe rocket attack on Wednesday hit a pitch.",
            [
                ("air_strike", "Hollen", "2021-11-04", [3]),
                ("missile_strike", "Marsk", "2021-11-03", [12]),
            ],
        ),
        (
            "Jets struck a depot in Hollen on Thursday, killing three, after Tuesday's attack in Marsk that killed 12.",
            [("air_strike", "Hollen", "2021-11-04", [3]), ("attack", "Marsk", "2021-11-02", [12])],
        ),
        (
            "On Thursday, gunmen killed four people in Marsk after troops raided the town of Hollen on Tuesday, "
            "killing nine.",
            [("attack", "Marsk", "2021-11-04", [4]), ("attack", "Hollen", "2021-11-02", [9])],
        ),
        (
            "Two people died in Marsk on Thursday after a drone strike on a car that also wounded five.",
            [("drone_strike", "Marsk", "2021-11-04", [2, 5])],
        ),
    ],
    ids=["in retaliation", "a day's attack", "a day of its own", "of what they died"],
)
def test_what_a_deed_answered_is_another(
    text: str, expected: list[tuple[str, str, str, list[float]]]
) -> None:
    assert told(text) == expected


def test_those_told_after_a_deed_without_figures_are_its_own() -> None:
    text = (
        "On Thursday, troops surrounded a hideout near Hollen, killing four militants. They also fired missiles across "
        "the border at a camp in Marsk, in the Pakistani province of Balochistan. Pakistan, which condemned the strike, "
        "said two children were killed."
    )
    assert told(text) == [
        ("attack", "Hollen", "2021-11-04", [4]),
        ("missile_strike", "Marsk", "2021-11-04", [2]),
    ]


def test_the_next_sentence_goes_on_from_the_deed_and_not_from_what_led_to_it() -> None:
    text = (
        "The fighting erupted on Wednesday after gunmen seized three traders on Monday. It was heaviest in the village "
        "of Hollen, where 30 homes were burned."
    )
    figures = {figure.value: figure.date_to for figure in article_of(text, PUBLISHED).figures}
    assert figures == {3: "2021-11-01", 30: "2021-11-03"}


def test_those_held_over_a_deed_are_held_after_it() -> None:
    text = (
        "Gunmen stormed a post in Hollen on Tuesday, killing 11 officers.\n\n"
        "On Thursday, troops killed four of the gunmen near Marsk.\n\n"
        "Police in Trava arrested nine people suspected of helping the gunmen and seized 13 rifles."
    )
    days = {figure.value: figure.date_to for figure in article_of(text, PUBLISHED).figures}
    assert (days[9], days[13]) == ("2021-11-04", "2021-11-04")


def test_an_officials_province_is_not_where_it_happened() -> None:
    text = (
        "The assault in the town of Hollen in Iran killed nine people on Thursday. Two of the assailants were killed, "
        "said the deputy governor of Sistan-Baluchestan province, Ali Marvdasht."
    )
    assert [(place, values) for _, place, _, values in told(text)] == [("Hollen", [9, 2])]


def test_more_dead_told_with_as_well_as_and_what_is_pulled_down() -> None:
    text = "The dead include 64 villagers, among them two women, as well as 52 soldiers, the monitor said."
    assert figure_of(text, 52).measure == "killed"
    text = "Bulldozers razed 11 tents in the hamlet of Hollen on Thursday."
    assert [kind for kind, *_ in told(text)] == ["other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A suicide bomber struck worshippers leaving a mosque in Hollen on Thursday, leaving seven dead, while "
            "gunmen shot dead three brothers in Marsk.",
            [("bombing", "Hollen", "2021-11-04", [7]), ("shooting", "Marsk", "2021-11-04", [3])],
        ),
        (
            "Helicopters struck the port of Trava on Thursday.\n\n"
            "A bomber blew himself up in Hollen on Wednesday evening. More than 50 people were injured.\n\n"
            "About an hour earlier, two gunmen opened fire in the seaside town of Marsk, wounding 37.",
            [
                ("bombing", "Hollen", "2021-11-03", [50]),
                ("shooting", "Marsk", "2021-11-03", [2, 37]),
            ],
        ),
    ],
    ids=["each clause's deed", "an hour earlier"],
)
def test_each_deed_has_its_kind_and_its_day(
    text: str, expected: list[tuple[str, str, str, list[float]]]
) -> None:
    assert told(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norvian forces killed at least 13 people waiting for aid trucks near a crossroads in the south of the Hollen "
            "enclave on Thursday, medics said.\n\n"
            "Hundreds were wounded when soldiers fired at the crowd at the Trava crossroads. The ministry gave a toll of "
            "17 dead.",
            [("shooting", "Trava", "2021-11-04", [13, 100, 17])],
        ),
        (
            "The army said it had retaken a third of the Hollen district on Thursday and killed 65 fighters.",
            [("territory_change", "Hollen district", "2021-11-04", [65])],
        ),
    ],
    ids=["waiting for aid", "a third"],
)
def test_aid_that_is_waited_for_and_ground_that_is_retaken(
    text: str, expected: list[tuple[str, str, str, list[float]]]
) -> None:
    assert told(text) == expected


def test_what_the_report_recalls_behind_who_spoke_is_its_own() -> None:
    text = (
        "A strike on Hollen killed six people on Thursday, the Health Ministry said, a day after strikes across Norvia "
        "killed 214 people."
    )
    figures = {figure.value: figure.claimant for figure in article_of(text, PUBLISHED).figures}
    assert (figures[6], figures[214]) == ("Health Ministry", None)


def test_the_previous_day_is_a_day_and_one_of_the_last_counts_nothing() -> None:
    text = (
        "A drone strike on a school in North Kordofan state in Sudan killed 21 people, medics said on Thursday.\n\n"
        "The network said that two drones had hit the school in the town of Hollen at dawn the previous day."
    )
    assert [(place, values) for _, place, _, values in told(text)] == [("Hollen", [21, 2])]
    text = "Forces pushed into the Hollen district, one of the last held by rebels in the city."
    assert not article_of(text).figures


def test_days_go_on_from_paragraph_to_paragraph() -> None:
    text = (
        "Ten fighters were killed late on Wednesday in an attack on their post in Hollen, a source said on Thursday.\n\n"
        "A relief force was hit by a roadside bomb near the village of Marsk after midnight, which left two policemen "
        "dead."
    )
    assert {f.value: f.date_to for f in article_of(text, PUBLISHED).figures} == {
        10: "2021-11-03",
        2: "2021-11-04",
    }


def test_a_hospital_that_received_the_dead_swapped_nobody() -> None:
    text = (
        "A hospital had received the bodies of 29 children, all under the age of 15, and 48 wounded people."
    )
    figures = article_of(text, PUBLISHED).figures
    assert [f.measure for f in figures if f.value in (29, 48)] == ["killed", "injured"]
    assert [kind for kind, *_ in told(text)] == ["attack"]


def test_the_news_goes_on_to_the_day_after_its_lead() -> None:
    text = (
        "A strike on a bus in Hollen killed 43 people on Wednesday, the ministry said.\n\n"
        "On Thursday, troops fought rebels for control of the town of Marsk. Thirty rebels were killed.\n\n"
        "In Trava, shells landed on a street, killing four civilians."
    )
    days = {f.value: f.date_to for f in article_of(text, PUBLISHED).figures}
    assert days == {43: "2021-11-03", 30: "2021-11-04", 4: "2021-11-04"}
