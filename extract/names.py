"""Proper names in a piece: runs of capitalised words, the titles before them, the roles beside them.

Works on the words as they are printed, not on the model's labels, which fail on
names it has not met (it takes many surnames for organisations or places).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.parse import Piece

# A capital at the head of a sentence tells nothing about these parts of speech.
_FUNCTION_POS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "ADV", "INTJ", "NUM"})
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])


@functools.cache
def words(name: str, key: str) -> frozenset[str]:
    """The lower-case words of a list of the lexicon."""
    return frozenset(str(word).casefold() for word in lexicon.load(name)[key])


@functools.cache
def sides() -> dict[str, str]:
    """What stands for a country (its name, adjectives, capital), lower case -> the country's name."""
    table: dict[str, str] = {}
    for country, others in lexicon.load("organisations")["sides"].items():
        for word in [country, *others]:
            table[str(word).casefold()] = country
    return table


@functools.cache
def place_names() -> frozenset[str]:
    """The lower-case names of countries and capitals, without their adjectives."""
    table = lexicon.load("organisations")["sides"]
    return frozenset(
        [country.casefold() for country in table]
        + [word.casefold() for others in table.values() for word in others[1:] if not word.endswith("s")]
    )


@functools.cache
def _phrases(name: str, key: str) -> dict[str, list[tuple[str, ...]]]:
    """The list's phrases by their last word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.load(name)[key]:
        parts = tuple(str(phrase).casefold().replace("-", " - ").split())
        table.setdefault(parts[-1], []).append(parts)
    for phrases in table.values():
        phrases.sort(key=len, reverse=True)
    return table


def ends_phrase(doc: Doc, last: int, low: int, name: str, key: str) -> int | None:
    """Where the longest phrase of the list begins that ends at token `last`, not before `low`; None if none does."""
    for parts in _phrases(name, key).get(doc[last].lower_, ()):
        first = last - len(parts) + 1
        if first >= low and all(doc[first + at].lower_ == part for at, part in enumerate(parts)):
            return first
    return None


def side_of(text: str) -> str | None:
    """The country that the words of `text` name first, by its name, an adjective or its capital."""
    table = sides()
    found = table.get(text.casefold())
    if found:
        return found
    parts = text.replace("’s", "").replace("'s", "").casefold().split()
    for at in range(len(parts)):
        for size in (3, 2, 1):
            country = table.get(" ".join(parts[at : at + size]).strip(",()"))
            if country and at + size <= len(parts):
                return country
    return None


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

    @property
    def head(self) -> Token:
        """The last token, by which the name is usually attached to the sentence."""
        return self.piece.doc[self.last]

    @property
    def offset(self) -> int:
        """Where the core begins in the article's text."""
        return self.piece.start(self.piece.doc[self.core])


def _capital(token: Token) -> bool:
    return bool(token.text[:1].isupper()) and token.lower_ not in words("names", "times")


def _starts(token: Token) -> bool:
    if not _capital(token):
        return (
            token.lower_ in ("al", "el", "ash", "as")
            and token.i + 2 < len(token.doc)
            and token.nbor(1).text == "-"
            and not token.whitespace_
            and token.nbor(2).text[:1].isupper()
        )
    if token.lower_ in words("names", "sentence_starters") or (
        token.pos_ in _FUNCTION_POS and token.ent_type_ not in ("PERSON", "ORG", "GPE")
    ):
        return False
    return not token.is_punct


def _title_of(doc: Doc, at: int) -> int | None:
    """Past the end of a title like "Secretary of State" whose "of" stands at token `at`, before a name."""
    if doc[at].lower_ != "of":
        return None
    for last in range(at + 1, min(at + 4, len(doc) - 1)):
        first = ends_phrase(doc, last, max(0, at - 3), "titles", "before_name")
        if first is not None and first < at and doc[last + 1].text[:1].isupper():
            return last + 1
    return None


