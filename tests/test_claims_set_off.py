"""Who claims what, where a role and a name are set off by commas behind a predicate. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


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
