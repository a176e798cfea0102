"""Names of places that are those of houses: a hospital called after a city, a news agency called after a province."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.placereader import country_context

if TYPE_CHECKING:
    from extract.mentions import PlaceMention

_HOUSE = re.compile(
    r"\s+(?:(?:general|teaching|university|military|children['’]s|maternity|field|public)\s+)?"
    r"(?:hospital|clinic|medical\s+(?:cent(?:er|re)|complex)|mosque|university|hotel|street|school)s?\b",
    re.IGNORECASE,
)


def of_a_house(text: str, mention: PlaceMention) -> bool:
    """ "A doctor at Medina hospital", in a report of another land: a house's name, which is no place of the report."""
    if mention.kind != "city" or mention.place.country is None or _HOUSE.match(text, mention.end) is None:
        return False
    context = country_context(text)
    return bool(context) and mention.place.country not in context


#: What those who print and broadcast call themselves, behind the name of where they began.
_PRESS = re.compile(
    r"\s+(?:state\s+)?(?:news\s+(?:agency|site|website|outlet|portal|network|channel|service)|agency|newspaper|daily|weekly|tv|television|radio|broadcaster)\b",
    re.IGNORECASE,
)


def of_press(text: str, mention: PlaceMention) -> bool:
    """ "An official told the Fars news agency": whom somebody told it, and no place of what is told."""
    return mention.kind in ("region", "city") and _PRESS.match(text, mention.end) is not None