def runs(piece: Piece) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, as (first, last) token indices."""
    doc = piece.doc
    size = len(doc)
    at = 0
    while at < size:
        if not _starts(doc[at]) or piece.mask(doc[at]) is not None:
            at += 1
            continue
        end = at + 1
        while end < size:
            token = doc[end]
            glued = not doc[end - 1].whitespace_
            inside = _title_of(doc, end)
            if inside:
                end = inside
            elif _capital(token) and not token.is_punct and not token.is_sent_start:
                end += 1
            elif (
                token.text == "-"
                and glued
                and not token.whitespace_
                and end + 1 < size
                and doc[end + 1].is_alpha
            ):
                end += 2
            elif (
                token.lower_ in words("names", "particles")
                and end + 1 < size
                and (_capital(doc[end + 1]) or (doc[end + 1].text == "-" and not token.whitespace_))
                and token.lower_ not in ("as", "at", "an", "y")
            ) or (token.text in ("&", "/") and end + 1 < size and _capital(doc[end + 1])):
                end += 1
            else:
                break
        if end - at > 1 or not doc[at].is_sent_start or doc[at].pos_ == "PROPN" or doc[at].lower_ in sides():
            yield at, end - 1
        at = end


_PREPOSITIONS = frozenset(["of", "for", "on", "against", "to"])


def _extend_org(doc: Doc, first: int, last: int) -> int:
    """Ministry -> Ministry of Internal Affairs: the last token of a body's name that goes on after a preposition."""
    heads = words("organisations", "heads")
    if not any(doc[i].lower_ in heads for i in range(first, last + 1)):
        return last
    at = last + 1
    while at + 1 < len(doc) and doc[at].lower_ in _PREPOSITIONS:
        nxt = at + 1
        if doc[nxt].lower_ == "the" and nxt + 1 < len(doc):
            nxt += 1
        if not _capital(doc[nxt]) or doc[nxt].is_punct:
            break
        while nxt + 1 < len(doc) and (
            (_capital(doc[nxt + 1]) and not doc[nxt + 1].is_punct)
            or (
                doc[nxt + 1].lower_ in ("and", "&")
                and nxt + 2 < len(doc)
                and _capital(doc[nxt + 2])
                and nxt - at < 3
            )
        ):
            nxt += 1
        if doc[at].lower_ in ("on", "against", "to"):
            break
        last = nxt
        at = last + 1
    return last


def _left_of_title(doc: Doc, first: int) -> int:
    """Where the words before a title begin that belong to the role: "Ukraine's deputy", "Hamas", "the army's"."""
    modifiers = words("titles", "modifiers")
    at = first
    while at > 0:
        token = doc[at - 1]
        if token.is_sent_start and token.pos_ in _FUNCTION_POS:
            break
        if token.is_punct and token.text != "-":
            break
        if token.text in POSSESSIVE or token.text == "-":
            at -= 1
        elif token.pos_ in ("PROPN", "NOUN", "ADJ") or token.lower_ in modifiers or _capital(token):
            if (
                token.lower_ in words("names", "times")
                or token.lower_ in words("names", "sentence_starters")
                or token.pos_ in ("VERB", "AUX")
            ):
                break
            at -= 1
        else:
            break
    while at < first and (doc[at].text in POSSESSIVE or doc[at].text == "-"):
        at += 1
    return at


def _text(piece: Piece, first: int, last: int) -> str:
    start, end = piece.span(piece.doc[first], piece.doc[last])
    return " ".join(piece.text[start:end].split())


def _is_place(doc: Doc, first: int, last: int) -> bool:
    text = " ".join(doc[i].lower_ for i in range(first, last + 1))
    if text in sides():
        return True
    before = doc[first - 1].lower_ if first else ""
    labels = {doc[i].ent_type_ for i in range(first, last + 1)}
    return before in ("in", "near", "at", "from", "over", "around", "across", "outside") and bool(
        labels & {"GPE", "LOC", "FAC"}
    )


