"""Who claims what, where a role and a name are set off by commas behind a predicate. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, claimant_of


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Five of the dead were residents of a home, the town's mayor, Orla Venn, said, and two teenagers were missing.",
            "Orla Venn",
        ),
        ("Five of the dead were residents, the mayor, Orla Venn, told reporters.", "Orla Venn"),
        (
            "Five of the dead were residents of a sheltered housing unit on the ground floor, the town’s mayor, Orla Venn, said, "
            "and two teenagers remained unaccounted for.",
            "Orla Venn",
        ),
        ("The residents, five of whom were wounded, said two were missing.", "residents"),
    ],
)
def test_who_is_set_off_behind_a_predicate_speaks(text: str, claimant: str) -> None:
    found = [f for f in article_of(text, "2026-03-05").figures if f.value in (2, 5)]
    assert claimant in {f.claimant for f in found}


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("A family of seven are among at least 13 people killed in shelling of the north, activists and rescue workers say.",
         "13", "activists and rescue workers"),
        ("Two people wounded in the strike said four others died.", "four", "two people"),
        # Those who speak stand right behind those counted.
        ("A drone strike on a crowded bus station in the Karst region killed at least 26 people, two residents and a nurse said.",
         "26", "two residents and nurse"),
        # Where somebody spoke is the text's own; so is what stands in the way of his words.
        ("“The roof came down,” Lidia Marush told the agency outside the hospital where two of her sons were treated.",
         "two", None),
        ("“The roof came down,” said Lidia Marush, adding that two of her sons were treated.", "two", "Lidia Marush"),
        # What is denied was said by those who said it.
        ("The spokesman denied what was circulated by pages close to the rebels about the killing of 20 soldiers.", "20",
         "pages"),
        ("The ministry dismissed what had been reported by rebel media about the death of 12 soldiers.", "12",
         "rebel media"),
    ],
)  # fmt: skip
def test_what_stands_behind_who_speaks(text: str, word: str, who: str | None) -> None:
    assert claimant_of(text, word) == who
