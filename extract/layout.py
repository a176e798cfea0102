"""How a sentence is laid out around a reporting verb: its core, what it governs, where channel and time stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract import cues
from extract.phrases import phrase_of
from extract.setoff import speaker_after, speaks, trailing
from extract.subjects import main_participle
from extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.parse import Piece

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ABOUT = frozenset({"about", "regarding", "concerning"})
_CLAUSES = ("relcl", "acl", "advcl", "pcomp")


def core_of(piece: Piece, sent: Span, verb: Token, subject: Token) -> tuple[int, int]:
    """The frame's own words, (first, last): from the subject to the verb; the verb alone when the subject is far."""
    doc = piece.doc
    if abs(subject.i - verb.i) > 40 or subject.sent.start != sent.start:
        return verb.i, verb.i
    if subject.i > verb.i:
        last = min(subject.right_edge.i, sent.end - 1)
        about = subject.head.dep_ == "agent"  # circulated by pages close to the rebels | about nine dead
        masked = next(
            (
                i
                for i in range(subject.i + 1, last + 1)
                if piece.mask(doc[i]) is not None or (about and doc[i].lower_ in _ABOUT)
            ),
            None,
        )
        return verb.i, last if masked is None else masked - 1
    if subject.head != verb and (lost := trailing(piece, verb)) is not None and lost[1] == subject:
        return lost[0], verb.i
    between = range(subject.i, verb.i)
    if any(piece.mask(doc[i]) is not None for i in between) or not _direct(verb, subject):
        return verb.i, verb.i
    first = min(subject.left_edge.i, phrase_of(piece, subject).first)
    for other in verb.children:
        # The ambulance service | Red Star said: two names of one, which the parse makes two subjects.
        if (
            other.dep_ == "nsubj"
            and other.i < first
            and other.right_edge.i == first - 1
            and not doc[first - 1].is_punct
        ):
            first = other.left_edge.i
    if verb.dep_ == "relcl" and verb.head.i == first - 1 and speaks(verb.head) and subject.pos_ == "PROPN":
        first = verb.head.left_edge.i  # …, the charity | Safe Steps said.
    for i in range(subject.i, first - 1, -1):
        # The parse may hang the clause before a comma on the subject; a mask is never part of it.
        lost = subject.head != verb and doc[i].text == ","  # … of their own, local sources said
        if doc[i].text in (";", ":") or lost or piece.mask(doc[i]) is not None:
            first = i + 1
            break
    while first < verb.i and doc[first].is_punct:
        first += 1
    return max(_title_before(sent, first), sent.start), verb.i


def _title_before(sent: Span, first: int) -> int:
    """…, including the driver, provincial police chief | Haji Stana said: the title that the parse lost."""
    doc, at = sent.doc, first - 1
    if at > sent.start and (begin := _titled_of(sent, first)) is not None:
        return begin
    if (
        at <= sent.start
        or not doc[first].text[:1].isupper()
        or doc[at].lower_ not in words("titles", "roles")
    ):
        return first
    while at > sent.start and doc[at - 1].pos_ in ("NOUN", "ADJ", "PROPN"):
        at -= 1
    return at if doc[at - 1].text == "," else first


def _titled_of(sent: Span, first: int) -> int | None:
    """…, injuring eight, | Head of | the Regional Administration Ivan Lys said: the role that the parse cut off."""
    doc, at = sent.doc, first - 1
    if doc[at].lower_ not in ("of", "for") or doc[at - 1].lower_ not in words("titles", "roles"):
        return None
    at -= 1
    while at > sent.start and doc[at - 1].pos_ in ("NOUN", "ADJ", "PROPN", "DET"):
        at -= 1
    return at if at > sent.start and doc[at - 1].text == "," else None


def _direct(verb: Token, subject: Token) -> bool:
    if subject.head == verb or (verb.dep_ in ("relcl", "acl") and verb.head == subject):
        return True
    between = verb.doc[subject.i + 1 : verb.i]
    return not any(token.is_punct or token.pos_ in ("VERB", "AUX") for token in between)


def reaches(piece: Piece, low: int, high: int) -> bool:
    """Is there no other reporting verb between two tokens?"""
    for i in range(low + 1, high):
        token = piece.doc[i]
        if piece.mask(token) is not None:
            return True
        if (
            cues.is_cue(token)
            and cues.is_class(token, "verbs")
            and token.tag_ in ("VBD", "VBZ", "VBP", "VBG")
        ):
            return False
    return True