def _kind(doc: Doc, first: int, last: int) -> str:
    text = " ".join(doc[i].text for i in range(first, last + 1)).replace(" - ", "-")
    known = words("organisations", "names")
    if text.casefold() in known:
        return "org"
    heads = words("organisations", "heads")
    lower = [doc[i].lower_ for i in range(first, last + 1)]
    size = last - first + 1
    strong = heads - words("names", "weak_heads")
    if lower[-1] in heads or (size > 1 and any(word in strong for word in lower)):
        return "org"
    if _is_place(doc, first, last):
        return "place"
    if size == 1 and text.isupper() and 2 <= len(text) <= 7 and text.isalpha():
        return "org"
    if lower[-1] in words("names", "place_words"):
        return "place"
    labels = [doc[i].ent_type_ for i in range(first, last + 1)]
    if size >= 2 and labels.count("PERSON") * 2 > size:
        return "person"
    if all(label in ("GPE", "LOC", "FAC", "NORP") for label in labels) and size == 1:
        return "place"
    return "unknown"


_STOP_ROLE = frozenset([",", ".", ";", ":", "—", "–", "--", "(", ")", "?", "!"])


def role_after(piece: Piece, last: int) -> tuple[str | None, int]:
    """The role that stands after a name, between commas or dashes, and the last token it covers.

    "Sergey Lavrov, Russia's foreign minister," gives "Russia's foreign minister".
    """
    doc = piece.doc
    at = last + 1
    if at + 1 >= len(doc) or doc[at].text not in (",", "—", "–", "--", "("):
        return None, last
    at += 1
    if doc[at].like_num and at + 2 < len(doc) and doc[at + 1].text == ",":
        at += 2  # , 42,
    if at + 2 < len(doc) and doc[at].lower_ == "who" and doc[at + 1].lemma_ in ("be", "serve"):
        at += 3 if doc[at + 2].lower_ == "as" else 2
    begin = at
    while begin < len(doc) and doc[begin].lower_ in ("the", "a", "an", "its", "their", "one", "his", "her"):
        begin += 1
    roles = words("titles", "roles") | words("organisations", "heads")
    head: int | None = None
    end = begin
    while end < len(doc) and end - begin < 25:
        token = doc[end]
        if token.text in _STOP_ROLE or piece.mask(token) is not None:
            break
        if (
            token.pos_ in ("VERB", "AUX")
            and token.tag_ in ("VBD", "VBZ", "VBP", "MD")
            and token.lower_ not in roles
        ):
            break
        if token.lower_ in ("who", "which", "that", "whose", "when", "where"):
            break
        if token.pos_ == "ADP" and head is None and end > begin and token.lower_ not in ("-",):
            break
        if token.lower_ in roles and (
            head is None or not any(doc[i].pos_ == "ADP" for i in range(head, end))
        ):
            head = end
        end += 1
    if head is None or end <= begin:
        return None, last
    # The head must close its group of words: "Russia's foreign minister", not "minister-level talks".
    if (
        head + 1 < end
        and doc[head + 1].pos_ in ("NOUN", "PROPN")
        and doc[head + 1].lower_ not in roles
        and doc[head].lower_ not in words("titles", "before_name")
    ):
        return None, last
    return _text(piece, begin, end - 1), end - 1


def _role_before(piece: Piece, first: int) -> str | None:
    """The role before a name and a comma: "the army's chief spokesman, Rear Adm. Daniel Hagari"."""
    doc = piece.doc
    if first < 2 or doc[first - 1].text not in (",", "—", "–"):
        return None
    at = first - 2
    begin = at
    while (
        begin >= 0
        and first - begin < 16
        and doc[begin].text not in _STOP_ROLE
        and piece.mask(doc[begin]) is None
    ):
        if doc[begin].pos_ in ("VERB", "AUX", "SCONJ") or doc[begin].lower_ in ("that", "and", "but"):
            break
        begin -= 1
    begin += 1
    roles = words("titles", "roles") | words("organisations", "heads")
    head = None
    start = begin
    for i in range(begin, at + 1):
        if doc[i].pos_ == "ADP" and head is None:
            start = i + 1  # in the city, its mayor, ...
        elif doc[i].lower_ in roles and (
            head is None or not any(doc[j].pos_ == "ADP" for j in range(head, i))
        ):
            head = i
    if head is None:
        return None
    if head < at and doc[head + 1].pos_ != "ADP":
        return None
    if doc[start].lower_ in ("a", "an", "the", "its", "his", "her", "their", "one", "another"):
        start += 1
    elif (
        not any(doc[i].text in POSSESSIVE or doc[i].pos_ == "PROPN" for i in range(start, head + 1))
        and first - 2 - start > 0
    ):
        return None
    return _text(piece, start, at) if start <= at else None


