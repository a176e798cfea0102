"""What stands between two places of which the one tells where the other is: "X, on the coast", "X in the region of Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.mentions import PlaceMention

LISTED = r"(?:,|,?\s+(?P<and>and))\s+(?:the\s+)?(?:\w+\s+of\s+)?"

#: "X, on the Caspian coast", "X, on the Dniester river": the water or the line that a town lies on.
ON_THE = re.compile(r",?\s+(?:on|along|by|off)\s+(?:the|its)\s+(?:[a-z]+\s+){0,2}")
SHORE = re.compile(
    r"(?:\s+[A-Z]\w+)?\s+(?:coast(?:line)?|shores?|seaboard|sea|river|canal|reservoir|lake|border|frontier|front\s?-?line|front|highway|road|railway|line)\b",
    re.IGNORECASE,
)

#: What ends the names of regions that are small enough to lie near a place.
SPOTS = (" area", " district", " locality", " forest", " hills", " mountains", " mountain", " valley", " desert", " island", " reserve", " gorge")  # fmt: skip
NEXT_TO = re.compile(
    r"(?:\s+(?!and\b|in\b)[a-z]+){0,2},?\s+(?:(?:just|right|[\d,.]+\s+\w+(?:\s+\([^)]*\))?)\s+)?(?:near|outside|between|close\s+to|not\s+far\s+from|next\s+to|"
    r"(?:on|along|off|beside)\s+(?:the|a)\s+(?:[a-z]+\s+)?(?:road|highway|motorway|route|track|path)\s+(?:(?:leading|running|going|heading)\s+)?(?:to|towards?|from|between|linking|connecting)|"
    r"(?:on|at|by|in)\s+the\s+(?:edge|outskirts|fringes?|foot|banks?|shores?|hills|mountains)\s+(?:of|above|around|overlooking)|"
    r"(?:to\s+the\s+)?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern\s+outskirts)?\s+of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}",
)

JOINED = re.compile(
    # "Russia's volatile North Caucasus region", "Ukraine's partly occupied Kherson region".
    r"(?:['’]s?(?:\s+[a-z-]*(?:ile|ive|ed|al|ous|ic|ant|ern|torn|held|hit|less|ly)\b){0,3})?(?:\s+(?:town|city|village|camp|district|locality|neighbou?rhood|quarter|settlement|area|port|road|highway|route|axis|airfield|airbase|airport|base|barracks|market|refinery|depot|plant|prison|crossing|checkpoint)(?=,|\s+in\b))?(?:,|\s+\([^)]*\))?\s*(?:(?:in|inside|within|of|the|city|town|village|province|region|district|state|port|neighbou?rhood|quarter|camp|site|community|communities|hamlet|settlement|locality|suburbs?|area|outskirts|countryside|governorate|oblast|central|\w+ern|nearby|also|neighbou?ring|adjacent|adjoining|restive|volatile|troubled|remote|rugged|mountainous|coastal|landlocked|impoverished|war-torn|oil-rich|rebel-held|far)\s+)*"
)

#: Before the first end of a road, and between its two ends.
ROAD_FROM = re.compile(r"\b(?:between|linking|connecting)\s+\Z")
TO_THE_OTHER = (" and ", " to ", " with ")
#: "In Anbar province, near the village of Zawra": the village, which tells more.
NEAR_IN = re.compile(
    r"(?:\s+(?:road|highway|route))?,?\s+(?:near|outside|close\s+to|around)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:(?:village|town|city|hamlet|settlement|camp)\s+of\s+)?"
)

#: "On the N380 near Macomia": the town tells more than the road.
NUMBERED_ROAD = re.compile(r"[A-Z]{1,2}-?\d+|(?:National\s+)?(?:Highway|Road|Route)\s+\d+")


def alike_listed(one: PlaceMention, other: PlaceMention, gap: re.Match[str]) -> bool:
    """May two places stand in one list: two towns, two regions, or "a town and a region"?"""
    if one.kind == other.kind:
        return True
    return gap["and"] is not None and {one.kind, other.kind} <= {"city", "region", "site"}


#: "X, a village in Y township": where X lies.
LIES = re.compile(
    r",\s+(?:an?|the|one\s+of\s+the)\s+(?:[a-z][\w-]*\s+){0,5}?(?:villages?|towns?|city|cities|hamlet|settlement|community|communities|suburb|camp|locality|area|district|port|slum|neighbou?rhood|island|crossing|junction|outpost|stronghold|resort)\s+(?:[a-z][\w-]*\s+){0,3}?(?:in|of|near|outside)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,2}"
)

#: "X (Y region)": where X lies.
IN_BRACKETS = " ("
IN_IT = re.compile(r"\s(?:in|of)\s(?:the\s)?\Z")

_ROAD = re.compile(r"\s+(?:national\s+)?(?:road|highway|motorway|railway|route|expressway)\b", re.IGNORECASE)


def on_road(text: str, end: int) -> bool:
    """ "The X-Y highway": is the name that ends at `end` only that of a road?"""
    return _ROAD.match(text, end) is not None
