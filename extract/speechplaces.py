"""What the words before a place say of those who speak: where they spoke, sit or have their seat."""

from __future__ import annotations

import functools
import re

from extract.hearsay import arrived_in

#: How far before a place its phrase is looked for, in characters.
_REACH = 90
_IN = r"(?:in|from|at|near)\s+(?:the\s+)?(?:(?:[\w-]+\s+)?(?:city|capital|town|resort|port)\s+(?:of\s+)?)?(?:\w+ern\s+)?"
_DAY = r"(?:(?:\s+(?:late|early|later|earlier))?(?:\s+on)?\s+(?:[A-Z][a-z]+day|[A-Z][a-z]{2,8}\.?\s+\d\d?|today|yesterday))?"
_FORUM = r"(?:[\w-]+\s+){0,3}?(?:briefing|conference|meeting|summit|forum|speech|address|interview|rally|session|hearing|ceremony|visit|event|gathering)"
_NAME = r"(?:[A-Z][\w.’'&-]*)(?:\s+(?:of\s+)?[A-Z][\w.’'&-]*){0,4}"
_PRESS = r"(?:reporters|journalists|newsmen|pressmen|newspersons|correspondents|(?:our|this)\s+(?:correspondent|reporter|newspaper)|(?:the|local|some)\s+(?:press|media|reporters|journalists))"
_WHOM = (
    rf"(?:reporters|journalists|newsmen|pressmen|correspondents|our\s+(?:correspondent|reporter)|diplomats|lawmakers|parliament|delegates|supporters|troops|the\s+(?:media|press|nation|council|court|body|assembly)|(?:a|an|the)\s+{_FORUM}"
    rf"|(?:the\s+)?(?:\w+\s+){{0,2}}?{_NAME}(?:\s+(?:news\s+agency|television|tv|radio|network))?)"
)
#: "told reporters in Geneva", "said in New York on Monday", "at a news conference in Ankara", "speaking in Nairobi".
_SPOKEN = re.compile(
    rf"(?:\b(?:told|tells|telling|briefed|briefing|addressed|addressing)\s+{_WHOM}{_DAY}(?:\s+by\s+(?:\w+\s+){{1,2}}?(?:phone|telephone|link|message))?"
    rf"|\b(?:said|says|spoke|speaks|speaking|warned|announced){_DAY}(?:\s+(?:at|during|after|following|on\s+the\s+sidelines\s+of|to)\s+{_WHOM}{_DAY})?"
    rf"|\b(?:at|during|in)\s+a\s+(?:[\w-]+\s+){{0,2}}?(?:news\s+conference|press\s+conference|briefing|speech|interview)"
    # "Who confirmed this to newsmen in X", "Speaking from X", "reached by phone in X".
    rf"|\bto\s+{_PRESS}|\b(?:[Ss]peaking|[Rr]eached|[Cc]ontacted|[Ii]nterviewed)(?:\s+(?:by|on|over|via)\s+(?:the\s+)?(?:tele)?(?:phone|radio|Zoom|WhatsApp))?"
    rf"|\bon\s+the\s+sidelines\s+of\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,4}}?\w+)"
    rf"{_DAY}\s+{_IN}\Z"
)
#: "In a statement from X", "a message issued in X".
_SENT_OUT = re.compile(
    r"\b(?:statement|message|communiqu[eé]|press\s+release|bulletin|video|letter|telephone|phone|dispatch)\s+(?:(?:issued|released|sent|published|posted|read\s+out)\s+)?(?:from|in)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}\Z"
)
#: "An army spokesman in X, Lieutenant Y, told …": where he sits who speaks.
_SITS = re.compile(
    r"\b(?:spokes\w+|officials?|commander|administrator|representative|source|lawmaker|officer)\s+(?:in|for)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,2}\Z"
)
#: "X, who heads a rights group in Y, put the toll at 39".
_HEADS = re.compile(
    r"\bwho\s+(?:heads|leads|runs|chairs|directs|represents|coordinates)\s+[^,.;]{0,60}?\b(?:in|for)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,2}\Z"
)
_THEN_SAYS = re.compile(r"[^,.;]{0,30},\s+(?:\w+ly\s+)?(?:told|said|says|put|gave|\w+ed)\b")
_SAYS = re.compile(
    r"[^,.;]{0,30},\s+(?:[A-Z][\w’'.-]+\s+){1,5}?[A-Z]?[\w’'.-]*,\s+(?:\w+ly\s+)?(?:told|said|says|put|gave|\w+ed)\b"
)

_SEATED = re.compile(
    r"\b(?:monitors?|watchdog|observatory|group|organi[sz]ation|network|agency|outlet|charity|website|channel|think\s+tank|institute|cent(?:er|re)|activists?|analysts?|researchers?|lawyers?),?\s+(?:which\s+is\s+|that\s+is\s+|who\s+is\s+)?(?:based|headquartered|registered|in\s+exile)\s+(?:in|out\s+of)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,2}\Z"
    r"|\b(?:affiliate|branch|franchise|offshoot|chapter|arm|wing)\s+(?:in|of|for)\s+(?:the\s+)?(?:wider\s+)?\Z",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=512)
def spoken_at(text: str, start: int) -> bool:
    """Does the place at `start` say where someone spoke ("told reporters in Geneva"), or where a body has its seat?"""
    if _SEATED.search(text, max(0, start - 70), start) is not None:
        return True
    if _SPOKEN.search(text, max(0, start - _REACH), start) is not None or arrived_in(text, start):
        return True
    if _SENT_OUT.search(text, max(0, start - 60), start) is not None:
        return True
    if _HEADS.search(text, max(0, start - _REACH), start) is not None and _THEN_SAYS.match(text, start):
        return True
    return _SITS.search(text, max(0, start - 60), start) is not None and _SAYS.match(text, start) is not None


_SEAT = re.compile(
    r"\b(?:officials?|officers?|sources?|commanders?|spokes\w+|(?:society|rights|aid|relief)\s+(?:group|organi[sz]ation|network|association)|police|authorities|administrators?|representatives?|lawmakers?|chief)\s+(?:in|at|from)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?:of\s+)?\Z",
    re.IGNORECASE,
)


def sits_in(text: str, start: int) -> bool:
    """Does the place at `start` only say where an official sits ("a police officer in X"), who may not rule it?"""
    return _SEAT.search(text, max(0, start - 60), start) is not None
