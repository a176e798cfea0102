"""The places that a sentence tells to have been taken: "They captured X", "took the settlements of Y and Z"."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from extract.lexicon import load
from extract.unreal import unreal

if TYPE_CHECKING:
    from extract.mentions import PlaceMention
    from extract.setting import Setting


@functools.cache
def _taking() -> re.Pattern[str]:
    words = load("events")["setting"]
    verbs = "|".join(
        re.escape(verb) if verb != "occupied" else r"(?<!the\s)occupied" for verb in words["taking"]
    )
    nouns = "|".join(map(re.escape, words["taken"]))
    return re.compile(
        rf"\b(?:{verbs})[\"”’']?\s+(?:(?:full\s+)?control\s+(?:of|over)\s+)?(?:the\s+)?(?:(?:[\w-]+(?:ern|ic|ed|al)|key|nearby|border|small|main)\s+){{0,2}}(?:(?:{nouns})\s+(?:of\s+)?)?(?:the\s+)?$",
        re.IGNORECASE,
    )


#: A town whose fall a clause about it tells: "X, a garrison town in Y which the rebels said they had overrun".
_WHICH_FELL = re.compile(
    r"\b(?:town|city|village|garrison|base|outpost|post|stronghold|settlement|district|camp)s?\b[^.;]{0,60}?,?\s+(?:which|that)\s+(?:[\w’'-]+\s+){1,6}?(?:had|has|have)\s+(?:overrun|captured|seized|retaken|recaptured|taken|liberated)\b(?!\s+(?:the|an?|in|from|some|\d+|part|place|to)\b)"
)


def _fell_named(setting: Setting, span: tuple[int, int], places: list[PlaceMention]) -> list[PlaceMention]:
    """The place that such a clause is about: the one named right before it, of which the clause tells what it is."""
    text = setting.parsed.text
    fell = _WHICH_FELL.search(text, *span)
    if fell is None or unreal(text[span[0] : fell.end()], 100):
        return []
    told = [m for m in places if m.end <= fell.start() and setting.names_place(m) and not setting.owns(m)]
    if not told or not _IS_A.fullmatch(text[told[-1].end : fell.start()]):
        return []
    return [setting.most_specific(told[-1])]


_IS_A = re.compile(r",\s+(?:an?|the|its|their|another)\s+(?:[\w’'-]+\s+){0,4}")


def places_taken(setting: Setting, span: tuple[int, int]) -> list[PlaceMention]:
    """ "They captured Goma", "took the settlements of X and Y": the places taken, each an event."""
    text = setting.parsed.text
    places = [m for m in setting.places_in(*span) if m.kind not in ("country", "sea")]
    for at, mention in enumerate(places):
        before = text[max(span[0], mention.start - 60) : mention.start]
        if not _taking().search(before) or unreal(text[span[0] : mention.start], 100):
            continue
        found = [setting.most_specific(mention)]  # "Khartoum's southern district of X": X
        for other in places[at + 1 :]:
            if other.start < found[-1].end:
                continue
            if not re.fullmatch(r"(?:,|,?\s+and)\s+(?:the\s+)?", text[found[-1].end : other.start]):
                break
            if setting.in_title(other) or setting.owns(other):
                break  # "the villages of X and Y, Moscow's ministry said"
            found.append(other)
        return found
    return _fell_named(setting, span, places)
