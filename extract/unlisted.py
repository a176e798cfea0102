"""Places that no table holds, told by the parse: a name after "in", "near", "the village of", "an attack on"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.datewords import MONTHS
from extract.lexicon import load
from extract.parties import side_in
from extract.placeable import given, opens_town, shaped
from extract.places import demonym, table
from extract.placewords import HELD, NEVER, NUMBERED, SORT_OF_TOWN
from extract.townslots import of_somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece

#: After these a proper name is a place, whatever the model calls it.
_SURE = frozenset(["in", "near", "outside", "around", "inside", "across", "throughout", "over"])
#: After these it is one only where something else says so too.
_MAYBE = frozenset(
    ["at", "on", "to", "into", "from", "of", "toward", "towards", "between", "through", "against", "onto"]
)
_PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
_KINDS = {
    "city": "city", "town": "city", "village": "city", "settlement": "city", "hamlet": "city", "community": "city", "camp": "site", "site": "site", "field": "site", "oilfield": "site", "complex": "site",
    "slum": "city", "shantytown": "city", "favela": "city", "barrio": "city", "regency": "region", "municipality": "region", "department": "region", "tehsil": "region", "upazila": "region", "township": "region", "canton": "region", "ranch": "site",
    "sub-district": "region", "subdistrict": "region", "suburb": "city", "neighborhood": "site", "neighbourhood": "site", "district": "region", "province": "region", "region": "region",
    "state": "region", "governorate": "region", "territory": "region", "county": "region", "area": "city", "port": "city", "harbor": "site",
    "harbour": "site", "crossing": "site", "road": "site", "track": "site", "trail": "site", "path": "site", "highway": "site", "airfield": "site", "airport": "site", "base": "site",
    "airbase": "site", "range": "site", "valley": "site", "river": "site", "island": "site", "mountains": "site", "hills": "site",
    "plant": "site", "depot": "site", "market": "site", "hospital": "site", "checkpoint": "site", "border": "site", "locality": "city",
    "outpost": "site", "post": "site", "zone": "region", "woreda": "region", "commune": "region", "sector": "region", "mosque": "site", "church": "site",
    "school": "site", "temple": "site", "shrine": "site", "monastery": "site", "pagoda": "site", "compound": "site", "square": "site", "factory": "site", "camps": "site", "street": "site", "bridge": "site", "junction": "site", "forest": "site", "forests": "site", "mountain": "site", "desert": "site", "lake": "site", "gorge": "site", "oasis": "site",
    "peninsula": "site", "canal": "site", "strait": "site", "wadi": "site", "refinery": "site", "terminal": "site", "prison": "site", "barracks": "site", "dam": "site",
    "tunnel": "site", "corridor": "site", "roundabout": "site", "crossroads": "site", "intersection": "site", "crossroad": "site", "interchange": "site", "stadium": "site", "guesthouse": "site", "hall": "site", "resort": "site", "restaurant": "site", "cafe": "site", "café": "site", "university": "site", "dormitory": "site", "heights": "site", "axis": "site", "mine": "site", "quarter": "site", "farm": "site", "coast": "site",
    "bazaar": "site", "park": "site", "reserve": "site", "beach": "site", "landing": "site", "station": "site", "pier": "site", "wharf": "site", "hill": "site", "ridge": "site", "plateau": "site", "outposts": "site",
}  # fmt: skip
#: How no place's name begins.
NO_PLACE = re.compile(
    r"^(?:Operation|Resolution|Telegram|Twitter|Facebook|WhatsApp|Parliament|Congress|Arabic|English|Russian|Ukrainian|Hebrew|Persian|French|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|Christmas|Easter|Ramadan|Eid|Thanksgiving|COVID|X|Max|Article|Chapter|Phase|Group|World|War|Nov|Dec|Jan|Feb|Aug|Sept|Oct|More|Most|"
    r"Some|About|Around|Day|Week|Year|GMT|UTC|EST|TV|Radio|"
    # Weapons that are written with capitals.
    r"UAVs?|FPVs?|KABs?|MLRS|ATACMS|HIMARS|GMLRS|Grads?|Shaheds?|Gerans?|Iskanders?|Kalibrs?|Kinzhals?|Lancets?)\b"
)
_ATTACKS = frozenset(
    [
        "attack",
        "strike",
        "airstrike",
        "raid",
        "assault",
        "bombardment",
        "shelling",
        "bombing",
        "offensive",
        "incursion",
        "siege",
    ]
)
_STRUCK = frozenset(
    [
        "hit",
        "strike",
        "shell",
        "bomb",
        "pound",
        "bombard",
        "target",
        "capture",
        "seize",
        "recapture",
        "retake",
        "liberate",
        "enter",
        "reach",
        "flee",
        "raid",
        "storm",
        "attack",
        "besiege",
        "overrun",
        "empty",
        "torch",
        "loot",
        "shake",
        "clear",
        "rock",
    ]
)
#: What is done to a place, "of" which it is told.
_FALL = frozenset({"takeover", "capture", "recapture", "seizure", "fall", "liberation", "siege", "shelling", "bombardment", "bombing", "encirclement", "storming", "evacuation"})  # fmt: skip
#: What aircraft do with bombs "on X".
_DROPPED = frozenset({"drop", "fire", "rain", "lob", "hurl", "launch", "unleash", "pour"})
#: What a blast does on its way "through X market".
_TORE = frozenset(
    {"rip", "tear", "sweep", "rage", "roar", "blow", "spread", "race", "crash", "slam", "plough", "plow"}
)


#: Where names of places stand in a sentence.
_SEATS = frozenset({"pobj", "dobj", "conj", "appos", "compound", "nmod"})
#: What the model calls names that are no places.
_NO_PLACES = frozenset({"DATE", "TIME", "PERSON", "NORP", "LANGUAGE", "MONEY"})


def _name(token: Token) -> tuple[Token, Token] | None:
    """First and last token of the run of proper names that ends at `token`."""
    if token.tag_ not in ("NNP", "NNPS") or not token.text[:1].isupper():
        return None
    first = last = token
    while (
        last.i + 1 < len(last.doc)
        and last.nbor(1).tag_ in ("NNP", "NNPS")
        and last.nbor(1).text[:1].isupper()
        and not (
            last.nbor(1).lower_.rstrip(".") in MONTHS
            and last.nbor(1).i + 1 < len(last.doc)
            and last.nbor(2).text[:1].isdigit()
        )
    ):
        last = last.nbor(1)
    while first.i > 0:
        before = first.nbor(-1)
        if before.text[:1].isalpha() and (before.tag_ in ("NNP", "NNPS") or opens_town(before.text)):
            first = before
        elif (
            before.text in ("-", "–")
            and first.i > 1
            and first.nbor(-2).tag_ in ("NNP", "NNPS")
            and not before.whitespace_
        ):
            first = first.nbor(-2)
        elif before.text.casefold() in ("al", "el", "al-", "el-", "de", "es", "ez") and first.i > 1:
            first = before
        else:
            break
    return first, last


def unlisted_places(piece: Piece) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, kind, sure) of each place that the grammar marks; kind is city, region or site.

    `sure` where a noun beside it says that it is a place ("the X area"), so that it is no person's name.
    """
    proper = {piece.doc.vocab.strings[tag] for tag in ("NNP", "NNPS")}
    for token in piece.doc:
        if token.tag not in proper or not token.text[:1].isupper():
            continue  # most words, and numbers are compared faster than names of tags
        if token.dep_ not in _SEATS or token.ent_type_ in _NO_PLACES:
            # The model takes many a village for a person; the words beside it know better.
            if token.ent_type_ not in ("PERSON", "NORP", "LANGUAGE") or not _told_a_place(token):
                continue
        run = _name(token)
        if run is None:
            continue
        kind = _kind(token, run)
        if kind is None:
            continue
        if _of_body(run) or run[0].text in NEVER or HELD.match(run[1].text):
            continue
        start, end = piece.span(*run)
        if NUMBERED.search(piece.text[start:end]):
            number = run[1].nbor(1) if run[1].i + 1 < len(piece.doc) else None
            if number is None or not number.text.isdigit():
                continue
            end, kind = piece.end(number), "other"  # "Highway 65"
        if kind == "city" and table().is_region_word(run[1].text) and run[0] is not run[1]:
            kind = "region"  # "villages of western X Township"
        if (
            NO_PLACE.match(piece.text[start:end])
            or "\n" in piece.text[start:end]
            or SORT_OF_TOWN.match(piece.text, end)
        ):
            continue
        first = run[0].nbor(-1).lower_ if run[0].i else ""
        if first not in _SURE and first != "of" and _called_as_men(piece.text[start:end]):
            continue  # "a bullet hit Mamadou Coulibaly"
        if first not in _SURE and of_somebody(piece.text, 0, start, end):
            continue  # "fighters loyal to Wadud Safi"
        if run[0].i == run[1].i and demonym(run[0].text) is not None:
            continue  # "in Pakistani shelling of X"
        if run[0] is run[1] and run[0].lower_ in load("actors")["attacks"]["nouns"]:
            continue  # a headline with capitals: "Kill 37 in Attack on Niger Village"
        yield start, end, kind, _told_a_place(token, sure=True)


