"""Words by which a report recalls what was before its news."""

from __future__ import annotations

import re

_DEEDS = r"(?:attacks?|(?:air)?strikes?|raids?|assaults?|bombings?|ambush(?:es)?|massacres?|incidents?|blasts?|explosions?|shellings?|abductions?|kidnappings?|killings?|shootings?)"
#: What tells of an earlier time, aside from the news.
RECALLED = re.compile(
    r"\b(?:[Ll]ast\s+(?:month|year|(?:spring|summer|autumn|winter)|[A-Z]\w+ber|January|February|March|April|May|June|July|August)|[Ii]n\s+(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)(?!\s+\d)"
    r"|(?:a|two|three|four|five|six|several|some|many|[\d]+)\s+(?:weeks?|months?|years?)\s+(?:ago|earlier|before)|[Ee]arlier\s+this\s+(?:month|year)|a\s+(?:month|year|week)\s+(?:ago|earlier|before)"
    # "The attack came a week after a strike on X", "… follows a similar attack on X", "after an earlier strike there"
    rf"|(?:came|comes|coming)\s+(?:just\s+|only\s+|barely\s+|less\s+than\s+|about\s+)*(?:an?|two|three|four|five|six|seven|ten|several|\d+|days|weeks|months)\s+(?:days?\s+|weeks?\s+|months?\s+)?(?:after|since)"
    rf"|(?:an?|the|two|several|follow(?:s|ed))\s+(?:earlier|previous|similar|prior)\s+(?:[\w-]+\s+){{0,2}}?{_DEEDS})\b"
)
#: A paragraph that only recalls is no longer, in characters.
PASSING = 320
#: What opens a paragraph of such: "It was the second attack in the district this month. On April 1, …".
RECALLS = re.compile(
    rf"\s*(?:[Ii]t|[Tt]his|[Tt]he\s+(?:[\w-]+\s+){{0,2}}?{_DEEDS})\s+(?:was|is|were|follows|followed|came|comes)\s+(?:just\s+|only\s+)?"
    rf"(?:the\s+(?:second|third|fourth|fifth|sixth|latest|deadliest|worst|first|most\s+recent|bloodiest|biggest|largest)\s+(?:such\s+)?(?:[\w-]+\s+){{0,3}}?{_DEEDS}|(?:an?|two|three|\w+)\s+(?:days?|weeks?|months?)\s+after|(?:an?|the|several)\s+(?:[\w-]+\s+){{0,3}}?{_DEEDS})\b"
)
