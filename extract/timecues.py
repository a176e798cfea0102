"""The words beside a time that tell of what it is: of the telling, of another count, of when somebody was born."""

from __future__ import annotations

import re

_SAME_TIME = (
    r"the\s+(?:same|whole|corresponding)\s+(?:period|time|months?|weeks?|days?|quarter)\s+(?:of|in|last|a)\s+"
)
EARLIER_COUNT = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against)\s+(?:[\w,.]+\s+){1,4}?(?:(?:that\s+)?(?:it|they|he|she)\s+(?:had\s+)?)?"
    r"(?:reported|recorded|registered|counted|announced|given)\s+(?:on\s+)?$"
    # "up from 22 the week before", "against 12 in the same period of 2025"
    rf"|\b(?:up|down)\s+from\s+(?:the\s+)?(?:[\d.,]+|[a-z-]+)\s+(?:[a-z]+\s+){{0,2}}?(?:(?:in|for|during|over)\s+)?(?:{_SAME_TIME})?$"
    rf"|\b(?:compared\s+(?:with|to)|against|than)\s+(?:the\s+)?(?:[\d.,]+|[a-z-]+)\s+(?:[a-z]+\s+){{0,2}}?(?:in|for|during|over)\s+{_SAME_TIME}$"
)
#: "The deadliest attack on the town since last summer"; but "the first attack in the town on Sunday" was on Sunday.
RECORD = re.compile(
    r"\b(?:deadliest|bloodiest|worst|first|biggest|largest|heaviest|gravest|highest|fiercest|most\s+(?!of\b)\w+)\s[^.;]{0,80}?\b(?P<way>since|in)\s[^.;,]{0,60}$"
)
#: "In a report released on Friday": the day of the telling.
PUT_OUT = re.compile(
    r"\b(?:reports?|statements?|communiqu[eé]s?|bulletins?|updates?|releases?|letters?|messages?|posts?|videos?|footage|recordings?|interviews?|assessments?|data|figures|notes?|briefings?|analys[ei]s|stud(?:y|ies)|surveys?)\s+"
    r"(?:(?:that|which)\s+(?:was|were)\s+)?(?:released|published|issued|posted|aired|broadcast|shared|circulated|carried|dated|sent|distributed|put\s+out|made\s+public|read(?:\s+out)?|seen|obtained|recorded|uploaded)\b"
    r"(?:\s+(?!(?:that|which|and)\b)[\w’'-]+){0,6}?\s*$",
    re.IGNORECASE,
)
#: "On Wednesday it said that seven had been killed": who was told of before says more of what was then past.
SAID_AGAIN = re.compile(
    r",?\s+(?:it|he|she|they)\s+(?:later\s+)?(?:said|told|reported|added|confirmed|announced|acknowledged)\b(?:(?!\b(?:on|in|at)\s+[A-Z])[^.;]){0,60}?\bhad\b"
)


#: "Recorded 82 deaths in June": the months of what was counted.
KEPT = re.compile(
    r"\b(?:record|document|register|log|count|verif|tall|list|tracke?|receive)(?:s|ed|ied|ies)?\s+(?!that\b)[^.;“”]{0,70}$"
)
#: "The army said on Thursday it had …", wherever the parse hangs the day.
SAID_ON = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|told\s+\w+)\s+(?:(?:late|early)\s+)?(?:on\s+)?$"
)
#: "Condemned the April 13 artillery attack": the day of the attack.
OF_A_DEED = re.compile(
    r"\s+(?:[a-z][\w-]*\s+){0,3}?(?:attacks?|(?:air\s?)?strikes?|raids?|bombings?|bombardments?|shelling|assaults?|ambush(?:es)?|blasts?|explosions?"
    r"|massacres?|killings?|shootings?|abductions?|kidnappings?|clash(?:es)?|crash|siege|offensive|incursion|operations?)\b"
)
DEFINITE = re.compile(r"(?:\b(?:the|this|that|its|their|an?)|['’]s)\s+$", re.IGNORECASE)
#: "Was hit at 6:40 a.m. Moscow time on Thursday, the centre said", where the parse ends a sentence with the hour.
AFTER_HOUR = re.compile(r"\b[ap]\.m\.,?\s+(?:(?:[A-Z]\w+|local)\s+(?:time\s+)?)?(?:on\s+)?$")
#: "The epicentre of the March 28 quake": a day by which something else is known, …
KNOWN_BY_DAY = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:earthquake|quake|coup|elections?|vote|polls?|referendum|truce|cease-?fire|armistice|anniversary|revolution|uprising|putsch|floods?|cyclone|hurricane|typhoon|tsunami|takeover|summit|deal|agreement|accord|treaty|pact|resolution|invasion|disaster|decree|curfew|law)\b"
)
#: … but for what is counted since then.
THE_DAY = re.compile(r"(?<!since )(?<!after )(?<!before )(?<!following )(?<!until )\b(?:the|its|an?)\s+\Z")
#: Who or what is older than the news: "a woman born in 1958", "a school built in 1974".
MADE_IN = re.compile(
    r"\b(?:born|built|founded|created|established|formed|erected|constructed|completed|manufactured|dating\s+(?:from|back\s+to))\s+(?:(?:back\s+)?in\s+)?(?:the\s+)?$"
)
CLAUSE_AFTER = re.compile(
    r",?\s+(?:it|they|he|she|we|that|the\s+\w+|its\s+\w+|at\s+least)\s+(?:\w+\s+)?(?:ha[ds]|have|were|was|would|will|did)\b"
)
#: "A local official, speaking on Friday, denied …", "reached by telephone on Monday".
SPEAKING = re.compile(
    r"(?:[,(–—]|[.!?:])\s*(?:speaking|Speaking|quoted|interviewed|contacted|Contacted|reached|Reached|cited)\b(?:\s+(?!(?:that|which|and|who)\b)[\w’'-]+){0,6}?\s*(?:\bon\s+)?$"
)
#: What is done for the dead and the wounded afterwards: its day is not that of the deed.
AFTERWARDS = re.compile(
    r"\b(?:(?<!bomb )(?<!bombs )(?<!mine )(?<!mines )(?<!device )(?<!explosives )buried|burials?|laid\s+to\s+rest|operated\s+on"
    # who was at a funeral on a day, not what was done to one ("an ambush on a funeral convoy on Monday")
    r"|(?:attend(?:ed|ing)?|held|mourned|the)\s+(?:[\w-]+\s+){0,2}?funerals?(?!\s+(?:convoy|procession|tent|party|gathering))|funerals?\s+(?:of|for|was|were|took)"
    r"|recovered|retrieved|dug\s+out|pulled\s+from|identified|treated|treating|discharged)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
#: Where the hurt were brought on a later day: of them no deed is told.
BROUGHT = re.compile(
    r"\b(?:wounded|injured|hurt|patients|bodies|survivors|victims|casualties)\b[^.;]{0,40}\b(?:evacuated|airlifted|flown|transferred|taken|moved|brought|referred|transported)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
#: What a deed that a relative clause tells did, where the parse gives it to the main verb.
WITH_IT = re.compile(r",?\s*(?:killing|wounding|injuring|leaving|destroying|damaging)\b")
