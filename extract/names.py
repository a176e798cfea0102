"""Proper names in a piece: runs of capitalised words, the titles before them, the roles beside them.

Works on the words as they are printed, not on the model's labels, which fail on
names it has not met (it takes many surnames for organisations or places).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.appositions import is_person_role, printed, role_after, role_before
from extract.nameruns import extended, kind_of, left_of_title, runs, runs_works
from extract.phrases import phrase_of
from extract.wordlists import ends_phrase, sides, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.parse import Piece


@dataclass(slots=True, eq=False)
class Name:
    """A proper name: tokens `first`..`last` of `piece`, of which `core`..`last` without title and side."""

    piece: Piece
    first: int
    last: int
    core: int
    text: str  # the core as printed
    role: str | None  # title and apposition, as printed
    kind: str  # person, org, place, unknown
    titled: bool = False
    #: The tokens that the title and appositions cover, before and after the name.
    reach: tuple[int, int] = (0, 0)

    @property
    def head(self) -> Token:
        """The last token, by which the name is usually attached to the sentence."""
        return self.piece.doc[self.last]

    @property
    def offset(self) -> int:
        """Where the core begins in the article's text."""
        return self.piece.start(self.piece.doc[self.core])


def _title_in_run(doc: Doc, first: int, last: int) -> int | None:
    """The index of the token at which the person's name begins after a title inside the run."""
    for at in range(last - 1, first - 1, -1):
        if ends_phrase(doc, at, first, "titles", "before_name") is not None:
            return at + 1
        # Homeowner Carla Estes, State Auditor Audrey Ruiz: any word for what people are, before a full name.
        word = doc[at].lower_
        role = word in words("titles", "roles") and word not in words("titles", "name_like")
        if role and (last - at >= 2 or (at == first and doc[last].ent_type_ == "PERSON")):
            return at + 1
    return None


def _before_run(doc: Doc, first: int) -> bool:
    """Does a title in small letters stand right before token `first`: "spokesperson Dmitry Peskov"?"""
    if not first or doc[first - 1].text[0].isupper() or doc[first - 1].pos_ in ("VERB", "AUX"):
        return False
    if ends_phrase(doc, first - 1, 0, "titles", "before_name") is not None:
        return not runs_works(doc[first - 1])
    # Her neighbour Serhiy: any word for what people are, where it is one.
    before = doc[first - 1]
    role = before.lower_ in words("titles", "roles") and before.pos_ in ("NOUN", "ADJ", "PROPN")
    return role and not runs_works(before)  # the rail operator Ostrail


def _names_body(doc: Doc, first: int) -> bool:
    """Does a word for a body of volunteers stand right before token `first`: "the rights group Witness Now"?"""
    return bool(first) and doc[first - 1].text in words("organisations", "volunteer_heads")


def _titled(piece: Piece, first: int, last: int) -> Name | None:
    """The person that the run names after a title in it or before it."""
    doc = piece.doc
    core = _title_in_run(doc, first, last)
    if core is not None and core == last and _names_body(doc, first):
        return None  # the rights group Witness Now
    if core is None:
        if not _before_run(doc, first):
            return None
        core = first
    if doc[core].lower_ in ("of", "for") or (
        core == last and doc[core].lower_ in words("organisations", "heads")
    ):
        return None
    ends = doc[last].lower_ in words("titles", "roles") and doc[last].lower_ not in words(
        "titles", "name_like"
    )
    if ends and last + 1 < len(doc) and doc[last + 1].lower_ in ("for", "of", "in"):
        return None  # the Deputy Humanitarian Coordinator for Somalia: a title and no name
    title_start = ends_phrase(doc, core - 1, 0, "titles", "before_name")
    begin = left_of_title(doc, core - 1 if title_start is None else title_start)
    role = printed(piece, begin, core - 1)
    return Name(piece, begin, last, core, printed(piece, core, last), role, "person", True, (begin, last))


