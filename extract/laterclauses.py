"""What a later clause of a sentence tells at a town of its own: "A shell hit X, and hours later missiles struck Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.deedclauses import clauses_of
from extract.eventkinds import VIOLENT, kinds_in
from extract.group import same_place
from extract.told import tell, where_told
from extract.tolddays import day_told
from extract.unreal import told_as_fact

if TYPE_CHECKING:
    from spacy.tokens import Span

    from extract.group import Group
    from extract.parse import Parsed, Piece
    from extract.setting import Setting

#: Deeds that a clause tells by more than the word "attack".
_DEEDS = VIOLENT - {"attack"}


def tell_later_clauses(parsed: Parsed, setting: Setting, groups: list[Group]) -> None:
    """Add the deeds that later clauses tell at towns where nothing was told to happen so far."""
    for paragraph in parsed.paragraphs:
        if paragraph.headline:
            continue
        for sent, span in setting.clauses(paragraph.frame):
            for a, b in clauses_of(parsed.text[span[0] : span[1]])[1:]:
                _tell_clause(setting, groups, paragraph.frame, sent, span, (span[0] + a, span[0] + b))


def _tell_clause(
    setting: Setting,
    groups: list[Group],
    piece: Piece,
    sent: Span,
    span: tuple[int, int],
    clause: tuple[int, int],
) -> None:
    """Add the deed of one clause of the sentence `span`, if it tells one and its town after it."""
    parsed = setting.parsed
    signs = [
        (kind, clause[0] + start, clause[0] + end)
        for kind, start, end in kinds_in(parsed.text[slice(*clause)])
        if kind in _DEEDS and told_as_fact(parsed, span[0], clause[0] + start)
    ]
    found = where_told(setting, clause, signs) if signs else None
    if found is None or found[1].kind not in ("city", "site") or found[1].start < signs[0][1]:
        return
    kind, mention = found
    words = [token for token in sent if clause[0] <= piece.start(token) < clause[1]]
    if not words or any(
        group.mention is not None and same_place(group.place, mention.name) for group in groups
    ):
        return
    day, printed = day_told(setting, piece, clause if setting.times_in(*clause) else span)
    own = sent.doc[words[0].i : words[-1].i + 1]  # who did the first deed did not do this one
    tell(setting, groups, kind, mention, day, printed, own, clause)