def touches(piece: Piece, mask: int, first: int) -> bool:
    """Does nothing but punctuation and adverbs stand between a quotation and the frame after it?"""
    return all(piece.doc[i].is_punct or piece.doc[i].pos_ == "ADV" for i in range(mask + 1, first))


def says_before(sent: Span, verb: Token, first: int, mask: int | None) -> bool:
    """Do the words before the frame say what is reported: "A, X said"? `mask` is a quotation there."""
    if mask is not None:
        return True
    doc = sent.doc
    at = first - 1
    if _hung(sent, verb, at):
        return True
    if verb.dep_ in _CLAUSES or verb.tag_ == "VBG":
        return False
    if at < sent.start or doc[at].text not in (",", "—", "–", "--", "-"):
        return False
    if verb.dep_ == "parataxis" or any(
        c.dep_ in ("ccomp", "parataxis") and c.i < first for c in verb.children
    ):
        return True
    if verb.dep_ in ("ccomp", "dep") and verb.head.i < first:
        return any(doc[i].tag_ in _FINITE for i in range(sent.start, at))
    if verb.dep_ in ("ROOT", "conj") and doc[at].text == "," and first == verb.i and speaker_after(verb):
        return any(
            doc[i].tag_ in _FINITE for i in range(sent.start, at)
        )  # …, explained the director of the clinic
    if verb.dep_ != "ROOT" and not (verb.dep_ == "conj" and _closes(sent, verb)):
        return False
    if _closes(sent, verb) and sent[0].lower_ not in _OPENERS:
        return any(
            doc[i].tag_ in ("VBD", "VBZ", "VBP") or _made_participle(doc[i], verb)
            for i in range(sent.start, at)
        )
    if _full_clause(sent, at):
        return True
    return any(
        (doc[i].tag_ in ("VBD", "VBZ", "VBP") and doc[i].dep_ not in ("advcl", "relcl", "acl"))
        or (doc[i].tag_ == "VBN" and doc[i].dep_ == "acl")  # strikes killed 21, medics said
        for i in range(sent.start, at)
    )


def _made_participle(token: Token, verb: Token) -> bool:
    """Strikes killed 14 in the town, medics said: a verb whose subject the parse gave to "said" besides the medics."""
    noun = token.head
    found: bool = (
        token.tag_ == "VBN" and token.dep_ == "acl" and noun.dep_ == "nsubj" and noun.head.i == verb.i
    )
    return found


def _hung(sent: Span, verb: Token, comma: int) -> bool:
    """A jet bombed a hall where …, a rebel group and a pastor said: the sentence's end, which the parse made a clause of it."""
    tied = any(token.tag_ in ("WP", "WDT", "WRB", "WP$") for token in verb.doc[comma + 1 : verb.i])
    own = (
        verb.dep_ == "acl" and verb.head.i > comma and not tied
    )  # …, a military source | informed the agency
    beside = verb.dep_ == "relcl" and verb.head.i > comma and _own_subject(verb, comma)
    if not (own or beside or (verb.dep_ in ("advcl", "relcl") and verb.head.i <= comma)):
        return False
    if not (verb.tag_ in ("VBD", "VBZ") or (own and main_participle(verb))) or comma < sent.start:
        return False
    if sent.doc[comma].text != "," or sent.doc[comma + 1].tag_ in ("IN", "WRB") or not _closes(sent, verb):
        return False
    if any(child.dep_ in ("mark", "advmod") and child.i < verb.i for child in verb.children):
        return False
    if verb.dep_ == "relcl" and not _own_subject(verb, comma):
        return False
    return any(sent.doc[i].tag_ in ("VBD", "VBZ", "VBP") for i in range(sent.start, comma))


def _own_subject(verb: Token, comma: int) -> bool:
    """Two were railway workers, the governor wrote: no "who" or "which" ties the clause to the noun before it."""
    tied = any(token.tag_ in ("WP", "WDT", "WRB", "WP$") for token in verb.doc[comma + 1 : verb.i])
    return not tied and any(child.dep_ == "nsubj" and child.i > comma for child in verb.children)