def _titled_of(piece: Piece, first: int, last: int) -> Name | None:
    """CEO of the Refugee Council Enver Solomon: body and person run together after "of"; the model parts them."""
    doc = piece.doc
    at = first - 1 - (first > 1 and doc[first - 1].lower_ == "the")
    if at < 1 or doc[at].lower_ != "of" or doc[at - 1].lower_ not in words("titles", "roles"):
        return None
    core = last
    while core > first and doc[core - 1].ent_type_ == "PERSON" and doc[core].ent_iob_ == "I":
        core -= 1
    if doc[core].ent_type_ != "PERSON" or not first < core < last:
        return None
    begin = left_of_title(doc, at - 1)
    return Name(
        piece,
        begin,
        last,
        core,
        printed(piece, core, last),
        printed(piece, begin, core - 1),
        "person",
        True,
        (begin, last),
    )


def _untitled(piece: Piece, first: int, last: int) -> Name:
    doc = piece.doc
    last = extended(doc, first, last)
    kind, core = kind_of(doc, first, last), first
    led = first + 3  # Iran-backed Al-Manar
    if led <= last and doc[first + 1].text == "-" and doc[first + 2].tag_ in ("VBN", "VBD", "JJ"):
        if doc[led].text[:1].isupper():
            core, kind = led, kind_of(doc, led, last)
    elif kind != "org" and doc[first].lower_ in sides():
        if last - first >= 2 and kind_of(doc, first + 1, last) in ("person", "org"):
            core, kind = first + 1, kind_of(doc, first + 1, last)
        else:
            # In Gaza Hamas said: a body's name at the end of the run.
            known = words("organisations", "names")
            for cut in range(first + 1, last + 1):
                if " ".join(doc[i].lower_ for i in range(cut, last + 1)).replace(" - ", "-") in known:
                    core, kind = cut, "org"
                    break
    before = doc[first - 1] if first else None
    body = before is not None and before.text in words("organisations", "heads") and before.pos_ == "NOUN"
    if body and kind in ("unknown", "person"):
        kind = "org"  # the ambulance service Red Star
    return Name(piece, first, last, core, printed(piece, core, last), None, kind, False, (first, last))


def find_names(piece: Piece) -> list[Name]:
    """The proper names of a piece, in its order."""
    found: list[Name] = []
    for first, last in runs(piece):
        if _of_party(piece.doc, first, last):
            if found and found[-1].last == first - 2 and found[-1].role:
                party = {"D": "Democrat", "R": "Republican"}.get(piece.doc[first].text)
                found[-1].role += f"; {party}" if party else ""
            continue
        name = _titled_of(piece, first, last) or _titled(piece, first, last) or _untitled(piece, first, last)
        if name.kind != "place":
            _add_appositions(name)
        found.append(name)
    return found


def _of_party(doc: Doc, first: int, last: int) -> bool:
    """Rep. Ana Petrescu, D-Calif., (R-Texas): party and state, which are no name."""
    at = first - 2 if first > 2 and doc[first - 1].text == "-" else first
    return (
        0 < at < len(doc) - 2
        and doc[at].text in ("D", "R", "I")
        and doc[at + 1].text == "-"
        and doc[at - 1].text in (",", "(")
    )


def _aged(name: Name) -> bool:
    """Olena, 34, …: an age after a comma."""
    doc = name.piece.doc
    at = name.last + 2
    return at < len(doc) and doc[at - 1].text == "," and doc[at].text.isdigit() and int(doc[at].text) < 120


def _who_follows(name: Name) -> bool:
    doc = name.piece.doc
    at = name.last + 2
    return at < len(doc) and doc[at - 1].text == "," and doc[at].lower_ in ("who", "whose")


_CALLED = frozenset({"name", "named", "nicknamed", "called", "as", "by", "identified"})


def _called(name: Name) -> int:
    """A spokesman, who goes by the name Ko Thura: the token past the comma before "who"; else `name.first`."""
    doc = name.piece.doc
    if not name.first or doc[name.first - 1].lower_ not in _CALLED:
        return name.first
    for at in range(name.first - 1, max(0, name.first - 10), -1):
        if doc[at].text == ",":
            clause = {doc[i].lower_ for i in range(at + 1, name.first)}
            return (
                at + 1
                if clause & {"goes", "name", "identified", "known", "named", "nicknamed"}
                else name.first
            )
    return name.first