def _title_in_run(doc: Doc, first: int, last: int) -> int | None:
    """The index of the token at which the person's name begins after a title inside the run."""
    for at in range(last - 1, first - 1, -1):
        if ends_phrase(doc, at, first, "titles", "before_name") is not None:
            return at + 1
    return None


def find_names(piece: Piece) -> list[Name]:
    """The proper names of a piece, in its order."""
    doc = piece.doc
    found = []
    before_name = _phrases("titles", "before_name")
    for first, last in runs(piece):
        begin, core, titled, role = first, first, False, None
        if first and first != last and doc[first].text in before_name and doc[first].text.islower():
            pass
        after_title = _title_in_run(doc, first, last)
        if after_title is not None:
            core, titled = after_title, True
        elif (
            first
            and doc[first - 1].lower_ in before_name
            and doc[first - 1].text[0].islower()
            and doc[first - 1].pos_ != "VERB"
        ):
            titled = True
        if titled:
            title_end = core - 1
            title_start = ends_phrase(doc, title_end, 0, "titles", "before_name") or title_end
            begin = _left_of_title(doc, title_start)
            role = _text(piece, begin, title_end)
            kind = "person"
            if doc[core].lower_ in ("of", "for"):
                titled, core, kind, role = False, first, "unknown", None
            elif (
                last == core
                and doc[core].lower_ in words("organisations", "heads")
                and doc[core].lower_ not in ("bank",)
            ):
                kind, titled, role, core, begin = "org", False, None, first, first
        if not titled:
            last = _extend_org(doc, first, last)
            kind = _kind(doc, first, last)
            begin = core = first
            if kind in ("unknown", "place", "person") and last - first >= 2 and doc[first].lower_ in sides():
                inner = _kind(doc, first + 1, last)
                if inner in ("person", "org"):
                    core, kind = first + 1, inner
            if kind != "org":
                # In Gaza Hamas said: a body's name at the end of the run.
                for cut in range(first + 1, last + 1):
                    if (
                        " ".join(doc[i].lower_ for i in range(cut, last + 1)).replace(" - ", "-")
                        in words("organisations", "names")
                        and doc[first].lower_ in sides()
                    ):
                        core, kind = cut, "org"
                        break
        after, _ = role_after(piece, last) if kind != "place" else (None, last)
        before = _role_before(piece, begin) if kind != "place" else None
        if after and kind == "unknown" and _person_role(after):
            kind = "person"
        if before and kind != "org" and not _person_role(before):
            before = None
        if before and kind == "unknown":
            kind = "person"
        if kind == "person" and after and not _person_role(after):
            after = None
        roles = [r for r in (role, after, before) if r]
        if (
            roles
            and role
            and role.casefold() in words("titles", "courtesy") | {"gen.", "col.", "lt.", "maj."}
            and len(roles) > 1
        ):
            roles = roles[1:] + roles[:1]
        found.append(
            Name(piece, begin, last, core, _text(piece, core, last), "; ".join(roles) or None, kind, titled)
        )
    return found


def _person_role(role: str) -> bool:
    people = words("titles", "roles")
    head = (
        role.casefold()
        .split(" of ")[0]
        .split(" for ")[0]
        .split(" to ")[0]
        .split(" in ")[0]
        .split(" at ")[0]
        .split()
    )
    return bool(head) and any(word.strip(",") in people for word in head[-2:])
