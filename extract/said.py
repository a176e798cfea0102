"""A quotation and what is known of it; and whether it is a name, a title or a term rather than words said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.subjects import main_participle
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.frames import Frame
    from extract.marks import Quotation
    from extract.parse import Piece
    from extract.sources import Source

_NAMED_AS = frozenset({"titled", "entitled", "nicknamed", "codenamed", "dubbed", "named", "called", "known"})


@dataclass(slots=True, eq=False)
class Said:
    """A quotation and what is known of it.

    `first`,`last` are its tokens in the frame `piece` (the placeholder when it is
    `masked`). `joins` is the piece of the same statement before it. `scare` says
    that it is nobody's words: a scare quote, a title, a nickname.
    """

    index: int
    position: int
    quotation: Quotation
    paragraph: int
    piece: Piece
    first: Token
    last: Token
    masked: bool
    frame: Frame | None = None
    own_cue: bool = False
    source: Source | None = None
    why: str | None = None
    joins: Said | None = None
    scare: bool = False
    #: Where the speaker of a quotation without a frame is printed, as offsets.
    named_at: tuple[int, int] | None = None


def like_name(text: str, said: Said) -> bool:
    """Is the quotation a nickname, a title or a term rather than somebody's words? `text` is the article's."""
    doc = said.piece.doc
    inside = text[said.quotation.start : said.quotation.end]
    upper = inside[:1].isupper()
    before = doc[said.first.i - 1] if said.first.i else None
    after = doc[said.last.i + 1] if said.last.i + 1 < len(doc) else None
    if before is not None:
        if after is not None and before.pos_ == "PROPN" == after.pos_ and upper and inside[-1] not in ".,!?":
            return True  # John “J.D.” Dorrian
        if (
            before.text[:1].isupper()
            and before.pos_ == "PROPN"
            and after is not None
            and after.text[:1].isupper()
        ):
            return len(inside.split()) <= 3 and inside[-1] not in ".!?"
        if before.lower_ in words("reporting", "naming_before") and before.pos_ != "VERB" and upper:
            return True
        if before.lower_ in words("reporting", "terms"):
            return True
        if before.lower_ == "such" and after is not None and after.pos_ in ("NOUN", "PROPN"):
            return True  # such “cannibal” stars
        if before.lemma_ in ("call", "nickname") and _THE_NAME.fullmatch(inside):
            return True  # the ground that fans call “the Cauldron”
        if before.lower_ in _NAMED_AS and before.tag_ == "VBN" and not main_participle(before):
            return True
        if before.lower_ == "as" and before.i and before.nbor(-1).lower_ == "known":
            return True
    tokens = [t for t in doc[said.first.i : said.last.i + 1] if t.is_alpha]
    capital = [t for t in tokens if t.text[0].isupper()]
    small = [t for t in tokens if not t.text[0].isupper() and t.pos_ not in ("ADP", "DET", "CCONJ", "PART")]
    numbered = len(capital) == 1 and any(char.isdigit() for char in inside) and upper
    return (len(capital) >= 2 or numbered) and not small


#: A name with its article: "the Cauldron", "the Iron Duke".
_THE_NAME = re.compile(r"[Tt]he(?:\s+[A-Z][\w’'-]*){1,3},?")


def set_off_title(text: str, said: Said) -> bool:
    """ "Her memoir, “The Long Way Down,” comes out in June": a title beside the noun that it is of."""
    doc, at = said.piece.doc, said.first.i
    if at < 2 or doc[at - 1].text != "," or doc[at - 2].pos_ not in ("NOUN", "ADJ"):
        return False
    inside = text[said.quotation.start : said.quotation.end].rstrip(",")
    parts = [word for word in inside.split() if word[:1].isalpha()]
    if inside[-1:] in ".!?" or len(parts) < 2 or not all(w[0].isupper() or len(w) <= 3 for w in parts):
        return False
    return sum(word[0].isupper() for word in parts) >= 2


def like_title(text: str, said: Said) -> bool:
    """Is a quotation that nobody is known to have said the title of something, rather than a sentence?"""
    inside = text[said.quotation.start : said.quotation.end]
    parts = [word for word in inside.split() if word[:1].isalpha()]
    capitals = all(word[0].isupper() or len(word) <= 3 for word in parts)
    return inside[-1:] not in ".!?,…" and (len(parts) <= 3 or capitals)