def _full_clause(sent: Span, end: int) -> bool:
    """If the dam bursts, 400 people could drown, she said: a clause between the comma before and token `end`."""
    doc = sent.doc
    low = end
    while low > sent.start and doc[low - 1].text != ",":
        low -= 1
    if low == sent.start or doc[low].lower_ in _OPENERS:
        return False
    clause = doc[low:end]
    subject = any(
        t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in ("NOUN", "PROPN", "NUM") and t.head.i > t.i
        for t in clause
    )
    return subject and any(t.tag_ in _FINITE for t in clause)


#: Words that open a clause about the one who speaks, not what is said: "Asked about it, he said."
_OPENERS = frozenset(
    {"asked", "when", "while", "although", "though", "if", "as", "speaking", "after", "before", "since"}
)


def _closes(sent: Span, verb: Token) -> bool:
    """Does the sentence end with the verb and the day or the hearer: "…, local media reported."?"""
    end = next((i for i in range(verb.i + 1, sent.end) if _turns(sent, i) or _goes_on(verb, i)), sent.end)
    rest = [t for t in sent.doc[verb.i + 1 : end] if not t.is_punct]
    # "… told journalists in Geneva by video link from the city"
    far = 12 if cues.lemma(verb) == "tell" and not any(t.text == "," for t in sent.doc[verb.i : end]) else 6
    return len(rest) <= far and not any(t.tag_ in _FINITE for t in rest)


def _goes_on(verb: Token, at: int) -> bool:
    """… the mayor said, and two others remained missing: another clause, with a subject of its own."""
    doc = verb.doc
    if doc[at].text != "," or at + 1 >= len(doc) or doc[at + 1].lower_ != "and":
        return False
    later = [c for c in verb.children if c.dep_ == "conj" and c.i > at]
    return any(n.dep_ in ("nsubj", "nsubjpass") for c in later for n in c.children)


#: With these a sentence goes on to another who speaks, or to how he spoke: "…, he said, requesting anonymity because …".
_ASIDES = frozenset(
    {"while", "though", "although", "requesting", "speaking", "asking", "insisting", "declining"}
)


def _turns(sent: Span, at: int) -> bool:
    """… said; or: … said, while the junta denied it: where the sentence goes on to another who speaks."""
    doc = sent.doc
    after = doc[at + 1].lower_ if at + 1 < sent.end else ""
    return doc[at].text == ";" or (doc[at].text == "," and after in _ASIDES)


def content_start(sent: Span, verb: Token, clause: Token | None, mask: int | None) -> int | None:
    """The token at which what is reported begins on the right of the verb, or None."""
    doc = sent.doc
    found = [] if mask is None else [mask]
    if cues.has_that(verb):
        found.append(next(i for i in range(verb.i + 1, sent.end) if doc[i].lower_ == "that"))
    elif clause is not None:
        openers = ("nsubj", "nsubjpass", "expl", "csubj", "mark")
        begins = [
            child.left_edge.i for child in clause.children if child.dep_ in openers and child.i > verb.i
        ]
        found.append(max(min(begins, default=clause.left_edge.i), verb.i + 1))
    return min(found, default=None)


def reported_tokens(
    sent: Span,
    verb: Token,
    core: tuple[int, int],
    left: bool,
    claims: bool,
    content: int | None,
    quoted: bool = False,
) -> frozenset[int]:
    """The tokens the frame governs; `quoted`: right before it stands a quotation, and none after it.

    Before the verb ("A, X said, B") that is the whole sentence; after it, the rest
    of the sentence, or of the clause when the main clause goes on behind it; for a
    naming verb, the verb's own complements.
    """
    own = range(core[0], core[1] + 1)
    if left and claims:
        end = max(core[1], verb.i) + 1
        # “…,” she told the agency outside the hospital where two of her sons were being treated
        about = quoted and end < sent.end and not any(t.is_punct for t in sent.doc[end : sent.end - 1])
        end = end if about else _meanwhile(sent, end)
        return frozenset(i for i in range(sent.start, end) if i not in own)
    high = sent.end
    if (not claims and content is None) or (verb.dep_ in _CLAUSES and resumes(verb)):
        high = min(high, max(token.i for token in verb.subtree) + 1)
    return frozenset(i for i in range(verb.i + 1, high) if i not in own)