def _self_named(name: Name) -> tuple[str | None, int]:
    """A villager who gave her name only as Ma Htwe: the role before "who", and its first token."""
    doc = name.piece.doc
    if name.first < 4 or doc[name.first - 1].lower_ not in _CALLED:
        return None, name.first
    for at in range(name.first - 2, max(0, name.first - 14), -1):
        if doc[at].is_sent_start or doc[at].lower_ == "who":
            clause = {doc[i].lower_ for i in range(at + 1, name.first)}
            told = clause & {"gave", "goes", "identified", "called", "named", "known", "asked"}
            noun = doc[at - 1] if at and doc[at - 1].text != "," else doc[max(0, at - 2)]
            if doc[at].lower_ != "who" or not told or noun.lower_ not in words("titles", "roles"):
                break
            phrase = phrase_of(name.piece, noun)
            return phrase.text, phrase.first
    return None, name.first


#: How somebody comes by a name: "the singer known as …", "a photographer named …".
_NAMING = frozenset({"known", "named", "called", "identified", "dubbed", "nicknamed", "calling"})
_WITH_NAMING = frozenset({"as", "only", "professionally", "better", "widely", "locally", "by", "police", "himself", "herself", "best"})  # fmt: skip


def _known_as(name: Name) -> tuple[str | None, int]:
    """The singer known as Marigold Pike: the role before "known", and its first token."""
    doc, at, told = name.piece.doc, name.first - 1, False
    while at > 0 and doc[at].lower_ in _NAMING | _WITH_NAMING:
        # The president named Ana Petrescu to the post: the sentence's own verb, though the parse has none then.
        chose = doc[at].lower_ == "named" and doc[at].head.dep_ == "ROOT"
        named = doc[at].lower_ in _NAMING and doc[at].tag_ in ("VBN", "VBG") and doc[at].dep_ == "acl"
        told = told or (named and not chose)
        at -= 1
    if not told or at < 0 or doc[at].lower_ not in words("titles", "roles") or doc[at].pos_ == "VERB":
        return None, name.first
    phrase = phrase_of(name.piece, doc[at])
    return phrase.text, phrase.first


def _past_clause(name: Name) -> tuple[str | None, int]:
    """The man who spotted it, Ana Petrescu: the role that a relative clause parts from its name."""
    doc, first = name.piece.doc, name.first
    if first < 4 or doc[first - 1].text != "," or doc[first - 2].pos_ == "PROPN":
        return None, first
    for at in range(first - 2, max(1, first - 12), -1):
        if doc[at].is_punct or doc[at].is_sent_start or doc[at].lower_ == "and":
            break
        if doc[at].lower_ == "who" and doc[at - 1].lower_ in words("titles", "roles"):
            return phrase_of(name.piece, doc[at - 1]).text, phrase_of(name.piece, doc[at - 1]).first
    return None, first


def _add_appositions(name: Name) -> None:
    after, until = role_after(name.piece, name.last)
    before, since = role_before(name.piece, _called(name))
    if before is None:
        before, since = _self_named(name)
    if before is None:
        before, since = _known_as(name)
    if before is None:
        before, since = _past_clause(name)
    if name.kind == "org" and name.first > 1:
        doc = name.piece.doc
        by = doc[name.first - 1].lower_ == "by" and doc[name.first - 2].tag_ == "VBN"
        if by and doc[name.first - 2].is_sent_start:
            after, until = None, name.last  # Contacted by AFP, the army said
    if name.kind == "unknown" and (_aged(name) or _who_follows(name)):
        name.kind = "person"
    if name.kind == "unknown" and any(role and is_person_role(role) for role in (after, before)):
        name.kind = "person"
    if name.kind != "org":
        # A body's role is no person's: "at the local hospital, Petrenko said".
        after = after if after and is_person_role(after) else None
        before = before if before and is_person_role(before) else None
    roles = [role for role in (name.role, after, before) if role]
    if (
        name.role
        and len(roles) > 1
        and name.role.casefold() in words("titles", "courtesy") | words("titles", "ranks")
    ):
        roles = [*roles[1:], roles[0]]
    name.role = "; ".join(roles) or None
    name.reach = (since if before else name.first, until if after else name.last)
