"""The reporting frame: who says, with which verb, through which channel, over which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract.clusters import Source

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.parse import Piece


@dataclass(slots=True, eq=False)
class Frame:
    """One reporting frame. Offsets are into the article's text; token numbers into `piece.doc`.

    `core` are its own words (first, last token): the source and the cue. `reported`
    are the tokens it governs, `content` the first of them on the right of the verb
    (None when what is reported stands before it: `left`). `claims` is False for verbs
    that only name or judge ("called a “massive” attack"). `zones` are the tokens
    beside the frame, (first, past the last), that may tell channel and time.
    `paragraphs` are numbers of later paragraphs that it governs whole ("The minister
    said:" over unmarked paragraphs); `quotations` are indices of `Parsed.quotations`.
    """

    piece: Piece
    cue: Token
    cue_text: str
    source: Source | None
    source_start: int | None
    source_end: int | None
    why: str
    kind: Literal["verb", "according", "colon", "noun"]
    core: tuple[int, int]
    reported: frozenset[int]
    channel: str | None = None
    addressee: str | None = None
    negated: bool = False
    claims: bool = True
    content: int | None = None
    left: bool = False
    zones: list[tuple[int, int]] = field(default_factory=list)
    quotations: list[int] = field(default_factory=list)
    paragraph: int = 0
    paragraphs: frozenset[int] = frozenset()
    #: Is a part of what is reported the noun before ("the $40m the agency says it needs")?
    antecedent: bool = False

    @property
    def offset(self) -> int:
        """Where the frame stands in the article's text."""
        return self.piece.start(self.piece.doc[self.core[0]])
