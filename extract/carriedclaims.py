"""Whose claim a sentence goes on with that names nobody: "They shot dead seven" after "…, residents said".

Sentences lean on the one before by what their first words say: another of those counted, more of what was
done, the same who did it. How far a claim reaches is told by how its frame closed: a sentence that is the
claim whole is gone on with; one in which the speaker is only quoted is not. A finding goes on to the
end of its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.backrefs import paragraph_of
from extract.frame import Frame
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.frames import Frames
    from extract.parse import Parsed, Piece

#: How many sentences on end may each lean on the one before.
_FAR = 5
_ON = "the sentence goes on from the one before"
_COUNT = "the count goes on from the sentence before"
_SUM = "it sums up what was counted before"
_DOER = "it tells more of what the same ones did"
_FOUND = "the paragraph tells what was found"


def carried_claim(parsed: Parsed, frames: Frames, piece: Piece, token: Token) -> tuple[Frame | None, str]:
    """The frame of an earlier sentence that a sentence without its own plainly goes on reporting, and why.

    "Of those, five were hit." after "…, the air force said." Returns (None, "") otherwise.
    """
    over = frames.over_paragraph(piece)
    if over is not None:
        return over, "the paragraph stands under the colon before it"
    if piece.kind != "frame":
        return None, ""
    here, whys = token.sent, []
    for _ in range(_FAR):
        if here.start == 0:
            return (_of_the_last(parsed, frames, piece), _ON) if _of_told(here) else (None, "")
        before = piece.doc[here.start - 1].sent
        own = _claiming(frames.of(piece), before)
        found = bool(own) and _is_finding(own[-1], before)
        why = _leans(here, before, own[-1] if own else None)
        if why is None and not _may_be_found(here):
            return None, ""
        whys.append(why or _FOUND)
        if own:
            taken = found or (_FOUND not in whys and _holds(own[-1], before, whys))
            return (own[-1], whys[0]) if taken else (None, "")
        here = before
    return None, ""


def _leans(sent: Span, before: Span, frame: Frame | None) -> str | None:
    """Why a sentence may be a part of what the one before reports, or None."""
    if _goes_on(sent):
        return _ON
    if sent[0].lower_ == "in" and sent[1:2].text.lower() in _SUMMING and _counts_on(sent):
        return _SUM
    if _same_doer(sent, before, frame):
        return _DOER
    return _COUNT if _counts_on(sent) or _also(sent) else None


def _holds(frame: Frame, sent: Span, whys: Sequence[str]) -> bool:
    """Does the claim of this frame reach what leans on it so?"""
    if _COUNT in whys:
        return _closed_by(sent, frame) or _is_posted(frame, sent)
    heard = frame.kind in ("verb", "according") and (not _only_quoted(sent, frame) or _is_paper(frame))
    return heard or not {_DOER, _SUM} & set(whys)


def _claiming(frames: Sequence[Frame], sent: Span) -> list[Frame]:
    here = [f for f in frames if f.claims and f.source is not None and sent.start <= f.core[0] < sent.end]
    # "…, said Ana Petrescu, an activist who documents raids": who speaks, not what he does besides
    return [f for f in here if not any(g.core[0] < f.core[0] and f.core[1] <= g.core[1] for g in here)]


# ---------------------------------------------------------------- how the sentence before was told


def _closed_by(sent: Span, frame: Frame) -> bool:
    """Is the whole sentence what the frame at its end reports ("…, the governor said on Telegram.") or the one at its head?

    Nobody goes on behind his own words in quotation marks: then the text does, unless it retells a paper.
    """
    if frame.kind == "according":  # the deed, of which the next sentence tells what came of it
        counted = any(t.dep_ == "nummod" and t.ent_type_ not in ("DATE", "TIME", "QUANTITY") for t in sent)
        return frame.core[0] == sent.start and not counted
    if frame.kind != "verb" or not frame.left:
        return False
    if _only_quoted(sent, frame):
        return _is_paper(frame)
    end = _of_who(sent, frame.core[1] + 1)
    rest = [t for t in sent.doc[frame.core[1] + 1 : end] if not t.is_punct]
    return len(rest) <= 8 and not any(t.pos_ == "VERB" for t in rest)


def _only_quoted(sent: Span, frame: Frame) -> bool:
    """“We lost them,” he said: is a quotation all that stands before the frame?"""
    said = [t for t in sent.doc[sent.start : frame.core[0]] if not t.is_punct]
    return len(said) == 1 and frame.piece.mask(said[0]) is not None


def _is_paper(frame: Frame) -> bool:
    """“…,” the communiqué reads: is a paper retold, rather than somebody heard?"""
    if frame.source_start is None or frame.source_end is None:
        return False
    last = frame.piece.text[frame.source_start : frame.source_end].split()[-1:]
    return bool(last) and last[0].casefold() in words("reporting", "told_in")


def _is_posted(frame: Frame, sent: Span) -> bool:
    """ "The governor said on Telegram that …": a post or a statement, which goes on where nobody is quoted from it."""
    if frame.kind != "verb" or frame.left or frame.channel is None or frame.negated:
        return False
    return not frame.piece.masks(sent.start, sent.end) and _to_the_end(frame, sent)


def _to_the_end(frame: Frame, sent: Span) -> bool:
    """Is all that follows the verb reported?"""
    last = next((t for t in reversed(sent) if not t.is_punct), None)
    return last is not None and last.i in frame.reported


def _of_who(sent: Span, at: int) -> int:
    """ "…, said Ana Petrescu, a nurse who treats the wounded": where the words about who spoke begin, else the end."""
    doc = sent.doc
    if at >= sent.end - 2 or doc[at].text != ",":
        return int(sent.end)
    apart = (
        doc[at + 1].lower_ in ("a", "an", "the", "who", "whose") or doc[at + 2].lower_ == "of"
    )  # most of whom
    return at if apart and not any(t.text == "," for t in doc[at + 1 : sent.end]) else int(sent.end)


# ---------------------------------------------------------------- findings

#: What those find who looked into a deed.
_FINDINGS = frozenset(
    {"findings", "finding", "conclusions", "conclusion", "investigation", "inquiry", "enquiry", "assessment", "report", "results"}
)  # fmt: skip
#: What an inquiry does: it tells of one deed as a whole.
_FINDS = frozenset({"document", "establish", "conclude", "find", "ascertain", "determine"})
#: Who looks into a deed.
_INQUIRERS = frozenset(
    {"team", "mission", "commission", "committee", "panel", "inquiry", "delegation", "investigators", "inspectors", "experts", "office"}
)  # fmt: skip


def _is_finding(frame: Frame, sent: Span) -> bool:
    """ "According to the findings of a team, …", "a joint team documented …": does a body tell what it found out?"""
    doc = frame.piece.doc
    if frame.kind == "according":
        return frame.core[0] == sent.start and any(
            t.lower_ in _FINDINGS for t in doc[frame.core[0] : frame.core[1] + 1]
        )
    looked = any(t.lower_ in _INQUIRERS for t in doc[frame.core[0] : frame.cue.i])
    return frame.kind == "verb" and not frame.left and looked and frame.cue.lemma_ in _FINDS


def _may_be_found(sent: Span) -> bool:
    """Is the sentence told as something past, which nobody does for those harmed today?"""
    root = sent.root
    if any(t.lower_ in ("we", "our") for t in sent):
        return False
    finite = [t for t in (root, *root.children) if t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return all(t.tag_ == "VBD" or t.lower_ in ("has", "have") for t in finite)


# ---------------------------------------------------------------- counts that go on

_MANY = frozenset({"dozens", "dozen", "scores", "hundreds", "thousands", "people"})
_BESIDES = frozenset({"other", "others", "more", "additional", "further"})
#: Those told of before: "eleven of the victims".
_THE_SAME = frozenset(
    {"victims", "dead", "killed", "wounded", "injured", "casualties", "fatalities", "missing", "hurt", "deaths", "injuries"}
)  # fmt: skip
_POINTING = frozenset({"those", "these", "them", "whom", "which"})


def _of_told(sent: Span) -> bool:
    """ "Three of those deaths were in X": does a paragraph open with some of those whom the one before counted?"""
    at = 1 + (sent[0].lower_ in ("about", "some", "around"))
    words_ = [token.lower_ for token in sent[at : at + 3]]
    return len(sent) > 4 and sent[at - 1].pos_ == "NUM" and words_[0] == "of" and words_[1:2] != ["them"] and (
        words_[1] in _POINTING | {"the"} and words_[2] in _THE_SAME
    )  # fmt: skip


def _of_the_last(parsed: Parsed, frames: Frames, piece: Piece) -> Frame | None:
    """The frame of the sentence that closes the paragraph before, where it holds no more than what is claimed."""
    number = paragraph_of(parsed, piece.start(piece.doc[0]))
    above = parsed.paragraphs[number - 1] if number else None
    if above is None or above.headline or not len(above.frame.doc):
        return None
    own = _claiming(frames.of(above.frame), above.frame.doc[-1].sent)
    return own[-1] if own else None


def _of_them(sent: Span) -> bool:
    """ "Five of them were held": some of those told of just before."""
    low = sent.start + (
        2 if sent[0].lower_ == "at" and len(sent) > 2 else sent[0].lower_ in ("about", "some")
    )
    doc = sent.doc
    if low + 3 >= sent.end or doc[low + 1].lower_ != "of" or not (doc[low].pos_ == "NUM" or doc[low].lower_ in ("many", "most", "some", "several", "dozens", "hundreds", "scores", "none")):  # fmt: skip
        return False
    after = doc[low + 2].lower_
    return after in _POINTING or (after == "the" and doc[low + 3].lower_ in _THE_SAME)


def _also(sent: Span) -> bool:
    """ "The attackers also abducted nine people": the deed goes on."""
    first = [token.lower_ for token in sent[:4]]
    return (
        first[:1] in (["the"], ["they"]) and "also" in first and not any(t.pos_ == "PROPN" for t in sent[:4])
    )


def _counts_on(sent: Span) -> bool:
    """ "Nine other people were wounded": a sentence whose subject is a count, with nothing but a time before it."""
    low = _past_adjunct(sent)
    subject = next(
        (t for t in sent[low - sent.start :] if t.dep_ in ("nsubj", "nsubjpass") and _is_main(t.head)), None
    )
    if subject is None or subject.i > low + 6:
        return False
    counted = subject.pos_ == "NUM" or any(child.dep_ == "nummod" for child in subject.children)
    if subject.lower_ == "total":  # a total of 131 blasts were recorded
        counted = any(t.like_num for t in subject.sent.doc[subject.i + 1 : subject.i + 4])
    opening = sent.doc[low : subject.i + 1]
    return counted and not any(token.text == "," for token in opening)


def _is_main(verb: Token) -> bool:
    """Is it the sentence's verb, or the first of several that a semicolon parts?"""
    return verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "parataxis") and verb.head.dep_ == "ROOT" and verb.i < verb.head.i)  # fmt: skip