def _called_as_men(name: str) -> bool:
    return " " in name and given(name) and not shaped(name)


def _after(run: tuple[Token, Token]) -> Token | None:
    """The noun after a name: "the X refinery", "the X oil refinery"."""
    doc, at = run[1].doc, run[1].i + 1
    if at >= len(doc):
        return None
    if at + 1 < len(doc) and doc[at].tag_ in ("NN", "VBG") and doc[at].lower_ not in _KINDS:
        if doc[at].lower_ in _USES and doc[at + 1].lower_ in _KINDS:
            return doc[at + 1]
    return doc[at]


_USES = frozenset(["oil", "power", "fuel", "gas", "air", "army", "border", "military", "police", "water", "gold", "refugee", "railway", "train", "grain", "ammunition", "nuclear", "displacement", "displaced", "idp", "fishing", "mountain", "jade", "coal", "pumping", "desalination", "filling", "petrol", "bus", "radar", "relay", "cement", "sugar", "textile", "treatment", "sewage", "polling", "toll"])  # fmt: skip


def _of_body(run: tuple[Token, Token]) -> bool:
    """Is the name a force's or a body's ("the Army base", "the Hamas area")?"""
    first, last = run
    words = [first.doc[i].lower_ for i in range(first.i, last.i + 1)]
    heads = load("organisations")
    return words[-1] in heads["heads"] or first.doc[first.i : last.i + 1].text in heads["names"]


