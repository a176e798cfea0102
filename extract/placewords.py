"""What the finder of places looks for: runs of capitalised words, and the words beside them that mark a place."""

from __future__ import annotations

import re

from extract.datewords import MONTHS, WEEKDAYS
from extract.placenames import words as word_set

_PARTICLE = r"(?:al|el|ar|as|ash|at|ad|an|az|ez|ed|es|er|et|de|del|la|le|les|los|las|du|of|sur|upon)"
_LETTERS = r"[^\W_]"
_JOINED = rf"[A-ZÀ-ÞŠŽİ]{_LETTERS}*(?:['’ʼ‘`.-](?={_LETTERS}){_LETTERS}+)*"
#: A run of capitalised words, joined by the particles that names have inside them.
RUN = re.compile(
    rf"(?<![\w@#])(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]r|[Ee]z|[Aa]sh|[Aa]n|[Aa]t)-)?{_JOINED}"
    rf"(?:[ \u00a0](?:{_PARTICLE}[ -])?(?:(?:al|el|ar|as|ash|at|ad|an|az|ez|ed)-)?{_JOINED})*"
)
WORD = re.compile(r"\S+")
PLAIN = re.compile(r"\b[a-z]{3,}\b")
POSSESSIVE = re.compile(r"['’]s?\Z")
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\Z")

#: What stands before a place: a preposition of place, or a verb that takes one.
LEAD = re.compile(
    r"\b(?P<prep>in|near|at|from|to|into|over|around|outside|across|towards?|inside|of|on|against|between|through|beyond"
    r"|leaving|reached|entered|targeting|targeted|hit|struck|bombed|shelled|captured|seized|liberated|attacked|besieged|and|or)"
    r"\s+(?:the\s+)?(?P<kind>(?:(?!(?:in|near|at|from|to|of|on|into|over|around|outside)\b)[a-z][\w-]*\s+){0,3})\Z"
)
PLACE_LEADS = word_set("in near at from into over around outside across inside toward towards")
KIND_BEFORE = re.compile(
    r"\b(?P<kind>villages?|towns?|city|cities|settlement|hamlet|neighbou?rhood|suburbs?|district|province|region|governorate|oblast"
    r"|camp|municipality|locality|township|port|state|capital|community|harbou?r|mine|oasis|island|enclave|crossing|area)\s(?:of\s)?\Z"
)
KIND_AFTER = re.compile(r"\s(?P<kind>(?:refugee\scamp|port\scity|air\sbase)|[A-Za-z][\w-]*)")
COMMA_PLACE = re.compile(
    r",\s(?:(?P<dir>[a-z]+(?:-[a-z]+)?)\s)?(?P<name>[A-ZÀ-Þ][\w’'.-]+(?:\s[A-Z][\w-]+)?)"
)
IN = re.compile(r"\b(?:in|near|at|outside|around|from)\s(?:the\s(?:[\w-]+\s){1,3}(?:of\s)?)?\Z")
PLACED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff|[Aa]round)\s\Z")
#: "X in southern Iraq", "X, northern Syria": what follows a name and says where it is.
WIDER = re.compile(
    r"(?:,| in| in the)\s(?:the\s)?(?:[a-z][\w-]*\s){0,2}(?P<name>[A-ZÀ-Þ][\w’'.-]*\w(?:\s[A-Z][\w-]+)?)"
)
APPOSED = re.compile(
    r",\s(?:a|an|the)\s(?:[\w-]+\s){0,3}(?:town|village|city|settlement|neighbou?rhood|suburb|hamlet|port)\b"
)
#: Words of kind that stand beside too many names that are no places.
LOOSE_KINDS = word_set(
    "state area areas states division department zone capital base community port sector republic territory"
)
LANDFORMS = word_set(
    "mountain mountains range valley hills river lake island islands forest desert pass gorge reservoir dam"
)
#: What begins names after "in" that are no places.
NEVER = word_set(
    """Operation Phase Resolution Article Chapter Parliament Congress Senate Cabinet Covid Arabic Hebrew Farsi Persian Pashto
    Dari Urdu Kurdish English Islam Christianity God Allah Internet Starlink Bitcoin Group Room Section Part Appendix Table
    Figure January General President Prime Minister Lt Gen Col Dr Mr Mrs Ms Sgt Capt Maj"""
)
STRUCK = re.compile(
    r"\b(?:attack|(?:air\s?)?strike|raid|assault|shelling|bombardment|bombing)s?\s(?:on|of)\s\Z"
)
SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n“\"(]\s*)\Z")

#: Titles and roles: before a name they make it a person's, after one they belong to it ("Kyiv Mayor").
TITLES = word_set(
    """mr mrs ms dr gen lt col maj capt sgt brig adm gov sen rep president minister secretary mayor governor general colonel
    commander spokesman spokesperson spokeswoman ambassador king prince sheikh sheik imam pope rabbi sir lord chief director
    journalist reporter correspondent private sergeant captain police officials forces authorities"""
)
STOP = word_set(
    """The A An In On At He She It They We I But And Or As If When While After Before This That These Those His Her Their Its
    Our My Your There Here What Who Why How Not No Yes So Then Now Even Also Both Each Every Many Some Most All Any One Two
    Three Four Five Six Seven Eight Nine Ten For From To Of By With More Another Other Such During Since Until Over Under
    Near Outside Inside Around Across Throughout"""
) | {name.title() for name in (*MONTHS, *WEEKDAYS)}