_SUMMING = frozenset({"all", "total", "sum"})
_SPANS = frozenset({"day", "night", "week", "period", "weekend", "month", "hours", "evening", "morning"})


def _past_adjunct(sent: Span) -> int:
    """Past "in all," and "over the day" at the head of a sentence, which leave the time as it was told."""
    doc, at = sent.doc, int(sent.start)
    if doc[at].lower_ in ("altogether", "overall"):
        at += 1
    elif doc[at].lower_ == "in" and doc[min(at + 1, sent.end - 1)].lower_ in _SUMMING:
        at += 2
    elif doc[at].lower_ in ("over", "during", "in", "throughout", "within"):
        span = next((i for i in range(at + 1, min(at + 5, sent.end)) if doc[i].lower_ in _SPANS), None)
        the = doc[min(at + 1, sent.end - 1)].lower_ in ("the", "that", "this")
        at = span + 1 if span is not None and the else at
    return at + 1 if at < sent.end and at > sent.start and doc[at].text == "," else at


def _goes_on(sent: Span) -> bool:
    """Does the sentence lean on the one before: "Of those, …", "Among them …", "They included …"?"""
    first = [token.lower_ for token in sent[:3]]
    if len(first) < 2:
        return False
    if first[0] == "of":
        return first[1] in ("those", "these", "them", "which", "the")
    if first[0] == "among":
        return first[1] in ("those", "them", "the", "these")
    if first[0] == "another" or first[:2] in (["a", "further"], ["some", "others"]):
        return len(first) > 2 and (sent[1].like_num or sent[2].like_num or first[2] in _MANY)
    if sent[0].pos_ == "NUM" and first[1] in _BESIDES:
        return True  # Fourteen others were wounded.
    if first[0] in ("that", "this") or first[:2] in (
        ["the", "figures"],
        ["the", "numbers"],
        ["the", "deaths"],
    ):
        return any(t.lemma_ in ("bring", "raise", "take") for t in sent[1:4])
    if sent[0].pos_ == "NUM" and sent[1].pos_ in ("AUX", "VERB"):
        return True  # Two were killed in the town and one in the village.
    if _of_them(sent):
        return True
    return first[0] == "they" and first[1] in ("include", "included", "were", "are")


