"""Pronouns that go on from one sentence to the next: "She blamed the seals. “They sing,” she said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from extract.clusters import Source
    from extract.parse import Piece
    from extract.sources import Sources

    Resolve = Callable[[Sources, Piece, Token], tuple[Source | None, str]]


#: How many sentences back a run of one pronoun is followed.
_RUN = 4


def carried(sources: Sources, piece: Piece, token: Token, resolve: Resolve) -> Source | None:
    """Whom the subject of the sentence before means by the same word as `token`, asked once a pronoun."""
    sent = token.sent
    before = piece.doc[sent.start - 1].sent if sent.start else None
    if before is None:
        above = _above(sources, piece)
        if above is None or not len(above.doc):
            return None
        piece, before = above, above.doc[-1].sent
    earlier = next((t for t in before if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    if earlier is None or earlier.lower_ != token.lower_:
        return None
    key = (id(piece), earlier.i)
    if key not in sources.meant:
        if sources.asking >= _RUN:
            return None
        sources.asking += 1
        sources.meant[key] = resolve(sources, piece, earlier)[0]
        sources.asking -= 1
    return sources.meant[key]


def _above(sources: Sources, piece: Piece) -> Piece | None:
    """The frame of the paragraph above, unless that is a heading."""
    number = sources.numbers.get(id(piece), 0)
    above = sources.parsed.paragraphs[number - 1] if number else None
    return above.frame if above is not None and not above.headline else None
