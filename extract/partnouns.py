"""Which count the noun of a part goes back to: "three of the missiles", "five of them" after others were named."""

from __future__ import annotations

from extract.drafts import Draft, class_of
from extract.nounwords import noun_class, word_class

#: How many paragraphs above "six of the missiles" those may have been counted.
_FAR = 4
#: Letters of a noun that other words hold by chance.
_SHORT = 3


def stem(unit: str | None) -> str:
    return (unit or "").split(" ")[-1].rstrip("s")


def people_named_since(draft: Draft) -> bool:
    """ "Soldiers took away the shepherds. Five of them …": does the sentence before name those, whom no number counts?"""
    at = draft.sentence[0]
    if at == 0 or draft.counted is None or class_of(draft) != "person":
        return False
    before = draft.piece.doc[at - 1].sent
    return any(
        token.tag_ == "NNS" and token.dep_ in ("dobj", "nsubjpass") and noun_class(token) == "person"
        for token in before
    )


def of_that_noun(text: str, draft: Draft, before: list[Draft]) -> Draft | None:
    """The last count of the noun that "three of the missiles" goes back to, else of what it tells the kind of.

    "Nine of the Kalibrs" were told before as "11 Kalibr missiles"; "11 missile launchers" are no missiles.
    """
    noun = stem(draft.unit)
    told = [
        d
        for d in reversed(before)
        if draft.paragraph - d.paragraph <= _FAR and d.number.value > draft.number.value and d.part_of is None
    ]
    for other in told:
        if stem(other.unit) == noun:
            return other
    if len(noun) <= _SHORT:
        return None
    kinds = (d for d in told if noun in text[d.start : d.end].casefold())
    return next((d for d in kinds if word_class(noun) in ("unknown", word_class(stem(d.unit)))), None)