# ---------------------------------------------------------------- the same who did it

#: What those who attacked are called when they are told of again.
_ATTACKERS = frozenset(
    {"attackers", "assailants", "gunmen", "raiders", "bandits", "militants", "fighters", "insurgents", "kidnappers", "rebels", "terrorists",
     "jihadists", "soldiers", "troops", "assailant", "attacker", "gunman", "bomber", "invaders", "intruders", "extremists", "abductors"}
)  # fmt: skip
#: Bodies of men that "it" may mean in a report of what they did.
_BODIES = frozenset(
    {"force", "group", "patrol", "unit", "column", "gang", "army", "militia", "convoy", "squad", "detachment", "band", "team", "battalion", "mob"}
)  # fmt: skip
#: Deeds that are told of again by what they did.
_BLOWS = frozenset(
    {"attack", "strike", "blast", "explosion", "bombing", "raid", "shelling", "bombardment", "drone", "missile", "shell", "bomb", "rocket", "ambush",
     "assault", "fire", "airstrike", "impact", "clash", "fighting", "mine", "device", "strikes", "attacks", "blasts", "explosions", "shells", "drones", "rockets", "missiles", "bombs"}
)  # fmt: skip


def _same_doer(sent: Span, before: Span, frame: Frame | None) -> bool:
    """ "They shot dead seven", "It seized a school": is the subject the one whose deed the sentence before reports?"""
    subject = next((t for t in sent[:4] if t.dep_ == "nsubj" and t.head == sent.root), None)
    if subject is None or sent.root.tag_ != "VBD" or subject.i - sent.start > 2:
        return False
    doers = [t for t in before if t.dep_ in ("nsubj", "conj") and (frame is None or not frame.core[0] <= t.i <= frame.core[1])]  # fmt: skip
    word = subject.lower_
    if word == "they":
        return any(t.tag_ == "NNS" for t in doers)
    if word == "it":
        return any(t.lower_ in _BODIES for t in doers)
    if word in ("he", "she"):
        return frame is not None and any(t.tag_ == "NN" and t.lower_ in _ATTACKERS for t in doers)
    if word in _ATTACKERS and sent[0].lower_ == "the":
        return True
    return word in _BLOWS and sent[0].lower_ == "the"
