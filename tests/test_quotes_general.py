"""Speakers of the general press: papers, turns, causes named, titles and echoes. All persons are invented."""

from __future__ import annotations

import pytest

from tests.reading import plain, quotes_of, speakers_of

SPEAKERS = [
    # what only names something makes somebody the one who speaks
    ("Justice Ama Boaten wrote that it “goes too far.” Justice Leo Farrow accused her of “inventing rights.”\n\n“The state may act,” he wrote.",
     [("goes too", "Ama Boaten"), ("inventing rights.", "Leo Farrow"), ("The state", "Leo Farrow")]),
    ("Regulators fined the bank for what they described as “a pattern of neglect.”", [("a pattern", "regulators")]),
    ("The minister put the delay down to “teething trouble.” Her rival, Carl Dunn, attributed it to “laziness.”",
     [("teething trouble.", "minister"), ("laziness.", "Carl Dunn")]),
    ("An inquiry has found that complaints were “lost or laughed at.” Nurses were afraid. “Nobody wanted to know,” it concludes.",
     [("lost or", "inquiry"), ("Nobody wanted", "inquiry")]),
    ("A person familiar with the talks called the offer “insulting.” Another said it was “a start.”",
     [("insulting.", "person"), ("a start.", "Another")]),
    ("Asked if she would run, Nora Flint would say only that she was “listening.”", [("listening.", "Nora Flint")]),
    ("Ms. Brandow, asked later if it would open by Easter, replied: “Which Easter?”", [("Which Easter?", "Brandow")]),
    ("“Must we write this down?” Hana Stoll, then head of safety at Orrin, asked in one message.", [("Must we", "Hana Stoll")]),
    ("The ship will stop, a step one councillor called “a slow eviction”.", [("a slow", "one councillor")]),
    ("Shares in Pell Foods fell after the frozen-meal maker cut its forecast, blaming “higher costs”.", [("higher costs", "Pell Foods")]),
    ("As she left, a man across the street yelled “Murderer!” She did not turn.", [("Murderer!", "man")]),
    ("Dr Mary Lund of Halim, who was not involved, said the work was “elegant”.", [("elegant", "Mary Lund")]),
    ("The report, by the Halim Audit Office, calls it “a costly failure.”", [("a costly", "Halim Audit Office")]),
    # the lead's office, and then a name without one
    ("Asked about it on Sunday, the health secretary said there was “no vacancy”.\n\nJulian Marsh told the Halim Courier: “I like my job.”",
     [("no vacancy", "Julian Marsh"), ("I like", "Julian Marsh")]),
    ("On Sunday the health secretary said there was “no vacancy”.\n\nJulian Marsh, a nurse, said: “I like my job.”",
     [("no vacancy", "health secretary"), ("I like", "Julian Marsh")]),
    # what goes round or is written for all
    ("“Keep off the grass,” says a sign by the gate.", [("Keep off", None)]),
    ("“Measure twice,” the old saying goes, “cut once.”", [("Measure twice,", None), ("cut once.", None)]),
    # letters
    ("A letter came to the Thornby Gazette.\n\n“Your clock is wrong,” it began.", [("Your clock", None)]),
    ("Sir Edgar Poole left nothing to his sons. His will is brief. “They know why,” it says.", [("They know", "Edgar Poole")]),
    ("“You knew,” wrote Hana Stoll, head of safety. The reply, from an address belonging to the finance chief, came within a minute: “So did you.”",
     [("You knew,", "Hana Stoll"), ("So did", "finance chief")]),
    # turns
    ("“Why did you leave?” the judge asked.\n\n“I was afraid,” Monroe replied.\n\n“Of whom?”\n\n“Of him.”",
     [("Why did", "judge"), ("I was", "Monroe"), ("Of whom?", "judge"), ("Of him.", "Monroe")]),
    ("Dan Ruiz, a volunteer, was among those who searched.\n\n“We looked for him all night. Then we saw the boat.”",
     [("We looked", "Dan Ruiz")]),
    # a word of the heading that is said below
    ("‘Heartbroken’ owner to close bakery\n\nPeggy Lane, whose father built the shop, said she was ‘heartbroken, truly’ to go.",
     [("Heartbroken", "Peggy Lane"), ("heartbroken, truly", "Peggy Lane")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(plain(words), who) for words, who in speakers_of(text)] == [
        (plain(words), who) for words, who in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Her memoir, “The Long Way Down,” comes out in June, she said.",
        "The town won at the ground that fans call “the Cauldron”.",
        "Others had seen such “cannibal” stars before.",
    ],
)
def test_titles_names_and_terms_are_no_quotes(text: str) -> None:
    assert quotes_of(text) == []


def test_what_is_said_right_beside_a_title_like_quotation_keeps_it() -> None:
    assert speakers_of("The banner of a marcher, “Bread And Roses,” she said, was torn.") != []