def _told_a_place(token: Token, *, sure: bool = False) -> bool:
    """Do the words beside a name say that it is a place: "in the X area", "the villages of X and Y", "near X"?"""
    run = _name(token)
    if run is None:
        return False
    after = _after(run)
    if after is not None and after.lower_ in _KINDS and after.tag_ == "NN":
        return True
    before = run[0].nbor(-1) if run[0].i else None
    if before is None:
        return False
    if before.lower_ == "of" and before.i and _plural(before.nbor(-1)) is not None:
        return True
    if before.lower_ in ("in", "near", "outside") and token.dep_ == "pobj" and not sure:
        return True
    # "the villages of X and Y": the second of two
    return token.dep_ == "conj" and before.lower_ == "and" and _kind_of_first(token.head) is not None


def _kind(token: Token, run: tuple[Token, Token]) -> str | None:
    head = token.head
    after = _after(run)
    # "Tell Harba checkpoint", "the Nyabushe-Kalonda road"
    if after is not None and after.lower_ in _KINDS and after.tag_ == "NN":
        governed = after.dep_ == "pobj" and after.head.lower_ in (_SURE | {"at", "on", "to", "into", "from"})
        struck = after.dep_ in ("dobj", "nsubjpass") and after.head.lemma_ in _STRUCK
        struck = struck or (
            after.dep_ == "pobj" and after.head.lower_ == "through" and after.head.head.lemma_ in _TORE
        )
        return _KINDS[after.lower_] if governed or struck else None
    if token.dep_ in ("compound", "nmod"):
        return None
    if token.dep_ == "conj" and (kind := _kind_of_first(head)) is not None:
        return kind
    first = run[0].nbor(-1) if run[0].i else None
    if (
        first is not None
        and first.lower_ == "of"
        and first.i
        and (kind := _plural(first.nbor(-1))) is not None
    ):
        return kind
    if token.dep_ == "conj":
        return None
    if token.dep_ == "appos" and head.lower_ in _KINDS:
        return _KINDS[head.lower_]
    if token.dep_ == "dobj":
        named = token.ent_type_ in _PLACE_LABELS or not token.ent_type_
        return "city" if head.lemma_ in _STRUCK and named and side_in([token], common=False) is None else None
    if token.dep_ != "pobj":
        return None
    preposition = head.lower_
    if preposition == "of" and (kind := _plural(head.head)) is not None:
        return kind
    if preposition in _SURE:
        return "city"
    if preposition == "of" and head.head.lower_ in _FALL and side_in([token], common=False) is None:
        return "city"
    if preposition in ("on", "against") and head.head.lemma_ in _ATTACKS:
        return "city" if side_in([token], common=False) is None else None
    if preposition in ("at", "to") and not token.ent_type_ and head.head.lower_ in _KINDS:
        return "city"  # "the dam at Hadiri", "the road to Bur Dhere"
    if preposition in _MAYBE and preposition != "of" and token.ent_type_ in _PLACE_LABELS:
        return "city"
    if preposition == "at" and (_set_off(head) or _then_day(run[1])):
        return "city"
    if preposition == "on" and any(verb.lemma_ in _DROPPED for verb in (head.head, head.head.head)):
        return "city" if side_in([token], common=False) is None else None
    return None


def _set_off(at: Token) -> bool:
    """ "On 3 May, at X, a patrol …", "the arrest on 4 May at X": a town, set off by a comma or behind a day."""
    before = at.nbor(-1) if at.i else None
    return before is None or before.text == "," or before.ent_type_ in ("DATE", "TIME")


def _then_day(last: Token) -> bool:
    """ "An operation at X on Friday": a name that a day follows."""
    if last.i + 2 >= len(last.doc):
        return False
    return last.nbor(1).lower_ == "on" and last.nbor(2).ent_type_ in ("DATE", "TIME")


def _plural(noun: Token) -> str | None:
    """The kind of place of "villages", "settlements"."""
    return _KINDS.get(noun.lower_) or (_KINDS.get(noun.lemma_) if noun.tag_ == "NNS" else None)


def _kind_of_first(head: Token) -> str | None:
    if head.dep_ == "pobj" and head.head.lower_ in _SURE:
        return "city"
    if head.dep_ == "pobj" and head.head.lower_ == "at" and _plural(head.head.head) is not None:
        return "city"  # "the outposts at X and Y"
    if head.dep_ == "pobj" and head.head.lower_ == "of" and _plural(head.head.head) is not None:
        return "city"
    return None