def _meanwhile(sent: Span, start: int) -> int:
    """ "Nine died, the army said, while a bomb in the port left six dead": past the last token that the army told of.

    Where the clause counts more of the same ("while 12 others were hurt"), it is the army's too.
    """
    doc = sent.doc
    for at in range(start, min(start + 10, sent.end - 2)):
        if doc[at].tag_ in _FINITE:
            break
        if doc[at].lower_ in _WHILES and doc[at + 1].lower_ == "before":
            # "…, the force said, hours before a drone killed four people in the south"
            cut = next((i for i in (at, at - 1, at - 2) if doc[i - 1].text == ","), None)
            clause = any(
                t.dep_ in ("nsubj", "nsubjpass") and t.head.tag_ in _FINITE for t in doc[at + 2 : sent.end]
            )
            if cut is not None and clause:
                return cut
        if doc[at].lower_ == "while" and doc[at - 1].text == ",":
            verb = next((i for i in range(at + 1, sent.end) if doc[i].tag_ in _FINITE), sent.end)
            own = any(t.pos_ in ("NOUN", "PROPN") for t in doc[at + 1 : verb])
            counts = any(t.like_num or t.lower_ in _MORE for t in doc[at + 1 : verb])
            return at if own and not counts else int(sent.end)
    return int(sent.end)


#: Nouns of time by which another deed stands off from the one reported.
_WHILES = frozenset({"minutes", "hours", "hour", "day", "days", "week", "weeks", "month", "months"})
_MORE = frozenset({"other", "others", "another", "more", "many", "several", "dozens", "scores", "hundreds", "thousands", "some"})  # fmt: skip


def resumes(verb: Token) -> bool:
    """Does the main clause go on after the clause of this verb?"""
    head = verb.head
    while head.dep_ != "ROOT" and head.head != head:
        if head.tag_ in ("VBD", "VBZ", "VBP") and head.i > verb.i:
            return True
        head = head.head
    return bool(head.i > verb.i)


def zones_of(
    sent: Span, verb: Token, core: tuple[int, int], left: bool, content: int | None
) -> list[tuple[int, int]]:
    """The tokens beside the frame that may tell channel and time, (first, past the last)."""
    doc = sent.doc
    stop = sent.end if content is None else content
    if left and content is None:
        commas = (i for i in range(core[1] + 1, sent.end) if doc[i].text in (",", ";"))
        stop = next((i for i in commas if not doc[i - 1].like_num), sent.end)
    zones = [(verb.i + 1, stop)]
    if not left:
        main = verb.dep_ in ("ROOT", "conj", "ccomp") and core[0] - sent.start < 16
        # "Ngamba wrote on X that …; Ekengo told the broadcaster …": X is of the clause before.
        cut = next((i + 1 for i in range(core[0], sent.start, -1) if doc[i].text == ";"), sent.start)
        zones.append((cut if main else core[0], verb.i))
    return zones


def phrase_end(sent: Span, first: int) -> int:
    """Past the last token of the phrase that goes on at `first`: up to a comma, a verb or the sentence's end."""
    doc = sent.doc
    ends = (i for i in range(first, sent.end) if doc[i].is_punct or doc[i].tag_ in ("VBD", "VBZ", "VBP"))
    return next(ends, sent.end)


def antecedent_of(verb: Token) -> tuple[int, Token] | None:
    """ "The $40m the agency says it needs": a clause without its "which", seen by two nouns side by side.

    Returns the first token of the noun before, and the noun that speaks. The parse mistakes such clauses.
    """
    doc = verb.doc
    if verb.i + 1 >= verb.sent.end or doc[verb.i + 1].lower_ not in ("it", "they", "he", "she", "we"):
        return None
    first = verb.i
    while first > verb.sent.start and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    if first == verb.i or first - 2 < verb.sent.start or doc[first - 1].lower_ != "the":
        return None
    noun = first - 2
    if not (doc[noun].pos_ in ("NOUN", "PROPN", "NUM") or doc[noun].like_num or doc[noun - 1].like_num):
        return None
    while noun > verb.sent.start and doc[noun].pos_ not in ("DET", "ADP") and not doc[noun].is_punct:
        noun -= 1
    if doc[noun].pos_ != "DET":
        return None
    return noun, doc[verb.i - 1]
