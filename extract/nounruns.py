"""The run of words right of a number: which of them is the noun counted, and how its unit is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.nounwords import counted_as, is_uav, joined_of, noun_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_SKIP_TAGS = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "VBN",
        "VBG",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "HYPH",
        "POS",
        "CD",
        "AFX",
        "FW",
        "``",
        "''",
        "PRP$",
    }
)
_STOP_WORDS = frozenset(
    {
        "am",
        "pm",
        "lack",
        "cast",
        "survive",
        "hit",
        "struck",
        "need",
        "face",
        "flee",
        "flew",
        "die",
        "perish",
        "drown",
        "succumb",
        "overnight",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "including",
        "according",
        "following",
        "during",
    }
)
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
#: What those counted are made: "took 18 passengers hostage".
_MANY = frozenset({"staff", "personnel", "police", "people", "cattle"})
#: Plurals that stand before another noun: "arms depot", "weapons cache".
_PLURAL_MODIFIERS = frozenset(
    {
        "arms",
        "weapons",
        "sports",
        "drugs",
        "explosives",
        "munitions",
        "forces",
        "operations",
        "systems",
        "communications",
    }
)
_BECOME = frozenset({"hostage", "captive", "prisoner", "alive", "dead"})
#: One of these is no plural: "taken four prisoner", "found nine alive".
_BECOME_ALONE = frozenset({"hostage", "captive", "prisoner", "alive"})
#: Participles that say what happened to the noun left out: "17 injured", "with 12 killed".
HAPPENED = frozenset(
    [
        "killed",
        "injured",
        "wounded",
        "missing",
        "dead",
        "hurt",
        "displaced",
        "hospitalized",
        "hospitalised",
        "arrested",
        "detained",
        "captured",
        "abducted",
        "evacuated",
        "rescued",
        "released",
        "shot",
        "downed",
        "intercepted",
        "destroyed",
        "damaged",
        "launched",
        "fired",
        "unaccounted",
        "martyred",
        "slain",
        "murdered",
        "executed",
        "eliminated",
        "neutralized",
        "neutralised",
        "kidnapped",
        "apprehended",
        "freed",
        "maimed",
    ]
)


_TIMES = [[unit + s] for unit in ("hour", "day", "night", "week", "month", "year") for s in ("", "s")]
_HEADS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})
_BORE = frozenset({"mm", "-mm", "millimetre", "millimeter", "cm", "-", "kg", "lb"})


def _hyphened(tokens: list[Token], index: int) -> bool:
    """Is the token joined by a hyphen to the one before it or after it?"""
    return any(
        0 <= at < len(tokens) and tokens[at].text in ("-", "–") and not tokens[at].whitespace_
        for at in (index - 1, index + 1)
    )


def _described(token: Token, following: Token) -> bool:
    """Does a participle after a number describe the plural behind it, though the model hung that elsewhere: "18 named storms"?"""
    if following.tag_ != "NNS":
        return False
    if following.dep_ == "oprd":
        return bool(following.head.i == token.i)
    hung = token.dep_ in ("acl", "conj") and token.head.like_num
    return bool(hung and following.head.i < token.i)


def take_noun(doc_tokens: list[Token], nominal: bool = False) -> tuple[Token | None, list[str]]:
    """The head noun of the run of tokens right of a number, and the words passed on the way."""
    noun: Token | None = None
    passed: list[str] = []
    for index, token in enumerate(doc_tokens):
        low = token.text.casefold()
        if token.tag_ == "VBZ" and noun is not None and noun.tag_ == "NN" and noun_class(token) != "unknown":
            return token, passed  # "attack drones", whose noun the model took for a verb
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") and _hyphened(doc_tokens, index):
            passed.append(low)  # "one-way", "fixed-wing", "500-pound"
            continue
        if token.tag_ == "VBD" and low == "wanted" and noun is None:
            passed.append(low)  # "one wanted individual"
            continue
        after = [t.tag_ for t in doc_tokens[index + 1 : index + 3]]
        if (
            token.tag_ == "RB"
            and len(after) == 2
            and after[0] in ("VBN", "JJ", "VBD")
            and after[1].startswith("NN")
        ):
            continue  # "seriously wounded prisoners"
        if (
            token.tag_ == "CD"
            and noun is None
            and index + 1 < len(doc_tokens)
            and doc_tokens[index + 1].lower_ in _BORE
        ):
            continue  # "one 60 mm mortar"
        if (
            token.tag_ == "CD"
            and noun is None
            and [t.lower_ for t in doc_tokens[index + 1 : index + 2]][:1] in _TIMES
        ):
            break  # "raised the toll to 54 six days later"
        stops = low in _STOP_WORDS and not _hyphened(doc_tokens, index)  # "hit-and-run raids"
        if token.tag_ not in _SKIP_TAGS or stops or low in _DAYS:
            two = [t.tag_ for t in doc_tokens[index + 1 : index + 3]]
            if low in ("and", "or") and noun is not None and noun.tag_ == "NN" and len(two) == 2:
                if two[0] in ("NN", "JJ", "VBG") and two[1] == "NNS" and index == 1:
                    passed.append(noun.lower_)  # "118 strike and decoy drones"
                    noun = None
                    continue
            if low == "and" and _hyphened(doc_tokens, index):
                noun = None
                continue
            if (
                low in ("and", "or", ",")
                and noun is None
                and index > 0
                and index + 1 < len(doc_tokens)
                and doc_tokens[index + 1].tag_.startswith("JJ")
            ):
                continue  # "two large, heavily guarded depots"
            break
        if token.tag_ == "CD" and noun is not None:
            break
        if token.tag_ == "CD" and not any(c.isalpha() for c in token.text):
            break
        is_noun = token.tag_ in ("NN", "NNS", "NNP", "NNPS") or low in (
            "others",
            "dead",
            "wounded",
            "injured",
        )
        if (
            noun is not None
            and noun.tag_ in ("NNS", "NNPS")
            and token.tag_ not in ("NN", "NNS", "POS", "HYPH")
        ):
            break
        if noun is not None and noun.tag_ in ("NNS", "NNPS") and token.tag_ in ("NN", "NNS"):
            # "people Thursday" is no compound; "sports halls" is.
            if noun_class(noun) != "unknown" and noun.dep_ != "compound":
                break
            if token.tag_ == "NN" and noun_class(noun) != "unknown" and noun.lower_ not in _PLURAL_MODIFIERS:
                break  # "36 hospitals function"
        if token.tag_ in ("VBN", "VBG") or low in HAPPENED:
            following = doc_tokens[index + 1] if index + 1 < len(doc_tokens) else None
            describes = (
                following is not None
                and following.lower_ not in _BECOME
                and following.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
            )
            headed = nominal or (passed and token.dep_ in _HEADS and token.tag_ == "JJ")
            if headed and noun is None and not describes and low in counted_as():
                noun = token  # "five of the dead", "five military dead"
                break
            people = (
                describes
                and following is not None
                and following.tag_ in ("NNS", "NN")
                and noun_class(following) in ("person", "household")
            )
            if not describes or (token.dep_ not in ("amod", "compound", "nmod") and not people):
                if not (
                    token.tag_ == "VBN"
                    and index == 0
                    and following is not None
                    and _described(token, following)
                ):
                    break
        if is_noun:
            if noun is not None and noun.lower_ in _MANY and token.tag_ == "NN":
                break  # "the 800 staff work from home"
            if noun is not None and noun.tag_ == "NNS" and low in _BECOME:
                break  # "took 18 passengers hostage"
            if noun is None and low in _BECOME_ALONE:
                break  # "taken four prisoner"
            noun = token
        else:
            passed.append(low)
    return noun, passed


def unit_of(noun: Token, floor: int) -> str:
    """The noun with the common nouns joined to it ("apartment buildings"), as printed, lower case."""
    first = noun
    if joined_of(noun) is not None and noun.i - 2 > floor:
        first = noun.nbor(-2)
    while (
        first.i - 1 > floor
        and (before := first.nbor(-1)).tag_ == "NN"
        and before.dep_ in ("compound", "nmod")
        and before.text.islower()
    ):
        if before.i > floor + 1 and before.nbor(-1).tag_ == "HYPH":
            break  # "long-range drone strikes" are drone strikes
        first = before
    unit = noun.doc[first.i : noun.i + 1].text.casefold()
    if (
        noun.i + 2 < len(noun.doc)
        and noun.nbor(1).text.casefold() == "of"
        and noun.nbor(2).text.casefold() == "war"
    ):
        return f"{unit} of war"
    return "drones" if is_uav(noun) else str(unit)
